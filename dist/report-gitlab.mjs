const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  toJson
} from "./shared-report-jsontext.mjs";
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
import {
  count,
  covered,
  historyLine,
  remedyLine,
  skipNotes,
  tokenFacts,
  verificationLine
} from "./shared-report-text.mjs";
import {
  displayPath
} from "./shared-path.mjs";
import "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/report/gitlab.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);
var VERSION = "15.2.1";
var SCHEMA = `https://gitlab.com/gitlab-org/security-products/security-report-schemas/-/raw/v${VERSION}/dist/secret-detection-report-format.json`;
var SEVERITIES = { critical: "Critical", high: "High", medium: "Medium", low: "Low", info: "Info" };
var LONGEST_NAME = 255;
var LONGEST_SOLUTION = 7e3;
var NO_COMMIT = "0000000";
var renderGitlab = (view) => {
  const { report } = view;
  const tool = { id: report.tool.name, name: report.tool.name, version: report.tool.version, vendor: { name: report.tool.name } };
  const open = report.findings.filter(({ suppressed }) => !suppressed);
  return `${toJson(
    {
      version: VERSION,
      schema: SCHEMA,
      scan: {
        analyzer: tool,
        scanner: tool,
        type: "secret_detection",
        start_time: seconds(view.startedAt),
        end_time: seconds(view.finishedAt),
        status: "success",
        messages: messagesOf(view)
      },
      vulnerabilities: open.flatMap((finding) => finding.locations.map((location) => vulnerability(view, finding, location)))
    },
    2
  )}
`;
};
function messagesOf({ report }) {
  const { coverage, summary } = report;
  return [
    {
      level: coverage.complete ? "info" : "warn",
      value: `Scanned ${covered(coverage)}${coverage.complete ? "" : ", not all there is"}.`
    },
    ...skipNotes(coverage, displayPath).map(({ gap, text }) => ({ level: gap ? "warn" : "info", value: text })),
    ...summary.suppressed === 0 ? [] : [{ level: "info", value: `${count(summary.suppressed, "finding")} suppressed.` }]
  ];
}
function vulnerability(view, finding, location) {
  const url = finding.remedy.url;
  return {
    id: uuid([finding.id, location.path, location.inside ?? "", location.blob ?? "", location.startLine, location.startColumn]),
    name: finding.title.slice(0, LONGEST_NAME),
    description: descriptionOf(finding),
    severity: SEVERITIES[finding.severity],
    solution: remedyLine(finding).slice(0, LONGEST_SOLUTION),
    identifiers: [
      { type: "bearertrap_rule_id", name: `bearertrap rule ${finding.rule}`, value: finding.rule },
      { type: "cwe", name: "CWE-798", value: "798", url: "https://cwe.mitre.org/data/definitions/798.html" }
    ],
    ...url !== void 0 && /^https?:\/\//.test(url) && { links: [{ name: "Revoke", url }] },
    location: {
      file: displayPath(location.path),
      start_line: location.startLine,
      end_line: location.endLine,
      commit: commitOf(view, finding, location)
    },
    // The schema means the source as it stands; a report must not leak what it warns of.
    raw_source_code_extract: displayPath(finding.secret.value ?? finding.secret.redacted)
  };
}
function commitOf({ report }, { history }, { commit }) {
  const known = [history?.first, history?.last].find((one) => one && (commit === void 0 || one.id === commit));
  if (!known) return { sha: commit ?? report.scope.head ?? NO_COMMIT };
  return { author: displayPath(known.author), date: known.date, message: displayPath(known.subject), sha: known.id };
}
function descriptionOf(finding) {
  const lines = [
    `${finding.severity}, ${finding.confidence} confidence. ${finding.reasons.map(({ text }) => text).join(" ")}`.trim(),
    finding.token ? `Token: ${tokenFacts(finding.token).map(([label, value]) => `${label} ${value}`).join("; ")}` : "",
    finding.history ? `History: ${historyLine(finding.history)}` : "",
    finding.verification ? `Verification: ${verificationLine(finding)}` : ""
  ].filter(Boolean);
  return `\`\`\`\`text
${lines.map((line) => displayPath(line).replaceAll("````", "''''")).join("\n")}
\`\`\`\``;
}
function seconds(time) {
  const date = new Date(time);
  return (Number.isNaN(date.getTime()) ? /* @__PURE__ */ new Date(0) : date).toISOString().slice(0, 19);
}
function uuid(parts) {
  const hex = (0, import_node_crypto.createHash)("sha256").update(parts.join("\0"), "utf8").digest("hex");
  const variant = "89ab"[Number.parseInt(hex[16], 16) & 3];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-8${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
export {
  renderGitlab
};
