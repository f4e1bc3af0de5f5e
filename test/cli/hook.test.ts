import { chmodSync, existsSync, readFileSync, readlinkSync, rmSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI, put, tree } from '../helpers/cli.ts';
import { mustGit, repository, run, tryGit } from '../helpers/hooks.ts';
import { githubPat } from '../helpers/tokens.ts';

const [one, two] = ['one', 'two'].map((seed) => githubPat(seed)) as [string, string];
const bearertrap = (cwd: string, ...args: string[]) => run(cwd, process.execPath, [CLI, ...args]);

/** A repository with the hook and a first commit. */
function hooked(files: Record<string, string> = { a: 'x\n' }): string {
  const root = repository(files);
  mustGit(root, 'add', '-A');
  mustGit(root, 'commit', '-qm', 'first');
  expect(bearertrap(root, 'hook', 'install').code).toBe(0);
  return root;
}

const commits = (root: string): number => Number(mustGit(root, 'rev-list', '--count', '--all'));

describe('a commit', () => {
  it('the first one of a repository', () => {
    const root = repository({ a: one });
    bearertrap(root, 'hook', 'install');
    mustGit(root, 'add', 'a');
    const { code, output } = tryGit(root, 'commit', '-m', 'x');
    expect([code, commits(root)]).toEqual([1, 0]);
    expect(output).toContain('git rm --cached -- a\n');
    expect(output).not.toContain(one);
    mustGit(root, 'rm', '-q', '--cached', '--', 'a');
    put(root, 'b', 'clean');
    mustGit(root, 'add', 'b');
    expect(tryGit(root, 'commit', '-m', 'x')).toMatchObject({ code: 0 });
  });

  it('without a secret says nothing, and writes nothing', () => {
    const root = hooked();
    put(root, 'a', 'y\n');
    const { code, output } = tryGit(root, 'commit', '-qam', 'x');
    expect([code, output]).toEqual([0, '']);
    expect(mustGit(root, 'status', '--porcelain', '--ignored')).toBe('');
  });

  it('of all changes (-a), whose index is a file of its own', () => {
    const root = hooked();
    put(root, 'a', one);
    expect(tryGit(root, 'commit', '-am', 'x').code).toBe(1);
    expect(commits(root)).toBe(1);
  });

  it('of some files only takes these, and not what else is staged', () => {
    const root = hooked({ a: 'x', b: 'x' });
    put(root, 'a', one);
    put(root, 'b', 'clean');
    mustGit(root, 'add', 'a');
    expect(tryGit(root, 'commit', '-qm', 'x', '--', 'b').code).toBe(0);
    expect(tryGit(root, 'commit', '-qm', 'x', '--', 'a').code).toBe(1);
    expect(commits(root)).toBe(2);
  });

  it('that is amended', () => {
    const root = hooked();
    put(root, 'a', one);
    mustGit(root, 'add', 'a');
    expect(tryGit(root, 'commit', '--amend', '--no-edit').code).toBe(1);
    put(root, 'a', 'y');
    mustGit(root, 'add', 'a');
    expect(tryGit(root, 'commit', '-q', '--amend', '--no-edit').code).toBe(0);
  });

  describe('that merges', () => {
    /** A side branch whose commit holds a secret, and changes a file. */
    function diverged(file = 'c'): string {
      const root = hooked();
      mustGit(root, 'checkout', '-qb', 'side');
      put(root, 'b', two);
      put(root, file, 'side\n');
      mustGit(root, 'add', '-A');
      mustGit(root, 'commit', '-q', '--no-verify', '-m', 'side');
      mustGit(root, 'checkout', '-q', 'main');
      put(root, 'a', 'main\n');
      mustGit(root, 'commit', '-qam', 'main');
      return root;
    }

    it.each<[string, string, (root: string) => number | null]>([
      ['without conflicts', 'c', (root) => tryGit(root, 'merge', '-q', '--no-edit', 'side').code],
      [
        'in two steps',
        'c',
        (root) => {
          mustGit(root, 'merge', '-q', '--no-commit', 'side');
          return tryGit(root, 'commit', '--no-edit').code;
        },
      ],
      [
        'after a conflict',
        'a',
        (root) => {
          expect(tryGit(root, 'merge', 'side').code).toBe(1);
          put(root, 'a', 'both\n');
          mustGit(root, 'add', 'a');
          return tryGit(root, 'commit', '--no-edit').code;
        },
      ],
    ])('%s brings nothing that the other side has', (_name, file, merge) => {
      const root = diverged(file);
      expect([merge(root), mustGit(root, 'log', '-1', '--format=%s').trim()]).toEqual([0, "Merge branch 'side'"]);
      expect(bearertrap(root, 'scan', '--range', 'HEAD').code).toBe(0);
    });

    it('is stopped by what it adds', () => {
      const root = diverged();
      mustGit(root, 'merge', '-q', '--no-commit', 'side');
      put(root, 'more', one);
      mustGit(root, 'add', 'more');
      const { code, output } = tryGit(root, 'commit', '--no-edit');
      expect([code, output.includes('it holds 1 secret'), output.includes('more:1:1')]).toEqual([1, true, true]);
      mustGit(root, 'commit', '--no-verify', '--no-edit');
      expect(bearertrap(root, 'scan', '--range', 'HEAD').code).toBe(1);
    });

    it('is stopped without conflicts too, by what a hook adds', () => {
      const root = repository({ a: 'x' });
      bearertrap(root, 'hook', 'install');
      put(root, '.git/hooks/pre-merge-commit.before-bearertrap', `#!/bin/sh\necho ${one} >more\ngit add more\n`);
      chmodSync(join(root, '.git/hooks/pre-merge-commit.before-bearertrap'), 0o755);
      mustGit(root, 'add', '-A');
      mustGit(root, 'commit', '-qm', 'first');
      mustGit(root, 'checkout', '-qb', 'side');
      put(root, 'b', 'x');
      mustGit(root, 'add', 'b');
      mustGit(root, 'commit', '-qm', 'side');
      mustGit(root, 'checkout', '-q', 'main');
      const { code, output } = tryGit(root, 'merge', '-q', '--no-ff', '--no-edit', 'side');
      expect(code).toBe(1);
      expect(output).toContain('more:1:1');
    });
  });

  it('that only renames a file with an old secret goes through', () => {
    const root = repository({ a: `${one}\n`, 'long name': 'x\n'.repeat(50) });
    mustGit(root, 'add', '-A');
    mustGit(root, 'commit', '-qm', 'first');
    bearertrap(root, 'hook', 'install');
    mustGit(root, 'mv', 'a', 'b');
    expect(tryGit(root, 'commit', '-qm', 'x').code).toBe(0);
  });

  it('takes what is staged, whatever stands in the work tree', () => {
    const root = hooked({ a: 'x', b: 'x' });
    put(root, 'a', one);
    mustGit(root, 'add', 'a');
    put(root, 'a', 'removed again');
    expect(tryGit(root, 'commit', '-m', 'x').code).toBe(1);
    mustGit(root, 'add', 'a');
    put(root, 'b', two);
    expect(tryGit(root, 'commit', '-qm', 'x').code).toBe(0);
    expect(readFileSync(join(root, 'b'), 'utf8')).toBe(two);
  });

  it('of files with spaces, quotes and newlines in their names, and from a subfolder', () => {
    const root = hooked();
    for (const name of ['my file', "it's", 'new\nline', '-dash', 'ünïcode']) {
      put(root, `sub/${name}`, githubPat(name));
      mustGit(root, 'add', '-A');
      const { code, output } = tryGit(join(root, 'sub'), 'commit', '-m', 'x');
      expect([name, code]).toEqual([name, 1]);
      const command = /^ +(git restore --staged -- .*)$/m.exec(output)![1]!;
      expect(run(join(root, 'sub'), 'bash', ['-c', command]).code).toBe(0);
      expect(mustGit(root, 'diff', '--cached', '--name-only')).toBe('');
      rmSync(join(root, 'sub', name));
    }
  });

  it('in a worktree and a submodule', () => {
    const root = hooked();
    mustGit(root, 'worktree', 'add', '-q', '../w' + root.slice(-6));
    const worktree = join(root, '..', 'w' + root.slice(-6));
    put(worktree, 'b', one);
    mustGit(worktree, 'add', 'b');
    expect(tryGit(worktree, 'commit', '-m', 'x').code).toBe(1);
    rmSync(worktree, { recursive: true });
  });

  it('with an accepted secret goes through, and says how many', () => {
    const root = hooked();
    put(root, 'a', `${one} # bearertrap:ignore -- made up\n`);
    const { code, output } = tryGit(root, 'commit', '-qam', 'x');
    expect([code, output]).toEqual([0, 'bearertrap: 1 accepted finding, nothing else\n']);
  });
});

describe('the screen', () => {
  it.each([1, 7])('with %i secrets fits 24 lines of 80 columns and holds commands that work', (secrets) => {
    const root = hooked({ '.gitignore': '', 'src/config/a.js': 'x\n' });
    const lines = Array.from({ length: secrets }, (_, n) => `const githubToken${n} = "${githubPat(`s${n}`)}";\n`);
    put(root, 'src/config/a.js', lines.join(''));
    mustGit(root, 'add', '-A');
    const { output } = tryGit(root, 'commit', '-m', 'x');
    const screen = output.trimEnd().split('\n');
    expect(screen.length).toBeLessThanOrEqual(24);
    const prose = screen.filter((line) => !line.includes(CLI));
    expect(Math.max(...prose.map((line) => line.length))).toBeLessThanOrEqual(80);
    expect(output).toContain(`it holds ${secrets} secret`);
    expect(output).toContain('src/config/a.js:1:23');
    expect(output).toContain('process.env.GITHUB_TOKEN0');
    expect(output).toContain('git restore --staged -- src/config/a.js');
    expect(output).not.toMatch(/ghp_\w{20}/);
    expect(output).not.toContain('\u001b[');
    if (secrets > 1) return;
    const accept = /^ +(node .* baseline .*)$/m.exec(output)![1]!;
    expect(run(root, 'bash', ['-c', accept]).code).toBe(0);
    mustGit(root, 'add', '.bearertrap-baseline.json');
    expect(tryGit(root, 'commit', '-qm', 'x')).toMatchObject({ code: 0 });
  });
});

describe('bearertrap hook install', () => {
  it('keeps another hook, runs it first, and puts it back', () => {
    const root = repository({ a: 'x' });
    const hook = join(root, '.git/hooks/pre-commit');
    const text = '#!/bin/sh\necho theirs\nexit $(cat status 2>/dev/null || echo 0)\n';
    put(root, '.git/hooks/pre-commit', text);
    chmodSync(hook, 0o755);
    const { output } = bearertrap(root, 'hook', 'install');
    expect(output).toContain('the hook that was there runs before it');
    bearertrap(root, 'hook', 'install');
    mustGit(root, 'add', 'a');
    expect(tryGit(root, 'commit', '-qm', 'x')).toEqual({ code: 0, output: 'theirs\n' });
    put(root, 'a', one);
    expect(tryGit(root, 'commit', '-qam', 'x').output).toMatch(/^theirs\nbearertrap stopped/);
    put(root, 'a', 'y');
    put(root, 'status', '3');
    expect(tryGit(root, 'commit', '-qam', 'x').code).toBe(1);
    bearertrap(root, 'hook', 'uninstall');
    expect(readFileSync(hook, 'utf8')).toBe(text);
    expect(existsSync(`${hook}.before-bearertrap`)).toBe(false);
    expect(bearertrap(root, 'hook', 'uninstall').output).toContain('There is no hook of bearertrap');
    expect(readFileSync(hook, 'utf8')).toBe(text);
  });

  it.each([
    ['pre-commit', '#!/usr/bin/env bash\n# File generated by pre-commit: https://pre-commit.com\n', '.pre-commit-config.yaml'],
    ['lefthook', '#!/bin/sh\ncall_lefthook run "pre-commit" "$@"\n', 'lefthook.yml'],
  ])('leaves a hook of %s to it, with advice', (_name, text, advice) => {
    const root = repository();
    put(root, '.git/hooks/pre-commit', text);
    const { code, output } = bearertrap(root, 'hook', 'install');
    expect([code, readFileSync(join(root, '.git/hooks/pre-commit'), 'utf8')]).toEqual([2, text]);
    expect(output).toContain(advice);
  });

  it('respects core.hooksPath, but not one of all repositories', () => {
    const root = repository({ a: one });
    mustGit(root, 'config', 'core.hooksPath', '.githooks');
    bearertrap(root, 'hook', 'install');
    expect(existsSync(join(root, '.githooks/pre-commit'))).toBe(true);
    mustGit(root, 'add', 'a');
    expect(tryGit(root, 'commit', '-m', 'x').code).toBe(1);
    const other = repository();
    const config = join(tree({ gitconfig: '[core]\n\thooksPath = /somewhere\n' }), 'gitconfig');
    const refused = run(other, process.execPath, [CLI, 'hook', 'install'], { GIT_CONFIG_GLOBAL: config });
    expect(refused).toMatchObject({ code: 2 });
    expect(refused.output).toContain('core.hooksPath is /somewhere for all repositories');
    expect(existsSync(join(other, '.git/hooks/pre-commit'))).toBe(false);
    mustGit(other, 'config', 'core.hooksPath', '.husky/_');
    expect(bearertrap(other, 'hook', 'install').output).toContain('add to .husky/pre-commit the line');
  });

  it('leaves alone what was added to a hook of ours', () => {
    const root = hooked();
    const hook = join(root, '.git/hooks/pre-commit');
    expect(bearertrap(root, 'hook', 'install').code).toBe(0);
    const text = `${readFileSync(hook, 'utf8')}make lint || exit 1\n`;
    put(root, '.git/hooks/pre-commit', text);
    for (const command of ['install', 'uninstall']) {
      const { code, output } = bearertrap(root, 'hook', command);
      expect([command, code, readFileSync(hook, 'utf8')]).toEqual([command, 2, text]);
      expect(output).toContain('.git/hooks/pre-commit stays as it is, for it was changed');
    }
    rmSync(hook);
    expect(bearertrap(root, 'hook', 'install').code).toBe(0);
    expect(bearertrap(root, 'hook', 'uninstall').output.match(/Removed/g)).toHaveLength(2);
  });

  it.each<[string, (root: string, hooks: string) => void, RegExp]>([
    [
      'an empty core.hooksPath',
      (root) => mustGit(root, 'config', 'core.hooksPath', ''),
      /core\.hooksPath is empty, so git runs no/,
    ],
    ['/dev/null', (root) => mustGit(root, 'config', 'core.hooksPath', '/dev/null'), /into .*dev\/null \(ENOTDIR\)/],
    ['a file', (root) => put(root, '.git/hooks', 'x'), /into \.git\/hooks \(ENOTDIR\)/],
    ['a link that leads nowhere', (_root, hooks) => symlinkSync('/nonexistent/x', hooks), /into \.git\/hooks \(\w+\)/],
    ['a folder in place of the hook', (root) => put(root, '.git/hooks/pre-commit/x', ''), /pre-commit is a folder/],
    [
      'a second hook of ours that was changed',
      (root) => {
        bearertrap(root, 'hook', 'install', '--pre-push');
        put(root, '.git/hooks/pre-push', `${readFileSync(join(root, '.git/hooks/pre-push'), 'utf8')}x`);
        rmSync(join(root, '.git/hooks/pre-commit'));
      },
      /pre-push stays as it is/,
    ],
  ])('refuses %s in one line, and changes nothing', (_name, prepare, message) => {
    const root = repository();
    rmSync(join(root, '.git/hooks'), { recursive: true });
    prepare(root, join(root, '.git/hooks'));
    const { code, output } = bearertrap(root, 'hook', 'install', '--pre-push');
    expect([code, output.trim().split('\n').length]).toEqual([2, 1]);
    expect(output).toMatch(message);
    expect(mustGit(root, 'status', '--porcelain')).toBe('');
    expect(existsSync(join(root, '.git/hooks/pre-commit.before-bearertrap'))).toBe(false);
  });

  it('puts back a link that leads nowhere', () => {
    const root = repository();
    const hook = join(root, '.git/hooks/pre-commit');
    symlinkSync('/nonexistent/hook', hook);
    expect(bearertrap(root, 'hook', 'install').output).not.toContain('runs before it');
    expect(bearertrap(root, 'hook', 'uninstall').code).toBe(0);
    expect(readlinkSync(hook)).toBe('/nonexistent/hook');
  });

  it('outside of a repository is a usage error', () => {
    expect(bearertrap(tree(), 'hook', 'install')).toMatchObject({ code: 2 });
  });

  it('says so when the program is gone, and lets nothing through', () => {
    const root = hooked();
    const hook = join(root, '.git/hooks/pre-commit');
    const text = readFileSync(hook, 'utf8').replace(/^cli=.*$/m, 'cli=/nowhere/cli.js');
    put(root, '.git/hooks/pre-commit', text);
    put(root, 'a', 'y');
    const { code, output } = tryGit(root, 'commit', '-am', 'x');
    expect(code).toBe(1);
    expect(output).toContain('bearertrap is gone from /nowhere/cli.js');
  });
});

describe('a push', () => {
  it('is stopped by what it brings, and by nothing that the other side has', () => {
    const bare = tree();
    mustGit(bare, 'init', '-q', '--bare');
    const root = repository({ old: two });
    mustGit(root, 'add', '-A');
    mustGit(root, 'commit', '-qm', 'old');
    mustGit(root, 'remote', 'add', 'origin', bare);
    mustGit(root, 'push', '-q', 'origin', 'main');
    put(root, '.git/hooks/pre-push', '#!/bin/sh\nread a b c d\necho "theirs $a"\n');
    chmodSync(join(root, '.git/hooks/pre-push'), 0o755);
    bearertrap(root, 'hook', 'install', '--pre-push');
    put(root, 'a', one);
    mustGit(root, 'add', 'a');
    mustGit(root, 'commit', '-q', '--no-verify', '-m', 'leak');
    const leak = mustGit(root, 'rev-parse', 'HEAD').slice(0, 10);
    put(root, 'a', 'gone');
    mustGit(root, 'commit', '-qam', 'gone');
    for (const args of [['main'], ['main:refs/heads/new'], ['--all']]) {
      const { code, output } = tryGit(root, 'push', 'origin', ...args);
      expect([args, code]).toEqual([args, 1]);
      expect(output).toContain('theirs refs/heads/main');
      expect(output).toContain('bearertrap stopped this push: it holds 1 secret');
      expect(output).toContain(`git rebase -i ${leak}^`);
      expect(output).toContain('git push --no-verify');
    }
    expect(tryGit(root, 'push', bare, 'main').code).toBe(1);
    mustGit(root, 'reset', '-q', '--hard', 'origin/main');
    put(root, 'b', 'clean');
    mustGit(root, 'add', 'b');
    mustGit(root, 'commit', '-qm', 'clean');
    expect(tryGit(root, 'push', '-q', 'origin', 'main')).toMatchObject({ code: 0 });
    expect(tryGit(root, 'push', '-q', 'origin', 'main:new')).toMatchObject({ code: 0 });
    expect(tryGit(root, 'push', '-q', 'origin', ':new')).toMatchObject({ code: 0 });
  });

  it('takes nothing as known to a remote that has got another URL', () => {
    const [first, second] = [tree(), tree()];
    for (const bare of [first, second]) mustGit(bare, 'init', '-q', '--bare');
    const root = repository({ a: one });
    mustGit(root, 'add', '-A');
    mustGit(root, 'commit', '-qm', 'leak');
    mustGit(root, 'remote', 'add', 'origin', first);
    mustGit(root, 'push', '-q', 'origin', 'main', 'main:dev');
    bearertrap(root, 'hook', 'install', '--pre-push');
    expect(tryGit(root, 'push', '-q', 'origin', 'main:new')).toEqual({ code: 0, output: '' });
    mustGit(root, 'remote', 'set-url', 'origin', second);
    const { code, output } = tryGit(root, 'push', 'origin', 'main');
    expect(code).toBe(1);
    expect(output).toContain('refs/remotes/origin/main is here, but origin has no such branch');
    expect(output).toContain('a:1:1');
    mustGit(root, 'remote', 'set-url', 'origin', first);
    mustGit(first, 'branch', '-D', 'new');
    expect(tryGit(root, 'push', 'origin', 'main:new').code).toBe(1);
    mustGit(root, 'fetch', '-q', '--prune', 'origin');
    expect(tryGit(root, 'push', '-q', 'origin', 'main:new')).toEqual({ code: 0, output: '' });
  });

  it('of a tag is stopped by its message, and by the file it names', () => {
    const bare = tree();
    mustGit(bare, 'init', '-q', '--bare');
    const root = hooked();
    mustGit(root, 'remote', 'add', 'origin', bare);
    mustGit(root, 'push', '-q', 'origin', 'main');
    bearertrap(root, 'hook', 'install', '--pre-push');
    put(bare, 'hooks/pre-receive', `#!/bin/sh\nexec '${process.execPath}' '${CLI}' hook run pre-receive\n`);
    chmodSync(join(bare, 'hooks/pre-receive'), 0o755);
    mustGit(root, 'tag', '-am', `key ${one}`, 'v1');
    put(root, 'b', two);
    const file = mustGit(root, 'hash-object', '-w', 'b').trim();
    mustGit(root, 'tag', '-am', 'a key', 'key', file);
    for (const [tag, place] of [
      ['v1', `tag ${mustGit(root, 'rev-parse', 'v1').trim()}:1:5`],
      ['key', `object ${file}:1:1`],
    ] as const) {
      const { code, output } = tryGit(root, 'push', 'origin', tag);
      expect([tag, code]).toEqual([tag, 1]);
      expect(output).toContain(place);
      expect(tryGit(root, 'push', '--no-verify', 'origin', tag).output).toMatch(new RegExp(`remote: +${place}`));
    }
    const fix = /^ +(git tag .*)$/m.exec(tryGit(root, 'push', 'origin', 'v1').output)![1]!;
    expect(run(root, 'bash', ['-c', fix], { GIT_EDITOR: 'echo clean >' }).code).toBe(0);
    mustGit(root, 'tag', '-am', 'a key', 'clean', mustGit(root, 'rev-parse', 'HEAD:a').trim());
    expect(tryGit(root, 'push', '-q', 'origin', 'v1', 'clean')).toMatchObject({ code: 0 });
  });

  it('is refused by the server, which reads it before it is taken in', () => {
    const bare = tree();
    mustGit(bare, 'init', '-q', '--bare');
    put(bare, 'hooks/pre-receive', `#!/bin/sh\nexec '${process.execPath}' '${CLI}' hook run pre-receive\n`);
    chmodSync(join(bare, 'hooks/pre-receive'), 0o755);
    const root = repository({ a: 'x' });
    mustGit(root, 'add', '-A');
    mustGit(root, 'commit', '-qm', 'first');
    mustGit(root, 'remote', 'add', 'origin', bare);
    expect(tryGit(root, 'push', '-q', 'origin', 'main')).toMatchObject({ code: 0 });
    put(root, 'a', one);
    mustGit(root, 'commit', '-qam', 'leak');
    const { code, output } = tryGit(root, 'push', 'origin', 'main', 'main:other');
    expect(code).toBe(1);
    expect(output).toMatch(/remote: bearertrap stopped this push: it holds 1 secret/);
    expect(mustGit(bare, 'count-objects')).toContain('3 objects');
    mustGit(root, 'reset', '-q', '--hard', 'HEAD~1');
    put(root, 'b', 'clean');
    mustGit(root, 'add', 'b');
    mustGit(root, 'commit', '-qm', 'clean');
    expect(tryGit(root, 'push', '-q', 'origin', 'main', 'main:other')).toMatchObject({ code: 0 });
    expect(tryGit(root, 'push', '-q', 'origin', ':other')).toMatchObject({ code: 0 });
  });
});

describe('what git gives', () => {
  it('is checked', () => {
    const { code, output } = run(repository(), 'bash', [
      '-c',
      `echo nonsense | '${process.execPath}' '${CLI}' hook run pre-receive`,
    ]);
    expect(code).toBe(2);
    expect(output).toContain('this is not what git gives a hook');
  });
});
