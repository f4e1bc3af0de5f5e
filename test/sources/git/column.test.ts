import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Column } from '../../../src/sources/git/column.ts';

const number = fc.integer({ min: -5, max: 2 ** 31 - 1 });
const step = fc.oneof(
  fc.record({ push: number }),
  // More than a column has room for at first.
  fc.record({ append: fc.oneof(fc.array(number), fc.constant(Array.from({ length: 5000 }, (_, i) => i))) }),
  fc.record({ set: number, at: fc.oneof(fc.nat(20), fc.nat(9000)) }),
);

describe('Column', () => {
  it.each([
    ['whole numbers', () => Column.ofInts()],
    ['floating point', () => new Column((length) => new Float64Array(length))],
  ])('holds what a list does that is filled up with -1, of %s', (_, make) => {
    fc.assert(
      fc.property(fc.array(step, { maxLength: 12 }), (steps) => {
        const column = make();
        const list: number[] = [];
        for (const one of steps) {
          if ('push' in one) {
            column.push(one.push);
            list.push(one.push);
          } else if ('append' in one) {
            column.append(one.append);
            list.push(...one.append);
          } else {
            while (list.length < one.at) list.push(-1);
            list[one.at] = one.set;
            column.set(one.at, one.set);
          }
          expect(column.length).toBe(list.length);
          if (list.length > 0) expect(column.get(list.length - 1)).toBe(list.at(-1));
        }
        const bytesOf = (numbers: ArrayLike<number>): Buffer => Buffer.from(Float64Array.from(numbers).buffer);
        expect(bytesOf(column.finish()).equals(bytesOf(list))).toBe(true);
      }),
    );
  });
});
