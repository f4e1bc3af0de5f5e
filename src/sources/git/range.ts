/**
 * What a range of commits brings in.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { GitError, UsageError } from '../../errors.ts';
import { fromBytes } from '../../path.ts';
import type { Ledger } from '../ledger.ts';
import { type ReadLimits, streamObjects } from './batch.ts';
import { type BroughtIn, type Change, isNone, type OnEntry, readChanges, SUBMODULE } from './brought.ts';
import { CHANGES, type LogCommit, parseEntry, readLog, RENAMES } from './gitlog.ts';
import { REFUSED, type Repo } from './repo.ts';
import { runGit } from './spawn.ts';

export interface RangeHandler {
  /** A file that `commit` brings in: content that none of its parents has at this path. */
  onEntry(entry: BroughtIn & { commit: LogCommit }, done: number): void;
  /** A commit of the range; `data` is the commit object as stored. */
  onCommit?(commit: LogCommit, data: Buffer): void;
}

/**
 * Gives what the commits of a range bring in, the oldest first, also what a later commit of the range removes again.
 * @param range `A..B`, `A...B` (either end may be left away: HEAD), or one commit
 * @returns number of commits looked at
 * @throws UsageError when an end is unknown, or the two have no history in common; in a shallow clone, where this is no
 *   mistake of the user, the ledger is told of the gap instead
 */
export async function rangeBlobs(
  repo: Repo,
  range: string,
  handler: RangeHandler,
  ledger: Ledger,
  limits: ReadLimits,
): Promise<number> {
  if (!repo.git) throw new UsageError(`${repo.root}: ${REFUSED}`);
  const revisions = resolveRange(repo, range, ledger);
  const boundary = shallowCommits(repo);
  const commits: LogCommit[] = [];
  let changes: (Change & { commit: LogCommit })[] = [];
  // To find what was moved and changed, git would have to read files that a partial clone has not.
  const renames = repo.promisor ? ['--find-renames=100%'] : RENAMES;
  try {
    await readLog(
      [...CHANGES, ...renames, ...revisions, '--reverse', '--date-order', '--'],
      { cwd: repo.root, signal: limits.signal },
      {
        onCommit(commit) {
          commits.push(commit);
          if (boundary.has(commit.id)) ledger.skip('missing-object', `parents of ${commit.id} (shallow clone)`, true);
        },
        onEntry(entry, path) {
          const commit = commits.at(-1) as LogCommit;
          // Its parents are not here, so everything looks new.
          if (!boundary.has(commit.id)) changes.push({ ...parseEntry(entry), path: fromBytes(path), commit });
        },
      },
    );
  } catch (error) {
    // Objects are missing or damaged. What git could tell before is looked at.
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
    ledger.skip('unreadable', `${range} (${error.message})`, true);
  }
  if (repo.promisor) changes = await dropMissing(repo, changes, ledger);
  if (handler.onCommit) {
    const ids = commits.map(({ id }) => id);
    const give = (object: { data: Buffer } | undefined, index: number): void => {
      if (object) handler.onCommit?.(commits[index] as LogCommit, object.data);
    };
    if (ids.length > 0) await streamObjects(repo.root, ids, limits, give, ledger);
  }
  const onEntry: OnEntry = (entry, done) => handler.onEntry(entry as BroughtIn & { commit: LogCommit }, done);
  if (changes.length > 0) await readChanges(repo.root, changes, limits, onEntry, ledger);
  return commits.length;
}

/** Tells of files that a partial clone has not; git would end at the first of them. */
async function dropMissing<One extends Change>(repo: Repo, changes: readonly One[], ledger: Ledger): Promise<One[]> {
  const [{ planObjects }, { ObjectIds }] = await Promise.all([import('./plan.ts'), import('./ids.ts')]);
  const ids = new ObjectIds(planObjects(repo, ledger));
  const missing = new Set<string>();
  const isHere = (id: string): boolean => ids.findHex(id) >= 0 || isNone(id);
  const kept = changes.filter(({ id, mode }) => {
    if (isHere(id) || mode === SUBMODULE) return true;
    missing.add(id);
    return false;
  });
  for (const id of missing) ledger.skip('missing-object', id, true);
  return kept.map((change) => Object.assign(change, { before: change.before.filter(isHere) }));
}

/** Revisions for `git log`, made of full ids only. */
function resolveRange(repo: Repo, range: string, ledger: Ledger): string[] {
  const [, left, dots, right] = /^(.*?)(\.\.\.?)(.*)$/s.exec(range) ?? [];
  if (dots === undefined) return ['--no-walk=sorted', resolveCommit(repo, range) ?? unknown(repo, range)];
  const to = resolveCommit(repo, right || 'HEAD') ?? unknown(repo, right || 'HEAD');
  const from = resolveCommit(repo, left || 'HEAD');
  if (from === undefined) {
    if (!repo.shallow) return unknown(repo, left ?? '');
    ledger.skip('missing-object', `${left} (not in this shallow clone)`, true);
    return [to];
  }
  if (runGit(['merge-base', from, to], { cwd: repo.root }).status !== 0) {
    if (!repo.shallow) throw new UsageError(`${range}: the two ends have no history in common`);
    ledger.skip('missing-object', `common history of ${range} (shallow clone)`, true);
  }
  return [dots === '..' ? `${from}..${to}` : `${from}...${to}`];
}

function resolveCommit(repo: Repo, name: string): string | undefined {
  if (name.startsWith('-') || name.includes('\0')) return undefined;
  const { status, stdout } = runGit(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], { cwd: repo.root });
  return status === 0 ? String(stdout).trim() : undefined;
}

function unknown(repo: Repo, name: string): never {
  const advice = repo.shallow
    ? 'it is a shallow clone: fetch more of its history'
    : 'if it was pushed over or never fetched, fetch it or name another one';
  throw new UsageError(`${name}: no such commit in ${repo.root} (${advice})`);
}

/** Commits whose parents were not fetched (gitrepository-layout(5), "shallow"). */
function shallowCommits(repo: Repo): Set<string> {
  if (!repo.shallow) return new Set();
  try {
    return new Set(readFileSync(join(repo.commonDir, 'shallow'), 'latin1').split('\n').filter(Boolean));
  } catch {
    return new Set();
  }
}
