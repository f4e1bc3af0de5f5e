/**
 * SARIF 2.1.0 (OASIS, errata 01) as GitHub code scanning takes it: one result a location, since only a result's first
 * location counts there; severity by the rule's `security-severity`; and no more than it accepts.
 *
 * What was found in commits is told at the place where HEAD has it. A report of the history is one run, a report of
 * anything else another, each with its own category, so that uploading one does not close the alerts of the other; in a
 * range, what is gone from HEAD again goes into a second run, at the place where it stood.
 * @module
 */
import { gzipSync } from 'node:zlib';
import type * as Sarif from 'sarif';
import { type Confidence, CONFIDENCES, type Finding, type Location, SEVERITIES, type Severity } from '../model.ts';
import { displayPath } from '../path.ts';
import type { RuleSheet } from '../rules/rule.ts';
import { toJson } from './jsontext.ts';
import {
  count,
  covered,
  decodingOf,
  findingOf,
  historyLine,
  remedyLine,
  skipNotes,
  suppressionLine,
  tokenFacts,
  verificationLine,
} from './text.ts';
import { encodePath } from './uri.ts';
import type { Renderer, View } from './view.ts';

const SCHEMA = 'https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json';
/** GitHub takes no run with more results, and no file that is larger when compressed. */
const MOST_RESULTS = 25_000;
const MOST_BYTES = 10_000_000;
const LONGEST_DESCRIPTION = 1024;
/** Other findings and places that are told with a result. */
const MOST_RELATED = 20;

const LEVELS: Record<Severity, Sarif.Result.level> = {
  critical: 'error',
  high: 'error',
  medium: 'warning',
  low: 'note',
  info: 'note',
};
/** GitHub reads above 9.0 as critical, from 7.0 high, from 4.0 medium, above 0 low. */
const SECURITY_SEVERITY: Record<Severity, string> = { critical: '9.5', high: '8.0', medium: '5.5', low: '2.0', info: '0.1' };
const PRECISION: Record<Confidence, string> = { certain: 'very-high', high: 'high', medium: 'medium', low: 'low' };

/** One future result; `rank` orders what is kept when not all can be. */
interface Entry {
  finding: Finding;
  /** What is shown. */
  location: Location;
  /** Where it was found, the first of all that are the same place today. */
  found: Location;
  gone: boolean;
  rank: number;
}

export const renderSarif: Renderer = (view) => renderWithin(view, MOST_RESULTS, MOST_BYTES);

/** As `renderSarif`, within other limits: results a run, and bytes of the file after gzip. */
export function renderWithin(view: View, mostResults: number, mostBytes: number): string {
  let share = mostResults;
  for (;;) {
    const text = `${toJson(logOf(view, share))}\n`;
    const bytes = text.length <= mostBytes ? text.length : gzipSync(text).length;
    if (bytes <= mostBytes || share === 0) return text;
    // What is left out shrinks the file about in proportion; at least a tenth goes each time, so this ends.
    share = Math.floor(Math.min(share, entriesOf(view, view.report.findings).length) * Math.min(0.9, (0.95 * mostBytes) / bytes));
  }
}

function logOf(view: View, most: number): Sarif.Log {
  const { findings, scope } = view.report;
  const entries = entriesOf(view, findings);
  const apart = (entry: Entry): boolean => scope.kind !== 'history' && entry.gone;
  const gone = entries.filter(apart);
  const present = entries.filter((entry) => !apart(entry));
  const runs = [runOf(view, `bearertrap/${scope.kind}/`, present, most)];
  if (gone.length > 0) runs.push(runOf(view, `bearertrap/${scope.kind}-history/`, gone, most));
  return { $schema: SCHEMA, version: '2.1.0', runs };
}

function runOf(view: View, category: string, entries: Entry[], most: number): Sarif.Run {
  const { report } = view;
  const findings = [...new Set(entries.map(({ finding }) => finding))];
  const kept = mostImportant(entries, most);
  const ruleIds = [...new Set(kept.map(({ finding }) => finding.rule))].sort();
  const ruleIndex = new Map(ruleIds.map((id, at) => [id, at]));
  const onLine = new Map<string, number>();
  for (const entry of kept) onLine.set(lineOf(entry), (onLine.get(lineOf(entry)) ?? 0) + 1);
  const notes = notificationsOf(view, entries.length, kept.length);
  // Once one result of a run has a baseline state, SARIF wants it of all.
  const compared = findings.some(({ suppressed }) => suppressed?.by === 'baseline');
  return {
    tool: {
      driver: {
        name: report.tool.name,
        informationUri: 'https://www.npmjs.com/package/bearertrap',
        version: report.tool.version,
        ...(/^\d+\.\d+\.\d+/.test(report.tool.version) && { semanticVersion: report.tool.version }),
        rules: ruleIds.map((id) => ruleOf(id, view.sheets.get(id), findings)),
        notifications: [...new Set(notes.map((note) => note.descriptor?.id ?? ''))].sort().map(notificationOf),
        properties: { rules: report.tool.rules, rulesHash: report.tool.rulesHash },
      },
    },
    automationDetails: { id: category },
    originalUriBaseIds: { '%SRCROOT%': { description: { text: 'The root of the scanned tree or repository.' } } },
    columnKind: 'utf16CodeUnits',
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notes }],
    results: kept.map((entry) => resultOf(view, entry, ruleIndex, compared, onLine.get(lineOf(entry))!)),
    properties: { scope: report.scope, coverage: report.coverage },
  };
}

/** What GitHub knows a result by: its rule and the hash of its line. Those that share both may become one alert. */
function lineOf({ finding, location }: Entry): string {
  return [finding.rule, location.path, location.startLine].join('\0');
}

function entriesOf(view: View, findings: Finding[]): Entry[] {
  return findings.flatMap((finding) => {
    const entries = new Map<string, Entry>();
    for (const found of finding.locations) {
      const current = view.current(found);
      const location = current ?? found;
      const key = [location.inside ?? location.path, location.startLine, location.startColumn, current ? '' : location.offset];
      // Suppressed ones go first, then the least severe, and further places of a finding before its first.
      const rank =
        (finding.suppressed || found.suppressed ? 100 : 0) +
        10 * SEVERITIES.indexOf(finding.severity) +
        (entries.size === 0 ? 0 : 1);
      const gone = current === null || (current === undefined && finding.history?.inHead === false);
      const name = key.join('\0');
      if (!entries.has(name)) entries.set(name, { finding, location, found, gone, rank });
    }
    return [...entries.values()];
  });
}

/** The `most` entries of the lowest rank, in the order they came. */
function mostImportant(entries: Entry[], most: number): Entry[] {
  if (entries.length <= most) return entries;
  const kept = new Set(entries.toSorted((a, b) => a.rank - b.rank).slice(0, most));
  return entries.filter((entry) => kept.has(entry));
}

function notificationsOf(view: View, all: number, kept: number): Sarif.Notification[] {
  const { coverage } = view.report;
  const notes: Sarif.Notification[] = [
    {
      descriptor: { id: 'coverage' },
      level: coverage.complete ? 'note' : 'error',
      message: { text: `${coverage.complete ? 'Scanned' : 'The scan is incomplete. Scanned'} ${covered(coverage)}.` },
    },
  ];
  for (const { reason, gap, text } of skipNotes(coverage, displayPath)) {
    notes.push({ descriptor: { id: `skipped/${reason}` }, level: gap ? 'warning' : 'note', message: { text: sentence(text) } });
  }
  if (kept < all) {
    const text = `${count(all - kept, 'result')} of ${count(all, 'result')} left out, the least severe, to stay within what code scanning accepts.`;
    notes.push({ descriptor: { id: 'results-left-out' }, level: 'error', message: { text } });
  }
  return notes;
}

function notificationOf(id: string): Sarif.ReportingDescriptor {
  const text =
    id === 'coverage'
      ? 'What the scan has read.'
      : id === 'results-left-out'
        ? 'Results that are not in this file.'
        : `What the scan has not read: ${id.slice(id.indexOf('/') + 1).replaceAll('-', ' ')}.`;
  return { id, shortDescription: { text }, fullDescription: { text }, help: { text } };
}

function ruleOf(id: string, sheet: RuleSheet | undefined, findings: Finding[]): Sarif.ReportingDescriptor {
  const own = findings.filter(({ rule }) => rule === id);
  const first = own[0]!;
  const severity = sheet?.severity ?? first.severity;
  const confidence = CONFIDENCES.find((one) => own.some((finding) => finding.confidence === one)) ?? 'low';
  const title = sheet?.title ?? first.title;
  const revoke = sheet?.revoke.how ?? first.remedy.revoke;
  const url = sheet?.revoke.url ?? first.remedy.url;
  const opens = sheet?.opens ?? title;
  const links = [
    ...(url === undefined ? [] : [`Revoke: ${url}`]),
    ...(sheet?.docs === undefined ? [] : [`Documentation: ${sheet.docs}`]),
  ];
  const paragraphs = [opens, `What to do: ${revoke}`, ...(sheet?.note === undefined ? [] : [sheet.note]), ...links];
  const helpUri = [sheet?.docs, url].find((address) => address !== undefined && URL.canParse(address));
  return {
    id,
    shortDescription: { text: clamp(title) },
    fullDescription: { text: clamp(sentence(opens)) },
    help: { text: paragraphs.join('\n\n'), markdown: `# ${title}\n\n${paragraphs.join('\n\n')}\n` },
    ...(helpUri !== undefined && { helpUri }),
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ['security', 'secret', first.kind, first.provider],
      precision: PRECISION[confidence],
      'security-severity': SECURITY_SEVERITY[severity],
    },
  };
}

function resultOf(view: View, entry: Entry, rules: Map<string, number>, compared: boolean, onLine: number): Sarif.Result {
  const { finding, location } = entry;
  const hash = view.lineHash(location);
  const suppressed = finding.suppressed ?? entry.found.suppressed;
  const related = [...companionsOf(finding), ...linkedFindings(view, finding), ...otherPlaces(entry)]
    .slice(0, MOST_RELATED)
    .map((place, id) => Object.assign(place, { id }));
  return {
    ruleId: finding.rule,
    ruleIndex: rules.get(finding.rule)!,
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding, location, onLine) },
    locations: [{ physicalLocation: physicalLocation(location) }],
    ...(related.length > 0 && { relatedLocations: related }),
    partialFingerprints: { 'bearertrap/v1': finding.id, ...(hash !== undefined && { primaryLocationLineHash: hash }) },
    ...(compared && { baselineState: suppressed?.by === 'baseline' ? 'unchanged' : 'new' }),
    ...(suppressed && {
      suppressions: [
        {
          kind: suppressed.by === 'inline' ? 'inSource' : 'external',
          status: 'accepted',
          justification: suppressionLine({ suppressed }),
        },
      ],
    }),
    properties: {
      severity: finding.severity,
      confidence: finding.confidence,
      kind: finding.kind,
      provider: finding.provider,
      secret: finding.secret,
      reasons: finding.reasons.map(({ code }) => code),
      ...(location.blob !== undefined && { blob: location.blob }),
      ...(entry.found.commit !== undefined && { commit: entry.found.commit }),
      ...(location.inside !== undefined && { inside: location.inside }),
      ...(location.decodedFrom !== undefined && { decodedFrom: location.decodedFrom }),
    },
  };
}

/** What stands near the secret and belongs to it. */
function companionsOf({ companions = [] }: Finding): Sarif.Location[] {
  return companions.map(({ title, redacted, location }) => ({
    physicalLocation: physicalLocation(location),
    message: { text: plainMessage(`${title} (${redacted})`) },
  }));
}

/** The first place of each finding that belongs with one. */
function linkedFindings({ report }: View, { related = [] }: Finding): Sarif.Location[] {
  return related.flatMap((one) => {
    const finding = findingOf(one, report.findings);
    const first = finding?.locations[0];
    if (!finding || !first) return [];
    const text = `${one.relation.replace('-', ' ')}: ${finding.title} (${finding.secret.redacted})`;
    return [{ physicalLocation: physicalLocation(first), message: { text: plainMessage(text) } }];
  });
}

/** Brackets and braces would be read as links and placeholders. */
function plainMessage(text: string): string {
  return displayPath(text).replace(/[[{]/g, '(').replace(/[\]}]/g, ')');
}

/** Where the secret was brought in, if that is not where it stands now, and its other places. */
function otherPlaces({ finding, location, found }: Entry): Sarif.Location[] {
  const others = finding.locations.filter((one) => one !== location && one !== found && !samePlace(one, location));
  const moved = samePlace(found, location) ? [] : [found];
  return [...moved, ...others].map((one) => ({
    physicalLocation: physicalLocation(one),
    message: { text: one.commit === undefined ? 'The same secret.' : `The same secret, in commit ${one.commit}.` },
  }));
}

function samePlace(a: Location, b: Location): boolean {
  return a.path === b.path && a.inside === b.inside && a.startLine === b.startLine && a.startColumn === b.startColumn;
}

/**
 * GitHub shows the first sentence as the alert's title.
 * @param onLine how many results of the rule the line has
 */
function messageOf(finding: Finding, location: Location, onLine: number): string {
  const inside = location.inside === undefined ? '' : `inside ${location.inside}`;
  const token = finding.token && tokenFacts(finding.token).map(([label, value]) => `${label} ${value}`);
  const parts = [
    `${finding.title} (${finding.secret.redacted})`,
    [inside, decodingOf(location)].filter(Boolean).join(', '),
    onLine > 1 ? `One of ${onLine} of its kind on this line` : '',
    ...finding.reasons.map(({ text }) => text),
    token?.length ? `Token: ${token.join('; ')}` : '',
    ...(finding.token?.problems.map(({ text }) => text) ?? []),
    finding.history ? `History: ${historyLine(finding.history)}` : '',
    finding.verification ? `Verification: ${verificationLine(finding)}` : '',
  ];
  const text = `${parts.filter(Boolean).map(sentence).join(' ')} What to do: ${remedyLine(finding)}`;
  return plainMessage(text);
}

function physicalLocation(location: Location): Sarif.PhysicalLocation {
  const { startLine, startColumn, endLine, endColumn, offset, length } = location;
  return {
    artifactLocation: artifactLocation(location.path),
    region: { startLine, startColumn, endLine, endColumn, byteOffset: offset, byteLength: length },
  };
}

/** Relative to the source root; an absolute path stays absolute, and what has no path (standard input) is `-`, as no URI may be empty. */
function artifactLocation(path: string): Sarif.ArtifactLocation {
  if (path === '') return { uri: '-', uriBaseId: '%SRCROOT%' };
  return path.startsWith('/') ? { uri: `file://${encodePath(path)}` } : { uri: encodePath(path), uriBaseId: '%SRCROOT%' };
}

function sentence(text: string): string {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}

function clamp(text: string): string {
  return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1)}…`;
}
