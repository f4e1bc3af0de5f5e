/**
 * Fields that hold a password in base64 by definition: user:password pairs (RFC 7617) and registry passwords.
 * @module
 */

/** A password, and the characters of the base64 in which it is. */
export interface Password {
  secret: string;
  start: number;
  end: number;
}

/** @param field base64 of `user:password`; undefined without a colon */
export function passwordOfPair(field: string): Password | undefined {
  const text = Buffer.from(field, 'base64');
  const colon = text.indexOf(58);
  if (colon < 0 || colon + 1 >= text.length) return undefined;
  return inside(text, colon + 1);
}

/**
 * What is in a field that was checked to be base64.
 * @param check the check's name: of a pair or of a text; other checks are of credentials that are used as they stand
 */
export function passwordIn(check: string | undefined, field: string): Password | undefined {
  if (check === 'decode-basic') return passwordOfPair(field);
  return check === 'decode-text' ? inside(Buffer.from(field, 'base64'), 0) : undefined;
}

/** Byte 3n + k of a text is in the characters 4n + k and the next one. */
function inside(text: Buffer, from: number): Password {
  const charOf = (byte: number): number => Math.floor(byte / 3) * 4 + (byte % 3);
  return { secret: text.toString('latin1', from), start: charOf(from), end: charOf(text.length - 1) + 2 };
}
