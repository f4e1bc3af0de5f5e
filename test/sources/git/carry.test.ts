import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { REGION } from '../../../src/detect/hit.ts';
import { LOOK, Looks } from '../../../src/detect/look.ts';
import { Carrier } from '../../../src/sources/git/carry.ts';
import { RangeList } from '../../../src/sources/git/ranges.ts';
import { Core } from '../../../src/wasm/core.ts';

const REACH = { before: 25, behind: 14, around: 72 };

type Look = [kind: number, place: number, from: number, to: number];
type Run = [to: number, from: number, length: number];

/** What a base of some size holds, and what an object copies of it: anything, from anywhere. */
const object = fc.constantFrom(300, 20_000, 3_000_000).chain((baseSize) =>
  fc.record({
    baseSize: fc.constant(baseSize),
    looks: fc
      .array(fc.tuple(fc.constantFrom(-2, 1, 7), fc.nat(baseSize - 1), fc.nat(40), fc.nat(60)), { maxLength: 60 })
      .map((all) =>
        all
          .map(([kind, at, before, behind]): Look => [kind, at, Math.max(0, at - before), Math.min(baseSize, at + behind)])
          .sort((a, b) => a[1] - b[1]),
      ),
    pieces: fc.array(
      fc.record({
        insert: fc.nat(30),
        from: fc.nat(baseSize - 1),
        length: fc.oneof(fc.nat(40), fc.nat(baseSize)),
        goOn: fc.boolean(),
      }),
      { maxLength: 40 },
    ),
    rest: fc.nat(20),
  }),
);

/** Runs of an object of `size` bytes, neighbours joined. */
function runsOf({ baseSize, pieces, rest }: { baseSize: number; pieces: readonly Piece[]; rest: number }): {
  runs: Run[];
  size: number;
} {
  const runs: Run[] = [];
  let size = 0;
  for (const { insert, from, length, goOn } of pieces) {
    const last = runs.at(-1);
    const source = goOn && last && last[1] + last[2] < baseSize ? last[1] + last[2] : from;
    const copied = Math.min(length, baseSize - source);
    size += insert;
    if (copied === 0) continue;
    if (last && last[0] + last[2] === size && last[1] + last[2] === source) last[2] += copied;
    else runs.push([size, source, copied]);
    size += copied;
  }
  return { runs, size: size + rest };
}

interface Piece {
  insert: number;
  from: number;
  length: number;
  goOn: boolean;
}

const isIn = ({ pairs, count }: RangeList, place: number): boolean =>
  Array.from({ length: count }, (_, i) => i).some((i) => pairs[2 * i]! <= place && place < pairs[2 * i + 1]!);

const rows = ({ data, count }: Looks): number[][] =>
  Array.from({ length: count }, (_, i) => [...data.subarray(LOOK * i, LOOK * (i + 1))]);

describe('Carrier', () => {
  it('carries what one run copies with all it depends on, and has the rest repeated, wherever runs come from', () => {
    const carrier = new Carrier(new Core(Carrier.size));
    fc.assert(
      fc.property(object, fc.array(fc.tuple(fc.nat(3_000_000), fc.nat(300)), { maxLength: 3 }), (base, cuts) => {
        const { baseSize, looks } = base;
        const { runs, size } = runsOf(base);
        const known = new Looks();
        known.take(Int32Array.from(looks.flat()), looks.length);
        const cut = new RangeList();
        for (const [from, length] of cuts) cut.push(from % (size + 1), Math.min(size, (from % (size + 1)) + length));
        cut.sort();
        const copies = { data: Int32Array.from(runs.flat()), count: runs.length };
        carrier.findChanges(size, copies, baseSize, REACH);
        const carried = new Looks();
        expect(carrier.carry(size, copies, baseSize, known, cut, carried)).toBe(true);

        const expected: number[][] = [];
        const repeated: number[][] = [];
        for (const [to, from, length] of runs) {
          const shift = to - from;
          for (const [kind, at, first, last] of looks) {
            if (at < from || at >= from + length) continue;
            const isWhole = first >= from && last <= from + length;
            const isEnd = (first > 0 || shift === 0) && (last < baseSize || last + shift === size);
            if (isWhole && isEnd && !isIn(cut, at + shift)) expected.push([kind, at + shift, first + shift, last + shift]);
            else if (!isIn(kind < 0 ? carrier.wide : carrier.ranges, at + shift)) repeated.push([kind, at + shift]);
          }
        }
        expect(rows(carried)).toEqual(expected);
        expect(rows(carrier.repeats).map(([kind, place]) => [kind, place])).toEqual(repeated);
      }),
      { numRuns: 2000 },
    );
  });

  it('carries regions only whole, and where nothing else of their bytes is copied', () => {
    const carrier = new Carrier(new Core(Carrier.size));
    const outcomes = { carried: 0, not: 0 };
    const region = fc.tuple(fc.nat(299), fc.integer({ min: 1, max: 40 }));
    const few = object.filter(({ baseSize }) => baseSize === 300);
    fc.assert(
      fc.property(few, fc.array(region, { maxLength: 3 }), fc.boolean(), (base, regions, all) => {
        const { baseSize, looks, pieces } = base;
        // Mostly, nearly all is copied.
        const { runs, size } = runsOf(
          all ? { ...base, pieces: [...pieces.slice(0, 1), { insert: 3, from: 0, length: baseSize, goOn: false }] } : base,
        );
        const places = regions.map(([from, length]): Look => [REGION, from, from, Math.min(baseSize, from + length)]);
        const known = new Looks();
        const sorted = [...looks, ...places].sort((a, b) => a[1] - b[1]);
        known.take(Int32Array.from(sorted.flat()), sorted.length);
        const copies = { data: Int32Array.from(runs.flat()), count: runs.length };
        carrier.findChanges(size, copies, baseSize, REACH);
        const carried = new Looks();
        const isCarried = carrier.carry(size, copies, baseSize, known, new RangeList(), carried);
        const holds = ([, , first, last]: Look, [to, from, length]: Run): 'whole' | 'part' | 'none' => {
          if (last <= from || first >= from + length) return 'none';
          const shift = to - from;
          const isEnd = (first > 0 || shift === 0) && (last < baseSize || last + shift === size);
          return first >= from && last <= from + length && isEnd ? 'whole' : 'part';
        };
        const isWhole = places.every((place) => {
          const held = new Set(runs.map((run) => holds(place, run)));
          return held.has('whole') && !held.has('part');
        });
        expect(isCarried).toBe(isWhole);
        outcomes[isCarried && regions.length > 0 ? 'carried' : 'not']++;
        if (!isCarried) return;
        const moved = runs.flatMap((run) =>
          places.flatMap((place) =>
            holds(place, run) === 'whole' ? [place.map((n, i) => (i === 0 ? n : n + run[0] - run[1]))] : [],
          ),
        );
        const inOrder = (list: number[][]): string[] => list.map(String).sort();
        expect(inOrder(rows(carried).filter(([kind]) => kind === REGION))).toEqual(inOrder(moved));
      }),
      { numRuns: 2000 },
    );
    expect(outcomes.carried).toBeGreaterThan(200);
  });
});
