/** What every format keeps to. */
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { FORMATS, type ReportContext, render } from '../../src/report/index.ts';
import { build, hostile, random, rich } from './builder.ts';

/** The same report with the keys of its objects turned around. */
function turned(report: Report, context: ReportContext): { report: Report; context: ReportContext } {
  const backwards = <T extends object>(value: T): T => Object.fromEntries(Object.entries(value).reverse()) as T;
  return {
    context,
    report: backwards({
      ...report,
      findings: report.findings.map(backwards),
      coverage: backwards(report.coverage),
      summary: backwards({ ...report.summary, bySeverity: backwards(report.summary.bySeverity) }),
    }),
  };
}

describe.each(FORMATS)('%s', (format) => {
  it('holds no secret, nor the unknown one beside a known one', async () => {
    const { report, context, secrets } = rich();
    const text = await render(format, report, context);
    for (const secret of secrets) expect(text).not.toContain(secret);
    expect(text).not.toContain('eyJpc3Mi');
  });

  it('holds no secret whose value was left in the report', async () => {
    const { report, context } = rich();
    const leaky = report.findings.map((finding, at) => ({
      ...finding,
      secret: { ...finding.secret, value: context.secrets[at]! },
    }));
    const text = await render(format, { ...report, findings: leaky }, context);
    for (const secret of context.secrets) expect(text).not.toContain(secret);
  });

  it('hides a secret that a file is named after', async () => {
    const secret = random('named', 40);
    const { report, context } = build([{ secret, at: [[`keys/${secret}.txt`, 1, `k=${secret}`]] }]);
    expect(await render(format, report, context)).not.toContain(secret);
  });

  it('gives the same text whatever the order of keys', async () => {
    const { report, context } = rich();
    const other = turned(report, context);
    expect(await render(format, other.report, other.context)).toBe(await render(format, report, context));
  });

  it('does not change the report', async () => {
    const { report, context } = rich();
    const before = structuredClone(report);
    await render(format, report, context);
    expect(report).toEqual(before);
  });

  it('tells that the scan was not complete', async () => {
    const { report, context } = rich();
    const text = await render(format, { ...report, findings: [] }, context);
    expect(text).toMatch(/dump\.sql/);
  });

  it('prints no control, invisible or reordering character, and is well-formed', async () => {
    const { report, context } = hostile();
    const text = await render(format, report, context);
    expect(text.replace(/\r\n|\n/g, '')).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/);
    expect(Buffer.from(text, 'utf8').toString('utf8')).toBe(text);
  });

  it('ends with one line end', async () => {
    const { report, context } = rich();
    expect(await render(format, report, context)).toMatch(/[^\r\n]\r?\n$/);
  });
});
