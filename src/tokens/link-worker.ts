/**
 * The worker thread that tries keys on tokens: does one share of the work and answers with it.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import { type LinkInput, linkKeys } from './links.ts';
import type { SearchLimits } from './weakkeys.ts';

export interface LinkWorkerInit {
  input: LinkInput;
  limits: SearchLimits;
}

const { input, limits } = workerData as LinkWorkerInit;
parentPort!.postMessage(linkKeys(input, limits));
