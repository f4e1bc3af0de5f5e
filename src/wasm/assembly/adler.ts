/** The checksum of zlib streams (RFC 1950, 8.2): one sum of the bytes, one of what that was after each byte. */

const BASE: u32 = 65521;
/** So many bytes can be summed up in 32 bits before a division, beginning below BASE; a multiple of STRETCH. */
const MOST: usize = 5504;
/** And so many in lanes of 16 bits: 255 * 2 * (0 + 1 + … + 15) < 2^16. */
const STRETCH: usize = 128;

/** Every second byte of eight, each in a lane of 16 bits. */
const LANES: u64 = 0x00ff00ff00ff00ff;

/** The checksum of memory[at, end). Up to 7 bytes behind it may be read. */
export function adler32(at: usize, end: usize): u32 {
  let low: u32 = 1;
  let high: u32 = 0;
  const odd = <u32>(end - at) & 7;
  if (odd != 0) {
    // Eight bytes of which the first ones are 0, for which the second sum would begin that much lower.
    const word = load<u64>(at) << (64 - (odd << 3));
    const even = word & LANES;
    const other = (word >> 8) & LANES;
    high = odd + weighed(even, other);
    low += sumOf(even + other);
    at += odd;
  }
  while (at < end) {
    const stop = min(end, at + MOST);
    do {
      const to = min(stop, at + STRETCH);
      const count = <u32>(to - at);
      let even: u64 = 0;
      let other: u64 = 0;
      // The sum of what both were before each eight bytes.
      let before: u64 = 0;
      if (count & 8) {
        const word = load<u64>(at);
        even = word & LANES;
        other = (word >> 8) & LANES;
        at += 8;
      }
      while (at < to) {
        const first = load<u64>(at);
        const second = load<u64>(at, 8);
        const firstEven = first & LANES;
        const firstOther = (first >> 8) & LANES;
        before += ((even + other) << 1) + (firstEven + firstOther);
        even += firstEven + (second & LANES);
        other += firstOther + ((second >> 8) & LANES);
        at += 16;
      }
      before = (before & 0x0000ffff0000ffff) + ((before >> 16) & 0x0000ffff0000ffff);
      high += count * low + (<u32>(before + (before >> 32)) << 3) + weighed(even, other);
      low += sumOf(even + other);
    } while (at < stop);
    low %= BASE;
    high %= BASE;
  }
  return (high << 16) | low;
}

/** The sum of four lanes. */
// @ts-ignore: decorator
@inline
function sumOf(lanes: u64): u32 {
  return <u32>((lanes * 0x0001000100010001) >> 48);
}

/** The sum of eight bytes, each as often as there are bytes from it on: 8, 6, 4 and 2 times the even ones, 7, 5, 3 and 1 times the others. */
// @ts-ignore: decorator
@inline
function weighed(even: u64, other: u64): u32 {
  return ((fourToOne(even) + fourToOne(other)) << 1) - sumOf(other);
}

// @ts-ignore: decorator
@inline
function fourToOne(lanes: u64): u32 {
  return <u32>((lanes * 0x0004000300020001) >> 48);
}
