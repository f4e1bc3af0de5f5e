/**
 * The worker thread of a history scan: answers one message for each step.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import { loadCatalogue } from '../rules/catalogue.ts';
import type { ObjectPlan } from '../sources/git/plan.ts';
import { finish } from '../sources/git/steps.ts';
import { HistoryPart } from './history-part.ts';
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

const { custom, maxFileSize } = workerData as HistoryWorkerInit;
const port = parentPort!;
const part = new HistoryPart(custom ? customCatalogue(custom) : loadCatalogue(), maxFileSize);
port.on('message', ({ plan, names }: HistoryStep) =>
  port.postMessage(names ? finish(part.trees(plan, names.wanted, names.others)) : finish(part.objects(plan))),
);
