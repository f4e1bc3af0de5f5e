/**
 * Samples of token formats for the examples of rules: whole and well-formed, made of random bytes.
 * @module
 */
import { type Random, randomBytes, randomText } from './random.ts';

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';
const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** By the name of their template. */
export const TOKEN_SAMPLES: Readonly<Record<string, (random: Random) => string>> = {
  jwsJson: (random) =>
    JSON.stringify({ payload: encode({ sub: 'a' }), protected: encode({ alg: 'ES256' }), signature: text(64, random) }),
  jwsGeneral: (random) =>
    JSON.stringify(
      { payload: encode({ sub: 'a' }), signatures: [{ protected: encode({ alg: 'ES256' }), signature: text(64, random) }] },
      undefined,
      2,
    ),
  jweJson: (random) =>
    JSON.stringify({
      protected: encode({ alg: 'A256KW', enc: 'A256GCM' }),
      encrypted_key: text(40, random),
      iv: text(12, random),
      ciphertext: text(60, random),
      tag: text(16, random),
    }),
  jwk: (random) => JSON.stringify({ kty: 'OKP', crv: 'Ed25519', x: text(32, random), d: text(32, random) }),
  jwkSymmetric: (random) => JSON.stringify({ kty: 'oct', alg: 'HS256', k: text(32, random) }),
  paseto: (random) => `v4.local.${text(90, random)}`,
  pasetoPublic: (random) =>
    `v2.public.${Buffer.concat([Buffer.from('{"sub":"a"}'), randomBytes(64, random)]).toString('base64url')}`,
  macaroon,
  biscuit,
  branca,
};

function encode(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

function text(length: number, random: Random): string {
  return randomBytes(length, random).toString('base64url');
}

/** Version 1: packets of a length in four hexadecimal digits, a name, a space, a value and a line feed. */
function macaroon(random: Random): string {
  const packet = (name: string, value: Uint8Array): Buffer => {
    const length = 4 + name.length + 1 + value.length + 1;
    return Buffer.concat([Buffer.from(length.toString(16).padStart(4, '0') + name), Buffer.from(' '), value, Buffer.from('\n')]);
  };
  const identifier = Buffer.from(randomText(ALNUM, 20, random));
  const packets = [
    packet('location', Buffer.from('api.corp.net')),
    packet('identifier', identifier),
    packet('cid', Buffer.from('account = 7')),
    packet('signature', randomBytes(32, random)),
  ];
  return Buffer.concat(packets).toString('base64url');
}

/** Protobuf: a signed authority block (2) with a key and a signature, and a proof (4). */
function biscuit(random: Random): string {
  const field = (number: number, value: Uint8Array): Buffer =>
    Buffer.concat([Buffer.from([number * 8 + 2, ...varint(value.length)]), value]);
  const key = Buffer.concat([Buffer.from([8, 0]), field(2, randomBytes(32, random))]);
  const block = Buffer.concat([field(1, Buffer.from('orders')), Buffer.from([24, 3])]);
  const signed = Buffer.concat([field(1, block), field(2, key), field(3, randomBytes(64, random))]);
  return Buffer.concat([field(2, signed), field(4, field(1, randomBytes(32, random)))]).toString('base64url');
}

function varint(value: number): number[] {
  return value < 128 ? [value] : [(value & 127) | 128, ...varint(value >>> 7)];
}

/** Version 0xBA, four bytes of time, nonce, ciphertext and tag, in base62. */
function branca(random: Random): string {
  const time = Buffer.alloc(4);
  time.writeUInt32BE(1_600_000_000);
  let number = BigInt(`0x${Buffer.concat([Buffer.from([0xba]), time, randomBytes(24 + 30 + 16, random)]).toString('hex')}`);
  let encoded = '';
  for (; number > 0n; number /= 62n) encoded = BASE62[Number(number % 62n)]! + encoded;
  return encoded;
}
