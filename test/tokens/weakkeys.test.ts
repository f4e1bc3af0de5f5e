import { generateKeyPairSync, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import { calculateJwkThumbprint, exportJWK, FlattenedSign, GeneralSign, SignJWT } from 'jose';
import { describe, expect, test } from 'vitest';
import { keyRing } from '../../src/tokens/keyring.ts';
import { type LinkInput, linkKeys } from '../../src/tokens/links.ts';
import { wellKnownKeys } from '../../src/tokens/weak-keys.ts';
import {
  boundKeyProblem,
  findHmacKey,
  findKeys,
  findSigningKey,
  signingKeyProblem,
  weakKeyProblem,
} from '../../src/tokens/weakkeys.ts';
import { encode, pair, privatePem, publicJwk, sign, token } from './make.ts';

const secrets = (...texts: string[]) => keyRing(texts).hmac;
const keys = (...texts: string[]) => keyRing([], texts).private;
const CLAIMS = { sub: 'u', iat: 1760000000 };
const hs = (key: string | Uint8Array, alg = 'HS256'): Promise<string> =>
  new SignJWT(CLAIMS).setProtectedHeader({ alg }).sign(typeof key === 'string' ? new TextEncoder().encode(key) : key);

describe('well-known keys', () => {
  test.each([
    'secret',
    'your-256-bit-secret',
    'changeme',
    'my-secret-key',
    'MySecretKey123',
    'JWT_SECRET',
    'shhhhh',
    'keyboard cat',
    'password1',
    'a-string-secret-at-least-256-bits-long',
  ])('%s', async (key) => {
    for (const alg of ['HS256', 'HS384', 'HS512']) {
      const { found } = findHmacKey(await hs(key, alg));
      expect(found).toMatchObject({ text: key, encoding: 'raw' });
    }
  });
  test('the key of RFC 7515 appendix A.1, decoded', async () => {
    const key = wellKnownKeys().find((each) => each.startsWith('AyM1'));
    const { found } = findHmacKey(await hs(Buffer.from(key ?? '', 'base64url')));
    expect(found).toMatchObject({ text: key, encoding: 'base64' });
  });
  test('each is listed once and thousands are there', () => {
    expect(new Set(wellKnownKeys()).size).toBe(wellKnownKeys().length);
    expect(wellKnownKeys().length).toBeGreaterThan(1000);
  });
  test('a random key is not found, and all were tried', async () => {
    const { found, complete, tried } = findHmacKey(await hs(randomBytes(32)));
    expect(found).toBeUndefined();
    expect(complete).toBe(true);
    expect(tried).toBeGreaterThan(wellKnownKeys().length);
  });
});

describe('candidates', () => {
  const key = randomBytes(32);
  test.each([
    ['raw', 'Zk8!pass-phrase with spaces ü', 'Zk8!pass-phrase with spaces ü'],
    ['base64', key.toString('base64'), key],
    ['base64', key.toString('base64url'), key],
    ['hex', key.toString('hex'), key],
    ['raw', key.toString('hex'), key.toString('hex')],
    ['raw', key.toString('base64'), key.toString('base64')],
  ] as [string, string, string | Uint8Array][])('%s %#', async (encoding, candidate, signedWith) => {
    const { found } = findHmacKey(await hs(signedWith), secrets('other', candidate, 'third'));
    expect(found).toMatchObject({ index: 1, encoding });
  });
  test('JSON forms', async () => {
    const bytes = new TextEncoder().encode('candidate-key-9x');
    const flattened = await new FlattenedSign(new TextEncoder().encode('{"a":1}'))
      .setProtectedHeader({ alg: 'HS384' })
      .sign(bytes);
    expect(findHmacKey(JSON.stringify(flattened), secrets('candidate-key-9x')).found?.index).toBe(0);
    const general = await new GeneralSign(new TextEncoder().encode('{"a":1}'))
      .addSignature((await pair('ES256')).privateKey)
      .setProtectedHeader({ alg: 'ES256' })
      .addSignature(bytes)
      .setProtectedHeader({ alg: 'HS256' })
      .sign();
    expect(findHmacKey(JSON.stringify(general), secrets('candidate-key-9x')).found?.index).toBe(0);
  });
  test('nested', async () => {
    const outer = `${encode('{"alg":"ES256","cty":"JWT"}')}.${encode(await hs('candidate-key-9x'))}.AAAA`;
    expect(findHmacKey(outer, secrets('candidate-key-9x')).found?.index).toBe(0);
  });
  test('work is bounded, and it is told', async () => {
    const text = await hs(randomBytes(32));
    const many = Array.from({ length: 1000 }, (_, i) => `candidate ${i}`);
    expect(findHmacKey(text, secrets(...many), { tries: 100 })).toEqual({ tried: 100, complete: false });
    expect(findHmacKey(text, secrets(...many), { bytes: 10_000 }).complete).toBe(false);
    expect(findHmacKey(text, secrets('x'.repeat(10_000))).complete).toBe(true);
  });
  test('not for other algorithms or other text', async () => {
    expect(findHmacKey(await sign(CLAIMS), secrets('a'))).toEqual({ tried: 0, complete: true });
    expect(findHmacKey('no token', secrets('a'))).toEqual({ tried: 0, complete: true });
  });
  test('property: a candidate that signed is found, one that did not is not', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.string({ minLength: 1, maxLength: 40 }),
        fc.array(fc.string({ maxLength: 40 }), { maxLength: 5 }),
        async (key, others) => {
          const text = await hs(key);
          expect(findHmacKey(text, secrets(...others, key)).found).toBeDefined();
        },
      ),
      { numRuns: 40 },
    );
  });
});

describe('private keys', () => {
  const algorithms = ['RS256', 'RS384', 'RS512', 'PS256', 'PS384', 'PS512', 'ES256', 'ES384', 'ES512', 'EdDSA'];
  test.each(algorithms)('%s', async (alg) => {
    const text = await sign(CLAIMS, { alg });
    const other = alg.startsWith('ES') || alg === 'EdDSA' ? 'RS256' : 'ES256';
    expect(findSigningKey(text, keys(await privatePem(other), 'garbage', await privatePem(alg)))).toMatchObject({
      found: 2,
      complete: true,
    });
    expect(findSigningKey(text, keys(await privatePem(other))).found).toBeUndefined();
  });
  test('other PEM forms, and JWK', async () => {
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    const text = await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'ES256' }).sign(privateKey);
    expect(findSigningKey(text, keys(privateKey.export({ type: 'sec1', format: 'pem' }).toString())).found).toBe(0);
    expect(findSigningKey(text, keys(JSON.stringify(await exportJWK(privateKey)))).found).toBe(0);
    const rsa = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey;
    expect(
      findSigningKey(
        await new SignJWT(CLAIMS).setProtectedHeader({ alg: 'RS256' }).sign(rsa),
        keys(rsa.export({ type: 'pkcs1', format: 'pem' }).toString()),
      ).found,
    ).toBe(0);
  });
  test('another key of the same kind did not sign', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    expect(
      findSigningKey(await sign(CLAIMS, { alg: 'EdDSA' }), keys(privateKey.export({ type: 'pkcs8', format: 'pem' }).toString())),
    ).toEqual({ tried: 1, complete: true });
  });
  test('an encrypted key is passed over', async () => {
    const { privateKey } = generateKeyPairSync('ed25519');
    const pem = privateKey.export({ type: 'pkcs8', format: 'pem', cipher: 'aes-256-cbc', passphrase: 'x' }).toString();
    expect(findSigningKey(await sign(CLAIMS, { alg: 'EdDSA' }), keys(pem)).found).toBeUndefined();
  });
  test('as code and configuration write it', async () => {
    const pem = await privatePem('RS256');
    const text = await sign(CLAIMS, { alg: 'RS256' });
    const lines = pem.trim().split('\n');
    const forms = [
      pem.replaceAll('\n', '\r\n'),
      pem.replaceAll('\n', '\\n'),
      pem.replaceAll('\n', '\\r\\n'),
      pem.replaceAll('\n', '\n      '),
      pem.replaceAll('\n', ' '),
      lines.map((line) => `"${line}\\n"`).join(' +\n  '),
      lines.map((line) => `'${line}'`).join('\n'),
    ];
    for (const form of forms) expect(findSigningKey(text, keys(form)).found, form.slice(0, 60)).toBe(0);
  });
  test('bounded; keys that cannot have signed cost nothing', async () => {
    const text = await sign(CLAIMS);
    const others = Array.from({ length: 3 }, () =>
      generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    );
    expect(findSigningKey(text, keys(...others), { checks: 2 })).toEqual({ tried: 2, complete: false });
    expect(findSigningKey(text, keys(await privatePem('RS256'), 'a'), { checks: 0 })).toEqual({ tried: 0, complete: true });
  });
});

describe('problems', () => {
  test('a well-known key is named, a found one never', async () => {
    const known = findHmacKey(await hs('secret')).found;
    expect(known && weakKeyProblem(known)).toMatchObject({
      code: 'weak-hmac-key',
      severity: 'critical',
      text: expect.stringContaining('"secret"') as string,
    });
    const found = findHmacKey(await hs('Xq7!private'), secrets('Xq7!private')).found;
    expect(found && weakKeyProblem(found).code).toBe('signing-key-in-repo');
    expect(found && weakKeyProblem(found).text).not.toContain('Xq7');
  });
  test('others', () =>
    expect([signingKeyProblem().code, boundKeyProblem().code]).toEqual(['signing-key-in-repo', 'bound-key-in-repo']));
});

describe('all that a scan tells of one token', () => {
  test('a secret that signed', async () => {
    const text = await hs('Xq7!private');
    expect(findKeys(text, token(text), keyRing(['a', 'Xq7!private']))).toMatchObject({
      secret: 1,
      problems: [{ code: 'signing-key-in-repo' }],
      complete: true,
    });
  });
  test('the key in an oct JWK', async () => {
    const k = randomBytes(32);
    const text = await hs(k);
    expect(findKeys(text, token(text), keyRing([JSON.stringify({ kty: 'oct', k: k.toString('base64url') })])).secret).toBe(0);
  });
  test('a well-known key links nothing', async () => {
    const text = await hs('secret');
    const found = findKeys(text, token(text), keyRing(['a']));
    expect(found.problems).toMatchObject([{ code: 'weak-hmac-key' }]);
    expect(found).not.toHaveProperty('secret');
  });
  test('a private key that signed, and one that it is bound to', async () => {
    const text = await sign(
      { ...CLAIMS, cnf: { jkt: await calculateJwkThumbprint(await publicJwk('EdDSA')) } },
      { alg: 'RS256' },
    );
    const privateKeys = [await privatePem('ES256'), await privatePem('EdDSA'), await privatePem('RS256')];
    expect(findKeys(text, token(text), keyRing([], privateKeys))).toMatchObject({
      signingKey: 2,
      boundKey: 1,
      problems: [{ code: 'signing-key-in-repo' }, { code: 'bound-key-in-repo' }],
    });
  });
  test('nothing', async () => {
    const text = await sign(CLAIMS);
    expect(findKeys(text, token(text), keyRing(['a'], ['b']))).toEqual({
      problems: [],
      tried: { tries: 0, bytes: 0, checks: 0 },
      complete: true,
    });
  });
});

describe('a whole scan', () => {
  const input = (texts: string[], secrets: string[] = [], privateKeys: string[] = []): LinkInput => ({
    tokens: texts.map((text) => ({ text, token: token(text) })),
    secrets,
    privateKeys,
  });
  test('each token gets its own keys', async () => {
    const texts = [await hs('first-key'), await hs(randomBytes(32)), await sign(CLAIMS, { alg: 'RS256' })];
    const { tokens, untried } = linkKeys(input(texts, ['x', 'first-key'], [await privatePem('RS256')]));
    expect(tokens.map(({ keys }) => keys)).toEqual([
      [{ of: 'secrets', index: 1, relation: 'signed-by' }],
      [],
      [{ of: 'privateKeys', index: 0, relation: 'signed-by' }],
    ]);
    expect(untried).toBe(0);
  });
  test('one budget for all; of tokens that look alike one is tried first', async () => {
    const alike = await Promise.all(Array.from({ length: 4 }, () => hs(randomBytes(32))));
    const odd = await hs('first-key', 'HS512');
    const { tokens, untried } = linkKeys(input([...alike, odd], ['first-key']), { tries: 4000 });
    expect(tokens[4]?.keys).toHaveLength(1);
    expect(untried).toBe(3);
  });
});
