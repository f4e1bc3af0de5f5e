const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  MalformedError
} from "./shared-sources-git-packindex.mjs";
import {
  openFile
} from "./shared-sources-git-gitdir.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/sources/git/packfile.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var COMMIT = 1;
var TREE = 2;
var BLOB = 3;
var TAG = 4;
var OFS_DELTA = 6;
var REF_DELTA = 7;
var MAX_HEADER = 64;
function readEntryHeader(data, at, end, idBytes, header) {
  const last = Math.min(end, at + MAX_HEADER);
  let byte = at < last ? data[at++] : 0;
  header.type = byte >> 4 & 7;
  header.size = byte & 15;
  for (let unit = 16; byte >= 128; unit *= 128) {
    if (at >= last || unit > 2 ** 46) throw new MalformedError("entry header is damaged");
    byte = data[at++];
    header.size += (byte & 127) * unit;
  }
  if (header.type === OFS_DELTA) {
    let back = 0;
    do {
      if (at >= last || back > 2 ** 45) throw new MalformedError("delta offset is damaged");
      byte = data[at++];
      back = back * 128 + (byte & 127) + (byte >= 128 ? 1 : 0);
    } while (byte >= 128);
    header.back = back;
  } else if (header.type === REF_DELTA) {
    header.baseId = at;
    at += idBytes;
  } else if (header.type === 0 || header.type === 5) {
    throw new MalformedError("entry is of an unknown type");
  }
  if (at > end) throw new MalformedError("entry is cut off");
  header.at = at;
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
    const blocks = this.#firstBlock[packs.length];
    const slots = Math.max(1, Math.min(MAX_BLOCKS, blocks));
    this.#slab = slab ?? Buffer.allocUnsafeSlow(slots * BLOCK + JOINED);
    this.#slotOf = new Int32Array(blocks).fill(-1);
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
    for (const fd of this.#open.values()) (0, import_node_fs.closeSync)(fd);
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
        const read = (0, import_node_fs.readSync)(fd, to, at + done, length - done, from + done);
        if (read === 0) throw new MalformedError("pack is shorter than it was");
        done += read;
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
      (0, import_node_fs.closeSync)(fd2);
      this.#open.delete(oldest);
    }
    const { fd } = openFile(this.#packs[pack].path);
    this.#open.set(pack, fd);
    return fd;
  }
};

export {
  COMMIT,
  TREE,
  BLOB,
  TAG,
  OFS_DELTA,
  MAX_HEADER,
  readEntryHeader,
  BLOCK,
  JOINED,
  SLAB,
  PackReader
};
