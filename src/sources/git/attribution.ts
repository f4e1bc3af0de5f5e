/**
 * Tells of objects in which something was found when, where and by whom they came into the repository, and from where
 * they can still be reached.
 * @module
 */
import { groupBy } from '../../group.ts';
import type { Commit } from '../../model.ts';
import type { CommitRecords } from './commits.ts';
import type { LogCommit } from './gitlog.ts';
import { buildGraph, type CommitGraph } from './graph.ts';
import { ObjectIds } from './ids.ts';
import type { TreeLinks } from './links.ts';
import { parseCommit, readObjects } from './pick.ts';
import type { ObjectPlan } from './plan.ts';
import { type Ref, type RefState, readRefs } from './refs.ts';
import { pathsInIndex, type Sightings, sightThroughLog, sightThroughTrees, type Wanted } from './sightings.ts';
import { largest, TreeGraph } from './treegraph.ts';

export type { Wanted } from './sightings.ts';

/**
 * From where an object can be reached, the nearest first: the files of HEAD; some ref; a stash; the index; a reflog; nothing.
 */
export type Reach = 'head' | 'refs' | 'stash' | 'index' | 'reflog' | 'unreachable';

export interface Attribution {
  /**
   * First and last commit that brought it in, for the message of a tag the tag object; undefined when there is none. Of
   * commits only id and path are told, until `readCommits` has read them.
   */
  first?: Commit;
  last?: Commit;
  /** Places of `first` and `last` among all commits, the oldest lowest: to compare the attributions of several objects. */
  firstRank: number;
  lastRank: number;
  /** Where it stood, sorted; at most MAX_PATHS. */
  paths: string[];
  reach: Reach;
  /** Whether the files of HEAD hold it now. */
  inHead: boolean;
  /** Positions in the graph of the commits that brought it in, the last one first. */
  commits: readonly number[];
  /** Of the message of a tag: the refs that point to it, at most MAX_REFS. Of all else `refsOf` tells them. */
  refs: string[];
  /** All its commits are those of notes. */
  note: boolean;
}

export interface Attributions {
  /** By id, or by name for names. */
  told: Map<string, Attribution>;
  /**
   * Refs whose history holds one of the commits, in the order of RefState and at most MAX_REFS of them, for each of several
   * sets of commits. Each 32 sets cost a walk through the history.
   */
  refsOf: (sets: readonly (readonly number[])[]) => string[][];
  /** Tells of commits, as they stand in `told`, by whom, when and why they were made. */
  readCommits: (commits: Iterable<Commit>) => void;
}

export const MAX_PATHS = 50;
export const MAX_REFS = 50;

/** What is known of a repository before its trees are: its commits, and from where they can be reached. */
export interface KnownGraph {
  plan: ObjectPlan;
  ids: ObjectIds;
  graph: CommitGraph;
  refs: RefState;
  tips: readonly Tip[];
  /** Bits of each commit: from where it can be reached. */
  flags: Uint8Array;
}

/**
 * @param commits as the scan has collected them
 * @param state refs as `readRefs` gives them, if that has been started before
 */
export async function readGraph(
  plan: ObjectPlan,
  commits: readonly CommitRecords[],
  state: Promise<RefState> = readRefs(plan.repo),
): Promise<KnownGraph> {
  const ids = new ObjectIds(plan);
  const graph = buildGraph(ids.count, commits);
  const refs = await state;
  const targets = peel(plan, ids, graph, refs.refs);
  const find = (id: string): number => graph.positions[ids.findHex(id)] ?? -1;
  const tips = refs.refs.map(({ name }, i): Tip => ({ name, commit: targets[i] as number }));
  const logged = refs.logged.map(({ id, ref }) => ({ name: ref, commit: find(id) }));
  return { plan, ids, graph, refs, tips, flags: flow(graph, tips, logged) };
}

/**
 * Attributes blobs, commits, tags and names.
 * @param links those of all trees; without them the way through `git log` is taken
 */
export async function attribute(known: KnownGraph, wanted: Wanted, links?: readonly TreeLinks[]): Promise<Attributions> {
  const { plan, ids, graph, refs, tips, flags } = known;
  const trees = links && new TreeGraph(ids.count, links);
  const { sightings, inHead } = trees?.complete
    ? sightThroughTrees(trees, graph, wanted, graph.positions[ids.findHex(refs.head)] ?? -1)
    : await sightThroughLog(plan.repo, graph, ids, wanted);
  for (const id of wanted.commits ?? []) {
    const position = graph.positions[ids.findHex(id)] ?? -1;
    if (position >= 0) sightings.set(id, { commits: [position], paths: [''] });
  }
  const inIndex = await pathsInIndex(plan.repo, wanted);
  const told = new Map<string, Attribution>();
  const idOf = (commit: number): string => ids.hex(graph.numbers[commit]!);
  for (const set of [wanted.blobs, wanted.commits ?? [], wanted.tags ?? [], wanted.names ?? []]) {
    for (const key of set) told.set(key, describe(flags, idOf, sightings.get(key), inHead.get(key), inIndex.get(key)));
  }
  attributeTags(plan, ids, wanted.tags ?? new Set(), refs.refs, told);
  return {
    told,
    refsOf: (sets) => refsOf(graph, tips, sets),
    readCommits: (commits) => readCommits(plan, ids, commits),
  };
}

/** A tag object is its own beginning and end, and its refs are those that point to it. */
function attributeTags(
  plan: ObjectPlan,
  ids: ObjectIds,
  tags: ReadonlySet<string>,
  refs: readonly Ref[],
  attributions: Map<string, Attribution>,
): void {
  const numbers = new Set(Array.from(tags, (tag) => ids.findHex(tag)).filter((number) => number >= 0));
  readObjects(plan, ids, numbers, (number, data) => {
    const told = toCommit(parseCommit(ids.hex(number), data));
    Object.assign(attributions.get(told.id) as Attribution, { first: told, last: told });
  });
  for (const tag of tags) {
    const names = refs.filter(({ id }) => id === tag).map(({ name }) => name);
    const reach: Reach = names.length > 0 ? 'refs' : 'unreachable';
    Object.assign(attributions.get(tag) as Attribution, { refs: names.slice(0, MAX_REFS), reach });
  }
}

/** Positions in the graph of the commits that refs lead to. Tags whose target is not known yet are read. */
function peel(plan: ObjectPlan, ids: ObjectIds, graph: CommitGraph, refs: readonly Ref[]): number[] {
  const numbers = refs.map(({ target }) => ids.findHex(target));
  const unknown = new Map<number, number>();
  for (let depth = 0; depth < MAX_TAG_DEPTH; depth++) {
    const tags = new Set(numbers.filter((number) => number >= 0 && (graph.positions[number] as number) < 0));
    if (tags.size === 0) break;
    readObjects(plan, ids, tags, (number, data) => {
      const [, target = ''] = /^object ([0-9a-f]+)\n/.exec(data.toString('latin1', 0, 80)) ?? [];
      unknown.set(number, ids.findHex(target));
    });
    for (const [i, number] of numbers.entries()) numbers[i] = unknown.get(number) ?? (tags.has(number) ? -1 : number);
  }
  return numbers.map((number) => (number < 0 ? -1 : (graph.positions[number] as number)));
}

/** Tags of tags are followed no further than this. */
const MAX_TAG_DEPTH = 5;

interface Tip {
  name: string;
  /** Position in the graph, or -1. */
  commit: number;
}

/** Bits of a commit: from where it can be reached. */
const FROM_REF = 1;
const FROM_STASH = 2;
const FROM_NOTES = 4;
const FROM_LOG = 8;

/** From where each commit can be reached: flags flow from refs to parents. */
function flow(graph: CommitGraph, tips: readonly Tip[], logged: readonly Tip[]): Uint8Array {
  const flags = new Uint8Array(graph.count);
  const mark = (commit: number, flag: number): void => {
    if (commit >= 0) flags[commit] = (flags[commit] as number) | flag;
  };
  for (const { name, commit } of tips) {
    mark(commit, name === 'refs/stash' ? FROM_STASH : name.startsWith('refs/notes/') ? FROM_NOTES | FROM_REF : FROM_REF);
  }
  for (const { name, commit } of logged) mark(commit, name === 'refs/stash' ? FROM_STASH : FROM_LOG);
  for (let commit = 0, i = 0; commit < graph.count; commit++) {
    for (const end = graph.parentEnds[commit] as number; i < end; i++) mark(graph.parents[i] as number, flags[commit] as number);
  }
  return flags;
}

function readCommits(plan: ObjectPlan, ids: ObjectIds, commits: Iterable<Commit>): void {
  // An object that several attributions name stands for several paths.
  const unread = groupBy([...new Set(commits)], ({ id }) => id);
  const numbers = new Set(Array.from(unread.keys(), (id) => ids.findHex(id)));
  readObjects(plan, ids, numbers, (number, data) => {
    const told = parseCommit(ids.hex(number), data);
    for (const commit of unread.get(told.id)!) Object.assign(commit, toCommit(told, commit.path));
  });
}

/** A commit of which only the id is known. */
function unreadCommit(id: string, path = ''): Commit {
  return { id, author: '', email: '', date: toDate(0), path, subject: '' };
}

function describe(
  flags: Uint8Array,
  idOf: (commit: number) => string,
  sightings: Sightings = { commits: [], paths: [] },
  head: readonly string[] | undefined,
  index: readonly string[] | undefined,
): Attribution {
  const { commits, paths } = sightings;
  let from = 0;
  for (const commit of commits) from |= flags[commit] as number;
  const places = new Set([...paths, ...(head ?? []), ...(commits.length === 0 ? (index ?? []) : [])]);
  places.delete('');
  const first = commits.at(-1);
  const last = commits[0];
  return {
    ...(first !== undefined && { first: unreadCommit(idOf(first), paths.at(-1)) }),
    ...(last !== undefined && { last: unreadCommit(idOf(last), paths[0]) }),
    firstRank: first === undefined ? Infinity : flags.length - first,
    lastRank: last === undefined ? -Infinity : flags.length - last,
    paths: [...places].sort().slice(0, MAX_PATHS),
    reach: reachOf(head !== undefined, from, index !== undefined),
    inHead: head !== undefined,
    commits,
    refs: [],
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

/** ISO 8601 in UTC; dates that no calendar holds become the epoch. */
function toDate(seconds: number): string {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? '1970-01-01T00:00:00Z' : `${date.toISOString().slice(0, 19)}Z`;
}

/** Bits of a mask that one pass carries. */
const LANES = 32;

/** See Attributions: bits flow from parents to children. */
function refsOf(graph: CommitGraph, tips: readonly Tip[], sets: readonly (readonly number[])[]): string[][] {
  const found = sets.map((commits) => ({ commits, first: largest(commits), refs: [] as string[] }));
  // Those whose first commit is the latest come first: a pass need not look at anything older than its first commits.
  const all = found.toSorted((a, b) => a.first - b.first);
  const masks = new Int32Array(graph.count);
  const { parents, parentEnds } = graph;
  for (let from = 0; from < all.length; from += LANES) {
    const lanes = all.slice(from, from + LANES);
    const oldest = lanes.at(-1)!.first;
    masks.fill(0, 0, oldest + 1);
    for (const [lane, { commits }] of lanes.entries()) {
      for (const commit of commits) masks[commit] = (masks[commit] as number) | (1 << lane);
    }
    for (let commit = oldest, i = (parentEnds[oldest] ?? 0) - 1; commit >= 0; commit--) {
      let mask = masks[commit] as number;
      for (const end = commit === 0 ? 0 : (parentEnds[commit - 1] as number); i >= end; i--)
        mask |= masks[parents[i] as number] as number;
      masks[commit] = mask;
    }
    for (const { name, commit } of tips) {
      for (let left = commit < 0 ? 0 : (masks[commit] as number); left !== 0; left &= left - 1) {
        const { refs } = lanes[31 - Math.clz32(left & -left)] as (typeof lanes)[number];
        if (refs.length < MAX_REFS) refs.push(name);
      }
    }
  }
  return found.map(({ refs }) => refs);
}
