const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  BLOB,
  COMMIT,
  TAG,
  TREE
} from "./shared-sources-git-packfile.mjs";
import {
  MalformedError
} from "./shared-sources-git-packindex.mjs";
import {
  objectDirectories
} from "./shared-sources-git-repo.mjs";
import {
  runGit,
  spawnGit
} from "./shared-sources-git-spawn.mjs";
import {
  foldersOf,
  openFile
} from "./shared-sources-git-gitdir.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  GitError
} from "./shared-errors.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/sources/git/batch.ts
var import_node_fs2 = __toESM(require_node_fs(), 1);

// src/sources/git/loose.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var TYPES = { commit: COMMIT, tree: TREE, blob: BLOB, tag: TAG };
function looseFile(objectDir, id) {
  return (0, import_node_path.join)(objectDir, id.slice(0, 2), id.slice(2));
}
var HEAD = 64;
var LooseReader = class {
  #inflater;
  #maxSize;
  #source = Buffer.allocUnsafeSlow(64 * 1024);
  #out = Buffer.allocUnsafeSlow(256 * 1024);
  /** @param maxSize largest object, in bytes, that is read */
  constructor(inflater, maxSize) {
    this.#inflater = inflater;
    this.#maxSize = maxSize;
  }
  /**
   * @param wants whether the content of an object of this type is wanted
   * @returns type and, if wanted, content (valid until the next call), or undefined when the object is too large
   * @throws MalformedError when the file does not hold an object; an error of the file system when it cannot be read
   */
  read(path, wants) {
    const length = this.#load(path);
    if (length < 0) return void 0;
    const all = this.#inflater.all(this.#source, 0, length, this.#out);
    const head = all >= 0 ? Math.min(all, HEAD) : this.#inflater.begin(this.#source, 0, length, this.#out, HEAD);
    const nul = this.#out.subarray(0, head).indexOf(0);
    const [, name, digits] = /^(\w+) (\d{1,15})$/.exec(this.#out.toString("latin1", 0, Math.max(0, nul))) ?? [];
    const type = TYPES[name ?? ""];
    if (type === void 0) throw new MalformedError("not a loose object");
    if (!wants(type)) return { type };
    const size = Number(digits);
    if (size > this.#maxSize) return void 0;
    const whole = nul + 1 + size;
    if (all >= 0 && all !== whole) throw new MalformedError("object is not of the size it declares");
    if (all >= 0) return { type, data: this.#out.subarray(nul + 1, whole) };
    if (this.#out.length <= whole) this.#out = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(whole + 2)));
    this.#inflater.inflate(this.#source, 0, length, this.#out, 0, whole);
    return { type, data: this.#out.subarray(nul + 1, whole) };
  }
  /** Reads a file; -1 when it is larger than any object of the allowed size can be. */
  #load(path) {
    const { fd, size } = openFile(path);
    try {
      if (size > this.#maxSize + (this.#maxSize >> 8) + 4096) return -1;
      if (this.#source.length < size) this.#source = Buffer.allocUnsafeSlow(2 ** Math.ceil(Math.log2(size)));
      let length = 0;
      while (length < size) {
        const read = (0, import_node_fs.readSync)(fd, this.#source, length, size - length, null);
        if (read === 0) break;
        length += read;
      }
      return length;
    } finally {
      (0, import_node_fs.closeSync)(fd);
    }
  }
};

// src/sources/git/batch.ts
var GROUP = 32 * 1024 * 1024;
var GROUP_OBJECTS = 5e3;
var MOST = 2 ** 34;
var FEW = 200;
var FEW_BYTES = 8 * 1024 * 1024;
var MAX_FAILURES = 200;
var TIMEOUT = 12e4;
function* readThroughGit(repo, ids, maxSize, onObject, ledger) {
  let failures = 0;
  let left = MOST;
  if (!repo.git) {
    for (const id of ids) ledger.skip("unreadable", id, true);
    return;
  }
  for (let group = 0; group < ids.length; group += GROUP_OBJECTS) {
    const known = sizesOf(repo, ids.slice(group, group + GROUP_OBJECTS), maxSize, ledger);
    for (let at = 0; at < known.length; ) {
      let bytes = 0;
      let end = at;
      while (end < known.length && (end === at || bytes + (known[end]?.size ?? 0) <= GROUP)) bytes += known[end++]?.size ?? 0;
      left -= bytes;
      if (left < 0) {
        for (const { id } of known.slice(at)) ledger.skip("timeout", id, true);
        break;
      }
      at += failures > MAX_FAILURES ? 0 : readGroup(repo, known.slice(at, end), onObject);
      if (at < end) {
        failures++;
        ledger.skip("unreadable", known[at]?.id ?? "", true);
        at++;
      }
      yield;
    }
  }
}
function sizesOf(repo, ids, maxSize, ledger) {
  const answer = runGit(["cat-file", "--batch-check=%(objectname) %(objectsize)"], {
    cwd: repo.root,
    input: `${ids.join("\n")}
`,
    timeout: TIMEOUT
  });
  const lines = answer.stdout.toString("latin1").split("\n");
  const known = [];
  for (const [i, id] of ids.entries()) {
    const [name, size] = (lines[i] ?? "").split(" ");
    if (name !== id || size === void 0 || size === "missing") ledger.skip("unreadable", id, true);
    else if (Number(size) > maxSize) ledger.skip("too-large", id, true);
    else known.push({ id, size: Number(size) });
  }
  return known;
}
function readGroup(repo, group, onObject) {
  const input = group.map(({ id }) => `${id}
`).join("");
  const { stdout } = runGit(["cat-file", "--batch", "--buffer"], { cwd: repo.root, input, timeout: TIMEOUT });
  let at = 0;
  for (const [done, { id, size }] of group.entries()) {
    const line = stdout.indexOf(10, at);
    const [name, type, length] = line < 0 ? [] : stdout.toString("latin1", at, line).split(" ");
    const end = line + 1 + size;
    if (name !== id || Number(length) !== size || end >= stdout.length) return done;
    onObject({ id, type, data: stdout.subarray(line + 1, end) });
    at = end + 1;
  }
  return group.length;
}
var LARGEST = 1 << 30;
async function streamObjects(cwd, ids, { maxSize: most, signal }, onObject, ledger, more) {
  const maxSize = Math.min(most, LARGEST);
  let index = 0;
  let objectDirs;
  const reader = () => new BatchReader(maxSize, (object, why) => {
    if (object) onObject(object, index);
    else refuse(why);
    index++;
  });
  const isLeft = () => index < ids.length || more?.complete === false;
  if (!more && ids.length > 0 && ids.length <= FEW) {
    const answer = readFew(cwd, ids);
    if (answer) reader().push(answer);
  }
  for (let failures = 0; isLeft(); failures++) {
    if (failures > MAX_FAILURES) {
      for (; index < ids.length; index++) refuse("unreadable");
      return;
    }
    const input = more?.from(index) ?? linesOf(ids.slice(index));
    const rest = reader();
    try {
      for await (const chunk of spawnGit(["cat-file", "--batch", "--buffer"], { cwd, input, signal })) rest.push(chunk);
    } catch (error) {
      if (!(error instanceof GitError) || error.exitCode === null) throw error;
    }
    if (signal?.aborted) return;
    if (index < ids.length) {
      refuse("unreadable");
      index++;
    }
  }
  function refuse(why) {
    const id = ids[index] ?? "";
    const damaged = why === "missing-object" && isDamaged(objectDirs ??= objectDirsAt(cwd), id);
    ledger.skip(damaged ? "unreadable" : why, id, true);
    onObject(void 0, index);
  }
}
var linesOf = (ids) => ids.map((id) => `${id}
`).join("");
var ObjectFeed = class {
  complete = false;
  #ids = [];
  #read;
  #end = new AbortController();
  #reading;
  /** Tells who waits for more. */
  #wake = () => void 0;
  /** As `streamObjects`. */
  constructor(cwd, { maxSize, signal: outer }, onObject, ledger) {
    const signal = outer ? AbortSignal.any([outer, this.#end.signal]) : this.#end.signal;
    this.#read = (more) => streamObjects(cwd, this.#ids, { maxSize, signal }, onObject, ledger, more);
  }
  add(id) {
    this.#ids.push(id);
    if (this.#ids.length > FEW && !this.#reading) {
      this.#reading = this.#read(this);
      this.#reading.catch(() => void 0);
    }
    this.#wake();
  }
  /** No more will come. Ends when all have been read. */
  async finish() {
    this.complete = true;
    this.#wake();
    await (this.#reading ?? this.#read());
  }
  /** Ends the reading early. */
  stop() {
    this.complete = true;
    this.#wake();
    this.#end.abort();
  }
  async *from(index) {
    for (let next = index; next < this.#ids.length || !this.complete; ) {
      const known = this.#ids.slice(next);
      next += known.length;
      if (known.length > 0) yield Buffer.from(linesOf(known));
      else await new Promise((resolve) => this.#wake = resolve);
    }
  }
};
function isDamaged(objectDirs, id) {
  return objectDirs.some((dir) => (0, import_node_fs2.existsSync)(looseFile(dir, id)));
}
function objectDirsAt(cwd) {
  const folders = foldersOf({ cwd });
  return folders ? objectDirectories(folders.commonDir) : [];
}
function readFew(cwd, ids) {
  try {
    const input = `${ids.join("\n")}
`;
    return runGit(["cat-file", "--batch", "--buffer"], { cwd, input, timeout: TIMEOUT, maxBuffer: FEW_BYTES }).stdout;
  } catch (error) {
    if (!(error instanceof GitError) || error.name === "GitMissingError") throw error;
    return void 0;
  }
}
var BatchReader = class {
  #maxSize;
  #onObject;
  #head = Buffer.alloc(0);
  /** The object that is being read: its bytes so far, and how many (with the line break after it) are still to come. */
  #object;
  #filled = 0;
  #left = 0;
  constructor(maxSize, onObject) {
    this.#maxSize = maxSize;
    this.#onObject = onObject;
  }
  push(chunk) {
    for (let at = 0; at < chunk.length; ) at = this.#left > 0 ? this.#content(chunk, at) : this.#header(chunk, at);
  }
  #header(chunk, at) {
    const end = chunk.indexOf(10, at);
    this.#head = Buffer.concat([this.#head, chunk.subarray(at, end < 0 ? chunk.length : end)]);
    if (end < 0) return chunk.length;
    const [id = "", type = "", size] = this.#head.toString("latin1").split(" ");
    this.#head = Buffer.alloc(0);
    if (size === void 0) {
      this.#onObject(void 0, "missing-object");
      return end + 1;
    }
    const fits = Number(size) <= this.#maxSize;
    this.#object = fits ? { id, type, data: Buffer.allocUnsafe(Number(size)) } : void 0;
    this.#filled = 0;
    this.#left = Number(size) + 1;
    return end + 1;
  }
  #content(chunk, at) {
    const take = Math.min(this.#left, chunk.length - at);
    if (this.#object) this.#filled += chunk.copy(this.#object.data, this.#filled, at, at + take);
    this.#left -= take;
    if (this.#left === 0) this.#onObject(this.#object, "too-large");
    return at + take;
  }
};

export {
  looseFile,
  LooseReader,
  readThroughGit,
  streamObjects,
  ObjectFeed,
  isDamaged
};
