/**
 * Marks findings that are accepted, by comments or by what else says so. Nothing is ever dropped: a finding counts unless all
 * its places are accepted, and an accepted one stays in the report.
 *
 * No acceptance hides more than it was written for. A comment that names rules accepts those only. One that names
 * none was written for the one thing that stood there: where it covers findings of several severities, it accepts the
 * least severe. What has ended accepts nothing, and the finding says so.
 * @module
 */
import type { Found } from '../findings.ts';
import { type Finding, type InlineIgnore, type Match, SEVERITIES, type Suppression } from '../model.ts';
import { displayPath } from '../path.ts';
import { isOver, speaksOf } from './inline.ts';

/** Something outside of the file that may accept a place of a finding. */
export type Acceptor = (finding: Finding, match: Match) => Suppression | undefined;

export interface SuppressOptions {
  now: Date;
  /** Whether comments count. */
  inline: boolean;
  /** Asked in order: the first that answers decides. */
  acceptors: readonly Acceptor[];
  /** Is told of comments that accept nothing, except in versions of files that cannot be changed any more. */
  onNotice?: (text: string) => void;
}

/** Notices on comments; more are only counted. */
const MOST_NOTICES = 10;

/** Sets `suppressed` of findings and places. */
export function suppress(found: Found, options: SuppressOptions): void {
  const limits = options.inline ? severityLimits(found) : new Map<InlineIgnore, number>();
  const notices = new Map<string, string>();
  for (const finding of found.findings) {
    const ended = new Set<string>();
    const decide = (suppression: Suppression | undefined, what: string): Suppression | undefined => {
      if (suppression?.expires === undefined || !isOver(suppression.expires, options.now)) return suppression;
      ended.add(`It was accepted by ${what} until ${suppression.expires}.`);
      return undefined;
    };
    const verdicts = found.matches.get(finding)!.map((match) => {
      for (const ignore of options.inline ? (match.ignores ?? []) : []) {
        if (!speaksOf(ignore, match)) continue;
        if (rankOf(finding) < limits.get(ignore)!) {
          const text = `${ignore.marker} names no rule, so it accepts the least severe finding only; write bearertrap:ignore ${finding.rule} to accept this one`;
          notices.set(placeOf(match, ignore), text);
          continue;
        }
        const accepted = decide(suppressionOf(ignore), `a comment (${ignore.marker})`);
        if (accepted) return accepted;
      }
      for (const accepts of options.acceptors) {
        const suppression = accepts(finding, match);
        const accepted = decide(suppression, `the ${suppression?.by.replaceAll('-', ' ')}`);
        if (accepted) return accepted;
      }
      return undefined;
    });
    if (verdicts.every((verdict) => verdict !== undefined)) finding.suppressed = verdicts[0]!;
    else verdicts.forEach((verdict, at) => verdict && Object.assign(finding.locations[at]!, { suppressed: verdict }));
    if (!finding.suppressed) for (const text of ended) finding.reasons.push({ code: 'acceptance-ended', text });
  }
  if (!options.inline || !options.onNotice) return;
  for (const [place, text] of unused(found)) notices.set(place, text);
  const told = [...notices].sort(([a], [b]) => a.localeCompare(b, 'en', { numeric: true }));
  for (const [place, text] of told.slice(0, MOST_NOTICES)) options.onNotice(`${place}: ${text}`);
  if (told.length > MOST_NOTICES) options.onNotice(`${told.length - MOST_NOTICES} more comments accept nothing`);
}

const rankOf = (finding: Finding): number => SEVERITIES.indexOf(finding.severity);

/** The rank of the most severe finding that each comment may accept: what names no rule stops at the least severe it covers. */
function severityLimits(found: Found): Map<InlineIgnore, number> {
  const limits = new Map<InlineIgnore, number>();
  for (const [finding, matches] of found.matches) {
    for (const match of matches) {
      for (const ignore of match.ignores ?? []) {
        if (!speaksOf(ignore, match)) continue;
        const least = ignore.rules ? 0 : rankOf(finding);
        limits.set(ignore, Math.max(least, limits.get(ignore) ?? 0));
      }
    }
  }
  return limits;
}

function suppressionOf({ marker, reason, owner, until }: InlineIgnore): Suppression {
  // Markers of other scanners give no reason: their name tells where the decision came from.
  const told = reason ?? (marker.startsWith('bearertrap') ? undefined : marker);
  return {
    by: 'inline',
    ...(told !== undefined && { reason: told }),
    ...(owner !== undefined && { owner }),
    ...(until !== undefined && { expires: until }),
  };
}

function placeOf({ location }: Match, { line }: InlineIgnore): string {
  return `${displayPath(location.path)}:${line}`;
}

/** Comments beside which nothing was found, and those that cannot be understood, by place. */
function unused(found: Found): Map<string, string> {
  const states = new Map<string, string | undefined>();
  const files = new Map<InlineIgnore[], Match>();
  for (const matches of found.matches.values()) {
    for (const match of matches) if (match.ignores) files.set(match.ignores, match);
  }
  for (const [ignores, match] of files) {
    for (const ignore of ignores) {
      const place = placeOf(match, ignore);
      // Markers of other scanners are looked for beside secrets only, so nothing can be said of the rest.
      const told = /^(?:bearertrap|secretlint)/.test(ignore.marker);
      const text = !told
        ? undefined
        : ignore.fault
          ? `${ignore.marker} accepts nothing: ${ignore.fault}`
          : ignore.idle
            ? idleText(ignore)
            : undefined;
      // A comment in a piece of a large file may belong to what was found in the next.
      if (!states.has(place) || text === undefined) states.set(place, text);
    }
  }
  return new Map([...states].filter((state): state is [string, string] => state[1] !== undefined));
}

function idleText({ marker, rules }: InlineIgnore): string {
  const what = rules ? ` of ${rules.join(', ')}` : '';
  const below = marker === 'bearertrap:ignore' ? ', or write bearertrap:ignore-next-line for the line below' : '';
  return `${marker} accepts nothing, for there is no finding${what}: remove it${below}`;
}
