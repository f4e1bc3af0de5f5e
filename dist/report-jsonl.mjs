const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  toJson
} from "./shared-report-jsontext.mjs";
import "./shared-path.mjs";
import "./shared-runtime.mjs";

// src/report/jsonl.ts
var renderJsonl = ({ report }) => {
  const { findings, ...rest } = report;
  const line = (type, value) => `${toJson({ type, ...value })}
`;
  return findings.map((finding) => line("finding", finding)).join("") + line("summary", rest);
};
export {
  renderJsonl
};
