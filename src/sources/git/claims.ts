/**
 * Who of several threads takes which piece of work: each goes on next to what it has done, for there it finds in its caches what it
 * needs, and in its memory what it has seen. A pack holds near each other what came near each other in time.
 * @module
 */

/** Shared by all threads: how many have come, then for each piece whether it is taken. */
export type Claims = Int32Array;

/** @param count of pieces */
export function claimsFor(count: number): Claims {
  return new Int32Array(new SharedArrayBuffer(4 * (count + 1)));
}

/**
 * The pieces that a thread gets, one after the other. Of the threads that come, two go from both ends towards each other, two from
 * the middle towards the ends, and so on; where others were before, they go on with what is left.
 */
export function* claim(claims: Claims): Generator<number, void, void> {
  const count = claims.length - 1;
  const comer = Atomics.add(claims, 0, 1);
  const step = comer % 2 === 0 ? 1 : -1;
  let at = Math.floor(partOf(comer >> 1) * count) - (comer % 2);
  for (let i = 0; i < count; i++, at += step) {
    const piece = (at + count) % count;
    if (Atomics.exchange(claims, piece + 1, 1) === 0) yield piece;
  }
}

/** Places that are far from those before: 0, 1/2, 1/4, 3/4, 1/8 (the sequence of van der Corput). */
function partOf(number: number): number {
  let part = 0;
  for (let share = 0.5, rest = number; rest > 0; share /= 2, rest >>= 1) if ((rest & 1) === 1) part += share;
  return part;
}
