import { chmodSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { actions, perform } from './actions.ts';
import { deltaOf, idOf, type PackEntry, writePack } from './packs.ts';
import { scanObjects } from '../../../src/sources/git/objects.ts';
import { planObjects } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { TestRepository } from './repos.ts';
import { scanRepository } from './scan.ts';
import { allObjects, listLedger, naiveScan, toyScanner } from './toy.ts';

describe('scanObjects', () => {
  it.each([
    ['SHA-1', []],
    ['SHA-256', ['--object-format=sha256']],
  ])(
    'finds in every blob of a random repository what a scan of each finds (%s)',
    (_, options) => {
      fc.assert(
        fc.property(
          fc.array(actions(), { minLength: 5, maxLength: 25 }),
          fc.boolean(),
          fc.boolean(),
          (steps, oldIndex, refDeltas) => {
            const repository = TestRepository.create(...options);
            if (oldIndex && options.length === 0) repository.git('config', 'pack.indexVersion', '1');
            if (refDeltas) repository.git('config', 'repack.useDeltaBaseOffset', 'false');
            const files = new Map<string, string>();
            repository.commit('first', { a: 'first\n' });
            for (const [i, step] of steps.entries()) perform(repository, files, step, i);
            const objects = allObjects(repository);
            const found = scanRepository(repository.folder);
            expect(found.ledger).toEqual([]);
            expect(found.twice).toEqual([]);
            expect(found.blobs).toEqual(naiveScan(objects));
            const count = (type: string): number => objects.filter((object) => object.type === type).length;
            const { blobs, commits, tags, trees } = found.counts;
            expect({ blobs, commits, tags, trees }).toEqual({
              blobs: count('blob'),
              commits: count('commit'),
              tags: count('tag'),
              trees: count('tree'),
            });
            rmSync(repository.folder, { recursive: true });
          },
        ),
        { numRuns: 12 },
      );
    },
    120_000,
  );

  it('finds secrets in messages, in who wrote them, and in names of files', () => {
    const repository = TestRepository.create();
    const commit = repository.commit('subject\n\nwith tok_message in it', { 'dir/tok_path1.txt': '', 'dir/other': '' });
    const other = repository.commit('other', { 'dir/tok_path2.txt': '' });
    repository.git('-c', 'user.name=x', 'tag', '-a', 'v1', '-m', 'release tok_tagged');
    repository.feed(
      'tree 4b825dc642cb6eb9a060e54bf8d69288fbee4904\n',
      'hash-object',
      '-w',
      '--literally',
      '-t',
      'commit',
      '--stdin',
    );
    for (const pack of [false, true]) {
      if (pack) repository.git('repack', '-adq');
      expect(scanRepository(repository.folder).texts).toEqual([
        `commit-message ${commit} tok_message`,
        'path  tok_path1',
        'path  tok_path2',
        `tag-message ${repository.id('v1')} tok_tagged`,
      ]);
    }
    repository.git('-c', 'user.name=tok_author', '-c', 'user.email=e', 'commit', '-q', '--amend', '--reset-author', '-m', 'm');
    expect(other).not.toBe('');
  });

  it('reads every copy of an object once, from many packs, alternates and loose files', () => {
    const first = TestRepository.create();
    first.commit('one', { a: 'tok_inalternate\n', b: 'x\n'.repeat(100) });
    first.git('repack', '-adq');
    const second = TestRepository.create();
    second.write({ '.git/objects/info/alternates': `# a comment\n${join(first.folder, '.git/objects')}\n../../nowhere\n` });
    for (let i = 0; i < 30; i++) {
      second.commit(`commit ${i}`, {
        [`f${i}`]: `tok_file${i}\n`,
        b: `${'x\n'.repeat(50 + i)}tok_changing\n${'x\n'.repeat(50)}`,
      });
      if (i % 3 === 0) second.git('repack', '-q');
    }
    second.git('repack', '-aq');
    const found = scanRepository(second.folder);
    expect(found.ledger).toEqual([`unreadable ${join(second.folder, 'nowhere')} gap`]);
    expect(found.twice).toEqual([]);
    expect(found.plan.packs.length).toBeGreaterThan(10);
    expect(found.blobs).toEqual(naiveScan(allObjects(second)));
    expect(found.blobs.has(first.id('HEAD:a'))).toBe(true);
  });

  it('names packs and objects that nobody can read', () => {
    const repository = TestRepository.create();
    const first = repository.commit('one', { a: 'tok_lost\n' });
    repository.git('repack', '-adq');
    const blob = repository.commit('two', { a: 'tok_kept\n' }) && repository.id('HEAD:a');
    const loose = join(repository.folder, '.git/objects', blob.slice(0, 2), blob.slice(2));
    const packs = join(repository.folder, '.git/objects/pack');
    const index = readdirSync(packs).find((name) => name.endsWith('.idx')) ?? '';
    renameSync(join(packs, index), join(packs, 'kept'));
    chmodSync(loose, 0o644);
    repository.write({ [`.git/objects/${blob.slice(0, 2)}/${blob.slice(2)}`]: 'damaged' });
    const found = scanRepository(repository.folder);
    expect(found.ledger).toEqual([
      `missing-object ${first} gap`,
      `unreadable ${join(packs, index.replace('idx', 'pack'))} gap`,
      `unreadable ${blob} gap`,
    ]);
  });

  it('reads large objects, loose and in long chains of deltas with branches', () => {
    const repository = TestRepository.create();
    const lines = Array.from({ length: 9000 }, (_, i) => `line ${i} ${(i * 7919) % 10007} of a rather large file\n`);
    const entries: PackEntry[] = [{ id: idOf('0'), type: 3, data: Buffer.from(lines.join('')) }];
    const size = entries[0]?.data.length ?? 0;
    for (let i = 1; i < 60; i++) {
      const at = 1000 * i;
      const insert = Buffer.from(`tok_${String(i).padStart(4, 'x')}`);
      // The result is as long as its base; every third has two children.
      const parts: [number, number][] = [
        [0, at],
        [at + insert.length, size - at - insert.length],
      ];
      const data = deltaOf(size, [parts[0] as [number, number], insert, parts[1] as [number, number]]);
      entries.push({ id: idOf(String(i)), type: 6, base: i % 3 === 0 ? i - 1 : Math.max(0, i - 2), data });
    }
    writePack(join(repository.folder, '.git/objects/pack', `pack-${idOf('large')}`), entries);
    repository.feed(`tok_loose\n${'x'.repeat(600_000)}`, 'hash-object', '-w', '--stdin');
    const found = scanRepository(repository.folder);
    expect(found.ledger).toEqual([]);
    expect(found.counts.blobs).toBe(61);
    expect(found.blobs).toEqual(naiveScan(allObjects(repository)));
  });

  it('opens more packs than it keeps open', () => {
    const repository = TestRepository.create();
    for (let i = 0; i < 80; i++) {
      writePack(join(repository.folder, '.git/objects/pack', `pack-${idOf(String(i))}`), [
        { id: idOf(`a${i}`), type: 3, data: Buffer.from(`tok_pack${i}\n${'more\n'.repeat(9)}`) },
        {
          id: idOf(`b${i}`),
          type: 7,
          baseId: idOf(`a${(i * 7) % 80}`),
          data: deltaOf(54 + String((i * 7) % 80).length, [[0, 54]]),
        },
      ]);
    }
    const found = scanRepository(repository.folder);
    expect(found.ledger).toEqual([]);
    expect(found.counts.blobs).toBe(160);
    expect(found.blobs.size).toBe(160);
  });

  it('tells where the history of a shallow clone ends', () => {
    const origin = TestRepository.create();
    for (let i = 0; i < 4; i++) origin.commit(`commit ${i}`, { [`f${i}`]: `tok_file${i}\n` });
    const clone = TestRepository.create();
    clone.git('fetch', '-q', '--depth=2', `file://${origin.folder}`, 'main');
    const found = scanRepository(clone.folder);
    expect(found.ledger).toEqual([`missing-object ${origin.id('main~2')} (shallow clone) gap`]);
    expect(found.blobs).toEqual(naiveScan(allObjects(clone)));
  });

  it('tells objects that are too large, and still reads what was made from them', () => {
    const repository = TestRepository.create();
    const large = Array.from({ length: 3000 }, (_, i) => `line ${i} of a large file\n`).join('');
    repository.commit('one', { a: `tok_small\n${large.slice(0, 20_000)}` });
    repository.commit('two', { a: `tok_large\n${large}` });
    repository.git('repack', '-adfq');
    const found = scanRepository(repository.folder, { limits: { object: 40_000, expanded: 2 ** 40 } });
    expect(found.ledger).toEqual([`too-large ${repository.id('HEAD:a')} gap`]);
    expect([...found.blobs.keys()]).toEqual([repository.id('HEAD~:a')]);
  });

  it('reads large objects by themselves, packed or loose', () => {
    const repository = TestRepository.create();
    const large = Array.from({ length: 6000 }, (_, i) => `line ${i} of a large file\n`).join('');
    repository.commit('packed', { a: `tok_packed\n${large}`, b: `tok_larger\n${large.repeat(2)}` });
    repository.git('repack', '-adfq');
    repository.commit('loose', { c: `${large}tok_loose\n` });
    const found = scanRepository(repository.folder, { limits: { object: 40_000, alone: 200_000, expanded: 2 ** 40 } });
    expect(found.ledger).toEqual([`too-large ${repository.id('HEAD:b')} gap`]);
    expect(found.twice).toEqual([]);
    expect([...found.blobs.keys()]).toEqual([repository.id('HEAD:a'), repository.id('HEAD:c')].sort());
  });

  it('goes on where a repack takes packs away', () => {
    const repository = TestRepository.create();
    for (let i = 0; i < 5; i++) repository.commit(`commit ${i}`, { a: `tok_file${i}\n${'line\n'.repeat(i)}` });
    repository.git('repack', '-adq');
    const ledger = listLedger();
    const plan = planObjects(openRepo(repository.folder, ledger), ledger);
    repository.commit('later', { a: 'tok_later\n' });
    repository.git('repack', '-adfq', '--depth=0');
    const found = new Set<string>();
    const sink = { onBlob: (id: string) => void found.add(id), onText: () => undefined };
    finish(scanObjects(plan, toyScanner, sink, ledger));
    expect(ledger.entries).toEqual([]);
    expect(found.size).toBe(5);
  });
});
