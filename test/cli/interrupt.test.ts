/** Ctrl-C while a repository is scanned: what was found so far is told without the rest, and the exit code is 130. */
import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { deflateSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/model.ts';
import { CLI } from '../helpers/cli.ts';
import { githubPat } from '../helpers/tokens.ts';
import { idOf, writePack } from '../sources/git/packs.ts';
import { TestRepository } from '../sources/git/repos.ts';

const LARGE = Buffer.from(`${githubPat()}\n${'some words in a line\n'.repeat(200_000)}`);
const COPIES = 400;

/**
 * Sends SIGINT at the first sign of progress.
 * @param again milliseconds after which it is sent once more
 */
function interrupt(
  cwd: string,
  args: readonly string[],
  again?: number,
): Promise<{ code: number | null; report: Report; progress: string }> {
  return new Promise((resolve) => {
    const child = spawn(process.execPath, [CLI, 'scan', '--progress', '--format', 'json', ...args], { cwd });
    let stdout = '';
    let progress = '';
    let sent = false;
    child.stdout.on('data', (chunk) => (stdout += String(chunk)));
    child.stderr.on('data', (chunk) => {
      progress += String(chunk);
      if (sent) return;
      sent = true;
      child.kill('SIGINT');
      if (again !== undefined) setTimeout(() => child.kill('SIGINT'), again);
    });
    child.on('close', (code) => {
      resolve({ code, report: JSON.parse(stdout) as Report, progress });
    });
  });
}

describe('Ctrl-C', () => {
  let repository: TestRepository;
  beforeAll(() => {
    repository = TestRepository.createLasting();
    repository.commit('first', { file: 'x' });
    // Takes seconds to scan: one content under many ids, and at many paths.
    const raw = deflateSync(LARGE);
    const blobs = Array.from({ length: COPIES }, (_, i) => ({ id: idOf(`copy ${i}`), type: 3, data: LARGE, raw }));
    writePack(join(repository.folder, '.git/objects/pack', `pack-${idOf('copies')}`), blobs);
    const id = repository.feed(LARGE, 'hash-object', '-w', '--stdin').toString().trim();
    const lines = blobs.map((_, i) => `100644 ${id}\tdir/f${i}\n`).join('');
    repository.feed(lines, 'update-index', '--index-info');
    repository.git('commit', '-qm', 'copies');
    repository.feed(lines.replaceAll('\tdir/', '\tother/'), 'update-index', '--index-info');
  });

  it.each([
    ['history', ['--history']],
    ['range', ['--range', 'HEAD~1..']],
    ['staged', ['--staged']],
  ])('ends a scan of the %s', async (kind, args) => {
    const { code, report, progress } = await interrupt(repository.folder, args);
    expect(code).toBe(130);
    expect(report.scope.kind).toBe(kind);
    expect(report.coverage.complete).toBe(false);
    expect(report.coverage.blobs!.scanned).toBeGreaterThan(0);
    expect(report.coverage.blobs!.scanned).toBeLessThan(COPIES);
    expect(report.findings).toHaveLength(1);
    expect(progress).toMatch(/ objects, \d+ MB, \d+ MB\/s/);
  });

  it('that comes twice at once, as npx and timeout pass it on, is one', async () => {
    const { code, report } = await interrupt(repository.folder, ['--history'], 20);
    expect(code).toBe(130);
    expect(report.coverage.complete).toBe(false);
  });
});
