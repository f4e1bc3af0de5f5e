/**
 * Where the names of a repository point: refs, a detached HEAD, and reflogs.
 * @module
 */
import { join } from 'node:path';
import type { Hit, Scanner } from '../../detect/hit.ts';
import { GitError } from '../../errors.ts';
import { fromBytes, toBytes } from '../../path.ts';
import type { Ledger } from '../ledger.ts';
import { refsBlocker } from './guard.ts';
import { hasRefTable, readRefFiles } from './reffiles.ts';
import type { Repo } from './repo.ts';
import { spawnGit } from './spawn.ts';

export interface Ref {
  /** As in path.ts; of other work trees as in gitrepository-layout(5), with `worktrees/NAME/` or `main-worktree/` before it. */
  name: string;
  /** What it points to; '' where that is nothing. */
  id: string;
}

export interface RefState {
  /** Sorted: a detached HEAD, branches, remote branches, tags, others. */
  refs: Ref[];
  /** Commits that reflogs name, of which ref, and when that led to it last, as far as it is told (seconds since 1970, else 0). */
  logged: { id: string; ref: string; left: number }[];
  /** The commit HEAD leads to, '' before the first one. */
  head: string;
}

/** Scans the names of refs: whoever names a branch after a token has told it to everyone who fetches. */
export function scanRefNames({ refs }: RefState, scanner: Scanner, onHits: (ref: Ref, data: Buffer, hits: Hit[]) => void): void {
  for (const ref of refs) {
    const data = toBytes(ref.name);
    const hits = scanner.scan(data, 0, data.length).filter((hit) => hit.rule >= 0);
    if (hits.length > 0) onHits(ref, data, hits);
  }
}

/**
 * Asks git for all refs and reflogs, or reads their files where git refuses the repository or would wait for one of them.
 * @param ledger is told of refs that cannot be read
 */
export async function readRefs(repo: Repo, ledger: Ledger): Promise<RefState> {
  const files = readRefFiles(repo, ledger);
  if (!repo.git || refsBlocker(repo) !== undefined) {
    if (hasRefTable(repo.commonDir)) ledger.skip('unreadable', join(repo.commonDir, 'reftable'), true);
    return { ...files, refs: sortRefs(files.refs) };
  }
  const { root: cwd } = repo;
  const failed = (): void => ledger.skip('unreadable', join(repo.commonDir, 'refs'), true);
  const [list, head, branch, logged] = await Promise.all([
    // Nothing but their names and ids: of an object that is not there git would end.
    lines(cwd, ['for-each-ref', '--format=%(objectname) %(refname)'], failed),
    lines(cwd, ['rev-parse', '--verify', '--quiet', 'HEAD']),
    lines(cwd, ['symbolic-ref', '--quiet', 'HEAD']),
    hasRefTable(repo.commonDir) ? askLogs(cwd) : files.logged,
  ]);
  const refs = new Map(list.map((line) => [line.slice(line.indexOf(' ') + 1), line.slice(0, line.indexOf(' '))]));
  const [id = ''] = head;
  const [unborn] = branch;
  // A branch without a commit has a name all the same.
  if (unborn === undefined) refs.set('HEAD', id);
  else if (!refs.has(unborn)) refs.set(unborn, '');
  // Git does not tell of what points to nothing, of other work trees, and of anything where a file is damaged.
  for (const ref of files.refs) if (!refs.has(ref.name)) refs.set(ref.name, ref.id);
  return { refs: sortRefs(Array.from(refs, ([name, value]) => ({ name, id: value }))), logged, head: id };
}

/** Reflogs as git tells them. It ends at the first commit that is not there any more. */
async function askLogs(cwd: string): Promise<RefState['logged']> {
  const args = ['log', '-g', '--all', '--no-color', '--no-show-signature', '--format=%H %gD'];
  return (await lines(cwd, args)).map((line) => ({
    id: line.slice(0, line.indexOf(' ')),
    ref: line.slice(line.indexOf(' ') + 1).replace(/@\{.*$/, ''),
    left: 0,
  }));
}

function sortRefs(refs: Ref[]): Ref[] {
  return refs.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

const ORDER = ['HEAD', 'refs/heads/', 'refs/remotes/', 'refs/tags/', 'refs/', 'main-worktree/', 'worktrees/'];

function rank(name: string): number {
  return ORDER.findIndex((prefix) => name.startsWith(prefix));
}

/** @param onFailure is called when git fails: without it, no answer is one, too (no HEAD, a detached one, no reflogs) */
async function lines(cwd: string, args: readonly string[], onFailure?: () => void): Promise<string[]> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of spawnGit(args, { cwd })) chunks.push(chunk);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    onFailure?.();
  }
  return fromBytes(Buffer.concat(chunks))
    .split('\n')
    .filter((line) => line !== '');
}
