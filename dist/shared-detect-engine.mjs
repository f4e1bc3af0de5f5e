const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  Core,
  partSize,
  partsSize
} from "./shared-wasm-core-code.mjs";
import {
  checksumHolds,
  checksumProves
} from "./shared-detect-checksums-decode.mjs";
import {
  DETECTORS,
  PHASES,
  cutAt,
  edgeBefore,
  encodingsOf,
  escapeAt,
  isPart,
  joinPieces,
  longestName,
  lookDirect,
  lookWide,
  passwordIn,
  placeIn,
  readAnchored,
  readPart,
  readRun,
  readValue,
  seekBase64,
  serviceDistance,
  solidAt,
  tokenEnd,
  unescape
} from "./shared-detect-decode-base64.mjs";
import {
  LiteralTable,
  MAX_LITERAL,
  MOST_BEFORE,
  MOST_BEHIND,
  guardBefore,
  guardBehind
} from "./shared-detect-assignment.mjs";
import {
  USE
} from "./shared-detect-tables.mjs";
import {
  weigh
} from "./shared-detect-score-place-features.mjs";
import {
  byText
} from "./shared-order.mjs";
import {
  entropy,
  isWords,
  looksLikePlaceholder
} from "./shared-detect-plausible.mjs";
import {
  byteSet
} from "./shared-detect-bytes.mjs";
import {
  CONFIDENCES
} from "./shared-model.mjs";

// src/rules/rule.ts
function ruleOfDetector(rules) {
  return Object.fromEntries(rules.flatMap(({ detector }, index) => detector === "" ? [] : [[detector, index]]));
}

// src/wasm/range-table.ts
var RANGES = 2048;
var RangeTable = class {
  /** Of what was taken last. */
  address = 0;
  #core;
  #table;
  /** The last pairs that stood in the memory: to ask for an array's memory takes as long as to copy a few. */
  #held;
  /** Bytes that it takes in the memory of a core. */
  static size = partSize(8 * RANGES);
  constructor(core) {
    this.#core = core;
    this.#table = core.takeNumbers(2 * RANGES);
  }
  /**
   * Has ranges from the number `next` on in the memory, where they may be already.
   * @param pairs two numbers each, of `count` ranges
   * @returns how many of them there are at `address`
   */
  take(pairs, count, next) {
    if (pairs !== this.#held && this.#core.holds(pairs)) this.#held = pairs;
    if (pairs === this.#held) {
      this.address = pairs.byteOffset + 8 * next;
      return count - next;
    }
    const taken = Math.min(count - next, RANGES);
    this.#table.set(pairs.subarray(2 * next, 2 * (next + taken)));
    this.address = this.#table.byteOffset;
    return taken;
  }
};

// src/detect/decode/base64-seek.ts
var ROOM = 1024;
var PARTS = { phases: 4 * 256, places: 8 + 4 * ROOM };
var Base64Seeker = class {
  #core;
  #places;
  #table;
  /** Bytes that it takes in the memory of a core. */
  static size = partsSize(PARTS) + RangeTable.size;
  constructor(core) {
    this.#core = core;
    const phases = core.take(PARTS.phases);
    for (const [k, table] of PHASES.entries()) phases.set(table, 256 * k);
    this.#places = core.takeNumbers(PARTS.places / 4);
    this.#table = new RangeTable(core);
    core.exports.setupBase64(phases.byteOffset, this.#places.byteOffset + 8, ROOM);
  }
  /**
   * Calls back for places in some ranges that look like the inside of base64 of text, in ascending order: at least one for each
   * run of MIN_RUN characters.
   * @param data in the memory of the core
   */
  seek(data, end, { pairs, count }, found) {
    for (let next = 0; next < count; ) {
      const taken = this.#table.take(pairs, count, next);
      this.#walk(this.#table.address, taken, data.byteOffset, end, found);
      next += taken;
    }
  }
  #walk(ranges, count, base, end, found) {
    const places = this.#places;
    const last = ranges + 8 * count;
    for (let at = ranges, goOn = 0; at < last; goOn = places[0]) {
      at = this.#core.exports.seekBase64(at, last, base, base + end, goOn);
      for (let n = 0, total = places[1]; n < total; n++) found(places[2 + n] - base);
    }
  }
};

// src/detect/hit.ts
var REGION = -1;
var AROUND = 72;
var NO_MORE = {};
function hitOf(rule, start, end, confidence, reasons, { evidence, distance, decoded } = NO_MORE) {
  return { rule, start, end, from: start, to: end, confidence, reasons, evidence, distance, decoded };
}
function regionOf(at, from, to) {
  const region = hitOf(REGION, at, to, "low", []);
  region.from = from;
  region.to = to;
  return region;
}
function movedHit(hit, by) {
  const copy = hitOf(hit.rule, hit.start + by, hit.end + by, hit.confidence, hit.reasons, hit);
  copy.from = hit.from + by;
  copy.to = hit.to + by;
  return copy;
}

// src/detect/look.ts
var FEW = 32;
var LOOK = 4;
var Looks = class {
  data = new Int32Array(LOOK * 256);
  count = 0;
  /** Of the look at hand. */
  from = 0;
  to = 0;
  /** Nothing is taken down: what is looked at are other bytes, decoded ones. */
  paused = false;
  #start = 0;
  #end = 0;
  /** Begins a scan of the bytes `[start, end)`. */
  clear(start, end) {
    this.count = 0;
    this.#start = start;
    this.#end = end;
  }
  /** Begins a look at the bytes `[at, to)`. */
  begin(at, to) {
    this.from = at;
    this.to = to;
  }
  saw(from, to) {
    if (from < this.from) this.from = from;
    if (to > this.to) this.to = to;
  }
  /** Ends the look at hand. */
  end(kind, at) {
    if (!this.paused) this.add(kind, at, Math.max(this.from, this.#start), Math.min(this.to, this.#end));
  }
  add(kind, at, from, to) {
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
  take(data, count) {
    this.#reserve(count);
    this.data.set(data.subarray(0, LOOK * count));
    this.count = count;
  }
  /** As `take`, for numbers that stand anywhere as bytes. */
  takeBytes(bytes) {
    this.count = bytes.length / (4 * LOOK);
    this.#reserve(this.count);
    new Uint8Array(this.data.buffer).set(bytes);
  }
  #reserve(count) {
    if (this.data.length < LOOK * count) this.data = new Int32Array(LOOK * 2 ** Math.ceil(Math.log2(count)));
  }
  /** Puts the looks in the order of their places. */
  sort() {
    const { data, count } = this;
    let sorted = true;
    for (let i = LOOK; sorted && i < LOOK * count; i += LOOK) sorted = data[i - 3] <= data[i + 1];
    if (sorted) return;
    if (count <= FEW) return this.#sortFew();
    const keys = Float64Array.from({ length: count }, (_, i) => data[LOOK * i + 1] * count + i).sort();
    const old = data.slice(0, LOOK * count);
    for (let i = 0; i < count; i++) {
      const from = LOOK * (keys[i] % count);
      for (let k = 0; k < LOOK; k++) data[LOOK * i + k] = old[from + k];
    }
  }
  /** Puts each before those of a later place, one after the other. */
  #sortFew() {
    const { data } = this;
    for (let i = LOOK; i < LOOK * this.count; i += LOOK) {
      const [kind, at, from, to] = [data[i], data[i + 1], data[i + 2], data[i + 3]];
      let place = i;
      for (; place > 0 && data[place - LOOK + 1] > at; place -= LOOK)
        for (let k = 0; k < LOOK; k++) data[place + k] = data[place - LOOK + k];
      data[place] = kind;
      data[place + 1] = at;
      data[place + 2] = from;
      data[place + 3] = to;
    }
  }
  /** Leaves out the looks of a kind. */
  drop(kind) {
    const { data } = this;
    let kept = 0;
    for (let i = 0; i < LOOK * this.count; i += LOOK) {
      if (data[i] === kind) continue;
      for (let k = 0; k < LOOK; k++) data[kept + k] = data[i + k];
      kept += LOOK;
    }
    this.count = kept / LOOK;
  }
  /** Joins the looks of another table, in any order, into these, which are in order. */
  merge(others) {
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
      const last = mine >= 0 && data[mine + 1] > others.data[its + 1];
      const source = last ? data : others.data;
      const from = last ? mine : its;
      for (let k = 0; k < LOOK; k++) data[to + k] = source[from + k];
      if (last) mine -= LOOK;
      else its -= LOOK;
    }
  }
  /** Whether a look depends on bytes in `[from, to)`. */
  touch(from, to) {
    for (let i = 0; i < LOOK * this.count; i += LOOK) if (this.data[i + 2] < to && this.data[i + 3] > from) return true;
    return false;
  }
};

// src/detect/decode/decoder.ts
var MAX_DEPTH = 3;
var BUDGET = 1 << 18;
var MAX_TOKEN = 8192;
var WEAK_RANK = 30;
var STRUCTURE_RANK = 50;
var ESCAPES = byteSet("%&\\");
var JOINTS = byteSet("\"'`\\\n\r");
var BASE64_LOOK = -2;
var Decoder = class {
  /** Whether in the look at hand something was found encoded, or was not looked for because it had been. */
  wasAsked = false;
  /** Takes down what is looked at. */
  #looks;
  #tasks = [];
  #budget = BUDGET;
  #data = Buffer.alloc(0);
  #start = 0;
  #end = 0;
  /** Up to where each kind of encoding has been dealt with. */
  #runs = 0;
  #values = 0;
  #escapes = { "percent-encoding": 0, "string-escapes": 0, "html-entities": 0 };
  #joins = 0;
  #parts = 0;
  /** The run of token characters that was seen last, and whether something encoded goes on behind it. */
  #tokenAt = 0;
  #tokenEnd = 0;
  #tokenTold = false;
  /** @param looks takes down what is looked at */
  constructor(looks) {
    this.#looks = looks;
  }
  /** Begins a scan. */
  begin(data, start, end) {
    this.#budget = BUDGET;
    this.#tasks.length = 0;
    this.#enter(data, start, end);
  }
  #enter(data, start, end) {
    this.#data = data;
    this.#start = start;
    this.#end = end;
    this.#runs = this.#values = this.#joins = this.#parts = this.#tokenAt = this.#tokenEnd = start;
    this.#escapes["percent-encoding"] = this.#escapes["string-escapes"] = this.#escapes["html-entities"] = start;
  }
  get idle() {
    return this.#tasks.length === 0;
  }
  /** Begins a look at a literal. */
  beginLook() {
    this.wasAsked = false;
  }
  /** Base64 of text around a place where such characters stand; gives where to go on. */
  base64At(at) {
    if (at < this.#runs) return this.#runs;
    const looks = this.#looks;
    looks.begin(at, at);
    if (this.#budget <= 0) {
      looks.saw(this.#start, this.#end);
      looks.end(BASE64_LOOK, at);
      return this.#runs = this.#end;
    }
    while (this.#runs <= at) {
      const known = this.#tasks.find((task) => task.start <= at && at < task.end);
      if (known) looks.saw(known.start, known.end);
      const run = known ?? readRun(looks, this.#data, at, this.#start, this.#end, this.#runs);
      this.#runs = run.end;
      if (run !== known && run.view) this.#add(run.view, run.start, run.end);
    }
    looks.end(BASE64_LOOK, at);
    return this.#runs;
  }
  /** Base64 that begins with what a credential begins with. */
  anchored(at) {
    if (this.#isTold(at)) return;
    const run = readAnchored(this.#looks, this.#data, at, this.#start, this.#end);
    if (run.view) this.#add(run.view, run.start, run.end);
  }
  /** The token in which a literal was found may go on behind a quote, a line end or an escape. */
  token(at) {
    if (at >= this.#tokenAt && at < this.#tokenEnd) {
      this.#looks.saw(this.#tokenAt - AROUND, this.#tokenEnd + 1);
      this.wasAsked ||= this.#tokenTold;
      return;
    }
    this.#tokenAt = at;
    this.#tokenEnd = tokenEnd(this.#data, at, Math.min(this.#end, at + MAX_TOKEN));
    this.#looks.saw(at, this.#tokenEnd + 1);
    this.#piece(at, this.#tokenEnd);
    this.#tokenTold = this.wasAsked;
  }
  /** A string or a line ends at `at`, and what follows may go on with it. */
  seam(at) {
    if (this.#isDone(at < this.#joins)) return;
    const piece = cutAt(this.#looks, this.#data, at, this.#start, this.#end);
    if (piece) this.#join(piece.from, piece.to);
  }
  /** @param at where a first piece ends that begins at `from` */
  #piece(from, at) {
    if (at >= this.#end) return;
    const byte = this.#data[at];
    if (ESCAPES[byte] === 1) this.maybeEscape(at, from);
    if (JOINTS[byte] === 1 && !this.#isDone(at < this.#joins)) this.#join(from, at);
  }
  #join(from, at) {
    const view = joinPieces(this.#looks, this.#data, from, at, this.#start, this.#end);
    if (!view) return;
    this.#joins = view.lastPiece;
    this.#add(view);
  }
  /** A part of a mail in quoted-printable. */
  part(at) {
    if (this.#isDone(at < this.#parts)) return;
    const view = readPart(this.#looks, this.#data, at, this.#end);
    if (!view) return;
    this.#parts = view.to;
    this.#add(view);
  }
  /** A value in which base64 is expected whatever its name is. */
  value(start, end) {
    if (this.#isTold(start)) return;
    const run = readValue(this.#looks, this.#data, start, end, this.#start, this.#end);
    if (run?.view) this.#add(run.view, run.start, run.end);
  }
  /** Whether base64 that stands at `at` is told already. */
  #isTold(at) {
    return this.#isDone(this.#tasks.some((task) => task.start <= at && at < task.end));
  }
  /** Takes down for the look at hand that it leaves something out. */
  #isDone(done) {
    if (done) this.wasAsked = true;
    return done;
  }
  /** A value given to a name: it may be base64, or only the first piece. */
  given(nameStart, { start, end }) {
    if (this.#isDone(start < this.#values)) return;
    const run = readValue(this.#looks, this.#data, start, end, this.#start, this.#end);
    if (!run?.view) {
      for (let at = start; at < end; at++) if (ESCAPES[this.#data[at]] === 1) this.maybeEscape(at);
      return this.#piece(nameStart, end);
    }
    this.#values = run.end;
    if (!this.#isTold(start)) this.#add(run.view, run.start, run.end);
  }
  /** What stands at `at`, behind a name or in a value, may be an escape. */
  maybeEscape(at, since = at) {
    if (at >= this.#end) return;
    const encoding = escapeAt(this.#looks, this.#data, at, this.#end);
    if (encoding) this.escape(at, encoding, since);
  }
  /** An encoded character. */
  escape(at, encoding, since = at) {
    if (this.#isDone(at < this.#escapes[encoding])) return;
    const { view, done } = unescape(this.#data, since, at, encoding, this.#start, this.#end);
    this.#escapes[encoding] = Math.max(at + 1, done);
    this.#add(view);
  }
  /**
   * Scans what was found encoded, and what is encoded in that.
   * @param hits those of the bytes themselves
   * @param rank of a rule
   * @returns all hits, with places in the bytes that were begun with, and the regions in which something was decoded
   */
  run(hits, scanPlain, rank) {
    const strength = (hit) => hit.rule < 0 ? Infinity : rank(hit.rule);
    const found = [];
    let tasks = this.#take().map((task) => Object.assign(task, { region: this.#regionOf(task) }));
    let all = hits.concat(tasks.map(({ region }) => region));
    this.#looks.paused = true;
    for (let depth = 1; tasks.length > 0 && depth <= MAX_DEPTH; depth++) {
      const inner = [];
      for (const { view, start, end, region } of tasks) {
        if (end > start) {
          const [from, to] = view.outer ? placeIn(view.outer, start, end) : [start, end];
          const strong = all.find(
            (hit) => hit.rule >= 0 && !hit.decoded && hit.start <= from && hit.end >= to && strength(hit) >= STRUCTURE_RANK
          );
          if (strong) {
            widen(region, strong);
            continue;
          }
          all = all.filter((hit) => {
            if (hit.decoded || hit.start < from || hit.end > to || strength(hit) > WEAK_RANK) return true;
            widen(region, hit);
            return false;
          });
        }
        this.#enter(view.data, 0, view.data.length);
        for (const hit of scanPlain(view.data)) {
          if (view.unsure && strength(hit) < STRUCTURE_RANK) continue;
          const { firstPiece } = view;
          if (firstPiece !== void 0 && (hit.end <= firstPiece || view.encoding === "folded-lines" && hit.start >= firstPiece))
            continue;
          const outer = inOuter(hit, view);
          if (firstPiece !== void 0 && outer.end - outer.start <= hit.end - hit.start) continue;
          all.push(outer);
          found.push({ hit: outer, region });
        }
        for (const task of this.#take()) inner.push({ ...task, view: { ...task.view, outer: view }, region });
      }
      tasks = inner;
    }
    this.#looks.paused = false;
    for (const { hit, region } of found) [hit.from, hit.to] = [region.from, region.to];
    return all;
  }
  /** All on which it depends that something is decoded, and what. */
  #regionOf({ view, look }) {
    const [, at, from, to] = this.#looks.data.subarray(LOOK * look, LOOK * (look + 1));
    const first = Math.max(this.#start, Math.min(view.from, from, at - AROUND));
    const last = Math.min(this.#end, Math.max(view.to, to, at + AROUND));
    return regionOf(view.from, first, last);
  }
  /** @param start where base64 stands, without what is around it */
  #add(view, start = 0, end = 0) {
    this.wasAsked = true;
    this.#budget -= view.data.length;
    if (this.#budget >= 0) this.#tasks.push({ view, start, end, look: this.#looks.count });
    else this.#looks.saw(this.#start, this.#end);
  }
  #take() {
    const tasks = this.#tasks;
    this.#tasks = [];
    return tasks;
  }
};
function isGuess(view) {
  return view.unsure === true || view.outer !== void 0 && isGuess(view.outer);
}
function widen(region, { from, to }) {
  region.from = Math.min(region.from, from);
  region.to = Math.max(region.to, to);
  region.end = region.to;
}
function inOuter(hit, view) {
  const [start, end] = placeIn(view, hit.start, hit.end);
  const decoded = {
    secret: hit.decoded?.secret ?? view.data.toString("latin1", hit.start, hit.end),
    from: [...encodingsOf(view), ...hit.decoded?.from ?? []],
    unsure: isGuess(view) || !hit.decoded && end - start === hit.end - hit.start
  };
  const { rule, confidence, reasons, evidence, distance } = hit;
  return hitOf(rule, start, end, confidence, reasons, { evidence, distance, decoded });
}

// src/detect/prefilter-wasm.ts
var ROOM2 = 8192;
var SLACK = 8192;
var STRETCH = 16384;
var SCRATCH = 1 << 20;
var MARGIN = 2 * MAX_LITERAL + MOST_BEFORE + 16;
var PARTS2 = { marked: STRETCH * 2 + 32, pairs: 16 + (ROOM2 + SLACK) * 8, scratch: SCRATCH + 2 * MARGIN };
var tablesOf = ({ map, slots, entries, guards, classes, pool, starts, folds }) => [
  map,
  slots,
  entries,
  guards,
  classes,
  pool,
  starts,
  folds
];
var WasmPrefilter = class {
  #core;
  #pairs;
  #table;
  /** A piece of what lies elsewhere. */
  #piece = new Int32Array(2);
  #scratch;
  /** Bytes that it takes in the memory of a core. */
  static size(literals) {
    return tablesOf(literals).reduce((sum, { byteLength }) => sum + partSize(byteLength), partsSize(PARTS2) + RangeTable.size);
  }
  /** @param core data in its memory is scanned where it is */
  constructor(core, literals) {
    this.#core = core;
    const places = tablesOf(new LiteralTable(literals)).map((table) => {
      const part = core.take(table.byteLength);
      part.set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
      return part.byteOffset;
    });
    const marked = core.take(PARTS2.marked);
    this.#pairs = core.takeNumbers(PARTS2.pairs / 4);
    this.#table = new RangeTable(core);
    this.#scratch = core.take(PARTS2.scratch);
    core.exports.setup(...places, marked.byteOffset, this.#pairs.byteOffset + 8, ROOM2);
  }
  scan(data, start, end, { pairs, count }, found) {
    if (this.#core.holds(data)) {
      for (let next = 0; next < count; ) {
        const taken = this.#table.take(pairs, count, next);
        this.#walk(this.#table.address, taken, data.byteOffset, start, end, found);
        next += taken;
      }
      return;
    }
    for (let range = 0; range < count; range++) {
      const to = pairs[2 * range + 1];
      for (let at = pairs[2 * range]; at < to; at += SCRATCH) {
        const stop = Math.min(at + SCRATCH, to);
        const begin = Math.max(at - MARGIN, 0);
        this.#scratch.set(data.subarray(begin, Math.min(stop + MARGIN, data.length)));
        this.#piece[0] = at;
        this.#piece[1] = stop;
        this.#table.take(this.#piece, 1, 0);
        this.#walk(this.#table.address, 1, this.#scratch.byteOffset - begin, start, end, found);
      }
    }
  }
  /**
   * @param ranges their address
   * @param base address of data[0]
   */
  #walk(ranges, count, base, start, end, found) {
    const pairs = this.#pairs;
    const last = ranges + 8 * count;
    for (let at = ranges, goOn = 0; at < last; goOn = pairs[0]) {
      at = this.#core.exports.seek(at, last, base, base + start, base + end, goOn);
      for (let n = 1, total = pairs[1]; n <= total; n++) found(pairs[2 * n], pairs[2 * n + 1] - base);
    }
  }
};

// src/detect/recall.ts
var SLOTS = 1 << 19;
var MORE = 32;
var ROOM3 = 24 << 20;
var LONGEST = 4096;
var OPEN = 4294967295;
var PARTS3 = { slots: (SLOTS + MORE) * 8, entries: ROOM3 };
var Recall = class {
  /** Bytes of the look that was recalled last: before its place, and in all. */
  before = 0;
  length = 0;
  /** What was found by it, as seen from its place; nothing, mostly. */
  hits = NOTHING;
  /** Whether the look that was asked for last is not known because it depends on others. */
  isOpen = false;
  #core;
  #memory;
  /** What was found by looks, and the number of the first, less one. */
  #found = [];
  #first = 0;
  /** Bytes that it takes in the memory of a core. */
  static size = partsSize(PARTS3);
  /** @param refusals for each kind of look by what it is refused (see refusals.ts), if it is: as much memory is taken beside `size` */
  constructor(core, refusals) {
    this.#core = core;
    const slots = core.take(PARTS3.slots);
    const entries = core.take(PARTS3.entries);
    this.#memory = new DataView(entries.buffer);
    core.exports.setupRecall(slots.byteOffset, SLOTS, entries.byteOffset, ROOM3);
    if (!refusals) return;
    const kinds = core.take(refusals.length);
    kinds.set(refusals);
    core.exports.setupRefusals(kinds.byteOffset);
  }
  /**
   * Whether it is known to what a look of a kind comes, also since it is refused; `before` and `length` then say on which bytes that depends,
   * and `hits` what it is.
   * @param at address of its place in the data from address `start` to `end`
   */
  knows(kind, at, start, end) {
    const entry = this.#core.exports.recall(kind, at, start, end);
    const outcome = entry === 0 ? OPEN : this.#memory.getUint32(entry + 12, true);
    this.isOpen = entry > 0 && outcome === OPEN;
    if (outcome === OPEN) return false;
    this.before = this.#memory.getUint32(entry + 4, true);
    this.length = this.#memory.getUint32(entry + 8, true);
    this.hits = outcome === 0 ? NOTHING : this.#found[outcome - this.#first - 1];
    return true;
  }
  /**
   * Remembers to what a look came, and on which bytes that depends; where these are the first or the last ones of the data, also on that.
   * @param hits what it found, with offsets of which `place` is that of the look
   * @returns false where it is too long to be remembered
   */
  keep(look, hits = NOTHING, place = 0) {
    const isKept = this.#put(look, hits.length === 0 ? 0 : this.#first + this.#found.length + 1);
    if (isKept && hits.length > 0) this.#found.push(hits.map((hit) => movedHit(hit, -place)));
    return isKept;
  }
  /** Remembers that a look is open: who goes on without scanning data need not begin with it. */
  keepOpen(look) {
    this.#put(look, OPEN);
  }
  #put({ kind, at, from, to, start, end }, outcome) {
    if (to - from > LONGEST) return false;
    if (this.#core.exports.keep(kind, at, from, to, start, end, outcome) !== 0) {
      this.#first += this.#found.length;
      this.#found = [];
    }
    return true;
  }
};
var NOTHING = [];

// src/detect/refusals.ts
var ADDRESS = 1;
var WORD = 2;
var URL = [...DETECTORS.keys()].indexOf("url");
function refusalsOf({ uses, useStarts }) {
  const kinds = new Uint8Array(useStarts.length - 1);
  for (let literal = 0; literal < kinds.length; literal++) {
    let kind;
    for (let i = useStarts[literal]; i < useStarts[literal + 1]; i += 4) {
      const of = kindOf(uses[i], uses[i + 1]);
      kind = kind === void 0 || kind === of ? of : 0;
    }
    kinds[literal] = kind ?? 0;
  }
  return kinds;
}
function kindOf(use, index) {
  if (use === USE.word || use === USE.wide) return WORD;
  return use === USE.code && index === URL ? ADDRESS : 0;
}

// src/detect/runner.ts
function runnerOf(index, rule) {
  const { minLength, maxLength, solid, edgeBefore: edge } = rule;
  return {
    index,
    rule,
    minLength,
    maxLength,
    solid,
    expression: void 0,
    contextWords: void 0,
    nearWords: void 0,
    serviceWords: void 0,
    noEdge: edge === "" ? void 0 : byteTable(edge)
  };
}
function expressionOf(runner) {
  const { rule } = runner;
  if (!runner.expression) {
    const after = rule.edgeAfter === "" ? "" : `(?![${rule.edgeAfter}])`;
    const indices = rule.pattern.includes("(?<secret>") ? "d" : "";
    runner.expression = new RegExp(`(?:${rule.pattern})${after}`, `${rule.flags}y${indices}`);
  }
  return runner.expression;
}
function byteTable(inside) {
  const table = new Uint8Array(256);
  const expression = new RegExp(`[${inside}]`);
  for (let byte = 0; byte < 256; byte++) table[byte] = expression.test(String.fromCharCode(byte)) ? 1 : 0;
  return table;
}
function hasWord(name, words) {
  const plain = (text) => text.toLowerCase().replace(/[^a-z0-9]/g, "");
  return words.some((word) => plain(name).includes(plain(word)));
}
var anyOf = (words, flags) => new RegExp(words.map(looseWord).join("|"), flags);
function looseWord(word) {
  return word.split(/[ _.-]+/).map((piece) => piece.replace(/[^A-Za-z0-9]/g, String.raw`\$&`)).join("[ _.-]?");
}

// src/detect/engine.ts
var MAX_CONTEXT = 400;
var SHARED_NAME = 1e3;
var DESK = 1 << 18;
var VALUE_TEXT = 128;
var Detector = class {
  reach = { before: MOST_BEHIND, behind: MOST_BEFORE, around: AROUND };
  whole = false;
  looks = new Looks();
  look = this.looks;
  /** Its memory is scanned where it is; other data is copied first. */
  core;
  prefilter;
  seeker;
  /** In the core, for data from elsewhere. */
  desk;
  recall;
  /** Address of the data in the core's memory; 0 where it lies elsewhere. */
  address = 0;
  /** Whether the last look that was not recalled can be from now on. */
  isRemembered = false;
  tables;
  variants;
  /** Made when a rule is first wanted. */
  runners = [];
  /** Its rules are parsed when they are first read: not before a literal is found. */
  catalogue;
  codes = [...DETECTORS.values()];
  decoder = new Decoder(this.looks);
  data = Buffer.alloc(0);
  start = 0;
  end = 0;
  hits = [];
  /** Looks that are known, and the first that may be met next. */
  known = new Looks();
  nextKnown = 0;
  /** Looks to be repeated, and the next one of them. */
  repeats = new Looks();
  next = 0;
  /** All of the data, as ranges; where they are asked for. */
  all;
  /** The value that was looked at last, and where it stands. */
  value = "";
  valueAt = -1;
  solid = 0;
  solidFrom = -1;
  /**
   * @param catalogue compiled rules; the `rule` of a hit is an index in its list
   * @param room bytes that are left in the memory of `core` for others
   */
  constructor(catalogue, room = 0) {
    this.catalogue = catalogue;
    this.tables = catalogue.tables;
    const refusals = refusalsOf(this.tables);
    const parts = partsSize({ refusals: refusals.length, desk: DESK, all: 8 });
    const own = WasmPrefilter.size(this.tables.literals) + Base64Seeker.size + Recall.size + parts;
    this.core = new Core(own + room);
    this.prefilter = new WasmPrefilter(this.core, this.tables.literals);
    this.seeker = new Base64Seeker(this.core);
    this.recall = new Recall(this.core, refusals);
    this.desk = this.core.take(DESK);
    this.all = { pairs: this.core.takeNumbers(2), count: 1 };
  }
  runner(index) {
    return this.runners[index] ??= runnerOf(index, this.catalogue.rule(index));
  }
  scan(data, start, end, part) {
    const bytes = end < data.length ? data.subarray(0, end) : data;
    this.begin(bytes, start, end);
    if (part) this.scanPart(part);
    else this.scanAll();
    const hits = part && part.hits.length > 0 ? part.hits.concat(this.hits) : this.hits;
    if (this.decoder.idle) return hits;
    return this.decoder.run(
      hits,
      (view) => {
        this.enter(view, 0, view.length);
        this.scanAll();
        return this.hits;
      },
      (rule) => this.catalogue.rule(rule).rank
    );
  }
  settle(data, asked, count) {
    this.begin(data, 0, data.length);
    for (let i = 0; i < 2 * count; i += 2) {
      this.isRemembered = true;
      this.onLiteral(asked[i], asked[i + 1]);
      if (!this.isRemembered || this.hits.length > 0) return false;
    }
    return true;
  }
  begin(data, start, end) {
    this.looks.clear(start, end);
    this.decoder.begin(data, start, end);
    this.enter(data, start, end);
  }
  enter(data, start, end) {
    const elsewhere = !this.core.holds(data);
    this.data = elsewhere && data.length <= DESK ? this.toDesk(data) : data;
    this.start = start;
    this.end = end;
    this.address = elsewhere && this.data === data ? 0 : this.data.byteOffset;
    this.hits = [];
    this.valueAt = -1;
    this.solidFrom = -1;
  }
  /** What was decoded, and versions of files, are of some kilobytes: copied there, looks at them are recalled, too. */
  toDesk(data) {
    data.copy(this.desk);
    return this.desk.subarray(0, data.length);
  }
  /** Scans the bytes as they stand. */
  scanAll() {
    const { data, start, end, all } = this;
    all.pairs[0] = start;
    all.pairs[1] = end;
    this.prefilter.scan(data, start, end, all, this.onLiteral);
    this.base64(all, this.onBase64);
  }
  /** Calls back for places in some ranges where base64 may stand; the answer says where to go on. */
  base64(ranges, found) {
    const { data, end } = this;
    if (this.address > 0) return this.seeker.seek(data, end, ranges, found);
    const { pairs, count } = ranges;
    for (let i = 0; i < count; i++) seekBase64(data, pairs[2 * i], Math.min(pairs[2 * i + 1], end), found);
  }
  onBase64 = (at) => this.decoder.base64At(at);
  onPartBase64 = (at) => {
    this.repeatBase64UpTo(at);
    return this.decoder.base64At(at);
  };
  /** Scans parts of the bytes, and repeats looks. What decoders have seen to they do not do again, so all goes by place. */
  scanPart({ ranges, wide, looks, repeats }) {
    const { data, start, end } = this;
    this.known = looks;
    this.nextKnown = 0;
    this.repeats = repeats;
    this.next = 0;
    this.prefilter.scan(data, start, end, ranges, this.onPartLiteral);
    this.repeatUpTo(Infinity);
    this.next = 0;
    this.base64(wide, this.onPartBase64);
    this.repeatBase64UpTo(Infinity);
  }
  onPartLiteral = (literal, at) => {
    if (this.isKnown(literal, at)) return;
    this.repeatUpTo(at);
    this.onLiteral(literal, at);
  };
  isKnown(literal, at) {
    const { data, count } = this.known;
    while (this.nextKnown < count && data[LOOK * this.nextKnown + 1] < at - 2 * MAX_LITERAL) this.nextKnown++;
    for (let i = LOOK * this.nextKnown; i < LOOK * count && data[i + 1] <= at; i += LOOK)
      if (data[i + 1] === at && data[i] === literal) return true;
    return false;
  }
  repeatUpTo(place) {
    const { data, count } = this.repeats;
    for (; this.next < count && data[LOOK * this.next + 1] < place; this.next++) {
      const kind = data[LOOK * this.next];
      if (kind !== BASE64_LOOK) this.onLiteral(kind, data[LOOK * this.next + 1]);
    }
  }
  repeatBase64UpTo(place) {
    const { data, count } = this.repeats;
    for (; this.next < count && data[LOOK * this.next + 1] < place; this.next++)
      if (data[LOOK * this.next] === BASE64_LOOK) this.decoder.base64At(data[LOOK * this.next + 1]);
  }
  onLiteral = (literal, at) => {
    if (this.address > 0 && this.recalls(literal, at)) return;
    const { uses, useStarts, literals } = this.tables;
    const stop = useStarts[literal + 1];
    const { looks, hits } = this;
    const found = hits.length;
    const behind = at + literals.starts[literal + 1] - literals.starts[literal];
    const guard = literals.guards[literal];
    looks.begin(at - guardBefore(guard), behind + guardBehind(guard));
    this.decoder.beginLook();
    let near;
    let wide;
    for (let i = useStarts[literal]; i < stop; i += 4) {
      const index = uses[i + 1];
      if (uses[i] === USE.shape) this.shape(this.runner(index), at, at - uses[i + 3], at - uses[i + 2]);
      else if (uses[i] === USE.code) this.codes[index].run(this, at);
      else if (uses[i] === USE.near) (near ??= []).push(index);
      else if (uses[i] === USE.wide || this.isPart(at, behind)) (wide ??= []).push(index);
    }
    if (near || wide) this.near(near ?? [], wide ?? [], at);
    for (let i = found; i < hits.length; i++) {
      const hit = hits[i];
      hit.from = Math.max(looks.from, this.start);
      hit.to = Math.min(looks.to, this.end);
    }
    looks.end(literal, at);
    if (this.address > 0) this.remember(literal, at, found);
  };
  /** Whether it is known to what a look comes, as others have with the same bytes: that is taken down. */
  recalls(literal, at) {
    const { recall, address } = this;
    if (!recall.knows(literal, address + at, address + this.start, address + this.end)) return false;
    const from = at - recall.before;
    if (!this.looks.paused) this.looks.add(literal, at, from, from + recall.length);
    for (const hit of recall.hits) this.hits.push(movedHit(hit, at));
    return true;
  }
  /** @param found how many hits there were before the look at hand */
  remember(literal, at, found) {
    const { address, hits, looks, recall } = this;
    const [start, end] = [address + this.start, address + this.end];
    const from = Math.max(address + looks.from, start);
    const to = Math.min(address + looks.to, end);
    const look = { kind: literal, at: address + at, from, to, start, end };
    this.isRemembered = !this.decoder.wasAsked && recall.keep(look, hits.length > found ? hits.slice(found) : void 0, at);
    if (this.decoder.wasAsked && !recall.isOpen) recall.keepOpen(look);
  }
  isPart(at, behind) {
    this.looks.saw(at - 2, behind + 3);
    return isPart(this.data, at, behind, this.start, this.end);
  }
  emit(variant, start, end, confidence, reasons = [], more) {
    const rule = this.ruleOf(variant);
    if (rule === void 0) return;
    const level = confidence ?? this.catalogue.rule(rule).confidence;
    this.hits.push(hitOf(rule, start, end, level, reasons, more));
  }
  /** The rule that finds of a detector's variant belong to; undefined where it is off. */
  ruleOf(variant) {
    this.variants ??= new Map(Object.entries(this.catalogue.detectors ?? ruleOfDetector(this.catalogue.rules)));
    return this.variants.get(variant);
  }
  candidate(variant, form, span, reasons = []) {
    if (this.ruleOf(variant) === void 0) return;
    const weighed = weigh(this.look, this.data, this.start, this.end, form, span);
    if (weighed) this.emit(variant, span.start, span.end, weighed.confidence, reasons, { evidence: weighed.evidence });
  }
  /**
   * A rule with a shape whose match begins in [first, last]: the leftmost one that holds the literal, or all of them where the
   * literal is a word that stands near them.
   */
  shape(runner, literal, first, last) {
    const { minLength, maxLength } = runner;
    const begin = Math.max(first, this.start);
    const stop = Math.min(last + maxLength + 1, this.end);
    if (begin > last || stop - begin < minLength) return this.looks.saw(first, last + minLength);
    if (begin === last && !this.edgeHolds(runner, begin)) return;
    this.looks.saw(begin, last + maxLength + 1);
    this.decoder.token(last);
    const text = this.data.toString("latin1", begin, stop);
    const expression = expressionOf(runner);
    for (let at = begin; at <= last; at++) {
      if (begin < last && !this.edgeHolds(runner, at)) continue;
      expression.lastIndex = at - begin;
      const found = expression.exec(text);
      if (!found) continue;
      const matchEnd = at + found[0].length;
      const isWord = last > literal;
      if (isWord || matchEnd > literal) this.accept(runner, found, at, begin);
      if (!isWord && matchEnd > literal) return;
      at = Math.max(at, matchEnd - 1);
    }
  }
  edgeHolds(runner, at) {
    return runner.noEdge === void 0 || edgeBefore(this.look, this.data, at, this.start, runner.noEdge);
  }
  /**
   * Rules that look for their shape in the value given to a name that holds one of their words; see near.ts. Of those of a
   * provider's word (`wide`) also in what stands some way behind it.
   */
  near(near, wide, at) {
    const direct = lookDirect(this.look, this.data, at, this.start, this.end);
    for (const value of direct.values) this.decoder.given(direct.from, value);
    for (const index of near) this.nearValue(this.runner(index), direct, false);
    const left = [];
    for (const index of wide) {
      const runner = this.runner(index);
      if (!this.nearValue(runner, direct, false)) left.push(runner);
    }
    if (left.length === 0) return;
    for (const given of lookWide(this.look, this.data, at, this.start, this.end))
      for (const runner of left) this.nearValue(runner, given, true);
  }
  /** @returns whether the name is one of the rule's, and values stand there */
  nearValue(runner, given, wide) {
    const { minLength, maxLength, solid } = runner;
    let distance;
    for (const value of given.values) {
      if (value.quote !== 0 && value.end - value.start < minLength) continue;
      if (solid > 0 && this.solidAt(value.start) < solid) continue;
      if (!this.edgeHolds(runner, value.start)) continue;
      const expression = expressionOf(runner);
      expression.lastIndex = 0;
      this.looks.saw(value.start, value.start + maxLength + 1);
      const found = expression.exec(this.valueText(value.start, maxLength + 1));
      if (!found || value.quote !== 0 && value.start + found[0].length > value.end + 1) continue;
      distance ??= this.distance(runner, given, wide);
      if (distance === void 0) return false;
      this.accept(runner, found, value.start, value.start, distance);
      return true;
    }
    return false;
  }
  /** How many solid bytes the value at an offset begins with, counted once for all rules. */
  solidAt(at) {
    if (at !== this.solidFrom) {
      this.solidFrom = at;
      this.solid = solidAt(this.data, at, this.end);
    }
    this.looks.saw(at, at + this.solid + 1);
    return this.solid;
  }
  /**
   * The text that begins at a value: many rules look at the same one in turn. It may be longer than asked for, which no rule
   * can see: a match is never longer than its rule says.
   */
  valueText(at, length) {
    if (at !== this.valueAt || this.value.length < Math.min(length, this.end - at)) {
      this.valueAt = at;
      this.value = this.data.toString("latin1", at, Math.min(at + Math.max(length, VALUE_TEXT), this.end));
    }
    return this.value;
  }
  /** See Hit.distance; undefined where no word of the rule stands. */
  distance(runner, given, wide) {
    const { rule } = runner;
    if (!wide && rule.near.length > 0) {
      runner.nearWords ??= anyOf(rule.near, "gi");
      const name = longestName(runner.nearWords, given.names);
      if (name !== void 0) return (hasWord(name, [rule.provider, ...rule.service]) ? 0 : SHARED_NAME) - name.length;
    }
    if (rule.service.length === 0) return void 0;
    runner.serviceWords ??= anyOf(rule.service, "gi");
    return serviceDistance(runner.serviceWords, given);
  }
  /** Entropy, checksum and context decide on a match of a shape; `base` is the offset of the text that was matched. */
  accept(runner, found, at, base, distance) {
    const { rule } = runner;
    const secretAt = found.indices?.groups?.["secret"];
    const start = secretAt ? base + secretAt[0] : at;
    const secret = found.groups?.["secret"] ?? found[0];
    const end = start + secret.length;
    let { confidence } = rule;
    const reasons = [];
    if (rule.checksum) {
      if (checksumHolds(rule.checksum, { ...found.groups, secret })) {
        const decodes = !checksumProves(rule.checksum);
        if (!decodes) confidence = "certain";
        reasons.push(
          decodes ? { code: "decodes", text: "It decodes to what such a credential holds." } : { code: "checksum-valid", text: `Its checksum (${rule.checksum.is}) is right.` }
        );
      } else if (rule.checksum.mismatch === "low") {
        confidence = "low";
        reasons.push({ code: "checksum-wrong", text: `Its checksum (${rule.checksum.is}) is wrong.` });
      } else {
        return;
      }
    }
    if (confidence !== "certain") {
      const variety = rule.entropy > 0 || distance !== void 0;
      if (distance !== void 0 && isWords(secret)) return;
      if (entropy(secret) < rule.entropy || looksLikePlaceholder(secret, variety)) return;
    }
    if (rule.context) {
      const within = Math.min(rule.context.within ?? 200, MAX_CONTEXT);
      const [from, to] = [at - within, at + found[0].length + within];
      this.looks.saw(from, to);
      runner.contextWords ??= anyOf(rule.context.words, "i");
      const around = this.data.toString("latin1", Math.max(from, this.start), Math.min(to, this.end));
      if (runner.contextWords.test(around)) reasons.push({ code: "context", text: "Words of its provider stand near it." });
      else if (rule.context.required !== false) return;
      else if (confidence === "high") confidence = "medium";
    }
    const hit = hitOf(runner.index, start, end, confidence, reasons, { distance });
    const password = passwordIn(rule.checksum?.is, secret);
    if (password) {
      hit.end = start + password.end;
      hit.start = start + password.start;
      hit.decoded = { secret: password.secret, from: ["base64"], unsure: false };
    }
    this.hits.push(hit);
  }
};

// src/detect/resolve.ts
function resolve(hits, catalogue) {
  const order = hits.filter((hit) => hit.rule >= 0).sort(
    (a, b) => catalogue.rule(b.rule).rank - catalogue.rule(a.rule).rank || reading(a) - reading(b) || (a.distance ?? 0) - (b.distance ?? 0) || CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) || b.end - b.start - (a.end - a.start) || a.start - b.start || a.rule - b.rule || compareReadings(a.decoded, b.decoded) || byText(a.evidence?.join() ?? "", b.evidence?.join() ?? "")
  );
  const kept = [];
  for (const hit of order) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = low + high >>> 1;
      if (kept[middle].start < hit.start) low = middle + 1;
      else high = middle;
    }
    const before = kept[low - 1];
    const behind = kept[low];
    if (before && before.end > hit.start || behind && behind.start < hit.end) continue;
    kept.splice(low, 0, hit);
  }
  return kept;
}
function reading({ decoded }) {
  return decoded ? decoded.unsure ? 2 : 0 : 1;
}
function compareReadings(a, b) {
  if (!a || !b) return 0;
  return a.secret.length - b.secret.length || a.from.length - b.from.length || byText(a.secret, b.secret) || byText(a.from.join(), b.from.join());
}

export {
  REGION,
  regionOf,
  movedHit,
  LOOK,
  Looks,
  Detector,
  resolve
};
