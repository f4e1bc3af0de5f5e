/**
 * Files made to be slow: each works against one part of a scanner. The time per byte should stay near that of ordinary
 * source of the same size; a scanner that backtracks, or that looks back over what it has read, shows here.
 * @module
 */
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Report } from '../src/model.ts';
import { minified, sourceText } from './corpus.ts';
import { interleave, spread, type Task } from './measure.ts';
import { isBuilt, NOT_BUILT, scanTree } from './ours.ts';
import { Random } from './random.ts';
import { settings } from './settings.ts';
import { digits, table } from './table.ts';
import { BASE62 } from './tokens.ts';

if (!isBuilt()) {
  process.stderr.write(`${NOT_BUILT}\n`);
  process.exit(1);
}
const { rounds, timeoutMs, megabytes } = settings(3);
const size = megabytes * 1_000_000;
const folder = mkdtempSync(join(tmpdir(), 'bench-pathological-'));
process.on('exit', () => rmSync(folder, { recursive: true, force: true }));

const random = new Random(1);
const ORDINARY = 'ordinary source';
const FLOOR = 'almost empty file';
/** What GitHub tokens, AWS key ids and JWTs begin with. */
const ANCHORS = ['ghp_', 'AKIA', 'eyJ'] as const;
const files = new Map([
  [FLOOR, write('floor.ts', 1, () => "export const title = 'nothing';\n")],
  [ORDINARY, write('ordinary.ts', size, () => sourceText(random, 1_000_000))],
  ['one minified line', write('one-line.min.js', size, () => minified(random, 1_000_000))],
  [`${megabytes / 5} million assignments`, write('assignments.ini', size * 1.2, () => 'k=abc\n'.repeat(100_000))],
  ['assignments to secrets', write('secrets.ini', size, () => 'api_key=abc\npassword = "x"\n'.repeat(50_000))],
  ['nothing but anchors', write('anchors.txt', size, () => ANCHORS.join('').repeat(100_000))],
  ['anchors, one a line', write('anchor-lines.txt', size, () => `${ANCHORS.join('\n')}\n`.repeat(100_000))],
  ['escapes within escapes', write('escapes.ini', size, () => `api_key=${'%2525%25%34%31'.repeat(12)}\n`.repeat(10_000))],
  ['one endless token', write('endless.txt', size, () => `${ANCHORS[2]}${random.text(BASE62, 1_000_000)}`)],
]);

/** What a scan's report says it did not read; a file that was passed over proves nothing. */
const unread = new Map<string, string>();
const tasks = [...files].map(([name, path]): Task => {
  const task = scanTree(path, name);
  task.inspect = (report) => {
    const { coverage } = JSON.parse(readFileSync(report, 'utf8')) as Report;
    unread.set(name, coverage.skipped.map((skipped) => skipped.reason).join(', '));
  };
  return task;
});
const outcomes = await interleave(tasks, rounds, { timeoutMs, resources: true });

const rows = [['', 'MB', 'wall s', 'ns per byte', 'x ordinary', 'peak MB', 'not read']];
const ordinary = perByte(ORDINARY);
for (const [name, outcome] of outcomes) {
  if (outcome.state === 'failed') {
    rows.push([name, `failed: ${outcome.reason}`]);
    continue;
  }
  const cost = name === FLOOR ? undefined : perByte(name);
  const ratio = cost === undefined || ordinary === undefined ? undefined : cost / ordinary;
  const peak = spread(outcome.runs.map((run) => run.peakMb ?? Number.NaN)).median;
  const megabytesOfFile = digits(bytesOf(name) / 1e6);
  const wall = digits(wallOf(name));
  rows.push([name, megabytesOfFile, wall, digits(cost), digits(ratio), digits(peak), unread.get(name) ?? '']);
}
process.stdout.write(table(rows));

/** A file of at least `length` bytes, made of parts so that no string grows beyond what the engine allows. */
function write(name: string, length: number, part: () => string): string {
  const path = join(folder, name);
  const file = openSync(path, 'w');
  for (let written = 0; written < length; ) written += writeSync(file, part());
  closeSync(file);
  return path;
}

function bytesOf(name: string): number {
  return statSync(files.get(name) ?? '').size;
}

function wallOf(name: string): number | undefined {
  const outcome = outcomes.get(name);
  return outcome?.state === 'done' ? spread(outcome.runs.map((run) => run.wallMs)).median / 1000 : undefined;
}

/** Nanoseconds a byte costs, without those a scan of almost nothing costs. */
function perByte(name: string): number | undefined {
  const wall = wallOf(name);
  const floor = wallOf(FLOOR);
  return wall === undefined || floor === undefined ? undefined : ((wall - floor) * 1e9) / bytesOf(name);
}
