import { spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { CLI, put, run, tree } from '../helpers/cli.ts';
import { mustGit, repository, run as shell } from '../helpers/hooks.ts';
import { githubPat, jwt } from '../helpers/tokens.ts';

const secret = githubPat('one');

async function report(cwd: string, ...args: string[]): Promise<Report> {
  return JSON.parse((await run(['scan', '--format', 'json', ...args], { cwd })).stdout) as Report;
}

/** A repository in which a secret was committed, and removed again. */
function leaked(): string {
  const root = repository({ 'conf/my app.env': `TOKEN=${secret}\n`, b: 'x\n' });
  mustGit(root, 'add', '-A');
  mustGit(root, 'commit', '-qm', 'leak');
  put(root, 'conf/my app.env', 'TOKEN=\n');
  mustGit(root, 'commit', '-qam', 'gone');
  return root;
}

describe('bearertrap explain', () => {
  it('asks the index, the work tree and the history', async () => {
    const root = leaked();
    const [finding] = (await report(root, '--history')).findings;
    const fromHistory = await run(['explain', finding!.id.slice(0, 10)], { cwd: join(root, 'conf') });
    expect(fromHistory).toMatchObject({ code: 0, stderr: '' });
    for (const said of [
      'what      GitHub personal access token (classic)',
      'opens     Acts as its owner',
      'by the rule github-pat, with certain confidence',
      'conf/my app.env:1:7, in commit',
      'gone from HEAD',
      'https://github.com/settings/tokens',
      'It is in the history.',
      "--path 'conf/my app.env'",
      'hook install',
      'bearertrap:ignore github-pat',
    ])
      expect(fromHistory.stdout.replace(/\n +/g, ' ')).toContain(said);
    expect(fromHistory.stdout).not.toContain(secret);
    put(root, 'new', secret);
    const fromTree = await run(['explain', finding!.id], { cwd: root });
    expect(fromTree.stdout).toContain('new:1:1');
    expect(fromTree.stdout).toContain('If it was ever committed');
  });

  it.each(['json', 'jsonl'])('reads a report of %s', async (format) => {
    const root = tree({ a: jwt({ iss: 'https://example.auth0.com/', sub: 'ada', scope: 'admin:users', exp: 4_000_000_000 }) });
    const file = join(tree(), 'report');
    await run(['scan', '--format', format, '-o', file], { cwd: root });
    const { id } = (await report(root)).findings[0]!;
    const { code, stdout } = await run(['explain', id, '--report', file], { cwd: tree() });
    expect(code).toBe(0);
    expect(stdout).toContain('issuer Auth0');
    expect(stdout).toContain('scopes admin:users');
    expect(
      Math.max(
        ...stdout
          .split('\n')
          .filter((line) => !line.includes('   git ') && !line.includes(CLI))
          .map((line) => line.length),
      ),
    ).toBeLessThanOrEqual(80);
  });

  it('shows nothing of a report that could drive a terminal or a shell', async () => {
    const made = await report(tree({ a: secret }));
    const finding = made.findings[0]!;
    finding.locations[0]!.path = "a\u001b[2J'; touch x; '";
    finding.title = 'x\u001b[1m';
    finding.remedy.revoke = '$ \u001b]0;x\u0007';
    const file = join(tree(), 'report.json');
    writeFileSync(file, JSON.stringify(made));
    const { stdout } = await run(['explain', finding.id, '--report', file]);
    expect(stdout).toContain('a\\x1b[2J');
    expect(stdout.replaceAll('\n', '')).not.toMatch(/[\0-\x1f\x7f]/);
    expect(stdout).toContain(String.raw`--path $'a\x1b[2J\'; touch x; \''`);
  });

  it.each([
    [['zz'], 'is no id'],
    [['abc'], 'write at least 6'],
    [['ffffffffff'], 'there is no finding ffffffffff here'],
    [['ffffffffff', '--report', 'none.json'], 'none.json cannot be read (ENOENT)'],
    [['ffffffffff', '--report', 'a'], 'a is no report'],
  ])('%j is a usage error', async (args, message) => {
    const { code, stderr } = await run(['explain', ...args], { cwd: tree({ a: 'x' }) });
    expect([code, stderr.split('\n').length]).toEqual([2, 2]);
    expect(stderr).toContain(message);
  });

  it.skipIf(spawnSync('git', ['filter-repo', '--version']).status !== 0)('tells commands that purge the history', async () => {
    for (const command of ['--invert-paths', '--replace-text']) {
      const origin = leaked();
      const root = join(tree(), 'clone');
      mustGit(origin, 'clone', '-q', `file://${origin}`, root);
      writeFileSync(join(root, '../replacements.txt'), `${secret}==>REMOVED\n`);
      const { id } = (await report(root, '--history')).findings[0]!;
      const { stdout } = await run(['explain', id], { cwd: root });
      const line = stdout.split('\n').find((one) => one.includes(command))!;
      expect(shell(root, 'bash', ['-c', line.trim()])).toMatchObject({ code: 0 });
      expect((await report(root, '--history')).findings).toEqual([]);
    }
  });
});
