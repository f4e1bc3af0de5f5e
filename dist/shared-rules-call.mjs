const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/rules/call.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var CALLS_FILE = "calls.generated.json";
function loadCalls() {
  return JSON.parse((0, import_node_fs.readFileSync)(new URL(`./${CALLS_FILE}`, import.meta.url), "utf8"));
}
var HOLE = /\{([A-Za-z][\w:-]*)\}/g;
function holesIn(text) {
  return Array.from(text.matchAll(HOLE), (found) => found[1]);
}
function textsOf(call) {
  return [call.url, ...call.headers ?? [], call.basic ?? "", ...call.form ?? [], call.json ?? ""];
}
function fillHoles(text, values, encode = (value) => value) {
  let complete = true;
  const filled = text.replace(HOLE, (_, name) => {
    const value = values.get(name);
    if (value === void 0) complete = false;
    return encode(value ?? "");
  });
  return complete ? filled : void 0;
}
function hostOf(call) {
  return (/^https:\/\/([^/?]+)/.exec(call.url)?.[1] ?? "").replace(HOLE, "*");
}

export {
  loadCalls,
  holesIn,
  textsOf,
  fillHoles,
  hostOf
};
