/**
 * How eagerly V8 optimises, for programs of ours: a library does not change the process it lives in.
 * @module
 */

/** A scan that is still running then is worth the load of `node:v8`. */
const LONG_MS = 30;

/**
 * What is set while the compiler may be at work in another thread: only what it weighs. It also reads again, and checks against
 * what it has read before, whether a function is small enough to be inlined at all (`--max-inlined-bytecode-size`): a change of
 * that in between ends the process.
 */
export const FLAGS: Readonly<Record<string, number>> = {
  'max-inlined-bytecode-size-cumulative': 100,
  'interrupt-budget': 300_000,
};

/**
 * A scan of seconds in several threads compiles the same functions in each of them, and with V8's defaults that takes a third of
 * its processor time: functions with all that they call inlined, made again as soon as a rare branch is met. Less inlining
 * and a later start cost the hot loops little, which are WebAssembly. Both are hints: where V8 does not know them, nothing changes.
 * @returns ends the wait, when the scan was shorter
 */
export function tuneForLongScan(): () => void {
  const timer = setTimeout(() => void tune(), LONG_MS).unref();
  return () => clearTimeout(timer);
}

async function tune(): Promise<void> {
  const { setFlagsFromString } = await import('node:v8');
  for (const [flag, value] of Object.entries(FLAGS)) setFlagsFromString(`--${flag}=${value}`);
}
