/**
 * The worker thread of a history scan: answers one message for each step.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import { loadCatalogue } from '../rules/catalogue.ts';
import type { ObjectScan } from '../sources/git/objects.ts';
import type { ObjectPlan } from '../sources/git/plan.ts';
import { finish } from '../sources/git/steps.ts';
import type { TreeScan } from '../sources/git/treescan.ts';
import { type Hits, HistoryPart, hitsOf, type Part } from './history-part.ts';
import { type CustomRules, customCatalogue } from './worker-catalogue.ts';

export interface HistoryWorkerInit {
  custom?: CustomRules;
  maxFileSize: number;
}

/** Without `names` the first step. */
export interface HistoryStep {
  plan: ObjectPlan;
  names?: { wanted: string[]; others: string[] };
}

/** The answer to the second step, or the two answers to the first one: what the second one needs goes before the rest. */
export interface HistoryAnswers {
  hits: Hits;
  contents: Part<ObjectScan>;
  trees: Part<TreeScan>;
}

const { custom, maxFileSize } = workerData as HistoryWorkerInit;
const port = parentPort!;
const part = new HistoryPart(custom ? customCatalogue(custom) : loadCatalogue(), maxFileSize);
const answer = <Kind extends keyof HistoryAnswers>(kind: Kind, what: HistoryAnswers[Kind], columns: object = {}): void =>
  port.postMessage({ [kind]: what }, buffersOf(columns));
port.on('message', ({ plan, names }: HistoryStep) => {
  if (names) {
    const trees = finish(part.trees(plan, names.wanted, names.others));
    answer('trees', trees, { ...trees.scan.links, ...trees.scan.links?.texts });
  } else {
    const contents = finish(part.objects(plan));
    answer('hits', hitsOf(contents));
    answer('contents', contents, contents.scan.commits);
  }
});

/** The memory of columns, to be handed over instead of copied. */
function buffersOf(columns: object): ArrayBuffer[] {
  return Object.values(columns).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : []));
}
