import { createHash } from 'node:crypto';
import { Script } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { render } from '../../src/report/index.ts';
import { build, hostile, rich } from './builder.ts';
import { decode } from './markup.ts';

const html = (made: Awaited<ReturnType<typeof build>>): Promise<string> => render('html', made.report, made.context);
const between = (text: string, tag: string): string[] =>
  Array.from(text.matchAll(new RegExp(`<${tag}>([^]*?)</${tag}>`, 'g')), (match) => match[1]!);

describe('HTML', () => {
  it('allows only its own style and script', async () => {
    const text = await html(rich());
    const policy = /http-equiv="Content-Security-Policy" content="([^"]*)"/.exec(text)![1]!;
    const hash = (content: string): string => `'sha256-${createHash('sha256').update(content).digest('base64')}'`;
    const [style, script] = [between(text, 'style'), between(text, 'script')];
    expect([style.length, script.length]).toEqual([1, 1]);
    expect(policy.split('; ')).toEqual([
      "default-src 'none'",
      `style-src ${hash(style[0]!)}`,
      `script-src ${hash(script[0]!)}`,
      "base-uri 'none'",
      "form-action 'none'",
    ]);
    expect(text.indexOf('Content-Security-Policy')).toBeLessThan(text.indexOf('<style>'));
    expect(() => new Script(script[0]!)).not.toThrow();
  });

  it('loads nothing and holds no handler', async () => {
    const text = (await html(hostile())).replace(/<style>[^]*<\/style>|<script>[^]*<\/script>/g, '');
    expect(text).not.toMatch(/<(?:script|style|img|iframe|object|embed|link|base|form)\b/i);
    expect(text).not.toMatch(/<[^>]*\s(?:on\w+|style|src|srcset|action|formaction)\s*=/i);
    for (const [, href] of text.matchAll(/href="([^"]*)"/g)) expect(href).toMatch(/^(?:https?:\/\/|#f-)/);
    expect(decode(text)).toContain('<script>alert(1)</script>');
  });

  it('links no other scheme than those of the web', async () => {
    const { report, context } = rich();
    const findings = report.findings.map((finding) => ({
      ...finding,
      remedy: { ...finding.remedy, url: 'javascript:alert(1)' },
    }));
    expect(await html({ report: { ...report, findings }, context })).not.toContain('href="javascript:');
  });

  it('has a card a finding, with its lines and what its token says', async () => {
    const text = await html(rich());
    expect(text.match(/<article/g)).toHaveLength(4);
    expect(text.match(/<article class="suppressed"/g)).toHaveLength(1);
    expect(text).toMatch(/<pre tabindex="0" data-line="2">EXAMPLE_KEY=<mark>exk_….{4}<\/mark><\/pre>/);
    expect(text).toContain('<dt>issuer</dt><dd>Example ID, https://login.example.com/</dd>');
    expect(text).toContain('The scan is not complete');
    const ids = Array.from(text.matchAll(/ id="([^"]*)"/g), (match) => match[1]);
    expect(new Set(ids).size).toBe(ids.length);
    for (const [, id] of text.matchAll(/aria-labelledby="([^"]*)"/g)) expect(ids).toContain(id);
  });
});
