/**
 * How the objects of a plan are read, whatever is done with them: chunk by chunk, from packs, from loose files, and through
 * git what cannot be read directly.
 * @module
 */
import { elapsedMs } from '../../clock.ts';
import type { Ledger } from '../ledger.ts';
import { type BatchObject, readThroughGit } from './batch.ts';
import { claim, type Claims } from './claims.ts';
import { NoFileError } from './gitdir.ts';
import { ObjectIds } from './ids.ts';
import { looseFile, LooseReader } from './loose.ts';
import { BLOB, COMMIT, TAG, TREE } from './packfile.ts';
import { type Derivation, PackWalker, type Visitor } from './packwalk.ts';
import { createWorkspace, type Limits, type Workspace } from './workspace.ts';
import { type Chunk, DONE, DONE_KIB, DONE_WORK, DUPLICATE, type ObjectPlan, STOP } from './plan.ts';
import type { Steps } from './steps.ts';

export interface WorkOptions {
  limits?: Limits;
  /** Larger files are told as a gap and not scanned, in bytes. Default: none are. */
  maxFileSize?: number;
  /** That of the work before this one in the same thread. */
  workspace?: Workspace | undefined;
}

/** Of large objects git's whole answer is held; those of 100 MiB are the largest that GitHub takes. */
export const DEFAULT_LIMITS = { object: 32 * 1024 * 1024, alone: 100 * 1024 * 1024, expanded: 2 ** 42 } satisfies Limits;

/** Signals and timers of this thread wait no longer than this, and for the object being read. */
const PAUSE_MS = 50;

/** Bytes that are read within some milliseconds, and what an object counts beside its own. */
const UNCLOCKED = 1 << 20;
const EACH = 1 << 12;

/** In place of the type of a loose object. */
export const UNREADABLE = 255;

const TYPES = { commit: COMMIT, tree: TREE, blob: BLOB, tag: TAG } as const;

export abstract class ObjectWork<State> implements Visitor<State> {
  protected readonly plan: ObjectPlan;
  protected readonly ledger: Ledger;
  protected readonly ids: ObjectIds;
  protected readonly workspace: Workspace;
  protected readonly limits: Limits;
  readonly #walker: PackWalker<State>;
  readonly #loose: LooseReader;
  readonly #deferred: string[] = [];
  #bytes = 0;
  #objects = 0;
  /** When to give way to others. */
  #pauseAt = 0;
  /** Bytes that may be read before the clock is looked at, which takes as long as a small object. */
  #unclocked = UNCLOCKED;

  constructor(plan: ObjectPlan, ledger: Ledger, options: WorkOptions) {
    this.plan = plan;
    this.ledger = ledger;
    this.ids = new ObjectIds(plan);
    this.limits = options.limits ?? DEFAULT_LIMITS;
    this.workspace = options.workspace ?? createWorkspace(this.limits);
    this.#walker = new PackWalker(plan, this.limits, this.workspace, this);
    this.#loose = new LooseReader(this.workspace.inflater, this.limits.object);
  }

  abstract visit(node: number, type: number, at: number, size: number, derivation: Derivation<State> | undefined): State;
  release?(state: State): void;
  readMany?(from: number, to: number): number;
  /** A loose object, or one that git has read. */
  protected abstract readAlone(type: number, data: Buffer, id: string): void;
  /** Whether loose objects of a type are to be read (0: the type is not known yet). */
  protected abstract wantsLoose(type: number): boolean;

  /**
   * Works on chunks until none is left, or someone calls for an end.
   * @param claims to these chunks
   */
  *run(chunks: readonly Chunk[], claims: Claims): Steps<void> {
    const { control } = this.plan;
    this.#pauseAt = elapsedMs() + PAUSE_MS;
    try {
      for (const number of claim(claims)) {
        if (this.#stopped()) break;
        const chunk = chunks[number]!;
        yield* this.#work(chunk);
        this.#progress();
        Atomics.add(control, DONE_WORK, chunk.weight);
      }
    } finally {
      this.#walker.close();
    }
    yield* this.readThroughGit(this.#deferred.sort());
  }

  /** Reads objects through git. */
  protected *readThroughGit(ids: readonly string[]): Steps<void> {
    const onObject = ({ id, type, data }: BatchObject): void => this.readAlone(TYPES[type], data, id);
    const steps = readThroughGit(this.plan.repo, ids, this.limits.alone ?? this.limits.object, onObject, this.ledger);
    while (!this.#stopped() && !steps.next().done) yield;
    this.#progress();
  }

  /** Once it says so, it does up to the pause: a walk is left through loops in loops, each of which asks. */
  wantsPause(): boolean {
    if (this.#stopped()) return true;
    if (this.#unclocked > 0) return false;
    if (elapsedMs() >= this.#pauseAt) return true;
    this.#unclocked = UNCLOCKED;
    return false;
  }

  #stopped(): boolean {
    return Atomics.load(this.plan.control, STOP) !== 0;
  }

  fail(node: number, why: 'damaged' | 'too-large' | 'exhausted'): void {
    if (this.isDuplicate(node)) return;
    const id = this.idOf(node);
    if (why === 'damaged') this.#deferred.push(id);
    else if (why === 'too-large') this.#tooLarge(id);
    else this.ledger.skip('timeout', id, true);
  }

  /** Keeps a large object for git, if that may read it. */
  #tooLarge(id: string): void {
    const { alone = 0, object } = this.limits;
    if (alone > object && this.plan.repo.git) this.#deferred.push(id);
    else this.ledger.skip('too-large', id, true);
  }

  protected isDuplicate(node: number): boolean {
    return ((this.plan.types[node] as number) & DUPLICATE) !== 0;
  }

  protected idOf(node: number): string {
    return this.ids.hex(this.ids.ofNode(node));
  }

  /** Counts objects, of so many bytes together, for progress. */
  protected count(bytes: number, objects = 1): void {
    this.#bytes += bytes;
    this.#objects += objects;
    this.#unclocked -= bytes + objects * EACH;
  }

  /** See PackWalker.locate. */
  protected locate(from: number, to: number, entries: Int32Array): number {
    return this.#walker.locate(this.plan.roots, from, to, entries);
  }

  *#work({ kind, from, to }: Chunk): Steps<void> {
    const { roots, deferred } = this.plan;
    if (kind === 'packed') {
      this.#walker.begin(roots, from, to);
      while (!this.#walker.walk() && !this.#stopped()) yield* this.#pause();
      return;
    }
    for (let i = from; i < to && !this.#stopped(); i++) {
      if (kind === 'loose') this.#readLoose(i);
      else this.#deferred.push(this.idOf(deferred[i]!));
      if (this.wantsPause()) yield* this.#pause();
    }
  }

  *#pause(): Steps<void> {
    this.#progress();
    yield;
    this.#pauseAt = elapsedMs() + PAUSE_MS;
    this.#unclocked = UNCLOCKED;
  }

  #readLoose(i: number): void {
    const { loose, repo } = this.plan;
    if (!this.wantsLoose(loose.types[i] as number)) return;
    const id = this.ids.hex(this.ids.ofLoose(i));
    // Until it has been read; what cannot be read is told once.
    loose.types[i] = UNREADABLE;
    try {
      const path = looseFile(repo.objectDirs[loose.dirs[i]!]!, id);
      const object = this.#loose.read(path, (type) => this.wantsLoose(type));
      if (object) {
        loose.types[i] = object.type;
        if (object.data) this.readAlone(object.type, object.data, id);
      } else {
        this.#tooLarge(id);
      }
    } catch (error) {
      // Git would wait for what never comes.
      if (error instanceof NoFileError) this.ledger.skip('unreadable', id, true);
      else this.#deferred.push(id);
    }
  }

  #progress(): void {
    Atomics.add(this.plan.control, DONE, this.#objects);
    Atomics.add(this.plan.control, DONE_KIB, this.#bytes >> 10);
    this.#objects = 0;
    this.#bytes = 0;
  }
}
