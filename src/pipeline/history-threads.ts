/**
 * Who does the work on a plan of objects: worker threads that share it, or this thread alone.
 * @module
 */
import type { Worker } from 'node:worker_threads';
import type { Settling } from '../detect/score/weigh.ts';
import type { Catalogue } from '../rules/rule.ts';
import type { ObjectScan } from '../sources/git/objects.ts';
import { DONE, DONE_KIB, DONE_WORK, type ObjectPlan, planSteps, STOP } from '../sources/git/plan.ts';
import type { Repo } from '../sources/git/repo.ts';
import { giveWay, type Steps } from '../sources/git/steps.ts';
import type { TreeScan } from '../sources/git/treescan.ts';
import { SILENT } from '../sources/ledger.ts';
import { type Hits, HistoryPart, hitsOf, type Part, type Paths, type ScreenPart, type Tools } from './history-part.ts';
import type { HistoryAnswers, HistoryStep, HistoryWorkerInit, PlanStep } from './history-worker.ts';
import { customRules } from './worker-catalogue.ts';

export interface ThreadOptions {
  catalogue: Catalogue;
  /** The rules differ from the built-in ones and go to the workers with their start. */
  customRules: boolean;
  /** Threads. */
  jobs: number;
  /** Larger files are told as a gap, in bytes. Default: none are. */
  maxFileSize?: number | undefined;
  /** What is told of weighed matches: where the others could be reached is not looked for. */
  settling?: Settling | undefined;
}

/** What a thread makes is mostly dead at once: a larger nursery would only take memory (60 MB more on rails, no time less). */
const WORKER_LIMITS = { maxYoungGenerationSizeMb: 8 };
const PROGRESS_MS = 200;

export interface Following {
  /** @param part how much of the work is done, from 0 to 1 */
  onProgress?: ((objects: number, bytes: number, part: number) => void) | undefined;
  /** Ends the work early. */
  signal?: AbortSignal | undefined;
}

/** Tells how work on a plan goes on, and ends it early when that is wanted; gives what ends this. */
export function follow(plan: ObjectPlan, { onProgress, signal }: Following): () => void {
  const stop = (): void => void Atomics.store(plan.control, STOP, 1);
  if (signal?.aborted) stop();
  signal?.addEventListener('abort', stop);
  const load = (counter: number): number => Atomics.load(plan.control, counter);
  const tell = setInterval(() => onProgress?.(load(DONE), load(DONE_KIB) * 1024, load(DONE_WORK) / plan.work), PROGRESS_MS);
  return () => {
    clearInterval(tell);
    signal?.removeEventListener('abort', stop);
  };
}

/** The first step of all threads; what the second one needs comes first. */
export interface Scanning {
  hits: Promise<Hits[]>;
  contents: Promise<Part<ObjectScan>[]>;
}

/** Everything in this thread. */
export class Inline {
  readonly #part: HistoryPart;
  readonly #settling: Settling;

  constructor({ catalogue, maxFileSize, settling = {} }: ThreadOptions) {
    this.#settling = settling;
    this.#part = new HistoryPart(catalogue, maxFileSize);
  }

  /** See HistoryPart. */
  get tools(): Tools {
    return this.#part.tools;
  }

  objects(plan: ObjectPlan): Scanning {
    const contents = this.#run(this.#part.objects(plan));
    return { hits: contents.then((parts) => parts.map((part) => hitsOf(part, this.#settling))), contents };
  }

  /** The plan of a repository. What cannot be read is not told. */
  plan(repo: Repo): Promise<ObjectPlan> {
    return giveWay(planSteps(repo, SILENT));
  }

  /** See HistoryPart.screen. */
  screen(plan: ObjectPlan, paths: Paths): Promise<ScreenPart[]> {
    return this.#run(this.#part.screen(plan, paths, this.#settling));
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

/** Worker threads that share the plan, and this thread, which would only wait for them: it is one to start less. */
export class Threads {
  readonly #options: ThreadOptions;
  /** This thread's part; made when the others have their work. */
  #inline: Inline | undefined;
  /** The plan at hand. */
  #plan: ObjectPlan | undefined;
  readonly #workers: Worker[];
  /** Ends with the error of the first thread that has one. */
  readonly #failure: Promise<never>;

  constructor(options: ThreadOptions) {
    this.#options = options;
    const { customRules: custom, catalogue, maxFileSize = Infinity, settling = {}, jobs } = options;
    const { Worker } = process.getBuiltinModule('node:worker_threads');
    const workerData: HistoryWorkerInit = { maxFileSize, settling, ...(custom && { custom: customRules(catalogue) }) };
    const url = new URL('./history-worker.js', import.meta.url);
    this.#workers = Array.from({ length: jobs - 1 }, () => new Worker(url, { workerData, resourceLimits: WORKER_LIMITS }));
    this.#failure = new Promise((_, reject) => {
      for (const worker of this.#workers) worker.once('error', reject);
    });
    // Nobody may be waiting when it happens.
    this.#failure.catch(() => undefined);
  }

  /** Those of this thread. */
  get tools(): Tools {
    return this.#own.tools;
  }

  objects(plan: ObjectPlan): Scanning {
    const [hits, contents] = [this.#answers('hits'), this.#answers('contents')];
    this.#ask(plan, {});
    const own = this.#own.objects(plan);
    return { hits: both(own.hits, hits), contents: both(own.contents, contents) };
  }

  /** As in Inline, by one of them while this thread goes on. */
  async plan(repo: Repo): Promise<ObjectPlan> {
    const [first] = this.#workers;
    const plans = this.#answers('made', [first!]);
    first!.postMessage({ repo } satisfies HistoryStep);
    const [plan] = await plans;
    return plan!;
  }

  /** See HistoryPart.screen. */
  screen(plan: ObjectPlan, paths: Paths): Promise<ScreenPart[]> {
    const screened = this.#answers('screened');
    this.#ask(plan, { paths });
    return both(this.#own.screen(plan, paths), screened);
  }

  trees(plan: ObjectPlan, wanted: string[], others: string[]): Promise<Part<TreeScan>[]> {
    const trees = this.#answers('trees');
    this.#ask(plan, { names: { wanted, others: [] } });
    return both(this.#own.trees(plan, wanted, others), trees);
  }

  async end(): Promise<void> {
    // This thread's work, if another one has failed.
    if (this.#plan) Atomics.store(this.#plan.control, STOP, 1);
    this.#inline = undefined;
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }

  get #own(): Inline {
    return (this.#inline ??= new Inline(this.#options));
  }

  #ask(plan: ObjectPlan, step: Omit<PlanStep, 'plan'>): void {
    this.#plan = plan;
    for (const worker of this.#workers) worker.postMessage({ plan, ...step } satisfies HistoryStep);
  }

  /** The answers of one kind that the threads, or some of them, will give. */
  #answers<Kind extends keyof HistoryAnswers>(kind: Kind, workers = this.#workers): Promise<HistoryAnswers[Kind][]> {
    const answers = workers.map(
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

/** What this thread and the others give, or the error of the first that has one. */
async function both<Answer>(own: Promise<Answer[]>, others: Promise<Answer[]>): Promise<Answer[]> {
  const [mine, theirs] = await Promise.all([own, others]);
  return [...mine, ...theirs];
}
