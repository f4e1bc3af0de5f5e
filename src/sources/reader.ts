/**
 * Reading files fast: one open, one read, one close into a buffer that is used again for the next file. For worker
 * threads: everything here blocks.
 * @module
 */
import { closeSync, constants, fstatSync, lstatSync, openSync, readSync } from 'node:fs';
import type { SkipReason } from '../model.ts';

/** Bytes before and after the data in the buffer: line feeds, so that matching may look past either end. */
export const PAD = 64;

const NEWLINE = 0x0a;
const FLAGS = constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0);

export type ReadResult =
  /** The file's bytes are `buffer[start..end)`, until the next read. */
  | { kind: 'whole'; start: number; end: number }
  /** The file is larger than the buffer, which holds its beginning: `stream` it, or `close` it. `size` in bytes. */
  | { kind: 'large'; start: number; end: number; fd: number; size: number }
  | Skip;

export interface Skip {
  kind: 'skip';
  reason: SkipReason;
  gap: boolean;
}

/**
 * Reads files whose paths come from `listFiles`. No link is followed: neither the file itself, nor a folder on the way
 * to it that became a link after git (which does not look) listed what it once held.
 */
export class FileReader {
  /** Data begins at `PAD`, which is even, so that a Uint16Array can be laid over it. */
  readonly buffer: Buffer;
  readonly #capacity: number;
  /** Whether a folder is, or is below, a link; by path. */
  readonly #linked = new Map<string, boolean>();

  /** @param capacity size in bytes of the largest file that is read whole; even */
  constructor(capacity = 4 * 1024 * 1024) {
    this.#capacity = capacity;
    this.buffer = Buffer.alloc(capacity + 2 * PAD, NEWLINE);
  }

  /** Reads a file. Overwrites what the last call read. @param open absolute path as in FileEntry */
  read(open: string | Buffer): ReadResult {
    if (this.#isBelowLink(open)) return skip('symlink', false);
    let fd: number;
    try {
      if (constants.O_NOFOLLOW === undefined && lstatSync(open).isSymbolicLink()) return skip('symlink', false);
      fd = openSync(open, FLAGS);
    } catch (error) {
      return skipOf(error);
    }
    let streams = false;
    try {
      const end = PAD + this.#fill(fd);
      this.#seal(end);
      if (end > PAD && end - PAD < this.#capacity) return { kind: 'whole', start: PAD, end };
      const stats = fstatSync(fd);
      if (!stats.isFile()) return skip('special-file', false);
      // The file system's word on sizes is not always good (procfs): one byte more tells.
      if (end === PAD || readSync(fd, this.buffer, end, 1, this.#capacity) === 0) return { kind: 'whole', start: PAD, end };
      this.#seal(end);
      streams = true;
      return { kind: 'large', start: PAD, end, fd, size: Math.max(stats.size, this.#capacity + 1) };
    } catch (error) {
      return skipOf(error);
    } finally {
      if (!streams) closeSync(fd);
    }
  }

  /**
   * Reads a large file in chunks of the buffer's size and closes it.
   * @param fd as `read` gave it
   * @param overlap bytes at the end of a chunk that come again at the beginning of the next; even, less than half of the capacity
   * @param onChunk is given the place of the chunk in `buffer`, the offset in the file of its first byte (always even),
   * and whether it is the last. It must not read another file with this reader.
   * @returns a skip if the file could not be read to its end or was written meanwhile
   */
  stream(
    fd: number,
    overlap: number,
    onChunk: (start: number, end: number, offset: number, last: boolean) => void,
  ): Skip | undefined {
    try {
      const before = fstatSync(fd);
      // A file that grows faster than it is read would never end.
      const limit = before.size || Number.MAX_SAFE_INTEGER;
      let offset = 0;
      let held = 0;
      for (;;) {
        const wanted = Math.min(this.#capacity, limit - offset);
        let filled = held;
        while (filled < wanted) {
          const got = readSync(fd, this.buffer, PAD + filled, wanted - filled, offset + filled);
          if (got === 0) break;
          filled += got;
        }
        const last = filled < this.#capacity || offset + filled === limit;
        this.#seal(PAD + filled);
        onChunk(PAD, PAD + filled, offset, last);
        if (last) return isUnchanged(before, fstatSync(fd), offset + filled) ? undefined : skip('changed', true);
        this.buffer.copyWithin(PAD, PAD + filled - overlap, PAD + filled);
        offset += filled - overlap;
        held = overlap;
      }
    } catch (error) {
      if ((error as NodeJS.ErrnoException).syscall === undefined) throw error;
      return skipOf(error);
    } finally {
      closeSync(fd);
    }
  }

  /** Closes a large file that is not streamed. */
  close(fd: number): void {
    closeSync(fd);
  }

  /**
   * Reads until there is no more: file systems that make up their content (procfs, FUSE) give it piecemeal, so that a
   * short read does not mean the end.
   * @returns bytes read, at most the capacity
   */
  #fill(fd: number): number {
    let filled = 0;
    while (filled < this.#capacity) {
      const got = readSync(fd, this.buffer, PAD + filled, this.#capacity - filled, null);
      if (got === 0) break;
      filled += got;
    }
    return filled;
  }

  #seal(end: number): void {
    this.buffer.fill(NEWLINE, end, end + PAD);
  }

  #isBelowLink(path: string | Buffer): boolean {
    const slash = path.lastIndexOf('/');
    if (slash <= 0) return false;
    const folder = typeof path === 'string' ? path.slice(0, slash) : path.subarray(0, slash);
    // No string path holds the NUL that tells byte strings apart.
    const key = typeof folder === 'string' ? folder : `\0${folder.toString('latin1')}`;
    let linked = this.#linked.get(key);
    if (linked === undefined) {
      linked = this.#isBelowLink(folder) || isLink(folder);
      this.#linked.set(key, linked);
    }
    return linked;
  }
}

/**
 * Whether a file is a pointer that Git LFS put in the place of a large one: then its content was not seen. Anything more
 * than the pointer's own lines makes it an ordinary file. Source: docs/spec.md of git-lfs.
 */
export function isLfsPointer(bytes: Uint8Array, start: number, end: number): boolean {
  if (bytes[start] !== 0x76 || end - start < 100 || end - start >= 1024) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString('latin1');
  return /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-[\w.-]{1,64} sha256:[0-9a-f]{64}\n)*oid sha256:[0-9a-f]{64}\nsize \d{1,20}\n?$/.test(
    text,
  );
}

function isUnchanged(before: { size: number; mtimeMs: number }, after: { size: number; mtimeMs: number }, read: number): boolean {
  return before.size === 0 || (read === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs);
}

function isLink(folder: string | Buffer): boolean {
  try {
    return lstatSync(folder).isSymbolicLink();
  } catch {
    // Opening the file tells what is wrong.
    return false;
  }
}

function skip(reason: SkipReason, gap: boolean): Skip {
  return { kind: 'skip', reason, gap };
}

function skipOf(error: unknown): Skip {
  switch ((error as NodeJS.ErrnoException).code) {
    case 'ENOENT':
    case 'ENOTDIR':
    case 'EISDIR':
      return skip('vanished', false);
    case 'ELOOP':
      return skip('symlink', false);
    case 'EAGAIN':
    case 'ENXIO':
      return skip('special-file', false);
    default:
      return skip('unreadable', true);
  }
}
