/**
 * What our program costs before it scans: bare Node, `--version`, and the scan of one small file, in turns. The
 * differences are what our own modules cost to load, and what the least scan adds.
 * @module
 */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { interleave, spread, type Spread, type Task } from './measure.ts';
import { CLI, isBuilt, NOT_BUILT, scanTree } from './ours.ts';
import { settings } from './settings.ts';
import { table } from './table.ts';

if (!isBuilt()) {
  process.stderr.write(`${NOT_BUILT}\n`);
  process.exit(1);
}
const { rounds, timeoutMs } = settings(20);
const folder = mkdtempSync(join(tmpdir(), 'bench-startup-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));
const file = join(folder, 'settings.ts');
writeFileSync(file, "export const title = 'a file without secrets';\n".repeat(20));

const tasks: readonly Task[] = [
  node('bare node', ['-e', '0']),
  node('--version', [CLI, '--version']),
  scanTree(file, 'one file'),
];
const outcomes = await interleave(tasks, rounds, { timeoutMs, resources: false });

const rows = [['', 'median ms', 'min', 'max', 'more than before']];
let before: Spread | undefined;
for (const [name, outcome] of outcomes) {
  if (outcome.state === 'failed') {
    rows.push([name, `failed: ${outcome.reason}`]);
    continue;
  }
  const wall = spread(outcome.runs.map((run) => run.wallMs));
  const more = before === undefined ? '' : (wall.median - before.median).toFixed(1);
  rows.push([name, wall.median.toFixed(1), wall.min.toFixed(1), wall.max.toFixed(1), more]);
  before = wall;
}
process.stdout.write(table(rows));

function node(name: string, args: string[]): Task {
  return { name, reports: false, command: () => ({ program: process.execPath, args, accepted: [0] }) };
}
