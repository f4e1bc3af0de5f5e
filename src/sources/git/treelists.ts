/**
 * What each tree holds that is wanted or leads to it: a list of names and what stands there. Nearly all trees of a history
 * differ from others in nothing of that, and equal lists are kept once.
 * @module
 */
import { NOTHING } from './links.ts';

/** Trees do not nest deeper than paths do in any file system; a hostile one must not exhaust the stack. */
export const MAX_DEPTH = 2048;

/** Above this many entries in all lists together the way through `git log` takes less memory. */
const MAX_ENTRIES = 40_000_000;

/** What stands for trees whose list is not made yet. */
const NEW = -2;
/** It is made from the list of a tree that waits for others, which may wait for this one. */
const PUT_OFF = -3;
/** It waits for those of the trees in it. */
const OPEN = -4;

/** Differences of a tree from its base in which a pair that is none is looked for. */
const FEW = 16;

/** Trees with their links (see TreeLinks); a target that is a tree is its place. */
export interface LinkedTrees {
  bases: Int32Array;
  ends: Int32Array;
  names: Int32Array;
  targets: Int32Array;
}

export class TreeLists {
  /** False where there are too many entries: then nothing can be told. */
  readonly complete: boolean;
  /** Whether trees nest deeper than is looked at. */
  readonly deep: boolean;
  /** The list of a tree: `lengths[tree]` entries from `starts[tree]`; trees with the same list have the same start. */
  readonly starts: Int32Array;
  readonly lengths: Int32Array;
  /** The first tree with the same list, which stands for it in other lists; NOTHING where it is empty, or one of the above. */
  readonly #same: Int32Array;
  readonly #trees: LinkedTrees;
  /** Trees that stand in a list themselves, as it was not known then what theirs holds. */
  readonly #fixed = new Set<number>();
  readonly #entries = new Columns();
  /** Differences of the tree at hand. */
  readonly #changes = new Columns();
  readonly #known = new ListTable();
  readonly #waiting: number[] = [];
  readonly #most: number;

  /** @param most entries in all lists together; where there are more, those of the others are not made */
  constructor(trees: LinkedTrees, most: number = MAX_ENTRIES) {
    const { length } = trees.bases;
    this.#trees = trees;
    this.#most = most;
    this.starts = new Int32Array(length);
    this.lengths = new Int32Array(length);
    this.#same = new Int32Array(length).fill(NEW);
    for (let tree = 0; tree < length; tree++) this.#makeWithOthers(tree);
    this.complete = this.#entries.count <= most;
    this.deep = this.#fixed.size > 0 && !this.#emptyHollow();
  }

  /** Names of the entries, by which (and then by target) each list is sorted. */
  get names(): Int32Array {
    return this.#entries.names;
  }

  /** What the entries lead to: something wanted (see TreeLinks), or a tree. */
  get targets(): Int32Array {
    return this.#entries.targets;
  }

  end(tree: number): number {
    return this.starts[tree]! + this.lengths[tree]!;
  }

  /** Where an entry stands in the list of a tree, or those stand that come behind it. */
  position(tree: number, name: number, target: number): number {
    return this.#entries.position(this.starts[tree]!, this.end(tree), name, target);
  }

  /** Whether two trees have the same list, as most do. */
  isSame(tree: number, other: number): boolean {
    return tree === other || (this.starts[tree] === this.starts[other] && this.lengths[tree] === this.lengths[other]);
  }

  /** Makes the list of a tree whose base has one; before it, as far as possible, those of the trees in it. */
  #makeWithOthers(first: number): void {
    const { bases } = this.#trees;
    const same = this.#same;
    const waiting = this.#waiting;
    waiting.push(first);
    while (waiting.length > 0 && this.#entries.count <= this.#most) {
      const tree = waiting[waiting.length - 1]!;
      const state = same[tree]!;
      const base = bases[tree]!;
      const before = base < 0 ? NOTHING : same[base]!;
      if (state >= NOTHING) waiting.pop();
      else if (state === OPEN) {
        waiting.pop();
        this.#make(tree);
      } else if (before === NEW) waiting.push(base);
      else if (before < NEW) {
        waiting.pop();
        same[tree] = PUT_OFF;
      } else if (this.#awaitOthers(tree)) same[tree] = OPEN;
      else {
        waiting.pop();
        this.#make(tree);
      }
    }
  }

  /** Lets those trees come first that stand in a tree and are new; gives whether there are any. */
  #awaitOthers(tree: number): boolean {
    const { ends, targets } = this.#trees;
    const same = this.#same;
    let found = false;
    for (let i = tree === 0 ? 0 : ends[tree - 1]!; i < ends[tree]!; i++) {
      const target = targets[i]!;
      if (target < 0 || same[target] !== NEW) continue;
      this.#waiting.push(target);
      found = true;
    }
    return found;
  }

  #make(tree: number): void {
    const { names, targets, bases, ends } = this.#trees;
    const changes = this.#changes;
    changes.count = 0;
    for (let i = tree === 0 ? 0 : ends[tree - 1]!; i < ends[tree]!; i++) {
      const target = targets[i]! < 0 ? targets[i]! : this.#standIn(targets[i]!);
      if (target !== NOTHING) changes.cancelOrAdd(names[i]!, target);
    }
    const base = bases[tree]!;
    if (changes.count === 0) this.#share(tree, base);
    else this.#change(tree, base);
    if (this.#fixed.size > 0 && this.#fixed.has(tree)) this.#same[tree] = tree;
  }

  /** Makes a list of that of the base, if there is one, and the changes. */
  #change(tree: number, base: number): void {
    const entries = this.#entries;
    const changes = this.#changes;
    const begin = entries.count;
    if (base >= 0) entries.copy(this.starts[base]!, this.lengths[base]!);
    for (let i = 0; i < changes.count; i++) entries.change(begin, changes.names[i]!, changes.targets[i]!);
    const known = this.#known.find(entries, this, begin, tree);
    if (known === tree) {
      this.starts[tree] = begin;
      this.lengths[tree] = entries.count - begin;
      this.#same[tree] = tree;
    } else {
      entries.count = begin;
      this.#share(tree, known);
    }
  }

  /** @param other the tree with the same list, or -1 where that is empty */
  #share(tree: number, other: number): void {
    const isEmpty = other < 0 || this.lengths[other] === 0;
    this.starts[tree] = isEmpty ? 0 : this.starts[other]!;
    this.lengths[tree] = isEmpty ? 0 : this.lengths[other]!;
    this.#same[tree] = isEmpty ? NOTHING : this.#same[other]!;
  }

  /** What stands in lists for a tree: NOTHING where its own is empty. */
  #standIn(tree: number): number {
    const same = this.#same[tree]!;
    if (same >= NOTHING) return same;
    this.#fixed.add(tree);
    return tree;
  }

  /**
   * Trees that stood in lists before their own were known may hold nothing: lists that lead to nothing else are emptied. Where
   * trees hold one another without end, nobody must look for one.
   * @returns whether all were looked at
   */
  #emptyHollow(): boolean {
    const { starts, lengths, targets } = this;
    const full = new Uint8Array(lengths.length);
    let changed = true;
    // Each round sees one level more at least.
    for (let round = 0; changed && round <= MAX_DEPTH; round++) {
      changed = false;
      for (let tree = 0; tree < lengths.length; tree++) {
        if (full[tree] === 1 || lengths[tree] === 0) continue;
        for (let i = starts[tree]!; i < this.end(tree) && full[tree] === 0; i++) {
          const target = targets[i]!;
          if (target < 0 || full[target] === 1) full[tree] = 1;
        }
        if (full[tree] === 1) changed = true;
      }
    }
    for (let tree = 0; tree < lengths.length; tree++) if (full[tree] === 0) lengths[tree] = 0;
    return !changed;
  }
}

/** Names and targets side by side. */
class Columns {
  count = 0;
  names: Int32Array = new Int32Array(1024);
  targets: Int32Array = new Int32Array(1024);

  /** First position in `[low, high)`, sorted by name and target, that does not come before the given ones. */
  position(low: number, high: number, name: number, target: number): number {
    while (low < high) {
      const middle = (low + high) >>> 1;
      const order = this.names[middle]! - name || this.targets[middle]! - target;
      if (order < 0) low = middle + 1;
      else high = middle;
    }
    return low;
  }

  /** Appends a copy of some rows. */
  copy(start: number, length: number): void {
    const to = this.count;
    this.#reserve(to + length);
    for (let i = 0; i < length; i++) {
      this.names[to + i] = this.names[start + i]!;
      this.targets[to + i] = this.targets[start + i]!;
    }
    this.count += length;
  }

  /** Puts an entry into the list that begins at `begin` and is the last one, or takes it out, where the name is `~name`. */
  change(begin: number, name: number, target: number): void {
    const plain = name < 0 ? ~name : name;
    const at = this.position(begin, this.count, plain, target);
    if (name >= 0) this.#insert(at, name, target);
    else if (at < this.count && this.names[at] === plain && this.targets[at] === target) this.#remove(at);
  }

  /** Adds a change, or takes back its opposite, if there is one among a few. */
  cancelOrAdd(name: number, target: number): void {
    const { names, targets, count } = this;
    for (let i = count > FEW ? count : 0; i < count; i++) {
      if (names[i] !== ~name || targets[i] !== target) continue;
      this.#remove(i);
      return;
    }
    this.#insert(count, name, target);
  }

  // What stands behind is little: too little for a call.
  #insert(at: number, name: number, target: number): void {
    this.#reserve(this.count + 1);
    for (let i = this.count; i > at; i--) {
      this.names[i] = this.names[i - 1]!;
      this.targets[i] = this.targets[i - 1]!;
    }
    this.names[at] = name;
    this.targets[at] = target;
    this.count++;
  }

  #remove(at: number): void {
    this.count--;
    for (let i = at; i < this.count; i++) {
      this.names[i] = this.names[i + 1]!;
      this.targets[i] = this.targets[i + 1]!;
    }
  }

  #reserve(size: number): void {
    if (size <= this.names.length) return;
    this.names = enlarged(this.names, 2 * size);
    this.targets = enlarged(this.targets, 2 * size);
  }
}

/** Lists by what is in them. */
class ListTable {
  /** The tree with a list, or -1, by the hash of the list. */
  #slots = new Int32Array(1024).fill(-1);
  #hashes = new Int32Array(1024);
  #count = 0;

  /**
   * The tree that has the same list as stands last among the entries: the given one, whose list it is from now on, if there
   * was none.
   */
  find({ names, targets, count }: Columns, { starts, lengths }: TreeLists, begin: number, tree: number): number {
    if (count === begin) return -1;
    let hash = 0;
    for (let i = begin; i < count; i++) {
      hash = Math.imul(hash ^ names[i]!, 0x9e3779b1);
      hash = Math.imul((hash ^ (hash >>> 15)) + targets[i]!, 0x85ebca6b);
      hash ^= hash >>> 13;
    }
    if (2 * ++this.#count > this.#slots.length) this.#grow();
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (; this.#slots[slot]! >= 0; slot = (slot + 1) & mask) {
      const other = this.#slots[slot]!;
      if (this.#hashes[slot] !== hash || lengths[other] !== count - begin) continue;
      let i = begin;
      for (let k = starts[other]!; i < count && names[i] === names[k] && targets[i] === targets[k]; i++) k++;
      if (i === count) {
        this.#count--;
        return other;
      }
    }
    this.#slots[slot] = tree;
    this.#hashes[slot] = hash;
    return tree;
  }

  #grow(): void {
    const [slots, hashes] = [this.#slots, this.#hashes];
    this.#slots = new Int32Array(4 * slots.length).fill(-1);
    this.#hashes = new Int32Array(4 * slots.length);
    const mask = this.#slots.length - 1;
    for (let i = 0; i < slots.length; i++) {
      if (slots[i]! < 0) continue;
      let slot = hashes[i]! & mask;
      while (this.#slots[slot]! >= 0) slot = (slot + 1) & mask;
      this.#slots[slot] = slots[i]!;
      this.#hashes[slot] = hashes[i]!;
    }
  }
}

function enlarged(column: Int32Array, length: number): Int32Array {
  const larger = new Int32Array(length);
  larger.set(column);
  return larger;
}
