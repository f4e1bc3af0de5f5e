/**
 * The entry of the GitHub Action.
 * @module
 */
import { run } from './run.ts';

void run(process.env).then((code) => {
  process.exitCode = code;
});
