/**
 * Finds the packs and loose objects of a repository and reads the header of every packed entry: which object it is,
 * where it lies and what it is a delta of.
 * @module
 */
import { closeSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../ledger.ts';
import { listEntries, openFile } from './gitdir.ts';
import { type EntryHeader, MAX_HEADER, OFS_DELTA, type PackFile, REF_DELTA, readEntryHeader } from './packfile.ts';
import { findInIndex, INDEX_HEAD, indexLimit, MalformedError, readPackIndex } from './packindex.ts';
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

/** No pack is so large: a file with holes may be, and blocks are counted. */
const MAX_PACK = 2 ** 40;

/** Headers read in one step. */
const HEADERS = 1 << 17;

/** Opens all packs that have an index, in the order of their names. What cannot be used is told to the ledger. */
export function* readPacks(objectDirs: readonly string[], idBytes: number, ledger: Ledger): Steps<PackEntries[]> {
  const packs: PackEntries[] = [];
  for (const dir of objectDirs) {
    const folder = join(dir, 'pack');
    const names = new Set(listFolder(folder, ledger));
    for (const name of [...names].sort()) {
      const stem = name.replace(/\.[^.]*$/, '');
      if (name.endsWith('.pack') && !names.has(`${stem}.idx`)) {
        // Without an index neither we nor git know what is in it.
        ledger.skip('unreadable', join(folder, name), true);
      } else if (name.endsWith('.idx')) {
        try {
          packs.push(yield* readPack(join(folder, stem), idBytes, ledger));
        } catch {
          ledger.skip('unreadable', join(folder, `${stem}.pack`), true);
        }
      }
    }
  }
  return packs;
}

/**
 * How many objects a repository holds, about: in packs by the size of the indexes (of version 2, as all are nowadays), loose
 * by one of their 256 folders, as git itself does when it asks whether to pack them.
 */
export function estimateObjects(objectDirs: readonly string[], idBytes: number): number {
  let packed = 0;
  let loose = 0;
  for (const dir of objectDirs) {
    const folder = join(dir, 'pack');
    for (const name of listFolder(folder))
      if (name.endsWith('.idx')) packed += statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0;
    loose += listFolder(join(dir, '17')).length;
  }
  return Math.floor(packed / (idBytes + 8)) + 256 * loose;
}

const listFolder = (folder: string, ledger?: Ledger): string[] => listEntries(folder, ledger).map(({ name }) => name);

/** @param stem path of the pack without its extension */
function* readPack(stem: string, idBytes: number, ledger: Ledger): Steps<PackEntries> {
  const path = `${stem}.pack`;
  const { fd, size } = openFile(path);
  try {
    if (size > MAX_PACK) throw new MalformedError('pack is larger than any');
    const head = Buffer.alloc(12);
    if (readSync(fd, head, 0, 12, 0) < 12 || head.toString('latin1', 0, 4) !== 'PACK') throw new MalformedError('not a pack');
    const version = head.readUInt32BE(4);
    if (version !== 2 && version !== 3) throw new MalformedError(`pack version ${version}`);
    const { index, offsets } = readPackIndex(readShared(`${stem}.idx`, idBytes), idBytes, size);
    // Objects that the index does not name have no place in any plan.
    if (head.readUInt32BE(8) > index.count) ledger.skip('unreadable', `${path} (objects that its index does not name)`, true);
    const sorted = readReverse(`${stem}.rev`, offsets, idBytes) ?? sortByOffset(offsets);
    yield;
    return yield* readHeaders(fd, { path, size, trailer: idBytes, index }, sorted, idBytes);
  } finally {
    closeSync(fd);
  }
}

/** Reads an index into memory that workers can share. A file with holes may be larger than what it tells of. */
function readShared(path: string, idBytes: number): Buffer {
  const { fd, size } = openFile(path);
  try {
    const head = Buffer.alloc(INDEX_HEAD);
    if (size > indexLimit(head.subarray(0, readSync(fd, head, 0, head.length, 0)), idBytes))
      throw new MalformedError('index is larger than its objects need');
    const data = Buffer.from(new SharedArrayBuffer(size));
    let filled = 0;
    for (let read = -1; read !== 0 && filled < data.length; filled += read)
      read = readSync(fd, data, filled, data.length - filled, filled);
    if (filled < data.length) throw new MalformedError('index is shorter than it was');
    return data;
  } finally {
    closeSync(fd);
  }
}

/**
 * The order of offsets as git has written it beside the pack (gitformat-pack(5), "pack-*.rev files have the format"), if
 * there is such a file and it tells the truth.
 */
function readReverse(path: string, unsorted: Float64Array, idBytes: number): Sorted | undefined {
  const count = unsorted.length;
  const length = 12 + 4 * count + 2 * idBytes;
  const data = Buffer.alloc(length);
  try {
    const { fd, size } = openFile(path);
    try {
      if (size !== length || readSync(fd, data, 0, length, 0) < length) return undefined;
    } finally {
      closeSync(fd);
    }
  } catch {
    return undefined;
  }
  if (data.toString('latin1', 0, 4) !== 'RIDX' || data.readUInt32BE(4) !== 1) return undefined;
  const order = new Uint32Array(count);
  const offsets = new Float64Array(count);
  for (let i = 0, last = -1; i < count; i++) {
    const position = data.readUInt32BE(12 + 4 * i);
    const offset = unsorted[position] ?? -1;
    // Ascending without a tie: then no position is there twice.
    if (offset <= last) return undefined;
    order[i] = position;
    offsets[i] = offset;
    last = offset;
  }
  return { order, offsets };
}

/** Bits of a digit by which offsets are sorted. */
const DIGIT = 11;

/** Offsets in ascending order, and where each stands in the list that was sorted. */
interface Sorted {
  order: Uint32Array;
  offsets: Float64Array;
}

/** Sorts offsets; ties keep the order of the ids. */
export function sortByOffset(unsorted: Float64Array): Sorted {
  const unordered = new Uint32Array(unsorted.length);
  let largest = 0;
  for (let i = 0; i < unsorted.length; i++) {
    unordered[i] = i;
    if (unsorted[i]! > largest) largest = unsorted[i]!;
  }
  // What is beyond 4 GiB is left out here, and the next step.
  const near = sortByWord(new Uint32Array(unsorted), unordered);
  if (largest < 2 ** 32) return { order: near.order, offsets: new Float64Array(near.words) };
  const { order } = sortByWord(
    near.order.map((i) => unsorted[i]! / 2 ** 32),
    near.order,
  );
  return { order, offsets: Float64Array.from(order, (i) => unsorted[i]!) };
}

/** Sorts words, and what is moved with them, by one digit after the other, the lowest first. Ties keep their order. */
function sortByWord(words: Uint32Array, order: Uint32Array): { words: Uint32Array; order: Uint32Array } {
  const count = words.length;
  let [nextWords, nextOrder]: [Uint32Array, Uint32Array] = [new Uint32Array(count), new Uint32Array(count)];
  const places = new Uint32Array(1 << DIGIT);
  const last = places.length - 1;
  for (let shift = 0; shift < 32; shift += DIGIT) {
    places.fill(0);
    for (let i = 0; i < count; i++) places[(words[i]! >>> shift) & last]!++;
    for (let i = 0, sum = 0; i <= last; i++) {
      const place = sum;
      sum += places[i]!;
      places[i] = place;
    }
    // Both are moved: to look a word up in the unsorted list would wait for memory each time.
    for (let i = 0; i < count; i++) {
      const word = words[i]!;
      const place = places[(word >>> shift) & last]!++;
      nextWords[place] = word;
      nextOrder[place] = order[i]!;
    }
    [words, nextWords] = [nextWords, words];
    [order, nextOrder] = [nextOrder, order];
  }
  return { words, order };
}

function* readHeaders(fd: number, file: PackFile, { order: positions, offsets }: Sorted, idBytes: number): Steps<PackEntries> {
  const { count } = file.index;
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[positions[i]!] = i;
  const types = new Uint8Array(count);
  const parents = new Int32Array(count).fill(NO_PARENT);
  const foreign = new Map<number, Buffer>();
  const header: EntryHeader = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };
  const window = Buffer.allocUnsafeSlow(Math.min(file.size, 512 * 1024));
  let from = 0;
  let to = 0;
  for (let i = 0; i < count; i++) {
    if (i % HEADERS === HEADERS - 1) yield;
    const offset = offsets[i] as number;
    if (offset + MAX_HEADER > to && to < file.size) {
      from = offset;
      to = from + readSync(fd, window, 0, window.length, from);
    }
    const end = Math.min(to, i + 1 < count ? (offsets[i + 1] as number) : file.size - file.trailer);
    try {
      readEntryHeader(window, offset - from, end - from, idBytes, header);
    } catch {
      parents[i] = BROKEN;
      continue;
    }
    if (header.type === OFS_DELTA) {
      const base = findOffset(offsets, i, offset - header.back);
      parents[i] = base < 0 || base === i ? BROKEN : base;
    } else if (header.type === REF_DELTA) {
      const position = findInIndex(file.index, window, header.baseId, idBytes);
      if (position >= 0) parents[i] = numbers[position] as number;
      else {
        parents[i] = FOREIGN_PARENT;
        foreign.set(i, Buffer.from(window.subarray(header.baseId, header.baseId + idBytes)));
      }
    } else {
      types[i] = header.type;
    }
  }
  return { file, offsets, positions, numbers, types, parents, foreign };
}

/** Number of the entry at `offset`, which usually lies shortly before entry `near`; -1 when no entry begins there. */
function findOffset(offsets: Float64Array, near: number, offset: number): number {
  let high = near;
  let step = 1;
  while (high - step > 0 && (offsets[high - step] as number) > offset) {
    high -= step;
    step *= 2;
  }
  let low = Math.max(0, high - step);
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((offsets[middle] as number) < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low] === offset ? low : -1;
}

/** Loose objects: the ids, one after the other, and the folder each group of them is in. */
export interface LooseObjects {
  count: number;
  ids: Uint8Array;
  /** Number of the object directory of each. */
  dirs: Uint8Array;
  /** Type of each, once it has been read; shared. */
  types: Uint8Array;
}

/** Lists loose objects (gitrepository-layout(5), "objects/[0-9a-f][0-9a-f]"), each id once, sorted within a directory. */
export function listLoose(objectDirs: readonly string[], idBytes: number, ledger: Ledger): LooseObjects {
  const names: string[] = [];
  const dirs: number[] = [];
  const seen = new Set<string>();
  const rest = new RegExp(`^[0-9a-f]{${2 * idBytes - 2}}$`);
  for (const [number, dir] of objectDirs.entries()) {
    for (const fan of listFolder(dir, ledger).sort()) {
      if (!/^[0-9a-f]{2}$/.test(fan)) continue;
      for (const name of listFolder(join(dir, fan), ledger).sort()) {
        if (!rest.test(name) || (objectDirs.length > 1 && seen.has(fan + name))) continue;
        if (objectDirs.length > 1) seen.add(fan + name);
        names.push(fan + name);
        dirs.push(number);
      }
    }
  }
  const ids = new Uint8Array(new SharedArrayBuffer(names.length * idBytes));
  for (const [i, name] of names.entries()) ids.set(Buffer.from(name, 'hex'), i * idBytes);
  const types = new Uint8Array(new SharedArrayBuffer(names.length));
  return { count: names.length, ids, dirs: Uint8Array.from(dirs), types };
}
