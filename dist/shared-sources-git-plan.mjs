const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  PackedIds,
  packOf
} from "./shared-sources-git-ids.mjs";
import {
  MAX_HEADER,
  OFS_DELTA,
  REF_DELTA,
  TREE,
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

// src/sources/git/packlist.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var NO_PARENT = -1;
var FOREIGN_PARENT = -2;
var BROKEN = -3;
var MAX_PACK = 2 ** 40;
var HEADERS = 1 << 17;
function* readPacks(objectDirs, idBytes, ledger) {
  const packs = [];
  for (const dir of objectDirs) {
    const folder = (0, import_node_path.join)(dir, "pack");
    const names = new Set(listFolder(folder, ledger));
    for (const name of [...names].sort()) {
      const stem = name.replace(/\.[^.]*$/, "");
      if (name.endsWith(".pack") && !names.has(`${stem}.idx`)) {
        ledger.skip("unreadable", (0, import_node_path.join)(folder, name), true);
      } else if (name.endsWith(".idx")) {
        try {
          packs.push(yield* readPack((0, import_node_path.join)(folder, stem), idBytes, ledger));
        } catch {
          ledger.skip("unreadable", (0, import_node_path.join)(folder, `${stem}.pack`), true);
        }
      }
    }
  }
  return packs;
}
function estimateObjects(objectDirs, idBytes) {
  let packed = 0;
  let loose = 0;
  for (const dir of objectDirs) {
    const folder = (0, import_node_path.join)(dir, "pack");
    for (const name of listFolder(folder))
      if (name.endsWith(".idx")) packed += (0, import_node_fs.statSync)((0, import_node_path.join)(folder, name), { throwIfNoEntry: false })?.size ?? 0;
    loose += listFolder((0, import_node_path.join)(dir, "17")).length;
  }
  return Math.floor(packed / (idBytes + 8)) + 256 * loose;
}
var listFolder = (folder, ledger) => listEntries(folder, ledger).map(({ name }) => name);
function* readPack(stem, idBytes, ledger) {
  const path = `${stem}.pack`;
  const { fd, size } = openFile(path);
  try {
    if (size > MAX_PACK) throw new MalformedError("pack is larger than any");
    const head = Buffer.alloc(12);
    if ((0, import_node_fs.readSync)(fd, head, 0, 12, 0) < 12 || head.toString("latin1", 0, 4) !== "PACK") throw new MalformedError("not a pack");
    const version = head.readUInt32BE(4);
    if (version !== 2 && version !== 3) throw new MalformedError(`pack version ${version}`);
    const { index, offsets } = readPackIndex(readShared(`${stem}.idx`, idBytes), idBytes, size);
    if (head.readUInt32BE(8) > index.count) ledger.skip("unreadable", `${path} (objects that its index does not name)`, true);
    const sorted = readReverse(`${stem}.rev`, offsets, idBytes) ?? sortByOffset(offsets);
    yield;
    return yield* readHeaders(fd, { path, size, trailer: idBytes, index }, sorted, idBytes);
  } finally {
    (0, import_node_fs.closeSync)(fd);
  }
}
function readShared(path, idBytes) {
  const { fd, size } = openFile(path);
  try {
    const head = Buffer.alloc(INDEX_HEAD);
    if (size > indexLimit(head.subarray(0, (0, import_node_fs.readSync)(fd, head, 0, head.length, 0)), idBytes))
      throw new MalformedError("index is larger than its objects need");
    const data = Buffer.from(new SharedArrayBuffer(size));
    let filled = 0;
    for (let read = -1; read !== 0 && filled < data.length; filled += read)
      read = (0, import_node_fs.readSync)(fd, data, filled, data.length - filled, filled);
    if (filled < data.length) throw new MalformedError("index is shorter than it was");
    return data;
  } finally {
    (0, import_node_fs.closeSync)(fd);
  }
}
function readReverse(path, unsorted, idBytes) {
  const count = unsorted.length;
  const length = 12 + 4 * count + 2 * idBytes;
  const data = Buffer.alloc(length);
  try {
    const { fd, size } = openFile(path);
    try {
      if (size !== length || (0, import_node_fs.readSync)(fd, data, 0, length, 0) < length) return void 0;
    } finally {
      (0, import_node_fs.closeSync)(fd);
    }
  } catch {
    return void 0;
  }
  if (data.toString("latin1", 0, 4) !== "RIDX" || data.readUInt32BE(4) !== 1) return void 0;
  const order = new Uint32Array(count);
  const offsets = new Float64Array(count);
  for (let i = 0, last = -1; i < count; i++) {
    const position = data.readUInt32BE(12 + 4 * i);
    const offset = unsorted[position] ?? -1;
    if (offset <= last) return void 0;
    order[i] = position;
    offsets[i] = offset;
    last = offset;
  }
  return { order, offsets };
}
var DIGIT = 11;
function sortByOffset(unsorted) {
  const unordered = new Uint32Array(unsorted.length);
  let largest = 0;
  for (let i = 0; i < unsorted.length; i++) {
    unordered[i] = i;
    if (unsorted[i] > largest) largest = unsorted[i];
  }
  const near = sortByWord(new Uint32Array(unsorted), unordered);
  if (largest < 2 ** 32) return { order: near.order, offsets: new Float64Array(near.words) };
  const { order } = sortByWord(
    near.order.map((i) => unsorted[i] / 2 ** 32),
    near.order
  );
  return { order, offsets: Float64Array.from(order, (i) => unsorted[i]) };
}
function sortByWord(words, order) {
  const count = words.length;
  let [nextWords, nextOrder] = [new Uint32Array(count), new Uint32Array(count)];
  const places = new Uint32Array(1 << DIGIT);
  const last = places.length - 1;
  for (let shift = 0; shift < 32; shift += DIGIT) {
    places.fill(0);
    for (let i = 0; i < count; i++) places[words[i] >>> shift & last]++;
    for (let i = 0, sum = 0; i <= last; i++) {
      const place = sum;
      sum += places[i];
      places[i] = place;
    }
    for (let i = 0; i < count; i++) {
      const word = words[i];
      const place = places[word >>> shift & last]++;
      nextWords[place] = word;
      nextOrder[place] = order[i];
    }
    [words, nextWords] = [nextWords, words];
    [order, nextOrder] = [nextOrder, order];
  }
  return { words, order };
}
function* readHeaders(fd, file, { order: positions, offsets }, idBytes) {
  const { count } = file.index;
  const numbers = new Int32Array(count);
  for (let i = 0; i < count; i++) numbers[positions[i]] = i;
  const types = new Uint8Array(count);
  const parents = new Int32Array(count).fill(NO_PARENT);
  const foreign = /* @__PURE__ */ new Map();
  const header = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };
  const window = Buffer.allocUnsafeSlow(Math.min(file.size, 512 * 1024));
  let from = 0;
  let to = 0;
  for (let i = 0; i < count; i++) {
    if (i % HEADERS === HEADERS - 1) yield;
    const offset = offsets[i];
    if (offset + MAX_HEADER > to && to < file.size) {
      from = offset;
      to = from + (0, import_node_fs.readSync)(fd, window, 0, window.length, from);
    }
    const end = Math.min(to, i + 1 < count ? offsets[i + 1] : file.size - file.trailer);
    try {
      readEntryHeader(window, offset - from, end - from, idBytes, header);
    } catch {
      parents[i] = BROKEN;
      continue;
    }
    if (header.type === OFS_DELTA) {
      const base = findOffset(offsets, i, offset - header.back);
      parents[i] = base < 0 || base === i ? BROKEN : base;
    } else if (header.type === REF_DELTA) {
      const position = findInIndex(file.index, window, header.baseId, idBytes);
      if (position >= 0) parents[i] = numbers[position];
      else {
        parents[i] = FOREIGN_PARENT;
        foreign.set(i, Buffer.from(window.subarray(header.baseId, header.baseId + idBytes)));
      }
    } else {
      types[i] = header.type;
    }
  }
  return { file, offsets, positions, numbers, types, parents, foreign };
}
function findOffset(offsets, near, offset) {
  let high = near;
  let step = 1;
  while (high - step > 0 && offsets[high - step] > offset) {
    high -= step;
    step *= 2;
  }
  let low = Math.max(0, high - step);
  while (low < high) {
    const middle = low + high >>> 1;
    if (offsets[middle] < offset) low = middle + 1;
    else high = middle;
  }
  return offsets[low] === offset ? low : -1;
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
var CONTROL = 32;
var NEXT_CHUNK = 0;
var NEXT_TREE_CHUNK = 4;
var STOP = 1;
var DONE = 2;
var DONE_KIB = 3;
var DONE_WORK = 5;
var TYPE = 7;
var DUPLICATE = 8;
var IDLE = 16;
var LOOSE_CHUNK = 512;
var CHUNKS = 200;
function planObjects(repo, ledger) {
  return finish(planSteps(repo, ledger));
}
function* planSteps(repo, ledger) {
  const packs = yield* readPacks(repo.objectDirs, repo.idBytes, ledger);
  const firstNode = new Float64Array(packs.length + 1);
  for (const [i, pack] of packs.entries()) firstNode[i + 1] = firstNode[i] + pack.file.index.count;
  const count = firstNode[packs.length];
  const offsets = new Float64Array(shared(8 * count));
  const positions = new Uint32Array(shared(4 * count));
  const types = new Uint8Array(shared(count));
  for (const [i, pack] of packs.entries()) {
    const first = firstNode[i];
    offsets.set(pack.offsets, first);
    positions.set(pack.positions, first);
    types.set(pack.types, first);
  }
  const ids = new NodeTable(packs, firstNode, repo.idBytes);
  yield;
  const parents = joinForests(packs, firstNode, ids);
  const weights = entrySizes(packs, firstNode, offsets);
  yield;
  const { order, lost } = sortLeavesFirst(parents, types, weights);
  ids.index(types);
  yield;
  const deferred = settle({ parents, types, order, lost, ids });
  yield;
  const loose = dropPacked(listLoose(repo.objectDirs, repo.idBytes, ledger), ids, repo.idBytes);
  tellLost(lost, ids, loose, ledger);
  yield;
  const links = linkChildren(parents, weights);
  const { roots, chunks, treeChunks } = cut(parents, types, weights);
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
    offsets,
    positions,
    types,
    parents,
    ...links,
    roots,
    chunks,
    treeChunks,
    deferred,
    slots: ids.packed.slots,
    loose,
    work: [...chunks, ...treeChunks].reduce((sum, { weight }) => sum + weight, 0),
    total: types.reduce((sum, type) => sum + ((type & DUPLICATE) === 0 ? 1 : 0), loose.count),
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
   */
  index(types) {
    this.#types = types;
    const isReadable = (number) => types?.[this.#node(number)] !== 0;
    const onDuplicate = (number) => {
      if (types) types[this.#node(number)] = types[this.#node(number)] | DUPLICATE;
    };
    this.packed.index(isReadable, onDuplicate);
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
function joinForests(packs, firstNode, ids) {
  const parents = new Int32Array(shared(4 * firstNode[packs.length]));
  const someForeign = packs.some((pack) => pack.foreign.size > 0);
  if (someForeign) ids.index();
  for (const [i, pack] of packs.entries()) {
    const first = firstNode[i];
    for (let entry = 0; entry < pack.parents.length; entry++) {
      const parent = pack.parents[entry];
      parents[first + entry] = parent < 0 ? parent : first + parent;
    }
    for (const [entry, id] of pack.foreign) {
      const base = ids.find(id, 0);
      if (base >= 0) parents[first + entry] = base;
    }
  }
  return parents;
}
var EACH = 64;
function entrySizes(packs, firstNode, offsets) {
  const sizes = new Float64Array(offsets.length);
  for (const [i, { file }] of packs.entries()) {
    const last = firstNode[i + 1] - 1;
    for (let node = firstNode[i]; node <= last; node++) {
      const end = node < last ? offsets[node + 1] : file.size - file.trailer;
      sizes[node] = end - offsets[node] + EACH;
    }
  }
  return sizes;
}
function sortLeavesFirst(parents, types, weights) {
  const count = parents.length;
  const order = isDescending(parents) ? descending(count) : leavesFirst(parents);
  const filled = order.length;
  for (let i = 0; i < filled; i++) {
    const node = order[i];
    const parent = parents[node];
    if (parent >= 0) weights[parent] = weights[parent] + weights[node];
  }
  for (let i = filled - 1; i >= 0; i--) {
    const node = order[i];
    const parent = parents[node];
    if (parent >= 0) types[node] = types[parent];
  }
  const lost = new Uint8Array(count);
  if (filled < count) {
    lost.fill(1);
    for (let i = 0; i < filled; i++) lost[order[i]] = 0;
    for (let i = filled - 1; i >= 0; i--) {
      const parent = parents[order[i]];
      if (parent >= 0 && lost[parent] === 1) lost[order[i]] = 1;
    }
  }
  return { order, lost };
}
function isDescending(parents) {
  for (let node = 0; node < parents.length; node++) if (parents[node] >= node) return false;
  return true;
}
function descending(count) {
  const order = new Int32Array(count);
  for (let i = 0; i < count; i++) order[i] = count - 1 - i;
  return order;
}
function leavesFirst(parents) {
  const count = parents.length;
  const waiting = new Int32Array(count);
  for (let i = 0; i < count; i++) if (parents[i] >= 0) waiting[parents[i]]++;
  const order = new Int32Array(count);
  let filled = 0;
  for (let node = 0; node < count; node++) if (waiting[node] === 0) order[filled++] = node;
  for (let i = 0; i < filled; i++) {
    const parent = parents[order[i]];
    if (parent < 0) continue;
    waiting[parent]--;
    if (waiting[parent] === 0) order[filled++] = parent;
  }
  return order.subarray(0, filled);
}
function settle({ parents, types, order, lost, ids }) {
  const busy = new Uint8Array(types.length);
  const deferred = [];
  for (let i = 0; i < order.length; i++) {
    const node = order[i];
    const type = types[node];
    if (type === 0) {
      if (lost[node] === 0 && ids.find(ids.id(node), 0) < 0) deferred.push(node);
      continue;
    }
    if ((type & DUPLICATE) === 0) busy[node] = 1;
    const parent = parents[node];
    if (busy[node] === 0) types[node] = type | IDLE;
    else if (parent >= 0) busy[parent] = 1;
  }
  return toShared(deferred);
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
  const array = new Int32Array(shared(4 * numbers.length));
  array.set(numbers);
  return array;
}
function linkChildren(parents, weights) {
  const count = parents.length;
  const heaviest = new Int32Array(count).fill(-1);
  for (let node = 0; node < count; node++) {
    const parent = parents[node];
    if (parent < 0) continue;
    const rival = heaviest[parent];
    if (rival < 0 || weights[node] > weights[rival]) heaviest[parent] = node;
  }
  const firstChild = new Int32Array(shared(4 * count)).fill(-1);
  const nextSibling = new Int32Array(shared(4 * count)).fill(-1);
  for (let node = 0; node < count; node++) if (parents[node] >= 0) firstChild[parents[node]] = heaviest[parents[node]];
  for (let node = count - 1; node >= 0; node--) {
    const parent = parents[node];
    if (parent < 0 || heaviest[parent] === node) continue;
    nextSibling[node] = firstChild[parent];
    firstChild[parent] = node;
  }
  return { firstChild, nextSibling };
}
function cut(parents, types, weights) {
  const content = [];
  const trees = [];
  for (let node = 0; node < parents.length; node++) {
    const type = types[node];
    if (parents[node] >= 0 || type === 0 || (type & IDLE) !== 0) continue;
    ((type & TYPE) === TREE ? trees : content).push(node);
  }
  const roots = toShared(content.concat(trees));
  const weightOf = (root) => weights[root];
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
  return chunks.sort((a, b) => b.weight - a.weight || a.from - b.from);
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
  estimateObjects,
  CONTROL,
  NEXT_CHUNK,
  NEXT_TREE_CHUNK,
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
  EACH,
  toShared,
  cutRoots
};
