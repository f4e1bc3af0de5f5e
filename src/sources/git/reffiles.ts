/**
 * What the files of a repository tell of HEAD, refs and reflogs (gitrepository-layout(5)), without starting git.
 * @module
 */
import { existsSync } from 'node:fs';
import { basename, join } from 'node:path';
import { fromBytes } from '../../path.ts';
import type { Ledger } from '../ledger.ts';
import { foldersOf, listEntries, readBytes } from './gitdir.ts';
import { blocks } from './guard.ts';
import type { Ref, RefState } from './refs.ts';
import type { Repo } from './repo.ts';

/** A symbolic ref may name another one, but not for ever. */
const MAX_LINKS = 5;

/** Of these each work tree has its own (gitglossary(7), "per-worktree ref"). */
const PRIVATE = ['refs/bisect', 'refs/rewritten', 'refs/worktree'];

/** Folders of a repository that git reads: `Repo` has them, among other things. */
type Folders = Pick<Repo, 'gitDir' | 'commonDir'>;

/**
 * @param ledger is told of files that are there and cannot be read
 * @returns refs, unsorted, also those that point to nothing, and those of other work trees; of a reftable only the latter
 */
export function readRefFiles(folders: Folders, ledger?: Ledger): RefState {
  const { gitDir, commonDir } = folders;
  if (hasRefTable(commonDir)) return { refs: readWorkTreeRefs(folders, ledger), logged: [], head: '' };
  const values = new Map<string, string>();
  for (const line of read(join(commonDir, 'packed-refs'), ledger).split('\n')) {
    const [, id = '', name = ''] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
    if (id !== '') values.set(name, id);
  }
  for (const dir of new Set([commonDir, gitDir])) {
    for (const name of filesBelow(dir, 'refs', ledger)) {
      if (dir !== gitDir && PRIVATE.some((folder) => name.startsWith(`${folder}/`))) continue;
      values.set(name, read(join(dir, name), ledger).trim());
    }
  }
  const find = (name: string): string => values.get(name) ?? '';
  const refs: Ref[] = Array.from(values, ([name, value]) => ({ name, id: follow(value, find) }));
  const head = read(join(gitDir, 'HEAD'), ledger).trim();
  const id = follow(head, find);
  const branch = /^ref: (.+)$/.exec(head)?.[1];
  if (branch === undefined) refs.push({ name: 'HEAD', id });
  else if (!values.has(branch)) refs.push({ name: branch, id: '' });
  return { refs: [...refs, ...readWorkTreeRefs(folders, ledger)], logged: readLogFiles(folders), head: id };
}

/**
 * Commit of HEAD of the repository that `cwd` lies in, or that the environment names (GIT_DIR); undefined where there is none,
 * or where refs are kept in another way than in files.
 */
export function headCommit(cwd: string): string | undefined {
  const folders = foldersOf({ cwd });
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
  const folders = foldersOf({ cwd });
  const written = folders ? read(join(folders.gitDir, 'MERGE_HEAD')).split('\n') : [];
  const named = Object.keys(process.env).map((name) => name.replace(/^GITHEAD_/, ''));
  return [...new Set([...written, ...named])].filter((id) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id));
}

/** The id at the end of a chain of symbolic refs, or ''. */
function follow(value: string, find: (name: string) => string): string {
  for (let links = 0; links <= MAX_LINKS; links++) {
    if (!value.startsWith('ref: ')) return /^[0-9a-f]{40,64}$/.test(value) ? value : '';
    value = find(value.slice(5).trim());
  }
  return '';
}

/** Commits that reflogs name, those of all work trees. */
function readLogFiles({ gitDir, commonDir }: Folders): RefState['logged'] {
  const logged = new Map<string, { ref: string; left: number }>();
  for (const dir of new Set([commonDir, gitDir, ...workTreeFolders(commonDir)])) {
    for (const name of filesBelow(dir, 'logs')) {
      const ref = name.slice('logs/'.length);
      for (const line of read(join(dir, name)).split('\n')) {
        // The old and the new value, and when the one took the place of the other.
        const [, before = '', after = '', time = ''] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) .*?> (\d+) /.exec(line) ?? [];
        for (const id of [before, after]) {
          if (id === '') continue;
          const known = logged.get(id);
          const left = Math.max(known?.left ?? 0, id === before ? Number(time) : 0);
          // A stash is told as such by every one of its log.
          logged.set(id, { ref: ref === 'refs/stash' ? ref : (known?.ref ?? ref), left });
        }
      }
    }
  }
  return Array.from(logged, ([id, told]) => ({ id, ...told }));
}

/** What only the other work trees of a repository have: detached HEADs, and refs of their own, by the names git has for them. */
function readWorkTreeRefs({ gitDir, commonDir }: Folders, ledger: Ledger | undefined): Ref[] {
  const others = workTreeFolders(commonDir).map((dir) => ({ dir, name: `worktrees/${basename(dir)}` }));
  return [{ dir: commonDir, name: 'main-worktree' }, ...others].flatMap(({ dir, name }) => {
    if (dir === gitDir) return [];
    const own = (dir === commonDir ? PRIVATE : ['refs']).flatMap((folder) => filesBelow(dir, folder, ledger));
    return ['HEAD', ...own].flatMap((ref) => {
      const id = read(join(dir, ref), ledger).trim();
      return /^[0-9a-f]{40,64}$/.test(id) ? [{ name: `${name}/${ref}`, id }] : [];
    });
  });
}

/** Indexes of the other work trees of a repository. */
export function otherIndexes({ gitDir, commonDir }: Folders): string[] {
  const others = [commonDir, ...workTreeFolders(commonDir)].filter((dir) => dir !== gitDir);
  return others.map((dir) => join(dir, 'index')).filter((file) => existsSync(file));
}

/** Git directories of the linked work trees. */
function workTreeFolders(commonDir: string): string[] {
  return listEntries(join(commonDir, 'worktrees')).map(({ name }) => join(commonDir, 'worktrees', name));
}

/** Whether refs are kept in another way than in files (gitformat-reftable). */
export function hasRefTable(commonDir: string): boolean {
  return existsSync(join(commonDir, 'reftable'));
}

/** Paths of all files below a folder, `/` between names, relative to `dir`. Links are not followed. */
function filesBelow(dir: string, folder: string, ledger?: Ledger): string[] {
  return listEntries(join(dir, folder), ledger).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(dir, path, ledger);
    if (!entry.isFile() && blocks(join(dir, path))) ledger?.skip('unreadable', join(dir, path), true);
    return entry.isFile() && !path.endsWith('.lock') ? [path] : [];
  });
}

const read = (path: string, ledger?: Ledger): string => fromBytes(readBytes(path, ledger));
