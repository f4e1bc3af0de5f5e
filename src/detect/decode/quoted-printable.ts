/**
 * Quoted-printable (RFC 2045 section 6.7): parts of mails in which `=` and all that is not ASCII is written as `=3D`, and lines
 * are broken behind a `=`. It is decoded only where a header says so.
 * @module
 */
import type { DetectorCode } from '../detectors/index.ts';
import type { Look } from '../look.ts';
import { hex } from './escapes.ts';
import { type View, ViewBuilder } from './view.ts';

/** Longest way from the header's value to the end of the headers, and longest part that is decoded, in bytes. */
const MAX_HEADERS = 4_096;
const MAX_PART = 65_536;

const [LF, CR, DASH, EQUALS, SPACE] = [10, 13, 45, 61, 32] as const;

const ENCODING = 'quoted-printable';

/** Called at the name of the encoding. */
export const quotedPrintable: DetectorCode = {
  always: true,
  literals: [{ text: ENCODING, fold: true }],
  run({ decoder, data, start, look }, at) {
    if (isHeader(look, data, at, start)) decoder.part(at);
  },
};

/** Bytes before the value of a header that tell which one it is. */
const NAME = 32;

/** Whether the value of a Content-Transfer-Encoding header begins at `at`. */
function isHeader(look: Look, data: Buffer, at: number, start: number): boolean {
  look.saw(at - NAME, at);
  return /transfer-encoding[ \t]*:[ \t]*["']?$/i.test(data.toString('latin1', Math.max(start, at - NAME), at));
}

/** Decodes the part whose headers hold `at`; undefined where no part follows or nothing in it is encoded. */
export function readPart(look: Look, data: Buffer, at: number, end: number): View | undefined {
  const from = partStart(data, at, end);
  look.saw(at, from < 0 ? at + MAX_HEADERS + 1 : from);
  if (from < 0) return undefined;
  const stop = partEnd(data, from, Math.min(end, from + MAX_PART), end);
  look.saw(at, stop + 3);
  // Most are no mail: cheaper than to copy it byte by byte.
  let next = from;
  while (next < stop && !charAt(data, next, end)) next = nextSign(data, next + 1, stop);
  if (next >= stop) return undefined;
  const builder = new ViewBuilder(data);
  let i = from;
  while (i < stop) {
    const char = charAt(data, i, end);
    if (char) {
      if (char.byte !== undefined) builder.push(char.byte, i, i + char.length);
      i += char.length;
    } else {
      const sign = nextSign(data, i + 1, stop);
      builder.copy(i, sign);
      i = sign;
    }
  }
  look.saw(at, i + 3);
  return builder.length > 0 ? builder.view('quoted-printable', at, i) : undefined;
}

/** What is written at `at` in another way: a byte, or a soft line break, which is none. */
function charAt(data: Buffer, at: number, end: number): { byte?: number; length: number } | undefined {
  if (data[at] !== EQUALS) return undefined;
  const length = breakLength(data, at, end);
  if (length > 0) return { length };
  const byte = hex(data, at + 1, 2);
  return byte < 0 ? undefined : { byte: byte < 0x80 ? byte : 0xff, length: 3 };
}

/** The next `=` from `at` on, or `stop`. */
function nextSign(data: Buffer, at: number, stop: number): number {
  const found = data.indexOf(EQUALS, at);
  return found < 0 || found > stop ? stop : found;
}

/** Where the part ends: at the boundary before the next one, or at `limit`. */
function partEnd(data: Buffer, from: number, limit: number, end: number): number {
  for (let at = from; at >= 0 && at < limit; at = data.indexOf(LF, at) + 1 || -1) if (isBoundary(data, at, end)) return at;
  return limit;
}

/** A line of headers: a name and its value (RFC 5322, 2.2), or one that a value goes on in. */
const HEADER = /^(?:[ \t]|[!-9;-~]+:)/;
/** The rest of the line on which the encoding stands: it may be a string of a program. */
const REST = /^["']?[ \t]*\r?$/;

/** Behind the empty line that ends the headers, of which the value at `at` is one; -1 where there is none. */
function partStart(data: Buffer, at: number, end: number): number {
  const limit = Math.min(end, at + MAX_HEADERS);
  for (let from = at + ENCODING.length, isFirst = true; from < limit; isFirst = false) {
    const line = data.indexOf(LF, from);
    if (line < 0 || line >= limit) return -1;
    const isEmpty = line === from || (line === from + 1 && data[from] === CR);
    if (isEmpty && !isFirst) return line + 1;
    if (!(isFirst ? REST : HEADER).test(data.toString('latin1', from, line))) return -1;
    from = line + 1;
  }
  return -1;
}

/** Bytes of a soft line break at a `=`, blanks before the line's end included; 0 where there is none. */
function breakLength(data: Buffer, at: number, end: number): number {
  let i = at + 1;
  while (i < end && (data[i] === SPACE || data[i] === CR)) i++;
  return i < end && data[i] === LF ? i + 1 - at : 0;
}

/** Whether a line that begins a new part begins at `at`: two hyphens and a name. */
function isBoundary(data: Buffer, at: number, end: number): boolean {
  return data[at] === DASH && at + 2 < end && data[at + 1] === DASH && data[at + 2]! > SPACE && data[at - 1] === LF;
}
