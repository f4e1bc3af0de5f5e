/**
 * Credentials that are told by their structure: JWTs, private keys, passwords. They are whole and well-formed, made of
 * random bytes, and open nothing.
 * @module
 */
import { withChecksum } from '../detect/checksum.ts';
import { ed25519PublicKey } from '../detect/checksums/keys.ts';
import { below, type Random, randomBytes, randomText } from './random.ts';
import { TOKEN_SAMPLES } from './token-samples.ts';

const ALNUM = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** By the name of their template. */
export const SAMPLES: Readonly<Record<string, (random: Random) => string>> = {
  jwt: (random) => `${jwtHead('HS256', random)}.${randomBytes(32, random).toString('base64url')}`,
  jwtNone: (random) => `${jwtHead('none', random)}.`,
  jwtCut: (random) => jwtHead('HS256', random).slice(0, -20),
  jwe,
  basic: (random) => Buffer.from(`svc-${randomText('0123456789', 3, random)}:${password(random)}`).toString('base64'),
  password,
  pem,
  pemEscaped: (random) => pem(random).replaceAll('\n', '\\n'),
  pemCut,
  pemEncrypted,
  openssh,
  putty,
  pgp,
  ...TOKEN_SAMPLES,
};

/** Letters and digits with a little punctuation that needs no escape in URLs and shells. */
function password(random: Random): string {
  return `${randomText(ALNUM, 7, random)}${randomText('-_', 1, random)}${randomText(ALNUM, 8, random)}`;
}

/** Header and payload of a JWT (RFC 7519). */
function jwtHead(alg: string, random: Random): string {
  const issued = 1_600_000_000 + below(100_000_000, random);
  const subject = randomText('0123456789abcdef', 24, random);
  const claims = { sub: subject, iat: issued, exp: issued + 3600, scope: 'read write' };
  return `${json({ alg, typ: 'JWT' })}.${json(claims)}`;
}

function json(value: object): string {
  return Buffer.from(JSON.stringify(value)).toString('base64url');
}

/** Compact serialization of a JWE (RFC 7516): header, wrapped key, initialization vector, ciphertext, tag. */
function jwe(random: Random): string {
  const parts = [40, 12, 90, 16].map((length) => randomBytes(length, random).toString('base64url'));
  return [json({ alg: 'A256KW', enc: 'A256GCM' }), ...parts].join('.');
}

/** Lines of base64 between a PEM frame (RFC 7468). */
function framed(label: string, bytes: Uint8Array, width = 64): string {
  return `-----BEGIN ${label}-----\n${lines(bytes, width)}\n-----END ${label}-----`;
}

function lines(bytes: Uint8Array, width: number): string {
  return (
    Buffer.from(bytes)
      .toString('base64')
      .match(new RegExp(`.{1,${width}}`, 'g')) ?? []
  ).join('\n');
}

const SEQUENCE = 0x30;
const OCTETS = 0x04;

/** A DER value (X.690) of less than 32 KiB. */
function der(tag: number, ...content: Uint8Array[]): Buffer {
  const body = Buffer.concat(content);
  const length = body.length < 128 ? [body.length] : [0x82, body.length >> 8, body.length & 255];
  return Buffer.concat([Buffer.from([tag, ...length]), body]);
}

const bytesOf = (hex: string): Buffer => Buffer.from(hex, 'hex');

/** An Ed25519 private key in PKCS #8 (RFC 8410). */
function pem(random: Random): string {
  const key = der(OCTETS, der(OCTETS, randomBytes(32, random)));
  return framed(['PRIVATE', 'KEY'].join(' '), der(SEQUENCE, bytesOf('020100'), der(SEQUENCE, bytesOf('06032b6570')), key));
}

/** The beginning of an RSA private key in PKCS #8, without its end. */
function pemCut(random: Random): string {
  const head = bytesOf('308204bd020100300d06092a864886f70d0101010500048204a7308204a302010002820101');
  const whole = framed(['PRIVATE', 'KEY'].join(' '), Buffer.concat([head, Buffer.from([0]), randomBytes(200, random)]));
  return whole.slice(0, whole.indexOf('\n-----END') - 9);
}

/** A private key encrypted under PBES2 with PBKDF2 and AES-256-CBC (RFC 8018). */
function pemEncrypted(random: Random): string {
  const prf = der(SEQUENCE, bytesOf('06082a864886f70d0209'), bytesOf('0500'));
  const kdf = der(SEQUENCE, der(OCTETS, randomBytes(16, random)), bytesOf('02020800'), prf);
  const cipher = der(SEQUENCE, bytesOf('060960864801650304012a'), der(OCTETS, randomBytes(16, random)));
  const scheme = der(SEQUENCE, der(SEQUENCE, bytesOf('06092a864886f70d01050c'), kdf), cipher);
  const algorithm = der(SEQUENCE, bytesOf('06092a864886f70d01050d'), scheme);
  return framed(['ENCRYPTED', 'PRIVATE', 'KEY'].join(' '), der(SEQUENCE, algorithm, der(OCTETS, randomBytes(64, random))));
}

/** A string of the SSH protocol (RFC 4251): its length in four bytes, then its bytes. */
function sshString(data: string | Uint8Array): Buffer {
  const bytes = Buffer.from(data as Uint8Array);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bytes.length);
  return Buffer.concat([length, bytes]);
}

function sshPublic(seed: Uint8Array): Buffer {
  return Buffer.concat([sshString('ssh-ed25519'), sshString(ed25519PublicKey(seed))]);
}

/** An Ed25519 key without passphrase in OpenSSH's format (PROTOCOL.key). */
function openssh(random: Random): string {
  const seed = randomBytes(32, random);
  const check = randomBytes(4, random);
  const pair = sshString(Buffer.concat([seed, ed25519PublicKey(seed)]));
  const secret = Buffer.concat([check, check, sshPublic(seed), pair, sshString('build')]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (secret.length % 8)) % 8));
  const head = [sshString('none'), sshString('none'), sshString(''), bytesOf('00000001'), sshString(sshPublic(seed))];
  const body = Buffer.concat([Buffer.from('openssh-key-v1\0'), ...head, sshString(Buffer.concat([secret, padding]))]);
  return framed(['OPENSSH', 'PRIVATE', 'KEY'].join(' '), body, 70);
}

/** An Ed25519 key without passphrase in PuTTY's format, version 3. */
function putty(random: Random): string {
  const seed = randomBytes(32, random);
  const text = [
    'PuTTY-User-Key-File-3: ssh-ed25519',
    'Encryption: none',
    'Comment: build',
    'Public-Lines: 2',
    lines(sshPublic(seed), 64),
    'Private-Lines: 1',
    lines(sshString(seed), 64),
    `Private-MAC: ${'0'.repeat(64)}`,
  ].join('\n');
  return withChecksum({ is: 'putty-mac' }, { secret: text });
}

/** An OpenPGP version 4 EdDSA secret key without passphrase and a user id, in armor (RFC 9580). */
function pgp(random: Random): string {
  const seed = randomBytes(32, random);
  seed[0] = seed[0]! | 0x80;
  const point = Buffer.concat([bytesOf('010740'), ed25519PublicKey(seed)]);
  const sum = Buffer.alloc(2);
  const number = Buffer.concat([bytesOf('0100'), seed]);
  sum.writeUInt16BE(number.reduce((total, byte) => (total + byte) & 0xffff, 0));
  const body = Buffer.concat([bytesOf('0465f0000016092b06010401da470f01'), point, bytesOf('00'), number, sum]);
  const packet = (tag: number, data: Buffer): Buffer => Buffer.concat([Buffer.from([0xc0 | tag, data.length]), data]);
  const bytes = Buffer.concat([packet(5, body), packet(13, Buffer.from('build <build@corp.net>'))]);
  const armor = framed(['PGP', 'PRIVATE', 'KEY', 'BLOCK'].join(' '), bytes)
    .replace('\n', '\n\n')
    .replace('\n-----END', '\n=AAAA\n-----END');
  return withChecksum({ is: 'pgp-crc24' }, { secret: armor });
}
