/**
 * Ids that loops of the core have met and that are to be looked for, each with a tag (wasm/assembly/ids.ts).
 * @module
 */
import { type Core, partsSize } from '../../wasm/core.ts';
import { MOST_AT_ONCE } from './packindex.ts';

/** Bytes of the longest id. */
export const MAX_ID = 32;

/** Parts of the core's memory, in bytes. */
const PARTS = { ids: MAX_ID * MOST_AT_ONCE, tags: 4 * MOST_AT_ONCE };

export class IdTable {
  readonly #core: Core;
  readonly #parts: Readonly<Record<keyof typeof PARTS, Buffer>>;
  #idBytes = 20;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partsSize(PARTS);

  constructor(core: Core) {
    this.#core = core;
    this.#parts = core.takeAll(PARTS);
  }

  /** Has ids taken down here from now on. */
  begin(idBytes: number): void {
    const { ids, tags } = this.#parts;
    this.#idBytes = idBytes;
    this.#core.exports.setupIds(idBytes, ids.byteOffset, tags.byteOffset, MOST_AT_ONCE);
  }

  /** Takes away all that are there, one after the other, and their tags. */
  take(onIds: (ids: Buffer, tags: Int32Array) => void): void {
    const { ids, tags } = this.#parts;
    const count = this.#core.exports.takeIds();
    if (count > 0) onIds(ids.subarray(0, count * this.#idBytes), this.#core.numbers(tags.byteOffset, count));
  }
}
