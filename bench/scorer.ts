/**
 * What the scorer costs: scans of a folder (BENCH_TREE, else a generated one) in turns, with it and with the rules that
 * are weighed turned off. Their detectors run all the same; only nothing is weighed.
 * @module
 */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isWeighed } from '../src/detect/score/modes.ts';
import { loadCatalogue } from '../src/rules/catalogue.ts';
import { interleave, type Outcome, spread } from './measure.ts';
import { isBuilt, NOT_BUILT, scanTree } from './ours.ts';
import { settings } from './settings.ts';
import { folderSubject, generatedSubject } from './subject.ts';
import { table } from './table.ts';

/** A rule of something rare: both scans read rules that are changed. */
const RARE = 'nats-nkey-seed';

if (!isBuilt()) {
  process.stderr.write(`${NOT_BUILT}\n`);
  process.exit(1);
}
const { tree, rounds, files, timeoutMs } = settings(7);
const scratch = mkdtempSync(join(tmpdir(), 'bench-scorer-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const { label, target } = tree === undefined ? generatedSubject(scratch, files) : folderSubject(tree);

const weighed = loadCatalogue().rules.flatMap(({ id, detector }) => (isWeighed(detector) ? [id] : []));
const tasks = [
  scanTree(target, 'without', ['--disable-rule', RARE, ...weighed]),
  scanTree(target, 'with', ['--disable-rule', RARE]),
];
const outcomes = await interleave(tasks, rounds, { timeoutMs, resources: true });

const [without, with_] = tasks.map(({ name }) => costs(outcomes.get(name)));
const rows = [['', 'without, median', 'with, median', 'ratio of medians', 'ratios of rounds']];
for (const [name, of] of [
  ['wall ms', 'wallMs'],
  ['processor ms', 'cpuMs'],
] as const) {
  const [before, after] = [without!, with_!].map((runs) => runs.map((run) => run[of] ?? Number.NaN));
  const ratios = spread(after!.map((ms, i) => ms / before![i]!));
  const [a, b] = [spread(before!).median, spread(after!).median];
  rows.push([name, a.toFixed(0), b.toFixed(0), (b / a).toFixed(2), `${ratios.min.toFixed(2)} to ${ratios.max.toFixed(2)}`]);
}
process.stdout.write(`${label}; ${rounds} rounds after one for warm-up\n${table(rows)}`);

function costs(outcome: Outcome | undefined) {
  if (outcome?.state === 'done') return outcome.runs;
  throw new Error(`a scan failed: ${outcome?.reason}`);
}
