const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  readStdin
} from "./shared-cli-stdin.mjs";
import {
  projectConfig
} from "./shared-config-index.mjs";
import "./shared-config-find.mjs";
import {
  require_node_path
} from "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import {
  UsageError
} from "./shared-errors.mjs";
import {
  EXIT
} from "./shared-judge-policy.mjs";
import {
  SEVERITIES
} from "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime-3.mjs";

// src/cli/hook-run.ts
var import_node_path = __toESM(require_node_path(), 1);
var HOOKS = ["pre-commit", "pre-push", "pre-receive"];
async function runHook(hook, args, scan) {
  const cwd = process.cwd();
  const project = await projectConfig({ cwd });
  let problems = 0;
  const common = {
    cwd,
    ...project.options,
    onProblem: (text) => {
      problems++;
      process.stderr.write(`bearertrap: ${text}
`);
    },
    onNotice: (text) => process.stderr.write(`bearertrap: ${text}
`)
  };
  const { event, scopes } = await whatToScan(hook, args, cwd);
  const failOn = project.failOn ?? "low";
  let code = EXIT.clean;
  for (const scope of scopes) {
    const result = await scan({ ...common, ...scope });
    const { report } = result;
    const blocking = report.findings.filter((finding) => blocks(finding, failOn));
    if (blocking.length > 0) {
      const { blockedScreen } = await import("./shared-cli-hook-screen.mjs");
      process.stdout.write(blockedScreen(result, blocking, scope.paths ? "files" : event, cwd));
      code = EXIT.findings;
    } else if (report.summary.suppressed > 0) {
      const known = report.summary.suppressed;
      process.stderr.write(`bearertrap: ${known} accepted ${known === 1 ? "finding" : "findings"}, nothing else
`);
    }
    const gaps = report.coverage.skipped.filter(({ gap }) => gap);
    for (const { reason, count, examples } of gaps)
      process.stderr.write(`bearertrap: not read, ${reason}: ${count} (${examples.join(", ")}); this may hold secrets
`);
    if (gaps.length > 0 && code === EXIT.clean) code = EXIT.incomplete;
  }
  return problems > 0 && code !== EXIT.findings ? EXIT.usage : code;
}
function blocks(finding, failOn) {
  return failOn !== "none" && !finding.suppressed && SEVERITIES.indexOf(finding.severity) <= SEVERITIES.indexOf(failOn);
}
async function whatToScan(hook, args, cwd) {
  const environment = process.env;
  if (hook === "pre-receive") return { event: "push", scopes: pushes(parsePush(await input(), "receive"), "--all") };
  const [from, to] = [environment["PRE_COMMIT_FROM_REF"], environment["PRE_COMMIT_TO_REF"]];
  const remote = environment["PRE_COMMIT_REMOTE_NAME"];
  if (environment["PRE_COMMIT"] && (from || to || remote)) {
    const pushed = { tips: [to || "HEAD"], known: from ? [from] : [], ...remote && { refs: `--remotes=${remote}` } };
    return { event: "push", scopes: [{ pushed }] };
  }
  if (hook === "pre-push") {
    const { runGit } = await import("./shared-runtime-2.mjs");
    const isRemote = args[0] !== void 0 && runGit(["config", "--get", `remote.${args[0]}.url`], { cwd }).status === 0;
    return { event: "push", scopes: pushes(parsePush(await input(), "push"), isRemote ? `--remotes=${args[0]}` : void 0) };
  }
  const named = args.length > 0 ? await notStaged(args, cwd) : [];
  return { event: "commit", scopes: [{ staged: true }, ...named.length > 0 ? [{ paths: named }] : []] };
}
async function input() {
  return (await readStdin()).toString("utf8");
}
var NONE = /^0+$/;
function parsePush(text, form) {
  const tips = [];
  const known = [];
  for (const line of text.split("\n").filter(Boolean)) {
    const fields = line.split(" ");
    const [tip, old] = form === "push" ? [fields[1], fields[3]] : [fields[1], fields[0]];
    if (!tip || !old || !/^[0-9a-f]+$/.test(tip + old))
      throw new UsageError("this is not what git gives a hook on standard input: run it as a hook, see bearertrap hook --help");
    if (!NONE.test(tip)) tips.push(tip);
    if (!NONE.test(old)) known.push(old);
  }
  return { tips, known };
}
function pushes({ tips, known }, refs) {
  return tips.length === 0 ? [] : [{ pushed: { tips, known, ...refs !== void 0 && { refs } } }];
}
async function notStaged(files, cwd) {
  const { runGit } = await import("./shared-runtime-2.mjs");
  const { fromBytes } = await import("./shared-runtime.mjs");
  const { stdout } = runGit(["diff", "--cached", "--name-only", "-z", "--no-renames", "--relative", "--no-ext-diff"], { cwd });
  const staged = new Set(fromBytes(stdout).split("\0"));
  return files.filter((file) => !staged.has((0, import_node_path.relative)(cwd, (0, import_node_path.resolve)(cwd, file))));
}
export {
  HOOKS,
  parsePush,
  runHook
};
