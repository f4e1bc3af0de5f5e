import { Ajv2020 } from 'ajv/dist/2020.js';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { type ReportContext, render } from '../../src/report/index.ts';
import { build, history, hostile, oid, random, rich } from './builder.ts';

const text = { type: 'string', minLength: 1 };
const tool = {
  type: 'object',
  required: ['id', 'name', 'version', 'vendor'],
  properties: { id: text, name: text, version: text, vendor: { type: 'object', required: ['name'], properties: { name: text } } },
};
const web = { type: 'string', pattern: '^(https?|ftp)://.+' };
const time = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}$' };
/** What GitLab's schema 15.2.1 demands of a secret detection report, as far as ours has it; stricter in that no other keys may be there. */
const validate = new Ajv2020({ strictTypes: false, strictRequired: false, allErrors: true }).compile({
  type: 'object',
  additionalProperties: false,
  required: ['version', 'schema', 'scan', 'vulnerabilities'],
  properties: {
    version: { type: 'string', pattern: '^15\\.\\d+\\.\\d+$' },
    schema: { type: 'string', pattern: '^https?://.+' },
    scan: {
      type: 'object',
      additionalProperties: false,
      required: ['analyzer', 'scanner', 'type', 'start_time', 'end_time', 'status'],
      properties: {
        analyzer: tool,
        scanner: tool,
        type: { const: 'secret_detection' },
        start_time: time,
        end_time: time,
        status: { enum: ['success', 'failure'] },
        messages: {
          type: 'array',
          items: {
            type: 'object',
            required: ['level', 'value'],
            properties: { level: { enum: ['info', 'warn', 'fatal'] }, value: text },
          },
        },
      },
    },
    vulnerabilities: {
      type: 'array',
      items: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'identifiers', 'location'],
        properties: {
          id: { type: 'string', pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$' },
          name: { type: 'string', maxLength: 255 },
          description: { type: 'string', maxLength: 1048576 },
          severity: { enum: ['Info', 'Unknown', 'Low', 'Medium', 'High', 'Critical'] },
          solution: { type: 'string', maxLength: 7000 },
          identifiers: {
            type: 'array',
            minItems: 1,
            items: {
              type: 'object',
              required: ['type', 'name', 'value'],
              properties: { type: text, name: text, value: text, url: web },
            },
          },
          links: { type: 'array', items: { type: 'object', required: ['url'], properties: { name: text, url: web } } },
          location: {
            type: 'object',
            additionalProperties: false,
            required: ['commit'],
            properties: {
              file: { type: 'string' },
              start_line: { type: 'number' },
              end_line: { type: 'number' },
              commit: { type: 'object', required: ['sha'], properties: { sha: text, author: text, date: text, message: text } },
            },
          },
          raw_source_code_extract: { type: 'string' },
        },
      },
    },
  },
});

interface Shape {
  scan: { start_time: string; end_time: string; messages: { level: string; value: string }[] };
  vulnerabilities: {
    id: string;
    description: string;
    severity: string;
    raw_source_code_extract: string;
    location: { file: string; start_line: number; commit: { sha: string } };
  }[];
}
const parse = async (made: { report: Report; context: ReportContext }): Promise<Shape> =>
  JSON.parse(await render('gitlab', made.report, made.context)) as Shape;

describe('the GitLab report', () => {
  it.each([
    ['everything', rich()],
    ['hostile text', hostile()],
    ['nothing', build([])],
  ])('of %s is what its schema demands', async (_name, made) => {
    expect(validate(await parse(made)), JSON.stringify(validate.errors)).toBe(true);
  });

  it('has a vulnerability a location, accepted ones only counted', async () => {
    const { scan, vulnerabilities } = await parse(rich());
    expect(vulnerabilities.map(({ severity, location }) => [severity, location.file, location.start_line])).toEqual([
      ['Critical', 'config/app.env', 2],
      ['Critical', 'src/ü b.ts', 3],
      ['Medium', 'config/app.env', 7],
      ['Low', 'old/session.json', 1],
    ]);
    expect(vulnerabilities[0]!.raw_source_code_extract).toMatch(/^exk_….{4}$/);
    expect(scan.messages.map(({ level }) => level)).toEqual(['warn', 'warn', 'info', 'info']);
    expect(scan.messages.at(-1)!.value).toBe('1 finding suppressed.');
  });

  it('names the commit: of the place, of the history, of HEAD, or none', async () => {
    const secret = random('g', 40);
    const at: [string, number, string][] = [['a', 1, secret]];
    const sha = async (made: { report: Report; context: ReportContext }) =>
      (await parse(made)).vulnerabilities[0]!.location.commit.sha;
    expect(await sha(build([{ secret, at, place: { commit: oid('x') }, change: { history: history() } }]))).toBe(oid('x'));
    expect(await sha(build([{ secret, at, change: { history: history() } }]))).toBe(oid('first'));
    expect(await sha(build([{ secret, at }], { scope: { kind: 'tree', root: '.', head: oid('head') } }))).toBe(oid('head'));
    expect(await sha(build([{ secret, at }]))).toBe('0000000');
  });

  it('has ids that differ by place and stay from report to report', async () => {
    const ids = (await parse(rich())).vulnerabilities.map(({ id }) => id);
    expect(new Set(ids).size).toBe(ids.length);
    expect((await parse(rich())).vulnerabilities.map(({ id }) => id)).toEqual(ids);
  });

  it('tells times as GitLab wants them, and none of its own making', async () => {
    const { report, context } = rich();
    const times = { startedAt: '2026-03-01T12:00:00.250Z', finishedAt: '2026-03-01T12:00:09Z' };
    expect((await parse({ report, context: { ...context, ...times } })).scan).toMatchObject({
      start_time: '2026-03-01T12:00:00',
      end_time: '2026-03-01T12:00:09',
    });
    expect((await parse({ report, context })).scan).toMatchObject({
      start_time: '1970-01-01T00:00:00',
      end_time: '1970-01-01T00:00:00',
    });
  });

  it('keeps a description within its code block', async () => {
    const secret = random('g', 40);
    const reasons = [{ code: 'x', text: '````\n![x](https://example.com/x.png) @all' }];
    const { vulnerabilities } = await parse(build([{ secret, at: [['a', 1, secret]], change: { reasons } }]));
    expect(vulnerabilities[0]!.description.match(/`{3,}/g)).toEqual(['````', '````']);
  });
});
