/**
 * Which commits bring in wanted objects, and where they put them.
 * @module
 */
import { GitError } from '../../errors.ts';
import { fromBytes, toBytes } from '../../path.ts';
import { type OnEntry, readEntries } from './files.ts';
import { CHANGES, newId, parseEntry, readLog, SUBMODULE } from './gitlog.ts';
import type { CommitGraph } from './graph.ts';
import type { ObjectIds } from './ids.ts';
import { otherIndexes } from './reffiles.ts';
import type { Repo } from './repo.ts';
import type { TreeGraph } from './treegraph.ts';

/** What to look for. */
export interface Wanted {
  /** Ids of blobs, as they were given to `scanTrees`. */
  blobs: readonly string[];
  /** Ids of commits whose message is of interest. */
  commits?: ReadonlySet<string>;
  /** Ids of annotated tags. */
  tags?: ReadonlySet<string>;
  /** Names of files or folders (one part of a path, as in path.ts). */
  names?: ReadonlySet<string>;
}

/** Positions of commits in the graph that bring something in, the last commit first, and the path in each. */
export interface Sightings {
  commits: number[];
  paths: string[];
}

/** By id of a blob, or by name. */
export type SightingTable = Map<string, Sightings>;

function add(table: SightingTable, key: string, commit: number, path: string): void {
  let found = table.get(key);
  if (!found) table.set(key, (found = { commits: [], paths: [] }));
  found.commits.push(commit);
  found.paths.push(path);
}

/** What has been seen, and by the same keys where it stands in the files of HEAD. */
export interface Seen {
  sightings: SightingTable;
  inHead: Map<string, string[]>;
}

/**
 * From the trees that the scan has seen.
 * @param head position of HEAD's commit, or -1
 */
export function sightThroughTrees(trees: TreeGraph, graph: CommitGraph, { blobs, names }: Wanted, head: number): Seen {
  const sightings: SightingTable = new Map();
  const inHead = new Map<string, string[]>();
  const keyOf = (wanted: number, path: string): string =>
    wanted < 0 ? path.slice(path.lastIndexOf('/') + 1) : (blobs[wanted] as string);
  trees.sight(graph, ({ commit, path, wanted }) => {
    const text = fromBytes(path);
    const key = keyOf(wanted, text);
    if (wanted >= 0 || names?.has(key)) add(sightings, key, commit, text);
  });
  if (head >= 0) {
    trees.list(graph.trees[head] as number, (path, wanted) => addPath(inHead, keyOf(wanted, fromBytes(path)), fromBytes(path)));
  }
  return { sightings, inHead };
}

/** By comparing all commits with their parents through `git log`: slower, but memory is bounded by what is found. */
export async function sightThroughLog(repo: Repo, graph: CommitGraph, ids: ObjectIds, wanted: Wanted): Promise<Seen> {
  const sightings: SightingTable = new Map();
  if (!repo.git) return { sightings, inHead: new Map() };
  const match = matcherOf(wanted);
  let position = -1;
  const onEntry = (entry: Buffer, path: Buffer): void => {
    const id = newId(entry, repo.idBytes);
    if (/^0+$/.test(id)) return;
    match(id, path, (key, text) => {
      if (key !== id || !parseEntry(entry).before.includes(id)) add(sightings, key, position, text);
    });
  };
  const onCommit = ({ id }: { id: string }): void => {
    position = graph.positions[ids.findHex(id)] ?? -1;
  };
  const input = Array.from(graph.numbers, (number) => `${ids.hex(number)}\n`).join('');
  try {
    await readLog(
      [...CHANGES, '--no-renames', '--no-walk=unsorted', '--stdin'],
      { cwd: repo.root, input },
      { onCommit, onEntry },
    );
  } catch (error) {
    // Where objects are missing, git ends; what it could tell is told. That they are missing, the scan has found.
    if (!(error instanceof GitError)) throw error;
  }
  return { sightings, inHead: await pathsIn(repo, ['ls-tree', '-r', '-z', '--full-tree', 'HEAD'], wanted) };
}

/** Where wanted objects and names stand in the indexes of all work trees. */
export async function pathsInIndexes(repo: Repo, wanted: Wanted): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const match = matcherOf(wanted);
  await readIndexes(repo, (id, path) => match(id, path, (key, text) => addPath(found, key, text)));
  return found;
}

/** Ids of files that an index holds and the store has not. */
export async function missingInIndexes(repo: Repo, ids: ObjectIds): Promise<string[]> {
  const missing = new Set<string>();
  await readIndexes(repo, (id, _, mode) => {
    if (mode !== SUBMODULE && !EMPTY_BLOBS.has(id) && ids.findHex(id) < 0) missing.add(id);
  });
  return [...missing];
}

/** Of a file that is only announced (`git add --intent-to-add`) nothing is stored. */
const EMPTY_BLOBS = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
]);

async function readIndexes(repo: Repo, onEntry: OnEntry): Promise<void> {
  if (!repo.git) return;
  const args = ['ls-files', '-s', '-z', '--full-name', ':/'];
  if (!repo.bare) await listed(repo, args, onEntry);
  for (const index of otherIndexes(repo)) await listed(repo, args, onEntry, { GIT_INDEX_FILE: index });
}

/** Where a file stands in the files of HEAD. */
async function pathsIn(repo: Repo, args: string[], wanted: Wanted): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const match = matcherOf(wanted);
  await listed(repo, args, (id, path) => match(id, path, (key, text) => addPath(found, key, text)));
  return found;
}

/** Gives what git lists; nothing where there is no HEAD. */
async function listed(
  repo: Repo,
  args: string[],
  onEntry: OnEntry,
  environment: Readonly<Record<string, string>> = {},
): Promise<void> {
  try {
    await readEntries(args, { cwd: repo.root, environment }, onEntry);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
}

type Matcher = (id: string, path: Buffer, onMatch: (key: string, path: string) => void) => void;

/** Tells for an object at a path the keys under which it is wanted, and the path up to there. */
function matcherOf(wanted: Wanted): Matcher {
  const blobs = new Set(wanted.blobs);
  const names = Array.from(wanted.names ?? [], (name) => ({ name, bytes: toBytes(name) }));
  return (id, path, onMatch) => {
    if (blobs.has(id)) onMatch(id, fromBytes(path));
    for (const { name, bytes } of names) {
      if (!path.includes(bytes)) continue;
      const parts = fromBytes(path).split('/');
      const at = parts.indexOf(name);
      if (at >= 0) onMatch(name, parts.slice(0, at + 1).join('/'));
    }
  };
}

function addPath(paths: Map<string, string[]>, key: string, path: string): void {
  const known = paths.get(key);
  if (!known) paths.set(key, [path]);
  else if (known.at(-1) !== path) known.push(path);
}
