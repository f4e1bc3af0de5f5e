/**
 * The report for pull request comments and job summaries (GitHub flavoured Markdown). All text from outside is put into
 * HTML code elements, in which neither Markdown nor mentions, issue references or images are live.
 * @module
 */
import type { Finding, Location } from '../model.ts';
import {
  count,
  covered,
  digits,
  historyLine,
  place,
  remedyLine,
  skipNotes,
  summaryLine,
  suppressionLine,
  tokenFacts,
  verificationLine,
} from './text.ts';
import type { Renderer, View } from './view.ts';
import { escapeMarkup } from './xml.ts';

/** GitHub cuts a comment at 65,536 characters and a job summary at 1 MiB: whole findings beyond this are left out, and that is said. */
const LONGEST = 60_000;
const MOST_ROWS = 100;
const MOST_PLACES = 10;
/** Whatever Markdown could act on within a line, also inside an HTML element; the dot only as part of `www.`. */
const ACTIVE = /[\\`*_[\]|~$@#:!]|(?<=www)\./gi;
/** The same for text that is not in a code element, with the underscores that stand within words left alone. */
const ACTIVE_PLAIN = /[\\`*[\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
/** Words and the marks of sentences; no address, name or emoji that GitHub would make something of. */
const HARMLESS = /^(?!.*www\.)(?:[\p{L}\p{N} .,;()'%-]|: )*$/iu;

export const renderMarkdown: Renderer = (view) => {
  const { report } = view;
  const { coverage, findings, tool } = report;
  const open = findings.filter(({ suppressed }) => !suppressed);
  const accepted = findings.filter(({ suppressed }) => suppressed);
  const incomplete = coverage.complete ? '' : ', but the scan is not complete';
  const notes = skipNotes(coverage, (path) => path).map(({ gap, text }) => `- ${gap ? '**Gap:** ' : ''}${code(text)}`);
  const head = [`## ${plain(summaryLine(report) + incomplete)}`, ''];
  const foot = [
    `${coverage.complete ? '' : '**Incomplete.** '}Scanned ${plain(covered(coverage))} with ${digits(tool.rules)} rules.`,
    ...(notes.length === 0 ? [] : ['', ...notes]),
  ];
  const blocks = [
    ...(open.length === 0 ? [] : [table(view, open)]),
    ...open.map((finding) => details(view, finding)),
    ...accepted.map(acceptedLine),
  ];
  const kept: string[] = [];
  let room = LONGEST - [...head, ...foot].join('\n').length;
  for (const block of blocks) {
    room -= block.length + 1;
    if (room < 0) break;
    kept.push(block);
  }
  if (kept.length < blocks.length)
    kept.push(`_${count(blocks.length - kept.length, 'more part')} left out to fit into a comment._\n`);
  return [...head, ...kept, ...foot, ''].join('\n');
};

function table(view: View, findings: Finding[]): string {
  const rows = findings.slice(0, MOST_ROWS).map((finding) => {
    const [first, ...others] = finding.locations;
    const more = others.length === 0 ? '' : ` and ${digits(others.length)} more`;
    return `| ${finding.severity} | ${plain(finding.title)} | ${code(finding.secret.value ?? finding.secret.redacted)} | ${first ? spot(view, first) : ''}${more} |`;
  });
  const more = findings.length - rows.length;
  const end = more > 0 ? ['', `and ${count(more, 'more finding')}, less severe`, ''] : [''];
  return ['| Severity | What | Secret | Where |', '| --- | --- | --- | --- |', ...rows, ...end].join('\n');
}

function details(view: View, finding: Finding): string {
  const places = finding.locations.slice(0, MOST_PLACES).map((location) => spot(view, location));
  const more = finding.locations.length - places.length;
  const facts: [string, string][] = [
    ['Where', `${places.join(', ')}${more > 0 ? ` and ${digits(more)} more` : ''}`],
    ['Why', `${finding.confidence} confidence. ${finding.reasons.map(({ text }) => prose(text)).join(' ')}`.trim()],
    ...(finding.token ? tokenFacts(finding.token) : []).map(([label, value]): [string, string] => [
      `Token ${label}`,
      code(value),
    ]),
    ...(finding.token?.problems ?? []).map(({ severity, text }): [string, string] => [
      'Token problem',
      `${severity}: ${prose(text)}`,
    ]),
    ...(finding.history ? [['History', prose(historyLine(finding.history))] as [string, string]] : []),
    ...(finding.verification ? [['Verification', prose(verificationLine(finding))] as [string, string]] : []),
    ['Fix', plain(remedyLine(finding))],
    ['Id', code(finding.id)],
  ];
  return [
    '<details>',
    `<summary>${finding.severity}: ${plain(finding.title)} ${code(finding.secret.value ?? finding.secret.redacted)}</summary>`,
    '',
    ...facts.map(([label, value]) => `- **${label}:** ${value}`),
    '',
    '</details>',
    '',
  ].join('\n');
}

function spot(view: View, location: Location): string {
  const url = view.link(location);
  return url === undefined ? code(place(location)) : `<a href="${escapeMarkup(url)}">${code(place(location))}</a>`;
}

function acceptedLine(finding: Finding): string {
  return `- ${plain(finding.title)} ${code(finding.id)}: ${code(suppressionLine(finding))}\n`;
}

/** Text of ours (titles, instructions) with nothing in it that Markdown acts on. */
function plain(text: string): string {
  return escapeMarkup(text).replace(ACTIVE_PLAIN, (char) => `\\${char}`);
}

/** Sentences in which words from outside may stand: as code, unless nothing in them could act. */
function prose(text: string): string {
  return HARMLESS.test(text) ? plain(text) : code(text);
}

/** Text from outside. */
function code(text: string): string {
  return `<code>${escapeMarkup(text).replace(ACTIVE, (char) => `&#${char.charCodeAt(0)};`)}</code>`;
}
