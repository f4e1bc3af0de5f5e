/**
 * Looks that come to nothing, as few bytes tell: most addresses hold no password, and most words of providers stand in addresses that give
 * nothing to a name. See src/detect/refusals.ts.
 */
import { nameEndOf } from './given';

/** Of a literal: what a look at it may be refused by, as refusals.ts says. */
const ADDRESS: u32 = 1;
const WORD: u32 = 2;
/** Bytes before a place on which it depends whether a look is refused: see isPart and lookWide of src/detect/near.ts. */
export const REFUSED_BEFORE: usize = 2;
/** MAX_USERINFO of src/detect/detectors/url.ts, and WIDE of near.ts. */
const MAX_USERINFO: usize = 320;
const WIDE: usize = 120;

/** Kinds of refusals, by literal; 0 where there are none. */
let kinds: usize = 0;

export function setupRefusals(kindsAt: usize): void {
  kinds = kindsAt;
}

/**
 * @param at address of the place of a look in the data memory[start, end)
 * @returns the address behind the bytes that say that it comes to nothing; 0 where they do not
 */
export function refuse(literal: u32, at: usize, start: usize, end: usize): usize {
  const kind = kinds == 0 ? 0 : <u32>load<u8>(kinds + literal);
  if (kind == ADDRESS) return refuseAddress(at + 3, end);
  return kind == WORD ? refuseWord(at, start, end) : 0;
}

/** An authority without `@`, behind a name and a password, and without an escape. */
function refuseAddress(at: usize, end: usize): usize {
  const stop = min(end, at + MAX_USERINFO);
  for (; at < stop; at++) {
    const byte = <u32>load<u8>(at);
    if (byte == 0x40 || byte == 0x25) return 0;
    // What ends it: a space or control, a quote, slash or backslash.
    if (byte < 33 || byte == 0x2f || byte == 0x22 || byte == 0x27 || byte == 0x60 || byte == 0x5c) break;
  }
  return min(end, at + 1);
}

/** A word in a name with a slash behind it, to which so nothing is given, without a word for credentials near it. */
function refuseWord(at: usize, start: usize, end: usize): usize {
  const stop = min(end, at + WIDE);
  const nameEnd = nameEndOf(at, stop);
  if (nameEnd == stop || load<u8>(nameEnd) != 0x2f) return 0;
  for (let i = max(start, at - REFUSED_BEFORE); i < stop; i++) if (mayBeCredential(load<u32>(i) | 0x20202020)) return 0;
  return min(end, stop + 1);
}

/** Whether a word of WIDE_NAME of near.ts may begin with these letters. */
function mayBeCredential(letters: u32): bool {
  switch (letters & 0xff) {
    // key
    case 0x6b:
      return (letters & 0xffffff) == 0x79656b;
    // token, secret, passw, auth, bearer, credential
    case 0x74:
      return letters == 0x656b6f74;
    case 0x73:
      return letters == 0x72636573;
    case 0x70:
      return letters == 0x73736170;
    case 0x61:
      return letters == 0x68747561;
    case 0x62:
      return letters == 0x72616562;
    case 0x63:
      return letters == 0x64657263;
  }
  return false;
}
