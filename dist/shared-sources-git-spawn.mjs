const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  foldersOf,
  listEntries,
  readText
} from "./shared-sources-git-gitdir.mjs";
import {
  fromBytes,
  isWithin
} from "./shared-path.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  GitBlockedError,
  GitError,
  GitMissingError,
  UsageError
} from "./shared-errors.mjs";
import {
  __commonJS,
  __toESM
} from "./shared-runtime.mjs";

// builtin:node:os
var require_node_os = __commonJS({
  "builtin:node:os"(exports, module) {
    module.exports = process.getBuiltinModule("node:os");
  }
});

// src/sources/git/spawn.ts
var import_node_fs2 = __toESM(require_node_fs(), 1);
var import_node_os2 = __toESM(require_node_os(), 1);
var import_node_path2 = __toESM(require_node_path(), 1);

// src/sources/git/alternates.ts
var QUOTED = /^"((?:[^"\\]|\\[abfnrtv"\\]|\\[0-3][0-7]{2})*)"/;
var ESCAPES = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
function splitAlternates(text, separator) {
  const names = [];
  for (let rest = text; rest !== ""; ) {
    const quoted = QUOTED.exec(rest);
    const end = quoted ? quoted[0].length : rest.indexOf(separator);
    const name = end < 0 ? rest : rest.slice(0, end);
    if (quoted) names.push(unquote(quoted[1]));
    else if (!name.startsWith("#")) names.push(name);
    rest = rest.slice(name.length + 1);
  }
  return names.filter((name) => name !== "");
}
function joinAlternates(names, separator) {
  return names.map((name) => name.includes(separator) || /^["#]/.test(name) ? quote(name) : name).join(separator);
}
function quote(name) {
  return `"${name.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
function unquote(text) {
  const parts = Array.from(
    text.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs),
    ([plain, octal, letter]) => octal === void 0 ? Buffer.from(letter === void 0 ? plain : ESCAPES[letter] ?? letter) : Buffer.of(Number.parseInt(octal, 8))
  );
  return Buffer.concat(parts).toString();
}

// src/sources/git/guard.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_os = __toESM(require_node_os(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var ALWAYS = ["HEAD", "commondir", "config", "config.worktree", "shallow"];
var WITH_INDEX = /* @__PURE__ */ new Set(["diff", "ls-files", "check-ignore"]);
var INDEX = ["info/exclude", "info/sparse-checkout"];
var MAX_INCLUDED = 20;
var MAX_CONFIG = 1 << 20;
function findBlocker(command, place, namedIndex2) {
  const folders = foldersOf(place);
  if (!folders) return void 0;
  const { gitDir, commonDir, root } = folders;
  const names = WITH_INDEX.has(command) ? [...ALWAYS, ...INDEX, ...sharedIndexes(gitDir)] : ALWAYS;
  const paths = [.../* @__PURE__ */ new Set([gitDir, commonDir])].flatMap((dir) => names.map((name) => (0, import_node_path.join)(dir, name)));
  if (WITH_INDEX.has(command)) paths.push((place.isolate ? void 0 : namedIndex2(root)) ?? (0, import_node_path.join)(gitDir, "index"));
  return paths.find(blocks) ?? namedBlocker([(0, import_node_path.join)(commonDir, "config"), (0, import_node_path.join)(gitDir, "config.worktree")]);
}
var NAMING = /(?:^|\])[ \t]*(path|excludesfile|attributesfile)[ \t]*=[ \t]*"?([^"\n]*)/gim;
function namedBlocker(configs) {
  const seen = new Set(configs);
  for (const config of seen) {
    if ((statOf(config)?.size ?? 0) > MAX_CONFIG) continue;
    for (const [, name, value] of readText(config).matchAll(NAMING)) {
      const path = (0, import_node_path.resolve)((0, import_node_path.dirname)(config), value.trim().replace(/^~(?=\/)/, (0, import_node_os.homedir)()));
      if (blocks(path)) return path;
      if (name.toLowerCase() === "path" && seen.size < MAX_INCLUDED) seen.add(path);
    }
  }
  return void 0;
}
function sharedIndexes(gitDir) {
  try {
    return (0, import_node_fs.readdirSync)(gitDir).filter((name) => name.startsWith("sharedindex."));
  } catch {
    return [];
  }
}
function blockerBelow(folder) {
  for (const entry of listEntries(folder)) {
    const path = (0, import_node_path.join)(folder, entry.name);
    if (entry.isFile()) continue;
    const found2 = entry.isDirectory() ? blockerBelow(path) : blocks(path) ? path : void 0;
    if (found2 !== void 0) return found2;
  }
  return void 0;
}
function attributesBlocker(cwd, paths) {
  const repository = foldersOf({ cwd });
  if (!repository) return void 0;
  const folders = /* @__PURE__ */ new Set([""]);
  for (const path of paths) {
    for (let end = path.lastIndexOf("/"); end > 0 && !folders.has(path.slice(0, end)); end = path.lastIndexOf("/", end - 1))
      folders.add(path.slice(0, end));
  }
  const files = Array.from(folders, (folder) => (0, import_node_path.join)(repository.root, folder, ".gitattributes"));
  return [...files, (0, import_node_path.join)(repository.commonDir, "info/attributes")].find(blocks);
}
function refsBlocker({ gitDir, commonDir }) {
  const packed = (0, import_node_path.join)(commonDir, "packed-refs");
  const others = [.../* @__PURE__ */ new Set([gitDir, commonDir])].map((dir) => blockerBelow((0, import_node_path.join)(dir, "refs")));
  return blocks(packed) ? packed : others.find((found2) => found2 !== void 0);
}
function refuseBlocked(repository) {
  let found2 = refsBlocker(repository);
  for (const folder of repository.objectDirs) found2 ??= blockerBelow(folder);
  if (found2 !== void 0) throw new GitBlockedError("", found2);
}
function blocks(path) {
  const found2 = statOf(path);
  if (!found2 || found2.isFile() || found2.isDirectory() || found2.isSocket()) return false;
  return !found2.isCharacterDevice() || found2.rdev !== statOf(import_node_os.devNull)?.rdev;
}
function statOf(path) {
  try {
    return (0, import_node_fs.statSync)(path, { throwIfNoEntry: false });
  } catch {
    return void 0;
  }
}

// src/sources/git/spawn.ts
var childProcess = () => process.getBuiltinModule("node:child_process");
var HARDENING = [
  "core.fsmonitor=false",
  // A hostile one could tell of other parents and trees than the commits do.
  "core.commitGraph=false",
  "core.hooksPath=/dev/null",
  "core.untrackedCache=keep",
  "core.pager=cat",
  "core.sshCommand=false",
  "core.askPass=",
  "core.alternateRefsCommand=",
  "credential.helper=",
  "protocol.allow=never",
  "submodule.recurse=false",
  "log.showSignature=false",
  "gc.auto=0",
  "maintenance.auto=false"
].flatMap((setting) => ["-c", setting]);
var ENVIRONMENT = {
  GIT_OPTIONAL_LOCKS: "0",
  GIT_NO_LAZY_FETCH: "1",
  GIT_NO_REPLACE_OBJECTS: "1",
  GIT_GRAFT_FILE: import_node_os2.devNull,
  GIT_TERMINAL_PROMPT: "0",
  GIT_ALLOW_PROTOCOL: "",
  LC_ALL: "C"
};
var DROPPED = [
  "GIT_EXTERNAL_DIFF",
  "GIT_DIFF_OPTS",
  "GIT_PAGER",
  "GIT_SSH",
  "GIT_SSH_COMMAND",
  "GIT_PROXY_COMMAND",
  "GIT_ASKPASS",
  "SSH_ASKPASS",
  "GIT_LITERAL_PATHSPECS",
  "GIT_GLOB_PATHSPECS",
  "GIT_NOGLOB_PATHSPECS",
  "GIT_ICASE_PATHSPECS"
];
var REPOSITORY_VARIABLES = [
  "GIT_DIR",
  "GIT_WORK_TREE",
  "GIT_COMMON_DIR",
  "GIT_INDEX_FILE",
  "GIT_OBJECT_DIRECTORY",
  "GIT_ALTERNATE_OBJECT_DIRECTORIES",
  "GIT_QUARANTINE_PATH",
  "GIT_PREFIX",
  "GIT_SHALLOW_FILE",
  "GIT_GRAFT_FILE",
  "GIT_IMPLICIT_WORK_TREE",
  "GIT_INTERNAL_SUPER_PREFIX"
];
var RELATIVE = ["GIT_DIR", "GIT_WORK_TREE", "GIT_COMMON_DIR", "GIT_OBJECT_DIRECTORY"];
var STDERR_LIMIT = 65536;
async function* spawnGit(args, options) {
  const { command, git } = startable(args, options);
  const { signal } = options;
  if (signal?.aborted) return;
  const child = childProcess().spawn(git, [...HARDENING, ...args], {
    cwd: options.cwd,
    env: gitEnvironment(options),
    stdio: ["pipe", "pipe", "pipe"],
    windowsHide: true
  });
  const ended = new Promise((done, fail) => {
    child.once("error", fail);
    child.once("close", done);
  });
  const complaints = [];
  let complained = 0;
  child.stderr.on("data", (chunk) => {
    if (complained < STDERR_LIMIT) complaints.push(chunk);
    complained += chunk.length;
  });
  const feeding = feed(child.stdin, options.input);
  const stop = () => void child.kill();
  signal?.addEventListener("abort", stop);
  ended.catch(() => void 0);
  feeding.catch(() => void 0);
  try {
    yield* child.stdout;
    await feeding;
    const code = await ended.catch((error) => {
      throw notStarted(command, options.cwd, error);
    });
    if (code === null) await new Promise((resolve3) => setImmediate(resolve3));
    if (signal?.aborted) return;
    const said = fromBytes(Buffer.concat(complaints));
    if (code === null || !(options.success ?? [0]).includes(code)) {
      throw new GitError(
        command,
        code,
        `git ${command} failed: ${complaintIn(said) || (code === null ? "it was ended by a signal" : `exit code ${code}`)}`
      );
    }
    for (const line of said.split("\n")) if (line !== "") options.onWarning?.(line);
  } finally {
    signal?.removeEventListener("abort", stop);
    child.kill();
  }
}
function complaintIn(stderr) {
  const lines = stderr.split("\n");
  const said = lines.find((line) => !/^(?:hint|warning):/.test(line));
  return lines.find((line) => /^(?:fatal|error): /.test(line)) ?? said ?? "";
}
async function askGit(args, options) {
  const chunks = [];
  for await (const chunk of spawnGit(args, options)) chunks.push(chunk);
  return fromBytes(Buffer.concat(chunks)).replace(/\n$/, "");
}
function runGit(args, options) {
  const { command, git } = startable(args, options);
  const { status, stdout, stderr, error } = childProcess().spawnSync(git, [...HARDENING, ...args], {
    cwd: options.cwd,
    env: gitEnvironment(options),
    windowsHide: true,
    maxBuffer: options.maxBuffer ?? 1 << 28,
    // Standard input is never ours: in hooks it belongs to the hook.
    input: options.input ?? "",
    timeout: options.timeout ?? 0
  });
  const code = error === void 0 ? "" : error.code;
  if (error !== void 0 && code !== "ETIMEDOUT" && code !== "EPIPE") {
    throw notStarted(command, options.cwd, error);
  }
  return { status, stdout, stderr: fromBytes(stderr) };
}
function startable(args, options) {
  const command = commandOf(args);
  const git = gitProgram();
  if (git === void 0) throw new GitMissingError(command, null, "git was not found on PATH");
  const blocker = findBlocker(command, options, namedIndex);
  if (blocker !== void 0) throw new GitBlockedError(command, blocker);
  return { command, git };
}
function noFolder(path) {
  if (!(0, import_node_fs2.existsSync)(path)) return new UsageError(`${path}: no such folder`);
  return (0, import_node_fs2.statSync)(path).isDirectory() ? void 0 : new UsageError(`${path}: this is a file: name a folder of a repository`);
}
function notStarted(command, cwd, error) {
  return noFolder(cwd) ?? new GitError(command, null, `git ${command} could not be run: ${error.message}`, { cause: error });
}
function commandOf(args) {
  return args.find((arg, i) => !arg.startsWith("-") && args[i - 1] !== "-c") ?? "";
}
function gitEnvironment(options) {
  const environment = { ...process.env };
  for (const name of options.isolate ? [...DROPPED, ...REPOSITORY_VARIABLES] : DROPPED) delete environment[name];
  for (const name of RELATIVE) {
    const value = environment[name];
    if (value) environment[name] = (0, import_node_path2.resolve)(value);
  }
  const alternates = environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
  if (alternates) {
    const dirs = splitAlternates(alternates, import_node_path2.delimiter).map((dir) => (0, import_node_path2.resolve)(dir));
    environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = joinAlternates(dirs, import_node_path2.delimiter);
  }
  if (environment["GIT_INDEX_FILE"] && environment["GIT_DIR"])
    environment["GIT_INDEX_FILE"] = namedIndex(options.cwd, environment);
  if (options.workTree !== void 0 && environment["GIT_DIR"]) environment["GIT_WORK_TREE"] = options.workTree;
  return Object.assign(environment, ENVIRONMENT, options.environment);
}
function namedIndex(top, environment = process.env) {
  const { GIT_DIR: gitDir, GIT_INDEX_FILE: index, GIT_WORK_TREE: workTree } = environment;
  return index && (0, import_node_path2.resolve)(gitDir ? topFor(workTree) : top, index);
}
function topFor(workTree) {
  const cwd = process.cwd();
  return workTree && isWithin(cwd, workTree) ? workTree : cwd;
}
async function feed(stdin, input) {
  stdin.on("error", () => void 0);
  try {
    if (typeof input === "string" || input instanceof Uint8Array) stdin.write(input);
    else if (input !== void 0) {
      for await (const chunk of input) {
        if (stdin.destroyed) return;
        if (!stdin.write(chunk)) await new Promise((done) => stdin.once("drain", done).once("close", done));
      }
    }
  } finally {
    stdin.end();
  }
}
var found = /* @__PURE__ */ new Map();
function gitProgram() {
  const path = process.env["PATH"] ?? "";
  if (!found.has(path)) {
    const name = process.platform === "win32" ? "git.exe" : "git";
    const candidates = path.split(import_node_path2.delimiter).filter(import_node_path2.isAbsolute);
    found.set(
      path,
      candidates.map((folder) => (0, import_node_path2.join)(folder, name)).find((file) => isProgram(file))
    );
  }
  return found.get(path);
}
function isProgram(file) {
  try {
    (0, import_node_fs2.accessSync)(file, import_node_fs2.constants.X_OK);
    return (0, import_node_fs2.statSync)(file).isFile();
  } catch {
    return false;
  }
}

export {
  require_node_os,
  attributesBlocker,
  refsBlocker,
  refuseBlocked,
  blocks,
  splitAlternates,
  REPOSITORY_VARIABLES,
  spawnGit,
  complaintIn,
  askGit,
  runGit,
  noFolder,
  namedIndex
};
