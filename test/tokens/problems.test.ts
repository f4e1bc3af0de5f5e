import { randomBytes } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import { SEVERITIES } from '../../src/model.ts';
import type { JsonObject } from '../../src/tokens/json.ts';
import { isLocalUrl } from '../../src/tokens/problems.ts';
import { encode, pair, publicJwk, SECONDS, sign, token, withHeader } from './make.ts';

const GOOD = { iss: 'https://id.acme.org', sub: 'u', aud: 'api', scope: 'read', iat: SECONDS - 60, exp: SECONDS + 3000 };
const codes = (text: string): string[] => token(text).problems.map(({ code }) => code);

test('a good token has none', async () => expect(codes(await sign(GOOD))).toEqual([]));

describe('claims', () => {
  const table: [string, JsonObject, string[]][] = [
    ['no end', { exp: undefined }, ['no-expiry']],
    ['40 days', { exp: SECONDS + 40 * 86400 }, ['very-long-lived']],
    ['ten years', { exp: SECONDS + 3650 * 86400 }, ['very-long-lived']],
    ['30 days', { iat: SECONDS, exp: SECONDS + 30 * 86400 }, []],
    ['admin', { scope: 'admin' }, ['admin-privilege']],
    ['audience *', { aud: '*' }, ['wildcard-audience']],
    ['audience https://*', { aud: ['api', 'https://*'] }, ['wildcard-audience']],
    ['no audience', { aud: undefined }, ['no-audience']],
    ['empty audience', { aud: [] }, ['no-audience']],
    ['http issuer', { iss: 'http://id.acme.org' }, ['http-issuer']],
    ['http issuer at home', { iss: 'http://localhost:8080' }, []],
    ['milliseconds', { exp: (SECONDS + 3000) * 1000 }, ['milliseconds-time']],
    ['text', { exp: String(SECONDS + 3000) }, ['text-time']],
    ['nonsense', { iat: 'x' }, ['unreadable-time']],
    ['future', { iat: SECONDS + 1000 }, ['future-issued']],
    ['personal data', { email: 'someone@acme.org' }, ['personal-data']],
    ['a secret inside', { api_key: 'k-123' }, ['secret-inside']],
    [
      'the example of jwt.io',
      { sub: '1234567890', name: 'John Doe', iat: 1516239022 },
      ['very-long-lived', 'example-token', 'personal-data'],
    ],
    ['a session needs no audience', { aud: undefined, scope: undefined, sid: 's' }, []],
  ];
  test.each(table)('%s', async (_, claims, wanted) => expect(codes(await sign({ ...GOOD, ...claims }))).toEqual(wanted));
  test('messages need no end and no audience', async () => {
    expect(codes(await sign({ htm: 'GET', htu: 'https://a.test', iat: SECONDS }, { alg: 'ES256', typ: 'dpop+jwt' }))).toEqual([]);
    expect(codes(await sign({ events: {} }, { alg: 'ES256', typ: 'secevent+jwt' }))).toEqual([]);
  });
});

describe('headers', () => {
  const table: [string, JsonObject, string[]][] = [
    ['jku', { jku: 'https://evil.test/keys' }, ['jku-header']],
    ['x5u', { x5u: 'https://evil.test/cert' }, ['x5u-header']],
    ['x5c', { x5c: ['MIIB'] }, ['x5c-header']],
    ['kid path', { kid: '../../../../dev/null' }, ['kid-injection']],
    ['kid absolute', { kid: '/etc/hostname' }, ['kid-injection']],
    ['kid windows', { kid: '..\\..\\key' }, ['kid-injection']],
    ['kid encoded', { kid: '%2e%2e%2fkey' }, ['kid-injection']],
    ['kid SQL', { kid: "x' UNION SELECT 'key" }, ['kid-injection']],
    ['kid SQL comment', { kid: "x' -- " }, ['kid-injection']],
    ['kid command', { kid: 'key|whoami' }, ['kid-injection']],
    ['kid URL', { kid: 'https://a.test/key' }, ['kid-injection']],
    ['kid like base64url', { kid: 'a-_b--' }, []],
    ['kid uuid', { kid: '11111111-2222-3333-4444-555555555555' }, []],
    ['kid Apple', { kid: 'ABC123DEFG' }, []],
  ];
  test.each(table)('%s', async (_, header, wanted) =>
    expect(codes(await sign(GOOD, { alg: 'ES256', ...header }))).toEqual(wanted),
  );
  test('own key', async () =>
    expect(codes(await sign(GOOD, { alg: 'ES256', jwk: await publicJwk('ES256') }))).toEqual(['embedded-jwk']));
  test('private key in the header: critical, and hidden', async () => {
    const { exportJWK } = await import('jose');
    const jwk = await exportJWK((await pair('ES256')).privateKey);
    const explained = token(await sign(GOOD, { alg: 'ES256', jwk: { ...jwk } }));
    expect(explained.problems[0]).toMatchObject({ code: 'embedded-private-key', severity: 'critical' });
    expect(JSON.stringify(explained)).not.toContain(jwk.d);
  });
});

describe('signatures', () => {
  const header = (alg: string): string => encode(JSON.stringify({ alg }));
  const body = encode(JSON.stringify(GOOD));
  test.each([
    ['ES256', 64, []],
    ['ES256', 63, ['signature-length']],
    ['ES256', 71, ['signature-length']],
    ['ES384', 96, []],
    ['ES512', 132, []],
    ['ES512', 64, ['signature-length']],
    ['HS256', 32, []],
    ['HS256', 20, ['signature-length']],
    ['HS512', 64, []],
    ['EdDSA', 64, []],
    ['EdDSA', 114, []],
    ['EdDSA', 32, ['signature-length']],
    ['RS256', 256, []],
    ['RS256', 384, []],
    ['RS256', 128, ['weak-rsa-key']],
    ['PS256', 200, ['signature-length']],
    ['RS256', 257, ['signature-length']],
    ['X999', 5, []],
    ['__proto__', 5, []],
    ['ES256', 0, ['empty-signature']],
  ] as [string, number, string[]][])('%s with %i bytes', (alg, length, wanted) =>
    expect(codes(`${header(alg)}.${body}.${encode(randomBytes(length))}`)).toEqual(wanted),
  );
  test('null bytes', () =>
    expect(codes(`${header('ES256')}.${body}.${encode(new Uint8Array(64))}`)).toEqual(['empty-signature']));
  test('every problem has a severity and a sentence', async () => {
    const bad = token(
      withHeader(await sign({ ...GOOD, iss: 'http://a.acme.org', aud: '*', exp: undefined, scope: 'admin', email: 'a@b.test' }), {
        alg: 'none',
        kid: '../x',
        jku: 'https://a.test',
      }),
    );
    expect(bad.problems.length).toBeGreaterThanOrEqual(8);
    for (const { severity, text } of bad.problems) {
      expect(SEVERITIES).toContain(severity);
      expect(text).toMatch(/^[A-Z].*\.$|^(exp|iat|nbf) .*\.$/);
    }
  });
});

test('control characters of a token do nothing to a terminal', async () => {
  const { problems } = token(await sign(GOOD, { alg: 'ES256', jku: 'https://a.test/\u001b[31m\u202e' }));
  expect(problems[0]?.text).toContain('\\u001b[31m\\u202e');
});

describe('local issuers', () => {
  test.each([
    'http://localhost',
    'https://localhost:3000/x',
    'http://127.0.0.1:80',
    'http://[::1]/',
    'https://keycloak',
    'https://a.local',
    'https://a.svc.cluster.local',
    'https://example.com',
    'https://id.example.org/x',
    'https://a.test',
    'https://x.internal',
  ])('%s', (url) => expect(isLocalUrl(url)).toBe(true));
  test.each([
    'https://id.acme.org',
    'https://example.com.acme.org',
    'https://notlocalhost.io',
    'https://8.8.8.8',
    'joe',
    '',
    'https://myexample.com',
  ])('not: %s', (url) => expect(isLocalUrl(url)).toBe(false));
});
