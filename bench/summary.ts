/**
 * From the runs of a task to the figures that are shown, and the table of them.
 * @module
 */
import { spread, type Outcome, type Spread } from './measure.ts';
import { digits, table } from './table.ts';

export interface Summary {
  wallMs: Spread;
  /** Not known where no meter was found. */
  cpuMs?: Spread;
  peakMb?: Spread;
  megabytesPerSecond: number;
}

export interface Result {
  name: string;
  version: string;
  outcome: Outcome;
  summary?: Summary;
}

export function result(name: string, version: string, outcome: Outcome, bytes: number): Result {
  if (outcome.state === 'failed') return { name, version, outcome };
  const wallMs = spread(outcome.runs.map((run) => run.wallMs));
  const summary: Summary = { wallMs, megabytesPerSecond: bytes / 1000 / wallMs.median };
  const cpu = outcome.runs.flatMap((run) => run.cpuMs ?? []);
  const peak = outcome.runs.flatMap((run) => run.peakMb ?? []);
  if (cpu.length > 0) summary.cpuMs = spread(cpu);
  if (peak.length > 0) summary.peakMb = spread(peak);
  return { name, version, outcome, summary };
}

/** The last column compares with the first result's time: above 1 is slower than it. */
export function resultTable(results: readonly Result[]): string {
  const ours = results[0]?.summary?.wallMs.median;
  const rows = [['', 'version', 'wall s', 'min-max', 'cpu s', 'peak MB', 'MB/s', `x ${results[0]?.name}`]];
  const failures: string[] = [];
  for (const { name, version, outcome, summary } of results) {
    if (outcome.state === 'failed') failures.push(`${name} failed: ${outcome.reason}\n`);
    if (!summary) continue;
    const { wallMs, cpuMs, peakMb, megabytesPerSecond } = summary;
    const [wall, min, max] = [wallMs.median, wallMs.min, wallMs.max].map((ms) => digits(ms / 1000));
    const cpu = digits(cpuMs && cpuMs.median / 1000);
    const ratio = digits(ours && wallMs.median / ours);
    rows.push([name, version, `${wall}`, `${min}-${max}`, cpu, digits(peakMb?.median), digits(megabytesPerSecond), ratio]);
  }
  return table(rows) + failures.join('');
}
