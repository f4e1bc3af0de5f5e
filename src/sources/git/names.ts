/**
 * Names in tree objects, each one once.
 * @module
 */
import { MalformedError } from './packindex.ts';

/** Beyond this the set is emptied: a name may then be given again. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Remembers byte strings. */
export class NameSet {
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  #used = 0;
  #count = 0;
  /** Open addressing: hash, offset, length + 1. */
  #slots = new Int32Array(3 * 4096);

  /** True when `data[from, to)` was not in the set before. `hash` is any hash of these bytes. */
  add(data: Buffer, from: number, to: number, hash: number): boolean {
    const length = to - from;
    const mask = this.#slots.length / 3 - 1;
    let slot = mix(hash) & mask;
    for (;;) {
      const at = 3 * slot;
      const known = (this.#slots[at + 2] as number) - 1;
      if (known < 0) break;
      if (this.#slots[at] === hash && known === length && this.#equal(data, from, this.#slots[at + 1] as number, length))
        return false;
      slot = (slot + 1) & mask;
    }
    if (this.#used + length > MAX_BYTES) {
      this.#slots.fill(0);
      this.#used = this.#count = 0;
    }
    if (this.#used + length > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * (this.#bytes.length + length));
      this.#bytes.copy(larger, 0, 0, this.#used);
      this.#bytes = larger;
    }
    data.copy(this.#bytes, this.#used, from, to);
    this.#slots.set([hash, this.#used, length + 1], 3 * slot);
    this.#used += length;
    if (++this.#count * 2 > mask) this.#grow();
    return true;
  }

  #equal(data: Buffer, from: number, at: number, length: number): boolean {
    for (let i = 0; i < length; i++) if (data[from + i] !== this.#bytes[at + i]) return false;
    return true;
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(4 * old.length);
    const mask = this.#slots.length / 3 - 1;
    for (let at = 0; at < old.length; at += 3) {
      if (old[at + 2] === 0) continue;
      let slot = mix(old[at] as number) & mask;
      while (this.#slots[3 * slot + 2] !== 0) slot = (slot + 1) & mask;
      this.#slots.set(old.subarray(at, at + 3), 3 * slot);
    }
  }
}

function mix(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7;
}

/**
 * Calls back for each name in a tree object (entries of `mode SP name NUL id`) that was not in the set before.
 * @throws MalformedError when the tree is cut off
 */
export function newNames(tree: Buffer, idBytes: number, seen: NameSet, onName: (from: number, to: number) => void): void {
  const end = tree.length;
  let at = 0;
  while (at < end) {
    const mode = tree[at + 5] === 0x20 ? at + 5 : at + 6;
    if (mode >= end || tree[mode] !== 0x20) throw new MalformedError('tree entry without a mode');
    const from = mode + 1;
    let to = from;
    let hash = 0;
    for (let byte = tree[to] as number; to < end && byte !== 0; byte = tree[++to] as number)
      hash = (Math.imul(hash, 31) + byte) | 0;
    if (to + idBytes >= end) throw new MalformedError('tree entry is cut off');
    if (seen.add(tree, from, to, hash)) onName(from, to);
    at = to + 1 + idBytes;
  }
}
