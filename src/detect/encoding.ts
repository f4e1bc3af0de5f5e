/**
 * Telling text from binary data, and UTF-16 from the encodings in which ASCII is ASCII.
 * @module
 */

/**
 * `utf-8` stands for every encoding that holds ASCII as single bytes (UTF-8, Latin-1, Shift_JIS …): secrets are ASCII.
 * UTF-16 may or may not have a byte order mark, see `bomLength`.
 */
export type Encoding = 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'utf-16be' | 'binary';

/** What git looks at too (buffer_is_binary in xdiff-interface.c). */
const SAMPLE = 8000;

/** Encoding of a file or blob, judged by its first 8,000 bytes: those from `start` on, before `end`. */
export function detectEncoding(bytes: Buffer, start: number, end: number): Encoding {
  const stop = Math.min(end, start + SAMPLE);
  const mark = firstTwo(bytes, start, stop);
  if (mark === LITTLE) return asciiUnits(bytes.subarray(start, stop), 1) >= 0 ? 'utf-16le' : 'binary';
  if (mark === BIG) return asciiUnits(bytes.subarray(start, stop), 0) >= 0 ? 'utf-16be' : 'binary';
  if (holdsZero(bytes, start, stop)) {
    const sample = bytes.subarray(start, stop);
    const little = asciiUnits(sample, 1);
    const big = asciiUnits(sample, 0);
    if (Math.max(little, big) * 40 < sample.length || isMostlyAscii(sample)) return 'binary';
    return little >= big ? 'utf-16le' : 'utf-16be';
  }
  return mark === 0xefbb && start + 2 < stop && bytes[start + 2] === 0xbf ? 'utf-8-bom' : 'utf-8';
}

/** Byte order marks of UTF-16, as `firstTwo` gives them. */
const [LITTLE, BIG] = [0xfffe, 0xfeff] as const;

/** The first two bytes as one number, 0 where there are fewer. */
const firstTwo = (bytes: Uint8Array, start: number, end: number): number =>
  end - start < 2 ? 0 : (bytes[start]! << 8) | bytes[start + 1]!;

/** Whether one of bytes[start, end) is 0. Most texts are gone through, with what follows them, sooner than a view of them is made. */
function holdsZero(bytes: Buffer, start: number, end: number): boolean {
  if (bytes.length - start > 2 * SAMPLE) return bytes.subarray(start, end).includes(0);
  const at = bytes.indexOf(0, start);
  return at >= 0 && at < end;
}

/**
 * Code units of ASCII text in a sample read as UTF-16; -1 if more than one in a hundred units is none of text (NUL and
 * other controls, noncharacters, half a surrogate pair), as it is with nearly all binary data. Even text in Chinese has
 * one unit in twenty that is ASCII: a line feed, a space, a digit.
 * @param high which byte of each unit is the high one: 0 for big, 1 for little endian
 */
function asciiUnits(sample: Uint8Array, high: 0 | 1): number {
  const units = sample.length >> 1;
  let ascii = 0;
  let bad = 0;
  let pairOpen = false;
  for (let at = 0; at < units * 2; at += 2) {
    const unit = (sample[at + high]! << 8) | sample[at + 1 - high]!;
    const closes = (unit & 0xfc00) === 0xdc00;
    if (closes !== pairOpen) bad++;
    pairOpen = (unit & 0xfc00) === 0xd800;
    if (unit >= 0x20 ? unit === 0x7f || unit >= 0xfffe : unit < 0x09 || unit > 0x0d) bad++;
    else if (unit < 0x7f) ascii++;
  }
  return units === 0 || bad * 100 > units ? -1 : ascii;
}

/** Whether more than three bytes in four are ASCII characters: text of single bytes with NULs in it, which UTF-16 never looks like. */
function isMostlyAscii(sample: Uint8Array): boolean {
  let ascii = 0;
  for (const byte of sample) if (byte >= 0x20 ? byte < 0x7f : byte >= 0x09 && byte <= 0x0d) ascii++;
  return ascii * 4 > sample.length * 3;
}

/** Bytes of the byte order mark at `start`: 0 where there is none. */
export function bomLength(bytes: Uint8Array, start: number, end: number, encoding: Encoding): number {
  if (encoding === 'utf-8-bom') return 3;
  const mark = firstTwo(bytes, start, end);
  return (encoding === 'utf-16le' && mark === LITTLE) || (encoding === 'utf-16be' && mark === BIG) ? 2 : 0;
}

/**
 * Narrows UTF-16 to one byte a code unit, so that byte rules match it: units from 0x80 on become 0xff. Unit i stands at
 * index `at + i` and came from byte `start + 2 * i`; a single byte at the end is left out.
 * @param start first byte after the byte order mark
 * @param into reused buffer with room for half of the bytes and twice `at`. As many line feeds follow the result as `at`
 * leaves room for before it.
 * @returns end of the result in `into`
 */
export function narrow(
  bytes: Uint8Array,
  start: number,
  end: number,
  encoding: 'utf-16le' | 'utf-16be',
  into: Uint8Array,
  at: number,
): number {
  const high = encoding === 'utf-16be' ? 0 : 1;
  let to = at;
  for (let from = start; from + 1 < end; from += 2) {
    const low = bytes[from + 1 - high]!;
    into[to++] = bytes[from + high] === 0 && low < 0x80 ? low : 0xff;
  }
  into.fill(0x0a, to, to + at);
  return to;
}
