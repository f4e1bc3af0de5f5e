const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ByteSet,
  MIN_ANCHOR,
  anchorsOf,
  firstBytes,
  lastBytes,
  leadingBytes,
  lengthOf,
  literalShare,
  parseShape,
  rarestWindows,
  toPattern,
  withWindows
} from "./shared-detect-grams.mjs";
import {
  DETECTORS,
  MAX_SOLID,
  WORD,
  base64Anchor,
  isSolid
} from "./shared-detect-decode-base64.mjs";
import {
  BLANKS,
  HASH,
  MAP_BITS,
  MAX_LEAD,
  MAX_LITERAL,
  MAX_LITERALS,
  NAMED,
  SEAMS,
  SEAM_CLASS,
  SLOTS,
  WORD_CLASS,
  besideBit,
  foldedWord,
  mapBit,
  slotOf
} from "./shared-detect-assignment.mjs";
import {
  USE
} from "./shared-detect-tables.mjs";
import {
  ALPHANUMERIC
} from "./shared-detect-bytes.mjs";
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/rules/compile.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);

// src/detect/literals.ts
function literalData(literals) {
  const entries = [];
  const pool = [];
  const starts = [0];
  if (literals.length > MAX_LITERALS) throw new RangeError(`there are more than ${MAX_LITERALS} literals`);
  const slots = new Int32Array(4 * SLOTS);
  const sets = /* @__PURE__ */ new Map();
  const foldedSet = (text) => {
    let set = sets.get(text);
    if (!set) sets.set(text, set = fold(text));
    return set;
  };
  for (const [index, literal] of literals.entries()) {
    const bytes = Uint8Array.from(literal.text, (char) => char.charCodeAt(0));
    if (bytes.length < 3 || bytes.length > MAX_LITERAL) {
      throw new RangeError(`a literal needs three to ${MAX_LITERAL} bytes: ${JSON.stringify(literal.text)}`);
    }
    pool.push(...bytes);
    starts.push(pool.length);
    const prev = foldedSet(literal.prev);
    const next = foldedSet(literal.next);
    for (const at of literal.windows ?? rarestWindows(bytes, prev, next).at) {
      const open = at < 0 ? 0 : at + 4 > bytes.length ? 3 : -1;
      let word = 0;
      for (let k = 0; k < 4; k++) if (k !== open) word |= (bytes[at + k] | 32) << 8 * k;
      const far = bytes.length < 4 ? -1 : at * 2 < bytes.length - 4 ? bytes.length - 4 : 0;
      const confirm = far < 0 ? 0 : foldedWord(bytes, far);
      const place = index << 12 | at + 1 << 6 | far + 1;
      for (const byte of open < 0 ? [0] : open === 0 ? prev : next) {
        const full = open < 0 ? word : word | byte << 8 * open;
        entries.push([full, confirm, place]);
        const [part, bit] = besideBit(bytes, at, full);
        slots[4 * slotOf(Math.imul(full, HASH)) + part] |= 1 << bit;
      }
    }
  }
  const folds = Uint8Array.from(literals, (literal) => literal.fold ? 1 : 0);
  return {
    ...hashed(entries, slots),
    slots,
    pool: Uint8Array.from(pool),
    starts: Int32Array.from(starts),
    folds,
    ...guarded(literals)
  };
}
var WORD2 = `${ALPHANUMERIC}_`;
function guarded(literals) {
  const classes = /* @__PURE__ */ new Map([
    [WORD2, WORD_CLASS],
    [SEAMS, SEAM_CLASS]
  ]);
  const guards = literals.map(({ text, tail, behind, named, edge = -1 }) => {
    const [bytes, count] = behind === void 0 ? tail ?? ["", 0] : [behind, MAX_LITERAL - text.length];
    if (count > 0 && text.length + count > MAX_LITERAL || edge > MAX_LEAD)
      throw new RangeError(`too much stands around ${JSON.stringify(text)}`);
    if (count === 0 && edge < 0 && !named) return 0;
    const group = count === 0 ? 0 : classes.get(bytes) ?? classes.size;
    if (count > 0) classes.set(bytes, group);
    return count | group << 6 | edge + 1 << 16 | text.length << 23 | (behind !== void 0 && count > 0 ? BLANKS : 0) | (named ? NAMED : 0);
  });
  if (classes.size > 1024) throw new RangeError("too many classes of bytes stand behind literals");
  const bits = new Uint8Array(32 * classes.size);
  for (const [bytes, group] of classes) {
    for (let i = 0; i < bytes.length; i++) bits[32 * group + (bytes.charCodeAt(i) >>> 3)] |= 1 << (bytes.charCodeAt(i) & 7);
  }
  return { guards: Int32Array.from(guards), classes: bits };
}
function hashed(entries, slots) {
  const map = new Int32Array(MAP_BITS / 32);
  const hashes = entries.map((entry) => ({ entry, hash: Math.imul(entry[0], HASH) })).sort((a, b) => (a.hash >>> 0) - (b.hash >>> 0));
  for (const [n, { entry, hash }] of hashes.entries()) {
    const bit = mapBit(hash);
    map[bit >>> 5] |= 1 << bit;
    const slot = slotOf(hash);
    slots[4 * slot + 3] ||= n + 1;
    const next = hashes[n + 1];
    if (!next || slotOf(next.hash) !== slot) entry[2] |= 1 << 31;
  }
  return { entries: Int32Array.from(hashes.flatMap(({ entry }) => entry)), map };
}
function fold(text) {
  const set = /* @__PURE__ */ new Set();
  if (text === void 0) for (let byte = 0; byte < 256; byte++) set.add(byte | 32);
  else for (let i = 0; i < text.length; i++) set.add(text.charCodeAt(i) | 32);
  return [...set];
}

// src/detect/build-tables.ts
function buildTables(rules) {
  const literals = [];
  const uses = [];
  const byText = /* @__PURE__ */ new Map();
  const codes = [...DETECTORS.keys()];
  const add = (literal, ...use) => {
    const key = `${literal.fold ? "i" : "c"}${literal.text}\0${literal.prev ?? ""}\0${literal.next ?? ""}`;
    let at = byText.get(key);
    if (at === void 0) {
      at = literals.push({ ...literal }) - 1;
      byText.set(key, at);
      uses.push([]);
    } else {
      loosen(literals[at], literal);
    }
    uses[at].push(...use);
  };
  for (const [index, rule] of rules.entries()) {
    const named = rule.near.length + rule.service.length > 0;
    for (const { text, fold: fold2, prev, next, windows, tail, whole, wide, before } of rule.anchors) {
      const literal = { text, fold: fold2, ...prev !== void 0 && { prev }, ...next !== void 0 && { next } };
      if (windows) literal.windows = windows;
      if (tail) literal.tail = tail;
      if (!named && rule.edgeBefore === WORD && before[0] === before[1] && before[0] <= MAX_LEAD) literal.edge = before[0];
      add(literal, whole ? USE.word : wide ? USE.wide : named ? USE.near : USE.shape, index, ...before);
      const encoded = named ? void 0 : base64Anchor({ text, fold: fold2, before });
      if (encoded) add(encoded, USE.code, codes.indexOf("base64"), 0, 0);
    }
  }
  const wanted = new Set(rules.map((rule) => rule.detector.split("/")[0]));
  for (const [index, [name, code]] of [...DETECTORS].entries()) {
    if (wanted.has(name) || code.always) for (const literal of code.literals) add(literal, USE.code, index, 0, 0);
  }
  let end = 0;
  const useStarts = Int32Array.from([0, ...uses.map((list) => end += list.length)]);
  return { literals: literalData(literals), uses: Int32Array.from(uses.flat()), useStarts };
}
function loosen(literal, other) {
  if (literal.edge !== other.edge) delete literal.edge;
  if (literal.behind !== other.behind) delete literal.behind;
  if (literal.named !== other.named) delete literal.named;
  if (!literal.tail || !other.tail) delete literal.tail;
  else literal.tail = [union(literal.tail[0], other.tail[0]), Math.min(literal.tail[1], other.tail[1])];
}
function union(a, b) {
  return [...new Set(a + b)].sort().join("");
}

// src/rules/compile.ts
var NEAR_WINDOW = 128;
var DETECTOR_WINDOW = 65536;
var STRUCTURED_DETECTORS = /* @__PURE__ */ new Set(["capability", "jose-json", "jwk", "jwt", "private-key"]);
var CONTINUES = "-/+=.~";
function compileRules(files) {
  const entries = files.flatMap((file) => file.rules.map((source) => ({ file, source: withService(file, source) })));
  const rules = entries.map(({ file, source }) => compileRule(file.provider, source));
  const sheets = entries.map(({ file, source }, index) => sheetOf(file, source, rules[index].rank));
  return catalogueOf(rules, sheets);
}
var SERVICE_LENGTH = 16;
function withService(file, source) {
  const { near, service, shape, kind, sensitivity = "secret" } = source;
  if (!file.service || service || !near || shape === void 0 || kind === "password" || sensitivity !== "secret") return source;
  return lengthOf(parseShape(shape))[0] < SERVICE_LENGTH ? source : { ...source, service: file.service };
}
function catalogueOf(rules, sheets) {
  const sorted = (items) => [...items].sort((a, b) => a.id < b.id ? -1 : 1);
  const all = { rules: sorted(rules), sheets: sorted(sheets) };
  const twice = all.rules.find((rule, i) => rule.id === all.rules[i + 1]?.id);
  if (twice) throw new Error(`two rules have the id ${twice.id}`);
  const hash = (0, import_node_crypto.createHash)("sha256").update(canonicalJson(all)).digest("hex").slice(0, 12);
  let tables;
  return {
    count: all.rules.length,
    ...all,
    rule: (index) => all.rules[index],
    hash,
    get tables() {
      tables ??= buildTables(all.rules);
      return tables;
    }
  };
}
function compileRule(provider, source) {
  const node = source.shape === void 0 ? void 0 : parseShape(source.shape);
  const near = source.near ?? [];
  const service = (source.service ?? []).toSorted((a, b) => b.length - a.length);
  const named = near.length > 0 || service.length > 0;
  const literals = node ? anchorsOf(node, source.ignoreCase ?? false) : [];
  const [minLength, maxLength] = node ? lengthOf(node) : [0, DETECTOR_WINDOW];
  return {
    id: source.id,
    provider,
    pattern: node ? toPattern(node) : "",
    flags: source.ignoreCase ? "is" : "s",
    detector: source.detector ?? "",
    anchors: (named ? distinct([...anchorsNear(near), ...anchorsOfService(service)]) : literals).map(withWindows),
    minLength,
    maxLength,
    solid: node && named ? solidBytes(node) : 0,
    ...edgesOf(source, node),
    rank: rankOf(source, node, literals),
    confidence: source.confidence ?? (named ? "medium" : "high"),
    kind: source.kind,
    near,
    service,
    ...source.checksum && { checksum: source.checksum },
    entropy: source.entropy ?? 0,
    ...source.context && { context: source.context },
    companions: source.companions ?? [],
    structured: isStructured(source, literals)
  };
}
function solidBytes(node) {
  const { set, count } = leadingBytes(node, MAX_SOLID);
  return set.bytes().every(isSolid) ? count : 0;
}
var JOINTS = ["", "_", "-", ".", " "];
function nearAnchors(word) {
  const pieces = word.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  const choices = pieces.length === 1 ? [pieces] : pieces.slice(1).map((piece, i) => JOINTS.map((joint) => `${pieces[i]}${joint}${piece}`));
  const share = (texts) => texts.reduce((sum, text) => sum + literalShare(text), 0);
  const long = choices.filter((texts) => texts[0].length >= MIN_ANCHOR);
  const best = long.reduce((one, texts) => one.length === 0 || share(texts) < share(one) ? texts : one, []);
  return best.map((text) => text.slice(0, MAX_LITERAL));
}
function anchorsNear(words) {
  const texts = new Set(words.flatMap(nearAnchors));
  return [...texts].map((text) => ({ text, fold: true, before: [-NEAR_WINDOW, -text.length] }));
}
var SHORT = 5;
var ORDINARY = new Set(
  "abstract brave canny circle close column drone elastic fixer float front hunter iterable linear manifest parsers particle percy phrase polygon raven refiner ripple scale segment shortcut signable stream streak together unify verifier".split(" ")
);
var SHORT_JOINTS = ["", "_", "-", ".", " "];
var CREDENTIAL_WORDS = ["api", "key", "token", "secret", "access", "auth", "client", "app"];
function isTelling(word) {
  return word.length >= SHORT && !ORDINARY.has(word);
}
function anchorsOfService(words) {
  return words.flatMap((word) => {
    const anchors = anchorsNear([word]);
    return anchors.flatMap((anchor) => {
      const { text } = anchor;
      if (isTelling(text))
        return [{ ...anchor, wide: true, ...anchors.length === 1 && text.length < MAX_LITERAL && { whole: true } }];
      return CREDENTIAL_WORDS.flatMap((credential) => SHORT_JOINTS.map((joint) => text + joint + credential)).map(
        (name) => ({ text: name, fold: true, before: [-NEAR_WINDOW, -name.length], wide: true })
      );
    });
  });
}
function distinct(anchors) {
  const byText = /* @__PURE__ */ new Map();
  for (const anchor of anchors) {
    const first = byText.get(anchor.text) ?? anchor;
    byText.set(anchor.text, anchor.wide && !first.wide ? { ...first, wide: true } : first);
  }
  return [...byText.values()];
}
function edgesOf(source, node) {
  if (!node || source.edge === "none") return { edgeBefore: "", edgeAfter: "" };
  const last = lastBytes(node);
  const more = ByteSet.of(...Array.from(CONTINUES, (char) => char.charCodeAt(0)).filter((byte) => last.has[byte]));
  if (source.checksum) more.has[46] = 0;
  const word = (set) => set.bytes().some((byte) => /\w/.test(String.fromCharCode(byte))) ? WORD : "";
  return { edgeBefore: word(firstBytes(node)), edgeAfter: word(last) + more.toClass() };
}
function shortest(anchors) {
  return anchors.length === 0 ? 0 : Math.min(...anchors.map((anchor) => anchor.text.length));
}
function rankOf(source, node, literals) {
  if (source.sensitivity === "name") return 4;
  if (source.kind === "misuse") return 5;
  if (source.checksum) return 90;
  if (isStructured(source, literals) && source.detector !== void 0) return 55;
  if (source.id.startsWith("generic-") || source.detector?.endsWith("/cut")) return 10;
  if (source.near || source.service) return 30;
  if (!node) return 20;
  const word = source.context && source.context.required !== false ? 6 : 0;
  return Math.min(80, 50 + 2 * fixedBytes(node) + word);
}
function fixedBytes(node) {
  switch (node.type) {
    case "set":
      return node.set.bytes().length <= 4 ? 1 : 0;
    case "group":
      return fixedBytes(node.item);
    case "repeat":
      return node.min * fixedBytes(node.item);
    case "sequence":
      return node.items.reduce((sum, item) => sum + fixedBytes(item), 0);
    case "choice":
      return Math.min(...node.items.map(fixedBytes));
  }
}
function isStructured(source, literals) {
  if (source.kind === "misuse") return false;
  const [family = "", kind] = source.detector?.split("/") ?? [];
  if (source.detector !== void 0) return STRUCTURED_DETECTORS.has(family) && kind !== "cut";
  return !source.near && !source.service && shortest(literals) >= 4;
}
function sheetOf(file, source, rank) {
  return {
    id: source.id,
    provider: file.provider,
    providerName: file.name,
    title: source.title,
    kind: source.kind,
    opens: source.opens,
    severity: source.severity,
    sensitivity: source.sensitivity ?? "secret",
    rank,
    ...source.docs !== void 0 && { docs: source.docs },
    revoke: {
      ...source.revoke,
      automatic: source.revoke.automatic ?? false,
      ...source.revocation && { command: true }
    },
    ...source.note !== void 0 && { note: source.note },
    ...source.shape !== void 0 && { shape: source.shape },
    ...source.detector !== void 0 && { detector: source.detector },
    companions: source.companions ?? []
  };
}
function canonicalJson(value) {
  return JSON.stringify(
    value,
    (_, inner) => typeof inner === "object" && inner !== null && !Array.isArray(inner) ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => a < b ? -1 : 1)) : inner
  );
}

export {
  NEAR_WINDOW,
  compileRules,
  catalogueOf,
  compileRule,
  nearAnchors
};
