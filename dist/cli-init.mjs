const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  CONFIG_FILES,
  findProjectFiles
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

// src/cli/init.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var TEMPLATE = `# Configuration of bearertrap. Every key is optional; remove the # to use one. Paths and patterns are relative to
# this folder; patterns are written as in .gitignore. Nothing in this file is ever run.
# All keys: docs/config.md of bearertrap; "bearertrap scan --print-config" shows what applies.

# Least severity that makes the exit code 1: critical, high, medium, low or none.
# fail-on: low

# What is scanned and what is not, besides .gitignore.
# include: ["src/"]
# exclude: ["vendor/", "*.snap"]
# max-file-size: "50M"

# Rules by id (bearertrap rules lists them): turned off, with another severity, or, of those that weigh values without a
# shape, with the least probability (0 to 1) at which they tell.
# rules:
#   jwt: { severity: medium }
#   generic-password: { min-probability: 0.9 }
#   generic-*: { enabled: false }

# How severe findings are in some paths.
# severity:
#   - paths: ["docs/"]
#     severity: low

# Findings that are accepted. Of each entry everything that is given must hold.
# allow:
#   - paths: ["test/fixtures/"]
#     rules: ["jwt"]
#     max-severity: medium
#     reason: made for tests
#     owner: ann
#     until: "2027-01-31"
#   - ids: ["0123456789abcdef0123"]
#     reason: the id of a finding, from a report
#   - values: ["EXAMPLE$"]
#     reason: regular expressions, looked for in the secret

# Rules of your own, and files to build on.
# rule-files: ["security/rules.yaml"]
# extends: ["security/shared.yaml"]

# Known findings of other scanners, besides bearertrap's own (naming any replaces the default).
# baseline: [".bearertrap-baseline.json", ".gitleaksignore", ".secrets.baseline"]
`;
function initCommand(folder) {
  const start = (0, import_node_path.resolve)(folder);
  const { top, config } = findProjectFiles(start);
  const name = (path) => (0, import_node_path.relative)(process.cwd(), path) || path;
  if (config !== void 0) throw new UsageError(`${name(config)} is there already: it stays as it is`);
  const file = (0, import_node_path.join)(top ?? start, CONFIG_FILES[0]);
  try {
    (0, import_node_fs.writeFileSync)(file, TEMPLATE, { flag: "wx" });
  } catch (error) {
    throw new UsageError(`${name(file)} cannot be written (${error.code})`, { cause: error });
  }
  process.stdout.write(`Wrote ${name(file)}: everything in it is explained, and nothing set.
`);
  return EXIT.clean;
}
export {
  TEMPLATE,
  initCommand
};
