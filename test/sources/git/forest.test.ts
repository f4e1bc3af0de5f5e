import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EACH, Forest } from '../../../src/sources/git/forest.ts';
import { TREE } from '../../../src/sources/git/packfile.ts';
import { DUPLICATE, IDLE } from '../../../src/sources/git/plan.ts';

interface Node {
  /** Number of another node or of itself, or none. */
  parent: number;
  /** Of a node without a parent; 0 where that could not be read. */
  type: number;
  bytes: number;
  duplicate: boolean;
}

const node = fc.record({
  parent: fc.integer({ min: -60, max: 39 }),
  type: fc.nat(4),
  bytes: fc.integer({ min: 1, max: 1000 }),
  duplicate: fc.boolean(),
});

function forestOf(nodes: readonly Node[]): Forest {
  const forest = new Forest(nodes.length);
  let offset = 12;
  for (const [i, { parent, type, bytes }] of nodes.entries()) {
    forest.offsets[i] = offset;
    forest.parents[i] = parent;
    forest.types[i] = parent < 0 ? type : 0;
    offset += bytes;
  }
  forest.weigh(0, nodes.length, offset);
  return forest;
}

/** The way from a node to its root, the root last; undefined where it never gets there. */
function wayUp(nodes: readonly Node[], from: number): number[] | undefined {
  const way = [from];
  for (let parent = nodes[from]!.parent; parent >= 0; parent = nodes[parent]!.parent) {
    if (way.includes(parent)) return undefined;
    way.push(parent);
  }
  return way;
}

const listOf = (first: number, next: Int32Array): number[] => (first < 0 ? [] : [first, ...listOf(next[first]!, next)]);

describe('Forest', () => {
  it('is what following each parent by itself tells, cycles and all', () => {
    fc.assert(
      fc.property(fc.array(node, { maxLength: 40 }), fc.boolean(), (drawn, ascending) => {
        // As git writes packs, or in any order.
        const nodes = drawn.map((one, i) => ({ ...one, parent: one.parent < (ascending ? i : drawn.length) ? one.parent : -1 }));
        const forest = forestOf(nodes);
        const lost = forest.spread();
        const ways = nodes.map((_, i) => wayUp(nodes, i));
        const typeOf = (i: number): number => (ways[i] ? nodes[ways[i].at(-1)!]!.type : 0);
        expect([...lost]).toEqual(ways.map((way) => (way ? 0 : 1)));
        expect([...forest.types]).toEqual(nodes.map((_, i) => typeOf(i)));
        const below = (i: number): number[] => nodes.flatMap((_, j) => (ways[j]?.includes(i) ? [j] : []));
        const weightOf = (i: number): number => below(i).reduce((sum, j) => sum + nodes[j]!.bytes + EACH, 0);
        for (const [i, way] of ways.entries()) if (way) expect(forest.weights[i]).toBe(weightOf(i));

        for (const [i, { duplicate }] of nodes.entries()) if (duplicate && typeOf(i) > 0) forest.types[i]! |= DUPLICATE;
        const unknown = [...forest.settle()].filter((i) => lost[i] === 0).sort((a, b) => a - b);
        expect(unknown).toEqual(nodes.flatMap((_, i) => (ways[i] && typeOf(i) === 0 ? [i] : [])));
        const isIdle = (i: number): boolean => below(i).every((j) => nodes[j]!.duplicate);
        for (const [i, way] of ways.entries()) if (way && typeOf(i) > 0) expect((forest.types[i]! & IDLE) !== 0).toBe(isIdle(i));

        const { firstChild, nextSibling } = forest.link();
        for (const [i, way] of ways.entries()) {
          if (!way) continue;
          const children = nodes.flatMap(({ parent }, j) => (parent === i ? [j] : []));
          const most = Math.max(...children.map(weightOf));
          const heaviest = children.find((j) => weightOf(j) === most);
          expect(listOf(firstChild[i]!, nextSibling)).toEqual([
            ...children.filter((j) => j !== heaviest),
            ...(heaviest === undefined ? [] : [heaviest]),
          ]);
        }
        const rootsOf = (trees: boolean): number[] =>
          nodes.flatMap(({ parent, type }, i) => (parent < 0 && type > 0 && !isIdle(i) && (type === TREE) === trees ? [i] : []));
        expect([...forest.roots(false)]).toEqual(rootsOf(false));
        expect([...forest.roots(true)]).toEqual(rootsOf(true));
      }),
      { numRuns: 500 },
    );
  });
});
