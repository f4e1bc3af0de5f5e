const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  __commonJS
} from "./shared-runtime.mjs";

// builtin:node:zlib
var require_node_zlib = __commonJS({
  "builtin:node:zlib"(exports, module) {
    module.exports = process.getBuiltinModule("node:zlib");
  }
});

export {
  require_node_zlib
};
