/**
 * Scans everything a repository's object store holds, reachable or not, and tells where each find stands in its life.
 * @module
 */
import type { Worker } from 'node:worker_threads';
import type { Settling } from '../detect/score/weigh.ts';
import type { History, Match } from '../model.ts';
import type { Catalogue } from '../rules/rule.ts';
import { attribute, readGraph } from '../sources/git/attribution.ts';
import type { ObjectScan } from '../sources/git/objects.ts';
import { readIndexes } from '../sources/git/indexes.ts';
import { tellMissing } from '../sources/git/missing.ts';
import { DONE, DONE_KIB, DONE_WORK, type ObjectPlan, planSteps, STOP } from '../sources/git/plan.ts';
import { estimateObjects } from '../sources/git/packlist.ts';
import { readRefs, type RefState, scanRefNames } from '../sources/git/refs.ts';
import { openRepo } from '../sources/git/repo.ts';
import { giveWay, giveWayUntil, type Steps } from '../sources/git/steps.ts';
import type { TreeScan } from '../sources/git/treescan.ts';
import type { Ledger } from '../sources/ledger.ts';
import type { ObjectOutcome } from './changes.ts';
import { type Hits, HistoryPart, hitsOf, type Part } from './history-part.ts';
import type { HistoryAnswers, HistoryStep, HistoryWorkerInit } from './history-worker.ts';
import { addRefs, placeLines, tellCut, tellPlaces } from './lives.ts';
import { ObjectScanner } from './objects.ts';
import { customRules } from './worker-catalogue.ts';

export interface HistoryOptions {
  catalogue: Catalogue;
  /** The rules differ from the built-in ones and go to the workers with their start. */
  customRules: boolean;
  /** Threads. */
  jobs: number;
  /** Larger files are told as a gap, in bytes. Default: none are. */
  maxFileSize?: number | undefined;
  /** What is told of weighed matches: where the others could be reached is not looked for. */
  settling: Settling;
  /** @param part how much of the work is done, from 0 to 1 */
  onProgress?: (objects: number, bytes: number, part: number) => void;
  /** Ends the scan early; what was found so far is returned. */
  signal?: AbortSignal;
}

/** Fewer objects than this are scanned here, before a thread would be ready. */
const FEW = 100_000;
const PROGRESS_MS = 200;

/** What a thread makes is mostly dead at once: a larger nursery would only take memory (60 MB more on rails, no time less). */
const WORKER_LIMITS = { maxYoungGenerationSizeMb: 8 };

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
  const stop = (): void => void Atomics.store(plan.control, STOP, 1);
  if (options.signal?.aborted) stop();
  options.signal?.addEventListener('abort', stop);
  const load = (counter: number): number => Atomics.load(plan.control, counter);
  const tell = setInterval(
    () => options.onProgress?.(load(DONE), load(DONE_KIB) * 1024, load(DONE_WORK) / plan.work),
    PROGRESS_MS,
  );
  try {
    const scanning = threads.objects(plan);
    const hits = await scanning.hits;
    const blobs = [...new Set(hits.flatMap((each) => each.blobs))].sort();
    const reading = threads.trees(
      plan,
      blobs,
      hits.flatMap((each) => each.otherTrees),
    );
    // What needs no trees is made while they are read.
    const contents = await scanning.contents;
    const found = contents.flatMap((part) => part.found);
    const commits = contents.map(({ scan }) => scan.commits);
    const tags = contents.map(({ scan }) => scan.tags);
    const known = await readGraph(plan, commits, tags, refs);
    const names = await reading;
    // What the threads hold makes room for the tables of attribution.
    await threads.end();
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
    const scanner = new ObjectScanner(options.catalogue);
    scanRefNames(known.refs, scanner, (ref, data, hits) => {
      for (const match of scanner.matches(data, 0, data.length, hits, ref.name)) matches.push(match);
    });
    if (found.length > 0) {
      const links = names.flatMap(({ scan }) => (scan.links ? [scan.links] : []));
      const attributions = await attribute(known, wanted, indexes, links.length === names.length ? links : undefined);
      tellCut(attributions, ledger);
      // Few of what was weighed is told: only of that it is asked who brought it in, on which line it stands, and from where
      // it can be reached.
      const told = tellPlaces(found, attributions, options.settling);
      attributions.readCommits(told.flatMap(({ history }) => [history?.first, history?.last].filter((one) => one !== undefined)));
      addRefs(told, attributions);
      for (const match of placeLines(told, found, plan, scanner, ledger)) matches.push(match);
    }
    const sum = (of: (scan: ObjectScan) => number): number => contents.reduce((total, { scan }) => total + of(scan), 0);
    return {
      matches,
      blobs: sum((scan) => scan.blobs),
      bytes: sum((scan) => scan.blobBytes),
      commits: sum((scan) => scan.commits.count),
    };
  } finally {
    clearInterval(tell);
    options.signal?.removeEventListener('abort', stop);
  }
}

/** The first step of all threads; what the second one needs comes first. */
interface Scanning {
  hits: Promise<Hits[]>;
  contents: Promise<Part<ObjectScan>[]>;
}

/** Everything in this thread. */
class Inline {
  readonly #part: HistoryPart;

  constructor({ catalogue, maxFileSize }: HistoryOptions) {
    this.#part = new HistoryPart(catalogue, maxFileSize);
  }

  objects(plan: ObjectPlan): Scanning {
    const contents = this.#run(this.#part.objects(plan));
    return { hits: contents.then((parts) => parts.map(hitsOf)), contents };
  }

  trees(plan: ObjectPlan, wanted: string[], others: string[]): Promise<Part<TreeScan>[]> {
    return this.#run(this.#part.trees(plan, wanted, others));
  }

  async #run<Result>(steps: Steps<Result>): Promise<Result[]> {
    return [await giveWay(steps)];
  }

  end(): Promise<void> {
    return Promise.resolve();
  }
}

/** Worker threads that share the plan. */
class Threads {
  readonly #workers: Worker[];
  /** Ends with the error of the first thread that has one. */
  readonly #failure: Promise<never>;

  constructor({ customRules: custom, catalogue, maxFileSize = Infinity, jobs }: HistoryOptions) {
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const workerData: HistoryWorkerInit = { maxFileSize, ...(custom && { custom: customRules(catalogue) }) };
    const url = new URL('./history-worker.js', import.meta.url);
    this.#workers = Array.from({ length: jobs }, () => new Worker(url, { workerData, resourceLimits: WORKER_LIMITS }));
    this.#failure = new Promise((_, reject) => {
      for (const worker of this.#workers) worker.once('error', reject);
    });
    // Nobody may be waiting when it happens.
    this.#failure.catch(() => undefined);
  }

  objects(plan: ObjectPlan): Scanning {
    const [hits, contents] = [this.#answers('hits'), this.#answers('contents')];
    this.#ask(() => ({ plan }));
    return { hits, contents };
  }

  trees(plan: ObjectPlan, wanted: string[], others: string[]): Promise<Part<TreeScan>[]> {
    const trees = this.#answers('trees');
    this.#ask((index) => ({ plan, names: { wanted, others: index === 0 ? others : [] } }));
    return trees;
  }

  async end(): Promise<void> {
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  #ask(step: (index: number) => HistoryStep): void {
    for (const [index, worker] of this.#workers.entries()) worker.postMessage(step(index));
  }

  /** The answers of one kind that the threads will give. */
  #answers<Kind extends keyof HistoryAnswers>(kind: Kind): Promise<HistoryAnswers[Kind][]> {
    const answers = this.#workers.map(
      (worker) =>
        new Promise<HistoryAnswers[Kind]>((resolve) => {
          const onMessage = (message: Partial<HistoryAnswers>): void => {
            const answer = message[kind];
            if (!answer) return;
            worker.off('message', onMessage);
            resolve(answer);
          };
          worker.on('message', onMessage);
        }),
    );
    const all = Promise.race([Promise.all(answers), this.#failure]);
    // Of several kinds only one may be waited for when a thread fails.
    all.catch(() => undefined);
    return all;
  }
}
