/**
 * What attribution needs of commits, kept in a few bytes each.
 * @module
 */
import { isDigitByte } from '../../detect/bytes.ts';
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

/** In place of a place, where nothing is to be taken down. */
const NOWHERE = 2 ** 30;

/** Collects commits from their objects. */
export class CommitLog {
  readonly #held: IdBatch;
  readonly #idBytes: number;
  readonly #id: Buffer;
  readonly #numbers: number[] = [];
  readonly #times: number[] = [];
  readonly #trees: number[] = [];
  /** Also of parents that are not in the store, as -1. */
  readonly #parents: number[] = [];
  readonly #parentEnds: number[] = [];
  readonly #missingTrees = new Set<string>();
  readonly #missingParents = new Set<string>();

  constructor(ids: ObjectIds, idBytes: number) {
    this.#held = new IdBatch(ids, idBytes, this.#onNumber);
    this.#idBytes = idBytes;
    this.#id = Buffer.alloc(idBytes);
  }

  /**
   * @param number of the commit; -1 for one that only git knows a way to read: of that it is only asked what is missing
   * @param data a commit object: `tree ID LF`, any number of `parent ID LF`, author, committer …
   * @returns where the line behind the parents begins
   */
  add(number: number, data: Buffer): number {
    const digits = 2 * this.#idBytes;
    const isKnown = number >= 0;
    if (isKnown) this.#numbers.push(number);
    if (isKnown) this.#trees.push(-1);
    let line = 0;
    // Eight bytes of `parent ` and line feed, five of `tree `.
    for (let word = 5; ; word = 7) {
      const from = line + word;
      if (data[line] !== (word === 5 ? 0x74 : 0x70) || data[from - 1] !== 0x20 || from + digits >= data.length) break;
      if (!readHex(data, from, this.#id)) break;
      line = from + digits + 1;
      const isTree = word === 5;
      const place = isKnown ? (isTree ? this.#trees.length : this.#parents.push(-1)) - 1 : NOWHERE;
      this.#held.add(this.#id, 0, isTree ? place : ~place);
    }
    if (isKnown) this.#times.push(committed(data, line));
    if (isKnown) this.#parentEnds.push(this.#parents.length);
    return line;
  }

  /** @param tag the place of a tree, `~place` of a parent */
  readonly #onNumber: OnNumber = (number, tag, ids, at) => {
    const isTree = tag >= 0;
    const place = isTree ? tag : ~tag;
    if (number < 0) (isTree ? this.#missingTrees : this.#missingParents).add(ids.toString('hex', at, at + this.#idBytes));
    else if (place !== NOWHERE) (isTree ? this.#trees : this.#parents)[place] = number;
  };

  finish(): CommitRecords {
    this.#held.finish();
    const parents = new Int32Array(this.#parents.length);
    const parentEnds = new Int32Array(this.#parentEnds.length);
    let filled = 0;
    for (let commit = 0, i = 0; commit < parentEnds.length; commit++) {
      for (; i < this.#parentEnds[commit]!; i++) if (this.#parents[i]! >= 0) parents[filled++] = this.#parents[i]!;
      parentEnds[commit] = filled;
    }
    return {
      count: this.#numbers.length,
      numbers: Int32Array.from(this.#numbers),
      times: Float64Array.from(this.#times),
      trees: Int32Array.from(this.#trees),
      parents: parents.slice(0, filled),
      parentEnds,
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
  let line = from;
  while (line < data.length && data[line] !== LF && !beginsWith(data, line, COMMITTER)) line = lineEnd(data, line) + 1;
  if (line >= data.length || data[line] === LF) return 0;
  const end = lineEnd(data, line);
  let close = end - 1;
  while (close > line && data[close] !== 0x3e) close--;
  let at = close + 1;
  while (at < end && data[at] === SPACE) at++;
  let time = 0;
  for (; at < end && isDigitByte(data[at]!); at++) time = 10 * time + data[at]! - ZERO;
  return Number.isSafeInteger(time) ? time : 0;
}

const COMMITTER = Buffer.from('committer ');
const [LF, SPACE, ZERO] = [0x0a, 0x20, 0x30] as const;

/** Where the line that begins at `at` ends: at its line feed, or with the data. Lines of headers are too short for a call of `indexOf`. */
export function lineEnd(data: Uint8Array, at: number): number {
  let end = at;
  while (end < data.length && data[end] !== LF) end++;
  return end;
}

export function beginsWith(data: Uint8Array, at: number, word: Uint8Array): boolean {
  for (let i = 0; i < word.length; i++) if (data[at + i] !== word[i]) return false;
  return true;
}
