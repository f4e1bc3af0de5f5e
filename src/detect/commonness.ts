/**
 * How common a few bytes in a row are in source text, so that rare literals and rare parts of literals can be preferred.
 * @module
 */
import { inflateRawSync } from 'node:zlib';
import { GRAMS } from './grams.ts';
import { MAX_WINDOW } from './prefilter.ts';

export const GRAM_BITS = 20;
/**
 * The lowest level counts 2^RAREST in 2^27 bytes. What is rarer counts as much: a window that is looked for is met by chance as often, where
 * another word has the same hash.
 */
export const RAREST = 7;

/** Where a word of four bytes (little endian) is counted: letters in either case alike. */
export function gramSlot(word: number): number {
  return Math.imul(word | 0x20202020, 0x85ebca6b) >>> (32 - GRAM_BITS);
}

let levels: Buffer | undefined;

/** What a level stands for. */
const SHARES = Float64Array.from({ length: 16 }, (_, level) => 2 ** (level + RAREST - 27));

/**
 * Estimated share of positions in source text at which a word of four bytes (little endian) stands, letters in either
 * case. Counted over 250 MB: work trees of rails, git, express, spring-boot, ansible and laravel, 11,000 files of npm packages, and
 * sources in Go, Python and C. Few common words share a slot.
 */
export function commonness(word: number): number {
  levels ??= inflateRawSync(Buffer.from(GRAMS, 'base64'));
  const slot = gramSlot(word);
  return SHARES[(levels[slot >> 1]! >> (4 * (slot & 1))) & 15]!;
}

/** Runs of one character (base64 of zeros, rulers, padding) are far more common than the chain says. */
const RUN = 1 / 1000;

/** Where the windows of four bytes that are looked for begin in a literal: at an even and at an odd distance. */
export interface Windows {
  at: [even: number, odd: number];
  /** Estimated share of positions at which one of the two stands. */
  share: number;
}

/**
 * The rarest windows of a literal of at least three bytes. A window may take in one byte before the literal (it begins
 * at -1) or one behind it; `prev` and `next` are what can stand there.
 */
export function rarestWindows(literal: ArrayLike<number>, prev: readonly number[], next: readonly number[]): Windows {
  const at: [number, number] = [0, 0];
  let share = 0;
  for (const parity of [0, 1]) {
    let least = Infinity;
    for (let begin = parity === 0 ? 0 : -1; begin + 4 <= literal.length + 1 && begin <= MAX_WINDOW; begin += 2) {
      const found = windowShare(literal, begin, prev, next);
      if (found < least) [at[parity], least] = [begin, found];
    }
    share += least / 2;
  }
  return { at, share };
}

function windowShare(literal: ArrayLike<number>, at: number, prev: readonly number[], next: readonly number[]): number {
  // Any byte may stand at no or one place: a literal has at least three.
  const open = at < 0 ? 0 : at + 4 > literal.length ? 3 : -1;
  let word = 0;
  for (let k = 0; k < 4; k++) if (k !== open) word |= literal[at + k]! << (8 * k);
  if (open < 0) return wordShare(word);
  let sum = 0;
  for (const byte of open === 0 ? prev : next) sum += wordShare(word | (byte << (8 * open)));
  return sum;
}

function wordShare(word: number): number {
  return word === Math.imul(word & 255, 0x01010101) ? RUN : commonness(word);
}
