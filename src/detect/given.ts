/**
 * Whether something may be given to a name, told by the few bytes that a prefilter looks at: of the words that names of secrets
 * hold two thirds stand in prose or code that gives nothing to them. What is given is read by score/forms.ts.
 *
 * wasm/assembly/given.ts does the same.
 * @module
 */
import { NAME } from './assignment.ts';
import { ALPHANUMERIC, byteSet, isLetterByte, runEnd } from './bytes.ts';
import { BETWEEN } from './pair.ts';

/** Bytes from the word's beginning that are looked at, and before it. */
export const GIVEN_BEHIND = 24;
export const GIVEN_BEFORE = 14;

const BLANK = byteSet(' \t');
/** What may close a name. */
const CLOSER = byteSet('"\'`)]');
const QUOTE = byteSet('"\'`');
/** What a string without plain quotes may begin with: `%q(x)`, `~s(x)`, `[[x]]`, `$$x$$`, `<<"x">>`. */
const OPENER = byteSet('%~[$<');
/** What follows in such a string behind q. */
const OPENED = byteSet('q([{|!');
/** What an argument of a call holds that is no string. */
const ARGUMENT = byteSet(`${ALPHANUMERIC} _-.,:*@=+?`);
/** Bytes of names of fields for values. */
const FIELD_NAME = byteSet(`${ALPHANUMERIC.replace(/\d/g, '')}_`);
/** What does not follow such a name. */
const ENDS = byteSet('.,;)');
/** How names of fields for values begin, and how long they are; and what stands before those in an object (see pair.ts). */
const FIELDS: Readonly<Record<string, readonly number[]>> = {
  data: [4],
  valu: [5],
  stri: [11, 12],
  defa: [7, 12, 13],
  cont: [7],
};
const IN_OBJECT = new Set(['type', 'desc', 'sens', 'null']);

const [LF, CR, EXCLAMATION, PERCENT, AMPERSAND, OPEN, CLOSE, STAR, COMMA, DASH, SLASH, COLON, SEMICOLON] = [
  10, 13, 33, 37, 38, 40, 41, 42, 44, 45, 47, 58, 59,
] as const;
const [LESS, EQUALS, MORE, QUESTION, BACKSLASH, LOWER_Q, LOWER_V, LOWER_X, BRACE, BAR] = [
  60, 61, 62, 63, 92, 113, 118, 120, 123, 124,
] as const;
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
  const nameEnd = runEnd(data, at + 3, limit, NAME);
  const gap = runEnd(data, nameEnd, Math.min(limit, nameEnd + MAX_CLOSERS), CLOSER);
  const i = runEnd(data, gap, limit, BLANK);
  // Where the bytes that are looked at end before the data does, anything may follow.
  const open = limit < end;
  if (i >= limit) return open;
  if (i + 1 === limit || mayBeField(data, gap, limit, open)) return true;
  let nameStart = at;
  while (nameStart > start && nameStart > at - LONGEST && NAME[data[nameStart - 1]!] === 1) nameStart--;
  const isCut = nameStart === at - LONGEST;
  const next = data[i + 1]!;
  switch (data[i]) {
    case EQUALS:
    case PERCENT:
    case AMPERSAND:
    case BACKSLASH:
      return true;
    case COLON:
      return next !== COLON;
    case BAR:
      return next === BAR && (i + 2 >= limit || data[i + 2] === EQUALS);
    case LESS:
      return next === DASH || next === SLASH || next === LESS || next === EXCLAMATION;
    case MORE:
      return i === gap;
    case SEMICOLON:
      return gap > nameEnd;
    case OPEN:
      return gap === nameEnd && mayHoldString(data, i + 1, limit);
    case COMMA: {
      if (gap > nameEnd || i > gap) return gap > nameEnd;
      const before = nameStart > start ? data[nameStart - 1]! : 0;
      return (isCut || before === COLON || before === BRACE) && mayBeString(data, runEnd(data, i + 1, limit, BLANK), limit);
    }
    case STAR:
      if (i === nameEnd) return true;
      break;
    case EXCLAMATION:
      if (next === EQUALS) return true;
      break;
    case DASH:
      if (next === MORE) return true;
      break;
    case QUESTION:
      if (next === QUESTION || next === EQUALS || next === COLON) return true;
      break;
  }
  // Behind a blank a word may be a value: of a few names only, or where it is quoted.
  if (gap > nameEnd || i === gap || data[i] === LF || data[i] === CR) return false;
  if (mayBeString(data, i, limit) || (twoLetters(data, i) === 'as' && !isLetterByte(data[i + 2]!))) return true;
  const before = nameStart - 2 >= start ? data[nameStart - 2]! : 0;
  return isCut || SPACED.has(nameEnd - nameStart) || data[nameStart] === DASH || before === LOWER_V || before === LOWER_X;
}

/** Whether a field for a value may follow the name that ended before `gap`: see valueOfPair. */
function mayBeField(data: Uint8Array, gap: number, limit: number, open: boolean): boolean {
  const at = runEnd(data, gap, limit, BETWEEN);
  if (at === gap) return false;
  if (at + 3 >= limit) return open;
  const begin = twoLetters(data, at) + twoLetters(data, at + 2);
  if (IN_OBJECT.has(begin) && data.subarray(gap, at).includes(BRACE)) return true;
  const to = runEnd(data, at, limit, FIELD_NAME);
  if (to === limit) return open;
  if (ENDS[data[to]!] === 1) return false;
  return (to === at + 3 && begin.startsWith('val')) || FIELDS[begin]?.includes(to - at) === true;
}

/** Whether a string may begin at an offset, perhaps behind letters before its quote. */
function mayBeString(data: Uint8Array, at: number, limit: number): boolean {
  if (at + 3 >= limit || OPENER[data[at]!] === 1) return true;
  if (data[at] === LOWER_Q && OPENED[data[at + 1]!] === 1) return true;
  for (let i = at; i <= at + 3; i++) if (QUOTE[data[i]!] === 1) return true;
  return false;
}

/** Whether a string may stand among the arguments that begin at an offset. */
function mayHoldString(data: Uint8Array, at: number, limit: number): boolean {
  const end = runEnd(data, at, limit, ARGUMENT);
  return end === limit || data[end] !== CLOSE;
}

const twoLetters = (data: Uint8Array, at: number): string => String.fromCharCode(data[at]! | 0x20, data[at + 1]! | 0x20);
