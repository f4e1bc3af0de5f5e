import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { type ReportContext, render } from '../../src/report/index.ts';
import { build, HOSTILE, hostile, random, rich } from './builder.ts';
import { decode } from './markup.ts';

const markdown = (made: { report: Report; context: ReportContext }): Promise<string> =>
  render('markdown', made.report, made.context);

describe('Markdown', () => {
  it('has a heading, a table and the details', async () => {
    const text = await markdown(rich());
    const lines = text.split('\n').map(decode);
    expect(lines[0]).toBe('## 3 findings: 1 critical, 1 medium, 1 low; 1 suppressed, but the scan is not complete');
    expect(lines[4]).toMatch(
      /^\| critical \| Example API key \| <code>exk_….{4}<\/code> \| <code>config\/app\.env:2:13<\/code> and 1 more \|$/,
    );
    expect(text.match(/<details>/g)).toHaveLength(3);
    expect(decode(text)).toContain('- **Token issuer:** <code>Example ID, https://login.example.com/</code>');
    expect(text).toContain('- **Gap:** <code>1 file over the size limit not scanned (dump.sql)</code>');
  });

  it('says so when there is nothing', async () => {
    expect(await markdown(build([]))).toBe('## No findings\n\nScanned 1,204 files (12.3 MB) with 812 rules.\n');
  });

  it('tells sentences as prose, unless something in them could act', async () => {
    const texts = [
      "It lives for 3 days: a static key's clothing.",
      'The scope a:b means admin.',
      'See www.example.org.',
      'By @all.',
    ];
    const reasons = texts.map((text) => ({ code: 'x', text }));
    const secret = random('prose', 30);
    const text = await markdown(build([{ secret, at: [['a', 1, secret]], change: { reasons } }]));
    expect(decode(text)).toContain(
      `confidence. ${texts[0]} <code>${texts[1]}</code> <code>${texts[2]}</code> <code>${texts[3]}</code>\n`,
    );
  });

  it('escapes each character once', async () => {
    const reasons = [{ code: 'x', text: `a token's "clothing" <b> & #1 @all` }];
    const text = await markdown(build([{ secret: random('once', 30), at: [['a', 1, random('once', 30)]], change: { reasons } }]));
    expect(text).toContain('<code>a token&apos;s &quot;clothing&quot; &lt;b&gt; &amp; &#35;1 &#64;all</code>');
  });

  it('lets nothing from outside act', async () => {
    const text = await markdown(hostile());
    const outside = text.replace(/<code>[^<]*<\/code>/g, '').replaceAll(/<\/?(?:details|summary)>/g, '');
    expect(outside).not.toMatch(/[<]|alert|everyone|javascript|error::/);
    for (const [, inside] of text.matchAll(/<code>([^<]*)<\/code>/g)) expect(inside).not.toMatch(/[`[\]|@*_~$\\!:]/);
    expect(decode(text)).toContain('<script>alert(1)</script>');
    expect(
      text
        .split('\n')
        .filter((line) => line.startsWith('| '))
        .map((line) => line.split('|').length),
    ).toEqual([6, 6, 6]);
  });

  it('keeps within a comment, and says what it left out', async () => {
    const made = build(
      Array.from({ length: 400 }, (_, at) => {
        const secret = random(`m${at}`, 40);
        return {
          secret,
          at: [[`dir/${at}`, 1, secret]] as [string, number, string][],
          change: { reasons: [{ code: 'x', text: HOSTILE }] },
        };
      }),
    );
    const text = await markdown(made);
    expect(text.length).toBeLessThan(65_536);
    expect(text).toMatch(/_\d+ more parts left out to fit into a comment\._/);
    expect(text).toContain('Scanned 1,204 files');
  });
});
