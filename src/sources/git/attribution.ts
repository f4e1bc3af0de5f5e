/**
 * Tells of objects in which something was found when, where and by whom they came into the repository, and from where
 * they can still be reached.
 * @module
 */
import { readFileSync } from 'node:fs';
import { GitError } from '../../errors.ts';
import type { Commit } from '../../model.ts';
import { fromBytes, toBytes } from '../../path.ts';
import { type LogCommit, newId, readLog } from './gitlog.ts';
import { COMMIT } from './packfile.ts';
import { type ObjectPlan, packOf, TYPE } from './plan.ts';
import type { Repo } from './repo.ts';
import { runGit, spawnGit } from './spawn.ts';

/** What to look for. */
export interface Wanted {
  /** Ids of blobs. */
  blobs: ReadonlySet<string>;
  /** Ids of commits whose message is of interest. */
  commits?: ReadonlySet<string>;
  /** Ids of annotated tags. */
  tags?: ReadonlySet<string>;
  /** Names of files or folders (one part of a path, as in path.ts). */
  names?: ReadonlySet<string>;
}

/**
 * From where an object can be reached, the nearest first: HEAD's files; some ref; a stash; a reflog only; the index only;
 * nothing.
 */
export type Reach = 'head' | 'refs' | 'stash' | 'reflog' | 'index' | 'unreachable';

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
  /** Names of refs whose history holds it, sorted: branches, remote branches, tags, others; at most MAX_REFS. */
  refs: string[];
  /** Number of all such refs. */
  refCount: number;
  /** All its paths are those of notes. */
  note: boolean;
}

export const MAX_PATHS = 50;
export const MAX_REFS = 50;

/** By id for blobs, commits and tags, by name for names. */
export type Attributions = Map<string, Attribution>;

/** Bits of a commit: from where it can be reached. */
const FROM_REF = 1;
const FROM_STASH = 2;
const FROM_NOTES = 4;
const DANGLING = 8;

/** Commits that bring something in, the last one first, and where each of them puts it. */
interface Sighting {
  commits: number[];
  places: string[];
}

/** The commits of a repository in the order of the log: children before parents. */
class History {
  readonly commits: LogCommit[] = [];
  readonly numbers = new Map<string, number>();
  readonly sightings = new Map<string, Sighting>();

  sight(key: string, commit: number, path: string): void {
    let sighting = this.sightings.get(key);
    if (!sighting) this.sightings.set(key, (sighting = { commits: [], places: [] }));
    sighting.commits.push(commit);
    sighting.places.push(path);
  }
}

/**
 * Attributes objects and names. One pass over the log of everything that refs and reflogs reach; a second one over
 * dangling commits, if there is something left.
 * @param plan is asked for commits that nothing reaches
 */
export async function attribute(repo: Repo, plan: ObjectPlan, wanted: Wanted): Promise<Attributions> {
  const history = new History();
  const cwd = repo.root;
  await readHistory(repo, wanted, history, ['--no-renames', '--date-order', '--all', '--reflog', '--'], '');
  const walked = history.commits.length;
  const lost =
    [...wanted.blobs, ...(wanted.commits ?? [])].some((id) => !history.sightings.has(id)) || wanted.names !== undefined;
  const dangling = lost ? commitIds(plan).filter((id) => !history.numbers.has(id)) : [];
  if (dangling.length > 0)
    await readHistory(repo, wanted, history, ['--no-renames', '--no-walk=sorted', '--stdin'], `${dangling.join('\n')}\n`);
  const refs = readRefs(cwd);
  const flags = flow(history, walked, refs);
  const inHead = await pathsOf(repo, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD'], wanted);
  const inIndex = await pathsOf(repo, ['ls-files', '-s', '-z', '--full-name'], wanted);
  const result: Attributions = new Map();
  for (const key of keysOf(wanted)) {
    result.set(key, describe(history, flags, history.sightings.get(key), inHead.get(key), inIndex.get(key)));
  }
  for (const tag of wanted.tags ?? []) {
    const names = refs.filter((ref) => ref.id === tag).map((ref) => ref.name);
    const attribution = result.get(tag) as Attribution;
    Object.assign(attribution, {
      refs: names.slice(0, MAX_REFS),
      refCount: names.length,
      reach: names.length > 0 ? 'refs' : 'unreachable',
    });
  }
  addRefs(history, refs, result);
  return result;
}

function* keysOf(wanted: Wanted): Generator<string> {
  for (const set of [wanted.blobs, wanted.commits, wanted.tags, wanted.names]) if (set) yield* set;
}

async function readHistory(repo: Repo, wanted: Wanted, history: History, args: string[], input: string): Promise<void> {
  const names = [...(wanted.names ?? [])].map(toBytes);
  const onCommit = (commit: LogCommit): void => {
    history.numbers.set(commit.id, history.commits.length);
    if (wanted.commits?.has(commit.id)) history.sight(commit.id, history.commits.length, '');
    history.commits.push(commit);
  };
  const onEntry = (entry: Buffer, path: Buffer): void => {
    const id = newId(entry, repo.idBytes);
    const commit = history.commits.length - 1;
    if (wanted.blobs.has(id)) history.sight(id, commit, fromBytes(path));
    for (const name of names) {
      if (!path.includes(name) || /^0+$/.test(id)) continue;
      const text = fromBytes(path);
      if (text.split('/').includes(fromBytes(name))) history.sight(fromBytes(name), commit, text);
    }
  };
  try {
    await readLog(args, { cwd: repo.root, input }, { onCommit, onEntry });
  } catch (error) {
    // A repository with missing objects: what git could walk is attributed. What is missing, the scan has told.
    if (!(error instanceof GitError)) throw error;
  }
}

interface Ref {
  name: string;
  /** What it points to, and the commit that leads to. */
  id: string;
  commit: string;
}

/** All refs, and HEAD when it is detached. */
function readRefs(cwd: string): Ref[] {
  const { stdout } = runGit(['for-each-ref', '--format=%(objectname) %(*objectname) %(refname)'], { cwd });
  const refs = stdout
    .toString('utf8')
    .split('\n')
    .filter((line) => line !== '')
    .map((line): Ref => {
      const [id = '', peeled = '', ...name] = line.split(' ');
      return { name: name.join(' '), id, commit: peeled || id };
    });
  const attached = runGit(['symbolic-ref', '--quiet', 'HEAD'], { cwd }).status === 0;
  const head = attached ? '' : String(runGit(['rev-parse', '--verify', '--quiet', 'HEAD'], { cwd }).stdout).trim();
  if (head !== '') refs.push({ name: 'HEAD', id: head, commit: head });
  return refs.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}

const ORDER = ['HEAD', 'refs/heads/', 'refs/remotes/', 'refs/tags/', 'refs/'];

function rank(name: string): number {
  return ORDER.findIndex((prefix) => name.startsWith(prefix));
}

/** From where each commit can be reached: flags flow from refs to parents. */
function flow(history: History, walked: number, refs: readonly Ref[]): Uint8Array {
  const flags = new Uint8Array(history.commits.length);
  for (const { name, commit } of refs) {
    const number = history.numbers.get(commit);
    if (number === undefined) continue;
    const flag = name === 'refs/stash' ? FROM_STASH : name.startsWith('refs/notes/') ? FROM_NOTES | FROM_REF : FROM_REF;
    flags[number] = (flags[number] as number) | flag;
  }
  for (const [number, { parents }] of history.commits.entries()) {
    if (number >= walked) flags[number] = DANGLING;
    for (const parent of parents) {
      const to = history.numbers.get(parent);
      if (to !== undefined && number < walked) flags[to] = (flags[to] as number) | (flags[number] as number);
    }
  }
  return flags;
}

/** Paths of wanted blobs in the answer of ls-tree or ls-files: entries of `… id [stage] TAB path NUL`. */
async function pathsOf(repo: Repo, args: string[], wanted: Wanted): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const pattern = new RegExp(`\\b[0-9a-f]{${2 * repo.idBytes}}\\b`);
  const onEntry = (entry: Buffer): void => {
    const tab = entry.indexOf(9);
    const [id] = pattern.exec(entry.toString('latin1', 0, tab)) ?? [];
    const path = entry.subarray(tab + 1);
    const add = (key: string): void => void found.set(key, [...(found.get(key) ?? []), fromBytes(path)]);
    if (id !== undefined && wanted.blobs.has(id)) add(id);
    if (wanted.names) for (const name of fromBytes(path).split('/')) if (wanted.names.has(name)) add(name);
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

function describe(
  history: History,
  flags: Uint8Array,
  sighting: Sighting | undefined,
  head: string[] | undefined,
  index: string[] | undefined,
): Attribution {
  const commits = sighting?.commits ?? [];
  let from = 0;
  for (const commit of commits) from |= flags[commit] as number;
  const places = sighting?.places ?? [];
  const paths = new Set([...places, ...(head ?? []), ...(commits.length === 0 ? (index ?? []) : [])]);
  paths.delete('');
  const last = commits[0];
  const first = commits.at(-1);
  return {
    ...(first === undefined ? {} : { first: toCommit(history.commits[first] as LogCommit, places.at(-1)) }),
    ...(last === undefined ? {} : { last: toCommit(history.commits[last] as LogCommit, places[0]) }),
    firstRank: first === undefined ? Infinity : rankOf(history, flags, first),
    lastRank: last === undefined ? -Infinity : rankOf(history, flags, last),
    paths: [...paths].sort().slice(0, MAX_PATHS),
    reach: reachOf(head !== undefined, commits.length, from, index !== undefined),
    inHead: head !== undefined,
    refs: [],
    refCount: 0,
    note: (from & FROM_NOTES) !== 0 && commits.every((commit) => ((flags[commit] as number) & FROM_NOTES) !== 0),
  };
}

/** Place of a commit in the order of the log, counted from the oldest one; dangling commits are put in by their time. */
function rankOf({ commits }: History, flags: Uint8Array, number: number): number {
  if (flags[number] !== DANGLING) return commits.length - number;
  const { time } = commits[number] as LogCommit;
  const before = commits.findIndex((commit, i) => commit.time <= time || flags[i] === DANGLING);
  return commits.length - before + 0.5;
}

function reachOf(inHead: boolean, commits: number, from: number, inIndex: boolean): Reach {
  if (inHead) return 'head';
  if ((from & FROM_REF) !== 0) return 'refs';
  if ((from & FROM_STASH) !== 0) return 'stash';
  if (inIndex) return 'index';
  return commits > 0 && (from & DANGLING) === 0 ? 'reflog' : 'unreachable';
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
function addRefs(history: History, refs: readonly Ref[], attributions: Attributions): void {
  const parents = history.commits.map((commit) =>
    commit.parents.map((id) => history.numbers.get(id) ?? -1).filter((number) => number >= 0),
  );
  const tips = refs.map(({ commit }) => history.numbers.get(commit) ?? -1);
  const keys = [...history.sightings.keys()].filter((key) => attributions.has(key));
  const masks = new Int32Array(history.commits.length);
  for (let group = 0; group < keys.length; group += LANES) {
    masks.fill(0);
    const lanes = keys.slice(group, group + LANES);
    for (const [lane, key] of lanes.entries()) {
      for (const commit of history.sightings.get(key)?.commits ?? []) masks[commit] = (masks[commit] as number) | (1 << lane);
    }
    for (let commit = masks.length - 1; commit >= 0; commit--) {
      let mask = masks[commit] as number;
      for (const parent of parents[commit] as number[]) mask |= masks[parent] as number;
      masks[commit] = mask;
    }
    for (const [i, tip] of tips.entries()) {
      const mask = tip < 0 ? 0 : (masks[tip] as number);
      for (let left = mask; left !== 0; left &= left - 1) {
        const lane = 31 - Math.clz32(left & -left);
        const attribution = attributions.get(lanes[lane] as string) as Attribution;
        attribution.refCount++;
        if (attribution.refs.length < MAX_REFS) attribution.refs.push((refs[i] as Ref).name);
      }
    }
  }
}

/** Ids of all commits in the object store, as the plan and the scan have found them. */
export function commitIds(plan: ObjectPlan): string[] {
  const { firstNode, loose, packs, positions, repo, types } = plan;
  const ids: string[] = [];
  let pack = -1;
  let index: Buffer = Buffer.alloc(0);
  for (let node = 0; node < types.length; node++) {
    if (((types[node] as number) & TYPE) !== COMMIT) continue;
    const in_ = node < (firstNode[pack + 1] ?? 0) ? pack : packOf(firstNode, node);
    if (in_ !== pack) index = readFileSync((packs[(pack = in_)] as ObjectPlan['packs'][number]).index.path);
    const { ids: first, stride } = (packs[pack] as ObjectPlan['packs'][number]).index;
    const at = first + (positions[node] as number) * stride;
    ids.push(index.toString('hex', at, at + repo.idBytes));
  }
  for (let i = 0; i < loose.count; i++) {
    if (loose.types[i] === COMMIT) ids.push(Buffer.from(loose.ids.buffer, i * repo.idBytes, repo.idBytes).toString('hex'));
  }
  return ids;
}
