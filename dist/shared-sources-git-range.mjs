const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ALL_PATHS,
  CHANGES,
  MOVES,
  RENAMES,
  SUBMODULE,
  hasOldPath,
  parseEntry,
  readLog
} from "./shared-sources-git-gitlog.mjs";
import {
  DeltaScanner,
  ObjectScanner,
  eachPart,
  idsEnd,
  tagStart
} from "./shared-sources-git-deltascan.mjs";
import {
  companionRules,
  withoutLacking
} from "./shared-companions.mjs";
import {
  ObjectFeed,
  isDamaged,
  streamObjects
} from "./shared-sources-git-batch.mjs";
import "./shared-sources-git-packfile.mjs";
import "./shared-sources-git-packindex.mjs";
import {
  mergeHeads
} from "./shared-sources-git-reffiles.mjs";
import {
  isLfsPointer
} from "./shared-pipeline-file.mjs";
import {
  accepts
} from "./shared-suppress-inline.mjs";
import "./shared-detect-encoding.mjs";
import "./shared-detect-position.mjs";
import {
  groupBy,
  secretKey
} from "./shared-group.mjs";
import "./shared-detect-engine.mjs";
import "./shared-wasm-core-code.mjs";
import "./shared-detect-checksums-decode.mjs";
import "./shared-detect-decode-base64.mjs";
import "./shared-detect-assignment.mjs";
import "./shared-tokens-capability.mjs";
import "./shared-detect-tables.mjs";
import {
  settle
} from "./shared-detect-score-place-features.mjs";
import "./shared-order.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import {
  REFUSED,
  objectDirectories,
  openRepo,
  shallowEnds
} from "./shared-sources-git-repo.mjs";
import "./shared-report-redact.mjs";
import {
  attributesBlocker,
  complaintIn,
  refuseBlocked,
  runGit,
  spawnGit
} from "./shared-sources-git-spawn.mjs";
import {
  foldersOf
} from "./shared-sources-git-gitdir.mjs";
import {
  fromBytes,
  toBytes
} from "./shared-path.mjs";
import "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import {
  GitError,
  UsageError
} from "./shared-errors.mjs";
import "./shared-model.mjs";
import "./shared-runtime.mjs";

// src/sources/git/brought.ts
function changeOf(entry, path, from = []) {
  const { mode, id, before, modes } = parseEntry(entry);
  const olds = before.map((old, i) => ({ path: from[i] ? fromBytes(from[i]) : path, mode: modes[i], id: old }));
  const unlike = new Map(olds.map((old) => [`${old.mode} ${keyOf(old)}`, old]));
  return { path, mode, id, before: [...unlike.values()] };
}
function isNone(id) {
  return /^0*$/.test(id);
}
async function readChanges(cwd, changes, limits, handler, ledger, findOrigins, screened) {
  const preimages = (change) => change.before.filter((old) => !isNone(old.id) && old.mode !== SUBMODULE && (handler.counts?.(old, change) ?? true));
  const isNew = (change) => !isNone(change.id) && !preimages(change).some(({ id, path }) => id === change.id && path === change.path);
  const brought = changes.filter((change) => {
    if (change.mode === SUBMODULE) ledger.skip("submodule", change.path, false);
    return change.mode !== SUBMODULE && isNew(change);
  });
  const compared = [];
  const given = /* @__PURE__ */ new Map();
  let next = 0;
  const giveCleanUpTo = (end) => {
    for (; next < end; next++) {
      const change = brought[next];
      const size = screened?.clean.get(change.id);
      if (size === void 0) continue;
      given.set(keyOf(change), change);
      handler.onClean?.(change, size, (next + 1) / brought.length);
    }
  };
  const { isRead, bounds } = afterScreen(screened, limits);
  const read2 = brought.flatMap(({ id }, at) => isRead(id) ? [{ id, at }] : []);
  await streamObjects(
    cwd,
    read2.map(({ id }) => id),
    bounds,
    (object, i) => {
      const { at } = read2[i];
      giveCleanUpTo(at);
      if (!object) return;
      const change = brought[at];
      given.set(keyOf(change), change);
      if (handler.onContent(change, object.data, (at + 1) / brought.length)) compared.push(change);
    },
    ledger
  );
  giveCleanUpTo(brought.length);
  if (compared.length === 0) return;
  await findOrigins?.(compared);
  const replacing = compared.filter(isNew).map((change) => ({ change, before: preimages(change) }));
  await readReplaced(cwd, replacing, given, { maxSize: limits.maxSize }, handler, ledger);
}
function afterScreen(screened, limits) {
  if (screened && limits.signal?.aborted) return { isRead: (id) => screened.found.has(id), bounds: { maxSize: limits.maxSize } };
  return { isRead: (id) => !screened?.clean.has(id), bounds: limits };
}
function keyOf({ id, path }) {
  return `${id} ${path}`;
}
async function readReplaced(cwd, changes, given, limits, handler, ledger) {
  const wanted = [];
  const ends = [];
  const known = changes.map(({ before }) => {
    const made = [];
    for (const old of before) {
      const madeBy = given.get(keyOf(old));
      if (madeBy) made.push({ madeBy });
      else wanted.push(old);
    }
    ends.push(wanted.length);
    return made;
  });
  let next = 0;
  let read2 = [];
  const giveUpTo = (done) => {
    for (; next < changes.length && ends[next] <= done; next++) {
      handler.onReplaced(changes[next].change, [...known[next], ...read2]);
      read2 = [];
    }
  };
  giveUpTo(0);
  await streamObjects(
    cwd,
    wanted.map(({ id }) => id),
    limits,
    (object, index) => {
      if (object?.type === "blob") read2.push({ id: object.id, path: wanted[index].path, data: object.data });
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
      if (!object) ledger.skip(isDamaged(repo.objectDirs, targets[i]) ? "unreadable" : "missing-object", targets[i], true);
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
  const { stdout } = runGit(["rev-parse", "--verify", "--quiet", "--end-of-options", name], { cwd: repo.root });
  const id = stdout.toString("latin1").trim();
  if (id !== "" && isDamaged(repo.objectDirs, id))
    throw new UsageError(`${name}: the object ${id} is damaged (git fsck tells what is)`);
  const advice = repo.shallow ? "it is a shallow clone: fetch more of its history" : "if it was pushed over or never fetched, fetch it or name another one";
  throw new UsageError(`${name}: no such commit in ${repo.root} (${advice})`);
}

// src/sources/git/range.ts
var MAX_CHANGES = 5e5;
async function rangeBlobs(repo, range, handler, ledger, limits) {
  if (!repo.git) throw new UsageError(`${repo.root}: ${REFUSED}`);
  refuseBlocked(repo);
  const name = typeof range === "string" ? range : "what was pushed";
  const resolve = typeof range === "string" ? resolveRange(repo, range, limits, ledger) : resolvePushed(repo, range, limits, ledger);
  const { revisions, ends, named } = await resolve;
  for (const tag of named.tags) handler.onTag?.(tag);
  if (named.files.length > 0) await readChanges(repo.root, named.files, limits, handler, ledger);
  if (revisions.length === 0) return 0;
  const related = ends ? areRelated(repo, ends, limits.signal) : Promise.resolve(true);
  related.catch(() => void 0);
  const { screen } = handler;
  const messages = new Messages(repo.root, limits, handler, ledger);
  const expect = (files) => void (messages.wait = screen?.expect(files) ?? false);
  try {
    const onCommit = (commit) => messages.add(commit);
    const brought = await changesOf(repo, name, revisions, { onCommit, expect }, limits, ledger);
    if (!await related) {
      if (!repo.shallow) throw new UsageError(`${name}: the two ends have no history in common`);
      ledger.skip("missing-object", `common history of ${name} (shallow clone)`, true);
    }
    const isHere = repo.promisor ? await presence(repo, ledger) : void 0;
    const changes = isHere ? dropMissing(brought, isHere, ledger) : brought;
    const screened = await screen?.look({ contents: pathsById(changes), messages: messages.waiting.map(({ id }) => id) });
    await messages.finish(screened);
    const findOrigins = async (compared) => {
      await followMoves(repo, compared, changes, ledger);
      if (isHere) for (const change of compared) change.before = change.before.filter(({ id }) => isHere(id));
    };
    if (changes.length > 0) await readChanges(repo.root, changes, limits, handler, ledger, findOrigins, screened);
  } finally {
    messages.stop();
  }
  return messages.count;
}
var Messages = class {
  /** Whether those that come now wait. */
  wait = false;
  waiting = [];
  /** Of all commits. */
  count = 0;
  #read = [];
  #handler;
  #feed;
  #cwd;
  #limits;
  #ledger;
  constructor(cwd, limits, handler, ledger) {
    this.#cwd = cwd;
    this.#limits = limits;
    this.#ledger = ledger;
    this.#handler = handler;
    this.#feed = new ObjectFeed(cwd, limits, this.#giver(this.#read), ledger);
  }
  add(commit) {
    this.count++;
    if (!this.#handler.onCommit) return;
    if (this.wait) this.waiting.push(commit);
    else {
      this.#read.push(commit);
      this.#feed.add(commit.id);
    }
  }
  /** No more will come. @param screened what was seen of those that waited */
  async finish(screened) {
    await this.#feed.finish();
    const { isRead, bounds } = afterScreen(screened, this.#limits);
    const left = this.waiting.filter(({ id }) => isRead(id));
    const ids = left.map(({ id }) => id);
    await streamObjects(this.#cwd, ids, bounds, this.#giver(left), this.#ledger);
  }
  /** Gives messages of some commits, in their order. */
  #giver(commits) {
    return (object, index) => {
      if (object) this.#handler.onCommit?.(commits[index], object.data);
    };
  }
  stop() {
    this.#feed.stop();
  }
};
function pathsById(changes) {
  const paths = /* @__PURE__ */ new Map();
  for (const { id, path } of changes) {
    const known = paths.get(id);
    if (known) known.add(path);
    else paths.set(id, /* @__PURE__ */ new Set([path]));
  }
  return paths;
}
async function changesOf(repo, name, revisions, { onCommit, expect }, { signal }, ledger) {
  const boundary = new Set(shallowEnds(repo));
  const seen = /* @__PURE__ */ new Set();
  const changes = [];
  let commit;
  let held = 0;
  const onNext = (next) => {
    if (seen.has(next.id)) return;
    seen.add(next.id);
    commit = next;
    if (boundary.has(next.id)) ledger.skip("missing-object", `parents of ${next.id} (shallow clone)`, true);
    onCommit(next);
  };
  const order = [...revisions, "--reverse", "--date-order", "--"];
  const cut = new AbortController();
  const git = { cwd: repo.root, signal: signal ? AbortSignal.any([signal, cut.signal]) : cut.signal };
  try {
    await readLog([...CHANGES, "--no-renames", ...order], git, {
      onCommit: onNext,
      onEntry(entry, path) {
        if (boundary.has(commit.id)) return;
        const change = { ...changeOf(entry, fromBytes(path)), commit };
        held += Math.max(1, change.before.length);
        if (held <= MAX_CHANGES) changes.push(change);
        else cut.abort();
        expect(changes.length);
      }
    });
  } catch (error) {
    if (!(error instanceof GitError) || error.exitCode === null) throw error;
    if (repo.promisor) ledger.skip("missing-object", `trees of ${name} (partial clone: ${error.message})`, true);
    else ledger.skip("unreadable", `${name} (${error.message})`, true);
    const others = { onCommit: onNext, onEntry: () => void 0 };
    await readLog(["--no-patch", ...order], git, others).catch((failure) => {
      if (!(failure instanceof GitError)) throw failure;
    });
  }
  if (cut.signal.aborted) ledger.skip("too-large", `${name} (more than ${MAX_CHANGES} changed files)`, true);
  return changes;
}
async function followMoves(repo, changes, all, ledger) {
  const moved = /* @__PURE__ */ new Map();
  for (const change of changes)
    if (change.before.some(({ id }) => isNone(id))) moved.set(`${change.commit.id} ${change.path}`, change);
  if (moved.size === 0) return;
  const commits = new Set(Array.from(moved.values(), ({ commit: commit2 }) => commit2.id));
  const input = Array.from(commits, (id) => `${id}
`).join("");
  const touched = all.filter((change) => commits.has(change.commit.id)).map(({ path }) => path);
  const blocker = attributesBlocker(repo.root, touched);
  if (blocker !== void 0) ledger.skip("unreadable", blocker, true);
  const renames = repo.promisor || blocker !== void 0 ? MOVES : RENAMES;
  let commit = "";
  try {
    await readLog(
      [...CHANGES, ALL_PATHS, ...renames, "--no-walk=unsorted", "--stdin"],
      { cwd: repo.root, input },
      {
        onCommit: ({ id }) => void (commit = id),
        onEntry(entry, path, from) {
          const change = moved.get(`${commit} ${fromBytes(path)}`);
          if (change) change.before = changeOf(entry, change.path, from).before;
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
    if (!object) ledger.skip(isDamaged(repo.objectDirs, tips[i]) ? "unreadable" : "missing-object", tips[i], true);
    return object ?? [];
  });
  const named = await followTags(repo, objects, limits, ledger);
  if (named.commits.length === 0) return { revisions: [], named };
  const others = found.slice(tips.length).flatMap((object) => object?.id ?? []);
  return { revisions: [...named.commits, "--not", ...others, ...refs === void 0 ? [] : [refs]], named };
}
var toCommit = (name) => `${name}^{commit}`;

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
var NO_IGNORES = ["-c", "core.excludesFile=/dev/null"];
var TIMEOUT = 12e4;
async function stagedBlobs(cwd, handler, ledger, limits) {
  const folders = foldersOf({ cwd });
  if (folders) refuseBlocked({ ...folders, objectDirs: objectDirectories(folders.commonDir) });
  const { answer, changes, conflicts } = compare(cwd, ledger);
  succeed(answer, cwd);
  if (changes.length > 0) for (const parent of mergeHeads(cwd)) addParent(changes, parent, cwd, ledger);
  if (conflicts.length > 0) for (const change of conflicting(cwd, conflicts)) changes.push(change);
  if (changes.length > 0) await readChanges(cwd, changes, limits, handler, ledger);
}
function compare(cwd, ledger, ...commit) {
  const ask = (renames) => read(runGit([...NO_IGNORES, ...DIFF, ...renames, ...commit], { cwd, timeout: TIMEOUT }));
  const simple = ask(MOVES);
  const { changes } = simple;
  const added = changes.filter(({ before }) => before.every(({ id }) => isNone(id)));
  const removed = changes.filter(({ id }) => isNone(id));
  if (simple.answer.status !== 0 || added.length === 0 || removed.length === 0) return simple;
  const blocker = attributesBlocker(
    cwd,
    [...added, ...removed].map(({ path }) => path)
  );
  if (blocker !== void 0) {
    ledger.skip("unreadable", blocker, true);
    return simple;
  }
  const compared = ask(RENAMES);
  return compared.answer.status === 0 ? compared : simple;
}
function read(answer) {
  const fields = split(answer.stdout);
  const changes = [];
  const conflicts = [];
  for (let i = 0; i + 1 < fields.length; i++) {
    const entry = fields[i];
    const from = fields[++i];
    const path = fromBytes(hasOldPath(entry) ? fields[++i] : from);
    const change = changeOf(entry, path, [from]);
    if (entry.at(-1) === 85) for (const old of change.before) conflicts.push(old);
    else changes.push(change);
  }
  return { answer, changes, conflicts };
}
function addParent(changes, parent, cwd, ledger) {
  const compared = compare(cwd, ledger, parent);
  if (compared.answer.status !== 0) return;
  const there = new Map(compared.changes.map(({ path, before }) => [path, before]));
  for (const { path, mode, id, before } of changes) before.push(...there.get(path) ?? [{ path, mode, id }]);
}
function succeed(answer, cwd) {
  if (answer.status === 0) return answer;
  const { git, promisor } = openRepo(cwd);
  if (!git) throw new UsageError(`${cwd}: ${REFUSED}`);
  const partial = promisor ? " (a partial clone, and not all of HEAD was fetched: git status does that)" : "";
  const said = complaintIn(answer.stderr) || (answer.status === null ? "it took too long" : `exit code ${answer.status}`);
  throw new UsageError(`${cwd}: git diff failed: ${said}${partial}`);
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
function conflicting(cwd, head) {
  const { stdout } = succeed(runGit(["ls-files", "-u", "-z", "--full-name", ":/"], { cwd }), cwd);
  const theirs = [];
  const bases = /* @__PURE__ */ new Set();
  for (const entry of split(stdout)) {
    const tab = entry.indexOf(9);
    const [mode = "", id = "", stage] = entry.toString("latin1", 0, tab).split(" ");
    const path = fromBytes(entry.subarray(tab + 1));
    if (stage === "1") bases.add(path);
    if (stage === "3") theirs.push({ path, mode, id, before: [] });
  }
  const ours = new Map(head.filter(({ id }) => !isNone(id)).map((old) => [old.path, old]));
  const taken = new Set(theirs.map(({ path }) => path));
  const moved = [...ours.values()].filter(({ path }) => !bases.has(path) && !taken.has(path));
  for (const { path, id, before } of theirs) {
    const other = moved.find((old2) => old2.id === id) ?? (moved.length === 1 ? moved[0] : void 0);
    const old = ours.get(path) ?? (bases.has(path) ? void 0 : other);
    if (old) before.push(old);
  }
  return theirs;
}

// src/pipeline/added.ts
var LIKENESSES = [
  (match) => `${secretKey(match)}\0${match.frame.text}`,
  // What is written behind a secret may be the comment that accepts it.
  (match) => `${secretKey(match)}\0${match.frame.text.slice(0, match.frame.start)}`,
  secretKey
];
function addedMatches(matches, before, isAccepted) {
  const placesOf = (all) => all.map((match) => ({ match, accepted: isAccepted(match) }));
  const places = placesOf(matches);
  let added = new Set(places);
  for (const old of before) {
    const unpaired = unpairedPlaces(places, placesOf(old));
    added = new Set([...added].filter((place) => unpaired.has(place)));
  }
  return Array.from(added, ({ match }) => match);
}
function unpairedPlaces(places, before) {
  const left = new Set(places);
  const old = new Set(before);
  const pair = (likeness, was, is) => {
    const alike = groupBy(
      [...old].filter(({ accepted }) => accepted === was),
      ({ match }) => likeness(match)
    );
    for (const place of left) {
      const found = place.accepted === is ? alike.get(likeness(place.match))?.shift() : void 0;
      if (found && old.delete(found)) left.delete(place);
    }
  };
  for (const likeness of LIKENESSES) {
    pair(likeness, false, false);
    pair(likeness, true, true);
    pair(likeness, false, true);
  }
  return left;
}

// src/pipeline/screen.ts
var FILES = 4e3;
var LateScreen = class {
  #repo;
  #options;
  #loading;
  #screen;
  constructor(repo, options) {
    this.#repo = repo;
    this.#options = options;
  }
  get #files() {
    return this.#options.screenFrom ?? FILES;
  }
  expect(files) {
    if (files >= this.#files) this.#loading ??= this.#load();
    return this.#screen?.expect(files) ?? false;
  }
  async look(wanted) {
    if (wanted.contents.size >= this.#files) this.#loading ??= this.#load();
    return (await this.#loading)?.look(wanted) ?? { clean: /* @__PURE__ */ new Map(), found: /* @__PURE__ */ new Set() };
  }
  /** What was found in some content; undefined where that was not looked at. */
  found(id) {
    return this.#screen?.found.get(id);
  }
  async #load() {
    const { PackScreen } = await import("./shared-pipeline-packscreen.mjs");
    return this.#screen = new PackScreen(this.#repo, this.#options, this.#files);
  }
  async end() {
    await (await this.#loading)?.end();
  }
};

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
var SCREENING = 0.9;
async function scanStaged(catalogue, cwd, all, options, ledger) {
  const changes = new ChangeScan(catalogue, all, options, ledger);
  await stagedBlobs(cwd, changes, ledger, options);
  return changes.outcome;
}
async function scanRange(catalogue, cwd, range, options, ledger) {
  const repo = openRepo(cwd, ledger);
  const tell = rising(options.onProgress ?? (() => void 0));
  const onProgress = (objects, bytes, part) => tell(objects, bytes, SCREENING * part);
  const screen = new LateScreen(repo, { ...options, catalogue, maxFileSize: options.maxSize, onProgress });
  const changes = new ChangeScan(catalogue, false, { ...options, onProgress: tell }, ledger, screen);
  try {
    const commits = await rangeBlobs(repo, range, changes, ledger, options);
    return { ...changes.outcome, commits };
  } finally {
    await screen.end();
  }
}
function rising(tell) {
  const most = [0, 0, 0];
  return (...now) => {
    for (const [i, number] of now.entries()) most[i] = Math.max(most[i], number);
    tell(...most);
  };
}
var ChangeScan = class {
  outcome = { matches: [], blobs: 0, bytes: 0 };
  #scanner;
  #versions;
  #catalogue;
  #sheets;
  #all;
  #options;
  #ledger;
  /** Paths that were read. */
  #names = /* @__PURE__ */ new Set();
  /** What was found in files that may have held it before. */
  #found = /* @__PURE__ */ new Map();
  screen;
  constructor(catalogue, all, options, ledger, screen) {
    this.screen = screen;
    this.#scanner = new ObjectScanner(catalogue);
    this.#versions = new VersionScanner(this.#scanner);
    this.#catalogue = catalogue;
    this.#all = all;
    this.#options = options;
    this.#ledger = ledger;
  }
  /** Of what is moved out of a folder that was left out nobody has been told; of whole files it does not matter. */
  counts = (before, { path }) => {
    const { sees = () => true } = this.#options;
    return !this.#all && (before.path === path || sees(before.path) || !sees(path));
  };
  onCommit = ({ id, time }, data) => {
    this.#tell(this.#inMessage(data, idsEnd(data), `commit ${id}`), { commit: id }, time);
  };
  onTag = ({ id, data, time }) => {
    this.#tell(this.#inMessage(data, tagStart(data), `tag ${id}`), {}, time);
  };
  onContent = (change, data, done) => {
    this.#meet(change, data.length, done);
    const others = change.before.map(({ id }) => id);
    const matches = this.#inVersion(change.path, change.id, data, others);
    if (matches.length === 0) {
      if (isLfsPointer(data, 0, data.length)) this.#ledger.skip("lfs-pointer", change.path, false);
      return false;
    }
    if (this.#all) {
      this.#tellIn(change, matches);
      return false;
    }
    this.#found.set(change, matches);
    return true;
  };
  onClean = (change, size, done) => this.#meet(change, size, done);
  /** What is done for each file, whatever it holds. */
  #meet(change, size, done) {
    const { outcome } = this;
    outcome.blobs++;
    outcome.bytes += size;
    this.#options.onProgress?.(outcome.blobs, outcome.bytes, done);
    this.#readName(change);
  }
  /** The path of a new file is read, too: whoever names one after a token tells it to everyone. */
  #readName({ path, before, commit }) {
    if (this.#names.has(path) || before.some((old) => old.path === path && !isNone(old.id))) return;
    this.#names.add(path);
    this.#tell(this.#inText(toBytes(path), path), commit && { commit: commit.id }, commit?.time);
  }
  /** Keeps the matches of a file that were not there before. */
  onReplaced = (change, before) => {
    const held = before.map(
      (old) => "data" in old ? this.#inVersion(old.path, old.id, old.data, [change.id]) : this.#found.get(old.madeBy) ?? []
    );
    const matches = this.#found.get(change);
    const added = addedMatches(matches, held, this.#isAccepted);
    this.#tellIn(change, [...added, ...this.#besides(added, matches)]);
  };
  /** What stood there before and may belong to what was added. */
  #besides(added, matches) {
    if (added.length === 0 || added.length === matches.length) return [];
    const rules = new Set(added.flatMap(({ rule }) => companionRules(rule, this.#sheetsById)));
    const isNew = new Set(added);
    const others = matches.filter((match) => rules.has(match.rule) && !isNew.has(match));
    return others.map((match) => Object.assign({}, match, { known: true }));
  }
  #isAccepted = (match) => {
    const { inlineIgnores = true, now = /* @__PURE__ */ new Date() } = this.#options;
    return inlineIgnores && (match.ignores?.some((ignore) => accepts(ignore, match, now)) ?? false);
  };
  #tellIn({ id, commit }, matches) {
    this.#tell(matches, { blob: id, ...commit && { commit: commit.id } }, commit?.time);
  }
  /** @param place what of the repository they stand in, beside the path */
  #tell(matches, place = {}, committed) {
    for (const match of matches) {
      const location = { ...match.location, ...place };
      this.outcome.matches.push({ ...match, location, ...committed !== void 0 && { committed } });
    }
  }
  /** The matches in what is no file. */
  #inText(data, path, from = 0, to = data.length) {
    return this.#scanner.matches(data, from, to, this.#scanner.scan(data, from, to), path);
  }
  /** The matches in what people wrote into a commit or tag. */
  #inMessage(data, head, path) {
    const matches = [];
    eachPart(data, head, (from, to) => void matches.push(...this.#inText(data, path, from, to)));
    return matches;
  }
  /** Read only where something was found. */
  get #sheetsById() {
    return this.#sheets ??= new Map(this.#catalogue.sheets.map((sheet) => [sheet.id, sheet]));
  }
  /** The matches in some content that would be told of a file at `path`. */
  #inVersion(path, id, data, others) {
    const known = this.screen?.found(id);
    const matches = known ? this.#scanner.place(data, 0, data.length, known, path) : this.#scanner.matches(data, 0, data.length, this.#versions.scan(id, data, others), path);
    if (matches.length === 0) return [];
    const { accepts: stands } = this.#catalogue;
    const settled = settle(stands ? matches.filter(stands) : matches, this.#options.settling);
    return withoutLacking(settled, this.#sheetsById);
  }
};
export {
  scanRange,
  scanStaged
};
