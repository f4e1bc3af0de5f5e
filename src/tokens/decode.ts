/**
 * From text to header, claims and signatures: JWS and JWE in compact form (RFC 7515 section 3.1, RFC 7516 section 3.1),
 * unsecured JWTs (RFC 7519 section 6), both JSON serialisations (flattened and general), SD-JWT (RFC 9901) and JWTs in
 * JWTs (RFC 7519 section 5.2). Nothing is verified. Sizes, nesting and counts are bounded.
 * @module
 */
import { createHash } from 'node:crypto';
import { base64url, decodeProtectedHeader } from 'jose';
import { isObject, type JsonObject, MAX_DEPTH, own, text as textOf } from './json.ts';

/** Longest token looked at, in characters. */
export const MAX_LENGTH = 64 * 1024;
const MAX_NESTED = 3;
const MAX_SIGNATURES = 16;
const MAX_DISCLOSURES = 512;

export interface Signature {
  header: JsonObject;
  /** What was signed (RFC 7515 section 5.1): protected header, dot, payload, as encoded. */
  input: string;
  bytes: Uint8Array;
}

export interface Decoded {
  format: 'jws' | 'jwe' | 'jws-json' | 'jwt-unsecured';
  /** Protected header parameters, joined by the unprotected ones of a JSON serialisation. */
  header: JsonObject;
  /** Undefined when the payload is encrypted, detached or not a JSON object. */
  claims?: JsonObject;
  /** Empty for JWE and unsecured tokens. */
  signatures: Signature[];
  /** The JWT that is this one's payload. */
  inner?: Decoded;
  /** SD-JWT: how many claims were disclosed, and whether the holder's key-binding JWT follows. */
  disclosures?: { count: number; holderProof: boolean };
}

/** Names of the IANA hash registry, as `_sd_alg` holds them. */
const DIGESTS = new Map([
  ['sha-256', 'sha256'],
  ['sha-384', 'sha384'],
  ['sha-512', 'sha512'],
]);

const PARTS_WANTED = 'a signed token has three parts with dots between them, an encrypted one five';

class Malformed extends Error {}

function fail(reason: string): never {
  throw new Malformed(reason);
}

/**
 * Takes a token apart.
 * @param token the token alone; space around it is ignored
 * @returns its parts, or in words why it is no token. Never throws.
 */
export function decodeToken(token: string): Decoded | { malformed: string } {
  if (token.length > MAX_LENGTH) return { malformed: `it is longer than ${MAX_LENGTH} characters` };
  try {
    return decodeAny(token.trim(), 0);
  } catch (error) {
    if (error instanceof Malformed) return { malformed: error.message };
    throw error;
  }
}

function decodeAny(token: string, depth: number): Decoded {
  if (token === '') fail('it is empty');
  if (token.startsWith('{')) return decodeSerialised(token, depth);
  if (token.includes('~')) return decodeSelective(token, depth);
  return decodeCompact(token, depth);
}

/** Marks of a cut at the end: dots, an ellipsis, words in brackets. */
const CUT = /(?:\.{3}|…)\s*$|(?:\.{3}|…|\s|[\w-])[[(<][^\])>]{0,40}[\])>]$/;

function decodeCompact(token: string, depth: number): Decoded {
  if (CUT.test(token)) fail('it was cut: its end is missing');
  const parts = token.split('.', 6);
  const [first = '', second = '', third = '', fourth = '', fifth = ''] = parts;
  switch (parts.length) {
    case 1:
      if (isHeader(first)) fail('only its header is left: it was cut');
      return fail(beginsHeader(first) ? 'only a piece of its header is left: it was cut' : PARTS_WANTED);
    case 2: {
      const header = parseHeader(first);
      if (!isNone(header)) fail('its signature is missing: it was cut');
      return signed('jwt-unsecured', header, second, [], depth);
    }
    case 3: {
      const header = parseHeader(first);
      const bytes = bytesOf(third, 'signature');
      if (isNone(header)) return signed('jwt-unsecured', header, second, [], depth);
      return signed('jws', header, second, [{ header, input: `${first}.${second}`, bytes }], depth);
    }
    case 5:
      return encrypted(parseHeader(first), second, fourth, third, fifth);
    default:
      return fail(`it has ${parts.length > 5 ? 'more than 5' : parts.length} parts; ${PARTS_WANTED}`);
  }
}

/** RFC 7515 section 7.2 and RFC 7516 section 7.2. */
function decodeSerialised(token: string, depth: number): Decoded {
  const json = parseObject(token) ?? fail('it is no JSON object');
  if (textOf(json, 'ciphertext') !== undefined) {
    const recipients = own(json, 'recipients');
    const recipient = Array.isArray(recipients) && isObject(recipients[0]) ? recipients[0] : json;
    const header = { ...objectOf(recipient, 'header'), ...objectOf(json, 'unprotected'), ...protectedOf(json) };
    return encrypted(
      header,
      member(recipient, 'encrypted_key'),
      member(json, 'ciphertext'),
      member(json, 'iv'),
      member(json, 'tag'),
    );
  }
  const payload = own(json, 'payload');
  if (typeof payload !== 'string') return fail('it is JSON without payload or ciphertext');
  const list = own(json, 'signatures');
  const entries = Array.isArray(list) ? list.slice(0, MAX_SIGNATURES) : [json];
  if (entries.length === 0) fail('it has no signatures');
  const disclosures: string[] = [];
  let unencoded = false;
  const signatures = entries.map((entry): Signature => {
    if (!isObject(entry)) return fail('a signature is no JSON object');
    const unprotected = objectOf(entry, 'header');
    const header = { ...unprotected, ...protectedOf(entry) };
    requireAlgorithm(header);
    unencoded ||= own(header, 'b64') === false;
    const disclosed = own(unprotected, 'disclosures');
    if (Array.isArray(disclosed))
      disclosures.push(...disclosed.filter((item) => typeof item === 'string').slice(0, MAX_DISCLOSURES));
    return { header, input: `${member(entry, 'protected')}.${payload}`, bytes: bytesOf(member(entry, 'signature'), 'signature') };
  });
  const header = signatures[0]?.header ?? {};
  const encoded = unencoded ? base64url.encode(new TextEncoder().encode(payload)) : payload;
  const decoded = signed('jws-json', header, encoded, isNone(header) ? [] : signatures, depth);
  return disclosures.length > 0 ? withDisclosures(decoded, disclosures, false) : decoded;
}

/** SD-JWT (RFC 9901 section 4): `<issuer's JWT>~<disclosure>~…~[<key-binding JWT>]`. */
function decodeSelective(token: string, depth: number): Decoded {
  const [issued = '', ...rest] = token.split('~', MAX_DISCLOSURES + 2);
  const proof = rest.pop() ?? '';
  if (rest.length > MAX_DISCLOSURES) fail(`it has more than ${MAX_DISCLOSURES} disclosures`);
  const decoded = decodeCompact(issued, depth);
  if (decoded.claims === undefined) fail('an SD-JWT without claims');
  if (proof !== '') decodeCompact(proof, depth);
  return withDisclosures(decoded, rest, proof !== '');
}

function withDisclosures(decoded: Decoded, disclosures: string[], holderProof: boolean): Decoded {
  const claims = decoded.claims ?? {};
  const algorithm = DIGESTS.get(textOf(claims, '_sd_alg') ?? 'sha-256');
  const known = new Map<string, unknown[]>();
  for (const disclosure of disclosures) {
    const content = parseJson(bytesOf(disclosure, 'disclosure'));
    if (!Array.isArray(content) || content.length < 2 || content.length > 3)
      fail('a disclosure is no list of salt, name and value');
    if (algorithm) known.set(createHash(algorithm).update(disclosure).digest('base64url'), content as unknown[]);
  }
  const disclosed = disclose(claims, known, 0) as JsonObject;
  return { ...decoded, claims: disclosed, disclosures: { count: disclosures.length, holderProof } };
}

/** Puts disclosed values where their digests stand. Each is used once, so that the result cannot grow beyond the token. */
function disclose(value: unknown, known: Map<string, unknown[]>, depth: number): unknown {
  if (depth > MAX_DEPTH) return '…';
  // An array element is disclosed by salt and value, a member by salt, name and value.
  const take = (digest: unknown, members: 2 | 3): unknown[] | undefined => {
    const content = typeof digest === 'string' ? known.get(digest) : undefined;
    if (content?.length !== members) return undefined;
    known.delete(digest as string);
    return content;
  };
  if (Array.isArray(value)) {
    return value.flatMap((item: unknown) => {
      if (!isObject(item) || !Object.hasOwn(item, '...')) return [disclose(item, known, depth + 1)];
      const content = take(item['...'], 2);
      return content ? [disclose(content[1], known, depth + 1)] : [];
    });
  }
  if (!isObject(value)) return value;
  const entries = new Map(
    Object.entries(value)
      .filter(([name]) => name !== '_sd' && name !== '_sd_alg')
      .map(([name, item]) => [name, disclose(item, known, depth + 1)]),
  );
  const digests = own(value, '_sd');
  for (const digest of Array.isArray(digests) ? digests : []) {
    const content = take(digest, 3);
    const name = content?.[1];
    if (typeof name === 'string' && !entries.has(name)) entries.set(name, disclose(content?.[2], known, depth + 1));
  }
  return Object.fromEntries(entries);
}

function signed(format: Decoded['format'], header: JsonObject, payload: string, signatures: Signature[], depth: number): Decoded {
  const bytes = bytesOf(payload, 'payload');
  const claims = parseObject(bytes);
  if (claims) return { format, header, claims, signatures };
  const inner = depth < MAX_NESTED ? nested(header, bytes, depth + 1) : undefined;
  return { format, header, signatures, ...(inner && { inner }) };
}

/** A JWT as payload: told by `cty`, or by looking like one. What is no token after all is an ordinary payload. */
function nested(header: JsonObject, payload: Uint8Array, depth: number): Decoded | undefined {
  const content = Buffer.from(payload).toString('latin1').trim();
  if (!/^(application\/)?jwt$/i.test(textOf(header, 'cty') ?? '') && !/^[\w-]{10,}\.[\w-]*\./.test(content)) return undefined;
  try {
    return decodeAny(content, depth);
  } catch (error) {
    if (error instanceof Malformed) return undefined;
    throw error;
  }
}

function encrypted(header: JsonObject, key: string, ciphertext: string, iv: string, tag: string): Decoded {
  requireAlgorithm(header);
  if (textOf(header, 'enc') === undefined) fail('its header names no content encryption (enc)');
  const direct = /^(dir|ECDH-ES)$/.test(textOf(header, 'alg') ?? '');
  if (key === '' && !direct) fail('its encrypted key is missing');
  if (ciphertext === '' || iv === '' || tag === '') fail('a part of it is empty');
  for (const part of [key, iv, ciphertext, tag]) requireAlphabet(part, 'an encrypted part');
  // RFC 7519 section 5.3: claims may be repeated in the header, unencrypted.
  const repeated = Object.fromEntries(Object.entries(header).filter(([name]) => ['iss', 'sub', 'aud'].includes(name)));
  return { format: 'jwe', header, signatures: [], ...(Object.keys(repeated).length > 0 && { claims: repeated }) };
}

function parseHeader(part: string): JsonObject {
  requireAlphabet(part, 'header');
  let header: JsonObject;
  try {
    header = decodeProtectedHeader({ protected: part });
  } catch {
    return fail('its header is no JSON object');
  }
  requireAlgorithm(header);
  return header;
}

function isHeader(part: string): boolean {
  try {
    return parseHeader(part) !== undefined;
  } catch {
    return false;
  }
}

/** Whether base64url decodes to the beginning of a header. */
function beginsHeader(part: string): boolean {
  return /^[A-Za-z0-9_-]+$/.test(part) && /^\{\s*"[a-z]/.test(Buffer.from(part, 'base64url').toString('latin1'));
}

function protectedOf(json: JsonObject): JsonObject {
  const part = textOf(json, 'protected');
  if (part === undefined) return {};
  requireAlphabet(part, 'header');
  try {
    return decodeProtectedHeader({ protected: part });
  } catch {
    return fail('its protected header is no JSON object');
  }
}

function requireAlgorithm(header: JsonObject): void {
  if (textOf(header, 'alg') === undefined) fail('its header names no algorithm (alg)');
}

/** Any spelling of `none`: lenient verifiers have taken `None` and `nOnE` for it. */
export function isNone(header: JsonObject): boolean {
  return textOf(header, 'alg')?.toLowerCase() === 'none';
}

/** base64url; `=` at the end is let pass, as AWS load balancers sign tokens with it. */
function requireAlphabet(part: string, name: string): void {
  const body = part.endsWith('=') ? part.replace(/={1,2}$/, '') : part;
  if (!/^[A-Za-z0-9_-]*$/.test(body)) fail(`its ${name} holds characters that base64url has not`);
  if (body.length % 4 === 1) fail(`its ${name} is one character short or long`);
}

function bytesOf(part: string, name: string): Uint8Array {
  requireAlphabet(part, name);
  return base64url.decode(part.replace(/=+$/, ''));
}

function member(json: JsonObject, name: string): string {
  return textOf(json, name) ?? '';
}

function objectOf(json: JsonObject, name: string): JsonObject {
  const value = own(json, name);
  return isObject(value) ? value : {};
}

function parseObject(json: string | Uint8Array): JsonObject | undefined {
  const value = parseJson(json);
  return isObject(value) ? value : undefined;
}

const utf8 = new TextDecoder('utf-8', { fatal: true });

function parseJson(json: string | Uint8Array): unknown {
  try {
    return JSON.parse(typeof json === 'string' ? json : utf8.decode(json));
  } catch {
    return undefined;
  }
}
