const __moduleUrl = require('node:url').pathToFileURL(__filename).href;
"use strict";
var __defProp = Object.defineProperty;
var __getOwnPropDesc = Object.getOwnPropertyDescriptor;
var __getOwnPropNames = Object.getOwnPropertyNames;
var __hasOwnProp = Object.prototype.hasOwnProperty;
var __copyProps = (to, from, except, desc) => {
  if (from && typeof from === "object" || typeof from === "function") {
    for (let key of __getOwnPropNames(from))
      if (!__hasOwnProp.call(to, key) && key !== except)
        __defProp(to, key, { get: () => from[key], enumerable: !(desc = __getOwnPropDesc(from, key)) || desc.enumerable });
  }
  return to;
};
var __toCommonJS = (mod) => __copyProps(__defProp({}, "__esModule", { value: true }), mod);

// src/pipeline/history-worker.ts
var history_worker_exports = {};
module.exports = __toCommonJS(history_worker_exports);
var import_node_worker_threads = require("node:worker_threads");

// src/rules/catalogue.ts
var import_node_fs = require("node:fs");

// src/detect/tables.ts
var USE = { shape: 0, near: 1, code: 2, word: 3, wide: 4 };
var MAGIC = 1651769352;
function unpackTables(file) {
  let at = file.byteOffset;
  const numbers = (length) => {
    const part2 = new Int32Array(file.buffer, at, length);
    at += 4 * length;
    return part2;
  };
  const bytes2 = (length) => new Uint8Array(file.buffer, (at += length) - length, length);
  const [magic, ...lengths] = numbers(11);
  if (magic !== MAGIC) throw new Error("the tables of the built-in rules are of another version; run npm run build");
  const [map, slots, entries, starts2, guards, uses, useStarts] = lengths.slice(0, 7).map(numbers);
  const [pool, folds, classes] = lengths.slice(7).map(bytes2);
  return {
    literals: {
      map,
      slots,
      entries,
      starts: starts2,
      guards,
      pool,
      folds,
      classes
    },
    uses,
    useStarts
  };
}

// src/rules/catalogue.ts
var HEAD_FILE = "head.generated.json";
var CATALOGUE_FILE = "catalogue.generated.json";
var SHEETS_FILE = "sheets.generated.json";
var TABLES_FILE = "tables.generated.bin";
var HERE = new URL("./", __moduleUrl);
function loadCatalogue(folder = HERE) {
  const { count: count2, hash, detectors } = json(folder, HEAD_FILE);
  let all;
  const lines2 = () => all ??= linesOf(folder);
  const parsed = [];
  const rule = (index) => parsed[index] ??= JSON.parse(lines2()[index]);
  let rules;
  let sheets;
  return {
    count: count2,
    hash,
    ...detectors && { detectors },
    tables: unpackTables(read(folder, TABLES_FILE)),
    rule,
    get rules() {
      rules ??= lines2().map((_, index) => rule(index));
      return rules;
    },
    get sheets() {
      sheets ??= loadSheets(folder);
      return sheets;
    }
  };
}
function linesOf(folder) {
  return read(folder, CATALOGUE_FILE).toString("utf8").trimEnd().split("\n");
}
function loadSheets(folder = HERE) {
  return json(folder, SHEETS_FILE);
}
function json(folder, name) {
  return JSON.parse(read(folder, name).toString("utf8"));
}
function read(folder, name) {
  try {
    return (0, import_node_fs.readFileSync)(new URL(name, folder));
  } catch (error) {
    throw new Error(`the built-in rules (${name}) cannot be read; run npm run build`, { cause: error });
  }
}

// src/sources/git/claims.ts
function claimsFor(count2) {
  return new Int32Array(new SharedArrayBuffer(4 * (count2 + 1)));
}
function* claim(claims) {
  const count2 = claims.length - 1;
  const comer = Atomics.add(claims, 0, 1);
  const step2 = comer % 2 === 0 ? 1 : -1;
  let at = Math.floor(partOf(comer >> 1) * count2) - comer % 2;
  for (let i = 0; i < count2; i++, at += step2) {
    const piece = (at + count2) % count2;
    if (Atomics.exchange(claims, piece + 1, 1) === 0) yield piece;
  }
}
function partOf(number) {
  let part2 = 0;
  for (let share2 = 0.5, rest = number; rest > 0; share2 /= 2, rest >>= 1) if ((rest & 1) === 1) part2 += share2;
  return part2;
}

// src/sources/git/packindex.ts
var MalformedError = class extends Error {
  name = "MalformedError";
};
var MAGIC2 = 4285812579;
var FANOUT = 256 * 4;
var INDEX_HEAD = 8 + FANOUT;
function indexLimit(head, idBytes) {
  if (head.length < INDEX_HEAD) return INDEX_HEAD;
  const count2 = head.readUInt32BE(head.readUInt32BE(0) === MAGIC2 ? INDEX_HEAD - 4 : FANOUT - 4);
  return INDEX_HEAD + count2 * (idBytes + 16) + 2 * idBytes;
}
function readPackIndex(data, idBytes, packSize) {
  const two = data.length >= 8 && data.readUInt32BE(0) === MAGIC2;
  if (two && data.readUInt32BE(4) !== 2) throw new MalformedError(`index version ${data.readUInt32BE(4)}`);
  const fanout = two ? 8 : 0;
  if (data.length < fanout + FANOUT + 2 * idBytes) throw new MalformedError("index is too short");
  const count2 = checkFanout(data, fanout);
  const last = packSize - idBytes;
  const { ids, stride, offsets } = two ? readVersion2(data, count2, idBytes, last) : readVersion1(data, count2, idBytes, last);
  return { index: { data, starts: sortedStarts(data, ids, stride, count2), ids, stride, count: count2 }, offsets };
}
function offsetAt({ data, ids, stride, count: count2 }, position, idBytes) {
  const view = viewOf(data);
  if (stride > idBytes) return view.getUint32(ids + position * stride - 4);
  const small = ids + count2 * (idBytes + 4);
  const word = view.getUint32(small + 4 * position);
  return word < LARGE ? word : Number(view.getBigUint64(small + 4 * count2 + 8 * (word - LARGE)));
}
var LARGE = 2147483648;
function sortedStarts(data, ids, stride, count2) {
  const bits = Math.min(MAX_BITS, Math.max(1, Math.ceil(Math.log2(count2 + 1))));
  const starts2 = new Int32Array(new SharedArrayBuffer(4 * (2 ** bits + 1)));
  let filled = 0;
  const view = viewOf(data);
  for (let i = 0, at = ids; i < count2; i++, at += stride) {
    const value = view.getUint32(at) >>> 32 - bits;
    while (filled <= value) starts2[filled++] = i;
  }
  starts2.fill(count2, filled);
  return starts2;
}
var MAX_BITS = 22;
function findInIndex(index, id, at, idBytes) {
  const view = viewOf(id);
  const bucket = view.getUint32(at) >>> shiftOf(index);
  return search(index, viewOf(index.data), index.starts[bucket], index.starts[bucket + 1], view, at, idBytes);
}
var MOST_AT_ONCE = 256;
var buckets = new Int32Array(MOST_AT_ONCE);
var lows = new Int32Array(MOST_AT_ONCE);
var touched = new Uint8Array(MOST_AT_ONCE);
function findAllInIndex(index, all, count2, idBytes, found2) {
  const { data, ids, stride, starts: starts2 } = index;
  const view = viewOf(all);
  const indexView = viewOf(data);
  const shift = shiftOf(index);
  for (let i = 0; i < count2; i++) {
    const bucket = view.getUint32(i * idBytes) >>> shift;
    buckets[i] = bucket;
    lows[i] = starts2[bucket];
  }
  for (let i = 0; i < count2; i++) touched[i] = data[ids + lows[i] * stride];
  for (let i = 0; i < count2; i++)
    found2[i] = search(index, indexView, lows[i], starts2[buckets[i] + 1], view, i * idBytes, idBytes);
}
function shiftOf({ starts: starts2 }) {
  return Math.clz32(starts2.length - 1) + 1;
}
function viewOf(data) {
  return new DataView(data.buffer, data.byteOffset, data.length);
}
var FEW = 8;
function search({ ids, stride }, view, low, high, id, at, idBytes) {
  while (high - low > FEW) {
    const middle = low + high >>> 1;
    if (compare(view, ids + middle * stride, id, at, idBytes) > 0) high = middle;
    else low = middle;
  }
  for (; low < high; low++) if (compare(view, ids + low * stride, id, at, idBytes) === 0) return low;
  return -1;
}
function compare(one, a, other, b, idBytes) {
  for (let i = 0; i < idBytes; i += 4) {
    const first = one.getUint32(a + i);
    const second = other.getUint32(b + i);
    if (first !== second) return first < second ? -1 : 1;
  }
  return 0;
}
function checkFanout(data, at) {
  let count2 = 0;
  for (let i = 0; i < 256; i++) {
    const next = data.readUInt32BE(at + 4 * i);
    if (next < count2) throw new MalformedError("index fan-out is not ascending");
    count2 = next;
  }
  return count2;
}
function inPack(offset, last) {
  if (offset < 12 || offset > last) throw new MalformedError(`offset ${offset} is outside of the pack`);
  return offset;
}
function readVersion1(data, count2, idBytes, last) {
  const stride = 4 + idBytes;
  if (data.length < FANOUT + count2 * stride + 2 * idBytes) throw new MalformedError("index is too short");
  const offsets = new Float64Array(count2);
  for (let i = 0, at = FANOUT; i < count2; i++, at += stride) offsets[i] = inPack(data.readUInt32BE(at), last);
  return { ids: FANOUT + 4, stride, offsets };
}
function readVersion2(data, count2, idBytes, last) {
  const ids = 8 + FANOUT;
  const small = ids + count2 * (idBytes + 4);
  const large = small + count2 * 4;
  const end = data.length - 2 * idBytes;
  if (large > end) throw new MalformedError("index is too short");
  const offsets = new Float64Array(count2);
  const view = viewOf(data);
  for (let i = 0, at = small; i < count2; i++, at += 4) {
    const word = view.getUint32(at);
    if (word < LARGE) {
      offsets[i] = inPack(word, last);
      continue;
    }
    const far = large + 8 * (word - LARGE);
    if (far + 8 > end) throw new MalformedError("index points outside of its table of large offsets");
    offsets[i] = inPack(data.readUInt32BE(far) * 2 ** 32 + data.readUInt32BE(far + 4), last);
  }
  return { ids, stride: idBytes, offsets };
}

// src/sources/git/ids.ts
var PackedIds = class {
  /** Open addressing over numbers + 1, shared. Empty for a single pack: its index is fast enough. */
  slots;
  #indexes;
  #firstNode;
  #idBytes;
  constructor(indexes, firstNode, idBytes, slots = new Int32Array(0)) {
    this.#indexes = indexes;
    this.#firstNode = firstNode;
    this.#idBytes = idBytes;
    this.slots = slots;
  }
  /** Fills the table with the objects that are wanted in it. Of several copies the first is kept, the others are told. */
  index(isWanted, onDuplicate) {
    if (this.#indexes.length === 1) return;
    const count2 = this.#firstNode[this.#indexes.length];
    this.slots = new Int32Array(new SharedArrayBuffer(4 * 2 ** Math.ceil(Math.log2(2 * count2 + 2))));
    for (const [pack, { data, ids, stride }] of this.#indexes.entries()) {
      const last = this.#firstNode[pack + 1];
      for (let number = this.#firstNode[pack], at = ids; number < last; number++, at += stride) {
        if (!isWanted(number)) continue;
        const slot = this.#slot(data, at);
        if (this.slots[slot] === 0) this.slots[slot] = number + 1;
        else onDuplicate(number);
      }
    }
  }
  /** Number of the object whose id begins at `at`, or -1. */
  find(id, at) {
    const only = this.#indexes.length === 1 ? this.#indexes[0] : void 0;
    if (only) return findInIndex(only, id, at, this.#idBytes);
    return this.slots.length === 0 ? -1 : this.slots[this.#slot(id, at)] - 1;
  }
  /** As `find` for at most MOST_AT_ONCE ids that stand one after the other in `all`; the numbers go to `found`. */
  findAll(all, count2, found2) {
    const only = this.#indexes.length === 1 ? this.#indexes[0] : void 0;
    if (only) findAllInIndex(only, all, count2, this.#idBytes, found2);
    else for (let i = 0; i < count2; i++) found2[i] = this.find(all, i * this.#idBytes);
  }
  /** The id of a number. */
  id(number) {
    const pack = packOf(this.#firstNode, number);
    const { data, ids, stride } = this.#indexes[pack];
    const at = ids + (number - this.#firstNode[pack]) * stride;
    return Buffer.from(data.buffer, data.byteOffset + at, this.#idBytes);
  }
  /** Whether a number is that of the id which begins at `at`. */
  isId(number, id, at) {
    const pack = packOf(this.#firstNode, number);
    const { data, ids, stride } = this.#indexes[pack];
    return equal(data, ids + (number - this.#firstNode[pack]) * stride, id, at, this.#idBytes);
  }
  #slot(id, at) {
    const mask = this.slots.length - 1;
    let slot = (id[at] | id[at + 1] << 8 | id[at + 2] << 16 | id[at + 3] << 24) & mask;
    for (let entry = this.slots[slot]; entry !== 0; entry = this.slots[slot]) {
      if (this.isId(entry - 1, id, at)) break;
      slot = slot + 1 & mask;
    }
    return slot;
  }
};
function equal(a, aAt, b, bAt, length) {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false;
  return true;
}
var ObjectIds = class {
  /** Numbers are less than this. */
  count;
  #plan;
  #packedCount;
  #packed;
  #idBytes;
  /** Loose objects by id, for there are few next to those in packs. */
  #loose = /* @__PURE__ */ new Map();
  constructor(plan) {
    const { firstNode, loose, packs, repo, slots } = plan;
    this.#plan = plan;
    this.#idBytes = repo.idBytes;
    this.#packed = new PackedIds(
      packs.map((pack) => pack.index),
      firstNode,
      repo.idBytes,
      slots
    );
    this.#packedCount = firstNode[packs.length];
    this.count = this.#packedCount + loose.count;
    for (let i = 0; i < loose.count; i++) this.#loose.set(this.hex(this.ofLoose(i)), this.ofLoose(i));
  }
  /** Number of a packed entry. */
  ofNode(node) {
    const { firstNode, positions } = this.#plan;
    return firstNode[packOf(firstNode, node)] + positions[node];
  }
  /** The packed entry of a number, -1 where it has none. */
  nodeOf(number) {
    if (number < 0 || number >= this.#packedCount) return -1;
    const { firstNode, offsets, packs, positions } = this.#plan;
    const pack = packOf(firstNode, number);
    const position = number - firstNode[pack];
    const offset = offsetAt(packs[pack].index, position, this.#idBytes);
    const end = firstNode[pack + 1];
    let [low, high] = [firstNode[pack], end];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (offsets[middle] < offset) low = middle + 1;
      else high = middle;
    }
    while (low < end && positions[low] !== position) low++;
    return low < end ? low : -1;
  }
  /** Number of the loose object at position `i` of the list. */
  ofLoose(i) {
    return this.#packedCount + i;
  }
  /** Number of the object whose id begins at `at` of `data`; -1 when it is not in the store. Of copies, the first. */
  find(data, at) {
    const packed = this.#packed.find(data, at);
    return packed < 0 ? this.#findLoose(data, at) : packed;
  }
  /** As `find` for at most MOST_AT_ONCE ids that stand one after the other in `all`; the numbers go to `found`. */
  findAll(all, count2, found2) {
    this.#packed.findAll(all, count2, found2);
    for (let i = 0; i < count2; i++) if (found2[i] < 0) found2[i] = this.#findLoose(all, i * this.#idBytes);
  }
  #findLoose(data, at) {
    if (this.#loose.size === 0) return -1;
    return this.#loose.get(Buffer.from(data.buffer, data.byteOffset + at, this.#idBytes).toString("hex")) ?? -1;
  }
  findHex(id) {
    return id.length === 2 * this.#idBytes ? this.find(Buffer.from(id, "hex"), 0) : -1;
  }
  /** Hex id of a number. */
  hex(number) {
    if (number < this.#packedCount) return this.#packed.id(number).toString("hex");
    return Buffer.from(this.#plan.loose.ids.buffer, (number - this.#packedCount) * this.#idBytes, this.#idBytes).toString("hex");
  }
};
function packOf(firstNode, node) {
  let low = 0;
  let high = firstNode.length - 2;
  while (low < high) {
    const middle = low + high + 1 >>> 1;
    if (firstNode[middle] <= node) low = middle;
    else high = middle - 1;
  }
  return low;
}

// src/sources/git/packlist.ts
var import_node_fs5 = require("node:fs");
var import_node_path2 = require("node:path");

// src/sources/git/gitdir.ts
var import_node_fs2 = require("node:fs");
var import_node_path = require("node:path");
function findGitFolders(cwd) {
  for (let root = (0, import_node_path.resolve)(cwd); ; root = (0, import_node_path.dirname)(root)) {
    const gitDir = gitDirOf(root);
    if (gitDir !== void 0) return { root, gitDir, commonDir: commonDirOf(gitDir) };
    if (root === (0, import_node_path.dirname)(root)) return void 0;
  }
}
function foldersOf({ cwd, isolate }) {
  const named2 = isolate ? void 0 : process.env["GIT_DIR"];
  if (!named2) return findGitFolders(cwd);
  const gitDir = (0, import_node_path.resolve)(named2);
  return { root: (0, import_node_path.resolve)(process.env["GIT_WORK_TREE"] ?? cwd), gitDir, commonDir: commonDirOf(gitDir) };
}
function gitDirOf(folder) {
  const inside2 = (0, import_node_path.join)(folder, ".git");
  const [, target] = /^gitdir: (.+?)\n*$/.exec(readText(inside2)) ?? [];
  const candidates = [inside2, folder, ...target === void 0 ? [] : [(0, import_node_path.resolve)(folder, target)]];
  return candidates.find((dir) => (0, import_node_fs2.existsSync)((0, import_node_path.join)(dir, "HEAD")) && (0, import_node_fs2.existsSync)((0, import_node_path.join)(commonDirOf(dir), "objects")));
}
function commonDirOf(gitDir) {
  return process.env["GIT_COMMON_DIR"] ? (0, import_node_path.resolve)(process.env["GIT_COMMON_DIR"]) : (0, import_node_path.resolve)(gitDir, readText((0, import_node_path.join)(gitDir, "commondir")).trim());
}
var readText = (path, ledger) => readBytes(path, ledger).toString();
function readBytes(path, ledger) {
  try {
    const { fd } = openFile(path);
    try {
      return (0, import_node_fs2.readFileSync)(fd);
    } finally {
      (0, import_node_fs2.closeSync)(fd);
    }
  } catch (error) {
    if (!isAbsent(error)) ledger?.skip("unreadable", path.toString(), true);
    return Buffer.alloc(0);
  }
}
var NoFileError = class extends Error {
};
function openFile(path) {
  const fd = (0, import_node_fs2.openSync)(path, import_node_fs2.constants.O_RDONLY | (import_node_fs2.constants.O_NONBLOCK ?? 0));
  const found2 = (0, import_node_fs2.fstatSync)(fd);
  if (found2.isFile()) return { fd, size: found2.size };
  (0, import_node_fs2.closeSync)(fd);
  throw new NoFileError(`${path.toString()}: not a file`);
}
function listEntries(folder, ledger) {
  try {
    return (0, import_node_fs2.readdirSync)(folder, { withFileTypes: true });
  } catch (error) {
    if (!isAbsent(error)) ledger?.skip("unreadable", `${folder}/`, true);
    return [];
  }
}
function isAbsent(error) {
  const { code: code2 } = error;
  return code2 === "ENOENT" || code2 === "ENOTDIR";
}

// src/wasm/core-code.ts
var CODE = "AGFzbQEAAAAB9AEbYAJ/fwF/YAABf2ADf39/AX9gBH9/f38Bf2ADf39/AGABfwF/YAF/AGAEf39/fwBgAABgBn9/f39/fwF/YAd/f39/f39/AX9gBX9/f39/AGAGf39/f39/AGAKf39/f39/f39/fwF/YAV/f39/fwF/YAl/f39/f39/f38AYAd/f39/f39/AGACf38AYAV+f39/fwF/YAh/f39/f39/fwF/YAp/f39/f39/f39/AGALf39/f39/f39/f38AYAp/f398f3x/f39/AX9gAXwAYBF/f39/f39/f39/f39/f39/fwBgBX9/fHx/AGAIf39/f39/f38AAjwEA2VudgRmdWxsAAgDZW52C3RyZWVzV2FudGVkAAUDZW52CXRyZWVzTmFtZQAAA2VudgZtZW1vcnkCAAIDYmEDAgADCQACAwMABQYHCgAABhEGABIABggJEwICCg0DCQUOCAEAAQQBARQGBwoVAA8EAQYHCxYBBBcQAhgEEAQABQIFAgEBAQEBBw0EBwsPAhkLCQMODAEMAwgMAhoFAAQABuEFkwF/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfgFCAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBFAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfgFCAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBFAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBFAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBFAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAsHsgZCBGZyZWUASgRzZWVrAAcFc2V0dXAAMAphcHBseURlbHRhABwKc2Vla0Jhc2U2NAAkC3NldHVwQmFzZTY0AGIHaW5mbGF0ZQAKCW9wZW5EZWx0YQAbCm9wZW5PYmplY3QACwplbnRlckNoaWxkAAkJZW50ZXJSb290AAgEbGlmdAA1CG1ha2VSb29tABgGcGF0aEF0ADQDcHV0ADMJc2V0dXBQYXRoADIKc2V0dXBOYW1lcwA8CHNldHVwSWRzAEwHdGFrZUlkcwBLCnNldHVwVHJlZXMALAl0YWtlTGlua3MAKwl0YWtlUGFpcnMAKglrZWVwTG9va3MAYQ1zZXR1cEJsb2JXYWxrAF8Jd2Fsa0Jsb2JzAF4Nc2V0dXBUcmVlV2FsawApCXRha2VUcmVlcwAoCXZpc2l0VHJlZQANCXdhbGtUcmVlcwAnCHdhbGtlZFRvACYKcmVhZENvbW1pdAAeC3JlYWRDb21taXRzAFsMc2V0dXBDb21taXRzAFoLdGFrZUNvbW1pdHMAWQRrZWVwAC8GcmVjYWxsAAYLc2V0dXBSZWNhbGwALg1zZXR1cFJlZnVzYWxzAC0KY2FycnlMb29rcwAgC2ZpbmRDaGFuZ2VzAB8Kc2V0dXBDYXJyeQBdCWJlZ2luU29ydAA7DGNvdW50T2Zmc2V0cwA6DHBsYWNlQnVja2V0cwA5C3JlYWRIZWFkZXJzADgLc29ydEJ1Y2tldHMANw1zcHJlYWRPZmZzZXRzADYOYXJyYW5nZUNvbW1pdHMAUQhmbG93RG93bgBQBmZsb3dVcABPCG1vdmVFbmRzAE4Lc29ydENvbW1pdHMATQtlbXB0eUhvbGxvdwBFDGxpc3RQb3NpdGlvbgBECW1ha2VMaXN0cwBCDHBsYWNlVGFyZ2V0cwBBCnBsYWNlVHJlZXMAQAhyZW51bWJlcgA/CnNldHVwTGlzdHMAPgpsaW5rRm9yZXN0AFgJbGlzdFJvb3RzAFcLb3JkZXJGb3Jlc3QAVgxzZXR0bGVGb3Jlc3QAVQxzcHJlYWRGb3Jlc3QAVAx3ZWlnaEVudHJpZXMAUwZtZW1vcnkCAAgBJQwBAQra0QFhqwUCDX8DfkEBIQVBASEIA0AgCEEPTQRAIAVBAXQgACAIQQF0ai8BACIEayIFQQBIBEBBfw8LIAggCSAEGyEJIAhBAWohCAwBCwsgBQRAIANBB0cgCUEBTXEEfyACIAkEfyABIAAvAaAFQQJ0aigCAEGBAmoFQYCAgIAECzYCACACQYCAgIAENgIEQQQFQX8LDwsgCSADIAMgCUsbIQtBACEIQQEhBwNAIAcgC00EQCAIBEBBAiAHdCEEIAIhBQNAIAUgAiAEakkEQCAFKQMIIREgBSkDECESIAUpAxghEyAEIAVqIgYgBSkDADcDACAGIBE3AwggBiASNwMQIAYgEzcDGCAFQSBqIQUMAQsLC0EBIAd0QQFrIQQgACAHQYAFbGoiBSAAIAdBAXRqLwEAQQF0aiEGA0AgBSAGSQRAIAIgCEECdGogASAFLwEgQQJ0aigCACAHQYECbGo2AgAgCEGAgICAeCAEIAhzZ3YiCEEBa3EgCHIhCCAFQQJqIQUMAQsLIAdBAWohBwwBCwsgAyAJSQRAIAAhBkEBIAN0QQEgCSADa3QiDGshCkF/IQQgA0EBaiEHA0AgByAJTQRAQQEgB3RBAWshDUEBIAcgA2t0IQ4gBiAHQYAFbGoiACAGIAdBAXRqLwEAQQF0aiEPA0AgACAPSQRAIAhBASADdEEBa3EiBSAERwRAIAIgBUECdGogCSADayAKIAxqIgpBDXRBgICAgAVycjYCACAFIQQLIAEgAC8BIEECdGooAgAgB0GBAmxqIRAgCCADdiEFA0AgBSAMSQRAIAIgBSAKakECdGogEDYCACAFIA5qIQUMAQsLIAhBgICAgHggCCANc2d2IgVBAWtxIAVyIQggAEECaiEADAELCyAHQQFqIQcMAQsLC0EEIAt0QQRrCz0BAX8jISN9RgRAEAALIyFBAnQiAyN7aiABIAFBf3MgABs2AgAjfCADaiACNgIAIyEiAEEBaiQhIzYgAGoL8AECAX8BfgNAIABBIGoiAiABTQRAIAMgACkDGCIDQoGChIiQoMCAAX0gA0J/hYMgACkDECIDQoGChIiQoMCAAX0gA0J/hYMgACkDACIDQoGChIiQoMCAAX0gA0J/hYMgACkDCCIDQoGChIiQoMCAAX0gA0J/hYOEhISEIQMgAiEADAELCwNAIABBCGoiAiABTQRAIAMgACkDACIDQoGChIiQoMCAAX0gA0J/hYOEIQMgAiEADAELCyADQoCBgoSIkKDAgH+DQgBSBEBBAQ8LA0AgACABSQRAIAAtAABFBEBBAQ8LIABBAWohAAwBCwtBAAu0BQIDfwF+An8jUAR/I1AgAGotAAAFQQALIgRBAUYEQCADIAFBA2oiBEHAAmoiBSADIAVJGyEFAn8DQCAEIAVJBEACQEEAIAQtAAAiBkElRiAGQcAARnINAxogBkEvRiAGQSFJciAGQSJGciAGQSdGciAGQeAARnIgBkHcAEZyDQAgBEEBaiEEDAILCwsgAyAEQQFqIgQgAyAESRsLDAELIARBAkYEfwJ/IAMgAUH4AGoiBCADIARJGyEFI09FBEAQGgsgASEEA0AgBCAFSQR/IAQtAABBgAhqLQAAQQFxBUEACwRAIARBAWohBAwBCwtBACAEIAVGBH9BAQUgBC0AAEEvRwsNABogAiABQQJrIgQgAiAESxshBANAIAQgBUkEQEEAAn8CQAJAAkACQAJAAkACQAJAIAQoAgBBoMCAgQJyIgZB/wFxQeEAaw4UBAUGBwcHBwcHBwAHBwcHAwcHAgEHCyAGQf///wdxQevK5QNGDAcLIAZB9N6tqwZGDAYLIAZB88qNkwdGDAULIAZB8MLNmwdGDAQLIAZB4erRwwZGDAMLIAZB4sqFkwdGDAILIAZB4+SVowZGDAELQQALDQIaIARBAWohBAwBCwsgAyAFQQFqIgQgAyAESRsLBUEACwsiBARAQYQKIAEgAiABQQJrIgAgACACSRsiAGs2AgBBiAogBCAAazYCAEGACg8LIACtIQcgAUEIayEEA0AgBCABQSBqSQRAIAIgBE0gBEEIaiADTXEEfiAEKQMABUIACyAHhUKV+Kn6l7fem55/fiIHIAdCHYiFIQcgBEEIaiEEDAELCyAHIAAgASACIAMQFyIEBH8gBAUgAUEIaiADTSABIAJPcQR+IAEpAwAFQgALIACthUKV+Kn6l7fem55/fiIHIAdCHYiFIAAgASACIAMQFwsLtAkCEn8BfiADJA8gBCQXIwIjdEEDdGohCiMCIQYDQCAAIAFJBEAgACMlIQNBACEEA0ACQCAEIAUEfyAFBSACIAAoAgBqQQFrCyIESw0AIAIgACgCBGpBCGoiBSMXIgggBSAISRsiCCAEIyVBgIACaiADa0EBdkF4cWoiBSAFIAhLGyIFIARLBEAjbiEJA0AgBCkDAEKgwICBgoSIkCCEIhinQYP85/AEbCELIAMgBDYCACADIAkgC0EPdmooAgAgC3ZBAXFBAnRqIgMgBEECajYCACADIAkgGEIQiKdBg/zn8ARsIgNBD3ZqKAIAIAN2QQFxQQJ0aiIDIARBBGo2AgAgBCgCBkGgwICBAnJBg/zn8ARsIQsgAyAJIBhCIIinQYP85/AEbCIDQQ92aigCACADdkEBcUECdGoiAyAEQQZqNgIAIAMgCSALQQ92aigCACALdkEBcUECdGohAyAFIARBCGoiBEsNAAsLIAVBACAFIAhJGyIFDQAgCEEIaiEEIAMjJUGAgAFqSSABIABBCGoiAEtxDQELCyADIyVGDQEjJSIQIQQDQCAQKAIAIggvAQRBoMAAciEJI1EgCCgCAEGgwICBAnJBg/zn8ARsIgtBDXZBcHFqIgwoAgAgC0EPdCILIAlB65Svr3hsakEbdnYgDC8BBCALIAlB/wFxQeuUr694bGpBHHZ2ciAMLwEGIAsgCEEBay0AAEEgckHrlK+veGxqQRx2dnIgDCgCCCALQRt2dnIhCSAEIAg2AgAgBCAJQQFxQQJ0aiEEIBBBBGoiECADSQ0ACyAEIQggAEEIaiAAIAUbIQtBACEEQQhrIRAjJSEPA0AgCCAPSwRAAkAgDygCACETA0AgBCATTQRAIAsgEEEIaiIQRwRAIAIgECgCAGokdSACIBAoAgRqJFIjUkEIaiIDIxciBCADIARJGyEEDAILCwsgCyAQRg0AIAYhAyNRIBMoAgBBoMCAgQJyIgZB/wFyIAYgEyMPSBsiBkGAgIB4ciAGIxcgE0EEakkbIglBg/zn8ARsQQ12QXBxaigCDCIGBEAjbyAGQQFrQQxsaiESA0AgEigCCCEOIBIoAgAgCUYEQCATIA5BBnZBP3FrIQYgDkE/cSIHBH8gEigCBCAGIAdqKAIAQaDAgIECckYFQQELBEAgBkEBaiEUI3AgDkEMdkH//x9xIg1BAnRqKAIAIgYEfyAGIBQQMQVBAQsEQCNyIA1BAnRqIgYoAgAhEUEAIQwCQCAUI3VJIBQjUk9yIBQjD0hyIxcgBigCBCARayIHIBRqSXINACNzIA1qLQAAQQBHIQYjcSARaiEVQQAhEQNAIAcgEUsEQCARIBRqLQAAIhYgESAVai0AACIXRwR/IBZBwQBrQRpJIAZxIBZBIGogF0ZxBUEBC0UNAiARQQFqIREMAQsLQQEhDAsFQQAhDAsgDAR/IAMgDTYCACADIBQ2AgQgA0EIagUgAwshAwsLIBJBDGohEiAOQQBODQALCyAKIAMiBk0EQCMCQQhrIBNBAmo2AgAjAkEEayADIwJrQQN2NgIAIBAPCyAPQQRqIQ8MAgsLCwwBCwsjAkEEayAGIwJrQQN2NgIAIAALTgAgACABIzMjVhALIgBBAE4EQEHQlgMjMzYCAEHUlgMgADYCAEHYlgMjGQR/IAAgACMZbkECakECdGoFIAALNgIAQdyWA0F/NgIACyAAC54BAQJ/IAEgAiN2IABBFGxB0JYDaiIDKAIEIgQjViN3EBsiAUEASARAQX8PCyAAIAEQGCICRQRAQX8PCyADKAIAIAQgAiABIy0jQCNBI3gQHCIDQQBIBEBBfw8LI0IgAzYCACAAQRRsQeSWA2oiACACNgIAIAAgATYCBCAAIxkEfyABIAEjGW5BAmpBAnRqBSABCzYCCCAAQX82AgwgAQvKAwEBfyAAQQJqIAFLBEBBfw8LIAAtAAEgAC0AAEEIdHIiBEGgngJxQYAQRwR/QQEFIARBH3ALBEBBfw8LQYCrASgCAEUEQBBcCyAAQQJqJARCACQFQQIkAyABJFRBwJYDIAFBCGo2AgBBxJYDIAI2AgBByJYDIAIgA2o2AgAgAiQJA0AjBEHAlgMoAgBLBEBBfw8LIwUjBCkDACMDrYaEJAUjBCMDQQN2QQdxQQdzaiQEIwNBOHJBA2skAyMFp0ECdiEAIwVCA4gkBQJ/IABBAXZBA3EiA0UEQAJ/QQAjBCMDQQJrQQN2a0EEaiIDI1RLDQAaQQAgA0EEay8BACIEIANBAmsvAQBzQf//A0cNABpBACAEI1QgA2tLDQAaQQAgBEHIlgMoAgAjCWtLDQAaIwkgAyAE/AoAACMJIARqJAkgAyAEaiQEQgAkBUECJANBAQsMAQsgA0EBRgRAEEgMAQtBACADQQNGDQAaEEcEfxBJBUEACwtFBEBBfw8LIABBAXFFDQALIwQjA0ECa0EDdmsiAEEEaiABSwRAQX8PC0F/IwkgAmsgAiMJEGMgACgCACIAQYD+g3hxQQh3IABB/4H8B3FBCHhyRxsLpAEBAn8Cf0EAIAAgAU8NABogAEEBaiEEIAAtAAAiAEEEdkEHcSQsIABBD3EkAEEEIQUDQCAAQYABTwRAQQAgASAETSAFQRJLcg0CGiAEIgBBAWohBCMAIAAtAAAiAEH/AHEgBXRyJAAgBUEHaiEFDAELCyAECyEAIyxFIABFciMsQQRLciMAIANLcgRAQX8PC0F/IwAiAyAAIAEgAiADEAogA0cbC9wCAQV/IAAgARAWBEBBASEDBUGUCiABIABrNgIAQQEhAwJAQZAKQZgKIAAgACABQQAQB0GYCkcNACMCIwJBBGsoAgBBA3RqIQQjAiECA0AgAiAESQRAIAIoAgAgAigCBCAAIAEQBiIFBH8gBSgCDAVBAQsNAiACQQhqIQIMAQsLQQAhAwsLIAMEf0EBBQJ/A0AgAEEMaiABTQRAQQEjGEGABmoiAyAALQALai0AACMYQYAEaiIEIAAtAApqLQAAIxgiBSAALQAIai0AACMYQYACaiICIAAtAAVqLQAAIAAtAAAgBWotAAAgAC0AAyADai0AAHFxcXFxIgYEfyAGIAAtAAkgAmotAAAgAC0AByADai0AACAALQAGIARqLQAAIAAtAAQgBWotAAAgAC0AASACai0AACAALQACIARqLQAAcXFxcXFxBUEACw0CGiAAQTBqIQAMAQsLQQALC0ULvgEBBH8jHCOIAUYEQBAACyAAQRRsIgJB5JYDaiEBIAJB0JYDaiEDIABBAE4iAARAIAMoAgxBAE4hAAsjhgEjHEECdGogAAR/IAMoAhAFQX8LNgIAI4cBIxxBAnRqIzYjIWo2AgAgASNJIxxqNgIQIxxBAWokHCABKAIAIQQgASgCBCECIAEgAAR/IAQgAiNBI0IoAgAgAygCACADKAIEIAMoAgwQEAUgBCACQQBBAEEAQQBBABAQCyIANgIMIAAL7gIBBn8jXyNgI4EBED0hAiAAQQAjWBsEQCACQX9HQQAjXyNgEAIbBEAjVyACakEBOgAACwsgAkF/RyNdI10bIQQjN0EBRgRAIAQEfyAAIAJBfxAEBUH/////BwshAyAABEAgAxATBSADQf////8HRwRAI0QjEUEEaiNeIxIoAgBxbGoiBigCAEEBayIFQf////8HRyAFQQBOcQR/IAZBBGohBgJ/A0AgASMRSQRAQQAgASAGaigCACMSIAFqKAIARw0CGiABQQRqIQEMAQsLQQELBUEACwRAIAMgBRAUBSADQX9zEBULCwsFIzdBASAAG0UEQEH/////BxATCwsgBEUEQA8LI1cgAmotAAAEQCAAIAJBfhAEGgsjNwR/QQAFI34jEigCACIBQYD+g3hxQQh3IAFB/4H8B3FBCHhyQQx2IgFBBXZBAnRqKAIAIAF2QQFxCwRAIxIQASIBQQBOBEAgACACQX0gAWsQBBoLCws3AANAIAIgA0kEQCAAIAEgAkECdGooAgBqIAAgASACQQFqIgJBAnRqKAIAahARGkEAEA4MAQsLC5oEAQh/IAAkYSAAIAFqJGIjYiQ4QQAkEyM4QQA2AgAgBCAFaiENIAIgA0EMbGohDCACIQUDQCAFIAxJBEAgBSgCBCIKIAUoAghqIAghACAGIQIgCiAHIAUoAgAiC2sgCmoiAyADIApIGyEOA0AgACACSQRAIA0gACACakEBdiIDQQJ0aigCACAOSARAIANBAWohAAUgAyECCwwBCwsgACECIAZBAWohA0EBaiEOA0AgAiADSQRAIA0gAiADakEBdiIJQQJ0aigCACAOSARAIAlBAWohAgUgCSEDCwwBCwsgAkEBayECA0AgACACSQRAIAcgDSAAQQJ0aigCACAKayALaiIDEBJFIAMjOCMTQQJ0aigCACIHRnJFBEAgAiEDIAcgC2sgCmohDgNAIAAgA0kEQCANIAAgA2pBAXYiCUECdGooAgAgDkgEQCAJQQFqIQAFIAkhAwsMAQsLDAILCwsgACACTgR/QQEFIAcgDSAAQQJ0aigCACAKayALakcLRQRAIAQgDSAIIAAQDyALIAprIQcjOCMTQQFqQQJ0aiEIIABBAWohAwNAIAIgA08EQCAIIA0gA0ECdGooAgAgB2o2AgAgA0EBaiEDIAhBBGohCAwBCwsjEyACIABraiQTIA0gAiIIQQJ0aigCACAKayALaiEHCyAFQQxqIQUMAQsLIAQgDSAIIAYQDyAHIAEQEgR/IxMFIxNBf3MLC6sBAQJ/IABBBWogAEEGaiAALQAFQSBGGyIAIAFPBH9BAQUgAC0AAEEgRwsEQEEADwsgAEEFay0AACIDQTRGBH9BAQVBAkEAIANBNkYbCyQ3IABBAWoiACRfIAAtAAAhAwNAIANBAEcgACABSXEEQCACQR9sIANqIQIgAEEBaiIALQAAIQMMAQsLIAAjEWogAU8EQEEADwsgACRgIAIkgQEgAEEBaiQSIxIjEWoLQgADQCAAIAFJBEAjYSAAaiNiEBEiAEUEQEEADwsgACNhayEAQQEQDiMTQQFqJBMjOCMTQQJ0aiAANgIADAELC0EBC5wBAQR/I0QjEUEEaiNeIxIoAgBxbGoiAigCAEEBayIDQQBOBH8gAkEEaiEEAn8DQCABIxFJBEBBACABIARqKAIAIxIgAWooAgBHDQIaIAFBBGohAQwBCwtBAQsFQQALBEAgAEH/////B0YEQA8LIANB/////wdHBEAgACADEBQPCwsgAiAAQQFqNgIAIAJBBGojEiMR/AoAACAAEBULLAEBfyMmI4ABRgRAEAALI38jJkEDdGoiAiAANgIAIAIgATYCBCMmQQFqJCYLMAAjBiNcRgRAEAALI1ojBiNZbGojEiMR/AoAACNbIwZBAnRqIAA2AgAjBkEBaiQGC0ABAX8gASAAa0ECSQR/QQAFIAAvAQAiAkH+/wNGIAJB//0DRnILBH9BAQUgACABIABBwD5qIgAgACABSxsQBQsLjQIBCH8gAEIgiKchCSM+Iz8gAEIIiKdxQQN0aiIMQYACaiEIA0AgCCAMSwRAIAwoAgQiC0UEQEEADwsCQCAMKAIAIAlHDQAgCygCACABcyIHQf////8DcQ0AIAsoAgggAiALKAIEayIGIANHIAMgBk4gB0GAgICAeHEbDQAgBmoiCiAERyAEIApNIAdBgICAgARxGw0AIAtBEGohBwJ/A0AgBkEIaiIFIApNBEBBACAGKQMAIAcpAwBSDQIaIAUhBiAHQQhqIQcMAQsLA0AgBiAKSQRAQQAgBi0AACAHLQAARw0CGiAGQQFqIQYgB0EBaiEHDAELC0EBCwRAIAsPCwsgDEEIaiEMDAELC0EAC9oBAQR/IABBAmpBwABLBEBBAA8LIxkEfyABIAEjGW5BAmpBAnRqBSABC0E/aiEEIABBFGxB0JYDaiIDKAIAIAMoAghqIQBB0JYDIQEDQCABIANNBEAgAiABKAIIaiECIAFBFGohAQwBCwsjNCAAIARqTSAAIzNrIAJrQYCAwABLcgRAIzMhAEHQlgMhAQNAIAEgA00EQCABKAIIIQIgASgCACIFIABHBEAgACAFIAL8CgAAIAEgADYCAAsgACACaiEAIAFBFGohAQwBCwsLIABBACM0IAAgBGpLGwuQAQIDfwJ8Ix8iAUEBaiQfA0AgAQRAIyogAEEDdGorAwAiBCMqIw0gAUEBa0EBdiICQQJ0aigCACIDQQN0aisDACIFZAR/QQEFIAQgBWEEfyMeIABBAnRqKAIAIx4gA0ECdGooAgBIBUEACwsEQCMNIAFBAnRqIAM2AgAgAiEBDAILCwsjDSABQQJ0aiAANgIAC6oEAQN/QQEkTwNAIABBgAJJBEAgAEGACGpBgAFBACAAQSByQeEAa0EaSSIBGyICQcEAciACIAEgAEEwa0EKSXIbOgAAIABBAWohAAwBCwtBoghBoggtAABBDnI6AABBpwhBpwgtAABBDnI6AABB4AhB4AgtAABBCnI6AABBqQhBqQgtAABBAnI6AABB3QhB3QgtAABBAnI6AABB3whB3wgtAABBwQFyOgAAQa0IQa0ILQAAQcEAcjoAAEGuCEGuCC0AAEHBAHI6AABBpAhBpAgtAABBEXI6AABBoAhBoAgtAABBxAByOgAAQYkIQYkILQAAQQRyOgAAQY0IQY0ILQAAQQRyOgAAQYoIQYoILQAAQQRyOgAAQawIQawILQAAQcQAcjoAAEG7CEG7CC0AAEEEcjoAAEG6CEG6CC0AAEHEAHI6AABBvQhBvQgtAABBxAByOgAAQfsIQfsILQAAQSRyOgAAQdwIQdwILQAAQQRyOgAAQaoIQaoILQAAQcAAcjoAAEHACEHACC0AAEHAAHI6AABBqwhBqwgtAABBwAByOgAAQb8IQb8ILQAAQcAAcjoAAEGlCEGlCC0AAEEQcjoAAEH+CEH+CC0AAEEQcjoAAEHbCEHbCC0AAEEwcjoAAEG8CEG8CC0AAEEQcjoAAEHxCEHxCC0AAEEgcjoAAEGoCEGoCC0AAEEgcjoAAEH8CEH8CC0AAEEgcjoAAEGhCEGhCC0AAEEgcjoAAAuhAwECfwJ/QQAgACABTw0AGiAAQQFqIQYgAC0AACIAQQR2QQdxJCwgAEEPcSQAQQQhBwNAIABBgAFPBEBBACABIAZNIAdBEktyDQIaIAYiAEEBaiEGIwAgAC0AACIAQf8AcSAHdHIkACAHQQdqIQcMAQsLIAYLIQACQCMAIARBAXRLQQEgABsNACMsQQZGBEADQCAAIAFPDQIgACIFQQFqIQAgBS0AAEGAAU8NAAsFIyxBB0YEQCABIAAgBWoiAEkNAgUMAgsLIAAgASACIwAiABAKIABHDQAgACACaiRAI0AhBUEAJABBACEBAn8DQEEAIAFBFUsgAiAFT3INARogAiIAQQFqIQIjACAALQAAIgBB/wBxIAF0ciQAIAFBB2ohASAAQYABTw0ACyACCyQtIy1FIwAgA0dyDQAjLSEAI0AhA0EAJABBACECAn8DQEEAIAJBFUsgACADT3INARogACIBQQFqIQAjACABLQAAIgFB/wBxIAJ0ciQAIAJBB2ohAiABQYABTw0ACyAACyQtQX8jACMtRSMAIARLchsPC0F/C/gFAgh/A34gBiAHQQxsaiEMIAYhB0F/IQ0DQCAEIAVJBEAgBEEBaiEIIAQtAAAiD0GAAUkEQCAPRSAIIA9qIAVLciALIA9qIANLcgRAQX8PCyACIAtqIQQCQCAPQcAASwRAIAQgCCAP/AoAAAwBCyAIKQMIIRAgCCkDECERIAgpAxghEiAEIAgpAwA3AwAgBCAQNwMIIAQgETcDECAEIBI3AxggCEEgaikDCCEQIAgpAzAhESAIKQM4IRIgBEEgaiAIKQMgNwMAIAQgEDcDKCAEIBE3AzAgBCASNwM4CyAIIA9qIQQgCyAPaiELDAILIAggD0H/AHFpaiAFSwRAQXwPC0EAIQpBACEJIA9BAXEEfyAILQAAIQogCEEBagUgCAshBCAPQQJxBEAgCiAELQAAQQh0ciEKIARBAWohBAsgD0EEcQRAIAogBC0AAEEQdHIhCiAEQQFqIQQLIA9BCHEEQCAKIAQtAABBGHRyIQogBEEBaiEECyAPQRBxBEAgBC0AACEJIARBAWohBAsgD0EgcQRAIAkgBC0AAEEIdHIhCSAEQQFqIQQLIA9BwABxBEAgCSAELQAAQRB0ciEJIARBAWohBAsgAa0gCq0gCUGAgAQgCRsiCK18VAR/QQEFIAOtIAutIAitfFQLBEBBfg8LIAIgC2ohCSAAIApqIQ8CQCAIQcAASwRAIAkgDyAI/AoAAAwBCyAPKQMIIRAgDykDECERIA8pAxghEiAJIA8pAwA3AwAgCSAQNwMIIAkgETcDECAJIBI3AxggD0EgaikDCCEQIA8pAzAhESAPKQM4IRIgCUEgaiAPKQMgNwMAIAkgEDcDKCAJIBE3AzAgCSASNwM4CyAKIA5GIAsgDUZxBEAgB0EEayIJIAkoAgAgCGo2AgAFIAcgDEkEQCAHIAs2AgAgByAKNgIEIAcgCDYCCCAHQQxqIQcLC0F/IAggC2oiCyAHIAxPGyENIAggCmohDgwBCwsgAyALRgR/IAcgBmtBDG4FQX0LC9gBAQZ/IAAjSkEBdGoiBSABTwRAQQAPCyMGI1xGBEAQAAsjWiMGI1lsaiEBIAAhAwNAIAMgBUkEQCADLQAAIgZBIHJB4QBrIQcgAy0AASIAQSByQeEAayEIIAQgBkEwayIEQRAgB0EKaiAHQQZPGyAEQQpJGyIGIABBMGsiAEEQIAhBCmogCEEGTxsgAEEKSRsiB3JyIQQgASIAQQFqIQEgACAGQQR0IAdyOgAAIANBAmohAwwBCwsgBEEPSwRAQQAPCyNbIwZBAnRqIAI2AgAjBkEBaiQGQQEL2QYCBH8BfCMdI40BRkEAIAIbBEAQAAsgACABaiEFIAAiAUEFaiAFTQR+IAEpAwBC9OSVq4YEhUIYhgVCAQtQBH8gAUEFaiAFI0sjHWpBgICAgAQgAhsQHQVBAAsEQCABI0pBAXRqQQZqIQEDQCABQQdqIAVNBH4gASkDAELwwsmr5o2dEIVCCIYFQgELUAR/IAFBB2ogBSM6QX9zQf////97IAIbEB0FQQALBEAgASNKQQF0akEIaiEBIAIEQCM6QQFqJDoLDAELCwsgAgRAI4sBIx1BA3RqIAEhAgJAA0AgAkEIaiAFTQR+IAIpAwBC496165aNnbrlAIUFQgELUCACQQpqIAVNcQR/IAIvAQhB8sAARgVBAAtFBEAgAiAFTwR/QQEFIAItAABBCkYLDQIDQCACIAVJBH8gAi0AAEEKRwVBAAsEQCACQQFqIQIMAQsLIAJBAWohAgwBCwsgAiEDA0AgAyAFSQR/IAMtAABBCkcFQQALBEAgA0EBaiEDDAELCyADIgRBAWshAwNAIAIgA0kEfyADLQAAQT5HBUEACwRAIANBAWshAwwBCwsgA0EBaiEDA0AgAyAESQR/IAMtAABBIEYFQQALBEAgA0EBaiEDDAELCwNAIAMgBEkEfyADLQAAQTBrQQpJBUEACwRAIAdEAAAAAAAAJECiIAMtAABBMGu4oCEHIANBAWohAwwBCwsgB0QAAAAAAAAAACAHRP///////z9DZRshBwsgBzkDACOMASMdQQJ0aiM6NgIAIx1BAWokHQsjOyABIABrNgIEI4oBBH8gASEAQQAhAgJAA0AgASAFSQR/IAEtAABBCkcFQQALBEAgACABIAIEfyABLQAAQSBGBSACCyIAQQEgAhsbIQRBAiEDIAJBASABQQZqIAVNBH4gASkDAELn4J2bl+0ZhUIQhgVCAQtQIgIbRSABIARLcQR/IAQgARAMBUEBC0UNAkEBIAAgAhshAgNAIAEgBUkEfyABLQAAQQpHBUEACwRAIAFBAWohAQwBCwsgBSABQQFqIgAgACAFSxsiASAEIAIbIQAMAQsLQQIhAyAAIAFJBH8gACABEAwFQQELRQ0AIAFBAWogBU8Ef0EBBSABQQFqIAUQDAtFIQMLIAMFQQILC8UCAQt/IAAgAUEMbGohDSMHIQEjJyEHA0AgAgRAAkAgACANRiIRBH8gAgUgACgCAAshCSAKIBEEfyADBSAAKAIECyIKRyAJIAtLcgRAIAEjB0YiECALIARrQQAgBCALSRsiDiAMQRBqS3IEQCAIIAwgEAR/QQAFIAFBCGsoAgALa2ohCCABIA42AgAgAUEIaiEBCyABQQRrIAIgBSAJaiIMIAIgDEkbIgw2AgAgByMnRiAPIAsgBmtBACAGIAtJGyILSXIEQCAHIAs2AgAgB0EIaiEHCyAHQQRrIAIgBiAJaiILIAIgC0kbIg82AgALIBENACAAKAIIIg4gCWohCyAKIA5qIQogAEEMaiEADAILCwsgASMHSwRAIAggDCABQQhrKAIAa2ohCAsjGyABIwdrQQN2NgIAIxsgByMna0EDdjYCBCAIC5AKARF/IAIgA0EMbGohECAGIAdBA3RqIQ8jByEHIychCiMVIQwjGiEOIAAgAUEEdGohDUEGIQMDQCAFIAN2QYAgTwRAIANBAWohAwwBCwtB0KADQQAgBSADdkEBavwLACAAIQEDQCABIA1JBEAgASgCBCADdkHQoANqQQE6AAAgAUEQaiEBDAELC0HQwAMkFEF/JEVBACRGIAAhAQJ/A0AgASANSQRAIAEoAgBBf0YEQEEAIxRB0MYDRg0DGiABKAIMIREjFCABKAIIIhI2AgAjFCARNgIEIxRBADYCCCMUQQxqJBQjRSITIBIgEiATSxskRSNGIhIgESARIBJJGyRGCyABQRBqIQEMAQsLQQELRQRAQQAPCyMHIAhBA3RqIRIjJyAJQQN0aiETIxUjY2ohFCMaI2NqIREgAyEBIAAhAyACIQgDQCAIIBBJBEAgCCgCBCIVIAgoAggiFmoiAiNFSyAVI0ZJcQR/QQEgFSAVQQFNGyAVIAgoAgAgFWsiCRshFyACIAJBAWsgAiAJaiAERiACIAVJchshGEHQwAMhCQJ/A0AgCSMUSQRAIAkoAgQiGSAVTSAJKAIAIhogAk9yRQRAQQAgGCAZSSAXIBpLcg0DGiAJQQE2AggLIAlBDGohCQwBCwtBAQsFQQELRQRAQQAPCyAWQQFrQQEgAXRJBH8gFSABdkHQoANqLQAAIAJBAWsgAXZB0KADai0AAHIFQQELBEAgCCgCACAVayEWIAsgFUsEf0EBBSADIA1JBH8gAygCBCAVSQVBAAsLBEAgAyANSQR/IAMoAgQgFUkFQQALBEBBECEJIANBEGohCwNAIAkgC2oiAyANSQR/IAMoAgQgFUkFQQALBEAgCSALaiELIAkgCWohCQwBCwsgDSAJIAtqIgMgAyANSxshAwVBECEJA0AgAyAAIAlqSwR/IAMgCWsoAgQgFU8FQQALBEAgAyAJayEDIAkgCWohCQwBCwsgAyAJayAAIAMgACAJaksbIQsLA0AgAyALSwRAIAsgAyALa0EFdkEEdGoiCSgCBCAVSQRAIAlBEGohCwUgCSEDCwwBCwsgCyEDC0EBIBUgFUEBTRsgFSAWGyEVIAIiCyALQQFrIAsgFmogBEYgBSALS3IbIQIDQCADIA1JBEAgAygCBCIXIAtJBEAgAygCACEYIAMoAgghGSADKAIMIRogBiEJIBYgF2ohFwNAIAkgD0kEfyAJKAIEIBdNBUEACwRAIAlBCGohCQwBCwsgCSEGAkAgFSAZTSACIBpPcQR/IAkgD0kEfyAJKAIAIBdNBUEACwVBAQtFBEAgDCAURgRAQQAPCyAMIBg2AgAgDCAXNgIEIAwgFiAZajYCCCAMIBYgGmo2AgwgDEEQaiEMDAELIBhBAEgEQCAKIQkDQCAJIBNJBH8gCSgCBCAXTQVBAAsEQCAJQQhqIQkMAQsLIAkiCiATSQR/IAkoAgAgF00FQQALDQEFIAchCQNAIAkgEkkEfyAJKAIEIBdNBUEACwRAIAlBCGohCQwBCwsgCSIHIBJJBH8gCSgCACAXTQVBAAsNAQsgDiARRgRAQQAPCyAOIBg2AgAgDiAXNgIEIA5BEGohDgsgA0EQaiEDDAILCwsLIAhBDGohCAwBCwsjGyAMIxVrQQR2NgIIIxsgDiMaa0EEdjYCDEHQwAMhAANAIAAjFEkEQCAAKAIIRQRAQQAPCyAAQQxqIQAMAQsLQQELkgEAIAAgASACaiABIAEgA2oQBiIBRQRAIyMjIiNlQQN0akYEQEEADwsjIyAANgIAIyMgAjYCBCMjQQhqJCNBAQ8LIAEoAgwEf0EBBSMMIygjZUEEdGpGCwRAQQAPCyACIAEoAgRrIQMjDCAANgIAIwwgAjYCBCMMIAM2AggjDCADIAEoAghqNgIMIwxBEGokDEEBC5ECAEEBIzkjGksgAxskZiACQQBHJEgjZkUEQEEBDwsjByADQQN0aiEDIAIEfyMHIQICfwNAIAIgA0kEQEEBIAAgAigCAGogACACKAIEahAFDQIaIAJBCGohAgwBCwtBAAsFIAAgACABahAFC0UkSCNIBH8gACABaiAAa0ECSQR/QQAFIAAvAQAiAkH+/wNGIAJB//0DRnILBSAAIAAgAWoQFgsEQEEADwsjByADIAAgACAAIAFqQQAQByADRwRAQQAPCyMaIQIDQCACIzlJBEAgAigCAEEASARAQQAPCyACQRBqIQIMAQsLIAQgBCAFQQN0aiICIAAgACABakEAECQgAkYEfyMgQQRrKAIABUEBC0ULOgAgAEEUbEHQlgNqIgAoAgQkLiMHQQA2AgAjByMuNgIEIxUkKSMaJDkgACgCACMuQQBBASMHQQEQIgvXAgEJfyMgI1NBAnRqIQkjICEGA0AgACABSQRAIAQEfyAEBSACIAAoAgBqCyEFQQAhBCACIAAoAgRqIgcgAyADIAdLGyEKA0AgBUEMaiAKTQRAIxhBgAZqIgwgBS0AC2otAAAjGEGABGoiDSAFLQAKai0AACMYIgcgBS0ACGotAAAjGEGAAmoiCCAFLQAFai0AACAFLQAAIAdqLQAAIAUtAAMgDGotAABxcXFxcSILBH8gCyAFLQAJIAhqLQAAIAUtAAcgDGotAAAgBS0ABiANai0AACAFLQAEIAdqLQAAIAUtAAEgCGotAAAgBS0AAiANai0AAHFxcXFxcQVBAAsEQCAGIAU2AgAgCSAGQQRqIgZGBEAjIEEIayAFQTBqNgIAIyBBBGsjUzYCACAADwsLIAVBMGohBQwBCwsgAEEIaiEADAELCyMgQQRrIAYjIGtBAnY2AgAgAAsMAEEAJDdB0MADJBQLBQAjiQELogEBBH8DQCAAIAFJBEACQCACQYCAgARLBEAgAEEBcg8LIAAkiQEgACgCACEEIAAoAgQhBSAAIAAoAggiA0EASAR/IAQgBRAIBSADIAQgBRAJCyIDNgIAIANBAEgNACACIANqIQIgACAAKAIIEA02AgQgACgCDARAIAAoAghBFGwiA0HQlgNqIANB5JYDakEU/AoAAAsgAEEQaiEADAILCwsgAAsTAQF/IxwiACNJaiRJQQAkHCAACxkAIAAkhgEgASSHASACJIgBQQAkSUEAJBwLCgEBfyMmQQAkJgsTAQF/IyEiACM2aiQ2QQAkISAAC0wAIAAkESABQQBHJF0gAiR7IAMkfCAEJH0gBSR+IAYkfyAHJIABIAgkRCAJQQFrJF4jREEAIAkjEUEEamz8CwBBACQ2QQAkJkEAJCELBgAgACRQCxwAIAAkPiABQQFrJD8gAiRsIAIkCCACIANqJG0L+wICBX8BfiNtIAMgAmsiCyMIQRBqakkiCgRAIz5BACM/QSFqQQN0/AsAI2wkCAsgAyABQRBqTQRAIAFBCGogBU0gASAET3EEfiABKQMABUIACyAArYVClfip+pe33puef34iDCAMQh2IhSEMBSAArSEMIAFBCGshBwNAIAcgAUEgakkEQCAEIAdNIAdBCGogBU1xBH4gBykDAAVCAAsgDIVClfip+pe33puef34iDCAMQh2IhSEMIAdBCGohBwwBCwsLIz4jPyAMQgiIp3FBA3RqIghBgAJqIQkgCCEHA0AgByAJSQR/IAcoAgQFQQALBEAgB0EIaiEHDAELCyAHIAlGBEAgCCMIQQR2QR9xQQN0aiEHCyAHIAxCIIg+AgAgByMINgIEIwggAEGAgICAeEEAIAIgBEYbckGAgICABEEAIAMgBUYbcjYCACMIIAEgAms2AgQjCCALNgIIIwggBjYCDCMIQRBqIAIgC/wKAAAjCCALQRBqaiQIIAoLLgAgACRuIAEkUSACJG8gAyRwIAQkMiAFJHEgBiRyIAckcyAIJCUgCSQCIAokdAubBAEFfyAAQYCAgIACcQR/IAEjDyMXEFIFQQELRQRAQQAPCyABIABBF3ZBH3FqIgMgAEE/cWohBCAAQQZ2Qf8HcSEFIABBgICAgARxBEADQCADIARJIAMjF0lxBH8gAy0AACICQSBGIAJBCWtBAklyIAJBDUZyBUEACwRAIANBAWohAwwBCwsgAyAESQR/IAMjF08Ef0EABSMyIAVBBXRqIAMtAAAiAkEDdmotAAAgAkEHcXVBAXELBUEBC0UEQEEADwsFIAMhAgNAIAIgBEkEQAJAIAIjF08EQEEADwsjMiAFQQV0aiACLQAAIgZBA3ZqLQAAIAZBB3F1QQFxRQRAIAIgA2tBBUkEf0EABSMyQSBqIAItAAAiAkEDdmotAAAgAkEHcXVBAXELRQRAQQAPCwwBCyACQQFqIQIMAgsLCwsgAEEQdkH/AHEiAEUEQEEBDwsgASAAQQFrayIBIw9MBH9BAAUjMiABQQFrLQAAIgBBA3ZqLQAAIABBB3F1QQFxCwR/IAFBAWsiACMPTgR/IAAtAABB7QBGBUEACwVBAQsEf0EBBSABQQJrIgAjD04EfyAALQAAQdwARgVBAAsLBH9BAQUgAUEDayIAIw9OBH8gAC0AAEElRgVBAAsLBH9BAQUgAUEEayIAIw9OBH8gAC0AAEHcAEYFQQALCwR/QQEFIAFBBmsiACMPTgR/IAAtAABB3ABGBUEACwsLKQAgACQzIAAgAWokNCACJHYgAyRWIAQkdyAFJEEgBiR4IAckQiAIJBkLPAAgAEEUbEHQlgNqIgAgATYCACAAIAI2AgQgACMZBH8gAiACIxluQQJqQQJ0agUgAgs2AgggAEF/NgIMCwYAQdCWAwsbACAAQRRsIgBB0JYDaiAAQeSWA2pBFPwKAAALYwICfwF+A0AgASACSQRAIAAgAUEDdGorAwD8ByIGIy+Ip0ECdEHQxgNqIgUoAgAhBCAFIARBAWo2AgAgAyAEQQN0aiABrSAGQgEjL4ZCAX2DQiCGhDcDACABQQFqIQEMAQsLC4cEAgl/An4gACEHA0AgASAHSwRAIAdBAnQiAEHQxgNqKAIAIAcEfyAAQczGA2ooAgAFQQALIgtrIQogC0EDdCIFIAJqIQAgAyAFaiEIIApBGE0EQCAAIApBA3RqIQkgAEEIaiEFA0AgBSAJSQRAIAUpAwAhDiAFIQYDQCAAIAZJBH8gBkEIaykDACAOVgVBAAsEQCAGIAZBCGsiBikDADcDAAwBCwsgBiAONwMAIAVBCGohBQwBCwsFIAghBUIgIQ4DQCAOIy9CIHxUBEBB0IYEQQBBgBD8CwAgACAKQQN0aiEMIAAhBgNAIAYgDEkEQCAGKQMAIA6Ip0H/A3FBAnRB0IYEaiIJIAkoAgBBCGo2AgAgBkEIaiEGDAELCyAFIQZB0IYEIQkDQCAJQdCWBEkEQCAJKAIAIQ0gCSAGNgIAIAYgDWohBiAJQQRqIQkMAQsLIAAhBgNAIAYgDEkEQCAGKQMAIg8gDoinQf8DcUECdEHQhgRqIgkoAgAhDSAJIA1BCGo2AgAgDSAPNwMAIAZBCGohBgwBCwsgACAFIQAhBSAOQgl8IQ4MAQsLCyAHrSMvhiEOQQAhBQNAIAUgCkkEQCAAIAVBA3QiBmopAwAhDyAGIAhqIA4gD0IgiIS6OQMAIAQgBSALakECdGogDz4CACAFQQFqIQUMAQsLIAdBAWohBwwBCwsLpAQDB38BfgN8A0AgACABSQRAQQAgBrggAiAAQQN0aisDACISIAWhIhNEAAAAAAAAUECgYyAHGwRAIAAPC0EAIQ0gBrggAEEBaiIKIAFJBHwgAiAKQQN0aisDAAUgAwsgBaGkIhQgE2QEfyAEIBP8A2oiCy0AAEEEdkEHcSINQQdGBEAgAA8LAn9CACERIAQgFPwDaiIPIAtBQGsiCiAKIA9LGyEQIAtBAWohCiALLQAAIQxBByEOA0AgDEGAAU8EQEF9IA5FIAogEE9yDQIaIAoiC0EBaiEKIAstAAAhDCAOQQFrIQ4MAQsLQX1BfyANRSANQQVGciAKIA9LchsgDUEGRw0AGgNAQX0gCiAQTyARQoCAgICAgAhWcg0BGiAKIgtBAWohCiALLQAAIgtBB3atIAtB/wBxrSARQgeGfHwhESALQYABTw0ACyASIBG6oSESIAAhCkEBIQwDQCAKIAxLBH8gEiACIAogDGtBA3RqKwMAYwVBAAsEQCAKIAxrIQogDEEBdCEMDAELCyAKIAxrQQAgCiAMSxshDANAIAogDEsEQCASIAIgCiAMakEBdiILQQN0aisDAGQEQCALQQFqIQwFIAshCgsMAQsLIAxBfSAAIAxHBH8gEiACIAxBA3RqKwMAYQVBAAsbCwVBfQshCiAAIAhqQQAgDSANQQZGIApBfUZyGzoAACAJIABBAnRqIAo2AgAgAEEBaiEADAELCyABCzgBA39B0MYDIQADQCAAQdCGBEkEQCAAKAIAIQIgACABNgIAIAEgAmohASAAQQRqIQAMAQsLQYAQCz4BAX8DQCABIAJJBEAgACABQQN0aisDAPwHIy+Ip0ECdEHQxgNqIgMgAygCAEEBajYCACABQQFqIQEMAQsLCyUBAX5CNSAA/Ad5fSIBQgAgAUIAWRskL0HQxgNBAEGAwAD8CwALSAAjCwRAIAJBACML/AsAIANBACMKIxBBAWpBA3RqIANr/AsACyAAJEMgASQ1IAIkVyADJAogBCR5IAUkeiAGQQFrJBBBACQLC48EAQV/IwojECACIAJBD3ZzQe347OACbEEHdnEiBkEDdGooAgQhBwNAIAcEQCMKIAZBA3RqKAIAIAJGBH8gACEDIAdBAWsiBAR/IzUgBEEBa0ECdGooAgAFQQALI0NqIQUCf0EAI0MjNSAEQQJ0aigCAGogBWsgASADa0cNABoDQCADQQhqIgQgAU0EQEEAIAMpAwAgBSkDAFINAhogBCEDIAVBCGohBQwBCwsDQCABIANLBEBBACADLQAAIAUtAABHDQIaIANBAWohAyAFQQFqIQUMAQsLQQELBUEACwRAQQAkWCAHQQFrDwsjCiMQIAZBAWpxIgZBA3RqKAIEIQcMAQsLQQEkWCMLI3pGIwsiAwR/IzUgA0EBa0ECdGooAgAFQQALIgMgASAAa2oiBCN5S3IEQEF/DwsjQyADaiAAIAEgAGv8CgAAIzUjC0ECdGogBDYCACMKIAZBA3RqIgAgAjYCACMLQQFqJAsgACMLNgIEIxAjC0EBdEkEQCMKIQAjCiMQQQFqQQN0aiICJAojEEEBdEEBaiQQA0AgACACSQRAIAAoAgQiAwRAIxAgACgCACIBIAFBD3ZzQe347OACbEEHdnEhAQNAIwogAUEDdGooAgQEQCMQIAFBAWpxIQEMAQsLIwogAUEDdGoiASAAKAIANgIAIAEgAzYCBAsgAEEIaiEADAELCwsjC0EBawt8ACAAJGcgASQ9IAIkjwEgAyRoIAUkFiAGJA4gByQBIAgkTEEAJE0gCSRpIAokKyALJJABIAxBAWskkQEgDSRqIA4kayAPJCQgDyROIA8gEEEDdGokkgFBACEAA0AgACAESQRAIwEgAEECdGpBfjYCACAAQQFqIQAMAQsLC08BAn8DQCABIANLBEAgACADQQJ0aiIEIAQoAgAiBEEASAR/IAIgBEF/c0ECdGooAgBBf3MFIAIgBEECdGooAgALNgIAIANBAWohAwwBCwsLbwEDfwNAIAMgB0sEQCAAIAdBAnRqKAIAIghBAE4EQCAEIAhBAnRqIAUgB2o2AgALIAEgB0ECdGoiCSgCACIIQQBOBEAgCSAFIAhqNgIACyACIAdBAnRqIgggCCgCACAGajYCACAHQQFqIQcMAQsLCz0BA38DQCABIANLBEAgACADQQJ0aiIEKAIAIgVBAE4EQCAEIAIgBUECdGooAgA2AgALIANBAWohAwwBCwsL/gIBBn8DQCAAIAFJBEAjASAAQQJ0aigCAEF/SAR/An8jaSICIAA2AgAgAkEEaiEDA0AgAyNpSwRAIwEgA0EEayICKAIAIgVBAnRqKAIAIgRBf04EQCACIQMMAgsgBEF8RwRAI2cgBUECdGooAgAiAkEASAR/QX8FIwEgAkECdGooAgALIgRBfkYEQCADIAI2AgAgA0EEaiEDDAMLIARBfkgEQCADQQRrIQMjASAFQQJ0akF9NgIADAMLIAMhAiAFBH8jPSAFQQFrQQJ0aigCAAVBAAshBCM9IAVBAnRqKAIAIQcDQCAEIAdIBEAjaCAEQQJ0aigCACIGQQBIBH9BAQUjASAGQQJ0aigCAEF+RwtFBEAgAiAGNgIAIAJBBGohAgsgBEEBaiEEDAELCyACIANLBEAgAiEDIwEgBUECdGpBfDYCAAwDCwsgA0EEayEDQQAgBRBDRQ0CGgwBCwtBAQsFQQELRQRAQX8PCyAAQQFqIQAMAQsLI04jJGtBA3YLqQMBBn8jKyEBIAAEfyM9IABBAWtBAnRqKAIABUEACyEFIz0gAEECdGooAgAhBgNAIAUgBkgEQCNoIAVBAnRqKAIAIgJBAE4EQCMBIAJBAnRqKAIAIgNBf0gEf0EBJE0jTCACakEBOgAAIAIFIAMLIQILIAJBf0cEQCOPASAFQQJ0aigCACEEAn8gASMra0GAAU0EQCMrIQMDQCABIANLBEAgAygCACAEQX9zRwR/QQEFIAMoAgQgAkcLRQRAIAMgA0EIaiABIANrQQhr/AoAACABQQhrDAQLIANBCGohAwwBCwsLIAEgBDYCACABIAI2AgQgAUEIagshAQsgBUEBaiEFDAELCyAAQQJ0IgIjZ2ooAgAhAyABIytGBEAgAiMWaiADQQBIBH9BAAUjDiADQQJ0aigCAAsiAQR/IxYgA0ECdGooAgAFQQALNgIAIABBAnQiAiMOaiABNgIAIwEgAmogAQR/IwEgA0ECdGooAgAFQX8LNgIABSAAIAMgARBGRQRAQQAPCwsjTQR/I0wgAGotAAAFQQALBEAjASAAQQJ0aiAANgIAC0EBC3wBA38jJCAAQQJ0IgAjFmooAgBBA3RqIgQjDiAAaigCAEEDdGohAANAIAAgBEsEQCAEIAAgBGtBBHZBA3RqIgMoAgAiBSABSAR/QQEFIAEgBUYEfyADKAIEIAJIBUEACwsEQCADQQhqIQQFIAMhAAsMAQsLIAQjJGtBA3YLqAIBBn8jTUUEQEEBDwsjTCIDQQAgAPwLAEEBIQIDQCAEQYAQTSACcQRAQQAhAkEAIQEDQCAAIAFLBEBBASACIAEjASABQQJ0aigCAEYEfyABIANqLQAABUEBCwR/QQAFIyQgAUECdCIFIxZqKAIAQQN0aiICIw4gBWooAgBBA3RqIQYCfwNAIAIgBkkEQCACKAIEIgVBAE4EfyADIAVqLQAABUEBCwRAIAEgA2pBAToAAEEBDAMLIAJBCGohAgwBCwtBAAsLGyECIAFBAWohAQwBCwsgBEEBaiEEDAELC0EAIQEDQCAAIAFLBEAjASABQQJ0aigCACIEQQBOBH8gAyAEai0AAAVBAQtFBEAjDiABQQJ0akEANgIACyABQQFqIQEMAQsLIAJFC6AGAgl/AX4jTiEDIAFBAEgEf0EABSMOIAFBAnRqKAIAQQN0CyIEIAIjK2tqI5IBIANrSwRAQQAPCyAEBEAgAyMkIxYgAUECdGooAgBBA3RqIAT8CgAACyADIARqIQQjKyEKA0AgAiAKSwRAIAMhBSAEIQEgCigCACIJQX9zIAkgCUEASBshCCAKKAIEIQcDQCABIAVLBEAgBSABIAVrQQR2QQN0aiIGKAIAIgsgCEgEf0EBBSAIIAtGBH8gBigCBCAHSAVBAAsLBEAgBkEIaiEFBSAGIQELDAELCyAJQQBOBEAgBCEBA0AgASAFSwRAIAEgAUEIayIBKQMANwMADAELCyAFIAk2AgAgBSAHNgIEIARBCGohBAUgBCAFSwR/IAUoAgAgCEYFQQALBH8gBSgCBCAHRgVBAAsEQCAEQQhrIQQDQCAEIAVLBEAgBSAFKQMINwMAIAVBCGohBQwBCwsLCyAKQQhqIQoMAQsLAn9BfyADIARGDQAaIAMhAgNAIAIgBEkEQCAMIAIpAwCFQpX4qfqXt96bnn9+IgxCIIggDIUhDCACQQhqIQIMAQsLI5ABI5EBIAyncUECdGoiBigCACEBA0AgAQRAIAFBAWsiAiNqIAJBAnRqKAIAIAynRgR/An9BACAEIANrIAJBAnQiAiMOaigCAEEDdEcNABojJCMWIAJqKAIAQQN0aiECIAMhBQNAIAQgBUsEQEEAIAUpAwAgAikDAFINAhogBUEIaiEFIAJBCGohAgwBCwtBAQsFQQALDQIaI2sgAUEBa0ECdGooAgAhAQwBCwsgAEECdCIBI2pqIAw+AgAjayABaiAGKAIANgIAIAYgAEEBajYCACAACyIBIABGBEAgAEECdCIBIxZqIAMjJGtBA3Y2AgAjDiABaiAEIANrQQN2NgIAIwEgAWogADYCACAEJE4FIxYgAEECdGogAUEASAR/QQAFIw4gAUECdGooAgALIgIEfyMWIAFBAnRqKAIABUEACzYCACAAQQJ0IgAjDmogAjYCACMBIABqIAIEfyMBIAFBAnRqKAIABUF/CzYCAAtBAQv7BgINfwJ+IwUjBCIAKQMAIwMiB62GhCENIAAgB0EDdkEHcUEHc2ohBCANQgKIp0EfcUGBAmoiBiANQgeIp0EfcUEBamoiBSAGQR5qSyAGQZ4CS3IEQEEADwsgDUIMiKdBD3FBBGohCCANQg6IIQ0gB0E4ckEOayEAA0AgASAISQRAIAFBDEYEQCANIAQpAwAgAK2GhCENIAQgAEEDdkEHcUEHc2ohBCAAQThyIQALIA4gDUICiEIHgyABQeCqAWoxAABCA36GhCEOIA1CA4ghDSAAQQNrIQAgAUEBaiEBDAELC0GgCkIANwMAQagKQgA3AwBBsApCADcDAEG4CkIANwMAA0AgAkETSQRAIA6nQQdxIgFBAXRBoApqIgcvAQAhCCAHIAhBAWo7AQAgAUGABWwgCEEBdGpBoApqIAI7ASAgAkEBaiECIA5CA4ghDgwBCwtBoApBgLUBQcCBA0EHEAMiB0EASARAQQAPC0HAlgMoAgAhCEGgCkIANwMAQagKQgA3AwBBsApCADcDAEG4CkIANwMAQcDaAEIANwMAQcjaAEIANwMAQdDaAEIANwMAQdjaAEIANwMAQQAhAQJ/A0BBACAEIAhLDQEaIA0gBCkDACAArYaEIQ0gBCAAQQN2QQdxQQdzaiEEIA0gDacgB3EoAsCBAyICrYghDSAAQThyIAJrIQACQCACQQ12IgJBEEkEQEGgCkHA2gAgAyAGSSIJGyIKIAIiAUEBdGoiAi8BACELIAIgC0EBajsBACAKIAFBgAVsIAtBAXRqaiADIAMgBmsgCRs7ASAgA0EBaiEDDAELQQAgAkEQRiIJIANFcQ0CGkEBIAkEf0ECBUEDQQcgAkERRhsLIgl0QQFrIA2nQQJ2cUELQQMgAkESRhtqIQogDSAJrYghDSAAIAlrIQAgAUEAIAJBEEYbIQFBACAKIAUgA2tLDQIaIAMgAyAKaiIJIAEbIQMDQCADIAlJBEBBoApBwNoAIAMgBkkiChsiCyABQQF0aiIMLwEAIQIgDCACQQFqOwEAIAsgAUGABWwgAkEBdGpqIAMgAyAGayAKGzsBICADQQFqIQMMAQsLCyADIAVJDQALIA0kBSAAQT9xJAMgBCQEQaAKQYCrAUGAtgFBCxADJFVBzJYDQcDaAEGAtAFBwL0CQQgQAyIANgIAI1UgAHJBAE4LC/MFAgh/An4jBSEJIwMhByMEIQYjCSEAAn8DQAJAQQAgBkHAlgMoAgBLDQIaQQAgAEHIlgMoAgBLDQIaIAkgBikDACAHrYaEIQkgBiAHQQN2QQdxQQdzaiEGIAdBOHIhAiAJp0H8D3EoAsCFAyIDQQBIBEAgACIBQQFqIQAgASADQQ12OgAAIAIgA2shByAJIAOtiCIJp0H8D3EoAsCFAyIDQQBIBEAgACIBQQFqIQAgASADQQ12OgAAIAcgA2shByAJIAOtiCIJp0H8D3EoAsCFAyIDQQBIBEAgACIBQQFqIQAgASADQQ12OgAAIAcgA2shByAJIAOtiCIJp0H8D3EoAsCFAyIDQQBIBEAgACIBQQFqIQAgASADQQ12OgAAIAkgA62IIQkgByADayEHDAULCwsgCSAGKQMAIAethoQhCSAGIAdBA3ZBB3FBB3NqIQYgB0E4ciECCyADQYCAgIAEcQRAIANBAEgEQCAAIgFBAWohACABIANBDXY6AAAgCSADrYghCSACIANrIQcMAwsgA0GAgICAAnEEQCAJIAOtiCEIIAIgA2shAQwCC0EAIANBgICAgARxDQMaCyAJIAOtiCIIp0H8AHEoAsCVAyIEQYCAgIAEcSIBBEBBACABDQMaCyADQQ12IAmnQXwgA3RBf3NxIANBCHZ2aiEFIAggBK2IIQkgAiADayAEayEHQQAgBEENdiAIp0F8IAR0QX9zcSAEQQh2dmoiASAAQcSWAygCAGtLDQIaQQAgACAFaiIEQciWAygCAEsNAhogACICIAFrIQMCQCABQQhJBEADQCADIgFBAWohAyACIAEtAAA6AAAgBCACQQFqIgJLDQALDAELIAIgAykDADcDACACIAMpAwg3AwgDQCACQRBqIgIgBEkEQCACIANBEGoiAykDADcDACACIAMpAwg3AwgMAQsLCyAAIAVqIQAMAQsLQQAgAEHIlgMoAgBLDQAaIAgkBSABQT9xJAMgBiQEIAAkCUEBCwvdBgIJfwJ+I1UhBiMFIQojAyEIIwQhByMJIQACfwNAAkBBACAHQcCWAygCAEsNAhpBACAAQciWAygCAEsNAhogCiAHKQMAIAithoQhCiAHIAhBA3ZBB3FBB3NqIQcgCEE4ciEDIAqnIAZxKAKAtgEiAUEASARAIAAiAkEBaiEAIAIgAUENdjoAACADIAFrIQggCiABrYgiCqcgBnEoAoC2ASIBQQBIBEAgACICQQFqIQAgAiABQQ12OgAAIAggAWshCCAKIAGtiCIKpyAGcSgCgLYBIgFBAEgEQCAAIgJBAWohACACIAFBDXY6AAAgCCABayEIIAogAa2IIgqnIAZxKAKAtgEiAUEASARAIAAiAkEBaiEAIAIgAUENdjoAACAKIAGtiCEKIAggAWshCAwFCwsLIAogBykDACAIrYaEIQogByAIQQN2QQdxQQdzaiEHIAhBOHIhAwsgAUGAgICABHEEQCABQYCAgIABcQRAIAFBDXZB//8BcUF/IAF0QX9zIAqnQQ12cWpBAnQoAoC2ASEBCyABQQBIBEAgACICQQFqIQAgAiABQQ12OgAAIAogAa2IIQogAyABayEIDAMLIAFBgICAgAJxBEAgCiABrYghCSADIAFrIQEMAgtBACABQYCAgIAEcQ0DGgsgAUENdiAKp0F8IAF0QX9zcSABQQh2dmohBSADIAFrIAogAa2IIgmnIgJBzJYDKAIAcSgCwL0CIgFBgICAgARxBEAgAUGAgICAAXEEQCABQQ12Qf//AXFBfyABdEF/cyACQQp2cWpBAnQoAsC9AiEBC0EAIAFBgICAgARxDQMaCyAJIAGtiCEKIAFrIQhBACABQQ12IAmnQXwgAXRBf3NxIAFBCHZ2aiICIABBxJYDKAIAa0sNAhpBACAAIAVqIgRByJYDKAIASw0CGiAAIgMgAmshAQJAIAJBCEkEQANAIAEiAkEBaiEBIAMgAi0AADoAACAEIANBAWoiA0sNAAsMAQsgAyABKQMANwMAIAMgASkDCDcDCANAIANBEGoiAyAESQRAIAMgAUEQaiIBKQMANwMAIAMgASkDCDcDCAwBCwsLIAAgBWohAAwBCwtBACAAQciWAygCAEsNABogCSQFIAFBP3EkAyAHJAQgACQJQQELCwYAQdCWBAsKAQF/IwZBACQGCxYAIAAkWSABJFogAiRbIAMkXEEAJAYLmgUCA38CfCAAJDAgASQeIAIkjgEgAyQqIAQkPCAFJDEgCCQNQQAkHwNAIAsjMEkEQCAGIx4gC0ECdGooAgBBAnRqIAs2AgAgC0EBaiELDAELCyAHQQAjMEECdPwLACMxIQAjPCMwIgEEfyAAIAFBAWtBAnRqKAIABUEAC0ECdGohASM8IQADQCAAIAFJBEAgACAGIAAoAgBBAnRqKAIAIgI2AgAgAkEATgRAIAcgAkECdGoiAiACKAIAQQFqNgIACyAAQQRqIQAMAQsLA0AgDCMwSQRAIAcgDEECdGooAgBFBEAgDBAZCyAMQQFqIQwMAQsLA0AjHwRAIAoiAkEBaiEKQQAhASMNKAIAIQMjH0EBayQfIw0jH0ECdGooAgAhBANAAkAgAUEBdEEBaiIAIx9PDQAjKiMNIABBAWoiBSAAIAUjH0kEfyMqIw0gBUECdGooAgAiBUEDdGorAwAiDSMqIw0gAEECdGooAgAiAEEDdGorAwAiDmQEf0EBBSANIA5hBH8jHiAFQQJ0aigCACMeIABBAnRqKAIASAVBAAsLBUEACxsiAEECdGooAgAiBUEDdGorAwAiDSMqIARBA3RqKwMAIg5kBH9BAQUgDSAOYQR/Ix4gBUECdGooAgAjHiAEQQJ0aigCAEgFQQALC0UNACMNIAFBAnRqIAU2AgAgACEBDAELCyMNIAFBAnRqIAQ2AgAgCSACQQJ0aiADNgIAIzEhACADBH8gACADQQFrQQJ0aigCAAVBAAshASMxIANBAnRqKAIAIQADQCAAIAFLBEAjPCABQQJ0aigCACICQQBOBEAgByACQQJ0aiIDKAIAQQFrIQQgAyAENgIAIARFBEAgAhAZCwsgAUEBaiEBDAELCwwBCwsgCgstAQJ/A0AgASADSwRAIAAgA0ECdGoiBCAEKAIAIAJqNgIAIANBAWohAwwBCwsLhwEBA38gAiAAQQJ0aigCAEEBayEEA0AgAEEATgRAIAMgAEECdGooAgAhBSAABH8gAiAAQQFrQQJ0aigCAAVBAAshBgNAIAQgBk4EQCAFIAMgASAEQQJ0aigCAEECdGooAgByIQUgBEEBayEEDAELCyADIABBAnRqIAU2AgAgAEEBayEADAELCwuEAQIGfwF8A0AgACAFSwRAIAMgBWotAAAhByAEIAVBA3RqKwMAIQsgAiAFQQJ0aigCACEIA0AgBiAISQRAIAEgBkECdGooAgAiCSADaiIKIAotAAAgB3I6AAAgBCAJQQN0aiIJIAkrAwAgC6U5AwAgBkEBaiEGDAELCyAFQQFqIQUMAQsLC7cCAQZ/IAJB/wEjMEECdPwLAANAIAAgCksEQCACIAEgCkECdGooAgBBAnRqIAo2AgAgCkEBaiEKDAELCwNAIAAgC0sEQCABIAtBAnQiCmooAgAhDSAFIApqIA1BAnQiDiMeaigCADYCACAGIApqI44BIA5qKAIANgIAIzEhCiANBH8gCiANQQFrQQJ0aigCAAVBAAshCiMxIA1BAnRqKAIAIQ0DQCAKIA1JBEAjPCAKQQJ0aigCACIOQQBOBEAgByAJQQJ0aiACIA5BAnRqKAIANgIAIAlBAWohCQsgCkEBaiEKDAELCyAIIAtBAnRqIAk2AgAgC0EBaiELDAELCwNAIAQgDEsEQCADIAxBAnRqIgAoAgAiAUEATgRAIAAgAiABQQJ0aigCADYCAAsgDEEBaiEMDAELCwv4DAEHfyNPRQRAEBoLIAIgAEEYaiIDIAIgA0kbIgggAkkhAyAAQQNqIQIDQCACIAhJBH8gAi0AAEGACGotAABBAXEFQQALBEAgAkEBaiECDAELCyACIQYgCCACQQRqIgQgBCAISxshBANAIAIgBEkEfyACLQAAQYAIai0AAEECcQVBAAsEQCACQQFqIQIMAQsLIAIhBANAIAIgCEkEfyACLQAAQSBGBH9BAQUgAi0AAEEJRgsFQQALBEAgAkEBaiECDAELCyAIIAIiBU0EQCADDwsgBUEBaiAIRgRAQQEhAgUCQCADIQIgBCEDA0AgAyAISQR/IAMtAABBgAhqLQAAQQRxBUEACwRAIAcgAy0AAEH7AEZyIQcgA0EBaiEDDAELCyADIARGBEBBACECDAELIANBA2ogCE8NACADKAIAQaDAgIECciEJIAcEfyAJQeTKzZsGRiAJQfTywasGRnIgCUHzyrmbB0ZyIAlB7uqx4wZGcgVBAAsEQEEBIQIMAQsgAyEHA0AgByAISQR/IActAABBgAhqLQAAQYABcQVBAAsEQCAHQQFqIQcMAQsLIAcgCEYNACAHLQAAIgJBLEYgAkEuRnIgAkE7RnIgAkEpRnIEQEEAIQIMAQsgByADayICQQNGBEAgCUH///8HcUH2wrEDRiECDAELIAJBBEYgCUHkwtGLBkZxBH9BAQUgAkEFRiAJQfbCsasHRnELBH9BAQUgAkEHRiAJQePeuaMHRnELBH9BAQUgCUHz6MnLBkYEfyACQQxGIAJBC0ZyBUEACwsEf0EBBSAJQeTKmYsGRgR/IAJBDEYgAkEHRnIgAkENRnIFQQALCyECCwsCQCACDQAgACECA0AgASACSCACIABBCWtLcQR/IAJBAWstAABBgAhqLQAAQQFxBUEACwRAIAJBAWshAgwBCwsgBS0AASEDIAUtAAAiB0E9Rg0AIAdBJUYNACAHQSZGDQAgB0HcAEYNACACIABBCWtGIQACQAJAAkACQAJAAkACQAJAAkACQAJAIAdBOkcEQCAHQfwARg0BIAdBPEYNAiAHQT5GDQMgB0E7Rg0EIAdBKEYNBSAHQSxGDQYgB0EqRg0HIAdBIUYNCCAHQS1GDQkgB0E/Rg0KDAsLIANBOkcPCyADQfwARgR/IAVBAmogCE8Ef0EBBSAFLQACQT1GCwVBAAsPCyADQS9GIANBLUZyIANBPEZyIANBIUZyDwsgBCAFRg8LIAQgBksPCyAEIAZGBH8gBUEBaiEAA0AgACAISQR/IAAtAABBgAhqLQAAQcAAcQVBAAsEQCAAQQFqIQAMAQsLIAAgCEYEf0EBBSAALQAAQSlHCwVBAAsPCyAEIAZLIgMgBCAFSXIEQCADDwsgASACSAR/IAJBAWstAAAFQQALIgFBOkYgAHIgAUH7AEZyBH8gBUEBaiEAA0AgACAISQR/IAAtAABBIEYEf0EBBSAALQAAQQlGCwVBAAsEQCAAQQFqIQAMAQsLAn9BASAAQQNqIAhPBH9BAQUgAC0AAEGACGotAABBEHELDQAaQQEgAC0AAEHxAEYEfyAALQABQYAIai0AAEEgcQVBAAsNABogAC0AAEGACGotAABBCHEEf0EBBSAALQABQYAIai0AAEEIcQsEf0EBBSAALQACQYAIai0AAEEIcQsEf0EBBSAALQADQYAIai0AAEEIcUEARwsLBUEACw8LIAUgBkYNBAwDCyADQT1GDQMMAgsgA0E+Rg0CDAELIANBPUYgA0E/RnIgA0E6RnINAQsgBCAFRiAEIAZLcgR/QQEFIAUtAABBCkYLBH9BAQUgBS0AAEENRgsEQEEADwsCf0EBIAVBA2ogCE8Ef0EBBSAFLQAAQYAIai0AAEEQcQsNABpBASAFLQAAQfEARgR/IAUtAAFBgAhqLQAAQSBxBUEACw0AGiAFLQAAQYAIai0AAEEIcQR/QQEFIAUtAAFBgAhqLQAAQQhxCwR/QQEFIAUtAAJBgAhqLQAAQQhxCwR/QQEFIAUtAANBgAhqLQAAQQhxCwsEf0EABSAFLwEAQaDAAHJB4eYBRgR/IAUtAAJBIHJB4QBrQRpJBUEBCwtFDQAgAkECayIDIAFOBH8gAy0AAAVBAAsiAUH2AEYhAyABQfgARiAGIAJrIgFBCEYgAHIgAUEKRnIgAUELRnIEf0EBBSACLQAAQS1GCyADcnIPC0EBC0QCAXwBfyABQQFrIQEDQCABQQBOBEAgAUEDdCIGIABqKwMAIQUgBCAGaiACIAWhIAOgOQMAIAUhAiABQQFrIQEMAQsLC5sBAQN/IAAgAUECdGohASAAIQUDQCABIAVLBEAgAiAFKAIAIgZBAnRqKAIAIgdBAE4EQCADIAdBA3RqIgcgBysDACADIAZBA3RqKwMAoDkDAAsgBUEEaiEFDAELCwNAIAAgAUkEQCACIAFBBGsoAgAiA0ECdGooAgAiBUEATgRAIAMgBGogBCAFai0AADoAAAsgAUEEayEBDAELCwubAQEDfyAFQQAgBPwLAEEAIQQgACABQQJ0aiEGA0AgACAGSQRAAkAgACgCACIHIANqLQAAIghFBEAgBEEBaiEEDAELIAhBCHFFBEAgBSAHakEBOgAACyACIAdBAnRqKAIAIQEgBSAHai0AAARAIAFBAE4EQCABIAVqQQE6AAALBSADIAdqIAhBEHI6AAALCyAAQQRqIQAMAQsLIAQLvwIBBH8gAiEEAn8DQCABIAVLBEBBACAAIAVBAnRqKAIAIAVODQIaIAVBAWohBQwBCwtBAQsEQCABQQFrIQADQCAAQQBOBEAgBCAANgIAIABBAWshACAEQQRqIQQMAQsLIAEPCyADQQAgAUECdPwLAANAIAEgB0sEQCAAIAdBAnRqKAIAIgVBAE4EQCADIAVBAnRqIgUgBSgCAEEBajYCAAsgB0EBaiEHDAELCwNAIAEgBksEQCADIAZBAnRqKAIARQRAIAQgBjYCACAEQQRqIQQLIAZBAWohBgwBCwsgAiEBA0AgASAESQRAAkAgACABKAIAQQJ0aigCACIFQQBIDQAgAyAFQQJ0aiIGKAIAQQFrIQcgBiAHNgIAIAcNACAEIAU2AgAgBEEEaiEECyABQQRqIQEMAQsLIAQgAmtBAnYLagEDfyAEIQUDQCACIAZLBEAgASAGai0AACIHQRBxIAdFIAAgBkECdGooAgBBAE5ycgR/QQEFIAdBB3FBAkYgA0EAR0cLRQRAIAUgBjYCACAFQQRqIQULIAZBAWohBgwBCwsgBSAEa0ECdgvtAQEEfyADQf8BIAJBAnQiB/wLACAFQf8BIAf8CwADQCACIAZLBEAgACAGQQJ0aigCACIIQQBOBEAgAyAIQQJ0aigCACIJQQBIBH9BAQUgASAGQQN0aisDACABIAlBA3RqKwMAZAsEQCADIAhBAnRqIAY2AgALCyAGQQFqIQYMAQsLIAQgAyAH/AoAACACQQFrIQEDQCABQQBOBEAgACABQQJ0aigCACICQQBIBH9BAQUgAyACQQJ0aigCACABRgtFBEAgBSABQQJ0aiAEIAJBAnRqIgIoAgA2AgAgAiABNgIACyABQQFrIQEMAQsLCxMBAX8jHSIAI0tqJEtBACQdIAALLQAgACRKIAFBAEckigEgAiSLASADJIwBIAQkjQEgBSQ7QQAkOkEAJEtBACQdC2oBA38DQCAAIAFJBEACQCM7IARBgICABEsEf0F/BSAAKAIAIAAoAgQgAiADEAsLIgU2AgAgBUEASA0AIAQgBWohBCACIAVBARAeIgYNACAAQQhqIQAMAgsLCyM7IAY2AggjOyAENgIMIAALjQUBBH8DQCAAQYACSQRAIABBAnRBgKsBaiAAQQ10QYCAgIB4cjYCACAAQQFqIQAMAQsLQYCzAUGAgICABjYCAEEAIQADQCAAQRxJBEAgAEECdEGEswFqIABBAnZBAWtBACAAQQhPGyIBIABBCEkEfyAAQQNqBSAAQQNxQQRqIAF0QQNqC0ENdEGABHJyNgIAIABBAWohAAwBCwtB9LMBQYCEgQE2AgBBngIhAANAIABBoAJJBEAgAEECdEGAqwFqQYCAgIAENgIAIABBAWohAAwBCwtBACEAA0AgAEEeSQRAIABBAnRBgLQBaiAAQQF2QQFrQQAgAEEETxsiASAAQQRJBH8gAEEBagUgAEEBcUECaiABdEEBagtBDXRBgARycjYCACAAQQFqIQAMAQsLQR4hAANAIABBIEkEQCAAQQJ0QYC0AWpBgICAgAQ2AgAgAEEBaiEADAELC0EAIQADQCAAQRNJBEAgAEECdEGAtQFqIABBDXQ2AgAgAEEBaiEADAELC0GgCkIANwMAQagKQgA3AwBBsApCADcDAEG4CkIANwMAQQAhAANAIABBoAJJBEAgAEGQAUkEf0EIBSAAQYACSQR/QQkFQQdBCCAAQZgCSRsLCyICQQF0QaAKaiIBLwEAIQMgASADQQFqOwEAIAJBgAVsIANBAXRqQaAKaiAAOwEgIABBAWohAAwBCwtBoApBgKsBQcCFA0ELEAMaQcDaAEIANwMAQcjaAEIANwMAQdDaAEIANwMAQdjaAEIANwMAQQAhAANAIABBIEkEQEHK2gBBytoALwEAIgFBAWo7AQAgAUEBdEHA8wBqIAA7ASAgAEEBaiEADAELC0HA2gBBgLQBQcCVA0EIEAMaCx0AIAAkByABJCcgAiQVIAMkGiAEQQR0JGMgBSQbC6ADAQl/IAJFBEBBACRHCwNAIAAgAUkEQAJAIAAoAgghBSACRQRAI0dBgICABEsEQCAAQQFyDwsgACgCACECIAAoAgQhAyAAIAAoAggiBEEASAR/IAIgAxAIBSAEIAIgAxAJCyICNgIAIAJBAEggAiOFAUtyDQEjRyACaiRHIAVBAEgEf0EAECMFAn9BACAFQRRsIgRB0JYDaiIGKAIMIglBAEgNABojQSICI0IoAgAiAyAEQeSWA2oiBCgCBCIHIAYoAgQiCCOCASODASOEARAfJC4jGygCBCEKIy4jGygCACILQQR0aiAHSwRAIAVBAWoQIwwBC0EAIAYoAgAgCGogCSACIAMgByAIQQBBACALIAoQIEUNABojFSMbKAIIQQR0aiQpIxojGygCDEEEdGokOSAEKAIAIAcgBigCEEEARyALIycgChAiCwtFDQELQQAhAiAFQQFqEGBFBEAgAEECciAAIyJBBGsoAgAbDwsgACgCDARAIAAoAghBFGwiA0HQlgNqIANB5JYDakEU/AoAAAsgAEEQaiEADAILCwsgAAsmACAAJIIBIAEkgwEgAiSEASADJIUBIAQkZCAFJCggBiQiIAckZQvrBQIKfwJ+IABBFGxB0JYDaiIEKAIAIQogBCgCBCEFIygkDCMiJCMjIkEEa0EANgIAI2YEQCMCIwJBBGsoAgBBA3RqIQcjFSEBIwIhAwNAIAMgB0kEQCADKAIAIQYjKSECIAMoAgQgCmshCQNAIAEjFUsEfyABQRBrKAIEIAlPBUEACwRAIAFBEGshAQwBCwsDQCABIAJJBH8gASgCBCAJSQVBAAsEQCABQRBqIQEMAQsLIAEhAiMpIQgCfwNAIAIgCEkEfyACKAIEIAlGBUEACwRAQQEgAigCACAGRg0CGiACQRBqIQIMAQsLQQALBH9BAQUgBiAKIAkgBRAhC0UEQEEADwsgA0EIaiEDDAELCyMaIQEDQCABIzlJBEAgASgCACAKIAEoAgQgBRAhRQRAQQAPCyABQRBqIQEMAQsLIyJBBGsjIyMia0EDdjYCACMjIyJLBEBBAA8LIyhBEGohAgNAIAIjDEkEQCACKQMAIQsgAikDCCEMIAIoAgQhBSACIQEDQCABIyhLBH8gAUEQaygCBCAFSwVBAAsEQCABIAFBEGsiAykDADcDACABIAMpAwg3AwggAyEBDAELCyABIAs3AwAgASAMNwMIIAJBEGohAgwBCwsLIzQgAEEUbEHQlgNqIgEoAgQjDCMpIxVraiMoa0EEdiICQQR0aiIDIAEoAgBqTQR/QQAFIAEgAzYCCEEBCwR/IABBFGxB0JYDaiIAIAI2AgwgAEEANgIQIAAoAgAgACgCBGoFQQALIgJFBEBBAA8LI0gEQCAEQQE2AhALIxUhASMoIQMDQCADIwxJBEAgAygCBCEEIAEhAANAIAAjKUkEfyAAKAIEIARNBUEACwRAIABBEGohAAwBCwsgAiABIAAgAWsiBPwKAAAgACEBIAIgBGoiACADKQMANwMAIAAgAykDCDcDCCAAQRBqIQIgA0EQaiEDDAELCyACIAEjKSABa/wKAAAjZCNkKwMAIy64oDkDAEEBC10BAn8jNCAAQRRsQdCWA2oiAigCBCABQQR0aiIDIAIoAgBqTQR/QQAFIAIgAzYCCEEBC0UEQEEADwsgAEEUbEHQlgNqIgAgATYCDCAAQQA2AhAgACgCACAAKAIEagsOACAAJBggASQgIAIkUwuwBAIFfgV/QQEhByABIABrQQdxIgkEQCAJIAApAwBCwAAgCUEDdK19hiICQv+B/Ifwn8D/AIMiA0KBgIiAsICAAn5CMIinIAJCCIhC/4H8h/CfwP8AgyICQoGAiICwgIACfkIwiKdqQQF0IAJCgYCEgJCAwAB+QjCIp2tqIQggAiADfEKBgISAkIDAAH5CMIinQQFqIQcgACAJaiEACwNAIAAgAUkEQCABIABBgCtqIgkgASAJSRshCQNAQgAhA0IAIQJCACEEIAkgAEGAAWoiCiAJIApJGyIKIABrIgtBCHEEQCAAKQMAIgJC/4H8h/CfwP8AgyEDIAJCCIhC/4H8h/CfwP8AgyECIABBCGohAAsDQCAAIApJBEAgBCAAKQMAIgRC/4H8h/CfwP8AgyIGIARCCIhC/4H8h/CfwP8AgyIFfCACIAN8QgGGfHwhBCADIAYgACkDCCIGQv+B/Ifwn8D/AIN8fCEDIAIgBSAGQgiIQv+B/Ifwn8D/AIN8fCECIABBEGohAAwBCwsgCCAHIAtsIARC//+DgPD/P4MgBEIQiEL//4OA8P8/g3wiBCAEQiCIfKdBA3RqIANCgYCIgLCAgAJ+QjCIpyACQoGAiICwgIACfkIwiKdqQQF0IAJCgYCEgJCAwAB+QjCIp2tqaiEIIAcgAiADfEKBgISAkIDAAH5CMIinaiEHIAAgCUkNAAsgB0Hx/wNwIQcgCEHx/wNwIQgMAQsLIAhBEHQgB3ILCxsBAEHgqgELExAREgAIBwkGCgULBAwDDQIOAQ8=";

// src/wasm/core.ts
var PAGE = 65536;
var GAP = 256;
var OWN = 2 * PAGE;
var compiled;
var partSize = (bytes2) => Math.ceil(bytes2 / 16) * 16 + GAP;
var partsSize = (parts) => Object.values(parts).reduce((sum, bytes2) => sum + partSize(bytes2), 0);
var STEP = 1 << 13;
function inSteps(count2, run10, step2 = STEP) {
  for (let from = 0; from < count2; from += step2) run10(from, Math.min(count2, from + step2));
}
var Core = class {
  exports;
  /** Who reads commits or trees. */
  reader;
  #memory;
  #next;
  /** @param bytes the sum of `partSize` of all parts. Memory that is never touched costs nothing. */
  constructor(bytes2) {
    const memory = new WebAssembly.Memory({ initial: Math.ceil((OWN + GAP + bytes2) / PAGE) });
    this.#memory = memory.buffer;
    compiled ??= new WebAssembly.Module(Buffer.from(CODE, "base64"));
    const calls = {
      full: () => this.reader?.full(),
      treesName: (from, to) => this.reader?.treesName?.(from, to) ?? 0,
      treesWanted: (id) => this.reader?.treesWanted?.(id) ?? -1
    };
    this.exports = new WebAssembly.Instance(compiled, { env: { memory, ...calls } }).exports;
    this.#next = Math.ceil(this.exports.free() / 16) * 16 + GAP;
  }
  /** A part of the memory; its address is the offset of the buffer's first byte. It begins at a multiple of 16. */
  take(bytes2) {
    const at = this.#next;
    this.#next += partSize(bytes2);
    return this.bytes(at, bytes2);
  }
  /** As `take`, for several parts, of so many bytes each. */
  takeAll(parts) {
    const taken = Object.entries(parts).map(([part2, bytes2]) => [part2, this.take(bytes2)]);
    return Object.fromEntries(taken);
  }
  /** As `takeAll`, but gives the addresses of the parts. */
  place(parts) {
    const placed = Object.entries(this.takeAll(parts)).map(([part2, { byteOffset }]) => [part2, byteOffset]);
    return Object.fromEntries(placed);
  }
  /** As `take`, for so many numbers of four bytes. */
  takeNumbers(count2) {
    return this.numbers(this.take(4 * count2).byteOffset, count2);
  }
  /** What stands at an address. */
  bytes(at, length) {
    return Buffer.from(this.#memory, at, length);
  }
  /** As `bytes`, for so many numbers of four bytes. */
  numbers(at, count2) {
    return new Int32Array(this.#memory, at, count2);
  }
  /** As `bytes`, for so many numbers of eight bytes, at a multiple of eight. */
  doubles(at, count2) {
    return new Float64Array(this.#memory, at, count2);
  }
  /** Whether data lies in the memory. */
  holds(data) {
    return data.buffer === this.#memory;
  }
};

// src/sources/git/forest.ts
var EACH = 64;
var WINDOW = 512 * 1024;
var partsOf = (count2) => ({
  offsets: 8 * count2,
  weights: 8 * count2,
  parents: 4 * count2,
  order: 4 * count2,
  spare: 4 * count2,
  firstChild: 4 * count2,
  nextSibling: 4 * count2,
  types: count2,
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
  constructor(room2) {
    const parts = partsOf(room2);
    const core = new Core(partsSize(parts));
    this.#core = core;
    this.#at = core.place(parts);
    this.offsets = core.doubles(this.#at.offsets, room2);
    this.weights = core.doubles(this.#at.weights, room2);
    this.parents = core.numbers(this.#at.parents, room2);
    this.types = core.bytes(this.#at.types, room2);
  }
  /** Nodes, as many as there is room for at first. */
  get count() {
    return this.types.length;
  }
  /** Leaves out nodes from `count` on. */
  limit(count2) {
    this.offsets = this.offsets.subarray(0, count2);
    this.parents = this.parents.subarray(0, count2);
    this.types = this.types.subarray(0, count2);
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
    const { count: count2 } = this;
    const { exports: exports2 } = this.#core;
    const { parents, order, spare, weights, types } = this.#at;
    this.#ordered = exports2.orderForest(parents, count2, order, spare);
    exports2.spreadForest(order, this.#ordered, parents, weights, types);
    const lost = new Uint8Array(count2);
    if (this.#ordered === count2) return lost;
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
    const count2 = this.#core.exports.listRoots(parents, types, this.count, trees ? 1 : 0, spare);
    return this.#core.numbers(spare, count2).slice();
  }
  #order() {
    return this.#core.numbers(this.#at.order, this.#ordered);
  }
};

// src/sources/git/packentries.ts
var import_node_fs4 = require("node:fs");

// src/sources/git/packfile.ts
var import_node_fs3 = require("node:fs");
var COMMIT = 1;
var TREE = 2;
var BLOB = 3;
var TAG = 4;
var OFS_DELTA = 6;
var REF_DELTA = 7;
var MAX_HEADER = 64;
function readEntryHeader(data, at, end, idBytes, header2) {
  const last = Math.min(end, at + MAX_HEADER);
  let byte = at < last ? data[at++] : 0;
  header2.type = byte >> 4 & 7;
  header2.size = byte & 15;
  for (let unit = 16; byte >= 128; unit *= 128) {
    if (at >= last || unit > 2 ** 46) throw new MalformedError("entry header is damaged");
    byte = data[at++];
    header2.size += (byte & 127) * unit;
  }
  if (header2.type === OFS_DELTA) {
    let back = 0;
    do {
      if (at >= last || back > 2 ** 45) throw new MalformedError("delta offset is damaged");
      byte = data[at++];
      back = back * 128 + (byte & 127) + (byte >= 128 ? 1 : 0);
    } while (byte >= 128);
    header2.back = back;
  } else if (header2.type === REF_DELTA) {
    header2.baseId = at;
    at += idBytes;
  } else if (header2.type === 0 || header2.type === 5) {
    throw new MalformedError("entry is of an unknown type");
  }
  if (at > end) throw new MalformedError("entry is cut off");
  header2.at = at;
}
var BLOCK = 64 * 1024;
var MAX_BLOCKS = 256;
var JOINED = 8 * BLOCK;
var SLAB = MAX_BLOCKS * BLOCK + JOINED;
var MAX_OPEN = 64;
var PackReader = class {
  /** Where the bytes of the last `read` are: `buffer[start, end)`. Valid until the next one. */
  buffer;
  start = 0;
  end = 0;
  #packs;
  #open = /* @__PURE__ */ new Map();
  #slab;
  /** Number of the first block of each pack. */
  #firstBlock;
  /** Slot in the slab of every block, or -1. */
  #slotOf;
  #blockIn;
  /** Second chance: set when a block is used, cleared when the clock's hand passes. */
  #used;
  #hand = 0;
  /** Blocks that were read since `pin`. */
  pinned = 0;
  /** Which of them, by slot: those that are marked with the number at hand; that is 0 when none are to stay. */
  #pins;
  #pin = 0;
  #lastPin = 0;
  /** Bytes behind the blocks that are to stay. */
  #joined = 0;
  #scratch = Buffer.alloc(0);
  /** @param slab memory for blocks, of SLAB bytes, if there is some to be used again */
  constructor(packs, slab) {
    this.#packs = packs;
    this.#firstBlock = new Float64Array(packs.length + 1);
    for (const [i, pack] of packs.entries())
      this.#firstBlock[i + 1] = this.#firstBlock[i] + Math.ceil(pack.size / BLOCK);
    const blocks2 = this.#firstBlock[packs.length];
    const slots = Math.max(1, Math.min(MAX_BLOCKS, blocks2));
    this.#slab = slab ?? Buffer.allocUnsafeSlow(slots * BLOCK + JOINED);
    this.#slotOf = new Int32Array(blocks2).fill(-1);
    this.#blockIn = new Float64Array(slots).fill(-1);
    this.#used = new Uint8Array(slots);
    this.#pins = new Int32Array(slots).fill(-1);
    this.buffer = this.#slab;
  }
  /** Makes bytes `[from, to)` of a pack readable in `buffer`; what lies past the pack's last entry is left away. */
  read(pack, from, to) {
    const file = this.#packs[pack];
    const limit = Math.min(to, file.size - file.trailer);
    const first = Math.floor(from / BLOCK);
    if (limit <= (first + 1) * BLOCK) {
      const shift = this.#block(pack, first) * BLOCK - first * BLOCK;
      this.buffer = this.#slab;
      this.start = from + shift;
      this.end = Math.max(limit, from) + shift;
      return;
    }
    const length = limit - from;
    this.start = 0;
    if (length <= JOINED - this.#joined) {
      this.buffer = this.#slab;
      this.start = this.#used.length * BLOCK + this.#joined;
      if (this.#pin > 0) this.#joined += length;
    } else {
      if (this.#scratch.length < length) this.#scratch = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(length)));
      this.buffer = this.#scratch;
    }
    this.end = this.start + length;
    if (length <= 2 * BLOCK) this.#gather(pack, from, limit);
    else this.#readFully(pack, this.buffer, this.start, length, from);
  }
  /** What is read from now on stays where it is until `unpin`, if it is in the slab; half of MAX_BLOCKS blocks may do so. */
  pin() {
    this.pinned = 0;
    this.#pin = ++this.#lastPin;
  }
  unpin() {
    this.#pin = 0;
    this.#joined = 0;
  }
  close() {
    for (const fd of this.#open.values()) (0, import_node_fs3.closeSync)(fd);
    this.#open.clear();
  }
  #gather(pack, from, to) {
    for (let at = from; at < to; ) {
      const block = Math.floor(at / BLOCK);
      const stop = Math.min(to, (block + 1) * BLOCK);
      const shift = this.#block(pack, block) * BLOCK - block * BLOCK;
      this.#slab.copy(this.buffer, this.start + at - from, at + shift, stop + shift);
      at = stop;
    }
  }
  /** The slot that holds a block. */
  #block(pack, block) {
    const id = this.#firstBlock[pack] + block;
    const known = this.#slotOf[id] ?? -1;
    const slot = known >= 0 ? known : this.#load(pack, block, id);
    this.#used[slot] = 1;
    if (this.#pin > 0 && this.#pins[slot] !== this.#pin) {
      this.#pins[slot] = this.#pin;
      this.pinned++;
    }
    return slot;
  }
  /** Reads a block in place of one that was not used lately. */
  #load(pack, block, id) {
    let slot = this.#hand;
    while (this.#used[slot] === 1 || this.#pins[slot] === this.#pin) {
      this.#used[slot] = 0;
      slot = slot + 1 === this.#used.length ? 0 : slot + 1;
    }
    this.#hand = slot + 1 === this.#used.length ? 0 : slot + 1;
    const old = this.#blockIn[slot];
    if (old >= 0) this.#slotOf[old] = -1;
    this.#blockIn[slot] = -1;
    const from = block * BLOCK;
    const { size } = this.#packs[pack];
    this.#readFully(pack, this.#slab, slot * BLOCK, Math.min(BLOCK, size - from), from);
    this.#slotOf[id] = slot;
    this.#blockIn[slot] = id;
    return slot;
  }
  #readFully(pack, to, at, length, from) {
    try {
      const fd = this.#descriptor(pack);
      for (let done = 0; done < length; ) {
        const read3 = (0, import_node_fs3.readSync)(fd, to, at + done, length - done, from + done);
        if (read3 === 0) throw new MalformedError("pack is shorter than it was");
        done += read3;
      }
    } catch (error) {
      throw error instanceof MalformedError ? error : new MalformedError(error.message);
    }
  }
  #descriptor(pack) {
    const known = this.#open.get(pack);
    if (known !== void 0) return known;
    if (this.#open.size >= MAX_OPEN) {
      const [oldest, fd2] = this.#open.entries().next().value;
      (0, import_node_fs3.closeSync)(fd2);
      this.#open.delete(oldest);
    }
    const { fd } = openFile(this.#packs[pack].path);
    this.#open.set(pack, fd);
    return fd;
  }
};

// src/sources/git/packentries.ts
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
var STEP2 = 2 ** 25;
function sortOffsets({ core, count: count2, offsets, weights, order }, unsorted, most, positions) {
  const { exports: exports2 } = core;
  core.doubles(offsets, count2).set(unsorted);
  exports2.beginSort(most);
  inSteps(count2, (from, to) => exports2.countOffsets(offsets, from, to));
  const buckets2 = exports2.placeBuckets();
  inSteps(count2, (from, to) => exports2.spreadOffsets(offsets, from, to, weights));
  inSteps(buckets2, (from, to) => exports2.sortBuckets(from, to, weights, offsets, order), BUCKET_STEP);
  positions.set(core.numbers(order, count2));
}
function* readHeaders(fd, entries, plot, idBytes) {
  const { file, foreign } = entries;
  const { core, count: count2, window } = plot;
  const offsets = core.doubles(plot.offsets, count2);
  const types = core.bytes(plot.types, count2);
  const parents = core.numbers(plot.parents, count2);
  const end = file.size - file.trailer;
  let from = 0;
  let filled = 0;
  let isLast = false;
  let nextStep = STEP2;
  const isBeyond = (offset) => !isLast && offset + MAX_HEADER > from + filled;
  for (let i = 0; i < count2; ) {
    const offset = offsets[i];
    if (offset > nextStep) {
      yield;
      nextStep = offset + STEP2;
    }
    if (isBeyond(offset)) {
      from = offset;
      filled = (0, import_node_fs4.readSync)(fd, window, 0, window.length, from);
      isLast = filled < window.length;
    }
    i = core.exports.readHeaders(
      i,
      count2,
      plot.offsets,
      end,
      window.byteOffset,
      from,
      filled,
      isLast ? 1 : 0,
      plot.types,
      plot.parents
    );
    if (i === count2 || isBeyond(offsets[i])) continue;
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
  const room2 = indexed.reduce((sum, { file }) => sum + file.index.count, 0);
  const forest = new Forest(room2);
  const positions = new Uint32Array(new SharedArrayBuffer(4 * room2));
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
  const count2 = firstNode.at(-1);
  forest.limit(count2);
  return { packs, firstNode: Float64Array.from(firstNode), forest, positions: positions.subarray(0, count2) };
}
function listPacks(objectDirs, ledger) {
  return objectDirs.flatMap((dir) => {
    const folder = (0, import_node_path2.join)(dir, "pack");
    const names3 = new Set(listFolder(folder, ledger).sort());
    for (const name of names3) {
      if (name.endsWith(".pack") && !names3.has(`${stemOf(name)}.idx`)) ledger.skip("unreadable", (0, import_node_path2.join)(folder, name), true);
    }
    const indexes = [...names3].filter((name) => name.endsWith(".idx"));
    return indexes.map((name) => (0, import_node_path2.join)(folder, stemOf(name)));
  });
}
var stemOf = (name) => name.replace(/\.[^.]*$/, "");
var listFolder = (folder, ledger) => listEntries(folder, ledger).map(({ name }) => name);
function readIndex(stem, idBytes, ledger) {
  const path = `${stem}.pack`;
  const { fd, size } = openFile(path);
  const head = Buffer.alloc(12);
  try {
    if (size > MAX_PACK) throw new MalformedError("pack is larger than any");
    if ((0, import_node_fs5.readSync)(fd, head, 0, 12, 0) < 12 || head.toString("latin1", 0, 4) !== "PACK") throw new MalformedError("not a pack");
  } finally {
    (0, import_node_fs5.closeSync)(fd);
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
    (0, import_node_fs5.closeSync)(fd);
  }
}
function readShared(path, idBytes) {
  const { fd, size } = openFile(path);
  try {
    const head = Buffer.alloc(INDEX_HEAD);
    if (size > indexLimit(head.subarray(0, (0, import_node_fs5.readSync)(fd, head, 0, head.length, 0)), idBytes))
      throw new MalformedError("index is larger than its objects need");
    const data = Buffer.from(new SharedArrayBuffer(size));
    let filled = 0;
    for (let read3 = -1; read3 !== 0 && filled < data.length; filled += read3)
      read3 = (0, import_node_fs5.readSync)(fd, data, filled, data.length - filled, filled);
    if (filled < data.length) throw new MalformedError("index is shorter than it was");
    return data;
  } finally {
    (0, import_node_fs5.closeSync)(fd);
  }
}
function readReverse(path, plot, unsorted, positions, idBytes) {
  const { core, count: count2 } = plot;
  const length = 12 + 4 * count2 + 2 * idBytes;
  const data = Buffer.alloc(length);
  try {
    const { fd, size } = openFile(path);
    try {
      if (size !== length || (0, import_node_fs5.readSync)(fd, data, 0, length, 0) < length) return false;
    } finally {
      (0, import_node_fs5.closeSync)(fd);
    }
  } catch {
    return false;
  }
  if (data.toString("latin1", 0, 4) !== "RIDX" || data.readUInt32BE(4) !== 1) return false;
  const offsets = core.doubles(plot.offsets, count2);
  for (let i = 0, last = -1; i < count2; i++) {
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
  const names3 = [];
  const dirs = [];
  const seen = /* @__PURE__ */ new Set();
  const rest = new RegExp(`^[0-9a-f]{${2 * idBytes - 2}}$`);
  for (const [number, dir] of objectDirs.entries()) {
    for (const fan of listFolder(dir, ledger).sort()) {
      if (!/^[0-9a-f]{2}$/.test(fan)) continue;
      for (const name of listFolder((0, import_node_path2.join)(dir, fan), ledger).sort()) {
        if (!rest.test(name) || objectDirs.length > 1 && seen.has(fan + name)) continue;
        if (objectDirs.length > 1) seen.add(fan + name);
        names3.push(fan + name);
        dirs.push(number);
      }
    }
  }
  const ids = new Uint8Array(new SharedArrayBuffer(names3.length * idBytes));
  for (const [i, name] of names3.entries()) ids.set(Buffer.from(name, "hex"), i * idBytes);
  const types = new Uint8Array(new SharedArrayBuffer(names3.length));
  return { count: names3.length, ids, dirs: Uint8Array.from(dirs), types };
}

// src/sources/git/steps.ts
function finish(steps) {
  for (; ; ) {
    const { done, value } = steps.next();
    if (done) return value;
  }
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
  const { count: count2 } = forest;
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
    offsets: copied(forest.offsets, new Float64Array(shared(8 * count2))),
    positions,
    types: copied(forest.types, new Uint8Array(shared(count2))),
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
    total: count2 - duplicates + loose.count,
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
function shared(bytes2) {
  return new SharedArrayBuffer(bytes2);
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
function hasLoose({ count: count2, ids }, id) {
  for (let i = 0; i < count2; i++) if (id.compare(ids, i * id.length, (i + 1) * id.length) === 0) return true;
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
    let bytes2 = 0;
    while (at < to && bytes2 < total / CHUNKS) bytes2 += weightOf(roots[at++]);
    chunks.push({ kind: "packed", from: first, to: at, weight: Math.ceil(bytes2 / 1024) });
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

// src/sources/ledger.ts
var SILENT = { skip: () => void 0 };

// src/model.ts
var CONFIDENCES = ["certain", "high", "medium", "low"];

// src/detect/bytes.ts
var ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
function byteSet(chars) {
  const set = new Uint8Array(256);
  for (const char of chars) set[char.charCodeAt(0)] = 1;
  return set;
}
var isDigitByte = (byte) => byte >= 48 && byte <= 57;
var isLowerByte = (byte) => byte >= 97 && byte <= 122;
var isUpperByte = (byte) => byte >= 65 && byte <= 90;
var isLetterByte = (byte) => isLowerByte(byte | 32);
var isAlphanumericByte = (byte) => isLetterByte(byte) || isDigitByte(byte);
function runEnd(data, from, limit, set) {
  let i = from;
  while (i < limit && set[data[i]] === 1) i++;
  return i;
}

// src/detect/plausible.ts
function entropy(text) {
  const counts = /* @__PURE__ */ new Map();
  for (let i = 0; i < text.length; i++) {
    const code2 = text.charCodeAt(i);
    counts.set(code2, (counts.get(code2) ?? 0) + 1);
  }
  let sum = 0;
  for (const count2 of counts.values()) sum -= count2 / text.length * Math.log2(count2 / text.length);
  return sum;
}
var STAND_IN = /example|sample|placeholder|dummy|changeme|change[_-]me|replace|redacted|your[_-]|[_-]here|xxxx|\*\*\*|\.\.\.|todo|fixme|insert|<[a-z]|1234567890|0123456789|abcdefgh|qwerty|deadbeef|notreal|fake|foobar/i;
function looksLikePlaceholder(value, strict) {
  return saysStandIn(value, strict) || isRepetitive(value);
}
function saysStandIn(value, strict) {
  const words = STAND_IN.exec(value);
  if (!words) return false;
  return strict || words[0].length * 3 >= value.length || /example|placeholder|redacted|xxxx|\*\*\*|\.\.\./i.test(words[0]);
}
function isRepetitive(value) {
  if (value.length < 4) return true;
  const tail = value.length > 12 ? value.slice(Math.floor(value.length / 4)) : value;
  let leader = 0;
  let votes = 0;
  let steps = 0;
  for (let i = 0; i < tail.length; i++) {
    const code2 = tail.charCodeAt(i);
    if (votes === 0) leader = code2;
    votes += code2 === leader ? 1 : -1;
    if (i > 0 && Math.abs(code2 - tail.charCodeAt(i - 1)) === 1) steps++;
  }
  if (steps > tail.length * 0.7) return true;
  let most = 0;
  if (votes > 0) {
    for (let i = 0; i < tail.length; i++) if (tail.charCodeAt(i) === leader) most++;
  }
  if (most > tail.length * 0.6) return true;
  return PERIODS.some((period) => tail.length >= period * 2.5 && repeats(tail, period));
}
var PERIODS = [2, 3, 4, 5, 6, 8, 10];
function repeats(text, period) {
  for (let i = period; i < text.length; i++) if (text.charCodeAt(i) !== text.charCodeAt(i - period)) return false;
  return true;
}
function isWords(value) {
  return /^[A-Za-z]?[a-z]{2,}(?:[A-Z][a-z]{2,})+$|^[A-Z]{3,}(?:_[A-Z]{2,})+$|^[a-z]{2,}(?:[-_.][a-z]{2,})+$/.test(value);
}
var REFERENCE = /^(?:\$\{|\$\(|\$[A-Za-z_]|%[A-Za-z_({]|\{\{|\{[A-Za-z_%#]|<%|<[A-Za-z_/]|#\{|@[A-Za-z_]+@|@[A-Z][A-Z0-9_]+$|!Ref|!Sub|!GetAtt|!vault|!env|@Microsoft\.KeyVault|arn:|projects\/|vault:|op:\/\/|secretref:|ref\+|ENC\[|EJ\[\d:|env[.:(]|\[\[|__[A-Z])/i;
function isReference(value) {
  return REFERENCE.test(value) || /\$\{[^}]{1,80}\}|\{\{[^}]{1,80}\}\}|#\{[^}]{1,80}\}|\$\([^)]{1,80}\)/.test(value);
}
function isExpression(value) {
  return /^[A-Za-z_$][\w$]*(?:(?:\.|->|::|\?\.)[A-Za-z_$][\w$]*|\[[^\]]{0,60}\]|\([^)]{0,200}\)?)+$/.test(value) || /^(?:new|await|return|null|true|false|none|nil|undefined|function|lambda|self|this|str|string|int|bool|any|optional)\b/i.test(
    value
  ) || /[(){}[\];]|=>|\.\.|::/.test(value);
}
function isPattern(value) {
  return /\[\^?[^\]]*\w-\w|\{\d+,?\d*\}|\\[dwsSDWb]|\(\?[:=!<]/.test(value);
}
function isUuid(value) {
  return /^[{]?[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}[}]?$/i.test(value);
}
function isDigest(value) {
  return /^(?:[0-9a-f]{32}|[0-9a-f]{40}|[0-9a-f]{56}|[0-9a-f]{64}|[0-9a-f]{96}|[0-9a-f]{128})$/i.test(value) || /^sha\d{1,3}[-:]/i.test(value);
}
function isPathLike(value) {
  return /^(?:https?|ftp|file|s3|gs|ws|wss|mailto|data|urn|git|ssh):/i.test(value) || /^(?:\.{0,2}\/|~\/|[A-Za-z]:\\)[\w./\\~@ -]*$/.test(value) || /^[\w.-]+(?:\/[\w.-]+)+\/?$/.test(value) && !/[A-Z].*[0-9].*[a-z].*[0-9]/.test(value) || /\.(?:js|ts|json|ya?ml|xml|html?|css|png|jpe?g|svg|gif|txt|md|py|rb|go|rs|java|php|sh|pem|key|crt|cer|p12|jks|conf|cfg|ini|log|sql|tmpl|erb|vue|tsx?)$/i.test(
    value
  );
}

// src/detect/score/memo.ts
var Memo = class {
  #answers = /* @__PURE__ */ new Map();
  #limit;
  /** @param limit answers that are kept; then it begins afresh */
  constructor(limit) {
    this.#limit = limit;
  }
  /** The answer to a question: what `answer` says to it, which must follow from it alone. */
  get(question, answer2) {
    const known = this.#answers.get(question);
    if (known !== void 0 || this.#answers.has(question)) return known;
    const made = answer2(question);
    if (this.#answers.size >= this.#limit) this.#answers.clear();
    this.#answers.set(question, made);
    return made;
  }
};

// src/detect/score/names.ts
var WORDS = ["passw", "passphrase", "pwd", "_pass", "secret", "token", "apikey", "api_key", "api-key", "credential"];
var ENDINGS = [
  "key",
  "auth",
  "pass",
  "keys",
  "authorization",
  "signature",
  "ticket",
  "cookie",
  "sessionid",
  "seed",
  "verifier",
  "_pw",
  "_iv",
  "authcode"
];
var AFTER_ENDING = "\"'`=:(\\ \n";
var NAME_LITERALS = [
  ...WORDS.map((text) => ({ text, fold: true, named: true })),
  ...ENDINGS.map((text) => ({ text, fold: true, named: true, next: AFTER_ENDING, tail: [AFTER_ENDING, 1] }))
];
var KEYWORD = new RegExp(`${WORDS.join("|")}|(?:${ENDINGS.join("|")})$`, "i");
var firstKeyword = (name) => KEYWORD.exec(name)?.index ?? -1;
var KEPT = 1024;
var plainNames = new Memo(KEPT);
function plainName(name) {
  return plainNames.get(name, makePlain);
}
function makePlain(name) {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/([A-Z]+)([A-Z][a-z])/g, "$1_$2").toLowerCase().split(/[^a-z0-9]+/).filter((word) => word !== "");
  return `_${words.join("_")}_`;
}
function variantOf(plain2) {
  if (/pass|pwd|_pw_/.test(plain2)) return "password";
  if (/secret|credential/.test(plain2)) return "secret";
  if (/token|auth|ticket|cookie|session/.test(plain2) && !plain2.endsWith("key_")) return "token";
  return "key";
}

// src/detect/score/facts.ts
function valueFactsOf(value, reading2) {
  return { value, counts: count(value), reading: reading2, repetitive: isRepetitive(value) };
}
function lineFactsOf({ form, name, value, quote: quote2, closed, lead, gap, tail }) {
  return { form, name, value, quote: quote2, closed, lead, gap, tail, plain: plainName(name), line: lineText(lead, tail) };
}
function nearFactsOf({ name, value, lead, tail, above, below }) {
  const near = [...above.split("\n").slice(-4), ...below.split("\n").slice(0, 4)];
  return { name, value, lead, tail, above, below, line: lineText(lead, tail), around: `${above}
${below}`, near };
}
var lineText = (lead, tail) => `${lead}
${tail}`;
var VOWELS = byteSet("aeiouyAEIOUY");
var [LOWER, UPPER, DIGIT, SYMBOL] = [0, 1, 2, 3];
function classOf(code2) {
  if (isLowerByte(code2)) return LOWER;
  if (isUpperByte(code2)) return UPPER;
  return isDigitByte(code2) ? DIGIT : SYMBOL;
}
var often = new Uint16Array(256);
function count(value) {
  const totals = [0, 0, 0, 0];
  let [vowels, switches, letterRun, digitRun, run10, previous] = [0, 0, 0, 0, 0, -1];
  for (let i = 0; i < value.length; i++) {
    const code2 = value.charCodeAt(i);
    often[code2]++;
    const kind = classOf(code2);
    totals[kind]++;
    if (kind <= UPPER && VOWELS[code2] === 1) vowels++;
    if (previous >= 0 && kind !== previous && !(previous === UPPER && kind === LOWER)) switches++;
    run10 = kind <= UPPER && previous >= 0 && previous <= UPPER || kind === previous ? run10 + 1 : 1;
    if (kind <= UPPER) letterRun = Math.max(letterRun, run10);
    if (kind === DIGIT) digitRun = Math.max(digitRun, run10);
    previous = kind;
  }
  let [distinct, entropy2] = [0, 0];
  for (let i = 0; i < value.length; i++) {
    const share2 = often[value.charCodeAt(i)] / value.length;
    if (share2 === 0) continue;
    often[value.charCodeAt(i)] = 0;
    distinct++;
    entropy2 -= share2 * Math.log2(share2);
  }
  const [lower, upper, digit, symbol] = totals;
  const classes = totals.filter((n) => n > 0).length;
  return { lower, upper, digit, symbol, classes, vowels, switches, letterRun, digitRun, distinct, entropy: entropy2 };
}

// src/detect/score/feature.ts
var flag = (holds) => holds ? 1 : 0;

// src/detect/score/name-features.ts
var nameHas = (expression) => ({ plain: plain2 }) => flag(expression.test(plain2));
var NAME_FEATURES = [
  ["name-password", "that its name says password", nameHas(/pass_?w|passphrase|_pass_|pwd|_pw_/)],
  ["name-secret", "that its name says secret", nameHas(/secret/)],
  ["name-token", "that its name says token", nameHas(/token/)],
  ["name-key", "that its name says key", nameHas(/key_|keys_/)],
  ["name-bare-key", "that its name is key alone", nameHas(/^_keys?_$/)],
  ["name-api", "that its name says api", nameHas(/api/)],
  ["name-auth", "that its name says auth", nameHas(/auth/)],
  ["name-credential", "that its name says credential", nameHas(/cred/)],
  ["name-client", "that its name says client, app, consumer or session", nameHas(/client|app_|consumer|session|jwt/)],
  [
    "name-access",
    "that its name says access, account, private, master or signing",
    nameHas(/access|account|private|master|sign|encrypt/)
  ],
  ["name-cipher", "that its name speaks of ciphers", nameHas(/_iv_|cipher|crypt|salt|nonce|seed|hmac/)],
  [
    "name-hash",
    "that its name says hash, digest or public",
    nameHas(/hash|sha\d|md5|digest|checksum|finger|public|integrity|etag/)
  ],
  [
    "name-next",
    "that its name is of paging, parsing or forms",
    nameHas(/next|page|cursor|continu|csrf|xsrf|cancel|syntax|lex|parse|primary|foreign|sort|partition|cache|object/)
  ],
  [
    "name-about",
    "that its name speaks about a secret",
    nameHas(
      /_(?:name|id|type|field|file|path|url|uri|label|title|text|message|msg|error|hint|help|desc\w*|placeholder|length|len|size|count|max|min|expir\w*|ttl|policy|regex|pattern|format|column|param\w*|header|prefix|suffix|endpoint|host|invalid|wrong|forgot|reset|change|confirm|require[ds]?|missing|show|hide|enable[ds]?|is|has|no|not|use|with|get|set|validate|verify)_/
    )
  ],
  [
    "name-test",
    "that its name says it is made up",
    nameHas(/test|example|sample|dummy|fake|mock|expect|invalid|wrong|default|some|foo/)
  ],
  [
    "name-old",
    "that its name says old, new, previous or current",
    nameHas(/_(?:old|new|prev\w*|current|first|second|other|another)_/)
  ],
  ["name-words", "how many words its name has", ({ plain: plain2 }) => plain2.split("_").length - 2],
  ["name-length", "how long its name is", ({ name }) => name.length],
  [
    "name-ends",
    "that its name ends with the word for a secret",
    nameHas(/(?:password|passwd|passphrase|pwd|pass|secret|token|key|auth|credentials?|pw)_$/)
  ],
  ["name-constant", "that its name is in capitals", ({ name }) => flag(/^[A-Z][A-Z0-9_]+$/.test(name))],
  ["name-camel", "that its name is in camel case", ({ name }) => flag(/[a-z][A-Z]/.test(name))],
  ["name-dotted", "that its name has a dot", ({ name }) => flag(name.includes("."))],
  ["name-dash", "that its name is an option or header", ({ name }) => flag(/^--?\w|^[A-Z]\w*-[A-Z]/.test(name))],
  ["name-variable", "that its name begins with $", ({ name }) => flag(name.startsWith("$"))],
  ["variant", "what its name says it is", ({ plain: plain2 }) => ["password", "secret", "token", "key"].indexOf(variantOf(plain2))]
];

// src/judge/paths.ts
var FOLDER = /^_{0,2}(t|tests?|specs?|e2e|testing|test[-_]?data|examples?|samples?|fixtures?|mocks?|stubs|cassettes|snapshots)_{0,2}$/i;
var FILE = /(^|[._-])(tests?|examples?|samples?|fixtures?|mocks?|stubs?)(\.[a-z0-9]+){0,2}$/i;
var LANGUAGE = /^test_.*\.py$|[_.]spec\.[a-z]+$|Tests?\.(java|kt|cs|php|swift|scala)$/;
function isTestPath(path) {
  const names3 = path.split(/!?\//);
  const file = names3.pop() ?? "";
  return names3.some((name) => FOLDER.test(name)) || FILE.test(file) || LANGUAGE.test(file);
}

// src/detect/score/path-features.ts
var has = (expression) => (path) => flag(path !== void 0 && expression.test(path));
var PATH_FEATURES = [
  ["path-known", "that its file is known", (path) => flag(path !== void 0)],
  ["path-test", "that its file is a test or example", (path) => flag(path !== void 0 && isTestPath(path))],
  ["path-example", "that its file is an example or template", has(/example|sample|template|demo|tutorial|\.dist$/i)],
  ["path-docs", "that its file is documentation", has(/(?:^|\/)docs?\/|\.(?:md|markdown|rst|txt|adoc|html?)$/i)],
  [
    "path-script",
    "that its file is a program in a scripting language",
    has(/\.(?:[cm]?[jt]sx?|py|rb|php|pl|lua|exs?|erb|vue)$/i)
  ],
  [
    "path-compiled",
    "that its file is a program in a compiled language",
    has(/\.(?:go|java|kt|cs|scala|swift|rs|c|cc|cpp|h|hs|m|groovy)$/i)
  ],
  ["path-javascript", "that its file is JavaScript or TypeScript", has(/\.[cm]?[jt]sx?$/i)],
  ["path-go", "that its file is Go", has(/\.go$/i)],
  ["path-shell", "that its file is a shell script", has(/\.(?:sh|bash|zsh|ps1|bat|cmd)$|dockerfile/i)],
  ["path-yaml", "that its file is YAML", has(/\.ya?ml$/i)],
  ["path-json", "that its file is JSON", has(/\.json$/i)],
  [
    "path-config",
    "that its file is configuration",
    has(/\.(?:env|ini|conf|cfg|properties|toml|config|rsp|xml|tf|tfvars)\b|(?:^|\/)\.env/i)
  ],
  ["path-sql", "that its file is SQL", has(/\.sql$/i)],
  [
    "path-locale",
    "that its file is of translations",
    has(/(?:^|\/)(?:locales?|i18n|lang|languages|translations?)(?:\/|\.)|[/_.-][a-z]{2}[_-][A-Z]{2}\.\w+$/)
  ],
  [
    "path-lock",
    "that its file is a lock, a minified or a generated one",
    has(/lock\.\w+$|\.lock$|\.min\.|\.map$|bundle|(?:^|\/)dist\/|generated|\.snap$/i)
  ],
  ["path-vendored", "that its file is of another project", has(/(?:^|\/)(?:vendor|node_modules|third_?party|site-packages)\//i)]
];

// src/detect/score/place-features.ts
var isForm = (...forms) => ({ form }) => flag(forms.includes(form));
var lineHas = (expression) => ({ line }) => flag(expression.test(line));
var nearHas = (expression) => ({ around }) => flag(expression.test(around));
var proseIn = (text) => text.match(/(?:^|\s)[a-z]{2,12}(?=[\s.,])/g)?.length ?? 0;
var LINE_FEATURES = [
  [
    "name-in-value",
    "that it holds words of its name",
    ({ plain: plain2, value }) => {
      const words = plain2.split("_").filter((word) => word.length > 2);
      const lower = value.toLowerCase();
      return words.length === 0 ? 0 : words.filter((word) => lower.includes(word)).length / words.length;
    }
  ],
  ["form-assign", "that it is assigned with =", isForm("assign")],
  ["form-colon", "that it stands behind a colon", isForm("colon")],
  ["form-arrow", "that it stands behind an arrow", isForm("arrow")],
  ["form-compare", "that it is compared", isForm("compare")],
  ["form-call", "that it is an argument", isForm("call", "wrapped")],
  ["form-comma", "that it stands behind a comma", isForm("comma")],
  ["form-tag", "that it is the text of an element", isForm("tag")],
  ["form-space", "that only a space stands before it", isForm("space")],
  ["form-pair", "that it is a named value", isForm("pair")],
  ["form-url", "that it stands in a URL", isForm("url")],
  ["form-command", "that it is given on a command line or in SQL", isForm("sql", "user")],
  ["form-otp", "that it is given to a maker of one-time passwords", isForm("otp")],
  ["quoted", "that it is quoted", ({ quote: quote2 }) => flag(quote2 !== 0)],
  ["double-quoted", "the kind of its quotes", ({ quote: quote2 }) => flag(quote2 === 34)],
  ["closed", "that its quote is closed", ({ closed }) => flag(closed)],
  ["name-quoted", "that its name is quoted", ({ gap }) => flag(/^\\?["'`]/.test(gap))],
  ["escaped", "that it stands in an escaped string", ({ gap }) => flag(gap.includes("\\"))],
  ["gap", "how far it is from its name", ({ gap }) => gap.length],
  ["spaced", "that spaces stand around its operator", ({ gap }) => flag(/ [=:]/.test(gap))],
  ["line-start", "that its name begins the line", ({ lead }) => flag(/^\s*(?:[-*]\s+)?["'`]?$/.test(lead))],
  [
    "declared",
    "that it is declared",
    ({ lead }) => flag(
      /(?:^|\W)(?:const|let|var|val|static|final|public|private|string|String|export|set|env|ENV|ARG|define)\W[^=]*$/.test(
        lead
      )
    )
  ],
  ["parameter", "that it stands in a query", ({ lead }) => flag(/[?&]$/.test(lead))],
  ["indent", "how far its line is indented", ({ lead }) => /^\s*/.exec(lead)[0].length],
  ["lead", "how much stands before its name", ({ lead }) => lead.trim().length],
  ["tail", "how much stands behind it", ({ tail }) => tail.trim().length],
  ["ends-line", "that nothing but signs stands behind it", ({ tail }) => flag(/^["'`]?[\s,;)\]}\\]*$/.test(tail))],
  ["continues", "what stands behind it", ({ tail }) => " \"'`,;)]}&<\\|.(".indexOf(tail.charAt(0) || " ")],
  [
    "joined",
    "that it is joined with something",
    ({ tail, lead }) => flag(/^["'`]?\s*[+.%]/.test(tail) || /\+\s*["'`]?$/.test(lead))
  ],
  [
    "comment",
    "that its line is a comment",
    ({ lead }) => flag(/^\s*(?:\/\/|#|\*|\/\*|;|--\s|<!--|%)/.test(lead) || /\/\/\s/.test(lead))
  ],
  ["prose", "how much its line reads like a sentence", ({ line }) => proseIn(line)],
  ["assert", "that its line is of a test", lineHas(/assert|expect|should|\btest\(|\bit\(|mock|Equal|require\./i)],
  ["call-line", "that its line calls a function", lineHas(/\w\(/)],
  ["user-line", "that its line names a user", lineHas(/user|login|email|account|host/i)],
  ["header-line", "that its line is of a header or request", lineHas(/header|curl|http|request|cookie/i)],
  ["sql-line", "that its line is SQL", lineHas(/\b(?:insert|update|select|alter|create) /i)],
  [
    "type-line",
    "that its line declares types or inputs",
    lineHas(/interface|type=|input|<label|placeholder|struct|function|def |class |return |import |throw|raise|error/i)
  ],
  ["other-pairs", "how many other values its line has", ({ line }) => line.match(/[=:]\s*["']/g)?.length ?? 0],
  ["line-quotes", "how many quotes stand before it", ({ lead }) => lead.match(/["'`]/g)?.length ?? 0]
];
var NEAR_FEATURES = [
  [
    "near-user",
    "that a user, host or address is named near it",
    nearHas(/user|login|host|email|account|client_?id|endpoint|_url|_id/i)
  ],
  ["near-secret", "that other secrets are named near it", nearHas(/passw|secret|token|api_?key|credential/i)],
  ["near-env", "that variables are set near it", nearHas(/^\s*(?:export |- )?[A-Z][A-Z0-9_]{3,}\s*[=:]/m)],
  ["near-test", "that tests are near it", nearHas(/assert|expect\(|should|describe\(|\bit\(|@Test|func Test|t\.\w+\(/)],
  ["near-crypto", "that ciphers or hashes are named near it", nearHas(/encrypt|decrypt|cipher|hash|digest|hmac|plaintext|sign/i)],
  [
    "near-same",
    "how many lines near it begin alike",
    ({ near, lead, name }) => {
      const begin = `${lead}${name}`.trimStart().slice(0, 4);
      return begin.length < 3 ? 0 : near.filter((line) => line.trimStart().startsWith(begin)).length;
    }
  ],
  ["near-name", "how often its name stands near it", ({ near, name }) => near.filter((line) => line.includes(name)).length],
  [
    "near-value",
    "that the same value stands near it",
    ({ near, value, line }) => flag(value.length > 3 && (line.includes(value) || near.some((other) => other.includes(value))))
  ],
  [
    "near-random",
    "how many other values near it look random",
    ({ above, below, tail }) => `${above} ${tail} ${below}`.match(/\d[A-Za-z]+\d\w+/g)?.length ?? 0
  ],
  ["near-prose", "how much the text around it is sentences", ({ around }) => proseIn(around)],
  ["near-foreign", "that the text around it is not ASCII", nearHas(/[\x80-\xff]{2}/)],
  ["near-blank", "that it stands alone", ({ near }) => near.filter((line) => line.trim() === "").length]
];

// src/detect/score/value-features.ts
var share = (count2, of) => of === 0 ? 0 : count2 / of;
var VALUE_FEATURES = [
  ["length", "how long it is", ({ value }) => value.length],
  ["entropy", "how varied its characters are", ({ counts }) => counts.entropy],
  ["distinct", "how many of its characters differ", ({ counts, value }) => share(counts.distinct, value.length)],
  ["lower", "its share of lower-case letters", ({ counts, value }) => share(counts.lower, value.length)],
  ["upper", "its share of upper-case letters", ({ counts, value }) => share(counts.upper, value.length)],
  ["digits", "its share of digits", ({ counts, value }) => share(counts.digit, value.length)],
  ["symbols", "its share of other characters", ({ counts, value }) => share(counts.symbol, value.length)],
  ["classes", "how many kinds of characters it has", ({ counts }) => counts.classes],
  ["switches", "how often letters, digits and cases take turns", ({ counts, value }) => share(counts.switches, value.length)],
  ["letter-run", "its longest run of letters", ({ counts }) => counts.letterRun],
  ["digit-run", "its longest run of digits", ({ counts }) => counts.digitRun],
  ["vowels", "its share of vowels among letters", ({ counts, reading: reading2 }) => share(counts.vowels, reading2.letters)],
  ["surprise", "how unlike words its letters follow each other", ({ reading: reading2 }) => reading2.surprise],
  ["peak-surprise", "how unlike words its oddest letters are", ({ reading: reading2 }) => reading2.peak],
  ["known", "how much of it is common words", ({ reading: reading2 }) => share(reading2.known, reading2.letters)],
  [
    "known-long",
    "how much of it is common words of four letters or more",
    ({ reading: reading2 }) => share(reading2.knownLong, reading2.letters)
  ],
  ["unknown", "how many letters belong to no common word", ({ reading: reading2 }) => reading2.letters - reading2.known],
  ["letters-only", "that it is letters alone", ({ value }) => flag(/^[A-Za-z]+$/.test(value))],
  ["digits-only", "that it is digits alone", ({ value }) => flag(/^[0-9]+$/.test(value))],
  ["hexadecimal", "that it is hexadecimal", ({ value }) => flag(/^(?:[0-9a-f]{8,}|[0-9A-F]{8,})$/.test(value))],
  ["digest", "that it has the length of a digest", ({ value }) => flag(isDigest(value))],
  ["base32", "that it is base32", ({ value }) => flag(/^[A-Z2-7]{12,}={0,6}$/.test(value))],
  ["base64", "that its alphabet is base64", ({ value }) => flag(/^[A-Za-z0-9+/_-]{12,}={0,2}$/.test(value))],
  ["padding", "that it ends with =", ({ value }) => flag(value.endsWith("="))],
  ["uuid", "that it is a UUID", ({ value }) => flag(isUuid(value))],
  ["reference", "that it refers to a value kept elsewhere", ({ value }) => flag(isReference(value))],
  ["expression", "that it is an expression", ({ value }) => flag(isExpression(value))],
  ["pattern", "that it is a pattern", ({ value }) => flag(isPattern(value))],
  ["path", "that it is a path or address", ({ value }) => flag(isPathLike(value))],
  ["stand-in", "that it is a stand-in", ({ value, repetitive }) => flag(repetitive || saysStandIn(value, true))],
  ["repetitive", "that it repeats itself", ({ repetitive }) => flag(repetitive)],
  ["spaces", "how many spaces it has", ({ value }) => share(value.split(" ").length - 1, value.length)],
  ["sentence", "that it is a sentence", ({ value }) => flag(/^[A-Z]?[a-z']+(?: [A-Za-z'`"-]+)+[.?!:]?$/.test(value))],
  ["not-ascii", "that it has characters beyond ASCII", ({ value }) => flag(/[^\x20-\x7e]/.test(value))],
  ["snake", "that it is words joined by _, - or .", ({ value }) => flag(/^[A-Za-z]+(?:[_.:-][A-Za-z0-9]+)+$/.test(value))],
  [
    "camel",
    "that it is written like an identifier",
    ({ value }) => flag(/^[a-z]+(?:[A-Z][a-z]+)+$|^(?:[A-Z][a-z]+)+$/.test(value))
  ],
  ["shouting", "that it is written like a constant", ({ value }) => flag(/^[A-Z]+(?:_[A-Z0-9]+)+$/.test(value))],
  ["brackets", "that it has brackets", ({ value }) => flag(/[()[\]{}<>]/.test(value))],
  ["sigil", "that it begins like a variable or directive", ({ value }) => flag(/^[$%@#&:*!?~^]/.test(value))],
  ["template", "that it holds a template", ({ value }) => flag(/%[sdv@]|\{\w*\}|\$\w|<\w+>|#\{/.test(value))],
  ["escapes", "that it has escapes", ({ value }) => flag(/\\[nrtux0"']/.test(value))],
  [
    "address",
    "that it is an e-mail address or host",
    ({ value }) => flag(/^[\w.+-]+@[\w-]+\.[\w.]+$|^(?:[\w-]+\.)+(?:com|org|net|io|dev|local)(?:[:/]|$)/i.test(value))
  ],
  ["version", "that it is a version, number or date", ({ value }) => flag(/^v?\d+(?:[.:/-]\d+)+\S{0,6}$/.test(value))],
  [
    "bcrypt",
    "that it is a password hash",
    ({ value }) => flag(/^\$(?:2[abxy]?|1|5|6|argon2\w*|apr1|pbkdf2\S*)\$|^\{(?:SSHA|SHA|MD5|CRYPT)\}/i.test(value))
  ],
  ["says-secret", "that it speaks of secrets", ({ value }) => flag(/pass|secret|token|key|auth|cred|login|access/i.test(value))],
  [
    "says-test",
    "that it says it is made up",
    ({ value }) => flag(
      /test|exam|sampl|demo|dummy|fake|mock|foo|bar|invalid|wrong|bad|some|your|my[-_]|change|default|random|valid|here/i.test(
        value
      )
    )
  ],
  ["public", "that it says it is public", ({ value }) => flag(/^(?:ssh-|pk[_.-]|-----BEGIN (?:PUBLIC|CERT))/.test(value))],
  ["tail-word", "that it ends with a word or sign of a sentence", ({ value }) => flag(/[a-z]{3}[.:?!,]$|\.{3}$/.test(value))]
];

// src/detect/score/features.ts
var ALL = [...NAME_FEATURES, ...VALUE_FEATURES, ...LINE_FEATURES, ...NEAR_FEATURES, ...PATH_FEATURES];
var FEATURE_NAMES = ALL.map(([name]) => name);
var FEATURE_WORDS = ALL.map(([, words]) => words);
function counting(features) {
  const counters = features.map(([, , of]) => of);
  return (input) => counters.map((of) => Math.round(of(input) * 1e3) / 1e3);
}
var ofName = counting(NAME_FEATURES);
var ofValue = counting(VALUE_FEATURES);
var ofLine = counting(LINE_FEATURES);
var ofNear = counting(NEAR_FEATURES);
var ofPath = counting(PATH_FEATURES);
var KEPT2 = 1024;
var names = new Memo(KEPT2);
var lines = new Memo(KEPT2);
var paths = new Memo(KEPT2);
var values = /* @__PURE__ */ new WeakMap();
function ownFeatures(candidate, reading2) {
  const { name, value } = candidate;
  const ofIts = names.get(name, () => ofName({ name, plain: plainName(name) }));
  let ofItsValue = values.get(reading2);
  if (!ofItsValue) values.set(reading2, ofItsValue = ofValue(valueFactsOf(value, reading2)));
  const ofItsLine = lines.get(lineKey(candidate), () => ofLine(lineFactsOf(candidate)));
  return ofIts.concat(ofItsValue, ofItsLine, ofNear(nearFactsOf(candidate)));
}
function lineKey({ form, name, value, quote: quote2, closed, lead, gap, tail }) {
  const lengths = `${name.length} ${value.length} ${lead.length} ${gap.length}`;
  return `${form} ${quote2} ${closed} ${lengths} ${name}${value}${lead}${gap}${tail}`;
}
function withPath(own, path) {
  const all = new Float64Array(ALL.length);
  all.set(own);
  all.set(
    paths.get(path ?? "", () => ofPath(path)),
    own.length
  );
  return all;
}

// src/detect/token-header.ts
var NAME = '"(?:alg|typ|kid|enc|cty|zip|jku|x5u|x5t|x5t#S256|b64|ver)"';
var PARAMETER = `\\s*${NAME}\\s*:\\s*(?:"[^"]{0,200}"|\\d{1,9}|true|false)\\s*`;
var BROKEN2 = '(?:,\\s*(?:"[^"]{0,200}(?:"\\s*(?::\\s*(?:["\\[{\\w][^"]{0,200})?)?)?)?)?';
var HEADER = new RegExp(`^\\{(?:${PARAMETER}(?:,${PARAMETER}){0,11}(?:\\}\\s*|${BROKEN2})|\\s*${NAME}\\s*:\\s*"[^"]{1,200})$`);
var BEGINNING = /^(e[yw][\w-]{10,511})(?:\.[\w-]{0,16})?(?:$|\.\.|\xe2\x80\xa6|[…\s([<\\])/;
function isTokenBeginning(value) {
  const header2 = BEGINNING.exec(value)?.[1];
  return HEADER.test(header2 === void 0 ? value : Buffer.from(header2, "base64url").toString("latin1"));
}

// src/detect/score/candidate.ts
var LEAD = 160;
var TAIL = 120;
var AROUND = 200;
var GAP2 = 32;
var BEFORE = LEAD + AROUND;
var LF = 10;
function lineOf(look, data, from, to, form, span) {
  const { nameStart, nameEnd, quote: quote2, closed } = span;
  const lowest = Math.max(from, nameStart - LEAD);
  let start = nameStart;
  while (start > lowest && data[start - 1] !== LF) start--;
  const highest = Math.min(to, span.end + TAIL);
  let end = span.end;
  while (end < highest && data[end] !== LF) end++;
  look.saw(start - 1, end + 1);
  const text = data.toString("latin1", start, end);
  const slice = (first, last) => text.slice(first - start, last - start);
  return {
    form,
    name: slice(nameStart, nameEnd),
    value: slice(span.start, span.end),
    quote: quote2,
    closed,
    lead: slice(start, nameStart),
    gap: slice(nameEnd, Math.max(nameEnd, Math.min(span.start, nameEnd + GAP2))),
    tail: slice(span.end, end),
    start,
    end
  };
}
function candidateOf(look, data, from, to, line) {
  const { form, name, value, quote: quote2, closed, lead, gap, tail, start, end } = line;
  look.saw(start - AROUND, end + AROUND);
  return {
    form,
    name,
    value,
    quote: quote2,
    closed,
    lead,
    gap,
    tail,
    above: data.toString("latin1", Math.max(from, start - AROUND), start),
    below: data.toString("latin1", end, Math.min(to, end + AROUND))
  };
}
function keyOf(look, data, from, to, line, span) {
  const { form, quote: quote2, closed, start, end } = line;
  look.saw(start - AROUND, end + AROUND);
  const first = Math.max(from, start - AROUND);
  const text = data.toString("latin1", first, Math.min(to, end + AROUND));
  const place = (at) => String.fromCharCode(at - first >>> 8, at - first & 255);
  const name = place(span.nameStart) + place(span.nameEnd);
  return `${form}${closed ? "+" : "-"}${quote2} ${place(start)}${name}${place(span.start)}${place(span.end)}${place(end)}${text}`;
}

// src/detect/score/words.ts
var MAX_WORD = 14;
var SET_BITS = 17;
var SYMBOLS = 27;
var SURPRISE_STEP = 0.75;
var FNV_START = 2166136261 | 0;
var step = (hash, code2) => Math.imul(hash ^ code2, 16777619);
function places(hash) {
  const mixed = Math.imul(hash ^ hash >>> 15, 739982445);
  const other = Math.imul(mixed ^ mixed >>> 12, 695872825);
  return [hash >>> 32 - SET_BITS, mixed >>> 32 - SET_BITS, other >>> 32 - SET_BITS];
}
var trigram = (a, b, c) => (a * SYMBOLS + b) * SYMBOLS + c;
var TRIGRAMS = SYMBOLS ** 3;
var code = (char) => {
  const lower = char | 32;
  return lower >= 97 && lower <= 122 && char >= 65 ? lower - 96 : 0;
};
function read2(text, tables) {
  const length = Math.min(text.length, 128);
  let letters = 0;
  let sum = 0;
  let grams = 0;
  let peak = 0;
  let known = 0;
  let knownLong = 0;
  let a = 0;
  let b = 0;
  const last = [0, 0, 0, 0];
  for (let i2 = 0; i2 <= length; i2++) {
    const char = i2 < length ? text.charCodeAt(i2) : 0;
    const c = code(char);
    if (c > 0) letters++;
    if (c > 0 || b > 0) {
      const index = trigram(a, b, c);
      const bits = (tables.surprises[index >> 1] >> 4 * (index & 1) & 15) * SURPRISE_STEP;
      sum += bits;
      last[grams & 3] = bits;
      grams++;
      if (grams >= 4) peak = Math.max(peak, (last[0] + last[1] + last[2] + last[3]) / 4);
    }
    a = c === 0 ? 0 : b;
    b = c;
  }
  let i = 0;
  while (i < length) {
    if (code(text.charCodeAt(i)) === 0) {
      i++;
      continue;
    }
    const word = longestWord(text, i, length, tables.set);
    if (word >= 3) known += word;
    if (word >= 4) knownLong += word;
    i += Math.max(word, 1);
  }
  return { letters, known, knownLong, surprise: grams === 0 ? 0 : sum / grams, peak };
}
function longestWord(text, from, length, set) {
  let hash = FNV_START;
  let longest = 0;
  const stop = Math.min(length, from + MAX_WORD);
  for (let i = from; i < stop; i++) {
    const c = code(text.charCodeAt(i));
    if (c === 0) break;
    hash = step(hash, c + 96);
    if (i - from >= 2 && has2(set, hash)) longest = i - from + 1;
  }
  return longest;
}
function has2(set, hash) {
  const [x, y, z] = places(hash);
  return (set[x >> 3] >> (x & 7) & set[y >> 3] >> (y & 7) & set[z >> 3] >> (z & 7) & 1) === 1;
}

// src/detect/score/gate.ts
var SHORTEST = 4;
var LONGEST = 4096;
var WORD = /^(?:[A-Za-z]?[a-z]*|[A-Z]+)$/;
var BARE_END = /^(?:$|[\s,;&"'`)}\]<\\|#])/;
var LITERALS = /^(?:true|false|null|nil|none|undefined|string|boolean|number|integer|bytes|void|any|self|this)$/i;
var WORDS2 = /^[A-Za-z@./_][A-Za-z_$./: -]*$/;
var KNOWN = 0.85;
var BARE_NAME = /^_(?:key|keys|auth|authorization|seed|signature|cookie|ticket)_$/;
var FORGERY = /csrf|xsrf|authenticity_token|request_verification/;
var OTHER = /_public_key_|_encrypted_key_|_(?:pass\w*|pwd|token)_(?:hash|digest|sha\d+)_|_hashed_(?:pass\w*|token)_|_(?:next|page|continuation|sync|cancel\w*)_token_|_omniauth_$/;
var NOT_SECRET = /^(?:ssh-|ecdsa-sha2-|sk-)[\w@.-]+ AAAA|^\$(?:2[abxy]?|argon2\w*|pbkdf2[\w-]*|[156y])\$|^(?:sha1|md5|pbkdf2_\w+|bcrypt\w*|argon2)\$/;
var NOT_ASCII = /[\x80-\xff]{2}/;
var DICTIONARY_ENTRY = /\bx:$/;
var PROMISING = /* @__PURE__ */ new Set(["url", "otp"]);
function readValue(value, form, quote2, tables) {
  return passesValue(value, form, quote2) ? readValueText(value, form, tables) : void 0;
}
function passesValue(value, form, quote2) {
  if (value.length < SHORTEST || value.length > LONGEST) return false;
  if (LITERALS.test(value) || value.startsWith("--") || /^[\s\W_]*$/.test(value) || isReference(value) || isPattern(value))
    return false;
  if (quote2 === 0 && form !== "tag" && form !== "url" && isExpression(value)) return false;
  if (NOT_SECRET.test(value)) return false;
  if (value.includes(" ") && !/\d/.test(value) && NOT_ASCII.test(value)) return false;
  if (/(.)\1{7}/.test(value) || value.length < 60 && /\\n.*\\n/.test(value)) return false;
  if (isTokenBeginning(value)) return false;
  return value.split(" ").length <= 4 || /\d.*\d.*\d/.test(value);
}
function readValueText(value, form, tables) {
  const reading2 = read2(value, tables);
  if (form === "url") return reading2;
  if (isWords2(value, reading2)) return void 0;
  if (!DISGUISED.test(value)) return reading2;
  const undisguised = value.replace(/[0134578@$!]/g, (sign) => LETTER_OF[sign]);
  return isWords2(undisguised, read2(undisguised, tables)) ? void 0 : reading2;
}
var isWords2 = (value, { known, letters }) => known >= KNOWN * letters && WORDS2.test(value);
var DISGUISED = /^(?=.{4,12}$)[a-z]+(?:[0134578@$!][a-z]+)+$/i;
var LETTER_OF = {
  0: "o",
  1: "i",
  3: "e",
  4: "a",
  5: "s",
  7: "t",
  8: "b",
  "@": "a",
  $: "s",
  "!": "i"
};
var WORDED = 0.3;
var MOSTLY_WORDS = 0.5;
var LONGEST_WORD = 24;
var PASSWORD = /_(?:pass|pwd|secret|cred)/;
function passesPlace({ value, form, quote: quote2, closed, name, lead, tail }, reading2) {
  if (!closed) return false;
  if (form === "space" && quote2 === 0 && !name.startsWith("-") && !/(?:login|machine|user)\s+\S+\s+$/.test(lead)) return false;
  if (quote2 === 0 && form !== "tag" && form !== "url" && !BARE_END.test(tail)) return false;
  if (form === "sql" || form === "user") return !(/^[a-z]+$/.test(value) && reading2.known >= MOSTLY_WORDS * reading2.letters);
  if (PROMISING.has(form)) return true;
  if (form === "wrapped" && /\]\.join\(/.test(tail)) return false;
  if (form === "comma" && !name.startsWith("-") && /(?:^|[[,])\s*["'`]?$/.test(lead)) return false;
  const plain2 = plainName(name);
  if (FORGERY.test(plain2) || OTHER.test(plain2) || DICTIONARY_ENTRY.test(lead)) return false;
  const worded = reading2.known >= WORDED * reading2.letters && value.length <= LONGEST_WORD && !/\d/.test(value);
  if (worded && !PASSWORD.test(plain2)) return false;
  if (BARE_NAME.test(plain2)) return value.length >= 8 && !(WORD.test(value) && value.length < 16);
  return variantOf(plain2) !== "key" || value.length >= 6;
}
var KEPT3 = 4096;
var Gate = class {
  #tables;
  #answer;
  #readings = new Memo(KEPT3);
  #answers = new Memo(KEPT3);
  /** @param answer what is wanted of a candidate that passes, which must follow from it alone */
  constructor(tables, answer2) {
    this.#tables = tables;
    this.#answer = answer2;
  }
  /** The answer for a candidate in `data[from, to)`; undefined where it does not pass. */
  answer(look, data, from, to, form, span) {
    look.saw(span.start, span.end);
    const value = data.toString("latin1", span.start, span.end);
    const reading2 = this.#readings.get(`${form} ${span.quote} ${value}`, () => readValue(value, form, span.quote, this.#tables));
    if (!reading2) return void 0;
    const line = lineOf(look, data, from, to, form, span);
    if (!passesPlace(line, reading2)) return void 0;
    const key = keyOf(look, data, from, to, line, span);
    return this.#answers.get(key, () => this.#answer(candidateOf(look, data, from, to, line), reading2));
  }
};

// src/detect/score/model.ts
var import_node_fs6 = require("node:fs");

// src/detect/score/forest.ts
var Forest2 = class {
  #bias;
  #roots;
  #feature;
  #value;
  #right;
  constructor({ bias, trees }) {
    this.#bias = bias;
    this.#roots = new Int32Array(trees.length);
    const nodes = trees.reduce((sum, tree) => sum + tree.feature.length, 0);
    this.#feature = new Int16Array(nodes);
    this.#value = new Float64Array(nodes);
    this.#right = new Int32Array(nodes);
    let at = 0;
    for (const [t, tree] of trees.entries()) {
      this.#roots[t] = at;
      this.#feature.set(tree.feature, at);
      this.#value.set(tree.value, at);
      for (const [node, right] of tree.right.entries()) this.#right[at + node] = at + right;
      at += tree.feature.length;
    }
  }
  /** The sum of what the trees say. */
  sum(features) {
    let sum = this.#bias;
    for (const root of this.#roots) sum += this.#leaf(root, features);
    return sum;
  }
  /** The most that the trees can say, whatever the features from the number `unknown` on are. */
  most(features, unknown) {
    let sum = this.#bias;
    for (const root of this.#roots) sum += this.#bestLeaf(root, features, unknown);
    return sum;
  }
  #bestLeaf(from, features, unknown) {
    let node = from;
    for (let f = this.#feature[node]; f >= 0; f = this.#feature[node]) {
      if (f >= unknown)
        return Math.max(this.#bestLeaf(node + 1, features, unknown), this.#bestLeaf(this.#right[node], features, unknown));
      node = this.#next(node, f, features);
    }
    return this.#value[node];
  }
  /**
   * By feature: what the sum would lose if that feature alone were as in `neutral`. A tree that does not ask about a
   * feature on the way to its leaf says the same without it, so only the ways are looked at.
   */
  losses(features, neutral) {
    const losses = new Float64Array(features.length);
    const changed = features.slice();
    for (const root of this.#roots) {
      const leaf = this.#leaf(root, features);
      const asked = /* @__PURE__ */ new Set();
      for (let node = root, f = this.#feature[node]; f >= 0; f = this.#feature[node]) {
        if (!asked.has(f)) {
          asked.add(f);
          changed[f] = neutral[f];
          losses[f] += leaf - this.#leaf(node, changed);
          changed[f] = features[f];
        }
        node = this.#next(node, f, features);
      }
    }
    return losses;
  }
  #leaf(from, features) {
    let node = from;
    for (let f = this.#feature[node]; f >= 0; f = this.#feature[node]) node = this.#next(node, f, features);
    return this.#value[node];
  }
  #next(node, feature, features) {
    return features[feature] <= this.#value[node] ? node + 1 : this.#right[node];
  }
};

// src/detect/score/model.ts
var WEIGHTS_FILE = "weights.json";
var Model = class {
  weights;
  tables;
  #forest;
  /** @throws Error when the weights were made for other features */
  constructor(weights) {
    if (weights.features.join() !== FEATURE_NAMES.join())
      throw new Error(`${WEIGHTS_FILE} was made for other features: run npm run train`);
    this.weights = weights;
    this.tables = tablesOf(weights);
    this.#forest = new Forest2(weights);
  }
  /** Probability that a candidate is a secret. */
  probability(features) {
    return calibrated(this.weights.calibration, this.#forest.sum(features));
  }
  /** As `probability`, at most, whatever the features from the number `unknown` on are. */
  most(features, unknown) {
    return calibrated(this.weights.calibration, this.#forest.most(features, unknown));
  }
  /** The features that spoke most for it, each with what the log-odds would lose if it were as it usually is for what is no secret. */
  reasons(features, count2) {
    return Array.from(this.#forest.losses(features, this.weights.neutral), (weight, feature) => ({ feature, weight })).filter(({ weight }) => weight > 0.2).sort((a, b) => b.weight - a.weight || a.feature - b.feature).slice(0, count2);
  }
  /** The level of a probability, undefined when it is too low to be told. */
  level(probability) {
    const { levels } = this.weights;
    if (probability >= levels.high) return "high";
    if (probability >= levels.medium) return "medium";
    return probability >= levels.low ? "low" : void 0;
  }
};
function calibrated(table, logOdds) {
  const at = table.findIndex(([x]) => x > logOdds);
  if (at === 0) return table[0][1];
  if (at < 0) return table.at(-1)[1];
  const [[x0, y0], [x1, y1]] = [table[at - 1], table[at]];
  return y0 + (y1 - y0) * (logOdds - x0) / (x1 - x0);
}
function tablesOf({ words }) {
  return { set: Buffer.from(words.set, "base64"), surprises: Buffer.from(words.surprises, "base64") };
}
function readWeights(file) {
  return JSON.parse((0, import_node_fs6.readFileSync)(file, "utf8"));
}
var loaded;
function loadModel() {
  if (loaded) return loaded;
  loaded = new Model(readWeights(new URL(WEIGHTS_FILE, __moduleUrl)));
  return loaded;
}

// src/detect/score/translation.ts
var TRANSLATIONS = /(?:^|\/)(?:locales?|i18n|l10n|lang|languages?|translations?)\/|\/values-[a-z]{2,3}(?:-r[A-Z]{2})?\/|_[a-z]{2}(?:_[A-Z]{2})?\.properties$|[_.-][a-z]{2}(?:[_-][A-Z]{2})?\.(?:po|resx|strings|arb|xlf)$/;
function isTranslation(path, value) {
  return TRANSLATIONS.test(path) && !/\d/.test(value);
}

// src/detect/score/weigh.ts
var FLOOR = 0.03;
var THOROUGH = 0.15;
var gate;
function weigh(look, data, from, to, form, span) {
  gate ??= new Gate(loadModel().tables, (candidate, reading2) => evidenceOf(candidate, reading2, loadModel()));
  return gate.answer(look, data, from, to, form, span);
}
function evidenceOf(candidate, reading2, model) {
  const evidence = ownFeatures(candidate, reading2);
  const probability = model.probability(withPath(evidence, void 0));
  return probability < FLOOR ? void 0 : { confidence: model.level(probability) ?? "low", evidence };
}
function isToldAt(match, path, settling2) {
  return verdictOf(match, path, settling2) !== void 0;
}
var best = /* @__PURE__ */ new WeakMap();
function mayBeTold({ rule, confidence, evidence }, settling2) {
  if (!evidence) return !isTooUnsure(confidence, settling2);
  let most = best.get(evidence);
  if (most === void 0) best.set(evidence, most = loadModel().most(withPath(evidence, void 0), evidence.length));
  return isEnough(rule, most, settling2);
}
function isEnough(rule, probability, settling2) {
  const model = loadModel();
  const least = settling2.minProbability?.[rule] ?? (settling2.mode === "thorough" ? THOROUGH : model.weights.levels.low);
  return probability >= least && !isTooUnsure(model.level(probability) ?? "low", settling2);
}
function isTooUnsure(confidence, { minConfidence, mode }) {
  return CONFIDENCES.indexOf(confidence) > CONFIDENCES.indexOf(minConfidence ?? (mode === "strict" ? "high" : "low"));
}
function verdictOf({ rule, secret, confidence, evidence }, path, settling2) {
  if (!evidence) return isTooUnsure(confidence, settling2) ? void 0 : { confidence };
  if (isTranslation(path, secret)) return void 0;
  const model = loadModel();
  const features = withPath(evidence, path === "-" ? void 0 : path);
  const probability = model.probability(features);
  if (!isEnough(rule, probability, settling2)) return void 0;
  return { confidence: model.level(probability) ?? "low", weighed: { features, probability } };
}

// src/group.ts
var secretKey = ({ rule, secret }) => `${rule}\0${secret}`;

// src/path.ts
var import_node_buffer = require("node:buffer");
var DECEIVING = "\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb";
var UNPRINTABLE = new RegExp(`[\\u0000-\\u001f${DECEIVING}]`, "g");
function fromBytes(bytes2) {
  const buffer = import_node_buffer.Buffer.from(bytes2.buffer, bytes2.byteOffset, bytes2.byteLength);
  if ((0, import_node_buffer.isUtf8)(buffer)) return buffer.toString("utf8");
  let text = "";
  for (let at = 0; at < buffer.length; ) {
    const size = sequenceLength(buffer, at);
    text += size === 0 ? String.fromCharCode(56320 + buffer[at]) : buffer.toString("utf8", at, at + size);
    at += size || 1;
  }
  return text;
}
function isWithin(path, folder) {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
function sequenceLength(bytes2, at) {
  const lead = bytes2[at];
  if (lead < 128) return 1;
  const size = lead >= 194 && lead <= 223 ? 2 : lead >= 224 && lead <= 239 ? 3 : lead >= 240 && lead <= 244 ? 4 : 0;
  return size !== 0 && at + size <= bytes2.length && (0, import_node_buffer.isUtf8)(bytes2.subarray(at, at + size)) ? size : 0;
}

// src/sources/git/column.ts
var Column = class _Column {
  #data;
  #length = 0;
  #make;
  /** @param make gives so many numbers, all 0 */
  constructor(make) {
    this.#make = make;
    this.#data = make(4096);
  }
  /** Of whole numbers. */
  static ofInts() {
    return new _Column((length) => new Int32Array(length));
  }
  get length() {
    return this.#length;
  }
  push(value) {
    if (this.#length === this.#data.length) this.#reserve(this.#length + 1);
    this.#data[this.#length++] = value;
  }
  append(values2) {
    const length = this.#length + values2.length;
    if (length > this.#data.length) this.#reserve(length);
    this.#data.set(values2, this.#length);
    this.#length = length;
  }
  get(at) {
    return this.#data[at];
  }
  /** Numbers that come to stand between the last one and this are -1. */
  set(at, value) {
    if (at >= this.#length) {
      if (at >= this.#data.length) this.#reserve(at + 1);
      this.#data.fill(-1, this.#length, at);
      this.#length = at + 1;
    }
    this.#data[at] = value;
  }
  /** All of them, in memory that is larger; this column must not be used any more. */
  finish() {
    return this.#data.subarray(0, this.#length);
  }
  #reserve(length) {
    const larger = this.#make(2 * length);
    larger.set(this.#data);
    this.#data = larger;
  }
};

// src/sources/git/idtable.ts
var MAX_ID = 32;
var PARTS = { ids: MAX_ID * MOST_AT_ONCE, tags: 4 * MOST_AT_ONCE };
var IdTable = class {
  #core;
  #parts;
  #idBytes = 20;
  /** Bytes that it takes in the memory of a core. */
  static size = partsSize(PARTS);
  constructor(core) {
    this.#core = core;
    this.#parts = core.takeAll(PARTS);
  }
  /** Has ids taken down here from now on. */
  begin(idBytes) {
    const { ids, tags } = this.#parts;
    this.#idBytes = idBytes;
    this.#core.exports.setupIds(idBytes, ids.byteOffset, tags.byteOffset, MOST_AT_ONCE);
  }
  /** Takes away all that are there, one after the other, and their tags. */
  take(onIds) {
    const { ids, tags } = this.#parts;
    const count2 = this.#core.exports.takeIds();
    if (count2 > 0) onIds(ids.subarray(0, count2 * this.#idBytes), this.#core.numbers(tags.byteOffset, count2));
  }
};

// src/sources/git/commitreader.ts
var COMMITS = 512;
var MOST_ENTRIES = 256;
var PARTS2 = {
  times: 8 * COMMITS,
  parentEnds: 4 * COMMITS,
  entries: 8 * MOST_ENTRIES,
  told: 16
};
var NOWHERE = 2 ** 30;
var [NOTHING, MESSAGE, SOME] = [0, 1, 2];
var CommitReader = class {
  /** Addresses of entries, for `readAll`: where each begins, and where it may end. */
  entries;
  #core;
  #parts;
  #ids;
  #told;
  #sink;
  /** Bytes that it takes in the memory of a core. */
  static size = partsSize(PARTS2) + IdTable.size;
  constructor(core) {
    this.#core = core;
    this.#parts = core.takeAll(PARTS2);
    this.#ids = new IdTable(core);
    this.#told = core.numbers(this.#parts.told.byteOffset, 4);
    this.entries = core.numbers(this.#parts.entries.byteOffset, 2 * MOST_ENTRIES);
  }
  /** Begins to read the commits of a repository. */
  begin({ idBytes, looks }, sink) {
    const { times, parentEnds, told } = this.#parts;
    const { exports: exports2 } = this.#core;
    this.#sink = sink;
    this.#ids.begin(idBytes);
    exports2.setupCommits(idBytes, looks ? 1 : 0, times.byteOffset, parentEnds.byteOffset, COMMITS, told.byteOffset);
    this.#core.reader = this;
  }
  /** Where the line behind the ids of the commit that was read last begins. */
  get head() {
    return this.#told[1];
  }
  /** Of the commit that `readAll` read last: its size, -1 if it cannot be read there, and what `read` gives. */
  get size() {
    return this.#told[0];
  }
  get found() {
    return this.#told[2];
  }
  /** Bytes of all commits that `readAll` has read. */
  get bytes() {
    return this.#told[3];
  }
  /**
   * Reads a commit.
   * @param at its address
   * @param known whether it is taken down; else only its ids are
   * @returns NOTHING, MESSAGE or SOME
   */
  read(at, size, known) {
    return this.#core.exports.readCommit(at, size, known ? 1 : 0);
  }
  /**
   * Inflates and reads the commits of some of `entries`, from the number `first` to `last`, up to one that cannot be read here, or in
   * which there may be something.
   * @param out address at which there is room for an object of `most` bytes: that of the commit that is read last
   * @returns the number of that one, or `last`
   */
  readAll(first, last, out, most) {
    const at = this.entries.byteOffset;
    return (this.#core.exports.readCommits(at + 8 * first, at + 8 * last, out, most) - at) / 8;
  }
  /** Tells what has not been told yet. */
  finish() {
    this.full();
    this.#core.reader = void 0;
    this.#sink = void 0;
  }
  full() {
    const { times, parentEnds } = this.#parts;
    const core = this.#core;
    const commits = core.exports.takeCommits();
    if (commits > 0) this.#sink?.onCommits(core.doubles(times.byteOffset, commits), core.numbers(parentEnds.byteOffset, commits));
    this.#ids.take((ids, tags) => this.#sink?.onIds(ids, tags));
  }
};

// src/sources/git/idbatch.ts
var IdBatch = class {
  #ids;
  #idBytes;
  #onNumber;
  #numbers = new Int32Array(MOST_AT_ONCE);
  constructor(ids, idBytes, onNumber) {
    this.#ids = ids;
    this.#idBytes = idBytes;
    this.#onNumber = onNumber;
  }
  /** Looks for ids that stand one after the other, MOST_AT_ONCE at most, a tag for each, and tells of them in their order. */
  find(ids, tags) {
    this.#ids.findAll(ids, tags.length, this.#numbers);
    for (let i = 0; i < tags.length; i++) this.#onNumber(this.#numbers[i], tags[i], ids, i * this.#idBytes);
  }
};

// src/sources/git/commits.ts
var TagLog = class {
  #ids;
  #targets = [];
  #missing = /* @__PURE__ */ new Set();
  count = 0;
  constructor(ids) {
    this.#ids = ids;
  }
  /** @param data a tag object: `object ID LF`, type, name, tagger … */
  add(number, data) {
    this.count++;
    const [, id] = /^object ([0-9a-f]+)\n/.exec(data.toString("latin1", 0, 80)) ?? [];
    if (id === void 0) return;
    const target = this.#ids.findHex(id);
    if (target < 0) this.#missing.add(id);
    if (number >= 0) this.#targets.push([number, target]);
  }
  finish() {
    return { targets: this.#targets, missing: [...this.#missing] };
  }
};
var CommitLog = class {
  #held;
  #idBytes;
  #numbers = Column.ofInts();
  #times = new Column((length) => new Float64Array(length));
  #trees = Column.ofInts();
  /** Also of parents that are not in the store, as -1. */
  #parents = Column.ofInts();
  #parentEnds = Column.ofInts();
  #missingTrees = /* @__PURE__ */ new Set();
  #missingParents = /* @__PURE__ */ new Set();
  constructor(ids, idBytes) {
    this.#held = new IdBatch(ids, idBytes, this.#onNumber);
    this.#idBytes = idBytes;
  }
  /** The number of the next commit that is read; of one that only git knows a way to read it is only asked what is missing. */
  add(number) {
    this.#numbers.push(number);
  }
  onCommits(times, parentEnds) {
    this.#times.append(times);
    this.#parentEnds.append(parentEnds);
  }
  onIds(ids, tags) {
    this.#held.find(ids, tags);
  }
  #onNumber = (number, tag, ids, at) => {
    const isTree = tag >= 0;
    const place = isTree ? tag : ~tag;
    if (number < 0) (isTree ? this.#missingTrees : this.#missingParents).add(ids.toString("hex", at, at + this.#idBytes));
    if (place !== NOWHERE) (isTree ? this.#trees : this.#parents).set(place, number);
  };
  finish() {
    const [numbers, parents, parentEnds] = [this.#numbers.finish(), this.#parents.finish(), this.#parentEnds.finish()];
    let filled = 0;
    for (let commit = 0, i = 0; commit < parentEnds.length; commit++) {
      for (; i < parentEnds[commit]; i++) if (parents[i] >= 0) parents[filled++] = parents[i];
      parentEnds[commit] = filled;
    }
    if (numbers.length > this.#trees.length) this.#trees.set(numbers.length - 1, -1);
    return {
      count: numbers.length,
      numbers,
      times: this.#times.finish(),
      trees: this.#trees.finish(),
      parents: parents.subarray(0, filled),
      parentEnds,
      missingTrees: [...this.#missingTrees],
      missingParents: [...this.#missingParents]
    };
  }
};

// src/detect/hit.ts
var REGION = -1;
var AROUND2 = 72;
var NO_MORE = {};
function hitOf(rule, start, end, confidence, reasons, { evidence, distance, decoded } = NO_MORE) {
  return { rule, start, end, from: start, to: end, confidence, reasons, evidence, distance, decoded };
}
function regionOf(at, from, to) {
  const region = hitOf(REGION, at, to, "low", []);
  region.from = from;
  region.to = to;
  return region;
}
function movedHit(hit, by) {
  const copy = hitOf(hit.rule, hit.start + by, hit.end + by, hit.confidence, hit.reasons, hit);
  copy.from = hit.from + by;
  copy.to = hit.to + by;
  return copy;
}

// src/detect/look.ts
var FEW2 = 32;
var LOOK = 4;
var Looks = class {
  data = new Int32Array(LOOK * 256);
  count = 0;
  /** Of the look at hand. */
  from = 0;
  to = 0;
  /** Nothing is taken down: what is looked at are other bytes, decoded ones. */
  paused = false;
  #start = 0;
  #end = 0;
  /** Begins a scan of the bytes `[start, end)`. */
  clear(start, end) {
    this.count = 0;
    this.#start = start;
    this.#end = end;
  }
  /** Begins a look at the bytes `[at, to)`. */
  begin(at, to) {
    this.from = at;
    this.to = to;
  }
  saw(from, to) {
    if (from < this.from) this.from = from;
    if (to > this.to) this.to = to;
  }
  /** Ends the look at hand. */
  end(kind, at) {
    if (!this.paused) this.add(kind, at, Math.max(this.from, this.#start), Math.min(this.to, this.#end));
  }
  add(kind, at, from, to) {
    const place = LOOK * this.count++;
    if (place === this.data.length) {
      const larger = new Int32Array(2 * this.data.length);
      larger.set(this.data);
      this.data = larger;
    }
    const { data } = this;
    data[place] = kind;
    data[place + 1] = at;
    data[place + 2] = from;
    data[place + 3] = to;
  }
  /** Takes the first looks of some data. */
  take(data, count2) {
    this.#reserve(count2);
    this.data.set(data.subarray(0, LOOK * count2));
    this.count = count2;
  }
  /** As `take`, for numbers that stand anywhere as bytes. */
  takeBytes(bytes2) {
    this.count = bytes2.length / (4 * LOOK);
    this.#reserve(this.count);
    new Uint8Array(this.data.buffer).set(bytes2);
  }
  #reserve(count2) {
    if (this.data.length < LOOK * count2) this.data = new Int32Array(LOOK * 2 ** Math.ceil(Math.log2(count2)));
  }
  /** Puts the looks in the order of their places. */
  sort() {
    const { data, count: count2 } = this;
    let sorted = true;
    for (let i = LOOK; sorted && i < LOOK * count2; i += LOOK) sorted = data[i - 3] <= data[i + 1];
    if (sorted) return;
    if (count2 <= FEW2) return this.#sortFew();
    const keys = Float64Array.from({ length: count2 }, (_, i) => data[LOOK * i + 1] * count2 + i).sort();
    const old = data.slice(0, LOOK * count2);
    for (let i = 0; i < count2; i++) {
      const from = LOOK * (keys[i] % count2);
      for (let k = 0; k < LOOK; k++) data[LOOK * i + k] = old[from + k];
    }
  }
  /** Puts each before those of a later place, one after the other. */
  #sortFew() {
    const { data } = this;
    for (let i = LOOK; i < LOOK * this.count; i += LOOK) {
      const [kind, at, from, to] = [data[i], data[i + 1], data[i + 2], data[i + 3]];
      let place = i;
      for (; place > 0 && data[place - LOOK + 1] > at; place -= LOOK)
        for (let k = 0; k < LOOK; k++) data[place + k] = data[place - LOOK + k];
      data[place] = kind;
      data[place + 1] = at;
      data[place + 2] = from;
      data[place + 3] = to;
    }
  }
  /** Leaves out the looks of a kind. */
  drop(kind) {
    const { data } = this;
    let kept = 0;
    for (let i = 0; i < LOOK * this.count; i += LOOK) {
      if (data[i] === kind) continue;
      for (let k = 0; k < LOOK; k++) data[kept + k] = data[i + k];
      kept += LOOK;
    }
    this.count = kept / LOOK;
  }
  /** Joins the looks of another table, in any order, into these, which are in order. */
  merge(others) {
    if (others.count === 0) return;
    others.sort();
    let [mine, its] = [LOOK * (this.count - 1), LOOK * (others.count - 1)];
    this.count += others.count;
    if (this.data.length < LOOK * this.count) {
      const larger = new Int32Array(LOOK * 2 ** Math.ceil(Math.log2(this.count)));
      larger.set(this.data.subarray(0, mine + LOOK));
      this.data = larger;
    }
    const { data } = this;
    for (let to = LOOK * (this.count - 1); its >= 0; to -= LOOK) {
      const last = mine >= 0 && data[mine + 1] > others.data[its + 1];
      const source = last ? data : others.data;
      const from = last ? mine : its;
      for (let k = 0; k < LOOK; k++) data[to + k] = source[from + k];
      if (last) mine -= LOOK;
      else its -= LOOK;
    }
  }
  /** Whether a look depends on bytes in `[from, to)`. */
  touch(from, to) {
    for (let i = 0; i < LOOK * this.count; i += LOOK) if (this.data[i + 2] < to && this.data[i + 3] > from) return true;
    return false;
  }
};

// src/order.ts
var byText = (a, b) => a < b ? -1 : a > b ? 1 : 0;

// src/sources/git/delta.ts
var MAX_RUNS = 1 << 20;
function readDeltaHeader(delta, end, header2) {
  header2.at = 0;
  header2.baseSize = readSize(delta, end, header2);
  header2.resultSize = readSize(delta, end, header2);
}
function readSize(delta, end, header2) {
  let size = 0;
  let unit = 1;
  for (; ; ) {
    if (header2.at >= end || unit > 2 ** 49) throw new MalformedError("delta header is damaged");
    const byte = delta[header2.at++];
    size += (byte & 127) * unit;
    if (byte < 128) return size;
    unit *= 128;
  }
}
var DAMAGES = [
  "insertion is damaged",
  "copies from outside of its base",
  "makes an object of another size",
  "copy instruction is cut off"
];
var DeltaMaker = class {
  #runs;
  #core;
  /** Runs of the object that was made last. */
  #count;
  /** Bytes that it takes in the memory of a core. */
  static size = partSize(12 * MAX_RUNS) + partSize(4);
  constructor(core) {
    this.#core = core;
    this.#runs = { count: 0, data: core.takeNumbers(3 * MAX_RUNS) };
    this.#count = core.takeNumbers(1);
  }
  /** What was copied into the object that was made last, also by loops of the core. */
  get runs() {
    this.#runs.count = this.#count[0];
    return this.#runs;
  }
  /**
   * Makes a result from its base.
   * @param arena holds the base, at `base`, and takes the result at `result`, with BEHIND bytes more; in the core's memory
   * @param delta its instructions end at `end`; in the core's memory
   * @throws MalformedError when an instruction reaches outside of base or result, or the result has another size
   */
  apply(arena, base, result, header2, delta, end) {
    const { baseSize, resultSize, at } = header2;
    const runs = this.#runs;
    const [from, to] = [arena.byteOffset, delta.byteOffset];
    const [first, last] = [to + at, to + end];
    const count2 = this.#core.exports.applyDelta(
      from + base,
      baseSize,
      from + result,
      resultSize,
      first,
      last,
      runs.data.byteOffset,
      MAX_RUNS
    );
    this.#settle(count2);
  }
  /**
   * Where objects are made by loops of the core (wasm/assembly/path.ts).
   * @param delta takes one delta, of twice as many bytes as an object may have at most
   * @param extraEvery see Visitor of packwalk.ts
   */
  begin({ arena, delta, most, idBytes, extraEvery }) {
    const runs = this.#runs;
    const { exports: exports2 } = this.#core;
    const [at, runsAt, countAt] = [arena.byteOffset, runs.data.byteOffset, this.#count.byteOffset];
    exports2.setupPath(at, arena.length, delta.byteOffset, most, idBytes, runsAt, MAX_RUNS, countAt, extraEvery);
  }
  #settle(count2) {
    this.#count[0] = Math.max(0, count2);
    if (count2 < 0) throw new MalformedError(`delta ${DAMAGES[-1 - count2]}`);
  }
};

// src/sources/git/ranges.ts
var RangeList = class {
  pairs;
  count = 0;
  /** @param pairs where the ranges stand, as long as they have room there */
  constructor(pairs = new Int32Array(256)) {
    this.pairs = pairs;
  }
  /** Adds `[from, to)`, whatever is there. */
  push(from, to) {
    const place = 2 * this.count++;
    if (place === this.pairs.length) {
      const larger = new Int32Array(2 * this.pairs.length);
      larger.set(this.pairs);
      this.pairs = larger;
    }
    this.pairs[place] = from;
    this.pairs[place + 1] = to;
  }
  /** Takes in the ranges of another list that is in order, as this one is, and joins those that touch. */
  join(other) {
    const pairs = this.pairs.slice(0, 2 * this.count);
    this.count = 0;
    for (let i = 0, k = 0; i < pairs.length || k < 2 * other.count; ) {
      const mine = k >= 2 * other.count || i < pairs.length && pairs[i] <= other.pairs[k];
      if (mine) this.#add(pairs[i++], pairs[i++]);
      else this.#add(other.pairs[k++], other.pairs[k++]);
    }
  }
  /** Puts ranges that were pushed in order, and joins those that touch. */
  sort() {
    const all = Array.from({ length: this.count }, (_, i) => [this.pairs[2 * i], this.pairs[2 * i + 1]]);
    all.sort((a, b) => a[0] - b[0]);
    this.count = 0;
    for (const [from, to] of all) this.#add(from, to);
  }
  /** Adds `[from, to)`, which begins at or behind all others. What touches the last one makes it longer. */
  #add(from, to) {
    const last = 2 * this.count - 1;
    if (last > 0 && from <= this.pairs[last]) this.pairs[last] = Math.max(to, this.pairs[last]);
    else this.push(from, to);
  }
  /** Bytes in all ranges, if they are in order. */
  size() {
    let bytes2 = 0;
    for (let i = 0; i < 2 * this.count; i += 2) bytes2 += this.pairs[i + 1] - this.pairs[i];
    return bytes2;
  }
};

// src/sources/git/carry.ts
var MAX_LOOKS = 1 << 20;
var MAX_CUT = 1 << 16;
var PARTS3 = {
  ranges: 8 * (MAX_RUNS + 1),
  wide: 8 * (MAX_RUNS + 1),
  looks: 4 * LOOK * MAX_LOOKS,
  carried: 4 * LOOK * MAX_LOOKS,
  repeats: 4 * LOOK * MAX_LOOKS,
  cut: 8 * MAX_CUT,
  runs: 12 * MAX_RUNS,
  counts: 16
};
var Carrier = class {
  /** Where anchors may begin that are not those of the base, and where what has none may: see detect/hit.ts, Reach. */
  ranges;
  wide;
  /** Looks that are to be repeated; only their kinds and places count. */
  repeats = new Looks();
  #core;
  #ranges;
  #wide;
  #looks;
  #carried;
  #cut;
  #runs;
  #counts;
  /** The runs that were given last that stand in the core's memory. */
  #held;
  /** Bytes that it takes in the memory of a core. */
  static size = partsSize(PARTS3);
  constructor(core) {
    const take = (bytes2) => core.takeNumbers(bytes2 / 4);
    this.#core = core;
    this.#ranges = take(PARTS3.ranges);
    this.#wide = take(PARTS3.wide);
    this.#looks = take(PARTS3.looks);
    this.#carried = take(PARTS3.carried);
    this.repeats.data = take(PARTS3.repeats);
    this.#cut = take(PARTS3.cut);
    this.#runs = take(PARTS3.runs);
    this.#counts = take(PARTS3.counts);
    this.ranges = new RangeList(this.#ranges);
    this.wide = new RangeList(this.#wide);
    const places2 = [this.#ranges, this.#wide, this.#carried, this.repeats.data].map(({ byteOffset }) => byteOffset);
    core.exports.setupCarry(...places2, MAX_LOOKS, this.#counts.byteOffset);
  }
  /**
   * Sets `ranges` and `wide`.
   * @param runs in bytes of an object of `size` bytes and of its base, of which `baseSize` is the length
   * @returns bytes in `ranges`
   */
  findChanges(size, runs, baseSize, { before, behind, around }) {
    const { exports: exports2 } = this.#core;
    const bytes2 = exports2.findChanges(this.#place(runs), runs.count, size, baseSize, before, behind, around);
    this.ranges.pairs = this.#ranges;
    this.wide.pairs = this.#wide;
    this.ranges.count = this.#counts[0];
    this.wide.count = this.#counts[1];
    return bytes2;
  }
  /**
   * Moves looks along the runs that copy all they depend on, but for those in `cut`. The others are to be repeated, unless they
   * lie where there are other ones to be looked for.
   * @param looks of the base
   * @param carried takes those that were moved
   * @returns false when there are too many
   */
  carry(size, runs, baseSize, looks, cut2, carried) {
    const { ranges, wide } = this;
    if (looks.count > MAX_LOOKS || cut2.count > MAX_CUT || ranges.pairs !== this.#ranges || wide.pairs !== this.#wide)
      return false;
    this.#looks.set(looks.data.subarray(0, LOOK * looks.count));
    if (cut2.count > 0) this.#cut.set(cut2.pairs.subarray(0, 2 * cut2.count));
    const done = this.#core.exports.carryLooks(
      this.#looks.byteOffset,
      looks.count,
      this.#place(runs),
      runs.count,
      size,
      baseSize,
      this.#cut.byteOffset,
      cut2.count,
      ranges.count,
      wide.count
    );
    if (!done) return false;
    carried.take(this.#carried, this.#counts[2]);
    this.repeats.count = this.#counts[3];
    return true;
  }
  /** The address of runs. */
  #place({ data, count: count2 }) {
    if (data !== this.#held && this.#core.holds(data)) this.#held = data;
    if (data === this.#held) return data.byteOffset;
    this.#runs.set(data.subarray(0, 3 * count2));
    return this.#runs.byteOffset;
  }
};

// src/sources/git/deltascan.ts
var RANGE_COST = 16;
var NEAR = 512;
var MAX_PAIRS = 1e6;
var NONE = { hits: [], of: [] };
var DeltaScanner = class {
  #scanner;
  #carrier;
  #cut = new RangeList();
  #regions = new Looks();
  /** Tables that are not in use. */
  #free = [];
  /** Bytes in which anchors were looked for, as opposed to what is known from a base. */
  bytes = 0;
  /** @param carrier in the memory where objects are, to spare copies; else one is made when it is needed */
  constructor(scanner, carrier) {
    this.#scanner = scanner;
    this.#carrier = carrier;
  }
  /** What is in the whole of `data`. */
  whole(data) {
    this.bytes += data.length;
    const hits = inOrder(this.#scanner.scan(data, 0, data.length));
    const looks = this.#take();
    looks.take(this.#scanner.looks.data, this.#scanner.looks.count);
    looks.sort();
    return this.#scanner.whole ? { hits, looks, whole: true } : this.#known(hits, looks);
  }
  /** What is known of a blob on a level of the path that a walker has made by itself; undefined where nothing is. */
  walked(walker, level) {
    const looks = this.#take();
    if (walker.take(level, looks)) return { hits: [], looks, whole: false };
    this.#free.push(looks);
    return void 0;
  }
  /** Something known is not needed any more. */
  release({ looks }) {
    this.#free.push(looks);
  }
  /**
   * What is in `data`, given what it copies from its base and what is known of that.
   * @param runs in bytes of `data` and of the base, of which `baseSize` is the length
   */
  derived(data, runs, baseSize, base) {
    if (base.whole) return this.whole(data);
    const hits = base.hits.length > 0 ? [] : regionsIn(base.looks);
    if (hits.length === 0) return this.#derived(data, runs, baseSize, base);
    const looks = this.#take();
    looks.take(base.looks.data, base.looks.count);
    looks.drop(REGION);
    const known = this.#derived(data, runs, baseSize, { hits, looks });
    this.#free.push(looks);
    return known;
  }
  /** @param base with all of its regions among the hits */
  #derived(data, runs, baseSize, base) {
    const size = data.length;
    const carried = this.#take();
    let anew;
    const carrier = this.#carrier ??= new Carrier(new Core(Carrier.size));
    const { ranges, wide, repeats: repeats2 } = carrier;
    const cut2 = this.#cut;
    for (; ; ) {
      let bytes2 = carrier.findChanges(size, runs, baseSize, this.#scanner.reach);
      cut2.count = 0;
      const known = base.hits.length > 0 ? this.#carryHits(size, runs, baseSize, base.hits, anew) : NONE;
      const { hits } = known;
      if (cut2.count > 0) {
        ranges.join(cut2);
        wide.join(cut2);
        bytes2 = ranges.size();
      }
      if (bytes2 + RANGE_COST * ranges.count > size || !carrier.carry(size, runs, baseSize, base.looks, cut2, carried)) {
        this.#free.push(carried);
        return this.whole(data);
      }
      if (ranges.count === 0 && repeats2.count === 0) return this.#known(inOrder(hits), carried);
      const part2 = { ranges, wide, looks: carried, repeats: repeats2, hits };
      const found2 = this.#scanner.scan(data, 0, size, part2);
      if (this.#scanner.whole) {
        this.#free.push(carried);
        this.bytes += size;
        return { hits: inOrder(found2), looks: this.#take(), whole: true };
      }
      const { looks } = this.#scanner;
      if (hits.length > 0 && looks.count > 0) {
        if (countRegions(hits) * looks.count > MAX_PAIRS) {
          this.#free.push(carried);
          return this.whole(data);
        }
        const touched2 = findTouched(known, looks);
        if (touched2) {
          anew = /* @__PURE__ */ new Set([...anew ?? [], ...touched2]);
          continue;
        }
      }
      this.bytes += bytes2;
      carried.merge(looks);
      return this.#known(inOrder(found2), carried);
    }
  }
  /** Puts regions among the looks where there are no other hits. */
  #known(hits, looks) {
    if (hits.length === 0 || hits.some(({ rule }) => rule !== REGION)) return { hits, looks, whole: false };
    const regions = this.#regions;
    regions.count = 0;
    for (const { start, from, to } of hits) regions.add(REGION, start, from, to);
    looks.merge(regions);
    return { hits: [], looks, whole: false };
  }
  #take() {
    const looks = this.#free.pop() ?? new Looks();
    looks.count = 0;
    return looks;
  }
  /**
   * Moves hits along the runs that copy all they depend on. Where something was decoded of which only parts were copied, these
   * join the ranges.
   * @param anew what is to be found anew although it could be carried
   */
  #carryHits(size, runs, baseSize, hits, anew) {
    const { data, count: count2 } = runs;
    const carried = { hits: [], of: [] };
    const base = { hits, lowest: hits[0].from, highest: 0, longest: 0, size: baseSize };
    for (const { from, to } of hits) {
      base.longest = Math.max(base.longest, to - from);
      base.highest = Math.max(base.highest, to);
    }
    for (let i = 0; i < 3 * count2; i += 3) {
      const from = data[i + 1];
      const end = from + data[i + 2];
      if (end > base.lowest && from < base.highest) this.#carryRun(data[i], from, end, size, base, anew, carried);
    }
    if (this.#cut.count > 0) this.#cut.sort();
    return carried;
  }
  /** Moves what the run `[from, end)` of the base copies to `to`. */
  #carryRun(to, from, end, size, { hits, longest, size: baseSize }, anew, carried) {
    const shift = to - from;
    for (let j = firstFrom(hits, from - longest); j < hits.length; j++) {
      const hit = hits[j];
      if (hit.from >= end) break;
      if (hit.to <= from) continue;
      const near = isNear(hit, from, end, baseSize) && isOfRegion(hits, j);
      if (!near && !anew?.has(hit) && isWhole(hit.from, hit.to, from, end, shift, size, baseSize)) {
        carried.hits.push(shift === 0 ? hit : movedHit(hit, shift));
        carried.of.push(hit);
      } else if (hit.rule === REGION) {
        this.#cut.push(Math.max(hit.from, from) + shift, Math.min(hit.to, end) + shift);
      }
    }
  }
};
function regionsIn({ data, count: count2 }) {
  const regions = [];
  for (let i = 0; i < LOOK * count2; i += LOOK)
    if (data[i] === REGION) regions.push(regionOf(data[i + 1], data[i + 2], data[i + 3]));
  return inOrder(regions);
}
function countRegions(hits) {
  let count2 = 0;
  for (let i = 0; i < hits.length; i++) if (hits[i].rule === REGION) count2++;
  return count2;
}
function findTouched({ hits, of }, looks) {
  const regions = [...hits.keys()].filter((i) => hits[i].rule === REGION);
  const touched2 = [];
  for (let first = 0, next = 0; first < regions.length; first = next) {
    let end = hits[regions[first]].to;
    for (next = first + 1; next < regions.length && hits[regions[next]].from < end; next++)
      end = Math.max(end, hits[regions[next]].to);
    const together = regions.slice(first, next);
    if (together.some((i) => looks.touch(hits[i].from, hits[i].to))) for (const i of together) touched2.push(of[i]);
  }
  if (touched2.length === 0) return void 0;
  return touched2.flatMap((region) => of.filter(({ from, to }) => from === region.from && to === region.to));
}
function isWhole(first, last, from, end, shift, size, baseSize) {
  return first >= from && last <= end && (first > 0 || shift === 0) && (last < baseSize || last + shift === size);
}
function isNear({ from: first, to: last }, from, end, baseSize) {
  return from > 0 && first - from < NEAR || end < baseSize && end - last < NEAR;
}
function isOfRegion(hits, at) {
  const { from, to } = hits[at];
  let first = at;
  while (first > 0 && hits[first - 1].from === from) first--;
  for (let i = first; i < hits.length && hits[i].from === from; i++)
    if (hits[i].rule === REGION && hits[i].to === to) return true;
  return false;
}
function firstFrom(hits, at) {
  let low = 0;
  let high = hits.length;
  while (low < high) {
    const middle = low + high >>> 1;
    if (hits[middle].from < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
function compareHits(a, b) {
  return a.from - b.from || a.start - b.start || a.end - b.end || a.rule - b.rule || byText(textOf(a), textOf(b));
}
function textOf({ decoded, confidence, evidence, reasons }) {
  const text = decoded ? `${decoded.secret}\0${decoded.from.join()}\0${decoded.unsure}` : "";
  return `${text}\0${confidence}\0${evidence?.join()}\0${reasons.map(({ code: code2 }) => code2).join()}`;
}
function inOrder(hits) {
  if (hits.length < 2) return hits;
  hits.sort(compareHits);
  return hits.filter((hit, i) => i === 0 || compareHits(hit, hits[i - 1]) !== 0);
}

// src/sources/git/messages.ts
var SIGNATURE = Buffer.from("gpgsig");
var [LF2, SPACE] = [10, 32];
var tagStart = (data) => data.indexOf("\ntag ") + 1;
var messageStart = (data, head) => data[head] === LF2 ? head + 1 : data.indexOf("\n\n", head) + 2;
function eachPart(data, head, onPart) {
  let from = head;
  let end = head;
  for (let isSignature = false; end < data.length && data[end] !== LF2; end = Math.min(data.length, lineEnd(data, end) + 1)) {
    const isPart2 = isSignature && data[end] === SPACE;
    if (isSignature && !isPart2) from = end;
    const begins = beginsWith(data, end, SIGNATURE);
    if (begins && !isSignature && end > from) onPart(from, end);
    isSignature = begins || isPart2;
    if (isSignature) from = Math.min(data.length, lineEnd(data, end) + 1);
  }
  if (from < end) onPart(from, end);
  if (end + 1 < data.length) onPart(end + 1, data.length);
}
function lineEnd(data, at) {
  let end = at;
  while (end < data.length && data[end] !== LF2) end++;
  return end;
}
function beginsWith(data, at, word) {
  for (let i = 0; i < word.length; i++) if (data[at + i] !== word[i]) return false;
  return true;
}

// src/clock.ts
var elapsedMs = () => process.uptime() * 1e3;

// src/errors.ts
var UsageError = class extends Error {
  name = "UsageError";
};
var GitError = class extends Error {
  name = "GitError";
  /** What git was asked to do, `ls-files` for example. */
  command;
  /** Exit code; null where git was killed or never ran. */
  exitCode;
  constructor(command2, exitCode, message, options) {
    super(message, options);
    this.command = command2;
    this.exitCode = exitCode;
  }
};
var GitMissingError = class extends GitError {
  name = "GitMissingError";
};
var GitBlockedError = class extends GitError {
  name = "GitBlockedError";
  /** Where that stands. */
  path;
  constructor(command2, path) {
    super(command2, null, `${path}: a pipe or device stands in place of a file, and git would wait for it`);
    this.path = path;
  }
};

// src/sources/git/loose.ts
var import_node_fs7 = require("node:fs");
var import_node_path3 = require("node:path");
var TYPES = { commit: COMMIT, tree: TREE, blob: BLOB, tag: TAG };
function looseFile(objectDir, id) {
  return (0, import_node_path3.join)(objectDir, id.slice(0, 2), id.slice(2));
}
var HEAD = 64;
var LooseReader = class {
  #inflater;
  #maxSize;
  #source = Buffer.allocUnsafeSlow(64 * 1024);
  #out = Buffer.allocUnsafeSlow(256 * 1024);
  /** @param maxSize largest object, in bytes, that is read */
  constructor(inflater, maxSize) {
    this.#inflater = inflater;
    this.#maxSize = maxSize;
  }
  /**
   * @param wants whether the content of an object of this type is wanted
   * @returns type and, if wanted, content (valid until the next call), or undefined when the object is too large
   * @throws MalformedError when the file does not hold an object; an error of the file system when it cannot be read
   */
  read(path, wants) {
    const length = this.#load(path);
    if (length < 0) return void 0;
    const all = this.#inflater.all(this.#source, 0, length, this.#out);
    const head = all >= 0 ? Math.min(all, HEAD) : this.#inflater.begin(this.#source, 0, length, this.#out, HEAD);
    const nul = this.#out.subarray(0, head).indexOf(0);
    const [, name, digits2] = /^(\w+) (\d{1,15})$/.exec(this.#out.toString("latin1", 0, Math.max(0, nul))) ?? [];
    const type = TYPES[name ?? ""];
    if (type === void 0) throw new MalformedError("not a loose object");
    if (!wants(type)) return { type };
    const size = Number(digits2);
    if (size > this.#maxSize) return void 0;
    const whole2 = nul + 1 + size;
    if (all >= 0 && all !== whole2) throw new MalformedError("object is not of the size it declares");
    if (all >= 0) return { type, data: this.#out.subarray(nul + 1, whole2) };
    if (this.#out.length <= whole2) this.#out = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(whole2 + 2)));
    this.#inflater.inflate(this.#source, 0, length, this.#out, 0, whole2);
    return { type, data: this.#out.subarray(nul + 1, whole2) };
  }
  /** Reads a file; -1 when it is larger than any object of the allowed size can be. */
  #load(path) {
    const { fd, size } = openFile(path);
    try {
      if (size > this.#maxSize + (this.#maxSize >> 8) + 4096) return -1;
      if (this.#source.length < size) this.#source = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)));
      let length = 0;
      while (length < size) {
        const read3 = (0, import_node_fs7.readSync)(fd, this.#source, length, size - length, null);
        if (read3 === 0) break;
        length += read3;
      }
      return length;
    } finally {
      (0, import_node_fs7.closeSync)(fd);
    }
  }
};

// src/sources/git/alternates.ts
var QUOTED = /^"((?:[^"\\]|\\[abfnrtv"\\]|\\[0-3][0-7]{2})*)"/;
var ESCAPES = { a: "\x07", b: "\b", f: "\f", n: "\n", r: "\r", t: "	", v: "\v" };
function splitAlternates(text, separator) {
  const names3 = [];
  for (let rest = text; rest !== ""; ) {
    const quoted2 = QUOTED.exec(rest);
    const end = quoted2 ? quoted2[0].length : rest.indexOf(separator);
    const name = end < 0 ? rest : rest.slice(0, end);
    if (quoted2) names3.push(unquote(quoted2[1]));
    else if (!name.startsWith("#")) names3.push(name);
    rest = rest.slice(name.length + 1);
  }
  return names3.filter((name) => name !== "");
}
function joinAlternates(names3, separator) {
  return names3.map((name) => name.includes(separator) || /^["#]/.test(name) ? quote(name) : name).join(separator);
}
function quote(name) {
  return `"${name.replace(/["\\]/g, "\\$&").replaceAll("\n", "\\n")}"`;
}
function unquote(text) {
  const parts = Array.from(
    text.matchAll(/\\([0-7]{3})|\\(.)|[^\\]+/gs),
    ([plain2, octal, letter]) => octal === void 0 ? Buffer.from(letter === void 0 ? plain2 : ESCAPES[letter] ?? letter) : Buffer.of(Number.parseInt(octal, 8))
  );
  return Buffer.concat(parts).toString();
}

// src/sources/git/spawn.ts
var import_node_fs9 = require("node:fs");
var import_node_os2 = require("node:os");
var import_node_path5 = require("node:path");

// src/sources/git/guard.ts
var import_node_fs8 = require("node:fs");
var import_node_os = require("node:os");
var import_node_path4 = require("node:path");
var ALWAYS = ["HEAD", "commondir", "config", "config.worktree", "shallow"];
var WITH_INDEX = /* @__PURE__ */ new Set(["diff", "ls-files", "check-ignore"]);
var INDEX = ["info/exclude", "info/sparse-checkout"];
var MAX_INCLUDED = 20;
var MAX_CONFIG = 1 << 20;
function findBlocker(command2, place, namedIndex2) {
  const folders = foldersOf(place);
  if (!folders) return void 0;
  const { gitDir, commonDir, root } = folders;
  const names3 = WITH_INDEX.has(command2) ? [...ALWAYS, ...INDEX, ...sharedIndexes(gitDir)] : ALWAYS;
  const paths2 = [.../* @__PURE__ */ new Set([gitDir, commonDir])].flatMap((dir) => names3.map((name) => (0, import_node_path4.join)(dir, name)));
  if (WITH_INDEX.has(command2)) paths2.push((place.isolate ? void 0 : namedIndex2(root)) ?? (0, import_node_path4.join)(gitDir, "index"));
  return paths2.find(blocks) ?? namedBlocker([(0, import_node_path4.join)(commonDir, "config"), (0, import_node_path4.join)(gitDir, "config.worktree")]);
}
var NAMING = /(?:^|\])[ \t]*(path|excludesfile|attributesfile)[ \t]*=[ \t]*"?([^"\n]*)/gim;
function namedBlocker(configs) {
  const seen = new Set(configs);
  for (const config of seen) {
    if ((statOf(config)?.size ?? 0) > MAX_CONFIG) continue;
    for (const [, name, value] of readText(config).matchAll(NAMING)) {
      const path = (0, import_node_path4.resolve)((0, import_node_path4.dirname)(config), value.trim().replace(/^~(?=\/)/, (0, import_node_os.homedir)()));
      if (blocks(path)) return path;
      if (name.toLowerCase() === "path" && seen.size < MAX_INCLUDED) seen.add(path);
    }
  }
  return void 0;
}
function sharedIndexes(gitDir) {
  try {
    return (0, import_node_fs8.readdirSync)(gitDir).filter((name) => name.startsWith("sharedindex."));
  } catch {
    return [];
  }
}
function blocks(path) {
  const found2 = statOf(path);
  if (!found2 || found2.isFile() || found2.isDirectory() || found2.isSocket()) return false;
  return !found2.isCharacterDevice() || found2.rdev !== statOf(import_node_os.devNull)?.rdev;
}
function statOf(path) {
  try {
    return (0, import_node_fs8.statSync)(path, { throwIfNoEntry: false });
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
function runGit(args, options) {
  const { command: command2, git } = startable(args, options);
  const { status, stdout, stderr, error } = childProcess().spawnSync(git, [...HARDENING, ...args], {
    cwd: options.cwd,
    env: gitEnvironment(options),
    windowsHide: true,
    maxBuffer: options.maxBuffer ?? 1 << 28,
    // Standard input is never ours: in hooks it belongs to the hook.
    input: options.input ?? "",
    timeout: options.timeout ?? 0
  });
  const code2 = error === void 0 ? "" : error.code;
  if (error !== void 0 && code2 !== "ETIMEDOUT" && code2 !== "EPIPE") {
    throw notStarted(command2, options.cwd, error);
  }
  return { status, stdout, stderr: fromBytes(stderr) };
}
function startable(args, options) {
  const command2 = commandOf(args);
  const git = gitProgram();
  if (git === void 0) throw new GitMissingError(command2, null, "git was not found on PATH");
  const blocker = findBlocker(command2, options, namedIndex);
  if (blocker !== void 0) throw new GitBlockedError(command2, blocker);
  return { command: command2, git };
}
function noFolder(path) {
  if (!(0, import_node_fs9.existsSync)(path)) return new UsageError(`${path}: no such folder`);
  return (0, import_node_fs9.statSync)(path).isDirectory() ? void 0 : new UsageError(`${path}: this is a file: name a folder of a repository`);
}
function notStarted(command2, cwd, error) {
  return noFolder(cwd) ?? new GitError(command2, null, `git ${command2} could not be run: ${error.message}`, { cause: error });
}
function commandOf(args) {
  return args.find((arg, i) => !arg.startsWith("-") && args[i - 1] !== "-c") ?? "";
}
function gitEnvironment(options) {
  const environment = { ...process.env };
  for (const name of options.isolate ? [...DROPPED, ...REPOSITORY_VARIABLES] : DROPPED) delete environment[name];
  for (const name of RELATIVE) {
    const value = environment[name];
    if (value) environment[name] = (0, import_node_path5.resolve)(value);
  }
  const alternates = environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"];
  if (alternates) {
    const dirs = splitAlternates(alternates, import_node_path5.delimiter).map((dir) => (0, import_node_path5.resolve)(dir));
    environment["GIT_ALTERNATE_OBJECT_DIRECTORIES"] = joinAlternates(dirs, import_node_path5.delimiter);
  }
  if (environment["GIT_INDEX_FILE"] && environment["GIT_DIR"])
    environment["GIT_INDEX_FILE"] = namedIndex(options.cwd, environment);
  if (options.workTree !== void 0 && environment["GIT_DIR"]) environment["GIT_WORK_TREE"] = options.workTree;
  return Object.assign(environment, ENVIRONMENT, options.environment);
}
function namedIndex(top, environment = process.env) {
  const { GIT_DIR: gitDir, GIT_INDEX_FILE: index, GIT_WORK_TREE: workTree } = environment;
  return index && (0, import_node_path5.resolve)(gitDir ? topFor(workTree) : top, index);
}
function topFor(workTree) {
  const cwd = process.cwd();
  return workTree && isWithin(cwd, workTree) ? workTree : cwd;
}
var found = /* @__PURE__ */ new Map();
function gitProgram() {
  const path = process.env["PATH"] ?? "";
  if (!found.has(path)) {
    const name = process.platform === "win32" ? "git.exe" : "git";
    const candidates = path.split(import_node_path5.delimiter).filter(import_node_path5.isAbsolute);
    found.set(
      path,
      candidates.map((folder) => (0, import_node_path5.join)(folder, name)).find((file) => isProgram(file))
    );
  }
  return found.get(path);
}
function isProgram(file) {
  try {
    (0, import_node_fs9.accessSync)(file, import_node_fs9.constants.X_OK);
    return (0, import_node_fs9.statSync)(file).isFile();
  } catch {
    return false;
  }
}

// src/sources/git/batch.ts
var GROUP = 32 * 1024 * 1024;
var GROUP_OBJECTS = 5e3;
var MOST = 2 ** 34;
var FEW_BYTES = 8 * 1024 * 1024;
var MAX_FAILURES = 200;
var TIMEOUT = 12e4;
function* readThroughGit(repo, ids, maxSize, onObject, ledger) {
  let failures = 0;
  let left = MOST;
  if (!repo.git) {
    for (const id of ids) ledger.skip("unreadable", id, true);
    return;
  }
  for (let group = 0; group < ids.length; group += GROUP_OBJECTS) {
    const known = sizesOf(repo, ids.slice(group, group + GROUP_OBJECTS), maxSize, ledger);
    for (let at = 0; at < known.length; ) {
      let bytes2 = 0;
      let end = at;
      while (end < known.length && (end === at || bytes2 + (known[end]?.size ?? 0) <= GROUP)) bytes2 += known[end++]?.size ?? 0;
      left -= bytes2;
      if (left < 0) {
        for (const { id } of known.slice(at)) ledger.skip("timeout", id, true);
        break;
      }
      at += failures > MAX_FAILURES ? 0 : readGroup(repo, known.slice(at, end), onObject);
      if (at < end) {
        failures++;
        ledger.skip("unreadable", known[at]?.id ?? "", true);
        at++;
      }
      yield;
    }
  }
}
function sizesOf(repo, ids, maxSize, ledger) {
  const answer2 = runGit(["cat-file", "--batch-check=%(objectname) %(objectsize)"], {
    cwd: repo.root,
    input: `${ids.join("\n")}
`,
    timeout: TIMEOUT
  });
  const lines2 = answer2.stdout.toString("latin1").split("\n");
  const known = [];
  for (const [i, id] of ids.entries()) {
    const [name, size] = (lines2[i] ?? "").split(" ");
    if (name !== id || size === void 0 || size === "missing") ledger.skip("unreadable", id, true);
    else if (Number(size) > maxSize) ledger.skip("too-large", id, true);
    else known.push({ id, size: Number(size) });
  }
  return known;
}
function readGroup(repo, group, onObject) {
  const input = group.map(({ id }) => `${id}
`).join("");
  const { stdout } = runGit(["cat-file", "--batch", "--buffer"], { cwd: repo.root, input, timeout: TIMEOUT });
  let at = 0;
  for (const [done, { id, size }] of group.entries()) {
    const line = stdout.indexOf(10, at);
    const [name, type, length] = line < 0 ? [] : stdout.toString("latin1", at, line).split(" ");
    const end = line + 1 + size;
    if (name !== id || Number(length) !== size || end >= stdout.length) return done;
    onObject({ id, type, data: stdout.subarray(line + 1, end) });
    at = end + 1;
  }
  return group.length;
}
var LARGEST = 1 << 30;

// src/sources/git/path.ts
var LEVEL = 5;
var LEVELS = 64;
var Path = class {
  #numbers;
  constructor(core) {
    this.#numbers = core.numbers(core.exports.pathAt(), LEVEL * LEVELS);
  }
  /** The address of the object on a level. */
  addressOf(level) {
    return this.#numbers[LEVEL * level];
  }
  sizeOf(level) {
    return this.#numbers[LEVEL * level + 1];
  }
  /** What those who read objects have counted in it; less than 0 where they did not. */
  countOf(level) {
    return this.#numbers[LEVEL * level + 3];
  }
};

// src/sources/git/objectmaker.ts
var TOO_LARGE = -1;
var EXHAUSTED = -2;
var ObjectMaker = class {
  path;
  reader;
  /** Addresses of the entry that was read last. */
  entryAt = 0;
  entryEnd = 0;
  /** Size of the last object that was too large. */
  refused = 0;
  #plan;
  #limits;
  #core;
  #inflater;
  #maker;
  #slab;
  #arena;
  #delta;
  /** Addresses of slab and arena. */
  #slabAt;
  #arenaAt;
  #pack = 0;
  #expanded = 0;
  #entry = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };
  #header = { baseSize: 0, resultSize: 0, at: 0 };
  /** @param extraEvery see Visitor of packwalk.ts */
  constructor(plan, limits, workspace, extraEvery) {
    const { core, inflater, maker, arena, delta, slab } = workspace;
    this.#plan = plan;
    this.#limits = limits;
    this.#core = core;
    this.#inflater = inflater;
    this.#maker = maker;
    this.#slab = slab;
    this.#arena = arena;
    this.#delta = delta;
    this.#slabAt = slab.byteOffset;
    this.#arenaAt = arena.byteOffset;
    this.reader = new PackReader(plan.packs, slab);
    maker.begin({ arena, delta, most: limits.object, idBytes: plan.repo.idBytes, extraEvery });
    this.path = new Path(core);
  }
  /** What the object that was made last copies from its base. */
  get runs() {
    return this.#maker.runs;
  }
  /** Counts bytes of objects that the core has made from others. */
  count(bytes2) {
    this.#expanded += bytes2;
  }
  /** Whether all objects together have more bytes than they may have. */
  get isExhausted() {
    return this.#expanded > this.#limits.expanded;
  }
  /**
   * Makes the root of a tree of deltas.
   * @returns its size, or TOO_LARGE
   * @throws MalformedError when it cannot be made
   */
  makeRoot(node) {
    const { exports: exports2 } = this.#core;
    let size = -1;
    if (this.readEntry(node)) size = exports2.enterRoot(this.entryAt, this.entryEnd);
    if (size >= 0) return size;
    size = this.#inflateWhole(node);
    if (size >= 0) exports2.put(0, this.#arenaAt, size);
    return size;
  }
  /** Step by step, where the entry is an unusual one. */
  #inflateWhole(node) {
    this.#open(node);
    const { size, type } = this.#entry;
    if (type >= OFS_DELTA) throw new MalformedError("pack has changed");
    if (size > this.#limits.object) return this.#refuse(size);
    this.#readWhole(node, size);
    this.#inflater.inflate(this.reader.buffer, this.reader.start, this.reader.end, this.#arena, 0, size);
    return size;
  }
  /**
   * Makes an object from the one on a level of the path, below that.
   * @returns its size, TOO_LARGE or EXHAUSTED
   * @throws MalformedError when it cannot be made
   */
  makeChild(node, level) {
    const { exports: exports2 } = this.#core;
    let size = this.readEntry(node) ? exports2.enterChild(level, this.entryAt, this.entryEnd) : -1;
    const atOnce = size >= 0;
    if (!atOnce) size = this.#inflateDelta(node, this.path.sizeOf(level));
    if (size < 0) return size;
    this.#expanded += size;
    if (this.isExhausted) return EXHAUSTED;
    if (atOnce) return size;
    const to = exports2.makeRoom(level, size);
    if (to === 0) throw new MalformedError("no room for the object beside its ancestors");
    const base = this.path.addressOf(level);
    this.#maker.apply(this.#arena, base - this.#arenaAt, to - this.#arenaAt, this.#header, this.#delta, this.#entry.size);
    exports2.put(level + 1, to, size);
    return size;
  }
  /** As `#inflateWhole`, for a delta; gives the size of what it makes. */
  #inflateDelta(node, baseSize) {
    this.#open(node);
    const { size, type } = this.#entry;
    if (type < OFS_DELTA) throw new MalformedError("pack has changed");
    if (size > 2 * this.#limits.object) return this.#refuse(size);
    this.#readWhole(node, size);
    this.#inflater.inflate(this.reader.buffer, this.reader.start, this.reader.end, this.#delta, 0, size);
    const header2 = this.#header;
    readDeltaHeader(this.#delta, size, header2);
    if (header2.baseSize !== baseSize) throw new MalformedError("delta is for a base of another size");
    return header2.resultSize > this.#limits.object ? this.#refuse(header2.resultSize) : header2.resultSize;
  }
  /** Reads an entry to where the core can open it; false where it is too long for that. */
  readEntry(node) {
    const { offsets } = this.#plan;
    this.#choosePack(node);
    const offset = offsets[node];
    const end = this.#endOf(node);
    if (end - offset > JOINED) return false;
    const reader = this.reader;
    reader.read(this.#pack, offset, end);
    if (reader.buffer !== this.#slab) return false;
    this.entryAt = this.#slabAt + reader.start;
    this.entryEnd = this.#slabAt + reader.end;
    return true;
  }
  /**
   * Has entries in the memory, as far as they lie in one block of a pack, as nearly all do, or the first one.
   * @param nodes to read, of which those from `from` to `to` count
   * @param entries takes two addresses for each: where it begins, and where it may end
   * @returns how many of the first ones there are
   */
  locate(nodes, from, to, entries) {
    const first = nodes[from];
    if (!this.isRead(first)) return 0;
    const { offsets, firstNode, packs } = this.#plan;
    const shift = this.entryAt - offsets[first];
    const isJoined = offsets[first] % BLOCK + this.entryEnd - this.entryAt > BLOCK;
    const begin = isJoined ? this.entryAt : this.#slabAt + BLOCK * Math.floor((this.entryAt - this.#slabAt) / BLOCK);
    const stop = isJoined ? this.entryEnd : begin + BLOCK;
    const { size, trailer } = packs[this.#pack];
    let count2 = 0;
    for (let i = from; i < to; i++) {
      const node = nodes[i];
      if (node < firstNode[this.#pack] || node >= firstNode[this.#pack + 1]) break;
      const at = offsets[node] + shift;
      const end = Math.min(this.#endOf(node), size - trailer) + shift;
      if (at < begin || end > stop) break;
      entries[2 * count2] = at;
      entries[2 * count2 + 1] = end;
      count2++;
    }
    return count2;
  }
  /** As `readEntry`; false also where it cannot be read. */
  isRead(node) {
    try {
      return this.readEntry(node);
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
      return false;
    }
  }
  #refuse(size) {
    this.refused = size;
    return TOO_LARGE;
  }
  /** Reads the entry's header. */
  #open(node) {
    const { offsets, repo } = this.#plan;
    this.#choosePack(node);
    const offset = offsets[node];
    this.reader.read(this.#pack, offset, Math.min(this.#endOf(node), offset + 2048));
    readEntryHeader(this.reader.buffer, this.reader.start, this.reader.end, repo.idBytes, this.#entry);
  }
  #choosePack(node) {
    const { firstNode } = this.#plan;
    if (node < firstNode[this.#pack] || node >= firstNode[this.#pack + 1]) this.#pack = packOf(firstNode, node);
  }
  /** Makes the entry's compressed data readable, from its beginning to its end. */
  #readWhole(node, size) {
    const reader = this.reader;
    const offset = this.#plan.offsets[node];
    const head = this.#entry.at - reader.start;
    const end = Math.min(this.#endOf(node), offset + head + size + (size >> 8) + 1024);
    if (offset + reader.end - reader.start < end) reader.read(this.#pack, offset, end);
    reader.start += head;
    if (reader.start > reader.end) throw new MalformedError("entry is cut off");
  }
  #endOf(node) {
    return entryEnd(this.#plan, this.#pack, node);
  }
};

// src/sources/git/blobwalker.ts
var ROOM = 4096;
var PARTS4 = { told: 8, fresh: 4 * LOOK * ROOM, asked: 8 + 8 * ROOM };
var ASKS = 2;
var FLAGS = 3;
var BlobWalker = class {
  #core;
  #path;
  #told;
  #fresh;
  #asked;
  #scanner;
  /** Bytes that it takes in the memory of a core. */
  static size = partsSize(PARTS4);
  constructor(core) {
    this.#core = core;
    this.#path = new Path(core);
    const { told, fresh, asked } = core.place(PARTS4);
    this.#told = core.doubles(told, 1);
    this.#fresh = fresh;
    this.#asked = core.numbers(asked, PARTS4.asked / 4);
  }
  /**
   * Begins with the blobs of a repository.
   * @param scanner in the same core
   * @param largest bytes; larger ones are not looked through
   */
  begin(scanner, largest) {
    const { before, behind, around } = scanner.reach;
    const [told, fresh, asked] = [this.#told.byteOffset, this.#fresh, this.#asked.byteOffset + 8];
    this.#scanner = scanner;
    this.#told[0] = 0;
    this.#core.exports.setupBlobWalk(before, behind, around, Math.min(largest, 2147483647), told, fresh, asked, ROOM);
  }
  /** Bytes that were looked through. */
  get bytes() {
    return this.#told[0];
  }
  /** See ListedVisitor of packwalk.ts. */
  walk(list, last) {
    const { exports: exports2 } = this.#core;
    let told = exports2.walkBlobs(list, last, 0);
    while ((told & ASKS) !== 0) {
      const at = told & ~FLAGS;
      if (!this.#answer(at)) return at;
      told = exports2.walkBlobs(at, last, 1);
      if ((told & ASKS) !== 0 && (told & ~FLAGS) === at) return at;
    }
    return told;
  }
  /** Has the looks remembered that the blob of an entry in the list asks for; false where one of them comes to something. */
  #answer(entry) {
    const level = this.#core.numbers(entry, 4)[2] + 1;
    const data = this.#core.bytes(this.#path.addressOf(level), this.#path.sizeOf(level));
    return this.#scanner?.settle?.(data, this.#asked.subarray(2), this.#asked[1]) ?? false;
  }
  /** Keeps the looks of the blob on the last level of the path, in which nothing was found, for those that are made from it. */
  keep(level, { data, count: count2 }) {
    const at = this.#core.exports.keepLooks(level, count2);
    if (at > 0) this.#core.bytes(at, 4 * LOOK * count2).set(new Uint8Array(data.buffer, data.byteOffset, 4 * LOOK * count2));
  }
  /** Gives the looks that are kept of the blob on a level; false where there are none to be had. */
  take(level, looks) {
    const count2 = this.#path.countOf(level);
    if (count2 < 0) return false;
    looks.takeBytes(this.#core.bytes(this.#path.addressOf(level) + this.#path.sizeOf(level), 4 * LOOK * count2));
    return true;
  }
};

// src/sources/git/inflate.ts
var import_node_zlib = require("node:zlib");
var SPARE = 16;
function createInflater(core) {
  const fast = createFastInflater();
  const inflater = fast && works(fast) ? fast : portableInflater;
  return core ? createCoreInflater(core, inflater) : inflater;
}
function createCoreInflater(core, other) {
  const { exports: exports2 } = core;
  let from;
  let to;
  return {
    ...other,
    inflate(source, start, end, out, at, size) {
      if (source !== from && core.holds(source)) from = source;
      if (out !== to && core.holds(out)) to = out;
      if (source === from && out === to && isWithin2(source, start, end) && isWithin2(out, at, at + size + SPARE) && exports2.inflate(source.byteOffset + start, source.byteOffset + end, out.byteOffset + at, size) === size)
        return;
      other.inflate(source, start, end, out, at, size);
    }
  };
}
var isWithin2 = (buffer, start, end) => start >= 0 && start <= end && end <= buffer.length;
function createFastInflater() {
  const stream = (0, import_node_zlib.createInflate)();
  const handle = stream._handle;
  const state = stream._writeState;
  if (typeof handle?.writeSync !== "function" || typeof handle.reset !== "function" || !(state instanceof Uint32Array))
    return void 0;
  let failure = "";
  handle.onerror = (message) => {
    failure = message || "damaged stream";
  };
  const run10 = (flush, source, start, end, out, at, room2) => {
    if (start < 0 || end > source.length || start > end || at < 0 || room2 < 1 || at + room2 > out.length) {
      throw new RangeError("inflate: range outside of the buffer");
    }
    handle.reset();
    failure = "";
    handle.writeSync(flush, source, start, end - start, out, at, room2);
    return room2 - state[0];
  };
  return {
    inflate(source, start, end, out, at, size) {
      const written = run10(import_node_zlib.constants.Z_FINISH, source, start, end, out, at, size + 1);
      if (failure !== "" || written !== size) throw new MalformedError(failure || "object is not of the size it declares");
    },
    all(source, start, end, out) {
      const written = run10(import_node_zlib.constants.Z_FINISH, source, start, end, out, 0, out.length);
      return failure !== "" || written === out.length ? -1 : written;
    },
    begin(source, start, end, out, size) {
      return run10(import_node_zlib.constants.Z_SYNC_FLUSH, source, start, end, out, 0, size);
    }
  };
}
var portableInflater = {
  inflate(source, start, end, out, at, size) {
    let data;
    try {
      data = (0, import_node_zlib.inflateSync)(source.subarray(start, end), { maxOutputLength: size + 1 });
    } catch (error) {
      throw new MalformedError(error.message);
    }
    if (data.length !== size) throw new MalformedError("object is not of the size it declares");
    data.copy(out, at);
  },
  all(source, start, end, out) {
    try {
      return (0, import_node_zlib.inflateSync)(source.subarray(start, end), { maxOutputLength: Math.max(1, out.length - 1) }).copy(out);
    } catch {
      return -1;
    }
  },
  begin(source, start, end, out, size) {
    const part2 = source.subarray(start, Math.min(end, start + 4096));
    try {
      return (0, import_node_zlib.inflateSync)(part2, { finishFlush: import_node_zlib.constants.Z_SYNC_FLUSH }).copy(out, 0, 0, size);
    } catch {
      return 0;
    }
  }
};
function works(inflater) {
  const text = Buffer.from("bearertrap ".repeat(50));
  const packed = (0, import_node_zlib.deflateSync)(text);
  const out = Buffer.alloc(text.length + 1);
  const inflates = (end, size) => {
    try {
      inflater.inflate(packed, 0, end, out, 0, size);
      return out.compare(text, 0, size, 0, size) === 0;
    } catch {
      return false;
    }
  };
  const n = packed.length;
  try {
    const right = inflates(n, text.length) && inflates(n, text.length) && !inflates(n - 7, text.length) && !inflates(n, text.length - 1);
    return right && inflates(n, text.length) && inflater.begin(packed, 0, n, out, 10) === 10 && inflater.all(packed, 0, n, out) === text.length;
  } catch {
    return false;
  }
}

// src/sources/git/treereader.ts
var MAX_NAMES = 1 << 21;
var MAX_NAME_BYTES = 1 << 26;
var FIRST_SLOTS = 1 << 12;
var LINKS = 1 << 12;
var PAIRS = 1 << 10;
var TREES = 1 << 10;
var RECENT = 1 << 15;
var HEAD2 = 20;
var PARTS5 = {
  nameBytes: MAX_NAME_BYTES,
  nameEnds: 4 * MAX_NAMES,
  hot: MAX_NAMES,
  slots: 8 * 2 * 2 * 2 * MAX_NAMES,
  linkNames: 4 * LINKS,
  linkTargets: 4 * LINKS,
  wanted: 2 ** (HEAD2 - 3),
  pairs: 8 * PAIRS,
  bases: 4 * TREES,
  begins: 4 * TREES,
  recent: (4 + MAX_ID) * RECENT
};
var UNLINKED = 2 ** 31 - 1;
var TreeReader = class _TreeReader {
  #core;
  #parts;
  #ids;
  #idBytes = 20;
  #wanted = /* @__PURE__ */ new Map();
  #sink;
  /** Bytes that it takes in the memory of a core. */
  static size = partsSize(PARTS5) + IdTable.size;
  constructor(core) {
    this.#core = core;
    this.#parts = core.takeAll(PARTS5);
    this.#ids = new IdTable(core);
  }
  /** Visitor.extraEvery: the shortest entry has five digits, an empty name and two bytes beside it. */
  static extraEvery(idBytes) {
    return idBytes + 7;
  }
  /** Bytes that are kept behind a tree. */
  static extra(size, idBytes) {
    return 4 * (Math.floor(size / _TreeReader.extraEvery(idBytes)) + 2);
  }
  /** Begins to read the trees of a repository. */
  begin({ idBytes, links, wanted }, sink) {
    const { nameBytes, nameEnds, hot, slots, linkNames, linkTargets, wanted: heads, pairs, bases, begins, recent } = this.#parts;
    this.#idBytes = idBytes;
    this.#sink = sink;
    this.#wanted.clear();
    heads.fill(0);
    const words = this.#core.numbers(heads.byteOffset, heads.length / 4);
    for (const [i, id] of wanted.entries()) {
      this.#wanted.set(id, i);
      const head = Number.parseInt(id.slice(0, HEAD2 / 4), 16);
      words[head >>> 5] |= 1 << (head & 31);
    }
    const { exports: exports2 } = this.#core;
    const at = [nameBytes, nameEnds, hot, slots].map(({ byteOffset }) => byteOffset);
    exports2.setupNames(...at, MAX_NAME_BYTES, MAX_NAMES, FIRST_SLOTS);
    this.#ids.begin(idBytes);
    exports2.setupTreeWalk(bases.byteOffset, begins.byteOffset, TREES);
    exports2.setupTrees(
      idBytes,
      links ? 1 : 0,
      linkNames.byteOffset,
      linkTargets.byteOffset,
      LINKS,
      heads.byteOffset,
      pairs.byteOffset,
      PAIRS,
      recent.byteOffset,
      RECENT
    );
    this.#core.reader = this;
  }
  /**
   * Reads all of the tree below a level of the path, or what differs from the one on that level, which it is made from. Entries that
   * were copied whole are neither read nor told; one that was moved may be told as both taken away and added.
   * @param level -1 for one that is made from none; `extraEvery` is kept behind each
   * @returns how many entries the tree has, or `~count` when it could not be read to its end
   */
  read(level) {
    return this.#core.exports.visitTree(level);
  }
  /** As `read`, for a tree that stands at an address by itself. */
  readAlone(at, size) {
    this.#core.exports.put(0, at, size);
    return this.read(-1);
  }
  /** See ListedVisitor. In place of the second number of each it is told what `read` gives. */
  walk(list, last) {
    return this.#core.exports.walkTrees(list, last);
  }
  /** The address of the entry in the list that is being read. */
  get walked() {
    return this.#core.exports.walkedTo();
  }
  /** Tells what has not been told yet. */
  finish() {
    this.full();
    this.#core.reader = void 0;
    this.#sink = void 0;
  }
  /** Bytes of a name. */
  name(number) {
    const { nameBytes, nameEnds } = this.#parts;
    const end = nameEnds.readUInt32LE(4 * number);
    return nameBytes.subarray(number === 0 ? 0 : nameEnds.readUInt32LE(4 * (number - 1)), end);
  }
  full() {
    const { linkNames, linkTargets, pairs, bases, begins } = this.#parts;
    const { exports: exports2 } = this.#core;
    const numbers = ({ byteOffset }, count2) => this.#core.numbers(byteOffset, count2);
    const trees = exports2.takeTrees();
    if (trees > 0) this.#sink?.onTrees(numbers(bases, trees), numbers(begins, trees));
    const links = exports2.takeLinks();
    if (links > 0) this.#sink?.onLinks(numbers(linkNames, links), numbers(linkTargets, links));
    this.#ids.take((ids, tags) => this.#sink?.onIds(ids, tags));
    const same = exports2.takePairs();
    if (same > 0) this.#sink?.onPairs(numbers(pairs, 2 * same));
  }
  treesName(from, to) {
    return this.#sink?.onName(from, to - from) ? 1 : 0;
  }
  treesWanted(id) {
    return this.#wanted.get(this.#core.bytes(id, this.#idBytes).toString("hex")) ?? -1;
  }
};

// src/sources/git/workspace.ts
var LISTED = 256;
var arenaSize = ({ object }) => 5 * object + (8 << 20);
var deltaSize = ({ object }) => 2 * object + SPARE;
var workspaceSize = (limits) => [arenaSize(limits), deltaSize(limits), SLAB, 16 * LISTED].reduce((sum, bytes2) => sum + partSize(bytes2), 0) + [DeltaMaker, Carrier, CommitReader, BlobWalker, TreeReader].reduce((sum, { size }) => sum + size, 0);
function createWorkspace(limits, core = new Core(workspaceSize(limits))) {
  return {
    core,
    inflater: createInflater(core),
    maker: new DeltaMaker(core),
    carrier: new Carrier(core),
    commits: new CommitReader(core),
    blobs: new BlobWalker(core),
    trees: new TreeReader(core),
    arena: core.take(arenaSize(limits)),
    delta: core.take(deltaSize(limits)),
    slab: core.take(SLAB),
    list: core.takeNumbers(4 * LISTED)
  };
}

// src/sources/git/packwalk.ts
var HUGE = 512 * 1024 * 1024;
var LISTED_BLOCKS = 64;
var PackWalker = class {
  #plan;
  #visitor;
  #maker;
  #core;
  #arenaAt;
  /** Roots that are still to be walked. */
  #roots = new Int32Array(0);
  #root = 0;
  #lastRoot = 0;
  /** The path from the root: how long it is, states, and the next child to walk. */
  #depth = 0;
  #states = [];
  #next = new Int32Array(LEVELS);
  /** What is to be walked next, and where this stood before it was listed. */
  #list;
  #nodes = new Int32Array(LISTED);
  #before = { root: 0, depth: 0, next: new Int32Array(LEVELS) };
  constructor(plan, limits, workspace, visitor) {
    this.#plan = plan;
    this.#visitor = visitor;
    this.#core = workspace.core;
    this.#arenaAt = workspace.arena.byteOffset;
    this.#list = workspace.list;
    this.#maker = new ObjectMaker(plan, limits, workspace, visitor.extraEvery ?? 0);
  }
  close() {
    this.#maker.reader.close();
  }
  /** See ObjectMaker.locate. */
  locate(nodes, from, to, entries) {
    return this.#maker.locate(nodes, from, to, entries);
  }
  /** What is to be walked: the roots `[from, to)` of a list and everything below them that is not IDLE, parents before their children. */
  begin(roots, from, to) {
    this.#roots = roots;
    this.#root = from;
    this.#lastRoot = to;
    this.#depth = 0;
  }
  /**
   * Visits what is to be walked.
   * @returns false when the visitor wanted a pause: there is more to do
   */
  walk() {
    const visitor = this.#visitor;
    do {
      if (visitor.wantsPause?.()) return false;
      if (visitor.listed) this.#walkListed(visitor.listed);
    } while (this.#step());
    return true;
  }
  /** Visits the next object, or reads some roots; gives false where there is nothing left. */
  #step() {
    const node = this.#peek();
    if (node < 0) return false;
    const level = this.#depth - 1;
    const many = level < 0 ? this.#visitor.readMany?.(this.#root, this.#lastRoot) ?? 0 : 0;
    if (many > 0) this.#root += many;
    else if (!this.#enter(node, level)) this.#skip(node);
    else if (this.#descend(node)) this.#takeLevel(level);
    return true;
  }
  /** The next object, -1 where there is none; its base is the last one of the path. */
  #peek() {
    const { types } = this.#plan;
    while (this.#depth > 0) {
      const node = this.#next[this.#depth - 1];
      if (node < 0) this.#depth--;
      else if ((types[node] & IDLE) === 0 && this.#visitor.wants?.(node) !== false) return node;
      else this.#skip(node);
    }
    return this.#root < this.#lastRoot ? this.#roots[this.#root] : -1;
  }
  /** Goes on to what comes next without an object and all that is made from it. */
  #skip(node) {
    if (this.#depth === 0) this.#root++;
    else this.#next[this.#depth - 1] = this.#plan.nextSibling[node];
  }
  /** Goes on to what is made from an object; gives whether that is the last one made from its base, of which it takes the level then. */
  #descend(node) {
    const isRoot = this.#depth === 0;
    this.#skip(node);
    const isLast = !isRoot && this.#next[this.#depth - 1] < 0;
    if (!isLast) this.#depth++;
    this.#next[this.#depth - 1] = this.#plan.firstChild[node];
    return isLast;
  }
  /** Has the object below a level take the level of its base. */
  #takeLevel(level) {
    this.#forget(level);
    this.#core.exports.lift(level);
    this.#states[level] = this.#states[level + 1];
    this.#states[level + 1] = void 0;
  }
  #forget(level) {
    const state = this.#states[level];
    this.#states[level] = void 0;
    if (state !== void 0) this.#visitor.release?.(state);
  }
  /** Has what comes next walked without a call for each object, up to a pause or to what is not as nearly all is. */
  #walkListed(visitor) {
    const before = this.#before;
    for (let goesOn = true; goesOn; ) {
      if (this.#maker.isExhausted) return;
      before.root = this.#root;
      before.depth = this.#depth;
      before.next.set(this.#next);
      this.#maker.reader.pin();
      const count2 = this.#listNext(visitor.type);
      const done = this.#walkList(visitor, count2);
      this.#maker.reader.unpin();
      if (done < count2) {
        this.#root = before.root;
        this.#depth = before.depth;
        this.#next.set(before.next);
        for (let i = 0; i < done; i++) this.#descend(this.#peek());
      }
      goesOn = count2 > 0 && done === count2 && this.#visitor.wantsPause?.() !== true;
    }
  }
  /** Has what is listed walked, and visits what is not; gives how many come before the first one that cannot be made so, or a pause. */
  #walkList(visitor, count2) {
    const at = this.#list.byteOffset;
    const list = this.#list;
    for (let next = 0; next < count2; ) {
      const told = visitor.walk(at + 16 * next, at + 16 * count2, this.#nodes) - at;
      for (; next < told >> 4; next++) {
        const [size2, second, level2, isLast] = [list[4 * next], list[4 * next + 1], list[4 * next + 2], list[4 * next + 3]];
        visitor.walked(this.#nodes[next], size2, second);
        if (level2 >= 0) this.#maker.count(size2);
        this.#forget(level2 + 1);
        if (isLast === 1) this.#forget(level2);
      }
      if (next === count2) break;
      if ((told & 1) === 1) {
        if (this.#visitor.wantsPause?.()) return next;
        continue;
      }
      const [size, level] = [list[4 * next], list[4 * next + 2]];
      if (size < 0) return next;
      if (level >= 0) this.#maker.count(size);
      this.#visit(this.#nodes[next], level, size);
      if (list[4 * next + 3] === 1) this.#takeLevel(level);
      next++;
    }
    return count2;
  }
  /**
   * Lists the next objects of a type, as far as there is room for their entries, and goes on as if they were entered.
   * @returns how many there are
   */
  #listNext(type) {
    const { types } = this.#plan;
    const maker = this.#maker;
    let count2 = 0;
    while (count2 < LISTED) {
      const node = this.#peek();
      const level = this.#depth - 1;
      if (node < 0 || level + 2 > LEVELS || (types[node] & TYPE) !== type) break;
      if (maker.reader.pinned >= LISTED_BLOCKS || !maker.isRead(node)) break;
      this.#nodes[count2] = node;
      this.#list[4 * count2] = maker.entryAt;
      this.#list[4 * count2 + 1] = maker.entryEnd;
      this.#list[4 * count2 + 2] = level;
      this.#list[4 * count2 + 3] = this.#descend(node) ? 1 : 0;
      count2++;
    }
    return count2;
  }
  /**
   * Makes the object below a level and visits it. False when it cannot be made.
   * @param level of its base, -1 for a root
   */
  #enter(node, level) {
    let why = "damaged";
    try {
      const size = level < 0 ? this.#maker.makeRoot(node) : this.#maker.makeChild(node, level);
      if (size < 0) why = size === TOO_LARGE ? "too-large" : "exhausted";
      else {
        this.#visit(node, level, size);
        return true;
      }
    } catch (error) {
      if (!(error instanceof MalformedError)) throw error;
    }
    this.#failBelow(node, why);
    return false;
  }
  /** Has the object below a level visited. */
  #visit(node, level, size) {
    const at = this.#maker.path.addressOf(level + 1) - this.#arenaAt;
    const type = this.#plan.types[node] & TYPE;
    this.#forget(level + 1);
    this.#states[level + 1] = this.#visitor.visit(node, type, at, size, level < 0 ? void 0 : this.#derivation(level));
  }
  #derivation(level) {
    return { runs: this.#maker.runs, baseSize: this.#maker.path.sizeOf(level), base: this.#states[level], level };
  }
  #failBelow(node, why) {
    const { firstChild, nextSibling, types } = this.#plan;
    const open = [node];
    for (let next = open.pop(); next !== void 0; next = open.pop()) {
      const below = why === "too-large" && this.#maker.refused <= HUGE ? "damaged" : why;
      if ((types[next] & IDLE) === 0) this.#visitor.fail(next, next === node ? why : below);
      for (let child = firstChild[next]; child >= 0; child = nextSibling[child]) open.push(child);
    }
  }
};

// src/sources/git/work.ts
var DEFAULT_LIMITS = { object: 32 * 1024 * 1024, alone: 100 * 1024 * 1024, expanded: 2 ** 42 };
var PAUSE_MS = 50;
var UNCLOCKED = 1 << 20;
var EACH2 = 1 << 12;
var UNREADABLE = 255;
var TYPES2 = { commit: COMMIT, tree: TREE, blob: BLOB, tag: TAG };
var ObjectWork = class {
  plan;
  ledger;
  ids;
  workspace;
  limits;
  #walker;
  #loose;
  #deferred = [];
  #bytes = 0;
  #objects = 0;
  /** When to give way to others. */
  #pauseAt = 0;
  /** Bytes that may be read before the clock is looked at, which takes as long as a small object. */
  #unclocked = UNCLOCKED;
  constructor(plan, ledger, options) {
    this.plan = plan;
    this.ledger = ledger;
    this.ids = new ObjectIds(plan);
    this.limits = options.limits ?? DEFAULT_LIMITS;
    this.workspace = options.workspace ?? createWorkspace(this.limits);
    this.#walker = new PackWalker(plan, this.limits, this.workspace, this);
    this.#loose = new LooseReader(this.workspace.inflater, this.limits.object);
  }
  /**
   * Works on chunks until none is left, or someone calls for an end.
   * @param claims to these chunks
   */
  *run(chunks, claims) {
    const { control } = this.plan;
    this.#pauseAt = elapsedMs() + PAUSE_MS;
    try {
      for (const number of claim(claims)) {
        if (this.#stopped()) break;
        const chunk = chunks[number];
        yield* this.#work(chunk);
        this.#progress();
        Atomics.add(control, DONE_WORK, chunk.weight);
      }
    } finally {
      this.#walker.close();
    }
    yield* this.readThroughGit(this.#deferred.sort());
  }
  /** Reads objects through git. */
  *readThroughGit(ids) {
    const onObject = ({ id, type, data }) => this.readAlone(TYPES2[type], data, id);
    const steps = readThroughGit(this.plan.repo, ids, this.limits.alone ?? this.limits.object, onObject, this.ledger);
    while (!this.#stopped() && !steps.next().done) yield;
    this.#progress();
  }
  /** Once it says so, it does up to the pause: a walk is left through loops in loops, each of which asks. */
  wantsPause() {
    if (this.#stopped()) return true;
    if (this.#unclocked > 0) return false;
    if (elapsedMs() >= this.#pauseAt) return true;
    this.#unclocked = UNCLOCKED;
    return false;
  }
  #stopped() {
    return Atomics.load(this.plan.control, STOP) !== 0;
  }
  fail(node, why) {
    if (this.isDuplicate(node)) return;
    const id = this.idOf(node);
    if (why === "damaged") this.#deferred.push(id);
    else if (why === "too-large") this.#tooLarge(id);
    else this.ledger.skip("timeout", id, true);
  }
  /** Keeps a large object for git, if that may read it. */
  #tooLarge(id) {
    const { alone = 0, object } = this.limits;
    if (alone > object && this.plan.repo.git) this.#deferred.push(id);
    else this.ledger.skip("too-large", id, true);
  }
  isDuplicate(node) {
    return (this.plan.types[node] & DUPLICATE) !== 0;
  }
  idOf(node) {
    return this.ids.hex(this.ids.ofNode(node));
  }
  /** Counts objects, of so many bytes together, for progress. */
  count(bytes2, objects = 1) {
    this.#bytes += bytes2;
    this.#objects += objects;
    this.#unclocked -= bytes2 + objects * EACH2;
  }
  /** See PackWalker.locate. */
  locate(from, to, entries) {
    return this.#walker.locate(this.plan.roots, from, to, entries);
  }
  *#work({ kind, from, to }) {
    const { roots, deferred } = this.plan;
    if (kind === "packed") {
      this.#walker.begin(roots, from, to);
      while (!this.#walker.walk() && !this.#stopped()) yield* this.#pause();
      return;
    }
    for (let i = from; i < to && !this.#stopped(); i++) {
      if (kind === "loose") this.#readLoose(i);
      else this.#deferred.push(this.idOf(deferred[i]));
      if (this.wantsPause()) yield* this.#pause();
    }
  }
  *#pause() {
    this.#progress();
    yield;
    this.#pauseAt = elapsedMs() + PAUSE_MS;
    this.#unclocked = UNCLOCKED;
  }
  #readLoose(i) {
    const { loose, repo } = this.plan;
    if (!this.wantsLoose(loose.types[i])) return;
    const id = this.ids.hex(this.ids.ofLoose(i));
    loose.types[i] = UNREADABLE;
    try {
      const path = looseFile(repo.objectDirs[loose.dirs[i]], id);
      const object = this.#loose.read(path, (type) => this.wantsLoose(type));
      if (object) {
        loose.types[i] = object.type;
        if (object.data) this.readAlone(object.type, object.data, id);
      } else {
        this.#tooLarge(id);
      }
    } catch (error) {
      if (error instanceof NoFileError) this.ledger.skip("unreadable", id, true);
      else this.#deferred.push(id);
    }
  }
  #progress() {
    Atomics.add(this.plan.control, DONE, this.#objects);
    Atomics.add(this.plan.control, DONE_KIB, this.#bytes >> 10);
    this.#objects = 0;
    this.#bytes = 0;
  }
};

// src/sources/git/objects.ts
function* scanObjects(plan, scanner, sink, ledger, options = {}) {
  const work = new ContentWork(plan, scanner, sink, ledger, options);
  yield* work.run(plan.chunks, plan.claims);
  return work.result();
}
var ContentWork = class extends ObjectWork {
  type = BLOB;
  #scanner;
  #maxFileSize;
  #delta;
  #sink;
  #commits;
  #tags;
  #otherTrees = [];
  /** Whether objects are read many at a time. */
  #many;
  #blobs = 0;
  #blobBytes = 0;
  constructor(plan, scanner, sink, ledger, options) {
    super(plan, ledger, options);
    this.#scanner = scanner;
    this.#maxFileSize = options.maxFileSize ?? Infinity;
    this.#delta = new DeltaScanner(scanner, this.workspace.carrier);
    this.#sink = sink;
    this.#commits = new CommitLog(this.ids, plan.repo.idBytes);
    const looks = scanner.core === this.workspace.core;
    this.workspace.commits.begin({ idBytes: plan.repo.idBytes, looks }, this.#commits);
    this.#many = looks && !sink.onClean;
    this.workspace.blobs.begin(scanner, this.#maxFileSize);
    this.#tags = new TagLog(this.ids);
  }
  result() {
    this.workspace.commits.finish();
    return {
      blobs: this.#blobs,
      blobBytes: this.#blobBytes,
      scannedBytes: this.#delta.bytes + this.workspace.blobs.bytes,
      tagCount: this.#tags.count,
      commits: this.#commits.finish(),
      tags: this.#tags.finish(),
      otherTrees: this.#otherTrees
    };
  }
  visit(node, type, at, size, derivation) {
    const data = this.workspace.arena.subarray(at, at + size);
    if (type !== BLOB) {
      if (!this.isDuplicate(node)) this.#readMessage(type, data, this.ids.ofNode(node), () => this.idOf(node));
      return void 0;
    }
    if (data.length > this.#maxFileSize) {
      if (!this.isDuplicate(node)) this.#leaveOut(data, this.idOf(node));
      return void 0;
    }
    const { blobs } = this.workspace;
    const walked = derivation && !derivation.base && this.listed ? this.#delta.walked(blobs, derivation.level) : void 0;
    const base = derivation?.base ?? walked;
    const known = base ? this.#delta.derived(data, derivation.runs, derivation.baseSize, base) : this.#delta.whole(data);
    if (walked) this.#delta.release(walked);
    if (!this.isDuplicate(node)) this.#giveBlob(data, known.hits, () => this.idOf(node));
    const isBase = this.plan.firstChild[node] >= 0;
    if (isBase && this.listed && known.hits.length === 0 && !known.whole) blobs.keep((derivation?.level ?? -1) + 1, known.looks);
    return known;
  }
  get listed() {
    return this.#many ? this : void 0;
  }
  walk(list, last) {
    return this.workspace.blobs.walk(list, last);
  }
  walked(node, size) {
    if (!this.isDuplicate(node)) this.#countBlob(size);
  }
  release(known) {
    if (known) this.#delta.release(known);
  }
  wantsLoose(type) {
    return type !== TREE;
  }
  readAlone(type, data, id) {
    if (type === BLOB && data.length > this.#maxFileSize) this.#leaveOut(data, id);
    else if (type === BLOB) {
      const known = this.#delta.whole(data);
      this.#giveBlob(data, known.hits, () => id);
      this.#delta.release(known);
    } else if (type !== TREE) {
      const { arena } = this.workspace;
      if (data.length > arena.length) return this.ledger.skip("too-large", id, true);
      arena.set(data);
      this.#readMessage(type, arena.subarray(0, data.length), this.ids.findHex(id), () => id);
    } else if (!this.#isReadable(id)) this.#otherTrees.push(id);
  }
  /** Whether an object is a loose one that can be read without git. */
  #isReadable(id) {
    const i = this.ids.findHex(id) - this.ids.ofLoose(0);
    return i >= 0 && this.plan.loose.types[i] !== UNREADABLE;
  }
  #leaveOut(data, id) {
    this.count(data.length);
    this.ledger.skip("too-large", id, true);
  }
  #countBlob(size) {
    this.#blobs++;
    this.#blobBytes += size;
    this.count(size);
  }
  #giveBlob(data, hits, id) {
    this.#countBlob(data.length);
    if (hits.length === 0 && !this.#sink.onClean) return;
    const found2 = hits.filter((hit) => hit.rule >= 0);
    if (found2.length > 0) this.#sink.onBlob(id(), data, 0, data.length, found2);
    else this.#sink.onClean?.(id(), data);
  }
  /** Commits from which no other object is made, as nearly all are, and which stand near each other in a pack. */
  readMany(from, to) {
    if (!this.#many) return 0;
    const { roots, types, firstChild } = this.plan;
    const { arena, commits } = this.workspace;
    let last = from;
    const most = Math.min(to, from + MOST_ENTRIES);
    while (last < most && types[roots[last]] === COMMIT && firstChild[roots[last]] < 0) last++;
    if (last === from) return 0;
    const count2 = this.locate(from, last, commits.entries);
    let done = 0;
    while (done < count2) {
      const first = done;
      done = commits.readAll(first, count2, arena.byteOffset, this.limits.object);
      const isRead = done === count2 || commits.size >= 0;
      const there = done < count2 && isRead ? commits.found : NOTHING;
      if (there !== NOTHING) done++;
      for (let i = from + first; i < from + done; i++) this.#commits.add(this.ids.ofNode(roots[i]));
      this.count(commits.bytes, done - first);
      const node = roots[from + done - 1];
      if (there !== NOTHING) this.#giveCommit(arena.subarray(0, commits.size), there, () => this.idOf(node));
      if (!isRead) break;
    }
    return done;
  }
  /** @param data in the arena */
  #readMessage(type, data, number, id) {
    this.count(data.length);
    if (type === TAG) {
      this.#tags.add(number, data);
      this.#giveParts("tag-message", data, tagStart(data), id);
      return;
    }
    const isKnown = number >= 0;
    if (isKnown) this.#commits.add(number);
    this.#giveCommit(data, this.workspace.commits.read(data.byteOffset, data.length, isKnown), id);
  }
  /** @param there what `CommitReader.read` gave */
  #giveCommit(data, there, id) {
    const { head } = this.workspace.commits;
    if (there === SOME) return this.#giveParts("commit-message", data, head, id);
    const isFound = there === MESSAGE && this.#giveText("commit-message", data, messageStart(data, head), data.length, id);
    if (!isFound) this.#sink.onClean?.(id(), data);
  }
  /** @param head see `eachPart` */
  #giveParts(kind, data, head, id) {
    let clean = true;
    eachPart(data, head, (from, to) => {
      if (this.#giveText(kind, data, from, to, id)) clean = false;
    });
    if (clean) this.#sink.onClean?.(id(), data);
  }
  /** @returns whether something was found */
  #giveText(kind, data, from, to, id) {
    const hits = this.#scanner.scan(data, from, to);
    if (hits.length === 0) return false;
    const found2 = hits.filter((hit) => hit.rule >= 0);
    if (found2.length > 0) this.#sink.onText(kind, id(), data, from, to, found2);
    return found2.length > 0;
  }
};

// src/sources/git/links.ts
var LinkTable = class {
  #trees = Column.ofInts();
  #bases = Column.ofInts();
  #begins = Column.ofInts();
  #names = Column.ofInts();
  #targets = Column.ofInts();
  /** The number of the next tree. */
  number(tree) {
    this.#trees.push(tree);
  }
  /**
   * Takes the next trees, of each the place of the tree that it is compared with, or -1, and how many links there are of all before it.
   */
  addTrees(bases, begins) {
    this.#bases.append(bases);
    this.#begins.append(begins);
  }
  /** @param names as in TreeLinks */
  add(names3, targets) {
    this.#names.append(names3);
    this.#targets.append(targets);
  }
  /** Says later what a link leads to that was added with NOTHING. */
  lead(link, target) {
    this.#targets.set(link, target);
  }
  /** What a link leads to. */
  target(link) {
    return this.#targets.get(link);
  }
  /** @param text gives the bytes of a name */
  finish(text) {
    const names3 = this.#names.finish();
    const begins = this.#begins.finish();
    const ends2 = new Int32Array(begins.length);
    ends2.set(begins.subarray(1));
    if (ends2.length > 0) ends2[ends2.length - 1] = names3.length;
    return {
      trees: this.#trees.finish(),
      bases: this.#bases.finish(),
      ends: ends2,
      names: names3,
      targets: this.#targets.finish(),
      texts: textsOf(names3, text)
    };
  }
};
var nameOf = (link) => link < 0 ? ~link : link;
function textsOf(names3, text) {
  let most = -1;
  for (let i = 0; i < names3.length; i++) most = Math.max(most, nameOf(names3[i]));
  const used = new Uint8Array(most + 1);
  for (let i = 0; i < names3.length; i++) used[nameOf(names3[i])] = 1;
  const numbers = Column.ofInts();
  const ends2 = Column.ofInts();
  const texts = [];
  let size = 0;
  for (let number = used.indexOf(1); number >= 0; number = used.indexOf(1, number + 1)) {
    const bytes3 = text(number);
    texts.push(bytes3);
    numbers.push(number);
    ends2.push(size += bytes3.length);
  }
  const bytes2 = new Uint8Array(size);
  for (let i = 0; i < texts.length; i++) bytes2.set(texts[i], ends2.get(i) - texts[i].length);
  return { numbers: numbers.finish(), ends: ends2.finish(), bytes: bytes2 };
}

// src/sources/git/treescan.ts
function* scanTrees(plan, scanner, sink, ledger, options = {}) {
  const work = new TreeWork(plan, scanner, sink, ledger, options);
  yield* work.run(plan.treeChunks, plan.treeClaims);
  yield* work.readOthers(options.others ?? []);
  return work.result();
}
var TreeWork = class extends ObjectWork {
  #trees = 0;
  #missing = /* @__PURE__ */ new Set();
  #scanner;
  #sink;
  #reader;
  #table;
  #held;
  /** Id of the tree being read. */
  #id = () => "";
  constructor(plan, scanner, sink, ledger, options) {
    super(plan, ledger, options);
    const { wanted = [] } = options;
    this.#scanner = scanner;
    this.#sink = sink;
    this.#table = options.links || wanted.length > 0 ? new LinkTable() : void 0;
    this.#held = new IdBatch(this.ids, plan.repo.idBytes, this.#onNumber);
    this.#reader = this.workspace.trees;
    this.#reader.begin({ idBytes: plan.repo.idBytes, links: this.#table !== void 0, wanted }, this);
  }
  result() {
    this.#reader.finish();
    const links = this.#table && { links: this.#table.finish((name) => this.#reader.name(name)) };
    return { trees: this.#trees, missing: [...this.#missing], ...links };
  }
  get extraEvery() {
    return TreeReader.extraEvery(this.plan.repo.idBytes);
  }
  type = TREE;
  get listed() {
    return this;
  }
  visit(node, _type, _at, size, derivation) {
    this.#id = () => this.idOf(node);
    this.walked(node, size, this.#reader.read(derivation?.level ?? -1));
  }
  walk(list, last, nodes) {
    const first = this.workspace.list.byteOffset;
    this.#id = () => this.idOf(nodes[(this.#reader.walked - first) / 16]);
    return this.#reader.walk(list, last);
  }
  /** @param entries how many the tree has, or `~entries` up to where it is damaged */
  walked(node, size, entries) {
    this.#table?.number(this.ids.ofNode(node));
    if (entries < 0) this.ledger.skip("unreadable", this.idOf(node), true);
    if (this.isDuplicate(node)) return;
    this.#trees++;
    this.count(size);
  }
  readOthers(ids) {
    return this.readThroughGit(ids);
  }
  wantsLoose(type) {
    return type === TREE || type === 0;
  }
  readAlone(type, data, id) {
    if (type !== TREE) return;
    this.#id = () => id;
    const { arena } = this.workspace;
    if (data.length + TreeReader.extra(data.length, this.plan.repo.idBytes) > arena.length)
      return this.ledger.skip("too-large", id, true);
    this.#trees++;
    this.count(data.length);
    arena.set(data);
    this.#table?.number(this.ids.findHex(id));
    if (this.#reader.readAlone(arena.byteOffset, data.length) < 0) this.ledger.skip("unreadable", id, true);
  }
  onName(at, length) {
    const data = this.workspace.core.bytes(at, length);
    const hits = this.#scanner.scan(data, 0, length).filter((hit) => hit.rule >= 0);
    if (hits.length > 0) this.#sink.onText("path", this.#id(), data, 0, length, hits);
    return hits.length > 0;
  }
  onTrees(bases, begins) {
    this.#table?.addTrees(bases, begins);
  }
  onLinks(names3, targets) {
    this.#table?.add(names3, targets);
  }
  onIds(ids, tags) {
    this.#held.find(ids, tags);
  }
  onPairs(pairs) {
    for (let i = 0; i < pairs.length; i += 2) this.#table?.lead(pairs[i], this.#table.target(pairs[i + 1]));
  }
  #onNumber = (number, tag, ids, at) => {
    if (number < 0) {
      if (tag >= 0) this.#missing.add(ids.toString("hex", at, at + this.plan.repo.idBytes));
    } else if (tag !== UNLINKED) this.#table?.lead(tag < 0 ? ~tag : tag, number);
  };
};

// src/sources/reader.ts
var import_node_fs10 = require("node:fs");
var PAD = 64;
var CAPACITY = 4 * 1024 * 1024;
var FLAGS2 = import_node_fs10.constants.O_RDONLY | (import_node_fs10.constants.O_NOFOLLOW ?? 0) | (import_node_fs10.constants.O_NONBLOCK ?? 0);
function isLfsPointer(bytes2, start, end) {
  if (bytes2[start] !== 118 || end - start < 100 || end - start >= 1024) return false;
  const text = Buffer.from(bytes2.buffer, bytes2.byteOffset + start, end - start).toString("latin1");
  return /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-[\w.-]{1,64} sha256:[0-9a-f]{64}\n)*oid sha256:[0-9a-f]{64}\nsize \d{1,20}\n?$/.test(
    text
  );
}

// src/detect/encoding.ts
var SAMPLE = 8e3;
function detectEncoding(bytes2, start, end) {
  const stop = Math.min(end, start + SAMPLE);
  const mark = firstTwo(bytes2, start, stop);
  if (mark === LITTLE) return asciiUnits(bytes2.subarray(start, stop), 1) >= 0 ? "utf-16le" : "binary";
  if (mark === BIG) return asciiUnits(bytes2.subarray(start, stop), 0) >= 0 ? "utf-16be" : "binary";
  if (holdsZero(bytes2, start, stop)) {
    const sample = bytes2.subarray(start, stop);
    const little = asciiUnits(sample, 1);
    const big = asciiUnits(sample, 0);
    if (Math.max(little, big) * 40 < sample.length || isMostlyAscii(sample)) return "binary";
    return little >= big ? "utf-16le" : "utf-16be";
  }
  return mark === 61371 && start + 2 < stop && bytes2[start + 2] === 191 ? "utf-8-bom" : "utf-8";
}
var [LITTLE, BIG] = [65534, 65279];
var firstTwo = (bytes2, start, end) => end - start < 2 ? 0 : bytes2[start] << 8 | bytes2[start + 1];
function holdsZero(bytes2, start, end) {
  if (bytes2.length - start > 2 * SAMPLE) return bytes2.subarray(start, end).includes(0);
  const at = bytes2.indexOf(0, start);
  return at >= 0 && at < end;
}
function asciiUnits(sample, high) {
  const units = sample.length >> 1;
  let ascii = 0;
  let bad = 0;
  let pairOpen = false;
  for (let at = 0; at < units * 2; at += 2) {
    const unit = sample[at + high] << 8 | sample[at + 1 - high];
    const closes = (unit & 64512) === 56320;
    if (closes !== pairOpen) bad++;
    pairOpen = (unit & 64512) === 55296;
    if (unit >= 32 ? unit === 127 || unit >= 65534 : unit < 9 || unit > 13) bad++;
    else if (unit < 127) ascii++;
  }
  return units === 0 || bad * 100 > units ? -1 : ascii;
}
function isMostlyAscii(sample) {
  let ascii = 0;
  for (const byte of sample) if (byte >= 32 ? byte < 127 : byte >= 9 && byte <= 13) ascii++;
  return ascii * 4 > sample.length * 3;
}
function bomLength(bytes2, start, end, encoding) {
  if (encoding === "utf-8-bom") return 3;
  const mark = firstTwo(bytes2, start, end);
  return encoding === "utf-16le" && mark === LITTLE || encoding === "utf-16be" && mark === BIG ? 2 : 0;
}
function narrow(bytes2, start, end, encoding, into, at) {
  const high = encoding === "utf-16be" ? 0 : 1;
  let to = at;
  for (let from = start; from + 1 < end; from += 2) {
    const low = bytes2[from + 1 - high];
    into[to++] = bytes2[from + high] === 0 && low < 128 ? low : 255;
  }
  into.fill(10, to, to + at);
  return to;
}

// src/rules/rule.ts
function ruleOfDetector(rules) {
  return Object.fromEntries(rules.flatMap(({ detector }, index) => detector === "" ? [] : [[detector, index]]));
}

// src/detect/checksums/crc.ts
var TABLE = Uint32Array.from({ length: 256 }, (_, byte) => {
  let value = byte;
  for (let bit = 0; bit < 8; bit++) value = value & 1 ? value >>> 1 ^ 3988292384 : value >>> 1;
  return value;
});
function crc32(data) {
  let crc = 4294967295;
  for (let i = 0; i < data.length; i++) {
    const byte = typeof data === "string" ? data.charCodeAt(i) : data[i];
    crc = TABLE[(crc ^ byte) & 255] ^ crc >>> 8;
  }
  return (crc ^ 4294967295) >>> 0;
}
function crc16(data) {
  let crc = 0;
  for (const byte of data) {
    crc ^= byte << 8;
    for (let bit = 0; bit < 8; bit++) crc = (crc & 32768 ? crc << 1 ^ 4129 : crc << 1) & 65535;
  }
  return crc;
}
function crc24(data) {
  let crc = 11994318;
  for (const byte of data) {
    crc ^= byte << 16;
    for (let bit = 0; bit < 8; bit++) {
      crc <<= 1;
      if (crc & 16777216) crc ^= 25578747;
    }
  }
  return crc & 16777215;
}

// src/detect/checksums/encodings.ts
var BASE62 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var BASE62_LOWER_FIRST = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";
var BASE36 = "0123456789abcdefghijklmnopqrstuvwxyz";
var BASE58_BITCOIN = "123456789ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz";
var BASE58_XRPL = "rpshnaf39wBUDNEGHJKLM4PQRST7VWXYZ2bcdeCg65jkm8oFqi1tuvAxyz";
var BASE32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
function digitsOf(value, digits2) {
  let rest = value >>> 0;
  let text = "";
  do {
    text = digits2[rest % digits2.length] + text;
    rest = Math.floor(rest / digits2.length);
  } while (rest > 0);
  return text;
}
function latin1(text) {
  const out = new Uint8Array(text.length);
  for (let i = 0; i < text.length; i++) out[i] = text.charCodeAt(i);
  return out;
}
function fromBase32(text) {
  const out = new Uint8Array(Math.floor(text.length * 5 / 8));
  let bits = 0;
  let held = 0;
  let at = 0;
  for (const char of text) {
    const value = BASE32.indexOf(char);
    if (value < 0) return void 0;
    held = held << 5 | value;
    bits += 5;
    if (bits >= 8) {
      bits -= 8;
      out[at++] = held >>> bits;
      held &= (1 << bits) - 1;
    }
  }
  return held === 0 ? out : void 0;
}
function toBase32(bytes2) {
  let text = "";
  let bits = 0;
  let held = 0;
  for (const byte of bytes2) {
    held = held << 8 | byte;
    bits += 8;
    while (bits >= 5) {
      bits -= 5;
      text += BASE32[held >>> bits & 31];
    }
    held &= (1 << bits) - 1;
  }
  return bits > 0 ? text + BASE32[held << 5 - bits & 31] : text;
}
function fromBase64(text) {
  if (!/^(?:[A-Za-z0-9+/]*|[A-Za-z0-9_-]*)={0,2}$/.test(text)) return void 0;
  const body = text.replace(/=+$/, "");
  if (body.length % 4 === 1) return void 0;
  if (body.length !== text.length && text.length % 4 !== 0) return void 0;
  const bytes2 = Buffer.from(body, "base64");
  return bytes2.toString("base64").startsWith(body.replace(/-/g, "+").replace(/_/g, "/")) ? bytes2 : void 0;
}
function fromBase58(text, digits2) {
  const little = [];
  for (const char of text) {
    let carry = digits2.indexOf(char);
    if (carry < 0) return void 0;
    for (let i = 0; i < little.length; i++) {
      carry += little[i] * 58;
      little[i] = carry & 255;
      carry >>>= 8;
    }
    if (carry > 0) little.push(carry);
  }
  let zeros = 0;
  while (zeros < text.length && text[zeros] === digits2[0]) zeros++;
  return Uint8Array.from([...Array.from({ length: zeros }, () => 0), ...little.reverse()]);
}
function toBase58(bytes2, digits2) {
  const little = [];
  for (const byte of bytes2) {
    let carry = byte;
    for (let i = 0; i < little.length; i++) {
      carry += little[i] * 256;
      little[i] = carry % 58;
      carry = Math.floor(carry / 58);
    }
    while (carry > 0) {
      little.push(carry % 58);
      carry = Math.floor(carry / 58);
    }
  }
  let zeros = 0;
  while (zeros < bytes2.length && bytes2[zeros] === 0) zeros++;
  return digits2[0].repeat(zeros) + little.reverse().map((digit) => digits2[digit]).join("");
}

// src/detect/checksums/marvin.ts
function marvin64(data, high, low) {
  let p0 = low | 0;
  let p1 = high | 0;
  const mix = (word) => {
    p0 = p0 + word | 0;
    p1 ^= p0;
    p0 = rotate(p0, 20) + p1 | 0;
    p1 = rotate(p1, 9) ^ p0;
    p0 = rotate(p0, 27) + p1 | 0;
    p1 = rotate(p1, 19);
  };
  const whole2 = data.length & ~3;
  for (let i = 0; i < whole2; i += 4) mix(data[i] | data[i + 1] << 8 | data[i + 2] << 16 | data[i + 3] << 24);
  let last = 128;
  for (let i = data.length - 1; i >= whole2; i--) last = last << 8 | data[i];
  mix(last);
  mix(0);
  return { high: p1 >>> 0, low: p0 >>> 0 };
}
function marvin32(data, seed2) {
  const word = (at) => seed2.charCodeAt(at) << 24 | seed2.charCodeAt(at + 1) << 16 | seed2.charCodeAt(at + 2) << 8 | seed2.charCodeAt(at + 3);
  const { high, low } = marvin64(data, word(0), word(4));
  return (high ^ low) >>> 0;
}
function rotate(value, by) {
  return value << by | value >>> 32 - by;
}

// src/detect/checksums/azure.ts
var MESSAGING = ["Manage00", "Send0000", "Listen00", "System00", "Unknown0"];
var SEEDS = {
  "+ASt": ["Default0"],
  ACDb: ["MastRW00", "MastRO00", "SystRW00", "SystRO00", "SysAll00", "Resour00", "Encryp00"],
  "+ABa": ["AbAcct00"],
  "+AMC": ["Classic0"],
  APIM: ["IoTHub00", "Tenant00", "Gatewy00", "GitKey00"],
  AzFu: ["Functi00", "System00", "Master00"],
  "+ASb": MESSAGING,
  "+AEh": MESSAGING,
  "+ARm": MESSAGING,
  AIoT: ["IoTHub00", "DpsKey00", "Device00"],
  AZEG: ["SendRecv", "Default0"],
  AzCa: ["Access00"],
  AzSe: ["PAdmin00", "Query000"],
  "+ACR": ["ACRDflt0"]
};
function hisHolds(secret) {
  const bytes2 = fromBase64(secret);
  if (!bytes2 || bytes2.length < 8) return false;
  const stored = bytes2.readUInt32LE(bytes2.length - 4);
  const body = bytes2.subarray(0, -4);
  return seedsOf(secret).some((seed2) => marvin32(body, seed2) === stored);
}
function completeHis(secret) {
  const bytes2 = fromBase64(secret);
  const seed2 = seedsOf(secret)[0];
  if (!bytes2 || bytes2.length < 8 || seed2 === void 0) return secret;
  bytes2.writeUInt32LE(marvin32(bytes2.subarray(0, -4), seed2), bytes2.length - 4);
  return bytes2.toString(/[-_]/.test(secret) || secret.includes("AzFu") ? "base64url" : "base64").replace(/=+$/, "") + padding(secret);
}
function seedsOf(secret) {
  const end = secret.length - padding(secret).length - 6;
  return SEEDS[secret.slice(end - 4, end)] ?? [];
}
function padding(secret) {
  return /=*$/.exec(secret)[0];
}
function caskHolds(secret) {
  const check = fromBase64(secret.slice(80));
  return check !== void 0 && (secret.length === 84 || secret.length === 88) && caskChecks(secret).some((c) => c.equals(check));
}
function completeCask(secret) {
  return secret.slice(0, 80) + (caskChecks(secret)[0]?.toString("base64") ?? secret.slice(80));
}
function caskChecks(secret) {
  const body = fromBase64(secret.slice(0, 80));
  if (!body) return [];
  const bytes2 = Buffer.alloc(4);
  bytes2.writeUInt32LE(marvin32(body, "Default0"));
  const text = digitsOf(bytes2.readUInt32BE(), BASE62).padEnd(6, "0");
  const length = secret.length === 88 ? 4 : 3;
  return [Buffer.from(text, "base64").subarray(0, length), bytes2.subarray(0, length)];
}
var URL_UNRESERVED = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ1234567890.-_~";
function entraHolds(secret) {
  return secret.length === 40 && completeEntra(secret) === secret;
}
function completeEntra(secret) {
  const body = secret.slice(0, 37);
  return body + digitsOf(marvin32(latin1(body), "AadPwd00"), URL_UNRESERVED).padStart(6, "a").slice(0, 3);
}
var DEVOPS_MASKS = [3770247469, 270137646];
function devopsHolds(secret) {
  const b = devopsBytes(secret);
  if (!b) return false;
  const stored = (b[22] | b[8] << 8 | b[7] << 16 | b[2] << 24) >>> 0;
  const crc = devopsCrc(b);
  return DEVOPS_MASKS.some((mask) => (crc ^ mask) >>> 0 === stored);
}
function completeDevops(secret) {
  const b = devopsBytes(secret);
  if (!b) return secret;
  const stored = devopsCrc(b) ^ DEVOPS_MASKS[0];
  b[22] = stored;
  b[8] = stored >>> 8;
  b[7] = stored >>> 16;
  b[2] = stored >>> 24;
  return toBase32(b).toLowerCase();
}
function devopsBytes(secret) {
  return /^[a-z2-7]{52}$/.test(secret) ? fromBase32(secret.toUpperCase()) : void 0;
}
function devopsCrc(b) {
  return crc32(Buffer.concat([b.subarray(0, 2), b.subarray(3, 7), b.subarray(9, 22), b.subarray(23, 32)]));
}

// src/detect/checksums/decode.ts
function base64Of(holds, write) {
  return {
    holds: (text) => {
      const bytes2 = fromBase64(text);
      return bytes2 !== void 0 && holds(bytes2.toString("latin1"));
    },
    make: (text) => {
      const pad = /=*$/.exec(text)[0];
      const length = text.length - pad.length;
      const was = Buffer.from(text, "base64").toString("latin1");
      const bytes2 = Buffer.from(write(Math.floor(length * 3 / 4), filler(text), was), "latin1");
      return bytes2.toString(/[-_]/.test(text) ? "base64url" : "base64").replace(/=+$/, "") + pad;
    }
  };
}
var STAND_INS = /^(?:user(?:name)?|example|client_?id|foo):(?:pass(?:word)?|example|client_?secret|bar)$/i;
function filler(text) {
  const letters = text.replace(/[^A-Za-z0-9]/g, "") || "k";
  let at = 0;
  return (length) => Array.from({ length: Math.max(0, length) }, () => letters[at++ % letters.length]).join("");
}
function digits(fill, length) {
  return Array.from(fill(length), (char, i) => i === 0 ? 1 + char.charCodeAt(0) % 9 : char.charCodeAt(0) % 10).join("");
}
function isObject(json3) {
  try {
    const value = JSON.parse(json3);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
function jsonLike(bytes2, fill, was) {
  const key = /^\{"(\w{1,20})":/.exec(was)?.[1] ?? /^\{"(\w{1,8})/.exec(was)?.[1] ?? "a";
  return `{"${key}":"${fill(bytes2 - key.length - 7)}"}`;
}
var awsKeyId = {
  holds: (text) => {
    const bytes2 = fromBase32(text.slice(4));
    if (!bytes2 || bytes2.length < 6) return true;
    return awsAccount(bytes2) < 1e12;
  },
  make: (text) => awsKeyId.holds(text) ? text : `${text.slice(0, 4)}Y${text.slice(5)}`
};
function awsAccount(bytes2) {
  const high = (bytes2[0] & 127) << 8 | bytes2[1];
  const low = (bytes2[2] << 24 | bytes2[3] << 16 | bytes2[4] << 8 | bytes2[5]) >>> 0;
  return high * 2 ** 25 + (low >>> 7);
}
function isMacaroon2(bytes2) {
  let at = 1;
  const number = () => {
    let value = 0;
    for (let shift = 0; shift < 28; shift += 7) {
      const byte = bytes2.charCodeAt(at++);
      value |= (byte & 127) << shift;
      if (!(byte & 128)) return value;
    }
    return Number.NaN;
  };
  const section = () => {
    const types = [];
    while (at < bytes2.length) {
      const type = number();
      if (type === 0) return types;
      types.push(type);
      const length = number();
      at += length;
      if (!(at <= bytes2.length)) return void 0;
    }
    return void 0;
  };
  if (!section()?.includes(2)) return false;
  for (; ; ) {
    const caveat = section();
    if (!caveat) return false;
    if (caveat.length === 0) break;
  }
  return number() === 6 && number() === bytes2.length - at;
}
var macaroon = base64Of(
  (text) => {
    if (text[0] === "") return isMacaroon2(text);
    return /^[0-9a-f]{4}(?:location|identifier) /.test(text) || /^\x94\x93[\xc4\xd9\xa0-\xbf]/.test(text);
  },
  (bytes2, fill, was) => {
    if (was[0] !== "") return `\x94\x93\xC4${fill(bytes2 - 3)}`;
    const head = was.charCodeAt(1) === 1 ? was.slice(0, 3 + was.charCodeAt(2)) : "";
    const signature = `\0\0 ${fill(32)}`;
    const room2 = bytes2 - head.length - signature.length;
    const long = room2 - 2 > 127;
    const size = long ? room2 - 3 : room2 - 2;
    const length = long ? String.fromCharCode(size & 127 | 128, size >>> 7) : String.fromCharCode(size & 127);
    return `${head}${length}${fill(size)}${signature}`;
  }
);
var DECODINGS = {
  "decode-aws-key-id": awsKeyId,
  /** Discord: the part before the first dot is the account's number, a snowflake of 17 to 20 digits. */
  "decode-discord": base64Of(
    (text) => /^\d{17,20}$/.test(text),
    (bytes2, fill) => digits(fill, bytes2)
  ),
  /** Atlassian Data Center and Bitbucket Server tokens: a number, a colon and 20 random bytes. */
  "decode-id-secret": base64Of(
    (text) => /^\d{1,16}:[^]{12,}$/.test(text),
    (bytes2, fill) => `${digits(fill, Math.max(1, bytes2 - 21))}:${fill(20)}`
  ),
  "decode-jfrog-reference": base64Of(
    (text) => /^reftkn:\d+:\d+:\w+$/.test(text),
    (bytes2, fill) => `reftkn:01:${digits(fill, 10)}:${fill(bytes2 - 21)}`
  ),
  "decode-intercom": base64Of(
    (text) => /^tok:[\x21-\x7e]+$/.test(text),
    (bytes2, fill) => `tok:${fill(bytes2 - 8)}:1:0`
  ),
  "decode-json": base64Of(isObject, jsonLike),
  "decode-macaroon": macaroon,
  "decode-workos": base64Of(
    (text) => /^key_[^,]+,[\x21-\x7e]+$/.test(text),
    (bytes2, fill) => `key_01${fill(24)},${fill(bytes2 - 31)}`
  ),
  "decode-bedrock": base64Of(
    (text) => /^BedrockAPIKey-[\x21-\x7e]+$/.test(text),
    (bytes2, fill) => `BedrockAPIKey-${fill(4)}-at-${digits(fill, 12)}:${fill(bytes2 - 35)}`
  ),
  /** HTTP Basic (RFC 7617): printable user and password. */
  "decode-basic": base64Of(
    (text) => /^[^\x00-\x1f\x7f:]*:[^\x00-\x1f\x7f]+$/.test(text) && !STAND_INS.test(text),
    (bytes2, fill) => `${fill(Math.floor(bytes2 / 3))}:${fill(bytes2 - 1 - Math.floor(bytes2 / 3))}`
  ),
  /** Printable text. */
  "decode-text": base64Of(
    (text) => /^[\x20-\x7e]{4,}$/.test(text),
    (bytes2, fill) => fill(bytes2)
  ),
  /** JWS compact serialization (RFC 7515): header and payload are JSON objects. */
  "decode-jwt": {
    holds: (text) => text.split(".").slice(0, 2).every((part2) => isObject(fromBase64(part2)?.toString("utf8") ?? "")),
    make: (text) => {
      const [header2 = "", payload = "", ...rest] = text.split(".");
      const json3 = base64Of(isObject, jsonLike);
      return [json3.make(header2), json3.make(payload), ...rest].join(".");
    }
  }
};

// src/detect/checksums/keys.ts
var crypto = () => process.getBuiltinModule("node:crypto");
var BECH32 = "qpzry9x8gf2tvdw0s3jn54khce6mua7l";
var GENERATOR = [996825010, 642813549, 513874426, 1027748829, 705979059];
function bech32Holds(secret) {
  const text = secret.toLowerCase();
  if (secret !== text && secret !== secret.toUpperCase()) return false;
  const split = text.lastIndexOf("1");
  const data = Array.from(text.slice(split + 1), (char) => BECH32.indexOf(char));
  return split > 0 && data.length >= 6 && !data.includes(-1) && polymod([...expand(text.slice(0, split)), ...data]) === 1;
}
function completeBech32(secret) {
  const text = secret.toLowerCase();
  const split = text.lastIndexOf("1");
  const data = Array.from(text.slice(split + 1, -6), (char) => BECH32.indexOf(char));
  const check = polymod([...expand(text.slice(0, split)), ...data, 0, 0, 0, 0, 0, 0]) ^ 1;
  const tail = Array.from({ length: 6 }, (_, i) => BECH32[check >>> 5 * (5 - i) & 31]).join("");
  return secret.slice(0, -6) + (secret === text ? tail : tail.toUpperCase());
}
function expand(prefix) {
  const bytes2 = [...latin1(prefix)];
  return [...bytes2.map((byte) => byte >> 5), 0, ...bytes2.map((byte) => byte & 31)];
}
function polymod(values2) {
  let check = 1;
  for (const value of values2) {
    const top = check >>> 25;
    check = (check & 33554431) << 5 ^ value;
    for (let i = 0; i < 5; i++) if (top >>> i & 1) check ^= GENERATOR[i];
  }
  return check;
}
function base58Holds(secret, digits2) {
  const bytes2 = fromBase58(secret, digits2);
  if (!bytes2 || bytes2.length < 5) return false;
  return doubleSha(bytes2.subarray(0, -4)).equals(bytes2.subarray(-4));
}
function completeBase58(secret, digits2) {
  const bytes2 = fromBase58(secret, digits2);
  if (!bytes2 || bytes2.length < 5) return secret;
  const body = bytes2.subarray(0, -4);
  return toBase58(Buffer.concat([body, doubleSha(body)]), digits2);
}
function doubleSha(bytes2) {
  const once = crypto().createHash("sha256").update(bytes2).digest();
  return crypto().createHash("sha256").update(once).digest().subarray(0, 4);
}
function base32KeyHolds(secret, length) {
  const bytes2 = fromBase32(secret);
  if (bytes2?.length !== length || (bytes2[0] & 248) !== 144) return false;
  const crc = crc16(bytes2.subarray(0, -2));
  return bytes2[length - 2] === (crc & 255) && bytes2[length - 1] === crc >>> 8;
}
function completeBase32Key(secret) {
  const bytes2 = fromBase32(secret);
  if (!bytes2 || bytes2.length < 3) return secret;
  const body = bytes2.subarray(0, -2);
  const crc = crc16(body);
  return toBase32(Uint8Array.from([...body, crc & 255, crc >>> 8]));
}
var ED25519_PKCS8 = Buffer.from("302e020100300506032b657004220420", "hex");
function ed25519Holds(text) {
  const bytes2 = fromBase58(text, BASE58_BITCOIN);
  return bytes2?.length === 64 && ed25519PublicKey(bytes2.subarray(0, 32)).equals(bytes2.subarray(32));
}
function completeEd25519(text) {
  const bytes2 = fromBase58(text, BASE58_BITCOIN);
  if (!bytes2 || bytes2.length < 32) return text;
  const seed2 = bytes2.subarray(0, 32);
  return toBase58(Buffer.concat([seed2, ed25519PublicKey(seed2)]), BASE58_BITCOIN);
}
function ed25519PublicKey(seed2) {
  const key = crypto().createPrivateKey({ key: Buffer.concat([ED25519_PKCS8, seed2]), format: "der", type: "pkcs8" });
  return crypto().createPublicKey(key).export({ format: "der", type: "spki" }).subarray(-32);
}
var ARMOR = /^(-----BEGIN [^\n]*?-----[ \t\r]*\n(?:[\w-]+: [^\n]*\n)*[ \t\r]*\n)([A-Za-z0-9+/=\r\n]+?)\n=([A-Za-z0-9+/]{4})([ \t\r]*\n-----END )/;
function armorHolds(secret) {
  const found2 = ARMOR.exec(secret);
  return found2 !== null && armorCheck(found2[2]) === found2[3];
}
function completeArmor(secret) {
  return secret.replace(
    ARMOR,
    (_, head, body, __, end) => `${head}${body}
=${armorCheck(body)}${end}`
  );
}
function armorCheck(body) {
  const bytes2 = fromBase64(body.replace(/[\r\n]/g, ""));
  if (!bytes2) return void 0;
  const crc = crc24(bytes2);
  return Buffer.from([crc >>> 16, crc >>> 8, crc]).toString("base64");
}
function puttyHolds(secret) {
  const file = readPutty(secret);
  if (!file) return false;
  return file.fields[1] !== "none" || puttyMac(file) === file.mac;
}
function completePutty(secret) {
  const file = readPutty(secret);
  return file ? secret.replace(/(\nPrivate-MAC: )[0-9a-f]+/, `$1${puttyMac(file)}`) : secret;
}
function readPutty(secret) {
  const text = secret.replace(/\r\n/g, "\n");
  const field = (name) => new RegExp(`(?:^|\\n)${name}: ([^\\n]*)`).exec(text)?.[1] ?? "";
  const lines2 = (name) => {
    const found2 = new RegExp(`\\n${name}-Lines: (\\d+)\\n((?:[^\\n]*\\n)*)`).exec(text);
    const body = found2?.[2].split("\n").slice(0, Number(found2[1])).join("") ?? "";
    return fromBase64(body)?.toString("latin1") ?? "";
  };
  const head = /^PuTTY-User-Key-File-([23]): ([^\n]*)/.exec(text);
  if (!head) return void 0;
  const fields = [head[2], field("Encryption"), field("Comment"), lines2("Public"), lines2("Private")];
  return { version: head[1], fields, mac: field("Private-MAC") };
}
function puttyMac({ version, fields }) {
  const hmac = version === "3" ? crypto().createHmac("sha256", "") : crypto().createHmac("sha1", crypto().createHash("sha1").update("putty-private-key-file-mac-key").digest());
  fields.forEach((field, i) => {
    const bytes2 = Buffer.from(field, i === 2 ? "utf8" : "latin1");
    const length = Buffer.alloc(4);
    length.writeUInt32BE(bytes2.length);
    hmac.update(length).update(bytes2);
  });
  return hmac.digest("hex");
}

// src/detect/checksum.ts
function covered(parts, fact) {
  return (fact.over ?? ["secret"]).map((name) => parts[name] ?? "").join("");
}
function crcTail(...ways) {
  const checks = (parts, fact) => {
    const crc = crc32(covered(parts, fact));
    return ways.map((way) => way(crc, checkOf(parts, fact).length));
  };
  return {
    needs: "groups",
    proof: true,
    verify: (parts, fact) => checks(parts, fact).includes(checkOf(parts, fact)),
    complete: (parts, fact) => {
      const secret = parts["secret"] ?? "";
      const was = checkOf(parts, fact);
      const at = secret.lastIndexOf(was);
      return secret.slice(0, at) + checks(parts, fact)[0] + secret.slice(at + was.length);
    }
  };
}
function checkOf(parts, fact) {
  return parts[fact.in ?? ""] ?? "";
}
function whole(holds, make, proof = true) {
  return {
    needs: "text",
    proof,
    verify: (parts, fact) => holds(covered(parts, fact)),
    complete: (parts, fact) => {
      const text = covered(parts, fact);
      return (parts["secret"] ?? "").replace(text, () => make(text));
    }
  };
}
function decoding({ holds, make }) {
  return whole(holds, make, false);
}
var inDigits = (digits2) => (crc, length) => digitsOf(crc, digits2).padStart(length, digits2[0]);
var hex = (crc) => crc.toString(16).padStart(8, "0");
function littleEndian(crc) {
  const bytes2 = Buffer.alloc(4);
  bytes2.writeUInt32LE(crc);
  return bytes2;
}
var REGISTRY = new Map([
  /** Digits 0-9A-Za-z, padded with 0: GitHub (https://github.blog/engineering/behind-githubs-new-authentication-token-formats/), npm, Vercel, Polar, NetBird, SaladCloud. */
  ["crc32-base62", crcTail(inDigits(BASE62))],
  /** Digits 0-9a-zA-Z, padded with 0: Apify. */
  ["crc32-base62-lower", crcTail(inDigits(BASE62_LOWER_FIRST))],
  /** Either order of digits: Synapse, whose order is not documented. */
  ["crc32-base62-any", crcTail(inDigits(BASE62_LOWER_FIRST), inDigits(BASE62))],
  /** Digits 0-9a-z, padded with 0: GitLab's routable tokens (GitLab's design document on cells, "routable tokens"). */
  ["crc32-base36", crcTail(inDigits(BASE36))],
  /** Eight digits 0-9a-f: Cloudflare, Zuplo, Canva, Packagist. */
  ["crc32-hex", crcTail(hex)],
  /** Eight digits 0-9A-F: Atlassian, Bitbucket. */
  ["crc32-hex-upper", crcTail((crc) => hex(crc).toUpperCase())],
  /** Eight digits 0-9a-f of the little-endian bytes: Grafana service accounts. */
  ["crc32-hex-le", crcTail((crc) => littleEndian(crc).toString("hex"))],
  /** Base64 without padding of the little-endian bytes: Confluent. */
  ["crc32-base64-le", crcTail((crc) => littleEndian(crc).toString("base64").slice(0, 6))],
  ["azure-his", whole(hisHolds, completeHis)],
  ["azure-cask", whole(caskHolds, completeCask)],
  ["entra-client-secret", whole(entraHolds, completeEntra)],
  ["azure-devops-pat", whole(devopsHolds, completeDevops)],
  ["bech32", whole(bech32Holds, completeBech32)],
  ["nats-nkey", whole((text) => base32KeyHolds(text, 36), completeBase32Key)],
  ["stellar-strkey", whole((text) => base32KeyHolds(text, 35), completeBase32Key)],
  [
    "base58check",
    whole(
      (text) => base58Holds(text, BASE58_BITCOIN),
      (text) => completeBase58(text, BASE58_BITCOIN)
    )
  ],
  [
    "base58check-xrpl",
    whole(
      (text) => base58Holds(text, BASE58_XRPL),
      (text) => completeBase58(text, BASE58_XRPL)
    )
  ],
  ["ed25519-keypair", whole(ed25519Holds, completeEd25519)],
  ["pgp-crc24", whole(armorHolds, completeArmor)],
  /** Proves nothing, since an encrypted file cannot be checked. */
  ["putty-mac", whole(puttyHolds, completePutty, false)],
  ...Object.entries(DECODINGS).map(([name, check]) => [name, decoding(check)])
]);
function find(name) {
  const found2 = REGISTRY.get(name);
  if (!found2) throw new Error(`there is no checksum named ${name}`);
  return found2;
}
function checksumHolds(fact, parts) {
  return find(fact.is).verify(parts, fact);
}
function checksumProves(fact) {
  return find(fact.is).proof;
}

// src/detect/decode/credentials.ts
function passwordOfPair(field) {
  const text = Buffer.from(field, "base64");
  const colon = text.indexOf(58);
  if (colon < 0 || colon + 1 >= text.length) return void 0;
  return inside(text, colon + 1);
}
function passwordIn(check, field) {
  if (check === "decode-basic") return passwordOfPair(field);
  return check === "decode-text" ? inside(Buffer.from(field, "base64"), 0) : void 0;
}
function inside(text, from) {
  const charOf = (byte) => Math.floor(byte / 3) * 4 + byte % 3;
  return { secret: text.toString("latin1", from), start: charOf(from), end: charOf(text.length - 1) + 2 };
}

// src/detect/literal-forms.ts
var BEGINNINGS = {
  "%": "qQ([{|!",
  q: "q([{|!",
  "~": "sS",
  "[": "[",
  $: "$",
  "<": "<!",
  r: '"',
  R: '"',
  "@": `"'`
};
var SECOND = Array.from({ length: 256 }, (_, first) => {
  const second = BEGINNINGS[String.fromCharCode(first)];
  return second === void 0 ? void 0 : byteSet(second);
});
var [TAB, LF3, CR, SPACE2, BAR, MORE, LOWER_R] = [9, 10, 13, 32, 124, 62, 114];
var MAX_OPENING = 48;
var MAX_STRING = 200;
var QUOTED2 = 39;
var CLOSING = { "(": ")", "{": "}", "[": "]", "|": "|", "!": "!" };
var WAYS = [
  [/^(?:qq?|%[qQ]?|~[sS])([({[|!])(?=\S)/, (found2) => CLOSING[found2[1]]],
  [/^\[\[(?=[^\s"'`[\]])/, () => "]]"],
  [/^\$\$(?=[^\s$])/, () => "$$"],
  [/^<!\[CDATA\[/, () => "]]>"],
  [/^<<"/, () => '">>'],
  [/^R"([\w-]{0,16})\(/i, (found2) => `)${found2[1]}"`],
  [/^<<[<~-]?(["']?)[A-Z_a-z]\w{0,30}\1\r?\n[ \t]*/, () => void 0],
  [/^@["']\r?\n[ \t]*/, () => void 0]
];
function delimitedValue(look, data, from, quoteAt2, limit) {
  if (from >= limit || SECOND[data[from]]?.[data[from + 1]] !== 1) return void 0;
  if (quoteAt2 > from && data[quoteAt2 + 1] !== LF3 && data[quoteAt2 + 1] !== CR && (data[from] | 32) !== LOWER_R)
    return void 0;
  const text = latin12(data, from, Math.min(limit, from + MAX_OPENING));
  look.saw(from, from + MAX_OPENING);
  for (const [opening, closing] of WAYS) {
    const found2 = opening.exec(text);
    if (!found2) continue;
    const start = from + found2[0].length;
    const close = closing(found2);
    const stop = lineEnd2(data, start, close === void 0 ? limit : Math.min(limit, start + MAX_STRING));
    look.saw(from, stop + 1);
    if (close === void 0) return { start, end: stop, quote: QUOTED2, closed: true };
    const end = latin12(data, start, stop).indexOf(close);
    return end < 0 ? void 0 : { start, end: start + end, quote: QUOTED2, closed: true };
  }
  return void 0;
}
function blockValue(look, data, at, end) {
  if (at >= end || data[at] !== BAR && data[at] !== MORE) return void 0;
  const head = /^[|>][-+1-9]{0,2}[ \t]*\r?\n[ \t]+(?=\S)/.exec(latin12(data, at, Math.min(end, at + MAX_OPENING)));
  look.saw(at, at + MAX_OPENING);
  if (!head) return void 0;
  const start = at + head[0].length;
  let stop = lineEnd2(data, start, end);
  look.saw(at, stop + 1);
  while (stop > start && (data[stop - 1] === SPACE2 || data[stop - 1] === TAB)) stop--;
  return { start, end: stop, quote: 0, closed: true };
}
function lineEnd2(data, from, limit) {
  let i = from;
  while (i < limit && data[i] !== LF3 && data[i] !== CR) i++;
  return i;
}
function latin12(data, from, to) {
  return Buffer.from(data.buffer, data.byteOffset + from, Math.max(0, to - from)).toString("latin1");
}

// src/detect/assignment.ts
var MAX_NAME = 48;
var MAX_GAP = 16;
var MAX_VALUE = 4096;
var MAX_TYPE = 64;
var NAME2 = byteSet(`${ALPHANUMERIC}_-.$`);
var QUOTE = byteSet(`"'\``);
var STOP2 = byteSet("\"'`,;)}]<>|\\").fill(1, 0, 33);
var [TAB2, LF4, CR2, SPACE3, AMPERSAND, OPEN, COMMA, DASH, COLON, LESS, EQUALS, MORE2, AT, BACKSLASH, HASH] = [
  9,
  10,
  13,
  32,
  38,
  40,
  44,
  45,
  58,
  60,
  61,
  62,
  64,
  92,
  35
];
function findAssignment(look, data, nameAt, wordEnd2, start, end) {
  let nameStart = nameAt;
  const lowest = Math.max(start, nameAt - MAX_NAME);
  while (nameStart > lowest && NAME2[data[nameStart - 1]] === 1) nameStart--;
  let i = wordEnd2;
  const nameStop = Math.min(end, wordEnd2 + MAX_NAME);
  while (i < nameStop && NAME2[data[i]] === 1) i++;
  const nameEnd = i;
  const none = { nameStart, nameEnd, operator: "none", values: [] };
  look.saw(nameStart - 1, nameEnd + 1);
  if (i >= nameStop) return none;
  let closers = 0;
  while (i < end && closers < 4 && (QUOTE[data[i]] === 1 || data[i] === 93 || data[i] === 41 && closers === 0 || data[i] === BACKSLASH)) {
    i++;
    closers++;
  }
  const gapStart = i;
  i = skipSpaces(data, i, end);
  look.saw(nameStart, i + 3);
  if (i >= end) return none;
  let operator = "none";
  const byte = data[i];
  const next = i + 1 < end ? data[i + 1] : 0;
  if (byte === EQUALS) {
    if (next === EQUALS) {
      operator = "compare";
      i += data[i + 2] === EQUALS ? 3 : 2;
    } else if (next === MORE2) {
      operator = "arrow";
      i += 2;
    } else {
      operator = "assign";
      i += next === 126 ? 2 : 1;
    }
  } else if (byte === 33 && next === EQUALS) {
    operator = "compare";
    i += data[i + 2] === EQUALS ? 3 : 2;
  } else if (byte === COLON) {
    if (next === COLON) return none;
    operator = next === EQUALS ? "assign" : "colon";
    i += next === EQUALS ? 2 : 1;
  } else if ((byte === 63 || byte === 124) && next === byte && data[i + 2] === EQUALS) {
    operator = "assign";
    i += 3;
  } else if (byte === 63 && next === EQUALS) {
    operator = "assign";
    i += 2;
  } else if (byte === LESS && next === DASH) {
    operator = "arrow";
    i += 2;
  } else if (byte === 63 && next === COLON) {
    operator = "colon";
    i += 2;
  } else if (byte === DASH && next === MORE2) {
    operator = "arrow";
    i += 2;
  } else if (byte === OPEN && gapStart === nameEnd) {
    operator = "call";
    i += 1;
  } else if (byte === COMMA && closers > 0) {
    operator = "comma";
    i += 1;
  } else if (byte === MORE2 && gapStart === i && nameStart > start && (data[nameStart - 1] === LESS || closers > 0)) {
    operator = "tag";
    i += 1;
  } else if (i > gapStart && closers === 0) {
    const typed = (byte | 32) === 97 && (next | 32) === 115 ? typeEnd(look, data, i, end) : 0;
    operator = typed > 0 ? "assign" : "space";
    if (typed > 0) i = typed;
  } else {
    return none;
  }
  return readValues(look, data, i, end, { nameStart, nameEnd, operator, values: [] });
}
function typeEnd(look, data, at, end) {
  look.saw(at, at + MAX_TYPE);
  const found2 = /^as\s+[\w.]{1,40}\s*=/i.exec(latin12(data, at, Math.min(end, at + MAX_TYPE)));
  return found2 ? at + found2[0].length : 0;
}
function readValues(look, data, from, end, assignment2) {
  let i = skipSpaces(data, from, end);
  look.saw(from, i + 2);
  if (assignment2.operator !== "space" && i < end && (data[i] === LF4 || data[i] === CR2 && data[i + 1] === LF4)) {
    i += data[i] === CR2 ? 2 : 1;
    i = skipSpaces(data, i, end);
    look.saw(from, i + 1);
    if (i < end && QUOTE[data[i]] === 0) return assignment2;
  }
  if (assignment2.operator === "call") {
    for (let n = 0; n < 3 && i < end; n++) {
      const value2 = readValue2(look, data, i, end);
      if (value2.end > value2.start) assignment2.values.push(value2);
      i = skipSpaces(data, value2.end + (value2.quote ? 1 : 0), end);
      look.saw(from, i + 1);
      if (data[i] !== COMMA) break;
      i = skipSpaces(data, i + 1, end);
      look.saw(from, i + 1);
      if (data[i] === LF4) i = skipSpaces(data, i + 1, end);
    }
    return assignment2;
  }
  const block = assignment2.operator === "colon" ? blockValue(look, data, i, end) : void 0;
  let value = block ?? readValue2(look, data, i, end);
  if (assignment2.operator === "colon" && value.quote === 0 && !block) {
    const behind = skipSpaces(data, value.end, Math.min(end, value.end + MAX_GAP));
    look.saw(from, behind + 2);
    if (data[behind] === EQUALS && data[behind + 1] !== EQUALS && data[behind + 1] !== MORE2) {
      assignment2.operator = "assign";
      value = readValue2(look, data, skipSpaces(data, behind + 1, end), end);
    }
  }
  if (value.end > value.start) assignment2.values.push(value);
  return assignment2;
}
function readValue2(look, data, from, end) {
  let i = from;
  const limit = Math.min(end, from + MAX_VALUE);
  let lead = i;
  while (lead < limit && lead < i + 3 && (isPrefix(data[lead]) || data[lead] === BACKSLASH || data[lead] === HASH)) lead++;
  if (lead < limit && QUOTE[data[lead]] === 1) i = lead;
  const quote2 = i < limit ? data[i] : 0;
  look.saw(from - 1, from + 6);
  const delimited = delimitedValue(look, data, from, i, limit);
  if (delimited) return delimited;
  if (QUOTE[quote2] === 1) {
    let slashes = 0;
    while (i - 1 - slashes >= from && data[i - 1 - slashes] === BACKSLASH) slashes++;
    const escaped = slashes > 0;
    let begin = i + 1;
    if (data[begin] === quote2 && data[begin + 1] === quote2) begin += 2;
    let j2 = begin;
    for (; j2 < limit; j2++) {
      const byte = data[j2];
      if (byte === quote2 || byte === LF4 || byte === CR2) break;
      if (byte === BACKSLASH) {
        let more = 1;
        if (escaped) while (data[j2 + more] === BACKSLASH) more++;
        if (escaped && more <= slashes && data[j2 + more] === quote2) break;
        j2 += more;
      }
    }
    j2 = Math.min(j2, limit);
    look.saw(from, j2 + 6);
    return { start: begin, end: j2, quote: quote2, closed: j2 < limit && (data[j2] === quote2 || escaped) };
  }
  let j = i;
  let depth = 0;
  while (j < limit) {
    const byte = data[j];
    if (byte === OPEN) depth++;
    else if (byte === 41 && depth > 0) depth--;
    else if (byte === 123 && data[j - 1] === 36) depth++;
    else if (byte === 125 && depth > 0) depth--;
    else if (STOP2[byte] === 1) break;
    else if (byte === AMPERSAND && j > i) break;
    j++;
  }
  look.saw(from, j + 1);
  return { start: i, end: j, quote: 0, closed: true };
}
function isPrefix(byte) {
  const lower = byte | 32;
  return lower === 114 || lower === 98 || lower === 117 || lower === 102 || byte === 115 || byte === 76 || byte === AT || byte === 36;
}
function skipSpaces(data, from, end) {
  const limit = Math.min(end, from + MAX_GAP);
  let i = from;
  while (i < limit && (data[i] === SPACE3 || data[i] === TAB2)) i++;
  return i;
}

// src/detect/pair.ts
var MAX_BETWEEN = 240;
var CLOSERS = byteSet("\"'`\\)]");
var MAX_CLOSERS = 4;
var BETWEEN = byteSet(` 	\r
,;:={"'\\`);
var LESS2 = 60;
var FIRST_LETTER = byteSet("vsdctn");
var FIELD = "(?:value|val|string_?value|default(?:_?value)?|content|data)";
var VALUE = new RegExp(
  [
    `[\\s,;:={]{1,60}\\\\?["']?${FIELD}\\\\?["']?\\s{0,8}[:=]\\s{0,8}`,
    // Other attributes of a variable stand before the one for its value.
    String.raw`\s{0,8}\{\s{0,40}(?:(?:type|description|sensitive|nullable)\s{0,20}=[^\n]{0,80}\n\s{0,20}){1,4}default\s{0,20}=\s{0,8}`,
    String.raw`</key>\s{0,60}<string>`
  ].map((way) => `^${way}`).join("|"),
  "i"
);
function valueOfPair(look, data, nameEnd, end) {
  let at = nameEnd;
  while (at < end && at < nameEnd + MAX_CLOSERS && CLOSERS[data[at]] === 1) at++;
  let i = at;
  const stop = Math.min(end, at + 80);
  while (i < stop && BETWEEN[data[i]] === 1) i++;
  look.saw(nameEnd, i + 1);
  if (i === stop || (i === at ? data[i] !== LESS2 : FIRST_LETTER[data[i] | 32] !== 1)) return void 0;
  look.saw(nameEnd, at + MAX_BETWEEN);
  const found2 = VALUE.exec(data.toString("latin1", at, Math.min(at + MAX_BETWEEN, end)));
  return found2 ? readValue2(look, data, at + found2[0].length, end) : void 0;
}

// src/detect/given.ts
var GIVEN_BEHIND = 24;
var GIVEN_BEFORE = 14;
var BLANK = byteSet(" 	");
var CLOSER = byteSet("\"'`)]");
var QUOTE2 = byteSet("\"'`");
var OPENER = byteSet("%~[$<");
var OPENED = byteSet("q([{|!");
var ARGUMENT = byteSet(`${ALPHANUMERIC} _-.,:*@=+?`);
var FIELD_NAME = byteSet(`${ALPHANUMERIC.replace(/\d/g, "")}_`);
var ENDS = byteSet(".,;)");

// src/detect/prefilter.ts
var MAP_BITS = (1 << 20) + 32;
var SLOTS = 1 << 15;
var MAX_LITERAL = 24;
var MAX_LITERALS = 524287;
var MAX_LEAD = 8;
var NAMED = 1 << 29;
var BLANKS = 1 << 30;
var FIRST_PIECE = 5;
var LiteralTable = class {
  map;
  slots;
  entries;
  pool;
  starts;
  folds;
  guards;
  classes;
  /** @param data as literals.ts made it */
  constructor({ entries, map, slots, pool, starts: starts2, folds, guards, classes }) {
    this.entries = entries;
    this.map = map;
    this.slots = slots;
    this.pool = pool;
    this.starts = starts2;
    this.folds = folds;
    this.guards = guards;
    this.classes = classes;
  }
  /**
   * Whether the literal of an entry stands where its window was met, within the bounds of the scan.
   * @param entry its number plus one
   * @param at where the window was met
   */
  verify(entry, data, at, start, end, from, to, found2) {
    const place = this.entries[(entry - 1) * 3 + 2];
    const begin = at - (place >>> 6 & 63) + 1;
    const literal = place >>> 12 & MAX_LITERALS;
    const first = this.starts[literal];
    const last = this.starts[literal + 1];
    if (begin < from || begin >= to || begin < start || begin + last - first > end) return;
    const { pool } = this;
    if (this.folds[literal] === 1) {
      for (let i = first, k = begin; i < last; i++, k++) {
        const byte = data[k];
        if (byte !== pool[i] && !(isUpperByte(byte) && byte + 32 === pool[i])) return;
      }
    } else {
      for (let i = first, k = begin; i < last; i++, k++) if (data[k] !== pool[i]) return;
    }
    found2(literal, begin);
  }
};
function guardBefore(guard) {
  if ((guard & NAMED) !== 0) return MOST_BEFORE;
  const edge = guard >>> 16 & 127;
  return edge === 0 ? 1 : edge - 1 + MAX_EDGE;
}
function guardBehind(guard) {
  if ((guard & NAMED) !== 0) return GIVEN_BEHIND - (guard >>> 23 & 31);
  return Math.max(1, guard & 63);
}
var MAX_EDGE = 6;
var MOST_BEFORE = Math.max(MAX_LEAD + MAX_EDGE, GIVEN_BEFORE);
var MOST_BEHIND = Math.max(MAX_LITERAL + 1, GIVEN_BEHIND);
var BESIDE = 2246822507 | 0;

// src/detect/decode/view.ts
function encodingsOf(view) {
  return [...view.outer ? encodingsOf(view.outer) : [], view.encoding];
}
var bytes = Buffer.alloc(1 << 14);
var starts = new Int32Array(1 << 14);
var ends = new Int32Array(1 << 14);
function grow() {
  const [oldBytes, oldStarts, oldEnds] = [bytes, starts, ends];
  bytes = Buffer.alloc(2 * oldBytes.length);
  starts = new Int32Array(bytes.length);
  ends = new Int32Array(bytes.length);
  bytes.set(oldBytes);
  starts.set(oldStarts);
  ends.set(oldEnds);
}
var ViewBuilder = class {
  #source;
  length = 0;
  constructor(source) {
    this.#source = source;
  }
  /** One decoded byte that came from `[start, end)`. */
  push(byte, start, end) {
    if (this.length === bytes.length) grow();
    const at = this.length++;
    bytes[at] = byte;
    starts[at] = start;
    ends[at] = end;
  }
  /** Bytes that stand for themselves. */
  copy(from, to) {
    while (this.length + to - from > bytes.length) grow();
    const source = this.#source;
    for (let at = from, place = this.length; at < to; at++, place++) {
      bytes[place] = source[at];
      starts[place] = at;
      ends[place] = at + 1;
    }
    this.length += Math.max(0, to - from);
  }
  /** @param pieces what is known of pieces that were joined */
  view(encoding, from, to, pieces) {
    const [begin, stop] = [starts.slice(0, this.length), ends.slice(0, this.length)];
    return {
      data: Buffer.from(bytes.subarray(0, this.length)),
      startOf: (at) => begin[at],
      endOf: (at) => stop[at],
      from,
      to,
      encoding,
      firstPiece: pieces?.firstPiece,
      lastPiece: pieces?.lastPiece,
      unsure: pieces?.unsure
    };
  }
};
function placeIn(view, start, end) {
  const [from, to] = [view.startOf(start), view.endOf(end - 1)];
  return view.outer ? placeIn(view.outer, from, to) : [from, to];
}

// src/detect/decode/joins.ts
var MAX_GAP2 = 160;
var MAX_PIECES = 64;
var BEFORE2 = 128;
var BEHIND = 32;
var MAX_JOINED = 8192;
var MIN_FOLDED = 12;
var MIN_FOLDED_REST = 4;
var MIN_REST = 12;
var MAX_HEAD = 48;
var TOKENS = `${ALPHANUMERIC}-_+/=.~`;
var TOKEN = byteSet(TOKENS);
var QUOTES = `"'\``;
var QUOTE3 = byteSet(QUOTES);
var OPERATORS = ["+", ".", "..", "&", "~", "^", "++", "<>", "||"];
var OPERATOR = byteSet(OPERATORS.join(""));
var GOES_ON = `${QUOTES}${OPERATORS.join("")}\\rRbBuUfFL@$`;
var GOES = byteSet(GOES_ON);
var [TAB3, LF5, CR3, SPACE4, BACKSLASH2, DOLLAR, AT2, EQUALS2] = [9, 10, 13, 32, 92, 36, 64, 61];
function seamLiterals() {
  const whole2 = (text) => ({ text, fold: true, prev: TOKENS, next: TOKENS, tail: [TOKENS, FIRST_PIECE] });
  const open = (text, next = ` 	${QUOTES}`) => ({ text, fold: false, prev: TOKENS, next, behind: GOES_ON });
  const perQuote = (quote2) => [
    ...OPERATORS.map((operator) => whole2(`${quote2} ${operator} ${quote2}`)),
    ...OPERATORS.map((operator) => open(`${quote2} ${operator}
`)),
    ...OPERATORS.map((operator) => open(`${quote2} ${operator}\r`, "\n")),
    ...["+", ".", "++", "||"].map((operator) => whole2(quote2 + operator + quote2)),
    open(`${quote2}+
`)
  ];
  const beside = (quote2) => [
    ...['"', "'"].map((next) => whole2(`${quote2} ${next}`)),
    whole2(`${quote2}
${quote2}`),
    open(`${quote2}
 `, " 	+.&<|"),
    open(`${quote2}
	`),
    open(`${quote2}\r
`),
    open(`${quote2} \\
`),
    open(`${quote2} \\\r`, "\n")
  ];
  return [
    ...Array.from(QUOTES).flatMap(perQuote),
    ...Array.from(`"'`).flatMap(beside),
    ...["+", "."].map((operator) => whole2(`" ${operator} \\"`)),
    // A line that goes on behind a backslash.
    ...Array.from("abcdefghijklmnopqrstuvwxyz0123456789-_+/=.~", (next) => whole2(`\\
${next}`)),
    whole2("\\\r\n")
  ];
}
var seams = {
  always: true,
  literals: seamLiterals(),
  run: ({ decoder }, at) => decoder.seam(at)
};
function tokenEnd(data, at, end) {
  return runEnd(data, at, end, TOKEN);
}
function cutAt(look, data, at, start, end) {
  const to = at > start && data[at - 1] === BACKSLASH2 && QUOTE3[data[at]] === 1 ? at - 1 : at;
  let from = to;
  while (from > start && from >= to - MAX_HEAD && TOKEN[data[from - 1]] === 1) from--;
  look.saw(from - 1, at + 1);
  if (from === to || to - from > MAX_HEAD) return void 0;
  const behind = QUOTE3[data[to]] === 1 ? gapEnd(look, data, to + 1, end) : to;
  if (behind < end && GOES[data[behind]] === 0) return void 0;
  if (behind + 1 < end && QUOTE3[data[behind]] === 1 && restEnd(look, data, from, behind + 1, end) < 0) return void 0;
  const seam = seamAt(look, data, from, to, start, end);
  if (!seam || seam.by === "fold") return void 0;
  const rest = restEnd(look, data, from, seam.next, end);
  if (rest < 0) return void 0;
  const another = rest < end && rest - seam.next < MIN_REST && seamAt(look, data, seam.next, rest, seam.next, end) !== void 0;
  return rest - seam.next >= MIN_REST || another ? { from, to } : void 0;
}
function restEnd(look, data, from, next, end) {
  const rest = tokenEnd(data, next, Math.min(end, next + MAX_JOINED));
  look.saw(from, rest + 1);
  return rest - next < FIRST_PIECE || isPlain(data, next, rest) ? -1 : rest;
}
var MAX_DIGITS = 4;
var MAX_CAPITALS = 5;
var MIN_WORD = 3;
var DIGESTS = ["sha1-", "sha256-", "sha384-", "sha512-"].map((text) => Buffer.from(text));
function isPlain(data, from, to) {
  if (data[from] === DIGESTS[0][0] && DIGESTS.some((text) => text.every((byte, i) => data[from + i] === byte))) return true;
  for (let i = from; i < to; ) {
    const byte = data[i];
    if (byte === EQUALS2 && (i + 1 === to || !isLetterByte(data[i + 1]))) return false;
    i = isDigitByte(byte) ? numberEnd(data, i, to) : isLetterByte(byte) ? wordEnd(data, i, to) : i + 1;
    if (i < 0) return false;
  }
  return true;
}
function numberEnd(data, from, to) {
  let i = from;
  while (i < to && isDigitByte(data[i])) i++;
  return i - from > MAX_DIGITS || i < to && isLetterByte(data[i]) ? -1 : i;
}
function wordEnd(data, from, to) {
  let i = from + 1;
  if (isUpperByte(data[from])) {
    while (i < to && isUpperByte(data[i])) i++;
    if (i > from + 1) return i - from > MAX_CAPITALS || i < to && isAlphanumericByte(data[i]) ? -1 : i;
  }
  while (i < to && isLowerByte(data[i])) i++;
  if (i === to || !isAlphanumericByte(data[i])) return i;
  return i - from >= MIN_WORD && beginsWord(data, i, to) ? i : -1;
}
function beginsWord(data, at, to) {
  if (!isUpperByte(data[at]) || at + MIN_WORD > to) return false;
  for (let i = at + 1; i < at + MIN_WORD; i++) if (!isLowerByte(data[i])) return false;
  return true;
}
function gapEnd(look, data, from, end) {
  const limit = Math.min(end, from + MAX_GAP2);
  let i = from;
  while (i < limit) {
    const byte = data[i];
    if (byte === SPACE4 || byte === TAB3 || byte === LF5 || byte === CR3) i++;
    else if (byte === BACKSLASH2 && (data[i + 1] === LF5 || data[i + 1] === CR3 && data[i + 2] === LF5)) i++;
    else break;
  }
  look.saw(from, i + 3);
  return i;
}
function quoteAt(data, at, end) {
  if (at >= end) return void 0;
  const byte = data[at];
  if (QUOTE3[byte] === 1) return { quote: byte, length: 1 };
  if (byte === BACKSLASH2 && at + 1 < end && QUOTE3[data[at + 1]] === 1) return { quote: data[at + 1], length: 2 };
  return void 0;
}
function seamAt(look, data, from, at, start, end) {
  look.saw(at, at + 3);
  if (at >= end) return void 0;
  const byte = data[at];
  const close = quoteAt(data, at, end);
  if (close) return quotedSeam(look, data, at + close.length, end);
  if (byte === BACKSLASH2) {
    const line = data[at + 1] === LF5 ? at + 2 : data[at + 1] === CR3 && data[at + 2] === LF5 ? at + 3 : 0;
    if (line === 0) return void 0;
    const next = blanksEnd(data, line, end);
    look.saw(at, next + 1);
    return next < end && TOKEN[data[next]] === 1 ? { next, by: "backslash" } : void 0;
  }
  if (byte === LF5 || byte === CR3 && data[at + 1] === LF5) {
    if (at - from < MIN_FOLDED || isWrapped(look, data, from, start)) return void 0;
    const next = blanksEnd(data, at + (byte === CR3 ? 2 : 1), end);
    const rest = tokenEnd(data, next, Math.min(end, next + MAX_JOINED));
    look.saw(at, rest + 1);
    if (rest - next < MIN_FOLDED_REST || isPlain(data, next, rest)) return void 0;
    const last = data[rest];
    const alone = rest >= end || last === LF5 || last === CR3 || QUOTE3[last] === 1 || last === 60;
    return alone ? { next, by: "fold" } : void 0;
  }
  return void 0;
}
function quotedSeam(look, data, behind, end) {
  let i = gapEnd(look, data, behind, end);
  const operatorAt = i;
  while (i < end && i < operatorAt + 2 && OPERATOR[data[i]] === 1) i++;
  const operator = i > operatorAt;
  if (operator && (data[operatorAt] === 62 || data[operatorAt] === 60 && data[operatorAt + 1] !== 62)) return void 0;
  if (operator) i = gapEnd(look, data, i, end);
  look.saw(behind, i + 5);
  let prefix = i;
  while (prefix < end && prefix < i + 2 && isPrefix2(data[prefix])) prefix++;
  const open = quoteAt(data, prefix, end) ?? quoteAt(data, prefix = i, end);
  if (!open || prefix > i && i === behind) return void 0;
  const next = prefix + open.length;
  if (next >= end || TOKEN[data[next]] === 0) return void 0;
  return { next, by: operator ? "operator" : "adjacent" };
}
function runStart(data, from, start) {
  let i = from;
  while (i > start && (TOKEN[data[i - 1]] === 1 || data[i - 1] === SPACE4 || data[i - 1] === TAB3)) i--;
  return i;
}
function isWrapped(look, data, from, start) {
  const i = runStart(data, from, start);
  look.saw(i - MIN_FOLDED - 3, from);
  if (i <= start || data[i - 1] !== LF5) return false;
  const last = data[i - 2] === CR3 ? i - 3 : i - 2;
  let begin = last;
  while (begin >= start && begin > last - MIN_FOLDED && TOKEN[data[begin]] === 1) begin--;
  return last - begin >= MIN_FOLDED;
}
function blanksEnd(data, from, end) {
  const limit = Math.min(end, from + MAX_GAP2);
  let i = from;
  while (i < limit && (data[i] === SPACE4 || data[i] === TAB3)) i++;
  return i;
}
function isPrefix2(byte) {
  const lower = byte | 32;
  return lower === 114 || lower === 98 || lower === 117 || lower === 102 || byte === 76 || byte === AT2 || byte === DOLLAR;
}
function joinPieces(look, data, from, at, start, end) {
  let seam = seamAt(look, data, from, at, start, end);
  if (!seam) return void 0;
  const folded = seam.by === "fold";
  const builder = new ViewBuilder(data);
  let begin = from;
  const lowest = Math.max(start, from - BEFORE2);
  while (begin > lowest && data[begin - 1] !== LF5) begin--;
  builder.copy(begin, at);
  const firstPiece = builder.length;
  let unsure = false;
  let stop = at;
  for (let pieces = 1; seam && pieces < MAX_PIECES && builder.length < MAX_JOINED; pieces++) {
    if (seam.by === "fold" !== folded) break;
    unsure ||= seam.by === "adjacent" || seam.by === "fold";
    stop = tokenEnd(data, seam.next, Math.min(end, seam.next + MAX_JOINED));
    look.saw(from, stop + 1);
    builder.copy(seam.next, stop);
    seam = seamAt(look, data, seam.next, stop, seam.next, end);
  }
  builder.copy(stop, Math.min(end, stop + BEHIND));
  look.saw(begin - 1, stop + BEHIND);
  const encoding = folded ? "folded-lines" : "concatenation";
  return builder.view(encoding, begin, Math.min(end, stop + BEHIND), { firstPiece, lastPiece: stop, unsure });
}

// src/detect/decode/base64.ts
var BLOCK2 = 48;
var SEEN = 12;
var MIN_RUN = BLOCK2 + SEEN;
var MIN_PADDED = 8;
var MIN_VALUE = 12;
var MIN_ANCHORED = 20;
var MAX_DECODED = 65536;
var MAX_VALUE2 = 512;
var BEFORE3 = 128;
var BEHIND2 = 8;
var LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
var PAD2 = 61;
var [TAB4, LF6, CR4, SPACE5, BACKSLASH3, LOWER_N, LOWER_R2] = [9, 10, 13, 32, 92, 110, 114];
var VALUE2 = new Uint8Array(256).fill(255);
for (let i = 0; i < 64; i++) VALUE2[LETTERS.charCodeAt(i)] = i;
VALUE2[45] = 62;
VALUE2[95] = 63;
function placesOf(value) {
  const first = value >= 32 >> 2 && value < 128 >> 2 || value === TAB4 >> 2 || value === CR4 >> 2 || value === 0;
  const high = value & 15;
  const second = high < 8 && high !== 1;
  const third = (value & 3) < 2;
  return (first ? 1 : 0) | (second ? 2 : 0) | (third ? 4 : 0) | 8;
}
var PHASES = [0, 1, 2, 3].map((k) => {
  const table = new Uint8Array(256);
  for (let byte = 0; byte < 256; byte++) {
    if (VALUE2[byte] === 255) continue;
    const places2 = placesOf(VALUE2[byte]);
    for (let phase = 0; phase < 4; phase++) if (places2 >> (k - phase + 4 & 3) & 1) table[byte] |= 1 << phase;
  }
  return table;
});
function seekBase64(data, from, to, found2) {
  const [p0, p1, p2, p3] = PHASES;
  const last = to - SEEN;
  for (let at = from; at <= last; at += BLOCK2) {
    const few = p0[data[at]] & p3[data[at + 3]] & p1[data[at + 5]] & p0[data[at + 8]] & p2[data[at + 10]] & p3[data[at + 11]];
    if (few === 0) continue;
    let all = few;
    for (let k = 0; k < SEEN; k++) all &= PHASES[k & 3][data[at + k]];
    if (all === 0) continue;
    const next = found2(at);
    if (next > at + BLOCK2) at = next - BLOCK2;
  }
}
var base64 = {
  always: true,
  literals: [],
  run: ({ decoder }, at) => decoder.anchored(at)
};
function readRun(look, data, at, start, end, lowest = start) {
  let from = at;
  while (from > lowest && VALUE2[data[from - 1]] !== 255) from--;
  let to = at;
  while (to < end && VALUE2[data[to]] !== 255) to++;
  look.saw(from - 1, to + 1);
  const text = to - from < MIN_RUN ? void 0 : firstText(data, from, to);
  return text ? decode(look, data, text.at, start, end, text.width) : { view: void 0, start: from, end: Math.max(to, at + 1) };
}
function firstText(data, from, to) {
  let first;
  for (let phase = 0; phase < 4; phase++) {
    for (const width of WIDTHS) {
      const last = (first ? Math.min(to, first.at + MIN_RUN - 1) : to) - MIN_RUN;
      for (let begin = from + phase, group = 0; begin <= last; begin = group + 4) {
        group = begin + MIN_RUN - 4;
        while (group >= begin && isText(data, group, turned(width, group - from - phase))) group -= 4;
        if (group >= begin) continue;
        first = { at: begin, width: turned(width, begin - from - phase) };
        break;
      }
    }
  }
  return first;
}
function readAnchored(look, data, at, start, end) {
  look.saw(at - 2, at + 1);
  if (at > start && VALUE2[data[at - 1]] !== 255 && !isBreak(data, at)) return { view: void 0, start: at, end: at + 1 };
  look.saw(at, at + SEEN);
  if (at + SEEN > end) return { view: void 0, start: at, end: at + 1 };
  const width = WIDTHS.find((width2) => [0, 4, 8].every((more) => isText(data, at + more, turned(width2, more))));
  const run10 = width && decode(look, data, at, at, end, width);
  return run10 && run10.end - at >= MIN_ANCHORED ? run10 : { view: void 0, start: at, end: at + 1 };
}
function isBreak(data, at) {
  return (data[at - 1] === LOWER_N || data[at - 1] === LOWER_R2) && data[at - 2] === BACKSLASH3;
}
var WIDTHS = ["narrow", "wide", "odd"];
function turned(width, chars) {
  if (width === "narrow" || (chars & 4) === 0) return width;
  return width === "wide" ? "odd" : "wide";
}
function readValue3(look, data, from, to, start, end) {
  look.saw(from, to);
  let pad = to;
  while (pad > from && pad > to - 2 && data[pad - 1] === PAD2) pad--;
  const length = pad - from;
  if (to - from < (pad < to ? MIN_PADDED : MIN_VALUE) || length % 4 === 1) return void 0;
  if (!isText(data, from) && !isText(data, from, "wide")) return void 0;
  if (pad < to && (to - from) % 4 !== 0) return void 0;
  for (let at = from; at < pad; at++) if (VALUE2[data[at]] === 255) return void 0;
  const spare = length % 4 === 2 ? 15 : length % 4 === 3 ? 3 : 0;
  if ((VALUE2[data[pad - 1]] & spare) !== 0) return void 0;
  const text = data.toString("latin1", from, to);
  const decoded = Buffer.from(text, "base64");
  const width = isPlain2(decoded[1]) ? "narrow" : "wide";
  if (textLength(decoded, 0, width, isPlain2) < decoded.length || isTokenBeginning(text)) return void 0;
  if (width === "wide" && decoded.length % 2 === 1) return void 0;
  const run10 = decode(look, data, from, start, end, width);
  return run10.view && run10.end >= to ? run10 : void 0;
}
function isText(data, at, width = "narrow") {
  const [a, b, c, d] = [VALUE2[data[at]], VALUE2[data[at + 1]], VALUE2[data[at + 2]], VALUE2[data[at + 3]]];
  if ((a | b | c | d) > 63) return false;
  const bits = a << 18 | b << 12 | c << 6 | d;
  const [first, second, third] = [bits >>> 16, bits >>> 8 & 255, bits & 255];
  if (width === "odd") return first === 0 && isPlain2(second) && third === 0;
  return isPlain2(first) && (width === "narrow" ? isPlain2(second) : second === 0) && isPlain2(third);
}
function isPlain2(byte) {
  return byte >= SPACE5 ? byte < 127 : byte === LF6 || byte === CR4 || byte === TAB4;
}
var FIRST_STEP = 64;
var STEP3 = 8192;
function decode(look, data, from, start, end, width) {
  const pieces = [];
  let text = "";
  let size = 0;
  let at = from;
  let step2 = FIRST_STEP;
  for (let sane = true; sane && size < MAX_DECODED; ) {
    let stop2 = at;
    const limit = Math.min(end, at + step2);
    step2 = Math.min(STEP3, 4 * step2);
    while (stop2 < limit && VALUE2[data[stop2]] !== 255) stop2++;
    look.saw(from, stop2 + 1);
    pieces.push({ at, before: text.length });
    text += data.toString("latin1", at, stop2);
    const more = Buffer.from(text.slice(Math.floor(size / 3) * 4), "base64");
    const good = textLength(more, size % 3, turned(width, 4 * (Math.floor(size / 3) & 1)), isAny);
    sane = good === more.length;
    size += good - size % 3;
    if (!sane) break;
    const goesOn = stop2 === limit && VALUE2[data[stop2]] !== 255;
    const next = goesOn ? stop2 : lineBreak(look, data, stop2, end) ?? seamAt(look, data, at, stop2, at, end)?.next;
    if (next === void 0 || next >= end || VALUE2[data[next]] === 255) break;
    at = next;
  }
  const placeOf = (char) => {
    let i = pieces.length - 1;
    while (pieces[i].before > char) i--;
    return pieces[i].at + char - pieces[i].before;
  };
  if (size === 0) return { view: void 0, start: from, end: from + 1 };
  const startOfByte = (byte) => placeOf(Math.floor(byte / 3) * 4 + byte % 3);
  const endOfByte = (byte) => placeOf(Math.floor(byte / 3) * 4 + byte % 3 + 1) + 1;
  let stop = endOfByte(size - 1);
  while (stop < end && data[stop] === PAD2) stop++;
  look.saw(from, stop + 1);
  const bytes2 = Buffer.from(text, "base64").subarray(0, size);
  const byteOf = (char) => width === "narrow" ? char : 2 * char + (width === "odd" ? 1 : 0);
  const startOf = (char) => startOfByte(byteOf(char));
  const endOf = (char) => endOfByte(byteOf(char));
  const decoded = width === "narrow" ? bytes2 : Buffer.from(bytes2.filter((_, index) => (index & 1) === (width === "odd" ? 1 : 0)));
  if (decoded.length === 0) return { view: void 0, start: from, end: from + 1 };
  const view = { data: decoded, startOf, endOf, from, to: Math.min(end, stop + 1), encoding: "base64" };
  const isValue = decoded.length <= MAX_VALUE2 && decoded.every((byte) => byte > SPACE5);
  return { view: isValue ? valueView(look, data, view, from, stop, start, end) : view, start: from, end: stop };
}
function textLength(bytes2, from, width, isChar) {
  let at = from;
  if (width === "narrow") while (at < bytes2.length && isChar(bytes2[at])) at++;
  else {
    const zero = width === "odd" ? 0 : 1;
    while (at < bytes2.length && ((at & 1) === zero ? bytes2[at] === 0 : isPlain2(bytes2[at]))) at++;
  }
  return at;
}
function isAny(byte) {
  return byte >= 128 || isPlain2(byte);
}
function lineBreak(look, data, at, end) {
  let i = at;
  while (i + 1 < end && data[i] === BACKSLASH3 && (data[i + 1] === LOWER_N || data[i + 1] === LOWER_R2)) i += 2;
  look.saw(at, i + 2);
  return i > at ? i : void 0;
}
function valueView(look, data, value, from, to, start, end) {
  const builder = new ViewBuilder(data);
  let lineAt = from;
  const lowest = Math.max(start, from - BEFORE3);
  while (lineAt > lowest && data[lineAt - 1] !== LF6) lineAt--;
  builder.copy(lineAt, from);
  const before = lineAt < from ? data[from - 1] : 0;
  const quoted2 = before === 34 || before === 39 || before === 96;
  const quote2 = value.data.includes(34) ? 39 : 34;
  if (!quoted2) builder.push(quote2, from, from);
  for (let i = 0; i < value.data.length; i++) builder.push(value.data[i], value.startOf(i), value.endOf(i));
  if (!quoted2) builder.push(quote2, to, to);
  const behind = Math.min(end, to + BEHIND2);
  builder.copy(to, behind);
  look.saw(lineAt - 1, to + BEHIND2);
  return builder.view("base64", lineAt, behind);
}

// src/wasm/range-table.ts
var RANGES = 2048;
var RangeTable = class {
  /** Of what was taken last. */
  address = 0;
  #core;
  #table;
  /** The last pairs that stood in the memory: to ask for an array's memory takes as long as to copy a few. */
  #held;
  /** Bytes that it takes in the memory of a core. */
  static size = partSize(8 * RANGES);
  constructor(core) {
    this.#core = core;
    this.#table = core.takeNumbers(2 * RANGES);
  }
  /**
   * Has ranges from the number `next` on in the memory, where they may be already.
   * @param pairs two numbers each, of `count` ranges
   * @returns how many of them there are at `address`
   */
  take(pairs, count2, next) {
    if (pairs !== this.#held && this.#core.holds(pairs)) this.#held = pairs;
    if (pairs === this.#held) {
      this.address = pairs.byteOffset + 8 * next;
      return count2 - next;
    }
    const taken = Math.min(count2 - next, RANGES);
    this.#table.set(pairs.subarray(2 * next, 2 * (next + taken)));
    this.address = this.#table.byteOffset;
    return taken;
  }
};

// src/detect/decode/base64-seek.ts
var ROOM2 = 1024;
var PARTS6 = { phases: 4 * 256, places: 8 + 4 * ROOM2 };
var Base64Seeker = class {
  #core;
  #places;
  #table;
  /** Bytes that it takes in the memory of a core. */
  static size = partsSize(PARTS6) + RangeTable.size;
  constructor(core) {
    this.#core = core;
    const phases = core.take(PARTS6.phases);
    for (const [k, table] of PHASES.entries()) phases.set(table, 256 * k);
    this.#places = core.takeNumbers(PARTS6.places / 4);
    this.#table = new RangeTable(core);
    core.exports.setupBase64(phases.byteOffset, this.#places.byteOffset + 8, ROOM2);
  }
  /**
   * Calls back for places in some ranges that look like the inside of base64 of text, in ascending order: at least one for each
   * run of MIN_RUN characters.
   * @param data in the memory of the core
   */
  seek(data, end, { pairs, count: count2 }, found2) {
    for (let next = 0; next < count2; ) {
      const taken = this.#table.take(pairs, count2, next);
      this.#walk(this.#table.address, taken, data.byteOffset, end, found2);
      next += taken;
    }
  }
  #walk(ranges, count2, base, end, found2) {
    const places2 = this.#places;
    const last = ranges + 8 * count2;
    for (let at = ranges, goOn = 0; at < last; goOn = places2[0]) {
      at = this.#core.exports.seekBase64(at, last, base, base + end, goOn);
      for (let n = 0, total = places2[1]; n < total; n++) found2(places2[2 + n] - base);
    }
  }
};

// src/detect/decode/escapes.ts
var [TAB5, LF7, SPACE6, QUOTE4, PERCENT, AMPERSAND2, APOSTROPHE, SEMICOLON, LESS3, GREATER, BACKSLASH4, GRAVE] = [
  9,
  10,
  32,
  34,
  37,
  38,
  39,
  59,
  60,
  62,
  92,
  96
];
var BEFORE4 = 384;
var BEHIND3 = 3072;
var SHARED = 1024;
var HIDDEN = Array.from("$+-./:=_|~", (char) => char.charCodeAt(0));
var escapes = {
  always: true,
  literals: [
    ...HIDDEN.map((code2) => ({ text: `%${code2.toString(16)}`, fold: true, prev: ALPHANUMERIC, next: ALPHANUMERIC })),
    ...HIDDEN.flatMap((code2) => {
      const hex3 = code2.toString(16);
      return [`\\u00${hex3}`, `\\x${hex3}`, `&#${code2};`, `&#x${hex3};`].map((text) => ({ text, fold: true }));
    }),
    ...["%3a%2f%2f", String.raw`:\/\/`].map((text) => ({ text, fold: true }))
  ],
  run({ data, decoder }, at) {
    const byte = data[at];
    decoder.escape(at, byte === PERCENT ? "percent-encoding" : byte === AMPERSAND2 ? "html-entities" : "string-escapes");
  }
};
function escapeAt(look, data, at, end) {
  look.saw(at, at + MAX_REFERENCE + 1);
  const byte = data[at];
  if (byte === PERCENT) return at + 2 < end && hex2(data, at + 1, 2) >= 0 ? "percent-encoding" : void 0;
  if (byte === BACKSLASH4) {
    const next = data[at + 1];
    if (next === 47) return "string-escapes";
    if (next === 117 && at + 5 < end && data[at + 2] === 48 && data[at + 3] === 48) return "string-escapes";
    return next === 120 && at + 3 < end && hex2(data, at + 2, 2) >= 32 ? "string-escapes" : void 0;
  }
  return byte === AMPERSAND2 && at + 4 < end && reference(data, at, end) ? "html-entities" : void 0;
}
function unescape(data, since, at, encoding, start, end) {
  const stops = encoding === "percent-encoding" ? endsUrl : endsLine;
  const lowest = Math.max(start, since - BEFORE4);
  const highest = Math.min(end, at + BEHIND3);
  let from = at;
  while (from > lowest && !stops(data[from - 1])) from--;
  let to = at;
  while (to < highest && !stops(data[to])) to++;
  const builder = new ViewBuilder(data);
  const decode3 = encoding === "percent-encoding" ? percent : encoding === "string-escapes" ? backslash : entity;
  for (let i = from; i < to; ) {
    const step2 = decode3(data, i, to);
    if (step2) {
      builder.push(step2.byte, i, i + step2.length);
      i += step2.length;
    } else {
      builder.push(data[i], i, i + 1);
      i++;
    }
  }
  const view = builder.view(encoding, Math.max(start, from - 1), Math.min(end, to + 1));
  return { view, done: to < highest || to === end ? to : to - SHARED };
}
function endsUrl(byte) {
  return byte <= SPACE6 || byte === QUOTE4 || byte === APOSTROPHE || byte === GRAVE || byte === LESS3 || byte === GREATER;
}
function endsLine(byte) {
  return byte === LF7;
}
function percent(data, at, end) {
  if (data[at] !== PERCENT || at + 3 > end) return void 0;
  const byte = hex2(data, at + 1, 2);
  return byte < 0 ? void 0 : { byte, length: 3 };
}
var LETTERS2 = {
  110: LF7,
  114: 13,
  116: TAB5,
  34: QUOTE4,
  39: APOSTROPHE,
  47: 47,
  92: BACKSLASH4,
  96: GRAVE
};
function backslash(data, at, end) {
  if (data[at] !== BACKSLASH4 || at + 1 >= end) return void 0;
  const next = data[at + 1];
  const simple = LETTERS2[next];
  if (simple !== void 0) return { byte: simple, length: 2 };
  const digits2 = next === 117 ? 4 : next === 120 ? 2 : 0;
  if (digits2 === 0 || at + 2 + digits2 > end) return void 0;
  const code2 = hex2(data, at + 2, digits2);
  return code2 < 0 ? void 0 : { byte: code2 < 128 ? code2 : 255, length: 2 + digits2 };
}
function entity(data, at, end) {
  return data[at] === AMPERSAND2 ? reference(data, at, end) : void 0;
}
var NAMED2 = { amp: AMPERSAND2, quot: QUOTE4, apos: APOSTROPHE, lt: LESS3, gt: GREATER };
var MAX_REFERENCE = 8;
function reference(data, at, end) {
  let stop = at + 1;
  while (stop < end && stop < at + MAX_REFERENCE && data[stop] !== SEMICOLON) stop++;
  if (data[stop] !== SEMICOLON || stop >= end) return void 0;
  const text = String.fromCharCode(...data.subarray(at + 1, stop));
  const number = /^#(?:x([0-9a-f]{1,4})|(\d{1,5}))$/i.exec(text);
  const code2 = number ? number[1] === void 0 ? Number(number[2]) : Number.parseInt(number[1], 16) : NAMED2[text.toLowerCase()];
  if (code2 === void 0) return void 0;
  return { byte: code2 < 128 ? code2 : 255, length: stop + 1 - at };
}
function hex2(data, at, digits2) {
  let value = 0;
  for (let i = at; i < at + digits2; i++) {
    const byte = data[i];
    const digit = byte >= 48 && byte <= 57 ? byte - 48 : (byte | 32) >= 97 && (byte | 32) <= 102 ? (byte | 32) - 87 : -1;
    if (digit < 0) return -1;
    value = value * 16 + digit;
  }
  return value;
}

// src/detect/decode/quoted-printable.ts
var MAX_HEADERS = 4096;
var MAX_PART = 65536;
var [LF8, CR5, DASH2, EQUALS3, SPACE7] = [10, 13, 45, 61, 32];
var ENCODING = "quoted-printable";
var quotedPrintable = {
  always: true,
  literals: [{ text: ENCODING, fold: true }],
  run({ decoder, data, start, look }, at) {
    if (isHeader(look, data, at, start)) decoder.part(at);
  }
};
var NAME3 = 32;
function isHeader(look, data, at, start) {
  look.saw(at - NAME3, at);
  return /transfer-encoding[ \t]*:[ \t]*["']?$/i.test(data.toString("latin1", Math.max(start, at - NAME3), at));
}
function readPart(look, data, at, end) {
  const from = partStart(data, at, end);
  look.saw(at, from < 0 ? at + MAX_HEADERS + 1 : from);
  if (from < 0) return void 0;
  const stop = partEnd(data, from, Math.min(end, from + MAX_PART), end);
  look.saw(at, stop + 3);
  let next = from;
  while (next < stop && !charAt(data, next, end)) next = nextSign(data, next + 1, stop);
  if (next >= stop) return void 0;
  const builder = new ViewBuilder(data);
  let i = from;
  while (i < stop) {
    const char = charAt(data, i, end);
    if (char) {
      if (char.byte !== void 0) builder.push(char.byte, i, i + char.length);
      i += char.length;
    } else {
      const sign = nextSign(data, i + 1, stop);
      builder.copy(i, sign);
      i = sign;
    }
  }
  look.saw(at, i + 3);
  return builder.length > 0 ? builder.view("quoted-printable", at, i) : void 0;
}
function charAt(data, at, end) {
  if (data[at] !== EQUALS3) return void 0;
  const length = breakLength(data, at, end);
  if (length > 0) return { length };
  const byte = hex2(data, at + 1, 2);
  return byte < 0 ? void 0 : { byte: byte < 128 ? byte : 255, length: 3 };
}
function nextSign(data, at, stop) {
  const found2 = data.indexOf(EQUALS3, at);
  return found2 < 0 || found2 > stop ? stop : found2;
}
function partEnd(data, from, limit, end) {
  for (let at = from; at >= 0 && at < limit; at = data.indexOf(LF8, at) + 1 || -1) if (isBoundary(data, at, end)) return at;
  return limit;
}
var HEADER2 = /^(?:[ \t]|[!-9;-~]+:)/;
var REST = /^["']?[ \t]*\r?$/;
function partStart(data, at, end) {
  const limit = Math.min(end, at + MAX_HEADERS);
  for (let from = at + ENCODING.length, isFirst = true; from < limit; isFirst = false) {
    const line = data.indexOf(LF8, from);
    if (line < 0 || line >= limit) return -1;
    const isEmpty = line === from || line === from + 1 && data[from] === CR5;
    if (isEmpty && !isFirst) return line + 1;
    if (!(isFirst ? REST : HEADER2).test(data.toString("latin1", from, line))) return -1;
    from = line + 1;
  }
  return -1;
}
function breakLength(data, at, end) {
  let i = at + 1;
  while (i < end && (data[i] === SPACE7 || data[i] === CR5)) i++;
  return i < end && data[i] === LF8 ? i + 1 - at : 0;
}
function isBoundary(data, at, end) {
  return data[at] === DASH2 && at + 2 < end && data[at + 1] === DASH2 && data[at + 2] > SPACE7 && data[at - 1] === LF8;
}

// src/detect/decode/decoder.ts
var MAX_DEPTH = 3;
var BUDGET = 1 << 18;
var MAX_TOKEN = 8192;
var WEAK_RANK = 30;
var STRUCTURE_RANK = 50;
var ESCAPES2 = byteSet("%&\\");
var JOINTS = byteSet("\"'`\\\n\r");
var BASE64_LOOK = -2;
var Decoder = class {
  /** Whether in the look at hand something was found encoded, or was not looked for because it had been. */
  wasAsked = false;
  /** Takes down what is looked at. */
  #looks;
  #tasks = [];
  #budget = BUDGET;
  #data = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  /** Up to where each kind of encoding has been dealt with. */
  #runs = 0;
  #values = 0;
  #escapes = { "percent-encoding": 0, "string-escapes": 0, "html-entities": 0 };
  #joins = 0;
  #parts = 0;
  /** The run of token characters that was seen last, and whether something encoded goes on behind it. */
  #tokenAt = 0;
  #tokenEnd = 0;
  #tokenTold = false;
  /** @param looks takes down what is looked at */
  constructor(looks) {
    this.#looks = looks;
  }
  /** Begins a scan. */
  begin(data, start, end) {
    this.#budget = BUDGET;
    this.#tasks.length = 0;
    this.#enter(data, start, end);
  }
  #enter(data, start, end) {
    this.#data = data;
    this.#start = start;
    this.#end = end;
    this.#runs = this.#values = this.#joins = this.#parts = this.#tokenAt = this.#tokenEnd = start;
    this.#escapes["percent-encoding"] = this.#escapes["string-escapes"] = this.#escapes["html-entities"] = start;
  }
  get idle() {
    return this.#tasks.length === 0;
  }
  /** Begins a look at a literal. */
  beginLook() {
    this.wasAsked = false;
  }
  /** Base64 of text around a place where such characters stand; gives where to go on. */
  base64At(at) {
    if (at < this.#runs) return this.#runs;
    const looks = this.#looks;
    looks.begin(at, at);
    if (this.#budget <= 0) {
      looks.saw(this.#start, this.#end);
      looks.end(BASE64_LOOK, at);
      return this.#runs = this.#end;
    }
    while (this.#runs <= at) {
      const known = this.#tasks.find((task) => task.start <= at && at < task.end);
      if (known) looks.saw(known.start, known.end);
      const run10 = known ?? readRun(looks, this.#data, at, this.#start, this.#end, this.#runs);
      this.#runs = run10.end;
      if (run10 !== known && run10.view) this.#add(run10.view, run10.start, run10.end);
    }
    looks.end(BASE64_LOOK, at);
    return this.#runs;
  }
  /** Base64 that begins with what a credential begins with. */
  anchored(at) {
    if (this.#isTold(at)) return;
    const run10 = readAnchored(this.#looks, this.#data, at, this.#start, this.#end);
    if (run10.view) this.#add(run10.view, run10.start, run10.end);
  }
  /** The token in which a literal was found may go on behind a quote, a line end or an escape. */
  token(at) {
    if (at >= this.#tokenAt && at < this.#tokenEnd) {
      this.#looks.saw(this.#tokenAt - AROUND2, this.#tokenEnd + 1);
      this.wasAsked ||= this.#tokenTold;
      return;
    }
    this.#tokenAt = at;
    this.#tokenEnd = tokenEnd(this.#data, at, Math.min(this.#end, at + MAX_TOKEN));
    this.#looks.saw(at, this.#tokenEnd + 1);
    this.#piece(at, this.#tokenEnd);
    this.#tokenTold = this.wasAsked;
  }
  /** A string or a line ends at `at`, and what follows may go on with it. */
  seam(at) {
    if (this.#isDone(at < this.#joins)) return;
    const piece = cutAt(this.#looks, this.#data, at, this.#start, this.#end);
    if (piece) this.#join(piece.from, piece.to);
  }
  /** @param at where a first piece ends that begins at `from` */
  #piece(from, at) {
    if (at >= this.#end) return;
    const byte = this.#data[at];
    if (ESCAPES2[byte] === 1) this.maybeEscape(at, from);
    if (JOINTS[byte] === 1 && !this.#isDone(at < this.#joins)) this.#join(from, at);
  }
  #join(from, at) {
    const view = joinPieces(this.#looks, this.#data, from, at, this.#start, this.#end);
    if (!view) return;
    this.#joins = view.lastPiece;
    this.#add(view);
  }
  /** A part of a mail in quoted-printable. */
  part(at) {
    if (this.#isDone(at < this.#parts)) return;
    const view = readPart(this.#looks, this.#data, at, this.#end);
    if (!view) return;
    this.#parts = view.to;
    this.#add(view);
  }
  /** A value in which base64 is expected whatever its name is. */
  value(start, end) {
    if (this.#isTold(start)) return;
    const run10 = readValue3(this.#looks, this.#data, start, end, this.#start, this.#end);
    if (run10?.view) this.#add(run10.view, run10.start, run10.end);
  }
  /** Whether base64 that stands at `at` is told already. */
  #isTold(at) {
    return this.#isDone(this.#tasks.some((task) => task.start <= at && at < task.end));
  }
  /** Takes down for the look at hand that it leaves something out. */
  #isDone(done) {
    if (done) this.wasAsked = true;
    return done;
  }
  /** A value given to a name: it may be base64, or only the first piece. */
  given(nameStart, { start, end }) {
    if (this.#isDone(start < this.#values)) return;
    const run10 = readValue3(this.#looks, this.#data, start, end, this.#start, this.#end);
    if (!run10?.view) {
      for (let at = start; at < end; at++) if (ESCAPES2[this.#data[at]] === 1) this.maybeEscape(at);
      return this.#piece(nameStart, end);
    }
    this.#values = run10.end;
    if (!this.#isTold(start)) this.#add(run10.view, run10.start, run10.end);
  }
  /** What stands at `at`, behind a name or in a value, may be an escape. */
  maybeEscape(at, since = at) {
    if (at >= this.#end) return;
    const encoding = escapeAt(this.#looks, this.#data, at, this.#end);
    if (encoding) this.escape(at, encoding, since);
  }
  /** An encoded character. */
  escape(at, encoding, since = at) {
    if (this.#isDone(at < this.#escapes[encoding])) return;
    const { view, done } = unescape(this.#data, since, at, encoding, this.#start, this.#end);
    this.#escapes[encoding] = Math.max(at + 1, done);
    this.#add(view);
  }
  /**
   * Scans what was found encoded, and what is encoded in that.
   * @param hits those of the bytes themselves
   * @param rank of a rule
   * @returns all hits, with places in the bytes that were begun with, and the regions in which something was decoded
   */
  run(hits, scanPlain, rank) {
    const strength = (hit) => hit.rule < 0 ? Infinity : rank(hit.rule);
    const found2 = [];
    let tasks = this.#take().map((task) => Object.assign(task, { region: this.#regionOf(task) }));
    let all = hits.concat(tasks.map(({ region }) => region));
    this.#looks.paused = true;
    for (let depth = 1; tasks.length > 0 && depth <= MAX_DEPTH; depth++) {
      const inner = [];
      for (const { view, start, end, region } of tasks) {
        if (end > start) {
          const [from, to] = view.outer ? placeIn(view.outer, start, end) : [start, end];
          const strong = all.find(
            (hit) => hit.rule >= 0 && !hit.decoded && hit.start <= from && hit.end >= to && strength(hit) >= STRUCTURE_RANK
          );
          if (strong) {
            widen(region, strong);
            continue;
          }
          all = all.filter((hit) => {
            if (hit.decoded || hit.start < from || hit.end > to || strength(hit) > WEAK_RANK) return true;
            widen(region, hit);
            return false;
          });
        }
        this.#enter(view.data, 0, view.data.length);
        for (const hit of scanPlain(view.data)) {
          if (view.unsure && strength(hit) < STRUCTURE_RANK) continue;
          const { firstPiece } = view;
          if (firstPiece !== void 0 && (hit.end <= firstPiece || view.encoding === "folded-lines" && hit.start >= firstPiece))
            continue;
          const outer = inOuter(hit, view);
          if (firstPiece !== void 0 && outer.end - outer.start <= hit.end - hit.start) continue;
          all.push(outer);
          found2.push({ hit: outer, region });
        }
        for (const task of this.#take()) inner.push({ ...task, view: { ...task.view, outer: view }, region });
      }
      tasks = inner;
    }
    this.#looks.paused = false;
    for (const { hit, region } of found2) [hit.from, hit.to] = [region.from, region.to];
    return all;
  }
  /** All on which it depends that something is decoded, and what. */
  #regionOf({ view, look }) {
    const [, at, from, to] = this.#looks.data.subarray(LOOK * look, LOOK * (look + 1));
    const first = Math.max(this.#start, Math.min(view.from, from, at - AROUND2));
    const last = Math.min(this.#end, Math.max(view.to, to, at + AROUND2));
    return regionOf(view.from, first, last);
  }
  /** @param start where base64 stands, without what is around it */
  #add(view, start = 0, end = 0) {
    this.wasAsked = true;
    this.#budget -= view.data.length;
    if (this.#budget >= 0) this.#tasks.push({ view, start, end, look: this.#looks.count });
    else this.#looks.saw(this.#start, this.#end);
  }
  #take() {
    const tasks = this.#tasks;
    this.#tasks = [];
    return tasks;
  }
};
function isGuess(view) {
  return view.unsure === true || view.outer !== void 0 && isGuess(view.outer);
}
function widen(region, { from, to }) {
  region.from = Math.min(region.from, from);
  region.to = Math.max(region.to, to);
  region.end = region.to;
}
function inOuter(hit, view) {
  const [start, end] = placeIn(view, hit.start, hit.end);
  const decoded = {
    secret: hit.decoded?.secret ?? view.data.toString("latin1", hit.start, hit.end),
    from: [...encodingsOf(view), ...hit.decoded?.from ?? []],
    unsure: isGuess(view) || !hit.decoded && end - start === hit.end - hit.start
  };
  const { rule, confidence, reasons, evidence, distance } = hit;
  return hitOf(rule, start, end, confidence, reasons, { evidence, distance, decoded });
}

// src/detect/decode/kubernetes.ts
var MAX_OBJECT = 8192;
var ENTRY = /["']?[\w.-]{1,80}["']?:[ \t]{0,8}["']?([A-Za-z0-9+/]{12,}={0,2})(?=["']?[ \t]{0,8}(?:,|\r?\n|\}|$))/g;
var kubernetes = {
  always: true,
  literals: ["kind: secret\n", "kind: secret\r", '"kind":"secret"', '"kind": "secret"'].map((text) => ({ text, fold: true })),
  run(context, at) {
    const { data, start, end, look, decoder } = context;
    const before = data.toString("latin1", Math.max(start, at - MAX_OBJECT), at);
    const from = at - before.length + before.lastIndexOf("\n---") + 1;
    const behind = data.toString("latin1", at, Math.min(end, at + MAX_OBJECT));
    const next = behind.indexOf("\n---");
    const to = next < 0 ? at + behind.length : at + next;
    look.saw(from - 1, to + 4);
    for (const found2 of data.toString("latin1", from, to).matchAll(ENTRY)) {
      const stop = from + found2.index + found2[0].length;
      decoder.value(stop - found2[1].length, stop);
    }
  }
};

// src/detect/score/forms.ts
var [QUOTE5, OPENER2] = [1, 2];
var KINDS = new Uint8Array(256);
for (const char of "\"'`") KINDS[char.charCodeAt(0)] = QUOTE5;
for (const char of "([{") KINDS[char.charCodeAt(0)] = OPENER2;
var [LF9, CR6, SPACE8, COMMA2, DASH3, COLON2, SEMICOLON2, BACKSLASH5, BRACE] = [10, 13, 32, 44, 45, 58, 59, 92, 123];
var SETTER = /(?:^|[\s;&(])(?:setenv|set\s+-[a-zA-Z]*x)\s$/;
var SETTER_LENGTH = 24;
var DIRECTIVE = /^(?:requirepass|masterauth)$/i;
var NETRC_PASSWORD = 8;
var WRAP_GAP = 64;
var isKind = (byte, kind) => (KINDS[byte] & kind) !== 0;
function findGiven(look, data, at, wordEnd2, start, end) {
  const found2 = findAssignment(look, data, at, wordEnd2, start, end);
  const { nameStart, nameEnd, operator } = found2;
  const given = { nameStart, nameEnd, spans: [] };
  const add = (form, value2) => {
    const { start: from, end: to, quote: quote2, closed } = value2;
    if (to > from) given.spans.push({ form, span: { nameStart, nameEnd, start: from, end: to, quote: quote2, closed } });
  };
  if (operator === "none" || operator === "space" || operator === "comma") {
    const paired2 = valueOfPair(look, data, nameEnd, end);
    if (paired2) {
      add("pair", paired2);
      return given;
    }
  }
  if (operator === "none") {
    const value2 = symbolValue(look, data, nameStart, nameEnd, start, end) ?? serializedValue(look, data, nameEnd, end) ?? emphasisedValue(look, data, nameEnd, end);
    if (value2) add("comma", value2);
    return given;
  }
  if (operator === "call") {
    const values2 = callValues(found2.values, data);
    for (const value2 of values2) add("call", value2);
    return given;
  }
  const [value] = found2.values;
  if (!value) return given;
  if (operator === "space" && value.quote === 0 && isSet(look, data, nameStart, nameEnd, start)) {
    add("assign", value);
    return given;
  }
  if (operator === "space" && value.quote === 0 && data[nameStart] !== DASH3 && nameEnd - nameStart !== NETRC_PASSWORD)
    return given;
  const wrapped = value.quote === 0 && operator !== "space" && operator !== "tag" ? wrappedValue(look, data, value.start, end) : void 0;
  const paired = !wrapped && data[value.start] === BRACE ? valueOfPair(look, data, value.start, end) : void 0;
  if (wrapped) add("wrapped", wrapped);
  else if (paired) add("pair", paired);
  else add(operator, value);
  return given;
}
function isSet(look, data, nameStart, nameEnd, start) {
  look.saw(nameStart - 2, nameEnd);
  const before = nameStart - 2 >= start ? data[nameStart - 2] : 0;
  if (before !== 118 && before !== 120)
    return nameEnd - nameStart >= 10 && DIRECTIVE.test(data.toString("latin1", nameStart, nameEnd));
  look.saw(nameStart - SETTER_LENGTH, nameEnd);
  return SETTER.test(data.toString("latin1", Math.max(start, nameStart - SETTER_LENGTH), nameStart));
}
function symbolValue(look, data, nameStart, nameEnd, start, end) {
  if (nameStart <= start || data[nameStart - 1] !== COLON2 && data[nameStart - 1] !== BRACE || data[nameEnd] !== COMMA2)
    return void 0;
  const value = readValue2(look, data, skipSpaces(data, nameEnd + 1, end), end);
  return value.quote === 0 ? void 0 : value;
}
function serializedValue(look, data, nameEnd, end) {
  let i = nameEnd;
  if (data[i] === BACKSLASH5) i++;
  if (data[i] !== 34 || data[i + 1] !== SEMICOLON2) return void 0;
  look.saw(nameEnd, i + 14);
  const found2 = /^s:\d{1,5}:\\?(?=")/.exec(data.toString("latin1", i + 2, Math.min(end, i + 14)));
  return found2 ? readValue2(look, data, i + 2 + found2[0].length, end) : void 0;
}
function emphasisedValue(look, data, nameEnd, end) {
  if (data[nameEnd] !== 42 && data[nameEnd] !== 95) return void 0;
  look.saw(nameEnd, nameEnd + 16);
  const found2 = /^(?:\*\*|__)?:?(?:\*\*|__)?:? *(?=\S)/.exec(data.toString("latin1", nameEnd, Math.min(end, nameEnd + 16)));
  if (!found2 || found2[0].trim().length < 3 || !found2[0].includes(":")) return void 0;
  return readValue2(look, data, nameEnd + found2[0].length, end);
}
function wrappedValue(look, data, from, end) {
  const limit = Math.min(end, from + WRAP_GAP);
  for (let i = from; i < limit; i++) {
    const byte = data[i];
    look.saw(from, i + 1);
    if (byte === LF9 || byte === CR6 || byte === SEMICOLON2 || byte === COMMA2) return void 0;
    if (!isKind(byte, QUOTE5)) continue;
    let before = i - 1;
    if (before > from && /[brufLN@$]/.test(String.fromCharCode(data[before])) && isKind(data[before - 1], OPENER2)) before--;
    while (before > from && data[before] === SPACE8) before--;
    const opened = isKind(data[before], OPENER2) || before > from && /\{ ?value:$/.test(data.toString("latin1", before - 8, before + 1));
    look.saw(from - 8, i + 1);
    return opened ? readValue2(look, data, i, end) : void 0;
  }
  return void 0;
}
function callValues(values2, data) {
  const quoted2 = values2.filter((value) => value.quote !== 0);
  if (values2.length <= 1 || quoted2.length <= 1) return quoted2;
  return quoted2.filter((value, i) => i > 0 || /[^A-Za-z_. -]/.test(data.toString("latin1", value.start, value.end)));
}

// src/detect/detectors/assignment.ts
var assignment = { literals: NAME_LITERALS, run };
var SCHEME = /^(?:Basic|Bearer|ApiKey|Token|OAuth|Key|Signature|Digest|Negotiate|pass:) *(?=[A-Za-z0-9+/=_-]{8,}$)/i;
function run(context, at) {
  const { data, start, end, look } = context;
  const given = findGiven(look, data, at, at + 3, start, end);
  if (given.spans.length === 0) return context.decoder.maybeEscape(given.nameEnd);
  let variant;
  for (const { form, span } of given.spans) {
    if (!mayBeSecret(data, span)) continue;
    if (variant === void 0) {
      const name = data.toString("latin1", given.nameStart, given.nameEnd);
      if (firstKeyword(name) !== at - given.nameStart) return;
      variant = VARIANTS[variantOf(plainName(name))];
    }
    context.decoder.given(given.nameStart, span);
    look.saw(span.start, span.end);
    const scheme = SCHEME.exec(data.toString("latin1", span.start, Math.min(span.end, span.start + 256)));
    if (scheme) span.start += scheme[0].length;
    context.candidate(variant, form, span);
  }
}
var VARIANTS = {
  password: "assignment/password",
  secret: "assignment/secret",
  key: "assignment/key",
  token: "assignment/token"
};
var LONGEST_NAME = 24;
function mayBeSecret(data, { start, end, quote: quote2 }) {
  if (end - start < 4) return false;
  if (quote2 !== 0 || end - start > LONGEST_NAME) return true;
  let dots = 0;
  for (let i = start; i < end; i++) {
    const byte = data[i];
    const lower = byte | 32;
    if (byte === 46) dots++;
    else if ((lower < 97 || lower > 122) && byte !== 95 && byte !== 36) return byte !== 40 && byte !== 91;
  }
  return dots === 0;
}

// src/detect/detectors/authorization.ts
var MAX_CREDENTIAL = 2048;
var TOKEN68 = byteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~+/=");
var authorization = {
  literals: [
    { text: "bearer", fold: true },
    { text: "basic", fold: true }
  ],
  run: run2
};
function run2(context, at) {
  const { data, start, end, look } = context;
  const bearer = (data[at] | 32) === 98 && (data[at + 1] | 32) === 101;
  let i = at + (bearer ? 6 : 5);
  look.saw(at - 1, i + 5);
  if (at > start && /[A-Za-z0-9_]/.test(String.fromCharCode(data[at - 1]))) return;
  const gap = i;
  if (data.toString("latin1", i, i + 3) === "%20") i += 3;
  else while (i < end && i < gap + 4 && (data[i] === 32 || data[i] === 43)) i++;
  if (i === gap) return;
  const limit = Math.min(end, i + MAX_CREDENTIAL);
  let stop = i;
  while (stop < limit && TOKEN68[data[stop]] === 1) stop++;
  look.saw(at, stop + 1);
  while (stop > i && data[stop - 1] === 46) stop--;
  if (stop - i < 12) return;
  const value = data.toString("latin1", i, stop);
  if (bearer) {
    if (plausibleBearer(value)) context.emit("authorization/bearer", i, stop);
  } else if (plausibleBasic(value)) {
    const { secret, start: first, end: last } = passwordOfPair(value);
    const decoded = { secret, from: ["base64"], unsure: false };
    context.emit("authorization/basic", i + first, i + last, void 0, [], { decoded });
  }
}
function plausibleBearer(value) {
  if (value.length < 16 || isReference(value) || isUuid(value) || looksLikePlaceholder(value, true)) return false;
  if (!/[0-9]/.test(value) || !/[A-Za-z]/.test(value)) return false;
  if (/^[a-z]+(?:[-_./][a-z0-9]{1,20})+$/i.test(value) && entropy(value) < 4) return false;
  return entropy(value) >= 3.2 && !isTokenBeginning(value);
}
function plausibleBasic(value) {
  if (!/^[A-Za-z0-9+/]{12,}={0,2}$/.test(value) || !/[A-Z]/.test(value)) return false;
  const text = Buffer.from(value, "base64").toString("utf8");
  const colon = text.indexOf(":");
  if (colon < 0 || !/^[\x20-\x7e\u00a0-\uffff]+$/.test(text) || text.includes("\uFFFD")) return false;
  const password = text.slice(colon + 1);
  return password.length >= 4 && !/^(?:open ?sesame|pass(?:word|wd)?|(?:client_?)?secret|test|example)$/i.test(password) && !isReference(password);
}

// src/detect/detectors/command.ts
var MAX_GAP3 = 80;
var CLIENT_WITHIN = 200;
var ENTRY2 = /^machine\s{1,8}[\w.-]{1,200}(?:\s{1,20}(?:login|account|port)\s{1,8}\S{1,200}){1,3}\s{1,20}(?=password\s)/;
var MAX_ENTRY_PASSWORD = 220;
var ENTRY_PASSWORD = /^password\s{1,8}(?<value>(?:[^\s$<{\\"'`]|\\[^n\s]){4,200})/d;
var CLIENT = /\b(?:curl|wget|http|https|xh)\b[^\n]*$/i;
var command = {
  literals: [
    { text: "identified", fold: true, next: " 	" },
    { text: " -u ", fold: false },
    { text: "--user", fold: false, next: " =" },
    { text: "totp", fold: true },
    { text: "hotp", fold: true },
    { text: "authenticator.", fold: true },
    { text: "machine", fold: false, next: " 	\r\n" }
  ],
  run: run3
};
function run3(context, at) {
  const byte = context.data[at] | 32;
  if (byte === 105) identified(context, at);
  else if (byte === 32 || byte === 45) userOption(context, at);
  else if (byte === 109) netrc(context, at);
  else seed(context, at);
}
function identified(context, at) {
  const { data, end, look } = context;
  look.saw(at, at + MAX_GAP3);
  const text = data.toString("latin1", at, Math.min(end, at + MAX_GAP3));
  const found2 = /^identified\s+(?:with\s+\S+\s+)?(?:by|as)\s+(?:password\s+)?(?:values\s+)?/i.exec(text);
  if (!found2) return;
  const value = readValue2(look, data, at + found2[0].length, end);
  context.candidate("command/password", "sql", { nameStart: at, nameEnd: at + 10, ...value });
}
function userOption(context, at) {
  const { data, start, end, look } = context;
  look.saw(at - CLIENT_WITHIN, at + 8);
  const optionAt = data[at] === 32 ? at + 1 : at;
  const optionEnd = optionAt + (data[optionAt + 1] === 45 ? 6 : 2);
  if (!CLIENT.test(data.toString("latin1", Math.max(start, at - CLIENT_WITHIN), at))) return;
  const value = readValue2(look, data, skipSpaces(data, optionEnd + (data[optionEnd] === 61 ? 1 : 0), end), end);
  const colon = data.indexOf(58, value.start);
  if (colon < 0 || colon >= value.end - 1) return;
  context.candidate("command/password", "user", { nameStart: optionAt, nameEnd: optionEnd, ...value, start: colon + 1 });
}
function netrc(context, at) {
  const { data, end, look } = context;
  const limit = Math.min(end, at + BEFORE);
  look.saw(at, at + BEFORE);
  const entry = ENTRY2.exec(data.toString("latin1", at, limit));
  if (!entry) return;
  const nameStart = at + entry[0].length;
  look.saw(at, nameStart + MAX_ENTRY_PASSWORD);
  const found2 = ENTRY_PASSWORD.exec(data.toString("latin1", nameStart, Math.min(end, nameStart + MAX_ENTRY_PASSWORD)));
  if (!found2) return;
  const [start, stop] = found2.indices.groups["value"];
  const span = { nameStart, nameEnd: nameStart + 8, start: nameStart + start, end: nameStart + stop, quote: 0, closed: true };
  context.candidate("command/netrc", "user", span);
}
function seed(context, at) {
  const { data, end, look } = context;
  look.saw(at, at + MAX_GAP3 + 64);
  const text = data.toString("latin1", at, Math.min(end, at + MAX_GAP3 + 64));
  const found2 = /^[\w.:]{1,40}(?:\(\s*|\s+)(["'`])(?=[A-Z2-7]{16,64}={0,6}\1)/i.exec(text);
  if (!found2) return;
  const value = readValue2(look, data, at + found2[0].length - 1, end);
  context.candidate("command/otp", "otp", { nameStart: at, nameEnd: at + 4, ...value });
}

// src/detect/detectors/pgpass.ts
var MAX_LINE = 512;
var NAME4 = String.raw`((?:[\w.*/@-]|\\[\\:])+)`;
var ANY = String.raw`((?:[^:\\\s]|\\[\\:])+)`;
var LINE = new RegExp(String.raw`^${NAME4}:(\d{2,5}|\*):${NAME4}:${NAME4}:${ANY}\s*$`, "d");
function passwordLine(context, at) {
  const { data, start, end, look } = context;
  const low = Math.max(start, at - MAX_LINE);
  const before = data.toString("latin1", low, at);
  const from = low + before.lastIndexOf("\n") + 1;
  const line = data.toString("latin1", from, Math.min(end, at + MAX_LINE)).split(/\r?\n/, 1)[0];
  look.saw(from - 1, from + line.length + 2);
  const found2 = LINE.exec(line);
  if (!found2?.indices || from + found2.indices[2][0] !== at + 1) return void 0;
  const [first, last] = found2.indices[5];
  const password = found2[5].replace(/\\(.)/g, "$1");
  if (/^[a-z*._/-]+$|^\d+$/.test(password)) return void 0;
  return { host: found2[1], password, start: from + first, end: from + last };
}

// src/detect/detectors/url.ts
var MAX_USERINFO = 320;
var LETTERS3 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var url = {
  literals: [{ text: "://", fold: false, prev: `${LETTERS3}0123456789` }],
  run: run4
};
var STOP3 = byteSet("\"'`<>\\/?#|,;()[]{}").fill(1, 0, 33);
for (const char of "<>{}()[]#?,;|/") STOP3[char.charCodeAt(0)] = 2;
STOP3[47] = 1;
var DATABASES = /^(?:postgres(?:ql)?|mysql|mariadb|mongodb|redis|rediss|amqps?|mssql|sqlserver|oracle|cockroachdb|clickhouse|cassandra|neo4j|bolt|couchdb|kafka|nats|mqtts?|stomp|memcached|ldaps?|jdbc:[a-z0-9]+)(?:\+[a-z0-9.]+)*$/i;
var NO_PASSWORD = /^(?:pass(?:word|wd|phrase)?|pwd?|secret|token|user(?:name)?|key|credentials?|api_?key|apikey|my_?pass(?:word)?|x+|\*+|\.+|-+|_+|s|foo|bar|baz|test|pass123|p|abc|xyz|none|null|undefined|empty)$/i;
var LOCAL_HOST = /^(?:localhost|127\.\d{1,3}\.\d{1,3}\.\d{1,3}|0\.0\.0\.0|\[::1\]|host|hostname|server|db|database|postgres|mysql|mariadb|redis|mongo(?:db)?|rabbitmq|(?:[\w-]+\.)*(?:example|test|invalid|local|localhost|localdomain)(?:\.(?:com|org|net|edu))?)(?:[:/].*)?$/i;
function run4(context, at) {
  const { data, start, end, look } = context;
  const from = at + 3;
  const limit = Math.min(end, from + MAX_USERINFO);
  let colon = -1;
  let mark = -1;
  let i = from;
  for (; i < limit; i++) {
    const byte = data[i];
    if (byte === 64) mark = i;
    else if (byte === 58 && colon < 0) colon = i;
    else if (STOP3[byte] === 1) break;
    else if (STOP3[byte] === 2 && colon < 0 && mark < 0 && byte !== 123 && byte !== 125 && byte !== 60 && byte !== 62) break;
  }
  look.saw(at, i + 1);
  const escape = data.subarray(from, i).indexOf(37);
  if (escape >= 0) context.decoder.maybeEscape(from + escape);
  if (colon < 0 || mark < 0 || colon > mark || mark - colon < 2) return;
  let schemeAt = at;
  while (schemeAt > start && schemeAt > at - 24 && /[A-Za-z0-9+.:-]/.test(String.fromCharCode(data[schemeAt - 1]))) schemeAt--;
  look.saw(schemeAt - 1, at);
  const scheme = data.toString("latin1", schemeAt, at).replace(/^[^A-Za-z]+/, "");
  const password = data.toString("latin1", colon + 1, mark);
  const host = data.toString("latin1", mark + 1, Math.min(i, mark + 100));
  const user = data.toString("latin1", from, colon);
  if (host === "" || !/^[\w[$%{*.-]/.test(host)) return;
  if (NO_PASSWORD.test(password) || isReference(password) || /[<>{}]|^[$%][\w({]|^%[sdv]/.test(password)) return;
  if (looksLikePlaceholder(password, true) || isExpression(password)) return;
  const span = { nameStart: from, nameEnd: colon, start: colon + 1, end: mark, quote: 0, closed: true };
  context.candidate(DATABASES.test(scheme) ? "url/database" : "url", "url", span, reasonsOf(host, user, password));
}
function reasonsOf(host, user, password) {
  const reasons = [];
  if (LOCAL_HOST.test(host)) reasons.push({ code: "local-host", text: "Its host is local or an example." });
  if (password === user)
    reasons.push({ code: "password-is-user", text: "The password equals the user name, as in development setups." });
  return reasons;
}

// src/detect/detectors/dsn.ts
var MAX_STRING2 = 320;
var MAX_PASSWORD = 200;
var ORACLE = "jdbc:oracle:";
var dsn = {
  literals: [
    { text: "password=", fold: true },
    { text: "pwd=", fold: true },
    { text: ORACLE, fold: false },
    // Ports of PostgreSQL and PgBouncer, and any port.
    ...[":5432:", ":5433:", ":6432:", ":*:"].map((text) => ({ text, fold: false }))
  ],
  run: run5
};
var CONNECTS = /(?:^|[;?&\s"'`=])(?:server|data source|host|hostname|hostaddr|address|addr|user id|uid|user|username|dbname|database|databasename|initial catalog|driver|dsn)\s?=\s?[^;&\s]|\bjdbc:[a-z]/i;
var DATABASE_URL = /\b(?:jdbc:|postgres(?:ql)?:|mysql:|mariadb:|mongodb|redis|sqlserver:|mssql:)[^\s]*$/i;
var LOCAL = /(?:server|data source|host|hostname|hostaddr|address|addr)\s?=\s?(?:tcp:|np:)?(?:localhost|127\.0\.0\.1|\(local\)|\(localdb\)|\.[\\;]|host\b|server\b)|jdbc:[a-z:]{2,20}\/\/(?:localhost|127\.0\.0\.1)/i;
function run5(context, at) {
  const { data, start, end, look } = context;
  if (data[at] === 106) return oracle(context, at);
  if (data[at] === 58) return pgpass(context, at);
  look.saw(at - 1, at);
  const before = at > start ? String.fromCharCode(data[at - 1]) : "";
  if (!/^[;?&\s"'`,]$/.test(before)) return;
  const valueAt = data.indexOf(61, at) + 1;
  look.saw(at, valueAt + MAX_PASSWORD);
  const tail = data.toString("latin1", valueAt, Math.min(end, valueAt + MAX_PASSWORD));
  const found2 = before === " " ? /^(?:'([^'\n]+)'|([^\s"'`;,]+))/.exec(tail) : /^(?:'([^'\n]+)'|\{([^}\n]+)\}|([^;&"'`<>\s]+))/.exec(tail);
  const password = found2?.slice(1).find((text) => text !== void 0);
  if (!found2 || password === void 0) return;
  const from = Math.max(start, at - MAX_STRING2);
  const to = Math.min(end, valueAt + found2[0].length + MAX_STRING2);
  look.saw(from, to);
  const head = data.toString("latin1", from, at).replace(/^[^]*[\n"`]/, "");
  const rest = data.toString("latin1", valueAt + found2[0].length, to).replace(/[\n"`][^]*$/, "");
  if (before === "?" || before === "&" ? !DATABASE_URL.test(head) : !CONNECTS.test(head) && !CONNECTS.test(rest)) return;
  if (before === " " && password.includes(")") && head.includes("(")) return;
  const begin = valueAt + found2[0].indexOf(password);
  emit(context, password, begin, LOCAL.test(head) || LOCAL.test(rest));
}
function oracle(context, at) {
  const { data, end, look } = context;
  look.saw(at, at + MAX_STRING2);
  const text = data.toString("latin1", at, Math.min(end, at + MAX_STRING2));
  const found2 = /^jdbc:oracle:[a-z0-9]{2,5}:[\w.$-]{1,60}\/([^@\s"'`/]{4,100})@/d.exec(text);
  if (found2) emit(context, found2[1], at + found2.indices[1][0], /@(?:\/\/)?(?:localhost|127\.0\.0\.1)/.test(text));
}
function pgpass(context, at) {
  const line = passwordLine(context, at);
  if (!line) return;
  const { host, password, start, end } = line;
  emit(context, password, start, /^(?:localhost|127\.0\.0\.1)$/.test(host), end);
}
function emit(context, password, begin, local, stop = begin + password.length) {
  if (password.length < 4 || NO_PASSWORD.test(password) || isReference(password) || looksLikePlaceholder(password, true)) return;
  if (/[<>{}]|^[$%*]|^\.{2,}|^%[sdv]$/.test(password)) return;
  const reasons = local ? [{ code: "local-host", text: "Its host is local or an example." }] : [];
  const decoded = { secret: password, from: ["string-escapes"], unsure: false };
  const more = stop > begin + password.length ? { decoded } : {};
  context.emit("dsn", begin, stop, local ? "low" : void 0, reasons, more);
}

// src/tokens/json.ts
function isObject2(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
function plain(value) {
  return value.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`
  );
}
function quoted(value, limit = 80) {
  const shown = plain(value.slice(0, limit));
  return value.length > limit ? `${shown}\u2026` : shown;
}

// src/tokens/capability.ts
var MAX_CAVEATS = 64;
var MAX_BLOCKS2 = 64;
var MAX_SYMBOLS = 128;
var PASETO_SIGNATURE = { v1: 256, v2: 64, v3: 96, v4: 64 };
var PASETO_ALGORITHM = {
  "v1.local": "AES-256-CTR with HMAC-SHA384",
  "v2.local": "XChaCha20-Poly1305",
  "v3.local": "AES-256-CTR with HMAC-SHA384",
  "v4.local": "XChaCha20 with BLAKE2b",
  "v1.public": "RSASSA-PSS with SHA-384",
  "v2.public": "Ed25519",
  "v3.public": "ECDSA P-384",
  "v4.public": "Ed25519"
};
function readPaseto(text) {
  const parts = /^(v[1-4])\.(local|public)\.([\w-]{32,})(?:\.([\w-]+))?$/.exec(text);
  if (!parts) return void 0;
  const [, version = "", purpose = "", payload = "", footer] = parts;
  const name = `${version}.${purpose}`;
  const bytes2 = Buffer.from(payload, "base64url");
  const claims = purpose === "public" ? json2(bytes2.subarray(0, Math.max(0, bytes2.length - (PASETO_SIGNATURE[version] ?? 0)))) : void 0;
  if (purpose === "public" && !claims) return void 0;
  const footerText = footer === void 0 ? "" : Buffer.from(footer, "base64url").toString("utf8");
  const footerJson = json2(footerText);
  return {
    provider: "PASETO",
    kind: `PASETO ${version} ${purpose === "public" ? "signed token" : "encrypted token"}`,
    algorithm: PASETO_ALGORITHM[name] ?? name,
    claims: { ...claims, ...footerText !== "" && { footer: footerJson ?? quoted(footerText, 200) } },
    ...claims && { claimSet: true }
  };
}
var BASE622 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz";
var BRANCA_OVERHEAD = 1 + 4 + 24 + 16;
function readBranca(text, now) {
  if (!/^[0-9A-Za-z]{61,2000}$/.test(text)) return void 0;
  let number = 0n;
  for (const char of text) number = number * 62n + BigInt(BASE622.indexOf(char));
  const hex3 = number.toString(16);
  if (hex3.length % 2 !== 0 || !hex3.startsWith("ba") || hex3.length / 2 < BRANCA_OVERHEAD) return void 0;
  const created = Number.parseInt(hex3.slice(2, 10), 16);
  if (created < 1483228800 || created > now.getTime() / 1e3 + 86400) return void 0;
  return { provider: "Branca", kind: "Branca encrypted token", algorithm: "XChaCha20-Poly1305", claims: {}, issuedAt: created };
}
function readMacaroon(text) {
  if (text.startsWith("{")) {
    const object = json2(text);
    if (object?.v !== 2 || !(typeof object.s64 === "string" || typeof object.s === "string")) return void 0;
    const list = Array.isArray(object.c) ? object.c : [];
    const caveats = list.slice(0, MAX_CAVEATS).flatMap((caveat) => isObject2(caveat) ? [fieldText(caveat.i, caveat.i64)] : []);
    return macaroon2(fieldText(object.l, void 0), fieldText(object.i, object.i64), caveats);
  }
  if (!/^[\w+/-]{40,}={0,2}$/.test(text)) return void 0;
  const bytes2 = Buffer.from(text, "base64");
  return bytes2[0] === 2 ? readBinaryMacaroon(bytes2) : readPackets(bytes2);
}
function fieldText(plain2, encoded) {
  if (typeof plain2 === "string") return plain2;
  return typeof encoded === "string" ? Buffer.from(encoded, "base64").toString("utf8") : "";
}
function readPackets(bytes2) {
  const packets = [];
  let at = 0;
  while (at < bytes2.length && packets.length < MAX_CAVEATS) {
    const length = /^[0-9a-f]{4}$/.test(bytes2.toString("latin1", at, at + 4)) ? Number.parseInt(bytes2.toString("latin1", at, at + 4), 16) : 0;
    if (length < 6 || at + length > bytes2.length || bytes2[at + length - 1] !== 10) return void 0;
    const space = bytes2.indexOf(32, at + 4);
    if (space < 0 || space >= at + length) return void 0;
    packets.push([bytes2.toString("latin1", at + 4, space), bytes2.toString("utf8", space + 1, at + length - 1)]);
    at += length;
  }
  const value = (name) => packets.find(([each]) => each === name)?.[1] ?? "";
  if (packets.at(-1)?.[0] !== "signature") return void 0;
  return macaroon2(
    value("location"),
    value("identifier"),
    packets.filter(([name]) => name === "cid").map(([, caveat]) => caveat)
  );
}
function readBinaryMacaroon(bytes2) {
  const reader = new VarintReader(bytes2, 1);
  const sections = [/* @__PURE__ */ new Map()];
  let signed = false;
  while (!reader.done && !signed && sections.length < MAX_CAVEATS + 2) {
    const type = reader.varint();
    if (type === void 0) return void 0;
    if (type === 0) {
      sections.push(/* @__PURE__ */ new Map());
      continue;
    }
    const field = reader.bytes();
    if (!field) return void 0;
    if (type === 6) signed = field.length === 32;
    else sections.at(-1)?.set(type, field);
  }
  const [first, ...rest] = sections.map((section) => ({
    location: section.get(1)?.toString("utf8") ?? "",
    identifier: section.get(2)?.toString("utf8") ?? ""
  }));
  if (!signed || !first || first.identifier === "") return void 0;
  return macaroon2(first.location, first.identifier, rest.map(({ identifier }) => identifier).filter(Boolean));
}
function macaroon2(location, identifier, caveats) {
  const pypi = /(^|\.)pypi\.org$/.test(location);
  const ends2 = caveats.map((caveat) => caveatEnd(caveat, pypi)).filter((end) => end !== void 0);
  const shown = caveats.map((caveat) => pypi ? pypiCaveat(caveat) : quoted(caveat, 200));
  return {
    provider: pypi ? "PyPI" : "Macaroon",
    kind: pypi ? "PyPI API token (a macaroon)" : "macaroon",
    algorithm: "HMAC-SHA256",
    claims: {
      location: quoted(location, 200),
      ...!pypi && /^[\x20-\x7e]+$/.test(identifier) && { identifier: quoted(identifier, 200) },
      caveats: shown
    },
    ...ends2.length > 0 ? { expiresAt: Math.min(...ends2) } : { endless: true }
  };
}
function caveatEnd(caveat, pypi) {
  if (pypi) {
    const list = jsonValue(caveat);
    return Array.isArray(list) && list[0] === 0 && typeof list[1] === "number" ? list[1] : void 0;
  }
  const found2 = /^(?:time|time-before|before|expiry|expires?|exp|valid[_-]until)\s*[<=: ]\s*(\d{9,11}|\d{4}-\d\d-\d\d[T ]?[\d:.]{0,16}Z?)/i.exec(
    caveat
  )?.[1];
  if (found2 === void 0) return void 0;
  const seconds = /^\d+$/.test(found2) ? Number(found2) : Date.parse(found2) / 1e3;
  return Number.isFinite(seconds) ? seconds : void 0;
}
function pypiCaveat(caveat) {
  const value = jsonValue(caveat);
  const known = ["only until", "only projects named", "only projects with id", "only user with id"];
  if (Array.isArray(value)) {
    const name = typeof value[0] === "number" ? known[value[0]] : void 0;
    return `${name ?? "caveat"} ${quoted(JSON.stringify(value[1] ?? null), 200)}`;
  }
  const permissions = isObject2(value) ? value.permissions : void 0;
  return permissions === "user" ? "every project of the user" : quoted(caveat, 200);
}
function readBiscuit(text) {
  const body = text.startsWith("biscuit:") ? text.slice(8) : text;
  if (!/^[\w-]{120,}={0,2}$/.test(body)) return void 0;
  const fields = readProtobuf(Buffer.from(body, "base64url"), MAX_BLOCKS2);
  const authority = fields?.find(({ field }) => field === 2);
  if (!fields?.every(({ field }) => field >= 1 && field <= 4) || !authority?.bytes || !fields.some(({ field, bytes: bytes2 }) => field === 4 && bytes2))
    return void 0;
  const signed = readProtobuf(authority.bytes, 8);
  const block = signed?.find(({ field }) => field === 1)?.bytes;
  const signature = signed?.find(({ field }) => field === 3)?.bytes;
  if (!block || !signature || signature.length < 60) return void 0;
  const content = readProtobuf(block, MAX_SYMBOLS * 4) ?? [];
  const words = content.filter(({ field, bytes: bytes2 }) => field === 1 && bytes2).map(({ bytes: bytes2 }) => quoted(bytes2?.toString("utf8") ?? ""));
  const rootKeyId = fields.find(({ field }) => field === 1)?.number;
  return {
    provider: "Biscuit",
    kind: "Biscuit capability token",
    algorithm: "Ed25519",
    claims: {
      ...rootKeyId !== void 0 && { rootKeyId },
      attenuations: fields.filter(({ field }) => field === 3).length,
      words: words.slice(0, MAX_SYMBOLS)
    }
  };
}
function readProtobuf(bytes2, most) {
  const reader = new VarintReader(bytes2, 0);
  const fields = [];
  while (!reader.done) {
    const tag = reader.varint();
    if (tag === void 0 || fields.length >= most) return void 0;
    const field = Math.floor(tag / 8);
    if (tag % 8 === 0) {
      const number = reader.varint();
      if (number === void 0) return void 0;
      fields.push({ field, number });
    } else if (tag % 8 === 2) {
      const content = reader.bytes();
      if (!content) return void 0;
      fields.push({ field, bytes: content });
    } else {
      return void 0;
    }
  }
  return fields;
}
var VarintReader = class {
  #bytes;
  #at;
  constructor(bytes2, at) {
    this.#bytes = bytes2;
    this.#at = at;
  }
  get done() {
    return this.#at >= this.#bytes.length;
  }
  varint() {
    let value = 0;
    for (let shift = 1; shift <= 2 ** 42; shift *= 128) {
      const byte = this.#bytes[this.#at++];
      if (byte === void 0) return void 0;
      value += (byte & 127) * shift;
      if (byte < 128) return value;
    }
    return void 0;
  }
  bytes() {
    const length = this.varint();
    if (length === void 0 || this.#at + length > this.#bytes.length) return void 0;
    this.#at += length;
    return this.#bytes.subarray(this.#at - length, this.#at);
  }
};
function jsonValue(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function json2(content) {
  const value = jsonValue(content.toString());
  return isObject2(value) ? value : void 0;
}

// src/detect/edge.ts
var BACKSLASH6 = 92;
var PERCENT2 = 37;
var LOWER_M = 109;
var ESCAPED = byteSet("nrtbfv0");
var MAX_ESCAPE = 16;
function edgeBefore(look, data, at, start, noEdge) {
  const certain = at <= start || noEdge[data[at - 1]] === 0;
  look.saw(certain ? at - 1 : at - MAX_ESCAPE, at);
  return certain || endsEscape(data, at, start, data[at - 1]);
}
function endsEscape(data, at, start, byte) {
  if (at - 2 >= start && data[at - 2] === BACKSLASH6 && ESCAPED[byte] === 1) {
    let slashes = 1;
    while (at - 2 - slashes >= start && data[at - 2 - slashes] === BACKSLASH6) slashes++;
    return slashes < 4;
  }
  if (isHex(byte)) {
    if (at - 3 >= start && data[at - 3] === PERCENT2 && isHex(data[at - 2])) return true;
    if (at - 6 >= start && data[at - 6] === BACKSLASH6 && data[at - 5] === 117) {
      return isHex(data[at - 4]) && isHex(data[at - 3]) && isHex(data[at - 2]);
    }
    if (at - 4 >= start && data[at - 4] === BACKSLASH6 && data[at - 3] === 120) return isHex(data[at - 2]);
  }
  if (byte === LOWER_M) {
    let i = at - 2;
    while (i >= start && i > at - 14 && (isDigitByte(data[i]) || data[i] === 59)) i--;
    return i - 1 >= start && data[i] === 91 && (data[i - 1] === 27 || data[i - 1] === 98 || data[i - 1] === 101);
  }
  return false;
}
function isHex(byte) {
  return isDigitByte(byte) || byte >= 65 && byte <= 70 || byte >= 97 && byte <= 102;
}

// src/detect/detectors/objects.ts
var MOST_LEVELS = 3;
var MOST_DEPTH = 8;
var OPEN2 = 123;
var CLOSE = 125;
var BACKSLASH7 = 92;
var QUOTES2 = /* @__PURE__ */ new Set([34, 39, 96]);
function* objectsAround(context, at, longest) {
  const { data, start, end, look } = context;
  for (const open of openBraces(data, Math.max(start, at - longest), at)) {
    const stop = closingBrace(data, open, Math.min(end, open + longest));
    if (stop === void 0) break;
    look.saw(open, stop);
    const value = stop > at ? readObject(data.toString("latin1", open, stop)) : void 0;
    if (value) yield { value, start: open, end: stop };
  }
  look.saw(at - longest, at + longest);
}
function* openBraces(data, low, at) {
  const before = data.subarray(low, at);
  let depth = 0;
  let levels = 0;
  for (let i = before.length - 1; i >= 0 && levels < MOST_LEVELS; i--) {
    const open = before.lastIndexOf(OPEN2, i);
    if (open < 0) return;
    const close = before.lastIndexOf(CLOSE, i);
    i = Math.max(open, close);
    if (close > open) {
      if (++depth > MOST_DEPTH) return;
    } else if (depth > 0) {
      depth--;
    } else {
      levels++;
      yield low + open;
    }
  }
}
function closingBrace(data, from, limit) {
  let depth = 0;
  let quote2 = 0;
  for (let i = from; i < limit; i++) {
    const byte = data[i];
    if (quote2 !== 0) {
      if (byte === BACKSLASH7) i++;
      else if (byte === quote2) quote2 = 0;
    } else if (QUOTES2.has(byte)) quote2 = byte;
    else if (byte === OPEN2 && ++depth > MOST_DEPTH) return void 0;
    else if (byte === CLOSE && --depth === 0) return i + 1;
  }
  return void 0;
}
function readObject(text) {
  return parse(text) ?? parse(asJson(text));
}
function asJson(text) {
  return text.replace(/'([^'"\\\n]*)'/g, '"$1"').replace(/([{,]\s*)([A-Za-z_$][\w$]*)(\s*:)/g, '$1"$2"$3').replace(/,(\s*[}\]])/g, "$1");
}
function parse(text) {
  try {
    const value = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}

// src/detect/detectors/capability.ts
var MAX_TOKEN2 = 8192;
var MIN_PAYLOAD = 32;
var NAMED_WITHIN = 64;
var NAME_REST = 32;
var WORD2 = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
var EQUALS4 = 61;
var DOT = 46;
var LAST_TIME = new Date(2 ** 32 * 1e3);
var BASE64URL = byteSet(`${WORD2}-_`);
var BASE64 = byteSet(`${WORD2}-_+/`);
var LETTERS4 = byteSet(WORD2);
var PASETO = ["v1", "v2", "v3", "v4"].flatMap((version) => [`${version}.local.`, `${version}.public.`]);
var PACKET = "Y2F0aW9u";
var PACKET_BEFORE = 8;
var BINARY = "AgE";
var capability = {
  literals: [
    ...[...PASETO, PACKET, '"s64"'].map((text) => ({ text, fold: false })),
    { text: BINARY, fold: false, prev: "\"'`=: 	\n>", next: WORD2 },
    { text: "biscuit", fold: true },
    { text: "branca", fold: true }
  ],
  run: run6
};
function run6(context, at) {
  const { data, start, end, look } = context;
  look.saw(at - PACKET_BEFORE, at + 10);
  const head = data.toString("latin1", at, Math.min(end, at + 10));
  if (head.startsWith('"s64"')) return jsonMacaroon(context, at);
  if (/^v[1-4]\./.test(head)) return paseto(context, at, at + (head[3] === "l" ? 9 : 10));
  if (head.startsWith(BINARY)) return macaroon3(context, at);
  if (head.startsWith(PACKET)) {
    const first = at - PACKET_BEFORE;
    if (first >= start && data.toString("latin1", first, first + 3) === "MDA") macaroon3(context, first);
    return;
  }
  const biscuit = /^biscuit/i.test(head);
  named(context, at, at + (biscuit ? 7 : 6), biscuit);
}
function paseto(context, at, payloadAt) {
  const { data, start, end, look } = context;
  if (!edgeBefore(look, data, at, start, LETTERS4)) return;
  const limit = Math.min(end, at + MAX_TOKEN2);
  let stop = runEnd(data, payloadAt, limit, BASE64URL);
  look.saw(at, stop + 1);
  if (stop - payloadAt < MIN_PAYLOAD) return;
  if (data[stop] === DOT) {
    const footerEnd = runEnd(data, stop + 1, limit, BASE64URL);
    look.saw(at, footerEnd + 1);
    if (footerEnd > stop + 1) stop = footerEnd;
  }
  if (readPaseto(data.toString("latin1", at, stop))) context.emit("capability/paseto", at, stop);
}
function macaroon3(context, at) {
  const { data, start, end, look } = context;
  if (!edgeBefore(look, data, at, start, BASE64)) return;
  let stop = runEnd(data, at, Math.min(end, at + MAX_TOKEN2), BASE64);
  for (let padding2 = 0; padding2 < 2 && stop < end && data[stop] === EQUALS4; padding2++) stop++;
  look.saw(at, stop + 1);
  if (readMacaroon(data.toString("latin1", at, stop))) context.emit("capability/macaroon", at, stop);
}
function named(context, at, from, biscuit) {
  const { data, end, look } = context;
  const limit = Math.min(end, from + NAMED_WITHIN);
  let i = runEnd(data, from, Math.min(end, from + NAME_REST), BASE64URL);
  look.saw(at, i + 1);
  if (i === from + NAME_REST) return;
  look.saw(at, from + NAMED_WITHIN);
  while (i < limit) {
    if (BASE64URL[data[i]] !== 1) {
      i++;
      continue;
    }
    const stop = runEnd(data, i, Math.min(end, i + MAX_TOKEN2), BASE64URL);
    look.saw(at, stop + 1);
    const text = data.toString("latin1", i, stop);
    if (biscuit ? readBiscuit(text) : readBranca(text, LAST_TIME))
      return context.emit(biscuit ? "capability/biscuit" : "capability/branca", i, stop);
    i = stop;
  }
}
function jsonMacaroon(context, at) {
  const [object] = objectsAround(context, at, MAX_TOKEN2);
  if (object && readMacaroon(context.data.toString("latin1", object.start, object.end)))
    context.emit("capability/macaroon", object.start, object.end);
}

// src/detect/detectors/jose-json.ts
var MAX_TOKEN3 = 16384;
var MAX_KEY = 8192;
var VALUE_WITHIN = 64;
var joseJson = { literals: [{ text: '"protected"', fold: false }], run: serialised };
var jwk = {
  literals: ['"kty"', "'kty'", "kty:"].map((text) => ({ text, fold: false })),
  run: keyObject
};
function serialised(context, at) {
  if (!/^"protected"\s{0,20}:\s{0,20}"e[yw]/.test(textAt(context, at))) return;
  for (const { value: object, start, end } of objectsAround(context, at, MAX_TOKEN3)) {
    if (isBase64url(object["ciphertext"], 2) && isBase64url(object["tag"], 8)) return context.emit("jose-json/jwe", start, end);
    const signatures = Array.isArray(object["signatures"]) ? object["signatures"] : [object];
    const [first] = signatures;
    if (typeof object["payload"] === "string" && isObject3(first) && isBase64url(first["signature"], 20))
      return context.emit("jose-json/jws", start, end);
  }
}
var PRIVATE = { RSA: ["n", "e", "d"], EC: ["crv", "x", "y", "d"], OKP: ["crv", "x", "d"] };
function keyObject(context, at) {
  if (!/^["']?kty["']?\s{0,20}:\s{0,20}["'](?:RSA|EC|OKP|oct)["']/.test(textAt(context, at))) return;
  for (const { value: object, start, end } of objectsAround(context, at, MAX_KEY)) {
    const type = object["kty"];
    if (type === "oct" && isBase64url(object["k"], 20) && !isRepetitive(object["k"]))
      return emitKey(context, "jwk/symmetric", start, end);
    const members = typeof type === "string" && Object.hasOwn(PRIVATE, type) ? PRIVATE[type] : void 0;
    if (members?.every((name) => typeof object[name] === "string") && isBase64url(object["d"], 40) && !isRepetitive(object["d"]))
      return emitKey(context, "jwk", start, end);
  }
}
function emitKey(context, variant, start, end) {
  const secret = context.data.toString("latin1", start, end);
  const member = /[{,\s]["']?(?:d|p|q|dp|dq|qi|oth|k)["']?\s*:\s*/.exec(secret);
  const decoded = { secret, from: [], unsure: false };
  context.emit(variant, start + member.index + member[0].length, end, void 0, [], { decoded });
}
function textAt({ data, end, look }, at) {
  look.saw(at, at + VALUE_WITHIN);
  return data.toString("latin1", at, Math.min(end, at + VALUE_WITHIN));
}
function isBase64url(value, least) {
  return typeof value === "string" && value.length >= least && /^[\w-]+={0,2}$/.test(value);
}
function isObject3(value) {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

// src/detect/detectors/jwt.ts
var MAX_HEADER2 = 8192;
var MAX_TOKEN4 = 65536;
var BASE64URL2 = byteSet("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");
var DOT2 = 46;
var TILDE = 126;
var LETTERS5 = BASE64URL2.slice();
LETTERS5[45] = LETTERS5[95] = 0;
var OPENINGS = ["eyJ", "eyAi", "eyAg", "ewog", "ewoi", "ewoJ", "ew0K", "ewki", "ewkJ"];
var BASE64URL_TEXT = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
var jwt = {
  literals: OPENINGS.map((text) => ({ text, fold: false, next: BASE64URL_TEXT })),
  run: run7
};
function run7(context, at) {
  const { data, start, end, look } = context;
  if (!edgeBefore(look, data, at, start, LETTERS5) || at > start && data[at - 1] === DOT2) return;
  context.decoder.token(at);
  const limit = Math.min(end, at + MAX_TOKEN4);
  const headerEnd = runEnd(data, at, Math.min(end, at + MAX_HEADER2), BASE64URL2);
  look.saw(at, headerEnd + 1);
  if (data[headerEnd] !== DOT2 || headerEnd >= end) return beginning(context, at, headerEnd);
  const header2 = decodeObject(data.toString("latin1", at, headerEnd));
  if (!header2 || typeof header2["alg"] !== "string") return beginning(context, at, headerEnd);
  const ends2 = [headerEnd];
  let i = headerEnd;
  while (ends2.length < 5 && i < limit && data[i] === DOT2) {
    i = runEnd(data, i + 1, limit, BASE64URL2);
    ends2.push(i);
  }
  look.saw(at, i + 1);
  const reasons = [];
  const payload = () => decodeObject(data.toString("latin1", headerEnd + 1, ends2[1]));
  if (typeof header2["enc"] === "string") {
    if (ends2.length === 5 && ends2[4] > ends2[3]) context.emit("jwt/jwe", at, ends2[4]);
    return;
  }
  if (ends2.length < 2 || ends2[1] - headerEnd < 3) return beginning(context, at, headerEnd);
  if (header2["alg"].toLowerCase() === "none") {
    const stop = ends2.length >= 3 && ends2[2] === ends2[1] + 1 ? ends2[2] : ends2[1];
    if (payload()) context.emit("jwt/unsecured", at, stop);
    return;
  }
  if (ends2.length >= 3 && ends2[2] - ends2[1] > 20) {
    if (payload() || holdsToken(data.toString("latin1", headerEnd + 1, ends2[1]))) {
      return context.emit("jwt", at, ends2.length === 3 ? disclosuresEnd(look, data, ends2[2], limit) : ends2[2]);
    }
    reasons.push({ code: "payload-not-json", text: "Its payload is not a JSON object: signed, but not a JWT." });
    return context.emit("jwt/cut", at, ends2[2], "low", reasons);
  }
  if (ends2[1] - headerEnd > 16) {
    reasons.push({ code: "token-cut", text: "Its signature is missing: what stands here cannot be used as it is." });
    look.saw(at, ends2[1] + MARK);
    const sure = CUT.test(data.toString("latin1", ends2[1], Math.min(end, ends2[1] + MARK)));
    return context.emit("jwt/cut", at, ends2[1], sure ? "medium" : "low", reasons);
  }
  beginning(context, at, ends2[1]);
}
var MAX_BEGINNING = 512;
var LINE2 = 300;
var MARK = 24;
var IN_WORDS = /[([<](?:\.{3}|\xe2\x80\xa6)?[^\])>\n]{0,12}(?:trunc|\bcut\b|snip|omitted|\d more\b)/.source;
var CUT = new RegExp(`^\\.?(?:\\.{3}|\xE2\x80\xA6|\\\\u2026| ?${IN_WORDS})`, "i");
var CUT_IN_WORDS = new RegExp(`^\\.{0,4}(?:\xE2\x80\xA6)? ?${IN_WORDS}`, "i");
var LOG_LINE = /\d\d:\d\d:\d\d|\d{4}-\d\d-\d\d[T ]\d\d:\d\d|\b(?:TRACE|DEBUG|INFO|NOTICE|WARN|WARNING|ERROR|FATAL|CRITICAL)\b|\b(?:level|severity|lvl)["']?\s?[=:]\s?["']?(?:trace|debug|info|warn|error|fatal)|\[(?:trace|debug|info|warn|warning|error|fatal)\]|^[<>] [\w-]{1,40}: /;
function beginning(context, at, stop) {
  const { data, start, end, look } = context;
  if (stop - at < 12 || stop - at > MAX_BEGINNING) return;
  look.saw(at, stop + MARK);
  const behind = data.toString("latin1", stop, Math.min(end, stop + MARK));
  if (!CUT.test(behind)) return;
  const from = Math.max(start, at - LINE2);
  look.saw(from, at);
  const line = data.toString("latin1", from, at).split("\n").at(-1);
  const logged = CUT_IN_WORDS.test(behind) || LOG_LINE.test(line);
  if (!logged || !isTokenBeginning(data.toString("latin1", at, stop))) return;
  const reason = { code: "token-cut", text: "Only its beginning is left: this place writes tokens, and cuts them." };
  context.emit("jwt/cut", at, stop, "medium", [reason]);
}
function holdsToken(payload) {
  return /^e[yw][\w-]{8,}\.[\w-]*\./.test(Buffer.from(payload, "base64url").toString("latin1"));
}
function disclosuresEnd(look, data, from, limit) {
  let end = from;
  while (end < limit && data[end] === TILDE) {
    const start = end + 1;
    const stop = runEnd(data, start, limit, BASE64URL2);
    look.saw(from, stop + 1);
    if (stop > start && data[stop] === TILDE && data[start] === LIST) {
      end = stop;
      continue;
    }
    if (data[stop] !== DOT2 || data[start] !== OBJECT) return start;
    let proof = stop;
    while (proof < limit && data[proof] === DOT2) proof = runEnd(data, proof + 1, limit, BASE64URL2);
    look.saw(from, proof + 1);
    return proof;
  }
  return end;
}
var LIST = 87;
var OBJECT = 101;
function decodeObject(text) {
  try {
    const value = JSON.parse(Buffer.from(text, "base64url").toString("utf8"));
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : void 0;
  } catch {
    return void 0;
  }
}

// src/detect/detectors/misuse.ts
var WITHIN = 300;
var REQUEST = /\bcurl\b|\bwget\b|\bfetch\s?\(|\baxios\b|\brequests?\.|\.(?:get|post|put|patch|delete|request|open|ajax)\s?\(|NewRequest|HttpClient|HttpRequest|HttpURLConnection|urlopen|RestClient|Faraday|\bHTTParty\b/i;
var URL_TEXT = /(?<=["'`\s=(<])http:\/\/([A-Za-z0-9.-]{4,253})(?=[:/"'`\s?)]|$)/g;
var NOT_PUBLIC = /^(?:127\.|10\.|192\.168\.|169\.254\.|172\.(?:1[6-9]|2\d|3[01])\.|0\.0\.0\.0)|(?:^|\.)(?:localhost|local|test|invalid|example|internal|lan|home|corp|svc|cluster|docker)$|(?:^|\.)example\.(?:com|org|net)$|(?:^|\.)(?:w3\.org|xmlsoap\.org|json-schema\.org)$|^(?:your|my|some)|(?:host|domain|server|url)\b/i;
var SENT = /^(?:bearer |basic |x-api-key["'`]?\]?\s?[:=,])/i;
var LONGEST2 = 16;
var HEADER3 = /authorization["'`]?\]?\s?[:=,]\s?[a-z]{0,2}["'`]?$/i;
var misuse = {
  literals: ["bearer", "basic", "x-api-key"].map((text) => ({ text, fold: true })),
  run: run8
};
function run8(context, at) {
  const { data, start, end, look } = context;
  look.saw(at, at + LONGEST2);
  const sent = SENT.exec(data.toString("latin1", at, Math.min(end, at + LONGEST2)))?.[0];
  if (sent === void 0) return;
  const from = Math.max(start, at - WITHIN);
  const to = Math.min(end, at + WITHIN);
  look.saw(at - WITHIN, at + WITHIN);
  const text = data.toString("latin1", from, to);
  if (!text.includes("http://")) return;
  if (/^basic/i.test(sent) && !HEADER3.test(text.slice(0, at - from))) return;
  const middle = at - from;
  const begin = text.slice(0, middle).split(/\n\s*\n|;\s*\n|^\s*[#$>] /m).at(-1).length;
  const statement = text.slice(middle - begin, middle) + text.slice(middle).split(/\n\s*\n|;\s*\n/, 1)[0];
  if (!REQUEST.test(statement) || statement.includes("https://")) return;
  for (const found2 of statement.matchAll(URL_TEXT)) {
    const host = found2[1];
    if (NOT_PUBLIC.test(host) || !/\.[a-z]{2,24}$|^\d+\.\d+\.\d+\.\d+$/i.test(host)) continue;
    const urlAt = at - begin + found2.index;
    return context.emit("misuse/http", urlAt, urlAt + found2[0].length);
  }
}

// src/detect/detectors/private-key.ts
var MAX_KEY2 = 32768;
var BEGIN = "-----BEGIN ";
var PUTTY = "PuTTY-User-Key-File-";
var PROSE = /^\D{100}/;
var LEFT_OUT = /\.{3}|\xe2\x80\xa6/;
var privateKey = {
  literals: [
    { text: BEGIN, fold: false },
    { text: PUTTY, fold: false }
  ],
  run: run9
};
function run9(context, at) {
  if (context.data[at] === 45) pem(context, at);
  else putty(context, at);
}
function pem(context, at) {
  const { data, end, look } = context;
  look.saw(at, at + BEGIN.length + 48);
  const labelText = data.toString("latin1", at + BEGIN.length, Math.min(end, at + BEGIN.length + 48));
  const label = /^((?:[A-Z0-9]{1,12} ){0,3}PRIVATE KEY(?: BLOCK)?)-----/.exec(labelText)?.[1];
  if (!label) return;
  const bodyAt = at + BEGIN.length + label.length + 5;
  const limit = Math.min(end, at + MAX_KEY2);
  const close = `-----END ${label}-----`;
  const closeAt = data.subarray(bodyAt, limit).indexOf(close, 0, "latin1");
  if (closeAt < 0) {
    look.saw(at, limit);
    const body2 = keyText(data.toString("latin1", bodyAt, Math.min(limit, bodyAt + 400)));
    if (body2.length >= 128 && plausible(body2) && !PROSE.test(body2)) {
      const reason2 = { code: "key-cut", text: "Its end is missing: what stands here may be a part of the key." };
      context.emit("private-key/cut", at, bodyAt + 64, "low", [reason2]);
    }
    return;
  }
  const stop = bodyAt + closeAt + close.length;
  look.saw(at, stop);
  const whole2 = data.toString("latin1", bodyAt, bodyAt + closeAt);
  const word = /^[ \t]+([A-Za-z]{1,16})(?=\\[rn]|[\r\n])/.exec(whole2);
  const raw = whole2.slice(word?.[0].length ?? 0);
  const body = keyText(raw);
  if (body.length < 40 || !plausible(body) || LEFT_OUT.test(raw)) return;
  if (label.startsWith("PGP")) return context.emit("private-key/pgp", at, stop);
  if (label.startsWith("OPENSSH")) {
    const head = Buffer.from(body.slice(0, 120), "base64");
    if (head.toString("latin1", 0, 14) !== "openssh-key-v1") return;
    const cipher = head.toString("latin1", 19, 19 + Math.min(head.readUInt32BE(15), 40));
    return context.emit(cipher === "none" ? "private-key/openssh" : "private-key/encrypted", at, stop);
  }
  if (!body.startsWith("M")) return;
  const encrypted = label.includes("ENCRYPTED") || /Proc-Type:\s*4,\s*ENCRYPTED/.test(raw);
  const variant = encrypted ? "private-key/encrypted" : "private-key";
  if (!word) return context.emit(variant, at, stop);
  const reason = { code: "key-marked", text: `Behind its first line stands "${word[1]}": it may be made up.` };
  context.emit(variant, at, stop, "low", [reason]);
}
function putty(context, at) {
  const { data, end, look } = context;
  const limit = Math.min(end, at + MAX_KEY2);
  look.saw(at, limit);
  const text = data.toString("latin1", at, limit);
  const found2 = /^PuTTY-User-Key-File-[23]: [\w@.-]{1,60}\s{1,4}Encryption: (\S{1,40})[^]{1,30000}?Private-Lines: \d{1,4}\s[^]{40,20000}?Private-MAC: [0-9a-f]{40,64}/.exec(
    text
  );
  if (!found2) return;
  context.emit(found2[1] === "none" ? "private-key/putty" : "private-key/encrypted", at, at + found2[0].length);
}
function keyText(raw) {
  return raw.replace(/\\[rn]/g, "\n").replace(/^[ \t"'+>#*/|-]*[A-Za-z-]{3,20}: [^\n]*$/gm, "").replace(/\n=[A-Za-z0-9+/]{4}(?=\s|$)/g, "").replace(/[\s"'`+\\,;()$|>#*.]|\r/g, (char) => char === "+" ? "+" : "").replace(/^\++/, "");
}
function plausible(body) {
  return /^[A-Za-z0-9+/=_-]+$/.test(body.slice(0, 400)) && !isRepetitive(body.slice(0, 200)) && new Set(body.slice(0, 400)).size > 20;
}

// src/detect/detectors/index.ts
var DETECTORS = /* @__PURE__ */ new Map([
  ["assignment", assignment],
  ["authorization", authorization],
  ["base64", base64],
  ["command", command],
  ["capability", capability],
  ["dsn", dsn],
  ["escapes", escapes],
  ["jose-json", joseJson],
  ["jwk", jwk],
  ["jwt", jwt],
  ["kubernetes", kubernetes],
  ["misuse", misuse],
  ["private-key", privateKey],
  ["quoted-printable", quotedPrintable],
  ["seams", seams],
  ["url", url]
]);

// src/detect/near.ts
var MAX_WORDS = 6;
var WIDE = 120;
var WIDE_LINES = 3;
var SCHEME2 = /^(?:bearer|basic|token|api-?key|key|secret)(?:[ \t]+|[=:][ \t]*["']?)(?:token=["']?)?/i;
var SCHEME_LETTER = byteSet("btaks");
var MAX_SCHEME = 24;
var CREDENTIAL = /key|token|secret|pass|pwd|auth|cred|bearer|access|private|sign|session|login|licen[cs]e|client|app|api|(?:^|[^a-z])(?:pat|sk|ak)(?![a-z])/i;
var NO_CREDENTIAL = /(?:ur[li]|host|domain|version|sha\d*|commit|digest|checksum|hash|etag|md5|path|file|image|revision|fingerprint|integrity|public[_.-]?key|csrf|email|name|(?:^|[^a-z])id|Id|[a-z]ID)s?["'\])]*$/;
var WIDE_NAME = /(?:key|token|secret|passw(?:or)?d|auth(?:orization)?|bearer|credentials?)(?=["'\])]{0,3}(?:\s|[:=]))/gi;
var MAX_SOLID = 64;
var SOLID = new Uint8Array(256);
for (let byte = 33; byte < 127; byte++) SOLID[byte] = "\"'`,;<>(){}[]\\".includes(String.fromCharCode(byte)) ? 0 : 1;
function solidAt(data, at, end) {
  const stop = Math.min(at + MAX_SOLID, end);
  let i = at;
  while (i < stop && SOLID[data[i]] === 1) i++;
  return i - at;
}
function lookDirect(look, data, at, start, end) {
  let given = findAssignment(look, data, at, at + 3, start, end);
  let from = given.nameStart;
  if (from < at && from > start && data[from - 1] === 92 && "nrt".includes(String.fromCharCode(data[from]))) from++;
  let { nameEnd } = given;
  for (let words = 1; given.operator === "space" && words < MAX_WORDS; words++) {
    const [value] = given.values;
    if (!value || value.quote !== 0 || value.end - value.start > 24) break;
    const next = findAssignment(look, data, value.start, value.start, start, end);
    if (next.values.length === 0) break;
    given = next;
    nameEnd = Math.max(nameEnd, given.nameEnd);
  }
  let { operator, values: values2 } = given;
  const paired = valueOfPair(look, data, nameEnd, end);
  if (paired && paired.end > paired.start) [operator, values2] = ["colon", [paired]];
  if (values2.length === 0) return { from, names: "", operator, values: values2 };
  const names3 = data.toString("latin1", Math.max(from, at - 48), Math.min(nameEnd, at + 96));
  const behind = [];
  for (const value of values2) behind.push(behindScheme(look, data, value, end));
  return { from: Math.max(from, at - 48), names: names3, operator, values: behind };
}
function lookWide(look, data, at, start, end) {
  if (!opens(look, data, at, start, end)) return [];
  let stop = Math.min(end, at + WIDE);
  let from = at;
  for (let lines2 = 0; lines2 <= WIDE_LINES; lines2++) {
    const line = data.indexOf(10, from);
    if (line < 0 || line >= stop) break;
    if (lines2 === WIDE_LINES) stop = line;
    from = line + 1;
  }
  const first = Math.max(start, at - 2);
  look.saw(at - 2, stop + 1);
  const text = data.toString("latin1", first, stop);
  const out = [];
  for (const { index, 0: word } of allIn(text, WIDE_NAME)) {
    const name = first + index;
    const given = findAssignment(look, data, name, name + word.length, start, end);
    if (given.operator === "none" || given.operator === "compare" || out.length === 3) continue;
    const values2 = given.values.map((value) => behindScheme(look, data, value, end));
    out.push({ from: first, names: text.slice(0, given.nameEnd - first), operator: given.operator, values: values2 });
  }
  return out;
}
function opens(look, data, at, start, end) {
  let i = at;
  const stop = Math.min(end, at + WIDE);
  while (i < stop && isNameByte(data[i])) i++;
  const nameEnd = i;
  while (i < stop && (data[i] === 34 || data[i] === 39 || data[i] === 41 || data[i] === 93)) i++;
  look.saw(at, i + 1);
  if (i >= stop || OPENERS[data[i]] !== 1) return false;
  return data[i] !== MORE3 || i > nameEnd || data[i - 1] === DASH4 || isTag(look, data, at, start);
}
function isTag(look, data, at, start) {
  const lowest = Math.max(start, at - MAX_TAG);
  let i = at;
  while (i > lowest && (isNameByte(data[i - 1]) || data[i - 1] === COLON3)) i--;
  look.saw(i - 1, at);
  return i > start && data[i - 1] === LESS4;
}
var [DASH4, DOT3, COLON3, LESS4, MORE3] = [45, 46, 58, 60, 62];
var MAX_TAG = 48;
var isNameByte = (byte) => isWordByte(byte) || byte === DOT3 || byte === DASH4;
var isWordByte = (byte) => isAlphanumericByte(byte) || byte === 95;
var OPENERS = byteSet(":={([/?>\r\n");
function behindScheme(look, data, value, end) {
  if (SCHEME_LETTER[data[value.start] | 32] !== 1) return value;
  look.saw(value.start, value.start + MAX_SCHEME);
  const found2 = SCHEME2.exec(data.toString("latin1", value.start, Math.min(end, value.start + MAX_SCHEME)));
  if (!found2) return value;
  const start = value.start + found2[0].length;
  const { quote: quote2, closed } = value;
  if (start < value.end) return { start, end: value.end, quote: quote2, closed };
  let stop = start;
  while (stop < end && stop < start + 4096 && data[stop] > 32 && !`"'\`,;)}]<>|\\`.includes(String.fromCharCode(data[stop])))
    stop++;
  look.saw(start, stop + 1);
  return { start, end: stop, quote: quote2, closed };
}
function serviceDistance(words, { names: names3, operator }) {
  let best2;
  for (const found2 of allIn(names3, words)) {
    const end = found2.index + found2[0].length;
    if (beginsPart(names3, found2.index) && endsPart(names3, end)) best2 = names3.length - end;
  }
  if (best2 === void 0) return void 0;
  if (NO_CREDENTIAL.test(names3.slice(names3.length - best2))) return void 0;
  const rest = names3.slice(0, names3.length - best2).replace(words, "") + names3.slice(names3.length - best2);
  const meant = CREDENTIAL.test(rest) || rest.replace(/[\W_]/g, "") === "" && operator !== "space" || operator === "call";
  return meant ? best2 : void 0;
}
function allIn(text, expression) {
  const all = [];
  expression.lastIndex = 0;
  for (let found2 = expression.exec(text); found2; found2 = expression.exec(text)) all.push(found2);
  return all;
}
function longestName(words, names3) {
  let best2;
  for (const { index, 0: name } of allIn(names3, words)) {
    if (name.length > (best2?.length ?? 0) && beginsPart(names3, index)) best2 = name;
  }
  return best2;
}
function isPart(data, from, to, start, end) {
  const before = from > start ? data[from - 1] : 0;
  if (isLowerByte(before) && isLowerByte(data[from]) && !(from - 2 >= start && data[from - 2] === 92)) return false;
  if (to + 2 >= end || !isLowerByte(data[to]) || !isLowerByte(data[to - 1])) return true;
  return BEGINNINGS2.has(data.toString("latin1", to, to + 3));
}
var BEGINNINGS2 = /* @__PURE__ */ new Set(["acc", "adm", "api", "app", "aut", "cli", "key", "pas", "pri", "pwd", "sec", "tok"]);
var isLetter = (char) => char !== void 0 && /[A-Za-z]/.test(char);
var isUpper = (char) => char !== void 0 && char >= "A" && char <= "Z";
var isLower = (char) => char !== void 0 && char >= "a" && char <= "z";
function beginsPart(text, at) {
  const before = text[at - 1];
  if (!isLetter(before)) return true;
  if (isLower(before)) return isUpper(text[at]);
  return isUpper(text[at]) && isLower(text[at + 1]);
}
function endsPart(text, at) {
  if (!isLetter(text[at]) || beginsPart(text, at)) return true;
  return BEGINNINGS2.has(text.slice(at, at + 3).toLowerCase());
}

// src/detect/prefilter-wasm.ts
var ROOM3 = 8192;
var SLACK = 8192;
var STRETCH = 16384;
var SCRATCH = 1 << 20;
var MARGIN = 2 * MAX_LITERAL + MOST_BEFORE + 16;
var PARTS7 = { marked: STRETCH * 2 + 32, pairs: 16 + (ROOM3 + SLACK) * 8, scratch: SCRATCH + 2 * MARGIN };
var tablesOf2 = ({ map, slots, entries, guards, classes, pool, starts: starts2, folds }) => [
  map,
  slots,
  entries,
  guards,
  classes,
  pool,
  starts2,
  folds
];
var WasmPrefilter = class {
  #core;
  #pairs;
  #table;
  /** A piece of what lies elsewhere. */
  #piece = new Int32Array(2);
  #scratch;
  /** Bytes that it takes in the memory of a core. */
  static size(literals) {
    return tablesOf2(literals).reduce((sum, { byteLength }) => sum + partSize(byteLength), partsSize(PARTS7) + RangeTable.size);
  }
  /** @param core data in its memory is scanned where it is */
  constructor(core, literals) {
    this.#core = core;
    const places2 = tablesOf2(new LiteralTable(literals)).map((table) => {
      const part2 = core.take(table.byteLength);
      part2.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
      return part2.byteOffset;
    });
    const marked2 = core.take(PARTS7.marked);
    this.#pairs = core.takeNumbers(PARTS7.pairs / 4);
    this.#table = new RangeTable(core);
    this.#scratch = core.take(PARTS7.scratch);
    core.exports.setup(...places2, marked2.byteOffset, this.#pairs.byteOffset + 8, ROOM3);
  }
  scan(data, start, end, { pairs, count: count2 }, found2) {
    if (this.#core.holds(data)) {
      for (let next = 0; next < count2; ) {
        const taken = this.#table.take(pairs, count2, next);
        this.#walk(this.#table.address, taken, data.byteOffset, start, end, found2);
        next += taken;
      }
      return;
    }
    for (let range = 0; range < count2; range++) {
      const to = pairs[2 * range + 1];
      for (let at = pairs[2 * range]; at < to; at += SCRATCH) {
        const stop = Math.min(at + SCRATCH, to);
        const begin = Math.max(at - MARGIN, 0);
        this.#scratch.set(data.subarray(begin, Math.min(stop + MARGIN, data.length)));
        this.#piece[0] = at;
        this.#piece[1] = stop;
        this.#table.take(this.#piece, 1, 0);
        this.#walk(this.#table.address, 1, this.#scratch.byteOffset - begin, start, end, found2);
      }
    }
  }
  /**
   * @param ranges their address
   * @param base address of data[0]
   */
  #walk(ranges, count2, base, start, end, found2) {
    const pairs = this.#pairs;
    const last = ranges + 8 * count2;
    for (let at = ranges, goOn = 0; at < last; goOn = pairs[0]) {
      at = this.#core.exports.seek(at, last, base, base + start, base + end, goOn);
      for (let n = 1, total = pairs[1]; n <= total; n++) found2(pairs[2 * n], pairs[2 * n + 1] - base);
    }
  }
};

// src/detect/recall.ts
var SLOTS2 = 1 << 19;
var MORE4 = 32;
var ROOM4 = 24 << 20;
var LONGEST3 = 4096;
var OPEN3 = 4294967295;
var PARTS8 = { slots: (SLOTS2 + MORE4) * 8, entries: ROOM4 };
var Recall = class {
  /** Bytes of the look that was recalled last: before its place, and in all. */
  before = 0;
  length = 0;
  /** What was found by it, as seen from its place; nothing, mostly. */
  hits = NOTHING2;
  /** Whether the look that was asked for last is not known because it depends on others. */
  isOpen = false;
  #core;
  #memory;
  /** What was found by looks, and the number of the first, less one. */
  #found = [];
  #first = 0;
  /** Bytes that it takes in the memory of a core. */
  static size = partsSize(PARTS8);
  /** @param refusals for each kind of look by what it is refused (see refusals.ts), if it is: as much memory is taken beside `size` */
  constructor(core, refusals) {
    this.#core = core;
    const slots = core.take(PARTS8.slots);
    const entries = core.take(PARTS8.entries);
    this.#memory = new DataView(entries.buffer);
    core.exports.setupRecall(slots.byteOffset, SLOTS2, entries.byteOffset, ROOM4);
    if (!refusals) return;
    const kinds = core.take(refusals.length);
    kinds.set(refusals);
    core.exports.setupRefusals(kinds.byteOffset);
  }
  /**
   * Whether it is known to what a look of a kind comes, also since it is refused; `before` and `length` then say on which bytes that depends,
   * and `hits` what it is.
   * @param at address of its place in the data from address `start` to `end`
   */
  knows(kind, at, start, end) {
    const entry = this.#core.exports.recall(kind, at, start, end);
    const outcome = entry === 0 ? OPEN3 : this.#memory.getUint32(entry + 12, true);
    this.isOpen = entry > 0 && outcome === OPEN3;
    if (outcome === OPEN3) return false;
    this.before = this.#memory.getUint32(entry + 4, true);
    this.length = this.#memory.getUint32(entry + 8, true);
    this.hits = outcome === 0 ? NOTHING2 : this.#found[outcome - this.#first - 1];
    return true;
  }
  /**
   * Remembers to what a look came, and on which bytes that depends; where these are the first or the last ones of the data, also on that.
   * @param hits what it found, with offsets of which `place` is that of the look
   * @returns false where it is too long to be remembered
   */
  keep(look, hits = NOTHING2, place = 0) {
    const isKept = this.#put(look, hits.length === 0 ? 0 : this.#first + this.#found.length + 1);
    if (isKept && hits.length > 0) this.#found.push(hits.map((hit) => movedHit(hit, -place)));
    return isKept;
  }
  /** Remembers that a look is open: who goes on without scanning data need not begin with it. */
  keepOpen(look) {
    this.#put(look, OPEN3);
  }
  #put({ kind, at, from, to, start, end }, outcome) {
    if (to - from > LONGEST3) return false;
    if (this.#core.exports.keep(kind, at, from, to, start, end, outcome) !== 0) {
      this.#first += this.#found.length;
      this.#found = [];
    }
    return true;
  }
};
var NOTHING2 = [];

// src/detect/refusals.ts
var ADDRESS = 1;
var WORD3 = 2;
var URL2 = [...DETECTORS.keys()].indexOf("url");
function refusalsOf({ uses, useStarts }) {
  const kinds = new Uint8Array(useStarts.length - 1);
  for (let literal = 0; literal < kinds.length; literal++) {
    let kind;
    for (let i = useStarts[literal]; i < useStarts[literal + 1]; i += 4) {
      const of = kindOf(uses[i], uses[i + 1]);
      kind = kind === void 0 || kind === of ? of : 0;
    }
    kinds[literal] = kind ?? 0;
  }
  return kinds;
}
function kindOf(use, index) {
  if (use === USE.word || use === USE.wide) return WORD3;
  return use === USE.code && index === URL2 ? ADDRESS : 0;
}

// src/detect/runner.ts
function runnerOf(index, rule) {
  const { minLength, maxLength, solid, edgeBefore: edge } = rule;
  return {
    index,
    rule,
    minLength,
    maxLength,
    solid,
    expression: void 0,
    contextWords: void 0,
    nearWords: void 0,
    serviceWords: void 0,
    noEdge: edge === "" ? void 0 : byteTable(edge)
  };
}
function expressionOf(runner) {
  const { rule } = runner;
  if (!runner.expression) {
    const after = rule.edgeAfter === "" ? "" : `(?![${rule.edgeAfter}])`;
    const indices = rule.pattern.includes("(?<secret>") ? "d" : "";
    runner.expression = new RegExp(`(?:${rule.pattern})${after}`, `${rule.flags}y${indices}`);
  }
  return runner.expression;
}
function byteTable(inside2) {
  const table = new Uint8Array(256);
  const expression = new RegExp(`[${inside2}]`);
  for (let byte = 0; byte < 256; byte++) table[byte] = expression.test(String.fromCharCode(byte)) ? 1 : 0;
  return table;
}
function hasWord(name, words) {
  const plain2 = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return words.some((word) => plain2(name).includes(plain2(word)));
}
var anyOf = (words, flags) => new RegExp(words.map(looseWord).join("|"), flags);
function looseWord(word) {
  return word.split(/[ _.-]+/).map((piece) => piece.replace(/[^A-Za-z0-9]/g, String.raw`\$&`)).join("[ _.-]?");
}

// src/detect/engine.ts
var MAX_CONTEXT = 400;
var SHARED_NAME = 1e3;
var DESK = 1 << 18;
var VALUE_TEXT = 128;
var Detector = class {
  reach = { before: MOST_BEHIND, behind: MOST_BEFORE, around: AROUND2 };
  whole = false;
  looks = new Looks();
  look = this.looks;
  /** Its memory is scanned where it is; other data is copied first. */
  core;
  prefilter;
  seeker;
  /** In the core, for data from elsewhere. */
  desk;
  recall;
  /** Address of the data in the core's memory; 0 where it lies elsewhere. */
  address = 0;
  /** Whether the last look that was not recalled can be from now on. */
  isRemembered = false;
  tables;
  variants;
  /** Made when a rule is first wanted. */
  runners = [];
  /** Its rules are parsed when they are first read: not before a literal is found. */
  catalogue;
  codes = [...DETECTORS.values()];
  decoder = new Decoder(this.looks);
  data = Buffer.alloc(0);
  start = 0;
  end = 0;
  hits = [];
  /** Looks that are known, and the first that may be met next. */
  known = new Looks();
  nextKnown = 0;
  /** Looks to be repeated, and the next one of them. */
  repeats = new Looks();
  next = 0;
  /** All of the data, as ranges; where they are asked for. */
  all;
  /** The value that was looked at last, and where it stands. */
  value = "";
  valueAt = -1;
  solid = 0;
  solidFrom = -1;
  /**
   * @param catalogue compiled rules; the `rule` of a hit is an index in its list
   * @param room bytes that are left in the memory of `core` for others
   */
  constructor(catalogue, room2 = 0) {
    this.catalogue = catalogue;
    this.tables = catalogue.tables;
    const refusals = refusalsOf(this.tables);
    const parts = partsSize({ refusals: refusals.length, desk: DESK, all: 8 });
    const own = WasmPrefilter.size(this.tables.literals) + Base64Seeker.size + Recall.size + parts;
    this.core = new Core(own + room2);
    this.prefilter = new WasmPrefilter(this.core, this.tables.literals);
    this.seeker = new Base64Seeker(this.core);
    this.recall = new Recall(this.core, refusals);
    this.desk = this.core.take(DESK);
    this.all = { pairs: this.core.takeNumbers(2), count: 1 };
  }
  runner(index) {
    return this.runners[index] ??= runnerOf(index, this.catalogue.rule(index));
  }
  scan(data, start, end, part2) {
    const bytes2 = end < data.length ? data.subarray(0, end) : data;
    this.begin(bytes2, start, end);
    if (part2) this.scanPart(part2);
    else this.scanAll();
    const hits = part2 && part2.hits.length > 0 ? part2.hits.concat(this.hits) : this.hits;
    if (this.decoder.idle) return hits;
    return this.decoder.run(
      hits,
      (view) => {
        this.enter(view, 0, view.length);
        this.scanAll();
        return this.hits;
      },
      (rule) => this.catalogue.rule(rule).rank
    );
  }
  settle(data, asked, count2) {
    this.begin(data, 0, data.length);
    for (let i = 0; i < 2 * count2; i += 2) {
      this.isRemembered = true;
      this.onLiteral(asked[i], asked[i + 1]);
      if (!this.isRemembered || this.hits.length > 0) return false;
    }
    return true;
  }
  begin(data, start, end) {
    this.looks.clear(start, end);
    this.decoder.begin(data, start, end);
    this.enter(data, start, end);
  }
  enter(data, start, end) {
    const elsewhere = !this.core.holds(data);
    this.data = elsewhere && data.length <= DESK ? this.toDesk(data) : data;
    this.start = start;
    this.end = end;
    this.address = elsewhere && this.data === data ? 0 : this.data.byteOffset;
    this.hits = [];
    this.valueAt = -1;
    this.solidFrom = -1;
  }
  /** What was decoded, and versions of files, are of some kilobytes: copied there, looks at them are recalled, too. */
  toDesk(data) {
    data.copy(this.desk);
    return this.desk.subarray(0, data.length);
  }
  /** Scans the bytes as they stand. */
  scanAll() {
    const { data, start, end, all } = this;
    all.pairs[0] = start;
    all.pairs[1] = end;
    this.prefilter.scan(data, start, end, all, this.onLiteral);
    this.base64(all, this.onBase64);
  }
  /** Calls back for places in some ranges where base64 may stand; the answer says where to go on. */
  base64(ranges, found2) {
    const { data, end } = this;
    if (this.address > 0) return this.seeker.seek(data, end, ranges, found2);
    const { pairs, count: count2 } = ranges;
    for (let i = 0; i < count2; i++) seekBase64(data, pairs[2 * i], Math.min(pairs[2 * i + 1], end), found2);
  }
  onBase64 = (at) => this.decoder.base64At(at);
  onPartBase64 = (at) => {
    this.repeatBase64UpTo(at);
    return this.decoder.base64At(at);
  };
  /** Scans parts of the bytes, and repeats looks. What decoders have seen to they do not do again, so all goes by place. */
  scanPart({ ranges, wide, looks, repeats: repeats2 }) {
    const { data, start, end } = this;
    this.known = looks;
    this.nextKnown = 0;
    this.repeats = repeats2;
    this.next = 0;
    this.prefilter.scan(data, start, end, ranges, this.onPartLiteral);
    this.repeatUpTo(Infinity);
    this.next = 0;
    this.base64(wide, this.onPartBase64);
    this.repeatBase64UpTo(Infinity);
  }
  onPartLiteral = (literal, at) => {
    if (this.isKnown(literal, at)) return;
    this.repeatUpTo(at);
    this.onLiteral(literal, at);
  };
  isKnown(literal, at) {
    const { data, count: count2 } = this.known;
    while (this.nextKnown < count2 && data[LOOK * this.nextKnown + 1] < at - 2 * MAX_LITERAL) this.nextKnown++;
    for (let i = LOOK * this.nextKnown; i < LOOK * count2 && data[i + 1] <= at; i += LOOK)
      if (data[i + 1] === at && data[i] === literal) return true;
    return false;
  }
  repeatUpTo(place) {
    const { data, count: count2 } = this.repeats;
    for (; this.next < count2 && data[LOOK * this.next + 1] < place; this.next++) {
      const kind = data[LOOK * this.next];
      if (kind !== BASE64_LOOK) this.onLiteral(kind, data[LOOK * this.next + 1]);
    }
  }
  repeatBase64UpTo(place) {
    const { data, count: count2 } = this.repeats;
    for (; this.next < count2 && data[LOOK * this.next + 1] < place; this.next++)
      if (data[LOOK * this.next] === BASE64_LOOK) this.decoder.base64At(data[LOOK * this.next + 1]);
  }
  onLiteral = (literal, at) => {
    if (this.address > 0 && this.recalls(literal, at)) return;
    const { uses, useStarts, literals } = this.tables;
    const stop = useStarts[literal + 1];
    const { looks, hits } = this;
    const found2 = hits.length;
    const behind = at + literals.starts[literal + 1] - literals.starts[literal];
    const guard = literals.guards[literal];
    looks.begin(at - guardBefore(guard), behind + guardBehind(guard));
    this.decoder.beginLook();
    let near;
    let wide;
    for (let i = useStarts[literal]; i < stop; i += 4) {
      const index = uses[i + 1];
      if (uses[i] === USE.shape) this.shape(this.runner(index), at, at - uses[i + 3], at - uses[i + 2]);
      else if (uses[i] === USE.code) this.codes[index].run(this, at);
      else if (uses[i] === USE.near) (near ??= []).push(index);
      else if (uses[i] === USE.wide || this.isPart(at, behind)) (wide ??= []).push(index);
    }
    if (near || wide) this.near(near ?? [], wide ?? [], at);
    for (let i = found2; i < hits.length; i++) {
      const hit = hits[i];
      hit.from = Math.max(looks.from, this.start);
      hit.to = Math.min(looks.to, this.end);
    }
    looks.end(literal, at);
    if (this.address > 0) this.remember(literal, at, found2);
  };
  /** Whether it is known to what a look comes, as others have with the same bytes: that is taken down. */
  recalls(literal, at) {
    const { recall, address } = this;
    if (!recall.knows(literal, address + at, address + this.start, address + this.end)) return false;
    const from = at - recall.before;
    if (!this.looks.paused) this.looks.add(literal, at, from, from + recall.length);
    for (const hit of recall.hits) this.hits.push(movedHit(hit, at));
    return true;
  }
  /** @param found how many hits there were before the look at hand */
  remember(literal, at, found2) {
    const { address, hits, looks, recall } = this;
    const [start, end] = [address + this.start, address + this.end];
    const from = Math.max(address + looks.from, start);
    const to = Math.min(address + looks.to, end);
    const look = { kind: literal, at: address + at, from, to, start, end };
    this.isRemembered = !this.decoder.wasAsked && recall.keep(look, hits.length > found2 ? hits.slice(found2) : void 0, at);
    if (this.decoder.wasAsked && !recall.isOpen) recall.keepOpen(look);
  }
  isPart(at, behind) {
    this.looks.saw(at - 2, behind + 3);
    return isPart(this.data, at, behind, this.start, this.end);
  }
  emit(variant, start, end, confidence, reasons = [], more) {
    const rule = this.ruleOf(variant);
    if (rule === void 0) return;
    const level = confidence ?? this.catalogue.rule(rule).confidence;
    this.hits.push(hitOf(rule, start, end, level, reasons, more));
  }
  /** The rule that finds of a detector's variant belong to; undefined where it is off. */
  ruleOf(variant) {
    this.variants ??= new Map(Object.entries(this.catalogue.detectors ?? ruleOfDetector(this.catalogue.rules)));
    return this.variants.get(variant);
  }
  candidate(variant, form, span, reasons = []) {
    if (this.ruleOf(variant) === void 0) return;
    const weighed = weigh(this.look, this.data, this.start, this.end, form, span);
    if (weighed) this.emit(variant, span.start, span.end, weighed.confidence, reasons, { evidence: weighed.evidence });
  }
  /**
   * A rule with a shape whose match begins in [first, last]: the leftmost one that holds the literal, or all of them where the
   * literal is a word that stands near them.
   */
  shape(runner, literal, first, last) {
    const { minLength, maxLength } = runner;
    const begin = Math.max(first, this.start);
    const stop = Math.min(last + maxLength + 1, this.end);
    if (begin > last || stop - begin < minLength) return this.looks.saw(first, last + minLength);
    if (begin === last && !this.edgeHolds(runner, begin)) return;
    this.looks.saw(begin, last + maxLength + 1);
    this.decoder.token(last);
    const text = this.data.toString("latin1", begin, stop);
    const expression = expressionOf(runner);
    for (let at = begin; at <= last; at++) {
      if (begin < last && !this.edgeHolds(runner, at)) continue;
      expression.lastIndex = at - begin;
      const found2 = expression.exec(text);
      if (!found2) continue;
      const matchEnd = at + found2[0].length;
      const isWord = last > literal;
      if (isWord || matchEnd > literal) this.accept(runner, found2, at, begin);
      if (!isWord && matchEnd > literal) return;
      at = Math.max(at, matchEnd - 1);
    }
  }
  edgeHolds(runner, at) {
    return runner.noEdge === void 0 || edgeBefore(this.look, this.data, at, this.start, runner.noEdge);
  }
  /**
   * Rules that look for their shape in the value given to a name that holds one of their words; see near.ts. Of those of a
   * provider's word (`wide`) also in what stands some way behind it.
   */
  near(near, wide, at) {
    const direct = lookDirect(this.look, this.data, at, this.start, this.end);
    for (const value of direct.values) this.decoder.given(direct.from, value);
    for (const index of near) this.nearValue(this.runner(index), direct, false);
    const left = [];
    for (const index of wide) {
      const runner = this.runner(index);
      if (!this.nearValue(runner, direct, false)) left.push(runner);
    }
    if (left.length === 0) return;
    for (const given of lookWide(this.look, this.data, at, this.start, this.end))
      for (const runner of left) this.nearValue(runner, given, true);
  }
  /** @returns whether the name is one of the rule's, and values stand there */
  nearValue(runner, given, wide) {
    const { minLength, maxLength, solid } = runner;
    let distance;
    for (const value of given.values) {
      if (value.quote !== 0 && value.end - value.start < minLength) continue;
      if (solid > 0 && this.solidAt(value.start) < solid) continue;
      if (!this.edgeHolds(runner, value.start)) continue;
      const expression = expressionOf(runner);
      expression.lastIndex = 0;
      this.looks.saw(value.start, value.start + maxLength + 1);
      const found2 = expression.exec(this.valueText(value.start, maxLength + 1));
      if (!found2 || value.quote !== 0 && value.start + found2[0].length > value.end + 1) continue;
      distance ??= this.distance(runner, given, wide);
      if (distance === void 0) return false;
      this.accept(runner, found2, value.start, value.start, distance);
      return true;
    }
    return false;
  }
  /** How many solid bytes the value at an offset begins with, counted once for all rules. */
  solidAt(at) {
    if (at !== this.solidFrom) {
      this.solidFrom = at;
      this.solid = solidAt(this.data, at, this.end);
    }
    this.looks.saw(at, at + this.solid + 1);
    return this.solid;
  }
  /**
   * The text that begins at a value: many rules look at the same one in turn. It may be longer than asked for, which no rule
   * can see: a match is never longer than its rule says.
   */
  valueText(at, length) {
    if (at !== this.valueAt || this.value.length < Math.min(length, this.end - at)) {
      this.valueAt = at;
      this.value = this.data.toString("latin1", at, Math.min(at + Math.max(length, VALUE_TEXT), this.end));
    }
    return this.value;
  }
  /** See Hit.distance; undefined where no word of the rule stands. */
  distance(runner, given, wide) {
    const { rule } = runner;
    if (!wide && rule.near.length > 0) {
      runner.nearWords ??= anyOf(rule.near, "gi");
      const name = longestName(runner.nearWords, given.names);
      if (name !== void 0) return (hasWord(name, [rule.provider, ...rule.service]) ? 0 : SHARED_NAME) - name.length;
    }
    if (rule.service.length === 0) return void 0;
    runner.serviceWords ??= anyOf(rule.service, "gi");
    return serviceDistance(runner.serviceWords, given);
  }
  /** Entropy, checksum and context decide on a match of a shape; `base` is the offset of the text that was matched. */
  accept(runner, found2, at, base, distance) {
    const { rule } = runner;
    const secretAt = found2.indices?.groups?.["secret"];
    const start = secretAt ? base + secretAt[0] : at;
    const secret = found2.groups?.["secret"] ?? found2[0];
    const end = start + secret.length;
    let { confidence } = rule;
    const reasons = [];
    if (rule.checksum) {
      if (checksumHolds(rule.checksum, { ...found2.groups, secret })) {
        const decodes = !checksumProves(rule.checksum);
        if (!decodes) confidence = "certain";
        reasons.push(
          decodes ? { code: "decodes", text: "It decodes to what such a credential holds." } : { code: "checksum-valid", text: `Its checksum (${rule.checksum.is}) is right.` }
        );
      } else if (rule.checksum.mismatch === "low") {
        confidence = "low";
        reasons.push({ code: "checksum-wrong", text: `Its checksum (${rule.checksum.is}) is wrong.` });
      } else {
        return;
      }
    }
    if (confidence !== "certain") {
      const variety = rule.entropy > 0 || distance !== void 0;
      if (distance !== void 0 && isWords(secret)) return;
      if (entropy(secret) < rule.entropy || looksLikePlaceholder(secret, variety)) return;
    }
    if (rule.context) {
      const within = Math.min(rule.context.within ?? 200, MAX_CONTEXT);
      const [from, to] = [at - within, at + found2[0].length + within];
      this.looks.saw(from, to);
      runner.contextWords ??= anyOf(rule.context.words, "i");
      const around = this.data.toString("latin1", Math.max(from, this.start), Math.min(to, this.end));
      if (runner.contextWords.test(around)) reasons.push({ code: "context", text: "Words of its provider stand near it." });
      else if (rule.context.required !== false) return;
      else if (confidence === "high") confidence = "medium";
    }
    const hit = hitOf(runner.index, start, end, confidence, reasons, { distance });
    const password = passwordIn(rule.checksum?.is, secret);
    if (password) {
      hit.end = start + password.end;
      hit.start = start + password.start;
      hit.decoded = { secret: password.secret, from: ["base64"], unsure: false };
    }
    this.hits.push(hit);
  }
};

// src/detect/position.ts
var import_node_buffer2 = require("node:buffer");
var NEWLINE = 10;
var RETURN = 13;
var Positions = class {
  #bytes;
  #start;
  #end;
  #high;
  #from;
  /** First byte of a character, and its place. */
  #at;
  #line;
  #column;
  /** The first line feed at or after `#at`, `#end` if there is none; -1 if not looked for. Unused in UTF-16. */
  #newline = -1;
  /**
   * @param start first byte of text in the buffer, after a byte order mark; the first byte of a character
   * @param from place of that byte; for a chunk of a file it is what `boundary` said in the chunk before
   */
  constructor(bytes2, start, end, encoding, from = { line: 1, column: 1 }) {
    this.#bytes = bytes2;
    this.#start = start;
    this.#end = end;
    this.#high = highByte(encoding);
    this.#from = from;
    this.#at = start;
    this.#line = from.line;
    this.#column = from.column;
  }
  /** Place of the byte at an offset (`end` is allowed), or of the character it belongs to if it is inside of one. */
  at(offset) {
    if (offset < this.#at) {
      this.#at = this.#start;
      this.#line = this.#from.line;
      this.#column = this.#from.column;
      this.#newline = -1;
    }
    if (this.#high === void 0) this.#advance(offset);
    else this.#advanceWide(offset, this.#high);
    return { line: this.#line, column: this.#column };
  }
  /** Where the bytes from `from` up to `to` stand. For ranges that overlap only their beginnings need ascend. */
  range(from, to) {
    const { line: startLine, column: startColumn } = this.at(from);
    const at = this.#at;
    const newline = this.#newline;
    const { line: endLine, column: endColumn } = this.at(to);
    this.#at = at;
    this.#line = startLine;
    this.#column = startColumn;
    this.#newline = newline;
    return { startLine, startColumn, endLine, endColumn };
  }
  /** The first character that begins at or after an offset: where the positions of the next chunk begin. */
  boundary(offset) {
    const place = this.at(offset);
    if (this.#at === offset) return { offset, place };
    const next = this.#at + (this.#high === void 0 ? sequenceLength2(this.#bytes, this.#at, this.#end) : 2);
    return { offset: next, place: this.at(next) };
  }
  #advance(offset) {
    if (this.#newline < 0) this.#findNewline();
    while (this.#newline < offset) {
      this.#at = this.#newline + 1;
      this.#line++;
      this.#column = 1;
      this.#findNewline();
    }
    let at = this.#at;
    while (at < offset) {
      const size = this.#bytes[at] < 128 ? 1 : sequenceLength2(this.#bytes, at, this.#end);
      if (at + size > offset) break;
      at += size;
      this.#column += size === 4 ? 2 : 1;
    }
    this.#at = at;
  }
  #findNewline() {
    const found2 = this.#bytes.indexOf(NEWLINE, this.#at);
    this.#newline = found2 < 0 || found2 > this.#end ? this.#end : found2;
  }
  #advanceWide(offset, high) {
    let at = this.#at;
    for (; at + 2 <= offset; at += 2) {
      if (isUnit(this.#bytes, at, high, NEWLINE)) {
        this.#line++;
        this.#column = 1;
      } else this.#column++;
    }
    this.#at = at;
  }
};
var BEFORE5 = 60;
var SECRET = 200;
var AFTER = 40;
var room = (units) => units * 4;
function frameAt(bytes2, start, end, encoding, from, to) {
  const high = highByte(encoding);
  const step2 = high === void 0 ? 1 : 2;
  const isAt = (at, char) => high === void 0 ? bytes2[at] === char : isUnit(bytes2, at, high, char);
  const low = Math.max(start, from - room(BEFORE5));
  let lineStart = from;
  while (lineStart > low && !isAt(lineStart - step2, NEWLINE)) lineStart -= step2;
  const top = Math.min(end, to + room(AFTER), from + room(SECRET));
  let lineEnd3 = from;
  while (lineEnd3 + step2 <= top && !isAt(lineEnd3, NEWLINE)) lineEnd3 += step2;
  const cutLine = lineEnd3 + step2 > top && top < end;
  if (lineEnd3 + step2 <= end && lineEnd3 > from && isAt(lineEnd3, NEWLINE) && isAt(lineEnd3 - step2, RETURN)) lineEnd3 -= step2;
  const secretEnd = Math.min(to, lineEnd3);
  const before = decode2(bytes2, lineStart, from, encoding);
  const secret = decode2(bytes2, from, secretEnd, encoding);
  const after = decode2(bytes2, secretEnd, lineEnd3, encoding);
  const shownBefore = lastUnits(before, BEFORE5);
  const shownSecret = firstUnits(secret, SECRET);
  const shownAfter = shownSecret === secret ? firstUnits(after, AFTER) : "";
  return {
    text: shownBefore + shownSecret + shownAfter,
    start: shownBefore.length,
    end: shownBefore.length + shownSecret.length,
    cutStart: shownBefore !== before,
    cutEnd: cutLine || shownSecret !== secret || shownAfter !== after
  };
}
function decode2(bytes2, from, to, encoding) {
  const part2 = bytes2.subarray(from, to);
  if (encoding === "utf-16le") return part2.toString("utf16le");
  if (encoding === "utf-16be")
    return Buffer.from(part2.subarray(0, part2.length & ~1)).swap16().toString("utf16le");
  if ((0, import_node_buffer2.isUtf8)(part2)) return part2.toString("utf8");
  let text = "";
  for (let at = 0; at < part2.length; ) {
    const size = sequenceLength2(part2, at, part2.length);
    text += part2.toString(size === 1 ? "latin1" : "utf8", at, at + size);
    at += size;
  }
  return text;
}
function highByte(encoding) {
  return encoding === "utf-16le" ? 1 : encoding === "utf-16be" ? 0 : void 0;
}
function isUnit(bytes2, at, high, char) {
  return bytes2[at + high] === 0 && bytes2[at + 1 - high] === char;
}
function firstUnits(text, units) {
  if (text.length <= units) return text;
  return text.slice(0, (text.charCodeAt(units - 1) & 64512) === 55296 ? units - 1 : units);
}
function lastUnits(text, units) {
  if (text.length <= units) return text;
  const from = text.length - units;
  return text.slice((text.charCodeAt(from) & 64512) === 56320 ? from + 1 : from);
}
function sequenceLength2(bytes2, at, end) {
  const lead = bytes2[at];
  if (lead < 194 || lead > 244) return 1;
  const size = lead < 224 ? 2 : lead < 240 ? 3 : 4;
  if (at + size > end) return 1;
  const second = bytes2[at + 1];
  const least = lead === 224 ? 160 : lead === 240 ? 144 : 128;
  const most = lead === 237 ? 159 : lead === 244 ? 143 : 191;
  if (second < least || second > most) return 1;
  for (let next = at + 2; next < at + size; next++) if ((bytes2[next] & 192) !== 128) return 1;
  return size;
}

// src/detect/resolve.ts
function resolve4(hits, catalogue) {
  const order = hits.filter((hit) => hit.rule >= 0).sort(
    (a, b) => catalogue.rule(b.rule).rank - catalogue.rule(a.rule).rank || reading(a) - reading(b) || (a.distance ?? 0) - (b.distance ?? 0) || CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) || b.end - b.start - (a.end - a.start) || a.start - b.start || a.rule - b.rule || compareReadings(a.decoded, b.decoded) || byText(a.evidence?.join() ?? "", b.evidence?.join() ?? "")
  );
  const kept = [];
  for (const hit of order) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = low + high >>> 1;
      if (kept[middle].start < hit.start) low = middle + 1;
      else high = middle;
    }
    const before = kept[low - 1];
    const behind = kept[low];
    if (before && before.end > hit.start || behind && behind.start < hit.end) continue;
    kept.splice(low, 0, hit);
  }
  return kept;
}
function reading({ decoded }) {
  return decoded ? decoded.unsure ? 2 : 0 : 1;
}
function compareReadings(a, b) {
  if (!a || !b) return 0;
  return a.secret.length - b.secret.length || a.from.length - b.from.length || byText(a.secret, b.secret) || byText(a.from.join(), b.from.join());
}

// src/suppress/inline.ts
var MOST2 = 1e4;
var LINE3 = 1024;
var EVERYWHERE = [
  { needle: "bearertrap:ignore", read: marked(/^bearertrap:ignore(?:-(line|next-line|start|end))?(?![\w:-])/) },
  { needle: "secretlint-", read: secretlint }
];
var NEARBY = [
  { needle: "gitleaks:allow", read: marked(/^gitleaks:allow(?!\w)/) },
  { needle: "trufflehog:ignore", read: marked(/^trufflehog:ignore(?!\w)/) },
  { needle: "pragma:", read: marked(/^pragma: ?(?:allow|white)list[ -](?:(next)line[ -])?secret(?!\w)/) },
  { needle: "ggignore", read: marked(/^ggignore(?!\w)/) }
];
function marked(form) {
  return (text) => {
    const found2 = form.exec(text);
    if (!found2) return void 0;
    const variant = found2[1] === "next" ? "next-line" : found2[1] ?? "line";
    return { marker: found2[0], form: variant, rest: text.slice(found2[0].length) };
  };
}
function secretlint(text) {
  const found2 = /^secretlint-(?:disable(?:-(line|next-line))?|enable)(?![\w-])/.exec(text);
  if (!found2) return void 0;
  const form = found2[0] === "secretlint-enable" ? "end" : found2[1] ?? "start";
  return { marker: found2[0], form, rest: text.slice(found2[0].length) };
}
var needles = /* @__PURE__ */ new Map();
function bytesOf(needle, encoding) {
  const wide = encoding === "utf-16le" || encoding === "utf-16be";
  const key = wide ? `${encoding} ${needle}` : needle;
  let bytes2 = needles.get(key);
  if (!bytes2) {
    bytes2 = Buffer.from(needle, wide ? "utf16le" : "latin1");
    needles.set(key, encoding === "utf-16be" ? bytes2.swap16() : bytes2);
  }
  return bytes2;
}
function inlineIgnores(data, start, end, encoding, secrets, positions) {
  const marks = [];
  const step2 = encoding === "utf-16le" || encoding === "utf-16be" ? 2 : 1;
  const search2 = ({ needle, read: read3 }, from, to) => {
    const bytes2 = bytesOf(needle, encoding);
    const part2 = data.subarray(from, to);
    for (let found2 = part2.indexOf(bytes2); found2 >= 0 && marks.length < MOST2; found2 = part2.indexOf(bytes2, found2 + bytes2.length)) {
      const at = from + found2;
      if (at > start && /[\w:-]$/.test(decode2(data, at - step2, at, encoding))) continue;
      const [line = ""] = decode2(data, at, Math.min(end, at + LINE3), encoding).split(/\r?\n/, 1);
      const mark = read3(line);
      if (mark) marks.push({ at, mark });
    }
  };
  for (const marker of EVERYWHERE) search2(marker, start, end);
  for (const { from, to } of neighbourhoods(secrets, start, end)) for (const marker of NEARBY) search2(marker, from, to);
  marks.sort((a, b) => a.at - b.at);
  return pairBlocks(marks.map(({ at, mark }) => ({ line: positions.at(at).line, mark })));
}
function neighbourhoods(secrets, start, end) {
  const parts = [];
  for (const secret of secrets) {
    const from = Math.max(start, secret.start - 2 * LINE3);
    const to = Math.min(end, secret.end + LINE3);
    const last = parts.at(-1);
    if (last && from <= last.to) last.to = Math.max(last.to, to);
    else parts.push({ from, to });
  }
  return parts;
}
function pairBlocks(lines2) {
  const ignores = [];
  const open = /* @__PURE__ */ new Map();
  for (const { line, mark } of lines2) {
    const family = /^[a-z]+/.exec(mark.marker)[0];
    if (mark.form === "end") {
      const block = open.get(family);
      open.delete(family);
      if (block) block.to = line;
      else if (family === "bearertrap")
        ignores.push({
          marker: mark.marker,
          line,
          from: line,
          to: line,
          fault: "nothing was begun that it could end",
          idle: true
        });
      continue;
    }
    const at = mark.form === "next-line" ? line + 1 : line;
    const ignore = {
      marker: mark.marker,
      line,
      from: at,
      to: mark.form === "start" ? Number.MAX_SAFE_INTEGER : at,
      idle: true,
      ...family === "bearertrap" ? terms(mark.rest) : family === "secretlint" ? secretlintTerms(mark.rest) : {}
    };
    ignores.push(ignore);
    if (mark.form !== "start") continue;
    const before = open.get(family);
    if (before) before.fault ??= `another ${mark.marker} stands before its end`;
    open.set(family, ignore);
  }
  for (const block of open.values()) {
    if (block.marker.startsWith("bearertrap")) block.fault ??= "its bearertrap:ignore-end is missing";
  }
  return ignores;
}
var CLOSER2 = /\s*(?:\*\/|--+!?>|[#%-]\}|--?%>|\*\)|"""|'''|["'`]\s*[,;)\]}]*\s*$).*$/;
var RULE = /^(?:[a-z\d][a-z\d-]*\*?|\*)$/;
function terms(rest) {
  const text = rest.replace(CLOSER2, "");
  const [, head = "", tail = ""] = /^(.*?)(?:(?:^|\s)(?:--|—|–)\s+(.*))?$/s.exec(text);
  const out = {};
  const rules = [];
  const words = [];
  const take = (word, list) => {
    const [, key, value] = /^(until|owner)=(.*)$/.exec(word) ?? [];
    if (key === "owner") out.owner = value;
    else if (key === "until" && isDay(value)) out.until = value;
    else if (key === "until") out.fault ??= `until=${value} is no day; write until=2027-01-31`;
    else list.push(word);
  };
  for (const word of head.split(/[\s,:[\]]+/).filter(Boolean)) take(word, rules);
  for (const word of tail.split(/\s+/).filter(Boolean)) take(word, words);
  const odd = rules.find((word) => !RULE.test(word));
  if (odd !== void 0) out.fault ??= `"${odd}" is no rule id; write the reason after --`;
  if (rules.length > 0) out.rules = rules;
  if (words.length > 0) out.reason = words.join(" ");
  return out;
}
function secretlintTerms(rest) {
  const [, head = "", reason = ""] = /^(.*?)(?:(?:^|\s)--\s+(.*))?$/s.exec(rest.replace(CLOSER2, ""));
  const providers = [...head.matchAll(/secretlint-rule-([a-z\d-]+)/g)].map((found2) => found2[1]);
  return {
    ...providers.length > 0 && { rules: providers.flatMap((name) => [name, `${name}-*`]) },
    ...reason !== "" && { reason: reason.trim() }
  };
}
function speaksOf(ignore, { rule, location }) {
  if (ignore.fault !== void 0 || ignore.from > location.endLine || ignore.to < location.startLine) return false;
  return ignore.rules === void 0 || ignore.rules.some((name) => names2(name, rule));
}
function names2(name, rule) {
  return name.endsWith("*") ? rule.startsWith(name.slice(0, -1)) : name === rule;
}
function isDay(text) {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

// src/pipeline/file.ts
var OVERLAP = 4 * (65536 + 2048);
function readHits(catalogue, hits, { data, start: from, offset }, encoding) {
  const wide = encoding === "utf-16le" || encoding === "utf-16be";
  return hits.map(({ rule, start, end, confidence, reasons, evidence, decoded }) => {
    const text = wide ? wideText(data, start, end, encoding) : data.toString("latin1", start, end);
    const decodedFrom = decoded && decoded.from.length > 0 && { decodedFrom: [...decoded.from] };
    return {
      rule: catalogue.rule(rule).id,
      secret: decoded?.secret ?? text,
      ...decoded && { encoded: text },
      location: { offset: offset + start - from, length: end - start, ...decodedFrom },
      confidence,
      reasons,
      ...evidence && { evidence }
    };
  });
}
function placeMatches(unplaced, chunk, positions, encoding, path) {
  if (unplaced.length === 0) return [];
  const { data } = chunk;
  const spots = unplaced.map(({ location: { offset, length } }) => {
    const start = offset - chunk.offset + chunk.start;
    return { start, end: start + length };
  });
  const matches = unplaced.map((match, i) => {
    const { start, end } = spots[i];
    const location = { path, ...positions.range(start, end), ...match.location };
    return { ...match, location, frame: frameAt(data, chunk.start, chunk.end, encoding, start, end) };
  });
  const ignores = inlineIgnores(data, chunk.start, chunk.end, encoding, spots, positions);
  if (ignores.length === 0) return matches;
  for (const ignore of ignores) ignore.idle = !matches.some((match) => speaksOf(ignore, match));
  return matches.map((match) => Object.assign(match, { ignores }));
}
function wideText(data, start, end, encoding) {
  const bytes2 = Buffer.from(data.subarray(start, end));
  return (encoding === "utf-16be" ? bytes2.swap16() : bytes2).toString("utf16le");
}

// src/pipeline/objects.ts
var ObjectScanner = class {
  reach;
  looks;
  whole = false;
  /** Objects in its memory are scanned where they are; others are copied first. */
  core;
  #detector;
  #catalogue;
  #narrowed = Buffer.alloc(0);
  /** @param room bytes that are left in the memory of `core` for others */
  constructor(catalogue, room2 = 0) {
    this.#catalogue = catalogue;
    this.#detector = new Detector(catalogue, room2);
    this.reach = this.#detector.reach;
    this.looks = this.#detector.looks;
    this.core = this.#detector.core;
  }
  scan(data, start, end, part2) {
    const encoding = detectEncoding(data, start, end);
    this.whole = encoding === "utf-16le" || encoding === "utf-16be";
    return this.whole ? this.#scanWide(data, start, end, encoding) : this.#detector.scan(data, start, end, part2);
  }
  settle(data, asked, count2) {
    return this.#detector.settle(data, asked, count2);
  }
  #scanWide(data, start, end, encoding) {
    const from = start + bomLength(data, start, end, encoding);
    const size = Math.ceil((end - from) / 2) + 2 * PAD;
    if (this.#narrowed.length < size) this.#narrowed = Buffer.alloc(size);
    const stop = narrow(data, from, end, encoding, this.#narrowed, PAD);
    const hits = this.#detector.scan(this.#narrowed, PAD, stop);
    const wide = (at) => from + 2 * (at - PAD);
    for (const hit of hits) [hit.start, hit.end] = [wide(hit.start), wide(hit.end)];
    return hits;
  }
  /** What an object's hits say. */
  read(data, start, end, found2) {
    const encoding = detectEncoding(data, start, end);
    const binary = encoding === "binary";
    const allowed = found2.filter((hit) => hit.rule >= 0 && (!binary || this.#catalogue.rule(hit.rule).structured));
    return readHits(this.#catalogue, resolve4(allowed, this.#catalogue), { data, start, offset: 0 }, encoding);
  }
  /** The matches of what was read in an object, told at `path`. */
  place(data, start, end, unplaced, path) {
    const encoding = detectEncoding(data, start, end);
    const positions = new Positions(data, start + bomLength(data, start, end, encoding), end, encoding);
    return placeMatches(unplaced, { data, start, end, offset: 0 }, positions, encoding, path);
  }
  /** The matches of an object's hits, told at `path`. */
  matches(data, start, end, found2, path) {
    return this.place(data, start, end, this.read(data, start, end, found2), path);
  }
};

// src/pipeline/history-part.ts
var MAX_PLACES = 1e3;
function firstPlaces(matches) {
  const counts = /* @__PURE__ */ new Map();
  return matches.filter((match) => {
    const key = secretKey(match);
    const count2 = counts.get(key) ?? 0;
    counts.set(key, count2 + 1);
    return count2 < MAX_PLACES;
  });
}
function hitsOf({ found: found2, scan }, settling2) {
  const secrets = /* @__PURE__ */ new Map();
  for (const { where, key, matches } of found2) {
    if (where !== "blob") continue;
    for (const match of matches) {
      const secret = secretKey(match);
      const known = secrets.get(secret);
      if (!known) secrets.set(secret, { blobs: [key], told: mayBeTold(match, settling2) });
      else {
        if (known.blobs.at(-1) !== key) known.blobs.push(key);
        known.told ||= mayBeTold(match, settling2);
      }
    }
  }
  return { secrets, otherTrees: scan.otherTrees };
}
var HistoryPart = class {
  tools;
  #maxFileSize;
  /** @param maxFileSize bytes; larger files are not scanned */
  constructor(catalogue, maxFileSize2 = Infinity) {
    this.#maxFileSize = maxFileSize2;
    const scanner = new ObjectScanner(catalogue, workspaceSize(DEFAULT_LIMITS));
    this.tools = { scanner, workspace: createWorkspace(DEFAULT_LIMITS, scanner.core) };
  }
  /** Contents of blobs, and messages. */
  objects(plan) {
    const { scanner, workspace } = this.tools;
    const options = { workspace, maxFileSize: this.#maxFileSize };
    return this.#collect((sink, ledger) => scanObjects(plan, scanner, sink, ledger, options));
  }
  /**
   * Names in trees, and where the wanted blobs stand.
   * @param wanted ids of blobs in which something was found, the same for all threads
   * @param others ids of trees that only git can read, for one thread
   */
  trees(plan, wanted, others) {
    const { scanner, workspace } = this.tools;
    return this.#collect((sink, ledger) => scanTrees(plan, scanner, sink, ledger, { wanted, links: true, others, workspace }));
  }
  /**
   * Tells of which contents and messages of a plan nothing need be read but their size, and what is in contents of which something
   * is told at one of their paths. Neither is told of what stands for a file that is kept elsewhere (Git LFS), or could not be
   * looked at.
   */
  *screen(plan, paths2, settling2) {
    const { clean, found: found2, messages } = { clean: { ids: [], sizes: [] }, found: /* @__PURE__ */ new Map(), messages: [] };
    const { scanner, workspace } = this.tools;
    const onClean = (id, data) => {
      if (isLfsPointer(data, 0, data.length)) return;
      clean.ids.push(id);
      clean.sizes.push(data.length);
    };
    const sink = {
      onClean,
      onBlob(id, data, start, end, hits) {
        const matches = scanner.read(data, start, end, hits);
        const isTold = (path) => matches.some((match) => isToldAt(match, path, settling2));
        if ([...paths2.get(id) ?? []].some(isTold)) found2.set(id, matches);
        else onClean(id, data);
      },
      onText: (_kind, id) => void messages.push(id)
    };
    yield* scanObjects(plan, scanner, sink, SILENT, { workspace, maxFileSize: this.#maxFileSize });
    return { clean, found: found2, messages };
  }
  *#collect(run10) {
    const part2 = { found: [], texts: [], skipped: [] };
    const { scanner } = this.tools;
    const sink = {
      onBlob(id, data, start, end, hits) {
        const all = scanner.read(data, start, end, hits);
        const matches = all.length > MAX_PLACES ? firstPlaces(all) : all;
        if (matches.length < all.length)
          part2.skipped.push({
            reason: "too-large",
            path: `${id} (${all.length - matches.length} more places of the same)`,
            gap: true
          });
        if (matches.length > 0) part2.found.push({ where: "blob", key: id, matches });
      },
      onText(where, id, data, start, end, hits) {
        const key = where === "path" ? fromBytes(data.subarray(start, end)) : id;
        part2.texts.push({ where, key });
        part2.found.push({ where, key, matches: scanner.matches(data, start, end, hits, "") });
      }
    };
    const skip = (...[reason, path, gap]) => {
      part2.skipped.push({ reason, path, gap });
    };
    return { scan: yield* run10(sink, { skip }), ...part2 };
  }
};

// src/pipeline/worker-catalogue.ts
function customCatalogue({ rules, tables }) {
  return { rules, rule: (index) => rules[index], tables: unpackTables(Buffer.from(tables)) };
}

// src/pipeline/history-worker.ts
var { custom, maxFileSize, settling } = import_node_worker_threads.workerData;
var port = import_node_worker_threads.parentPort;
var part = new HistoryPart(custom ? customCatalogue(custom) : loadCatalogue(), maxFileSize);
var answer = (kind, what, columns = {}) => port.postMessage({ [kind]: what }, buffersOf(columns));
port.on("message", (step2) => {
  if ("repo" in step2) return answer("made", planObjects(step2.repo, SILENT));
  const { plan, paths: paths2, names: names3 } = step2;
  if (paths2) {
    answer("screened", finish(part.screen(plan, paths2, settling)));
  } else if (names3) {
    const trees = finish(part.trees(plan, names3.wanted, names3.others));
    answer("trees", trees, { ...trees.scan.links, ...trees.scan.links?.texts });
  } else {
    const contents = finish(part.objects(plan));
    answer("hits", hitsOf(contents, settling));
    answer("contents", contents, contents.scan.commits);
  }
});
function buffersOf(columns) {
  return Object.values(columns).flatMap((column) => ArrayBuffer.isView(column) ? [column.buffer] : []);
}
