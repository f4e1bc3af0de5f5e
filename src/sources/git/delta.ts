/**
 * Deltas of pack files (gitformat-pack(5), "Deltified representation").
 * @module
 */
import { type Core, partSize } from '../../wasm/core.ts';
import { MalformedError } from './packindex.ts';

/** Runs that are kept of one delta. Beyond, what is copied counts as inserted. */
export const MAX_RUNS = 1 << 20;

/** Bytes behind a result that may be written. */
export const BEHIND = 63;

/** Which bytes of a result were copied from its base: runs in ascending order of the result, neighbours joined. */
export interface CopyRuns {
  count: number;
  /** Three numbers a run: offset in the result, offset in the base, length. */
  data: Int32Array;
}

/** The two sizes a delta begins with, and where its instructions begin. */
export interface DeltaHeader {
  baseSize: number;
  resultSize: number;
  at: number;
}

/** @throws MalformedError when the sizes run past the end of the delta, or are beyond all reason */
export function readDeltaHeader(delta: Buffer, end: number, header: DeltaHeader): void {
  header.at = 0;
  header.baseSize = readSize(delta, end, header);
  header.resultSize = readSize(delta, end, header);
}

function readSize(delta: Buffer, end: number, header: DeltaHeader): number {
  let size = 0;
  let unit = 1;
  for (;;) {
    if (header.at >= end || unit > 2 ** 49) throw new MalformedError('delta header is damaged');
    const byte = delta[header.at++] as number;
    size += (byte & 0x7f) * unit;
    if (byte < 0x80) return size;
    unit *= 128;
  }
}

/** What is wrong with a delta, by the number that the loop gives in place of a count. */
const DAMAGES = [
  'insertion is damaged',
  'copies from outside of its base',
  'makes an object of another size',
  'copy instruction is cut off',
];

/** In the core's memory, where objects are made. */
export interface MakerRoom {
  arena: Buffer;
  delta: Buffer;
  most: number;
  idBytes: number;
  extraEvery: number;
}

/** Makes objects from their bases (wasm/assembly/delta.ts). */
export class DeltaMaker {
  readonly #runs: CopyRuns;
  readonly #core: Core;
  /** Runs of the object that was made last. */
  readonly #count: Int32Array;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partSize(12 * MAX_RUNS) + partSize(4);

  constructor(core: Core) {
    this.#core = core;
    this.#runs = { count: 0, data: core.takeNumbers(3 * MAX_RUNS) };
    this.#count = core.takeNumbers(1);
  }

  /** What was copied into the object that was made last, also by loops of the core. */
  get runs(): CopyRuns {
    this.#runs.count = this.#count[0]!;
    return this.#runs;
  }

  /**
   * Makes a result from its base.
   * @param arena holds the base, at `base`, and takes the result at `result`, with BEHIND bytes more; in the core's memory
   * @param delta its instructions end at `end`; in the core's memory
   * @throws MalformedError when an instruction reaches outside of base or result, or the result has another size
   */
  apply(arena: Buffer, base: number, result: number, header: DeltaHeader, delta: Buffer, end: number): void {
    const { baseSize, resultSize, at } = header;
    const runs = this.#runs;
    const [from, to] = [arena.byteOffset, delta.byteOffset];
    const [first, last] = [to + at, to + end];
    const count = this.#core.exports.applyDelta(
      from + base,
      baseSize,
      from + result,
      resultSize,
      first,
      last,
      runs.data.byteOffset,
      MAX_RUNS,
    );
    this.#settle(count);
  }

  /**
   * Where objects are made by loops of the core (wasm/assembly/path.ts).
   * @param delta takes one delta, of twice as many bytes as an object may have at most
   * @param extraEvery see Visitor of packwalk.ts
   */
  begin({ arena, delta, most, idBytes, extraEvery }: MakerRoom): void {
    const runs = this.#runs;
    const { exports } = this.#core;
    const [at, runsAt, countAt] = [arena.byteOffset, runs.data.byteOffset, this.#count.byteOffset];
    exports.setupPath(at, arena.length, delta.byteOffset, most, idBytes, runsAt, MAX_RUNS, countAt, extraEvery);
  }

  #settle(count: number): void {
    this.#count[0] = Math.max(0, count);
    if (count < 0) throw new MalformedError(`delta ${DAMAGES[-1 - count]}`);
  }
}
