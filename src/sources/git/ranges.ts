/**
 * Parts of an object, as pairs of offsets.
 * @module
 */
import type { Ranges } from '../../detect/prefilter.ts';

/** Reused from object to object. */
export class RangeList implements Ranges {
  pairs: Int32Array;
  count = 0;

  /** @param pairs where the ranges stand, as long as they have room there */
  constructor(pairs: Int32Array = new Int32Array(256)) {
    this.pairs = pairs;
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
    let last = -1;
    for (const [from, to] of all) {
      if (last >= 0 && from <= (this.pairs[last] as number)) {
        this.pairs[last] = Math.max(to, this.pairs[last] as number);
        continue;
      }
      this.push(from, to);
      last = 2 * this.count - 1;
    }
  }

  /** Bytes in all ranges, if they are in order. */
  size(): number {
    let bytes = 0;
    for (let i = 0; i < 2 * this.count; i += 2) bytes += (this.pairs[i + 1] as number) - (this.pairs[i] as number);
    return bytes;
  }
}
