import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryTable } from '../../../src/sources/git/packentries.ts';

describe('the table of entries', () => {
  it('orders offsets as a comparing sort does, offsets beyond 4 GB and equal ones as well', () => {
    const table = new EntryTable();
    const offset = fc.oneof(fc.nat(40), fc.nat(5_000_000), fc.maxSafeNat());
    fc.assert(
      fc.property(fc.array(offset, { maxLength: 200 }), (list) => {
        const expected = list.map((_, i) => i).sort((a, b) => list[a]! - list[b]! || a - b);
        const { order, offsets } = table.sort(Float64Array.from(list));
        expect([...order]).toEqual(expected);
        expect([...offsets]).toEqual(expected.map((i) => list[i]));
      }),
    );
  });
});
