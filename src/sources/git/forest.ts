/**
 * The forest of deltas over all packs of a repository: a node for each packed entry, whose parent is what it is made from. The loops
 * are in wasm/assembly/forest.ts: there are millions of nodes when nothing else is compiled yet.
 * @module
 */
import { Core, partsSize } from '../../wasm/core.ts';

/** What an entry costs to read beside its bytes. */
export const EACH = 64;

/** Bytes of a pack that are read at a time. */
const WINDOW = 512 * 1024;

/** Parts of the core's memory for so many nodes, in bytes. */
const partsOf = (count: number) => ({
  offsets: 8 * count,
  weights: 8 * count,
  parents: 4 * count,
  order: 4 * count,
  spare: 4 * count,
  firstChild: 4 * count,
  nextSibling: 4 * count,
  types: count,
  window: WINDOW,
});

type Part = keyof ReturnType<typeof partsOf>;

/**
 * Where the entries of one pack are put: addresses of their columns in the forest. Where what they weigh and their order will stand
 * is free until all packs are read.
 */
export interface Plot extends Readonly<Record<'offsets' | 'weights' | 'order' | 'types' | 'parents', number>> {
  core: Core;
  count: number;
  /** For what is read of the pack. */
  window: Buffer;
}

export class Forest {
  /** By node: offset in its pack; what it is made from, less than 0 where that is none of the nodes; its type, 0 when unknown. */
  offsets: Float64Array;
  parents: Int32Array;
  types: Uint8Array;
  /** By node: bytes in the pack, with those of all nodes below it, and EACH for each. */
  readonly weights: Float64Array;
  readonly #core: Core;
  /** Addresses of the parts. */
  readonly #at: Readonly<Record<Part, number>>;
  /** Nodes that are in order. */
  #ordered = 0;

  /** @param room how many nodes there may be */
  constructor(room: number) {
    const parts = partsOf(room);
    const core = new Core(partsSize(parts));
    this.#core = core;
    this.#at = core.place(parts);
    this.offsets = core.doubles(this.#at.offsets, room);
    this.weights = core.doubles(this.#at.weights, room);
    this.parents = core.numbers(this.#at.parents, room);
    this.types = core.bytes(this.#at.types, room);
  }

  /** Nodes, as many as there is room for at first. */
  get count(): number {
    return this.types.length;
  }

  /** Leaves out nodes from `count` on. */
  limit(count: number): void {
    this.offsets = this.offsets.subarray(0, count);
    this.parents = this.parents.subarray(0, count);
    this.types = this.types.subarray(0, count);
  }

  /** For the entries of a pack, which are the nodes `[first, end)`. */
  plot(first: number, end: number): Plot {
    const { offsets, weights, order, types, parents, window } = this.#at;
    return {
      core: this.#core,
      count: end - first,
      offsets: offsets + 8 * first,
      weights: weights + 8 * first,
      order: order + 4 * first,
      types: types + first,
      parents: parents + 4 * first,
      window: this.#core.bytes(window, WINDOW),
    };
  }

  /** Weighs the nodes `[from, to)` of a pack by themselves; the last one's entry ends at `end`. */
  weigh(from: number, to: number, end: number): void {
    const { offsets, weights } = this.#at;
    this.#core.exports.weighEntries(offsets + 8 * from, to - from, end, EACH, weights + 8 * from);
  }

  /**
   * Adds up the weights of what is below each node, and gives every node the type of its root.
   * @returns nodes on a cycle and what is made from them, marked with 1: these are lost, and of no type
   */
  spread(): Uint8Array {
    const { count } = this;
    const { exports } = this.#core;
    const { parents, order, spare, weights, types } = this.#at;
    this.#ordered = exports.orderForest(parents, count, order, spare);
    exports.spreadForest(order, this.#ordered, parents, weights, types);
    const lost = new Uint8Array(count);
    if (this.#ordered === count) return lost;
    const ordered = this.#order();
    lost.fill(1);
    for (const node of ordered) lost[node] = 0;
    for (const node of ordered.toReversed()) {
      const parent = this.parents[node]!;
      if (parent >= 0 && lost[parent] === 1) lost[node] = 1;
    }
    return lost;
  }

  /**
   * Marks as idle what has, with all below it, an earlier copy.
   * @returns nodes of no type, those made from others before these
   */
  settle(): Int32Array {
    const { order, parents, types, spare } = this.#at;
    const unknown = this.#core.exports.settleForest(order, this.#ordered, parents, types, this.count, spare);
    return unknown === 0 ? new Int32Array(0) : this.#order().filter((node) => this.types[node] === 0);
  }

  /** Children as linked lists in order of offset, but the heaviest last: the first one of each node, and the next of each child, or -1. */
  link(): { firstChild: Int32Array; nextSibling: Int32Array } {
    const { parents, weights, spare, firstChild, nextSibling } = this.#at;
    this.#core.exports.linkForest(parents, weights, this.count, spare, firstChild, nextSibling);
    return {
      firstChild: this.#core.numbers(firstChild, this.count),
      nextSibling: this.#core.numbers(nextSibling, this.count),
    };
  }

  /**
   * Roots that are not idle, and are known.
   * @param trees those of trees, or all others
   */
  roots(trees: boolean): Int32Array {
    const { parents, types, spare } = this.#at;
    const count = this.#core.exports.listRoots(parents, types, this.count, trees ? 1 : 0, spare);
    return this.#core.numbers(spare, count).slice();
  }

  #order(): Int32Array {
    return this.#core.numbers(this.#at.order, this.#ordered);
  }
}
