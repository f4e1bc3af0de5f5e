/**
 * Finds the commits that bring in wanted objects, from which tree leads to what (links.ts).
 * @module
 */
import type { CommitGraph } from './graph.ts';
import { FIRST_WANTED, NAMED, type TreeLinks } from './links.ts';
import { MAX_DEPTH, TreeLists } from './treelists.ts';

/** A wanted object at a path, in a commit that has it there while no parent has. */
export interface Sighting {
  /** Position of the commit in the graph. */
  commit: number;
  /** Bytes of the path. */
  path: Buffer;
  /** Position of the blob in the list of wanted ones, or -1: the path ends in a wanted name. */
  wanted: number;
}

/**
 * Places that are told at most: trees that hold one another several times, ten levels deep, have more of them than there is
 * memory.
 */
const MAX_PLACES = 1_000_000;

/** Trees are counted here in the order in which they were read, worker by worker: a base before what is made from it. */
export class TreeGraph {
  readonly #names: Buffer[];
  /** Place of each object number, -1 for what is no tree. */
  readonly #places: Int32Array;
  readonly #lists: TreeLists;
  /** Trees nest deeper than is looked at. */
  #deep: boolean;
  /** Places that may still be told, by all calls of `sight` and of `list`. */
  readonly #sights = { left: MAX_PLACES };
  readonly #listed = { left: MAX_PLACES };

  /**
   * @param objects numbers of objects are less than this
   * @param links those of all workers; they are changed
   */
  constructor(objects: number, links: readonly TreeLinks[]) {
    this.#names = joinNames(links);
    const bases = joinColumns(
      links,
      (each) => each.bases,
      (each) => each.trees.length,
    );
    const ends = joinColumns(
      links,
      (each) => each.ends,
      (each) => each.names.length,
    );
    const names = joinColumns(links, (each) => each.names);
    const targets = joinColumns(links, (each) => each.targets);
    this.#places = new Int32Array(objects).fill(-1);
    const trees = joinColumns(links, (each) => each.trees);
    for (let place = 0; place < trees.length; place++) if (trees[place]! >= 0) this.#places[trees[place]!] = place;
    // A tree that nobody could read leads to nothing.
    for (let i = 0; i < targets.length; i++) if (targets[i]! >= 0) targets[i] = this.#places[targets[i]!]!;
    this.#lists = new TreeLists({ bases, ends, names, targets });
    this.#deep = this.#lists.deep;
  }

  /** False when the lists became too long; then nothing can be told. */
  get complete(): boolean {
    return this.#lists.complete;
  }

  /** Whether there were more places than are told. */
  get cut(): boolean {
    return this.#deep || this.#sights.left < 0 || this.#listed.left < 0;
  }

  /**
   * Calls back for everything wanted that a commit has and none of its parents has at the same path, commit after commit
   * in the order of the graph.
   */
  sight(graph: CommitGraph, onSighting: (sighting: Sighting) => void): void {
    for (let commit = 0; commit < graph.count; commit++) {
      const tree = this.#placeOf(graph.trees[commit] as number);
      if (tree < 0) continue;
      const parents: number[] = [];
      for (let i = commit === 0 ? 0 : graph.parentEnds[commit - 1]!; i < graph.parentEnds[commit]!; i++)
        parents.push(this.#placeOf(graph.trees[graph.parents[i]!]!));
      this.#compare(tree, parents, [], this.#sights, (path, wanted) => onSighting({ commit, path, wanted }));
    }
  }

  /** Calls back for everything wanted in a tree. */
  list(tree: number, onFound: (path: Buffer, wanted: number) => void): void {
    const place = this.#placeOf(tree);
    if (place >= 0) this.#compare(place, [], [], this.#listed, onFound);
  }

  #placeOf(number: number): number {
    return number < 0 ? -1 : (this.#places[number] as number);
  }

  /** @param folders names of the folders that the tree stands in; as before in the end */
  #compare(
    tree: number,
    parents: readonly number[],
    folders: Buffer[],
    places: { left: number },
    onFound: (path: Buffer, wanted: number) => void,
  ): void {
    if (folders.length > MAX_DEPTH) this.#deep = true;
    if (folders.length > MAX_DEPTH || places.left < 0) return;
    const lists = this.#lists;
    // Then it has nothing that the other has not.
    for (const parent of parents) if (parent >= 0 && lists.isSame(tree, parent)) return;
    const { names, targets } = lists;
    const end = lists.end(tree);
    // All lists are sorted alike: those of the parents are gone through beside this one.
    const beside = parents.map((parent) => (parent < 0 ? 0 : lists.starts[parent]!));
    for (let i = lists.starts[tree]!; i < end; i++) {
      const name = names[i]!;
      const target = targets[i]!;
      if (this.#stands(name, target, parents, beside)) continue;
      folders.push(this.#names[name]!);
      if (target >= 0) this.#compare(target, this.#foldersAt(parents, name), folders, places, onFound);
      else if (places.left-- > 0) onFound(joinPath(folders), target === NAMED ? -1 : FIRST_WANTED - target);
      folders.pop();
    }
  }

  /**
   * Whether one of the trees has the entry.
   * @param beside where in the list of each tree the search goes on; moved on
   */
  #stands(name: number, target: number, trees: readonly number[], beside: number[]): boolean {
    const { names, targets } = this.#lists;
    for (let i = 0; i < trees.length; i++) {
      if (trees[i]! < 0) continue;
      const end = this.#lists.end(trees[i]!);
      let at = beside[i]!;
      while (at < end && (names[at]! < name || (names[at] === name && targets[at]! < target))) at++;
      beside[i] = at;
      if (at < end && names[at] === name && targets[at] === target) return true;
    }
    return false;
  }

  /** Folders of that name in some trees, of which each has one or none. */
  #foldersAt(trees: readonly number[], name: number): number[] {
    const folders: number[] = [];
    for (const tree of trees) {
      if (tree < 0) continue;
      const at = this.#lists.position(tree, name, 0);
      if (at < this.#lists.end(tree) && this.#lists.names[at] === name) folders.push(this.#lists.targets[at]!);
    }
    return folders;
  }
}

/** Numbers the names of several workers anew, so that equal ones have the same number; gives them by number. */
function joinNames(links: readonly TreeLinks[]): Buffer[] {
  const numbers = new Map<string, number>();
  const joined: Buffer[] = [];
  for (const { names, texts } of links) {
    const known = new Int32Array(1 + (texts.numbers.at(-1) ?? -1));
    const all = Buffer.from(texts.bytes.buffer, texts.bytes.byteOffset, texts.bytes.length);
    for (let i = 0; i < texts.numbers.length; i++) {
      const bytes = all.subarray(i === 0 ? 0 : texts.ends[i - 1], texts.ends[i]);
      const key = bytes.toString('latin1');
      let number = numbers.get(key);
      if (number === undefined) numbers.set(key, (number = joined.push(bytes) - 1));
      known[texts.numbers[i]!] = number;
    }
    for (let i = 0; i < names.length; i++) names[i] = names[i]! < 0 ? ~known[~names[i]!]! : known[names[i]!]!;
  }
  return joined;
}

/**
 * One column of all workers.
 * @param step what the numbers of a worker's column add to those of the next ones; only to such as are not less than 0
 */
function joinColumns(
  links: readonly TreeLinks[],
  of: (links: TreeLinks) => Int32Array,
  step: (links: TreeLinks) => number = () => 0,
): Int32Array {
  if (links.length === 1) return of(links[0]!);
  const joined = new Int32Array(links.reduce((sum, each) => sum + of(each).length, 0));
  let at = 0;
  let shift = 0;
  for (const each of links) {
    const column = of(each);
    joined.set(column, at);
    if (shift > 0) for (let i = at; i < at + column.length; i++) if (joined[i]! >= 0) joined[i]! += shift;
    at += column.length;
    shift += step(each);
  }
  return joined;
}

function joinPath(parts: readonly Buffer[]): Buffer {
  let size = parts.length - 1;
  for (const part of parts) size += part.length;
  const path = Buffer.allocUnsafe(size);
  // Names are too short for calls.
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i]!;
    if (i > 0) path[at++] = SLASH;
    for (let k = 0; k < part.length; k++) path[at++] = part[k]!;
  }
  return path;
}

const SLASH = 0x2f;
