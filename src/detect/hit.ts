/**
 * What a scanner of bytes gives to those who feed it. Sources know this interface and nothing of rules.
 * @module
 */
import type { Confidence, Reason } from '../model.ts';

/** In place of a rule: all outcomes depended on all of the data, whatever ranges were asked for. */
export const WHOLE = -2;

/**
 * One place where a detector is satisfied, or (rule -1) a place it looked at over a long stretch without success, or WHOLE.
 * All offsets are bytes into the scanned data.
 */
export interface Hit {
  /** Index of the rule; negative: no finding, told only because an outcome depends on more than `reach` bytes. */
  rule: number;
  start: number;
  end: number;
  /** All bytes on which the outcome depended: the same bytes in `[from, to)` give the same outcome anywhere. */
  from: number;
  to: number;
  confidence: Confidence;
  reasons: Reason[];
  /** Features of a value that was weighed (score/weigh.ts): the verdict is given where its path is known. */
  evidence?: readonly number[];
  /**
   * Of a value that a name tells: bytes from the provider's word to the value's name's end; less than nothing where the
   * name is one that the rule lists, by its length. The lower wins over others of the same rank.
   */
  distance?: number;
  /** When it is encoded there, or more than what stands there: the secret itself (`[start, end)` is where it stands), see decode/. */
  decoded?: Decoded;
}

export interface Decoded {
  /** As latin1 text. */
  secret: string;
  /** What was undone to see it, outermost first; nothing where the secret is in clear and begins before its place. */
  from: readonly string[];
  /** The bytes may as well be read as they stand: a hit in these goes before it. */
  unsure: boolean;
}

export interface Scanner {
  /** Outcomes that are not returned as hits depend on no more than this many bytes before and after their anchor. */
  readonly reach: number;
  /**
   * Scans `data[start, end)`; the bytes outside of it do not exist for the scan. With `ranges` (sorted, disjoint pairs
   * `[from, to)` of absolute offsets) only anchors that lie in them are evaluated, but all of the data is visible as context.
   */
  scan(data: Buffer, start: number, end: number, ranges?: Int32Array): Hit[];
}
