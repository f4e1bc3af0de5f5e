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

// src/sources/git/gitdir.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
function findGitFolders(cwd) {
  for (let root = (0, import_node_path.resolve)(cwd); ; root = (0, import_node_path.dirname)(root)) {
    const gitDir = gitDirOf(root);
    if (gitDir !== void 0) return { root, gitDir, commonDir: commonDirOf(gitDir) };
    if (root === (0, import_node_path.dirname)(root)) return void 0;
  }
}
function foldersOf({ cwd, isolate }) {
  const named = isolate ? void 0 : process.env["GIT_DIR"];
  if (!named) return findGitFolders(cwd);
  const gitDir = (0, import_node_path.resolve)(named);
  return { root: (0, import_node_path.resolve)(process.env["GIT_WORK_TREE"] ?? cwd), gitDir, commonDir: commonDirOf(gitDir) };
}
function gitDirOf(folder) {
  const inside = (0, import_node_path.join)(folder, ".git");
  const [, target] = /^gitdir: (.+?)\n*$/.exec(readText(inside)) ?? [];
  const candidates = [inside, folder, ...target === void 0 ? [] : [(0, import_node_path.resolve)(folder, target)]];
  return candidates.find((dir) => (0, import_node_fs.existsSync)((0, import_node_path.join)(dir, "HEAD")) && (0, import_node_fs.existsSync)((0, import_node_path.join)(commonDirOf(dir), "objects")));
}
function commonDirOf(gitDir) {
  return process.env["GIT_COMMON_DIR"] ? (0, import_node_path.resolve)(process.env["GIT_COMMON_DIR"]) : (0, import_node_path.resolve)(gitDir, readText((0, import_node_path.join)(gitDir, "commondir")).trim());
}
var readText = (path, ledger) => readBytes(path, ledger).toString();
function readBytes(path, ledger) {
  try {
    const { fd } = openFile(path);
    try {
      return (0, import_node_fs.readFileSync)(fd);
    } finally {
      (0, import_node_fs.closeSync)(fd);
    }
  } catch (error) {
    if (!isAbsent(error)) ledger?.skip("unreadable", path.toString(), true);
    return Buffer.alloc(0);
  }
}
var NoFileError = class extends Error {
};
function openFile(path) {
  const fd = (0, import_node_fs.openSync)(path, import_node_fs.constants.O_RDONLY | (import_node_fs.constants.O_NONBLOCK ?? 0));
  const found = (0, import_node_fs.fstatSync)(fd);
  if (found.isFile()) return { fd, size: found.size };
  (0, import_node_fs.closeSync)(fd);
  throw new NoFileError(`${path.toString()}: not a file`);
}
function listEntries(folder, ledger) {
  try {
    return (0, import_node_fs.readdirSync)(folder, { withFileTypes: true });
  } catch (error) {
    if (!isAbsent(error)) ledger?.skip("unreadable", `${folder}/`, true);
    return [];
  }
}
function isAbsent(error) {
  const { code } = error;
  return code === "ENOENT" || code === "ENOTDIR";
}

export {
  findGitFolders,
  foldersOf,
  commonDirOf,
  readText,
  readBytes,
  NoFileError,
  openFile,
  listEntries,
  isAbsent
};
