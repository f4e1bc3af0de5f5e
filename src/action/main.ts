/**
 * The entry of the GitHub Action.
 * @module
 */
import { run } from './run.ts';

async function main(): Promise<void> {
  process.exitCode = await run(process.env);
}

void main();
