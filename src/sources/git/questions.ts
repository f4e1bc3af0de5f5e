/**
 * Short questions about commits, for callers that decide what to scan.
 * @module
 */
import { type Repo, shallowEnds } from './repo.ts';
import { runGit } from './spawn.ts';

/** Full id of the commit that a revision leads to (through tags too), undefined where the repository does not hold it. */
export function commitAt(cwd: string, revision: string): string | undefined {
  if (revision === '' || revision.startsWith('-') || revision.includes('\0')) return undefined;
  const { status, stdout } = runGit(['rev-parse', '--verify', '--quiet', `${revision}^{commit}`], { cwd });
  return status === 0 ? String(stdout).trim() : undefined;
}

/** Ids of a commit's parents as the commit says, also those a shallow clone has left out. */
export function parentsIn(cwd: string, id: string): string[] {
  const { stdout } = runGit(['cat-file', 'commit', id], { cwd });
  const header = stdout.toString('latin1').split('\n\n', 1)[0]!;
  return Array.from(header.matchAll(/^parent ([0-9a-f]+)$/gm), (match) => match[1]!);
}

/** How many commits lead to one, itself included, as far as they are here. */
export function countTo(cwd: string, id: string): number {
  return Number(runGit(['rev-list', '--count', id, '--'], { cwd }).stdout) || 0;
}

/** Whether two commits have history in common that is here. */
export function related(cwd: string, a: string, b: string): boolean {
  return runGit(['merge-base', a, b], { cwd }).status === 0;
}

/** Whether all that leads to `ancestor` is part of `id` too. */
export function isAncestor(cwd: string, ancestor: string, id: string): boolean {
  return runGit(['merge-base', '--is-ancestor', ancestor, id], { cwd }).status === 0;
}

/**
 * The commits of `from..to` at which a shallow clone ends: what they bring in cannot be told, and what came before them is
 * not here.
 * @param from full id, or undefined for all that leads to `to`
 */
export function cutOff(repo: Repo, from: string | undefined, to: string): string[] {
  if (!repo.shallow) return [];
  const boundary = new Set(shallowEnds(repo));
  const excluded = from === undefined ? [] : [`^${from}`];
  const { stdout } = runGit(['rev-list', to, ...excluded, '--'], { cwd: repo.root });
  return stdout
    .toString('latin1')
    .split('\n')
    .filter((id) => boundary.has(id));
}

/**
 * A file as a commit holds it, undefined where it holds none (or a link, a folder or a submodule) at this path.
 * @param path from the top of the repository
 */
export function fileAt(cwd: string, commit: string, path: string): Buffer | undefined {
  const entry = runGit(['--literal-pathspecs', 'ls-tree', '-z', '--full-tree', commit, '--', path], { cwd });
  const [, id] = /^100[0-7]{3} blob ([0-9a-f]+)\t/.exec(entry.stdout.toString('latin1')) ?? [];
  if (id === undefined) return undefined;
  const { status, stdout } = runGit(['cat-file', 'blob', id], { cwd });
  return status === 0 ? stdout : undefined;
}
