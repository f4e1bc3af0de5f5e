/**
 * Scans the names in all trees of a repository, each name once, and collects which tree leads to which wanted object.
 * @module
 */
import type { Scanner } from '../../detect/hit.ts';
import type { Ledger } from '../ledger.ts';
import { IdBatch, type OnNumber } from './idbatch.ts';
import { FIRST_WANTED, LinkTable, NAMED, NOTHING, type TreeLinks } from './links.ts';
import { NO_NAME, NameSet } from './names.ts';
import type { ObjectSink } from './objects.ts';
import { TREE } from './packfile.ts';
import type { Derivation } from './packwalk.ts';
import { NEXT_TREE_CHUNK, type ObjectPlan } from './plan.ts';
import type { Steps } from './steps.ts';
import { TreeDiffer, type TreeEntry, type TreeShape } from './trees.ts';
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

/** In place of a link, where none is wanted. */
const UNLINKED = 2 ** 31 - 1;

class TreeWork extends ObjectWork<TreeShape> {
  #trees = 0;
  readonly #missing = new Set<string>();
  readonly #scanner: Scanner;
  readonly #sink: ObjectSink;
  readonly #differ: TreeDiffer;
  readonly #names = new NameSet();
  /** Of names by number: 1 where something was found in the name. */
  #hot = new Uint8Array(4096);
  readonly #table: LinkTable | undefined;
  readonly #wanted: WantedIds;
  /** Ids of what trees hold, to be looked for. */
  readonly #held: IdBatch;
  /** Id of the tree being read. */
  #id: () => string = () => '';

  constructor(plan: ObjectPlan, scanner: Scanner, sink: ObjectSink, ledger: Ledger, options: TreeOptions) {
    super(plan, ledger, options);
    this.#scanner = scanner;
    this.#sink = sink;
    this.#differ = new TreeDiffer(plan.repo.idBytes);
    this.#wanted = new WantedIds(options.wanted ?? [], plan.repo.idBytes);
    this.#table = options.links || (options.wanted?.length ?? 0) > 0 ? new LinkTable() : undefined;
    this.#held = new IdBatch(this.ids, plan.repo.idBytes, this.#onNumber);
  }

  result(): TreeScan {
    this.#held.finish();
    const links = this.#table && { links: this.#table.finish((name) => this.#names.bytes(name)) };
    return { trees: this.#trees, missing: [...this.#missing], ...links };
  }

  override visit(node: number, _type: number, data: Buffer, derivation: Derivation<TreeShape> | undefined): TreeShape {
    const number = this.ids.ofNode(node);
    this.#id = () => this.idOf(node);
    if (!this.isDuplicate(node)) {
      this.#trees++;
      this.count(data.length);
    }
    if (!derivation || derivation.base.broken) return this.#readWhole(data, number);
    const place = this.#table?.begin(number, derivation.base.place) ?? -1;
    return this.#told(this.#differ.derived(data, derivation, this.#onEntry), place);
  }

  override release(shape: TreeShape): void {
    this.#differ.release(shape);
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
    this.#trees++;
    this.count(data.length);
    this.release(this.#readWhole(data, this.ids.findHex(id)));
  }

  #readWhole(data: Buffer, number: number): TreeShape {
    const place = this.#table?.begin(number, -1) ?? -1;
    return this.#told(this.#differ.whole(data, this.#onEntry), place);
  }

  #told(shape: TreeShape, place: number): TreeShape {
    if (shape.broken) this.ledger.skip('unreadable', this.#id(), true);
    shape.place = place;
    return shape;
  }

  readonly #onEntry = (added: boolean, data: Buffer, entry: TreeEntry): void => {
    const name = this.#names.add(data, entry.from, entry.to, entry.hash);
    if (this.#names.fresh && added) this.#scanName(data, entry, name);
    const table = this.#table;
    if (entry.kind === 'tree') {
      const link = table && name !== NO_NAME ? table.add(added, name, NOTHING) : UNLINKED;
      if (added || link !== UNLINKED) this.#held.add(data, entry.id, added ? link : ~link);
    } else if (added && entry.kind === 'file') {
      // What is taken away was there before: of files it need not be looked for again.
      this.#held.add(data, entry.id, UNLINKED);
    }
    if (!table || name === NO_NAME) return;
    if (this.#hot[name] === 1) table.add(added, name, NAMED);
    const wanted = entry.kind === 'file' ? this.#wanted.find(data, entry.id) : -1;
    if (wanted >= 0) table.add(added, name, FIRST_WANTED - wanted);
  };

  /** @param tag the link that leads there, or UNLINKED; `~link` of what is taken away */
  readonly #onNumber: OnNumber = (number, tag, ids, at) => {
    if (number < 0) {
      if (tag >= 0) this.#missing.add(ids.toString('hex', at, at + this.plan.repo.idBytes));
    } else if (tag !== UNLINKED) this.#table?.lead(tag < 0 ? ~tag : tag, number);
  };

  #scanName(data: Buffer, { from, to }: TreeEntry, name: number): void {
    const hits = this.#scanner.scan(data, from, to).filter((hit) => hit.rule >= 0);
    if (hits.length === 0) return;
    this.#sink.onText('path', this.#id(), data, from, to, hits);
    if (name === NO_NAME) return;
    if (name >= this.#hot.length) {
      const larger = new Uint8Array(2 * name);
      larger.set(this.#hot);
      this.#hot = larger;
    }
    this.#hot[name] = 1;
  }
}

/** Finds ids in a list of them, quickly where there is none. */
class WantedIds {
  readonly #idBytes: number;
  readonly #numbers = new Map<string, number>();
  /** A bit for the first HEAD bits of an id: set where some wanted id begins so. */
  readonly #heads = new Uint32Array(2 ** (HEAD - 5));

  constructor(ids: readonly string[], idBytes: number) {
    this.#idBytes = idBytes;
    for (const [i, id] of ids.entries()) {
      this.#numbers.set(id, i);
      const head = headOf(Buffer.from(id, 'hex'), 0);
      this.#heads[head >>> 5]! |= 1 << (head & 31);
    }
  }

  find(data: Buffer, at: number): number {
    const head = headOf(data, at);
    if (((this.#heads[head >>> 5]! >>> (head & 31)) & 1) === 0) return -1;
    return this.#numbers.get(data.toString('hex', at, at + this.#idBytes)) ?? -1;
  }
}

const HEAD = 20;

function headOf(id: Uint8Array, at: number): number {
  return (id[at]! << 12) | (id[at + 1]! << 4) | (id[at + 2]! >> 4);
}
