/**
 * The report for people at a terminal. Whatever comes from outside (paths, source, claims, commit subjects) is printed with its
 * control characters written out, so that nothing in a scanned repository can drive the terminal.
 * @module
 */
import { styleText } from 'node:util';
import type { Finding, Location, Severity } from '../model.ts';
import { displayPath } from '../path.ts';
import { columns, cutEnd, cutStart, wrap } from './columns.ts';
import {
  companionLine,
  covered,
  decodingOf,
  digits,
  historyLine,
  place,
  relatedLine,
  remedyLine,
  skipNotes,
  summaryLine,
  suppressionLine,
  tokenFacts,
  verificationLine,
} from './text.ts';
import type { Renderer, View } from './view.ts';

type Style = Parameters<typeof styleText>[0];
type Paint = (style: Style, text: string) => string;

const SEVERITY_STYLE: Record<Severity, Style> = {
  critical: ['bold', 'red'],
  high: 'red',
  medium: 'yellow',
  low: 'cyan',
  info: 'gray',
};
const SECRET_STYLE: Style = 'red';
const NARROWEST = 48;
/** Wide lines are hard to read; code frames may use all of the terminal. */
const WIDEST_TEXT = 120;
const LABEL = 9;
/** Further places of one finding that are listed. */
const MOST_PLACES = 5;

export const renderPretty: Renderer = (view) => {
  const paint: Paint = view.color ? (style, text) => styleText(style, text, { validateStream: false }) : (_style, text) => text;
  const shown = view.report.findings.filter(({ suppressed }) => view.showSuppressed || !suppressed);
  const blocks = shown.map((finding) => findingBlock(view, finding, paint));
  return `${[...blocks, closing(view, paint)].map((lines) => lines.join('\n')).join('\n\n')}\n`;
};

function findingBlock(view: View, finding: Finding, paint: Paint): string[] {
  const width = textWidth(view);
  const shown = cutEnd(displayPath(finding.secret.value ?? finding.secret.redacted), width - 2);
  const title = displayPath(finding.title);
  const head = `${paint(SEVERITY_STYLE[finding.severity], finding.severity)} ${paint('bold', title)}`;
  const fits = columns(`${finding.severity} ${title}  ${shown}`) <= width;
  const lines = fits ? [`${head}  ${shown}`] : [head, `  ${shown}`];
  const [first, ...others] = finding.locations.filter(({ suppressed }) => !suppressed);
  const accepted = finding.locations.filter(({ suppressed }) => suppressed);
  if (first) lines.push(`  ${paint('cyan', placeOf(first))}`, ...codeFrame(view, first, paint));
  const label = (name: string, text: string): void => {
    if (text !== '') lines.push(...labelled(name, displayPath(text), width, paint));
  };
  if (others.length > 0) label('also', placesOf(others));
  for (const location of accepted.slice(0, MOST_PLACES)) label('accepted', `${place(location)}, ${suppressionLine(location)}`);
  if (finding.suppressed) label('accepted', suppressionLine(finding));
  label('why', `${finding.confidence} confidence. ${finding.reasons.map(({ text }) => text).join(' ')}`.trim());
  if (finding.token) {
    label(
      'token',
      tokenFacts(finding.token)
        .map(([name, value]) => `${name} ${value}`)
        .join(' · '),
    );
    for (const problem of finding.token.problems) label('', `${problem.severity}: ${problem.text}`);
  }
  label('related', relatedLine(finding, view.report));
  if (finding.history) label('history', historyLine(finding.history));
  label('with', companionLine(finding));
  label('verified', verificationLine(finding));
  label('fix', remedyLine(finding));
  label('id', finding.id);
  return lines;
}

function placeOf(location: Location): string {
  const notes = [location.commit === undefined ? '' : `commit ${location.commit.slice(0, 12)}`, decodingOf(location)];
  return displayPath([place(location), ...notes.filter(Boolean)].join(', '));
}

function placesOf(locations: Location[]): string {
  const more = locations.length - MOST_PLACES;
  const listed = locations.slice(0, MOST_PLACES).map(place).join(', ');
  return more > 0 ? `${listed} and ${digits(more)} more` : listed;
}

function labelled(name: string, text: string, width: number, paint: Paint): string[] {
  return wrap(text, width - LABEL - 2).map((line, at) => `  ${paint('dim', (at === 0 ? name : '').padEnd(LABEL))}${line}`);
}

/** The line of source with the secret redacted and underlined, cut around the secret to the terminal's width. */
function codeFrame(view: View, location: Location, paint: Paint): string[] {
  const frame = view.frame(location);
  if (!frame) return [];
  const number = String(location.startLine);
  const width = Math.max(NARROWEST, view.width) - number.length - 7;
  const secret = cutEnd(printable(frame.secret), width);
  const room = width - columns(secret);
  const [left, right] = [printable(frame.before).trimStart(), printable(frame.after).trimEnd()];
  // Each side may use what the other leaves; what stands before the secret (its name) tells more.
  const before = cutStart(left, Math.max(room - columns(right), Math.floor((room * 2) / 3)));
  const after = cutEnd(right, room - columns(before));
  return [
    `    ${paint('dim', `${number} │`)} ${before}${paint(SECRET_STYLE, secret)}${after}`,
    `    ${paint('dim', `${' '.repeat(number.length)} │`)} ${' '.repeat(columns(before))}${paint(SECRET_STYLE, '~'.repeat(columns(secret)))}`,
  ];
}

/** Source text on one line: tabs as a space, everything else that does not print written out. */
function printable(source: string): string {
  return displayPath(source.replace(/\t/g, ' '));
}

/** What was found, and what was read; gaps are told loudly, since without them a clean result would be taken for the whole truth. */
function closing(view: View, paint: Paint): string[] {
  const { coverage, summary, tool } = view.report;
  const width = textWidth(view);
  const notes = skipNotes(coverage, displayPath);
  const clean = summary.findings === 0 && coverage.complete;
  const verdict = summaryLine(view.report);
  const lines = [
    paint(
      clean ? 'green' : 'bold',
      summary.findings === 0 && !coverage.complete ? `${verdict}, but the scan is not complete` : verdict,
    ),
    `Scanned ${covered(coverage)} with ${digits(tool.rules)} rules${coverage.complete ? '' : paint(['bold', 'yellow'], ': INCOMPLETE')}`,
  ];
  for (const { gap, text } of notes) {
    wrap(text, width - 2).forEach((line, at) => {
      const mark = at > 0 ? '  ' : gap ? '! ' : '· ';
      lines.push(paint(gap ? ['bold', 'yellow'] : 'dim', mark + line));
    });
  }
  return lines;
}

function textWidth(view: View): number {
  return Math.min(WIDEST_TEXT, Math.max(NARROWEST, view.width));
}
