/**
 * `bearertrap hook run NAME`: what a git hook calls. It prints nothing when there is nothing to say.
 * @module
 */
import { relative, resolve } from 'node:path';
import { projectConfig } from '../config/index.ts';
import { UsageError } from '../errors.ts';
import { failing } from '../judge/policy.ts';
import { fromBytes } from '../path.ts';
import type { ScanOptions, ScanResult } from '../scan.ts';
import type { Pushed } from '../sources/git/range.ts';
import { runGit } from '../sources/git/spawn.ts';
import { EXIT } from './exit.ts';
import type { Event } from './hook-screen.ts';
import { readStdin } from './stdin.ts';

export const HOOKS = ['pre-commit', 'pre-merge-commit', 'pre-push', 'pre-receive'] as const;
export type Hook = (typeof HOOKS)[number];

/**
 * @param args what git gives the hook; for pre-commit the files that a framework names
 * @param scan the program's own, which is loaded already
 * @returns the exit code: anything but 0 stops git
 */
export async function runHook(
  hook: Hook,
  args: readonly string[],
  scan: (options: ScanOptions) => Promise<ScanResult>,
): Promise<number> {
  const cwd = process.cwd();
  const project = await projectConfig({ cwd });
  let problems = 0;
  const common: ScanOptions = {
    cwd,
    ...project.options,
    onProblem: (text) => {
      problems++;
      process.stderr.write(`bearertrap: ${text}\n`);
    },
    onNotice: (text) => process.stderr.write(`bearertrap: ${text}\n`),
  };
  const { event, scopes } = await whatToScan(hook, args, common);
  const failOn = project.failOn ?? 'low';
  let code: number = EXIT.clean;
  for (const scope of scopes) {
    const result = await scan({ ...common, ...scope });
    const { report } = result;
    const blocking = failing(report, failOn);
    if (blocking.length > 0) {
      // Most commits go through: what they do not need is not loaded.
      const { blockedScreen } = await import('./hook-screen.ts');
      process.stdout.write(blockedScreen(result, blocking, scope.paths ? 'files' : event, cwd));
      code = EXIT.findings;
    } else if (report.summary.suppressed > 0) {
      const known = report.summary.suppressed;
      process.stderr.write(`bearertrap: ${known} accepted ${known === 1 ? 'finding' : 'findings'}, nothing else\n`);
    }
    const gaps = report.coverage.skipped.filter(({ gap }) => gap);
    for (const { reason, count, examples } of gaps)
      process.stderr.write(`bearertrap: not read, ${reason}: ${count} (${examples.join(', ')}); this may hold secrets\n`);
    if (gaps.length > 0 && code === EXIT.clean) code = EXIT.incomplete;
  }
  return problems > 0 && code !== EXIT.findings ? EXIT.usage : code;
}

async function whatToScan(
  hook: Hook,
  args: readonly string[],
  { cwd = '.', onNotice }: ScanOptions,
): Promise<{ event: Event; scopes: ScanOptions[] }> {
  const environment = process.env;
  if (hook === 'pre-receive') return { event: 'push', scopes: pushes(parsePush(await input(), 'receive'), '--all') };
  // The framework pre-commit reads what git says of a push itself, and tells it by variables.
  const [from, to] = [environment['PRE_COMMIT_FROM_REF'], environment['PRE_COMMIT_TO_REF']];
  const remote = environment['PRE_COMMIT_REMOTE_NAME'];
  if (environment['PRE_COMMIT'] && (from || to || remote)) {
    const pushed: Pushed = { tips: [to || 'HEAD'], known: from ? [from] : [], ...(remote && { refs: `--remotes=${remote}` }) };
    return { event: 'push', scopes: [{ pushed }] };
  }
  if (hook === 'pre-push') {
    const push = parsePush(await input(), 'push');
    const name = args[0] ?? '';
    const isRemote = name !== '' && runGit(['config', '--get', `remote.${name}.url`], { cwd }).status === 0;
    const gone = isRemote ? goneFrom(name, push.absent, cwd) : undefined;
    if (gone !== undefined)
      onNotice?.(
        `${gone} is here, but ${name} has no such branch: all that is pushed is looked at (git fetch --prune ${name} puts it right)`,
      );
    return { event: 'push', scopes: pushes(push, isRemote && gone === undefined ? `--remotes=${name}` : undefined) };
  }
  const named = args.length > 0 ? notStaged(args, cwd) : [];
  return { event: 'commit', scopes: [{ staged: true }, ...(named.length > 0 ? [{ paths: named }] : [])] };
}

async function input(): Promise<string> {
  return (await readStdin()).toString('utf8');
}

const NONE = /^0+$/;

/**
 * The lines that git gives a hook (githooks(5)): `<local ref> <local id> <remote ref> <remote id>` for pre-push,
 * `<old id> <new id> <ref>` for pre-receive. What is deleted brings nothing.
 * @returns `absent` are refs that the other side has not
 */
export function parsePush(text: string, form: 'push' | 'receive'): Pick<Pushed, 'tips' | 'known'> & { absent: string[] } {
  const tips: string[] = [];
  const known: string[] = [];
  const absent: string[] = [];
  for (const line of text.split('\n').filter(Boolean)) {
    const fields = line.split(' ');
    const [tip, old] = form === 'push' ? [fields[1], fields[3]] : [fields[1], fields[0]];
    if (!tip || !old || !/^[0-9a-f]+$/.test(tip + old))
      throw new UsageError('this is not what git gives a hook on standard input: run it as a hook, see bearertrap hook --help');
    if (!NONE.test(tip)) tips.push(tip);
    if (!NONE.test(old)) known.push(old);
    else if (!NONE.test(tip)) absent.push(fields[2] ?? '');
  }
  return { tips, known, absent };
}

/**
 * A remote-tracking branch of which the remote says that there is none. Then the others need not be right either: the remote
 * may have got another URL, and all of them may tell of another repository.
 */
function goneFrom(remote: string, absent: readonly string[], cwd: string): string | undefined {
  const branches = absent.filter((ref) => ref.startsWith('refs/heads/'));
  if (branches.length === 0) return undefined;
  const names = branches.map((ref) => ref.replace('refs/heads/', `refs/remotes/${remote}/`));
  const { stdout } = runGit(['for-each-ref', '--count=1', '--format=%(refname)', '--', ...names], { cwd });
  return fromBytes(stdout).trim() || undefined;
}

function pushes({ tips, known }: Pick<Pushed, 'tips' | 'known'>, refs: string | undefined): ScanOptions[] {
  return tips.length === 0 ? [] : [{ pushed: { tips, known, ...(refs !== undefined && { refs }) } }];
}

/** Files that a framework names although the index holds nothing new of them (`pre-commit run --all-files`). */
function notStaged(files: readonly string[], cwd: string): string[] {
  const { stdout } = runGit(['diff', '--cached', '--name-only', '-z', '--no-renames', '--relative', '--no-ext-diff'], { cwd });
  const staged = new Set(fromBytes(stdout).split('\0'));
  return files.filter((file) => !staged.has(relative(cwd, resolve(cwd, file))));
}
