import { execFileSync, spawnSync } from 'node:child_process';
import { appendFileSync, chmodSync, mkdirSync, readFileSync, renameSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { CoverageLedger } from '../../src/sources/ledger.ts';
import { listFiles } from '../../src/sources/list.ts';
import { list, TRICKY } from './listing.ts';
import { git, gitEnvironment, makeFolder, makeRepository, writeFiles } from './repositories.ts';

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('in a repository', () => {
  test('tracked files whatever is ignored, untracked ones that are not', async () => {
    const folder = makeRepository(TRICKY, true);
    writeFiles(folder, { 'late.log': '', 'late.txt': '', 'sub/late.log': '' });
    git(folder, 'add', '-f', 'x.log');
    rmSync(join(folder, 'important.log'));
    expect((await list(folder)).paths).toEqual(
      git(folder, 'ls-files', '-z', '-co', '--exclude-standard').split('\0').slice(0, -1).sort(),
    );
  });

  test('ignored files too, where asked, but nothing of .git', async () => {
    const folder = makeRepository(TRICKY);
    expect((await list(folder, { gitignore: false })).paths).toEqual(Object.keys(TRICKY).sort());
  });

  test('every kind of name, down to the bytes', async () => {
    const folder = makeRepository(
      { 'new\nline': '1', '-rf': '2', ' a b ': '3', 'ünï/☃': '4', ':(top)x': '5', '*': '6', 'tab\t"quote"': '7' },
      true,
    );
    const bytes = Buffer.concat([Buffer.from(`${folder}/bad-`), Buffer.of(0xff, 0xc3, 0x28)]);
    writeFileSync(bytes, '8');
    const { entries } = await list(folder);
    expect(entries.map(({ path }) => path).sort()).toEqual([
      ' a b ',
      '*',
      '-rf',
      ':(top)x',
      'bad-\udcff\udcc3(',
      'new\nline',
      'tab\t"quote"',
      'ünï/☃',
    ]);
    expect(entries.map(({ open }) => readFileSync(open, 'utf8')).sort()).toEqual(['1', '2', '3', '4', '5', '6', '7', '8']);
    git(folder, 'add', '.');
    expect((await list(folder)).paths).toContain('bad-\udcff\udcc3(');
  });

  test('a folder whose name is not UTF-8, with a repository in it', async () => {
    const folder = makeRepository({ a: '' }, true);
    const inner = Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xfe)]);
    mkdirSync(inner);
    writeFiles(join(folder, 'new'), { b: '', '.gitignore': 'c', c: '' });
    git(join(folder, 'new'), 'init', '-q', '.');
    renameSync(join(folder, 'new'), Buffer.concat([inner, Buffer.from('/in')]));
    expect((await list(folder)).paths).toEqual(['a', '\udcfe/in/.gitignore', '\udcfe/in/b']);
  });

  test('a conflict counts once', async () => {
    const folder = makeRepository({ file: 'base' }, true);
    git(folder, 'commit', '-qm', 'base');
    git(folder, 'checkout', '-qb', 'other');
    writeFiles(folder, { file: 'theirs' });
    git(folder, 'commit', '-qam', 'theirs');
    git(folder, 'checkout', '-q', '-');
    writeFiles(folder, { file: 'ours' });
    git(folder, 'commit', '-qam', 'ours');
    expect(() => git(folder, 'merge', 'other')).toThrow();
    expect(git(folder, 'ls-files', '-s').trim().split('\n')).toHaveLength(3);
    expect((await list(folder)).paths).toEqual(['file']);
  });

  test('links are told; one that became a file is listed', async () => {
    const folder = makeRepository({ a: '' });
    symlinkSync('a', join(folder, 'link'));
    symlinkSync('a', join(folder, 'was'));
    git(folder, 'add', '.');
    rmSync(join(folder, 'was'));
    writeFiles(folder, { was: 'file' });
    const { paths, skipped } = await list(folder);
    expect(paths).toEqual(['a', 'was']);
    expect(skipped).toEqual([{ reason: 'symlink', count: 1, examples: ['link'], gap: false }]);
  });

  test('files outside of a sparse checkout are no gap; one that is there all the same is listed', async () => {
    const folder = makeRepository({ 'in/a': '', 'out/b': '', 'out/c': '', local: '' }, true);
    git(folder, 'update-index', '--skip-worktree', 'out/b', 'out/c', 'local');
    rmSync(join(folder, 'out'), { recursive: true });
    const { paths, skipped } = await list(folder);
    expect(paths).toEqual(['in/a', 'local']);
    expect(skipped).toEqual([]);
  });

  test('submodules: checked out ones are listed, the others a gap', async () => {
    const inner = makeRepository({ '.gitignore': '*.log\n', 'inner.txt': '', 'x.log': '' });
    git(inner, 'add', '-f', '.');
    git(inner, 'commit', '-qm', 'inner');
    const folder = makeRepository({ outer: '' }, true);
    git(folder, 'submodule', '--quiet', 'add', inner, 'sub/here');
    git(folder, 'commit', '-qm', 'outer');
    writeFiles(folder, { 'sub/here/y.log': '', 'sub/here/new': '' });
    expect((await list(folder)).paths).toEqual([
      '.gitmodules',
      'outer',
      'sub/here/.gitignore',
      'sub/here/inner.txt',
      'sub/here/new',
      'sub/here/x.log',
    ]);

    const clone = makeFolder();
    git(clone, 'clone', '-q', folder, '.');
    const gap = [{ reason: 'submodule', count: 1, examples: ['sub/here/'], gap: true }];
    for (const gitignore of [true, false]) {
      const { paths, skipped } = await list(clone, { gitignore });
      expect(paths).toEqual(['.gitmodules', 'outer']);
      expect(skipped).toEqual(gap);
    }
    // A folder of files that stands in for the submodule is content like any other.
    writeFiles(clone, { 'sub/here/copied': '' });
    expect((await list(clone)).paths).toEqual(['.gitmodules', 'outer', 'sub/here/copied']);
  });

  test('repositories inside, without being submodules', async () => {
    const folder = makeRepository({
      '.gitignore': 'ignored/\n*.tmp\n',
      'n1/a': '',
      'n1/b.tmp': '',
      'n1/n2/c': '',
      'ignored/n3/d': '',
    });
    for (const path of ['n1', 'n1/n2', 'ignored/n3']) git(folder, 'init', '-q', path);
    expect((await list(folder)).paths).toEqual(['.gitignore', 'n1/a', 'n1/b.tmp', 'n1/n2/c']);
    expect((await list(folder, { gitignore: false })).paths).toEqual([
      '.gitignore',
      'ignored/n3/d',
      'n1/a',
      'n1/b.tmp',
      'n1/n2/c',
    ]);
  });

  test('a linked work tree', async () => {
    const folder = makeRepository({ a: '' }, true);
    git(folder, 'commit', '-qm', 'a');
    const linked = join(makeFolder(), 'linked');
    git(folder, 'worktree', 'add', '-q', linked);
    writeFiles(linked, { b: '' });
    expect((await list(linked)).paths).toEqual(['a', 'b']);
  });

  test('a folder of it, by the rules of the whole', async () => {
    const folder = makeRepository({ '.gitignore': '/sub/x\n', 'sub/x': '', 'sub/y': '', 'sub/deep/x': '', z: '' });
    expect((await list(join(folder, 'sub'))).paths).toEqual(['deep/x', 'y']);
    expect((await list(folder, { paths: ['sub'] })).paths).toEqual(['sub/deep/x', 'sub/y']);
  });

  test('an ignored folder that is named is listed whole', async () => {
    const folder = makeRepository({
      '.gitignore': 'dist\n',
      'dist/.gitignore': 'skip\n',
      'dist/a': '',
      'dist/b/c': '',
      'dist/skip': '',
      other: '',
    });
    git(folder, 'add', '-f', 'dist/b/c');
    expect((await list(folder, { paths: ['dist'] })).paths).toEqual(['dist/.gitignore', 'dist/a', 'dist/b/c']);
    expect((await list(join(folder, 'dist/b'))).paths).toEqual(['c']);
  });

  test('nothing of the repository is run', async () => {
    const folder = makeRepository({ a: '', '.gitattributes': '* filter=evil\n' }, true);
    const script = join(folder, '.git/evil.sh');
    writeFileSync(script, `#!/bin/sh\ntouch ${folder}/.git/ran\n`);
    chmodSync(script, 0o755);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'core.sshCommand',
      'core.askPass',
      'filter.evil.clean',
      'filter.evil.process',
      'credential.helper',
    ])
      git(folder, 'config', key, script);
    // Git itself would run it.
    git(folder, 'ls-files', '-o');
    expect((await list(makeFolder())).paths).toEqual([]);
    rmSync(join(folder, '.git/ran'));
    expect((await list(folder)).paths).toEqual(['.gitattributes', 'a']);
    expect(spawnSync('ls', [join(folder, '.git/ran')]).status).not.toBe(0);
  });

  test('a broken index is told, and the files are listed all the same', async () => {
    const folder = makeRepository({ a: '', '.gitignore': 'b', b: '' }, true);
    writeFileSync(join(folder, '.git/index'), 'junk that is no index');
    const { paths, notices } = await list(folder);
    expect(paths).toEqual(['.gitignore', 'a']);
    expect(notices).toHaveLength(1);
    expect(notices[0]).toMatch(/index.*listed without git/);
  });

  test('an index whose paths lead out of the work tree', async () => {
    const folder = makeRepository({ aaaaaaaaaaaaa: '' }, true);
    const index = join(folder, '.git/index');
    const bytes = readFileSync(index).toString('latin1').replace('aaaaaaaaaaaaa', '../../etc/pass');
    writeFileSync(index, Buffer.from(bytes.slice(0, -20), 'latin1'));
    appendFileSync(index, spawnSync('sha1sum', [index], { encoding: 'utf8' }).stdout.slice(0, 40), 'hex');
    const { paths } = await list(folder);
    expect(paths.some((path) => path.includes('..'))).toBe(false);
  });
});

describe('where git cannot list', () => {
  test('no git on PATH: a notice, and the walk by .gitignore rules from the top', async () => {
    const folder = makeRepository({ '.gitignore': '/sub/x\n', 'sub/x': '', 'sub/y': '' });
    writeFiles(folder, { '.git/info/exclude': 'z\n', 'sub/z': '' });
    vi.stubEnv('PATH', 'relative::/nonexistent');
    const { paths, notices } = await list(folder, { paths: ['sub'] });
    expect(paths).toEqual(['sub/y']);
    expect(notices).toEqual([expect.stringMatching(/^git was not found on PATH\. The files were listed without git/)]);
  });

  test.runIf(process.getuid?.() === 0)('a repository of another user', async () => {
    const folder = makeRepository({ '.gitignore': '*.log\n', 'a.log': '', b: '' }, true);
    execFileSync('chown', ['-R', '65534', folder]);
    const { paths, notices } = await list(folder);
    expect(paths).toEqual(['.gitignore', 'b']);
    expect(notices).toEqual([expect.stringContaining('safe.directory')]);
  });

  test('a program named git in a relative folder of PATH is not run', async () => {
    const folder = makeRepository({ 'bin/git': '#!/bin/sh\ntouch ran\n', a: '' });
    chmodSync(join(folder, 'bin/git'), 0o755);
    vi.stubEnv('PATH', 'bin:.:');
    expect((await list(folder)).paths).toEqual(['a', 'bin/git']);
  });
});

describe('the environment of a hook', () => {
  test('an index of its own, named relative to the top as git names it', async () => {
    const folder = makeRepository({ '.gitignore': 'x\n', 'sub/x': '' });
    execFileSync('git', ['add', '-f', 'sub/x'], { cwd: folder, env: { ...gitEnvironment, GIT_INDEX_FILE: '.git/next-index' } });
    expect((await list(folder)).paths).toEqual(['.gitignore']);
    vi.stubEnv('GIT_INDEX_FILE', '.git/next-index');
    // What another repository holds is not its business.
    expect((await list(folder)).paths).toEqual(['.gitignore']);
    vi.spyOn(process, 'cwd').mockReturnValue(folder);
    expect((await list(folder)).paths).toEqual(['.gitignore', 'sub/x']);
    expect((await list(folder, { paths: ['sub'] })).paths).toEqual(['sub/x']);
    vi.restoreAllMocks();
  });

  test('GIT_DIR and GIT_INDEX_FILE hold for their repository and for no other', async () => {
    const folder = makeRepository({ '.gitignore': 'x\n', x: '', 'sub/x': '' });
    const other = makeRepository({ '.gitignore': 'x\n', x: '' });
    git(other, 'add', '-f', 'x');
    git(folder, 'init', '-q', 'sub/nested');
    writeFiles(folder, { 'sub/nested/x': '' });
    vi.stubEnv('GIT_INDEX_FILE', join(folder, '.git/index'));
    execFileSync('git', ['add', '-f', 'sub/x'], {
      cwd: folder,
      env: { ...gitEnvironment, GIT_INDEX_FILE: join(folder, '.git/index') },
    });
    vi.stubEnv('GIT_DIR', join(folder, '.git'));
    vi.stubEnv('GIT_WORK_TREE', folder);
    expect((await list(folder)).paths).toEqual(['.gitignore', 'sub/nested/x', 'sub/x']);
    expect((await list(join(folder, 'sub'))).paths).toEqual(['nested/x', 'x']);
    expect((await list(other)).paths).toEqual(['.gitignore', 'x']);
  });
});

test('the consumer can stop the listing', async () => {
  for (const folder of [makeFolder(), makeRepository({})]) {
    writeFiles(folder, Object.fromEntries(Array.from({ length: 300 }, (_, at) => [`d${at % 10}/f${at}`, ''])));
    const stop = new Error('stop');
    const options = { cwd: folder, paths: ['.'], gitignore: true, include: [], exclude: [] };
    await expect(
      listFiles(
        options,
        () => {
          throw stop;
        },
        new CoverageLedger(),
      ),
    ).rejects.toBe(stop);
  }
});

test.runIf(process.getuid?.() === 0).each([true, false])(
  'folders that cannot be read are gaps (repository: %s)',
  async (repository) => {
    const folder = repository ? makeRepository({}) : makeFolder();
    writeFiles(folder, { 'open/a': '', 'shut/b': '', 'shut/in/c': '' });
    chmodSync(join(folder, 'shut'), 0);
    execFileSync('chown', ['-R', '65534', folder]);
    chmodSync(join(folder, 'shut'), 0);
    // As somebody whom permissions stop; root may read all.
    const script = `
    import { listFiles } from '${join(import.meta.dirname, '../../src/sources/list.ts')}';
    import { CoverageLedger } from '${join(import.meta.dirname, '../../src/sources/ledger.ts')}';
    process.setuid(65534);
    const ledger = new CoverageLedger();
    const paths = [];
    await listFiles({ cwd: ${JSON.stringify(folder)}, paths: ['.'], gitignore: true, include: [], exclude: [] }, (files) => paths.push(...files.map(({ path }) => path)), ledger);
    console.log(JSON.stringify({ paths, skipped: ledger.skipped() }));`;
    const output = execFileSync(process.execPath, ['--import', 'tsx', '--input-type=module', '--eval', script], {
      env: { ...gitEnvironment },
      encoding: 'utf8',
    });
    expect(JSON.parse(output)).toEqual({
      paths: ['open/a'],
      skipped: [{ reason: 'unreadable', count: 1, examples: ['shut/'], gap: true }],
    });
  },
);
