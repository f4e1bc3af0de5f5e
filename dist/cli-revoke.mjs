const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  planRevocation,
  readAgain,
  readReport,
  revocationText,
  revoke,
  subjectsOf,
  verifierFor
} from "./shared-oauth4webapi-build-index.mjs";
import "./shared-builtin-node-fs-promises.mjs";
import "./shared-tokens-link-shares.mjs";
import "./shared-patterns-rule.schema.mjs";
import "./shared-yaml-dist-parse-parser.mjs";
import "./shared-rules-compile.mjs";
import "./shared-detect-grams.mjs";
import "./shared-builtin-node-zlib.mjs";
import "./shared-rules-closest.mjs";
import "./shared-sources-git-batch.mjs";
import "./shared-sources-git-packfile.mjs";
import "./shared-sources-git-packindex.mjs";
import "./shared-cli-stdin.mjs";
import "./shared-tokens-opaque.mjs";
import "./shared-tokens-issuer-table.mjs";
import "./shared-fingerprint.mjs";
import "./shared-tokens-decode.mjs";
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
import "./shared-rules-catalogue.mjs";
import "./shared-detect-tables.mjs";
import "./shared-detect-score-place-features.mjs";
import "./shared-order.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import "./shared-sources-git-repo.mjs";
import "./shared-builtin-node-crypto.mjs";
import "./shared-sources-git-repository.mjs";
import "./shared-report-view.mjs";
import "./shared-report-text.mjs";
import "./shared-report-columns.mjs";
import "./shared-report-redact.mjs";
import "./shared-sources-git-spawn.mjs";
import "./shared-sources-git-gitdir.mjs";
import "./shared-path.mjs";
import "./shared-config-find.mjs";
import {
  EXIT
} from "./shared-judge-policy.mjs";
import "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import "./shared-model.mjs";
import "./shared-runtime.mjs";

// src/cli/revoke.ts
var SHORTEST_ID = 8;
async function revokeCommand(ids, given) {
  const options = given;
  const verifier = await verifierFor(options);
  const all = await findSubjects(options, verifier);
  const subjects = [...new Set(ids)].map((id) => subjectOf(id, all));
  const codes = [];
  for (const subject of subjects) codes.push(await revokeOne(subject, verifier, options.yes ?? false));
  if (!options.yes) process.stdout.write("Nothing was sent. Add --yes to do it.\n");
  return [EXIT.findings, EXIT.incomplete].find((code) => codes.includes(code)) ?? EXIT.clean;
}
async function revokeOne(subject, verifier, yes) {
  const { finding } = subject;
  const place = finding.locations[0];
  const plan = planRevocation(subject, verifier);
  const lines = [
    `${finding.id}  ${finding.title}  ${finding.secret.redacted}${place ? `  ${place.path}:${place.startLine}` : ""}`,
    ...revocationText(plan, subject).map((line) => `  ${line}`)
  ];
  process.stdout.write(`${lines.join("\n")}
`);
  if (!yes) return EXIT.clean;
  if (plan.by === "hand") {
    process.stdout.write("  not revoked: it has to be done by hand\n");
    return EXIT.findings;
  }
  const { taken, said, after } = await revoke(plan, subject, verifier);
  process.stdout.write(`  ${taken ? said : `not revoked: ${said}`}
`);
  if (!taken) return EXIT.findings;
  process.stdout.write(
    `  ${after ? `verified afterwards: ${after.state}; ${after.detail}` : "whether it is dead cannot be asked"}
`
  );
  if (after?.state === "inactive") return EXIT.clean;
  return after?.state === "active" ? EXIT.findings : EXIT.incomplete;
}
async function findSubjects(options, verifier) {
  const from = { ...options.rules && { rules: options.rules } };
  if (options.report !== void 0) {
    const report2 = await readReport(options.report);
    const { secretOf: secretOf2 } = await readAgain(report2, from);
    return subjectsOf(report2.findings, secretOf2, verifier);
  }
  const { report, secretOf } = await runScan({ ...from, ...options.history && { history: true } });
  return subjectsOf(report.findings, (of) => secretOf.get(of), verifier);
}
function subjectOf(id, all) {
  const found = all.filter(({ finding }) => finding.id === id || id.length >= SHORTEST_ID && finding.id.startsWith(id));
  if (found.length === 1) return found[0];
  if (found.length > 1) throw new UsageError(`${id} is the beginning of ${found.length} ids: write one of them whole`);
  throw new UsageError(
    `there is no finding ${id} here whose secret can be read: check the id, the folder, and --report or --history`
  );
}
export {
  revokeCommand
};
