const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  PackedIds,
  packOf
} from "./shared-sources-git-ids.mjs";
import {
  MAX_HEADER,
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
  Core,
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

// src/sources/git/packlist.ts
var import_node_fs2 = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);

// src/sources/git/packentries.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var FOREIGN_PARENT = -2;
var BROKEN = -3;
var WINDOW = 512 * 1024;
var STEP = 64 * WINDOW;
var partsOf = (count) => ({
  offsets: 8 * count,
  otherOffsets: 8 * count,
  order: 4 * count,
  otherOrder: 4 * count,
  types: count,
  bases: 4 * count,
  window: WINDOW
});
var EntryTable = class {
  #core;
  #room = 0;
  #parts;
  /** Sorts offsets; ties keep the order of the ids. */
  sort(unsorted) {
    const { length } = unsorted;
    const { core, parts } = this.#reserve(length);
    const { exports } = core;
    let [offsets, order, otherOffsets, otherOrder] = [parts.offsets, parts.order, parts.otherOffsets, parts.otherOrder].map(
      ({ byteOffset }) => byteOffset
    );
    core.doubles(offsets, length).set(unsorted);
    const digits = exports.beginSort(offsets, order, length);
    for (let digit = 0; digit < digits; digit++) {
      exports.sortDigit(digit, offsets, order, otherOffsets, otherOrder, length);
      [offsets, otherOffsets] = [otherOffsets, offsets];
      [order, otherOrder] = [otherOrder, order];
    }
    exports.endSort(offsets, length);
    return { order: Uint32Array.from(core.numbers(order, length)), offsets: core.doubles(offsets, length).slice() };
  }
  /**
   * Reads headers.
   * @param fd the pack
   * @param sorted offsets, and positions in the pack's index
   */
  *read(fd, file, { order: positions, offsets }, idBytes) {
    const { count } = file.index;
    const numbers = new Int32Array(count);
    for (let i = 0; i < count; i++) numbers[positions[i]] = i;
    const { core, parts } = this.#reserve(count);
    const { window } = parts;
    const parents = core.numbers(parts.bases.byteOffset, count);
    core.doubles(parts.offsets.byteOffset, count).set(offsets);
    const foreign = /* @__PURE__ */ new Map();
    const end = file.size - file.trailer;
    let from = 0;
    let filled = 0;
    let isLast = false;
    let nextStep = STEP;
    for (let i = 0; i < count; ) {
      const offset = offsets[i];
      if (offset > nextStep) {
        yield;
        nextStep = offset + STEP;
      }
      if (!isLast && offset + MAX_HEADER > from + filled) {
        from = offset;
        filled = (0, import_node_fs.readSync)(fd, window, 0, WINDOW, from);
        isLast = filled < WINDOW;
      }
      i = core.exports.readHeaders(
        i,
        count,
        parts.offsets.byteOffset,
        end,
        window.byteOffset,
        from,
        filled,
        isLast ? 1 : 0,
        parts.types.byteOffset,
        parts.bases.byteOffset
      );
      if (i === count || !isLast && offsets[i] + MAX_HEADER > from + filled) continue;
      const id = baseId(window, offsets[i] - from, Math.min(filled, (offsets[i + 1] ?? end) - from), idBytes);
      const position = id ? findInIndex(file.index, id, 0, idBytes) : -1;
      parents[i] = position >= 0 ? numbers[position] : id ? FOREIGN_PARENT : BROKEN;
      if (id && position < 0) foreign.set(i, id);
      parts.types[i] = 0;
      i++;
    }
    return {
      file,
      offsets,
      positions,
      numbers,
      types: Uint8Array.from(parts.types.subarray(0, count)),
      parents: parents.slice(),
      foreign
    };
  }
  /** Memory for so many entries at least: packs come in any order. */
  #reserve(count) {
    if (!this.#core || !this.#parts || count > this.#room) {
      this.#room = Math.max(count, 2 * this.#room);
      const parts = partsOf(this.#room);
      const core = new Core(partsSize(parts));
      this.#core = core;
      this.#parts = Object.fromEntries(Object.entries(parts).map(([part, bytes]) => [part, core.take(bytes)]));
    }
    return { core: this.#core, parts: this.#parts };
  }
};
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
  const packs = [];
  const table = new EntryTable();
  for (const dir of objectDirs) {
    const folder = (0, import_node_path.join)(dir, "pack");
    const names = new Set(listFolder(folder, ledger));
    for (const name of [...names].sort()) {
      const stem = name.replace(/\.[^.]*$/, "");
      if (name.endsWith(".pack") && !names.has(`${stem}.idx`)) {
        ledger.skip("unreadable", (0, import_node_path.join)(folder, name), true);
      } else if (name.endsWith(".idx")) {
        try {
          packs.push(yield* readPack((0, import_node_path.join)(folder, stem), idBytes, table, ledger));
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
      if (name.endsWith(".idx")) packed += (0, import_node_fs2.statSync)((0, import_node_path.join)(folder, name), { throwIfNoEntry: false })?.size ?? 0;
    loose += listFolder((0, import_node_path.join)(dir, "17")).length;
  }
  return Math.floor(packed / (idBytes + 8)) + 256 * loose;
}
var listFolder = (folder, ledger) => listEntries(folder, ledger).map(({ name }) => name);
function* readPack(stem, idBytes, table, ledger) {
  const path = `${stem}.pack`;
  const { fd, size } = openFile(path);
  try {
    if (size > MAX_PACK) throw new MalformedError("pack is larger than any");
    const head = Buffer.alloc(12);
    if ((0, import_node_fs2.readSync)(fd, head, 0, 12, 0) < 12 || head.toString("latin1", 0, 4) !== "PACK") throw new MalformedError("not a pack");
    const version = head.readUInt32BE(4);
    if (version !== 2 && version !== 3) throw new MalformedError(`pack version ${version}`);
    const { index, offsets } = readPackIndex(readShared(`${stem}.idx`, idBytes), idBytes, size);
    if (head.readUInt32BE(8) > index.count) ledger.skip("unreadable", `${path} (objects that its index does not name)`, true);
    const sorted = readReverse(`${stem}.rev`, offsets, idBytes) ?? table.sort(offsets);
    yield;
    return yield* table.read(fd, { path, size, trailer: idBytes, index }, sorted, idBytes);
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
function readReverse(path, unsorted, idBytes) {
  const count = unsorted.length;
  const length = 12 + 4 * count + 2 * idBytes;
  const data = Buffer.alloc(length);
  try {
    const { fd, size } = openFile(path);
    try {
      if (size !== length || (0, import_node_fs2.readSync)(fd, data, 0, length, 0) < length) return void 0;
    } finally {
      (0, import_node_fs2.closeSync)(fd);
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
