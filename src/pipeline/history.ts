/**
 * Scans everything a repository's object store holds, reachable or not, and tells where each find stands in its life.
 * @module
 */
import type { History, Match } from '../model.ts';
import type { Catalogue } from '../rules/rule.ts';
import { type Attribution, attribute } from '../sources/git/attribution.ts';
import { type ObjectSink, scanObjects } from '../sources/git/objects.ts';
import { planObjects } from '../sources/git/plan.ts';
import { readRefs, scanRefNames } from '../sources/git/refs.ts';
import { openRepo } from '../sources/git/repo.ts';
import { scanTrees } from '../sources/git/treescan.ts';
import type { Ledger } from '../sources/ledger.ts';
import type { ObjectOutcome } from './changes.ts';
import { ObjectScanner } from './objects.ts';

/** A match before it is known where its object stood. */
interface Found {
  match: Match;
  where: History['where'];
  /** Id of the object, or the name itself. */
  key: string;
}

/** @throws UsageError outside of a repository */
export async function scanHistory(
  catalogue: Catalogue,
  cwd: string,
  ledger: Ledger,
): Promise<ObjectOutcome & { commits: number }> {
  const repo = openRepo(cwd, ledger);
  const refs = readRefs(repo.root);
  const plan = planObjects(repo, ledger);
  const scanner = new ObjectScanner(catalogue);
  const found: Found[] = [];
  const wanted = { commits: new Set<string>(), tags: new Set<string>(), names: new Set<string>() };
  const sets = { 'commit-message': wanted.commits, 'tag-message': wanted.tags, path: wanted.names };
  const sink: ObjectSink = {
    onBlob(id, data, start, end, hits) {
      for (const match of scanner.matches(data, start, end, hits, '')) found.push({ match, where: 'blob', key: id });
    },
    onText(where, id, data, start, end, hits) {
      const key = where === 'path' ? data.toString('utf8', start, end) : id;
      sets[where].add(key);
      for (const match of scanner.matches(data, start, end, hits, '')) found.push({ match, where, key });
    },
  };
  const objects = scanObjects(plan, scanner, sink, ledger);
  const blobs = [...new Set(found.filter(({ where }) => where === 'blob').map(({ key }) => key))];
  const others = objects.otherTrees;
  const { links, missing } = scanTrees(plan, scanner, sink, ledger, { wanted: blobs, links: true, others });
  for (const id of missing) ledger.skip('missing-object', id, !repo.promisor);

  const state = await refs;
  const matches: Match[] = [];
  scanRefNames(state, scanner, (ref, data, hits) => {
    for (const match of scanner.matches(data, 0, data.length, hits, ref.name)) matches.push(match);
  });
  if (found.length > 0) {
    const told = await attribute(plan, { blobs, ...wanted }, { commits: [objects.commits], links: links && [links] }, refs);
    for (const one of found) matches.push(...placesOf(one, told.get(one.key)));
  }
  const { blobs: scanned, blobBytes: bytes, commits } = objects;
  return { matches, blobs: scanned, bytes, commits: commits.count };
}

/** The match at every path its object stood at. */
function placesOf({ match, where, key }: Found, attribution: Attribution | undefined): Match[] {
  const history = attribution && historyOf(attribution, where);
  const label = { 'commit-message': `commit ${key}`, 'tag-message': `tag ${key}`, path: key };
  const paths = where === 'blob' || where === 'note' ? (attribution?.paths ?? []) : [label[where]];
  // An object that nothing names any more is told by its id.
  const blob = where === 'blob' && { blob: key };
  const commit = attribution?.first && { commit: attribution.first.id };
  const placed: Match[] = [];
  for (const path of paths.length > 0 ? paths : [`object ${key}`]) {
    placed.push({ ...match, location: { ...match.location, path, ...blob, ...commit }, ...(history && { history }) });
  }
  return placed;
}

function historyOf(told: Attribution, where: History['where']): NonNullable<Match['history']> {
  const { first, last, firstRank, lastRank, inHead, refs, reach } = told;
  return {
    ...(first && { first }),
    ...(last && { last }),
    firstRank,
    lastRank,
    inHead,
    refs,
    reachable: reach !== 'unreachable',
    where: told.note ? 'note' : where,
  };
}
