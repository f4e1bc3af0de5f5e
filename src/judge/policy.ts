/**
 * What a report comes to: counts, and what makes a scan fail.
 * @module
 */
import { type Finding, type Report, SEVERITIES, type Severity } from '../model.ts';

/** The least severity that fails, or that none does. */
export type FailOn = Severity | 'none';

/** Findings by severity; accepted ones are counted apart. */
export function summarize(findings: readonly Finding[]): Report['summary'] {
  const bySeverity: Record<Severity, number> = { critical: 0, high: 0, medium: 0, low: 0, info: 0 };
  let suppressed = 0;
  for (const finding of findings) {
    if (finding.suppressed) suppressed++;
    else bySeverity[finding.severity]++;
  }
  return { findings: findings.length - suppressed, suppressed, bySeverity };
}

/** The findings of a report, not accepted ones, that make it fail. */
export function failing({ findings }: Report, failOn: FailOn): Finding[] {
  if (failOn === 'none') return [];
  const limit = SEVERITIES.indexOf(failOn);
  return findings.filter(({ suppressed, severity }) => !suppressed && SEVERITIES.indexOf(severity) <= limit);
}

/** The report without the findings below a severity. */
export function atLeast(report: Report, least: Severity): Report {
  const limit = SEVERITIES.indexOf(least);
  const findings = report.findings.filter((finding) => SEVERITIES.indexOf(finding.severity) <= limit);
  return { ...report, findings, summary: summarize(findings) };
}

/** Why an incomplete scan is no all-clear, in one line. */
export function incompleteness({ coverage }: Report): string {
  const gaps = coverage.skipped.filter((skip) => skip.gap);
  if (gaps.length === 0) return 'nothing was read: there was no file to scan, so this is no all-clear';
  return `the scan is incomplete: ${gaps.map((gap) => `${gap.count} ${gap.reason}`).join(', ')}; what was not read may hold secrets`;
}
