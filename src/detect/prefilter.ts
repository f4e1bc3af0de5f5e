/**
 * Finds in bytes every place where one of many literals stands, at memory speed.
 *
 * Each literal is represented by two windows of four bytes, one that begins at an even and one that begins at an odd
 * distance from the literal's first byte. So it is enough to look at every second position: whichever parity the
 * literal's own position has, one of its windows begins at an even offset. At each of these positions the four bytes,
 * folded to lower case by `| 0x20202020`, are hashed into a map of bytes; a marked slot is then checked exactly.
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
}

/** Called with the index of the literal and the offset of its first byte. */
export type OnLiteral = (literal: number, at: number) => void;

const FOLD = 0x20202020;
const HASH = 0x9e3779b1 | 0;
const BITS = 18;
const SHIFT = 32 - BITS;

export class Prefilter {
  private readonly map = new Uint8Array(1 << BITS);
  /** Chains of windows by hash: `head` holds the first entry's number plus one, `next` the following one's. */
  private readonly head = new Int32Array(1 << BITS);
  private entries = new Int32Array(1 << 12);
  private count = 0;
  private readonly bytes: Uint8Array[] = [];
  private readonly folds: boolean[] = [];
  private buffer: ArrayBufferLike | undefined;
  private words: Int32Array = new Int32Array(0);

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
    const windows = rarestWindows(bytes, prev, next);
    for (const at of [windows.even, windows.odd]) {
      // At most one byte of a window is not fixed, since a literal has at least three.
      const open = at < 0 ? 0 : at + 4 > bytes.length ? 3 : -1;
      let word = 0;
      for (let k = 0; k < 4; k++) if (k !== open) word |= (bytes[at + k]! | 0x20) << (8 * k);
      if (open < 0) this.mark(word, index, at);
      else for (const byte of open === 0 ? prev : next) this.mark(word | (byte << (8 * open)), index, at);
    }
  }

  private mark(word: number, literal: number, at: number): void {
    const slot = Math.imul(word, HASH) >>> SHIFT;
    this.map[slot] = 1;
    if (this.count * 4 === this.entries.length) {
      const larger = new Int32Array(this.entries.length * 2);
      larger.set(this.entries);
      this.entries = larger;
    }
    this.entries.set([word, literal, at, this.head[slot]!], this.count * 4);
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
    const { words, map } = this;
    const base = data.byteOffset;
    // The window of a literal begins at most one byte before it and at most a literal's length behind its beginning.
    const first = Math.max(base + from - 1, 0) >>> 2;
    const last = Math.min((base + Math.min(to + MAX_LITERAL, end) + 3) >>> 2, words.length) - 1;
    if (first >= last) return this.slow(data, start, end, from, to, found);
    for (let i = seek(words, map, first, last); i < last; i = seek(words, map, i + 1, last)) {
      const a = words[i]! | FOLD;
      const at = (i << 2) - base;
      this.check(a, data, at, start, end, from, to, found);
      this.check((a >>> 16) | ((words[i + 1]! | FOLD) << 16), data, at + 2, start, end, from, to, found);
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
    const { entries } = this;
    for (let n = this.head[Math.imul(word, HASH) >>> SHIFT]!; n > 0; ) {
      const entry = (n - 1) * 4;
      n = entries[entry + 3]!;
      if (entries[entry] !== word) continue;
      const literal = entries[entry + 1]!;
      const begin = at - entries[entry + 2]!;
      const bytes = this.bytes[literal]!;
      if (begin < from || begin >= to || begin < start || begin + bytes.length > end) continue;
      if (this.folds[literal] ? sameFolded(data, begin, bytes) : same(data, begin, bytes)) found(literal, begin);
    }
  }
}

/**
 * The first word from `i` on of which one of the two even positions is marked, or `last`. Reads one word beyond it.
 * Kept apart from everything else: this loop is where a scan spends its time, and V8 compiles it best alone. The
 * constants are copied in because a bundler makes variables of a module's constants, and those cost a load each.
 */
function seek(words: Int32Array, map: Uint8Array, i: number, last: number): number {
  const fold = 0x20202020;
  const hash = 0x9e3779b1 | 0;
  const shift = 14;
  let a = words[i]! | fold;
  for (; i < last; i++) {
    const b = words[i + 1]! | fold;
    if ((map[Math.imul(a, hash) >>> shift]! | map[Math.imul((a >>> 16) | (b << 16), hash) >>> shift]!) !== 0) return i;
    a = b;
  }
  return last;
}

/** Longest literal that is told apart; anchors.ts clips longer ones. */
export const MAX_LITERAL = 32;

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
