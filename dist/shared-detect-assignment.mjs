const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ALPHANUMERIC,
  byteSet,
  isUpperByte
} from "./shared-detect-bytes.mjs";

// src/detect/literal-forms.ts
var BEGINNINGS = {
  "%": "qQ([{|!",
  q: "q([{|!",
  "~": "sS",
  "[": "[",
  $: "$",
  "<": "<!",
  r: '"',
  R: '"',
  "@": `"'`
};
var SECOND = Array.from({ length: 256 }, (_, first) => {
  const second = BEGINNINGS[String.fromCharCode(first)];
  return second === void 0 ? void 0 : byteSet(second);
});
var [TAB, LF, CR, SPACE, BAR, MORE, LOWER_R] = [9, 10, 13, 32, 124, 62, 114];
var MAX_OPENING = 48;
var MAX_STRING = 200;
var QUOTED = 39;
var CLOSING = { "(": ")", "{": "}", "[": "]", "|": "|", "!": "!" };
var WAYS = [
  [/^(?:qq?|%[qQ]?|~[sS])([({[|!])(?=\S)/, (found) => CLOSING[found[1]]],
  [/^\[\[(?=[^\s"'`[\]])/, () => "]]"],
  [/^\$\$(?=[^\s$])/, () => "$$"],
  [/^<!\[CDATA\[/, () => "]]>"],
  [/^<<"/, () => '">>'],
  [/^R"([\w-]{0,16})\(/i, (found) => `)${found[1]}"`],
  [/^<<[<~-]?(["']?)[A-Z_a-z]\w{0,30}\1\r?\n[ \t]*/, () => void 0],
  [/^@["']\r?\n[ \t]*/, () => void 0]
];
function delimitedValue(look, data, from, quoteAt, limit) {
  if (from >= limit || SECOND[data[from]]?.[data[from + 1]] !== 1) return void 0;
  if (quoteAt > from && data[quoteAt + 1] !== LF && data[quoteAt + 1] !== CR && (data[from] | 32) !== LOWER_R)
    return void 0;
  const text = latin1(data, from, Math.min(limit, from + MAX_OPENING));
  look.saw(from, from + MAX_OPENING);
  for (const [opening, closing] of WAYS) {
    const found = opening.exec(text);
    if (!found) continue;
    const start = from + found[0].length;
    const close = closing(found);
    const stop = lineEnd(data, start, close === void 0 ? limit : Math.min(limit, start + MAX_STRING));
    look.saw(from, stop + 1);
    if (close === void 0) return { start, end: stop, quote: QUOTED, closed: true };
    const end = latin1(data, start, stop).indexOf(close);
    return end < 0 ? void 0 : { start, end: start + end, quote: QUOTED, closed: true };
  }
  return void 0;
}
function blockValue(look, data, at, end) {
  if (at >= end || data[at] !== BAR && data[at] !== MORE) return void 0;
  const head = /^[|>][-+1-9]{0,2}[ \t]*\r?\n[ \t]+(?=\S)/.exec(latin1(data, at, Math.min(end, at + MAX_OPENING)));
  look.saw(at, at + MAX_OPENING);
  if (!head) return void 0;
  const start = at + head[0].length;
  let stop = lineEnd(data, start, end);
  look.saw(at, stop + 1);
  while (stop > start && (data[stop - 1] === SPACE || data[stop - 1] === TAB)) stop--;
  return { start, end: stop, quote: 0, closed: true };
}
function lineEnd(data, from, limit) {
  let i = from;
  while (i < limit && data[i] !== LF && data[i] !== CR) i++;
  return i;
}
function latin1(data, from, to) {
  return Buffer.from(data.buffer, data.byteOffset + from, Math.max(0, to - from)).toString("latin1");
}

// src/detect/assignment.ts
var MAX_NAME = 48;
var MAX_GAP = 16;
var MAX_VALUE = 4096;
var MAX_TYPE = 64;
var NAME = byteSet(`${ALPHANUMERIC}_-.$`);
var QUOTE = byteSet(`"'\``);
var STOP = byteSet("\"'`,;)}]<>|\\").fill(1, 0, 33);
var [TAB2, LF2, CR2, SPACE2, AMPERSAND, OPEN, COMMA, DASH, COLON, LESS, EQUALS, MORE2, AT, BACKSLASH, HASH] = [
  9,
  10,
  13,
  32,
  38,
  40,
  44,
  45,
  58,
  60,
  61,
  62,
  64,
  92,
  35
];
function findAssignment(look, data, nameAt, wordEnd, start, end) {
  let nameStart = nameAt;
  const lowest = Math.max(start, nameAt - MAX_NAME);
  while (nameStart > lowest && NAME[data[nameStart - 1]] === 1) nameStart--;
  let i = wordEnd;
  const nameStop = Math.min(end, wordEnd + MAX_NAME);
  while (i < nameStop && NAME[data[i]] === 1) i++;
  const nameEnd = i;
  const none = { nameStart, nameEnd, operator: "none", values: [] };
  look.saw(nameStart - 1, nameEnd + 1);
  if (i >= nameStop) return none;
  let closers = 0;
  while (i < end && closers < 4 && (QUOTE[data[i]] === 1 || data[i] === 93 || data[i] === 41 && closers === 0 || data[i] === BACKSLASH)) {
    i++;
    closers++;
  }
  const gapStart = i;
  i = skipSpaces(data, i, end);
  look.saw(nameStart, i + 3);
  if (i >= end) return none;
  let operator = "none";
  const byte = data[i];
  const next = i + 1 < end ? data[i + 1] : 0;
  if (byte === EQUALS) {
    if (next === EQUALS) {
      operator = "compare";
      i += data[i + 2] === EQUALS ? 3 : 2;
    } else if (next === MORE2) {
      operator = "arrow";
      i += 2;
    } else {
      operator = "assign";
      i += next === 126 ? 2 : 1;
    }
  } else if (byte === 33 && next === EQUALS) {
    operator = "compare";
    i += data[i + 2] === EQUALS ? 3 : 2;
  } else if (byte === COLON) {
    if (next === COLON) return none;
    operator = next === EQUALS ? "assign" : "colon";
    i += next === EQUALS ? 2 : 1;
  } else if ((byte === 63 || byte === 124) && next === byte && data[i + 2] === EQUALS) {
    operator = "assign";
    i += 3;
  } else if (byte === 63 && next === EQUALS) {
    operator = "assign";
    i += 2;
  } else if (byte === LESS && next === DASH) {
    operator = "arrow";
    i += 2;
  } else if (byte === 63 && next === COLON) {
    operator = "colon";
    i += 2;
  } else if (byte === DASH && next === MORE2) {
    operator = "arrow";
    i += 2;
  } else if (byte === OPEN && gapStart === nameEnd) {
    operator = "call";
    i += 1;
  } else if (byte === COMMA && closers > 0) {
    operator = "comma";
    i += 1;
  } else if (byte === MORE2 && gapStart === i && nameStart > start && (data[nameStart - 1] === LESS || closers > 0)) {
    operator = "tag";
    i += 1;
  } else if (i > gapStart && closers === 0) {
    const typed = (byte | 32) === 97 && (next | 32) === 115 ? typeEnd(look, data, i, end) : 0;
    operator = typed > 0 ? "assign" : "space";
    if (typed > 0) i = typed;
  } else {
    return none;
  }
  return readValues(look, data, i, end, { nameStart, nameEnd, operator, values: [] });
}
function typeEnd(look, data, at, end) {
  look.saw(at, at + MAX_TYPE);
  const found = /^as\s+[\w.]{1,40}\s*=/i.exec(latin1(data, at, Math.min(end, at + MAX_TYPE)));
  return found ? at + found[0].length : 0;
}
function readValues(look, data, from, end, assignment) {
  let i = skipSpaces(data, from, end);
  look.saw(from, i + 2);
  if (assignment.operator !== "space" && i < end && (data[i] === LF2 || data[i] === CR2 && data[i + 1] === LF2)) {
    i += data[i] === CR2 ? 2 : 1;
    i = skipSpaces(data, i, end);
    look.saw(from, i + 1);
    if (i < end && QUOTE[data[i]] === 0) return assignment;
  }
  if (assignment.operator === "call") {
    for (let n = 0; n < 3 && i < end; n++) {
      const value2 = readValue(look, data, i, end);
      if (value2.end > value2.start) assignment.values.push(value2);
      i = skipSpaces(data, value2.end + (value2.quote ? 1 : 0), end);
      look.saw(from, i + 1);
      if (data[i] !== COMMA) break;
      i = skipSpaces(data, i + 1, end);
      look.saw(from, i + 1);
      if (data[i] === LF2) i = skipSpaces(data, i + 1, end);
    }
    return assignment;
  }
  const block = assignment.operator === "colon" ? blockValue(look, data, i, end) : void 0;
  let value = block ?? readValue(look, data, i, end);
  if (assignment.operator === "colon" && value.quote === 0 && !block) {
    const behind = skipSpaces(data, value.end, Math.min(end, value.end + MAX_GAP));
    look.saw(from, behind + 2);
    if (data[behind] === EQUALS && data[behind + 1] !== EQUALS && data[behind + 1] !== MORE2) {
      assignment.operator = "assign";
      value = readValue(look, data, skipSpaces(data, behind + 1, end), end);
    }
  }
  if (value.end > value.start) assignment.values.push(value);
  return assignment;
}
function readValue(look, data, from, end) {
  let i = from;
  const limit = Math.min(end, from + MAX_VALUE);
  let lead = i;
  while (lead < limit && lead < i + 3 && (isPrefix(data[lead]) || data[lead] === BACKSLASH || data[lead] === HASH)) lead++;
  if (lead < limit && QUOTE[data[lead]] === 1) i = lead;
  const quote = i < limit ? data[i] : 0;
  look.saw(from - 1, from + 6);
  const delimited = delimitedValue(look, data, from, i, limit);
  if (delimited) return delimited;
  if (QUOTE[quote] === 1) {
    let slashes = 0;
    while (i - 1 - slashes >= from && data[i - 1 - slashes] === BACKSLASH) slashes++;
    const escaped = slashes > 0;
    let begin = i + 1;
    if (data[begin] === quote && data[begin + 1] === quote) begin += 2;
    let j2 = begin;
    for (; j2 < limit; j2++) {
      const byte = data[j2];
      if (byte === quote || byte === LF2 || byte === CR2) break;
      if (byte === BACKSLASH) {
        let more = 1;
        if (escaped) while (data[j2 + more] === BACKSLASH) more++;
        if (escaped && more <= slashes && data[j2 + more] === quote) break;
        j2 += more;
      }
    }
    j2 = Math.min(j2, limit);
    look.saw(from, j2 + 6);
    return { start: begin, end: j2, quote, closed: j2 < limit && (data[j2] === quote || escaped) };
  }
  let j = i;
  let depth = 0;
  while (j < limit) {
    const byte = data[j];
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
function isPrefix(byte) {
  const lower = byte | 32;
  return lower === 114 || lower === 98 || lower === 117 || lower === 102 || byte === 115 || byte === 76 || byte === AT || byte === 36;
}
function skipSpaces(data, from, end) {
  const limit = Math.min(end, from + MAX_GAP);
  let i = from;
  while (i < limit && (data[i] === SPACE2 || data[i] === TAB2)) i++;
  return i;
}

// src/detect/pair.ts
var MAX_BETWEEN = 240;
var CLOSERS = byteSet("\"'`\\)]");
var MAX_CLOSERS = 4;
var BETWEEN = byteSet(` 	\r
,;:={"'\\`);
var LESS2 = 60;
var FIRST_LETTER = byteSet("vsdctn");
var FIELD = "(?:value|val|string_?value|default(?:_?value)?|content|data)";
var VALUE = new RegExp(
  [
    `[\\s,;:={]{1,60}\\\\?["']?${FIELD}\\\\?["']?\\s{0,8}[:=]\\s{0,8}`,
    // Other attributes of a variable stand before the one for its value.
    String.raw`\s{0,8}\{\s{0,40}(?:(?:type|description|sensitive|nullable)\s{0,20}=[^\n]{0,80}\n\s{0,20}){1,4}default\s{0,20}=\s{0,8}`,
    String.raw`</key>\s{0,60}<string>`
  ].map((way) => `^${way}`).join("|"),
  "i"
);
function valueOfPair(look, data, nameEnd, end) {
  let at = nameEnd;
  while (at < end && at < nameEnd + MAX_CLOSERS && CLOSERS[data[at]] === 1) at++;
  let i = at;
  const stop = Math.min(end, at + 80);
  while (i < stop && BETWEEN[data[i]] === 1) i++;
  look.saw(nameEnd, i + 1);
  if (i === stop || (i === at ? data[i] !== LESS2 : FIRST_LETTER[data[i] | 32] !== 1)) return void 0;
  look.saw(nameEnd, at + MAX_BETWEEN);
  const found = VALUE.exec(data.toString("latin1", at, Math.min(at + MAX_BETWEEN, end)));
  return found ? readValue(look, data, at + found[0].length, end) : void 0;
}

// src/detect/given.ts
var GIVEN_BEHIND = 24;
var GIVEN_BEFORE = 14;
var BLANK = byteSet(" 	");
var CLOSER = byteSet("\"'`)]");
var QUOTE2 = byteSet("\"'`");
var OPENER = byteSet("%~[$<");
var OPENED = byteSet("q([{|!");
var ARGUMENT = byteSet(`${ALPHANUMERIC} _-.,:*@=+?`);
var FIELD_NAME = byteSet(`${ALPHANUMERIC.replace(/\d/g, "")}_`);
var ENDS = byteSet(".,;)");

// src/detect/prefilter.ts
var FOLD = 538976288;
var HASH2 = 1310326275;
var MAP_BITS = (1 << 20) + 32;
var SLOTS = 1 << 15;
var MAX_LITERAL = 24;
var MAX_WINDOW = 8;
var MAX_LITERALS = 524287;
var MAX_TAIL = 24;
var MAX_LEAD = 8;
var WORD_CLASS = 0;
var SEAM_CLASS = 1;
var SEAMS = "\"'`\\%&\n\r";
var NAMED = 1 << 29;
var BLANKS = 1 << 30;
var FIRST_PIECE = 5;
var LiteralTable = class {
  map;
  slots;
  entries;
  pool;
  starts;
  folds;
  guards;
  classes;
  /** @param data as literals.ts made it */
  constructor({ entries, map, slots, pool, starts, folds, guards, classes }) {
    this.entries = entries;
    this.map = map;
    this.slots = slots;
    this.pool = pool;
    this.starts = starts;
    this.folds = folds;
    this.guards = guards;
    this.classes = classes;
  }
  /**
   * Whether the literal of an entry stands where its window was met, within the bounds of the scan.
   * @param entry its number plus one
   * @param at where the window was met
   */
  verify(entry, data, at, start, end, from, to, found) {
    const place = this.entries[(entry - 1) * 3 + 2];
    const begin = at - (place >>> 6 & 63) + 1;
    const literal = place >>> 12 & MAX_LITERALS;
    const first = this.starts[literal];
    const last = this.starts[literal + 1];
    if (begin < from || begin >= to || begin < start || begin + last - first > end) return;
    const { pool } = this;
    if (this.folds[literal] === 1) {
      for (let i = first, k = begin; i < last; i++, k++) {
        const byte = data[k];
        if (byte !== pool[i] && !(isUpperByte(byte) && byte + 32 === pool[i])) return;
      }
    } else {
      for (let i = first, k = begin; i < last; i++, k++) if (data[k] !== pool[i]) return;
    }
    found(literal, begin);
  }
};
function guardBefore(guard) {
  if ((guard & NAMED) !== 0) return MOST_BEFORE;
  const edge = guard >>> 16 & 127;
  return edge === 0 ? 1 : edge - 1 + MAX_EDGE;
}
function guardBehind(guard) {
  if ((guard & NAMED) !== 0) return GIVEN_BEHIND - (guard >>> 23 & 31);
  return Math.max(1, guard & 63);
}
var MAX_EDGE = 6;
var MOST_BEFORE = Math.max(MAX_LEAD + MAX_EDGE, GIVEN_BEFORE);
var MOST_BEHIND = Math.max(MAX_LITERAL + 1, GIVEN_BEHIND);
var mapBit = (hash) => 8 * (hash >>> 15) + (hash & 31);
var slotOf = (hash) => hash >>> 17;
var BESIDE = 2246822507 | 0;
function besideBit(bytes, at, word) {
  const rest = Math.imul(word, HASH2) << 15;
  const bitOf = (key, bits) => rest + Math.imul(key, BESIDE) >>> 32 - bits;
  const byte = (index) => bytes[index] | 32;
  const behind = bytes.length - at - 4;
  if (behind >= 2) return [0, bitOf(byte(at + 4) | byte(at + 5) << 8, 5)];
  if (behind === 1) return [1, bitOf(byte(at + 4), 4)];
  if (at >= 1) return [1, 16 + bitOf(byte(at - 1), 4)];
  return [2, rest >>> 27];
}
function foldedWord(data, at) {
  return data[at] | data[at + 1] << 8 | data[at + 2] << 16 | data[at + 3] << 24 | FOLD;
}

export {
  findAssignment,
  readValue,
  skipSpaces,
  valueOfPair,
  HASH2 as HASH,
  MAP_BITS,
  SLOTS,
  MAX_LITERAL,
  MAX_WINDOW,
  MAX_LITERALS,
  MAX_TAIL,
  MAX_LEAD,
  WORD_CLASS,
  SEAM_CLASS,
  SEAMS,
  NAMED,
  BLANKS,
  FIRST_PIECE,
  LiteralTable,
  guardBefore,
  guardBehind,
  MOST_BEFORE,
  MOST_BEHIND,
  mapBit,
  slotOf,
  besideBit,
  foldedWord
};
