/**
 * Entries of a pack, by their offsets (gitformat-pack(5)): see src/sources/git/packentries.ts. There are millions of them at the
 * very beginning of a history, when nothing else is compiled yet.
 *
 * Offsets are numbers of eight bytes, in floating point.
 */

/**
 * Offsets are spread by their highest bits first: what has the same ones is sorted in a core's cache. By digits alone, each of which
 * goes through all of the memory, it takes nearly twice as long.
 */
const BUCKET_BITS: u32 = 11;
const BUCKETS: u32 = 1 << BUCKET_BITS;
const ENDS: usize = memory.data(4 * 2048, 16);
/** Bits of the digits by which those in one bucket are sorted, the lowest digit first. */
const DIGIT: u32 = 9;
const PLACES: usize = memory.data(4 * 512, 16);
/** Fewer are put in their places one by one. */
const FEW: u32 = 24;

/** As in src/sources/git/packfile.ts and packlist.ts. */
const MAX_HEADER: u32 = 64;
const OFS_DELTA: u32 = 6;
const REF_DELTA: u32 = 7;
const NO_PARENT: i32 = -1;
const BROKEN: i32 = -3;

/** Bits of an offset that do not say in which bucket it is. */
let low: u64 = 0;

/** Begins to sort offsets of which none is larger, and all are less than 2 ** 43. */
export function beginSort(largest: f64): void {
  low = <u64>max<i64>(0, 64 - <i64>clz(<u64>largest) - BUCKET_BITS);
  memory.fill(ENDS, 0, 4 * BUCKETS);
}

/** Counts the offsets `[first, last)` of a list; all must be, before any is spread. */
export function countOffsets(offsets: usize, first: u32, last: u32): void {
  for (let i = first; i < last; i++) {
    const end = endOf(<u64>offsetOf(offsets, i) >> low);
    store<u32>(end, load<u32>(end) + 1);
  }
}

/** Tells where each bucket begins; when all is spread, it is where each ends. Gives how many buckets there are. */
export function placeBuckets(): u32 {
  sumUp(ENDS, BUCKETS, 0);
  return BUCKETS;
}

/** Makes of sizes, one behind the other, where each begins; the first one at `begin`. */
function sumUp(sizes: usize, count: u32, begin: u32): void {
  for (let at = sizes; at < sizes + (<usize>count << 2); at += 4) {
    const size = load<u32>(at);
    store<u32>(at, begin);
    begin += size;
  }
}

/** Writes for each of the offsets `[first, last)` its lowest bits, and behind them its number, to its bucket: ties keep their order. */
export function spreadOffsets(offsets: usize, first: u32, last: u32, buckets: usize): void {
  for (let i = first; i < last; i++) {
    const offset = <u64>offsetOf(offsets, i);
    const end = endOf(offset >> low);
    const to = load<u32>(end);
    store<u32>(end, to + 1);
    store<u64>(buckets + (<usize>to << 3), ((offset & ((<u64>1 << low) - 1)) << 32) | <u64>i);
  }
}

/** Sorts what is in the buckets `[first, last)`: offsets as floating point, and their numbers. */
export function sortBuckets(first: u32, last: u32, buckets: usize, offsets: usize, order: usize): void {
  for (let bucket = first; bucket < last; bucket++) {
    const start = bucket == 0 ? 0 : load<u32>(endOf(bucket - 1));
    const count = load<u32>(endOf(bucket)) - start;
    const from = buckets + (<usize>start << 3);
    const to = offsets + (<usize>start << 3);
    const sorted = count <= FEW ? sortFew(from, count) : sortDigits(from, to, count);
    const high = <u64>bucket << low;
    for (let i: u32 = 0; i < count; i++) {
      const item = load<u64>(sorted + (<usize>i << 3));
      store<f64>(to + (<usize>i << 3), <f64>(high | (item >> 32)));
      store<u32>(order + (<usize>(start + i) << 2), <u32>item);
    }
  }
}

/** Gives where they are. */
function sortFew(items: usize, count: u32): usize {
  const last = items + (<usize>count << 3);
  for (let at = items + 8; at < last; at += 8) {
    const item = load<u64>(at);
    let to = at;
    for (; to > items && load<u64>(to - 8) > item; to -= 8) store<u64>(to, load<u64>(to - 8));
    store<u64>(to, item);
  }
  return items;
}

/** Sorts items by their digits, from one place to another and back; gives where they are in the end. */
function sortDigits(items: usize, spare: usize, count: u32): usize {
  for (let shift: u64 = 32; shift < 32 + low; shift += DIGIT) {
    memory.fill(PLACES, 0, 4 << DIGIT);
    const last = items + (<usize>count << 3);
    for (let at = items; at < last; at += 8) {
      const place = placeOf(load<u64>(at) >> shift);
      store<u32>(place, load<u32>(place) + 8);
    }
    sumUp(PLACES, 1 << DIGIT, <u32>spare);
    for (let at = items; at < last; at += 8) {
      const item = load<u64>(at);
      const place = placeOf(item >> shift);
      const to = load<u32>(place);
      store<u32>(place, to + 8);
      store<u64>(to, item);
    }
    const from = items;
    items = spare;
    spare = from;
  }
  return items;
}

// @ts-ignore: decorator
@inline
function endOf(bucket: u64): usize {
  return ENDS + (<usize>bucket << 2);
}

// @ts-ignore: decorator
@inline
function placeOf(digits: u64): usize {
  return PLACES + ((<usize>digits & ((1 << DIGIT) - 1)) << 2);
}

/**
 * Reads the headers of entries whose offsets are sorted, from the one at `first` on, of which memory[window, window + filled) is
 * what the pack holds from `from` on.
 * @param end where the last entry ends
 * @param isLast whether nothing of the pack comes behind the window
 * @param types takes the type of each, 0 for a delta
 * @param bases takes the number of the entry that each delta with an offset is made from, or what is wrong
 * @returns the first entry that is not read: it lies beyond the window, it is a delta that names its base, or there is none
 */
export function readHeaders(
  first: u32,
  count: u32,
  offsets: usize,
  end: f64,
  window: usize,
  from: f64,
  filled: u32,
  isLast: bool,
  types: usize,
  bases: usize,
): u32 {
  for (let i = first; i < count; i++) {
    const offset = offsetOf(offsets, i);
    const begin = offset - from;
    if (!isLast && begin + MAX_HEADER > <f64>filled) return i;
    const next = i + 1 < count ? offsetOf(offsets, i + 1) : end;
    const limit = min(<f64>filled, next - from);
    let base = BROKEN;
    let type: u32 = 0;
    if (begin < limit) {
      const at = window + <usize>begin;
      type = (<u32>load<u8>(at) >> 4) & 7;
      if (type == REF_DELTA) return i;
      base = readBase(at, window + <usize>limit, type, offsets, i, offset);
    }
    store<u8>(types + i, base == BROKEN || type == OFS_DELTA ? 0 : type);
    store<i32>(bases + (<usize>i << 2), base);
  }
  return count;
}

/** The entry that the one at memory[at, end) is made from, NO_PARENT for a whole object, or BROKEN. */
function readBase(at: usize, end: usize, type: u32, offsets: usize, entry: u32, offset: f64): i32 {
  const last = min(end, at + MAX_HEADER);
  // The size, of which there are four bits in the first byte, and seven in seven more at most.
  let byte = <u32>load<u8>(at++);
  for (let more = 7; byte >= 0x80; more--) {
    if (at >= last || more == 0) return BROKEN;
    byte = <u32>load<u8>(at++);
  }
  if (type != OFS_DELTA) return type == 0 || type == 5 || at > end ? BROKEN : NO_PARENT;
  let back: u64 = 0;
  do {
    if (at >= last || back > <u64>1 << 45) return BROKEN;
    byte = <u32>load<u8>(at++);
    back = (back << 7) + (byte & 0x7f) + (byte >> 7);
  } while (byte >= 0x80);
  return baseAt(offsets, entry, offset - <f64>back);
}

/** Number of the entry at `offset`, which usually lies shortly before the given one; BROKEN when no other one begins there. */
function baseAt(offsets: usize, entry: u32, offset: f64): i32 {
  let high = entry;
  let step: u32 = 1;
  while (high > step && offsetOf(offsets, high - step) > offset) {
    high -= step;
    step <<= 1;
  }
  let low: u32 = high > step ? high - step : 0;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (offsetOf(offsets, middle) < offset) low = middle + 1;
    else high = middle;
  }
  return low != entry && offsetOf(offsets, low) == offset ? <i32>low : BROKEN;
}

// @ts-ignore: decorator
@inline
function offsetOf(offsets: usize, entry: u32): f64 {
  return load<f64>(offsets + (<usize>entry << 3));
}
