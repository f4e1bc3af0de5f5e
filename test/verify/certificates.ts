/** X.509 certificates made at test time: an authority, and a server certificate for any name. */
import { createPrivateKey, generateKeyPairSync, randomBytes, sign } from 'node:crypto';

export interface Authority {
  pem: string;
  /** A certificate for a host name or an IPv4 address. */
  issue(host: string, validity?: { from: Date; to: Date }): { cert: string; key: string };
}

const der = (tag: number, ...parts: Buffer[]): Buffer => {
  const content = Buffer.concat(parts);
  const { length } = content;
  const head = length < 128 ? [length] : length < 256 ? [0x81, length] : [0x82, length >> 8, length & 255];
  return Buffer.concat([Buffer.from([tag, ...head]), content]);
};
const sequence = (...parts: Buffer[]): Buffer => der(0x30, ...parts);
const oid = (...bytes: number[]): Buffer => der(6, Buffer.from(bytes));
const ECDSA_SHA256 = sequence(oid(0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 3, 2));
const name = (text: string): Buffer => sequence(der(0x31, sequence(oid(0x55, 4, 3), der(0x0c, Buffer.from(text)))));
const time = (date: Date): Buffer =>
  der(
    0x17,
    Buffer.from(
      `${date
        .toISOString()
        .replace(/[-:T]|\.\d{3}/g, '')
        .slice(2)}`,
    ),
  );
const extension = (id: Buffer, value: Buffer): Buffer => sequence(id, der(4, value));

const DAY = 86_400_000;

function certificate(
  subject: string,
  issuer: string,
  spki: Buffer,
  extensions: Buffer[],
  signer: string,
  from: Date,
  to: Date,
): string {
  const serial = der(2, Buffer.concat([Buffer.from([1]), randomBytes(8)]));
  const tbs = sequence(
    der(0xa0, der(2, Buffer.from([2]))),
    serial,
    ECDSA_SHA256,
    name(issuer),
    sequence(time(from), time(to)),
    name(subject),
    spki,
    der(0xa3, sequence(...extensions)),
  );
  const signature = sign('sha256', tbs, createPrivateKey(signer));
  const whole = sequence(tbs, ECDSA_SHA256, der(3, Buffer.from([0]), signature));
  const lines = whole
    .toString('base64')
    .match(/.{1,64}/g)!
    .join('\n');
  return `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`;
}

function keys(): { spki: Buffer; key: string } {
  const { publicKey, privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
  return {
    spki: publicKey.export({ type: 'spki', format: 'der' }),
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }) as string,
  };
}

export function makeAuthority(): Authority {
  const own = keys();
  const now = Date.now();
  const always = { from: new Date(now - DAY), to: new Date(now + DAY) };
  const authority = extension(oid(0x55, 0x1d, 0x13), sequence(der(1, Buffer.from([255]))));
  return {
    pem: certificate('test authority', 'test authority', own.spki, [authority], own.key, always.from, always.to),
    issue(host, { from, to } = always) {
      const { spki, key } = keys();
      const address = /^\d+\.\d+\.\d+\.\d+$/.test(host);
      const alternative = address ? der(0x87, Buffer.from(host.split('.').map(Number))) : der(0x82, Buffer.from(host));
      const names = extension(oid(0x55, 0x1d, 0x11), sequence(alternative));
      return { cert: certificate(host, 'test authority', spki, [names], own.key, from, to), key };
    },
  };
}
