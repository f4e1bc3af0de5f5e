const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  toJson
} from "./shared-report-jsontext.mjs";
import {
  require_node_zlib
} from "./shared-builtin-node-zlib.mjs";
import {
  count,
  covered,
  decodingOf,
  findingOf,
  historyLine,
  remedyLine,
  skipNotes,
  suppressionLine,
  tokenFacts,
  verificationLine
} from "./shared-report-text.mjs";
import {
  displayPath,
  toBytes
} from "./shared-path.mjs";
import {
  CONFIDENCES,
  SEVERITIES
} from "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/report/sarif.ts
var import_node_zlib = __toESM(require_node_zlib(), 1);

// src/report/uri.ts
function encodePath(path) {
  let uri = "";
  for (const byte of toBytes(path)) {
    const char = String.fromCharCode(byte);
    uri += /[A-Za-z0-9._~/-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, "0")}`;
  }
  return uri;
}

// src/report/sarif.ts
var SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";
var MOST_RESULTS = 25e3;
var MOST_BYTES = 1e7;
var LONGEST_DESCRIPTION = 1024;
var MOST_RELATED = 20;
var LEVELS = {
  critical: "error",
  high: "error",
  medium: "warning",
  low: "note",
  info: "note"
};
var SECURITY_SEVERITY = { critical: "9.5", high: "8.0", medium: "5.5", low: "2.0", info: "0.1" };
var PRECISION = { certain: "very-high", high: "high", medium: "medium", low: "low" };
var renderSarif = (view) => renderWithin(view, MOST_RESULTS, MOST_BYTES);
function renderWithin(view, mostResults, mostBytes) {
  let share = mostResults;
  for (; ; ) {
    const text = `${toJson(logOf(view, share))}
`;
    const bytes = text.length <= mostBytes ? text.length : (0, import_node_zlib.gzipSync)(text).length;
    if (bytes <= mostBytes || share === 0) return text;
    share = Math.floor(Math.min(share, entriesOf(view, view.report.findings).length) * Math.min(0.9, 0.95 * mostBytes / bytes));
  }
}
function logOf(view, most) {
  const { findings, scope } = view.report;
  const entries = entriesOf(view, findings);
  const apart = (entry) => scope.kind !== "history" && entry.gone;
  const gone = entries.filter(apart);
  const present = entries.filter((entry) => !apart(entry));
  const runs = [runOf(view, `bearertrap/${scope.kind}/`, present, most)];
  if (gone.length > 0) runs.push(runOf(view, `bearertrap/${scope.kind}-history/`, gone, most));
  return { $schema: SCHEMA, version: "2.1.0", runs };
}
function runOf(view, category, entries, most) {
  const { report } = view;
  const findings = [...new Set(entries.map(({ finding }) => finding))];
  const kept = mostImportant(entries, most);
  const ruleIds = [...new Set(kept.map(({ finding }) => finding.rule))].sort();
  const ruleIndex = new Map(ruleIds.map((id, at) => [id, at]));
  const onLine = /* @__PURE__ */ new Map();
  for (const entry of kept) onLine.set(lineOf(entry), (onLine.get(lineOf(entry)) ?? 0) + 1);
  const notes = notificationsOf(view, entries.length, kept.length);
  const compared = findings.some(({ suppressed }) => suppressed?.by === "baseline");
  return {
    tool: {
      driver: {
        name: report.tool.name,
        informationUri: "https://www.npmjs.com/package/bearertrap",
        version: report.tool.version,
        .../^\d+\.\d+\.\d+/.test(report.tool.version) && { semanticVersion: report.tool.version },
        rules: ruleIds.map((id) => ruleOf(id, view.sheets.get(id), findings)),
        notifications: [...new Set(notes.map((note) => note.descriptor?.id ?? ""))].sort().map(notificationOf),
        properties: { rules: report.tool.rules, rulesHash: report.tool.rulesHash }
      }
    },
    automationDetails: { id: category },
    originalUriBaseIds: { "%SRCROOT%": { description: { text: "The root of the scanned tree or repository." } } },
    columnKind: "utf16CodeUnits",
    invocations: [{ executionSuccessful: true, toolExecutionNotifications: notes }],
    results: kept.map((entry) => resultOf(view, entry, ruleIndex, compared, onLine.get(lineOf(entry)))),
    properties: { scope: report.scope, coverage: report.coverage }
  };
}
function lineOf({ finding, location }) {
  return [finding.rule, location.path, location.startLine].join("\0");
}
function entriesOf(view, findings) {
  return findings.flatMap((finding) => {
    const entries = /* @__PURE__ */ new Map();
    for (const found of finding.locations) {
      const current = view.current(found);
      const location = current ?? found;
      const key = [location.inside ?? location.path, location.startLine, location.startColumn, current ? "" : location.offset];
      const rank = (finding.suppressed || found.suppressed ? 100 : 0) + 10 * SEVERITIES.indexOf(finding.severity) + (entries.size === 0 ? 0 : 1);
      const gone = current === null || current === void 0 && finding.history?.inHead === false;
      const name = key.join("\0");
      if (!entries.has(name)) entries.set(name, { finding, location, found, gone, rank });
    }
    return [...entries.values()];
  });
}
function mostImportant(entries, most) {
  if (entries.length <= most) return entries;
  const kept = new Set(entries.toSorted((a, b) => a.rank - b.rank).slice(0, most));
  return entries.filter((entry) => kept.has(entry));
}
function notificationsOf(view, all, kept) {
  const { coverage } = view.report;
  const notes = [
    {
      descriptor: { id: "coverage" },
      level: coverage.complete ? "note" : "error",
      message: { text: `${coverage.complete ? "Scanned" : "The scan is incomplete. Scanned"} ${covered(coverage)}.` }
    }
  ];
  for (const { reason, gap, text } of skipNotes(coverage, displayPath)) {
    notes.push({ descriptor: { id: `skipped/${reason}` }, level: gap ? "warning" : "note", message: { text: sentence(text) } });
  }
  if (kept < all) {
    const text = `${count(all - kept, "result")} of ${count(all, "result")} left out, the least severe, to stay within what code scanning accepts.`;
    notes.push({ descriptor: { id: "results-left-out" }, level: "error", message: { text } });
  }
  return notes;
}
function notificationOf(id) {
  const text = id === "coverage" ? "What the scan has read." : id === "results-left-out" ? "Results that are not in this file." : `What the scan has not read: ${id.slice(id.indexOf("/") + 1).replaceAll("-", " ")}.`;
  return { id, shortDescription: { text }, fullDescription: { text }, help: { text } };
}
function ruleOf(id, sheet, findings) {
  const own = findings.filter(({ rule }) => rule === id);
  const first = own[0];
  const severity = sheet?.severity ?? first.severity;
  const confidence = CONFIDENCES.find((one) => own.some((finding) => finding.confidence === one)) ?? "low";
  const title = sheet?.title ?? first.title;
  const revoke = sheet?.revoke.how ?? first.remedy.revoke;
  const url = sheet?.revoke.url ?? first.remedy.url;
  const opens = sheet?.opens ?? title;
  const links = [
    ...url === void 0 ? [] : [`Revoke: ${url}`],
    ...sheet?.docs === void 0 ? [] : [`Documentation: ${sheet.docs}`]
  ];
  const paragraphs = [opens, `What to do: ${revoke}`, ...sheet?.note === void 0 ? [] : [sheet.note], ...links];
  const helpUri = [sheet?.docs, url].find((address) => address !== void 0 && URL.canParse(address));
  return {
    id,
    shortDescription: { text: clamp(title) },
    fullDescription: { text: clamp(sentence(opens)) },
    help: { text: paragraphs.join("\n\n"), markdown: `# ${title}

${paragraphs.join("\n\n")}
` },
    ...helpUri !== void 0 && { helpUri },
    defaultConfiguration: { level: LEVELS[severity] },
    properties: {
      tags: ["security", "secret", first.kind, first.provider],
      precision: PRECISION[confidence],
      "security-severity": SECURITY_SEVERITY[severity]
    }
  };
}
function resultOf(view, entry, rules, compared, onLine) {
  const { finding, location } = entry;
  const hash = view.lineHash(location);
  const suppressed = finding.suppressed ?? entry.found.suppressed;
  const related = [...companionsOf(finding), ...linkedFindings(view, finding), ...otherPlaces(entry)].slice(0, MOST_RELATED).map((place, id) => Object.assign(place, { id }));
  return {
    ruleId: finding.rule,
    ruleIndex: rules.get(finding.rule),
    level: LEVELS[finding.severity],
    message: { text: messageOf(finding, location, onLine) },
    locations: [{ physicalLocation: physicalLocation(location) }],
    ...related.length > 0 && { relatedLocations: related },
    partialFingerprints: { "bearertrap/v1": finding.id, ...hash !== void 0 && { primaryLocationLineHash: hash } },
    ...compared && { baselineState: suppressed?.by === "baseline" ? "unchanged" : "new" },
    ...suppressed && {
      suppressions: [
        {
          kind: suppressed.by === "inline" ? "inSource" : "external",
          status: "accepted",
          justification: suppressionLine({ suppressed })
        }
      ]
    },
    properties: {
      severity: finding.severity,
      confidence: finding.confidence,
      kind: finding.kind,
      provider: finding.provider,
      secret: finding.secret,
      reasons: finding.reasons.map(({ code }) => code),
      ...location.blob !== void 0 && { blob: location.blob },
      ...entry.found.commit !== void 0 && { commit: entry.found.commit },
      ...location.inside !== void 0 && { inside: location.inside },
      ...location.decodedFrom !== void 0 && { decodedFrom: location.decodedFrom }
    }
  };
}
function companionsOf({ companions = [] }) {
  return companions.map(({ title, redacted, location }) => ({
    physicalLocation: physicalLocation(location),
    message: { text: plainMessage(`${title} (${redacted})`) }
  }));
}
function linkedFindings({ report }, { related = [] }) {
  return related.flatMap((one) => {
    const finding = findingOf(one, report.findings);
    const first = finding?.locations[0];
    if (!finding || !first) return [];
    const text = `${one.relation.replace("-", " ")}: ${finding.title} (${finding.secret.redacted})`;
    return [{ physicalLocation: physicalLocation(first), message: { text: plainMessage(text) } }];
  });
}
function plainMessage(text) {
  return displayPath(text).replace(/[[{]/g, "(").replace(/[\]}]/g, ")");
}
function otherPlaces({ finding, location, found }) {
  const others = finding.locations.filter((one) => one !== location && one !== found && !samePlace(one, location));
  const moved = samePlace(found, location) ? [] : [found];
  return [...moved, ...others].map((one) => ({
    physicalLocation: physicalLocation(one),
    message: { text: one.commit === void 0 ? "The same secret." : `The same secret, in commit ${one.commit}.` }
  }));
}
function samePlace(a, b) {
  return a.path === b.path && a.inside === b.inside && a.startLine === b.startLine && a.startColumn === b.startColumn;
}
function messageOf(finding, location, onLine) {
  const inside = location.inside === void 0 ? "" : `inside ${location.inside}`;
  const token = finding.token && tokenFacts(finding.token).map(([label, value]) => `${label} ${value}`);
  const parts = [
    `${finding.title} (${finding.secret.redacted})`,
    [inside, decodingOf(location)].filter(Boolean).join(", "),
    onLine > 1 ? `One of ${onLine} of its kind on this line` : "",
    ...finding.reasons.map(({ text: text2 }) => text2),
    token?.length ? `Token: ${token.join("; ")}` : "",
    ...finding.token?.problems.map(({ text: text2 }) => text2) ?? [],
    finding.history ? `History: ${historyLine(finding.history)}` : "",
    finding.verification ? `Verification: ${verificationLine(finding)}` : ""
  ];
  const text = `${parts.filter(Boolean).map(sentence).join(" ")} What to do: ${remedyLine(finding)}`;
  return plainMessage(text);
}
function physicalLocation(location) {
  const { startLine, startColumn, endLine, endColumn, offset, length } = location;
  return {
    artifactLocation: artifactLocation(location.path),
    region: { startLine, startColumn, endLine, endColumn, byteOffset: offset, byteLength: length }
  };
}
function artifactLocation(path) {
  if (path === "") return { uri: "-", uriBaseId: "%SRCROOT%" };
  return path.startsWith("/") ? { uri: `file://${encodePath(path)}` } : { uri: encodePath(path), uriBaseId: "%SRCROOT%" };
}
function sentence(text) {
  return /[.!?…]$/.test(text) ? text : `${text}.`;
}
function clamp(text) {
  return text.length <= LONGEST_DESCRIPTION ? text : `${text.slice(0, LONGEST_DESCRIPTION - 1)}\u2026`;
}
export {
  renderSarif,
  renderWithin
};
