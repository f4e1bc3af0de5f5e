import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeltaMaker, type DeltaHeader, readDeltaHeader } from '../../../src/sources/git/delta.ts';
import { type TreeQuestions, TreeReader, UNLINKED } from '../../../src/sources/git/treereader.ts';
import { Core, partSize } from '../../../src/wasm/core.ts';
import { editsOf, encode, type Op, toOps } from './deltas.ts';

const ID = 20;
const ROOM = 1 << 18;

const core = new Core(TreeReader.size + DeltaMaker.size + 2 * partSize(ROOM));
const reader = new TreeReader(core);
const maker = new DeltaMaker(core);
const arena = core.take(ROOM);
const room = core.take(ROOM);
maker.begin({ arena, delta: room, most: ROOM, idBytes: ID, extraEvery: TreeReader.extraEvery(ID) });

/** An entry of a tree. Ids are made of few bytes, some of which look like modes and names. */
const entry = fc
  .record({
    mode: fc.constantFrom('100644', '40000', '120000', '160000', '100755', '040000'),
    name: fc.constantFrom('a', 'b', 'name', 'a longer name', '100644 x', 'ü'),
    id: fc.uint8Array({ minLength: ID, maxLength: ID }),
  })
  .map(({ mode, name, id }) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), id.map((byte) => byte & 0x34)]));
const tree = fc.array(entry, { maxLength: 90 });

/** All entries of a tree, read plainly: what is one, and where it ends. Submodules are nobody's. */
function naive(data: Buffer): { entries: string[]; ends: number[]; broken: boolean } {
  const entries: string[] = [];
  const ends = [0];
  for (let at = 0; at < data.length; at = ends.at(-1) as number) {
    const text = data.toString('latin1', at);
    const [whole = '', mode = '', name = ''] = /^([^]{5} |[^]{6} )([^\0]*)\0/.exec(text) ?? [];
    const end = at + whole.length + ID;
    if (whole === '' || end > data.length) return { entries, ends, broken: true };
    ends.push(end);
    const digit = mode.at(-6);
    const kind = digit === '4' ? 'tree' : digit === '6' ? 'submodule' : 'file';
    if (kind !== 'submodule') entries.push(`${kind} ${name} ${data.toString('hex', end - ID, end)}`);
  }
  return { entries, ends, broken: false };
}

/** What a reader tells, link by link: `+` or `-`, and as `naive` tells entries. */
class Told {
  readonly entries: string[] = [];
  readonly names: string[] = [];
  readonly lookedFor: string[] = [];
  readonly bases: number[] = [];
  readonly begins: number[] = [];
  readonly #links: { name: number; target: number }[] = [];
  readonly #ids = new Map<number, string>();

  constructor(questions: Omit<TreeQuestions, 'idBytes'>, hot: ReadonlySet<string> = new Set()) {
    reader.begin(
      { idBytes: ID, ...questions },
      {
        onName: (at, length) => hot.has(this.names[this.names.push(core.bytes(at, length).toString('latin1')) - 1]!),
        onTrees: (bases, begins) => {
          this.bases.push(...bases);
          this.begins.push(...begins);
        },
        onLinks: (names, targets) => {
          for (let i = 0; i < names.length; i++) this.#links.push({ name: names[i]!, target: targets[i]! });
        },
        onIds: (ids, tags) => {
          for (const [i, tag] of tags.entries()) {
            const id = ids.toString('hex', i * ID, (i + 1) * ID);
            if (tag === UNLINKED) this.lookedFor.push(id);
            else this.#ids.set(tag < 0 ? ~tag : tag, id);
          }
        },
        onPairs: (pairs) => {
          for (let i = 0; i < pairs.length; i += 2) {
            expect(pairs[i + 1]).toBeLessThan(pairs[i]!);
            this.#ids.set(pairs[i]!, this.#ids.get(pairs[i + 1]!)!);
          }
        },
      },
    );
  }

  finish(wanted: readonly string[]): string[] {
    reader.full();
    return this.#links.map(({ name, target }, i) => {
      const text = reader.name(name < 0 ? ~name : name).toString('latin1');
      const sign = name < 0 ? '-' : '+';
      if (target === -2) return `${sign}named ${text}`;
      return `${sign}${target === -1 ? 'tree' : 'file'} ${text} ${target === -1 ? this.#ids.get(i) : wanted[-3 - target]}`;
    });
  }
}

/** Lines with a sign that is balanced by another one are gone; counts of the others. */
function balance(lines: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const line of lines) {
    const key = line.slice(1);
    const count = (counts.get(key) ?? 0) + (line.startsWith('+') ? 1 : -1);
    if (count === 0) counts.delete(key);
    else counts.set(key, count);
  }
  return counts;
}

const plus = (lines: readonly string[]): string[] => lines.map((line) => `+${line}`);

/** What is told of a tree and its base, checked against reading both plainly. */
function check(base: Buffer, ops: readonly Op[]): void {
  const { delta } = encode(base, ops);
  const header: DeltaHeader = { baseSize: 0, resultSize: 0, at: 0 };
  readDeltaHeader(delta, delta.length, header);
  core.exports.put(0, arena.byteOffset, base.length);
  const at = core.exports.makeRoom(0, header.resultSize);
  if (at === 0 || delta.length > ROOM) return;
  arena.set(base);
  room.set(delta);
  const start = at - arena.byteOffset;
  maker.apply(arena, 0, start, header, room, delta.length);
  core.exports.put(1, at, header.resultSize);
  const result = Buffer.from(arena.subarray(start, start + header.resultSize));
  const [before, after] = [naive(base), naive(result)];
  const wanted = [...new Set([...before.entries, ...after.entries].map((line) => line.slice(-2 * ID)))];
  const told = new Told({ links: true, wanted });
  const entries = reader.readAlone(arena.byteOffset, base.length);
  expect(entries).toBe(before.broken ? ~(before.ends.length - 1) : before.ends.length - 1);
  expect(told.finish(wanted)).toEqual(plus(before.entries));
  if (before.broken) return;
  const count = reader.read(0);
  expect(count).toBe(after.broken ? ~(after.ends.length - 1) : after.ends.length - 1);
  const ends = arena.subarray(start + result.length);
  expect(after.ends.map((_, i) => ends.readUInt32LE(4 * i))).toEqual(after.ends);
  expect(balance(told.finish(wanted))).toEqual(balance(plus(after.entries)));
  expect(told.bases).toEqual([-1, 0]);
  expect(told.begins).toEqual([0, before.entries.length]);
}

describe('TreeReader', () => {
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

  const put = (...names: string[]): number => {
    const data = Buffer.concat(names.map((name) => Buffer.concat([Buffer.from(`100644 ${name}\0`), Buffer.alloc(ID, name)])));
    arena.set(data);
    return data.length;
  };

  it('tells each name once, and links to what has one in which something was found', () => {
    const told = new Told({ links: true, wanted: [] }, new Set(['b']));
    reader.readAlone(arena.byteOffset, put('a', 'b'));
    reader.readAlone(arena.byteOffset, put('b', 'c'));
    expect(told.finish([])).toEqual(['+named b', '+named b']);
    expect(told.names).toEqual(['a', 'b', 'c']);
  });

  it('looks for all files, and keeps no links where none are wanted', () => {
    const told = new Told({ links: false, wanted: [] }, new Set(['b']));
    reader.readAlone(arena.byteOffset, put('a', 'b'));
    expect(told.finish([])).toEqual([]);
    expect(told.lookedFor).toEqual([Buffer.alloc(ID, 'a').toString('hex'), Buffer.alloc(ID, 'b').toString('hex')]);
  });

  it('holds many names, and more links than are taken at a time', () => {
    const all = Array.from({ length: 20_000 }, (_, i) => `name number ${i}`);
    const told = new Told({ links: true, wanted: [] }, new Set(all));
    for (let i = 0; i < all.length; i += 1000) reader.readAlone(arena.byteOffset, put(...all.slice(i, i + 1000)));
    reader.readAlone(arena.byteOffset, put(...all.slice(7, 9)));
    expect(told.names).toEqual(all);
    expect(told.finish([])).toEqual([...all, ...all.slice(7, 9)].map((name) => `+named ${name}`));
    expect(told.begins).toEqual([...Array(20).keys(), 20].map((i) => 1000 * i));
  });

  it('makes no links to names for which there is no room, and tells them each time', () => {
    const told = new Told({ links: true, wanted: [] }, new Set(['long']));
    const long = (i: number): string => `${i} `.padEnd(2 ** 17, 'x');
    for (let i = 0; i <= 2 ** 9; i++) reader.readAlone(arena.byteOffset, put(long(i)));
    for (const i of [1, 2 ** 9]) reader.readAlone(arena.byteOffset, put(long(i)));
    expect(told.names.map((name) => Number.parseInt(name, 10))).toEqual([...Array(2 ** 9 + 1).keys(), 2 ** 9]);
    reader.readAlone(arena.byteOffset, put('long'));
    expect(told.finish([])).toEqual([]);
  });

  it('forgets the names of another repository', () => {
    for (const name of ['x', 'y', 'x']) {
      const told = new Told({ links: true, wanted: [] }, new Set(['x']));
      reader.readAlone(arena.byteOffset, put(name));
      expect(told.names).toEqual([name]);
      expect(told.finish([])).toEqual(name === 'x' ? ['+named x'] : []);
    }
  });
});
