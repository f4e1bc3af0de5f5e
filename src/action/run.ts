/**
 * The GitHub Action: from the event to what is scanned, and from the report to annotations, summary, outputs and exit code.
 * @module
 */
import { error as printError, info, notice, setOutput, setSecret, summary, warning } from '@actions/core';
import { randomUUID } from 'node:crypto';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { codeOf, EXIT } from '../cli/exit.ts';
import { isKnown } from '../errors.ts';
import { atLeast, incompleteness, summarize } from '../judge/policy.ts';
import type { Location, Report } from '../model.ts';
import { findPlaces } from '../pipeline/places.ts';
import { type Format, render, type ReportContext } from '../report/index.ts';
import { summaryLine } from '../report/text.ts';
import { encodePath } from '../report/uri.ts';
import { createView } from '../report/view.ts';
import { runScan, type ScanOptions, type ScanResult } from '../scan.ts';
import { annotate } from './annotations.ts';
import { type GithubEvent, readEvent } from './event.ts';
import { type Inputs, readInputs } from './inputs.ts';
import { type Plan, planScan } from './plan.ts';
import { decidersOf } from './trusted.ts';
import { openWorkspace, type Workspace, writeOutput } from './workspace.ts';

/** Shortest secret that the runner is told to mask: masking short ones would blot out half of a log. */
const SHORTEST_MASKED = 8;
const MOST_MASKED = 1000;

/**
 * Runs the Action on the variables of a runner. Everything is told by workflow commands and the runner's files; nothing is
 * thrown for what a user can put right.
 * @returns the exit code
 */
export async function run(env: NodeJS.ProcessEnv): Promise<number> {
  let workspace: Workspace | undefined;
  try {
    const inputs = readInputs();
    workspace = openWorkspace(inputs.path, env);
    return await scanEvent(inputs, workspace, env);
  } catch (error) {
    if (!isKnown(error)) throw error;
    printError(error.message, { title: 'bearertrap' });
    setOutput('exit-code', EXIT.usage);
    return EXIT.usage;
  } finally {
    if (workspace) rmSync(join(workspace.temp, 'base'), { recursive: true, force: true });
  }
}

async function scanEvent(inputs: Inputs, workspace: Workspace, env: NodeJS.ProcessEnv): Promise<number> {
  const event = readEvent(env);
  const url = `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY'] ?? ''}`;
  const plan = planScan(event, workspace.top, {
    scope: inputs.scope,
    ...(inputs.fetch && { fetch: { url, token: inputs.token } }),
    say: (text) => notice(text, { title: 'bearertrap' }),
  });
  info(
    `bearertrap scans ${plan.kind === 'nothing' ? 'nothing' : plan.what}${plan.range === undefined ? '' : ` (${plan.range})`}.`,
  );
  if (plan.kind === 'nothing') return finishEmpty(plan.what);
  if (plan.kind === 'range' && plan.range === undefined) return finishUnseen(inputs, plan);

  const problems: string[] = [];
  const say = (text: string): void => notice(text, { title: 'bearertrap' });
  const project = await decidersOf(inputs, plan, event.change.kind === 'proposal', workspace, say);
  const result = await runScan({
    ...project.options,
    ...whatOf(plan, workspace),
    onProblem: (text) => problems.push(text),
    onNotice: say,
  });
  const report = withinPath(plan, workspace, result.report);
  // What the checkout does not hold makes any scan incomplete, whatever could be read.
  if (plan.unseen.length > 0) report.coverage.complete = false;
  const code =
    problems.length > 0 ? EXIT.usage : codeOf(report, inputs.failOn ?? project.failOn ?? 'low', inputs.allowIncomplete);
  for (const problem of problems) printError(problem, { title: 'bearertrap' });
  const shown = project.minSeverity ? atLeast(report, project.minSeverity) : report;
  await tell(inputs, event, plan, workspace, { ...result, report: shown }, code, env);
  return code;
}

function whatOf(plan: Plan, { top, prefix }: Workspace): ScanOptions {
  return {
    cwd: top,
    ...(plan.kind === 'tree' && { paths: [prefix || '.'] }),
    ...(plan.kind === 'history' && { history: true }),
    ...(plan.range !== undefined && { range: plan.range }),
  };
}

/** Of commits, only what they bring into the folder asked for; their messages belong to all folders. */
function withinPath(plan: Plan, { prefix }: Workspace, report: Report): Report {
  if (prefix === '' || plan.kind === 'tree') return report;
  const findings = report.findings.flatMap((finding) => {
    const locations = finding.locations.filter(
      ({ path, blob }) => blob === undefined || path === prefix || path.startsWith(`${prefix}/`),
    );
    return locations.length === 0 ? [] : [{ ...finding, locations }];
  });
  return { ...report, findings, summary: summarize(findings) };
}

async function tell(
  inputs: Inputs,
  event: GithubEvent,
  plan: Plan,
  workspace: Workspace,
  result: ScanResult,
  code: number,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  const { report } = result;
  // Elsewhere this would print the secrets.
  if (env['GITHUB_ACTIONS'] === 'true') {
    for (const secret of result.secrets.filter(({ length }) => length >= SHORTEST_MASKED).slice(0, MOST_MASKED))
      setSecret(secret);
  }
  const places = report.findings.length === 0 ? {} : await findPlaces(report, { cwd: workspace.top, ...headOf(plan) });
  const context: ReportContext = {
    ...places,
    frames: result.frames,
    secrets: result.secrets,
    sheets: result.sheets,
    color: false,
    width: 120,
    showSecrets: false,
    link: linkTo(plan, env),
  };
  printReport(await render('pretty', report, context));
  if (inputs.annotations) annotate(createView(report, context));
  const markdown = `${await render('markdown', report, context)}${unseenText(plan)}${report.summary.findings === 0 ? '' : ADVICE}`;
  if (inputs.summary && env['GITHUB_STEP_SUMMARY']) await summary.addRaw(markdown).write();
  const write = async (format: Format, file: string): Promise<string> =>
    writeOutput(workspace, file, await render(format, report, context));
  for (const { format, file } of inputs.reports) await write(format, file);
  setOutput('report', await write('json', join(workspace.temp, 'report.json')));
  setOutput('sarif', inputs.sarif === '' ? '' : await write('sarif', inputs.sarif));
  setCounts(report);
  conclude(report, plan, inputs, code);
  if (inputs.comment) await commentOn(event, inputs, markdown, code === EXIT.clean && report.findings.length === 0, env);
}

const ADVICE = `
### What to do

1. Revoke each credential first, as its **Fix** says: whoever could read the repository may have it, and deleting it here takes it from nobody.
2. Put the new one where the code reads it at run time: secrets of the workflow, the environment, a vault.
3. Only then take it out of the files, and of the history if it must not stay readable.
`;

/** To files and commits on GitHub, as they were when the secret was found. */
function linkTo({ head }: Plan, env: NodeJS.ProcessEnv): (location: Location) => string | undefined {
  const base = `${env['GITHUB_SERVER_URL'] ?? 'https://github.com'}/${env['GITHUB_REPOSITORY'] ?? ''}`;
  return ({ path, blob, commit, startLine }) => {
    if (blob === undefined && commit !== undefined) return `${base}/commit/${commit}`;
    const at = commit ?? head ?? env['GITHUB_SHA'];
    return at ? `${base}/blob/${at}/${encodePath(path)}#L${startLine}` : undefined;
  };
}

const headOf = ({ head }: Plan): { head?: string } => (head === undefined ? {} : { head });

/** Into the log, where no line of a scanned file may pass for a command to the runner. */
function printReport(text: string): void {
  const token = randomUUID();
  info(`::stop-commands::${token}\n${text}\n::${token}::`);
}

function setCounts(report: Report): void {
  const known = report.findings.filter(({ suppressed }) => suppressed?.by === 'baseline').length;
  setOutput('findings', report.summary.findings + known);
  setOutput('new', report.summary.findings);
  setOutput('suppressed', report.summary.suppressed);
  setOutput('by-severity', report.summary.bySeverity);
  setOutput('complete', report.coverage.complete);
}

/** The line that a failed step ends with. */
function conclude(report: Report, plan: Plan, inputs: Inputs, code: number): void {
  setOutput('exit-code', code);
  const gaps = plan.unseen.length === 0 ? [] : [notSeen(plan, inputs)];
  if (gaps.length === 0 || report.coverage.skipped.some(({ gap }) => gap)) gaps.push(incompleteness(report));
  const print = inputs.allowIncomplete ? warning : printError;
  if (code === EXIT.findings) printError(`${summaryLine(report)}.${report.coverage.complete ? '' : ` Also, ${gaps.join('; ')}`}`);
  else if (!report.coverage.complete) print(gaps.join('; '), { title: 'bearertrap: incomplete' });
}

function notSeen({ unseen }: Plan, { fetch }: Inputs): string {
  const advice = fetch
    ? 'They could not be fetched either.'
    : 'Set `fetch-depth: 0` for actions/checkout, or `fetch: true` for this action.';
  return `not seen, since the checkout does not hold them: ${unseen.join('; ')}. ${advice}`;
}

function unseenText({ unseen }: Plan): string {
  return unseen.length === 0 ? '' : `\n**Not seen**, since the checkout does not hold them: ${unseen.join('; ')}.\n`;
}

/** Nothing at all could be scanned. */
function finishUnseen(inputs: Inputs, plan: Plan): number {
  const code = inputs.allowIncomplete ? EXIT.clean : EXIT.incomplete;
  (inputs.allowIncomplete ? warning : printError)(notSeen(plan, inputs), { title: 'bearertrap: nothing was scanned' });
  setOutput('complete', false);
  setOutput('exit-code', code);
  return code;
}

function finishEmpty(what: string): number {
  info(`There is nothing to scan in ${what}.`);
  for (const name of ['findings', 'new', 'suppressed']) setOutput(name, 0);
  setOutput('complete', true);
  setOutput('exit-code', EXIT.clean);
  return EXIT.clean;
}

async function commentOn(
  { change }: GithubEvent,
  { token }: Inputs,
  markdown: string,
  clean: boolean,
  env: NodeJS.ProcessEnv,
): Promise<void> {
  if (change.kind !== 'proposal' || change.number === undefined) return;
  const { comment } = await import('./comment.ts');
  const api = env['GITHUB_API_URL'] ?? 'https://api.github.com';
  try {
    await comment({ api, repository: env['GITHUB_REPOSITORY'] ?? '', number: change.number, token }, markdown, clean);
  } catch (error) {
    if ((error as Error).name !== 'UsageError') throw error;
    // The check itself does not hang on it.
    warning((error as Error).message, { title: 'bearertrap' });
  }
}
