const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  DECEIVING
} from "./shared-path.mjs";

// src/report/jsontext.ts
var ESCAPES = new RegExp(`\\\\(?:ud([89a-f][0-9a-f]{2})|[^])|[${DECEIVING}]`, "g");
function toJson(value, indent = 0) {
  return JSON.stringify(value, null, indent).replace(ESCAPES, (escape, surrogate) => {
    if (surrogate !== void 0) {
      const unit = Number.parseInt(`d${surrogate}`, 16);
      return unit >= 56448 && unit <= 56575 ? `\\\\x${(unit - 56320).toString(16)}` : "\\ufffd";
    }
    return escape.startsWith("\\") ? escape : `\\u${escape.charCodeAt(0).toString(16).padStart(4, "0")}`;
  });
}

export {
  toJson
};
