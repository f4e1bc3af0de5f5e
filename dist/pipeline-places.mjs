const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  streamObjects
} from "./shared-sources-git-batch.mjs";
import "./shared-sources-git-packfile.mjs";
import "./shared-sources-git-packindex.mjs";
import {
  readEntries
} from "./shared-sources-git-files.mjs";
import {
  bomLength,
  detectEncoding
} from "./shared-detect-encoding.mjs";
import {
  SILENT
} from "./shared-sources-ledger.mjs";
import {
  Positions
} from "./shared-detect-position.mjs";
import {
  groupBy
} from "./shared-group.mjs";
import {
  openRepo
} from "./shared-sources-git-repo.mjs";
import "./shared-sources-git-spawn.mjs";
import "./shared-sources-git-gitdir.mjs";
import {
  fromBytes,
  require_node_buffer,
  toBytes
} from "./shared-path.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import "./shared-errors.mjs";
import {
  __commonJS,
  __toESM
} from "./shared-runtime.mjs";

// builtin:node:string_decoder
var require_node_string_decoder = __commonJS({
  "builtin:node:string_decoder"(exports, module) {
    module.exports = process.getBuiltinModule("node:string_decoder");
  }
});

// src/pipeline/places.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);

// src/report/linehash.ts
var import_node_buffer = __toESM(require_node_buffer(), 1);
var import_node_string_decoder = __toESM(require_node_string_decoder(), 1);
var WINDOW = 100;
var BASE = 37;
var END_OF_TEXT = 65535;
var TAB = 9;
var LF = 10;
var CR = 13;
var SPACE = 32;
var STEP = 1 << 16;
var LEAVING = BigInt.asUintN(64, BigInt(BASE) ** BigInt(WINDOW));
var LEAVING_HIGH = Number(LEAVING >> 32n);
var LEAVING_LOW = Number(LEAVING & 0xffffffffn);
function lineHashes(chunks, wanted) {
  const hasher = new LineHasher(wanted);
  const decoder = new import_node_string_decoder.StringDecoder("utf8");
  for (const chunk of chunks) {
    for (let at = 0; at < chunk.length; at += STEP) hasher.addText(decoder.write(import_node_buffer.Buffer.from(chunk.subarray(at, at + STEP))));
  }
  hasher.addText(decoder.end());
  return hasher.finish();
}
var LineHasher = class {
  #wanted;
  #hashes = /* @__PURE__ */ new Map();
  /** How many lines have each hash. */
  #counts = /* @__PURE__ */ new Map();
  #window = new Uint16Array(WINDOW);
  /** Number of the line that begins at each place of the window, 0 for none. */
  #starts = new Float64Array(WINDOW);
  #at = 0;
  #high = 0;
  #low = 0;
  #line = 0;
  #lineStart = true;
  #afterReturn = false;
  constructor(wanted) {
    this.#wanted = wanted;
  }
  addText(text) {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      const secondOfPair = unit === LF && this.#afterReturn;
      this.#afterReturn = unit === CR;
      if (unit !== SPACE && unit !== TAB && !secondOfPair) this.#add(unit === CR ? LF : unit);
    }
  }
  finish() {
    this.#add(END_OF_TEXT);
    for (let i = 0; i < WINDOW; i++) {
      this.#answer();
      this.#roll(0);
    }
    return this.#hashes;
  }
  #add(unit) {
    this.#answer();
    if (this.#lineStart) this.#starts[this.#at] = ++this.#line;
    this.#lineStart = unit === LF;
    this.#roll(unit);
  }
  /** If the oldest character of the window begins a line, the hash now is that line's. */
  #answer() {
    const line = this.#starts[this.#at];
    if (line === 0) return;
    this.#starts[this.#at] = 0;
    const hash = this.#high === 0 ? this.#low.toString(16) : this.#high.toString(16) + this.#low.toString(16).padStart(8, "0");
    const count = (this.#counts.get(hash) ?? 0) + 1;
    this.#counts.set(hash, count);
    if (!this.#wanted || this.#wanted.has(line)) this.#hashes.set(line, `${hash}:${count}`);
  }
  /** hash = hash * BASE + unit - leaving * BASE^WINDOW, modulo 2^64 in two halves of 32 bits (products stay below 2^53). */
  #roll(unit) {
    const leaving = this.#window[this.#at];
    this.#window[this.#at] = unit;
    this.#at = (this.#at + 1) % WINDOW;
    const low = this.#low * BASE + unit - leaving * LEAVING_LOW;
    const carry = Math.floor(low / 2 ** 32);
    this.#low = low - carry * 2 ** 32;
    this.#high = (this.#high * BASE + carry - leaving * LEAVING_HIGH) % 2 ** 32;
    if (this.#high < 0) this.#high += 2 ** 32;
  }
};

// src/pipeline/places.ts
var STEP2 = 1 << 20;
async function findPlaces(report, options) {
  const places = { lineHashes: /* @__PURE__ */ new WeakMap(), current: /* @__PURE__ */ new WeakMap() };
  const locations = report.findings.flatMap((finding) => finding.locations);
  if (report.scope.kind === "tree") {
    for (const [path, group] of groupBy(locations, (location) => location.path)) {
      keepHashes(places, group, () => fileChunks((0, import_node_path.resolve)(options.cwd, path)));
    }
  } else if (report.scope.kind !== "stdin") {
    await placeObjects(locations, options, places, report.scope.kind === "staged");
  }
  return places;
}
async function placeObjects(locations, { cwd, head }, places, staged) {
  const { root } = openRepo(cwd);
  const byBlob = groupBy(
    locations.filter(({ blob }) => blob !== void 0),
    ({ blob }) => blob
  );
  for (const location of locations) places.current.set(location, null);
  if (byBlob.size === 0) return;
  const today = staged ? new Map(locations.map(({ path, blob }) => [path, blob])) : await filesOf(root, head ?? "HEAD", new Set(locations.map(({ path }) => path)));
  const moved = [];
  await readBlobs(root, [...byBlob.keys()], (blob, data) => {
    const group = byBlob.get(blob);
    keepHashes(places, group, () => [data]);
    for (const location of group) {
      const now = today.get(location.path);
      if (now === blob) places.current.set(location, location);
      else if (now !== void 0) {
        const secret = Buffer.from(data.subarray(location.offset, location.offset + location.length));
        moved.push({ location, in: now, secret });
      }
    }
  });
  const byToday = groupBy(moved, (move) => move.in);
  await readBlobs(root, [...byToday.keys()], (blob, data) => {
    const group = byToday.get(blob);
    const found = group.flatMap(({ location, secret }) => {
      const place = nearest(data, secret, location);
      if (place === void 0) return [];
      const { commit: _, ...rest } = { ...location, ...place, blob };
      places.current.set(location, rest);
      return [rest];
    });
    keepHashes(places, found, () => [data]);
  });
}
function nearest(data, secret, was) {
  const encoding = detectEncoding(data, 0, data.length);
  const positions = new Positions(data, bomLength(data, 0, data.length, encoding), data.length, encoding);
  let best;
  const distance = ({ startLine }) => Math.abs(startLine - was.startLine);
  for (let at = data.indexOf(secret); at >= 0; at = data.indexOf(secret, at + secret.length)) {
    const spot = { ...positions.range(at, at + secret.length), offset: at };
    if (best === void 0 || distance(spot) < distance(best)) best = spot;
  }
  return best;
}
function keepHashes(places, locations, read) {
  const plain = locations.filter(({ inside }) => inside === void 0);
  if (plain.length === 0) return;
  try {
    const hashes = lineHashes(read(), new Set(plain.map(({ startLine }) => startLine)));
    for (const location of plain) {
      const hash = hashes.get(location.startLine);
      if (hash !== void 0) places.lineHashes.set(location, hash);
    }
  } catch (error) {
    if (error.code === void 0) throw error;
  }
}
function* fileChunks(path) {
  const file = (0, import_node_fs.openSync)(toBytes(path), "r");
  try {
    const buffer = Buffer.allocUnsafe(STEP2);
    for (let size = (0, import_node_fs.readSync)(file, buffer); size > 0; size = (0, import_node_fs.readSync)(file, buffer)) yield buffer.subarray(0, size);
  } finally {
    (0, import_node_fs.closeSync)(file);
  }
}
async function filesOf(root, commit, paths) {
  const files = /* @__PURE__ */ new Map();
  try {
    await readEntries(["ls-tree", "-r", "-z", "--full-tree", commit], { cwd: root }, (id, bytes, mode) => {
      const path = fromBytes(bytes);
      if (mode.startsWith("10") && paths.has(path)) files.set(path, id);
    });
  } catch {
  }
  return files;
}
async function readBlobs(root, ids, onBlob) {
  if (ids.length === 0) return;
  await streamObjects(root, ids, { maxSize: Infinity }, (object) => object && onBlob(object.id, object.data), SILENT);
}
export {
  findPlaces
};
