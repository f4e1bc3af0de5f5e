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

  /** Takes in the ranges of another list that is in order, as this one is, and joins those that touch. */
  join(other: RangeList): void {
    const pairs = this.pairs.slice(0, 2 * this.count);
    this.count = 0;
    for (let i = 0, k = 0; i < pairs.length || k < 2 * other.count; ) {
      const mine = k >= 2 * other.count || (i < pairs.length && pairs[i]! <= other.pairs[k]!);
      if (mine) this.#add(pairs[i++]!, pairs[i++]!);
      else this.#add(other.pairs[k++]!, other.pairs[k++]!);
    }
  }

  /** Puts ranges that were pushed in order, and joins those that touch. */
  sort(): void {
    const all = Array.from({ length: this.count }, (_, i) => [this.pairs[2 * i], this.pairs[2 * i + 1]] as [number, number]);
    all.sort((a, b) => a[0] - b[0]);
    this.count = 0;
    for (const [from, to] of all) this.#add(from, to);
  }

  /** Adds `[from, to)`, which begins at or behind all others. What touches the last one makes it longer. */
  #add(from: number, to: number): void {
    const last = 2 * this.count - 1;
    if (last > 0 && from <= this.pairs[last]!) this.pairs[last] = Math.max(to, this.pairs[last]!);
    else this.push(from, to);
  }

  /** Bytes in all ranges, if they are in order. */
  size(): number {
    let bytes = 0;
    for (let i = 0; i < 2 * this.count; i += 2) bytes += (this.pairs[i + 1] as number) - (this.pairs[i] as number);
    return bytes;
  }
}
