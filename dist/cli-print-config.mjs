const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  displayPath
} from "./shared-path.mjs";
import "./shared-runtime.mjs";

// src/cli/print-config.ts
var OPTIONS = {
  failOn: "fail-on",
  minSeverity: "min-severity",
  maxFileSize: "max-file-size",
  include: "include",
  exclude: "exclude",
  rules: "rule-files",
  baseline: "baseline"
};
var SINGLE = /* @__PURE__ */ new Set(["fail-on", "min-severity", "max-file-size", "gitignore", "inline-ignores"]);
function printConfig({ origins }, given) {
  const told = [...origins];
  for (const [option, key] of Object.entries(OPTIONS)) {
    if (given[option] !== void 0) told.push({ key, value: given[option], from: "command line" });
  }
  for (const [option, key] of [
    ["gitignore", "gitignore"],
    ["inlineIgnores", "inline-ignores"]
  ]) {
    if (given[option] === false) told.push({ key, value: false, from: "command line" });
  }
  if (!told.some(({ key }) => key === "fail-on")) told.push({ key: "fail-on", value: "low", from: "default" });
  const applies = told.filter(({ key }, at) => !SINGLE.has(key) || !told.slice(at + 1).some((later) => later.key === key));
  const lines = applies.map(({ key, value, from }) => [`${key}: ${JSON.stringify(value)}`, `# ${from}`]);
  const width = Math.min(60, Math.max(...lines.map(([text]) => text.length)));
  process.stdout.write(lines.map(([text, from]) => `${displayPath(`${text.padEnd(width)}  ${from}`)}
`).join(""));
}
export {
  printConfig
};
