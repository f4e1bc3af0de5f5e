import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { FIRST_WANTED, NAMED, NOTHING, type TreeLinks } from '../../../src/sources/git/links.ts';
import { TreeLists } from '../../../src/sources/git/treelists.ts';

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

/** A tree at a place has this number among all objects; the others are no trees. */
const numberOf = (place: number): number => 2 * place + 1;

/** Workers number names in orders of their own. */
const NUMBERS = 10_000;
const numberings = [(name: number): number => name, (name: number): number => NUMBERS - name];

/** The links as workers tell them, of which each has read some of the trees: those before `splits[0]`, then before `splits[1]`, … */
function link(trees: readonly Tree[], splits: readonly number[] = []): TreeLinks[] {
  return [0, ...splits].map((first, i) => linksOf(trees, first, splits[i] ?? trees.length, numberings[i % 2]!));
}

/** A tree whose base was read by another worker has none. */
function linksOf(all: readonly Tree[], first: number, end: number, numbering: (name: number) => number): TreeLinks {
  const trees = all.slice(first, end);
  const [names, targets, ends]: [number[], number[], number[]] = [[], [], []];
  for (const { content, base } of trees) {
    const before: Content = (base < first ? undefined : all[base]?.content) ?? new Map();
    const add = (name: number, target: number): void => {
      names.push(name < 0 ? ~numbering(~name) : numbering(name));
      targets.push(target < 0 ? target : numberOf(target));
    };
    for (const [name, target] of before) if (content.get(name) !== target) add(~name, target);
    for (const [name, target] of content) if (before.get(name) !== target) add(name, target);
    ends.push(names.length);
  }
  const used = [...new Set(names.map((name) => (name < 0 ? ~name : name)))].sort((a, b) => a - b);
  const texts = used.map((number) => Buffer.from(`name ${numbering(number)}`));
  return {
    trees: Int32Array.from(trees, (_, i) => numberOf(first + i)),
    bases: Int32Array.from(trees, ({ base }) => (base < first ? -1 : base - first)),
    ends: Int32Array.from(ends),
    names: Int32Array.from(names),
    targets: Int32Array.from(targets),
    texts: {
      numbers: Int32Array.from(used),
      ends: Int32Array.from(texts, (_, i) => Buffer.concat(texts.slice(0, i + 1)).length),
      bytes: Buffer.concat(texts),
    },
  };
}

const makeLists = (trees: readonly Tree[], splits?: readonly number[], most = 10_000): TreeLists =>
  new TreeLists(2 * trees.length, link(trees, splits), most);

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
  for (let i = lists.starts[place]!; i < lists.end(place); i++)
    yield [Number(/\d+/.exec(lists.names[lists.name(i)]!.toString())![0]), lists.target(i)];
}

describe('lists of what is wanted in trees', () => {
  it.each([
    ['', ordered],
    [' that hold one another', tangled],
  ])('lead to all of it and to nothing else, in trees%s', (_, some) => {
    fc.assert(
      fc.property(some, fc.uniqueArray(fc.nat(COUNT), { maxLength: 2 }), (trees, splits) => {
        const lists = makeLists(
          trees,
          splits.sort((a, b) => a - b),
        );
        expect([lists.complete, lists.deep]).toEqual([true, false]);
        for (let place = 0; place < trees.length; place++) {
          expect([lists.places[numberOf(place)], lists.places[numberOf(place) - 1]]).toEqual([place, -1]);
          const wanted = paths((at) => trees[at]!.content, place);
          expect(paths((at) => listed(lists, at), place)).toEqual(wanted);
          // No list leads on without end to where nothing is.
          if (paths((at) => trees[at]!.content, place, COUNT).length === 0) expect(lists.lengths[place]).toBe(0);
          for (let i = lists.starts[place]!; i < lists.end(place); i++) {
            if (i > lists.starts[place]!)
              expect(lists.name(i) - lists.name(i - 1) || lists.target(i) - lists.target(i - 1)).toBeGreaterThan(0);
            expect(lists.position(place, lists.name(i), lists.target(i))).toBe(i);
          }
        }
      }),
      { numRuns: 500 },
    );
  });

  it('are kept once', () => {
    fc.assert(
      fc.property(ordered, (trees) => {
        const lists = makeLists(trees);
        const all = trees.map((_, place) => paths((at) => trees[at]!.content, place, COUNT).join());
        for (const [i, a] of all.entries())
          for (const [k, b] of all.entries()) if (a !== '' && b !== '') expect(lists.isSame(i, k)).toBe(a === b);
      }),
      { numRuns: 500 },
    );
  });

  it('of many trees, each with a list of its own, are told apart', () => {
    const trees = Array.from({ length: 5000 }, (_, i): Tree => ({ content: new Map([[i, FIRST_WANTED - i]]), base: i - 1 }));
    const lists = makeLists(trees);
    for (const [i, { content }] of trees.entries()) expect([...listed(lists, i)]).toEqual([...content]);
  });

  it('are not made without end', () => {
    const content = (i: number): Content => new Map(Array.from({ length: i }, (_, name) => [name, FIRST_WANTED - i - name]));
    const trees = Array.from({ length: 100 }, (_, i): Tree => ({ content: content(i), base: -1 }));
    expect(makeLists(trees, [], 4950).complete).toBe(true);
    const cut = makeLists(trees, [], 1000);
    expect(cut.complete).toBe(false);
    expect(cut.lengths.reduce((sum, length) => sum + length, 0)).toBeLessThanOrEqual(1000);
  });
});
