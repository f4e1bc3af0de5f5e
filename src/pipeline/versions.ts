/**
 * Scans the versions of files, one after the other: of each only what differs from one that is known.
 * @module
 */
import type { Hit, Scanner } from '../detect/hit.ts';
import type { CopyRuns } from '../sources/git/delta.ts';
import { DeltaScanner, type Known } from '../sources/git/deltascan.ts';

/** Bytes of versions, and of what is known of them, that are kept. */
export const KEPT = 64 * 1024 * 1024;
/** Bytes that are compared at a time. */
const BLOCK = 1024;

interface Version {
  data: Buffer;
  known: Known;
  bytes: number;
}

export class VersionScanner {
  readonly #delta: DeltaScanner;
  /** By id, the one that was used last comes last. */
  readonly #kept = new Map<string, Version>();
  /** That are kept now. */
  bytes = 0;

  constructor(scanner: Scanner) {
    this.#delta = new DeltaScanner(scanner);
  }

  /**
   * The hits of some content, as a scan of all of it gives them.
   * @param id of the content
   * @param data is kept, and must not change
   * @param others ids of content that it has most in common with, as far as that was scanned here
   */
  scan(id: string, data: Buffer, others: readonly string[]): readonly Hit[] {
    const same = this.#use(id);
    if (same) return same.known.hits;
    const base = others.map((each) => this.#use(each)).find((each) => each !== undefined);
    const known = base
      ? this.#delta.derived(data, commonEnds(base.data, data), base.data.length, base.known)
      : this.#delta.whole(data);
    this.#keep(id, { data, known, bytes: data.length + known.looks.data.byteLength });
    return known.hits;
  }

  #use(id: string): Version | undefined {
    const version = this.#kept.get(id);
    if (version) {
      this.#kept.delete(id);
      this.#kept.set(id, version);
    }
    return version;
  }

  #keep(id: string, version: Version): void {
    this.#kept.set(id, version);
    this.bytes += version.bytes;
    for (const [oldest, { known, bytes }] of this.#kept) {
      if (this.bytes <= KEPT) break;
      this.#kept.delete(oldest);
      this.bytes -= bytes;
      this.#delta.release(known);
    }
  }
}

/** What some content has in common with its base at the beginning and at the end. */
export function commonEnds(base: Buffer, data: Buffer): CopyRuns {
  const most = Math.min(base.length, data.length);
  let first = 0;
  while (first + BLOCK <= most && base.compare(data, first, first + BLOCK, first, first + BLOCK) === 0) first += BLOCK;
  while (first < most && base[first] === data[first]) first++;
  const left = most - first;
  const shift = base.length - data.length;
  let last = 0;
  const isSame = (from: number, to: number): boolean => base.compare(data, from, to, from + shift, to + shift) === 0;
  while (last + BLOCK <= left && isSame(data.length - last - BLOCK, data.length - last)) last += BLOCK;
  while (last < left && base[base.length - 1 - last] === data[data.length - 1 - last]) last++;
  const runs: number[] = [];
  if (first > 0) runs.push(0, 0, first);
  if (last > 0) runs.push(data.length - last, base.length - last, last);
  return { count: runs.length / 3, data: Int32Array.from(runs) };
}
