import { execFileSync, spawn } from 'node:child_process';
import { chmodSync, closeSync, ftruncateSync, openSync, readFileSync, symlinkSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { Ajv2020 } from 'ajv/dist/2020.js';
import addFormats from 'ajv-formats';
import { describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { CLI, git, put, type Run, run, tree } from '../helpers/cli.ts';
import { githubPat, jwt, privateKey, random } from '../helpers/tokens.ts';

const pat = githubPat();
const schema = JSON.parse(readFileSync(new URL('../../dist/report.schema.json', import.meta.url), 'utf8')) as object;
const ajv = new Ajv2020({ allErrors: true, allowUnionTypes: true });
addFormats.default(ajv);
const valid = ajv.compile(schema);

/** Scans and returns the JSON report, which must hold against its schema. */
async function json(args: readonly string[], options?: Parameters<typeof run>[1]): Promise<{ report: Report; run: Run }> {
  const done = await run(['scan', '--format', 'json', ...args], options);
  const report = JSON.parse(done.stdout) as Report;
  expect(valid(report), JSON.stringify(valid.errors)).toBe(true);
  return { report, run: done };
}

const places = (report: Report): string[] =>
  report.findings
    .flatMap((finding) => finding.locations.map((at) => `${finding.rule} ${at.path}:${at.startLine}:${at.startColumn}`))
    .sort();

describe('a tree scan', () => {
  it('finds secrets of every kind, tells where, and exits with 1', async () => {
    const root = tree({
      'a.env': `# settings\nGITHUB_TOKEN=${pat}\n`,
      'src/app.ts': `const x = 1;\n\tconst t = "${pat}";\n`,
      'keys/id.pem': privateKey(),
      'clean.txt': 'nothing here\n',
    });
    const { report, run: done } = await json(['.'], { cwd: root });
    expect(done.code).toBe(1);
    expect(places(report)).toEqual(['github-pat a.env:2:14', 'github-pat src/app.ts:2:13', 'private-key keys/id.pem:1:1']);
    expect(report.summary.findings).toBe(2);
    expect(report.coverage).toMatchObject({ complete: true, files: { scanned: 4 } });
    const found = report.findings.find((finding) => finding.rule === 'github-pat')!;
    expect(found).toMatchObject({ provider: 'github', kind: 'api-key', confidence: 'certain', secret: { length: 40 } });
    expect(found.locations[0]).toMatchObject({ offset: 24, length: 40, endColumn: 54 });
  });

  it('prints no secret unless it is asked to', async () => {
    const password = `h7${random(8, 'pw')}!x`;
    const token = jwt({ sub: 'ada', email: 'ada@example.org', exp: 1 });
    const root = tree({ x: `a=${pat} b\npassword: "${password}"\nAuthorization: Bearer ${token}\n`, 'f\x1b[31m': pat });
    for (const format of ['pretty', 'json', 'jsonl', 'sarif']) {
      const { stdout, stderr } = await run(['scan', '--format', format, '--verbose'], { cwd: root });
      for (const secret of [pat, password, token]) expect(stdout + stderr, format).not.toContain(secret);
      if (format !== 'json' && format !== 'jsonl' && format !== 'sarif') expect(stdout).not.toContain('\x1b');
    }
    const { stdout } = await run(['scan', '--format', 'json', '--show-secrets'], { cwd: root });
    for (const secret of [pat, password, token]) expect(stdout).toContain(secret);
  });

  it('gives the same bytes for the same input, whatever the number of threads', async () => {
    const files: Record<string, string> = {};
    for (let n = 0; n < 400; n++)
      files[`d${n % 7}/f${n}.txt`] = `${random(300, `noise${n}`)}\n${n % 9 === 0 ? githubPat(`p${n % 4}`) : ''}\n`;
    const root = tree(files);
    const outputs = await Promise.all(
      [1, 2, 4].map((jobs) => run(['scan', '--format', 'json', '--jobs', String(jobs)], { cwd: root })),
    );
    expect(outputs[0]!.stdout).toContain('github-pat');
    expect(new Set(outputs.map((output) => output.stdout)).size).toBe(1);
  });

  it('has ids that are the same in another folder and differ between secrets', async () => {
    const one = await json([], { cwd: tree({ 'x/a.txt': pat }) });
    const two = await json([], { cwd: tree({ b: `\n\n  ${pat}\n${githubPat('other')}` }) });
    const ids = two.report.findings.map((finding) => finding.id);
    expect(ids).toContain(one.report.findings[0]!.id);
    expect(new Set(ids).size).toBe(2);
  });

  it('explains a JWT', async () => {
    const token = jwt({
      iss: 'https://id.corp.net',
      sub: 'ada',
      aud: 'api',
      scope: 'read write',
      iat: 1_700_000_000,
      exp: 1_700_003_600,
    });
    const { report } = await json([], { cwd: tree({ log: `bearer ${token}` }) });
    expect(report.findings[0]!.token).toMatchObject({
      format: 'jws',
      algorithm: 'HS256',
      issuer: 'https://id.corp.net',
      audience: ['api'],
      scopes: ['read', 'write'],
      expiresAt: '2023-11-14T23:13:20.000Z',
      state: 'expired',
      lifetime: 'short',
    });
  });
});

describe('encodings', () => {
  const line = `größe 😀 x = "${pat}"`;
  const column = line.indexOf(pat) + 1;
  const wide = Buffer.from(`one\r\n${line}`, 'utf16le');
  it.each<[string, Buffer, number]>([
    ['UTF-8', Buffer.from(`one\n${line}`), Buffer.from(`one\n${line}`).indexOf(pat)],
    ['UTF-8 with a BOM', Buffer.from(`\ufeffone\n${line}`), Buffer.from(`\ufeffone\n${line}`).indexOf(pat)],
    ['UTF-16 LE with a BOM', Buffer.concat([Buffer.of(0xff, 0xfe), wide]), 2 + wide.indexOf(Buffer.from(pat, 'utf16le'))],
    ['UTF-16 LE', wide, wide.indexOf(Buffer.from(pat, 'utf16le'))],
    [
      'UTF-16 BE with a BOM',
      Buffer.concat([Buffer.of(0xff, 0xfe), wide]).swap16(),
      2 + wide.indexOf(Buffer.from(pat, 'utf16le')),
    ],
    ['UTF-16 BE', Buffer.from(wide).swap16(), wide.indexOf(Buffer.from(pat, 'utf16le'))],
  ])('%s', async (_, bytes, offset) => {
    const { report } = await json([], { cwd: tree({ f: bytes }) });
    expect(report.findings.map((finding) => finding.locations)).toMatchObject([[{ startLine: 2, startColumn: column, offset }]]);
  });

  it('Latin-1', async () => {
    const bytes = Buffer.from(`one\ngröße x = "${pat}"`, 'latin1');
    const { report } = await json([], { cwd: tree({ f: bytes }) });
    expect(report.findings[0]!.locations).toMatchObject([{ startLine: 2, startColumn: 12 }]);
  });

  it('scans binary files for what its shape alone tells, and counts them', async () => {
    const root = tree({
      'a.bin': Buffer.concat([Buffer.alloc(300), Buffer.from(`${pat}\0password = "k${random(8, 'bin')}!9"`), Buffer.alloc(9)]),
    });
    const { report } = await json([], { cwd: root });
    expect(report.findings.map((finding) => finding.rule)).toEqual(['github-pat']);
    expect(report.coverage.files).toMatchObject({ scanned: 1, binary: 1 });
  });
});

describe('which files', () => {
  it('are tracked and untracked ones, not ignored ones, in a repository', async () => {
    const root = tree({ '.gitignore': '*.log\nbuild/\n', 'a.txt': pat, 'b.log': pat, 'build/c': pat, 'kept.log': pat });
    git(root, 'init', '-q');
    git(root, 'add', '-f', 'kept.log', 'a.txt');
    put(root, 'new file.txt', pat);
    put(root, '-dash', pat);
    put(root, 'line\nbreak', pat);
    const { report } = await json([], { cwd: root });
    expect(report.findings[0]!.locations.map((at) => at.path).sort()).toEqual([
      '-dash',
      'a.txt',
      'kept.log',
      'line\nbreak',
      'new file.txt',
    ]);
    const all = await json(['--no-gitignore'], { cwd: root });
    expect(all.report.findings[0]!.locations).toHaveLength(7);
    const named = await json(['b.log'], { cwd: root });
    expect(named.report.findings[0]!.locations.map((at) => at.path)).toEqual(['b.log']);
  });

  it('follow --include and --exclude', async () => {
    const root = tree({ 'a.ts': pat, 'b.js': pat, 'lib/c.ts': pat, 'lib/d.js': pat });
    const include = await json(['--include', '*.ts'], { cwd: root });
    expect(include.report.findings[0]!.locations.map((at) => at.path)).toEqual(['a.ts', 'lib/c.ts']);
    const exclude = await json(['--exclude', 'lib/'], { cwd: root });
    expect(exclude.report.findings[0]!.locations.map((at) => at.path)).toEqual(['a.ts', 'b.js']);
  });

  it('never lie behind a link, nor are they pipes; both are told', async () => {
    const outside = tree({ secret: pat });
    const root = tree({ 'a.txt': 'x' });
    symlinkSync(join(outside, 'secret'), join(root, 'link'));
    symlinkSync(outside, join(root, 'folder'));
    execFileSync('mkfifo', [join(root, 'pipe')]);
    const { report } = await json([], { cwd: root });
    expect(report.findings).toEqual([]);
    expect(report.coverage.complete).toBe(true);
    expect(report.coverage.skipped).toEqual([
      { reason: 'special-file', count: 1, examples: ['pipe'], gap: false },
      { reason: 'symlink', count: 2, examples: ['folder', 'link'], gap: false },
    ]);
  });

  it('may have names that are not UTF-8', async () => {
    const root = tree();
    const name = Buffer.concat([Buffer.from(`${root}/caf`), Buffer.of(0xe9)]);
    writeSync(openSync(name, 'w'), pat);
    const { report } = await json([], { cwd: root });
    expect(report.findings[0]!.locations[0]!.path).toBe(String.raw`caf\xe9`);
  });

  it('may be of any size: a token across the border of two chunks is found', async () => {
    const root = tree();
    const file = openSync(join(root, 'big.txt'), 'w');
    const size = 13 * 1024 * 1024;
    // Sparse: zero bytes cost nothing. A token every 333,333 bytes meets every border sooner or later.
    ftruncateSync(file, size);
    let count = 0;
    for (let at = 1000; at + 60 < size; at += 333_333) writeSync(file, ` ${githubPat(`big${count++}`)} `, at);
    closeSync(file);
    const { report } = await json([], { cwd: root });
    expect(report.findings).toHaveLength(count);
    expect(report.coverage.files!.bytes).toBe(size);
  });
});

describe('what is not covered is told', () => {
  it('an empty folder is no all-clear', async () => {
    const { code, stderr } = await run(['scan'], { cwd: tree() });
    expect(code).toBe(3);
    expect(stderr).toContain('nothing was read');
  });

  it('an unreadable file makes the scan incomplete', async () => {
    const root = tree({ a: 'x', b: 'y' });
    chmodSync(join(root, 'b'), 0);
    chmodSync(root, 0o755);
    // Root reads everything: the scan is someone else's then.
    const { report, run: done } = await json([], { cwd: root, ...(process.getuid?.() === 0 && { uid: 65_534 }) });
    expect(done.code).toBe(3);
    expect(report.coverage.skipped).toEqual([{ reason: 'unreadable', count: 1, examples: ['b'], gap: true }]);
  });

  it('a file beyond --max-file-size is a gap', async () => {
    const { report, run: done } = await json(['--max-file-size', '1K'], {
      cwd: tree({ a: 'x'.repeat(1025), b: 'y'.repeat(1024) }),
    });
    expect(done.code).toBe(3);
    expect(report.coverage).toMatchObject({
      complete: false,
      skipped: [{ reason: 'too-large', count: 1, examples: ['a'], gap: true }],
    });
  });
});

describe('bad input gets one clear line and loses nothing else', () => {
  it.each<[string, string[], RegExp]>([
    ['a path that does not exist', ['missing.txt', 'a.txt'], /missing\.txt/],
    ['a rule file that does not exist', ['--rules', 'none.yaml', '--', 'a.txt'], /none\.yaml/],
    ['a rule with a bad shape', ['--rules', 'bad.yaml', '--', 'a.txt'], /bad\.yaml:\d+:\d+: /],
  ])('%s', async (_, args, message) => {
    const root = tree({
      'a.txt': pat,
      'bad.yaml':
        'provider: corp\nname: Corp\nrules:\n  - id: corp-key\n    title: Corp key\n    kind: api-key\n    opens: Corp.\n    severity: high\n    shape: corp_[a-z+\n    revoke: { how: Ask. }\n',
    });
    const { code, stdout, stderr } = await run(['scan', '--format', 'json', ...args], { cwd: root });
    expect(code).toBe(2);
    expect(stderr.trim().split('\n')).toHaveLength(1);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    if (!args.includes('none.yaml')) expect(stdout).toContain('github-pat');
  });

  it.each<[string, string[], RegExp]>([
    ['an unknown option', ['scan', '--formt', 'json'], /unknown option '--formt'[^]*--format/],
    ['an unknown command', ['scna'], /unknown command 'scna'[^]*scan/],
    ['an unknown format', ['scan', '--format', 'pdf'], /pretty, json/],
    ['a report without a file', ['scan', '--report', 'json'], /FORMAT=FILE/],
  ])('%s', async (_, args, message) => {
    const { code, stderr } = await run(args, { cwd: tree({ a: 'x' }) });
    expect(code).toBe(2);
    expect(stderr).toMatch(message);
  });
});

describe('the command line', () => {
  it('scans standard input', async () => {
    const { report } = await json(['-'], { input: `token: ${pat}\n` });
    expect(report.scope.kind).toBe('stdin');
    expect(report.coverage.files).toMatchObject({ scanned: 1, bytes: `token: ${pat}\n`.length });
    expect(places(report)).toEqual(['github-pat -:1:8']);
  });

  it('ends quietly when its reader goes away', async () => {
    const files: Record<string, string> = {};
    for (let n = 0; n < 300; n++) files[`f${n}`] = githubPat(`n${n}`);
    const root = tree(files);
    const text = execFileSync(
      'bash',
      ['-c', `set -o pipefail; ${process.execPath} ${CLI} scan . | head -1; echo "code \${PIPESTATUS[0]}"`],
      { cwd: root, encoding: 'utf8' },
    );
    expect(text).toMatch(/code 1\n$/);
  });

  it('reports what it found until an interrupt, as incomplete, and ends with 130', async () => {
    const root = tree({ a: pat });
    const file = openSync(join(root, 'huge'), 'w');
    ftruncateSync(file, 30 * 1024 ** 3);
    closeSync(file);
    const child = spawn(process.execPath, [CLI, 'scan', '.', '--format', 'json', '--progress'], { cwd: root });
    let stdout = '';
    let stderr = '';
    child.stdout.on('data', (chunk: Buffer) => (stdout += chunk.toString()));
    child.stderr.on('data', (chunk: Buffer) => (stderr += chunk.toString()));
    // The progress line tells that the scan is under way.
    child.stderr.once('data', () => child.kill('SIGINT'));
    const code = await new Promise((resolve) => child.on('close', resolve));
    expect(code).toBe(130);
    expect((JSON.parse(stdout) as Report).coverage.complete).toBe(false);
    expect(stderr).toMatch(/bearertrap: interrupted: what was not read until then may hold secrets\n$/);
  });

  it('ends with 130 when it is interrupted while it waits for standard input', async () => {
    const child = spawn(process.execPath, [CLI, 'scan', '-', '--format', 'json']);
    child.stdin.write(`${pat}\n`, () => setTimeout(() => child.kill('SIGINT'), 1500));
    expect(await new Promise((resolve) => child.on('close', resolve))).toBe(130);
  });

  it('says with --verbose what was not read', async () => {
    const root = tree({ a: 'x' });
    symlinkSync('a', join(root, 'link'));
    expect((await run(['scan', '--verbose'], { cwd: root })).stderr).toBe('bearertrap: not read, symlink: 1 (link)\n');
  });

  it('writes several reports at once', async () => {
    const root = tree({ a: pat });
    const out = tree();
    const { code } = await run(
      ['scan', '--format', 'sarif', '--output', join(out, 's.sarif'), '--report', `json=${join(out, 'r.json')}`],
      { cwd: root },
    );
    expect(code).toBe(1);
    expect(JSON.parse(readFileSync(join(out, 's.sarif'), 'utf8'))).toMatchObject({ version: '2.1.0' });
    expect(JSON.parse(readFileSync(join(out, 'r.json'), 'utf8'))).toMatchObject({ version: 1 });
  });

  it.each<[string, number]>([
    ['critical', 1],
    ['none', 0],
  ])('--fail-on %s decides the exit code', async (level, code) => {
    expect((await run(['scan', '--fail-on', level], { cwd: tree({ a: pat }) })).code).toBe(code);
  });

  it('prints its version and help', async () => {
    const { version } = JSON.parse(readFileSync(new URL('../../package.json', import.meta.url), 'utf8')) as { version: string };
    expect((await run(['--version'])).stdout).toBe(`${version}\n`);
    for (const command of [[], ['scan'], ['rules'], ['decode']]) {
      const { code, stdout } = await run([...command, '--help']);
      expect(code).toBe(0);
      expect(stdout).toContain('Usage: bearertrap');
    }
  });
});

describe('the library', () => {
  it('gives the report that the command line prints', async () => {
    const root = tree({ a: pat });
    const built: string = '../../dist/index.mjs';
    const { scan } = (await import(built)) as { scan: (options: object) => Promise<Report> };
    expect(await scan({ cwd: root })).toEqual((await json([], { cwd: root })).report);
    await expect(scan({ cwd: root, paths: ['none'] })).rejects.toThrow(/none/);
  });
});

describe('custom rules', () => {
  const rules = (shape: string): string =>
    `provider: corp\nname: Corp\nrules:\n  - id: corp-key\n    title: Corp key\n    kind: api-key\n    opens: Corp.\n    severity: high\n    shape: ${shape}\n    revoke: { how: Ask. }\n    examples: { match: ['k={secret}'], miss: ['k={short}'] }\n`;

  it('join the built-in ones, in every thread', async () => {
    const files: Record<string, string> = { 'corp.yaml': rules('corp_[a-z0-9]{20}') };
    for (let n = 0; n < 300; n++)
      files[`f${n}`] =
        `${random(2000, `${n}`)} corp_${random(20, `k${n}`, 'abcdefghijkmnpqrstuvwxyz23456789')} ${n === 7 ? pat : ''}`;
    const { report } = await json(['--rules', 'corp.yaml', '--', '.'], { cwd: tree(files) });
    expect(report.findings.filter((finding) => finding.rule === 'corp-key')).toHaveLength(300);
    expect(report.findings.filter((finding) => finding.rule === 'github-pat')).toHaveLength(1);
  });

  it('are tested by `rules test`', async () => {
    const root = tree({ 'good.yaml': rules('corp_[a-z0-9]{20}'), 'bad.yaml': rules('corp_[a-z0-9+') });
    expect(await run(['rules', 'test', 'good.yaml'], { cwd: root })).toMatchObject({
      code: 0,
      stdout: 'good.yaml: 2 examples right, 0 problems\n',
    });
    const bad = await run(['rules', 'test', 'bad.yaml'], { cwd: root });
    expect(bad.code).toBe(2);
    expect(bad.stdout).toMatch(/^bad\.yaml:9:\d+: /);
  });
});

describe('decode', () => {
  it('explains a token from standard input, and a key by its rule', async () => {
    const token = jwt({ iss: 'https://corp.eu.auth0.com/', sub: 'ada', exp: 1 });
    expect((await run(['decode'], { input: `Bearer ${token}\n` })).stdout).toContain('Auth0');
    const key = await run(['decode', pat]);
    expect(key.stdout).toContain('GitHub personal access token');
    expect(key.stdout).not.toContain(pat);
    expect((await run(['decode', 'nothing of the kind'])).code).toBe(2);
  });
});
