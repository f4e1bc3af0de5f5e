const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  escapeMarkup
} from "./shared-report-xml.mjs";
import {
  toJson
} from "./shared-report-jsontext.mjs";
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
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
  verificationLine
} from "./shared-report-text.mjs";
import "./shared-path.mjs";
import {
  SEVERITIES
} from "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/report/html.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);

// src/report/htmlassets.ts
var STYLE = `
:root { color-scheme: light dark; --line: #8886; --soft: #8882; --link: light-dark(#0550ae, #6cb6ff); --critical: #a40e26; --high: #bc4c00; --medium: #8a6100; --low: #1f6f8b; --info: #59636e; }
* { box-sizing: border-box; }
body { font: 16px/1.5 system-ui, sans-serif; max-width: 70rem; margin: 0 auto; padding: 1rem; }
h1 { font-size: 1.3rem; margin: 0; }
h2 { font-size: 1.05rem; margin: 0 0 .5rem; overflow-wrap: anywhere; scroll-margin-top: 1rem; }
h3 { font-size: .95rem; margin: 0 0 .25rem; }
code, pre { font: .875rem/1.6 ui-monospace, monospace; }
code { overflow-wrap: anywhere; }
pre { overflow-x: auto; background: var(--soft); margin: .25rem 0; padding: .5rem; border-radius: .25rem; }
pre[data-line]::before { content: attr(data-line); display: inline-block; min-width: 2.5rem; padding-right: .75rem; text-align: right; opacity: .6; user-select: none; }
a { color: var(--link); }
mark { background: #ffd33d; color: #1f2328; border-radius: .2rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .15rem 1rem; margin: .5rem 0; }
dt { opacity: .75; }
dd { margin: 0; overflow-wrap: anywhere; }
ol { list-style: none; padding: 0; margin: .5rem 0; }
article { border: 1px solid var(--line); border-radius: .5rem; padding: .75rem 1rem; margin: 0 0 1rem; }
article:has(h2:target), article:focus-within { border-color: var(--link); }
article.suppressed { border-style: dashed; }
figure { margin: .5rem 0; }
.severity { color: #fff; border-radius: .25rem; padding: .1rem .5rem; font-size: .8rem; }
.critical { background: var(--critical); } .high { background: var(--high); } .medium { background: var(--medium); } .low { background: var(--low); } .info { background: var(--info); }
.gap { border-left: .3rem solid var(--critical); padding-left: .75rem; font-weight: 600; }
.token, .timeline { border: 1px solid var(--line); border-radius: .5rem; padding: .5rem .75rem; margin: .5rem 0; background: var(--soft); }
.timeline li { display: grid; grid-template-columns: minmax(0, 5fr) minmax(0, 6fr) minmax(0, 6fr); gap: .25rem 1rem; align-items: center; font-size: .875rem; }
.timeline li > * { overflow-wrap: anywhere; }
.timeline ol { max-height: 19rem; overflow-y: auto; padding: .2rem; }
.timeline svg { width: 100%; height: .875rem; background: var(--soft); border-radius: .2rem; }
.timeline p { font-size: .85rem; margin: .25rem 0; }
.bar-critical { fill: var(--critical); stroke: var(--critical); } .bar-high { fill: var(--high); stroke: var(--high); } .bar-medium { fill: var(--medium); stroke: var(--medium); } .bar-low { fill: var(--low); stroke: var(--low); } .bar-info { fill: var(--info); stroke: var(--info); }
.gone { fill-opacity: .25; stroke-width: 2; vector-effect: non-scaling-stroke; }
.controls { display: flex; flex-wrap: wrap; gap: .75rem; align-items: end; margin: 1rem 0; }
.controls label { display: grid; font-size: .85rem; }
.controls label.check { display: flex; gap: .35rem; align-items: center; height: 2.25rem; }
.controls input[type=search], .controls select { font: inherit; font-size: .95rem; height: 2.25rem; padding: .25rem .5rem; max-width: 100%; }
.controls input[type=search] { width: 17rem; }
.controls output { line-height: 2.25rem; font-size: .85rem; }
:focus-visible { outline: 3px solid var(--link); outline-offset: 2px; }
[hidden] { display: none !important; }
@media (max-width: 40rem) { dl, .timeline li { grid-template-columns: 1fr; } dd { margin-bottom: .35rem; } .controls label, .controls input[type=search], .controls select { width: 100%; } }
@media print { .controls { display: none; } article { break-inside: avoid; } }
`;
var SCRIPT = `
const byId = (id) => document.getElementById(id);
const list = byId('findings');
const items = Array.from(list.children);
const bars = Array.from(document.querySelectorAll('[data-for]'));
const [search, severity, provider, order, inhead, accepted, shown] = ['search', 'severity', 'provider', 'order', 'inhead', 'accepted', 'shown'].map(byId);
items.forEach((item, at) => { item.dataset.at = at; });
function update() {
  const words = search.value.toLowerCase().split(/\\s+/).filter(Boolean);
  const hidden = new Set();
  for (const item of items) {
    const text = item.textContent.toLowerCase();
    const fits = words.every((word) => text.includes(word))
      && Number(item.dataset.severity) <= Number(severity.value)
      && (provider.value === '' || item.dataset.provider === provider.value)
      && (!inhead.checked || item.dataset.head === 'in')
      && (accepted.checked || item.dataset.suppressed === 'no');
    item.hidden = !fits;
    if (!fits) hidden.add(item.querySelector('h2').id);
  }
  for (const bar of bars) bar.hidden = hidden.has(bar.dataset.for);
  const key = order.value;
  const by = (a, b) => Number(a.dataset.at) - Number(b.dataset.at);
  const sorted = key === '' ? items.slice().sort(by)
    : items.slice().sort((a, b) => (a.dataset[key] < b.dataset[key] ? -1 : a.dataset[key] > b.dataset[key] ? 1 : by(a, b)));
  list.append(...sorted);
  shown.textContent = items.length - hidden.size + ' of ' + items.length + ' shown';
}
function step(by) {
  const heads = Array.from(list.querySelectorAll('li:not([hidden]) > article > h2'));
  const within = document.activeElement.closest('article');
  const at = heads.findIndex((head) => head.parentElement === within);
  const next = heads[at < 0 && by < 0 ? heads.length - 1 : at + by];
  if (next) { next.focus(); next.scrollIntoView({ block: 'nearest' }); }
}
for (const control of [search, severity, provider, order, inhead, accepted]) control.addEventListener('input', update);
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const typing = /^(?:INPUT|SELECT|TEXTAREA)$/.test(document.activeElement.tagName);
  if (event.key === 'Escape' && document.activeElement === search) { search.value = ''; update(); search.blur(); }
  if (typing) return;
  if (event.key === '/') { event.preventDefault(); search.focus(); }
  if (event.key === 'j') step(1);
  if (event.key === 'k') step(-1);
});
byId('controls').hidden = false;
update();
`;

// src/report/htmltimeline.ts
var MOST_BARS = 100;
var WIDTH = 1e3;
var LEAST = 6;
function timeline(findings, anchor2) {
  const lives = findings.flatMap((finding) => {
    const from = Date.parse(finding.history?.first.date ?? "");
    const to = Date.parse(finding.history?.last.date ?? "");
    return Number.isNaN(from) || Number.isNaN(to) ? [] : [{ finding, from: Math.min(from, to), to: Math.max(from, to) }];
  });
  if (lives.length === 0) return "";
  const begin = Math.min(...lives.map(({ from }) => from));
  const end = Math.max(...lives.map(({ to }) => to), begin + 1);
  const scale = (time) => Math.round((time - begin) / (end - begin) * (WIDTH - LEAST));
  const shown = lives.toSorted((a, b) => a.from - b.from).filter((life) => lives.indexOf(life) < MOST_BARS);
  const rows = shown.map((life) => row(life, scale, anchor2));
  const more = lives.length - shown.length;
  return `<details class="timeline" open><summary>Timeline: ${day(begin)} to ${day(end)}</summary>
<ol tabindex="0" aria-label="Lives of the secrets">
${rows.join("\n")}
</ol>
${more > 0 ? `<p>and ${count(more, "more finding")}, less severe</p>` : ""}
<p>A filled bar ends in HEAD; a hollow one is gone from it, and can still be fetched or found in clones.</p>
</details>`;
}
function row({ finding, from, to }, scale, anchor2) {
  const { history, severity, suppressed } = finding;
  const x = scale(from);
  const width = (history?.inHead ? WIDTH : scale(to) + LEAST) - x;
  const look = `bar-${severity}${history?.inHead ? "" : " gone"}`;
  const last = history?.inHead ? "still in HEAD" : `until ${day(to)}`;
  return `<li data-for="${escapeMarkup(anchor2(finding))}"${suppressed ? ' data-suppressed="yes"' : ""}><a href="#${escapeMarkup(anchor2(finding))}">${escapeMarkup(finding.title)} <code>${escapeMarkup(finding.secret.redacted)}</code></a>
<svg viewBox="0 0 ${WIDTH} 14" preserveAspectRatio="none" aria-hidden="true"><rect class="${look}" x="${x}" y="2" width="${width}" height="10"/></svg>
<span>${day(from)} by ${escapeMarkup(history?.first.author ?? "")}, ${last}</span></li>`;
}
function day(time) {
  return new Date(time).toISOString().slice(0, 10);
}

// src/report/html.ts
var MOST_FRAMES = 5;
var renderHtml = (view) => {
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
${view.report.findings.map((finding) => item(view, finding)).join("\n")}
</ol>
</main>
<script>${SCRIPT}</script>
</body>
</html>
`;
};
function hashOf(content) {
  return `'sha256-${(0, import_node_crypto.createHash)("sha256").update(content, "utf8").digest("base64")}'`;
}
function summary({ report }) {
  const { coverage, scope, tool } = report;
  const notes = skipNotes(coverage, (path) => path);
  const scanned = `Scanned ${covered(coverage)} with ${digits(tool.rules)} rules (bearertrap ${tool.version}, scope ${scope.kind}${scope.range === void 0 ? "" : ` ${scope.range}`}).`;
  return [
    `<p><strong>${escapeMarkup(summaryLine(report))}</strong></p>`,
    coverage.complete ? "" : '<p class="gap">The scan is not complete: an absence of findings proves nothing about what was not read.</p>',
    `<p>${escapeMarkup(scanned)}</p>`,
    notes.length === 0 ? "" : `<ul>${notes.map(({ gap, text }) => `<li>${gap ? "<strong>Gap:</strong> " : ""}${escapeMarkup(text)}</li>`).join("")}</ul>`
  ].filter(Boolean).join("\n");
}
function controls(findings) {
  const severities = SEVERITIES.map(
    (severity, rank) => `<option value="${rank}"${rank === SEVERITIES.length - 1 ? " selected" : ""}>${severity}${rank === 0 ? "" : " and above"}</option>`
  );
  const providers = [...new Set(findings.map(({ provider }) => provider))].sort().map((provider) => `<option>${escapeMarkup(provider)}</option>`);
  const gone = findings.some(({ history }) => history?.inHead === false);
  const accepted = findings.some(({ suppressed }) => suppressed);
  return `<search id="controls" class="controls" hidden>
<label>Search <input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="path, rule, issuer (press /)"></label>
<label>Severity <select id="severity">${severities.join("")}</select></label>
<label>Provider <select id="provider"><option value="" selected>all</option>${providers.join("")}</select></label>
<label>Order <select id="order"><option value="" selected>severity</option><option value="path">path</option><option value="rule">rule</option><option value="provider">provider</option><option value="first">first commit</option></select></label>
<label class="check"${gone ? "" : " hidden"}><input id="inhead" type="checkbox"> in HEAD only</label>
<label class="check"${accepted ? "" : " hidden"}><input id="accepted" type="checkbox"> suppressed too</label>
<output id="shown" aria-live="polite"></output>
</search>`;
}
var anchor = ({ id, rule }) => `f-${id}-${rule}`;
function item(view, finding) {
  const { severity, suppressed } = finding;
  const data = {
    severity: String(SEVERITIES.indexOf(severity)),
    suppressed: suppressed ? "yes" : "no",
    path: finding.locations[0]?.path ?? "",
    rule: finding.rule,
    provider: finding.provider,
    first: finding.history?.first.date ?? "",
    head: finding.history?.inHead === false ? "gone" : "in"
  };
  const attributes = Object.entries(data).map(([name, value]) => ` data-${name}="${escapeMarkup(value)}"`);
  const title = `<span class="severity ${severity}">${severity}</span> ${escapeMarkup(finding.title)} <code>${escapeMarkup(finding.secret.value ?? finding.secret.redacted)}</code>`;
  return `<li${attributes.join("")}><article${suppressed ? ' class="suppressed"' : ""} aria-labelledby="${escapeMarkup(anchor(finding))}">
<h2 id="${escapeMarkup(anchor(finding))}" tabindex="-1">${title}</h2>
${finding.locations.slice(0, MOST_FRAMES).map((location) => figure(view, location)).join("\n")}
${furtherPlaces(finding.locations.slice(MOST_FRAMES))}
${finding.token ? tokenCard(finding.token) : ""}
${definitions(factsOf(view, finding))}
</article></li>`;
}
function figure(view, location) {
  const frame = view.frame(location);
  const notes = [location.commit === void 0 ? "" : `commit ${location.commit.slice(0, 12)}`, decodingOf(location)].filter(
    Boolean
  );
  const caption = `<figcaption><code>${escapeMarkup(place(location))}</code>${notes.length === 0 ? "" : ` ${escapeMarkup(notes.join(", "))}`}</figcaption>`;
  if (!frame) return `<figure>${caption}</figure>`;
  const source = [frame.before, frame.secret, frame.after].map((part) => escapeMarkup(part.replaceAll("	", " ")));
  return `<figure>${caption}<pre tabindex="0" data-line="${location.startLine}">${source[0].trimStart()}<mark>${source[1]}</mark>${source[2]}</pre></figure>`;
}
function furtherPlaces(locations) {
  if (locations.length === 0) return "";
  const places = locations.map((location) => `<li><code>${escapeMarkup(place(location))}</code></li>`);
  return `<details><summary>${count(locations.length, "more place")}</summary><ul>${places.join("")}</ul></details>`;
}
function tokenCard(token) {
  const problems = token.problems.map(
    ({ severity, text }) => `<li><span class="severity ${severity}">${severity}</span> ${escapeMarkup(text)}</li>`
  );
  const decoded = toJson({ header: token.header, claims: token.claims }, 2);
  return `<section class="token"><h3>What the token says (not verified)</h3>
${definitions(tokenFacts(token))}
${problems.length === 0 ? "" : `<ul>${problems.join("")}</ul>`}
<details><summary>Header and claims</summary><pre tabindex="0">${decoded.split("\n").map(escapeMarkup).join("\n")}</pre></details>
</section>`;
}
function factsOf({ report }, finding) {
  const facts = [
    ["fix", finding.remedy.revoke],
    ["at", finding.remedy.url ?? ""],
    ["why", `${finding.confidence} confidence. ${finding.reasons.map(({ text }) => text).join(" ")}`.trim()],
    ["related", relatedLine(finding, report)],
    ["history", finding.history ? historyLine(finding.history) : ""],
    ["verified", verificationLine(finding)],
    ["accepted", suppressionLine(finding)],
    ["rule", finding.rule],
    ["id", finding.id]
  ];
  return facts.filter(([, value]) => value !== "");
}
function definitions(facts) {
  return `<dl>${facts.map(([label, value]) => `<dt>${escapeMarkup(label)}</dt><dd>${label === "at" ? link(value) : escapeMarkup(value)}</dd>`).join("")}</dl>`;
}
function link(url) {
  if (!/^https?:\/\//i.test(url)) return escapeMarkup(url);
  return `<a href="${escapeMarkup(url)}" rel="noreferrer noopener">${escapeMarkup(url)}</a>`;
}
export {
  renderHtml
};
