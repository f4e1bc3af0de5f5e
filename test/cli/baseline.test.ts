import { createHash } from 'node:crypto';
import { readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { git, put, run, tree } from '../helpers/cli.ts';
import { githubPat, random } from '../helpers/tokens.ts';

const [one, two, three, four] = ['one', 'two', 'three', 'four'].map((seed) => githubPat(seed)) as [
  string,
  string,
  string,
  string,
];
const FILE = '.bearertrap-baseline.json';

async function scan(cwd: string, ...args: string[]): Promise<{ code: number; open: string[]; report: Report; stderr: string }> {
  const { code, stdout, stderr } = await run(['scan', '--format', 'json', ...args], { cwd });
  const report = JSON.parse(stdout) as Report;
  const open = report.findings.filter(({ suppressed }) => !suppressed);
  return { code, open: open.map(({ locations }) => locations[0]!.path).sort(), report, stderr };
}

interface Entry {
  id: string;
  paths: string[];
  severity: string;
  reason?: string;
  history?: boolean;
}
const entries = (root: string): Entry[] => (JSON.parse(readFileSync(join(root, FILE), 'utf8')) as { accepted: Entry[] }).accepted;

describe('bearertrap baseline', () => {
  it('accepts what is there; what is new fails', async () => {
    const password = `k7${random(9, 'pass')}#Q`;
    const root = tree({ 'a.env': `A=${one}\n`, 'b.env': `DB_PASSWORD=${password}\n` });
    const { code, stdout } = await run(['baseline', '--reason', 'before we scanned', '--owner', 'ann'], { cwd: root });
    expect([code, stdout]).toEqual([0, `${FILE}: 2 findings accepted, 2 of them new\n`]);
    const text = readFileSync(join(root, FILE), 'utf8');
    for (const secret of [one, password]) {
      for (const form of [
        secret,
        ...['md5', 'sha1', 'sha256'].map((hash) => createHash(hash).update(secret).digest('hex').slice(0, 16)),
      ])
        expect(text).not.toContain(form);
    }
    expect(await scan(root)).toMatchObject({ code: 0, open: [], stderr: '' });
    put(root, 'new.env', two);
    const after = await scan(root);
    expect(after).toMatchObject({ code: 1, open: ['new.env'] });
    expect(after.report.summary).toMatchObject({ findings: 1, suppressed: 2 });
    expect(after.report.findings.find(({ suppressed }) => suppressed)!.suppressed).toEqual({
      by: 'baseline',
      reason: 'before we scanned',
      owner: 'ann',
    });
    expect((await scan(root, '--no-baseline')).open).toEqual(['a.env', 'b.env', 'new.env']);
  });

  it('knows what moves within and between files', async () => {
    const root = tree({ a: `${one}\n` });
    await run(['baseline'], { cwd: root });
    rmSync(join(root, 'a'));
    put(root, 'sub/b', `\n\n\nx = '${one}'\n`);
    expect(await scan(root)).toMatchObject({ code: 0, open: [] });
  });

  it('is written the same by every run, and keeps what was noted', async () => {
    const root = tree({ a: one, b: two });
    await run(['baseline', '--accept', (await scan(root)).report.findings[0]!.id, '--reason', 'known'], { cwd: root });
    expect(entries(root)).toHaveLength(1);
    await run(['baseline'], { cwd: root });
    const text = readFileSync(join(root, FILE), 'utf8');
    expect(new Set(entries(root).map(({ reason }) => reason))).toEqual(new Set(['known', undefined]));
    await run(['baseline'], { cwd: root });
    expect(readFileSync(join(root, FILE), 'utf8')).toBe(text);
  });

  it('tells what is gone, and prunes that only', async () => {
    const root = tree({ a: one, b: two });
    await run(['baseline'], { cwd: root });
    rmSync(join(root, 'a'));
    put(root, 'c', three);
    const { stderr } = await scan(root);
    expect(stderr).toMatch(
      /\.bearertrap-baseline\.json: 1 entry accepts nothing any more \([0-9a-f]{20}\): bearertrap baseline --prune/,
    );
    const { stdout } = await run(['baseline', '--prune'], { cwd: root });
    expect(stdout).toContain('1 entry removed, 1 left');
    expect(entries(root).map(({ paths }) => paths)).toEqual([['b']]);
    expect(await scan(root)).toMatchObject({ code: 1, open: ['c'], stderr: '' });
    const partly = await run(['baseline', '--prune', 'c'], { cwd: root });
    expect(partly.code).toBe(2);
  });

  it('holds in the index, in subfolders and in history, and prunes history by history only', async () => {
    const root = tree({ a: one, 'sub/b': two });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    await run(['baseline', '--staged'], { cwd: join(root, 'sub') });
    expect(entries(root)).toHaveLength(2);
    expect(await scan(root, '--staged')).toMatchObject({ code: 0 });
    expect(await scan(join(root, 'sub'), '.')).toMatchObject({ code: 0, stderr: '' });
    git(root, 'commit', '-qm', 'first');
    put(root, 'a', 'clean');
    put(root, 'c', three);
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'second');
    expect(await scan(root, '--history')).toMatchObject({ code: 1, open: ['c'] });
    await run(['baseline', '--history'], { cwd: root });
    expect(Object.fromEntries(entries(root).map(({ paths, history }) => [paths[0], history]))).toEqual({
      a: true,
      c: undefined,
      'sub/b': undefined,
    });
    expect(await scan(root)).toMatchObject({ code: 0, stderr: '' });
    await run(['baseline', '--prune'], { cwd: root });
    expect(entries(root)).toHaveLength(3);
  });

  it('does not hide what has become more severe', async () => {
    const root = tree({ a: one });
    await run(['baseline'], { cwd: root });
    const text = readFileSync(join(root, FILE), 'utf8');
    put(root, FILE, text.replace('"critical"', '"medium"'));
    const { code, report } = await scan(root);
    expect(code).toBe(1);
    expect(report.findings[0]!.reasons.map(({ text: reason }) => reason)).toContain(
      'It was accepted in the baseline as medium, and is critical now.',
    );
  });

  it('ends when its entries end', async () => {
    const root = tree({ a: one });
    const late = await run(['baseline', '--until', '2027-02-30'], { cwd: root });
    expect(late.code).toBe(2);
    await run(['baseline', '--until', '2020-01-31'], { cwd: root });
    const { code, report } = await scan(root);
    expect(code).toBe(1);
    expect(report.findings[0]!.reasons.at(-1)!.text).toBe('It was accepted by the baseline until 2020-01-31.');
  });

  it('accepts one finding by the beginning of its id, with a reason', async () => {
    const root = tree({ a: one, b: two });
    const { report } = await scan(root);
    const { id, locations } = report.findings[0]!;
    expect((await run(['baseline', '--accept', id], { cwd: root })).stderr).toContain('--accept needs a reason');
    expect((await run(['baseline', '--accept', 'ffffffff', '--reason', 'x'], { cwd: root })).stderr).toContain(
      'there is no finding',
    );
    const { code } = await run(['baseline', '--accept', id.slice(0, 8), '--reason', 'revoked'], { cwd: root });
    expect(code).toBe(0);
    expect((await scan(root)).open).toEqual(['a', 'b'].filter((path) => path !== locations[0]!.path));
  });

  it('that is broken is told, and accepts nothing', async () => {
    const root = tree({ a: one, [FILE]: '<<<<<<< ours' });
    const { code, open, stderr } = await scan(root);
    expect([code, open]).toEqual([2, ['a']]);
    expect(stderr).toContain(`${FILE}: this is no JSON`);
    expect((await run(['baseline'], { cwd: root })).code).toBe(2);
    expect(readFileSync(join(root, FILE), 'utf8')).toBe('<<<<<<< ours');
  });
});

describe('baselines of other scanners', () => {
  it('of gitleaks', async () => {
    const root = tree({ a: `${one}\n${two}\n`, b: three });
    put(
      root,
      'gitleaks.json',
      JSON.stringify([
        { RuleID: 'github-pat', File: 'a', StartLine: 9, Secret: one },
        { RuleID: 'github-pat', File: 'b', StartLine: 1, Secret: 'REDACTED' },
      ]),
    );
    const { report } = await scan(root, '--exclude', '*.json', '--baseline', 'gitleaks.json');
    const open = report.findings.filter(({ suppressed }) => !suppressed);
    expect(open.map(({ locations }) => [locations[0]!.path, locations[0]!.startLine])).toEqual([['a', 2]]);
  });

  it('.gitleaksignore, by places and by what they held in a commit', async () => {
    const root = tree({ 'sub/a b.env': `x\nKEY=${one}\n`, b: `${two}\n${two}\n`, c: three, d: `${four}\n` });
    git(root, 'init', '-q');
    git(root, 'add', '.');
    git(root, 'commit', '-qm', 'one');
    const commit = git(root, 'rev-parse', 'HEAD').trim();
    // What was ignored in a commit has moved since.
    put(root, 'sub/a b.env', `more\n\nx\nKEY=${one}\nOTHER=${three}\n`);
    put(
      root,
      '.gitleaksignore',
      [
        '# known',
        `${commit}:sub/a b.env:github-pat:2`,
        'b:generic-api-key:1',
        'c:aws-access-token:1',
        `${'0'.repeat(40)}:d:github-pat:1`,
        'no fingerprint',
      ].join('\n'),
    );
    const { report } = await scan(root, '--baseline', '.gitleaksignore');
    const places = report.findings.flatMap(({ locations, suppressed }) =>
      locations.map((at) => `${at.path}:${at.startLine} ${(at.suppressed ?? suppressed)?.reason ?? 'open'}`),
    );
    expect(places.sort()).toEqual([
      'b:1 known to gitleaks (.gitleaksignore)',
      'b:2 open',
      'c:1 open',
      'd:1 open',
      'sub/a b.env:4 known to gitleaks (.gitleaksignore)',
      'sub/a b.env:5 open',
    ]);
    // Seen from its own folder, also where only a part is scanned; and in history.
    const part = await scan(join(root, 'sub'), '--baseline', '../.gitleaksignore');
    expect(part.open).toEqual(['a b.env']);
    const past = await scan(root, '--history', '--baseline', '.gitleaksignore');
    expect(past.report.findings.filter(({ suppressed }) => suppressed).map(({ locations }) => locations[0]!.path)).toEqual([
      'sub/a b.env',
    ]);
  });

  it('of detect-secrets', async () => {
    const root = tree({ a: `${one}\n${two}\n` });
    const hash = createHash('sha1').update(one).digest('hex');
    const results = { a: [{ type: 'GitHub Token', filename: 'a', hashed_secret: hash, is_verified: false, line_number: 1 }] };
    put(root, '.secrets.baseline', JSON.stringify({ version: '1.5.0', plugins_used: [], filters_used: [], results }));
    const { report } = await scan(root, '--baseline', '.secrets.baseline');
    const open = report.findings.filter(({ suppressed }) => !suppressed);
    expect(open.map(({ locations }) => [locations[0]!.path, locations[0]!.startLine])).toEqual([['a', 2]]);
    expect(report.findings.find(({ suppressed }) => suppressed)!.suppressed!.reason).toBe(
      'known to detect-secrets (.secrets.baseline)',
    );
  });

  it("the exclusions of GitHub's secret scanning", async () => {
    const root = tree({ 'docs/a': one, 'b.md': two, 'src/docs/c': three });
    put(root, '.github/secret_scanning.yml', 'paths-ignore:\n  - "docs/**"\n  - "*.md"\n');
    const { open } = await scan(root, '--baseline', '.github/secret_scanning.yml');
    expect(open).toEqual(['src/docs/c']);
  });
});

describe('.bearertrapignore', () => {
  it('accepts what is found in the paths it names, seen from its folder', async () => {
    const root = tree({
      '.bearertrapignore': '# made up\n/fixtures/\n*.pem\n!real.pem\n',
      'fixtures/a': one,
      'src/fixtures/b': two,
      'src/real.pem': three,
    });
    git(root, 'init', '-q');
    expect((await scan(root)).open).toEqual(['src/fixtures/b', 'src/real.pem']);
    const inside = await scan(join(root, 'fixtures'));
    expect(inside.report.findings[0]!.suppressed).toEqual({ by: 'ignore-file', reason: '.bearertrapignore' });
    git(root, 'add', '-A');
    expect((await scan(root, '--staged')).open).toEqual(['src/fixtures/b', 'src/real.pem']);
  });
});
