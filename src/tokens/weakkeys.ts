/**
 * Whether the key that signed a token lies near: an HMAC key that everyone knows or that stands in the same scan, or the
 * private key of an asymmetric signature. A hit means that anyone can make tokens, so this runs over every token and
 * every candidate secret, in bounded work.
 * @module
 */
import { constants, type KeyObject, verify } from 'node:crypto';
import type { Token, TokenProblem } from '../model.ts';
import { boundTo } from './binding.ts';
import { type Decoded, decodeToken, type Signature } from './decode.ts';
import { type HmacHash, hmacUnderManyKeys } from './hmac.ts';
import { quoted, text } from './json.ts';
import { type HmacKey, type KeyRing, keyRing, type PrivateKey } from './keyring.ts';

/** The outcome of a search. `complete` is false when a bound ended it before all keys were tried. */
export interface KeySearch<Hit> {
  found?: Hit;
  tried: number;
  complete: boolean;
}

export interface SearchLimits {
  /** Most HMAC computations. */
  tries?: number;
  /** Most bytes hashed in all; long tokens are expensive to try. */
  bytes?: number;
  /** Most signature checks with private keys' public halves. */
  checks?: number;
}

const HMAC: Record<string, HmacHash> = { HS256: 'sha256', HS384: 'sha384', HS512: 'sha512' };
const MAX_TRIES = 200_000;
const MAX_BYTES = 128 * 1024 * 1024;
const MAX_CHECKS = 500;

/**
 * Tries keys on an HS256, HS384 or HS512 token (RFC 7518 section 3.2).
 * @param token compact or JSON form
 * @param keys in the order in which they are tried; default: the well-known ones
 */
export function findHmacKey(
  token: string,
  keys: readonly HmacKey[] = keyRing().hmac,
  limits: SearchLimits = {},
): KeySearch<HmacKey> {
  const signature = signaturesOf(token).find(
    ({ header, bytes }) => Object.hasOwn(HMAC, text(header, 'alg') ?? '') && bytes.length > 0,
  );
  if (!signature) return { tried: 0, complete: true };
  const input = Buffer.from(signature.input, 'utf8');
  const most = Math.min(limits.tries ?? MAX_TRIES, Math.floor((limits.bytes ?? MAX_BYTES) / (input.length + 256)));
  const hmac = hmacUnderManyKeys(HMAC[text(signature.header, 'alg')!]!, input);
  const wanted = Buffer.from(signature.bytes).toString('latin1');
  for (const [tried, key] of keys.entries()) {
    if (tried >= most) return { tried, complete: false };
    if (hmac(key.bytes) === wanted) return { found: key, tried: tried + 1, complete: true };
  }
  return { tried: keys.length, complete: true };
}

/**
 * Tries private keys on an RS, PS, ES or EdDSA token (RFC 7518 sections 3.3 to 3.5, RFC 8037): the signature is verified
 * with each key's public half. Only keys that fit algorithm and signature count as tried.
 * @returns the index of the key that signed, in what the ring was made of
 */
export function findSigningKey(token: string, keys: readonly PrivateKey[], limits: SearchLimits = {}): KeySearch<number> {
  const most = limits.checks ?? MAX_CHECKS;
  let tried = 0;
  for (const signature of signaturesOf(token)) {
    if (signature.bytes.length === 0) continue;
    for (const { index, publicHalf } of keys) {
      if (!fits(signature, publicHalf)) continue;
      if (tried >= most) return { tried, complete: false };
      tried++;
      if (signedBy(signature, publicHalf)) return { found: index, tried, complete: true };
    }
  }
  return { tried, complete: true };
}

function signaturesOf(token: string): Signature[] {
  const all = (decoded: Decoded): Signature[] => [...decoded.signatures, ...(decoded.inner ? all(decoded.inner) : [])];
  const decoded = decodeToken(token);
  return 'malformed' in decoded ? [] : all(decoded);
}

const CURVES: Record<string, string> = { ES256: 'prime256v1', ES256K: 'secp256k1', ES384: 'secp384r1', ES512: 'secp521r1' };
const EDWARDS: Record<string, readonly string[]> = { EdDSA: ['ed25519', 'ed448'], Ed25519: ['ed25519'], Ed448: ['ed448'] };

/** Whether such a key makes such signatures; an RSA signature is as long as the key's modulus (RFC 8017). */
function fits({ header, bytes }: Signature, key: KeyObject): boolean {
  const algorithm = text(header, 'alg') ?? '';
  const type = key.asymmetricKeyType ?? '';
  if (Object.hasOwn(EDWARDS, algorithm)) return EDWARDS[algorithm]!.includes(type);
  if (Object.hasOwn(CURVES, algorithm)) return key.asymmetricKeyDetails?.namedCurve === CURVES[algorithm];
  return (
    /^[RP]S(256|384|512)$/.test(algorithm) &&
    (type === 'rsa' || type === 'rsa-pss') &&
    Math.ceil((key.asymmetricKeyDetails?.modulusLength ?? 0) / 8) === bytes.length
  );
}

/** Verifies one signature with a key that fits. */
function signedBy({ header, input, bytes }: Signature, key: KeyObject): boolean {
  const algorithm = text(header, 'alg') ?? '';
  const data = Buffer.from(input, 'utf8');
  const hash = `sha${algorithm.slice(2, 5)}`;
  try {
    if (Object.hasOwn(EDWARDS, algorithm)) return verify(null, data, key, bytes);
    if (algorithm.startsWith('ES')) return verify(hash, data, { key, dsaEncoding: 'ieee-p1363' }, bytes);
    if (algorithm.startsWith('RS')) return verify(hash, data, key, bytes);
    const padding = { padding: constants.RSA_PKCS1_PSS_PADDING, saltLength: constants.RSA_PSS_SALTLEN_DIGEST };
    return verify(hash, data, { key, ...padding }, bytes);
  } catch {
    return false;
  }
}

/** What `findKeys` found: problems to put before the token's own, and which of the ring's keys they come from. */
export interface KeysFound {
  problems: TokenProblem[];
  /** Index, in the secrets given, of the one that signed it. */
  secret?: number;
  /** Indexes, in the private keys given, of the one that signed it and of the one it is bound to. */
  signingKey?: number;
  boundKey?: number;
  tried: { tries: number; bytes: number; checks: number };
  complete: boolean;
}

/**
 * All that the other findings of a scan tell of one token: the HMAC key that signed it (well-known, or among the secrets),
 * the private key that signed it, the private key that it is bound to.
 * @param token the token's text; `explained` is what it was explained to be
 */
export function findKeys(token: string, explained: Pick<Token, 'binding'>, ring: KeyRing, limits: SearchLimits = {}): KeysFound {
  const problems: TokenProblem[] = [];
  const hmac = findHmacKey(token, ring.hmac, limits);
  if (hmac.found) problems.push(weakKeyProblem(hmac.found));
  const signing = findSigningKey(token, ring.private, limits);
  if (signing.found !== undefined) problems.push(signingKeyProblem());
  const bound = boundTo(explained.binding, ring.private);
  if (bound !== undefined) problems.push(boundKeyProblem());
  return {
    problems,
    ...(hmac.found?.index !== undefined && { secret: hmac.found.index }),
    ...(signing.found !== undefined && { signingKey: signing.found }),
    ...(bound !== undefined && { boundKey: bound }),
    tried: { tries: hmac.tried, bytes: hmac.tried * (token.length + 256), checks: signing.tried },
    complete: hmac.complete && signing.complete && ring.complete,
  };
}

/** What a found HMAC key means. Only keys that everyone knows are named. */
export function weakKeyProblem(key: HmacKey): TokenProblem {
  const which =
    key.index !== undefined
      ? 'a secret that was found in the same scan'
      : key.text === ''
        ? 'the empty key'
        : `the well-known key "${quoted(key.text)}"`;
  const how = key.encoding === 'raw' ? '' : `, decoded from ${key.encoding}`;
  return {
    code: key.index === undefined ? 'weak-hmac-key' : 'signing-key-in-repo',
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
