/**
 * What a verification does to a finding: a secret that is taken weighs more, one that is not weighs little.
 * @module
 */
import { type Finding, type Reason, SEVERITIES } from '../model.ts';
import type { Introspection } from './oauth.ts';

/** The most that a secret weighs which is not taken: it still tells how secrets are handled here. */
const INACTIVE = SEVERITIES.indexOf('low');

/** The finding with what was learned; severity and confidence follow, each with its reason. */
export function withVerification(finding: Finding, { bound, ...verification }: Introspection): Finding {
  const rank = SEVERITIES.indexOf(finding.severity);
  const known = { ...finding, verification };
  const because = (code: string, text: string): Reason[] => [{ code, text }, ...finding.reasons];
  switch (verification.state) {
    case 'active': {
      // What is meant to be public stays what it is; a bound token is half of a credential.
      const raised = bound || finding.severity === 'info' ? rank : Math.max(rank - 1, 0);
      const text = verification.by === 'jwks' ? 'It is genuine and has not expired.' : 'It was taken when it was verified.';
      return { ...known, severity: SEVERITIES[raised]!, confidence: 'certain', reasons: because('verified-active', text) };
    }
    case 'inactive': {
      const severity = SEVERITIES[Math.max(rank, INACTIVE)]!;
      return { ...known, severity, reasons: because('verified-inactive', 'It was not taken when it was verified.') };
    }
    default:
      return known;
  }
}
