/**
 * Remembers parts of objects in which nothing was found. What one version of a file has instead of its base many others have,
 * too: of the ranges that are looked at in a history three of five to three of four were looked at shortly before, word for word.
 * @module
 */
import { LOOK, Looks } from '../../detect/look.ts';
import { type Core, partSize } from '../../wasm/core.ts';

/** Bytes that are remembered: four times as many find hardly more again. */
const BYTES = 1 << 22;
/** Longest part that is remembered, with all that was looked at. */
const LONGEST = BYTES >> 4;
/** Parts that are remembered at most, and looks in all of them. */
const PARTS = 1 << 13;
const LOOKS = 1 << 16;

/** What is known of a part, PART numbers: see `#keep`. */
const PART = 8;
const [HASH, LENGTH, BEFORE, BEHIND, BYTES_AT, LOOKS_AT, COUNT, ENDS] = [0, 1, 2, 3, 4, 5, 6, 7] as const;
/** Bits of ENDS: the object begins, or ends, with what was looked at. */
const BEGINS = 1;
const STOPS = 2;

/** What a part that is known depends on: `[from, to)` of the object. */
export interface Quiet {
  from: number;
  to: number;
  looks: Looks;
}

export class QuietRanges {
  readonly #core: Core;
  readonly #reach: number;
  /** Parts with all that was looked at, one behind the other; the newest takes the place of the oldest. */
  readonly #bytes: Buffer;
  readonly #parts = new Float64Array(PARTS * PART);
  readonly #looks = new Int32Array(LOOKS * LOOK);
  /** How much was ever written. Of `#bytes` and `#looks` all is valid that was written last. */
  #written = 0;
  #counted = 0;
  readonly #quiet: Quiet = { from: 0, to: 0, looks: new Looks() };

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partSize(BYTES);

  /**
   * @param core in whose memory all objects are
   * @param reach how far bytes around a part may change which anchors there are in it
   */
  constructor(core: Core, reach: number) {
    this.#core = core;
    this.#reach = reach;
    this.#bytes = core.take(BYTES);
  }

  /** Whether an object can be compared with others. */
  holds(data: Buffer): boolean {
    return this.#core.holds(data);
  }

  /**
   * What was looked at in an earlier part of the same bytes as `data[from, to)`, among the same bytes as far as any look saw;
   * undefined where there is none. Valid until the next call.
   */
  find(data: Buffer, from: number, to: number): Quiet | undefined {
    const hash = this.#hash(data, from, to);
    const at = PART * (hash & (PARTS - 1));
    const parts = this.#parts;
    if (parts[at + HASH] !== hash || parts[at + LENGTH] !== to - from) return undefined;
    const bytesAt = parts[at + BYTES_AT]!;
    const looksAt = parts[at + LOOKS_AT]!;
    if (bytesAt < this.#written - BYTES || looksAt < this.#counted - LOOKS) return undefined;
    const first = from - parts[at + BEFORE]!;
    const last = to + parts[at + BEHIND]!;
    const ends = parts[at + ENDS]!;
    if (first < 0 || last > data.length) return undefined;
    if ((ends & BEGINS) !== 0 && first > 0) return undefined;
    if ((ends & STOPS) !== 0 && last < data.length) return undefined;
    const place = this.#bytes.byteOffset + (bytesAt % BYTES);
    if (this.#core.exports.isSame(place, data.byteOffset + first, last - first) === 0) return undefined;
    const quiet = this.#quiet;
    quiet.from = first;
    quiet.to = last;
    this.#readLooks(looksAt, parts[at + COUNT]!, from, quiet.looks);
    return quiet;
  }

  /**
   * Remembers `data[from, to)`.
   * @param looks all looks at the object, by place
   * @param isQuiet whether nothing was found that has to do with some bytes
   */
  keep(data: Buffer, from: number, to: number, looks: Looks, isQuiet: (first: number, last: number) => boolean): void {
    let first = Math.max(0, from - this.#reach);
    let last = Math.min(data.length, to + this.#reach);
    const begin = looks.firstAt(from);
    let end = begin;
    for (; end < looks.count && looks.data[LOOK * end + 1]! < to; end++) {
      first = Math.min(first, looks.data[LOOK * end + 2]!);
      last = Math.max(last, looks.data[LOOK * end + 3]!);
    }
    if (last - first > LONGEST || end - begin > LOOKS || !isQuiet(first, last)) return;
    const hash = this.#hash(data, from, to);
    const parts = this.#parts;
    const at = PART * (hash & (PARTS - 1));
    parts[at + HASH] = hash;
    parts[at + LENGTH] = to - from;
    parts[at + BEFORE] = from - first;
    parts[at + BEHIND] = last - to;
    parts[at + BYTES_AT] = this.#writeBytes(data, first, last);
    parts[at + LOOKS_AT] = this.#writeLooks(looks, begin, end, from);
    parts[at + COUNT] = end - begin;
    parts[at + ENDS] = (first === 0 ? BEGINS : 0) | (last === data.length ? STOPS : 0);
  }

  /** Of the bytes on which it depends in any case. */
  #hash(data: Buffer, from: number, to: number): number {
    const first = Math.max(0, from - this.#reach);
    const last = Math.min(data.length, to + this.#reach);
    return this.#core.exports.hashOf(data.byteOffset + first, last - first) >>> 0;
  }

  #writeBytes(data: Buffer, first: number, last: number): number {
    const length = last - first;
    // In one piece: what is left before the end stays empty.
    const place = this.#written % BYTES;
    if (place + length > BYTES) this.#written += BYTES - place;
    const at = this.#written;
    this.#core.exports.copy(this.#bytes.byteOffset + (at % BYTES), data.byteOffset + first, length);
    this.#written += length;
    return at;
  }

  #writeLooks({ data }: Looks, begin: number, end: number, origin: number): number {
    const at = this.#counted;
    const looks = this.#looks;
    for (let i = begin, to = at; i < end; i++, to++) {
      const place = LOOK * (to % LOOKS);
      looks[place] = data[LOOK * i]!;
      for (let k = 1; k < LOOK; k++) looks[place + k] = data[LOOK * i + k]! - origin;
    }
    this.#counted += end - begin;
    return at;
  }

  #readLooks(at: number, count: number, origin: number, into: Looks): void {
    const looks = this.#looks;
    into.count = 0;
    for (let i = at; i < at + count; i++) {
      const place = LOOK * (i % LOOKS);
      into.add(looks[place]!, looks[place + 1]! + origin, looks[place + 2]! + origin, looks[place + 3]! + origin);
    }
  }
}
