/**
 * Recalls looks where the same bytes stand again, and what they came to: mostly, nothing. In histories nine of ten looks repeat another one, and six are
 * recalled: lines are moved, taken back, merged, and stand in many files; wasm/assembly/recall.ts compares bytes faster than any of them is read.
 *
 * The outcome of a look follows from the bytes that it depends on (look.ts), so nothing else is asked: all of them are kept and
 * compared. A look that depends on where the data begins or ends is not remembered.
 * @module
 */
import { type Core, partsSize } from '../wasm/core.ts';
import { type Hit, movedHit } from './hit.ts';

const SLOTS = 1 << 17;
/** Beyond the last slot some are looked at, too. */
const MORE = 8;
/** Bytes of looks that are remembered. When there is no room left, all are forgotten. Memory that is not touched costs nothing. */
const ROOM = 12 << 20;
/** Longest look that is remembered, in bytes: one in thousands is longer. */
const LONGEST = 1024;

/** Parts of the core's memory, in bytes. */
const PARTS = { slots: (SLOTS + MORE) * 8, entries: ROOM };

export class Recall {
  /** Bytes of the look that was recalled last: before its place, and in all. */
  before = 0;
  length = 0;
  /** What was found by it, as seen from its place; nothing, mostly. */
  hits: readonly Hit[] = NOTHING;
  readonly #core: Core;
  readonly #memory: DataView;
  /** What was found by looks, and the number of the first, less one. */
  #found: (readonly Hit[])[] = [];
  #first = 0;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partsSize(PARTS);

  constructor(core: Core) {
    this.#core = core;
    const slots = core.take(PARTS.slots);
    const entries = core.take(PARTS.entries);
    this.#memory = new DataView(entries.buffer);
    core.exports.setupRecall(slots.byteOffset, SLOTS, entries.byteOffset, ROOM);
  }

  /**
   * Whether it is known to what a look of a kind comes; `before` and `length` then say on which bytes that depends, and `hits` what it is.
   * @param at address of its place in the data from address `start` to `end`
   */
  knows(kind: number, at: number, start: number, end: number): boolean {
    const entry = this.#core.exports.recall(kind, at, start, end);
    if (entry === 0) return false;
    this.before = this.#memory.getUint32(entry + 4, true);
    this.length = this.#memory.getUint32(entry + 8, true);
    const outcome = this.#memory.getUint32(entry + 12, true);
    this.hits = outcome === 0 ? NOTHING : this.#found[outcome - this.#first - 1]!;
    return true;
  }

  /**
   * Remembers to what a look at the address `at` came, and that this depends on the bytes `[from, to)`.
   * @param hits what it found, with offsets of which `place` is that of the look
   */
  keep(kind: number, at: number, from: number, to: number, hits: readonly Hit[] = NOTHING, place = 0): void {
    if (to - from > LONGEST) return;
    const outcome = hits.length === 0 ? 0 : this.#first + this.#found.length + 1;
    if (this.#core.exports.keep(kind, at, from, to, outcome) !== 0) {
      this.#first += this.#found.length;
      this.#found = [];
    }
    if (outcome > 0) this.#found.push(hits.map((hit) => movedHit(hit, -place)));
  }
}

const NOTHING: readonly Hit[] = [];
