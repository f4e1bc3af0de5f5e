import { gzipSync } from 'node:zlib';
import type { Log, Run } from 'sarif';
import { describe, expect, it } from 'vitest';
import type { Location, Report } from '../../src/model.ts';
import { type ReportContext, render } from '../../src/report/index.ts';
import { renderWithin } from '../../src/report/sarif.ts';
import { createView } from '../../src/report/view.ts';
import { build, history, hostile, oid, random, rich, sheet } from './builder.ts';

const logOf = async (made: { report: Report; context: ReportContext }): Promise<Log> =>
  JSON.parse(await render('sarif', made.report, made.context)) as Log;
const resultsOf = (run: Run | undefined) => run?.results ?? [];
const notesOf = (run: Run | undefined) => run?.invocations?.[0]?.toolExecutionNotifications ?? [];

/** What GitHub refuses or silently misreads, see its page on SARIF support. */
function expectAccepted(log: Log): void {
  expect(log.version).toBe('2.1.0');
  expect(log.runs.length).toBeLessThanOrEqual(20);
  expect(new Set(log.runs.map((run) => run.automationDetails?.id)).size).toBe(log.runs.length);
  for (const run of log.runs) {
    const rules = run.tool.driver.rules ?? [];
    expect(new Set(rules.map(({ id }) => id)).size).toBe(rules.length);
    for (const rule of rules) {
      for (const text of [rule.shortDescription?.text, rule.fullDescription?.text]) {
        expect(text).toMatch(/\S/);
        expect(text!.length).toBeLessThanOrEqual(1024);
      }
      expect(rule.help?.text).toMatch(/\S/);
      expect(rule.help?.markdown).toMatch(/\S/);
      const severity: unknown = rule.properties?.['security-severity'];
      expect(typeof severity).toBe('string');
      expect(Number(severity)).toBeGreaterThan(0);
      expect(Number(severity)).toBeLessThanOrEqual(10);
      expect(['very-high', 'high', 'medium', 'low']).toContain(rule.properties?.['precision']);
      expect(rule.properties?.tags).toContain('security');
      expect(rule.properties!.tags!.length).toBeLessThanOrEqual(10);
    }
    expect(Array.isArray(run.results)).toBe(true);
    expect(run.results!.length).toBeLessThanOrEqual(25_000);
    for (const result of run.results!) {
      expect(rules[result.ruleIndex!]?.id).toBe(result.ruleId);
      expect(result.message.text).toMatch(/\S/);
      expect(result.message.text).not.toMatch(/[[\]{}]/);
      expect(['error', 'warning', 'note']).toContain(result.level);
      expect(result.locations).toHaveLength(1);
      expect(result.partialFingerprints?.['bearertrap/v1']).toMatch(/^[0-9a-f]{20}$/);
      const { artifactLocation, region } = result.locations![0]!.physicalLocation!;
      expect(artifactLocation!.uriBaseId).toBe('%SRCROOT%');
      expect(artifactLocation!.uri).toMatch(/^(?:[A-Za-z0-9._~/-]|%[0-9A-F]{2})+$/);
      for (const key of ['startLine', 'startColumn', 'endLine', 'endColumn'] as const) expect(region![key]).toBeGreaterThan(0);
      for (const suppression of result.suppressions ?? []) expect(['inSource', 'external']).toContain(suppression.kind);
    }
  }
}

describe('SARIF', () => {
  it.each([
    ['of everything', rich()],
    ['of hostile text', hostile()],
    ['of nothing', build([])],
    ['of standard input', build([{ secret: random('i', 40), at: [['', 1, random('i', 40)]] }])],
    ['of a rule without a sheet', { ...rich(), context: { ...rich().context, sheets: new Map() } }],
  ])('%s is what code scanning accepts', async (_name, made) => {
    expectAccepted(await logOf(made));
  });

  it('has one result a location', async () => {
    const [run] = (await logOf(rich())).runs;
    expect(resultsOf(run).map((result) => result.locations![0]!.physicalLocation!.artifactLocation!.uri)).toEqual([
      'config/app.env',
      'src/%C3%BC%20b.ts',
      'test/fixture.txt',
      'config/app.env',
    ]);
  });

  it('begins a message with what is shown as the title', async () => {
    const [run] = (await logOf(rich())).runs;
    expect(resultsOf(run)[0]!.message.text).toMatch(
      /^Example API key \(exk_….{4}\)\. The checksum is valid\. What to do: Delete/,
    );
  });

  it('carries the line hash where there is one', async () => {
    const { report, context } = rich();
    const place = report.findings.flatMap(({ locations }) => locations).find(({ path }) => path.startsWith('src/'))!;
    const lineHashes = new WeakMap<Location, string>([[place, '9f:1']]);
    const [run] = (await logOf({ report, context: { ...context, lineHashes } })).runs;
    const hashes = resultsOf(run).map((result) => result.partialFingerprints!['primaryLocationLineHash']);
    expect(hashes).toEqual([undefined, '9f:1', undefined, undefined]);
  });

  it('tells what is accepted, and compares once a baseline is used', async () => {
    const [run] = (await logOf(rich())).runs;
    expect(resultsOf(run).map(({ baselineState }) => baselineState)).toEqual(['new', 'new', 'unchanged', 'new']);
    expect(resultsOf(run)[2]!.suppressions).toEqual([
      {
        kind: 'external',
        status: 'accepted',
        justification: 'suppressed by baseline; test account; owner ann; until 2027-01-31',
      },
    ]);
    const secret = random('inline', 30);
    const inline = build([{ secret, at: [['a', 1, secret]], change: { suppressed: { by: 'inline' } } }]);
    const [other] = (await logOf(inline)).runs;
    expect(resultsOf(other)[0]!.suppressions![0]!.kind).toBe('inSource');
    expect(resultsOf(other)[0]).not.toHaveProperty('baselineState');
  });

  it('tells gaps as warnings and an incomplete scan as an error', async () => {
    const [run] = (await logOf(rich())).runs;
    expect(notesOf(run).map(({ descriptor, level }) => [descriptor!.id, level])).toEqual([
      ['coverage', 'error'],
      ['skipped/too-large', 'warning'],
      ['skipped/binary', 'note'],
    ]);
    const known = run!.tool.driver.notifications!.map(({ id }) => id);
    expect(known).toEqual(['coverage', 'skipped/binary', 'skipped/too-large']);
    expect(notesOf((await logOf(build([]))).runs[0]).map(({ level }) => level)).toEqual(['note']);
  });

  it('keeps what is gone from HEAD in a run and category of its own', async () => {
    const { runs } = await logOf(rich());
    expect(runs.map((run) => run.automationDetails!.id)).toEqual(['bearertrap/tree/', 'bearertrap/tree-history/']);
    expect(resultsOf(runs[1]).map(({ ruleId }) => ruleId)).toEqual(['jwt']);
  });

  it('is one run for a scan of the history', async () => {
    const secret = random('h', 40);
    const at: [string, number, string][] = [['a', 1, secret]];
    const made = build([{ secret, at, change: { history: history() } }], {
      scope: { kind: 'history', root: '.', head: oid('head') },
    });
    const { runs } = await logOf(made);
    expect(runs.map((run) => run.automationDetails!.id)).toEqual(['bearertrap/history/']);
    expect(resultsOf(runs[0])).toHaveLength(1);
  });

  it('takes severity from the sheet for the rule and from the finding for the result', async () => {
    const { report, context } = rich();
    const sheets = new Map([['jwt', sheet('jwt', { severity: 'critical', kind: 'jwt' })]]);
    const run = (await logOf({ report, context: { ...context, sheets } })).runs[1]!;
    expect(run.tool.driver.rules![0]!.properties!['security-severity']).toBe('9.5');
    expect(resultsOf(run)[0]!.level).toBe('note');
  });
});

describe('the limits', () => {
  const many = (() => {
    const samples = (['low', 'critical', 'medium'] as const).flatMap((severity) =>
      Array.from({ length: 10 }, (_, at) => {
        const secret = random(`${severity}${at}`, 40);
        const places = [1, 2].map((line): [string, number, string] => [`${severity}/${at}`, line, secret]);
        return { secret, at: places, change: { severity } };
      }),
    );
    const { report, context } = build(samples);
    return createView(report, context);
  })();
  const kept = (text: string): Record<string, number> => {
    const counts: Record<string, number> = {};
    for (const result of resultsOf((JSON.parse(text) as Log).runs[0])) {
      const severity = String(result.properties?.['severity']);
      counts[severity] = (counts[severity] ?? 0) + 1;
    }
    return counts;
  };

  it.each([
    [60, { critical: 20, medium: 20, low: 20 }],
    [59, { critical: 20, medium: 20, low: 19 }],
    [45, { critical: 20, medium: 20, low: 5 }],
    [5, { critical: 5 }],
    [0, {}],
  ])('keep the most severe of %i results', (most, counts) => {
    const text = renderWithin(many, most, 1e9);
    expect(kept(text)).toEqual(counts);
    const left = 60 - most;
    const note = notesOf((JSON.parse(text) as Log).runs[0]).find(({ descriptor }) => descriptor!.id === 'results-left-out');
    expect(note?.message.text).toEqual(
      left === 0 ? undefined : expect.stringMatching(new RegExp(`^${left} results? of 60 results `)),
    );
  });

  it('keep first places of findings before further ones', () => {
    const text = renderWithin(many, 30, 1e9);
    const places = resultsOf((JSON.parse(text) as Log).runs[0])
      .filter((result) => result.properties?.['severity'] === 'medium')
      .map((result) => result.locations![0]!.physicalLocation!.region!.startLine);
    expect(places).toEqual(Array.from({ length: 10 }, () => 1));
  });

  it('keep the file within its size after compression', () => {
    const whole = gzipSync(renderWithin(many, 25_000, 1e9)).length;
    const least = gzipSync(renderWithin(many, 0, 1e9)).length;
    for (const most of [whole, whole - 1, Math.floor((whole + least) / 2), least]) {
      const text = renderWithin(many, 25_000, most);
      expect(gzipSync(text).length).toBeLessThanOrEqual(most);
      expect(Object.values(kept(text)).reduce((a, b) => a + b, 0)).toBeLessThanOrEqual(most === whole ? 60 : 59);
    }
    expect(kept(renderWithin(many, 25_000, whole))).toEqual({ critical: 20, medium: 20, low: 20 });
  });
});
