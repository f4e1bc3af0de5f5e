import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CommitRecords } from '../../../src/sources/git/commits.ts';
import { CommitGraph } from '../../../src/sources/git/graph.ts';

interface Commit {
  /** Among all objects. */
  number: number;
  time: number;
  tree: number;
  /** Numbers of commits, or of what is none. */
  parents: number[];
}

const OBJECTS = 40;

/** Commits of which each may have those before it as parents, read in any order by several readers. */
const history: fc.Arbitrary<Commit[][]> = fc
  .tuple(
    fc.shuffledSubarray(
      Array.from({ length: OBJECTS }, (_, number) => number),
      { minLength: 1, maxLength: 20 },
    ),
    fc.infiniteStream(
      fc.record({
        time: fc.nat(6),
        tree: fc.integer({ min: -1, max: OBJECTS - 1 }),
        parents: fc.array(fc.nat(30), { maxLength: 3 }),
      }),
    ),
    fc.infiniteStream(fc.nat(2)),
  )
  .map(([numbers, more, readers]) => {
    const none = Array.from({ length: OBJECTS }, (_, number) => number).filter((number) => !numbers.includes(number));
    const records: Commit[][] = [[], [], []];
    for (const [i, number] of numbers.entries()) {
      const { time, tree, parents } = more.next().value;
      const parentOf = (choice: number): number => numbers.slice(0, i)[choice] ?? none[choice % none.length]!;
      records[readers.next().value]!.unshift({ number, time, tree, parents: parents.map(parentOf) });
    }
    return records;
  });

function recordsOf(commits: readonly Commit[]): CommitRecords {
  let end = 0;
  return {
    count: commits.length,
    numbers: Int32Array.from(commits, ({ number }) => number),
    times: Float64Array.from(commits, ({ time }) => 1e9 + time / 2),
    trees: Int32Array.from(commits, ({ tree }) => tree),
    parents: Int32Array.from(commits.flatMap(({ parents }) => parents)),
    parentEnds: Int32Array.from(commits, ({ parents }) => (end += parents.length)),
    missingTrees: [],
    missingParents: [],
  };
}

/** The latest of those whose children have all been taken, again and again. */
function inOrder(commits: readonly Commit[]): Commit[] {
  const left = [...commits];
  const order: Commit[] = [];
  while (left.length > 0) {
    const heads = left.filter(({ number }) => !left.some(({ parents }) => parents.includes(number)));
    const [next] = heads.sort((a, b) => b.time - a.time || a.number - b.number);
    order.push(next!);
    left.splice(left.indexOf(next!), 1);
  }
  return order;
}

/** Parents that are commits, by their positions. */
const parentsIn = (order: readonly Commit[], { parents }: Commit): number[] =>
  parents.map((parent) => order.findIndex(({ number }) => number === parent)).filter((position) => position >= 0);

describe('the graph of commits', () => {
  it('has children before their parents and else the latest first, whoever has read them', () => {
    fc.assert(
      fc.property(history, (records) => {
        const graph = new CommitGraph(OBJECTS, records.map(recordsOf));
        const order = inOrder(records.flat());
        expect([...graph.numbers]).toEqual(order.map(({ number }) => number));
        expect([...graph.trees]).toEqual(order.map(({ tree }) => tree));
        const parents = order.map((_, i) => [...graph.parents.subarray(graph.parentEnds[i - 1] ?? 0, graph.parentEnds[i])]);
        expect(parents).toEqual(order.map((commit) => parentsIn(order, commit)));
        for (let number = 0; number < OBJECTS; number++)
          expect(graph.positions[number]).toBe(order.findIndex((commit) => commit.number === number));
      }),
      { numRuns: 1000 },
    );
  });

  it('hands down to ancestors what is known of commits, and up to those that follow from them', () => {
    fc.assert(
      fc.property(history, fc.array(fc.tuple(fc.nat(19), fc.nat(7), fc.nat(99)), { maxLength: 5 }), (records, marks) => {
        const graph = new CommitGraph(OBJECTS, records.map(recordsOf));
        const order = inOrder(records.flat());
        const known = marks.map(([at, bits, time]): [number, number, number] => [at % order.length, 1 << bits, time]);
        for (const [at, bits, time] of known) {
          graph.flags[at]! |= bits;
          graph.left[at] = Math.max(graph.left[at]!, time);
          graph.masks[at]! |= bits;
        }
        const oldest = Math.max(-1, ...known.map(([at]) => at));
        graph.flowDown();
        graph.flowUp(oldest);
        const ancestors = order.map((_, i) => ancestorsOf(order, i));
        for (let i = 0; i < order.length; i++) {
          const above = known.filter(([at]) => ancestors[at]!.has(i));
          expect([graph.flags[i], graph.left[i]]).toEqual([
            above.reduce((all, [, bits]) => all | bits, 0),
            Math.max(0, ...above.map(([, , time]) => time)),
          ]);
          const below = known.filter(([at]) => ancestors[i]!.has(at));
          expect(graph.masks[i]).toBe(below.reduce((all, [, bits]) => all | bits, 0));
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('may be empty', () => {
    const graph = new CommitGraph(3, []);
    graph.flowDown();
    graph.flowUp(-1);
    expect([graph.count, [...graph.positions], [...graph.parents]]).toEqual([0, [-1, -1, -1], []]);
  });
});

/** Positions of a commit and of all that it follows from. */
function ancestorsOf(order: readonly Commit[], at: number): Set<number> {
  const seen = new Set([at]);
  for (const position of seen) for (const parent of parentsIn(order, order[position]!)) seen.add(parent);
  return seen;
}
