/**
 * Long work that can be paused: a generator that yields now and then and returns its result.
 * @module
 */
export type Steps<Result> = Generator<void, Result, void>;

/** Does the work in one go: in a thread that has nothing else to look after. */
export function finish<Result>(steps: Steps<Result>): Result {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/** Does the work while signals, timers and input are served between the steps. */
export async function giveWay<Result>(steps: Steps<Result>): Promise<Result> {
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}

/** As `giveWay`, but leaves the work where it is once the signal says so; then there is no result. */
export async function giveWayUntil<Result>(steps: Steps<Result>, signal: AbortSignal | undefined): Promise<Result | undefined> {
  for (;;) {
    if (signal?.aborted) {
      // What it holds open is closed.
      steps.return(undefined as Result);
      return undefined;
    }
    const { done, value } = steps.next();
    if (done) return value;
    await new Promise((resolve) => setImmediate(resolve));
  }
}
