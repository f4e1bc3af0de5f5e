/**
 * The history of one repository (BENCH_REPO) with its objects stored in other ways: in one pack, in hundreds, loose; and a
 * shallow clone of it. For each our scan, beside git printing the same objects. See README.md.
 * @module
 */
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleave, type Task } from './measure.ts';
import { isBuilt, NOT_BUILT, scanHistory } from './ours.ts';
import { SHAPES, storeOf } from './repositories.ts';
import { settings } from './settings.ts';
import { result } from './summary.ts';
import { digits, table } from './table.ts';

const { repository, rounds, timeoutMs } = settings(3);
if (repository === undefined || !isBuilt()) {
  process.stderr.write(`${repository === undefined ? 'BENCH_REPO names no repository' : NOT_BUILT}\n`);
  process.exit(1);
}
const scratch = mkdtempSync(join(tmpdir(), 'bench-stores-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const shapes = SHAPES.map((shape, i) => {
  const folder = join(scratch, String(i));
  mkdirSync(folder);
  process.stderr.write(`making ${shape.name}\n`);
  shape.make(repository, folder);
  return { name: shape.name, folder, store: storeOf(folder) };
});
const tasks = shapes.flatMap(({ name, folder }): Task[] => [scanHistory(folder, name), printAll(folder, `git ${name}`)]);
const outcomes = await interleave(tasks, rounds, { timeoutMs, resources: true });

const rows = [['', 'wall s', 'peak MB', 'git cat-file s', 'store']];
for (const { name, store } of shapes) {
  const [ours, git] = [name, `git ${name}`].map((task) => result(task, '', outcomes.get(task)!, 0));
  if (ours?.outcome.state === 'failed') process.stderr.write(`${name} failed: ${ours.outcome.reason}\n`);
  const seconds = (one: typeof ours): string => digits(one?.summary && one.summary.wallMs.median / 1000);
  rows.push([name, seconds(ours), digits(ours?.summary?.peakMb?.median), seconds(git), store]);
}
process.stdout.write(table(rows));

function printAll(folder: string, name: string): Task {
  const args = ['-c', 'git -C "$1" cat-file --batch-all-objects --batch > /dev/null', 'sh', folder];
  return { name, reports: false, command: () => ({ program: 'sh', args, accepted: [0] }) };
}
