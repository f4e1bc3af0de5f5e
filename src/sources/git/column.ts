/**
 * Numbers that become more, of which histories have a million: a list of JavaScript takes several times as long, and what it is made
 * into at the end is another copy.
 * @module
 */
export class Column<Numbers extends Int32Array | Float64Array = Int32Array> {
  #data: Numbers;
  #length = 0;
  readonly #make: (length: number) => Numbers;

  /** @param make gives so many numbers, all 0 */
  constructor(make: (length: number) => Numbers) {
    this.#make = make;
    this.#data = make(4096);
  }

  /** Of whole numbers. */
  static ofInts(): Column {
    return new Column((length) => new Int32Array(length));
  }

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#data.length) this.#reserve(this.#length + 1);
    this.#data[this.#length++] = value;
  }

  append(values: ArrayLike<number>): void {
    const length = this.#length + values.length;
    if (length > this.#data.length) this.#reserve(length);
    this.#data.set(values, this.#length);
    this.#length = length;
  }

  get(at: number): number {
    return this.#data[at]!;
  }

  /** Numbers that come to stand between the last one and this are -1. */
  set(at: number, value: number): void {
    if (at >= this.#length) {
      if (at >= this.#data.length) this.#reserve(at + 1);
      this.#data.fill(-1, this.#length, at);
      this.#length = at + 1;
    }
    this.#data[at] = value;
  }

  /** All of them, in memory that is larger; this column must not be used any more. */
  finish(): Numbers {
    return this.#data.subarray(0, this.#length) as Numbers;
  }

  #reserve(length: number): void {
    const larger = this.#make(2 * length);
    larger.set(this.#data);
    this.#data = larger;
  }
}
