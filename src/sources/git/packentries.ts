/**
 * Puts the entries of a pack in the order of their offsets and reads the header of each: which object it is, where it lies and what it
 * is a delta of. The loops are in wasm/assembly/packs.ts.
 * @module
 */
import { readSync } from 'node:fs';
import { Core, partsSize } from '../../wasm/core.ts';
import { type EntryHeader, MAX_HEADER, type PackFile, readEntryHeader } from './packfile.ts';
import { findInIndex } from './packindex.ts';
import type { Steps } from './steps.ts';

/** Values of `parent` for entries that are no child of another entry of the same pack. */
export const NO_PARENT = -1;
/** The base is not in this pack. */
export const FOREIGN_PARENT = -2;
/** The entry's header could not be read, or it points to nothing. */
export const BROKEN = -3;

/** Entries of one pack in the order of their offsets. */
export interface PackEntries {
  file: PackFile;
  /** Offset of each entry. */
  offsets: Float64Array;
  /** Position of each entry's object in the index, and the other way round. */
  positions: Uint32Array;
  numbers: Int32Array;
  /** Object type of full objects, 0 for deltas. */
  types: Uint8Array;
  /** Number of the base in this pack, or one of NO_PARENT, FOREIGN_PARENT, BROKEN. */
  parents: Int32Array;
  /** Ids of the bases of FOREIGN_PARENT entries, by entry number. */
  foreign: Map<number, Buffer>;
}

/** Offsets in ascending order, and where each stands in the list that was sorted. */
export interface Sorted {
  order: Uint32Array;
  offsets: Float64Array;
}

/** Bytes of a pack that are read at a time. */
const WINDOW = 512 * 1024;
/** Bytes of a pack that are read in one step. */
const STEP = 64 * WINDOW;

/** Parts of the core's memory for so many entries, in bytes. */
const partsOf = (count: number) => ({
  offsets: 8 * count,
  otherOffsets: 8 * count,
  order: 4 * count,
  otherOrder: 4 * count,
  types: count,
  bases: 4 * count,
  window: WINDOW,
});

type Parts = Readonly<Record<keyof ReturnType<typeof partsOf>, Buffer>>;

/** Memory for the entries of one pack after another. */
export class EntryTable {
  #core: Core | undefined;
  #room = 0;
  #parts: Parts | undefined;

  /** Sorts offsets; ties keep the order of the ids. */
  sort(unsorted: Float64Array): Sorted {
    const { length } = unsorted;
    const { core, parts } = this.#reserve(length);
    const { exports } = core;
    let [offsets, order, otherOffsets, otherOrder] = [parts.offsets, parts.order, parts.otherOffsets, parts.otherOrder].map(
      ({ byteOffset }) => byteOffset,
    ) as [number, number, number, number];
    core.doubles(offsets, length).set(unsorted);
    const digits = exports.beginSort(offsets, order, length);
    for (let digit = 0; digit < digits; digit++) {
      exports.sortDigit(digit, offsets, order, otherOffsets, otherOrder, length);
      [offsets, otherOffsets] = [otherOffsets, offsets];
      [order, otherOrder] = [otherOrder, order];
    }
    exports.endSort(offsets, length);
    return { order: Uint32Array.from(core.numbers(order, length)), offsets: core.doubles(offsets, length).slice() };
  }

  /**
   * Reads headers.
   * @param fd the pack
   * @param sorted offsets, and positions in the pack's index
   */
  *read(fd: number, file: PackFile, { order: positions, offsets }: Sorted, idBytes: number): Steps<PackEntries> {
    const { count } = file.index;
    const numbers = new Int32Array(count);
    for (let i = 0; i < count; i++) numbers[positions[i]!] = i;
    const { core, parts } = this.#reserve(count);
    const { window } = parts;
    const parents = core.numbers(parts.bases.byteOffset, count);
    core.doubles(parts.offsets.byteOffset, count).set(offsets);
    const foreign = new Map<number, Buffer>();
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
        filled = readSync(fd, window, 0, WINDOW, from);
        isLast = filled < WINDOW;
      }
      i = core.exports.readHeaders(
        i,
        count,
        parts.offsets.byteOffset,
        end,
        window.byteOffset,
        from,
        filled,
        isLast ? 1 : 0,
        parts.types.byteOffset,
        parts.bases.byteOffset,
      );
      if (i === count || isBeyond(offsets[i]!)) continue;
      // A delta that names its base.
      const id = baseId(window, offsets[i]! - from, Math.min(filled, (offsets[i + 1] ?? end) - from), idBytes);
      const position = id ? findInIndex(file.index, id, 0, idBytes) : -1;
      parents[i] = position >= 0 ? numbers[position]! : id ? FOREIGN_PARENT : BROKEN;
      if (id && position < 0) foreign.set(i, id);
      parts.types[i] = 0;
      i++;
    }
    return {
      file,
      offsets,
      positions,
      numbers,
      types: Uint8Array.from(parts.types.subarray(0, count)),
      parents: parents.slice(),
      foreign,
    };
  }

  /** Memory for so many entries at least: packs come in any order. */
  #reserve(count: number): { core: Core; parts: Parts } {
    if (!this.#core || !this.#parts || count > this.#room) {
      this.#room = Math.max(count, 2 * this.#room);
      const parts = partsOf(this.#room);
      const core = new Core(partsSize(parts));
      this.#core = core;
      this.#parts = core.takeAll(parts);
    }
    return { core: this.#core, parts: this.#parts };
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
