const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  displayPath
} from "./shared-path.mjs";

// src/report/xml.ts
var ENTITIES = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&apos;" };
function escapeMarkup(text) {
  return displayPath(text).replace(/[&<>"']/g, (char) => ENTITIES[char]).replace(/[\ufffe\uffff]/g, "\uFFFD");
}

export {
  escapeMarkup
};
