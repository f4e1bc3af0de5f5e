/**
 * Takes down what a change brings in.
 * @module
 */
import type { Change, ChangeHandler, Replaced } from '../../../src/sources/git/brought.ts';

/** One file with its content and what was there before, as text. */
export type Brought<One extends Change> = One & { data: string; replaced: string[] };

export class ChangeLog<One extends Change = Change> implements ChangeHandler<One> {
  readonly entries: Brought<One>[] = [];
  readonly #contents = new Map<One, string>();

  onContent(change: One, data: Buffer): boolean {
    this.#contents.set(change, String(data));
    return true;
  }

  onReplaced(change: One, before: readonly Replaced<One>[]): void {
    const replaced = before.map((old) => ('data' in old ? String(old.data) : this.#contents.get(old.madeBy)!));
    this.entries.push({ ...change, data: this.#contents.get(change)!, replaced });
  }
}
