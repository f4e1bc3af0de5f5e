/**
 * Our own scans as tasks, run the way a user runs them: the built command line in a process of its own.
 * @module
 */
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Task } from './measure.ts';

export const NAME = 'bearertrap';
export const CLI = fileURLToPath(new URL('../dist/cli.js', import.meta.url));
export const NOT_BUILT = 'not built: run npm run build';

export function isBuilt(): boolean {
  return existsSync(CLI);
}

function scan(name: string, args: readonly string[]): Task {
  return {
    name,
    reports: true,
    command: (report) => ({
      program: process.execPath,
      args: [CLI, 'scan', ...args, '--format', 'json', '--output', report],
      accepted: [0, 1],
    }),
  };
}

/** A folder or one file. */
export function scanTree(target: string, name: string = NAME): Task {
  return scan(name, [target, '--no-gitignore']);
}

export function scanHistory(repository: string): Task {
  return scan(NAME, [repository, '--history']);
}
