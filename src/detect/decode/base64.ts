/**
 * Text in base64 or base64url (RFC 4648): env files, Kubernetes Secrets, user:password pairs, whole configurations.
 *
 * Base64 of text is told from names, paths, digests and images by its characters: a byte of text begins with a zero bit and
 * is no control character, which leaves a part of the alphabet for each of the four characters of a group. A look at every
 * BLOCK bytes is enough to meet all longer runs. Text in UTF-16, as PowerShell encodes commands, has a zero for every second
 * byte; of that only ASCII is read.
 * @module
 */
import type { Anchor } from '../../rules/rule.ts';
import type { DetectorCode } from '../detectors/index.ts';
import type { Look } from '../look.ts';
import { type Literal, MAX_LITERAL } from '../prefilter.ts';
import { isTokenBeginning } from '../token-header.ts';
import { seamAt } from './joins.ts';
import { type View, ViewBuilder } from './view.ts';

/** Distance of looks in bytes, and how many characters each sees. */
const BLOCK = 48;
const SEEN = 12;
/**
 * Shortest run that counts without a name, in characters: 45 bytes, and lines of 60, 64 and 76 as tools wrap them. It is
 * surely seen. Shorter ones are read as values given to a name, and where they begin with what a rule's credentials begin with.
 */
export const MIN_RUN = BLOCK + SEEN;
/** Shortest value, in characters: seven bytes, or nine where no padding says that it is base64. */
const MIN_PADDED = 8;
const MIN_VALUE = 12;
/** Shortest run that begins with a rule's literal, in characters. */
const MIN_ANCHORED = 20;
/** Longest decoded text, in bytes. */
export const MAX_DECODED = 65_536;
/** A decoded text without white space, up to so many bytes, is a value: the name in front of it says what it is. */
const MAX_VALUE = 512;
const BEFORE = 128;
const BEHIND = 8;

const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const PAD = 61;
const [TAB, LF, CR, SPACE, BACKSLASH, LOWER_N, LOWER_R] = [9, 10, 13, 32, 92, 110, 114] as const;

/** Value of each character, 255 for others; both alphabets. */
const VALUE = new Uint8Array(256).fill(255);
for (let i = 0; i < 64; i++) VALUE[LETTERS.charCodeAt(i)] = i;
VALUE[45] = 62;
VALUE[95] = 63;

/** A bit for each place in a group of four (the lowest for the first) that the character can have in base64 of ASCII text. */
function placesOf(value: number): number {
  // Also zero, the half of a character of UTF-16; it fits at the other places anyway.
  const first = (value >= 0x20 >> 2 && value < 0x80 >> 2) || value === TAB >> 2 || value === CR >> 2 || value === 0;
  const high = value & 15;
  const second = high < 8 && high !== 1;
  const third = (value & 3) < 2;
  return (first ? 1 : 0) | (second ? 2 : 0) | (third ? 4 : 0) | 8;
}

/** PHASES[k]: for the character k behind the place looked at, a bit for each phase in which it is one of text. */
export const PHASES = [0, 1, 2, 3].map((k) => {
  const table = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    if (VALUE[byte] === 255) continue;
    const places = placesOf(VALUE[byte]!);
    for (let phase = 0; phase < 4; phase++) if ((places >> ((k - phase + 4) & 3)) & 1) table[byte]! |= 1 << phase;
  }
  return table;
}) as [Uint8Array, Uint8Array, Uint8Array, Uint8Array];

/**
 * Calls `found` with places in data[from, to) that look like the inside of base64 of text; at least one for each run of
 * MIN_RUN characters. `found` returns where to go on. What lies in a core is looked through there (base64-seek.ts).
 */
export function seekBase64(data: Uint8Array, from: number, to: number, found: (at: number) => number): void {
  const [p0, p1, p2, p3] = PHASES;
  const last = to - SEEN;
  for (let at = from; at <= last; at += BLOCK) {
    // Without branches between the looks: this loop sees all bytes of a scan.
    const few =
      p0[data[at]!]! & p3[data[at + 3]!]! & p1[data[at + 5]!]! & p0[data[at + 8]!]! & p2[data[at + 10]!]! & p3[data[at + 11]!]!;
    if (few === 0) continue;
    let all = few;
    for (let k = 0; k < SEEN; k++) all &= PHASES[k & 3]![data[at + k]!]!;
    if (all === 0) continue;
    // The next look is BLOCK behind.
    const next = found(at);
    if (next > at + BLOCK) at = next - BLOCK;
  }
}

/** What a literal at the beginning of a credential is in base64, when that begins with the credential; undefined for short ones. */
export function base64Anchor({ text, fold, before }: Pick<Anchor, 'text' | 'fold' | 'before'>): Literal | undefined {
  if (fold || before[1] !== 0 || text.length < 4) return undefined;
  const encoded = Buffer.from(text, 'latin1').toString('base64');
  return { text: encoded.slice(0, Math.floor((text.length * 8) / 6)).slice(0, MAX_LITERAL), fold: false };
}

/** Called at the literals of base64Anchor. */
export const base64: DetectorCode = {
  always: true,
  literals: [],
  run: ({ decoder }, at) => decoder.anchored(at),
};

/** A run of base64 characters and the text that it holds. */
export interface Run {
  /** Undefined when it is no text. */
  view: View | undefined;
  /** Where the decoded text stands. */
  start: number;
  end: number;
}

/**
 * Decodes the first text of MIN_RUN characters among the characters of base64 around `at`. It may begin behind something else
 * that these could be, such as a path or the letter of an escape. What is found is the same wherever among them `at` is.
 * @param lowest characters before it have been read
 */
export function readRun(look: Look, data: Buffer, at: number, start: number, end: number, lowest = start): Run {
  let from = at;
  while (from > lowest && VALUE[data[from - 1]!] !== 255) from--;
  let to = at;
  while (to < end && VALUE[data[to]!] !== 255) to++;
  look.saw(from - 1, to + 1);
  const text = to - from < MIN_RUN ? undefined : firstText(data, from, to);
  return text ? decode(look, data, text.at, start, end, text.width) : { view: undefined, start: from, end: Math.max(to, at + 1) };
}

/** Where in `[from, to)` the first MIN_RUN characters begin of which all groups are base64 of text. */
function firstText(data: Uint8Array, from: number, to: number): { at: number; width: Width } | undefined {
  let first: { at: number; width: Width } | undefined;
  for (let phase = 0; phase < 4; phase++) {
    for (const width of WIDTHS) {
      const last = (first ? Math.min(to, first.at + MIN_RUN - 1) : to) - MIN_RUN;
      // From the last group to the first: what is no text is passed over whole.
      for (let begin = from + phase, group = 0; begin <= last; begin = group + 4) {
        group = begin + MIN_RUN - 4;
        while (group >= begin && isText(data, group, turned(width, group - from - phase))) group -= 4;
        if (group >= begin) continue;
        first = { at: begin, width: turned(width, begin - from - phase) };
        break;
      }
    }
  }
  return first;
}

/** Decodes the text that begins at `at`. */
export function readAnchored(look: Look, data: Buffer, at: number, start: number, end: number): Run {
  look.saw(at - 2, at + 1);
  if (at > start && VALUE[data[at - 1]!] !== 255 && !isBreak(data, at)) return { view: undefined, start: at, end: at + 1 };
  look.saw(at, at + SEEN);
  if (at + SEEN > end) return { view: undefined, start: at, end: at + 1 };
  const width = WIDTHS.find((width) => [0, 4, 8].every((more) => isText(data, at + more, turned(width, more))));
  const run = width && decode(look, data, at, at, end, width);
  return run && run.end - at >= MIN_ANCHORED ? run : { view: undefined, start: at, end: at + 1 };
}

/** Whether the character before `at` belongs to the escape of a line break. */
function isBreak(data: Uint8Array, at: number): boolean {
  return (data[at - 1] === LOWER_N || data[at - 1] === LOWER_R) && data[at - 2] === BACKSLASH;
}

/** Bytes of each character; of UTF-16 (little endian) also which of the two comes first: `wide` the character, `odd` the zero. */
type Width = 'narrow' | 'wide' | 'odd';
const WIDTHS: readonly Width[] = ['narrow', 'wide', 'odd'];

/** What begins so many base64 characters later or before: groups have three bytes, so that each begins with the other half. */
function turned(width: Width, chars: number): Width {
  if (width === 'narrow' || (chars & 4) === 0) return width;
  return width === 'wide' ? 'odd' : 'wide';
}

/** Decodes a value that was given to a name, when all of it is base64 of text. */
export function readValue(look: Look, data: Buffer, from: number, to: number, start: number, end: number): Run | undefined {
  look.saw(from, to);
  let pad = to;
  while (pad > from && pad > to - 2 && data[pad - 1] === PAD) pad--;
  const length = pad - from;
  if (to - from < (pad < to ? MIN_PADDED : MIN_VALUE) || length % 4 === 1) return undefined;
  if (!isText(data, from) && !isText(data, from, 'wide')) return undefined;
  if (pad < to && (to - from) % 4 !== 0) return undefined;
  for (let at = from; at < pad; at++) if (VALUE[data[at]!] === 255) return undefined;
  // Spare bits of the last character are zero in what an encoder wrote.
  const spare = length % 4 === 2 ? 15 : length % 4 === 3 ? 3 : 0;
  if ((VALUE[data[pad - 1]!]! & spare) !== 0) return undefined;
  // A random value has bytes that are no text; those beyond ASCII would let too many pass.
  const text = data.toString('latin1', from, to);
  const decoded = Buffer.from(text, 'base64');
  const width = isPlain(decoded[1]!) ? 'narrow' : 'wide';
  if (textLength(decoded, 0, width, isPlain) < decoded.length || isTokenBeginning(text)) return undefined;
  if (width === 'wide' && decoded.length % 2 === 1) return undefined;
  const run = decode(look, data, from, start, end, width);
  return run.view && run.end >= to ? run : undefined;
}

/** Whether the group of four characters at an offset is base64 of text. */
function isText(data: Uint8Array, at: number, width: Width = 'narrow'): boolean {
  const [a, b, c, d] = [VALUE[data[at]!]!, VALUE[data[at + 1]!]!, VALUE[data[at + 2]!]!, VALUE[data[at + 3]!]!];
  if ((a | b | c | d) > 63) return false;
  const bits = (a << 18) | (b << 12) | (c << 6) | d;
  const [first, second, third] = [bits >>> 16, (bits >>> 8) & 255, bits & 255];
  if (width === 'odd') return first === 0 && isPlain(second) && third === 0;
  return isPlain(first) && (width === 'narrow' ? isPlain(second) : second === 0) && isPlain(third);
}

function isPlain(byte: number): boolean {
  return byte >= SPACE ? byte < 0x7f : byte === LF || byte === CR || byte === TAB;
}

/** Characters that are decoded in one go: few at first, since most of what is no text ends soon. */
const FIRST_STEP = 64;
const STEP = 8_192;

/** Decodes from the group at `from` on, over line ends and string concatenations, up to what is no text. */
function decode(look: Look, data: Buffer, from: number, start: number, end: number, width: Width): Run {
  /** Where each piece stands, and how many characters are before it. */
  const pieces: { at: number; before: number }[] = [];
  let text = '';
  let size = 0;
  let at = from;
  let step = FIRST_STEP;
  for (let sane = true; sane && size < MAX_DECODED; ) {
    let stop = at;
    const limit = Math.min(end, at + step);
    step = Math.min(STEP, 4 * step);
    while (stop < limit && VALUE[data[stop]!] !== 255) stop++;
    look.saw(from, stop + 1);
    pieces.push({ at, before: text.length });
    text += data.toString('latin1', at, stop);
    const more = Buffer.from(text.slice(Math.floor(size / 3) * 4), 'base64');
    const good = textLength(more, size % 3, turned(width, 4 * (Math.floor(size / 3) & 1)), isAny);
    sane = good === more.length;
    size += good - (size % 3);
    if (!sane) break;
    const goesOn = stop === limit && VALUE[data[stop]!] !== 255;
    const next = goesOn ? stop : (lineBreak(look, data, stop, end) ?? seamAt(look, data, at, stop, at, end)?.next);
    if (next === undefined || next >= end || VALUE[data[next]!] === 255) break;
    at = next;
  }
  const placeOf = (char: number): number => {
    let i = pieces.length - 1;
    while (pieces[i]!.before > char) i--;
    return pieces[i]!.at + char - pieces[i]!.before;
  };
  if (size === 0) return { view: undefined, start: from, end: from + 1 };
  // Byte 3n + k is in the characters 4n + k and the next one.
  const startOfByte = (byte: number): number => placeOf(Math.floor(byte / 3) * 4 + (byte % 3));
  const endOfByte = (byte: number): number => placeOf(Math.floor(byte / 3) * 4 + (byte % 3) + 1) + 1;
  let stop = endOfByte(size - 1);
  while (stop < end && data[stop] === PAD) stop++;
  look.saw(from, stop + 1);
  const bytes = Buffer.from(text, 'base64').subarray(0, size);
  const byteOf = (char: number): number => (width === 'narrow' ? char : 2 * char + (width === 'odd' ? 1 : 0));
  const startOf = (char: number): number => startOfByte(byteOf(char));
  const endOf = (char: number): number => endOfByte(byteOf(char));
  const decoded = width === 'narrow' ? bytes : Buffer.from(bytes.filter((_, index) => (index & 1) === (width === 'odd' ? 1 : 0)));
  if (decoded.length === 0) return { view: undefined, start: from, end: from + 1 };
  const view: View = { data: decoded, startOf, endOf, from, to: Math.min(end, stop + 1), encoding: 'base64' };
  const isValue = decoded.length <= MAX_VALUE && decoded.every((byte) => byte > SPACE);
  return { view: isValue ? valueView(look, data, view, from, stop, start, end) : view, start: from, end: stop };
}

/**
 * Length of the text that bytes begin with.
 * @param width of the character that begins with the first of all bytes
 * @param isChar of narrow text
 */
function textLength(bytes: Uint8Array, from: number, width: Width, isChar: (byte: number) => boolean): number {
  let at = from;
  if (width === 'narrow') while (at < bytes.length && isChar(bytes[at]!)) at++;
  else {
    const zero = width === 'odd' ? 0 : 1;
    while (at < bytes.length && ((at & 1) === zero ? bytes[at] === 0 : isPlain(bytes[at]!))) at++;
  }
  return at;
}

/** Not only ASCII: comments are in any language. */
function isAny(byte: number): boolean {
  return byte >= 0x80 || isPlain(byte);
}

/** The escape for a line break, inside of a string. */
function lineBreak(look: Look, data: Uint8Array, at: number, end: number): number | undefined {
  let i = at;
  while (i + 1 < end && data[i] === BACKSLASH && (data[i + 1] === LOWER_N || data[i + 1] === LOWER_R)) i += 2;
  look.saw(at, i + 2);
  return i > at ? i : undefined;
}

/** The decoded value in place of the encoded one: behind its name, and in quotes so that no character of it ends it. */
function valueView(look: Look, data: Uint8Array, value: View, from: number, to: number, start: number, end: number): View {
  const builder = new ViewBuilder(data);
  let lineAt = from;
  const lowest = Math.max(start, from - BEFORE);
  while (lineAt > lowest && data[lineAt - 1] !== LF) lineAt--;
  builder.copy(lineAt, from);
  const before = lineAt < from ? data[from - 1]! : 0;
  const quoted = before === 34 || before === 39 || before === 96;
  const quote = value.data.includes(34) ? 39 : 34;
  if (!quoted) builder.push(quote, from, from);
  for (let i = 0; i < value.data.length; i++) builder.push(value.data[i]!, value.startOf(i), value.endOf(i));
  if (!quoted) builder.push(quote, to, to);
  const behind = Math.min(end, to + BEHIND);
  builder.copy(to, behind);
  look.saw(lineAt - 1, to + BEHIND);
  return builder.view('base64', lineAt, behind);
}
