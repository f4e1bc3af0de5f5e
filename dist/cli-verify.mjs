const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  readReport,
  verifierFor,
  verifyCommand,
  verifyScan
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
import "./shared-sources-list.mjs";
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
import "./shared-judge-policy.mjs";
import "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import "./shared-errors.mjs";
import "./shared-model.mjs";
import "./shared-runtime.mjs";
export {
  readReport,
  verifierFor,
  verifyCommand,
  verifyScan
};
