/**
 * Carries what is known of an object over to one that is made from it (wasm/assembly/carry.ts): which looks are the same there,
 * which are to be repeated, and where there may be others.
 * @module
 */
import type { Reach } from '../../detect/hit.ts';
import { LOOK, Looks } from '../../detect/look.ts';
import { type Core, partsSize } from '../../wasm/core.ts';
import { type CopyRuns, MAX_RUNS } from './delta.ts';
import { RangeList } from './ranges.ts';

/** Looks that may be carried over, and as many that may be repeated; with more, all is scanned. */
const MAX_LOOKS = 1 << 20;
/** Cut ranges that are taken. */
const MAX_CUT = 1 << 16;

/** Parts of the core's memory, in bytes; there may be one range more than runs. */
const PARTS = {
  ranges: 8 * (MAX_RUNS + 1),
  wide: 8 * (MAX_RUNS + 1),
  looks: 4 * LOOK * MAX_LOOKS,
  carried: 4 * LOOK * MAX_LOOKS,
  repeats: 4 * LOOK * MAX_LOOKS,
  cut: 8 * MAX_CUT,
  runs: 12 * MAX_RUNS,
  counts: 16,
};

export class Carrier {
  /** Where anchors may begin that are not those of the base, and where what has none may: see detect/hit.ts, Reach. */
  readonly ranges: RangeList;
  readonly wide: RangeList;
  /** Looks that are to be repeated; only their kinds and places count. */
  readonly repeats = new Looks();
  readonly #core: Core;
  readonly #ranges: Int32Array;
  readonly #wide: Int32Array;
  readonly #looks: Int32Array;
  readonly #carried: Int32Array;
  readonly #cut: Int32Array;
  readonly #runs: Int32Array;
  readonly #counts: Int32Array;
  /** The runs that were given last that stand in the core's memory. */
  #held: Int32Array | undefined;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partsSize(PARTS);

  constructor(core: Core) {
    const take = (bytes: number): Int32Array => core.takeNumbers(bytes / 4);
    this.#core = core;
    this.#ranges = take(PARTS.ranges);
    this.#wide = take(PARTS.wide);
    this.#looks = take(PARTS.looks);
    this.#carried = take(PARTS.carried);
    this.repeats.data = take(PARTS.repeats);
    this.#cut = take(PARTS.cut);
    this.#runs = take(PARTS.runs);
    this.#counts = take(PARTS.counts);
    this.ranges = new RangeList(this.#ranges);
    this.wide = new RangeList(this.#wide);
    const places = [this.#ranges, this.#wide, this.#carried, this.repeats.data].map(({ byteOffset }) => byteOffset);
    core.exports.setupCarry(...(places as [number, number, number, number]), MAX_LOOKS, this.#counts.byteOffset);
  }

  /**
   * Sets `ranges` and `wide`.
   * @param runs in bytes of an object of `size` bytes and of its base, of which `baseSize` is the length
   * @returns bytes in `ranges`
   */
  findChanges(size: number, runs: CopyRuns, baseSize: number, { before, behind, around }: Reach): number {
    const { exports } = this.#core;
    const bytes = exports.findChanges(this.#place(runs), runs.count, size, baseSize, before, behind, around);
    this.ranges.pairs = this.#ranges;
    this.wide.pairs = this.#wide;
    this.ranges.count = this.#counts[0]!;
    this.wide.count = this.#counts[1]!;
    return bytes;
  }

  /**
   * Moves looks along the runs that copy all they depend on, but for those in `cut`. The others are to be repeated, unless they
   * lie where there are other ones to be looked for.
   * @param looks of the base
   * @param carried takes those that were moved
   * @returns false when there are too many
   */
  carry(size: number, runs: CopyRuns, baseSize: number, looks: Looks, cut: RangeList, carried: Looks): boolean {
    const { ranges, wide } = this;
    if (looks.count > MAX_LOOKS || cut.count > MAX_CUT || ranges.pairs !== this.#ranges || wide.pairs !== this.#wide)
      return false;
    this.#looks.set(looks.data.subarray(0, LOOK * looks.count));
    if (cut.count > 0) this.#cut.set(cut.pairs.subarray(0, 2 * cut.count));
    const done = this.#core.exports.carryLooks(
      this.#looks.byteOffset,
      looks.count,
      this.#place(runs),
      runs.count,
      size,
      baseSize,
      this.#cut.byteOffset,
      cut.count,
      ranges.count,
      wide.count,
    );
    if (!done) return false;
    carried.take(this.#carried, this.#counts[2]!);
    this.repeats.count = this.#counts[3]!;
    return true;
  }

  /** The address of runs. */
  #place({ data, count }: CopyRuns): number {
    if (data !== this.#held && this.#core.holds(data)) this.#held = data;
    if (data === this.#held) return data.byteOffset;
    this.#runs.set(data.subarray(0, 3 * count));
    return this.#runs.byteOffset;
  }
}
