const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  Baseline,
  baselineEntries
} from "./shared-suppress-baseline.mjs";
import {
  PathFilter,
  coveredBy,
  ignoredPaths,
  readText,
  rebase
} from "./shared-sources-gitignore.mjs";
import "./shared-textfile.mjs";
import {
  isOver,
  names,
  speaksOf
} from "./shared-suppress-inline.mjs";
import "./shared-detect-position.mjs";
import {
  byImportance,
  byPlace
} from "./shared-order.mjs";
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
import {
  displayPath
} from "./shared-path.mjs";
import "./shared-config-find.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import {
  SEVERITIES
} from "./shared-model.mjs";
import {
  __commonJS,
  __toESM
} from "./shared-runtime.mjs";

// builtin:node:vm
var require_node_vm = __commonJS({
  "builtin:node:vm"(exports, module) {
    module.exports = process.getBuiltinModule("node:vm");
  }
});

// src/suppress/accept.ts
var import_node_path2 = __toESM(require_node_path(), 1);

// src/config/allow.ts
var import_node_vm = __toESM(require_node_vm(), 1);
var VALUE_MS = 50;
var VALUE_LENGTH = 4096;
function selects(selection, root) {
  const covers = selection.paths && coveredBy(selection.paths, selection.base, root);
  return ({ rule }, { location }) => {
    if (selection.rules && !selection.rules.some((name) => names(name, rule))) return false;
    return !covers || covers(location.path);
  };
}
function allowAcceptor(allow, root, onProblem) {
  const selected = selects(allow, root);
  const most = SEVERITIES.indexOf(allow.maxSeverity ?? "critical");
  const matchesValue = allow.values && valueTester(allow.values, onProblem);
  return (finding, match) => {
    if (!selected(finding, match) || SEVERITIES.indexOf(finding.severity) < most) return void 0;
    if (allow.ids && !allow.ids.includes(finding.id)) return void 0;
    if (allow.commits && !allow.commits.some((commit) => match.location.commit?.startsWith(commit))) return void 0;
    if (matchesValue && !matchesValue(match.secret)) return void 0;
    const { reason, owner, until } = allow;
    return {
      by: "config",
      ...reason !== void 0 && { reason },
      ...owner !== void 0 && { owner },
      ...until !== void 0 && { expires: until }
    };
  };
}
function valueTester(values, onProblem) {
  const test = new import_node_vm.Script("expression.test(secret)");
  const slow = /* @__PURE__ */ new Set();
  const answers = /* @__PURE__ */ new Map();
  const matches = (expression, secret) => {
    if (slow.has(expression.source)) return false;
    try {
      const context = (0, import_node_vm.createContext)({ expression, secret: secret.slice(0, VALUE_LENGTH) });
      return test.runInContext(context, { timeout: VALUE_MS });
    } catch {
      slow.add(expression.source);
      onProblem?.(`the expression ${expression.source} of an allow list takes too long and accepts nothing: write a simpler one`);
      return false;
    }
  };
  const expressions = values.map((value) => new RegExp(value, "u"));
  return (secret) => {
    const known = answers.get(secret) ?? expressions.some((expression) => matches(expression, secret));
    answers.set(secret, known);
    return known;
  };
}
function setSeverities(findings, rules, root) {
  const tests = rules.map((rule) => ({ rule, selected: selects(rule, root) }));
  for (const [finding, matches] of findings) {
    const severities = new Set(
      matches.map((match) => tests.findLast(({ selected }) => selected(finding, match))?.rule.severity ?? finding.severity)
    );
    const severity = SEVERITIES.find((one) => severities.has(one));
    if (severity === finding.severity) continue;
    finding.reasons.push({
      code: "severity-configured",
      text: `The configuration makes it ${severity} instead of ${finding.severity}.`
    });
    finding.severity = severity;
  }
}

// src/suppress/apply.ts
var MOST_NOTICES = 10;
function suppress(found, options) {
  const limits = options.inline ? severityLimits(found) : /* @__PURE__ */ new Map();
  const notices = /* @__PURE__ */ new Map();
  for (const finding of found.findings) {
    const ended = /* @__PURE__ */ new Set();
    const decide = (suppression, what) => {
      if (suppression?.expires === void 0 || !isOver(suppression.expires, options.now)) return suppression;
      ended.add(`It was accepted by ${what} until ${suppression.expires}.`);
      return void 0;
    };
    const verdicts = found.matches.get(finding).map((match) => {
      for (const ignore of options.inline ? match.ignores ?? [] : []) {
        if (!speaksOf(ignore, match)) continue;
        if (rankOf(finding) < limits.get(ignore)) {
          const text = `${ignore.marker} names no rule, so it accepts the least severe finding only; write bearertrap:ignore ${finding.rule} to accept this one`;
          notices.set(placeOf(match, ignore), text);
          continue;
        }
        const accepted2 = decide(suppressionOf(ignore), `a comment (${ignore.marker})`);
        if (accepted2) return accepted2;
      }
      for (const accepts of options.acceptors) {
        const suppression = accepts(finding, match);
        const accepted2 = decide(suppression, `the ${suppression?.by.replaceAll("-", " ")}`);
        if (accepted2) return accepted2;
      }
      return void 0;
    });
    if (verdicts.every((verdict) => verdict !== void 0)) finding.suppressed = verdicts[0];
    else verdicts.forEach((verdict, at) => verdict && Object.assign(finding.locations[at], { suppressed: verdict }));
    if (!finding.suppressed) for (const text of ended) finding.reasons.push({ code: "acceptance-ended", text });
  }
  if (!options.inline || !options.onNotice) return;
  for (const [place, text] of unused(found)) notices.set(place, text);
  const told = [...notices].sort(([a], [b]) => a.localeCompare(b, "en", { numeric: true }));
  for (const [place, text] of told.slice(0, MOST_NOTICES)) options.onNotice(`${place}: ${text}`);
  if (told.length > MOST_NOTICES) options.onNotice(`${told.length - MOST_NOTICES} more comments accept nothing`);
}
var rankOf = (finding) => SEVERITIES.indexOf(finding.severity);
function severityLimits(found) {
  const limits = /* @__PURE__ */ new Map();
  for (const [finding, matches] of found.matches) {
    for (const match of matches) {
      for (const ignore of match.ignores ?? []) {
        if (!speaksOf(ignore, match)) continue;
        const least = ignore.rules ? 0 : rankOf(finding);
        limits.set(ignore, Math.max(least, limits.get(ignore) ?? 0));
      }
    }
  }
  return limits;
}
function suppressionOf({ marker, reason, owner, until }) {
  const told = reason ?? (marker.startsWith("bearertrap") ? void 0 : marker);
  return {
    by: "inline",
    ...told !== void 0 && { reason: told },
    ...owner !== void 0 && { owner },
    ...until !== void 0 && { expires: until }
  };
}
function placeOf({ location }, { line }) {
  return `${displayPath(location.path)}:${line}`;
}
function unused(found) {
  const states = /* @__PURE__ */ new Map();
  const files = /* @__PURE__ */ new Map();
  for (const matches of found.matches.values()) {
    for (const match of matches) if (match.ignores) files.set(match.ignores, match);
  }
  for (const [ignores, match] of files) {
    for (const ignore of ignores) {
      const place = placeOf(match, ignore);
      const told = /^(?:bearertrap|secretlint)/.test(ignore.marker);
      const text = !told ? void 0 : ignore.fault ? `${ignore.marker} accepts nothing: ${ignore.fault}` : ignore.idle ? idleText(ignore) : void 0;
      if (!states.has(place) || text === void 0) states.set(place, text);
    }
  }
  return new Map([...states].filter((state) => state[1] !== void 0));
}
function idleText({ marker, rules }) {
  const what = rules ? ` of ${rules.join(", ")}` : "";
  const below = marker === "bearertrap:ignore" ? ", or write bearertrap:ignore-next-line for the line below" : "";
  return `${marker} accepts nothing, for there is no finding${what}: remove it${below}`;
}

// src/suppress/read.ts
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
async function readExclusions(text, name) {
  const { parseYaml } = await import("./shared-suppress-yaml.mjs");
  const value = parseYaml(text, name);
  const globs = value?.["paths-ignore"];
  if (!Array.isArray(globs) || globs.some((glob) => typeof glob !== "string"))
    throw new UsageError(`${name}: there is no list paths-ignore, as secret scanning has it`);
  return pathsIgnoreAcceptor(globs, name);
}

// src/suppress/accept.ts
var MOST_STALE = 5;
async function acceptFindings(found, options) {
  const { cwd, root, kind, onNotice } = options;
  setSeverities(found.matches, options.severities, root);
  const acceptors = [];
  if (options.ignoreFile !== void 0) acceptors.push(ignoreAcceptor(options.ignoreFile, root));
  const baselines = [];
  for (const file of options.baseline) {
    const path = (0, import_node_path2.resolve)(cwd, file);
    const name = (0, import_node_path2.relative)(cwd, path) || file;
    try {
      const { accepts, baseline } = await readAccepted(path, name, root);
      acceptors.push(accepts);
      if (baseline) baselines.push({ name, folder: (0, import_node_path2.dirname)(path), stale: (history) => baseline.stale(history) });
    } catch (error) {
      if (!options.onProblem || error.name !== "UsageError") throw error;
      options.onProblem(error.message);
    }
  }
  for (const allow of options.allow) acceptors.push(allowAcceptor(allow, root, options.onProblem));
  const past = kind === "history" || kind === "range";
  suppress(found, { now: options.now, inline: options.inline, acceptors, ...onNotice && !past && { onNotice } });
  for (const { locations } of found.findings) locations.sort(byPlace);
  found.findings.sort(byImportance);
  for (const { name, folder, stale } of baselines) {
    if (!options.whole || !(kind === "history" || kind === "tree" && root === folder)) continue;
    const gone = stale(kind === "history").map(({ id }) => id);
    if (gone.length === 0) continue;
    const more = gone.length > MOST_STALE ? ` and ${gone.length - MOST_STALE} more` : "";
    const what = gone.length === 1 ? "1 entry accepts" : `${gone.length} entries accept`;
    onNotice?.(
      `${name}: ${what} nothing any more (${gone.slice(0, MOST_STALE).join(", ")}${more}): bearertrap baseline --prune removes them`
    );
  }
}
function ignoreAcceptor(file, root) {
  const covers = ignoredPaths(file, root);
  const reason = (0, import_node_path2.basename)(file);
  return (_finding, { location }) => covers(location.path) ? { by: "ignore-file", reason } : void 0;
}
export {
  acceptFindings
};
