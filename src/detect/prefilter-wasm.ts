/**
 * The prefilter in WebAssembly: wasm/assembly/prefilter.ts does the walking, twice as fast as JavaScript.
 * @module
 */
import { type Core, partSize, partsSize } from '../wasm/core.ts';
import { RangeTable } from '../wasm/range-table.ts';
import {
  LiteralTable,
  type LiteralData,
  MAX_LITERAL,
  MOST_BEFORE,
  type OnLiteral,
  type Prefilter,
  type Ranges,
} from './prefilter.ts';

/** Pairs of numbers that one call may write, and the room for the last chain beyond it. */
const ROOM = 8_192;
const SLACK = 8_192;
/** Bytes that are looked through before what was marked in them is checked: two for each of PLACES in wasm/assembly/prefilter.ts. */
const STRETCH = 16_384;
/** Data from elsewhere is copied in, so much at a time. */
const SCRATCH = 1 << 20;
/** Bytes beside a range that are read too. */
const MARGIN = 2 * MAX_LITERAL + MOST_BEFORE + 16;

/** Parts of the core's memory. */
const PARTS = { marked: STRETCH * 2 + 32, pairs: 16 + (ROOM + SLACK) * 8, scratch: SCRATCH + 2 * MARGIN };

const tablesOf = ({ map, slots, entries, guards, classes, pool, starts, folds }: LiteralData): (Int32Array | Uint8Array)[] => [
  map,
  slots,
  entries,
  guards,
  classes,
  pool,
  starts,
  folds,
];

export class WasmPrefilter implements Prefilter {
  readonly #core: Core;
  readonly #pairs: Int32Array;
  readonly #table: RangeTable;
  /** A piece of what lies elsewhere. */
  readonly #piece = new Int32Array(2);
  readonly #scratch: Buffer;

  /** Bytes that it takes in the memory of a core. */
  static size(literals: LiteralData): number {
    return tablesOf(literals).reduce((sum, { byteLength }) => sum + partSize(byteLength), partsSize(PARTS) + RangeTable.size);
  }

  /** @param core data in its memory is scanned where it is */
  constructor(core: Core, literals: LiteralData) {
    this.#core = core;
    const places = tablesOf(new LiteralTable(literals)).map((table) => {
      const part = core.take(table.byteLength);
      part.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
      return part.byteOffset;
    });
    const marked = core.take(PARTS.marked);
    this.#pairs = core.takeNumbers(PARTS.pairs / 4);
    this.#table = new RangeTable(core);
    this.#scratch = core.take(PARTS.scratch);
    // Where to go on, and how many pairs there are, stands before the first.
    core.exports.setup(...places, marked.byteOffset, this.#pairs.byteOffset + 8, ROOM);
  }

  scan(data: Uint8Array, start: number, end: number, { pairs, count }: Ranges, found: OnLiteral): void {
    if (this.#core.holds(data)) {
      for (let next = 0; next < count; ) {
        const taken = this.#table.take(pairs, count, next);
        this.#walk(this.#table.address, taken, data.byteOffset, start, end, found);
        next += taken;
      }
      return;
    }
    for (let range = 0; range < count; range++) {
      const to = pairs[2 * range + 1]!;
      for (let at = pairs[2 * range]!; at < to; at += SCRATCH) {
        const stop = Math.min(at + SCRATCH, to);
        // Far ends of literals lie on either side.
        const begin = Math.max(at - MARGIN, 0);
        this.#scratch.set(data.subarray(begin, Math.min(stop + MARGIN, data.length)));
        this.#piece[0] = at;
        this.#piece[1] = stop;
        this.#table.take(this.#piece, 1, 0);
        this.#walk(this.#table.address, 1, this.#scratch.byteOffset - begin, start, end, found);
      }
    }
  }

  /**
   * @param ranges their address
   * @param base address of data[0]
   */
  #walk(ranges: number, count: number, base: number, start: number, end: number, found: OnLiteral): void {
    const pairs = this.#pairs;
    const last = ranges + 8 * count;
    for (let at = ranges, goOn = 0; at < last; goOn = pairs[0]!) {
      at = this.#core.exports.seek(at, last, base, base + start, base + end, goOn);
      for (let n = 1, total = pairs[1]!; n <= total; n++) found(pairs[2 * n]!, pairs[2 * n + 1]! - base);
    }
  }
}
