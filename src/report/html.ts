/**
 * The report as one HTML file that needs nothing else and connects nowhere: its policy allows only its own style and
 * script, named by their hashes. Without the script all findings are there, only filter and order are not.
 * @module
 */
import { createHash } from 'node:crypto';
import { type Finding, type Location, SEVERITIES, type Token } from '../model.ts';
import { SCRIPT, STYLE } from './htmlassets.ts';
import { timeline } from './htmltimeline.ts';
import { toJson } from './jsontext.ts';
import {
  count,
  covered,
  decodingOf,
  digits,
  historyLine,
  place,
  relatedLine,
  skipNotes,
  summaryLine,
  suppressionLine,
  tokenFacts,
  verificationLine,
} from './text.ts';
import type { Renderer, View } from './view.ts';
import { escapeMarkup as escape } from './xml.ts';

/** Places of one finding shown with their line of source; further ones are listed. */
const MOST_FRAMES = 5;

export const renderHtml: Renderer = (view) => {
  const policy = `default-src 'none'; style-src ${hashOf(STYLE)}; script-src ${hashOf(SCRIPT)}; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="referrer" content="no-referrer">
<title>bearertrap report</title>
<style>${STYLE}</style>
</head>
<body>
<header>
<h1>bearertrap report</h1>
${summary(view)}
</header>
${timeline(view.report.findings, anchor)}
${controls(view.report.findings)}
<main>
<ol id="findings">
${view.report.findings.map((finding) => item(view, finding)).join('\n')}
</ol>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
};

/** Source expression of a Content Security Policy (level 2, section 4.2.5) for an inline style or script. */
function hashOf(content: string): string {
  return `'sha256-${createHash('sha256').update(content, 'utf8').digest('base64')}'`;
}

function summary({ report }: View): string {
  const { coverage, scope, tool } = report;
  const notes = skipNotes(coverage, (path) => path);
  const scanned = `Scanned ${covered(coverage)} with ${digits(tool.rules)} rules (bearertrap ${tool.version}, scope ${scope.kind}${scope.range === undefined ? '' : ` ${scope.range}`}).`;
  return [
    `<p><strong>${escape(summaryLine(report))}</strong></p>`,
    coverage.complete
      ? ''
      : '<p class="gap">The scan is not complete: an absence of findings proves nothing about what was not read.</p>',
    `<p>${escape(scanned)}</p>`,
    notes.length === 0
      ? ''
      : `<ul>${notes.map(({ gap, text }) => `<li>${gap ? '<strong>Gap:</strong> ' : ''}${escape(text)}</li>`).join('')}</ul>`,
  ]
    .filter(Boolean)
    .join('\n');
}

function controls(findings: Finding[]): string {
  const severities = SEVERITIES.map(
    (severity, rank) =>
      `<option value="${rank}"${rank === SEVERITIES.length - 1 ? ' selected' : ''}>${severity}${rank === 0 ? '' : ' and above'}</option>`,
  );
  const providers = [...new Set(findings.map(({ provider }) => provider))]
    .sort()
    .map((provider) => `<option>${escape(provider)}</option>`);
  const gone = findings.some(({ history }) => history?.inHead === false);
  const accepted = findings.some(({ suppressed }) => suppressed);
  return `<search id="controls" class="controls" hidden>
<label>Search <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="path, rule, issuer (press /)"></label>
<label>Severity <select id="severity">${severities.join('')}</select></label>
<label>Provider <select id="provider"><option value="" selected>all</option>${providers.join('')}</select></label>
<label>Order <select id="order"><option value="" selected>severity</option><option value="path">path</option><option value="rule">rule</option><option value="provider">provider</option><option value="first">first commit</option></select></label>
<label class="check"${gone ? '' : ' hidden'}><input id="inhead" type="checkbox"> in HEAD only</label>
<label class="check"${accepted ? '' : ' hidden'}><input id="accepted" type="checkbox"> suppressed too</label>
<output id="shown" aria-live="polite"></output>
</search>`;
}

const anchor = ({ id, rule }: Finding): string => `f-${id}-${rule}`;

function item(view: View, finding: Finding): string {
  const { severity, suppressed } = finding;
  const data = {
    severity: String(SEVERITIES.indexOf(severity)),
    suppressed: suppressed ? 'yes' : 'no',
    path: finding.locations[0]?.path ?? '',
    rule: finding.rule,
    provider: finding.provider,
    first: finding.history?.first.date ?? '',
    head: finding.history?.inHead === false ? 'gone' : 'in',
  };
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escape(value)}"`);
  const title = `<span class="severity ${severity}">${severity}</span> ${escape(finding.title)} <code>${escape(finding.secret.value ?? finding.secret.redacted)}</code>`;
  return `<li${attributes.join('')}><article${suppressed ? ' class="suppressed"' : ''} aria-labelledby="${escape(anchor(finding))}">
<h2 id="${escape(anchor(finding))}" tabindex="-1">${title}</h2>
${finding.locations
  .slice(0, MOST_FRAMES)
  .map((location) => figure(view, location))
  .join('\n')}
${furtherPlaces(finding.locations.slice(MOST_FRAMES))}
${finding.token ? tokenCard(finding.token) : ''}
${definitions(factsOf(view, finding))}
</article></li>`;
}

function figure(view: View, location: Location): string {
  const frame = view.frame(location);
  const notes = [location.commit === undefined ? '' : `commit ${location.commit.slice(0, 12)}`, decodingOf(location)].filter(
    Boolean,
  );
  const caption = `<figcaption><code>${escape(place(location))}</code>${notes.length === 0 ? '' : ` ${escape(notes.join(', '))}`}</figcaption>`;
  if (!frame) return `<figure>${caption}</figure>`;
  const source = [frame.before, frame.secret, frame.after].map((part) => escape(part.replaceAll('\t', ' ')));
  return `<figure>${caption}<pre tabindex="0" data-line="${location.startLine}">${source[0]!.trimStart()}<mark>${source[1]!}</mark>${source[2]!}</pre></figure>`;
}

function furtherPlaces(locations: Location[]): string {
  if (locations.length === 0) return '';
  const places = locations.map((location) => `<li><code>${escape(place(location))}</code></li>`);
  return `<details><summary>${count(locations.length, 'more place')}</summary><ul>${places.join('')}</ul></details>`;
}

function tokenCard(token: Token): string {
  const problems = token.problems.map(
    ({ severity, text }) => `<li><span class="severity ${severity}">${severity}</span> ${escape(text)}</li>`,
  );
  const decoded = toJson({ header: token.header, claims: token.claims }, 2);
  return `<section class="token"><h3>What the token says (not verified)</h3>
${definitions(tokenFacts(token))}
${problems.length === 0 ? '' : `<ul>${problems.join('')}</ul>`}
<details><summary>Header and claims</summary><pre tabindex="0">${decoded.split('\n').map(escape).join('\n')}</pre></details>
</section>`;
}

function factsOf({ report }: View, finding: Finding): [label: string, value: string][] {
  const facts: [string, string][] = [
    ['fix', finding.remedy.revoke],
    ['at', finding.remedy.url ?? ''],
    ['why', `${finding.confidence} confidence. ${finding.reasons.map(({ text }) => text).join(' ')}`.trim()],
    ['related', relatedLine(finding, report)],
    ['history', finding.history ? historyLine(finding.history) : ''],
    ['verified', verificationLine(finding)],
    ['accepted', suppressionLine(finding)],
    ['rule', finding.rule],
    ['id', finding.id],
  ];
  return facts.filter(([, value]) => value !== '');
}

function definitions(facts: [label: string, value: string][]): string {
  return `<dl>${facts.map(([label, value]) => `<dt>${escape(label)}</dt><dd>${label === 'at' ? link(value) : escape(value)}</dd>`).join('')}</dl>`;
}

/** A link where it is one of the web; rules of a custom file could name any scheme. */
function link(url: string): string {
  if (!/^https?:\/\//i.test(url)) return escape(url);
  return `<a href="${escape(url)}" rel="noreferrer noopener">${escape(url)}</a>`;
}
