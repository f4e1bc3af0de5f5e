/**
 * Reads index files, versions 2, 3 and 4, split ones and sparse ones too (gitformat-index(5)). Git is not asked: it refuses
 * repositories of other users, and says nothing of what it makes of a damaged index.
 * @module
 */
import { createHash, type Hash } from 'node:crypto';
import { closeSync, existsSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { Bitmap } from './bitmap.ts';
import { openFile } from './gitdir.ts';
import { MalformedError } from './packindex.ts';
import type { Steps } from './steps.ts';

/** Reused from entry to entry; all bytes are valid during the call only. */
export interface IndexEntry {
  /** As in trees: 0o100644 for example. TREE for a folder of a sparse index: it stands for all files of its tree. */
  mode: number;
  id: Buffer;
  /** From the top of the work tree; that of a folder ends in `/`. */
  path: Buffer;
  /** 0, or of a file in conflict: 1 for the base, 2 for our side, 3 for the other one. */
  stage: number;
}

export const TREE = 0o040000;
const LINK = 0o120000;
export const SUBMODULE = 0o160000;
const FILE = 0o100000;

/** What stands before the id in an entry: times, and what the file system told. Of it only the mode is read. */
const STAT = 40;
const MODE = 24;

const EXTENDED = 0x4000;
const NAME = 0x0fff;
/** Of the second flags no others are known: skip-worktree and intent-to-add. */
const EXTENDED_KNOWN = 0x6000;

/** Paths are shorter in any work tree. */
const MAX_PATH = 1 << 16;
/** Two bits an entry of the shared index, packed. */
const MAX_LINK = 1 << 24;
const WINDOW = 1 << 18;
const ENTRIES = 4096;

/** How much is read of all indexes of a repository together. */
export interface IndexBudget {
  /** Bytes of files, and of the paths in them: those of version 4 may be a thousand times as long as their file. */
  left: number;
}

/** There is more to read than the budget allows. */
export class IndexBudgetError extends Error {}

/**
 * Gives every entry of an index. What is damaged is told after all that could be read.
 * @param shared folder of the shared index that a split one names
 * @throws MalformedError for a damaged file; NoFileError for what is none; IndexBudgetError; Error as the file system gives it
 */
export function* readIndexFile(
  path: string,
  shared: string,
  idBytes: number,
  budget: IndexBudget,
  onEntry: (entry: IndexEntry) => void,
): Steps<void> {
  /** Entries without a path stand for those of the shared index that they replace. */
  const replacing: IndexEntry[] = [];
  const { link } = yield* readFile(path, idBytes, budget, (entry) => {
    if (entry.path.length > 0) onEntry(entry);
    else replacing.push({ ...entry, id: Buffer.from(entry.id) });
  });
  if (link === undefined && replacing.length > 0) throw new MalformedError('entry without a path');
  if (link === undefined || link.subarray(0, idBytes).every((byte) => byte === 0)) return;
  const base = link.toString('hex', 0, idBytes);
  const deleted = new Bitmap(link, idBytes);
  const replaced = new Bitmap(link, deleted.end);
  let position = 0;
  let used = 0;
  const onShared = (entry: IndexEntry): void => {
    const at = position++;
    const other = replaced.has(at) ? replacing[used++] : undefined;
    if (!deleted.has(at)) onEntry(other ? { ...other, path: entry.path } : entry);
  };
  const { checksum } = yield* readFile(sharedIndex(shared, base), idBytes, budget, onShared);
  if (checksum !== base) throw new MalformedError('not the shared index that is named');
  if (used !== replacing.length) throw new MalformedError('more entries without a path than are replaced');
}

/** @throws MalformedError where there is none: then the index that names it is not whole */
function sharedIndex(folder: string, id: string): string {
  const path = join(folder, `sharedindex.${id}`);
  if (!existsSync(path)) throw new MalformedError('the shared index that is named is missing');
  return path;
}

interface IndexFile {
  /** Content of the extension that names a shared index. */
  link?: Buffer;
  /** What the file ends in. */
  checksum: string;
}

function* readFile(path: string, idBytes: number, budget: IndexBudget, onEntry: (entry: IndexEntry) => void): Steps<IndexFile> {
  const { fd, size } = openFile(path);
  try {
    budget.left -= size;
    if (budget.left < 0) throw new IndexBudgetError(path);
    const source = new Source(fd, size, idBytes);
    const head = source.take(12);
    const version = head.readUInt32BE(4);
    if (head.toString('latin1', 0, 4) !== 'DIRC') throw new MalformedError('not an index');
    if (version < 2 || version > 4) throw new MalformedError(`index version ${version}`);
    const entries = new EntryReader(source, version, idBytes);
    let folders = false;
    for (let left = head.readUInt32BE(8); left > 0; left--) {
      if (left % ENTRIES === 0) yield;
      const entry = entries.next();
      budget.left -= entry.path.length;
      if (budget.left < 0) throw new IndexBudgetError(path);
      folders ||= entry.mode === TREE;
      onEntry(entry);
    }
    const { link, sparse } = yield* readExtensions(source);
    if (folders && !sparse) throw new MalformedError('folders in an index that is not sparse');
    return { ...(link && { link }), checksum: source.finish() };
  } finally {
    closeSync(fd);
  }
}

/** Reads entries one after the other. */
class EntryReader {
  readonly #source: Source;
  readonly #version: number;
  readonly #idBytes: number;
  readonly #entry: IndexEntry = { mode: 0, id: Buffer.alloc(0), path: Buffer.alloc(0), stage: 0 };
  /** Of version 4: the path of the last entry, of which the next one repeats the beginning. */
  readonly #path = Buffer.alloc(MAX_PATH);
  #pathLength = 0;

  constructor(source: Source, version: number, idBytes: number) {
    this.#source = source;
    this.#version = version;
    this.#idBytes = idBytes;
  }

  next(): IndexEntry {
    const entry = this.#entry;
    const fixed = STAT + this.#idBytes + 2;
    const head = this.#source.peek(fixed + 2);
    entry.mode = head.readUInt32BE(MODE);
    if (!isMode(entry.mode)) throw new MalformedError(`mode ${entry.mode.toString(8)}`);
    const flags = head.readUInt16BE(fixed - 2);
    const extended = (flags & EXTENDED) !== 0;
    if (extended && (head.readUInt16BE(fixed) & ~EXTENDED_KNOWN) !== 0) throw new MalformedError('unknown flags');
    entry.stage = (flags >> 12) & 3;
    const start = extended ? fixed + 2 : fixed;
    if (this.#version === 4) this.#readCompressed(start);
    else this.#readPlain(start);
    if ((flags & NAME) !== Math.min(entry.path.length, NAME)) throw new MalformedError('path is not as long as it is said to be');
    return entry;
  }

  #readPlain(start: number): void {
    const end = this.#source.find(start);
    // One to eight bytes up to a multiple of eight.
    const data = this.#source.take((end + 8) & ~7);
    this.#entry.id = data.subarray(STAT, STAT + this.#idBytes);
    this.#entry.path = data.subarray(start, end);
  }

  #readCompressed(start: number): void {
    const end = this.#source.find(start, true);
    const data = this.#source.take(end + 1);
    this.#entry.id = data.subarray(STAT, STAT + this.#idBytes);
    let at = start;
    let dropped = data[at]! & 0x7f;
    // The same numbers as offsets in packs. At most four bytes are looked at: no path needs more.
    while (data[at++]! & 0x80 && at < start + 4) dropped = ((dropped + 1) << 7) | (data[at]! & 0x7f);
    const kept = this.#pathLength - dropped;
    if (kept < 0 || kept + end - at > MAX_PATH || at > end) throw new MalformedError('path repeats what is not there');
    data.copy(this.#path, kept, at, end);
    this.#pathLength = kept + end - at;
    this.#entry.path = this.#path.subarray(0, this.#pathLength);
  }
}

function isMode(mode: number): boolean {
  return mode === LINK || mode === SUBMODULE || mode === TREE || (mode & ~0o777) === FILE;
}

function* readExtensions(source: Source): Steps<{ link: Buffer | undefined; sparse: boolean }> {
  let link: Buffer | undefined;
  let sparse = false;
  while (source.left > 0) {
    const head = source.take(8);
    const name = head.toString('latin1', 0, 4);
    const size = head.readUInt32BE(4);
    if (size > (name === 'link' ? MAX_LINK : source.left)) throw new MalformedError(`extension of ${size} bytes`);
    if (name === 'link') link = Buffer.from(source.take(size));
    else {
      if (name === 'sdir') sparse = true;
      // Whoever does not know such a one does not understand the entries either.
      else if (!/^[A-Z]/.test(name)) throw new MalformedError(`unknown extension ${JSON.stringify(name)}`);
      for (let left = size; left > 0; left -= WINDOW, yield) source.take(Math.min(left, WINDOW));
    }
  }
  return { link, sparse };
}

/** The bytes of an index file up to its checksum, piece by piece. */
class Source {
  readonly #fd: number;
  readonly #idBytes: number;
  readonly #hash: Hash;
  /** Bytes up to the checksum that are not in the window yet. */
  #unread: number;
  #window = Buffer.allocUnsafeSlow(WINDOW);
  #at = 0;
  #end = 0;

  constructor(fd: number, size: number, idBytes: number) {
    if (size < 12 + idBytes) throw new MalformedError('index is too short');
    this.#fd = fd;
    this.#idBytes = idBytes;
    this.#unread = size - idBytes;
    this.#hash = createHash(idBytes === 20 ? 'sha1' : 'sha256');
  }

  /** Bytes up to the checksum. */
  get left(): number {
    return this.#unread + this.#end - this.#at;
  }

  /** The next bytes; valid until the next call. */
  peek(length: number): Buffer {
    if (length > this.left) throw new MalformedError('index is cut off');
    if (length > this.#end - this.#at) this.#fill(length);
    return this.#window.subarray(this.#at, this.#at + length);
  }

  /** The same, and steps behind them. */
  take(length: number): Buffer {
    const data = this.peek(length);
    this.#at += length;
    return data;
  }

  /** How far from here the first NUL is at or behind `from`: the end of a path. */
  find(from: number, numbered = false): number {
    for (let size = 128; ; size *= 2) {
      const data = this.peek(Math.min(from + size, this.left));
      let at = from;
      // Numbers before paths may hold such a byte only as their last one.
      if (numbered) {
        while (at < data.length && data[at]! & 0x80) at++;
        at++;
      }
      const found = data.indexOf(0, at);
      if (found >= 0) return found;
      if (size > MAX_PATH || data.length === this.left) throw new MalformedError('path without an end');
    }
  }

  /** Reads the checksum when all else has been read; gives it. */
  finish(): string {
    const told = Buffer.alloc(this.#idBytes);
    readWhole(this.#fd, told, 0, told.length);
    // Of large indexes git may leave it out (index.skipHash).
    const computed = this.#hash.digest();
    if (!told.equals(computed) && told.some((byte) => byte !== 0)) throw new MalformedError('checksum is not that of the index');
    return told.toString('hex');
  }

  #fill(length: number): void {
    const kept = this.#end - this.#at;
    const data = length > this.#window.length ? Buffer.allocUnsafeSlow(2 * length) : this.#window;
    this.#window.copy(data, 0, this.#at, this.#end);
    const more = Math.min(data.length - kept, this.#unread);
    readWhole(this.#fd, data, kept, more);
    this.#hash.update(data.subarray(kept, kept + more));
    this.#unread -= more;
    this.#window = data;
    this.#at = 0;
    this.#end = kept + more;
  }
}

function readWhole(fd: number, data: Buffer, from: number, length: number): void {
  for (let done = 0; done < length; ) {
    const read = readSync(fd, data, from + done, length - done, null);
    if (read === 0) throw new MalformedError('index is shorter than it was');
    done += read;
  }
}
