/**
 * Scans every object of a repository's object store, reachable or not: content of blobs, and messages of commits and tags.
 * Names in trees are in treescan.ts.
 * @module
 */
import type { Hit, Scanner } from '../../detect/hit.ts';
import type { Ledger } from '../ledger.ts';
import { CommitLog, type CommitRecords } from './commits.ts';
import { DeltaScanner, type Known } from './deltascan.ts';
import { BLOB, COMMIT, TAG, TREE } from './packfile.ts';
import type { Derivation } from './packwalk.ts';
import { NEXT_CHUNK, type ObjectPlan } from './plan.ts';
import { QuietRanges } from './quiet.ts';
import type { Steps } from './steps.ts';
import { ObjectWork, UNREADABLE, type WorkOptions } from './work.ts';

/** Offsets of hits are those in `data`, which is valid during the call only. Probes (rule -1) are not among them. */
export interface ObjectSink {
  onBlob(id: string, data: Buffer, start: number, end: number, hits: Hit[]): void;
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
  tags: number;
  /** The commits, for attribution. */
  commits: CommitRecords;
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
  readonly #delta: DeltaScanner;
  readonly #sink: ObjectSink;
  readonly #commits: CommitLog;
  readonly #otherTrees: string[] = [];
  #blobs = 0;
  #blobBytes = 0;
  #tags = 0;

  constructor(plan: ObjectPlan, scanner: Scanner, sink: ObjectSink, ledger: Ledger, options: WorkOptions) {
    super(plan, ledger, options);
    this.#scanner = scanner;
    this.#delta = new DeltaScanner(scanner, new QuietRanges(this.workspace.core, scanner.reach));
    this.#sink = sink;
    this.#commits = new CommitLog(this.ids, plan.repo.idBytes);
  }

  result(): ObjectScan {
    return {
      blobs: this.#blobs,
      blobBytes: this.#blobBytes,
      scannedBytes: this.#delta.bytes,
      tags: this.#tags,
      commits: this.#commits.finish(),
      otherTrees: this.#otherTrees,
    };
  }

  override visit(
    node: number,
    type: number,
    data: Buffer,
    derivation: Derivation<Known | undefined> | undefined,
  ): Known | undefined {
    if (type !== BLOB) {
      if (!this.isDuplicate(node)) this.#readMessage(type, data, this.ids.ofNode(node), () => this.idOf(node));
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
    if (type === BLOB) {
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

  #giveBlob(data: Buffer, hits: Hit[], id: () => string): void {
    this.#blobs++;
    this.#blobBytes += data.length;
    this.count(data.length);
    if (hits.length === 0) return;
    const found = hits.filter((hit) => hit.rule >= 0);
    if (found.length > 0) this.#sink.onBlob(id(), data, 0, data.length, found);
  }

  /** Scans who wrote a commit or tag and what they wrote, but not ids and signatures. */
  #readMessage(type: number, data: Buffer, number: number, id: () => string): void {
    this.count(data.length);
    if (type === TAG) this.#tags++;
    // Behind the ids, with the line feed before.
    const line = type === TAG ? 0 : Math.max(0, this.#commits.add(number, data) - 1);
    const kind = type === COMMIT ? 'commit-message' : 'tag-message';
    const blank = data.indexOf('\n\n', line);
    const message = blank < 0 ? data.length : blank + 2;
    const people = data.indexOf(type === COMMIT ? '\nauthor ' : '\ntagger ', line) + 1;
    if (people > 0 && people < message) {
      let end = data.indexOf(10, people) + 1;
      if (data.toString('latin1', end, end + 10) === 'committer ') end = data.indexOf(10, end) + 1;
      if (end > 0) this.#giveText(kind, data, people, Math.min(end, message), id);
    }
    if (message < data.length) this.#giveText(kind, data, message, data.length, id);
  }

  #giveText(kind: 'commit-message' | 'tag-message', data: Buffer, from: number, to: number, id: () => string): void {
    const hits = this.#scanner.scan(data, from, to);
    if (hits.length === 0) return;
    const found = hits.filter((hit) => hit.rule >= 0);
    if (found.length > 0) this.#sink.onText(kind, id(), data, from, to, found);
  }
}
