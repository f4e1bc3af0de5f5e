/**
 * The door of this room, and the only code of the product that connects to anything: loaded when a user asks for it, never by
 * a plain scan.
 * @module
 */
import type { Companion, Finding, Location, Report } from '../model.ts';
import { summarize } from '../judge/policy.ts';
import { byImportance } from '../order.ts';
import { companionsOf } from './request.ts';
import { withVerification } from './severity.ts';
import type { Subject, Verifier } from './verifier.ts';

export { loadCustomCalls } from './custom.ts';
export { readAgain, type SecretsAgain } from './again.ts';
export { planRevocation, type RevocationPlan, revocationText, revoke } from './revoke.ts';
export { type Subject, Verifier, type VerifierOptions } from './verifier.ts';

export type SecretOf = (of: Finding | Companion) => string | undefined;

/** Lines between a secret and what belongs to it; further apart they are taken for strangers. */
const BESIDE_LINES = 50;

/**
 * Findings with their secrets and what was found beside them. Accepted findings are left out: their owner knows of them.
 * @param secretOf undefined for findings and companions whose secret is not known
 */
export function subjectsOf(findings: readonly Finding[], secretOf: SecretOf, verifier: Verifier): Subject[] {
  return findings.flatMap((finding) => {
    const secret = finding.suppressed ? undefined : secretOf(finding);
    if (secret === undefined) return [];
    const calls = verifier.calls[finding.rule];
    const wanted = new Set([calls?.verify, calls?.revocation].flatMap((call) => (call ? companionsOf(call) : [])));
    const beside = new Map<string, string>();
    for (const rule of wanted) {
      const nearest = finding.companions?.find((companion) => companion.rule === rule) ?? nearestOf(finding, findings, rule);
      const value = nearest && secretOf(nearest);
      if (value !== undefined) beside.set(rule, value);
    }
    return [{ finding, secret, beside }];
  });
}

/** The finding of a rule that stands nearest in the same file. */
function nearestOf(finding: Finding, all: readonly Finding[], rule: string): Finding | undefined {
  let best: Finding | undefined;
  let least = BESIDE_LINES;
  for (const other of all) {
    if (other.rule !== rule) continue;
    for (const a of finding.locations) {
      for (const b of other.locations) {
        const lines = sameObject(a, b) ? Math.abs(a.startLine - b.startLine) : Number.POSITIVE_INFINITY;
        if (lines > least || (lines === least && best)) continue;
        best = other;
        least = lines;
      }
    }
  }
  return best;
}

function sameObject(a: Location, b: Location): boolean {
  return a.path === b.path && a.inside === b.inside && a.blob === b.blob;
}

/**
 * A report with what was learned of its findings: severity, order and summary follow.
 * @param signal ends it early, with what was learned until then
 */
export async function verifyReport(
  report: Report,
  secretOf: SecretOf,
  verifier: Verifier,
  signal?: AbortSignal,
): Promise<Report> {
  const stopped = new Promise<undefined>((resolve) => {
    if (signal?.aborted) resolve(undefined);
    signal?.addEventListener('abort', () => resolve(undefined));
  });
  const renewed = new Map<Finding, Finding>();
  await Promise.all(
    subjectsOf(report.findings, secretOf, verifier).map(async (subject) => {
      const answer = await Promise.race([stopped, verifier.verify(subject)]);
      if (answer) renewed.set(subject.finding, withVerification(subject.finding, answer));
    }),
  );
  const findings = report.findings.map((finding) => renewed.get(finding) ?? finding).sort(byImportance);
  return { ...report, findings, summary: summarize(findings) };
}

/** What verifying would do: for each host how many secrets would be asked about, and what could not be. */
export function planText(subjects: readonly Subject[], verifier: Verifier): string {
  const hosts = new Map<string, Set<string>>();
  let without = 0;
  for (const subject of subjects) {
    const to = verifier.hostsOf(subject);
    if (to.length === 0) without++;
    for (const host of to) hosts.set(host, (hosts.get(host) ?? new Set()).add(subject.secret));
  }
  const rows = [...hosts].sort(([a], [b]) => (a < b ? -1 : 1)).map(([host, secrets]) => `  ${host}  ${countOf(secrets.size)}`);
  const lines =
    rows.length > 0
      ? ['would ask these hosts, and no other but those that an allowed issuer names:', ...rows]
      : ['would ask nobody'];
  return `${[...lines, ...(without > 0 ? [`no way to ask about ${countOf(without)}`] : [])].join('\n')}\n`;
}

function countOf(number: number): string {
  return number === 1 ? '1 secret' : `${number} secrets`;
}
