const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/textfile.ts
var import_node_fs = __toESM(require_node_fs(), 1);
function readTextFile(path, largest) {
  const found = (0, import_node_fs.statSync)(path);
  if (!found.isFile()) throw new Error("not a file");
  if (found.size > largest) throw new Error(`larger than ${Math.round(largest / 1e6)} MB`);
  return (0, import_node_fs.readFileSync)(path, "utf8");
}

export {
  readTextFile
};
