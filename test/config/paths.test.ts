import { describe, expect, it } from 'vitest';
import { ProjectPaths, rebase } from '../../src/config/paths.ts';

describe('a path seen from another folder', () => {
  it.each([
    ['/r', '/r', 'a/b', 'a/b'],
    ['/r/sub', '/r', 'a', 'sub/a'],
    ['/r', '/r/sub', 'sub/a', 'a'],
    ['/r', '/r/sub', 'other/a', undefined],
    ['/r', '/r', '/r/a', 'a'],
    ['/r', '/r', '/other/a', undefined],
    ['/r/sub', '/', 'a', 'r/sub/a'],
  ])('scanned in %s, written for %s: %s is %s', (root, base, path, expected) => {
    expect(rebase(root, base)(path)).toBe(expected);
  });

  it('decides whether it is wanted', () => {
    const paths = new ProjectPaths({ base: '/r', include: [], exclude: ['/sub/out/', '*.snap'] }, '/r/sub');
    expect(['in/a', 'out/a', 'a.snap', '/elsewhere/a.snap'].map((path) => paths.wantsFile(path))).toEqual([
      true,
      false,
      false,
      true,
    ]);
    expect([paths.entersFolder('out'), paths.entersFolder('in')]).toEqual([false, true]);
  });
});
