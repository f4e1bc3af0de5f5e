const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  Carrier,
  DeltaMaker,
  DeltaScanner,
  ObjectScanner,
  eachPart,
  messageStart,
  readDeltaHeader,
  tagStart
} from "./shared-sources-git-deltascan.mjs";
import {
  CONTROL,
  DONE,
  DONE_KIB,
  DONE_WORK,
  DUPLICATE,
  EACH,
  IDLE,
  STOP,
  TYPE,
  claim,
  claimsFor,
  cutRoots,
  entryEnd,
  planSteps,
  shared,
  toShared
} from "./shared-sources-git-plan.mjs";
import {
  ObjectIds,
  packOf
} from "./shared-sources-git-ids.mjs";
import {
  require_node_zlib
} from "./shared-builtin-node-zlib.mjs";
import {
  LooseReader,
  looseFile,
  readThroughGit
} from "./shared-sources-git-batch.mjs";
import {
  BLOB,
  BLOCK,
  COMMIT,
  JOINED,
  OFS_DELTA,
  PackReader,
  SLAB,
  TAG,
  TREE,
  readEntryHeader
} from "./shared-sources-git-packfile.mjs";
import {
  MOST_AT_ONCE,
  MalformedError
} from "./shared-sources-git-packindex.mjs";
import {
  customRules,
  elapsedMs
} from "./shared-pipeline-worker-catalogue.mjs";
import {
  isLfsPointer
} from "./shared-pipeline-file.mjs";
import {
  giveWay
} from "./shared-sources-git-steps.mjs";
import {
  SILENT
} from "./shared-sources-ledger.mjs";
import {
  secretKey
} from "./shared-group.mjs";
import {
  LOOK
} from "./shared-detect-engine.mjs";
import {
  Core,
  partSize,
  partsSize
} from "./shared-wasm-core-code.mjs";
import {
  isToldAt,
  mayBeTold
} from "./shared-detect-score-place-features.mjs";
import {
  NoFileError
} from "./shared-sources-git-gitdir.mjs";
import {
  fromBytes
} from "./shared-path.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/sources/git/needed.ts
function findNeeded({ parents }, ids, wanted) {
  const nodes = new Uint8Array(parents.length);
  const roots = [];
  for (const number of wanted) {
    for (let at = ids.nodeOf(number); at >= 0 && nodes[at] === 0; at = parents[at]) {
      nodes[at] = 1;
      if (parents[at] < 0) roots.push(at);
    }
  }
  return { roots: roots.sort((a, b) => a - b), nodes };
}
function marked(ids, numbers) {
  const wanted = new Uint8Array(ids.count);
  for (const number of numbers) wanted[number] = 1;
  return wanted;
}
function narrowPlan(plan, ids, wanted) {
  const isWanted = marked(ids, wanted);
  const { roots, nodes } = findNeeded(plan, ids, wanted);
  const types = new Uint8Array(shared(nodes.length));
  for (let node = 0; node < nodes.length; node++) {
    const type = plan.types[node];
    if (nodes[node] === 0) types[node] = type | IDLE;
    else types[node] = type & ~IDLE | (isWanted[ids.ofNode(node)] === 1 ? 0 : DUPLICATE);
  }
  const weights = new Map(roots.map((root) => [root, weightBelow(plan, nodes, root)]));
  const chunks = cutRoots(roots, (root) => weights.get(root), 0, roots.length);
  return {
    ...plan,
    types,
    roots: toShared(roots),
    chunks,
    treeChunks: [],
    claims: claimsFor(chunks.length),
    treeClaims: claimsFor(0),
    deferred: new Int32Array(0),
    loose: { ...plan.loose, count: 0 },
    total: wanted.length,
    work: chunks.reduce((sum, { weight }) => sum + weight, 0),
    control: new Int32Array(shared(CONTROL))
  };
}
function weightBelow(plan, nodes, root) {
  const { firstChild, nextSibling, firstNode, offsets } = plan;
  let weight = 0;
  const open = [root];
  for (let node = open.pop(); node !== void 0; node = open.pop()) {
    weight += EACH + entryEnd(plan, packOf(firstNode, node), node) - offsets[node];
    for (let child = firstChild[node]; child >= 0; child = nextSibling[child]) if (nodes[child] === 1) open.push(child);
  }
  return weight;
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
  append(values) {
    const length = this.#length + values.length;
    if (length > this.#data.length) this.#reserve(length);
    this.#data.set(values, this.#length);
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
    const count = this.#core.exports.takeIds();
    if (count > 0) onIds(ids.subarray(0, count * this.#idBytes), this.#core.numbers(tags.byteOffset, count));
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
    const { exports } = this.#core;
    this.#sink = sink;
    this.#ids.begin(idBytes);
    exports.setupCommits(idBytes, looks ? 1 : 0, times.byteOffset, parentEnds.byteOffset, COMMITS, told.byteOffset);
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
  count(bytes) {
    this.#expanded += bytes;
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
    const { exports } = this.#core;
    let size = -1;
    if (this.readEntry(node)) size = exports.enterRoot(this.entryAt, this.entryEnd);
    if (size >= 0) return size;
    size = this.#inflateWhole(node);
    if (size >= 0) exports.put(0, this.#arenaAt, size);
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
    const { exports } = this.#core;
    let size = this.readEntry(node) ? exports.enterChild(level, this.entryAt, this.entryEnd) : -1;
    const atOnce = size >= 0;
    if (!atOnce) size = this.#inflateDelta(node, this.path.sizeOf(level));
    if (size < 0) return size;
    this.#expanded += size;
    if (this.isExhausted) return EXHAUSTED;
    if (atOnce) return size;
    const to = exports.makeRoom(level, size);
    if (to === 0) throw new MalformedError("no room for the object beside its ancestors");
    const base = this.path.addressOf(level);
    this.#maker.apply(this.#arena, base - this.#arenaAt, to - this.#arenaAt, this.#header, this.#delta, this.#entry.size);
    exports.put(level + 1, to, size);
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
    const header = this.#header;
    readDeltaHeader(this.#delta, size, header);
    if (header.baseSize !== baseSize) throw new MalformedError("delta is for a base of another size");
    return header.resultSize > this.#limits.object ? this.#refuse(header.resultSize) : header.resultSize;
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
    let count = 0;
    for (let i = from; i < to; i++) {
      const node = nodes[i];
      if (node < firstNode[this.#pack] || node >= firstNode[this.#pack + 1]) break;
      const at = offsets[node] + shift;
      const end = Math.min(this.#endOf(node), size - trailer) + shift;
      if (at < begin || end > stop) break;
      entries[2 * count] = at;
      entries[2 * count + 1] = end;
      count++;
    }
    return count;
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
var PARTS3 = { told: 8, fresh: 4 * LOOK * ROOM, asked: 8 + 8 * ROOM };
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
  static size = partsSize(PARTS3);
  constructor(core) {
    this.#core = core;
    this.#path = new Path(core);
    const { told, fresh, asked } = core.place(PARTS3);
    this.#told = core.doubles(told, 1);
    this.#fresh = fresh;
    this.#asked = core.numbers(asked, PARTS3.asked / 4);
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
    const { exports } = this.#core;
    let told = exports.walkBlobs(list, last, 0);
    while ((told & ASKS) !== 0) {
      const at = told & ~FLAGS;
      if (!this.#answer(at)) return at;
      told = exports.walkBlobs(at, last, 1);
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
  keep(level, { data, count }) {
    const at = this.#core.exports.keepLooks(level, count);
    if (at > 0) this.#core.bytes(at, 4 * LOOK * count).set(new Uint8Array(data.buffer, data.byteOffset, 4 * LOOK * count));
  }
  /** Gives the looks that are kept of the blob on a level; false where there are none to be had. */
  take(level, looks) {
    const count = this.#path.countOf(level);
    if (count < 0) return false;
    looks.takeBytes(this.#core.bytes(this.#path.addressOf(level) + this.#path.sizeOf(level), 4 * LOOK * count));
    return true;
  }
};

// src/sources/git/inflate.ts
var import_node_zlib = __toESM(require_node_zlib(), 1);
var SPARE = 16;
function createInflater(core) {
  const fast = createFastInflater();
  const inflater = fast && works(fast) ? fast : portableInflater;
  return core ? createCoreInflater(core, inflater) : inflater;
}
function createCoreInflater(core, other) {
  const { exports } = core;
  let from;
  let to;
  return {
    ...other,
    inflate(source, start, end, out, at, size) {
      if (source !== from && core.holds(source)) from = source;
      if (out !== to && core.holds(out)) to = out;
      if (source === from && out === to && isWithin(source, start, end) && isWithin(out, at, at + size + SPARE) && exports.inflate(source.byteOffset + start, source.byteOffset + end, out.byteOffset + at, size) === size)
        return;
      other.inflate(source, start, end, out, at, size);
    }
  };
}
var isWithin = (buffer, start, end) => start >= 0 && start <= end && end <= buffer.length;
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
  const run = (flush, source, start, end, out, at, room) => {
    if (start < 0 || end > source.length || start > end || at < 0 || room < 1 || at + room > out.length) {
      throw new RangeError("inflate: range outside of the buffer");
    }
    handle.reset();
    failure = "";
    handle.writeSync(flush, source, start, end - start, out, at, room);
    return room - state[0];
  };
  return {
    inflate(source, start, end, out, at, size) {
      const written = run(import_node_zlib.constants.Z_FINISH, source, start, end, out, at, size + 1);
      if (failure !== "" || written !== size) throw new MalformedError(failure || "object is not of the size it declares");
    },
    all(source, start, end, out) {
      const written = run(import_node_zlib.constants.Z_FINISH, source, start, end, out, 0, out.length);
      return failure !== "" || written === out.length ? -1 : written;
    },
    begin(source, start, end, out, size) {
      return run(import_node_zlib.constants.Z_SYNC_FLUSH, source, start, end, out, 0, size);
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
    const part = source.subarray(start, Math.min(end, start + 4096));
    try {
      return (0, import_node_zlib.inflateSync)(part, { finishFlush: import_node_zlib.constants.Z_SYNC_FLUSH }).copy(out, 0, 0, size);
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
var HEAD = 20;
var PARTS4 = {
  nameBytes: MAX_NAME_BYTES,
  nameEnds: 4 * MAX_NAMES,
  hot: MAX_NAMES,
  slots: 8 * 2 * 2 * 2 * MAX_NAMES,
  linkNames: 4 * LINKS,
  linkTargets: 4 * LINKS,
  wanted: 2 ** (HEAD - 3),
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
  static size = partsSize(PARTS4) + IdTable.size;
  constructor(core) {
    this.#core = core;
    this.#parts = core.takeAll(PARTS4);
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
      const head = Number.parseInt(id.slice(0, HEAD / 4), 16);
      words[head >>> 5] |= 1 << (head & 31);
    }
    const { exports } = this.#core;
    const at = [nameBytes, nameEnds, hot, slots].map(({ byteOffset }) => byteOffset);
    exports.setupNames(...at, MAX_NAME_BYTES, MAX_NAMES, FIRST_SLOTS);
    this.#ids.begin(idBytes);
    exports.setupTreeWalk(bases.byteOffset, begins.byteOffset, TREES);
    exports.setupTrees(
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
    const { exports } = this.#core;
    const numbers = ({ byteOffset }, count) => this.#core.numbers(byteOffset, count);
    const trees = exports.takeTrees();
    if (trees > 0) this.#sink?.onTrees(numbers(bases, trees), numbers(begins, trees));
    const links = exports.takeLinks();
    if (links > 0) this.#sink?.onLinks(numbers(linkNames, links), numbers(linkTargets, links));
    this.#ids.take((ids, tags) => this.#sink?.onIds(ids, tags));
    const same = exports.takePairs();
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
var workspaceSize = (limits) => [arenaSize(limits), deltaSize(limits), SLAB, 16 * LISTED].reduce((sum, bytes) => sum + partSize(bytes), 0) + [DeltaMaker, Carrier, CommitReader, BlobWalker, TreeReader].reduce((sum, { size }) => sum + size, 0);
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
      const count = this.#listNext(visitor.type);
      const done = this.#walkList(visitor, count);
      this.#maker.reader.unpin();
      if (done < count) {
        this.#root = before.root;
        this.#depth = before.depth;
        this.#next.set(before.next);
        for (let i = 0; i < done; i++) this.#descend(this.#peek());
      }
      goesOn = count > 0 && done === count && this.#visitor.wantsPause?.() !== true;
    }
  }
  /** Has what is listed walked, and visits what is not; gives how many come before the first one that cannot be made so, or a pause. */
  #walkList(visitor, count) {
    const at = this.#list.byteOffset;
    const list = this.#list;
    for (let next = 0; next < count; ) {
      const told = visitor.walk(at + 16 * next, at + 16 * count, this.#nodes) - at;
      for (; next < told >> 4; next++) {
        const [size2, second, level2, isLast] = [list[4 * next], list[4 * next + 1], list[4 * next + 2], list[4 * next + 3]];
        visitor.walked(this.#nodes[next], size2, second);
        if (level2 >= 0) this.#maker.count(size2);
        this.#forget(level2 + 1);
        if (isLast === 1) this.#forget(level2);
      }
      if (next === count) break;
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
    return count;
  }
  /**
   * Lists the next objects of a type, as far as there is room for their entries, and goes on as if they were entered.
   * @returns how many there are
   */
  #listNext(type) {
    const { types } = this.#plan;
    const maker = this.#maker;
    let count = 0;
    while (count < LISTED) {
      const node = this.#peek();
      const level = this.#depth - 1;
      if (node < 0 || level + 2 > LEVELS || (types[node] & TYPE) !== type) break;
      if (maker.reader.pinned >= LISTED_BLOCKS || !maker.isRead(node)) break;
      this.#nodes[count] = node;
      this.#list[4 * count] = maker.entryAt;
      this.#list[4 * count + 1] = maker.entryEnd;
      this.#list[4 * count + 2] = level;
      this.#list[4 * count + 3] = this.#descend(node) ? 1 : 0;
      count++;
    }
    return count;
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
var TYPES = { commit: COMMIT, tree: TREE, blob: BLOB, tag: TAG };
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
    const onObject = ({ id, type, data }) => this.readAlone(TYPES[type], data, id);
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
  count(bytes, objects = 1) {
    this.#bytes += bytes;
    this.#objects += objects;
    this.#unclocked -= bytes + objects * EACH2;
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
    const found = hits.filter((hit) => hit.rule >= 0);
    if (found.length > 0) this.#sink.onBlob(id(), data, 0, data.length, found);
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
    const count = this.locate(from, last, commits.entries);
    let done = 0;
    while (done < count) {
      const first = done;
      done = commits.readAll(first, count, arena.byteOffset, this.limits.object);
      const isRead = done === count || commits.size >= 0;
      const there = done < count && isRead ? commits.found : NOTHING;
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
    const found = hits.filter((hit) => hit.rule >= 0);
    if (found.length > 0) this.#sink.onText(kind, id(), data, from, to, found);
    return found.length > 0;
  }
};

// src/sources/git/links.ts
var NAMED = -2;
var FIRST_WANTED = -3;
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
  add(names, targets) {
    this.#names.append(names);
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
    const names = this.#names.finish();
    const begins = this.#begins.finish();
    const ends = new Int32Array(begins.length);
    ends.set(begins.subarray(1));
    if (ends.length > 0) ends[ends.length - 1] = names.length;
    return {
      trees: this.#trees.finish(),
      bases: this.#bases.finish(),
      ends,
      names,
      targets: this.#targets.finish(),
      texts: textsOf(names, text)
    };
  }
};
var nameOf = (link) => link < 0 ? ~link : link;
function textsOf(names, text) {
  let most = -1;
  for (let i = 0; i < names.length; i++) most = Math.max(most, nameOf(names[i]));
  const used = new Uint8Array(most + 1);
  for (let i = 0; i < names.length; i++) used[nameOf(names[i])] = 1;
  const numbers = Column.ofInts();
  const ends = Column.ofInts();
  const texts = [];
  let size = 0;
  for (let number = used.indexOf(1); number >= 0; number = used.indexOf(1, number + 1)) {
    const bytes2 = text(number);
    texts.push(bytes2);
    numbers.push(number);
    ends.push(size += bytes2.length);
  }
  const bytes = new Uint8Array(size);
  for (let i = 0; i < texts.length; i++) bytes.set(texts[i], ends.get(i) - texts[i].length);
  return { numbers: numbers.finish(), ends: ends.finish(), bytes };
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
  onLinks(names, targets) {
    this.#table?.add(names, targets);
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

// src/pipeline/history-part.ts
var MAX_PLACES = 1e3;
function firstPlaces(matches) {
  const counts = /* @__PURE__ */ new Map();
  return matches.filter((match) => {
    const key = secretKey(match);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count < MAX_PLACES;
  });
}
function hitsOf({ found, scan }, settling) {
  const secrets = /* @__PURE__ */ new Map();
  for (const { where, key, matches } of found) {
    if (where !== "blob") continue;
    for (const match of matches) {
      const secret = secretKey(match);
      const known = secrets.get(secret);
      if (!known) secrets.set(secret, { blobs: [key], told: mayBeTold(match, settling) });
      else {
        if (known.blobs.at(-1) !== key) known.blobs.push(key);
        known.told ||= mayBeTold(match, settling);
      }
    }
  }
  return { secrets, otherTrees: scan.otherTrees };
}
function tellable(hits) {
  const all = hits.flatMap((each) => [...each.secrets]);
  const secrets = new Set(all.filter(([, { told }]) => told).map(([secret]) => secret));
  const blobs = new Set(all.flatMap(([secret, found]) => secrets.has(secret) ? found.blobs : []));
  return { secrets, blobs: [...blobs].sort() };
}
function onlySecrets(found, secrets) {
  return found.flatMap((one) => {
    if (one.where !== "blob") return [one];
    const matches = one.matches.filter((match) => secrets.has(secretKey(match)));
    return matches.length > 0 ? [{ ...one, matches }] : [];
  });
}
var HistoryPart = class {
  tools;
  #maxFileSize;
  /** @param maxFileSize bytes; larger files are not scanned */
  constructor(catalogue, maxFileSize = Infinity) {
    this.#maxFileSize = maxFileSize;
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
  *screen(plan, paths, settling) {
    const { clean, found, messages } = { clean: { ids: [], sizes: [] }, found: /* @__PURE__ */ new Map(), messages: [] };
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
        const isTold = (path) => matches.some((match) => isToldAt(match, path, settling));
        if ([...paths.get(id) ?? []].some(isTold)) found.set(id, matches);
        else onClean(id, data);
      },
      onText: (_kind, id) => void messages.push(id)
    };
    yield* scanObjects(plan, scanner, sink, SILENT, { workspace, maxFileSize: this.#maxFileSize });
    return { clean, found, messages };
  }
  *#collect(run) {
    const part = { found: [], texts: [], skipped: [] };
    const { scanner } = this.tools;
    const sink = {
      onBlob(id, data, start, end, hits) {
        const all = scanner.read(data, start, end, hits);
        const matches = all.length > MAX_PLACES ? firstPlaces(all) : all;
        if (matches.length < all.length)
          part.skipped.push({
            reason: "too-large",
            path: `${id} (${all.length - matches.length} more places of the same)`,
            gap: true
          });
        if (matches.length > 0) part.found.push({ where: "blob", key: id, matches });
      },
      onText(where, id, data, start, end, hits) {
        const key = where === "path" ? fromBytes(data.subarray(start, end)) : id;
        part.texts.push({ where, key });
        part.found.push({ where, key, matches: scanner.matches(data, start, end, hits, "") });
      }
    };
    const skip = (...[reason, path, gap]) => {
      part.skipped.push({ reason, path, gap });
    };
    return { scan: yield* run(sink, { skip }), ...part };
  }
};

// src/pipeline/history-threads.ts
var WORKER_LIMITS = { maxYoungGenerationSizeMb: 8 };
var PROGRESS_MS = 200;
function follow(plan, { onProgress, signal }) {
  const stop = () => void Atomics.store(plan.control, STOP, 1);
  if (signal?.aborted) stop();
  signal?.addEventListener("abort", stop);
  const load = (counter) => Atomics.load(plan.control, counter);
  const tell = setInterval(() => onProgress?.(load(DONE), load(DONE_KIB) * 1024, load(DONE_WORK) / plan.work), PROGRESS_MS);
  return () => {
    clearInterval(tell);
    signal?.removeEventListener("abort", stop);
  };
}
var Inline = class {
  #part;
  #settling;
  constructor({ catalogue, maxFileSize, settling = {} }) {
    this.#settling = settling;
    this.#part = new HistoryPart(catalogue, maxFileSize);
  }
  /** See HistoryPart. */
  get tools() {
    return this.#part.tools;
  }
  objects(plan) {
    const contents = this.#run(this.#part.objects(plan));
    return { hits: contents.then((parts) => parts.map((part) => hitsOf(part, this.#settling))), contents };
  }
  /** The plan of a repository. What cannot be read is not told. */
  plan(repo) {
    return giveWay(planSteps(repo, SILENT));
  }
  /** See HistoryPart.screen. */
  screen(plan, paths) {
    return this.#run(this.#part.screen(plan, paths, this.#settling));
  }
  trees(plan, wanted, others) {
    return this.#run(this.#part.trees(plan, wanted, others));
  }
  async #run(steps) {
    return [await giveWay(steps)];
  }
  end() {
    return Promise.resolve();
  }
};
var Threads = class {
  #options;
  /** This thread's part; made when the others have their work. */
  #inline;
  /** The plan at hand. */
  #plan;
  #workers;
  /** Ends with the error of the first thread that has one. */
  #failure;
  constructor(options) {
    this.#options = options;
    const { customRules: custom, catalogue, maxFileSize = Infinity, settling = {}, jobs } = options;
    const { Worker } = process.getBuiltinModule("node:worker_threads");
    const workerData = { maxFileSize, settling, ...custom && { custom: customRules(catalogue) } };
    const url = new URL("./history-worker.js", import.meta.url);
    this.#workers = Array.from({ length: jobs - 1 }, () => new Worker(url, { workerData, resourceLimits: WORKER_LIMITS }));
    this.#failure = new Promise((_, reject) => {
      for (const worker of this.#workers) worker.once("error", reject);
    });
    this.#failure.catch(() => void 0);
  }
  /** Those of this thread. */
  get tools() {
    return this.#own.tools;
  }
  objects(plan) {
    const [hits, contents] = [this.#answers("hits"), this.#answers("contents")];
    this.#ask(plan, {});
    const own = this.#own.objects(plan);
    return { hits: both(own.hits, hits), contents: both(own.contents, contents) };
  }
  /** As in Inline, by one of them while this thread goes on. */
  async plan(repo) {
    const [first] = this.#workers;
    const plans = this.#answers("made", [first]);
    first.postMessage({ repo });
    const [plan] = await plans;
    return plan;
  }
  /** See HistoryPart.screen. */
  screen(plan, paths) {
    const screened = this.#answers("screened");
    this.#ask(plan, { paths });
    return both(this.#own.screen(plan, paths), screened);
  }
  trees(plan, wanted, others) {
    const trees = this.#answers("trees");
    this.#ask(plan, { names: { wanted, others: [] } });
    return both(this.#own.trees(plan, wanted, others), trees);
  }
  async end() {
    if (this.#plan) Atomics.store(this.#plan.control, STOP, 1);
    this.#inline = void 0;
    await Promise.all(this.#workers.map((worker) => worker.terminate()));
  }
  get #own() {
    return this.#inline ??= new Inline(this.#options);
  }
  #ask(plan, step) {
    this.#plan = plan;
    for (const worker of this.#workers) worker.postMessage({ plan, ...step });
  }
  /** The answers of one kind that the threads, or some of them, will give. */
  #answers(kind, workers = this.#workers) {
    const answers = workers.map(
      (worker) => new Promise((resolve) => {
        const onMessage = (message) => {
          const answer = message[kind];
          if (!answer) return;
          worker.off("message", onMessage);
          resolve(answer);
        };
        worker.on("message", onMessage);
      })
    );
    const all = Promise.race([Promise.all(answers), this.#failure]);
    all.catch(() => void 0);
    return all;
  }
};
async function both(own, others) {
  const [mine, theirs] = await Promise.all([own, others]);
  return [...mine, ...theirs];
}

export {
  findNeeded,
  narrowPlan,
  PackWalker,
  DEFAULT_LIMITS,
  NAMED,
  FIRST_WANTED,
  tellable,
  onlySecrets,
  follow,
  Inline,
  Threads
};
