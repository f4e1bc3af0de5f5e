/**
 * The learned weights (weights.json, made by build/train) and what they say of a candidate's features: boosted trees
 * whose sum is a log-odds, and a table that turns it into a probability.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { Confidence } from '../../model.ts';
import { FEATURE_NAMES } from './features.ts';
import { Forest, type Tree } from './forest.ts';
import type { WordTables } from './words.ts';

export const WEIGHTS_FILE = 'weights.json';

export interface Weights {
  /** Where they come from; the fingerprint tells what the feature code made of made-up candidates (build/train/fingerprint.ts). */
  history: { script: string; seed: number; data: string[]; fingerprint: string };
  /** Names of the features, in the order the trees know them. */
  features: string[];
  /** What a feature usually is for what is no secret: the ground against which reasons are told. */
  neutral: number[];
  bias: number;
  trees: Tree[];
  /** Pairs of log-odds and probability, rising: between two of them the probability is interpolated. */
  calibration: [number, number][];
  /** Least probability of each level of confidence. */
  levels: Record<Exclude<Confidence, 'certain'>, number>;
  words: { set: string; surprises: string };
}

export class Model {
  readonly weights: Weights;
  readonly tables: WordTables;
  readonly #forest: Forest;

  /** @throws Error when the weights were made for other features */
  constructor(weights: Weights) {
    if (weights.features.join() !== FEATURE_NAMES.join())
      throw new Error(`${WEIGHTS_FILE} was made for other features: run npm run train`);
    this.weights = weights;
    this.tables = tablesOf(weights);
    this.#forest = new Forest(weights);
  }

  /** Probability that a candidate is a secret. */
  probability(features: Float64Array): number {
    return calibrated(this.weights.calibration, this.#forest.sum(features));
  }

  /** As `probability`, at most, whatever the features from the number `unknown` on are. */
  most(features: Float64Array, unknown: number): number {
    return calibrated(this.weights.calibration, this.#forest.most(features, unknown));
  }

  /** The features that spoke most for it, each with what the log-odds would lose if it were as it usually is for what is no secret. */
  reasons(features: Float64Array, count: number): { feature: number; weight: number }[] {
    return Array.from(this.#forest.losses(features, this.weights.neutral), (weight, feature) => ({ feature, weight }))
      .filter(({ weight }) => weight > 0.2)
      .sort((a, b) => b.weight - a.weight || a.feature - b.feature)
      .slice(0, count);
  }

  /** The level of a probability, undefined when it is too low to be told. */
  level(probability: number): Exclude<Confidence, 'certain'> | undefined {
    const { levels } = this.weights;
    if (probability >= levels.high) return 'high';
    if (probability >= levels.medium) return 'medium';
    return probability >= levels.low ? 'low' : undefined;
  }
}

/** Probability of a log-odds by a table of both. */
export function calibrated(table: readonly [number, number][], logOdds: number): number {
  const at = table.findIndex(([x]) => x > logOdds);
  if (at === 0) return table[0]![1];
  if (at < 0) return table.at(-1)![1];
  const [[x0, y0], [x1, y1]] = [table[at - 1]!, table[at]!];
  return y0 + ((y1 - y0) * (logOdds - x0)) / (x1 - x0);
}

export function tablesOf({ words }: Weights): WordTables {
  return { set: Buffer.from(words.set, 'base64'), surprises: Buffer.from(words.surprises, 'base64') };
}

/** Reads a file of weights. */
export function readWeights(file: string | URL): Weights {
  return JSON.parse(readFileSync(file, 'utf8')) as Weights;
}

let loaded: Model | undefined;

/** The model of the weights that come with the program; read when it is first asked for. */
export function loadModel(): Model {
  // Asked for with each candidate: nothing else may stand before this.
  if (loaded) return loaded;
  loaded = new Model(readWeights(new URL(WEIGHTS_FILE, import.meta.url)));
  return loaded;
}
