/**
 * Finds the packs and loose objects of a repository.
 * @module
 */
import { closeSync, readSync, statSync } from 'node:fs';
import { join } from 'node:path';
import type { Ledger } from '../ledger.ts';
import { listEntries, openFile } from './gitdir.ts';
import { Forest, type Plot } from './forest.ts';
import { PackEntries, readHeaders, sortOffsets } from './packentries.ts';
import type { PackFile } from './packfile.ts';
import { INDEX_HEAD, indexLimit, MalformedError, readPackIndex } from './packindex.ts';
import type { Steps } from './steps.ts';

/** No pack is so large: a file with holes may be, and blocks are counted. */
const MAX_PACK = 2 ** 40;

/** All packs of a repository. */
export interface Packs {
  packs: PackEntries[];
  /** First node of each pack, and the number of nodes as last element. */
  firstNode: Float64Array;
  /** All entries, of which offsets, types, and parents in the same pack are written. */
  forest: Forest;
  /** Position of each node's object in the index of its pack; shared. */
  positions: Uint32Array;
}

/** Reads all packs that have an index, in the order of their names. What cannot be used is told to the ledger. */
export function* readPacks(objectDirs: readonly string[], idBytes: number, ledger: Ledger): Steps<Packs> {
  const lose = (stem: string): void => ledger.skip('unreadable', `${stem}.pack`, true);
  const indexed: Indexed[] = [];
  for (const stem of listPacks(objectDirs, ledger)) {
    try {
      indexed.push(readIndex(stem, idBytes, ledger));
    } catch {
      lose(stem);
    }
    yield;
  }
  const room = indexed.reduce((sum, { file }) => sum + file.index.count, 0);
  const forest = new Forest(room);
  const positions = new Uint32Array(new SharedArrayBuffer(4 * room));
  const packs: PackEntries[] = [];
  const firstNode = [0];
  for (const pack of indexed) {
    const first = firstNode.at(-1)!;
    const end = first + pack.file.index.count;
    try {
      packs.push(yield* readEntries(pack, forest.plot(first, end), positions.subarray(first, end), idBytes));
      firstNode.push(end);
    } catch {
      lose(pack.stem);
    }
  }
  const count = firstNode.at(-1)!;
  forest.limit(count);
  return { packs, firstNode: Float64Array.from(firstNode), forest, positions: positions.subarray(0, count) };
}

/** Paths of packs, without extension. */
function listPacks(objectDirs: readonly string[], ledger: Ledger): string[] {
  return objectDirs.flatMap((dir) => {
    const folder = join(dir, 'pack');
    const names = new Set(listFolder(folder, ledger).sort());
    for (const name of names) {
      // Without an index neither we nor git know what is in it.
      if (name.endsWith('.pack') && !names.has(`${stemOf(name)}.idx`)) ledger.skip('unreadable', join(folder, name), true);
    }
    const indexes = [...names].filter((name) => name.endsWith('.idx'));
    return indexes.map((name) => join(folder, stemOf(name)));
  });
}

const stemOf = (name: string): string => name.replace(/\.[^.]*$/, '');

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

/** A pack of which the index was read. */
interface Indexed {
  stem: string;
  file: PackFile;
  /** Offsets in the order of the ids. */
  offsets: Float64Array;
}

/** @param stem path of the pack without its extension */
function readIndex(stem: string, idBytes: number, ledger: Ledger): Indexed {
  const path = `${stem}.pack`;
  const { fd, size } = openFile(path);
  const head = Buffer.alloc(12);
  try {
    if (size > MAX_PACK) throw new MalformedError('pack is larger than any');
    if (readSync(fd, head, 0, 12, 0) < 12 || head.toString('latin1', 0, 4) !== 'PACK') throw new MalformedError('not a pack');
  } finally {
    closeSync(fd);
  }
  const version = head.readUInt32BE(4);
  if (version !== 2 && version !== 3) throw new MalformedError(`pack version ${version}`);
  const { index, offsets } = readPackIndex(readShared(`${stem}.idx`, idBytes), idBytes, size);
  // Objects that the index does not name have no place in any plan.
  if (head.readUInt32BE(8) > index.count) ledger.skip('unreadable', `${path} (objects that its index does not name)`, true);
  return { stem, file: { path, size, trailer: idBytes, index }, offsets };
}

function* readEntries({ stem, file, offsets }: Indexed, plot: Plot, positions: Uint32Array, idBytes: number): Steps<PackEntries> {
  const { fd, size } = openFile(file.path);
  try {
    if (size < file.size) throw new MalformedError('pack is shorter than it was');
    if (!readReverse(`${stem}.rev`, plot, offsets, positions, idBytes)) sortOffsets(plot, offsets, file.size, positions);
    yield;
    const entries = new PackEntries(file, positions);
    yield* readHeaders(fd, entries, plot, idBytes);
    return entries;
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
 * Writes offsets in ascending order, and where each stands in the list, as git has written it beside the pack (gitformat-pack(5),
 * "pack-*.rev files have the format"); false where there is no such file, or it does not tell the truth.
 */
function readReverse(path: string, plot: Plot, unsorted: Float64Array, positions: Uint32Array, idBytes: number): boolean {
  const { core, count } = plot;
  const length = 12 + 4 * count + 2 * idBytes;
  const data = Buffer.alloc(length);
  try {
    const { fd, size } = openFile(path);
    try {
      if (size !== length || readSync(fd, data, 0, length, 0) < length) return false;
    } finally {
      closeSync(fd);
    }
  } catch {
    return false;
  }
  if (data.toString('latin1', 0, 4) !== 'RIDX' || data.readUInt32BE(4) !== 1) return false;
  const offsets = core.doubles(plot.offsets, count);
  for (let i = 0, last = -1; i < count; i++) {
    const position = data.readUInt32BE(12 + 4 * i);
    const offset = unsorted[position] ?? -1;
    // Ascending without a tie: then no position is there twice.
    if (offset <= last) return false;
    positions[i] = position;
    offsets[i] = offset;
    last = offset;
  }
  return true;
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
