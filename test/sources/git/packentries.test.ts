import { chmodSync, readdirSync, truncateSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Forest } from '../../../src/sources/git/forest.ts';
import { NO_PARENT, sortOffsets } from '../../../src/sources/git/packentries.ts';
import { readPacks } from '../../../src/sources/git/packlist.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

describe('entries of a pack', () => {
  it('orders offsets as a comparing sort does, offsets beyond 4 GB and equal ones as well', () => {
    const most = 2 ** 43 - 1;
    const offset = fc.oneof(fc.nat(40), fc.nat(5_000_000), fc.integer({ min: 0, max: most }));
    fc.assert(
      fc.property(fc.array(offset, { maxLength: 200 }), fc.constantFrom(0, most), (list, least) => {
        const expected = list.map((_, i) => i).sort((a, b) => list[a]! - list[b]! || a - b);
        // Behind the entries of another pack.
        const forest = new Forest(3 + list.length);
        const positions = new Uint32Array(list.length);
        sortOffsets(forest.plot(3, forest.count), Float64Array.from(list), Math.max(...list, least), positions);
        expect([...positions]).toEqual(expected);
        expect([...forest.offsets]).toEqual([0, 0, 0, ...expected.map((i) => list[i])]);
      }),
    );
  });

  it.each([
    ['offsets', 'true'],
    ['ids', 'false'],
  ])('tells of each entry what git verify-pack tells, with bases told by their %s', (_, byOffset) => {
    const repository = TestRepository.create();
    repository.git('config', 'repack.useDeltaBaseOffset', byOffset);
    const line = (i: number): string => `${'text '.repeat(40)}${i}\n`;
    for (let i = 0; i < 60; i++)
      repository.commit(`commit ${i}`, {
        [`f${i % 3}`]: Array.from({ length: 40 }, (_, k) => line(k === i % 40 ? i : k)).join(''),
      });
    repository.git('repack', '-adfq', '--depth=20');
    const ledger = listLedger();
    const folder = join(repository.folder, '.git/objects');
    const { packs, positions, forest } = finish(readPacks([folder], 20, ledger));
    expect(ledger.entries).toEqual([]);
    const { offsets, types, parents } = forest;
    const { file } = packs[0]!;
    const { data, ids, stride } = file.index;
    const idOf = (entry: number): string =>
      Buffer.from(data).toString('hex', ids + positions[entry]! * stride, ids + positions[entry]! * stride + 20);
    const told = Array.from(offsets, (offset, i) => {
      const base = parents[i] === NO_PARENT ? '' : idOf(parents[i]!);
      return [idOf(i), offset, base === '' ? TYPES[types[i]!] : 'delta', base].join(' ');
    });
    const verified = repository
      .git('verify-pack', '-v', file.path)
      .split('\n')
      .flatMap((row) => {
        const [id, type, , , offset, , base] = row.split(/ +/);
        return /^[0-9a-f]{40}$/.test(id!) ? [[id, offset, base === undefined ? type : 'delta', base ?? ''].join(' ')] : [];
      });
    expect(told.sort()).toEqual(verified.sort());
    expect(verified.filter((row) => row.includes('delta')).length).toBeGreaterThan(40);
  });

  it('leaves out a pack that is cut off while it is read, and reads those behind it', () => {
    const repository = TestRepository.create();
    for (const file of ['a', 'b', 'c']) {
      repository.commit(file, { [file]: `content of ${file}\n` });
      repository.git('repack', '-dq');
    }
    const ledger = listLedger();
    const steps = readPacks([join(repository.folder, '.git/objects')], 20, ledger);
    // All indexes were read.
    for (let i = 0; i < 3; i++) steps.next();
    const folder = join(repository.folder, '.git/objects/pack');
    const all = readdirSync(folder).filter((name) => name.endsWith('.pack'));
    const [, second, third] = all.sort().map((name) => join(folder, name));
    chmodSync(second!, 0o600);
    truncateSync(second!, 40);
    const { packs, firstNode, forest, positions } = finish(steps);
    expect(ledger.entries).toEqual([`unreadable ${second} gap`]);
    expect(packs.map(({ file }) => file.path)).toEqual(
      all
        .sort()
        .map((name) => join(folder, name))
        .toSpliced(1, 1),
    );
    expect([...firstNode]).toEqual([0, 3, 6]);
    expect(forest.count).toBe(6);
    expect([forest.offsets, forest.types, forest.parents, positions].map(({ length }) => length)).toEqual([6, 6, 6, 6]);
    const offsets = repository.git('verify-pack', '-v', third!).matchAll(/^[0-9a-f]{40} \w+ +\d+ \d+ (\d+)/gm);
    expect([...forest.offsets.subarray(3)]).toEqual(Array.from(offsets, ([, offset]) => Number(offset)).sort((a, b) => a - b));
  });
});

const TYPES = ['', 'commit', 'tree', 'blob', 'tag'];
