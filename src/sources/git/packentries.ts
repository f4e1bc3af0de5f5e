/**
 * Puts the entries of a pack in the order of their offsets and reads the header of each: which object it is, and what it is a delta
 * of. The loops are in wasm/assembly/packs.ts.
 * @module
 */
import { readSync } from 'node:fs';
import { inSteps } from '../../wasm/core.ts';
import type { Plot } from './forest.ts';
import { type EntryHeader, MAX_HEADER, type PackFile, readEntryHeader } from './packfile.ts';
import { findInIndex } from './packindex.ts';
import type { Steps } from './steps.ts';

/** Values of `parent` for entries that are no child of another entry of the same pack. */
export const NO_PARENT = -1;
/** The base is not in this pack. */
export const FOREIGN_PARENT = -2;
/** The entry's header could not be read, or it points to nothing. */
export const BROKEN = -3;

/** What is known of the entries of one pack, in the order of their offsets, beside what stands in their columns. */
export class PackEntries {
  readonly file: PackFile;
  /** Position of each entry's object in the index. */
  readonly positions: Uint32Array;
  /** Ids of the bases of FOREIGN_PARENT entries, by entry number. */
  readonly foreign = new Map<number, Buffer>();
  #numbers: Int32Array | undefined;

  constructor(file: PackFile, positions: Uint32Array) {
    this.file = file;
    this.positions = positions;
  }

  /** By position in the index the entry; of most packs nobody asks. */
  get numbers(): Int32Array {
    if (!this.#numbers) {
      this.#numbers = new Int32Array(this.positions.length);
      for (let i = 0; i < this.positions.length; i++) this.#numbers[this.positions[i]!] = i;
    }
    return this.#numbers;
  }
}

/** Buckets that are sorted in one call. */
const BUCKET_STEP = 1 << 5;

/** Bytes of a pack that are read in one step. */
const STEP = 2 ** 25;

/**
 * Writes offsets in ascending order, and to `positions` where each stands in the list that was sorted; ties keep the order of that.
 * @param most none is larger: at most 2 ** 43
 */
export function sortOffsets(
  { core, count, offsets, weights, order }: Plot,
  unsorted: Float64Array,
  most: number,
  positions: Uint32Array,
): void {
  const { exports } = core;
  core.doubles(offsets, count).set(unsorted);
  exports.beginSort(most);
  inSteps(count, (from, to) => exports.countOffsets(offsets, from, to));
  const buckets = exports.placeBuckets();
  inSteps(count, (from, to) => exports.spreadOffsets(offsets, from, to, weights));
  inSteps(buckets, (from, to) => exports.sortBuckets(from, to, weights, offsets, order), BUCKET_STEP);
  positions.set(core.numbers(order, count));
}

/**
 * Reads the headers of entries whose offsets are in order: writes the type of each full object, 0 for deltas, and as parent the
 * number of the base in this pack, or one of NO_PARENT, FOREIGN_PARENT, BROKEN.
 * @param fd the pack
 */
export function* readHeaders(fd: number, entries: PackEntries, plot: Plot, idBytes: number): Steps<void> {
  const { file, foreign } = entries;
  const { core, count, window } = plot;
  const offsets = core.doubles(plot.offsets, count);
  const types = core.bytes(plot.types, count);
  const parents = core.numbers(plot.parents, count);
  const end = file.size - file.trailer;
  let from = 0;
  let filled = 0;
  let isLast = false;
  let nextStep = STEP;
  const isBeyond = (offset: number): boolean => !isLast && offset + MAX_HEADER > from + filled;
  for (let i = 0; i < count; ) {
    const offset = offsets[i]!;
    if (offset > nextStep) {
      yield;
      nextStep = offset + STEP;
    }
    if (isBeyond(offset)) {
      from = offset;
      filled = readSync(fd, window, 0, window.length, from);
      isLast = filled < window.length;
    }
    i = core.exports.readHeaders(
      i,
      count,
      plot.offsets,
      end,
      window.byteOffset,
      from,
      filled,
      isLast ? 1 : 0,
      plot.types,
      plot.parents,
    );
    if (i === count || isBeyond(offsets[i]!)) continue;
    // A delta that names its base.
    const id = baseId(window, offsets[i]! - from, Math.min(filled, (offsets[i + 1] ?? end) - from), idBytes);
    const position = id ? findInIndex(file.index, id, 0, idBytes) : -1;
    parents[i] = position >= 0 ? entries.numbers[position]! : id ? FOREIGN_PARENT : BROKEN;
    if (id && position < 0) foreign.set(i, id);
    types[i] = 0;
    i++;
  }
}

const header: EntryHeader = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };

/** Id of the base that the entry at `at` names; undefined where that cannot be read. */
function baseId(window: Buffer, at: number, end: number, idBytes: number): Buffer | undefined {
  try {
    readEntryHeader(window, at, end, idBytes, header);
    return Buffer.from(window.subarray(header.baseId, header.baseId + idBytes));
  } catch {
    return undefined;
  }
}
