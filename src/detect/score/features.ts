/**
 * All features, in the order in which the weights know them. A candidate's own come first: they are counted where it is
 * found; those of the file join where its path is known.
 * @module
 */
import type { Candidate } from './candidate.ts';
import { factsOf } from './facts.ts';
import { PATH_FEATURES } from './path-features.ts';
import { LINE_FEATURES, NAME_FEATURES, NEAR_FEATURES } from './place-features.ts';
import { VALUE_FEATURES } from './value-features.ts';
import type { Reading } from './words.ts';

const OWN_FEATURES = [...VALUE_FEATURES, ...NAME_FEATURES, ...LINE_FEATURES, ...NEAR_FEATURES];

/** Name of each feature, and what it looks at in words. */
export const FEATURE_NAMES: readonly string[] = [...OWN_FEATURES, ...PATH_FEATURES].map(([name]) => name);
export const FEATURE_WORDS: readonly string[] = [...OWN_FEATURES, ...PATH_FEATURES].map(([, words]) => words);

const rounded = (x: number): number => Math.round(x * 1000) / 1000;

/** The features of a candidate itself. */
export function ownFeatures(candidate: Candidate, reading: Reading): number[] {
  const facts = factsOf(candidate, reading);
  return OWN_FEATURES.map(([, , of]) => rounded(of(facts)));
}

/** All features: a candidate's own and those of its file. */
export function withPath(own: readonly number[], path: string | undefined): number[] {
  return [...own, ...PATH_FEATURES.map(([, , of]) => of(path))];
}
