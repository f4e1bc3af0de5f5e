/**
 * Scans an object that was made from another one by looking only at what is new in it, with the same outcome as a scan of
 * the whole.
 *
 * An outcome depends on the bytes that were looked at (detect/look.ts). Where these were copied in one run, the outcome is that
 * of the base: its looks and hits are carried over with their offsets moved. Looks that were cut are repeated. And near inserted
 * bytes and seams (where two runs meet that were not neighbours in the base; the beginning and the end of an object are seams
 * too, if they were not those of the base) anchors are looked for.
 * @module
 */
import { type Hit, movedHit, type Part, REGION, regionOf, type Scanner } from '../../detect/hit.ts';
import { LOOK, Looks } from '../../detect/look.ts';
import { byText } from '../../order.ts';
import { Core } from '../../wasm/core.ts';
import type { BlobWalker } from './blobwalker.ts';
import { Carrier } from './carry.ts';
import type { CopyRuns } from './delta.ts';
import { RangeList } from './ranges.ts';

/** What is known of an object that was scanned. */
export interface Known {
  /** In order. Where there are only regions, these are among the looks: so the core can carry them, too. */
  hits: Hit[];
  /** By place. */
  looks: Looks;
  /** All of it depends on all of the object. */
  whole: boolean;
}

/** Bytes that a range costs to look at as such. */
const RANGE_COST = 16;
/**
 * What was decoded so near to a change is decoded anew at once: looks at the change reach there mostly, and to find that out
 * afterwards means to scan all changes once more.
 */
const NEAR = 512;
/** Looks times regions that are compared with each other: with more, all is scanned. */
const MAX_PAIRS = 1_000_000;

/** Hits of a base that are carried over: as they are in the object that is made from it, and, in the same order, as they were. */
interface Carried {
  hits: Hit[];
  of: Hit[];
}

/** What was found in a base, in order: from where to where anything depends on, and on how many bytes at most; and its size. */
interface HitsOfBase {
  hits: readonly Hit[];
  lowest: number;
  highest: number;
  longest: number;
  size: number;
}

/** Of most objects nothing was found in the base. */
const NONE: Carried = { hits: [], of: [] };

export class DeltaScanner {
  readonly #scanner: Scanner;
  #carrier: Carrier | undefined;
  readonly #cut = new RangeList();
  readonly #regions = new Looks();
  /** Tables that are not in use. */
  readonly #free: Looks[] = [];
  /** Bytes in which anchors were looked for, as opposed to what is known from a base. */
  bytes = 0;

  /** @param carrier in the memory where objects are, to spare copies; else one is made when it is needed */
  constructor(scanner: Scanner, carrier?: Carrier) {
    this.#scanner = scanner;
    this.#carrier = carrier;
  }

  /** What is in the whole of `data`. */
  whole(data: Buffer): Known {
    this.bytes += data.length;
    const hits = inOrder(this.#scanner.scan(data, 0, data.length));
    const looks = this.#take();
    looks.take(this.#scanner.looks.data, this.#scanner.looks.count);
    looks.sort();
    return this.#scanner.whole ? { hits, looks, whole: true } : this.#known(hits, looks);
  }

  /** What is known of a blob on a level of the path that a walker has made by itself; undefined where nothing is. */
  walked(walker: BlobWalker, level: number): Known | undefined {
    const looks = this.#take();
    if (walker.take(level, looks)) return { hits: [], looks, whole: false };
    this.#free.push(looks);
    return undefined;
  }

  /** Something known is not needed any more. */
  release({ looks }: Known): void {
    this.#free.push(looks);
  }

  /**
   * What is in `data`, given what it copies from its base and what is known of that.
   * @param runs in bytes of `data` and of the base, of which `baseSize` is the length
   */
  derived(data: Buffer, runs: CopyRuns, baseSize: number, base: Known): Known {
    if (base.whole) return this.whole(data);
    const hits = base.hits.length > 0 ? [] : regionsIn(base.looks);
    if (hits.length === 0) return this.#derived(data, runs, baseSize, base);
    const looks = this.#take();
    looks.take(base.looks.data, base.looks.count);
    looks.drop(REGION);
    const known = this.#derived(data, runs, baseSize, { hits, looks });
    this.#free.push(looks);
    return known;
  }

  /** @param base with all of its regions among the hits */
  #derived(data: Buffer, runs: CopyRuns, baseSize: number, base: Pick<Known, 'hits' | 'looks'>): Known {
    const size = data.length;
    const carried = this.#take();
    /** Regions of the base, and what was found in them, that are scanned anew for what is looked at now. */
    let anew: Set<Hit> | undefined;
    const carrier = (this.#carrier ??= new Carrier(new Core(Carrier.size)));
    const { ranges, wide, repeats } = carrier;
    const cut = this.#cut;
    for (;;) {
      let bytes = carrier.findChanges(size, runs, baseSize, this.#scanner.reach);
      cut.count = 0;
      const known = base.hits.length > 0 ? this.#carryHits(size, runs, baseSize, base.hits, anew) : NONE;
      const { hits } = known;
      if (cut.count > 0) {
        ranges.join(cut);
        wide.join(cut);
        bytes = ranges.size();
      }
      if (bytes + RANGE_COST * ranges.count > size || !carrier.carry(size, runs, baseSize, base.looks, cut, carried)) {
        this.#free.push(carried);
        return this.whole(data);
      }
      if (ranges.count === 0 && repeats.count === 0) return this.#known(inOrder(hits), carried);
      const part: Part = { ranges, wide, looks: carried, repeats, hits };
      const found = this.#scanner.scan(data, 0, size, part);
      if (this.#scanner.whole) {
        this.#free.push(carried);
        this.bytes += size;
        return { hits: inOrder(found), looks: this.#take(), whole: true };
      }
      const { looks } = this.#scanner;
      if (hits.length > 0 && looks.count > 0) {
        if (countRegions(hits) * looks.count > MAX_PAIRS) {
          this.#free.push(carried);
          return this.whole(data);
        }
        // What was decoded and what is looked at now may have to do with each other: then it is decoded anew, too.
        const touched = findTouched(known, looks);
        if (touched) {
          anew = new Set([...(anew ?? []), ...touched]);
          continue;
        }
      }
      this.bytes += bytes;
      carried.merge(looks);
      return this.#known(inOrder(found), carried);
    }
  }

  /** Puts regions among the looks where there are no other hits. */
  #known(hits: Hit[], looks: Looks): Known {
    if (hits.length === 0 || hits.some(({ rule }) => rule !== REGION)) return { hits, looks, whole: false };
    const regions = this.#regions;
    regions.count = 0;
    for (const { start, from, to } of hits) regions.add(REGION, start, from, to);
    looks.merge(regions);
    return { hits: [], looks, whole: false };
  }

  #take(): Looks {
    const looks = this.#free.pop() ?? new Looks();
    looks.count = 0;
    return looks;
  }

  /**
   * Moves hits along the runs that copy all they depend on. Where something was decoded of which only parts were copied, these
   * join the ranges.
   * @param anew what is to be found anew although it could be carried
   */
  #carryHits(size: number, runs: CopyRuns, baseSize: number, hits: readonly Hit[], anew: ReadonlySet<Hit> | undefined): Carried {
    const { data, count } = runs;
    const carried: Carried = { hits: [], of: [] };
    const base: HitsOfBase = { hits, lowest: hits[0]!.from, highest: 0, longest: 0, size: baseSize };
    for (const { from, to } of hits) {
      base.longest = Math.max(base.longest, to - from);
      base.highest = Math.max(base.highest, to);
    }
    for (let i = 0; i < 3 * count; i += 3) {
      const from = data[i + 1] as number;
      const end = from + (data[i + 2] as number);
      // Of thousands of runs few copy anything in which something was found.
      if (end > base.lowest && from < base.highest) this.#carryRun(data[i] as number, from, end, size, base, anew, carried);
    }
    if (this.#cut.count > 0) this.#cut.sort();
    return carried;
  }

  /** Moves what the run `[from, end)` of the base copies to `to`. */
  #carryRun(
    to: number,
    from: number,
    end: number,
    size: number,
    { hits, longest, size: baseSize }: HitsOfBase,
    anew: ReadonlySet<Hit> | undefined,
    carried: Carried,
  ): void {
    const shift = to - from;
    for (let j = firstFrom(hits, from - longest); j < hits.length; j++) {
      const hit = hits[j] as Hit;
      if (hit.from >= end) break;
      if (hit.to <= from) continue;
      const near = isNear(hit, from, end, baseSize) && isOfRegion(hits, j);
      if (!near && !anew?.has(hit) && isWhole(hit.from, hit.to, from, end, shift, size, baseSize)) {
        carried.hits.push(shift === 0 ? hit : movedHit(hit, shift));
        carried.of.push(hit);
      } else if (hit.rule === REGION) {
        this.#cut.push(Math.max(hit.from, from) + shift, Math.min(hit.to, end) + shift);
      }
    }
  }
}

/** Regions that are among looks. */
function regionsIn({ data, count }: Looks): Hit[] {
  const regions: Hit[] = [];
  for (let i = 0; i < LOOK * count; i += LOOK)
    if (data[i] === REGION) regions.push(regionOf(data[i + 1]!, data[i + 2]!, data[i + 3]!));
  return inOrder(regions);
}

function countRegions(hits: readonly Hit[]): number {
  let count = 0;
  for (let i = 0; i < hits.length; i++) if ((hits[i] as Hit).rule === REGION) count++;
  return count;
}

/**
 * Regions of the base that depend on what is looked at now, and what was found in them; undefined where there are none. Those that share
 * bytes with them are looked at anew at once, too: to find that out afterwards means to scan all changes once more.
 */
function findTouched({ hits, of }: Carried, looks: Looks): Hit[] | undefined {
  // By place, as runs are, and hits of a base.
  const regions = [...hits.keys()].filter((i) => hits[i]!.rule === REGION);
  const touched: Hit[] = [];
  for (let first = 0, next = 0; first < regions.length; first = next) {
    // From one on all that share bytes.
    let end = hits[regions[first]!]!.to;
    for (next = first + 1; next < regions.length && hits[regions[next]!]!.from < end; next++)
      end = Math.max(end, hits[regions[next]!]!.to);
    const together = regions.slice(first, next);
    if (together.some((i) => looks.touch(hits[i]!.from, hits[i]!.to))) for (const i of together) touched.push(of[i]!);
  }
  if (touched.length === 0) return undefined;
  // What was found in a region depends on the same bytes.
  return touched.flatMap((region) => of.filter(({ from, to }) => from === region.from && to === region.to));
}

/** Whether the run `[from, end)` copies all of `[first, last)`, also that the object begins or ends there. */
function isWhole(first: number, last: number, from: number, end: number, shift: number, size: number, baseSize: number): boolean {
  return first >= from && last <= end && (first > 0 || shift === 0) && (last < baseSize || last + shift === size);
}

/** Whether something else than the run `[from, end)` of the base copies begins or ends near what a hit depends on. */
function isNear({ from: first, to: last }: Hit, from: number, end: number, baseSize: number): boolean {
  return (from > 0 && first - from < NEAR) || (end < baseSize && end - last < NEAR);
}

/** Whether a hit, one of several in order, is a region, or was found in one: then it depends on the same bytes. */
function isOfRegion(hits: readonly Hit[], at: number): boolean {
  const { from, to } = hits[at]!;
  let first = at;
  while (first > 0 && hits[first - 1]!.from === from) first--;
  for (let i = first; i < hits.length && hits[i]!.from === from; i++)
    if (hits[i]!.rule === REGION && hits[i]!.to === to) return true;
  return false;
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

/** Order of hits: where what they depend on begins, where they stand, of which rule they are, and what is said of them. */
function compareHits(a: Hit, b: Hit): number {
  return a.from - b.from || a.start - b.start || a.end - b.end || a.rule - b.rule || byText(textOf(a), textOf(b));
}

function textOf({ decoded, confidence, evidence, reasons }: Hit): string {
  const text = decoded ? `${decoded.secret}\0${decoded.from.join()}\0${decoded.unsure}` : '';
  return `${text}\0${confidence}\0${evidence?.join()}\0${reasons.map(({ code }) => code).join()}`;
}

/** Sorts hits and drops what is there twice: a hit may be carried over and found again. */
function inOrder(hits: Hit[]): Hit[] {
  if (hits.length < 2) return hits;
  hits.sort(compareHits);
  return hits.filter((hit, i) => i === 0 || compareHits(hit, hits[i - 1] as Hit) !== 0);
}
