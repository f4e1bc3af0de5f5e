import type { SkipReason } from '../../model.ts';

/** Where a source tells what it did not read. */
export interface Ledger {
  /**
   * @param what the object, path or pack that was not read
   * @param gap true where a user would want to know of it: the scan is then incomplete
   */
  skip(reason: SkipReason, what: string, gap: boolean): void;
}
