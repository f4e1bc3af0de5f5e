/**
 * What a range of commits brings in.
 * @module
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { UsageError } from '../../errors.ts';
import { fromBytes } from '../../path.ts';
import type { Ledger } from '../ledger.ts';
import { streamObjects } from './batch.ts';
import { type BroughtIn, type Change, readChanges } from './brought.ts';
import { CHANGES, type LogCommit, parseEntry, readLog, RENAMES } from './gitlog.ts';
import { REFUSED, type Repo } from './repo.ts';
import { runGit } from './spawn.ts';

export interface RangeHandler {
  /** A file that `commit` brings in: content that none of its parents has at this path. */
  onEntry(entry: BroughtIn & { commit: LogCommit }): void;
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
 * @param maxSize larger objects are not read, in bytes
 * @returns number of commits looked at
 * @throws UsageError when an end is unknown, or the two have no history in common; in a shallow clone, where this is no
 *   mistake of the user, the ledger is told of the gap instead
 */
export async function rangeBlobs(
  repo: Repo,
  range: string | Pushed,
  handler: RangeHandler,
  ledger: Ledger,
  maxSize: number,
): Promise<number> {
  if (!repo.git) throw new UsageError(`${repo.root}: ${REFUSED}`);
  const revisions = typeof range === 'string' ? resolveRange(repo, range, ledger) : resolvePushed(repo, range, ledger);
  if (revisions.length === 0) return 0;
  const boundary = shallowCommits(repo);
  const commits: LogCommit[] = [];
  const changes: (Change & { commit: LogCommit })[] = [];
  await readLog(
    [...CHANGES, ...RENAMES, ...revisions, '--reverse', '--date-order', '--'],
    { cwd: repo.root },
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
  if (handler.onCommit) {
    const ids = commits.map(({ id }) => id);
    const give = (object: { data: Buffer } | undefined, index: number): void => {
      if (object) handler.onCommit?.(commits[index] as LogCommit, object.data);
    };
    if (ids.length > 0) await streamObjects(repo.root, ids, maxSize, give, ledger);
  }
  const onEntry = (entry: BroughtIn): void => handler.onEntry(entry as BroughtIn & { commit: LogCommit });
  if (changes.length > 0) await readChanges(repo.root, changes, maxSize, onEntry, ledger);
  return commits.length;
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

function resolvePushed(repo: Repo, { tips, known, refs }: Pushed, ledger: Ledger): string[] {
  const commits = tips.flatMap((tip) => {
    const commit = resolveCommit(repo, tip);
    // A tag may name something else than a commit.
    if (commit === undefined) ledger.skip('unreadable', `${tip} (no commit)`, true);
    return commit ?? [];
  });
  if (commits.length === 0) return [];
  return [...commits, '--not', ...known.flatMap((id) => resolveCommit(repo, id) ?? []), ...(refs === undefined ? [] : [refs])];
}

function resolveCommit(repo: Repo, name: string): string | undefined {
  if (name.startsWith('-') || name.includes('\0')) return undefined;
  const { status, stdout } = runGit(['rev-parse', '--verify', '--quiet', `${name}^{commit}`], { cwd: repo.root });
  return status === 0 ? String(stdout).trim() : undefined;
}

function unknown(repo: Repo, name: string): never {
  const shallow = repo.shallow ? ' (a shallow clone: fetch more of its history)' : '';
  throw new UsageError(`${name}: no such commit in ${repo.root}${shallow}`);
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
