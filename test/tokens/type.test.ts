import { describe, expect, test } from 'vitest';
import { KINDS, LIFE } from './kind-table.ts';
import { sign, token } from './make.ts';

describe('kind', () => {
  test.each(KINDS)('%s: %s', async (_, type, claims, header) => {
    const explained = token(await sign({ ...LIFE, ...claims }, { alg: 'ES256', ...header }));
    expect(explained.type).toBe(type);
    expect(explained.typeReasons.length).toBeGreaterThan(0);
    expect(explained.typeReasons.every((reason) => reason.length > 5)).toBe(true);
  });
});

test('reasons never carry more of the claims than their names and known words', async () => {
  const explained = token(await sign({ sub: 'u', email: 'person@acme.test', sid: 'secret-session' }));
  expect(explained.typeReasons.join()).not.toMatch(/person|secret-session/);
});
