const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  isDay
} from "./shared-suppress-inline.mjs";
import {
  wellFormed
} from "./shared-path.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import {
  SEVERITIES
} from "./shared-model.mjs";

// src/suppress/baseline.ts
var MOST_PATHS = 3;
var ABOUT = "Findings of bearertrap that are accepted. Write a reason; bearertrap baseline --prune removes what is gone.";
var byId = (a, b) => a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
function baselineText(entries) {
  const lines = entries.toSorted(byId).map((entry) => `    ${JSON.stringify(ordered(entry))}`);
  const list = lines.length === 0 ? "[]" : `[
${lines.join(",\n")}
  ]`;
  return `{
  "version": 1,
  "about": ${JSON.stringify(ABOUT)},
  "accepted": ${list}
}
`;
}
function ordered({ id, rule, severity, paths, reason, owner, until, history }) {
  return {
    id,
    rule,
    severity,
    paths,
    ...reason !== void 0 && { reason },
    ...owner !== void 0 && { owner },
    ...until !== void 0 && { until },
    ...history && { history }
  };
}
function baselineEntries(value, file) {
  const { version, accepted } = value ?? {};
  if (version !== 1 || !Array.isArray(accepted))
    throw new UsageError(`${file}: this is no baseline (version 1 and a list "accepted"): write one with bearertrap baseline`);
  return accepted.map((entry, at) => {
    const fault = faultOf(entry);
    if (fault) throw new UsageError(`${file}: entry ${at + 1}: ${fault}`);
    return entry;
  });
}
function faultOf(entry) {
  const { id, rule, severity, paths, reason = "", owner = "", until } = entry ?? {};
  if (typeof id !== "string" || !/^[0-9a-f]{20}$/.test(id)) return "id must be the 20 hexadecimal characters of a finding";
  if (typeof rule !== "string") return "rule must be the id of a rule";
  if (!SEVERITIES.includes(severity)) return `severity must be one of ${SEVERITIES.join(", ")}`;
  if (!Array.isArray(paths) || paths.some((path) => typeof path !== "string")) return "paths must be a list of texts";
  if (typeof reason !== "string" || typeof owner !== "string") return "reason and owner must be texts";
  if (until !== void 0 && (typeof until !== "string" || !isDay(until))) return "until must be a day: 2027-01-31";
  return void 0;
}
function entriesFor(findings, known, note, scope) {
  const before = new Map(known.map((entry) => [entry.id, entry]));
  return findings.map(({ id, rule, severity, locations, history }) => {
    const { reason, owner, until } = before.get(id) ?? {};
    const gone = scope === "history" && history?.inHead !== true;
    const paths = [...new Set(locations.map(({ path }) => wellFormed(path)))].sort().slice(0, MOST_PATHS);
    return ordered({
      id,
      rule,
      severity,
      paths,
      ...reason !== void 0 && { reason },
      ...owner !== void 0 && { owner },
      ...until !== void 0 && { until },
      ...note,
      ...gone && { history: true }
    });
  });
}
var Baseline = class {
  #entries;
  #met = /* @__PURE__ */ new Set();
  constructor(entries) {
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]));
  }
  accepts = (finding) => {
    const entry = this.#entries.get(finding.id);
    if (!entry) return void 0;
    this.#met.add(entry.id);
    if (SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(entry.severity)) {
      const text = `It was accepted in the baseline as ${entry.severity}, and is ${finding.severity} now.`;
      if (!finding.reasons.some((reason2) => reason2.text === text))
        finding.reasons.push({ code: "more-severe-than-accepted", text });
      return void 0;
    }
    const { reason, owner, until } = entry;
    return {
      by: "baseline",
      ...reason !== void 0 && { reason },
      ...owner !== void 0 && { owner },
      ...until !== void 0 && { expires: until }
    };
  };
  /** Entries that no finding met. @param history whether versions of files were looked at that HEAD does not have */
  stale(history) {
    return [...this.#entries.values()].filter(({ id, history: gone }) => !this.#met.has(id) && (history || !gone));
  }
};

export {
  baselineText,
  baselineEntries,
  entriesFor,
  Baseline
};
