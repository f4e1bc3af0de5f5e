/** Private keys as SSH programs write them, made of those of node:crypto. */
import type { KeyObject } from 'node:crypto';

const string = (data: Buffer | string): Buffer => {
  const bytes = Buffer.from(data as Buffer);
  return Buffer.concat([uint32(bytes.length), bytes]);
};
const uint32 = (value: number): Buffer => {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
};
/** RFC 4251 section 5: a first bit that is set would make it negative. */
const mpint = (base64url = ''): Buffer => {
  const bytes = Buffer.from(base64url, 'base64url');
  return string(bytes[0]! >= 0x80 ? Buffer.concat([Buffer.alloc(1), bytes]) : bytes);
};
const NAMES: Record<string, string> = {
  'P-256': 'nistp256',
  'P-384': 'nistp384',
  'P-521': 'nistp521',
};

/** The name of its kind, its public and its private fields (PROTOCOL.key, draft-miller-ssh-agent section 3.2). */
function fieldsOf(key: KeyObject): [name: string, shown: Buffer, secret: Buffer] {
  const jwk = key.export({ format: 'jwk' }) as Record<string, string>;
  if (jwk['kty'] === 'RSA') {
    const secret = ['n', 'e', 'd', 'qi', 'p', 'q'].map((name) => mpint(jwk[name]));
    return ['ssh-rsa', Buffer.concat([mpint(jwk['e']), mpint(jwk['n'])]), Buffer.concat(secret)];
  }
  const bytes = (name: string): Buffer => Buffer.from(jwk[name] ?? '', 'base64url');
  if (jwk['kty'] === 'OKP')
    return [
      'ssh-ed25519',
      string(bytes('x')),
      Buffer.concat([string(bytes('x')), string(Buffer.concat([bytes('d'), bytes('x')]))]),
    ];
  const curve = NAMES[jwk['crv'] ?? ''] ?? '';
  const point = Buffer.concat([string(curve), string(Buffer.concat([Buffer.from([4]), bytes('x'), bytes('y')]))]);
  return [`ecdsa-sha2-${curve}`, point, Buffer.concat([point, mpint(jwk['d'])])];
}

/** A file of `ssh-keygen` without a passphrase; `cipher` claims another one (and encrypts nothing). */
export function openSshFile(key: KeyObject, cipher = 'none'): string {
  const [name, shown, secret] = fieldsOf(key);
  const plain = Buffer.concat([Buffer.alloc(8, 7), string(name), secret, string('ada@corp.net')]);
  const padding = Buffer.from(Array.from({ length: (8 - (plain.length % 8)) % 8 }, (_, i) => i + 1));
  const body = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    string(cipher),
    string(cipher === 'none' ? 'none' : 'bcrypt'),
    string(''),
    uint32(1),
    string(Buffer.concat([string(name), shown])),
    string(Buffer.concat([plain, padding])),
  ]);
  const label = ['OPENSSH', 'PRIVATE', 'KEY'].join(' ');
  const lines = body.toString('base64').match(/.{1,70}/g)!;
  return [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n');
}

/** A file of PuTTY, version 2 (its MAC is made up). */
export function puttyFile(key: KeyObject): string {
  const [name, shown, secret] = fieldsOf(key);
  const lines = (data: Buffer): string[] => data.toString('base64').match(/.{1,64}/g)!;
  const [open, closed] = [lines(Buffer.concat([string(name), shown])), lines(secret)];
  return [
    ['PuTTY-User-Key-File', `2: ${name}`].join('-'),
    'Encryption: none',
    'Comment: ada@corp.net',
    `Public-Lines: ${open.length}`,
    ...open,
    `Private-Lines: ${closed.length}`,
    ...closed,
    `Private-MAC: ${'0'.repeat(40)}`,
    '',
  ].join('\r\n');
}
