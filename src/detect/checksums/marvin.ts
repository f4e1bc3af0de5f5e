/**
 * Marvin32, the keyed hash with which Microsoft's identifiable secrets are checked (public description: the .NET
 * runtime's `Marvin` and the Microsoft security utilities' `Marvin.ComputeHash32`). 32-bit arithmetic only.
 * @module
 */

/**
 * Both halves of the 64-bit hash.
 * @param data bytes to hash
 * @param high upper 32 bits of the seed
 * @param low lower 32 bits of the seed
 */
export function marvin64(data: Uint8Array, high: number, low: number): { high: number; low: number } {
  let p0 = low | 0;
  let p1 = high | 0;
  const mix = (word: number): void => {
    p0 = (p0 + word) | 0;
    p1 ^= p0;
    p0 = (rotate(p0, 20) + p1) | 0;
    p1 = rotate(p1, 9) ^ p0;
    p0 = (rotate(p0, 27) + p1) | 0;
    p1 = rotate(p1, 19);
  };
  const whole = data.length & ~3;
  for (let i = 0; i < whole; i += 4) mix(data[i]! | (data[i + 1]! << 8) | (data[i + 2]! << 16) | (data[i + 3]! << 24));
  let last = 0x80;
  for (let i = data.length - 1; i >= whole; i--) last = (last << 8) | data[i]!;
  mix(last);
  mix(0);
  return { high: p1 >>> 0, low: p0 >>> 0 };
}

/** The halves of {@link marvin64} folded into one, with a seed of eight ASCII characters read big-endian; unsigned. */
export function marvin32(data: Uint8Array, seed: string): number {
  const word = (at: number): number =>
    (seed.charCodeAt(at) << 24) | (seed.charCodeAt(at + 1) << 16) | (seed.charCodeAt(at + 2) << 8) | seed.charCodeAt(at + 3);
  const { high, low } = marvin64(data, word(0), word(4));
  return (high ^ low) >>> 0;
}

function rotate(value: number, by: number): number {
  return (value << by) | (value >>> (32 - by));
}
