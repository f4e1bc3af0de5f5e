const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  openRepo
} from "./shared-sources-git-repo.mjs";
import {
  require_node_crypto
} from "./shared-builtin-node-crypto.mjs";
import {
  enterRepository
} from "./shared-sources-git-repository.mjs";
import {
  shellWord
} from "./shared-cli-shell.mjs";
import {
  runGit
} from "./shared-sources-git-spawn.mjs";
import "./shared-sources-git-gitdir.mjs";
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
var import_node_crypto = __toESM(require_node_crypto(), 1);
var import_node_fs = __toESM(require_node_fs(), 1);
var import_node_path = __toESM(require_node_path(), 1);
var NAMES = ["pre-commit", "pre-merge-commit", "pre-push"];
var MARK = '# Installed by "bearertrap hook install"; "bearertrap hook uninstall" takes it away while it is unchanged:';
var BEFORE = ".before-bearertrap";
var MANAGERS = [
  [/pre-commit\.com/, () => "it is of pre-commit: add bearertrap to .pre-commit-config.yaml (docs/hooks.md)"],
  [/lefthook/, (hook) => `it is of lefthook: add to lefthook.yml under ${hook} the command "bearertrap hook run ${hook}"`],
  [/husky/, (hook) => `it is of husky: add to .husky/${hook} the line "npx bearertrap hook run ${hook}"`]
];
async function installHooks(folder, { prePush }) {
  const names = NAMES.filter((name) => name !== "pre-push" || prePush);
  const hooks = await hooksFolder(folder);
  return inFolder(hooks, () => {
    const plans = names.map((name) => {
      const file = (0, import_node_path.join)(hooks, name);
      return { name, file, half: `${file}.${process.pid}.tmp`, chained: plan(file, name) };
    });
    (0, import_node_fs.mkdirSync)(hooks, { recursive: true });
    try {
      for (const { name, half } of plans) {
        (0, import_node_fs.writeFileSync)(half, script(name));
        (0, import_node_fs.chmodSync)(half, 493);
      }
      for (const { name, file, half, chained } of plans) {
        if (chained) (0, import_node_fs.renameSync)(file, file + BEFORE);
        (0, import_node_fs.renameSync)(half, file);
        const note = (0, import_node_fs.existsSync)(file + BEFORE) ? `; the hook that was there runs before it (${name}${BEFORE})` : "";
        process.stdout.write(`Installed ${shown(file)}${note}
`);
      }
    } finally {
      for (const { half } of plans) (0, import_node_fs.rmSync)(half, { force: true });
    }
    return EXIT.clean;
  });
}
async function uninstallHooks(folder) {
  const hooks = await hooksFolder(folder);
  return inFolder(hooks, () => {
    const all = NAMES.map((name) => (0, import_node_path.join)(hooks, name));
    const files = all.filter((file) => isOurs(file, readHook(file)));
    for (const file of files) {
      (0, import_node_fs.rmSync)(file);
      const restored = isThere(file + BEFORE);
      if (restored) (0, import_node_fs.renameSync)(file + BEFORE, file);
      process.stdout.write(`Removed ${shown(file)}${restored ? " and put back the hook that was there before" : ""}
`);
    }
    if (files.length === 0) process.stdout.write(`There is no hook of bearertrap in ${shown(hooks)}
`);
    return EXIT.clean;
  });
}
var shown = (path) => displayPath((0, import_node_path.relative)(process.cwd(), path) || path);
var isThere = (path) => (0, import_node_fs.lstatSync)(path, { throwIfNoEntry: false }) !== void 0;
function inFolder(hooks, action) {
  try {
    return action();
  } catch (error) {
    const { code } = error;
    if (code === void 0) throw error;
    throw new UsageError(`no hook can be put into ${shown(hooks)} (${code}): make it a folder, or see core.hooksPath`, {
      cause: error
    });
  }
}
function plan(file, name) {
  const found = (0, import_node_fs.lstatSync)(file, { throwIfNoEntry: false });
  if (found === void 0) return false;
  if (found.isDirectory()) throw new UsageError(`${shown(file)} is a folder: remove it, for git takes it for no hook`);
  const text = readHook(file);
  if (isOurs(file, text)) return false;
  const manager = MANAGERS.find(([mark]) => mark.test(text));
  if (manager) throw new UsageError(`${shown(file)} stays as it is, for ${manager[1](name)}`);
  if (isThere(file + BEFORE)) {
    throw new UsageError(
      `${shown(file)} and ${shown(file + BEFORE)} are both there already: add the line "bearertrap hook run ${name}" to the first, or remove one`
    );
  }
  return true;
}
function isOurs(file, text) {
  const at = text.indexOf(MARK);
  if (at < 0) return false;
  if (text === signed(text.slice(text.indexOf("\n", at) + 1))) return true;
  throw new UsageError(
    `${shown(file)} stays as it is, for it was changed after bearertrap wrote it: put what was added into ${shown(file + BEFORE)}, which runs first, and remove it`
  );
}
function readHook(file) {
  try {
    return (0, import_node_fs.readFileSync)(file, "utf8");
  } catch {
    return "";
  }
}
async function hooksFolder(folder) {
  await enterRepository((0, import_node_path.resolve)(folder));
  const repo = openRepo((0, import_node_path.resolve)(folder));
  const set = runGit(["config", "--show-scope", "--type=path", "--get-all", "core.hooksPath"], { cwd: repo.root });
  const [scope, path] = set.stdout.toString("utf8").split("\n").map((line) => line.split("	")).findLast(([one]) => one !== "" && one !== "command") ?? [];
  if (path === void 0) return (0, import_node_path.join)(repo.commonDir, "hooks");
  if (path === "") {
    throw new UsageError(`core.hooksPath is empty, so git runs no hooks here: git config --${scope} --unset core.hooksPath`);
  }
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
  return signed(`before="$0${BEFORE}"
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
`);
}
function signed(lines) {
  return `#!/bin/sh
${MARK} ${(0, import_node_crypto.createHash)("sha256").update(lines).digest("hex").slice(0, 16)}
${lines}`;
}
var PASS = 'if [ -x "$before" ]; then "$before" "$@" || exit $?; fi';
var PASS_INPUT = `input=$(cat)
if [ -x "$before" ]; then printf "%s\\n" "$input" | "$before" "$@" || exit $?; fi`;
export {
  installHooks,
  uninstallHooks
};
