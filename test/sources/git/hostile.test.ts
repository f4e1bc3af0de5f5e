import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { deltaOf, idOf, type PackEntry, writePack } from './packs.ts';
import { TestRepository } from './repos.ts';
import { scanRepository } from './scan.ts';

const limits = { object: 100_000, expanded: 50_000_000 };
const text = (name: string): Buffer => Buffer.from(`${name} tok_item${name}\n${'-'.repeat(200)}\n`);
const blob = (name: string, more: Partial<PackEntry> = {}): PackEntry => ({ id: idOf(name), type: 3, data: text(name), ...more });
const size = text('good').length;
const ANY = /^(unreadable|too-large) a gap$/ as unknown as string;

/** Scans a repository with one healthy object and the given ones. */
function scan(entries: readonly PackEntry[], ...more: (readonly PackEntry[])[]) {
  const repository = TestRepository.create();
  for (const [i, pack] of [[blob('good'), ...entries], ...more].entries()) {
    writePack(join(repository.folder, '.git/objects/pack', `pack-${idOf(String(i))}`), pack);
  }
  const { blobs, ledger, twice } = scanRepository(repository.folder, { limits });
  expect(twice).toEqual([]);
  const names = new Map(['good', 'a', 'b', 'c', 'd'].map((name) => [idOf(name), name]));
  const tell = (line: string): string => line.replace(/[0-9a-f]{40}/, (id) => names.get(id) ?? id);
  return { found: [...blobs.keys()].map(tell).sort(), ledger: ledger.map(tell).sort() };
}

describe('a hostile pack', () => {
  it.each<[string, PackEntry[], string[], string[]]>([
    ['a truncated stream', [blob('a', { raw: deflateSync(text('a')).subarray(0, 20) })], [], ['unreadable a gap']],
    ['a damaged stream', [blob('a', { raw: Buffer.alloc(40, 0xaa) })], [], ['unreadable a gap']],
    ['no stream at all', [blob('a', { raw: Buffer.alloc(0) })], [], ['unreadable a gap']],
    [
      'a wrong checksum',
      [blob('a', { raw: Buffer.concat([deflateSync(text('a')).subarray(0, -1), Buffer.of(1)]) })],
      [],
      ['unreadable a gap'],
    ],
    ['a size that is too small', [blob('a', { declared: 5 })], [], ['unreadable a gap']],
    ['a size that is too large', [blob('a', { declared: 5000 })], [], ['unreadable a gap']],
    ['a size beyond memory', [blob('a', { declared: 2 ** 45 })], [], ['too-large a gap']],
    ['a size beyond numbers', [blob('a', { declared: 2 ** 60 })], [], ['unreadable a gap']],
    ['an unknown type', [blob('a', { type: 5 })], [], [ANY]],
    [
      'a delta before the pack',
      [blob('a', { type: 6, base: -1_000_000, data: deltaOf(size, [[0, size]]) })],
      [],
      ['unreadable a gap'],
    ],
    ['a delta into the middle of an object', [blob('a', { type: 6, base: -3, data: deltaOf(size, [[0, size]]) })], [], [ANY]],
    [
      'a delta of itself by id',
      [blob('a', { type: 7, baseId: idOf('a'), data: deltaOf(size, [[0, size]]) })],
      [],
      ['unreadable a gap'],
    ],
    [
      'a delta of nothing',
      [blob('a', { type: 7, baseId: idOf('x'), data: deltaOf(size, [[0, size]]) })],
      [],
      ['unreadable a gap'],
    ],
    [
      'deltas in a circle, and one that hangs on it',
      [
        blob('a', { type: 7, baseId: idOf('b'), data: deltaOf(size, [[0, size]]) }),
        blob('b', { type: 7, baseId: idOf('a'), data: deltaOf(size, [[0, size]]) }),
        blob('c', { type: 6, base: 1, data: deltaOf(size, [[0, size]]) }),
      ],
      [],
      ['unreadable a gap', 'unreadable b gap', 'unreadable c gap'],
    ],
    [
      'a delta for a base of another size',
      [blob('a', { type: 6, base: 0, data: deltaOf(size + 1, [[0, size]]) })],
      [],
      ['unreadable a gap'],
    ],
    [
      'a delta that copies from outside',
      [blob('a', { type: 6, base: 0, data: deltaOf(size, [[1, size]]) })],
      [],
      ['unreadable a gap'],
    ],
    [
      'a delta that makes less than it says',
      [blob('a', { type: 6, base: 0, data: deltaOf(size, [[0, size]], 2 * size) })],
      [],
      ['unreadable a gap'],
    ],
    [
      'a delta that makes gigabytes',
      [blob('a', { type: 6, base: 0, data: deltaOf(size, [[0, size]], 2 ** 33) })],
      [],
      ['too-large a gap'],
    ],
    ['an empty delta', [blob('a', { type: 6, base: 0, data: Buffer.alloc(0) })], [], [ANY]],
    [
      'a child of a damaged object',
      [blob('a', { declared: 5 }), blob('b', { type: 6, base: 1, data: deltaOf(size, [[0, size]]) })],
      [],
      ['unreadable a gap', 'unreadable b gap'],
    ],
    ['an offset to another object', [blob('a', { offset: 12 })], ['a'], []],
    ['an offset into the middle of an object', [blob('a', { offset: 20 })], [], [ANY]],
  ])('with %s', (_, entries, alsoFound, expected) => {
    const { found, ledger } = scan(entries);
    expect(ledger).toEqual(expected.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))));
    // Where an offset is a lie, the healthy object before it ends too early.
    if (!ledger.some((line) => line.endsWith('good gap'))) expect(found).toEqual([...alsoFound, 'good'].sort());
  });

  it('with a circle through two packs does not make git follow it', () => {
    const delta = deltaOf(size, [[0, size]]);
    const { found, ledger } = scan(
      [blob('a', { type: 7, baseId: idOf('b'), data: delta })],
      [blob('b', { type: 7, baseId: idOf('a'), data: delta })],
    );
    expect(found).toEqual(['good']);
    expect(ledger).toEqual(['unreadable a gap', 'unreadable b gap']);
  });

  it('with a damaged object that is whole in another pack', () => {
    const { found, ledger } = scan(
      [blob('a', { raw: Buffer.alloc(9) }), blob('b', { type: 7, baseId: idOf('b'), data: Buffer.alloc(4) })],
      [blob('a'), blob('b')],
    );
    expect(found).toEqual(['a', 'b', 'good']);
    expect(ledger).toEqual([]);
  });

  it('with a base in another pack', () => {
    const { found, ledger } = scan(
      [blob('a', { type: 7, baseId: idOf('b'), data: deltaOf(text('b').length, [[0, text('b').length]]) })],
      [blob('b'), blob('c', { type: 7, baseId: idOf('a'), data: deltaOf(text('b').length, [[0, text('b').length]]) })],
    );
    expect(found).toEqual(['a', 'b', 'c', 'good']);
    expect(ledger).toEqual([]);
  });

  it('with a zlib bomb stays within its limits', () => {
    const { found, ledger } = scan([blob('a', { raw: deflateSync(Buffer.alloc(50_000_000)), declared: 1000 })]);
    expect(found).toEqual(['good']);
    expect(ledger).toEqual(['unreadable a gap']);
  });

  it('with a delta bomb ends in time', () => {
    // Each doubles the one before; then thousands of the largest kind.
    const bomb: PackEntry[] = [];
    let length = size;
    for (let i = 0; length < 50_000; i++, length *= 2) {
      bomb.push({
        id: idOf(`bomb${i}`),
        type: 6,
        base: i,
        data: deltaOf(length, [
          [0, length],
          [0, length],
        ]),
      });
    }
    const last = bomb.length;
    for (let i = 0; i < 3000; i++) bomb.push({ id: idOf(`many${i}`), type: 6, base: last, data: deltaOf(length, [[0, length]]) });
    const { found, ledger } = scan(bomb);
    expect(found).toContain('good');
    const late = ledger.filter((line) => line.startsWith('timeout'));
    expect(late.length).toBe(ledger.length);
    expect(late.length).toBeGreaterThan(2000);
  });

  it('with a very long chain of deltas', () => {
    const chain: PackEntry[] = [];
    for (let i = 0; i < 5000; i++) chain.push({ id: idOf(`link${i}`), type: 6, base: i, data: deltaOf(size, [[0, size]]) });
    const { found, ledger } = scan(chain);
    expect(found).toHaveLength(5001);
    expect(ledger).toEqual([]);
  });
});

describe('random damage', () => {
  const repository = TestRepository.createLasting();
  const files = Array.from({ length: 12 }, (_, i) => `line ${i} tok_line${i}\n${'text '.repeat(20)}\n`);
  for (let i = 0; i < files.length; i++)
    repository.commit(`commit ${i}`, { file: files.slice(0, i + 1).join(''), [`other${i}`]: `tok_other${i}` });
  repository.git('repack', '-adfq');
  const folder = join(repository.folder, '.git/objects/pack');
  const total = scanRepository(repository.folder).plan.total;

  it.each(['pack', 'idx'])(
    'of the %s file is survived, and told',
    (extension) => {
      const path = join(folder, readdirSync(folder).find((name) => name.endsWith(extension)) ?? '');
      const whole = readFileSync(path);
      repository.git('config', 'core.fsync', 'none');
      try {
        fc.assert(
          fc.property(
            fc.array(fc.record({ at: fc.nat(whole.length - 1), value: fc.nat(255) }), { minLength: 1, maxLength: 4 }),
            fc.option(fc.nat(whole.length - 1), { freq: 8 }),
            (damage, cut) => {
              const data = Buffer.from(whole);
              for (const { at, value } of damage) data[at] = value;
              writeFileSync(path, cut === null ? data : data.subarray(0, cut), { flag: 'w' });
              const { counts, ledger } = scanRepository(repository.folder, { limits });
              const read = counts.blobs + counts.commits + counts.tags + counts.trees;
              if (ledger.length === 0) expect(read).toBe(total);
            },
          ),
          { numRuns: 100 },
        );
      } finally {
        writeFileSync(path, whole);
      }
    },
    120_000,
  );
});
