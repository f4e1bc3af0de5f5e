const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/sources/git/packindex.ts
var MalformedError = class extends Error {
  name = "MalformedError";
};
var MAGIC = 4285812579;
var FANOUT = 256 * 4;
var INDEX_HEAD = 8 + FANOUT;
function indexLimit(head, idBytes) {
  if (head.length < INDEX_HEAD) return INDEX_HEAD;
  const count = head.readUInt32BE(head.readUInt32BE(0) === MAGIC ? INDEX_HEAD - 4 : FANOUT - 4);
  return INDEX_HEAD + count * (idBytes + 16) + 2 * idBytes;
}
function readPackIndex(data, idBytes, packSize) {
  const two = data.length >= 8 && data.readUInt32BE(0) === MAGIC;
  if (two && data.readUInt32BE(4) !== 2) throw new MalformedError(`index version ${data.readUInt32BE(4)}`);
  const fanout = two ? 8 : 0;
  if (data.length < fanout + FANOUT + 2 * idBytes) throw new MalformedError("index is too short");
  const count = checkFanout(data, fanout);
  const table = two ? readVersion2(data, count, idBytes) : readVersion1(data, count, idBytes);
  for (const offset of table.offsets) {
    if (offset < 12 || offset > packSize - idBytes) throw new MalformedError(`offset ${offset} is outside of the pack`);
  }
  const { ids, stride, offsets } = table;
  return { index: { data, starts: sortedStarts(data, ids, stride, count), ids, stride, count }, offsets };
}
function sortedStarts(data, ids, stride, count) {
  const bits = Math.min(MAX_BITS, Math.max(1, Math.ceil(Math.log2(count + 1))));
  const starts = new Int32Array(new SharedArrayBuffer(4 * (2 ** bits + 1)));
  let filled = 0;
  for (let i = 0, at = ids; i < count; i++, at += stride) {
    const value = readWord(data, at) >>> 32 - bits;
    while (filled <= value) starts[filled++] = i;
  }
  starts.fill(count, filled);
  return starts;
}
var MAX_BITS = 22;
function findInIndex(index, id, at, idBytes) {
  return search(index, bucketOf(index, id, at), id, at, idBytes);
}
var MOST_AT_ONCE = 256;
var firsts = new Int32Array(MOST_AT_ONCE);
function findAllInIndex(index, all, count, idBytes, found) {
  const { data, ids, stride, starts } = index;
  for (let i = 0; i < count; i++) found[i] = bucketOf(index, all, i * idBytes);
  for (let i = 0; i < count; i++) firsts[i] = readWord(data, ids + starts[found[i]] * stride);
  for (let i = 0; i < count; i++) {
    const at = i * idBytes;
    const bucket = found[i];
    const low = starts[bucket];
    const isFirst = low < starts[bucket + 1] && firsts[i] === (readWord(all, at) | 0) && isId(index, low, all, at, idBytes);
    found[i] = isFirst ? low : search(index, bucket, all, at, idBytes);
  }
}
function isId({ data, ids, stride }, position, id, at, idBytes) {
  const start = ids + position * stride;
  for (let i = 0; i < idBytes; i++) if (data[start + i] !== id[at + i]) return false;
  return true;
}
function bucketOf({ starts }, id, at) {
  return readWord(id, at) >>> Math.clz32(starts.length - 1) + 1;
}
function search({ data, ids, stride, starts }, bucket, id, at, idBytes) {
  const word = readWord(id, at);
  let low = starts[bucket];
  let high = starts[bucket + 1];
  while (low < high) {
    const middle = low + high >>> 1;
    const start = ids + middle * stride;
    let order = word - readWord(data, start);
    for (let i = 4; order === 0 && i < idBytes; i++) order = id[at + i] - data[start + i];
    if (order === 0) return middle;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return -1;
}
function readWord(data, at) {
  return (data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3]) >>> 0;
}
function checkFanout(data, at) {
  let count = 0;
  for (let i = 0; i < 256; i++) {
    const next = data.readUInt32BE(at + 4 * i);
    if (next < count) throw new MalformedError("index fan-out is not ascending");
    count = next;
  }
  return count;
}
function readVersion1(data, count, idBytes) {
  const stride = 4 + idBytes;
  if (data.length < FANOUT + count * stride + 2 * idBytes) throw new MalformedError("index is too short");
  const offsets = new Float64Array(count);
  for (let i = 0, at = FANOUT; i < count; i++, at += stride) offsets[i] = data.readUInt32BE(at);
  return { ids: FANOUT + 4, stride, offsets };
}
function readVersion2(data, count, idBytes) {
  const ids = 8 + FANOUT;
  const small = ids + count * (idBytes + 4);
  const large = small + count * 4;
  const end = data.length - 2 * idBytes;
  if (large > end) throw new MalformedError("index is too short");
  const offsets = new Float64Array(count);
  for (let i = 0, at = small; i < count; i++, at += 4) {
    const word = data.readUInt32BE(at);
    if (word < 2147483648) {
      offsets[i] = word;
      continue;
    }
    const far = large + 8 * (word - 2147483648);
    if (far + 8 > end) throw new MalformedError("index points outside of its table of large offsets");
    offsets[i] = data.readUInt32BE(far) * 2 ** 32 + data.readUInt32BE(far + 4);
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
    const count = this.#firstNode[this.#indexes.length];
    this.slots = new Int32Array(new SharedArrayBuffer(4 * 2 ** Math.ceil(Math.log2(2 * count + 2))));
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
  findAll(all, count, found) {
    const only = this.#indexes.length === 1 ? this.#indexes[0] : void 0;
    if (only) findAllInIndex(only, all, count, this.#idBytes, found);
    else for (let i = 0; i < count; i++) found[i] = this.find(all, i * this.#idBytes);
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
  findAll(all, count, found) {
    this.#packed.findAll(all, count, found);
    for (let i = 0; i < count; i++) if (found[i] < 0) found[i] = this.#findLoose(all, i * this.#idBytes);
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

export {
  MalformedError,
  INDEX_HEAD,
  indexLimit,
  readPackIndex,
  findInIndex,
  MOST_AT_ONCE,
  PackedIds,
  ObjectIds,
  packOf
};
