/**
 * The prefilter in WebAssembly: prefilter.wat does the walking, twice as fast as JavaScript, over tables and data in its own memory.
 * @module
 */
import { LiteralTable, type LiteralData, MAX_LEAD, MAX_LITERAL, MAX_TAIL, type OnLiteral, type Prefilter } from './prefilter.ts';
import { CODE } from './prefilter-wasm-code.ts';

const PAGE = 65_536;
/** Pairs of numbers that one call may write, and the room for the last chain beyond it. */
const ROOM = 8_192;
const SLACK = 8_192;
/** Bytes that are looked through before what was found in them is checked. */
const STRETCH = 16_384;
/** Data from elsewhere is copied in, so much at a time. */
const SCRATCH = 1 << 20;
/** Bytes beside a range that are read too. */
const MARGIN = 2 * MAX_LITERAL + Math.max(MAX_TAIL, MAX_LEAD) + 16;

interface Exports {
  /** Tells once where the tables are. */
  setup(
    map: number,
    beside: number,
    head: number,
    entries: number,
    guards: number,
    classes: number,
    places: number,
    out: number,
    room: number,
  ): void;
  seek(from: number, to: number, start: number, end: number): number;
}

let compiled: WebAssembly.Module | undefined;

export class WasmPrefilter implements Prefilter {
  /** Memory that is scanned where it is: whoever reads files reads them into this. */
  readonly buffer: Buffer;
  private readonly table: LiteralTable;
  private readonly exports: Exports;
  private readonly memory: WebAssembly.Memory;
  private readonly pairs: Int32Array;
  private readonly scratch: Buffer;

  /** @param capacity bytes of `buffer` */
  constructor(literals: LiteralData, capacity: number) {
    this.table = new LiteralTable(literals);
    const { map, beside, head, entries, guards, classes } = this.table;
    let size = MARGIN;
    const take = (bytes: number): number => {
      const at = Math.ceil(size / 16) * 16;
      size = at + bytes;
      return at;
    };
    const places = [map, beside, head, entries, guards, classes].map((table) => take(table.byteLength));
    const marked = take(STRETCH * 2 + 32);
    const out = take((ROOM + SLACK) * 8 + 4) + 4;
    const scratch = take(SCRATCH + 2 * MARGIN);
    const buffer = take(capacity + MARGIN);
    this.memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
    const whole = this.memory.buffer;
    for (const [index, table] of [map, beside, head, entries, guards, classes].entries()) {
      new Uint8Array(whole, places[index]).set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
    }
    this.pairs = new Int32Array(whole, out - 4, (ROOM + SLACK) * 2 + 1);
    this.scratch = Buffer.from(whole, scratch, SCRATCH + MARGIN);
    this.buffer = Buffer.from(whole, buffer, capacity);
    compiled ??= new WebAssembly.Module(Buffer.from(CODE, 'base64'));
    this.exports = new WebAssembly.Instance(compiled, { env: { memory: this.memory } }).exports as unknown as Exports;
    const [mapAt, besideAt, headAt, entriesAt, guardsAt, classesAt] = places as [number, number, number, number, number, number];
    this.exports.setup(mapAt, besideAt, headAt, entriesAt, guardsAt, classesAt, marked, out, ROOM);
  }

  scan(data: Uint8Array, start: number, end: number, from: number, to: number, found: OnLiteral): void {
    // The window of a literal begins at most one byte before it and at most a literal's length behind its beginning.
    const first = from - 1;
    const last = Math.min(to + MAX_LITERAL, end);
    if (data.buffer === this.memory.buffer) return this.walk(data, data.byteOffset, first, last, start, end, from, to, found);
    for (let at = Math.max(first, 0) & ~1; at < last; at += SCRATCH) {
      const stop = Math.min(at + SCRATCH, last);
      // Far ends of literals lie on either side.
      const begin = Math.max(at - MARGIN, 0);
      const piece = data.subarray(begin, Math.min(stop + MARGIN, data.length));
      this.scratch.set(piece.subarray(0, this.scratch.length));
      this.walk(data, this.scratch.byteOffset - begin, at, stop, start, end, from, to, found);
    }
  }

  /** @param base address of data[0] */
  private walk(
    data: Uint8Array,
    base: number,
    first: number,
    last: number,
    start: number,
    end: number,
    from: number,
    to: number,
    found: OnLiteral,
  ): void {
    const { table, pairs } = this;
    const stop = base + last;
    for (let at = base + first; at < stop; ) {
      at = this.exports.seek(at, stop, base + start, base + end);
      // The first number says how many pairs follow.
      for (let n = 0, count = pairs[0]!; n < count; n++) {
        table.verify(pairs[2 * n + 2]!, data, pairs[2 * n + 1]! - base, start, end, from, to, found);
      }
    }
  }
}
