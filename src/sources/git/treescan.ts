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
import type { Derivation, ListedVisitor } from './packwalk.ts';
import type { ObjectPlan } from './plan.ts';
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
  yield* work.run(plan.treeChunks, plan.treeClaims);
  yield* work.readOthers(options.others ?? []);
  return work.result();
}

class TreeWork extends ObjectWork<undefined> implements TreeSink, ListedVisitor {
  #trees = 0;
  readonly #missing = new Set<string>();
  readonly #scanner: Scanner;
  readonly #sink: ObjectSink;
  readonly #reader: TreeReader;
  readonly #table: LinkTable | undefined;
  readonly #held: IdBatch;
  /** Id of the tree being read. */
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

  get extraEvery(): number {
    return TreeReader.extraEvery(this.plan.repo.idBytes);
  }

  readonly type = TREE;

  get listed(): ListedVisitor {
    return this;
  }

  override visit(node: number, _type: number, _at: number, size: number, derivation?: Derivation<undefined>): undefined {
    this.#id = () => this.idOf(node);
    this.walked(node, size, this.#reader.read(derivation?.level ?? -1));
  }

  walk(list: number, last: number, nodes: Int32Array): number {
    const first = this.workspace.list.byteOffset;
    this.#id = () => this.idOf(nodes[(this.#reader.walked - first) / 16]!);
    return this.#reader.walk(list, last);
  }

  /** @param entries how many the tree has, or `~entries` up to where it is damaged */
  walked(node: number, size: number, entries: number): void {
    this.#table?.number(this.ids.ofNode(node));
    if (entries < 0) this.ledger.skip('unreadable', this.idOf(node), true);
    if (this.isDuplicate(node)) return;
    this.#trees++;
    this.count(size);
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
    if (data.length + TreeReader.extra(data.length, this.plan.repo.idBytes) > arena.length)
      return this.ledger.skip('too-large', id, true);
    this.#trees++;
    this.count(data.length);
    arena.set(data);
    this.#table?.number(this.ids.findHex(id));
    if (this.#reader.readAlone(arena.byteOffset, data.length) < 0) this.ledger.skip('unreadable', id, true);
  }

  onName(at: number, length: number): boolean {
    const data = this.workspace.core.bytes(at, length);
    const hits = this.#scanner.scan(data, 0, length).filter((hit) => hit.rule >= 0);
    if (hits.length > 0) this.#sink.onText('path', this.#id(), data, 0, length, hits);
    return hits.length > 0;
  }

  onTrees(bases: Int32Array, begins: Int32Array): void {
    this.#table?.addTrees(bases, begins);
  }

  onLinks(names: Int32Array, targets: Int32Array): void {
    this.#table?.add(names, targets);
  }

  onIds(ids: Buffer, tags: Int32Array): void {
    this.#held.find(ids, tags);
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
