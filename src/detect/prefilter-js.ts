/**
 * The prefilter in JavaScript: the oracle of the one in WebAssembly, and its stand-in where there is none.
 * @module
 */
import {
  FOLD,
  foldedWord,
  guardHolds,
  HASH,
  LiteralTable,
  type LiteralData,
  mapBit,
  MAX_WINDOW,
  MAX_LITERALS,
  type OnLiteral,
  type Prefilter,
  type Ranges,
  slotOf,
} from './prefilter.ts';

/** Words that are looked at before what was found in them is checked. */
const STRETCH = 4096;

export class JsPrefilter implements Prefilter {
  private readonly table: LiteralTable;
  private buffer: ArrayBufferLike | undefined;
  private words: Int32Array = new Int32Array(0);
  private readonly places = new Int32Array(STRETCH);

  constructor(literals: LiteralData) {
    this.table = new LiteralTable(literals);
  }

  scan(data: Uint8Array, start: number, end: number, { pairs, count }: Ranges, found: OnLiteral): void {
    for (let i = 0; i < count; i++) this.range(data, start, end, pairs[2 * i]!, pairs[2 * i + 1]!, found);
  }

  private range(data: Uint8Array, start: number, end: number, from: number, to: number, found: OnLiteral): void {
    if (this.buffer !== data.buffer) {
      this.buffer = data.buffer;
      this.words = new Int32Array(data.buffer, 0, data.buffer.byteLength >>> 2);
    }
    const { words, places } = this;
    const { map } = this.table;
    const base = data.byteOffset;
    // The window of a literal begins at most one byte before it and MAX_WINDOW behind its beginning.
    const first = Math.max(base + from - 1, 0) >>> 2;
    const last = Math.min((base + Math.min(to + MAX_WINDOW, end) + 3) >>> 2, words.length) - 1;
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
    const stop = Math.min(end, to + MAX_WINDOW);
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
    const { map, slots, entries } = this.table;
    // Bytes outside of the data count as such that stand beside a literal only where any may.
    if (at < start) word |= 0xff;
    if (at + 4 > end) word |= 0xff << 24;
    const hash = Math.imul(word, HASH);
    if (((map[mapBit(hash) >>> 5]! >>> mapBit(hash)) & 1) === 0) return;
    let entry = slots[4 * slotOf(hash) + 3]!;
    if (entry === 0) return;
    for (let place = 0; place >= 0; entry++) {
      const first = (entry - 1) * 3;
      place = entries[first + 2]!;
      if (entries[first] !== word) continue;
      const far = place & 63;
      if (far > 0 && foldedWord(data, at - ((place >>> 6) & 63) + far) !== entries[first + 1]) continue;
      const guard = this.table.guards[(place >>> 12) & MAX_LITERALS]!;
      if (guard !== 0 && !guardHolds(this.table, guard, data, at - ((place >>> 6) & 63) + 1, start, end)) continue;
      this.table.verify(entry, data, at, start, end, from, to, found);
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
  const hash = HASH;
  let count = 0;
  let a = words[i]! | fold;
  for (; i < last; i++) {
    const b = words[i + 1]! | fold;
    const one = Math.imul(a, hash);
    const two = Math.imul((a >>> 16) | (b << 16), hash);
    places[count] = i;
    // As mapBit. Adding what is found costs less than to branch on it.
    const first = ((one >>> 15) << 3) + (one & 31);
    const second = ((two >>> 15) << 3) + (two & 31);
    count += ((map[first >>> 5]! >>> first) | (map[second >>> 5]! >>> second)) & 1;
    a = b;
  }
  return count;
}
