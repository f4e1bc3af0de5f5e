/**
 * Text in which single characters are written in another way: percent-encoding (RFC 3986 § 2.1), the escapes of string
 * literals (JSON, RFC 8259 § 7, and the `\x` of other languages), character references of HTML and XML.
 * @module
 */
import { ALPHANUMERIC } from '../bytes.ts';
import type { DetectorCode } from '../detectors/index.ts';
import type { Look } from '../look.ts';
import { type Encoding, type View, ViewBuilder } from './view.ts';

const [TAB, LF, SPACE, QUOTE, PERCENT, AMPERSAND, APOSTROPHE, SEMICOLON, LESS, GREATER, BACKSLASH, GRAVE] = [
  9, 10, 32, 34, 37, 38, 39, 59, 60, 62, 92, 96,
] as const;

/** Bytes of a window around the first encoded character that are decoded together. */
const BEFORE = 384;
const BEHIND = 3_072;
/** What a window that was cut has in common with the next one, which may need it as context. */
const SHARED = 1_024;

export type Escape = 'percent-encoding' | 'string-escapes' | 'html-entities';

/** Characters within the literals by which credentials are known. */
const HIDDEN = Array.from('$+-./:=_|~', (char) => char.charCodeAt(0));

/**
 * Called at encoded characters behind which a credential's anchor may hide. Where an anchor stands in clear, the decoder
 * sees the escape that follows.
 */
export const escapes: DetectorCode = {
  always: true,
  literals: [
    ...HIDDEN.map((code) => ({ text: `%${code.toString(16)}`, fold: true, prev: ALPHANUMERIC, next: ALPHANUMERIC })),
    ...HIDDEN.flatMap((code) => {
      const hex = code.toString(16);
      return [`\\u00${hex}`, `\\x${hex}`, `&#${code};`, `&#x${hex};`].map((text) => ({ text, fold: true }));
    }),
    ...['%3a%2f%2f', String.raw`:\/\/`].map((text) => ({ text, fold: true })),
  ],
  run({ data, decoder }, at) {
    const byte = data[at]!;
    decoder.escape(at, byte === PERCENT ? 'percent-encoding' : byte === AMPERSAND ? 'html-entities' : 'string-escapes');
  },
};

/** Which way the character at `at` is encoded, if it is and could be one of a credential or beside it. */
export function escapeAt(look: Look, data: Uint8Array, at: number, end: number): Escape | undefined {
  look.saw(at, at + MAX_REFERENCE + 1);
  const byte = data[at]!;
  if (byte === PERCENT) return at + 2 < end && hex(data, at + 1, 2) >= 0 ? 'percent-encoding' : undefined;
  if (byte === BACKSLASH) {
    const next = data[at + 1]!;
    if (next === 47) return 'string-escapes';
    if (next === 117 && at + 5 < end && data[at + 2] === 48 && data[at + 3] === 48) return 'string-escapes';
    return next === 120 && at + 3 < end && hex(data, at + 2, 2) >= 0x20 ? 'string-escapes' : undefined;
  }
  return byte === AMPERSAND && at + 4 < end && reference(data, at, end) ? 'html-entities' : undefined;
}

/**
 * Decodes the window around an encoded character: the URL, the line, or a part of it when it is long.
 * @param since where the token began that goes on behind the escape
 * @param at where the escape is
 * @returns what was decoded, and up to where no other window is needed
 */
export function unescape(
  data: Uint8Array,
  since: number,
  at: number,
  encoding: Escape,
  start: number,
  end: number,
): { view: View; done: number } {
  const stops = encoding === 'percent-encoding' ? endsUrl : endsLine;
  const lowest = Math.max(start, since - BEFORE);
  const highest = Math.min(end, at + BEHIND);
  let from = at;
  while (from > lowest && !stops(data[from - 1]!)) from--;
  let to = at;
  while (to < highest && !stops(data[to]!)) to++;
  const builder = new ViewBuilder(data);
  const decode = encoding === 'percent-encoding' ? percent : encoding === 'string-escapes' ? backslash : entity;
  for (let i = from; i < to; ) {
    const step = decode(data, i, to);
    if (step) {
      builder.push(step.byte, i, i + step.length);
      i += step.length;
    } else {
      builder.push(data[i]!, i, i + 1);
      i++;
    }
  }
  const view = builder.view(encoding satisfies Encoding, Math.max(start, from - 1), Math.min(end, to + 1));
  return { view, done: to < highest || to === end ? to : to - SHARED };
}

function endsUrl(byte: number): boolean {
  return byte <= SPACE || byte === QUOTE || byte === APOSTROPHE || byte === GRAVE || byte === LESS || byte === GREATER;
}

function endsLine(byte: number): boolean {
  return byte === LF;
}

interface Step {
  byte: number;
  length: number;
}

function percent(data: Uint8Array, at: number, end: number): Step | undefined {
  if (data[at] !== PERCENT || at + 3 > end) return undefined;
  const byte = hex(data, at + 1, 2);
  return byte < 0 ? undefined : { byte, length: 3 };
}

/** What a letter behind a backslash stands for; a quote or slash stands for itself. */
const LETTERS: Readonly<Record<number, number>> = {
  110: LF,
  114: 13,
  116: TAB,
  34: QUOTE,
  39: APOSTROPHE,
  47: 47,
  92: BACKSLASH,
  96: GRAVE,
};

function backslash(data: Uint8Array, at: number, end: number): Step | undefined {
  if (data[at] !== BACKSLASH || at + 1 >= end) return undefined;
  const next = data[at + 1]!;
  const simple = LETTERS[next];
  if (simple !== undefined) return { byte: simple, length: 2 };
  const digits = next === 117 ? 4 : next === 120 ? 2 : 0;
  if (digits === 0 || at + 2 + digits > end) return undefined;
  const code = hex(data, at + 2, digits);
  // Credentials are ASCII; other characters only separate.
  return code < 0 ? undefined : { byte: code < 0x80 ? code : 0xff, length: 2 + digits };
}

function entity(data: Uint8Array, at: number, end: number): Step | undefined {
  return data[at] === AMPERSAND ? reference(data, at, end) : undefined;
}

const NAMED: Readonly<Record<string, number>> = { amp: AMPERSAND, quot: QUOTE, apos: APOSTROPHE, lt: LESS, gt: GREATER };
const MAX_REFERENCE = 8;

function reference(data: Uint8Array, at: number, end: number): Step | undefined {
  let stop = at + 1;
  while (stop < end && stop < at + MAX_REFERENCE && data[stop] !== SEMICOLON) stop++;
  if (data[stop] !== SEMICOLON || stop >= end) return undefined;
  const text = String.fromCharCode(...data.subarray(at + 1, stop));
  const number = /^#(?:x([0-9a-f]{1,4})|(\d{1,5}))$/i.exec(text);
  const code = number
    ? number[1] === undefined
      ? Number(number[2])
      : Number.parseInt(number[1], 16)
    : NAMED[text.toLowerCase()];
  if (code === undefined) return undefined;
  return { byte: code < 0x80 ? code : 0xff, length: stop + 1 - at };
}

/** The number that `digits` hexadecimal digits at `at` make, or -1. */
export function hex(data: Uint8Array, at: number, digits: number): number {
  let value = 0;
  for (let i = at; i < at + digits; i++) {
    const byte = data[i]!;
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : (byte | 0x20) >= 97 && (byte | 0x20) <= 102 ? (byte | 0x20) - 87 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}
