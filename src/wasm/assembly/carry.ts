/**
 * Carries what is known of an object over to one that is made from it: see src/sources/git/carry.ts. A history has ten million
 * copied runs, and as many looks.
 *
 * Lists are of numbers of four bytes: runs (offset in the result, offset in the base, length), ranges (from, to), and looks (kind,
 * place, and the bytes that it depends on: from, to), all in ascending order.
 */

const RUN: u32 = 12;
export const RANGE: u32 = 8;
export const LOOK: u32 = 16;

/** Bytes that take as long to look at as it does to begin another range. */
const NEAR: u32 = 16;

/** Blocks of a base, a byte for each: 1 where looks are. Mostly, they are of 64 bytes. */
const MOST_BLOCKS: u32 = 4096;
const BLOCKS: usize = memory.data(4096, 16);
const BLOCK_BITS: u32 = 6;

/**
 * The kind of a look that stands for bytes in which something was decoded that came to nothing: REGION of src/detect/hit.ts. Unlike other
 * looks, these are carried only if all of them are, and nothing else of their bytes is copied: looks in them may leave out what
 * this one has seen to.
 */
const REGION: i32 = -1;
const MOST_REGIONS: usize = 64;
/** Those of the base: from where to where they go, and 1 where they were copied. From the first to the last one's end nothing else counts. */
const REGIONS: usize = memory.data(12 * 64, 16);
let lastRegion: usize = REGIONS;
let regionsFrom: u32 = 0;
let regionsTo: u32 = 0;

/** Where lists are written to, and for how many looks there is room. */
export let ranges: usize = 0;
export let wide: usize = 0;
export let carried: usize = 0;
export let repeats: usize = 0;
let room: usize = 0;
/** How many there are of each, in this order. */
export let counts: usize = 0;

export function setupCarry(
  rangesAt: usize,
  wideAt: usize,
  carriedAt: usize,
  repeatsAt: usize,
  looks: usize,
  countsAt: usize,
): void {
  ranges = rangesAt;
  wide = wideAt;
  carried = carriedAt;
  repeats = repeatsAt;
  room = looks * LOOK;
  counts = countsAt;
}

/**
 * Writes where around inserted bytes and seams there may be something else to look at than in the base: `before` and `behind`
 * bytes on either side to `ranges`, and `around` bytes on both sides to `wide`.
 * @returns bytes in `ranges`
 */
export function findChanges(
  runs: usize,
  count: u32,
  size: u32,
  baseSize: u32,
  before: u32,
  behind: u32,
  around: u32,
): u32 {
  const last = runs + count * RUN;
  let range = ranges;
  let far = wide;
  // The ends of the last ranges, so far; none touches them.
  let end: u32 = 0;
  let farEnd: u32 = 0;
  let bytes: u32 = 0;
  let done: u32 = 0;
  let source: u32 = 0;
  for (let run = runs; size > 0; run += RUN) {
    const isEnd = run == last;
    const to = isEnd ? size : load<u32>(run);
    const from = isEnd ? baseSize : load<u32>(run, 4);
    if (to > done || from != source) {
      const begin = done > before ? done - before : 0;
      if (range == ranges || begin > end + NEAR) {
        bytes += end - (range == ranges ? 0 : load<u32>(range - RANGE));
        store<u32>(range, begin);
        range += RANGE;
      }
      end = min(size, to + behind);
      store<u32>(range - 4, end);
      const farBegin = done > around ? done - around : 0;
      if (far == wide || farBegin > farEnd) {
        store<u32>(far, farBegin);
        far += RANGE;
      }
      farEnd = min(size, to + around);
      store<u32>(far - 4, farEnd);
    }
    if (isEnd) break;
    const length = load<u32>(run, 8);
    done = to + length;
    source = from + length;
  }
  if (range > ranges) bytes += end - load<u32>(range - RANGE);
  store<u32>(counts, <u32>((range - ranges) / RANGE));
  store<u32>(counts, <u32>((far - wide) / RANGE), 4);
  return bytes;
}

/**
 * Moves looks along the runs that copy all they depend on, to `carried`, but for those in ranges that are cut. The others go to
 * `repeats`, unless they lie in the `ranges`, or in the `wide` ones if they have no anchor.
 * @returns false when there is no room, or a region is not copied whole
 */
export function carryLooks(
  looks: usize,
  lookCount: u32,
  runs: usize,
  runCount: u32,
  size: u32,
  baseSize: u32,
  cut: usize,
  cutCount: u32,
  rangeCount: u32,
  wideCount: u32,
): bool {
  const lastLook = looks + lookCount * LOOK;
  const lastRun = runs + runCount * RUN;
  const lastRange = ranges + rangeCount * RANGE;
  const lastWide = wide + wideCount * RANGE;
  const lastCut = cut + cutCount * RANGE;
  const full = carried + room;
  const fullRepeats = repeats + room;
  let range = ranges;
  let far = wide;
  let out = carried;
  let again = repeats;
  const bits = markBlocks(looks, lastLook, baseSize);
  if (!listRegions(looks, lastLook)) return false;
  let look = looks;
  let reached: u32 = 0;
  for (let run = runs; run < lastRun; run += RUN) {
    const from = load<u32>(run, 4);
    const length = load<u32>(run, 8);
    const end = from + length;
    if (from < regionsTo && end > regionsFrom && !copyRegions(from, end, load<u32>(run) - from, size, baseSize)) return false;
    // Most runs are short, come from anywhere, and copy no look.
    if (length - 1 < <u32>1 << bits && (blockAt(from, bits) | blockAt(end - 1, bits)) == 0) continue;
    const shift = load<u32>(run) - from;
    // Of the others most go on behind the last one in the base, too, and before the next look.
    if (from < reached || (look < lastLook && load<u32>(look, 4) < from)) look = firstAt(looks, look, lastLook, from);
    reached = end;
    const lowest = lowestOf(from, shift);
    const highest = highestOf(end, shift, size, baseSize);
    for (; look < lastLook; look += LOOK) {
      const at = load<u32>(look, 4);
      if (at >= end) break;
      const kind = load<i32>(look);
      const place = at + shift;
      const first = load<u32>(look, 8);
      const last = load<u32>(look, 12);
      cut = rangeAt(cut, lastCut, place);
      if (first >= lowest && last <= highest && !holds(cut, lastCut, place)) {
        if (out == full) return false;
        store<i32>(out, kind);
        store<u32>(out, place, 4);
        store<u32>(out, first + shift, 8);
        store<u32>(out, last + shift, 12);
        out += LOOK;
        continue;
      }
      if (kind < 0) {
        far = rangeAt(far, lastWide, place);
        if (holds(far, lastWide, place)) continue;
      } else {
        range = rangeAt(range, lastRange, place);
        if (holds(range, lastRange, place)) continue;
      }
      if (again == fullRepeats) return false;
      store<i32>(again, kind);
      store<u32>(again, place, 4);
      again += LOOK;
    }
  }
  store<u32>(counts, <u32>((out - carried) / LOOK), 8);
  store<u32>(counts, <u32>((again - repeats) / LOOK), 12);
  for (let region = REGIONS; region < lastRegion; region += 12) if (load<u32>(region, 8) == 0) return false;
  return true;
}

/** From where on a look must be copied in one run: all it depends on is, also that the object begins there. */
// @ts-ignore: decorator
@inline
function lowestOf(from: u32, shift: u32): u32 {
  return shift == 0 ? from : max<u32>(from, 1);
}

/** Up to where, also that the object ends there. */
// @ts-ignore: decorator
@inline
function highestOf(end: u32, shift: u32, size: u32, baseSize: u32): u32 {
  return end < baseSize || end + shift == size ? end : end - 1;
}

/** Lists the regions among looks; false where there are too many. */
function listRegions(looks: usize, lastLook: usize): bool {
  lastRegion = REGIONS;
  regionsFrom = u32.MAX_VALUE;
  regionsTo = 0;
  for (let look = looks; look < lastLook; look += LOOK) {
    if (load<i32>(look) != REGION) continue;
    if (lastRegion == REGIONS + 12 * MOST_REGIONS) return false;
    const from = load<u32>(look, 8);
    const to = load<u32>(look, 12);
    store<u32>(lastRegion, from);
    store<u32>(lastRegion, to, 4);
    store<u32>(lastRegion, 0, 8);
    lastRegion += 12;
    regionsFrom = min(regionsFrom, from);
    regionsTo = max(regionsTo, to);
  }
  return true;
}

/** Takes down which regions a run copies; false where it copies a part of one. */
function copyRegions(from: u32, end: u32, shift: u32, size: u32, baseSize: u32): bool {
  const lowest = lowestOf(from, shift);
  const highest = highestOf(end, shift, size, baseSize);
  for (let region = REGIONS; region < lastRegion; region += 12) {
    const first = load<u32>(region);
    const last = load<u32>(region, 4);
    if (last <= from || first >= end) continue;
    if (first < lowest || last > highest) return false;
    store<u32>(region, 1, 8);
  }
  return true;
}

/** Marks the blocks in which looks are; gives their size, as a power of two. */
function markBlocks(looks: usize, lastLook: usize, baseSize: u32): u32 {
  let bits = BLOCK_BITS;
  while (baseSize >> bits >= MOST_BLOCKS) bits++;
  memory.fill(BLOCKS, 0, (baseSize >> bits) + 1);
  for (let look = looks; look < lastLook; look += LOOK) store<u8>(BLOCKS + (load<u32>(look, 4) >> bits), 1);
  return bits;
}

// @ts-ignore: decorator
@inline
function blockAt(place: u32, bits: u32): u32 {
  return load<u8>(BLOCKS + (place >> bits));
}

/** From a range on the first one that does not end before a place; places ascend. */
// @ts-ignore: decorator
@inline
function rangeAt(range: usize, last: usize, place: u32): usize {
  while (range < last && load<u32>(range, 4) <= place) range += RANGE;
  return range;
}

// @ts-ignore: decorator
@inline
function holds(range: usize, last: usize, place: u32): bool {
  return range < last && load<u32>(range) <= place;
}

/** The first look whose place is not before `at`; mostly, it is near `look`. */
function firstAt(looks: usize, look: usize, last: usize, at: u32): usize {
  let low = looks;
  let high = look;
  // In ever longer steps away from there.
  if (look < last && load<u32>(look, 4) < at) {
    let step: usize = LOOK;
    low = look + LOOK;
    while (low + step < last && load<u32>(low + step, 4) < at) {
      low += step;
      step += step;
    }
    high = min(last, low + step);
  } else {
    let step: usize = LOOK;
    while (high > looks + step && load<u32>(high - step, 4) >= at) {
      high -= step;
      step += step;
    }
    low = high > looks + step ? high - step : looks;
  }
  while (low < high) {
    const middle = low + (((high - low) / LOOK) >> 1) * LOOK;
    if (load<u32>(middle, 4) < at) low = middle + LOOK;
    else high = middle;
  }
  return low;
}
