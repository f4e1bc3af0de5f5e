/**
 * Sets of bytes, to be asked in loops over data.
 * @module
 */

/** One for each byte of `chars`. */
export function byteSet(chars: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const char of chars) set[char.charCodeAt(0)] = 1;
  return set;
}
