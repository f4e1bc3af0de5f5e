/** Pipes in place of files that git opens: a scan neither waits for them nor passes over them in silence. */
import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { CLI } from '../helpers/cli.ts';
import { githubPat } from '../helpers/tokens.ts';
import { TestRepository } from '../sources/git/repos.ts';

const TOKEN = githubPat('blocked');
const LIMIT = 15_000;

const lines = (from: number, to: number): string => Array.from({ length: to - from }, (_, i) => `${from + i}\n`).join('');

/** A repository with a token in a file that is changed as it is moved: git must compare files, by their attributes. */
function make(): TestRepository {
  const repository = TestRepository.create();
  repository.commit('one', { a: 'a\n', 'sub/long': lines(0, 100) });
  rmSync(join(repository.folder, 'sub/long'));
  repository.commit('two', { 'sub/moved': `${lines(1, 100)}${TOKEN}\n` });
  rmSync(join(repository.folder, 'sub/moved'));
  repository.write({ 'sub/again': `${lines(2, 100)}${TOKEN}\n${githubPat('more')}\n` });
  repository.git('add', '-A');
  return repository;
}

function putPipe(path: string): void {
  rmSync(path, { force: true, recursive: true });
  mkdirSync(dirname(path), { recursive: true });
  execFileSync('mkfifo', [path]);
}

/** Runs a scan, and git with it, no longer than the limit. */
function scanWithin(cwd: string, ...args: string[]): Promise<{ code: number | null; text: string }> {
  return new Promise((done) => {
    const child = spawn(process.execPath, [CLI, 'scan', ...args], { cwd, detached: true, stdio: ['ignore', 'pipe', 'pipe'] });
    // A git that waits would outlive the scan.
    const timer = setTimeout(() => process.kill(-child.pid!, 'SIGKILL'), LIMIT);
    let text = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (data) => void (text += String(data)));
    child.once('close', (code) => {
      clearTimeout(timer);
      done({ code, text });
    });
  });
}

const SCANS = { staged: ['--staged'], range: ['--range', 'HEAD~1..HEAD'], history: ['--history'], tree: ['.'] };

type Scan = keyof typeof SCANS;

/** What scans must say of a pipe at a path; all others find the token as if nothing were there. */
const PLACES: [path: string, told: Partial<Record<Scan, 'error' | 'gap'>>][] = [
  ['.git/index', { staged: 'error', history: 'gap', tree: 'gap' }],
  ['.git/HEAD', { staged: 'error', range: 'error', history: 'error', tree: 'gap' }],
  ['.git/config', { staged: 'error', range: 'error', history: 'error', tree: 'gap' }],
  ['.git/commondir', { staged: 'error', range: 'error', history: 'error', tree: 'gap' }],
  ['.git/shallow', { staged: 'error', range: 'error', history: 'error', tree: 'gap' }],
  ['.git/packed-refs', { staged: 'error', range: 'error', history: 'gap' }],
  ['.git/refs/heads/other', { staged: 'error', range: 'error', history: 'gap' }],
  ['.git/objects/info/alternates', { staged: 'error', range: 'error', history: 'gap' }],
  ['.git/objects/pack/multi-pack-index', { staged: 'error', range: 'error' }],
  [`.git/objects/77/${'0'.repeat(38)}`, { staged: 'error', range: 'error', history: 'gap' }],
  ['.git/info/exclude', { staged: 'error', tree: 'gap' }],
  ['.git/info/attributes', { staged: 'gap', range: 'gap' }],
  ['.gitattributes', { staged: 'gap', range: 'gap' }],
  ['sub/.gitattributes', { staged: 'gap', range: 'gap' }],
  ['.gitignore', { tree: 'gap' }],
  ['sub/.gitignore', { tree: 'gap' }],
];

const CASES = PLACES.flatMap(([path, told]) => (Object.keys(SCANS) as Scan[]).map((scan) => [path, scan, told[scan]] as const));

describe('a pipe in place of', () => {
  it.each(CASES)('%s does not stop a scan: %s', { timeout: 4 * LIMIT }, async (path, scan, told) => {
    const { folder } = make();
    putPipe(join(folder, path));
    const { code, text } = await scanWithin(folder, ...SCANS[scan]);
    const name = path.startsWith('.git/objects/77') && scan === 'history' ? '7700000' : join(folder, path);
    expect(code).toBe(told === 'error' ? 2 : 1);
    if (told === undefined) expect(text).not.toContain(name);
    else expect(text).toContain(name);
    if (told === 'error') expect(text).toContain('a pipe or device stands in place of a file');
    if (told === 'gap') expect(text).toContain('INCOMPLETE');
  });
});

describe('what a configuration names', () => {
  it.each([
    ['an included file', '[include]\n\tpath = pipe\n'],
    ['a file that an included one includes', '[includeIf "gitdir:/**"]\n\tpath = "more"\n'],
    ['ignore rules', '[core]\n\texcludesFile = pipe\n'],
    ['attributes', '[core] attributesFile = pipe\n'],
    ['a device without an end', '[include]\n\tpath = zero\n'],
  ])('is not waited for: %s', { timeout: 4 * LIMIT }, async (_, setting) => {
    const { folder } = make();
    putPipe(join(folder, '.git/pipe'));
    symlinkSync('/dev/zero', join(folder, '.git/zero'));
    writeFileSync(join(folder, '.git/more'), '[include]\npath = pipe ; or not\n[include]\n  Path = pipe\n');
    writeFileSync(join(folder, '.git/config'), `[core]\n\tbare = false\n${setting}`);
    for (const scan of ['staged', 'range', 'history'] as const) {
      const { code, text } = await scanWithin(folder, ...SCANS[scan]);
      expect([code, text]).toEqual([2, expect.stringContaining('a pipe or device stands in place of a file')]);
    }
    const { code, text } = await scanWithin(folder, '.');
    expect([code, text]).toEqual([1, expect.stringContaining('INCOMPLETE')]);
  });

  it('may be the device of nothing', async () => {
    const { folder } = make();
    symlinkSync('/dev/null', join(folder, '.gitattributes'));
    writeFileSync(join(folder, '.git/config'), '[core]\n\tbare = false\n\texcludesFile = /dev/null\n');
    for (const args of Object.values(SCANS)) {
      const { code, text } = await scanWithin(folder, ...args);
      expect([code, text]).toEqual([1, expect.not.stringContaining('INCOMPLETE')]);
    }
  });
});
