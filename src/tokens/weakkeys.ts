/**
 * Whether the key that signed a token lies near: an HMAC key that everyone knows or that stands in the same scan, or the
 * private key of an asymmetric signature. A hit means that anyone can make tokens, so this runs over every token and
 * every candidate secret, in bounded work.
 * @module
 */
import { createHmac, createPublicKey, constants, type KeyObject, timingSafeEqual, verify } from 'node:crypto';
import type { Token, TokenProblem } from '../model.ts';
import { findBoundKey, readPrivateKey } from './binding.ts';
import { type Decoded, decodeToken, type Signature } from './decode.ts';
import { quoted, text } from './json.ts';
import { wellKnownKeys } from './weak-keys.ts';

export interface HmacKeyHit {
  /** From the shipped list, or index in the candidates given. */
  source: 'well-known' | 'candidate';
  /** Index in the candidates; -1 for well-known keys. */
  index: number;
  key: string;
  /** How the key's text became bytes. */
  encoding: 'raw' | 'base64' | 'hex';
}

/** The outcome of a search. `complete` is false when a bound ended it before all keys were tried. */
export interface KeySearch<Hit> {
  found?: Hit;
  tried: number;
  complete: boolean;
}

export interface SearchLimits {
  /** Most HMAC computations or signature checks. */
  tries?: number;
  /** Most bytes hashed in all; long tokens are expensive to try. */
  bytes?: number;
}

const HMAC: Record<string, string> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
const MAX_TRIES = 200_000;
const MAX_BYTES = 128 * 1024 * 1024;
const MAX_KEYS = 500;
const MAX_KEY_LENGTH = 4096;

/**
 * Tries well-known keys and candidates on an HS256, HS384 or HS512 token (RFC 7518 section 3.2), each as its text and,
 * where it can be read so, decoded from base64, base64url or hex.
 * @param token compact or JSON form
 * @param candidates secrets found in the same scan; candidates come first, as they tell more
 */
export function findHmacKey(token: string, candidates: readonly string[], limits: SearchLimits = {}): KeySearch<HmacKeyHit> {
  const signature = signaturesOf(token).find(
    ({ header, bytes }) => Object.hasOwn(HMAC, text(header, 'alg') ?? '') && bytes.length > 0,
  );
  let tried = 0;
  if (!signature) return { tried, complete: true };
  const hash = HMAC[text(signature.header, 'alg') ?? ''] ?? '';
  const input = Buffer.from(signature.input, 'utf8');
  const most = Math.min(limits.tries ?? MAX_TRIES, Math.floor((limits.bytes ?? MAX_BYTES) / (input.length + 256)));
  const done = new Set<string>();

  const search = function* (): Generator<HmacKeyHit> {
    for (const [index, key] of candidates.entries()) yield* forms('candidate', index, key);
    for (const key of wellKnownKeys()) yield* forms('well-known', -1, key);
  };
  for (const hit of search()) {
    const bytes = Buffer.from(hit.key, hit.encoding === 'raw' ? 'utf8' : hit.encoding);
    const name = bytes.toString('latin1');
    if (done.has(name)) continue;
    done.add(name);
    if (tried >= most) return { tried, complete: false };
    tried++;
    const expected = createHmac(hash, bytes).update(input).digest();
    if (expected.length === signature.bytes.length && timingSafeEqual(expected, signature.bytes))
      return { found: hit, tried, complete: true };
  }
  return { tried, complete: true };
}

function* forms(source: HmacKeyHit['source'], index: number, key: string): Generator<HmacKeyHit> {
  if (key.length > MAX_KEY_LENGTH) return;
  yield { source, index, key, encoding: 'raw' };
  // Words of the shipped list are no base64 of anything.
  if (key.length >= (source === 'candidate' ? 4 : 32) && /^[A-Za-z0-9+/_-]+={0,2}$/.test(key))
    yield { source, index, key, encoding: 'base64' };
  if (key.length >= 32 && key.length % 2 === 0 && /^[0-9a-f]+$/i.test(key)) yield { source, index, key, encoding: 'hex' };
}

/**
 * Tries private keys on an RS, PS, ES or EdDSA token (RFC 7518 sections 3.3 to 3.5, RFC 8037): the signature is verified
 * with each key's public half.
 * @param privateKeys PEM (RFC 7468) or JWK texts; unreadable and encrypted ones are passed over
 * @returns the index of the key that signed
 */
export function findSigningKey(token: string, privateKeys: readonly string[], limits: SearchLimits = {}): KeySearch<number> {
  const signatures = signaturesOf(token).filter(
    ({ header, bytes }) => bytes.length > 0 && /^([RPE]S\d{3}K?|EdDSA|Ed25519|Ed448)$/.test(text(header, 'alg') ?? ''),
  );
  let tried = 0;
  if (signatures.length === 0) return { tried, complete: true };
  const most = Math.min(limits.tries ?? MAX_KEYS, MAX_KEYS);
  for (const [index, pem] of privateKeys.entries()) {
    if (tried >= most) return { tried, complete: false };
    tried++;
    const key = pem.length <= 4 * MAX_KEY_LENGTH ? readPrivateKey(pem) : undefined;
    if (key && signatures.some((signature) => signedBy(signature, createPublicKey(key))))
      return { found: index, tried, complete: true };
  }
  return { tried, complete: true };
}

function signaturesOf(token: string): Signature[] {
  const all = (decoded: Decoded): Signature[] => [...decoded.signatures, ...(decoded.inner ? all(decoded.inner) : [])];
  const decoded = decodeToken(token);
  return 'malformed' in decoded ? [] : all(decoded);
}

const CURVES: Record<string, string> = { ES256: 'prime256v1', ES256K: 'secp256k1', ES384: 'secp384r1', ES512: 'secp521r1' };

/** Verifies one signature; false also when key and algorithm do not fit. */
function signedBy({ header, input, bytes }: Signature, key: KeyObject): boolean {
  const algorithm = text(header, 'alg') ?? '';
  const data = Buffer.from(input, 'utf8');
  const hash = `sha${algorithm.slice(2, 5)}`;
  try {
    if (algorithm.startsWith('E') && !Object.hasOwn(CURVES, algorithm)) {
      return (key.asymmetricKeyType === 'ed25519' || key.asymmetricKeyType === 'ed448') && verify(null, data, key, bytes);
    }
    if (algorithm.startsWith('ES')) {
      if (key.asymmetricKeyDetails?.namedCurve !== CURVES[algorithm]) return false;
      return verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, bytes);
    }
    if (key.asymmetricKeyType !== 'rsa' && key.asymmetricKeyType !== 'rsa-pss') return false;
    if (algorithm.startsWith('RS')) return verify(hash, data, key, bytes);
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    return verify(hash, data, { key, ...padding }, bytes);
  } catch {
    return false;
  }
}

/** What `findKeys` found: problems to put before the token's own, and which of the given secrets and keys they come from. */
export interface KeysFound {
  problems: TokenProblem[];
  /** Indexes in `secrets` and in `privateKeys`. */
  secrets: number[];
  privateKeys: number[];
  complete: boolean;
}

/**
 * All that the other findings of a scan tell of one token: the HMAC key that signed it (well-known, or among the secrets),
 * the private key that signed it, the private key that it is bound to.
 * @param token the token's text; `explained` is what it was explained to be
 */
export function findKeys(
  token: string,
  explained: Pick<Token, 'binding'>,
  others: { secrets: readonly string[]; privateKeys: readonly string[] },
  limits: SearchLimits = {},
): KeysFound {
  const found: KeysFound = { problems: [], secrets: [], privateKeys: [], complete: true };
  const hmac = findHmacKey(token, others.secrets, limits);
  if (hmac.found) {
    found.problems.push(weakKeyProblem(hmac.found));
    if (hmac.found.source === 'candidate') found.secrets.push(hmac.found.index);
  }
  const signing = findSigningKey(token, others.privateKeys, limits);
  if (signing.found !== undefined) {
    found.problems.push(signingKeyProblem());
    found.privateKeys.push(signing.found);
  }
  const bound = findBoundKey(explained.binding, others.privateKeys.slice(0, MAX_KEYS));
  if (bound !== undefined) {
    found.problems.push(boundKeyProblem());
    if (!found.privateKeys.includes(bound)) found.privateKeys.push(bound);
  }
  found.complete = hmac.complete && signing.complete && others.privateKeys.length <= MAX_KEYS;
  return found;
}

/** What a found HMAC key means. Only keys that everyone knows are named. */
export function weakKeyProblem(hit: HmacKeyHit): TokenProblem {
  const which =
    hit.source === 'candidate'
      ? 'a secret that was found in the same scan'
      : hit.key === ''
        ? 'the empty key'
        : `the well-known key "${quoted(hit.key)}"`;
  const how = hit.encoding === 'raw' ? '' : `, decoded from ${hit.encoding}`;
  return {
    code: hit.source === 'candidate' ? 'signing-key-in-repo' : 'weak-hmac-key',
    severity: 'critical',
    text: `It is signed with ${which}${how}: anyone can mint tokens that the issuer's services take.`,
  };
}

/** What a found private key means. */
export function signingKeyProblem(): TokenProblem {
  return {
    code: 'signing-key-in-repo',
    severity: 'critical',
    text: "The private key that signed it was found in the same scan: anyone can mint tokens that the issuer's services take.",
  };
}

/** What it means that the key to which the token is bound was found with it. */
export function boundKeyProblem(): TokenProblem {
  return {
    code: 'bound-key-in-repo',
    severity: 'high',
    text: 'The private key that it is bound to was found in the same scan: the binding protects nothing.',
  };
}
