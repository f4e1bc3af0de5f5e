/**
 * `bearertrap hook install` and `uninstall`: a git hook that never takes the place of another.
 * @module
 */
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { displayPath } from '../path.ts';
import { openRepo } from '../sources/git/repo.ts';
import { runGit } from '../sources/git/spawn.ts';
import { EXIT } from './exit.ts';
import { shellWord } from './shell.ts';

export interface HookOptions {
  /** The hook that looks at pushes as well. */
  prePush?: boolean;
}

type HookName = 'pre-commit' | 'pre-push';

/** By this line a hook of ours is known. */
const MARK = '# Installed by "bearertrap hook install"; "bearertrap hook uninstall" takes it away.';
/** What a hook that was there before is called while ours runs it. */
const BEFORE = '.before-bearertrap';

/** Programs that write hooks anew whenever they like: what they run belongs into their own configuration. */
const MANAGERS: readonly [mark: RegExp, advice: (hook: HookName) => string][] = [
  [/pre-commit\.com/, () => 'it is of pre-commit: add bearertrap to .pre-commit-config.yaml (docs/hooks.md)'],
  [/lefthook/, (hook) => `it is of lefthook: add to lefthook.yml under ${hook} the command "bearertrap hook run ${hook}"`],
  [/husky/, (hook) => `it is of husky: add to .husky/${hook} the line "npx bearertrap hook run ${hook}"`],
];

/** @throws UsageError where the hook cannot or should not be put; then nothing has changed */
export function installHooks(folder: string, { prePush }: HookOptions): number {
  const names: HookName[] = prePush ? ['pre-commit', 'pre-push'] : ['pre-commit'];
  const hooks = hooksFolder(folder);
  const plans = names.map((name) => ({ name, file: join(hooks, name), chained: plan(join(hooks, name), name) }));
  mkdirSync(hooks, { recursive: true });
  for (const { name, file, chained } of plans) {
    if (chained) renameSync(file, file + BEFORE);
    writeFileSync(file, script(name));
    chmodSync(file, 0o755);
    const note = existsSync(file + BEFORE) ? `; the hook that was there runs before it (${name}${BEFORE})` : '';
    process.stdout.write(`Installed ${shown(file)}${note}\n`);
  }
  return EXIT.clean;
}

export function uninstallHooks(folder: string): number {
  const hooks = hooksFolder(folder);
  let removed = 0;
  for (const name of ['pre-commit', 'pre-push'] as const) {
    const file = join(hooks, name);
    if (!isOurs(file)) continue;
    rmSync(file);
    const restored = existsSync(file + BEFORE);
    if (restored) renameSync(file + BEFORE, file);
    process.stdout.write(`Removed ${shown(file)}${restored ? ' and put back the hook that was there before' : ''}\n`);
    removed++;
  }
  if (removed === 0) process.stdout.write(`There is no hook of bearertrap in ${shown(hooks)}\n`);
  return EXIT.clean;
}

const shown = (path: string): string => displayPath(relative(process.cwd(), path) || path);

/** Whether another hook is there that ours will run. */
function plan(file: string, name: HookName): boolean {
  if (lstatSync(file, { throwIfNoEntry: false }) === undefined || isOurs(file)) return false;
  const text = readHook(file);
  const manager = MANAGERS.find(([mark]) => mark.test(text));
  if (manager) throw new UsageError(`${shown(file)} stays as it is, for ${manager[1](name)}`);
  if (lstatSync(file + BEFORE, { throwIfNoEntry: false }) !== undefined) {
    throw new UsageError(
      `${shown(file)} and ${shown(file + BEFORE)} are both there already: add the line "bearertrap hook run ${name}" to the first, or remove one`,
    );
  }
  return true;
}

function isOurs(file: string): boolean {
  return readHook(file).includes(MARK);
}

function readHook(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Where git looks for the hooks of a repository; the worktrees of one share them. */
function hooksFolder(folder: string): string {
  const repo = openRepo(resolve(folder));
  // The last one is our own: git is always started without hooks.
  const set = runGit(['config', '--show-scope', '--type=path', '--get-all', 'core.hooksPath'], { cwd: repo.root });
  const [scope, path] =
    set.stdout
      .toString('utf8')
      .split('\n')
      .map((line) => line.split('\t') as [string, string])
      .findLast(([one]) => one !== '' && one !== 'command') ?? [];
  if (path === undefined) return join(repo.commonDir, 'hooks');
  if (scope === 'global' || scope === 'system') {
    throw new UsageError(
      `core.hooksPath is ${displayPath(path)} for all repositories of ${scope === 'global' ? 'yours' : 'this machine'}, so a hook there would run in each: add the line "bearertrap hook run pre-commit" to a hook of yours there, or give this repository its own: git config --local core.hooksPath ${displayPath(join(repo.commonDir, 'hooks'))}`,
    );
  }
  if (/(?:^|\/)\.husky(?:\/|$)/.test(path)) {
    throw new UsageError('the hooks here are of husky: add to .husky/pre-commit the line "npx bearertrap hook run pre-commit"');
  }
  return resolve(repo.root, path);
}

/** The hook runs the program that installed it; where that is gone, the one on PATH. */
function script(name: HookName): string {
  const cli = process.argv[1]!;
  return `#!/bin/sh
${MARK}
before="$0${BEFORE}"
${name === 'pre-push' ? PASS_INPUT : PASS}
node=${shellWord(process.execPath)}
cli=${shellWord(resolve(cli))}
if [ -x "$node" ] && [ -f "$cli" ]; then
  ${name === 'pre-push' ? 'printf "%s\\n" "$input" | ' : 'exec '}"$node" "$cli" hook run ${name} "$@"
elif command -v bearertrap >/dev/null 2>&1; then
  ${name === 'pre-push' ? 'printf "%s\\n" "$input" | ' : 'exec '}bearertrap hook run ${name} "$@"
else
  echo "bearertrap is gone from $cli: install it again and run \\"bearertrap hook install\\", or remove $0" >&2
  exit 1
fi
`;
}

const PASS = 'if [ -x "$before" ]; then "$before" "$@" || exit $?; fi';
const PASS_INPUT = `input=$(cat)
if [ -x "$before" ]; then printf "%s\\n" "$input" | "$before" "$@" || exit $?; fi`;
