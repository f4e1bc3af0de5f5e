/**
 * Findings as annotations of the lines they stand on.
 * @module
 */
import { type AnnotationProperties, error, notice, warning } from '@actions/core';
import { type Finding, type Location, SEVERITIES, type Severity } from '../model.ts';
import { displayPath } from '../path.ts';
import { count, remedyLine, tokenFacts } from '../report/text.ts';
import type { View } from '../report/view.ts';

type Level = 'error' | 'warning' | 'notice';

const LEVELS: Record<Severity, Level> = { critical: 'error', high: 'error', medium: 'warning', low: 'notice', info: 'notice' };
const PRINT = { error, warning, notice };
/** GitHub shows ten of each level for a step; one error is left for what the step ends with. */
const MOST: Record<Level, number> = { error: 9, warning: 10, notice: 10 };

interface Annotation {
  message: string;
  properties: AnnotationProperties;
}

/** Prints the annotations of all findings that are not accepted, the most severe first, within what GitHub shows. */
export function annotate(view: View): void {
  const levels: Record<Level, Annotation[]> = { error: [], warning: [], notice: [] };
  for (const finding of view.report.findings) {
    if (!finding.suppressed) levels[LEVELS[finding.severity]].push(...annotationsOf(view, finding));
  }
  for (const level of ['error', 'warning', 'notice'] as const) {
    const all = levels[level];
    const shown = all.length > MOST[level] ? all.slice(0, MOST[level] - 1) : all;
    for (const { message, properties } of shown) PRINT[level](message, properties);
    const more = all.length - shown.length;
    if (more > 0) {
      const severities = SEVERITIES.filter((severity) => LEVELS[severity] === level).join(' or ');
      PRINT[level](`and ${count(more, 'more place')} with ${severities} findings: the job summary and the reports list them`, {
        title: 'bearertrap',
      });
    }
  }
}

/** One a place. A line is named only where the file has it now: else the annotation would stand at some other text. */
function annotationsOf(view: View, finding: Finding): Annotation[] {
  const seen = new Set<string>();
  return finding.locations.flatMap((found) => {
    const current = view.current(found);
    const location = current ?? found;
    const key = `${location.inside ?? location.path}:${location.startLine}:${location.startColumn}`;
    if (seen.has(key)) return [];
    seen.add(key);
    const gone = current === null;
    const properties = { title: `${finding.severity}: ${finding.title}`, ...(!gone && region(location)) };
    return [{ message: messageOf(finding, found, gone), properties }];
  });
}

function region({ path, startLine, endLine, startColumn, endColumn }: Location): AnnotationProperties {
  const columns = startLine === endLine ? { startColumn, endColumn } : {};
  return { file: displayPath(path), startLine, endLine, ...columns };
}

function messageOf(finding: Finding, found: Location, gone: boolean): string {
  const token = finding.token ? tokenFacts(finding.token).map(([label, value]) => `${label} ${value}`) : [];
  const lines = [
    `${finding.title} (${finding.secret.redacted})${found.inside === undefined ? '' : ` in ${found.inside}`}`,
    found.commit === undefined ? '' : `${gone ? 'In' : 'Came with'} commit ${found.commit}${gone ? ` (${found.path})` : ''}.`,
    gone ? 'The file does not hold it any more, but whoever fetches the commit has it.' : '',
    token.length === 0 ? '' : `Token: ${token.join('; ')}`,
    `What to do: ${remedyLine(finding)}`,
    `Id: ${finding.id}`,
  ];
  return lines.filter(Boolean).map(displayPath).join('\n');
}
