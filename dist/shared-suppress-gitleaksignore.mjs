const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  streamObjects
} from "./shared-sources-git-batch.mjs";
import "./shared-sources-git-packfile.mjs";
import "./shared-sources-git-packindex.mjs";
import {
  SILENT
} from "./shared-sources-ledger.mjs";
import "./shared-sources-git-repo.mjs";
import {
  runGit
} from "./shared-sources-git-spawn.mjs";
import "./shared-sources-git-gitdir.mjs";
import "./shared-path.mjs";
import "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import "./shared-errors.mjs";
import "./shared-runtime.mjs";

// src/suppress/gitleaksignore.ts
var MOST_BYTES = 10 * 1024 * 1024;
var FORM = /^(?:([0-9a-f]{40}|[0-9a-f]{64}):)?(.+):([^:]+):(\d+)$/;
function parseFingerprints(text) {
  return text.split("\n").flatMap((entry) => {
    const [, commit, path, rule, line] = (entry.startsWith("#") ? null : FORM.exec(entry.trim())) ?? [];
    if (path === void 0 || rule === void 0) return [];
    return [{ ...commit !== void 0 && { commit }, path, rule, line: Number(line) }];
  });
}
async function gitleaksIgnoreAcceptor(text, folder, inFolder, file) {
  const fingerprints = parseFingerprints(text);
  const lines = await linesIn(
    folder,
    fingerprints.filter(({ commit }) => commit !== void 0)
  );
  const byPath = /* @__PURE__ */ new Map();
  for (const one of fingerprints) byPath.set(one.path, [...byPath.get(one.path) ?? [], one]);
  const accepted = { by: "baseline", reason: `known to gitleaks (${file})` };
  return ({ rule, provider }, match) => {
    const path = inFolder(match.location.path);
    const known = path === void 0 ? [] : byPath.get(path) ?? [];
    const means = (theirs) => isGeneric(theirs) || theirs === rule || wordOf(theirs) === wordOf(provider);
    return known.some((one) => means(one.rule) && (stands(one, match) || holds(lines.get(one), match))) ? accepted : void 0;
  };
}
var isGeneric = (rule) => /^(?:generic|curl)-/.test(rule);
var wordOf = (name) => name.split("-", 1)[0];
function stands({ commit, line }, { location }) {
  return line === location.startLine && (commit === void 0 || commit === location.commit);
}
function holds(line, { secret, encoded }) {
  if (line === void 0) return false;
  const [first = ""] = (encoded ?? secret).split("\n", 1);
  return first !== "" && line.includes(first);
}
async function linesIn(folder, fingerprints) {
  const found = /* @__PURE__ */ new Map();
  if (fingerprints.length === 0) return found;
  const input = fingerprints.map(({ commit, path }) => `${commit}:./${path}
`).join("");
  const { stdout } = runGit(["cat-file", "--batch-check=%(objecttype) %(objectname)"], { cwd: folder, input });
  const blobs = /* @__PURE__ */ new Map();
  for (const [at, answer] of stdout.toString("latin1").split("\n").entries()) {
    const [, id] = /^blob ([0-9a-f]+)$/.exec(answer) ?? [];
    if (id !== void 0) blobs.set(id, [...blobs.get(id) ?? [], fingerprints[at]]);
  }
  const take = (id, data) => {
    const lines = data.toString("utf8").split("\n");
    for (const one of blobs.get(id) ?? []) found.set(one, lines[one.line - 1] ?? "");
  };
  await streamObjects(
    folder,
    [...blobs.keys()],
    { maxSize: MOST_BYTES },
    (object) => object && take(object.id, object.data),
    SILENT
  );
  return found;
}
export {
  gitleaksIgnoreAcceptor,
  parseFingerprints
};
