/**
 * Number and byte encodings that checksums are written in. Decoders are strict: a character out of place gives
 * `undefined`, so that a text that merely looks alike does not pass.
 * @module
 */

export const BASE62 = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
export const BASE62_LOWER_FIRST = '0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ';
export const BASE36 = '0123456789abcdefghijklmnopqrstuvwxyz';
export const BASE58_BITCOIN = '123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz';
/** XRP Ledger: https://xrpl.org/docs/references/protocol/data-types/base58-encodings */
export const BASE58_XRPL = 'rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz';
const BASE32 = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

/** A 32-bit number in positional notation, most significant digit first, without padding. */
export function digitsOf(value: number, digits: string): string {
  let rest = value >>> 0;
  let text = '';
  do {
    text = digits[rest % digits.length]! + text;
    rest = Math.floor(rest / digits.length);
  } while (rest > 0);
  return text;
}

/** Text of characters U+0000 to U+00FF as bytes. */
export function latin1(text: string): Uint8Array {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}

/** RFC 4648 base32 without padding, upper case; bits left over at the end must be zero. */
export function fromBase32(text: string): Uint8Array | undefined {
  const out = new Uint8Array(Math.floor((text.length * 5) / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of text) {
    const value = BASE32.indexOf(char);
    if (value < 0) return undefined;
    held = (held << 5) | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = held >>> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? out : undefined;
}

/** RFC 4648 base32 without padding, upper case. */
export function toBase32(bytes: Uint8Array): string {
  let text = '';
  let bits = 0;
  let held = 0;
  for (const byte of bytes) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[(held >>> bits) & 31]!;
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32[(held << (5 - bits)) & 31]! : text;
}

/** Base64 or base64url (never a mixture), padding optional; bits left over at the end must be zero. */
export function fromBase64(text: string): Buffer | undefined {
  if (!/^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$/.test(text)) return undefined;
  const body = text.replace(/=+$/, '');
  if (body.length % 4 === 1) return undefined;
  if (body.length !== text.length && text.length % 4 !== 0) return undefined;
  const bytes = Buffer.from(body, 'base64');
  return bytes.toString('base64').startsWith(body.replace(/-/g, '+').replace(/_/g, '/')) ? bytes : undefined;
}

/** Base58 with the given digits; each leading zero digit is a zero byte. */
export function fromBase58(text: string, digits: string): Uint8Array | undefined {
  const little: number[] = [];
  for (const char of text) {
    let carry = digits.indexOf(char);
    if (carry < 0) return undefined;
    for (let i = 0; i < little.length; i++) {
      carry += little[i]! * 58;
      little[i] = carry & 255;
      carry >>>= 8;
    }
    if (carry > 0) little.push(carry);
  }
  let zeros = 0;
  while (zeros < text.length && text[zeros] === digits[0]) zeros++;
  return Uint8Array.from([...Array.from({ length: zeros }, () => 0), ...little.reverse()]);
}

/** The reverse of {@link fromBase58}. */
export function toBase58(bytes: Uint8Array, digits: string): string {
  const little: number[] = [];
  for (const byte of bytes) {
    let carry = byte;
    for (let i = 0; i < little.length; i++) {
      carry += little[i]! * 256;
      little[i] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    while (carry > 0) {
      little.push(carry % 58);
      carry = Math.floor(carry / 58);
    }
  }
  let zeros = 0;
  while (zeros < bytes.length && bytes[zeros] === 0) zeros++;
  return (
    digits[0]!.repeat(zeros) +
    little
      .reverse()
      .map((digit) => digits[digit]!)
      .join('')
  );
}
