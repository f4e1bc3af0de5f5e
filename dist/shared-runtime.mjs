const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  DECEIVING,
  displayPath,
  fromBytes,
  toBytes,
  wellFormed
} from "./shared-path.mjs";
import "./shared-runtime-3.mjs";
export {
  DECEIVING,
  displayPath,
  fromBytes,
  toBytes,
  wellFormed
};
