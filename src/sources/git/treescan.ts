/**
 * Scans the names in all trees of a repository, each name once, and collects which tree leads to which wanted object.
 * @module
 */
import type { Scanner } from '../../detect/hit.ts';
import type { Ledger } from '../ledger.ts';
import { IdBatch, type OnNumber } from './idbatch.ts';
import { LinkTable, type TreeLinks } from './links.ts';
import type { ObjectSink } from './objects.ts';
import { TREE } from './packfile.ts';
import type { Derivation } from './packwalk.ts';
import { NEXT_TREE_CHUNK, type ObjectPlan } from './plan.ts';
import type { Steps } from './steps.ts';
import { TreeReader, type TreeSink, UNLINKED } from './treereader.ts';
import { ObjectWork, type WorkOptions } from './work.ts';

export interface TreeScan {
  trees: number;
  /** Ids of objects that trees hold and the store has not, each once for each worker: see `tellMissing`. */
  missing: string[];
  /** Undefined when nothing was wanted. */
  links?: TreeLinks;
}

export interface TreeOptions extends WorkOptions {
  /** Ids of blobs to which links are wanted. The same list, in the same order, for all workers. */
  wanted?: readonly string[];
  /** Collect links even if no blob is wanted, for names in which something is found. */
  links?: boolean;
  /** Ids of trees that only git can read, as `scanObjects` found them. For one worker only. */
  others?: readonly string[];
}

/** Works on the trees of a plan until none is left, after all workers are done with `scanObjects`. */
export function* scanTrees(
  plan: ObjectPlan,
  scanner: Scanner,
  sink: ObjectSink,
  ledger: Ledger,
  options: TreeOptions = {},
): Steps<TreeScan> {
  const work = new TreeWork(plan, scanner, sink, ledger, options);
  yield* work.run(plan.treeChunks, NEXT_TREE_CHUNK);
  yield* work.readOthers(options.others ?? []);
  return work.result();
}

/** What is known of a tree that others are made from. */
interface TreeState {
  /** How many it has. */
  entries: number;
  /** It could not be read to its end. */
  broken: boolean;
  /** Its place among all that are linked; -1 where no links are wanted. */
  place: number;
}

class TreeWork extends ObjectWork<TreeState> implements TreeSink {
  #trees = 0;
  readonly #missing = new Set<string>();
  readonly #scanner: Scanner;
  readonly #sink: ObjectSink;
  readonly #reader: TreeReader;
  readonly #table: LinkTable | undefined;
  readonly #held: IdBatch;
  /** The tree being read: where its bytes stand in the arena, and its id. */
  #at = 0;
  #size = 0;
  #id: () => string = () => '';

  constructor(plan: ObjectPlan, scanner: Scanner, sink: ObjectSink, ledger: Ledger, options: TreeOptions) {
    super(plan, ledger, options);
    const { wanted = [] } = options;
    this.#scanner = scanner;
    this.#sink = sink;
    this.#table = options.links || wanted.length > 0 ? new LinkTable() : undefined;
    this.#held = new IdBatch(this.ids, plan.repo.idBytes, this.#onNumber);
    this.#reader = this.workspace.trees;
    this.#reader.begin({ idBytes: plan.repo.idBytes, links: this.#table !== undefined, wanted }, this);
  }

  result(): TreeScan {
    this.#reader.finish();
    const links = this.#table && { links: this.#table.finish((name) => this.#reader.name(name)) };
    return { trees: this.#trees, missing: [...this.#missing], ...links };
  }

  override extra(size: number): number {
    return TreeReader.extra(size, this.plan.repo.idBytes);
  }

  override visit(
    node: number,
    _type: number,
    at: number,
    size: number,
    derivation: Derivation<TreeState> | undefined,
  ): TreeState {
    this.#id = () => this.idOf(node);
    if (!this.isDuplicate(node)) {
      this.#trees++;
      this.count(size);
    }
    return this.#read(at, size, this.ids.ofNode(node), derivation);
  }

  readOthers(ids: readonly string[]): Steps<void> {
    return this.readThroughGit(ids);
  }

  protected override wantsLoose(type: number): boolean {
    return type === TREE || type === 0;
  }

  protected override readAlone(type: number, data: Buffer, id: string): void {
    if (type !== TREE) return;
    this.#id = () => id;
    const { arena } = this.workspace;
    if (data.length + this.extra(data.length) > arena.length) return this.ledger.skip('too-large', id, true);
    this.#trees++;
    this.count(data.length);
    arena.set(data);
    this.#read(0, data.length, this.ids.findHex(id), undefined);
  }

  /** Of half a million trees few have a name that was not met before: nothing is made of their bytes. */
  #read(at: number, size: number, number: number, derivation: Derivation<TreeState> | undefined): TreeState {
    this.#at = at;
    this.#size = size;
    const base = derivation?.base.broken === false ? derivation : undefined;
    const place = this.#table?.begin(number, base?.base.place ?? -1, this.#reader.links) ?? -1;
    const count = this.#reader.read(this.workspace.arena.byteOffset + at, size, base);
    if (count < 0) this.ledger.skip('unreadable', this.#id(), true);
    return { entries: count < 0 ? ~count : count, broken: count < 0, place };
  }

  onName(at: number, length: number): boolean {
    const data = this.workspace.arena.subarray(this.#at, this.#at + this.#size);
    const from = at - data.byteOffset;
    const hits = this.#scanner.scan(data, from, from + length).filter((hit) => hit.rule >= 0);
    if (hits.length > 0) this.#sink.onText('path', this.#id(), data, from, from + length, hits);
    return hits.length > 0;
  }

  onLinks(names: Int32Array, targets: Int32Array): void {
    this.#table?.add(names, targets);
  }

  onIds(ids: Buffer, tags: Int32Array): void {
    this.#held.find(ids, tags, tags.length);
  }

  onPairs(pairs: Int32Array): void {
    for (let i = 0; i < pairs.length; i += 2) this.#table?.lead(pairs[i]!, this.#table.target(pairs[i + 1]!));
  }

  readonly #onNumber: OnNumber = (number, tag, ids, at) => {
    if (number < 0) {
      if (tag >= 0) this.#missing.add(ids.toString('hex', at, at + this.plan.repo.idBytes));
    } else if (tag !== UNLINKED) this.#table?.lead(tag < 0 ? ~tag : tag, number);
  };
}
