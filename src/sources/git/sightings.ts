/**
 * Which commits bring in wanted objects, and where they put them.
 * @module
 */
import { GitError } from '../../errors.ts';
import { fromBytes, toBytes } from '../../path.ts';
import { readEntries } from './files.ts';
import { CHANGES, newId, parseEntry, readLog } from './gitlog.ts';
import type { CommitGraph } from './graph.ts';
import type { ObjectIds } from './ids.ts';
import type { IndexFinds } from './indexes.ts';
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
  trees.sight(graph, ({ commit, path, wanted }) => {
    const [key, text] = keyed(blobs, path, wanted);
    if (wanted >= 0 || names?.has(key)) add(sightings, key, commit, text);
  });
  if (head >= 0) trees.list(graph.trees[head] as number, (path, wanted) => addPath(inHead, ...keyed(blobs, path, wanted)));
  return { sightings, inHead };
}

/** The key of something wanted that the trees tell of, and its path. */
function keyed(blobs: readonly string[], path: Buffer, wanted: number): [key: string, path: string] {
  const text = fromBytes(path);
  return [wanted < 0 ? text.slice(text.lastIndexOf('/') + 1) : (blobs[wanted] as string), text];
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
  return { sightings, inHead: await pathsInTree(repo, 'HEAD', wanted) };
}

/**
 * Where wanted objects and names stand in the indexes, those too that stand in a folder of a sparse one.
 * @param trees those that the scan has seen; without them git is asked
 */
export async function pathsInIndexes(
  repo: Repo,
  { paths, folders }: IndexFinds,
  ids: ObjectIds,
  wanted: Wanted,
  trees: TreeGraph | undefined,
): Promise<Map<string, string[]>> {
  for (const { path: folder, tree } of folders) {
    if (trees) {
      trees.list(ids.findHex(tree), (path, place) => {
        const [key, text] = keyed(wanted.blobs, path, place);
        addPath(paths, key, folder + text);
      });
    } else if (repo.git) {
      for (const [key, found] of await pathsInTree(repo, tree, wanted))
        for (const path of found) addPath(paths, key, folder + path);
    }
  }
  return paths;
}

/** Where wanted objects and names stand in a tree, as git lists it; nothing where there is none. */
async function pathsInTree(repo: Repo, tree: string, wanted: Wanted): Promise<Map<string, string[]>> {
  const found = new Map<string, string[]>();
  const match = matcherOf(wanted);
  try {
    await readEntries(['ls-tree', '-r', '-z', '--full-tree', tree], { cwd: repo.root }, (id, path) =>
      match(id, path, (key, text) => addPath(found, key, text)),
    );
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  return found;
}

export type Matcher = (id: string, path: Buffer, onMatch: (key: string, path: string) => void) => void;

/** Tells for an object at a path the keys under which it is wanted, and the path up to there. */
export function matcherOf(wanted: Wanted): Matcher {
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

export function addPath(paths: Map<string, string[]>, key: string, path: string): void {
  const known = paths.get(key);
  if (!known) paths.set(key, [path]);
  else if (known.at(-1) !== path) known.push(path);
}
