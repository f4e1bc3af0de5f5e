/**
 * Walks trees of deltas in which all objects are blobs, one after the other, as far as nothing is to be looked at that was not looked at
 * before: see src/sources/git/packwalk.ts, and src/sources/git/deltascan.ts, which does all of it. Of five blobs that are made from others
 * four need no more.
 *
 * The looks of a blob (carry.ts) stand behind it in the arena, and how many there are in the first number that its level has for us.
 */
import { countPlaces, seekBase64 } from './base64';
import { carried, carryLooks, counts, findChanges, LOOK, RANGE, ranges, repeats, wide } from './carry';
import { countRuns, enterListed, keepBehind, levelAt, liftListed, MOST_MADE, runsOf } from './path';
import { pairs, pairsEnd, seek } from './prefilter';
import { bytesBefore, bytesIn, isEmpty, recall } from './recall';
import { mayBeWide } from './text';

/** Bytes that a range costs to look at as such: RANGE_COST of deltascan.ts. */
const RANGE_COST: u32 = 16;
/** New looks of a blob that are sorted here. */
const MOST_NEW: u32 = 256;

/** What is to be looked through around a change: see Reach of src/detect/hit.ts. */
let before: u32 = 0;
let behind: u32 = 0;
let around: u32 = 0;
/** Larger blobs are not looked through, in bytes. */
let largest: u32 = 0;
/** Room for new looks. */
const FRESH: usize = memory.data(256 * 16, 16);
/** Where it is told how many bytes were looked through, in all. */
let told: usize = 0;

export function setupBlobWalk(bytesBefore: u32, bytesBehind: u32, bytesAround: u32, mostBytes: u32, toldAt: usize): void {
  before = bytesBefore;
  behind = bytesBehind;
  around = bytesAround;
  largest = mostBytes;
  told = toldAt;
}

/**
 * Makes blobs.
 * @param list of four numbers each: where an entry begins, and where it may end; the level of the base, -1 for a root; and 1 where the
 *   blob is to take the level of its base, from which no other one is made. In place of the first it is told how large a blob is, -1
 *   if it was not made
 * @returns the address of the first one that is to be looked at, or cannot be made in this way, or `last`; or one more than that of the next
 *   one, when enough were made at once
 */
export function walkBlobs(list: usize, last: usize): usize {
  let made: u32 = 0;
  for (; list < last; list += 16) {
    if (made > MOST_MADE) return list | 1;
    const size = enterListed(list);
    const level = load<i32>(list, 8);
    if (size < 0 || <u32>size > largest || level < 0 || !carryAll(level)) break;
    made += size;
    liftListed(list);
  }
  return list;
}

/** Room for looks behind the object on a level, which is the last one; 0 where there is none. */
export function keepLooks(level: u32, count: u32): usize {
  if (!keepBehind(level, count * LOOK)) return 0;
  const place = levelAt(level);
  store<i32>(place, count, 12);
  return load<usize>(place) + load<u32>(place, 4);
}

/**
 * Carries what is known of the blob on a level over to the one below, which is made from it.
 * @returns false when there is something to be looked at
 */
function carryAll(level: u32): bool {
  const base = levelAt(level);
  const count = load<i32>(base, 12);
  if (count < 0) return false;
  const baseSize = load<u32>(base, 4);
  const place = levelAt(level + 1);
  const at = load<usize>(place);
  const size = load<u32>(place, 4);
  const runs = runsOf();
  const runCount = countRuns();
  const bytes = findChanges(runs, runCount, size, baseSize, before, behind, around);
  const rangeCount = load<u32>(counts);
  const wideCount = load<u32>(counts, 4);
  if (bytes + RANGE_COST * rangeCount > size) return false;
  const looks = load<usize>(base) + baseSize;
  if (!carryLooks(looks, count, runs, runCount, size, baseSize, 0, 0, rangeCount, wideCount)) return false;
  const lastCarried = carried + load<u32>(counts, 8) * LOOK;
  const lastRepeat = repeats + load<u32>(counts, 12) * LOOK;
  let fresh = FRESH;
  if (rangeCount > 0 || lastRepeat > repeats) {
    if (mayBeWide(at, at + size)) return false;
    const lastRange = ranges + rangeCount * RANGE;
    if (seek(ranges, lastRange, at, at, at + size, 0) != lastRange) return false;
    const lastPair = pairsEnd();
    let known = carried;
    for (let pair = pairs(); pair < lastPair; pair += 8) {
      const literal = load<u32>(pair);
      const offset = load<u32>(pair, 4) - <u32>at;
      known = lookAt(known, lastCarried, offset);
      if (isKnown(known, lastCarried, literal, offset)) continue;
      fresh = recalled(fresh, literal, at, offset, size);
      if (fresh == 0) return false;
    }
    for (let look = repeats; look < lastRepeat; look += LOOK) {
      if (load<i32>(look) < 0) return false;
      fresh = recalled(fresh, load<u32>(look), at, load<u32>(look, 4), size);
      if (fresh == 0) return false;
    }
    const lastWide = wide + wideCount * RANGE;
    if (seekBase64(wide, lastWide, at, at + size, 0) != lastWide || countPlaces() != 0) return false;
    sort(fresh);
  }
  const all = <u32>((lastCarried - carried + fresh - FRESH) / LOOK);
  const to = keepLooks(level + 1, all);
  if (to == 0) return false;
  merge(to, lastCarried, fresh);
  store<f64>(told, load<f64>(told) + <f64>bytes);
  return true;
}

/** Writes a look that is known to come to nothing, and gives where the next one goes; 0 where that is not known. */
function recalled(fresh: usize, literal: u32, at: usize, offset: u32, size: u32): usize {
  const entry = recall(literal, at + offset, at, at + size);
  if (entry == 0 || !isEmpty(entry) || fresh == FRESH + MOST_NEW * LOOK) return 0;
  const from = offset - bytesBefore(entry);
  store<u32>(fresh, literal);
  store<u32>(fresh, offset, 4);
  store<u32>(fresh, from, 8);
  store<u32>(fresh, from + bytesIn(entry), 12);
  return fresh + LOOK;
}

/** The first look whose place is not before `offset`. Places come nearly in order. */
function lookAt(look: usize, last: usize, offset: u32): usize {
  while (look > carried && load<u32>(look - LOOK, 4) >= offset) look -= LOOK;
  while (look < last && load<u32>(look, 4) < offset) look += LOOK;
  return look;
}

/** Whether one of the looks from `look` on is that of a literal at that place. */
function isKnown(look: usize, last: usize, literal: u32, offset: u32): bool {
  for (; look < last && load<u32>(look, 4) == offset; look += LOOK) if (load<u32>(look) == literal) return true;
  return false;
}

/** Puts the new looks in the order of their places: each before those of a later place. */
function sort(last: usize): void {
  for (let look = FRESH + LOOK; look < last; look += LOOK) {
    const first = load<u64>(look);
    const second = load<u64>(look, 8);
    const offset = load<u32>(look, 4);
    let to = look;
    for (; to > FRESH && load<u32>(to - LOOK, 4) > offset; to -= LOOK) {
      store<u64>(to, load<u64>(to - LOOK));
      store<u64>(to, load<u64>(to - LOOK, 8), 8);
    }
    store<u64>(to, first);
    store<u64>(to, second, 8);
  }
}

/** Writes the looks that were carried, and new ones, in the order of their places. */
function merge(to: usize, lastCarried: usize, lastFresh: usize): void {
  let look = carried;
  for (let fresh = FRESH; fresh < lastFresh; fresh += LOOK) {
    const offset = load<u32>(fresh, 4);
    let next = look;
    while (next < lastCarried && load<u32>(next, 4) <= offset) next += LOOK;
    memory.copy(to, look, next - look);
    to += next - look;
    look = next;
    memory.copy(to, fresh, LOOK);
    to += LOOK;
  }
  memory.copy(to, look, lastCarried - look);
}
