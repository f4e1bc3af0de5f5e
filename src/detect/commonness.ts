/**
 * How common a few bytes in a row are in source text, so that rare literals and rare parts of literals can be preferred.
 * @module
 */
import { GRAMS } from './grams.ts';
import { MAX_WINDOW } from './prefilter.ts';

export const GRAM_BITS = 16;

/** Where a word of four bytes (little endian) is counted: letters in either case alike. */
export function gramSlot(word: number): number {
  return Math.imul(word | 0x20202020, 0x85ebca6b) >>> (32 - GRAM_BITS);
}

let levels: Buffer | undefined;

/**
 * Estimated share of positions in source text at which these four bytes stand, letters in either case. Counted over work
 * trees of rails and git and 25,000 files of npm packages; what was never seen shares a slot with what was.
 */
export function commonness(bytes: ArrayLike<number>): number {
  levels ??= Buffer.from(GRAMS, 'base64');
  const slot = gramSlot(bytes[0]! | (bytes[1]! << 8) | (bytes[2]! << 16) | (bytes[3]! << 24));
  const level = (levels[slot >> 1]! >> (4 * (slot & 1))) & 15;
  return 2 ** (level + 4 - 27);
}

/** Any byte may stand here. */
const ANY = -1;

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
  const window = [0, 1, 2, 3].map((k) => (at + k < 0 || at + k >= literal.length ? ANY : literal[at + k]!));
  if (window.every((byte) => byte === window[0])) return RUN;
  const open = window.indexOf(ANY);
  if (open < 0) return commonness(window);
  const choices = open === 0 ? prev : next;
  let sum = 0;
  for (const byte of choices) {
    window[open] = byte;
    sum += commonness(window);
  }
  return sum;
}
