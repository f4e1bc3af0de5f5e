import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Carrier } from '../../../src/sources/git/carry.ts';
import { DeltaScanner } from '../../../src/sources/git/deltascan.ts';
import { MalformedError } from '../../../src/sources/git/packindex.ts';
import { Core } from '../../../src/wasm/core.ts';
import { apply, editsOf, encode, type Op, size, toOps } from './deltas.ts';
import { describeHits, toyScanner } from './toy.ts';

const word = fc.constantFrom(
  'tok_',
  'tok_abcd',
  'tok_a1b2c3',
  ' key ',
  'BEGIN',
  '<<',
  '>>',
  'END',
  '\n',
  ' ',
  'x',
  'yz',
  'filler '.repeat(9),
  '.'.repeat(250),
);
const text = (max: number): fc.Arbitrary<Buffer> =>
  fc.array(word, { maxLength: max }).map((words) => Buffer.from(words.join('')));

const edits = editsOf(text(3));

describe('applyDelta', () => {
  it('makes what the instructions say', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), edits, (bytes, edit) => {
        const base = Buffer.from(bytes);
        const { delta, result } = encode(base, toOps(base, edit));
        expect(apply(base, delta).result.equals(result)).toBe(true);
      }),
    );
  });

  it('tells which bytes were copied, and joins what goes on without a gap', () => {
    const base = Buffer.from('0123456789');
    const ops: Op[] = [{ copy: [0, 3] }, { copy: [3, 3] }, { insert: Buffer.from('xy') }, { copy: [6, 4] }, { copy: [0, 10] }];
    const { runs } = apply(base, encode(base, ops).delta);
    expect([...runs.data.subarray(0, 3 * runs.count)]).toEqual([0, 0, 6, 8, 6, 4, 12, 0, 10]);
  });

  it('copies 64 KiB when the length is left away', () => {
    const base = Buffer.alloc(0x10000, 'ab');
    const { delta, result } = encode(base, [{ copy: [0, 0x10000] }]);
    expect(delta.length).toBe(3 + 3 + 1);
    expect(apply(base, delta).result.equals(result)).toBe(true);
  });

  it('never reads or writes outside of base and result, whatever the delta holds', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 60 }), fc.nat(200), fc.uint8Array({ maxLength: 60 }), (bytes, declared, code) => {
        const delta = Buffer.from([...size(bytes.length), ...size(declared), ...code]);
        try {
          apply(Buffer.from(bytes), delta);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
      }),
      { numRuns: 2000 },
    );
  });

  it.each([
    ['an empty delta', []],
    ['a size without an end', [0x80, 0x80]],
    ['a size beyond all reason', [...Array.from({ length: 9 }, () => 0xff), 1, 0]],
    ['the reserved instruction', [10, 1, 0]],
    ['an insertion that is cut off', [10, 5, 5, 1, 2]],
    ['a copy that is cut off', [10, 5, 0xff, 0]],
    ['a copy beyond the base', [10, 5, 0x91, 8, 5]],
    ['a result that is too short', [10, 5, 0x90, 4]],
    ['a result that is too long', [10, 5, 0x90, 6]],
  ])('refuses %s', (_, bytes) => {
    expect(() => apply(Buffer.alloc(10), Buffer.from(bytes))).toThrow(MalformedError);
  });
});

describe('DeltaScanner', () => {
  const carrier = new Carrier(new Core(Carrier.size));

  it('finds in a chain of deltas what a scan of each whole object finds', () => {
    fc.assert(
      fc.property(text(12), fc.array(edits, { minLength: 1, maxLength: 5 }), (first, chain) => {
        const scanner = new DeltaScanner(toyScanner, carrier);
        let base = first;
        let known = scanner.whole(base);
        for (const edit of chain) {
          const { result, runs } = apply(base, encode(base, toOps(base, edit)).delta);
          const next = scanner.derived(result, runs, base.length, known);
          scanner.release(known);
          known = next;
          expect(describeHits(known.hits)).toEqual(describeHits(toyScanner.scan(result, 0, result.length)));
          base = Buffer.from(result);
        }
      }),
      { numRuns: 3000 },
    );
  });

  it('scans little of a large object with a small change', () => {
    const base = Buffer.from('line of text\n'.repeat(10_000));
    const { delta } = encode(base, [{ copy: [0, 0x10000] }, { insert: Buffer.from('new') }, { copy: [0x10000, 0x8000] }]);
    const scanner = new DeltaScanner(toyScanner, carrier);
    const { result, runs } = apply(base, delta);
    const known = scanner.whole(base);
    scanner.bytes = 0;
    scanner.derived(result, runs, base.length, known);
    expect(scanner.bytes).toBeLessThan(200);
  });
});
