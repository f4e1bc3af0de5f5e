/**
 * Makes the prefilter's tables from literals: at build time for the built-in rules, at run time when custom rules join.
 * @module
 */
import { ALPHANUMERIC } from './bytes.ts';
import { rarestWindows } from './commonness.ts';
import {
  besideBit,
  BLANKS,
  foldedWord,
  HASH,
  type Literal,
  type LiteralData,
  MAP_BITS,
  mapBit,
  MAX_LEAD,
  MAX_LITERAL,
  MAX_LITERALS,
  NAMED,
  SEAM_CLASS,
  SEAMS,
  slotOf,
  SLOTS,
  WORD_CLASS,
} from './prefilter.ts';

/**
 * Chooses the windows of literals.
 * @param literals of 3 to MAX_LITERAL bytes
 * @throws RangeError for others
 */
export function literalData(literals: readonly Literal[]): LiteralData {
  const entries: Entry[] = [];
  const pool: number[] = [];
  const starts = [0];
  if (literals.length > MAX_LITERALS) throw new RangeError(`there are more than ${MAX_LITERALS} literals`);
  const slots = new Int32Array(4 * SLOTS);
  const sets = new Map<string | undefined, number[]>();
  const foldedSet = (text: string | undefined): number[] => {
    let set = sets.get(text);
    if (!set) sets.set(text, (set = fold(text)));
    return set;
  };
  for (const [index, literal] of literals.entries()) {
    const bytes = Uint8Array.from(literal.text, (char) => char.charCodeAt(0));
    if (bytes.length < 3 || bytes.length > MAX_LITERAL) {
      throw new RangeError(`a literal needs three to ${MAX_LITERAL} bytes: ${JSON.stringify(literal.text)}`);
    }
    pool.push(...bytes);
    starts.push(pool.length);
    const prev = foldedSet(literal.prev);
    const next = foldedSet(literal.next);
    for (const at of literal.windows ?? rarestWindows(bytes, prev, next).at) {
      // At most one byte of a window is not fixed, since a literal has at least three.
      const open = at < 0 ? 0 : at + 4 > bytes.length ? 3 : -1;
      let word = 0;
      for (let k = 0; k < 4; k++) if (k !== open) word |= (bytes[at + k]! | 0x20) << (8 * k);
      // The end of the literal that is farther away tells most windows that are there by chance at once.
      const far = bytes.length < 4 ? -1 : at * 2 < bytes.length - 4 ? bytes.length - 4 : 0;
      const confirm = far < 0 ? 0 : foldedWord(bytes, far);
      const place = (index << 12) | ((at + 1) << 6) | (far + 1);
      for (const byte of open < 0 ? [0] : open === 0 ? prev : next) {
        const full = open < 0 ? word : word | (byte << (8 * open));
        entries.push([full, confirm, place]);
        const [part, bit] = besideBit(bytes, at, full);
        slots[4 * slotOf(Math.imul(full, HASH)) + part]! |= 1 << bit;
      }
    }
  }
  const folds = Uint8Array.from(literals, (literal) => (literal.fold ? 1 : 0));
  return {
    ...hashed(entries, slots),
    slots,
    pool: Uint8Array.from(pool),
    starts: Int32Array.from(starts),
    folds,
    ...guarded(literals),
  };
}

const WORD = `${ALPHANUMERIC}_`;

/** What must stand around the literals. */
function guarded(literals: readonly Literal[]): Pick<LiteralData, 'guards' | 'classes'> {
  const classes = new Map([
    [WORD, WORD_CLASS],
    [SEAMS, SEAM_CLASS],
  ]);
  const guards = literals.map(({ text, tail, behind, named, edge = -1 }) => {
    const [bytes, count] = behind === undefined ? (tail ?? ['', 0]) : [behind, MAX_LITERAL - text.length];
    if ((count > 0 && text.length + count > MAX_LITERAL) || edge > MAX_LEAD)
      throw new RangeError(`too much stands around ${JSON.stringify(text)}`);
    if (count === 0 && edge < 0 && !named) return 0;
    const group = count === 0 ? 0 : (classes.get(bytes) ?? classes.size);
    if (count > 0) classes.set(bytes, group);
    return (
      count |
      (group << 6) |
      ((edge + 1) << 16) |
      (text.length << 23) |
      (behind !== undefined && count > 0 ? BLANKS : 0) |
      (named ? NAMED : 0)
    );
  });
  if (classes.size > 1024) throw new RangeError('too many classes of bytes stand behind literals');
  const bits = new Uint8Array(32 * classes.size);
  for (const [bytes, group] of classes) {
    for (let i = 0; i < bytes.length; i++) bits[32 * group + (bytes.charCodeAt(i) >>> 3)]! |= 1 << (bytes.charCodeAt(i) & 7);
  }
  return { guards: Int32Array.from(guards), classes: bits };
}

type Entry = [word: number, confirm: number, place: number];

/** Marks the hashes of entries, puts those together that share a slot, and takes down there where they begin. */
function hashed(entries: readonly Entry[], slots: Int32Array): Pick<LiteralData, 'entries' | 'map'> {
  const map = new Int32Array(MAP_BITS / 32);
  const hashes = entries
    .map((entry) => ({ entry, hash: Math.imul(entry[0], HASH) }))
    .sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0));
  for (const [n, { entry, hash }] of hashes.entries()) {
    const bit = mapBit(hash);
    map[bit >>> 5]! |= 1 << bit;
    const slot = slotOf(hash);
    slots[4 * slot + 3] ||= n + 1;
    const next = hashes[n + 1];
    if (!next || slotOf(next.hash) !== slot) entry[2] |= 1 << 31;
  }
  return { entries: Int32Array.from(hashes.flatMap(({ entry }) => entry)), map };
}

/** Folded bytes of a text, each once; of all bytes when there is no text. */
function fold(text: string | undefined): number[] {
  const set = new Set<number>();
  if (text === undefined) for (let byte = 0; byte < 256; byte++) set.add(byte | 0x20);
  else for (let i = 0; i < text.length; i++) set.add(text.charCodeAt(i) | 0x20);
  return [...set];
}
