/**
 * Strings that languages write without plain quotes: Perl's and Ruby's `q{x}`, `%q(x)`, Elixir's `~s(x)`, Lua's `[[x]]`,
 * PostgreSQL's `$$x$$`, C++'s `R"d(x)d"`, Erlang's `<<"x">>`, CDATA sections of XML, here-documents, and block scalars of YAML.
 * Of those with lines of their own the first line is the value.
 * @module
 */
import { byteSet } from './bytes.ts';
import type { Value } from './assignment.ts';
import type { Look } from './look.ts';

/** With which byte such a string may begin, and which ones may follow: nearly all values are refused by these two. */
const BEGINNINGS: Readonly<Record<string, string>> = {
  '%': 'qQ([{|!',
  q: 'q([{|!',
  '~': 'sS',
  '[': '[',
  $: '$',
  '<': '<!',
  r: '"',
  R: '"',
  '@': `"'`,
};
const SECOND: readonly (Uint8Array | undefined)[] = Array.from({ length: 256 }, (_, first) => {
  const second = BEGINNINGS[String.fromCharCode(first)];
  return second === undefined ? undefined : byteSet(second);
});

const [TAB, LF, CR, SPACE, BAR, MORE, LOWER_R] = [9, 10, 13, 32, 124, 62, 114] as const;
/** Longest opening, `<<<'IDENTIFIER'` and its line end. */
const MAX_OPENING = 48;
/** Longest string on one line; what ends it is looked for so far. */
const MAX_STRING = 200;
/** The value is one that is quoted, not in double quotes. */
const QUOTED = 39;

/** What closes what an opening opens. */
const CLOSING: Readonly<Record<string, string>> = { '(': ')', '{': '}', '[': ']', '|': '|', '!': '!' };

/** An opening, and what ends the string; without that it ends with its line. */
const WAYS: readonly [opening: RegExp, closing: (found: RegExpExecArray) => string | undefined][] = [
  [/^(?:qq?|%[qQ]?|~[sS])([({[|!])(?=\S)/, (found) => CLOSING[found[1]!]],
  [/^\[\[(?=[^\s"'`[\]])/, () => ']]'],
  [/^\$\$(?=[^\s$])/, () => '$$'],
  [/^<!\[CDATA\[/, () => ']]>'],
  [/^<<"/, () => '">>'],
  [/^R"([\w-]{0,16})\(/i, (found) => `)${found[1]}"`],
  [/^<<[<~-]?(["']?)[A-Z_a-z]\w{0,30}\1\r?\n[ \t]*/, () => undefined],
  [/^@["']\r?\n[ \t]*/, () => undefined],
];

/**
 * The string that begins at `from`, if it is one of these.
 * @param quoteAt where a plain quote was seen, behind letters before it
 * @param limit the value ends there at last
 */
export function delimitedValue(look: Look, data: Uint8Array, from: number, quoteAt: number, limit: number): Value | undefined {
  if (from >= limit || SECOND[data[from]!]?.[data[from + 1]!] !== 1) return undefined;
  // Behind r and @ nearly always a plain string.
  if (quoteAt > from && data[quoteAt + 1] !== LF && data[quoteAt + 1] !== CR && (data[from]! | 0x20) !== LOWER_R)
    return undefined;
  const text = latin1(data, from, Math.min(limit, from + MAX_OPENING));
  look.saw(from, from + MAX_OPENING);
  for (const [opening, closing] of WAYS) {
    const found = opening.exec(text);
    if (!found) continue;
    const start = from + found[0].length;
    const close = closing(found);
    const stop = lineEnd(data, start, close === undefined ? limit : Math.min(limit, start + MAX_STRING));
    look.saw(from, stop + 1);
    if (close === undefined) return { start, end: stop, quote: QUOTED, closed: true };
    const end = latin1(data, start, stop).indexOf(close);
    return end < 0 ? undefined : { start, end: start + end, quote: QUOTED, closed: true };
  }
  return undefined;
}

/** The first line of YAML's `|` and `>` at `at`, which may name their indentation and what becomes of the last line end. */
export function blockValue(look: Look, data: Uint8Array, at: number, end: number): Value | undefined {
  if (at >= end || (data[at] !== BAR && data[at] !== MORE)) return undefined;
  const head = /^[|>][-+1-9]{0,2}[ \t]*\r?\n[ \t]+(?=\S)/.exec(latin1(data, at, Math.min(end, at + MAX_OPENING)));
  look.saw(at, at + MAX_OPENING);
  if (!head) return undefined;
  const start = at + head[0].length;
  let stop = lineEnd(data, start, end);
  look.saw(at, stop + 1);
  while (stop > start && (data[stop - 1] === SPACE || data[stop - 1] === TAB)) stop--;
  return { start, end: stop, quote: 0, closed: true };
}

function lineEnd(data: Uint8Array, from: number, limit: number): number {
  let i = from;
  while (i < limit && data[i] !== LF && data[i] !== CR) i++;
  return i;
}

/** Some bytes as text. */
export function latin1(data: Uint8Array, from: number, to: number): string {
  return Buffer.from(data.buffer, data.byteOffset + from, Math.max(0, to - from)).toString('latin1');
}
