/** What a scan of a whole history tells, from real repositories to findings. */
import { execFileSync } from 'node:child_process';
import {
  chmodSync,
  copyFileSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  truncateSync,
  writeFileSync,
} from 'node:fs';
import { dirname, join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { scan, type ScanOptions } from '../../src/scan.ts';
import type { Report } from '../../src/model.ts';
import { githubPat } from '../helpers/tokens.ts';
import { makeFolder, TestRepository } from '../sources/git/repos.ts';

const TOKEN = githubPat('history');
const OTHER = githubPat('other');

const scanHistory = (folder: string, options: ScanOptions = {}): Promise<Report> =>
  scan({ cwd: folder, history: true, ...options });

/** What is told of the first finding. */
function told({ findings }: Report): object | undefined {
  const [finding] = findings;
  return (
    finding && {
      paths: finding.locations.map(({ path, startLine }) => `${path}:${startLine}`),
      reach: finding.history?.reach,
      refs: finding.history?.refs,
    }
  );
}

const gapsOf = ({ coverage }: Report): string[] =>
  coverage.skipped.filter(({ gap }) => gap).flatMap(({ reason, examples }) => examples.map((example) => `${reason} ${example}`));

/** The loose file of an object. */
function fileOf(repository: TestRepository, name: string): string {
  const id = repository.id(name);
  return join(repository.folder, '.git/objects', id.slice(0, 2), id.slice(2));
}

describe('what is named and not there is a gap', () => {
  it.each<[string, (repository: TestRepository) => string]>([
    [
      'the commit of a branch',
      (repository) => {
        const id = repository.commit('one', { a: 'nothing\n' });
        rmSync(fileOf(repository, 'HEAD'));
        return id;
      },
    ],
    [
      'a staged file',
      (repository) => {
        repository.commit('one', { a: 'nothing\n' });
        repository.write({ b: TOKEN });
        repository.git('add', 'b');
        const id = repository.id(':b');
        rmSync(fileOf(repository, ':b'));
        return id;
      },
    ],
    [
      'what a tag names',
      (repository) => {
        repository.commit('one', { a: 'nothing\n' });
        repository.git('checkout', '-q', '-b', 'side');
        const id = repository.commit('two');
        repository.git('tag', '-a', '-m', 'a tag', 'v1');
        repository.git('checkout', '-q', 'main');
        repository.git('branch', '-D', 'side');
        rmSync(fileOf(repository, id));
        return id;
      },
    ],
    [
      'all of a branch beside a whole one',
      (repository) => {
        repository.commit('one', { a: 'nothing\n' });
        const id = '1'.repeat(40);
        repository.write({ '.git/refs/heads/old': `${id}\n` });
        return id;
      },
    ],
  ])('%s', async (_, damage) => {
    const repository = TestRepository.create();
    const id = damage(repository);
    expect(gapsOf(await scanHistory(repository.folder))).toEqual([`missing-object ${id}`]);
  });

  it('a pack without an index, whatever its name is', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { a: TOKEN });
    repository.git('repack', '-adq');
    const folder = join(repository.folder, '.git/objects/pack');
    for (const name of readdirSync(folder)) {
      if (name.endsWith('.pack')) renameSync(join(folder, name), join(folder, 'other.pack'));
      else rmSync(join(folder, name));
    }
    expect(gapsOf(await scanHistory(repository.folder))).toContain(`unreadable ${join(folder, 'other.pack')}`);
  });

  it('an index that is damaged, once: what could be read of it is told', async () => {
    const repository = TestRepository.create();
    repository.commit('one');
    repository.write({ a: TOKEN });
    repository.git('add', 'a');
    const index = join(repository.folder, '.git/index');
    truncateSync(index, readFileSync(index).length - 1);
    const report = await scanHistory(repository.folder);
    expect(gapsOf(report)).toEqual([`unreadable ${index}`]);
    expect(told(report)).toMatchObject({ paths: ['a:1'] });
  });

  it('not the empty file of an announced one, and not the commit of a submodule', async () => {
    const repository = TestRepository.create();
    const id = repository.commit('one', { a: 'nothing\n' });
    repository.write({ b: 'later\n' });
    repository.git('add', '-N', 'b');
    repository.git('update-index', '--add', '--cacheinfo', `160000,${id.replaceAll(/\d/g, 'a')},sub`);
    expect(gapsOf(await scanHistory(repository.folder))).toEqual([]);
  });

  it('an empty repository is no all-clear', async () => {
    const report = await scanHistory(TestRepository.create().folder);
    expect(report.coverage.complete).toBe(false);
  });
});

describe('what is there and damaged is unreadable, not missing', () => {
  const OBJECTS = { 'a file': 'HEAD:d/f', 'an older file': 'HEAD~:d/f', 'a folder': 'HEAD:d', 'a tree': 'HEAD^{tree}' };
  const CASES = Object.entries({ ...OBJECTS, 'a commit': 'HEAD', 'an older commit': 'HEAD~', 'a tag': 'v1' });

  /** @param size bytes that are left, or from the end of what goes */
  function makeCut(name: string, size: number): { repository: TestRepository; id: string } {
    const repository = TestRepository.create();
    const text = Array.from({ length: 300 }, (_, i) => `${i * i}\n`).join('');
    repository.commit('one', { 'd/f': text });
    repository.commit('two', { 'd/f': `${text}more\n` });
    repository.git('tag', '-a', '-m', 'a tag', 'v1');
    const file = fileOf(repository, name);
    const id = repository.id(name);
    chmodSync(file, 0o600);
    truncateSync(file, size < 0 ? readFileSync(file).length + size : size);
    return { repository, id };
  }

  it.each(CASES.flatMap(([name, object]) => [0, 5, -6].map((size) => [name, size, object] as const)))(
    '%s, cut off at %i',
    async (_, size, object) => {
      const { repository, id } = makeCut(object, size);
      expect((await scanHistory(repository.folder)).coverage.skipped).toEqual([
        { reason: 'unreadable', count: 1, examples: [id], gap: true },
      ]);
    },
  );

  it.each([0, 5, -6])('in a range: a file cut off at %i', async (size) => {
    const { repository, id } = makeCut('HEAD:d/f', size);
    expect(gapsOf(await scan({ cwd: repository.folder, range: 'HEAD~..HEAD' }))).toEqual([`unreadable ${id}`]);
  });

  it.each([0, 5, -6])('in the index: a file cut off at %i', async (size) => {
    const { repository } = makeCut('HEAD~:d/f', size);
    const id = repository.id('HEAD~:d/f');
    repository.git('update-index', '--add', '--cacheinfo', `100644,${id},other`);
    expect(gapsOf(await scan({ cwd: repository.folder, staged: true }))).toEqual([`unreadable ${id}`]);
  });

  it.each(['HEAD', 'HEAD~'])('an end of a range: %s', async (name) => {
    const { repository, id } = makeCut(name, 0);
    await expect(scan({ cwd: repository.folder, range: 'HEAD~..HEAD' })).rejects.toThrow(`the object ${id} is damaged`);
  });

  it('the tag of a push', async () => {
    const { repository, id } = makeCut('v1', 5);
    const report = await scan({ cwd: repository.folder, pushed: { tips: [id], known: [] } });
    expect(gapsOf(report)).toEqual([`unreadable ${id}`]);
  });
});

// Whoever may read everything is shown everything.
describe.skipIf(process.getuid?.() === 0)('what may not be read is a gap', () => {
  it.each(['.git/objects/pack', '.git/objects/info/alternates', '.git/packed-refs'])('%s', async (path) => {
    const repository = TestRepository.create();
    repository.commit('one', { a: 'nothing\n' });
    repository.git('pack-refs', '--all');
    repository.write({ '.git/objects/info/alternates': '# none\n' });
    chmodSync(join(repository.folder, path), 0);
    try {
      expect(gapsOf(await scanHistory(repository.folder)).join()).toContain(join(repository.folder, path));
    } finally {
      chmodSync(join(repository.folder, path), 0o700);
    }
  });
});

describe('where a secret stands', () => {
  it('is told of each path with the commit that brought it there', async () => {
    const repository = TestRepository.create();
    const one = repository.commit('one', { 'a.env': TOKEN });
    repository.git('mv', 'a.env', 'b.env');
    const two = repository.commit('two');
    const [finding] = (await scanHistory(repository.folder)).findings;
    expect(finding!.locations.map(({ path, commit }) => [path, commit])).toEqual([
      ['a.env', one],
      ['b.env', two],
    ]);
  });

  it('is told of the newest version at each path', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { p: `${TOKEN}\n` });
    repository.commit('two', { p: `x\ny\n${TOKEN}\n` });
    repository.commit('three', { q: `${TOKEN}\n` });
    expect(told(await scanHistory(repository.folder))).toMatchObject({ paths: ['p:3', 'q:1'] });
  });

  it('is told where an older version shows it as one, though the newest does not', async () => {
    const repository = TestRepository.create();
    const value = ['hunter', '42x'].join('');
    const one = repository.commit('one', { 'c.py': `password = "${value}"\n` });
    repository.commit('two', { 'c.py': `# see below\npassword_hint = "${value}"\n` });
    const report = await scanHistory(repository.folder);
    expect(report.findings.map(({ locations }) => locations.map(({ startLine, commit }) => [startLine, commit]))).toEqual([
      [[1, one]],
    ]);
    expect(report.findings[0]!.history!.inHead).toBe(true);
  });

  it('is told beyond the first fifty paths: others may be excluded', async () => {
    const repository = TestRepository.create();
    const many = Array.from({ length: 60 }, (_, i) => [`a/${i}`, TOKEN]);
    repository.commit('one', { ...Object.fromEntries(many), 'z/prod.env': TOKEN });
    const report = await scanHistory(repository.folder, { exclude: ['a/**'] });
    expect(told(report)).toMatchObject({ paths: ['z/prod.env:1'] });
  });

  it('is told of names with the folders they stand in, and these can be excluded', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { [`vendor/x/${TOKEN}.txt`]: 'nothing\n' });
    const report = await scanHistory(repository.folder, { showSecrets: true });
    expect(report.findings.map(({ locations }) => locations[0]!.path)).toEqual([`vendor/x/${TOKEN}.txt`]);
    expect((await scanHistory(repository.folder, { exclude: ['vendor/**'] })).findings).toEqual([]);
  });

  it('has an end where trees hold one another over and over', { timeout: 60_000 }, async () => {
    const repository = TestRepository.create();
    const blob = repository.feed(TOKEN, 'hash-object', '-w', '--stdin').toString().trim();
    let entry = `100644 blob ${blob}\t`;
    for (let level = 0; level < 9; level++) {
      const lines = Array.from({ length: 10 }, (_, i) => `${entry}${i}\n`).join('');
      entry = `040000 tree ${repository.feed(lines, 'mktree').toString().trim()}\t`;
    }
    const tree = entry.slice(12, -1);
    repository.git('update-ref', 'refs/heads/main', repository.git('commit-tree', '-m', 'many', tree));
    const report = await scanHistory(repository.folder);
    expect(report.findings).toHaveLength(1);
    expect(gapsOf(report)).toContain('too-large paths of what was found');
  });
});

describe('from where a secret can be reached', () => {
  it.each<[string, (repository: TestRepository) => string | undefined, object]>([
    [
      'a tag that only another tag names',
      (repository) => {
        repository.commit('one');
        repository.git('tag', '-a', '-m', TOKEN, 'inner');
        repository.git('tag', '-a', '-m', 'outer', 'outer', 'inner');
        repository.git('tag', '-d', 'inner');
        return undefined;
      },
      { reach: 'refs', refs: ['refs/tags/outer'] },
    ],
    [
      'a commit at the end of many tags',
      (repository) => {
        repository.commit('one');
        repository.git('checkout', '-q', '-b', 'side');
        repository.commit('two', { s: TOKEN });
        for (let i = 0; i < 8; i++) repository.git('tag', '-a', '-m', 'x', `t${i}`, i === 0 ? 'HEAD' : `t${i - 1}`);
        repository.git('checkout', '-q', 'main');
        repository.git('branch', '-D', 'side');
        for (let i = 0; i < 7; i++) repository.git('tag', '-d', `t${i}`);
        return undefined;
      },
      { paths: ['s:1'], reach: 'refs', refs: ['refs/tags/t7'] },
    ],
    [
      'a file that only a tag names',
      (repository) => {
        repository.commit('one');
        repository.git('tag', 'key', repository.feed(TOKEN, 'hash-object', '-w', '--stdin').toString().trim());
        return undefined;
      },
      { paths: ['refs/tags/key:1'] },
    ],
    [
      'a folder that only a tag names',
      (repository) => {
        repository.commit('one');
        repository.write({ 'd/f': TOKEN });
        repository.git('add', '-A');
        repository.git('tag', '-a', '-m', 'a tree', 'tree', repository.git('write-tree'));
        repository.git('rm', '-rq', '--cached', 'd');
        return undefined;
      },
      { paths: ['d/f:1'] },
    ],
    [
      'the HEAD of the main work tree, from another one',
      (repository) => {
        repository.commit('one');
        const folder = join(makeFolder(), 'linked');
        repository.git('worktree', 'add', '-q', folder);
        repository.git('checkout', '-q', '--detach');
        repository.commit('two', { s: TOKEN });
        rmSync(join(repository.folder, '.git/logs'), { recursive: true });
        return folder;
      },
      { reach: 'refs', refs: ['main-worktree/HEAD'] },
    ],
    [
      'a ref that only another work tree has',
      (repository) => {
        repository.commit('one');
        const linked = new TestRepository(join(makeFolder(), 'linked'));
        repository.git('worktree', 'add', '-q', linked.folder);
        linked.git('checkout', '-q', '--detach');
        linked.git('update-ref', 'refs/worktree/kept', linked.commit('two', { s: TOKEN }));
        linked.git('checkout', '-q', 'main~0', '--detach');
        return undefined;
      },
      { reach: 'refs', refs: ['worktrees/linked/refs/worktree/kept'] },
    ],
    [
      'the index of another work tree',
      (repository) => {
        repository.commit('one');
        const linked = new TestRepository(join(makeFolder(), 'linked'));
        repository.git('worktree', 'add', '-q', linked.folder);
        linked.write({ staged: TOKEN });
        linked.git('add', '-A');
        return undefined;
      },
      { paths: ['staged:1'] },
    ],
    [
      'a folder of a sparse index',
      (repository) => {
        repository.commit('one', { 'in/a': 'a\n', 'out/x': 'b\n' });
        repository.commit('two', { 'out/y/s': TOKEN });
        repository.git('sparse-checkout', 'set', '--cone', '--sparse-index', 'in');
        repository.git('reset', '-q', '--soft', 'HEAD~');
        repository.git('reflog', 'expire', '--expire=now', '--all');
        rmSync(fileOf(repository, 'ORIG_HEAD'));
        return undefined;
      },
      { paths: ['out/y/s:1'] },
    ],
    [
      'an older stash',
      (repository) => {
        repository.commit('one', { a: 'nothing\n' });
        for (const text of [TOKEN, 'something else']) {
          repository.write({ a: text });
          repository.git('stash', '-q');
        }
        return undefined;
      },
      { paths: ['a:1'], reach: 'stash', refs: [] },
    ],
    [
      'a reflog',
      (repository) => {
        repository.commit('one', { a: 'nothing\n' });
        repository.commit('two', { a: TOKEN });
        repository.git('reset', '-q', '--hard', 'HEAD~');
        return undefined;
      },
      { paths: ['a:1'], reach: 'reflog', refs: [] },
    ],
    [
      'branches, remote branches and tags, however many branches there are',
      (repository) => {
        const id = repository.commit('one', { a: TOKEN });
        const names = Array.from({ length: 60 }, (_, i) => `refs/heads/b${100 + i}`);
        const refs = [...names, 'refs/remotes/origin/main', 'refs/tags/v1'].map((name) => `create ${name} ${id}\n`);
        repository.feed(refs.join(''), 'update-ref', '--stdin');
        return undefined;
      },
      { refs: expect.arrayContaining(['refs/heads/b100', 'refs/remotes/origin/main', 'refs/tags/v1']) as object },
    ],
  ])('%s', async (_, make, expected) => {
    const repository = TestRepository.create();
    const folder = make(repository) ?? repository.folder;
    expect(told(await scanHistory(folder))).toMatchObject(expected);
  });

  it('since when only a reflog holds it is told', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { a: 'nothing\n' });
    repository.commit('two', { a: TOKEN });
    repository.git('reset', '-q', '--hard', 'HEAD~');
    const [time] = /\d{10}/.exec(repository.git('reflog', '-1', '--format=%gd', '--date=unix')) ?? [];
    const [finding] = (await scanHistory(repository.folder)).findings;
    expect(Date.parse(finding!.history!.since!) / 1000).toBe(Number(time));
    expect(finding!.reasons.map(({ code }) => code)).toContain('local-only');
  });

  it('where a shallow clone ends, it may be older', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { a: TOKEN });
    repository.commit('two', { b: 'nothing\n' });
    const clone = join(makeFolder(), 'clone');
    repository.git('clone', '-q', '--depth', '1', `file://${repository.folder}`, clone);
    const [finding] = (await scanHistory(clone)).findings;
    expect(finding!.history!.first.boundary).toBe(true);
  });
});

describe('what people write into commits, tags and refs', () => {
  it.each<[string, (repository: TestRepository) => void, string]>([
    [
      'the name of a tag that was deleted',
      (repository) => {
        repository.commit('one');
        repository.git('tag', '-a', '-m', 'x', `v-${TOKEN}`);
        repository.git('tag', '-d', `v-${TOKEN}`);
      },
      'tag-message',
    ],
    [
      'a header of their own',
      (repository) => {
        repository.commit('one');
        const head = repository.git('cat-file', 'commit', 'HEAD').split('\n\n')[0]!;
        const commit = `${head}\nx-note ${TOKEN}\ngpgsig -----BEGIN SSH SIGNATURE-----\n AAAA\n -----END SSH SIGNATURE-----\n\nmessage\n`;
        repository.git(
          'update-ref',
          'refs/heads/main',
          repository.feed(commit, 'hash-object', '-t', 'commit', '-w', '--stdin').toString().trim(),
        );
      },
      'commit-message',
    ],
    [
      'the message of a tag that was merged',
      (repository) => {
        repository.commit('one');
        const tree = repository.id('HEAD^{tree}');
        const tag = `object ${repository.id('HEAD')}\ntype commit\ntag v1\ntagger A <a> 1 +0000\n\nrelease ${TOKEN}\n`;
        const merged = tag.trimEnd().split('\n').join('\n ');
        const commit = `tree ${tree}\nparent ${repository.id('HEAD')}\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\nmergetag ${merged}\n\nmerge\n`;
        repository.git(
          'update-ref',
          'refs/heads/main',
          repository.feed(commit, 'hash-object', '-t', 'commit', '-w', '--stdin').toString().trim(),
        );
      },
      'commit-message',
    ],
  ])('%s', async (_, write, where) => {
    const repository = TestRepository.create();
    write(repository);
    const { findings } = await scanHistory(repository.folder);
    expect(findings.map(({ history }) => history?.where)).toEqual([where]);
  });

  it.each<[string, (repository: TestRepository) => void]>([
    [
      'beside a branch that is broken',
      (repository) => {
        repository.git('branch', `x-${TOKEN}`);
        repository.write({ '.git/refs/heads/old': `${'1'.repeat(40)}\n`, '.git/refs/heads/bad': 'nonsense\n' });
      },
    ],
    ['of a symbolic ref to nothing', (repository) => repository.git('symbolic-ref', `refs/heads/${TOKEN}`, 'refs/heads/none')],
    ['of a branch without a commit', (repository) => repository.git('checkout', '-q', '--orphan', TOKEN)],
  ])('names of refs: %s', async (_, write) => {
    const repository = TestRepository.create();
    repository.commit('one');
    write(repository);
    expect((await scanHistory(repository.folder)).findings).toHaveLength(1);
  });
});

describe('what a hostile repository does', () => {
  /** Writes a tree whose id tells nothing of it. */
  function writeTree(repository: TestRepository, id: string, entries: readonly [mode: string, name: string, id: string][]): void {
    const data = Buffer.concat(
      entries.map(([mode, name, target]) => Buffer.concat([Buffer.from(`${mode} ${name}\0`), Buffer.from(target, 'hex')])),
    );
    const object = deflateSync(Buffer.concat([Buffer.from(`tree ${data.length}\0`), data]));
    repository.write({ [`.git/objects/${id.slice(0, 2)}/${id.slice(2)}`]: object });
  }

  const pipe = (path: string): void => {
    rmSync(path, { force: true });
    mkdirSync(dirname(path), { recursive: true });
    execFileSync('mkfifo', [path]);
  };

  it('a pipe in place of a file is not waited for', { timeout: 30_000 }, async () => {
    const repository = TestRepository.create();
    repository.commit('one', { a: TOKEN });
    repository.git('repack', '-adq');
    const folder = join(repository.folder, '.git');
    const pack = readdirSync(join(folder, 'objects/pack')).find((name) => name.endsWith('.pack'))!;
    const other = `objects/pack/pack-${'0'.repeat(40)}`;
    for (const path of [`objects/pack/${pack.replace('.pack', '.rev')}`, `${other}.pack`, `${other}.idx`, 'objects/77/pipe'])
      pipe(join(folder, path.replace('pipe', '0'.repeat(38))));
    for (const path of ['index', 'worktrees/x/HEAD', 'worktrees/x/index']) pipe(join(folder, path));
    const report = await scanHistory(repository.folder);
    expect(report.findings).toHaveLength(1);
    const gaps = ['index', `${other}.pack`, 'worktrees/x/HEAD', 'worktrees/x/index'].map(
      (path) => `unreadable ${join(folder, path)}`,
    );
    expect(gapsOf(report)).toEqual([...gaps, `unreadable 77${'0'.repeat(38)}`]);
  });

  it('a tree that holds itself, or thousands one in the other, are told as far as they go', { timeout: 60_000 }, async () => {
    const repository = TestRepository.create();
    const blob = repository.feed(TOKEN, 'hash-object', '-w', '--stdin').toString().trim();
    const self = '1'.repeat(40);
    writeTree(repository, self, [
      ['40000', 'a', self],
      ['100644', 'f', blob],
    ]);
    const tree = (i: number): string => i.toString(16).padStart(40, '2');
    for (let i = 0; i < 5000; i++)
      writeTree(repository, tree(i), [i === 0 ? ['100644', 'f', blob] : ['40000', 'd', tree(i - 1)]]);
    for (const [name, root] of Object.entries({ self, deep: tree(4999) })) {
      const commit = `tree ${root}\nauthor A <a> 1 +0000\ncommitter A <a> 1 +0000\n\n${name}\n`;
      const id = repository.feed(commit, 'hash-object', '-t', 'commit', '-w', '--stdin').toString().trim();
      repository.git('update-ref', `refs/heads/${name}`, id);
    }
    const report = await scanHistory(repository.folder);
    expect(report.findings).toHaveLength(1);
    expect(gapsOf(report)).toContain('too-large paths of what was found');
  });

  it('a pack with objects that its index does not name is told', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { a: 'nothing\n' });
    repository.git('repack', '-adq');
    const folder = join(repository.folder, '.git/objects/pack');
    const pack = join(folder, readdirSync(folder).find((name) => name.endsWith('.pack'))!);
    const data = readFileSync(pack);
    data.writeUInt32BE(data.readUInt32BE(8) + 1, 8);
    chmodSync(pack, 0o600);
    writeFileSync(pack, data);
    expect(gapsOf(await scanHistory(repository.folder))).toEqual([`unreadable ${pack} (objects that its index does not name)`]);
  });

  it('files with holes take no memory', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { a: TOKEN });
    repository.git('repack', '-adq');
    const folder = join(repository.folder, '.git/objects/pack');
    const stem = join(folder, readdirSync(folder).find((name) => name.endsWith('.pack'))!).replace(/\.pack$/, '');
    const large = ['1', '2'].map((digit) => join(folder, `pack-${digit.repeat(40)}`));
    for (const other of large) for (const kind of ['.pack', '.idx']) copyFileSync(stem + kind, other + kind);
    for (const [file, size] of [
      [`${large[0]}.idx`, 2 ** 31],
      [`${large[1]}.pack`, 2 ** 43],
    ] as const) {
      chmodSync(file, 0o600);
      truncateSync(file, size);
    }
    const report = await scanHistory(repository.folder, { jobs: 1 });
    expect(report.findings).toHaveLength(1);
    expect(gapsOf(report)).toEqual(large.map((path) => `unreadable ${path}.pack`));
  });
});

it('of a secret that stands thousands of times in a file the first thousand places are told', async () => {
  const repository = TestRepository.create();
  repository.commit('one', { a: `${TOKEN}\n`.repeat(1500) + OTHER });
  const report = await scanHistory(repository.folder);
  expect(report.findings.map(({ locations }) => locations.length).sort((a, b) => a - b)).toEqual([1, 1000]);
  expect(gapsOf(report)).toEqual([`too-large ${repository.id('HEAD:a')} (500 more places of the same)`]);
});

it('larger files than wanted are a gap', async () => {
  const repository = TestRepository.create();
  repository.commit('one', { a: TOKEN, b: `${OTHER}${' '.repeat(2000)}` });
  const report = await scanHistory(repository.folder, { maxFileSize: 1000 });
  expect(report.findings).toHaveLength(1);
  expect(gapsOf(report)).toEqual([`too-large ${repository.id('HEAD:b')}`]);
});

describe('the repository that is meant', () => {
  it('is asked where its work tree is elsewhere, not the one around that', async () => {
    const outer = TestRepository.create();
    outer.commit('outer');
    outer.git('branch', `x-${OTHER}`);
    mkdirSync(join(outer.folder, 'work'));
    outer.git('init', '-q', '--bare', '-b', 'main', 'dot');
    const dot = new TestRepository(join(outer.folder, 'dot'));
    dot.git('config', 'core.bare', 'false');
    dot.git('config', 'core.worktree', join(outer.folder, 'work'));
    writeFileSync(join(outer.folder, 'work/a'), TOKEN);
    dot.git('--git-dir=.', 'add', '-A');
    dot.git('--git-dir=.', 'commit', '-q', '-m', 'inner');
    const report = await scanHistory(dot.folder);
    expect(report.findings).toHaveLength(1);
    expect(told(report)).toMatchObject({ paths: ['a:1'], reach: 'head', refs: ['refs/heads/main'] });
  });

  it('has alternates with quoted names, and such that begin behind a link', async () => {
    const far = TestRepository.create();
    far.commit('one', { s: TOKEN });
    const quoted = TestRepository.create();
    quoted.commit('one');
    quoted.write({ '.git/objects/info/alternates': `"${far.folder}/.git/\\157bjects"\n` });
    expect((await scanHistory(quoted.folder)).findings).toHaveLength(1);
    const linked = TestRepository.create();
    linked.commit('one');
    const place = join(makeFolder(), 'd/e');
    mkdirSync(place, { recursive: true });
    renameSync(join(linked.folder, '.git/objects'), join(place, 'objects'));
    symlinkSync(join(place, 'objects'), join(linked.folder, '.git/objects'));
    const name = far.folder.slice(far.folder.lastIndexOf('/') + 1);
    writeFileSync(join(place, 'objects/info/alternates'), `../../../../${name}/.git/objects\n`);
    const report = await scanHistory(linked.folder);
    expect(gapsOf(report)).toEqual([]);
    expect(report.findings).toHaveLength(1);
  });

  it('may stand in a folder whose name has a line feed', async () => {
    const folder = join(makeFolder(), 'a\nb');
    mkdirSync(folder);
    const repository = new TestRepository(folder);
    repository.git('init', '-q', '-b', 'main');
    repository.commit('one', { a: TOKEN });
    expect((await scanHistory(folder)).findings).toHaveLength(1);
  });

  it('is no file', async () => {
    const repository = TestRepository.create();
    repository.write({ a: 'x' });
    await expect(scanHistory(join(repository.folder, 'a'))).rejects.toThrow(/a: this is a file/);
  });
});
