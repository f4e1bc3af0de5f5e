const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  customRules,
  elapsedMs
} from "./shared-pipeline-worker-catalogue.mjs";
import {
  headCommit
} from "./shared-sources-git-reffiles.mjs";
import {
  FileScanner,
  emptyOutcome
} from "./shared-pipeline-file.mjs";
import {
  giveWayUntil
} from "./shared-sources-git-steps.mjs";
import {
  IgnoreRules,
  PathFilter,
  ProjectPaths,
  byteString,
  coveredBy,
  ignoredPaths,
  parseIgnoreFile
} from "./shared-sources-gitignore.mjs";
import {
  isIgnored,
  trackedFiles,
  untrackedFiles
} from "./shared-sources-git-files.mjs";
import {
  CoverageLedger
} from "./shared-sources-ledger.mjs";
import {
  loadCatalogue
} from "./shared-rules-catalogue.mjs";
import {
  environmentRepository,
  findRepository,
  isRepository,
  openable
} from "./shared-sources-git-repository.mjs";
import {
  blocks,
  require_node_os
} from "./shared-sources-git-spawn.mjs";
import {
  displayPath,
  fromBytes,
  isWithin
} from "./shared-path.mjs";
import {
  repositoryTop
} from "./shared-config-find.mjs";
import {
  summarize
} from "./shared-judge-policy.mjs";
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
  __toESM
} from "./shared-runtime.mjs";

// src/scan.ts
var import_node_os = __toESM(require_node_os(), 1);
var import_node_path3 = __toESM(require_node_path(), 1);

// src/pipeline/pool.ts
var PATIENCE_MS = 25;
var SLICE_MS = 4;
var BATCH = 64;
var LOOK_MS = 250;
var NAMES = "names of files";
var IN_HAND = 4;
var ScanPool = class {
  options;
  queue = [];
  next = 0;
  /** Large files, left for the workers. */
  large = [];
  total = emptyOutcome();
  local;
  hands = [];
  batch = 0;
  began = 0;
  listing = true;
  pumping = false;
  watch;
  settle;
  constructor(options) {
    this.options = options;
    options.signal?.addEventListener("abort", () => this.stop());
  }
  add(files) {
    for (const file of files) this.queue.push(file);
    this.work();
  }
  /** No more files will come. @returns what became of all of them */
  async finish() {
    this.listing = false;
    const done = new Promise((resolve3, reject) => {
      this.settle = { resolve: resolve3, reject };
    });
    this.addNames();
    this.work();
    this.check();
    try {
      return await done;
    } finally {
      clearInterval(this.watch);
      await Promise.all(this.hands.map((hand) => hand.worker.terminate()));
    }
  }
  /** Names of files may tell as much as what is in them. All together they are one more piece of work. */
  addNames() {
    if (this.queue.length === 0 || this.options.signal?.aborted) return;
    const entry = { path: NAMES, open: "", explicit: false, names: this.queue.map(({ path }) => path) };
    this.queue.splice(this.next, 0, entry);
  }
  stop() {
    this.queue.length = this.next;
    for (const hand of this.hands) hand.batches.clear();
    this.check();
  }
  work() {
    this.deal();
    if (!this.pumping) void this.pump();
  }
  /**
   * Scans here, a slice at a time, until the queue is empty. Not with custom rules: only the end of its thread bounds the time
   * that their expressions may take.
   */
  async pump() {
    this.pumping = true;
    try {
      this.began ||= elapsedMs();
      while (this.next < this.queue.length && !this.options.customRules) {
        const isMore = this.listing || this.next + 1 < this.queue.length;
        if (isMore && this.options.jobs > 1 && this.hands.length === 0 && elapsedMs() - this.began > PATIENCE_MS) this.hire();
        const until = elapsedMs() + SLICE_MS;
        do {
          const file = this.queue[this.next++];
          this.scanHere(file);
        } while (this.next < this.queue.length && elapsedMs() < until);
        this.tell();
        await new Promise(setImmediate);
      }
    } catch (error) {
      this.settle?.reject(error);
      throw error;
    } finally {
      this.pumping = false;
    }
    this.queue.push(...this.large.splice(0));
    if (this.next < this.queue.length && this.hands.length === 0) this.hire();
    this.deal();
    this.check();
  }
  scanHere(file) {
    this.local ??= new FileScanner(this.options.catalogue, this.options.limits);
    const { files, bytes, binary } = this.total;
    try {
      if (!this.local.scan(file, this.total, this.options.jobs === 1)) this.large.push(file);
    } catch {
      Object.assign(this.total, { files, bytes, binary });
      this.total.skipped.push({ reason: "unreadable", path: file.path, gap: true });
      this.local = void 0;
    }
  }
  /** @param count how many; without it as many as there is work for, beside this thread */
  hire(count = this.wanted()) {
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    for (let n = 0; n < count; n++) {
      const pulse = new Int32Array(new SharedArrayBuffer(12));
      const init = { limits: this.options.limits, pulse };
      if (this.options.customRules) init.custom = customRules(this.options.catalogue);
      const worker = new Worker(new URL("./worker.js", import.meta.url), { workerData: init });
      const hand = { worker, pulse, ready: false, batches: /* @__PURE__ */ new Map(), lastPulse: 0, lastMoved: elapsedMs() };
      worker.on("message", (message) => this.hear(hand, message));
      worker.on("error", (error) => this.lose(hand, error));
      worker.on("exit", () => this.lose(hand, void 0));
      this.hands.push(hand);
    }
    this.watch ??= setInterval(() => this.look(), Math.min(LOOK_MS, this.options.deadlineMs / 2)).unref();
  }
  wanted() {
    const { customRules: customRules2, jobs } = this.options;
    const threads = customRules2 ? jobs : Math.max(1, jobs - 1);
    return this.queue.length - this.next > BATCH || this.listing ? threads : 1;
  }
  hear(hand, message) {
    if ("ready" in message) {
      hand.ready = true;
    } else if (hand.batches.delete(message.batch)) {
      this.merge(message.outcome);
      this.tell();
    }
    this.deal();
    this.check();
  }
  deal() {
    for (let round = 0; round < IN_HAND; round++) {
      for (const hand of this.hands) {
        if (!hand.ready || hand.batches.size > round || this.next >= this.queue.length) continue;
        const files = this.queue.slice(this.next, this.next + BATCH);
        this.next += files.length;
        hand.batches.set(++this.batch, files);
        hand.worker.postMessage({ batch: this.batch, files });
      }
    }
  }
  /** A worker is gone: the file it was at is lost and told, the rest of its batches goes back to the queue. */
  lose(hand, error) {
    const at = this.hands.indexOf(hand);
    if (at < 0) return;
    this.hands.splice(at, 1);
    const [first, ...rest] = hand.batches.values();
    if (first) {
      const index = Math.max(0, Atomics.load(hand.pulse, 0));
      this.total.skipped.push({ reason: error === void 0 ? "timeout" : "unreadable", path: first[index].path, gap: true });
      this.queue.push(...first.filter((_, n) => n !== index), ...rest.flat());
    } else if (!hand.ready && error !== void 0) {
      this.settle?.reject(error);
      return;
    }
    if (this.next < this.queue.length) this.hire(1);
    this.check();
  }
  /** Ends workers whose pulse has stood still for too long. */
  look() {
    this.tell();
    const now = elapsedMs();
    for (const hand of this.hands) {
      const pulse = Atomics.load(hand.pulse, 1);
      if (pulse !== hand.lastPulse || hand.batches.size === 0) {
        hand.lastPulse = pulse;
        hand.lastMoved = now;
      } else if (now - hand.lastMoved > this.options.deadlineMs) {
        void hand.worker.terminate();
      }
    }
  }
  merge(outcome) {
    this.total.files += outcome.files;
    this.total.bytes += outcome.bytes;
    this.total.binary += outcome.binary;
    for (const match of outcome.matches) this.total.matches.push(match);
    for (const skip of outcome.skipped) this.total.skipped.push(skip);
  }
  tell() {
    const underWay = this.hands.reduce((sum, hand) => sum + Atomics.load(hand.pulse, 2), 0);
    this.options.onProgress?.(this.total.files, this.total.bytes + underWay * 1024);
  }
  check() {
    if (this.listing || this.pumping || this.next < this.queue.length) return;
    if (this.hands.some((hand) => hand.batches.size > 0)) return;
    this.settle?.resolve(this.total);
  }
};

// src/sources/list.ts
var import_node_fs3 = __toESM(require_node_fs(), 1);

// src/sources/walk.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var FIRST_BATCH = 64;
var LAST_BATCH = 1024;
function* walk(options) {
  const stack = [{ path: "", bytes: options.outer?.lead ?? "", rules: options.outer?.rules }];
  let batch = [];
  let size = FIRST_BATCH;
  for (let folder = stack.pop(); folder !== void 0; folder = stack.pop()) {
    visit(folder, options, batch, stack);
    if (batch.length >= size) {
      yield batch;
      batch = [];
      size = Math.min(size * 2, LAST_BATCH);
    }
  }
  if (batch.length > 0) yield batch;
}
function visit(folder, options, files, folders) {
  const { ledger, display } = options;
  const absolute = options.folder + folder.path;
  let entries;
  try {
    entries = readFolder(absolute);
  } catch (error) {
    const gone = isGone(error);
    ledger.skip(gone ? "vanished" : "unreadable", display + folder.path, !gone);
    return;
  }
  let { rules } = folder;
  for (const entry of entries) {
    if (entry.name === ".git" && folder.path !== "" && isRepository(absolute.slice(0, -1))) {
      options.onRepository(folder.path.slice(0, -1));
      if (options.gitignore) return;
    } else if (entry.name === ".gitignore" && options.gitignore && entry.isFile()) {
      rules = pushRules(`${absolute}.gitignore`, folder.bytes.length, rules);
    }
  }
  for (const entry of entries) {
    const { name } = entry;
    if (name === ".git") continue;
    const bytes = folder.bytes + name;
    const directory = entry.isDirectory();
    if (rules !== void 0 && isIgnored2(rules, bytes, name, directory)) continue;
    const path = folder.path + decodeName(name);
    if (directory) {
      if (options.enters(path)) folders.push({ path: `${path}/`, bytes: `${bytes}/`, rules });
    } else if (entry.isFile()) files.push(path);
    else ledger.skip(entry.isSymbolicLink() ? "symlink" : "special-file", display + path, false);
  }
}
function outerRules(top, folder) {
  let rules = pushRules(import_node_path.posix.join(top, ".git/info/exclude"), 0, void 0);
  let bytes = "";
  for (const name of import_node_path.posix.relative(top, folder).split("/")) {
    if (name === "") break;
    rules = pushRules(import_node_path.posix.join(top, fromBytes(Buffer.from(bytes, "latin1")), ".gitignore"), bytes.length, rules);
    bytes += byteString(name);
    if (isIgnored2(rules, bytes, byteString(name), true)) return void 0;
    bytes += "/";
  }
  return { rules, lead: bytes };
}
function pushRules(file, base, above) {
  try {
    if (!(0, import_node_fs.lstatSync)(openable(file)).isFile()) return above;
    const rules = new IgnoreRules(parseIgnoreFile((0, import_node_fs.readFileSync)(openable(file), "latin1")));
    return rules.empty ? above : { rules, base, above };
  } catch {
    return above;
  }
}
function isIgnored2(stack, path, name, directory) {
  for (let at = stack; at !== void 0; at = at.above) {
    const said = at.rules.match(at.base > 0 ? path.slice(at.base) : path, name, directory);
    if (said !== void 0) return said;
  }
  return false;
}
function readFolder(folder, typed = true) {
  const path = openable(folder);
  if (typed) {
    try {
      return (0, import_node_fs.readdirSync)(path, { withFileTypes: true, encoding: "latin1" });
    } catch (error) {
      if (error.syscall === "scandir") throw error;
    }
  }
  const entries = [];
  for (const name of (0, import_node_fs.readdirSync)(path, { encoding: "latin1" })) {
    const stats = (0, import_node_fs.lstatSync)(openable(folder + decodeName(name)), { throwIfNoEntry: false });
    if (stats === void 0) continue;
    entries.push({
      name,
      isFile: () => stats.isFile(),
      isDirectory: () => stats.isDirectory(),
      isSymbolicLink: () => stats.isSymbolicLink()
    });
  }
  return entries;
}
var NON_ASCII = /[\x80-\xff]/;
function decodeName(bytes) {
  return NON_ASCII.test(bytes) ? fromBytes(Buffer.from(bytes, "latin1")) : bytes;
}
function isGone(error) {
  const { code } = error;
  return code === "ENOENT" || code === "ENOTDIR";
}

// src/sources/git/watch.ts
var PATIENCE = 1e3;
var Watch = class {
  #stop = new AbortController();
  #done = new AbortController();
  #timer;
  #blocker;
  /**
   * @param top top of the work tree
   * @param folder the one that is listed, at or below it
   */
  constructor(top, folder) {
    this.#timer = setTimeout(() => void this.#look(top, folder).catch(() => void 0), PATIENCE);
  }
  /** Ends git where it waits. */
  get signal() {
    return this.#stop.signal;
  }
  /** Gives what git waited for, once it has ended. */
  end() {
    clearTimeout(this.#timer);
    this.#done.abort();
    return this.#blocker;
  }
  async #look(top, folder) {
    const found = await giveWayUntil(ignoreBlocker(top, folder), this.#done.signal);
    if (found === void 0 || this.#done.signal.aborted) return;
    this.#blocker = found;
    this.#stop.abort();
  }
};
function* ignoreBlocker(top, folder) {
  for (let at = slashed(folder); at.length > slashed(top).length; ) {
    at = at.replace(/[^/]+\/$/, "");
    if (blocks(`${at}.gitignore`)) return `${at}.gitignore`;
  }
  const folders = [slashed(folder)];
  for (let at = folders.pop(); at !== void 0; at = folders.pop()) {
    yield;
    for (const entry of entriesOf(at)) {
      if (entry.isFile() || entry.isSymbolicLink() || entry.name === ".git") continue;
      const path = at + fromBytes(Buffer.from(entry.name, "latin1"));
      if (entry.isDirectory()) folders.push(`${path}/`);
      else if (entry.name === ".gitignore") return path;
    }
  }
  return void 0;
}
var slashed = (path) => path.endsWith("/") ? path : `${path}/`;
function entriesOf(folder) {
  try {
    return readFolder(folder);
  } catch {
    return [];
  }
}

// src/sources/targets.ts
var import_node_fs2 = __toESM(require_node_fs(), 1);
var import_node_path2 = __toESM(require_node_path(), 1);
async function resolveTargets(cwd, paths, onProblem) {
  const targets = [];
  for (const path of paths) {
    try {
      const target = resolveTarget(cwd, path);
      if (target !== void 0) targets.push(target);
      else targets.push(...await expand(cwd, path));
    } catch (error) {
      if (!onProblem || !(error instanceof UsageError)) throw error;
      onProblem(error.message);
    }
  }
  return targets;
}
function resolveTarget(cwd, path) {
  const absolute = (0, import_node_path2.resolve)(cwd, path);
  try {
    const stats = (0, import_node_fs2.statSync)(openable(absolute));
    const kind = stats.isDirectory() ? "folder" : stats.isFile() ? "file" : "special";
    return { kind, real: realPath(absolute), ...names(cwd, absolute, kind) };
  } catch (error) {
    const { code, message } = error;
    if (code === "ENOENT" || code === "ENOTDIR") return void 0;
    throw new UsageError(
      `cannot scan ${displayPath(path)}: ${reason(code) ?? message}. Name a file or folder that can be read.`,
      {
        cause: error
      }
    );
  }
}
function reason(code) {
  if (code === "EACCES" || code === "EPERM") return "access is denied";
  return code === "ELOOP" ? "its links lead in a circle" : void 0;
}
function names(cwd, absolute, kind) {
  const inside = (0, import_node_path2.relative)(cwd, absolute);
  if (inside !== ".." && !inside.startsWith(`..${import_node_path2.sep}`) && !(0, import_node_path2.isAbsolute)(inside))
    return { display: slashes(inside), glob: slashes(inside) };
  return { display: slashes(absolute), glob: kind === "folder" ? "" : (0, import_node_path2.basename)(absolute) };
}
async function expand(cwd, pattern) {
  const { default: fastGlob } = await import("./package-fast-glob.mjs");
  const hits = fastGlob.isDynamicPattern(pattern) ? await fastGlob(pattern, {
    cwd,
    dot: true,
    followSymbolicLinks: false,
    onlyFiles: false,
    markDirectories: true,
    ignore: ["**/.git"],
    suppressErrors: true
  }) : [];
  const targets = [];
  let folder;
  for (const hit of hits.sort()) {
    if (folder !== void 0 && hit.startsWith(folder)) continue;
    const absolute = (0, import_node_path2.resolve)(cwd, hit);
    if ((0, import_node_fs2.lstatSync)(absolute, { throwIfNoEntry: false })?.isSymbolicLink()) {
      targets.push({ kind: "link", real: absolute, ...names(cwd, absolute, "link") });
      continue;
    }
    const target = resolveTarget(cwd, hit);
    if (target === void 0) continue;
    targets.push(target);
    if (hit.endsWith("/")) folder = hit;
  }
  if (targets.length === 0) {
    const what = hits.length === 0 && fastGlob.isDynamicPattern(pattern) ? "it does not exist and, as a pattern, matches nothing" : "it does not exist";
    throw new UsageError(`cannot scan ${displayPath(pattern)}: ${what} in ${displayPath(cwd)}. Check the spelling.`);
  }
  return targets;
}
function realPath(path) {
  return slashes(fromBytes(import_node_fs2.realpathSync.native(openable(path), { encoding: "buffer" })));
}
function slashes(path) {
  return import_node_path2.sep === "/" ? path : path.replaceAll(import_node_path2.sep, "/");
}

// src/sources/list.ts
var WALKED = "The files were listed without git, by .gitignore rules: files that are tracked although ignored are not scanned.";
var UNKNOWN_SUBMODULES = "Submodules that are not checked out could not be told.";
var NESTED_AT_ONCE = 3;
async function listFiles(options, onFiles, ledger) {
  const targets = await resolveTargets(options.cwd, options.paths, options.problem);
  const listing = new Listing(options, onFiles, ledger, targets.length > 1);
  listing.addNamed(targets);
  for (const target of targets) if (target.kind === "folder") await listing.addFolder(target);
}
var Listing = class {
  #options;
  #onFiles;
  #ledger;
  #filter;
  /** Absolute paths handed out, where they may come twice: targets that overlap, or what is walked after git failed. */
  #seen;
  /** Repositories inside of repositories. */
  #nested = /* @__PURE__ */ new Set();
  /** Notices given. */
  #told = /* @__PURE__ */ new Set();
  #environment;
  constructor(options, onFiles, ledger, overlapping) {
    this.#options = options;
    if (overlapping) this.#seen = /* @__PURE__ */ new Set();
    this.#onFiles = onFiles;
    this.#ledger = ledger;
    this.#filter = new PathFilter(options.include, options.exclude);
  }
  /** Targets that are no folders. */
  addNamed(targets) {
    const batch = [];
    for (const { kind, real, display, glob } of targets) {
      if (kind === "link") this.#ledger.skip("symlink", display, false);
      else if (kind === "special") this.#ledger.skip("special-file", display, true);
      else if (kind === "file") this.#take(batch, real, display, glob, true);
    }
    this.#hand(batch);
  }
  async addFolder(target) {
    const root = { folder: slashed2(target.real), display: slashed2(target.display), glob: slashed2(target.glob) };
    this.#environment ??= environmentRepository();
    const named = await this.#environment;
    const found = findRepository(target.real);
    const environment = named !== void 0 && isWithin(target.real, named) && (found === void 0 || isWithin(named, found));
    const top = environment ? named : found;
    const git = environment ? { cwd: target.real, workTree: named } : { cwd: target.real, isolate: true };
    if (!this.#options.gitignore) await this.#walkAll(root, top === void 0 ? void 0 : git);
    else if (top === void 0) await this.#walk(root, void 0);
    else await this.#listRepository(root, top, git);
  }
  /** Files of a repository, at or below `root`, and of the repositories inside. */
  async #listRepository(root, top, git) {
    const nested = [];
    const onWarning = (line) => {
      const [, folder] = /^warning: could not open directory '(.*?)\/?': /.exec(line) ?? [];
      if (folder !== void 0) this.#ledger.skip("unreadable", `${root.display}${folder}/`, true);
    };
    const below = slashed2(top) !== root.folder;
    const listed = [];
    const watch = new Watch(top, root.folder);
    const watched = { ...git, signal: watch.signal };
    const results = await Promise.allSettled([
      this.#listTracked(root, watched, listed, nested),
      this.#listUntracked(root, { ...watched, onWarning }, listed, nested),
      below && isIgnored(watched)
    ]);
    const blocker = watch.end();
    const failures = results.flatMap((result) => result.status === "rejected" ? [result.reason] : []);
    if (blocker !== void 0) failures.push(new GitBlockedError("ls-files", blocker));
    for (const failure2 of failures) if (!(failure2 instanceof GitError)) throw failure2;
    const failure = failures[0];
    const ignored = results[2].status === "fulfilled" && results[2].value;
    if (failure !== void 0 || ignored) {
      this.#seen ??= new Set(listed.flat().map((path) => root.folder + path));
      if (failure !== void 0) this.#explain(failure, top, WALKED);
      await this.#walk(root, failure && outerRules(top, root.folder));
    }
    await this.#listNested(root, nested);
  }
  async #listTracked(root, git, listed, nested) {
    let previous;
    for await (const tracked of trackedFiles(git)) {
      listed.push(tracked.files, tracked.sparse, tracked.links);
      const batch = [];
      for (const path of tracked.files) {
        if (path !== previous) this.#add(batch, root, path);
        previous = path;
      }
      for (const path of tracked.sparse) if ((0, import_node_fs3.existsSync)(openable(root.folder + path))) this.#add(batch, root, path);
      for (const path of tracked.links) this.#addLink(batch, root, path);
      for (const path of tracked.submodules) this.#addSubmodule(batch, root, path, nested);
      this.#hand(batch);
    }
  }
  async #listUntracked(root, git, listed, nested) {
    for await (const paths of untrackedFiles(git)) {
      listed.push(paths);
      const batch = [];
      for (const path of paths) {
        if (path.endsWith("/")) nested.push(path.slice(0, -1));
        else this.#add(batch, root, path);
      }
      this.#hand(batch);
    }
  }
  /** What the index holds as a link may be a file by now. */
  #addLink(batch, root, path) {
    if (!isInside(path) || kindOf(root.folder + path) !== "link") this.#add(batch, root, path);
    else if (this.#isNew(root.folder + path)) this.#ledger.skip("symlink", root.display + path, false);
  }
  #addSubmodule(batch, root, path, nested) {
    const folder = root.folder + path;
    const kind = isInside(path) ? kindOf(folder) : void 0;
    if (kind === "folder" && holdsFiles(folder)) nested.push(path);
    else if (kind === "file" || kind === "link") this.#addLink(batch, root, path);
    else if (this.#isNew(folder)) this.#skipSubmodule(root, path);
  }
  #skipSubmodule(root, path) {
    if (this.#wantsFolder(root, path)) this.#ledger.skip("submodule", `${root.display}${path}/`, true);
  }
  /** Repositories (and folders that git leaves to one) inside of a folder, each by its own rules. */
  async #listNested(root, paths) {
    const queue = paths.filter((path) => isInside(path) && !this.#nested.has(root.folder + path) && this.#enters(root, path));
    const work = async () => {
      for (let path = queue.pop(); path !== void 0; path = queue.pop()) {
        const folder = root.folder + path;
        this.#nested.add(folder);
        const inner = { folder: `${folder}/`, display: `${root.display}${path}/`, glob: `${root.glob}${path}/` };
        if (isRepository(folder) && typeof openable(folder) === "string") {
          await this.#listRepository(inner, folder, { cwd: folder, isolate: true });
        } else await this.#walk(inner, outerRules(folder, folder));
      }
    };
    await Promise.all(Array.from({ length: NESTED_AT_ONCE }, work));
  }
  async #walk(root, outer) {
    const nested = [];
    await this.#walkFiles(root, { gitignore: true, onRepository: (path) => nested.push(path), ...outer && { outer } });
    await this.#listNested(root, nested);
  }
  /** Everything but `.git`; git is asked for the submodules that are not there only. */
  async #walkAll(root, git) {
    const repositories = git === void 0 ? [] : [{ path: "", git }];
    const onRepository = (path) => {
      const cwd = root.folder + path;
      if (typeof openable(cwd) === "string") repositories.push({ path: `${path}/`, git: { cwd, isolate: true } });
    };
    await this.#walkFiles(root, { gitignore: false, onRepository });
    for (const { path, git: git2 } of repositories) {
      const batches = trackedFiles(git2);
      try {
        for await (const { submodules } of batches) {
          for (const submodule of submodules) {
            const folder = root.folder + path + submodule;
            const absent = isInside(submodule) && (kindOf(folder) !== "folder" || !holdsFiles(folder));
            if (absent && this.#isNew(folder)) this.#skipSubmodule(root, path + submodule);
          }
        }
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        this.#explain(error, root.folder + path, UNKNOWN_SUBMODULES);
      }
    }
  }
  async #walkFiles(root, options) {
    const { folder, display } = root;
    const enters = (path) => this.#enters(root, path);
    for (const paths of walk({ ...options, folder, display, ledger: this.#ledger, enters })) {
      const batch = [];
      for (const path of paths) this.#take(batch, folder + path, display + path, root.glob + path, false);
      this.#hand(batch);
      await new Promise(setImmediate);
    }
  }
  /** Tells that git could not be asked, and what follows. */
  #explain(failure, top, consequence) {
    const { message } = failure;
    if (failure instanceof GitBlockedError) this.#ledger.skip("unreadable", failure.path, true);
    if (/not a git repository|must be run in a work tree/.test(message)) return;
    const folder = displayPath(top);
    let reason2 = `${displayPath(message)} (in ${folder})`;
    if (failure instanceof GitMissingError) reason2 = message;
    else if (/dubious ownership|unsafe repository/.test(message)) {
      reason2 = `git does not read ${folder} because it belongs to another user; to let it: git config --global --add safe.directory ${folder}`;
    }
    const text = `${reason2}. ${consequence}`;
    if (!this.#told.has(text)) this.#options.notice?.(text);
    this.#told.add(text);
  }
  #wantsFolder({ glob, display }, path) {
    return this.#filter.entersFolder(glob + path) && (this.#options.also?.entersFolder(display + path) ?? true);
  }
  #enters(root, path) {
    if (this.#wantsFolder(root, path)) return true;
    this.#ledger.skip("ignored", `${root.display}${path}/`, false);
    return false;
  }
  /** Adds a path that git tells. */
  #add(batch, root, path) {
    if (isInside(path)) this.#take(batch, root.folder + path, root.display + path, root.glob + path, false);
    else this.#ledger.skip("unreadable", root.display + path, true);
  }
  #take(batch, absolute, path, glob, explicit) {
    if (!this.#isNew(absolute)) return;
    if ((this.#filter.open || this.#filter.wantsFile(glob)) && (this.#options.also?.wantsFile(path) ?? true))
      batch.push({ path, open: openable(absolute), explicit });
    else this.#ledger.skip("ignored", path, false);
  }
  #isNew(absolute) {
    return this.#seen === void 0 || this.#seen.size !== this.#seen.add(absolute).size;
  }
  #hand(batch) {
    if (batch.length > 0) this.#onFiles(batch);
  }
};
function slashed2(path) {
  return path === "" || path.endsWith("/") ? path : `${path}/`;
}
function isInside(path) {
  return path !== "" && !path.startsWith("/") && !(path.includes("..") && path.split("/").includes(".."));
}
function kindOf(path) {
  try {
    const stats = (0, import_node_fs3.lstatSync)(openable(path));
    return stats.isDirectory() ? "folder" : stats.isSymbolicLink() ? "link" : "file";
  } catch {
    return void 0;
  }
}
function holdsFiles(folder) {
  try {
    return (0, import_node_fs3.readdirSync)(openable(folder)).length > 0;
  } catch {
    return true;
  }
}

// src/version.ts
var VERSION = "0.1.0";

// src/scan.ts
async function runScan(options = {}) {
  const { catalogue, custom } = await rulesFor(options);
  const ledger = new CoverageLedger();
  const { kind, matches: all, covered, any } = await readScope(options, catalogue, custom, ledger);
  const root = rootOf(kind, options);
  const matches = wantedMatches(catalogue.accepts ? all.filter(catalogue.accepts) : all, root, options);
  const sheets = /* @__PURE__ */ new Map();
  let found = { findings: [], frames: /* @__PURE__ */ new WeakMap(), matches: /* @__PURE__ */ new Map(), secrets: [], secretOf: /* @__PURE__ */ new WeakMap() };
  if (matches.length > 0) {
    const { makeFindings } = await import("./findings.mjs");
    for (const sheet of catalogue.sheets) sheets.set(sheet.id, sheet);
    found = await makeFindings(matches, {
      sheets,
      now: options.now ?? /* @__PURE__ */ new Date(),
      showSecrets: options.showSecrets ?? false,
      ...settlingOf(options),
      jobs: jobsOf(options),
      signal: options.signal,
      notice: options.onNotice,
      certificates: () => certificatesIn(options, root)
    });
  }
  await accept(found, kind, root, options);
  const skipped = ledger.skipped();
  const coverage = {
    complete: !options.signal?.aborted && any && skipped.every((skip) => !skip.gap),
    ...covered,
    skipped
  };
  const [place = ".", ...more] = options.paths ?? [];
  const head = kind === "stdin" ? void 0 : headCommit((0, import_node_path3.resolve)(options.cwd ?? ".", more.length > 0 ? "." : place));
  const report = {
    version: 1,
    tool: { name: "bearertrap", version: VERSION, rules: catalogue.count, rulesHash: catalogue.hash },
    scope: { kind, root: ".", ...options.range !== void 0 && { range: options.range }, ...head !== void 0 && { head } },
    findings: found.findings,
    coverage,
    summary: summarize(found.findings)
  };
  return { report, frames: found.frames, secrets: found.secrets, secretOf: found.secretOf, sheets };
}
function rootOf(kind, { cwd = process.cwd() }) {
  return kind === "tree" || kind === "stdin" ? cwd : repositoryTop(cwd) ?? cwd;
}
function wantedMatches(matches, root, options) {
  if (matches.length === 0) return matches;
  const wanted = wantedPaths(root, options);
  return matches.filter(
    ({ location: { path, blob }, history }) => blob === void 0 && history?.where !== "path" || wanted(path)
  );
}
function wantedPaths(root, { patterns, include = [], exclude = [] }) {
  const filters = [
    ...include.length > 0 || exclude.length > 0 ? [new PathFilter(include, exclude)] : [],
    ...patterns ? [new ProjectPaths(patterns, root)] : []
  ];
  return (path) => filters.every((filter) => filter.wantsFile(path));
}
function seenPaths(root, options) {
  const { ignoreFile, allow = [] } = options;
  const wanted = wantedPaths(root, options);
  const accepted = [
    ...ignoreFile === void 0 ? [] : [ignoredPaths(ignoreFile, root)],
    ...allow.flatMap(({ paths, base }) => paths ? [coveredBy(paths, base, root)] : [])
  ];
  return (path) => wanted(path) && !accepted.some((covers) => covers(path));
}
async function certificatesIn(options, root) {
  const { certificateRule } = await import("./rules-certificate.mjs");
  const { onProgress: _, onNotice: __, ...rest } = options;
  const quiet = { ...rest, onProblem: () => {
  }, minConfidence: "low", mode: "default" };
  const { matches } = await readScope(quiet, certificateRule(), true, new CoverageLedger());
  return [...new Set(wantedMatches(matches, root, options).map(({ secret }) => secret))];
}
async function accept(found, kind, root, options) {
  const { severities = [], allow = [], baseline = [], ignoreFile } = options;
  const inline = (options.inlineIgnores ?? true) && [...found.matches.values()].some((all) => all.some(({ ignores }) => ignores));
  const marks = inline || allow.length > 0 || ignoreFile !== void 0;
  if (baseline.length === 0 && (found.findings.length === 0 || !marks && severities.length === 0)) return;
  const { acceptFindings } = await import("./suppress-accept.mjs");
  await acceptFindings(found, {
    cwd: options.cwd ?? process.cwd(),
    root,
    kind,
    now: options.now ?? /* @__PURE__ */ new Date(),
    inline,
    baseline,
    allow,
    severities,
    whole: !options.paths?.length && !options.include?.length && !options.exclude?.length,
    ...ignoreFile !== void 0 && { ignoreFile },
    ...options.onNotice && { onNotice: options.onNotice },
    ...options.onProblem && { onProblem: options.onProblem }
  });
}
async function readScope(options, catalogue, custom, ledger) {
  const cwd = options.cwd ?? process.cwd();
  const range = options.range ?? options.pushed;
  if (options.staged || range !== void 0) {
    const { scanRange, scanStaged } = await import("./shared-sources-git-range.mjs");
    const { maxFileSize: maxSize = Infinity, onProgress, signal, inlineIgnores, now } = options;
    let seen;
    const limits = {
      maxSize,
      onProgress,
      signal,
      inlineIgnores,
      now,
      settling: settlingOf(options),
      // Only of files that were moved.
      sees: (path) => (seen ??= seenPaths(rootOf("staged", options), options))(path)
    };
    const { matches, blobs, bytes, commits } = range === void 0 ? await scanStaged(catalogue, cwd, options.all ?? false, limits, ledger) : await scanRange(catalogue, cwd, range, { ...limits, jobs: jobsOf(options), customRules: custom }, ledger);
    const covered2 = { blobs: { scanned: blobs, bytes }, ...commits !== void 0 && { commits: { scanned: commits } } };
    return { kind: range === void 0 ? "staged" : "range", matches, covered: covered2, any: true };
  }
  if (options.history) {
    const { scanHistory } = await import("./shared-sources-git-indexfile.mjs");
    const { matches, blobs, bytes, commits } = await scanHistory(
      cwd,
      {
        catalogue,
        customRules: custom,
        jobs: jobsOf(options),
        settling: settlingOf(options),
        maxFileSize: options.maxFileSize,
        ...options.onProgress && { onProgress: options.onProgress },
        ...options.signal && { signal: options.signal }
      },
      ledger
    );
    const covered2 = { blobs: { scanned: blobs, bytes }, commits: { scanned: commits } };
    return { kind: "history", matches, covered: covered2, any: blobs + commits > 0 };
  }
  const outcome = options.stdin ? scanStdin(options.stdin, catalogue) : await scanTree(options, catalogue, custom, ledger);
  for (const { reason: reason2, path, gap } of outcome.skipped) ledger.skip(reason2, path, gap);
  const covered = { files: { scanned: outcome.files, bytes: outcome.bytes, binary: outcome.binary } };
  return { kind: options.stdin ? "stdin" : "tree", matches: outcome.matches, covered, any: outcome.files > 0 };
}
async function rulesFor(options) {
  const { catalogue, custom } = await allRulesFor(options);
  const { ruleSettings = {}, onlyRules } = options;
  if (!onlyRules?.length && Object.keys(ruleSettings).length === 0) return { catalogue, custom };
  const settings = await import("./rules-settings.mjs");
  const all = onlyRules?.length ? { ...settings.onlyRules(catalogue, onlyRules), ...ruleSettings } : ruleSettings;
  return { catalogue: settings.withSettings(catalogue, all), custom: true };
}
async function allRulesFor(options) {
  if (!options.rules?.length) return { catalogue: loadCatalogue(), custom: false };
  const { withRuleFiles } = await import("./rules-custom.mjs");
  const { catalogue, problems, notices } = await withRuleFiles(options.rules, options.cwd ?? process.cwd());
  for (const problem of problems) options.onProblem?.(problem);
  for (const notice of notices) options.onNotice?.(notice);
  return { catalogue, custom: true };
}
var MOST_BYTES = 2 ** 31 - 2 ** 20;
function scanStdin(bytes, catalogue) {
  const outcome = emptyOutcome();
  if (bytes.length > MOST_BYTES) {
    outcome.skipped.push({ reason: "too-large", path: "-", gap: true });
    return outcome;
  }
  const scanner = new FileScanner(catalogue, { maxFileSize: Infinity });
  scanner.scanBytes(bytes, 0, bytes.length, "-", outcome);
  return outcome;
}
async function scanTree(options, catalogue, custom, ledger) {
  const jobs = jobsOf(options);
  const pool = new ScanPool({
    catalogue,
    customRules: custom,
    limits: { maxFileSize: options.maxFileSize ?? Infinity },
    jobs,
    deadlineMs: options.deadlineMs ?? 6e4,
    ...options.onProgress && { onProgress: options.onProgress },
    ...options.signal && { signal: options.signal }
  });
  await listFiles(
    {
      cwd: options.cwd ?? process.cwd(),
      paths: options.paths?.length ? [...options.paths] : ["."],
      gitignore: options.gitignore ?? true,
      include: [...options.include ?? []],
      exclude: [...options.exclude ?? []],
      also: options.patterns && new ProjectPaths(options.patterns, options.cwd ?? process.cwd()),
      ...options.onNotice && { notice: options.onNotice },
      ...options.onProblem && { problem: options.onProblem }
    },
    (files) => pool.add(files),
    ledger
  );
  return pool.finish();
}
var MOST_JOBS = 64;
function jobsOf(options) {
  const jobs = options.jobs ?? Math.min((0, import_node_os.availableParallelism)(), 8);
  if (!Number.isInteger(jobs) || jobs < 1) throw new UsageError(`jobs must be a whole number from 1 on, not ${jobs}`);
  return Math.min(jobs, MOST_JOBS);
}
function settlingOf({ minConfidence, mode, ruleSettings = {} }) {
  const minProbability = {};
  for (const [id, { minProbability: least }] of Object.entries(ruleSettings)) if (least !== void 0) minProbability[id] = least;
  return { ...minConfidence && { minConfidence }, ...mode && { mode }, minProbability };
}

export {
  VERSION,
  runScan
};
