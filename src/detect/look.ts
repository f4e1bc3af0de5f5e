/**
 * What a detector has looked at. An anchor is met, bytes around it are read, and something is found or not: that is a look.
 * Whoever reads bytes says which, so that it is known of every look on which bytes its outcome depends: the same bytes give
 * the same outcome anywhere. Histories live on that (sources/git/deltascan.ts), for most of what a version of a file holds
 * was looked at in the one before.
 * @module
 */

/** Takes down which bytes are read. */
export interface Look {
  /** The bytes `[from, to)` were looked at, as far as there are any; also that there are none. */
  saw(from: number, to: number): void;
}

/** Looks that are sorted by putting each in its place: those of most changes. */
const FEW = 32;

/** Numbers a look takes in `Looks.data`. */
export const LOOK = 4;

/**
 * The looks of a scan, each as four numbers: its kind (only the scanner knows what that is, but for this: it is less than zero
 * where the look has no anchor, and never REGION, which others may add: see hit.ts), the place of its anchor, and the bytes on
 * which its outcome depends, `[from, to)`. Reused from scan to scan.
 */
export class Looks implements Look {
  data: Int32Array = new Int32Array(LOOK * 256);
  count = 0;
  /** Of the look at hand. */
  from = 0;
  to = 0;
  /** Nothing is taken down: what is looked at are other bytes, decoded ones. */
  paused = false;
  #start = 0;
  #end = 0;

  /** Begins a scan of the bytes `[start, end)`. */
  clear(start: number, end: number): void {
    this.count = 0;
    this.#start = start;
    this.#end = end;
  }

  /** Begins a look at the bytes `[at, to)`. */
  begin(at: number, to: number): void {
    this.from = at;
    this.to = to;
  }

  saw(from: number, to: number): void {
    if (from < this.from) this.from = from;
    if (to > this.to) this.to = to;
  }

  /** Ends the look at hand. */
  end(kind: number, at: number): void {
    if (!this.paused) this.add(kind, at, Math.max(this.from, this.#start), Math.min(this.to, this.#end));
  }

  add(kind: number, at: number, from: number, to: number): void {
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
  take(data: Int32Array, count: number): void {
    this.#reserve(count);
    this.data.set(data.subarray(0, LOOK * count));
    this.count = count;
  }

  /** As `take`, for numbers that stand anywhere as bytes. */
  takeBytes(bytes: Uint8Array): void {
    this.count = bytes.length / (4 * LOOK);
    this.#reserve(this.count);
    new Uint8Array(this.data.buffer).set(bytes);
  }

  #reserve(count: number): void {
    if (this.data.length < LOOK * count) this.data = new Int32Array(LOOK * 2 ** Math.ceil(Math.log2(count)));
  }

  /** Puts the looks in the order of their places. */
  sort(): void {
    const { data, count } = this;
    let sorted = true;
    for (let i = LOOK; sorted && i < LOOK * count; i += LOOK) sorted = data[i - 3]! <= data[i + 1]!;
    if (sorted) return;
    if (count <= FEW) return this.#sortFew();
    // Place and number in one: sorts many times faster than with a function that compares.
    const keys = Float64Array.from({ length: count }, (_, i) => data[LOOK * i + 1]! * count + i).sort();
    const old = data.slice(0, LOOK * count);
    for (let i = 0; i < count; i++) {
      const from = LOOK * (keys[i]! % count);
      for (let k = 0; k < LOOK; k++) data[LOOK * i + k] = old[from + k]!;
    }
  }

  /** Puts each before those of a later place, one after the other. */
  #sortFew(): void {
    const { data } = this;
    for (let i = LOOK; i < LOOK * this.count; i += LOOK) {
      const [kind, at, from, to] = [data[i]!, data[i + 1]!, data[i + 2]!, data[i + 3]!];
      let place = i;
      for (; place > 0 && data[place - LOOK + 1]! > at; place -= LOOK)
        for (let k = 0; k < LOOK; k++) data[place + k] = data[place - LOOK + k]!;
      data[place] = kind;
      data[place + 1] = at;
      data[place + 2] = from;
      data[place + 3] = to;
    }
  }

  /** Leaves out the looks of a kind. */
  drop(kind: number): void {
    const { data } = this;
    let kept = 0;
    for (let i = 0; i < LOOK * this.count; i += LOOK) {
      if (data[i] === kind) continue;
      for (let k = 0; k < LOOK; k++) data[kept + k] = data[i + k]!;
      kept += LOOK;
    }
    this.count = kept / LOOK;
  }

  /** Joins the looks of another table, in any order, into these, which are in order. */
  merge(others: Looks): void {
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
      const last = mine >= 0 && data[mine + 1]! > others.data[its + 1]!;
      const source = last ? data : others.data;
      const from = last ? mine : its;
      for (let k = 0; k < LOOK; k++) data[to + k] = source[from + k]!;
      if (last) mine -= LOOK;
      else its -= LOOK;
    }
  }

  /** Whether a look depends on bytes in `[from, to)`. */
  touch(from: number, to: number): boolean {
    for (let i = 0; i < LOOK * this.count; i += LOOK) if (this.data[i + 2]! < to && this.data[i + 3]! > from) return true;
    return false;
  }
}
