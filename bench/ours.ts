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

/** @param accepted exit codes: 3 says that the repository is not all there, as a shallow clone is */
function scan(name: string, args: readonly string[], accepted: readonly number[] = [0, 1]): Task {
  return {
    name,
    reports: true,
    command: (report) => ({
      program: process.execPath,
      args: [CLI, 'scan', ...args, '--format', 'json', '--output', report],
      accepted,
    }),
  };
}

/** A folder or one file. */
export function scanTree(target: string, name: string = NAME, more: readonly string[] = []): Task {
  return scan(name, [target, '--no-gitignore', ...more]);
}

export function scanHistory(repository: string, name: string = NAME): Task {
  return scan(name, [repository, '--history'], [0, 1, 3]);
}

/** What the hook runs, in its work tree: it tells what it finds on standard output. */
export function hook(repository: string): Task {
  const args = [CLI, 'hook', 'run', 'pre-commit'];
  return { name: NAME, reports: false, command: () => ({ program: process.execPath, args, accepted: [0, 1], cwd: repository }) };
}
