const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  CONTROL,
  DONE,
  DONE_KIB,
  DONE_WORK,
  DUPLICATE,
  IDLE,
  STOP,
  TYPE,
  cutRoots,
  entryEnd,
  planObjects,
  planSteps,
  shared,
  toShared
} from "./shared-sources-git-plan.mjs";
import "./shared-sources-git-ids.mjs";
import "./shared-sources-git-packfile.mjs";
import "./shared-sources-git-packindex.mjs";
import "./shared-sources-git-steps.mjs";
import "./shared-wasm-core-code.mjs";
import "./shared-sources-git-gitdir.mjs";
import "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import "./shared-runtime.mjs";
export {
  CONTROL,
  DONE,
  DONE_KIB,
  DONE_WORK,
  DUPLICATE,
  IDLE,
  STOP,
  TYPE,
  cutRoots,
  entryEnd,
  planObjects,
  planSteps,
  shared,
  toShared
};
