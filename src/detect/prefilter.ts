/**
 * Finds in bytes every place where one of many literals stands, at memory speed.
 *
 * Each literal is represented by two windows of four bytes, one that begins at an even and one that begins at an odd
 * distance from the literal's first byte. So it is enough to look at every second position: whichever parity the
 * literal's own position has, one of its windows begins at an even offset. At each of these positions the four bytes,
 * folded to lower case by `| 0x20202020`, are hashed into a map of bits; a marked one is then checked exactly.
 * Literals of three or four bytes have no two full windows: the missing byte runs through all that may stand there.
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

const FOLD = 0x20202020;
const HASH = 0x9e3779b1 | 0;
/** 2^21 bits take 256 KB, which stay in a core's cache; with 60,000 windows one position in forty is marked by chance. */
const MAP_BITS = 21;
const MAP_SHIFT = 32 - MAP_BITS;
/** Words that are looked at before what was found in them is checked. */
const STRETCH = 4096;
const HEAD_BITS = 15;
const HEAD_SHIFT = 32 - HEAD_BITS;

export class Prefilter {
  private readonly map = new Int32Array(1 << (MAP_BITS - 5));
  /**
   * Chains of windows by hash: `head` holds the first entry's number plus one. An entry is four numbers: the window, the
   * four bytes at the far end of its literal, its literal with the places of both, and the next entry's number plus one.
   */
  private readonly head = new Int32Array(1 << HEAD_BITS);
  private entries = new Int32Array(1 << 12);
  private count = 0;
  private readonly bytes: Uint8Array[] = [];
  private readonly folds: boolean[] = [];
  private buffer: ArrayBufferLike | undefined;
  private words: Int32Array = new Int32Array(0);
  private readonly places = new Int32Array(STRETCH);

  /** @param literals at least three bytes each */
  constructor(literals: readonly Literal[]) {
    const sets = new Map<string | undefined, number[]>();
    const foldedSet = (text: string | undefined): number[] => {
      let set = sets.get(text);
      if (!set) sets.set(text, (set = fold(text)));
      return set;
    };
    for (const [index, literal] of literals.entries()) this.add(index, literal, foldedSet(literal.prev), foldedSet(literal.next));
  }

  private add(index: number, literal: Literal, prev: number[], next: number[]): void {
    const bytes = Uint8Array.from(literal.text, (char) => char.charCodeAt(0));
    if (bytes.length < 3) throw new RangeError(`a literal needs three bytes: ${JSON.stringify(literal.text)}`);
    this.bytes.push(bytes);
    this.folds.push(literal.fold);
    for (const at of literal.windows ?? rarestWindows(bytes, prev, next).at) {
      // At most one byte of a window is not fixed, since a literal has at least three.
      const open = at < 0 ? 0 : at + 4 > bytes.length ? 3 : -1;
      let word = 0;
      for (let k = 0; k < 4; k++) if (k !== open) word |= (bytes[at + k]! | 0x20) << (8 * k);
      // The end of the literal that is farther away tells most windows that are there by chance at once.
      const far = bytes.length < 4 ? -1 : at * 2 < bytes.length - 4 ? bytes.length - 4 : 0;
      const confirm = far < 0 ? 0 : foldedWord(bytes, far);
      const place = (index << 12) | ((at + 1) << 6) | (far + 1);
      if (open < 0) this.mark(word, confirm, place);
      else for (const byte of open === 0 ? prev : next) this.mark(word | (byte << (8 * open)), confirm, place);
    }
  }

  private mark(word: number, confirm: number, place: number): void {
    const hash = Math.imul(word, HASH);
    const bit = hash >>> MAP_SHIFT;
    // A shift counts modulo 32 by itself.
    this.map[bit >>> 5]! |= 1 << bit;
    const slot = hash >>> HEAD_SHIFT;
    if (this.count * 4 === this.entries.length) {
      const larger = new Int32Array(this.entries.length * 2);
      larger.set(this.entries);
      this.entries = larger;
    }
    const entry = this.count * 4;
    this.entries[entry] = word;
    this.entries[entry + 1] = confirm;
    this.entries[entry + 2] = place;
    this.entries[entry + 3] = this.head[slot]!;
    this.head[slot] = ++this.count;
  }

  /**
   * Finds all literals that begin in data[from, to) and end before `end`. Bytes before `start` count as absent.
   * Order of calls is by position of the window, not strictly by position of the literal.
   */
  scan(data: Uint8Array, start: number, end: number, from: number, to: number, found: OnLiteral): void {
    if (this.buffer !== data.buffer) {
      this.buffer = data.buffer;
      this.words = new Int32Array(data.buffer, 0, data.buffer.byteLength >>> 2);
    }
    const { words, map, places } = this;
    const base = data.byteOffset;
    // The window of a literal begins at most one byte before it and at most a literal's length behind its beginning.
    const first = Math.max(base + from - 1, 0) >>> 2;
    const last = Math.min((base + Math.min(to + MAX_LITERAL, end) + 3) >>> 2, words.length) - 1;
    if (first >= last) return this.slow(data, start, end, from, to, found);
    for (let i = first; i < last; ) {
      // In stretches, so that the places found fit a small buffer.
      const stop = Math.min(i + STRETCH, last);
      const count = seek(words, map, i, stop, places);
      for (let n = 0; n < count; n++) {
        const word = places[n]!;
        const at = (word << 2) - base;
        const a = words[word]! | FOLD;
        this.check(a, data, at, start, end, from, to, found);
        this.check((a >>> 16) | ((words[word + 1]! | FOLD) << 16), data, at + 2, start, end, from, to, found);
      }
      i = stop;
    }
    // The last word has no successor in view, or none at all in this memory: byte by byte.
    this.tail(data, (last << 2) - base, start, end, from, to, found);
  }

  private slow(data: Uint8Array, start: number, end: number, from: number, to: number, found: OnLiteral): void {
    const first = ((Math.max(data.byteOffset + from - 1, 0) >>> 2) << 2) - data.byteOffset;
    this.tail(data, first, start, end, from, to, found);
  }

  private tail(data: Uint8Array, at: number, start: number, end: number, from: number, to: number, found: OnLiteral): void {
    const stop = Math.min(end, to + MAX_LITERAL);
    for (; at < stop; at += 2) {
      let word = 0;
      for (let k = 3; k >= 0; k--) word = (word << 8) | (at + k >= 0 && at + k < data.length ? data[at + k]! : 0);
      this.check(word | FOLD, data, at, start, end, from, to, found);
    }
  }

  private check(
    word: number,
    data: Uint8Array,
    at: number,
    start: number,
    end: number,
    from: number,
    to: number,
    found: OnLiteral,
  ): void {
    const hash = Math.imul(word, HASH);
    const bit = hash >>> MAP_SHIFT;
    if (((this.map[bit >>> 5]! >>> bit) & 1) === 0) return;
    const { entries } = this;
    for (let n = this.head[hash >>> HEAD_SHIFT]!; n > 0; ) {
      const entry = (n - 1) * 4;
      n = entries[entry + 3]!;
      if (entries[entry] !== word) continue;
      const place = entries[entry + 2]!;
      const begin = at - ((place >>> 6) & 63) + 1;
      const far = (place & 63) - 1;
      if (far >= 0 && foldedWord(data, begin + far) !== entries[entry + 1]) continue;
      const literal = place >>> 12;
      const bytes = this.bytes[literal]!;
      if (begin < from || begin >= to || begin < start || begin + bytes.length > end) continue;
      if (this.folds[literal] ? sameFolded(data, begin, bytes) : same(data, begin, bytes)) found(literal, begin);
    }
  }
}

/**
 * Finds the words in words[i, last) of which one of the two even positions is marked; reads one word beyond. Kept apart
 * from everything else: this loop is where a scan spends its time. The constants are copied in because a bundler makes
 * variables of a module's constants, and those cost a load each.
 * @returns how many there are; `places` holds their numbers
 */
function seek(words: Int32Array, map: Int32Array, i: number, last: number, places: Int32Array): number {
  const fold = 0x20202020;
  const hash = 0x9e3779b1 | 0;
  const shift = 11;
  let count = 0;
  let a = words[i]! | fold;
  for (; i < last; i++) {
    const b = words[i + 1]! | fold;
    const one = Math.imul(a, hash) >>> shift;
    const two = Math.imul((a >>> 16) | (b << 16), hash) >>> shift;
    places[count] = i;
    // Adding what is found costs less than to branch on it.
    count += ((map[one >>> 5]! >>> one) | (map[two >>> 5]! >>> two)) & 1;
    a = b;
  }
  return count;
}

/** Longest literal that is told apart; anchors.ts clips longer ones. */
export const MAX_LITERAL = 32;

/** Four bytes, little endian, folded; those outside of the array count as none. */
function foldedWord(data: Uint8Array, at: number): number {
  return data[at]! | (data[at + 1]! << 8) | (data[at + 2]! << 16) | (data[at + 3]! << 24) | FOLD;
}

function same(data: Uint8Array, at: number, bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) if (data[at + i] !== bytes[i]) return false;
  return true;
}

/** Letters alike in either case; `bytes` is lower case. */
function sameFolded(data: Uint8Array, at: number, bytes: Uint8Array): boolean {
  for (let i = 0; i < bytes.length; i++) {
    const byte = data[at + i]!;
    const want = bytes[i]!;
    if (byte !== want && !(byte >= 65 && byte <= 90 && byte + 32 === want)) return false;
  }
  return true;
}

/** Folded bytes of a text, each once; of all bytes when there is no text. */
function fold(text: string | undefined): number[] {
  const set = new Set<number>();
  if (text === undefined) for (let byte = 0; byte < 256; byte++) set.add(byte | 0x20);
  else for (let i = 0; i < text.length; i++) set.add(text.charCodeAt(i) | 0x20);
  return [...set];
}
