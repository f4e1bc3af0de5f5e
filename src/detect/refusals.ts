/**
 * Looks that the core refuses by itself (wasm/assembly/refuse.ts): at literals that stand in thousands of texts and come to nothing in nearly
 * all of them, as few bytes tell.
 * @module
 */
import { type Core, partSize } from '../wasm/core.ts';
import { DETECTORS } from './detectors/index.ts';
import { type Tables, USE } from './tables.ts';

/** By what a look is refused. */
const ADDRESS = 1;
const WORD = 2;

/** Bytes before its place on which it depends whether a look is refused: REFUSED_BEFORE of wasm/assembly/refuse.ts. */
const BEFORE = 2;

const URL = [...DETECTORS.keys()].indexOf('url');

export class Refusals {
  /** Addresses of the bytes on which the look depends that was refused last. */
  from = 0;
  to = 0;
  readonly #core: Core;
  readonly #kinds: Uint8Array;

  /** Bytes that they take in the memory of a core. */
  static size({ useStarts }: Tables): number {
    return partSize(useStarts.length);
  }

  constructor(core: Core, tables: Tables) {
    this.#core = core;
    this.#kinds = core.take(tables.useStarts.length);
    for (let literal = 0; literal < tables.useStarts.length - 1; literal++) this.#kinds[literal] = kindOf(tables, literal);
    core.exports.setupRefusals(this.#kinds.byteOffset);
  }

  /**
   * Whether a look comes to nothing, as few bytes tell.
   * @param at address of its place in the data from address `start` to `end`
   */
  refuses(literal: number, at: number, start: number, end: number): boolean {
    if (this.#kinds[literal] === 0) return false;
    this.from = Math.max(start, at - BEFORE);
    this.to = this.#core.exports.refuse(literal, at, start, end);
    return this.to > 0;
  }
}

/** By what looks at a literal are refused, 0 for nothing: all that is done where it stands must be refused by that. */
function kindOf({ uses, useStarts }: Tables, literal: number): number {
  let kind: number | undefined;
  for (let i = useStarts[literal]!; i < useStarts[literal + 1]!; i += 4) {
    const of = kindOfUse(uses[i]!, uses[i + 1]!);
    kind = kind === undefined || kind === of ? of : 0;
  }
  return kind ?? 0;
}

function kindOfUse(use: number, index: number): number {
  if (use === USE.word || use === USE.wide) return WORD;
  return use === USE.code && index === URL ? ADDRESS : 0;
}
