/**
 * Parts of an object, as pairs of offsets.
 * @module
 */
import type { Ranges } from '../../detect/prefilter.ts';

/** Which range of a list a place lies in, for places that ascend. */
export class RangeCursor {
  readonly #list: RangeList;
  #next = 0;

  constructor(list: RangeList) {
    this.#list = list;
  }

  has(place: number): boolean {
    const { pairs, count } = this.#list;
    while (this.#next < count && (pairs[2 * this.#next + 1] as number) <= place) this.#next++;
    return this.#next < count && (pairs[2 * this.#next] as number) <= place;
  }
}

/** Reused from object to object. */
export class RangeList implements Ranges {
  pairs = new Int32Array(256);
  count = 0;

  /** Adds `[from, to)`; `from` is not less than that of any earlier range. What touches the last one makes it longer. */
  add(from: number, to: number): void {
    const last = 2 * this.count - 1;
    if (last > 0 && from <= (this.pairs[last] as number)) {
      if (to > (this.pairs[last] as number)) this.pairs[last] = to;
      return;
    }
    this.push(from, to);
  }

  /** Adds `[from, to)`, whatever is there. */
  push(from: number, to: number): void {
    const place = 2 * this.count++;
    if (place === this.pairs.length) {
      const larger = new Int32Array(2 * this.pairs.length);
      larger.set(this.pairs);
      this.pairs = larger;
    }
    this.pairs[place] = from;
    this.pairs[place + 1] = to;
  }

  /** Takes in the ranges of another list, and puts all in order. */
  join({ pairs, count }: RangeList): void {
    for (let i = 0; i < 2 * count; i += 2) this.push(pairs[i] as number, pairs[i + 1] as number);
    this.sort();
  }

  /** Puts ranges that were pushed in order, and joins those that touch. */
  sort(): void {
    const all = Array.from({ length: this.count }, (_, i) => [this.pairs[2 * i], this.pairs[2 * i + 1]] as [number, number]);
    all.sort((a, b) => a[0] - b[0]);
    this.count = 0;
    for (const [from, to] of all) this.add(from, to);
  }

  /** Bytes in all ranges, if they are in order. */
  size(): number {
    let bytes = 0;
    for (let i = 0; i < 2 * this.count; i += 2) bytes += (this.pairs[i + 1] as number) - (this.pairs[i] as number);
    return bytes;
  }
}
