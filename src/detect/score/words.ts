/**
 * How much a text reads like words. Two small tables, learned from public source and documentation (build/train): a set
 * of common words and the likelihood of a letter behind two others. A word list tells `letmein` from `gxqmzrk`; the
 * letters tell it of words that no list has.
 * @module
 */

/** Longest word of the set. */
export const MAX_WORD = 14;
/** Bits of the set, a Bloom filter with three hashes. */
export const SET_BITS = 17;
/** Letters and the edge of a word. */
const SYMBOLS = 27;
/** Bits of surprise a level stands for; levels are 0 to 15. */
export const SURPRISE_STEP = 0.75;

const FNV_START = 0x811c9dc5 | 0;
const step = (hash: number, code: number): number => Math.imul(hash ^ code, 0x01000193);

/** The three places of a word's hash in the set. */
export function places(hash: number): [number, number, number] {
  const mixed = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  const other = Math.imul(mixed ^ (mixed >>> 12), 0x297a2d39);
  return [hash >>> (32 - SET_BITS), mixed >>> (32 - SET_BITS), other >>> (32 - SET_BITS)];
}

/** Hash of a lower-case word. */
export function hashWord(word: string): number {
  let hash = FNV_START;
  for (let i = 0; i < word.length; i++) hash = step(hash, word.charCodeAt(i));
  return hash;
}

/** Index in the table of surprises of the letter `c` behind `a` and `b`: 1 to 26 for letters, 0 for an edge. */
export const trigram = (a: number, b: number, c: number): number => (a * SYMBOLS + b) * SYMBOLS + c;
export const TRIGRAMS = SYMBOLS ** 3;

export interface WordTables {
  /** Bloom filter of common words, 2^SET_BITS bits. */
  set: Uint8Array;
  /** Surprise of each trigram, four bits each. */
  surprises: Uint8Array;
}

export interface Reading {
  /** Letters of the text. */
  letters: number;
  /** Letters that are part of common words of three letters or more, and of four or more. */
  known: number;
  knownLong: number;
  /** Mean and greatest surprise of a letter, in bits; of the greatest the mean over four letters in a row. */
  surprise: number;
  peak: number;
}

const code = (char: number): number => {
  const lower = char | 0x20;
  return lower >= 97 && lower <= 122 && char >= 65 ? lower - 96 : 0;
};

/** Reads the first 128 characters of a text. Runs of letters are taken apart at `aB` and, greedily, into common words. */
export function read(text: string, tables: WordTables): Reading {
  const length = Math.min(text.length, 128);
  let letters = 0;
  let sum = 0;
  let grams = 0;
  let peak = 0;
  let known = 0;
  let knownLong = 0;
  let a = 0;
  let b = 0;
  const last = [0, 0, 0, 0];
  for (let i = 0; i <= length; i++) {
    const char = i < length ? text.charCodeAt(i) : 0;
    const c = code(char);
    if (c > 0) letters++;
    if (c > 0 || b > 0) {
      const index = trigram(a, b, c);
      const bits = ((tables.surprises[index >> 1]! >> (4 * (index & 1))) & 15) * SURPRISE_STEP;
      sum += bits;
      last[grams & 3] = bits;
      grams++;
      if (grams >= 4) peak = Math.max(peak, (last[0]! + last[1]! + last[2]! + last[3]!) / 4);
    }
    // An edge is counted once, and begins the next word afresh.
    a = c === 0 ? 0 : b;
    b = c;
  }
  let i = 0;
  while (i < length) {
    if (code(text.charCodeAt(i)) === 0) {
      i++;
      continue;
    }
    const word = longestWord(text, i, length, tables.set);
    if (word >= 3) known += word;
    if (word >= 4) knownLong += word;
    i += Math.max(word, 1);
  }
  return { letters, known, knownLong, surprise: grams === 0 ? 0 : sum / grams, peak };
}

/** Length of the longest common word that begins at `from`, 0 for none. */
function longestWord(text: string, from: number, length: number, set: Uint8Array): number {
  let hash = FNV_START;
  let longest = 0;
  const stop = Math.min(length, from + MAX_WORD);
  for (let i = from; i < stop; i++) {
    const c = code(text.charCodeAt(i));
    if (c === 0) break;
    hash = step(hash, c + 96);
    if (i - from >= 2 && has(set, hash)) longest = i - from + 1;
  }
  return longest;
}

function has(set: Uint8Array, hash: number): boolean {
  const [x, y, z] = places(hash);
  return ((set[x >> 3]! >> (x & 7)) & (set[y >> 3]! >> (y & 7)) & (set[z >> 3]! >> (z & 7)) & 1) === 1;
}
