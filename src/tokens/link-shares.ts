/**
 * Tries the keys of a scan on its tokens: in this thread when that takes a moment, else in shares in threads of their own. The
 * shares and their budgets are the same however many threads there are, and so is what is found.
 * @module
 */
import { type LinkedToken, type LinkInput, type Linked, linkKeys, SCAN_LIMITS, unlikeFirst } from './links.ts';
import type { LinkWorkerInit } from './link-worker.ts';
import type { SearchLimits } from './weakkeys.ts';

const SHARES = 4;
/** Tokens times keys up to which no thread is worth its start: about 50 ms. */
const FEW = 25_000;
/** About as many keys are tried on each token anyway. */
const WELL_KNOWN = 1_000;

export interface LinkThreads {
  /** Threads. */
  jobs: number;
  /** Ends the search; tokens that were not tried yet count as untried. */
  signal?: AbortSignal | undefined;
}

/** As {@link linkKeys}, with one budget for all. */
export async function linkKeysInShares(input: LinkInput, { jobs, signal }: LinkThreads): Promise<Linked> {
  const work = input.tokens.length * (2 * input.secrets.length + WELL_KNOWN + input.privateKeys.length);
  if (work <= FEW) return linkKeys(input);
  const order = unlikeFirst(input.tokens);
  const shares = Array.from({ length: SHARES }, (_, share) => order.filter((_, turn) => turn % SHARES === share)).filter(
    (share) => share.length > 0,
  );
  const limits: SearchLimits = {
    tries: Math.floor(SCAN_LIMITS.tries / shares.length),
    bytes: Math.floor(SCAN_LIMITS.bytes / shares.length),
    checks: Math.floor(SCAN_LIMITS.checks / shares.length),
  };
  const tokens = input.tokens.map((): LinkedToken => ({ problems: [], keys: [] }));
  let untried = 0;
  let next = 0;
  const thread = async (): Promise<void> => {
    while (next < shares.length) {
      const share = shares[next++]!;
      const part = { ...input, tokens: share.map((index) => input.tokens[index]!) };
      const linked = await inThread({ input: part, limits }, signal);
      untried += linked ? linked.untried : share.length;
      for (const [i, index] of share.entries()) if (linked) tokens[index] = linked.tokens[i]!;
    }
  };
  await Promise.all(Array.from({ length: Math.min(jobs, shares.length) }, thread));
  return { tokens, untried };
}

/** @returns undefined when the thread ended without an answer, or the signal ended it */
async function inThread(init: LinkWorkerInit, signal: AbortSignal | undefined): Promise<Linked | undefined> {
  if (signal?.aborted) return undefined;
  const { Worker } = process.getBuiltinModule('node:worker_threads');
  const worker = new Worker(new URL('./link-worker.js', import.meta.url), { workerData: init });
  const stop = (): void => void worker.terminate();
  signal?.addEventListener('abort', stop);
  try {
    return await new Promise<Linked | undefined>((resolve) => {
      worker.once('message', resolve);
      worker.once('error', () => resolve(undefined));
      worker.once('exit', () => resolve(undefined));
    });
  } finally {
    signal?.removeEventListener('abort', stop);
    await worker.terminate();
  }
}
