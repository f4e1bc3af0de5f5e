/**
 * Where a repository keeps its things, as git itself tells it (`git rev-parse`), so that worktrees, GIT_DIR,
 * GIT_OBJECT_DIRECTORY and git's own protections (safe.directory, safe.bareRepository) are honoured.
 * @module
 */
import { existsSync, readFileSync, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import type { Ledger } from '../ledger.ts';
import { runGit } from './spawn.ts';

export type ObjectFormat = 'sha1' | 'sha256';

/** Plain data: it can be sent to a worker. */
export interface Repo {
  /** Absolute folder git commands run in: the top of the work tree, or the git directory of a bare repository. */
  root: string;
  gitDir: string;
  commonDir: string;
  /** Absolute; the repository's own first, then its alternates. */
  objectDirs: string[];
  format: ObjectFormat;
  /** Bytes of an object id: 20 or 32. */
  idBytes: number;
  bare: boolean;
  shallow: boolean;
  /** A partial clone: objects may be missing by design. */
  promisor: boolean;
}

/** Deeper nesting than git itself follows (its limit is 5). */
const MAX_ALTERNATE_DEPTH = 5;
const MAX_ALTERNATES = 64;

/**
 * Asks git about the repository that `cwd` lies in.
 * @throws UsageError when there is none, or git refuses to work in it
 */
export function openRepo(cwd: string, ledger?: Ledger): Repo {
  // --show-toplevel comes last: in a bare repository it fails after everything else has been printed.
  const questions = ['--absolute-git-dir', '--git-common-dir', '--git-path', 'objects', '--show-object-format'];
  const more = ['--is-bare-repository', '--is-shallow-repository', '--show-toplevel'];
  if (!existsSync(cwd)) throw new UsageError(`${cwd}: no such folder`);
  const answer = runGit(['rev-parse', '--path-format=absolute', ...questions, ...more], { cwd });
  const [gitDir, commonDir, objects, format, bare, shallow, top] = answer.stdout.toString('utf8').split('\n');
  if (!gitDir || !commonDir || !objects || !format || !shallow) throw refusal(cwd, answer.stderr);
  if (format !== 'sha1' && format !== 'sha256') throw new UsageError(`${cwd}: unknown object format ${format}`);
  return {
    root: top || gitDir,
    gitDir,
    commonDir,
    objectDirs: objectDirectories(objects, ledger),
    format,
    idBytes: format === 'sha1' ? 20 : 32,
    bare: bare === 'true',
    shallow: shallow === 'true',
    promisor: isPromisor(gitDir),
  };
}

function refusal(cwd: string, stderr: string): UsageError {
  if (stderr.includes('dubious ownership')) {
    return new UsageError(
      `${cwd}: git refuses this repository, for it belongs to another user (see safe.directory in git-config)`,
    );
  }
  if (stderr.includes('not a git repository')) return new UsageError(`${cwd}: not a git repository`);
  return new UsageError(`${cwd}: ${stderr.trim().split('\n')[0] || 'git gave no answer'}`);
}

function isPromisor(cwd: string): boolean {
  return runGit(['config', '--get-regexp', String.raw`^(extensions\.partialclone|remote\..*\.promisor)$`], { cwd }).status === 0;
}

/** The object directory and, recursively, its alternates (gitrepository-layout(5), objects/info/alternates). */
function objectDirectories(own: string, ledger?: Ledger): string[] {
  const found = new Map<string, string>();
  const visit = (dir: string, depth: number): void => {
    let real: string;
    try {
      real = realpathSync(dir);
      if (!statSync(real).isDirectory()) throw new Error('not a directory');
    } catch {
      ledger?.skip('unreadable', dir, true);
      return;
    }
    if (found.has(real)) return;
    if (depth > MAX_ALTERNATE_DEPTH || found.size >= MAX_ALTERNATES) {
      ledger?.skip('unreadable', dir, true);
      return;
    }
    found.set(real, dir);
    for (const line of alternatesOf(dir)) visit(resolve(dir, line), depth + 1);
  };
  visit(own, 0);
  for (const dir of (process.env.GIT_ALTERNATE_OBJECT_DIRECTORIES ?? '').split(delimiter)) {
    if (dir && isAbsolute(dir)) visit(dir, 1);
  }
  return [...found.values()];
}

function alternatesOf(dir: string): string[] {
  let text: string;
  try {
    text = readFileSync(join(dir, 'info', 'alternates'), 'utf8');
  } catch {
    return [];
  }
  return text.split('\n').filter((line) => line && !line.startsWith('#'));
}
