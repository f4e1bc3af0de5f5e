/**
 * Tree objects (`mode SP name NUL id` an entry), and what a tree that is made from another one adds to and takes from it.
 * @module
 */
import { MalformedError } from './packindex.ts';
import type { Derivation } from './packwalk.ts';

/** One entry, as offsets into the data it was read from. */
export interface TreeEntry {
  kind: 'file' | 'tree' | 'submodule';
  /** The name is `[from, to)`. */
  from: number;
  to: number;
  /** Hash of the name's bytes. */
  hash: number;
  /** Where the id begins. */
  id: number;
}

/**
 * Reads the entry at `at`; gives where the next one begins.
 * @throws MalformedError when it is cut off
 */
export function readTreeEntry(data: Buffer, at: number, end: number, idBytes: number, entry: TreeEntry): number {
  // 40000 of trees is the only mode of five digits; some old tools wrote 040000.
  const mode = data[at + 5] === 0x20 ? at + 5 : at + 6;
  if (mode >= end || data[mode] !== 0x20) throw new MalformedError('tree entry without a mode');
  const digit = data[mode - 5] as number;
  entry.kind = digit === 0x34 ? 'tree' : digit === 0x36 ? 'submodule' : 'file';
  const from = mode + 1;
  let to = from;
  let hash = 0;
  for (let byte = data[to] as number; to < end && byte !== 0; byte = data[++to] as number)
    hash = (Math.imul(hash, 31) + byte) | 0;
  if (to + idBytes >= end) throw new MalformedError('tree entry is cut off');
  entry.from = from;
  entry.to = to;
  entry.hash = hash;
  entry.id = to + 1;
  return to + 1 + idBytes;
}

/** Where the entries of a tree begin; `starts[count]` is where the last one ends. */
export interface TreeShape {
  starts: Int32Array;
  count: number;
  /** The tree could not be read to its end. */
  broken: boolean;
  /** Which tree it is, for whoever reads it; -1 at first. */
  place: number;
}

/** Is told of entries that a tree has and its base has not, and the other way round. */
export type OnEntry = (added: boolean, data: Buffer, entry: TreeEntry) => void;

/** Compares trees with their bases. Shapes are given back to be used again. */
export class TreeDiffer {
  readonly #idBytes: number;
  readonly #entry: TreeEntry = { kind: 'file', from: 0, to: 0, hash: 0, id: 0 };
  readonly #free: TreeShape[] = [];

  constructor(idBytes: number) {
    this.#idBytes = idBytes;
  }

  release(shape: TreeShape): void {
    this.#free.push(shape);
  }

  /** Gives all entries of a tree as added. */
  whole(data: Buffer, onEntry: OnEntry): TreeShape {
    const shape = this.#take();
    shape.broken = !this.#parse(data, 0, data.length, shape, onEntry);
    return shape;
  }

  /**
   * Gives what differs between a tree and the one it is made from. Entries that were copied whole are neither read nor
   * told; one that was moved may be told as both taken away and added.
   */
  derived(data: Buffer, { runs, arena, baseStart, base }: Derivation<TreeShape>, onEntry: OnEntry): TreeShape {
    const shape = this.#take();
    const { starts, count } = base;
    /** Entries of the base before this one are accounted for. */
    let done = 0;
    let at = 0;
    const takeAway = (to: number): void => {
      for (let i = done; i < to; i++) {
        readTreeEntry(
          arena,
          baseStart + (starts[i] as number),
          baseStart + (starts[i + 1] as number),
          this.#idBytes,
          this.#entry,
        );
        onEntry(false, arena, this.#entry);
      }
    };
    for (let run = 0; run < 3 * runs.count; run += 3) {
      const to = runs.data[run] as number;
      const from = runs.data[run + 1] as number;
      const end = from + (runs.data[run + 2] as number);
      // Entries that begin before this run but reach into it are read; then both trees may be in step again.
      let next = lowerBound(starts, done, count, Math.max(from, at - to + from));
      const last = lowerBound(starts, next, count + 1, end + 1) - 1;
      while (next < last) {
        const step = (starts[next] as number) - from + to;
        const readable = this.#parse(data, at, step, shape, onEntry);
        at = shape.starts[shape.count] as number;
        if (!readable || at === step) break;
        next = lowerBound(starts, next, last, at - to + from);
      }
      if (next >= last || at !== (starts[next] as number) - from + to) continue;
      takeAway(next);
      this.#copy(shape, starts, next, last, to - from);
      done = last;
      at = (starts[last] as number) - from + to;
    }
    takeAway(count);
    shape.broken = !this.#parse(data, at, data.length, shape, onEntry);
    return shape;
  }

  #take(): TreeShape {
    const shape = this.#free.pop() ?? { starts: new Int32Array(64), count: 0, broken: false, place: -1 };
    shape.count = 0;
    shape.starts[0] = 0;
    shape.broken = false;
    shape.place = -1;
    return shape;
  }

  /** Reads entries from `at` until `stop` is reached or passed; gives false where something else stands there. */
  #parse(data: Buffer, at: number, stop: number, shape: TreeShape, onEntry: OnEntry): boolean {
    while (at < stop) {
      try {
        at = readTreeEntry(data, at, data.length, this.#idBytes, this.#entry);
      } catch (error) {
        if (error instanceof MalformedError) return false;
        throw error;
      }
      onEntry(true, data, this.#entry);
      this.#push(shape, at);
    }
    return true;
  }

  /** Ends the last entry at `end`, where the next one begins. */
  #push(shape: TreeShape, end: number): void {
    if (shape.count + 2 > shape.starts.length) grow(shape, shape.count + 2);
    shape.starts[++shape.count] = end;
  }

  #copy(shape: TreeShape, starts: Int32Array, from: number, to: number, shift: number): void {
    const { count } = shape;
    if (count + to - from + 1 > shape.starts.length) grow(shape, count + to - from + 1);
    const target = shape.starts;
    for (let i = from + 1, at = count + 1; i <= to; i++, at++) target[at] = (starts[i] as number) + shift;
    shape.count = count + to - from;
  }
}

function grow(shape: TreeShape, size: number): void {
  const larger = new Int32Array(2 * size);
  larger.set(shape.starts);
  shape.starts = larger;
}

/** First index in `[low, high)` at which the value is not less than `value`; `high` when there is none. */
function lowerBound(values: Int32Array, low: number, high: number, value: number): number {
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((values[middle] as number) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}
