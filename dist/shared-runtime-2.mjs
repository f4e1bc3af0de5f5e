const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  linkKeys,
  linkKeysInShares
} from "./shared-tokens-link-shares.mjs";
import {
  card,
  explainOpaque,
  explainText,
  explainToken,
  findHmacKey,
  findKeys,
  findSigningKey,
  keyRing
} from "./shared-tokens-opaque.mjs";
import "./shared-tokens-decode.mjs";
import "./shared-tokens-capability.mjs";
import "./shared-tokens-json.mjs";
import "./shared-builtin-node-crypto.mjs";
import "./shared-runtime.mjs";
export {
  card,
  explainOpaque,
  explainText,
  explainToken,
  findHmacKey,
  findKeys,
  findSigningKey,
  keyRing,
  linkKeys,
  linkKeysInShares
};
