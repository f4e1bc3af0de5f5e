/**
 * Looks for ids many at a time: ids are spread evenly over tables of megabytes, so that each one looked for alone waits for
 * memory, while several in a row wait together.
 * @module
 */
import type { ObjectIds } from './ids.ts';
import { MOST_AT_ONCE } from './packindex.ts';

/**
 * Is told what became of an id.
 * @param number -1 when it is not in the store
 * @param tag as it was given with the id
 * @param at where the id begins in `ids`
 */
export type OnNumber = (number: number, tag: number, ids: Buffer, at: number) => void;

export class IdBatch {
  readonly #ids: ObjectIds;
  readonly #idBytes: number;
  readonly #onNumber: OnNumber;
  readonly #numbers = new Int32Array(MOST_AT_ONCE);

  constructor(ids: ObjectIds, idBytes: number, onNumber: OnNumber) {
    this.#ids = ids;
    this.#idBytes = idBytes;
    this.#onNumber = onNumber;
  }

  /** Looks for ids that stand one after the other, MOST_AT_ONCE at most, a tag for each, and tells of them in their order. */
  find(ids: Buffer, tags: Int32Array): void {
    this.#ids.findAll(ids, tags.length, this.#numbers);
    for (let i = 0; i < tags.length; i++) this.#onNumber(this.#numbers[i]!, tags[i]!, ids, i * this.#idBytes);
  }
}
