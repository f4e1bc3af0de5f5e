/**
 * The codes of deflated data (RFC 1951, 3.2). A table tells what a code word stands for by the bits that come next: it has as many
 * bits as the longest word, but not more than `most`. Longer words, which are rare by design, go on in tables behind it.
 */
import { copy32 } from './copy';

/**
 * An entry of a table: an unsigned number of 32 bits.
 *
 * - 0-5: how many bits are done with: those of the word and the extra ones behind it.
 * - 8-12: how many of them are the word's, and PAD.
 * - 13-27: the literal, or the least length or distance; for LONG where the table of what follows begins.
 * - 28-31: what it is, if not a length or distance.
 *
 * A template is the entry of a word of no bits.
 */
export const LITERAL: u32 = 0x80000000;
/** Not a literal, length or distance: END, LONG, or what no stream may hold. */
export const OTHER: u32 = 0x40000000;
/** The end of a block. */
export const END: u32 = 0x20000000;
/** The beginning of longer words. 0-5: bits of the table of what follows. */
export const LONG: u32 = 0x10000000;
export const VALUE: u32 = 13;
/** Bits in front of those that come next, by which they are an offset in a table: see inflate.ts. */
export const PAD: u32 = 2;
/** One bit more in a word. */
const BIT: u32 = 0x101;

/** Bits that tables have at most. */
export const MOST_LITERAL: u32 = 11;
export const MOST_DISTANCE: u32 = 8;
const MOST_LENGTH: u32 = 7;
const LONGEST: u32 = 15;

/**
 * A set holds the symbols of a code by the length of their words: first how many there are of each length from 0 to 15, then
 * they, in ascending order, from SYMBOLS + length * SLOT on; all in 16 bits.
 */
const SYMBOLS: u32 = 32;
const SLOT: u32 = 640;
const SET: usize = 32 + 16 * 640;
export const LITERAL_SET: usize = memory.data(2 * 10272, 16);
export const DISTANCE_SET: usize = LITERAL_SET + SET;

/** In which order the lengths of the words for lengths are told. */
export const ORDER: usize = memory.data<u8>([16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]);

/** Templates, by symbol: literals and lengths, distances, and lengths of words. */
const LITERALS: usize = memory.data(4 * (288 + 32 + 32), 16);
const DISTANCES: usize = LITERALS + 4 * 288;
const LENGTHS: usize = DISTANCES + 4 * 32;

/**
 * There is a table behind for every beginning of longer words. Each beginning has two words at least, so there are not more than
 * 143 and 15 of them, with (15 - most) bits at most.
 */
export const LITERAL_TABLE: usize = memory.data(4 * (2048 + 143 * 16), 16);
export const DISTANCE_TABLE: usize = memory.data(4 * (256 + 15 * 128), 16);
export const LENGTH_TABLE: usize = memory.data(4 * 128, 16);
export const FIXED_LITERALS: usize = memory.data(4 * 512, 16);
export const FIXED_DISTANCES: usize = memory.data(4 * 32, 16);
/** As `build` gives them. */
export const FIXED_LITERAL_MASK: u32 = 511 << 2;
export const FIXED_DISTANCE_MASK: u32 = 31 << 2;

/** Whether `prepare` was called. */
// @ts-ignore: decorator
@inline
export function isPrepared(): bool {
  return load<u32>(LITERALS) != 0;
}

/** Makes what is the same for all streams. */
export function prepare(): void {
  for (let i: u32 = 0; i < 256; i++) store<u32>(LITERALS + (i << 2), LITERAL | (i << VALUE));
  store<u32>(LITERALS + 4 * 256, OTHER | END);
  for (let i: u32 = 0; i < 28; i++) {
    const extra = i < 8 ? 0 : (i >> 2) - 1;
    storeBase(LITERALS + 4 * 257 + (i << 2), i < 8 ? i + 3 : ((4 + (i & 3)) << extra) + 3, extra);
  }
  storeBase(LITERALS + 4 * 285, 258, 0);
  for (let i: u32 = 286; i < 288; i++) store<u32>(LITERALS + (i << 2), OTHER);
  for (let i: u32 = 0; i < 30; i++) {
    const extra = i < 4 ? 0 : (i >> 1) - 1;
    storeBase(DISTANCES + (i << 2), i < 4 ? i + 1 : ((2 + (i & 1)) << extra) + 1, extra);
  }
  for (let i: u32 = 30; i < 32; i++) store<u32>(DISTANCES + (i << 2), OTHER);
  for (let i: u32 = 0; i < 19; i++) store<u32>(LENGTHS + (i << 2), i << VALUE);
  clear(LITERAL_SET);
  for (let i: u32 = 0; i < 288; i++) add(LITERAL_SET, i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8, i);
  build(LITERAL_SET, LITERALS, FIXED_LITERALS, MOST_LITERAL);
  clear(DISTANCE_SET);
  for (let i: u32 = 0; i < 32; i++) add(DISTANCE_SET, 5, i);
  build(DISTANCE_SET, DISTANCES, FIXED_DISTANCES, MOST_DISTANCE);
}

/** The template of lengths or distances from `base` on. */
function storeBase(at: usize, base: u32, extra: u32): void {
  store<u32>(at, (base << VALUE) | (PAD << 8) | extra);
}

export function clear(set: usize): void {
  store<u64>(set, 0);
  store<u64>(set, 0, 8);
  store<u64>(set, 0, 16);
  store<u64>(set, 0, 24);
}

/** Puts a symbol, larger than those before, into a set. Length 0 is allowed, and means that it has no word. */
// @ts-ignore: decorator
@inline
export function add(set: usize, length: u32, symbol: u32): void {
  const counter = set + (length << 1);
  const count = <u32>load<u16>(counter);
  store<u16>(counter, count + 1);
  store<u16>(set + (length * SLOT + (count << 1)), symbol, SYMBOLS);
}

/** Builds LENGTH_TABLE from what is in LITERAL_SET; as `build`. */
export function buildLengths(): i32 {
  return build(LITERAL_SET, LENGTHS, LENGTH_TABLE, MOST_LENGTH);
}

export function buildLiterals(): i32 {
  return build(LITERAL_SET, LITERALS, LITERAL_TABLE, MOST_LITERAL);
}

export function buildDistances(): i32 {
  return build(DISTANCE_SET, DISTANCES, DISTANCE_TABLE, MOST_DISTANCE);
}

/**
 * Builds the table of a code.
 * @returns by which bits (behind PAD others) an entry is looked up, or -1 when there can be no such code
 */
function build(set: usize, templates: usize, table: usize, most: u32): i32 {
  // Words that are not given away yet, of each length in turn.
  let left: i32 = 1;
  let longest: u32 = 0;
  for (let length: u32 = 1; length <= LONGEST; length++) {
    const count = <i32>load<u16>(set + (length << 1));
    left = (left << 1) - count;
    if (left < 0) return -1;
    longest = count != 0 ? length : longest;
  }
  if (left != 0) return most != MOST_LENGTH && longest <= 1 ? buildSmall(set, templates, table, longest) : -1;
  const bits = min(longest, most);
  let word: u32 = 0;
  for (let length: u32 = 1; length <= bits; length++) {
    // Shorter words are the same whatever bit comes behind them.
    if (word != 0) double(table, <usize>2 << length);
    const mask: u32 = (1 << length) - 1;
    const first = set + length * SLOT;
    const last = first + (<u32>load<u16>(set + (length << 1)) << 1);
    for (let at = first; at < last; at += 2) {
      store<u32>(table + (word << 2), entryOf(at, templates, length));
      word = following(word, mask);
    }
  }
  if (longest > most) buildLong(set, templates, table, most, longest, word);
  return (4 << bits) - 4;
}

/** Of a code with no word, or with one of one bit: the only ones that may be incomplete. */
function buildSmall(set: usize, templates: usize, table: usize, words: u32): i32 {
  store<u32>(table, words == 0 ? OTHER : entryOf(set + SLOT, templates, 1));
  store<u32>(table, OTHER, 4);
  return 4;
}

/** Builds the tables of words with more than `most` bits, of which `word` is the first. */
function buildLong(set: usize, templates: usize, table: usize, most: u32, longest: u32, word: u32): void {
  const size: u32 = 1 << (longest - most);
  let part: u32 = (1 << most) - size;
  let beginning: u32 = -1;
  for (let length = most + 1; length <= longest; length++) {
    const mask: u32 = (1 << length) - 1;
    const step: u32 = 1 << (length - most);
    const first = set + length * SLOT;
    const last = first + (<u32>load<u16>(set + (length << 1)) << 1);
    for (let at = first; at < last; at += 2) {
      if ((word & ((1 << most) - 1)) != beginning) {
        beginning = word & ((1 << most) - 1);
        part += size;
        store<u32>(table + (beginning << 2), OTHER | LONG | (part << VALUE) | (longest - most));
      }
      const entry = entryOf(at, templates, length);
      for (let i = word >> most; i < size; i += step) store<u32>(table + ((part + i) << 2), entry);
      word = following(word, mask);
    }
  }
}

/** The entry for the symbol at an offset that is without SYMBOLS. */
// @ts-ignore: decorator
@inline
function entryOf(at: usize, templates: usize, length: u32): u32 {
  return load<u32>(templates + (<u32>load<u16>(at, SYMBOLS) << 2)) + length * BIT;
}

/** The word after a word of as many bits as the mask, both with their first bit lowest; the last word has none. */
// @ts-ignore: decorator
@inline
function following(word: u32, mask: u32): u32 {
  // The last 0 of the word becomes 1, and what is behind it 0.
  const bit = <u32>0x80000000 >>> clz(word ^ mask);
  return (word & (bit - 1)) | bit;
}

/** Copies the `bytes` at a table behind them. More may be copied, up to 32 bytes. */
function double(table: usize, bytes: usize): void {
  for (let at = table; at < table + bytes; at += 32) copy32(at + bytes, at);
}
