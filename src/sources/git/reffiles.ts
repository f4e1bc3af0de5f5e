/**
 * What the files of a repository tell of HEAD, refs and reflogs (gitrepository-layout(5)), without starting git.
 * @module
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { fromBytes } from '../../path.ts';
import { commonDirOf, findGitFolders } from './gitdir.ts';
import type { Ref, RefState } from './refs.ts';
import type { Repo } from './repo.ts';

/** A symbolic ref may name another one, but not for ever. */
const MAX_LINKS = 5;

/** Folders of a repository that git reads: `Repo` has them, among other things. */
type Folders = Pick<Repo, 'gitDir' | 'commonDir'>;

/** @returns refs, unsorted; the targets of annotated tags only as far as `packed-refs` knows them */
export function readRefFiles(folders: Folders): RefState {
  const { gitDir, commonDir } = folders;
  const values = new Map<string, string>();
  const peeled = new Map<string, string>();
  let last = '';
  for (const line of read(join(commonDir, 'packed-refs')).split('\n')) {
    const [, id = '', name = ''] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
    if (line.startsWith('^')) peeled.set(last, line.slice(1));
    else if (id !== '') values.set((last = name), id);
  }
  for (const dir of new Set([commonDir, gitDir])) {
    for (const name of filesBelow(dir, 'refs')) {
      values.set(name, read(join(dir, name)).trim());
      peeled.delete(name);
    }
  }
  const find = (name: string): string => values.get(name) ?? '';
  const refs: Ref[] = [];
  for (const [name, value] of values) {
    const id = follow(value, find);
    if (id !== '') refs.push({ name, id, target: peeled.get(name) ?? id });
  }
  const head = read(join(gitDir, 'HEAD')).trim();
  const at = follow(head, find);
  if (at !== '' && !head.startsWith('ref: ')) refs.push({ name: 'HEAD', id: at, target: at });
  return { refs, logged: readLogFiles(folders) ?? [], head: at };
}

/**
 * Commit of HEAD of the repository that `cwd` lies in, or that the environment names (GIT_DIR); undefined where there is none,
 * or where refs are kept in another way than in files.
 */
export function headCommit(cwd: string): string | undefined {
  const folders = foldersAt(cwd);
  if (!folders) return undefined;
  const { gitDir, commonDir } = folders;
  const find = (name: string): string => {
    if (!/^refs\/(?!.*\.\.)/.test(name)) return '';
    const own = read(join(gitDir, name)) || read(join(commonDir, name));
    if (own !== '') return own.trim();
    const packed = read(join(commonDir, 'packed-refs'));
    const at = packed.indexOf(` ${name}\n`);
    return at < 0 ? '' : packed.slice(packed.lastIndexOf('\n', at) + 1, at);
  };
  return follow(read(join(gitDir, 'HEAD')).trim(), find) || undefined;
}

/**
 * Commits that the next one will have as parents beside HEAD: a merge is under way. Before a merge without conflicts is committed,
 * git has not written MERGE_HEAD yet, and names them to hooks by variables (GITHEAD_ID, see git-merge(1)).
 */
export function mergeHeads(cwd: string): string[] {
  const folders = foldersAt(cwd);
  const written = folders ? read(join(folders.gitDir, 'MERGE_HEAD')).split('\n') : [];
  const named = Object.keys(process.env).map((name) => name.replace(/^GITHEAD_/, ''));
  return [...new Set([...written, ...named])].filter((id) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id));
}

function foldersAt(cwd: string): Folders | undefined {
  const named = process.env['GIT_DIR'] && resolve(process.env['GIT_DIR']);
  return named ? { gitDir: named, commonDir: commonDirOf(named) } : findGitFolders(cwd);
}

/** The id at the end of a chain of symbolic refs, or ''. */
function follow(value: string, find: (name: string) => string): string {
  for (let links = 0; links <= MAX_LINKS; links++) {
    if (!value.startsWith('ref: ')) return /^[0-9a-f]{40,64}$/.test(value) ? value : '';
    value = find(value.slice(5).trim());
  }
  return '';
}

/** Commits that reflogs name, those of all work trees; undefined where reflogs are kept in another way than in files. */
export function readLogFiles({ gitDir, commonDir }: Folders): RefState['logged'] | undefined {
  if (hasRefTable(commonDir)) return undefined;
  const logged = new Map<string, string>();
  for (const dir of new Set([commonDir, gitDir, ...workTreeFolders(commonDir)])) {
    for (const name of filesBelow(dir, 'logs')) {
      const ref = name.slice('logs/'.length);
      for (const line of read(join(dir, name)).split('\n')) {
        // The old and the new value; a stash is told as such by every one of its log.
        for (const id of line.split(' ', 2)) {
          if (/^[0-9a-f]{40,64}$/.test(id) && (ref === 'refs/stash' || !logged.has(id))) logged.set(id, ref);
        }
      }
    }
  }
  return Array.from(logged, ([id, ref]) => ({ id, ref }));
}

/** Detached HEADs of the other work trees of a repository, by the names git has for them. */
export function readWorkTreeHeads({ gitDir, commonDir }: Folders): Ref[] {
  return workTreeFolders(commonDir).flatMap((dir) => {
    const id = read(join(dir, 'HEAD')).trim();
    return dir === gitDir || !/^[0-9a-f]{40,64}$/.test(id) ? [] : [{ name: `worktrees/${basename(dir)}/HEAD`, id, target: id }];
  });
}

function workTreeFolders(commonDir: string): string[] {
  try {
    return readdirSync(join(commonDir, 'worktrees')).map((name) => join(commonDir, 'worktrees', name));
  } catch {
    return [];
  }
}

function hasRefTable(commonDir: string): boolean {
  return existsSync(join(commonDir, 'reftable'));
}

/** Paths of all files below a folder, `/` between names, relative to `dir`. Links are not followed. */
function filesBelow(dir: string, folder: string): string[] {
  try {
    return readdirSync(join(dir, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(dir, path);
      return entry.isFile() && !path.endsWith('.lock') ? [path] : [];
    });
  } catch {
    return [];
  }
}

function read(path: string): string {
  try {
    return fromBytes(readFileSync(path));
  } catch {
    return '';
  }
}
