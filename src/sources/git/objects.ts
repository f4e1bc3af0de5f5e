/**
 * Scans every object of a repository's object store, reachable or not: content of blobs, and messages of commits and tags.
 * Names in trees are in treescan.ts.
 * @module
 */
import type { Hit, Scanner } from '../../detect/hit.ts';
import type { Ledger } from '../ledger.ts';
import { CommitLog, type CommitRecords, TagLog, type TagRecords } from './commits.ts';
import { MESSAGE, MOST_ENTRIES, NOTHING, SOME } from './commitreader.ts';
import { DeltaScanner, type Known } from './deltascan.ts';
import { eachPart, messageStart, tagStart } from './messages.ts';
import { BLOB, COMMIT, TAG, TREE } from './packfile.ts';
import type { Derivation, ListedVisitor } from './packwalk.ts';
import type { ObjectPlan } from './plan.ts';
import type { Steps } from './steps.ts';
import { ObjectWork, UNREADABLE, type WorkOptions } from './work.ts';

/** Offsets of hits are those in `data`, which is valid during the call only. Probes (rule -1) are not among them. */
export interface ObjectSink {
  onBlob(id: string, data: Buffer, start: number, end: number, hits: Hit[]): void;
  /** Content, or a commit or tag, without hits. */
  onClean?(id: string, data: Buffer): void;
  /** Text that is not a file: `id` is the commit or tag, or one tree in which the name stands. */
  onText(
    kind: 'commit-message' | 'tag-message' | 'path',
    id: string,
    data: Buffer,
    start: number,
    end: number,
    hits: Hit[],
  ): void;
}

/** What was looked at; plain data, to be sent from a worker. */
export interface ObjectScan {
  blobs: number;
  /** Bytes of all blobs. */
  blobBytes: number;
  /** Bytes of blobs that were scanned rather than known from a base. */
  scannedBytes: number;
  tagCount: number;
  /** The commits and tags, for attribution. */
  commits: CommitRecords;
  tags: TagRecords;
  /** Trees that only git can read, to be handed to `scanTrees`. */
  otherTrees: string[];
}

/**
 * Works on chunks of the plan until none is left. Several workers that share a plan divide the work among themselves; which
 * one does what differs from run to run, what is found by all of them does not.
 * @returns what this call has done
 */
export function* scanObjects(
  plan: ObjectPlan,
  scanner: Scanner,
  sink: ObjectSink,
  ledger: Ledger,
  options: WorkOptions = {},
): Steps<ObjectScan> {
  const work = new ContentWork(plan, scanner, sink, ledger, options);
  yield* work.run(plan.chunks, plan.claims);
  return work.result();
}

class ContentWork extends ObjectWork<Known | undefined> implements ListedVisitor {
  readonly type = BLOB;
  readonly #scanner: Scanner;
  readonly #maxFileSize: number;
  readonly #delta: DeltaScanner;
  readonly #sink: ObjectSink;
  readonly #commits: CommitLog;
  readonly #tags: TagLog;
  readonly #otherTrees: string[] = [];
  /** Whether objects are read many at a time. */
  readonly #many: boolean;
  #blobs = 0;
  #blobBytes = 0;

  constructor(plan: ObjectPlan, scanner: Scanner, sink: ObjectSink, ledger: Ledger, options: WorkOptions) {
    super(plan, ledger, options);
    this.#scanner = scanner;
    this.#maxFileSize = options.maxFileSize ?? Infinity;
    this.#delta = new DeltaScanner(scanner, this.workspace.carrier);
    this.#sink = sink;
    this.#commits = new CommitLog(this.ids, plan.repo.idBytes);
    const looks = scanner.core === this.workspace.core;
    this.workspace.commits.begin({ idBytes: plan.repo.idBytes, looks }, this.#commits);
    // Of that in which there is nothing, nothing else is to be told then.
    this.#many = looks && !sink.onClean;
    this.workspace.blobs.begin(scanner, this.#maxFileSize);
    this.#tags = new TagLog(this.ids);
  }

  result(): ObjectScan {
    this.workspace.commits.finish();
    return {
      blobs: this.#blobs,
      blobBytes: this.#blobBytes,
      scannedBytes: this.#delta.bytes + this.workspace.blobs.bytes,
      tagCount: this.#tags.count,
      commits: this.#commits.finish(),
      tags: this.#tags.finish(),
      otherTrees: this.#otherTrees,
    };
  }

  override visit(
    node: number,
    type: number,
    at: number,
    size: number,
    derivation: Derivation<Known | undefined> | undefined,
  ): Known | undefined {
    const data = this.workspace.arena.subarray(at, at + size);
    if (type !== BLOB) {
      if (!this.isDuplicate(node)) this.#readMessage(type, data, this.ids.ofNode(node), () => this.idOf(node));
      return undefined;
    }
    if (data.length > this.#maxFileSize) {
      if (!this.isDuplicate(node)) this.#leaveOut(data, this.idOf(node));
      return undefined;
    }
    const { blobs } = this.workspace;
    // A base that was walked has no state.
    const walked = derivation && !derivation.base && this.listed ? this.#delta.walked(blobs, derivation.level) : undefined;
    const base = derivation?.base ?? walked;
    const known = base ? this.#delta.derived(data, derivation!.runs, derivation!.baseSize, base) : this.#delta.whole(data);
    if (walked) this.#delta.release(walked);
    if (!this.isDuplicate(node)) this.#giveBlob(data, known.hits, () => this.idOf(node));
    const isBase = this.plan.firstChild[node]! >= 0;
    if (isBase && this.listed && known.hits.length === 0 && !known.whole) blobs.keep((derivation?.level ?? -1) + 1, known.looks);
    return known;
  }

  get listed(): ListedVisitor | undefined {
    return this.#many ? this : undefined;
  }

  walk(list: number, last: number): number {
    return this.workspace.blobs.walk(list, last);
  }

  walked(node: number, size: number): void {
    if (!this.isDuplicate(node)) this.#countBlob(size);
  }

  override release(known: Known | undefined): void {
    if (known) this.#delta.release(known);
  }

  protected override wantsLoose(type: number): boolean {
    return type !== TREE;
  }

  protected override readAlone(type: number, data: Buffer, id: string): void {
    if (type === BLOB && data.length > this.#maxFileSize) this.#leaveOut(data, id);
    else if (type === BLOB) {
      const known = this.#delta.whole(data);
      this.#giveBlob(data, known.hits, () => id);
      this.#delta.release(known);
    } else if (type !== TREE) {
      const { arena } = this.workspace;
      if (data.length > arena.length) return this.ledger.skip('too-large', id, true);
      arena.set(data);
      this.#readMessage(type, arena.subarray(0, data.length), this.ids.findHex(id), () => id);
    } else if (!this.#isReadable(id)) this.#otherTrees.push(id);
  }

  /** Whether an object is a loose one that can be read without git. */
  #isReadable(id: string): boolean {
    const i = this.ids.findHex(id) - this.ids.ofLoose(0);
    return i >= 0 && this.plan.loose.types[i] !== UNREADABLE;
  }

  #leaveOut(data: Buffer, id: string): void {
    this.count(data.length);
    this.ledger.skip('too-large', id, true);
  }

  #countBlob(size: number): void {
    this.#blobs++;
    this.#blobBytes += size;
    this.count(size);
  }

  #giveBlob(data: Buffer, hits: Hit[], id: () => string): void {
    this.#countBlob(data.length);
    // Most have none, and most sinks do not ask.
    if (hits.length === 0 && !this.#sink.onClean) return;
    const found = hits.filter((hit) => hit.rule >= 0);
    if (found.length > 0) this.#sink.onBlob(id(), data, 0, data.length, found);
    else this.#sink.onClean?.(id(), data);
  }

  /** Commits from which no other object is made, as nearly all are, and which stand near each other in a pack. */
  override readMany(from: number, to: number): number {
    if (!this.#many) return 0;
    const { roots, types, firstChild } = this.plan;
    const { arena, commits } = this.workspace;
    let last = from;
    const most = Math.min(to, from + MOST_ENTRIES);
    while (last < most && types[roots[last]!] === COMMIT && firstChild[roots[last]!]! < 0) last++;
    if (last === from) return 0;
    const count = this.locate(from, last, commits.entries);
    let done = 0;
    while (done < count) {
      const first = done;
      done = commits.readAll(first, count, arena.byteOffset, this.limits.object);
      const isRead = done === count || commits.size >= 0;
      const there = done < count && isRead ? commits.found : NOTHING;
      if (there !== NOTHING) done++;
      for (let i = from + first; i < from + done; i++) this.#commits.add(this.ids.ofNode(roots[i]!));
      this.count(commits.bytes, done - first);
      const node = roots[from + done - 1]!;
      if (there !== NOTHING) this.#giveCommit(arena.subarray(0, commits.size), there, () => this.idOf(node));
      if (!isRead) break;
    }
    return done;
  }

  /** @param data in the arena */
  #readMessage(type: number, data: Buffer, number: number, id: () => string): void {
    this.count(data.length);
    if (type === TAG) {
      this.#tags.add(number, data);
      this.#giveParts('tag-message', data, tagStart(data), id);
      return;
    }
    const isKnown = number >= 0;
    if (isKnown) this.#commits.add(number);
    this.#giveCommit(data, this.workspace.commits.read(data.byteOffset, data.length, isKnown), id);
  }

  /** @param there what `CommitReader.read` gave */
  #giveCommit(data: Buffer, there: number, id: () => string): void {
    const { head } = this.workspace.commits;
    if (there === SOME) return this.#giveParts('commit-message', data, head, id);
    const isFound = there === MESSAGE && this.#giveText('commit-message', data, messageStart(data, head), data.length, id);
    if (!isFound) this.#sink.onClean?.(id(), data);
  }

  /** @param head see `eachPart` */
  #giveParts(kind: 'commit-message' | 'tag-message', data: Buffer, head: number, id: () => string): void {
    let clean = true;
    eachPart(data, head, (from, to) => {
      if (this.#giveText(kind, data, from, to, id)) clean = false;
    });
    if (clean) this.#sink.onClean?.(id(), data);
  }

  /** @returns whether something was found */
  #giveText(kind: 'commit-message' | 'tag-message', data: Buffer, from: number, to: number, id: () => string): boolean {
    const hits = this.#scanner.scan(data, from, to);
    if (hits.length === 0) return false;
    const found = hits.filter((hit) => hit.rule >= 0);
    if (found.length > 0) this.#sink.onText(kind, id(), data, from, to, found);
    return found.length > 0;
  }
}
