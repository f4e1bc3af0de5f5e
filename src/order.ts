/**
 * The order of reports. Texts go by code unit: an order must not depend on a locale.
 * @module
 */
import { type Finding, type Location, SEVERITIES } from './model.ts';

export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

/** Places of a finding: those that count before those that are accepted, then by path and where in it. */
export function byPlace(a: Location, b: Location): number {
  return (
    Number(a.suppressed !== undefined) - Number(b.suppressed !== undefined) ||
    byText(a.path, b.path) ||
    a.startLine - b.startLine ||
    a.startColumn - b.startColumn ||
    byText(a.inside ?? '', b.inside ?? '') ||
    byText(a.blob ?? '', b.blob ?? '') ||
    byText(a.commit ?? '', b.commit ?? '') ||
    a.offset - b.offset
  );
}

/** Findings: the most severe first, then by their first place, then by id. */
export function byImportance(a: Finding, b: Finding): number {
  return (
    SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) ||
    byPlace(a.locations[0]!, b.locations[0]!) ||
    byText(a.id, b.id) ||
    byText(a.rule, b.rule)
  );
}
