const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/model.ts
var SEVERITIES = ["critical", "high", "medium", "low", "info"];
var CONFIDENCES = ["certain", "high", "medium", "low"];
var REACHES = ["head", "refs", "stash", "index", "reflog", "unreachable"];

export {
  SEVERITIES,
  CONFIDENCES,
  REACHES
};
