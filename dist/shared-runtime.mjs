const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  DECEIVING,
  displayPath,
  fromBytes,
  toBytes,
  wellFormed
} from "./shared-path.mjs";
import "./shared-runtime-5.mjs";
export {
  DECEIVING,
  displayPath,
  fromBytes,
  toBytes,
  wellFormed
};
