/**
 * Takes down what a change brings in.
 * @module
 */
import type { Change, ChangeHandler } from '../../../src/sources/git/brought.ts';

/** One file with its content and what was there before, as text. */
export type Brought<One extends Change> = One & { data: string; replaced: string[] };

export class ChangeLog<One extends Change = Change> implements ChangeHandler<One> {
  readonly entries: Brought<One>[] = [];
  readonly #contents = new Map<One, string>();

  onContent(change: One, data: Buffer): boolean {
    this.#contents.set(change, String(data));
    return true;
  }

  onReplaced(change: One, before: readonly Buffer[]): void {
    this.entries.push({ ...change, data: this.#contents.get(change)!, replaced: before.map(String) });
  }
}
