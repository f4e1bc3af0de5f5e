/**
 * What attribution needs of commits, kept in a few bytes each.
 * @module
 */
import { Column } from './column.ts';
import { type CommitSink, NOWHERE } from './commitreader.ts';
import { IdBatch, type OnNumber } from './idbatch.ts';
import type { ObjectIds } from './ids.ts';

/** Commits in the order in which they were read; plain data, to be sent from workers. Objects are told by their numbers. */
export interface CommitRecords {
  count: number;
  numbers: Int32Array;
  /** Seconds since 1970, as the committer's clock told. */
  times: Float64Array;
  /** -1 where the tree is not in the store. */
  trees: Int32Array;
  /** Parents that are in the store: those of commit `i` end at `parentEnds[i]`. */
  parents: Int32Array;
  parentEnds: Int32Array;
  /** Ids of trees and parents that are not in the store, each once. */
  missingTrees: string[];
  missingParents: string[];
}

/** Tags (annotated ones); plain data, as CommitRecords. */
export interface TagRecords {
  /** The tag and what it names, by their numbers; -1 where that is not in the store. */
  targets: [tag: number, target: number][];
  /** Ids of what is not in the store. */
  missing: string[];
}

/** Collects tags from their objects. */
export class TagLog {
  readonly #ids: ObjectIds;
  readonly #targets: TagRecords['targets'] = [];
  readonly #missing = new Set<string>();
  count = 0;

  constructor(ids: ObjectIds) {
    this.#ids = ids;
  }

  /** @param data a tag object: `object ID LF`, type, name, tagger … */
  add(number: number, data: Buffer): void {
    this.count++;
    const [, id] = /^object ([0-9a-f]+)\n/.exec(data.toString('latin1', 0, 80)) ?? [];
    if (id === undefined) return;
    const target = this.#ids.findHex(id);
    if (target < 0) this.#missing.add(id);
    if (number >= 0) this.#targets.push([number, target]);
  }

  finish(): TagRecords {
    return { targets: this.#targets, missing: [...this.#missing] };
  }
}

/** Collects what a reader tells of commits. */
export class CommitLog implements CommitSink {
  readonly #held: IdBatch;
  readonly #idBytes: number;
  readonly #numbers = Column.ofInts();
  readonly #times = new Column((length) => new Float64Array(length));
  readonly #trees = Column.ofInts();
  /** Also of parents that are not in the store, as -1. */
  readonly #parents = Column.ofInts();
  readonly #parentEnds = Column.ofInts();
  readonly #missingTrees = new Set<string>();
  readonly #missingParents = new Set<string>();

  constructor(ids: ObjectIds, idBytes: number) {
    this.#held = new IdBatch(ids, idBytes, this.#onNumber);
    this.#idBytes = idBytes;
  }

  /** The number of the next commit that is read; of one that only git knows a way to read it is only asked what is missing. */
  add(number: number): void {
    this.#numbers.push(number);
  }

  onCommits(times: Float64Array, parentEnds: Int32Array): void {
    this.#times.append(times);
    this.#parentEnds.append(parentEnds);
  }

  onIds(ids: Buffer, tags: Int32Array): void {
    this.#held.find(ids, tags);
  }

  readonly #onNumber: OnNumber = (number, tag, ids, at) => {
    const isTree = tag >= 0;
    const place = isTree ? tag : ~tag;
    if (number < 0) (isTree ? this.#missingTrees : this.#missingParents).add(ids.toString('hex', at, at + this.#idBytes));
    if (place !== NOWHERE) (isTree ? this.#trees : this.#parents).set(place, number);
  };

  finish(): CommitRecords {
    const [numbers, parents, parentEnds] = [this.#numbers.finish(), this.#parents.finish(), this.#parentEnds.finish()];
    let filled = 0;
    for (let commit = 0, i = 0; commit < parentEnds.length; commit++) {
      for (; i < parentEnds[commit]!; i++) if (parents[i]! >= 0) parents[filled++] = parents[i]!;
      parentEnds[commit] = filled;
    }
    // Of the last ones it may not be known.
    if (numbers.length > this.#trees.length) this.#trees.set(numbers.length - 1, -1);
    return {
      count: numbers.length,
      numbers,
      times: this.#times.finish(),
      trees: this.#trees.finish(),
      parents: parents.subarray(0, filled),
      parentEnds,
      missingTrees: [...this.#missingTrees],
      missingParents: [...this.#missingParents],
    };
  }
}
