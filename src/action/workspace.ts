/**
 * The checkout on a runner, and files written beside it.
 * @module
 */
import { lstatSync, mkdirSync, mkdtempSync, realpathSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { addSettings } from '../sources/git/fetch.ts';
import { runGit } from '../sources/git/spawn.ts';

export interface Workspace {
  /** Absolute, links resolved. */
  folder: string;
  /** Top of the repository that `path` lies in, or the folder itself where there is none. */
  top: string;
  repository: boolean;
  /** `path` from the top, `/` between names; '' for the top itself. */
  prefix: string;
  /** A private folder outside of the work tree. */
  temp: string;
}

/**
 * @param path the input, relative to GITHUB_WORKSPACE
 * @throws UsageError when it does not exist or leads out of the workspace
 */
export function openWorkspace(path: string, env: NodeJS.ProcessEnv): Workspace {
  const folder = realpathSync(env['GITHUB_WORKSPACE'] || process.cwd());
  let at: string;
  try {
    at = realpathSync(resolve(folder, path));
  } catch (error) {
    throw new UsageError(`path: ${path}: no such folder in ${folder}: is there an actions/checkout step before this one?`, {
      cause: error,
    });
  }
  if (!isWithin(folder, at)) throw new UsageError(`path: ${path}: leads out of the workspace`);
  // In a container job the files belong to another user; which folders are to be trusted is the runner's to say.
  addSettings(process.env, [['safe.directory', '*']]);
  const temp = mkdtempSync(join(env['RUNNER_TEMP'] || tmpdir(), 'bearertrap-'));
  const cwd = lstatSync(at).isDirectory() ? at : dirname(at);
  const { status, stdout } = runGit(['rev-parse', '--show-toplevel'], { cwd });
  const top = status === 0 ? realpathSync(stdout.toString('utf8').replace(/\n$/, '')) : folder;
  return { folder, top, repository: status === 0, prefix: relative(top, at).split(sep).join('/'), temp };
}

export function isWithin(folder: string, path: string): boolean {
  const way = relative(folder, path);
  return !isAbsolute(way) && way !== '..' && !way.startsWith(`..${sep}`);
}

/**
 * Writes a file of ours, absolute or relative to the workspace. The checkout may hold links that others made: none is written
 * through.
 * @returns its absolute path
 * @throws UsageError where it cannot be written
 */
export function writeOutput({ folder }: Workspace, path: string, text: string): string {
  const file = resolve(folder, path);
  try {
    mkdirSync(dirname(file), { recursive: true });
    const real = join(realpathSync(dirname(file)), file.slice(dirname(file).length));
    if (isWithin(folder, file) && !isWithin(folder, real)) throw new UsageError(`${path}: a link leads out of the workspace`);
    if (lstatSync(real, { throwIfNoEntry: false })?.isSymbolicLink()) throw new UsageError(`${path}: is a link`);
    writeFileSync(real, text);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`${path}: cannot be written (${(error as NodeJS.ErrnoException).code})`, { cause: error });
  }
  return file;
}
