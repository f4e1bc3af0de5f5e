/** Bytes of a text by which its encoding is told: SAMPLE of src/detect/encoding.ts. */
const SAMPLE: usize = 8000;

/** Whether a text may be one in UTF-16: those are scanned in another way. Others with zeros are taken for such, too. */
export function mayBeWide(from: usize, to: usize): bool {
  return isMarked(from, to) || holdsZero(from, min(to, from + SAMPLE));
}

/** Whether a text begins with the mark of UTF-16. */
export function isMarked(from: usize, to: usize): bool {
  if (to - from < 2) return false;
  const mark = <u32>load<u16>(from);
  return mark == 0xfeff || mark == 0xfffe;
}

export function holdsZero(from: usize, to: usize): bool {
  let at = from;
  // The highest bit of a byte that is 0, and perhaps of others above it.
  let some: u64 = 0;
  for (; at + 32 <= to; at += 32) {
    some |= zerosIn(load<u64>(at)) | zerosIn(load<u64>(at, 8)) | zerosIn(load<u64>(at, 16)) | zerosIn(load<u64>(at, 24));
  }
  for (; at + 8 <= to; at += 8) some |= zerosIn(load<u64>(at));
  if ((some & 0x8080808080808080) != 0) return true;
  for (; at < to; at++) if (load<u8>(at) == 0) return true;
  return false;
}

// @ts-ignore: decorator
@inline
function zerosIn(bytes: u64): u64 {
  return (bytes - 0x0101010101010101) & ~bytes;
}
