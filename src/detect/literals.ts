/**
 * Makes the prefilter's tables from literals: at build time for the built-in rules, at run time when custom rules join.
 * @module
 */
import { rarestWindows } from './commonness.ts';
import { foldedWord, HASH, HEAD_BITS, type Literal, type LiteralData, MAP_BITS, MAX_LITERAL } from './prefilter.ts';

const MAP_SHIFT = 32 - MAP_BITS;
const HEAD_SHIFT = 32 - HEAD_BITS;

/**
 * Chooses the windows of literals.
 * @param literals of 3 to MAX_LITERAL bytes
 * @throws RangeError for others
 */
export function literalData(literals: readonly Literal[]): LiteralData {
  const entries: number[] = [];
  const pool: number[] = [];
  const starts = [0];
  const sets = new Map<string | undefined, number[]>();
  const foldedSet = (text: string | undefined): number[] => {
    let set = sets.get(text);
    if (!set) sets.set(text, (set = fold(text)));
    return set;
  };
  for (const [index, literal] of literals.entries()) {
    const bytes = Uint8Array.from(literal.text, (char) => char.charCodeAt(0));
    if (bytes.length < 3 || bytes.length > MAX_LITERAL) {
      throw new RangeError(`a literal needs three to ${MAX_LITERAL} bytes: ${JSON.stringify(literal.text)}`);
    }
    pool.push(...bytes);
    starts.push(pool.length);
    const prev = foldedSet(literal.prev);
    const next = foldedSet(literal.next);
    for (const at of literal.windows ?? rarestWindows(bytes, prev, next).at) {
      // At most one byte of a window is not fixed, since a literal has at least three.
      const open = at < 0 ? 0 : at + 4 > bytes.length ? 3 : -1;
      let word = 0;
      for (let k = 0; k < 4; k++) if (k !== open) word |= (bytes[at + k]! | 0x20) << (8 * k);
      // The end of the literal that is farther away tells most windows that are there by chance at once.
      const far = bytes.length < 4 ? -1 : at * 2 < bytes.length - 4 ? bytes.length - 4 : 0;
      const confirm = far < 0 ? 0 : foldedWord(bytes, far);
      const place = (index << 12) | ((at + 1) << 6) | (far + 1);
      if (open < 0) entries.push(word, confirm, place, 0);
      else for (const byte of open === 0 ? prev : next) entries.push(word | (byte << (8 * open)), confirm, place, 0);
    }
  }
  const folds = Uint8Array.from(literals, (literal) => (literal.fold ? 1 : 0));
  return { ...hashed(Int32Array.from(entries)), pool: Uint8Array.from(pool), starts: Int32Array.from(starts), folds };
}

/** Chains entries by their hashes, and marks those. */
function hashed(entries: Int32Array): Pick<LiteralData, 'entries' | 'map' | 'head'> {
  const map = new Int32Array(1 << (MAP_BITS - 5));
  const head = new Int32Array(1 << HEAD_BITS);
  for (let n = 0; n < entries.length; n += 4) {
    const hash = Math.imul(entries[n]!, HASH);
    const bit = hash >>> MAP_SHIFT;
    // A shift counts modulo 32 by itself.
    map[bit >>> 5]! |= 1 << bit;
    const slot = hash >>> HEAD_SHIFT;
    entries[n + 3] = head[slot]!;
    head[slot] = (n >>> 2) + 1;
  }
  return { entries, map, head };
}

/** Folded bytes of a text, each once; of all bytes when there is no text. */
function fold(text: string | undefined): number[] {
  const set = new Set<number>();
  if (text === undefined) for (let byte = 0; byte < 256; byte++) set.add(byte | 0x20);
  else for (let i = 0; i < text.length; i++) set.add(text.charCodeAt(i) | 0x20);
  return [...set];
}
