/**
 * Whether something may be given to a name, told by the few bytes that a prefilter looks at: of the words that names of secrets
 * hold two thirds stand in prose or code that gives nothing to them. What is given is read by score/forms.ts.
 *
 * wasm/assembly/given.ts does the same.
 * @module
 */
import { NAME } from './assignment.ts';
import { ALPHANUMERIC, byteSet } from './bytes.ts';
import { BETWEEN } from './pair.ts';

/** Bytes from the word's beginning that are looked at, and before it. */
export const GIVEN_BEHIND = 24;
export const GIVEN_BEFORE = 14;

/** What may close a name. */
const CLOSER = byteSet('"\'`)]');
/** Operators, and what leads to a value in another way. An escape of a character begins with one of the last three. */
const OPERATOR = byteSet('=!:?|<->,;(*%&\\');
/** What may follow in a word or sentence, but not in a string before which letters stand. */
const PROSE = byteSet(`${ALPHANUMERIC} .,:;)_-\r\n`);
/** How names of fields for values begin. */
const FIELDS = new Set(['va', 'st', 'se', 'de', 'da', 'co', 'ty', 'nu']);

const [TAB, LF, CR, SPACE, DASH, LOWER_V, LOWER_X] = [9, 10, 13, 32, 45, 118, 120] as const;
/** Names of these lengths may be given something behind a blank: `password` of .netrc, and directives of Redis. */
const SPACED = new Set([8, 10, 11]);
const LONGEST = 9;
const MAX_CLOSERS = 4;

/**
 * @param at where a word of at least three letters begins that belongs to a name
 * @returns false where surely nothing is given to that name
 */
export function mayBeGiven(data: Uint8Array, at: number, start: number, end: number): boolean {
  const limit = Math.min(end, at + GIVEN_BEHIND);
  // Where the bytes that are looked at end before the data does, anything may follow.
  const open = limit < end;
  let nameEnd = at + 3;
  while (nameEnd < limit && NAME[data[nameEnd]!] === 1) nameEnd++;
  let i = nameEnd;
  while (i < limit && i < nameEnd + MAX_CLOSERS && CLOSER[data[i]!] === 1) i++;
  const gap = i;
  while (i < limit && (data[i] === SPACE || data[i] === TAB)) i++;
  if (i >= limit) return open;
  const byte = data[i]!;
  if (OPERATOR[byte] === 1) return true;
  let field = gap;
  while (field < limit && BETWEEN[data[field]!] === 1) field++;
  if (field + 1 >= limit ? open : FIELDS.has(twoLetters(data, field))) return true;
  // Behind a blank a word may be a value: of a few names only, or where it is quoted.
  if (gap > nameEnd || i === gap || byte === LF || byte === CR) return false;
  if (i + 3 >= limit || twoLetters(data, i) === 'as') return true;
  for (let k = i; k <= i + 3; k++) if (PROSE[data[k]!] === 0) return true;
  let nameStart = at;
  while (nameStart > start && nameStart > at - LONGEST && NAME[data[nameStart - 1]!] === 1) nameStart--;
  const before = nameStart - 2 >= start ? data[nameStart - 2]! : 0;
  return (
    nameStart === at - LONGEST ||
    SPACED.has(nameEnd - nameStart) ||
    data[nameStart] === DASH ||
    before === LOWER_V ||
    before === LOWER_X
  );
}

const twoLetters = (data: Uint8Array, at: number): string => String.fromCharCode(data[at]! | 0x20, data[at + 1]! | 0x20);
