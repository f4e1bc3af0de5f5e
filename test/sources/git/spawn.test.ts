import { chmodSync, existsSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { GitError, GitMissingError } from '../../../src/errors.ts';
import { askGit, type GitOptions, runGit, spawnGit } from '../../../src/sources/git/spawn.ts';
import { git, makeFolder, makeRepository } from '../repositories.ts';

beforeEach(() => {
  vi.stubEnv('GIT_CONFIG_GLOBAL', '/dev/null');
  vi.stubEnv('GIT_CONFIG_NOSYSTEM', '1');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

async function collect(args: string[], options: GitOptions): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of spawnGit(args, options)) chunks.push(chunk);
  return Buffer.concat(chunks);
}

/** A file, committed. */
function makeCommitted(content: string): string {
  const folder = makeRepository({ file: content }, true);
  git(folder, 'commit', '-qm', 'first');
  return folder;
}

test('output comes as a stream of bytes, all of it', async () => {
  const content = 'line \u00fc\n'.repeat(400_000);
  const folder = makeCommitted(content);
  const output = spawnGit(['cat-file', 'blob', 'HEAD:file'], { cwd: folder });
  let chunks = 0;
  let size = 0;
  for await (const chunk of output) {
    chunks++;
    size += chunk.length;
    // Slower than git.
    if (chunks % 10 === 0) await new Promise((done) => setTimeout(done, 1));
  }
  expect(size).toBe(Buffer.byteLength(content));
  expect(chunks).toBeGreaterThan(10);
});

test('short answers', async () => {
  expect(await askGit(['rev-parse', '--abbrev-ref', 'HEAD'], { cwd: makeCommitted('') })).toMatch(/^\w+$/);
});

describe('input', () => {
  const id = 'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391';

  test.each<[string, GitOptions['input']]>([
    ['text', `${id}\n${id}\n`],
    ['bytes', Buffer.from(`${id}\n${id}\n`)],
    [
      'a stream',
      (async function* () {
        yield Buffer.from(`${id}\n`);
        yield Buffer.from(`${id}\n`);
      })(),
    ],
  ])('as %s', async (_, input) => {
    const options: GitOptions = { cwd: makeRepository({ empty: '' }, true), ...(input !== undefined && { input }) };
    expect(await askGit(['cat-file', '--batch-check'], options)).toBe(`${id} blob 0\n${id} blob 0`);
  });

  test('that git does not want to the end does no harm', async () => {
    await expect(askGit(['cat-file', '--no-such-option'], { cwd: makeFolder(), input: 'x\n'.repeat(1_000_000) })).rejects.toThrow(
      GitError,
    );
  });

  test('that fails is told, and git is not left waiting', async () => {
    const broken = (async function* (): AsyncGenerator<Buffer> {
      yield Buffer.from(`${id}\n`);
      throw new Error('no more');
    })();
    await expect(askGit(['cat-file', '--batch-check'], { cwd: makeRepository({ a: '' }), input: broken })).rejects.toThrow(
      'no more',
    );
  });
});

describe('failures', () => {
  test('are known errors with the first line of the complaint', async () => {
    const failure = await collect(['ls-files'], { cwd: makeFolder() }).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(GitError);
    expect(failure).toMatchObject({
      command: 'ls-files',
      exitCode: 128,
      message: expect.stringMatching(/^git ls-files failed: fatal: not a git repository [^\n]*$/),
    });
  });

  test('come after the output there was', async () => {
    const folder = makeCommitted('content');
    const head = git(folder, 'rev-parse', 'HEAD');
    let output = '';
    const reading = (async () => {
      for await (const chunk of spawnGit(['rev-parse', 'HEAD', 'nowhere'], { cwd: folder })) output += chunk.toString();
    })();
    await expect(reading).rejects.toThrow(/^git rev-parse failed: fatal: ambiguous argument 'nowhere'/);
    expect(output.startsWith(head)).toBe(true);
  });

  test('exit codes that mean something are no failures', async () => {
    const folder = makeRepository({ a: '' });
    await expect(collect(['check-ignore', 'a'], { cwd: folder })).rejects.toMatchObject({
      exitCode: 1,
      message: 'git check-ignore failed: exit code 1',
    });
    await expect(collect(['check-ignore', 'a'], { cwd: folder, success: [0, 1] })).resolves.toHaveLength(0);
  });

  test('no git', async () => {
    vi.stubEnv('PATH', '');
    await expect(collect(['version'], { cwd: makeFolder() })).rejects.toBeInstanceOf(GitMissingError);
  });

  test.each([
    ['nope', 'no such folder'],
    ['file/nope', 'no such folder'],
    ['file', 'this is a file'],
  ])('a folder that is none: %s', (name, message) => {
    const cwd = join(makeRepository({ file: '' }), name);
    const failure = { name: 'UsageError', message: expect.stringContaining(`${cwd}: ${message}`) };
    expect(() => runGit(['version'], { cwd })).toThrow(expect.objectContaining(failure));
  });

  test('a git that cannot be started', async () => {
    const folder = makeFolder();
    writeFileSync(join(folder, 'git'), '#!/nonexistent\n');
    chmodSync(join(folder, 'git'), 0o755);
    vi.stubEnv('PATH', folder);
    await expect(collect(['version'], { cwd: folder })).rejects.toMatchObject({ name: 'GitError', exitCode: null });
  });
});

test('what git warns of is handed on', async () => {
  const folder = makeRepository({ a: '' });
  writeFileSync(join(folder, '.git/refs/heads/broken'), 'junk');
  const warnings: string[] = [];
  await collect(['for-each-ref'], { cwd: folder, onWarning: (line) => warnings.push(line) });
  expect(warnings).toEqual(['warning: ignoring broken ref refs/heads/broken']);
});

test('git is stopped when the consumer stops', async () => {
  const folder = makeCommitted('x'.repeat(1000));
  const endless = (async function* (): AsyncGenerator<Buffer> {
    for (;;) yield Buffer.from('HEAD:file\n'.repeat(1000));
  })();
  for await (const chunk of spawnGit(['cat-file', '--batch'], { cwd: folder, input: endless })) {
    expect(chunk.length).toBeGreaterThan(0);
    break;
  }
  await vi.waitFor(() => expect(process.getActiveResourcesInfo()).not.toContain('ProcessWrap'));
});

describe('the environment', () => {
  test('names the repository, unless it is left out', async () => {
    const named = makeRepository({ 'named.txt': '' }, true);
    const other = makeRepository({ 'other.txt': '' }, true);
    vi.stubEnv('GIT_DIR', join(named, '.git'));
    expect(await askGit(['ls-files'], { cwd: other })).toBe('named.txt');
    expect(await askGit(['ls-files'], { cwd: other, isolate: true })).toBe('other.txt');
  });

  test('names it relative to the folder we are in', async () => {
    const named = makeRepository({ 'named.txt': '' }, true);
    vi.spyOn(process, 'cwd').mockReturnValue(named);
    vi.stubEnv('GIT_DIR', '.git');
    expect(await askGit(['ls-files'], { cwd: makeFolder() })).toBe('named.txt');
    vi.restoreAllMocks();
  });

  test.each([
    ['relative to the folder we are in', '', {}],
    ['relative to the work tree that is named', 'sub', { GIT_WORK_TREE: '..' }],
  ])('names an index %s', async (_name, folder, variables) => {
    const named = makeRepository({ 'sub/a': '' }, true);
    renameSync(join(named, '.git/index'), join(named, '.git/next-index'));
    vi.spyOn(process, 'cwd').mockReturnValue(join(named, folder));
    const all = { GIT_DIR: join(named, '.git'), GIT_INDEX_FILE: '.git/next-index', ...variables };
    for (const [name, value] of Object.entries(all)) vi.stubEnv(name, value);
    expect(await askGit(['ls-files', '--full-name', ':/'], { cwd: join(named, 'sub') })).toBe('sub/a');
    vi.restoreAllMocks();
  });

  test('cannot make git run anything, nor can the repository', async () => {
    const folder = makeCommitted('one\n');
    const script = join(makeFolder(), 'evil.sh');
    const mark = `${script}.ran`;
    writeFileSync(script, `#!/bin/sh\ntouch ${mark}\ncat\n`);
    chmodSync(script, 0o755);
    for (const name of ['GIT_EXTERNAL_DIFF', 'GIT_PAGER', 'GIT_SSH_COMMAND', 'GIT_ASKPASS']) vi.stubEnv(name, script);
    for (const key of [
      'core.fsmonitor',
      'core.pager',
      'gpg.program',
      'credential.helper',
      'core.sshCommand',
      'core.alternateRefsCommand',
    ])
      git(folder, 'config', key, script);
    git(folder, 'config', 'log.showSignature', 'true');
    git(folder, 'config', 'protocol.ext.allow', 'always');
    await askGit(['ls-files', '-o'], { cwd: folder });
    await askGit(['log', '-p', '--no-textconv', '--no-ext-diff'], { cwd: folder });
    await expect(askGit(['fetch', `ext::${script}`], { cwd: folder })).rejects.toThrow('not allowed');
    expect(existsSync(mark)).toBe(false);
    git(folder, 'ls-files', '-o');
    // The trap works.
    expect(existsSync(mark)).toBe(true);
  });

  test('replace refs hide nothing', async () => {
    const folder = makeCommitted('secret');
    const hidden = git(folder, 'rev-parse', 'HEAD:file').trim();
    writeFileSync(join(folder, 'clean'), 'clean');
    const clean = git(folder, 'hash-object', '-w', 'clean').trim();
    git(folder, 'replace', hidden, clean);
    expect(git(folder, 'cat-file', 'blob', hidden)).toBe('clean');
    expect(await askGit(['cat-file', 'blob', hidden], { cwd: folder })).toBe('secret');
  });
});
