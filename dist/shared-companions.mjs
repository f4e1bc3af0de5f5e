const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  redact
} from "./shared-report-redact.mjs";

// src/companions.ts
var MAX_LINES = 10;
var PARTS = /* @__PURE__ */ new Set(["identifier", "name"]);
function findCompanions(matches, sheets) {
  const wanted = memo((id) => wantedBy(id, sheets));
  const of = /* @__PURE__ */ new Map();
  const absorbed = /* @__PURE__ */ new Set();
  const secretOf = /* @__PURE__ */ new Map();
  const byFile = /* @__PURE__ */ new Map();
  for (const match of matches) {
    const { path, blob = "", commit = "", inside = "" } = match.location;
    const key = [path, blob, commit, inside].join("\0");
    const file = byFile.get(key);
    if (file) file.push(match);
    else byFile.set(key, [match]);
  }
  for (const file of byFile.values()) {
    for (const match of file) {
      if (match.known) continue;
      const sheet = sheets.get(match.rule);
      if (sheet?.sensitivity === "name" || lacks(match, file, sheet)) absorbed.add(match);
      if (!sheet || sheet.sensitivity === "name" || sheet.sensitivity === "identifier") continue;
      for (const { sheet: other, lines } of wanted(match.rule)) {
        const nearest = nearestOf(match, file, other.id, lines);
        if (!nearest) continue;
        if (other.sensitivity === "identifier") absorbed.add(nearest);
        const list = of.get(match) ?? [];
        const companion = companionOf(nearest, other);
        secretOf.set(companion, nearest.secret);
        of.set(match, [...list, companion]);
      }
    }
  }
  return { of, absorbed, secretOf };
}
function withoutLacking(file, sheets) {
  return file.filter((match) => !lacks(match, file, sheets.get(match.rule)));
}
function companionRules(id, sheets) {
  return wantedBy(id, sheets).map(({ sheet }) => sheet.id);
}
function wantedBy(id, sheets) {
  const sheet = sheets.get(id);
  const found = /* @__PURE__ */ new Map();
  for (const { rule, lines = MAX_LINES } of sheet.companions) {
    const other = sheets.get(rule);
    if (other) found.set(rule, { sheet: other, lines });
  }
  for (const other of sheets.values()) {
    if (other.provider !== sheet.provider || !PARTS.has(other.sensitivity) || found.has(other.id)) continue;
    const named = other.companions.find(({ rule }) => rule === sheet.id);
    if (named) found.set(other.id, { sheet: other, lines: named.lines ?? MAX_LINES });
  }
  return [...found.values()];
}
function memo(make) {
  const made = /* @__PURE__ */ new Map();
  return (key) => {
    if (!made.has(key)) made.set(key, make(key));
    return made.get(key);
  };
}
function nearestOf(match, file, rule, lines) {
  const distance = ({ location }) => Math.abs(location.startLine - match.location.startLine);
  const offset = ({ location }) => Math.abs(location.offset - match.location.offset);
  return file.filter((other) => other.rule === rule && distance(other) <= lines).reduce((best, other) => !best || offset(other) < offset(best) ? other : best, void 0);
}
function lacks(match, file, sheet) {
  const required = sheet?.companions.filter((companion) => companion.required) ?? [];
  return required.some(({ rule, lines = MAX_LINES }) => !nearestOf(match, file, rule, lines));
}
function companionOf(match, sheet) {
  return {
    rule: sheet.id,
    title: sheet.title,
    redacted: sheet.sensitivity === "name" ? match.secret : redact(match.secret, { kind: sheet.kind, guessable: sheet.kind === "password" }),
    location: match.location
  };
}

export {
  findCompanions,
  withoutLacking,
  companionRules
};
