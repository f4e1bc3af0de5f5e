/**
 * Ctrl-C as a wish that what was found so far is told: the command ends by itself. A second one ends the process at once.
 * @module
 */
export function onInterrupt(): AbortController {
  const abort = new AbortController();
  process.removeAllListeners('SIGINT');
  process.once('SIGINT', () => abort.abort());
  return abort;
}
