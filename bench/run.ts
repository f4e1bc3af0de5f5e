/**
 * Entry of `npm run bench`: our scan beside the peers on one folder (BENCH_TREE, else a generated one), on the history of
 * one repository (BENCH_REPO), or on a change staged in it (BENCH_STAGED). See README.md.
 * @module
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { interleave, type Outcome, type Task } from './measure.ts';
import { hook, isBuilt, NAME, NOT_BUILT, scanHistory, scanTree } from './ours.ts';
import { FLOORS, PEERS, type Peer } from './peers.ts';
import { settings } from './settings.ts';
import { folderSubject, generatedSubject, historySubject, stagedSubject, type Subject } from './subject.ts';
import { result, resultTable } from './summary.ts';
import { digits } from './table.ts';

const { tree, repository, staged, json, only, slow, files, timeoutMs, rounds } = settings(3);
const scratch = mkdtempSync(join(tmpdir(), 'bench-corpus-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));

const machine = {
  processor: cpus()[0]?.model ?? 'unknown',
  cores: availableParallelism(),
  memoryGb: Math.round(totalmem() / 1e9),
  node: process.version,
  loadBefore: loadavg()[0] ?? 0,
};
const subject = findSubject();
process.stdout.write(`${subject.label}, ${digits(subject.bytes / 1e6)} MB; ${rounds} rounds after one for warm-up\n`);
process.stdout.write(`${machine.processor}, ${machine.cores} cores, ${machine.memoryGb} GB, Node ${machine.node}, `);
process.stdout.write(`load before ${digits(machine.loadBefore)}\n\n`);

const wanted = PEERS.filter((peer) => only?.includes(peer.program) ?? (slow || !peer.slow));
const peers = [...wanted, ...FLOORS].flatMap((peer) => {
  const task = peerTask(peer, subject);
  if (!task) return [];
  const version = versionOf(peer);
  return version === undefined ? [] : { task, version };
});
const scans = { tree: scanTree, history: scanHistory, staged: hook };
const ours = isBuilt() ? [scans[subject.kind](subject.target)] : [];
const outcomes = await interleave([...ours, ...peers.map((peer) => peer.task)], rounds, { timeoutMs, resources: true });

const notBuilt: Outcome = { state: 'failed', reason: NOT_BUILT };
const results = [{ task: { name: NAME }, version: '' }, ...peers].map(({ task: { name }, version }) =>
  result(name, version, outcomes.get(name) ?? notBuilt, subject.bytes),
);
process.stdout.write(resultTable(results));
if (json !== undefined) {
  const { target: _, ...measuredOn } = subject;
  const measured = { date: new Date().toISOString(), machine, subject: measuredOn, rounds, results };
  writeFileSync(json, `${JSON.stringify(measured, null, 2)}\n`);
}

function findSubject(): Subject {
  if (repository !== undefined) return historySubject(repository);
  if (staged !== undefined) return stagedSubject(staged, scratch);
  return tree === undefined ? generatedSubject(scratch, files) : folderSubject(tree);
}

/** Undefined where the peer has no scan of this kind. */
function peerTask(peer: Peer, { kind, target }: Subject): Task | undefined {
  const scan = peer[kind];
  if (!scan) return undefined;
  const { name, program, accepted, reports } = peer;
  return { name, reports, command: (report) => ({ program, args: scan(target, report), accepted }) };
}

/** Undefined where the program is not installed. Of what it prints, the first number with a dot is its version. */
function versionOf(peer: Peer): string | undefined {
  if (peer.version.length === 0) return '';
  const said = spawnSync(peer.program, peer.version, { encoding: 'utf8', cwd: scratch, timeout: 30_000 });
  if (said.error) return undefined;
  return /\d+\.\d+[\w.-]*/.exec(said.stdout + said.stderr)?.[0] ?? '?';
}
