/**
 * Entries of a pack, by their offsets (gitformat-pack(5)): see src/sources/git/packentries.ts. There are millions of them at the
 * very beginning of a history, when nothing else is compiled yet.
 *
 * Offsets are numbers of eight bytes, as floating point outside of a sort.
 */

/** Bits of a digit by which offsets are sorted. */
const DIGIT: u64 = 11;
const DIGITS: u32 = 1 << 11;
const PLACES: usize = memory.data(4 * 2048, 16);

/** As in src/sources/git/packfile.ts and packlist.ts. */
const MAX_HEADER: u32 = 64;
const OFS_DELTA: u32 = 6;
const REF_DELTA: u32 = 7;
const NO_PARENT: i32 = -1;
const BROKEN: i32 = -3;

/**
 * Makes whole numbers of offsets, to be sorted, and numbers them.
 * @returns how many digits the largest has
 */
export function beginSort(offsets: usize, order: usize, count: u32): u32 {
  let all: u64 = 0;
  for (let i: u32 = 0; i < count; i++) {
    const offset = <u64>load<f64>(offsets + (<usize>i << 3));
    store<u64>(offsets + (<usize>i << 3), offset);
    store<u32>(order + (<usize>i << 2), i);
    all |= offset;
  }
  return <u32>((64 - clz(all) + DIGIT - 1) / DIGIT);
}

/** Sorts by one digit, the lowest ones first: from one list of offsets and numbers to another. Ties keep their order. */
export function sortDigit(digit: u32, offsets: usize, order: usize, toOffsets: usize, toOrder: usize, count: u32): void {
  const shift = <u64>digit * DIGIT;
  memory.fill(PLACES, 0, 4 * DIGITS);
  const last = offsets + (<usize>count << 3);
  for (let at = offsets; at < last; at += 8) {
    const place = placeOf(load<u64>(at) >> shift);
    store<u32>(place, load<u32>(place) + 1);
  }
  let sum: u32 = 0;
  for (let place = PLACES; place < PLACES + 4 * DIGITS; place += 4) {
    const size = load<u32>(place);
    store<u32>(place, sum);
    sum += size;
  }
  for (let at = offsets; at < last; at += 8, order += 4) {
    const offset = load<u64>(at);
    const place = placeOf(offset >> shift);
    const to = load<u32>(place);
    store<u32>(place, to + 1);
    store<u64>(toOffsets + (<usize>to << 3), offset);
    store<u32>(toOrder + (<usize>to << 2), load<u32>(order));
  }
}

// @ts-ignore: decorator
@inline
function placeOf(digits: u64): usize {
  return PLACES + ((<usize>digits & (DIGITS - 1)) << 2);
}

/** Makes floating point of what was sorted. */
export function endSort(offsets: usize, count: u32): void {
  for (let at = offsets, last = offsets + (<usize>count << 3); at < last; at += 8) store<f64>(at, <f64>load<u64>(at));
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
