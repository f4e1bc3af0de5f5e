const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  checksumHolds,
  checksumProves
} from "./shared-detect-checksums-decode.mjs";
import {
  DETECTORS,
  MAX_HEADERS,
  MAX_PART,
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
  seamLook,
  seekBase64,
  serviceDistance,
  solidAt,
  tokenEnd,
  unescape
} from "./shared-detect-decode-base64.mjs";
import {
  LiteralTable,
  MAX_LEAD,
  MAX_LITERAL,
  MAX_TAIL
} from "./shared-detect-prefilter.mjs";
import {
  USE
} from "./shared-detect-tables.mjs";
import {
  weigh,
  weighedBytes
} from "./shared-detect-score-place-features.mjs";
import {
  byteSet,
  entropy,
  isWords,
  looksLikePlaceholder
} from "./shared-detect-plausible.mjs";
import {
  CONFIDENCES
} from "./shared-model.mjs";

// src/rules/rule.ts
function ruleOfDetector(rules) {
  return Object.fromEntries(rules.flatMap(({ detector }, index) => detector === "" ? [] : [[detector, index]]));
}

// src/detect/decode/decoder.ts
var MAX_DEPTH = 3;
var BUDGET = 1 << 18;
var SHARED = 1024;
var MAX_TOKEN = 8192;
var WEAK_RANK = 30;
var STRUCTURE_RANK = 50;
var ESCAPES = byteSet("%&\\");
var JOINTS = byteSet("\"'`\\\n\r");
var Decoder = class {
  /** Is told of looks that ended without anything decoded. */
  #probe;
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
  /** The run of token characters that was seen last. */
  #tokenAt = 0;
  #tokenEnd = 0;
  /** @param probe is told of looks that ended without anything decoded */
  constructor(probe) {
    this.#probe = probe;
  }
  /** Begins a scan. */
  begin(data, start, end) {
    this.#budget = BUDGET;
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
  /** Base64 of text in a range. */
  base64(from, to) {
    const data = this.#data;
    seekBase64(data, from, Math.min(to, this.#end), (at) => {
      if (at < this.#runs) return this.#runs;
      const known = this.#tasks.find((task) => task.start <= at && at < task.end);
      if (this.#budget <= 0) return this.#end;
      const run = known ?? readRun(data, at, this.#runs, this.#end);
      this.#runs = run.end;
      if (run !== known && run.view) this.#add(run.view, run.start, run.end);
      return run.end;
    });
  }
  /** Base64 that begins with what a credential begins with. */
  anchored(at) {
    if (this.#isTold(at)) return;
    const run = readAnchored(this.#data, at, this.#start, this.#end);
    if (run.view) this.#add(run.view, run.start, run.end);
  }
  /** The token in which a literal was found may go on behind a quote, a line end or an escape. */
  token(at) {
    if (at >= this.#tokenAt && at < this.#tokenEnd) return;
    this.#tokenAt = at;
    this.#tokenEnd = tokenEnd(this.#data, at, Math.min(this.#end, at + MAX_TOKEN));
    this.#probe(at, this.#tokenEnd);
    this.#piece(at, this.#tokenEnd);
  }
  /** A string or a line ends at `at`, and what follows may go on with it. */
  seam(at) {
    if (at < this.#joins) return;
    const cut = cutAt(this.#data, at, this.#start, this.#end);
    if (cut?.holds) this.#join(cut.from, cut.to);
    else if (cut) this.#probe(cut.from, cut.looked);
  }
  /** @param at where a first piece ends that begins at `from` */
  #piece(from, at) {
    if (at >= this.#end) return;
    const byte = this.#data[at];
    if (ESCAPES[byte] === 1) this.maybeEscape(at, from);
    if (at >= this.#joins && JOINTS[byte] === 1) this.#join(from, at);
  }
  #join(from, at) {
    const view = joinPieces(this.#data, from, at, this.#start, this.#end);
    if (!view) {
      const look = seamLook(this.#data, from, at, this.#start, this.#end);
      return this.#probe(look.from, look.to);
    }
    this.#joins = view.lastPiece;
    this.#add(view);
  }
  /** A part of a mail in quoted-printable. */
  part(at) {
    if (at < this.#parts) return;
    const view = readPart(this.#data, at, this.#end);
    if (!view) return this.#probe(at, at + MAX_HEADERS + MAX_PART);
    this.#parts = view.to;
    this.#add(view);
  }
  /** A value in which base64 is expected whatever its name is. */
  value(start, end) {
    if (this.#isTold(start)) return;
    const run = readValue(this.#data, start, end, this.#start, this.#end);
    if (run?.view) this.#add(run.view, run.start, run.end);
  }
  /** Whether base64 that stands at `at` is told already. */
  #isTold(at) {
    return this.#tasks.some((task) => task.start <= at && at < task.end);
  }
  /** A value given to a name: it may be base64, or only the first piece. */
  given(nameStart, { start, end }) {
    if (start < this.#values) return;
    const run = readValue(this.#data, start, end, this.#start, this.#end);
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
    const encoding = escapeAt(this.#data, at, this.#end);
    if (encoding) this.escape(at, encoding, since);
  }
  /** An encoded character. */
  escape(at, encoding, since = at) {
    if (at < this.#escapes[encoding]) return;
    const view = unescape(this.#data, since, at, encoding, this.#start, this.#end);
    this.#escapes[encoding] = Math.max(at + 1, view.to - SHARED);
    this.#add(view);
  }
  /**
   * Scans what was found encoded, and what is encoded in that.
   * @param hits those of the bytes themselves
   * @param rank of a rule
   * @param reach of the scanner: longer looks are told
   * @returns all hits, with places in the bytes that were begun with
   */
  run(hits, scanPlain, rank, reach) {
    const strength = (hit) => hit.rule < 0 ? Infinity : rank(hit.rule);
    let all = hits;
    let tasks = this.#take();
    for (let depth = 1; tasks.length > 0 && depth <= MAX_DEPTH; depth++) {
      const inner = [];
      for (const { view, start, end } of tasks) {
        if (end > start) {
          const [from2, to2] = view.outer ? placeIn(view.outer, start, end) : [start, end];
          if (all.some(
            (hit) => hit.rule >= 0 && !hit.decoded && hit.start <= from2 && hit.end >= to2 && strength(hit) >= STRUCTURE_RANK
          ))
            continue;
          all = all.filter((hit) => hit.decoded || hit.start < from2 || hit.end > to2 || strength(hit) > WEAK_RANK);
        }
        this.#enter(view.data, 0, view.data.length);
        const [from, to] = view.outer ? [outermost(view).from, outermost(view).to] : [view.from, view.to];
        for (const hit of scanPlain(view.data)) {
          if (hit.rule >= 0 && (!view.unsure || strength(hit) >= STRUCTURE_RANK)) {
            const { firstPiece } = view;
            if (firstPiece !== void 0 && (hit.end <= firstPiece || view.encoding === "folded-lines" && hit.start >= firstPiece))
              continue;
            const found = inOuter(hit, view, from, to);
            if (firstPiece === void 0 || found.end - found.start > hit.end - hit.start) all.push(found);
          }
        }
        if (to - from > reach) all.push({ rule: -1, start: from, end: from, from, to, confidence: "low", reasons: [] });
        for (const task of this.#take()) inner.push({ ...task, view: { ...task.view, outer: view } });
      }
      tasks = inner;
    }
    this.#tasks = [];
    return all;
  }
  /** @param start where base64 stands, without what is around it */
  #add(view, start = 0, end = 0) {
    this.#budget -= view.data.length;
    if (this.#budget >= 0) this.#tasks.push({ view, start, end });
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
function outermost(view) {
  return view.outer ? outermost(view.outer) : view;
}
function inOuter(hit, view, from, to) {
  const [start, end] = placeIn(view, hit.start, hit.end);
  return {
    ...hit,
    start,
    end,
    from: Math.min(from, start),
    to: Math.max(to, end),
    decoded: {
      secret: hit.decoded?.secret ?? view.data.toString("latin1", hit.start, hit.end),
      from: [...encodingsOf(view), ...hit.decoded?.from ?? []],
      unsure: isGuess(view) || !hit.decoded && end - start === hit.end - hit.start
    }
  };
}

// src/detect/prefilter-wasm-code.ts
var CODE = "AGFzbQEAAAABIgRgCX9/f39/f39/fwBgAn9/AX9gA39/fwF/YAR/f39/AX8CDwEDZW52Bm1lbW9yeQIAAQMJCAABAgEDAgEDBjgLfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEAC38BQQALfwFBAAt/AUEACwcQAgVzZXR1cAAABHNlZWsABwrHCggmACAAJAAgASQBIAIkAiADJAMgBCQEIAUkBSAGJAYgByQHIAgkCAsiACMFIAFBBXRqIAAtAABBA3ZqLQAAIAAtAABBB3F2QQFxCxcAIAAgAWshACAAIwlOIAAtAAAgAkZxC88BAQR/IAEgAEEXdmohAiACIABBP3FqIQMgAkEFaiEFIABBBnZB/wdxIQQCQANAIAIgA04NASACIwpOBEBBAA8LIAIgBBABRQRAIAIgBU4gAkEBEAFxDQJBAA8LIAJBAWohAgwACwsgAEEQdkH/AHEhAiACRQRAQQEPCyABIAJBAWtrIQEgASMJTARAQQEPCyABQQFrQQAQAUUEQEEBDwsgAUEBQe0AEAIgAUECQdwAEAJyIAFBA0ElEAIgAUEEQdwAEAIgAUEGQdwAEAJycnILygEBBH8jAiACQRF2QQJ0aigCACEEAkAgBEUNACMDIARBAWtBDGxqIQUDQCAFKAIAIAFGBEAgBSgCCCEGIAZBP3FFIAUoAgQgACAGQQZ2QT9xayAGQT9xaigAAEGgwICBAnJGcgRAIwQgBkEKdkH8//8AcWooAgAhByAHBH8gByAAIAZBBnZBP3FrQQFqEAMFQQELBEAgAyAANgIAIAMgBDYCBCADQQhqIQMLCwsgBSgCCEEASA0BIAVBDGohBSAEQQFqIQQMAAsLIAMLjgIBAn8jACEDA0AgACgAAEGgwICBAnJBsfPd8XlsIQQgAiAANgIAIAIgAyAEQQ52QXxxaigCACAEQQt2dkECdEEEcWohAiAAKAACQaDAgIECckGx893xeWwhBCACIABBAmo2AgAgAiADIARBDnZBfHFqKAIAIARBC3Z2QQJ0QQRxaiECIAAoAARBoMCAgQJyQbHz3fF5bCEEIAIgAEEEajYCACACIAMgBEEOdkF8cWooAgAgBEELdnZBAnRBBHFqIQIgACgABkGgwICBAnJBsfPd8XlsIQQgAiAAQQZqNgIAIAIgAyAEQQ52QXxxaigCACAEQQt2dkECdEEEcWohAiAAQQhqIgAgAUkNAAsgAgv1AgEIfyMBIQIgACEDA0AgACgCACEEIARBAmsvAABBoMAAciEFIAQvAARBoMAAciEGIAQoAABBoMCAgQJyQbHz3fF5bCEHIAchCCACIAhBDnZBfHFqKAIAIAhBC3Z2IQkgByAGQYCABHJB65Svr3hsaiEIIAkgAiAIQQ52QXxxaigCACAIQQt2dnIhCSAHIAVBgIAIckHrlK+veGxqIQggCSACIAhBDnZBfHFqKAIAIAhBC3Z2ciEJIAcgBkH/AXEgBUGA/gNxckGAgAxyQeuUr694bGohCCAJIAIgCEEOdkF8cWooAgAgCEELdnZyIQkgByAGQf8BcUGAgBByQeuUr694bGohCCAJIAIgCEEOdkF8cWooAgAgCEELdnZyIQkgByAFQYD+A3FBgIAUckHrlK+veGxqIQggCSACIAhBDnZBfHFqKAIAIAhBC3Z2ciEJIAMgBDYCACADIAlBAXFBAnRqIQMgAEEEaiEAIAAgAUkNAAsgAwu+AQEHfyACJAkgAyQKIwchCCMHIwhBA3RqIQkCQANAIAAgAU8NASAAQYCAAWohCiAKIAFLBEAgASEKCyMGIQQgACAKIAQQBSEFIAQgBUkEQCAEIAUQBiEFCwJAA0AgBCAFTw0BIAQoAgAhBiAGKAAAQaDAgIECciEHIAYgByAHQbHz3fF5bCAIEAQhCCAEQQRqIQQgCCAJSQ0AIAZBAmohAAwDCwsgCiEADAALCyMHQQRrIAgjB2tBA3Y2AgAgAAs=";

// src/detect/prefilter-wasm.ts
var PAGE = 65536;
var ROOM = 8192;
var SLACK = 8192;
var STRETCH = 16384;
var SCRATCH = 1 << 20;
var MARGIN = 2 * MAX_LITERAL + Math.max(MAX_TAIL, MAX_LEAD) + 16;
var compiled;
var WasmPrefilter = class {
  /** Memory that is scanned where it is: whoever reads files reads them into this. */
  buffer;
  table;
  exports;
  memory;
  pairs;
  scratch;
  /** @param capacity bytes of `buffer` */
  constructor(literals, capacity) {
    this.table = new LiteralTable(literals);
    const { map, beside, head, entries, guards, classes } = this.table;
    let size = MARGIN;
    const take = (bytes) => {
      const at = Math.ceil(size / 16) * 16;
      size = at + bytes;
      return at;
    };
    const places = [map, beside, head, entries, guards, classes].map((table) => take(table.byteLength));
    const marked = take(STRETCH * 2 + 32);
    const out = take((ROOM + SLACK) * 8 + 4) + 4;
    const scratch = take(SCRATCH + 2 * MARGIN);
    const buffer = take(capacity + MARGIN);
    this.memory = new WebAssembly.Memory({ initial: Math.ceil(size / PAGE) });
    const whole = this.memory.buffer;
    for (const [index, table] of [map, beside, head, entries, guards, classes].entries()) {
      new Uint8Array(whole, places[index]).set(new Uint8Array(table.buffer, table.byteOffset, table.byteLength));
    }
    this.pairs = new Int32Array(whole, out - 4, (ROOM + SLACK) * 2 + 1);
    this.scratch = Buffer.from(whole, scratch, SCRATCH + MARGIN);
    this.buffer = Buffer.from(whole, buffer, capacity);
    compiled ??= new WebAssembly.Module(Buffer.from(CODE, "base64"));
    this.exports = new WebAssembly.Instance(compiled, { env: { memory: this.memory } }).exports;
    const [mapAt, besideAt, headAt, entriesAt, guardsAt, classesAt] = places;
    this.exports.setup(mapAt, besideAt, headAt, entriesAt, guardsAt, classesAt, marked, out, ROOM);
  }
  scan(data, start, end, from, to, found) {
    const first = from - 1;
    const last = Math.min(to + MAX_LITERAL, end);
    if (data.buffer === this.memory.buffer) return this.walk(data, data.byteOffset, first, last, start, end, from, to, found);
    for (let at = Math.max(first, 0) & ~1; at < last; at += SCRATCH) {
      const stop = Math.min(at + SCRATCH, last);
      const begin = Math.max(at - MARGIN, 0);
      const piece = data.subarray(begin, Math.min(stop + MARGIN, data.length));
      this.scratch.set(piece.subarray(0, this.scratch.length));
      this.walk(data, this.scratch.byteOffset - begin, at, stop, start, end, from, to, found);
    }
  }
  /** @param base address of data[0] */
  walk(data, base, first, last, start, end, from, to, found) {
    const { table, pairs } = this;
    const stop = base + last;
    for (let at = base + first; at < stop; ) {
      at = this.exports.seek(at, stop, base + start, base + end);
      for (let n = 0, count = pairs[0]; n < count; n++) {
        table.verify(pairs[2 * n + 2], data, pairs[2 * n + 1] - base, start, end, from, to, found);
      }
    }
  }
};

// src/detect/engine.ts
var MAX_CONTEXT = 400;
var BESIDE = 32;
var SHARED_NAME = 1e3;
var VALUE_TEXT = 128;
var Detector = class {
  /** As little as most looks take: around each change of a file, so much is looked at anew in a history. */
  reach = 384;
  prefilter;
  tables;
  variants;
  /** Made when a rule is first wanted. */
  runners = [];
  /** Its rules are parsed when they are first read: not before a literal is found. */
  catalogue;
  codes = [...DETECTORS.values()];
  decoder = new Decoder((from, to) => this.probe(from, to));
  data = Buffer.alloc(0);
  start = 0;
  end = 0;
  hits = [];
  /** The value that was looked at last, and where it stands. */
  value = "";
  valueAt = -1;
  solid = 0;
  solidFrom = -1;
  /**
   * @param catalogue compiled rules; the `rule` of a hit is an index in its list
   * @param capacity bytes of `buffer`
   */
  constructor(catalogue, capacity = 0) {
    this.catalogue = catalogue;
    this.tables = catalogue.tables;
    this.prefilter = new WasmPrefilter(this.tables.literals, capacity);
  }
  runner(index) {
    return this.runners[index] ??= {
      index,
      rule: this.catalogue.rule(index),
      expression: void 0,
      contextWords: void 0,
      nearWords: void 0,
      serviceWords: void 0,
      noEdge: void 0
    };
  }
  /** Memory that is scanned where it is; other data is copied first. */
  get buffer() {
    return this.prefilter.buffer;
  }
  scan(data, start, end, ranges) {
    this.decoder.begin(data, start, end);
    const hits = this.plain(data, start, end, ranges);
    if (this.decoder.idle) return hits;
    return this.decoder.run(
      hits,
      (view) => this.plain(view, 0, view.length),
      (rule) => this.catalogue.rule(rule).rank,
      this.reach
    );
  }
  /** Scans bytes as they stand. */
  plain(data, start, end, ranges) {
    this.data = data;
    this.start = start;
    this.end = end;
    this.hits = [];
    this.valueAt = -1;
    this.solidFrom = -1;
    const all = ranges ?? [start, end];
    for (let i = 0; i + 1 < all.length; i += 2) {
      this.prefilter.scan(data, start, end, all[i], all[i + 1], this.onLiteral);
      this.decoder.base64(all[i], all[i + 1]);
    }
    return this.hits;
  }
  onLiteral = (literal, at) => {
    const { uses, useStarts } = this.tables;
    const stop = useStarts[literal + 1];
    let near;
    let wide;
    for (let i = useStarts[literal]; i < stop; i += 4) {
      const index = uses[i + 1];
      if (uses[i] === USE.shape) this.shape(this.runner(index), at, at - uses[i + 3], at - uses[i + 2]);
      else if (uses[i] === USE.code) this.codes[index].run(this, at);
      else if (uses[i] === USE.near) (near ??= []).push(index);
      else if (uses[i] === USE.wide || isPart(this.data, at, at - uses[i + 3], this.start, this.end)) (wide ??= []).push(index);
    }
    if (near || wide) this.near(near ?? [], wide ?? [], at);
  };
  emit(variant, start, end, from, to, confidence, reasons = [], more) {
    const rule = this.ruleOf(variant);
    if (rule === void 0) return;
    const level = confidence ?? this.catalogue.rule(rule).confidence;
    this.hits.push({ rule, start, end, from, to, confidence: level, reasons, ...more });
  }
  /** The rule that finds of a detector's variant belong to; undefined where it is off. */
  ruleOf(variant) {
    this.variants ??= new Map(Object.entries(this.catalogue.detectors ?? ruleOfDetector(this.catalogue.rules)));
    return this.variants.get(variant);
  }
  candidate(variant, form, span, reasons = []) {
    if (this.ruleOf(variant) === void 0) return;
    const seen = weighedBytes(span);
    const from = Math.max(seen.from, this.start);
    const to = Math.min(seen.to, this.end);
    const weighed = weigh(this.data, this.start, this.end, form, span);
    if (!weighed) return this.probe(from, to);
    const { confidence, evidence } = weighed;
    this.emit(variant, span.start, span.end, from, to, confidence, reasons, { evidence });
  }
  probe(first, last) {
    const from = Math.max(first, this.start);
    const to = Math.min(last, this.end);
    if (to - from > this.reach - BESIDE) {
      this.hits.push({ rule: -1, start: from, end: from, from, to, confidence: "low", reasons: [] });
    }
  }
  /**
   * A rule with a shape whose match begins in [first, last]: the leftmost one that holds the literal, or all of them where the
   * literal is a word that stands near them.
   */
  shape(runner, literal, first, last) {
    const { rule } = runner;
    const begin = Math.max(first, this.start);
    const stop = Math.min(last + rule.maxLength + 1, this.end);
    if (begin > last || stop - begin < rule.minLength) return;
    if (begin === last && !this.edgeHolds(runner, begin)) return;
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
    this.probe(begin, stop);
  }
  edgeHolds(runner, at) {
    if (runner.rule.edgeBefore === "") return true;
    runner.noEdge ??= byteTable(runner.rule.edgeBefore);
    return edgeBefore(this.data, at, this.start, runner.noEdge);
  }
  /**
   * Rules that look for their shape in the value given to a name that holds one of their words; see near.ts. Of those of a
   * provider's word (`wide`) also in what stands some way behind it.
   */
  near(near, wide, at) {
    const direct = lookDirect(this.data, at, this.start, this.end);
    this.probe(direct.from, direct.to);
    for (const value of direct.values) this.decoder.given(direct.from, value);
    for (const index of near) this.nearValue(this.runner(index), direct, false);
    const left = wide.map((index) => this.runner(index)).filter((runner) => !this.nearValue(runner, direct, false));
    if (left.length === 0) return;
    for (const given of lookWide(this.data, at, this.start, this.end)) {
      this.probe(given.from, given.to);
      for (const runner of left) this.nearValue(runner, given, true);
    }
  }
  /** @returns whether the name is one of the rule's, and values stand there */
  nearValue(runner, given, wide) {
    const { rule } = runner;
    let distance;
    for (const value of given.values) {
      if (value.quote !== 0 && value.end - value.start < rule.minLength) continue;
      if (rule.solid > 0 && this.solidAt(value.start) < rule.solid) continue;
      if (!this.edgeHolds(runner, value.start)) continue;
      const expression = expressionOf(runner);
      expression.lastIndex = 0;
      const found = expression.exec(this.valueText(value.start, rule.maxLength + 1));
      if (!found || value.quote !== 0 && value.start + found[0].length > value.end + 1) continue;
      distance ??= this.distance(runner, given, wide);
      if (distance === void 0) return false;
      this.accept(runner, found, value.start, value.start, given.from, distance);
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
      runner.nearWords ??= new RegExp(rule.near.map(looseWord).join("|"), "gi");
      const name = longestName(runner.nearWords, given.names);
      if (name !== void 0) return (hasWord(name, [rule.provider, ...rule.service]) ? 0 : SHARED_NAME) - name.length;
    }
    if (rule.service.length === 0) return void 0;
    runner.serviceWords ??= new RegExp(rule.service.map(looseWord).join("|"), "gi");
    return serviceDistance(runner.serviceWords, given);
  }
  /** Entropy, checksum and context decide on a match of a shape; `base` is the offset of the text that was matched. */
  accept(runner, found, at, base, lookedFrom = at, distance) {
    const { rule } = runner;
    const secretAt = found.indices?.groups?.["secret"];
    const start = secretAt ? base + secretAt[0] : at;
    const secret = found.groups?.["secret"] ?? found[0];
    const end = start + secret.length;
    let { confidence } = rule;
    const reasons = [];
    let from = Math.min(lookedFrom, start) - 8;
    let to = at + found[0].length + 1;
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
        return this.probe(from, to);
      }
    }
    if (confidence !== "certain") {
      const variety = rule.entropy > 0 || distance !== void 0;
      if (distance !== void 0 && isWords(secret)) return this.probe(from, to);
      if (entropy(secret) < rule.entropy || looksLikePlaceholder(secret, variety)) return this.probe(from, to);
    }
    if (rule.context) {
      const within = Math.min(rule.context.within ?? 200, MAX_CONTEXT);
      from = Math.min(from, at - within);
      to = Math.max(to, at + found[0].length + within);
      runner.contextWords ??= new RegExp(rule.context.words.map(looseWord).join("|"), "i");
      const around = this.data.toString("latin1", Math.max(from, this.start), Math.min(to, this.end));
      if (runner.contextWords.test(around)) reasons.push({ code: "context", text: "Words of its provider stand near it." });
      else if (rule.context.required !== false) return this.probe(from, to);
      else if (confidence === "high") confidence = "medium";
    }
    const hit = {
      rule: runner.index,
      start,
      end,
      from: Math.max(from, this.start),
      to: Math.min(to, this.end),
      confidence,
      reasons,
      ...distance !== void 0 && { distance }
    };
    const password = passwordIn(rule.checksum?.is, secret);
    if (password) {
      hit.end = start + password.end;
      hit.start = start + password.start;
      hit.decoded = { secret: password.secret, from: ["base64"], unsure: false };
    }
    this.hits.push(hit);
  }
};
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
function looseWord(word) {
  return word.split(/[ _.-]+/).map((piece) => piece.replace(/[^A-Za-z0-9]/g, String.raw`\$&`)).join("[ _.-]?");
}

// src/detect/resolve.ts
function resolve(hits, catalogue) {
  const order = hits.filter((hit) => hit.rule >= 0).sort(
    (a, b) => catalogue.rule(b.rule).rank - catalogue.rule(a.rule).rank || reading(a) - reading(b) || (a.distance ?? 0) - (b.distance ?? 0) || CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) || b.end - b.start - (a.end - a.start) || a.start - b.start || a.rule - b.rule
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

export {
  Detector,
  resolve
};
