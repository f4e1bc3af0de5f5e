const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  skipNotes,
  suppressionLine,
  tokenFacts
} from "./shared-report-text.mjs";
import {
  displayPath
} from "./shared-path.mjs";
import "./shared-model.mjs";
import "./shared-runtime.mjs";

// src/report/csv.ts
var HEADER = "severity confidence rule provider title kind path line column inside commit secret token reasons revoke url suppressed id".split(
  " "
);
var renderCsv = ({ report }) => {
  const rows = [HEADER];
  for (const finding of report.findings) {
    for (const location of finding.locations) {
      rows.push([
        finding.severity,
        finding.confidence,
        finding.rule,
        finding.provider,
        finding.title,
        finding.kind,
        location.path,
        String(location.startLine),
        String(location.startColumn),
        location.inside ?? "",
        location.commit ?? "",
        finding.secret.value ?? finding.secret.redacted,
        finding.token ? tokenFacts(finding.token).map(([label, value]) => `${label} ${value}`).join("; ") : "",
        finding.reasons.map(({ text }) => text).join(" "),
        finding.remedy.revoke,
        finding.remedy.url ?? "",
        suppressionLine(finding),
        finding.id
      ]);
    }
  }
  for (const { gap, text } of skipNotes(report.coverage, displayPath)) {
    const row = { severity: "info", rule: "coverage", title: gap ? "Gap" : "Not scanned", reasons: text };
    rows.push(HEADER.map((column) => row[column] ?? ""));
  }
  return rows.map((row) => `${row.map(cell).join(",")}\r
`).join("");
};
function cell(text) {
  const shown = displayPath(text);
  const safe = /^[=+\-@\uff1d\uff0b\uff0d\uff20]/.test(shown) ? `'${shown}` : shown;
  return `"${safe.replaceAll('"', '""')}"`;
}
export {
  renderCsv
};
