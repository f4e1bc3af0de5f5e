/**
 * A piece of text as it reads once an encoding is undone, and where each of its bytes stood.
 * @module
 */

/** Names of what can be undone, as reports tell them in `decodedFrom`. */
export type Encoding =
  | 'base64'
  | 'percent-encoding'
  | 'string-escapes'
  | 'html-entities'
  | 'quoted-printable'
  | 'concatenation'
  | 'folded-lines';

export interface View {
  /** The decoded bytes. */
  data: Buffer;
  /** Where what a decoded byte came from begins and ends, in the bytes that were decoded. */
  startOf(at: number): number;
  endOf(at: number): number;
  /** All that was looked at: the same bytes there give the same view. */
  from: number;
  to: number;
  encoding: Encoding;
  /** The view that this one was found in; its offsets are in that. */
  outer?: View;
  /** Of pieces: where in the decoded bytes the first one ends. */
  firstPiece?: number | undefined;
  /** Of pieces: where the last one ends, in the bytes that were decoded. */
  lastPiece?: number | undefined;
  /** Whether it may also be read as it stands: then what it says counts only where nothing is found otherwise. */
  unsure?: boolean | undefined;
}

/** What was undone, outermost first. */
export function encodingsOf(view: View): Encoding[] {
  return [...(view.outer ? encodingsOf(view.outer) : []), view.encoding];
}

/** Room for the view that is being put together; one at a time is. */
let bytes = Buffer.alloc(1 << 14);
let starts = new Int32Array(1 << 14);
let ends = new Int32Array(1 << 14);

function grow(): void {
  const [oldBytes, oldStarts, oldEnds] = [bytes, starts, ends];
  bytes = Buffer.alloc(2 * oldBytes.length);
  starts = new Int32Array(bytes.length);
  ends = new Int32Array(bytes.length);
  bytes.set(oldBytes);
  starts.set(oldStarts);
  ends.set(oldEnds);
}

/** Puts a view together, byte by byte or by copying what is not encoded. Only the newest builder may be used. */
export class ViewBuilder {
  readonly #source: Uint8Array;
  length = 0;

  constructor(source: Uint8Array) {
    this.#source = source;
  }

  /** One decoded byte that came from `[start, end)`. */
  push(byte: number, start: number, end: number): void {
    if (this.length === bytes.length) grow();
    const at = this.length++;
    bytes[at] = byte;
    starts[at] = start;
    ends[at] = end;
  }

  /** Bytes that stand for themselves. */
  copy(from: number, to: number): void {
    while (this.length + to - from > bytes.length) grow();
    const source = this.#source;
    for (let at = from, place = this.length; at < to; at++, place++) {
      bytes[place] = source[at]!;
      starts[place] = at;
      ends[place] = at + 1;
    }
    this.length += Math.max(0, to - from);
  }

  /** @param pieces what is known of pieces that were joined */
  view(encoding: Encoding, from: number, to: number, pieces?: Pick<View, 'firstPiece' | 'lastPiece' | 'unsure'>): View {
    const [begin, stop] = [starts.slice(0, this.length), ends.slice(0, this.length)];
    return {
      data: Buffer.from(bytes.subarray(0, this.length)),
      startOf: (at) => begin[at]!,
      endOf: (at) => stop[at]!,
      from,
      to,
      encoding,
      firstPiece: pieces?.firstPiece,
      lastPiece: pieces?.lastPiece,
      unsure: pieces?.unsure,
    };
  }
}

/** Where the decoded bytes `[start, end)` of a view stand in the outermost bytes. */
export function placeIn(view: View, start: number, end: number): [start: number, end: number] {
  const [from, to] = [view.startOf(start), view.endOf(end - 1)];
  return view.outer ? placeIn(view.outer, from, to) : [from, to];
}
