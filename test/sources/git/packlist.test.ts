import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { estimateObjects, sortByOffset } from '../../../src/sources/git/packlist.ts';
import { makeFolder, TestRepository } from './repos.ts';

describe('sortByOffset', () => {
  it('orders as a comparing sort does, offsets beyond 4 GB and equal ones as well', () => {
    const offset = fc.oneof(fc.nat(40), fc.nat(5_000_000), fc.maxSafeNat());
    fc.assert(
      fc.property(fc.array(offset, { maxLength: 200 }), (list) => {
        const expected = list.map((_, i) => i).sort((a, b) => list[a]! - list[b]! || a - b);
        const { order, offsets } = sortByOffset(Float64Array.from(list));
        expect([...order]).toEqual(expected);
        expect([...offsets]).toEqual(expected.map((i) => list[i]));
      }),
    );
  });
});

describe('estimateObjects', () => {
  it('tells about how many objects are in packs and loose', () => {
    const repository = TestRepository.create();
    const objects = join(repository.folder, '.git/objects');
    const files = (word: string): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 4000 }, (_, i) => [`${word}${i % 60}/${i}`, `${word} ${i}`]));
    repository.commit('packed', files('one'));
    repository.git('repack', '-adq');
    const packed = estimateObjects([objects], 20);
    expect(packed).toBeGreaterThan(4000);
    expect(packed).toBeLessThan(4400);
    repository.commit('loose', files('two'));
    const all = estimateObjects([objects], 20);
    expect(all).toBeGreaterThan(6000);
    expect(all).toBeLessThan(11_000);
  });

  it('tells of nothing where there is nothing', () => {
    expect(estimateObjects([join(makeFolder(), 'none')], 20)).toBe(0);
  });
});
