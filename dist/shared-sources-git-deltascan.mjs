const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  MalformedError
} from "./shared-sources-git-packindex.mjs";
import {
  PAD,
  placeMatches,
  readHits
} from "./shared-pipeline-file.mjs";
import {
  bomLength,
  detectEncoding,
  narrow
} from "./shared-detect-encoding.mjs";
import {
  Positions
} from "./shared-detect-position.mjs";
import {
  Detector,
  LOOK,
  Looks,
  REGION,
  movedHit,
  regionOf,
  resolve
} from "./shared-detect-engine.mjs";
import {
  Core,
  partSize,
  partsSize
} from "./shared-wasm-core-code.mjs";
import {
  byText
} from "./shared-order.mjs";

// src/sources/git/messages.ts
var SIGNATURE = Buffer.from("gpgsig");
var [LF, SPACE] = [10, 32];
function idsEnd(data) {
  let at = 0;
  for (let word = /^tree [0-9a-f]+$/i; word.test(data.toString("latin1", at, lineEnd(data, at))); word = /^parent [0-9a-f]+$/i)
    at = Math.min(data.length, lineEnd(data, at) + 1);
  return at;
}
var tagStart = (data) => data.indexOf("\ntag ") + 1;
var messageStart = (data, head) => data[head] === LF ? head + 1 : data.indexOf("\n\n", head) + 2;
function eachPart(data, head, onPart) {
  let from = head;
  let end = head;
  for (let isSignature = false; end < data.length && data[end] !== LF; end = Math.min(data.length, lineEnd(data, end) + 1)) {
    const isPart = isSignature && data[end] === SPACE;
    if (isSignature && !isPart) from = end;
    const begins = beginsWith(data, end, SIGNATURE);
    if (begins && !isSignature && end > from) onPart(from, end);
    isSignature = begins || isPart;
    if (isSignature) from = Math.min(data.length, lineEnd(data, end) + 1);
  }
  if (from < end) onPart(from, end);
  if (end + 1 < data.length) onPart(end + 1, data.length);
}
function lineEnd(data, at) {
  let end = at;
  while (end < data.length && data[end] !== LF) end++;
  return end;
}
function beginsWith(data, at, word) {
  for (let i = 0; i < word.length; i++) if (data[at + i] !== word[i]) return false;
  return true;
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
  constructor(catalogue, room = 0) {
    this.#catalogue = catalogue;
    this.#detector = new Detector(catalogue, room);
    this.reach = this.#detector.reach;
    this.looks = this.#detector.looks;
    this.core = this.#detector.core;
  }
  scan(data, start, end, part) {
    const encoding = detectEncoding(data, start, end);
    this.whole = encoding === "utf-16le" || encoding === "utf-16be";
    return this.whole ? this.#scanWide(data, start, end, encoding) : this.#detector.scan(data, start, end, part);
  }
  settle(data, asked, count) {
    return this.#detector.settle(data, asked, count);
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
  read(data, start, end, found) {
    const encoding = detectEncoding(data, start, end);
    const binary = encoding === "binary";
    const allowed = found.filter((hit) => hit.rule >= 0 && (!binary || this.#catalogue.rule(hit.rule).structured));
    return readHits(this.#catalogue, resolve(allowed, this.#catalogue), { data, start, offset: 0 }, encoding);
  }
  /** The matches of what was read in an object, told at `path`. */
  place(data, start, end, unplaced, path) {
    const encoding = detectEncoding(data, start, end);
    const positions = new Positions(data, start + bomLength(data, start, end, encoding), end, encoding);
    return placeMatches(unplaced, { data, start, end, offset: 0 }, positions, encoding, path);
  }
  /** The matches of an object's hits, told at `path`. */
  matches(data, start, end, found, path) {
    return this.place(data, start, end, this.read(data, start, end, found), path);
  }
};

// src/sources/git/delta.ts
var MAX_RUNS = 1 << 20;
function readDeltaHeader(delta, end, header) {
  header.at = 0;
  header.baseSize = readSize(delta, end, header);
  header.resultSize = readSize(delta, end, header);
}
function readSize(delta, end, header) {
  let size = 0;
  let unit = 1;
  for (; ; ) {
    if (header.at >= end || unit > 2 ** 49) throw new MalformedError("delta header is damaged");
    const byte = delta[header.at++];
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
  apply(arena, base, result, header, delta, end) {
    const { baseSize, resultSize, at } = header;
    const runs = this.#runs;
    const [from, to] = [arena.byteOffset, delta.byteOffset];
    const [first, last] = [to + at, to + end];
    const count = this.#core.exports.applyDelta(
      from + base,
      baseSize,
      from + result,
      resultSize,
      first,
      last,
      runs.data.byteOffset,
      MAX_RUNS
    );
    this.#settle(count);
  }
  /**
   * Where objects are made by loops of the core (wasm/assembly/path.ts).
   * @param delta takes one delta, of twice as many bytes as an object may have at most
   * @param extraEvery see Visitor of packwalk.ts
   */
  begin({ arena, delta, most, idBytes, extraEvery }) {
    const runs = this.#runs;
    const { exports } = this.#core;
    const [at, runsAt, countAt] = [arena.byteOffset, runs.data.byteOffset, this.#count.byteOffset];
    exports.setupPath(at, arena.length, delta.byteOffset, most, idBytes, runsAt, MAX_RUNS, countAt, extraEvery);
  }
  #settle(count) {
    this.#count[0] = Math.max(0, count);
    if (count < 0) throw new MalformedError(`delta ${DAMAGES[-1 - count]}`);
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
    let bytes = 0;
    for (let i = 0; i < 2 * this.count; i += 2) bytes += this.pairs[i + 1] - this.pairs[i];
    return bytes;
  }
};

// src/sources/git/carry.ts
var MAX_LOOKS = 1 << 20;
var MAX_CUT = 1 << 16;
var PARTS = {
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
  static size = partsSize(PARTS);
  constructor(core) {
    const take = (bytes) => core.takeNumbers(bytes / 4);
    this.#core = core;
    this.#ranges = take(PARTS.ranges);
    this.#wide = take(PARTS.wide);
    this.#looks = take(PARTS.looks);
    this.#carried = take(PARTS.carried);
    this.repeats.data = take(PARTS.repeats);
    this.#cut = take(PARTS.cut);
    this.#runs = take(PARTS.runs);
    this.#counts = take(PARTS.counts);
    this.ranges = new RangeList(this.#ranges);
    this.wide = new RangeList(this.#wide);
    const places = [this.#ranges, this.#wide, this.#carried, this.repeats.data].map(({ byteOffset }) => byteOffset);
    core.exports.setupCarry(...places, MAX_LOOKS, this.#counts.byteOffset);
  }
  /**
   * Sets `ranges` and `wide`.
   * @param runs in bytes of an object of `size` bytes and of its base, of which `baseSize` is the length
   * @returns bytes in `ranges`
   */
  findChanges(size, runs, baseSize, { before, behind, around }) {
    const { exports } = this.#core;
    const bytes = exports.findChanges(this.#place(runs), runs.count, size, baseSize, before, behind, around);
    this.ranges.pairs = this.#ranges;
    this.wide.pairs = this.#wide;
    this.ranges.count = this.#counts[0];
    this.wide.count = this.#counts[1];
    return bytes;
  }
  /**
   * Moves looks along the runs that copy all they depend on, but for those in `cut`. The others are to be repeated, unless they
   * lie where there are other ones to be looked for.
   * @param looks of the base
   * @param carried takes those that were moved
   * @returns false when there are too many
   */
  carry(size, runs, baseSize, looks, cut, carried) {
    const { ranges, wide } = this;
    if (looks.count > MAX_LOOKS || cut.count > MAX_CUT || ranges.pairs !== this.#ranges || wide.pairs !== this.#wide)
      return false;
    this.#looks.set(looks.data.subarray(0, LOOK * looks.count));
    if (cut.count > 0) this.#cut.set(cut.pairs.subarray(0, 2 * cut.count));
    const done = this.#core.exports.carryLooks(
      this.#looks.byteOffset,
      looks.count,
      this.#place(runs),
      runs.count,
      size,
      baseSize,
      this.#cut.byteOffset,
      cut.count,
      ranges.count,
      wide.count
    );
    if (!done) return false;
    carried.take(this.#carried, this.#counts[2]);
    this.repeats.count = this.#counts[3];
    return true;
  }
  /** The address of runs. */
  #place({ data, count }) {
    if (data !== this.#held && this.#core.holds(data)) this.#held = data;
    if (data === this.#held) return data.byteOffset;
    this.#runs.set(data.subarray(0, 3 * count));
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
    const { ranges, wide, repeats } = carrier;
    const cut = this.#cut;
    for (; ; ) {
      let bytes = carrier.findChanges(size, runs, baseSize, this.#scanner.reach);
      cut.count = 0;
      const known = base.hits.length > 0 ? this.#carryHits(size, runs, baseSize, base.hits, anew) : NONE;
      const { hits } = known;
      if (cut.count > 0) {
        ranges.join(cut);
        wide.join(cut);
        bytes = ranges.size();
      }
      if (bytes + RANGE_COST * ranges.count > size || !carrier.carry(size, runs, baseSize, base.looks, cut, carried)) {
        this.#free.push(carried);
        return this.whole(data);
      }
      if (ranges.count === 0 && repeats.count === 0) return this.#known(inOrder(hits), carried);
      const part = { ranges, wide, looks: carried, repeats, hits };
      const found = this.#scanner.scan(data, 0, size, part);
      if (this.#scanner.whole) {
        this.#free.push(carried);
        this.bytes += size;
        return { hits: inOrder(found), looks: this.#take(), whole: true };
      }
      const { looks } = this.#scanner;
      if (hits.length > 0 && looks.count > 0) {
        if (countRegions(hits) * looks.count > MAX_PAIRS) {
          this.#free.push(carried);
          return this.whole(data);
        }
        const touched = findTouched(known, looks);
        if (touched) {
          anew = /* @__PURE__ */ new Set([...anew ?? [], ...touched]);
          continue;
        }
      }
      this.bytes += bytes;
      carried.merge(looks);
      return this.#known(inOrder(found), carried);
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
    const { data, count } = runs;
    const carried = { hits: [], of: [] };
    const base = { hits, lowest: hits[0].from, highest: 0, longest: 0, size: baseSize };
    for (const { from, to } of hits) {
      base.longest = Math.max(base.longest, to - from);
      base.highest = Math.max(base.highest, to);
    }
    for (let i = 0; i < 3 * count; i += 3) {
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
function regionsIn({ data, count }) {
  const regions = [];
  for (let i = 0; i < LOOK * count; i += LOOK)
    if (data[i] === REGION) regions.push(regionOf(data[i + 1], data[i + 2], data[i + 3]));
  return inOrder(regions);
}
function countRegions(hits) {
  let count = 0;
  for (let i = 0; i < hits.length; i++) if (hits[i].rule === REGION) count++;
  return count;
}
function findTouched({ hits, of }, looks) {
  const regions = [...hits.keys()].filter((i) => hits[i].rule === REGION);
  const touched = [];
  for (let first = 0, next = 0; first < regions.length; first = next) {
    let end = hits[regions[first]].to;
    for (next = first + 1; next < regions.length && hits[regions[next]].from < end; next++)
      end = Math.max(end, hits[regions[next]].to);
    const together = regions.slice(first, next);
    if (together.some((i) => looks.touch(hits[i].from, hits[i].to))) for (const i of together) touched.push(of[i]);
  }
  if (touched.length === 0) return void 0;
  return touched.flatMap((region) => of.filter(({ from, to }) => from === region.from && to === region.to));
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
  return `${text}\0${confidence}\0${evidence?.join()}\0${reasons.map(({ code }) => code).join()}`;
}
function inOrder(hits) {
  if (hits.length < 2) return hits;
  hits.sort(compareHits);
  return hits.filter((hit, i) => i === 0 || compareHits(hit, hits[i - 1]) !== 0);
}

export {
  idsEnd,
  tagStart,
  messageStart,
  eachPart,
  ObjectScanner,
  readDeltaHeader,
  DeltaMaker,
  Carrier,
  DeltaScanner
};
