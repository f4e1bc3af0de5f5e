import { createHash, X509Certificate } from 'node:crypto';
import { calculateJwkThumbprint, exportJWK } from 'jose';
import { describe, expect, test } from 'vitest';
import { bindingOf, boundTo, jwkThumbprint } from '../../src/tokens/binding.ts';
import { keyRing } from '../../src/tokens/keyring.ts';
import { explain, pair, privatePem, publicJwk, sign, token } from './make.ts';
import { makeAuthority } from '../verify/certificates.ts';

describe('thumbprints are those of jose', () => {
  test.each(['RS256', 'ES256', 'ES384', 'ES512', 'EdDSA'])('%s', async (alg) => {
    const jwk = await publicJwk(alg);
    expect(jwkThumbprint(jwk)).toBe(await calculateJwkThumbprint(jwk));
    expect(jwkThumbprint({ ...jwk, kid: 'x', use: 'sig' })).toBe(jwkThumbprint(jwk));
  });
  test('of a symmetric key', async () => {
    const jwk = { kty: 'oct', k: 'AAAA' };
    expect(jwkThumbprint(jwk)).toBe(await calculateJwkThumbprint(jwk));
  });
  test.each([{}, { kty: 'RSA', n: 'x' }, { kty: '__proto__' }, { kty: 'EC', crv: 'P-256', x: 1, y: 2 }])('none: %j', (jwk) =>
    expect(jwkThumbprint(jwk)).toBeUndefined(),
  );
});

describe('method', () => {
  test.each([
    [{ cnf: { jkt: 't' } }, { method: 'dpop', thumbprint: 't' }],
    [{ cnf: { 'x5t#S256': 't' } }, { method: 'mtls', thumbprint: 't' }],
    [{ cnf: { kid: 'k' } }, { method: 'jwk' }],
    [{ cnf: {} }, { method: 'none' }],
    [{ cnf: 'x' }, { method: 'none' }],
    [{}, { method: 'none' }],
  ])('%j', (claims, binding) => expect(bindingOf({}, claims, 'access')).toEqual(binding));
  test('cnf.jwk', async () => {
    const jwk = await publicJwk('ES256');
    expect(token(await sign({ sub: 'u', cnf: { jwk } })).binding).toEqual({
      method: 'jwk',
      thumbprint: await calculateJwkThumbprint(jwk),
    });
  });
  test('the key that a DPoP proof shows', async () => {
    const jwk = await publicJwk('ES256');
    const proof = await sign(
      { htm: 'GET', htu: 'https://a.test/', jti: 'j', iat: 1760054400 },
      { alg: 'ES256', typ: 'dpop+jwt', jwk },
    );
    expect(token(proof).binding).toEqual({ method: 'jwk', thumbprint: await calculateJwkThumbprint(jwk) });
    expect(token(proof).problems.map(({ code }) => code)).not.toContain('embedded-jwk');
  });
});

describe('the bound key among found keys', () => {
  test.each(['RS256', 'ES256', 'EdDSA'])('%s', async (alg) => {
    const bound = token(await sign({ sub: 'u', cnf: { jkt: await calculateJwkThumbprint(await publicJwk(alg)) } })).binding;
    expect(boundTo(bound, keyRing([], ['no key', await privatePem('ES384'), await privatePem(alg)]).private)).toBe(2);
    expect(boundTo(bound, keyRing([], [await privatePem('ES384')]).private)).toBeUndefined();
  });
  test('as JWK', async () => {
    const jwk = await exportJWK((await pair('ES256')).privateKey);
    expect(
      boundTo({ method: 'dpop', thumbprint: await calculateJwkThumbprint(jwk) }, keyRing([], [JSON.stringify(jwk)]).private),
    ).toBe(0);
  });
  test('by a certificate of the key, as code writes it, and by no other', () => {
    const [one, other] = [makeAuthority().issue('api.corp.net'), makeAuthority().issue('api.corp.net')];
    const thumbprint = createHash('sha256').update(new X509Certificate(one.cert).raw).digest('base64url');
    const bound = (keys: string[], certificates: string[]): number | undefined =>
      boundTo({ method: 'mtls', thumbprint }, keyRing([], keys, certificates).private);
    for (const cert of [one.cert, one.cert.replaceAll('\n', '\\n'), one.cert.replaceAll('\n', '\n    ')])
      expect(bound([other.key, one.key], [other.cert, cert])).toBe(1);
    expect(bound([one.key + one.cert], [])).toBe(0);
    expect(bound([other.key], [one.cert])).toBeUndefined();
    expect(bound([one.key], [other.cert])).toBeUndefined();
    expect(bound([one.key], ['no certificate', one.cert.slice(0, 200)])).toBeUndefined();
  });
  test('not bound', async () =>
    expect(boundTo({ method: 'none' }, keyRing([], [await privatePem('ES256')]).private)).toBeUndefined());
});

test('what is no key is undefined', () => {
  for (const text of [
    '',
    'x',
    '{',
    '{}',
    '{"kty":"EC"}',
    ['-----BEGIN', 'PRIVATE KEY-----\nAAAA\n-----END', 'PRIVATE KEY-----'].join(' '),
  ])
    expect(keyRing([], [text]).private).toEqual([]);
  expect(explain('')).toHaveProperty('malformed');
});
