/**
 * The forest of deltas over all packs of a repository: see src/sources/git/forest.ts. A node is a number; the parent of a node that
 * has none is less than 0. Columns are of four bytes a node, if not said otherwise.
 */
import { at, put } from './columns';

/** As in src/sources/git/packfile.ts and plan.ts. */
const TREE: u32 = 2;
const TYPE: u32 = 7;
const DUPLICATE: u32 = 8;
const IDLE: u32 = 16;

/**
 * Writes what the entries of a pack weigh.
 * @param offsets where they begin, in ascending order: floating point of eight bytes
 * @param end where the last one ends
 * @param each what an entry weighs beside its bytes
 * @param weights floating point of eight bytes
 */
export function weighEntries(offsets: usize, count: u32, end: f64, each: f64, weights: usize): void {
  let next = end;
  for (let i = <i32>count - 1; i >= 0; i--) {
    const offset = load<f64>(offsets + (<usize>i << 3));
    store<f64>(weights + (<usize>i << 3), next - offset + each);
    next = offset;
  }
}

/**
 * Writes nodes so that children come before their parents. Those that wait for each other, in a circle, are left out; not what is
 * made from them.
 * @param waiting room for a column
 * @returns how many there are
 */
export function orderForest(parents: usize, count: u32, order: usize, waiting: usize): u32 {
  let next = order;
  if (isDescending(parents, count)) {
    for (let node = <i32>count - 1; node >= 0; node--, next += 4) store<i32>(next, node);
    return count;
  }
  memory.fill(waiting, 0, <usize>count << 2);
  for (let node: u32 = 0; node < count; node++) {
    const parent = at(parents, node);
    if (parent >= 0) put(waiting, parent, at(waiting, parent) + 1);
  }
  for (let node: u32 = 0; node < count; node++) {
    if (at(waiting, node) != 0) continue;
    store<u32>(next, node);
    next += 4;
  }
  for (let done = order; done < next; done += 4) {
    const parent = at(parents, load<u32>(done));
    if (parent < 0) continue;
    const left = at(waiting, parent) - 1;
    put(waiting, parent, left);
    if (left != 0) continue;
    store<i32>(next, parent);
    next += 4;
  }
  return <u32>((next - order) >> 2);
}

/** Whether every parent comes before its children, as git writes packs: then nobody need wait for anybody. */
function isDescending(parents: usize, count: u32): bool {
  for (let node: u32 = 0; node < count; node++) if (at(parents, node) >= <i32>node) return false;
  return true;
}

/**
 * Adds up the weights of all that is below each node, and gives every node the type of its root.
 * @param order as `orderForest` writes it
 * @param types of one byte
 */
export function spreadForest(order: usize, count: u32, parents: usize, weights: usize, types: usize): void {
  const last = order + (<usize>count << 2);
  for (let next = order; next < last; next += 4) {
    const node = load<u32>(next);
    const parent = at(parents, node);
    if (parent < 0) continue;
    const sum = weights + (<usize>parent << 3);
    store<f64>(sum, load<f64>(sum) + load<f64>(weights + (<usize>node << 3)));
  }
  for (let next = last; next > order; next -= 4) {
    const node = load<u32>(next - 4);
    const parent = at(parents, node);
    if (parent >= 0) store<u8>(types + node, load<u8>(types + parent));
  }
}

/**
 * Marks nodes IDLE at and below which there are only duplicates.
 * @param busy room for a column of one byte
 * @returns how many nodes are of no type; they are left as they are
 */
export function settleForest(order: usize, count: u32, parents: usize, types: usize, nodes: u32, busy: usize): u32 {
  memory.fill(busy, 0, nodes);
  let unknown: u32 = 0;
  for (let next = order, last = order + (<usize>count << 2); next < last; next += 4) {
    const node = load<u32>(next);
    const type = <u32>load<u8>(types + node);
    if (type == 0) {
      unknown++;
      continue;
    }
    if ((type & DUPLICATE) == 0) store<u8>(busy + node, 1);
    const parent = at(parents, node);
    if (load<u8>(busy + node) == 0) store<u8>(types + node, type | IDLE);
    else if (parent >= 0) store<u8>(busy + parent, 1);
  }
  return unknown;
}

/**
 * Links children in order of their numbers, but the heaviest last: its base can be let go before it is walked.
 * @param heaviest room for a column
 */
export function linkForest(
  parents: usize,
  weights: usize,
  count: u32,
  heaviest: usize,
  firstChild: usize,
  nextSibling: usize,
): void {
  const bytes = <usize>count << 2;
  memory.fill(heaviest, 0xff, bytes);
  memory.fill(nextSibling, 0xff, bytes);
  for (let node: u32 = 0; node < count; node++) {
    const parent = at(parents, node);
    if (parent < 0) continue;
    const rival = at(heaviest, parent);
    if (rival < 0 || load<f64>(weights + (<usize>node << 3)) > load<f64>(weights + (<usize>rival << 3)))
      put(heaviest, parent, node);
  }
  memory.copy(firstChild, heaviest, bytes);
  for (let node = <i32>count - 1; node >= 0; node--) {
    const parent = at(parents, node);
    if (parent < 0 || at(heaviest, parent) == node) continue;
    put(nextSibling, node, at(firstChild, parent));
    put(firstChild, parent, node);
  }
}

/**
 * Lists the roots at or below which there is something to do.
 * @param trees whether those of trees are wanted, or all others
 * @returns how many there are
 */
export function listRoots(parents: usize, types: usize, count: u32, trees: bool, roots: usize): u32 {
  let next = roots;
  for (let node: u32 = 0; node < count; node++) {
    const type = <u32>load<u8>(types + node);
    if (at(parents, node) >= 0 || type == 0 || (type & IDLE) != 0 || ((type & TYPE) == TREE) != trees) continue;
    store<u32>(next, node);
    next += 4;
  }
  return <u32>((next - roots) >> 2);
}
