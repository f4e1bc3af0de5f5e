/** A name that makes no entry: what a set gives when it is full. */
export const NO_NAME = -1;

/** Beyond this nothing more is remembered: no repository has that many names. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Names of files and folders, each once, numbered in the order of their coming. */
export class NameSet {
  /** Whether the name that was added last had not been there before. */
  fresh = false;
  #bytes = Buffer.allocUnsafeSlow(64 * 1024);
  #ends = new Int32Array(1024);
  #count = 0;
  /** Open addressing: hash, number + 1. */
  #slots = new Int32Array(2 * 4096);

  /** Number of the name `data[from, to)`; NO_NAME when it is new and there is no room. `hash` is any hash of these bytes. */
  add(data: Buffer, from: number, to: number, hash: number): number {
    const mask = this.#slots.length / 2 - 1;
    let slot = mix(hash) & mask;
    for (let known = this.#slots[2 * slot + 1] as number; known !== 0; known = this.#slots[2 * slot + 1] as number) {
      if (this.#slots[2 * slot] === hash && this.#equal(data, from, to, known - 1)) {
        this.fresh = false;
        return known - 1;
      }
      slot = (slot + 1) & mask;
    }
    this.fresh = true;
    const start = this.#start(this.#count);
    const end = start + to - from;
    if (end > MAX_BYTES) return NO_NAME;
    this.#reserve(end);
    data.copy(this.#bytes, start, from, to);
    this.#ends[this.#count] = end;
    this.#slots[2 * slot] = hash;
    this.#slots[2 * slot + 1] = ++this.#count;
    if (this.#count * 2 > mask) this.#grow();
    return this.#count - 1;
  }

  /** Bytes of a name. */
  bytes(number: number): Buffer {
    return this.#bytes.subarray(this.#start(number), this.#ends[number]);
  }

  #start(number: number): number {
    return number === 0 ? 0 : (this.#ends[number - 1] as number);
  }

  #equal(data: Buffer, from: number, to: number, number: number): boolean {
    const start = this.#start(number);
    const length = to - from;
    if ((this.#ends[number] as number) - start !== length) return false;
    for (let i = 0; i < length; i++) if (data[from + i] !== this.#bytes[start + i]) return false;
    return true;
  }

  #reserve(bytes: number): void {
    if (bytes > this.#bytes.length) {
      const larger = Buffer.allocUnsafeSlow(2 * bytes);
      this.#bytes.copy(larger);
      this.#bytes = larger;
    }
    if (this.#count === this.#ends.length) {
      const larger = new Int32Array(2 * this.#count);
      larger.set(this.#ends);
      this.#ends = larger;
    }
  }

  #grow(): void {
    const old = this.#slots;
    this.#slots = new Int32Array(4 * old.length);
    const mask = this.#slots.length / 2 - 1;
    for (let at = 0; at < old.length; at += 2) {
      if (old[at + 1] === 0) continue;
      let slot = mix(old[at] as number) & mask;
      while (this.#slots[2 * slot + 1] !== 0) slot = (slot + 1) & mask;
      this.#slots[2 * slot] = old[at] as number;
      this.#slots[2 * slot + 1] = old[at + 1] as number;
    }
  }
}

function mix(hash: number): number {
  return Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d) >>> 7;
}
