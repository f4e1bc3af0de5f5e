/**
 * What makes a scan fail: findings at or above a severity, or that not all was read.
 * @module
 */
import { type Report, SEVERITIES, type Severity } from '../model.ts';

/** The least severity that fails, or that none does. */
export type FailOn = Severity | 'none';

/** Whether a report holds findings, not accepted ones, that fail. */
export function fails(report: Report, failOn: FailOn): boolean {
  if (failOn === 'none') return false;
  const limit = SEVERITIES.indexOf(failOn);
  return report.findings.some((finding) => !finding.suppressed && SEVERITIES.indexOf(finding.severity) <= limit);
}

/** Why an incomplete scan is no all-clear, in one line. */
export function incompleteness({ coverage }: Report): string {
  const gaps = coverage.skipped.filter((skip) => skip.gap);
  if (gaps.length === 0) return 'nothing was read: there was no file to scan, so this is no all-clear';
  return `the scan is incomplete: ${gaps.map((gap) => `${gap.count} ${gap.reason}`).join(', ')}; what was not read may hold secrets`;
}
