/**
 * From byte offsets to lines, columns and the text around them. Lines end with a line feed (a carriage return before it
 * belongs to the line's end) and columns count UTF-16 code units, both from 1, as in SARIF 2.1.0 § 3.30. Bytes that are
 * not valid UTF-8 count, and read, as one Latin-1 character each.
 *
 * All offsets are indexes of the buffer that holds the file as it is stored; in UTF-16 they are those of whole units.
 * @module
 */
import { isUtf8 } from 'node:buffer';
import type { Frame, Location } from '../model.ts';
import type { Encoding } from './encoding.ts';

export interface Place {
  line: number;
  column: number;
}

const NEWLINE = 0x0a;
const RETURN = 0x0d;

/**
 * Lines and columns in one buffer, cheap for offsets that ascend: what lies between two of them is looked at once. A
 * lower offset than the one before starts again.
 */
export class Positions {
  readonly #bytes: Buffer;
  readonly #start: number;
  readonly #end: number;
  readonly #high: 0 | 1 | undefined;
  readonly #from: Place;
  /** First byte of a character, and its place. */
  #at: number;
  #line: number;
  #column: number;
  /** The first line feed at or after `#at`, `#end` if there is none; -1 if not looked for. Unused in UTF-16. */
  #newline = -1;

  /**
   * @param start first byte of text in the buffer, after a byte order mark; the first byte of a character
   * @param from place of that byte; for a chunk of a file it is what `boundary` said in the chunk before
   */
  constructor(bytes: Buffer, start: number, end: number, encoding: Encoding, from: Place = { line: 1, column: 1 }) {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    this.#high = highByte(encoding);
    this.#from = from;
    this.#at = start;
    this.#line = from.line;
    this.#column = from.column;
  }

  /** Place of the byte at an offset (`end` is allowed), or of the character it belongs to if it is inside of one. */
  at(offset: number): Place {
    if (offset < this.#at) {
      this.#at = this.#start;
      this.#line = this.#from.line;
      this.#column = this.#from.column;
      this.#newline = -1;
    }
    if (this.#high === undefined) this.#advance(offset);
    else this.#advanceWide(offset, this.#high);
    return { line: this.#line, column: this.#column };
  }

  /** Where the bytes from `from` up to `to` stand. For ranges that overlap only their beginnings need ascend. */
  range(from: number, to: number): Pick<Location, 'startLine' | 'startColumn' | 'endLine' | 'endColumn'> {
    const { line: startLine, column: startColumn } = this.at(from);
    const at = this.#at;
    const newline = this.#newline;
    const { line: endLine, column: endColumn } = this.at(to);
    this.#at = at;
    this.#line = startLine;
    this.#column = startColumn;
    this.#newline = newline;
    return { startLine, startColumn, endLine, endColumn };
  }

  /** The first character that begins at or after an offset: where the positions of the next chunk begin. */
  boundary(offset: number): { offset: number; place: Place } {
    const place = this.at(offset);
    if (this.#at === offset) return { offset, place };
    const next = this.#at + (this.#high === undefined ? sequenceLength(this.#bytes, this.#at, this.#end) : 2);
    return { offset: next, place: this.at(next) };
  }

  #advance(offset: number): void {
    if (this.#newline < 0) this.#findNewline();
    while (this.#newline < offset) {
      this.#at = this.#newline + 1;
      this.#line++;
      this.#column = 1;
      this.#findNewline();
    }
    let at = this.#at;
    while (at < offset) {
      const size = this.#bytes[at]! < 0x80 ? 1 : sequenceLength(this.#bytes, at, this.#end);
      if (at + size > offset) break;
      at += size;
      this.#column += size === 4 ? 2 : 1;
    }
    this.#at = at;
  }

  #findNewline(): void {
    const found = this.#bytes.indexOf(NEWLINE, this.#at);
    this.#newline = found < 0 || found > this.#end ? this.#end : found;
  }

  #advanceWide(offset: number, high: 0 | 1): void {
    let at = this.#at;
    for (; at + 2 <= offset; at += 2) {
      if (isUnit(this.#bytes, at, high, NEWLINE)) {
        this.#line++;
        this.#column = 1;
      } else this.#column++;
    }
    this.#at = at;
  }
}

/** UTF-16 code units that a frame shows: before the secret, of the secret, after it. */
const BEFORE = 60;
const SECRET = 200;
const AFTER = 40;
/**
 * Bytes that surely hold so many units and a broken character at the border: a unit takes at most three bytes, of UTF-8.
 * An even number, for UTF-16.
 */
const room = (units: number): number => units * 4;

/**
 * The text around a secret on the line it begins on, without the line's end. A secret of more than 200 units is cut; then
 * nothing of the rest of the line is shown.
 * @param start first byte of text in the buffer
 * @param from first byte of the secret
 * @param to one past the last byte of the secret, which may be on a later line
 */
export function frameAt(bytes: Buffer, start: number, end: number, encoding: Encoding, from: number, to: number): Frame {
  const high = highByte(encoding);
  const step = high === undefined ? 1 : 2;
  const isAt = (at: number, char: number): boolean => (high === undefined ? bytes[at] === char : isUnit(bytes, at, high, char));

  const low = Math.max(start, from - room(BEFORE));
  let lineStart = from;
  while (lineStart > low && !isAt(lineStart - step, NEWLINE)) lineStart -= step;
  const top = Math.min(end, to + room(AFTER), from + room(SECRET));
  let lineEnd = from;
  while (lineEnd + step <= top && !isAt(lineEnd, NEWLINE)) lineEnd += step;
  const cutLine = lineEnd + step > top && top < end;
  if (lineEnd + step <= end && lineEnd > from && isAt(lineEnd, NEWLINE) && isAt(lineEnd - step, RETURN)) lineEnd -= step;
  const secretEnd = Math.min(to, lineEnd);

  const before = decode(bytes, lineStart, from, encoding);
  const secret = decode(bytes, from, secretEnd, encoding);
  const after = decode(bytes, secretEnd, lineEnd, encoding);
  const shownBefore = lastUnits(before, BEFORE);
  const shownSecret = firstUnits(secret, SECRET);
  const shownAfter = shownSecret === secret ? firstUnits(after, AFTER) : '';
  return {
    text: shownBefore + shownSecret + shownAfter,
    start: shownBefore.length,
    end: shownBefore.length + shownSecret.length,
    cutStart: shownBefore !== before,
    cutEnd: cutLine || shownSecret !== secret || shownAfter !== after,
  };
}

/** Text of some bytes: UTF-16 as such, all else as UTF-8 in which invalid bytes are Latin-1. */
export function decode(bytes: Buffer, from: number, to: number, encoding: Encoding): string {
  const part = bytes.subarray(from, to);
  if (encoding === 'utf-16le') return part.toString('utf16le');
  if (encoding === 'utf-16be')
    return Buffer.from(part.subarray(0, part.length & ~1))
      .swap16()
      .toString('utf16le');
  if (isUtf8(part)) return part.toString('utf8');
  let text = '';
  for (let at = 0; at < part.length; ) {
    const size = sequenceLength(part, at, part.length);
    text += part.toString(size === 1 ? 'latin1' : 'utf8', at, at + size);
    at += size;
  }
  return text;
}

/** Which byte of a UTF-16 unit is the high one; undefined for other encodings. */
function highByte(encoding: Encoding): 0 | 1 | undefined {
  return encoding === 'utf-16le' ? 1 : encoding === 'utf-16be' ? 0 : undefined;
}

function isUnit(bytes: Uint8Array, at: number, high: 0 | 1, char: number): boolean {
  return bytes[at + high] === 0 && bytes[at + 1 - high] === char;
}

function firstUnits(text: string, units: number): string {
  if (text.length <= units) return text;
  return text.slice(0, (text.charCodeAt(units - 1) & 0xfc00) === 0xd800 ? units - 1 : units);
}

function lastUnits(text: string, units: number): string {
  if (text.length <= units) return text;
  const from = text.length - units;
  return text.slice((text.charCodeAt(from) & 0xfc00) === 0xdc00 ? from + 1 : from);
}

/** Length of the well-formed UTF-8 sequence that begins at `at` (Unicode 15, table 3-7); 1 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number, end: number): 1 | 2 | 3 | 4 {
  const lead = bytes[at]!;
  if (lead < 0xc2 || lead > 0xf4) return 1;
  const size = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
  if (at + size > end) return 1;
  const second = bytes[at + 1]!;
  const least = lead === 0xe0 ? 0xa0 : lead === 0xf0 ? 0x90 : 0x80;
  const most = lead === 0xed ? 0x9f : lead === 0xf4 ? 0x8f : 0xbf;
  if (second < least || second > most) return 1;
  for (let next = at + 2; next < at + size; next++) if ((bytes[next]! & 0xc0) !== 0x80) return 1;
  return size;
}
