/**
 * How eagerly V8 optimises and collects garbage, for programs of ours: a library does not change the process it lives in.
 * @module
 */

/** A scan that is still running then is worth the load of `node:v8`. */
const LONG_MS = 30;

/**
 * A scan of seconds in several threads compiles the same functions in each of them, and with V8's defaults that takes a third of
 * its processor time: functions with all that they call inlined, made again as soon as a rare branch is met. Less inlining
 * and a later start cost the hot loops little, which are WebAssembly. The heap is small and what lives in it stays: V8 would mark all of
 * it ten times in a history, which takes a fiftieth of the processor time.
 * @returns ends the wait, when the scan was shorter
 */
export function tuneForLongScan(): () => void {
  const timer = setTimeout(() => void tune(), LONG_MS).unref();
  return () => clearTimeout(timer);
}

async function tune(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  for (const flag of flagsOf(process.versions.v8)) setFlagsFromString(flag);
}

/**
 * The flags that a version of V8 is given. Of one that it does not know it complains on standard error, so a version
 * that has not been tried gets none.
 *
 * While the compiler may be at work in another thread only what it weighs can be set. It also reads again, and checks against
 * what it has read before, whether a function is small enough to be inlined at all (`--max-inlined-bytecode-size`): a change of
 * that in between ends the process.
 * @param version as in `process.versions.v8`
 */
export function flagsOf(version: string): string[] {
  const major = Number.parseInt(version, 10);
  const less = '--max-inlined-bytecode-size-cumulative=100';
  // Node 20; from Node 22 on V8 counts calls instead of a budget, and waits long enough.
  if (major === 11) return [less, '--interrupt-budget=300000', '--heap-growing-percent=600'];
  return major >= 12 && major <= 14 ? [less] : [];
}
