/**
 * Opens entries of packs that are as nearly all are, in one step: header, compressed data, and the sizes that a delta begins with
 * (gitformat-pack(5)). Whatever is unusual is refused without a reason, and nothing is lost by it: then src/sources/git/packwalk.ts
 * opens it step by step, and finds what is wrong, if anything is.
 */
import { applyDelta } from './delta';
import { inflate } from './inflate';

/** Types of whole objects are 1 to 4. */
const LAST_WHOLE: u32 = 4;
const OFS_DELTA: u32 = 6;
const REF_DELTA: u32 = 7;

/** What the last call of `readHead` or `readSize` has read. */
let type: u32 = 0;
let value: u32 = 0;
/** Instructions of the delta that was opened last. */
let from: usize = 0;
let to: usize = 0;

/**
 * Inflates the entry at memory[at, end), which is a whole object of at most `most` bytes, to memory[out…).
 * @returns its size, or -1
 */
export function openObject(at: usize, end: usize, out: usize, most: u32): i32 {
  const data = readHead(at, end);
  if (data == 0 || type == 0 || type > LAST_WHOLE || value > most) return -1;
  const size = value;
  return inflate(data, end, out, size) == <i32>size ? <i32>size : -1;
}

/**
 * Inflates the entry at memory[at, end), which is a delta for a base of some size, to memory[out…), where there is room for twice
 * `most` bytes.
 * @returns the size of the object that it makes, at most `most` bytes, or -1
 */
export function openDelta(at: usize, end: usize, out: usize, baseSize: u32, most: u32, idBytes: u32): i32 {
  let data = readHead(at, end);
  if (data == 0 || value > 2 * most) return -1;
  const size = value;
  if (type == OFS_DELTA) {
    let byte: u32;
    do {
      if (data >= end) return -1;
      byte = <u32>load<u8>(data++);
    } while (byte >= 0x80);
  } else if (type == REF_DELTA) {
    data += idBytes;
    if (data > end) return -1;
  } else {
    return -1;
  }
  if (inflate(data, end, out, size) != <i32>size) return -1;
  to = out + size;
  from = readSize(out, to);
  if (from == 0 || value != baseSize) return -1;
  from = readSize(from, to);
  return from == 0 || value > most ? -1 : <i32>value;
}

/** As `applyDelta`, with the delta that was opened last. */
export function applyOpened(base: usize, baseSize: u32, result: usize, resultSize: u32, runs: usize, room: u32): i32 {
  return applyDelta(base, baseSize, result, resultSize, from, to, runs, room);
}

/** Reads type and size, of less than 2^25 bytes; gives where they end, or 0. */
function readHead(at: usize, end: usize): usize {
  if (at >= end) return 0;
  let byte = <u32>load<u8>(at++);
  type = (byte >> 4) & 7;
  value = byte & 15;
  for (let shift: u32 = 4; byte >= 0x80; shift += 7) {
    if (at >= end || shift > 18) return 0;
    byte = <u32>load<u8>(at++);
    value |= (byte & 0x7f) << shift;
  }
  return at;
}

/** Reads a size of less than 2^28 bytes; gives where it ends, or 0. */
function readSize(at: usize, end: usize): usize {
  let byte: u32;
  value = 0;
  let shift: u32 = 0;
  do {
    if (at >= end || shift > 21) return 0;
    byte = <u32>load<u8>(at++);
    value |= (byte & 0x7f) << shift;
    shift += 7;
  } while (byte >= 0x80);
  return at;
}
