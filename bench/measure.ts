/**
 * Runs whole processes and says what each cost: wall time, processor time and peak memory.
 *
 * Node reports no resource use of a single child, so a small meter process stands between: GNU time where it is
 * installed, else a few lines of Python around getrusage; without either only wall time is known. The meter must be
 * small: Linux counts the memory of the process that forks towards the peak of the one it becomes. Processor time
 * includes children that were waited for; peak memory is that of the largest single process, not their sum.
 * @module
 */
import { spawn, spawnSync } from 'node:child_process';
import { closeSync, existsSync, mkdirSync, mkdtempSync, openSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface Command {
  program: string;
  args: string[];
  /** Exit codes that mean the work was done; many scanners say "something was found" with one of their own. */
  accepted: readonly number[];
  /** Folder it is started in; default an empty one, so that no tool reads a configuration that happens to lie about. */
  cwd?: string;
  /** Its variables, where they are not those of the bench. */
  env?: Record<string, string>;
}

/** Something to measure. The report's path is new at every run. */
export interface Task {
  name: string;
  /** False where the program writes no report of its own; otherwise a run without one has failed. */
  reports: boolean;
  command(report: string): Command;
  /** Sees the report of each run that went through, before it is removed. */
  inspect?(report: string): void;
}

export interface Cost {
  wallMs: number;
  cpuMs?: number;
  peakMb?: number;
}

export type Run = ({ state: 'done' } & Cost) | { state: 'failed'; reason: string };

export interface Options {
  /** After so many milliseconds a run is ended and has failed. */
  timeoutMs: number;
  /** False: no meter, for processes so short that its own start would show. */
  resources: boolean;
}

const PYTHON_METER = `
import resource, subprocess, sys, time
begin = time.monotonic()
code = subprocess.call(sys.argv[2:])
wall = time.monotonic() - begin
use = resource.getrusage(resource.RUSAGE_CHILDREN)
peak = use.ru_maxrss // 1024 if sys.platform == "darwin" else use.ru_maxrss
open(sys.argv[1], "w").write(f"{use.ru_utime} {use.ru_stime} {peak} {wall}")
sys.exit(code if code >= 0 else 128 - code)
`;

const METER = findMeter();

function findMeter(): 'time' | 'python' | 'none' {
  const time = spawnSync('/usr/bin/time', ['--version'], { encoding: 'utf8' });
  if (`${time.stdout}${time.stderr}`.includes('GNU')) return 'time';
  return spawnSync('python3', ['-c', 'import resource']).status === 0 ? 'python' : 'none';
}

/** The argument list with the meter before it; the meter writes "user system peak-kB [wall]" to `notes`. */
function metered(command: Command, notes: string, resources: boolean): string[] {
  const line = [command.program, ...command.args];
  if (!resources || METER === 'none') return line;
  if (METER === 'python') return ['python3', '-c', PYTHON_METER, notes, ...line];
  return ['/usr/bin/time', '-q', '-f', '%U %S %M', '-o', notes, ...line];
}

/** One run. */
export async function measure(task: Task, options: Options): Promise<Run> {
  const scratch = mkdtempSync(join(tmpdir(), 'bench-run-'));
  try {
    const report = join(scratch, 'report');
    const command = task.command(report);
    const ended = await execute(metered(command, join(scratch, 'notes'), options.resources), command, scratch, options.timeoutMs);
    if (ended.problem !== undefined) return { state: 'failed', reason: ended.problem };
    if (ended.code === null || !command.accepted.includes(ended.code)) {
      const how = ended.code === null ? `ended by ${ended.signal}` : `exit ${ended.code}`;
      return { state: 'failed', reason: `${how}: ${lastLine(join(scratch, 'stderr'))}` };
    }
    if (task.reports && !existsSync(report)) return { state: 'failed', reason: 'wrote no report' };
    task.inspect?.(report);
    return { state: 'done', ...readCost(join(scratch, 'notes'), ended.wallMs) };
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
}

interface Ended {
  code: number | null;
  signal: NodeJS.Signals | null;
  wallMs: number;
  problem?: string;
}

function execute(line: string[], { cwd: folder, env }: Command, scratch: string, timeoutMs: number): Promise<Ended> {
  const [program = '', ...args] = line;
  const cwd = folder ?? join(scratch, 'empty');
  mkdirSync(cwd, { recursive: true });
  const stdout = openSync(join(scratch, 'stdout'), 'w');
  const stderr = openSync(join(scratch, 'stderr'), 'w');
  return new Promise((resolve) => {
    let problem: string | undefined;
    const begin = performance.now();
    // A process group of its own, so that a run which is ended takes its children with it.
    const child = spawn(program, args, { cwd, env, stdio: ['ignore', stdout, stderr], detached: true });
    const end = (): void => {
      if (child.pid !== undefined) process.kill(-child.pid, 'SIGKILL');
    };
    const interrupted = (): void => {
      end();
      rmSync(scratch, { recursive: true, force: true });
      process.exit(130);
    };
    const timer = setTimeout(() => {
      problem = `took longer than ${timeoutMs / 1000} s`;
      end();
    }, timeoutMs);
    const done = (code: number | null, signal: NodeJS.Signals | null): void => {
      const wallMs = performance.now() - begin;
      clearTimeout(timer);
      process.removeListener('SIGINT', interrupted);
      closeSync(stdout);
      closeSync(stderr);
      resolve({ code, signal, wallMs, ...(problem === undefined ? {} : { problem }) });
    };
    process.once('SIGINT', interrupted);
    child.once('exit', done);
    child.once('error', (error) => {
      problem = error.message;
      done(null, null);
    });
  });
}

function readCost(notes: string, wallMs: number): Cost {
  if (!existsSync(notes)) return { wallMs };
  const line = readFileSync(notes, 'utf8').trim().split('\n').at(-1) ?? '';
  const [user = 0, system = 0, peakKb = 0, wall] = line.split(' ').map(Number);
  const inner = wall === undefined ? wallMs : wall * 1000;
  return { wallMs: inner, cpuMs: (user + system) * 1000, peakMb: peakKb / 1024 };
}

function lastLine(file: string): string {
  const lines = readFileSync(file, 'utf8').trim().split('\n');
  return (lines.at(-1) ?? '').slice(0, 200) || 'no message';
}

export type Outcome = { state: 'done'; runs: Cost[] } | { state: 'failed'; reason: string };

/**
 * Runs every task once for warm-up, then `rounds` times in turns, so that a busy minute of the machine falls on all
 * of them alike. Each round begins with another task. A task that fails is not run again.
 */
export async function interleave(tasks: readonly Task[], rounds: number, options: Options): Promise<Map<string, Outcome>> {
  const outcomes = new Map<string, Outcome>(tasks.map((task) => [task.name, { state: 'done', runs: [] }]));
  for (let round = 0; round <= rounds; round++) {
    for (let i = 0; i < tasks.length; i++) {
      const task = tasks[(i + round) % tasks.length];
      const outcome = task && outcomes.get(task.name);
      if (!task || outcome?.state !== 'done') continue;
      const run = await measure(task, options);
      const label = round === 0 ? 'warm-up' : `round ${round}/${rounds}`;
      const said = run.state === 'done' ? `${(run.wallMs / 1000).toFixed(2)} s` : run.reason;
      if (options.resources) process.stderr.write(`${label} ${task.name}: ${said}\n`);
      if (run.state === 'failed') outcomes.set(task.name, run);
      else if (round > 0) outcome.runs.push(run);
    }
  }
  return outcomes;
}

export interface Spread {
  median: number;
  min: number;
  max: number;
}

export function spread(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? Number.NaN;
  const median = sorted.length % 2 === 1 ? upper : ((sorted[middle - 1] ?? Number.NaN) + upper) / 2;
  return { median, min: sorted[0] ?? Number.NaN, max: sorted.at(-1) ?? Number.NaN };
}
