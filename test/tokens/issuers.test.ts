import { describe, expect, test } from 'vitest';
import { explainToken } from '../../src/tokens/index.ts';
import type { Token } from '../../src/model.ts';
import { loadIssuerFiles, loadIssuers } from '../../src/tokens/load-issuers.ts';
import { ISSUERS, NOW, sign, token } from './make.ts';

const files = loadIssuerFiles(ISSUERS);

test('the table is plain JSON without examples and holds every issuer that it must', () => {
  const table = loadIssuers(ISSUERS);
  expect(JSON.parse(JSON.stringify(table))).toEqual(table);
  expect(table.every((issuer) => !('examples' in issuer))).toBe(true);
  expect(table.length).toBeGreaterThanOrEqual(40);
});

test('patterns have holes that regular expressions can name, and results name only what can be known', () => {
  for (const issuer of files) {
    const holes = new Set(JSON.stringify(issuer.recognise).match(/(?<=\{)[a-z]+(?=[.^9#*]?\})/g));
    const results = [issuer.tenant, issuer.console, ...Object.values(issuer.endpoints ?? {})].flat().join(' ');
    for (const [, name] of results.matchAll(/\{([^}]+)\}/g)) {
      expect(name?.startsWith('claim:') || name === 'iss' || holes.has(name ?? ''), `${issuer.id}: {${name}}`).toBe(true);
    }
  }
});

describe.each(files)('$name', (file) => {
  test.each(file.examples.map((example, i) => [i, example] as const))(
    'example %i',
    async (_, { header, claims, expect: wanted }) => {
      const explained = token(await sign(claims, header));
      expect(explained.issuerId).toBe(file.id);
      expect(explained.issuerName).toBe(file.name);
      expect(explained.remedy?.revoke).toBe(file.revoke);
      for (const [key, value] of Object.entries(wanted)) expect(explained[key as keyof Token], key).toEqual(value);
      for (const url of Object.values(explained.endpoints ?? {}).flat()) expect(() => new URL(url)).not.toThrow();
    },
  );
});
test('the clock of the tests stands still', () => {
  expect(explainToken('', { now: NOW, issuers: [] })).toHaveProperty('malformed');
});
