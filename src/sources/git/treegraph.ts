/**
 * Finds the commits that bring in wanted objects, from which tree leads to what (links.ts).
 * @module
 */
import { type CommitGraph, parentsOf } from './graph.ts';
import type { ObjectIds } from './ids.ts';
import { FIRST_WANTED, NAMED, type TreeLinks, WHOLE } from './links.ts';
import type { ObjectPlan } from './plan.ts';

/** A wanted object at a path, in a commit that has it there while no parent has. */
export interface Sighting {
  /** Position of the commit in the graph. */
  commit: number;
  /** Bytes of the path. */
  path: Buffer;
  /** Position of the blob in the list of wanted ones, or -1: the path ends in a wanted name. */
  wanted: number;
}

/** Above this many entries in all lists together the way through `git log` takes less memory. */
const MAX_ENTRIES = 40_000_000;

/** Trees are counted here in the order in which they are made from one another, so that tables are run through in order. */
export class TreeGraph {
  /** False when the tables became too large; then nothing can be told. */
  readonly complete: boolean;
  readonly #names: Buffer[];
  /** Place of each object number, -1 for what is no tree. */
  readonly #places: Int32Array;
  /** Place of the tree that a tree is made from, which is lower than its own, or -1. */
  readonly #bases: Int32Array;
  /** Links sorted by owner: those of tree `i` end at `#ends[i]`. Targets that are trees are places. */
  readonly #ends: Int32Array;
  readonly #links: Columns;
  /** 1 for trees that lead to something wanted. */
  readonly #marks: Uint8Array;
  /** What a marked tree has that is wanted or leads to it: `#lengths[i]` entries of `#entries` from `#starts[i]`. */
  readonly #starts: Int32Array;
  readonly #lengths: Int32Array;
  readonly #entries = new Columns(1024);

  constructor(plan: ObjectPlan, ids: ObjectIds, links: readonly TreeLinks[]) {
    const joined = join(links);
    this.#names = joined.names;
    this.#places = new Int32Array(ids.count).fill(-1);
    this.#bases = placeTrees(plan, ids, joined.owners, this.#places);
    const count = this.#bases.length;
    this.#ends = new Int32Array(count);
    this.#links = sortByOwner(joined, this.#places, this.#ends);
    this.#marks = new Uint8Array(count);
    this.#starts = new Int32Array(count);
    this.#lengths = new Int32Array(count);
    this.#dropBases();
    this.#mark();
    this.complete = this.#list();
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
      this.#compare(tree, parents, [], (path, wanted) => onSighting({ commit, path, wanted }));
    }
  }

  /** Calls back for everything wanted in a tree. */
  list(tree: number, onFound: (path: Buffer, wanted: number) => void): void {
    const place = this.#placeOf(tree);
    if (place >= 0 && this.#marks[place] === 1) this.#compare(place, [], [], onFound);
  }

  #placeOf(number: number): number {
    return number < 0 ? -1 : (this.#places[number] as number);
  }

  #compare(
    tree: number,
    parents: readonly number[],
    folders: readonly Buffer[],
    onFound: (path: Buffer, wanted: number) => void,
  ): void {
    // Trees do not nest deeper than names do in any file system; a hostile one must not exhaust the stack.
    if (parents.includes(tree) || folders.length > 4096) return;
    const { names, targets } = this.#entries;
    const start = this.#starts[tree] as number;
    for (let i = start; i < start + (this.#lengths[tree] as number); i++) {
      const name = names[i] as number;
      const target = targets[i] as number;
      if (parents.some((parent) => this.#has(parent, name, target))) continue;
      const path = [...folders, this.#names[name] as Buffer];
      if (target >= 0) {
        this.#compare(
          target,
          parents.flatMap((parent) => this.#foldersAt(parent, name)),
          path,
          onFound,
        );
      } else {
        onFound(joinPath(path), target === NAMED ? -1 : FIRST_WANTED - target);
      }
    }
  }

  /** Whether a tree has the entry. */
  #has(tree: number, name: number, target: number): boolean {
    if (tree < 0) return false;
    const at = this.#position(tree, name, target);
    return at < this.#end(tree) && this.#entries.names[at] === name && this.#entries.targets[at] === target;
  }

  /** Folders of that name in a tree: one or none. */
  #foldersAt(tree: number, name: number): number[] {
    if (tree < 0) return [];
    const at = this.#position(tree, name, 0);
    return at < this.#end(tree) && this.#entries.names[at] === name ? [this.#entries.targets[at] as number] : [];
  }

  #end(tree: number): number {
    return (this.#starts[tree] as number) + (this.#lengths[tree] as number);
  }

  #position(tree: number, name: number, target: number): number {
    return this.#entries.position(this.#starts[tree] as number, this.#end(tree), name, target);
  }

  /** A tree with a WHOLE link has no base, whatever the pack says. */
  #dropBases(): void {
    const { targets } = this.#links;
    for (let tree = 0, i = 0; tree < this.#ends.length; tree++) {
      for (; i < (this.#ends[tree] as number); i++) if (targets[i] === WHOLE) this.#bases[tree] = -1;
    }
  }

  /**
   * Marks trees that lead to something wanted. A tree counts such entries: those of its base, and what it adds and lacks.
   * Marks of trees raise the counts of the trees above them, so this is repeated until no mark is new.
   */
  #mark(): void {
    const marks = this.#marks;
    const counts = new Int32Array(marks.length);
    const { names, targets, signs } = this.#links;
    for (let changed = true; changed; ) {
      changed = false;
      for (let tree = 0, i = 0; tree < counts.length; tree++) {
        const base = this.#bases[tree] as number;
        let sum = base < 0 ? 0 : (counts[base] as number);
        for (const end = this.#ends[tree] as number; i < end; i++) {
          const target = targets[i] as number;
          if ((target < 0 || marks[target] === 1) && (names[i] as number) >= 0) sum += signs[i] as number;
        }
        counts[tree] = sum;
        if (sum > 0 && marks[tree] === 0) {
          marks[tree] = 1;
          changed = true;
        }
      }
    }
  }

  /** Makes the lists of marked trees. A tree that differs in nothing of interest shares the list of its base. */
  #list(): boolean {
    const { names, targets, signs } = this.#links;
    for (let tree = 0; tree < this.#bases.length; tree++) {
      if (this.#marks[tree] === 0) continue;
      const base = this.#bases[tree] as number;
      const shared = base >= 0 && this.#marks[base] === 1;
      this.#starts[tree] = shared ? (this.#starts[base] as number) : this.#entries.count;
      this.#lengths[tree] = shared ? (this.#lengths[base] as number) : 0;
      let own = !shared;
      for (let i = tree === 0 ? 0 : (this.#ends[tree - 1] as number); i < (this.#ends[tree] as number); i++) {
        const name = names[i] as number;
        const target = targets[i] as number;
        if (name < 0 || (target >= 0 && this.#marks[target] === 0)) continue;
        if (!own) this.#starts[tree] = this.#entries.copy(this.#starts[tree] as number, this.#lengths[tree] as number);
        own = true;
        const at = this.#position(tree, name, target);
        const present = at < this.#end(tree) && this.#entries.names[at] === name && this.#entries.targets[at] === target;
        if ((signs[i] as number) > 0) this.#entries.insert(at, name, target);
        else if (present) this.#entries.remove(at);
        this.#lengths[tree] = this.#entries.count - (this.#starts[tree] as number);
      }
      if (this.#entries.count > MAX_ENTRIES) return false;
    }
    return true;
  }
}

/** Names and targets side by side, and for links whether they add (1) or take away (-1). */
class Columns {
  count = 0;
  names: Int32Array;
  targets: Int32Array;
  signs: Int8Array;

  constructor(size: number) {
    this.names = new Int32Array(size);
    this.targets = new Int32Array(size);
    this.signs = new Int8Array(size);
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
    this.names.copyWithin(to, start, start + length);
    this.targets.copyWithin(to, start, start + length);
    this.count += length;
    return to;
  }

  insert(at: number, name: number, target: number): void {
    this.#reserve(this.count + 1);
    this.names.copyWithin(at + 1, at, this.count);
    this.targets.copyWithin(at + 1, at, this.count);
    this.names[at] = name;
    this.targets[at] = target;
    this.count++;
  }

  remove(at: number): void {
    this.names.copyWithin(at, at + 1, this.count);
    this.targets.copyWithin(at, at + 1, this.count);
    this.count--;
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

interface Joined {
  names: Buffer[];
  owners: Int32Array[];
  links: { names: Int32Array; targets: Int32Array }[];
}

/** Numbers the names of several workers anew, so that equal ones have the same number. */
function join(links: readonly TreeLinks[]): Joined {
  const numbers = new Map<string, number>();
  const names: Buffer[] = [];
  return {
    names,
    owners: links.map(({ owners }) => owners),
    links: links.map(({ names: old, targets, texts }) => {
      const known = new Int32Array(1 + largest(texts.keys())).fill(-1);
      for (const [number, text] of texts) {
        const bytes = Buffer.from(text);
        const key = bytes.toString('latin1');
        if (!numbers.has(key)) {
          numbers.set(key, names.length);
          names.push(bytes);
        }
        known[number] = numbers.get(key) as number;
      }
      return { names: old.map((name) => (name < 0 ? -1 : (known[name] as number))), targets };
    }),
  };
}

/**
 * Gives all trees a place, each after the one it is made from.
 * @param places is set, by object number
 * @returns by place, that of the base or -1
 */
function placeTrees(plan: ObjectPlan, ids: ObjectIds, owners: readonly Int32Array[], places: Int32Array): Int32Array {
  const { firstChild, nextSibling, roots, treeChunks } = plan;
  const bases: number[] = [];
  for (const { kind, from, to } of treeChunks) {
    if (kind !== 'packed') continue;
    for (let i = from; i < to; i++) {
      const open = [roots[i] as number];
      const above = [-1];
      for (let node = open.pop(); node !== undefined; node = open.pop()) {
        const place = bases.length;
        bases.push(above.pop() as number);
        places[ids.ofNode(node)] = place;
        for (let child = firstChild[node] as number; child >= 0; child = nextSibling[child] as number) {
          open.push(child);
          above.push(place);
        }
      }
    }
  }
  // Loose trees, and those that only git could read.
  for (const column of owners)
    for (const owner of column) if (owner >= 0 && places[owner] === -1) places[owner] = bases.push(-1) - 1;
  return Int32Array.from(bases);
}

/** Sorts links by the place of their owner, in the order they have; `ends` is set to where the links of each owner end. */
function sortByOwner({ owners, links }: Joined, places: Int32Array, ends: Int32Array): Columns {
  const total = owners.reduce((sum, { length }) => sum + length, 0);
  const sorted = new Columns(total);
  sorted.count = total;
  for (const column of owners) for (const owner of column) bump(ends, places[owner < 0 ? ~owner : owner] as number);
  for (let i = 0, sum = 0; i < ends.length; i++) {
    const count = ends[i] as number;
    ends[i] = sum;
    sum += count;
  }
  for (const [column, list] of owners.entries()) {
    const { names, targets } = links[column] as { names: Int32Array; targets: Int32Array };
    for (let i = 0; i < list.length; i++) {
      const owner = list[i] as number;
      const target = targets[i] as number;
      const at = bump(ends, places[owner < 0 ? ~owner : owner] as number);
      sorted.names[at] = names[i] as number;
      sorted.targets[at] = target < 0 ? target : (places[target] as number);
      sorted.signs[at] = owner < 0 ? -1 : 1;
      // A tree that nobody could read leads to nothing.
      if (target >= 0 && (places[target] as number) < 0) sorted.names[at] = -1;
    }
  }
  return sorted;
}

/** The largest of numbers that are not less than 0; -1 when there is none. */
export function largest(numbers: Iterable<number>): number {
  let most = -1;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

/** Adds one; gives the value before. */
function bump(values: Int32Array, at: number): number {
  const value = values[at] as number;
  values[at] = value + 1;
  return value;
}

function joinPath(parts: readonly Buffer[]): Buffer {
  return Buffer.concat(parts.flatMap((part, i) => (i === 0 ? [part] : [Buffer.from('/'), part])));
}
