/** Looks for places that look like the inside of base64 of text: seekBase64 of src/detect/decode/base64.ts does the same. */

/** As there. */
const BLOCK: usize = 48;
const SEEN: usize = 12;

/** Four tables of 256 bytes, see PHASES there. */
let phases: usize = 0;
/** Room for places. */
let out: usize = 0;
let room: usize = 0;

export function setupBase64(phasesAt: usize, outAt: usize, places: usize): void {
  phases = phasesAt;
  out = outAt;
  room = places;
}

/**
 * Writes the addresses of such places in some ranges to memory[out…), and how many there are to the four bytes before.
 * @param range the first of several ranges up to `last`, of two numbers each, which are offsets
 * @param base the address that offsets are counted from
 * @param end the data ends there
 * @param goOn where to go on in the first range, 0 to begin with it
 * @returns the address of the range at which it stopped: `last`, or an earlier one when the room was full; then the four bytes
 *   before the number of places say where to go on in it
 */
export function seekBase64(range: usize, last: usize, base: usize, end: usize, goOn: usize): usize {
  const full = out + (room << 2);
  let next = out;
  while (range < last) {
    let at = goOn == 0 ? base + load<u32>(range) : goOn;
    goOn = 0;
    const to = min(base + load<u32>(range, 4), end);
    for (; at + SEEN <= to; at += BLOCK) {
      if (!isInside(at)) continue;
      store<u32>(next, at);
      next += 4;
      if (next == full) {
        store<u32>(out - 8, at + BLOCK);
        store<u32>(out - 4, room);
        return range;
      }
    }
    range += 8;
  }
  store<u32>(out - 4, (next - out) >> 2);
  return range;
}

/** How many places were written last. */
export function countPlaces(): u32 {
  return load<u32>(out - 4);
}

/** Whether there is such a place in memory[from, to). */
export function holdsBase64(from: usize, to: usize): bool {
  for (let at = from; at + SEEN <= to; at += BLOCK) if (isInside(at)) return true;
  return false;
}

/** Without branches between the first looks, which tell nearly all. */
// @ts-ignore: decorator
@inline
function isInside(at: usize): bool {
  const few = phasesOf(at, 0) & phasesOf(at, 3) & phasesOf(at, 5) & phasesOf(at, 8) & phasesOf(at, 10) & phasesOf(at, 11);
  if (few == 0) return false;
  const rest = phasesOf(at, 1) & phasesOf(at, 2) & phasesOf(at, 4) & phasesOf(at, 6) & phasesOf(at, 7) & phasesOf(at, 9);
  return (few & rest) != 0;
}

/** In which phases the byte `k` behind `at` is one of base64 of text. */
// @ts-ignore: decorator
@inline
function phasesOf(at: usize, k: usize): u32 {
  return <u32>load<u8>(phases + ((k & 3) << 8) + <usize>load<u8>(at + k));
}
