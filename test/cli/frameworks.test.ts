/** The hook under the programs that run hooks: pre-commit (where it is installed), husky, lefthook and lint-staged. */
import { spawnSync } from 'node:child_process';
import { chmodSync, cpSync, existsSync, mkdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { put, tree } from '../helpers/cli.ts';
import { type Done, mustGit, repository, run, tryGit } from '../helpers/hooks.ts';
import { githubPat } from '../helpers/tokens.ts';

const PACKAGE = fileURLToPath(new URL('../..', import.meta.url));
/** Beside this package's own, so that it can be tried before it is one of them. */
const LINT_STAGED = process.env['BEARERTRAP_TEST_LINT_STAGED'] ?? join(PACKAGE, 'node_modules/lint-staged/bin/lint-staged.js');
const [one, two] = ['one', 'two'].map((seed) => githubPat(seed)) as [string, string];

/** pre-commit as it is on PATH, and others that are named (paths, separated by colons). */
const FRAMEWORKS = ['pre-commit', ...(process.env['BEARERTRAP_TEST_PRE_COMMIT'] ?? '').split(':')].filter(
  (program) => program !== '' && spawnSync(program, ['--version']).status === 0,
);

/** A clone as people get it: the package with its bundle. Without what only building and testing need. */
function hookRepository(): string {
  const root = repository();
  for (const name of ['dist', 'patterns', '.pre-commit-hooks.yaml', 'README.md'])
    cpSync(join(PACKAGE, name), join(root, name), { recursive: true });
  const {
    devDependencies: _,
    scripts: __,
    ...rest
  } = JSON.parse(readFileSync(join(PACKAGE, 'package.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(root, 'package.json'), JSON.stringify(rest));
  mustGit(root, 'add', '-A', '-f');
  mustGit(root, 'commit', '-qm', 'release');
  return root;
}

/** A project with bearertrap among its packages. */
function project(): string {
  const root = repository({ 'package.json': '{ "name": "project", "private": true }', '.gitignore': 'node_modules\n' });
  mkdirSync(join(root, 'node_modules/.bin'), { recursive: true });
  symlinkSync(PACKAGE, join(root, 'node_modules/bearertrap'));
  symlinkSync('../bearertrap/dist/cli.js', join(root, 'node_modules/.bin/bearertrap'));
  return root;
}

describe.skipIf(FRAMEWORKS.length === 0).each(FRAMEWORKS)('%s', (framework) => {
  const hooks = hookRepository();
  const home = tree();
  const preCommit = (cwd: string, ...args: string[]) => run(cwd, framework, args, { PRE_COMMIT_HOME: home });
  const commit = (cwd: string, ...args: string[]) => run(cwd, 'git', ['commit', ...args], { PRE_COMMIT_HOME: home });

  function projectWith(id: string): string {
    const root = repository({ clean: 'x\n' });
    const rev = mustGit(hooks, 'rev-parse', 'HEAD').trim();
    put(root, '.pre-commit-config.yaml', `repos:\n  - repo: ${hooks}\n    rev: ${rev}\n    hooks:\n      - id: ${id}\n`);
    mustGit(root, 'add', '-A');
    expect(preCommit(root, 'install').code).toBe(0);
    return root;
  }

  it.each(['bearertrap', 'bearertrap-node'])('runs %s from a clone', (id) => {
    const root = projectWith(id);
    expect(commit(root, '-m', 'first')).toMatchObject({ code: 0 });
    put(root, 'a', one);
    mustGit(root, 'add', 'a');
    put(root, 'a', 'unstaged again');
    const { code, output } = commit(root, '-m', 'x');
    expect([code, mustGit(root, 'rev-list', '--count', 'HEAD').trim()]).toEqual([1, '1']);
    expect(output).toContain('bearertrap stopped this commit: it holds 1 secret');
    expect(output.match(/a:1:1/g)).toHaveLength(1);
    expect(readFileSync(join(root, 'a'), 'utf8')).toBe('unstaged again');
    put(root, 'a', 'clean');
    mustGit(root, 'add', 'a');
    put(root, 'clean', two);
    expect(commit(root, '-m', 'x').code).toBe(0);
  });

  it('looks at files that are named though nothing is staged, and at ranges', () => {
    const root = projectWith('bearertrap');
    put(root, 'a', one);
    mustGit(root, 'add', 'a');
    mustGit(root, 'commit', '-q', '--no-verify', '-m', 'leak');
    expect(preCommit(root, 'run', '--all-files').output).toContain('bearertrap found 1 secret');
    expect(preCommit(root, 'run', '--files', 'a').code).toBe(1);
    expect(preCommit(root, 'run', '--files', 'clean').code).toBe(0);
    put(root, 'a', 'gone');
    mustGit(root, 'commit', '-q', '--no-verify', '-am', 'gone');
    put(root, 'b', 'x');
    mustGit(root, 'add', 'b');
    mustGit(root, 'commit', '-q', '--no-verify', '-m', 'more');
    expect(preCommit(root, 'run', '--from-ref', 'HEAD~1', '--to-ref', 'HEAD').code).toBe(0);
    put(root, 'a', two);
    mustGit(root, 'commit', '-q', '--no-verify', '-am', 'leak');
    put(root, 'a', 'gone again');
    put(root, 'b', 'y');
    mustGit(root, 'commit', '-q', '--no-verify', '-am', 'gone');
    expect(preCommit(root, 'run', '--from-ref', 'HEAD~2', '--to-ref', 'HEAD').output).toContain('bearertrap stopped this push');
  });

  it('looks at pushes', () => {
    const bare = tree();
    mustGit(bare, 'init', '-q', '--bare');
    const root = projectWith('bearertrap');
    mustGit(root, 'commit', '-q', '--no-verify', '-m', 'first');
    mustGit(root, 'remote', 'add', 'origin', bare);
    mustGit(root, 'push', '-q', 'origin', 'main');
    expect(preCommit(root, 'install', '--hook-type', 'pre-push').code).toBe(0);
    put(root, 'a', one);
    mustGit(root, 'add', 'a');
    mustGit(root, 'commit', '-q', '--no-verify', '-m', 'leak');
    const pushed = run(root, 'git', ['push', 'origin', 'main:new'], { PRE_COMMIT_HOME: home });
    expect(pushed.code).toBe(1);
    expect(pushed.output).toContain('bearertrap stopped this push');
  });
});

describe('husky', () => {
  it('runs it by the line that is advised', () => {
    const root = project();
    expect(run(root, process.execPath, [join(PACKAGE, 'node_modules/husky/bin.js')])).toMatchObject({ code: 0 });
    put(root, '.husky/pre-commit', 'npx bearertrap hook run pre-commit\n');
    const advice = run(root, 'npx', ['bearertrap', 'hook', 'install']);
    expect(advice.output).toContain('add to .husky/pre-commit the line "npx bearertrap hook run pre-commit"');
    put(root, 'a.js', `const key = "${one}";\n`);
    mustGit(root, 'add', '-A');
    put(root, 'a.js', 'unstaged');
    const { code, output } = tryGit(root, 'commit', '-m', 'x');
    expect(code).toBe(1);
    expect(output).toContain('a.js:1:14');
    expect(output).toContain('npx bearertrap baseline --accept');
    mustGit(root, 'add', '-A');
    expect(tryGit(root, 'commit', '-qm', 'x').code).toBe(0);
  });
});

describe('lefthook', () => {
  it('runs it by the command that is advised', () => {
    const root = project();
    put(root, 'lefthook.yml', 'pre-commit:\n  commands:\n    bearertrap:\n      run: npx bearertrap hook run pre-commit\n');
    const lefthook = join(PACKAGE, 'node_modules/.bin/lefthook');
    expect(run(root, lefthook, ['install'])).toMatchObject({ code: 0 });
    chmodSync(join(root, '.git/hooks/pre-commit'), 0o755);
    const environment = { LEFTHOOK_BIN: lefthook };
    expect(run(root, 'npx', ['bearertrap', 'hook', 'install']).output).toContain('lefthook.yml');
    put(root, 'a', one);
    mustGit(root, 'add', '-A');
    const { code, output } = run(root, 'git', ['commit', '-m', 'x'], environment);
    expect(code).toBe(1);
    expect(output).toContain('bearertrap stopped this commit: it holds 1 secret');
    put(root, 'a', 'clean');
    mustGit(root, 'add', '-A');
    expect(run(root, 'git', ['commit', '-qm', 'x'], environment).code).toBe(0);
  });
});

describe.skipIf(!existsSync(LINT_STAGED))('lint-staged', () => {
  /** Its own way with git: it hides unstaged changes, runs the command with the names of staged files, and puts all back. */
  function staged(config: object): { root: string; lint: () => Done } {
    const root = project();
    put(root, '.lintstagedrc.json', JSON.stringify(config));
    put(root, '.gitignore', 'node_modules\n.lintstagedrc.json\n');
    mustGit(root, 'add', '-A');
    mustGit(root, 'commit', '-qm', 'first');
    return { root, lint: () => run(root, process.execPath, [LINT_STAGED]) };
  }

  it.each([
    ['as advised', { '*': 'bearertrap hook run pre-commit' }],
    ['beside another task, on some files', { '*.js': ['node --check', 'bearertrap hook run pre-commit'] }],
  ])('runs it by its configuration, %s', (_, config) => {
    const { root, lint } = staged(config);
    put(root, 'a b.js', `const key = "${one}";\n`);
    mustGit(root, 'add', '-A');
    put(root, 'a b.js', 'const unstaged = 1;\n');
    const { code, output } = lint();
    expect(code).toBe(1);
    expect(output).toContain('bearertrap stopped this commit: it holds 1 secret');
    expect(output).toContain('a b.js:1:14');
    expect(output).not.toContain(one);
    expect(readFileSync(join(root, 'a b.js'), 'utf8')).toBe('const unstaged = 1;\n');
  });

  it('lets pass what is clean, with a secret beside it that is not staged', () => {
    const { root, lint } = staged({ '*': 'bearertrap hook run pre-commit' });
    put(root, 'a.js', 'const clean = 1;\n');
    mustGit(root, 'add', '-A');
    put(root, 'a.js', `const key = "${two}";\n`);
    expect(lint()).toMatchObject({ code: 0 });
    expect(readFileSync(join(root, 'a.js'), 'utf8')).toContain(two);
  });
});
