/**
 * Reads trees (`mode SP name NUL id` an entry) in the memory where they were made, and what a tree that is made from another one
 * adds to it and takes from it (wasm/assembly/trees.ts): a repository has several times as many trees as files.
 * @module
 */
import { type Core, type CoreCalls, partsSize } from '../../wasm/core.ts';
import { IdTable, MAX_ID } from './idtable.ts';

/** Names beyond these make no links: no repository has that many. */
const MAX_NAMES = 1 << 21;
const MAX_NAME_BYTES = 1 << 26;
const FIRST_SLOTS = 1 << 12;

/** Links that are collected before they are taken, and pairs of such as lead to the same. */
const LINKS = 1 << 12;
const PAIRS = 1 << 10;
/** Trees that are collected before they are taken. */
const TREES = 1 << 10;
/** Ids that are remembered. */
const RECENT = 1 << 15;
/** First bits of an id by which it is looked for whether it may be wanted. */
const HEAD = 20;

/** Parts of the core's memory, in bytes. Slots move on whenever they become too few: all there were before take as much again. */
const PARTS = {
  nameBytes: MAX_NAME_BYTES,
  nameEnds: 4 * MAX_NAMES,
  hot: MAX_NAMES,
  slots: 8 * 2 * 2 * 2 * MAX_NAMES,
  linkNames: 4 * LINKS,
  linkTargets: 4 * LINKS,
  wanted: 2 ** (HEAD - 3),
  pairs: 8 * PAIRS,
  bases: 4 * TREES,
  begins: 4 * TREES,
  recent: (4 + MAX_ID) * RECENT,
};

/** In place of a link, where none is wanted. */
export const UNLINKED = 2 ** 31 - 1;

/** What a reader tells of the trees that it reads. */
export interface TreeSink {
  /**
   * A name that was not there before.
   * @param at its address
   * @returns whether links to what has that name are wanted
   */
  onName(at: number, length: number): boolean;
  /**
   * Trees in the order in which they were read.
   * @param bases which of them each is made from, or -1
   * @param begins how many links there are of all before each
   */
  onTrees(bases: Int32Array, begins: Int32Array): void;
  /**
   * Links in the order in which trees were read.
   * @param names their names by number, `~number` of one that the base has and the tree has not
   */
  onLinks(names: Int32Array, targets: Int32Array): void;
  /**
   * Ids of what the trees hold: of folders, and of files that their bases have not.
   * @param tags number of the link that leads to each, or UNLINKED; `~link` where the tree has not what its base has
   */
  onIds(ids: Buffer, tags: Int32Array): void;
  /** Links that lead to the same as an earlier one, as far as its id was found; each before the earlier one. */
  onPairs(pairs: Int32Array): void;
}

export interface TreeQuestions {
  idBytes: number;
  /** Whether links are collected. */
  links: boolean;
  /** Ids of files to which links are wanted. */
  wanted: readonly string[];
}

export class TreeReader implements CoreCalls {
  readonly #core: Core;
  readonly #parts: Readonly<Record<keyof typeof PARTS, Buffer>>;
  readonly #ids: IdTable;
  #idBytes = 20;
  readonly #wanted = new Map<string, number>();
  #sink: TreeSink | undefined;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partsSize(PARTS) + IdTable.size;

  constructor(core: Core) {
    this.#core = core;
    this.#parts = core.takeAll(PARTS);
    this.#ids = new IdTable(core);
  }

  /** Visitor.extraEvery: the shortest entry has five digits, an empty name and two bytes beside it. */
  static extraEvery(idBytes: number): number {
    return idBytes + 7;
  }

  /** Bytes that are kept behind a tree. */
  static extra(size: number, idBytes: number): number {
    return 4 * (Math.floor(size / TreeReader.extraEvery(idBytes)) + 2);
  }

  /** Begins to read the trees of a repository. */
  begin({ idBytes, links, wanted }: TreeQuestions, sink: TreeSink): void {
    const { nameBytes, nameEnds, hot, slots, linkNames, linkTargets, wanted: heads, pairs, bases, begins, recent } = this.#parts;
    this.#idBytes = idBytes;
    this.#sink = sink;
    this.#wanted.clear();
    heads.fill(0);
    const words = this.#core.numbers(heads.byteOffset, heads.length / 4);
    for (const [i, id] of wanted.entries()) {
      this.#wanted.set(id, i);
      const head = Number.parseInt(id.slice(0, HEAD / 4), 16);
      words[head >>> 5]! |= 1 << (head & 31);
    }
    const { exports } = this.#core;
    const at = [nameBytes, nameEnds, hot, slots].map(({ byteOffset }) => byteOffset) as [number, number, number, number];
    exports.setupNames(...at, MAX_NAME_BYTES, MAX_NAMES, FIRST_SLOTS);
    this.#ids.begin(idBytes);
    exports.setupTreeWalk(bases.byteOffset, begins.byteOffset, TREES);
    exports.setupTrees(
      idBytes,
      links ? 1 : 0,
      linkNames.byteOffset,
      linkTargets.byteOffset,
      LINKS,
      heads.byteOffset,
      pairs.byteOffset,
      PAIRS,
      recent.byteOffset,
      RECENT,
    );
    this.#core.reader = this;
  }

  /**
   * Reads all of the tree below a level of the path, or what differs from the one on that level, which it is made from. Entries that
   * were copied whole are neither read nor told; one that was moved may be told as both taken away and added.
   * @param level -1 for one that is made from none; `extraEvery` is kept behind each
   * @returns how many entries the tree has, or `~count` when it could not be read to its end
   */
  read(level: number): number {
    return this.#core.exports.visitTree(level);
  }

  /** As `read`, for a tree that stands at an address by itself. */
  readAlone(at: number, size: number): number {
    this.#core.exports.put(0, at, size);
    return this.read(-1);
  }

  /** See ListedVisitor. In place of the second number of each it is told what `read` gives. */
  walk(list: number, last: number): number {
    return this.#core.exports.walkTrees(list, last);
  }

  /** The address of the entry in the list that is being read. */
  get walked(): number {
    return this.#core.exports.walkedTo();
  }

  /** Tells what has not been told yet. */
  finish(): void {
    this.full();
    this.#core.reader = undefined;
    this.#sink = undefined;
  }

  /** Bytes of a name. */
  name(number: number): Buffer {
    const { nameBytes, nameEnds } = this.#parts;
    const end = nameEnds.readUInt32LE(4 * number);
    return nameBytes.subarray(number === 0 ? 0 : nameEnds.readUInt32LE(4 * (number - 1)), end);
  }

  full(): void {
    const { linkNames, linkTargets, pairs, bases, begins } = this.#parts;
    const { exports } = this.#core;
    const numbers = ({ byteOffset }: Buffer, count: number): Int32Array => this.#core.numbers(byteOffset, count);
    const trees = exports.takeTrees();
    if (trees > 0) this.#sink?.onTrees(numbers(bases, trees), numbers(begins, trees));
    const links = exports.takeLinks();
    if (links > 0) this.#sink?.onLinks(numbers(linkNames, links), numbers(linkTargets, links));
    this.#ids.take((ids, tags) => this.#sink?.onIds(ids, tags));
    const same = exports.takePairs();
    if (same > 0) this.#sink?.onPairs(numbers(pairs, 2 * same));
  }

  treesName(from: number, to: number): number {
    return this.#sink?.onName(from, to - from) ? 1 : 0;
  }

  treesWanted(id: number): number {
    return this.#wanted.get(this.#core.bytes(id, this.#idBytes).toString('hex')) ?? -1;
  }
}
