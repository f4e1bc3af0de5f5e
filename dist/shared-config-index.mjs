const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  findProjectFiles
} from "./shared-config-find.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/config/index.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
async function projectConfig({ cwd, paths = [], config, baseline }) {
  const start = paths.length === 1 && paths[0] !== "-" ? folderOf((0, import_node_path.resolve)(cwd, paths[0])) : cwd;
  const found = findProjectFiles(start);
  const file = config === false ? void 0 : config === void 0 ? found.config : (0, import_node_path.resolve)(cwd, config);
  const out = { options: {}, origins: [] };
  if (file !== void 0) {
    const { loadSettings } = await import("./config-settings.mjs");
    addSettings(out, loadSettings(file, config === void 0 ? found.top ?? (0, import_node_path.dirname)(file) : void 0, cwd));
  }
  if (baseline !== void 0) out.options.baseline = baseline === false ? [] : baseline;
  else if (out.options.baseline === void 0 && found.baseline !== void 0) {
    out.options.baseline = [found.baseline];
    out.origins.push({ key: "baseline", value: [(0, import_node_path.relative)(cwd, found.baseline)], from: "found" });
  }
  if (found.ignoreFile !== void 0 && config !== false) {
    out.options.ignoreFile = found.ignoreFile;
    out.origins.push({ key: "ignore-file", value: (0, import_node_path.relative)(cwd, found.ignoreFile), from: "found" });
  }
  return out;
}
function folderOf(path) {
  return (0, import_node_fs.statSync)(path, { throwIfNoEntry: false })?.isDirectory() === false ? (0, import_node_path.dirname)(path) : path;
}
function addSettings(out, settings) {
  const { base, include, exclude, ruleFiles, failOn, minSeverity, origins, ...others } = settings;
  const { ruleSettings, allow, severities, maxFileSize, gitignore, inlineIgnores, baseline } = others;
  out.origins.push(...origins);
  if (failOn !== void 0) out.failOn = failOn;
  if (minSeverity !== void 0) out.minSeverity = minSeverity;
  out.options = {
    allow,
    severities,
    ...Object.keys(ruleSettings).length > 0 && { ruleSettings },
    ...ruleFiles.length > 0 && { rules: ruleFiles },
    ...(include.length > 0 || exclude.length > 0) && { patterns: { base, include, exclude } },
    ...maxFileSize !== void 0 && { maxFileSize },
    ...gitignore !== void 0 && { gitignore },
    ...inlineIgnores !== void 0 && { inlineIgnores },
    ...baseline && { baseline }
  };
}

export {
  projectConfig
};
