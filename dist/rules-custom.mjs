const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_promises
} from "./shared-builtin-node-fs-promises.mjs";
import {
  parseRules,
  problemText
} from "./shared-patterns-rule.schema.mjs";
import "./shared-yaml-dist-parse-parser.mjs";
import {
  catalogueOf,
  compileRules
} from "./shared-rules-compile.mjs";
import "./shared-detect-grams.mjs";
import "./shared-builtin-node-zlib.mjs";
import "./shared-rules-closest.mjs";
import "./shared-detect-checksums-decode.mjs";
import "./shared-detect-decode-base64.mjs";
import "./shared-detect-assignment.mjs";
import "./shared-tokens-capability.mjs";
import {
  loadWithAnchors
} from "./shared-rules-catalogue.mjs";
import "./shared-detect-tables.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import "./shared-builtin-node-crypto.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/rules/custom.ts
var import_promises = __toESM(require_promises(), 1);
var import_node_path = __toESM(require_node_path(), 1);
async function withRuleFiles(files, cwd) {
  const problems = [];
  const notices = [];
  const parsed = [];
  const foreign = [];
  for (const name of files) {
    let text;
    try {
      text = await (0, import_promises.readFile)((0, import_node_path.resolve)(cwd, name), "utf8");
    } catch (error) {
      throw new UsageError(
        `rule file ${name} cannot be read (${error.code}): check the path given to --rules`,
        { cause: error }
      );
    }
    if (name.endsWith(".toml")) {
      const { parseGitleaks, tomlProblem } = await import("./shared-rules-re2.mjs");
      try {
        foreign.push(parseGitleaks(text, name));
      } catch (error) {
        const problem = tomlProblem(error);
        if (problem === void 0) throw error;
        problems.push(`${name}:${problem}`);
      }
      continue;
    }
    const result = parseRules(text, name);
    parsed.push(result.file);
    for (const problem of result.problems) problems.push(problemText(problem));
  }
  for (const file of foreign) notices.push(...file.notices);
  const builtIn = loadWithAnchors();
  let { rules, sheets } = builtIn;
  for (const own of [compileRules(parsed), ...foreign]) {
    const replaced = new Set(own.rules.map((rule) => rule.id));
    const kept = (items) => items.filter((item) => !replaced.has(item.id));
    rules = [...kept(rules), ...own.rules];
    sheets = [...kept(sheets), ...own.sheets];
  }
  const catalogue = catalogueOf(rules, sheets);
  if (foreign.length > 0) catalogue.accepts = (match) => foreign.every((file) => file.accepts(match));
  return { catalogue, problems, notices };
}
export {
  withRuleFiles
};
