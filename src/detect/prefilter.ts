/**
 * Finds in bytes every place where one of many literals stands, at memory speed.
 *
 * Each literal is represented by two windows of four bytes, one that begins at an even and one that begins at an odd
 * distance from the literal's first byte. So it is enough to look at every second position: whichever parity the
 * literal's own position has, one of its windows is met. At each of these positions the four bytes, folded to lower case
 * by `| 0x20202020`, are hashed into a map of bits; a marked one is then checked exactly. Literals of three or four bytes
 * have no two full windows: the missing byte runs through all that may stand there.
 *
 * The tables are made here; two engines walk them: WebAssembly (prefilter-wasm.ts) and JavaScript (prefilter-js.ts).
 * @module
 */
import { rarestWindows } from './commonness.ts';

export interface Literal {
  text: string;
  fold: boolean;
  /** Bytes that can stand directly before or after; absent = any. */
  prev?: string;
  next?: string;
  /** Where its windows begin, at an even and at an odd distance; absent = the rarest ones are chosen. */
  windows?: [even: number, odd: number];
}

/** Called with the index of the literal and the offset of its first byte. */
export type OnLiteral = (literal: number, at: number) => void;

export interface Prefilter {
  /**
   * Finds all literals that begin in data[from, to) and end before `end`; bytes before `start` do not count. The calls
   * come by position of the window that was met, not strictly by position of the literal.
   */
  scan(data: Uint8Array, start: number, end: number, from: number, to: number, found: OnLiteral): void;
}

export const FOLD = 0x20202020;
export const HASH = 0x9e3779b1 | 0;
/** 2^21 bits take 256 KB, which stay in a core's cache; with 30,000 windows one position in seventy is marked by chance. */
export const MAP_BITS = 21;
export const HEAD_BITS = 15;
/** Longest literal; anchors.ts clips longer ones. */
export const MAX_LITERAL = 32;

const MAP_SHIFT = 32 - MAP_BITS;
const HEAD_SHIFT = 32 - HEAD_BITS;

/** What a LiteralTable is made of, to be written to a file and read again. */
export interface LiteralData {
  /**
   * Four numbers for each window: its bytes, the bytes at the far end of its literal, the literal with the places of both
   * (`literal << 12 | (window + 1) << 6 | far + 1`), and the next entry's number plus one in the same chain.
   */
  entries: Int32Array;
  /** All literals one after the other, where each begins (and the last ends), and whether it is compared without case. */
  pool: Uint8Array;
  starts: Int32Array;
  folds: Uint8Array;
}

/** Literals by their windows. */
export class LiteralTable implements LiteralData {
  readonly map = new Int32Array(1 << (MAP_BITS - 5));
  /** For each hash the number of its first entry plus one. */
  readonly head = new Int32Array(1 << HEAD_BITS);
  readonly entries: Int32Array;
  readonly pool: Uint8Array;
  readonly starts: Int32Array;
  readonly folds: Uint8Array;

  /** @param data as `literalData` made it */
  constructor({ entries, pool, starts, folds }: LiteralData) {
    this.entries = entries;
    this.pool = pool;
    this.starts = starts;
    this.folds = folds;
    for (let n = 0; n < entries.length; n += 4) {
      const hash = Math.imul(entries[n]!, HASH);
      const bit = hash >>> MAP_SHIFT;
      // A shift counts modulo 32 by itself.
      this.map[bit >>> 5]! |= 1 << bit;
      const slot = hash >>> HEAD_SHIFT;
      entries[n + 3] = this.head[slot]!;
      this.head[slot] = (n >>> 2) + 1;
    }
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
    const place = this.entries[(entry - 1) * 4 + 2]!;
    const begin = at - ((place >>> 6) & 63) + 1;
    const literal = place >>> 12;
    const first = this.starts[literal]!;
    const last = this.starts[literal + 1]!;
    if (begin < from || begin >= to || begin < start || begin + last - first > end) return;
    const { pool } = this;
    if (this.folds[literal] === 1) {
      for (let i = first, k = begin; i < last; i++, k++) {
        const byte = data[k]!;
        // Letters in either case; the literal is lower case.
        if (byte !== pool[i] && !(byte >= 65 && byte <= 90 && byte + 32 === pool[i])) return;
      }
    } else {
      for (let i = first, k = begin; i < last; i++, k++) if (data[k] !== pool[i]) return;
    }
    found(literal, begin);
  }
}

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
  return { entries: Int32Array.from(entries), pool: Uint8Array.from(pool), starts: Int32Array.from(starts), folds };
}

/** Four bytes, little endian, folded; those outside of the array count as none. */
export function foldedWord(data: Uint8Array, at: number): number {
  return data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24) | FOLD;
}

/** Folded bytes of a text, each once; of all bytes when there is no text. */
function fold(text: string | undefined): number[] {
  const set = new Set<number>();
  if (text === undefined) for (let byte = 0; byte < 256; byte++) set.add(byte | 0x20);
  else for (let i = 0; i < text.length; i++) set.add(text.charCodeAt(i) | 0x20);
  return [...set];
}
