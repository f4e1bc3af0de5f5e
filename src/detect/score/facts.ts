/**
 * What several features need of a candidate, counted once.
 * @module
 */
import { byteSet, isDigitByte, isLowerByte, isUpperByte } from '../bytes.ts';
import type { Candidate } from './candidate.ts';
import { isRepetitive } from '../plausible.ts';
import { plainName } from './names.ts';
import type { Reading } from './words.ts';

export interface Counts {
  lower: number;
  upper: number;
  digit: number;
  symbol: number;
  /** How many of these four occur. */
  classes: number;
  vowels: number;
  /** Places at which one class follows another, an upper-case letter before a lower-case one not counted. */
  switches: number;
  letterRun: number;
  digitRun: number;
  distinct: number;
  /** Bits a character. */
  entropy: number;
}

/** Of its value. */
export interface ValueFacts {
  value: string;
  counts: Counts;
  reading: Reading;
  repetitive: boolean;
}

/** Of its line. */
export interface LineFacts extends Omit<Candidate, 'above' | 'below'> {
  plain: string;
  /** What stands before its name and behind it. */
  line: string;
}

/** Of the lines around it. */
export interface NearFacts extends Pick<Candidate, 'name' | 'value' | 'lead' | 'tail' | 'above' | 'below'> {
  /** As in LineFacts. */
  line: string;
  /** What stands above and below, as text and as lines. */
  around: string;
  near: string[];
}

export function valueFactsOf(value: string, reading: Reading): ValueFacts {
  return { value, counts: count(value), reading, repetitive: isRepetitive(value) };
}

export function lineFactsOf({ form, name, value, quote, closed, lead, gap, tail }: Candidate): LineFacts {
  return { form, name, value, quote, closed, lead, gap, tail, plain: plainName(name), line: lineText(lead, tail) };
}

export function nearFactsOf({ name, value, lead, tail, above, below }: Candidate): NearFacts {
  const near = [...above.split('\n').slice(-4), ...below.split('\n').slice(0, 4)];
  return { name, value, lead, tail, above, below, line: lineText(lead, tail), around: `${above}\n${below}`, near };
}

const lineText = (lead: string, tail: string): string => `${lead}\n${tail}`;

const VOWELS = byteSet('aeiouyAEIOUY');
const [LOWER, UPPER, DIGIT, SYMBOL] = [0, 1, 2, 3] as const;

function classOf(code: number): number {
  if (isLowerByte(code)) return LOWER;
  if (isUpperByte(code)) return UPPER;
  return isDigitByte(code) ? DIGIT : SYMBOL;
}

/** How often each byte stands in a value; empty between two counts. */
const often = new Uint16Array(256);

function count(value: string): Counts {
  const totals = [0, 0, 0, 0];
  let [vowels, switches, letterRun, digitRun, run, previous] = [0, 0, 0, 0, 0, -1];
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    often[code]!++;
    const kind = classOf(code);
    totals[kind]!++;
    if (kind <= UPPER && VOWELS[code] === 1) vowels++;
    if (previous >= 0 && kind !== previous && !(previous === UPPER && kind === LOWER)) switches++;
    run = (kind <= UPPER && previous >= 0 && previous <= UPPER) || kind === previous ? run + 1 : 1;
    if (kind <= UPPER) letterRun = Math.max(letterRun, run);
    if (kind === DIGIT) digitRun = Math.max(digitRun, run);
    previous = kind;
  }
  let [distinct, entropy] = [0, 0];
  for (let i = 0; i < value.length; i++) {
    const share = often[value.charCodeAt(i)]! / value.length;
    if (share === 0) continue;
    often[value.charCodeAt(i)] = 0;
    distinct++;
    entropy -= share * Math.log2(share);
  }
  const [lower, upper, digit, symbol] = totals as [number, number, number, number];
  const classes = totals.filter((n) => n > 0).length;
  return { lower, upper, digit, symbol, classes, vowels, switches, letterRun, digitRun, distinct, entropy };
}
