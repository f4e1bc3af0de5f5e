const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  __commonJS
} from "./shared-runtime.mjs";

// builtin:node:crypto
var require_node_crypto = __commonJS({
  "builtin:node:crypto"(exports, module) {
    module.exports = process.getBuiltinModule("node:crypto");
  }
});

export {
  require_node_crypto
};
