/**
 * The commits of a repository as a graph, made from what the scan of its objects has seen. The loops are in wasm/assembly/graph.ts.
 *
 * Commits stand in the order of `git log --date-order`: children before their parents, otherwise the latest first.
 * @module
 */
import { Core, partsSize } from '../../wasm/core.ts';
import type { CommitRecords } from './commits.ts';

/** Parts of the core's memory, in bytes, for so many objects, commits and parents. */
const partsOf = (objects: number, commits: number, parents: number) => ({
  positions: 4 * objects,
  readNumbers: 4 * commits,
  readTrees: 4 * commits,
  readTimes: 8 * commits,
  readParents: 4 * parents,
  readEnds: 4 * commits,
  waiting: 4 * commits,
  heap: 4 * commits,
  order: 4 * commits,
  numbers: 4 * commits,
  trees: 4 * commits,
  parents: 4 * parents,
  parentEnds: 4 * commits,
  flags: commits,
  left: 8 * commits,
  masks: 4 * commits,
});

type Part = keyof ReturnType<typeof partsOf>;

export class CommitGraph {
  readonly count: number;
  /** Number of each commit among all objects. */
  readonly numbers: Int32Array;
  /** Number of each commit's tree, -1 when it is not in the store. */
  readonly trees: Int32Array;
  /** Parents that are in the store: those of commit `i` are `parents[parentEnds[i - 1]] …` up to `parentEnds[i]`. */
  readonly parents: Int32Array;
  readonly parentEnds: Int32Array;
  /** Position of an object number, -1 when it is no commit. */
  readonly positions: Int32Array;
  /** By commit, for who makes use of them: bits and a time that flow from children to parents, and bits that flow to children. */
  readonly flags: Uint8Array;
  readonly left: Float64Array;
  readonly masks: Int32Array;
  readonly #core: Core;
  /** Addresses of the parts. */
  readonly #at: Readonly<Record<Part, number>>;

  /**
   * @param objects number of all objects
   * @param records what several readers have told
   */
  constructor(objects: number, records: readonly CommitRecords[]) {
    const commits = records.reduce((sum, record) => sum + record.count, 0);
    const parents = records.reduce((sum, record) => sum + record.parents.length, 0);
    const parts = partsOf(objects, commits, parents);
    const core = new Core(partsSize(parts));
    const at = core.place(parts);
    const column = (part: Part, from = 0, length = commits): Int32Array => core.numbers(at[part] + 4 * from, length);
    let [commit, parent] = [0, 0];
    for (const record of records) {
      column('readNumbers', commit, record.count).set(record.numbers);
      column('readTrees', commit, record.count).set(record.trees);
      core.doubles(at.readTimes + 8 * commit, record.count).set(record.times);
      column('readParents', parent, record.parents.length).set(record.parents);
      column('readEnds', commit, record.count).set(record.parentEnds);
      core.exports.moveEnds(at.readEnds + 4 * commit, record.count, parent);
      commit += record.count;
      parent += record.parents.length;
    }
    this.positions = column('positions', 0, objects).fill(-1);
    this.count = core.exports.sortCommits(
      commits,
      at.readNumbers,
      at.readTrees,
      at.readTimes,
      at.readParents,
      at.readEnds,
      at.positions,
      at.waiting,
      at.heap,
      at.order,
    );
    core.exports.arrangeCommits(
      this.count,
      at.order,
      at.waiting,
      at.positions,
      objects,
      at.numbers,
      at.trees,
      at.parents,
      at.parentEnds,
    );
    this.numbers = column('numbers', 0, this.count);
    this.trees = column('trees', 0, this.count);
    this.parentEnds = column('parentEnds', 0, this.count);
    this.parents = column('parents', 0, this.parentEnds.at(-1) ?? 0);
    this.flags = core.bytes(at.flags, this.count);
    this.left = core.doubles(at.left, this.count);
    this.masks = column('masks', 0, this.count);
    this.#core = core;
    this.#at = at;
  }

  /** Gives the `flags` of each commit, and what it has `left` where that is more, to all its ancestors. */
  flowDown(): void {
    const { parents, parentEnds, flags, left } = this.#at;
    this.#core.exports.flowDown(this.count, parents, parentEnds, flags, left);
  }

  /** Gives the `masks` of commits, of which none is behind the `oldest`, to all that follow from them. */
  flowUp(oldest: number): void {
    const { parents, parentEnds, masks } = this.#at;
    if (oldest >= 0) this.#core.exports.flowUp(oldest, parents, parentEnds, masks);
  }
}
