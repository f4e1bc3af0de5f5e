/** Credentials made on the spot, so that no file of this repository holds one. */
import { createHmac, generateKeyPairSync } from 'node:crypto';

const ALPHANUMERIC = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';

/** Seeded random text. */
export function random(length: number, seed: string, alphabet = ALPHANUMERIC): string {
  let text = '';
  for (let n = 0; text.length < length; n++) {
    for (const byte of createHmac('sha256', 'tests').update(`${seed}/${n}`).digest()) text += alphabet[byte % alphabet.length];
  }
  return text.slice(0, length);
}

function crc32(text: string): number {
  let crc = ~0;
  for (const byte of Buffer.from(text, 'latin1')) {
    crc ^= byte;
    for (let k = 0; k < 8; k++) crc = (crc >>> 1) ^ (0xedb88320 & -(crc & 1));
  }
  return ~crc >>> 0;
}

/** A GitHub classic token with a right checksum (base62 CRC-32 of the 30 characters before it). */
export function githubPat(seed = 'a'): string {
  const body = random(30, seed);
  let check = '';
  for (let n = crc32(body), k = 0; k < 6; k++, n = Math.floor(n / 62)) check = ALPHANUMERIC[n % 62] + check;
  return ['ghp', `${body}${check}`].join('_');
}

export function jwt(claims: Record<string, unknown>, header: Record<string, unknown> = { alg: 'HS256', typ: 'JWT' }): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const text = `${part(header)}.${part(claims)}`;
  return `${text}.${createHmac('sha256', random(32, 'key')).update(text).digest('base64url')}`;
}

export function privateKey(): string {
  return generateKeyPairSync('ec', { namedCurve: 'P-256' }).privateKey.export({ type: 'pkcs8', format: 'pem' }) as string;
}
