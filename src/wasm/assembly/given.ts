/** Whether something may be given to a name: see src/detect/given.ts. */

const BEHIND: usize = 24;
const LONGEST: usize = 9;
const MAX_CLOSERS: usize = 4;

/** Kinds of bytes. */
const NAME: u32 = 1;
const CLOSER: u32 = 2;
const BETWEEN: u32 = 4;
const OPERATOR: u32 = 8;
const PROSE: u32 = 16;

/** The kinds of each byte. */
const KINDS: usize = memory.data(256, 16);
let prepared: bool = false;

function prepare(): void {
  prepared = true;
  for (let byte: u32 = 0; byte < 256; byte++) {
    const letter = (byte | 0x20) - 97 < 26 || byte - 48 < 10;
    let kinds: u32 = 0;
    if (letter || byte == 0x5f || byte == 0x2d || byte == 0x2e || byte == 0x24) kinds |= NAME;
    if (letter) kinds |= PROSE;
    store<u8>(KINDS + byte, <u8>kinds);
  }
  // "'`)]
  mark(0x22, CLOSER | BETWEEN);
  mark(0x27, CLOSER | BETWEEN);
  mark(0x60, CLOSER);
  mark(0x29, CLOSER | PROSE);
  mark(0x5d, CLOSER);
  // Space, tab, CR and LF.
  mark(0x20, BETWEEN | PROSE);
  mark(0x09, BETWEEN);
  mark(0x0d, BETWEEN | PROSE);
  mark(0x0a, BETWEEN | PROSE);
  // ,;:={
  mark(0x2c, BETWEEN | OPERATOR | PROSE);
  mark(0x3b, BETWEEN | OPERATOR | PROSE);
  mark(0x3a, BETWEEN | OPERATOR | PROSE);
  mark(0x3d, BETWEEN | OPERATOR);
  mark(0x7b, BETWEEN);
  // !?|<->(*%&\
  mark(0x21, OPERATOR);
  mark(0x3f, OPERATOR);
  mark(0x7c, OPERATOR);
  mark(0x3c, OPERATOR);
  mark(0x2d, OPERATOR | PROSE);
  mark(0x3e, OPERATOR);
  mark(0x28, OPERATOR);
  mark(0x2a, OPERATOR);
  mark(0x25, OPERATOR);
  mark(0x26, OPERATOR);
  mark(0x5c, BETWEEN | OPERATOR);
  // ._
  mark(0x2e, PROSE);
  mark(0x5f, PROSE);
}

function mark(byte: usize, kinds: u32): void {
  store<u8>(KINDS + byte, load<u8>(KINDS + byte) | <u8>kinds);
}

// @ts-ignore: decorator
@inline
function is(at: usize, kind: u32): bool {
  return (<u32>load<u8>(KINDS + <usize>load<u8>(at)) & kind) != 0;
}

/** Two bytes in lower case, the first one lowest. */
// @ts-ignore: decorator
@inline
function two(at: usize): u32 {
  return <u32>load<u16>(at) | 0x2020;
}

/** @param start the data is memory[start, end) */
export function mayBeGiven(at: usize, start: isize, end: usize): bool {
  if (!prepared) prepare();
  const limit = min(end, at + BEHIND);
  const open = limit < end;
  let nameEnd = at + 3;
  while (nameEnd < limit && is(nameEnd, NAME)) nameEnd++;
  let i = nameEnd;
  while (i < limit && i < nameEnd + MAX_CLOSERS && is(i, CLOSER)) i++;
  const gap = i;
  while (i < limit && (load<u8>(i) == 0x20 || load<u8>(i) == 0x09)) i++;
  if (i >= limit) return open;
  if (is(i, OPERATOR)) return true;
  let field = gap;
  while (field < limit && is(field, BETWEEN)) field++;
  if (field + 1 >= limit ? open : isField(two(field))) return true;
  const byte = load<u8>(i);
  if (gap > nameEnd || i == gap || byte == 0x0a || byte == 0x0d) return false;
  if (i + 3 >= limit || two(i) == 0x7361) return true;
  if (!is(i, PROSE) || !is(i + 1, PROSE) || !is(i + 2, PROSE) || !is(i + 3, PROSE)) return true;
  let nameStart = at;
  while (<isize>nameStart > start && nameStart > at - LONGEST && is(nameStart - 1, NAME)) nameStart--;
  const before = <isize>nameStart - 2 >= start ? <u32>load<u8>(nameStart - 2) : 0;
  const length = nameEnd - nameStart;
  return (
    nameStart == at - LONGEST ||
    length == 8 ||
    length == 10 ||
    length == 11 ||
    load<u8>(nameStart) == 0x2d ||
    before == 0x76 ||
    before == 0x78
  );
}

/** va, st, se, de, da, co, ty, nu */
function isField(word: u32): bool {
  return (
    word == 0x6176 ||
    word == 0x7473 ||
    word == 0x6573 ||
    word == 0x6564 ||
    word == 0x6164 ||
    word == 0x6f63 ||
    word == 0x7974 ||
    word == 0x756e
  );
}
