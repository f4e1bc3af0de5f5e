/**
 * Walks a tree of deltas depth-first, so that every entry is inflated once and only the objects on the way from the root
 * to the current one are held.
 *
 * The objects lie one after the other in one buffer, the arena (wasm/assembly/path.ts). A base is let go before its last child is
 * walked, and the last child is the one with the largest subtree: so no more than log2(nodes of the tree) objects are held at a time,
 * however long the chain of deltas is.
 * @module
 */
import type { Core } from '../../wasm/core.ts';
import type { CopyRuns } from './delta.ts';
import { ObjectMaker, TOO_LARGE } from './objectmaker.ts';
import { MalformedError } from './packindex.ts';
import { LEVELS } from './path.ts';
import { IDLE, type ObjectPlan, TYPE } from './plan.ts';
import { type Limits, LISTED, type Workspace } from './workspace.ts';

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
   * @returns the address of the first entry of which the object was not made, or is to be visited, or `last`; or one more than that of the
   *   next one, when enough were made at once
   */
  walk(list: number, last: number, nodes: Int32Array): number;
  /** An object was walked: its node, and the first two numbers that stand in its place in the list. */
  walked(node: number, size: number, second: number): void;
}

/** Objects below one larger than this are not even asked of git: making them would take as much memory. */
const HUGE = 512 * 1024 * 1024;

/** Blocks of packs in which objects that are listed may lie. */
const LISTED_BLOCKS = 64;

export class PackWalker<State> {
  readonly #plan: ObjectPlan;
  readonly #visitor: Visitor<State>;
  readonly #maker: ObjectMaker;
  readonly #core: Core;
  readonly #arenaAt: number;
  /** Roots that are still to be walked. */
  #roots: Int32Array = new Int32Array(0);
  #root = 0;
  #lastRoot = 0;
  /** The path from the root: how long it is, states, and the next child to walk. */
  #depth = 0;
  readonly #states: (State | undefined)[] = [];
  readonly #next = new Int32Array(LEVELS);
  /** What is to be walked next, and where this stood before it was listed. */
  readonly #list: Int32Array;
  readonly #nodes = new Int32Array(LISTED);
  readonly #before = { root: 0, depth: 0, next: new Int32Array(LEVELS) };

  constructor(plan: ObjectPlan, limits: Limits, workspace: Workspace, visitor: Visitor<State>) {
    this.#plan = plan;
    this.#visitor = visitor;
    this.#core = workspace.core;
    this.#arenaAt = workspace.arena.byteOffset;
    this.#list = workspace.list;
    this.#maker = new ObjectMaker(plan, limits, workspace, visitor.extraEvery ?? 0);
  }

  close(): void {
    this.#maker.reader.close();
  }

  /** See ObjectMaker.locate. */
  locate(nodes: Int32Array, from: number, to: number, entries: Int32Array): number {
    return this.#maker.locate(nodes, from, to, entries);
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
    const node = this.#peek();
    if (node < 0) return false;
    const level = this.#depth - 1;
    const many = level < 0 ? (this.#visitor.readMany?.(this.#root, this.#lastRoot) ?? 0) : 0;
    if (many > 0) this.#root += many;
    else if (!this.#enter(node, level)) this.#skip(node);
    else if (this.#descend(node)) this.#takeLevel(level);
    return true;
  }

  /** The next object, -1 where there is none; its base is the last one of the path. */
  #peek(): number {
    const { types } = this.#plan;
    while (this.#depth > 0) {
      const node = this.#next[this.#depth - 1]!;
      if (node < 0) this.#depth--;
      else if ((types[node]! & IDLE) === 0 && this.#visitor.wants?.(node) !== false) return node;
      else this.#skip(node);
    }
    return this.#root < this.#lastRoot ? this.#roots[this.#root]! : -1;
  }

  /** Goes on to what comes next without an object and all that is made from it. */
  #skip(node: number): void {
    if (this.#depth === 0) this.#root++;
    else this.#next[this.#depth - 1] = this.#plan.nextSibling[node]!;
  }

  /** Goes on to what is made from an object; gives whether that is the last one made from its base, of which it takes the level then. */
  #descend(node: number): boolean {
    const isRoot = this.#depth === 0;
    this.#skip(node);
    const isLast = !isRoot && this.#next[this.#depth - 1]! < 0;
    if (!isLast) this.#depth++;
    this.#next[this.#depth - 1] = this.#plan.firstChild[node]!;
    return isLast;
  }

  /** Has the object below a level take the level of its base. */
  #takeLevel(level: number): void {
    this.#forget(level);
    this.#core.exports.lift(level);
    this.#states[level] = this.#states[level + 1];
    this.#states[level + 1] = undefined;
  }

  #forget(level: number): void {
    const state = this.#states[level];
    this.#states[level] = undefined;
    if (state !== undefined) this.#visitor.release?.(state);
  }

  /** Has what comes next walked without a call for each object, up to a pause or to what is not as nearly all is. */
  #walkListed(visitor: ListedVisitor): void {
    const before = this.#before;
    for (let goesOn = true; goesOn; ) {
      if (this.#maker.isExhausted) return;
      before.root = this.#root;
      before.depth = this.#depth;
      before.next.set(this.#next);
      this.#maker.reader.pin();
      const count = this.#listNext(visitor.type);
      const done = this.#walkList(visitor, count);
      this.#maker.reader.unpin();
      if (done < count) {
        this.#root = before.root;
        this.#depth = before.depth;
        this.#next.set(before.next);
        for (let i = 0; i < done; i++) this.#descend(this.#peek());
      }
      goesOn = count > 0 && done === count && this.#visitor.wantsPause?.() !== true;
    }
  }

  /** Has what is listed walked, and visits what is not; gives how many come before the first one that cannot be made so, or a pause. */
  #walkList(visitor: ListedVisitor, count: number): number {
    const at = this.#list.byteOffset;
    const list = this.#list;
    for (let next = 0; next < count; ) {
      const told = visitor.walk(at + 16 * next, at + 16 * count, this.#nodes) - at;
      for (; next < told >> 4; next++) {
        const [size, second, level, isLast] = [list[4 * next]!, list[4 * next + 1]!, list[4 * next + 2]!, list[4 * next + 3]!];
        visitor.walked(this.#nodes[next]!, size, second);
        if (level >= 0) this.#maker.count(size);
        this.#forget(level + 1);
        if (isLast === 1) this.#forget(level);
      }
      if (next === count) break;
      if ((told & 1) === 1) {
        if (this.#visitor.wantsPause?.()) return next;
        continue;
      }
      const [size, level] = [list[4 * next]!, list[4 * next + 2]!];
      if (size < 0) return next;
      if (level >= 0) this.#maker.count(size);
      this.#visit(this.#nodes[next]!, level, size);
      if (list[4 * next + 3] === 1) this.#takeLevel(level);
      next++;
    }
    return count;
  }

  /**
   * Lists the next objects of a type, as far as there is room for their entries, and goes on as if they were entered.
   * @returns how many there are
   */
  #listNext(type: number): number {
    const { types } = this.#plan;
    const maker = this.#maker;
    let count = 0;
    while (count < LISTED) {
      const node = this.#peek();
      const level = this.#depth - 1;
      if (node < 0 || level + 2 > LEVELS || (types[node]! & TYPE) !== type) break;
      if (maker.reader.pinned >= LISTED_BLOCKS || !maker.isRead(node)) break;
      this.#nodes[count] = node;
      this.#list[4 * count] = maker.entryAt;
      this.#list[4 * count + 1] = maker.entryEnd;
      this.#list[4 * count + 2] = level;
      this.#list[4 * count + 3] = this.#descend(node) ? 1 : 0;
      count++;
    }
    return count;
  }

  /**
   * Makes the object below a level and visits it. False when it cannot be made.
   * @param level of its base, -1 for a root
   */
  #enter(node: number, level: number): boolean {
    let why: 'damaged' | 'too-large' | 'exhausted' = 'damaged';
    try {
      const size = level < 0 ? this.#maker.makeRoot(node) : this.#maker.makeChild(node, level);
      if (size < 0) why = size === TOO_LARGE ? 'too-large' : 'exhausted';
      else {
        this.#visit(node, level, size);
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
    const at = this.#maker.path.addressOf(level + 1) - this.#arenaAt;
    const type = this.#plan.types[node]! & TYPE;
    this.#forget(level + 1);
    this.#states[level + 1] = this.#visitor.visit(node, type, at, size, level < 0 ? undefined : this.#derivation(level));
  }

  #derivation(level: number): Derivation<State> {
    return { runs: this.#maker.runs, baseSize: this.#maker.path.sizeOf(level), base: this.#states[level], level };
  }

  #failBelow(node: number, why: 'damaged' | 'too-large' | 'exhausted'): void {
    const { firstChild, nextSibling, types } = this.#plan;
    const open = [node];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      // Below an object that is too large there may be small ones, which git can make.
      const below = why === 'too-large' && this.#maker.refused <= HUGE ? 'damaged' : why;
      if (((types[next] as number) & IDLE) === 0) this.#visitor.fail(next, next === node ? why : below);
      for (let child = firstChild[next] as number; child >= 0; child = nextSibling[child] as number) open.push(child);
    }
  }
}
