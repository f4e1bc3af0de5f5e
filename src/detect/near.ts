/**
 * Values that only a name tells: from a word of a provider (`twilio_token`, `axonaut`) to what is given to it.
 *
 * A direct look reads the name that the word stands in and what is assigned to it, in the ways of env files, programs,
 * JSON, YAML, XML, shells, headers, URLs and lists of name and value. A wide look goes from the word to the next name
 * that means a credential: `axonaut: { apiKey: … }`, an INI section, an address with `?key=`. Both end after a bounded
 * number of bytes.
 * @module
 */
import { findAssignment, type Operator, type Value } from './assignment.ts';
import { byteSet, isAlphanumericByte, isLowerByte } from './bytes.ts';
import type { Look } from './look.ts';
import { valueOfPair } from './pair.ts';

export interface Given {
  /** First byte of the name, and the names from there up to what assigns: `axonaut api key` before `: "…"`. */
  from: number;
  names: string;
  operator: Operator;
  values: Value[];
}

/** Words of a name before its value: `axonaut api key is …`. */
const MAX_WORDS = 6;
/** A wide look goes so far, and over no more than so many line ends. */
const WIDE = 120;
const WIDE_LINES = 3;

const SCHEME = /^(?:bearer|basic|token|api-?key|key|secret)(?:[ \t]+|[=:][ \t]*["']?)(?:token=["']?)?/i;
const SCHEME_LETTER = byteSet('btaks');
const MAX_SCHEME = 24;
const CREDENTIAL =
  /key|token|secret|pass|pwd|auth|cred|bearer|access|private|sign|session|login|licen[cs]e|client|app|api|(?:^|[^a-z])(?:pat|sk|ak)(?![a-z])/i;
/** Ends of names whose value is no credential, whatever else they hold. */
const NO_CREDENTIAL =
  /(?:ur[li]|host|domain|version|sha\d*|commit|digest|checksum|hash|etag|md5|path|file|image|revision|fingerprint|integrity|public[_.-]?key|csrf|email|name|(?:^|[^a-z])id|Id|[a-z]ID)s?["'\])]*$/;
const WIDE_NAME = /(?:key|token|secret|passw(?:or)?d|auth(?:orization)?|bearer|credentials?)(?=["'\])]{0,3}(?:\s|[:=]))/gi;

/** Bytes that a run of solid ones is counted to at most. */
export const MAX_SOLID = 64;
const SOLID = new Uint8Array(256);
for (let byte = 33; byte < 127; byte++) SOLID[byte] = '"\'`,;<>(){}[]\\'.includes(String.fromCharCode(byte)) ? 0 : 1;

/** Whether a byte stands within most credentials: no space, quote, bracket or the like. */
export const isSolid = (byte: number): boolean => SOLID[byte] === 1;

/** How many solid bytes a value begins with, MAX_SOLID at most. */
export function solidAt(data: Uint8Array, at: number, end: number): number {
  const stop = Math.min(at + MAX_SOLID, end);
  let i = at;
  while (i < stop && SOLID[data[i]!] === 1) i++;
  return i - at;
}

/** What is given to the name that stands at `at`. */
export function lookDirect(look: Look, data: Buffer, at: number, start: number, end: number): Given {
  // Three letters of the anchor are surely part of the name.
  let given = findAssignment(look, data, at, at + 3, start, end);
  let from = given.nameStart;
  // In a string of a program: \nNAME=value.
  if (from < at && from > start && data[from - 1] === 92 && 'nrt'.includes(String.fromCharCode(data[from]!))) from++;
  let { nameEnd } = given;
  for (let words = 1; given.operator === 'space' && words < MAX_WORDS; words++) {
    const [value] = given.values;
    if (!value || value.quote !== 0 || value.end - value.start > 24) break;
    const next = findAssignment(look, data, value.start, value.start, start, end);
    // The last word is the value itself.
    if (next.values.length === 0) break;
    given = next;
    nameEnd = Math.max(nameEnd, given.nameEnd);
  }
  let { operator, values } = given;
  const paired = valueOfPair(look, data, nameEnd, end);
  if (paired && paired.end > paired.start) [operator, values] = ['colon', [paired]];
  if (values.length === 0) return { from, names: '', operator, values };
  const names = data.toString('latin1', Math.max(from, at - 48), Math.min(nameEnd, at + 96));
  const behind: Value[] = [];
  for (const value of values) behind.push(behindScheme(look, data, value, end));
  return { from: Math.max(from, at - 48), names, operator, values: behind };
}

/** What is given to the names for credentials that follow a word of a provider, nearest first. */
export function lookWide(look: Look, data: Buffer, at: number, start: number, end: number): Given[] {
  if (!opens(look, data, at, start, end)) return [];
  let stop = Math.min(end, at + WIDE);
  let from = at;
  for (let lines = 0; lines <= WIDE_LINES; lines++) {
    const line = data.indexOf(10, from);
    if (line < 0 || line >= stop) break;
    if (lines === WIDE_LINES) stop = line;
    from = line + 1;
  }
  // With what stands before the word, so that its beginning is seen.
  const first = Math.max(start, at - 2);
  look.saw(at - 2, stop + 1);
  const text = data.toString('latin1', first, stop);
  const out: Given[] = [];
  for (const { index, 0: word } of allIn(text, WIDE_NAME)) {
    const name = first + index;
    const given = findAssignment(look, data, name, name + word.length, start, end);
    if (given.operator === 'none' || given.operator === 'compare' || out.length === 3) continue;
    const values = given.values.map((value) => behindScheme(look, data, value, end));
    out.push({ from: first, names: text.slice(0, given.nameEnd - first), operator: given.operator, values });
  }
  return out;
}

/** Whether what stands behind a word's name could open something that it names: not so in a sentence, nor behind an address. */
function opens(look: Look, data: Buffer, at: number, start: number, end: number): boolean {
  let i = at;
  // Behind a longer word nothing would be looked at.
  const stop = Math.min(end, at + WIDE);
  while (i < stop && isNameByte(data[i]!)) i++;
  const nameEnd = i;
  while (i < stop && (data[i] === 34 || data[i] === 39 || data[i] === 41 || data[i] === 93)) i++;
  look.saw(at, i + 1);
  if (i >= stop || OPENERS[data[i]!] !== 1) return false;
  return data[i] !== MORE || i > nameEnd || data[i - 1] === DASH || isTag(look, data, at, start);
}

/** Whether a name begins as that of an element does: `<name>`. In `<somebody@name>` it does not. */
function isTag(look: Look, data: Buffer, at: number, start: number): boolean {
  const lowest = Math.max(start, at - MAX_TAG);
  let i = at;
  while (i > lowest && (isNameByte(data[i - 1]!) || data[i - 1] === COLON)) i--;
  look.saw(i - 1, at);
  return i > start && data[i - 1] === LESS;
}

const [DASH, DOT, COLON, LESS, MORE] = [45, 46, 58, 60, 62] as const;
/** Most bytes of a tag before a word in it. */
const MAX_TAG = 48;

const isNameByte = (byte: number): boolean => isWordByte(byte) || byte === DOT || byte === DASH;

const isWordByte = (byte: number): boolean => isAlphanumericByte(byte) || byte === 95;

/** `name: {`, `name = `, `[name]`, `name(`, `host/path?query`, `<name>`, `name->`. */
const OPENERS = byteSet(':={([/?>\r\n');

/** The value without the scheme of an Authorization header before it. */
function behindScheme(look: Look, data: Buffer, value: Value, end: number): Value {
  if (SCHEME_LETTER[data[value.start]! | 0x20] !== 1) return value;
  look.saw(value.start, value.start + MAX_SCHEME);
  const found = SCHEME.exec(data.toString('latin1', value.start, Math.min(end, value.start + MAX_SCHEME)));
  if (!found) return value;
  const start = value.start + found[0].length;
  const { quote, closed } = value;
  if (start < value.end) return { start, end: value.end, quote, closed };
  // A bare value ended with the scheme's name.
  let stop = start;
  while (stop < end && stop < start + 4096 && data[stop]! > 32 && !`"'\`,;)}]<>|\\`.includes(String.fromCharCode(data[stop]!)))
    stop++;
  look.saw(start, stop + 1);
  return { start, end: stop, quote, closed };
}

/**
 * Bytes from the end of a provider's word to the end of the names; undefined when none of the words stands there at the
 * beginning of a name's part, or none of the names means a credential.
 * @param words an expression with flags g and i
 */
export function serviceDistance(words: RegExp, { names, operator }: Given): number | undefined {
  let best: number | undefined;
  for (const found of allIn(names, words)) {
    const end = found.index + found[0].length;
    if (beginsPart(names, found.index) && endsPart(names, end)) best = names.length - end;
  }
  if (best === undefined) return undefined;
  if (NO_CREDENTIAL.test(names.slice(names.length - best))) return undefined;
  const rest = names.slice(0, names.length - best).replace(words, '') + names.slice(names.length - best);
  const meant = CREDENTIAL.test(rest) || (rest.replace(/[\W_]/g, '') === '' && operator !== 'space') || operator === 'call';
  return meant ? best : undefined;
}

/** All that an expression with flag g matches. `matchAll` would copy the expression, which takes longer than to go through a name. */
function allIn(text: string, expression: RegExp): RegExpExecArray[] {
  const all: RegExpExecArray[] = [];
  expression.lastIndex = 0;
  for (let found = expression.exec(text); found; found = expression.exec(text)) all.push(found);
  return all;
}

/** The longest of a rule's names that stands in the given names. */
export function longestName(words: RegExp, names: string): string | undefined {
  let best: string | undefined;
  for (const { index, 0: name } of allIn(names, words)) {
    if (name.length > (best?.length ?? 0) && beginsPart(names, index)) best = name;
  }
  return best;
}

/** Whether a word could be a part of a name: a quick look at the bytes beside it, for words that stand in many texts. */
export function isPart(data: Buffer, from: number, to: number, start: number, end: number): boolean {
  const before = from > start ? data[from - 1]! : 0;
  // An escape of a string may stand before it.
  if (isLowerByte(before) && isLowerByte(data[from]!) && !(from - 2 >= start && data[from - 2] === 92)) return false;
  if (to + 2 >= end || !isLowerByte(data[to]!) || !isLowerByte(data[to - 1]!)) return true;
  return BEGINNINGS.has(data.toString('latin1', to, to + 3));
}

/** Of the words for credentials that may directly follow a word. */
const BEGINNINGS = new Set(['acc', 'adm', 'api', 'app', 'aut', 'cli', 'key', 'pas', 'pri', 'pwd', 'sec', 'tok']);

const isLetter = (char: string | undefined): boolean => char !== undefined && /[A-Za-z]/.test(char);
const isUpper = (char: string | undefined): boolean => char !== undefined && char >= 'A' && char <= 'Z';
const isLower = (char: string | undefined): boolean => char !== undefined && char >= 'a' && char <= 'z';

/** `do` begins a part of `do_token`, `my_do_token`, `myDoToken` and `APIDoToken`, not of `todo_token`. */
export function beginsPart(text: string, at: number): boolean {
  const before = text[at - 1];
  if (!isLetter(before)) return true;
  if (isLower(before)) return isUpper(text[at]);
  return isUpper(text[at]) && isLower(text[at + 1]);
}

/** A word ends where a part does, or before a word for credentials: `axonautkey`. */
function endsPart(text: string, at: number): boolean {
  if (!isLetter(text[at]) || beginsPart(text, at)) return true;
  return BEGINNINGS.has(text.slice(at, at + 3).toLowerCase());
}
