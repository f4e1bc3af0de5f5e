/** What counts as new in a change: the same when it is staged and when it is a commit. */
import { chmodSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { scan, type ScanOptions } from '../../src/scan.ts';
import { githubPat, random } from '../helpers/tokens.ts';
import { makeFolder, TestRepository } from '../sources/git/repos.ts';

type Files = Record<string, string>;

/** Rule and place of what is told; accepted ones are marked. */
async function places(options: ScanOptions): Promise<string[]> {
  const { findings } = await scan(options);
  const told = findings.flatMap(({ rule, locations, suppressed }) =>
    locations.map((at) => `${rule} ${at.path}:${at.startLine}${(suppressed ?? at.suppressed) ? ' accepted' : ''}`),
  );
  return told.sort();
}

type Options = ScanOptions | ((folder: string) => ScanOptions);

/**
 * What is told of the files in `after`, which replace and move those in `before`: the same when it is staged, a commit, staged
 * while a merge is under way, or a part of a merge.
 */
async function added(before: Files, after: Files, given: Options = {}): Promise<string[]> {
  const repository = TestRepository.create();
  repository.commit('before', before);
  const cwd = repository.folder;
  const options = typeof given === 'function' ? given(cwd) : given;
  const change = (): void => {
    const gone = Object.keys(before).filter((path) => !(path in after));
    if (gone.length > 0) repository.git('rm', '-q', ...gone);
    repository.write(after);
    repository.git('add', '-A');
  };
  change();
  const staged = await places({ ...options, cwd, staged: true });
  repository.commit('after');
  expect(await places({ ...options, cwd, range: 'HEAD' })).toEqual(staged);
  repository.git('reset', '-q', '--hard', 'HEAD~');
  repository.git('checkout', '-q', '-b', 'side');
  repository.commit('side', { 'of-side': 'of the side\n' });
  repository.git('checkout', '-q', 'main');
  repository.commit('main', { 'of-main': 'of main\n' });
  repository.git('merge', '-q', '--no-commit', 'side');
  change();
  expect(await places({ ...options, cwd, staged: true })).toEqual(staged);
  repository.commit('merge');
  expect(await places({ ...options, cwd, range: 'HEAD' })).toEqual(staged);
  return staged;
}

const WEAK = 'hunter42x';
const HINTS = 'password_hint = "kw93-hunter"\n'.repeat(2);
const LABELS = Array.from({ length: 6 }, (_, i) => `label_${i} = 'text ${i}'\n`).join('');

describe('what would not have been told before', () => {
  it.each<[string, Files, Files, string[]]>([
    [
      'is new where its name tells it',
      { a: `password_hint = "${WEAK}"\n` },
      { a: `password = "${WEAK}"\n` },
      ['generic-password a:1'],
    ],
    [
      'is new above copies that are not told',
      { a: HINTS },
      { a: `db_password = "kw93-hunter"\nx = 1\ny = 2\nz = 3\nq = 4\n${HINTS}` },
      ['generic-password a:1'],
    ],
    [
      'is new in another path',
      { 'locales/en.py': `${LABELS}password = "summerbreeze"\n` },
      { 'conf.py': `${LABELS}password = "summerbreeze"\n` },
      ['generic-password conf.py:7'],
    ],
    [
      'is new in another path of a file that was changed, too',
      { 'locales/en.py': `${LABELS}password = "summerbreeze"\n` },
      { 'conf.py': `${LABELS}password = "summerbreeze"\nx = 1\n` },
      ['generic-password conf.py:7'],
    ],
  ])('%s', async (_, before, after, expected) => {
    expect(await added(before, after)).toEqual(expected);
  });
});

describe('a file that is moved out of a folder', () => {
  const secret = `t=${githubPat()}\n`;

  it.each<[string, Options]>([
    ['that is left out', { exclude: ['vendor/'] }],
    ['that a configuration leaves out', (base) => ({ patterns: { base, include: [], exclude: ['vendor/**'] } })],
    ['that is not among those that are wanted', { include: ['/k', 'lib'] }],
    ['that the ignore file names', (folder) => ({ ignoreFile: `${folder}/.bearertrapignore` })],
    ['that an allow list names', (base) => ({ allow: [{ base, paths: ['vendor'] }] })],
  ])('%s: what is in it is new', async (_, options) => {
    const ignore = { '.bearertrapignore': 'vendor\n' };
    const lines = 'x = 1\n'.repeat(9);
    expect(await added({ 'vendor/k': secret, ...ignore }, { k: secret, ...ignore }, options)).toEqual(['github-pat k:1']);
    expect(await added({ 'vendor/k': lines + secret }, { k: `${lines}${secret}y\n`, ...ignore }, options)).toEqual([
      'github-pat k:10',
    ]);
  });

  it('is not new otherwise', async () => {
    expect(await added({ 'lib/k': secret }, { k: secret })).toEqual([]);
    expect(await added({ 'vendor/k': secret }, { 'vendor/l': secret }, { exclude: ['vendor/'] })).toEqual([]);
    const allow = (base: string): ScanOptions => ({ allow: [{ base, paths: ['vendor'] }] });
    expect(await added({ 'vendor/k': secret }, { 'vendor/l': secret }, allow)).toEqual([]);
  });
});

describe('a file that a merge moves itself', () => {
  const lines = Array.from({ length: 30 }, (_, i) => `line ${i}\n`).join('');
  const [secret, other] = [`t=${githubPat()}\n`, `t=${githubPat('other')}\n`];
  const BOTH = { base: { a: lines + secret }, side: {}, main: {} };

  it.each<[string, Record<'base' | 'side' | 'main', Files>, Files, string[]]>([
    ['is compared with the one that was moved', BOTH, { z: lines + secret }, []],
    ['is so where it is changed, too', BOTH, { z: `${lines}${secret}more\n` }, []],
    ['tells what the merge adds to it', BOTH, { z: lines + secret + other }, ['github-pat z:32']],
    ['may be one of the other side', { base: {}, side: { a: lines + secret }, main: {} }, { z: `${lines}${secret}more\n` }, []],
    ['may be one of our side', { base: {}, side: {}, main: { a: lines + secret } }, { z: `${lines}${secret}more\n` }, []],
    [
      'may have its secret from the other side',
      { base: { a: lines }, side: { a: lines + secret }, main: {} },
      { z: lines + secret },
      [],
    ],
    [
      'may have secrets from both sides',
      { base: { a: lines }, side: { a: lines + secret }, main: { a: other + lines } },
      { z: other + lines + secret },
      [],
    ],
    [
      'may take the place of another one',
      { base: { a: lines + secret }, side: {}, main: { z: 'another one\n' } },
      { z: `${lines}${secret}${other}` },
      ['github-pat z:32'],
    ],
  ])('%s', async (_, { base, side, main }, merged, expected) => {
    const repository = TestRepository.create();
    repository.commit('base', { b: 'b\n', ...base });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('side', { s: 's\n', ...side });
    repository.git('checkout', '-q', 'main');
    repository.commit('main', { m: 'm\n', ...main });
    repository.git('merge', '-q', '--no-commit', 'side');
    repository.git('rm', '-qf', 'a');
    repository.write(merged);
    repository.git('add', '-A');
    const cwd = repository.folder;
    expect(await places({ cwd, staged: true })).toEqual(expected);
    repository.commit('merge');
    expect(await places({ cwd, range: 'HEAD' })).toEqual(expected);
  });
});

describe('a secret that stands more often', () => {
  const secret = githubPat();
  const plain = `t=${secret}\n`;
  const accepted = `t=${secret} # bearertrap:ignore github-pat -- made up\n`;
  const other = `u=${secret}\n`;

  it.each<[string, string, string, string[]]>([
    ['is told where it was added, above', `a\nb\n${plain}`, `${other}a\nb\n${plain}`, ['1']],
    ['is told where it was added, below', `${plain}a\nb\n`, `${plain}a\nb\n${other}`, ['4']],
    ['is told once where its line was changed, too', `${plain}b\n`, `f(${secret})\nb\n${plain}`, ['1']],
    ['is not told where it was moved', `${plain}a\n`, `a\n${other}`, []],
    ['is not told where something follows it now', plain, `t=${secret} # of May\n`, []],
    ['is told above a copy that is accepted', accepted, `${other}${accepted}`, ['1']],
    ['is told below a copy that is accepted', accepted, `${accepted}${plain}`, ['2']],
    ['is told beside a copy that is accepted now', `t=${secret}\n`, `${accepted}${other}`, ['2']],
    ['is told where a copy that was accepted is gone', accepted, other, ['1']],
    ['is told where only the comment is gone', accepted, plain, ['1']],
    [
      'is told where only the comment above is gone',
      `# bearertrap:ignore-next-line github-pat -- made up\n${plain}`,
      `# of May\n${plain}`,
      ['2'],
    ],
    ['is not told where it is accepted now', plain, accepted, []],
    ['is told as accepted where it is another one', plain, `${plain}${accepted}`, ['2 accepted']],
  ])('%s', async (_, before, after, expected) => {
    expect(await added({ a: before }, { a: after })).toEqual(expected.map((place) => `github-pat a:${place}`));
  });

  it('was not accepted where comments do not count', async () => {
    expect(await added({ a: accepted }, { a: plain }, { inlineIgnores: false })).toEqual([]);
  });

  it('was not accepted any more on a later day', async () => {
    const until = accepted.replace('made up', 'made up until=2027-01-31');
    expect(await added({ a: until }, { a: plain }, { now: new Date('2027-01-31') })).toEqual(['github-pat a:1']);
    expect(await added({ a: until }, { a: plain }, { now: new Date('2027-02-01') })).toEqual([]);
  });

  it('is not told of a merge of two branches that have it on different lines', async () => {
    const repository = TestRepository.create();
    const lines = Array.from({ length: 30 }, (_, i) => `line ${i}\n`).join('');
    repository.commit('base', { a: lines });
    repository.git('checkout', '-q', '-b', 'side');
    repository.commit('side', { a: other + lines });
    repository.git('checkout', '-q', 'main');
    repository.commit('main', { a: lines + plain });
    repository.git('merge', '-q', '--no-commit', 'side');
    repository.commit('merge');
    expect(await places({ cwd: repository.folder, range: 'HEAD' })).toEqual([]);
    repository.git('reset', '-q', '--hard', 'HEAD~1');
    repository.git('merge', '-q', '--no-commit', 'side');
    repository.commit('merge with more', { a: `${other}${lines}v=${secret}\n${plain}` });
    expect(await places({ cwd: repository.folder, range: 'HEAD' })).toEqual(['github-pat a:32']);
  });
});

describe('what belongs together, and comes in two changes', () => {
  const HEX = '0123456789abcdef';
  const [key, id] = [`acmekey_${random(20, 'key', HEX)}`, `acmeid_${random(20, 'id', HEX)}`];
  const rule = (name: string, more = ''): string =>
    `  - { id: ${name}, title: ${name}, kind: api-key, opens: All., severity: high, shape: '${name}_[a-f0-9]{20}', revoke: { how: Press }${more} }\n`;
  const rules = `provider: acme\nname: Acme\nrules:\n${rule('acmekey', ', companions: [{ rule: acmeid, required: true }]')}${rule('acmeid')}`;

  it.each([
    ['a secret behind what it requires', id, `${id}\n${key}`, ['acmekey a:2']],
    ['what a secret requires, behind it', key, `${key}\n${id}`, ['acmeid a:2', 'acmekey a:1']],
    ['a secret that still has not what it requires', 'x', key, []],
    ['nothing', `${id}\n${key}`, `x\n${id}\n${key}`, []],
  ])('%s', async (_, before, after, expected) => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'rules.yaml'), rules);
    expect(await added({ a: before }, { a: after }, { rules: [join(folder, 'rules.yaml')] })).toEqual(expected);
  });

  it('is told with the new one', async () => {
    const name = `aws_access_key_id = ${['AKIA', 'Z', random(15, 'aws-id', 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567')].join('')}\n`;
    const secret = `aws_secret_access_key = ${random(40, 'aws-key')}\n`;
    const repository = TestRepository.create();
    repository.commit('name', { a: name });
    repository.commit('secret', { a: name + secret });
    const { findings } = await scan({ cwd: repository.folder, range: 'HEAD' });
    expect(findings).toMatchObject([
      { rule: 'aws-secret-access-key', companions: [{ rule: 'aws-access-key-id', location: { path: 'a', startLine: 1 } }] },
    ]);
    expect(await added({ a: secret }, { a: secret + name })).toEqual(['aws-access-key-id a:2']);
    expect(await added({ a: name + secret }, { a: name })).toEqual([]);
  });
});

describe('scan --staged --all', () => {
  it.each<[string, (repository: TestRepository) => void, string[]]>([
    ['that was moved', (r) => r.git('mv', 'a', 'b'), ['github-pat b:1']],
    ['that has another mode', (r) => r.git('update-index', '--chmod=+x', 'a'), ['github-pat a:1']],
    ['that is gone', (r) => r.git('rm', '-q', 'a'), []],
    ['that was not changed', () => undefined, []],
  ])('looks at a file %s', async (_, change, expected) => {
    const repository = TestRepository.create();
    repository.commit('before', { a: githubPat() });
    change(repository);
    expect(await places({ cwd: repository.folder, staged: true, all: true })).toEqual(expected);
    expect(await places({ cwd: repository.folder, staged: true })).toEqual([]);
  });
});

it('tells pointers of Git LFS, whose content was not seen', async () => {
  const repository = TestRepository.create();
  const pointer = `version https://git-lfs.github.com/spec/v1\noid sha256:${random(64, 'lfs', '0123456789abcdef')}\nsize 12345\n`;
  repository.write({ large: pointer });
  repository.git('add', '-A');
  const cwd = repository.folder;
  const told = { complete: true, skipped: [{ reason: 'lfs-pointer', count: 1, examples: ['large'], gap: false }] };
  expect((await scan({ cwd, staged: true })).coverage).toMatchObject(told);
  repository.commit('large');
  expect((await scan({ cwd, range: 'HEAD' })).coverage).toMatchObject(told);
});

describe('names of new files', () => {
  it('are read as well, each once', async () => {
    const token = githubPat('name');
    expect(await added({}, { [`x/y-${token}.txt`]: 'nothing\n' }, { showSecrets: true })).toEqual([
      `github-pat x/y-${token}.txt:1`,
    ]);
    expect(await added({ [`y-${token}`]: 'a\n' }, { [`y-${token}`]: 'b\n' })).toEqual([]);
  });
});

describe('a hostile repository', () => {
  it('hides no commit by a commit-graph that tells of other parents', async () => {
    const repository = TestRepository.create();
    repository.commit('1');
    repository.commit('2');
    const hidden = repository.commit('3', { a: githubPat('graph') });
    repository.commit('4');
    repository.git('commit-graph', 'write', '--reachable');
    // The last commit's first parent becomes the first commit (gitformat-commit-graph(5)).
    const file = join(repository.folder, '.git/objects/info/commit-graph');
    const data = readFileSync(file);
    const chunks = new Map(
      Array.from({ length: data[6]! }, (_, i) => [
        data.toString('latin1', 8 + 12 * i, 12 + 12 * i),
        Number(data.readBigUInt64BE(12 + 12 * i)),
      ]),
    );
    const ids = Array.from({ length: 4 }, (_, i) =>
      data.toString('hex', chunks.get('OIDL')! + 20 * i, chunks.get('OIDL')! + 20 * i + 20),
    );
    const at = (id: string): number => ids.indexOf(id);
    data.writeUInt32BE(at(repository.id('HEAD~3')), chunks.get('CDAT')! + 36 * at(repository.id('HEAD')) + 20);
    chmodSync(file, 0o600);
    writeFileSync(file, data);
    const { findings } = await scan({ cwd: repository.folder, range: 'HEAD~2..HEAD' });
    expect(findings.map(({ locations }) => locations[0]!.commit)).toEqual([hidden]);
  });

  it('has files of sizes that no memory holds: these are a gap', async () => {
    const repository = TestRepository.create();
    repository.commit('one');
    const id = '1'.repeat(40);
    repository.write({
      [`.git/objects/11/${id.slice(2)}`]: deflateSync(Buffer.from(`blob 35184372088832\0${githubPat('size')}`)),
    });
    repository.git('update-index', '--add', '--cacheinfo', `100644,${id},evil`);
    const report = await scan({ cwd: repository.folder, staged: true });
    expect(report.coverage.complete).toBe(false);
  });

  it('has links to devices in place of files that are accepted', async () => {
    const repository = TestRepository.create();
    repository.commit('one', { a: githubPat('link') });
    symlinkSync('/dev/zero', join(repository.folder, 'baseline.json'));
    const baseline = [join(repository.folder, 'baseline.json')];
    await expect(scan({ cwd: repository.folder, range: 'HEAD', baseline })).rejects.toThrow('not a file');
  });
});
