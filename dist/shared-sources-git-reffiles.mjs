const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  blocks
} from "./shared-sources-git-spawn.mjs";
import {
  foldersOf,
  listEntries,
  readBytes
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

// src/sources/git/reffiles.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var MAX_LINKS = 5;
var PRIVATE = ["refs/bisect", "refs/rewritten", "refs/worktree"];
function readRefFiles(folders, ledger) {
  const { gitDir, commonDir } = folders;
  if (hasRefTable(commonDir)) return { refs: readWorkTreeRefs(folders, ledger), logged: [], head: "" };
  const values = /* @__PURE__ */ new Map();
  for (const line of read((0, import_node_path.join)(commonDir, "packed-refs"), ledger).split("\n")) {
    const [, id2 = "", name = ""] = /^([0-9a-f]{40,64}) (.+)$/.exec(line) ?? [];
    if (id2 !== "") values.set(name, id2);
  }
  for (const dir of /* @__PURE__ */ new Set([commonDir, gitDir])) {
    for (const name of filesBelow(dir, "refs", ledger)) {
      if (dir !== gitDir && PRIVATE.some((folder) => name.startsWith(`${folder}/`))) continue;
      values.set(name, read((0, import_node_path.join)(dir, name), ledger).trim());
    }
  }
  const find = (name) => values.get(name) ?? "";
  const refs = Array.from(values, ([name, value]) => ({ name, id: follow(value, find) }));
  const head = read((0, import_node_path.join)(gitDir, "HEAD"), ledger).trim();
  const id = follow(head, find);
  const branch = /^ref: (.+)$/.exec(head)?.[1];
  if (branch === void 0) refs.push({ name: "HEAD", id });
  else if (!values.has(branch)) refs.push({ name: branch, id: "" });
  return { refs: [...refs, ...readWorkTreeRefs(folders, ledger)], logged: readLogFiles(folders), head: id };
}
function headCommit(cwd) {
  const folders = foldersOf({ cwd });
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
function mergeHeads(cwd) {
  const folders = foldersOf({ cwd });
  const written = folders ? read((0, import_node_path.join)(folders.gitDir, "MERGE_HEAD")).split("\n") : [];
  const named = Object.keys(process.env).map((name) => name.replace(/^GITHEAD_/, ""));
  return [.../* @__PURE__ */ new Set([...written, ...named])].filter((id) => /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(id));
}
function follow(value, find) {
  for (let links = 0; links <= MAX_LINKS; links++) {
    if (!value.startsWith("ref: ")) return /^[0-9a-f]{40,64}$/.test(value) ? value : "";
    value = find(value.slice(5).trim());
  }
  return "";
}
function readLogFiles({ gitDir, commonDir }) {
  const logged = /* @__PURE__ */ new Map();
  for (const dir of /* @__PURE__ */ new Set([commonDir, gitDir, ...workTreeFolders(commonDir)])) {
    for (const name of filesBelow(dir, "logs")) {
      const ref = name.slice("logs/".length);
      for (const line of read((0, import_node_path.join)(dir, name)).split("\n")) {
        const [, before = "", after = "", time = ""] = /^([0-9a-f]{40,64}) ([0-9a-f]{40,64}) .*?> (\d+) /.exec(line) ?? [];
        for (const id of [before, after]) {
          if (id === "") continue;
          const known = logged.get(id);
          const left = Math.max(known?.left ?? 0, id === before ? Number(time) : 0);
          logged.set(id, { ref: ref === "refs/stash" ? ref : known?.ref ?? ref, left });
        }
      }
    }
  }
  return Array.from(logged, ([id, told]) => ({ id, ...told }));
}
function readWorkTreeRefs({ gitDir, commonDir }, ledger) {
  const others = workTreeFolders(commonDir).map((dir) => ({ dir, name: `worktrees/${(0, import_node_path.basename)(dir)}` }));
  return [{ dir: commonDir, name: "main-worktree" }, ...others].flatMap(({ dir, name }) => {
    if (dir === gitDir) return [];
    const own = (dir === commonDir ? PRIVATE : ["refs"]).flatMap((folder) => filesBelow(dir, folder, ledger));
    return ["HEAD", ...own].flatMap((ref) => {
      const id = read((0, import_node_path.join)(dir, ref), ledger).trim();
      return /^[0-9a-f]{40,64}$/.test(id) ? [{ name: `${name}/${ref}`, id }] : [];
    });
  });
}
function otherIndexes({ gitDir, commonDir }) {
  const others = [commonDir, ...workTreeFolders(commonDir)].filter((dir) => dir !== gitDir);
  return others.map((dir) => (0, import_node_path.join)(dir, "index")).filter((file) => (0, import_node_fs.existsSync)(file));
}
function workTreeFolders(commonDir) {
  return listEntries((0, import_node_path.join)(commonDir, "worktrees")).map(({ name }) => (0, import_node_path.join)(commonDir, "worktrees", name));
}
function hasRefTable(commonDir) {
  return (0, import_node_fs.existsSync)((0, import_node_path.join)(commonDir, "reftable"));
}
function filesBelow(dir, folder, ledger) {
  return listEntries((0, import_node_path.join)(dir, folder), ledger).flatMap((entry) => {
    const path = `${folder}/${entry.name}`;
    if (entry.isDirectory()) return filesBelow(dir, path, ledger);
    if (!entry.isFile() && blocks((0, import_node_path.join)(dir, path))) ledger?.skip("unreadable", (0, import_node_path.join)(dir, path), true);
    return entry.isFile() && !path.endsWith(".lock") ? [path] : [];
  });
}
var read = (path, ledger) => fromBytes(readBytes(path, ledger));

export {
  readRefFiles,
  headCommit,
  mergeHeads,
  otherIndexes,
  hasRefTable
};
