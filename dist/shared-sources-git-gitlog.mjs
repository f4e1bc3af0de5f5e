const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  spawnGit
} from "./shared-sources-git-spawn.mjs";
import {
  fromBytes
} from "./shared-path.mjs";

// src/sources/git/gitlog.ts
var SUBMODULE = "160000";
var RENAMES = ["--find-renames=50%", "-l1000"];
var ALL_PATHS = "--combined-all-paths";
var MOVES = ["--find-renames=100%"];
var FORMAT = [
  "log",
  "-z",
  "--no-color",
  "--no-show-signature",
  "--no-mailmap",
  "--no-notes",
  "--no-decorate",
  "--encoding=UTF-8",
  "--format=%H%x00%an%x00%ae%x00%at%x00%s"
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
var SHOW_ROOT = ["-c", "log.showRoot=true"];
var HEADER_FIELDS = 5;
var COLON = 58;
async function readLog(args, options, handler) {
  const header = [];
  let entry;
  const from = [];
  let olds = 0;
  const allPaths = args.includes(ALL_PATHS);
  const onToken = (token) => {
    if (entry && from.length < olds) {
      from.push(token);
    } else if (entry) {
      handler.onEntry(entry, token, from);
      entry = void 0;
      from.length = 0;
    } else if (header.length > 0) {
      header.push(token);
      if (header.length === HEADER_FIELDS) handler.onCommit(parseHeader(header.splice(0)));
    } else {
      const start = token[0] === 10 ? 1 : 0;
      if (token[start] === COLON) {
        entry = token.subarray(start);
        const parents = parentCount(entry);
        olds = parents > 1 ? allPaths ? parents : 0 : hasOldPath(entry) ? 1 : 0;
      } else if (token.length > start) header.push(token.subarray(start));
    }
  };
  const begun = [];
  for await (const chunk of spawnGit([...SHOW_ROOT, ...FORMAT, ...args], options)) {
    begun.push(chunk);
    if (!chunk.includes(0)) continue;
    const data = begun.length > 1 ? Buffer.concat(begun) : chunk;
    let at = 0;
    for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
      onToken(data.subarray(at, nul));
      at = nul + 1;
    }
    begun.splice(0, Infinity, Buffer.from(data.subarray(at)));
    for (const [i, field] of header.entries()) header[i] = Buffer.from(field);
    if (entry) entry = Buffer.from(entry);
    for (const [i, path] of from.entries()) from[i] = Buffer.from(path);
  }
}
function parseHeader([id, author, email, time, subject]) {
  return {
    id: String(id).trim(),
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
  return entry[1] !== COLON && entry[entry.lastIndexOf(32) + 1] === 82;
}
function parentCount(entry) {
  let count = 0;
  while (entry[count] === COLON) count++;
  return count;
}
function parseEntry(entry) {
  const text = entry.toString("latin1");
  const parents = parentCount(entry);
  const fields = text.slice(parents).split(" ");
  return {
    mode: fields[parents] ?? "",
    id: fields[2 * parents + 1] ?? "",
    before: fields.slice(parents + 1, 2 * parents + 1),
    modes: fields.slice(0, parents)
  };
}

export {
  SUBMODULE,
  RENAMES,
  ALL_PATHS,
  MOVES,
  CHANGES,
  readLog,
  newId,
  hasOldPath,
  parseEntry
};
