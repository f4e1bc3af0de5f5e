const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  CHANGES,
  DeltaScanner,
  MOVES,
  ObjectScanner,
  RENAMES,
  hasOldPath,
  parseEntry,
  readLog
} from "./shared-sources-git-deltascan.mjs";
import {
  streamObjects
} from "./shared-sources-git-batch.mjs";
import {
  groupBy
} from "./shared-group.mjs";
import {
  mergeHeads
} from "./shared-pipeline-file.mjs";
import "./shared-detect-encoding.mjs";
import "./shared-suppress-inline.mjs";
import "./shared-detect-position.mjs";
import "./shared-detect-engine.mjs";
import "./shared-detect-checksums-decode.mjs";
import "./shared-detect-decode-base64.mjs";
import "./shared-detect-prefilter.mjs";
import "./shared-tokens-capability.mjs";
import "./shared-detect-tables.mjs";
import "./shared-detect-score-place-features.mjs";
import "./shared-order.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-tokens-json.mjs";
import {
  REFUSED,
  openRepo
} from "./shared-sources-git-repo.mjs";
import "./shared-sources-git-gitdir.mjs";
import {
  complaintIn,
  runGit,
  spawnGit
} from "./shared-sources-git-spawn.mjs";
import {
  fromBytes
} from "./shared-path.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  GitError,
  UsageError
} from "./shared-errors.mjs";
import "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/sources/git/range.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);

// src/sources/git/brought.ts
var SUBMODULE = "160000";
function isNone(id) {
  return /^0*$/.test(id);
}
async function readChanges(cwd, changes, limits, handler, ledger, findOrigins) {
  const isNew = ({ id, before }) => !isNone(id) && !before.includes(id);
  const brought = changes.filter((change) => {
    if (change.mode === SUBMODULE) ledger.skip("submodule", change.path, false);
    return change.mode !== SUBMODULE && isNew(change);
  });
  const compared = [];
  const given = /* @__PURE__ */ new Map();
  await streamObjects(
    cwd,
    brought.map(({ id }) => id),
    limits,
    (object, i) => {
      const change = brought[i];
      if (!object) return;
      given.set(keyOf(change, change.id), change);
      if (handler.onContent(change, object.data, (i + 1) / brought.length)) compared.push(change);
    },
    ledger
  );
  if (compared.length === 0) return;
  await findOrigins?.(compared);
  await readReplaced(cwd, compared.filter(isNew), given, { maxSize: limits.maxSize }, handler, ledger);
}
function keyOf({ path }, id) {
  return `${id} ${path}`;
}
async function readReplaced(cwd, changes, given, limits, handler, ledger) {
  const ids = [];
  const ends = [];
  const known = changes.map((change) => {
    const made = [];
    for (const id of change.before.filter((old) => !isNone(old))) {
      const madeBy = given.get(keyOf(change, id));
      if (madeBy) made.push({ madeBy });
      else ids.push(id);
    }
    ends.push(ids.length);
    return made;
  });
  let next = 0;
  let read2 = [];
  const giveUpTo = (done) => {
    for (; next < changes.length && ends[next] <= done; next++) {
      handler.onReplaced(changes[next], [...known[next], ...read2]);
      read2 = [];
    }
  };
  giveUpTo(0);
  await streamObjects(
    cwd,
    ids,
    limits,
    (object, index) => {
      if (object?.type === "blob") read2.push({ id: object.id, data: object.data });
      giveUpTo(index + 1);
    },
    ledger
  );
}

// src/sources/git/tips.ts
function findObjects(repo, revisions) {
  if (revisions.length === 0) return [];
  const input = revisions.map((name) => `${/[\n\0]/.test(name) ? "" : name}
`).join("");
  const { stdout } = runGit(["cat-file", "--batch-check"], { cwd: repo.root, input });
  const lines = stdout.toString("latin1").split("\n");
  return revisions.map((_, i) => {
    const [, id, type] = /^([0-9a-f]{40,64}) (commit|tag|tree|blob) \d+$/.exec(lines[i] ?? "") ?? [];
    return id === void 0 || type === void 0 ? void 0 : { id, type };
  });
}
async function followTags(repo, objects, limits, ledger) {
  const tips = { commits: [], tags: [], files: [] };
  const seen = /* @__PURE__ */ new Set();
  let next = objects;
  while (next.length > 0) {
    const fresh = next.filter(({ id }) => !seen.has(id) && seen.add(id));
    const ids = (wanted) => fresh.filter(({ type }) => type === wanted).map(({ id }) => id);
    tips.commits.push(...ids("commit"));
    for (const id of ids("blob")) tips.files.push({ path: `object ${id}`, mode: "100644", id, before: [] });
    for (const id of ids("tree")) tips.files.push(...filesIn(repo, id, ledger));
    const targets = [];
    await streamObjects(
      repo.root,
      ids("tag"),
      limits,
      (tag) => {
        if (!tag) return;
        const text = tag.data.toString("latin1");
        tips.tags.push({ id: tag.id, data: tag.data, time: Number(/^tagger .*> (\d+)/m.exec(text)?.[1] ?? 0) });
        targets.push(/^object ([0-9a-f]+)\n/.exec(text)?.[1] ?? "");
      },
      ledger
    );
    next = findObjects(repo, targets).flatMap((object, i) => {
      if (!object) ledger.skip("missing-object", targets[i], true);
      return object ?? [];
    });
  }
  return tips;
}
function filesIn(repo, tree, ledger) {
  const { status, stdout } = runGit(["ls-tree", "-r", "-z", "--full-tree", tree], { cwd: repo.root });
  if (status !== 0) ledger.skip("unreadable", `tree ${tree}`, true);
  return fromBytes(stdout).split("\0").flatMap((entry) => {
    const [, mode, id, path] = /^(\d+) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    return mode && id && path ? { path, mode, id, before: [] } : [];
  });
}
function unknown(repo, name) {
  const advice = repo.shallow ? "it is a shallow clone: fetch more of its history" : "if it was pushed over or never fetched, fetch it or name another one";
  throw new UsageError(`${name}: no such commit in ${repo.root} (${advice})`);
}

// src/sources/git/range.ts
async function rangeBlobs(repo, range, handler, ledger, limits) {
  if (!repo.git) throw new UsageError(`${repo.root}: ${REFUSED}`);
  const name = typeof range === "string" ? range : "what was pushed";
  const resolve = typeof range === "string" ? resolveRange(repo, range, limits, ledger) : resolvePushed(repo, range, limits, ledger);
  const { revisions, ends, named } = await resolve;
  for (const tag of named.tags) handler.onTag?.(tag);
  if (named.files.length > 0) await readChanges(repo.root, named.files, limits, handler, ledger);
  if (revisions.length === 0) return 0;
  const related = ends ? areRelated(repo, ends, limits.signal) : Promise.resolve(true);
  related.catch(() => void 0);
  const boundary = shallowCommits(repo);
  const commits = [];
  let changes = [];
  const onCommit = (commit) => {
    commits.push(commit);
    if (boundary.has(commit.id)) ledger.skip("missing-object", `parents of ${commit.id} (shallow clone)`, true);
  };
  const order = [...revisions, "--reverse", "--date-order", "--"];
  const git = { cwd: repo.root, signal: limits.signal };
  try {
    await readLog([...CHANGES, "--no-renames", ...order], git, {
      onCommit,
      onEntry(entry, path) {
        const commit = commits.at(-1);
        if (!boundary.has(commit.id)) changes.push({ ...parseEntry(entry), path: fromBytes(path), commit });
      }
    });
  } catch (error) {
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
    if (repo.promisor) ledger.skip("missing-object", `trees of ${name} (partial clone: ${error.message})`, true);
    else ledger.skip("unreadable", `${name} (${error.message})`, true);
    const seen = new Set(commits.map(({ id }) => id));
    const others = { onCommit: (commit) => void (seen.has(commit.id) || onCommit(commit)), onEntry: () => void 0 };
    await readLog(["--no-patch", ...order], git, others).catch((failure) => {
      if (!(failure instanceof GitError)) throw failure;
    });
  }
  if (!await related) {
    if (!repo.shallow) throw new UsageError(`${name}: the two ends have no history in common`);
    ledger.skip("missing-object", `common history of ${name} (shallow clone)`, true);
  }
  const isHere = repo.promisor ? await presence(repo, ledger) : void 0;
  if (isHere) changes = dropMissing(changes, isHere, ledger);
  if (handler.onCommit) {
    const ids = commits.map(({ id }) => id);
    const give = (object, index) => {
      if (object) handler.onCommit?.(commits[index], object.data);
    };
    if (ids.length > 0) await streamObjects(repo.root, ids, limits, give, ledger);
  }
  const findOrigins = async (compared) => {
    await followMoves(repo, compared);
    if (isHere) for (const change of compared) change.before = change.before.filter(isHere);
  };
  if (changes.length > 0) await readChanges(repo.root, changes, limits, handler, ledger, findOrigins);
  return commits.length;
}
async function followMoves(repo, changes) {
  const moved = /* @__PURE__ */ new Map();
  for (const change of changes) if (change.before.some(isNone)) moved.set(`${change.commit.id} ${change.path}`, change);
  if (moved.size === 0) return;
  const commits = new Set(Array.from(moved.values(), ({ commit: commit2 }) => commit2.id));
  const input = Array.from(commits, (id) => `${id}
`).join("");
  let commit = "";
  try {
    await readLog(
      [...CHANGES, ...repo.promisor ? MOVES : RENAMES, "--no-walk=unsorted", "--stdin"],
      { cwd: repo.root, input },
      {
        onCommit: ({ id }) => void (commit = id),
        onEntry(entry, path) {
          const change = moved.get(`${commit} ${fromBytes(path)}`);
          if (change) change.before = parseEntry(entry).before;
        }
      }
    );
  } catch (error) {
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
  }
}
async function presence(repo, ledger) {
  const [{ planObjects }, { ObjectIds }] = await Promise.all([import("./sources-git-plan.mjs"), import("./sources-git-ids.mjs")]);
  const ids = new ObjectIds(planObjects(repo, ledger));
  return (id) => ids.findHex(id) >= 0 || isNone(id);
}
function dropMissing(changes, isHere, ledger) {
  const missing = /* @__PURE__ */ new Set();
  const kept = changes.filter(({ id, mode }) => {
    if (isHere(id) || mode === SUBMODULE) return true;
    missing.add(id);
    return false;
  });
  for (const id of missing) ledger.skip("missing-object", id, true);
  return kept;
}
async function resolveRange(repo, range, limits, ledger) {
  const [, left, dots, right] = /^(.*?)(\.\.\.?)(.*)$/s.exec(range) ?? [];
  const last = dots === void 0 ? range : right || "HEAD";
  const first = left || "HEAD";
  const [end, to, start, from] = findObjects(repo, [last, toCommit(last), first, toCommit(first)]);
  if (!end || !to && (dots !== void 0 || end.type !== "tag")) return unknown(repo, last);
  const named = await followTags(repo, dots === "..." && start ? [start, end] : [end], limits, ledger);
  if (dots === void 0) return { revisions: to ? ["--no-walk=sorted", to.id] : [], named };
  if (!from) {
    if (!repo.shallow || !mayBeCutOff(repo, first)) return unknown(repo, first);
    ledger.skip("missing-object", `${first} (not in this shallow clone)`, true);
    return { revisions: [to.id], named };
  }
  return { revisions: [`${from.id}${dots}${to.id}`], ends: [from.id, to.id], named };
}
function mayBeCutOff(repo, name) {
  const later = name.replace(/[~^].*$/s, "");
  return /^[0-9a-f]{7,64}$/.test(later) || later !== name && findObjects(repo, [toCommit(later)])[0] !== void 0;
}
async function areRelated(repo, ends, signal) {
  try {
    for await (const base of spawnGit(["merge-base", ...ends], { cwd: repo.root, signal })) if (base.length > 0) return true;
  } catch (error) {
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
  }
  return signal?.aborted === true;
}
async function resolvePushed(repo, pushed, limits, ledger) {
  const { tips, known, refs } = pushed;
  const found = findObjects(repo, [...tips, ...known.map(toCommit)]);
  const objects = found.slice(0, tips.length).flatMap((object, i) => {
    if (!object) ledger.skip("missing-object", tips[i], true);
    return object ?? [];
  });
  const named = await followTags(repo, objects, limits, ledger);
  if (named.commits.length === 0) return { revisions: [], named };
  const others = found.slice(tips.length).flatMap((object) => object?.id ?? []);
  return { revisions: [...named.commits, "--not", ...others, ...refs === void 0 ? [] : [refs]], named };
}
var toCommit = (name) => `${name}^{commit}`;
function shallowCommits(repo) {
  if (!repo.shallow) return /* @__PURE__ */ new Set();
  try {
    return new Set((0, import_node_fs.readFileSync)((0, import_node_path.join)(repo.commonDir, "shallow"), "latin1").split("\n").filter(Boolean));
  } catch {
    return /* @__PURE__ */ new Set();
  }
}

// src/sources/git/staged.ts
var DIFF = [
  "diff",
  "--cached",
  "--raw",
  "-z",
  "--no-abbrev",
  "--no-ext-diff",
  "--no-textconv",
  "--no-color",
  "--no-relative",
  "--ignore-submodules=none",
  "--ita-invisible-in-index",
  "-O/dev/null"
];
async function stagedBlobs(cwd, handler, ledger, options) {
  const { changes, conflicts } = read(succeed(compare(cwd), cwd));
  if (options.all) for (const change of changes) change.before = [];
  else if (changes.length > 0) for (const parent of mergeHeads(cwd)) addParent(changes, parent, cwd);
  if (conflicts) changes.push(...conflicting(cwd));
  if (changes.length > 0) await readChanges(cwd, changes, options, handler, ledger);
}
function compare(cwd, ...commit) {
  const answer = runGit([...DIFF, ...RENAMES, ...commit], { cwd });
  return answer.status === 0 ? answer : runGit([...DIFF, ...MOVES, ...commit], { cwd });
}
function read({ stdout }) {
  const fields = split(stdout);
  const changes = [];
  let conflicts = false;
  for (let i = 0; i + 1 < fields.length; i++) {
    const entry = fields[i];
    const { mode, id, before } = parseEntry(entry);
    i += hasOldPath(entry) ? 2 : 1;
    if (entry.at(-1) === 85) conflicts = true;
    else changes.push({ path: fromBytes(fields[i]), mode, id, before });
  }
  return { changes, conflicts };
}
function addParent(changes, parent, cwd) {
  const answer = compare(cwd, parent);
  if (answer.status !== 0) return;
  const there = new Map(read(answer).changes.map(({ path, before }) => [path, before]));
  for (const { path, id, before } of changes) before.push(...there.get(path) ?? [id]);
}
function succeed(answer, cwd) {
  if (answer.status === 0) return answer;
  const { git, promisor } = openRepo(cwd);
  if (!git) throw new UsageError(`${cwd}: ${REFUSED}`);
  const partial = promisor ? " (a partial clone, and not all of HEAD was fetched: git status does that)" : "";
  throw new UsageError(`${cwd}: git diff failed: ${complaintIn(answer.stderr)}${partial}`);
}
function split(data) {
  const fields = [];
  let at = 0;
  for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
    fields.push(data.subarray(at, nul));
    at = nul + 1;
  }
  return fields;
}
function conflicting(cwd) {
  const { stdout } = succeed(runGit(["ls-files", "-u", "-z", "--full-name", ":/"], { cwd }), cwd);
  const ours = /* @__PURE__ */ new Map();
  const changes = [];
  for (const entry of split(stdout)) {
    const tab = entry.indexOf(9);
    const [mode = "", id = "", stage] = entry.toString("latin1", 0, tab).split(" ");
    const path = fromBytes(entry.subarray(tab + 1));
    if (stage === "2") ours.set(path, id);
    if (stage === "3") changes.push({ path, mode, id, before: [ours.get(path) ?? ""].filter((old) => !isNone(old)) });
  }
  return changes;
}

// src/pipeline/versions.ts
var KEPT = 64 * 1024 * 1024;
var BLOCK = 1024;
var VersionScanner = class {
  #delta;
  /** By id, the one that was used last comes last. */
  #kept = /* @__PURE__ */ new Map();
  /** That are kept now. */
  bytes = 0;
  constructor(scanner) {
    this.#delta = new DeltaScanner(scanner);
  }
  /**
   * The hits of some content, as a scan of all of it gives them.
   * @param id of the content
   * @param data is kept, and must not change
   * @param others ids of content that it has most in common with, as far as that was scanned here
   */
  scan(id, data, others) {
    const same = this.#use(id);
    if (same) return same.known.hits;
    const base = others.map((each) => this.#use(each)).find((each) => each !== void 0);
    const known = base ? this.#delta.derived(data, commonEnds(base.data, data), base.data.length, base.known) : this.#delta.whole(data);
    this.#keep(id, { data, known, bytes: data.length + known.looks.data.byteLength });
    return known.hits;
  }
  #use(id) {
    const version = this.#kept.get(id);
    if (version) {
      this.#kept.delete(id);
      this.#kept.set(id, version);
    }
    return version;
  }
  #keep(id, version) {
    this.#kept.set(id, version);
    this.bytes += version.bytes;
    for (const [oldest, { known, bytes }] of this.#kept) {
      if (this.bytes <= KEPT) break;
      this.#kept.delete(oldest);
      this.bytes -= bytes;
      this.#delta.release(known);
    }
  }
};
function commonEnds(base, data) {
  const most = Math.min(base.length, data.length);
  let first = 0;
  while (first + BLOCK <= most && base.compare(data, first, first + BLOCK, first, first + BLOCK) === 0) first += BLOCK;
  while (first < most && base[first] === data[first]) first++;
  const left = most - first;
  const shift = base.length - data.length;
  let last = 0;
  const isSame = (from, to) => base.compare(data, from, to, from + shift, to + shift) === 0;
  while (last + BLOCK <= left && isSame(data.length - last - BLOCK, data.length - last)) last += BLOCK;
  while (last < left && base[base.length - 1 - last] === data[data.length - 1 - last]) last++;
  const runs = [];
  if (first > 0) runs.push(0, 0, first);
  if (last > 0) runs.push(data.length - last, base.length - last, last);
  return { count: runs.length / 3, data: Int32Array.from(runs) };
}

// src/pipeline/changes.ts
async function scanStaged(catalogue, cwd, all, options, ledger) {
  const changes = new ChangeScan(catalogue, all, options);
  await stagedBlobs(cwd, changes, ledger, { ...options, all });
  return changes.outcome;
}
async function scanRange(catalogue, cwd, range, options, ledger) {
  const changes = new ChangeScan(catalogue, false, options);
  const commits = await rangeBlobs(openRepo(cwd, ledger), range, changes, ledger, options);
  return { ...changes.outcome, commits };
}
var ChangeScan = class {
  outcome = { matches: [], blobs: 0, bytes: 0 };
  #scanner;
  #versions;
  #all;
  #options;
  /** What was found in files that may have held it before. */
  #found = /* @__PURE__ */ new Map();
  constructor(catalogue, all, options) {
    this.#scanner = new ObjectScanner(catalogue);
    this.#versions = new VersionScanner(this.#scanner);
    this.#all = all;
    this.#options = options;
  }
  onCommit = ({ id, time }, data) => {
    const hits = this.#scanner.scan(data, 0, data.length);
    for (const match of this.#scanner.matches(data, 0, data.length, hits, `commit ${id}`)) {
      this.outcome.matches.push({ ...match, location: { ...match.location, commit: id }, committed: time });
    }
  };
  onTag = ({ id, data, time }) => {
    const hits = this.#scanner.scan(data, 0, data.length);
    for (const match of this.#scanner.matches(data, 0, data.length, hits, `tag ${id}`))
      this.outcome.matches.push({ ...match, committed: time });
  };
  onContent = (change, data, done) => {
    const { outcome } = this;
    outcome.blobs++;
    outcome.bytes += data.length;
    this.#options.onProgress?.(outcome.blobs, outcome.bytes, done);
    const matches = this.#inVersion(change, change.id, data, change.before);
    if (matches.length === 0) return false;
    if (this.#all) {
      this.#tell(change, matches);
      return false;
    }
    this.#found.set(change, matches);
    return true;
  };
  /** Keeps the matches of a file that were not there before: of a secret that now stands more often, the last places. */
  onReplaced = (change, before) => {
    const known = /* @__PURE__ */ new Map();
    for (const old of before) {
      const held = "data" in old ? this.#inVersion(change, old.id, old.data, [change.id]) : this.#found.get(old.madeBy) ?? [];
      for (const [secret, all] of groupBy(held, keyOf2)) known.set(secret, Math.max(all.length, known.get(secret) ?? 0));
    }
    const added = this.#found.get(change).filter((match) => {
      const left = known.get(keyOf2(match)) ?? 0;
      known.set(keyOf2(match), left - 1);
      return left <= 0;
    });
    this.#tell(change, added);
  };
  #tell({ id, commit }, matches) {
    for (const match of matches) {
      const location = { ...match.location, blob: id, ...commit && { commit: commit.id } };
      this.outcome.matches.push({ ...match, location, ...commit && { committed: commit.time } });
    }
  }
  /** The matches of some content at the path of a change. */
  #inVersion({ path }, id, data, others) {
    return this.#scanner.matches(data, 0, data.length, this.#versions.scan(id, data, others), path);
  }
};
var keyOf2 = ({ rule, secret }) => `${rule}\0${secret}`;
export {
  scanRange,
  scanStaged
};
