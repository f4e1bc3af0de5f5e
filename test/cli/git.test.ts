import { execFileSync, spawnSync } from 'node:child_process';
import { closeSync, existsSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { CLI, git, put, run, tree } from '../helpers/cli.ts';
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

it.skipIf(!existsSync('/dev/full'))('a report that cannot be written is an error, not a finding', () => {
  const root = repository({ a: 'x' });
  commit(root, 'first');
  const full = openSync('/dev/full', 'w');
  try {
    const { status, stderr } = spawnSync(process.execPath, [CLI, 'scan', '--history'], {
      cwd: root,
      stdio: ['ignore', full, 'pipe'],
      encoding: 'utf8',
    });
    expect([status, stderr]).toEqual([2, expect.stringMatching(/^bearertrap: .*ENOSPC.*\n$/)]);
  } finally {
    closeSync(full);
  }
});

it('an error shows no control characters of what it names', async () => {
  const { code, stderr } = await run(['scan', '--history'], { cwd: tree({ 'dir\x1b[31m/a': 'x' }) + '/dir\x1b[31m' });
  expect([code, stderr.includes('\x1b')]).toEqual([2, false]);
});

describe('a folder that is named', () => {
  it.each([['--staged'], ['--range', 'HEAD'], ['--history']])(
    'is the repository of %s, whatever the environment names',
    async (...args) => {
      const here = repository({ a: 'x' });
      commit(here, 'first');
      const root = repository({ a: one });
      commit(root, 'first');
      put(root, 'b', two);
      git(root, 'add', 'b');
      const env = { GIT_DIR: join(here, '.git'), GIT_INDEX_FILE: join(here, '.git/index') };
      const { code, stdout } = await run(['scan', ...args, '-f', 'json', root], { cwd: here, env });
      expect([code, (JSON.parse(stdout) as Report).scope.head]).toEqual([1, git(root, 'rev-parse', 'HEAD').trim()]);
      expect((await run(['scan', ...args], { cwd: root, env })).code).toBe(0);
    },
  );

  it('is the one that the environment names if it lies in that', async () => {
    const root = repository({ 'sub/a': one });
    git(root, 'add', '.');
    renameSync(join(root, '.git/index'), join(root, '.git/next'));
    const env = { GIT_DIR: '.git', GIT_INDEX_FILE: '.git/next' };
    expect((await run(['scan', '--staged', 'sub'], { cwd: root, env })).code).toBe(1);
  });

  it('may be bare', async () => {
    const root = repository({ a: one });
    commit(root, 'first');
    const bare = tree();
    git(bare, 'clone', '-q', '--bare', root, '.');
    const here = repository({ a: 'x' });
    expect((await run(['scan', '--history', bare], { cwd: here, env: { GIT_DIR: join(here, '.git') } })).code).toBe(1);
    expect((await run(['scan', '--history', '.'], { cwd: bare, env: { GIT_DIR: '.' } })).code).toBe(1);
  });

  it.each([
    [['--staged', 'file'], 'file: this is a file'],
    [['--range', 'HEAD', 'file'], 'file: this is a file'],
    [['--history', 'file'], 'file: this is a file'],
    [['--staged', 'nope'], 'nope: no such folder'],
    [['--history', 'nope'], 'nope: no such folder'],
    [['--staged', '-'], '--staged reads a repository, not standard input'],
  ])('must be one: %j', async (args, message) => {
    const { code, stderr } = await run(['scan', ...args], { cwd: repository({ file: 'x' }) });
    expect([code, stderr.trim().split('\n').length]).toEqual([2, 1]);
    expect(stderr).toContain(message);
  });
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

describe('a repository that is not all there', () => {
  /** Three commits, each with a secret of its own; the second also moves and changes a file. */
  function origin(): string {
    const lines = Array.from({ length: 60 }, (_, i) => `line ${i}\n`).join('');
    const root = repository({ a: one, moved: lines });
    git(root, 'config', 'uploadpack.allowFilter', 'true');
    commit(root, 'first');
    put(root, 'a', two);
    git(root, 'mv', 'moved', 'elsewhere');
    put(root, 'elsewhere', `${lines}changed\n`);
    commit(root, 'second');
    put(root, 'a', three);
    commit(root, 'third');
    return root;
  }

  function clone(...options: string[]): { from: string; root: string } {
    const from = origin();
    const root = tree();
    git(root, 'clone', '-q', ...options, `file://${from}`, '.');
    return { from, root };
  }

  const gaps = (report: Report): string[] =>
    report.coverage.skipped.filter(({ gap }) => gap).flatMap(({ reason, examples }) => examples.map((id) => `${reason} ${id}`));

  it('shallow: what is there is scanned, and where it ends is told', async () => {
    const { from, root } = clone('--depth=2');
    const id = (name: string): string => git(from, 'rev-parse', name).trim();
    const inHistory = await places(root, '--history');
    expect(inHistory).toMatchObject({ code: 1, places: ['github-pat a:1', 'github-pat a:1'] });
    expect(gaps(inHistory.report)).toEqual([`missing-object ${id('HEAD~2')} (shallow clone)`]);
    const inRange = await places(root, '--range', `${id('HEAD~2')}..`);
    expect(inRange).toMatchObject({ code: 1, places: ['github-pat a:1'] });
    expect(gaps(inRange.report)).toEqual([
      `missing-object ${id('HEAD~2')} (not in this shallow clone)`,
      `missing-object parents of ${id('HEAD~1')} (shallow clone)`,
    ]);
  });

  it('a partial clone: nothing is fetched, and what is missing is told', async () => {
    const { from, root } = clone('--filter=blob:none');
    const gone = [git(from, 'rev-parse', 'HEAD~1:a').trim(), git(from, 'rev-parse', 'HEAD~2:a').trim()];
    const stored = git(root, 'count-objects', '-v');
    const inHistory = await places(root, '--history');
    expect(inHistory).toMatchObject({ code: 1, places: ['github-pat a:1'] });
    expect(gaps(inHistory.report)).toEqual(expect.arrayContaining(gone.map((id) => `missing-object ${id}`)));
    const inRange = await places(root, '--range', 'HEAD~2..');
    expect(inRange).toMatchObject({ code: 1, places: ['github-pat a:1'] });
    expect(gaps(inRange.report)).toEqual([`missing-object ${gone[0]}`]);
    expect(git(root, 'count-objects', '-v')).toBe(stored);
    git(root, 'mv', 'elsewhere', 'again');
    put(root, 'again', `${githubPat('staged')}\n`);
    git(root, 'add', '-A');
    expect(await places(root, '--staged')).toMatchObject({ code: 1, places: ['github-pat again:1'] });
  });

  it('a clone without trees', async () => {
    const from = origin();
    git(from, 'commit', '-q', '--allow-empty', '-m', `key ${githubPat('message')}`);
    const root = tree();
    git(root, 'clone', '-q', '--no-checkout', '--filter=tree:0', `file://${from}`, '.');
    const { code, places: found, report } = await places(root, '--range', 'HEAD~3..');
    expect([code, found]).toEqual([1, [`github-pat commit ${git(root, 'rev-parse', 'HEAD').trim()}:1`]]);
    expect(gaps(report)).toEqual([expect.stringMatching(/^missing-object trees of HEAD~3\.\. \(partial clone: git log failed/)]);
    const { code: refused, stderr } = await run(['scan', '--staged'], { cwd: root });
    expect([refused, stderr]).toEqual([
      2,
      expect.stringMatching(/could not fetch .* \(a partial clone, and not all of HEAD was/),
    ]);
  });

  it('damaged: a range that git cannot follow is a gap', async () => {
    const root = origin();
    const lost = git(root, 'rev-parse', 'HEAD~1^{tree}').trim();
    rmSync(join(root, '.git/objects', lost.slice(0, 2), lost.slice(2)));
    const { code, report } = await places(root, '--range', 'HEAD~2..');
    expect(code).toBe(3);
    expect(gaps(report)).toEqual([expect.stringMatching(/^unreadable HEAD~2\.\. \(git log failed: fatal: .*\)$/)]);
    expect(gaps((await places(root, '--history')).report)).toEqual([`missing-object ${lost}`]);
  });

  it.each([
    ['that was pushed over', 'pushed over or never fetched', (from: string) => git(from, 'rev-parse', 'refs/old').trim()],
    ['that never was', 'no such commit', () => 'nowhere'],
    ['without common history', 'no history in common', () => 'origin/lonely'],
  ])('an end %s is a usage error', async (_, message, name) => {
    const from = origin();
    git(from, 'update-ref', 'refs/old', 'HEAD');
    git(from, 'commit', '-q', '--amend', '-m', 'pushed over');
    git(from, 'checkout', '-q', '--orphan', 'lonely');
    git(from, 'commit', '-qm', 'lonely');
    git(from, 'checkout', '-q', 'main');
    const root = tree();
    git(root, 'clone', '-q', `file://${from}`, '.');
    const { code, stdout, stderr } = await run(['scan', '--range', `${name(from)}..HEAD`], { cwd: root });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr).toContain(message);
    expect(stderr.trim().split('\n')).toHaveLength(1);
  });

  it('without git: one line, and not the exit code of findings', async () => {
    const { code, stderr } = await run(['scan', '--history'], { cwd: origin(), env: { PATH: '/nonexistent' } });
    expect([code, stderr]).toEqual([2, 'bearertrap: git was not found on PATH\n']);
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

  it('tells where a name stands, even if it is not UTF-8', async () => {
    const root = repository({ a: 'x' });
    const name = Buffer.concat([Buffer.from(`${root}/${one}.`), Buffer.of(0xff)]);
    writeFileSync(name, 'x');
    commit(root, 'named');
    const { report } = await places(root, '--history');
    expect(report.findings).toHaveLength(1);
    expect(report.findings[0]!.history).toMatchObject({ where: 'path', inHead: true, first: { subject: 'named' } });
  });

  it('reads alternates that the environment names by relative paths, as a pre-receive hook sees them', async () => {
    const root = repository({ a: 'x' });
    commit(root, 'first');
    const other = repository({ b: two });
    commit(other, 'second');
    const env = { GIT_ALTERNATE_OBJECT_DIRECTORIES: relative(root, join(other, '.git/objects')) };
    const { stdout } = await run(['scan', '--history', '--format', 'json'], { cwd: root, env });
    expect((JSON.parse(stdout) as Report).findings).toHaveLength(1);
  });

  it('does not go together with other scopes', async () => {
    const { code, stderr } = await run(['scan', '--history', '--staged'], { cwd: tree() });
    expect(code).toBe(2);
    expect(stderr).toContain('do not go together');
  });
});

describe('a range of many files', () => {
  /** A commit of 4,500 files, two of which hold something, and one that changes one of these. */
  function makeMany(): string {
    const root = repository({ first: 'x\n' });
    commit(root, 'first');
    const person = 'A <a@example.org> 1700000000 +0000';
    const data = (text: string): string => `data ${Buffer.byteLength(text)}\n${text}\n`;
    const files = Array.from({ length: 4500 }, (_, i) => {
      const text = i === 7 ? `${one}\n` : i === 4444 ? `x\ny\n${two}\n` : `file ${i}\n`;
      return `M 100644 inline dir${i % 10}/f${i}\n${data(text)}`;
    });
    const head = (message: string): string => `commit refs/heads/many\nauthor ${person}\ncommitter ${person}\n${data(message)}`;
    const stream = `${head(`many\n\n${three}\n`)}from HEAD\n${files.join('')}${head('last')}M 100644 inline dir7/f7\n${data('gone\n')}`;
    execFileSync('git', ['fast-import', '--quiet'], { cwd: root, input: stream });
    return root;
  }

  it.each([1, 2])('is looked through by threads (%i)', async (jobs) => {
    const root = makeMany();
    const { code, places: found, report } = await places(root, '--range', 'HEAD..many', '--jobs', String(jobs));
    const many = git(root, 'rev-parse', 'many~1').trim();
    expect([code, found]).toEqual([1, [`github-pat commit ${many}:3`, 'github-pat dir4/f4444:3', 'github-pat dir7/f7:1']]);
    expect(report.coverage).toMatchObject({ complete: true, blobs: { scanned: 4501 }, commits: { scanned: 2 } });
    const commits = report.findings.flatMap(({ locations }) => locations.map((at) => at.commit));
    expect(commits).toEqual([many, many, many]);
  });
});
