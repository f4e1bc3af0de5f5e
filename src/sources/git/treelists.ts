/**
 * What each tree holds that is wanted or leads to it: a list of names and what stands there. Nearly all trees of a history
 * differ from others in nothing of that, and equal lists are kept once. The loops are in wasm/assembly/lists.ts.
 *
 * Trees are counted in the order in which they were read, worker by worker: a base comes before what is made from it.
 * @module
 */
import { Core, inSteps, partsSize } from '../../wasm/core.ts';
import type { NameTexts, TreeLinks } from './links.ts';

/** Above this many entries in all lists together the way through `git log` takes less memory. */
const MAX_ENTRIES = 8_000_000;

/** Trees for which there is one place, at least, where lists are looked for by their hash. */
const TREES_PER_HEAD = 8;

/** Parts of the core's memory, in bytes. */
const partsOf = (objects: number, trees: number, links: number, names: number, headCount: number, most: number) => ({
  places: 4 * objects,
  /** By tree of a worker its number among all objects. */
  numbers: 4 * trees,
  /** By the number that a worker gave to a name the one that it has here. */
  known: 4 * names,
  bases: 4 * trees,
  ends: 4 * trees,
  names: 4 * links,
  targets: 4 * links,
  starts: 4 * trees,
  lengths: 4 * trees,
  same: 4 * trees,
  fixed: trees,
  waiting: 4 * (links + 2 * trees),
  changes: 8 * links,
  heads: 4 * headCount,
  hashes: 4 * trees,
  before: 4 * trees,
  entries: 8 * most,
});

export class TreeLists {
  /** Bytes of names by their numbers. */
  readonly names: readonly Buffer[];
  /** Place of each object number, -1 for what is no tree. */
  readonly places: Int32Array;
  /** False where there are too many entries: then nothing can be told. */
  readonly complete: boolean;
  /** Whether trees nest deeper than is looked at. */
  readonly deep: boolean;
  /** The list of a tree: `lengths[place]` entries from `starts[place]`; trees with the same list have the same start. */
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  readonly #entries: Int32Array;
  readonly #core: Core;

  /**
   * @param objects numbers of objects are less than this
   * @param links those of all workers
   * @param most entries in all lists together; where there are more, they are not made
   */
  constructor(objects: number, links: readonly TreeLinks[], most: number = MAX_ENTRIES) {
    const trees = links.reduce((sum, each) => sum + each.trees.length, 0);
    const all = links.reduce((sum, each) => sum + each.names.length, 0);
    const headCount = 2 ** Math.ceil(Math.log2(trees / TREES_PER_HEAD + 1));
    const mostNames = links.reduce((most, { texts }) => Math.max(most, countOf(texts)), 0);
    const parts = partsOf(objects, trees, all, mostNames, headCount, most);
    const core = new Core(partsSize(parts));
    const { exports } = core;
    const addresses = core.place(parts);
    const at = (part: keyof typeof parts, rows = 0): number => addresses[part] + 4 * rows;
    const column = (part: keyof typeof parts, from: number, values: Int32Array): void =>
      core.numbers(at(part, from), values.length).set(values);
    this.places = core.numbers(at('places'), objects).fill(-1);
    const numbers = new Map<string, number>();
    const names: Buffer[] = [];
    let [tree, link] = [0, 0];
    for (const each of links) {
      column('numbers', 0, each.trees);
      column('bases', tree, each.bases);
      column('ends', tree, each.ends);
      exports.placeTrees(at('numbers'), at('bases', tree), at('ends', tree), each.trees.length, at('places'), tree, link);
      column('names', link, each.names);
      column('targets', link, each.targets);
      column('known', 0, joinNames(each.texts, numbers, names));
      inSteps(each.names.length, (from, to) => exports.renumber(at('names', link + from), to - from, at('known')));
      tree += each.trees.length;
      link += each.names.length;
    }
    inSteps(all, (from, to) => exports.placeTargets(at('targets', from), to - from, at('places')));
    exports.setupLists(
      at('bases'),
      at('ends'),
      at('names'),
      at('targets'),
      trees,
      at('starts'),
      at('lengths'),
      at('same'),
      at('fixed'),
      at('waiting'),
      at('changes'),
      at('heads'),
      headCount,
      at('hashes'),
      at('before'),
      at('entries'),
      most,
    );
    let count = 0;
    inSteps(trees, (from, to) => {
      if (count >= 0) count = exports.makeLists(from, to);
    });
    this.complete = count >= 0;
    this.deep = this.complete && exports.emptyHollow(trees) === 0;
    this.names = names;
    this.starts = core.numbers(at('starts'), trees);
    this.lengths = core.numbers(at('lengths'), trees);
    this.#entries = core.numbers(at('entries'), 2 * Math.max(0, count));
    this.#core = core;
  }

  /** Number of the name of an entry, by which (and then by target) each list is sorted. */
  name(entry: number): number {
    return this.#entries[2 * entry]!;
  }

  /** What an entry leads to: something wanted (see TreeLinks), or the place of a tree. */
  target(entry: number): number {
    return this.#entries[2 * entry + 1]!;
  }

  end(tree: number): number {
    return this.starts[tree]! + this.lengths[tree]!;
  }

  /** Where an entry stands in the list of a tree, or those stand that come behind it. */
  position(tree: number, name: number, target: number): number {
    return this.#core.exports.listPosition(tree, name, target);
  }

  /** Whether two trees have the same list, as most do. */
  isSame(tree: number, other: number): boolean {
    return tree === other || (this.starts[tree] === this.starts[other] && this.lengths[tree] === this.lengths[other]);
  }
}

/**
 * Gives names that are new the next numbers.
 * @param numbers those of all names so far
 * @param names the same by number
 * @returns the numbers, by those that the worker has given
 */
function joinNames(texts: NameTexts, numbers: Map<string, number>, names: Buffer[]): Int32Array {
  const known = new Int32Array(countOf(texts));
  const all = Buffer.from(texts.bytes.buffer, texts.bytes.byteOffset, texts.bytes.length);
  for (let i = 0; i < texts.numbers.length; i++) {
    const bytes = all.subarray(i === 0 ? 0 : texts.ends[i - 1], texts.ends[i]);
    const key = bytes.toString('latin1');
    let number = numbers.get(key);
    if (number === undefined) numbers.set(key, (number = names.push(bytes) - 1));
    known[texts.numbers[i]!] = number;
  }
  return known;
}

/** How many names a worker has numbered, as far as they are told. */
const countOf = ({ numbers }: NameTexts): number => 1 + (numbers.at(-1) ?? -1);
