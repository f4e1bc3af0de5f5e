/**
 * Reads commits in the memory where they were made (wasm/assembly/commits.ts): the ids and times that attribution needs, and whether
 * there may be anything in what people wrote. In most there is nothing, and many are read in one call.
 * @module
 */
import { type Core, type CoreCalls, partsSize } from '../../wasm/core.ts';
import { IdTable } from './idtable.ts';

/** Commits that are collected before they are taken. */
const COMMITS = 512;
/** Entries that are read in one call at most. */
export const MOST_ENTRIES = 256;

/** Parts of the core's memory, in bytes. */
const PARTS = {
  times: 8 * COMMITS,
  parentEnds: 4 * COMMITS,
  entries: 8 * MOST_ENTRIES,
  told: 16,
};

/** In place of the place of a tree or parent, where none is taken down. */
export const NOWHERE = 2 ** 30;

/** What there may be something in, of what people wrote: nothing, the message and nothing else, or anything. */
export const [NOTHING, MESSAGE, SOME] = [0, 1, 2] as const;

/** What a reader tells of the commits that it reads. All arrays are valid during the call only. */
export interface CommitSink {
  /**
   * The next commits, in the order in which they were read.
   * @param times seconds since 1970, as the committer's clock told
   * @param parentEnds how many parents all commits up to each have
   */
  onCommits(times: Float64Array, parentEnds: Int32Array): void;
  /**
   * Ids of trees and parents; those of a commit may be told before it.
   * @param tags the number of the commit of which it is the tree, or `~number` of a parent among all; NOWHERE in place of either
   */
  onIds(ids: Buffer, tags: Int32Array): void;
}

export interface CommitQuestions {
  idBytes: number;
  /** Whether it is asked what there is in commits; the core must be that of the detector then. */
  looks: boolean;
}

export class CommitReader implements CoreCalls {
  /** Addresses of entries, for `readAll`: where each begins, and where it may end. */
  readonly entries: Int32Array;
  readonly #core: Core;
  readonly #parts: Readonly<Record<keyof typeof PARTS, Buffer>>;
  readonly #ids: IdTable;
  readonly #told: Int32Array;
  #sink: CommitSink | undefined;

  /** Bytes that it takes in the memory of a core. */
  static readonly size = partsSize(PARTS) + IdTable.size;

  constructor(core: Core) {
    this.#core = core;
    this.#parts = core.takeAll(PARTS);
    this.#ids = new IdTable(core);
    this.#told = core.numbers(this.#parts.told.byteOffset, 4);
    this.entries = core.numbers(this.#parts.entries.byteOffset, 2 * MOST_ENTRIES);
  }

  /** Begins to read the commits of a repository. */
  begin({ idBytes, looks }: CommitQuestions, sink: CommitSink): void {
    const { times, parentEnds, told } = this.#parts;
    const { exports } = this.#core;
    this.#sink = sink;
    this.#ids.begin(idBytes);
    exports.setupCommits(idBytes, looks ? 1 : 0, times.byteOffset, parentEnds.byteOffset, COMMITS, told.byteOffset);
    this.#core.reader = this;
  }

  /** Where the line behind the ids of the commit that was read last begins. */
  get head(): number {
    return this.#told[1]!;
  }

  /** Of the commit that `readAll` read last: its size, -1 if it cannot be read there, and what `read` gives. */
  get size(): number {
    return this.#told[0]!;
  }

  get found(): number {
    return this.#told[2]!;
  }

  /** Bytes of all commits that `readAll` has read. */
  get bytes(): number {
    return this.#told[3]!;
  }

  /**
   * Reads a commit.
   * @param at its address
   * @param known whether it is taken down; else only its ids are
   * @returns NOTHING, MESSAGE or SOME
   */
  read(at: number, size: number, known: boolean): number {
    return this.#core.exports.readCommit(at, size, known ? 1 : 0);
  }

  /**
   * Inflates and reads the commits of some of `entries`, from the number `first` to `last`, up to one that cannot be read here, or in
   * which there may be something.
   * @param out address at which there is room for an object of `most` bytes: that of the commit that is read last
   * @returns the number of that one, or `last`
   */
  readAll(first: number, last: number, out: number, most: number): number {
    const at = this.entries.byteOffset;
    return (this.#core.exports.readCommits(at + 8 * first, at + 8 * last, out, most) - at) / 8;
  }

  /** Tells what has not been told yet. */
  finish(): void {
    this.full();
    this.#core.reader = undefined;
    this.#sink = undefined;
  }

  full(): void {
    const { times, parentEnds } = this.#parts;
    const core = this.#core;
    const commits = core.exports.takeCommits();
    if (commits > 0) this.#sink?.onCommits(core.doubles(times.byteOffset, commits), core.numbers(parentEnds.byteOffset, commits));
    this.#ids.take((ids, tags) => this.#sink?.onIds(ids, tags));
  }
}
