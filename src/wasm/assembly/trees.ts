/**
 * Reads trees, and what a tree that is made from another one adds to and takes from it: see src/sources/git/treereader.ts.
 *
 * Behind the bytes of each tree in the arena stand numbers of four bytes: where its entries begin, and last where they end.
 */
import { nextId, takeDown } from './ids';
import { addName, isHot, NO_NAME, setHot, wasFresh } from './names';

// @ts-ignore: decorator
@external('env', 'full')
declare function full(): void;
/** A name that was not there before. Gives whether something was found in it. */
// @ts-ignore: decorator
@external('env', 'treesName')
declare function treesName(from: usize, to: usize): bool;
/** Number of the wanted object whose id stands at an address; -1 when it is none. */
// @ts-ignore: decorator
@external('env', 'treesWanted')
declare function treesWanted(id: usize): i32;

/** As in links.ts. */
const NOTHING: i32 = -1;
const NAMED: i32 = -2;
const FIRST_WANTED: i32 = -3;
/** In place of a link, where none is wanted. */
const UNLINKED: i32 = 0x7fffffff;

const FILE: u32 = 0;
const TREE: u32 = 1;
const SUBMODULE: u32 = 2;

/** Bits of an id by which it is looked for whether it may be wanted: see treereader.ts. */
const HEAD: u32 = 20;

let idBytes: u32 = 20;
/** Whether links are collected. */
let links: bool = false;
/** Where links are written, and how many have room. */
let linkNames: usize = 0;
let linkTargets: usize = 0;
let linkRoom: u32 = 0;
/** A bit for the first bits of each wanted id. */
let wanted: usize = 0;
/** Where pairs of links are written that lead to the same, and how many have room. */
let pairs: usize = 0;
let pairRoom: u32 = 0;
/**
 * What was added lately: slots by the first bits of the id, each with its link (or UNLINKED) plus one, and the id; 0 for none. One
 * id of two is there: what a tree lacks its base had, and many trees have the same files.
 */
let recent: usize = 0;
let recentMask: u32 = 0;
/** How many links and pairs are there now, and how many links have been taken away before. */
let linkCount: u32 = 0;
let pairCount: u32 = 0;
let taken: u32 = 0;

/** The entry that was read last: what it is, where its name and its id stand, and a hash of its name. */
let kind: u32 = FILE;
let nameFrom: usize = 0;
let nameTo: usize = 0;
let hash: u32 = 0;
let id: usize = 0;

/** The tree at hand: where it stands and ends, and the numbers behind it. */
let data: usize = 0;
let dataEnd: usize = 0;
let starts: usize = 0;
let count: u32 = 0;

export function setupTrees(
  bytesOfId: u32,
  hasLinks: bool,
  linkNamesAt: usize,
  linkTargetsAt: usize,
  roomForLinks: u32,
  wantedAt: usize,
  pairsAt: usize,
  roomForPairs: u32,
  recentAt: usize,
  recentCount: u32,
): void {
  idBytes = bytesOfId;
  links = hasLinks;
  linkNames = linkNamesAt;
  linkTargets = linkTargetsAt;
  linkRoom = roomForLinks;
  wanted = wantedAt;
  pairs = pairsAt;
  pairRoom = roomForPairs;
  recent = recentAt;
  recentMask = recentCount - 1;
  memory.fill(recent, 0, recentCount * (4 + idBytes));
  linkCount = pairCount = taken = 0;
}

/** How many links are there, which are taken away with that. */
export function takeLinks(): u32 {
  const there = linkCount;
  taken += there;
  linkCount = 0;
  return there;
}

/** How many pairs are there, which are taken away with that. */
export function takePairs(): u32 {
  const there = pairCount;
  pairCount = 0;
  return there;
}

/** All links so far. */
export function countLinks(): u32 {
  return taken + linkCount;
}

/**
 * Tells what differs between the tree at `at` and the one that it is made from. Entries that were copied whole are neither read nor
 * told; one that was moved may be told as both taken away and added. Without runs and entries of a base all is told.
 * @param runs what it copies from its base
 * @param base where that stands, and has `baseCount` entries
 * @returns how many entries there are, or ~count when it could not be read to its end
 */
export function readTree(
  at: usize,
  size: u32,
  runs: usize,
  runCount: u32,
  base: usize,
  baseSize: u32,
  baseCount: u32,
): i32 {
  data = at;
  dataEnd = at + size;
  starts = dataEnd;
  count = 0;
  store<u32>(starts, 0);
  const before = base + baseSize;
  const lastRun = runs + 12 * runCount;
  /** Entries of the base before this one are accounted for. */
  let done: u32 = 0;
  let place: u32 = 0;
  for (let run = runs; run < lastRun; run += 12) {
    const to = load<u32>(run);
    const from = load<u32>(run, 4);
    const end = from + load<u32>(run, 8);
    // Entries that begin before this run but reach into it are read; then both trees may be in step again.
    let next = lowerBound(before, done, baseCount, max<i32>(from, place - to + from));
    const last = lowerBound(before, next, baseCount + 1, end + 1) - 1;
    while (next < last) {
      const step = startOf(before, next) - from + to;
      const readable = parse(place, step);
      place = startOf(starts, count);
      if (!readable || place == step) break;
      next = lowerBound(before, next, last, place - to + from);
    }
    if (<i32>next >= <i32>last || place != startOf(before, next) - from + to) continue;
    takeAway(base, before, done, next);
    copy(before, next, last, to - from);
    done = last;
    place = startOf(before, last) - from + to;
  }
  takeAway(base, before, done, baseCount);
  return parse(place, size) ? <i32>count : ~(<i32>count);
}

// @ts-ignore: decorator
@inline
function startOf(table: usize, entry: u32): u32 {
  return load<u32>(table + (entry << 2));
}

/** First index in `[low, high)` at which the value is not less than `value`; `high` when there is none. */
function lowerBound(table: usize, low: u32, high: u32, value: i32): u32 {
  while (low < high) {
    const middle = (low + high) >> 1;
    if (<i32>startOf(table, middle) < value) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Reads entries from `at` until `stop` is reached or passed; gives false where something else stands there. */
function parse(at: u32, stop: u32): bool {
  while (at < stop) {
    const next = readEntry(data + at, dataEnd);
    if (next == 0) return false;
    at = <u32>(next - data);
    tell(true);
    count++;
    store<u32>(starts + (count << 2), at);
  }
  return true;
}

/** Tells entries of the base as taken away. */
function takeAway(base: usize, before: usize, from: u32, to: u32): void {
  for (let i = from; i < to; i++) {
    readEntry(base + startOf(before, i), base + startOf(before, i + 1));
    tell(false);
  }
}

/** Takes over where entries of the base begin that were copied. */
function copy(before: usize, from: u32, to: u32, shift: u32): void {
  let out = starts + ((count + 1) << 2);
  for (let i = from + 1; i <= to; i++, out += 4) store<u32>(out, startOf(before, i) + shift);
  count += to - from;
}

/** Reads `mode SP name NUL id`; gives where the next entry begins, 0 when this one is cut off. */
function readEntry(at: usize, end: usize): usize {
  // 40000 of trees is the only mode of five digits; some old tools wrote 040000.
  const mode = load<u8>(at, 5) == 0x20 ? at + 5 : at + 6;
  if (mode >= end || load<u8>(mode) != 0x20) return 0;
  const digit = load<u8>(mode - 5);
  kind = digit == 0x34 ? TREE : digit == 0x36 ? SUBMODULE : FILE;
  let to = mode + 1;
  nameFrom = to;
  let sum: u32 = 0;
  for (let byte = <u32>load<u8>(to); to < end && byte != 0; byte = <u32>load<u8>(to)) {
    sum = sum * 31 + byte;
    to++;
  }
  if (to + idBytes >= end) return 0;
  nameTo = to;
  hash = sum;
  id = to + 1;
  return id + idBytes;
}

/** Tells the entry that was read last. */
function tell(added: bool): void {
  const name = addName(nameFrom, nameTo, hash);
  if (wasFresh() && added) {
    if (treesName(nameFrom, nameTo) && name != NO_NAME) setHot(name);
  }
  const linked = links && name != NO_NAME;
  if (kind == TREE) {
    const link = linked ? addLink(added, name, NOTHING) : UNLINKED;
    if (added) ask(link);
    else if (link != UNLINKED) askAgain(link);
  } else if (added && kind == FILE) {
    // What is taken away was there before: of files it need not be looked for again.
    ask(UNLINKED);
  }
  if (!linked) return;
  if (isHot(name)) addLink(added, name, NAMED);
  if (kind == FILE && mayBeWanted()) {
    const number = treesWanted(id);
    if (number >= 0) addLink(added, name, FIRST_WANTED - number);
  }
}

function mayBeWanted(): bool {
  const word = bswap(load<u32>(id)) >> (32 - HEAD);
  return ((load<u32>(wanted + ((word >> 5) << 2)) >> (word & 31)) & 1) != 0;
}

/** Gives the link's number among all. */
function addLink(added: bool, name: i32, target: i32): i32 {
  if (linkCount == linkRoom) full();
  store<i32>(linkNames + (linkCount << 2), added ? name : ~name);
  store<i32>(linkTargets + (linkCount << 2), target);
  return <i32>(taken + linkCount++);
}

/** Has the id of an entry that was added looked for, unless it was lately. */
function ask(link: i32): void {
  const slot = recentSlot();
  const known = load<i32>(slot) - 1;
  if (known >= 0 && isId(slot + 4)) {
    if (link == UNLINKED) return;
    if (known != UNLINKED) return addPair(link, known);
  }
  store<i32>(slot, link + 1);
  memory.copy(slot + 4, id, idBytes);
  addId(link);
}

/** Has the id of a folder that was taken away looked for, unless the link that was added is known. */
function askAgain(link: i32): void {
  const slot = recentSlot();
  const known = load<i32>(slot) - 1;
  if (known >= 0 && known != UNLINKED && isId(slot + 4)) addPair(link, known);
  else addId(~link);
}

// @ts-ignore: decorator
@inline
function recentSlot(): usize {
  return recent + (load<u32>(id) & recentMask) * (4 + idBytes);
}

function isId(at: usize): bool {
  for (let i: u32 = 0; i < idBytes; i += 4) if (load<u32>(at + i) != load<u32>(id + i)) return false;
  return true;
}

/** A link that leads to the same as an earlier one. */
function addPair(link: i32, known: i32): void {
  if (pairCount == pairRoom) full();
  store<i32>(pairs + (pairCount << 3), link);
  store<i32>(pairs + (pairCount << 3), known, 4);
  pairCount++;
}

/** @param tag the link that leads there, or UNLINKED; `~link` of what is taken away */
function addId(tag: i32): void {
  memory.copy(nextId(), id, idBytes);
  takeDown(tag);
}
