import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { type Pushed, type RangeChange, rangeBlobs } from '../../../src/sources/git/range.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import type { Tag } from '../../../src/sources/git/tips.ts';
import { ChangeLog } from './brought.ts';
import { makeFolder, TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

const LONG = 'a line\n'.repeat(20);
/** Of the last commit of makeHistory. */
const MOVED = `three: moved ${LONG}>${LONG}`;

/** What a range brings in: subject, path, content and what was there before; then the ledger. */
async function brought(repository: TestRepository, range: string): Promise<string[]> {
  const ledger = listLedger();
  const log = new ChangeLog<RangeChange>();
  await rangeBlobs(openRepo(repository.folder), range, log, ledger, { maxSize: 1 << 20 });
  const lines = log.entries.map(({ path, commit, data, replaced }) => `${commit.subject}: ${path} ${replaced.join('|')}>${data}`);
  return [...lines, ...ledger.entries];
}

/** Four commits on main, and a side branch of one that is merged with a change of its own. */
function makeHistory(): TestRepository {
  const repository = TestRepository.create();
  repository.commit('one', { a: 'a1', long: LONG });
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('side', { s: 's1' });
  repository.git('checkout', '-q', 'main');
  repository.commit('two', { a: 'a2', secret: 'tok_gone' });
  repository.git('merge', '-q', '--no-commit', 'side');
  repository.commit('merge', { a: 'a-merged', evil: 'only in the merge' });
  repository.git('rm', '-q', 'secret');
  repository.git('mv', 'long', 'moved');
  repository.commit('three');
  return repository;
}

describe('rangeBlobs', () => {
  it.each([
    ['main~1..main', [MOVED]],
    ['main~1', ['merge: a a2|a1>a-merged', 'merge: evil >only in the merge']],
    ['HEAD~2..HEAD~1', ['side: s >s1', 'merge: a a2|a1>a-merged', 'merge: evil >only in the merge']],
    [
      'HEAD~3..',
      [
        'side: s >s1',
        'two: a a1>a2',
        'two: secret >tok_gone',
        'merge: a a2|a1>a-merged',
        'merge: evil >only in the merge',
        MOVED,
      ],
    ],
    ['side...main~2', ['side: s >s1', 'two: a a1>a2', 'two: secret >tok_gone']],
    ['main~3', ['one: a >a1', `one: long >${LONG}`]],
    ['..main', []],
    ['main..side', []],
  ])('%s', async (range, expected) => {
    const found = await brought(makeHistory(), range);
    expect(found.sort()).toEqual([...expected].sort());
  });

  describe('where files were moved', () => {
    /** A file that is moved and changed, one that is moved as it is, and one that a merge moves and changes once more. */
    function makeMoves(): TestRepository {
      const repository = TestRepository.create();
      repository.commit('one', { a: LONG, b: `b\n${LONG}` });
      repository.git('mv', 'a', 'x');
      repository.git('mv', 'b', 'y');
      repository.commit('moves', { x: `${LONG}more` });
      repository.git('checkout', '-q', '-b', 'side');
      repository.commit('side', { s: 's' });
      repository.git('checkout', '-q', 'main');
      repository.commit('main', { m: 'm' });
      repository.git('merge', '-q', '--no-commit', 'side');
      repository.git('mv', 'x', 'z');
      repository.commit('merge', { z: `${LONG}most` });
      return repository;
    }

    it('tells what stood there before', async () => {
      const [asItWas, moves, merge] = [
        `moves: y b\n${LONG}>b\n${LONG}`,
        `moves: x ${LONG}>${LONG}more`,
        `merge: z ${LONG}more>${LONG}most`,
      ];
      expect(await brought(makeMoves(), 'main~2..')).toEqual(expect.arrayContaining([merge]));
      expect(await brought(makeMoves(), 'main~2')).toEqual([moves, asItWas]);
    });

    it('counts as new what git cannot compare, and goes on', async () => {
      const repository = makeMoves();
      const lost = repository.id('main~3:a');
      rmSync(join(repository.folder, '.git/objects', lost.slice(0, 2), lost.slice(2)));
      expect(await brought(repository, 'main~2')).toEqual(expect.arrayContaining([`moves: x >${LONG}more`]));
    });
  });

  it('does not look for the commit of a submodule that a file replaces', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { a: 'a' });
    repository.git('update-index', '--add', '--cacheinfo', `160000,${'ab'.repeat(20)},sub`);
    repository.git('commit', '-q', '-m', 'submodule');
    repository.git('rm', '-q', '--cached', 'sub');
    repository.commit('file', { sub: 'new' });
    expect(await brought(repository, 'HEAD~2..')).toEqual(['file: sub >new', 'submodule sub']);
  });

  it('compares a merge of thousands of parents with what is unlike in them', async () => {
    const repository = TestRepository.create();
    const parents = ['one', 'two'].map((name) => repository.commit(name, { a: name }));
    const tree = repository.commit('three', { a: 'three', b: 'b' }) && repository.id('HEAD^{tree}');
    const lines = Array.from({ length: 5000 }, (_, i) => `parent ${parents[i % 2]}\n`).join('');
    const person = 'A <a@example.org> 1700000000 +0000';
    const commit = `tree ${tree}\n${lines}author ${person}\ncommitter ${person}\n\nmany\n`;
    const id = repository.feed(commit, 'hash-object', '-t', 'commit', '-w', '--stdin').toString().trim();
    expect(await brought(repository, id)).toEqual(['many: a one|two>three', 'many: b >b']);
  });

  it('gives the objects of the commits', async () => {
    const repository = makeHistory();
    const seen: string[] = [];
    const onCommit = (commit: { id: string }, data: Buffer): void =>
      void seen.push(`${commit.id} ${data.toString().split('\n').at(-2)}`);
    const handler = Object.assign(new ChangeLog(), { onCommit });
    const count = await rangeBlobs(openRepo(repository.folder), 'main~2..main', handler, listLedger(), { maxSize: 1 << 20 });
    expect(seen).toEqual([`${repository.id('side')} side`, `${repository.id('main~1')} merge`, `${repository.id('main')} three`]);
    expect(count).toBe(3);
  });

  it('gives of what was looked through until it was stopped what holds something', async () => {
    const repository = makeHistory();
    const [found, clean] = [repository.id('main:evil'), repository.id('main~2:secret')];
    const stop = new AbortController();
    const told: string[] = [];
    const screen = {
      expect: () => true,
      look: ({ messages }: { messages: readonly string[] }) => {
        // That of the first was read before it was known that there would be something to look through.
        expect(messages).toHaveLength(3);
        stop.abort();
        return Promise.resolve({ clean: new Map([[clean, 8]]), found: new Set([found, repository.id('main')]) });
      },
    };
    const log = Object.assign(new ChangeLog<RangeChange>(), {
      screen,
      onCommit: (_: unknown, data: Buffer) => void told.push(data.toString().split('\n').at(-2)!),
      onClean: ({ path }: RangeChange, size: number) => void told.push(`${path} ${size}`),
    });
    const limits = { maxSize: 1 << 20, signal: stop.signal };
    await rangeBlobs(openRepo(repository.folder), 'main~3..main', log, listLedger(), limits);
    expect(told).toEqual(expect.arrayContaining(['three', 'secret 8']));
    expect(told).not.toContain('merge');
    expect(log.entries.map(({ path }) => path)).toEqual(['evil']);
  });

  describe('tags', () => {
    /** A tag of main, a tag of that tag, and tags of a file and of a tree. */
    function makeTags(): TestRepository {
      const repository = makeHistory();
      repository.git('tag', '-a', '-m', 'release', 'v1');
      repository.git('tag', '-a', '-m', 'of a tag', 'v2', 'v1');
      repository.git('tag', '-a', '-m', 'of a file', 'file', 'main:a');
      repository.git('tag', '-a', '-m', 'of a tree', 'tree', 'main~2^{tree}');
      return repository;
    }

    /** What is brought, and messages. */
    async function withTags(repository: TestRepository, range: string | Pushed): Promise<string[]> {
      const ledger = listLedger();
      const log = Object.assign(new ChangeLog(), {
        onTag: ({ id, data, time }: Tag) => void tags.push(`${id} ${String(data).split('\n').at(-2)} ${time > 1.7e9}`),
      });
      const tags: string[] = [];
      await rangeBlobs(openRepo(repository.folder), range, log, ledger, { maxSize: 1 << 20 });
      return [...tags, ...log.entries.map(({ path, data }) => `${path} ${data}`), ...ledger.entries];
    }

    const pushed = (...tips: string[]): Pushed => ({ tips, known: ['main'] });

    it.each<[string, string | Pushed, string[]]>([
      ['one commit', 'main', []],
      ['a tag', 'v1', ['v1 release']],
      ['a tag of a tag', 'v2', ['v2 of a tag', 'v1 release']],
      ['a tag at the end of a range', 'main..v2', ['v2 of a tag', 'v1 release']],
      ['a tag at the beginning', 'v1..main', []],
      ['a tag at either end', 'v1...main', ['v1 release']],
      ['a tag of a file', 'file', ['file of a file']],
      ['tags that are pushed', pushed('main', 'v2', 'v1'), ['v2 of a tag', 'v1 release']],
    ])('%s', async (_name, range, expected) => {
      const repository = makeTags();
      const found = await withTags(repository, range);
      const tags = expected.map((line) => line.replace(/^\w+/, (name) => repository.id(name)) + ' true');
      expect(found.filter((line) => /^[0-9a-f]{40} /.test(line))).toEqual(tags);
      expect(found.filter((line) => line.includes('gap'))).toEqual([]);
    });

    it('bring files and trees that they name', async () => {
      const repository = makeTags();
      const found = await withTags(repository, pushed('file', 'tree'));
      expect(found.filter((line) => !/^[0-9a-f]{40} /.test(line))).toEqual([
        `object ${repository.id('main:a')} a-merged`,
        'a a2',
        `long ${LONG}`,
        'secret tok_gone',
      ]);
    });

    it('are told where they are missing, or what they name', async () => {
      const repository = makeTags();
      const nothing = '12'.repeat(20);
      const dangling = String(
        repository.feed(
          `object ${nothing}\ntype commit\ntag x\ntagger A <a> 1 +0000\n\nx\n`,
          'hash-object',
          '-w',
          '--literally',
          '-t',
          'tag',
          '--stdin',
        ),
      ).trim();
      const gap = `missing-object ${nothing} gap`;
      expect(await withTags(repository, pushed(nothing))).toEqual([gap]);
      expect(await withTags(repository, pushed(dangling))).toEqual([`${dangling} x false`, gap]);
    });
  });

  it.each([
    'nowhere..main',
    'main..nowhere',
    'nowhere',
    '--output=x..main',
    '-p',
    'main..--all',
    'main:a',
    'main^{tree}',
    'main..file',
    `${'12'.repeat(20)}..main`,
    'lonely..main',
    'main...lonely',
    '',
  ])('refuses %s', async (range) => {
    const repository = makeHistory();
    repository.git('tag', '-a', '-m', 'of a file', 'file', 'main:a');
    repository.git('checkout', '-q', '--orphan', 'lonely');
    repository.commit('unrelated');
    repository.git('checkout', '-q', 'main');
    await expect(brought(repository, range)).rejects.toThrow(UsageError);
  });

  it('names what a shallow clone cannot tell', async () => {
    const origin = makeHistory();
    const clone = new TestRepository(makeFolder());
    clone.git('clone', '-q', '--depth=2', `file://${origin.folder}`, '.');
    const [root, side] = [clone.id('HEAD~1'), clone.id('HEAD~1')];
    expect(root).toBe(side);
    const gap = (id: string): string => `missing-object parents of ${id} (shallow clone) gap`;
    expect(await brought(clone, 'HEAD~1..HEAD')).toEqual([MOVED]);
    expect(await brought(clone, 'HEAD~1')).toEqual([gap(root)]);
    const lost = origin.id('main~3');
    expect(await brought(clone, `${lost}..HEAD`)).toEqual([
      MOVED,
      `missing-object ${lost} (not in this shallow clone) gap`,
      gap(root),
    ]);
    expect(await brought(clone, 'HEAD~5..HEAD')).toEqual([
      MOVED,
      'missing-object HEAD~5 (not in this shallow clone) gap',
      gap(root),
    ]);
    for (const mistake of ['mian..HEAD', 'mian~2..HEAD', 'HEAD:a..HEAD'])
      await expect(brought(clone, mistake)).rejects.toThrow('shallow clone');
    await expect(brought(clone, `HEAD..${lost}`)).rejects.toThrow('shallow clone');
  });
});
