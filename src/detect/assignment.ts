/**
 * Reads what is given to a name: `password = "x"`, `"api_key": "x"`, `--token x`, `setSecret('name', 'x')`,
 * `<password>x</password>`, `PASSWORD=x`, `password: str = "x"`. Bytes in, offsets out; nothing is looked at beyond
 * a name, three gaps and MAX_VALUE bytes, and what is looked at is told.
 * @module
 */
import { ALPHANUMERIC, byteSet } from './bytes.ts';
import { blockValue, delimitedValue, latin1 } from './literal-forms.ts';
import type { Look } from './look.ts';

export type Operator = 'assign' | 'colon' | 'arrow' | 'compare' | 'call' | 'comma' | 'tag' | 'space' | 'none';

export interface Value {
  /** The value without its quotes. */
  start: number;
  end: number;
  /** The quote's byte, 0 for a bare value. */
  quote: number;
  /** False for a quoted value without a closing quote in reach. */
  closed: boolean;
}

export interface Assignment {
  nameStart: number;
  nameEnd: number;
  operator: Operator;
  values: Value[];
}

const MAX_NAME = 48;
const MAX_GAP = 16;
/** AWS session tokens and the refresh tokens of some issuers have a kilobyte and more. */
const MAX_VALUE = 4096;
/** A type in words, `As String =`. */
const MAX_TYPE = 64;

/** Bytes of names. */
export const NAME = byteSet(`${ALPHANUMERIC}_-.$`);

const QUOTE = byteSet(`"'\``);

/** Ends a bare value. */
const STOP = byteSet('"\'`,;)}]<>|\\').fill(1, 0, 33);

const [TAB, LF, CR, SPACE, AMPERSAND, OPEN, COMMA, DASH, COLON, LESS, EQUALS, MORE, AT, BACKSLASH, HASH] = [
  9, 10, 13, 32, 38, 40, 44, 45, 58, 60, 61, 62, 64, 92, 35,
] as const;

/**
 * @param nameAt an offset within the name (the keyword that was found)
 * @param wordEnd one past the keyword
 */
export function findAssignment(
  look: Look,
  data: Uint8Array,
  nameAt: number,
  wordEnd: number,
  start: number,
  end: number,
): Assignment {
  let nameStart = nameAt;
  const lowest = Math.max(start, nameAt - MAX_NAME);
  while (nameStart > lowest && NAME[data[nameStart - 1]!] === 1) nameStart--;
  let i = wordEnd;
  const nameStop = Math.min(end, wordEnd + MAX_NAME);
  while (i < nameStop && NAME[data[i]!] === 1) i++;
  const nameEnd = i;
  const none: Assignment = { nameStart, nameEnd, operator: 'none', values: [] };
  look.saw(nameStart - 1, nameEnd + 1);
  if (i >= nameStop) return none;

  // What may close a name: a quote, a bracket, an escaped quote within JSON text.
  let closers = 0;
  while (
    i < end &&
    closers < 4 &&
    (QUOTE[data[i]!] === 1 || data[i] === 93 || (data[i] === 41 && closers === 0) || data[i] === BACKSLASH)
  ) {
    i++;
    closers++;
  }
  const gapStart = i;
  i = skipSpaces(data, i, end);
  // The longest operator has three bytes.
  look.saw(nameStart, i + 3);
  if (i >= end) return none;

  let operator: Operator = 'none';
  const byte = data[i]!;
  const next = i + 1 < end ? data[i + 1]! : 0;
  if (byte === EQUALS) {
    if (next === EQUALS) {
      operator = 'compare';
      i += data[i + 2] === EQUALS ? 3 : 2;
    } else if (next === MORE) {
      operator = 'arrow';
      i += 2;
    } else {
      operator = 'assign';
      i += next === 126 ? 2 : 1;
    }
  } else if (byte === 33 && next === EQUALS) {
    operator = 'compare';
    i += data[i + 2] === EQUALS ? 3 : 2;
  } else if (byte === COLON) {
    if (next === COLON) return none;
    operator = next === EQUALS ? 'assign' : 'colon';
    i += next === EQUALS ? 2 : 1;
  } else if ((byte === 63 || byte === 124) && next === byte && data[i + 2] === EQUALS) {
    // ??= and ||=
    operator = 'assign';
    i += 3;
  } else if (byte === 63 && next === EQUALS) {
    operator = 'assign';
    i += 2;
  } else if (byte === LESS && next === DASH) {
    operator = 'arrow';
    i += 2;
  } else if (byte === 63 && next === COLON) {
    operator = 'colon';
    i += 2;
  } else if (byte === DASH && next === MORE) {
    operator = 'arrow';
    i += 2;
  } else if (byte === OPEN && gapStart === nameEnd) {
    operator = 'call';
    i += 1;
  } else if (byte === COMMA && closers > 0) {
    operator = 'comma';
    i += 1;
  } else if (byte === MORE && gapStart === i && nameStart > start && (data[nameStart - 1] === LESS || closers > 0)) {
    operator = 'tag';
    i += 1;
  } else if (i > gapStart && closers === 0) {
    const typed = (byte | 0x20) === 97 && (next | 0x20) === 115 ? typeEnd(look, data, i, end) : 0;
    operator = typed > 0 ? 'assign' : 'space';
    if (typed > 0) i = typed;
  } else {
    return none;
  }
  return readValues(look, data, i, end, { nameStart, nameEnd, operator, values: [] });
}

/** Behind Visual Basic's `As String =` at `at`; 0 where something else stands. */
function typeEnd(look: Look, data: Uint8Array, at: number, end: number): number {
  look.saw(at, at + MAX_TYPE);
  const found = /^as\s+[\w.]{1,40}\s*=/i.exec(latin1(data, at, Math.min(end, at + MAX_TYPE)));
  return found ? at + found[0].length : 0;
}

function readValues(look: Look, data: Uint8Array, from: number, end: number, assignment: Assignment): Assignment {
  let i = skipSpaces(data, from, end);
  look.saw(from, i + 2);
  // `"key":` with the value on the next line, as pretty printers and YAML write it.
  if (assignment.operator !== 'space' && i < end && (data[i] === LF || (data[i] === CR && data[i + 1] === LF))) {
    i += data[i] === CR ? 2 : 1;
    i = skipSpaces(data, i, end);
    look.saw(from, i + 1);
    if (i < end && QUOTE[data[i]!] === 0) return assignment;
  }
  if (assignment.operator === 'call') {
    for (let n = 0; n < 3 && i < end; n++) {
      const value = readValue(look, data, i, end);
      if (value.end > value.start) assignment.values.push(value);
      i = skipSpaces(data, value.end + (value.quote ? 1 : 0), end);
      look.saw(from, i + 1);
      if (data[i] !== COMMA) break;
      i = skipSpaces(data, i + 1, end);
      look.saw(from, i + 1);
      // A second argument on its own line still belongs to the call.
      if (data[i] === LF) i = skipSpaces(data, i + 1, end);
    }
    return assignment;
  }
  const block = assignment.operator === 'colon' ? blockValue(look, data, i, end) : undefined;
  let value = block ?? readValue(look, data, i, end);
  if (assignment.operator === 'colon' && value.quote === 0 && !block) {
    // `password: str = "x"`, `const password: string = 'x'`: what follows the colon is a type.
    const behind = skipSpaces(data, value.end, Math.min(end, value.end + MAX_GAP));
    look.saw(from, behind + 2);
    if (data[behind] === EQUALS && data[behind + 1] !== EQUALS && data[behind + 1] !== MORE) {
      assignment.operator = 'assign';
      value = readValue(look, data, skipSpaces(data, behind + 1, end), end);
    }
  }
  if (value.end > value.start) assignment.values.push(value);
  return assignment;
}

/** The value that begins at `from`, quoted or bare. */
export function readValue(look: Look, data: Uint8Array, from: number, end: number): Value {
  let i = from;
  // Prefixes of string literals: r"", b'', u"", f"", L"", @"", $"", and backslashes of JSON within strings.
  const limit = Math.min(end, from + MAX_VALUE);
  let lead = i;
  while (lead < limit && lead < i + 3 && (isPrefix(data[lead]!) || data[lead] === BACKSLASH || data[lead] === HASH)) lead++;
  if (lead < limit && QUOTE[data[lead]!] === 1) i = lead;
  const quote = i < limit ? data[i]! : 0;
  // A letter and a sign may stand before a string, a sign before a brace, and two more quotes behind the first.
  look.saw(from - 1, from + 6);
  const delimited = delimitedValue(look, data, from, i, limit);
  if (delimited) return delimited;
  if (QUOTE[quote] === 1) {
    let slashes = 0;
    while (i - 1 - slashes >= from && data[i - 1 - slashes] === BACKSLASH) slashes++;
    const escaped = slashes > 0;
    let begin = i + 1;
    // Python's and others' triple quotes.
    if (data[begin] === quote && data[begin + 1] === quote) begin += 2;
    let j = begin;
    for (; j < limit; j++) {
      const byte = data[j]!;
      if (byte === quote || byte === LF || byte === CR) break;
      if (byte === BACKSLASH) {
        // As many backslashes as the opening quote has are before the closing one, in a string within a string.
        let more = 1;
        if (escaped) while (data[j + more] === BACKSLASH) more++;
        if (escaped && more <= slashes && data[j + more] === quote) break;
        j += more;
      }
    }
    j = Math.min(j, limit);
    // With the backslashes before a quote that would close it.
    look.saw(from, j + 6);
    return { start: begin, end: j, quote, closed: j < limit && (data[j] === quote || escaped) };
  }
  let j = i;
  let depth = 0;
  while (j < limit) {
    const byte = data[j]!;
    if (byte === OPEN) depth++;
    else if (byte === 41 && depth > 0) depth--;
    else if (byte === 123 && data[j - 1] === 36) depth++;
    else if (byte === 125 && depth > 0) depth--;
    else if (STOP[byte] === 1) break;
    else if (byte === AMPERSAND && j > i) break;
    j++;
  }
  look.saw(from, j + 1);
  return { start: i, end: j, quote: 0, closed: true };
}

function isPrefix(byte: number): boolean {
  const lower = byte | 0x20;
  return (
    lower === 114 || lower === 98 || lower === 117 || lower === 102 || byte === 115 || byte === 76 || byte === AT || byte === 36
  );
}

export function skipSpaces(data: Uint8Array, from: number, end: number): number {
  const limit = Math.min(end, from + MAX_GAP);
  let i = from;
  while (i < limit && (data[i] === SPACE || data[i] === TAB)) i++;
  return i;
}
