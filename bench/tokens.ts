/**
 * Tokens to plant in a corpus. They are put together from parts when the bench runs, so that neither this repository
 * nor a tool that reads it holds anything that looks like a secret.
 * @module
 */
import { crc32 } from 'node:zlib';
import type { Random } from './random.ts';

export const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const LOWER = 'abcdefghijklmnopqrstuvwxyz';
export const DIGITS = '0123456789';
export const BASE62 = DIGITS + UPPER + LOWER;
export const HEX = `${DIGITS}abcdef`;

function github(random: Random): string {
  const body = random.text(BASE62, 30);
  let rest = crc32(body);
  let checksum = '';
  for (let i = 0; i < 6; i++) {
    checksum = BASE62.charAt(rest % 62) + checksum;
    rest = Math.floor(rest / 62);
  }
  return ['gh', 'p_', body, checksum].join('');
}

function jwt(random: Random): string {
  const part = (value: unknown): string => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { iss: 'https://login.example.com/', sub: random.text(DIGITS, 10), scope: 'read write', exp: 1_900_000_000 };
  return [part({ alg: 'RS256', typ: 'JWT' }), part(claims), random.bytes(256).toString('base64url')].join('.');
}

const FORMS: readonly ((random: Random) => string)[] = [
  github,
  jwt,
  (random) => ['AK', 'IA', random.text(`${UPPER}234567`, 16)].join(''),
  (random) => ['sk_', 'live_', random.text(BASE62, 24)].join(''),
  (random) => ['gl', 'pat-', random.text(BASE62, 20)].join(''),
  (random) => ['post', 'gres://app:', random.text(BASE62, 20), '@db.internal:5432/app'].join(''),
];

export function token(random: Random): string {
  return random.pick(FORMS)(random);
}
