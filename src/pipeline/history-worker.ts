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
  plan: ObjectPlan;
  custom?: CustomRules;
}

/** Undefined: the first step. */
export type HistoryStep = { wanted: string[]; others: string[] } | undefined;

const init = workerData as HistoryWorkerInit;
const port = parentPort!;
const part = new HistoryPart(init.plan, init.custom ? customCatalogue(init.custom) : loadCatalogue());
port.on('message', (step: HistoryStep) =>
  port.postMessage(step ? finish(part.trees(step.wanted, step.others)) : finish(part.objects())),
);
