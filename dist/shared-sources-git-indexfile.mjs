const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  DEFAULT_LIMITS,
  FIRST_WANTED,
  Inline,
  NAMED,
  PackWalker,
  Threads,
  findNeeded,
  follow,
  onlySecrets,
  tellable
} from "./shared-sources-git-packwalk.mjs";
import {
  CHANGES,
  newId,
  parseEntry,
  readLog
} from "./shared-sources-git-gitlog.mjs";
import "./shared-sources-git-deltascan.mjs";
import {
  estimateObjects,
  planSteps
} from "./shared-sources-git-plan.mjs";
import {
  ObjectIds
} from "./shared-sources-git-ids.mjs";
import "./shared-builtin-node-zlib.mjs";
import {
  joinLives
} from "./shared-life.mjs";
import {
  LooseReader,
  looseFile,
  readThroughGit
} from "./shared-sources-git-batch.mjs";
import "./shared-sources-git-packfile.mjs";
import {
  MalformedError
} from "./shared-sources-git-packindex.mjs";
import "./shared-pipeline-worker-catalogue.mjs";
import {
  hasRefTable,
  otherIndexes,
  readRefFiles
} from "./shared-sources-git-reffiles.mjs";
import "./shared-pipeline-file.mjs";
import {
  finish,
  giveWay,
  giveWayUntil
} from "./shared-sources-git-steps.mjs";
import "./shared-suppress-inline.mjs";
import {
  readEntries
} from "./shared-sources-git-files.mjs";
import "./shared-detect-encoding.mjs";
import {
  SILENT
} from "./shared-sources-ledger.mjs";
import "./shared-detect-position.mjs";
import {
  groupBy,
  secretKey
} from "./shared-group.mjs";
import "./shared-detect-engine.mjs";
import {
  Core,
  inSteps,
  partsSize
} from "./shared-wasm-core-code.mjs";
import "./shared-detect-checksums-decode.mjs";
import "./shared-detect-decode-base64.mjs";
import "./shared-detect-assignment.mjs";
import "./shared-tokens-capability.mjs";
import "./shared-detect-tables.mjs";
import {
  isToldAt,
  settle
} from "./shared-detect-score-place-features.mjs";
import {
  byText
} from "./shared-order.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import {
  openRepo,
  shallowEnds
} from "./shared-sources-git-repo.mjs";
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
import {
  namedIndex,
  refsBlocker,
  spawnGit
} from "./shared-sources-git-spawn.mjs";
import {
  isAbsent,
  openFile
} from "./shared-sources-git-gitdir.mjs";
import {
  fromBytes,
  toBytes
} from "./shared-path.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  GitError
} from "./shared-errors.mjs";
import "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/sources/git/graph.ts
var partsOf = (objects, commits, parents) => ({
  positions: 4 * objects,
  readNumbers: 4 * commits,
  readTrees: 4 * commits,
  readTimes: 8 * commits,
  readParents: 4 * parents,
  readEnds: 4 * commits,
  waiting: 4 * commits,
  heap: 4 * commits,
  order: 4 * commits,
  numbers: 4 * commits,
  trees: 4 * commits,
  parents: 4 * parents,
  parentEnds: 4 * commits,
  flags: commits,
  left: 8 * commits,
  masks: 4 * commits
});
var CommitGraph = class {
  count;
  /** Number of each commit among all objects. */
  numbers;
  /** Number of each commit's tree, -1 when it is not in the store. */
  trees;
  /** Parents that are in the store: those of commit `i` are `parents[parentEnds[i - 1]] …` up to `parentEnds[i]`. */
  parents;
  parentEnds;
  /** Position of an object number, -1 when it is no commit. */
  positions;
  /** By commit, for who makes use of them: bits and a time that flow from children to parents, and bits that flow to children. */
  flags;
  left;
  masks;
  #core;
  /** Addresses of the parts. */
  #at;
  /**
   * @param objects number of all objects
   * @param records what several readers have told
   */
  constructor(objects, records) {
    const commits = records.reduce((sum, record) => sum + record.count, 0);
    const parents = records.reduce((sum, record) => sum + record.parents.length, 0);
    const parts = partsOf(objects, commits, parents);
    const core = new Core(partsSize(parts));
    const at = core.place(parts);
    const column = (part, from = 0, length = commits) => core.numbers(at[part] + 4 * from, length);
    let [commit, parent] = [0, 0];
    for (const record of records) {
      column("readNumbers", commit, record.count).set(record.numbers);
      column("readTrees", commit, record.count).set(record.trees);
      core.doubles(at.readTimes + 8 * commit, record.count).set(record.times);
      column("readParents", parent, record.parents.length).set(record.parents);
      column("readEnds", commit, record.count).set(record.parentEnds);
      core.exports.moveEnds(at.readEnds + 4 * commit, record.count, parent);
      commit += record.count;
      parent += record.parents.length;
    }
    this.positions = column("positions", 0, objects).fill(-1);
    this.count = core.exports.sortCommits(
      commits,
      at.readNumbers,
      at.readTrees,
      at.readTimes,
      at.readParents,
      at.readEnds,
      at.positions,
      at.waiting,
      at.heap,
      at.order
    );
    core.exports.arrangeCommits(
      this.count,
      at.order,
      at.waiting,
      at.positions,
      objects,
      at.numbers,
      at.trees,
      at.parents,
      at.parentEnds
    );
    this.numbers = column("numbers", 0, this.count);
    this.trees = column("trees", 0, this.count);
    this.parentEnds = column("parentEnds", 0, this.count);
    this.parents = column("parents", 0, this.parentEnds.at(-1) ?? 0);
    this.flags = core.bytes(at.flags, this.count);
    this.left = core.doubles(at.left, this.count);
    this.masks = column("masks", 0, this.count);
    this.#core = core;
    this.#at = at;
  }
  /** Gives the `flags` of each commit, and what it has `left` where that is more, to all its ancestors. */
  flowDown() {
    const { parents, parentEnds, flags, left } = this.#at;
    this.#core.exports.flowDown(this.count, parents, parentEnds, flags, left);
  }
  /** Gives the `masks` of commits, of which none is behind the `oldest`, to all that follow from them. */
  flowUp(oldest) {
    const { parents, parentEnds, masks } = this.#at;
    if (oldest >= 0) this.#core.exports.flowUp(oldest, parents, parentEnds, masks);
  }
};

// src/sources/git/pick.ts
function readObjects(plan, ids, wanted, onObject, workspace) {
  if (wanted.size === 0) return;
  const left = new Set(wanted);
  const give = (number, data) => {
    if (left.delete(number)) onObject(number, data);
  };
  const needed = findNeeded(plan, ids, wanted);
  const visitor = {
    visit: (node, _type, at, size) => {
      give(ids.ofNode(node), workspace.arena.subarray(at, at + size));
      return void 0;
    },
    wants: (node) => needed.nodes[node] === 1,
    fail: () => void 0
  };
  const walker = new PackWalker(plan, DEFAULT_LIMITS, workspace, visitor);
  try {
    walker.begin(Int32Array.from(needed.roots), 0, needed.roots.length);
    walker.walk();
  } finally {
    walker.close();
  }
  const loose = new LooseReader(workspace.inflater, DEFAULT_LIMITS.object);
  for (const number of wanted) {
    const i = number - ids.ofLoose(0);
    if (i >= 0 && left.has(number)) readLoose(plan, loose, ids.hex(number), i, (data) => give(number, data));
  }
  const rest = Array.from(left, (number) => ids.hex(number));
  finish(readThroughGit(plan.repo, rest, DEFAULT_LIMITS.alone, ({ id, data }) => give(ids.findHex(id), data), SILENT));
}
function readLoose({ loose, repo }, reader, id, i, onData) {
  try {
    const object = reader.read(looseFile(repo.objectDirs[loose.dirs[i]], id), () => true);
    if (object?.data) onData(object.data);
  } catch {
  }
}
function parseCommit(id, data) {
  const blank = data.indexOf("\n\n");
  const head = data.toString("latin1", 0, blank < 0 ? data.length : blank + 1);
  const [, label] = /\nencoding ([^\n]*)/.exec(head) ?? [];
  const decode = decoderOf(label);
  const [, author = ""] = /\n(?:author|tagger) ([^\n]*)/.exec(head) ?? [];
  const [, name = "", email = "", rest = ""] = /^([^<]*)<([^>]*)>([^\n]*)$/.exec(author) ?? [];
  const [, seconds = "0"] = /(\d+) [+-]\d+\s*$/.exec(rest) ?? [];
  return {
    id,
    author: decode(Buffer.from(name.replace(/[ \t\r]+$/, ""), "latin1")),
    email: decode(Buffer.from(email, "latin1")),
    time: Number(seconds),
    subject: decode(blank < 0 ? Buffer.alloc(0) : subjectOf(data.subarray(blank + 2)))
  };
}
function subjectOf(message) {
  const lines2 = [];
  for (const line of message.toString("latin1").split("\n")) {
    const text = line.replace(/[ \t\n\v\f\r]+$/, "");
    if (text !== "") lines2.push(text);
    else if (lines2.length > 0) break;
  }
  return Buffer.from(lines2.join(" "), "latin1");
}
function decoderOf(label) {
  if (label !== void 0) {
    try {
      const decoder = new TextDecoder(label);
      return (bytes) => decoder.decode(bytes);
    } catch {
      return fromBytes;
    }
  }
  return fromBytes;
}

// src/sources/git/sightings.ts
function add(table, key, commit, path) {
  let found = table.get(key);
  if (!found) table.set(key, found = { commits: [], paths: [] });
  found.commits.push(commit);
  found.paths.push(path);
}
function sightThroughTrees(trees, graph, { blobs, names }, head) {
  const sightings = /* @__PURE__ */ new Map();
  const inHead = /* @__PURE__ */ new Map();
  trees.sight(graph, ({ commit, path, wanted }) => {
    const [key, text] = keyed(blobs, path, wanted);
    if (wanted >= 0 || names?.has(key)) add(sightings, key, commit, text);
  });
  if (head >= 0) trees.list(graph.trees[head], (path, wanted) => addPath(inHead, ...keyed(blobs, path, wanted)));
  return { sightings, inHead };
}
function keyed(blobs, path, wanted) {
  const text = fromBytes(path);
  return [wanted < 0 ? text.slice(text.lastIndexOf("/") + 1) : blobs[wanted], text];
}
async function sightThroughLog(repo, graph, ids, wanted) {
  const sightings = /* @__PURE__ */ new Map();
  if (!repo.git) return { sightings, inHead: /* @__PURE__ */ new Map() };
  const match = matcherOf(wanted);
  let position = -1;
  const onEntry = (entry, path) => {
    const id = newId(entry, repo.idBytes);
    if (/^0+$/.test(id)) return;
    match(id, path, (key, text) => {
      if (key !== id || !parseEntry(entry).before.includes(id)) add(sightings, key, position, text);
    });
  };
  const onCommit = ({ id }) => {
    position = graph.positions[ids.findHex(id)] ?? -1;
  };
  const input = Array.from(graph.numbers, (number) => `${ids.hex(number)}
`).join("");
  try {
    await readLog(
      [...CHANGES, "--no-renames", "--no-walk=unsorted", "--stdin"],
      { cwd: repo.root, input },
      { onCommit, onEntry }
    );
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  return { sightings, inHead: await pathsInTree(repo, "HEAD", wanted) };
}
async function pathsInIndexes(repo, { paths, folders }, ids, wanted, trees) {
  for (const { path: folder, tree } of folders) {
    if (trees) {
      trees.list(ids.findHex(tree), (path, place) => {
        const [key, text] = keyed(wanted.blobs, path, place);
        addPath(paths, key, folder + text);
      });
    } else if (repo.git) {
      for (const [key, found] of await pathsInTree(repo, tree, wanted))
        for (const path of found) addPath(paths, key, folder + path);
    }
  }
  return paths;
}
async function pathsInTree(repo, tree, wanted) {
  const found = /* @__PURE__ */ new Map();
  const match = matcherOf(wanted);
  try {
    await readEntries(
      ["ls-tree", "-r", "-z", "--full-tree", tree],
      { cwd: repo.root },
      (id, path) => match(id, path, (key, text) => addPath(found, key, text))
    );
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
  }
  return found;
}
function matcherOf(wanted) {
  const blobs = new Set(wanted.blobs);
  const names = Array.from(wanted.names ?? [], (name) => ({ name, bytes: toBytes(name) }));
  return (id, path, onMatch) => {
    if (blobs.has(id)) onMatch(id, fromBytes(path));
    for (const { name, bytes } of names) {
      if (!path.includes(bytes)) continue;
      const parts = fromBytes(path).split("/");
      const at = parts.indexOf(name);
      if (at >= 0) onMatch(name, parts.slice(0, at + 1).join("/"));
    }
  };
}
function addPath(paths, key, path) {
  const known = paths.get(key);
  if (!known) paths.set(key, [path]);
  else if (known.at(-1) !== path) known.push(path);
}

// src/sources/git/treelists.ts
var MAX_ENTRIES = 8e6;
var TREES_PER_HEAD = 8;
var partsOf2 = (objects, trees, links, names, headCount, most) => ({
  places: 4 * objects,
  /** By tree of a worker its number among all objects. */
  numbers: 4 * trees,
  /** By the number that a worker gave to a name the one that it has here. */
  known: 4 * names,
  bases: 4 * trees,
  ends: 4 * trees,
  names: 4 * links,
  targets: 4 * links,
  starts: 4 * trees,
  lengths: 4 * trees,
  same: 4 * trees,
  fixed: trees,
  waiting: 4 * (links + 2 * trees),
  changes: 8 * links,
  heads: 4 * headCount,
  hashes: 4 * trees,
  before: 4 * trees,
  entries: 8 * most
});
var TreeLists = class {
  /** Bytes of names by their numbers. */
  names;
  /** Place of each object number, -1 for what is no tree. */
  places;
  /** False where there are too many entries: then nothing can be told. */
  complete;
  /** Whether trees nest deeper than is looked at. */
  deep;
  /** The list of a tree: `lengths[place]` entries from `starts[place]`; trees with the same list have the same start. */
  starts;
  lengths;
  #entries;
  #core;
  /**
   * @param objects numbers of objects are less than this
   * @param links those of all workers
   * @param most entries in all lists together; where there are more, they are not made
   */
  constructor(objects, links, most = MAX_ENTRIES) {
    const trees = links.reduce((sum, each) => sum + each.trees.length, 0);
    const all = links.reduce((sum, each) => sum + each.names.length, 0);
    const headCount = 2 ** Math.ceil(Math.log2(trees / TREES_PER_HEAD + 1));
    const mostNames = links.reduce((most2, { texts }) => Math.max(most2, countOf(texts)), 0);
    const parts = partsOf2(objects, trees, all, mostNames, headCount, most);
    const core = new Core(partsSize(parts));
    const { exports } = core;
    const addresses = core.place(parts);
    const at = (part, rows = 0) => addresses[part] + 4 * rows;
    const column = (part, from, values) => core.numbers(at(part, from), values.length).set(values);
    this.places = core.numbers(at("places"), objects).fill(-1);
    const numbers = /* @__PURE__ */ new Map();
    const names = [];
    let [tree, link] = [0, 0];
    for (const each of links) {
      column("numbers", 0, each.trees);
      column("bases", tree, each.bases);
      column("ends", tree, each.ends);
      exports.placeTrees(at("numbers"), at("bases", tree), at("ends", tree), each.trees.length, at("places"), tree, link);
      column("names", link, each.names);
      column("targets", link, each.targets);
      column("known", 0, joinNames(each.texts, numbers, names));
      inSteps(each.names.length, (from, to) => exports.renumber(at("names", link + from), to - from, at("known")));
      tree += each.trees.length;
      link += each.names.length;
    }
    inSteps(all, (from, to) => exports.placeTargets(at("targets", from), to - from, at("places")));
    exports.setupLists(
      at("bases"),
      at("ends"),
      at("names"),
      at("targets"),
      trees,
      at("starts"),
      at("lengths"),
      at("same"),
      at("fixed"),
      at("waiting"),
      at("changes"),
      at("heads"),
      headCount,
      at("hashes"),
      at("before"),
      at("entries"),
      most
    );
    let count = 0;
    inSteps(trees, (from, to) => {
      if (count >= 0) count = exports.makeLists(from, to);
    });
    this.complete = count >= 0;
    this.deep = this.complete && exports.emptyHollow(trees) === 0;
    this.names = names;
    this.starts = core.numbers(at("starts"), trees);
    this.lengths = core.numbers(at("lengths"), trees);
    this.#entries = core.numbers(at("entries"), 2 * Math.max(0, count));
    this.#core = core;
  }
  /** Number of the name of an entry, by which (and then by target) each list is sorted. */
  name(entry) {
    return this.#entries[2 * entry];
  }
  /** What an entry leads to: something wanted (see TreeLinks), or the place of a tree. */
  target(entry) {
    return this.#entries[2 * entry + 1];
  }
  end(tree) {
    return this.starts[tree] + this.lengths[tree];
  }
  /** Where an entry stands in the list of a tree, or those stand that come behind it. */
  position(tree, name, target) {
    return this.#core.exports.listPosition(tree, name, target);
  }
  /** Whether two trees have the same list, as most do. */
  isSame(tree, other) {
    return tree === other || this.starts[tree] === this.starts[other] && this.lengths[tree] === this.lengths[other];
  }
};
function joinNames(texts, numbers, names) {
  const known = new Int32Array(countOf(texts));
  const all = Buffer.from(texts.bytes.buffer, texts.bytes.byteOffset, texts.bytes.length);
  for (let i = 0; i < texts.numbers.length; i++) {
    const bytes = all.subarray(i === 0 ? 0 : texts.ends[i - 1], texts.ends[i]);
    const key = bytes.toString("latin1");
    let number = numbers.get(key);
    if (number === void 0) numbers.set(key, number = names.push(bytes) - 1);
    known[texts.numbers[i]] = number;
  }
  return known;
}
var countOf = ({ numbers }) => 1 + (numbers.at(-1) ?? -1);

// src/sources/git/treegraph.ts
var MAX_PLACES = 1e6;
var MAX_DEPTH = 2048;
var TreeGraph = class {
  #lists;
  /** Trees nest deeper than is looked at. */
  #deep;
  /** Places that may still be told, by all calls of `sight` and of `list`. */
  #sights = { left: MAX_PLACES };
  #listed = { left: MAX_PLACES };
  /**
   * @param objects numbers of objects are less than this
   * @param links those of all workers
   */
  constructor(objects, links) {
    this.#lists = new TreeLists(objects, links);
    this.#deep = this.#lists.deep;
  }
  /** False when the lists became too long; then nothing can be told. */
  get complete() {
    return this.#lists.complete;
  }
  /** Whether there were more places than are told. */
  get cut() {
    return this.#deep || this.#sights.left < 0 || this.#listed.left < 0;
  }
  /**
   * Calls back for everything wanted that a commit has and none of its parents has at the same path, commit after commit
   * in the order of the graph.
   */
  sight(graph, onSighting) {
    let commit = 0;
    const onFound = (path, wanted) => onSighting({ commit, path, wanted });
    const parents = [];
    for (; commit < graph.count; commit++) {
      const tree = this.#placeOf(graph.trees[commit]);
      if (tree < 0) continue;
      parents.length = 0;
      for (let i = commit === 0 ? 0 : graph.parentEnds[commit - 1]; i < graph.parentEnds[commit]; i++)
        parents.push(this.#placeOf(graph.trees[graph.parents[i]]));
      this.#compare(tree, parents, [], this.#sights, onFound);
    }
  }
  /** Calls back for everything wanted in a tree. */
  list(tree, onFound) {
    const place = this.#placeOf(tree);
    if (place >= 0) this.#compare(place, [], [], this.#listed, onFound);
  }
  #placeOf(number) {
    return number < 0 ? -1 : this.#lists.places[number];
  }
  /** @param folders names of the folders that the tree stands in; as before in the end */
  #compare(tree, parents, folders, places, onFound) {
    if (folders.length > MAX_DEPTH) this.#deep = true;
    if (folders.length > MAX_DEPTH || places.left < 0) return;
    const lists = this.#lists;
    for (const parent of parents) if (parent >= 0 && lists.isSame(tree, parent)) return;
    const end = lists.end(tree);
    const beside = parents.map((parent) => parent < 0 ? 0 : lists.starts[parent]);
    for (let i = lists.starts[tree]; i < end; i++) {
      const name = lists.name(i);
      const target = lists.target(i);
      if (this.#stands(name, target, parents, beside)) continue;
      folders.push(lists.names[name]);
      if (target >= 0) this.#compare(target, this.#foldersAt(parents, name), folders, places, onFound);
      else if (places.left-- > 0) onFound(joinPath(folders), target === NAMED ? -1 : FIRST_WANTED - target);
      folders.pop();
    }
  }
  /**
   * Whether one of the trees has the entry.
   * @param beside where in the list of each tree the search goes on; moved on
   */
  #stands(name, target, trees, beside) {
    const lists = this.#lists;
    for (let i = 0; i < trees.length; i++) {
      if (trees[i] < 0) continue;
      const end = lists.end(trees[i]);
      let at = beside[i];
      while (at < end && (lists.name(at) < name || lists.name(at) === name && lists.target(at) < target)) at++;
      beside[i] = at;
      if (at < end && lists.name(at) === name && lists.target(at) === target) return true;
    }
    return false;
  }
  /** Folders of that name in some trees, of which each has one or none. */
  #foldersAt(trees, name) {
    const lists = this.#lists;
    const folders = [];
    for (const tree of trees) {
      if (tree < 0) continue;
      const at = lists.position(tree, name, 0);
      if (at < lists.end(tree) && lists.name(at) === name) folders.push(lists.target(at));
    }
    return folders;
  }
};
function joinPath(parts) {
  let size = parts.length - 1;
  for (const part of parts) size += part.length;
  const path = Buffer.allocUnsafe(size);
  let at = 0;
  for (let i = 0; i < parts.length; i++) {
    const part = parts[i];
    if (i > 0) path[at++] = SLASH;
    for (let k = 0; k < part.length; k++) path[at++] = part[k];
  }
  return path;
}
var SLASH = 47;

// src/sources/git/attribution.ts
var MAX_PATHS = 1e3;
var MAX_REFS = 50;
async function readGraph(plan, commits, tags, state) {
  const ids = new ObjectIds(plan);
  const graph = new CommitGraph(ids.count, commits);
  const refs = await state;
  const find = (id) => graph.positions[ids.findHex(id)] ?? -1;
  const targets = new Map(tags.flatMap((each) => each.targets));
  const tips = refs.refs.map(({ name, id }) => {
    const objects = [ids.findHex(id)];
    for (let next = targets.get(objects[0]); next !== void 0; next = targets.get(next)) objects.push(next);
    return { name, objects, commit: graph.positions[objects.at(-1)] ?? -1 };
  });
  const logged = refs.logged.map(({ id, ref, left }) => ({ name: ref, commit: find(id), left }));
  const ends = new Set(shallowEnds(plan.repo).map(find));
  flow(graph, tips, logged);
  return { plan, ids, graph, refs, tips, ends };
}
async function attribute(known, wanted, indexes, links, workspace) {
  const { plan, ids, graph, refs, tips } = known;
  const trees = links && new TreeGraph(ids.count, links);
  const { sightings, inHead } = trees?.complete ? sightThroughTrees(trees, graph, wanted, graph.positions[ids.findHex(refs.head)] ?? -1) : await sightThroughLog(plan.repo, graph, ids, wanted);
  for (const id of wanted.commits ?? []) {
    const position = graph.positions[ids.findHex(id)] ?? -1;
    if (position >= 0) sightings.set(id, { commits: [position], paths: [""] });
  }
  const inIndex = await pathsInIndexes(plan.repo, indexes, ids, wanted, trees?.complete ? trees : void 0);
  const pinned = findPinned(known, wanted, trees?.complete ? trees : void 0);
  const told = /* @__PURE__ */ new Map();
  for (const set of [wanted.blobs, wanted.commits ?? [], wanted.tags ?? [], wanted.names ?? []]) {
    for (const key of set) told.set(key, describe(known, sightings.get(key), inHead.get(key), inIndex.get(key), pinned.get(key)));
  }
  describeTags(known, wanted.tags ?? /* @__PURE__ */ new Set(), told, workspace);
  return {
    told,
    cut: trees?.cut === true,
    idOf: (commit) => idOf(known, commit),
    rankOf: (commit) => rankOf(known, commit),
    refsOf: (sets) => refsOf(graph, tips, sets),
    readCommits: (commits) => readCommits(known, commits, workspace)
  };
}
function describeTags({ plan, ids }, tags, attributions, workspace) {
  const numbers = new Set(Array.from(tags, (tag) => ids.findHex(tag)).filter((number) => number >= 0));
  const describe2 = (number, data) => {
    const told = toCommit(parseCommit(ids.hex(number), data));
    Object.assign(attributions.get(told.id), { first: told, last: told });
  };
  readObjects(plan, ids, numbers, describe2, workspace);
}
function findPinned({ ids, tips }, { blobs, tags }, trees) {
  const found = /* @__PURE__ */ new Map();
  const pin = (id, ref, path) => {
    const known = found.get(id) ?? { refs: [], paths: [] };
    found.set(id, known);
    if (known.refs.at(-1) !== ref && known.refs.length < MAX_REFS) known.refs.push(ref);
    if (path !== void 0) known.paths.push(path);
  };
  const wanted = new Set(blobs);
  for (const { name, objects, commit } of tips) {
    for (const number of tags && tags.size > 0 ? objects : [])
      if (number >= 0 && tags?.has(ids.hex(number))) pin(ids.hex(number), name);
    const last = objects.at(-1);
    if (commit >= 0 || last < 0) continue;
    if (wanted.has(ids.hex(last))) pin(ids.hex(last), name, name);
    trees?.list(last, (path, place) => {
      if (place >= 0) pin(blobs[place], name, fromBytes(path));
    });
  }
  return found;
}
var FROM_REF = 1;
var FROM_STASH = 2;
var FROM_NOTES = 4;
var FROM_LOG = 8;
function flow(graph, tips, logged) {
  const { flags, left } = graph;
  const mark = (commit, flag, time = 0) => {
    if (commit < 0) return;
    flags[commit] |= flag;
    left[commit] = Math.max(left[commit], time);
  };
  for (const { name, commit } of tips) {
    mark(commit, name === "refs/stash" ? FROM_STASH : name.startsWith("refs/notes/") ? FROM_NOTES | FROM_REF : FROM_REF);
  }
  for (const { name, commit, left: time } of logged) mark(commit, name === "refs/stash" ? FROM_STASH : FROM_LOG, time);
  graph.flowDown();
}
function readCommits({ plan, ids }, commits, workspace) {
  const unread = groupBy([...new Set(commits)], ({ id }) => id);
  const numbers = new Set(Array.from(unread.keys(), (id) => ids.findHex(id)));
  const tell = (number, data) => {
    const told = parseCommit(ids.hex(number), data);
    for (const commit of unread.get(told.id)) Object.assign(commit, toCommit(told, commit.path));
  };
  readObjects(plan, ids, numbers, tell, workspace);
}
function unreadCommit(id, path = "") {
  return { id, author: "", email: "", date: EPOCH, path, subject: "" };
}
var idOf = ({ ids, graph }, commit) => ids.hex(graph.numbers[commit]);
var rankOf = ({ graph }, commit) => graph.count - commit;
function describe(known, seen = { commits: [], paths: [] }, head, index, pinned) {
  const { ends, graph } = known;
  const { flags, left } = graph;
  const { paths } = seen;
  const commits = seen.commits.length > 1 ? [...new Set(seen.commits)] : seen.commits;
  let from = 0;
  for (const commit of commits) from |= flags[commit];
  if (pinned) from |= FROM_REF;
  const places = /* @__PURE__ */ new Set([...head ?? [], ...commits.length === 0 ? index ?? [] : [], ...pinned?.paths ?? [], ...paths]);
  places.delete("");
  const first = commits.at(-1);
  const last = commits[0];
  const reach = reachOf(head !== void 0, from, index !== void 0);
  const since = reach === "reflog" ? commits.reduce((time, commit) => Math.max(time, left[commit]), 0) : 0;
  const firstCommit = first === void 0 ? void 0 : unreadCommit(idOf(known, first), paths.at(-1));
  if (firstCommit && ends.has(first)) firstCommit.boundary = true;
  return {
    first: firstCommit,
    last: last === void 0 ? void 0 : unreadCommit(idOf(known, last), paths[0]),
    firstRank: first === void 0 ? Infinity : rankOf(known, first),
    lastRank: last === void 0 ? -Infinity : rankOf(known, last),
    paths: [...places].slice(0, MAX_PATHS).sort(),
    morePaths: Math.max(0, places.size - MAX_PATHS),
    reach,
    inHead: head !== void 0,
    commits,
    seen,
    refs: pinned?.refs ?? [],
    since: since > 0 ? since : void 0,
    note: (from & FROM_NOTES) !== 0 && commits.every((commit) => (flags[commit] & FROM_NOTES) !== 0)
  };
}
function reachOf(inHead, from, inIndex) {
  if (inHead) return "head";
  if ((from & FROM_REF) !== 0) return "refs";
  if ((from & FROM_STASH) !== 0) return "stash";
  if (inIndex) return "index";
  return (from & FROM_LOG) === 0 ? "unreachable" : "reflog";
}
function toCommit({ id, author, email, time, subject }, path = "") {
  return { id, author, email, date: toDate(time), path, subject };
}
function toDate(seconds) {
  const date = new Date(seconds * 1e3);
  const isUsual = date.getUTCFullYear() >= 0 && date.getUTCFullYear() <= 9999;
  return isUsual ? `${date.toISOString().slice(0, 19)}Z` : EPOCH;
}
var EPOCH = "1970-01-01T00:00:00Z";
var KINDS = ["refs/heads/", "refs/remotes/", "refs/tags/", ""];
var LANES = 32;
function refsOf(graph, tips, sets) {
  const kinds = tips.map(({ name }) => KINDS.findIndex((prefix) => name.startsWith(prefix)));
  const found = sets.map((commits) => ({
    commits,
    first: largest(commits),
    refs: [],
    counts: KINDS.map(() => 0)
  }));
  const all = found.toSorted((a, b) => a.first - b.first);
  const masks = graph.masks.fill(0);
  for (let from = 0; from < all.length; from += LANES) {
    const lanes = all.slice(from, from + LANES);
    const oldest = lanes.at(-1).first;
    masks.fill(0, 0, oldest + 1);
    for (const [lane, { commits }] of lanes.entries()) for (const commit of commits) masks[commit] |= 1 << lane;
    graph.flowUp(oldest);
    for (const [i, { name, commit }] of tips.entries()) {
      for (let left = commit < 0 ? 0 : masks[commit]; left !== 0; left &= left - 1) {
        const { refs, counts } = lanes[31 - Math.clz32(left & -left)];
        if (counts[kinds[i]]++ < MAX_REFS) refs.push(name);
      }
    }
  }
  return found.map(({ refs }) => refs);
}
function largest(numbers) {
  let most = -1;
  for (const number of numbers) most = Math.max(most, number);
  return most;
}

// src/sources/git/indexes.ts
var import_node_path2 = __toESM(require_node_path(), 1);

// src/sources/git/indexfile.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);

// src/sources/git/bitmap.ts
var HEAD = 8;
var TAIL = 4;
var WORD = 8;
var BITS = 64;
var Bitmap = class {
  /** Where it ends in its data. */
  end;
  #data;
  /** What is to be read next. */
  #at;
  /** The part at hand is up to position `#until`: bits like `#bit`, or the words at `#words`. */
  #from = 0;
  #until = 0;
  #bit = false;
  #words = -1;
  /** Words that follow the run at hand. */
  #following = 0;
  /** @throws MalformedError when it is cut off */
  constructor(data, from) {
    this.#data = data;
    this.#at = from + HEAD;
    if (this.#at > data.length) throw new MalformedError("bitmap is cut off");
    this.end = this.#at + WORD * data.readUInt32BE(from + 4) + TAIL;
    if (this.end > data.length) throw new MalformedError("bitmap is cut off");
  }
  /**
   * Whether the bit at a position is set; that of the last call was not higher.
   * @throws MalformedError
   */
  has(position) {
    while (position >= this.#until) if (!this.#advance()) return false;
    if (this.#words < 0) return this.#bit;
    const offset = position - this.#from;
    const word = this.#words + WORD * Math.floor(offset / BITS);
    const half = this.#data.readUInt32BE(offset % BITS < 32 ? word + 4 : word);
    return (half >>> offset % 32 & 1) === 1;
  }
  /** Goes on to the next part; gives false where there is none. */
  #advance() {
    this.#from = this.#until;
    const last = this.end - TAIL;
    if (this.#following > 0) {
      this.#words = this.#at;
      this.#at += WORD * this.#following;
      if (this.#at > last) throw new MalformedError("bitmap is cut off");
      this.#until += BITS * this.#following;
      this.#following = 0;
      return true;
    }
    if (this.#at + WORD > last) return false;
    const high = this.#data.readUInt32BE(this.#at);
    const low = this.#data.readUInt32BE(this.#at + 4);
    this.#at += WORD;
    this.#words = -1;
    this.#bit = (low & 1) === 1;
    this.#until += BITS * ((high & 1) * 2 ** 31 + (low >>> 1));
    this.#following = high >>> 1;
    return true;
  }
};

// src/sources/git/indexfile.ts
var TREE = 16384;
var LINK = 40960;
var SUBMODULE = 57344;
var FILE = 32768;
var STAT = 40;
var MODE = 24;
var EXTENDED = 16384;
var NAME = 4095;
var EXTENDED_KNOWN = 24576;
var MAX_PATH = 1 << 16;
var MAX_LINK = 1 << 24;
var WINDOW = 1 << 18;
var ENTRIES = 4096;
var IndexBudgetError = class extends Error {
};
function* readIndexFile(path, shared, idBytes, budget, onEntry) {
  const replacing = [];
  const { link } = yield* readFile(path, idBytes, budget, (entry) => {
    if (entry.path.length > 0) onEntry(entry);
    else replacing.push({ ...entry, id: Buffer.from(entry.id) });
  });
  if (link === void 0 && replacing.length > 0) throw new MalformedError("entry without a path");
  if (link === void 0 || link.subarray(0, idBytes).every((byte) => byte === 0)) return;
  const base = link.toString("hex", 0, idBytes);
  const deleted = new Bitmap(link, idBytes);
  const replaced = new Bitmap(link, deleted.end);
  let position = 0;
  let used = 0;
  const onShared = (entry) => {
    const at = position++;
    const other = replaced.has(at) ? replacing[used++] : void 0;
    if (!deleted.has(at)) onEntry(other ? { ...other, path: entry.path } : entry);
  };
  const { checksum } = yield* readFile(sharedIndex(shared, base), idBytes, budget, onShared);
  if (checksum !== base) throw new MalformedError("not the shared index that is named");
  if (used !== replacing.length) throw new MalformedError("more entries without a path than are replaced");
}
function sharedIndex(folder, id) {
  const path = (0, import_node_path.join)(folder, `sharedindex.${id}`);
  if (!(0, import_node_fs.existsSync)(path)) throw new MalformedError("the shared index that is named is missing");
  return path;
}
function* readFile(path, idBytes, budget, onEntry) {
  const { fd, size } = openFile(path);
  try {
    budget.left -= size;
    if (budget.left < 0) throw new IndexBudgetError(path);
    const source = new Source(fd, size, idBytes);
    const head = source.take(12);
    const version = head.readUInt32BE(4);
    if (head.toString("latin1", 0, 4) !== "DIRC") throw new MalformedError("not an index");
    if (version < 2 || version > 4) throw new MalformedError(`index version ${version}`);
    const entries = new EntryReader(source, version, idBytes);
    let folders = false;
    for (let left = head.readUInt32BE(8); left > 0; left--) {
      if (left % ENTRIES === 0) yield;
      const entry = entries.next();
      budget.left -= entry.path.length;
      if (budget.left < 0) throw new IndexBudgetError(path);
      folders ||= entry.mode === TREE;
      onEntry(entry);
    }
    const { link, sparse } = yield* readExtensions(source);
    if (folders && !sparse) throw new MalformedError("folders in an index that is not sparse");
    return { ...link && { link }, checksum: source.finish() };
  } finally {
    (0, import_node_fs.closeSync)(fd);
  }
}
var EntryReader = class {
  #source;
  #version;
  #idBytes;
  #entry = { mode: 0, id: Buffer.alloc(0), path: Buffer.alloc(0), stage: 0 };
  /** Of version 4: the path of the last entry, of which the next one repeats the beginning. */
  #path = Buffer.alloc(MAX_PATH);
  #pathLength = 0;
  constructor(source, version, idBytes) {
    this.#source = source;
    this.#version = version;
    this.#idBytes = idBytes;
  }
  next() {
    const entry = this.#entry;
    const fixed = STAT + this.#idBytes + 2;
    const head = this.#source.peek(fixed + 2);
    entry.mode = head.readUInt32BE(MODE);
    if (!isMode(entry.mode)) throw new MalformedError(`mode ${entry.mode.toString(8)}`);
    const flags = head.readUInt16BE(fixed - 2);
    const extended = (flags & EXTENDED) !== 0;
    if (extended && (head.readUInt16BE(fixed) & ~EXTENDED_KNOWN) !== 0) throw new MalformedError("unknown flags");
    entry.stage = flags >> 12 & 3;
    const start = extended ? fixed + 2 : fixed;
    if (this.#version === 4) this.#readCompressed(start);
    else this.#readPlain(start);
    if ((flags & NAME) !== Math.min(entry.path.length, NAME)) throw new MalformedError("path is not as long as it is said to be");
    return entry;
  }
  #readPlain(start) {
    const end = this.#source.find(start);
    const data = this.#source.take(end + 8 & ~7);
    this.#entry.id = data.subarray(STAT, STAT + this.#idBytes);
    this.#entry.path = data.subarray(start, end);
  }
  #readCompressed(start) {
    const end = this.#source.find(start, true);
    const data = this.#source.take(end + 1);
    this.#entry.id = data.subarray(STAT, STAT + this.#idBytes);
    let at = start;
    let dropped = data[at] & 127;
    while (data[at++] & 128 && at < start + 4) dropped = dropped + 1 << 7 | data[at] & 127;
    const kept = this.#pathLength - dropped;
    if (kept < 0 || kept + end - at > MAX_PATH || at > end) throw new MalformedError("path repeats what is not there");
    data.copy(this.#path, kept, at, end);
    this.#pathLength = kept + end - at;
    this.#entry.path = this.#path.subarray(0, this.#pathLength);
  }
};
function isMode(mode) {
  return mode === LINK || mode === SUBMODULE || mode === TREE || (mode & ~511) === FILE;
}
function* readExtensions(source) {
  let link;
  let sparse = false;
  while (source.left > 0) {
    const head = source.take(8);
    const name = head.toString("latin1", 0, 4);
    const size = head.readUInt32BE(4);
    if (size > (name === "link" ? MAX_LINK : source.left)) throw new MalformedError(`extension of ${size} bytes`);
    if (name === "link") link = Buffer.from(source.take(size));
    else {
      if (name === "sdir") sparse = true;
      else if (!/^[A-Z]/.test(name)) throw new MalformedError(`unknown extension ${JSON.stringify(name)}`);
      for (let left = size; left > 0; left -= WINDOW, yield) source.take(Math.min(left, WINDOW));
    }
  }
  return { link, sparse };
}
var Source = class {
  #fd;
  #idBytes;
  #hash;
  /** Bytes up to the checksum that are not in the window yet. */
  #unread;
  #window = Buffer.allocUnsafeSlow(WINDOW);
  #at = 0;
  #end = 0;
  constructor(fd, size, idBytes) {
    if (size < 12 + idBytes) throw new MalformedError("index is too short");
    this.#fd = fd;
    this.#idBytes = idBytes;
    this.#unread = size - idBytes;
    this.#hash = (0, import_node_crypto.createHash)(idBytes === 20 ? "sha1" : "sha256");
  }
  /** Bytes up to the checksum. */
  get left() {
    return this.#unread + this.#end - this.#at;
  }
  /** The next bytes; valid until the next call. */
  peek(length) {
    if (length > this.left) throw new MalformedError("index is cut off");
    if (length > this.#end - this.#at) this.#fill(length);
    return this.#window.subarray(this.#at, this.#at + length);
  }
  /** The same, and steps behind them. */
  take(length) {
    const data = this.peek(length);
    this.#at += length;
    return data;
  }
  /** How far from here the first NUL is at or behind `from`: the end of a path. */
  find(from, numbered = false) {
    for (let size = 128; ; size *= 2) {
      const data = this.peek(Math.min(from + size, this.left));
      let at = from;
      if (numbered) {
        while (at < data.length && data[at] & 128) at++;
        at++;
      }
      const found = data.indexOf(0, at);
      if (found >= 0) return found;
      if (size > MAX_PATH || data.length === this.left) throw new MalformedError("path without an end");
    }
  }
  /** Reads the checksum when all else has been read; gives it. */
  finish() {
    const told = Buffer.alloc(this.#idBytes);
    readWhole(this.#fd, told, 0, told.length);
    const computed = this.#hash.digest();
    if (!told.equals(computed) && told.some((byte) => byte !== 0)) throw new MalformedError("checksum is not that of the index");
    return told.toString("hex");
  }
  #fill(length) {
    const kept = this.#end - this.#at;
    const data = length > this.#window.length ? Buffer.allocUnsafeSlow(2 * length) : this.#window;
    this.#window.copy(data, 0, this.#at, this.#end);
    const more = Math.min(data.length - kept, this.#unread);
    readWhole(this.#fd, data, kept, more);
    this.#hash.update(data.subarray(kept, kept + more));
    this.#unread -= more;
    this.#window = data;
    this.#at = 0;
    this.#end = kept + more;
  }
};
function readWhole(fd, data, from, length) {
  for (let done = 0; done < length; ) {
    const read = (0, import_node_fs.readSync)(fd, data, from + done, length - done, null);
    if (read === 0) throw new MalformedError("index is shorter than it was");
    done += read;
  }
}

// src/sources/git/indexes.ts
var MOST = 2 ** 32;
var EMPTY_BLOBS = /* @__PURE__ */ new Set([
  "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
  "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"
]);
function* readIndexes(repo, ids, wanted, ledger) {
  const missing = /* @__PURE__ */ new Set();
  const paths = /* @__PURE__ */ new Map();
  const folders = [];
  const match = matcherOf(wanted);
  const onEntry = ({ mode, id, path }) => {
    const hex = id.toString("hex");
    if (mode !== SUBMODULE && !EMPTY_BLOBS.has(hex) && ids.find(id, 0) < 0) missing.add(hex);
    if (mode === TREE) folders.push({ path: fromBytes(path), tree: hex });
    match(hex, path, (key, text) => addPath(paths, key, text));
  };
  const budget = { left: MOST };
  for (const { file, shared } of indexesOf(repo)) {
    try {
      yield* readIndexFile(file, shared, repo.idBytes, budget, onEntry);
    } catch (error) {
      if (!isAbsent(error)) ledger.skip(error instanceof IndexBudgetError ? "too-large" : "unreadable", file, true);
    }
  }
  return { missing: [...missing], paths, folders };
}
function indexesOf(repo) {
  const own = namedIndex(repo.root) ?? (0, import_node_path2.join)(repo.gitDir, "index");
  const others = otherIndexes(repo).map((file) => ({ file, shared: (0, import_node_path2.join)(file, "..") }));
  return [{ file: own, shared: repo.gitDir }, ...others];
}

// src/sources/git/missing.ts
var EMPTY_TREES = /* @__PURE__ */ new Set([
  "4b825dc642cb6eb9a060e54bf8d69288fbee4904",
  "6ef19b41225c5369f1c104d45d8d85efa9b057b53b14b4b9b939dd74decc5321"
]);
function tellMissing({ shallow }, { commits, tags, trees, refs, indexes }, ledger) {
  const missing = /* @__PURE__ */ new Set([
    ...trees.flatMap((scan) => scan.missing),
    ...commits.flatMap(({ missingTrees }) => missingTrees),
    ...tags.flatMap((records) => records.missing),
    ...refs,
    ...indexes
  ]);
  const parents = new Set(commits.flatMap(({ missingParents }) => missingParents));
  for (const id of missing) if (!EMPTY_TREES.has(id)) ledger.skip("missing-object", id, true);
  for (const id of parents) if (!missing.has(id)) ledger.skip("missing-object", shallow ? `${id} (shallow clone)` : id, true);
}

// src/sources/git/refs.ts
var import_node_path3 = __toESM(require_node_path(), 1);
function scanRefNames({ refs }, scanner, onHits) {
  for (const ref of refs) {
    const data = toBytes(ref.name);
    const hits = scanner.scan(data, 0, data.length).filter((hit) => hit.rule >= 0);
    if (hits.length > 0) onHits(ref, data, hits);
  }
}
async function readRefs(repo, ledger) {
  const files = readRefFiles(repo, ledger);
  if (!repo.git || refsBlocker(repo) !== void 0) {
    if (hasRefTable(repo.commonDir)) ledger.skip("unreadable", (0, import_node_path3.join)(repo.commonDir, "reftable"), true);
    return { ...files, refs: sortRefs(files.refs) };
  }
  const { root: cwd } = repo;
  const failed = () => ledger.skip("unreadable", (0, import_node_path3.join)(repo.commonDir, "refs"), true);
  const [list, head, branch, logged] = await Promise.all([
    // Nothing but their names and ids: of an object that is not there git would end.
    lines(cwd, ["for-each-ref", "--format=%(objectname) %(refname)"], failed),
    lines(cwd, ["rev-parse", "--verify", "--quiet", "HEAD"]),
    lines(cwd, ["symbolic-ref", "--quiet", "HEAD"]),
    hasRefTable(repo.commonDir) ? askLogs(cwd) : files.logged
  ]);
  const refs = new Map(list.map((line) => [line.slice(line.indexOf(" ") + 1), line.slice(0, line.indexOf(" "))]));
  const [id = ""] = head;
  const [unborn] = branch;
  if (unborn === void 0) refs.set("HEAD", id);
  else if (!refs.has(unborn)) refs.set(unborn, "");
  for (const ref of files.refs) if (!refs.has(ref.name)) refs.set(ref.name, ref.id);
  return { refs: sortRefs(Array.from(refs, ([name, value]) => ({ name, id: value }))), logged, head: id };
}
async function askLogs(cwd) {
  const args = ["log", "-g", "--all", "--no-color", "--no-show-signature", "--format=%H %gD"];
  return (await lines(cwd, args)).map((line) => ({
    id: line.slice(0, line.indexOf(" ")),
    ref: line.slice(line.indexOf(" ") + 1).replace(/@\{.*$/, ""),
    left: 0
  }));
}
function sortRefs(refs) {
  return refs.sort((a, b) => rank(a.name) - rank(b.name) || (a.name < b.name ? -1 : 1));
}
var ORDER = ["HEAD", "refs/heads/", "refs/remotes/", "refs/tags/", "refs/", "main-worktree/", "worktrees/"];
function rank(name) {
  return ORDER.findIndex((prefix) => name.startsWith(prefix));
}
async function lines(cwd, args, onFailure) {
  const chunks = [];
  try {
    for await (const chunk of spawnGit(args, { cwd })) chunks.push(chunk);
  } catch (error) {
    if (!(error instanceof GitError)) throw error;
    onFailure?.();
  }
  return fromBytes(Buffer.concat(chunks)).split("\n").filter((line) => line !== "");
}

// src/pipeline/lives.ts
function tellPlaces(found, attributions, settling) {
  const { told } = attributions;
  const places = /* @__PURE__ */ new Map();
  const verdicts = new Verdicts(settling);
  const stays = new Map(Array.from(told, ([key, attribution]) => [key, new Stays(attribution, attributions)]));
  const isNewer = (a, b, path) => {
    const order = (stays.get(a.key)?.lastRank(path) ?? -Infinity) - (stays.get(b.key)?.lastRank(path) ?? -Infinity);
    return order > 0 || order === 0 && byText(a.key, b.key) < 0;
  };
  for (const one of found) {
    for (const path of pathsOf(one, told.get(one.key))) {
      for (const match of one.matches) {
        const secret = secretKey(match);
        const key = `${secret}\0${path}`;
        let versions = places.get(key);
        if (!versions) places.set(key, versions = { secret, path, newest: void 0, all: [] });
        if (versions.all.at(-1) !== one) versions.all.push(one);
        const { newest } = versions;
        if (newest === one || newest && !isNewer(one, newest, path)) continue;
        if (verdicts.isTold(match, path)) versions.newest = one;
      }
    }
  }
  const grouped = /* @__PURE__ */ new Map();
  const drafts = Array.from(places.values()).flatMap((versions) => {
    const { newest, secret } = versions;
    if (!newest) return [];
    const bySecret = grouped.get(newest) ?? groupBy(newest.matches, secretKey);
    grouped.set(newest, bySecret);
    return draftsOf(versions, newest, bySecret.get(secret), stays.get(newest.key));
  });
  const known = /* @__PURE__ */ new Map();
  const lifeOf = ({ key, where }) => {
    const attribution = told.get(key);
    const life = known.get(key) ?? (attribution && historyOf(attribution, where));
    if (life) known.set(key, life);
    return life;
  };
  return settle(drafts, settling).map((draft) => withLife(draft, lifeOf));
}
function withLife({ versions, ...match }, lifeOf) {
  const lives = versions.all.map(lifeOf).filter((life) => life !== void 0);
  if (lives.length === 0) return match;
  return { ...match, history: { ...joinLives(lives), commits: unionOf(lives.map(({ commits }) => commits)) } };
}
function pathsOf({ where, key }, attribution) {
  const label = { "commit-message": `commit ${key}`, "tag-message": `tag ${key}`, path: key };
  const isObject = where === "blob" || where === "note";
  const paths = isObject || where === "path" ? attribution?.paths ?? [] : [label[where]];
  return paths.length > 0 ? paths : [isObject ? `object ${key}` : label[where]];
}
var Stays = class {
  #attribution;
  #of;
  /** By path: the first and the last commit that brought it there; made when there are several paths. */
  #spans;
  constructor(attribution, of) {
    this.#attribution = attribution;
    this.#of = of;
  }
  /** Of the last commit that brought it there. */
  lastRank(path) {
    const { paths, lastRank } = this.#attribution;
    const last = paths.length > 1 ? this.#spanAt(path)?.last : void 0;
    return last === void 0 ? lastRank : this.#of.rankOf(last);
  }
  /** Id of the first commit that brought it there. */
  firstCommit(path) {
    const { first, seen } = this.#attribution;
    if (seen.paths.length === 0 || seen.paths[0] === "") return first?.id;
    const commit = this.#spanAt(path)?.first;
    return commit === void 0 ? void 0 : this.#of.idOf(commit);
  }
  #spanAt(path) {
    if (!this.#spans) {
      const { commits, paths } = this.#attribution.seen;
      this.#spans = /* @__PURE__ */ new Map();
      for (const [i, each] of paths.entries()) {
        const span = this.#spans.get(each);
        if (span) span.first = commits[i];
        else this.#spans.set(each, { first: commits[i], last: commits[i] });
      }
    }
    return this.#spans.get(path);
  }
};
function tellCut({ told, cut }, ledger) {
  if (cut) ledger.skip("too-large", "paths of what was found", true);
  for (const [key, { morePaths }] of told)
    if (morePaths > 0) ledger.skip("too-large", `${key} (at ${morePaths} more paths)`, true);
}
var Verdicts = class {
  #settling;
  #known = /* @__PURE__ */ new Map();
  constructor(settling) {
    this.#settling = settling;
  }
  isTold(match, path) {
    const { rule, evidence } = match;
    if (!evidence) return isToldAt(match, path, this.#settling);
    let verdicts = this.#known.get(evidence);
    if (!verdicts) this.#known.set(evidence, verdicts = /* @__PURE__ */ new Map());
    const place = `${rule}\0${path}`;
    const known = verdicts.get(place) ?? isToldAt(match, path, this.#settling);
    verdicts.set(place, known);
    return known;
  }
};
function draftsOf(versions, newest, matches, stays) {
  const { path } = versions;
  const commit = newest.where === "tag-message" ? void 0 : stays?.firstCommit(path);
  const at = {
    path,
    ...newest.where === "blob" && { blob: newest.key },
    ...commit !== void 0 && { commit }
  };
  return matches.map(
    (match) => Object.assign({}, match, { location: { ...match.location, ...at }, versions })
  );
}
function addRefs(matches, { refsOf: refsOf2 }) {
  const alive = matches.filter(({ history }) => history !== void 0);
  const secrets = groupBy(alive, secretKey);
  const groups = Array.from(secrets.values(), (group) => group.map(({ history }) => history));
  const refs = refsOf2(groups.map((group) => unionOf(group.map(({ commits }) => commits))));
  for (const [i, group] of groups.entries()) {
    const all = [.../* @__PURE__ */ new Set([...group.flatMap((life) => life.refs), ...refs[i]])];
    for (const life of group) life.refs = all;
  }
}
function placeLines(told, found, plan, { scanner, workspace }, ledger) {
  const byBlob = groupBy(
    told.filter(({ frame }) => frame === void 0),
    ({ location }) => location.blob
  );
  const all = new Map(found.filter(({ key }) => byBlob.has(key)).map(({ key, matches }) => [key, matches]));
  const ids = new ObjectIds(plan);
  const numbers = new Set(Array.from(byBlob.keys(), (id) => ids.findHex(id)));
  const placeAll = (number, data) => {
    const id = ids.hex(number);
    const spot = ({ rule, location }) => `${rule} ${location.offset}`;
    const lines2 = new Map(scanner.place(data, 0, data.length, all.get(id), "").map((match) => [spot(match), match]));
    for (const match of byBlob.get(id)) {
      const { location, frame, ignores } = lines2.get(spot(match));
      const { path } = match.location;
      Object.assign(match, { frame, ...ignores && { ignores }, location: { ...location, ...match.location, path } });
    }
    byBlob.delete(id);
  };
  readObjects(plan, ids, numbers, placeAll, workspace);
  for (const [id, matches] of byBlob) {
    ledger.skip("unreadable", id, true);
    for (const match of matches) Object.assign(match, { frame: NO_FRAME, location: { ...NO_LINES, ...match.location } });
  }
  return told;
}
var NO_FRAME = { text: "", start: 0, end: 0, cutStart: false, cutEnd: false };
var NO_LINES = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };
function unionOf(lists) {
  const different = [...new Set(lists)];
  return different.length === 1 ? different[0] : [...new Set(different.flat())];
}
function historyOf(told, where) {
  const { first, last, firstRank, lastRank, inHead, commits, refs, reach, since } = told;
  const reachable = reach !== "unreachable";
  const life = { firstRank, lastRank, inHead, commits, refs, reachable, reach, where: told.note ? "note" : where };
  if (first) life.first = first;
  if (last) life.last = last;
  if (since !== void 0) life.since = toDate(since);
  return life;
}

// src/pipeline/history.ts
var FEW = 1e5;
async function scanHistory(cwd, options, ledger) {
  const repo = openRepo(cwd, ledger);
  const refs = readRefs(repo, ledger);
  const several = options.jobs > 1 && estimateObjects(repo.objectDirs, repo.idBytes) >= FEW;
  const threads = several ? new Threads(options) : new Inline(options);
  try {
    const plan = await giveWayUntil(planSteps(repo, ledger), options.signal);
    return plan ? await scanPlan(plan, threads, refs, options, ledger) : { matches: [], blobs: 0, bytes: 0, commits: 0 };
  } finally {
    await threads.end();
  }
}
async function scanPlan(plan, threads, refs, options, ledger) {
  const endFollowing = follow(plan, options);
  try {
    const scanning = threads.objects(plan);
    const hits = await scanning.hits;
    const { secrets, blobs } = tellable(hits);
    const reading = threads.trees(
      plan,
      blobs,
      hits.flatMap((each) => each.otherTrees)
    );
    const contents = await scanning.contents;
    const found = contents.flatMap((part) => onlySecrets(part.found, secrets));
    const commits = contents.map(({ scan }) => scan.commits);
    const tags = contents.map(({ scan }) => scan.tags);
    const known = await readGraph(plan, commits, tags, refs);
    const names = await reading;
    const { tools } = threads;
    void threads.end();
    for (const part of names) for (const one of part.found) found.push(one);
    for (const { skipped } of [...contents, ...names])
      for (const { reason, path, gap } of skipped) ledger.skip(reason, path, gap);
    const texts = [...contents, ...names].flatMap((part) => part.texts);
    const keys = (kind) => new Set(texts.filter(({ where }) => where === kind).map(({ key }) => key));
    const wanted = { blobs, commits: keys("commit-message"), tags: keys("tag-message"), names: keys("path") };
    const indexes = await giveWay(readIndexes(plan.repo, known.ids, wanted, ledger));
    const missing = {
      commits,
      tags,
      trees: names.map(({ scan }) => scan),
      refs: known.refs.refs.flatMap(({ id }) => id !== "" && known.ids.findHex(id) < 0 ? [id] : []),
      indexes: indexes.missing
    };
    tellMissing(plan.repo, missing, ledger);
    const matches = [];
    scanRefNames(known.refs, tools.scanner, (ref, data, hits2) => {
      for (const match of tools.scanner.matches(data, 0, data.length, hits2, ref.name)) matches.push(match);
    });
    if (found.length > 0) {
      const links = names.flatMap(({ scan }) => scan.links ? [scan.links] : []);
      const isLinked = links.length === names.length;
      const attributions = await attribute(known, wanted, indexes, isLinked ? links : void 0, tools.workspace);
      tellCut(attributions, ledger);
      const told = tellPlaces(found, attributions, options.settling);
      attributions.readCommits(told.flatMap(({ history }) => [history?.first, history?.last].filter((one) => one !== void 0)));
      addRefs(told, attributions);
      for (const match of placeLines(told, found, plan, tools, ledger)) matches.push(match);
    }
    const sum = (of) => contents.reduce((total, { scan }) => total + of(scan), 0);
    return {
      matches,
      blobs: sum((scan) => scan.blobs),
      bytes: sum((scan) => scan.blobBytes),
      commits: sum((scan) => scan.commits.count)
    };
  } finally {
    endFollowing();
  }
}
export {
  scanHistory
};
