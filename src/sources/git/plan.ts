/**
 * What is to be read from a repository's object store, in which order and by whom: one forest of deltas over all packs
 * (a delta's base is its parent), cut into chunks that workers claim one after the other.
 * @module
 */
import type { Ledger } from '../ledger.ts';
import { type Claims, claimsFor } from './claims.ts';
import type { Forest } from './forest.ts';
import type { PackFile } from './packfile.ts';
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
  /** Who does what of both. */
  claims: Claims;
  treeClaims: Claims;
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
export const CONTROL = 16;
/** Set to 1 by whoever wants all workers to end early. */
export const STOP = 0;
/** Objects done, and KiB of objects, for progress. */
export const DONE = 1;
export const DONE_KIB = 2;
/** Weight of all chunks that are done: it reaches the plan's `work`. */
export const DONE_WORK = 3;

export const TYPE = 7;
/** The same object is in an earlier pack. */
export const DUPLICATE = 8;
/** Neither the node nor any below it is of interest. */
export const IDLE = 16;

const LOOSE_CHUNK = 512;
/** Chunks of all workers together: enough to end at about the same time. */
const CHUNKS = 200;

/** Reads indexes and entry headers of all packs, and lists loose objects. */
export function planObjects(repo: Repo, ledger: Ledger): ObjectPlan {
  return finish(planSteps(repo, ledger));
}

/** As `planObjects`: a second for a million objects, in steps of a quarter at most. */
export function* planSteps(repo: Repo, ledger: Ledger): Steps<ObjectPlan> {
  const { packs, firstNode, forest, positions } = yield* readPacks(repo.objectDirs, repo.idBytes, ledger);
  const { count } = forest;
  for (const [i, { file }] of packs.entries()) forest.weigh(firstNode[i]!, firstNode[i + 1]!, file.size - file.trailer);
  const ids = new NodeTable(packs, firstNode, repo.idBytes);
  yield;
  joinForests(packs, firstNode, ids, forest.parents);
  yield;
  const lost = forest.spread();
  const duplicates = ids.index(forest.types);
  yield;
  // Git must be asked for what is of no type, and has no other copy.
  const deferred = toShared(forest.settle().filter((node) => lost[node] === 0 && ids.find(ids.id(node), 0) < 0));
  yield;
  const loose = dropPacked(listLoose(repo.objectDirs, repo.idBytes, ledger), ids, repo.idBytes);
  tellLost(lost, ids, loose, ledger);
  yield;
  const { firstChild, nextSibling } = forest.link();
  const { roots, chunks, treeChunks } = cut(forest);
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
    offsets: copied(forest.offsets, new Float64Array(shared(8 * count))),
    positions,
    types: copied(forest.types, new Uint8Array(shared(count))),
    parents: toShared(forest.parents),
    firstChild: toShared(firstChild),
    nextSibling: toShared(nextSibling),
    roots,
    chunks,
    treeChunks,
    claims: claimsFor(chunks.length),
    treeClaims: claimsFor(treeChunks.length),
    deferred,
    slots: ids.packed.slots,
    loose,
    work: [...chunks, ...treeChunks].reduce((sum, { weight }) => sum + weight, 0),
    total: count - duplicates + loose.count,
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
   * @returns how many these are
   */
  index(types?: Uint8Array): number {
    this.#types = types;
    let duplicates = 0;
    const isReadable = (number: number): boolean => types?.[this.#node(number)] !== 0;
    const onDuplicate = (number: number): void => {
      duplicates++;
      if (types) types[this.#node(number)] = (types[this.#node(number)] as number) | DUPLICATE;
    };
    this.packed.index(isReadable, onDuplicate);
    return duplicates;
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
    return first + this.#packs[pack]!.numbers[number - first]!;
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

/**
 * Makes numbers over all packs of parents' numbers in one. Bases in other packs are looked for by id.
 * @param parents by node
 */
function joinForests(packs: readonly PackEntries[], firstNode: Float64Array, ids: NodeTable, parents: Int32Array): void {
  const someForeign = packs.some((pack) => pack.foreign.size > 0);
  if (someForeign) ids.index();
  for (const [i, pack] of packs.entries()) {
    const first = firstNode[i]!;
    if (first > 0) for (let node = first; node < firstNode[i + 1]!; node++) if (parents[node]! >= 0) parents[node]! += first;
    for (const [entry, id] of pack.foreign) {
      const base = ids.find(id, 0);
      if (base >= 0) parents[first + entry] = base;
    }
  }
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
  return copied(numbers, new Int32Array(shared(4 * numbers.length)));
}

function copied<Column extends { set(from: ArrayLike<number>): void }>(from: ArrayLike<number>, to: Column): Column {
  to.set(from);
  return to;
}

/** Cuts the roots, content first and then trees, into chunks of about the same weight. */
function cut(forest: Forest): Pick<ObjectPlan, 'roots' | 'chunks' | 'treeChunks'> {
  const [content, trees] = [forest.roots(false), forest.roots(true)];
  const roots = new Int32Array(shared(4 * (content.length + trees.length)));
  roots.set(content);
  roots.set(trees, content.length);
  const weightOf = (root: number): number => forest.weights[root]!;
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
  // Heavy ones, which are of one tree, first, so that no worker is left with one in the end.
  const heavy = (2 * total) / CHUNKS / 1024;
  return [...chunks.filter(({ weight }) => weight > heavy), ...chunks.filter(({ weight }) => weight <= heavy)];
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
