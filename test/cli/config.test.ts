import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { git, put, run, tree } from '../helpers/cli.ts';
import { githubPat, random } from '../helpers/tokens.ts';

const [one, two, three] = ['one', 'two', 'three'].map((seed) => githubPat(seed)) as [string, string, string];

async function scan(cwd: string, ...args: string[]): Promise<{ code: number; told: string[]; report: Report; stderr: string }> {
  const { code, stdout, stderr } = await run(['scan', '--format', 'json', ...args], { cwd });
  if (stdout === '') return { code, told: [], report: {} as Report, stderr };
  const report = JSON.parse(stdout) as Report;
  const told = report.findings.map(
    ({ locations, severity, suppressed }) => `${locations[0]!.path} ${suppressed?.by ?? severity}`,
  );
  return { code, told: told.sort(), report, stderr };
}

const FILES = { a: `${one}\n`, 'docs/b': `${two}\n`, 'vendor/c': `${three}\n` };

describe('the configuration', () => {
  it.each<[string, string, string[]]>([
    ['exclude', 'exclude: [vendor/]', ['a critical', 'docs/b critical']],
    ['include', 'include: [docs/]', ['docs/b critical']],
    ['rules off', 'rules: { github-*: { enabled: false } }', []],
    ['severity of a rule', 'rules: { github-pat: { severity: low } }', ['a low', 'docs/b low', 'vendor/c low']],
    ['severity of paths', 'severity: [{ paths: [docs/], severity: low }]', ['a critical', 'docs/b low', 'vendor/c critical']],
    ['allow by path', 'allow: [{ paths: [docs/, /vendor] }]', ['a critical', 'docs/b config', 'vendor/c config']],
    [
      'allow by path, up to a severity',
      'allow: [{ paths: [docs/], max-severity: high }]',
      ['a critical', 'docs/b critical', 'vendor/c critical'],
    ],
    [
      'allow by rule and path',
      'allow: [{ paths: [docs/], rules: [jwt] }]',
      ['a critical', 'docs/b critical', 'vendor/c critical'],
    ],
    [
      'allow that is over',
      'allow: [{ paths: [docs/], until: 2020-01-01 }]',
      ['a critical', 'docs/b critical', 'vendor/c critical'],
    ],
    ['min-severity', 'rules: { github-pat: { severity: low } }\nmin-severity: medium', []],
  ])('%s', async (_name, text, expected) => {
    const root = tree({ ...FILES, '.bearertrap.yaml': `${text}\n` });
    expect((await scan(root)).told).toEqual(expected);
  });

  it('accepts by the value, its hash and the commit', async () => {
    const root = tree(FILES);
    const { report } = await scan(root);
    const id = report.findings.find(({ locations }) => locations[0]!.path === 'docs/b')!.id;
    put(root, '.bearertrap.yaml', `allow:\n  - ids: ['${id}']\n  - values: ['^ghp_.*${one.slice(-4)}$']\n    reason: made up\n`);
    const { told, report: after } = await scan(root);
    expect(told).toEqual(['a config', 'docs/b config', 'vendor/c critical']);
    expect(after.findings.find(({ locations }) => locations[0]!.path === 'a')!.suppressed).toEqual({
      by: 'config',
      reason: 'made up',
    });
    git(root, 'init', '-q');
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'first');
    put(root, 'd', githubPat('four'));
    git(root, 'add', '-A');
    git(root, 'commit', '-qm', 'second');
    put(root, '.bearertrap.yaml', `allow:\n  - commits: ['${git(root, 'rev-parse', 'HEAD').slice(0, 10)}']\n`);
    expect((await scan(root, '--history')).told).toEqual(['a critical', 'd config', 'docs/b critical', 'vendor/c critical']);
  });

  it('cannot make a scan hang by an expression', async () => {
    const root = tree({ a: one, '.bearertrap.yaml': "allow:\n  - values: ['^(([a-zA-Z0-9_]+)*)*!']\n" });
    const { code, told, stderr } = await scan(root);
    expect([code, told]).toEqual([2, ['a critical']]);
    expect(stderr).toContain('takes too long and accepts nothing');
  });

  it('holds from subfolders, in the index and for named files, with patterns of its own folder', async () => {
    const root = tree({ ...FILES, '.bearertrap.yaml': 'exclude: [/vendor/]\nallow: [{ paths: [/docs/] }]\n' });
    git(root, 'init', '-q');
    expect((await scan(join(root, 'docs'))).told).toEqual(['b config']);
    expect(await scan(join(root, 'vendor'))).toMatchObject({ code: 3, told: [] });
    expect((await scan(root, 'vendor/c', 'a')).told).toEqual(['a critical']);
    git(root, 'add', '-A');
    expect((await scan(root, '--staged')).told).toEqual(['a critical', 'docs/b config']);
    expect((await scan(join(root, 'docs'), '--staged')).told).toEqual(['a critical', 'docs/b config']);
    expect((await scan(tree(), root)).told).toEqual([`${root}/a critical`, `${root}/docs/b config`]);
  });

  it('is found by the scanned folder, and never outside of the repository', async () => {
    const root = tree({ '.bearertrap.yaml': 'fail-on: none\n', 'repo/a': one });
    git(join(root, 'repo'), 'init', '-q');
    expect((await scan(join(root, 'repo'))).code).toBe(1);
    put(root, 'repo/.bearertrap.yaml', 'fail-on: none\n');
    expect((await scan(join(root, 'repo'))).code).toBe(0);
    expect((await scan(root, 'repo')).code).toBe(0);
    expect((await scan(join(root, 'repo'), '--no-config')).code).toBe(1);
    expect((await scan(join(root, 'repo'), '--fail-on', 'low')).code).toBe(1);
  });

  it('builds on others, and leads nowhere else', async () => {
    const root = tree({
      a: one,
      'vendor/c': three,
      'conf/base.yaml': 'exclude: [vendor/]\nfail-on: none\nrule-files: [own.yaml]\n',
      'conf/own.yaml': '',
      '.bearertrap.yaml': 'extends: [conf/base.yaml]\nfail-on: high\n',
    });
    put(
      root,
      'conf/own.yaml',
      'provider: acme\nname: Acme\nrules:\n  - id: acme-key\n    title: Acme key\n    kind: api-key\n    opens: All.\n    severity: high\n    shape: acme_[A-Za-z0-9]{32}\n    revoke: { how: Delete it }\n',
    );
    put(root, 'k', `acme_${random(32, 'acme')}`);
    expect(await scan(root)).toMatchObject({ code: 1, told: ['a critical', 'k high'] });
    for (const [text, message] of [
      ['extends: [../../x.yaml]', 'is outside of the repository'],
      ['rule-files: [/etc/hosts]', 'is outside of the repository'],
      ['extends: [.bearertrap.yaml]', 'leads in a circle'],
      ['extends: [none.yaml]', 'conf/none.yaml cannot be read (ENOENT)'],
    ] as const) {
      put(root, 'conf/base.yaml', text.replace('[.bearertrap', '[../.bearertrap'));
      const { code, stderr } = await run(['scan'], { cwd: root });
      expect([text, code]).toEqual([text, 2]);
      expect(stderr).toContain(message);
    }
  });

  it('with mistakes is told with all places, and nothing is scanned by half of it', async () => {
    const root = tree({ a: one, '.bearertrap.yaml': 'fail-an: high\nexclude: vendor\n' });
    const { code, stdout, stderr } = await run(['scan'], { cwd: root });
    expect([code, stdout]).toEqual([2, '']);
    expect(stderr.trim().split('\n')).toEqual([
      'bearertrap: .bearertrap.yaml:1:1: unknown key "fail-an" (did you mean fail-on?)',
      'bearertrap: .bearertrap.yaml:2:10: exclude is "vendor" (write a list: one item a line after "- ", or [a, b])',
    ]);
  });

  it('is printed with where it comes from', async () => {
    const root = tree({
      '.bearertrap.yaml': '# mine\nextends: [b.json]\nfail-on: high\n',
      'b.json': '{"fail-on": "low", "exclude": ["a/"]}',
      '.bearertrapignore': 'x',
    });
    const { code, stdout } = await run(['scan', '--print-config', '--exclude', 'c'], { cwd: root });
    expect(code).toBe(0);
    expect(stdout.split('\n').map((line) => line.replace(/ +/g, ' '))).toEqual([
      'exclude: ["a/"] # b.json:1',
      'fail-on: "high" # .bearertrap.yaml:3',
      'ignore-file: ".bearertrapignore" # found',
      'exclude: ["c"] # command line',
      '',
    ]);
  });
});

describe('bearertrap init', () => {
  it('writes a file that changes nothing, at the top of the repository, and never overwrites one', async () => {
    const root = tree({ 'sub/a': one });
    git(root, 'init', '-q');
    const { code } = await run(['init'], { cwd: join(root, 'sub') });
    expect([code, existsSync(join(root, '.bearertrap.yaml'))]).toEqual([0, true]);
    expect(await scan(root)).toMatchObject({ code: 1, told: ['sub/a critical'], stderr: '' });
    put(root, '.bearertrap.yaml', 'fail-on: none\n');
    const again = await run(['init'], { cwd: root });
    expect([again.code, readFileSync(join(root, '.bearertrap.yaml'), 'utf8')]).toEqual([2, 'fail-on: none\n']);
  });
});
