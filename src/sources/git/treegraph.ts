/**
 * Finds the commits that bring in wanted objects, from which tree leads to what (links.ts).
 * @module
 */
import type { CommitGraph } from './graph.ts';
import { FIRST_WANTED, NAMED, type TreeLinks } from './links.ts';
import { TreeLists } from './treelists.ts';

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
/** Trees do not nest deeper than paths do in any file system; a hostile one must not exhaust the stack. */
const MAX_DEPTH = 2048;

export class TreeGraph {
  readonly #lists: TreeLists;
  /** Trees nest deeper than is looked at. */
  #deep: boolean;
  /** Places that may still be told, by all calls of `sight` and of `list`. */
  readonly #sights = { left: MAX_PLACES };
  readonly #listed = { left: MAX_PLACES };

  /**
   * @param objects numbers of objects are less than this
   * @param links those of all workers
   */
  constructor(objects: number, links: readonly TreeLinks[]) {
    this.#lists = new TreeLists(objects, links);
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
    let commit = 0;
    const onFound = (path: Buffer, wanted: number): void => onSighting({ commit, path, wanted });
    const parents: number[] = [];
    for (; commit < graph.count; commit++) {
      const tree = this.#placeOf(graph.trees[commit]!);
      if (tree < 0) continue;
      parents.length = 0;
      for (let i = commit === 0 ? 0 : graph.parentEnds[commit - 1]!; i < graph.parentEnds[commit]!; i++)
        parents.push(this.#placeOf(graph.trees[graph.parents[i]!]!));
      this.#compare(tree, parents, [], this.#sights, onFound);
    }
  }

  /** Calls back for everything wanted in a tree. */
  list(tree: number, onFound: (path: Buffer, wanted: number) => void): void {
    const place = this.#placeOf(tree);
    if (place >= 0) this.#compare(place, [], [], this.#listed, onFound);
  }

  #placeOf(number: number): number {
    return number < 0 ? -1 : this.#lists.places[number]!;
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
    const end = lists.end(tree);
    // All lists are sorted alike: those of the parents are gone through beside this one.
    const beside = parents.map((parent) => (parent < 0 ? 0 : lists.starts[parent]!));
    for (let i = lists.starts[tree]!; i < end; i++) {
      const name = lists.name(i);
      const target = lists.target(i);
      if (this.#stands(name, target, parents, beside)) continue;
      folders.push(lists.names[name]!);
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
    const lists = this.#lists;
    for (let i = 0; i < trees.length; i++) {
      if (trees[i]! < 0) continue;
      const end = lists.end(trees[i]!);
      let at = beside[i]!;
      while (at < end && (lists.name(at) < name || (lists.name(at) === name && lists.target(at) < target))) at++;
      beside[i] = at;
      if (at < end && lists.name(at) === name && lists.target(at) === target) return true;
    }
    return false;
  }

  /** Folders of that name in some trees, of which each has one or none. */
  #foldersAt(trees: readonly number[], name: number): number[] {
    const lists = this.#lists;
    const folders: number[] = [];
    for (const tree of trees) {
      if (tree < 0) continue;
      const at = lists.position(tree, name, 0);
      if (at < lists.end(tree) && lists.name(at) === name) folders.push(lists.target(at));
    }
    return folders;
  }
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
