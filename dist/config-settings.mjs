const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  TomlError,
  parse
} from "./shared-smol-toml-dist-extract.mjs";
import {
  isWeighed
} from "./shared-detect-score-modes.mjs";
import {
  parseRules,
  readBySchema
} from "./shared-patterns-rule.schema.mjs";
import {
  require_dist
} from "./shared-yaml-dist-parse-parser.mjs";
import "./shared-rules-compile.mjs";
import "./shared-detect-grams.mjs";
import "./shared-builtin-node-zlib.mjs";
import {
  closest
} from "./shared-rules-closest.mjs";
import {
  readTextFile
} from "./shared-textfile.mjs";
import {
  isDay,
  names
} from "./shared-suppress-inline.mjs";
import "./shared-detect-position.mjs";
import "./shared-detect-checksums-decode.mjs";
import "./shared-detect-decode-base64.mjs";
import "./shared-detect-assignment.mjs";
import "./shared-tokens-capability.mjs";
import {
  loadSheets
} from "./shared-rules-catalogue.mjs";
import "./shared-detect-tables.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import "./shared-builtin-node-crypto.mjs";
import {
  displayPath
} from "./shared-path.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/config/settings.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);

// src/config/parse.ts
var Yaml2 = __toESM(require_dist(), 1);

// src/config/config.schema.json
var config_schema_default = {
  $schema: "https://json-schema.org/draft/2020-12/schema",
  $id: "urn:bearertrap:config:1",
  title: "bearertrap configuration",
  description: "The file .bearertrap.yaml (or .json, .toml) of a project. Paths and patterns are relative to its folder. Nothing in it is ever run.",
  type: "object",
  additionalProperties: false,
  properties: {
    extends: {
      description: "Configuration files that this one builds on, by path; what stands here goes before them, lists are joined.",
      type: "array",
      minItems: 1,
      items: { $ref: "#/$defs/text" }
    },
    rules: {
      description: "Rules by their id (`aws-*` for all that begin so): whether they are on, how severe their findings are, and how likely.",
      type: "object",
      additionalProperties: {
        type: "object",
        additionalProperties: false,
        properties: {
          enabled: { description: "false turns the rule off.", type: "boolean" },
          severity: { $ref: "#/$defs/severity" },
          "min-probability": {
            description: "Of a rule that is weighed (docs/generic.md): the least probability at which it is told, in place of the mode's.",
            type: "number",
            minimum: 0,
            maximum: 1
          }
        }
      }
    },
    "rule-files": {
      description: "Files of custom rules, beside the built-in rules.",
      type: "array",
      minItems: 1,
      items: { $ref: "#/$defs/text" }
    },
    allow: {
      description: "Findings that are accepted. Of each entry everything that is given must hold.",
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        properties: {
          paths: { $ref: "#/$defs/patterns" },
          rules: { $ref: "#/$defs/rules" },
          ids: {
            description: "Ids of findings, which are keyed hashes of rule and secret.",
            type: "array",
            minItems: 1,
            items: {
              type: "string",
              pattern: "^[0-9a-f]{20}$",
              patternErrorMessage: "write the 20 characters that stand at id in a report, in quotes"
            }
          },
          values: {
            description: "Regular expressions, one of which matches in the secret.",
            type: "array",
            minItems: 1,
            items: { $ref: "#/$defs/text" }
          },
          commits: {
            description: "Commits by which the secret came, in scans of ranges and of history.",
            type: "array",
            minItems: 1,
            items: {
              type: "string",
              pattern: "^[0-9a-f]{7,64}$",
              patternErrorMessage: "write a commit's id, at least 7 hexadecimal characters, in quotes"
            }
          },
          "max-severity": { $ref: "#/$defs/severity" },
          reason: { $ref: "#/$defs/text" },
          owner: { $ref: "#/$defs/text" },
          until: {
            description: "The last day on which it holds.",
            type: "string",
            pattern: "^\\d{4}-\\d{2}-\\d{2}$",
            patternErrorMessage: "write a day as 2027-01-31"
          }
        }
      }
    },
    severity: {
      description: "How severe findings are in some paths; the last entry that fits decides.",
      type: "array",
      minItems: 1,
      items: {
        type: "object",
        additionalProperties: false,
        required: ["paths", "severity"],
        properties: {
          paths: { $ref: "#/$defs/patterns" },
          rules: { $ref: "#/$defs/rules" },
          severity: { $ref: "#/$defs/severity" }
        }
      }
    },
    "fail-on": {
      description: "Least severity that makes the exit code 1.",
      enum: ["critical", "high", "medium", "low", "none"]
    },
    "min-severity": { $ref: "#/$defs/severity" },
    "max-file-size": {
      description: "Larger files are not read, and are told as a gap.",
      type: "string",
      pattern: "^\\d{1,12}\\s*[kKmMgGtT]?[iI]?[bB]?$",
      patternErrorMessage: 'write a size in quotes: "500K", "10M", "2G"'
    },
    include: { $ref: "#/$defs/patterns" },
    exclude: { $ref: "#/$defs/patterns" },
    gitignore: { description: "false scans what .gitignore names too.", type: "boolean" },
    "inline-ignores": { description: "false: comments in files accept nothing.", type: "boolean" },
    baseline: {
      description: "Baselines, instead of .bearertrap-baseline.json: also those of gitleaks and detect-secrets, and .github/secret_scanning.yml.",
      type: "array",
      items: { $ref: "#/$defs/text" }
    }
  },
  $defs: {
    text: { type: "string", minLength: 1 },
    patterns: {
      description: "Patterns in the syntax of .gitignore.",
      type: "array",
      minItems: 1,
      items: { $ref: "#/$defs/text" }
    },
    rules: {
      description: "Rule ids; `aws-*` for all that begin so.",
      type: "array",
      minItems: 1,
      items: { $ref: "#/$defs/text" }
    },
    severity: { description: "How severe it is.", enum: ["critical", "high", "medium", "low", "info"] }
  }
};

// src/config/toml.ts
var Yaml = __toESM(require_dist(), 1);
function tomlDocument(text) {
  const document = new Yaml.Document(JSON.parse(JSON.stringify(parse(text))));
  const places = new Places(text);
  const put = (node, kind, path) => {
    const at = places.of(kind, path);
    if (Yaml.isNode(node) && at !== void 0) node.range = [at, at, at];
  };
  const walk = (node, path) => {
    put(node, "value", path);
    if (Yaml.isSeq(node)) for (const [i, item] of node.items.entries()) walk(item, [...path, i]);
    if (!Yaml.isMap(node)) return;
    for (const { key, value } of node.items) {
      const inner = [...path, String(key)];
      put(key, "key", inner);
      walk(value, inner);
    }
  };
  walk(document.contents, []);
  return document;
}
var END = /[,\]}#\r\n]/g;
var BLANK = /(?:\s|#[^\n]*)*/y;
var KEY = /"(?:[^"\\]|\\.)*"|'[^']*'|[^\s.=\]]+/y;
var TEXT = /"""(?:[^\\]|\\[^])*?"{3,5}|'''[^]*?'{3,5}|"(?:[^"\\]|\\.)*"|'[^']*'/y;
var Places = class {
  #text;
  #at = 0;
  #found = /* @__PURE__ */ new Map();
  /** Tables in lists, `[[allow]]`: how many there are by now. */
  #lists = /* @__PURE__ */ new Map();
  constructor(text) {
    this.#text = text;
    let table = [];
    for (; ; ) {
      this.#take(BLANK);
      if (this.#at >= text.length) return;
      if (text[this.#at] === "[") table = this.#header();
      else this.#pair(table);
    }
  }
  of(kind, path) {
    return this.#found.get(kind + JSON.stringify(path));
  }
  #note(kind, path, at) {
    const key = kind + JSON.stringify(path);
    if (!this.#found.has(key)) this.#found.set(key, at);
  }
  #take(expression) {
    expression.lastIndex = this.#at;
    const [found = ""] = expression.exec(this.#text) ?? [];
    this.#at += found.length;
    return found;
  }
  #header() {
    const start = this.#at;
    const listed = this.#text.startsWith("[[", start);
    this.#at += listed ? 2 : 1;
    const path = this.#keys([], listed);
    this.#at += listed ? 2 : 1;
    if (listed) {
      const index = this.#lists.get(JSON.stringify(path)) ?? 0;
      this.#lists.set(JSON.stringify(path), index + 1);
      path.push(index);
      this.#note("value", path, start);
    }
    return path;
  }
  /** A key with its dots; each part that names a list of tables means the last one of them. @param open not so the last part */
  #keys(base, open = false) {
    const path = [...base];
    for (; ; ) {
      this.#take(BLANK);
      const at = this.#at;
      const key = this.#take(KEY);
      path.push(/^["']/.test(key) ? Object.keys(parse(`${key} = 0`))[0] : key);
      this.#note("key", path, at);
      this.#note("value", path, at);
      this.#take(BLANK);
      const last = this.#text[this.#at] !== ".";
      const count = this.#lists.get(JSON.stringify(path));
      if (count !== void 0 && !(last && open)) path.push(count - 1);
      if (last) return path;
      this.#at++;
    }
  }
  #pair(table) {
    const path = this.#keys(table);
    this.#at++;
    this.#value(path);
  }
  #value(path) {
    this.#take(BLANK);
    this.#found.set(`value${JSON.stringify(path)}`, this.#at);
    if (this.#text[this.#at] === "[") this.#list((index) => this.#value([...path, index]), "]");
    else if (this.#text[this.#at] === "{") this.#list(() => this.#pair(path), "}");
    else if (this.#take(TEXT) === "") {
      END.lastIndex = this.#at;
      this.#at = END.exec(this.#text)?.index ?? this.#text.length;
    }
  }
  #list(item, end) {
    this.#at++;
    for (let index = 0; ; index++) {
      this.#take(BLANK);
      if (this.#at >= this.#text.length || this.#text[this.#at] === end) break;
      item(index);
      this.#take(BLANK);
      if (this.#text[this.#at] === ",") this.#at++;
    }
    this.#at++;
  }
};

// src/config/parse.ts
function parseConfig(text, name, known) {
  const lines = new Yaml2.LineCounter();
  let document;
  try {
    if (name.endsWith(".toml")) {
      document = tomlDocument(text);
      for (const { index } of text.matchAll(/(?<![^\n])/g)) lines.addNewLine(index);
    } else document = Yaml2.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  } catch (error) {
    if (!(error instanceof TomlError)) throw error;
    const [message] = error.message.split("\n");
    return failed([`${name}:${error.line}:${error.column}: ${message}`]);
  }
  const place = (offset) => {
    const { line, col } = lines.linePos(offset);
    return `${name}:${Math.max(1, line)}:${Math.max(1, col)}`;
  };
  const syntax = document.errors.map((error) => `${place(error.pos[0])}: ${error.message.split("\n")[0]}`);
  if (syntax.length > 0) return failed(syntax);
  if (document.contents === null) return { value: {}, problems: [], lineOf: () => void 0 };
  const { value, departures, nodes } = readBySchema(document, config_schema_default);
  const config = value ?? {};
  const at = (path) => nodes.get(path)?.range?.[0] ?? 0;
  const faults = [...departures, ...faultsOf(config, known, at)];
  return {
    value: config,
    problems: faults.toSorted((a, b) => a.offset - b.offset).map(({ offset, message, fix }) => `${place(offset)}: ${message} (${fix})`),
    lineOf: (key) => {
      const pair = Yaml2.isMap(document.contents) && document.contents.items.find((item) => String(item.key) === key);
      const offset = pair?.key.range?.[0];
      return offset === void 0 ? void 0 : lines.linePos(offset).line;
    }
  };
}
function failed(problems) {
  return { value: {}, problems, lineOf: () => void 0 };
}
function faultsOf({ rules = {}, allow = [], severity = [] }, known, at) {
  const faults = [];
  const fault = (path, message, fix) => {
    faults.push({ offset: at(path), message, fix });
  };
  const rule = (path, id) => {
    const ids = known().map((one) => one.id);
    if (ids.some((one) => names(id, one))) return;
    const close = closest(id, ids);
    fault(path, `there is no rule ${id}`, close === void 0 ? "bearertrap rules lists them" : `did you mean ${close}?`);
  };
  for (const [id, setting] of Object.entries(rules)) {
    rule(`rules/${id}`, id);
    if (setting?.["min-probability"] === void 0) continue;
    const all = known();
    const weighed = all.filter(({ detector = "" }) => isWeighed(detector));
    const other = all.find((one) => names(id, one.id) && !weighed.includes(one));
    if (!other) continue;
    const fix = `only ${weighed.map((one) => one.id).join(", ")} have one`;
    fault(`rules/${id}/min-probability`, `rule ${other.id} is not weighed, it has no probability`, fix);
  }
  for (const [list, entries] of Object.entries({ allow, severity })) {
    for (const [i, entry] of entries.entries()) entry?.rules?.forEach((id, n) => rule(`${list}/${i}/rules/${n}`, id));
  }
  for (const [i, entry] of allow.entries()) {
    if (!entry) continue;
    if (!entry.paths && !entry.ids && !entry.values && !entry.commits && !entry.rules)
      fault(`allow/${i}`, "the entry would accept everything", "add paths, rules, ids, values or commits");
    if (entry.until !== void 0 && !isDay(entry.until))
      fault(`allow/${i}/until`, `there is no day ${entry.until}`, "write a day as 2027-01-31");
    entry.values?.forEach((value, n) => {
      try {
        void new RegExp(value, "u");
      } catch (error) {
        const message = error.message.replace(/^.*: /s, "");
        fault(`allow/${i}/values/${n}`, `the expression cannot be read: ${message}`, "see RegExp in JavaScript, with the flag u");
      }
    });
  }
  return faults;
}

// src/config/size.ts
function parseSize(text) {
  const found = /^(\d{1,12})\s*([kmgt]?)i?b?$/i.exec(text);
  return found ? Number(found[1]) * 1024 ** " kmgt".indexOf(found[2].toLowerCase() || " ") : void 0;
}

// src/config/settings.ts
var LARGEST = 1024 * 1024;
var DEEPEST = 8;
function loadSettings(file, bounds, cwd) {
  const loader = new Loader(bounds, cwd);
  const settings = {
    base: (0, import_node_path.dirname)(file),
    ruleSettings: {},
    ruleFiles: [],
    allow: [],
    severities: [],
    include: [],
    exclude: [],
    origins: []
  };
  for (const one of loader.load(file, [])) merge(settings, one, loader);
  if (loader.problems.length > 0) throw new UsageError(loader.problems.join("\nbearertrap: "));
  return settings;
}
function once(make) {
  let made;
  return () => (made ??= { value: make() }).value;
}
var Loader = class {
  problems = [];
  #bounds;
  #cwd;
  /** The built-in rules and those in rule files by their ids, once a file has asked for them. */
  #rules = /* @__PURE__ */ new Map();
  constructor(bounds, cwd) {
    this.#bounds = bounds;
    this.#cwd = cwd;
  }
  /** A file after those it extends. */
  load(file, outer) {
    const name = displayPath((0, import_node_path.relative)(this.#cwd, file) || file);
    const text = this.#read(file, name);
    if (text === void 0) return [];
    const folder = (0, import_node_path.dirname)(file);
    const parsed = parseConfig(
      text,
      name,
      once(() => this.#knownRules(text, name, folder))
    );
    this.problems.push(...parsed.problems);
    if (parsed.problems.length > 0) return [];
    const below = [];
    for (const path of parsed.value.extends ?? []) {
      const next = (0, import_node_path.resolve)(folder, path);
      if (outer.includes(next) || next === file) this.problems.push(`${name}: extends leads in a circle (${displayPath(path)})`);
      else if (outer.length === DEEPEST) this.problems.push(`${name}: extends is more than ${DEEPEST} files deep`);
      else below.push(...this.load(next, [...outer, file]));
    }
    return [...below, { folder, name, parsed }];
  }
  /** An absolute path; one that leads out of the bounds is a problem. */
  path(folder, path, name) {
    const absolute = (0, import_node_path.resolve)(folder, path);
    this.#isInside(absolute, name);
    return absolute;
  }
  ruleIds() {
    return [...this.#rules.keys()];
  }
  #read(file, name) {
    if (!this.#isInside(file, name)) return void 0;
    try {
      return readTextFile(file, LARGEST).replace(/^\ufeff/, "");
    } catch (error) {
      const { code, message } = error;
      this.problems.push(`${name} cannot be read (${code ?? message}): check the path`);
      return void 0;
    }
  }
  #isInside(absolute, name) {
    if (this.#bounds === void 0) return true;
    let real;
    try {
      real = (0, import_node_fs.realpathSync)(absolute);
    } catch {
      real = absolute;
    }
    const folder = (0, import_node_fs.realpathSync)(this.#bounds);
    if (real === folder || real.startsWith(folder.endsWith(import_node_path.sep) ? folder : folder + import_node_path.sep)) return true;
    this.problems.push(
      `${name}: ${displayPath((0, import_node_path.relative)(this.#cwd, absolute) || absolute)} is outside of the repository, where no configuration may lead; name it with --config or --rules`
    );
    return false;
  }
  #knownRules(text, name, folder) {
    if (this.#rules.size === 0) for (const rule of loadSheets()) this.#rules.set(rule.id, rule);
    for (const path of parseConfig(text, name, () => []).value["rule-files"] ?? []) {
      const rules = this.#read((0, import_node_path.resolve)(folder, path), displayPath(path));
      if (rules !== void 0) for (const rule of parseRules(rules, path).file.rules) this.#rules.set(rule.id, rule);
    }
    return [...this.#rules.values()];
  }
};
function merge(settings, { folder, name, parsed }, loader) {
  const { value: config, lineOf } = parsed;
  for (const [id, { "min-probability": minProbability, ...others }] of Object.entries(config.rules ?? {})) {
    const setting = { ...others, ...minProbability !== void 0 && { minProbability } };
    const ids = id.endsWith("*") ? loader.ruleIds().filter((one) => names(id, one)) : [id];
    for (const one of ids) settings.ruleSettings[one] = { ...settings.ruleSettings[one], ...setting };
  }
  const paths = (list = []) => list.map((path) => loader.path(folder, path, name));
  settings.ruleFiles.push(...paths(config["rule-files"]));
  for (const { "max-severity": maxSeverity, ...entry } of config.allow ?? [])
    settings.allow.push({ ...entry, ...maxSeverity && { maxSeverity }, base: settings.base });
  for (const entry of config.severity ?? []) settings.severities.push({ ...entry, base: settings.base });
  settings.include.push(...config.include ?? []);
  settings.exclude.push(...config.exclude ?? []);
  if (config["fail-on"] !== void 0) settings.failOn = config["fail-on"];
  if (config["min-severity"] !== void 0) settings.minSeverity = config["min-severity"];
  if (config["max-file-size"] !== void 0) settings.maxFileSize = parseSize(config["max-file-size"]);
  if (config.gitignore !== void 0) settings.gitignore = config.gitignore;
  if (config["inline-ignores"] !== void 0) settings.inlineIgnores = config["inline-ignores"];
  if (config.baseline) settings.baseline = [...settings.baseline ?? [], ...paths(config.baseline)];
  for (const [key, value] of Object.entries(config)) {
    if (key === "extends") continue;
    const line = lineOf(key);
    settings.origins.push({ key, value, from: line === void 0 ? name : `${name}:${line}` });
  }
}
export {
  loadSettings
};
