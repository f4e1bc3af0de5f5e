/**
 * All features, in the order in which the weights know them. A candidate's own come first: they are counted where it is
 * found; those of the file join where its path is known.
 * @module
 */
import type { Candidate } from './candidate.ts';
import { lineFactsOf, nearFactsOf, valueFactsOf } from './facts.ts';
import type { Feature } from './feature.ts';
import { Memo } from './memo.ts';
import { plainName } from './names.ts';
import { NAME_FEATURES } from './name-features.ts';
import { PATH_FEATURES } from './path-features.ts';
import { LINE_FEATURES, NEAR_FEATURES } from './place-features.ts';
import { VALUE_FEATURES } from './value-features.ts';
import type { Reading } from './words.ts';

const ALL = [...NAME_FEATURES, ...VALUE_FEATURES, ...LINE_FEATURES, ...NEAR_FEATURES, ...PATH_FEATURES];
/** Name of each feature, and what it looks at in words. */
export const FEATURE_NAMES: readonly string[] = ALL.map(([name]) => name);
export const FEATURE_WORDS: readonly string[] = ALL.map(([, words]) => words);

/** What counts the features of a list; tables are taken apart once and not for each candidate. */
function counting<Input>(features: readonly Feature<Input>[]): (input: Input) => number[] {
  const counters = features.map(([, , of]) => of);
  return (input) => counters.map((of) => Math.round(of(input) * 1000) / 1000);
}

const ofName = counting(NAME_FEATURES);
const ofValue = counting(VALUE_FEATURES);
const ofLine = counting(LINE_FEATURES);
const ofNear = counting(NEAR_FEATURES);
const ofPath = counting(PATH_FEATURES);

/** Names, lines and paths whose features are kept: few names give most candidates, and in the versions of a file other lines change. */
const KEPT = 1024;
const names = new Memo<readonly number[]>(KEPT);
const lines = new Memo<readonly number[]>(KEPT);
const paths = new Memo<readonly number[]>(KEPT);
/** Features of values by their readings, which are kept as long as their values are met again: mostly, something else on a page has changed. */
const values = new WeakMap<Reading, readonly number[]>();

/** The features of a candidate itself. */
export function ownFeatures(candidate: Candidate, reading: Reading): number[] {
  const { name, value } = candidate;
  const ofIts = names.get(name, () => ofName({ name, plain: plainName(name) }));
  let ofItsValue = values.get(reading);
  if (!ofItsValue) values.set(reading, (ofItsValue = ofValue(valueFactsOf(value, reading))));
  const ofItsLine = lines.get(lineKey(candidate), () => ofLine(lineFactsOf(candidate)));
  return ofIts.concat(ofItsValue, ofItsLine, ofNear(nearFactsOf(candidate)));
}

/** A text that says all of a candidate's line: its parts behind their lengths. */
function lineKey({ form, name, value, quote, closed, lead, gap, tail }: Candidate): string {
  const lengths = `${name.length} ${value.length} ${lead.length} ${gap.length}`;
  return `${form} ${quote} ${closed} ${lengths} ${name}${value}${lead}${gap}${tail}`;
}

/** All features: a candidate's own and those of its file. */
export function withPath(own: readonly number[], path: string | undefined): Float64Array {
  const all = new Float64Array(ALL.length);
  all.set(own);
  all.set(
    paths.get(path ?? '', () => ofPath(path)),
    own.length,
  );
  return all;
}
