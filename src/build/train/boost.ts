/**
 * Gradient boosting of small trees on the logistic loss (Friedman 2001; second-order as in Chen and Guestrin 2016), over
 * features cut into bins. Deterministic for a seed.
 * @module
 */
import type { Tree } from '../../detect/score/forest.ts';
import type { Random } from '../../rules/random.ts';

export interface Sample {
  features: Float64Array;
  label: 0 | 1;
  weight: number;
}

export interface BoostOptions {
  trees: number;
  depth: number;
  rate: number;
  /** Share of the samples and of the features that each tree sees. */
  rows: number;
  columns: number;
  /** Least sum of second derivatives in a leaf, and the penalty on its square. */
  leafWeight: number;
  penalty: number;
  random: Random;
}

const BINS = 64;

/** Upper bounds of the bins of one feature: all values where there are few, else quantiles. */
function bounds(values: Float64Array): number[] {
  const sorted = values.slice().sort();
  const distinct = [...new Set(sorted)];
  if (distinct.length <= BINS) return distinct;
  const cuts = Array.from({ length: BINS }, (_, i) => sorted[Math.floor(((i + 1) * sorted.length) / BINS) - 1]!);
  return [...new Set(cuts)];
}

/** The samples' features as bins, one array a feature. */
interface Binned {
  bins: Uint8Array[];
  cuts: number[][];
}

function binned(samples: readonly Sample[]): Binned {
  const count = samples[0]!.features.length;
  const cuts: number[][] = [];
  const bins: Uint8Array[] = [];
  const column = new Float64Array(samples.length);
  for (let f = 0; f < count; f++) {
    for (let i = 0; i < samples.length; i++) column[i] = samples[i]!.features[f]!;
    const ends = bounds(column);
    const places = new Uint8Array(samples.length);
    for (let i = 0; i < samples.length; i++) {
      let [low, high] = [0, ends.length - 1];
      while (low < high) {
        const middle = (low + high) >>> 1;
        if (column[i]! <= ends[middle]!) high = middle;
        else low = middle + 1;
      }
      places[i] = low;
    }
    cuts.push(ends);
    bins.push(places);
  }
  return { bins, cuts };
}

export interface Boosted {
  bias: number;
  trees: Tree[];
}

export function boost(samples: readonly Sample[], options: BoostOptions): Boosted {
  const table = binned(samples);
  const n = samples.length;
  const weight = Float64Array.from(samples, (sample) => sample.weight);
  const label = Float64Array.from(samples, (sample) => sample.label);
  let [positive, all] = [0, 0];
  for (let i = 0; i < n; i++) {
    positive += weight[i]! * label[i]!;
    all += weight[i]!;
  }
  const bias = Math.log(positive / (all - positive));
  const scores = new Float64Array(n).fill(bias);
  const slope = new Float64Array(n);
  const curve = new Float64Array(n);
  const trees: Tree[] = [];
  for (let t = 0; t < options.trees; t++) {
    for (let i = 0; i < n; i++) {
      const p = 1 / (1 + Math.exp(-scores[i]!));
      slope[i] = weight[i]! * (p - label[i]!);
      curve[i] = weight[i]! * Math.max(p * (1 - p), 1e-6);
    }
    const rows = Int32Array.from(samples.keys()).filter(() => options.random() < options.rows);
    const columns = table.bins.map((_, f) => f).filter(() => options.random() < options.columns);
    const tree: Tree = { feature: [], value: [], right: [] };
    grow(tree, rows, options.depth, { ...table, slope, curve, columns, options });
    trees.push(tree);
    for (let i = 0; i < n; i++) scores[i]! += leaf(tree, table, i);
  }
  return { bias, trees: trees.map((tree) => withCuts(tree, table.cuts)) };
}

interface Growth extends Binned {
  slope: Float64Array;
  curve: Float64Array;
  columns: number[];
  options: BoostOptions;
}

/** Appends the subtree over `rows` in preorder; thresholds are bins until the tree is done. */
function grow(tree: Tree, rows: Int32Array, depth: number, growth: Growth): void {
  const { slope, curve, options } = growth;
  let [g, h] = [0, 0];
  for (const i of rows) {
    g += slope[i]!;
    h += curve[i]!;
  }
  const node = tree.feature.length;
  const split = depth > 0 ? bestSplit(rows, g, h, growth) : undefined;
  tree.feature.push(split ? split.feature : -1);
  tree.value.push(split ? split.bin : (-options.rate * g) / (h + options.penalty));
  tree.right.push(0);
  if (!split) return;
  const places = growth.bins[split.feature]!;
  grow(
    tree,
    rows.filter((i) => places[i]! <= split.bin),
    depth - 1,
    growth,
  );
  tree.right[node] = tree.feature.length;
  grow(
    tree,
    rows.filter((i) => places[i]! > split.bin),
    depth - 1,
    growth,
  );
}

/** Least gain for which a node is split. */
const LEAST_GAIN = 0.5;

function bestSplit(rows: Int32Array, g: number, h: number, growth: Growth): { feature: number; bin: number } | undefined {
  const { bins, cuts, slope, curve, columns, options } = growth;
  const { penalty, leafWeight } = options;
  const score = (x: number, y: number): number => (x * x) / (y + penalty);
  let best: { feature: number; bin: number } | undefined;
  let bestGain = LEAST_GAIN;
  const gs = new Float64Array(BINS);
  const hs = new Float64Array(BINS);
  for (const feature of columns) {
    const places = bins[feature]!;
    const count = cuts[feature]!.length;
    if (count < 2) continue;
    gs.fill(0, 0, count);
    hs.fill(0, 0, count);
    for (let k = 0; k < rows.length; k++) {
      const i = rows[k]!;
      const bin = places[i]!;
      gs[bin]! += slope[i]!;
      hs[bin]! += curve[i]!;
    }
    let [left, leftH] = [0, 0];
    for (let bin = 0; bin < count - 1; bin++) {
      left += gs[bin]!;
      leftH += hs[bin]!;
      if (leftH < leafWeight || h - leftH < leafWeight) continue;
      const gain = score(left, leftH) + score(g - left, h - leftH) - score(g, h);
      if (gain > bestGain) [bestGain, best] = [gain, { feature, bin }];
    }
  }
  return best;
}

function leaf(tree: Tree, { bins }: Binned, row: number): number {
  let node = 0;
  while (tree.feature[node]! >= 0) node = bins[tree.feature[node]!]![row]! <= tree.value[node]! ? node + 1 : tree.right[node]!;
  return tree.value[node]!;
}

/** Thresholds as values of the feature, leaves rounded to what the file holds. */
function withCuts({ feature, value, right }: Tree, cuts: readonly number[][]): Tree {
  const round = (x: number): number => Math.round(x * 1000) / 1000;
  return { feature, right, value: value.map((x, node) => (feature[node]! >= 0 ? cuts[feature[node]!]![x]! : round(x))) };
}
