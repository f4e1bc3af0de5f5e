const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_dist
} from "./shared-yaml-dist-parse-parser.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/suppress/yaml.ts
var Yaml = __toESM(require_dist(), 1);
function parseYaml(text, name) {
  const lines = new Yaml.LineCounter();
  const document = Yaml.parseDocument(text, { lineCounter: lines, prettyErrors: false });
  const [error] = document.errors;
  if (!error) return document.toJS();
  const { line, col } = lines.linePos(error.pos[0]);
  throw new UsageError(`${name}:${line}:${col}: ${error.message.split("\n")[0]}`);
}
export {
  parseYaml
};
