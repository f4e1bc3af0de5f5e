const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  commonDirOf,
  findGitFolders,
  readText
} from "./shared-sources-git-gitdir.mjs";
import {
  complaintIn,
  runGit
} from "./shared-sources-git-spawn.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/sources/git/repo.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var REFUSED = "git refuses this repository, for it belongs to another user (see safe.directory in git-config)";
var MAX_ALTERNATE_DEPTH = 5;
var MAX_ALTERNATES = 64;
function openRepo(cwd, ledger) {
  if (!(0, import_node_fs.existsSync)(cwd)) throw new UsageError(`${cwd}: no such folder`);
  const questions = ["--absolute-git-dir", "--is-bare-repository", "--is-shallow-repository", "--show-object-format"];
  const answer = runGit(["rev-parse", ...questions, "--show-toplevel"], { cwd });
  const [gitDir, bare, shallow, format, top] = answer.stdout.toString("utf8").split("\n");
  if (!gitDir || !shallow) {
    if (answer.stderr.includes("dubious ownership")) return openForeign((0, import_node_path.resolve)(cwd), ledger);
    if (answer.stderr.includes("not a git repository")) throw new UsageError(`${cwd}: not a git repository`);
    throw new UsageError(`${cwd}: ${complaintIn(answer.stderr) || "git gave no answer"}`);
  }
  const known = format === "sha256" ? "sha256" : "sha1";
  const promisor = runGit(["config", "--get-regexp", String.raw`^(extensions\.partialclone|remote\..*\.promisor)$`], { cwd });
  return describeRepo(
    gitDir,
    { root: top || gitDir, bare: bare === "true", shallow: shallow === "true", promisor: promisor.status === 0, git: true },
    known,
    ledger
  );
}
function openForeign(cwd, ledger) {
  const folders = findGitFolders(cwd);
  if (!folders) throw new UsageError(`${cwd}: not a git repository`);
  const { root, gitDir, commonDir } = folders;
  const config = readText((0, import_node_path.join)(commonDir, "config"));
  const format = /^\s*objectformat\s*=\s*sha256\s*$/im.test(config) ? "sha256" : "sha1";
  const shallow = (0, import_node_fs.existsSync)((0, import_node_path.join)(commonDir, "shallow"));
  const promisor = /^\s*(partialclone|promisor)\s*=/im.test(config);
  return describeRepo(gitDir, { root, bare: root === gitDir, shallow, promisor, git: false }, format, ledger);
}
function describeRepo(gitDir, facts, format, ledger) {
  const commonDir = commonDirOf(gitDir);
  const objects = process.env["GIT_OBJECT_DIRECTORY"] ? (0, import_node_path.resolve)(process.env["GIT_OBJECT_DIRECTORY"]) : (0, import_node_path.join)(commonDir, "objects");
  return {
    ...facts,
    gitDir,
    commonDir,
    objectDirs: objectDirectories(objects, ledger),
    format,
    idBytes: format === "sha1" ? 20 : 32
  };
}
function objectDirectories(own, ledger) {
  const found = /* @__PURE__ */ new Map();
  const visit = (dir, depth) => {
    let real;
    try {
      real = (0, import_node_fs.realpathSync)(dir);
      if (!(0, import_node_fs.statSync)(real).isDirectory()) throw new Error("not a directory");
    } catch {
      ledger?.skip("unreadable", dir, true);
      return;
    }
    if (found.has(real)) return;
    if (depth > MAX_ALTERNATE_DEPTH || found.size >= MAX_ALTERNATES) {
      ledger?.skip("unreadable", dir, true);
      return;
    }
    found.set(real, dir);
    for (const line of alternatesOf(dir)) visit((0, import_node_path.resolve)(dir, line), depth + 1);
  };
  visit(own, 0);
  for (const dir of (process.env["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "").split(import_node_path.delimiter)) {
    if (dir) visit((0, import_node_path.resolve)(dir), 1);
  }
  return [...found.values()];
}
function alternatesOf(dir) {
  return readText((0, import_node_path.join)(dir, "info", "alternates")).split("\n").filter((line) => line && !line.startsWith("#"));
}

export {
  REFUSED,
  openRepo
};
