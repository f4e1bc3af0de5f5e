import { describe, expect, it } from 'vitest';
import { progressLine } from '../../src/cli/progress.ts';

describe('progressLine', () => {
  it.each([
    [undefined, '1,234 objects, 50 MB, 25 MB/s'],
    [0.001, '1,234 objects, 50 MB, 25 MB/s'],
    [0.25, '25 %, 1,234 objects, 50 MB, 25 MB/s, about 6 s left'],
    [0.0201, '2 %, 1,234 objects, 50 MB, 25 MB/s, about 98 s left'],
    [1, '100 %, 1,234 objects, 50 MB, 25 MB/s, telling where it stands'],
  ])('of %s', (part, line) => {
    expect(progressLine({ done: 1234, unit: 'objects', bytes: 50e6, seconds: 2, part })).toBe(line);
  });

  it('tells long times in minutes', () => {
    expect(progressLine({ done: 1, unit: 'files', bytes: 1e6, seconds: 60, part: 0.1 })).toMatch(/about 9 min left$/);
  });
});
