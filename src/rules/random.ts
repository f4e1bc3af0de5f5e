/**
 * Random texts and bytes from a seeded source: what is generated for examples is the same in every run.
 * @module
 */

/** Numbers in [0, 1). */
export type Random = () => number;

/** Numbers in [0, 1) that follow from a text (FNV-1a into mulberry32): the same text, the same numbers. */
export function randomFrom(seed: string): Random {
  let state = 0x811c9dc5;
  for (let i = 0; i < seed.length; i++) state = Math.imul(state ^ seed.charCodeAt(i), 0x01000193);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A whole number from 0 to n - 1. */
export function below(n: number, random: Random): number {
  return Math.floor(random() * n);
}

export function randomBytes(length: number, random: Random): Buffer {
  return Buffer.from(Array.from({ length }, () => below(256, random)));
}

/** Characters of an alphabet. */
export function randomText(alphabet: string, length: number, random: Random): string {
  return Array.from({ length }, () => alphabet[below(alphabet.length, random)]!).join('');
}
