import { stripVTControlCharacters } from 'node:util';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { columns } from '../../src/report/columns.ts';
import { type ReportContext, render } from '../../src/report/index.ts';
import { build, hostile, random, rich } from './builder.ts';

const pretty = (made: { report: Report; context: ReportContext }, change: Partial<ReportContext> = {}): Promise<string> =>
  render('pretty', made.report, { ...made.context, ...change });
const linesOf = async (...args: Parameters<typeof pretty>): Promise<string[]> => (await pretty(...args)).split('\n');

describe('the pretty report', () => {
  it('shows a finding with its line, its other places and what to do', async () => {
    const lines = await linesOf(rich());
    const redacted = /exk_….{4}/.exec(lines[0]!)![0];
    expect(lines.slice(0, 9)).toEqual([
      `critical Example API key  ${redacted}`,
      '  config/app.env:2:13',
      `    2 │ EXAMPLE_KEY=${redacted}`,
      '      │             ~~~~~~~~~',
      '  also     src/ü b.ts:3:26',
      '  why      certain confidence. The checksum is valid.',
      '  fix      Delete the key in the console. https://console.example.com/keys',
      expect.stringMatching(/^ {2}id {7}[0-9a-f]{20}$/),
      '',
    ]);
  });

  it('shows what a token says, its history and verification', async () => {
    const text = (await pretty(rich(), { width: 400 })).replace(/\n {11}/g, ' ');
    expect(text).toMatch(/token .*issuer Example ID, https:\/\/login\.example\.com\/ · audience https:\/\/api\.example\.com/);
    expect(text).toContain('state expired 2024-03-31 12:00 UTC, live when committed · scopes read:orders write:orders');
    expect(text).toContain('medium: The audience names every service.');
    expect(text).toMatch(
      /history {2}added in [0-9a-f]{12} by Ann Example on 2024-03-01; .*gone from HEAD, reachable from refs\/heads\/main/,
    );
    expect(text).toContain('verified inactive (jwks); expired');
  });

  it('ends with the counts and what was read, gaps first', async () => {
    expect((await linesOf(rich())).slice(-5)).toEqual([
      '3 findings: 1 critical, 1 medium, 1 low; 1 suppressed',
      'Scanned 1,204 files (12.3 MB) with 812 rules: INCOMPLETE',
      '! 1 file over the size limit not scanned (dump.sql)',
      '· 3 binary files not scanned (logo.png, …)',
      '',
    ]);
  });

  it('does not call a scan with gaps clean', async () => {
    const { report, context } = build([]);
    const coverage = { ...report.coverage, complete: false };
    expect(await linesOf({ report: { ...report, coverage }, context })).toEqual([
      'No findings, but the scan is not complete',
      'Scanned 1,204 files (12.3 MB) with 812 rules: INCOMPLETE',
      '',
    ]);
    expect(await linesOf({ report, context })).toEqual(['No findings', 'Scanned 1,204 files (12.3 MB) with 812 rules', '']);
  });

  it('does not list what is suppressed', async () => {
    const secret = random('x', 40);
    const made = build([{ secret, at: [['a.txt', 1, secret]], change: { suppressed: { by: 'inline' } } }]);
    const text = await pretty(made);
    expect(text).not.toContain('a.txt');
    expect(text).toContain('No findings; 1 suppressed');
  });

  it.each([48, 60, 80, 200])('keeps text and code within %i columns', async (width) => {
    const secret = random('wide', 40);
    const source = `${'日本語 '.repeat(30)}key = "${secret}" ${'// more '.repeat(30)}`;
    const made = build([
      { secret, at: [['a', 12345, source]], change: { reasons: [{ code: 'x', text: 'A reason. '.repeat(30) }] } },
    ]);
    const lines = await linesOf(made, { width });
    for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
    const code = lines.find((line) => line.includes('12345 │'))!;
    const under = lines[lines.indexOf(code) + 1]!;
    expect(columns(code.slice(0, code.indexOf(secret.slice(0, 4))))).toBe(under.indexOf('~'));
  });

  it('underlines the secret, cut lines or not', async () => {
    const secret = random('u', 40);
    for (const source of [secret, `\tk=${secret};`, `${'x y '.repeat(100)}${secret}`, `${secret}${' x y'.repeat(100)}`]) {
      const lines = await linesOf(build([{ secret, at: [['a', 1, source]] }]));
      const at = lines.findIndex((line) => line.includes('1 │'));
      const start = lines[at + 1]!.indexOf('~');
      expect(lines[at]!.slice(start, start + 9)).toBe(`${secret.slice(0, 4)}…${secret.slice(-4)}`);
    }
  });

  it('is coloured only when asked, with the same text', async () => {
    const plain = await pretty(rich());
    const coloured = await pretty(rich(), { color: true });
    expect(plain).not.toContain('\x1b');
    expect(coloured).toContain('\x1b[31m');
    expect(stripVTControlCharacters(coloured)).toBe(plain);
  });

  it('prints no escape sequence of a scanned file, coloured neither', async () => {
    const coloured = await pretty(hostile(), { color: true });
    for (const [sequence] of coloured.matchAll(/\x1b[^m]*m/g)) expect(sequence).toMatch(/^\x1b\[\d+m$/);
    expect(coloured).toContain('\\x1b[2J');
  });

  it('shows secrets only when told to', async () => {
    const { report, context } = rich();
    const findings = report.findings.map((finding, at) => ({
      ...finding,
      secret: { ...finding.secret, value: context.secrets[at]! },
    }));
    const text = await pretty({ report: { ...report, findings }, context }, { showSecrets: true, width: 300 });
    for (const secret of context.secrets.slice(0, 3)) expect(text).toContain(secret);
  });
});
