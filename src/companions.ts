/**
 * Credentials that belong together: an AWS key id and its secret key, a Twilio SID and its token, an OAuth client's id and
 * secret. Rules name their companions; what stands near enough in the same file is told as one finding.
 * @module
 */
import type { Companion, Match } from './model.ts';
import type { RuleSheet, Sensitivity } from './rules/rule.ts';
import { redact } from './report/redact.ts';

/** Lines between two companions, where the rule says nothing else. */
const MAX_LINES = 10;

/** What opens nothing and belongs to a secret. */
const PARTS: ReadonlySet<Sensitivity> = new Set(['identifier', 'name']);

export interface Companions {
  /** By the match of a secret; sorted by distance. */
  of: ReadonlyMap<Match, Companion[]>;
  /** What is no finding of its own: identifiers beside their secret, names, and what lacks a companion that it requires. */
  absorbed: ReadonlySet<Match>;
  /** What each companion is in clear. */
  secretOf: ReadonlyMap<Companion, string>;
}

/** Finds what belongs together among the matches of a scan. */
export function findCompanions(matches: readonly Match[], sheets: ReadonlyMap<string, RuleSheet>): Companions {
  const wanted = memo((id: string) => wantedBy(id, sheets));
  const of = new Map<Match, Companion[]>();
  const absorbed = new Set<Match>();
  const secretOf = new Map<Companion, string>();
  const byFile = new Map<string, Match[]>();
  for (const match of matches) {
    const { path, blob = '', commit = '', inside = '' } = match.location;
    const key = [path, blob, commit, inside].join('\0');
    const file = byFile.get(key);
    if (file) file.push(match);
    else byFile.set(key, [match]);
  }
  for (const file of byFile.values()) {
    for (const match of file) {
      if (match.known) continue;
      const sheet = sheets.get(match.rule);
      if (sheet?.sensitivity === 'name' || lacks(match, file, sheet)) absorbed.add(match);
      if (!sheet || sheet.sensitivity === 'name' || sheet.sensitivity === 'identifier') continue;
      for (const { sheet: other, lines } of wanted(match.rule)) {
        const nearest = nearestOf(match, file, other.id, lines);
        if (!nearest) continue;
        if (other.sensitivity === 'identifier') absorbed.add(nearest);
        const list = of.get(match) ?? [];
        const companion = companionOf(nearest, other);
        secretOf.set(companion, nearest.secret);
        of.set(match, [...list, companion]);
      }
    }
  }
  return { of, absorbed, secretOf };
}

/** The matches of a file without those that lack a companion which their rule requires. */
export function withoutLacking(file: readonly Match[], sheets: ReadonlyMap<string, RuleSheet>): Match[] {
  return file.filter((match) => !lacks(match, file, sheets.get(match.rule)));
}

/** The rules whose finds may belong to those of a rule. */
export function companionRules(id: string, sheets: ReadonlyMap<string, RuleSheet>): string[] {
  return wantedBy(id, sheets).map(({ sheet }) => sheet.id);
}

/** The rules that a rule names as companions, and the identifiers that name it. */
function wantedBy(id: string, sheets: ReadonlyMap<string, RuleSheet>): { sheet: RuleSheet; lines: number }[] {
  const sheet = sheets.get(id)!;
  const found = new Map<string, { sheet: RuleSheet; lines: number }>();
  for (const { rule, lines = MAX_LINES } of sheet.companions) {
    const other = sheets.get(rule);
    if (other) found.set(rule, { sheet: other, lines });
  }
  for (const other of sheets.values()) {
    if (other.provider !== sheet.provider || !PARTS.has(other.sensitivity) || found.has(other.id)) continue;
    const named = other.companions.find(({ rule }) => rule === sheet.id);
    if (named) found.set(other.id, { sheet: other, lines: named.lines ?? MAX_LINES });
  }
  return [...found.values()];
}

function memo<T>(make: (key: string) => T): (key: string) => T {
  const made = new Map<string, T>();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key)!;
  };
}

function nearestOf(match: Match, file: readonly Match[], rule: string, lines: number): Match | undefined {
  const distance = ({ location }: Match): number => Math.abs(location.startLine - match.location.startLine);
  const offset = ({ location }: Match): number => Math.abs(location.offset - match.location.offset);
  return file
    .filter((other) => other.rule === rule && distance(other) <= lines)
    .reduce<Match | undefined>((best, other) => (!best || offset(other) < offset(best) ? other : best), undefined);
}

/** Whether a companion that its rule requires is not there. */
function lacks(match: Match, file: readonly Match[], sheet: RuleSheet | undefined): boolean {
  const required = sheet?.companions.filter((companion) => companion.required) ?? [];
  return required.some(({ rule, lines = MAX_LINES }) => !nearestOf(match, file, rule, lines));
}

function companionOf(match: Match, sheet: RuleSheet): Companion {
  return {
    rule: sheet.id,
    title: sheet.title,
    redacted:
      sheet.sensitivity === 'name'
        ? match.secret
        : redact(match.secret, { kind: sheet.kind, guessable: sheet.kind === 'password' }),
    location: match.location,
  };
}
