/**
 * What a person sees when a hook has stopped git: what, where, why it matters, and the ways out with the one command for
 * each. It fits a screen of 24 lines of 80 columns.
 * @module
 */
import { styleText } from 'node:util';
import { type Finding, type Location, SEVERITIES } from '../model.ts';
import { displayPath, fromBytes } from '../path.ts';
import { cutEnd, wrap } from '../report/columns.ts';
import { count, place } from '../report/text.ts';
import { createView, type View } from '../report/view.ts';
import type { ScanResult } from '../scan.ts';
import { runGit } from '../sources/git/spawn.ts';
import { wantsColor } from './color.ts';
import { ownCommand, shellWord } from './shell.ts';

/** What was going on; `files`: no more than a look at files that git knows already. */
export type Event = 'commit' | 'push' | 'files';

/** Findings that are told; of the others only how many there are. */
const MOST = 3;
const LABEL = 11;
const NARROWEST = 48;
const WIDEST = 100;

/** @param blocking the findings that stop git, the most severe first */
export function blockedScreen(result: ScanResult, blocking: Finding[], event: Event, cwd: string): string {
  const view = createView(
    { ...result.report, findings: blocking },
    { ...result, color: wantsColor(), width: process.stdout.columns ?? 80, showSecrets: false },
  );
  const { findings } = view.report;
  const width = Math.min(WIDEST, Math.max(NARROWEST, view.width));
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    view.color ? styleText(style, text, { validateStream: false }) : text;
  const found = count(findings.length, 'secret');
  const headline = event === 'files' ? `bearertrap found ${found}` : `bearertrap stopped this ${event}: it holds ${found}`;
  const lines = [paint('bold', headline), ''];
  for (const { severity, title, secret, locations, reasons } of findings.slice(0, MOST)) {
    const label = severity.padEnd(LABEL);
    const style = SEVERITIES.indexOf(severity) < 2 ? 'red' : 'yellow';
    lines.push(paint(style, label) + cutEnd(displayPath(`${title}  ${secret.redacted}`), width - LABEL));
    const [first, ...others] = locations;
    const commit = first!.commit === undefined ? '' : ` in ${first!.commit.slice(0, 10)}`;
    const more = others.length > 0 ? ` and ${count(others.length, 'more place')}` : '';
    lines.push(' '.repeat(LABEL) + cutEnd(displayPath(place(first!)) + commit + more, width - LABEL));
    lines.push(' '.repeat(LABEL) + paint('dim', cutEnd(displayPath(reasons.at(-1)?.text ?? ''), width - LABEL)));
  }
  if (findings.length > MOST) lines.push(`${' '.repeat(LABEL)}and ${count(findings.length - MOST, 'more secret')}`);
  const ways = waysOut(view, event, cwd);
  lines.push('', paint('bold', `${ways.length === 3 ? 'Three' : 'Two'} ways out`));
  for (const [name, text, command] of ways) {
    wrap(text, width - LABEL).forEach((line, at) => lines.push((at === 0 ? name : '').padEnd(LABEL) + line));
    // A command is pasted: it is never broken.
    lines.push(' '.repeat(LABEL) + paint('cyan', command));
  }
  lines.push(`${'more'.padEnd(LABEL)}${paint('cyan', `${ownCommand(cwd)} explain ${findings[0]!.id.slice(0, 10)}`)}`);
  if (event !== 'files') lines.push(`${'skip once'.padEnd(LABEL)}${paint('cyan', `git ${event} --no-verify`)}`);
  return `${lines.map((line) => line.trimEnd()).join('\n')}\n`;
}

/** Name, sentence and command of each. */
function waysOut(view: View, event: Event, cwd: string): [name: string, text: string, command: string][] {
  const finding = view.report.findings[0]!;
  const location = finding.locations[0]!;
  // From a subfolder, paths from the top need the magic word of gitglossary(7).
  const path = shellWord((process.env['GIT_PREFIX'] ? ':/' : '') + location.path);
  const own = ownCommand(cwd);
  const [how, remove] = removal(event, path, location, cwd);
  const name = nameOf(view.frame(location)?.before ?? '');
  const reference = referenceFor(location.path, name);
  const again = event === 'push' ? 'git commit --amend -- ' : 'git add -- ';
  const history = event === 'push' ? '--history ' : '';
  const accept = `${own} baseline ${history}--accept ${finding.id.slice(0, 10)} --reason "why it may stay"`;
  const comment = `bearertrap:ignore ${finding.rule} -- why`;
  const ways: [string, string, string][] = [
    ['remove', how, remove],
    ['reference', `Keep the value in a secret store or the environment, and write ${reference} in its place.`, again + path],
    ['accept', `If it opens nothing: a comment on its line, ${comment}, or in the baseline:`, accept],
  ];
  // What a tag brings stands in no file that could be changed.
  return event === 'push' && location.commit === undefined ? ways.filter(([way]) => way !== 'reference') : ways;
}

function removal(
  event: Event,
  path: string,
  { path: place, commit, blob }: Location,
  cwd: string,
): [how: string, command: string] {
  if (event === 'files')
    return ['Revoke it, for it is in the history already, and take it out of the file.', `git add -- ${path}`];
  if (event === 'push') {
    if (commit !== undefined)
      return ['Take it out of the commit that brought it (mark that "edit").', `git rebase -i ${commit.slice(0, 10)}^`];
    if (blob !== undefined) return ['Leave out the tag that names it; this lists such tags.', `git tag --points-at ${blob}`];
    const tag = tagName(place.replace(/^tag /, ''), cwd);
    return ['Make the tag anew, with another message.', `git tag -f -a ${shellWord(tag)} ${shellWord(`${tag}^{}`)}`];
  }
  // Before the first commit there is nothing that the index could be restored from.
  const unborn = runGit(['rev-parse', '--quiet', '--verify', 'HEAD'], { cwd }).status !== 0;
  return ['Take the file out of the commit; it stays on disk.', `git ${unborn ? 'rm --cached' : 'restore --staged'} -- ${path}`];
}

/** The name that the object of a tag tells; a ref of that name need not be there yet. */
function tagName(id: string, cwd: string): string {
  const { stdout } = runGit(['cat-file', 'tag', id], { cwd });
  return /^tag (.+)$/m.exec(fromBytes(stdout).split('\n\n', 1)[0]!)?.[1] ?? id;
}

/** The name that a secret is given to, `GITHUB_TOKEN`, as the name of a variable of the environment. */
function nameOf(before: string): string {
  const [, name] = /([A-Za-z_][\w.-]{1,40})["'\]]?\s*(?::|=|=>|:=)\s*(?:[\w.]+\()?["'`]?$/.exec(before) ?? [];
  return name === undefined
    ? 'API_TOKEN'
    : name
        .replace(/[a-z](?=[A-Z])/g, '$&_')
        .replace(/\W/g, '_')
        .toUpperCase();
}

const LANGUAGES: readonly [ending: RegExp, reference: (name: string) => string][] = [
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
  [/.*/, (name) => `\${${name}}`],
];

function referenceFor(path: string, name: string): string {
  return LANGUAGES.find(([ending]) => ending.test(path))![1](name);
}
