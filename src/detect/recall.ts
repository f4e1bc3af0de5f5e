/**
 * Recalls looks that came to nothing where the same bytes stand again. In histories nine of ten looks repeat another one, and six are
 * recalled: lines are moved, taken back, merged, and stand in many files; wasm/assembly/recall.ts compares bytes faster than any of them is read.
 *
 * The outcome of a look follows from the bytes that it depends on (look.ts), so nothing else is asked: all of them are kept and
 * compared. A look that depends on where the data begins or ends is not remembered.
 * @module
 */
import { type Core, partsSize } from '../wasm/core.ts';

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
  readonly #core: Core;
  readonly #memory: DataView;

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
   * Whether a look of a kind is known to come to nothing; `before` and `length` then say on which bytes that depends.
   * @param at address of its place in the data from address `start` to `end`
   */
  knows(kind: number, at: number, start: number, end: number): boolean {
    const entry = this.#core.exports.recall(kind, at, start, end);
    if (entry === 0) return false;
    this.before = this.#memory.getUint32(entry + 4, true);
    this.length = this.#memory.getUint32(entry + 8, true);
    return true;
  }

  /** Remembers that a look at the address `at` came to nothing, and that this depends on the bytes `[from, to)`. */
  keep(kind: number, at: number, from: number, to: number): void {
    if (to - from <= LONGEST) this.#core.exports.keep(kind, at, from, to);
  }
}
