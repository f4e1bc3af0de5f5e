const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  readTextFile
} from "./shared-textfile.mjs";
import {
  toBytes
} from "./shared-path.mjs";
import {
  IGNORE_FILE
} from "./shared-config-find.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/suppress/text.ts
var LARGEST = 256e6;
function readText(path, name) {
  try {
    return readTextFile(path, LARGEST);
  } catch (error) {
    const { code, message } = error;
    throw new UsageError(`${name} cannot be read (${code ?? message}): check the path`, { cause: error });
  }
}

// src/suppress/ignorefile.ts
var import_node_path2 = __toESM(require_node_path(), 1);

// src/config/paths.ts
var import_node_path = __toESM(require_node_path(), 1);

// src/sources/gitignore.ts
var SLASH = 47;
var SPECIAL = /[*?[\\]/;
var IgnoreRules = class {
  #negated = [];
  /** Patterns without special characters: the text they equal, and the last line that says so. */
  #names = /* @__PURE__ */ new Map();
  #folderNames = /* @__PURE__ */ new Map();
  #paths = /* @__PURE__ */ new Map();
  #folderPaths = /* @__PURE__ */ new Map();
  /** `*.ext` by their last byte. */
  #suffixes = /* @__PURE__ */ new Map();
  /** All else, last lines first. */
  #globs = [];
  /** @param patterns patterns as byte strings, later ones win; `parseIgnoreFile` makes them of a file's text */
  constructor(patterns) {
    for (const pattern of patterns) this.#add(pattern);
    this.#globs.reverse();
  }
  get empty() {
    return this.#negated.length === 0;
  }
  /**
   * What these rules say of a path.
   * @param path byte string, relative to the folder of the rules, `/` between names, none at the end
   * @param name last name of the path
   * @returns true: ignored; false: explicitly not (`!`); undefined: no pattern matches
   */
  match(path, name, directory) {
    let last = Math.max(this.#names.get(name) ?? -1, this.#paths.size > 0 ? this.#paths.get(path) ?? -1 : -1);
    if (directory) last = Math.max(last, this.#folderNames.get(name) ?? -1, this.#folderPaths.get(path) ?? -1);
    for (const { index, directoryOnly, suffix } of this.#suffixes.get(name.charCodeAt(name.length - 1)) ?? []) {
      if (index > last && (directory || !directoryOnly) && name.endsWith(suffix)) last = index;
    }
    for (const glob of this.#globs) {
      if (glob.index < last) break;
      if (glob.directoryOnly && !directory) continue;
      const text = glob.nameOnly ? name : path;
      if (text.startsWith(glob.prefix) && matches(glob.parts, text, glob.prefix.length)) {
        last = glob.index;
        break;
      }
    }
    return last < 0 ? void 0 : !this.#negated[last];
  }
  #add(source) {
    let pattern = source;
    const negated = pattern.startsWith("!");
    if (negated) pattern = pattern.slice(1);
    const directoryOnly = pattern.endsWith("/");
    if (directoryOnly) pattern = pattern.slice(0, -1);
    const nameOnly = !pattern.includes("/");
    if (pattern.startsWith("/")) pattern = pattern.slice(1);
    if (pattern === "") return;
    const index = this.#negated.push(negated) - 1;
    const special = pattern.search(SPECIAL);
    if (special < 0) {
      if (nameOnly) (directoryOnly ? this.#folderNames : this.#names).set(pattern, index);
      else (directoryOnly ? this.#folderPaths : this.#paths).set(pattern, index);
    } else if (nameOnly && pattern.startsWith("*") && pattern.length > 1 && !SPECIAL.test(pattern.slice(1))) {
      const last = pattern.charCodeAt(pattern.length - 1);
      const suffixes = this.#suffixes.get(last) ?? [];
      this.#suffixes.set(last, suffixes);
      suffixes.push({ index, directoryOnly, suffix: pattern.slice(1) });
    } else {
      const parts = compile(pattern.slice(special), !nameOnly);
      if (parts !== void 0) this.#globs.push({ index, directoryOnly, nameOnly, prefix: pattern.slice(0, special), parts });
    }
  }
};
function parseIgnoreFile(text) {
  const patterns = [];
  for (const raw of (text.startsWith("\xEF\xBB\xBF") ? text.slice(3) : text).split("\n")) {
    if (raw === "" || raw.startsWith("#")) continue;
    const line = raw.endsWith("\r") ? raw.slice(0, -1) : raw;
    const end = line.indexOf("\0");
    const pattern = trimSpaces(end < 0 ? line : line.slice(0, end));
    if (pattern !== "") patterns.push(pattern);
  }
  return patterns;
}
function trimSpaces(line) {
  let end = 0;
  for (let at = 0; at < line.length; at++) {
    if (line[at] === "\\") {
      at++;
      if (at === line.length) return line;
      end = at + 1;
    } else if (line[at] !== " ") end = at + 1;
  }
  return line.slice(0, end);
}
function compile(pattern, paths) {
  const parts = [];
  for (let at = 0; at < pattern.length; at++) {
    const char = pattern[at];
    if (char === "\\") {
      if (++at === pattern.length) return void 0;
      parts.push(pattern.charCodeAt(at));
    } else if (char === "?") {
      parts.push("any");
    } else if (char === "[") {
      const set = parseSet(pattern, at);
      if (set === void 0) return void 0;
      parts.push(set.bytes);
      at = set.end;
    } else if (char === "*") {
      const from = at;
      while (pattern[at + 1] === "*") at++;
      const rest = pattern.slice(at + 1);
      const alone = from === 0 || pattern[from - 1] === "/";
      if (from === at || !paths || !alone || !/^(?:$|\/|\\\/)/.test(rest)) parts.push("star");
      else if (rest.startsWith("/")) {
        parts.push("folders");
        at++;
      } else parts.push("anything");
    } else parts.push(char.charCodeAt(0));
  }
  return parts;
}
function matches(parts, text, from) {
  let at = from;
  let part = 0;
  let star = -1;
  let starAt = 0;
  let folders = -1;
  let foldersAt = 0;
  for (; ; ) {
    const wanted = parts[part];
    if (wanted === "star") {
      star = ++part;
      starAt = at;
      continue;
    }
    if (wanted === "folders" || wanted === "anything") {
      folders = part++;
      foldersAt = at;
      star = -1;
      continue;
    }
    if (wanted === void 0 ? at === text.length : at < text.length && fits(wanted, text.charCodeAt(at))) {
      if (wanted === void 0) return true;
      at++;
      part++;
    } else if (star >= 0 && starAt < text.length && text.charCodeAt(starAt) !== SLASH) {
      at = ++starAt;
      part = star;
    } else if (folders >= 0) {
      if (parts[folders] === "anything") foldersAt++;
      else foldersAt = text.indexOf("/", foldersAt) + 1;
      if (foldersAt === 0 || foldersAt > text.length) return false;
      at = foldersAt;
      part = folders + 1;
      star = -1;
    } else return false;
  }
}
function fits(wanted, byte) {
  if (typeof wanted === "number") return wanted === byte;
  return byte !== SLASH && (wanted === "any" || wanted.has(byte));
}
var CLASSES = /* @__PURE__ */ new Map([
  ["alnum", /[0-9A-Za-z]/],
  ["alpha", /[A-Za-z]/],
  ["blank", /[ \t]/],
  ["cntrl", /[\0-\x1f\x7f]/],
  ["digit", /[0-9]/],
  ["graph", /[!-~]/],
  ["lower", /[a-z]/],
  ["print", /[ -~]/],
  ["punct", /[!-/:-@[-`{-~]/],
  ["space", /[ \t\n\r]/],
  ["upper", /[A-Z]/],
  ["xdigit", /[0-9A-Fa-f]/]
]);
function parseSet(pattern, open) {
  const bytes = /* @__PURE__ */ new Set();
  let at = open + 1;
  const negated = pattern[at] === "!" || pattern[at] === "^";
  if (negated) at++;
  let previous;
  let first = true;
  for (; first || pattern[at] !== "]"; at++, first = false) {
    const char = pattern[at];
    if (char === void 0) return void 0;
    if (char === "-" && previous !== void 0 && at + 1 < pattern.length && pattern[at + 1] !== "]") {
      if (pattern[++at] === "\\") at++;
      if (at >= pattern.length) return void 0;
      for (let byte = previous; byte <= pattern.charCodeAt(at); byte++) bytes.add(byte);
      previous = void 0;
    } else if (char === "[" && pattern[at + 1] === ":") {
      const close = pattern.indexOf("]", at + 2);
      if (close < 0) return void 0;
      if (close === at + 2 || pattern[close - 1] !== ":") {
        bytes.add(previous = char.charCodeAt(0));
        continue;
      }
      const known = CLASSES.get(pattern.slice(at + 2, close - 1));
      if (known === void 0) return void 0;
      for (let byte = 0; byte < 128; byte++) if (known.test(String.fromCharCode(byte))) bytes.add(byte);
      previous = void 0;
      at = close;
    } else {
      if (char === "\\" && ++at === pattern.length) return void 0;
      bytes.add(previous = pattern.charCodeAt(at));
    }
  }
  if (!negated) return { bytes, end: at };
  const others = /* @__PURE__ */ new Set();
  for (let byte = 0; byte < 256; byte++) if (!bytes.has(byte)) others.add(byte);
  return { bytes: others, end: at };
}

// src/sources/filter.ts
var NON_ASCII = /[^\0-\x7f]/;
function byteString(path) {
  return NON_ASCII.test(path) ? toBytes(path).toString("latin1") : path;
}
var GlobSet = class {
  #rules;
  /** Answers for folders: the files of one folder share it. */
  #folders = /* @__PURE__ */ new Map([["", false]]);
  constructor(globs) {
    this.#rules = new IgnoreRules(globs.map((glob) => byteString(glob.replace(/^(!?)\.\//, "$1/"))));
  }
  get empty() {
    return this.#rules.empty;
  }
  /** Whether a file is covered. `path` has `/` between names and none at its end. */
  file(path) {
    const bytes = byteString(path);
    const slash = bytes.lastIndexOf("/");
    return this.#folder(bytes.slice(0, Math.max(slash, 0))) || this.#rules.match(bytes, bytes.slice(slash + 1), false) === true;
  }
  /** Whether a folder and all that is in it is covered. */
  folder(path) {
    return this.#folder(byteString(path));
  }
  #folder(bytes) {
    let covered = this.#folders.get(bytes);
    if (covered === void 0) {
      const slash = bytes.lastIndexOf("/");
      covered = this.#folder(bytes.slice(0, Math.max(slash, 0))) || this.#rules.match(bytes, bytes.slice(slash + 1), true) === true;
      this.#folders.set(bytes, covered);
    }
    return covered;
  }
};
var PathFilter = class {
  #include;
  #exclude;
  /** Without `include` globs everything is wanted that `exclude` does not cover; exclusion wins. */
  constructor(include, exclude) {
    this.#include = new GlobSet(include);
    this.#exclude = new GlobSet(exclude);
  }
  /** Whether there are no globs: every path is wanted. */
  get open() {
    return this.#include.empty && this.#exclude.empty;
  }
  wantsFile(path) {
    return (this.#include.empty || this.#include.file(path)) && (this.#exclude.empty || !this.#exclude.file(path));
  }
  /** Whether anything in a folder can be wanted: false spares the walk through it. */
  entersFolder(path) {
    return this.#exclude.empty || !this.#exclude.folder(path);
  }
};

// src/config/paths.ts
var slashes = (path) => import_node_path.sep === "/" ? path : path.replaceAll(import_node_path.sep, "/");
function rebase(root, base) {
  if (root === base) return (path) => (0, import_node_path.isAbsolute)(path) ? inside(path, slashes(base)) : path;
  const [from, to] = [slashes(root), slashes(base)];
  return (path) => inside((0, import_node_path.isAbsolute)(path) ? slashes(path) : import_node_path.posix.join(from, path), to);
}
function inside(path, base) {
  const start = base.endsWith("/") ? base : `${base}/`;
  return path.startsWith(start) ? path.slice(start.length) : void 0;
}
function coveredBy(patterns, base, root) {
  const filter = new PathFilter([], patterns);
  const inBase = rebase(root, base);
  return (path) => {
    const inside2 = inBase(path);
    return inside2 !== void 0 && !filter.wantsFile(inside2);
  };
}
var ProjectPaths = class {
  #filter;
  #rebase;
  /** @param root absolute folder that the paths are relative to */
  constructor({ base, include, exclude }, root) {
    this.#filter = new PathFilter(include, exclude);
    this.#rebase = rebase(root, base);
  }
  wantsFile(path) {
    const inside2 = this.#rebase(path);
    return inside2 === void 0 || this.#filter.wantsFile(inside2);
  }
  entersFolder(path) {
    const inside2 = this.#rebase(path);
    return inside2 === void 0 || this.#filter.entersFolder(inside2);
  }
};

// src/suppress/ignorefile.ts
function ignoredPaths(file, root) {
  return coveredBy(parseIgnoreFile(readText(file, IGNORE_FILE)), (0, import_node_path2.dirname)(file), root);
}

export {
  IgnoreRules,
  parseIgnoreFile,
  byteString,
  PathFilter,
  rebase,
  coveredBy,
  ProjectPaths,
  readText,
  ignoredPaths
};
