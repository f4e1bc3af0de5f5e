const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  REPOSITORY_VARIABLES,
  askGit,
  complaintIn,
  runGit,
  spawnGit
} from "./shared-sources-git-spawn.mjs";
import "./shared-path.mjs";
import "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import "./shared-errors.mjs";
import "./shared-runtime-3.mjs";
export {
  REPOSITORY_VARIABLES,
  askGit,
  complaintIn,
  runGit,
  spawnGit
};
