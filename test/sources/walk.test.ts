import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { fromBytes } from '../../src/path.ts';
import { readFolder } from '../../src/sources/walk.ts';
import { list, TRICKY } from './listing.ts';
import { git, gitEnvironment, makeFolder, writeFiles } from './repositories.ts';

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

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

test('a file system that does not tell types gives the same', () => {
  const folder = makeFolder();
  writeFiles(folder, { a: '', 'ü/b': '' });
  writeFileSync(Buffer.concat([Buffer.from(`${folder}/`), Buffer.of(0xff)]), '');
  symlinkSync('a', join(folder, 'link'));
  const kinds = (typed: boolean): unknown[][] =>
    readFolder(`${folder}/`, typed)
      .map((entry) => [entry.name, entry.isFile(), entry.isDirectory(), entry.isSymbolicLink()])
      .sort((a, b) => (String(a) < String(b) ? -1 : 1));
  expect(kinds(false)).toEqual([
    ['a', true, false, false],
    ['link', false, false, true],
    ['\xc3\xbc', false, true, false],
    ['\xff', true, false, false],
  ]);
  expect(kinds(false)).toEqual(kinds(true));
});

/** Leaves out what cannot be: a file where a folder is, or the other way round. */
function writeWherePossible(folder: string, path: string, content: string): void {
  try {
    writeFiles(folder, { [path]: content });
  } catch (error) {
    if (!/EEXIST|ENOTDIR|EISDIR/.test((error as Error).message)) throw error;
  }
}
