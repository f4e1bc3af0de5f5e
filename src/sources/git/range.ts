/**
 * What a range of commits brings in.
 * @module
 */
import { GitError, UsageError } from '../../errors.ts';
import { fromBytes } from '../../path.ts';
import type { Ledger } from '../ledger.ts';
import { isDamaged, ObjectFeed, type OnObject, type ReadLimits, streamObjects } from './batch.ts';
import {
  afterScreen,
  type Change,
  type ChangeHandler,
  changeOf,
  isNone,
  readChanges,
  type Screen,
  type Screened,
} from './brought.ts';
import { ALL_PATHS, CHANGES, type LogCommit, MOVES, readLog, RENAMES, SUBMODULE } from './gitlog.ts';
import { attributesBlocker, refuseBlocked } from './guard.ts';
import { REFUSED, type Repo, shallowEnds } from './repo.ts';
import { spawnGit } from './spawn.ts';
import { findObjects, followTags, type Tag, type Tips, unknown } from './tips.ts';

/**
 * Changed files of a range, each of them with what its commit's parents have there: they are held, and trees that hold one
 * another over and over have no end of them.
 */
const MAX_CHANGES = 500_000;

/** A file that a commit brings in: content that none of its parents has at this path. */
export type RangeChange = Change & { commit: LogCommit };

export interface RangeHandler extends ChangeHandler<RangeChange> {
  /** A commit of the range; `data` is the commit object as stored. */
  onCommit?(commit: LogCommit, data: Buffer): void;
  /** A tag that is named, pushed, or named by such a one. */
  onTag?(tag: Tag): void;
  readonly screen?: Screen | undefined;
}

/** What a push brings: what can be reached from the tips, and not from what the other side has. */
export interface Pushed {
  /** Commits or tags; also files and trees, which are read whole. */
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
 * @throws UsageError when an end is unknown, or the two have no history in common; in a shallow clone, where this need be no
 *   mistake of the user, the ledger is told of the gap instead, and all commits that are here are looked at
 */
export async function rangeBlobs(
  repo: Repo,
  range: string | Pushed,
  handler: RangeHandler,
  ledger: Ledger,
  limits: ReadLimits,
): Promise<number> {
  if (!repo.git) throw new UsageError(`${repo.root}: ${REFUSED}`);
  refuseBlocked(repo);
  const name = typeof range === 'string' ? range : 'what was pushed';
  const resolve =
    typeof range === 'string' ? resolveRange(repo, range, limits, ledger) : resolvePushed(repo, range, limits, ledger);
  const { revisions, ends, named } = await resolve;
  for (const tag of named.tags) handler.onTag?.(tag);
  if (named.files.length > 0) await readChanges(repo.root, named.files, limits, handler as ChangeHandler, ledger);
  if (revisions.length === 0) return 0;
  // That can take as long as the log: git does both at the same time.
  const related = ends ? areRelated(repo, ends, limits.signal) : Promise.resolve(true);
  // Should the log fail before, nobody waits for it.
  related.catch(() => undefined);
  const { screen } = handler;
  const messages = new Messages(repo.root, limits, handler, ledger);
  const expect = (files: number): void => void (messages.wait = screen?.expect(files) ?? false);
  try {
    const onCommit = (commit: LogCommit): void => messages.add(commit);
    const brought = await changesOf(repo, name, revisions, { onCommit, expect }, limits, ledger);
    if (!(await related)) {
      if (!repo.shallow) throw new UsageError(`${name}: the two ends have no history in common`);
      ledger.skip('missing-object', `common history of ${name} (shallow clone)`, true);
    }
    const isHere = repo.promisor ? await presence(repo, ledger) : undefined;
    const changes = isHere ? dropMissing(brought, isHere, ledger) : brought;
    const screened = await screen?.look({ contents: pathsById(changes), messages: messages.waiting.map(({ id }) => id) });
    await messages.finish(screened);
    const findOrigins = async (compared: readonly RangeChange[]): Promise<void> => {
      await followMoves(repo, compared, changes, ledger);
      // What a partial clone has not cannot be compared.
      if (isHere) for (const change of compared) change.before = change.before.filter(({ id }) => isHere(id));
    };
    if (changes.length > 0) await readChanges(repo.root, changes, limits, handler, ledger, findOrigins, screened);
  } finally {
    messages.stop();
  }
  return messages.count;
}

/** Reads the messages of commits while git compares trees, but for those that wait to be looked through with all contents. */
class Messages {
  /** Whether those that come now wait. */
  wait = false;
  readonly waiting: LogCommit[] = [];
  /** Of all commits. */
  count = 0;
  readonly #read: LogCommit[] = [];
  readonly #handler: RangeHandler;
  readonly #feed: ObjectFeed;
  readonly #cwd: string;
  readonly #limits: ReadLimits;
  readonly #ledger: Ledger;

  constructor(cwd: string, limits: ReadLimits, handler: RangeHandler, ledger: Ledger) {
    this.#cwd = cwd;
    this.#limits = limits;
    this.#ledger = ledger;
    this.#handler = handler;
    this.#feed = new ObjectFeed(cwd, limits, this.#giver(this.#read), ledger);
  }

  add(commit: LogCommit): void {
    this.count++;
    if (!this.#handler.onCommit) return;
    if (this.wait) this.waiting.push(commit);
    else {
      this.#read.push(commit);
      this.#feed.add(commit.id);
    }
  }

  /** No more will come. @param screened what was seen of those that waited */
  async finish(screened: Screened | undefined): Promise<void> {
    await this.#feed.finish();
    const { isRead, bounds } = afterScreen(screened, this.#limits);
    const left = this.waiting.filter(({ id }) => isRead(id));
    const ids = left.map(({ id }) => id);
    await streamObjects(this.#cwd, ids, bounds, this.#giver(left), this.#ledger);
  }

  /** Gives messages of some commits, in their order. */
  #giver(commits: readonly LogCommit[]): OnObject {
    return (object, index) => {
      if (object) this.#handler.onCommit?.(commits[index]!, object.data);
    };
  }

  stop(): void {
    this.#feed.stop();
  }
}

/** To which paths content is brought. */
function pathsById(changes: readonly Change[]): Map<string, Set<string>> {
  const paths = new Map<string, Set<string>>();
  for (const { id, path } of changes) {
    const known = paths.get(id);
    if (known) known.add(path);
    else paths.set(id, new Set([path]));
  }
  return paths;
}

/** The changes of a range, as far as git can tell; its commits are told, each before its changes are looked for, and how many changes there are. */
async function changesOf(
  repo: Repo,
  name: string,
  revisions: readonly string[],
  { onCommit, expect }: { onCommit: (commit: LogCommit) => void; expect: (files: number) => void },
  { signal }: ReadLimits,
  ledger: Ledger,
): Promise<RangeChange[]> {
  const boundary = new Set(shallowEnds(repo));
  const seen = new Set<string>();
  const changes: RangeChange[] = [];
  let commit: LogCommit;
  let held = 0;
  const onNext = (next: LogCommit): void => {
    if (seen.has(next.id)) return;
    seen.add(next.id);
    commit = next;
    if (boundary.has(next.id)) ledger.skip('missing-object', `parents of ${next.id} (shallow clone)`, true);
    onCommit(next);
  };
  const order = [...revisions, '--reverse', '--date-order', '--'];
  const cut = new AbortController();
  const git = { cwd: repo.root, signal: signal ? AbortSignal.any([signal, cut.signal]) : cut.signal };
  try {
    await readLog([...CHANGES, '--no-renames', ...order], git, {
      onCommit: onNext,
      onEntry(entry, path) {
        // Its parents are not here, so everything looks new.
        if (boundary.has(commit.id)) return;
        const change = { ...changeOf(entry, fromBytes(path)), commit };
        held += Math.max(1, change.before.length);
        if (held <= MAX_CHANGES) changes.push(change);
        else cut.abort();
        expect(changes.length);
      },
    });
  } catch (error) {
    // Objects are missing or damaged. What git could tell before is looked at, and messages, for which no tree is needed.
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
    if (repo.promisor) ledger.skip('missing-object', `trees of ${name} (partial clone: ${error.message})`, true);
    else ledger.skip('unreadable', `${name} (${error.message})`, true);
    const others = { onCommit: onNext, onEntry: () => undefined };
    await readLog(['--no-patch', ...order], git, others).catch((failure: unknown) => {
      if (!(failure instanceof GitError)) throw failure;
    });
  }
  if (cut.signal.aborted) ledger.skip('too-large', `${name} (more than ${MAX_CHANGES} changed files)`, true);
  return changes;
}

/**
 * Tells of changes whose path is new what stood where the file was moved from. To find that, git reads and compares files, which
 * takes three times as long as all the rest of the log: so it is asked of few commits only.
 * @param all changes of the range
 */
async function followMoves(
  repo: Repo,
  changes: readonly RangeChange[],
  all: readonly RangeChange[],
  ledger: Ledger,
): Promise<void> {
  const moved = new Map<string, RangeChange>();
  for (const change of changes)
    if (change.before.some(({ id }) => isNone(id))) moved.set(`${change.commit.id} ${change.path}`, change);
  if (moved.size === 0) return;
  const commits = new Set(Array.from(moved.values(), ({ commit }) => commit.id));
  const input = Array.from(commits, (id) => `${id}\n`).join('');
  const touched = all.filter((change) => commits.has(change.commit.id)).map(({ path }) => path);
  const blocker = attributesBlocker(repo.root, touched);
  if (blocker !== undefined) ledger.skip('unreadable', blocker, true);
  const renames = repo.promisor || blocker !== undefined ? MOVES : RENAMES;
  let commit = '';
  try {
    await readLog(
      [...CHANGES, ALL_PATHS, ...renames, '--no-walk=unsorted', '--stdin'],
      { cwd: repo.root, input },
      {
        onCommit: ({ id }) => void (commit = id),
        onEntry(entry, path, from) {
          const change = moved.get(`${commit} ${fromBytes(path)}`);
          if (change) change.before = changeOf(entry, change.path, from).before;
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
  /** For `git log`, made of full ids only; empty where there is no commit to look at. */
  revisions: string[];
  /** Two commits that must have some history in common. */
  ends?: [string, string];
  /** What is named: the objects whose commits the range holds, and the tags that lead there. */
  named: Tips;
}

async function resolveRange(repo: Repo, range: string, limits: ReadLimits, ledger: Ledger): Promise<Revisions> {
  const [, left, dots, right] = /^(.*?)(\.\.\.?)(.*)$/s.exec(range) ?? [];
  const last = dots === undefined ? range : right || 'HEAD';
  const first = left || 'HEAD';
  const [end, to, start, from] = findObjects(repo, [last, toCommit(last), first, toCommit(first)]);
  // A file or tree is read only where a tag names it.
  if (!end || (!to && (dots !== undefined || end.type !== 'tag'))) return unknown(repo, last);
  // Of `A...B` both ends are new to the other.
  const named = await followTags(repo, dots === '...' && start ? [start, end] : [end], limits, ledger);
  if (dots === undefined) return { revisions: to ? ['--no-walk=sorted', to.id] : [], named };
  if (!from) {
    if (!repo.shallow || !mayBeCutOff(repo, first)) return unknown(repo, first);
    ledger.skip('missing-object', `${first} (not in this shallow clone)`, true);
    return { revisions: [to!.id], named };
  }
  return { revisions: [`${from.id}${dots}${to!.id}`], ends: [from.id, to!.id], named };
}

/** Whether a name that stands for nothing may do so in a clone that is not shallow: an id, or what comes before a commit. */
function mayBeCutOff(repo: Repo, name: string): boolean {
  const later = name.replace(/[~^].*$/s, '');
  return /^[0-9a-f]{7,64}$/.test(later) || (later !== name && findObjects(repo, [toCommit(later)])[0] !== undefined);
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

async function resolvePushed(repo: Repo, pushed: Pushed, limits: ReadLimits, ledger: Ledger): Promise<Revisions> {
  const { tips, known, refs } = pushed;
  const found = findObjects(repo, [...tips, ...known.map(toCommit)]);
  const objects = found.slice(0, tips.length).flatMap((object, i) => {
    if (!object) ledger.skip(isDamaged(repo.objectDirs, tips[i]!) ? 'unreadable' : 'missing-object', tips[i]!, true);
    return object ?? [];
  });
  const named = await followTags(repo, objects, limits, ledger);
  if (named.commits.length === 0) return { revisions: [], named };
  const others = found.slice(tips.length).flatMap((object) => object?.id ?? []);
  return { revisions: [...named.commits, '--not', ...others, ...(refs === undefined ? [] : [refs])], named };
}

const toCommit = (name: string): string => `${name}^{commit}`;
