/** Documentation that is made from tables is current; what is written by hand names all that there is. */
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { issuersPage, severityPage } from '../src/build/docs.ts';
import { parseRules } from '../src/rules/load.ts';
import { issuers } from './tokens/make.ts';

const page = (name: string): string => readFileSync(new URL(`../docs/${name}`, import.meta.url), 'utf8');
const source = (name: string): string => readFileSync(new URL(`../src/${name}`, import.meta.url), 'utf8');
const rules = (name: string): string[] => {
  const { file } = parseRules(readFileSync(new URL(`../patterns/${name}.yaml`, import.meta.url), 'utf8'), name);
  return file.rules.map(({ id }) => id);
};

test('docs/severity.md is what the code does', () => expect(severityPage()).toMatchFileSnapshot('../docs/severity.md'));
test('docs/issuers.md is what patterns/issuers holds', () =>
  expect(issuersPage(issuers)).toMatchFileSnapshot('../docs/issuers.md'));

describe('docs/tokens.md', () => {
  const text = page('tokens.md');
  const code = ['tokens/problems.ts', 'tokens/weakkeys.ts'].map(source).join('\n');
  const codes = [...code.matchAll(/(?:problem\(\s*|code: (?:[^,\n]*\? )?)'([a-z0-9-]+)'(?: : '([a-z0-9-]+)')?/g)]
    .flatMap(([, first, second]) => [first, second])
    .filter((one) => one !== undefined);
  test('there are problems to name', () => expect(codes.length).toBeGreaterThan(20));
  test.each([...new Set(codes), 'jku-header', 'x5u-header'])('names the problem %s', (code) =>
    expect(text).toContain(`\`${code}\``),
  );
  test.each(rules('tokens'))('names the rule %s', (id) => expect(text).toContain(`\`${id}\``));
});

test.each(rules('misuse'))('docs/misuse.md names the rule %s', (id) => expect(page('misuse.md')).toContain(`\`${id}\``));
