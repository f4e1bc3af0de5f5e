/**
 * What a scanner of bytes gives to those who feed it. Sources know this interface and nothing of rules.
 * @module
 */
import type { Confidence, Reason } from '../model.ts';
import type { Core } from '../wasm/core.ts';
import type { Looks } from './look.ts';
import type { Ranges } from './prefilter.ts';

/**
 * In place of a rule: no finding, but bytes in which something was decoded. When they change, all in them is looked at anew. Where nothing
 * was found it may also be the kind of a look.
 */
export const REGION = -1;

/** Where around a change of some data there may be something to look at that was not there before, or is not any more. */
export interface Reach {
  /** Bytes before the change in which anchors may begin: as many as the longest has with all that must stand behind it. */
  before: number;
  /** Bytes behind the change in which anchors may begin: as many as must be right before one. */
  behind: number;
  /** Bytes on either side in which there may be what is looked at without an anchor. */
  around: number;
}

/** Of encodings that are seen without an anchor: more than the shortest of them takes. */
export const AROUND = 72;

/** One place where a detector is satisfied, or (rule REGION) some bytes. All offsets are bytes into the scanned data. */
export interface Hit {
  /** Index of the rule, or REGION. */
  rule: number;
  start: number;
  end: number;
  /** All bytes on which the outcome depended: the same bytes in `[from, to)` give the same outcome anywhere. */
  from: number;
  to: number;
  confidence: Confidence;
  reasons: Reason[];
  /** Features of a value that was weighed (score/weigh.ts): the verdict is given where its path is known. */
  evidence?: readonly number[] | undefined;
  /**
   * Of a value that a name tells: bytes from the provider's word to the value's name's end; less than nothing where the
   * name is one that the rule lists, by its length. The lower wins over others of the same rank.
   */
  distance?: number | undefined;
  /** When it is encoded there, or more than what stands there: the secret itself (`[start, end)` is where it stands), see decode/. */
  decoded?: Decoded | undefined;
}

/** What only some hits have. */
type More = Partial<Pick<Hit, 'evidence' | 'distance' | 'decoded'>>;

const NO_MORE: More = {};

/**
 * Makes a hit, which depends on its own bytes so far. All hits have all properties in one order: what reads them is compiled for
 * that one shape.
 */
export function hitOf(
  rule: number,
  start: number,
  end: number,
  confidence: Confidence,
  reasons: Reason[],
  { evidence, distance, decoded }: More = NO_MORE,
): Hit {
  return { rule, start, end, from: start, to: end, confidence, reasons, evidence, distance, decoded };
}

/** The region `[from, to)`, in which something was decoded that begins at `at`. */
export function regionOf(at: number, from: number, to: number): Hit {
  const region = hitOf(REGION, at, to, 'low', []);
  region.from = from;
  region.to = to;
  return region;
}

/** The same hit in data where it stands so many bytes farther. */
export function movedHit(hit: Hit, by: number): Hit {
  const copy = hitOf(hit.rule, hit.start + by, hit.end + by, hit.confidence, hit.reasons, hit);
  copy.from = hit.from + by;
  copy.to = hit.to + by;
  return copy;
}

export interface Decoded {
  /** As latin1 text. */
  secret: string;
  /** What was undone to see it, outermost first; nothing where the secret is in clear and begins before its place. */
  from: readonly string[];
  /** The bytes may as well be read as they stand: a hit in these goes before it. */
  unsure: boolean;
}

/** What of some data is to be looked at, when the rest is known: it was looked at in other data, from which it was copied. */
export interface Part {
  /** Anchors that begin there are evaluated, unless the look at them is known. */
  ranges: Ranges;
  /** There is looked for what has no anchor. */
  wide: Ranges;
  /** Looks of which the outcome is known. */
  looks: Looks;
  /** Looks that are to be repeated, by place; their `from` and `to` do not count. */
  repeats: Looks;
  /** Hits that are known: they stay, unless what is decoded now says otherwise. */
  hits: readonly Hit[];
}

export interface Scanner {
  readonly reach: Reach;
  /** What the last scan looked at, by place, valid until the next one; see detect/look.ts. */
  readonly looks: Looks;
  /** Whether the outcome of the last scan depends on all of the data, whatever its looks say. */
  readonly whole: boolean;
  /** In whose memory data is scanned where it is, and which can tell by itself that some texts hold nothing. */
  readonly core?: Core;
  /**
   * Scans `data[start, end)`; the bytes outside of it do not exist for the scan.
   * @param part what is to be looked at; all of the data is visible as context. It is not heeded where `whole` is true then.
   * @returns all hits, known ones included, in no particular order
   */
  scan(data: Buffer, start: number, end: number, part?: Part): Hit[];
  /**
   * Looks at some places of data in the core's memory, so that the core itself can recall to what that comes.
   * @param asked a literal and its offset each, `count` of them
   * @returns whether all of them come to nothing, and are remembered
   */
  settle?(data: Buffer, asked: Int32Array, count: number): boolean;
}
