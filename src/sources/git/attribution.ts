/**
 * Tells of objects in which something was found when, where and by whom they came into the repository, and from where
 * they can still be reached.
 * @module
 */
import { GitError } from '../../errors.ts';
import type { Commit } from '../../model.ts';
import { fromBytes } from '../../path.ts';
import type { CommitRecords } from './commits.ts';
import { type LogCommit, readLog } from './gitlog.ts';
import { buildGraph, type CommitGraph } from './graph.ts';
import { ObjectIds } from './ids.ts';
import type { TreeLinks } from './links.ts';
import type { ObjectPlan } from './plan.ts';
import { type RefState, readRefs } from './refs.ts';
import { type Sightings, type SightingTable, sightThroughLog, sightThroughTrees, type Wanted } from './sightings.ts';
import { spawnGit } from './spawn.ts';
import { TreeGraph } from './treegraph.ts';

export type { Wanted } from './sightings.ts';

/**
 * From where an object can be reached, the nearest first: the files of HEAD; some ref; a stash; the index; a reflog; nothing.
 */
export type Reach = 'head' | 'refs' | 'stash' | 'index' | 'reflog' | 'unreachable';

export interface Attribution {
  /** First and last commit that brought it in; undefined when no commit did. */
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
  /** Names of refs whose history holds it, in the order of RefState; at most MAX_REFS. */
  refs: string[];
  /** Number of all such refs. */
  refCount: number;
  /** All its commits are those of notes. */
  note: boolean;
}

export const MAX_PATHS = 50;
export const MAX_REFS = 50;

/** What the scan of a repository's objects has collected. */
export interface Collected {
  commits: readonly CommitRecords[];
  /** Undefined: the way through `git log` is taken. */
  links?: readonly TreeLinks[] | undefined;
}

/**
 * Attributes blobs, commits, tags and names.
 * @param state refs as `readRefs` gives them, if that has been started before
 * @returns attributions by id, or by name for names
 */
export async function attribute(
  plan: ObjectPlan,
  wanted: Wanted,
  { commits, links }: Collected,
  state: Promise<RefState> = readRefs(plan.repo.root),
): Promise<Map<string, Attribution>> {
  const { root: cwd } = plan.repo;
  const ids = new ObjectIds(plan);
  const graph = buildGraph(plan, ids, commits);
  const trees = links && new TreeGraph(plan, ids, links);
  const table = trees?.complete ? sightThroughTrees(trees, graph, wanted) : await sightThroughLog(cwd, graph, ids, wanted);
  for (const id of wanted.commits ?? []) {
    const position = graph.positions[ids.findHex(id)] ?? -1;
    if (position >= 0) table.set(id, { commits: [position], paths: [''] });
  }
  const { refs, logged } = await state;
  const find = (id: string): number => graph.positions[ids.findHex(id)] ?? -1;
  const tips = refs.map(({ name, target }): Tip => ({ name, commit: find(target) }));
  const flags = flow(
    graph,
    tips,
    logged.map(({ id, ref }) => ({ name: ref, commit: find(id) })),
  );
  const [inHead, inIndex, details] = await Promise.all([
    pathsOf(plan, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD'], wanted),
    pathsOf(plan, ['ls-files', '-s', '-z', '--full-name', ':/'], wanted),
    readDetails(cwd, graph, ids, table),
  ]);
  const result = new Map<string, Attribution>();
  for (const set of [wanted.blobs, wanted.commits ?? [], wanted.tags ?? [], wanted.names ?? []]) {
    for (const key of set) result.set(key, describe(flags, details, table.get(key), inHead.get(key), inIndex.get(key)));
  }
  addRefs(graph, tips, table, result);
  for (const tag of wanted.tags ?? []) {
    const names = refs.filter(({ id }) => id === tag).map(({ name }) => name);
    const reach: Reach = names.length > 0 ? 'refs' : 'unreachable';
    Object.assign(result.get(tag) as Attribution, { refs: names.slice(0, MAX_REFS), refCount: names.length, reach });
  }
  return result;
}

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

/** Paths of wanted blobs in the answer of ls-tree or ls-files: entries of `… id [stage] TAB path NUL`. */
async function pathsOf({ repo }: ObjectPlan, args: string[], wanted: Wanted): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const blobs = new Set(wanted.blobs);
  const pattern = new RegExp(`\\b[0-9a-f]{${2 * repo.idBytes}}\\b`);
  const addPath = (key: string, path: string): void => {
    const paths = found.get(key);
    if (paths) paths.push(path);
    else found.set(key, [path]);
  };
  const onEntry = (entry: Buffer): void => {
    const tab = entry.indexOf(9);
    const [id = ''] = pattern.exec(entry.toString('latin1', 0, tab)) ?? [];
    if (!blobs.has(id) && !wanted.names) return;
    const path = fromBytes(entry.subarray(tab + 1));
    if (blobs.has(id)) addPath(id, path);
    const parts = path.split('/');
    for (const [i, name] of parts.entries()) if (wanted.names?.has(name)) addPath(name, parts.slice(0, i + 1).join('/'));
  };
  let rest: Buffer = Buffer.alloc(0);
  try {
    for await (const chunk of spawnGit(args, { cwd: repo.root })) {
      const data = Buffer.concat([rest, chunk]);
      let at = 0;
      for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
        onEntry(data.subarray(at, nul));
        at = nul + 1;
      }
      rest = data.subarray(at);
    }
  } catch (error) {
    // An unborn HEAD, a bare repository without an index: nothing is in it.
    if (!(error instanceof GitError)) throw error;
  }
  return found;
}

/** Author, date and subject of the commits that attributions name, by position. */
async function readDetails(
  cwd: string,
  graph: CommitGraph,
  ids: ObjectIds,
  table: SightingTable,
): Promise<Map<number, LogCommit>> {
  const named = new Set<number>();
  for (const { commits } of table.values()) {
    for (const commit of [commits[0], commits.at(-1)]) if (commit !== undefined) named.add(commit);
  }
  const details = new Map<number, LogCommit>();
  if (named.size === 0) return details;
  const input = Array.from(named, (commit) => `${ids.hex(graph.numbers[commit] as number)}\n`).join('');
  const onCommit = (commit: LogCommit): void => void details.set(graph.positions[ids.findHex(commit.id)] ?? -1, commit);
  try {
    await readLog(['--no-walk=unsorted', '--stdin'], { cwd, input }, { onCommit, onEntry: () => undefined });
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  return details;
}

function describe(
  flags: Uint8Array,
  details: ReadonlyMap<number, LogCommit>,
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
  const firstCommit = first === undefined ? undefined : details.get(first);
  const lastCommit = last === undefined ? undefined : details.get(last);
  return {
    ...(firstCommit ? { first: toCommit(firstCommit, paths.at(-1)) } : {}),
    ...(lastCommit ? { last: toCommit(lastCommit, paths[0]) } : {}),
    firstRank: first === undefined ? Infinity : flags.length - first,
    lastRank: last === undefined ? -Infinity : flags.length - last,
    paths: [...places].sort().slice(0, MAX_PATHS),
    reach: reachOf(head !== undefined, from, index !== undefined),
    inHead: head !== undefined,
    refs: [],
    refCount: 0,
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

/** Adds to each attribution the refs whose history has one of its commits: bits flow from parents to children. */
function addRefs(graph: CommitGraph, tips: readonly Tip[], table: SightingTable, attributions: Map<string, Attribution>): void {
  // Versions of a file, and files that came together, share their commits.
  const groups = new Map<string, { commits: number[]; keys: string[] }>();
  for (const [key, { commits }] of table) {
    if (!attributions.has(key)) continue;
    const group = groups.get(commits.join());
    if (group) group.keys.push(key);
    else groups.set(commits.join(), { commits, keys: [key] });
  }
  const all = [...groups.values()];
  const masks = new Int32Array(graph.count);
  const { parents, parentEnds } = graph;
  for (let first = 0; first < all.length; first += LANES) {
    const lanes = all.slice(first, first + LANES).map(({ commits, keys }) => ({ commits, keys, refs: [] as string[], count: 0 }));
    masks.fill(0);
    for (const [lane, { commits }] of lanes.entries()) {
      for (const commit of commits) masks[commit] = (masks[commit] as number) | (1 << lane);
    }
    for (let commit = graph.count - 1, i = parents.length - 1; commit >= 0; commit--) {
      let mask = masks[commit] as number;
      for (const end = commit === 0 ? 0 : (parentEnds[commit - 1] as number); i >= end; i--)
        mask |= masks[parents[i] as number] as number;
      masks[commit] = mask;
    }
    for (const { name, commit } of tips) {
      for (let left = commit < 0 ? 0 : (masks[commit] as number); left !== 0; left &= left - 1) {
        const lane = lanes[31 - Math.clz32(left & -left)] as (typeof lanes)[number];
        if (lane.count++ < MAX_REFS) lane.refs.push(name);
      }
    }
    for (const { keys, refs, count } of lanes) {
      for (const key of keys) Object.assign(attributions.get(key) as Attribution, { refs, refCount: count });
    }
  }
}
