import { displayPath } from '../path.ts';
import { skipNotes, suppressionLine, tokenFacts } from './text.ts';
import type { Renderer } from './view.ts';

const HEADER =
  'severity confidence rule provider title kind path line column inside commit secret token reasons revoke url suppressed id'.split(
    ' ',
  );

/**
 * One row a location (RFC 4180), each cell quoted. Spreadsheets take a cell for a formula by its first character, so
 * cells that begin with one of those get an apostrophe before it, as OWASP advises. What was not scanned follows as rows
 * with the rule `coverage`, since a table without them would look like the whole truth.
 */
export const renderCsv: Renderer = ({ report }) => {
  const rows: string[][] = [HEADER];
  for (const finding of report.findings) {
    for (const location of finding.locations) {
      rows.push([
        finding.severity,
        finding.confidence,
        finding.rule,
        finding.provider,
        finding.title,
        finding.kind,
        location.path,
        String(location.startLine),
        String(location.startColumn),
        location.inside ?? '',
        location.commit ?? '',
        finding.secret.value ?? finding.secret.redacted,
        finding.token
          ? tokenFacts(finding.token)
              .map(([label, value]) => `${label} ${value}`)
              .join('; ')
          : '',
        finding.reasons.map(({ text }) => text).join(' '),
        finding.remedy.revoke,
        finding.remedy.url ?? '',
        suppressionLine(finding),
        finding.id,
      ]);
    }
  }
  for (const { gap, text } of skipNotes(report.coverage, displayPath)) {
    const row = { severity: 'info', rule: 'coverage', title: gap ? 'Gap' : 'Not scanned', reasons: text };
    rows.push(HEADER.map((column) => row[column as keyof typeof row] ?? ''));
  }
  return rows.map((row) => `${row.map(cell).join(',')}\r\n`).join('');
};

function cell(text: string): string {
  const shown = displayPath(text);
  const safe = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(shown) ? `'${shown}` : shown;
  return `"${safe.replaceAll('"', '""')}"`;
}
