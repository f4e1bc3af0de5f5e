/**
 * Sample credentials of structures that no shape describes, for the examples of rules with a detector. Random, well
 * formed as far as a detector looks, and usable nowhere.
 * @module
 */
import { type Random, randomJwt, randomPem, randomText } from './generate.ts';

const LOWER = 'abcdefghijklmnopqrstuvwxyz';
const DIGITS = '0123456789';
const HEX = `${DIGITS}abcdef`;
const BASE64 = `${LOWER}${LOWER.toUpperCase()}${DIGITS}+/`;
const BASE64URL = `${LOWER}${LOWER.toUpperCase()}${DIGITS}-_`;

const part = (value: object): string => Buffer.from(JSON.stringify(value)).toString('base64url');
const bytes = (length: number, random: Random): Buffer => Buffer.from(randomText(HEX, 2 * length, random), 'hex');
const lines = (body: string, width = 64): string => body.match(new RegExp(`.{1,${width}}`, 'g'))!.join('\n');
const armor = (label: string, body: string): string => `-----BEGIN ${label}-----\n${lines(body)}\n-----END ${label}-----`;
/** A DER sequence whose content is noise: it begins as every key does. */
const der = (length: number, random: Random): string =>
  Buffer.concat([Buffer.of(0x30, 0x82, length >> 8, length & 255), bytes(length, random)]).toString('base64');

export const SAMPLES: Readonly<Record<string, (random: Random) => string>> = {
  jwtNone: (random) => `${part({ alg: 'none' })}.${part({ sub: randomText(HEX, 24, random), iat: 1_600_000_000 })}.`,
  jwtCut: (random) => randomJwt(random).split('.').slice(0, 2).join('.'),
  jwe: (random) =>
    [
      part({ alg: 'RSA-OAEP-256', enc: 'A256GCM' }),
      ...[342, 16, 120, 22].map((length) => randomText(BASE64URL, length, random)),
    ].join('.'),
  pem: randomPem,
  pemEscaped: (random) => randomPem(random).replaceAll('\n', String.raw`\n`),
  pemEncrypted: (random) => armor('ENCRYPTED PRIVATE KEY', der(300, random)),
  pemCut: (random) => armor('PRIVATE KEY', der(600, random)).slice(0, 400),
  openssh: (random) => {
    const text = (value: string): Buffer => Buffer.concat([Buffer.of(0, 0, 0, value.length), Buffer.from(value, 'latin1')]);
    const key = Buffer.concat([Buffer.from('openssh-key-v1\0'), text('none'), text('none'), text(''), bytes(240, random)]);
    return armor('OPENSSH PRIVATE KEY', key.toString('base64'));
  },
  pgp: (random) =>
    armor('PGP PRIVATE KEY BLOCK', `lQ${randomText(BASE64, 600, random)}`).replace('BLOCK-----\n', 'BLOCK-----\n\n'),
  putty: (random) =>
    [
      'PuTTY-User-Key-File-3: ssh-ed25519',
      'Encryption: none',
      'Comment: deploy',
      'Public-Lines: 2',
      lines(randomText(BASE64, 88, random)),
      'Private-Lines: 1',
      randomText(BASE64, 48, random),
      `Private-MAC: ${randomText(HEX, 64, random)}`,
    ].join('\n'),
  password: (random) =>
    `${randomText(LOWER, 4, random)}${randomText(DIGITS, 3, random)}${randomText('BCDFGH', 3, random)}!${randomText(LOWER, 2, random)}`,
  basic: (random) => Buffer.from(`deploy:${SAMPLES['password']!(random)}`).toString('base64'),
};
