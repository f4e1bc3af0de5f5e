/**
 * The few objects out of the many that are to be read, and what they are made from.
 * @module
 */
import { claimsFor } from './claims.ts';
import { packOf, type ObjectIds } from './ids.ts';
import { EACH } from './forest.ts';
import { CONTROL, cutRoots, DUPLICATE, entryEnd, IDLE, type ObjectPlan, shared, toShared } from './plan.ts';

export interface Needed {
  /** Of trees of deltas, in order. */
  roots: number[];
  /** By node: 1 for those of a wanted object and all that they are made from. */
  nodes: Uint8Array;
}

/** @param wanted numbers of objects */
export function findNeeded({ parents }: ObjectPlan, ids: ObjectIds, wanted: Iterable<number>): Needed {
  const nodes = new Uint8Array(parents.length);
  const roots: number[] = [];
  for (const number of wanted) {
    for (let at = ids.nodeOf(number); at >= 0 && nodes[at] === 0; at = parents[at]!) {
      nodes[at] = 1;
      if (parents[at]! < 0) roots.push(at);
    }
  }
  return { roots: roots.sort((a, b) => a - b), nodes };
}

/** Quicker to ask for each node than a set. */
function marked(ids: ObjectIds, numbers: Iterable<number>): Uint8Array {
  const wanted = new Uint8Array(ids.count);
  for (const number of numbers) wanted[number] = 1;
  return wanted;
}

/**
 * The plan that gives only some contents and messages. Those that are loose, or that only git can read, are left out of it.
 * @param wanted numbers of objects that are no trees
 */
export function narrowPlan(plan: ObjectPlan, ids: ObjectIds, wanted: readonly number[]): ObjectPlan {
  const isWanted = marked(ids, wanted);
  const { roots, nodes } = findNeeded(plan, ids, wanted);
  const types = new Uint8Array(shared(nodes.length));
  for (let node = 0; node < nodes.length; node++) {
    const type = plan.types[node]!;
    if (nodes[node] === 0) types[node] = type | IDLE;
    // What others are made from is made, too, as if it were told elsewhere.
    else types[node] = (type & ~IDLE) | (isWanted[ids.ofNode(node)] === 1 ? 0 : DUPLICATE);
  }
  const weights = new Map(roots.map((root) => [root, weightBelow(plan, nodes, root)]));
  const chunks = cutRoots(roots, (root) => weights.get(root)!, 0, roots.length);
  return {
    ...plan,
    types,
    roots: toShared(roots),
    chunks,
    treeChunks: [],
    claims: claimsFor(chunks.length),
    treeClaims: claimsFor(0),
    deferred: new Int32Array(0),
    loose: { ...plan.loose, count: 0 },
    total: wanted.length,
    work: chunks.reduce((sum, { weight }) => sum + weight, 0),
    control: new Int32Array(shared(CONTROL)),
  };
}

/** What all that is needed of a tree of deltas costs to read, in bytes. */
function weightBelow(plan: ObjectPlan, nodes: Uint8Array, root: number): number {
  const { firstChild, nextSibling, firstNode, offsets } = plan;
  let weight = 0;
  const open = [root];
  for (let node = open.pop(); node !== undefined; node = open.pop()) {
    weight += EACH + entryEnd(plan, packOf(firstNode, node), node) - offsets[node]!;
    for (let child = firstChild[node]!; child >= 0; child = nextSibling[child]!) if (nodes[child] === 1) open.push(child);
  }
  return weight;
}
