/**
 * Numbers objects: those in packs by pack and position in its index, then the loose ones. A number stands for an id in all
 * tables about a repository.
 * @module
 */
import { findAllInIndex, findInIndex, offsetAt, type PackIndex } from './packindex.ts';
import type { ObjectPlan } from './plan.ts';

/** The ids of all indexes as one table. */
export class PackedIds {
  /** Open addressing over numbers + 1, shared. Empty for a single pack: its index is fast enough. */
  slots: Int32Array;
  readonly #indexes: readonly PackIndex[];
  readonly #firstNode: Float64Array;
  readonly #idBytes: number;

  constructor(indexes: readonly PackIndex[], firstNode: Float64Array, idBytes: number, slots: Int32Array = new Int32Array(0)) {
    this.#indexes = indexes;
    this.#firstNode = firstNode;
    this.#idBytes = idBytes;
    this.slots = slots;
  }

  /** Fills the table with the objects that are wanted in it. Of several copies the first is kept, the others are told. */
  index(isWanted: (number: number) => boolean, onDuplicate: (number: number) => void): void {
    if (this.#indexes.length === 1) return;
    const count = this.#firstNode[this.#indexes.length] as number;
    this.slots = new Int32Array(new SharedArrayBuffer(4 * 2 ** Math.ceil(Math.log2(2 * count + 2))));
    for (const [pack, { data, ids, stride }] of this.#indexes.entries()) {
      const last = this.#firstNode[pack + 1] as number;
      for (let number = this.#firstNode[pack] as number, at = ids; number < last; number++, at += stride) {
        if (!isWanted(number)) continue;
        const slot = this.#slot(data, at);
        if (this.slots[slot] === 0) this.slots[slot] = number + 1;
        else onDuplicate(number);
      }
    }
  }

  /** Number of the object whose id begins at `at`, or -1. */
  find(id: Uint8Array, at: number): number {
    const only = this.#indexes.length === 1 ? this.#indexes[0] : undefined;
    if (only) return findInIndex(only, id, at, this.#idBytes);
    return this.slots.length === 0 ? -1 : (this.slots[this.#slot(id, at)] as number) - 1;
  }

  /** As `find` for at most MOST_AT_ONCE ids that stand one after the other in `all`; the numbers go to `found`. */
  findAll(all: Uint8Array, count: number, found: Int32Array): void {
    const only = this.#indexes.length === 1 ? this.#indexes[0] : undefined;
    if (only) findAllInIndex(only, all, count, this.#idBytes, found);
    else for (let i = 0; i < count; i++) found[i] = this.find(all, i * this.#idBytes);
  }

  /** The id of a number. */
  id(number: number): Buffer {
    const pack = packOf(this.#firstNode, number);
    const { data, ids, stride } = this.#indexes[pack] as PackIndex;
    const at = ids + (number - (this.#firstNode[pack] as number)) * stride;
    return Buffer.from(data.buffer, data.byteOffset + at, this.#idBytes);
  }

  /** Whether a number is that of the id which begins at `at`. */
  isId(number: number, id: Uint8Array, at: number): boolean {
    const pack = packOf(this.#firstNode, number);
    const { data, ids, stride } = this.#indexes[pack] as PackIndex;
    return equal(data, ids + (number - (this.#firstNode[pack] as number)) * stride, id, at, this.#idBytes);
  }

  #slot(id: Uint8Array, at: number): number {
    const mask = this.slots.length - 1;
    let slot =
      ((id[at] as number) | ((id[at + 1] as number) << 8) | ((id[at + 2] as number) << 16) | ((id[at + 3] as number) << 24)) &
      mask;
    for (let entry = this.slots[slot] as number; entry !== 0; entry = this.slots[slot] as number) {
      if (this.isId(entry - 1, id, at)) break;
      slot = (slot + 1) & mask;
    }
    return slot;
  }
}

function equal(a: Uint8Array, aAt: number, b: Uint8Array, bAt: number, length: number): boolean {
  for (let i = 0; i < length; i++) if (a[aAt + i] !== b[bAt + i]) return false;
  return true;
}

/** All objects of a plan. */
export class ObjectIds {
  /** Numbers are less than this. */
  readonly count: number;
  readonly #plan: ObjectPlan;
  readonly #packedCount: number;
  readonly #packed: PackedIds;
  readonly #idBytes: number;
  /** Loose objects by id, for there are few next to those in packs. */
  readonly #loose = new Map<string, number>();

  constructor(plan: ObjectPlan) {
    const { firstNode, loose, packs, repo, slots } = plan;
    this.#plan = plan;
    this.#idBytes = repo.idBytes;
    this.#packed = new PackedIds(
      packs.map((pack) => pack.index),
      firstNode,
      repo.idBytes,
      slots,
    );
    this.#packedCount = firstNode[packs.length] as number;
    this.count = this.#packedCount + loose.count;
    for (let i = 0; i < loose.count; i++) this.#loose.set(this.hex(this.ofLoose(i)), this.ofLoose(i));
  }

  /** Number of a packed entry. */
  ofNode(node: number): number {
    const { firstNode, positions } = this.#plan;
    return (firstNode[packOf(firstNode, node)] as number) + (positions[node] as number);
  }

  /** The packed entry of a number, -1 where it has none. */
  nodeOf(number: number): number {
    if (number < 0 || number >= this.#packedCount) return -1;
    const { firstNode, offsets, packs, positions } = this.#plan;
    const pack = packOf(firstNode, number);
    const position = number - firstNode[pack]!;
    const offset = offsetAt(packs[pack]!.index, position, this.#idBytes);
    const end = firstNode[pack + 1]!;
    let [low, high] = [firstNode[pack]!, end];
    while (low < high) {
      const middle = Math.floor((low + high) / 2);
      if (offsets[middle]! < offset) low = middle + 1;
      else high = middle;
    }
    // In a damaged index several ids have the same offset.
    while (low < end && positions[low] !== position) low++;
    return low < end ? low : -1;
  }

  /** Number of the loose object at position `i` of the list. */
  ofLoose(i: number): number {
    return this.#packedCount + i;
  }

  /** Number of the object whose id begins at `at` of `data`; -1 when it is not in the store. Of copies, the first. */
  find(data: Uint8Array, at: number): number {
    const packed = this.#packed.find(data, at);
    return packed < 0 ? this.#findLoose(data, at) : packed;
  }

  /** As `find` for at most MOST_AT_ONCE ids that stand one after the other in `all`; the numbers go to `found`. */
  findAll(all: Uint8Array, count: number, found: Int32Array): void {
    this.#packed.findAll(all, count, found);
    for (let i = 0; i < count; i++) if (found[i]! < 0) found[i] = this.#findLoose(all, i * this.#idBytes);
  }

  #findLoose(data: Uint8Array, at: number): number {
    if (this.#loose.size === 0) return -1;
    return this.#loose.get(Buffer.from(data.buffer, data.byteOffset + at, this.#idBytes).toString('hex')) ?? -1;
  }

  findHex(id: string): number {
    return id.length === 2 * this.#idBytes ? this.find(Buffer.from(id, 'hex'), 0) : -1;
  }

  /** Hex id of a number. */
  hex(number: number): string {
    if (number < this.#packedCount) return this.#packed.id(number).toString('hex');
    return Buffer.from(this.#plan.loose.ids.buffer, (number - this.#packedCount) * this.#idBytes, this.#idBytes).toString('hex');
  }
}

/** Number of the pack that a node is in. */
export function packOf(firstNode: Float64Array, node: number): number {
  let low = 0;
  let high = firstNode.length - 2;
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if ((firstNode[middle] as number) <= node) low = middle;
    else high = middle - 1;
  }
  return low;
}
