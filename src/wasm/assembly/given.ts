/** Whether something may be given to a name: see src/detect/given.ts. */

const BEHIND: usize = 24;
const LONGEST: usize = 9;
const MAX_CLOSERS: usize = 4;

/** Kinds of bytes: see there. */
const NAME: u32 = 1;
const CLOSER: u32 = 2;
const BETWEEN: u32 = 4;
const QUOTE: u32 = 8;
const OPENER: u32 = 16;
const OPENED: u32 = 32;
const ARGUMENT: u32 = 64;
const FIELD_NAME: u32 = 128;

/** The kinds of each byte. */
const KINDS: usize = memory.data(256, 16);
let prepared: bool = false;

function prepare(): void {
  prepared = true;
  for (let byte: u32 = 0; byte < 256; byte++) {
    let kinds: u32 = isLetter(byte) ? FIELD_NAME : 0;
    if (isLetter(byte) || byte - 48 < 10) kinds |= NAME | ARGUMENT;
    store<u8>(KINDS + byte, <u8>kinds);
  }
  // "'`
  mark(0x22, CLOSER | QUOTE | BETWEEN);
  mark(0x27, CLOSER | QUOTE | BETWEEN);
  mark(0x60, CLOSER | QUOTE);
  // )]
  mark(0x29, CLOSER);
  mark(0x5d, CLOSER);
  // _-.$
  mark(0x5f, NAME | ARGUMENT | FIELD_NAME);
  mark(0x2d, NAME | ARGUMENT);
  mark(0x2e, NAME | ARGUMENT);
  mark(0x24, NAME | OPENER);
  // Space, tab, CR and LF.
  mark(0x20, BETWEEN | ARGUMENT);
  mark(0x09, BETWEEN);
  mark(0x0d, BETWEEN);
  mark(0x0a, BETWEEN);
  // ,;:={\
  mark(0x2c, BETWEEN | ARGUMENT);
  mark(0x3b, BETWEEN);
  mark(0x3a, BETWEEN | ARGUMENT);
  mark(0x3d, BETWEEN | ARGUMENT);
  mark(0x7b, BETWEEN | OPENED);
  mark(0x5c, BETWEEN);
  // *@+?
  mark(0x2a, ARGUMENT);
  mark(0x40, ARGUMENT);
  mark(0x2b, ARGUMENT);
  mark(0x3f, ARGUMENT);
  // %~[<
  mark(0x25, OPENER);
  mark(0x7e, OPENER);
  mark(0x5b, OPENER | OPENED);
  mark(0x3c, OPENER);
  // q(|!
  mark(0x71, OPENED);
  mark(0x28, OPENED);
  mark(0x7c, OPENED);
  mark(0x21, OPENED);
}

function mark(byte: usize, kinds: u32): void {
  store<u8>(KINDS + byte, load<u8>(KINDS + byte) | <u8>kinds);
}

// @ts-ignore: decorator
@inline
function is(at: usize, kind: u32): bool {
  return (<u32>load<u8>(KINDS + <usize>load<u8>(at)) & kind) != 0;
}

// @ts-ignore: decorator
@inline
function isLetter(byte: u32): bool {
  return (byte | 0x20) - 97 < 26;
}

/** Where the name ends that goes on at `from`; `limit` at last. */
export function nameEndOf(from: usize, limit: usize): usize {
  if (!prepared) prepare();
  return runEnd(from, limit, NAME);
}

/** Where the run of bytes of a kind ends that begins at `from`; `limit` at last. */
// @ts-ignore: decorator
@inline
function runEnd(from: usize, limit: usize, kind: u32): usize {
  let at = from;
  while (at < limit && is(at, kind)) at++;
  return at;
}

/** @param start the data is memory[start, end) */
export function mayBeGiven(at: usize, start: isize, end: usize): bool {
  if (!prepared) prepare();
  const limit = min(end, at + BEHIND);
  const open = limit < end;
  const nameEnd = runEnd(at + 3, limit, NAME);
  const gap = runEnd(nameEnd, min(limit, nameEnd + MAX_CLOSERS), CLOSER);
  const i = blanksEnd(gap, limit);
  if (i >= limit) return open;
  if (i + 1 == limit || mayBeField(gap, limit, open)) return true;
  let nameStart = at;
  while (<isize>nameStart > start && nameStart > at - LONGEST && is(nameStart - 1, NAME)) nameStart--;
  const isCut = nameStart == at - LONGEST;
  const next = <u32>load<u8>(i, 1);
  switch (<u32>load<u8>(i)) {
    // =%&\
    case 0x3d:
    case 0x25:
    case 0x26:
    case 0x5c:
      return true;
    // :
    case 0x3a:
      return next != 0x3a;
    // |
    case 0x7c:
      return next == 0x7c && (i + 2 >= limit || load<u8>(i, 2) == 0x3d);
    // <
    case 0x3c:
      return next == 0x2d || next == 0x2f || next == 0x3c || next == 0x21;
    // >
    case 0x3e:
      return i == gap;
    // ;
    case 0x3b:
      return gap > nameEnd;
    // (
    case 0x28:
      return gap == nameEnd && mayHoldString(i + 1, limit);
    // ,
    case 0x2c: {
      if (gap > nameEnd || i > gap) return gap > nameEnd;
      const before: u32 = <isize>nameStart > start ? load<u8>(nameStart - 1) : 0;
      return (isCut || before == 0x3a || before == 0x7b) && mayBeString(blanksEnd(i + 1, limit), limit);
    }
    // *
    case 0x2a:
      if (i == nameEnd) return true;
      break;
    // !
    case 0x21:
      if (next == 0x3d) return true;
      break;
    // -
    case 0x2d:
      if (next == 0x3e) return true;
      break;
    // ?
    case 0x3f:
      if (next == 0x3f || next == 0x3d || next == 0x3a) return true;
      break;
  }
  if (gap > nameEnd || i == gap || load<u8>(i) == 0x0a || load<u8>(i) == 0x0d) return false;
  if (mayBeString(i, limit) || ((<u32>load<u16>(i) | 0x2020) == 0x7361 && !isLetter(<u32>load<u8>(i, 2)))) return true;
  const before: u32 = <isize>nameStart - 2 >= start ? load<u8>(nameStart - 2) : 0;
  const length = nameEnd - nameStart;
  return (
    isCut ||
    length == 8 ||
    length == 10 ||
    length == 11 ||
    load<u8>(nameStart) == 0x2d ||
    before == 0x76 ||
    before == 0x78
  );
}

function mayBeField(gap: usize, limit: usize, open: bool): bool {
  let at = gap;
  let inObject: u32 = 0;
  for (; at < limit && is(at, BETWEEN); at++) inObject |= <u32>(load<u8>(at) == 0x7b);
  if (at == gap) return false;
  if (at + 3 >= limit) return open;
  const begin = load<u32>(at) | 0x20202020;
  if (inObject != 0 && (begin == 0x65707974 || begin == 0x63736564 || begin == 0x736e6573 || begin == 0x6c6c756e)) return true;
  const to = runEnd(at, limit, FIELD_NAME);
  if (to == limit) return open;
  const end = <u32>load<u8>(to);
  // .,;)
  if (end == 0x2e || end == 0x2c || end == 0x3b || end == 0x29) return false;
  const length = to - at;
  if (length == 3) return (begin & 0xffffff) == 0x6c6176;
  // data, value, content, string_value and default_value
  return (
    (begin == 0x61746164 && length == 4) ||
    (begin == 0x756c6176 && length == 5) ||
    (begin == 0x746e6f63 && length == 7) ||
    (begin == 0x69727473 && (length == 11 || length == 12)) ||
    (begin == 0x61666564 && (length == 7 || length == 12 || length == 13))
  );
}

function mayBeString(at: usize, limit: usize): bool {
  if (at + 3 >= limit || is(at, OPENER)) return true;
  if (load<u8>(at) == 0x71 && is(at + 1, OPENED)) return true;
  return is(at, QUOTE) || is(at + 1, QUOTE) || is(at + 2, QUOTE) || is(at + 3, QUOTE);
}

function mayHoldString(at: usize, limit: usize): bool {
  const end = runEnd(at, limit, ARGUMENT);
  return end == limit || load<u8>(end) != 0x29;
}

// @ts-ignore: decorator
@inline
function blanksEnd(from: usize, limit: usize): usize {
  let at = from;
  while (at < limit && (load<u8>(at) == 0x20 || load<u8>(at) == 0x09)) at++;
  return at;
}
