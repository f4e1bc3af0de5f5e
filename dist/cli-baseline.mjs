const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  baselineEntries,
  baselineText,
  entriesFor
} from "./shared-suppress-baseline.mjs";
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
import {
  readText
} from "./shared-sources-gitignore.mjs";
import "./shared-textfile.mjs";
import {
  isDay
} from "./shared-suppress-inline.mjs";
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
import "./shared-rules-catalogue.mjs";
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
  count
} from "./shared-report-text.mjs";
import "./shared-report-redact.mjs";
import "./shared-sources-git-spawn.mjs";
import "./shared-sources-git-gitdir.mjs";
import {
  displayPath
} from "./shared-path.mjs";
import {
  BASELINE_FILE,
  findProjectFiles,
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

// src/cli/baseline.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var SHORTEST_ID = 6;
async function baselineCommand(paths, options) {
  const { staged, range, history, accept, prune } = options;
  checkOptions(paths, options);
  const cwd = (0, import_node_path.resolve)(".");
  const file = (0, import_node_path.resolve)(options.output ?? defaultFile(cwd, paths));
  const name = displayPath((0, import_node_path.relative)(cwd, file) || file);
  const known = (0, import_node_fs.existsSync)(file) ? readEntries(file, name) : [];
  const scope = { ...staged && { staged }, ...range !== void 0 && { range }, ...history && { history } };
  const scopes = (
    // What a hook has blocked stands in the index, what a scan has told in the work tree.
    accept && Object.keys(scope).length === 0 && paths.length === 0 && repositoryTop(cwd) !== void 0 ? [{ staged: true }, {}] : [{ ...scope, ...paths.length > 0 && { paths } }]
  );
  let problems = 0;
  const reports = [];
  for (const one of scopes) {
    if (accept && reports.length > 0 && accept.every((id) => pick(reports, id).length > 0)) break;
    reports.push(
      await scanAgain(cwd, file, one, options.config, (text) => {
        problems++;
        process.stderr.write(`bearertrap: ${text}
`);
      })
    );
  }
  const report = reports.at(-1);
  const found = new Set(reports.flatMap(({ findings }) => findings.map(({ id }) => id)));
  const whole = paths.length === 0 && (report.scope.kind === "tree" || history === true) && report.coverage.complete;
  const stale = known.filter((entry) => !found.has(entry.id) && (history || !entry.history));
  if (prune) {
    if (!whole) throw new UsageError("--prune needs a complete scan of everything: what was not read may hold what is accepted");
    write(
      file,
      known.filter((entry) => !stale.includes(entry))
    );
    const gone = stale.map(({ id, rule, paths: places }) => `  ${id} ${rule} ${places.map(displayPath).join(", ")}
`);
    process.stdout.write(
      `${name}: ${count(stale.length, "entry", "entries")} removed, ${known.length - stale.length} left
${gone.join("")}`
    );
    return problems > 0 ? EXIT.usage : EXIT.clean;
  }
  const chosen = accept ? accept.flatMap((id) => only(pick(reports, id), id)) : report.findings.filter(({ suppressed }) => !suppressed);
  const { reason, owner, until } = options;
  const note = { ...reason && { reason }, ...owner && { owner }, ...until && { until } };
  const entries = new Map(known.map((entry) => [entry.id, entry]));
  const before = entries.size;
  for (const entry of entriesFor(chosen, known, note, report.scope.kind)) entries.set(entry.id, entry);
  write(file, [...entries.values()]);
  const added = entries.size - before;
  process.stdout.write(
    `${name}: ${count(entries.size, "finding")} accepted, ${added} of them new${whole && stale.length > 0 ? `; ${stale.length} match nothing any more (--prune removes them)` : ""}
`
  );
  if (!report.coverage.complete) process.stderr.write("bearertrap: the scan was incomplete: what was not read is not accepted\n");
  return problems > 0 ? EXIT.usage : EXIT.clean;
}
function checkOptions(paths, { staged, range, history, accept, prune, reason, until }) {
  const scopes = [staged && "--staged", range !== void 0 && "--range", history && "--history", paths.length > 0 && "paths"];
  const given = scopes.filter(Boolean);
  if (given.length > 1) throw new UsageError(`${given.join(" and ")} do not go together: choose one`);
  if (prune && accept) throw new UsageError("--prune and --accept do not go together: choose one");
  if (accept && !reason) throw new UsageError('--accept needs a reason: --reason "why this may stay"');
  if (until !== void 0 && !isDay(until)) throw new UsageError(`--until ${until} is no day: write 2027-01-31`);
  const short = accept?.find((id) => !/^[0-9a-f]+$/.test(id) || id.length < SHORTEST_ID);
  if (short !== void 0)
    throw new UsageError(`--accept ${short}: write at least ${SHORTEST_ID} of the 20 characters that stand at id in a report`);
}
function defaultFile(cwd, paths) {
  const { baseline, top } = findProjectFiles(cwd);
  if (baseline === void 0 && top === void 0 && paths.length === 1 && (0, import_node_fs.existsSync)((0, import_node_path.join)(paths[0], BASELINE_FILE)))
    return (0, import_node_path.join)(paths[0], BASELINE_FILE);
  return baseline ?? (0, import_node_path.join)(top ?? cwd, BASELINE_FILE);
}
function readEntries(file, name) {
  let value;
  try {
    value = JSON.parse(readText(file, name));
  } catch (error) {
    if (error.name === "UsageError") throw error;
    throw new UsageError(`${name}: this is no JSON; repair it or remove it`, { cause: error });
  }
  return baselineEntries(value, name);
}
async function scanAgain(cwd, file, scope, config, onProblem) {
  const project = await projectConfig({
    cwd,
    paths: scope.paths ?? [],
    ...config !== void 0 && { config: config === false ? false : (0, import_node_path.resolve)(config) }
  });
  const others = (project.options.baseline ?? []).filter((one) => one !== file && (0, import_node_path.basename)(one) !== BASELINE_FILE);
  const result = await runScan({ cwd, ...project.options, ...scope, baseline: others, onProblem });
  return createView(result.report, { ...result, color: false, width: 80, showSecrets: false }).report;
}
function pick(reports, id) {
  const found = new Map(reports.flatMap(({ findings }) => findings.map((finding) => [finding.id, finding])));
  return [...found.values()].filter((finding) => finding.id.startsWith(id));
}
function only(findings, id) {
  const [one, another] = findings;
  if (!one) throw new UsageError(`there is no finding ${id} here: scan again for the ids, or add --history or --range`);
  if (another) throw new UsageError(`${id} is the beginning of several ids: write more of it`);
  return one;
}
function write(file, entries) {
  const half = `${file}.${process.pid}.tmp`;
  try {
    (0, import_node_fs.writeFileSync)(half, baselineText(entries));
    (0, import_node_fs.renameSync)(half, file);
  } catch (error) {
    throw new UsageError(`${file} cannot be written (${error.code})`, { cause: error });
  }
}
export {
  baselineCommand
};
