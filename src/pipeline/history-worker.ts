/**
 * The worker thread of a history scan: answers one message for each step.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import type { Settling } from '../detect/score/weigh.ts';
import { loadCatalogue } from '../rules/catalogue.ts';
import type { ObjectScan } from '../sources/git/objects.ts';
import { type ObjectPlan, planObjects } from '../sources/git/plan.ts';
import type { Repo } from '../sources/git/repo.ts';
import { finish } from '../sources/git/steps.ts';
import type { TreeScan } from '../sources/git/treescan.ts';
import { SILENT } from '../sources/ledger.ts';
import { type Hits, HistoryPart, hitsOf, type Part, type Paths, type ScreenPart } from './history-part.ts';
import { type CustomRules, customCatalogue } from './worker-catalogue.ts';

export interface HistoryWorkerInit {
  custom?: CustomRules;
  maxFileSize: number;
  settling: Settling;
}

/** A plan is to be made, or worked on. */
export type HistoryStep = { repo: Repo } | PlanStep;

/** Contents, then names; or only some contents and messages are to be looked through. */
export interface PlanStep {
  plan: ObjectPlan;
  paths?: Paths;
  names?: { wanted: string[]; others: string[] };
}

/** The answer to a step. To that about contents there are two: what the one about names needs goes before the rest. */
export interface HistoryAnswers {
  made: ObjectPlan;
  screened: ScreenPart;
  hits: Hits;
  contents: Part<ObjectScan>;
  trees: Part<TreeScan>;
}

const { custom, maxFileSize, settling } = workerData as HistoryWorkerInit;
const port = parentPort!;
const part = new HistoryPart(custom ? customCatalogue(custom) : loadCatalogue(), maxFileSize);
const answer = <Kind extends keyof HistoryAnswers>(kind: Kind, what: HistoryAnswers[Kind], columns: object = {}): void =>
  port.postMessage({ [kind]: what }, buffersOf(columns));
port.on('message', (step: HistoryStep) => {
  if ('repo' in step) return answer('made', planObjects(step.repo, SILENT));
  const { plan, paths, names } = step;
  if (paths) {
    answer('screened', finish(part.screen(plan, paths, settling)));
  } else if (names) {
    const trees = finish(part.trees(plan, names.wanted, names.others));
    answer('trees', trees, { ...trees.scan.links, ...trees.scan.links?.texts });
  } else {
    const contents = finish(part.objects(plan));
    answer('hits', hitsOf(contents, settling));
    answer('contents', contents, contents.scan.commits);
  }
});

/** The memory of columns, to be handed over instead of copied. */
function buffersOf(columns: object): ArrayBuffer[] {
  return Object.values(columns).flatMap((column) => (ArrayBuffer.isView(column) ? [column.buffer as ArrayBuffer] : []));
}
