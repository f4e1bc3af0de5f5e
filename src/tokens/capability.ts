/**
 * Token formats that are no JOSE: PASETO, Branca, Macaroons and Biscuit, and what can be read of them without a key.
 * @module
 */
import { type JsonObject, isObject, quoted } from './json.ts';

/** What a reader found in an opaque token. Times are seconds since 1970. */
export interface Opaque {
  provider: string;
  /** What it is, as a noun. */
  kind: string;
  /** Facts by name. */
  claims: JsonObject;
  algorithm?: string;
  issuedAt?: number;
  expiresAt?: number;
  /** The format says when a token ends, and this one does not end. */
  endless?: boolean;
  scopes?: string[];
  /** The claims are a set of JWT-like claims, with `exp`, `scope` and the like. */
  claimSet?: boolean;
}

const MAX_CAVEATS = 64;
const MAX_BLOCKS = 64;
const MAX_SYMBOLS = 128;

/** Length of the signature at the end of a public PASETO's payload (PASETO specification, versions 1 to 4). */
const PASETO_SIGNATURE: Record<string, number> = { v1: 256, v2: 64, v3: 96, v4: 64 };
const PASETO_ALGORITHM: Record<string, string> = {
  'v1.local': 'AES-256-CTR with HMAC-SHA384',
  'v2.local': 'XChaCha20-Poly1305',
  'v3.local': 'AES-256-CTR with HMAC-SHA384',
  'v4.local': 'XChaCha20 with BLAKE2b',
  'v1.public': 'RSASSA-PSS with SHA-384',
  'v2.public': 'Ed25519',
  'v3.public': 'ECDSA P-384',
  'v4.public': 'Ed25519',
};

/** PASETO `version.purpose.payload[.footer]`: claims of public ones, the footer of all. */
export function readPaseto(text: string): Opaque | undefined {
  const parts = /^(v[1-4])\.(local|public)\.([\w-]{32,})(?:\.([\w-]+))?$/.exec(text);
  if (!parts) return undefined;
  const [, version = '', purpose = '', payload = '', footer] = parts;
  const name = `${version}.${purpose}`;
  const bytes = Buffer.from(payload, 'base64url');
  const claims =
    purpose === 'public' ? json(bytes.subarray(0, Math.max(0, bytes.length - (PASETO_SIGNATURE[version] ?? 0)))) : undefined;
  if (purpose === 'public' && !claims) return undefined;
  const footerText = footer === undefined ? '' : Buffer.from(footer, 'base64url').toString('utf8');
  const footerJson = json(footerText);
  return {
    provider: 'PASETO',
    kind: `PASETO ${version} ${purpose === 'public' ? 'signed token' : 'encrypted token'}`,
    algorithm: PASETO_ALGORITHM[name] ?? name,
    claims: { ...claims, ...(footerText !== '' && { footer: footerJson ?? quoted(footerText, 200) }) },
    ...(claims && { claimSet: true }),
  };
}

const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const BRANCA_OVERHEAD = 1 + 4 + 24 + 16;

/** Branca: base62 of version 0xBA, four bytes of time, nonce and ciphertext. Other text can look so: the time must be past. */
export function readBranca(text: string, now: Date): Opaque | undefined {
  if (!/^[0-9A-Za-z]{61,2000}$/.test(text)) return undefined;
  let number = 0n;
  for (const char of text) number = number * 62n + BigInt(BASE62.indexOf(char));
  const hex = number.toString(16);
  if (hex.length % 2 !== 0 || !hex.startsWith('ba') || hex.length / 2 < BRANCA_OVERHEAD) return undefined;
  const created = Number.parseInt(hex.slice(2, 10), 16);
  if (created < 1_483_228_800 || created > now.getTime() / 1000 + 86_400) return undefined;
  return { provider: 'Branca', kind: 'Branca encrypted token', algorithm: 'XChaCha20-Poly1305', claims: {}, issuedAt: created };
}

/** Macaroons: versions 1 (packets), 2 (binary) and 2 (JSON) of libmacaroons' format, base64 or base64url. */
export function readMacaroon(text: string): Opaque | undefined {
  if (text.startsWith('{')) {
    const object = json(text);
    if (object?.v !== 2 || !(typeof object.s64 === 'string' || typeof object.s === 'string')) return undefined;
    const list: unknown[] = Array.isArray(object.c) ? object.c : [];
    const caveats = list.slice(0, MAX_CAVEATS).flatMap((caveat) => (isObject(caveat) ? [fieldText(caveat.i, caveat.i64)] : []));
    return macaroon(fieldText(object.l, undefined), fieldText(object.i, object.i64), caveats);
  }
  if (!/^[\w+/-]{40,}={0,2}$/.test(text)) return undefined;
  const bytes = Buffer.from(text, 'base64');
  return bytes[0] === 2 ? readBinaryMacaroon(bytes) : readPackets(bytes);
}

function fieldText(plain: unknown, encoded: unknown): string {
  if (typeof plain === 'string') return plain;
  return typeof encoded === 'string' ? Buffer.from(encoded, 'base64').toString('utf8') : '';
}

function readPackets(bytes: Buffer): Opaque | undefined {
  const packets: [string, string][] = [];
  let at = 0;
  while (at < bytes.length && packets.length < MAX_CAVEATS) {
    const length = /^[0-9a-f]{4}$/.test(bytes.toString('latin1', at, at + 4))
      ? Number.parseInt(bytes.toString('latin1', at, at + 4), 16)
      : 0;
    if (length < 6 || at + length > bytes.length || bytes[at + length - 1] !== 10) return undefined;
    const space = bytes.indexOf(32, at + 4);
    if (space < 0 || space >= at + length) return undefined;
    packets.push([bytes.toString('latin1', at + 4, space), bytes.toString('utf8', space + 1, at + length - 1)]);
    at += length;
  }
  const value = (name: string): string => packets.find(([each]) => each === name)?.[1] ?? '';
  if (packets.at(-1)?.[0] !== 'signature') return undefined;
  return macaroon(
    value('location'),
    value('identifier'),
    packets.filter(([name]) => name === 'cid').map(([, caveat]) => caveat),
  );
}

/** Fields are type, length and bytes, both numbers as varints; type 0 ends a section. 1 location, 2 identifier, 6 signature. */
function readBinaryMacaroon(bytes: Buffer): Opaque | undefined {
  const reader = new VarintReader(bytes, 1);
  const sections: Map<number, Buffer>[] = [new Map()];
  let signed = false;
  while (!reader.done && !signed && sections.length < MAX_CAVEATS + 2) {
    const type = reader.varint();
    if (type === undefined) return undefined;
    if (type === 0) {
      sections.push(new Map());
      continue;
    }
    const field = reader.bytes();
    if (!field) return undefined;
    if (type === 6) signed = field.length === 32;
    else sections.at(-1)?.set(type, field);
  }
  const [first, ...rest] = sections.map((section) => ({
    location: section.get(1)?.toString('utf8') ?? '',
    identifier: section.get(2)?.toString('utf8') ?? '',
  }));
  if (!signed || !first || first.identifier === '') return undefined;
  return macaroon(first.location, first.identifier, rest.map(({ identifier }) => identifier).filter(Boolean));
}

function macaroon(location: string, identifier: string, caveats: string[]): Opaque {
  const pypi = /(^|\.)pypi\.org$/.test(location);
  const ends = caveats.map((caveat) => caveatEnd(caveat, pypi)).filter((end) => end !== undefined);
  const shown = caveats.map((caveat) => (pypi ? pypiCaveat(caveat) : quoted(caveat, 200)));
  return {
    provider: pypi ? 'PyPI' : 'Macaroon',
    kind: pypi ? 'PyPI API token (a macaroon)' : 'macaroon',
    algorithm: 'HMAC-SHA256',
    claims: {
      location: quoted(location, 200),
      ...(!pypi && /^[\x20-\x7e]+$/.test(identifier) && { identifier: quoted(identifier, 200) }),
      caveats: shown,
    },
    ...(ends.length > 0 ? { expiresAt: Math.min(...ends) } : { endless: true }),
  };
}

/** Moment in a caveat such as `time < 2030-01-01T00:00:00Z`, `time-before …`, `expires=1900000000`. */
function caveatEnd(caveat: string, pypi: boolean): number | undefined {
  if (pypi) {
    const list = jsonValue(caveat);
    return Array.isArray(list) && list[0] === 0 && typeof list[1] === 'number' ? list[1] : undefined;
  }
  const found =
    /^(?:time|time-before|before|expiry|expires?|exp|valid[_-]until)\s*[<=: ]\s*(\d{9,11}|\d{4}-\d\d-\d\d[T ]?[\d:.]{0,16}Z?)/i.exec(
      caveat,
    )?.[1];
  if (found === undefined) return undefined;
  const seconds = /^\d+$/.test(found) ? Number(found) : Date.parse(found) / 1000;
  return Number.isFinite(seconds) ? seconds : undefined;
}

/** Caveats of PyPI's tokens: lists that begin with a number for their kind; older ones are objects. */
function pypiCaveat(caveat: string): string {
  const value = jsonValue(caveat);
  const known = ['only until', 'only projects named', 'only projects with id', 'only user with id'];
  if (Array.isArray(value)) {
    const name: string | undefined = typeof value[0] === 'number' ? known[value[0]] : undefined;
    return `${name ?? 'caveat'} ${quoted(JSON.stringify(value[1] ?? null), 200)}`;
  }
  const permissions = isObject(value) ? value.permissions : undefined;
  return permissions === 'user' ? 'every project of the user' : quoted(caveat, 200);
}

/**
 * Biscuit (version 2 and later): protobuf with a root key id (1), a signed authority block (2), further blocks (3) and a
 * proof (4). Told: how many blocks, and the words of the authority block that are not the format's own.
 */
export function readBiscuit(text: string): Opaque | undefined {
  const body = text.startsWith('biscuit:') ? text.slice(8) : text;
  if (!/^[\w-]{120,}={0,2}$/.test(body)) return undefined;
  const fields = readProtobuf(Buffer.from(body, 'base64url'), MAX_BLOCKS);
  const authority = fields?.find(({ field }) => field === 2);
  if (
    !fields?.every(({ field }) => field >= 1 && field <= 4) ||
    !authority?.bytes ||
    !fields.some(({ field, bytes }) => field === 4 && bytes)
  )
    return undefined;
  const signed = readProtobuf(authority.bytes, 8);
  const block = signed?.find(({ field }) => field === 1)?.bytes;
  const signature = signed?.find(({ field }) => field === 3)?.bytes;
  if (!block || !signature || signature.length < 60) return undefined;
  const content = readProtobuf(block, MAX_SYMBOLS * 4) ?? [];
  const words = content
    .filter(({ field, bytes }) => field === 1 && bytes)
    .map(({ bytes }) => quoted(bytes?.toString('utf8') ?? ''));
  const rootKeyId = fields.find(({ field }) => field === 1)?.number;
  return {
    provider: 'Biscuit',
    kind: 'Biscuit capability token',
    algorithm: 'Ed25519',
    claims: {
      ...(rootKeyId !== undefined && { rootKeyId }),
      attenuations: fields.filter(({ field }) => field === 3).length,
      words: words.slice(0, MAX_SYMBOLS),
    },
  };
}

interface ProtobufField {
  field: number;
  number?: number;
  bytes?: Buffer;
}

/** Varint (0) and length-delimited (2) fields of one message; undefined when the bytes are no such message. */
function readProtobuf(bytes: Buffer, most: number): ProtobufField[] | undefined {
  const reader = new VarintReader(bytes, 0);
  const fields: ProtobufField[] = [];
  while (!reader.done) {
    const tag = reader.varint();
    if (tag === undefined || fields.length >= most) return undefined;
    const field = Math.floor(tag / 8);
    if (tag % 8 === 0) {
      const number = reader.varint();
      if (number === undefined) return undefined;
      fields.push({ field, number });
    } else if (tag % 8 === 2) {
      const content = reader.bytes();
      if (!content) return undefined;
      fields.push({ field, bytes: content });
    } else {
      return undefined;
    }
  }
  return fields;
}

/** Reads LEB128 numbers and byte strings with such a length; undefined at the end or when something is out of bounds. */
class VarintReader {
  readonly #bytes: Buffer;
  #at: number;

  constructor(bytes: Buffer, at: number) {
    this.#bytes = bytes;
    this.#at = at;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  varint(): number | undefined {
    let value = 0;
    for (let shift = 1; shift <= 2 ** 42; shift *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === undefined) return undefined;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
    return undefined;
  }

  bytes(): Buffer | undefined {
    const length = this.varint();
    if (length === undefined || this.#at + length > this.#bytes.length) return undefined;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
}

function jsonValue(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** A JSON object in text or UTF-8 bytes. */
export function json(content: string | Buffer): JsonObject | undefined {
  const value = jsonValue(content.toString());
  return isObject(value) ? value : undefined;
}
