/**
 * Finds the folders of a repository without git (gitrepository-layout(5)).
 * @module
 */
import { closeSync, constants, type Dirent, existsSync, fstatSync, openSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import type { Ledger } from '../ledger.ts';

export interface GitFolders {
  /** The top of the work tree, or the git directory of a bare repository. */
  root: string;
  gitDir: string;
  /** Where branches and objects are; that of a linked work tree is not its git directory. */
  commonDir: string;
}

/** The repository that `cwd` lies in, or is below; undefined where there is none. The environment is not asked. */
export function findGitFolders(cwd: string): GitFolders | undefined {
  for (let root = resolve(cwd); ; root = dirname(root)) {
    const gitDir = gitDirOf(root);
    if (gitDir !== undefined) return { root, gitDir, commonDir: commonDirOf(gitDir) };
    if (root === dirname(root)) return undefined;
  }
}

/** Where git is to be started. */
export interface GitPlace {
  cwd: string;
  /** Variables that name a repository do not count. */
  isolate?: boolean;
}

/** The repository that git works on: the one that the environment names, or that `cwd` lies in. */
export function foldersOf({ cwd, isolate }: GitPlace): GitFolders | undefined {
  const named = isolate ? undefined : process.env['GIT_DIR'];
  if (!named) return findGitFolders(cwd);
  const gitDir = resolve(named);
  return { root: resolve(process.env['GIT_WORK_TREE'] ?? cwd), gitDir, commonDir: commonDirOf(gitDir) };
}

function gitDirOf(folder: string): string | undefined {
  const inside = join(folder, '.git');
  const [, target] = /^gitdir: (.+?)\n*$/.exec(readText(inside)) ?? [];
  const candidates = [inside, folder, ...(target === undefined ? [] : [resolve(folder, target)])];
  return candidates.find((dir) => existsSync(join(dir, 'HEAD')) && existsSync(join(commonDirOf(dir), 'objects')));
}

export function commonDirOf(gitDir: string): string {
  return process.env['GIT_COMMON_DIR']
    ? resolve(process.env['GIT_COMMON_DIR'])
    : resolve(gitDir, readText(join(gitDir, 'commondir')).trim());
}

/**
 * A file's text, '' where there is none.
 * @param ledger is told of a file that is there and cannot be read
 */
export const readText = (path: string | Buffer, ledger?: Ledger): string => readBytes(path, ledger).toString();

/** As `readText`. */
export function readBytes(path: string | Buffer, ledger?: Ledger): Buffer {
  try {
    const { fd } = openFile(path);
    try {
      return readFileSync(fd);
    } finally {
      closeSync(fd);
    }
  } catch (error) {
    if (!isAbsent(error)) ledger?.skip('unreadable', path.toString(), true);
    return Buffer.alloc(0);
  }
}

/** Something that is no file stands in place of one. Whoever else opens it may wait for ever. */
export class NoFileError extends Error {}

/**
 * Opens a file to be read. What is no file (a pipe that never ends, a device) is refused instead of waited for.
 * @throws NoFileError; Error as the file system gives it
 */
export function openFile(path: string | Buffer): { fd: number; size: number } {
  const fd = openSync(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
  const found = fstatSync(fd);
  if (found.isFile()) return { fd, size: found.size };
  closeSync(fd);
  throw new NoFileError(`${path.toString()}: not a file`);
}

/** The entries of a folder, none where there is no folder; `ledger` as for `readText`. */
export function listEntries(folder: string, ledger?: Ledger): Dirent[] {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch (error) {
    if (!isAbsent(error)) ledger?.skip('unreadable', `${folder}/`, true);
    return [];
  }
}

/** Whether there is nothing by a name, as opposed to something that cannot be read. */
export function isAbsent(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
