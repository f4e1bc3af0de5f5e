/**
 * Scans everything a repository's object store holds, reachable or not, and tells where each find stands in its life.
 * @module
 */
import type { Settling } from '../detect/score/weigh.ts';
import type { History, Match } from '../model.ts';
import { attribute, readGraph } from '../sources/git/attribution.ts';
import type { ObjectScan } from '../sources/git/objects.ts';
import { readIndexes } from '../sources/git/indexes.ts';
import { tellMissing } from '../sources/git/missing.ts';
import { type ObjectPlan, planSteps } from '../sources/git/plan.ts';
import { estimateObjects } from '../sources/git/packlist.ts';
import { readRefs, type RefState, scanRefNames } from '../sources/git/refs.ts';
import { openRepo } from '../sources/git/repo.ts';
import { giveWay, giveWayUntil } from '../sources/git/steps.ts';
import type { Ledger } from '../sources/ledger.ts';
import type { ObjectOutcome } from './changes.ts';
import { follow, type Following, Inline, type ThreadOptions, Threads } from './history-threads.ts';
import { onlySecrets, tellable } from './history-part.ts';
import { addRefs, placeLines, tellCut, tellPlaces } from './lives.ts';

export interface HistoryOptions extends ThreadOptions, Following {
  settling: Settling;
}

/** Fewer objects than this are scanned here, before a thread would be ready. */
const FEW = 100_000;

/** @throws UsageError outside of a repository */
export async function scanHistory(
  cwd: string,
  options: HistoryOptions,
  ledger: Ledger,
): Promise<ObjectOutcome & { commits: number }> {
  const repo = openRepo(cwd, ledger);
  const refs = readRefs(repo, ledger);
  // Threads get ready while the plan is made.
  const several = options.jobs > 1 && estimateObjects(repo.objectDirs, repo.idBytes) >= FEW;
  const threads = several ? new Threads(options) : new Inline(options);
  try {
    const plan = await giveWayUntil(planSteps(repo, ledger), options.signal);
    return plan ? await scanPlan(plan, threads, refs, options, ledger) : { matches: [], blobs: 0, bytes: 0, commits: 0 };
  } finally {
    await threads.end();
  }
}

async function scanPlan(
  plan: ObjectPlan,
  threads: Threads | Inline,
  refs: Promise<RefState>,
  options: HistoryOptions,
  ledger: Ledger,
): Promise<ObjectOutcome & { commits: number }> {
  const endFollowing = follow(plan, options);
  try {
    const scanning = threads.objects(plan);
    const hits = await scanning.hits;
    const { secrets, blobs } = tellable(hits);
    const reading = threads.trees(
      plan,
      blobs,
      hits.flatMap((each) => each.otherTrees),
    );
    // What needs no trees is made while they are read.
    const contents = await scanning.contents;
    const found = contents.flatMap((part) => onlySecrets(part.found, secrets));
    const commits = contents.map(({ scan }) => scan.commits);
    const tags = contents.map(({ scan }) => scan.tags);
    const known = await readGraph(plan, commits, tags, refs);
    const names = await reading;
    const { tools } = threads;
    // What the other threads hold makes room for the tables of attribution, while these are made.
    void threads.end();
    for (const part of names) for (const one of part.found) found.push(one);
    for (const { skipped } of [...contents, ...names])
      for (const { reason, path, gap } of skipped) ledger.skip(reason, path, gap);
    const texts = [...contents, ...names].flatMap((part) => part.texts);
    const keys = (kind: History['where']): Set<string> =>
      new Set(texts.filter(({ where }) => where === kind).map(({ key }) => key));
    const wanted = { blobs, commits: keys('commit-message'), tags: keys('tag-message'), names: keys('path') };
    const indexes = await giveWay(readIndexes(plan.repo, known.ids, wanted, ledger));
    const missing = {
      commits,
      tags,
      trees: names.map(({ scan }) => scan),
      refs: known.refs.refs.flatMap(({ id }) => (id !== '' && known.ids.findHex(id) < 0 ? [id] : [])),
      indexes: indexes.missing,
    };
    tellMissing(plan.repo, missing, ledger);

    const matches: Match[] = [];
    scanRefNames(known.refs, tools.scanner, (ref, data, hits) => {
      for (const match of tools.scanner.matches(data, 0, data.length, hits, ref.name)) matches.push(match);
    });
    if (found.length > 0) {
      const links = names.flatMap(({ scan }) => (scan.links ? [scan.links] : []));
      const isLinked = links.length === names.length;
      const attributions = await attribute(known, wanted, indexes, isLinked ? links : undefined, tools.workspace);
      tellCut(attributions, ledger);
      // Few of what was weighed is told: only of that it is asked who brought it in, on which line it stands, and from where
      // it can be reached.
      const told = tellPlaces(found, attributions, options.settling);
      attributions.readCommits(told.flatMap(({ history }) => [history?.first, history?.last].filter((one) => one !== undefined)));
      addRefs(told, attributions);
      for (const match of placeLines(told, found, plan, tools, ledger)) matches.push(match);
    }
    const sum = (of: (scan: ObjectScan) => number): number => contents.reduce((total, { scan }) => total + of(scan), 0);
    return {
      matches,
      blobs: sum((scan) => scan.blobs),
      bytes: sum((scan) => scan.blobBytes),
      commits: sum((scan) => scan.commits.count),
    };
  } finally {
    endFollowing();
  }
}
