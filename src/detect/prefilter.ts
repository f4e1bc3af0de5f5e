/**
 * Finds in bytes every place where one of many literals stands, at memory speed.
 *
 * Each literal is represented by two windows of four bytes, one that begins at an even and one that begins at an odd
 * distance from the literal's first byte. So it is enough to look at every second position: whichever parity the
 * literal's own position has, one of its windows is met. At each of these positions the four bytes, folded to lower case
 * by `| 0x20202020`, are hashed into a map of bits; where one is marked, a slot tells by a shorter hash what may stand beside it, and
 * what passes both is checked exactly. Literals of three or four bytes have no two full windows: the missing byte runs
 * through all that may stand there.
 *
 * What surely stands around a literal in all that it is looked for (a word's edge before it, letters and digits behind it) is
 * checked in the same place: short literals are parts of many words.
 *
 * The tables are made here; two engines walk them: WebAssembly (prefilter-wasm.ts) and JavaScript (prefilter-js.ts).
 * @module
 */
import { isUpperByte } from './bytes.ts';
import { GIVEN_BEFORE, GIVEN_BEHIND, mayBeGiven } from './given.ts';

export interface Literal {
  text: string;
  fold: boolean;
  /** Bytes that can stand directly before or after; absent = any. */
  prev?: string;
  next?: string;
  /** Where its windows begin, at an even and at an odd distance; absent = the rarest ones are chosen. */
  windows?: [even: number, odd: number];
  /**
   * What follows: so many bytes (MAX_TAIL at most, and MAX_LITERAL with the literal), all of these. Without them the literal
   * does not count; but when they are in pieces, behind FIRST_PIECE of them may stand what leads to the next piece (SEAMS).
   */
  tail?: [bytes: string, count: number];
  /** In place of a tail: behind what white space follows stands one of these bytes, as far as MAX_LITERAL bytes show. */
  behind?: string;
  /** It belongs to a name, and without something that may be given to that it does not count: see given.ts. */
  named?: true;
  /** So many bytes (at most MAX_LEAD) before it a word may begin, else it does not count: see `mayBegin`. */
  edge?: number;
}

/** Called with the index of the literal and the offset of its first byte. */
export type OnLiteral = (literal: number, at: number) => void;

/** Parts of some data: `count` pairs `[from, to)` of offsets, disjoint and in ascending order. */
export interface Ranges {
  pairs: Int32Array;
  count: number;
}

export interface Prefilter {
  /**
   * Finds all literals that begin in one of the ranges and end before `end`; bytes before `start` do not count. The calls
   * come by position of the window that was met, not strictly by position of the literal.
   */
  scan(data: Uint8Array, start: number, end: number, ranges: Ranges, found: OnLiteral): void;
}

export const FOLD = 0x20202020;
/** Chosen by build/hash.ts: an arbitrary constant has twice as many places marked by chance. */
export const HASH = 0x4e19fe03;
/** Bits of a map, which of 128 KB stays in a core's cache beside all else; with 33,000 windows one position in 65 is marked by chance. */
export const MAP_BITS = (1 << 20) + 32;
/** Slots, of four words each. */
export const SLOTS = 1 << 15;
/** Longest literal, with what must stand behind it; anchors.ts clips longer ones. */
export const MAX_LITERAL = 24;
/** Farthest from the beginning of a literal that one of its windows begins: what surrounds a change need not be looked through farther. */
export const MAX_WINDOW = 8;
/** How many there may be at most. */
export const MAX_LITERALS = 0x7ffff;
export const MAX_TAIL = 24;
/** Few literals stand farther behind the beginning of a word, and looking farther would cost histories more than those do. */
export const MAX_LEAD = 8;
/** Numbers of the class of the bytes that continue a word, and of SEAMS. */
export const WORD_CLASS = 0;
export const SEAM_CLASS = 1;
/** Bytes behind which a value that is split or escaped goes on. */
export const SEAMS = '"\'`\\%&\n\r';
/** In a guard: see `named`. */
export const NAMED = 1 << 29;
/** In a guard: its bytes stand behind white space, see `behind`. */
export const BLANKS = 1 << 30;

/** Bytes behind a literal that stand in one piece in any case. */
export const FIRST_PIECE = 5;

/** What a LiteralTable is made of, to be written to a file and read again. */
export interface LiteralData {
  /**
   * Three numbers for each window: its bytes, the bytes at the far end of its literal, and the literal with the places of
   * both (`literal << 12 | (window + 1) << 6 | far + 1`). Entries whose shorter hash is the same follow one another; the last
   * one's third number is negative (its highest bit is set).
   */
  entries: Int32Array;
  /** One bit for each hash of a window: see `mapBit`. */
  map: Int32Array;
  /**
   * Four words for each shorter hash of a window. Three say what stands beside windows in their literals (see `besideBit`): words are
   * common that begin or end like a literal, and most differ right beside it. The last is the number of the first entry plus one.
   */
  slots: Int32Array;
  /** All literals one after the other, where each begins (and the last ends), and whether it is compared without case. */
  pool: Uint8Array;
  starts: Int32Array;
  folds: Uint8Array;
  /** What must stand around each literal, 0 for nothing: `count | class << 6 | (edge + 1) << 16 | length << 23`, NAMED and BLANKS. */
  guards: Int32Array;
  /** A class of bytes each 32: one bit for each byte value. */
  classes: Uint8Array;
}

/** Literals by their windows. */
export class LiteralTable implements LiteralData {
  readonly map: Int32Array;
  readonly slots: Int32Array;
  readonly entries: Int32Array;
  readonly pool: Uint8Array;
  readonly starts: Int32Array;
  readonly folds: Uint8Array;
  readonly guards: Int32Array;
  readonly classes: Uint8Array;

  /** @param data as literals.ts made it */
  constructor({ entries, map, slots, pool, starts, folds, guards, classes }: LiteralData) {
    this.entries = entries;
    this.map = map;
    this.slots = slots;
    this.pool = pool;
    this.starts = starts;
    this.folds = folds;
    this.guards = guards;
    this.classes = classes;
  }

  /**
   * Whether the literal of an entry stands where its window was met, within the bounds of the scan.
   * @param entry its number plus one
   * @param at where the window was met
   */
  verify(
    entry: number,
    data: Uint8Array,
    at: number,
    start: number,
    end: number,
    from: number,
    to: number,
    found: OnLiteral,
  ): void {
    const place = this.entries[(entry - 1) * 3 + 2]!;
    const begin = at - ((place >>> 6) & 63) + 1;
    const literal = (place >>> 12) & MAX_LITERALS;
    const first = this.starts[literal]!;
    const last = this.starts[literal + 1]!;
    if (begin < from || begin >= to || begin < start || begin + last - first > end) return;
    const { pool } = this;
    if (this.folds[literal] === 1) {
      for (let i = first, k = begin; i < last; i++, k++) {
        const byte = data[k]!;
        // Letters in either case; the literal is lower case.
        if (byte !== pool[i] && !(isUpperByte(byte) && byte + 32 === pool[i])) return;
      }
    } else {
      for (let i = first, k = begin; i < last; i++, k++) if (data[k] !== pool[i]) return;
    }
    found(literal, begin);
  }
}

/** Whether what a guard demands stands around a literal that begins at `at`. */
export function guardHolds(
  { classes }: LiteralData,
  guard: number,
  data: Uint8Array,
  at: number,
  start: number,
  end: number,
): boolean {
  const isOf = (group: number, byte: number): boolean => ((classes[32 * group + (byte >>> 3)]! >>> (byte & 7)) & 1) === 1;
  if ((guard & NAMED) !== 0 && !mayBeGiven(data, at, start, end)) return false;
  const tail = at + ((guard >>> 23) & 31);
  const stop = tail + (guard & 63);
  const group = (guard >>> 6) & 1023;
  if ((guard & BLANKS) !== 0) {
    let i = tail;
    while (i < Math.min(stop, end) && isBlank(data[i]!)) i++;
    if (i < stop && (i >= end || !isOf(group, data[i]!))) return false;
  } else {
    for (let i = tail; i < stop; i++) {
      if (i >= end) return false;
      if (isOf(group, data[i]!)) continue;
      if (i - tail < FIRST_PIECE || !isOf(SEAM_CLASS, data[i]!)) return false;
      break;
    }
  }
  const edge = (guard >>> 16) & 127;
  return edge === 0 || mayBegin(data, at - edge + 1, start, (byte) => isOf(WORD_CLASS, byte));
}

const isBlank = (byte: number): boolean => byte === 32 || (byte >= 9 && byte <= 10) || byte === 13;

/** Bytes before and behind a literal on which it depends that it is met: of a guard, or the one beside a short literal. */
export function guardBefore(guard: number): number {
  if ((guard & NAMED) !== 0) return MOST_BEFORE;
  const edge = (guard >>> 16) & 127;
  return edge === 0 ? 1 : edge - 1 + MAX_EDGE;
}

export function guardBehind(guard: number): number {
  if ((guard & NAMED) !== 0) return GIVEN_BEHIND - ((guard >>> 23) & 31);
  return Math.max(1, guard & 63);
}

/** Bytes before a word that tell whether it may begin there. */
const MAX_EDGE = 6;

/** Most that `guardBefore` gives, and most that a literal takes with what `guardBehind` gives. */
export const MOST_BEFORE = Math.max(MAX_LEAD + MAX_EDGE, GIVEN_BEFORE);
export const MOST_BEHIND = Math.max(MAX_LITERAL + 1, GIVEN_BEHIND);

/** Cheaper than edge.ts, and true wherever that is: a byte that continues a word stands before only if it might end an escape. */
function mayBegin(data: Uint8Array, at: number, start: number, isWord: (byte: number) => boolean): boolean {
  if (at <= start) return true;
  const before = data[at - 1]!;
  if (!isWord(before) || before === 0x6d) return true;
  const is = (distance: number, byte: number): boolean => at - distance >= start && data[at - distance] === byte;
  return is(2, 0x5c) || is(3, 0x25) || is(4, 0x5c) || is(6, 0x5c);
}

/**
 * The bit of a map for a hash of a window: its highest bits say which byte, and its lowest ones which bit from there on, so that a
 * processor that loads words from anywhere needs neither more than one shift for the place nor a mask for the bit.
 */
export const mapBit = (hash: number): number => 8 * (hash >>> 15) + (hash & 31);

/** The slot for a hash of a window. */
export const slotOf = (hash: number): number => hash >>> 17;

const BESIDE = 0x85ebca6b | 0;

/**
 * Where in its slot it is told what stands beside a window: one of three words, and a bit of it. For what the literal fixes behind the
 * window, two bytes or one, or else for the byte before it; or only for the window, where there is nothing else. To see that is
 * cheaper than to walk the windows of a hash, and takes but one look at the memory.
 * @param bytes of the literal, lower case or not
 * @param at where the window begins in it
 * @param word the window's four bytes, folded
 */
export function besideBit(bytes: Uint8Array, at: number, word: number): [word: number, bit: number] {
  // Windows of the same slot differ in these bits of their hash.
  const rest = Math.imul(word, HASH) << 15;
  const bitOf = (key: number, bits: number): number => (rest + Math.imul(key, BESIDE)) >>> (32 - bits);
  const byte = (index: number): number => bytes[index]! | 0x20;
  const behind = bytes.length - at - 4;
  if (behind >= 2) return [0, bitOf(byte(at + 4) | (byte(at + 5) << 8), 5)];
  if (behind === 1) return [1, bitOf(byte(at + 4), 4)];
  if (at >= 1) return [1, 16 + bitOf(byte(at - 1), 4)];
  return [2, rest >>> 27];
}

/** Four bytes, little endian, folded; those outside of the array count as none. */
export function foldedWord(data: Uint8Array, at: number): number {
  return data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24) | FOLD;
}
