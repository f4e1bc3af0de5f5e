/**
 * What revisions lead to: commits mostly, through annotated tags or not. A tag has a message of its own, and may name a file
 * or a tree instead of a commit.
 * @module
 */
import { UsageError } from '../../errors.ts';
import { fromBytes } from '../../path.ts';
import type { Ledger } from '../ledger.ts';
import { isDamaged, type ReadLimits, streamObjects } from './batch.ts';
import type { Change } from './brought.ts';
import type { Repo } from './repo.ts';
import { runGit } from './spawn.ts';

export interface Named {
  id: string;
  type: string;
}

export interface Tag {
  id: string;
  /** The tag object as stored. */
  data: Buffer;
  /** When it was made, seconds since 1970; 0 where it does not say. */
  time: number;
}

export interface Tips {
  commits: string[];
  tags: Tag[];
  /** Files, and all those in trees. */
  files: Change[];
}

/** Asks git for the objects that revisions name, all at once; undefined for those that name none. */
export function findObjects(repo: Repo, revisions: readonly string[]): (Named | undefined)[] {
  if (revisions.length === 0) return [];
  const input = revisions.map((name) => `${/[\n\0]/.test(name) ? '' : name}\n`).join('');
  const { stdout } = runGit(['cat-file', '--batch-check'], { cwd: repo.root, input });
  const lines = stdout.toString('latin1').split('\n');
  return revisions.map((_, i) => {
    const [, id, type] = /^([0-9a-f]{40,64}) (commit|tag|tree|blob) \d+$/.exec(lines[i] ?? '') ?? [];
    return id === undefined || type === undefined ? undefined : { id, type };
  });
}

/** Follows tags, and tags of tags, to what they name. What is missing is told to the ledger. */
export async function followTags(repo: Repo, objects: readonly Named[], limits: ReadLimits, ledger: Ledger): Promise<Tips> {
  const tips: Tips = { commits: [], tags: [], files: [] };
  const seen = new Set<string>();
  let next = objects;
  while (next.length > 0) {
    const fresh = next.filter(({ id }) => !seen.has(id) && seen.add(id));
    const ids = (wanted: string): string[] => fresh.filter(({ type }) => type === wanted).map(({ id }) => id);
    tips.commits.push(...ids('commit'));
    for (const id of ids('blob')) tips.files.push({ path: `object ${id}`, mode: '100644', id, before: [] });
    for (const id of ids('tree')) tips.files.push(...filesIn(repo, id, ledger));
    const targets: string[] = [];
    await streamObjects(
      repo.root,
      ids('tag'),
      limits,
      (tag) => {
        if (!tag) return;
        const text = tag.data.toString('latin1');
        tips.tags.push({ id: tag.id, data: tag.data, time: Number(/^tagger .*> (\d+)/m.exec(text)?.[1] ?? 0) });
        targets.push(/^object ([0-9a-f]+)\n/.exec(text)?.[1] ?? '');
      },
      ledger,
    );
    next = findObjects(repo, targets).flatMap((object, i) => {
      if (!object) ledger.skip(isDamaged(repo.objectDirs, targets[i]!) ? 'unreadable' : 'missing-object', targets[i]!, true);
      return object ?? [];
    });
  }
  return tips;
}

function filesIn(repo: Repo, tree: string, ledger: Ledger): Change[] {
  const { status, stdout } = runGit(['ls-tree', '-r', '-z', '--full-tree', tree], { cwd: repo.root });
  if (status !== 0) ledger.skip('unreadable', `tree ${tree}`, true);
  return fromBytes(stdout)
    .split('\0')
    .flatMap((entry) => {
      const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
      return mode && id && path ? { path, mode, id, before: [] } : [];
    });
}

/** @throws UsageError, with advice */
export function unknown(repo: Repo, name: string): never {
  const { stdout } = runGit(['rev-parse', '--verify', '--quiet', '--end-of-options', name], { cwd: repo.root });
  const id = stdout.toString('latin1').trim();
  if (id !== '' && isDamaged(repo.objectDirs, id))
    throw new UsageError(`${name}: the object ${id} is damaged (git fsck tells what is)`);
  const advice = repo.shallow
    ? 'it is a shallow clone: fetch more of its history'
    : 'if it was pushed over or never fetched, fetch it or name another one';
  throw new UsageError(`${name}: no such commit in ${repo.root} (${advice})`);
}
