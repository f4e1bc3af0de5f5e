/**
 * Blobs in which nothing is to be looked at that was not looked at before, as in most that are made from others: these need not be
 * scanned one by one (wasm/assembly/blobwalk.ts).
 * @module
 */
import type { Reach } from '../../detect/hit.ts';
import { LOOK, type Looks } from '../../detect/look.ts';
import { type Core, partsSize } from '../../wasm/core.ts';
import { Path } from './path.ts';

/** Parts of the core's memory, in bytes. */
const PARTS = { told: 8 };

export class BlobWalker {
  readonly #core: Core;
  readonly #path: Path;
  readonly #told: Float64Array;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partsSize(PARTS);

  constructor(core: Core) {
    this.#core = core;
    this.#path = new Path(core);
    this.#told = core.doubles(core.take(PARTS.told).byteOffset, 1);
  }

  /**
   * Begins with the blobs of a repository, for a detector in the same core.
   * @param largest bytes; larger ones are not looked through
   */
  begin({ before, behind, around }: Reach, largest: number): void {
    this.#told[0] = 0;
    this.#core.exports.setupBlobWalk(before, behind, around, Math.min(largest, 0x7fffffff), this.#told.byteOffset);
  }

  /** Bytes that were looked through. */
  get bytes(): number {
    return this.#told[0]!;
  }

  /** See ListedVisitor of packwalk.ts. */
  walk(list: number, last: number): number {
    return this.#core.exports.walkBlobs(list, last);
  }

  /** Keeps the looks of the blob on the last level of the path, in which nothing was found, for those that are made from it. */
  keep(level: number, { data, count }: Looks): void {
    const at = this.#core.exports.keepLooks(level, count);
    if (at > 0) this.#core.bytes(at, 4 * LOOK * count).set(new Uint8Array(data.buffer, data.byteOffset, 4 * LOOK * count));
  }

  /** Gives the looks that are kept of the blob on a level; false where there are none to be had. */
  take(level: number, looks: Looks): boolean {
    const count = this.#path.countOf(level);
    if (count < 0) return false;
    looks.takeBytes(this.#core.bytes(this.#path.addressOf(level) + this.#path.sizeOf(level), 4 * LOOK * count));
    return true;
  }
}
