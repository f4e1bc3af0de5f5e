const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  findAllInIndex,
  findInIndex,
  offsetAt
} from "./shared-sources-git-packindex.mjs";

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
  PackedIds,
  ObjectIds,
  packOf
};
