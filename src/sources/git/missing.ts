/**
 * What a repository names and has not: a partial or shallow clone, or damage. Whoever scans a repository that is not all
 * there must not call it clean.
 * @module
 */
import type { Ledger } from '../ledger.ts';
import type { CommitRecords, TagRecords } from './commits.ts';
import type { Repo } from './repo.ts';
import type { TreeScan } from './treescan.ts';

/** Trees without entries need not be stored: git knows them. */
const EMPTY_TREES = new Set([
  '4b825dc642cb6eb9a060e54bf8d69288fbee4904',
  '6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321',
]);

/** Ids of objects that are named and not in the store, by who names them. */
interface MissingObjects {
  commits: readonly Pick<CommitRecords, 'missingTrees' | 'missingParents'>[];
  tags: readonly Pick<TagRecords, 'missing'>[];
  trees: readonly Pick<TreeScan, 'missing'>[];
  refs: readonly string[];
  indexes: readonly string[];
}

/** Tells the ledger of missing objects, each once. */
export function tellMissing(
  { shallow }: Pick<Repo, 'shallow'>,
  { commits, tags, trees, refs, indexes }: MissingObjects,
  ledger: Ledger,
): void {
  const missing = new Set([
    ...trees.flatMap((scan) => scan.missing),
    ...commits.flatMap(({ missingTrees }) => missingTrees),
    ...tags.flatMap((records) => records.missing),
    ...refs,
    ...indexes,
  ]);
  const parents = new Set(commits.flatMap(({ missingParents }) => missingParents));
  for (const id of missing) if (!EMPTY_TREES.has(id)) ledger.skip('missing-object', id, true);
  for (const id of parents) if (!missing.has(id)) ledger.skip('missing-object', shallow ? `${id} (shallow clone)` : id, true);
}
