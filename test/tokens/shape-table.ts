/** A token of every shape, made with jose: how it is called, the token, the rule that finds it, the format that it is. */
import { createHash } from 'node:crypto';
import { CompactEncrypt, FlattenedEncrypt, FlattenedSign, GeneralEncrypt, GeneralSign } from 'jose';
import { randomFrom } from '../../src/rules/random.ts';
import { TOKEN_SAMPLES } from '../../src/rules/token-samples.ts';
import { random } from '../helpers/tokens.ts';
import { encode, pair, SECONDS, sign, withHeader } from './make.ts';

const CLAIMS = { sub: 'ada', iat: SECONDS, exp: SECONDS + 600 };
const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));

const signed = await sign(CLAIMS);
const [header = '', payload = '', signature = ''] = signed.split('.');
const key = (await pair('RSA-OAEP')).publicKey;
const encrypted = await new CompactEncrypt(bytes(CLAIMS)).setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A256GCM' }).encrypt(key);
const direct = await new CompactEncrypt(bytes(CLAIMS))
  .setProtectedHeader({ alg: 'dir', enc: 'A256GCM' })
  .encrypt(new Uint8Array(32));
const flattenedJws = await new FlattenedSign(bytes(CLAIMS))
  .setProtectedHeader({ alg: 'ES256' })
  .setUnprotectedHeader({ kid: '{k}' })
  .sign((await pair('ES256')).privateKey);
const generalJws = await new GeneralSign(bytes(CLAIMS))
  .addSignature((await pair('ES256')).privateKey)
  .setProtectedHeader({ alg: 'ES256' })
  .setUnprotectedHeader({ kid: 'a' })
  .addSignature((await pair('RS256')).privateKey)
  .setProtectedHeader({ alg: 'RS256' })
  .sign();
const flattenedJwe = await new FlattenedEncrypt(bytes(CLAIMS))
  .setProtectedHeader({ alg: 'RSA-OAEP', enc: 'A256GCM' })
  .encrypt(key);
const generalJwe = await new GeneralEncrypt(bytes(CLAIMS))
  .setProtectedHeader({ enc: 'A256GCM' })
  .addRecipient(key)
  .setUnprotectedHeader({ alg: 'RSA-OAEP' })
  .encrypt();
const none = (suffix: string): string => `${encode('{"alg":"none","typ":"JWT"}')}.${payload}${suffix}`;
const nested = await sign(CLAIMS).then(
  async (inner) => `${encode('{"alg":"ES256","cty":"JWT"}')}.${encode(inner)}.${(await sign({})).split('.')[2]}`,
);
const disclosure = encode(JSON.stringify(['salt', 'email', 'x']));
const selective = await sign({
  sub: 'ada',
  vct: 'id',
  _sd: [createHash('sha256').update(disclosure).digest('base64url')],
  _sd_alg: 'sha-256',
});
const holder = await sign({ nonce: 'n', aud: 'a', iat: SECONDS, sd_hash: 'h' }, { typ: 'kb+jwt' });

export const SHAPES: [name: string, token: string, rule: string, format: string][] = [
  ['compact', signed, 'jwt', 'jws'],
  ['pretty-printed header (ewog)', withHeader(signed, '{\n  "alg": "ES256"\n}'), 'jwt', 'jws'],
  ['header of Windows lines (ew0K)', withHeader(signed, '{\r\n  "alg": "ES256"\r\n}'), 'jwt', 'jws'],
  ['header with a tab (ewki)', withHeader(signed, '{\t"alg": "ES256"}'), 'jwt', 'jws'],
  ['header with a space (eyAi)', withHeader(signed, '{ "alg": "ES256"}'), 'jwt', 'jws'],
  ['header with two spaces (eyAg)', withHeader(signed, '{  "alg": "ES256"}'), 'jwt', 'jws'],
  ['header with a line feed (ewoi)', withHeader(signed, '{\n"alg":"ES256"}'), 'jwt', 'jws'],
  ['key order typ, kid, alg', withHeader(signed, { typ: 'JWT', kid: 'k', alg: 'ES256' }), 'jwt', 'jws'],
  ['alg none, with the last dot', none('.'), 'jwt-unsecured', 'jwt-unsecured'],
  ['alg none, without the last dot', none(''), 'jwt-unsecured', 'jwt-unsecured'],
  ['short payload', `${header}.${encode('{"a":1}')}.${signature}`, 'jwt', 'jws'],
  ['JWE', encrypted, 'jwe', 'jwe'],
  ['JWE, dir: empty second part', direct, 'jwe', 'jwe'],
  ['nested JWT', nested, 'jwt', 'jws'],
  ['SD-JWT', `${selective}~${disclosure}~`, 'jwt', 'jws'],
  ['SD-JWT without disclosures', `${selective}~`, 'jwt', 'jws'],
  ["SD-JWT with the holder's proof", `${selective}~${disclosure}~${holder}`, 'jwt', 'jws'],
  ['JWS in JSON, flattened', JSON.stringify(flattenedJws), 'jws-json', 'jws-json'],
  ['JWS in JSON, flattened, pretty', JSON.stringify(flattenedJws, undefined, 2), 'jws-json', 'jws-json'],
  ['JWS in JSON, general', JSON.stringify(generalJws), 'jws-json', 'jws-json'],
  ['JWS in JSON, general, pretty', JSON.stringify(generalJws, undefined, '\t'), 'jws-json', 'jws-json'],
  ['JWE in JSON, flattened', JSON.stringify(flattenedJwe), 'jwe-json', 'jwe'],
  ['JWE in JSON, general, pretty', JSON.stringify(generalJwe, undefined, 4), 'jwe-json', 'jwe'],
  ['PASETO v1.local', `v1.local.${random(120, 'p1')}`, 'paseto', 'opaque'],
  ['PASETO v2.public', TOKEN_SAMPLES.pasetoPublic!(randomFrom('a')), 'paseto', 'opaque'],
  ['PASETO v3.local', `v3.local.${random(120, 'p3')}`, 'paseto', 'opaque'],
  ['PASETO v4.local with a footer', `v4.local.${random(120, 'p4')}.${encode('{"kid":"k4.lid"}')}`, 'paseto', 'opaque'],
  ['Macaroon', TOKEN_SAMPLES.macaroon!(randomFrom('a')), 'macaroon', 'opaque'],
];

export { direct, encrypted, flattenedJws, generalJws, header, nested, none, payload, signature, signed };
