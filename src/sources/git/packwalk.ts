/**
 * Walks a tree of deltas depth-first, so that every entry is inflated once and only the objects on the way from the root
 * to the current one are held.
 *
 * The objects lie one after the other in one buffer, the arena. A base is let go before its last child is walked, and the
 * last child is the one with the largest subtree: so no more than log2(nodes of the tree) objects are held at a time,
 * however long the chain of deltas is.
 * @module
 */
import { Core, partSize } from '../../wasm/core.ts';
import { Carrier } from './carry.ts';
import { BEHIND, type CopyRuns, type DeltaHeader, DeltaMaker, readDeltaHeader } from './delta.ts';
import { createInflater, type Inflater, SPARE } from './inflate.ts';
import { BLOCK, type EntryHeader, MAX_BLOCKS, OFS_DELTA, PackReader, readEntryHeader } from './packfile.ts';
import { MalformedError } from './packindex.ts';
import { packOf } from './ids.ts';
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
  /** The base: `baseSize` bytes at `baseStart` of `arena`. */
  arena: Buffer;
  baseStart: number;
  baseSize: number;
  /** What the visit of the base gave. */
  base: State;
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
  /** Bytes behind an object of some size that are kept with it, for the visitor. Default: none. */
  extra?(size: number): number;
  /** Whether a walk is to be left before the next object, to be resumed later. */
  wantsPause?(): boolean;
  /** The object cannot be read here. */
  fail(node: number, why: 'damaged' | 'too-large' | 'exhausted'): void;
}

/** Objects below one larger than this are not even asked of git: making them would take as much memory. */
const HUGE = 512 * 1024 * 1024;

/** The arena is let grow to this; then what is dead in it is squeezed out, to stay in the processor's cache. */
const SLACK = 1 << 20;

/** Memory of a walker, which another one can use after it. Untouched parts cost nothing. */
export interface Workspace {
  /** In whose memory all of it lies. */
  core: Core;
  inflater: Inflater;
  maker: DeltaMaker;
  carrier: Carrier;
  commits: CommitReader;
  trees: TreeReader;
  /** Five objects of the largest kind: base, result and some ancestors. */
  arena: Buffer;
  /** A delta of the largest kind. */
  delta: Buffer;
  /** Blocks of packs. */
  slab: Buffer;
}

const arenaSize = ({ object }: Limits): number => 5 * object + 8 * SLACK;
const deltaSize = ({ object }: Limits): number => 2 * object + SPARE;

const SLAB = MAX_BLOCKS * BLOCK;

/** Bytes that a workspace takes in the memory of a core. */
export const workspaceSize = (limits: Limits): number =>
  partSize(arenaSize(limits)) +
  partSize(deltaSize(limits)) +
  partSize(SLAB) +
  DeltaMaker.size +
  Carrier.size +
  CommitReader.size +
  TreeReader.size;

/** @param core in whose memory objects are made */
export function createWorkspace(limits: Limits, core: Core = new Core(workspaceSize(limits))): Workspace {
  return {
    core,
    inflater: createInflater(core),
    maker: new DeltaMaker(core),
    carrier: new Carrier(core),
    commits: new CommitReader(core),
    trees: new TreeReader(core),
    arena: core.take(arenaSize(limits)),
    delta: core.take(deltaSize(limits)),
    slab: core.take(SLAB),
  };
}

export class PackWalker<State> {
  readonly #plan: ObjectPlan;
  readonly #reader: PackReader;
  readonly #inflater: Inflater;
  readonly #limits: Limits;
  readonly #maker: DeltaMaker;
  readonly #core: Core;
  readonly #slab: Buffer;
  readonly #arena: Buffer;
  readonly #delta: Buffer;
  /** Their addresses. */
  readonly #slabAt: number;
  readonly #arenaAt: number;
  readonly #deltaAt: number;
  /** Addresses of the entry that was read last. */
  #entryAt = 0;
  #entryEnd = 0;
  #pack = 0;
  #expanded = 0;
  /** Size of the last object that was too large. */
  #refused = 0;
  readonly #entry: EntryHeader = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };
  readonly #header: DeltaHeader = { baseSize: 0, resultSize: 0, at: 0 };
  /** The path from the root: offset and size in the arena, state, and the next child to walk. */
  #starts: number[] = [];
  #sizes: number[] = [];
  /** Sizes with what is kept behind the objects. */
  #spans: number[] = [];
  #states: State[] = [];
  #next: number[] = [];

  constructor(plan: ObjectPlan, limits: Limits, { core, inflater, maker, arena, delta, slab }: Workspace) {
    this.#core = core;
    this.#slab = slab;
    this.#slabAt = slab.byteOffset;
    this.#arenaAt = arena.byteOffset;
    this.#deltaAt = delta.byteOffset;
    this.#plan = plan;
    this.#reader = new PackReader(plan.packs, slab);
    this.#inflater = inflater;
    this.#limits = limits;
    this.#maker = maker;
    this.#arena = arena;
    this.#delta = delta;
  }

  close(): void {
    this.#reader.close();
  }

  /**
   * Visits the root and everything below it that is not IDLE, parents before their children.
   * @returns false when the visitor wanted a pause: there is more to do
   */
  walk(root: number, visitor: Visitor<State>): boolean {
    // What an unfinished walk left; to set the length of an array takes its time even where nothing changes.
    if (this.#starts.length > 0)
      this.#starts.length = this.#sizes.length = this.#spans.length = this.#states.length = this.#next.length = 0;
    if (!this.#enter(root, undefined, visitor)) return true;
    this.#next.push(this.#plan.firstChild[root] as number);
    return this.resume(visitor);
  }

  /** Goes on with a walk that was left; returns as `walk`. */
  resume(visitor: Visitor<State>): boolean {
    const { firstChild, nextSibling, types } = this.#plan;
    while (this.#next.length > 0) {
      const last = this.#next.length - 1;
      const child = this.#next[last] as number;
      if (child < 0) {
        this.#pop(last, visitor);
        continue;
      }
      if (visitor.wantsPause?.()) return false;
      const sibling = nextSibling[child] as number;
      this.#next[last] = sibling;
      if (((types[child] as number) & IDLE) !== 0 || visitor.wants?.(child) === false) continue;
      if (!this.#enter(child, last, visitor)) continue;
      if (sibling < 0) this.#pop(last, visitor);
      this.#next.push(firstChild[child] as number);
    }
    return true;
  }

  /** Takes an object out of the path: the last one, or the one below it. */
  #pop(level: number, visitor: Visitor<State>): void {
    visitor.release?.(this.#states[level] as State);
    const top = this.#starts.length - 1;
    this.#starts[level] = this.#starts[top] as number;
    this.#sizes[level] = this.#sizes[top] as number;
    this.#spans[level] = this.#spans[top] as number;
    this.#states[level] = this.#states[top] as State;
    this.#starts.pop();
    this.#sizes.pop();
    this.#spans.pop();
    this.#states.pop();
    this.#next.pop();
  }

  /** Makes the object, visits it and puts it on the path. False when it cannot be made. */
  #enter(node: number, base: number | undefined, visitor: Visitor<State>): boolean {
    let why: 'damaged' | 'too-large' | 'exhausted' = 'damaged';
    try {
      const size = base === undefined ? this.#inflateRoot(node, visitor) : this.#inflateChild(node, base, visitor);
      if (size < 0) why = size === TOO_LARGE ? 'too-large' : 'exhausted';
      else {
        const top = this.#starts.length - 1;
        const start = this.#starts[top] as number;
        const type = (this.#plan.types[node] as number) & TYPE;
        const derivation = base === undefined ? undefined : this.#derivation(base);
        this.#states.push(visitor.visit(node, type, start, size, derivation));
        return true;
      }
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
    }
    this.#failBelow(node, why, visitor);
    return false;
  }

  #derivation(base: number): Derivation<State> {
    return {
      runs: this.#maker.runs,
      arena: this.#arena,
      baseStart: this.#starts[base] as number,
      baseSize: this.#sizes[base] as number,
      base: this.#states[base] as State,
    };
  }

  #failBelow(node: number, why: 'damaged' | 'too-large' | 'exhausted', visitor: Visitor<State>): void {
    const { firstChild, nextSibling, types } = this.#plan;
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      // Below an object that is too large there may be small ones, which git can make.
      const below = why === 'too-large' && this.#refused <= HUGE ? 'damaged' : why;
      if (((types[next] as number) & IDLE) === 0) visitor.fail(next, next === node ? why : below);
      for (let child = firstChild[next] as number; child >= 0; child = nextSibling[child] as number) open.push(child);
    }
  }

  #inflateRoot(node: number, visitor: Visitor<State>): number {
    const { exports } = this.#core;
    let size = -1;
    if (this.#readEntry(node)) size = exports.openObject(this.#entryAt, this.#entryEnd, this.#arenaAt, this.#limits.object);
    if (size < 0) size = this.#inflateWhole(node);
    if (size < 0) return size;
    this.#starts.push(0);
    this.#sizes.push(size);
    this.#spans.push(size + (visitor.extra?.(size) ?? 0));
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

  #inflateChild(node: number, base: number, visitor: Visitor<State>): number {
    const { exports } = this.#core;
    const baseSize = this.#sizes[base]!;
    let size = -1;
    if (this.#readEntry(node)) {
      const most = this.#limits.object;
      size = exports.openDelta(this.#entryAt, this.#entryEnd, this.#deltaAt, baseSize, most, this.#plan.repo.idBytes);
    }
    const atOnce = size >= 0;
    if (!atOnce) size = this.#inflateDelta(node, baseSize);
    if (size < 0) return size;
    this.#expanded += size;
    if (this.#expanded > this.#limits.expanded) return EXHAUSTED;
    const span = size + (visitor.extra?.(size) ?? 0);
    const start = this.#room(span);
    if (start < 0) throw new MalformedError('no room for the object beside its ancestors');
    const baseStart = this.#starts[base]!;
    if (atOnce) this.#maker.applyOpened(this.#arenaAt + baseStart, baseSize, this.#arenaAt + start, size);
    else this.#maker.apply(this.#arena, baseStart, start, this.#header, this.#delta, this.#entry.size);
    this.#starts.push(start);
    this.#sizes.push(size);
    this.#spans.push(span);
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

  /** Where in the arena a new object of `size` bytes can go; -1 when there is no room. */
  #room(size: number): number {
    const starts = this.#starts;
    const top = starts.length - 1;
    let free = (starts[top] as number) + (this.#spans[top] as number);
    let held = 0;
    for (const each of this.#spans) held += each;
    if (free - held > SLACK || free + size + BEHIND >= this.#arena.length) {
      free = 0;
      for (let i = 0; i <= top; i++) {
        const start = starts[i] as number;
        const length = this.#spans[i] as number;
        if (start !== free) this.#arena.copyWithin(free, start, start + length);
        starts[i] = free;
        free += length;
      }
    }
    return free + size + BEHIND < this.#arena.length ? free : -1;
  }
}

const TOO_LARGE = -1;
const EXHAUSTED = -2;
