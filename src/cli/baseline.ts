/**
 * `bearertrap baseline`: writes down findings as known and accepted.
 * @module
 */
import { existsSync, renameSync, writeFileSync } from 'node:fs';
import { basename, join, relative, resolve } from 'node:path';
import { BASELINE_FILE, findProjectFiles, repositoryTop } from '../config/find.ts';
import { projectConfig } from '../config/index.ts';
import { UsageError } from '../errors.ts';
import type { Finding, Report } from '../model.ts';
import { displayPath } from '../path.ts';
import { count } from '../report/text.ts';
import { createView } from '../report/view.ts';
import { runScan, type ScanOptions } from '../scan.ts';
import { type BaselineEntry, baselineEntries, baselineText, entriesFor, type Note } from '../suppress/baseline.ts';
import { isDay } from '../suppress/inline.ts';
import { readText } from '../suppress/text.ts';
import { EXIT } from './exit.ts';

export interface BaselineOptions extends Note {
  staged?: boolean;
  range?: string;
  history?: boolean;
  /** Ids, or beginnings of ids, of the only findings that are accepted. */
  accept?: string[];
  /** Take out what matches nothing any more, and add nothing. */
  prune?: boolean;
  output?: string;
  config?: string | false;
}

/** Shortest beginning of an id that is understood. */
const SHORTEST_ID = 6;

/** @returns the exit code */
export async function baselineCommand(paths: string[], options: BaselineOptions): Promise<number> {
  const { staged, range, history, accept, prune } = options;
  checkOptions(paths, options);
  const cwd = resolve('.');
  const file = resolve(options.output ?? defaultFile(cwd, paths));
  const name = displayPath(relative(cwd, file) || file);
  const known = existsSync(file) ? readEntries(file, name) : [];

  const scope: ScanOptions = { ...(staged && { staged }), ...(range !== undefined && { range }), ...(history && { history }) };
  const scopes: ScanOptions[] =
    // What a hook has blocked stands in the index, what a scan has told in the work tree.
    accept && Object.keys(scope).length === 0 && paths.length === 0 && repositoryTop(cwd) !== undefined
      ? [{ staged: true }, {}]
      : [{ ...scope, ...(paths.length > 0 && { paths }) }];
  let problems = 0;
  const reports: Report[] = [];
  for (const one of scopes) {
    if (accept && reports.length > 0 && accept.every((id) => pick(reports, id).length > 0)) break;
    reports.push(
      await scanAgain(cwd, file, one, options.config, (text) => {
        problems++;
        process.stderr.write(`bearertrap: ${text}\n`);
      }),
    );
  }
  const report = reports.at(-1)!;
  const found = new Set(reports.flatMap(({ findings }) => findings.map(({ id }) => id)));
  const whole = paths.length === 0 && (report.scope.kind === 'tree' || history === true) && report.coverage.complete;
  const stale = known.filter((entry) => !found.has(entry.id) && (history || !entry.history));
  if (prune) {
    if (!whole) throw new UsageError('--prune needs a complete scan of everything: what was not read may hold what is accepted');
    write(
      file,
      known.filter((entry) => !stale.includes(entry)),
    );
    const gone = stale.map(({ id, rule, paths: places }) => `  ${id} ${rule} ${places.map(displayPath).join(', ')}\n`);
    process.stdout.write(
      `${name}: ${count(stale.length, 'entry', 'entries')} removed, ${known.length - stale.length} left\n${gone.join('')}`,
    );
    return problems > 0 ? EXIT.usage : EXIT.clean;
  }
  const chosen = accept
    ? accept.flatMap((id) => only(pick(reports, id), id))
    : report.findings.filter(({ suppressed }) => !suppressed);
  const { reason, owner, until } = options;
  const note: Note = { ...(reason && { reason }), ...(owner && { owner }), ...(until && { until }) };
  const entries = new Map(known.map((entry) => [entry.id, entry]));
  const before = entries.size;
  for (const entry of entriesFor(chosen, known, note, report.scope.kind)) entries.set(entry.id, entry);
  write(file, [...entries.values()]);
  const added = entries.size - before;
  process.stdout.write(
    `${name}: ${count(entries.size, 'finding')} accepted, ${added} of them new${whole && stale.length > 0 ? `; ${stale.length} match nothing any more (--prune removes them)` : ''}\n`,
  );
  if (!report.coverage.complete) process.stderr.write('bearertrap: the scan was incomplete: what was not read is not accepted\n');
  return problems > 0 ? EXIT.usage : EXIT.clean;
}

function checkOptions(paths: readonly string[], { staged, range, history, accept, prune, reason, until }: BaselineOptions): void {
  const scopes = [staged && '--staged', range !== undefined && '--range', history && '--history', paths.length > 0 && 'paths'];
  const given = scopes.filter(Boolean);
  if (given.length > 1) throw new UsageError(`${given.join(' and ')} do not go together: choose one`);
  if (prune && accept) throw new UsageError('--prune and --accept do not go together: choose one');
  if (accept && !reason) throw new UsageError('--accept needs a reason: --reason "why this may stay"');
  if (until !== undefined && !isDay(until)) throw new UsageError(`--until ${until} is no day: write 2027-01-31`);
  const short = accept?.find((id) => !/^[0-9a-f]+$/.test(id) || id.length < SHORTEST_ID);
  if (short !== undefined)
    throw new UsageError(`--accept ${short}: write at least ${SHORTEST_ID} of the 20 characters that stand at id in a report`);
}

/** The baseline there is, or the place for one: the top of the repository. */
function defaultFile(cwd: string, paths: readonly string[]): string {
  const { baseline, top } = findProjectFiles(cwd);
  if (baseline === undefined && top === undefined && paths.length === 1 && existsSync(join(paths[0]!, BASELINE_FILE)))
    return join(paths[0]!, BASELINE_FILE);
  return baseline ?? join(top ?? cwd, BASELINE_FILE);
}

function readEntries(file: string, name: string): BaselineEntry[] {
  let value: unknown;
  try {
    value = JSON.parse(readText(file, name));
  } catch (error) {
    if ((error as Error).name === 'UsageError') throw error;
    throw new UsageError(`${name}: this is no JSON; repair it or remove it`, { cause: error });
  }
  return baselineEntries(value, name);
}

/** A scan without the baseline; paths in it may be shown. */
async function scanAgain(
  cwd: string,
  file: string,
  scope: ScanOptions,
  config: string | false | undefined,
  onProblem: (text: string) => void,
): Promise<Report> {
  const project = await projectConfig({
    cwd,
    paths: scope.paths ?? [],
    ...(config !== undefined && { config: config === false ? false : resolve(config) }),
  });
  const others = (project.options.baseline ?? []).filter((one) => one !== file && basename(one) !== BASELINE_FILE);
  const result = await runScan({ cwd, ...project.options, ...scope, baseline: others, onProblem });
  return createView(result.report, { ...result, color: false, width: 80, showSecrets: false }).report;
}

function pick(reports: readonly Report[], id: string): Finding[] {
  const found = new Map(reports.flatMap(({ findings }) => findings.map((finding) => [finding.id, finding] as const)));
  return [...found.values()].filter((finding) => finding.id.startsWith(id));
}

function only(findings: readonly Finding[], id: string): Finding {
  const [one, another] = findings;
  if (!one) throw new UsageError(`there is no finding ${id} here: scan again for the ids, or add --history or --range`);
  if (another) throw new UsageError(`${id} is the beginning of several ids: write more of it`);
  return one;
}

/** The old file stays whole until the new one is. */
function write(file: string, entries: readonly BaselineEntry[]): void {
  const half = `${file}.${process.pid}.tmp`;
  try {
    writeFileSync(half, baselineText(entries));
    renameSync(half, file);
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${(error as NodeJS.ErrnoException).code})`, { cause: error });
  }
}
