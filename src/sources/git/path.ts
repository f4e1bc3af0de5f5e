/**
 * The objects on the way from the root of a tree of deltas to the one at hand, as the core knows them (wasm/assembly/path.ts).
 * @module
 */
import type { Core } from '../../wasm/core.ts';

/** Numbers that are kept of each level, and levels that there may be. */
const LEVEL = 5;
export const LEVELS = 64;

export class Path {
  readonly #numbers: Int32Array;

  constructor(core: Core) {
    this.#numbers = core.numbers(core.exports.pathAt(), LEVEL * LEVELS);
  }

  /** The address of the object on a level. */
  addressOf(level: number): number {
    return this.#numbers[LEVEL * level]!;
  }

  sizeOf(level: number): number {
    return this.#numbers[LEVEL * level + 1]!;
  }

  /** What those who read objects have counted in it; less than 0 where they did not. */
  countOf(level: number): number {
    return this.#numbers[LEVEL * level + 3]!;
  }
}
