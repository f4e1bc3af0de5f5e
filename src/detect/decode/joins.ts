/**
 * Values that are written in pieces: string literals side by side or joined by an operator, lines that go on behind a
 * backslash, and lines that were wrapped.
 * @module
 */
import {
  ALPHANUMERIC,
  byteSet,
  isAlphanumericByte,
  isDigitByte,
  isLetterByte,
  isLowerByte,
  isUpperByte,
  runEnd,
} from '../bytes.ts';
import type { DetectorCode } from '../detectors/index.ts';
import type { Look } from '../look.ts';
import { FIRST_PIECE, type Literal } from '../prefilter.ts';
import { type View, ViewBuilder } from './view.ts';

/** White space between two pieces, indentation included. */
const MAX_GAP = 160;
/** Pieces of one value. */
const MAX_PIECES = 64;
/** What is shown of the text before the first piece and behind the last: names and operators stand there. */
const BEFORE = 128;
const BEHIND = 32;
/** Longest joined value in bytes. */
const MAX_JOINED = 8_192;
/** A line without quotes goes on in the next one only if what it ends with is at least so long. */
const MIN_FOLDED = 12;
const MIN_FOLDED_REST = 4;

/** A cut within a literal counts before so many bytes, or FIRST_PIECE before the next cut: words are mostly shorter. */
const MIN_REST = 12;
/** Longest piece in which a literal may be cut: behind a longer one it was seen, or data are wrapped. */
const MAX_HEAD = 48;

const TOKENS = `${ALPHANUMERIC}-_+/=.~`;
const TOKEN = byteSet(TOKENS);
const QUOTES = `"'\``;
const QUOTE = byteSet(QUOTES);
/** Between two strings, in the languages that have them, and the bytes of these. */
const OPERATORS = ['+', '.', '..', '&', '~', '^', '++', '<>', '||'];
const OPERATOR = byteSet(OPERATORS.join(''));
/** What may stand behind a string and white space, if another one goes on with it. */
const GOES_ON = `${QUOTES}${OPERATORS.join('')}\\rRbBuUfFL@$`;
const GOES = byteSet(GOES_ON);

const [TAB, LF, CR, SPACE, BACKSLASH, DOLLAR, AT, EQUALS] = [9, 10, 13, 32, 92, 36, 64, 61] as const;

/**
 * What stands between two strings, as much of it as is the same everywhere. Literals of three bytes fill the prefilter, as
 * what stands beside them is spelled out.
 */
function seamLiterals(): Literal[] {
  // Where all of it stands in one literal, most of what follows is seen at once to be no piece.
  const whole = (text: string): Literal => ({ text, fold: true, prev: TOKENS, next: TOKENS, tail: [TOKENS, FIRST_PIECE] });
  const open = (text: string, next = ` \t${QUOTES}`): Literal => ({ text, fold: false, prev: TOKENS, next, behind: GOES_ON });
  const perQuote = (quote: string): Literal[] => [
    ...OPERATORS.map((operator) => whole(`${quote} ${operator} ${quote}`)),
    ...OPERATORS.map((operator) => open(`${quote} ${operator}\n`)),
    ...OPERATORS.map((operator) => open(`${quote} ${operator}\r`, '\n')),
    ...['+', '.', '++', '||'].map((operator) => whole(quote + operator + quote)),
    open(`${quote}+\n`),
  ];
  // A backtick stands at the end of many lines of prose.
  const beside = (quote: string): Literal[] => [
    ...['"', "'"].map((next) => whole(`${quote} ${next}`)),
    whole(`${quote}\n${quote}`),
    open(`${quote}\n `, ' \t+.&<|'),
    open(`${quote}\n\t`),
    open(`${quote}\r\n`),
    open(`${quote} \\\n`),
    open(`${quote} \\\r`, '\n'),
  ];
  return [
    ...Array.from(QUOTES).flatMap(perQuote),
    ...Array.from(`"'`).flatMap(beside),
    ...['+', '.'].map((operator) => whole(`" ${operator} \\"`)),
    // A line that goes on behind a backslash.
    ...Array.from('abcdefghijklmnopqrstuvwxyz0123456789-_+/=.~', (next) => whole(`\\\n${next}`)),
    whole('\\\r\n'),
  ];
}

/**
 * Called where a string ends and another may go on with it: of a credential that is cut within the literal by which it is
 * known nothing else is left to look for.
 */
export const seams: DetectorCode = {
  always: true,
  literals: seamLiterals(),
  run: ({ decoder }, at) => decoder.seam(at),
};

/** How one piece leads to the next. */
interface Seam {
  /** Where the next piece begins. */
  next: number;
  /** `operator` says it for sure; strings side by side are one in some languages and lists in others; lines fold in some formats. */
  by: 'operator' | 'backslash' | 'adjacent' | 'fold';
}

/** One past the last byte from `at` on that tokens are made of. */
export function tokenEnd(data: Uint8Array, at: number, end: number): number {
  return runEnd(data, at, end, TOKEN);
}

/** A piece of a value. */
export interface Piece {
  from: number;
  to: number;
}

/**
 * The piece before a seam at which a credential may be cut so early that no literal is left: behind the seam stands a run that
 * is more than plain words.
 * @param at of a quote or backslash
 * @returns undefined where no credential is cut
 */
export function cutAt(look: Look, data: Uint8Array, at: number, start: number, end: number): Piece | undefined {
  const to = at > start && data[at - 1] === BACKSLASH && QUOTE[data[at]!] === 1 ? at - 1 : at;
  let from = to;
  while (from > start && from >= to - MAX_HEAD && TOKEN[data[from - 1]!] === 1) from--;
  look.saw(from - 1, at + 1);
  if (from === to || to - from > MAX_HEAD) return undefined;
  // Most strings are followed by something else: cheaper than to look for the seam.
  const behind = QUOTE[data[to]!] === 1 ? gapEnd(look, data, to + 1, end) : to;
  if (behind < end && GOES[data[behind]!] === 0) return undefined;
  // As cheap where another string follows: mostly there is a word in it.
  if (behind + 1 < end && QUOTE[data[behind]!] === 1 && restEnd(look, data, from, behind + 1, end) < 0) return undefined;
  const seam = seamAt(look, data, from, to, start, end);
  if (!seam || seam.by === 'fold') return undefined;
  const rest = restEnd(look, data, from, seam.next, end);
  if (rest < 0) return undefined;
  const another = rest < end && rest - seam.next < MIN_REST && seamAt(look, data, seam.next, rest, seam.next, end) !== undefined;
  return rest - seam.next >= MIN_REST || another ? { from, to } : undefined;
}

/** Where the rest of a credential ends that begins at `next`, behind a cut; -1 for what is too little for one, or plain words. */
function restEnd(look: Look, data: Uint8Array, from: number, next: number, end: number): number {
  const rest = tokenEnd(data, next, Math.min(end, next + MAX_JOINED));
  look.saw(from, rest + 1);
  return rest - next < FIRST_PIECE || isPlain(data, next, rest) ? -1 : rest;
}

/** Digits of a number in a version, capitals of an abbreviation, and letters of a word that another one follows at once. */
const MAX_DIGITS = 4;
const MAX_CAPITALS = 5;
const MIN_WORD = 3;

/** Digests of files, as lock files and pages tell them (Subresource Integrity, 3.2; npm has old ones). */
const DIGESTS = ['sha1-', 'sha256-', 'sha384-', 'sha512-'].map((text) => Buffer.from(text));

/**
 * Whether there are only words and short numbers, as in paths, names, assignments and versions: no letters and digits side by side,
 * and capitals only where a word begins or an abbreviation stands. Or it is a digest.
 */
function isPlain(data: Uint8Array, from: number, to: number): boolean {
  if (data[from] === DIGESTS[0]![0] && DIGESTS.some((text) => text.every((byte, i) => data[from + i] === byte))) return true;
  for (let i = from; i < to; ) {
    const byte = data[i]!;
    // Base64 may end so.
    if (byte === EQUALS && (i + 1 === to || !isLetterByte(data[i + 1]!))) return false;
    i = isDigitByte(byte) ? numberEnd(data, i, to) : isLetterByte(byte) ? wordEnd(data, i, to) : i + 1;
    if (i < 0) return false;
  }
  return true;
}

/** Where a short number ends; -1 for what is none. */
function numberEnd(data: Uint8Array, from: number, to: number): number {
  let i = from;
  while (i < to && isDigitByte(data[i]!)) i++;
  return i - from > MAX_DIGITS || (i < to && isLetterByte(data[i]!)) ? -1 : i;
}

/** Where a word or an abbreviation ends; -1 for what is none. Behind a word of some letters another one may begin. */
function wordEnd(data: Uint8Array, from: number, to: number): number {
  let i = from + 1;
  if (isUpperByte(data[from]!)) {
    while (i < to && isUpperByte(data[i]!)) i++;
    if (i > from + 1) return i - from > MAX_CAPITALS || (i < to && isAlphanumericByte(data[i]!)) ? -1 : i;
  }
  while (i < to && isLowerByte(data[i]!)) i++;
  if (i === to || !isAlphanumericByte(data[i]!)) return i;
  return i - from >= MIN_WORD && beginsWord(data, i, to) ? i : -1;
}

function beginsWord(data: Uint8Array, at: number, to: number): boolean {
  if (!isUpperByte(data[at]!) || at + MIN_WORD > to) return false;
  for (let i = at + 1; i < at + MIN_WORD; i++) if (!isLowerByte(data[i]!)) return false;
  return true;
}

function gapEnd(look: Look, data: Uint8Array, from: number, end: number): number {
  const limit = Math.min(end, from + MAX_GAP);
  let i = from;
  while (i < limit) {
    const byte = data[i]!;
    if (byte === SPACE || byte === TAB || byte === LF || byte === CR) i++;
    else if (byte === BACKSLASH && (data[i + 1] === LF || (data[i + 1] === CR && data[i + 2] === LF))) i++;
    else break;
  }
  look.saw(from, i + 3);
  return i;
}

/** A quote at `at`, escaped or not: its byte and length; undefined if there is none. */
function quoteAt(data: Uint8Array, at: number, end: number): { quote: number; length: number } | undefined {
  if (at >= end) return undefined;
  const byte = data[at]!;
  if (QUOTE[byte] === 1) return { quote: byte, length: 1 };
  if (byte === BACKSLASH && at + 1 < end && QUOTE[data[at + 1]!] === 1) return { quote: data[at + 1]!, length: 2 };
  return undefined;
}

/**
 * What follows a piece that ends at `at`.
 * @param from where the piece began
 * @param start where the first piece began, or the bytes: nothing is looked at before it
 */
export function seamAt(look: Look, data: Uint8Array, from: number, at: number, start: number, end: number): Seam | undefined {
  look.saw(at, at + 3);
  if (at >= end) return undefined;
  const byte = data[at]!;
  const close = quoteAt(data, at, end);
  if (close) return quotedSeam(look, data, at + close.length, end);
  if (byte === BACKSLASH) {
    const line = data[at + 1] === LF ? at + 2 : data[at + 1] === CR && data[at + 2] === LF ? at + 3 : 0;
    if (line === 0) return undefined;
    const next = blanksEnd(data, line, end);
    look.saw(at, next + 1);
    return next < end && TOKEN[data[next]!] === 1 ? { next, by: 'backslash' } : undefined;
  }
  if (byte === LF || (byte === CR && data[at + 1] === LF)) {
    if (at - from < MIN_FOLDED || isWrapped(look, data, from, start)) return undefined;
    const next = blanksEnd(data, at + (byte === CR ? 2 : 1), end);
    const rest = tokenEnd(data, next, Math.min(end, next + MAX_JOINED));
    look.saw(at, rest + 1);
    // Keywords, ends of here documents, rules below headings and other assignments stand alone on lines, too.
    if (rest - next < MIN_FOLDED_REST || isPlain(data, next, rest)) return undefined;
    // The rest stands alone on its line: prose and lists of assignments do not fold.
    const last = data[rest];
    const alone = rest >= end || last === LF || last === CR || QUOTE[last!] === 1 || last === 60;
    return alone ? { next, by: 'fold' } : undefined;
  }
  return undefined;
}

/** What follows behind a closing quote. */
function quotedSeam(look: Look, data: Uint8Array, behind: number, end: number): Seam | undefined {
  let i = gapEnd(look, data, behind, end);
  const operatorAt = i;
  while (i < end && i < operatorAt + 2 && OPERATOR[data[i]!] === 1) i++;
  const operator = i > operatorAt;
  // `"a">"b"` and the ends of tags are no seams.
  if (operator && (data[operatorAt] === 62 || (data[operatorAt] === 60 && data[operatorAt + 1] !== 62))) return undefined;
  if (operator) i = gapEnd(look, data, i, end);
  // Two letters, an escaped quote, and what follows it.
  look.saw(behind, i + 5);
  // Letters before a string's quote say how it is read: r"", b'', L"", @"".
  let prefix = i;
  while (prefix < end && prefix < i + 2 && isPrefix(data[prefix]!)) prefix++;
  const open = quoteAt(data, prefix, end) ?? quoteAt(data, (prefix = i), end);
  if (!open || (prefix > i && i === behind)) return undefined;
  const next = prefix + open.length;
  // Two quotes in a row are an empty string, or one quote that is escaped by doubling.
  if (next >= end || TOKEN[data[next]!] === 0) return undefined;
  return { next, by: operator ? 'operator' : 'adjacent' };
}

/** Where a line's run of tokens and blanks begins. */
function runStart(data: Uint8Array, from: number, start: number): number {
  let i = from;
  while (i > start && (TOKEN[data[i - 1]!] === 1 || data[i - 1] === SPACE || data[i - 1] === TAB)) i--;
  return i;
}

/** Whether the line before is a run of token characters, too: then this one is within wrapped data, and no value begins here. */
function isWrapped(look: Look, data: Uint8Array, from: number, start: number): boolean {
  const i = runStart(data, from, start);
  look.saw(i - MIN_FOLDED - 3, from);
  if (i <= start || data[i - 1] !== LF) return false;
  const last = data[i - 2] === CR ? i - 3 : i - 2;
  let begin = last;
  while (begin >= start && begin > last - MIN_FOLDED && TOKEN[data[begin]!] === 1) begin--;
  return last - begin >= MIN_FOLDED;
}

function blanksEnd(data: Uint8Array, from: number, end: number): number {
  const limit = Math.min(end, from + MAX_GAP);
  let i = from;
  while (i < limit && (data[i] === SPACE || data[i] === TAB)) i++;
  return i;
}

function isPrefix(byte: number): boolean {
  const lower = byte | 0x20;
  return lower === 114 || lower === 98 || lower === 117 || lower === 102 || byte === 76 || byte === AT || byte === DOLLAR;
}

/**
 * Joins the pieces of a value.
 * @param from where the first piece begins, or a little before it
 * @param at where the first piece ends
 * @returns undefined where nothing follows that belongs to it
 */
export function joinPieces(look: Look, data: Uint8Array, from: number, at: number, start: number, end: number): View | undefined {
  let seam = seamAt(look, data, from, at, start, end);
  if (!seam) return undefined;
  const folded = seam.by === 'fold';
  const builder = new ViewBuilder(data);
  let begin = from;
  const lowest = Math.max(start, from - BEFORE);
  while (begin > lowest && data[begin - 1] !== LF) begin--;
  builder.copy(begin, at);
  const firstPiece = builder.length;
  let unsure = false;
  let stop = at;
  for (let pieces = 1; seam && pieces < MAX_PIECES && builder.length < MAX_JOINED; pieces++) {
    if ((seam.by === 'fold') !== folded) break;
    unsure ||= seam.by === 'adjacent' || seam.by === 'fold';
    stop = tokenEnd(data, seam.next, Math.min(end, seam.next + MAX_JOINED));
    look.saw(from, stop + 1);
    builder.copy(seam.next, stop);
    seam = seamAt(look, data, seam.next, stop, seam.next, end);
  }
  builder.copy(stop, Math.min(end, stop + BEHIND));
  look.saw(begin - 1, stop + BEHIND);
  const encoding = folded ? 'folded-lines' : 'concatenation';
  return builder.view(encoding, begin, Math.min(end, stop + BEHIND), { firstPiece, lastPiece: stop, unsure });
}
