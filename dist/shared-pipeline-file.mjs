const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  inlineIgnores,
  speaksOf
} from "./shared-suppress-inline.mjs";
import {
  bomLength,
  detectEncoding,
  narrow
} from "./shared-detect-encoding.mjs";
import {
  Positions,
  frameAt
} from "./shared-detect-position.mjs";
import {
  secretKey
} from "./shared-group.mjs";
import {
  Detector,
  resolve
} from "./shared-detect-engine.mjs";
import {
  partSize
} from "./shared-wasm-core-code.mjs";
import {
  byText
} from "./shared-order.mjs";
import {
  fromBytes,
  toBytes
} from "./shared-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/sources/reader.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var PAD = 64;
var CAPACITY = 4 * 1024 * 1024;
var bufferSize = (capacity) => capacity + 2 * PAD;
var NEWLINE = 10;
var FLAGS = import_node_fs.constants.O_RDONLY | (import_node_fs.constants.O_NOFOLLOW ?? 0) | (import_node_fs.constants.O_NONBLOCK ?? 0);
var FileReader = class {
  /** Data begins at `PAD`, which is even, so that a Uint16Array can be laid over it. */
  buffer;
  #capacity;
  /** Whether a folder is, or is below, a link; by path. */
  #linked = /* @__PURE__ */ new Map();
  /**
   * @param capacity size in bytes of the largest file that is read whole; even
   * @param buffer memory to read into, of `bufferSize(capacity)` bytes
   */
  constructor(capacity = CAPACITY, buffer = Buffer.alloc(bufferSize(capacity))) {
    this.#capacity = capacity;
    this.buffer = buffer.fill(NEWLINE, 0, PAD);
  }
  /** Reads a file. Overwrites what the last call read. @param open absolute path as in FileEntry */
  read(open) {
    if (this.#isBelowLink(open)) return skip("symlink", false);
    let fd;
    try {
      if (import_node_fs.constants.O_NOFOLLOW === void 0 && (0, import_node_fs.lstatSync)(open).isSymbolicLink()) return skip("symlink", false);
      fd = (0, import_node_fs.openSync)(open, FLAGS);
    } catch (error) {
      return skipOf(error);
    }
    let streams = false;
    try {
      const end = PAD + this.#fill(fd);
      this.#seal(end);
      if (end > PAD && end - PAD < this.#capacity) return { kind: "whole", start: PAD, end };
      const stats = (0, import_node_fs.fstatSync)(fd);
      if (!stats.isFile()) return skip("special-file", false);
      if (end === PAD || (0, import_node_fs.readSync)(fd, this.buffer, end, 1, this.#capacity) === 0) return { kind: "whole", start: PAD, end };
      this.#seal(end);
      streams = true;
      return { kind: "large", start: PAD, end, fd, size: Math.max(stats.size, this.#capacity + 1) };
    } catch (error) {
      return skipOf(error);
    } finally {
      if (!streams) (0, import_node_fs.closeSync)(fd);
    }
  }
  /**
   * Reads a large file in chunks of the buffer's size and closes it.
   * @param fd as `read` gave it
   * @param overlap bytes at the end of a chunk that come again at the beginning of the next; even, less than half of the capacity
   * @param onChunk is given the place of the chunk in `buffer`, the offset in the file of its first byte (always even),
   * and whether it is the last. It must not read another file with this reader.
   * @returns a skip if the file could not be read to its end or was written meanwhile
   */
  stream(fd, overlap, onChunk) {
    try {
      const before = (0, import_node_fs.fstatSync)(fd);
      const limit = before.size || Number.MAX_SAFE_INTEGER;
      let offset = 0;
      let held = 0;
      for (; ; ) {
        const wanted = Math.min(this.#capacity, limit - offset);
        let filled = held;
        while (filled < wanted) {
          const got = (0, import_node_fs.readSync)(fd, this.buffer, PAD + filled, wanted - filled, offset + filled);
          if (got === 0) break;
          filled += got;
        }
        const last = filled < this.#capacity || offset + filled === limit;
        this.#seal(PAD + filled);
        onChunk(PAD, PAD + filled, offset, last);
        if (last) return isUnchanged(before, (0, import_node_fs.fstatSync)(fd), offset + filled) ? void 0 : skip("changed", true);
        this.buffer.copyWithin(PAD, PAD + filled - overlap, PAD + filled);
        offset += filled - overlap;
        held = overlap;
      }
    } catch (error) {
      if (error.syscall === void 0) throw error;
      return skipOf(error);
    } finally {
      (0, import_node_fs.closeSync)(fd);
    }
  }
  /** Closes a large file that is not streamed. */
  close(fd) {
    (0, import_node_fs.closeSync)(fd);
  }
  /**
   * Reads until there is no more: file systems that make up their content (procfs, FUSE) give it piecemeal, so that a
   * short read does not mean the end.
   * @returns bytes read, at most the capacity
   */
  #fill(fd) {
    let filled = 0;
    while (filled < this.#capacity) {
      const got = (0, import_node_fs.readSync)(fd, this.buffer, PAD + filled, this.#capacity - filled, null);
      if (got === 0) break;
      filled += got;
    }
    return filled;
  }
  #seal(end) {
    this.buffer.fill(NEWLINE, end, end + PAD);
  }
  #isBelowLink(path) {
    const slash = path.lastIndexOf("/");
    if (slash <= 0) return false;
    const folder = typeof path === "string" ? path.slice(0, slash) : path.subarray(0, slash);
    const key = typeof folder === "string" ? folder : `\0${folder.toString("latin1")}`;
    let linked = this.#linked.get(key);
    if (linked === void 0) {
      linked = this.#isBelowLink(folder) || isLink(folder);
      this.#linked.set(key, linked);
    }
    return linked;
  }
};
function isLfsPointer(bytes, start, end) {
  if (bytes[start] !== 118 || end - start < 100 || end - start >= 1024) return false;
  const text = Buffer.from(bytes.buffer, bytes.byteOffset + start, end - start).toString("latin1");
  return /^version https:\/\/git-lfs\.github\.com\/spec\/v1\n(?:ext-\d-[\w.-]{1,64} sha256:[0-9a-f]{64}\n)*oid sha256:[0-9a-f]{64}\nsize \d{1,20}\n?$/.test(
    text
  );
}
function isUnchanged(before, after, read) {
  return before.size === 0 || read === before.size && after.size === before.size && after.mtimeMs === before.mtimeMs;
}
function isLink(folder) {
  try {
    return (0, import_node_fs.lstatSync)(folder).isSymbolicLink();
  } catch {
    return false;
  }
}
function skip(reason, gap) {
  return { kind: "skip", reason, gap };
}
function skipOf(error) {
  switch (error.code) {
    case "ENOENT":
    case "ENOTDIR":
    case "EISDIR":
      return skip("vanished", false);
    case "ELOOP":
      return skip("symlink", false);
    case "EAGAIN":
    case "ENXIO":
      return skip("special-file", false);
    default:
      return skip("unreadable", true);
  }
}

// src/pipeline/names.ts
var SLASH = 47;
function matchesInNames(paths, scan) {
  const offsets = scan(toBytes(paths.join("\n")), "").map(({ location }) => location.offset);
  const found = /* @__PURE__ */ new Map();
  for (const path of pathsAt(paths, offsets).sort(byText)) {
    const data = toBytes(path);
    for (const match of scan(data, path)) {
      const { offset, length } = match.location;
      const slash = data.indexOf(SLASH, offset + length);
      const place = slash < 0 ? path : fromBytes(data.subarray(0, slash));
      const key = `${secretKey(match)}\0${offset}\0${place}`;
      if (!found.has(key)) found.set(key, { ...match, location: { ...match.location, path: place } });
    }
  }
  return [...found.values()];
}
function pathsAt(paths, offsets) {
  const sorted = offsets.toSorted((a, b) => a - b);
  let next = 0;
  let end = 0;
  return paths.filter((path) => {
    if (next === sorted.length) return false;
    end += toBytes(path).length + 1;
    const first = next;
    while (next < sorted.length && sorted[next] < end) next++;
    return next > first;
  });
}

// src/pipeline/file.ts
var OVERLAP = 4 * (65536 + 2048);
var emptyOutcome = () => ({ files: 0, bytes: 0, binary: 0, matches: [], skipped: [] });
var FileScanner = class {
  #reader;
  #detector;
  #catalogue;
  #limits;
  /** UTF-16 narrowed to bytes; made when the first such file comes. */
  #narrowed;
  constructor(catalogue, limits) {
    this.#catalogue = catalogue;
    this.#limits = limits;
    this.#detector = new Detector(catalogue, partSize(bufferSize(CAPACITY)));
    this.#reader = new FileReader(CAPACITY, this.#detector.core.take(bufferSize(CAPACITY)));
  }
  /**
   * Scans one file and adds to `outcome`.
   * @param stream whether a large file is read now; else it is left for later
   * @param alive called between the chunks of a large file
   * @returns false for a large file that was left
   */
  scan(entry, outcome, stream, alive) {
    if (entry.names) {
      for (const match of this.#scanNames(entry.names)) outcome.matches.push(match);
      return true;
    }
    const read = this.#reader.read(entry.open);
    if (read.kind === "skip") {
      outcome.skipped.push({ reason: read.reason, path: entry.path, gap: read.gap });
      return true;
    }
    const size = read.kind === "whole" ? read.end - read.start : read.size;
    const tooLarge = size > this.#limits.maxFileSize;
    if (read.kind === "large" && (tooLarge || !stream)) this.#reader.close(read.fd);
    if (tooLarge) outcome.skipped.push({ reason: "too-large", path: entry.path, gap: true });
    else if (read.kind === "whole") this.scanBytes(this.#reader.buffer, read.start, read.end, entry.path, outcome);
    else if (stream) this.#scanLarge(read.fd, entry.path, outcome, alive);
    return tooLarge || read.kind === "whole" || stream;
  }
  /** Scans a whole file's bytes, data[start, end). */
  scanBytes(data, start, end, path, outcome) {
    const encoding = detectEncoding(data, start, end);
    outcome.files++;
    outcome.bytes += end - start;
    if (encoding === "binary") outcome.binary++;
    const chunk = { data, start, end, offset: 0, first: true, last: true };
    const hits = this.#scanChunk(chunk, encoding);
    if (hits.length > 0) {
      const textStart = start + bomLength(data, start, end, encoding);
      this.#keep(hits, chunk, new Positions(data, textStart, end, encoding), encoding, path, outcome);
    } else if (end - start < 1024 && isLfsPointer(data, start, end)) {
      outcome.skipped.push({ reason: "lfs-pointer", path, gap: false });
    }
  }
  #scanNames(paths) {
    return matchesInNames(paths, (data, path) => {
      const outcome = emptyOutcome();
      this.scanBytes(data, 0, data.length, path, outcome);
      return outcome.matches;
    });
  }
  #scanLarge(fd, path, outcome, alive) {
    const data = this.#reader.buffer;
    let encoding;
    let from;
    let textStart = 0;
    const told = this.#reader.stream(fd, OVERLAP, (start, end, offset, last) => {
      alive?.();
      const first = encoding === void 0;
      encoding ??= detectEncoding(data, start, end);
      if (first) textStart = start + bomLength(data, start, end, encoding);
      const chunk = { data, start, end, offset, first, last };
      const positions = new Positions(data, textStart, end, encoding, from);
      this.#keep(this.#scanChunk(chunk, encoding), chunk, positions, encoding, path, outcome);
      outcome.bytes += end - start - (first ? 0 : OVERLAP);
      if (last) return;
      const next = positions.boundary(end - OVERLAP);
      from = next.place;
      textStart = start + next.offset - (end - OVERLAP);
    });
    outcome.files++;
    if (encoding === "binary") outcome.binary++;
    if (told) outcome.skipped.push({ reason: told.reason, path, gap: told.gap });
  }
  /** Hits of a chunk, of those that the neighbouring chunks see too only its own; offsets in `chunk.data`. */
  #scanChunk(chunk, encoding) {
    const low = chunk.first ? chunk.start : chunk.start + OVERLAP / 2;
    const high = chunk.last ? chunk.end : chunk.end - OVERLAP / 2;
    let hits;
    if (encoding === "utf-16le" || encoding === "utf-16be") {
      const bom = chunk.first ? bomLength(chunk.data, chunk.start, chunk.end, encoding) : 0;
      const from = chunk.start + bom;
      this.#narrowed ??= Buffer.alloc(this.#reader.buffer.length / 2 + 2 * PAD);
      if (this.#narrowed.length < (chunk.end - from) / 2 + 2 * PAD)
        this.#narrowed = Buffer.alloc((chunk.end - from) / 2 + 2 * PAD);
      const end = narrow(chunk.data, from, chunk.end, encoding, this.#narrowed, PAD);
      const wide = (at) => from + 2 * (at - PAD);
      hits = this.#detector.scan(this.#narrowed, PAD, end);
      for (const hit of hits) [hit.start, hit.end] = [wide(hit.start), wide(hit.end)];
    } else {
      hits = this.#detector.scan(chunk.data, chunk.start, chunk.end);
    }
    if (hits.length === 0) return hits;
    const binary = encoding === "binary";
    const own = hits.filter(
      (hit) => hit.rule >= 0 && hit.start >= low && hit.start < high && (!binary || this.#catalogue.rule(hit.rule).structured)
    );
    return resolve(own, this.#catalogue);
  }
  #keep(hits, chunk, positions, encoding, path, outcome) {
    const unplaced = readHits(this.#catalogue, hits, chunk, encoding);
    for (const match of placeMatches(unplaced, chunk, positions, encoding, path)) outcome.matches.push(match);
  }
};
function readHits(catalogue, hits, { data, start: from, offset }, encoding) {
  const wide = encoding === "utf-16le" || encoding === "utf-16be";
  return hits.map(({ rule, start, end, confidence, reasons, evidence, decoded }) => {
    const text = wide ? wideText(data, start, end, encoding) : data.toString("latin1", start, end);
    const decodedFrom = decoded && decoded.from.length > 0 && { decodedFrom: [...decoded.from] };
    return {
      rule: catalogue.rule(rule).id,
      secret: decoded?.secret ?? text,
      ...decoded && { encoded: text },
      location: { offset: offset + start - from, length: end - start, ...decodedFrom },
      confidence,
      reasons,
      ...evidence && { evidence }
    };
  });
}
function placeMatches(unplaced, chunk, positions, encoding, path) {
  if (unplaced.length === 0) return [];
  const { data } = chunk;
  const spots = unplaced.map(({ location: { offset, length } }) => {
    const start = offset - chunk.offset + chunk.start;
    return { start, end: start + length };
  });
  const matches = unplaced.map((match, i) => {
    const { start, end } = spots[i];
    const location = { path, ...positions.range(start, end), ...match.location };
    return { ...match, location, frame: frameAt(data, chunk.start, chunk.end, encoding, start, end) };
  });
  const ignores = inlineIgnores(data, chunk.start, chunk.end, encoding, spots, positions);
  if (ignores.length === 0) return matches;
  for (const ignore of ignores) ignore.idle = !matches.some((match) => speaksOf(ignore, match));
  return matches.map((match) => Object.assign(match, { ignores }));
}
function wideText(data, start, end, encoding) {
  const bytes = Buffer.from(data.subarray(start, end));
  return (encoding === "utf-16be" ? bytes.swap16() : bytes).toString("utf16le");
}

export {
  PAD,
  isLfsPointer,
  emptyOutcome,
  FileScanner,
  readHits,
  placeMatches
};
