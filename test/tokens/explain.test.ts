import { randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { type CardLine, duration, type Explanation, explainText, relative, unwrap } from '../../src/tokens/explain.ts';
import { encode, issuers, NOW, SECONDS, sign } from './make.ts';

const explain = (text: string): Explanation | { malformed: string } => explainText(text, { now: NOW, issuers });
const lines = (text: string): CardLine[] => {
  const explained = explain(text);
  if ('malformed' in explained) throw new Error(explained.malformed);
  return explained.lines;
};
const shown = (text: string): string =>
  lines(text)
    .map(({ section, label, text: line }) => `${section} | ${label} | ${line}`)
    .join('\n');

describe('what stands around a token', () => {
  test.each([
    ['x.y.z', 'x.y.z'],
    ['  x.y.z\n', 'x.y.z'],
    ['Bearer x.y.z', 'x.y.z'],
    ['bearer   x.y.z', 'x.y.z'],
    ['Authorization: Bearer x.y.z', 'x.y.z'],
    ['"x.y.z"', 'x.y.z'],
    ["'x.y.z',", 'x.y.z'],
    ['"Authorization: Bearer x.y.z"', 'x.y.z'],
    ['DPoP x.y.z', 'x.y.z'],
    ['{"payload":"a"}', '{"payload":"a"}'],
    ['"x.y.z', '"x.y.z'],
  ])('%s', (text, bare) => expect(unwrap(text)).toBe(bare));
});

describe('the card', () => {
  test('of an access token', async () => {
    const text = shown(
      `Bearer ${await sign({ iss: 'https://acme.eu.auth0.com/', sub: 'auth0|1', aud: 'https://api.acme.org', azp: 'c1', scope: 'read:users delete:users', iat: SECONDS - 7200, exp: SECONDS + 79200 }, { alg: 'RS256', kid: 'k1' })}`,
    );
    for (const line of [
      'what | format | a signed token (JWS), RS256',
      'what | kind | access token: opens an API',
      'what | key id | k1',
      'who | issuer | Auth0, https://acme.eu.auth0.com/',
      'who | belongs to | acme',
      'who | client | c1',
      'when | state | active now',
      'when | issued | 2025-10-09T22:00:00.000Z, 2 hours ago',
      'when | expires | 2025-10-10T22:00:00.000Z, in 22 hours',
      'when | lives for | 1 day',
      'power | scopes | read:users, delete:users',
      'to do |  | Revocation endpoint (RFC 7009): https://acme.eu.auth0.com/oauth/revoke',
      `claims | exp | ${SECONDS + 79200}: 2025-10-10T22:00:00.000Z, in 22 hours (not to be taken after)`,
      'claims | azp | c1 (the application that it was issued to)',
    ]) {
      expect(text).toContain(line);
    }
  });
  test('of an expired one: nothing to revoke', async () => {
    const text = shown(
      await sign({ iss: 'https://id.acme.org', sub: 'u', aud: 'a', iat: SECONDS - 86400 * 3, exp: SECONDS - 86400 * 2 }),
    );
    expect(text).toContain('when | state | expired');
    expect(text).toContain('2 days ago');
    expect(text).toContain('nothing is left to revoke');
    expect(text).not.toContain('to do |  | Revocation');
  });
  test('of one signed with a well-known key: the key comes first', async () => {
    const text = await new SignJWT({ sub: 'u', role: 'admin' })
      .setProtectedHeader({ alg: 'HS256' })
      .sign(new TextEncoder().encode('secret'));
    const explained = explain(text);
    expect(explained).toMatchObject({ token: { problems: [{ code: 'weak-hmac-key' }, {}, {}, {}] } });
    expect(lines(text).find(({ section }) => section === 'to do')?.text).toContain('Replace the signing key first');
    expect(lines(text).find(({ section }) => section === 'problems')).toMatchObject({ label: 'critical', tone: 'bad' });
  });
  test('of a bound one', async () =>
    expect(shown(await sign({ sub: 'u', cnf: { jkt: 'abc' } }))).toContain(
      'power | bound to | a key, by DPoP (RFC 9449), thumbprint abc: of no use without it',
    ));
  test('of an encrypted one', () => {
    const text = shown(
      `${encode('{"alg":"dir","enc":"A256GCM"}')}..${encode(randomBytes(12))}.${encode(randomBytes(20))}.${encode(randomBytes(16))}`,
    );
    expect(text).toContain('an encrypted token (JWE), dir');
    expect(text).toContain('only its header can be read');
  });
  test('of an API key', () => {
    const text = shown(['xoxb', '123456789012', '210987654321', 'aB3dE5fG7hI9jK1lM3nO5pQ7'].join('-'));
    expect(text).toContain('what | kind | Slack bot token');
    expect(text).toContain('holds | workspaceNumber | 123456789012');
  });
  test('of a demo key: nothing to do', async () => {
    expect(shown(await sign({ iss: 'supabase-demo', role: 'anon', exp: 1983812996 }, { alg: 'HS256' }))).toContain(
      'to do |  | Nothing',
    );
  });
  test('personal data stay hidden', async () =>
    expect(shown(await sign({ sub: 'u', email: 'person@acme.org' }))).not.toContain('person@'));
});

describe('tokens of documentation are no findings', () => {
  const claims = { sub: '1234567890', name: 'John Doe', iat: 1516239022 };
  test.each([claims, { ...claims, admin: true }])('jwt.io %#', async (each) => {
    const text = await new SignJWT(each)
      .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
      .sign(new TextEncoder().encode('your-256-bit-secret'));
    expect(explain(text)).toMatchObject({
      token: {
        problems: expect.arrayContaining([
          expect.objectContaining({ code: 'example-token' }),
          expect.objectContaining({ code: 'weak-hmac-key' }),
        ]) as unknown,
      },
    });
  });
});

test('what is no token: the reason', () => {
  expect(explain('hello')).toEqual({ malformed: expect.stringContaining('parts') as string });
  expect(explain('')).toEqual({ malformed: 'it is empty' });
});

test('times in words', () => {
  const at = (seconds: number): string => relative(new Date(NOW.getTime() + seconds * 1000), NOW);
  expect([0, 1, -1, 59, 60, -3600, 86400, -86400 * 400, 86400 * 3653].map(at)).toEqual([
    'now',
    'in 1 second',
    '1 second ago',
    'in 59 seconds',
    'in 1 minute',
    '1 hour ago',
    'in 1 day',
    '1 year ago',
    'in 10 years',
  ]);
  expect([0, 3600, 5400, 86400 * 30].map(duration)).toEqual(['0 seconds', '1 hour', '2 hours', '30 days']);
});

test('strangers: no throw, no control characters, bounded lines', () => {
  const claims = fc.dictionary(
    fc.string({ maxLength: 20, unit: 'binary' }),
    fc.jsonValue({ maxDepth: 3, stringUnit: 'binary' }),
    { maxKeys: 6 },
  );
  fc.assert(
    fc.property(claims, claims, (header, payload) => {
      const text = `${encode(JSON.stringify({ ...header, alg: 'RS256' }))}.${encode(JSON.stringify(payload))}.AAAA`;
      for (const line of lines(text)) {
        // oxlint-disable-next-line no-control-regex
        expect(line.text + line.label).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u202a-\u202e]/);
        expect(line.text.length).toBeLessThan(4000);
      }
    }),
    { numRuns: 300 },
  );
});

describe('a megabyte of what looks like a token takes bounded time', () => {
  test.each([
    ['one run', 'eyJ'.padEnd(1_000_000, 'a')],
    ['dots', 'eyJhbGciOiJub25lIn0'.padEnd(1_000_000, '.')],
    ['disclosures', ['eyJhbGciOiJub25lIn0', 'e30', '~'].join('.').padEnd(1_000_000, 'WyJh~')],
    ['braces', '{'.repeat(1_000_000)],
    ['a JWS in JSON', `{"payload":"${'A'.repeat(1_000_000)}","signature":"AA","protected":"eyJhbGciOiJub25lIn0"}`],
    ['base62', 'z'.repeat(1_000_000)],
    ['base62 of the longest Branca', 'z'.repeat(2000)],
    ['packets', 'MDAxOWxvY2F0aW9u'.repeat(60_000)],
    ['PASETO', 'v4.public.'.padEnd(1_000_000, 'A')],
    ['quotes', '"'.repeat(1_000_000)],
    ['spaces', ' '.repeat(1_000_000)],
    ['schemes', 'Bearer '.repeat(140_000)],
  ])('%s', (_, text) => {
    const before = performance.now();
    explainText(text, { now: NOW, issuers });
    expect(performance.now() - before).toBeLessThan(2000);
  });
});
