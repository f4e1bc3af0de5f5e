const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  TomlError,
  parse
} from "./shared-smol-toml-dist-extract.mjs";
import {
  ByteSet,
  ShapeError,
  anchorsOf,
  firstBytes,
  lengthOf,
  withWindows
} from "./shared-detect-grams.mjs";
import "./shared-builtin-node-zlib.mjs";
import "./shared-detect-assignment.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-runtime.mjs";

// src/rules/re2.ts
var EMPTY = { pattern: "", node: { type: "sequence", items: [] }, repeats: false };
var POSIX = {
  alnum: "0-9A-Za-z",
  alpha: "A-Za-z",
  ascii: "\\x00-\\x7f",
  blank: "\\t ",
  cntrl: "\\x00-\\x1f\\x7f",
  digit: "0-9",
  graph: "!-~",
  lower: "a-z",
  print: " -~",
  punct: "!-/:-@[-`{-~",
  space: "\\t\\n\\v\\f\\r ",
  upper: "A-Z",
  word: "0-9A-Za-z_",
  xdigit: "0-9A-Fa-f"
};
var CONTROL = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };
var range = (...pairs) => {
  const set = new ByteSet();
  for (const [from, to] of pairs) set.addRange(from, to);
  return set;
};
var CLASSES = {
  d: range([48, 57]),
  w: range([48, 57], [65, 90], [97, 122], [95, 95]),
  s: range([9, 10], [12, 13], [32, 32])
};
var LETTERS = range([65, 90], [97, 122], [128, 255]);
var NOT_LINE_END = ByteSet.of(10).inverted();
var ALL = range([0, 255]);
function parseRe2(text, secret, limit) {
  let at = 0;
  let groups = 0;
  let bounded2 = false;
  let ignoreCase = false;
  let begins;
  let flags = { i: false, s: false };
  const fail = (message) => {
    throw new ShapeError(message, at);
  };
  function choice() {
    const outer = flags;
    flags = { ...flags };
    const items = [sequence()];
    while (text[at] === "|") {
      at++;
      items.push(sequence());
    }
    flags = outer;
    if (items.length === 1) return items[0];
    return {
      pattern: items.map((item) => item.pattern).join("|"),
      node: { type: "choice", items: items.map((item) => item.node) },
      repeats: items.some((item) => item.repeats)
    };
  }
  function sequence() {
    const items = [];
    while (at < text.length && text[at] !== "|" && text[at] !== ")") items.push(repeated());
    return {
      pattern: items.map((item) => item.pattern).join(""),
      node: { type: "sequence", items: items.map((item) => item.node) },
      repeats: items.some((item) => item.repeats)
    };
  }
  function repeated() {
    let item = atom();
    for (; ; ) {
      const found = /^(?:[?*+]|\{(\d+)(?:(,)(\d*))?\})(\??)/.exec(text.slice(at));
      if (!found) return item;
      at += found[0].length;
      const [sign, first, comma, last, lazy] = found;
      const min = first === void 0 ? sign[0] === "+" ? 1 : 0 : Number(first);
      let max;
      if (first === void 0) max = sign[0] === "?" ? 1 : void 0;
      else if (comma === void 0) max = min;
      else if (last !== "") max = Number(last);
      const end = Math.max(min, max ?? limit);
      if (end !== max) bounded2 = true;
      if (end > 1 && item.repeats && isAmbiguous(item.node)) fail("it repeats what repeats itself, which can take too long");
      if (item.pattern === "") continue;
      const times = min === 0 && end === 1 ? "?" : min === end ? `{${min}}` : `{${min},${end}}`;
      item = {
        pattern: `(?:${item.pattern})${times}${lazy}`,
        node: { type: "repeat", item: item.node, min, max: end },
        repeats: item.repeats || min !== end
      };
    }
  }
  function atom() {
    const char = text[at];
    switch (char) {
      case "(":
        return group();
      case "[":
        return setOf(bracket());
      case "\\":
        return escape();
      case ".":
        at++;
        return setOf(flags.s ? ALL : NOT_LINE_END);
      case "^":
        if (at === 0) begins = "line";
        at++;
        return assertion(begins === "line" && at === 1 ? "" : "^");
      case "$":
        at++;
        return assertion("$");
      case "*":
      case "+":
      case "?":
        return fail(`${char} has nothing to repeat`);
      default: {
        const code = text.codePointAt(at);
        at += code > 65535 ? 2 : 1;
        return literal(String.fromCodePoint(code));
      }
    }
  }
  function literal(char) {
    const bytes = [...Buffer.from(char, "utf8")];
    const pieces = bytes.map((byte) => {
      const letter = flags.i && /[A-Za-z]/.test(String.fromCharCode(byte));
      if (letter) ignoreCase = true;
      const set = letter ? ByteSet.of(byte).folded() : ByteSet.of(byte);
      const shown = letter ? byte | 32 : byte;
      return {
        pattern: `[${set.toClass()}]`,
        node: { type: "set", set: ByteSet.of(shown), literal: shown }
      };
    });
    return {
      pattern: pieces.map((piece) => piece.pattern).join(""),
      node: pieces.length === 1 ? pieces[0].node : { type: "sequence", items: pieces.map((piece) => piece.node) },
      repeats: false
    };
  }
  function setOf(set) {
    const folded = flags.i ? set.folded() : set;
    if (folded.bytes().length === 0) fail("a class matches nothing");
    return { pattern: `[${folded.toClass()}]`, node: { type: "set", set: folded }, repeats: false };
  }
  function assertion(pattern2) {
    return { ...EMPTY, pattern: pattern2 };
  }
  function escape() {
    const char = text[at + 1];
    if (char === "b" || char === "B") {
      const first = at === 0 && char === "b";
      if (first) begins = "word";
      at += 2;
      return assertion(first ? "" : `\\${char}`);
    }
    if (char === "A" || char === "z") {
      at += 2;
      return assertion(char === "A" ? "^" : "$");
    }
    if (char === "Q") {
      const end = text.indexOf("\\E", at);
      const quoted = text.slice(at + 2, end < 0 ? void 0 : end);
      at = end < 0 ? text.length : end + 2;
      const pieces = Array.from(quoted, literal);
      return {
        pattern: pieces.map((piece) => piece.pattern).join(""),
        node: { type: "sequence", items: pieces.map((piece) => piece.node) },
        repeats: false
      };
    }
    const one2 = escaped();
    return typeof one2 === "number" ? literal(String.fromCharCode(one2)) : setOf(one2);
  }
  function escaped() {
    const found = /^\\(?:x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\}|([pP])(?:\{(\^?\w+)\}|(\w))|([0-7]{1,3})|([^]))/.exec(
      text.slice(at)
    );
    if (!found) return fail("a backslash at the end");
    at += found[0].length;
    const [, hex, braced, property, long, short, octal, char] = found;
    const code = hex ?? braced;
    if (code !== void 0) return Number.parseInt(code, 16) <= 255 ? Number.parseInt(code, 16) : fail(`${found[0]} is no byte`);
    if (property !== void 0) {
      if (!/^(?:L|Letter|Latin)$/.test(long ?? short)) return fail(`${found[0]} is not known`);
      return property === "P" ? LETTERS.inverted() : LETTERS;
    }
    if (octal !== void 0) return Number.parseInt(octal, 8) & 255;
    const set = CLASSES[char.toLowerCase()];
    if (set) return /[A-Z]/.test(char) ? set.inverted() : set;
    if (CONTROL[char] !== void 0) return CONTROL[char];
    if (/[A-Za-z0-9]/.test(char)) return fail(`\\${char} is not known`);
    return char.charCodeAt(0);
  }
  function bracket() {
    const set = new ByteSet();
    at++;
    const negated = text[at] === "^";
    if (negated) at++;
    for (let first = true; first || text[at] !== "]"; first = false) {
      if (at >= text.length) fail("a class is not closed");
      const posix = /^\[:(\^?)(\w+):\]/.exec(text.slice(at));
      if (posix) {
        const inside = POSIX[posix[2]] ?? fail(`[:${posix[2]}:] is not known`);
        at += posix[0].length;
        const named = classOf(inside);
        set.addSet(posix[1] === "^" ? named.inverted() : named);
        continue;
      }
      const from = one();
      if (text[at] === "-" && text[at + 1] !== "]" && typeof from === "number") {
        at++;
        const to = one();
        if (typeof to !== "number" || to < from) fail("a range needs two characters in order");
        else set.addRange(from, to);
      } else if (typeof from === "number") set.has[from] = 1;
      else set.addSet(from);
    }
    at++;
    return negated ? (flags.i ? set.folded() : set).inverted() : set;
  }
  function one() {
    if (text[at] === "\\") return escaped();
    const code = text.codePointAt(at);
    if (code > 127) return fail("a class holds a character beyond ASCII");
    at++;
    return code;
  }
  function group() {
    const found = /^\((?:\?(?:P?<(\w+)>|([ims-]*)(:|\))))?/.exec(text.slice(at));
    if (found[0] === "(" && text[at + 1] === "?") return fail(`${text.slice(at, at + 4)} is not known`);
    at += found[0].length;
    const [, , set, close] = found;
    const outer = flags;
    if (set !== void 0) {
      const [on = "", off = ""] = set.split("-");
      flags = { i: (flags.i || on.includes("i")) && !off.includes("i"), s: (flags.s || on.includes("s")) && !off.includes("s") };
      if (close === ")") return EMPTY;
    }
    const number = set === void 0 ? ++groups : 0;
    const inner = choice();
    if (text[at] !== ")") return fail("a group is not closed");
    at++;
    flags = outer;
    const isSecret = number > 0 && number === secret;
    const node2 = isSecret ? { type: "group", name: "secret", item: inner.node } : { type: "group", item: inner.node };
    return { pattern: `${isSecret ? "(?<secret>" : "(?:"}${inner.pattern})`, node: node2, repeats: inner.repeats };
  }
  const lead = /^(?:\(\?([is]+)\))/.exec(text);
  if (lead) {
    text = text.slice(lead[0].length);
    flags = { i: lead[1].includes("i"), s: lead[1].includes("s") };
  }
  const { pattern, node } = choice();
  if (at < text.length) fail("a ) without its (");
  return { pattern, node, ignoreCase, groups, bounded: bounded2, ...begins && { begins } };
}
function isAmbiguous(node) {
  if (lengthOf(node)[0] === 0) return true;
  const first = firstBytes(node);
  const loose = looseBytes(node, new ByteSet());
  return loose.bytes().some((byte) => first.has[byte]);
}
function looseBytes(node, into) {
  if (node.type === "repeat") {
    if (node.min !== node.max) allBytes(node.item, into);
    else looseBytes(node.item, into);
  } else if (node.type === "group") looseBytes(node.item, into);
  else if (node.type !== "set") for (const item of node.items) looseBytes(item, into);
  return into;
}
function allBytes(node, into) {
  if (node.type === "set") into.addSet(node.set.folded());
  else if (node.type === "group" || node.type === "repeat") allBytes(node.item, into);
  else for (const item of node.items) allBytes(item, into);
}
function classOf(inside) {
  const expression2 = new RegExp(`[${inside.replace("[-`", "\\[-`")}]`);
  const set = new ByteSet();
  for (let byte = 0; byte < 256; byte++) if (expression2.test(String.fromCharCode(byte))) set.has[byte] = 1;
  return set;
}

// src/rules/gitleaks.ts
var LIMITS = [1e3, 256, 64, 16];
var MAX_WINDOW = 16384;
var KEYWORD_WINDOW = 256;
var PROVIDER = "custom";
function parseGitleaks(text, name) {
  const document = parse(text);
  const out = { rules: [], sheets: [], notices: [] };
  const tell = (id, message) => void out.notices.push(`${name}: ${id}: ${message}`);
  if (document["extend"] !== void 0) tell("extend", "other files are not read; give them to --rules as well");
  const paths = /* @__PURE__ */ new Map();
  const allowed = /* @__PURE__ */ new Map();
  const common = allowLists(document, "the whole file", tell);
  const seen = /* @__PURE__ */ new Set();
  for (const table of tables(document["rules"])) {
    const id = slug(texts([table["id"]])[0] ?? "");
    if (id === "" || seen.has(id)) {
      tell(id || "a rule", id === "" ? "has no id, and is left out" : "its id is used twice; the first one counts");
      continue;
    }
    seen.add(id);
    try {
      const { rule, notes } = ruleOf(id, table);
      if (notes.length > 0) tell(id, notes.join("; "));
      const path = texts([table["path"]])[0];
      if (path !== void 0) paths.set(id, expression(path));
      allowed.set(id, [...allowLists(table, id, tell), ...common]);
      out.rules.push(rule);
      out.sheets.push(sheetOf(id, table, rule.rank));
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      tell(id, `left out: ${error.message}`);
    }
  }
  const accepts = (match) => {
    const path = paths.get(match.rule);
    if (path && !path.test(match.location.path)) return false;
    return !(allowed.get(match.rule) ?? []).some((allow) => allows(allow, match));
  };
  return { ...out, accepts };
}
function ruleOf(id, table) {
  const source = texts([table["regex"]])[0];
  if (source === void 0) throw new ShapeError("it has no regex, and files are not found by their names", 0);
  const secretGroup = typeof table["secretGroup"] === "number" ? table["secretGroup"] : 0;
  const notes = [];
  const parsed = bounded(source, secretGroup, notes);
  const keywords = texts(table["keywords"]).map((word) => word.toLowerCase());
  const [minLength, maxLength] = lengthOf(parsed.node);
  let anchors = anchorsOf(parsed.node, parsed.ignoreCase);
  const said = (anchor) => keywords.some((word) => anchor.text.toLowerCase().includes(word));
  const needsWord = keywords.length > 0 && anchors.length > 0 && !anchors.every(said);
  const windowed = needsWord || anchors.length === 0;
  if (anchors.length === 0) {
    anchors = keywords.filter((word) => word.length >= 3).map((word) => ({ text: word.slice(0, 24), fold: true, before: [-KEYWORD_WINDOW, KEYWORD_WINDOW] }));
    if (anchors.length === 0)
      throw new ShapeError("neither its regex nor its keywords have three fixed characters in a row to search for", 0);
  }
  if (windowed) notes.push(`its keywords count within ${KEYWORD_WINDOW} bytes of a match, not in the whole file`);
  const own = secretHasAnchor(parsed.node);
  return {
    rule: {
      id,
      provider: PROVIDER,
      pattern: parsed.pattern,
      flags: "sm",
      detector: "",
      anchors: anchors.map(withWindows),
      minLength,
      solid: 0,
      maxLength,
      edgeBefore: parsed.begins === "word" ? "A-Za-z0-9_" : parsed.begins === "line" ? "\\x00-\\x09\\x0b-\\xff" : "",
      edgeAfter: "",
      rank: id.startsWith("generic") ? 12 : own ? 75 : 35,
      confidence: own ? "high" : "medium",
      kind: "api-key",
      near: [],
      service: [],
      entropy: typeof table["entropy"] === "number" ? table["entropy"] : 0,
      ...needsWord && { context: { words: keywords, within: KEYWORD_WINDOW } },
      companions: [],
      structured: false
    },
    notes
  };
}
function bounded(source, secretGroup, notes) {
  let parsed;
  for (const limit of LIMITS) {
    const first = parseRe2(source, secretGroup, limit);
    parsed = secretGroup === 0 && first.groups > 0 ? parseRe2(source, 1, limit) : first;
    if (secretGroup > first.groups) throw new ShapeError(`it has no group ${secretGroup}`, 0);
    if (lengthOf(parsed.node)[1] > MAX_WINDOW) continue;
    if (secretGroup === 0 && first.groups > 1) notes.push("of its groups the first one is the secret");
    if (parsed.bounded && limit !== LIMITS[0]) notes.push(`repeats without an end are read up to ${limit} times`);
    if (lengthOf(parsed.node)[0] === 0) throw new ShapeError("its regex can match nothing at all", 0);
    try {
      void new RegExp(parsed.pattern, "sm");
    } catch {
      throw new ShapeError("its regex cannot be read here", 0);
    }
    return parsed;
  }
  throw new ShapeError(`its regex can match more than ${MAX_WINDOW} bytes`, 0);
}
function secretHasAnchor(node) {
  return anchorsOf(groupOf(node) ?? node, false).length > 0;
}
function groupOf(node) {
  if (node.type === "group") return node.name === "secret" ? node.item : groupOf(node.item);
  if (node.type === "repeat") return groupOf(node.item);
  if (node.type === "set") return void 0;
  for (const item of node.items) {
    const found = groupOf(item);
    if (found) return found;
  }
  return void 0;
}
function sheetOf(id, table, rank) {
  const description = texts([table["description"]])[0];
  const tags = texts(table["tags"]);
  return {
    id,
    provider: PROVIDER,
    providerName: "Custom rules",
    title: id.replaceAll("-", " "),
    kind: "api-key",
    opens: description ?? "What it opens is not said.",
    severity: "high",
    sensitivity: "secret",
    rank,
    revoke: { how: "End it where it was issued", automatic: false },
    ...tags.length > 0 && { note: `Tags: ${tags.join(", ")}.` },
    companions: []
  };
}
function allowLists(table, id, tell) {
  const lists = [...tables(table["allowlist"]), ...tables(table["allowlists"])];
  return lists.flatMap((list) => {
    if (list["commits"] !== void 0) tell(id, "commits of an allow list are not taken over");
    if (list["targetRules"] !== void 0) {
      tell(id, "an allow list for target rules is not taken over");
      return [];
    }
    const target = texts([list["regexTarget"]])[0] ?? "secret";
    try {
      const allow = {
        paths: texts(list["paths"]).map(expression),
        regexes: texts(list["regexes"]).map(expression),
        target: target === "match" || target === "line" ? target : "secret",
        stopwords: texts(list["stopwords"]).map((word) => word.toLowerCase()),
        all: /^(?:and|&&)$/i.test(texts([list["condition"]])[0] ?? "")
      };
      return [allow];
    } catch (error) {
      if (!(error instanceof ShapeError)) throw error;
      tell(id, `an allow list is not taken over: ${error.message}`);
      return [];
    }
  });
}
function allows(allow, { secret, location, frame }) {
  const text = allow.target === "secret" ? secret : frame.text;
  const lower = secret.toLowerCase();
  const checks = [
    allow.paths.length > 0 ? allow.paths.some((path) => path.test(location.path)) : void 0,
    allow.regexes.length > 0 ? allow.regexes.some((regex) => regex.test(text)) : void 0,
    allow.stopwords.length > 0 ? allow.stopwords.some((word) => lower.includes(word)) : void 0
  ].filter((check) => check !== void 0);
  return checks.length > 0 && (allow.all ? checks.every(Boolean) : checks.some(Boolean));
}
function expression(source) {
  const { pattern, begins } = parseRe2(source, 0, 1e3);
  const lead = begins === "word" ? "\\b" : begins === "line" ? "^" : "";
  return new RegExp(`${lead}(?:${pattern})`, "s");
}
function tables(value) {
  return (Array.isArray(value) ? value : [value]).filter((one) => typeof one === "object" && one !== null);
}
function texts(value) {
  return (Array.isArray(value) ? value : []).filter((one) => typeof one === "string");
}
function slug(id) {
  return id.toLowerCase().replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");
}
function tomlProblem(error) {
  if (!(error instanceof TomlError)) return void 0;
  return `${error.line}:${error.column}: ${error.message.split("\n")[0]}`;
}
export {
  parseGitleaks,
  tomlProblem
};
