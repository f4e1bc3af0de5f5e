const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  openRepo
} from "./shared-sources-git-repo.mjs";
import "./shared-sources-git-gitdir.mjs";
import {
  shellWord
} from "./shared-cli-shell.mjs";
import {
  runGit
} from "./shared-sources-git-spawn.mjs";
import {
  displayPath
} from "./shared-path.mjs";
import {
  EXIT
} from "./shared-judge-policy.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import {
  require_node_fs
} from "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/cli/hook-install.ts
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var MARK = '# Installed by "bearertrap hook install"; "bearertrap hook uninstall" takes it away.';
var BEFORE = ".before-bearertrap";
var MANAGERS = [
  [/pre-commit\.com/, () => "it is of pre-commit: add bearertrap to .pre-commit-config.yaml (docs/hooks.md)"],
  [/lefthook/, (hook) => `it is of lefthook: add to lefthook.yml under ${hook} the command "bearertrap hook run ${hook}"`],
  [/husky/, (hook) => `it is of husky: add to .husky/${hook} the line "npx bearertrap hook run ${hook}"`]
];
function installHooks(folder, { prePush }) {
  const names = prePush ? ["pre-commit", "pre-push"] : ["pre-commit"];
  const hooks = hooksFolder(folder);
  const plans = names.map((name) => ({ name, file: (0, import_node_path.join)(hooks, name), chained: plan((0, import_node_path.join)(hooks, name), name) }));
  (0, import_node_fs.mkdirSync)(hooks, { recursive: true });
  for (const { name, file, chained } of plans) {
    if (chained) (0, import_node_fs.renameSync)(file, file + BEFORE);
    (0, import_node_fs.writeFileSync)(file, script(name));
    (0, import_node_fs.chmodSync)(file, 493);
    const note = (0, import_node_fs.existsSync)(file + BEFORE) ? `; the hook that was there runs before it (${name}${BEFORE})` : "";
    process.stdout.write(`Installed ${shown(file)}${note}
`);
  }
  return EXIT.clean;
}
function uninstallHooks(folder) {
  const hooks = hooksFolder(folder);
  let removed = 0;
  for (const name of ["pre-commit", "pre-push"]) {
    const file = (0, import_node_path.join)(hooks, name);
    if (!isOurs(file)) continue;
    (0, import_node_fs.rmSync)(file);
    const restored = (0, import_node_fs.existsSync)(file + BEFORE);
    if (restored) (0, import_node_fs.renameSync)(file + BEFORE, file);
    process.stdout.write(`Removed ${shown(file)}${restored ? " and put back the hook that was there before" : ""}
`);
    removed++;
  }
  if (removed === 0) process.stdout.write(`There is no hook of bearertrap in ${shown(hooks)}
`);
  return EXIT.clean;
}
var shown = (path) => displayPath((0, import_node_path.relative)(process.cwd(), path) || path);
function plan(file, name) {
  if ((0, import_node_fs.lstatSync)(file, { throwIfNoEntry: false }) === void 0 || isOurs(file)) return false;
  const text = readHook(file);
  const manager = MANAGERS.find(([mark]) => mark.test(text));
  if (manager) throw new UsageError(`${shown(file)} stays as it is, for ${manager[1](name)}`);
  if ((0, import_node_fs.lstatSync)(file + BEFORE, { throwIfNoEntry: false }) !== void 0) {
    throw new UsageError(
      `${shown(file)} and ${shown(file + BEFORE)} are both there already: add the line "bearertrap hook run ${name}" to the first, or remove one`
    );
  }
  return true;
}
function isOurs(file) {
  return readHook(file).includes(MARK);
}
function readHook(file) {
  try {
    return (0, import_node_fs.readFileSync)(file, "utf8");
  } catch {
    return "";
  }
}
function hooksFolder(folder) {
  const repo = openRepo((0, import_node_path.resolve)(folder));
  const set = runGit(["config", "--show-scope", "--type=path", "--get-all", "core.hooksPath"], { cwd: repo.root });
  const [scope, path] = set.stdout.toString("utf8").split("\n").map((line) => line.split("	")).findLast(([one]) => one !== "" && one !== "command") ?? [];
  if (path === void 0) return (0, import_node_path.join)(repo.commonDir, "hooks");
  if (scope === "global" || scope === "system") {
    throw new UsageError(
      `core.hooksPath is ${displayPath(path)} for all repositories of ${scope === "global" ? "yours" : "this machine"}, so a hook there would run in each: add the line "bearertrap hook run pre-commit" to a hook of yours there, or give this repository its own: git config --local core.hooksPath ${displayPath((0, import_node_path.join)(repo.commonDir, "hooks"))}`
    );
  }
  if (/(?:^|\/)\.husky(?:\/|$)/.test(path)) {
    throw new UsageError('the hooks here are of husky: add to .husky/pre-commit the line "npx bearertrap hook run pre-commit"');
  }
  return (0, import_node_path.resolve)(repo.root, path);
}
function script(name) {
  const cli = process.argv[1];
  return `#!/bin/sh
${MARK}
before="$0${BEFORE}"
${name === "pre-push" ? PASS_INPUT : PASS}
node=${shellWord(process.execPath)}
cli=${shellWord((0, import_node_path.resolve)(cli))}
if [ -x "$node" ] && [ -f "$cli" ]; then
  ${name === "pre-push" ? 'printf "%s\\n" "$input" | ' : "exec "}"$node" "$cli" hook run ${name} "$@"
elif command -v bearertrap >/dev/null 2>&1; then
  ${name === "pre-push" ? 'printf "%s\\n" "$input" | ' : "exec "}bearertrap hook run ${name} "$@"
else
  echo "bearertrap is gone from $cli: install it again and run \\"bearertrap hook install\\", or remove $0" >&2
  exit 1
fi
`;
}
var PASS = 'if [ -x "$before" ]; then "$before" "$@" || exit $?; fi';
var PASS_INPUT = `input=$(cat)
if [ -x "$before" ]; then printf "%s\\n" "$input" | "$before" "$@" || exit $?; fi`;
export {
  installHooks,
  uninstallHooks
};
