const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_promises
} from "./shared-builtin-node-fs-promises.mjs";
import {
  checkRules,
  expandExamples,
  parseRules,
  problemText
} from "./shared-patterns-rule.schema.mjs";
import "./shared-yaml-dist-parse-parser.mjs";
import {
  compileRules
} from "./shared-rules-compile.mjs";
import "./shared-detect-grams.mjs";
import "./shared-builtin-node-zlib.mjs";
import "./shared-rules-closest.mjs";
import {
  Detector,
  resolve
} from "./shared-detect-engine.mjs";
import "./shared-wasm-core-code.mjs";
import "./shared-detect-checksums-decode.mjs";
import "./shared-detect-decode-base64.mjs";
import "./shared-detect-assignment.mjs";
import "./shared-tokens-capability.mjs";
import {
  loadCatalogue
} from "./shared-rules-catalogue.mjs";
import "./shared-detect-tables.mjs";
import {
  isTold
} from "./shared-detect-score-place-features.mjs";
import "./shared-order.mjs";
import "./shared-detect-plausible.mjs";
import "./shared-detect-bytes.mjs";
import "./shared-tokens-json.mjs";
import "./shared-builtin-node-crypto.mjs";
import "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/rules/run-examples.ts
var import_promises = __toESM(require_promises(), 1);
async function checkRuleFile(name) {
  let text;
  try {
    text = await (0, import_promises.readFile)(name, "utf8");
  } catch (error) {
    const { code } = error;
    throw new UsageError(`rule file ${name} cannot be read (${code}): check the path`, { cause: error });
  }
  if (name.endsWith(".toml")) {
    const { parseGitleaks, tomlProblem } = await import("./shared-rules-re2.mjs");
    try {
      return { passed: 0, problems: parseGitleaks(text, name).notices };
    } catch (error) {
      const problem = tomlProblem(error);
      if (problem === void 0) throw error;
      return { passed: 0, problems: [`${name}:${problem}`] };
    }
  }
  const rules = parseRules(text, name);
  const known = new Set(loadCatalogue().rules.map((rule) => rule.id));
  for (const { id } of rules.file.rules) known.delete(id);
  const problems = [...rules.problems, ...checkRules([{ name, rules }], { known, examples: true })].map(problemText);
  if (problems.length > 0) return { passed: 0, problems };
  const { passed, failures } = checkExamples(rules.file, compileRules([rules.file]));
  return { passed, problems: failures.map((failure) => `${name}: ${failure}`) };
}
function checkExamples(file, catalogue, detector = new Detector(catalogue)) {
  const failures = [];
  let passed = 0;
  for (const rule of file.rules) {
    const examples = expandExamples(rule, file.rules);
    for (const expected of ["match", "miss"]) {
      for (const { template, text } of examples[expected]) {
        const data = Buffer.from(text, "utf8");
        const ids = resolve(detector.scan(data, 0, data.length).filter(isTold), catalogue).map(
          (hit) => catalogue.rules[hit.rule].id
        );
        if (ids.includes(rule.id) === (expected === "match")) passed++;
        else if (expected === "match")
          failures.push(`${rule.id}: not found in ${JSON.stringify(template)}${ids.length > 0 ? `, but ${ids.join(", ")}` : ""}`);
        else failures.push(`${rule.id}: found in ${JSON.stringify(template)}, where it must not be`);
      }
    }
  }
  return { passed, failures };
}
export {
  checkExamples,
  checkRuleFile
};
