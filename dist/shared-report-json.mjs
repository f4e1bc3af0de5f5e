const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  toJson
} from "./shared-report-jsontext.mjs";
import "./shared-path.mjs";
import "./shared-runtime.mjs";

// src/report/json.ts
var renderJson = (view) => `${toJson(view.report, 2)}
`;
export {
  renderJson
};
