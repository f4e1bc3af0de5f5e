/**
 * The commits of a repository as a graph, made from what the scan of its objects has seen.
 * @module
 */
import type { CommitRecords } from './commits.ts';

/** Commits in the order of `git log --date-order`: children before their parents, otherwise the latest first. */
export interface CommitGraph {
  count: number;
  /** Number of each commit among all objects. */
  numbers: Int32Array;
  /** Number of each commit's tree, -1 when it is not in the store. */
  trees: Int32Array;
  times: Float64Array;
  /** Parents that are in the store: those of commit `i` are `parents[parentEnds[i - 1]] …` up to `parentEnds[i]`. */
  parents: Int32Array;
  parentEnds: Int32Array;
  /** Position of an object number, -1 when it is no commit. */
  positions: Int32Array;
}

/** @param count number of all objects */
export function buildGraph(count: number, records: readonly CommitRecords[]): CommitGraph {
  const joined = joinRecords(records);
  const total = joined.numbers.length;
  const places = new Int32Array(count).fill(-1);
  for (let i = 0; i < total; i++) places[joined.numbers[i]!] = i;
  // A parent that is something else than a commit is none.
  const seen = { ...joined, parents: pick(places, joined.parents) };
  return arrange(seen, sortByDate(seen, total), total, places);
}

/** The values at some places, one after the other. Loops of a hundred thousand steps that run once do without callbacks and iterators. */
function pick(values: Int32Array, places: Int32Array): Int32Array {
  const picked = new Int32Array(places.length);
  for (let i = 0; i < places.length; i++) picked[i] = values[places[i]!]!;
  return picked;
}

function joinRecords(records: readonly CommitRecords[]): Unsorted {
  const [only] = records;
  if (only && records.length === 1) return only;
  const join = <Column extends Int32Array | Float64Array>(of: (record: CommitRecords) => Column, joined: Column): Column => {
    let at = 0;
    for (const record of records) {
      joined.set(of(record), at);
      at += of(record).length;
    }
    return joined;
  };
  const count = records.reduce((sum, record) => sum + record.count, 0);
  const parents = records.reduce((sum, record) => sum + record.parents.length, 0);
  let shift = 0;
  const parentEnds = join((record) => record.parentEnds, new Int32Array(count));
  let at = 0;
  for (const record of records) {
    for (let i = 0; i < record.count; i++, at++) parentEnds[at] = (parentEnds[at] as number) + shift;
    shift += record.parents.length;
  }
  return {
    numbers: join((record) => record.numbers, new Int32Array(count)),
    trees: join((record) => record.trees, new Int32Array(count)),
    times: join((record) => record.times, new Float64Array(count)),
    parents: join((record) => record.parents, new Int32Array(parents)),
    parentEnds,
  };
}

/** As CommitGraph, in the order in which commits were seen. */
interface Unsorted {
  numbers: Int32Array;
  trees: Int32Array;
  times: Float64Array;
  parents: Int32Array;
  parentEnds: Int32Array;
}

/** Commits in the order they are to have: always the latest of those whose children have all been taken. */
function sortByDate({ numbers, times, parents, parentEnds }: Unsorted, count: number): Int32Array {
  const waiting = new Int32Array(count);
  for (let i = 0; i < parents.length; i++) if (parents[i]! >= 0) waiting[parents[i]!]!++;
  // Of two from the same second, the one with the lower number, so that the order is the same in every run.
  const before = (a: number, b: number): boolean => {
    const difference = (times[a] as number) - (times[b] as number);
    return difference > 0 || (difference === 0 && (numbers[a] as number) < (numbers[b] as number));
  };
  const heap = new Heap(before);
  for (let i = 0; i < count; i++) if (waiting[i] === 0) heap.push(i);
  const order = new Int32Array(count);
  let taken = 0;
  for (let next = heap.pop(); next >= 0; next = heap.pop()) {
    order[taken++] = next;
    for (let i = next === 0 ? 0 : (parentEnds[next - 1] as number); i < (parentEnds[next] as number); i++) {
      const parent = parents[i] as number;
      if (parent < 0) continue;
      waiting[parent] = (waiting[parent] as number) - 1;
      if (waiting[parent] === 0) heap.push(parent);
    }
  }
  return order.subarray(0, taken);
}

/** Puts commits into their order. */
function arrange(seen: Unsorted, order: Int32Array, count: number, places: Int32Array): CommitGraph {
  const rank = new Int32Array(count).fill(-1);
  for (let i = 0; i < order.length; i++) rank[order[i]!] = i;
  const parents = new Int32Array(seen.parents.length);
  const parentEnds = new Int32Array(order.length);
  let filled = 0;
  const times = new Float64Array(order.length);
  for (let i = 0; i < order.length; i++) {
    const place = order[i]!;
    times[i] = seen.times[place]!;
    for (let at = place === 0 ? 0 : (seen.parentEnds[place - 1] as number); at < (seen.parentEnds[place] as number); at++) {
      const parent = seen.parents[at] as number;
      if (parent >= 0) parents[filled++] = rank[parent] as number;
    }
    parentEnds[i] = filled;
  }
  for (let i = 0; i < places.length; i++) {
    const place = places[i] as number;
    if (place >= 0) places[i] = rank[place] as number;
  }
  return {
    count: order.length,
    numbers: pick(seen.numbers, order),
    trees: pick(seen.trees, order),
    times,
    parents: parents.subarray(0, filled),
    parentEnds,
    positions: places,
  };
}

/** A binary heap of numbers, the first in order on top. */
class Heap {
  readonly #before: (a: number, b: number) => boolean;
  readonly #items: number[] = [];

  constructor(before: (a: number, b: number) => boolean) {
    this.#before = before;
  }

  push(item: number): void {
    const items = this.#items;
    let at = items.length;
    items.push(item);
    while (at > 0) {
      const above = (at - 1) >> 1;
      if (!this.#before(item, items[above] as number)) break;
      items[at] = items[above] as number;
      at = above;
    }
    items[at] = item;
  }

  /** The first item, -1 when there is none. */
  pop(): number {
    const items = this.#items;
    const top = items[0] ?? -1;
    const item = items.pop();
    if (item === undefined || items.length === 0) return top;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      if (below >= items.length) break;
      if (below + 1 < items.length && this.#before(items[below + 1] as number, items[below] as number)) below++;
      if (!this.#before(items[below] as number, item)) break;
      items[at] = items[below] as number;
      at = below;
    }
    items[at] = item;
    return top;
  }
}
