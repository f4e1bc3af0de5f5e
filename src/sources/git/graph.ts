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

/** Positions of a commit's parents: a part of `graph.parents`. */
export function parentsOf({ parents, parentEnds }: CommitGraph, commit: number): Int32Array {
  return parents.subarray(commit === 0 ? 0 : parentEnds[commit - 1], parentEnds[commit]);
}

/** @param count number of all objects */
export function buildGraph(count: number, records: readonly CommitRecords[]): CommitGraph {
  const joined = joinRecords(records);
  const total = joined.numbers.length;
  const places = new Int32Array(count).fill(-1);
  for (const [i, number] of joined.numbers.entries()) places[number] = i;
  // A parent that is something else than a commit is none.
  const seen = { ...joined, parents: joined.parents.map((number) => places[number] as number) };
  return arrange(seen, sortByDate(seen, total), total, places);
}

function joinRecords(records: readonly CommitRecords[]): Unsorted {
  const [only] = records;
  if (only && records.length === 1) return only;
  const join = (of: (record: CommitRecords) => Int32Array): Int32Array => {
    const joined = new Int32Array(records.reduce((sum, record) => sum + of(record).length, 0));
    let at = 0;
    for (const record of records) {
      joined.set(of(record), at);
      at += of(record).length;
    }
    return joined;
  };
  let shift = 0;
  const parentEnds = join((record) => record.parentEnds);
  let at = 0;
  for (const record of records) {
    for (let i = 0; i < record.count; i++, at++) parentEnds[at] = (parentEnds[at] as number) + shift;
    shift += record.parents.length;
  }
  return {
    numbers: join((record) => record.numbers),
    trees: join((record) => record.trees),
    times: Float64Array.from(records.flatMap(({ times }) => [...times])),
    parents: join((record) => record.parents),
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
  for (const parent of parents) if (parent >= 0) waiting[parent] = (waiting[parent] as number) + 1;
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
  for (const [i, place] of order.entries()) rank[place] = i;
  const parents = new Int32Array(seen.parents.length);
  const parentEnds = new Int32Array(order.length);
  let filled = 0;
  for (const [i, place] of order.entries()) {
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
    numbers: order.map((place) => seen.numbers[place] as number),
    trees: order.map((place) => seen.trees[place] as number),
    times: Float64Array.from(order, (place) => seen.times[place] as number),
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
