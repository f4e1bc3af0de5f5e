const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
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
  resolve
} from "./shared-detect-engine.mjs";
import {
  spawnGit
} from "./shared-sources-git-spawn.mjs";
import {
  fromBytes
} from "./shared-path.mjs";

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

// src/sources/git/gitlog.ts
var RENAMES = ["--find-renames=50%", "-l1000"];
var FORMAT = [
  "log",
  "-z",
  "--no-color",
  "--no-show-signature",
  "--no-mailmap",
  "--no-notes",
  "--no-decorate",
  "--encoding=UTF-8",
  "--format=%H %P%x00%an%x00%ae%x00%at%x00%s"
];
var CHANGES = [
  "--raw",
  "-c",
  "--no-abbrev",
  "--no-ext-diff",
  "--no-textconv",
  "--no-relative",
  "--ignore-submodules=none",
  "-O/dev/null"
];
var NO_GRAPH = ["-c", "core.commitGraph=false", "-c", "log.showRoot=true"];
var HEADER_FIELDS = 5;
async function readLog(args, options, handler) {
  const header = [];
  let entry;
  let oldPath = false;
  const onToken = (token) => {
    if (oldPath) {
      oldPath = false;
    } else if (entry) {
      handler.onEntry(entry, token);
      entry = void 0;
    } else if (header.length > 0) {
      header.push(token);
      if (header.length === HEADER_FIELDS) handler.onCommit(parseHeader(header.splice(0)));
    } else {
      const start = token[0] === 10 ? 1 : 0;
      if (token[start] === 58) {
        entry = token.subarray(start);
        oldPath = hasOldPath(entry);
      }
      if (!entry && token.length > start) header.push(token.subarray(start));
    }
  };
  let rest = Buffer.alloc(0);
  for await (const chunk of spawnGit([...NO_GRAPH, ...FORMAT, ...args], options)) {
    const data = rest.length > 0 ? Buffer.concat([rest, chunk]) : chunk;
    let at = 0;
    for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
      onToken(data.subarray(at, nul));
      at = nul + 1;
    }
    rest = Buffer.from(data.subarray(at));
    for (const [i, field] of header.entries()) header[i] = Buffer.from(field);
    if (entry) entry = Buffer.from(entry);
  }
}
function parseHeader([ids, author, email, time, subject]) {
  const [id = "", ...parents] = String(ids).trim().split(" ");
  return {
    id,
    parents,
    author: fromBytes(author ?? Buffer.alloc(0)),
    email: fromBytes(email ?? Buffer.alloc(0)),
    time: Number(String(time)),
    subject: fromBytes(subject ?? Buffer.alloc(0))
  };
}
function newId(entry, idBytes) {
  const end = entry.lastIndexOf(32);
  return entry.toString("latin1", end - 2 * idBytes, end);
}
function hasOldPath(entry) {
  return entry[1] !== 58 && entry[entry.lastIndexOf(32) + 1] === 82;
}
function parseEntry(entry) {
  const text = entry.toString("latin1");
  const parents = text.lastIndexOf(":") + 1;
  const fields = text.slice(parents).split(" ");
  return { mode: fields[parents] ?? "", id: fields[2 * parents + 1] ?? "", before: fields.slice(parents + 1, 2 * parents + 1) };
}

export {
  RENAMES,
  CHANGES,
  readLog,
  newId,
  hasOldPath,
  parseEntry,
  ObjectScanner
};
