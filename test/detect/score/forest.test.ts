import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Forest } from '../../../src/detect/score/forest.ts';
import { loadModel } from '../../../src/detect/score/model.ts';

/** `a <= 1 ? (b <= 5 ? -2 : 1) : 3`, and `b <= 2 ? 10 : 20`. */
const SMALL = {
  bias: 0.5,
  trees: [
    { feature: [0, 1, -1, -1, -1], value: [1, 5, -2, 1, 3], right: [4, 3, 0, 0, 0] },
    { feature: [1, -1, -1], value: [2, 10, 20], right: [2, 0, 0] },
  ],
};

describe('a forest', () => {
  it.each([
    [0, 0, 0.5 - 2 + 10],
    [1, 5, 0.5 - 2 + 20],
    [1, 6, 0.5 + 1 + 20],
    [2, 0, 0.5 + 3 + 10],
  ])('says of %d and %d what its trees say', (a, b, sum) => {
    expect(new Forest(SMALL).sum(Float64Array.of(a, b))).toBe(sum);
  });

  it.each([
    [0, 0.5 + 1 + 20],
    [2, 0.5 + 3 + 20],
  ])('says of %d and anything else at most what its trees may say', (a, most) => {
    expect(new Forest(SMALL).most(Float64Array.of(a, 0), 1)).toBe(most);
    expect(new Forest(SMALL).most(Float64Array.of(a, 0), 2)).toBe(new Forest(SMALL).sum(Float64Array.of(a, 0)));
  });

  it('tells what the sum would lose without each feature', () => {
    const { features, neutral, ...weights } = loadModel().weights;
    const forest = new Forest(weights);
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 40 }), { minLength: features.length, maxLength: features.length }),
        (values) => {
          const own = Float64Array.from(values, (value, i) => (value > 30 ? neutral[i]! : value / 10));
          const losses = forest.losses(own, neutral);
          for (const [i, loss] of losses.entries())
            expect(loss).toBeCloseTo(forest.sum(own) - forest.sum(own.with(i, neutral[i]!)), 8);
        },
      ),
      { numRuns: 30 },
    );
  });
});
