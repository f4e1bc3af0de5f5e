/**
 * The tables of a set of rules: which literals to look for, and what to do where one stands. For the built-in rules they
 * are made once, at build time (see build-tables.ts), and read from a file.
 * @module
 */
import type { LiteralData } from './prefilter.ts';

/**
 * What a use is: an anchor of a rule's shape, a name to which a rule's credential is given, a detector in code, a provider's
 * word that counts where it is a part of a name by itself, or one that counts anywhere.
 */
export const USE = { shape: 0, near: 1, code: 2, word: 3, wide: 4 } as const;

export interface Tables {
  literals: LiteralData;
  /** Four numbers for each use: USE, index of the rule or of the detector, and the anchor's `before`. */
  uses: Int32Array;
  /** Where the uses of each literal begin in `uses`, and where the last ones end. */
  useStarts: Int32Array;
}

const MAGIC = 0x62740008;

/** As bytes: a header of eleven numbers (magic, then the lengths of the parts in order), then the parts. Little endian. */
export function packTables({ literals, uses, useStarts }: Tables): Buffer {
  const { map, slots, entries, starts, guards, pool, folds, classes } = literals;
  const parts = [map, slots, entries, starts, guards, uses, useStarts, pool, folds, classes];
  const header = Int32Array.from([MAGIC, ...parts.map((part) => part.length)]);
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
  const [magic, ...lengths] = numbers(11);
  if (magic !== MAGIC) throw new Error('the tables of the built-in rules are of another version; run npm run build');
  const [map, slots, entries, starts, guards, uses, useStarts] = lengths.slice(0, 7).map(numbers);
  const [pool, folds, classes] = lengths.slice(7).map(bytes);
  return {
    literals: {
      map: map!,
      slots: slots!,
      entries: entries!,
      starts: starts!,
      guards: guards!,
      pool: pool!,
      folds: folds!,
      classes: classes!,
    },
    uses: uses!,
    useStarts: useStarts!,
  };
}
