const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/fingerprint.ts
var import_node_crypto = __toESM(require_node_crypto(), 1);
var LABEL = "bearertrap/fingerprint/v1";
var BYTES = 10;
var SCRYPT = { N: 2 ** 10, r: 8, p: 1 };
function fingerprint(rule, secret, options) {
  if (!options.guessable) {
    const digest = (0, import_node_crypto.createHmac)("sha256", LABEL).update(`${rule}\0${secret}`, "utf8").digest("hex");
    return Promise.resolve(digest.slice(0, 2 * BYTES));
  }
  return new Promise((resolve, reject) => {
    (0, import_node_crypto.scrypt)(secret, `${LABEL}\0${rule}`, BYTES, SCRYPT, (error, key) => {
      if (error) reject(error);
      else resolve(key.toString("hex"));
    });
  });
}

export {
  fingerprint
};
