const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  SEVERITIES
} from "./shared-model.mjs";

// src/order.ts
var byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;
function byPlace(a, b) {
  return Number(a.suppressed !== void 0) - Number(b.suppressed !== void 0) || byText(a.path, b.path) || a.startLine - b.startLine || a.startColumn - b.startColumn || byText(a.inside ?? "", b.inside ?? "") || byText(a.blob ?? "", b.blob ?? "") || byText(a.commit ?? "", b.commit ?? "") || a.offset - b.offset;
}
function byImportance(a, b) {
  return SEVERITIES.indexOf(a.severity) - SEVERITIES.indexOf(b.severity) || byPlace(a.locations[0], b.locations[0]) || byText(a.id, b.id) || byText(a.rule, b.rule);
}

export {
  byText,
  byPlace,
  byImportance
};
