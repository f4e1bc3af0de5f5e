/**
 * Nothing of a repository may run, and nothing may be fetched. Each case plants a program that leaves a mark, and first
 * shows that plain git does run it.
 */
import { chmodSync, chownSync, existsSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { UsageError } from '../../../src/errors.ts';
import { scanObjects } from '../../../src/sources/git/objects.ts';
import { planObjects } from '../../../src/sources/git/plan.ts';
import { rangeBlobs } from '../../../src/sources/git/range.ts';
import { openRepo } from '../../../src/sources/git/repo.ts';
import { stagedBlobs } from '../../../src/sources/git/staged.ts';
import { finish } from '../../../src/sources/git/steps.ts';
import { scanTrees } from '../../../src/sources/git/treescan.ts';
import { ChangeLog } from './brought.ts';
import { makeFolder, TestRepository } from './repos.ts';
import { listLedger, toyScanner } from './toy.ts';
import { attributeAll } from './told.ts';

/** Everything that reads repositories; gives what the ledger was told. */
async function readEverything(folder: string): Promise<string[]> {
  const ledger = listLedger();
  const blobs: string[] = [];
  const sink = { onBlob: (id: string) => void blobs.push(id), onText: () => undefined };
  const repo = openRepo(folder, ledger);
  const plan = planObjects(repo, ledger);
  const { commits, tags } = finish(scanObjects(plan, toyScanner, sink, ledger));
  const { links, missing } = finish(scanTrees(plan, toyScanner, sink, ledger, { wanted: blobs, links: true }));
  for (const collected of [[links], undefined]) {
    await attributeAll(
      plan,
      { blobs },
      { commits: [commits], tags: [tags], links: collected?.filter((each) => each !== undefined) },
    );
  }
  await stagedBlobs(folder, new ChangeLog(), ledger, { maxSize: 1e6 });
  await rangeBlobs(repo, 'HEAD~1..HEAD', Object.assign(new ChangeLog(), { onCommit: () => undefined }), ledger, { maxSize: 1e6 });
  return [...ledger.entries, ...missing].sort();
}

/** Every object that may have been written. */
function objectsOf(folder: string): string[] {
  return readdirSync(join(folder, '.git/objects'), { recursive: true }).map(String).sort();
}

function makeTrap(): { repository: TestRepository; mark: string; program: string } {
  const repository = TestRepository.create();
  const mark = join(repository.folder, '.git/ran');
  const program = join(repository.folder, '.git/program');
  repository.commit('one', { a: 'tok_first\n', '.gitattributes': '* diff=evil filter=evil\n' });
  repository.commit('two', { a: 'tok_second\n', b: 'b\n' });
  repository.write({ '.git/program': `#!/bin/sh\ntouch '${mark}'\nexit 1\n`, c: 'tok_staged\n' });
  chmodSync(program, 0o755);
  repository.git('add', 'c');
  return { repository, mark, program };
}

describe('reading a repository runs no', () => {
  it.each<[string, (program: string) => [string, string][], string[]]>([
    ['file system monitor', (program) => [['core.fsmonitor', program]], ['status']],
    ['external diff', (program) => [['diff.external', program]], ['diff', '--cached']],
    ['diff driver', (program) => [['diff.evil.command', program]], ['diff', '--cached']],
    ['textconv', (program) => [['diff.evil.textconv', program]], ['diff', '--cached']],
    ['clean filter', (program) => [['filter.evil.clean', program]], ['add', '--renormalize', '.']],
    ['process filter', (program) => [['filter.evil.process', program]], ['add', '--renormalize', '.']],
    ['smudge filter', (program) => [['filter.evil.smudge', program]], ['cat-file', '--filters', 'HEAD:a']],
    ['hook', (program) => [['core.hooksPath', join(program, '../hooks')]], ['commit', '-q', '-m', 'three']],
    [
      'signature check',
      (program) => [
        ['gpg.program', program],
        ['log.showSignature', 'true'],
      ],
      ['log', '-1', 'signed'],
    ],
    ['alias', (program) => [['alias.evil', `!${program}`]], ['evil']],
    [
      'ssh',
      (program) => [
        ['core.sshCommand', program],
        ['remote.origin.url', 'ssh://host/x'],
        ['remote.origin.fetch', '+refs/*:refs/*'],
      ],
      ['fetch', 'origin'],
    ],
    ['credential helper', (program) => [['credential.helper', `!${program}`]], ['credential', 'fill']],
  ])('%s', async (name, settings, command) => {
    const { repository, mark, program } = makeTrap();
    repository.write({
      '.git/hooks/pre-commit': `#!/bin/sh\nexec '${program}'\n`,
      '.git/hooks/post-index-change': `#!/bin/sh\nexec '${program}'\n`,
    });
    for (const hook of ['pre-commit', 'post-index-change']) chmodSync(join(repository.folder, '.git/hooks', hook), 0o755);
    const signed = repository
      .git('cat-file', 'commit', 'HEAD')
      .replace('\n\n', '\ngpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n\n');
    repository.git(
      'tag',
      'signed',
      repository.feed(`${signed}\n`, 'hash-object', '-w', '-t', 'commit', '--stdin').toString().trim(),
    );
    for (const [key, value] of settings(program)) repository.git('config', key, value);
    expect(await readEverything(repository.folder)).toEqual([]);
    expect(existsSync(mark)).toBe(false);
    try {
      if (name === 'credential helper') repository.feed('protocol=https\nhost=x\n\n', ...command);
      else repository.git(...command);
    } catch {
      // The program fails on purpose.
    }
    expect(existsSync(mark)).toBe(true);
  });
});

describe('a partial clone', () => {
  /** A clone without blobs, but for those of the last commit; `url` is where the others would be fetched from. */
  function makeClone(url?: string): { origin: TestRepository; clone: TestRepository } {
    const origin = TestRepository.create();
    origin.git('config', 'uploadpack.allowFilter', 'true');
    origin.commit('one', { a: 'tok_hidden\n' });
    origin.commit('two', { a: 'tok_here\n' });
    const clone = new TestRepository(makeFolder());
    clone.git('clone', '-q', '--filter=blob:none', `file://${origin.folder}`, '.');
    if (url) clone.git('config', 'remote.origin.url', url);
    return { origin, clone };
  }

  it('is read as it is: nothing is fetched, and what is missing is told', async () => {
    const { origin, clone } = makeClone();
    const before = objectsOf(clone.folder);
    expect(openRepo(clone.folder).promisor).toBe(true);
    const told = await readEverything(clone.folder);
    // The object store tells it as missing; the range, which brings in what came after it, does without.
    expect(told).toEqual([origin.id('HEAD~:a')]);
    expect(objectsOf(clone.folder)).toEqual(before);
    clone.git('cat-file', '-p', 'HEAD~:a');
    expect(objectsOf(clone.folder)).not.toEqual(before);
  });

  it('does not start the program its remote names', async () => {
    const { clone } = makeClone();
    const mark = join(clone.folder, '.git/ran');
    clone.git('config', 'protocol.ext.allow', 'always');
    clone.git('config', 'remote.origin.url', `ext::touch ${mark}`);
    await readEverything(clone.folder);
    expect(existsSync(mark)).toBe(false);
    expect(() => clone.git('cat-file', '-p', 'HEAD~:a')).toThrow('Command failed');
    expect(existsSync(mark)).toBe(true);
  });
});

describe('openRepo', () => {
  it('is not written to, not even by the index being refreshed', async () => {
    const { repository } = makeTrap();
    repository.git('repack', '-adq');
    const index = join(repository.folder, '.git/index');
    const before = [objectsOf(repository.folder), statSync(index).mtimeMs];
    await readEverything(repository.folder);
    expect([objectsOf(repository.folder), statSync(index).mtimeMs]).toEqual(before);
  });

  it.skipIf(process.getuid?.() !== 0)('reads the history of another user without git, and finds the same', async () => {
    const { repository, mark, program } = makeTrap();
    repository.git('tag', '-a', 'v1', '-m', 'tagged');
    repository.git('stash', '-q');
    repository.commit('three', { d: 'tok_third\n' });
    repository.git('commit', '-q', '--amend', '-m', 'amended');
    repository.git('pack-refs', '--all');
    repository.git('tag', '-a', 'v2', '-m', 'tagged loosely');
    repository.git('branch', 'other');
    repository.git('checkout', '-q', '--detach');
    repository.write({ e: 'tok_index\n' });
    repository.git('add', 'e');
    const staged = repository.id(':e');
    repository.git('config', 'core.fsmonitor', program);
    const scan = async (): Promise<unknown> => {
      const ledger = listLedger();
      const blobs: string[] = [];
      const plan = planObjects(openRepo(repository.folder, ledger), ledger);
      const sink = { onBlob: (id: string) => void blobs.push(id), onText: () => undefined };
      const { commits, tags } = finish(scanObjects(plan, toyScanner, sink, ledger));
      const { links } = finish(scanTrees(plan, toyScanner, sink, ledger, { wanted: blobs.sort(), links: true }));
      return [
        await attributeAll(plan, { blobs }, { commits: [commits], tags: [tags], links: links && [links] }),
        ledger.entries,
        plan.repo.git,
      ];
    };
    const [before, , git] = (await scan()) as [Map<string, { refs: string[]; reach: string }>, string[], boolean];
    expect(git).toBe(true);
    expect(before.get(staged)!.reach).toBe('index');
    expect([...before.values()].flatMap(({ refs }) => refs)).toContain('refs/tags/v2');
    for (const path of ['.', '.git']) chownSync(join(repository.folder, path), 12345, 12345);
    expect(await scan()).toEqual([before, [], false]);
    expect(existsSync(mark)).toBe(false);
    const ledger = listLedger();
    await expect(stagedBlobs(repository.folder, new ChangeLog(), ledger, { maxSize: 1e6 })).rejects.toThrow(
      'belongs to another user',
    );
    const range = rangeBlobs(openRepo(repository.folder), 'HEAD', new ChangeLog(), ledger, { maxSize: 1e6 });
    await expect(range).rejects.toThrow('belongs to another user');
  });

  it.each<[string, (repository: TestRepository) => string]>([
    ['a plain folder', () => makeFolder()],
    ['a folder that does not exist', ({ folder }) => join(folder, 'nowhere')],
    ['a broken repository', ({ folder }) => (rmSync(join(folder, '.git/HEAD')), folder)],
  ])('refuses %s', (_, prepare) => {
    const { repository } = makeTrap();
    expect(() => openRepo(prepare(repository))).toThrow(UsageError);
  });

  it('finds the parts of bare repositories and linked worktrees', () => {
    const { repository } = makeTrap();
    repository.git('worktree', 'add', '-q', 'linked');
    const bare = new TestRepository(makeFolder());
    bare.git('clone', '-q', '--bare', repository.folder, '.');
    const main = openRepo(join(repository.folder, '.git'));
    const linked = openRepo(join(repository.folder, 'linked'));
    expect(linked).toMatchObject({
      root: join(repository.folder, 'linked'),
      commonDir: main.commonDir,
      objectDirs: main.objectDirs,
    });
    expect(openRepo(bare.folder)).toMatchObject({
      root: bare.folder,
      bare: true,
      shallow: false,
      promisor: false,
      format: 'sha1',
      idBytes: 20,
    });
  });
});
