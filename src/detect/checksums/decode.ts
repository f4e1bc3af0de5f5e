/**
 * Credentials without a checksum whose text must decode to something of known form. Such a check refutes look-alikes;
 * it proves nothing, so a text that passes is not yet certain.
 *
 * Every check comes with a `make` that turns a text of the right length into one that passes, for generated examples.
 * @module
 */
import { fromBase32, fromBase64 } from './encodings.ts';

export interface Decoding {
  holds: (text: string) => boolean;
  make: (text: string) => string;
}

/** A check on the latin1 text that base64 or base64url decodes to; `write` gives such a text of so many bytes. */
function base64Of(holds: (decoded: string) => boolean, write: (bytes: number, fill: Fill, was: string) => string): Decoding {
  return {
    holds: (text) => {
      const bytes = fromBase64(text);
      return bytes !== undefined && holds(bytes.toString('latin1'));
    },
    make: (text) => {
      const pad = /=*$/.exec(text)![0];
      const length = text.length - pad.length;
      const was = Buffer.from(text, 'base64').toString('latin1');
      const bytes = Buffer.from(write(Math.floor((length * 3) / 4), filler(text), was), 'latin1');
      return bytes.toString(/[-_]/.test(text) ? 'base64url' : 'base64').replace(/=+$/, '') + pad;
    },
  };
}

type Fill = (length: number) => string;

/** Pairs that documentation writes for a user and a password. */
const STAND_INS = /^(?:user(?:name)?|example|client_?id|foo):(?:pass(?:word)?|example|client_?secret|bar)$/i;

/** Letters and digits of a random text over and over, so that what is made of it stays random. */
function filler(text: string): Fill {
  const letters = text.replace(/[^A-Za-z0-9]/g, '') || 'k';
  let at = 0;
  return (length) => Array.from({ length: Math.max(0, length) }, () => letters[at++ % letters.length]!).join('');
}

function digits(fill: Fill, length: number): string {
  return Array.from(fill(length), (char, i) => (i === 0 ? 1 + (char.charCodeAt(0) % 9) : char.charCodeAt(0) % 10)).join('');
}

function isObject(json: string): boolean {
  try {
    const value: unknown = JSON.parse(json);
    return typeof value === 'object' && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}

/** A JSON object of so many bytes; a beginning that the shape fixes (`{"k":"`, `{"iat":`) is kept. */
function jsonLike(bytes: number, fill: Fill, was: string): string {
  const key = /^\{"(\w{1,20})":/.exec(was)?.[1] ?? /^\{"(\w{1,8})/.exec(was)?.[1] ?? 'a';
  return `{"${key}":"${fill(bytes - key.length - 7)}"}`;
}

/**
 * AWS access key id: the 16 characters after the four letters are base32; bits 1 to 40 of them are the account number,
 * below 10^12 (ids issued since 2019; older ones hold no account and may have other characters, and pass).
 */
const awsKeyId: Decoding = {
  holds: (text) => {
    const bytes = fromBase32(text.slice(4));
    if (!bytes || bytes.length < 6) return true;
    return awsAccount(bytes) < 1e12;
  },
  make: (text) => (awsKeyId.holds(text) ? text : `${text.slice(0, 4)}Y${text.slice(5)}`),
};

function awsAccount(bytes: Uint8Array): number {
  const high = ((bytes[0]! & 0x7f) << 8) | bytes[1]!;
  const low = ((bytes[2]! << 24) | (bytes[3]! << 16) | (bytes[4]! << 8) | bytes[5]!) >>> 0;
  return high * 2 ** 25 + (low >>> 7);
}

/** Macaroon, binary format 2: fields of type, length and bytes; a zero ends a section, an empty section the caveats. */
function isMacaroon2(bytes: string): boolean {
  let at = 1;
  const number = (): number => {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes.charCodeAt(at++);
      value |= (byte & 127) << shift;
      if (!(byte & 128)) return value;
    }
    return Number.NaN;
  };
  /** Types of the fields up to the zero, or undefined when they run over the end. */
  const section = (): number[] | undefined => {
    const types: number[] = [];
    while (at < bytes.length) {
      const type = number();
      if (type === 0) return types;
      types.push(type);
      const length = number();
      at += length;
      if (!(at <= bytes.length)) return undefined;
    }
    return undefined;
  };
  if (!section()?.includes(2)) return false;
  for (;;) {
    const caveat = section();
    if (!caveat) return false;
    if (caveat.length === 0) break;
  }
  return number() === 6 && number() === bytes.length - at;
}

/**
 * Macaroons: libmacaroons' text packets (`0018location …`) and binary format 2 (PyPI), or Fly.io's MessagePack array of
 * four that begins with a nonce of three.
 */
const macaroon = base64Of(
  (text) => {
    if (text[0] === '\x02') return isMacaroon2(text);
    return /^[0-9a-f]{4}(?:location|identifier) /.test(text) || /^\x94\x93[\xc4\xd9\xa0-\xbf]/.test(text);
  },
  (bytes, fill, was) => {
    if (was[0] !== '\x02') return `\x94\x93\xc4${fill(bytes - 3)}`;
    const head = was.charCodeAt(1) === 1 ? was.slice(0, 3 + was.charCodeAt(2)) : '\x02';
    const signature = `\x00\x00\x06\x20${fill(32)}`;
    const room = bytes - head.length - signature.length;
    const long = room - 2 > 127;
    const size = long ? room - 3 : room - 2;
    const length = long ? String.fromCharCode((size & 127) | 128, size >>> 7) : String.fromCharCode(size & 127);
    return `${head}\x02${length}${fill(size)}${signature}`;
  },
);

export const DECODINGS: Readonly<Record<string, Decoding>> = {
  'decode-aws-key-id': awsKeyId,
  /** Discord: the part before the first dot is the account's number, a snowflake of 17 to 20 digits. */
  'decode-discord': base64Of(
    (text) => /^\d{17,20}$/.test(text),
    (bytes, fill) => digits(fill, bytes),
  ),
  /** Atlassian Data Center and Bitbucket Server tokens: a number, a colon and 20 random bytes. */
  'decode-id-secret': base64Of(
    (text) => /^\d{1,16}:[^]{12,}$/.test(text),
    (bytes, fill) => `${digits(fill, Math.max(1, bytes - 21))}:${fill(20)}`,
  ),
  'decode-jfrog-reference': base64Of(
    (text) => /^reftkn:\d+:\d+:\w+$/.test(text),
    (bytes, fill) => `reftkn:01:${digits(fill, 10)}:${fill(bytes - 21)}`,
  ),
  'decode-intercom': base64Of(
    (text) => /^tok:[\x21-\x7e]+$/.test(text),
    (bytes, fill) => `tok:${fill(bytes - 8)}:1:0`,
  ),
  'decode-json': base64Of(isObject, jsonLike),
  'decode-macaroon': macaroon,
  'decode-workos': base64Of(
    (text) => /^key_[^,]+,[\x21-\x7e]+$/.test(text),
    (bytes, fill) => `key_01${fill(24)},${fill(bytes - 31)}`,
  ),
  'decode-bedrock': base64Of(
    (text) => /^BedrockAPIKey-[\x21-\x7e]+$/.test(text),
    (bytes, fill) => `BedrockAPIKey-${fill(4)}-at-${digits(fill, 12)}:${fill(bytes - 35)}`,
  ),
  /** HTTP Basic (RFC 7617): printable user and password. */
  'decode-basic': base64Of(
    (text) => /^[^\x00-\x1f\x7f:]*:[^\x00-\x1f\x7f]+$/.test(text) && !STAND_INS.test(text),
    (bytes, fill) => `${fill(Math.floor(bytes / 3))}:${fill(bytes - 1 - Math.floor(bytes / 3))}`,
  ),
  /** Printable text. */
  'decode-text': base64Of(
    (text) => /^[\x20-\x7e]{4,}$/.test(text),
    (bytes, fill) => fill(bytes),
  ),
  /** JWS compact serialization (RFC 7515): header and payload are JSON objects. */
  'decode-jwt': {
    holds: (text) =>
      text
        .split('.')
        .slice(0, 2)
        .every((part) => isObject(fromBase64(part)?.toString('utf8') ?? '')),
    make: (text) => {
      const [header = '', payload = '', ...rest] = text.split('.');
      const json = base64Of(isObject, jsonLike);
      return [json.make(header), json.make(payload), ...rest].join('.');
    },
  },
};
