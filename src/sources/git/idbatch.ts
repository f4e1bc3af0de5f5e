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

/** Ids that wait to be looked for. */
export class IdBatch {
  readonly #ids: ObjectIds;
  readonly #idBytes: number;
  readonly #onNumber: OnNumber;
  readonly #waiting: Buffer;
  readonly #tags = new Int32Array(MOST_AT_ONCE);
  readonly #numbers = new Int32Array(MOST_AT_ONCE);
  #count = 0;

  constructor(ids: ObjectIds, idBytes: number, onNumber: OnNumber) {
    this.#ids = ids;
    this.#idBytes = idBytes;
    this.#onNumber = onNumber;
    this.#waiting = Buffer.alloc(MOST_AT_ONCE * idBytes);
  }

  /** The id that begins at `at`; it is copied. */
  add(data: Uint8Array, at: number, tag: number): void {
    const idBytes = this.#idBytes;
    const waiting = this.#waiting;
    const place = this.#count * idBytes;
    for (let i = 0; i < idBytes; i++) waiting[place + i] = data[at + i]!;
    this.#tags[this.#count++] = tag;
    if (this.#count === MOST_AT_ONCE) this.finish();
  }

  /** Looks for all that wait, and tells of them in the order of their coming. */
  finish(): void {
    const count = this.#count;
    this.#count = 0;
    this.find(this.#waiting, this.#tags, count);
  }

  /** Looks for ids that stand one after the other, MOST_AT_ONCE at most, and tells of them in their order. */
  find(ids: Buffer, tags: Int32Array, count: number): void {
    this.#ids.findAll(ids, count, this.#numbers);
    for (let i = 0; i < count; i++) this.#onNumber(this.#numbers[i]!, tags[i]!, ids, i * this.#idBytes);
  }
}
