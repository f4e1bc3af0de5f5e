import { createHash, randomBytes } from 'node:crypto';
import fc from 'fast-check';
import {
  CompactEncrypt,
  decodeJwt,
  decodeProtectedHeader,
  EncryptJWT,
  FlattenedEncrypt,
  FlattenedSign,
  GeneralEncrypt,
  GeneralSign,
  UnsecuredJWT,
} from 'jose';
import { describe, expect, test } from 'vitest';
import { decodeToken, MAX_LENGTH } from '../../src/tokens/decode.ts';
import { encode, explain, HMAC_KEY, NOW, pair, sign, token, withHeader } from './make.ts';

const CLAIMS = { iss: 'https://id.acme.org', sub: 'u1', aud: 'api', scope: 'read', iat: 1760000000, exp: 1760086400 };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
const key32 = randomBytes(32);

describe('every signing algorithm in compact form', () => {
  test.each([
    'HS256',
    'HS384',
    'HS512',
    'RS256',
    'RS384',
    'RS512',
    'PS256',
    'PS384',
    'PS512',
    'ES256',
    'ES384',
    'ES512',
    'EdDSA',
  ])('%s', async (alg) => {
    const explained = token(await sign(CLAIMS, { alg, kid: 'k1', typ: 'JWT' }));
    expect(explained).toMatchObject({
      format: 'jws',
      algorithm: alg,
      keyId: 'k1',
      issuer: CLAIMS.iss,
      subject: 'u1',
      audience: ['api'],
      scopes: ['read'],
      claims: CLAIMS,
    });
    expect(explained.problems.map(({ code }) => code)).toEqual([]);
  });
});

describe('headers as people write them', () => {
  test.each([
    ['order of members', '{"typ":"JWT","kid":"a","alg":"HS256"}'],
    ['a space inside', '{ "alg" : "HS256" }'],
    ['a space before', ' {"alg":"HS256"}'],
    ['line feeds', '{\n  "alg": "HS256",\n  "typ": "JWT"\n}'],
    ['CRLF', '{\r\n  "alg": "HS256"\r\n}'],
    ['tabs', '{\t"alg":\t"HS256"}'],
    ['a line feed before', '\n{"alg":"HS256"}'],
    ['text beyond ASCII', '{"alg":"HS256","kid":"schlüssel-鍵"}'],
  ])('%s', async (_, header) => {
    expect(token(withHeader(await sign(CLAIMS, { alg: 'HS256' }), header))).toMatchObject({
      format: 'jws',
      algorithm: 'HS256',
      claims: CLAIMS,
    });
  });
});

test('space around a token and padding, as AWS load balancers write it, are let pass', async () => {
  const [, payload, signature] = (await sign(CLAIMS)).split('.');
  const header = Buffer.from('{"alg":"ES256", "kid":"a"}').toString('base64').replaceAll('+', '-').replaceAll('/', '_');
  expect(header).toMatch(/=$/);
  expect(token(`\n ${header}.${payload}.${signature} `)).toMatchObject({ algorithm: 'ES256' });
});

describe('unsecured', () => {
  const unsecured = new UnsecuredJWT(CLAIMS).encode();
  test.each([
    ['as jose writes it', unsecured],
    ['without the last dot', unsecured.replace(/\.$/, '')],
    ['None', `${encode('{"alg":"None"}')}.${encode(JSON.stringify(CLAIMS))}.`],
    ['nOnE with something as signature', `${encode('{"alg":"nOnE"}')}.${encode(JSON.stringify(CLAIMS))}.${encode('abc')}`],
  ])('%s', (_, text) => {
    const explained = token(text);
    expect(explained).toMatchObject({ format: 'jwt-unsecured', claims: CLAIMS });
    expect(explained.problems.map(({ code }) => code)).toContain('alg-none');
  });
});

describe('encrypted: the header only', () => {
  test('direct key, with its empty second part', async () => {
    const text = await new EncryptJWT(CLAIMS).setProtectedHeader({ alg: 'dir', enc: 'A256GCM', kid: 'e1' }).encrypt(key32);
    expect(text.split('.')[1]).toBe('');
    expect(token(text)).toMatchObject({
      format: 'jwe',
      algorithm: 'dir',
      keyId: 'e1',
      claims: {},
      state: 'unknown',
      lifetime: 'unknown',
      type: 'unknown',
      problems: [],
    });
  });
  test.each([
    ['A256KW', key32],
    ['A256GCMKW', key32],
  ])('%s', async (alg, key) => {
    expect(
      token(await new CompactEncrypt(bytes('x')).setProtectedHeader({ alg, enc: 'A128CBC-HS256' }).encrypt(key)),
    ).toMatchObject({ format: 'jwe', algorithm: alg });
  });
  test('RSA-OAEP, and claims repeated in the header', async () => {
    const { publicKey } = await pair('RSA-OAEP');
    const text = await new EncryptJWT(CLAIMS)
      .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A256GCM', iss: CLAIMS.iss })
      .encrypt(publicKey);
    expect(token(text)).toMatchObject({ format: 'jwe', issuer: CLAIMS.iss, state: 'unknown' });
  });
  test('flattened and general JSON', async () => {
    const flattened = await new FlattenedEncrypt(bytes('x')).setProtectedHeader({ alg: 'A256KW', enc: 'A256GCM' }).encrypt(key32);
    expect(token(JSON.stringify(flattened))).toMatchObject({ format: 'jwe', algorithm: 'A256KW' });
    const general = await new GeneralEncrypt(bytes('x'))
      .setProtectedHeader({ enc: 'A256GCM' })
      .addRecipient(key32)
      .setUnprotectedHeader({ alg: 'A256KW' })
      .encrypt();
    expect(token(JSON.stringify(general, null, 2))).toMatchObject({ format: 'jwe', algorithm: 'A256KW' });
  });
});

describe('JSON serialisation', () => {
  const payload = bytes(JSON.stringify(CLAIMS));
  test('flattened', async () => {
    const jws = await new FlattenedSign(payload)
      .setProtectedHeader({ alg: 'ES256' })
      .setUnprotectedHeader({ kid: 'u' })
      .sign((await pair('ES256')).privateKey);
    expect(token(JSON.stringify(jws))).toMatchObject({ format: 'jws-json', algorithm: 'ES256', keyId: 'u', claims: CLAIMS });
  });
  test('general, two signatures', async () => {
    const jws = await new GeneralSign(payload)
      .addSignature((await pair('RS256')).privateKey)
      .setProtectedHeader({ alg: 'RS256' })
      .addSignature((await pair('ES256')).privateKey)
      .setProtectedHeader({ alg: 'ES256' })
      .sign();
    expect(token(JSON.stringify(jws, null, 2))).toMatchObject({ format: 'jws-json', algorithm: 'RS256', claims: CLAIMS });
  });
  test('payload that is not encoded (RFC 7797)', () => {
    const text = JSON.stringify({
      payload: JSON.stringify(CLAIMS),
      protected: encode('{"alg":"HS256","b64":false,"crit":["b64"]}'),
      signature: encode(randomBytes(32)),
    });
    expect(token(text)).toMatchObject({ format: 'jws-json', claims: CLAIMS });
  });
});

describe('nested', () => {
  test('a JWT in a JWS: the inner one is explained', async () => {
    const inner = await sign(CLAIMS, { alg: 'ES256', typ: 'at+jwt' });
    const outer = `${encode('{"alg":"HS256","cty":"JWT"}')}.${encode(inner)}.${encode(randomBytes(32))}`;
    expect(token(outer)).toMatchObject({ format: 'jws', algorithm: 'HS256', type: 'access', claims: CLAIMS });
    expect(token(outer).typeReasons.join()).toContain('a token in a token');
  });
  test('without cty', async () => {
    expect(token(`${encode('{"alg":"HS256"}')}.${encode(await sign(CLAIMS))}.${encode(randomBytes(32))}`).claims).toEqual(CLAIMS);
  });
  test('depth is bounded', async () => {
    let text = await sign(CLAIMS);
    for (let i = 0; i < 8; i++) text = `${encode('{"alg":"HS256","cty":"JWT"}')}.${encode(text)}.AAAA`;
    expect(token(text).claims).toEqual({});
  });
});

describe('SD-JWT', () => {
  const disclosure = (...content: unknown[]): string => encode(JSON.stringify(content));
  const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');
  const [first, second, third] = [
    disclosure('s1', 'given_name', 'Erika'),
    disclosure('s2', 'DE'),
    disclosure('s3', 'nested', { a: 1 }),
  ];
  const claims = {
    ...CLAIMS,
    vct: 'id',
    _sd: [digest(first), digest('not disclosed'), digest(third)],
    nationalities: [{ '...': digest(second) }, { '...': digest('x') }, 'FR'],
    _sd_alg: 'sha-256',
  };
  test('disclosures go where their digests stand', async () => {
    const text = `${await sign(claims, { alg: 'ES256', typ: 'dc+sd-jwt' })}~${first}~${second}~${third}~`;
    const explained = token(text, { personalData: 'show' });
    expect(explained).toMatchObject({ format: 'jws', type: 'credential' });
    expect(explained.claims).toEqual({
      ...CLAIMS,
      vct: 'id',
      given_name: 'Erika',
      nationalities: ['DE', 'FR'],
      nested: { a: 1 },
    });
    expect(explained.typeReasons.at(-1)).toContain('3 disclosed claims');
  });
  test("the holder's proof", async () => {
    const proof = await sign({ nonce: 'n', sd_hash: 'h' }, { alg: 'ES256', typ: 'kb+jwt' });
    expect(token(`${await sign(claims)}~${proof}`).typeReasons.at(-1)).toContain("the holder's proof");
  });
  test('a disclosure that refers to itself or is used twice does not grow', async () => {
    const same = disclosure('s', 'x', [{ '...': 'y' }]);
    const many = {
      _sd: Array.from({ length: 200 }, () => digest(same)),
      list: Array.from({ length: 200 }, () => ({ '...': digest(same) })),
    };
    expect(JSON.stringify(token(`${await sign(many)}~${same}~`).claims).length).toBeLessThan(2000);
  });
  test.each(['a.b.c~', '~', '~~~', 'x~y'])('malformed: %s', (text) => expect(explain(text)).toHaveProperty('malformed'));
  test('malformed disclosure', async () => {
    expect(explain(`${await sign(claims)}~${encode('{"a":1}')}~`)).toEqual({
      malformed: 'a disclosure is no list of salt, name and value',
    });
  });
});

describe('malformed, with the reason', () => {
  const header = encode('{"alg":"HS256"}');
  const payload = encode('{"a":1}');
  test.each([
    ['', 'it is empty'],
    ['abc', 'it has 1 parts'],
    [`${header}.${payload}`, 'its signature is missing: it was cut'],
    [`${header}.${payload}.${payload}.${payload}`, 'it has 4 parts'],
    [`${header}.a.b.c.d.e.f.g`, 'it has more than 5 parts'],
    [`${encode('hello')}.${payload}.AAAA`, 'its header is no JSON object'],
    [`${encode('[1]')}.${payload}.AAAA`, 'its header is no JSON object'],
    [`${encode('"x"')}.${payload}.AAAA`, 'its header is no JSON object'],
    [`.${payload}.AAAA`, 'its header is no JSON object'],
    [`${encode('{"typ":"JWT"}')}.${payload}.AAAA`, 'its header names no algorithm (alg)'],
    [`${encode('{"alg":5}')}.${payload}.AAAA`, 'its header names no algorithm (alg)'],
    [`${header}.a+b/.AAAA`, 'its payload holds characters that base64url has not'],
    [`${header}.${payload}.AA AA`, 'its signature holds characters that base64url has not'],
    [`${header}.abcde.AAAA`, 'its payload is one character short or long'],
    [`${header}.${payload}.A`, 'its signature is one character short or long'],
    [`${encode(new Uint8Array([123, 255, 125]))}.${payload}.AAAA`, 'its header is no JSON object'],
    [`${encode('{"alg":"dir"}')}..AAAA.AAAA.AAAA`, 'its header names no content encryption (enc)'],
    [`${encode('{"alg":"RSA-OAEP","enc":"A256GCM"}')}..AAAA.AAAA.AAAA`, 'its encrypted key is missing'],
    [`${encode('{"alg":"dir","enc":"A256GCM"}')}..AAAA..AAAA`, 'a part of it is empty'],
    ['{"a":1}', 'it is JSON without payload or ciphertext'],
    ['{"payload":"e30","signatures":[]}', 'it has no signatures'],
    ['{"payload":"e30","signatures":[1]}', 'a signature is no JSON object'],
    ['{"payload":"e30","signature":"AAAA"}', 'its header names no algorithm (alg)'],
    ['{not json', 'it is no JSON object'],
    ['x'.repeat(MAX_LENGTH + 1), 'it is longer than 65536 characters'],
  ])('%#', (text, reason) => {
    expect((explain(text) as { malformed: string }).malformed).toContain(reason);
  });
});

describe('payloads that are no claims', () => {
  test.each([
    ['text', encode('hello')],
    ['a list', encode('[1,2]')],
    ['bytes', encode(randomBytes(33))],
    ['nothing (detached)', ''],
  ])('%s', (_, payload) => {
    expect(token(`${encode('{"alg":"HS256"}')}.${payload}.${encode(randomBytes(32))}`)).toMatchObject({
      type: 'unknown',
      state: 'unknown',
      claims: {},
    });
  });
});

describe('strangers', () => {
  const short = { maxLength: 200 };
  test('any text: no throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(short), fc.string({ ...short, unit: 'binary' })), (text) => void explain(text)),
      { numRuns: 500 },
    );
  });
  test('any parts: no throw, and either a token or a reason', () => {
    const part = fc.oneof(
      fc.string(short).map(encode),
      fc.json().map(encode),
      fc.constantFrom('', '{"alg":"none"}', '{"alg":"HS256"}', '{"alg":"dir","enc":"x"}').map(encode),
      fc.string(short),
    );
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 6 }), fc.constantFrom('.', '~'), (parts, separator) => {
        const result = explain(parts.join(separator));
        expect('malformed' in result ? result.malformed.length > 0 : result.algorithm.length > 0).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
  test('any header and claims: no throw, JSON comes out, and claims agree with jose', () => {
    const object = fc.dictionary(
      fc.oneof(
        fc.string({ maxLength: 12 }),
        fc.constantFrom(
          '__proto__',
          'constructor',
          'exp',
          'iat',
          'nbf',
          'aud',
          'iss',
          'sub',
          'cnf',
          'act',
          'events',
          'scope',
          'roles',
          'realm_access',
          'resource_access',
          'access',
          '_sd',
        ),
      ),
      fc.jsonValue({ maxDepth: 4 }),
      { maxKeys: 8 },
    );
    fc.assert(
      fc.property(object, object, (header, claims) => {
        const text = `${encode(JSON.stringify({ ...header, alg: 'HS256' }))}.${encode(JSON.stringify(claims))}.AAAA`;
        const decoded = decodeToken(text);
        if ('malformed' in decoded) throw new Error(decoded.malformed);
        expect(decoded.claims).toEqual(decodeJwt(text));
        expect(decoded.header).toEqual(decodeProtectedHeader(text));
        const explained = token(text);
        expect(() => JSON.stringify(explained)).not.toThrow();
      }),
      { numRuns: 300 },
    );
  });
  test('nesting is bounded: the report can always be written', () => {
    const deep = `{"a":${'['.repeat(20000)}${']'.repeat(20000)}}`;
    const text = `${encode('{"alg":"HS256"}')}.${encode(deep)}.AAAA`;
    expect(JSON.stringify(token(text)).length).toBeLessThan(4000);
    expect(
      JSON.stringify(token(`${encode(`{"alg":"HS256","x":${'['.repeat(9000)}${']'.repeat(9000)}}`)}.e30.AAAA`)).length,
    ).toBeLessThan(4000);
  });
  test('truncating a token anywhere never throws', async () => {
    const whole = await sign(CLAIMS, { alg: 'HS256' }, HMAC_KEY);
    for (let end = 0; end < whole.length; end++) explain(whole.slice(0, end));
    expect(NOW).toBeInstanceOf(Date);
  });
});
