/**
 * Ranges for the loops of the core: pairs of offsets in its memory.
 * @module
 */
import { type Core, partSize } from './core.ts';

/** Ranges that are copied at a time. */
const RANGES = 2_048;

export class RangeTable {
  /** Of what was taken last. */
  address = 0;
  readonly #core: Core;
  readonly #table: Int32Array;
  /** The last pairs that stood in the memory: to ask for an array's memory takes as long as to copy a few. */
  #held: Int32Array | undefined;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partSize(8 * RANGES);

  constructor(core: Core) {
    this.#core = core;
    this.#table = core.takeNumbers(2 * RANGES);
  }

  /**
   * Has ranges from the number `next` on in the memory, where they may be already.
   * @param pairs two numbers each, of `count` ranges
   * @returns how many of them there are at `address`
   */
  take(pairs: Int32Array, count: number, next: number): number {
    if (pairs !== this.#held && this.#core.holds(pairs)) this.#held = pairs;
    if (pairs === this.#held) {
      this.address = pairs.byteOffset + 8 * next;
      return count - next;
    }
    const taken = Math.min(count - next, RANGES);
    this.#table.set(pairs.subarray(2 * next, 2 * (next + taken)));
    this.address = this.#table.byteOffset;
    return taken;
  }
}
