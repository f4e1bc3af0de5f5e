const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  packTables
} from "./shared-detect-tables.mjs";

// src/pipeline/worker-catalogue.ts
function customRules({ rules, tables }) {
  return { rules, tables: packTables(tables) };
}

// src/clock.ts
var elapsedMs = () => process.uptime() * 1e3;

export {
  elapsedMs,
  customRules
};
