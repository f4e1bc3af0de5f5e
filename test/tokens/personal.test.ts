import { describe, expect, test } from 'vitest';
import { hide } from '../../src/tokens/personal.ts';
import { sign, token } from './make.ts';

describe('personal data', () => {
  test.each([
    ['email', 'a@b.test', 'email'],
    ['anything', 'someone.else@mail.acme.org', 'email'],
    ['sub', 'someone@acme.org', 'email'],
    ['upn', 'someone', 'email'],
    ['name', 'Some One', 'name'],
    ['preferred_username', 'one', 'name'],
    ['phone_number', '+46 70 123', 'phone'],
    ['address', { street_address: 'x' }, 'address'],
    ['birthdate', '1990-01-01', 'birth'],
    ['picture', 'https://a.test/p.png', 'picture'],
    ['ipaddr', '10.0.0.1', 'ip address'],
    ['https://acme.org/email', 'x', 'email'],
    ['cognito:username', 'x', 'name'],
    ['ssn', 123456789, 'identity number'],
    ['emails', ['a@b.test'], 'email'],
  ])('%s', (name, value, kind) => {
    const { values, personal } = hide({ [name]: value }, false);
    expect(personal).toEqual([kind]);
    expect(JSON.stringify(values)).toContain(`[hidden: ${kind}]`);
    expect(hide({ [name]: value }, true)).toMatchObject({ values: { [name]: value }, personal: [kind] });
  });
  test.each([
    ['sub', '248289761001'],
    ['iss', 'https://id.acme.org'],
    ['iss', 'build@acme.iam.gserviceaccount.com'],
    ['email_verified', true],
    ['email', ''],
    ['email', null],
    ['aud', ['api']],
    ['scope', 'email profile'],
    ['kubernetes.io', { pod: { name: 'p-1' } }],
    ['access', [{ type: 'repository', name: 'a/b' }]],
  ])('not: %s %j', (name, value) =>
    expect(hide({ [name]: value }, false)).toEqual({ values: { [name]: value }, personal: [], secrets: [] }),
  );
  test('nested', () =>
    expect(hide({ user: { name: 'A', address: 'x', list: [{ email: 'a@b.test' }] } }, false).values).toEqual({
      user: { name: '[hidden: name]', address: '[hidden: address]', list: [{ email: '[hidden: email]' }] },
    }));
});

describe('secrets are hidden even when personal data are shown', () => {
  test.each([
    'password',
    'client_secret',
    'api_key',
    'apiKey',
    'access_token',
    'user_password',
    'refresh_token',
    'privateKey',
    'scopedSecret_key',
  ])('%s', (name) => {
    expect(hide({ [name]: 'hello-123' }, true)).toMatchObject({ values: { [name]: '[hidden: secret]' }, secrets: [name] });
  });
  test('tokens by their shape', async () => expect(hide({ x: await sign({ a: 1 }) }, true).secrets).toEqual(['x']));
  test('private members of keys, and not claims of the same names', () => {
    expect(hide({ jwk: { kty: 'EC', x: 'x', d: 'd' }, d: 'day', p: 'pub' }, false).values).toEqual({
      jwk: { kty: 'EC', x: 'x', d: '[hidden: secret]' },
      d: 'day',
      p: 'pub',
    });
  });
});

test('own properties only', () => {
  const claims = JSON.parse('{"__proto__":{"email":"a@b.test"},"constructor":1}') as Record<string, unknown>;
  const { values } = hide(claims, false);
  expect(JSON.stringify(values)).toBe('{"__proto__":{"email":"[hidden: email]"},"constructor":1}');
});

test('nothing personal is left anywhere in an explained token', async () => {
  const text = await sign({
    iss: 'https://id.acme.org',
    sub: 'person@acme.org',
    client_id: 'person@acme.org',
    act: { sub: 'person@acme.org' },
    aud: ['person@acme.org'],
    email: 'person@acme.org',
    name: 'Per Son',
    scope: 'read',
    iat: 1760000000,
  });
  expect(JSON.stringify(token(text))).not.toMatch(/person@acme|Per Son/);
  expect(token(text, { personalData: 'show' })).toMatchObject({ subject: 'person@acme.org', claims: { name: 'Per Son' } });
});
