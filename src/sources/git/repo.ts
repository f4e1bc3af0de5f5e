/**
 * Where a repository keeps its things. Git itself is asked, so that GIT_DIR, worktrees and git's own protections hold. Only
 * a repository that git refuses for belonging to another user (safe.directory) is found without git, and then it is read
 * without git altogether: the refusal is there because git would obey the configuration of that repository, and we do not.
 * @module
 */
import { existsSync, realpathSync, statSync } from 'node:fs';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import { UsageError } from '../../errors.ts';
import type { Ledger } from '../ledger.ts';
import { commonDirOf, findGitFolders, readText } from './gitdir.ts';
import { complaintIn, runGit } from './spawn.ts';

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
  /** Git works in it. If not, everything must be read without git. */
  git: boolean;
}

/** Told where git is needed and refuses. */
export const REFUSED = 'git refuses this repository, for it belongs to another user (see safe.directory in git-config)';

/** Git does not follow alternates deeper than this. */
const MAX_ALTERNATE_DEPTH = 5;
const MAX_ALTERNATES = 64;

/**
 * Finds the repository that `cwd` lies in.
 * @throws UsageError when there is none
 */
export function openRepo(cwd: string, ledger?: Ledger): Repo {
  if (!existsSync(cwd)) throw new UsageError(`${cwd}: no such folder`);
  // --show-toplevel comes last: in a bare repository it fails after everything else has been printed.
  const questions = ['--absolute-git-dir', '--is-bare-repository', '--is-shallow-repository', '--show-object-format'];
  const answer = runGit(['rev-parse', ...questions, '--show-toplevel'], { cwd });
  const [gitDir, bare, shallow, format, top] = answer.stdout.toString('utf8').split('\n');
  if (!gitDir || !shallow) {
    if (answer.stderr.includes('dubious ownership')) return openForeign(resolve(cwd), ledger);
    if (answer.stderr.includes('not a git repository')) throw new UsageError(`${cwd}: not a git repository`);
    throw new UsageError(`${cwd}: ${complaintIn(answer.stderr) || 'git gave no answer'}`);
  }
  // Versions of git that know one format only print the question back.
  const known = format === 'sha256' ? 'sha256' : 'sha1';
  const promisor = runGit(['config', '--get-regexp', String.raw`^(extensions\.partialclone|remote\..*\.promisor)$`], { cwd });
  return describeRepo(
    gitDir,
    { root: top || gitDir, bare: bare === 'true', shallow: shallow === 'true', promisor: promisor.status === 0, git: true },
    known,
    ledger,
  );
}

/** A repository as its files tell (gitrepository-layout(5)). */
function openForeign(cwd: string, ledger?: Ledger): Repo {
  const folders = findGitFolders(cwd);
  if (!folders) throw new UsageError(`${cwd}: not a git repository`);
  const { root, gitDir, commonDir } = folders;
  const config = readText(join(commonDir, 'config'));
  const format = /^\s*objectformat\s*=\s*sha256\s*$/im.test(config) ? 'sha256' : 'sha1';
  const shallow = existsSync(join(commonDir, 'shallow'));
  const promisor = /^\s*(partialclone|promisor)\s*=/im.test(config);
  return describeRepo(gitDir, { root, bare: root === gitDir, shallow, promisor, git: false }, format, ledger);
}

function describeRepo(
  gitDir: string,
  facts: Pick<Repo, 'root' | 'bare' | 'shallow' | 'promisor' | 'git'>,
  format: ObjectFormat,
  ledger: Ledger | undefined,
): Repo {
  const commonDir = commonDirOf(gitDir);
  const objects = process.env['GIT_OBJECT_DIRECTORY'] ? resolve(process.env['GIT_OBJECT_DIRECTORY']) : join(commonDir, 'objects');
  return {
    ...facts,
    gitDir,
    commonDir,
    objectDirs: objectDirectories(objects, ledger),
    format,
    idBytes: format === 'sha1' ? 20 : 32,
  };
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
  for (const dir of (process.env['GIT_ALTERNATE_OBJECT_DIRECTORIES'] ?? '').split(delimiter)) {
    if (dir && isAbsolute(dir)) visit(dir, 1);
  }
  return [...found.values()];
}

function alternatesOf(dir: string): string[] {
  return readText(join(dir, 'info', 'alternates'))
    .split('\n')
    .filter((line) => line && !line.startsWith('#'));
}
