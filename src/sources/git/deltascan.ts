/**
 * Scans an object that was made from another one by looking only at what is new in it, with the same outcome as a scan of
 * the whole.
 *
 * An outcome depends on the bytes around its anchor. Where these were copied in one run, the outcome is that of the base:
 * nothing to do for the many places without a hit, and hits are carried over with their offsets moved. Everything else is
 * evaluated again: anchors near inserted bytes, near seams (where two runs meet that were not neighbours in the base; the
 * beginning and the end of an object are seams too, if they were not those of the base), and hits that were cut.
 * @module
 */
import { type Hit, type Scanner, WHOLE } from '../../detect/hit.ts';
import { byText } from '../../order.ts';
import type { CopyRuns } from './delta.ts';

/** Ranges in ascending order, joined where they touch. Reused from object to object. */
class Ranges {
  data = new Int32Array(256);
  length = 0;

  /** Adds `[from, to)`; `from` is not less than that of any earlier range. */
  add(from: number, to: number): void {
    if (this.length > 0 && from <= (this.data[this.length - 1] as number)) {
      if (to > (this.data[this.length - 1] as number)) this.data[this.length - 1] = to;
      return;
    }
    if (this.length + 2 > this.data.length) {
      const larger = new Int32Array(2 * this.data.length);
      larger.set(this.data);
      this.data = larger;
    }
    this.data[this.length++] = from;
    this.data[this.length++] = to;
  }

  /** Bytes in all ranges. */
  size(): number {
    let bytes = 0;
    for (let i = 0; i < this.length; i += 2) bytes += (this.data[i + 1] as number) - (this.data[i] as number);
    return bytes;
  }
}

export class DeltaScanner {
  readonly #scanner: Scanner;
  readonly #ranges = new Ranges();
  /** Bytes that were scanned, as opposed to carried over. */
  bytes = 0;

  constructor(scanner: Scanner) {
    this.#scanner = scanner;
  }

  /** Hits in the whole of `data`, in order. */
  whole(data: Buffer): Hit[] {
    this.bytes += data.length;
    return inOrder(this.#scanner.scan(data, 0, data.length));
  }

  /**
   * Hits in `data`, in order, given what it copies from its base and the hits in the base (as given for it before).
   * @param runs in bytes of `data` and of the base, of which `baseSize` is the length
   */
  derived(data: Buffer, runs: CopyRuns, baseSize: number, baseHits: readonly Hit[]): Hit[] {
    const ranges = this.#ranges;
    this.#findChanges(data.length, runs, baseSize);
    const carried: Hit[] = [];
    if (baseHits.length > 0) {
      const cut: [number, number][] = [];
      this.#carry(data.length, runs, baseSize, baseHits, carried, cut);
      if (cut.length > 0) this.#widen(cut, data.length);
    }
    const bytes = ranges.size();
    // Many ranges cost more than they spare.
    if (bytes + 64 * ranges.length > 0.9 * data.length) return this.whole(data);
    if (ranges.length === 0) return inOrder(carried);
    this.bytes += bytes;
    const found = this.#scanner.scan(data, 0, data.length, ranges.data.subarray(0, ranges.length));
    const anew = carried.length === 0 || found.some(({ rule }) => rule === WHOLE);
    return inOrder(anew ? found : carried.concat(found));
  }

  /** Sets the ranges in which anchors lie whose outcome may differ from that in the base. */
  #findChanges(size: number, runs: CopyRuns, baseSize: number): void {
    const ranges = this.#ranges;
    ranges.length = 0;
    const { reach } = this.#scanner;
    const { data, count } = runs;
    let done = 0;
    let source = 0;
    for (let i = 0; i <= 3 * count; i += 3) {
      const last = i === 3 * count;
      const to = last ? size : (data[i] as number);
      const from = last ? baseSize : (data[i + 1] as number);
      if (to > done || from !== source) ranges.add(Math.max(0, done - reach), Math.min(size, to + reach + 1));
      if (last) break;
      const length = data[i + 2] as number;
      done = to + length;
      source = from + length;
    }
    if (size === 0) ranges.length = 0;
  }

  /** Moves hits along the runs that copy all they depend on; tells which parts of hits were copied without the rest. */
  #carry(
    size: number,
    runs: CopyRuns,
    baseSize: number,
    baseHits: readonly Hit[],
    carried: Hit[],
    cut: [number, number][],
  ): void {
    const { data, count } = runs;
    const { reach } = this.#scanner;
    let longest = 0;
    for (const hit of baseHits) longest = Math.max(longest, hit.to - hit.from);
    for (let i = 0; i < 3 * count; i += 3) {
      const to = data[i] as number;
      const from = data[i + 1] as number;
      const end = from + (data[i + 2] as number);
      const shift = to - from;
      for (let j = firstFrom(baseHits, from - longest); j < baseHits.length; j++) {
        const hit = baseHits[j] as Hit;
        if (hit.from >= end) break;
        if (hit.to <= from) continue;
        // That an object begins or ends there is part of an outcome, too.
        const edges = (hit.from > 0 || shift === 0) && (hit.to < baseSize || hit.to + shift === size);
        if (hit.from < from || hit.to > end || !edges) {
          cut.push([Math.max(hit.from, from) + shift - reach, Math.min(hit.to, end) + shift + reach + 1]);
        } else {
          carried.push(shift === 0 ? hit : moved(hit, shift));
        }
      }
    }
  }

  /** Joins more ranges into the sorted ones. */
  #widen(more: [number, number][], size: number): void {
    const ranges = this.#ranges;
    for (let i = 0; i < ranges.length; i += 2) more.push([ranges.data[i] as number, ranges.data[i + 1] as number]);
    more.sort((a, b) => a[0] - b[0]);
    ranges.length = 0;
    for (const [from, to] of more) ranges.add(Math.max(0, from), Math.min(size, to));
  }
}

/** Index of the first hit of which `from` is not less than `at`. */
function firstFrom(hits: readonly Hit[], at: number): number {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((hits[middle] as Hit).from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function moved(hit: Hit, by: number): Hit {
  const [start, end, from, to] = [hit.start + by, hit.end + by, hit.from + by, hit.to + by];
  // Most are probes, which have nothing else.
  const { rule, confidence, reasons } = hit;
  return rule < 0 ? { rule, start, end, from, to, confidence, reasons } : { ...hit, start, end, from, to };
}

/** Order of hits: where what they depend on begins, where they stand, of which rule they are, what is decoded there, and how. */
function compareHits(a: Hit, b: Hit): number {
  const order = a.from - b.from || a.start - b.start || a.end - b.end || a.rule - b.rule;
  if (order !== 0 || (!a.decoded && !b.decoded)) return order;
  return byText(textOf(a), textOf(b));
}

function textOf({ decoded }: Hit): string {
  return decoded ? `${decoded.secret}\0${decoded.from.join()}\0${decoded.unsure}` : '';
}

/** Sorts hits and drops what is there twice: a hit may be carried over and found again. */
function inOrder(hits: Hit[]): Hit[] {
  if (hits.length < 2) return hits;
  hits.sort(compareHits);
  return hits.filter((hit, i) => i === 0 || compareHits(hit, hits[i - 1] as Hit) !== 0);
}
