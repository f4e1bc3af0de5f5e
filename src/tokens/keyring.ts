/**
 * The keys of a scan, read once and then tried on each of its tokens: secrets as HMAC keys, private keys with their public
 * halves and thumbprints.
 * @module
 */
import { createHash, createPrivateKey, createPublicKey, type KeyObject, X509Certificate } from 'node:crypto';
import { jwkThumbprint } from './binding.ts';
import { isObject, type JsonObject, text } from './json.ts';
import { readOpenSsh, readPutty } from './ssh-key.ts';
import { wellKnownKeys } from './weak-keys.ts';

/** A key as its bytes. */
export interface HmacKey {
  /** Index in the secrets that the ring was made of; undefined for well-known keys. */
  index?: number;
  text: string;
  /** How the text became bytes. */
  encoding: 'raw' | 'base64' | 'hex';
  bytes: Buffer;
}

export interface PrivateKey {
  /** Index in the private keys that the ring was made of. */
  index: number;
  publicHalf: KeyObject;
  /** RFC 7638, SHA-256 in base64url; undefined for kinds of key that have none. */
  thumbprint: string | undefined;
  /** `x5t#S256` (RFC 8705 section 3.1) of the certificates that were issued for it. */
  certificates: string[];
}

export interface KeyRing {
  /** Those of the scan first, as they tell more; each once. */
  hmac: readonly HmacKey[];
  private: readonly PrivateKey[];
  /** False when there were more keys than are read. */
  complete: boolean;
}

/** Longest secret that is tried as a key, and longest private key that is read, in characters. */
const MAX_SECRET = 4096;
const MAX_PRIVATE_KEY = 32_768;
/** Most secrets, private keys and certificates that are read. */
const MAX_SECRETS = 20_000;
const MAX_PRIVATE_KEYS = 500;
const MAX_CERTIFICATES = 2_000;

/**
 * Reads keys.
 * @param secrets texts that may have signed a token; an `oct` JWK stands for the key in it
 * @param privateKeys PEM (RFC 7468), in any notation of its line breaks, or JWK; unreadable and encrypted ones are passed over
 * @param certificates PEM: which of them were issued for one of the private keys is looked up
 */
export function keyRing(
  secrets: readonly string[] = [],
  privateKeys: readonly string[] = [],
  certificates: readonly string[] = [],
): KeyRing {
  const keys = privateKeys.slice(0, MAX_PRIVATE_KEYS);
  const issued = certificatesIn([...keys, ...certificates.slice(0, MAX_CERTIFICATES)]);
  const found = secrets.slice(0, MAX_SECRETS).flatMap((secret, index) => formsOf(octKey(secret) ?? secret, index));
  return {
    hmac: found.length === 0 ? wellKnown() : unique([...found, ...wellKnown()]),
    private: keys.flatMap((key, index) => privateKey(key, index, issued)),
    complete: secrets.length <= MAX_SECRETS && privateKeys.length <= MAX_PRIVATE_KEYS && certificates.length <= MAX_CERTIFICATES,
  };
}

let known: readonly HmacKey[] | undefined;

function wellKnown(): readonly HmacKey[] {
  known ??= unique(wellKnownKeys().flatMap((key) => formsOf(key)));
  return known;
}

function unique(keys: readonly HmacKey[]): HmacKey[] {
  const byBytes = new Map<string, HmacKey>();
  for (const key of keys) {
    const name = key.bytes.toString('latin1');
    if (!byBytes.has(name)) byBytes.set(name, key);
  }
  return [...byBytes.values()];
}

/** A key's text as bytes in each way in which programs read one. */
function formsOf(key: string, index?: number): HmacKey[] {
  if (key.length > MAX_SECRET) return [];
  const form = (encoding: HmacKey['encoding']): HmacKey => ({
    ...(index !== undefined && { index }),
    text: key,
    encoding,
    bytes: Buffer.from(key, encoding === 'raw' ? 'utf8' : encoding),
  });
  const forms = [form('raw')];
  // Words of the shipped list are no base64 of anything.
  if (key.length >= (index === undefined ? 32 : 4) && /^[A-Za-z0-9+/_-]+={0,2}$/.test(key)) forms.push(form('base64'));
  if (key.length >= 32 && key.length % 2 === 0 && /^[0-9a-f]+$/i.test(key)) forms.push(form('hex'));
  return forms;
}

/** The key in an `oct` JWK (RFC 7518 section 6.4), in base64url. */
function octKey(secret: string): string | undefined {
  const jwk = secret.startsWith('{') ? parseJwk(secret) : undefined;
  return jwk && text(jwk, 'kty') === 'oct' ? text(jwk, 'k') : undefined;
}

function privateKey(key: string, index: number, issued: ReadonlyMap<string, string[]>): PrivateKey[] {
  const publicHalf = key.length <= MAX_PRIVATE_KEY ? readPublicHalf(key) : undefined;
  if (!publicHalf) return [];
  const certificates = issued.get(nameOf(publicHalf)) ?? [];
  return [{ index, publicHalf, thumbprint: keyThumbprint(publicHalf), certificates }];
}

/**
 * The public half of a private key, from PEM, a PuTTY file or a JWK's JSON; undefined when it is none, is encrypted or is of
 * a kind that node:crypto cannot read.
 */
function readPublicHalf(key: string): KeyObject | undefined {
  if (key.startsWith('PuTTY-')) return readPutty(key);
  try {
    const text = key.startsWith('LS0tLS1CRUdJTi') ? Buffer.from(key, 'base64').toString('latin1') : key;
    const jwk = text.trimStart().startsWith('{') ? parseJwk(text) : undefined;
    if (jwk) return createPublicKey(createPrivateKey({ key: jwk, format: 'jwk' }));
    const [, label = '', block = ''] = /-----BEGIN ([A-Z ]{1,40})-----([^]*?)-----END \1-----/.exec(text) ?? [];
    const body = bodyOf(block);
    if (label === 'OPENSSH PRIVATE KEY') return readOpenSsh(Buffer.from(body, 'base64'));
    const lines = body.match(/.{1,64}/g) ?? [];
    return createPublicKey(createPrivateKey([`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n')));
  } catch {
    return undefined;
  }
}

/**
 * The base64 of a PEM block (RFC 7468) without anything between, as code and configuration write it: escaped line breaks,
 * indented, quoted, put together of strings.
 */
function bodyOf(block: string): string {
  return (
    block
      .replace(/\\+[rn]/g, '\n')
      // A plus between quotes joins strings; all others are base64.
      .replace(/["'`]\s{0,80}\+\s{0,80}["'`]/g, '')
      .replace(/[^A-Za-z0-9+/=]/g, '')
  );
}

function parseJwk(json: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(json);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

/** RFC 7638 thumbprint of a public key. */
function keyThumbprint(key: KeyObject): string | undefined {
  try {
    return jwkThumbprint({ ...key.export({ format: 'jwk' }) });
  } catch {
    return undefined;
  }
}

/** Thumbprints of the certificates in texts, by the names of the keys they were issued for. */
function certificatesIn(texts: readonly string[]): Map<string, string[]> {
  const issued = new Map<string, string[]>();
  for (const text of texts) {
    for (const [, block = ''] of text.matchAll(/-----BEGIN CERTIFICATE-----([^-]{1,20000})-----END CERTIFICATE-----/g)) {
      try {
        const { raw, publicKey } = new X509Certificate(Buffer.from(bodyOf(block), 'base64'));
        const name = nameOf(publicKey);
        issued.set(name, [...(issued.get(name) ?? []), createHash('sha256').update(raw).digest('base64url')]);
      } catch {
        // No certificate after all, or one of a key that node:crypto does not know.
      }
    }
  }
  return issued;
}

/** The same for equal public keys. */
function nameOf(publicKey: KeyObject): string {
  return publicKey.export({ type: 'spki', format: 'der' }).toString('base64');
}
