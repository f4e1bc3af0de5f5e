/**
 * What the Action costs on a pull request of one commit, in a work tree made from BENCH_REPO: bare Node, and the Action as
 * a runner starts it, in turns. Processor time includes git's.
 * @module
 */
import { startOf } from '../test/action/runner.ts';
import { lastingFolder, removeFolders } from '../test/helpers/folder.ts';
import { interleave, type Task } from './measure.ts';
import { isBuilt, NOT_BUILT } from './ours.ts';
import { git, makeStaged } from './repositories.ts';
import { settings } from './settings.ts';
import { result, resultTable } from './summary.ts';

const { repository, rounds, timeoutMs } = settings(10);
if (repository === undefined || !isBuilt()) {
  process.stderr.write(`${repository === undefined ? 'BENCH_REPO names no repository' : NOT_BUILT}\n`);
  process.exit(1);
}
process.on('exit', removeFolders);

const workspace = lastingFolder('bench-action-');
makeStaged(repository, workspace);
const base = git(workspace, 'rev-parse', 'HEAD').trim();
git(workspace, 'commit', '-q', '--no-verify', '-m', 'a usual change');
const head = git(workspace, 'rev-parse', 'HEAD').trim();

// No token: nothing is asked of the network.
const request = { number: 7, commits: 1, base: { sha: base }, head: { sha: head } };
const payload = { number: 7, pull_request: request };
const { main, cwd, env } = startOf({ event: 'pull_request', payload, workspace, sha: head });
const tasks = [task('the Action', [main]), task('bare node', ['-e', '0'])];
const outcomes = await interleave(tasks, rounds, { timeoutMs, resources: true });
process.stdout.write(resultTable(tasks.map(({ name }) => result(name, '', outcomes.get(name)!, 0))));

function task(name: string, args: string[]): Task {
  return { name, reports: false, command: () => ({ program: process.execPath, args, accepted: [0], cwd, env }) };
}
