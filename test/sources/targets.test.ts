import { symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { UsageError } from '../../src/errors.ts';
import { list } from './listing.ts';
import { makeFolder, makeRepository, writeFiles } from './repositories.ts';

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
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
    expect((await list(folder, { paths: ['s*'] })).entries.map(({ explicit }) => explicit)).toEqual([false, false, false]);
    expect((await list(folder, { paths: ['s*'] })).paths).toEqual(['src/a.ts', 'src/b.js', 'src/deep/c.ts']);
  });

  test('a pattern finds folders, which stand for what is in them, but not .git', async () => {
    const folder = makeRepository({ '.gitignore': 'x\n', 'p/a': '', 'p/x': '', 'p-q/b': '', 'p-q/x': '', c: '' });
    const { entries } = await list(folder, { paths: ['**'] });
    expect(entries.map(({ path, explicit }) => `${path} ${explicit}`).sort()).toEqual([
      '.gitignore true',
      'c true',
      'p-q/b false',
      'p/a false',
    ]);
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
