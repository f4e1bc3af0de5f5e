/**
 * Scans every object of a repository's object store, reachable or not: content of blobs, messages of commits and tags,
 * names in trees.
 * @module
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { join } from 'node:path';
import type { Hit, Scanner } from '../../detect/hit.ts';
import { type BatchObject, readThroughGit } from './batch.ts';
import { DeltaScanner } from './deltascan.ts';
import { createInflater } from './inflate.ts';
import type { Ledger } from '../ledger.ts';
import { LooseReader } from './loose.ts';
import { NameSet, newNames } from './names.ts';
import { BLOB, COMMIT, TAG, TREE } from './packfile.ts';
import { MalformedError } from './packindex.ts';
import { type Limits, PackWalker, type Visitor } from './packwalk.ts';
import { type Chunk, DONE, DONE_KIB, DUPLICATE, NEXT_CHUNK, type ObjectPlan, packOf, STOP } from './plan.ts';

export const DEFAULT_LIMITS: Limits = { object: 32 * 1024 * 1024, expanded: 2 ** 42 };

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

/** What was looked at. */
export interface ObjectCounts {
  blobs: number;
  /** Bytes of all blobs. */
  blobBytes: number;
  /** Bytes of blobs that were scanned rather than known from a base. */
  scannedBytes: number;
  commits: number;
  tags: number;
  trees: number;
}

export interface ScanOptions {
  limits?: Limits;
  /** Kinds of chunks to work on; the others are left to a later call. Default all. */
  kinds?: readonly Chunk['kind'][];
}

/**
 * Works on chunks of the plan until none is left. Several workers that share a plan divide the work among themselves; which
 * one does what differs from run to run, what is found by all of them does not.
 * @returns counts of what this call did
 */
export function scanObjects(
  plan: ObjectPlan,
  scanner: Scanner,
  sink: ObjectSink,
  ledger: Ledger,
  options: ScanOptions = {},
): ObjectCounts {
  const work = new ObjectScan(plan, scanner, sink, ledger, options.limits ?? DEFAULT_LIMITS);
  try {
    for (;;) {
      const chunk = plan.chunks[Atomics.add(plan.control, NEXT_CHUNK, 1)];
      if (!chunk) break;
      work.run(chunk);
      if (Atomics.load(plan.control, STOP) !== 0) return work.counts;
    }
    work.finish();
  } finally {
    work.close();
  }
  return work.counts;
}

const NO_HITS: Hit[] = [];

class ObjectScan implements Visitor<Hit[]> {
  readonly counts: ObjectCounts = { blobs: 0, blobBytes: 0, scannedBytes: 0, commits: 0, tags: 0, trees: 0 };
  readonly #plan: ObjectPlan;
  readonly #scanner: Scanner;
  readonly #delta: DeltaScanner;
  readonly #sink: ObjectSink;
  readonly #ledger: Ledger;
  readonly #limits: Limits;
  readonly #walker: PackWalker<Hit[]>;
  readonly #loose: LooseReader;
  readonly #names = new NameSet();
  readonly #deferred: string[] = [];
  readonly #ids: IdReader;
  #bytes = 0;
  #objects = 0;

  constructor(plan: ObjectPlan, scanner: Scanner, sink: ObjectSink, ledger: Ledger, limits: Limits) {
    this.#plan = plan;
    this.#scanner = scanner;
    this.#delta = new DeltaScanner(scanner);
    this.#sink = sink;
    this.#ledger = ledger;
    this.#limits = limits;
    const inflater = createInflater();
    this.#walker = new PackWalker(plan, inflater, limits);
    this.#loose = new LooseReader(inflater, limits.object);
    this.#ids = new IdReader(plan);
  }

  run(chunk: Chunk): void {
    const { roots, deferred, control } = this.#plan;
    for (let i = chunk.from; i < chunk.to; i++) {
      if (chunk.kind === 'loose') this.#readLoose(i);
      else if (chunk.kind === 'deferred') this.#deferred.push(this.#ids.read(deferred[i] as number));
      else this.#walker.walk(roots[i] as number, this);
      if ((i & 63) === 63 && Atomics.load(control, STOP) !== 0) return;
    }
    this.#progress();
  }

  /** Reads through git what could not be read directly. */
  finish(): void {
    const onObject = (object: BatchObject): void => {
      this.#whole(TYPES[object.type], object.data, () => object.id);
    };
    readThroughGit(this.#plan.repo, this.#deferred.sort(), this.#limits.object, onObject, this.#ledger);
    this.counts.scannedBytes = this.#delta.bytes;
    this.#progress();
  }

  close(): void {
    this.#walker.close();
    this.#ids.close();
  }

  visit(node: number, type: number, data: Buffer, derivation: Parameters<Visitor<Hit[]>['visit']>[3]): Hit[] {
    if (type !== BLOB) {
      if (((this.#plan.types[node] as number) & DUPLICATE) === 0) this.#whole(type, data, () => this.#ids.read(node));
      return NO_HITS;
    }
    const hits = derivation
      ? this.#delta.derived(data, derivation.runs, derivation.baseSize, derivation.base)
      : this.#delta.whole(data);
    if (((this.#plan.types[node] as number) & DUPLICATE) === 0) this.#giveBlob(data, hits, () => this.#ids.read(node));
    return hits;
  }

  fail(node: number, why: 'damaged' | 'too-large' | 'exhausted'): void {
    if (((this.#plan.types[node] as number) & DUPLICATE) !== 0) return;
    const id = this.#ids.read(node);
    if (why === 'damaged') this.#deferred.push(id);
    else this.#ledger.skip(why === 'too-large' ? 'too-large' : 'timeout', id, true);
  }

  #readLoose(i: number): void {
    const { loose, repo } = this.#plan;
    const id = Buffer.from(loose.ids.buffer, i * repo.idBytes, repo.idBytes).toString('hex');
    try {
      const object = this.#loose.read(join(repo.objectDirs[loose.dirs[i] as number] ?? '', id.slice(0, 2), id.slice(2)));
      if (object) {
        loose.types[i] = object.type;
        this.#whole(object.type, object.data, () => id);
      } else this.#ledger.skip('too-large', id, true);
    } catch {
      this.#deferred.push(id);
    }
  }

  /** Scans an object by itself. */
  #whole(type: number, data: Buffer, id: () => string): void {
    if (type === BLOB) this.#giveBlob(data, this.#delta.whole(data), id);
    else if (type === TREE) this.#scanTree(data, id);
    else this.#scanMessage(type, data, id);
  }

  #giveBlob(data: Buffer, hits: Hit[], id: () => string): void {
    this.counts.blobs++;
    this.counts.blobBytes += data.length;
    this.#count(data.length);
    if (hits.length === 0) return;
    const found = hits.filter((hit) => hit.rule >= 0);
    if (found.length > 0) this.#sink.onBlob(id(), data, 0, data.length, found);
  }

  /** Scans who wrote a commit or tag and what they wrote, but not ids and signatures. */
  #scanMessage(type: number, data: Buffer, id: () => string): void {
    const kind = type === COMMIT ? 'commit-message' : 'tag-message';
    if (type === COMMIT) this.counts.commits++;
    else this.counts.tags++;
    this.#count(data.length);
    const blank = data.indexOf('\n\n');
    const message = blank < 0 ? data.length : blank + 2;
    const people = data.indexOf(type === COMMIT ? '\nauthor ' : '\ntagger ') + 1;
    if (people > 0 && people < message) {
      let end = data.indexOf(10, people) + 1;
      if (data.toString('latin1', end, end + 10) === 'committer ') end = data.indexOf(10, end) + 1;
      if (end > 0) this.#giveText(kind, data, people, Math.min(end, message), id);
    }
    if (message < data.length) this.#giveText(kind, data, message, data.length, id);
  }

  #scanTree(data: Buffer, id: () => string): void {
    this.counts.trees++;
    this.#count(data.length);
    try {
      newNames(data, this.#plan.repo.idBytes, this.#names, (from, to) => this.#giveText('path', data, from, to, id));
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      this.#ledger.skip('unreadable', id(), true);
    }
  }

  #giveText(kind: 'commit-message' | 'tag-message' | 'path', data: Buffer, from: number, to: number, id: () => string): void {
    const hits = this.#scanner.scan(data, from, to).filter((hit) => hit.rule >= 0);
    if (hits.length > 0) this.#sink.onText(kind, id(), data, from, to, hits);
  }

  #count(bytes: number): void {
    this.#bytes += bytes;
    this.#objects++;
    if ((this.#objects & 1023) === 0) this.#progress();
  }

  #progress(): void {
    Atomics.add(this.#plan.control, DONE, this.#objects);
    Atomics.add(this.#plan.control, DONE_KIB, this.#bytes >> 10);
    this.#objects = 0;
    this.#bytes = 0;
  }
}

const TYPES = { commit: COMMIT, tree: TREE, blob: BLOB, tag: TAG } as const;

/** Reads ids of nodes from the index files: few are ever asked for. */
class IdReader {
  readonly #plan: ObjectPlan;
  readonly #open = new Map<number, number>();

  constructor(plan: ObjectPlan) {
    this.#plan = plan;
  }

  read(node: number): string {
    const { firstNode, packs, positions, repo } = this.#plan;
    const pack = packOf(firstNode, node);
    const { index } = packs[pack] as ObjectPlan['packs'][number];
    let fd = this.#open.get(pack);
    if (fd === undefined) {
      if (this.#open.size >= 64) this.close();
      fd = openSync(index.path, 'r');
      this.#open.set(pack, fd);
    }
    const id = Buffer.alloc(repo.idBytes);
    readSync(fd, id, 0, id.length, index.ids + (positions[node] as number) * index.stride);
    return id.toString('hex');
  }

  close(): void {
    for (const fd of this.#open.values()) closeSync(fd);
    this.#open.clear();
  }
}
