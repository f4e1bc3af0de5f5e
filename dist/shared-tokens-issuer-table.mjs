const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/tokens/issuer-table.ts
var import_node_fs = __toESM(require_node_fs(), 1);
function loadIssuerTable() {
  return JSON.parse((0, import_node_fs.readFileSync)(new URL("./issuers.generated.json", import.meta.url), "utf8"));
}

export {
  loadIssuerTable
};
