/**
 * Finds pipes and devices where git expects files: git opens whatever stands there, and waits for ever or reads without an end.
 * @module
 */
import { readdirSync, type Stats, statSync } from 'node:fs';
import { devNull, homedir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { GitBlockedError } from '../../errors.ts';
import { foldersOf, type GitFolders, type GitPlace, listEntries, readText } from './gitdir.ts';

/** What every command opens, in the git directory or in that of the main work tree. */
const ALWAYS = ['HEAD', 'commondir', 'config', 'config.worktree', 'shallow'];

/** Commands that open the index, and with it the rules of what is ignored. */
const WITH_INDEX = new Set(['diff', 'ls-files', 'check-ignore']);
const INDEX = ['info/exclude', 'info/sparse-checkout'];

/** Configurations that are looked at: one may include others without an end. */
const MAX_INCLUDED = 20;
const MAX_CONFIG = 1 << 20;

/**
 * The first of the files that a command opens whatever it is asked for which is none: it takes some microseconds, so that it can
 * be asked each time. Refs and objects are not looked at, see `refuseBlocked`.
 * @param namedIndex the index that the environment names, for the top of a work tree
 */
export function findBlocker(
  command: string,
  place: GitPlace,
  namedIndex: (top: string) => string | undefined,
): string | undefined {
  const folders = foldersOf(place);
  if (!folders) return undefined;
  const { gitDir, commonDir, root } = folders;
  const names = WITH_INDEX.has(command) ? [...ALWAYS, ...INDEX, ...sharedIndexes(gitDir)] : ALWAYS;
  const paths = [...new Set([gitDir, commonDir])].flatMap((dir) => names.map((name) => join(dir, name)));
  if (WITH_INDEX.has(command)) paths.push((place.isolate ? undefined : namedIndex(root)) ?? join(gitDir, 'index'));
  return paths.find(blocks) ?? namedBlocker([join(commonDir, 'config'), join(gitDir, 'config.worktree')]);
}

/** Variables of a configuration that name a file which git opens; `path` is that of an included one. */
const NAMING = /(?:^|\])[ \t]*(path|excludesfile|attributesfile)[ \t]*=[ \t]*"?([^"\n]*)/gim;

/** The first file that configurations name which would be waited for; those that they include are looked at too. */
function namedBlocker(configs: string[]): string | undefined {
  // What is added on the way is gone through as well, each once.
  const seen = new Set(configs);
  for (const config of seen) {
    if ((statOf(config)?.size ?? 0) > MAX_CONFIG) continue;
    for (const [, name, value] of readText(config).matchAll(NAMING)) {
      const path = resolve(dirname(config), value!.trim().replace(/^~(?=\/)/, homedir()));
      if (blocks(path)) return path;
      if (name!.toLowerCase() === 'path' && seen.size < MAX_INCLUDED) seen.add(path);
    }
  }
  return undefined;
}

function sharedIndexes(gitDir: string): string[] {
  try {
    return readdirSync(gitDir).filter((name) => name.startsWith('sharedindex.'));
  } catch {
    return [];
  }
}

/** The first thing in a folder, or below it, that would be waited for. Of most file systems that takes a look at folders only. */
function blockerBelow(folder: string): string | undefined {
  for (const entry of listEntries(folder)) {
    const path = join(folder, entry.name);
    if (entry.isFile()) continue;
    const found = entry.isDirectory() ? blockerBelow(path) : blocks(path) ? path : undefined;
    if (found !== undefined) return found;
  }
  return undefined;
}

/**
 * The first of the files by which attributes are given to paths that would be waited for: git reads them when it compares files.
 * @param paths from the top of the work tree, `/` between names
 */
export function attributesBlocker(cwd: string, paths: Iterable<string>): string | undefined {
  const repository = foldersOf({ cwd });
  if (!repository) return undefined;
  const folders = new Set(['']);
  for (const path of paths) {
    for (let end = path.lastIndexOf('/'); end > 0 && !folders.has(path.slice(0, end)); end = path.lastIndexOf('/', end - 1))
      folders.add(path.slice(0, end));
  }
  const files = Array.from(folders, (folder) => join(repository.root, folder, '.gitattributes'));
  return [...files, join(repository.commonDir, 'info/attributes')].find(blocks);
}

/** The first of the files of refs that would be waited for. */
export function refsBlocker({ gitDir, commonDir }: Pick<GitFolders, 'gitDir' | 'commonDir'>): string | undefined {
  const packed = join(commonDir, 'packed-refs');
  const others = [...new Set([gitDir, commonDir])].map((dir) => blockerBelow(join(dir, 'refs')));
  return blocks(packed) ? packed : others.find((found) => found !== undefined);
}

/**
 * Makes sure that git can read whichever refs and objects of a repository it is asked for: one look at each folder.
 * @throws GitBlockedError
 */
export function refuseBlocked(repository: Pick<GitFolders, 'gitDir' | 'commonDir'> & { objectDirs: readonly string[] }): void {
  let found = refsBlocker(repository);
  for (const folder of repository.objectDirs) found ??= blockerBelow(folder);
  if (found !== undefined) throw new GitBlockedError('', found);
}

/** Whether whoever opens and reads a path may wait for ever, or never come to its end. */
export function blocks(path: string): boolean {
  const found = statOf(path);
  // A socket cannot be opened, and the device of nothing is empty.
  if (!found || found.isFile() || found.isDirectory() || found.isSocket()) return false;
  return !found.isCharacterDevice() || found.rdev !== statOf(devNull)?.rdev;
}

/** What links lead to; undefined where there is nothing, or nothing that may be seen. */
function statOf(path: string): Stats | undefined {
  try {
    return statSync(path, { throwIfNoEntry: false });
  } catch {
    return undefined;
  }
}
