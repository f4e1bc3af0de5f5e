/**
 * Recalls looks where the same bytes stand again, and what they came to: mostly, nothing. In histories nine of ten looks repeat another one, and are
 * recalled: lines are moved, taken back, merged, and stand in many files; wasm/assembly/recall.ts compares bytes faster than any of them is read.
 *
 * The outcome of a look follows from the bytes that it depends on (look.ts), and from whether the data begins or ends with them, so
 * nothing else is asked: all of them are kept and compared.
 * @module
 */
import { type Core, partsSize } from '../wasm/core.ts';
import { type Hit, movedHit } from './hit.ts';

const SLOTS = 1 << 19;
/** Beyond the last slot some are looked at, too: PROBES of wasm/assembly/recall.ts. */
const MORE = 32;
/** Bytes of looks that are remembered. When there is no room left, all are forgotten. Memory that is not touched costs nothing. */
const ROOM = 24 << 20;
/** Longest look that is remembered, in bytes; few are longer. */
const LONGEST = 4096;
/** In place of what a look came to: that depends on other looks at the same data, so it is looked at again. */
const OPEN = 0xffffffff;

/** Parts of the core's memory, in bytes. */
const PARTS = { slots: (SLOTS + MORE) * 8, entries: ROOM };

/** A look to be remembered. */
export interface Kept {
  kind: number;
  /** Addresses: of its place, of the bytes `[from, to)` that it depends on, and of the data `[start, end)` that holds these. */
  at: number;
  from: number;
  to: number;
  start: number;
  end: number;
}

export class Recall {
  /** Bytes of the look that was recalled last: before its place, and in all. */
  before = 0;
  length = 0;
  /** What was found by it, as seen from its place; nothing, mostly. */
  hits: readonly Hit[] = NOTHING;
  /** Whether the look that was asked for last is not known because it depends on others. */
  isOpen = false;
  readonly #core: Core;
  readonly #memory: DataView;
  /** What was found by looks, and the number of the first, less one. */
  #found: (readonly Hit[])[] = [];
  #first = 0;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partsSize(PARTS);

  /** @param refusals for each kind of look by what it is refused (see refusals.ts), if it is: as much memory is taken beside `size` */
  constructor(core: Core, refusals?: Uint8Array) {
    this.#core = core;
    const slots = core.take(PARTS.slots);
    const entries = core.take(PARTS.entries);
    this.#memory = new DataView(entries.buffer);
    core.exports.setupRecall(slots.byteOffset, SLOTS, entries.byteOffset, ROOM);
    if (!refusals) return;
    const kinds = core.take(refusals.length);
    kinds.set(refusals);
    core.exports.setupRefusals(kinds.byteOffset);
  }

  /**
   * Whether it is known to what a look of a kind comes, also since it is refused; `before` and `length` then say on which bytes that depends,
   * and `hits` what it is.
   * @param at address of its place in the data from address `start` to `end`
   */
  knows(kind: number, at: number, start: number, end: number): boolean {
    const entry = this.#core.exports.recall(kind, at, start, end);
    const outcome = entry === 0 ? OPEN : this.#memory.getUint32(entry + 12, true);
    this.isOpen = entry > 0 && outcome === OPEN;
    if (outcome === OPEN) return false;
    this.before = this.#memory.getUint32(entry + 4, true);
    this.length = this.#memory.getUint32(entry + 8, true);
    this.hits = outcome === 0 ? NOTHING : this.#found[outcome - this.#first - 1]!;
    return true;
  }

  /**
   * Remembers to what a look came, and on which bytes that depends; where these are the first or the last ones of the data, also on that.
   * @param hits what it found, with offsets of which `place` is that of the look
   * @returns false where it is too long to be remembered
   */
  keep(look: Kept, hits: readonly Hit[] = NOTHING, place = 0): boolean {
    const isKept = this.#put(look, hits.length === 0 ? 0 : this.#first + this.#found.length + 1);
    if (isKept && hits.length > 0) this.#found.push(hits.map((hit) => movedHit(hit, -place)));
    return isKept;
  }

  /** Remembers that a look is open: who goes on without scanning data need not begin with it. */
  keepOpen(look: Kept): void {
    this.#put(look, OPEN);
  }

  #put({ kind, at, from, to, start, end }: Kept, outcome: number): boolean {
    if (to - from > LONGEST) return false;
    if (this.#core.exports.keep(kind, at, from, to, start, end, outcome) !== 0) {
      this.#first += this.#found.length;
      this.#found = [];
    }
    return true;
  }
}

const NOTHING: readonly Hit[] = [];
