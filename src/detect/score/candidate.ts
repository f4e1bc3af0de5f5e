/**
 * A value that may be a secret, with all that is looked at to judge it: its name, its line and the lines around it.
 * Only these texts are seen by the features, so what a candidate is worth depends on a bounded piece of the data.
 * @module
 */
import type { Look } from '../look.ts';

/** How a value stands to its name. */
export type Form =
  | 'assign'
  | 'colon'
  | 'arrow'
  | 'compare'
  | 'call'
  | 'comma'
  | 'tag'
  | 'space'
  /** `name: X, value: Y`, as headers, environments of containers and XML attributes are written. */
  | 'pair'
  /** `name = Some("x")`, `name: []byte("x")`, `name = ["x"]`. */
  | 'wrapped'
  /** `scheme://user:x@host`. */
  | 'url'
  /** `IDENTIFIED BY x`. */
  | 'sql'
  /** `curl -u user:x`. */
  | 'user'
  /** `TOTP.new("x")`. */
  | 'otp';

/** What stands on the line of a value, or on its lines where it has several. */
export interface Line {
  form: Form;
  name: string;
  value: string;
  /** Byte of the value's quote, 0 for a bare one. */
  quote: number;
  /** False for a quoted value that does not end in reach. */
  closed: boolean;
  /** What stands before the name on its line, between the name and the value, and behind the value on its line. */
  lead: string;
  gap: string;
  tail: string;
  /** Where the line begins and ends in the data, as far as that is looked at. */
  start: number;
  end: number;
}

export interface Candidate extends Omit<Line, 'start' | 'end'> {
  /** The lines before and after. */
  above: string;
  below: string;
}

/** Where the parts of a candidate stand, as offsets in the data: the name before the value. */
export interface Span {
  nameStart: number;
  nameEnd: number;
  start: number;
  end: number;
  quote: number;
  closed: boolean;
}

/** Most bytes of each part. */
const LEAD = 160;
const TAIL = 120;
const AROUND = 200;
const GAP = 32;
/** Bytes before the name on which a candidate depends at most. */
export const BEFORE = LEAD + AROUND;

const LF = 10;

/** What stands on the line of a candidate; bytes outside of `[from, to)` do not exist. */
export function lineOf(look: Look, data: Buffer, from: number, to: number, form: Form, span: Span): Line {
  const { nameStart, nameEnd, quote, closed } = span;
  const lowest = Math.max(from, nameStart - LEAD);
  let start = nameStart;
  while (start > lowest && data[start - 1] !== LF) start--;
  const highest = Math.min(to, span.end + TAIL);
  let end = span.end;
  while (end < highest && data[end] !== LF) end++;
  look.saw(start - 1, end + 1);
  const text = data.toString('latin1', start, end);
  const slice = (first: number, last: number): string => text.slice(first - start, last - start);
  return {
    form,
    name: slice(nameStart, nameEnd),
    value: slice(span.start, span.end),
    quote,
    closed,
    lead: slice(start, nameStart),
    gap: slice(nameEnd, Math.max(nameEnd, Math.min(span.start, nameEnd + GAP))),
    tail: slice(span.end, end),
    start,
    end,
  };
}

/** With what stands around its line. */
export function candidateOf(look: Look, data: Buffer, from: number, to: number, line: Line): Candidate {
  const { form, name, value, quote, closed, lead, gap, tail, start, end } = line;
  look.saw(start - AROUND, end + AROUND);
  return {
    form,
    name,
    value,
    quote,
    closed,
    lead,
    gap,
    tail,
    above: data.toString('latin1', Math.max(from, start - AROUND), start),
    below: data.toString('latin1', end, Math.min(to, end + AROUND)),
  };
}

/**
 * A text that says all of a candidate: what it is made of as it stands, behind where its parts are in that. To compare it takes less
 * time than to make the parts.
 */
export function keyOf(look: Look, data: Buffer, from: number, to: number, line: Line, span: Span): string {
  const { form, quote, closed, start, end } = line;
  look.saw(start - AROUND, end + AROUND);
  const first = Math.max(from, start - AROUND);
  const text = data.toString('latin1', first, Math.min(to, end + AROUND));
  const place = (at: number): string => String.fromCharCode((at - first) >>> 8, (at - first) & 255);
  const name = place(span.nameStart) + place(span.nameEnd);
  return `${form}${closed ? '+' : '-'}${quote} ${place(start)}${name}${place(span.start)}${place(span.end)}${place(end)}${text}`;
}
