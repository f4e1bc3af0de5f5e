const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  isWeighed
} from "./shared-detect-score-modes.mjs";
import {
  closest
} from "./shared-rules-closest.mjs";
import {
  USE
} from "./shared-detect-tables.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import {
  SEVERITIES
} from "./shared-model.mjs";
import "./shared-runtime.mjs";

// src/rules/settings.ts
function withSettings(catalogue, settings) {
  const ids = new Set(catalogue.rules.map((rule) => rule.id));
  const weighed = catalogue.rules.flatMap(({ id, detector }) => isWeighed(detector) ? [id] : []);
  for (const [id, { severity, minProbability }] of Object.entries(settings)) {
    if (!ids.has(id)) throw unknownRule(id, ids);
    if (minProbability !== void 0 && !(minProbability >= 0 && minProbability <= 1))
      throw new UsageError(`the probability of rule ${id} cannot be ${minProbability}: write a number from 0 to 1`);
    if (minProbability !== void 0 && !weighed.includes(id))
      throw new UsageError(`rule ${id} is not weighed, it has no probability: only ${weighed.join(", ")} have one`);
    if (severity !== void 0 && !SEVERITIES.includes(severity))
      throw new UsageError(`the severity of rule ${id} cannot be ${severity}: write one of ${SEVERITIES.join(", ")}`);
  }
  const off = (id) => settings[id]?.enabled === false;
  const rules = catalogue.rules.map((rule) => off(rule.id) ? { ...rule, detector: "", anchors: [] } : rule);
  const sheets = catalogue.sheets.map((sheet) => {
    const severity = settings[sheet.id]?.severity;
    return severity === void 0 ? sheet : { ...sheet, severity, severityIsSet: true };
  });
  return {
    count: rules.filter(({ id }) => !off(id)).length,
    hash: catalogue.hash,
    rules,
    rule: (index) => rules[index],
    sheets,
    tables: withoutRules(catalogue.tables, (index) => off(rules[index].id)),
    ...catalogue.accepts && { accepts: catalogue.accepts }
  };
}
function onlyRules(catalogue, only) {
  const ids = new Set(catalogue.rules.map((rule) => rule.id));
  for (const id of only) if (!ids.has(id)) throw unknownRule(id, ids);
  const kept = new Set(only);
  return Object.fromEntries([...ids].filter((id) => !kept.has(id)).map((id) => [id, { enabled: false }]));
}
function unknownRule(id, ids) {
  const near = closest(id, [...ids]);
  const hint = near === void 0 ? "; bearertrap rules lists them all" : `; did you mean ${near}?`;
  return new UsageError(`there is no rule ${id}${hint}`);
}
function withoutRules({ literals, uses, useStarts }, off) {
  const kept = [];
  const starts = [0];
  for (let literal = 0; literal + 1 < useStarts.length; literal++) {
    for (let i = useStarts[literal]; i < useStarts[literal + 1]; i += 4) {
      if (uses[i] === USE.code || !off(uses[i + 1])) kept.push(...uses.subarray(i, i + 4));
    }
    starts.push(kept.length);
  }
  return { literals, uses: Int32Array.from(kept), useStarts: Int32Array.from(starts) };
}
export {
  onlyRules,
  withSettings
};
