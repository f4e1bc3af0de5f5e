import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { loadCatalogue } from '../../src/rules/catalogue.ts';
import { rulesPage } from '../../src/rules/table.ts';

it('docs/rules.md is current (npx tsx src/build/rules-page.ts writes it)', () => {
  const { rules, sheets } = loadCatalogue();
  const page = rulesPage(rules, sheets);
  expect(readFileSync(new URL('../../docs/rules.md', import.meta.url), 'utf8')).toBe(page);
  expect(page.split('\n').filter((line) => line.startsWith('| ')).length).toBe(rules.length + 2);
});
