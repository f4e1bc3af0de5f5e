import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { fill, findIssuer, holds, type Issuer, match, metadataUrls, webUrl } from '../../src/tokens/issuer.ts';
import { issuers, sign, token } from './make.ts';

describe('unknown issuers get the answer of the standards', () => {
  test.each([
    [
      'https://id.acme.org',
      ['https://id.acme.org/.well-known/openid-configuration', 'https://id.acme.org/.well-known/oauth-authorization-server'],
    ],
    [
      'https://id.acme.org/',
      ['https://id.acme.org/.well-known/openid-configuration', 'https://id.acme.org/.well-known/oauth-authorization-server'],
    ],
    [
      'https://acme.org/tenant/1',
      [
        'https://acme.org/tenant/1/.well-known/openid-configuration',
        'https://acme.org/.well-known/oauth-authorization-server/tenant/1',
      ],
    ],
    ['joe', []],
    ['javascript:alert(1)', []],
    ['file:///etc/passwd', []],
    ['https://user:pw@acme.org', []],
    ['https://', []],
  ])('%s', (iss, urls) => expect(metadataUrls(iss)).toEqual(urls));
  test('in a token', async () => {
    const explained = token(await sign({ iss: 'https://id.acme.org/a', sub: 'u' }));
    expect(explained.issuerName).toBeUndefined();
    expect(explained.endpoints).toEqual({ metadata: metadataUrls('https://id.acme.org/a') });
    expect(explained.remedy?.revoke).toContain('RFC 7009');
  });
  test('without an issuer', async () => {
    const explained = token(await sign({ sub: 'u' }));
    expect(explained.endpoints).toBeUndefined();
    expect(explained.remedy?.revoke).toContain('rotate that key');
  });
});

describe('an issuer that only looks like a known one is not it', () => {
  test.each([
    'https://evil.test/.auth0.com/',
    'https://evil.test#.auth0.com/',
    'https://evil.test?x=.auth0.com/',
    'https://a.auth0.com.evil.test/',
    'https://accounts.google.com.evil.test',
    'https://evil.test@cognito-idp.eu-west-1.amazonaws.com/x',
    'https://login.microsoftonline.com/t/v2.0/../../evil',
    'https://token.actions.githubusercontent.com.evil.test',
    ' https://accounts.google.com',
    'https://accounts.google.com\n',
  ])('%s', async (iss) => expect(token(await sign({ iss, sub: 'u' })).issuerId).toBeUndefined());
});

describe('patterns', () => {
  test.each([
    ['https://{tenant}.a.test/', 'https://acme-1.a.test/', { tenant: 'acme-1' }],
    ['https://{tenant}.a.test/', 'https://acme.x.a.test/', undefined],
    ['https://{host.}/x', 'https://a.b.c/x', { host: 'a.b.c' }],
    ['{base*}/realms/{realm}', 'https://a.test/auth/realms/main', { base: 'https://a.test/auth', realm: 'main' }],
    ['{base*}/realms/{realm}', 'https://a test/realms/main', undefined],
    ['{team^}', 'ABC123', { team: 'ABC123' }],
    ['{team^}', 'abc', undefined],
    ['{id9}', '123', { id: '123' }],
    ['{id#}', '0123456789abcdef', { id: '0123456789abcdef' }],
    ['{id#}', '0123', undefined],
    ['a.b*c', 'a.b*c', {}],
    ['a.b', 'axb', undefined],
  ])('%s on %s', (pattern, subject, captures) => expect(match(pattern, subject)).toEqual(captures));
  test('long text is not looked at', () => expect(match('{x*}', 'a'.repeat(513))).toBeUndefined());
});

describe('conditions', () => {
  test.each([
    [{ claims: { a: '*' } }, { a: {} }, {}],
    [{ claims: { a: '*' } }, { a: [] }, {}],
    [{ claims: { a: '*' } }, {}, undefined],
    [{ claims: { a: ['x', 'y'] } }, { a: 'y' }, {}],
    [{ claims: { a: 'x' } }, { a: ['z', 'x'] }, {}],
    [{ claims: { a: '1' } }, { a: 1 }, {}],
    [{ claims: { a: 'x' } }, { a: { x: 1 } }, undefined],
    [{ claims: { constructor: '*' } }, {}, undefined],
    [{ only: ['a'], claims: { a: '*' } }, { a: 1, b: 1 }, undefined],
    [{ only: ['a', 'b'], claims: { a: '{v}' } }, { a: 'q' }, { v: 'q' }],
  ])('%j on %j', (condition, claims, captures) => expect(holds(condition, {}, claims)).toEqual(captures));
});

test('results are filled, or not at all', () => {
  expect(fill('https://{a}/x?{claim:b c}', { a: 'h.test' }, { 'b c': 'x y&' }, true)).toBe('https://h.test/x?x%20y%26');
  expect(fill('{iss}/x', {}, { iss: 'https://h.test/' }, true)).toBe('https://h.test/x');
  expect(fill('https://{a}/', {}, {}, true)).toBeUndefined();
  expect(fill('{claim:__proto__}', {}, {})).toBeUndefined();
  expect(fill('{iss}/x', {}, { iss: 'javascript:1' }, true)).toBeUndefined();
  expect(webUrl('https://a:b@c.test')).toBeUndefined();
});

test('the one that says most wins', () => {
  const issuer = (id: string, ...recognise: Issuer['recognise']): Issuer => ({ id, name: id, recognise, revoke: 'x' });
  const table = [
    issuer('claim', { claims: { a: '*' } }),
    issuer('any', { iss: '{x*}/b' }),
    issuer('exact', { iss: 'https://h.test/b' }),
    issuer('more', { iss: 'https://h.test/b', claims: { a: '*' } }),
  ];
  expect(findIssuer({}, { iss: 'https://h.test/b', a: 1 }, table)?.issuer.id).toBe('more');
  expect(findIssuer({}, { iss: 'https://h.test/b' }, table)?.issuer.id).toBe('exact');
  expect(findIssuer({}, { iss: 'https://o.test/b' }, table)?.issuer.id).toBe('any');
  expect(findIssuer({}, { a: 1 }, table)?.issuer.id).toBe('claim');
  expect(findIssuer({}, {}, table)).toBeUndefined();
});

test('property: any issuer text is answered, and every endpoint is a web address', async () => {
  const text = fc.oneof(
    fc.webUrl(),
    fc.string(),
    fc.constantFrom(...issuers.flatMap(({ recognise }) => recognise.flatMap(({ iss }) => iss ?? []))),
  );
  await fc.assert(
    fc.asyncProperty(text, fc.string({ maxLength: 5 }), async (iss, more) => {
      const { endpoints, remedy } = token(await sign({ iss: iss + more, sub: 's' }, { alg: 'HS256' }));
      for (const url of [...Object.values(endpoints ?? {}).flat(), remedy?.url ?? 'https://a.test'])
        expect(url).toMatch(/^https?:\/\//);
    }),
    { numRuns: 200 },
  );
});
