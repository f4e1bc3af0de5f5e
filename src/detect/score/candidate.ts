/**
 * A value that may be a secret, with all that is looked at to judge it: its name, its line and the lines around it.
 * Only these texts are seen by the features, so what a candidate is worth depends on a bounded piece of the data.
 * @module
 */

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
/** Bytes before the name and behind the value on which a candidate depends at most. */
export const BEFORE = LEAD + AROUND;
export const BEHIND = TAIL + AROUND;

/** Reads the texts of a candidate; bytes outside of `[from, to)` do not exist. */
export function candidateAt(data: Buffer, from: number, to: number, form: Form, span: Span): Candidate {
  const { nameStart, nameEnd, start, end, quote, closed } = span;
  const text = (a: number, b: number): string => data.toString('latin1', Math.max(a, from), Math.min(b, to));
  const before = text(nameStart - BEFORE, nameStart);
  const behind = text(end, end + BEHIND);
  const lineAt = before.lastIndexOf('\n', before.length - 1) + 1;
  const leadAt = Math.max(lineAt, before.length - LEAD);
  const newline = behind.indexOf('\n');
  const tailEnd = Math.min(newline < 0 ? behind.length : newline, TAIL);
  return {
    form,
    name: text(nameStart, nameEnd),
    value: text(start, end),
    quote,
    closed,
    lead: before.slice(leadAt),
    gap: text(nameEnd, Math.min(start, nameEnd + 32)),
    tail: behind.slice(0, tailEnd),
    above: before.slice(Math.max(0, leadAt - AROUND), leadAt),
    below: behind.slice(tailEnd, tailEnd + AROUND),
  };
}

/** A text that no other candidate has. */
export function keyOf({ form, quote, closed, above, lead, name, gap, value, tail, below }: Candidate): string {
  const lengths = `${above.length} ${lead.length} ${name.length} ${gap.length} ${value.length} ${tail.length}`;
  return `${form} ${quote} ${closed} ${lengths} ${above}${lead}${name}${gap}${value}${tail}${below}`;
}
