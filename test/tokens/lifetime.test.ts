import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Token } from '../../src/model.ts';
import type { JsonObject } from '../../src/tokens/json.ts';
import { lifetimeOf } from '../../src/tokens/lifetime.ts';
import { NOW, SECONDS } from './make.ts';

const HOUR = 3600;
const DAY = 24 * HOUR;

const table: [string, JsonObject, Token['state'], Token['lifetime'], number?][] = [
  ['an hour, over', { iat: SECONDS - 2 * HOUR, exp: SECONDS - HOUR }, 'expired', 'short', HOUR],
  ['ends now', { iat: SECONDS - HOUR, exp: SECONDS }, 'expired', 'short', HOUR],
  ['an hour, running', { iat: SECONDS - 60, exp: SECONDS - 60 + HOUR }, 'active', 'short', HOUR],
  ['an hour and a second', { iat: SECONDS, exp: SECONDS + HOUR + 1 }, 'active', 'medium', HOUR + 1],
  ['a day', { iat: SECONDS, exp: SECONDS + DAY }, 'active', 'medium', DAY],
  ['30 days', { iat: SECONDS, exp: SECONDS + 30 * DAY }, 'active', 'long', 30 * DAY],
  ['31 days', { iat: SECONDS, exp: SECONDS + 31 * DAY }, 'active', 'very-long', 31 * DAY],
  ['ten years', { iat: SECONDS, exp: SECONDS + 3652 * DAY }, 'active', 'very-long', 3652 * DAY],
  ['nbf stands for iat', { nbf: SECONDS - HOUR, exp: SECONDS + HOUR }, 'active', 'medium', 2 * HOUR],
  ['not yet', { iat: SECONDS, nbf: SECONDS + DAY, exp: SECONDS + 2 * DAY }, 'not-yet-valid', 'long', 2 * DAY],
  ['no end', { iat: SECONDS }, 'never-expires', 'unbounded'],
  ['no times', { sub: 'u' }, 'never-expires', 'unbounded'],
  ['exp 0 means none', { iat: SECONDS, exp: 0 }, 'never-expires', 'unbounded'],
  ['exp null', { iat: SECONDS, exp: null }, 'never-expires', 'unbounded'],
  ['no end, not yet', { nbf: SECONDS + DAY }, 'not-yet-valid', 'unbounded'],
  ['only exp, far: at least what is left', { exp: SECONDS + 400 * DAY }, 'active', 'very-long'],
  ['only exp, over', { exp: SECONDS - 1 }, 'expired', 'unknown'],
  ['exp before iat', { iat: SECONDS, exp: SECONDS - HOUR }, 'expired', 'unknown'],
  ['text', { iat: String(SECONDS), exp: String(SECONDS + HOUR) }, 'active', 'short', HOUR],
  ['ISO text', { iat: NOW.toISOString(), exp: new Date((SECONDS + DAY) * 1000).toISOString() }, 'active', 'medium', DAY],
  ['milliseconds', { iat: SECONDS * 1000, exp: (SECONDS + HOUR) * 1000 }, 'active', 'short', HOUR],
  [
    'milliseconds, over: a verifier by the RFC still takes it',
    { iat: SECONDS, exp: (SECONDS - HOUR) * 1000 },
    'unknown',
    'unknown',
  ],
  ['fractions', { iat: SECONDS + 0.5, exp: SECONDS + HOUR + 0.5 }, 'active', 'short', HOUR],
  ['nonsense', { iat: SECONDS, exp: 'soon' }, 'unknown', 'unknown'],
  ['an object', { exp: {} }, 'unknown', 'unknown'],
  ['negative', { exp: -5 }, 'unknown', 'unknown'],
  ['too large for any unit', { exp: 1e300 }, 'unknown', 'unknown'],
];

describe('state and class', () => {
  test.each(table)('%s', (_, claims, state, lifetime, seconds) => {
    const result = lifetimeOf(claims, 'access', { now: NOW });
    expect(result).toMatchObject({ state, lifetime });
    expect(result.lifetimeSeconds).toBe(seconds);
  });
  test('claims that cannot be read', () =>
    expect(lifetimeOf(undefined, 'access', { now: NOW })).toMatchObject({ state: 'unknown', lifetime: 'unknown' }));
});

test('times are told as ISO 8601 in UTC', () => {
  expect(lifetimeOf({ iat: 1760000000, nbf: 1760000001, exp: 1760003600 }, 'access', { now: NOW })).toMatchObject({
    issuedAt: '2025-10-09T08:53:20.000Z',
    notBefore: '2025-10-09T08:53:21.000Z',
    expiresAt: '2025-10-09T09:53:20.000Z',
  });
});

describe('odd times are told', () => {
  test.each([
    [{ exp: SECONDS * 1000 + 5 }, [{ claim: 'exp', how: 'milliseconds' }]],
    [{ exp: `${SECONDS}` }, [{ claim: 'exp', how: 'text' }]],
    [{ iat: 'x', exp: SECONDS }, [{ claim: 'iat', how: 'unreadable' }]],
    [{ iat: `${SECONDS}000` }, [{ claim: 'iat', how: 'milliseconds' }]],
    [{ iat: SECONDS, exp: SECONDS }, []],
  ])('%j', (claims, odd) => expect(lifetimeOf(claims, 'access', { now: NOW }).odd).toEqual(odd));
  test('the future', () =>
    expect(lifetimeOf({ iat: SECONDS + DAY, nbf: SECONDS + DAY }, 'access', { now: NOW }).future).toEqual(['iat', 'nbf']));
  test('a clock that is a little off', () =>
    expect(lifetimeOf({ iat: SECONDS + 30, nbf: SECONDS + 30 }, 'access', { now: NOW })).toMatchObject({
      future: [],
      state: 'never-expires',
    }));
});

describe('without exp', () => {
  test('a DPoP proof lives minutes', () =>
    expect(lifetimeOf({ iat: SECONDS - 3600 }, 'dpop-proof', { now: NOW })).toMatchObject({
      state: 'expired',
      lifetime: 'short',
    }));
  test('an issuer that counts from iat', () =>
    expect(lifetimeOf({ iat: SECONDS - 10 }, 'access', { now: NOW, sinceIssue: 3600 })).toMatchObject({
      state: 'active',
      lifetimeSeconds: 3600,
    }));
  test('a security event holds no end', () =>
    expect(lifetimeOf({ iat: SECONDS }, 'security-event', { now: NOW })).toMatchObject({
      state: 'unknown',
      lifetime: 'unknown',
    }));
});

describe('when committed', () => {
  const claims = { iat: SECONDS - 10 * DAY, exp: SECONDS - 9 * DAY };
  test.each([
    ['before its time', -11, false],
    ['in its time', -9.5, true],
    ['after its time', -8, false],
  ])('%s', (_, days, live) => {
    const committedAt = new Date((SECONDS + days * DAY) * 1000);
    expect(lifetimeOf({ ...claims, nbf: claims.iat }, 'access', { now: NOW, committedAt })).toMatchObject({
      state: 'expired',
      liveWhenCommitted: live,
    });
  });
  test('never ends: always', () => expect(lifetimeOf({}, 'access', { now: NOW, committedAt: NOW }).liveWhenCommitted).toBe(true));
  test('not told without a commit', () =>
    expect(lifetimeOf(claims, 'access', { now: NOW })).not.toHaveProperty('liveWhenCommitted'));
});

test('any values: no throw, and times are valid', () => {
  fc.assert(
    fc.property(fc.record({ exp: fc.jsonValue(), iat: fc.jsonValue(), nbf: fc.oneof(fc.double(), fc.jsonValue()) }), (claims) => {
      const { issuedAt, expiresAt, notBefore } = lifetimeOf(claims, 'access', { now: NOW });
      for (const time of [issuedAt, expiresAt, notBefore]) if (time !== undefined) expect(Date.parse(time)).not.toBeNaN();
    }),
  );
});

test('a later end never makes a token less alive', () => {
  const rank: Token['state'][] = ['expired', 'active', 'never-expires'];
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 4e9 }), fc.integer({ min: 0, max: 4e9 }), (exp, more) => {
      const state = (end: number): number => rank.indexOf(lifetimeOf({ exp: end }, 'access', { now: NOW }).state);
      expect(state(exp + more)).toBeGreaterThanOrEqual(state(exp));
    }),
  );
});
