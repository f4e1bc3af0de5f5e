const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  packTables
} from "./shared-detect-tables.mjs";
import {
  commonDirOf,
  findGitFolders
} from "./shared-sources-git-gitdir.mjs";
import {
  fromBytes
} from "./shared-path.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/pipeline/worker-catalogue.ts
function customRules({ rules, tables }) {
  return { rules, tables: packTables(tables) };
}

// src/sources/git/reffiles.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var MAX_LINKS = 5;
function readRefFiles(folders) {
  const { gitDir, commonDir } = folders;
  const values = /* @__PURE__ */ new Map();
  const peeled = /* @__PURE__ */ new Map();
  let last = "";
  for (const line of read((0, import_node_path.join)(commonDir, "packed-refs")).split("\n")) {
    const [, id = "", name = ""] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
    if (line.startsWith("^")) peeled.set(last, line.slice(1));
    else if (id !== "") values.set(last = name, id);
  }
  for (const dir of /* @__PURE__ */ new Set([commonDir, gitDir])) {
    for (const name of filesBelow(dir, "refs")) {
      values.set(name, read((0, import_node_path.join)(dir, name)).trim());
      peeled.delete(name);
    }
  }
  const find = (name) => values.get(name) ?? "";
  const refs = [];
  for (const [name, value] of values) {
    const id = follow(value, find);
    if (id !== "") refs.push({ name, id, target: peeled.get(name) ?? id });
  }
  const head = read((0, import_node_path.join)(gitDir, "HEAD")).trim();
  const at = follow(head, find);
  if (at !== "" && !head.startsWith("ref: ")) refs.push({ name: "HEAD", id: at, target: at });
  return { refs, logged: readLogFiles(folders) ?? [], head: at };
}
function headCommit(cwd) {
  const named = process.env["GIT_DIR"] && (0, import_node_path.resolve)(process.env["GIT_DIR"]);
  const folders = named ? { gitDir: named, commonDir: commonDirOf(named) } : findGitFolders(cwd);
  if (!folders) return void 0;
  const { gitDir, commonDir } = folders;
  const find = (name) => {
    if (!/^refs\/(?!.*\.\.)/.test(name)) return "";
    const own = read((0, import_node_path.join)(gitDir, name)) || read((0, import_node_path.join)(commonDir, name));
    if (own !== "") return own.trim();
    const packed = read((0, import_node_path.join)(commonDir, "packed-refs"));
    const at = packed.indexOf(` ${name}
`);
    return at < 0 ? "" : packed.slice(packed.lastIndexOf("\n", at) + 1, at);
  };
  return follow(read((0, import_node_path.join)(gitDir, "HEAD")).trim(), find) || void 0;
}
function follow(value, find) {
  for (let links = 0; links <= MAX_LINKS; links++) {
    if (!value.startsWith("ref: ")) return /^[0-9a-f]{40,64}$/.test(value) ? value : "";
    value = find(value.slice(5).trim());
  }
  return "";
}
function readLogFiles({ gitDir, commonDir }) {
  if (hasRefTable(commonDir)) return void 0;
  const logged = /* @__PURE__ */ new Map();
  for (const dir of /* @__PURE__ */ new Set([commonDir, gitDir, ...workTreeFolders(commonDir)])) {
    for (const name of filesBelow(dir, "logs")) {
      const ref = name.slice("logs/".length);
      for (const line of read((0, import_node_path.join)(dir, name)).split("\n")) {
        for (const id of line.split(" ", 2)) {
          if (/^[0-9a-f]{40,64}$/.test(id) && (ref === "refs/stash" || !logged.has(id))) logged.set(id, ref);
        }
      }
    }
  }
  return Array.from(logged, ([id, ref]) => ({ id, ref }));
}
function readWorkTreeHeads({ gitDir, commonDir }) {
  return workTreeFolders(commonDir).flatMap((dir) => {
    const id = read((0, import_node_path.join)(dir, "HEAD")).trim();
    return dir === gitDir || !/^[0-9a-f]{40,64}$/.test(id) ? [] : [{ name: `worktrees/${(0, import_node_path.basename)(dir)}/HEAD`, id, target: id }];
  });
}
function workTreeFolders(commonDir) {
  try {
    return (0, import_node_fs.readdirSync)((0, import_node_path.join)(commonDir, "worktrees")).map((name) => (0, import_node_path.join)(commonDir, "worktrees", name));
  } catch {
    return [];
  }
}
function hasRefTable(commonDir) {
  return (0, import_node_fs.existsSync)((0, import_node_path.join)(commonDir, "reftable"));
}
function filesBelow(dir, folder) {
  try {
    return (0, import_node_fs.readdirSync)((0, import_node_path.join)(dir, folder), { withFileTypes: true }).flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      if (entry.isDirectory()) return filesBelow(dir, path);
      return entry.isFile() && !path.endsWith(".lock") ? [path] : [];
    });
  } catch {
    return [];
  }
}
function read(path) {
  try {
    return fromBytes((0, import_node_fs.readFileSync)(path));
  } catch {
    return "";
  }
}

// src/clock.ts
var elapsedMs = () => process.uptime() * 1e3;

export {
  elapsedMs,
  customRules,
  readRefFiles,
  headCommit,
  readLogFiles,
  readWorkTreeHeads
};
