/**
 * What a bench scans, and how much of it there is.
 * @module
 */
import { spawnSync } from 'node:child_process';
import { statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { generate, sizeOf } from './corpus.ts';
import { git, makeStaged } from './repositories.ts';

export interface Subject {
  kind: 'tree' | 'history' | 'staged';
  target: string;
  /** One line for people. */
  label: string;
  /** Files, or distinct blobs. */
  items: number;
  /** Those a scanner must read: of a history, its distinct blobs unpacked. */
  bytes: number;
}

export function folderSubject(folder: string): Subject {
  const { files, bytes } = sizeOf(folder);
  return { kind: 'tree', target: resolve(folder), label: `${folder}: ${files} files`, items: files, bytes };
}

export function generatedSubject(folder: string, count: number): Subject {
  generate(folder, count);
  return { ...folderSubject(folder), label: `${count} generated files` };
}

/**
 * A usual commit, staged in a work tree of its own that is made from a repository: a few lines in three files and a new one.
 * @param folder empty; the work tree goes there
 */
export function stagedSubject(repository: string, folder: string): Subject {
  makeStaged(repository, folder);
  const changed = git(folder, 'diff', '--cached', '--name-only', '-z').split('\0').filter(Boolean);
  const { files } = sizeOf(folder);
  return {
    kind: 'staged',
    target: folder,
    label: `${changed.length} staged files of ${repository}, ${files} files in the work tree`,
    items: changed.length,
    bytes: changed.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0),
  };
}

export function historySubject(repository: string): Subject {
  const target = resolve(repository);
  const format = '--batch-check=%(objecttype) %(objectsize)';
  const args = ['-C', target, 'cat-file', '--batch-all-objects', '--unordered', format];
  const sizes = spawnSync('git', args, { encoding: 'utf8', maxBuffer: 2 ** 30 });
  if (sizes.status !== 0) throw new Error(`${repository}: ${sizes.stderr.trim()}`);
  const blobs = sizes.stdout.split('\n').filter((line) => line.startsWith('blob '));
  const bytes = blobs.reduce((sum, line) => sum + Number(line.slice('blob '.length)), 0);
  return { kind: 'history', target, label: `history of ${repository}: ${blobs.length} blobs`, items: blobs.length, bytes };
}
