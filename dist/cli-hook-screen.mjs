const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  createView
} from "./shared-report-view.mjs";
import {
  count,
  place
} from "./shared-report-text.mjs";
import {
  cutEnd,
  require_node_util,
  wantsColor,
  wrap
} from "./shared-report-columns.mjs";
import "./shared-report-redact.mjs";
import {
  ownCommand,
  shellWord
} from "./shared-cli-shell.mjs";
import {
  runGit
} from "./shared-sources-git-spawn.mjs";
import "./shared-sources-git-gitdir.mjs";
import {
  displayPath,
  fromBytes
} from "./shared-path.mjs";
import "./shared-builtin-node-path.mjs";
import "./shared-builtin-node-fs.mjs";
import "./shared-errors.mjs";
import {
  SEVERITIES
} from "./shared-model.mjs";
import {
  __toESM
} from "./shared-runtime.mjs";

// src/cli/hook-screen.ts
var import_node_util = __toESM(require_node_util(), 1);
var MOST = 3;
var LABEL = 11;
var NARROWEST = 48;
var WIDEST = 100;
function blockedScreen(result, blocking, event, cwd) {
  const view = createView(
    { ...result.report, findings: blocking },
    { ...result, color: wantsColor(), width: process.stdout.columns ?? 80, showSecrets: false }
  );
  const { findings } = view.report;
  const width = Math.min(WIDEST, Math.max(NARROWEST, view.width));
  const paint = (style, text) => view.color ? (0, import_node_util.styleText)(style, text, { validateStream: false }) : text;
  const found = count(findings.length, "secret");
  const headline = event === "files" ? `bearertrap found ${found}` : `bearertrap stopped this ${event}: it holds ${found}`;
  const lines = [paint("bold", headline), ""];
  for (const { severity, title, secret, locations, reasons } of findings.slice(0, MOST)) {
    const label = severity.padEnd(LABEL);
    const style = SEVERITIES.indexOf(severity) < 2 ? "red" : "yellow";
    lines.push(paint(style, label) + cutEnd(displayPath(`${title}  ${secret.redacted}`), width - LABEL));
    const [first, ...others] = locations;
    const commit = first.commit === void 0 ? "" : ` in ${first.commit.slice(0, 10)}`;
    const more = others.length > 0 ? ` and ${count(others.length, "more place")}` : "";
    lines.push(" ".repeat(LABEL) + cutEnd(displayPath(place(first)) + commit + more, width - LABEL));
    lines.push(" ".repeat(LABEL) + paint("dim", cutEnd(displayPath(reasons.at(-1)?.text ?? ""), width - LABEL)));
  }
  if (findings.length > MOST) lines.push(`${" ".repeat(LABEL)}and ${count(findings.length - MOST, "more secret")}`);
  const ways = waysOut(view, event, cwd);
  lines.push("", paint("bold", `${ways.length === 3 ? "Three" : "Two"} ways out`));
  for (const [name, text, command] of ways) {
    wrap(text, width - LABEL).forEach((line, at) => lines.push((at === 0 ? name : "").padEnd(LABEL) + line));
    lines.push(" ".repeat(LABEL) + paint("cyan", command));
  }
  lines.push(`${"more".padEnd(LABEL)}${paint("cyan", `${ownCommand(cwd)} explain ${findings[0].id.slice(0, 10)}`)}`);
  if (event !== "files") lines.push(`${"skip once".padEnd(LABEL)}${paint("cyan", `git ${event} --no-verify`)}`);
  return `${lines.map((line) => line.trimEnd()).join("\n")}
`;
}
function waysOut(view, event, cwd) {
  const finding = view.report.findings[0];
  const location = finding.locations[0];
  const path = shellWord((process.env["GIT_PREFIX"] ? ":/" : "") + location.path);
  const own = ownCommand(cwd);
  const [how, remove] = removal(event, path, location, cwd);
  const name = nameOf(view.frame(location)?.before ?? "");
  const reference = referenceFor(location.path, name);
  const again = event === "push" ? "git commit --amend -- " : "git add -- ";
  const history = event === "push" ? "--history " : "";
  const accept = `${own} baseline ${history}--accept ${finding.id.slice(0, 10)} --reason "why it may stay"`;
  const comment = `bearertrap:ignore ${finding.rule} -- why`;
  const ways = [
    ["remove", how, remove],
    ["reference", `Keep the value in a secret store or the environment, and write ${reference} in its place.`, again + path],
    ["accept", `If it opens nothing: a comment on its line, ${comment}, or in the baseline:`, accept]
  ];
  return event === "push" && location.commit === void 0 ? ways.filter(([way]) => way !== "reference") : ways;
}
function removal(event, path, { path: place2, commit, blob }, cwd) {
  if (event === "files")
    return ["Revoke it, for it is in the history already, and take it out of the file.", `git add -- ${path}`];
  if (event === "push") {
    if (commit !== void 0)
      return ['Take it out of the commit that brought it (mark that "edit").', `git rebase -i ${commit.slice(0, 10)}^`];
    if (blob !== void 0) return ["Leave out the tag that names it; this lists such tags.", `git tag --points-at ${blob}`];
    const tag = tagName(place2.replace(/^tag /, ""), cwd);
    return ["Make the tag anew, with another message.", `git tag -f -a ${shellWord(tag)} ${shellWord(`${tag}^{}`)}`];
  }
  const unborn = runGit(["rev-parse", "--quiet", "--verify", "HEAD"], { cwd }).status !== 0;
  return ["Take the file out of the commit; it stays on disk.", `git ${unborn ? "rm --cached" : "restore --staged"} -- ${path}`];
}
function tagName(id, cwd) {
  const { stdout } = runGit(["cat-file", "tag", id], { cwd });
  return /^tag (.+)$/m.exec(fromBytes(stdout).split("\n\n", 1)[0])?.[1] ?? id;
}
function nameOf(before) {
  const [, name] = /([A-Za-z_][\w.-]{1,40})["'\]]?\s*(?::|=|=>|:=)\s*(?:[\w.]+\()?["'`]?$/.exec(before) ?? [];
  return name === void 0 ? "API_TOKEN" : name.replace(/[a-z](?=[A-Z])/g, "$&_").replace(/\W/g, "_").toUpperCase();
}
var LANGUAGES = [
  [/\.[cm]?[jt]sx?$/, (name) => `process.env.${name}`],
  [/\.py$/, (name) => `os.environ["${name}"]`],
  [/\.rb$/, (name) => `ENV.fetch("${name}")`],
  [/\.go$/, (name) => `os.Getenv("${name}")`],
  [/\.php$/, (name) => `getenv('${name}')`],
  [/\.(?:java|kt|scala)$/, (name) => `System.getenv("${name}")`],
  [/\.rs$/, (name) => `std::env::var("${name}")`],
  [/\.cs$/, (name) => `Environment.GetEnvironmentVariable("${name}")`],
  [/\.tf$/, (name) => `var.${name.toLowerCase()}`],
  [/\.github\/workflows\/.*\.ya?ml$/, (name) => `\${{ secrets.${name} }}`],
  [/.*/, (name) => `\${${name}}`]
];
function referenceFor(path, name) {
  return LANGUAGES.find(([ending]) => ending.test(path))[1](name);
}
export {
  blockedScreen
};
