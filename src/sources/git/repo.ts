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
import { splitAlternates } from './alternates.ts';
import { commonDirOf, findGitFolders, readText } from './gitdir.ts';
import { complaintIn, noFolder, runGit } from './spawn.ts';

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

/** Milliseconds: it is answered at once, but a configuration may include any file, a pipe too. */
const TIMEOUT = 20_000;

/** Git does not follow alternates deeper than this. */
const MAX_ALTERNATE_DEPTH = 5;
const MAX_ALTERNATES = 64;

/**
 * Finds the repository that `cwd` lies in.
 * @throws UsageError when there is none
 */
export function openRepo(cwd: string, ledger?: Ledger): Repo {
  const problem = noFolder(cwd);
  if (problem) throw problem;
  // --show-toplevel comes last: in a bare repository it fails after everything else has been printed.
  const questions = ['--is-bare-repository', '--is-shallow-repository', '--show-object-format', '--absolute-git-dir'];
  const answer = runGit(['rev-parse', ...questions, '--show-toplevel'], { cwd, timeout: TIMEOUT });
  const [bare, shallow, format, ...folders] = answer.stdout.toString('utf8').replace(/\n$/, '').split('\n');
  const { gitDir, top } = foldersIn(folders, bare === 'true');
  if (!gitDir) {
    if (answer.stderr.includes('dubious ownership')) return openForeign(resolve(cwd), ledger);
    if (answer.stderr.includes('not a git repository')) throw new UsageError(`${cwd}: not a git repository`);
    throw new UsageError(`${cwd}: ${complaintIn(answer.stderr) || 'git gave no answer'}`);
  }
  // Versions of git that know one format only print the question back.
  const known = format === 'sha256' ? 'sha256' : 'sha1';
  const promisor = runGit(['config', '--get-regexp', String.raw`^(extensions\.partialclone|remote\..*\.promisor)$`], { cwd });
  return describeRepo(
    gitDir,
    {
      root: leadsTo(top, gitDir) ? top : gitDir,
      bare: bare === 'true',
      shallow: shallow === 'true',
      promisor: promisor.status === 0,
      git: true,
    },
    known,
    ledger,
  );
}

/** The git directory and the top of the work tree in the lines that git prints; names of folders may hold line feeds. */
function foldersIn(lines: readonly string[], bare: boolean): { gitDir: string; top: string } {
  const middle = bare ? lines.length : Math.ceil(lines.length / 2);
  return { gitDir: lines.slice(0, middle).join('\n'), top: lines.slice(middle).join('\n') };
}

/** Whether git finds the repository from the top of its work tree: not where that is elsewhere by `core.worktree` or GIT_WORK_TREE. */
function leadsTo(top: string, gitDir: string): boolean {
  if (top === '') return false;
  if (process.env['GIT_DIR']) return true;
  const found = findGitFolders(top);
  return found !== undefined && realpathSync(found.gitDir) === realpathSync(gitDir);
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
  return {
    ...facts,
    gitDir,
    commonDir,
    objectDirs: objectDirectories(commonDir, ledger),
    format,
    idBytes: format === 'sha1' ? 20 : 32,
  };
}

/** Ids of the commits whose parents a shallow clone has not (gitrepository-layout(5), "shallow"). */
export function shallowEnds({ shallow, commonDir }: Pick<Repo, 'shallow' | 'commonDir'>): string[] {
  return shallow ? readText(join(commonDir, 'shallow')).split('\n').filter(Boolean) : [];
}

/**
 * The object directory and, recursively, its alternates (gitrepository-layout(5), objects/info/alternates).
 * @param ledger is told of those that are named and cannot be read
 */
export function objectDirectories(commonDir: string, ledger?: Ledger): string[] {
  const own = process.env['GIT_OBJECT_DIRECTORY'] ? resolve(process.env['GIT_OBJECT_DIRECTORY']) : join(commonDir, 'objects');
  const found = new Set<string>();
  const visit = (dir: string, depth: number): void => {
    let real: string;
    try {
      real = realpathSync.native(dir);
      if (!statSync(real).isDirectory()) throw new Error('not a directory');
    } catch {
      ledger?.skip('unreadable', resolve(dir), true);
      return;
    }
    if (found.has(real)) return;
    if (depth > MAX_ALTERNATE_DEPTH || found.size >= MAX_ALTERNATES) {
      ledger?.skip('unreadable', resolve(dir), true);
      return;
    }
    found.add(real);
    for (const line of alternatesOf(real, ledger)) visit(isAbsolute(line) ? line : `${real}/${line}`, depth + 1);
  };
  visit(own, 0);
  for (const dir of splitAlternates(process.env['GIT_ALTERNATE_OBJECT_DIRECTORIES'] ?? '', delimiter)) visit(resolve(dir), 1);
  return [...found];
}

/** A relative one begins where the object directory really is, wherever a link to it stands: `..` is left to the file system. */
function alternatesOf(dir: string, ledger?: Ledger): string[] {
  return splitAlternates(readText(join(dir, 'info', 'alternates'), ledger), '\n');
}
