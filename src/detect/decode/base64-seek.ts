/**
 * Looks for base64 of text with WebAssembly (wasm/assembly/base64.ts), in data that lies in the memory of a core.
 * @module
 */
import { type Core, partsSize } from '../../wasm/core.ts';
import { RangeTable } from '../../wasm/range-table.ts';
import type { Ranges } from '../prefilter.ts';
import { PHASES } from './base64.ts';

/** Places that one call tells. */
const ROOM = 1024;

/** Parts of the core's memory, in bytes. */
const PARTS = { phases: 4 * 256, places: 8 + 4 * ROOM };

export class Base64Seeker {
  readonly #core: Core;
  readonly #places: Int32Array;
  readonly #table: RangeTable;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partsSize(PARTS) + RangeTable.size;

  constructor(core: Core) {
    this.#core = core;
    const phases = core.take(PARTS.phases);
    for (const [k, table] of PHASES.entries()) phases.set(table, 256 * k);
    this.#places = core.takeNumbers(PARTS.places / 4);
    this.#table = new RangeTable(core);
    // Where to go on, and how many places there are, stands before the first.
    core.exports.setupBase64(phases.byteOffset, this.#places.byteOffset + 8, ROOM);
  }

  /**
   * Calls back for places in some ranges that look like the inside of base64 of text, in ascending order: at least one for each
   * run of MIN_RUN characters.
   * @param data in the memory of the core
   */
  seek(data: Uint8Array, end: number, { pairs, count }: Ranges, found: (at: number) => void): void {
    for (let next = 0; next < count; ) {
      const taken = this.#table.take(pairs, count, next);
      this.#walk(this.#table.address, taken, data.byteOffset, end, found);
      next += taken;
    }
  }

  #walk(ranges: number, count: number, base: number, end: number, found: (at: number) => void): void {
    const places = this.#places;
    const last = ranges + 8 * count;
    for (let at = ranges, goOn = 0; at < last; goOn = places[0]!) {
      at = this.#core.exports.seekBase64(at, last, base, base + end, goOn);
      for (let n = 0, total = places[1]!; n < total; n++) found(places[2 + n]! - base);
    }
  }
}
