/**
 * Checks of key encodings: bech32, base58check, NATS and Stellar base32 keys, Ed25519 pairs, armored and PuTTY files.
 * @module
 */
import { crc16, crc24 } from './crc.ts';
import { BASE58_BITCOIN, fromBase32, fromBase58, fromBase64, latin1, toBase32, toBase58 } from './encodings.ts';

/** Loaded when a key is first checked: a scan without findings needs none of it. */
const crypto = (): typeof import('node:crypto') => process.getBuiltinModule('node:crypto');

const BECH32 = 'qpzry9x8gf2tvdw0s3jn54khce6mua7l';
const GENERATOR = [0x3b6a57b2, 0x26508e6d, 0x1ea119fa, 0x3d4233dd, 0x2a1462b3];

/**
 * Bech32 (BIP-173) with its final constant 1, without its limit of 90 characters: age and Cardano do not keep to it.
 * Upper or lower case, not both.
 */
export function bech32Holds(secret: string): boolean {
  const text = secret.toLowerCase();
  if (secret !== text && secret !== secret.toUpperCase()) return false;
  const split = text.lastIndexOf('1');
  const data = Array.from(text.slice(split + 1), (char) => BECH32.indexOf(char));
  return split > 0 && data.length >= 6 && !data.includes(-1) && polymod([...expand(text.slice(0, split)), ...data]) === 1;
}

export function completeBech32(secret: string): string {
  const text = secret.toLowerCase();
  const split = text.lastIndexOf('1');
  const data = Array.from(text.slice(split + 1, -6), (char) => BECH32.indexOf(char));
  const check = polymod([...expand(text.slice(0, split)), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = Array.from({ length: 6 }, (_, i) => BECH32[(check >>> (5 * (5 - i))) & 31]!).join('');
  return secret.slice(0, -6) + (secret === text ? tail : tail.toUpperCase());
}

function expand(prefix: string): number[] {
  const bytes = [...latin1(prefix)];
  return [...bytes.map((byte) => byte >> 5), 0, ...bytes.map((byte) => byte & 31)];
}

function polymod(values: number[]): number {
  let check = 1;
  for (const value of values) {
    const top = check >>> 25;
    check = ((check & 0x1ffffff) << 5) ^ value;
    for (let i = 0; i < 5; i++) if ((top >>> i) & 1) check ^= GENERATOR[i]!;
  }
  return check;
}

/** First four bytes of the double SHA-256 of all bytes before them (Bitcoin, BIP-32, BIP-38, Tezos, XRP Ledger). */
export function base58Holds(secret: string, digits: string): boolean {
  const bytes = fromBase58(secret, digits);
  if (!bytes || bytes.length < 5) return false;
  return doubleSha(bytes.subarray(0, -4)).equals(bytes.subarray(-4));
}

export function completeBase58(secret: string, digits: string): string {
  const bytes = fromBase58(secret, digits);
  if (!bytes || bytes.length < 5) return secret;
  const body = bytes.subarray(0, -4);
  return toBase58(Buffer.concat([body, doubleSha(body)]), digits);
}

function doubleSha(bytes: Uint8Array): Buffer {
  const once = crypto().createHash('sha256').update(bytes).digest();
  return crypto().createHash('sha256').update(once).digest().subarray(0, 4);
}

/**
 * NATS nkey seed (36 bytes, nats-io/nkeys) or Stellar seed (35 bytes, SEP-23): base32 with a little-endian CRC-16 at the
 * end. The upper five bits of the first byte are the letter S in both.
 */
export function base32KeyHolds(secret: string, length: number): boolean {
  const bytes = fromBase32(secret);
  if (bytes?.length !== length || (bytes[0]! & 0xf8) !== 0x90) return false;
  const crc = crc16(bytes.subarray(0, -2));
  return bytes[length - 2] === (crc & 255) && bytes[length - 1] === crc >>> 8;
}

export function completeBase32Key(secret: string): string {
  const bytes = fromBase32(secret);
  if (!bytes || bytes.length < 3) return secret;
  const body = bytes.subarray(0, -2);
  const crc = crc16(body);
  return toBase32(Uint8Array.from([...body, crc & 255, crc >>> 8]));
}

/** PKCS #8 frame around the 32 bytes of an Ed25519 private key (RFC 8410). */
const ED25519_PKCS8 = Buffer.from('302e020100300506032b657004220420', 'hex');

/** 64 bytes in base58: an Ed25519 seed and the public key that follows from it (Solana, NEAR). */
export function ed25519Holds(text: string): boolean {
  const bytes = fromBase58(text, BASE58_BITCOIN);
  return bytes?.length === 64 && ed25519PublicKey(bytes.subarray(0, 32)).equals(bytes.subarray(32));
}

export function completeEd25519(text: string): string {
  const bytes = fromBase58(text, BASE58_BITCOIN);
  if (!bytes || bytes.length < 32) return text;
  const seed = bytes.subarray(0, 32);
  return toBase58(Buffer.concat([seed, ed25519PublicKey(seed)]), BASE58_BITCOIN);
}

/** The 32 bytes of the public key that belongs to a seed of 32 bytes (RFC 8032). */
export function ed25519PublicKey(seed: Uint8Array): Buffer {
  const key = crypto().createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed]), format: 'der', type: 'pkcs8' });
  return crypto().createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32);
}

const ARMOR =
  /^(-----BEGIN [^\n]*?-----[ \t\r]*\n(?:[\w-]+: [^\n]*\n)*[ \t\r]*\n)([A-Za-z0-9+/=\r\n]+?)\n=([A-Za-z0-9+/]{4})([ \t\r]*\n-----END )/;

/** OpenPGP armor (RFC 9580 section 6.1): the line `=XXXX` is the base64 of the CRC-24 of the decoded body. */
export function armorHolds(secret: string): boolean {
  const found = ARMOR.exec(secret);
  return found !== null && armorCheck(found[2]!) === found[3];
}

export function completeArmor(secret: string): string {
  return secret.replace(
    ARMOR,
    (_, head: string, body: string, __: string, end: string) => `${head}${body}\n=${armorCheck(body)}${end}`,
  );
}

function armorCheck(body: string): string | undefined {
  const bytes = fromBase64(body.replace(/[\r\n]/g, ''));
  if (!bytes) return undefined;
  const crc = crc24(bytes);
  return Buffer.from([crc >>> 16, crc >>> 8, crc]).toString('base64');
}

interface Putty {
  version: string;
  fields: string[];
  mac: string;
}

/**
 * PuTTY's .ppk, versions 2 and 3 (PuTTY manual, appendix C): `Private-MAC` is an HMAC over the file's parts, with a key
 * that is known when there is no passphrase. An encrypted file cannot be checked, and passes.
 */
export function puttyHolds(secret: string): boolean {
  const file = readPutty(secret);
  if (!file) return false;
  return file.fields[1] !== 'none' || puttyMac(file) === file.mac;
}

export function completePutty(secret: string): string {
  const file = readPutty(secret);
  return file ? secret.replace(/(\nPrivate-MAC: )[0-9a-f]+/, `$1${puttyMac(file)}`) : secret;
}

function readPutty(secret: string): Putty | undefined {
  const text = secret.replace(/\r\n/g, '\n');
  const field = (name: string): string => new RegExp(`(?:^|\\n)${name}: ([^\\n]*)`).exec(text)?.[1] ?? '';
  const lines = (name: string): string => {
    const found = new RegExp(`\\n${name}-Lines: (\\d+)\\n((?:[^\\n]*\\n)*)`).exec(text);
    const body = found?.[2]!.split('\n').slice(0, Number(found[1])).join('') ?? '';
    return fromBase64(body)?.toString('latin1') ?? '';
  };
  const head = /^PuTTY-User-Key-File-([23]): ([^\n]*)/.exec(text);
  if (!head) return undefined;
  const fields = [head[2]!, field('Encryption'), field('Comment'), lines('Public'), lines('Private')];
  return { version: head[1]!, fields, mac: field('Private-MAC') };
}

function puttyMac({ version, fields }: Putty): string {
  const hmac =
    version === '3'
      ? crypto().createHmac('sha256', '')
      : crypto().createHmac('sha1', crypto().createHash('sha1').update('putty-private-key-file-mac-key').digest());
  fields.forEach((field, i) => {
    const bytes = Buffer.from(field, i === 2 ? 'utf8' : 'latin1');
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes.length);
    hmac.update(length).update(bytes);
  });
  return hmac.digest('hex');
}
