/**
 * Reads loose objects: a zlib stream of `type SP size NUL content` (gitformat-loose, Documentation of "git hash-object").
 * @module
 */
import { closeSync, readSync } from 'node:fs';
import { join } from 'node:path';
import { openFile } from './gitdir.ts';
import type { Inflater } from './inflate.ts';
import { BLOB, COMMIT, TAG, TREE } from './packfile.ts';
import { MalformedError } from './packindex.ts';

const TYPES: Readonly<Record<string, number>> = { commit: COMMIT, tree: TREE, blob: BLOB, tag: TAG };

/** Where the loose file of an object is, if there is one. */
export function looseFile(objectDir: string, id: string): string {
  return join(objectDir, id.slice(0, 2), id.slice(2));
}

/** More than the longest header. */
const HEAD = 64;

export class LooseReader {
  readonly #inflater: Inflater;
  readonly #maxSize: number;
  #source = Buffer.allocUnsafeSlow(64 * 1024);
  #out = Buffer.allocUnsafeSlow(256 * 1024);

  /** @param maxSize largest object, in bytes, that is read */
  constructor(inflater: Inflater, maxSize: number) {
    this.#inflater = inflater;
    this.#maxSize = maxSize;
  }

  /**
   * @param wants whether the content of an object of this type is wanted
   * @returns type and, if wanted, content (valid until the next call), or undefined when the object is too large
   * @throws MalformedError when the file does not hold an object; an error of the file system when it cannot be read
   */
  read(path: string, wants: (type: number) => boolean): { type: number; data?: Buffer } | undefined {
    const length = this.#load(path);
    if (length < 0) return undefined;
    // Most objects are small, and one call does it. Of the others the size must be known first.
    const all = this.#inflater.all(this.#source, 0, length, this.#out);
    const head = all >= 0 ? Math.min(all, HEAD) : this.#inflater.begin(this.#source, 0, length, this.#out, HEAD);
    const nul = this.#out.subarray(0, head).indexOf(0);
    const [, name, digits] = /^(\w+) (\d{1,15})$/.exec(this.#out.toString('latin1', 0, Math.max(0, nul))) ?? [];
    const type = TYPES[name ?? ''];
    if (type === undefined) throw new MalformedError('not a loose object');
    if (!wants(type)) return { type };
    const size = Number(digits);
    if (size > this.#maxSize) return undefined;
    const whole = nul + 1 + size;
    if (all >= 0 && all !== whole) throw new MalformedError('object is not of the size it declares');
    if (all >= 0) return { type, data: this.#out.subarray(nul + 1, whole) };
    if (this.#out.length <= whole) this.#out = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(whole + 2)));
    this.#inflater.inflate(this.#source, 0, length, this.#out, 0, whole);
    return { type, data: this.#out.subarray(nul + 1, whole) };
  }

  /** Reads a file; -1 when it is larger than any object of the allowed size can be. */
  #load(path: string): number {
    const { fd, size } = openFile(path);
    try {
      if (size > this.#maxSize + (this.#maxSize >> 8) + 4096) return -1;
      if (this.#source.length < size) this.#source = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)));
      let length = 0;
      while (length < size) {
        const read = readSync(fd, this.#source, length, size - length, null);
        if (read === 0) break;
        length += read;
      }
      return length;
    } finally {
      closeSync(fd);
    }
  }
}
