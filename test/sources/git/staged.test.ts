import { chmodSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { buildSync } from 'esbuild';
import { beforeAll, describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { stagedBlobs } from '../../../src/sources/git/staged.ts';
import { ChangeLog } from './brought.ts';
import { makeFolder, TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

const MAX = 1 << 20;
const LONG = 'a line\n'.repeat(20);

/** Staged entries as lines: mode, path, content, and what was there before. */
async function staged(folder: string, { all = false } = {}): Promise<string[]> {
  const ledger = listLedger();
  const log = Object.assign(new ChangeLog(), { counts: () => !all });
  await stagedBlobs(folder, log, ledger, { maxSize: MAX });
  const lines = log.entries.map(({ mode, path, replaced, data }) => `${mode} ${path}: ${replaced.join()}>${data}`);
  return [...lines, ...ledger.entries];
}

describe('stagedBlobs', () => {
  it('gives the whole index before the first commit', async () => {
    const repository = TestRepository.create();
    repository.write({ a: '1', 'b/c': '2' });
    repository.git('add', '.');
    repository.write({ a: 'not staged', d: 'untracked' });
    expect(await staged(repository.folder)).toEqual(['100644 a: >1', '100644 b/c: >2']);
  });

  it.each<[string, (repository: TestRepository) => void, string[]]>([
    ['nothing', () => undefined, []],
    [
      'a change, not what is in the work tree',
      (r) => (r.write({ a: 'new' }), r.git('add', 'a'), r.write({ a: 'newer' })),
      ['100644 a: old>new'],
    ],
    ['a new file', (r) => (r.write({ n: 'new' }), r.git('add', 'n')), ['100644 n: >new']],
    ['a removed file', (r) => r.git('rm', '-q', 'a'), []],
    ['a renamed file, for its path speaks, too', (r) => r.git('mv', 'long', 'z'), [`100644 z: ${LONG}>${LONG}`]],
    [
      'a file renamed and changed',
      (r) => (r.git('mv', 'long', 'z'), r.write({ z: `${LONG}new` }), r.git('add', 'z')),
      [`100644 z: ${LONG}>${LONG}new`],
    ],
    ['another mode', (r) => (chmodSync(join(r.folder, 'a'), 0o755), r.git('add', 'a')), []],
    [
      'a file made a link',
      (r) => (rmSync(join(r.folder, 'a')), symlinkSync('target', join(r.folder, 'a')), r.git('add', 'a')),
      ['120000 a: old>target'],
    ],
    ['an intent to add', (r) => (r.write({ n: 'new' }), r.git('add', '-N', 'n')), []],
    ['a submodule', (r) => r.git('update-index', '--add', '--cacheinfo', `160000,${r.id('HEAD')},sub`), ['submodule sub']],
    [
      'a file in place of a submodule',
      (r) => {
        r.git('update-index', '--add', '--cacheinfo', `160000,${'ab'.repeat(20)},sub`);
        r.git('commit', '-q', '-m', 'submodule');
        r.git('rm', '-q', '--cached', 'sub');
        r.write({ sub: 'new' });
        r.git('add', 'sub');
      },
      ['100644 sub: >new'],
    ],
    ['names that need quoting', (r) => (r.write({ 'ü "q"\t\n': 'x' }), r.git('add', '.')), ['100644 ü "q"\t\n: >x']],
    [
      'a file that is too large',
      (r) => (r.write({ n: 'x'.repeat(MAX + 1) }), r.git('add', 'n')),
      [/^too-large [0-9a-f]{40} gap$/ as unknown as string],
    ],
  ])('sees %s', async (_, change, expected) => {
    const repository = TestRepository.create();
    repository.commit('one', { a: 'old', long: LONG });
    change(repository);
    const lines = await staged(repository.folder);
    expect(lines).toEqual(expected.map((line) => (typeof line === 'string' ? line : expect.stringMatching(line))));
  });

  it('tells a staged object that is gone', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { a: 'old' });
    const id = 'ab'.repeat(20);
    repository.git('update-index', '--add', '--cacheinfo', `100644,${id},gone`);
    repository.write({ b: 'there' });
    repository.git('add', 'b');
    expect(await staged(repository.folder)).toEqual(['100644 b: >there', `missing-object ${id} gap`]);
  });

  it('gives what the other side of a conflict brings', async () => {
    const repository = TestRepository.create();
    repository.commit('base', { a: 'base', b: 'b' });
    repository.git('checkout', '-q', '-b', 'other');
    repository.commit('theirs', { a: 'theirs', c: 'clean' });
    repository.git('checkout', '-q', 'main');
    repository.commit('ours', { a: 'ours' });
    expect(() => repository.git('merge', '-q', 'other')).toThrow('Command failed');
    expect(await staged(repository.folder)).toEqual(['100644 a: ours>theirs']);
  });

  describe('in a merge', () => {
    /** Each branch adds a file; the first one moves another, too. */
    function makeMerge(...branches: string[]): TestRepository {
      const repository = TestRepository.create();
      repository.commit('base', { a: 'base', long: LONG });
      for (const [i, name] of branches.entries()) {
        repository.git('checkout', '-q', '-b', name, 'main');
        if (i === 0) repository.git('mv', 'long', 'moved');
        repository.commit(name, { [name]: 'theirs' });
      }
      repository.git('checkout', '-q', 'main');
      repository.commit('ours', { a: 'ours' });
      repository.git('merge', '-q', '--no-commit', ...branches);
      return repository;
    }

    it.each([[['one']], [['one', 'two']]])('of %j gives what no parent has', async (branches) => {
      const repository = makeMerge(...branches);
      expect(await staged(repository.folder)).toEqual([]);
      repository.write({ moved: `${LONG}more`, new: 'new', one: 'merged' });
      repository.git('add', '.');
      const parents = branches.length + 1;
      expect(await staged(repository.folder)).toEqual([
        `100644 moved: ${Array(parents).fill(LONG).join()}>${LONG}more`,
        '100644 new: >new',
        '100644 one: theirs>merged',
      ]);
      expect((await staged(repository.folder, { all: true })).length).toBe(2 + branches.length);
    });

    it('gives all that HEAD has not where the other parent cannot be read', async () => {
      const repository = makeMerge('one');
      repository.write({ '.git/MERGE_HEAD': `${'12'.repeat(20)}\n` });
      expect(await staged(repository.folder)).toEqual([`100644 moved: ${LONG}>${LONG}`, '100644 one: >theirs']);
    });
  });

  it('gives all files of which anything is staged, if told so', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { a: 'a', b: 'b', c: 'c' });
    repository.git('mv', 'a', 'moved');
    repository.git('update-index', '--chmod=+x', 'b');
    expect(await staged(repository.folder, { all: true })).toEqual(['100755 b: >b', '100644 moved: >a']);
  });

  it.each([
    ['as it is', '', [`100644 theirs: ${LONG}>${LONG}`]],
    ['and changed', 'more', [`100644 theirs: ${LONG}>${LONG}more`]],
  ])('compares a file that both sides have moved %s', async (_, more, expected) => {
    const repository = TestRepository.create();
    repository.commit('base', { a: LONG, b: 'b' });
    repository.git('checkout', '-q', '-b', 'other');
    repository.git('mv', 'a', 'theirs');
    repository.commit('theirs', { theirs: LONG + more, b: 'changed' });
    repository.git('checkout', '-q', 'main');
    repository.git('mv', 'a', 'ours');
    repository.git('rm', '-q', 'b');
    repository.commit('ours');
    expect(() => repository.git('merge', '-q', 'other')).toThrow('Command failed');
    expect(await staged(repository.folder)).toEqual(['100644 b: >changed', ...expected]);
  });

  it.each([
    ['diff.noprefix', 'true'],
    ['diff.relative', 'true'],
    ['diff.renames', 'copies'],
    ['diff.orderFile', 'nowhere'],
    ['color.ui', 'always'],
    ['core.quotePath', 'true'],
    ['diff.ignoreSubmodules', 'all'],
    ['core.abbrev', '4'],
  ])('is not led astray by %s', async (key, value) => {
    const repository = TestRepository.create();
    repository.commit('one', { a: 'old', 'sub/b': 'x' });
    repository.git('config', key, value);
    repository.git('mv', 'a', 'c');
    repository.write({ ü: 'new' });
    repository.git('add', '.');
    expect(await staged(join(repository.folder, 'sub'))).toEqual(['100644 c: old>old', '100644 ü: >new']);
  });

  it('says where there is no repository', async () => {
    await expect(staged(makeFolder())).rejects.toThrow(UsageError);
  });
});

describe('stagedBlobs in a pre-commit hook', () => {
  let program = '';
  beforeAll(() => {
    const source = `
      import { stagedBlobs } from './src/sources/git/staged.ts';
      import { writeFileSync } from 'node:fs';
      const lines = [];
      await stagedBlobs(process.cwd(), { onContent: (change, data) => void lines.push(change.path + ': ' + data) }, { skip: (...skip) => lines.push(skip.join(' ')) }, { maxSize: 1e6 });
      writeFileSync(process.env.OUT, lines.join('\\n'));`;
    const { outputFiles } = buildSync({
      stdin: { contents: source, resolveDir: join(import.meta.dirname, '../../..'), loader: 'ts' },
      bundle: true,
      platform: 'node',
      format: 'esm',
      write: false,
      logLevel: 'error',
    });
    program = outputFiles[0]?.text ?? '';
  });

  /** Installs the hook, runs `git commit` and gives what the hook saw. */
  function commit(repository: TestRepository, folder: string, ...args: string[]): string[] {
    const out = join(repository.folder, '.git/seen');
    const script = join(repository.folder, '.git/hook.mjs');
    repository.write({
      '.git/hook.mjs': program,
      '.git/hooks/pre-commit': `#!/bin/sh\nOUT='${out}' exec '${process.execPath}' '${script}' </dev/null\n`,
    });
    chmodSync(join(repository.folder, '.git/hooks/pre-commit'), 0o755);
    repository.git('-C', folder, 'commit', '-q', '-m', 'm', ...args);
    return readFileSync(out, 'utf8').split('\n');
  }

  function prepare(): TestRepository {
    const repository = TestRepository.create();
    repository.commit('one', { a: 'a', b: 'b', 'sub/c': 'c' });
    repository.write({ a: 'staged a' });
    repository.git('add', 'a');
    repository.write({ b: 'changed b', 'sub/c': 'changed c' });
    return repository;
  }

  it.each([
    ['git commit', '.', [], ['a: staged a']],
    ['git commit -a', '.', ['-a'], ['a: staged a', 'b: changed b', 'sub/c: changed c']],
    ['git commit FILE', '.', ['b'], ['b: changed b']],
    ['git commit -a in a subfolder', 'sub', ['-a'], ['a: staged a', 'b: changed b', 'sub/c: changed c']],
    ['git commit --include FILE', '.', ['-i', 'b'], ['a: staged a', 'b: changed b']],
  ])('sees what %s commits', (_, folder, args, expected) => {
    const repository = prepare();
    expect(commit(repository, folder, ...args)).toEqual(expected);
  });

  it('sees what is committed in a linked worktree', () => {
    const repository = prepare();
    repository.git('worktree', 'add', '-q', 'linked');
    repository.write({ 'linked/new': 'from the worktree' });
    repository.git('-C', 'linked', 'add', 'new');
    expect(commit(repository, 'linked')).toEqual(['new: from the worktree']);
  });
});
