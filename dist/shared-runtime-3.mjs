const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  loadIssuerTable
} from "./shared-tokens-issuer-table.mjs";
import "./shared-builtin-node-fs.mjs";
import "./shared-runtime.mjs";
export {
  loadIssuerTable
};
