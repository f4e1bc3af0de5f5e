/**
 * What attribution needs of commits, kept in a few bytes each.
 * @module
 */
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

/** Collects commits from their objects. */
export class CommitLog {
  readonly #ids: ObjectIds;
  readonly #idBytes: number;
  readonly #id: Buffer;
  readonly #numbers: number[] = [];
  readonly #times: number[] = [];
  readonly #trees: number[] = [];
  readonly #parents: number[] = [];
  readonly #parentEnds: number[] = [];
  readonly #missingTrees = new Set<string>();
  readonly #missingParents = new Set<string>();

  constructor(ids: ObjectIds, idBytes: number) {
    this.#ids = ids;
    this.#idBytes = idBytes;
    this.#id = Buffer.alloc(idBytes);
  }

  /** @param data a commit object: `tree ID LF`, any number of `parent ID LF`, author, committer … */
  add(number: number, data: Buffer): void {
    const digits = 2 * this.#idBytes;
    let tree = -1;
    const parents: number[] = [];
    let line = 0;
    // Eight bytes of `parent ` and line feed, five of `tree `.
    for (let word = 5; ; word = 7) {
      const from = line + word;
      if (data[line] !== (word === 5 ? 0x74 : 0x70) || data[from - 1] !== 0x20 || from + digits >= data.length) break;
      const hex = data.toString('latin1', from, from + digits);
      if (this.#id.write(hex, 'hex') !== this.#idBytes) break;
      line = from + digits + 1;
      const found = this.#ids.find(this.#id, 0);
      if (word === 5) tree = found;
      else if (found >= 0) parents.push(found);
      if (found < 0) (word === 5 ? this.#missingTrees : this.#missingParents).add(hex);
    }
    // A commit that only git knows a way to read.
    if (number < 0) return;
    this.#numbers.push(number);
    this.#parents.push(...parents);
    this.#times.push(committed(data, line));
    this.#trees.push(tree);
    this.#parentEnds.push(this.#parents.length);
  }

  finish(): CommitRecords {
    return {
      count: this.#numbers.length,
      numbers: Int32Array.from(this.#numbers),
      times: Float64Array.from(this.#times),
      trees: Int32Array.from(this.#trees),
      parents: Int32Array.from(this.#parents),
      parentEnds: Int32Array.from(this.#parentEnds),
      missingTrees: [...this.#missingTrees],
      missingParents: [...this.#missingParents],
    };
  }
}

/** The committer's time, 0 when there is none. */
function committed(data: Buffer, from: number): number {
  const line = data.indexOf('\ncommitter ', Math.max(0, from - 1));
  if (line < 0) return 0;
  const end = data.indexOf(10, line + 1);
  const close = data.lastIndexOf(0x3e, end < 0 ? data.length : end);
  const time = Number.parseInt(data.toString('latin1', close + 1, close + 24), 10);
  return Number.isSafeInteger(time) ? time : 0;
}
