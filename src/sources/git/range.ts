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
import { type Change, type ChangeHandler, changeOf, isNone, readChanges, SUBMODULE } from './brought.ts';
import { CHANGES, type LogCommit, MOVES, readLog, RENAMES } from './gitlog.ts';
import { REFUSED, type Repo } from './repo.ts';
import { runGit, spawnGit } from './spawn.ts';

/** A file that a commit brings in: content that none of its parents has at this path. */
export type RangeChange = Change & { commit: LogCommit };

export interface RangeHandler extends ChangeHandler<RangeChange> {
  /** A commit of the range; `data` is the commit object as stored. */
  onCommit?(commit: LogCommit, data: Buffer): void;
}

/** Commits that a push brings: what can be reached from the tips, and not from what the other side has. */
export interface Pushed {
  tips: readonly string[];
  /** Commits that the other side has; those that are not here are passed over. */
  known: readonly string[];
  /** References that stand for more of what it has: `--all`, `--remotes`, `--remotes=origin`. */
  refs?: string;
}

/**
 * Gives what the commits of a range bring in, the oldest first, also what a later commit of the range removes again.
 * @param range `A..B`, `A...B` (either end may be left away: HEAD), one commit, or those of a push
 * @returns number of commits looked at
 * @throws UsageError when an end is unknown, or the two have no history in common; in a shallow clone, where this is no
 *   mistake of the user, the ledger is told of the gap instead
 */
export async function rangeBlobs(
  repo: Repo,
  range: string | Pushed,
  handler: RangeHandler,
  ledger: Ledger,
  limits: ReadLimits,
): Promise<number> {
  if (!repo.git) throw new UsageError(`${repo.root}: ${REFUSED}`);
  const name = typeof range === 'string' ? range : 'what was pushed';
  const { revisions, ends } = typeof range === 'string' ? resolveRange(repo, range, ledger) : resolvePushed(repo, range, ledger);
  if (revisions.length === 0) return 0;
  // That can take as long as the log: git does both at the same time.
  const related = ends ? areRelated(repo, ends, limits.signal) : Promise.resolve(true);
  // Should the log fail before, nobody waits for it.
  related.catch(() => undefined);
  const boundary = shallowCommits(repo);
  const commits: LogCommit[] = [];
  let changes: RangeChange[] = [];
  try {
    await readLog(
      [...CHANGES, '--no-renames', ...revisions, '--reverse', '--date-order', '--'],
      { cwd: repo.root, signal: limits.signal },
      {
        onCommit(commit) {
          commits.push(commit);
          if (boundary.has(commit.id)) ledger.skip('missing-object', `parents of ${commit.id} (shallow clone)`, true);
        },
        onEntry(entry, path) {
          const commit = commits.at(-1) as LogCommit;
          // Its parents are not here, so everything looks new.
          if (!boundary.has(commit.id)) changes.push({ ...changeOf(entry, fromBytes(path)), commit });
        },
      },
    );
  } catch (error) {
    // Objects are missing or damaged. What git could tell before is looked at.
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
    ledger.skip('unreadable', `${name} (${error.message})`, true);
  }
  if (!(await related)) {
    if (!repo.shallow) throw new UsageError(`${name}: the two ends have no history in common`);
    ledger.skip('missing-object', `common history of ${name} (shallow clone)`, true);
  }
  const isHere = repo.promisor ? await presence(repo, ledger) : undefined;
  if (isHere) changes = dropMissing(changes, isHere, ledger);
  if (handler.onCommit) {
    const ids = commits.map(({ id }) => id);
    const give = (object: { data: Buffer } | undefined, index: number): void => {
      if (object) handler.onCommit?.(commits[index] as LogCommit, object.data);
    };
    if (ids.length > 0) await streamObjects(repo.root, ids, limits, give, ledger);
  }
  const findOrigins = async (compared: readonly RangeChange[]): Promise<void> => {
    await followMoves(repo, compared);
    // What a partial clone has not cannot be compared.
    if (isHere) for (const change of compared) change.before = change.before.filter(({ id }) => isHere(id));
  };
  if (changes.length > 0) await readChanges(repo.root, changes, limits, handler, ledger, findOrigins);
  return commits.length;
}

/**
 * Tells of changes whose path is new what stood where the file was moved from. To find that, git reads and compares files, which
 * takes three times as long as all the rest of the log: so it is asked of few commits only.
 */
async function followMoves(repo: Repo, changes: readonly RangeChange[]): Promise<void> {
  const moved = new Map<string, RangeChange>();
  for (const change of changes)
    if (change.before.some(({ id }) => isNone(id))) moved.set(`${change.commit.id} ${change.path}`, change);
  if (moved.size === 0) return;
  const commits = new Set(Array.from(moved.values(), ({ commit }) => commit.id));
  const input = Array.from(commits, (id) => `${id}\n`).join('');
  let commit = '';
  try {
    await readLog(
      [...CHANGES, ...(repo.promisor ? MOVES : RENAMES), '--no-walk=unsorted', '--stdin'],
      { cwd: repo.root, input },
      {
        onCommit: ({ id }) => void (commit = id),
        // Of a file that a merge moves, git tells no path that it had before.
        onEntry(entry, path, from = path) {
          const change = moved.get(`${commit} ${fromBytes(path)}`);
          if (change) change.before = changeOf(entry, change.path, fromBytes(from)).before;
        },
      },
    );
  } catch (error) {
    // A file that had to be compared is missing or damaged: what git could not tell counts as new.
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
  }
}

/** Tells which objects a partial clone has. */
async function presence(repo: Repo, ledger: Ledger): Promise<(id: string) => boolean> {
  const [{ planObjects }, { ObjectIds }] = await Promise.all([import('./plan.ts'), import('./ids.ts')]);
  const ids = new ObjectIds(planObjects(repo, ledger));
  return (id) => ids.findHex(id) >= 0 || isNone(id);
}

/** Tells of files that a partial clone has not; git would end at the first of them. */
function dropMissing<One extends Change>(changes: readonly One[], isHere: (id: string) => boolean, ledger: Ledger): One[] {
  const missing = new Set<string>();
  const kept = changes.filter(({ id, mode }) => {
    if (isHere(id) || mode === SUBMODULE) return true;
    missing.add(id);
    return false;
  });
  for (const id of missing) ledger.skip('missing-object', id, true);
  return kept;
}

interface Revisions {
  /** For `git log`, made of full ids only. */
  revisions: string[];
  /** Two commits that must have some history in common. */
  ends?: [string, string];
}

function resolveRange(repo: Repo, range: string, ledger: Ledger): Revisions {
  const [, left, dots, right] = /^(.*?)(\.\.\.?)(.*)$/s.exec(range) ?? [];
  if (dots === undefined) return { revisions: ['--no-walk=sorted', resolveCommit(repo, range) ?? unknown(repo, range)] };
  const to = resolveCommit(repo, right || 'HEAD') ?? unknown(repo, right || 'HEAD');
  const from = resolveCommit(repo, left || 'HEAD');
  if (from === undefined) {
    if (!repo.shallow) return unknown(repo, left ?? '');
    ledger.skip('missing-object', `${left} (not in this shallow clone)`, true);
    return { revisions: [to] };
  }
  return { revisions: [`${from}${dots}${to}`], ends: [from, to] };
}

/** Whether two commits have some history in common; true when the asking is ended early. */
async function areRelated(repo: Repo, ends: readonly string[], signal: AbortSignal | undefined): Promise<boolean> {
  try {
    for await (const base of spawnGit(['merge-base', ...ends], { cwd: repo.root, signal })) if (base.length > 0) return true;
  } catch (error) {
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
  }
  return signal?.aborted === true;
}

function resolvePushed(repo: Repo, { tips, known, refs }: Pushed, ledger: Ledger): Revisions {
  const commits = tips.flatMap((tip) => {
    const commit = resolveCommit(repo, tip);
    // A tag may name something else than a commit.
    if (commit === undefined) ledger.skip('unreadable', `${tip} (no commit)`, true);
    return commit ?? [];
  });
  if (commits.length === 0) return { revisions: [] };
  const others = known.flatMap((id) => resolveCommit(repo, id) ?? []);
  return { revisions: [...commits, '--not', ...others, ...(refs === undefined ? [] : [refs])] };
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
