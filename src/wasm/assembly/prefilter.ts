/**
 * The prefilter's inner loop: see src/detect/prefilter.ts; prefilter-js.ts does the same in JavaScript and is its oracle.
 *
 * Takes ranges one after the other, and looks at every second byte offset of each, in three steps: the four bytes there (folded to
 * lower case) are hashed into a map of bits (`mark`); of the marked places those are kept where the bytes beside them may be right
 * (`sift`); there the chain of windows under the hash is walked (`walk`). The first two have no branches: what stands in a text is
 * chance to a processor, and each wrong guess costs it as much as some ten places. As many ranges are taken together as there is
 * room for, since where a range ends is a guess, too.
 */

import { mayBeGiven } from './given';
import { isEmpty, recall } from './recall';

/** As in prefilter.ts and prefilter-wasm.ts. */
const FOLD: u32 = 0x20202020;
const HASH: u32 = 0x4e19fe03;
const BESIDE: u32 = 0x85ebca6b;
const MAX_WINDOW: usize = 8;
const MAX_LITERALS: u32 = 0x7ffff;
const WORD_CLASS: u32 = 0;
const SEAM_CLASS: u32 = 1;
const FIRST_PIECE: usize = 5;
const NAMED: u32 = 1 << 29;
const BLANKS: u32 = 1 << 30;
/** There is room for so many places: all that may be marked before what stands beside them is looked at. */
const PLACES: usize = 8192;

/** Where the tables are. */
let map: usize = 0;
let slots: usize = 0;
let entries: usize = 0;
let guards: usize = 0;
let classes: usize = 0;
let pool: usize = 0;
let starts: usize = 0;
let folds: usize = 0;
/** Room for places, and for what is found. */
let places: usize = 0;
let out: usize = 0;
let room: usize = 0;

/** The data, of which only a part may be in memory: it may begin before address 0. And the range at hand. */
let dataStart: isize = 0;
let dataEnd: usize = 0;
let low: usize = 0;
let high: usize = 0;

export function setup(
  mapAt: usize,
  slotsAt: usize,
  entriesAt: usize,
  guardsAt: usize,
  classesAt: usize,
  poolAt: usize,
  startsAt: usize,
  foldsAt: usize,
  placesAt: usize,
  outAt: usize,
  mostPairs: usize,
): void {
  map = mapAt;
  slots = slotsAt;
  entries = entriesAt;
  guards = guardsAt;
  classes = classesAt;
  pool = poolAt;
  starts = startsAt;
  folds = foldsAt;
  places = placesAt;
  out = outAt;
  room = mostPairs;
}

/**
 * Writes for every literal that begins in a range and stands there, with all that must stand around it, its number and its
 * address to memory[out…), and how many such pairs there are to the four bytes before.
 * @param range the first of several ranges up to `last`, of two numbers each: the offsets from and before which literals begin
 * @param base the address that offsets are counted from
 * @param start the data is memory[start, end)
 * @param goOn where to go on in the first range, 0 to begin with it
 * @returns the address of the range at which it stopped: `last`, or an earlier one when the room was full; then the four bytes
 *   before the number of pairs say where to go on in it
 */
export function seek(range: usize, last: usize, base: usize, start: usize, end: usize, goOn: usize): usize {
  dataStart = <isize>start;
  dataEnd = end;
  const full = out + (room << 3);
  let next = out;
  let from = goOn;
  while (range < last) {
    let first = range;
    let list = places;
    let behind: usize = 0;
    do {
      // The window of a literal begins at most one byte before it.
      const begin = from == 0 ? base + load<u32>(range) - 1 : from;
      // So each place is there once, and they are in order.
      if (begin < behind) break;
      const to = windowsEnd(base + load<u32>(range, 4));
      const stop = min(to, begin + placesLeft(list));
      if (begin < stop) list = mark(begin, stop, list);
      from = stop < to ? stop : 0;
      if (from != 0) break;
      // A few places more than were asked for are marked, too.
      behind = to + 8;
      range += 8;
    } while (range < last && list < places + 2 * PLACES);
    if (list == places) continue;
    list = sift(places, list);
    const taken = from == 0 ? range : range + 8;
    let limit: usize = 0;
    first -= 8;
    for (let place = places; place < list; place += 4) {
      const at: usize = load<u32>(place);
      while (at >= limit) {
        first += 8;
        if (first == taken) break;
        low = base + load<u32>(first);
        high = base + load<u32>(first, 4);
        limit = windowsEnd(high);
      }
      if (first == taken) break;
      next = walk(at, wordAt(at), next);
      if (next >= full) {
        // Go on behind this place.
        store<u32>(out - 8, at + 2);
        store<u32>(out - 4, (next - out) >> 3);
        return first;
      }
    }
  }
  store<u32>(out - 4, (next - out) >> 3);
  return range;
}

/** One range. */
const ONE: usize = memory.data(8, 16);

/**
 * Whether a literal stands in memory[from, to), outside of which there is nothing, at which a look is not known to come to nothing:
 * see recall.ts.
 */
export function holdsLook(from: usize, to: usize): bool {
  store<u32>(ONE, <u32>(to - from), 4);
  if (seek(ONE, ONE + 8, from, from, to, 0) != ONE + 8) return true;
  const last = pairsEnd();
  for (let pair = out; pair < last; pair += 8) {
    const entry = recall(load<u32>(pair), load<u32>(pair, 4), from, to);
    if (entry == 0 || !isEmpty(entry)) return true;
  }
  return false;
}

/** Where the pairs that were written last begin, and where they end. */
export function pairs(): usize {
  return out;
}

export function pairsEnd(): usize {
  return out + (load<u32>(out - 4) << 3);
}

/** A window begins at most so far behind its literal's beginning, which is less than `high`. */
// @ts-ignore: decorator
@inline
function windowsEnd(high: usize): usize {
  return min(high + MAX_WINDOW, dataEnd);
}

/** How many bytes can be gone through, at two for each place, before a list is full; a multiple of 8, as `mark` goes. */
// @ts-ignore: decorator
@inline
function placesLeft(list: usize): usize {
  return ((places + 4 * PLACES - list) >> 1) & ~7;
}

/**
 * Writes where in memory[from, to) windows are marked to memory[list…), and gives where the list ends. Each place is written,
 * and counts only if it is marked.
 */
function mark(from: usize, to: usize, list: usize): usize {
  const table = map;
  do {
    // Three of four windows lie in eight bytes.
    const bytes = load<u64>(from) | 0x2020202020202020;
    list = markAt(table, from, <u32>bytes, list);
    list = markAt(table, from + 2, <u32>(bytes >> 16), list);
    list = markAt(table, from + 4, <u32>(bytes >> 32), list);
    list = markAt(table, from + 6, load<u32>(from, 6) | FOLD, list);
    from += 8;
  } while (from < to);
  return list;
}

/** By the bit that mapBit of prefilter.ts says: a shift counts modulo 32 by itself. */
// @ts-ignore: decorator
@inline
function markAt(table: usize, at: usize, word: u32, list: usize): usize {
  const hash = word * HASH;
  store<u32>(list, at);
  return list + (((load<u32>(table + (hash >> 15)) >> hash) & 1) << 2);
}

/** The slot for a hash. */
// @ts-ignore: decorator
@inline
function slotOf(hash: u32): usize {
  return slots + ((hash >> 13) & ~15);
}

/**
 * Keeps of the places from `place` to `last` those where what stands beside the window may be right: besideBit of prefilter.ts.
 * Gives where the list ends then.
 */
function sift(place: usize, last: usize): usize {
  let kept = place;
  do {
    const at: usize = load<u32>(place);
    const left = <u32>load<u8>(at - 1) | 0x20;
    const right = <u32>load<u16>(at, 4) | 0x2020;
    const hash = (load<u32>(at) | FOLD) * HASH;
    const slot = slotOf(hash);
    const rest = hash << 15;
    let bits = load<u32>(slot) >> ((rest + right * BESIDE) >> 27);
    bits |= <u32>load<u16>(slot, 4) >> ((rest + (right & 0xff) * BESIDE) >> 28);
    bits |= <u32>load<u16>(slot, 6) >> ((rest + left * BESIDE) >> 28);
    bits |= load<u32>(slot, 8) >> (rest >> 27);
    store<u32>(kept, at);
    kept += (bits & 1) << 2;
    place += 4;
  } while (place < last);
  return kept;
}

/**
 * The window at `at`. Bytes outside of the data count as such that stand beside a literal only where any may: which ones there are
 * must not matter.
 */
// @ts-ignore: decorator
@inline
function wordAt(at: usize): u32 {
  let word = load<u32>(at) | FOLD;
  // At most one byte of a window is not of its literal.
  if (<isize>at < dataStart) word |= 0xff;
  if (at + 4 > dataEnd) word |= 0xff000000;
  return word;
}

/** Writes the pairs for one position; `next` is where the next pair goes, and the new one is returned. */
function walk(at: usize, word: u32, next: usize): usize {
  const entry = load<u32>(slotOf(word * HASH), 12);
  if (entry == 0) return next;
  let place = entries + (entry - 1) * 12;
  let where: u32;
  do {
    where = load<u32>(place, 8);
    if (load<u32>(place) == word) {
      const window = at - ((where >> 6) & 63);
      const far = where & 63;
      // A literal of three bytes has no far end.
      if (far == 0 || load<u32>(place, 4) == (load<u32>(window + far) | FOLD)) {
        const literal = (where >> 12) & MAX_LITERALS;
        const begin = window + 1;
        const guard = load<u32>(guards + (literal << 2));
        if ((guard == 0 || holds(guard, begin)) && stands(literal, begin)) {
          store<u32>(next, literal);
          store<u32>(next, begin, 4);
          next += 8;
        }
      }
    }
    place += 12;
    // The highest bit marks the last entry.
  } while (<i32>where >= 0);
  return next;
}

/** Whether a literal stands at `at`, within the range and the data: byte by byte, where it folds with letters in either case. */
function stands(literal: u32, at: usize): bool {
  const first = load<u32>(starts + (literal << 2));
  const length = load<u32>(starts + (literal << 2), 4) - first;
  if (at < low || at >= high || <isize>at < dataStart || at + length > dataEnd) return false;
  const fold = load<u8>(folds + literal) != 0;
  const text = pool + first;
  for (let i: u32 = 0; i < length; i++) {
    const byte = <u32>load<u8>(at + i);
    const wanted = <u32>load<u8>(text + i);
    if (byte != wanted && !(fold && byte - 65 < 26 && byte + 32 == wanted)) return false;
  }
  return true;
}

/** Whether what a guard demands stands around the literal at `at`: guardHolds of prefilter.ts. */
function holds(guard: u32, at: usize): bool {
  if ((guard & NAMED) != 0 && !mayBeGiven(at, dataStart, dataEnd)) return false;
  const tail = at + ((guard >> 23) & 31);
  const stop = tail + (guard & 63);
  const group = (guard >> 6) & 1023;
  if ((guard & BLANKS) != 0) {
    let i = tail;
    while (i < stop && i < dataEnd && isBlank(i)) i++;
    if (i < stop && (i >= dataEnd || !isOf(i, group))) return false;
  } else {
    for (let i = tail; i < stop; i++) {
      if (i >= dataEnd) return false;
      if (isOf(i, group)) continue;
      // Behind a first piece may stand what leads to the next one.
      if (i - tail < FIRST_PIECE || !isOf(i, SEAM_CLASS)) return false;
      break;
    }
  }
  // Where the word begins, when that matters.
  const edge = (guard >> 16) & 127;
  if (edge == 0) return true;
  const begin = at - (edge - 1);
  return (
    <isize>begin <= dataStart ||
    !isOf(begin - 1, WORD_CLASS) ||
    isBefore(begin, 1, 0x6d) ||
    isBefore(begin, 2, 0x5c) ||
    isBefore(begin, 3, 0x25) ||
    isBefore(begin, 4, 0x5c) ||
    isBefore(begin, 6, 0x5c)
  );
}

function isBlank(at: usize): bool {
  const byte = <u32>load<u8>(at);
  return byte == 32 || byte - 9 < 2 || byte == 13;
}

/** Whether the byte at `at` is of a class. */
function isOf(at: usize, group: u32): bool {
  const byte = <u32>load<u8>(at);
  return ((load<u8>(classes + (group << 5) + (byte >> 3)) >> (byte & 7)) & 1) != 0;
}

/** Whether the data holds a byte so far before `at`, which is that one. */
function isBefore(at: usize, distance: usize, byte: u32): bool {
  return <isize>(at - distance) >= dataStart && <u32>load<u8>(at - distance) == byte;
}
