/**
 * The graph of commits: see src/sources/git/graph.ts. There are hundreds of thousands of commits, and each of these loops runs once: in JavaScript
 * most of their time would be code that is not compiled yet.
 *
 * Columns are of four bytes, if not said otherwise. The parents of commit `i` end at `ends[i]`, and begin where those of the one before end.
 */
import { at, put } from './columns';

/** Of commits in the order in which they were read. */
let count: u32 = 0;
let numbers: usize = 0;
let trees: usize = 0;
/** Floating point of eight bytes. */
let times: usize = 0;
let parents: usize = 0;
let ends: usize = 0;

/** Commits whose children have all been taken, as a heap: the one that comes next is the first. */
let heap: usize = 0;
let heapSize: u32 = 0;

/** Adds to where the parents of some commits end. */
export function moveEnds(endsAt: usize, commits: u32, by: u32): void {
  for (let i: u32 = 0; i < commits; i++) put(endsAt, i, at(endsAt, i) + by);
}

/**
 * Puts commits into the order they are to have: always the latest of those whose children have all been taken. Of two from the same second,
 * the one with the lower number, so that the order is the same in every run.
 * @param parents by their numbers, which become positions as commits were read; -1 for what is no commit
 * @param places of objects by their numbers, of which all are -1: becomes the positions of commits as they were read
 * @param waiting room for a column, and another one for the heap
 * @param order becomes the commits by their positions in the graph
 * @returns how many there are: those that have themselves as ancestors are left out, and theirs
 */
export function sortCommits(
  commits: u32,
  numbersAt: usize,
  treesAt: usize,
  timesAt: usize,
  parentsAt: usize,
  endsAt: usize,
  places: usize,
  waiting: usize,
  heapAt: usize,
  order: usize,
): u32 {
  count = commits;
  numbers = numbersAt;
  trees = treesAt;
  times = timesAt;
  parents = parentsAt;
  ends = endsAt;
  heap = heapAt;
  heapSize = 0;
  for (let i: u32 = 0; i < count; i++) put(places, at(numbers, i), i);
  memory.fill(waiting, 0, <usize>count << 2);
  const last = parents + (<usize>parentCount() << 2);
  for (let parent = parents; parent < last; parent += 4) {
    const place = at(places, load<u32>(parent));
    store<i32>(parent, place);
    if (place >= 0) put(waiting, place, at(waiting, place) + 1);
  }
  for (let i: u32 = 0; i < count; i++) if (at(waiting, i) == 0) push(i);
  let taken: u32 = 0;
  while (heapSize > 0) {
    const next = pop();
    put(order, taken++, next);
    for (let i = parentsOf(ends, next), end = <u32>at(ends, next); i < end; i++) {
      const parent = at(parents, i);
      if (parent < 0) continue;
      const left = at(waiting, parent) - 1;
      put(waiting, parent, left);
      if (left == 0) push(parent);
    }
  }
  return taken;
}

/**
 * Writes the columns of the graph, of the commits that were sorted last.
 * @param taken how many there are
 * @param ranks room for a column
 * @param places as `sortCommits` has left them; become the positions in the graph
 */
export function arrangeCommits(
  taken: u32,
  order: usize,
  ranks: usize,
  places: usize,
  objects: u32,
  toNumbers: usize,
  toTrees: usize,
  toParents: usize,
  toEnds: usize,
): void {
  memory.fill(ranks, 0xff, <usize>count << 2);
  for (let i: u32 = 0; i < taken; i++) put(ranks, at(order, i), i);
  let filled: u32 = 0;
  for (let i: u32 = 0; i < taken; i++) {
    const place = at(order, i);
    put(toNumbers, i, at(numbers, place));
    put(toTrees, i, at(trees, place));
    for (let k = parentsOf(ends, place), end = <u32>at(ends, place); k < end; k++) {
      const parent = at(parents, k);
      if (parent >= 0) put(toParents, filled++, at(ranks, parent));
    }
    put(toEnds, i, filled);
  }
  for (let i: u32 = 0; i < objects; i++) {
    const place = at(places, i);
    if (place >= 0) put(places, i, at(ranks, place));
  }
}

/**
 * Gives what is known of commits to their parents, from the latest on.
 * @param flags of one byte: all that a child has
 * @param left floating point of eight bytes: the largest of all
 */
export function flowDown(commits: u32, parentsAt: usize, endsAt: usize, flags: usize, left: usize): void {
  let i: u32 = 0;
  for (let commit: u32 = 0; commit < commits; commit++) {
    const flag = load<u8>(flags + commit);
    const time = load<f64>(left + (<usize>commit << 3));
    for (const end = <u32>at(endsAt, commit); i < end; i++) {
      const parent = <usize>at(parentsAt, i);
      store<u8>(flags + parent, load<u8>(flags + parent) | flag);
      const known = left + (parent << 3);
      store<f64>(known, max(load<f64>(known), time));
    }
  }
}

/** Gives each commit, from the `oldest` on, the bits of its parents' masks, too. */
export function flowUp(oldest: u32, parentsAt: usize, endsAt: usize, masks: usize): void {
  let i = at(endsAt, oldest) - 1;
  for (let commit = <i32>oldest; commit >= 0; commit--) {
    let mask = at(masks, commit);
    for (const first = <i32>parentsOf(endsAt, commit); i >= first; i--) mask |= at(masks, at(parentsAt, i));
    put(masks, commit, mask);
  }
}

/** Where the parents of a commit begin. */
// @ts-ignore: decorator
@inline
function parentsOf(endsAt: usize, commit: u32): u32 {
  return commit == 0 ? 0 : at(endsAt, commit - 1);
}

function parentCount(): u32 {
  return parentsOf(ends, count);
}

function comesBefore(one: u32, other: u32): bool {
  const time = load<f64>(times + (<usize>one << 3));
  const otherTime = load<f64>(times + (<usize>other << 3));
  return time > otherTime || (time == otherTime && at(numbers, one) < at(numbers, other));
}

function push(item: u32): void {
  let place = heapSize++;
  while (place > 0) {
    const above = (place - 1) >> 1;
    const other = at(heap, above);
    if (!comesBefore(item, other)) break;
    put(heap, place, other);
    place = above;
  }
  put(heap, place, item);
}

/** Takes the first item of a heap that has one. */
function pop(): u32 {
  const top = at(heap, 0);
  const item = at(heap, --heapSize);
  let place: u32 = 0;
  for (;;) {
    let below: u32 = 2 * place + 1;
    if (below >= heapSize) break;
    if (below + 1 < heapSize && comesBefore(at(heap, below + 1), at(heap, below))) below++;
    const other = at(heap, below);
    if (!comesBefore(other, item)) break;
    put(heap, place, other);
    place = below;
  }
  put(heap, place, item);
  return top;
}
