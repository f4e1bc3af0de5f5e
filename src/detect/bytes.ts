/**
 * Sets of bytes, to be asked in loops over data.
 * @module
 */

export const ALPHANUMERIC = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789';

/** One for each byte of `chars`. */
export function byteSet(chars: string): Uint8Array {
  const set = new Uint8Array(256);
  for (const char of chars) set[char.charCodeAt(0)] = 1;
  return set;
}

export const isDigitByte = (byte: number): boolean => byte >= 48 && byte <= 57;
export const isLowerByte = (byte: number): boolean => byte >= 97 && byte <= 122;
export const isUpperByte = (byte: number): boolean => byte >= 65 && byte <= 90;
export const isLetterByte = (byte: number): boolean => isLowerByte(byte | 0x20);
export const isAlphanumericByte = (byte: number): boolean => isLetterByte(byte) || isDigitByte(byte);

/** Where the run of bytes of a set ends that begins at `from`; `limit` at last. */
export function runEnd(data: Uint8Array, from: number, limit: number, set: Uint8Array): number {
  let i = from;
  while (i < limit && set[data[i]!] === 1) i++;
  return i;
}
