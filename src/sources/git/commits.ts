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

  /**
   * @param data a commit object: `tree ID LF`, any number of `parent ID LF`, author, committer …
   * @returns where the line behind the parents begins
   */
  add(number: number, data: Buffer): number {
    const digits = 2 * this.#idBytes;
    const before = this.#parents.length;
    let tree = -1;
    let line = 0;
    // Eight bytes of `parent ` and line feed, five of `tree `.
    for (let word = 5; ; word = 7) {
      const from = line + word;
      if (data[line] !== (word === 5 ? 0x74 : 0x70) || data[from - 1] !== 0x20 || from + digits >= data.length) break;
      if (!readHex(data, from, this.#id)) break;
      line = from + digits + 1;
      const found = this.#ids.find(this.#id, 0);
      if (word === 5) tree = found;
      else if (found >= 0) this.#parents.push(found);
      if (found < 0) (word === 5 ? this.#missingTrees : this.#missingParents).add(this.#id.toString('hex'));
    }
    // A commit that only git knows a way to read.
    if (number < 0) this.#parents.length = before;
    else {
      this.#numbers.push(number);
      this.#times.push(committed(data, line));
      this.#trees.push(tree);
      this.#parentEnds.push(this.#parents.length);
    }
    return line;
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

/** Value of each hexadecimal digit, 255 for other bytes. */
const HEX = new Uint8Array(256).fill(255);
for (let value = 0; value < 16; value++) {
  const digit = value.toString(16);
  HEX[digit.charCodeAt(0)] = value;
  HEX[digit.toUpperCase().charCodeAt(0)] = value;
}

/** Reads an id; false where something else stands. */
function readHex(data: Buffer, from: number, id: Buffer): boolean {
  let bad = 0;
  for (let i = 0, at = from; i < id.length; i++, at += 2) {
    const high = HEX[data[at]!]!;
    const low = HEX[data[at + 1]!]!;
    bad |= high | low;
    id[i] = (high << 4) | low;
  }
  return bad < 16;
}

/** The committer's time, 0 when there is none. */
function committed(data: Buffer, from: number): number {
  const line = data.indexOf('\ncommitter ', Math.max(0, from - 1));
  if (line < 0) return 0;
  const found = data.indexOf(10, line + 1);
  const end = found < 0 ? data.length : found;
  let close = end - 1;
  while (close > line && data[close] !== 0x3e) close--;
  const time = Number.parseInt(data.toString('latin1', close + 1, Math.min(end, close + 24)), 10);
  return Number.isSafeInteger(time) ? time : 0;
}
