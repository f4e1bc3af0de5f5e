import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { Kind } from '../src/model.ts';
import { estimateBits, isGuessable } from '../src/strength.ts';

/** Bytes that look random and are the same in every run. */
const bytes = (length: number, seed = 0): Buffer =>
  Buffer.concat(
    Array.from({ length: Math.ceil(length / 64) }, (_, i) => createHash('sha512').update(`${seed}/${i}`).digest()),
  ).subarray(0, length);

const base62 = (length: number, seed = 0): string => {
  const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
  return Array.from(bytes(length, seed), (byte) => alphabet[byte % 62]).join('');
};

describe('estimateBits', () => {
  it.each([
    ['', 0, 0],
    ['aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa', 0, 8],
    ['abcdefghijklmnopqrstuvwxyz', 0, 30],
    ['0123456789012345678901234567890123456789', 0, 40],
    ['hunter2', 5, 25],
    ['correct horse battery staple', 40, 75],
    ['qwertyuiopasdfghjklzxcvbnm1234567890', 0, 79],
    ['abcabcabcabcabcabcabcabcabcabcabc', 0, 20],
  ])('of %j lies within its bounds', (value, least, most) => {
    const bits = estimateBits(value);
    expect(bits).toBeGreaterThanOrEqual(least);
    expect(bits).toBeLessThanOrEqual(most);
  });

  it('does not credit random values with much more than they hold', () => {
    for (let i = 0; i < 200; i++) {
      expect(estimateBits(bytes(16, i).toString('hex'))).toBeLessThanOrEqual(128);
      expect(estimateBits(base62(40))).toBeLessThanOrEqual(40 * Math.log2(62));
    }
  });
});

describe('isGuessable', () => {
  const weak = 'hunter2';
  const token = (signature: string): string => ['eyJhbGciOiJIUzI1NiJ9', 'eyJzdWIiOiJhIn0', signature].join('.');
  it.each<[string, Kind, string, boolean]>([
    ['a password', 'password', 'Tr0ub4dor&3', true],
    ['a passphrase with substitutions', 'password', 'C0rr3ctH0rs3B4tt3rySt4pl3Ch1ck3n', true],
    ['a generated password', 'password', base62(40), false],
    ['a word-like key', 'api-key', 'my-test-key-123', true],
    ['a phrase as a key', 'client-secret', 'ThisIsMySuperSecretKeyForJwtTokens12345', true],
    ['a hexadecimal key', 'api-key', bytes(20).toString('hex'), false],
    ['a base62 token', 'opaque-token', base62(32), false],
    ['a signed token', 'jwt', token(bytes(32).toString('base64url')), false],
    ['an unsigned token', 'jwt', token(''), true],
    ['a token with a placeholder signature', 'jwt', token('signature-signature-signature'), true],
    ['a connection string', 'connection-string', `postgres://app:${weak}@db-4f1c9a7e2b.eu-west-1.example.com:5432/orders`, true],
    ['a connection string with a generated password', 'connection-string', `postgres://app:${base62(48)}@db/orders`, false],
    ['a connection string of fields', 'connection-string', `Server=tcp:db.example.com;Uid=sa;Pwd=${weak};`, true],
    [
      'a connection string of fields with a generated key',
      'connection-string',
      `Name=a;AccountKey=${bytes(64).toString('base64')}`,
      false,
    ],
    ['a connection string without a known part', 'connection-string', `something ${base62(60)}`, true],
    ['a private key', 'private-key', bytes(600).toString('base64'), false],
  ])('%s', (_name, kind, secret, guessable) => {
    expect(isGuessable(secret, kind)).toBe(guessable);
  });

  it('hardly ever takes random tokens of 128 bits and more for guessable', () => {
    const seeds = Array.from({ length: 400 }, (_, seed) => seed);
    expect(seeds.filter((seed) => isGuessable(bytes(20, seed).toString('hex'), 'api-key')).length).toBeLessThan(8);
    expect(seeds.filter((seed) => isGuessable(base62(32, seed), 'api-key')).length).toBeLessThan(4);
  });
});
