/**
 * Whether a key of an issuer signed a token: JWS (RFC 7515) against the keys of a JWKS (RFC 7517) or a PEM file.
 * @module
 */
import { createPublicKey } from 'node:crypto';
import { compactVerify, errors, importJWK, type JWK } from 'jose';
import { UsageError } from '../errors.ts';
import { type Decoded, isNone } from '../tokens/decode.ts';
import { isObject, own, text } from '../tokens/json.ts';

/** What the keys say of a signature. */
export type SignatureResult =
  /** `key` names the key: its id, or its place in the set. */
  | { result: 'valid'; key: string; algorithm: string }
  | { result: 'invalid'; why: string }
  /** No key that could have signed it is among them. */
  | { result: 'key-unknown'; why: string };

/** Most keys of one set that are looked at. */
const MAX_KEYS = 100;

/** The kind of key that an algorithm needs (RFC 7518 section 3.1, RFC 8037): what keeps an RSA key from being taken for an HMAC secret. */
function keyTypeOf(algorithm: string): string | undefined {
  if (/^(RS|PS)(256|384|512)$/.test(algorithm)) return 'RSA';
  if (/^ES(256|384|512)$/.test(algorithm)) return 'EC';
  if (algorithm === 'EdDSA' || algorithm === 'Ed25519') return 'OKP';
  if (/^HS(256|384|512)$/.test(algorithm)) return 'oct';
  return undefined;
}

/** Checks a decoded token's signatures; of several (JSON serialisation) one that is valid is enough. */
export async function checkSignature(decoded: Decoded, keys: readonly JWK[]): Promise<SignatureResult> {
  if (decoded.format === 'jwe') return { result: 'key-unknown', why: 'it is encrypted: only its audience can open it' };
  if (decoded.signatures.length === 0) return { result: 'invalid', why: 'it is not signed' };
  let last: SignatureResult = { result: 'key-unknown', why: 'it has no signature that can be checked' };
  for (const { header, input, bytes } of decoded.signatures) {
    if (isNone(header)) continue;
    last = await checkOne(header, `${input}.${Buffer.from(bytes).toString('base64url')}`, keys);
    if (last.result === 'valid') return last;
  }
  return last;
}

async function checkOne(header: Record<string, unknown>, jws: string, keys: readonly JWK[]): Promise<SignatureResult> {
  const algorithm = text(header, 'alg') ?? '';
  const type = keyTypeOf(algorithm);
  if (type === undefined) return { result: 'key-unknown', why: `its algorithm ${show(algorithm)} is none that can be checked` };
  const kid = text(header, 'kid');
  const fitting = keys.filter((key) => key.kty === type && (key.use ?? 'sig') === 'sig' && (key.alg ?? algorithm) === algorithm);
  const named = kid === undefined ? [] : fitting.filter((key) => key.kid === kid);
  // A key without an id may be any; one with another id is another key.
  const candidates = named.length > 0 ? named : fitting.filter((key) => kid === undefined || key.kid === undefined);
  if (candidates.length === 0) {
    const symmetric = type === 'oct' ? `it is signed with a shared secret (${algorithm}), which no issuer publishes` : undefined;
    return {
      result: 'key-unknown',
      why: symmetric ?? `the key ${show(kid ?? '')} for ${algorithm} is not among the keys there are`,
    };
  }
  for (const key of candidates) {
    try {
      await compactVerify(jws, await importJWK(key, algorithm));
      return { result: 'valid', key: key.kid ?? `number ${keys.indexOf(key) + 1}`, algorithm };
    } catch (error) {
      if (error instanceof errors.JWSSignatureVerificationFailed) continue;
      if (error instanceof errors.JOSEError || error instanceof TypeError || error instanceof DOMException) {
        return { result: 'key-unknown', why: `the key ${show(key.kid ?? '')} or the token is malformed` };
      }
      throw error;
    }
  }
  if (kid !== undefined && named.length === 0)
    return { result: 'key-unknown', why: `the key ${show(kid)} is not among the keys there are` };
  const which = named.length > 0 ? `the key ${show(kid ?? '')} did not sign it` : 'none of the keys signed it';
  return { result: 'invalid', why: `${which}: it is forged or was changed` };
}

/** A header's text in a sentence. */
function show(value: string): string {
  return value === '' ? 'that it names' : JSON.stringify(value.slice(0, 80));
}

/** Members that only private and shared keys have (RFC 7518 section 6), and those that would bind the key to one use. */
const LEFT_OUT = new Set(['d', 'p', 'q', 'dp', 'dq', 'qi', 'oth', 'key_ops', 'ext']);

function publicPart(key: Record<string, unknown>): JWK {
  return Object.fromEntries(Object.entries(key).filter(([name]) => !LEFT_OUT.has(name))) as unknown as JWK;
}

/** The keys of a JWKS as parsed JSON; undefined when it is none. Private parts are dropped. */
export function keysOf(json: unknown): JWK[] | undefined {
  const keys = isObject(json) ? own(json, 'keys') : undefined;
  if (!Array.isArray(keys)) return undefined;
  return keys
    .filter((key): key is Record<string, unknown> => isObject(key) && typeof own(key, 'kty') === 'string')
    .slice(0, MAX_KEYS)
    .map(publicPart);
}

/**
 * Keys of a file that the user names: a JWKS, a single JWK, or public keys and certificates in PEM.
 * @param name for the error
 * @throws UsageError
 */
export function keysOfFile(content: string, name: string): JWK[] {
  const bad = (why: string, cause?: unknown): UsageError =>
    new UsageError(`${name} is no JWKS and no PEM file (${why}): give public keys of the issuer`, { cause });
  if (/^\s*\{/.test(content)) {
    let json: unknown;
    try {
      json = JSON.parse(content);
    } catch (error) {
      throw bad('it is no JSON', error);
    }
    const keys = keysOf(json) ?? keysOf({ keys: [json] }) ?? [];
    if (keys.length === 0) throw bad('it holds no key');
    return keys;
  }
  const blocks = content.match(/-----BEGIN [A-Z ]+-----[^-]+-----END [A-Z ]+-----/g) ?? [];
  if (blocks.length === 0) throw bad('it holds no key');
  return blocks.map((block) => {
    try {
      return createPublicKey(block).export({ format: 'jwk' });
    } catch (error) {
      throw bad('a key in it cannot be read', error);
    }
  });
}
