/**
 * Keys in the files of SSH programs: OpenSSH (PROTOCOL.key) and PuTTY (.ppk). Both hold the public half in clear, as SSH
 * sends it (RFC 4253 section 6.6, RFC 5656 section 3.1, RFC 8709 section 4), so that is all that is read.
 * @module
 */
import { createPublicKey, type JsonWebKey, type KeyObject } from 'node:crypto';

const MAGIC = 'openssh-key-v1\0';
/** By their names in SSH: how JOSE calls the curve (RFC 7518 section 6.2.1.1). */
const CURVES = new Map([
  ['ecdsa-sha2-nistp256', 'P-256'],
  ['ecdsa-sha2-nistp384', 'P-384'],
  ['ecdsa-sha2-nistp521', 'P-521'],
]);
const EDWARDS = new Map([
  ['ssh-ed25519', 'Ed25519'],
  ['ssh-ed448', 'Ed448'],
]);

/**
 * The public half of an unencrypted private key.
 * @param body what stands in base64 between the BEGIN and END of an `OPENSSH PRIVATE KEY`
 * @returns undefined when it is encrypted, cut, or of a kind that signs no tokens (DSA, security keys)
 */
export function readOpenSsh(body: Buffer): KeyObject | undefined {
  if (body.toString('latin1', 0, MAGIC.length) !== MAGIC) return undefined;
  const fields = new Fields(body.subarray(MAGIC.length));
  const [cipher] = [fields.string(), fields.string(), fields.string()];
  if (cipher?.toString('latin1') !== 'none' || fields.number() !== 1) return undefined;
  return readPublic(fields.string());
}

/**
 * As `readOpenSsh`, for PuTTY.
 * @param file the text of a .ppk file
 */
export function readPutty(file: string): KeyObject | undefined {
  const [, lines = ''] =
    /^PuTTY-User-Key-File-[23]:[^]*?\nEncryption: none\s[^]*?\nPublic-Lines: \d+\s+([A-Za-z0-9+/=\s]+)\n/.exec(file) ?? [];
  return lines === '' ? undefined : readPublic(Buffer.from(lines, 'base64'));
}

function readPublic(blob: Buffer | undefined): KeyObject | undefined {
  const jwk = blob && jwkOf(new Fields(blob));
  try {
    return jwk && createPublicKey({ key: jwk, format: 'jwk' });
  } catch {
    return undefined;
  }
}

function jwkOf(fields: Fields): JsonWebKey | undefined {
  const name = fields.string()?.toString('latin1') ?? '';
  if (name === 'ssh-rsa') {
    const [e, n] = [fields.string(), fields.string()];
    return e && n && { kty: 'RSA', e: unsigned(e), n: unsigned(n) };
  }
  const edwards = EDWARDS.get(name);
  if (edwards !== undefined) {
    const x = fields.string();
    return x && { kty: 'OKP', crv: edwards, x: x.toString('base64url') };
  }
  const curve = CURVES.get(name);
  if (curve === undefined) return undefined;
  const [, point] = [fields.string(), fields.string()];
  // SEC 1 section 2.3.3: 4, then both coordinates in full.
  if (point?.[0] !== 4) return undefined;
  const size = (point.length - 1) / 2;
  const part = (from: number): string => point.toString('base64url', from, from + size);
  return { kty: 'EC', crv: curve, x: part(1), y: part(1 + size) };
}

/** A positive mpint (RFC 4251 section 5) without the zero that keeps it positive. */
function unsigned(mpint: Buffer): string {
  return mpint.toString('base64url', mpint[0] === 0 ? 1 : 0);
}

/** Reads SSH's data types (RFC 4251 section 5) one after the other; undefined from where the data end. */
class Fields {
  readonly #data: Buffer;
  #at = 0;

  constructor(data: Buffer) {
    this.#data = data;
  }

  number(): number | undefined {
    if (this.#at + 4 > this.#data.length) return undefined;
    this.#at += 4;
    return this.#data.readUInt32BE(this.#at - 4);
  }

  string(): Buffer | undefined {
    const length = this.number() ?? Infinity;
    if (this.#at + length > this.#data.length) return undefined;
    this.#at += length;
    return this.#data.subarray(this.#at - length, this.#at);
  }
}
