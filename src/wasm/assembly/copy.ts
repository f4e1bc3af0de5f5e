/** Copies that are too short for a call. */

/** Copies 32 bytes, all of which are read before any is written. */
// @ts-ignore: decorator
@inline
export function copy32(to: usize, from: usize): void {
  const first = load<u64>(from);
  const second = load<u64>(from, 8);
  const third = load<u64>(from, 16);
  const fourth = load<u64>(from, 24);
  store<u64>(to, first);
  store<u64>(to, second, 8);
  store<u64>(to, third, 16);
  store<u64>(to, fourth, 24);
}
