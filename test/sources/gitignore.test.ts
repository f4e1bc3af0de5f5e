import { execFileSync, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { IgnoreRules, parseIgnoreFile } from '../../src/sources/gitignore.ts';
import { gitEnvironment } from './repositories.ts';

/** What an ignore file says of a path ('/' at its end: a folder), as `IgnoreRules` see it. Text is UTF-8. */
function verdict(file: string, path: string): boolean | undefined {
  const bytes = Buffer.from(path).toString('latin1');
  const bare = bytes.replace(/\/$/, '');
  const rules = new IgnoreRules(parseIgnoreFile(Buffer.from(file).toString('latin1')));
  return rules.match(bare, bare.slice(bare.lastIndexOf('/') + 1), bytes.endsWith('/'));
}

const TABLE: readonly (readonly [string, string, boolean | undefined])[] = [
  ['*.log', 'a.log', true],
  ['*.log', 'deep/er/a.log', true],
  ['*.log', 'a.logs', undefined],
  ['*.log', '.log', true],
  ['foo', 'foo', true],
  ['foo', 'foo/', true],
  ['foo', 'a/foo', true],
  ['foo/', 'foo', undefined],
  ['foo/', 'a/foo/', true],
  ['/foo', 'a/foo', undefined],
  ['a/foo', 'b/a/foo', undefined],
  ['a/foo', 'a/foo', true],
  ['**/foo', 'x/y/foo', true],
  ['**/foo', 'foo', true],
  ['a/**', 'a/b/c', true],
  ['a/**', 'a/', undefined],
  ['a/**/b', 'a/b', true],
  ['a/**/b', 'a/x/y/b', true],
  ['a/**/b', 'ab', undefined],
  ['*/b', 'a/b', true],
  ['*/b', 'a/x/b', undefined],
  ['a?', 'ab', true],
  ['a?', 'aé', undefined],
  ['a??', 'aé', true],
  ['a[/]b', 'a/b', undefined],
  ['[[:upper:][:digit:]_]x', 'Bx', true],
  ['[[:constructor:]]', 'c', undefined],
  ['[!a-c]x', 'dx', true],
  ['[^a-c]x', 'bx', undefined],
  ['[]-]', ']', true],
  ['[a-', '[a-', undefined],
  ['\\#x', '#x', true],
  ['#x', '#x', undefined],
  ['\\!x', '!x', true],
  ['!x', 'x', false],
  ['foo ', 'foo', true],
  ['foo\\ ', 'foo ', true],
  ['foo\\ ', 'foo', undefined],
  ['foo\\', 'foo\\', undefined],
  ['a b', 'a b', true],
  ['foo\r', 'foo', true],
  ['\ufefffoo', 'foo', true],
  ['Foo', 'foo', undefined],
  ['/', 'a/', undefined],
  ['!', 'a', undefined],
  ['foo\0bar', 'foo', true],
];

describe('one pattern', () => {
  test.each(TABLE)('%j on %j', (pattern, path, expected) => {
    expect(verdict(pattern, path)).toBe(expected);
  });
});

test('of several patterns the last that matches decides', () => {
  expect(verdict('*.log\n!keep.log\n', 'keep.log')).toBe(false);
  expect(verdict('!keep.log\n*.log\n', 'keep.log')).toBe(true);
  expect(verdict('*.log\n!keep.log\n/keep.log\n', 'a/keep.log')).toBe(false);
  expect(verdict('logs\n!logs/\n', 'logs/')).toBe(false);
  expect(verdict('logs\n!logs/\n', 'logs')).toBe(true);
});

test('a pattern with many stars does not blow up', () => {
  const path = `${'a'.repeat(200)}/`.repeat(15);
  expect(verdict(`${'*a'.repeat(60)}b`, path)).toBeUndefined();
  expect(verdict(`x/${'**/*a*/'.repeat(30)}b`, `x/${path}`)).toBeUndefined();
});

describe('as git says', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), 'ignore-'));
    execFileSync('git', ['init', '-q', '.'], { cwd: folder, env: gitEnvironment });
  });
  afterAll(() => rmSync(folder, { recursive: true }));

  // Few letters, so that patterns and paths meet.
  const glyph = fc.constantFrom(
    'a',
    'a',
    'b',
    'A',
    '-',
    'é',
    '*',
    '*',
    '**',
    '?',
    '/',
    '\\',
    ' ',
    '[',
    ']',
    '!',
    '^',
    '[ab]',
    '[!a]',
    '[a-b]',
    '[[:alpha:]]',
    '[[:punct:]]',
    '#',
    '\r',
  );
  const pattern = fc.array(glyph, { minLength: 1, maxLength: 6 }).map((parts) => parts.join(''));
  const structured = fc
    .tuple(
      fc.constantFrom('', '!', '/', '!/', '**/', '*/'),
      fc.array(fc.constantFrom('a', 'b', 'ab', '*', '**', 'a*', '*b', '?', '***', 'a**'), { minLength: 1, maxLength: 4 }),
      fc.constantFrom('', '/', '/*', '/**', '*'),
    )
    .map(([start, names, end]) => start + names.join('/') + end);
  const name = fc.array(fc.constantFrom('a', 'a', 'b', 'A', '-', 'é', ' ', '[', ']', '!', '#', '\\', '*'), {
    minLength: 1,
    maxLength: 3,
  });
  const path = fc
    .tuple(
      fc.array(
        name.map((parts) => parts.join('')),
        { minLength: 1, maxLength: 4 },
      ),
      fc.boolean(),
    )
    .map(([names, directory]) => names.join('/') + (directory ? '/' : ''));

  // No path is below another: a folder is only asked for where it is one.
  const paths = fc
    .uniqueArray(path, { minLength: 1, maxLength: 25, selector: (path) => path.replace(/\/$/, '') })
    .map((paths) =>
      paths.filter((path) => !paths.some((other) => other !== path && path.startsWith(`${other.replace(/\/$/, '')}/`))),
    )
    .map((paths) => paths.filter((path) => !paths.some((other) => other !== path && other.startsWith(path))));

  test('random ignore files', () => {
    fc.assert(
      fc.property(fc.array(fc.oneof(pattern, structured), { minLength: 1, maxLength: 4 }), paths, (patterns, paths) => {
        const file = `${patterns.join('\n')}\n`;
        const ours = new Map(paths.map((path) => [path, verdictWithParents(file, path)]));
        expect(ours).toEqual(askGit(folder, file, paths));
      }),
      { numRuns: Number(process.env['FC_RUNS'] ?? 60) },
    );
  }, 600_000);

  test('the table above', () => {
    for (const [pattern, path, expected] of TABLE) {
      expect([pattern, path, askGit(folder, pattern, [path]).get(path)]).toEqual([pattern, path, expected === true]);
    }
  });
});

/** What one ignore file at the root comes to for a path: a folder above that is ignored decides. */
function verdictWithParents(file: string, path: string): boolean {
  const names = path.split('/').filter((name) => name !== '');
  for (let depth = 1; depth < names.length; depth++)
    if (verdict(file, `${names.slice(0, depth).join('/')}/`) === true) return true;
  return verdict(file, path) === true;
}

/** What git says of files and folders ('/' at the end) that are really there. */
function askGit(folder: string, file: string, paths: readonly string[]): Map<string, boolean> {
  const root = mkdtempSync(join(folder, 'root-'));
  for (const path of paths) {
    mkdirSync(join(root, path.endsWith('/') ? path : dirname(path)), { recursive: true });
    if (!path.endsWith('/')) writeFileSync(join(root, path), '');
  }
  writeFileSync(join(root, '.gitignore'), file);
  const input = paths.map((path) => `${path.replace(/\/$/, '')}\0`).join('');
  const { stdout } = spawnSync('git', ['check-ignore', '--no-index', '-z', '--stdin'], { cwd: root, input, env: gitEnvironment });
  rmSync(root, { recursive: true });
  const ignored = new Set(stdout.toString().split('\0'));
  return new Map(paths.map((path) => [path, ignored.has(path.replace(/\/$/, ''))]));
}
