/**
 * Inflates zlib streams (RFC 1950, RFC 1951): see src/sources/git/inflate.ts.
 *
 * Most streams of a pack are of some hundred bytes, so what comes before the first byte counts as much as the loop that makes
 * them. That loop waits for memory, mostly: an entry of a table must be there before it is known where the next word begins.
 */
import { adler32 } from './adler';
import {
  add,
  buildDistances,
  buildLengths,
  buildLiterals,
  clear,
  DISTANCE_SET,
  DISTANCE_TABLE,
  END,
  FIXED_DISTANCE_MASK,
  FIXED_DISTANCES,
  FIXED_LITERAL_MASK,
  FIXED_LITERALS,
  LENGTH_TABLE,
  LITERAL_SET,
  LITERAL_TABLE,
  LONG,
  MOST_DISTANCE,
  MOST_LITERAL,
  ORDER,
  OTHER,
  PAD,
  isPrepared,
  prepare,
  VALUE,
} from './codes';

/**
 * The bits that come next, the first one lowest, behind PAD used ones: so some of them, under a mask, are the offset of an entry
 * of four bytes without a shift. More are read in three steps, which are written out below wherever that is done:
 *
 *     bits |= load<u64>(next) << have;
 *     next += ((have >> 3) & 7) ^ 7;
 *     have |= 56;
 *
 * Then there are 54 at least. Bits above those that `have` counts may be there already, and are the same when they are read again.
 * Of `have`, as of what is shifted by, only the lowest 6 bits count, so entries are subtracted and shifted by as they are.
 *
 * Bytes behind the end of the source are read as if they belonged to the stream. Wherever reading goes on it is asked whether
 * `next` is more than 8 bytes behind the end, for then bits of them were used; and last, whether the stream ends in time.
 */
let bits: u64 = 0;
/** How many there are, with those in front. */
let have: u32 = 0;
let next: usize = 0;
let sourceEnd: usize = 0;
/** Where the result goes on. */
let to: usize = 0;
/** By which bits entries of the table at hand are looked up. */
let literalMask: u32 = 0;
/**
 * What the loop that decodes only compares with stands in memory: the rest takes all registers there are. Behind what `next` must
 * not be, where the result begins and must end, and as literalMask.
 */
const LIMIT: usize = memory.data(16, 16);
const FIRST: usize = LIMIT + 4;
const LAST: usize = LIMIT + 8;
const DISTANCE_MASK: usize = LIMIT + 12;

/**
 * Inflates the stream that begins at `at`, and ends at or before `end`, to memory[out, out + size). Up to 32 bytes behind `end` are
 * read, and up to 16 behind `out + size` written.
 * @returns how many bytes there are; -1 when the stream is damaged, cut off or of more than `size` bytes
 */
export function inflate(at: usize, end: usize, out: usize, size: usize): i32 {
  if (at + 2 > end) return -1;
  const head = (<u32>load<u8>(at) << 8) | <u32>load<u8>(at, 1);
  // Deflated, with a window of 32 KiB at most, and no dictionary that was agreed on.
  if ((head & 0x8f20) != 0x0800 || head % 31 != 0) return -1;
  if (!isPrepared()) prepare();
  skipTo(at + 2);
  sourceEnd = end;
  store<usize>(LIMIT, end + 8);
  store<usize>(FIRST, out);
  store<usize>(LAST, out + size);
  to = out;
  let last: bool;
  do {
    if (next > load<usize>(LIMIT)) return -1;
    bits |= load<u64>(next) << have;
    next += ((have >> 3) & 7) ^ 7;
    have = (have | 56) - 3;
    const head = <u32>bits >> PAD;
    bits >>= 3;
    if (!inflateBlock((head >> 1) & 3)) return -1;
    last = (head & 1) != 0;
  } while (!last);
  const rest = unused();
  if (rest + 4 > end) return -1;
  return bswap(load<u32>(rest)) == adler32(out, to) ? <i32>(to - out) : -1;
}

function inflateBlock(type: u32): bool {
  if (type == 0) return copyStored();
  if (type == 1) return decodeFixed();
  if (type == 3) return false;
  return readCodes() && decodeDynamic();
}

/** Where the first byte is of which no bit was used. */
function unused(): usize {
  return next - ((have - PAD) >> 3);
}

function skipTo(at: usize): void {
  next = at;
  bits = 0;
  have = PAD;
}

function copyStored(): bool {
  const from = unused() + 4;
  if (from > sourceEnd) return false;
  const length = <usize>load<u16>(from - 4);
  if ((length ^ <usize>load<u16>(from - 2)) != 0xffff) return false;
  if (length > sourceEnd - from) return false;
  if (length > load<usize>(LAST) - to) return false;
  memory.copy(to, from, length);
  to += length;
  skipTo(from + length);
  return true;
}

/** Reads the codes of a block, and builds their tables. */
function readCodes(): bool {
  let b = bits;
  let n = have;
  let at = next;
  b |= load<u64>(at) << n;
  at += ((n >> 3) & 7) ^ 7;
  n |= 56;
  const literals = (<u32>(b >> PAD) & 31) + 257;
  const total = (<u32>(b >> (PAD + 5)) & 31) + 1 + literals;
  const lengths = (<u32>(b >> (PAD + 10)) & 15) + 4;
  if (literals > 286 || total > literals + 30) return false;
  b >>= 14;
  n -= 14;
  // Three bits for each symbol.
  let words: u64 = 0;
  for (let i: u32 = 0; i < lengths; i++) {
    if (i == 12) {
      b |= load<u64>(at) << n;
      at += ((n >> 3) & 7) ^ 7;
      n |= 56;
    }
    words |= ((b >> PAD) & 7) << (3 * <u64>load<u8>(ORDER + i));
    b >>= 3;
    n -= 3;
  }
  clear(LITERAL_SET);
  for (let i: u32 = 0; i < 19; i++, words >>= 3) add(LITERAL_SET, <u32>words & 7, i);
  const mask = buildLengths();
  if (mask < 0) return false;
  return readLengths(b, n, at, mask, literals, total);
}

/**
 * Reads the lengths of words of both codes, and builds their tables. A code without a word for the end of the block is not told
 * from others: its block goes on until source or result end.
 */
// @ts-ignore: decorator
@inline
function readLengths(b: u64, n: u32, at: usize, mask: u32, literals: u32, total: u32): bool {
  const limit = load<usize>(LIMIT);
  clear(LITERAL_SET);
  clear(DISTANCE_SET);
  let length: u32 = 0;
  let i: u32 = 0;
  do {
    if (at > limit) return false;
    b |= load<u64>(at) << n;
    at += ((n >> 3) & 7) ^ 7;
    n |= 56;
    const entry = load<u32>(<u32>b & mask, LENGTH_TABLE);
    b >>= <u64>entry;
    n -= entry;
    const symbol = entry >> VALUE;
    if (symbol < 16) {
      length = symbol;
      add(i < literals ? LITERAL_SET : DISTANCE_SET, length, i < literals ? i : i - literals);
      i++;
      continue;
    }
    if (symbol == 16 && i == 0) return false;
    const extra: u32 = symbol == 16 ? 2 : symbol == 17 ? 3 : 7;
    const run = ((<u32>b >> PAD) & ((1 << extra) - 1)) + (symbol == 18 ? 11 : 3);
    b >>= <u64>extra;
    n -= extra;
    if (symbol != 16) length = 0;
    if (run > total - i) return false;
    const stop = i + run;
    if (length == 0) i = stop;
    for (; i < stop; i++) add(i < literals ? LITERAL_SET : DISTANCE_SET, length, i < literals ? i : i - literals);
  } while (i < total);
  bits = b;
  have = n & 63;
  next = at;
  literalMask = buildLiterals();
  const distanceMask = buildDistances();
  store<i32>(DISTANCE_MASK, distanceMask);
  return (<i32>literalMask | distanceMask) >= 0;
}

function decodeFixed(): bool {
  return decode(true, FIXED_LITERAL_MASK);
}

function decodeDynamic(): bool {
  return decode(false, literalMask);
}

/**
 * Decodes what is in a block. Each round begins before or at LAST, and writes up to four literals, then a copy that ends there too,
 * if not for up to 15 bytes that are copied for nothing.
 */
// @ts-ignore: decorator
@inline
function decode(fixed: bool, literalMask: u32): bool {
  let b = bits;
  let n = have;
  let at = next;
  let out = to;
  for (;;) {
    if (at > load<usize>(LIMIT)) return false;
    if (out > load<usize>(LAST)) return false;
    b |= load<u64>(at) << n;
    at += ((n >> 3) & 7) ^ 7;
    n |= 56;
    let entry = literalAt(<u32>b & literalMask, fixed);
    if (<i32>entry < 0) {
      store<u8>(out++, entry >> VALUE);
      b >>= <u64>entry;
      n -= entry;
      entry = literalAt(<u32>b & literalMask, fixed);
      if (<i32>entry < 0) {
        store<u8>(out++, entry >> VALUE);
        b >>= <u64>entry;
        n -= entry;
        entry = literalAt(<u32>b & literalMask, fixed);
        if (<i32>entry < 0) {
          store<u8>(out++, entry >> VALUE);
          b >>= <u64>entry;
          n -= entry;
          entry = literalAt(<u32>b & literalMask, fixed);
          if (<i32>entry < 0) {
            store<u8>(out++, entry >> VALUE);
            b >>= <u64>entry;
            n -= entry;
            continue;
          }
        }
      }
      // A length and a distance take 48 bits.
      b |= load<u64>(at) << n;
      at += ((n >> 3) & 7) ^ 7;
      n |= 56;
    }
    if (entry & OTHER) {
      if (!fixed && entry & LONG) entry = load<u32>(longAt(entry, b, MOST_LITERAL), LITERAL_TABLE);
      if (<i32>entry < 0) {
        store<u8>(out++, entry >> VALUE);
        b >>= <u64>entry;
        n -= entry;
        continue;
      }
      if (entry & END) {
        b >>= <u64>entry;
        n -= entry;
        break;
      }
      if (entry & OTHER) return false;
    }
    const length = valueOf(entry, b);
    b >>= <u64>entry;
    n -= entry;
    entry = distanceAt(b, fixed);
    if (entry & OTHER) {
      if (!fixed && entry & LONG) entry = load<u32>(longAt(entry, b, MOST_DISTANCE), DISTANCE_TABLE);
      if (entry & OTHER) return false;
    }
    const distance = valueOf(entry, b);
    b >>= <u64>entry;
    n -= entry;
    if (<usize>distance > out - load<usize>(FIRST)) return false;
    if (out + length > load<usize>(LAST)) return false;
    copy(out, distance, length);
    out += length;
  }
  if (out > load<usize>(LAST)) return false;
  bits = b;
  have = n & 63;
  next = at;
  to = out;
  return true;
}

// @ts-ignore: decorator
@inline
function literalAt(offset: u32, fixed: bool): u32 {
  return fixed ? load<u32>(offset, FIXED_LITERALS) : load<u32>(offset, LITERAL_TABLE);
}

// @ts-ignore: decorator
@inline
function distanceAt(bits: u64, fixed: bool): u32 {
  if (fixed) return load<u32>(<u32>bits & FIXED_DISTANCE_MASK, FIXED_DISTANCES);
  return load<u32>(<u32>bits & load<u32>(DISTANCE_MASK), DISTANCE_TABLE);
}

/** The offset, in a table of `most` bits, of the entry for a longer word. */
// @ts-ignore: decorator
@inline
function longAt(beginning: u32, bits: u64, most: u32): u32 {
  const rest = <u32>bits >> (most + PAD);
  return (((beginning >> VALUE) & 0x7fff) + (rest & ~(-1 << beginning))) << 2;
}

/** A length or distance: the least one that the word stands for, and the extra bits behind the word. */
// @ts-ignore: decorator
@inline
function valueOf(entry: u32, bits: u64): u32 {
  const all = <u32>bits & ~(-1 << PAD << entry);
  return (entry >> VALUE) + (all >> (entry >> 8));
}

/** Copies what was written so far before `to`; up to 15 bytes more than are wanted. */
// @ts-ignore: decorator
@inline
function copy(to: usize, distance: u32, length: u32): void {
  const end = to + length;
  let from = to - distance;
  if (distance < 8) {
    do {
      store<u8>(to++, load<u8>(from++));
    } while (to < end);
    return;
  }
  // Nearly all are of 16 bytes at most, for which there is nothing to guess.
  store<u64>(to, load<u64>(from));
  store<u64>(to, load<u64>(from, 8), 8);
  while (to + 16 < end) {
    to += 16;
    from += 16;
    store<u64>(to, load<u64>(from));
    store<u64>(to, load<u64>(from, 8), 8);
  }
}
