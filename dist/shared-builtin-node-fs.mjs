const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  __commonJS
} from "./shared-runtime.mjs";

// builtin:node:fs
var require_node_fs = __commonJS({
  "builtin:node:fs"(exports, module) {
    module.exports = process.getBuiltinModule("node:fs");
  }
});

export {
  require_node_fs
};
