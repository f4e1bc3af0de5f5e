/**
 * Ctrl-C as a wish that what was found so far is told.
 * @module
 */

/**
 * How long a second signal is taken for the first one: a terminal sends it to all programs in front, and npm, npx and timeout
 * pass it on to ours once more.
 */
const SAME_MS = 500;

/**
 * The command ends by itself when Ctrl-C is pressed. A second one ends the process at once.
 * @returns aborted with the first one
 */
export function onInterrupt(): AbortController {
  const abort = new AbortController();
  process.removeAllListeners('SIGINT');
  process.on('SIGINT', () => {
    if (abort.signal.aborted) return;
    abort.abort();
    setTimeout(() => process.removeAllListeners('SIGINT'), SAME_MS).unref();
  });
  return abort;
}
