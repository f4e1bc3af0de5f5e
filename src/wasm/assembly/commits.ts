/**
 * Reads commits (`tree ID LF`, any number of `parent ID LF`, author, committer …), and tells whether there may be anything in what
 * people wrote into them: see src/sources/git/commitreader.ts.
 */
import { holdsBase64 } from './base64';
import { openObject } from './entry';
import { nextId, takeDown } from './ids';
import { MOST_MADE } from './path';
import { holdsLook } from './prefilter';
import { mayBeWide } from './text';

// @ts-ignore: decorator
@external('env', 'full')
declare function full(): void;

const LF: u32 = 0x0a;
const SPACE: u32 = 0x20;
const ZERO: u32 = 0x30;
/** In place of the place of a tree or parent, where none is taken down. */
const NOWHERE: i32 = 0x40000000;
/** Of larger numbers not all are exact. */
const MAX_TIME: f64 = 9007199254740991;
/** The beginnings of header lines, as numbers: `tree `, `parent `, `committer ` and `gpgsig`. */
const TREE: u64 = 0x20_65_65_72_74;
const PARENT: u64 = 0x20_74_6e_65_72_61_70;
const COMMITTER: u64 = 0x65_74_74_69_6d_6d_6f_63;
const COMMITTER_END: u32 = 0x20_72;
const SIGNATURE: u64 = 0x67_69_73_67_70_67;

/** What there may be something in: nothing, the message and nothing else, or anything. As in commitreader.ts. */
const NOTHING: i32 = 0;
const MESSAGE: i32 = 1;
const SOME: i32 = 2;

let idBytes: u32 = 20;
/** Whether it is asked what there is in commits. */
let looks: bool = false;
/** Where times and how many parents there are in all up to each commit are written, and how many have room. */
let times: usize = 0;
let parentEnds: usize = 0;
let room: u32 = 0;
/** How many commits are there now, how many have been taken away before, and parents of all. */
let count: u32 = 0;
let taken: u32 = 0;
let parents: u32 = 0;
/** What is told of the commit that was read last, in four bytes each: its size, as `readCommits` says, and `head` and `part`. */
let told: usize = 0;

export function setupCommits(
  bytesOfId: u32,
  doesLook: bool,
  timesAt: usize,
  parentEndsAt: usize,
  roomForCommits: u32,
  toldAt: usize,
): void {
  idBytes = bytesOfId;
  looks = doesLook;
  times = timesAt;
  parentEnds = parentEndsAt;
  room = roomForCommits;
  told = toldAt;
  count = taken = parents = 0;
}

/** How many commits are there, which are taken away with that. */
export function takeCommits(): u32 {
  const there = count;
  taken += there;
  count = 0;
  return there;
}

/**
 * Reads the commit at memory[at, at + size), and tells where the line behind its ids begins.
 * @param known whether it is taken down; else only its ids are, with NOWHERE for a tag
 * @returns what there may be something in, of what people wrote
 */
export function readCommit(at: usize, size: u32, known: bool): i32 {
  const end = at + size;
  if (known && count == room) full();
  let line = at;
  if (isWord(line, end, 5, TREE) && readId(line + 5, end, known ? <i32>(taken + count) : NOWHERE)) {
    line = idEnd(line + 5);
    while (isWord(line, end, 7, PARENT) && readId(line + 7, end, known ? ~(<i32>parents) : ~NOWHERE)) {
      line = idEnd(line + 7);
      if (known) parents++;
    }
  }
  if (known) {
    store<f64>(times + (count << 3), committed(line, end));
    store<u32>(parentEnds + (count << 2), parents);
    count++;
  }
  store<u32>(told, <u32>(line - at), 4);
  return looks ? look(line, end) : SOME;
}

/**
 * Inflates and reads entries that are whole commits, up to the first one in which there may be something.
 * @param list of two addresses each: where an entry begins, and where it may end
 * @param out where there is room for an object of `most` bytes
 * @returns the address of the entry of that one, or of one that is not read here (its size is told as -1), or the end of the list
 */
export function readCommits(list: usize, last: usize, out: usize, most: u32): usize {
  let bytes: u32 = 0;
  let found: i32 = NOTHING;
  for (; list < last; list += 8) {
    const size = bytes > MOST_MADE ? -1 : openObject(load<u32>(list), load<u32>(list, 4), out, most);
    store<i32>(told, size);
    if (size < 0) break;
    bytes += size;
    found = readCommit(out, size, true);
    if (found != NOTHING) break;
  }
  store<i32>(told, found, 8);
  store<u32>(told, bytes, 12);
  return list;
}

/** Whether a word of up to eight bytes, given as a number, stands at `at`. */
// @ts-ignore: decorator
@inline
function isWord(at: usize, end: usize, length: u32, word: u64): bool {
  return at + length <= end && ((load<u64>(at) ^ word) << ((8 - length) << 3)) == 0;
}

/** Where the line goes on behind an id. */
// @ts-ignore: decorator
@inline
function idEnd(id: usize): usize {
  return id + 2 * idBytes + 1;
}

/** Takes down an id in hexadecimal, behind which there is something in any case; false where something else stands. */
function readId(from: usize, end: usize, tag: i32): bool {
  const last = from + 2 * idBytes;
  if (last >= end) return false;
  let to = nextId();
  let bad: u32 = 0;
  for (let at = from; at < last; at += 2) {
    const high = digitOf(load<u8>(at));
    const low = digitOf(load<u8>(at, 1));
    bad |= high | low;
    store<u8>(to++, (high << 4) | low);
  }
  if (bad > 15) return false;
  takeDown(tag);
  return true;
}

/** The value of a hexadecimal digit, without a branch; more than 15 for other bytes. */
// @ts-ignore: decorator
@inline
function digitOf(byte: u32): u32 {
  const letter = (byte | 0x20) - 0x61;
  return select<u32>(byte - ZERO, select<u32>(letter + 10, 16, letter < 6), byte - ZERO < 10);
}

/** The committer's time, in seconds since 1970; 0 when there is none. */
function committed(line: usize, end: usize): f64 {
  while (!(isWord(line, end, 8, COMMITTER) && line + 10 <= end && <u32>load<u16>(line, 8) == COMMITTER_END)) {
    if (line >= end || load<u8>(line) == LF) return 0;
    line = lineEnd(line, end) + 1;
  }
  const stop = lineEnd(line, end);
  let at = stop - 1;
  while (at > line && load<u8>(at) != 0x3e) at--;
  at++;
  while (at < stop && load<u8>(at) == SPACE) at++;
  let time: f64 = 0;
  for (; at < stop && <u32>load<u8>(at) - ZERO < 10; at++) time = 10 * time + <f64>(<u32>load<u8>(at) - ZERO);
  return time <= MAX_TIME ? time : 0;
}

/** Where the line that begins at `at` ends: at its line feed, or with the data. */
function lineEnd(at: usize, end: usize): usize {
  while (at < end && load<u8>(at) != LF) at++;
  return at;
}

/** Looks into the parts of what people wrote: those that `eachPart` of src/sources/git/messages.ts gives. */
function look(head: usize, end: usize): i32 {
  let from = head;
  let line = head;
  let isSignature = false;
  while (line < end && load<u8>(line) != LF) {
    const isPart = isSignature && load<u8>(line) == SPACE;
    if (isSignature && !isPart) from = line;
    const begins = isWord(line, end, 6, SIGNATURE);
    if (begins && !isSignature && line > from && !isEmpty(from, line)) return SOME;
    isSignature = begins || isPart;
    line = min(end, lineEnd(line, end) + 1);
    if (isSignature) from = line;
  }
  if (from < line && !isEmpty(from, line)) return SOME;
  return line + 1 >= end || isEmpty(line + 1, end) ? NOTHING : MESSAGE;
}

/** Whether a text is none in which a detector finds something to look at, and none in UTF-16, where another one would. */
function isEmpty(from: usize, to: usize): bool {
  return !mayBeWide(from, to) && !holdsLook(from, to) && !holdsBase64(from, to);
}
