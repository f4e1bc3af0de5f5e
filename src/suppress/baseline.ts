/**
 * The baseline: a file of findings that are known and accepted, `.bearertrap-baseline.json`. An entry is the fingerprint
 * of a secret, so it holds wherever the secret moves, and the file holds no secret. One line an entry, sorted by
 * fingerprint: changes are small and merge easily.
 * @module
 */
import { UsageError } from '../errors.ts';
import { type Finding, type Report, SEVERITIES, type Severity } from '../model.ts';
import { wellFormed } from '../path.ts';
import type { Acceptor } from './apply.ts';
import { isDay } from './inline.ts';

export interface BaselineEntry {
  /** The finding's id. */
  id: string;
  rule: string;
  /** The severity that was accepted: judged more severe, the finding counts again. */
  severity: Severity;
  /** Where it stood, at most three places, as a hint for readers. */
  paths: string[];
  reason?: string;
  owner?: string;
  /** The last day on which it holds, `2027-01-31`. */
  until?: string;
  /** Found in versions of files that HEAD does not have: only a scan of history can tell whether it is still there. */
  history?: true;
}

const MOST_PATHS = 3;

/** What a reader of the file is told at its beginning. */
const ABOUT = 'Findings of bearertrap that are accepted. Write a reason; bearertrap baseline --prune removes what is gone.';

const byId = (a: BaselineEntry, b: BaselineEntry): number => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);

/** The file's text. */
export function baselineText(entries: readonly BaselineEntry[]): string {
  const lines = entries.toSorted(byId).map((entry) => `    ${JSON.stringify(ordered(entry))}`);
  const list = lines.length === 0 ? '[]' : `[\n${lines.join(',\n')}\n  ]`;
  return `{\n  "version": 1,\n  "about": ${JSON.stringify(ABOUT)},\n  "accepted": ${list}\n}\n`;
}

function ordered({ id, rule, severity, paths, reason, owner, until, history }: BaselineEntry): BaselineEntry {
  return {
    id,
    rule,
    severity,
    paths,
    ...(reason !== undefined && { reason }),
    ...(owner !== undefined && { owner }),
    ...(until !== undefined && { until }),
    ...(history && { history }),
  };
}

/**
 * Reads the file's text, or what JSON.parse made of it.
 * @throws UsageError that names the entry which cannot be read: a baseline that is half understood would hide too much
 */
export function baselineEntries(value: unknown, file: string): BaselineEntry[] {
  const { version, accepted } = (value ?? {}) as { version?: unknown; accepted?: unknown };
  if (version !== 1 || !Array.isArray(accepted))
    throw new UsageError(`${file}: this is no baseline (version 1 and a list "accepted"): write one with bearertrap baseline`);
  return accepted.map((entry: unknown, at) => {
    const fault = faultOf(entry as Record<string, unknown> | null);
    if (fault) throw new UsageError(`${file}: entry ${at + 1}: ${fault}`);
    return entry as BaselineEntry;
  });
}

function faultOf(entry: Record<string, unknown> | null): string | undefined {
  const { id, rule, severity, paths, reason = '', owner = '', until } = entry ?? {};
  if (typeof id !== 'string' || !/^[0-9a-f]{20}$/.test(id)) return 'id must be the 20 hexadecimal characters of a finding';
  if (typeof rule !== 'string') return 'rule must be the id of a rule';
  if (!SEVERITIES.includes(severity as Severity)) return `severity must be one of ${SEVERITIES.join(', ')}`;
  if (!Array.isArray(paths) || paths.some((path) => typeof path !== 'string')) return 'paths must be a list of texts';
  if (typeof reason !== 'string' || typeof owner !== 'string') return 'reason and owner must be texts';
  if (until !== undefined && (typeof until !== 'string' || !isDay(until))) return 'until must be a day: 2027-01-31';
  return undefined;
}

/** What is written beside new entries. */
export interface Note {
  reason?: string;
  owner?: string;
  until?: string;
}

/** The entries for findings of a report whose paths may be shown (see report/view.ts); what was noted before is kept. */
export function entriesFor(
  findings: readonly Finding[],
  known: readonly BaselineEntry[],
  note: Note,
  scope: Report['scope']['kind'],
): BaselineEntry[] {
  const before = new Map(known.map((entry) => [entry.id, entry]));
  return findings.map(({ id, rule, severity, locations, history }) => {
    const { reason, owner, until } = before.get(id) ?? {};
    const gone = scope === 'history' && history?.inHead !== true;
    const paths = [...new Set(locations.map(({ path }) => wellFormed(path)))].sort().slice(0, MOST_PATHS);
    return ordered({
      id,
      rule,
      severity,
      paths,
      ...(reason !== undefined && { reason }),
      ...(owner !== undefined && { owner }),
      ...(until !== undefined && { until }),
      ...note,
      ...(gone && { history: true }),
    });
  });
}

/** A baseline at work: what it accepts, and which of its entries were met. */
export class Baseline {
  readonly #entries: Map<string, BaselineEntry>;
  readonly #met = new Set<string>();

  constructor(entries: readonly BaselineEntry[]) {
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]));
  }

  readonly accepts: Acceptor = (finding) => {
    const entry = this.#entries.get(finding.id);
    if (!entry) return undefined;
    this.#met.add(entry.id);
    if (SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(entry.severity)) {
      const text = `It was accepted in the baseline as ${entry.severity}, and is ${finding.severity} now.`;
      if (!finding.reasons.some((reason) => reason.text === text))
        finding.reasons.push({ code: 'more-severe-than-accepted', text });
      return undefined;
    }
    const { reason, owner, until } = entry;
    return {
      by: 'baseline',
      ...(reason !== undefined && { reason }),
      ...(owner !== undefined && { owner }),
      ...(until !== undefined && { expires: until }),
    };
  };

  /** Entries that no finding met. @param history whether versions of files were looked at that HEAD does not have */
  stale(history: boolean): BaselineEntry[] {
    return [...this.#entries.values()].filter(({ id, history: gone }) => !this.#met.has(id) && (history || !gone));
  }
}
