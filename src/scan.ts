/**
 * The whole pipeline: source -> detect -> judge -> report object.
 * @module
 */
import { availableParallelism } from 'node:os';
import type { Settling } from './detect/score/weigh.ts';
import { resolve } from 'node:path';
import { UsageError } from './errors.ts';
import type { Found } from './findings.ts';
import type { Allow, SeverityRule } from './config/allow.ts';
import { coveredBy, type Patterns, ProjectPaths } from './config/paths.ts';
import { repositoryTop } from './config/find.ts';
import { summarize } from './judge/policy.ts';
import type { Coverage, Match, Report, ScopeKind } from './model.ts';
import { emptyOutcome, FileScanner, type Outcome } from './pipeline/file.ts';
import { ScanPool } from './pipeline/pool.ts';
import { loadCatalogue } from './rules/catalogue.ts';
import type { Catalogue, RuleSheet } from './rules/rule.ts';
import type { RuleSettings } from './rules/settings.ts';
import { headCommit } from './sources/git/reffiles.ts';
import { CoverageLedger } from './sources/ledger.ts';
import type { Pushed } from './sources/git/range.ts';
import { PathFilter } from './sources/filter.ts';
import { listFiles } from './sources/list.ts';
import { ignoredPaths } from './suppress/ignorefile.ts';
import { VERSION } from './version.ts';

export interface ScanOptions extends Pick<Settling, 'minConfidence' | 'mode'> {
  /** Files and folders of a tree scan, relative to `cwd`. Default: `cwd` itself. */
  paths?: readonly string[];
  /** Bytes to scan instead of files: the scope is then `stdin`. */
  stdin?: Buffer;
  /** What the next commit would add, instead of files; the scope is then `staged`. */
  staged?: boolean;
  /** With `staged`: whole files, also what stood in them before. */
  all?: boolean;
  /** What the commits of a range bring in (`A..B`, `A...B`, one commit), instead of files; the scope is then `range`. */
  range?: string;
  /** What a push brings, instead of files; the scope is then `range`. */
  pushed?: Pushed;
  /** Everything the repository's object store holds, reachable or not, instead of files; the scope is then `history`. */
  history?: boolean;
  /** Default: the process's. */
  cwd?: string;
  /** Leave out what .gitignore names (default true). */
  gitignore?: boolean;
  /** Patterns in .gitignore syntax: only what matches one is scanned; what matches one is left out. */
  include?: readonly string[];
  exclude?: readonly string[];
  /** The same, of a configuration: seen from its own folder. */
  patterns?: Patterns;
  /** Custom rule files (YAML, or gitleaks' TOML), beside the built-in rules. */
  rules?: readonly string[];
  /** Rules to switch off, or to judge otherwise, by their ids. */
  ruleSettings?: RuleSettings;
  /** Ids of the only rules to use. */
  onlyRules?: readonly string[];
  /** Bytes; larger files are told as a gap. Default: no limit. */
  maxFileSize?: number;
  /** Threads. Default: the processors there are. */
  jobs?: number;
  /** Longest time for one file in milliseconds. Default 60,000. */
  deadlineMs?: number;
  /** Put the secrets themselves into the report. Default false. */
  showSecrets?: boolean;
  /** Findings that are known: baselines of ours or of other scanners (suppress/read.ts), relative to `cwd`. */
  baseline?: readonly string[];
  /** Findings that a configuration accepts, and how severe they are in some paths. */
  allow?: readonly Allow[];
  severities?: readonly SeverityRule[];
  /** Absolute path of a file of patterns (in .gitignore syntax): findings in what it names are accepted. */
  ignoreFile?: string;
  /** Whether comments in files accept findings (see suppress/inline.ts). Default true. */
  inlineIgnores?: boolean;
  /** The clock by which tokens are judged. Default: now. */
  now?: Date;
  /**
   * Told now and then how many files (or objects of a repository) and bytes are done, and of a repository which part of the
   * work, from 0 to 1.
   */
  onProgress?: (done: number, bytes: number, part?: number) => void;
  /** Called with each mistake in what was asked for (a path that does not exist, a rule that cannot be read); the rest is still scanned. */
  onProblem?: (text: string) => void;
  /** Called with things a user should know of that are neither findings nor errors. */
  onNotice?: (text: string) => void;
  /** Ends the scan early; what was found so far is reported, as incomplete. */
  signal?: AbortSignal;
}

/** A report and what rendering it needs beside it. */
export interface ScanResult extends Omit<Found, 'findings' | 'matches'> {
  report: Report;
  sheets: ReadonlyMap<string, RuleSheet>;
}

/**
 * Scans and returns the report object of the public contract.
 * @throws UsageError for paths that do not exist, unless `onProblem` is told of them
 */
export async function scan(options: ScanOptions = {}): Promise<Report> {
  return (await runScan(options)).report;
}

/** As `scan`, with frames and secrets for the reports. */
export async function runScan(options: ScanOptions = {}): Promise<ScanResult> {
  const { catalogue, custom } = await rulesFor(options);
  const ledger = new CoverageLedger();
  const { kind, matches: all, covered, any } = await readScope(options, catalogue, custom, ledger);
  const root = rootOf(kind, options);
  const matches = wantedMatches(catalogue.accepts ? all.filter(catalogue.accepts) : all, root, options);

  const sheets = new Map<string, RuleSheet>();
  let found: Found = { findings: [], frames: new WeakMap(), matches: new Map(), secrets: [], secretOf: new WeakMap() };
  if (matches.length > 0) {
    // Most scans end without: what findings need is not loaded for them.
    const { makeFindings } = await import('./findings.ts');
    for (const sheet of catalogue.sheets) sheets.set(sheet.id, sheet);
    found = await makeFindings(matches, {
      sheets,
      now: options.now ?? new Date(),
      showSecrets: options.showSecrets ?? false,
      ...settlingOf(options),
      jobs: jobsOf(options),
      signal: options.signal,
      notice: options.onNotice,
      certificates: () => certificatesIn(options, root),
    });
  }
  await accept(found, kind, root, options);
  const skipped = ledger.skipped();
  const coverage: Coverage = {
    complete: !options.signal?.aborted && any && skipped.every((skip) => !skip.gap),
    ...covered,
    skipped,
  };
  const [place = '.', ...more] = options.paths ?? [];
  const head = kind === 'stdin' ? undefined : headCommit(resolve(options.cwd ?? '.', more.length > 0 ? '.' : place));
  const report: Report = {
    version: 1,
    tool: { name: 'bearertrap', version: VERSION, rules: catalogue.count, rulesHash: catalogue.hash },
    scope: { kind, root: '.', ...(options.range !== undefined && { range: options.range }), ...(head !== undefined && { head }) },
    findings: found.findings,
    coverage,
    summary: summarize(found.findings),
  };
  return { report, frames: found.frames, secrets: found.secrets, secretOf: found.secretOf, sheets };
}

/** The folder that paths are told from: git's objects stand in a repository, not in a folder. */
function rootOf(kind: ScopeKind, { cwd = process.cwd() }: ScanOptions): string {
  return kind === 'tree' || kind === 'stdin' ? cwd : (repositoryTop(cwd) ?? cwd);
}

/** Matches at paths that are wanted: trees are listed without the others, but git's objects are read whole. Messages have none. */
function wantedMatches(matches: Match[], root: string, options: ScanOptions): Match[] {
  if (matches.length === 0) return matches;
  const wanted = wantedPaths(root, options);
  return matches.filter(
    ({ location: { path, blob }, history }) => (blob === undefined && history?.where !== 'path') || wanted(path),
  );
}

function wantedPaths(root: string, { patterns, include = [], exclude = [] }: ScanOptions): (path: string) => boolean {
  const filters = [
    ...(include.length > 0 || exclude.length > 0 ? [new PathFilter(include, exclude)] : []),
    ...(patterns ? [new ProjectPaths(patterns, root)] : []),
  ];
  return (path) => filters.every((filter) => filter.wantsFile(path));
}

/** Tells of paths whether they are wanted and nothing accepts findings for standing there. */
function seenPaths(root: string, options: ScanOptions): (path: string) => boolean {
  const { ignoreFile, allow = [] } = options;
  const wanted = wantedPaths(root, options);
  const accepted = [
    ...(ignoreFile === undefined ? [] : [ignoredPaths(ignoreFile, root)]),
    ...allow.flatMap(({ paths, base }) => (paths ? [coveredBy(paths, base, root)] : [])),
  ];
  return (path) => wanted(path) && !accepted.some((covers) => covers(path));
}

/**
 * The certificates of what was scanned, for the rare token that is bound to one (RFC 8705): they are no findings, so they are
 * looked for in a pass of their own.
 */
async function certificatesIn(options: ScanOptions, root: string): Promise<string[]> {
  const { certificateRule } = await import('./rules/certificate.ts');
  const { onProgress: _, onNotice: __, ...rest } = options;
  const quiet: ScanOptions = { ...rest, onProblem: () => {}, minConfidence: 'low', mode: 'default' };
  const { matches } = await readScope(quiet, certificateRule(), true, new CoverageLedger());
  return [...new Set(wantedMatches(matches, root, options).map(({ secret }) => secret))];
}

/** Marks what is accepted. Most findings are not: what tells it is loaded only where something may. */
async function accept(found: Found, kind: ScopeKind, root: string, options: ScanOptions): Promise<void> {
  const { severities = [], allow = [], baseline = [], ignoreFile } = options;
  const inline = (options.inlineIgnores ?? true) && [...found.matches.values()].some((all) => all.some(({ ignores }) => ignores));
  const marks = inline || allow.length > 0 || ignoreFile !== undefined;
  if (baseline.length === 0 && (found.findings.length === 0 || (!marks && severities.length === 0))) return;
  const { acceptFindings } = await import('./suppress/accept.ts');
  await acceptFindings(found, {
    cwd: options.cwd ?? process.cwd(),
    root,
    kind,
    now: options.now ?? new Date(),
    inline,
    baseline,
    allow,
    severities,
    whole: !options.paths?.length && !options.include?.length && !options.exclude?.length,
    ...(ignoreFile !== undefined && { ignoreFile }),
    ...(options.onNotice && { onNotice: options.onNotice }),
    ...(options.onProblem && { onProblem: options.onProblem }),
  });
}

interface Read {
  kind: ScopeKind;
  matches: Match[];
  covered: Omit<Coverage, 'complete' | 'skipped'>;
  /** Whether there was something to look at; an index without changes or a range without commits is complete as it is. */
  any: boolean;
}

async function readScope(options: ScanOptions, catalogue: Catalogue, custom: boolean, ledger: CoverageLedger): Promise<Read> {
  const cwd = options.cwd ?? process.cwd();
  const range = options.range ?? options.pushed;
  if (options.staged || range !== undefined) {
    const { scanRange, scanStaged } = await import('./pipeline/changes.ts');
    const { maxFileSize: maxSize = Infinity, onProgress, signal, inlineIgnores, now } = options;
    let seen: ((path: string) => boolean) | undefined;
    const limits = {
      maxSize,
      onProgress,
      signal,
      inlineIgnores,
      now,
      settling: settlingOf(options),
      // Only of files that were moved.
      sees: (path: string) => (seen ??= seenPaths(rootOf('staged', options), options))(path),
    };
    const { matches, blobs, bytes, commits } =
      range === undefined
        ? await scanStaged(catalogue, cwd, options.all ?? false, limits, ledger)
        : await scanRange(catalogue, cwd, range, { ...limits, jobs: jobsOf(options), customRules: custom }, ledger);
    const covered = { blobs: { scanned: blobs, bytes }, ...(commits !== undefined && { commits: { scanned: commits } }) };
    return { kind: range === undefined ? 'staged' : 'range', matches, covered, any: true };
  }
  if (options.history) {
    const { scanHistory } = await import('./pipeline/history.ts');
    const { matches, blobs, bytes, commits } = await scanHistory(
      cwd,
      {
        catalogue,
        customRules: custom,
        jobs: jobsOf(options),
        settling: settlingOf(options),
        maxFileSize: options.maxFileSize,
        ...(options.onProgress && { onProgress: options.onProgress }),
        ...(options.signal && { signal: options.signal }),
      },
      ledger,
    );
    const covered = { blobs: { scanned: blobs, bytes }, commits: { scanned: commits } };
    return { kind: 'history', matches, covered, any: blobs + commits > 0 };
  }
  const outcome = options.stdin ? scanStdin(options.stdin, catalogue) : await scanTree(options, catalogue, custom, ledger);
  for (const { reason, path, gap } of outcome.skipped) ledger.skip(reason, path, gap);
  const covered = { files: { scanned: outcome.files, bytes: outcome.bytes, binary: outcome.binary } };
  return { kind: options.stdin ? 'stdin' : 'tree', matches: outcome.matches, covered, any: outcome.files > 0 };
}

async function rulesFor(options: ScanOptions): Promise<{ catalogue: Catalogue; custom: boolean }> {
  const { catalogue, custom } = await allRulesFor(options);
  const { ruleSettings = {}, onlyRules } = options;
  if (!onlyRules?.length && Object.keys(ruleSettings).length === 0) return { catalogue, custom };
  const settings = await import('./rules/settings.ts');
  const all = onlyRules?.length ? { ...settings.onlyRules(catalogue, onlyRules), ...ruleSettings } : ruleSettings;
  return { catalogue: settings.withSettings(catalogue, all), custom: true };
}

async function allRulesFor(options: ScanOptions): Promise<{ catalogue: Catalogue; custom: boolean }> {
  if (!options.rules?.length) return { catalogue: loadCatalogue(), custom: false };
  const { withRuleFiles } = await import('./rules/custom.ts');
  const { catalogue, problems, notices } = await withRuleFiles(options.rules, options.cwd ?? process.cwd());
  for (const problem of problems) options.onProblem?.(problem);
  for (const notice of notices) options.onNotice?.(notice);
  return { catalogue, custom: true };
}

/** Places in what is scanned in one piece are numbers of 31 bits. */
const MOST_BYTES = 2 ** 31 - 2 ** 20;

function scanStdin(bytes: Buffer, catalogue: Catalogue): Outcome {
  const outcome = emptyOutcome();
  if (bytes.length > MOST_BYTES) {
    outcome.skipped.push({ reason: 'too-large', path: '-', gap: true });
    return outcome;
  }
  const scanner = new FileScanner(catalogue, { maxFileSize: Infinity });
  scanner.scanBytes(bytes, 0, bytes.length, '-', outcome);
  return outcome;
}

async function scanTree(options: ScanOptions, catalogue: Catalogue, custom: boolean, ledger: CoverageLedger): Promise<Outcome> {
  const jobs = jobsOf(options);
  const pool = new ScanPool({
    catalogue,
    customRules: custom,
    limits: { maxFileSize: options.maxFileSize ?? Infinity },
    jobs,
    deadlineMs: options.deadlineMs ?? 60_000,
    ...(options.onProgress && { onProgress: options.onProgress }),
    ...(options.signal && { signal: options.signal }),
  });
  await listFiles(
    {
      cwd: options.cwd ?? process.cwd(),
      paths: options.paths?.length ? [...options.paths] : ['.'],
      gitignore: options.gitignore ?? true,
      include: [...(options.include ?? [])],
      exclude: [...(options.exclude ?? [])],
      also: options.patterns && new ProjectPaths(options.patterns, options.cwd ?? process.cwd()),
      ...(options.onNotice && { notice: options.onNotice }),
      ...(options.onProblem && { problem: options.onProblem }),
    },
    (files) => pool.add(files),
    ledger,
  );
  return pool.finish();
}

/** Each takes some 50 MB, and no more work is done at a time than there are processors. */
const MOST_JOBS = 64;

function jobsOf(options: ScanOptions): number {
  const jobs = options.jobs ?? Math.min(availableParallelism(), 8);
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`jobs must be a whole number from 1 on, not ${jobs}`);
  return Math.min(jobs, MOST_JOBS);
}

function settlingOf({ minConfidence, mode, ruleSettings = {} }: ScanOptions): Settling {
  const minProbability: Record<string, number> = {};
  for (const [id, { minProbability: least }] of Object.entries(ruleSettings)) if (least !== undefined) minProbability[id] = least;
  return { ...(minConfidence && { minConfidence }), ...(mode && { mode }), minProbability };
}
