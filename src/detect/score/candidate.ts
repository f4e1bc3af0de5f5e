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

export interface Candidate {
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
  /** The lines before and after. */
  above: string;
  below: string;
}

/** Where the parts of a candidate stand, as offsets in the data. */
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

/** All that is looked at of a candidate, as one text. */
export interface Sight {
  text: string;
  /** In the text. */
  span: Span;
  /** Where its line begins and ends in the text, as far as that is looked at. */
  lineStart: number;
  lineEnd: number;
}

const LF = 10;

/** What is looked at of a candidate; bytes outside of `[from, to)` do not exist. */
export function sightOf(look: Look, data: Buffer, from: number, to: number, span: Span): Sight {
  const lowest = Math.max(from, span.nameStart - LEAD);
  let lineStart = span.nameStart;
  while (lineStart > lowest && data[lineStart - 1] !== LF) lineStart--;
  const highest = Math.min(to, span.end + TAIL);
  let lineEnd = span.end;
  while (lineEnd < highest && data[lineEnd] !== LF) lineEnd++;
  const first = Math.max(from, lineStart - AROUND);
  look.saw(lineStart - AROUND, lineEnd + AROUND);
  return {
    text: data.toString('latin1', first, Math.min(to, lineEnd + AROUND)),
    span: {
      nameStart: span.nameStart - first,
      nameEnd: span.nameEnd - first,
      start: span.start - first,
      end: span.end - first,
      quote: span.quote,
      closed: span.closed,
    },
    lineStart: lineStart - first,
    lineEnd: lineEnd - first,
  };
}

/** A text that says all of a candidate. */
export function keyOf(form: Form, { text, span: { nameStart, nameEnd, start, end, quote, closed } }: Sight): string {
  return `${form} ${quote} ${closed} ${nameStart} ${nameEnd} ${start} ${end} ${text}`;
}

export function candidateOf(form: Form, { text, span, lineStart, lineEnd }: Sight): Candidate {
  const { nameStart, nameEnd, start, end, quote, closed } = span;
  return {
    form,
    name: text.slice(nameStart, nameEnd),
    value: text.slice(start, end),
    quote,
    closed,
    lead: text.slice(lineStart, nameStart),
    gap: text.slice(nameEnd, Math.max(nameEnd, Math.min(start, nameEnd + GAP))),
    tail: text.slice(end, lineEnd),
    above: text.slice(0, lineStart),
    below: text.slice(lineEnd),
  };
}
