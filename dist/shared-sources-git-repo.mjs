const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  complaintIn,
  noFolder,
  runGit,
  splitAlternates
} from "./shared-sources-git-spawn.mjs";
import {
  commonDirOf,
  findGitFolders,
  readText
} from "./shared-sources-git-gitdir.mjs";
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
var TIMEOUT = 2e4;
var MAX_ALTERNATE_DEPTH = 5;
var MAX_ALTERNATES = 64;
function openRepo(cwd, ledger) {
  const problem = noFolder(cwd);
  if (problem) throw problem;
  const questions = ["--is-bare-repository", "--is-shallow-repository", "--show-object-format", "--absolute-git-dir"];
  const answer = runGit(["rev-parse", ...questions, "--show-toplevel"], { cwd, timeout: TIMEOUT });
  const [bare, shallow, format, ...folders] = answer.stdout.toString("utf8").replace(/\n$/, "").split("\n");
  const { gitDir, top } = foldersIn(folders, bare === "true");
  if (!gitDir) {
    if (answer.stderr.includes("dubious ownership")) return openForeign((0, import_node_path.resolve)(cwd), ledger);
    if (answer.stderr.includes("not a git repository")) throw new UsageError(`${cwd}: not a git repository`);
    throw new UsageError(`${cwd}: ${complaintIn(answer.stderr) || "git gave no answer"}`);
  }
  const known = format === "sha256" ? "sha256" : "sha1";
  const promisor = runGit(["config", "--get-regexp", String.raw`^(extensions\.partialclone|remote\..*\.promisor)$`], { cwd });
  return describeRepo(
    gitDir,
    {
      root: leadsTo(top, gitDir) ? top : gitDir,
      bare: bare === "true",
      shallow: shallow === "true",
      promisor: promisor.status === 0,
      git: true
    },
    known,
    ledger
  );
}
function foldersIn(lines, bare) {
  const middle = bare ? lines.length : Math.ceil(lines.length / 2);
  return { gitDir: lines.slice(0, middle).join("\n"), top: lines.slice(middle).join("\n") };
}
function leadsTo(top, gitDir) {
  if (top === "") return false;
  if (process.env["GIT_DIR"]) return true;
  const found = findGitFolders(top);
  return found !== void 0 && (0, import_node_fs.realpathSync)(found.gitDir) === (0, import_node_fs.realpathSync)(gitDir);
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
  return {
    ...facts,
    gitDir,
    commonDir,
    objectDirs: objectDirectories(commonDir, ledger),
    format,
    idBytes: format === "sha1" ? 20 : 32
  };
}
function shallowEnds({ shallow, commonDir }) {
  return shallow ? readText((0, import_node_path.join)(commonDir, "shallow")).split("\n").filter(Boolean) : [];
}
function objectDirectories(commonDir, ledger) {
  const own = process.env["GIT_OBJECT_DIRECTORY"] ? (0, import_node_path.resolve)(process.env["GIT_OBJECT_DIRECTORY"]) : (0, import_node_path.join)(commonDir, "objects");
  const found = /* @__PURE__ */ new Set();
  const visit = (dir, depth) => {
    let real;
    try {
      real = import_node_fs.realpathSync.native(dir);
      if (!(0, import_node_fs.statSync)(real).isDirectory()) throw new Error("not a directory");
    } catch {
      ledger?.skip("unreadable", (0, import_node_path.resolve)(dir), true);
      return;
    }
    if (found.has(real)) return;
    if (depth > MAX_ALTERNATE_DEPTH || found.size >= MAX_ALTERNATES) {
      ledger?.skip("unreadable", (0, import_node_path.resolve)(dir), true);
      return;
    }
    found.add(real);
    for (const line of alternatesOf(real, ledger)) visit((0, import_node_path.isAbsolute)(line) ? line : `${real}/${line}`, depth + 1);
  };
  visit(own, 0);
  for (const dir of splitAlternates(process.env["GIT_ALTERNATE_OBJECT_DIRECTORIES"] ?? "", import_node_path.delimiter)) visit((0, import_node_path.resolve)(dir), 1);
  return [...found];
}
function alternatesOf(dir, ledger) {
  return splitAlternates(readText((0, import_node_path.join)(dir, "info", "alternates"), ledger), "\n");
}

export {
  REFUSED,
  openRepo,
  shallowEnds,
  objectDirectories
};
