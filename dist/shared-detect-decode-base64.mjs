const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  FIRST_PIECE,
  MAX_LITERAL,
  findAssignment,
  readValue,
  skipSpaces,
  valueOfPair
} from "./shared-detect-assignment.mjs";
import {
  readBiscuit,
  readBranca,
  readMacaroon,
  readPaseto
} from "./shared-tokens-capability.mjs";
import {
  BEFORE,
  NAME_LITERALS,
  entropy,
  firstKeyword,
  isExpression,
  isReference,
  isRepetitive,
  isTokenBeginning,
  isUuid,
  looksLikePlaceholder,
  plainName,
  variantOf
} from "./shared-detect-plausible.mjs";
import {
  ALPHANUMERIC,
  byteSet,
  isAlphanumericByte,
  isDigitByte,
  isLetterByte,
  isLowerByte,
  isUpperByte,
  runEnd
} from "./shared-detect-bytes.mjs";

// src/detect/decode/view.ts
function encodingsOf(view) {
  return [...view.outer ? encodingsOf(view.outer) : [], view.encoding];
}
var bytes = Buffer.alloc(1 << 14);
var starts = new Int32Array(1 << 14);
var ends = new Int32Array(1 << 14);
function grow() {
  const [oldBytes, oldStarts, oldEnds] = [bytes, starts, ends];
  bytes = Buffer.alloc(2 * oldBytes.length);
  starts = new Int32Array(bytes.length);
  ends = new Int32Array(bytes.length);
  bytes.set(oldBytes);
  starts.set(oldStarts);
  ends.set(oldEnds);
}
var ViewBuilder = class {
  #source;
  length = 0;
  constructor(source) {
    this.#source = source;
  }
  /** One decoded byte that came from `[start, end)`. */
  push(byte, start, end) {
    if (this.length === bytes.length) grow();
    const at = this.length++;
    bytes[at] = byte;
    starts[at] = start;
    ends[at] = end;
  }
  /** Bytes that stand for themselves. */
  copy(from, to) {
    while (this.length + to - from > bytes.length) grow();
    const source = this.#source;
    for (let at = from, place = this.length; at < to; at++, place++) {
      bytes[place] = source[at];
      starts[place] = at;
      ends[place] = at + 1;
    }
    this.length += Math.max(0, to - from);
  }
  /** @param pieces what is known of pieces that were joined */
  view(encoding, from, to, pieces) {
    const [begin, stop] = [starts.slice(0, this.length), ends.slice(0, this.length)];
    return {
      data: Buffer.from(bytes.subarray(0, this.length)),
      startOf: (at) => begin[at],
      endOf: (at) => stop[at],
      from,
      to,
      encoding,
      firstPiece: pieces?.firstPiece,
      lastPiece: pieces?.lastPiece,
      unsure: pieces?.unsure
    };
  }
};
function placeIn(view, start, end) {
  const [from, to] = [view.startOf(start), view.endOf(end - 1)];
  return view.outer ? placeIn(view.outer, from, to) : [from, to];
}

// src/detect/decode/joins.ts
var MAX_GAP = 160;
var MAX_PIECES = 64;
var BEFORE2 = 128;
var BEHIND = 32;
var MAX_JOINED = 8192;
var MIN_FOLDED = 12;
var MIN_FOLDED_REST = 4;
var MIN_REST = 12;
var MAX_HEAD = 48;
var TOKENS = `${ALPHANUMERIC}-_+/=.~`;
var TOKEN = byteSet(TOKENS);
var QUOTES = `"'\``;
var QUOTE = byteSet(QUOTES);
var OPERATORS = ["+", ".", "..", "&", "~", "^", "++", "<>", "||"];
var OPERATOR = byteSet(OPERATORS.join(""));
var GOES_ON = `${QUOTES}${OPERATORS.join("")}\\rRbBuUfFL@$`;
var GOES = byteSet(GOES_ON);
var [TAB, LF, CR, SPACE, BACKSLASH, DOLLAR, AT, EQUALS] = [9, 10, 13, 32, 92, 36, 64, 61];
function seamLiterals() {
  const whole = (text) => ({ text, fold: true, prev: TOKENS, next: TOKENS, tail: [TOKENS, FIRST_PIECE] });
  const open = (text, next = ` 	${QUOTES}`) => ({ text, fold: false, prev: TOKENS, next, behind: GOES_ON });
  const perQuote = (quote) => [
    ...OPERATORS.map((operator) => whole(`${quote} ${operator} ${quote}`)),
    ...OPERATORS.map((operator) => open(`${quote} ${operator}
`)),
    ...OPERATORS.map((operator) => open(`${quote} ${operator}\r`, "\n")),
    ...["+", ".", "++", "||"].map((operator) => whole(quote + operator + quote)),
    open(`${quote}+
`)
  ];
  const beside = (quote) => [
    ...['"', "'"].map((next) => whole(`${quote} ${next}`)),
    whole(`${quote}
${quote}`),
    open(`${quote}
 `, " 	+.&<|"),
    open(`${quote}
	`),
    open(`${quote}\r
`),
    open(`${quote} \\
`),
    open(`${quote} \\\r`, "\n")
  ];
  return [
    ...Array.from(QUOTES).flatMap(perQuote),
    ...Array.from(`"'`).flatMap(beside),
    ...["+", "."].map((operator) => whole(`" ${operator} \\"`)),
    // A line that goes on behind a backslash.
    ...Array.from("abcdefghijklmnopqrstuvwxyz0123456789-_+/=.~", (next) => whole(`\\
${next}`)),
    whole("\\\r\n")
  ];
}
var seams = {
  always: true,
  literals: seamLiterals(),
  run: ({ decoder }, at) => decoder.seam(at)
};
function tokenEnd(data, at, end) {
  return runEnd(data, at, end, TOKEN);
}
function cutAt(look, data, at, start, end) {
  const to = at > start && data[at - 1] === BACKSLASH && QUOTE[data[at]] === 1 ? at - 1 : at;
  let from = to;
  while (from > start && from >= to - MAX_HEAD && TOKEN[data[from - 1]] === 1) from--;
  look.saw(from - 1, at + 1);
  if (from === to || to - from > MAX_HEAD) return void 0;
  const behind = QUOTE[data[to]] === 1 ? gapEnd(look, data, to + 1, end) : to;
  if (behind < end && GOES[data[behind]] === 0) return void 0;
  if (behind + 1 < end && QUOTE[data[behind]] === 1 && restEnd(look, data, from, behind + 1, end) < 0) return void 0;
  const seam = seamAt(look, data, from, to, start, end);
  if (!seam || seam.by === "fold") return void 0;
  const rest = restEnd(look, data, from, seam.next, end);
  if (rest < 0) return void 0;
  const another = rest < end && rest - seam.next < MIN_REST && seamAt(look, data, seam.next, rest, seam.next, end) !== void 0;
  return rest - seam.next >= MIN_REST || another ? { from, to } : void 0;
}
function restEnd(look, data, from, next, end) {
  const rest = tokenEnd(data, next, Math.min(end, next + MAX_JOINED));
  look.saw(from, rest + 1);
  return rest - next < FIRST_PIECE || isPlain(data, next, rest) ? -1 : rest;
}
var MAX_DIGITS = 4;
var MAX_CAPITALS = 5;
var MIN_WORD = 3;
var DIGESTS = ["sha1-", "sha256-", "sha384-", "sha512-"].map((text) => Buffer.from(text));
function isPlain(data, from, to) {
  if (data[from] === DIGESTS[0][0] && DIGESTS.some((text) => text.every((byte, i) => data[from + i] === byte))) return true;
  for (let i = from; i < to; ) {
    const byte = data[i];
    if (byte === EQUALS && (i + 1 === to || !isLetterByte(data[i + 1]))) return false;
    i = isDigitByte(byte) ? numberEnd(data, i, to) : isLetterByte(byte) ? wordEnd(data, i, to) : i + 1;
    if (i < 0) return false;
  }
  return true;
}
function numberEnd(data, from, to) {
  let i = from;
  while (i < to && isDigitByte(data[i])) i++;
  return i - from > MAX_DIGITS || i < to && isLetterByte(data[i]) ? -1 : i;
}
function wordEnd(data, from, to) {
  let i = from + 1;
  if (isUpperByte(data[from])) {
    while (i < to && isUpperByte(data[i])) i++;
    if (i > from + 1) return i - from > MAX_CAPITALS || i < to && isAlphanumericByte(data[i]) ? -1 : i;
  }
  while (i < to && isLowerByte(data[i])) i++;
  if (i === to || !isAlphanumericByte(data[i])) return i;
  return i - from >= MIN_WORD && beginsWord(data, i, to) ? i : -1;
}
function beginsWord(data, at, to) {
  if (!isUpperByte(data[at]) || at + MIN_WORD > to) return false;
  for (let i = at + 1; i < at + MIN_WORD; i++) if (!isLowerByte(data[i])) return false;
  return true;
}
function gapEnd(look, data, from, end) {
  const limit = Math.min(end, from + MAX_GAP);
  let i = from;
  while (i < limit) {
    const byte = data[i];
    if (byte === SPACE || byte === TAB || byte === LF || byte === CR) i++;
    else if (byte === BACKSLASH && (data[i + 1] === LF || data[i + 1] === CR && data[i + 2] === LF)) i++;
    else break;
  }
  look.saw(from, i + 3);
  return i;
}
function quoteAt(data, at, end) {
  if (at >= end) return void 0;
  const byte = data[at];
  if (QUOTE[byte] === 1) return { quote: byte, length: 1 };
  if (byte === BACKSLASH && at + 1 < end && QUOTE[data[at + 1]] === 1) return { quote: data[at + 1], length: 2 };
  return void 0;
}
function seamAt(look, data, from, at, start, end) {
  look.saw(at, at + 3);
  if (at >= end) return void 0;
  const byte = data[at];
  const close = quoteAt(data, at, end);
  if (close) return quotedSeam(look, data, at + close.length, end);
  if (byte === BACKSLASH) {
    const line = data[at + 1] === LF ? at + 2 : data[at + 1] === CR && data[at + 2] === LF ? at + 3 : 0;
    if (line === 0) return void 0;
    const next = blanksEnd(data, line, end);
    look.saw(at, next + 1);
    return next < end && TOKEN[data[next]] === 1 ? { next, by: "backslash" } : void 0;
  }
  if (byte === LF || byte === CR && data[at + 1] === LF) {
    if (at - from < MIN_FOLDED || isWrapped(look, data, from, start)) return void 0;
    const next = blanksEnd(data, at + (byte === CR ? 2 : 1), end);
    const rest = tokenEnd(data, next, Math.min(end, next + MAX_JOINED));
    look.saw(at, rest + 1);
    if (rest - next < MIN_FOLDED_REST || isPlain(data, next, rest)) return void 0;
    const last = data[rest];
    const alone = rest >= end || last === LF || last === CR || QUOTE[last] === 1 || last === 60;
    return alone ? { next, by: "fold" } : void 0;
  }
  return void 0;
}
function quotedSeam(look, data, behind, end) {
  let i = gapEnd(look, data, behind, end);
  const operatorAt = i;
  while (i < end && i < operatorAt + 2 && OPERATOR[data[i]] === 1) i++;
  const operator = i > operatorAt;
  if (operator && (data[operatorAt] === 62 || data[operatorAt] === 60 && data[operatorAt + 1] !== 62)) return void 0;
  if (operator) i = gapEnd(look, data, i, end);
  look.saw(behind, i + 5);
  let prefix = i;
  while (prefix < end && prefix < i + 2 && isPrefix(data[prefix])) prefix++;
  const open = quoteAt(data, prefix, end) ?? quoteAt(data, prefix = i, end);
  if (!open || prefix > i && i === behind) return void 0;
  const next = prefix + open.length;
  if (next >= end || TOKEN[data[next]] === 0) return void 0;
  return { next, by: operator ? "operator" : "adjacent" };
}
function runStart(data, from, start) {
  let i = from;
  while (i > start && (TOKEN[data[i - 1]] === 1 || data[i - 1] === SPACE || data[i - 1] === TAB)) i--;
  return i;
}
function isWrapped(look, data, from, start) {
  const i = runStart(data, from, start);
  look.saw(i - MIN_FOLDED - 3, from);
  if (i <= start || data[i - 1] !== LF) return false;
  const last = data[i - 2] === CR ? i - 3 : i - 2;
  let begin = last;
  while (begin >= start && begin > last - MIN_FOLDED && TOKEN[data[begin]] === 1) begin--;
  return last - begin >= MIN_FOLDED;
}
function blanksEnd(data, from, end) {
  const limit = Math.min(end, from + MAX_GAP);
  let i = from;
  while (i < limit && (data[i] === SPACE || data[i] === TAB)) i++;
  return i;
}
function isPrefix(byte) {
  const lower = byte | 32;
  return lower === 114 || lower === 98 || lower === 117 || lower === 102 || byte === 76 || byte === AT || byte === DOLLAR;
}
function joinPieces(look, data, from, at, start, end) {
  let seam = seamAt(look, data, from, at, start, end);
  if (!seam) return void 0;
  const folded = seam.by === "fold";
  const builder = new ViewBuilder(data);
  let begin = from;
  const lowest = Math.max(start, from - BEFORE2);
  while (begin > lowest && data[begin - 1] !== LF) begin--;
  builder.copy(begin, at);
  const firstPiece = builder.length;
  let unsure = false;
  let stop = at;
  for (let pieces = 1; seam && pieces < MAX_PIECES && builder.length < MAX_JOINED; pieces++) {
    if (seam.by === "fold" !== folded) break;
    unsure ||= seam.by === "adjacent" || seam.by === "fold";
    stop = tokenEnd(data, seam.next, Math.min(end, seam.next + MAX_JOINED));
    look.saw(from, stop + 1);
    builder.copy(seam.next, stop);
    seam = seamAt(look, data, seam.next, stop, seam.next, end);
  }
  builder.copy(stop, Math.min(end, stop + BEHIND));
  look.saw(begin - 1, stop + BEHIND);
  const encoding = folded ? "folded-lines" : "concatenation";
  return builder.view(encoding, begin, Math.min(end, stop + BEHIND), { firstPiece, lastPiece: stop, unsure });
}

// src/detect/decode/base64.ts
var BLOCK = 48;
var SEEN = 12;
var MIN_RUN = BLOCK + SEEN;
var MIN_PADDED = 8;
var MIN_VALUE = 12;
var MIN_ANCHORED = 20;
var MAX_DECODED = 65536;
var MAX_VALUE = 512;
var BEFORE3 = 128;
var BEHIND2 = 8;
var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var PAD = 61;
var [TAB2, LF2, CR2, SPACE2, BACKSLASH2, LOWER_N, LOWER_R] = [9, 10, 13, 32, 92, 110, 114];
var VALUE = new Uint8Array(256).fill(255);
for (let i = 0; i < 64; i++) VALUE[LETTERS.charCodeAt(i)] = i;
VALUE[45] = 62;
VALUE[95] = 63;
function placesOf(value) {
  const first = value >= 32 >> 2 && value < 128 >> 2 || value === TAB2 >> 2 || value === CR2 >> 2 || value === 0;
  const high = value & 15;
  const second = high < 8 && high !== 1;
  const third = (value & 3) < 2;
  return (first ? 1 : 0) | (second ? 2 : 0) | (third ? 4 : 0) | 8;
}
var PHASES = [0, 1, 2, 3].map((k) => {
  const table = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    if (VALUE[byte] === 255) continue;
    const places = placesOf(VALUE[byte]);
    for (let phase = 0; phase < 4; phase++) if (places >> (k - phase + 4 & 3) & 1) table[byte] |= 1 << phase;
  }
  return table;
});
function seekBase64(data, from, to, found) {
  const [p0, p1, p2, p3] = PHASES;
  const last = to - SEEN;
  for (let at = from; at <= last; at += BLOCK) {
    const few = p0[data[at]] & p3[data[at + 3]] & p1[data[at + 5]] & p0[data[at + 8]] & p2[data[at + 10]] & p3[data[at + 11]];
    if (few === 0) continue;
    let all = few;
    for (let k = 0; k < SEEN; k++) all &= PHASES[k & 3][data[at + k]];
    if (all === 0) continue;
    const next = found(at);
    if (next > at + BLOCK) at = next - BLOCK;
  }
}
function base64Anchor({ text, fold, before }) {
  if (fold || before[1] !== 0 || text.length < 4) return void 0;
  const encoded = Buffer.from(text, "latin1").toString("base64");
  return { text: encoded.slice(0, Math.floor(text.length * 8 / 6)).slice(0, MAX_LITERAL), fold: false };
}
var base64 = {
  always: true,
  literals: [],
  run: ({ decoder }, at) => decoder.anchored(at)
};
function readRun(look, data, at, start, end, lowest = start) {
  let from = at;
  while (from > lowest && VALUE[data[from - 1]] !== 255) from--;
  let to = at;
  while (to < end && VALUE[data[to]] !== 255) to++;
  look.saw(from - 1, to + 1);
  const text = to - from < MIN_RUN ? void 0 : firstText(data, from, to);
  return text ? decode(look, data, text.at, start, end, text.width) : { view: void 0, start: from, end: Math.max(to, at + 1) };
}
function firstText(data, from, to) {
  let first;
  for (let phase = 0; phase < 4; phase++) {
    for (const width of WIDTHS) {
      const last = (first ? Math.min(to, first.at + MIN_RUN - 1) : to) - MIN_RUN;
      for (let begin = from + phase, group = 0; begin <= last; begin = group + 4) {
        group = begin + MIN_RUN - 4;
        while (group >= begin && isText(data, group, turned(width, group - from - phase))) group -= 4;
        if (group >= begin) continue;
        first = { at: begin, width: turned(width, begin - from - phase) };
        break;
      }
    }
  }
  return first;
}
function readAnchored(look, data, at, start, end) {
  look.saw(at - 2, at + 1);
  if (at > start && VALUE[data[at - 1]] !== 255 && !isBreak(data, at)) return { view: void 0, start: at, end: at + 1 };
  look.saw(at, at + SEEN);
  if (at + SEEN > end) return { view: void 0, start: at, end: at + 1 };
  const width = WIDTHS.find((width2) => [0, 4, 8].every((more) => isText(data, at + more, turned(width2, more))));
  const run10 = width && decode(look, data, at, at, end, width);
  return run10 && run10.end - at >= MIN_ANCHORED ? run10 : { view: void 0, start: at, end: at + 1 };
}
function isBreak(data, at) {
  return (data[at - 1] === LOWER_N || data[at - 1] === LOWER_R) && data[at - 2] === BACKSLASH2;
}
var WIDTHS = ["narrow", "wide", "odd"];
function turned(width, chars) {
  if (width === "narrow" || (chars & 4) === 0) return width;
  return width === "wide" ? "odd" : "wide";
}
function readValue2(look, data, from, to, start, end) {
  look.saw(from, to);
  let pad = to;
  while (pad > from && pad > to - 2 && data[pad - 1] === PAD) pad--;
  const length = pad - from;
  if (to - from < (pad < to ? MIN_PADDED : MIN_VALUE) || length % 4 === 1) return void 0;
  if (!isText(data, from) && !isText(data, from, "wide")) return void 0;
  if (pad < to && (to - from) % 4 !== 0) return void 0;
  for (let at = from; at < pad; at++) if (VALUE[data[at]] === 255) return void 0;
  const spare = length % 4 === 2 ? 15 : length % 4 === 3 ? 3 : 0;
  if ((VALUE[data[pad - 1]] & spare) !== 0) return void 0;
  const text = data.toString("latin1", from, to);
  const decoded = Buffer.from(text, "base64");
  const width = isPlain2(decoded[1]) ? "narrow" : "wide";
  if (textLength(decoded, 0, width, isPlain2) < decoded.length || isTokenBeginning(text)) return void 0;
  if (width === "wide" && decoded.length % 2 === 1) return void 0;
  const run10 = decode(look, data, from, start, end, width);
  return run10.view && run10.end >= to ? run10 : void 0;
}
function isText(data, at, width = "narrow") {
  const [a, b, c, d] = [VALUE[data[at]], VALUE[data[at + 1]], VALUE[data[at + 2]], VALUE[data[at + 3]]];
  if ((a | b | c | d) > 63) return false;
  const bits = a << 18 | b << 12 | c << 6 | d;
  const [first, second, third] = [bits >>> 16, bits >>> 8 & 255, bits & 255];
  if (width === "odd") return first === 0 && isPlain2(second) && third === 0;
  return isPlain2(first) && (width === "narrow" ? isPlain2(second) : second === 0) && isPlain2(third);
}
function isPlain2(byte) {
  return byte >= SPACE2 ? byte < 127 : byte === LF2 || byte === CR2 || byte === TAB2;
}
var FIRST_STEP = 64;
var STEP = 8192;
function decode(look, data, from, start, end, width) {
  const pieces = [];
  let text = "";
  let size = 0;
  let at = from;
  let step = FIRST_STEP;
  for (let sane = true; sane && size < MAX_DECODED; ) {
    let stop2 = at;
    const limit = Math.min(end, at + step);
    step = Math.min(STEP, 4 * step);
    while (stop2 < limit && VALUE[data[stop2]] !== 255) stop2++;
    look.saw(from, stop2 + 1);
    pieces.push({ at, before: text.length });
    text += data.toString("latin1", at, stop2);
    const more = Buffer.from(text.slice(Math.floor(size / 3) * 4), "base64");
    const good = textLength(more, size % 3, turned(width, 4 * (Math.floor(size / 3) & 1)), isAny);
    sane = good === more.length;
    size += good - size % 3;
    if (!sane) break;
    const goesOn = stop2 === limit && VALUE[data[stop2]] !== 255;
    const next = goesOn ? stop2 : lineBreak(look, data, stop2, end) ?? seamAt(look, data, at, stop2, at, end)?.next;
    if (next === void 0 || next >= end || VALUE[data[next]] === 255) break;
    at = next;
  }
  const placeOf = (char) => {
    let i = pieces.length - 1;
    while (pieces[i].before > char) i--;
    return pieces[i].at + char - pieces[i].before;
  };
  if (size === 0) return { view: void 0, start: from, end: from + 1 };
  const startOfByte = (byte) => placeOf(Math.floor(byte / 3) * 4 + byte % 3);
  const endOfByte = (byte) => placeOf(Math.floor(byte / 3) * 4 + byte % 3 + 1) + 1;
  let stop = endOfByte(size - 1);
  while (stop < end && data[stop] === PAD) stop++;
  look.saw(from, stop + 1);
  const bytes2 = Buffer.from(text, "base64").subarray(0, size);
  const byteOf = (char) => width === "narrow" ? char : 2 * char + (width === "odd" ? 1 : 0);
  const startOf = (char) => startOfByte(byteOf(char));
  const endOf = (char) => endOfByte(byteOf(char));
  const decoded = width === "narrow" ? bytes2 : Buffer.from(bytes2.filter((_, index) => (index & 1) === (width === "odd" ? 1 : 0)));
  if (decoded.length === 0) return { view: void 0, start: from, end: from + 1 };
  const view = { data: decoded, startOf, endOf, from, to: Math.min(end, stop + 1), encoding: "base64" };
  const isValue = decoded.length <= MAX_VALUE && decoded.every((byte) => byte > SPACE2);
  return { view: isValue ? valueView(look, data, view, from, stop, start, end) : view, start: from, end: stop };
}
function textLength(bytes2, from, width, isChar) {
  let at = from;
  if (width === "narrow") while (at < bytes2.length && isChar(bytes2[at])) at++;
  else {
    const zero = width === "odd" ? 0 : 1;
    while (at < bytes2.length && ((at & 1) === zero ? bytes2[at] === 0 : isPlain2(bytes2[at]))) at++;
  }
  return at;
}
function isAny(byte) {
  return byte >= 128 || isPlain2(byte);
}
function lineBreak(look, data, at, end) {
  let i = at;
  while (i + 1 < end && data[i] === BACKSLASH2 && (data[i + 1] === LOWER_N || data[i + 1] === LOWER_R)) i += 2;
  look.saw(at, i + 2);
  return i > at ? i : void 0;
}
function valueView(look, data, value, from, to, start, end) {
  const builder = new ViewBuilder(data);
  let lineAt = from;
  const lowest = Math.max(start, from - BEFORE3);
  while (lineAt > lowest && data[lineAt - 1] !== LF2) lineAt--;
  builder.copy(lineAt, from);
  const before = lineAt < from ? data[from - 1] : 0;
  const quoted = before === 34 || before === 39 || before === 96;
  const quote = value.data.includes(34) ? 39 : 34;
  if (!quoted) builder.push(quote, from, from);
  for (let i = 0; i < value.data.length; i++) builder.push(value.data[i], value.startOf(i), value.endOf(i));
  if (!quoted) builder.push(quote, to, to);
  const behind = Math.min(end, to + BEHIND2);
  builder.copy(to, behind);
  look.saw(lineAt - 1, to + BEHIND2);
  return builder.view("base64", lineAt, behind);
}

// src/detect/decode/credentials.ts
function passwordOfPair(field) {
  const text = Buffer.from(field, "base64");
  const colon = text.indexOf(58);
  if (colon < 0 || colon + 1 >= text.length) return void 0;
  return inside(text, colon + 1);
}
function passwordIn(check, field) {
  if (check === "decode-basic") return passwordOfPair(field);
  return check === "decode-text" ? inside(Buffer.from(field, "base64"), 0) : void 0;
}
function inside(text, from) {
  const charOf = (byte) => Math.floor(byte / 3) * 4 + byte % 3;
  return { secret: text.toString("latin1", from), start: charOf(from), end: charOf(text.length - 1) + 2 };
}

// src/detect/edge.ts
var WORD = "A-Za-z0-9_";
var BACKSLASH3 = 92;
var PERCENT = 37;
var LOWER_M = 109;
var ESCAPED = byteSet("nrtbfv0");
var MAX_ESCAPE = 16;
function edgeBefore(look, data, at, start, noEdge) {
  const certain = at <= start || noEdge[data[at - 1]] === 0;
  look.saw(certain ? at - 1 : at - MAX_ESCAPE, at);
  return certain || endsEscape(data, at, start, data[at - 1]);
}
function endsEscape(data, at, start, byte) {
  if (at - 2 >= start && data[at - 2] === BACKSLASH3 && ESCAPED[byte] === 1) {
    let slashes = 1;
    while (at - 2 - slashes >= start && data[at - 2 - slashes] === BACKSLASH3) slashes++;
    return slashes < 4;
  }
  if (isHex(byte)) {
    if (at - 3 >= start && data[at - 3] === PERCENT && isHex(data[at - 2])) return true;
    if (at - 6 >= start && data[at - 6] === BACKSLASH3 && data[at - 5] === 117) {
      return isHex(data[at - 4]) && isHex(data[at - 3]) && isHex(data[at - 2]);
    }
    if (at - 4 >= start && data[at - 4] === BACKSLASH3 && data[at - 3] === 120) return isHex(data[at - 2]);
  }
  if (byte === LOWER_M) {
    let i = at - 2;
    while (i >= start && i > at - 14 && (isDigitByte(data[i]) || data[i] === 59)) i--;
    return i - 1 >= start && data[i] === 91 && (data[i - 1] === 27 || data[i - 1] === 98 || data[i - 1] === 101);
  }
  return false;
}
function isHex(byte) {
  return isDigitByte(byte) || byte >= 65 && byte <= 70 || byte >= 97 && byte <= 102;
}

// src/detect/decode/escapes.ts
var [TAB3, LF3, SPACE3, QUOTE2, PERCENT2, AMPERSAND, APOSTROPHE, SEMICOLON, LESS, GREATER, BACKSLASH4, GRAVE] = [
  9,
  10,
  32,
  34,
  37,
  38,
  39,
  59,
  60,
  62,
  92,
  96
];
var BEFORE4 = 384;
var BEHIND3 = 3072;
var SHARED = 1024;
var HIDDEN = Array.from("$+-./:=_|~", (char) => char.charCodeAt(0));
var escapes = {
  always: true,
  literals: [
    ...HIDDEN.map((code) => ({ text: `%${code.toString(16)}`, fold: true, prev: ALPHANUMERIC, next: ALPHANUMERIC })),
    ...HIDDEN.flatMap((code) => {
      const hex2 = code.toString(16);
      return [`\\u00${hex2}`, `\\x${hex2}`, `&#${code};`, `&#x${hex2};`].map((text) => ({ text, fold: true }));
    }),
    ...["%3a%2f%2f", String.raw`:\/\/`].map((text) => ({ text, fold: true }))
  ],
  run({ data, decoder }, at) {
    const byte = data[at];
    decoder.escape(at, byte === PERCENT2 ? "percent-encoding" : byte === AMPERSAND ? "html-entities" : "string-escapes");
  }
};
function escapeAt(look, data, at, end) {
  look.saw(at, at + MAX_REFERENCE + 1);
  const byte = data[at];
  if (byte === PERCENT2) return at + 2 < end && hex(data, at + 1, 2) >= 0 ? "percent-encoding" : void 0;
  if (byte === BACKSLASH4) {
    const next = data[at + 1];
    if (next === 47) return "string-escapes";
    if (next === 117 && at + 5 < end && data[at + 2] === 48 && data[at + 3] === 48) return "string-escapes";
    return next === 120 && at + 3 < end && hex(data, at + 2, 2) >= 32 ? "string-escapes" : void 0;
  }
  return byte === AMPERSAND && at + 4 < end && reference(data, at, end) ? "html-entities" : void 0;
}
function unescape(data, since, at, encoding, start, end) {
  const stops = encoding === "percent-encoding" ? endsUrl : endsLine;
  const lowest = Math.max(start, since - BEFORE4);
  const highest = Math.min(end, at + BEHIND3);
  let from = at;
  while (from > lowest && !stops(data[from - 1])) from--;
  let to = at;
  while (to < highest && !stops(data[to])) to++;
  const builder = new ViewBuilder(data);
  const decode2 = encoding === "percent-encoding" ? percent : encoding === "string-escapes" ? backslash : entity;
  for (let i = from; i < to; ) {
    const step = decode2(data, i, to);
    if (step) {
      builder.push(step.byte, i, i + step.length);
      i += step.length;
    } else {
      builder.push(data[i], i, i + 1);
      i++;
    }
  }
  const view = builder.view(encoding, Math.max(start, from - 1), Math.min(end, to + 1));
  return { view, done: to < highest || to === end ? to : to - SHARED };
}
function endsUrl(byte) {
  return byte <= SPACE3 || byte === QUOTE2 || byte === APOSTROPHE || byte === GRAVE || byte === LESS || byte === GREATER;
}
function endsLine(byte) {
  return byte === LF3;
}
function percent(data, at, end) {
  if (data[at] !== PERCENT2 || at + 3 > end) return void 0;
  const byte = hex(data, at + 1, 2);
  return byte < 0 ? void 0 : { byte, length: 3 };
}
var LETTERS2 = {
  110: LF3,
  114: 13,
  116: TAB3,
  34: QUOTE2,
  39: APOSTROPHE,
  47: 47,
  92: BACKSLASH4,
  96: GRAVE
};
function backslash(data, at, end) {
  if (data[at] !== BACKSLASH4 || at + 1 >= end) return void 0;
  const next = data[at + 1];
  const simple = LETTERS2[next];
  if (simple !== void 0) return { byte: simple, length: 2 };
  const digits = next === 117 ? 4 : next === 120 ? 2 : 0;
  if (digits === 0 || at + 2 + digits > end) return void 0;
  const code = hex(data, at + 2, digits);
  return code < 0 ? void 0 : { byte: code < 128 ? code : 255, length: 2 + digits };
}
function entity(data, at, end) {
  return data[at] === AMPERSAND ? reference(data, at, end) : void 0;
}
var NAMED = { amp: AMPERSAND, quot: QUOTE2, apos: APOSTROPHE, lt: LESS, gt: GREATER };
var MAX_REFERENCE = 8;
function reference(data, at, end) {
  let stop = at + 1;
  while (stop < end && stop < at + MAX_REFERENCE && data[stop] !== SEMICOLON) stop++;
  if (data[stop] !== SEMICOLON || stop >= end) return void 0;
  const text = String.fromCharCode(...data.subarray(at + 1, stop));
  const number = /^#(?:x([0-9a-f]{1,4})|(\d{1,5}))$/i.exec(text);
  const code = number ? number[1] === void 0 ? Number(number[2]) : Number.parseInt(number[1], 16) : NAMED[text.toLowerCase()];
  if (code === void 0) return void 0;
  return { byte: code < 128 ? code : 255, length: stop + 1 - at };
}
function hex(data, at, digits) {
  let value = 0;
  for (let i = at; i < at + digits; i++) {
    const byte = data[i];
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : (byte | 32) >= 97 && (byte | 32) <= 102 ? (byte | 32) - 87 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// src/detect/decode/kubernetes.ts
var MAX_OBJECT = 8192;
var ENTRY = /["']?[\w.-]{1,80}["']?:[ \t]{0,8}["']?([A-Za-z0-9+/]{12,}={0,2})(?=["']?[ \t]{0,8}(?:,|\r?\n|\}|$))/g;
var kubernetes = {
  always: true,
  literals: ["kind: secret\n", "kind: secret\r", '"kind":"secret"', '"kind": "secret"'].map((text) => ({ text, fold: true })),
  run(context, at) {
    const { data, start, end, look, decoder } = context;
    const before = data.toString("latin1", Math.max(start, at - MAX_OBJECT), at);
    const from = at - before.length + before.lastIndexOf("\n---") + 1;
    const behind = data.toString("latin1", at, Math.min(end, at + MAX_OBJECT));
    const next = behind.indexOf("\n---");
    const to = next < 0 ? at + behind.length : at + next;
    look.saw(from - 1, to + 4);
    for (const found of data.toString("latin1", from, to).matchAll(ENTRY)) {
      const stop = from + found.index + found[0].length;
      decoder.value(stop - found[1].length, stop);
    }
  }
};

// src/detect/decode/quoted-printable.ts
var MAX_HEADERS = 4096;
var MAX_PART = 65536;
var [LF4, CR3, DASH, EQUALS2, SPACE4] = [10, 13, 45, 61, 32];
var ENCODING = "quoted-printable";
var quotedPrintable = {
  always: true,
  literals: [{ text: ENCODING, fold: true }],
  run({ decoder, data, start, look }, at) {
    if (isHeader(look, data, at, start)) decoder.part(at);
  }
};
var NAME = 32;
function isHeader(look, data, at, start) {
  look.saw(at - NAME, at);
  return /transfer-encoding[ \t]*:[ \t]*["']?$/i.test(data.toString("latin1", Math.max(start, at - NAME), at));
}
function readPart(look, data, at, end) {
  const from = partStart(data, at, end);
  look.saw(at, from < 0 ? at + MAX_HEADERS + 1 : from);
  if (from < 0) return void 0;
  const stop = partEnd(data, from, Math.min(end, from + MAX_PART), end);
  look.saw(at, stop + 3);
  let next = from;
  while (next < stop && !charAt(data, next, end)) next = nextSign(data, next + 1, stop);
  if (next >= stop) return void 0;
  const builder = new ViewBuilder(data);
  let i = from;
  while (i < stop) {
    const char = charAt(data, i, end);
    if (char) {
      if (char.byte !== void 0) builder.push(char.byte, i, i + char.length);
      i += char.length;
    } else {
      const sign = nextSign(data, i + 1, stop);
      builder.copy(i, sign);
      i = sign;
    }
  }
  look.saw(at, i + 3);
  return builder.length > 0 ? builder.view("quoted-printable", at, i) : void 0;
}
function charAt(data, at, end) {
  if (data[at] !== EQUALS2) return void 0;
  const length = breakLength(data, at, end);
  if (length > 0) return { length };
  const byte = hex(data, at + 1, 2);
  return byte < 0 ? void 0 : { byte: byte < 128 ? byte : 255, length: 3 };
}
function nextSign(data, at, stop) {
  const found = data.indexOf(EQUALS2, at);
  return found < 0 || found > stop ? stop : found;
}
function partEnd(data, from, limit, end) {
  for (let at = from; at >= 0 && at < limit; at = data.indexOf(LF4, at) + 1 || -1) if (isBoundary(data, at, end)) return at;
  return limit;
}
var HEADER = /^(?:[ \t]|[!-9;-~]+:)/;
var REST = /^["']?[ \t]*\r?$/;
function partStart(data, at, end) {
  const limit = Math.min(end, at + MAX_HEADERS);
  for (let from = at + ENCODING.length, isFirst = true; from < limit; isFirst = false) {
    const line = data.indexOf(LF4, from);
    if (line < 0 || line >= limit) return -1;
    const isEmpty = line === from || line === from + 1 && data[from] === CR3;
    if (isEmpty && !isFirst) return line + 1;
    if (!(isFirst ? REST : HEADER).test(data.toString("latin1", from, line))) return -1;
    from = line + 1;
  }
  return -1;
}
function breakLength(data, at, end) {
  let i = at + 1;
  while (i < end && (data[i] === SPACE4 || data[i] === CR3)) i++;
  return i < end && data[i] === LF4 ? i + 1 - at : 0;
}
function isBoundary(data, at, end) {
  return data[at] === DASH && at + 2 < end && data[at + 1] === DASH && data[at + 2] > SPACE4 && data[at - 1] === LF4;
}

// src/detect/score/forms.ts
var [QUOTE3, OPENER] = [1, 2];
var KINDS = new Uint8Array(256);
for (const char of "\"'`") KINDS[char.charCodeAt(0)] = QUOTE3;
for (const char of "([{") KINDS[char.charCodeAt(0)] = OPENER;
var [LF5, CR4, SPACE5, COMMA, DASH2, COLON, SEMICOLON2, BACKSLASH5, BRACE] = [10, 13, 32, 44, 45, 58, 59, 92, 123];
var SETTER = /(?:^|[\s;&(])(?:setenv|set\s+-[a-zA-Z]*x)\s$/;
var SETTER_LENGTH = 24;
var DIRECTIVE = /^(?:requirepass|masterauth)$/i;
var NETRC_PASSWORD = 8;
var WRAP_GAP = 64;
var isKind = (byte, kind) => (KINDS[byte] & kind) !== 0;
function findGiven(look, data, at, wordEnd2, start, end) {
  const found = findAssignment(look, data, at, wordEnd2, start, end);
  const { nameStart, nameEnd, operator } = found;
  const given = { nameStart, nameEnd, spans: [] };
  const add = (form, value2) => {
    const { start: from, end: to, quote, closed } = value2;
    if (to > from) given.spans.push({ form, span: { nameStart, nameEnd, start: from, end: to, quote, closed } });
  };
  if (operator === "none" || operator === "space" || operator === "comma") {
    const paired2 = valueOfPair(look, data, nameEnd, end);
    if (paired2) {
      add("pair", paired2);
      return given;
    }
  }
  if (operator === "none") {
    const value2 = symbolValue(look, data, nameStart, nameEnd, start, end) ?? serializedValue(look, data, nameEnd, end) ?? emphasisedValue(look, data, nameEnd, end);
    if (value2) add("comma", value2);
    return given;
  }
  if (operator === "call") {
    const values = callValues(found.values, data);
    for (const value2 of values) add("call", value2);
    return given;
  }
  const [value] = found.values;
  if (!value) return given;
  if (operator === "space" && value.quote === 0 && isSet(look, data, nameStart, nameEnd, start)) {
    add("assign", value);
    return given;
  }
  if (operator === "space" && value.quote === 0 && data[nameStart] !== DASH2 && nameEnd - nameStart !== NETRC_PASSWORD)
    return given;
  const wrapped = value.quote === 0 && operator !== "space" && operator !== "tag" ? wrappedValue(look, data, value.start, end) : void 0;
  const paired = !wrapped && data[value.start] === BRACE ? valueOfPair(look, data, value.start, end) : void 0;
  if (wrapped) add("wrapped", wrapped);
  else if (paired) add("pair", paired);
  else add(operator, value);
  return given;
}
function isSet(look, data, nameStart, nameEnd, start) {
  look.saw(nameStart - 2, nameEnd);
  const before = nameStart - 2 >= start ? data[nameStart - 2] : 0;
  if (before !== 118 && before !== 120)
    return nameEnd - nameStart >= 10 && DIRECTIVE.test(data.toString("latin1", nameStart, nameEnd));
  look.saw(nameStart - SETTER_LENGTH, nameEnd);
  return SETTER.test(data.toString("latin1", Math.max(start, nameStart - SETTER_LENGTH), nameStart));
}
function symbolValue(look, data, nameStart, nameEnd, start, end) {
  if (nameStart <= start || data[nameStart - 1] !== COLON && data[nameStart - 1] !== BRACE || data[nameEnd] !== COMMA)
    return void 0;
  const value = readValue(look, data, skipSpaces(data, nameEnd + 1, end), end);
  return value.quote === 0 ? void 0 : value;
}
function serializedValue(look, data, nameEnd, end) {
  let i = nameEnd;
  if (data[i] === BACKSLASH5) i++;
  if (data[i] !== 34 || data[i + 1] !== SEMICOLON2) return void 0;
  look.saw(nameEnd, i + 14);
  const found = /^s:\d{1,5}:\\?(?=")/.exec(data.toString("latin1", i + 2, Math.min(end, i + 14)));
  return found ? readValue(look, data, i + 2 + found[0].length, end) : void 0;
}
function emphasisedValue(look, data, nameEnd, end) {
  if (data[nameEnd] !== 42 && data[nameEnd] !== 95) return void 0;
  look.saw(nameEnd, nameEnd + 16);
  const found = /^(?:\*\*|__)?:?(?:\*\*|__)?:? *(?=\S)/.exec(data.toString("latin1", nameEnd, Math.min(end, nameEnd + 16)));
  if (!found || found[0].trim().length < 3 || !found[0].includes(":")) return void 0;
  return readValue(look, data, nameEnd + found[0].length, end);
}
function wrappedValue(look, data, from, end) {
  const limit = Math.min(end, from + WRAP_GAP);
  for (let i = from; i < limit; i++) {
    const byte = data[i];
    look.saw(from, i + 1);
    if (byte === LF5 || byte === CR4 || byte === SEMICOLON2 || byte === COMMA) return void 0;
    if (!isKind(byte, QUOTE3)) continue;
    let before = i - 1;
    if (before > from && /[brufLN@$]/.test(String.fromCharCode(data[before])) && isKind(data[before - 1], OPENER)) before--;
    while (before > from && data[before] === SPACE5) before--;
    const opened = isKind(data[before], OPENER) || before > from && /\{ ?value:$/.test(data.toString("latin1", before - 8, before + 1));
    look.saw(from - 8, i + 1);
    return opened ? readValue(look, data, i, end) : void 0;
  }
  return void 0;
}
function callValues(values, data) {
  const quoted = values.filter((value) => value.quote !== 0);
  if (values.length <= 1 || quoted.length <= 1) return quoted;
  return quoted.filter((value, i) => i > 0 || /[^A-Za-z_. -]/.test(data.toString("latin1", value.start, value.end)));
}

// src/detect/detectors/assignment.ts
var assignment = { literals: NAME_LITERALS, run };
var SCHEME = /^(?:Basic|Bearer|ApiKey|Token|OAuth|Key|Signature|Digest|Negotiate|pass:) *(?=[A-Za-z0-9+/=_-]{8,}$)/i;
function run(context, at) {
  const { data, start, end, look } = context;
  const given = findGiven(look, data, at, at + 3, start, end);
  if (given.spans.length === 0) return context.decoder.maybeEscape(given.nameEnd);
  let variant;
  for (const { form, span } of given.spans) {
    if (!mayBeSecret(data, span)) continue;
    if (variant === void 0) {
      const name = data.toString("latin1", given.nameStart, given.nameEnd);
      if (firstKeyword(name) !== at - given.nameStart) return;
      variant = VARIANTS[variantOf(plainName(name))];
    }
    context.decoder.given(given.nameStart, span);
    look.saw(span.start, span.end);
    const scheme = SCHEME.exec(data.toString("latin1", span.start, Math.min(span.end, span.start + 256)));
    if (scheme) span.start += scheme[0].length;
    context.candidate(variant, form, span);
  }
}
var VARIANTS = {
  password: "assignment/password",
  secret: "assignment/secret",
  key: "assignment/key",
  token: "assignment/token"
};
var LONGEST_NAME = 24;
function mayBeSecret(data, { start, end, quote }) {
  if (end - start < 4) return false;
  if (quote !== 0 || end - start > LONGEST_NAME) return true;
  let dots = 0;
  for (let i = start; i < end; i++) {
    const byte = data[i];
    const lower = byte | 32;
    if (byte === 46) dots++;
    else if ((lower < 97 || lower > 122) && byte !== 95 && byte !== 36) return byte !== 40 && byte !== 91;
  }
  return dots === 0;
}

// src/detect/detectors/authorization.ts
var MAX_CREDENTIAL = 2048;
var TOKEN68 = byteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=");
var authorization = {
  literals: [
    { text: "bearer", fold: true },
    { text: "basic", fold: true }
  ],
  run: run2
};
function run2(context, at) {
  const { data, start, end, look } = context;
  const bearer = (data[at] | 32) === 98 && (data[at + 1] | 32) === 101;
  let i = at + (bearer ? 6 : 5);
  look.saw(at - 1, i + 5);
  if (at > start && /[A-Za-z0-9_]/.test(String.fromCharCode(data[at - 1]))) return;
  const gap = i;
  if (data.toString("latin1", i, i + 3) === "%20") i += 3;
  else while (i < end && i < gap + 4 && (data[i] === 32 || data[i] === 43)) i++;
  if (i === gap) return;
  const limit = Math.min(end, i + MAX_CREDENTIAL);
  let stop = i;
  while (stop < limit && TOKEN68[data[stop]] === 1) stop++;
  look.saw(at, stop + 1);
  while (stop > i && data[stop - 1] === 46) stop--;
  if (stop - i < 12) return;
  const value = data.toString("latin1", i, stop);
  if (bearer) {
    if (plausibleBearer(value)) context.emit("authorization/bearer", i, stop);
  } else if (plausibleBasic(value)) {
    const { secret, start: first, end: last } = passwordOfPair(value);
    const decoded = { secret, from: ["base64"], unsure: false };
    context.emit("authorization/basic", i + first, i + last, void 0, [], { decoded });
  }
}
function plausibleBearer(value) {
  if (value.length < 16 || isReference(value) || isUuid(value) || looksLikePlaceholder(value, true)) return false;
  if (!/[0-9]/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (/^[a-z]+(?:[-_./][a-z0-9]{1,20})+$/i.test(value) && entropy(value) < 4) return false;
  return entropy(value) >= 3.2 && !isTokenBeginning(value);
}
function plausibleBasic(value) {
  if (!/^[A-Za-z0-9+/]{12,}={0,2}$/.test(value) || !/[A-Z]/.test(value)) return false;
  const text = Buffer.from(value, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 0 || !/^[\x20-\x7e\u00a0-\uffff]+$/.test(text) || text.includes("\uFFFD")) return false;
  const password = text.slice(colon + 1);
  return password.length >= 4 && !/^(?:open ?sesame|pass(?:word|wd)?|(?:client_?)?secret|test|example)$/i.test(password) && !isReference(password);
}

// src/detect/detectors/command.ts
var MAX_GAP2 = 80;
var CLIENT_WITHIN = 200;
var ENTRY2 = /^machine\s{1,8}[\w.-]{1,200}(?:\s{1,20}(?:login|account|port)\s{1,8}\S{1,200}){1,3}\s{1,20}(?=password\s)/;
var MAX_ENTRY_PASSWORD = 220;
var ENTRY_PASSWORD = /^password\s{1,8}(?<value>(?:[^\s$<{\\"'`]|\\[^n\s]){4,200})/d;
var CLIENT = /\b(?:curl|wget|http|https|xh)\b[^\n]*$/i;
var command = {
  literals: [
    { text: "identified", fold: true, next: " 	" },
    { text: " -u ", fold: false },
    { text: "--user", fold: false, next: " =" },
    { text: "totp", fold: true },
    { text: "hotp", fold: true },
    { text: "authenticator.", fold: true },
    { text: "machine", fold: false, next: " 	\r\n" }
  ],
  run: run3
};
function run3(context, at) {
  const byte = context.data[at] | 32;
  if (byte === 105) identified(context, at);
  else if (byte === 32 || byte === 45) userOption(context, at);
  else if (byte === 109) netrc(context, at);
  else seed(context, at);
}
function identified(context, at) {
  const { data, end, look } = context;
  look.saw(at, at + MAX_GAP2);
  const text = data.toString("latin1", at, Math.min(end, at + MAX_GAP2));
  const found = /^identified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?(?:values\s+)?/i.exec(text);
  if (!found) return;
  const value = readValue(look, data, at + found[0].length, end);
  context.candidate("command/password", "sql", { nameStart: at, nameEnd: at + 10, ...value });
}
function userOption(context, at) {
  const { data, start, end, look } = context;
  look.saw(at - CLIENT_WITHIN, at + 8);
  const optionAt = data[at] === 32 ? at + 1 : at;
  const optionEnd = optionAt + (data[optionAt + 1] === 45 ? 6 : 2);
  if (!CLIENT.test(data.toString("latin1", Math.max(start, at - CLIENT_WITHIN), at))) return;
  const value = readValue(look, data, skipSpaces(data, optionEnd + (data[optionEnd] === 61 ? 1 : 0), end), end);
  const colon = data.indexOf(58, value.start);
  if (colon < 0 || colon >= value.end - 1) return;
  context.candidate("command/password", "user", { nameStart: optionAt, nameEnd: optionEnd, ...value, start: colon + 1 });
}
function netrc(context, at) {
  const { data, end, look } = context;
  const limit = Math.min(end, at + BEFORE);
  look.saw(at, at + BEFORE);
  const entry = ENTRY2.exec(data.toString("latin1", at, limit));
  if (!entry) return;
  const nameStart = at + entry[0].length;
  look.saw(at, nameStart + MAX_ENTRY_PASSWORD);
  const found = ENTRY_PASSWORD.exec(data.toString("latin1", nameStart, Math.min(end, nameStart + MAX_ENTRY_PASSWORD)));
  if (!found) return;
  const [start, stop] = found.indices.groups["value"];
  const span = { nameStart, nameEnd: nameStart + 8, start: nameStart + start, end: nameStart + stop, quote: 0, closed: true };
  context.candidate("command/netrc", "user", span);
}
function seed(context, at) {
  const { data, end, look } = context;
  look.saw(at, at + MAX_GAP2 + 64);
  const text = data.toString("latin1", at, Math.min(end, at + MAX_GAP2 + 64));
  const found = /^[\w.:]{1,40}(?:\(\s*|\s+)(["'`])(?=[A-Z2-7]{16,64}={0,6}\1)/i.exec(text);
  if (!found) return;
  const value = readValue(look, data, at + found[0].length - 1, end);
  context.candidate("command/otp", "otp", { nameStart: at, nameEnd: at + 4, ...value });
}

// src/detect/detectors/pgpass.ts
var MAX_LINE = 512;
var NAME2 = String.raw`((?:[\w.*/@-]|\\[\\:])+)`;
var ANY = String.raw`((?:[^:\\\s]|\\[\\:])+)`;
var LINE = new RegExp(String.raw`^${NAME2}:(\d{2,5}|\*):${NAME2}:${NAME2}:${ANY}\s*$`, "d");
function passwordLine(context, at) {
  const { data, start, end, look } = context;
  const low = Math.max(start, at - MAX_LINE);
  const before = data.toString("latin1", low, at);
  const from = low + before.lastIndexOf("\n") + 1;
  const line = data.toString("latin1", from, Math.min(end, at + MAX_LINE)).split(/\r?\n/, 1)[0];
  look.saw(from - 1, from + line.length + 2);
  const found = LINE.exec(line);
  if (!found?.indices || from + found.indices[2][0] !== at + 1) return void 0;
  const [first, last] = found.indices[5];
  const password = found[5].replace(/\\(.)/g, "$1");
  if (/^[a-z*._/-]+$|^\d+$/.test(password)) return void 0;
  return { host: found[1], password, start: from + first, end: from + last };
}

// src/detect/detectors/url.ts
var MAX_USERINFO = 320;
var LETTERS3 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var url = {
  literals: [{ text: "://", fold: false, prev: `${LETTERS3}0123456789` }],
  run: run4
};
var STOP = byteSet("\"'`<>\\/?#|,;()[]{}").fill(1, 0, 33);
for (const char of "<>{}()[]#?,;|/") STOP[char.charCodeAt(0)] = 2;
STOP[47] = 1;
var DATABASES = /^(?:postgres(?:ql)?|mysql|mariadb|mongodb|redis|rediss|amqps?|mssql|sqlserver|oracle|cockroachdb|clickhouse|cassandra|neo4j|bolt|couchdb|kafka|nats|mqtts?|stomp|memcached|ldaps?|jdbc:[a-z0-9]+)(?:\+[a-z0-9.]+)*$/i;
var NO_PASSWORD = /^(?:pass(?:word|wd|phrase)?|pwd?|secret|token|user(?:name)?|key|credentials?|api_?key|apikey|my_?pass(?:word)?|x+|\*+|\.+|-+|_+|s|foo|bar|baz|test|pass123|p|abc|xyz|none|null|undefined|empty)$/i;
var LOCAL_HOST = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[::1\]|host|hostname|server|db|database|postgres|mysql|mariadb|redis|mongo(?:db)?|rabbitmq|(?:[\w-]+\.)*(?:example|test|invalid|local|localhost|localdomain)(?:\.(?:com|org|net|edu))?)(?:[:/].*)?$/i;
function run4(context, at) {
  const { data, start, end, look } = context;
  const from = at + 3;
  const limit = Math.min(end, from + MAX_USERINFO);
  let colon = -1;
  let mark = -1;
  let i = from;
  for (; i < limit; i++) {
    const byte = data[i];
    if (byte === 64) mark = i;
    else if (byte === 58 && colon < 0) colon = i;
    else if (STOP[byte] === 1) break;
    else if (STOP[byte] === 2 && colon < 0 && mark < 0 && byte !== 123 && byte !== 125 && byte !== 60 && byte !== 62) break;
  }
  look.saw(at, i + 1);
  const escape = data.subarray(from, i).indexOf(37);
  if (escape >= 0) context.decoder.maybeEscape(from + escape);
  if (colon < 0 || mark < 0 || colon > mark || mark - colon < 2) return;
  let schemeAt = at;
  while (schemeAt > start && schemeAt > at - 24 && /[A-Za-z0-9+.:-]/.test(String.fromCharCode(data[schemeAt - 1]))) schemeAt--;
  look.saw(schemeAt - 1, at);
  const scheme = data.toString("latin1", schemeAt, at).replace(/^[^A-Za-z]+/, "");
  const password = data.toString("latin1", colon + 1, mark);
  const host = data.toString("latin1", mark + 1, Math.min(i, mark + 100));
  const user = data.toString("latin1", from, colon);
  if (host === "" || !/^[\w[$%{*.-]/.test(host)) return;
  if (NO_PASSWORD.test(password) || isReference(password) || /[<>{}]|^[$%][\w({]|^%[sdv]/.test(password)) return;
  if (looksLikePlaceholder(password, true) || isExpression(password)) return;
  const span = { nameStart: from, nameEnd: colon, start: colon + 1, end: mark, quote: 0, closed: true };
  context.candidate(DATABASES.test(scheme) ? "url/database" : "url", "url", span, reasonsOf(host, user, password));
}
function reasonsOf(host, user, password) {
  const reasons = [];
  if (LOCAL_HOST.test(host)) reasons.push({ code: "local-host", text: "Its host is local or an example." });
  if (password === user)
    reasons.push({ code: "password-is-user", text: "The password equals the user name, as in development setups." });
  return reasons;
}

// src/detect/detectors/dsn.ts
var MAX_STRING = 320;
var MAX_PASSWORD = 200;
var ORACLE = "jdbc:oracle:";
var dsn = {
  literals: [
    { text: "password=", fold: true },
    { text: "pwd=", fold: true },
    { text: ORACLE, fold: false },
    // Ports of PostgreSQL and PgBouncer, and any port.
    ...[":5432:", ":5433:", ":6432:", ":*:"].map((text) => ({ text, fold: false }))
  ],
  run: run5
};
var CONNECTS = /(?:^|[;?&\s"'`=])(?:server|data source|host|hostname|hostaddr|address|addr|user id|uid|user|username|dbname|database|databasename|initial catalog|driver|dsn)\s?=\s?[^;&\s]|\bjdbc:[a-z]/i;
var DATABASE_URL = /\b(?:jdbc:|postgres(?:ql)?:|mysql:|mariadb:|mongodb|redis|sqlserver:|mssql:)[^\s]*$/i;
var LOCAL = /(?:server|data source|host|hostname|hostaddr|address|addr)\s?=\s?(?:tcp:|np:)?(?:localhost|127\.0\.0\.1|\(local\)|\(localdb\)|\.[\\;]|host\b|server\b)|jdbc:[a-z:]{2,20}\/\/(?:localhost|127\.0\.0\.1)/i;
function run5(context, at) {
  const { data, start, end, look } = context;
  if (data[at] === 106) return oracle(context, at);
  if (data[at] === 58) return pgpass(context, at);
  look.saw(at - 1, at);
  const before = at > start ? String.fromCharCode(data[at - 1]) : "";
  if (!/^[;?&\s"'`,]$/.test(before)) return;
  const valueAt = data.indexOf(61, at) + 1;
  look.saw(at, valueAt + MAX_PASSWORD);
  const tail = data.toString("latin1", valueAt, Math.min(end, valueAt + MAX_PASSWORD));
  const found = before === " " ? /^(?:'([^'\n]+)'|([^\s"'`;,]+))/.exec(tail) : /^(?:'([^'\n]+)'|\{([^}\n]+)\}|([^;&"'`<>\s]+))/.exec(tail);
  const password = found?.slice(1).find((text) => text !== void 0);
  if (!found || password === void 0) return;
  const from = Math.max(start, at - MAX_STRING);
  const to = Math.min(end, valueAt + found[0].length + MAX_STRING);
  look.saw(from, to);
  const head = data.toString("latin1", from, at).replace(/^[^]*[\n"`]/, "");
  const rest = data.toString("latin1", valueAt + found[0].length, to).replace(/[\n"`][^]*$/, "");
  if (before === "?" || before === "&" ? !DATABASE_URL.test(head) : !CONNECTS.test(head) && !CONNECTS.test(rest)) return;
  if (before === " " && password.includes(")") && head.includes("(")) return;
  const begin = valueAt + found[0].indexOf(password);
  emit(context, password, begin, LOCAL.test(head) || LOCAL.test(rest));
}
function oracle(context, at) {
  const { data, end, look } = context;
  look.saw(at, at + MAX_STRING);
  const text = data.toString("latin1", at, Math.min(end, at + MAX_STRING));
  const found = /^jdbc:oracle:[a-z0-9]{2,5}:[\w.$-]{1,60}\/([^@\s"'`/]{4,100})@/d.exec(text);
  if (found) emit(context, found[1], at + found.indices[1][0], /@(?:\/\/)?(?:localhost|127\.0\.0\.1)/.test(text));
}
function pgpass(context, at) {
  const line = passwordLine(context, at);
  if (!line) return;
  const { host, password, start, end } = line;
  emit(context, password, start, /^(?:localhost|127\.0\.0\.1)$/.test(host), end);
}
function emit(context, password, begin, local, stop = begin + password.length) {
  if (password.length < 4 || NO_PASSWORD.test(password) || isReference(password) || looksLikePlaceholder(password, true)) return;
  if (/[<>{}]|^[$%*]|^\.{2,}|^%[sdv]$/.test(password)) return;
  const reasons = local ? [{ code: "local-host", text: "Its host is local or an example." }] : [];
  const decoded = { secret: password, from: ["string-escapes"], unsure: false };
  const more = stop > begin + password.length ? { decoded } : {};
  context.emit("dsn", begin, stop, local ? "low" : void 0, reasons, more);
}

// src/detect/detectors/objects.ts
var MOST_LEVELS = 3;
var MOST_DEPTH = 8;
var OPEN = 123;
var CLOSE = 125;
var BACKSLASH6 = 92;
var QUOTES2 = /* @__PURE__ */ new Set([34, 39, 96]);
function* objectsAround(context, at, longest) {
  const { data, start, end, look } = context;
  for (const open of openBraces(data, Math.max(start, at - longest), at)) {
    const stop = closingBrace(data, open, Math.min(end, open + longest));
    if (stop === void 0) break;
    look.saw(open, stop);
    const value = stop > at ? readObject(data.toString("latin1", open, stop)) : void 0;
    if (value) yield { value, start: open, end: stop };
  }
  look.saw(at - longest, at + longest);
}
function* openBraces(data, low, at) {
  const before = data.subarray(low, at);
  let depth = 0;
  let levels = 0;
  for (let i = before.length - 1; i >= 0 && levels < MOST_LEVELS; i--) {
    const open = before.lastIndexOf(OPEN, i);
    if (open < 0) return;
    const close = before.lastIndexOf(CLOSE, i);
    i = Math.max(open, close);
    if (close > open) {
      if (++depth > MOST_DEPTH) return;
    } else if (depth > 0) {
      depth--;
    } else {
      levels++;
      yield low + open;
    }
  }
}
function closingBrace(data, from, limit) {
  let depth = 0;
  let quote = 0;
  for (let i = from; i < limit; i++) {
    const byte = data[i];
    if (quote !== 0) {
      if (byte === BACKSLASH6) i++;
      else if (byte === quote) quote = 0;
    } else if (QUOTES2.has(byte)) quote = byte;
    else if (byte === OPEN && ++depth > MOST_DEPTH) return void 0;
    else if (byte === CLOSE && --depth === 0) return i + 1;
  }
  return void 0;
}
function readObject(text) {
  return parse(text) ?? parse(asJson(text));
}
function asJson(text) {
  return text.replace(/'([^'"\\\n]*)'/g, '"$1"').replace(/([{,]\s*)([A-Za-z_$][\w$]*)(\s*:)/g, '$1"$2"$3').replace(/,(\s*[}\]])/g, "$1");
}
function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}

// src/detect/detectors/capability.ts
var MAX_TOKEN = 8192;
var MIN_PAYLOAD = 32;
var NAMED_WITHIN = 64;
var NAME_REST = 32;
var WORD2 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
var EQUALS3 = 61;
var DOT = 46;
var LAST_TIME = new Date(2 ** 32 * 1e3);
var BASE64URL = byteSet(`${WORD2}-_`);
var BASE64 = byteSet(`${WORD2}-_+/`);
var LETTERS4 = byteSet(WORD2);
var PASETO = ["v1", "v2", "v3", "v4"].flatMap((version) => [`${version}.local.`, `${version}.public.`]);
var PACKET = "Y2F0aW9u";
var PACKET_BEFORE = 8;
var BINARY = "AgE";
var capability = {
  literals: [
    ...[...PASETO, PACKET, '"s64"'].map((text) => ({ text, fold: false })),
    { text: BINARY, fold: false, prev: "\"'`=: 	\n>", next: WORD2 },
    { text: "biscuit", fold: true },
    { text: "branca", fold: true }
  ],
  run: run6
};
function run6(context, at) {
  const { data, start, end, look } = context;
  look.saw(at - PACKET_BEFORE, at + 10);
  const head = data.toString("latin1", at, Math.min(end, at + 10));
  if (head.startsWith('"s64"')) return jsonMacaroon(context, at);
  if (/^v[1-4]\./.test(head)) return paseto(context, at, at + (head[3] === "l" ? 9 : 10));
  if (head.startsWith(BINARY)) return macaroon(context, at);
  if (head.startsWith(PACKET)) {
    const first = at - PACKET_BEFORE;
    if (first >= start && data.toString("latin1", first, first + 3) === "MDA") macaroon(context, first);
    return;
  }
  const biscuit = /^biscuit/i.test(head);
  named(context, at, at + (biscuit ? 7 : 6), biscuit);
}
function paseto(context, at, payloadAt) {
  const { data, start, end, look } = context;
  if (!edgeBefore(look, data, at, start, LETTERS4)) return;
  const limit = Math.min(end, at + MAX_TOKEN);
  let stop = runEnd(data, payloadAt, limit, BASE64URL);
  look.saw(at, stop + 1);
  if (stop - payloadAt < MIN_PAYLOAD) return;
  if (data[stop] === DOT) {
    const footerEnd = runEnd(data, stop + 1, limit, BASE64URL);
    look.saw(at, footerEnd + 1);
    if (footerEnd > stop + 1) stop = footerEnd;
  }
  if (readPaseto(data.toString("latin1", at, stop))) context.emit("capability/paseto", at, stop);
}
function macaroon(context, at) {
  const { data, start, end, look } = context;
  if (!edgeBefore(look, data, at, start, BASE64)) return;
  let stop = runEnd(data, at, Math.min(end, at + MAX_TOKEN), BASE64);
  for (let padding = 0; padding < 2 && stop < end && data[stop] === EQUALS3; padding++) stop++;
  look.saw(at, stop + 1);
  if (readMacaroon(data.toString("latin1", at, stop))) context.emit("capability/macaroon", at, stop);
}
function named(context, at, from, biscuit) {
  const { data, end, look } = context;
  const limit = Math.min(end, from + NAMED_WITHIN);
  let i = runEnd(data, from, Math.min(end, from + NAME_REST), BASE64URL);
  look.saw(at, i + 1);
  if (i === from + NAME_REST) return;
  look.saw(at, from + NAMED_WITHIN);
  while (i < limit) {
    if (BASE64URL[data[i]] !== 1) {
      i++;
      continue;
    }
    const stop = runEnd(data, i, Math.min(end, i + MAX_TOKEN), BASE64URL);
    look.saw(at, stop + 1);
    const text = data.toString("latin1", i, stop);
    if (biscuit ? readBiscuit(text) : readBranca(text, LAST_TIME))
      return context.emit(biscuit ? "capability/biscuit" : "capability/branca", i, stop);
    i = stop;
  }
}
function jsonMacaroon(context, at) {
  const [object] = objectsAround(context, at, MAX_TOKEN);
  if (object && readMacaroon(context.data.toString("latin1", object.start, object.end)))
    context.emit("capability/macaroon", object.start, object.end);
}

// src/detect/detectors/jose-json.ts
var MAX_TOKEN2 = 16384;
var MAX_KEY = 8192;
var VALUE_WITHIN = 64;
var joseJson = { literals: [{ text: '"protected"', fold: false }], run: serialised };
var jwk = {
  literals: ['"kty"', "'kty'", "kty:"].map((text) => ({ text, fold: false })),
  run: keyObject
};
function serialised(context, at) {
  if (!/^"protected"\s{0,20}:\s{0,20}"e[yw]/.test(textAt(context, at))) return;
  for (const { value: object, start, end } of objectsAround(context, at, MAX_TOKEN2)) {
    if (isBase64url(object["ciphertext"], 2) && isBase64url(object["tag"], 8)) return context.emit("jose-json/jwe", start, end);
    const signatures = Array.isArray(object["signatures"]) ? object["signatures"] : [object];
    const [first] = signatures;
    if (typeof object["payload"] === "string" && isObject(first) && isBase64url(first["signature"], 20))
      return context.emit("jose-json/jws", start, end);
  }
}
var PRIVATE = { RSA: ["n", "e", "d"], EC: ["crv", "x", "y", "d"], OKP: ["crv", "x", "d"] };
function keyObject(context, at) {
  if (!/^["']?kty["']?\s{0,20}:\s{0,20}["'](?:RSA|EC|OKP|oct)["']/.test(textAt(context, at))) return;
  for (const { value: object, start, end } of objectsAround(context, at, MAX_KEY)) {
    const type = object["kty"];
    if (type === "oct" && isBase64url(object["k"], 20) && !isRepetitive(object["k"]))
      return emitKey(context, "jwk/symmetric", start, end);
    const members = typeof type === "string" && Object.hasOwn(PRIVATE, type) ? PRIVATE[type] : void 0;
    if (members?.every((name) => typeof object[name] === "string") && isBase64url(object["d"], 40) && !isRepetitive(object["d"]))
      return emitKey(context, "jwk", start, end);
  }
}
function emitKey(context, variant, start, end) {
  const secret = context.data.toString("latin1", start, end);
  const member = /[{,\s]["']?(?:d|p|q|dp|dq|qi|oth|k)["']?\s*:\s*/.exec(secret);
  const decoded = { secret, from: [], unsure: false };
  context.emit(variant, start + member.index + member[0].length, end, void 0, [], { decoded });
}
function textAt({ data, end, look }, at) {
  look.saw(at, at + VALUE_WITHIN);
  return data.toString("latin1", at, Math.min(end, at + VALUE_WITHIN));
}
function isBase64url(value, least) {
  return typeof value === "string" && value.length >= least && /^[\w-]+={0,2}$/.test(value);
}
function isObject(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/detect/detectors/jwt.ts
var MAX_HEADER = 8192;
var MAX_TOKEN3 = 65536;
var BASE64URL2 = byteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
var DOT2 = 46;
var TILDE = 126;
var LETTERS5 = BASE64URL2.slice();
LETTERS5[45] = LETTERS5[95] = 0;
var OPENINGS = ["eyJ", "eyAi", "eyAg", "ewog", "ewoi", "ewoJ", "ew0K", "ewki", "ewkJ"];
var BASE64URL_TEXT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
var jwt = {
  literals: OPENINGS.map((text) => ({ text, fold: false, next: BASE64URL_TEXT })),
  run: run7
};
function run7(context, at) {
  const { data, start, end, look } = context;
  if (!edgeBefore(look, data, at, start, LETTERS5) || at > start && data[at - 1] === DOT2) return;
  context.decoder.token(at);
  const limit = Math.min(end, at + MAX_TOKEN3);
  const headerEnd = runEnd(data, at, Math.min(end, at + MAX_HEADER), BASE64URL2);
  look.saw(at, headerEnd + 1);
  if (data[headerEnd] !== DOT2 || headerEnd >= end) return beginning(context, at, headerEnd);
  const header = decodeObject(data.toString("latin1", at, headerEnd));
  if (!header || typeof header["alg"] !== "string") return beginning(context, at, headerEnd);
  const ends2 = [headerEnd];
  let i = headerEnd;
  while (ends2.length < 5 && i < limit && data[i] === DOT2) {
    i = runEnd(data, i + 1, limit, BASE64URL2);
    ends2.push(i);
  }
  look.saw(at, i + 1);
  const reasons = [];
  const payload = () => decodeObject(data.toString("latin1", headerEnd + 1, ends2[1]));
  if (typeof header["enc"] === "string") {
    if (ends2.length === 5 && ends2[4] > ends2[3]) context.emit("jwt/jwe", at, ends2[4]);
    return;
  }
  if (ends2.length < 2 || ends2[1] - headerEnd < 3) return beginning(context, at, headerEnd);
  if (header["alg"].toLowerCase() === "none") {
    const stop = ends2.length >= 3 && ends2[2] === ends2[1] + 1 ? ends2[2] : ends2[1];
    if (payload()) context.emit("jwt/unsecured", at, stop);
    return;
  }
  if (ends2.length >= 3 && ends2[2] - ends2[1] > 20) {
    if (payload() || holdsToken(data.toString("latin1", headerEnd + 1, ends2[1]))) {
      return context.emit("jwt", at, ends2.length === 3 ? disclosuresEnd(look, data, ends2[2], limit) : ends2[2]);
    }
    reasons.push({ code: "payload-not-json", text: "Its payload is not a JSON object: signed, but not a JWT." });
    return context.emit("jwt/cut", at, ends2[2], "low", reasons);
  }
  if (ends2[1] - headerEnd > 16) {
    reasons.push({ code: "token-cut", text: "Its signature is missing: what stands here cannot be used as it is." });
    look.saw(at, ends2[1] + MARK);
    const sure = CUT.test(data.toString("latin1", ends2[1], Math.min(end, ends2[1] + MARK)));
    return context.emit("jwt/cut", at, ends2[1], sure ? "medium" : "low", reasons);
  }
  beginning(context, at, ends2[1]);
}
var MAX_BEGINNING = 512;
var LINE2 = 300;
var MARK = 24;
var IN_WORDS = /[([<](?:\.{3}|\xe2\x80\xa6)?[^\])>\n]{0,12}(?:trunc|\bcut\b|snip|omitted|\d more\b)/.source;
var CUT = new RegExp(`^\\.?(?:\\.{3}|\xE2\x80\xA6|\\\\u2026| ?${IN_WORDS})`, "i");
var CUT_IN_WORDS = new RegExp(`^\\.{0,4}(?:\xE2\x80\xA6)? ?${IN_WORDS}`, "i");
var LOG_LINE = /\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b|\b(?:level|severity|lvl)["']?\s?[=:]\s?["']?(?:trace|debug|info|warn|error|fatal)|\[(?:trace|debug|info|warn|warning|error|fatal)\]|^[<>] [\w-]{1,40}: /;
function beginning(context, at, stop) {
  const { data, start, end, look } = context;
  if (stop - at < 12 || stop - at > MAX_BEGINNING) return;
  look.saw(at, stop + MARK);
  const behind = data.toString("latin1", stop, Math.min(end, stop + MARK));
  if (!CUT.test(behind)) return;
  const from = Math.max(start, at - LINE2);
  look.saw(from, at);
  const line = data.toString("latin1", from, at).split("\n").at(-1);
  const logged = CUT_IN_WORDS.test(behind) || LOG_LINE.test(line);
  if (!logged || !isTokenBeginning(data.toString("latin1", at, stop))) return;
  const reason = { code: "token-cut", text: "Only its beginning is left: this place writes tokens, and cuts them." };
  context.emit("jwt/cut", at, stop, "medium", [reason]);
}
function holdsToken(payload) {
  return /^e[yw][\w-]{8,}\.[\w-]*\./.test(Buffer.from(payload, "base64url").toString("latin1"));
}
function disclosuresEnd(look, data, from, limit) {
  let end = from;
  while (end < limit && data[end] === TILDE) {
    const start = end + 1;
    const stop = runEnd(data, start, limit, BASE64URL2);
    look.saw(from, stop + 1);
    if (stop > start && data[stop] === TILDE && data[start] === LIST) {
      end = stop;
      continue;
    }
    if (data[stop] !== DOT2 || data[start] !== OBJECT) return start;
    let proof = stop;
    while (proof < limit && data[proof] === DOT2) proof = runEnd(data, proof + 1, limit, BASE64URL2);
    look.saw(from, proof + 1);
    return proof;
  }
  return end;
}
var LIST = 87;
var OBJECT = 101;
function decodeObject(text) {
  try {
    const value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}

// src/detect/detectors/misuse.ts
var WITHIN = 300;
var REQUEST = /\bcurl\b|\bwget\b|\bfetch\s?\(|\baxios\b|\brequests?\.|\.(?:get|post|put|patch|delete|request|open|ajax)\s?\(|NewRequest|HttpClient|HttpRequest|HttpURLConnection|urlopen|RestClient|Faraday|\bHTTParty\b/i;
var URL_TEXT = /(?<=["'`\s=(<])http:\/\/([A-Za-z0-9.-]{4,253})(?=[:/"'`\s?)]|$)/g;
var NOT_PUBLIC = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0)|(?:^|\.)(?:localhost|local|test|invalid|example|internal|lan|home|corp|svc|cluster|docker)$|(?:^|\.)example\.(?:com|org|net)$|(?:^|\.)(?:w3\.org|xmlsoap\.org|json-schema\.org)$|^(?:your|my|some)|(?:host|domain|server|url)\b/i;
var SENT = /^(?:bearer |basic |x-api-key["'`]?\]?\s?[:=,])/i;
var LONGEST = 16;
var HEADER2 = /authorization["'`]?\]?\s?[:=,]\s?[a-z]{0,2}["'`]?$/i;
var misuse = {
  literals: ["bearer", "basic", "x-api-key"].map((text) => ({ text, fold: true })),
  run: run8
};
function run8(context, at) {
  const { data, start, end, look } = context;
  look.saw(at, at + LONGEST);
  const sent = SENT.exec(data.toString("latin1", at, Math.min(end, at + LONGEST)))?.[0];
  if (sent === void 0) return;
  const from = Math.max(start, at - WITHIN);
  const to = Math.min(end, at + WITHIN);
  look.saw(at - WITHIN, at + WITHIN);
  const text = data.toString("latin1", from, to);
  if (!text.includes("http://")) return;
  if (/^basic/i.test(sent) && !HEADER2.test(text.slice(0, at - from))) return;
  const middle = at - from;
  const begin = text.slice(0, middle).split(/\n\s*\n|;\s*\n|^\s*[#$>] /m).at(-1).length;
  const statement = text.slice(middle - begin, middle) + text.slice(middle).split(/\n\s*\n|;\s*\n/, 1)[0];
  if (!REQUEST.test(statement) || statement.includes("https://")) return;
  for (const found of statement.matchAll(URL_TEXT)) {
    const host = found[1];
    if (NOT_PUBLIC.test(host) || !/\.[a-z]{2,24}$|^\d+\.\d+\.\d+\.\d+$/i.test(host)) continue;
    const urlAt = at - begin + found.index;
    return context.emit("misuse/http", urlAt, urlAt + found[0].length);
  }
}

// src/detect/detectors/private-key.ts
var MAX_KEY2 = 32768;
var BEGIN = "-----BEGIN ";
var PUTTY = "PuTTY-User-Key-File-";
var PROSE = /^\D{100}/;
var LEFT_OUT = /\.{3}|\xe2\x80\xa6/;
var privateKey = {
  literals: [
    { text: BEGIN, fold: false },
    { text: PUTTY, fold: false }
  ],
  run: run9
};
function run9(context, at) {
  if (context.data[at] === 45) pem(context, at);
  else putty(context, at);
}
function pem(context, at) {
  const { data, end, look } = context;
  look.saw(at, at + BEGIN.length + 48);
  const labelText = data.toString("latin1", at + BEGIN.length, Math.min(end, at + BEGIN.length + 48));
  const label = /^((?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?)-----/.exec(labelText)?.[1];
  if (!label) return;
  const bodyAt = at + BEGIN.length + label.length + 5;
  const limit = Math.min(end, at + MAX_KEY2);
  const close = `-----END ${label}-----`;
  const closeAt = data.subarray(bodyAt, limit).indexOf(close, 0, "latin1");
  if (closeAt < 0) {
    look.saw(at, limit);
    const body2 = keyText(data.toString("latin1", bodyAt, Math.min(limit, bodyAt + 400)));
    if (body2.length >= 128 && plausible(body2) && !PROSE.test(body2)) {
      const reason2 = { code: "key-cut", text: "Its end is missing: what stands here may be a part of the key." };
      context.emit("private-key/cut", at, bodyAt + 64, "low", [reason2]);
    }
    return;
  }
  const stop = bodyAt + closeAt + close.length;
  look.saw(at, stop);
  const whole = data.toString("latin1", bodyAt, bodyAt + closeAt);
  const word = /^[ \t]+([A-Za-z]{1,16})(?=\\[rn]|[\r\n])/.exec(whole);
  const raw = whole.slice(word?.[0].length ?? 0);
  const body = keyText(raw);
  if (body.length < 40 || !plausible(body) || LEFT_OUT.test(raw)) return;
  if (label.startsWith("PGP")) return context.emit("private-key/pgp", at, stop);
  if (label.startsWith("OPENSSH")) {
    const head = Buffer.from(body.slice(0, 120), "base64");
    if (head.toString("latin1", 0, 14) !== "openssh-key-v1") return;
    const cipher = head.toString("latin1", 19, 19 + Math.min(head.readUInt32BE(15), 40));
    return context.emit(cipher === "none" ? "private-key/openssh" : "private-key/encrypted", at, stop);
  }
  if (!body.startsWith("M")) return;
  const encrypted = label.includes("ENCRYPTED") || /Proc-Type:\s*4,\s*ENCRYPTED/.test(raw);
  const variant = encrypted ? "private-key/encrypted" : "private-key";
  if (!word) return context.emit(variant, at, stop);
  const reason = { code: "key-marked", text: `Behind its first line stands "${word[1]}": it may be made up.` };
  context.emit(variant, at, stop, "low", [reason]);
}
function putty(context, at) {
  const { data, end, look } = context;
  const limit = Math.min(end, at + MAX_KEY2);
  look.saw(at, limit);
  const text = data.toString("latin1", at, limit);
  const found = /^PuTTY-User-Key-File-[23]: [\w@.-]{1,60}\s{1,4}Encryption: (\S{1,40})[^]{1,30000}?Private-Lines: \d{1,4}\s[^]{40,20000}?Private-MAC: [0-9a-f]{40,64}/.exec(
    text
  );
  if (!found) return;
  context.emit(found[1] === "none" ? "private-key/putty" : "private-key/encrypted", at, at + found[0].length);
}
function keyText(raw) {
  return raw.replace(/\\[rn]/g, "\n").replace(/^[ \t"'+>#*/|-]*[A-Za-z-]{3,20}: [^\n]*$/gm, "").replace(/\n=[A-Za-z0-9+/]{4}(?=\s|$)/g, "").replace(/[\s"'`+\\,;()$|>#*.]|\r/g, (char) => char === "+" ? "+" : "").replace(/^\++/, "");
}
function plausible(body) {
  return /^[A-Za-z0-9+/=_-]+$/.test(body.slice(0, 400)) && !isRepetitive(body.slice(0, 200)) && new Set(body.slice(0, 400)).size > 20;
}

// src/detect/detectors/index.ts
var DETECTORS = /* @__PURE__ */ new Map([
  ["assignment", assignment],
  ["authorization", authorization],
  ["base64", base64],
  ["command", command],
  ["capability", capability],
  ["dsn", dsn],
  ["escapes", escapes],
  ["jose-json", joseJson],
  ["jwk", jwk],
  ["jwt", jwt],
  ["kubernetes", kubernetes],
  ["misuse", misuse],
  ["private-key", privateKey],
  ["quoted-printable", quotedPrintable],
  ["seams", seams],
  ["url", url]
]);

// src/detect/near.ts
var MAX_WORDS = 6;
var WIDE = 120;
var WIDE_LINES = 3;
var SCHEME2 = /^(?:bearer|basic|token|api-?key|key|secret)(?:[ \t]+|[=:][ \t]*["']?)(?:token=["']?)?/i;
var SCHEME_LETTER = byteSet("btaks");
var MAX_SCHEME = 24;
var CREDENTIAL = /key|token|secret|pass|pwd|auth|cred|bearer|access|private|sign|session|login|licen[cs]e|client|app|api|(?:^|[^a-z])(?:pat|sk|ak)(?![a-z])/i;
var NO_CREDENTIAL = /(?:ur[li]|host|domain|version|sha\d*|commit|digest|checksum|hash|etag|md5|path|file|image|revision|fingerprint|integrity|public[_.-]?key|csrf|email|name|(?:^|[^a-z])id|Id|[a-z]ID)s?["'\])]*$/;
var WIDE_NAME = /(?:key|token|secret|passw(?:or)?d|auth(?:orization)?|bearer|credentials?)(?=["'\])]{0,3}(?:\s|[:=]))/gi;
var MAX_SOLID = 64;
var SOLID = new Uint8Array(256);
for (let byte = 33; byte < 127; byte++) SOLID[byte] = "\"'`,;<>(){}[]\\".includes(String.fromCharCode(byte)) ? 0 : 1;
var isSolid = (byte) => SOLID[byte] === 1;
function solidAt(data, at, end) {
  const stop = Math.min(at + MAX_SOLID, end);
  let i = at;
  while (i < stop && SOLID[data[i]] === 1) i++;
  return i - at;
}
function lookDirect(look, data, at, start, end) {
  let given = findAssignment(look, data, at, at + 3, start, end);
  let from = given.nameStart;
  if (from < at && from > start && data[from - 1] === 92 && "nrt".includes(String.fromCharCode(data[from]))) from++;
  let { nameEnd } = given;
  for (let words = 1; given.operator === "space" && words < MAX_WORDS; words++) {
    const [value] = given.values;
    if (!value || value.quote !== 0 || value.end - value.start > 24) break;
    const next = findAssignment(look, data, value.start, value.start, start, end);
    if (next.values.length === 0) break;
    given = next;
    nameEnd = Math.max(nameEnd, given.nameEnd);
  }
  let { operator, values } = given;
  const paired = valueOfPair(look, data, nameEnd, end);
  if (paired && paired.end > paired.start) [operator, values] = ["colon", [paired]];
  if (values.length === 0) return { from, names: "", operator, values };
  const names = data.toString("latin1", Math.max(from, at - 48), Math.min(nameEnd, at + 96));
  const behind = [];
  for (const value of values) behind.push(behindScheme(look, data, value, end));
  return { from: Math.max(from, at - 48), names, operator, values: behind };
}
function lookWide(look, data, at, start, end) {
  if (!opens(look, data, at, start, end)) return [];
  let stop = Math.min(end, at + WIDE);
  let from = at;
  for (let lines = 0; lines <= WIDE_LINES; lines++) {
    const line = data.indexOf(10, from);
    if (line < 0 || line >= stop) break;
    if (lines === WIDE_LINES) stop = line;
    from = line + 1;
  }
  const first = Math.max(start, at - 2);
  look.saw(at - 2, stop + 1);
  const text = data.toString("latin1", first, stop);
  const out = [];
  for (const { index, 0: word } of allIn(text, WIDE_NAME)) {
    const name = first + index;
    const given = findAssignment(look, data, name, name + word.length, start, end);
    if (given.operator === "none" || given.operator === "compare" || out.length === 3) continue;
    const values = given.values.map((value) => behindScheme(look, data, value, end));
    out.push({ from: first, names: text.slice(0, given.nameEnd - first), operator: given.operator, values });
  }
  return out;
}
function opens(look, data, at, start, end) {
  let i = at;
  const stop = Math.min(end, at + WIDE);
  while (i < stop && isNameByte(data[i])) i++;
  const nameEnd = i;
  while (i < stop && (data[i] === 34 || data[i] === 39 || data[i] === 41 || data[i] === 93)) i++;
  look.saw(at, i + 1);
  if (i >= stop || OPENERS[data[i]] !== 1) return false;
  return data[i] !== MORE || i > nameEnd || data[i - 1] === DASH3 || isTag(look, data, at, start);
}
function isTag(look, data, at, start) {
  const lowest = Math.max(start, at - MAX_TAG);
  let i = at;
  while (i > lowest && (isNameByte(data[i - 1]) || data[i - 1] === COLON2)) i--;
  look.saw(i - 1, at);
  return i > start && data[i - 1] === LESS2;
}
var [DASH3, DOT3, COLON2, LESS2, MORE] = [45, 46, 58, 60, 62];
var MAX_TAG = 48;
var isNameByte = (byte) => isWordByte(byte) || byte === DOT3 || byte === DASH3;
var isWordByte = (byte) => isAlphanumericByte(byte) || byte === 95;
var OPENERS = byteSet(":={([/?>\r\n");
function behindScheme(look, data, value, end) {
  if (SCHEME_LETTER[data[value.start] | 32] !== 1) return value;
  look.saw(value.start, value.start + MAX_SCHEME);
  const found = SCHEME2.exec(data.toString("latin1", value.start, Math.min(end, value.start + MAX_SCHEME)));
  if (!found) return value;
  const start = value.start + found[0].length;
  const { quote, closed } = value;
  if (start < value.end) return { start, end: value.end, quote, closed };
  let stop = start;
  while (stop < end && stop < start + 4096 && data[stop] > 32 && !`"'\`,;)}]<>|\\`.includes(String.fromCharCode(data[stop])))
    stop++;
  look.saw(start, stop + 1);
  return { start, end: stop, quote, closed };
}
function serviceDistance(words, { names, operator }) {
  let best;
  for (const found of allIn(names, words)) {
    const end = found.index + found[0].length;
    if (beginsPart(names, found.index) && endsPart(names, end)) best = names.length - end;
  }
  if (best === void 0) return void 0;
  if (NO_CREDENTIAL.test(names.slice(names.length - best))) return void 0;
  const rest = names.slice(0, names.length - best).replace(words, "") + names.slice(names.length - best);
  const meant = CREDENTIAL.test(rest) || rest.replace(/[\W_]/g, "") === "" && operator !== "space" || operator === "call";
  return meant ? best : void 0;
}
function allIn(text, expression) {
  const all = [];
  expression.lastIndex = 0;
  for (let found = expression.exec(text); found; found = expression.exec(text)) all.push(found);
  return all;
}
function longestName(words, names) {
  let best;
  for (const { index, 0: name } of allIn(names, words)) {
    if (name.length > (best?.length ?? 0) && beginsPart(names, index)) best = name;
  }
  return best;
}
function isPart(data, from, to, start, end) {
  const before = from > start ? data[from - 1] : 0;
  if (isLowerByte(before) && isLowerByte(data[from]) && !(from - 2 >= start && data[from - 2] === 92)) return false;
  if (to + 2 >= end || !isLowerByte(data[to]) || !isLowerByte(data[to - 1])) return true;
  return BEGINNINGS.has(data.toString("latin1", to, to + 3));
}
var BEGINNINGS = /* @__PURE__ */ new Set(["acc", "adm", "api", "app", "aut", "cli", "key", "pas", "pri", "pwd", "sec", "tok"]);
var isLetter = (char) => char !== void 0 && /[A-Za-z]/.test(char);
var isUpper = (char) => char !== void 0 && char >= "A" && char <= "Z";
var isLower = (char) => char !== void 0 && char >= "a" && char <= "z";
function beginsPart(text, at) {
  const before = text[at - 1];
  if (!isLetter(before)) return true;
  if (isLower(before)) return isUpper(text[at]);
  return isUpper(text[at]) && isLower(text[at + 1]);
}
function endsPart(text, at) {
  if (!isLetter(text[at]) || beginsPart(text, at)) return true;
  return BEGINNINGS.has(text.slice(at, at + 3).toLowerCase());
}

export {
  encodingsOf,
  placeIn,
  tokenEnd,
  cutAt,
  joinPieces,
  PHASES,
  seekBase64,
  base64Anchor,
  readRun,
  readAnchored,
  readValue2 as readValue,
  escapeAt,
  unescape,
  readPart,
  passwordIn,
  WORD,
  edgeBefore,
  DETECTORS,
  MAX_SOLID,
  isSolid,
  solidAt,
  lookDirect,
  lookWide,
  serviceDistance,
  longestName,
  isPart
};
