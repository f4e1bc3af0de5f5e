/**
 * From log-odds to probabilities that hold: isotonic regression (pool adjacent violators, Barlow et al. 1972) over
 * predictions for projects that the model was not trained on, and the levels of confidence that follow.
 * @module
 */
export interface Prediction {
  logOdds: number;
  label: 0 | 1;
  weight: number;
}

/** Most points of the table. */
const POINTS = 24;

/** Rising pairs of log-odds and probability. */
export function isotonic(predictions: readonly Prediction[]): [number, number][] {
  const sorted = [...predictions].sort((a, b) => a.logOdds - b.logOdds);
  const blocks: { x: number; hits: number; weight: number }[] = [];
  // Blocks of a least size, so that one example does not make a probability of 0 or 1.
  const least = sorted.reduce((sum, { weight }) => sum + weight, 0) / (POINTS * 4);
  let block = { x: 0, hits: 0, weight: 0 };
  for (const [i, { logOdds, label, weight }] of sorted.entries()) {
    block.x += logOdds * weight;
    block.hits += label * weight;
    block.weight += weight;
    if (block.weight < least && i < sorted.length - 1) continue;
    blocks.push(block);
    block = { x: 0, hits: 0, weight: 0 };
    for (let last = blocks.length - 1; last > 0; last--) {
      const [a, b] = [blocks[last - 1]!, blocks[last]!];
      if (a.hits / a.weight < b.hits / b.weight) break;
      blocks.splice(last - 1, 2, { x: a.x + b.x, hits: a.hits + b.hits, weight: a.weight + b.weight });
    }
  }
  // One more hit and miss in each block: no certainty from few examples (Laplace 1814).
  return rising(blocks.map(({ x, hits, weight }) => [round(x / weight), round((hits + 0.5) / (weight + 1))]));
}

/** Blocks of unlike sizes are smoothed unlike: two neighbours that no longer rise become their middle. */
export function rising(points: readonly [number, number][]): [number, number][] {
  const out: [number, number][] = [];
  for (let [x, p] of points) {
    for (let last = out.at(-1); last !== undefined && last[1] >= p; last = out.at(-1)) {
      [x, p] = [round((x + last[0]) / 2), round((p + last[1]) / 2)];
      out.pop();
    }
    out.push([x, p]);
  }
  return out;
}

const round = (x: number): number => Math.round(x * 1000) / 1000;
