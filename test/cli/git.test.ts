import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { git, put, run, tree } from '../helpers/cli.ts';
import { githubPat } from '../helpers/tokens.ts';

const [one, two, three] = ['one', 'two', 'three'].map((seed) => githubPat(seed)) as [string, string, string];

function repository(files: Record<string, string | Buffer>): string {
  const root = tree(files);
  git(root, 'init', '-q');
  return root;
}

function commit(root: string, message: string): void {
  git(root, 'add', '-A');
  git(root, 'commit', '-qm', message);
}

async function places(cwd: string, ...args: string[]): Promise<{ code: number; places: string[]; report: Report }> {
  const { code, stdout } = await run(['scan', '--format', 'json', ...args], { cwd });
  const report = JSON.parse(stdout) as Report;
  const all = report.findings.flatMap((finding) => finding.locations.map((at) => `${finding.rule} ${at.path}:${at.startLine}`));
  return { code, places: all.sort(), report };
}

describe('the report of a repository', () => {
  it.each([['tree'], ['staged', '--staged'], ['range', '--range', 'HEAD'], ['history', '--history']])(
    'tells its HEAD for a %s',
    async (kind, ...args) => {
      const root = repository({ 'dir/a': 'x' });
      commit(root, 'first');
      const head = git(root, 'rev-parse', 'HEAD').trim();
      expect((await places(root, ...args)).report.scope).toMatchObject({ kind, head });
      expect((await places(tree(), ...args, root)).report.scope).toMatchObject({ kind, head });
    },
  );
});

describe('scan --staged', () => {
  it('sees the index, not the work tree, and only what is new in it', async () => {
    const root = repository({ a: `x\n${one}\n`, b: 'x\n' });
    commit(root, 'first');
    put(root, 'a', `moved\ndown\nx\n${one}\n${two}\n`);
    put(root, 'new file', three);
    git(root, 'add', '-A');
    put(root, 'a', 'clean again\n');
    put(root, 'b', githubPat('unstaged'));
    expect(await places(root, '--staged')).toMatchObject({ code: 1, places: ['github-pat a:5', 'github-pat new file:1'] });
    expect((await places(root, '--staged', '--all')).places).toEqual([
      'github-pat a:4',
      'github-pat a:5',
      'github-pat new file:1',
    ]);
  });

  it('sees the first commit of a repository, and nothing where nothing is staged', async () => {
    const root = repository({ a: one });
    git(root, 'add', 'a');
    expect((await places(root, '--staged')).places).toEqual(['github-pat a:1']);
    commit(root, 'first');
    expect(await places(root, '--staged')).toMatchObject({ code: 0, places: [] });
  });

  it('is a usage error outside of a repository', async () => {
    const { code, stderr } = await run(['scan', '--staged'], { cwd: tree({ a: one }) });
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
  });
});

describe('scan --range', () => {
  it('tells what the commits bring in, with the commit, even when it is removed again', async () => {
    const root = repository({ a: `${one}\n` });
    commit(root, 'first');
    put(root, 'a', `${one}\n${two}\n`);
    commit(root, 'second');
    const second = git(root, 'rev-parse', 'HEAD').trim();
    put(root, 'a', 'clean\n');
    commit(root, 'third');
    const { places: found, report } = await places(root, '--range', 'HEAD~2..');
    expect(found).toEqual(['github-pat a:2']);
    expect(report.findings[0]!.locations[0]).toMatchObject({ commit: second });
    expect(report.coverage).toMatchObject({ complete: true, commits: { scanned: 2 } });
  });

  it('is a usage error when an end does not exist', async () => {
    const root = repository({ a: 'x' });
    commit(root, 'first');
    const { code, stderr } = await run(['scan', '--range', 'nowhere..HEAD'], { cwd: root });
    expect(code).toBe(2);
    expect(stderr).toContain('nowhere');
  });
});

describe('scan --history', () => {
  it('finds what no branch shows any more, and tells where each secret stands', async () => {
    const root = repository({ a: `${one}\n`, wide: Buffer.from(`\ufeff${three}\n`, 'utf16le') });
    commit(root, 'first');
    put(root, 'a', 'clean\n');
    put(root, 'b', two);
    git(root, 'add', 'b');
    put(root, 'b', 'never committed');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', `token ${githubPat('message')}`);
    git(root, 'gc', '-q');
    const { places: found, report } = await places(root, '--history');
    const message = git(root, 'rev-parse', 'HEAD').trim();
    expect(found.filter((place) => !place.includes('object '))).toEqual([
      'github-pat a:1',
      expect.stringContaining(`github-pat commit ${message}:`),
      'github-pat wide:1',
    ]);
    expect(found.filter((place) => place.includes('object '))).toHaveLength(1);
    const history = (path: string) => report.findings.find((finding) => finding.locations[0]!.path === path)!.history;
    expect(history('a')).toMatchObject({
      inHead: false,
      reachable: true,
      first: { subject: 'first', author: 'Ada' },
      where: 'blob',
    });
    expect(history('wide')).toMatchObject({ inHead: true, refs: ['refs/heads/main'] });
  });

  it('does not go together with other scopes', async () => {
    const { code, stderr } = await run(['scan', '--history', '--staged'], { cwd: tree() });
    expect(code).toBe(2);
    expect(stderr).toContain('do not go together');
  });
});
