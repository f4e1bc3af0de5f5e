import { type FailOn, failing } from '../judge/policy.ts';
import type { Report } from '../model.ts';

/** Exit codes of the public contract. */
export const EXIT = { clean: 0, findings: 1, usage: 2, incomplete: 3, interrupted: 130 } as const;

/**
 * The exit code of a scan that ended: findings win over incompleteness.
 * @param allowIncomplete whether a scan passes that could not read everything
 */
export function codeOf(report: Report, failOn: FailOn, allowIncomplete = false): number {
  if (failing(report, failOn).length > 0) return EXIT.findings;
  return report.coverage.complete || allowIncomplete ? EXIT.clean : EXIT.incomplete;
}
