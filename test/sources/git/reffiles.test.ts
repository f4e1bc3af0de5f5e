import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { headCommit } from '../../../src/sources/git/reffiles.ts';
import { readRefs } from '../../../src/sources/git/refs.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { makeFolder, TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

function history(...options: string[]): TestRepository {
  const repository = TestRepository.create(...options);
  repository.commit('one', { 'dir/a': 'x' });
  repository.commit('two');
  return repository;
}

describe('headCommit', () => {
  it.each<[string, (repository: TestRepository) => unknown]>([
    ['a loose branch', () => undefined],
    ['a packed branch', (repository) => repository.git('pack-refs', '--all')],
    [
      'a branch that was packed before it moved',
      (repository) => [repository.git('pack-refs', '--all'), repository.commit('three')],
    ],
    ['a detached HEAD', (repository) => repository.git('checkout', '-q', '--detach', 'HEAD~')],
    [
      'a branch that stands for another',
      (repository) => {
        repository.git('symbolic-ref', 'refs/heads/other', 'refs/heads/main');
        repository.git('symbolic-ref', 'HEAD', 'refs/heads/other');
      },
    ],
    [
      'a branch of which only longer names are packed',
      (repository) => [repository.git('branch', 'xmain'), repository.git('pack-refs', '--all'), repository.commit('three')],
    ],
  ])('of %s is what git says', (_, change) => {
    const repository = history();
    change(repository);
    expect(headCommit(repository.folder)).toBe(repository.id('HEAD'));
    expect(headCommit(join(repository.folder, 'dir'))).toBe(repository.id('HEAD'));
  });

  it('of a SHA-256 repository, a bare one and a linked work tree is what git says', () => {
    const repository = history('--object-format=sha256');
    expect(headCommit(repository.folder)).toBe(repository.id('HEAD'));
    const bare = new TestRepository(makeFolder());
    bare.git('clone', '-q', '--bare', repository.folder, '.');
    expect(headCommit(bare.folder)).toBe(repository.id('HEAD'));
    const linked = makeFolder();
    repository.git('worktree', 'add', '-q', '-b', 'linked', join(linked, 'tree'), 'HEAD~');
    expect(headCommit(join(linked, 'tree', 'dir'))).toBe(repository.id('HEAD~'));
  });

  it('is unknown outside of a repository, before the first commit, and where a name leads out of the repository', () => {
    expect(headCommit(makeFolder())).toBeUndefined();
    const repository = TestRepository.create();
    expect(headCommit(repository.folder)).toBeUndefined();
    repository.write({ '.git/HEAD': 'ref: refs/heads/../../../outside\n', outside: 'a'.repeat(40) });
    expect(headCommit(repository.folder)).toBeUndefined();
    repository.write({ '.git/HEAD': 'ref: refs/heads/main\n', '.git/refs/heads/main': 'ref: refs/heads/main\n' });
    expect(headCommit(repository.folder)).toBeUndefined();
  });
});

describe('readRefs', () => {
  it('tells HEADs and reflogs of all work trees, and logs with commits that are gone', async () => {
    const repository = history();
    mkdirSync(join(repository.folder, 'trees'));
    repository.git('worktree', 'add', '-q', '--detach', 'trees/linked', 'HEAD~');
    const old = repository.id('HEAD');
    repository.git('commit', '-q', '--amend', '--allow-empty', '-m', 'amended');
    const gone = 'f'.repeat(40);
    repository.write({ '.git/logs/refs/heads/gone': `${gone} ${gone} A <a> 1 +0000\tx\n${gone} ${old} A <a> 1 +0000\tx\n` });
    const { refs, logged, head } = await readRefs(openRepo(repository.folder), listLedger());
    expect(head).toBe(repository.id('HEAD'));
    expect(refs).toEqual([
      { name: 'refs/heads/main', id: head },
      { name: 'worktrees/linked/HEAD', id: repository.id('HEAD~') },
    ]);
    expect(logged.map(({ id }) => id)).toEqual(expect.arrayContaining([old, gone]));
  });
});
