const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/model.ts
var SEVERITIES = ["critical", "high", "medium", "low", "info"];
var CONFIDENCES = ["certain", "high", "medium", "low"];

export {
  SEVERITIES,
  CONFIDENCES
};
