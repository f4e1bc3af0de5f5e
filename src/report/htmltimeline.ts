/**
 * The lives of secrets as bars, from the commit that brought each in to the last one that had it: who leaked a secret years
 * ago, and whether it is still there, is seen at a glance.
 * @module
 */
import type { Finding } from '../model.ts';
import { count } from './text.ts';
import { escapeMarkup as escape } from './xml.ts';

/** Bars drawn; the findings are sorted by severity. */
const MOST_BARS = 100;
/** Units of the drawing's width, and the least of a bar, so that a life of one commit can be seen. */
const WIDTH = 1000;
const LEAST = 6;

interface Life {
  finding: Finding;
  from: number;
  to: number;
}

/** @param anchor the id of a finding's card */
export function timeline(findings: readonly Finding[], anchor: (finding: Finding) => string): string {
  const lives = findings.flatMap((finding): Life[] => {
    const from = Date.parse(finding.history?.first.date ?? '');
    const to = Date.parse(finding.history?.last.date ?? '');
    return Number.isNaN(from) || Number.isNaN(to) ? [] : [{ finding, from: Math.min(from, to), to: Math.max(from, to) }];
  });
  if (lives.length === 0) return '';
  const begin = Math.min(...lives.map(({ from }) => from));
  const end = Math.max(...lives.map(({ to }) => to), begin + 1);
  const scale = (time: number): number => Math.round(((time - begin) / (end - begin)) * (WIDTH - LEAST));
  const shown = lives.toSorted((a, b) => a.from - b.from).filter((life) => lives.indexOf(life) < MOST_BARS);
  const rows = shown.map((life) => row(life, scale, anchor));
  const more = lives.length - shown.length;
  return `<details class="timeline" open><summary>Timeline: ${day(begin)} to ${day(end)}</summary>
<ol tabindex="0" aria-label="Lives of the secrets">
${rows.join('\n')}
</ol>
${more > 0 ? `<p>and ${count(more, 'more finding')}, less severe</p>` : ''}
<p>A filled bar ends in HEAD; a hollow one is gone from it, and can still be fetched or found in clones.</p>
</details>`;
}

function row({ finding, from, to }: Life, scale: (time: number) => number, anchor: (finding: Finding) => string): string {
  const { history, severity, suppressed } = finding;
  const x = scale(from);
  const width = (history?.inHead ? WIDTH : scale(to) + LEAST) - x;
  const look = `bar-${severity}${history?.inHead ? '' : ' gone'}`;
  const last = history?.inHead ? 'still in HEAD' : `until ${day(to)}`;
  return `<li data-for="${escape(anchor(finding))}"${suppressed ? ' data-suppressed="yes"' : ''}><a href="#${escape(anchor(finding))}">${escape(finding.title)} <code>${escape(finding.secret.redacted)}</code></a>
<svg viewBox="0 0 ${WIDTH} 14" preserveAspectRatio="none" aria-hidden="true"><rect class="${look}" x="${x}" y="2" width="${width}" height="10"/></svg>
<span>${day(from)} by ${escape(history?.first.author ?? '')}, ${last}</span></li>`;
}

function day(time: number): string {
  return new Date(time).toISOString().slice(0, 10);
}
