/**
 * Walks a tree of deltas depth-first, so that every entry is inflated once and only the objects on the way from the root
 * to the current one are held.
 *
 * The objects lie one after the other in one buffer, the arena (wasm/assembly/path.ts). A base is let go before its last child is
 * walked, and the last child is the one with the largest subtree: so no more than log2(nodes of the tree) objects are held at a time,
 * however long the chain of deltas is.
 * @module
 */
import { Core, partSize } from '../../wasm/core.ts';
import { BlobWalker } from './blobwalker.ts';
import { Carrier } from './carry.ts';
import { type CopyRuns, type DeltaHeader, DeltaMaker, readDeltaHeader } from './delta.ts';
import { createInflater, type Inflater, SPARE } from './inflate.ts';
import { BLOCK, type EntryHeader, MAX_BLOCKS, OFS_DELTA, PackReader, readEntryHeader } from './packfile.ts';
import { MalformedError } from './packindex.ts';
import { packOf } from './ids.ts';
import { LEVELS, Path } from './path.ts';
import { entryEnd, IDLE, type ObjectPlan, TYPE } from './plan.ts';
import { CommitReader } from './commitreader.ts';
import { TreeReader } from './treereader.ts';

export interface Limits {
  /** Largest object, in bytes, that is read here. */
  object: number;
  /** Largest object, in bytes, that is read by itself, through git. Default: `object`. */
  alone?: number;
  /** Bytes that all objects made from deltas may have together: a bound on the time that a delta bomb can take. */
  expanded: number;
}

/** How an object came to be. Valid during the visit only. */
export interface Derivation<State> {
  /** What it copies from its base. */
  runs: CopyRuns;
  baseSize: number;
  /** What the visit of the base gave, if there was one, and on which level of the path that stands; the object is on the next one. */
  base: State | undefined;
  level: number;
}

export interface Visitor<State> {
  /**
   * One object: `size` bytes at `at` of the workspace's arena, during the call only.
   * @param derivation undefined for the root of a tree
   * @returns what the visits of objects made from this one will need
   */
  visit(node: number, type: number, at: number, size: number, derivation: Derivation<State> | undefined): State;
  /** The state will not be needed any more. */
  release?(state: State): void;
  /** Whether the object and all made from it are to be visited. Default: they are. */
  wants?(node: number): boolean;
  /** For so many bytes of an object, and for two times more, four bytes are kept behind it, for the visitor. Default: none are. */
  extraEvery?: number;
  /** Whether a walk is to be left before the next object, to be resumed later. */
  wantsPause?(): boolean;
  /** Reads some of the roots `[from, to)` to be walked, the first ones, in a way of its own, and gives how many. */
  readMany?(from: number, to: number): number;
  /** Walks without a call for each object; nothing else of a visitor is asked for these then but `wantsPause`. */
  listed?: ListedVisitor;
  /** The object cannot be read here. */
  fail(node: number, why: 'damaged' | 'too-large' | 'exhausted'): void;
}

/** Who walks objects of one type that are listed, as walkTrees and walkBlobs of wasm/assembly/ do. */
export interface ListedVisitor {
  readonly type: number;
  /**
   * @param list address in the workspace's list of four numbers each: where an entry begins, and where it may end; the level of the base,
   *   -1 for a root; and 1 for the last object that is made from a base. In place of the first it is told how large an object is, -1 if it
   *   was not made
   * @param nodes those of the whole list
   * @returns the address of the first entry of which the object was not made, or is to be visited, or `last`
   */
  walk(list: number, last: number, nodes: Int32Array): number;
  /** An object was walked: its node, and the first two numbers that stand in its place in the list. */
  walked(node: number, size: number, second: number): void;
}

/** Objects below one larger than this are not even asked of git: making them would take as much memory. */
const HUGE = 512 * 1024 * 1024;

/** Objects that are listed at most, in four numbers each, and blocks in which they may lie. */
const LISTED = 256;
const LISTED_BLOCKS = 64;

/** Memory of a walker, which another one can use after it. Untouched parts cost nothing. */
export interface Workspace {
  /** In whose memory all of it lies. */
  core: Core;
  inflater: Inflater;
  maker: DeltaMaker;
  carrier: Carrier;
  commits: CommitReader;
  blobs: BlobWalker;
  trees: TreeReader;
  /** Five objects of the largest kind: base, result and some ancestors. */
  arena: Buffer;
  /** A delta of the largest kind. */
  delta: Buffer;
  /** Blocks of packs. */
  slab: Buffer;
  /** What is to be walked next. */
  list: Int32Array;
}

const arenaSize = ({ object }: Limits): number => 5 * object + (8 << 20);
const deltaSize = ({ object }: Limits): number => 2 * object + SPARE;

const SLAB = MAX_BLOCKS * BLOCK;

/** Bytes that a workspace takes in the memory of a core. */
export const workspaceSize = (limits: Limits): number =>
  [arenaSize(limits), deltaSize(limits), SLAB, 16 * LISTED].reduce((sum, bytes) => sum + partSize(bytes), 0) +
  [DeltaMaker, Carrier, CommitReader, BlobWalker, TreeReader].reduce((sum, { size }) => sum + size, 0);

/** @param core in whose memory objects are made */
export function createWorkspace(limits: Limits, core: Core = new Core(workspaceSize(limits))): Workspace {
  return {
    core,
    inflater: createInflater(core),
    maker: new DeltaMaker(core),
    carrier: new Carrier(core),
    commits: new CommitReader(core),
    blobs: new BlobWalker(core),
    trees: new TreeReader(core),
    arena: core.take(arenaSize(limits)),
    delta: core.take(deltaSize(limits)),
    slab: core.take(SLAB),
    list: core.takeNumbers(4 * LISTED),
  };
}

export class PackWalker<State> {
  readonly #plan: ObjectPlan;
  readonly #visitor: Visitor<State>;
  readonly #reader: PackReader;
  readonly #inflater: Inflater;
  readonly #limits: Limits;
  readonly #maker: DeltaMaker;
  readonly #core: Core;
  readonly #slab: Buffer;
  readonly #arena: Buffer;
  readonly #delta: Buffer;
  /** Addresses of slab and arena. */
  readonly #slabAt: number;
  readonly #arenaAt: number;
  /** Addresses of the entry that was read last. */
  #entryAt = 0;
  #entryEnd = 0;
  #pack = 0;
  #expanded = 0;
  /** Size of the last object that was too large. */
  #refused = 0;
  readonly #entry: EntryHeader = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };
  readonly #header: DeltaHeader = { baseSize: 0, resultSize: 0, at: 0 };
  /** Roots that are still to be walked. */
  #roots: Int32Array = new Int32Array(0);
  #root = 0;
  #lastRoot = 0;
  /** The path from the root: addresses and sizes of objects in the core's memory, states, and the next child to walk. */
  #depth = 0;
  readonly #path: Path;
  readonly #states: (State | undefined)[] = [];
  readonly #next = new Int32Array(LEVELS);
  /** What is to be walked next, and where this stood before it was listed. */
  readonly #list: Int32Array;
  readonly #nodes = new Int32Array(LISTED);
  readonly #before = { root: 0, depth: 0, next: new Int32Array(LEVELS) };

  constructor(plan: ObjectPlan, limits: Limits, workspace: Workspace, visitor: Visitor<State>) {
    const { core, inflater, maker, arena, delta, slab, list } = workspace;
    this.#plan = plan;
    this.#visitor = visitor;
    this.#core = core;
    this.#slab = slab;
    this.#slabAt = slab.byteOffset;
    this.#arenaAt = arena.byteOffset;
    this.#reader = new PackReader(plan.packs, slab);
    this.#inflater = inflater;
    this.#limits = limits;
    this.#maker = maker;
    this.#arena = arena;
    this.#delta = delta;
    this.#list = list;
    const { idBytes } = plan.repo;
    maker.begin({ arena, delta, most: limits.object, idBytes, extraEvery: visitor.extraEvery ?? 0 });
    this.#path = new Path(core);
  }

  close(): void {
    this.#reader.close();
  }

  /** What is to be walked: the roots `[from, to)` of a list and everything below them that is not IDLE, parents before their children. */
  begin(roots: Int32Array, from: number, to: number): void {
    this.#roots = roots;
    this.#root = from;
    this.#lastRoot = to;
    this.#depth = 0;
  }

  /**
   * Visits what is to be walked.
   * @returns false when the visitor wanted a pause: there is more to do
   */
  walk(): boolean {
    const visitor = this.#visitor;
    do {
      if (visitor.wantsPause?.()) return false;
      if (visitor.listed) this.#walkListed(visitor.listed);
    } while (this.#step());
    return true;
  }

  /** Visits the next object, or reads some roots; gives false where there is nothing left. */
  #step(): boolean {
    const { firstChild, nextSibling, types } = this.#plan;
    const visitor = this.#visitor;
    while (this.#depth > 0) {
      const last = this.#depth - 1;
      const child = this.#next[last]!;
      if (child < 0) {
        this.#leave(last);
        continue;
      }
      const sibling = nextSibling[child]!;
      this.#next[last] = sibling;
      if ((types[child]! & IDLE) !== 0 || visitor.wants?.(child) === false) continue;
      if (!this.#enter(child, last)) return true;
      if (sibling < 0) this.#leave(last);
      this.#next[this.#depth - 1] = firstChild[child]!;
      return true;
    }
    if (this.#root >= this.#lastRoot) return false;
    const many = visitor.readMany?.(this.#root, this.#lastRoot) ?? 0;
    this.#root += many;
    if (many > 0) return true;
    const root = this.#roots[this.#root++]!;
    if (this.#enter(root, -1)) this.#next[0] = firstChild[root]!;
    return true;
  }

  /** Takes an object out of the path: the last one, or the one below it, of which that takes the place. */
  #leave(level: number): void {
    this.#forget(level);
    this.#depth--;
    if (level === this.#depth) return;
    this.#core.exports.lift(level);
    this.#moveState(level);
  }

  #forget(level: number): void {
    const state = this.#states[level];
    this.#states[level] = undefined;
    if (state !== undefined) this.#visitor.release?.(state);
  }

  #moveState(level: number): void {
    this.#states[level] = this.#states[level + 1];
    this.#states[level + 1] = undefined;
  }

  /** Has what comes next walked without a call for each object, up to a pause or to what is not as nearly all is. */
  #walkListed(visitor: ListedVisitor): void {
    const before = this.#before;
    for (let goesOn = true; goesOn; ) {
      if (this.#expanded > this.#limits.expanded) return;
      before.root = this.#root;
      before.depth = this.#depth;
      before.next.set(this.#next);
      this.#reader.pin();
      const count = this.#listNext(LISTED, visitor.type);
      const done = this.#walkList(visitor, count);
      this.#reader.unpin();
      if (done < count) {
        this.#root = before.root;
        this.#depth = before.depth;
        this.#next.set(before.next);
        this.#listNext(done, undefined);
      }
      goesOn = count > 0 && done === count && this.#visitor.wantsPause?.() !== true;
    }
  }

  /** Has what is listed walked, and visits what is not; gives how many come before the first one that cannot be made so. */
  #walkList(visitor: ListedVisitor, count: number): number {
    const at = this.#list.byteOffset;
    const list = this.#list;
    for (let next = 0; next < count; next++) {
      const stop = (visitor.walk(at + 16 * next, at + 16 * count, this.#nodes) - at) / 16;
      for (; next < stop; next++) {
        const [size, second, level, isLast] = [list[4 * next]!, list[4 * next + 1]!, list[4 * next + 2]!, list[4 * next + 3]!];
        visitor.walked(this.#nodes[next]!, size, second);
        if (level >= 0) this.#expanded += size;
        this.#forget(level + 1);
        if (isLast === 1) this.#forget(level);
      }
      if (next === count) break;
      const [size, level] = [list[4 * next]!, list[4 * next + 2]!];
      if (size < 0) return next;
      if (level >= 0) this.#expanded += size;
      this.#visit(this.#nodes[next]!, level, size);
      if (list[4 * next + 3] === 1) {
        this.#forget(level);
        this.#core.exports.lift(level);
        this.#moveState(level);
      }
    }
    return count;
  }

  /**
   * Goes on to the next objects as if they were entered, up to the first one that does not lie in one block of a pack.
   * @param type of what is listed, for a ListedVisitor; without it nothing is
   * @returns how many there are, at most `most`
   */
  #listNext(most: number, type: number | undefined): number {
    const { firstChild, nextSibling, types } = this.#plan;
    const next = this.#next;
    let count = 0;
    while (count < most) {
      const level = this.#depth - 1;
      if ((level < 0 && this.#root >= this.#lastRoot) || level + 2 > LEVELS) break;
      const node = level < 0 ? this.#roots[this.#root]! : next[level]!;
      if (node < 0) {
        this.#depth--;
        continue;
      }
      if (level >= 0 && (types[node]! & IDLE) !== 0) {
        next[level] = nextSibling[node]!;
        continue;
      }
      if (type !== undefined) {
        if ((types[node]! & TYPE) !== type || this.#reader.pinned >= LISTED_BLOCKS || !this.#isRead(node)) break;
      }
      if (level < 0) this.#root++;
      else next[level] = nextSibling[node]!;
      // The last one that is made from a base takes its level.
      const isLast = level >= 0 && next[level]! < 0;
      this.#depth = isLast ? level + 1 : level + 2;
      next[this.#depth - 1] = firstChild[node]!;
      if (type !== undefined) {
        this.#nodes[count] = node;
        this.#list[4 * count] = this.#entryAt;
        this.#list[4 * count + 1] = this.#entryEnd;
        this.#list[4 * count + 2] = level;
        this.#list[4 * count + 3] = isLast ? 1 : 0;
      }
      count++;
    }
    return count;
  }

  /**
   * Makes the object, visits it and puts it on the path. False when it cannot be made.
   * @param level of its base, -1 for a root
   */
  #enter(node: number, level: number): boolean {
    let why: 'damaged' | 'too-large' | 'exhausted' = 'damaged';
    try {
      const size = level < 0 ? this.#inflateRoot(node) : this.#inflateChild(node, level);
      if (size < 0) why = size === TOO_LARGE ? 'too-large' : 'exhausted';
      else {
        this.#visit(node, level, size);
        this.#depth = level + 2;
        return true;
      }
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
    }
    this.#failBelow(node, why);
    return false;
  }

  /** Has the object below a level visited. */
  #visit(node: number, level: number, size: number): void {
    const at = this.#path.addressOf(level + 1) - this.#arenaAt;
    const type = this.#plan.types[node]! & TYPE;
    this.#forget(level + 1);
    this.#states[level + 1] = this.#visitor.visit(node, type, at, size, level < 0 ? undefined : this.#derivation(level));
  }

  #derivation(level: number): Derivation<State> {
    return { runs: this.#maker.runs, baseSize: this.#path.sizeOf(level), base: this.#states[level], level };
  }

  #failBelow(node: number, why: 'damaged' | 'too-large' | 'exhausted'): void {
    const { firstChild, nextSibling, types } = this.#plan;
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      // Below an object that is too large there may be small ones, which git can make.
      const below = why === 'too-large' && this.#refused <= HUGE ? 'damaged' : why;
      if (((types[next] as number) & IDLE) === 0) this.#visitor.fail(next, next === node ? why : below);
      for (let child = firstChild[next] as number; child >= 0; child = nextSibling[child] as number) open.push(child);
    }
  }

  #inflateRoot(node: number): number {
    const { exports } = this.#core;
    let size = -1;
    if (this.#readEntry(node)) size = exports.enterRoot(this.#entryAt, this.#entryEnd);
    if (size >= 0) return size;
    size = this.#inflateWhole(node);
    if (size >= 0) exports.put(0, this.#arenaAt, size);
    return size;
  }

  /** Step by step, where the entry is an unusual one. */
  #inflateWhole(node: number): number {
    this.#open(node);
    const { size, type } = this.#entry;
    if (type >= OFS_DELTA) throw new MalformedError('pack has changed');
    if (size > this.#limits.object) return this.#refuse(size);
    this.#readWhole(node, size);
    this.#inflater.inflate(this.#reader.buffer, this.#reader.start, this.#reader.end, this.#arena, 0, size);
    return size;
  }

  #inflateChild(node: number, level: number): number {
    let size = this.#readEntry(node) ? this.#maker.enterChild(level, this.#entryAt, this.#entryEnd) : -1;
    const atOnce = size >= 0;
    if (!atOnce) size = this.#inflateDelta(node, this.#path.sizeOf(level));
    if (size < 0) return size;
    this.#expanded += size;
    if (this.#expanded > this.#limits.expanded) return EXHAUSTED;
    if (atOnce) return size;
    const { exports } = this.#core;
    const to = exports.makeRoom(level, size);
    if (to === 0) throw new MalformedError('no room for the object beside its ancestors');
    const base = this.#path.addressOf(level);
    this.#maker.apply(this.#arena, base - this.#arenaAt, to - this.#arenaAt, this.#header, this.#delta, this.#entry.size);
    exports.put(level + 1, to, size);
    return size;
  }

  /** As `#inflateWhole`, for a delta; gives the size of what it makes. */
  #inflateDelta(node: number, baseSize: number): number {
    this.#open(node);
    const { size, type } = this.#entry;
    if (type < OFS_DELTA) throw new MalformedError('pack has changed');
    if (size > 2 * this.#limits.object) return this.#refuse(size);
    this.#readWhole(node, size);
    this.#inflater.inflate(this.#reader.buffer, this.#reader.start, this.#reader.end, this.#delta, 0, size);
    const header = this.#header;
    readDeltaHeader(this.#delta, size, header);
    if (header.baseSize !== baseSize) throw new MalformedError('delta is for a base of another size');
    return header.resultSize > this.#limits.object ? this.#refuse(header.resultSize) : header.resultSize;
  }

  /** Reads an entry that lies in one block, as nearly all do; false where it does not. */
  #readEntry(node: number): boolean {
    const { offsets } = this.#plan;
    this.#choosePack(node);
    const offset = offsets[node]!;
    const end = this.#endOf(node);
    if (end - offset > BLOCK) return false;
    const reader = this.#reader;
    reader.read(this.#pack, offset, end);
    if (reader.buffer !== this.#slab) return false;
    this.#entryAt = this.#slabAt + reader.start;
    this.#entryEnd = this.#slabAt + reader.end;
    return true;
  }

  /**
   * Has entries in the memory, as far as they lie in one block of a pack, as nearly all do.
   * @param nodes to read, of which those from `from` to `to` count
   * @param entries takes two addresses for each: where it begins, and where it may end
   * @returns how many of the first ones there are
   */
  locate(nodes: Int32Array, from: number, to: number, entries: Int32Array): number {
    const first = nodes[from]!;
    if (!this.#isRead(first)) return 0;
    const { offsets, firstNode, packs } = this.#plan;
    const shift = this.#entryAt - offsets[first]!;
    const block = this.#slabAt + BLOCK * Math.floor((this.#entryAt - this.#slabAt) / BLOCK);
    const { size, trailer } = packs[this.#pack]!;
    let count = 0;
    for (let i = from; i < to; i++) {
      const node = nodes[i]!;
      if (node < firstNode[this.#pack]! || node >= firstNode[this.#pack + 1]!) break;
      const at = offsets[node]! + shift;
      const end = Math.min(this.#endOf(node), size - trailer) + shift;
      if (at < block || end > block + BLOCK) break;
      entries[2 * count] = at;
      entries[2 * count + 1] = end;
      count++;
    }
    return count;
  }

  /** As `#readEntry`; false also where it cannot be read. */
  #isRead(node: number): boolean {
    try {
      return this.#readEntry(node);
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      return false;
    }
  }

  #refuse(size: number): number {
    this.#refused = size;
    return TOO_LARGE;
  }

  /** Reads the entry's header. */
  #open(node: number): void {
    const { offsets, repo } = this.#plan;
    this.#choosePack(node);
    const offset = offsets[node] as number;
    this.#reader.read(this.#pack, offset, Math.min(this.#endOf(node), offset + 2048));
    readEntryHeader(this.#reader.buffer, this.#reader.start, this.#reader.end, repo.idBytes, this.#entry);
  }

  #choosePack(node: number): void {
    const { firstNode } = this.#plan;
    if (node < firstNode[this.#pack]! || node >= firstNode[this.#pack + 1]!) this.#pack = packOf(firstNode, node);
  }

  /** Makes the entry's compressed data readable, from its beginning to its end. */
  #readWhole(node: number, size: number): void {
    const reader = this.#reader;
    const offset = this.#plan.offsets[node] as number;
    const head = this.#entry.at - reader.start;
    // Deflated data is never much longer than what it inflates to, whatever an index says.
    const end = Math.min(this.#endOf(node), offset + head + size + (size >> 8) + 1024);
    if (offset + reader.end - reader.start < end) reader.read(this.#pack, offset, end);
    reader.start += head;
    if (reader.start > reader.end) throw new MalformedError('entry is cut off');
  }

  #endOf(node: number): number {
    return entryEnd(this.#plan, this.#pack, node);
  }
}

const TOO_LARGE = -1;
const EXHAUSTED = -2;
