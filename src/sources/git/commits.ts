/**
 * What attribution needs of commits, kept in a few bytes each.
 * @module
 */

/**
 * Commits one after the other in `data`: number (4 bytes, little endian; -1 is none), time (8 bytes, a double), count of
 * parents (2 bytes), id of the tree, ids of the parents.
 */
export interface CommitRecords {
  count: number;
  data: Uint8Array;
}

/** One commit as CommitRecords hold it; the ids are at offsets in the records. */
export interface CommitRecord {
  number: number;
  /** Seconds since 1970, as the committer's clock told. */
  time: number;
  tree: number;
  parents: number[];
}

const HEAD = 14;

/** Collects commits from their objects. */
export class CommitLog {
  readonly #idBytes: number;
  #data = Buffer.allocUnsafeSlow(64 * 1024);
  #used = 0;
  #count = 0;

  constructor(idBytes: number) {
    this.#idBytes = idBytes;
  }

  /** @param data a commit object: `tree ID LF`, any number of `parent ID LF`, author, committer … */
  add(number: number, data: Buffer): void {
    const digits = 2 * this.#idBytes;
    this.#reserve(HEAD + this.#idBytes + data.length);
    const out = this.#data;
    let at = this.#used + HEAD;
    let line = 0;
    let parents = -1;
    // Eight bytes of `parent ` and line feed, five of `tree `.
    for (let word = 5; parents < 0xffff; word = 7) {
      const from = line + word;
      if (data[line] !== (word === 5 ? 0x74 : 0x70) || data[from - 1] !== 0x20 || from + digits >= data.length) break;
      if (out.write(data.toString('latin1', from, from + digits), at, 'hex') !== this.#idBytes) break;
      at += this.#idBytes;
      line = from + digits + 1;
      parents++;
    }
    this.#count++;
    if (parents < 0) {
      out.fill(0, at, at + this.#idBytes);
      at += this.#idBytes;
    }
    out.writeInt32LE(number, this.#used);
    out.writeDoubleLE(committed(data, line), this.#used + 4);
    out.writeUInt16LE(Math.max(0, parents), this.#used + 12);
    this.#used = at;
  }

  finish(): CommitRecords {
    return { count: this.#count, data: Uint8Array.from(this.#data.subarray(0, this.#used)) };
  }

  #reserve(bytes: number): void {
    if (this.#used + bytes <= this.#data.length) return;
    const larger = Buffer.allocUnsafeSlow(2 * (this.#data.length + bytes));
    this.#data.copy(larger, 0, 0, this.#used);
    this.#data = larger;
  }
}

/** The committer's time, 0 when there is none. */
function committed(data: Buffer, from: number): number {
  const line = data.indexOf('\ncommitter ', Math.max(0, from - 1));
  if (line < 0) return 0;
  const end = data.indexOf(10, line + 1);
  const close = data.lastIndexOf(0x3e, end < 0 ? data.length : end);
  const time = Number.parseInt(data.toString('latin1', close + 1, close + 24), 10);
  return Number.isSafeInteger(time) ? time : 0;
}

/** Gives the commits of records one after the other. */
export function* readCommits({ count, data }: CommitRecords, idBytes: number): Generator<CommitRecord> {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  for (let i = 0, at = 0; i < count; i++) {
    const parents: number[] = [];
    const tree = at + HEAD;
    for (let left = view.getUint16(at + 12, true), next = tree + idBytes; left > 0; left--, next += idBytes) parents.push(next);
    yield { number: view.getInt32(at, true), time: view.getFloat64(at + 4, true), tree, parents };
    at = tree + idBytes * (1 + parents.length);
  }
}
