const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  displayPath
} from "./shared-path.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/cli/shell.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
function shellWord(text) {
  if (/^[\w./:@%+=,-]+$/.test(text)) return text;
  if (displayPath(text) === text) return `'${text.replaceAll("'", String.raw`'\''`)}'`;
  const escaped = displayPath(text.replace(/[\\']/g, String.raw`\$&`));
  return `$'${escaped}'`;
}
function ownCommand(cwd) {
  const folders = (process.env["PATH"] ?? "").split(import_node_path.delimiter).filter(import_node_path.isAbsolute);
  const local = (0, import_node_path.join)(cwd, "node_modules", ".bin");
  if (folders.some((folder) => folder !== local && isProgram((0, import_node_path.join)(folder, "bearertrap")))) return "bearertrap";
  if (isProgram((0, import_node_path.join)(local, "bearertrap"))) return "npx bearertrap";
  return `node ${shellWord(process.argv[1])}`;
}
function isProgram(path) {
  try {
    (0, import_node_fs.accessSync)(path, import_node_fs.constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

export {
  shellWord,
  ownCommand
};
