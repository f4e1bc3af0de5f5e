import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { type ReportContext, render } from '../../src/report/index.ts';
import schema from '../../src/report/report.schema.json' with { type: 'json' };
import { build, hostile, random, rich } from './builder.ts';

const ajv = new Ajv2020({ strict: true, allErrors: true });
addFormats.default(ajv);
const validate = ajv.compile<Report>(schema);

const parse = async (made: { report: Report; context: ReportContext }): Promise<Report> =>
  JSON.parse(await render('json', made.report, made.context)) as Report;

describe('the JSON report', () => {
  it.each([
    ['of everything', rich()],
    ['of hostile text', hostile()],
    ['of nothing', build([])],
  ])('%s fits its schema', async (_name, made) => {
    const report = await parse(made);
    expect(validate(report), JSON.stringify(validate.errors)).toBe(true);
  });

  it.each<[string, (report: Report) => void]>([
    ['an unknown key', (report) => Object.assign(report.findings[0]!, { extra: 1 })],
    ['an unknown severity', (report) => Object.assign(report.findings[0]!, { severity: 'severe' })],
    ['a line before the first', (report) => Object.assign(report.findings[0]!.locations[0]!, { startLine: 0 })],
    ['a missing summary', (report) => Object.assign(report, { summary: undefined })],
  ])('schema refuses %s', async (_name, spoil) => {
    const report = await parse(rich());
    spoil(report);
    expect(validate(JSON.parse(JSON.stringify(report)))).toBe(false);
  });

  it('has the keys of a finding in the order of the contract', async () => {
    const report = await parse(rich());
    const { report: source } = rich();
    const finding = report.findings.find(({ token }) => token)!;
    expect(Object.keys(report)).toEqual(['version', 'tool', 'scope', 'findings', 'coverage', 'summary']);
    const keys = 'id rule provider title kind severity confidence reasons secret locations token history remedy verification';
    expect(Object.keys(finding).join(' ')).toBe(keys);
    expect(finding.token).toEqual(source.findings.find(({ token }) => token)!.token);
  });

  it('holds the value only with showSecrets', async () => {
    const { report, context } = rich();
    const open = report.findings.map((finding, at) => ({
      ...finding,
      secret: { ...finding.secret, value: context.secrets[at]! },
    }));
    const shown = await parse({ report: { ...report, findings: open }, context: { ...context, showSecrets: true } });
    expect(new Set(shown.findings.map(({ secret }) => secret.value))).toEqual(new Set(context.secrets));
    expect(validate(shown), JSON.stringify(validate.errors)).toBe(true);
    const hidden = await parse({ report: { ...report, findings: open }, context });
    expect(hidden.findings.every(({ secret }) => !('value' in secret))).toBe(true);
  });

  it('keeps paths but for bytes that are not UTF-8', async () => {
    const secret = random('s', 30);
    const made = build([{ secret, at: [['a\udce9/\x1b\u202e\\d800.env', 1, secret]] }]);
    const text = await render('json', made.report, made.context);
    expect((JSON.parse(text) as Report).findings[0]!.locations[0]!.path).toBe('a\\xe9/\x1b\u202e\\d800.env');
    expect(text).not.toMatch(/\\ud[89a-f]/);
  });

  it('masks secrets in commit subjects and claims', async () => {
    const { report } = rich();
    const shown = await parse(rich());
    const jwt = shown.findings.find(({ token }) => token)!;
    expect(report.findings.find(({ token }) => token)!.history!.first.subject).toMatch(/^Use W.* for now$/);
    expect(jwt.history!.first.subject).toBe('Use **** for now');
  });
});

describe('JSON lines', () => {
  it('are the findings and then the rest of the report', async () => {
    const { report, context } = rich();
    const whole = JSON.parse(await render('json', report, context)) as Report;
    const lines = (await render('jsonl', report, context))
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as object);
    const { findings, ...rest } = whole;
    expect(lines.slice(0, -1)).toEqual(findings.map((finding) => Object.assign({ type: 'finding' }, finding)));
    expect(lines.at(-1)).toEqual({ type: 'summary', ...rest });
  });
});
