/**
 * What was not read, and why: nothing that a scan leaves out may go untold.
 * @module
 */
import type { Skipped, SkipReason } from '../model.ts';

/** Where sources and readers write what they leave out. */
export interface Ledger {
  /**
   * @param path what was skipped, as a display path (a folder that was not entered ends in `/`)
   * @param gap whether a user would want to know of it; a gap makes the scan incomplete
   */
  skip(reason: SkipReason, path: string, gap: boolean): void;
}

/** Where what is left out is told by someone else. */
export const SILENT: Ledger = { skip: () => undefined };

const EXAMPLES = 5;

/**
 * Counts skips by reason. The result depends on what was skipped only, never on the order in which it was told: the
 * examples are the first in the order of UTF-16 code units, whichever worker met them first.
 */
export class CoverageLedger implements Ledger {
  readonly #classes = new Map<string, Skipped>();

  skip(reason: SkipReason, path: string, gap: boolean): void {
    this.#add(reason, gap, 1, [path]);
  }

  /** Takes over what another ledger (of a worker) holds. */
  merge(skipped: readonly Skipped[]): void {
    for (const { reason, gap, count, examples } of skipped) this.#add(reason, gap, count, examples);
  }

  /** Whether there is no gap. */
  get complete(): boolean {
    return !Array.from(this.#classes.values()).some((skipped) => skipped.gap);
  }

  /** The classes of skips, sorted by reason, gaps before the rest: `Coverage.skipped`. */
  skipped(): Skipped[] {
    return Array.from(this.#classes)
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([, skipped]) => structuredClone(skipped));
  }

  #add(reason: SkipReason, gap: boolean, count: number, examples: readonly string[]): void {
    const key = `${reason} ${gap ? 0 : 1}`;
    let skipped = this.#classes.get(key);
    if (skipped === undefined) this.#classes.set(key, (skipped = { reason, count: 0, examples: [], gap }));
    skipped.count += count;
    for (const path of examples) {
      if (skipped.examples.length === EXAMPLES && path >= skipped.examples[EXAMPLES - 1]!) continue;
      skipped.examples.push(path);
      skipped.examples.sort();
      skipped.examples.length = Math.min(skipped.examples.length, EXAMPLES);
    }
  }
}
