/**
 * Finding repositories without starting git: cheap answers that decide whether git is asked at all.
 * @module
 */
import { existsSync, lstatSync, realpathSync, statSync } from 'node:fs';
import { posix, resolve } from 'node:path';
import { isWithin } from '../../path.ts';
import { openable } from '../entry.ts';
import { findGitFolders, readText } from './gitdir.ts';
import { askGit, REPOSITORY_VARIABLES } from './spawn.ts';

/**
 * Whether a folder is the top of a work tree: `.git` is a git folder, or a file that names one (gitrepository-layout(5)).
 * @param folder absolute path, `/` between names
 */
export function isRepository(folder: string): boolean {
  const git = posix.join(folder, '.git');
  try {
    if (statSync(openable(git)).isDirectory()) return isGitFolder(git);
    const [, target] = /^gitdir: (.+?)\n*$/.exec(readText(openable(git))) ?? [];
    return target !== undefined && isGitFolder(resolve(folder, target));
  } catch {
    return false;
  }
}

/** The nearest top of a work tree at or above a folder. */
export function findRepository(folder: string): string | undefined {
  for (let at = folder, below = ''; at !== below && at !== '.'; below = at, at = posix.dirname(at)) {
    if (isRepository(at)) return at;
  }
  return undefined;
}

/**
 * The work tree that the environment names, as it does for hooks: GIT_DIR, GIT_INDEX_FILE and their like are about this
 * repository and no other.
 * @returns top of the work tree, undefined where the environment names none
 */
export async function environmentRepository(): Promise<string | undefined> {
  if (!REPOSITORY_VARIABLES.some((name) => process.env[name])) return undefined;
  if (!process.env['GIT_DIR']) return findRepository(process.cwd());
  try {
    return await askGit(['rev-parse', '--show-toplevel'], { cwd: process.cwd() });
  } catch {
    return undefined;
  }
}

/**
 * Makes the repository that a folder lies in the one that git works on. Where the environment names another one, its variables are
 * taken away; of two repositories around a folder the inner one is meant.
 * @param folder absolute
 */
export async function enterRepository(folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  const real = realpathSync(folder);
  const found = findGitFolders(real);
  const named = process.env['GIT_DIR'];
  const same = named && existsSync(named) && found && realpathSync(named) === realpathSync(found.gitDir);
  if (!found || same) return;
  const top = await environmentRepository();
  if (top !== undefined && isWithin(real, top) && isWithin(top, found.root)) return;
  for (const name of REPOSITORY_VARIABLES) delete process.env[name];
}

function isGitFolder(path: string): boolean {
  const has = (name: string): boolean => lstatSync(openable(posix.join(path, name)), { throwIfNoEntry: false }) !== undefined;
  return has('HEAD') && (has('commondir') || (has('objects') && has('refs')));
}
