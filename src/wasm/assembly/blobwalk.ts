/**
 * Walks trees of deltas in which all objects are blobs, one after the other, as far as all looks at them come to nothing: see
 * src/sources/git/packwalk.ts, and src/sources/git/deltascan.ts, which does all of it. To what new looks come is asked, so that it can be
 * recalled (recall.ts) when the same blob is gone on with.
 *
 * The looks of a blob (carry.ts) stand behind it in the arena, and how many there are in the first number that its level has for us. The
 * second one is 1 where it is known that the blob holds no byte that is 0.
 */
import { countPlaces, seekBase64 } from './base64';
import { carried, carryLooks, counts, findChanges, LOOK, RANGE, ranges, repeats, wide } from './carry';
import { countRuns, enterListed, keepBehind, levelAt, liftListed, MOST_MADE, runsOf } from './path';
import { pairs, pairsEnd, seek } from './prefilter';
import { bytesBefore, bytesIn, isEmpty, recall } from './recall';
import { holdsZero, isMarked, mayBeWide } from './text';

/** Bytes that a range costs to look at as such: RANGE_COST of deltascan.ts. */
const RANGE_COST: u32 = 16;
/** With the address that `walkBlobs` gives: enough was made at once, or looks are asked for. */
const ENOUGH: usize = 1;
const ASKS: usize = 2;

/** What is to be looked through around a change: see Reach of src/detect/hit.ts. */
let before: u32 = 0;
let behind: u32 = 0;
let around: u32 = 0;
/** Larger blobs are not looked through, in bytes. */
let largest: u32 = 0;
/** Where it is told how many bytes were looked through, in all. */
let told: usize = 0;
/** New looks of a blob, and those that are asked for, of which four bytes before say how many there are; and how many have room. */
let fresh: usize = 0;
let asked: usize = 0;
let room: u32 = 0;

/** Bytes that were made at once, so far. */
let made: u32 = 0;
/** Of the blob at hand: bytes to be looked through, and where the looks end that are carried over, and those that are to be repeated. */
let bytes: u32 = 0;
let lastCarried: usize = 0;
let lastRepeat: usize = 0;
let isLookedAt: bool = false;
let holdsNoZero: bool = false;
/** Where the new looks end, and those that are asked for. */
let lastFresh: usize = 0;
let lastAsked: usize = 0;

export function setupBlobWalk(
  bytesBefore: u32,
  bytesBehind: u32,
  bytesAround: u32,
  mostBytes: u32,
  toldAt: usize,
  freshAt: usize,
  askedAt: usize,
  roomForLooks: u32,
): void {
  before = bytesBefore;
  behind = bytesBehind;
  around = bytesAround;
  largest = mostBytes;
  told = toldAt;
  fresh = freshAt;
  asked = askedAt;
  room = roomForLooks;
}

/**
 * Makes blobs.
 * @param list of four numbers each: where an entry begins, and where it may end; the level of the base, -1 for a root; and 1 where the
 *   blob is to take the level of its base, from which no other one is made. In place of the first it is told how large a blob is, -1
 *   if it was not made
 * @param isMade whether the first one was made before, and the looks that it asked for may be recalled now
 * @returns the address of the first one that is to be looked at, or cannot be made in this way, or `last`; with ASKS where the looks at
 *   `asked` are all that is to be done, a literal and an offset each; or with ENOUGH that of the next one, when enough were made at once
 */
export function walkBlobs(list: usize, last: usize, isMade: bool): usize {
  if (!isMade) made = 0;
  for (; list < last; list += 16) {
    const level = load<i32>(list, 8);
    if (!isMade) {
      if (made > MOST_MADE) return list | ENOUGH;
      const size = enterListed(list);
      if (size < 0 || <u32>size > largest) break;
      made += size;
      if (!(level < 0 ? beginWhole(0) : beginDerived(level))) break;
    }
    isMade = false;
    if (!settle(level + 1)) return load<u32>(asked - 4) > 0 ? list | ASKS : list;
    liftListed(list);
  }
  return list;
}

/** Room for looks behind the object on a level, which is the last one; 0 where there is none. */
export function keepLooks(level: u32, count: u32): usize {
  if (!keepBehind(level, count * LOOK)) return 0;
  const place = levelAt(level);
  store<i32>(place, count, 12);
  store<u32>(place, 0, 16);
  return load<usize>(place) + load<u32>(place, 4);
}

/** Looks through all of the blob on a level; false where that is not to be done here. */
function beginWhole(level: u32): bool {
  const place = levelAt(level);
  bytes = load<u32>(place, 4);
  store<u32>(ranges, 0);
  store<u32>(ranges, bytes, 4);
  lastCarried = carried;
  lastRepeat = repeats;
  return lookThrough(load<usize>(place), bytes, false, 1, ranges, 1);
}

/**
 * Carries what is known of the blob on a level over to the one below, which is made from it, and looks through what is new in that;
 * false where that is not to be done here.
 */
function beginDerived(level: u32): bool {
  const base = levelAt(level);
  const count = load<i32>(base, 12);
  if (count < 0) return false;
  const baseSize = load<u32>(base, 4);
  const place = levelAt(level + 1);
  const size = load<u32>(place, 4);
  const runs = runsOf();
  const runCount = countRuns();
  bytes = findChanges(runs, runCount, size, baseSize, before, behind, around);
  const rangeCount = load<u32>(counts);
  const wideCount = load<u32>(counts, 4);
  if (bytes + RANGE_COST * rangeCount > size) return beginWhole(level + 1);
  const looks = load<usize>(base) + baseSize;
  if (!carryLooks(looks, count, runs, runCount, size, baseSize, 0, 0, rangeCount, wideCount)) return false;
  lastCarried = carried + load<u32>(counts, 8) * LOOK;
  lastRepeat = repeats + load<u32>(counts, 12) * LOOK;
  return lookThrough(load<usize>(place), size, load<u32>(base, 16) != 0, rangeCount, wide, wideCount);
}

/**
 * Seeks what there is to be looked at in a blob of `size` bytes at an address.
 * @param isCopied whether all that is in none of the ranges was copied from what holds no zero
 * @param far ranges in which there is looked for what has no anchor
 */
function lookThrough(at: usize, size: u32, isCopied: bool, rangeCount: u32, far: usize, farCount: u32): bool {
  isLookedAt = rangeCount > 0 || lastRepeat > repeats;
  holdsNoZero = isCopied;
  if (!isLookedAt) return true;
  const lastRange = ranges + rangeCount * RANGE;
  holdsNoZero = !(isCopied ? rangesHoldZero(at, lastRange) : holdsZero(at, at + size));
  if (holdsNoZero ? isMarked(at, at + size) : mayBeWide(at, at + size)) return false;
  if (seek(ranges, lastRange, at, at, at + size, 0) != lastRange) return false;
  for (let look = repeats; look < lastRepeat; look += LOOK) if (load<i32>(look) < 0) return false;
  const lastFar = far + farCount * RANGE;
  return seekBase64(far, lastFar, at, at + size, 0) == lastFar && countPlaces() == 0;
}

/** Whether a byte in one of the ranges up to `last` is 0. */
function rangesHoldZero(at: usize, last: usize): bool {
  for (let range = ranges; range < last; range += RANGE)
    if (holdsZero(at + load<u32>(range), at + load<u32>(range, 4))) return true;
  return false;
}

/** Keeps the looks of the blob on a level, if it is known of all of them that they come to nothing. Others may be asked for. */
function settle(level: u32): bool {
  const place = levelAt(level);
  const at = load<usize>(place);
  const size = load<u32>(place, 4);
  lastFresh = fresh;
  lastAsked = asked;
  store<u32>(asked - 4, 0);
  if (isLookedAt) {
    const lastPair = pairsEnd();
    let known = carried;
    for (let pair = pairs(); pair < lastPair; pair += 8) {
      const literal = load<u32>(pair);
      const offset = load<u32>(pair, 4) - <u32>at;
      known = lookAt(known, lastCarried, offset);
      if (!isKnown(known, lastCarried, literal, offset) && !recalled(literal, at, offset, size)) return false;
    }
    for (let look = repeats; look < lastRepeat; look += LOOK)
      if (!recalled(load<u32>(look), at, load<u32>(look, 4), size)) return false;
    store<u32>(asked - 4, <u32>(lastAsked - asked) >> 3);
    if (lastAsked > asked) return false;
    sort();
  }
  const to = keepLooks(level, <u32>((lastCarried - carried + lastFresh - fresh) / LOOK));
  if (to == 0) return false;
  if (holdsNoZero) store<u32>(place, 1, 16);
  merge(to);
  store<f64>(told, load<f64>(told) + <f64>bytes);
  return true;
}

/** Takes down a new look that comes to nothing, or asks for one that is not known; false where it comes to something, or there is no room. */
function recalled(literal: u32, at: usize, offset: u32, size: u32): bool {
  const entry = recall(literal, at + offset, at, at + size);
  if (entry == 0) {
    if (lastAsked == asked + (room << 3)) return false;
    store<u32>(lastAsked, literal);
    store<u32>(lastAsked, offset, 4);
    lastAsked += 8;
    return true;
  }
  if (!isEmpty(entry) || lastFresh == fresh + room * LOOK) return false;
  const from = offset - bytesBefore(entry);
  store<u32>(lastFresh, literal);
  store<u32>(lastFresh, offset, 4);
  store<u32>(lastFresh, from, 8);
  store<u32>(lastFresh, from + bytesIn(entry), 12);
  lastFresh += LOOK;
  return true;
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
function sort(): void {
  for (let look = fresh + LOOK; look < lastFresh; look += LOOK) {
    const first = load<u64>(look);
    const second = load<u64>(look, 8);
    const offset = load<u32>(look, 4);
    let to = look;
    for (; to > fresh && load<u32>(to - LOOK, 4) > offset; to -= LOOK) {
      store<u64>(to, load<u64>(to - LOOK));
      store<u64>(to, load<u64>(to - LOOK, 8), 8);
    }
    store<u64>(to, first);
    store<u64>(to, second, 8);
  }
}

/** Writes the looks that were carried, and new ones, in the order of their places. */
function merge(to: usize): void {
  let look = carried;
  for (let one = fresh; one < lastFresh; one += LOOK) {
    const offset = load<u32>(one, 4);
    let next = look;
    while (next < lastCarried && load<u32>(next, 4) <= offset) next += LOOK;
    memory.copy(to, look, next - look);
    to += next - look;
    look = next;
    store<u64>(to, load<u64>(one));
    store<u64>(to, load<u64>(one, 8), 8);
    to += LOOK;
  }
  memory.copy(to, look, lastCarried - look);
}
