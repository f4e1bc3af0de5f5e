/**
 * What is to be read from a repository's object store, in which order and by whom: one forest of deltas over all packs
 * (a delta's base is its parent), cut into chunks that workers claim one after the other.
 * @module
 */
import type { Ledger } from '../ledger.ts';
import { type PackFile, TREE } from './packfile.ts';
import { packOf, PackedIds } from './ids.ts';
import type { PackEntries } from './packentries.ts';
import { type LooseObjects, listLoose, readPacks } from './packlist.ts';
import type { Repo } from './repo.ts';
import { finish, type Steps } from './steps.ts';

/** Plain data over shared memory: it can be sent to workers without being copied. Nodes are packed entries. */
export interface ObjectPlan {
  repo: Repo;
  packs: PackFile[];
  /** First node of each pack, and the number of nodes as last element. */
  firstNode: Float64Array;
  /** By node: offset in its pack; position of its id in the pack's index. */
  offsets: Float64Array;
  positions: Uint32Array;
  /** By node: type (that of the root of its tree; 0 when unknown), with DUPLICATE and IDLE. */
  types: Uint8Array;
  /** By node: what it is made from, less than 0 where that is none of the nodes. */
  parents: Int32Array;
  /** By node: first child and next sibling, or -1. The child with the largest subtree is the last one. */
  firstChild: Int32Array;
  nextSibling: Int32Array;
  /** Roots to walk, those of a chunk one after the other. */
  roots: Int32Array;
  /** Work on everything but trees, then on trees. */
  chunks: Chunk[];
  treeChunks: Chunk[];
  /** Nodes that cannot be read from their pack: to be asked of git. */
  deferred: Int32Array;
  loose: LooseObjects;
  /** Hash table of ids, see PackedIds. */
  slots: Int32Array;
  /** Number of all objects, each once, for progress: DONE reaches it. */
  total: number;
  /** Weight of all chunks together. */
  work: number;
  control: Control;
}

/** A piece of work: roots `[from, to)`, or loose objects `[from, to)`, or all deferred nodes. */
export interface Chunk {
  kind: 'packed' | 'loose' | 'deferred';
  from: number;
  to: number;
  /** What it costs to read, about: KiB in a pack. */
  weight: number;
}

/** Shared among workers, of CONTROL bytes. */
export type Control = Int32Array;
export const CONTROL = 32;
export const NEXT_CHUNK = 0;
export const NEXT_TREE_CHUNK = 4;
/** Set to 1 by whoever wants all workers to end early. */
export const STOP = 1;
/** Objects done, and KiB of objects, for progress. */
export const DONE = 2;
export const DONE_KIB = 3;
/** Weight of all chunks that are done: it reaches the plan's `work`. */
export const DONE_WORK = 5;

export const TYPE = 7;
/** The same object is in an earlier pack. */
export const DUPLICATE = 8;
/** Neither the node nor any below it is of interest. */
export const IDLE = 16;

const LOOSE_CHUNK = 512;
/** Chunks a worker claims on average: enough to end at about the same time. */
const CHUNKS = 200;

/** Reads indexes and entry headers of all packs, and lists loose objects. */
export function planObjects(repo: Repo, ledger: Ledger): ObjectPlan {
  return finish(planSteps(repo, ledger));
}

/** As `planObjects`: a second for a million objects, in steps of a quarter at most. */
export function* planSteps(repo: Repo, ledger: Ledger): Steps<ObjectPlan> {
  const packs = yield* readPacks(repo.objectDirs, repo.idBytes, ledger);
  const firstNode = new Float64Array(packs.length + 1);
  for (const [i, pack] of packs.entries()) firstNode[i + 1] = (firstNode[i] as number) + pack.file.index.count;
  const count = firstNode[packs.length] as number;
  const offsets = new Float64Array(shared(8 * count));
  const positions = new Uint32Array(shared(4 * count));
  const types = new Uint8Array(shared(count));
  for (const [i, pack] of packs.entries()) {
    const first = firstNode[i] as number;
    offsets.set(pack.offsets, first);
    positions.set(pack.positions, first);
    types.set(pack.types, first);
  }
  const ids = new NodeTable(packs, firstNode, repo.idBytes);
  yield;
  const parents = joinForests(packs, firstNode, ids);
  const weights = entrySizes(packs, firstNode, offsets);
  yield;
  const { order, lost } = sortLeavesFirst(parents, types, weights);
  ids.index(types);
  yield;
  const deferred = settle({ parents, types, order, lost, ids });
  yield;
  const loose = dropPacked(listLoose(repo.objectDirs, repo.idBytes, ledger), ids, repo.idBytes);
  tellLost(lost, ids, loose, ledger);
  yield;
  const links = linkChildren(parents, weights);
  const { roots, chunks, treeChunks } = cut(parents, types, weights);
  if (deferred.length > 0) chunks.push({ kind: 'deferred', from: 0, to: deferred.length, weight: deferred.length });
  for (let at = 0; at < loose.count; at += LOOSE_CHUNK) {
    const to = Math.min(loose.count, at + LOOSE_CHUNK);
    const chunk: Chunk = { kind: 'loose', from: at, to, weight: to - at };
    chunks.push(chunk);
    treeChunks.push(chunk);
  }
  return {
    repo,
    packs: packs.map((pack) => pack.file),
    firstNode,
    offsets,
    positions,
    types,
    parents,
    ...links,
    roots,
    chunks,
    treeChunks,
    deferred,
    slots: ids.packed.slots,
    loose,
    work: [...chunks, ...treeChunks].reduce((sum, { weight }) => sum + weight, 0),
    total: types.reduce((sum, type) => sum + ((type & DUPLICATE) === 0 ? 1 : 0), loose.count),
    control: new Int32Array(shared(CONTROL)),
  };
}

/** Finds readable nodes by id: duplicates among packs, bases in another pack, packed objects that are loose too. */
class NodeTable {
  readonly packed: PackedIds;
  readonly #packs: readonly PackEntries[];
  readonly #firstNode: Float64Array;
  #types: Uint8Array | undefined;

  constructor(packs: readonly PackEntries[], firstNode: Float64Array, idBytes: number) {
    this.packed = new PackedIds(
      packs.map((pack) => pack.file.index),
      firstNode,
      idBytes,
    );
    this.#packs = packs;
    this.#firstNode = firstNode;
  }

  /**
   * Takes in all nodes, or those that have a type.
   * @param types by node; those of which an earlier pack has the same object are marked DUPLICATE
   */
  index(types?: Uint8Array): void {
    this.#types = types;
    const isReadable = (number: number): boolean => types?.[this.#node(number)] !== 0;
    const onDuplicate = (number: number): void => {
      if (types) types[this.#node(number)] = (types[this.#node(number)] as number) | DUPLICATE;
    };
    this.packed.index(isReadable, onDuplicate);
  }

  /** Node with the id that begins at `at`, or -1. */
  find(id: Buffer, at: number): number {
    const number = this.packed.find(id, at);
    const node = number < 0 ? -1 : this.#node(number);
    return node >= 0 && this.#types?.[node] === 0 ? -1 : node;
  }

  /** The id of a node. */
  id(node: number): Buffer {
    const pack = packOf(this.#firstNode, node);
    const first = this.#firstNode[pack] as number;
    return this.packed.id(first + ((this.#packs[pack] as PackEntries).positions[node - first] as number));
  }

  #node(number: number): number {
    const pack = packOf(this.#firstNode, number);
    const first = this.#firstNode[pack] as number;
    return first + ((this.#packs[pack] as PackEntries).numbers[number - first] as number);
  }
}

/** Where the entry of a node ends in its pack: at the next one, or with the file. */
export function entryEnd(
  { firstNode, offsets, packs }: Pick<ObjectPlan, 'firstNode' | 'offsets' | 'packs'>,
  pack: number,
  node: number,
): number {
  return node + 1 < firstNode[pack + 1]! ? offsets[node + 1]! : (packs[pack]?.size ?? 0);
}

/** Memory that all threads see. */
export function shared(bytes: number): SharedArrayBuffer {
  return new SharedArrayBuffer(bytes);
}

/** Parents as node numbers over all packs. Bases in other packs are looked for by id. */
function joinForests(packs: readonly PackEntries[], firstNode: Float64Array, ids: NodeTable): Int32Array {
  const parents = new Int32Array(shared(4 * (firstNode[packs.length] as number)));
  const someForeign = packs.some((pack) => pack.foreign.size > 0);
  if (someForeign) ids.index();
  for (const [i, pack] of packs.entries()) {
    const first = firstNode[i] as number;
    for (let entry = 0; entry < pack.parents.length; entry++) {
      const parent = pack.parents[entry] as number;
      parents[first + entry] = parent < 0 ? parent : first + parent;
    }
    for (const [entry, id] of pack.foreign) {
      const base = ids.find(id, 0);
      if (base >= 0) parents[first + entry] = base;
    }
  }
  return parents;
}

/** What an entry costs to read beside its bytes. */
export const EACH = 64;

/** Bytes of each entry in its pack, and a little for each entry as such: what it costs to read. */
function entrySizes(packs: readonly PackEntries[], firstNode: Float64Array, offsets: Float64Array): Float64Array {
  const sizes = new Float64Array(offsets.length);
  for (const [i, { file }] of packs.entries()) {
    const last = (firstNode[i + 1] as number) - 1;
    for (let node = firstNode[i] as number; node <= last; node++) {
      const end = node < last ? (offsets[node + 1] as number) : file.size - file.trailer;
      sizes[node] = end - (offsets[node] as number) + EACH;
    }
  }
  return sizes;
}

/**
 * Orders nodes so that children come before their parents, adds up the weights of subtrees, and gives every node the type of its
 * root. Nodes on a cycle never become leaves: they and their descendants are lost, and of no type.
 */
function sortLeavesFirst(parents: Int32Array, types: Uint8Array, weights: Float64Array): { order: Int32Array; lost: Uint8Array } {
  const count = parents.length;
  const order = isDescending(parents) ? descending(count) : leavesFirst(parents);
  const filled = order.length;
  for (let i = 0; i < filled; i++) {
    const node = order[i] as number;
    const parent = parents[node] as number;
    if (parent >= 0) weights[parent] = (weights[parent] as number) + (weights[node] as number);
  }
  for (let i = filled - 1; i >= 0; i--) {
    const node = order[i] as number;
    const parent = parents[node] as number;
    if (parent >= 0) types[node] = types[parent] as number;
  }
  const lost = new Uint8Array(count);
  if (filled < count) {
    lost.fill(1);
    for (let i = 0; i < filled; i++) lost[order[i]!] = 0;
    for (let i = filled - 1; i >= 0; i--) {
      const parent = parents[order[i] as number] as number;
      if (parent >= 0 && lost[parent] === 1) lost[order[i] as number] = 1;
    }
  }
  return { order, lost };
}

/** Whether every base lies before what is made from it, as git writes packs: then nobody need wait for anybody. */
function isDescending(parents: Int32Array): boolean {
  for (let node = 0; node < parents.length; node++) if (parents[node]! >= node) return false;
  return true;
}

function descending(count: number): Int32Array {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = count - 1 - i;
  return order;
}

/** Without those that wait for each other. */
function leavesFirst(parents: Int32Array): Int32Array {
  const count = parents.length;
  const waiting = new Int32Array(count);
  for (let i = 0; i < count; i++) if (parents[i]! >= 0) waiting[parents[i]!]!++;
  const order = new Int32Array(count);
  let filled = 0;
  for (let node = 0; node < count; node++) if (waiting[node] === 0) order[filled++] = node;
  for (let i = 0; i < filled; i++) {
    const parent = parents[order[i]!]!;
    if (parent < 0) continue;
    waiting[parent]!--;
    if (waiting[parent] === 0) order[filled++] = parent;
  }
  return order.subarray(0, filled);
}

interface Settling {
  parents: Int32Array;
  types: Uint8Array;
  order: Int32Array;
  lost: Uint8Array;
  ids: NodeTable;
}

/** Marks duplicates and subtrees in which there is nothing to do; gives the nodes that git must be asked for. */
function settle({ parents, types, order, lost, ids }: Settling): Int32Array {
  const busy = new Uint8Array(types.length);
  const deferred: number[] = [];
  for (let i = 0; i < order.length; i++) {
    const node = order[i]!;
    const type = types[node]!;
    if (type === 0) {
      if (lost[node] === 0 && ids.find(ids.id(node), 0) < 0) deferred.push(node);
      continue;
    }
    if ((type & DUPLICATE) === 0) busy[node] = 1;
    const parent = parents[node] as number;
    if (busy[node] === 0) types[node] = type | IDLE;
    else if (parent >= 0) busy[parent] = 1;
  }
  return toShared(deferred);
}

/** Tells of deltas on a cycle. Not even git may be asked for them: it follows such a chain until memory ends. */
function tellLost(lost: Uint8Array, ids: NodeTable, loose: LooseObjects, ledger: Ledger): void {
  for (let node = lost.indexOf(1); node >= 0; node = lost.indexOf(1, node + 1)) {
    const id = ids.id(node);
    if (ids.find(id, 0) < 0 && !hasLoose(loose, id)) ledger.skip('unreadable', id.toString('hex'), true);
  }
}

function hasLoose({ count, ids }: LooseObjects, id: Buffer): boolean {
  for (let i = 0; i < count; i++) if (id.compare(ids, i * id.length, (i + 1) * id.length) === 0) return true;
  return false;
}

/** Numbers in memory that all threads see. */
export function toShared(numbers: ArrayLike<number>): Int32Array {
  const array = new Int32Array(shared(4 * numbers.length));
  array.set(numbers);
  return array;
}

/** Children as linked lists in order of offset, but the heaviest last: its base can be let go before it is walked. */
function linkChildren(parents: Int32Array, weights: Float64Array): Pick<ObjectPlan, 'firstChild' | 'nextSibling'> {
  const count = parents.length;
  const heaviest = new Int32Array(count).fill(-1);
  for (let node = 0; node < count; node++) {
    const parent = parents[node] as number;
    if (parent < 0) continue;
    const rival = heaviest[parent] as number;
    if (rival < 0 || (weights[node] as number) > (weights[rival] as number)) heaviest[parent] = node;
  }
  const firstChild = new Int32Array(shared(4 * count)).fill(-1);
  const nextSibling = new Int32Array(shared(4 * count)).fill(-1);
  for (let node = 0; node < count; node++) if (parents[node]! >= 0) firstChild[parents[node]!] = heaviest[parents[node]!]!;
  for (let node = count - 1; node >= 0; node--) {
    const parent = parents[node] as number;
    if (parent < 0 || heaviest[parent] === node) continue;
    nextSibling[node] = firstChild[parent] as number;
    firstChild[parent] = node;
  }
  return { firstChild, nextSibling };
}

/** Cuts the roots, content first and then trees, into chunks of about the same weight. */
function cut(parents: Int32Array, types: Uint8Array, weights: Float64Array): Pick<ObjectPlan, 'roots' | 'chunks' | 'treeChunks'> {
  const content: number[] = [];
  const trees: number[] = [];
  for (let node = 0; node < parents.length; node++) {
    const type = types[node] as number;
    if ((parents[node] as number) >= 0 || type === 0 || (type & IDLE) !== 0) continue;
    ((type & TYPE) === TREE ? trees : content).push(node);
  }
  const roots = toShared(content.concat(trees));
  const weightOf = (root: number): number => weights[root]!;
  return {
    roots,
    chunks: cutRoots(roots, weightOf, 0, content.length),
    treeChunks: cutRoots(roots, weightOf, content.length, roots.length),
  };
}

/**
 * Cuts the roots `[from, to)` of a list into chunks.
 * @param weightOf more than nothing: bytes in the pack of a root, and of all below it
 */
export function cutRoots(roots: ArrayLike<number>, weightOf: (root: number) => number, from: number, to: number): Chunk[] {
  let total = 0;
  for (let i = from; i < to; i++) total += weightOf(roots[i]!);
  const chunks: Chunk[] = [];
  for (let at = from; at < to; ) {
    const first = at;
    let bytes = 0;
    while (at < to && bytes < total / CHUNKS) bytes += weightOf(roots[at++]!);
    chunks.push({ kind: 'packed', from: first, to: at, weight: Math.ceil(bytes / 1024) });
  }
  // The largest first, so that no worker is left with one in the end.
  return chunks.sort((a, b) => b.weight - a.weight || a.from - b.from);
}

/** Removes loose objects that are in a pack as well. */
function dropPacked(loose: LooseObjects, ids: NodeTable, idBytes: number): LooseObjects {
  const all = Buffer.from(loose.ids.buffer);
  let kept = 0;
  for (let i = 0; i < loose.count; i++) {
    if (ids.find(all, i * idBytes) >= 0) continue;
    all.copyWithin(kept * idBytes, i * idBytes, (i + 1) * idBytes);
    loose.dirs[kept++] = loose.dirs[i] as number;
  }
  return { ...loose, count: kept };
}
