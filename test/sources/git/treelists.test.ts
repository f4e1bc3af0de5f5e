import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_WANTED, NAMED, NOTHING } from '../../../src/sources/git/links.ts';
import { type LinkedTrees, TreeLists } from '../../../src/sources/git/treelists.ts';

/** What stands at which name: something wanted, nothing of interest, or a tree by its place. */
type Content = Map<number, number>;

interface Tree {
  content: Content;
  /** Place of the tree that it is told as differences from, or -1. */
  base: number;
}

const WANTED = [FIRST_WANTED, FIRST_WANTED - 1, NAMED, NOTHING];

/**
 * A tree among others.
 * @param reach how many of them it may hold
 */
const tree = (place: number, reach: number): fc.Arbitrary<Tree> =>
  fc.record({
    content: fc
      .array(fc.tuple(fc.nat(3), fc.oneof(fc.constantFrom(...WANTED), ...(reach > 0 ? [fc.nat(reach - 1)] : []))), {
        maxLength: 4,
      })
      .map((entries) => new Map(entries)),
    base: fc.integer({ min: -1, max: place - 1 }),
  });

const COUNT = 9;
/** Trees that hold only those before them, as real ones do in some order; and trees that hold one another. */
const ordered = fc.tuple(...Array.from({ length: COUNT }, (_, place) => tree(place, place)));
const tangled = fc.tuple(...Array.from({ length: COUNT }, (_, place) => tree(place, COUNT)));

function link(trees: readonly Tree[]): LinkedTrees {
  const [names, targets, ends]: [number[], number[], number[]] = [[], [], []];
  for (const { content, base } of trees) {
    const before: Content = trees[base]?.content ?? new Map();
    const add = (name: number, target: number): void => {
      names.push(name);
      targets.push(target);
    };
    for (const [name, target] of before) if (content.get(name) !== target) add(~name, target);
    for (const [name, target] of content) if (before.get(name) !== target) add(name, target);
    ends.push(names.length);
  }
  return {
    bases: Int32Array.from(trees, ({ base }) => base),
    ends: Int32Array.from(ends),
    names: Int32Array.from(names),
    targets: Int32Array.from(targets),
  };
}

/** Paths of everything wanted in a tree, some folders deep. */
function paths(entriesOf: (place: number) => Iterable<[name: number, target: number]>, place: number, depth = 4): string[] {
  return [...entriesOf(place)]
    .flatMap(([name, target]) => {
      if (target < 0) return target === NOTHING ? [] : [`${name}=${target}`];
      return depth === 0 ? [] : paths(entriesOf, target, depth - 1).map((path) => `${name}/${path}`);
    })
    .sort();
}

function* listed(lists: TreeLists, place: number): Iterable<[number, number]> {
  for (let i = lists.starts[place]!; i < lists.end(place); i++) yield [lists.names[i]!, lists.targets[i]!];
}

describe('lists of what is wanted in trees', () => {
  it.each([
    ['', ordered],
    [' that hold one another', tangled],
  ])('lead to all of it and to nothing else, in trees%s', (_, some) => {
    fc.assert(
      fc.property(some, (trees) => {
        const lists = new TreeLists(link(trees));
        expect([lists.complete, lists.deep]).toEqual([true, false]);
        for (let place = 0; place < trees.length; place++) {
          const wanted = paths((at) => trees[at]!.content, place);
          expect(paths((at) => listed(lists, at), place)).toEqual(wanted);
          // No list leads on without end to where nothing is.
          if (paths((at) => trees[at]!.content, place, COUNT).length === 0) expect(lists.lengths[place]).toBe(0);
          const entries = [...listed(lists, place)];
          expect(entries).toEqual(entries.toSorted((a, b) => a[0] - b[0] || a[1] - b[1]));
          for (const [i, [name, target]] of entries.entries())
            expect(lists.position(place, name, target)).toBe(lists.starts[place]! + i);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are kept once', () => {
    fc.assert(
      fc.property(ordered, (trees) => {
        const lists = new TreeLists(link(trees));
        const all = trees.map((_, place) => paths((at) => trees[at]!.content, place, COUNT).join());
        for (const [i, a] of all.entries())
          for (const [k, b] of all.entries()) if (a !== '' && b !== '') expect(lists.isSame(i, k)).toBe(a === b);
      }),
      { numRuns: 500 },
    );
  });

  it('of many trees, each with a list of its own, are told apart', () => {
    const trees = Array.from({ length: 5000 }, (_, i): Tree => ({ content: new Map([[i, FIRST_WANTED - i]]), base: i - 1 }));
    const lists = new TreeLists(link(trees));
    for (const [i, { content }] of trees.entries()) expect([...listed(lists, i)]).toEqual([...content]);
  });

  it('are not made without end', () => {
    const content = (i: number): Content => new Map(Array.from({ length: i }, (_, name) => [name, FIRST_WANTED - i - name]));
    const trees = Array.from({ length: 100 }, (_, i): Tree => ({ content: content(i), base: -1 }));
    expect(new TreeLists(link(trees), 4950).complete).toBe(true);
    const cut = new TreeLists(link(trees), 1000);
    expect(cut.complete).toBe(false);
    expect(cut.lengths.reduce((sum, length) => sum + length, 0)).toBeLessThan(1100);
  });
});
