/**
 * The tables of a set of rules: which literals to look for, and what to do where one stands. For the built-in rules they
 * are made once, at build time, and read from a file.
 * @module
 */
import type { Anchor, Rule } from '../rules/rule.ts';
import { DETECTORS } from './detectors/index.ts';
import { type Literal, type LiteralData, literalData } from './prefilter.ts';

/** What a use is: an anchor of a rule's shape, a word near which a rule looks, or a detector in code. */
export const USE = { shape: 0, near: 1, code: 2 } as const;

export interface Tables {
  literals: LiteralData;
  /** Four numbers for each use: USE, index of the rule or of the detector, and the anchor's `before`. */
  uses: Int32Array;
  /** Where the uses of each literal begin in `uses`, and where the last ones end. */
  useStarts: Int32Array;
}

/** @param anchors for each rule those of `rule.anchors` */
export function buildTables(
  rules: readonly Rule[],
  anchors: readonly (readonly Anchor[])[] = rules.map((rule) => rule.anchors),
): Tables {
  const literals: Literal[] = [];
  const uses: number[][] = [];
  const byText = new Map<string, number>();
  const add = (literal: Literal, ...use: [kind: number, index: number, least: number, most: number]): void => {
    const key = `${literal.fold ? 'i' : 'c'}${literal.text}\0${literal.prev ?? ''}\0${literal.next ?? ''}`;
    let at = byText.get(key);
    if (at === undefined) {
      at = literals.push(literal) - 1;
      byText.set(key, at);
      uses.push([]);
    }
    uses[at]!.push(...use);
  };
  for (const [index, rule] of rules.entries()) {
    for (const anchor of anchors[index]!) add(anchor, rule.near.length > 0 ? USE.near : USE.shape, index, ...anchor.before);
  }
  const wanted = new Set(rules.map((rule) => rule.detector.split('/')[0]!));
  for (const [index, [name, code]] of [...DETECTORS].entries()) {
    if (wanted.has(name)) for (const literal of code.literals) add(literal, USE.code, index, 0, 0);
  }
  let end = 0;
  const useStarts = Int32Array.from([0, ...uses.map((list) => (end += list.length))]);
  return { literals: literalData(literals), uses: Int32Array.from(uses.flat()), useStarts };
}

const MAGIC = 0x62740001;

/** As bytes: a header of eight numbers (magic, then the lengths of the parts in order), then the parts. Little endian. */
export function packTables({ literals, uses, useStarts }: Tables): Buffer {
  const parts = [literals.entries, literals.starts, uses, useStarts, literals.pool, literals.folds];
  const header = Int32Array.from([MAGIC, ...parts.map((part) => part.length), 0]);
  return Buffer.concat([header, ...parts].map((part) => Buffer.from(part.buffer, part.byteOffset, part.byteLength)));
}

/**
 * @param file bytes of packTables, in memory of their own (at an offset that is a multiple of four)
 * @throws Error when they are something else
 */
export function unpackTables(file: Buffer): Tables {
  let at = file.byteOffset;
  const numbers = (length: number): Int32Array => {
    const part = new Int32Array(file.buffer, at, length);
    at += 4 * length;
    return part;
  };
  const bytes = (length: number): Uint8Array => new Uint8Array(file.buffer, (at += length) - length, length);
  const [magic, entries, starts, uses, useStarts, pool, folds] = numbers(8);
  if (magic !== MAGIC) throw new Error('the tables of the built-in rules are of another version; run npm run build');
  const first = { entries: numbers(entries!), starts: numbers(starts!) };
  const rest = { uses: numbers(uses!), useStarts: numbers(useStarts!) };
  return { literals: { ...first, pool: bytes(pool!), folds: bytes(folds!) }, ...rest };
}
