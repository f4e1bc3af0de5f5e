/** The HTML report in a real browser. */
import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { type ReportContext, render } from '../../src/report/index.ts';
import { tree } from '../helpers/cli.ts';
import { build, commit, history, hostile, random, rich } from './builder.ts';

const PLACES = [
  process.env['CHROMIUM'] ?? '',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  String.raw`C:\Program Files\Google\Chrome\Application\chrome.exe`,
];
const executablePath = PLACES.find((path) => path !== '' && existsSync(path));

/** Secrets of several years: each third is still in HEAD. */
function lives(): { report: Report; context: ReportContext } {
  return build(
    [2021, 2019, 2023].map((year, n) => {
      const secret = `exk_${random(`life${year}`, 36)}`;
      const life = {
        inHead: n === 0,
        first: commit(`first${year}`, { date: `${year}-03-01T12:00:00Z` }),
        last: commit(`last${year}`, { date: `${year + 1}-03-01T12:00:00Z` }),
      };
      const change = { title: `Key of ${year}`, provider: n === 1 ? 'aws' : 'github', history: history(life) };
      return { secret, at: [[`src/${year}.env`, 3, `KEY=${secret}`]], change };
    }),
  );
}

describe.runIf(executablePath !== undefined)('the HTML report in Chromium', () => {
  let browser: Browser;
  beforeAll(async () => {
    browser = await chromium.launch({ executablePath: executablePath!, args: ['--no-sandbox'] });
  });
  afterAll(() => browser.close());

  /** Opens a report; `trouble` collects what a browser complains of, and all that it asks the network for. */
  async function open(
    made: { report: Report; context: ReportContext },
    options: BrowserContextOptions = {},
  ): Promise<{ page: Page; trouble: string[] }> {
    const file = join(tree(), 'report.html');
    writeFileSync(file, await render('html', made.report, made.context));
    const page = await (await browser.newContext(options)).newPage();
    const trouble: string[] = [];
    page.on('console', (message) => trouble.push(message.text()));
    page.on('pageerror', (error) => trouble.push(error.message));
    page.on('dialog', (dialog) => {
      trouble.push(dialog.message());
      void dialog.dismiss();
    });
    page.on('request', (request) => request.url().startsWith('file:') || trouble.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    return { page, trouble };
  }

  const names = async (page: Page): Promise<string[]> =>
    (await page.locator('#findings > li:visible h2').allTextContents()).map((text) => /^\w+ (.*?) \S+$/.exec(text)![1]!);

  it.each([
    ['everything', rich()],
    ['hostile text', hostile()],
    ['nothing', build([])],
  ])('shows %s without a complaint, and asks the network for nothing', async (_name, made) => {
    const { page, trouble } = await open(made);
    expect(await page.locator('#findings > li').count()).toBe(made.report.findings.length);
    expect(trouble).toEqual([]);
    expect(await page.evaluate('document.scrollingElement.scrollWidth <= innerWidth')).toBe(true);
  });

  it('filters by words, severity and provider, and shows what is suppressed when asked to', async () => {
    const { page } = await open(rich());
    expect(await names(page)).toEqual(['Example API key', 'Password', 'Access token (JWT)']);
    await page.fill('#search', 'login.example.com');
    expect(await names(page)).toEqual(['Access token (JWT)']);
    expect(await page.textContent('#shown')).toBe('1 of 4 shown');
    await page.fill('#search', '');
    await page.selectOption('#severity', { label: 'medium and above' });
    expect(await names(page)).toEqual(['Example API key', 'Password']);
    await page.selectOption('#severity', { label: 'info and above' });
    await page.check('#accepted');
    expect(await names(page)).toHaveLength(4);
    const other = await open(lives());
    await other.page.selectOption('#provider', 'aws');
    expect(await names(other.page)).toEqual(['Key of 2019']);
  });

  it('orders by path and by first commit', async () => {
    const { page } = await open(rich());
    await page.selectOption('#order', 'rule');
    expect(await names(page)).toEqual(['Example API key', 'Access token (JWT)', 'Password']);
    await page.selectOption('#order', '');
    expect(await names(page)).toEqual(['Example API key', 'Password', 'Access token (JWT)']);
    const other = await open(lives());
    await other.page.selectOption('#order', 'first');
    expect(await names(other.page)).toEqual(['Key of 2019', 'Key of 2021', 'Key of 2023']);
  });

  it('draws the lives of secrets, and leads from a bar to its finding', async () => {
    const { page } = await open(lives());
    const bars = page.locator('.timeline li');
    expect(await bars.locator('a').allTextContents()).toEqual([
      expect.stringMatching(/^Key of 2019/),
      expect.stringMatching(/^Key of 2021/),
      expect.stringMatching(/^Key of 2023/),
    ]);
    const boxes = await bars.locator('rect').evaluateAll((all) => all.map((bar) => bar.getBoundingClientRect().x));
    expect(boxes).toEqual(boxes.toSorted((a, b) => a - b));
    await bars.nth(2).locator('a').click();
    expect(await page.evaluate("document.querySelector(':target').textContent")).toContain('Key of 2023');
    await page.check('#inhead');
    expect(await names(page)).toEqual(['Key of 2021']);
    expect(await page.locator('.timeline li:visible').count()).toBe(1);
  });

  it('can be used without a mouse', async () => {
    const { page } = await open(rich());
    const focused = (): Promise<string> => page.evaluate('document.activeElement.id || document.activeElement.tagName');
    await page.keyboard.press('/');
    expect(await focused()).toBe('search');
    await page.keyboard.type('password');
    expect(await names(page)).toEqual(['Password']);
    await page.keyboard.press('Escape');
    expect([await page.inputValue('#search'), (await names(page)).length]).toEqual(['', 3]);
    await page.keyboard.press('j');
    await page.keyboard.press('j');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Password');
    await page.keyboard.press('k');
    expect(await page.evaluate('document.activeElement.textContent')).toContain('Example API key');
    // All that can be operated is reached by Tab, and shows that it is.
    const reached = new Set<string>();
    for (let n = 0; n < 40; n++) {
      await page.keyboard.press('Tab');
      reached.add(await focused());
      if ((await focused()) !== 'BODY')
        expect(await page.evaluate('getComputedStyle(document.activeElement).outlineStyle')).toBe('solid');
    }
    for (const name of ['search', 'severity', 'provider', 'order', 'inhead', 'accepted', 'SUMMARY', 'PRE', 'A'])
      expect(reached).toContain(name);
  });

  it.each(['light', 'dark'] as const)('can be read in %s mode', async (colorScheme) => {
    const { page } = await open(rich(), { colorScheme });
    await page.check('#accepted');
    // Contrast of text and background by WCAG 2.2, 1.4.3: 4.5 to 1.
    const low = await page.evaluate<string[]>(`(() => {
      const parse = (color) => { const c = document.createElement('canvas').getContext('2d'); c.fillStyle = color; c.fillRect(0, 0, 1, 1); return [...c.getImageData(0, 0, 1, 1).data]; };
      const over = (top, under) => top.slice(0, 3).map((v, i) => v * top[3] / 255 + under[i] * (1 - top[3] / 255)).concat(255);
      const light = (color) => color.slice(0, 3).map((v) => v / 255).map((v) => (v <= 0.03928 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)).reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
      const background = (node) => { const own = parse(getComputedStyle(node).backgroundColor); return own[3] === 255 ? own : over(own, node.parentElement ? background(node.parentElement) : parse(matchMedia('(prefers-color-scheme: dark)').matches ? '#121212' : '#fff')); };
      const opacity = (node) => (node ? Number(getComputedStyle(node).opacity) * opacity(node.parentElement) : 1);
      const found = [];
      for (const node of document.querySelectorAll('body *')) {
        if (![...node.childNodes].some((child) => child.nodeType === 3 && child.textContent.trim()) || !node.checkVisibility() || /^(?:SCRIPT|STYLE|OPTION)$/.test(node.tagName)) continue;
        const under = background(node);
        const color = parse(getComputedStyle(node).color); color[3] *= opacity(node);
        const [a, b] = [light(over(color, under)), light(under)].sort((x, y) => y - x);
        if ((a + 0.05) / (b + 0.05) < 4.5) found.push(node.tagName + ' ' + node.textContent.slice(0, 30) + ' ' + ((a + 0.05) / (b + 0.05)).toFixed(2));
      }
      return found;
    })()`);
    expect(low).toEqual([]);
  });

  it('shows all findings where no script may run', async () => {
    const { page } = await open(rich(), { javaScriptEnabled: false });
    expect(await page.locator('#findings > li:visible').count()).toBe(4);
    expect(await page.locator('#controls').isVisible()).toBe(false);
  });

  it('fits a narrow screen', async () => {
    const { page } = await open(lives(), { viewport: { width: 360, height: 700 } });
    expect(await page.evaluate('document.scrollingElement.scrollWidth <= innerWidth')).toBe(true);
  });
});
