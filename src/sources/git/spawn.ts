/**
 * The only place that starts git. Nothing that a repository's configuration names may run, nothing may be fetched, and
 * what is read is the repository as stored: no replace refs, no grafts, no commit-graph that could tell another story.
 * @module
 */
import { type ChildProcessWithoutNullStreams, spawn, spawnSync } from 'node:child_process';
import { devNull } from 'node:os';
import { resolve } from 'node:path';

/**
 * Of the ambient GIT_* variables only those that tell where the repository is, or which configuration the user (not the
 * repository) chose. All others change output or start programs.
 */
const KEPT =
  /^GIT_(DIR|COMMON_DIR|WORK_TREE|INDEX_FILE|OBJECT_DIRECTORY|ALTERNATE_OBJECT_DIRECTORIES|QUARANTINE_PATH|SHALLOW_FILE|CEILING_DIRECTORIES|DISCOVERY_ACROSS_FILESYSTEM|EXEC_PATH|CONFIG_(GLOBAL|SYSTEM|NOSYSTEM|PARAMETERS|COUNT|KEY_\d+|VALUE_\d+))$/;

/** In hooks these are relative to the hook's working directory, which need not be ours. */
const PATHS = ['GIT_DIR', 'GIT_COMMON_DIR', 'GIT_WORK_TREE', 'GIT_INDEX_FILE', 'GIT_OBJECT_DIRECTORY', 'GIT_QUARANTINE_PATH'];

const HARDENING = [
  '--no-pager',
  ...['core.fsmonitor=false', `core.hooksPath=${devNull}`, 'core.commitGraph=false', 'protocol.allow=never'],
  ...['credential.helper=', 'log.showSignature=false', 'diff.external=', 'maintenance.auto=false', 'gc.auto=0'],
].flatMap((option) => (option.startsWith('-') ? [option] : ['-c', option]));

/** The environment git is started with. */
export function gitEnvironment(ambient: NodeJS.ProcessEnv = process.env): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(ambient)) {
    if (!name.startsWith('GIT_') || KEPT.test(name)) env[name] = value;
  }
  for (const name of PATHS) {
    if (env[name]) env[name] = resolve(env[name]);
  }
  return Object.assign(env, {
    GIT_NO_REPLACE_OBJECTS: '1',
    GIT_GRAFT_FILE: devNull,
    GIT_NO_LAZY_FETCH: '1',
    // Older versions of git do not know GIT_NO_LAZY_FETCH; without a protocol nothing can be fetched either.
    GIT_ALLOW_PROTOCOL: 'none',
    GIT_PROTOCOL_FROM_USER: '0',
    GIT_OPTIONAL_LOCKS: '0',
    GIT_TERMINAL_PROMPT: '0',
    GIT_ASKPASS: '',
    SSH_ASKPASS: '',
    LC_ALL: 'C',
  });
}

export interface GitOptions {
  cwd: string;
}

/** Starts git without a shell; the caller reads its streams and its exit code. */
export function spawnGit(args: readonly string[], options: GitOptions): ChildProcessWithoutNullStreams {
  return spawn('git', [...HARDENING, ...args], { cwd: options.cwd, env: gitEnvironment(), windowsHide: true, stdio: 'pipe' });
}

export interface GitResult {
  /** Exit code; null when git could not be started or was ended by a signal. */
  status: number | null;
  stdout: Buffer;
  stderr: string;
}

export interface RunOptions extends GitOptions {
  input?: string | Buffer;
  /** Milliseconds after which git is ended. */
  timeout?: number;
}

/** Runs git to its end and gives its whole output (at most 256 MiB): for answers of bounded size only. */
export function runGit(args: readonly string[], options: RunOptions): GitResult {
  const done = spawnSync('git', [...HARDENING, ...args], {
    cwd: options.cwd,
    env: gitEnvironment(),
    windowsHide: true,
    maxBuffer: 1 << 28,
    // Without input git must not read ours: in hooks, standard input belongs to the hook.
    input: options.input ?? '',
    timeout: options.timeout ?? 0,
  });
  if (done.error && 'code' in done.error && done.error.code === 'ENOBUFS') throw done.error;
  const failure = done.error ? done.error.message : '';
  return { status: done.status, stdout: done.stdout ?? Buffer.alloc(0), stderr: failure || String(done.stderr ?? '') };
}
