const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  byImportance,
  byLocation,
  makeFindings
} from "./shared-judge-severity.mjs";
import "./shared-life.mjs";
import "./shared-fingerprint.mjs";
import "./shared-tokens-decode.mjs";
import "./shared-builtin-node-crypto.mjs";
import "./shared-order.mjs";
import "./shared-report-redact.mjs";
import "./shared-detect-score-place-features.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-tokens-json.mjs";
import "./shared-builtin-node-fs.mjs";
import "./shared-model.mjs";
import "./shared-runtime-3.mjs";
export {
  byImportance,
  byLocation,
  makeFindings
};
