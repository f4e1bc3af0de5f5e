import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { estimateObjects } from '../../../src/sources/git/packlist.ts';
import { makeFolder, TestRepository } from './repos.ts';

describe('estimateObjects', () => {
  it('tells about how many objects are in packs and loose', () => {
    const repository = TestRepository.create();
    const objects = join(repository.folder, '.git/objects');
    const files = (word: string): Record<string, string> =>
      Object.fromEntries(Array.from({ length: 1500 }, (_, i) => [`${word}${i % 60}/${i}`, `${word} ${i}`]));
    repository.commit('packed', files('one'));
    repository.git('repack', '-adq');
    const packed = estimateObjects([objects], 20);
    expect(packed).toBeGreaterThan(1500);
    expect(packed).toBeLessThan(1900);
    repository.commit('loose', files('two'));
    const all = estimateObjects([objects], 20);
    expect(all).toBeGreaterThan(2400);
    expect(all).toBeLessThan(4200);
  });

  it('tells of nothing where there is nothing', () => {
    expect(estimateObjects([join(makeFolder(), 'none')], 20)).toBe(0);
  });
});
