const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_node_buffer
} from "./shared-path.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/detect/position.ts
var import_node_buffer = __toESM(require_node_buffer(), 1);
var NEWLINE = 10;
var RETURN = 13;
var Positions = class {
  #bytes;
  #start;
  #end;
  #high;
  #from;
  /** First byte of a character, and its place. */
  #at;
  #line;
  #column;
  /** The first line feed at or after `#at`, `#end` if there is none; -1 if not looked for. Unused in UTF-16. */
  #newline = -1;
  /**
   * @param start first byte of text in the buffer, after a byte order mark; the first byte of a character
   * @param from place of that byte; for a chunk of a file it is what `boundary` said in the chunk before
   */
  constructor(bytes, start, end, encoding, from = { line: 1, column: 1 }) {
    this.#bytes = bytes;
    this.#start = start;
    this.#end = end;
    this.#high = highByte(encoding);
    this.#from = from;
    this.#at = start;
    this.#line = from.line;
    this.#column = from.column;
  }
  /** Place of the byte at an offset (`end` is allowed), or of the character it belongs to if it is inside of one. */
  at(offset) {
    if (offset < this.#at) {
      this.#at = this.#start;
      this.#line = this.#from.line;
      this.#column = this.#from.column;
      this.#newline = -1;
    }
    if (this.#high === void 0) this.#advance(offset);
    else this.#advanceWide(offset, this.#high);
    return { line: this.#line, column: this.#column };
  }
  /** Where the bytes from `from` up to `to` stand. For ranges that overlap only their beginnings need ascend. */
  range(from, to) {
    const { line: startLine, column: startColumn } = this.at(from);
    const at = this.#at;
    const newline = this.#newline;
    const { line: endLine, column: endColumn } = this.at(to);
    this.#at = at;
    this.#line = startLine;
    this.#column = startColumn;
    this.#newline = newline;
    return { startLine, startColumn, endLine, endColumn };
  }
  /** The first character that begins at or after an offset: where the positions of the next chunk begin. */
  boundary(offset) {
    const place = this.at(offset);
    if (this.#at === offset) return { offset, place };
    const next = this.#at + (this.#high === void 0 ? sequenceLength(this.#bytes, this.#at, this.#end) : 2);
    return { offset: next, place: this.at(next) };
  }
  #advance(offset) {
    if (this.#newline < 0) this.#findNewline();
    while (this.#newline < offset) {
      this.#at = this.#newline + 1;
      this.#line++;
      this.#column = 1;
      this.#findNewline();
    }
    let at = this.#at;
    while (at < offset) {
      const size = this.#bytes[at] < 128 ? 1 : sequenceLength(this.#bytes, at, this.#end);
      if (at + size > offset) break;
      at += size;
      this.#column += size === 4 ? 2 : 1;
    }
    this.#at = at;
  }
  #findNewline() {
    const found = this.#bytes.indexOf(NEWLINE, this.#at);
    this.#newline = found < 0 || found > this.#end ? this.#end : found;
  }
  #advanceWide(offset, high) {
    let at = this.#at;
    for (; at + 2 <= offset; at += 2) {
      if (isUnit(this.#bytes, at, high, NEWLINE)) {
        this.#line++;
        this.#column = 1;
      } else this.#column++;
    }
    this.#at = at;
  }
};
var BEFORE = 60;
var SECRET = 200;
var AFTER = 40;
var room = (units) => units * 4;
function frameAt(bytes, start, end, encoding, from, to) {
  const high = highByte(encoding);
  const step = high === void 0 ? 1 : 2;
  const isAt = (at, char) => high === void 0 ? bytes[at] === char : isUnit(bytes, at, high, char);
  const low = Math.max(start, from - room(BEFORE));
  let lineStart = from;
  while (lineStart > low && !isAt(lineStart - step, NEWLINE)) lineStart -= step;
  const top = Math.min(end, to + room(AFTER), from + room(SECRET));
  let lineEnd = from;
  while (lineEnd + step <= top && !isAt(lineEnd, NEWLINE)) lineEnd += step;
  const cutLine = lineEnd + step > top && top < end;
  if (lineEnd + step <= end && lineEnd > from && isAt(lineEnd, NEWLINE) && isAt(lineEnd - step, RETURN)) lineEnd -= step;
  const secretEnd = Math.min(to, lineEnd);
  const before = decode(bytes, lineStart, from, encoding);
  const secret = decode(bytes, from, secretEnd, encoding);
  const after = decode(bytes, secretEnd, lineEnd, encoding);
  const shownBefore = lastUnits(before, BEFORE);
  const shownSecret = firstUnits(secret, SECRET);
  const shownAfter = shownSecret === secret ? firstUnits(after, AFTER) : "";
  return {
    text: shownBefore + shownSecret + shownAfter,
    start: shownBefore.length,
    end: shownBefore.length + shownSecret.length,
    cutStart: shownBefore !== before,
    cutEnd: cutLine || shownSecret !== secret || shownAfter !== after
  };
}
function decode(bytes, from, to, encoding) {
  const part = bytes.subarray(from, to);
  if (encoding === "utf-16le") return part.toString("utf16le");
  if (encoding === "utf-16be")
    return Buffer.from(part.subarray(0, part.length & ~1)).swap16().toString("utf16le");
  if ((0, import_node_buffer.isUtf8)(part)) return part.toString("utf8");
  let text = "";
  for (let at = 0; at < part.length; ) {
    const size = sequenceLength(part, at, part.length);
    text += part.toString(size === 1 ? "latin1" : "utf8", at, at + size);
    at += size;
  }
  return text;
}
function highByte(encoding) {
  return encoding === "utf-16le" ? 1 : encoding === "utf-16be" ? 0 : void 0;
}
function isUnit(bytes, at, high, char) {
  return bytes[at + high] === 0 && bytes[at + 1 - high] === char;
}
function firstUnits(text, units) {
  if (text.length <= units) return text;
  return text.slice(0, (text.charCodeAt(units - 1) & 64512) === 55296 ? units - 1 : units);
}
function lastUnits(text, units) {
  if (text.length <= units) return text;
  const from = text.length - units;
  return text.slice((text.charCodeAt(from) & 64512) === 56320 ? from + 1 : from);
}
function sequenceLength(bytes, at, end) {
  const lead = bytes[at];
  if (lead < 194 || lead > 244) return 1;
  const size = lead < 224 ? 2 : lead < 240 ? 3 : 4;
  if (at + size > end) return 1;
  const second = bytes[at + 1];
  const least = lead === 224 ? 160 : lead === 240 ? 144 : 128;
  const most = lead === 237 ? 159 : lead === 244 ? 143 : 191;
  if (second < least || second > most) return 1;
  for (let next = at + 2; next < at + size; next++) if ((bytes[next] & 192) !== 128) return 1;
  return size;
}

export {
  Positions,
  frameAt,
  decode
};
