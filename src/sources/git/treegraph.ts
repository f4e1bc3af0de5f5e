/**
 * Finds the commits that bring in wanted objects, from which tree leads to what (links.ts).
 * @module
 */
import { type CommitGraph, parentsOf } from './graph.ts';
import { FIRST_WANTED, NAMED, NOTHING, type TreeLinks } from './links.ts';

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

/** Above this many entries in all lists together the way through `git log` takes less memory. */
const MAX_ENTRIES = 40_000_000;

/** Trees are counted here in the order in which they were read, worker by worker: a base before what is made from it. */
export class TreeGraph {
  /** False when the tables became too large; then nothing can be told. */
  readonly complete: boolean;
  readonly #names: Buffer[];
  /** Place of each object number, -1 for what is no tree. */
  readonly #places: Int32Array;
  /** Place of the tree that a tree is made from, which is lower than its own, or -1. */
  readonly #bases: Int32Array;
  /** Links of all trees: those of tree `i` end at `#ends[i]`. Targets that are trees are places. */
  readonly #ends: Int32Array;
  readonly #linkNames: Int32Array;
  readonly #linkTargets: Int32Array;
  /** 1 for trees that lead to something wanted. */
  readonly #marks: Uint8Array;
  /** What a marked tree has that is wanted or leads to it: `#lengths[i]` entries of `#entries` from `#starts[i]`. */
  readonly #starts: Int32Array;
  readonly #lengths: Int32Array;
  readonly #entries = new Columns(1024);
  /** Trees nest deeper than is looked at. */
  #deep = false;
  /** Places that may still be told, by all calls of `sight` and of `list`. */
  readonly #sights = { left: MAX_PLACES };
  readonly #lists = { left: MAX_PLACES };

  /**
   * @param objects numbers of objects are less than this
   * @param links those of all workers; they are changed
   */
  constructor(objects: number, links: readonly TreeLinks[]) {
    this.#names = joinNames(links);
    this.#bases = joinColumns(
      links,
      ({ bases }) => bases,
      ({ trees }) => trees.length,
    );
    this.#ends = joinColumns(
      links,
      ({ ends }) => ends,
      ({ names }) => names.length,
    );
    this.#linkNames = joinColumns(links, ({ names }) => names);
    this.#linkTargets = joinColumns(links, ({ targets }) => targets);
    this.#places = new Int32Array(objects).fill(-1);
    const trees = joinColumns(links, (each) => each.trees);
    for (let place = 0; place < trees.length; place++) if (trees[place]! >= 0) this.#places[trees[place]!] = place;
    const targets = this.#linkTargets;
    // A tree that nobody could read leads to nothing.
    for (let i = 0; i < targets.length; i++) if (targets[i]! >= 0) targets[i] = this.#places[targets[i]!]!;
    this.#marks = new Uint8Array(trees.length);
    this.#starts = new Int32Array(trees.length);
    this.#lengths = new Int32Array(trees.length);
    this.#mark();
    this.complete = this.#list();
  }

  /** Whether there were more places than are told. */
  get cut(): boolean {
    return this.#deep || this.#sights.left < 0 || this.#lists.left < 0;
  }

  /**
   * Calls back for everything wanted that a commit has and none of its parents has at the same path, commit after commit
   * in the order of the graph.
   */
  sight(graph: CommitGraph, onSighting: (sighting: Sighting) => void): void {
    for (let commit = 0; commit < graph.count; commit++) {
      const tree = this.#placeOf(graph.trees[commit] as number);
      if (tree < 0 || this.#marks[tree] === 0) continue;
      const parents: number[] = [];
      for (const parent of parentsOf(graph, commit)) parents.push(this.#placeOf(graph.trees[parent] as number));
      this.#compare(tree, parents, [], this.#sights, (path, wanted) => onSighting({ commit, path, wanted }));
    }
  }

  /** Calls back for everything wanted in a tree. */
  list(tree: number, onFound: (path: Buffer, wanted: number) => void): void {
    const place = this.#placeOf(tree);
    if (place >= 0 && this.#marks[place] === 1) this.#compare(place, [], [], this.#lists, onFound);
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
    for (const parent of parents) if (this.#isSame(tree, parent)) return;
    const { names, targets } = this.#entries;
    const end = this.#end(tree);
    // All lists are sorted alike: those of the parents are gone through beside this one.
    const beside = parents.map((parent) => (parent < 0 ? 0 : this.#starts[parent]!));
    for (let i = this.#starts[tree]!; i < end; i++) {
      const name = names[i]!;
      const target = targets[i]!;
      if (this.#stands(name, target, parents, beside)) continue;
      folders.push(this.#names[name]!);
      if (target >= 0) this.#compare(target, this.#foldersAt(parents, name), folders, places, onFound);
      else if (places.left-- > 0) onFound(joinPath(folders), target === NAMED ? -1 : FIRST_WANTED - target);
      folders.pop();
    }
  }

  /** Whether two trees share the list of what they lead to, as most do: then one has nothing that the other has not. */
  #isSame(tree: number, other: number): boolean {
    if (tree === other) return true;
    return (
      other >= 0 &&
      this.#starts[tree] === this.#starts[other] &&
      this.#lengths[tree] === this.#lengths[other] &&
      this.#marks[other] === 1
    );
  }

  /**
   * Whether one of the trees has the entry.
   * @param beside where in the list of each tree the search goes on; moved on
   */
  #stands(name: number, target: number, trees: readonly number[], beside: number[]): boolean {
    const { names, targets } = this.#entries;
    for (let i = 0; i < trees.length; i++) {
      if (trees[i]! < 0) continue;
      const end = this.#end(trees[i]!);
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
      const at = this.#position(tree, name, 0);
      if (at < this.#end(tree) && this.#entries.names[at] === name) folders.push(this.#entries.targets[at]!);
    }
    return folders;
  }

  #end(tree: number): number {
    return (this.#starts[tree] as number) + (this.#lengths[tree] as number);
  }

  #position(tree: number, name: number, target: number): number {
    return this.#entries.position(this.#starts[tree] as number, this.#end(tree), name, target);
  }

  /**
   * Marks trees that lead to something wanted. A tree counts such entries: those of its base, and what it adds and lacks.
   * Marks of trees raise the counts of the trees above them, so this is repeated until no mark is new.
   */
  #mark(): void {
    const marks = this.#marks;
    const counts = new Int32Array(marks.length);
    const names = this.#linkNames;
    const targets = this.#linkTargets;
    // Each pass sees one level more at least.
    let passes = 0;
    for (let changed = true; changed && passes <= MAX_DEPTH; passes++) {
      changed = false;
      for (let tree = 0, i = 0; tree < counts.length; tree++) {
        const base = this.#bases[tree]!;
        let sum = base < 0 ? 0 : counts[base]!;
        for (const end = this.#ends[tree]!; i < end; i++) {
          const target = targets[i]!;
          if (target < NOTHING || (target >= 0 && marks[target] === 1)) sum += names[i]! < 0 ? -1 : 1;
        }
        counts[tree] = sum;
        if (sum > 0 && marks[tree] === 0) {
          marks[tree] = 1;
          changed = true;
        }
      }
    }
    this.#deep = passes > MAX_DEPTH;
  }

  /** Makes the lists of marked trees. A tree that differs in nothing of interest shares the list of its base. */
  #list(): boolean {
    for (let tree = 0; tree < this.#bases.length; tree++) {
      if (this.#marks[tree] === 0) continue;
      const base = this.#bases[tree]!;
      const shared = base >= 0 && this.#marks[base] === 1;
      this.#starts[tree] = shared ? this.#starts[base]! : this.#entries.count;
      this.#lengths[tree] = shared ? this.#lengths[base]! : 0;
      let own = !shared;
      for (let i = tree === 0 ? 0 : this.#ends[tree - 1]!; i < this.#ends[tree]!; i++) {
        const target = this.#linkTargets[i]!;
        if (target === NOTHING || (target >= 0 && this.#marks[target] === 0)) continue;
        if (!own) this.#starts[tree] = this.#entries.copy(this.#starts[tree]!, this.#lengths[tree]!);
        own = true;
        const added = this.#linkNames[i]! >= 0;
        const name = added ? this.#linkNames[i]! : ~this.#linkNames[i]!;
        const at = this.#position(tree, name, target);
        const present = at < this.#end(tree) && this.#entries.names[at] === name && this.#entries.targets[at] === target;
        if (added) this.#entries.insert(at, name, target);
        else if (present) this.#entries.remove(at);
        this.#lengths[tree] = this.#entries.count - this.#starts[tree]!;
      }
      if (this.#entries.count > MAX_ENTRIES) return false;
    }
    return true;
  }
}

/** Names and targets side by side. */
class Columns {
  count = 0;
  names: Int32Array;
  targets: Int32Array;

  constructor(size: number) {
    this.names = new Int32Array(size);
    this.targets = new Int32Array(size);
  }

  /** First position in `[low, high)`, sorted by name and target, that does not come before the given ones. */
  position(low: number, high: number, name: number, target: number): number {
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = (this.names[middle] as number) - name || (this.targets[middle] as number) - target;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Appends a copy of some rows; gives where it begins. */
  copy(start: number, length: number): number {
    const to = this.count;
    this.#reserve(to + length);
    for (let i = 0; i < length; i++) {
      this.names[to + i] = this.names[start + i]!;
      this.targets[to + i] = this.targets[start + i]!;
    }
    this.count += length;
    return to;
  }

  insert(at: number, name: number, target: number): void {
    this.#reserve(this.count + 1);
    // What stands behind is of the same tree: too little for a call.
    for (let i = this.count; i > at; i--) {
      this.names[i] = this.names[i - 1]!;
      this.targets[i] = this.targets[i - 1]!;
    }
    this.names[at] = name;
    this.targets[at] = target;
    this.count++;
  }

  remove(at: number): void {
    this.count--;
    for (let i = at; i < this.count; i++) {
      this.names[i] = this.names[i + 1]!;
      this.targets[i] = this.targets[i + 1]!;
    }
  }

  #reserve(size: number): void {
    if (size <= this.names.length) return;
    const larger = new Columns(2 * size);
    larger.names.set(this.names);
    larger.targets.set(this.targets);
    this.names = larger.names;
    this.targets = larger.targets;
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
