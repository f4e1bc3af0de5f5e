const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  byteSet
} from "./shared-detect-bytes.mjs";

// src/detect/given.ts
var GIVEN_BEHIND = 24;
var GIVEN_BEFORE = 14;
var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
var NAME = byteSet(`${LETTERS}_-.$`);
var CLOSER = byteSet("\"'`)]");
var BETWEEN = byteSet(` 	\r
,;:={"'\\`);
var OPERATOR = byteSet("=!:?|<->,;(*%&\\");
var PROSE = byteSet(`${LETTERS} .,:;)_-\r
`);

// src/detect/prefilter.ts
var FOLD = 538976288;
var HASH = 2654435761 | 0;
var MAP_BITS = 21;
var BESIDE_BITS = 21;
var HEAD_BITS = 15;
var MAX_LITERAL = GIVEN_BEHIND;
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
  beside;
  head;
  entries;
  pool;
  starts;
  folds;
  guards;
  classes;
  /** @param data as literals.ts made it */
  constructor({ entries, map, beside, head, pool, starts, folds, guards, classes }) {
    this.entries = entries;
    this.map = map;
    this.beside = beside;
    this.head = head;
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
        if (byte !== pool[i] && !(byte >= 65 && byte <= 90 && byte + 32 === pool[i])) return;
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
  if ((guard & NAMED) !== 0) return MAX_LITERAL - (guard >>> 23 & 31);
  return Math.max(1, guard & 63);
}
var MAX_EDGE = 6;
var MOST_BEFORE = Math.max(MAX_LEAD + MAX_EDGE, GIVEN_BEFORE);
var MOST_BEHIND = MAX_LITERAL + 1;
var BESIDE = 2246822507 | 0;
function besideHash(bytes, at, word) {
  const byte = (index) => bytes[index] | 32;
  const behind = bytes.length - at - 4;
  let key = 0;
  if (behind >= 2) key = 65536 | byte(at + 4) | byte(at + 5) << 8;
  else if (at >= 2) key = 131072 | byte(at - 2) | byte(at - 1) << 8;
  else if (behind === 1 && at === 1) key = 196608 | byte(at + 4) | byte(at - 1) << 8;
  else if (behind === 1) key = 262144 | byte(at + 4);
  else if (at === 1) key = 327680 | byte(at - 1) << 8;
  return Math.imul(word, HASH) + Math.imul(key, BESIDE) >>> 32 - BESIDE_BITS;
}
function foldedWord(data, at) {
  return data[at] | data[at + 1] << 8 | data[at + 2] << 16 | data[at + 3] << 24 | FOLD;
}

export {
  HASH,
  MAP_BITS,
  BESIDE_BITS,
  HEAD_BITS,
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
  besideHash,
  foldedWord
};
