/**
 * Which commits bring in wanted objects, and where they put them.
 * @module
 */
import { GitError } from '../../errors.ts';
import { fromBytes, toBytes } from '../../path.ts';
import { CHANGES, newId, parseEntry, readLog } from './gitlog.ts';
import type { CommitGraph } from './graph.ts';
import type { ObjectIds } from './ids.ts';
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

/** From the trees that the scan has seen. */
export function sightThroughTrees(trees: TreeGraph, graph: CommitGraph, { blobs, names }: Wanted): SightingTable {
  const table: SightingTable = new Map();
  trees.sight(graph, ({ commit, path, wanted }) => {
    const text = fromBytes(path);
    const key = wanted < 0 ? text.slice(text.lastIndexOf('/') + 1) : (blobs[wanted] as string);
    if (wanted >= 0 || names?.has(key)) add(table, key, commit, text);
  });
  return table;
}

/** By comparing all commits with their parents through `git log`: slower, but memory is bounded by what is found. */
export async function sightThroughLog(cwd: string, graph: CommitGraph, ids: ObjectIds, wanted: Wanted): Promise<SightingTable> {
  const table: SightingTable = new Map();
  const blobs = new Set(wanted.blobs);
  const names = Array.from(wanted.names ?? [], (name) => ({ name, bytes: toBytes(name) }));
  let position = -1;
  const onEntry = (entry: Buffer, path: Buffer): void => {
    const id = newId(entry, graph.idBytes);
    const isWanted = blobs.has(id);
    const named = names.filter(({ bytes }) => path.includes(bytes));
    if (!isWanted && named.length === 0) return;
    const text = fromBytes(path);
    if (isWanted && !parseEntry(entry).before.includes(id)) add(table, id, position, text);
    const parts = text.split('/');
    for (const { name } of named) {
      const at = parts.indexOf(name);
      if (at >= 0 && !/^0+$/.test(id)) add(table, name, position, parts.slice(0, at + 1).join('/'));
    }
  };
  const onCommit = ({ id }: { id: string }): void => {
    position = graph.positions[ids.findHex(id)] ?? -1;
  };
  const input = Array.from(graph.numbers, (number) => `${ids.hex(number)}\n`).join('');
  try {
    await readLog([...CHANGES, '--no-renames', '--no-walk=unsorted', '--stdin'], { cwd, input }, { onCommit, onEntry });
  } catch (error) {
    // Where objects are missing, git ends; what it could tell is told. That they are missing, the scan has found.
    if (!(error instanceof GitError)) throw error;
  }
  return table;
}
