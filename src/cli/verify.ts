/**
 * `bearertrap verify` and `scan --verify`: which secrets are taken. Loaded only then, for it connects to providers and issuers.
 * @module
 */
import { readFileSync } from 'node:fs';
import { UsageError } from '../errors.ts';
import type { Finding, Report } from '../model.ts';
import { type Format, render } from '../report/index.ts';
import { loadSheets } from '../rules/catalogue.ts';
import type { ScanResult } from '../scan.ts';
import { loadCustomCalls, planText, readAgain, type SecretOf, subjectsOf, Verifier, verifyReport } from '../verify/index.ts';
import { wantsColor } from './color.ts';
import { EXIT } from './exit.ts';
import { onInterrupt } from './interrupt.ts';
import { readStdin } from './stdin.ts';

/** What the commands that connect to something have in common. */
export interface IssuerOptions {
  issuer?: string[];
  opaqueIssuer?: string;
  host?: string[];
  jwks?: string[];
  clients?: string;
  allowPrivate?: boolean;
  allowLoopback?: boolean;
  /** Custom rule files, and the folder that they are relative to. */
  rules?: readonly string[];
  cwd?: string;
}

interface Options extends IssuerOptions {
  format: Format;
  dryRun?: boolean;
  color: boolean;
}

/**
 * @param signal ends what it asks
 * @throws UsageError for files, issuers and hosts that cannot be used
 */
export async function verifierFor(options: IssuerOptions, signal?: AbortSignal): Promise<Verifier> {
  const { issuer, opaqueIssuer, host, jwks, clients, allowPrivate, allowLoopback, rules, cwd = process.cwd() } = options;
  return new Verifier({
    ...(host && { hosts: host }),
    ...(rules?.length && { custom: await loadCustomCalls(rules, cwd) }),
    ...(signal && { door: { signal } }),
    ...(issuer && { issuers: issuer }),
    ...(opaqueIssuer !== undefined && { opaqueIssuer }),
    ...(jwks && { jwks }),
    ...(clients !== undefined && { clients }),
    ...(allowPrivate !== undefined && { private: allowPrivate }),
    ...(allowLoopback !== undefined && { loopback: allowLoopback }),
  });
}

/** The result of a scan with what was learned of its secrets; a dry run tells on standard error what would be asked. */
export async function verifyScan(
  result: ScanResult,
  options: IssuerOptions,
  dryRun: boolean,
  signal: AbortSignal,
): Promise<ScanResult> {
  const verifier = await verifierFor(options, signal);
  const secretOf: SecretOf = (of) => result.secretOf.get(of);
  if (dryRun) {
    process.stderr.write(`bearertrap: ${planText(subjectsOf(result.report.findings, secretOf, verifier), verifier)}`);
    return result;
  }
  const report = await verifyReport(result.report, secretOf, verifier, signal);
  tellInterrupted(report, signal);
  return { ...result, report, secrets: [...result.secrets, ...verifier.secrets] };
}

/** Says what a report lacks that was made before everything was asked. */
function tellInterrupted({ findings }: Report, signal: AbortSignal): void {
  if (!signal.aborted) return;
  const told = findings.filter(({ verification }) => verification).length;
  process.stderr.write(`bearertrap: interrupted: ${told} of ${findings.length} findings were verified until then\n`);
}

/** @returns the exit code: 1 when a secret is active, 3 when that could not be told of one, 130 after Ctrl-C, else 0 */
export async function verifyCommand(file: string, given: Record<string, unknown>): Promise<number> {
  const options = given as unknown as Options;
  const abort = onInterrupt();
  const verifier = await verifierFor(options, abort.signal);
  const report = await readReport(file);
  const { secretOf, secrets, missing } = await readAgain(report, options.rules ? { rules: options.rules } : {});
  for (const { id, title, locations } of missing) {
    const where = locations[0]?.path ?? '';
    process.stderr.write(
      `bearertrap: ${id} (${title}): its secret is no more in ${where || 'the place the report names'}; run this where the report was made, scan again, or make the report with --show-secrets\n`,
    );
  }
  if (options.dryRun) {
    process.stdout.write(planText(subjectsOf(report.findings, secretOf, verifier), verifier));
    return EXIT.clean;
  }
  const verified = await verifyReport(report, secretOf, verifier, abort.signal);
  tellInterrupted(verified, abort.signal);
  const text = await render(options.format, verified, {
    frames: new WeakMap(),
    secrets: [...secrets, ...verifier.secrets],
    sheets: new Map(loadSheets().map((sheet) => [sheet.id, sheet])),
    color: options.color && wantsColor(),
    width: process.stdout.columns ?? 100,
    showSecrets: false,
  });
  await new Promise<void>((resolve) => process.stdout.write(text, () => resolve()));
  if (abort.signal.aborted) return EXIT.interrupted;
  const states = verified.findings.filter(({ suppressed }) => !suppressed).map(({ verification }) => verification?.state);
  if (states.includes('active')) return EXIT.findings;
  return states.every((state) => state === 'inactive') ? EXIT.clean : EXIT.incomplete;
}

/**
 * A JSON report from a file or, for `-`, from standard input.
 * @throws UsageError for what is none
 */
export async function readReport(file: string): Promise<Report> {
  let text: string;
  try {
    text = file === '-' ? (await readStdin()).toString('utf8') : readFileSync(file, 'utf8');
  } catch (error) {
    throw new UsageError(`the report ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, { cause: error });
  }
  let report: Partial<Report>;
  try {
    report = JSON.parse(text) as Partial<Report>;
  } catch (error) {
    throw new UsageError(`${file} is no JSON report: make one with bearertrap scan --format json`, { cause: error });
  }
  const whole =
    report?.version === 1 && Array.isArray(report.findings) && report.scope && report.coverage && report.tool && report.summary;
  const findings = Array.isArray(report?.findings) ? report.findings : [];
  if (!whole || !findings.every(isFinding)) {
    throw new UsageError(`${file} is no report of this version: make one with bearertrap scan --format json`);
  }
  return report as Report;
}

function isFinding(value: Partial<Finding> | null): boolean {
  return (
    typeof value?.id === 'string' &&
    typeof value.rule === 'string' &&
    typeof value.secret?.redacted === 'string' &&
    Array.isArray(value.reasons) &&
    typeof value.remedy?.revoke === 'string' &&
    Array.isArray(value.locations) &&
    value.locations.every((location) => typeof location?.path === 'string')
  );
}
