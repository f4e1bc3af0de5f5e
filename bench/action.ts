/**
 * What the Action costs on a pull request of one commit, in a work tree made from BENCH_REPO: bare Node, and the Action as
 * a runner starts it, in turns. Processor time includes git's.
 * @module
 */
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
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
const scratch = mkdtempSync(join(tmpdir(), 'bench-action-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const workspace = join(scratch, 'work');
mkdirSync(workspace);
makeStaged(repository, workspace);
const base = git(workspace, 'rev-parse', 'HEAD').trim();
git(workspace, 'commit', '-q', '--no-verify', '-m', 'a usual change');
const head = git(workspace, 'rev-parse', 'HEAD').trim();

const file = (name: string, content = ''): string => {
  writeFileSync(join(scratch, name), content);
  return join(scratch, name);
};
const root = fileURLToPath(new URL('../', import.meta.url));
const metadata = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as { inputs: Record<string, { default?: string }> };
// No token: nothing is asked of the network.
const inputs = Object.entries(metadata.inputs).map(([name, { default: value = '' }]): [string, string] => [
  `INPUT_${name.toUpperCase()}`,
  value.startsWith('${{') ? '' : value,
]);
const pull = { number: 7, commits: 1, base: { sha: base }, head: { sha: head } };
const env = {
  PATH: process.env.PATH ?? '',
  GITHUB_ACTIONS: 'true',
  GITHUB_EVENT_NAME: 'pull_request',
  GITHUB_EVENT_PATH: file('event.json', JSON.stringify({ number: 7, pull_request: pull })),
  GITHUB_OUTPUT: file('output'),
  GITHUB_STEP_SUMMARY: file('summary.md'),
  GITHUB_REPOSITORY: 'octo/shop',
  GITHUB_SHA: head,
  GITHUB_WORKSPACE: workspace,
  RUNNER_TEMP: scratch,
  ...Object.fromEntries(inputs),
};
const tasks = [task('the Action', [join(root, 'dist/action.js')]), task('bare node', ['-e', '0'])];
const outcomes = await interleave(tasks, rounds, { timeoutMs, resources: true });
process.stdout.write(resultTable(tasks.map(({ name }) => result(name, '', outcomes.get(name)!, 0))));

function task(name: string, args: string[]): Task {
  return { name, reports: false, command: () => ({ program: process.execPath, args, accepted: [0], cwd: workspace, env }) };
}
