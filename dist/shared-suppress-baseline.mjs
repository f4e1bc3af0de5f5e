const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  PathFilter,
  rebase
} from "./shared-sources-gitignore.mjs";
import {
  isDay
} from "./shared-suppress-inline.mjs";
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
import {
  wellFormed
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
  SEVERITIES
} from "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/suppress/baseline.ts
var MOST_PATHS = 3;
var ABOUT = "Findings of bearertrap that are accepted. Write a reason; bearertrap baseline --prune removes what is gone.";
var byId = (a, b) => a.id < b.id ? -1 : a.id > b.id ? 1 : 0;
function baselineText(entries) {
  const lines = entries.toSorted(byId).map((entry) => `    ${JSON.stringify(ordered(entry))}`);
  const list = lines.length === 0 ? "[]" : `[
${lines.join(",\n")}
  ]`;
  return `{
  "version": 1,
  "about": ${JSON.stringify(ABOUT)},
  "accepted": ${list}
}
`;
}
function ordered({ id, rule, severity, paths, reason, owner, until, history }) {
  return {
    id,
    rule,
    severity,
    paths,
    ...reason !== void 0 && { reason },
    ...owner !== void 0 && { owner },
    ...until !== void 0 && { until },
    ...history && { history }
  };
}
function baselineEntries(value, file) {
  const { version, accepted: accepted2 } = value ?? {};
  if (version !== 1 || !Array.isArray(accepted2))
    throw new UsageError(`${file}: this is no baseline (version 1 and a list "accepted"): write one with bearertrap baseline`);
  return accepted2.map((entry, at) => {
    const fault = faultOf(entry);
    if (fault) throw new UsageError(`${file}: entry ${at + 1}: ${fault}`);
    return entry;
  });
}
function faultOf(entry) {
  const { id, rule, severity, paths, reason = "", owner = "", until } = entry ?? {};
  if (typeof id !== "string" || !/^[0-9a-f]{20}$/.test(id)) return "id must be the 20 hexadecimal characters of a finding";
  if (typeof rule !== "string") return "rule must be the id of a rule";
  if (!SEVERITIES.includes(severity)) return `severity must be one of ${SEVERITIES.join(", ")}`;
  if (!Array.isArray(paths) || paths.some((path) => typeof path !== "string")) return "paths must be a list of texts";
  if (typeof reason !== "string" || typeof owner !== "string") return "reason and owner must be texts";
  if (until !== void 0 && (typeof until !== "string" || !isDay(until))) return "until must be a day: 2027-01-31";
  return void 0;
}
function entriesFor(findings, known, note, scope) {
  const before = new Map(known.map((entry) => [entry.id, entry]));
  return findings.map(({ id, rule, severity, locations, history }) => {
    const { reason, owner, until } = before.get(id) ?? {};
    const gone = scope === "history" && history?.inHead !== true;
    const paths = [...new Set(locations.map(({ path }) => wellFormed(path)))].sort().slice(0, MOST_PATHS);
    return ordered({
      id,
      rule,
      severity,
      paths,
      ...reason !== void 0 && { reason },
      ...owner !== void 0 && { owner },
      ...until !== void 0 && { until },
      ...note,
      ...gone && { history: true }
    });
  });
}
var Baseline = class {
  #entries;
  #met = /* @__PURE__ */ new Set();
  constructor(entries) {
    this.#entries = new Map(entries.map((entry) => [entry.id, entry]));
  }
  accepts = (finding) => {
    const entry = this.#entries.get(finding.id);
    if (!entry) return void 0;
    this.#met.add(entry.id);
    if (SEVERITIES.indexOf(finding.severity) < SEVERITIES.indexOf(entry.severity)) {
      const text = `It was accepted in the baseline as ${entry.severity}, and is ${finding.severity} now.`;
      if (!finding.reasons.some((reason2) => reason2.text === text))
        finding.reasons.push({ code: "more-severe-than-accepted", text });
      return void 0;
    }
    const { reason, owner, until } = entry;
    return {
      by: "baseline",
      ...reason !== void 0 && { reason },
      ...owner !== void 0 && { owner },
      ...until !== void 0 && { expires: until }
    };
  };
  /** Entries that no finding met. @param history whether versions of files were looked at that HEAD does not have */
  stale(history) {
    return [...this.#entries.values()].filter(({ id, history: gone }) => !this.#met.has(id) && (history || !gone));
  }
};

// src/suppress/read.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);

// src/suppress/peers.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);
var accepted = (reason) => ({ by: "baseline", reason });
function isGitleaks(value) {
  return Array.isArray(value) && value.every((one) => typeof one?.RuleID === "string");
}
function gitleaksAcceptor(finds, file) {
  const known = /* @__PURE__ */ new Set();
  for (const { File: path, Secret: secret, StartLine: line } of finds) {
    if (typeof path !== "string") continue;
    if (typeof secret === "string" && secret !== "" && !/REDACTED|\*\*\*|\.\.\.$/.test(secret)) known.add(`${path}\0${secret}`);
    else if (typeof line === "number") known.add(`${path}\0${line}`);
  }
  return (_finding, { secret, location: { path, startLine } }) => known.has(`${path}\0${secret}`) || known.has(`${path}\0${startLine}`) ? accepted(`known to gitleaks (${file})`) : void 0;
}
function isDetectSecrets(value) {
  const { results, plugins_used: plugins } = value ?? {};
  return typeof results === "object" && results !== null && !Array.isArray(results) && plugins !== void 0;
}
function detectSecretsAcceptor({ results }, file) {
  const known = /* @__PURE__ */ new Set();
  const told = /* @__PURE__ */ new Set();
  for (const [path, finds] of Object.entries(results)) {
    if (!Array.isArray(finds)) throw new UsageError(`${file}: the results for ${path} are no list`);
    for (const find of finds) {
      const hash = String(find?.hashed_secret);
      known.add(`${path}\0${hash}`);
      told.add(hash);
    }
  }
  const hashes = /* @__PURE__ */ new Map();
  const sha1 = ({ secret }) => {
    const hash = hashes.get(secret) ?? (0, import_node_crypto.createHash)("sha1").update(secret, "utf8").digest("hex");
    hashes.set(secret, hash);
    return hash;
  };
  return (_finding, match) => told.has(match.secret) || known.has(`${match.location.path}\0${sha1(match)}`) ? accepted(`known to detect-secrets (${file})`) : void 0;
}
function pathsIgnoreAcceptor(globs, file) {
  const filter = new PathFilter(
    [],
    globs.map((glob) => `/${glob.replace(/^\//, "")}`)
  );
  return (_finding, { location }) => filter.wantsFile(location.path) ? void 0 : accepted(`in a path that ${file} leaves out`);
}

// src/suppress/read.ts
async function readAccepted(path, name, root) {
  const text = readText(path, name);
  if (path.endsWith(".gitleaksignore")) {
    const { gitleaksIgnoreAcceptor } = await import("./shared-suppress-gitleaksignore.mjs");
    const folder = (0, import_node_path.dirname)(path);
    return { accepts: await gitleaksIgnoreAcceptor(text, folder, rebase(root, folder), name) };
  }
  if (/\.ya?ml$/.test(path)) return { accepts: await readExclusions(text, name) };
  let value;
  try {
    value = JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `${name}: this is no JSON; a merge conflict that was left? Repair it, or write it anew with bearertrap baseline`,
      {
        cause: error
      }
    );
  }
  if (isGitleaks(value)) return { accepts: gitleaksAcceptor(value, name) };
  if (isDetectSecrets(value)) return { accepts: detectSecretsAcceptor(value, name) };
  const baseline = new Baseline(baselineEntries(value, name));
  return { accepts: baseline.accepts, baseline };
}
function readText(path, name) {
  try {
    return (0, import_node_fs.readFileSync)(path, "utf8");
  } catch (error) {
    throw new UsageError(`${name} cannot be read (${error.code}): check the path`, { cause: error });
  }
}
async function readExclusions(text, name) {
  const { parseYaml } = await import("./shared-suppress-yaml.mjs");
  const value = parseYaml(text, name);
  const globs = value?.["paths-ignore"];
  if (!Array.isArray(globs) || globs.some((glob) => typeof glob !== "string"))
    throw new UsageError(`${name}: there is no list paths-ignore, as secret scanning has it`);
  return pathsIgnoreAcceptor(globs, name);
}

export {
  baselineText,
  baselineEntries,
  entriesFor,
  readAccepted,
  readText
};
