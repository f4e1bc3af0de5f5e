/** The tables of what goes wrong elsewhere: each row names the test that holds it. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TESTS = readdirSync(join(ROOT, 'test'), { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('.test.ts') && !name.endsWith('failures.test.ts'))
  .map((name) => readFileSync(join(ROOT, 'test', name), 'utf8').replace(/\\(['"])/g, '$1'));

function rowsOf(page: string): [reported: string, tests: string[]][] {
  const text = readFileSync(join(ROOT, 'docs', page), 'utf8');
  const [, table = ''] = /^## What goes wrong elsewhere\n[^|]*((?:\|.*\n)+)/m.exec(text) ?? [];
  return table
    .trim()
    .split('\n')
    .slice(2)
    .map((row) => row.split('|').map((cell) => cell.trim()))
    .map((cells) => [cells[1]!, Array.from(cells[3]!.matchAll(/`([^`]+)`/g), (match) => match[1]!)]);
}

describe.each(['github-action.md', 'hooks.md'])('%s', (page) => {
  const rows = rowsOf(page);

  it('has its table', () => expect(rows.length).toBeGreaterThan(5));

  it.each(rows)('%s: the test is there', (_reported, tests) => {
    expect(tests.length).toBeGreaterThan(0);
    for (const name of tests) {
      const parts = name.split('…').map((part) => part.trim());
      expect([name, TESTS.some((text) => parts.every((part) => text.includes(part)))]).toEqual([name, true]);
    }
  });
});
