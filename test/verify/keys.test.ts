import { createHmac, generateKeyPairSync } from 'node:crypto';
import { exportJWK, generateKeyPair, type JWK, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { decodeToken, type Decoded } from '../../src/tokens/decode.ts';
import { checkSignature, keysOf, keysOfFile } from '../../src/verify/keys.ts';
import { jwt } from '../helpers/tokens.ts';
import { encode, withHeader } from '../tokens/make.ts';

async function keyPair(alg: string, kid?: string) {
  const { privateKey, publicKey } = await generateKeyPair(alg, { extractable: true });
  const jwk: JWK = { ...(await exportJWK(publicKey)), alg, use: 'sig', ...(kid !== undefined && { kid }) };
  const sign = (header = {}): Promise<string> =>
    new SignJWT({ iss: 'https://issuer.test' })
      .setProtectedHeader({ alg, ...(kid !== undefined && { kid }), ...header })
      .sign(privateKey);
  return { jwk, sign, privateKey };
}

function decoded(token: string): Decoded {
  const result = decodeToken(token);
  if ('malformed' in result) throw new Error(result.malformed);
  return result;
}

describe('signatures', () => {
  it.each(['RS256', 'RS512', 'PS256', 'ES256', 'ES384', 'ES512', 'EdDSA'])('%s: genuine, forged, key unknown', async (alg) => {
    const [own, other] = [await keyPair(alg, 'a'), await keyPair(alg, 'b')];
    const impostor = await keyPair(alg, 'a');
    const keys = [other.jwk, own.jwk];
    const token = await own.sign();
    expect(await checkSignature(decoded(token), keys)).toEqual({ result: 'valid', key: 'a', algorithm: alg });
    expect(await checkSignature(decoded(await impostor.sign()), keys)).toMatchObject({ result: 'invalid' });
    const [head, , signature] = token.split('.');
    const changed = `${head}.${encode('{"iss":"https://issuer.test","admin":true}')}.${signature}`;
    expect(await checkSignature(decoded(changed), keys)).toMatchObject({ result: 'invalid' });
    const unknown = await checkSignature(decoded(await own.sign({ kid: 'c' })), keys);
    expect(unknown).toMatchObject({ result: 'key-unknown', why: expect.stringContaining('"c"') as string });
  });

  it('tries all keys that fit for a token without a key id', async () => {
    const keys = [(await keyPair('ES256')).jwk, (await keyPair('RS256')).jwk];
    const own = await keyPair('ES256');
    expect(await checkSignature(decoded(await own.sign()), keys)).toMatchObject({ result: 'invalid' });
    expect(await checkSignature(decoded(await own.sign()), [...keys, own.jwk])).toMatchObject({
      result: 'valid',
      key: 'number 3',
    });
  });

  it('does not take a public key for a shared secret', async () => {
    const own = await keyPair('RS256', 'a');
    const header = encode(JSON.stringify({ alg: 'HS256', kid: 'a' }));
    const input = `${header}.${encode('{"iss":"x"}')}`;
    const forged = `${input}.${createHmac('sha256', JSON.stringify(own.jwk)).update(input).digest('base64url')}`;
    const keys = [own.jwk, { ...own.jwk, alg: 'HS256' }];
    expect(await checkSignature(decoded(forged), keys)).toMatchObject({ result: 'key-unknown' });
  });

  it('takes no key for another use or algorithm', async () => {
    const own = await keyPair('RS256', 'a');
    const token = decoded(await own.sign());
    expect(await checkSignature(token, [{ ...own.jwk, use: 'enc' }])).toMatchObject({ result: 'key-unknown' });
    expect(await checkSignature(token, [{ ...own.jwk, alg: 'RS512' }])).toMatchObject({ result: 'key-unknown' });
  });

  it('an unsigned token is none, a shared secret cannot be told', async () => {
    const none = withHeader(jwt({ iss: 'x' }), { alg: 'none' }).replace(/\.[^.]*$/, '.');
    expect(await checkSignature(decoded(none), [])).toEqual({ result: 'invalid', why: 'it is not signed' });
    expect(await checkSignature(decoded(jwt({ iss: 'x' })), [])).toMatchObject({
      why: expect.stringContaining('shared secret') as string,
    });
  });

  it('a malformed key is no verdict', async () => {
    const own = await keyPair('ES256', 'a');
    expect(await checkSignature(decoded(await own.sign()), [{ kty: 'EC', crv: 'P-256', kid: 'a', x: '!', y: '' }])).toMatchObject(
      { result: 'key-unknown' },
    );
  });
});

describe('files of keys', () => {
  it('reads JWKS, single keys, PEM, and drops private parts', async () => {
    const { jwk, privateKey, sign } = await keyPair('ES256', 'a');
    const whole = { ...(await exportJWK(privateKey)), kid: 'a' };
    expect(keysOfFile(JSON.stringify({ keys: [whole] }), 'f')[0]).not.toHaveProperty('d');
    const { publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 });
    const pem = publicKey.export({ type: 'spki', format: 'pem' }) as string;
    expect(keysOfFile(`# two\n${pem}\n${pem}`, 'f').map(({ kty }) => kty)).toEqual(['RSA', 'RSA']);
    const [single] = keysOfFile(JSON.stringify(jwk), 'f');
    expect(await checkSignature(decoded(await sign()), [single!])).toMatchObject({ result: 'valid' });
  });

  it.each(['', '{', '{}', '{"keys":{}}', '{"keys":[]}', 'hello', '-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----'])(
    '%j is none',
    (content) => {
      expect(() => keysOfFile(content, 'keys.json')).toThrow(/^keys\.json is no JWKS and no PEM file/);
    },
  );

  it('takes what is no key out of a set', () => {
    expect(keysOf({ keys: [null, 1, {}, { kty: 'RSA' }, { kty: 5 }] })).toEqual([{ kty: 'RSA' }]);
    expect(keysOf([])).toBeUndefined();
  });
});
