const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  ObjectIds,
  PackedIds,
  packOf
} from "./shared-sources-git-ids.mjs";
import "./shared-sources-git-packindex.mjs";
import "./shared-runtime.mjs";
export {
  ObjectIds,
  PackedIds,
  packOf
};
