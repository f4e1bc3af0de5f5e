/**
 * What several features need of a candidate, counted once.
 * @module
 */
import type { Candidate } from './candidate.ts';
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
}

export interface Facts extends Candidate {
  plain: string;
  counts: Counts;
  reading: Reading;
  /** Lines above and below. */
  near: string[];
}

export function factsOf(candidate: Candidate, reading: Reading): Facts {
  const { value, above, below } = candidate;
  return {
    ...candidate,
    plain: plainName(candidate.name),
    counts: count(value),
    reading,
    near: [...above.split('\n').slice(-4), ...below.split('\n').slice(0, 4)],
  };
}

const [LOWER, UPPER, DIGIT, SYMBOL] = [0, 1, 2, 3] as const;

function classOf(code: number): number {
  if (code >= 97 && code <= 122) return LOWER;
  if (code >= 65 && code <= 90) return UPPER;
  return code >= 48 && code <= 57 ? DIGIT : SYMBOL;
}

function count(value: string): Counts {
  const totals = [0, 0, 0, 0];
  let [vowels, switches, letterRun, digitRun, run, previous] = [0, 0, 0, 0, 0, -1];
  for (let i = 0; i < value.length; i++) {
    const code = value.charCodeAt(i);
    const kind = classOf(code);
    totals[kind]!++;
    if (kind <= UPPER && 'aeiouyAEIOUY'.includes(value[i]!)) vowels++;
    if (previous >= 0 && kind !== previous && !(previous === UPPER && kind === LOWER)) switches++;
    run = (kind <= UPPER && previous >= 0 && previous <= UPPER) || kind === previous ? run + 1 : 1;
    if (kind <= UPPER) letterRun = Math.max(letterRun, run);
    if (kind === DIGIT) digitRun = Math.max(digitRun, run);
    previous = kind;
  }
  const [lower, upper, digit, symbol] = totals as [number, number, number, number];
  return { lower, upper, digit, symbol, classes: totals.filter((n) => n > 0).length, vowels, switches, letterRun, digitRun };
}
