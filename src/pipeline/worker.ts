/**
 * The worker thread: takes batches of files, answers with what became of them.
 * @module
 */
import { parentPort, workerData } from 'node:worker_threads';
import { loadCatalogue } from '../rules/catalogue.ts';
import type { FileEntry } from '../sources/entry.ts';
import { type CustomRules, customCatalogue } from './worker-catalogue.ts';
import { emptyOutcome, FileScanner, type FileLimits, type Outcome } from './file.ts';

export interface WorkerInit {
  /** Compiled rules and packed tables where they differ from the built-in ones; else the worker reads those itself. */
  custom?: CustomRules;
  limits: FileLimits;
  /**
   * Shared with the pool: index of the file at work in its batch (-1 none), a counter that grows while it lives, and the
   * kilobytes of the batch that are scanned so far.
   */
  pulse: Int32Array;
}

export type ToWorker = { batch: number; files: FileEntry[] };
export type FromWorker = { ready: true } | { batch: number; outcome: Outcome };

const init = workerData as WorkerInit;
const port = parentPort!;
const catalogue = init.custom ? customCatalogue(init.custom) : loadCatalogue();
const scanner = new FileScanner(catalogue, init.limits);

port.on('message', ({ batch, files }: ToWorker) => {
  const outcome = emptyOutcome();
  for (let i = 0; i < files.length; i++) {
    Atomics.store(init.pulse, 0, i);
    Atomics.add(init.pulse, 1, 1);
    scanner.scan(files[i]!, outcome, true, () => {
      Atomics.add(init.pulse, 1, 1);
      Atomics.store(init.pulse, 2, outcome.bytes / 1024);
    });
  }
  Atomics.store(init.pulse, 0, -1);
  Atomics.store(init.pulse, 2, 0);
  port.postMessage({ batch, outcome } satisfies FromWorker);
});
port.postMessage({ ready: true } satisfies FromWorker);
