/**
 * Which tree holds what: told as differences from the tree it is stored as a delta of, so that a million trees take a few
 * megabytes. Only what leads to wanted objects is of interest: other trees, wanted blobs, wanted names.
 * @module
 */
import { Column } from './column.ts';

/** What a link leads to: a tree by its number, or one of these. */
export const NOTHING = -1;
/** Something with a wanted name. */
export const NAMED = -2;
/** A wanted blob `i` is FIRST_WANTED - i. */
export const FIRST_WANTED = -3;

/**
 * Trees in the order in which they were read, a base before what is made from it, and their links. Plain data, to be sent from
 * workers.
 */
export interface TreeLinks {
  /** Number of each tree among all objects. */
  trees: Int32Array;
  /** Place in this list of the tree that it is compared with, or -1. */
  bases: Int32Array;
  /** Where the links of each tree end; those of the first begin at 0. */
  ends: Int32Array;
  /** Of each link the number of its name, `~number` of one that the base has and the tree has not. */
  names: Int32Array;
  targets: Int32Array;
  texts: NameTexts;
}

/** Names, those that no link has left out: their numbers, where each ends in the bytes, and these, one name after the other. */
export interface NameTexts {
  numbers: Int32Array;
  ends: Int32Array;
  bytes: Uint8Array;
}

/** Collects links. */
export class LinkTable {
  readonly #trees = Column.ofInts();
  readonly #bases = Column.ofInts();
  readonly #begins = Column.ofInts();
  readonly #names = Column.ofInts();
  readonly #targets = Column.ofInts();

  /** The number of the next tree. */
  number(tree: number): void {
    this.#trees.push(tree);
  }

  /**
   * Takes the next trees, of each the place of the tree that it is compared with, or -1, and how many links there are of all before it.
   */
  addTrees(bases: Int32Array, begins: Int32Array): void {
    this.#bases.append(bases);
    this.#begins.append(begins);
  }

  /** @param names as in TreeLinks */
  add(names: Int32Array, targets: Int32Array): void {
    this.#names.append(names);
    this.#targets.append(targets);
  }

  /** Says later what a link leads to that was added with NOTHING. */
  lead(link: number, target: number): void {
    this.#targets.set(link, target);
  }

  /** What a link leads to. */
  target(link: number): number {
    return this.#targets.get(link);
  }

  /** @param text gives the bytes of a name */
  finish(text: (name: number) => Uint8Array): TreeLinks {
    const names = this.#names.finish();
    // Where a tree's links begin, those of the one before end.
    const begins = this.#begins.finish();
    const ends = new Int32Array(begins.length);
    ends.set(begins.subarray(1));
    if (ends.length > 0) ends[ends.length - 1] = names.length;
    return {
      trees: this.#trees.finish(),
      bases: this.#bases.finish(),
      ends,
      names,
      targets: this.#targets.finish(),
      texts: textsOf(names, text),
    };
  }
}

/** The number of a link's name. */
const nameOf = (link: number): number => (link < 0 ? ~link : link);

function textsOf(names: Int32Array, text: (name: number) => Uint8Array): NameTexts {
  let most = -1;
  for (let i = 0; i < names.length; i++) most = Math.max(most, nameOf(names[i]!));
  const used = new Uint8Array(most + 1);
  for (let i = 0; i < names.length; i++) used[nameOf(names[i]!)] = 1;
  const numbers = Column.ofInts();
  const ends = Column.ofInts();
  const texts: Uint8Array[] = [];
  let size = 0;
  for (let number = used.indexOf(1); number >= 0; number = used.indexOf(1, number + 1)) {
    const bytes = text(number);
    texts.push(bytes);
    numbers.push(number);
    ends.push((size += bytes.length));
  }
  // Not in memory that others have a part of: it is handed over.
  const bytes = new Uint8Array(size);
  for (let i = 0; i < texts.length; i++) bytes.set(texts[i]!, ends.get(i) - texts[i]!.length);
  return { numbers: numbers.finish(), ends: ends.finish(), bytes };
}
