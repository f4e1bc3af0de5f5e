/**
 * The one way in which git is started for bulk work: array arguments, no shell, output as a stream, and nothing that the
 * repository (or its configuration) names is run.
 * @module
 */
import type { ChildProcessByStdio } from 'node:child_process';
import { accessSync, constants, existsSync, statSync } from 'node:fs';
import { devNull } from 'node:os';
import { delimiter, isAbsolute, join, resolve } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { GitBlockedError, GitError, GitMissingError, UsageError } from '../../errors.ts';
import { fromBytes, isWithin } from '../../path.ts';
import { joinAlternates, splitAlternates } from './alternates.ts';
import { findBlocker } from './guard.ts';

/** Loaded when git is first started: a scan of a file needs none. */
const childProcess = (): typeof import('node:child_process') => process.getBuiltinModule('node:child_process');

/** How to start git. */
export interface GitOptions {
  /** Folder to run in. */
  cwd: string;
  /** What to write to git's standard input. */
  input?: string | Uint8Array | AsyncIterable<Uint8Array>;
  /**
   * Whether variables of the environment that name one repository (GIT_DIR, GIT_INDEX_FILE …, as git sets them for
   * hooks) are dropped, so that the repository is the one found at `cwd`. Default false: they hold.
   */
  isolate?: boolean;
  /** Top of the work tree of the repository that GIT_DIR names: without it git takes `cwd` for the top. */
  workTree?: string;
  /** Exit codes that mean success. Default 0 only. */
  success?: readonly number[];
  /** Variables set last: the network is reached by them only (see fetch.ts). */
  environment?: Readonly<Record<string, string>>;
  /** Is given each line of standard error of a run that succeeded. */
  onWarning?: (line: string) => void;
  /** Ends git; the output ends there, and that is no error. */
  signal?: AbortSignal | undefined;
}

/**
 * Settings that would let a repository run something, each set to a value that runs nothing. What cannot be switched off
 * here must not be called: commands that compare the work tree with the index (`status`, `diff` without `--cached`) run
 * the clean filters of attributes, and patches need `--no-ext-diff --no-textconv`.
 */
const HARDENING: readonly string[] = [
  'core.fsmonitor=false',
  // A hostile one could tell of other parents and trees than the commits do.
  'core.commitGraph=false',
  'core.hooksPath=/dev/null',
  'core.untrackedCache=keep',
  'core.pager=cat',
  'core.sshCommand=false',
  'core.askPass=',
  'core.alternateRefsCommand=',
  'credential.helper=',
  'protocol.allow=never',
  'submodule.recurse=false',
  'log.showSignature=false',
  'gc.auto=0',
  'maintenance.auto=false',
].flatMap((setting) => ['-c', setting]);

/** No lock is taken, no object fetched, none replaced, no parents made up by grafts, nothing asked, and messages are in the language read here. */
const ENVIRONMENT: Readonly<Record<string, string>> = {
  GIT_OPTIONAL_LOCKS: '0',
  GIT_NO_LAZY_FETCH: '1',
  GIT_NO_REPLACE_OBJECTS: '1',
  GIT_GRAFT_FILE: devNull,
  GIT_TERMINAL_PROMPT: '0',
  GIT_ALLOW_PROTOCOL: '',
  LC_ALL: 'C',
};

/** Variables that would run a program, or give paths another meaning. */
const DROPPED = [
  'GIT_EXTERNAL_DIFF',
  'GIT_DIFF_OPTS',
  'GIT_PAGER',
  'GIT_SSH',
  'GIT_SSH_COMMAND',
  'GIT_PROXY_COMMAND',
  'GIT_ASKPASS',
  'SSH_ASKPASS',
  'GIT_LITERAL_PATHSPECS',
  'GIT_GLOB_PATHSPECS',
  'GIT_NOGLOB_PATHSPECS',
  'GIT_ICASE_PATHSPECS',
];

/** What `git rev-parse --local-env-vars` names, except settings that are told on a command line. */
export const REPOSITORY_VARIABLES: readonly string[] = [
  'GIT_DIR',
  'GIT_WORK_TREE',
  'GIT_COMMON_DIR',
  'GIT_INDEX_FILE',
  'GIT_OBJECT_DIRECTORY',
  'GIT_ALTERNATE_OBJECT_DIRECTORIES',
  'GIT_QUARANTINE_PATH',
  'GIT_PREFIX',
  'GIT_SHALLOW_FILE',
  'GIT_GRAFT_FILE',
  'GIT_IMPLICIT_WORK_TREE',
  'GIT_INTERNAL_SUPER_PREFIX',
];

/** Git reads these relative to the folder it is started in, which need not be ours. */
const RELATIVE = ['GIT_DIR', 'GIT_WORK_TREE', 'GIT_COMMON_DIR', 'GIT_OBJECT_DIRECTORY'];

const STDERR_LIMIT = 65_536;

/**
 * Runs git and yields what it prints. Git is killed when the consumer stops early.
 * @throws GitMissingError where there is no git; GitBlockedError; GitError, after all output, where git fails. The message is the first
 * line of its complaint. Partial output before a failure is real, but it is not all there is.
 */
export async function* spawnGit(args: readonly string[], options: GitOptions): AsyncGenerator<Buffer, void, void> {
  const { command, git } = startable(args, options);
  const { signal } = options;
  if (signal?.aborted) return;
  const child: ChildProcessByStdio<Writable, Readable, Readable> = childProcess().spawn(git, [...HARDENING, ...args], {
    cwd: options.cwd,
    env: gitEnvironment(options),
    stdio: ['pipe', 'pipe', 'pipe'],
    windowsHide: true,
  });
  const ended = new Promise<number | null>((done, fail) => {
    child.once('error', fail);
    child.once('close', done);
  });
  const complaints: Buffer[] = [];
  let complained = 0;
  child.stderr.on('data', (chunk: Buffer) => {
    if (complained < STDERR_LIMIT) complaints.push(chunk);
    complained += chunk.length;
  });
  const feeding = feed(child.stdin, options.input);
  const stop = (): void => void child.kill();
  signal?.addEventListener('abort', stop);
  // Both are told where they are awaited, which may be long after they fail, or never.
  ended.catch(() => undefined);
  feeding.catch(() => undefined);
  try {
    yield* child.stdout as AsyncIterable<Buffer>;
    await feeding;
    const code = await ended.catch((error: Error) => {
      throw notStarted(command, options.cwd, error);
    });
    // Ctrl-C reaches git too, and may do so first.
    if (code === null) await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) return;
    const said = fromBytes(Buffer.concat(complaints));
    if (code === null || !(options.success ?? [0]).includes(code)) {
      throw new GitError(
        command,
        code,
        `git ${command} failed: ${complaintIn(said) || (code === null ? 'it was ended by a signal' : `exit code ${code}`)}`,
      );
    }
    for (const line of said.split('\n')) if (line !== '') options.onWarning?.(line);
  } finally {
    signal?.removeEventListener('abort', stop);
    child.kill();
  }
}

/** The line of git's standard error that says what went wrong; there may be hints and warnings before it. */
export function complaintIn(stderr: string): string {
  const lines = stderr.split('\n');
  const said = lines.find((line) => !/^(?:hint|warning):/.test(line));
  return lines.find((line) => /^(?:fatal|error): /.test(line)) ?? said ?? '';
}

/**
 * Runs git for a short answer.
 * @returns standard output, without the last line break
 * @throws as `spawnGit`
 */
export async function askGit(args: readonly string[], options: GitOptions): Promise<string> {
  const chunks: Buffer[] = [];
  for await (const chunk of spawnGit(args, options)) chunks.push(chunk);
  return fromBytes(Buffer.concat(chunks)).replace(/\n$/, '');
}

/** How to run git to its end. */
export interface RunOptions extends GitOptions {
  input?: string | Uint8Array;
  /** Milliseconds after which git is ended; then the status is null. */
  timeout?: number;
  /** Bytes of output beyond which it is an error. Default and at most 256 MiB. */
  maxBuffer?: number;
}

/** What git printed, whether it succeeded or not. */
export interface GitAnswer {
  /** Exit code; null where git was ended. */
  status: number | null;
  stdout: Buffer;
  stderr: string;
}

/**
 * Runs git and waits for it without giving way to anything else: for workers and for short commands, where starting the
 * machinery of streams would cost more than git does. Its output is held, so it must be bounded.
 * @throws GitMissingError, GitBlockedError, and GitError where git could not be started or printed too much
 */
export function runGit(args: readonly string[], options: RunOptions): GitAnswer {
  const { command, git } = startable(args, options);
  const { status, stdout, stderr, error } = childProcess().spawnSync(git, [...HARDENING, ...args], {
    cwd: options.cwd,
    env: gitEnvironment(options),
    windowsHide: true,
    maxBuffer: options.maxBuffer ?? 1 << 28,
    // Standard input is never ours: in hooks it belongs to the hook.
    input: options.input ?? '',
    timeout: options.timeout ?? 0,
  });
  const code = error === undefined ? '' : (error as NodeJS.ErrnoException).code;
  // A git that ends before it has read all of its input is judged by its exit code.
  if (error !== undefined && code !== 'ETIMEDOUT' && code !== 'EPIPE') {
    throw notStarted(command, options.cwd, error);
  }
  return { status, stdout, stderr: fromBytes(stderr) };
}

/** @throws GitMissingError; GitBlockedError where git would wait for what never comes */
function startable(args: readonly string[], options: GitOptions): { command: string; git: string } {
  const command = commandOf(args);
  const git = gitProgram();
  if (git === undefined) throw new GitMissingError(command, null, 'git was not found on PATH');
  const blocker = findBlocker(command, options, namedIndex);
  if (blocker !== undefined) throw new GitBlockedError(command, blocker);
  return { command, git };
}

/** What is wrong with a folder that is none. */
export function noFolder(path: string): UsageError | undefined {
  if (!existsSync(path)) return new UsageError(`${path}: no such folder`);
  return statSync(path).isDirectory() ? undefined : new UsageError(`${path}: this is a file: name a folder of a repository`);
}

/** Of a folder that is none the system says the same as of a program that is none. */
function notStarted(command: string, cwd: string, error: Error): Error {
  return noFolder(cwd) ?? new GitError(command, null, `git ${command} could not be run: ${error.message}`, { cause: error });
}

/** The first argument that is no setting. */
function commandOf(args: readonly string[]): string {
  return args.find((arg, i) => !arg.startsWith('-') && args[i - 1] !== '-c') ?? '';
}

/** The environment git is started with. Where the program was told of a repository, it is the one git works on. */
function gitEnvironment(options: GitOptions): NodeJS.ProcessEnv {
  const environment: NodeJS.ProcessEnv = { ...process.env };
  for (const name of options.isolate ? [...DROPPED, ...REPOSITORY_VARIABLES] : DROPPED) delete environment[name];
  for (const name of RELATIVE) {
    const value = environment[name];
    if (value) environment[name] = resolve(value);
  }
  const alternates = environment['GIT_ALTERNATE_OBJECT_DIRECTORIES'];
  if (alternates) {
    const dirs = splitAlternates(alternates, delimiter).map((dir) => resolve(dir));
    environment['GIT_ALTERNATE_OBJECT_DIRECTORIES'] = joinAlternates(dirs, delimiter);
  }
  if (environment['GIT_INDEX_FILE'] && environment['GIT_DIR'])
    environment['GIT_INDEX_FILE'] = namedIndex(options.cwd, environment);
  if (options.workTree !== undefined && environment['GIT_DIR']) environment['GIT_WORK_TREE'] = options.workTree;
  return Object.assign(environment, ENVIRONMENT, options.environment);
}

/**
 * The index that the environment names (GIT_INDEX_FILE).
 * @param top of the work tree: there it begins, but beside GIT_DIR git takes the folder it is started in for the top, unless
 *   that lies in the work tree that is named
 */
export function namedIndex(top: string, environment: NodeJS.ProcessEnv = process.env): string | undefined {
  const { GIT_DIR: gitDir, GIT_INDEX_FILE: index, GIT_WORK_TREE: workTree } = environment;
  return index && resolve(gitDir ? topFor(workTree) : top, index);
}

function topFor(workTree: string | undefined): string {
  const cwd = process.cwd();
  return workTree && isWithin(cwd, workTree) ? workTree : cwd;
}

async function feed(stdin: Writable, input: GitOptions['input']): Promise<void> {
  // Git may end before it has read everything (EPIPE): its exit code tells what that means.
  stdin.on('error', () => undefined);
  try {
    if (typeof input === 'string' || input instanceof Uint8Array) stdin.write(input);
    else if (input !== undefined) {
      for await (const chunk of input) {
        if (stdin.destroyed) return;
        if (!stdin.write(chunk)) await new Promise((done) => stdin.once('drain', done).once('close', done));
      }
    }
  } finally {
    stdin.end();
  }
}

const found = new Map<string, string | undefined>();

/**
 * The git program: searched here, in the absolute folders of PATH only, because a relative or empty entry (and on Windows
 * the current folder) would mean a program inside the repository that is scanned.
 */
function gitProgram(): string | undefined {
  const path = process.env['PATH'] ?? '';
  if (!found.has(path)) {
    const name = process.platform === 'win32' ? 'git.exe' : 'git';
    const candidates = path.split(delimiter).filter(isAbsolute);
    found.set(
      path,
      candidates.map((folder) => join(folder, name)).find((file) => isProgram(file)),
    );
  }
  return found.get(path);
}

function isProgram(file: string): boolean {
  try {
    accessSync(file, constants.X_OK);
    return statSync(file).isFile();
  } catch {
    return false;
  }
}
