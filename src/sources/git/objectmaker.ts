/**
 * Makes objects of packs on a path (wasm/assembly/path.ts): in one call where an entry is as nearly all are, step by step where it is not.
 * @module
 */
import type { Core } from '../../wasm/core.ts';
import { type CopyRuns, type DeltaHeader, DeltaMaker, readDeltaHeader } from './delta.ts';
import { packOf } from './ids.ts';
import type { Inflater } from './inflate.ts';
import { BLOCK, type EntryHeader, JOINED, OFS_DELTA, PackReader, readEntryHeader } from './packfile.ts';
import { MalformedError } from './packindex.ts';
import { Path } from './path.ts';
import { entryEnd, type ObjectPlan } from './plan.ts';
import type { Limits, Workspace } from './workspace.ts';

/** In place of the size of an object: it has more bytes than one may have, or all together have. */
export const TOO_LARGE = -1;
export const EXHAUSTED = -2;

export class ObjectMaker {
  readonly path: Path;
  readonly reader: PackReader;
  /** Addresses of the entry that was read last. */
  entryAt = 0;
  entryEnd = 0;
  /** Size of the last object that was too large. */
  refused = 0;
  readonly #plan: ObjectPlan;
  readonly #limits: Limits;
  readonly #core: Core;
  readonly #inflater: Inflater;
  readonly #maker: DeltaMaker;
  readonly #slab: Buffer;
  readonly #arena: Buffer;
  readonly #delta: Buffer;
  /** Addresses of slab and arena. */
  readonly #slabAt: number;
  readonly #arenaAt: number;
  #pack = 0;
  #expanded = 0;
  readonly #entry: EntryHeader = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };
  readonly #header: DeltaHeader = { baseSize: 0, resultSize: 0, at: 0 };

  /** @param extraEvery see Visitor of packwalk.ts */
  constructor(plan: ObjectPlan, limits: Limits, workspace: Workspace, extraEvery: number) {
    const { core, inflater, maker, arena, delta, slab } = workspace;
    this.#plan = plan;
    this.#limits = limits;
    this.#core = core;
    this.#inflater = inflater;
    this.#maker = maker;
    this.#slab = slab;
    this.#arena = arena;
    this.#delta = delta;
    this.#slabAt = slab.byteOffset;
    this.#arenaAt = arena.byteOffset;
    this.reader = new PackReader(plan.packs, slab);
    maker.begin({ arena, delta, most: limits.object, idBytes: plan.repo.idBytes, extraEvery });
    this.path = new Path(core);
  }

  /** What the object that was made last copies from its base. */
  get runs(): CopyRuns {
    return this.#maker.runs;
  }

  /** Counts bytes of objects that the core has made from others. */
  count(bytes: number): void {
    this.#expanded += bytes;
  }

  /** Whether all objects together have more bytes than they may have. */
  get isExhausted(): boolean {
    return this.#expanded > this.#limits.expanded;
  }

  /**
   * Makes the root of a tree of deltas.
   * @returns its size, or TOO_LARGE
   * @throws MalformedError when it cannot be made
   */
  makeRoot(node: number): number {
    const { exports } = this.#core;
    let size = -1;
    if (this.readEntry(node)) size = exports.enterRoot(this.entryAt, this.entryEnd);
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
    this.#inflater.inflate(this.reader.buffer, this.reader.start, this.reader.end, this.#arena, 0, size);
    return size;
  }

  /**
   * Makes an object from the one on a level of the path, below that.
   * @returns its size, TOO_LARGE or EXHAUSTED
   * @throws MalformedError when it cannot be made
   */
  makeChild(node: number, level: number): number {
    const { exports } = this.#core;
    let size = this.readEntry(node) ? exports.enterChild(level, this.entryAt, this.entryEnd) : -1;
    const atOnce = size >= 0;
    if (!atOnce) size = this.#inflateDelta(node, this.path.sizeOf(level));
    if (size < 0) return size;
    this.#expanded += size;
    if (this.isExhausted) return EXHAUSTED;
    if (atOnce) return size;
    const to = exports.makeRoom(level, size);
    if (to === 0) throw new MalformedError('no room for the object beside its ancestors');
    const base = this.path.addressOf(level);
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
    this.#inflater.inflate(this.reader.buffer, this.reader.start, this.reader.end, this.#delta, 0, size);
    const header = this.#header;
    readDeltaHeader(this.#delta, size, header);
    if (header.baseSize !== baseSize) throw new MalformedError('delta is for a base of another size');
    return header.resultSize > this.#limits.object ? this.#refuse(header.resultSize) : header.resultSize;
  }

  /** Reads an entry to where the core can open it; false where it is too long for that. */
  readEntry(node: number): boolean {
    const { offsets } = this.#plan;
    this.#choosePack(node);
    const offset = offsets[node]!;
    const end = this.#endOf(node);
    if (end - offset > JOINED) return false;
    const reader = this.reader;
    reader.read(this.#pack, offset, end);
    if (reader.buffer !== this.#slab) return false;
    this.entryAt = this.#slabAt + reader.start;
    this.entryEnd = this.#slabAt + reader.end;
    return true;
  }

  /**
   * Has entries in the memory, as far as they lie in one block of a pack, as nearly all do, or the first one.
   * @param nodes to read, of which those from `from` to `to` count
   * @param entries takes two addresses for each: where it begins, and where it may end
   * @returns how many of the first ones there are
   */
  locate(nodes: Int32Array, from: number, to: number, entries: Int32Array): number {
    const first = nodes[from]!;
    if (!this.isRead(first)) return 0;
    const { offsets, firstNode, packs } = this.#plan;
    const shift = this.entryAt - offsets[first]!;
    // What was put together of several blocks has no others beside it.
    const isJoined = (offsets[first]! % BLOCK) + this.entryEnd - this.entryAt > BLOCK;
    const begin = isJoined ? this.entryAt : this.#slabAt + BLOCK * Math.floor((this.entryAt - this.#slabAt) / BLOCK);
    const stop = isJoined ? this.entryEnd : begin + BLOCK;
    const { size, trailer } = packs[this.#pack]!;
    let count = 0;
    for (let i = from; i < to; i++) {
      const node = nodes[i]!;
      if (node < firstNode[this.#pack]! || node >= firstNode[this.#pack + 1]!) break;
      const at = offsets[node]! + shift;
      const end = Math.min(this.#endOf(node), size - trailer) + shift;
      if (at < begin || end > stop) break;
      entries[2 * count] = at;
      entries[2 * count + 1] = end;
      count++;
    }
    return count;
  }

  /** As `readEntry`; false also where it cannot be read. */
  isRead(node: number): boolean {
    try {
      return this.readEntry(node);
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      return false;
    }
  }

  #refuse(size: number): number {
    this.refused = size;
    return TOO_LARGE;
  }

  /** Reads the entry's header. */
  #open(node: number): void {
    const { offsets, repo } = this.#plan;
    this.#choosePack(node);
    const offset = offsets[node] as number;
    this.reader.read(this.#pack, offset, Math.min(this.#endOf(node), offset + 2048));
    readEntryHeader(this.reader.buffer, this.reader.start, this.reader.end, repo.idBytes, this.#entry);
  }

  #choosePack(node: number): void {
    const { firstNode } = this.#plan;
    if (node < firstNode[this.#pack]! || node >= firstNode[this.#pack + 1]!) this.#pack = packOf(firstNode, node);
  }

  /** Makes the entry's compressed data readable, from its beginning to its end. */
  #readWhole(node: number, size: number): void {
    const reader = this.reader;
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
