/**
 * Makes a list of what each tree holds that is wanted or leads to it: see src/sources/git/treelists.ts. A history has a million links, and
 * when they are gone through nothing of that is compiled yet.
 *
 * Columns are of four bytes, by tree or by link. An entry of a list is a name and a target, of four bytes each; lists are sorted by both.
 */
import { at, put } from './columns';

/** A target, or what stands for a list, that is nothing. */
const NOTHING: i32 = -1;
/** What stands for trees whose list is not made yet. */
const NEW: i32 = -2;
/** It is made from the list of a tree that waits for others, which may wait for this one. */
const PUT_OFF: i32 = -3;
/** It waits for those of the trees in it. */
const OPEN: i32 = -4;

/** Differences of a tree from its base in which a pair that is none is looked for, in bytes. */
const FEW: usize = 16 * 8;
/** Trees do not nest deeper than paths do in any file system. */
const MAX_DEPTH: u32 = 2048;

let bases: usize = 0;
let ends: usize = 0;
let names: usize = 0;
let targets: usize = 0;
/** By tree: where its list begins among the entries, and how many it has. */
let starts: usize = 0;
let lengths: usize = 0;
/** By tree: the first tree with the same list, which stands for it in other lists; NOTHING where it is empty, or one of the above. */
let same: usize = 0;
/** By tree: 1 for one that stands in a list itself, as it was not known then what its own holds. A byte each. */
let fixed: usize = 0;
let anyFixed: bool = false;
/** Trees that wait, the last one first. */
let waiting: usize = 0;
/** Differences of the tree at hand, as entries; where the name is `~name` the base has it and the tree has not. */
let changes: usize = 0;
/** Lists by their hash: the last tree with one, plus one, and by tree its hash and the tree before it. */
let heads: usize = 0;
let headMask: u32 = 0;
let hashes: usize = 0;
let before: usize = 0;
/** All entries, where the next list goes, and where there is no more room. */
let entries: usize = 0;
let next: usize = 0;
let full: usize = 0;

/**
 * @param bases by tree, the place of the tree that it is compared with, or -1; and where its links end
 * @param names by link, `~name` for what the base has and the tree has not; and what it leads to, a tree by its place
 * @param trees how many there are
 * @param waiting room for a number for each link and two for each tree
 * @param changes room for as many entries as a tree has links
 * @param headCount a power of two, of numbers that are 0
 * @param entries room for `most` entries
 */
export function setupLists(
  basesAt: usize,
  endsAt: usize,
  namesAt: usize,
  targetsAt: usize,
  trees: u32,
  startsAt: usize,
  lengthsAt: usize,
  sameAt: usize,
  fixedAt: usize,
  waitingAt: usize,
  changesAt: usize,
  headsAt: usize,
  headCount: u32,
  hashesAt: usize,
  beforeAt: usize,
  entriesAt: usize,
  most: u32,
): void {
  bases = basesAt;
  ends = endsAt;
  names = namesAt;
  targets = targetsAt;
  starts = startsAt;
  lengths = lengthsAt;
  same = sameAt;
  fixed = fixedAt;
  anyFixed = false;
  waiting = waitingAt;
  changes = changesAt;
  heads = headsAt;
  headMask = headCount - 1;
  hashes = hashesAt;
  before = beforeAt;
  entries = entriesAt;
  next = entriesAt;
  full = entriesAt + (<usize>most << 3);
  for (let tree: u32 = 0; tree < trees; tree++) put(same, tree, NEW);
}

/** Takes trees of a worker in, the first of which gets the place `first`: of objects by their numbers the places. */
export function placeTrees(
  numbers: usize,
  basesAt: usize,
  endsAt: usize,
  count: u32,
  places: usize,
  first: u32,
  firstLink: u32,
): void {
  for (let i: u32 = 0; i < count; i++) {
    const number = at(numbers, i);
    if (number >= 0) put(places, number, first + i);
    const base = at(basesAt, i);
    if (base >= 0) put(basesAt, i, base + first);
    put(endsAt, i, at(endsAt, i) + firstLink);
  }
}

/** Gives names the numbers that are `known` by those of their worker. */
export function renumber(namesAt: usize, count: u32, known: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    const name = at(namesAt, i);
    put(namesAt, i, name < 0 ? ~at(known, ~name) : at(known, name));
  }
}

/** Has links lead to the places of trees. A tree that nobody could read leads to nothing. */
export function placeTargets(targetsAt: usize, count: u32, places: usize): void {
  for (let i: u32 = 0; i < count; i++) {
    const target = at(targetsAt, i);
    if (target >= 0) put(targetsAt, i, at(places, target));
  }
}

/**
 * Makes the lists of trees `[from, to)`, after those before them.
 * @returns how many entries there are so far; -1 where there is no room for more
 */
export function makeLists(from: u32, to: u32): i32 {
  for (let tree = from; tree < to; tree++) if (at(same, tree) < NOTHING && !makeWithOthers(tree)) return -1;
  return <i32>((next - entries) >> 3);
}

/** Makes the list of a tree whose base has one; before it, as far as possible, those of the trees in it. False where there is no room. */
function makeWithOthers(first: u32): bool {
  let last = waiting;
  store<u32>(last, first);
  last += 4;
  while (last > waiting) {
    const tree = load<u32>(last - 4);
    const state = at(same, tree);
    if (state >= NOTHING) {
      last -= 4;
      continue;
    }
    if (state != OPEN) {
      const base = at(bases, tree);
      const known = base < 0 ? NOTHING : at(same, base);
      if (known == NEW) {
        store<u32>(last, base);
        last += 4;
        continue;
      }
      if (known < NEW) {
        last -= 4;
        put(same, tree, PUT_OFF);
        continue;
      }
      const behind = awaitOthers(tree, last);
      if (behind > last) {
        last = behind;
        put(same, tree, OPEN);
        continue;
      }
    }
    last -= 4;
    if (!make(tree)) return false;
  }
  return true;
}

/** Lets those trees come first that stand in a tree and are new. */
function awaitOthers(tree: u32, last: usize): usize {
  for (let i = linksOf(tree), end = at(ends, tree); <i32>i < end; i++) {
    const target = at(targets, i);
    if (target < 0 || at(same, target) != NEW) continue;
    store<i32>(last, target);
    last += 4;
  }
  return last;
}

// @ts-ignore: decorator
@inline
function linksOf(tree: u32): u32 {
  return tree == 0 ? 0 : at(ends, tree - 1);
}

function make(tree: u32): bool {
  let end = changes;
  for (let i = linksOf(tree), last = at(ends, tree); <i32>i < last; i++) {
    const link = at(targets, i);
    const target = link < 0 ? link : standIn(link);
    if (target != NOTHING) end = cancelOrAdd(at(names, i), target, end);
  }
  const base = at(bases, tree);
  if (end == changes) share(tree, base);
  else if (!change(tree, base, end)) return false;
  if (anyFixed && load<u8>(fixed + tree) != 0) put(same, tree, tree);
  return true;
}

/** What stands in lists for a tree: NOTHING where its own is empty. */
function standIn(tree: u32): i32 {
  const other = at(same, tree);
  if (other >= NOTHING) return other;
  anyFixed = true;
  store<u8>(fixed + tree, 1);
  return tree;
}

/** Adds a change, or takes back its opposite, if there is one among a few. */
function cancelOrAdd(name: i32, target: i32, end: usize): usize {
  if (end - changes <= FEW) {
    for (let one = changes; one < end; one += 8) {
      if (load<i32>(one) != ~name || load<i32>(one, 4) != target) continue;
      memory.copy(one, one + 8, end - one - 8);
      return end - 8;
    }
  }
  store<i32>(end, name);
  store<i32>(end, target, 4);
  return end + 8;
}

/** Makes a list of that of the base, if there is one, and the changes. */
function change(tree: u32, base: i32, lastChange: usize): bool {
  const begin = next;
  const length: usize = base < 0 ? 0 : <usize>at(lengths, base) << 3;
  // At most, all changes are put in.
  if (length + (lastChange - changes) > full - begin) return false;
  if (length > 0) memory.copy(begin, entries + (<usize>at(starts, base) << 3), length);
  let end = begin + length;
  for (let one = changes; one < lastChange; one += 8) {
    const name = load<i32>(one);
    const plain = name < 0 ? ~name : name;
    const target = load<i32>(one, 4);
    const entry = search(begin, end, plain, target);
    if (name >= 0) {
      for (let to = end; to > entry; to -= 8) store<u64>(to, load<u64>(to - 8));
      store<i32>(entry, name);
      store<i32>(entry, target, 4);
      end += 8;
    } else if (entry < end && load<i32>(entry) == plain && load<i32>(entry, 4) == target) {
      end -= 8;
      for (let to = entry; to < end; to += 8) store<u64>(to, load<u64>(to, 8));
    }
  }
  const known = find(tree, begin, end);
  if (known == tree) {
    put(starts, tree, <i32>((begin - entries) >> 3));
    put(lengths, tree, <i32>((end - begin) >> 3));
    put(same, tree, tree);
    next = end;
  } else {
    share(tree, known);
  }
  return true;
}

/** @param other the tree with the same list, or -1 where that is empty */
function share(tree: u32, other: i32): void {
  const length = other < 0 ? 0 : at(lengths, other);
  put(starts, tree, length == 0 ? 0 : at(starts, other));
  put(lengths, tree, length);
  put(same, tree, length == 0 ? NOTHING : at(same, other));
}

/** The first entry of memory[low, high) that does not come before one. */
function search(low: usize, high: usize, name: i32, target: i32): usize {
  while (low < high) {
    const middle = low + (((high - low) >> 4) << 3);
    const other = load<i32>(middle);
    if (other < name || (other == name && load<i32>(middle, 4) < target)) low = middle + 8;
    else high = middle;
  }
  return low;
}

/** Where an entry stands in the list of a tree, or those stand that come behind it. */
export function listPosition(tree: u32, name: i32, target: i32): u32 {
  const begin = entries + (<usize>at(starts, tree) << 3);
  return <u32>((search(begin, begin + (<usize>at(lengths, tree) << 3), name, target) - entries) >> 3);
}

/** The tree that has the same list as stands in memory[begin, end): the given one, whose list it is from now on, if there was none. */
function find(tree: u32, begin: usize, end: usize): i32 {
  if (begin == end) return -1;
  let hash: u64 = 0;
  for (let entry = begin; entry < end; entry += 8) {
    hash = (hash ^ load<u64>(entry)) * 0x9e3779b97f4a7c15;
    hash ^= hash >> 32;
  }
  const head = heads + (<usize>(<u32>hash & headMask) << 2);
  for (let other = load<u32>(head); other != 0; other = at(before, other - 1)) {
    if (at(hashes, other - 1) == <i32>hash && equals(other - 1, begin, end)) return other - 1;
  }
  put(hashes, tree, <i32>hash);
  put(before, tree, load<i32>(head));
  store<u32>(head, tree + 1);
  return tree;
}

function equals(tree: u32, begin: usize, end: usize): bool {
  if (<usize>at(lengths, tree) << 3 != end - begin) return false;
  let other = entries + (<usize>at(starts, tree) << 3);
  for (let entry = begin; entry < end; entry += 8, other += 8) if (load<u64>(entry) != load<u64>(other)) return false;
  return true;
}

/**
 * Trees that stood in lists before their own were known may hold nothing: lists that lead to nothing else are emptied. Where trees hold
 * one another without end, nobody must look for one.
 * @returns whether all were looked at
 */
export function emptyHollow(count: u32): bool {
  if (!anyFixed) return true;
  // What is to be kept.
  const kept = fixed;
  memory.fill(kept, 0, count);
  let changed = true;
  // Each round sees one level more at least.
  for (let round: u32 = 0; changed && round <= MAX_DEPTH; round++) {
    changed = false;
    for (let tree: u32 = 0; tree < count; tree++) {
      // Of those with the same list only the first one counts.
      if (at(same, tree) == tree && load<u8>(kept + tree) == 0 && leadsOn(tree, kept)) changed = true;
    }
  }
  for (let tree: u32 = 0; tree < count; tree++) {
    const list = at(same, tree);
    if (list >= 0 && load<u8>(kept + list) == 0) put(lengths, tree, 0);
  }
  return !changed;
}

/** Whether an entry of a tree is wanted, or leads to a tree that is kept; then it is kept, too. */
function leadsOn(tree: u32, kept: usize): bool {
  const begin = entries + (<usize>at(starts, tree) << 3);
  const end = begin + (<usize>at(lengths, tree) << 3);
  for (let entry = begin; entry < end; entry += 8) {
    const target = load<i32>(entry, 4);
    if (target >= 0 && load<u8>(kept + target) == 0) continue;
    store<u8>(kept + tree, 1);
    return true;
  }
  return false;
}
