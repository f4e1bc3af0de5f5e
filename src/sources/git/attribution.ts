/**
 * Tells of objects in which something was found when, where and by whom they came into the repository, and from where
 * they can still be reached.
 * @module
 */
import { groupBy } from '../../group.ts';
import type { Commit, Reach } from '../../model.ts';
import { fromBytes } from '../../path.ts';
import type { CommitRecords, TagRecords } from './commits.ts';
import type { LogCommit } from './gitlog.ts';
import { CommitGraph } from './graph.ts';
import { ObjectIds } from './ids.ts';
import type { IndexFinds } from './indexes.ts';
import type { TreeLinks } from './links.ts';
import { parseCommit, readObjects } from './pick.ts';
import type { ObjectPlan } from './plan.ts';
import type { RefState } from './refs.ts';
import { shallowEnds } from './repo.ts';
import { pathsInIndexes, type Sightings, sightThroughLog, sightThroughTrees, type Wanted } from './sightings.ts';
import { TreeGraph } from './treegraph.ts';
import type { Workspace } from './workspace.ts';

export type { Wanted } from './sightings.ts';

export interface Attribution {
  /**
   * First and last commit that brought it in, for the message of a tag the tag object; undefined when there is none. Of
   * commits only id and path are told, until `readCommits` has read them.
   */
  first: Commit | undefined;
  last: Commit | undefined;
  /** Places of `first` and `last` among all commits, the oldest lowest: to compare the attributions of several objects. */
  firstRank: number;
  lastRank: number;
  /** Where it stood, sorted; at most MAX_PATHS, those of HEAD and the index before others. */
  paths: string[];
  /** Where it stood beyond these. */
  morePaths: number;
  reach: Reach;
  /** Whether the files of HEAD hold it now. */
  inHead: boolean;
  /** Positions in the graph of the commits that brought it in, the last one first. */
  commits: readonly number[];
  /** The same with the path in each: a commit may bring it to several. */
  seen: Sightings;
  /** Refs that lead to it without a commit: through tags of tags, of trees and of blobs. Of commits `refsOf` tells them. */
  refs: string[];
  /** Where only a reflog leads to it: since when no ref does, in seconds since 1970; undefined where that is not known. */
  since: number | undefined;
  /** All its commits are those of notes. */
  note: boolean;
}

export interface Attributions {
  /** By id, or by name for names. */
  told: Map<string, Attribution>;
  /** Not all places of all objects are known. */
  cut: boolean;
  /** Id of a commit by its position in the graph. */
  idOf: (commit: number) => string;
  /** Place of a commit among all, the oldest lowest. */
  rankOf: (commit: number) => number;
  /**
   * Refs whose history holds one of the commits, in the order of RefState and at most MAX_REFS of each kind (branches, remote
   * branches, tags, others), for each of several sets of commits. Each 32 sets cost a walk through the history.
   */
  refsOf: (sets: readonly (readonly number[])[]) => string[][];
  /** Tells of commits, as they stand in `told`, by whom, when and why they were made. */
  readCommits: (commits: Iterable<Commit>) => void;
}

export const MAX_PATHS = 1000;
export const MAX_REFS = 50;

/** What is known of a repository before its trees are: its commits, and from where they can be reached. */
export interface KnownGraph {
  plan: ObjectPlan;
  ids: ObjectIds;
  /**
   * With FROM_REF and the others as `flags`, and in `left` when a ref led to a commit last, as far as reflogs tell, in seconds since 1970; 0
   * where they do not.
   */
  graph: CommitGraph;
  refs: RefState;
  tips: readonly Tip[];
  /** Positions of the commits at which a shallow clone ends. */
  ends: ReadonlySet<number>;
}

/**
 * @param commits as the scan has collected them
 * @param tags as well
 * @param state refs as `readRefs` gives them
 */
export async function readGraph(
  plan: ObjectPlan,
  commits: readonly CommitRecords[],
  tags: readonly TagRecords[],
  state: Promise<RefState>,
): Promise<KnownGraph> {
  const ids = new ObjectIds(plan);
  const graph = new CommitGraph(ids.count, commits);
  const refs = await state;
  const find = (id: string): number => graph.positions[ids.findHex(id)] ?? -1;
  const targets = new Map(tags.flatMap((each) => each.targets));
  const tips = refs.refs.map(({ name, id }): Tip => {
    const objects = [ids.findHex(id)];
    // A tag names what was there before it, so this ends.
    for (let next = targets.get(objects[0]!); next !== undefined; next = targets.get(next)) objects.push(next);
    return { name, objects, commit: graph.positions[objects.at(-1)!] ?? -1 };
  });
  const logged = refs.logged.map(({ id, ref, left }) => ({ name: ref, commit: find(id), left }));
  const ends = new Set(shallowEnds(plan.repo).map(find));
  flow(graph, tips, logged);
  return { plan, ids, graph, refs, tips, ends };
}

/**
 * Attributes blobs, commits, tags and names.
 * @param indexes what was found of the same in indexes
 * @param links those of all trees; without them the way through `git log` is taken
 * @param workspace see `readObjects`
 */
export async function attribute(
  known: KnownGraph,
  wanted: Wanted,
  indexes: IndexFinds,
  links: readonly TreeLinks[] | undefined,
  workspace: Workspace,
): Promise<Attributions> {
  const { plan, ids, graph, refs, tips } = known;
  const trees = links && new TreeGraph(ids.count, links);
  const { sightings, inHead } = trees?.complete
    ? sightThroughTrees(trees, graph, wanted, graph.positions[ids.findHex(refs.head)] ?? -1)
    : await sightThroughLog(plan.repo, graph, ids, wanted);
  for (const id of wanted.commits ?? []) {
    const position = graph.positions[ids.findHex(id)] ?? -1;
    if (position >= 0) sightings.set(id, { commits: [position], paths: [''] });
  }
  const inIndex = await pathsInIndexes(plan.repo, indexes, ids, wanted, trees?.complete ? trees : undefined);
  const pinned = findPinned(known, wanted, trees?.complete ? trees : undefined);
  const told = new Map<string, Attribution>();
  for (const set of [wanted.blobs, wanted.commits ?? [], wanted.tags ?? [], wanted.names ?? []]) {
    for (const key of set) told.set(key, describe(known, sightings.get(key), inHead.get(key), inIndex.get(key), pinned.get(key)));
  }
  describeTags(known, wanted.tags ?? new Set(), told, workspace);
  return {
    told,
    cut: trees?.cut === true,
    idOf: (commit) => idOf(known, commit),
    rankOf: (commit) => rankOf(known, commit),
    refsOf: (sets) => refsOf(graph, tips, sets),
    readCommits: (commits) => readCommits(known, commits, workspace),
  };
}

/** A tag object is its own beginning and end. */
function describeTags(
  { plan, ids }: KnownGraph,
  tags: ReadonlySet<string>,
  attributions: Map<string, Attribution>,
  workspace: Workspace,
): void {
  const numbers = new Set(Array.from(tags, (tag) => ids.findHex(tag)).filter((number) => number >= 0));
  const describe = (number: number, data: Buffer): void => {
    const told = toCommit(parseCommit(ids.hex(number), data));
    Object.assign(attributions.get(told.id) as Attribution, { first: told, last: told });
  };
  readObjects(plan, ids, numbers, describe, workspace);
}

/** To what refs lead without a commit, and where it stands there. */
interface Pinned {
  refs: string[];
  paths: string[];
}

/** Tags and blobs that refs lead to, and what is in trees that they lead to; by id. */
function findPinned({ ids, tips }: KnownGraph, { blobs, tags }: Wanted, trees: TreeGraph | undefined): Map<string, Pinned> {
  const found = new Map<string, Pinned>();
  const pin = (id: string, ref: string, path?: string): void => {
    const known = found.get(id) ?? { refs: [], paths: [] };
    found.set(id, known);
    if (known.refs.at(-1) !== ref && known.refs.length < MAX_REFS) known.refs.push(ref);
    if (path !== undefined) known.paths.push(path);
  };
  const wanted = new Set(blobs);
  for (const { name, objects, commit } of tips) {
    for (const number of tags && tags.size > 0 ? objects : [])
      if (number >= 0 && tags?.has(ids.hex(number))) pin(ids.hex(number), name);
    const last = objects.at(-1)!;
    if (commit >= 0 || last < 0) continue;
    // A blob has no name there but that of the ref.
    if (wanted.has(ids.hex(last))) pin(ids.hex(last), name, name);
    trees?.list(last, (path, place) => {
      if (place >= 0) pin(blobs[place]!, name, fromBytes(path));
    });
  }
  return found;
}

interface Tip {
  name: string;
  /** Numbers of what it points to and, where that is a tag, of what this one leads to; -1 for what is not in the store. */
  objects: number[];
  /** Position in the graph of the last of these, or -1. */
  commit: number;
}

/** Bits of a commit: from where it can be reached. */
const FROM_REF = 1;
const FROM_STASH = 2;
const FROM_NOTES = 4;
const FROM_LOG = 8;

/** From where each commit can be reached, and when a ref led to it last: both flow from refs to parents. */
function flow(graph: CommitGraph, tips: readonly Tip[], logged: readonly { name: string; commit: number; left: number }[]): void {
  const { flags, left } = graph;
  const mark = (commit: number, flag: number, time = 0): void => {
    if (commit < 0) return;
    flags[commit]! |= flag;
    left[commit] = Math.max(left[commit]!, time);
  };
  for (const { name, commit } of tips) {
    mark(commit, name === 'refs/stash' ? FROM_STASH : name.startsWith('refs/notes/') ? FROM_NOTES | FROM_REF : FROM_REF);
  }
  for (const { name, commit, left: time } of logged) mark(commit, name === 'refs/stash' ? FROM_STASH : FROM_LOG, time);
  graph.flowDown();
}

function readCommits({ plan, ids }: KnownGraph, commits: Iterable<Commit>, workspace: Workspace): void {
  // An object that several attributions name stands for several paths.
  const unread = groupBy([...new Set(commits)], ({ id }) => id);
  const numbers = new Set(Array.from(unread.keys(), (id) => ids.findHex(id)));
  const tell = (number: number, data: Buffer): void => {
    const told = parseCommit(ids.hex(number), data);
    for (const commit of unread.get(told.id)!) Object.assign(commit, toCommit(told, commit.path));
  };
  readObjects(plan, ids, numbers, tell, workspace);
}

/** A commit of which only the id is known. */
function unreadCommit(id: string, path = ''): Commit {
  return { id, author: '', email: '', date: EPOCH, path, subject: '' };
}

const idOf = ({ ids, graph }: KnownGraph, commit: number): string => ids.hex(graph.numbers[commit]!);
const rankOf = ({ graph }: KnownGraph, commit: number): number => graph.count - commit;

function describe(
  known: KnownGraph,
  seen: Sightings = { commits: [], paths: [] },
  head: readonly string[] | undefined,
  index: readonly string[] | undefined,
  pinned: Pinned | undefined,
): Attribution {
  const { ends, graph } = known;
  const { flags, left } = graph;
  const { paths } = seen;
  const commits = seen.commits.length > 1 ? [...new Set(seen.commits)] : seen.commits;
  let from = 0;
  for (const commit of commits) from |= flags[commit] as number;
  if (pinned) from |= FROM_REF;
  // Where it stands now comes first.
  const places = new Set([...(head ?? []), ...(commits.length === 0 ? (index ?? []) : []), ...(pinned?.paths ?? []), ...paths]);
  places.delete('');
  const first = commits.at(-1);
  const last = commits[0];
  const reach = reachOf(head !== undefined, from, index !== undefined);
  const since = reach === 'reflog' ? commits.reduce((time, commit) => Math.max(time, left[commit]!), 0) : 0;
  const firstCommit = first === undefined ? undefined : unreadCommit(idOf(known, first), paths.at(-1));
  if (firstCommit && ends.has(first!)) firstCommit.boundary = true;
  return {
    first: firstCommit,
    last: last === undefined ? undefined : unreadCommit(idOf(known, last), paths[0]),
    firstRank: first === undefined ? Infinity : rankOf(known, first),
    lastRank: last === undefined ? -Infinity : rankOf(known, last),
    paths: [...places].slice(0, MAX_PATHS).sort(),
    morePaths: Math.max(0, places.size - MAX_PATHS),
    reach,
    inHead: head !== undefined,
    commits,
    seen,
    refs: pinned?.refs ?? [],
    since: since > 0 ? since : undefined,
    note: (from & FROM_NOTES) !== 0 && commits.every((commit) => ((flags[commit] as number) & FROM_NOTES) !== 0),
  };
}

function reachOf(inHead: boolean, from: number, inIndex: boolean): Reach {
  if (inHead) return 'head';
  if ((from & FROM_REF) !== 0) return 'refs';
  if ((from & FROM_STASH) !== 0) return 'stash';
  if (inIndex) return 'index';
  return (from & FROM_LOG) === 0 ? 'unreachable' : 'reflog';
}

function toCommit({ id, author, email, time, subject }: LogCommit, path = ''): Commit {
  return { id, author, email, date: toDate(time), path, subject };
}

/** ISO 8601 in UTC; dates without a year of four digits become the epoch. */
export function toDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  const isUsual = date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999;
  return isUsual ? `${date.toISOString().slice(0, 19)}Z` : EPOCH;
}

const EPOCH = '1970-01-01T00:00:00Z';

/** What refs begin with, by kind. */
const KINDS = ['refs/heads/', 'refs/remotes/', 'refs/tags/', ''];

/** Bits of a mask that one pass carries. */
const LANES = 32;

/** See Attributions: bits flow from parents to children. */
function refsOf(graph: CommitGraph, tips: readonly Tip[], sets: readonly (readonly number[])[]): string[][] {
  const kinds = tips.map(({ name }) => KINDS.findIndex((prefix) => name.startsWith(prefix)));
  const found = sets.map((commits) => ({
    commits,
    first: largest(commits),
    refs: [] as string[],
    counts: KINDS.map(() => 0),
  }));
  // Those whose first commit is the latest come first: a pass need not look at anything older than its first commits.
  const all = found.toSorted((a, b) => a.first - b.first);
  const masks = graph.masks.fill(0);
  for (let from = 0; from < all.length; from += LANES) {
    const lanes = all.slice(from, from + LANES);
    const oldest = lanes.at(-1)!.first;
    masks.fill(0, 0, oldest + 1);
    for (const [lane, { commits }] of lanes.entries()) for (const commit of commits) masks[commit]! |= 1 << lane;
    graph.flowUp(oldest);
    for (const [i, { name, commit }] of tips.entries()) {
      for (let left = commit < 0 ? 0 : (masks[commit] as number); left !== 0; left &= left - 1) {
        const { refs, counts } = lanes[31 - Math.clz32(left & -left)] as (typeof lanes)[number];
        if (counts[kinds[i]!]!++ < MAX_REFS) refs.push(name);
      }
    }
  }
  return found.map(({ refs }) => refs);
}

/** The largest of numbers that are not less than 0; -1 when there is none. */
function largest(numbers: Iterable<number>): number {
  let most = -1;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}
