/**
 * GitLab's security report of type secret detection, schema 15.2 (security-report-schemas,
 * secret-detection-report-format.json). One vulnerability a location; accepted findings are left out and counted in a message.
 * @module
 */
import { createHash } from 'node:crypto';
import type { Finding, Location, Severity } from '../model.ts';
import { displayPath } from '../path.ts';
import { toJson } from './jsontext.ts';
import { count, covered, historyLine, remedyLine, skipNotes, tokenFacts, verificationLine } from './text.ts';
import type { Renderer, View } from './view.ts';

const VERSION = '15.2.1';
const SCHEMA = `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${VERSION}/dist/secret-detection-report-format.json`;
const SEVERITIES: Record<Severity, string> = { critical: 'Critical', high: 'High', medium: 'Medium', low: 'Low', info: 'Info' };
const LONGEST_NAME = 255;
const LONGEST_SOLUTION = 7000;
/** The schema demands a commit; this is what GitLab's own analyzer writes where there is none. */
const NO_COMMIT = '0000000';

export const renderGitlab: Renderer = (view) => {
  const { report } = view;
  const tool = { id: report.tool.name, name: report.tool.name, version: report.tool.version, vendor: { name: report.tool.name } };
  const open = report.findings.filter(({ suppressed }) => !suppressed);
  return `${toJson(
    {
      version: VERSION,
      schema: SCHEMA,
      scan: {
        analyzer: tool,
        scanner: tool,
        type: 'secret_detection',
        start_time: seconds(view.startedAt),
        end_time: seconds(view.finishedAt),
        status: 'success',
        messages: messagesOf(view),
      },
      vulnerabilities: open.flatMap((finding) => finding.locations.map((location) => vulnerability(view, finding, location))),
    },
    2,
  )}\n`;
};

function messagesOf({ report }: View): { level: string; value: string }[] {
  const { coverage, summary } = report;
  return [
    {
      level: coverage.complete ? 'info' : 'warn',
      value: `Scanned ${covered(coverage)}${coverage.complete ? '' : ', not all there is'}.`,
    },
    ...skipNotes(coverage, displayPath).map(({ gap, text }) => ({ level: gap ? 'warn' : 'info', value: text })),
    ...(summary.suppressed === 0 ? [] : [{ level: 'info', value: `${count(summary.suppressed, 'finding')} suppressed.` }]),
  ];
}

function vulnerability(view: View, finding: Finding, location: Location): object {
  const url = finding.remedy.url;
  return {
    id: uuid([finding.id, location.path, location.inside ?? '', location.blob ?? '', location.startLine, location.startColumn]),
    name: finding.title.slice(0, LONGEST_NAME),
    description: descriptionOf(finding),
    severity: SEVERITIES[finding.severity],
    solution: remedyLine(finding).slice(0, LONGEST_SOLUTION),
    identifiers: [
      { type: 'bearertrap_rule_id', name: `bearertrap rule ${finding.rule}`, value: finding.rule },
      { type: 'cwe', name: 'CWE-798', value: '798', url: 'https://cwe.mitre.org/data/definitions/798.html' },
    ],
    ...(url !== undefined && /^https?:\/\//.test(url) && { links: [{ name: 'Revoke', url }] }),
    location: {
      file: displayPath(location.path),
      start_line: location.startLine,
      end_line: location.endLine,
      commit: commitOf(view, finding, location),
    },
    // The schema means the source as it stands; a report must not leak what it warns of.
    raw_source_code_extract: displayPath(finding.secret.value ?? finding.secret.redacted),
  };
}

function commitOf({ report }: View, { history }: Finding, { commit }: Location): object {
  const known = [history?.first, history?.last].find((one) => one && (commit === undefined || one.id === commit));
  if (!known) return { sha: commit ?? report.scope.head ?? NO_COMMIT };
  return { author: displayPath(known.author), date: known.date, message: displayPath(known.subject), sha: known.id };
}

/** GitLab renders the description as Markdown; as code nothing in it can become a link, a mention or an image. */
function descriptionOf(finding: Finding): string {
  const lines = [
    `${finding.severity}, ${finding.confidence} confidence. ${finding.reasons.map(({ text }) => text).join(' ')}`.trim(),
    finding.token
      ? `Token: ${tokenFacts(finding.token)
          .map(([label, value]) => `${label} ${value}`)
          .join('; ')}`
      : '',
    finding.history ? `History: ${historyLine(finding.history)}` : '',
    finding.verification ? `Verification: ${verificationLine(finding)}` : '',
  ].filter(Boolean);
  return `\`\`\`\`text\n${lines.map((line) => displayPath(line).replaceAll('````', "''''")).join('\n')}\n\`\`\`\``;
}

/** `2024-03-01T12:00:00`, UTC without saying so, as the schema wants it. */
function seconds(time: string): string {
  const date = new Date(time);
  return (Number.isNaN(date.getTime()) ? new Date(0) : date).toISOString().slice(0, 19);
}

/** A UUID (version 8, RFC 9562) out of a hash, so that a vulnerability keeps its id from one report to the next. */
function uuid(parts: (string | number)[]): string {
  const hex = createHash('sha256').update(parts.join('\0'), 'utf8').digest('hex');
  const variant = '89ab'[Number.parseInt(hex[16]!, 16) & 3]!;
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
