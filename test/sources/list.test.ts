import { execFileSync, spawnSync } from 'node:child_process';
import {
  appendFileSync,
  chmodSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import type { Skipped } from '../../src/model.ts';
import { fromBytes } from '../../src/path.ts';
import type { FileEntry } from '../../src/sources/entry.ts';
import { CoverageLedger } from '../../src/sources/ledger.ts';
import { type ListOptions, listFiles } from '../../src/sources/list.ts';
import { git, gitEnvironment, makeFolder, makeRepository, writeFiles } from './repositories.ts';

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

interface Listed {
  paths: string[];
  entries: FileEntry[];
  skipped: Skipped[];
  notices: string[];
}

async function list(cwd: string, options: Partial<ListOptions> = {}): Promise<Listed> {
  const ledger = new CoverageLedger();
  const entries: FileEntry[] = [];
  const notices: string[] = [];
  await listFiles(
    { cwd, paths: ['.'], gitignore: true, include: [], exclude: [], notice: (text) => notices.push(text), ...options },
    (files) => entries.push(...files),
    ledger,
  );
  return { entries, paths: entries.map(({ path }) => path).sort(), skipped: ledger.skipped(), notices };
}

/** What git would list if the folder were the top of a repository. Repositories inside end in a slash. */
function listedByGit(folder: string): string[] {
  const store = mkdtempSync(join(tmpdir(), 'store-'));
  execFileSync('git', ['init', '-q', '--bare', store], { env: gitEnvironment });
  const output = execFileSync(
    'git',
    ['--git-dir', store, '--work-tree', folder, '-c', 'core.bare=false', 'ls-files', '-z', '-co', '--exclude-standard'],
    {
      cwd: folder,
      env: gitEnvironment,
    },
  );
  rmSync(store, { recursive: true });
  return fromBytes(output).split('\0').slice(0, -1).sort();
}

const TRICKY = {
  '.gitignore':
    '*.log\n!important.log\n/root-only\nbuild/\n!build/keep\nlib/*\n!lib/keep/\n**/deep/secret\na/**/z\n\\#hash\nspace\\ \ntrail   \n*.[oa]\nB/\n',
  'x.log': '',
  'important.log': '',
  'root-only': '',
  'sub/root-only': '',
  'build/keep': '',
  'sub/build': '',
  'lib/x': '',
  'lib/keep/x': '',
  'p/q/deep/secret': '',
  'deep/secret': '',
  'a/z': '',
  'a/b/c/z': '',
  '#hash': '',
  'space ': '',
  space: '',
  trail: '',
  'm.o': '',
  'm.O': '',
  'b/x': '',
  'B/x': '',
  'sub/.gitignore': '!*.log\n/x.log\nb/\n',
  'sub/x.log': '',
  'sub/y.log': '',
  'sub/deeper/x.log': '',
  'sub/B/x': '',
  'sub/b/x': '',
  're/.gitignore': '!B/\n',
  're/B/c.txt': '',
  're/B/x.log': '',
  'ünïcode/ä.log': '',
  'ünïcode/ä.txt': '',
  ' leading': '',
  '-dash': '',
  'new\nline': '',
};

describe('outside of git', () => {
  test('the list is what git would give', async () => {
    const folder = makeFolder();
    writeFiles(folder, TRICKY);
    const { paths } = await list(folder);
    expect(paths).toEqual(listedByGit(folder));
    expect(paths).toContain('re/B/c.txt');
    expect(paths).not.toContain('re/B/x.log');
  });

  test('random trees with ignore files at all depths', async () => {
    const name = fc.constantFrom('a', 'b', 'ab', 'a.b', 'A', 'é', '#a', 'a ', '-');
    const path = fc.array(name, { minLength: 1, maxLength: 4 }).map((names) => names.join('/'));
    const pattern = fc
      .tuple(
        fc.constantFrom('', '', '!', '!', '/', '!/', '**/', '*/'),
        fc.array(fc.constantFrom('a', 'b', 'ab', '*', '**', 'a*', '*b', '?', '[ab]', '\\#a', 'a\\ ', 'a '), {
          minLength: 1,
          maxLength: 3,
        }),
        fc.constantFrom('', '', '/', '/*', '/**'),
      )
      .map(([start, names, end]) => start + names.join('/') + end);
    const ignoreFile = fc.tuple(
      fc.oneof(
        fc.constant(''),
        path.map((path) => `${path}/`),
      ),
      fc.array(pattern, { minLength: 1, maxLength: 4 }),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(path, { minLength: 5, maxLength: 40 }),
        fc.array(ignoreFile, { maxLength: 5 }),
        async (files, ignoreFiles) => {
          const folder = mkdtempSync(join(tmpdir(), 'tree-'));
          try {
            for (const path of files) writeWherePossible(folder, path, '');
            for (const [path, patterns] of ignoreFiles) writeWherePossible(folder, `${path}.gitignore`, patterns.join('\n'));
            expect((await list(folder)).paths).toEqual(listedByGit(folder));
          } finally {
            rmSync(folder, { recursive: true });
          }
        },
      ),
      { numRuns: Number(process.env['FC_RUNS'] ?? 40) },
    );
  }, 600_000);

  test('ignored files too, where asked', async () => {
    const folder = makeFolder();
    writeFiles(folder, TRICKY);
    expect((await list(folder, { gitignore: false })).paths).toEqual(Object.keys(TRICKY).sort());
  });

  test('links, FIFOs and sockets are told and not read', async () => {
    const folder = makeFolder();
    writeFiles(folder, { 'a/file': '' });
    symlinkSync('a', join(folder, 'link'));
    symlinkSync('..', join(folder, 'a/loop'));
    symlinkSync('nowhere', join(folder, 'dangling'));
    execFileSync('mkfifo', [join(folder, 'fifo')]);
    const { paths, skipped } = await list(folder);
    expect(paths).toEqual(['a/file']);
    expect(skipped).toEqual([
      { reason: 'special-file', count: 1, examples: ['fifo'], gap: false },
      { reason: 'symlink', count: 3, examples: ['a/loop', 'dangling', 'link'], gap: false },
    ]);
  });

  test('an ignore file that is a link is not obeyed, as in git', async () => {
    const folder = makeFolder();
    writeFiles(folder, { patterns: 'a\n', a: '' });
    symlinkSync('patterns', join(folder, '.gitignore'));
    expect((await list(folder)).paths).toEqual(['a', 'patterns']);
  });

  test('a repository inside goes by its own rules, index and all', async () => {
    const folder = makeFolder();
    writeFiles(folder, {
      '.gitignore': '*.log\n',
      'a.log': '',
      'nested/b.log': '',
      'nested/.gitignore': 'c\n',
      'nested/c': '',
      'nested/d': '',
    });
    git(folder, 'init', '-q', 'nested');
    git(join(folder, 'nested'), 'add', '-f', 'c');
    expect((await list(folder)).paths).toEqual(['.gitignore', 'nested/.gitignore', 'nested/b.log', 'nested/c', 'nested/d']);
  });

  test('what looks like a repository and is none is walked', async () => {
    const folder = makeFolder();
    writeFiles(folder, {
      'x/.git': 'gitdir: ../nowhere\n',
      'x/a': '',
      'y/.git/HEAD': 'junk',
      'y/b': '',
      'z/.git/HEAD': 'j',
      'z/.git/objects/i': '',
      'z/.git/refs/i': '',
      'z/c': '',
    });
    expect((await list(folder)).paths).toEqual(['x/a', 'y/b', 'z/c']);
  });
});

/** Leaves out what cannot be: a file where a folder is, or the other way round. */
function writeWherePossible(folder: string, path: string, content: string): void {
  try {
    writeFiles(folder, { [path]: content });
  } catch (error) {
    if (!/EEXIST|ENOTDIR|EISDIR/.test((error as Error).message)) throw error;
  }
}

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

describe('paths', () => {
  const files = { '.gitignore': 'dist\n', 'src/a.ts': '', 'src/b.js': '', 'src/deep/c.ts': '', 'dist/d.ts': '', 'p[1]/e.ts': '' };

  test.each([true, false])('overlapping ones once, ignored files where they are named (repository: %s)', async (repository) => {
    const folder = repository ? makeRepository(files) : makeFolder();
    writeFiles(folder, files);
    const { paths, entries } = await list(folder, { paths: ['src', 'src/deep', 'dist/d.ts', '.', './src/a.ts', 'dist'] });
    expect(paths).toEqual(['.gitignore', 'dist/d.ts', 'p[1]/e.ts', 'src/a.ts', 'src/b.js', 'src/deep/c.ts']);
    expect(entries.filter(({ explicit }) => explicit).map(({ path }) => path)).toEqual(['dist/d.ts', 'src/a.ts']);
  });

  test('patterns are expanded; a name that looks like one is a name first', async () => {
    const folder = makeFolder();
    writeFiles(folder, { ...files, 'p1/f.ts': '' });
    expect((await list(folder, { paths: ['**/*.ts'] })).paths).toEqual([
      'dist/d.ts',
      'p1/f.ts',
      'p[1]/e.ts',
      'src/a.ts',
      'src/deep/c.ts',
    ]);
    expect((await list(folder, { paths: ['p[1]'] })).paths).toEqual(['p[1]/e.ts']);
    expect((await list(folder, { paths: ['s*'] })).paths).toEqual(['src/a.ts', 'src/b.js', 'src/deep/c.ts']);
  });

  test('a pattern does not lead through links', async () => {
    const folder = makeFolder();
    const outside = makeFolder();
    writeFiles(outside, { 'x.ts': '' });
    symlinkSync(outside, join(folder, 'out'));
    symlinkSync(join(outside, 'x.ts'), join(folder, 'l.ts'));
    writeFiles(folder, { 'a.ts': '' });
    const { paths, skipped } = await list(folder, { paths: ['**/*.ts'] });
    expect(paths).toEqual(['a.ts']);
    expect(skipped).toEqual([{ reason: 'symlink', count: 1, examples: ['l.ts'], gap: false }]);
  });

  test.each(['nowhere', 'src/a.ts/below', '*.nothing', 'new\u001b[31mline'])('%j does not exist', async (path) => {
    const folder = makeFolder();
    writeFiles(folder, files);
    const failure = await list(folder, { paths: ['src', path] }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(UsageError);
    expect((failure as Error).message).toContain('does not exist');
    expect((failure as Error).message).not.toContain('\u001b');
  });

  test('outside of the root they are told absolutely', async () => {
    const folder = makeFolder();
    const outside = makeFolder();
    writeFiles(outside, { 'a/b': '', c: '' });
    expect((await list(folder, { paths: [outside, join(outside, 'c')] })).paths).toEqual([
      join(outside, 'a/b'),
      join(outside, 'c'),
    ]);
    writeFiles(folder, { 'sub/x': '' });
    expect((await list(join(folder, 'sub'), { paths: [folder] })).paths).toEqual([join(folder, 'sub/x')]);
  });

  test('a link that is named is followed, and told by its own name', async () => {
    const folder = makeFolder();
    const outside = makeFolder();
    writeFiles(outside, { 'a/b': '' });
    symlinkSync(outside, join(folder, 'link'));
    symlinkSync(join(outside, 'a/b'), join(folder, 'file'));
    const { entries } = await list(folder, { paths: ['link', 'file'] });
    expect(entries.map(({ path, open }) => [path, open])).toEqual([['file', join(outside, 'a/b')]]);
    expect((await list(folder, { paths: ['link'] })).entries).toEqual([
      { path: 'link/a/b', open: join(outside, 'a/b'), explicit: false },
    ]);
    expect((await list(join(folder, 'link'))).paths).toEqual(['a/b']);
  });

  test('a special file that is named is a gap', async () => {
    expect((await list(makeFolder(), { paths: ['/dev/null'] })).skipped).toEqual([
      { reason: 'special-file', count: 1, examples: ['/dev/null'], gap: true },
    ]);
  });
});

describe('globs', () => {
  const files = {
    'a.ts': '',
    'a.d.ts': '',
    'src/b.ts': '',
    'src/b.js': '',
    'docs/src/c.ts': '',
    'vendor/x/d.ts': '',
    'ü.ts': '',
  };

  test.each<[string[], string[], string[]]>([
    [['*.ts'], [], ['a.d.ts', 'a.ts', 'docs/src/c.ts', 'src/b.ts', 'vendor/x/d.ts', 'ü.ts']],
    [['*.ts', '!*.d.ts'], [], ['a.ts', 'docs/src/c.ts', 'src/b.ts', 'vendor/x/d.ts', 'ü.ts']],
    [['/src'], [], ['src/b.js', 'src/b.ts']],
    [['./src/'], ['*.js'], ['src/b.ts']],
    [['src/'], [], ['docs/src/c.ts', 'src/b.js', 'src/b.ts']],
    [[], ['vendor/', '/docs', '*.js'], ['a.d.ts', 'a.ts', 'src/b.ts', 'ü.ts']],
    [[], ['*', '!src', '!*.js'], ['src/b.js']],
    [['[!a-z]*.ts'], [], ['ü.ts']],
    [['src'], ['src'], []],
  ])('include %j exclude %j', async (include, exclude, expected) => {
    for (const folder of [makeFolder(), makeRepository({})]) {
      writeFiles(folder, files);
      expect((await list(folder, { include, exclude })).paths).toEqual(expected);
    }
  });

  test('what they leave out is counted as ignored', async () => {
    const folder = makeFolder();
    writeFiles(folder, files);
    const { skipped } = await list(folder, { exclude: ['vendor/', 'a.ts'] });
    expect(skipped).toEqual([{ reason: 'ignored', count: 2, examples: ['a.ts', 'vendor/'], gap: false }]);
  });

  test('they hold for named files, and outside of the root relative to what is named', async () => {
    const folder = makeFolder();
    writeFiles(folder, files);
    expect((await list(folder, { paths: ['a.ts', 'src/b.js'], exclude: ['*.js'] })).paths).toEqual(['a.ts']);
    expect((await list(makeFolder(), { paths: [folder], include: ['/src'] })).paths).toEqual([
      join(folder, 'src/b.js'),
      join(folder, 'src/b.ts'),
    ]);
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
