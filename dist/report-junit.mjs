const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  escapeMarkup
} from "./shared-report-xml.mjs";
import {
  count,
  covered,
  few,
  historyLine,
  place,
  remedyLine,
  skipNotes,
  suppressionLine,
  tokenFacts,
  verificationLine
} from "./shared-report-text.mjs";
import {
  displayPath
} from "./shared-path.mjs";
import "./shared-model.mjs";
import "./shared-runtime.mjs";

// src/report/junit.ts
var renderJunit = ({ report }) => {
  const { coverage, findings } = report;
  const failures = findings.filter(({ suppressed }) => !suppressed).length;
  const counts = `tests="${findings.length + 1}" failures="${failures}" errors="${coverage.complete ? 0 : 1}"`;
  const notes = skipNotes(coverage, displayPath).map(({ gap, text }) => `${gap ? "Gap: " : ""}${text}`);
  const output = [`Scanned ${covered(coverage)}.`, ...notes].join("\n");
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites name="bearertrap" ${counts}>`,
    `  <testsuite name="bearertrap" ${counts} skipped="${findings.length - failures}">`,
    ...findings.map(testCase),
    '    <testcase classname="bearertrap" name="coverage">',
    ...coverage.complete ? [] : ['      <error message="The scan is not complete" type="incomplete"/>'],
    `      <system-out>${lines(output)}</system-out>`,
    "    </testcase>",
    "  </testsuite>",
    "</testsuites>",
    ""
  ].join("\n");
};
function testCase(finding) {
  const first = finding.locations[0];
  const name = `${finding.title} (${finding.secret.value ?? finding.secret.redacted}) ${finding.id}`;
  const where = first ? ` file="${escapeMarkup(first.path)}" line="${first.startLine}"` : "";
  const body = finding.suppressed ? `<skipped message="${escapeMarkup(suppressionLine(finding))}"/>` : `<failure message="${escapeMarkup(messageOf(finding))}" type="${escapeMarkup(`${finding.rule}.${finding.severity}`)}">${lines(detailsOf(finding))}</failure>`;
  return [
    `    <testcase classname="${escapeMarkup(first?.path ?? finding.rule)}" name="${escapeMarkup(name)}"${where}>`,
    `      ${body}`,
    "    </testcase>"
  ].join("\n");
}
function messageOf(finding) {
  return `${finding.severity}: ${finding.title} in ${few(finding.locations.map(place), 1)}`;
}
function detailsOf(finding) {
  return [
    `${count(finding.locations.length, "place")}: ${few(finding.locations.map(place), 20)}`,
    `${finding.confidence} confidence. ${finding.reasons.map(({ text }) => text).join(" ")}`.trim(),
    ...finding.token ? [
      `token: ${tokenFacts(finding.token).map(([label, value]) => `${label} ${value}`).join("; ")}`
    ] : [],
    ...finding.history ? [`history: ${historyLine(finding.history)}`] : [],
    ...finding.verification ? [`verification: ${verificationLine(finding)}`] : [],
    `fix: ${remedyLine(finding)}`
  ].map(displayPath).join("\n");
}
function lines(text) {
  return text.split("\n").map(escapeMarkup).join("\n");
}
export {
  renderJunit
};
