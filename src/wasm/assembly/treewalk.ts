/**
 * Walks trees of deltas in which all objects are trees, one after the other, as far as nothing unusual comes: see
 * src/sources/git/packwalk.ts.
 */
import { countRuns, enterListed, levelAt, liftListed, MOST_MADE, runsOf } from './path';
import { countLinks, readTree } from './trees';

// @ts-ignore: decorator
@external('env', 'full')
declare function full(): void;

/** Where it is written which tree each tree is made from, and how many links there were before it; and how many have room. */
let bases: usize = 0;
let begins: usize = 0;
let room: u32 = 0;
/** How many trees are there now, and how many have been taken away before. */
let count: u32 = 0;
let taken: u32 = 0;
/** The entry at hand. */
let current: usize = 0;

export function setupTreeWalk(basesAt: usize, beginsAt: usize, roomForTrees: u32): void {
  bases = basesAt;
  begins = beginsAt;
  room = roomForTrees;
  count = taken = 0;
}

/** How many trees are there, which are taken away with that. */
export function takeTrees(): u32 {
  const there = count;
  taken += there;
  count = 0;
  return there;
}

/**
 * Reads the tree below a level, which is made from the one on it; -1 for a root. A tree that could not be read to its end is no base.
 * @returns as `readTree`
 */
export function visitTree(level: i32): i32 {
  if (count == room) full();
  const place = levelAt(level + 1);
  const base = levelAt(level);
  const isDerived = level >= 0 && load<i32>(base, 12) >= 0;
  store<i32>(bases + (count << 2), isDerived ? load<i32>(base, 16) : -1);
  store<u32>(begins + (count << 2), countLinks());
  store<u32>(place, taken + count, 16);
  count++;
  const at = load<usize>(place);
  const size = load<u32>(place, 4);
  const entries = isDerived
    ? readTree(at, size, runsOf(), countRuns(), load<usize>(base), load<u32>(base, 4), load<i32>(base, 12))
    : readTree(at, size, 0, 0, 0, 0, 0);
  store<i32>(place, entries, 12);
  return entries;
}

/**
 * Makes and reads trees.
 * @param list of four numbers each: where an entry begins, and where it may end; the level of the base, -1 for a root; and 1 where the
 *   tree is to take the level of its base, from which no other one is made. In place of the first two it is told how large a tree is, -1 if
 *   it was not made, and how many entries it has, as `readTree` says
 * @returns the address of the first one that cannot be made in this way, or `last`; or one more than that of the next one, when enough
 *   were made at once
 */
export function walkTrees(list: usize, last: usize): usize {
  let made: u32 = 0;
  for (; list < last; list += 16) {
    if (made > MOST_MADE) return list | 1;
    current = list;
    const size = enterListed(list);
    if (size < 0) break;
    made += size;
    store<i32>(list, visitTree(load<i32>(list, 8)), 4);
    liftListed(list);
  }
  return list;
}

/** The address of what is at hand in the list. */
export function walkedTo(): usize {
  return current;
}
