/**
 * The prefilter in WebAssembly: prefilter.wat does the walking, twice as fast as JavaScript, over tables and data in its own memory.
 * @module
 */
import {
  LiteralTable,
  type LiteralData,
  MAX_LEAD,
  MAX_LITERAL,
  MAX_TAIL,
  type OnLiteral,
  type Prefilter,
  type Ranges,
} from './prefilter.ts';
import { CODE } from './prefilter-wasm-code.ts';

const PAGE = 65_536;
/** Pairs of numbers that one call may write, and the room for the last chain beyond it. */
const ROOM = 8_192;
const SLACK = 8_192;
/** Ranges that one call may take. */
const RANGES = 2_048;
/** Bytes that are looked through before what was found in them is checked. */
const STRETCH = 16_384;
/** Data from elsewhere is copied in, so much at a time. */
const SCRATCH = 1 << 20;
/** Bytes beside a range that are read too. */
const MARGIN = 2 * MAX_LITERAL + Math.max(MAX_TAIL, MAX_LEAD) + 16;

interface Exports {
  /** Tells once where the tables are, in the order of the constructor, then `places`, `out` and `room`. */
  setup(...numbers: number[]): void;
  seek(range: number, last: number, start: number, end: number): number;
}

let compiled: WebAssembly.Module | undefined;

export class WasmPrefilter implements Prefilter {
  /** Memory that is scanned where it is: whoever reads files reads them into this. */
  readonly buffer: Buffer;
  private readonly exports: Exports;
  private readonly memory: WebAssembly.Memory;
  private readonly pairs: Int32Array;
  private readonly ranges: Int32Array;
  private readonly scratch: Buffer;

  /** @param capacity bytes of `buffer` */
  constructor(literals: LiteralData, capacity: number) {
    const { map, beside, head, entries, guards, classes, pool, starts, folds } = new LiteralTable(literals);
    const tables = [map, beside, head, entries, guards, classes, pool, starts, folds];
    let size = MARGIN;
    const take = (bytes: number): number => {
      const at = Math.ceil(size / 16) * 16;
      size = at + bytes;
      return at;
    };
    const places = tables.map((table) => take(table.byteLength));
    const marked = take(STRETCH * 2 + 32);
    const out = take((ROOM + SLACK) * 8 + 4) + 4;
    const ranges = take(RANGES * 12);
    const scratch = take(SCRATCH + 2 * MARGIN);
    const buffer = take(capacity + MARGIN);
    this.memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
    const whole = this.memory.buffer;
    for (const [index, table] of tables.entries()) {
      new Uint8Array(whole, places[index]).set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
    }
    this.pairs = new Int32Array(whole, out - 4, (ROOM + SLACK) * 2 + 1);
    this.ranges = new Int32Array(whole, ranges, RANGES * 3);
    this.scratch = Buffer.from(whole, scratch, SCRATCH + 2 * MARGIN);
    this.buffer = Buffer.from(whole, buffer, capacity);
    compiled ??= new WebAssembly.Module(Buffer.from(CODE, 'base64'));
    this.exports = new WebAssembly.Instance(compiled, { env: { memory: this.memory } }).exports as unknown as Exports;
    this.exports.setup(...places, marked, out, ROOM);
  }

  scan(data: Uint8Array, start: number, end: number, { pairs, count }: Ranges, found: OnLiteral): void {
    if (data.buffer === this.memory.buffer) {
      for (let next = 0; next < count; ) {
        const last = Math.min(count, next + RANGES);
        for (let i = 0; next < last; i++, next++) this.setRange(i, pairs[2 * next]!, pairs[2 * next + 1]!, data.byteOffset);
        this.walk(((last - 1) % RANGES) + 1, data.byteOffset, start, end, found);
      }
      return;
    }
    for (let range = 0; range < count; range++) {
      const to = pairs[2 * range + 1]!;
      for (let at = pairs[2 * range]!; at < to; at += SCRATCH) {
        const stop = Math.min(at + SCRATCH, to);
        // Far ends of literals lie on either side.
        const begin = Math.max(at - MARGIN, 0);
        this.scratch.set(data.subarray(begin, Math.min(stop + MARGIN, data.length)));
        const base = this.scratch.byteOffset - begin;
        this.setRange(0, at, stop, base);
        this.walk(1, base, start, end, found);
      }
    }
  }

  private setRange(i: number, from: number, to: number, base: number): void {
    this.ranges[3 * i] = base + from;
    this.ranges[3 * i + 1] = base + to;
    // The window of a literal begins at most one byte before it.
    this.ranges[3 * i + 2] = base + from - 1;
  }

  /** @param base address of data[0] */
  private walk(count: number, base: number, start: number, end: number, found: OnLiteral): void {
    const { pairs } = this;
    const { byteOffset } = this.ranges;
    const last = byteOffset + 12 * count;
    for (let at = byteOffset; at < last; ) {
      at = this.exports.seek(at, last, base + start, base + end);
      // The first number says how many pairs follow.
      for (let n = 0, total = pairs[0]!; n < total; n++) found(pairs[2 * n + 1]!, pairs[2 * n + 2]! - base);
    }
  }
}
