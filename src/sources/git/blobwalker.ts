/**
 * Blobs of which all looks come to nothing: these need not be scanned one by one (wasm/assembly/blobwalk.ts). Most that are made from
 * others hold nothing that was not looked at before.
 * @module
 */
import type { Scanner } from '../../detect/hit.ts';
import { LOOK, type Looks } from '../../detect/look.ts';
import { type Core, partsSize } from '../../wasm/core.ts';
import { Path } from './path.ts';

/** New looks at a blob that are sorted, and asked for, at most. */
const ROOM = 4096;
/** Parts of the core's memory, in bytes; before what is asked for it says how many that are. */
const PARTS = { told: 8, fresh: 4 * LOOK * ROOM, asked: 8 + 8 * ROOM };
/** See walkBlobs: flags with the address that it gives. */
const ASKS = 2;
const FLAGS = 3;

export class BlobWalker {
  readonly #core: Core;
  readonly #path: Path;
  readonly #told: Float64Array;
  readonly #fresh: number;
  readonly #asked: Int32Array;
  #scanner: Scanner | undefined;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partsSize(PARTS);

  constructor(core: Core) {
    this.#core = core;
    this.#path = new Path(core);
    const { told, fresh, asked } = core.place(PARTS);
    this.#told = core.doubles(told, 1);
    this.#fresh = fresh;
    this.#asked = core.numbers(asked, PARTS.asked / 4);
  }

  /**
   * Begins with the blobs of a repository.
   * @param scanner in the same core
   * @param largest bytes; larger ones are not looked through
   */
  begin(scanner: Scanner, largest: number): void {
    const { before, behind, around } = scanner.reach;
    const [told, fresh, asked] = [this.#told.byteOffset, this.#fresh, this.#asked.byteOffset + 8];
    this.#scanner = scanner;
    this.#told[0] = 0;
    this.#core.exports.setupBlobWalk(before, behind, around, Math.min(largest, 0x7fffffff), told, fresh, asked, ROOM);
  }

  /** Bytes that were looked through. */
  get bytes(): number {
    return this.#told[0]!;
  }

  /** See ListedVisitor of packwalk.ts. */
  walk(list: number, last: number): number {
    const { exports } = this.#core;
    let told = exports.walkBlobs(list, last, 0);
    while ((told & ASKS) !== 0) {
      const at = told & ~FLAGS;
      if (!this.#answer(at)) return at;
      told = exports.walkBlobs(at, last, 1);
      // What is remembered may be forgotten at once.
      if ((told & ASKS) !== 0 && (told & ~FLAGS) === at) return at;
    }
    return told;
  }

  /** Has the looks remembered that the blob of an entry in the list asks for; false where one of them comes to something. */
  #answer(entry: number): boolean {
    const level = this.#core.numbers(entry, 4)[2]! + 1;
    const data = this.#core.bytes(this.#path.addressOf(level), this.#path.sizeOf(level));
    return this.#scanner?.settle?.(data, this.#asked.subarray(2), this.#asked[1]!) ?? false;
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
