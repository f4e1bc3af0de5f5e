/**
 * What the next commit would add: the index compared with HEAD. The work tree is never looked at.
 * @module
 */
import { UsageError } from '../../errors.ts';
import { fromBytes } from '../../path.ts';
import type { Ledger } from '../ledger.ts';
import type { ReadLimits } from './batch.ts';
import { type Change, type ChangeHandler, changeOf, isNone, type Preimage, readChanges } from './brought.ts';
import { hasOldPath, MOVES, RENAMES } from './gitlog.ts';
import { foldersOf } from './gitdir.ts';
import { attributesBlocker, refuseBlocked } from './guard.ts';
import { mergeHeads } from './reffiles.ts';
import { objectDirectories, openRepo, REFUSED } from './repo.ts';
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

/** What is ignored does not matter, and a configuration may name any file for it. */
const NO_IGNORES = ['-c', 'core.excludesFile=/dev/null'];

/** Milliseconds after which git is taken to be caught: the largest index takes seconds. */
const TIMEOUT = 120_000;

/**
 * Gives every file of which the index holds content that HEAD does not have at the same path
 * (or at the path it was moved from), and while a merge is under way none of the other parents either. The index is the one of the
 * environment (GIT_INDEX_FILE), as in hooks. For paths in conflict it is what the other side brings.
 * @param cwd a folder of the repository
 * @throws UsageError outside of a repository, or where git refuses to work in it; GitBlockedError
 */
export async function stagedBlobs(cwd: string, handler: ChangeHandler, ledger: Ledger, limits: ReadLimits): Promise<void> {
  const folders = foldersOf({ cwd });
  if (folders) refuseBlocked({ ...folders, objectDirs: objectDirectories(folders.commonDir) });
  const { answer, changes, conflicts } = compare(cwd, ledger);
  succeed(answer, cwd);
  if (changes.length > 0) for (const parent of mergeHeads(cwd)) addParent(changes, parent, cwd, ledger);
  if (conflicts.length > 0) for (const change of conflicting(cwd, conflicts)) changes.push(change);
  if (changes.length > 0) await readChanges(cwd, changes, limits, handler, ledger);
}

/**
 * Compares the index with HEAD or another commit. Files are compared with one another only where some came and others went, and
 * where git will find them all: one may be missing, in a partial clone or for damage.
 */
function compare(cwd: string, ledger: Ledger, ...commit: string[]): Comparison {
  const ask = (renames: readonly string[]): Comparison =>
    read(runGit([...NO_IGNORES, ...DIFF, ...renames, ...commit], { cwd, timeout: TIMEOUT }));
  const simple = ask(MOVES);
  const { changes } = simple;
  const added = changes.filter(({ before }) => before.every(({ id }) => isNone(id)));
  const removed = changes.filter(({ id }) => isNone(id));
  if (simple.answer.status !== 0 || added.length === 0 || removed.length === 0) return simple;
  const blocker = attributesBlocker(
    cwd,
    [...added, ...removed].map(({ path }) => path),
  );
  if (blocker !== undefined) {
    ledger.skip('unreadable', blocker, true);
    return simple;
  }
  const compared = ask(RENAMES);
  return compared.answer.status === 0 ? compared : simple;
}

/** What git said, and what it says; of what failed only the beginning, if any. */
interface Comparison {
  answer: GitAnswer;
  /** Paths in conflict are not among them. */
  changes: Change[];
  /** What HEAD has at paths in conflict. */
  conflicts: Preimage[];
}

function read(answer: GitAnswer): Comparison {
  const fields = split(answer.stdout);
  const changes: Change[] = [];
  const conflicts: Preimage[] = [];
  for (let i = 0; i + 1 < fields.length; i++) {
    const entry = fields[i] as Buffer;
    const from = fields[++i] as Buffer;
    const path = fromBytes(hasOldPath(entry) ? (fields[++i] as Buffer) : from);
    const change = changeOf(entry, path, [from]);
    if (entry.at(-1) === 0x55) for (const old of change.before) conflicts.push(old);
    else changes.push(change);
  }
  return { answer, changes, conflicts };
}

/** Tells what one more parent has at the paths of changes: where it does not differ, the same. */
function addParent(changes: readonly Change[], parent: string, cwd: string, ledger: Ledger): void {
  const compared = compare(cwd, ledger, parent);
  // What is in a parent that git cannot read counts as new.
  if (compared.answer.status !== 0) return;
  const there = new Map(compared.changes.map(({ path, before }) => [path, before]));
  for (const { path, mode, id, before } of changes) before.push(...(there.get(path) ?? [{ path, mode, id }]));
}

function succeed(answer: GitAnswer, cwd: string): GitAnswer {
  if (answer.status === 0) return answer;
  // `git diff` has other work to do where there is no repository, and does not say so.
  const { git, promisor } = openRepo(cwd);
  if (!git) throw new UsageError(`${cwd}: ${REFUSED}`);
  const partial = promisor ? ' (a partial clone, and not all of HEAD was fetched: git status does that)' : '';
  const said = complaintIn(answer.stderr) || (answer.status === null ? 'it took too long' : `exit code ${answer.status}`);
  throw new UsageError(`${cwd}: git diff failed: ${said}${partial}`);
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

/**
 * Paths in conflict: what the other side has is new where it differs from HEAD. What the index holds of our side may be
 * merged with it already.
 * @param head what HEAD has at each of them
 */
function conflicting(cwd: string, head: readonly Preimage[]): Change[] {
  const { stdout } = succeed(runGit(['ls-files', '-u', '-z', '--full-name', ':/'], { cwd }), cwd);
  const theirs: Change[] = [];
  const bases = new Set<string>();
  for (const entry of split(stdout)) {
    const tab = entry.indexOf(9);
    const [mode = '', id = '', stage] = entry.toString('latin1', 0, tab).split(' ');
    const path = fromBytes(entry.subarray(tab + 1));
    if (stage === '1') bases.add(path);
    if (stage === '3') theirs.push({ path, mode, id, before: [] });
  }
  const ours = new Map(head.filter(({ id }) => !isNone(id)).map((old) => [old.path, old]));
  // A file that both sides have moved stands at a path of ours and at one of theirs, without a base at either.
  const taken = new Set(theirs.map(({ path }) => path));
  const moved = [...ours.values()].filter(({ path }) => !bases.has(path) && !taken.has(path));
  for (const { path, id, before } of theirs) {
    const other = moved.find((old) => old.id === id) ?? (moved.length === 1 ? moved[0] : undefined);
    const old = ours.get(path) ?? (bases.has(path) ? undefined : other);
    if (old) before.push(old);
  }
  return theirs;
}
