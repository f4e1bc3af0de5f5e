const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  projectConfig
} from "./shared-config-index.mjs";
import {
  runScan
} from "./shared-sources-list.mjs";
import "./shared-pipeline-worker-catalogue.mjs";
import "./shared-sources-git-reffiles.mjs";
import "./shared-pipeline-file.mjs";
import "./shared-sources-git-steps.mjs";
import "./shared-sources-gitignore.mjs";
import "./shared-textfile.mjs";
import "./shared-suppress-inline.mjs";
import "./shared-sources-git-files.mjs";
import "./shared-detect-encoding.mjs";
import "./shared-sources-ledger.mjs";
import "./shared-detect-position.mjs";
import "./shared-group.mjs";
import "./shared-detect-engine.mjs";
import "./shared-wasm-core-code.mjs";
import "./shared-detect-checksums-decode.mjs";
import "./shared-detect-decode-base64.mjs";
import "./shared-detect-assignment.mjs";
import "./shared-tokens-capability.mjs";
import {
  loadSheets
} from "./shared-rules-catalogue.mjs";
import "./shared-detect-tables.mjs";
import "./shared-detect-score-place-features.mjs";
import "./shared-order.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import "./shared-sources-git-repository.mjs";
import {
  createView
} from "./shared-report-view.mjs";
import {
  decodingOf,
  historyLine,
  place,
  suppressionLine,
  tokenFacts,
  verificationLine
} from "./shared-report-text.mjs";
import {
  require_node_util,
  wantsColor,
  wrap
} from "./shared-report-columns.mjs";
import "./shared-report-redact.mjs";
import {
  ownCommand,
  shellWord
} from "./shared-cli-shell.mjs";
import "./shared-sources-git-spawn.mjs";
import "./shared-sources-git-gitdir.mjs";
import {
  displayPath
} from "./shared-path.mjs";
import {
  repositoryTop
} from "./shared-config-find.mjs";
import {
  EXIT
} from "./shared-judge-policy.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/cli/explain.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var import_node_util = __toESM(require_node_util(), 1);
var SHORTEST_ID = 6;
var MOST_PLACES = 10;
var WIDEST = 100;
var NARROWEST = 48;
var LABEL = 10;
async function explainCommand(id, options) {
  if (!/^[0-9a-f]{1,20}$/.test(id) || id.length < SHORTEST_ID)
    throw new UsageError(
      `${displayPath(id)} is no id: write at least ${SHORTEST_ID} of the 20 characters that stand at id in a report`
    );
  const finding = options.report === void 0 ? await scanFor(id) : only(findingsOf(options.report), id, options.report);
  process.stdout.write(explanation(finding, (options.color ?? true) && wantsColor()));
  return EXIT.clean;
}
async function scanFor(id) {
  const top = repositoryTop((0, import_node_path.resolve)("."));
  const cwd = top ?? (0, import_node_path.resolve)(".");
  const project = await projectConfig({ cwd });
  const scopes = top !== void 0 ? [{ staged: true, all: true }, {}, { history: true }] : [{}];
  const problems = /* @__PURE__ */ new Set();
  for (const scope of scopes) {
    const result = await runScan({ cwd, ...project.options, ...scope, onProblem: (text) => problems.add(text) });
    const view = createView(result.report, { ...result, color: false, width: 80, showSecrets: false });
    const found = view.report.findings.filter((finding) => finding.id.startsWith(id));
    if (found.length > 0) return only(found, id, "this repository");
  }
  for (const text of problems) process.stderr.write(`bearertrap: ${text}
`);
  throw new UsageError(`there is no finding ${id} here: name the report that has it with --report FILE`);
}
function only(findings, id, where) {
  const [one, another] = findings.filter((finding) => finding.id.startsWith(id));
  if (!one) throw new UsageError(`there is no finding ${id} in ${where}`);
  if (another) throw new UsageError(`${id} is the beginning of several ids: write more of it`);
  return one;
}
function findingsOf(file) {
  let text;
  try {
    text = (0, import_node_fs.readFileSync)(file, "utf8");
  } catch (error) {
    throw new UsageError(`${file} cannot be read (${error.code}): check the path`, { cause: error });
  }
  const isFinding = (value) => typeof value?.id === "string" && Array.isArray(value.locations) && Array.isArray(value.reasons) && typeof value.remedy?.revoke === "string" && typeof value.secret?.redacted === "string";
  const values = parse(text) ?? text.split("\n").filter(Boolean).map(parse);
  const all = [values].flat().flatMap((value) => value?.findings ?? [value]);
  const findings = all.filter(isFinding);
  if (findings.length === 0) throw new UsageError(`${file} is no report of --format json or jsonl with a finding in it`);
  return findings;
}
function parse(text) {
  try {
    return JSON.parse(text);
  } catch {
    return void 0;
  }
}
function explanation(finding, color) {
  const width = Math.min(WIDEST, Math.max(NARROWEST, process.stdout.columns ?? 80));
  const paint = (style, text) => color ? (0, import_node_util.styleText)(style, text, { validateStream: false }) : text;
  const lines = [
    `${paint("bold", displayPath(`${finding.severity} ${finding.title}`))}  ${displayPath(finding.secret.redacted)}`
  ];
  for (const [name, texts] of sections(finding)) {
    let label = name.padEnd(LABEL);
    for (const text of texts) {
      const told = typeof text === "string" ? wrap(displayPath(text), width - LABEL) : [paint("cyan", `  ${text.command}`)];
      for (const line of told) {
        lines.push(paint("dim", label) + line);
        label = " ".repeat(LABEL);
      }
    }
  }
  return `${lines.map((line) => line.trimEnd()).join("\n")}
`;
}
function sections(finding) {
  const sheet = loadSheets().find(({ id }) => id === finding.rule);
  const places = finding.locations.map(
    (location) => [place(location), location.commit && `in commit ${location.commit.slice(0, 12)}`, decodingOf(location)].filter(Boolean).join(", ")
  );
  const more = places.length > MOST_PLACES ? [`and ${places.length - MOST_PLACES} more places`] : [];
  const token = finding.token ? tokenFacts(finding.token).map(([name, value]) => `${name} ${value}`) : [];
  const { revoke, url, automatic, command } = finding.remedy;
  const own = ownCommand(process.cwd());
  const all = [
    [
      "what",
      [`${finding.title} (${finding.kind}${sheet ? ` of ${sheet.providerName}` : ""}). ${sheet?.note ?? ""}`.trim(), ...token]
    ],
    ["opens", [sheet?.opens ?? "See the rule that found it.", ...finding.token?.problems.map(({ text }) => text) ?? []]],
    [
      "found",
      [
        `by the rule ${finding.rule}, with ${finding.confidence} confidence:`,
        ...finding.reasons.map(({ text }) => text).filter((text) => text !== sheet?.opens),
        ...places.slice(0, MOST_PLACES),
        ...more,
        ...finding.history ? [historyLine(finding.history)] : [],
        ...[verificationLine(finding), suppressionLine(finding)].filter(Boolean)
      ]
    ],
    [
      "revoke",
      [
        "First of all: as long as it works, everything else is for show.",
        revoke,
        ...url === void 0 ? [] : [url],
        ...automatic ? ["The provider ends leaked ones by itself once it learns of them; do not wait for it."] : [],
        ...command ? ["It can be asked for from here; this tells what would be sent:", { command: `${own} revoke ${finding.id}` }] : []
      ]
    ],
    ["purge", purge(finding)],
    ["prevent", prevent(finding)]
  ];
  return all;
}
function purge({ locations, history }) {
  const paths = [...new Set(locations.filter(({ inside }) => inside === void 0).map(({ path }) => path))];
  const inMessage = history?.where === "commit-message" || history?.where === "tag-message" || history?.where === "note";
  const files = paths.filter((path) => !/^(?:commit|tag|object|-)(?: |$)/.test(path)).slice(0, MOST_PLACES);
  const committed = history || locations.some(({ commit }) => commit !== void 0);
  const file = shellWord("../replacements.txt");
  return [
    committed ? "It is in the history. Rewriting gives every later commit another id, so tell all who work on it; then, in a fresh clone, with git-filter-repo 2.47 or newer:" : 'If it was ever committed ("bearertrap scan --history" tells), in a fresh clone, with git-filter-repo 2.47 or newer:',
    `To replace the text everywhere, write one line, the secret and ==>REMOVED behind it, to ${file}, then:`,
    {
      command: `git filter-repo --sensitive-data-removal --replace-text ${file}${inMessage ? ` --replace-message ${file}` : ""}`
    },
    ...files.length > 0 && !inMessage ? [
      "Or, where nothing else in it is worth keeping, to drop the file from all commits:",
      {
        command: `git filter-repo --sensitive-data-removal --invert-paths ${files.map((path) => `--path ${shellWord(path)}`).join(" ")}`
      }
    ] : [],
    "Then, over everything that the host has:",
    { command: "git push --force --mirror origin" },
    "That does not undo: clones and forks that others have, pull requests and their cached views at the host (its support removes them on request), logs and artifacts of CI, published packages and images, backups."
  ];
}
function prevent({ rule }) {
  const own = ownCommand(process.cwd());
  return [
    "Keep it in a secret store or the environment and refer to it; give what replaces it the least rights and a short life.",
    "To have every commit looked at before it is made:",
    { command: `${own} hook install` },
    `If it opens nothing, accept it: bearertrap:ignore ${rule} -- why, in a comment on its line.`
  ];
}
export {
  explainCommand,
  explanation
};
