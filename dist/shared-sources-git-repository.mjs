const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  REPOSITORY_VARIABLES,
  askGit
} from "./shared-sources-git-spawn.mjs";
import {
  findGitFolders,
  readText
} from "./shared-sources-git-gitdir.mjs";
import {
  isWithin,
  toBytes
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

// src/sources/git/repository.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);

// src/sources/entry.ts
var NON_ASCII = /[^\0-\x7f]/;
var ESCAPED_BYTE = /[\udc80-\udcff]/u;
function openable(path) {
  return NON_ASCII.test(path) && ESCAPED_BYTE.test(path) ? toBytes(path) : path;
}

// src/sources/git/repository.ts
function isRepository(folder) {
  const git = import_node_path.posix.join(folder, ".git");
  try {
    if ((0, import_node_fs.statSync)(openable(git)).isDirectory()) return isGitFolder(git);
    const [, target] = /^gitdir: (.+?)\n*$/.exec(readText(openable(git))) ?? [];
    return target !== void 0 && isGitFolder((0, import_node_path.resolve)(folder, target));
  } catch {
    return false;
  }
}
function findRepository(folder) {
  for (let at = folder, below = ""; at !== below && at !== "."; below = at, at = import_node_path.posix.dirname(at)) {
    if (isRepository(at)) return at;
  }
  return void 0;
}
async function environmentRepository() {
  if (!REPOSITORY_VARIABLES.some((name) => process.env[name])) return void 0;
  if (!process.env["GIT_DIR"]) return findRepository(process.cwd());
  try {
    return await askGit(["rev-parse", "--show-toplevel"], { cwd: process.cwd() });
  } catch {
    return void 0;
  }
}
async function enterRepository(folder) {
  if (!(0, import_node_fs.existsSync)(folder)) return;
  const real = (0, import_node_fs.realpathSync)(folder);
  const found = findGitFolders(real);
  const named = process.env["GIT_DIR"];
  const same = named && (0, import_node_fs.existsSync)(named) && found && (0, import_node_fs.realpathSync)(named) === (0, import_node_fs.realpathSync)(found.gitDir);
  if (!found || same) return;
  const top = await environmentRepository();
  if (top !== void 0 && isWithin(real, top) && isWithin(top, found.root)) return;
  for (const name of REPOSITORY_VARIABLES) delete process.env[name];
}
function isGitFolder(path) {
  const has = (name) => (0, import_node_fs.lstatSync)(openable(import_node_path.posix.join(path, name)), { throwIfNoEntry: false }) !== void 0;
  return has("HEAD") && (has("commondir") || has("objects") && has("refs"));
}

export {
  openable,
  isRepository,
  findRepository,
  environmentRepository,
  enterRepository
};
