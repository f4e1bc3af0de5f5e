/**
 * What a scan of bytes yields before anything is made of it.
 * @module
 */
import type { Confidence, Reason } from '../model.ts';

/**
 * One place where a detector is satisfied, or (rule -1, a probe) a place at which it looked over a long stretch
 * without success. All numbers are byte offsets into the scanned data.
 */
export interface Hit {
  /** Index in the catalogue's rules, or -1. */
  rule: number;
  /** The secret. */
  start: number;
  end: number;
  /** All bytes on which the outcome depended. */
  from: number;
  to: number;
  confidence: Confidence;
  reasons: Reason[];
}

export interface Scanner {
  /** Outcomes that are not told as hits or probes depend on no more than this many bytes before and after their anchor. */
  readonly reach: number;
  /**
   * Scans data[start, end). With `ranges` (sorted, disjoint pairs [from, to) of absolute offsets) only anchors that begin
   * in them are looked at, but all of data[start, end) is visible as context.
   */
  scan(data: Buffer, start: number, end: number, ranges?: Int32Array): Hit[];
}
