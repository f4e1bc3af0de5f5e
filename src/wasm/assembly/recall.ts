/**
 * Remembers looks: see src/detect/recall.ts.
 *
 * A table of slots leads from a hash of what stands around the place of a look to entries that hold all the bytes it depends
 * on: kind (and whether the data begins or ends with these bytes), bytes before the place, bytes in all, what it came to (four bytes
 * each), and these bytes.
 */

import { refuse, REFUSED_BEFORE } from './refuse';

const SLOT: usize = 8;
const ENTRY: usize = 16;
/** In place of an entry: of a look that is refused. Nothing came of it. */
const REFUSED: usize = memory.data(16, 16);
/** Slots from that of a hash on in which an entry may be; a power of two. */
const PROBES: usize = 32;
/** With a kind: the data begins with the first byte, or ends with the last one. */
const BEGINS: u32 = 0x80000000;
const ENDS: u32 = 0x40000000;
/**
 * Bytes before and behind a place that are hashed: with fewer of them too many looks have one hash. Beside a short look other bytes stand
 * each time (of commits on GitHub, their times), so of those only the first eight are.
 */
const BEFORE: usize = 8;
const BEHIND: usize = 32;
/** Bytes behind its place on which a short look depends at most. */
const SHORT: usize = 16;
const MULTIPLIER: u64 = 0x9e3779b97f4a7c15;

let slots: usize = 0;
let mask: usize = 0;
let entries: usize = 0;
let full: usize = 0;
/** Where the next entry goes. */
let next: usize = 0;

/** @param slotCount a power of two; one slot takes eight bytes, and some more stand behind the last */
export function setupRecall(slotsAt: usize, slotCount: usize, entriesAt: usize, bytes: usize): void {
  slots = slotsAt;
  mask = slotCount - 1;
  entries = entriesAt;
  next = entriesAt;
  full = entriesAt + bytes;
}

/**
 * @param at address of the place of a look at the data memory[start, end)
 * @returns the address of an entry for a look of that kind, all bytes of which stand here too, or that is refused (refuse.ts); 0 where none is
 *   known
 */
export function recall(kind: u32, at: usize, start: usize, end: usize): usize {
  const to = refuse(kind, at, start, end);
  if (to != 0) {
    const from = max(start, at - REFUSED_BEFORE);
    store<u32>(REFUSED, <u32>(at - from), 4);
    store<u32>(REFUSED, <u32>(to - from), 8);
    return REFUSED;
  }
  const entry = entryOf(hashOf(kind, at, start, end), kind, at, start, end);
  return entry != 0 ? entry : entryOf(step(kind, at, start, end), kind, at, start, end);
}

/** The entry of which a hash is that, if all its bytes stand here. */
function entryOf(hash: u64, kind: u32, at: usize, start: usize, end: usize): usize {
  const tag = <u32>(hash >> 32);
  let slot = slotOf(hash);
  for (const last = slot + PROBES * SLOT; slot < last; slot += SLOT) {
    const entry = <usize>load<u32>(slot, 4);
    if (entry == 0) return 0;
    if (load<u32>(slot) != tag) continue;
    const edges = load<u32>(entry) ^ kind;
    if ((edges & ~(BEGINS | ENDS)) != 0) continue;
    const from = <isize>at - <isize>bytesBefore(entry);
    const length = <usize>load<u32>(entry, 8);
    if ((edges & BEGINS) != 0 ? from != <isize>start : from <= <isize>start) continue;
    if ((edges & ENDS) != 0 ? <usize>from + length != end : <usize>from + length >= end) continue;
    if (isSame(<usize>from, entry + ENTRY, length)) return entry;
  }
  return 0;
}

/** Of an entry: bytes before the place of its look, and in all. */
// @ts-ignore: decorator
@inline
export function bytesBefore(entry: usize): u32 {
  return load<u32>(entry, 4);
}

// @ts-ignore: decorator
@inline
export function bytesIn(entry: usize): u32 {
  return load<u32>(entry, 8);
}

/** Whether a look came to nothing: then there is no more to know of it. */
// @ts-ignore: decorator
@inline
export function isEmpty(entry: usize): bool {
  return load<u32>(entry, 12) == 0;
}

/**
 * Remembers a look at `at` in the data memory[start, end) that depends on memory[from, to); where these are ends of the data, also on that.
 * @param outcome a number for what it came to, 0 for nothing
 * @returns whether all others were forgotten, since there was no room left
 */
export function keep(kind: u32, at: usize, from: usize, to: usize, start: usize, end: usize, outcome: u32): bool {
  const length = to - from;
  const isFull = next + ENTRY + length > full;
  if (isFull) {
    memory.fill(slots, 0, (mask + 1 + PROBES) * SLOT);
    next = entries;
  }
  const hash = to <= at + SHORT ? step(kind, at, start, end) : hashOf(kind, at, start, end);
  const first = slotOf(hash);
  const last = first + PROBES * SLOT;
  let slot = first;
  while (slot < last && load<u32>(slot, 4) != 0) slot += SLOT;
  // In place of any: of many that have one hash, mostly the latest are asked for.
  if (slot == last) slot = first + ((next >> 4) & (PROBES - 1)) * SLOT;
  store<u32>(slot, <u32>(hash >> 32));
  store<u32>(slot, next, 4);
  store<u32>(next, kind | (from == start ? BEGINS : 0) | (to == end ? ENDS : 0));
  store<u32>(next, at - from, 4);
  store<u32>(next, length, 8);
  store<u32>(next, outcome, 12);
  memory.copy(next + ENTRY, from, length);
  next += ENTRY + length;
  return isFull;
}

// @ts-ignore: decorator
@inline
function slotOf(hash: u64): usize {
  return slots + (<usize>(hash >> 8) & mask) * SLOT;
}

function hashOf(kind: u32, at: usize, start: usize, end: usize): u64 {
  let hash: u64 = kind;
  for (let from = at - BEFORE; from < at + BEHIND; from += 8) hash = step(hash, from, start, end);
  return hash;
}

/** A hash with eight bytes more of the data memory[start, end), if all of them are. */
// @ts-ignore: decorator
@inline
function step(hash: u64, from: usize, start: usize, end: usize): u64 {
  const more = from >= start && from + 8 <= end ? load<u64>(from) : 0;
  hash = (hash ^ more) * MULTIPLIER;
  return hash ^ (hash >> 29);
}

function isSame(a: usize, b: usize, length: usize): bool {
  const last = a + length;
  for (; a + 8 <= last; a += 8, b += 8) if (load<u64>(a) != load<u64>(b)) return false;
  for (; a < last; a++, b++) if (load<u8>(a) != load<u8>(b)) return false;
  return true;
}
