/** Bytes that are compared with earlier ones: see src/sources/git/quiet.ts. */

const FACTOR: u64 = 0x9e3779b97f4a7c15;

/** A hash of memory[at, at + length), to find what may be the same: of two halves side by side, for a multiplication takes long. */
export function hashOf(at: usize, length: usize): u32 {
  let even: u64 = length;
  let odd: u64 = 0;
  const end = at + length;
  for (; at + 16 <= end; at += 16) {
    even = rotl<u64>((even ^ load<u64>(at)) * FACTOR, 29);
    odd = rotl<u64>((odd ^ load<u64>(at, 8)) * FACTOR, 29);
  }
  for (; at < end; at++) even = rotl<u64>((even ^ load<u8>(at)) * FACTOR, 29);
  return <u32>(((even ^ (odd * FACTOR)) * FACTOR) >> 32);
}

/** Whether memory[a, a + length) and memory[b, b + length) hold the same bytes. */
export function isSame(a: usize, b: usize, length: usize): bool {
  const end = a + length;
  for (; a + 8 <= end; a += 8, b += 8) if (load<u64>(a) != load<u64>(b)) return false;
  for (; a < end; a++, b++) if (load<u8>(a) != load<u8>(b)) return false;
  return true;
}

export function copy(to: usize, from: usize, length: usize): void {
  memory.copy(to, from, length);
}
