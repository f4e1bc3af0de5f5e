const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/config/find.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var CONFIG_FILES = [".bearertrap.yaml", ".bearertrap.yml", ".bearertrap.json", ".bearertrap.toml"];
var BASELINE_FILE = ".bearertrap-baseline.json";
var IGNORE_FILE = ".bearertrapignore";
function findProjectFiles(start) {
  const found = { top: void 0 };
  const nearest = { top: void 0 };
  for (let folder = start; ; folder = (0, import_node_path.dirname)(folder)) {
    look(folder, found);
    if (folder === start) Object.assign(nearest, found);
    if ((0, import_node_fs.existsSync)(`${folder}/.git`)) return { ...found, top: folder };
    if (folder === (0, import_node_path.dirname)(folder)) return nearest;
  }
}
function repositoryTop(start) {
  for (let folder = start; ; folder = (0, import_node_path.dirname)(folder)) {
    if ((0, import_node_fs.existsSync)(`${folder}/.git`)) return folder;
    if (folder === (0, import_node_path.dirname)(folder)) return void 0;
  }
}
function look(folder, found) {
  const at = (name) => {
    const path = folder.endsWith("/") ? folder + name : `${folder}/${name}`;
    return (0, import_node_fs.existsSync)(path) ? path : void 0;
  };
  if (found.config === void 0) {
    for (const name of CONFIG_FILES) {
      const config = at(name);
      if (config === void 0) continue;
      found.config = config;
      break;
    }
  }
  const baseline = found.baseline ?? at(BASELINE_FILE);
  const ignoreFile = found.ignoreFile ?? at(IGNORE_FILE);
  if (baseline !== void 0) found.baseline = baseline;
  if (ignoreFile !== void 0) found.ignoreFile = ignoreFile;
}

export {
  CONFIG_FILES,
  BASELINE_FILE,
  IGNORE_FILE,
  findProjectFiles,
  repositoryTop
};
