/**
 * What the indexes of all work trees of a repository hold: its own one, or that which the environment names, and those of the
 * others.
 * @module
 */
import { join } from 'node:path';
import { fromBytes } from '../../path.ts';
import type { Ledger } from '../ledger.ts';
import { isAbsent } from './gitdir.ts';
import type { ObjectIds } from './ids.ts';
import { type IndexBudget, IndexBudgetError, type IndexEntry, readIndexFile, SUBMODULE, TREE } from './indexfile.ts';
import { otherIndexes } from './reffiles.ts';
import type { Repo } from './repo.ts';
import { addPath, matcherOf, type Wanted } from './sightings.ts';
import { namedIndex } from './spawn.ts';
import type { Steps } from './steps.ts';

/** Enough for fifty million files. */
const MOST = 2 ** 32;

/** What was looked for in indexes. */
export interface IndexFinds {
  /** Ids of objects that an index names and the store has not. */
  missing: string[];
  /** Where wanted objects and names stand. */
  paths: Map<string, string[]>;
  /** Folders of sparse indexes, for what stands in their trees. */
  folders: { path: string; tree: string }[];
}

/** Of a file that is only announced (`git add --intent-to-add`) nothing is stored. */
const EMPTY_BLOBS = new Set([
  'e69de29bb2d1d6434b8b29ae775ad8c2e48c5391',
  '473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813',
]);

/**
 * Reads each index once.
 * @param ledger is told of those that are there and cannot be read, or not to their end: what could be read is given
 */
export function* readIndexes(repo: Repo, ids: ObjectIds, wanted: Wanted, ledger: Ledger): Steps<IndexFinds> {
  const missing = new Set<string>();
  const paths: IndexFinds['paths'] = new Map();
  const folders: IndexFinds['folders'] = [];
  const match = matcherOf(wanted);
  const onEntry = ({ mode, id, path }: IndexEntry): void => {
    const hex = id.toString('hex');
    if (mode !== SUBMODULE && !EMPTY_BLOBS.has(hex) && ids.find(id, 0) < 0) missing.add(hex);
    if (mode === TREE) folders.push({ path: fromBytes(path), tree: hex });
    match(hex, path, (key, text) => addPath(paths, key, text));
  };
  const budget: IndexBudget = { left: MOST };
  for (const { file, shared } of indexesOf(repo)) {
    try {
      yield* readIndexFile(file, shared, repo.idBytes, budget, onEntry);
    } catch (error) {
      if (!isAbsent(error)) ledger.skip(error instanceof IndexBudgetError ? 'too-large' : 'unreadable', file, true);
    }
  }
  return { missing: [...missing], paths, folders };
}

/** The files, and where the shared ones are that they may name. */
function indexesOf(repo: Repo): { file: string; shared: string }[] {
  const own = namedIndex(repo.root) ?? join(repo.gitDir, 'index');
  const others = otherIndexes(repo).map((file) => ({ file, shared: join(file, '..') }));
  return [{ file: own, shared: repo.gitDir }, ...others];
}
