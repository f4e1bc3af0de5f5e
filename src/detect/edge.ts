/**
 * Where a token may begin. A letter before it usually means that it is a part of something longer, unless that letter
 * ends an escape: `\nghp_…` in a string, `%20ghp_…` in a URL, `\u003dghp_…` in JSON, a colour code in a log.
 * @module
 */

import { byteSet, isDigitByte } from './bytes.ts';
import type { Look } from './look.ts';

/** Bytes that continue a word, as the inside of a regular expression class. */
export const WORD = 'A-Za-z0-9_';

const BACKSLASH = 92;
const PERCENT = 37;
const LOWER_M = 109;
/** What makes an escape of a single character. */
const ESCAPED = byteSet('nrtbfv0');

/** Bytes before a match that tell whether it may begin there: the longest escape, a colour code. */
const MAX_ESCAPE = 16;

/**
 * @param noEdge byte table: 1 for bytes that may not stand before a match
 * @returns whether a match may begin at `at`
 */
export function edgeBefore(look: Look, data: Uint8Array, at: number, start: number, noEdge: Uint8Array): boolean {
  const certain = at <= start || noEdge[data[at - 1]!] === 0;
  look.saw(certain ? at - 1 : at - MAX_ESCAPE, at);
  return certain || endsEscape(data, at, start, data[at - 1]!);
}

function endsEscape(data: Uint8Array, at: number, start: number, byte: number): boolean {
  if (at - 2 >= start && data[at - 2] === BACKSLASH && ESCAPED[byte] === 1) {
    // An even number of backslashes is text, not an escape; three (an escape within an escaped string) is one again.
    let slashes = 1;
    while (at - 2 - slashes >= start && data[at - 2 - slashes] === BACKSLASH) slashes++;
    return slashes < 4;
  }
  if (isHex(byte)) {
    if (at - 3 >= start && data[at - 3] === PERCENT && isHex(data[at - 2]!)) return true;
    if (at - 6 >= start && data[at - 6] === BACKSLASH && data[at - 5] === 117) {
      return isHex(data[at - 4]!) && isHex(data[at - 3]!) && isHex(data[at - 2]!);
    }
    if (at - 4 >= start && data[at - 4] === BACKSLASH && data[at - 3] === 120) return isHex(data[at - 2]!);
  }
  if (byte === LOWER_M) {
    let i = at - 2;
    while (i >= start && i > at - 14 && (isDigitByte(data[i]!) || data[i] === 59)) i--;
    return i - 1 >= start && data[i] === 91 && (data[i - 1] === 27 || data[i - 1] === 98 || data[i - 1] === 101);
  }
  return false;
}

function isHex(byte: number): boolean {
  return isDigitByte(byte) || (byte >= 65 && byte <= 70) || (byte >= 97 && byte <= 102);
}
