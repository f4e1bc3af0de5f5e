/**
 * What the next commit would add: the index compared with HEAD. The work tree is never looked at.
 * @module
 */
import { UsageError } from '../../errors.ts';
import { fromBytes } from '../../path.ts';
import type { Ledger } from '../ledger.ts';
import type { ReadLimits } from './batch.ts';
import { type Change, type ChangeHandler, isNone, readChanges } from './brought.ts';
import { hasOldPath, MOVES, parseEntry, RENAMES } from './gitlog.ts';
import { mergeHeads } from './reffiles.ts';
import { openRepo, REFUSED } from './repo.ts';
import { complaintIn, type GitAnswer, runGit } from './spawn.ts';

/** Settings of a repository or user that would change what is shown, each set to what is read here. */
const DIFF = [
  'diff',
  '--cached',
  '--raw',
  '-z',
  '--no-abbrev',
  '--no-ext-diff',
  '--no-textconv',
  '--no-color',
  '--no-relative',
  '--ignore-submodules=none',
  '--ita-invisible-in-index',
  '-O/dev/null',
];

export interface StagedOptions extends ReadLimits {
  /** Give all files of which anything is staged, whatever was there before. */
  all?: boolean;
}

/**
 * Gives every file of which the index holds content that HEAD does not have at the same path
 * (or at the path it was moved from), and while a merge is under way none of the other parents either. The index is the one of the
 * environment (GIT_INDEX_FILE), as in hooks. For paths in conflict it is what the other side brings.
 * @param cwd a folder of the repository
 * @throws UsageError outside of a repository, or where git refuses to work in it
 */
export async function stagedBlobs(cwd: string, handler: ChangeHandler, ledger: Ledger, options: StagedOptions): Promise<void> {
  const { changes, conflicts } = read(succeed(compare(cwd), cwd));
  if (options.all) for (const change of changes) change.before = [];
  else if (changes.length > 0) for (const parent of mergeHeads(cwd)) addParent(changes, parent, cwd);
  if (conflicts) changes.push(...conflicting(cwd));
  if (changes.length > 0) await readChanges(cwd, changes, options, handler, ledger);
}

/** Compares the index with HEAD or another commit. */
function compare(cwd: string, ...commit: string[]): GitAnswer {
  const answer = runGit([...DIFF, ...RENAMES, ...commit], { cwd });
  // A file is missing: in a partial clone, or for damage.
  return answer.status === 0 ? answer : runGit([...DIFF, ...MOVES, ...commit], { cwd });
}

/** Paths in conflict are not among the changes. */
function read({ stdout }: GitAnswer): { changes: Change[]; conflicts: boolean } {
  const fields = split(stdout);
  const changes: Change[] = [];
  let conflicts = false;
  for (let i = 0; i + 1 < fields.length; i++) {
    const entry = fields[i] as Buffer;
    const { mode, id, before } = parseEntry(entry);
    i += hasOldPath(entry) ? 2 : 1;
    if (entry.at(-1) === 0x55) conflicts = true;
    else changes.push({ path: fromBytes(fields[i] as Buffer), mode, id, before });
  }
  return { changes, conflicts };
}

/** Tells what one more parent has at the paths of changes: where it does not differ, the same. */
function addParent(changes: readonly Change[], parent: string, cwd: string): void {
  const answer = compare(cwd, parent);
  // What is in a parent that git cannot read counts as new.
  if (answer.status !== 0) return;
  const there = new Map(read(answer).changes.map(({ path, before }) => [path, before]));
  for (const { path, id, before } of changes) before.push(...(there.get(path) ?? [id]));
}

function succeed(answer: GitAnswer, cwd: string): GitAnswer {
  if (answer.status === 0) return answer;
  // `git diff` has other work to do where there is no repository, and does not say so.
  const { git, promisor } = openRepo(cwd);
  if (!git) throw new UsageError(`${cwd}: ${REFUSED}`);
  const partial = promisor ? ' (a partial clone, and not all of HEAD was fetched: git status does that)' : '';
  throw new UsageError(`${cwd}: git diff failed: ${complaintIn(answer.stderr)}${partial}`);
}

function split(data: Buffer): Buffer[] {
  const fields: Buffer[] = [];
  let at = 0;
  for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
    fields.push(data.subarray(at, nul));
    at = nul + 1;
  }
  return fields;
}

/** Paths in conflict: what the other side has (stage 3) is new where it differs from ours (stage 2). */
function conflicting(cwd: string): Change[] {
  const { stdout } = succeed(runGit(['ls-files', '-u', '-z', '--full-name', ':/'], { cwd }), cwd);
  const ours = new Map<string, string>();
  const changes: Change[] = [];
  for (const entry of split(stdout)) {
    const tab = entry.indexOf(9);
    const [mode = '', id = '', stage] = entry.toString('latin1', 0, tab).split(' ');
    const path = fromBytes(entry.subarray(tab + 1));
    if (stage === '2') ours.set(path, id);
    if (stage === '3') changes.push({ path, mode, id, before: [ours.get(path) ?? ''].filter((old) => !isNone(old)) });
  }
  return changes;
}
