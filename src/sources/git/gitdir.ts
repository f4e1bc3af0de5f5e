/**
 * Finds the folders of a repository without git (gitrepository-layout(5)).
 * @module
 */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

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

/** A file's text, '' where there is none. */
export function readText(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch {
    return '';
  }
}
