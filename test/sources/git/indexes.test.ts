/** Which indexes are read of a repository, and what is told of them. */
import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { ObjectIds } from '../../../src/sources/git/ids.ts';
import { type IndexFinds, readIndexes } from '../../../src/sources/git/indexes.ts';
import { planObjects } from '../../../src/sources/git/plan.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { makeFolder, TestRepository } from './repos.ts';
import { listLedger } from './toy.ts';

function read(folder: string, blobs: string[] = []): IndexFinds & { told: string[] } {
  const ledger = listLedger();
  const plan = planObjects(openRepo(folder), ledger);
  return { ...finish(readIndexes(plan.repo, new ObjectIds(plan), { blobs }, ledger)), told: ledger.entries };
}

/** A repository whose index holds `own`, and an index `other` in it that holds `named`. */
function makeOther(): { repository: TestRepository; own: string; named: string } {
  const repository = TestRepository.create();
  repository.write({ named: 'named\n', own: 'own\n' });
  repository.git('add', 'named');
  const named = repository.id(':named');
  repository.git('mv', 'named', 'moved');
  repository.git('update-index', '--split-index');
  repository.git('read-tree', '--index-output=.git/other', repository.git('write-tree'));
  repository.git('rm', '-q', '--cached', 'moved');
  repository.git('add', 'own');
  return { repository, own: repository.id(':own'), named };
}

describe('the index that is read', () => {
  it.each<[string, (folder: string) => Record<string, string>, string]>([
    ['is that of the work tree', () => ({}), 'own'],
    ['is that of the environment', () => ({ GIT_INDEX_FILE: '.git/other' }), 'moved'],
    ['is that of the environment, absolute', (folder) => ({ GIT_INDEX_FILE: join(folder, '.git/other') }), 'moved'],
    [
      'is that of the environment, beside the folder of a repository',
      (folder) => ({ GIT_INDEX_FILE: '.git/other', GIT_DIR: join(folder, '.git'), GIT_WORK_TREE: folder }),
      'moved',
    ],
  ])('%s', (_, environment, path) => {
    const { repository, own, named } = makeOther();
    const before = process.cwd();
    onTestFinished(() => {
      vi.unstubAllEnvs();
      process.chdir(before);
    });
    for (const [name, value] of Object.entries(environment(repository.folder))) vi.stubEnv(name, value);
    if (environment(repository.folder)['GIT_DIR']) process.chdir(repository.folder);
    const { paths, told } = read(repository.folder, [own, named]);
    expect([...paths.values()]).toEqual([[path]]);
    expect(told).toEqual([]);
  });

  it('is that of each other work tree too, split or not', () => {
    const { repository, own } = makeOther();
    const linked = new TestRepository(join(makeFolder(), 'linked'));
    repository.git('commit', '-q', '-m', 'one');
    repository.git('worktree', 'add', '-q', linked.folder);
    linked.git('mv', 'own', 'there');
    linked.git('update-index', '--split-index');
    for (const folder of [repository.folder, linked.folder]) {
      const { paths, told } = read(folder, [own]);
      expect(paths.get(own)!.toSorted()).toEqual(['own', 'there']);
      expect(told).toEqual([]);
    }
  });

  it('may be none', () => {
    const repository = TestRepository.create();
    expect(read(repository.folder)).toEqual({ missing: [], paths: new Map(), folders: [], told: [] });
  });
});

describe('what cannot be read', () => {
  it('is told for each index by its path', () => {
    const { repository } = makeOther();
    const folder = join(repository.folder, '.git');
    rmSync(join(folder, 'index'));
    mkdirSync(join(folder, 'index'));
    repository.write({ '.git/worktrees/x/index': 'DIRC' });
    const { told } = read(repository.folder);
    expect(told).toEqual([`unreadable ${folder}/index gap`, `unreadable ${folder}/worktrees/x/index gap`]);
  });

  it('is the shared index of a split one', () => {
    const { repository } = makeOther();
    repository.git('update-index', '--split-index');
    rmSync(join(repository.folder, repository.git('rev-parse', '--shared-index-path')));
    expect(read(repository.folder).told).toEqual([`unreadable ${repository.folder}/.git/index gap`]);
  });
});
