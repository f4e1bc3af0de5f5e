/**
 * Takes down what a change brings in.
 * @module
 */
import type { Change, ChangeHandler, Replaced } from '../../../src/sources/git/brought.ts';

/** One file with its content and what was there before, as text. */
export type Brought<One extends Change> = One & { data: string; replaced: string[] };

export class ChangeLog<One extends Change = Change> implements ChangeHandler<One> {
  readonly entries: Brought<One>[] = [];
  readonly #contents = new Map<string, string>();

  onContent({ id }: One, data: Buffer): boolean {
    this.#contents.set(id, String(data));
    return true;
  }

  onReplaced(change: One, before: readonly Replaced[]): void {
    const replaced = before.map(({ id, data }) => (data ? String(data) : this.#contents.get(id)!));
    this.entries.push({ ...change, data: this.#contents.get(change.id)!, replaced });
  }
}
