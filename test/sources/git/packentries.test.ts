import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { EntryTable, NO_PARENT } from '../../../src/sources/git/packentries.ts';
import { readPacks } from '../../../src/sources/git/packlist.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

describe('the table of entries', () => {
  it('orders offsets as a comparing sort does, offsets beyond 4 GB and equal ones as well', () => {
    const table = new EntryTable();
    const offset = fc.oneof(fc.nat(40), fc.nat(5_000_000), fc.maxSafeNat());
    fc.assert(
      fc.property(fc.array(offset, { maxLength: 200 }), (list) => {
        const expected = list.map((_, i) => i).sort((a, b) => list[a]! - list[b]! || a - b);
        const { order, offsets } = table.sort(Float64Array.from(list));
        expect([...order]).toEqual(expected);
        expect([...offsets]).toEqual(expected.map((i) => list[i]));
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
    const [pack] = finish(readPacks([folder], 20, ledger));
    expect(ledger.entries).toEqual([]);
    const { file, offsets, positions, types, parents } = pack!;
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
});

const TYPES = ['', 'commit', 'tree', 'blob', 'tag'];
