const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  unpackTables
} from "./shared-detect-tables.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/rules/catalogue.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var HEAD_FILE = "head.generated.json";
var CATALOGUE_FILE = "catalogue.generated.json";
var SHEETS_FILE = "sheets.generated.json";
var TABLES_FILE = "tables.generated.bin";
var ANCHORS_FILE = "anchors.generated.json";
var HERE = new URL("./", import.meta.url);
function loadCatalogue(folder = HERE) {
  const { count, hash, detectors } = json(folder, HEAD_FILE);
  let all;
  const lines = () => all ??= linesOf(folder);
  const parsed = [];
  const rule = (index) => parsed[index] ??= JSON.parse(lines()[index]);
  let rules;
  let sheets;
  return {
    count,
    hash,
    ...detectors && { detectors },
    tables: unpackTables(read(folder, TABLES_FILE)),
    rule,
    get rules() {
      rules ??= lines().map((_, index) => rule(index));
      return rules;
    },
    get sheets() {
      sheets ??= loadSheets(folder);
      return sheets;
    }
  };
}
function linesOf(folder) {
  return read(folder, CATALOGUE_FILE).toString("utf8").trimEnd().split("\n");
}
function loadWithAnchors(folder = HERE) {
  const rules = linesOf(folder).map((line) => JSON.parse(line));
  const anchors = json(folder, ANCHORS_FILE);
  for (const [index, rule] of rules.entries()) rule.anchors = anchors[index];
  return { rules, sheets: loadSheets(folder) };
}
function loadSheets(folder = HERE) {
  return json(folder, SHEETS_FILE);
}
function json(folder, name) {
  return JSON.parse(read(folder, name).toString("utf8"));
}
function read(folder, name) {
  try {
    return (0, import_node_fs.readFileSync)(new URL(name, folder));
  } catch (error) {
    throw new Error(`the built-in rules (${name}) cannot be read; run npm run build`, { cause: error });
  }
}

export {
  loadCatalogue,
  loadWithAnchors,
  loadSheets
};
