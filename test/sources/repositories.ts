/**
 * Folders and repositories made for one test.
 * @module
 */
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { onTestFinished } from 'vitest';
import { printedBy } from '../helpers/spawn.ts';

/** Git as if it had no settings at all. */
export const gitEnvironment: NodeJS.ProcessEnv = {
  PATH: process.env['PATH'],
  HOME: '/nonexistent',
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_NOSYSTEM: '1',
  GIT_AUTHOR_NAME: 'A',
  GIT_AUTHOR_EMAIL: 'a@example.org',
  GIT_COMMITTER_NAME: 'A',
  GIT_COMMITTER_EMAIL: 'a@example.org',
};

/** An empty folder that goes when the test ends. */
export function makeFolder(): string {
  const folder = realpathSync(mkdtempSync(join(tmpdir(), 'bearertrap-')));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes files by relative path; names are bytes where a string cannot hold them. */
export function writeFiles(folder: string, files: Readonly<Record<string, string>>): void {
  for (const [path, content] of Object.entries(files)) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), content);
  }
}

/** Runs git in a folder and gives what it prints. */
export function git(folder: string, ...args: string[]): string {
  return printedBy('git', ['-c', 'protocol.file.allow=always', ...args], { cwd: folder, env: gitEnvironment }).toString();
}

/** A repository with some files, which are in the index where `add` is set. */
export function makeRepository(files: Readonly<Record<string, string>>, add = false): string {
  const folder = makeFolder();
  git(folder, 'init', '-q', '.');
  writeFiles(folder, files);
  if (add) git(folder, 'add', '.');
  return folder;
}
