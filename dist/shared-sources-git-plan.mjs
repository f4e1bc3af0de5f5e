const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  PackedIds,
  packOf
} from "./shared-sources-git-ids.mjs";
import {
  MAX_HEADER,
  readEntryHeader
} from "./shared-sources-git-packfile.mjs";
import {
  INDEX_HEAD,
  MalformedError,
  findInIndex,
  indexLimit,
  readPackIndex
} from "./shared-sources-git-packindex.mjs";
import {
  finish
} from "./shared-sources-git-steps.mjs";
import {
  Core,
  inSteps,
  partsSize
} from "./shared-wasm-core-code.mjs";
import {
  listEntries,
  openFile
} from "./shared-sources-git-gitdir.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/sources/git/claims.ts
function claimsFor(count) {
  return new Int32Array(new SharedArrayBuffer(4 * (count + 1)));
}
function* claim(claims) {
  const count = claims.length - 1;
  const comer = Atomics.add(claims, 0, 1);
  const step = comer % 2 === 0 ? 1 : -1;
  let at = Math.floor(partOf(comer >> 1) * count) - comer % 2;
  for (let i = 0; i < count; i++, at += step) {
    const piece = (at + count) % count;
    if (Atomics.exchange(claims, piece + 1, 1) === 0) yield piece;
  }
}
function partOf(number) {
  let part = 0;
  for (let share = 0.5, rest = number; rest > 0; share /= 2, rest >>= 1) if ((rest & 1) === 1) part += share;
  return part;
}

// src/sources/git/packlist.ts
var import_node_fs2 = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);

// src/sources/git/forest.ts
var EACH = 64;
var WINDOW = 512 * 1024;
var partsOf = (count) => ({
  offsets: 8 * count,
  weights: 8 * count,
  parents: 4 * count,
  order: 4 * count,
  spare: 4 * count,
  firstChild: 4 * count,
  nextSibling: 4 * count,
  types: count,
  window: WINDOW
});
var Forest = class {
  /** By node: offset in its pack; what it is made from, less than 0 where that is none of the nodes; its type, 0 when unknown. */
  offsets;
  parents;
  types;
  /** By node: bytes in the pack, with those of all nodes below it, and EACH for each. */
  weights;
  #core;
  /** Addresses of the parts. */
  #at;
  /** Nodes that are in order. */
  #ordered = 0;
  /** @param room how many nodes there may be */
  constructor(room) {
    const parts = partsOf(room);
    const core = new Core(partsSize(parts));
    this.#core = core;
    this.#at = core.place(parts);
    this.offsets = core.doubles(this.#at.offsets, room);
    this.weights = core.doubles(this.#at.weights, room);
    this.parents = core.numbers(this.#at.parents, room);
    this.types = core.bytes(this.#at.types, room);
  }
  /** Nodes, as many as there is room for at first. */
  get count() {
    return this.types.length;
  }
  /** Leaves out nodes from `count` on. */
  limit(count) {
    this.offsets = this.offsets.subarray(0, count);
    this.parents = this.parents.subarray(0, count);
    this.types = this.types.subarray(0, count);
  }
  /** For the entries of a pack, which are the nodes `[first, end)`. */
  plot(first, end) {
    const { offsets, weights, order, types, parents, window } = this.#at;
    return {
      core: this.#core,
      count: end - first,
      offsets: offsets + 8 * first,
      weights: weights + 8 * first,
      order: order + 4 * first,
      types: types + first,
      parents: parents + 4 * first,
      window: this.#core.bytes(window, WINDOW)
    };
  }
  /** Weighs the nodes `[from, to)` of a pack by themselves; the last one's entry ends at `end`. */
  weigh(from, to, end) {
    const { offsets, weights } = this.#at;
    this.#core.exports.weighEntries(offsets + 8 * from, to - from, end, EACH, weights + 8 * from);
  }
  /**
   * Adds up the weights of what is below each node, and gives every node the type of its root.
   * @returns nodes on a cycle and what is made from them, marked with 1: these are lost, and of no type
   */
  spread() {
    const { count } = this;
    const { exports } = this.#core;
    const { parents, order, spare, weights, types } = this.#at;
    this.#ordered = exports.orderForest(parents, count, order, spare);
    exports.spreadForest(order, this.#ordered, parents, weights, types);
    const lost = new Uint8Array(count);
    if (this.#ordered === count) return lost;
    const ordered = this.#order();
    lost.fill(1);
    for (const node of ordered) lost[node] = 0;
    for (const node of ordered.toReversed()) {
      const parent = this.parents[node];
      if (parent >= 0 && lost[parent] === 1) lost[node] = 1;
    }
    return lost;
  }
  /**
   * Marks as idle what has, with all below it, an earlier copy.
   * @returns nodes of no type, those made from others before these
   */
  settle() {
    const { order, parents, types, spare } = this.#at;
    const unknown = this.#core.exports.settleForest(order, this.#ordered, parents, types, this.count, spare);
    return unknown === 0 ? new Int32Array(0) : this.#order().filter((node) => this.types[node] === 0);
  }
  /** Children as linked lists in order of offset, but the heaviest last: the first one of each node, and the next of each child, or -1. */
  link() {
    const { parents, weights, spare, firstChild, nextSibling } = this.#at;
    this.#core.exports.linkForest(parents, weights, this.count, spare, firstChild, nextSibling);
    return {
      firstChild: this.#core.numbers(firstChild, this.count),
      nextSibling: this.#core.numbers(nextSibling, this.count)
    };
  }
  /**
   * Roots that are not idle, and are known.
   * @param trees those of trees, or all others
   */
  roots(trees) {
    const { parents, types, spare } = this.#at;
    const count = this.#core.exports.listRoots(parents, types, this.count, trees ? 1 : 0, spare);
    return this.#core.numbers(spare, count).slice();
  }
  #order() {
    return this.#core.numbers(this.#at.order, this.#ordered);
  }
};

// src/sources/git/packentries.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var FOREIGN_PARENT = -2;
var BROKEN = -3;
var PackEntries = class {
  file;
  /** Position of each entry's object in the index. */
  positions;
  /** Ids of the bases of FOREIGN_PARENT entries, by entry number. */
  foreign = /* @__PURE__ */ new Map();
  #numbers;
  constructor(file, positions) {
    this.file = file;
    this.positions = positions;
  }
  /** By position in the index the entry; of most packs nobody asks. */
  get numbers() {
    if (!this.#numbers) {
      this.#numbers = new Int32Array(this.positions.length);
      for (let i = 0; i < this.positions.length; i++) this.#numbers[this.positions[i]] = i;
    }
    return this.#numbers;
  }
};
var BUCKET_STEP = 1 << 5;
var STEP = 2 ** 25;
function sortOffsets({ core, count, offsets, weights, order }, unsorted, most, positions) {
  const { exports } = core;
  core.doubles(offsets, count).set(unsorted);
  exports.beginSort(most);
  inSteps(count, (from, to) => exports.countOffsets(offsets, from, to));
  const buckets = exports.placeBuckets();
  inSteps(count, (from, to) => exports.spreadOffsets(offsets, from, to, weights));
  inSteps(buckets, (from, to) => exports.sortBuckets(from, to, weights, offsets, order), BUCKET_STEP);
  positions.set(core.numbers(order, count));
}
function* readHeaders(fd, entries, plot, idBytes) {
  const { file, foreign } = entries;
  const { core, count, window } = plot;
  const offsets = core.doubles(plot.offsets, count);
  const types = core.bytes(plot.types, count);
  const parents = core.numbers(plot.parents, count);
  const end = file.size - file.trailer;
  let from = 0;
  let filled = 0;
  let isLast = false;
  let nextStep = STEP;
  const isBeyond = (offset) => !isLast && offset + MAX_HEADER > from + filled;
  for (let i = 0; i < count; ) {
    const offset = offsets[i];
    if (offset > nextStep) {
      yield;
      nextStep = offset + STEP;
    }
    if (isBeyond(offset)) {
      from = offset;
      filled = (0, import_node_fs.readSync)(fd, window, 0, window.length, from);
      isLast = filled < window.length;
    }
    i = core.exports.readHeaders(
      i,
      count,
      plot.offsets,
      end,
      window.byteOffset,
      from,
      filled,
      isLast ? 1 : 0,
      plot.types,
      plot.parents
    );
    if (i === count || isBeyond(offsets[i])) continue;
    const id = baseId(window, offsets[i] - from, Math.min(filled, (offsets[i + 1] ?? end) - from), idBytes);
    const position = id ? findInIndex(file.index, id, 0, idBytes) : -1;
    parents[i] = position >= 0 ? entries.numbers[position] : id ? FOREIGN_PARENT : BROKEN;
    if (id && position < 0) foreign.set(i, id);
    types[i] = 0;
    i++;
  }
}
var header = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };
function baseId(window, at, end, idBytes) {
  try {
    readEntryHeader(window, at, end, idBytes, header);
    return Buffer.from(window.subarray(header.baseId, header.baseId + idBytes));
  } catch {
    return void 0;
  }
}

// src/sources/git/packlist.ts
var MAX_PACK = 2 ** 40;
function* readPacks(objectDirs, idBytes, ledger) {
  const lose = (stem) => ledger.skip("unreadable", `${stem}.pack`, true);
  const indexed = [];
  for (const stem of listPacks(objectDirs, ledger)) {
    try {
      indexed.push(readIndex(stem, idBytes, ledger));
    } catch {
      lose(stem);
    }
    yield;
  }
  const room = indexed.reduce((sum, { file }) => sum + file.index.count, 0);
  const forest = new Forest(room);
  const positions = new Uint32Array(new SharedArrayBuffer(4 * room));
  const packs = [];
  const firstNode = [0];
  for (const pack of indexed) {
    const first = firstNode.at(-1);
    const end = first + pack.file.index.count;
    try {
      packs.push(yield* readEntries(pack, forest.plot(first, end), positions.subarray(first, end), idBytes));
      firstNode.push(end);
    } catch {
      lose(pack.stem);
    }
  }
  const count = firstNode.at(-1);
  forest.limit(count);
  return { packs, firstNode: Float64Array.from(firstNode), forest, positions: positions.subarray(0, count) };
}
function listPacks(objectDirs, ledger) {
  return objectDirs.flatMap((dir) => {
    const folder = (0, import_node_path.join)(dir, "pack");
    const names = new Set(listFolder(folder, ledger).sort());
    for (const name of names) {
      if (name.endsWith(".pack") && !names.has(`${stemOf(name)}.idx`)) ledger.skip("unreadable", (0, import_node_path.join)(folder, name), true);
    }
    const indexes = [...names].filter((name) => name.endsWith(".idx"));
    return indexes.map((name) => (0, import_node_path.join)(folder, stemOf(name)));
  });
}
var stemOf = (name) => name.replace(/\.[^.]*$/, "");
function estimateObjects(objectDirs, idBytes) {
  let packed = 0;
  let loose = 0;
  for (const dir of objectDirs) {
    const folder = (0, import_node_path.join)(dir, "pack");
    for (const name of listFolder(folder))
      if (name.endsWith(".idx")) packed += (0, import_node_fs2.statSync)((0, import_node_path.join)(folder, name), { throwIfNoEntry: false })?.size ?? 0;
    loose += listFolder((0, import_node_path.join)(dir, "17")).length;
  }
  return Math.floor(packed / (idBytes + 8)) + 256 * loose;
}
var listFolder = (folder, ledger) => listEntries(folder, ledger).map(({ name }) => name);
function readIndex(stem, idBytes, ledger) {
  const path = `${stem}.pack`;
  const { fd, size } = openFile(path);
  const head = Buffer.alloc(12);
  try {
    if (size > MAX_PACK) throw new MalformedError("pack is larger than any");
    if ((0, import_node_fs2.readSync)(fd, head, 0, 12, 0) < 12 || head.toString("latin1", 0, 4) !== "PACK") throw new MalformedError("not a pack");
  } finally {
    (0, import_node_fs2.closeSync)(fd);
  }
  const version = head.readUInt32BE(4);
  if (version !== 2 && version !== 3) throw new MalformedError(`pack version ${version}`);
  const { index, offsets } = readPackIndex(readShared(`${stem}.idx`, idBytes), idBytes, size);
  if (head.readUInt32BE(8) > index.count) ledger.skip("unreadable", `${path} (objects that its index does not name)`, true);
  return { stem, file: { path, size, trailer: idBytes, index }, offsets };
}
function* readEntries({ stem, file, offsets }, plot, positions, idBytes) {
  const { fd, size } = openFile(file.path);
  try {
    if (size < file.size) throw new MalformedError("pack is shorter than it was");
    if (!readReverse(`${stem}.rev`, plot, offsets, positions, idBytes)) sortOffsets(plot, offsets, file.size, positions);
    yield;
    const entries = new PackEntries(file, positions);
    yield* readHeaders(fd, entries, plot, idBytes);
    return entries;
  } finally {
    (0, import_node_fs2.closeSync)(fd);
  }
}
function readShared(path, idBytes) {
  const { fd, size } = openFile(path);
  try {
    const head = Buffer.alloc(INDEX_HEAD);
    if (size > indexLimit(head.subarray(0, (0, import_node_fs2.readSync)(fd, head, 0, head.length, 0)), idBytes))
      throw new MalformedError("index is larger than its objects need");
    const data = Buffer.from(new SharedArrayBuffer(size));
    let filled = 0;
    for (let read = -1; read !== 0 && filled < data.length; filled += read)
      read = (0, import_node_fs2.readSync)(fd, data, filled, data.length - filled, filled);
    if (filled < data.length) throw new MalformedError("index is shorter than it was");
    return data;
  } finally {
    (0, import_node_fs2.closeSync)(fd);
  }
}
function readReverse(path, plot, unsorted, positions, idBytes) {
  const { core, count } = plot;
  const length = 12 + 4 * count + 2 * idBytes;
  const data = Buffer.alloc(length);
  try {
    const { fd, size } = openFile(path);
    try {
      if (size !== length || (0, import_node_fs2.readSync)(fd, data, 0, length, 0) < length) return false;
    } finally {
      (0, import_node_fs2.closeSync)(fd);
    }
  } catch {
    return false;
  }
  if (data.toString("latin1", 0, 4) !== "RIDX" || data.readUInt32BE(4) !== 1) return false;
  const offsets = core.doubles(plot.offsets, count);
  for (let i = 0, last = -1; i < count; i++) {
    const position = data.readUInt32BE(12 + 4 * i);
    const offset = unsorted[position] ?? -1;
    if (offset <= last) return false;
    positions[i] = position;
    offsets[i] = offset;
    last = offset;
  }
  return true;
}
function listLoose(objectDirs, idBytes, ledger) {
  const names = [];
  const dirs = [];
  const seen = /* @__PURE__ */ new Set();
  const rest = new RegExp(`^[0-9a-f]{${2 * idBytes - 2}}$`);
  for (const [number, dir] of objectDirs.entries()) {
    for (const fan of listFolder(dir, ledger).sort()) {
      if (!/^[0-9a-f]{2}$/.test(fan)) continue;
      for (const name of listFolder((0, import_node_path.join)(dir, fan), ledger).sort()) {
        if (!rest.test(name) || objectDirs.length > 1 && seen.has(fan + name)) continue;
        if (objectDirs.length > 1) seen.add(fan + name);
        names.push(fan + name);
        dirs.push(number);
      }
    }
  }
  const ids = new Uint8Array(new SharedArrayBuffer(names.length * idBytes));
  for (const [i, name] of names.entries()) ids.set(Buffer.from(name, "hex"), i * idBytes);
  const types = new Uint8Array(new SharedArrayBuffer(names.length));
  return { count: names.length, ids, dirs: Uint8Array.from(dirs), types };
}

// src/sources/git/plan.ts
var CONTROL = 16;
var STOP = 0;
var DONE = 1;
var DONE_KIB = 2;
var DONE_WORK = 3;
var TYPE = 7;
var DUPLICATE = 8;
var IDLE = 16;
var LOOSE_CHUNK = 512;
var CHUNKS = 200;
function planObjects(repo, ledger) {
  return finish(planSteps(repo, ledger));
}
function* planSteps(repo, ledger) {
  const { packs, firstNode, forest, positions } = yield* readPacks(repo.objectDirs, repo.idBytes, ledger);
  const { count } = forest;
  for (const [i, { file }] of packs.entries()) forest.weigh(firstNode[i], firstNode[i + 1], file.size - file.trailer);
  const ids = new NodeTable(packs, firstNode, repo.idBytes);
  yield;
  joinForests(packs, firstNode, ids, forest.parents);
  yield;
  const lost = forest.spread();
  const duplicates = ids.index(forest.types);
  yield;
  const deferred = toShared(forest.settle().filter((node) => lost[node] === 0 && ids.find(ids.id(node), 0) < 0));
  yield;
  const loose = dropPacked(listLoose(repo.objectDirs, repo.idBytes, ledger), ids, repo.idBytes);
  tellLost(lost, ids, loose, ledger);
  yield;
  const { firstChild, nextSibling } = forest.link();
  const { roots, chunks, treeChunks } = cut(forest);
  if (deferred.length > 0) chunks.push({ kind: "deferred", from: 0, to: deferred.length, weight: deferred.length });
  for (let at = 0; at < loose.count; at += LOOSE_CHUNK) {
    const to = Math.min(loose.count, at + LOOSE_CHUNK);
    const chunk = { kind: "loose", from: at, to, weight: to - at };
    chunks.push(chunk);
    treeChunks.push(chunk);
  }
  return {
    repo,
    packs: packs.map((pack) => pack.file),
    firstNode,
    offsets: copied(forest.offsets, new Float64Array(shared(8 * count))),
    positions,
    types: copied(forest.types, new Uint8Array(shared(count))),
    parents: toShared(forest.parents),
    firstChild: toShared(firstChild),
    nextSibling: toShared(nextSibling),
    roots,
    chunks,
    treeChunks,
    claims: claimsFor(chunks.length),
    treeClaims: claimsFor(treeChunks.length),
    deferred,
    slots: ids.packed.slots,
    loose,
    work: [...chunks, ...treeChunks].reduce((sum, { weight }) => sum + weight, 0),
    total: count - duplicates + loose.count,
    control: new Int32Array(shared(CONTROL))
  };
}
var NodeTable = class {
  packed;
  #packs;
  #firstNode;
  #types;
  constructor(packs, firstNode, idBytes) {
    this.packed = new PackedIds(
      packs.map((pack) => pack.file.index),
      firstNode,
      idBytes
    );
    this.#packs = packs;
    this.#firstNode = firstNode;
  }
  /**
   * Takes in all nodes, or those that have a type.
   * @param types by node; those of which an earlier pack has the same object are marked DUPLICATE
   * @returns how many these are
   */
  index(types) {
    this.#types = types;
    let duplicates = 0;
    const isReadable = (number) => types?.[this.#node(number)] !== 0;
    const onDuplicate = (number) => {
      duplicates++;
      if (types) types[this.#node(number)] = types[this.#node(number)] | DUPLICATE;
    };
    this.packed.index(isReadable, onDuplicate);
    return duplicates;
  }
  /** Node with the id that begins at `at`, or -1. */
  find(id, at) {
    const number = this.packed.find(id, at);
    const node = number < 0 ? -1 : this.#node(number);
    return node >= 0 && this.#types?.[node] === 0 ? -1 : node;
  }
  /** The id of a node. */
  id(node) {
    const pack = packOf(this.#firstNode, node);
    const first = this.#firstNode[pack];
    return this.packed.id(first + this.#packs[pack].positions[node - first]);
  }
  #node(number) {
    const pack = packOf(this.#firstNode, number);
    const first = this.#firstNode[pack];
    return first + this.#packs[pack].numbers[number - first];
  }
};
function entryEnd({ firstNode, offsets, packs }, pack, node) {
  return node + 1 < firstNode[pack + 1] ? offsets[node + 1] : packs[pack]?.size ?? 0;
}
function shared(bytes) {
  return new SharedArrayBuffer(bytes);
}
function joinForests(packs, firstNode, ids, parents) {
  const someForeign = packs.some((pack) => pack.foreign.size > 0);
  if (someForeign) ids.index();
  for (const [i, pack] of packs.entries()) {
    const first = firstNode[i];
    if (first > 0) {
      for (let node = first; node < firstNode[i + 1]; node++) if (parents[node] >= 0) parents[node] += first;
    }
    for (const [entry, id] of pack.foreign) {
      const base = ids.find(id, 0);
      if (base >= 0) parents[first + entry] = base;
    }
  }
}
function tellLost(lost, ids, loose, ledger) {
  for (let node = lost.indexOf(1); node >= 0; node = lost.indexOf(1, node + 1)) {
    const id = ids.id(node);
    if (ids.find(id, 0) < 0 && !hasLoose(loose, id)) ledger.skip("unreadable", id.toString("hex"), true);
  }
}
function hasLoose({ count, ids }, id) {
  for (let i = 0; i < count; i++) if (id.compare(ids, i * id.length, (i + 1) * id.length) === 0) return true;
  return false;
}
function toShared(numbers) {
  return copied(numbers, new Int32Array(shared(4 * numbers.length)));
}
function copied(from, to) {
  to.set(from);
  return to;
}
function cut(forest) {
  const [content, trees] = [forest.roots(false), forest.roots(true)];
  const roots = new Int32Array(shared(4 * (content.length + trees.length)));
  roots.set(content);
  roots.set(trees, content.length);
  const weightOf = (root) => forest.weights[root];
  return {
    roots,
    chunks: cutRoots(roots, weightOf, 0, content.length),
    treeChunks: cutRoots(roots, weightOf, content.length, roots.length)
  };
}
function cutRoots(roots, weightOf, from, to) {
  let total = 0;
  for (let i = from; i < to; i++) total += weightOf(roots[i]);
  const chunks = [];
  for (let at = from; at < to; ) {
    const first = at;
    let bytes = 0;
    while (at < to && bytes < total / CHUNKS) bytes += weightOf(roots[at++]);
    chunks.push({ kind: "packed", from: first, to: at, weight: Math.ceil(bytes / 1024) });
  }
  const heavy = 2 * total / CHUNKS / 1024;
  return [...chunks.filter(({ weight }) => weight > heavy), ...chunks.filter(({ weight }) => weight <= heavy)];
}
function dropPacked(loose, ids, idBytes) {
  const all = Buffer.from(loose.ids.buffer);
  let kept = 0;
  for (let i = 0; i < loose.count; i++) {
    if (ids.find(all, i * idBytes) >= 0) continue;
    all.copyWithin(kept * idBytes, i * idBytes, (i + 1) * idBytes);
    loose.dirs[kept++] = loose.dirs[i];
  }
  return { ...loose, count: kept };
}

export {
  claimsFor,
  claim,
  EACH,
  estimateObjects,
  CONTROL,
  STOP,
  DONE,
  DONE_KIB,
  DONE_WORK,
  TYPE,
  DUPLICATE,
  IDLE,
  planObjects,
  planSteps,
  entryEnd,
  shared,
  toShared,
  cutRoots
};
