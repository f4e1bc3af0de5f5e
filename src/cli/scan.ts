/**
 * `bearertrap scan`.
 * @module
 */
import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { projectConfig } from '../config/index.ts';
import { UsageError } from '../errors.ts';
import type { Mode } from '../detect/score/modes.ts';
import { atLeast, type FailOn, incompleteness } from '../judge/policy.ts';
import type { Confidence, Report, Severity } from '../model.ts';
import { tuneForLongScan } from '../jit.ts';
import { displayPath } from '../path.ts';
import { type Format, FORMATS, render, type ReportContext } from '../report/index.ts';
import { runScan, type ScanOptions, type ScanResult } from '../scan.ts';
import { enterRepository } from '../sources/git/repository.ts';
import { wantsColor } from './color.ts';
import { codeOf, EXIT } from './exit.ts';
import { onInterrupt } from './interrupt.ts';
import { Progress } from './progress.ts';
import { readStdin } from './stdin.ts';

interface Options {
  format: Format;
  output?: string;
  report?: string[];
  failOn?: FailOn;
  minSeverity?: Severity;
  minConfidence?: Confidence;
  mode?: Mode;
  staged?: boolean;
  all?: boolean;
  range?: string;
  history?: boolean;
  config?: string | false;
  printConfig?: boolean;
  baseline?: string[] | false;
  rules?: string[];
  disableRule?: string[];
  onlyRules?: string[];
  include?: string[];
  exclude?: string[];
  gitignore: boolean;
  maxFileSize?: number;
  jobs?: number;
  showSecrets?: boolean;
  showSuppressed?: boolean;
  inlineIgnores: boolean;
  color: boolean;
  progress?: boolean;
  progressGiven: boolean;
  verify?: boolean;
  verifyDryRun?: boolean;
  quiet?: boolean;
  verbose?: boolean;
}

/** @returns the exit code */
export async function scanCommand(paths: string[], given: Record<string, unknown>): Promise<number> {
  const options = given as unknown as Options;
  const targets = reportTargets(options);
  if (paths.includes('-') && paths.length > 1) throw new UsageError('- (standard input) stands alone: give paths or -, not both');
  const scopes = [options.staged && '--staged', options.range !== undefined && '--range', options.history && '--history'].filter(
    Boolean,
  );
  if (scopes.length > 1) throw new UsageError(`${scopes.join(' and ')} do not go together: choose one`);
  if (scopes.length > 0 && paths.length > 1)
    throw new UsageError(`${scopes[0]} takes one repository: name one folder, or none for this one`);
  if (options.all && !options.staged) throw new UsageError('--all goes with --staged');
  if (scopes.length > 0 && paths[0] === '-')
    throw new UsageError(`${scopes[0]} reads a repository, not standard input: name a folder, or none for this one`);
  // Of a repository's objects the configuration is the one that lies above the folder.
  const cwd = resolve(scopes.length > 0 ? (paths[0] ?? '.') : '.');
  if (scopes.length > 0 && paths.length > 0) await enterRepository(cwd);
  const { config, baseline } = options;
  const project = await projectConfig({
    cwd,
    paths: scopes.length > 0 ? [] : paths,
    ...(config !== undefined && { config: config === false ? false : resolve(config) }),
    ...(baseline !== undefined && { baseline: baseline && baseline.map((file) => resolve(file)) }),
  });
  if (options.printConfig) {
    const { printConfig } = await import('./print-config.ts');
    printConfig(project, given);
    return EXIT.clean;
  }
  const failOn = options.failOn ?? project.failOn ?? 'low';
  const minSeverity = options.minSeverity ?? project.minSeverity;
  const abort = onInterrupt();
  const progress = new Progress(wantsProgress(options), scopes.length > 0 ? 'objects' : 'files');
  let problems = 0;
  const scanOptions: ScanOptions = {
    cwd,
    ...project.options,
    gitignore: options.gitignore && (project.options.gitignore ?? true),
    inlineIgnores: options.inlineIgnores && (project.options.inlineIgnores ?? true),
    signal: abort.signal,
    onProgress: (done, bytes, part) => progress.update(done, bytes, part),
    onProblem: (text) => {
      problems++;
      progress.say(`bearertrap: ${text}`);
    },
    onNotice: (text) => {
      if (!options.quiet) progress.say(`bearertrap: ${text}`);
    },
  };
  for (const key of [
    'staged',
    'all',
    'range',
    'history',
    'onlyRules',
    'include',
    'exclude',
    'maxFileSize',
    'jobs',
    'showSecrets',
    'minConfidence',
    'mode',
  ] as const) {
    if (options[key] !== undefined) Object.assign(scanOptions, { [key]: options[key] });
  }
  if (options.rules) scanOptions.rules = [...(project.options.rules ?? []), ...options.rules];
  if (options.disableRule) {
    const off = Object.fromEntries(options.disableRule.map((id) => [id, { enabled: false }]));
    scanOptions.ruleSettings = { ...project.options.ruleSettings, ...off };
  }
  if (paths[0] === '-') scanOptions.stdin = await readStdin(abort.signal);
  else if (scopes.length === 0 && paths.length > 0) scanOptions.paths = paths;

  const short = tuneForLongScan();
  let result = await runScan(scanOptions);
  short();
  progress.end();
  if ((options.verify || options.verifyDryRun) && !abort.signal.aborted) {
    const { verifyScan } = await import('./verify.ts');
    const asking = { ...given, cwd, ...(scanOptions.rules && { rules: scanOptions.rules }) };
    result = await verifyScan(result, asking, options.verifyDryRun ?? false, abort.signal);
  }
  const { report } = result;
  if (options.verbose) {
    for (const { reason, count, examples } of report.coverage.skipped) {
      progress.say(
        `bearertrap: not read, ${reason}: ${count} (${examples.map(displayPath).join(', ')}${count > examples.length ? ', …' : ''})`,
      );
    }
  }
  const shown = minSeverity ? atLeast(report, minSeverity) : report;
  const code = abort.signal.aborted ? EXIT.interrupted : problems > 0 ? EXIT.usage : codeOf(report, failOn);
  // A reader that goes away in the middle of the report gets the same code.
  process.exitCode = code;
  for (const { format, file } of targets) await emit(format, file, { ...result, report: shown }, cwd, options);
  if (!report.coverage.complete && !options.quiet) {
    const why = abort.signal.aborted ? 'interrupted: what was not read until then may hold secrets' : incompleteness(report);
    process.stderr.write(`bearertrap: ${why}\n`);
  }
  return code;
}

interface Target {
  format: Format;
  file?: string;
}

function reportTargets(options: Options): Target[] {
  const more = (options.report ?? []).map((text): Target => {
    const [, format, file] = /^([a-z]+)=(.+)$/s.exec(text) ?? [];
    if (!file || !FORMATS.includes(format as Format)) {
      throw new UsageError(`--report ${text}: write FORMAT=FILE, with one of the formats ${FORMATS.join(', ')}`);
    }
    return { format: format as Format, file };
  });
  return [{ format: options.format, ...(options.output !== undefined && { file: options.output }) }, ...more];
}

/** What code scanning needs to know of lines and of HEAD. */
async function placesOf(report: Report, cwd: string): Promise<Partial<ReportContext>> {
  const { findPlaces } = await import('../pipeline/places.ts');
  return findPlaces(report, { cwd });
}

async function emit(format: Format, file: string | undefined, result: ScanResult, cwd: string, options: Options): Promise<void> {
  const context: ReportContext = {
    frames: result.frames,
    secrets: result.secrets,
    sheets: result.sheets,
    color: file === undefined && options.color && wantsColor(),
    width: process.stdout.columns ?? 100,
    showSecrets: options.showSecrets ?? false,
    showSuppressed: options.showSuppressed ?? false,
    ...(format === 'sarif' && (await placesOf(result.report, cwd))),
  };
  const text = await render(format, result.report, context);
  if (file === undefined) {
    await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (error) {
    throw new UsageError(
      `the report cannot be written to ${file} (${(error as NodeJS.ErrnoException).code}): choose another place`,
      { cause: error },
    );
  }
}

function wantsProgress(options: Options): boolean {
  if (options.progressGiven) return options.progress === true;
  return process.stderr.isTTY && !process.env['CI'] && !options.quiet;
}
