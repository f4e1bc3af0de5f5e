const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  escapeMarkup
} from "./shared-report-xml.mjs";
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
  verificationLine
} from "./shared-report-text.mjs";
import "./shared-path.mjs";
import "./shared-model.mjs";
import "./shared-runtime.mjs";

// src/report/markdown.ts
var LONGEST = 6e4;
var MOST_ROWS = 100;
var MOST_PLACES = 10;
var ACTIVE = /[\\`*_[\]|~$@#:!]|(?<=www)\./gi;
var ACTIVE_PLAIN = /[\\`*[\]|~$]|(?<![A-Za-z0-9])_|_(?![A-Za-z0-9])/g;
var HARMLESS = /^(?!.*www\.)(?:[\p{L}\p{N} .,;()'%-]|: )*$/iu;
var renderMarkdown = (view) => {
  const { report } = view;
  const { coverage, findings, tool } = report;
  const open = findings.filter(({ suppressed }) => !suppressed);
  const accepted = findings.filter(({ suppressed }) => suppressed);
  const incomplete = coverage.complete ? "" : ", but the scan is not complete";
  const notes = skipNotes(coverage, (path) => path).map(({ gap, text }) => `- ${gap ? "**Gap:** " : ""}${code(text)}`);
  const head = [`## ${plain(summaryLine(report) + incomplete)}`, ""];
  const foot = [
    `${coverage.complete ? "" : "**Incomplete.** "}Scanned ${plain(covered(coverage))} with ${digits(tool.rules)} rules.`,
    ...notes.length === 0 ? [] : ["", ...notes]
  ];
  const blocks = [
    ...open.length === 0 ? [] : [table(view, open)],
    ...open.map((finding) => details(view, finding)),
    ...accepted.map(acceptedLine)
  ];
  const kept = [];
  let room = LONGEST - [...head, ...foot].join("\n").length;
  for (const block of blocks) {
    room -= block.length + 1;
    if (room < 0) break;
    kept.push(block);
  }
  if (kept.length < blocks.length)
    kept.push(`_${count(blocks.length - kept.length, "more part")} left out to fit into a comment._
`);
  return [...head, ...kept, ...foot, ""].join("\n");
};
function table(view, findings) {
  const rows = findings.slice(0, MOST_ROWS).map((finding) => {
    const [first, ...others] = finding.locations;
    const more2 = others.length === 0 ? "" : ` and ${digits(others.length)} more`;
    return `| ${finding.severity} | ${plain(finding.title)} | ${code(finding.secret.value ?? finding.secret.redacted)} | ${first ? spot(view, first) : ""}${more2} |`;
  });
  const more = findings.length - rows.length;
  const end = more > 0 ? ["", `and ${count(more, "more finding")}, less severe`, ""] : [""];
  return ["| Severity | What | Secret | Where |", "| --- | --- | --- | --- |", ...rows, ...end].join("\n");
}
function details(view, finding) {
  const places = finding.locations.slice(0, MOST_PLACES).map((location) => spot(view, location));
  const more = finding.locations.length - places.length;
  const facts = [
    ["Where", `${places.join(", ")}${more > 0 ? ` and ${digits(more)} more` : ""}`],
    ["Why", `${finding.confidence} confidence. ${finding.reasons.map(({ text }) => prose(text)).join(" ")}`.trim()],
    ...(finding.token ? tokenFacts(finding.token) : []).map(([label, value]) => [
      `Token ${label}`,
      code(value)
    ]),
    ...(finding.token?.problems ?? []).map(({ severity, text }) => [
      "Token problem",
      `${severity}: ${prose(text)}`
    ]),
    ...finding.history ? [["History", prose(historyLine(finding.history))]] : [],
    ...finding.verification ? [["Verification", prose(verificationLine(finding))]] : [],
    ["Fix", plain(remedyLine(finding))],
    ["Id", code(finding.id)]
  ];
  return [
    "<details>",
    `<summary>${finding.severity}: ${plain(finding.title)} ${code(finding.secret.value ?? finding.secret.redacted)}</summary>`,
    "",
    ...facts.map(([label, value]) => `- **${label}:** ${value}`),
    "",
    "</details>",
    ""
  ].join("\n");
}
function spot(view, location) {
  const url = view.link(location);
  return url === void 0 ? code(place(location)) : `<a href="${escapeMarkup(url)}">${code(place(location))}</a>`;
}
function acceptedLine(finding) {
  return `- ${plain(finding.title)} ${code(finding.id)}: ${code(suppressionLine(finding))}
`;
}
function plain(text) {
  return escapeMarkup(text).replace(ACTIVE_PLAIN, (char) => `\\${char}`);
}
function prose(text) {
  return HARMLESS.test(text) ? plain(text) : code(text);
}
function code(text) {
  return `<code>${escapeMarkup(text).replace(ACTIVE, (char) => `&#${char.charCodeAt(0)};`)}</code>`;
}
export {
  renderMarkdown
};
