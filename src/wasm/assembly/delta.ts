/** Deltas of pack files: see src/sources/git/delta.ts. */
import { copy32 } from './copy';

/** What is wrong with a delta, as a negative number in place of a count. */
const INSERTION: i32 = -1;
const COPY: i32 = -2;
const SIZE: i32 = -3;
const CUT_OFF: i32 = -4;

/**
 * Makes the object at `result` from the one at `base`, by the instructions from `at` up to `end`. Up to 63 bytes behind the result
 * may be written, and as many read behind all others.
 * @param runs takes three numbers for each copied run: offset in the result, offset in the base, length
 * @param room runs that it takes at most; further ones count as inserted
 * @returns how many runs there are, or what is wrong
 */
export function applyDelta(
  base: usize,
  baseSize: u32,
  result: usize,
  resultSize: u32,
  at: usize,
  end: usize,
  runs: usize,
  room: u32,
): i32 {
  const full = runs + 12 * room;
  let next = runs;
  let done: u32 = 0;
  // Where the last run ends, in result and base.
  let goesOnTo: u32 = 0xffffffff;
  let goesOnFrom: u32 = 0;
  while (at < end) {
    const op = <u32>load<u8>(at++);
    if (op < 0x80) {
      if (op == 0 || at + op > end || done + op > resultSize) return INSERTION;
      copy(result + done, at, op);
      at += op;
      done += op;
      continue;
    }
    if (at + <usize>popcnt(op & 0x7f) > end) return CUT_OFF;
    let from: u32 = 0;
    let length: u32 = 0;
    if (op & 1) from = <u32>load<u8>(at++);
    if (op & 2) from |= <u32>load<u8>(at++) << 8;
    if (op & 4) from |= <u32>load<u8>(at++) << 16;
    if (op & 8) from |= <u32>load<u8>(at++) << 24;
    if (op & 16) length = <u32>load<u8>(at++);
    if (op & 32) length |= <u32>load<u8>(at++) << 8;
    if (op & 64) length |= <u32>load<u8>(at++) << 16;
    if (length == 0) length = 0x10000;
    if (<u64>from + <u64>length > <u64>baseSize || <u64>done + <u64>length > <u64>resultSize) return COPY;
    copy(result + done, base + from, length);
    if (done == goesOnTo && from == goesOnFrom) {
      store<u32>(next - 4, load<u32>(next - 4) + length);
    } else if (next < full) {
      store<u32>(next, done);
      store<u32>(next + 4, from);
      store<u32>(next + 8, length);
      next += 12;
    }
    done += length;
    goesOnTo = next < full ? done : 0xffffffff;
    goesOnFrom = from + length;
  }
  return done == resultSize ? <i32>((next - runs) / 12) : SIZE;
}

/** Most are short, for which a call takes longer than to copy more than is wanted. */
// @ts-ignore: decorator
@inline
function copy(to: usize, from: usize, length: u32): void {
  if (length > 64) {
    memory.copy(to, from, length);
    return;
  }
  copy32(to, from);
  copy32(to + 32, from + 32);
}
