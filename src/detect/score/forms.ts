/**
 * From the name of a secret to the values given to it, in more notations than an assignment (assignment.ts) has.
 * @module
 */
import { findAssignment, readValue, skipSpaces, type Value } from '../assignment.ts';
import type { Look } from '../look.ts';
import { valueOfPair } from '../pair.ts';
import type { Form, Span } from './candidate.ts';

/** Bytes by what they may be: 1 a quote, 2 an opener of what wraps a value. */
const [QUOTE, OPENER] = [1, 2] as const;
const KINDS = new Uint8Array(256);
for (const char of '"\'`') KINDS[char.charCodeAt(0)] = QUOTE;
for (const char of '([{') KINDS[char.charCodeAt(0)] = OPENER;
const [LF, CR, SPACE, COMMA, DASH, COLON, SEMICOLON, BACKSLASH, BRACE] = [10, 13, 32, 44, 45, 58, 59, 92, 123] as const;
/** Commands of shells that give a value to a name, and how far they reach; names that are directives. */
const SETTER = /(?:^|[\s;&(])(?:setenv|set\s+-[a-zA-Z]*x)\s$/;
const SETTER_LENGTH = 24;
const DIRECTIVE = /^(?:requirepass|masterauth)$/i;
/** Length of `password`, which .netrc puts before its value. */
const NETRC_PASSWORD = 8;
/** Most bytes between an operator and a wrapped value. */
const WRAP_GAP = 64;

const isKind = (byte: number, kind: number): boolean => (KINDS[byte]! & kind) !== 0;

export interface Given {
  nameStart: number;
  nameEnd: number;
  spans: { form: Form; span: Span }[];
}

/**
 * What is given to the name that holds the bytes `[at, wordEnd)`.
 * @param start bytes before it and from `end` on do not exist
 */
export function findGiven(look: Look, data: Buffer, at: number, wordEnd: number, start: number, end: number): Given {
  const found = findAssignment(look, data, at, wordEnd, start, end);
  const { nameStart, nameEnd, operator } = found;
  const given: Given = { nameStart, nameEnd, spans: [] };
  const add = (form: Form, value: Value): void => {
    const { start: from, end: to, quote, closed } = value;
    if (to > from) given.spans.push({ form, span: { nameStart, nameEnd, start: from, end: to, quote, closed } });
  };
  if (operator === 'none' || operator === 'space' || operator === 'comma') {
    const paired = valueOfPair(look, data, nameEnd, end);
    if (paired) {
      add('pair', paired);
      return given;
    }
  }
  if (operator === 'none') {
    const value =
      symbolValue(look, data, nameStart, nameEnd, start, end) ??
      serializedValue(look, data, nameEnd, end) ??
      emphasisedValue(look, data, nameEnd, end);
    if (value) add('comma', value);
    return given;
  }
  if (operator === 'call') {
    const values = callValues(found.values, data);
    for (const value of values) add('call', value);
    return given;
  }
  const [value] = found.values;
  if (!value) return given;
  if (operator === 'space' && value.quote === 0 && isSet(look, data, nameStart, nameEnd, start)) {
    add('assign', value);
    return given;
  }
  // In prose and code a bare word behind a name is no value; it is one behind an option and in .netrc.
  if (operator === 'space' && value.quote === 0 && data[nameStart] !== DASH && nameEnd - nameStart !== NETRC_PASSWORD)
    return given;
  const wrapped =
    value.quote === 0 && operator !== 'space' && operator !== 'tag' ? wrappedValue(look, data, value.start, end) : undefined;
  // Over lines, as in Terraform's state: `"db_password": { "value": "x" }`.
  const paired = !wrapped && data[value.start] === BRACE ? valueOfPair(look, data, value.start, end) : undefined;
  if (wrapped) add('wrapped', wrapped);
  else if (paired) add('pair', paired);
  else add(operator, value);
  return given;
}

/** Whether what follows a name and a blank is its value: `setenv X v`, `set -x X v`, and directives of Redis. */
function isSet(look: Look, data: Buffer, nameStart: number, nameEnd: number, start: number): boolean {
  look.saw(nameStart - 2, nameEnd);
  const before = nameStart - 2 >= start ? data[nameStart - 2] : 0;
  // Cheap to refuse, as most are words of a text: those commands end in v or x.
  if (before !== 118 && before !== 120)
    return nameEnd - nameStart >= 10 && DIRECTIVE.test(data.toString('latin1', nameStart, nameEnd));
  look.saw(nameStart - SETTER_LENGTH, nameEnd);
  return SETTER.test(data.toString('latin1', Math.max(start, nameStart - SETTER_LENGTH), nameStart));
}

/** Ruby's `:secret, 'x'`, Erlang's `{secret, "x"}` and `{secret, <<"x">>}`. */
function symbolValue(
  look: Look,
  data: Buffer,
  nameStart: number,
  nameEnd: number,
  start: number,
  end: number,
): Value | undefined {
  if (nameStart <= start || (data[nameStart - 1] !== COLON && data[nameStart - 1] !== BRACE) || data[nameEnd] !== COMMA)
    return undefined;
  const value = readValue(look, data, skipSpaces(data, nameEnd + 1, end), end);
  return value.quote === 0 ? undefined : value;
}

/** PHP's serialized strings: `s:8:"password";s:6:"x";`. */
function serializedValue(look: Look, data: Buffer, nameEnd: number, end: number): Value | undefined {
  let i = nameEnd;
  if (data[i] === BACKSLASH) i++;
  if (data[i] !== 34 || data[i + 1] !== SEMICOLON) return undefined;
  look.saw(nameEnd, i + 14);
  const found = /^s:\d{1,5}:\\?(?=")/.exec(data.toString('latin1', i + 2, Math.min(end, i + 14)));
  return found ? readValue(look, data, i + 2 + found[0].length, end) : undefined;
}

/** Markdown's `**password**: x`. */
function emphasisedValue(look: Look, data: Buffer, nameEnd: number, end: number): Value | undefined {
  if (data[nameEnd] !== 42 && data[nameEnd] !== 95) return undefined;
  look.saw(nameEnd, nameEnd + 16);
  const found = /^(?:\*\*|__)?:?(?:\*\*|__)?:? *(?=\S)/.exec(data.toString('latin1', nameEnd, Math.min(end, nameEnd + 16)));
  if (!found || found[0].trim().length < 3 || !found[0].includes(':')) return undefined;
  return readValue(look, data, nameEnd + found[0].length, end);
}

/** The quoted value within a bare one: `Some("x")`, `[]byte("x")`, `new Password('x')`, `{ value: "x" }`. */
function wrappedValue(look: Look, data: Buffer, from: number, end: number): Value | undefined {
  const limit = Math.min(end, from + WRAP_GAP);
  for (let i = from; i < limit; i++) {
    const byte = data[i]!;
    look.saw(from, i + 1);
    if (byte === LF || byte === CR || byte === SEMICOLON || byte === COMMA) return undefined;
    if (!isKind(byte, QUOTE)) continue;
    let before = i - 1;
    // A letter that marks the kind of string: b'', r"".
    if (before > from && /[brufLN@$]/.test(String.fromCharCode(data[before]!)) && isKind(data[before - 1]!, OPENER)) before--;
    while (before > from && data[before] === SPACE) before--;
    const opened =
      isKind(data[before]!, OPENER) || (before > from && /\{ ?value:$/.test(data.toString('latin1', before - 8, before + 1)));
    look.saw(from - 8, i + 1);
    return opened ? readValue(look, data, i, end) : undefined;
  }
  return undefined;
}

/** The arguments of a call that may be the value: all that are quoted, the first only when it is the only one. */
function callValues(values: readonly Value[], data: Buffer): Value[] {
  const quoted = values.filter((value) => value.quote !== 0);
  if (values.length <= 1 || quoted.length <= 1) return quoted;
  // `set("password", "x")`: the first names the second.
  return quoted.filter((value, i) => i > 0 || /[^A-Za-z_. -]/.test(data.toString('latin1', value.start, value.end)));
}
