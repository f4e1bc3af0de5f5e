/**
 * `bearertrap hook install` and `uninstall`: a git hook that never takes the place of another.
 * @module
 */
import { createHash } from 'node:crypto';
import { chmodSync, existsSync, lstatSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { displayPath } from '../path.ts';
import { enterRepository } from '../sources/git/repository.ts';
import { openRepo } from '../sources/git/repo.ts';
import { runGit } from '../sources/git/spawn.ts';
import { EXIT } from './exit.ts';
import { shellWord } from './shell.ts';

export interface HookOptions {
  /** The hook that looks at pushes as well. */
  prePush?: boolean;
}

const NAMES = ['pre-commit', 'pre-merge-commit', 'pre-push'] as const;
type HookName = (typeof NAMES)[number];

/** By this line a hook of ours is known; behind it stands a checksum of all that follows. */
const MARK = '# Installed by "bearertrap hook install"; "bearertrap hook uninstall" takes it away while it is unchanged:';
/** What a hook that was there before is called while ours runs it. */
const BEFORE = '.before-bearertrap';

/** Programs that write hooks anew whenever they like: what they run belongs into their own configuration. */
const MANAGERS: readonly [mark: RegExp, advice: (hook: HookName) => string][] = [
  [/pre-commit\.com/, () => 'it is of pre-commit: add bearertrap to .pre-commit-config.yaml (docs/hooks.md)'],
  [/lefthook/, (hook) => `it is of lefthook: add to lefthook.yml under ${hook} the command "bearertrap hook run ${hook}"`],
  [/husky/, (hook) => `it is of husky: add to .husky/${hook} the line "npx bearertrap hook run ${hook}"`],
];

/**
 * A merge without conflicts has a hook of its own, so it is installed with that of other commits.
 * @throws UsageError where the hook cannot or should not be put; then nothing has changed
 */
export async function installHooks(folder: string, { prePush }: HookOptions): Promise<number> {
  const names = NAMES.filter((name) => name !== 'pre-push' || prePush);
  const hooks = await hooksFolder(folder);
  return inFolder(hooks, () => {
    const plans = names.map((name) => {
      const file = join(hooks, name);
      return { name, file, half: `${file}.${process.pid}.tmp`, chained: plan(file, name) };
    });
    mkdirSync(hooks, { recursive: true });
    try {
      for (const { name, half } of plans) {
        writeFileSync(half, script(name));
        chmodSync(half, 0o755);
      }
      for (const { name, file, half, chained } of plans) {
        if (chained) renameSync(file, file + BEFORE);
        renameSync(half, file);
        const note = existsSync(file + BEFORE) ? `; the hook that was there runs before it (${name}${BEFORE})` : '';
        process.stdout.write(`Installed ${shown(file)}${note}\n`);
      }
    } finally {
      for (const { half } of plans) rmSync(half, { force: true });
    }
    return EXIT.clean;
  });
}

/** @throws UsageError where a hook of ours was changed since; then nothing has changed */
export async function uninstallHooks(folder: string): Promise<number> {
  const hooks = await hooksFolder(folder);
  return inFolder(hooks, () => {
    const all = NAMES.map((name) => join(hooks, name));
    const files = all.filter((file) => isOurs(file, readHook(file)));
    for (const file of files) {
      rmSync(file);
      const restored = isThere(file + BEFORE);
      if (restored) renameSync(file + BEFORE, file);
      process.stdout.write(`Removed ${shown(file)}${restored ? ' and put back the hook that was there before' : ''}\n`);
    }
    if (files.length === 0) process.stdout.write(`There is no hook of bearertrap in ${shown(hooks)}\n`);
    return EXIT.clean;
  });
}

const shown = (path: string): string => displayPath(relative(process.cwd(), path) || path);

/** Also a link that leads nowhere. */
const isThere = (path: string): boolean => lstatSync(path, { throwIfNoEntry: false }) !== undefined;

/** What the system refuses is told as it is: what is there is nothing that hooks could stand in, or not ours to change. */
function inFolder(hooks: string, action: () => number): number {
  try {
    return action();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    throw new UsageError(`no hook can be put into ${shown(hooks)} (${code}): make it a folder, or see core.hooksPath`, {
      cause: error,
    });
  }
}

/** Whether another hook is there that ours will run. */
function plan(file: string, name: HookName): boolean {
  const found = lstatSync(file, { throwIfNoEntry: false });
  if (found === undefined) return false;
  if (found.isDirectory()) throw new UsageError(`${shown(file)} is a folder: remove it, for git takes it for no hook`);
  const text = readHook(file);
  if (isOurs(file, text)) return false;
  const manager = MANAGERS.find(([mark]) => mark.test(text));
  if (manager) throw new UsageError(`${shown(file)} stays as it is, for ${manager[1](name)}`);
  if (isThere(file + BEFORE)) {
    throw new UsageError(
      `${shown(file)} and ${shown(file + BEFORE)} are both there already: add the line "bearertrap hook run ${name}" to the first, or remove one`,
    );
  }
  return true;
}

/** @throws UsageError where it was ours, and somebody has added to it */
function isOurs(file: string, text: string): boolean {
  const at = text.indexOf(MARK);
  if (at < 0) return false;
  if (text === signed(text.slice(text.indexOf('\n', at) + 1))) return true;
  throw new UsageError(
    `${shown(file)} stays as it is, for it was changed after bearertrap wrote it: put what was added into ${shown(file + BEFORE)}, which runs first, and remove it`,
  );
}

function readHook(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Where git looks for the hooks of a repository; the worktrees of one share them. */
async function hooksFolder(folder: string): Promise<string> {
  await enterRepository(resolve(folder));
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
  if (path === '') {
    throw new UsageError(`core.hooksPath is empty, so git runs no hooks here: git config --${scope} --unset core.hooksPath`);
  }
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
  return signed(`before="$0${BEFORE}"
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
`);
}

/** A script with the lines by which it is known as ours, and unchanged. */
function signed(lines: string): string {
  return `#!/bin/sh\n${MARK} ${createHash('sha256').update(lines).digest('hex').slice(0, 16)}\n${lines}`;
}

const PASS = 'if [ -x "$before" ]; then "$before" "$@" || exit $?; fi';
const PASS_INPUT = `input=$(cat)
if [ -x "$before" ]; then printf "%s\\n" "$input" | "$before" "$@" || exit $?; fi`;
