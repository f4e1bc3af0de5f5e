/**
 * Scans every object of a repository's object store, reachable or not: content of blobs, and messages of commits and tags.
 * Names in trees are in treescan.ts.
 * @module
 */
import type { Hit, Scanner } from '../../detect/hit.ts';
import type { Ledger } from '../ledger.ts';
import { CommitLog, type CommitRecords, TagLog, type TagRecords } from './commits.ts';
import { DeltaScanner, type Known } from './deltascan.ts';
import { eachPart, tagStart } from './messages.ts';
import { BLOB, COMMIT, TAG, TREE } from './packfile.ts';
import type { Derivation } from './packwalk.ts';
import { NEXT_CHUNK, type ObjectPlan } from './plan.ts';
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
  yield* work.run(plan.chunks, NEXT_CHUNK);
  return work.result();
}

class ContentWork extends ObjectWork<Known | undefined> {
  readonly #scanner: Scanner;
  readonly #maxFileSize: number;
  readonly #delta: DeltaScanner;
  readonly #sink: ObjectSink;
  readonly #commits: CommitLog;
  readonly #tags: TagLog;
  readonly #otherTrees: string[] = [];
  #blobs = 0;
  #blobBytes = 0;

  constructor(plan: ObjectPlan, scanner: Scanner, sink: ObjectSink, ledger: Ledger, options: WorkOptions) {
    super(plan, ledger, options);
    this.#scanner = scanner;
    this.#maxFileSize = options.maxFileSize ?? Infinity;
    this.#delta = new DeltaScanner(scanner, this.workspace.carrier);
    this.#sink = sink;
    this.#commits = new CommitLog(this.ids, plan.repo.idBytes);
    this.#tags = new TagLog(this.ids);
  }

  result(): ObjectScan {
    return {
      blobs: this.#blobs,
      blobBytes: this.#blobBytes,
      scannedBytes: this.#delta.bytes,
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
    const known = derivation?.base
      ? this.#delta.derived(data, derivation.runs, derivation.baseSize, derivation.base)
      : this.#delta.whole(data);
    if (!this.isDuplicate(node)) this.#giveBlob(data, known.hits, () => this.idOf(node));
    return known;
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
    } else if (type !== TREE) this.#readMessage(type, data, this.ids.findHex(id), () => id);
    else if (!this.#isReadable(id)) this.#otherTrees.push(id);
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

  #giveBlob(data: Buffer, hits: Hit[], id: () => string): void {
    this.#blobs++;
    this.#blobBytes += data.length;
    this.count(data.length);
    // Most have none, and most sinks do not ask.
    if (hits.length === 0 && !this.#sink.onClean) return;
    const found = hits.filter((hit) => hit.rule >= 0);
    if (found.length > 0) this.#sink.onBlob(id(), data, 0, data.length, found);
    else this.#sink.onClean?.(id(), data);
  }

  #readMessage(type: number, data: Buffer, number: number, id: () => string): void {
    this.count(data.length);
    const kind = type === COMMIT ? 'commit-message' : 'tag-message';
    if (type === TAG) this.#tags.add(number, data);
    let clean = true;
    eachPart(data, type === TAG ? tagStart(data) : this.#commits.add(number, data), (from, to) => {
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
