import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { NO_NAME, NameSet } from '../../../src/sources/git/names.ts';
import type { Derivation } from '../../../src/sources/git/packwalk.ts';
import { TreeDiffer, type TreeEntry, type TreeShape } from '../../../src/sources/git/trees.ts';
import { apply, editsOf, encode, type Op, toOps } from './deltas.ts';

const ID = 20;

/** An entry of a tree. Ids are made of few bytes, some of which look like modes and names. */
const entry = fc
  .record({
    mode: fc.constantFrom('100644', '40000', '120000', '160000', '100755', '040000'),
    name: fc.constantFrom('a', 'b', 'name', 'a longer name', '100644 x', 'ü'),
    id: fc.uint8Array({ minLength: ID, maxLength: ID }),
  })
  .map(({ mode, name, id }) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), id.map((byte) => byte & 0x34)]));
const tree = fc.array(entry, { maxLength: 90 });

function told(entries: string[]): (added: boolean, data: Buffer, entry: TreeEntry) => void {
  return (added, data, { kind, from, to, id }) =>
    void entries.push(`${added ? '+' : '-'}${kind} ${data.toString('latin1', from, to)} ${data.toString('hex', id, id + ID)}`);
}

/** All entries of a tree, and where they end. */
function naive(data: Buffer): { entries: string[]; shape: TreeShape } {
  const entries: string[] = [];
  return { shape: new TreeDiffer(ID).whole(data, told(entries)), entries };
}

/** Entries that are in the first list as often as in the second are gone; counts of the others. */
function balance(lists: readonly string[][]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lists.flat()) {
    const key = line.slice(1);
    const count = (counts.get(key) ?? 0) + (line.startsWith('+') ? 1 : -1);
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
  }
  return counts;
}

/** What the differ tells of a tree and its base, checked against reading both. */
function check(base: Buffer, ops: readonly Op[]): void {
  const differ = new TreeDiffer(ID);
  const { result, runs } = apply(base, encode(base, ops).delta);
  const before = naive(base);
  const after = naive(result);
  if (before.shape.broken) return;
  const entries: string[] = [];
  const derivation: Derivation<TreeShape> = { runs, arena: base, baseStart: 0, baseSize: base.length, base: before.shape };
  const shape = differ.derived(result, derivation, told(entries));
  expect(shape.broken).toBe(after.shape.broken);
  expect([...shape.starts.subarray(0, shape.count + 1)]).toEqual([...after.shape.starts.subarray(0, after.shape.count + 1)]);
  expect(balance([before.entries, entries])).toEqual(balance([after.entries]));
}

describe('TreeDiffer', () => {
  it('tells what a tree adds to its base and lacks of it', () => {
    fc.assert(
      fc.property(tree, tree, fc.array(fc.tuple(fc.nat(), fc.nat(), fc.boolean()), { maxLength: 6 }), (old, more, parts) => {
        // Runs of whole entries, as git makes them, cut anywhere.
        const base = Buffer.concat(old);
        const ends = old.map((_, i) => Buffer.concat(old.slice(0, i + 1)).length);
        const at = (n: number): number => (ends.length === 0 ? 0 : (ends[n % ends.length] as number));
        const ops = parts.flatMap(([from, to, exact], i): Op[] => {
          const [low, high] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
          const cut = exact ? 0 : Math.min(7, high - low);
          const copy: Op[] = high - low - cut > 0 ? [{ copy: [low, high - low - cut] }] : [];
          const rest: Op[] = cut > 0 ? [{ insert: base.subarray(high - cut, high) }] : [];
          const fresh = more[i];
          return [...copy, ...rest, ...(fresh ? [{ insert: fresh }] : [])];
        });
        check(base, ops);
      }),
      { numRuns: 2000 },
    );
  });

  it('is in step with trees that are put together anyhow', () => {
    fc.assert(
      fc.property(tree, editsOf(entry), (old, edits) => {
        const base = Buffer.concat(old);
        check(base, toOps(base, edits));
      }),
      { numRuns: 2000 },
    );
  });

  it('uses shapes that are given back again', () => {
    const differ = new TreeDiffer(ID);
    const shape = differ.whole(Buffer.concat([Buffer.from('100644 a\0'), Buffer.alloc(ID)]), () => undefined);
    differ.release(shape);
    expect(differ.whole(Buffer.alloc(0), () => undefined)).toBe(shape);
    expect(shape.count).toBe(0);
  });
});

describe('NameSet', () => {
  it('numbers names in the order of their coming, each once, whatever their hashes', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 9, unit: 'binary' }), { maxLength: 300 }), (names) => {
        const set = new NameSet();
        const known = new Map<string, number>();
        for (const name of names) {
          const bytes = Buffer.from(`<${name}>`);
          // A poor hash, so that there are collisions.
          const number = set.add(bytes, 1, bytes.length - 1, name.length);
          expect(set.fresh).toBe(!known.has(name));
          if (!known.has(name)) known.set(name, known.size);
          expect(number).toBe(known.get(name));
          expect(set.bytes(number).toString()).toBe(name);
        }
      }),
    );
  });

  it('holds many names', () => {
    const set = new NameSet();
    const add = (i: number): number => {
      const name = Buffer.from(`name number ${i}`);
      return set.add(name, 0, name.length, Math.imul(i, 0x9e3779b1));
    };
    for (let i = 0; i < 20_000; i++) expect(add(i)).toBe(i);
    for (let i = 0; i < 20_000; i += 7) expect(add(i)).toBe(i);
  });

  it('gives no number to what there is no room for', () => {
    const set = new NameSet();
    const name = Buffer.alloc(40 * 1024 * 1024, 'a');
    expect(set.add(name, 0, name.length, 1)).toBe(0);
    name.fill('b');
    expect(set.add(name, 0, name.length, 2)).toBe(NO_NAME);
    expect(set.fresh).toBe(true);
  });
});
