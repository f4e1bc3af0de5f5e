/**
 * Programs run from a small process. A test's own process is large, and all of its page tables are copied whenever it
 * starts another one: a git that takes 4 ms takes 40 then. A shell is started once instead, and told by a pipe what to run.
 * @module
 */
import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { closeSync, openSync, readFileSync, readSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { lastingFolder } from './folder.ts';

export interface Where {
  cwd: string;
  env: NodeJS.ProcessEnv;
  input?: string | Buffer | undefined;
}

export interface Ended {
  code: number;
  stdout: Buffer;
  stderr: Buffer;
}

/** At each line that comes it runs what `command` says, and answers with the exit code. */
const LOOP = 'exec <lines >codes; while read -r line; do (. ./command); echo $?; done';

interface Shell {
  folder: string;
  lines: number;
  codes: number;
}

let shell: Shell | undefined;

function startShell(): Shell {
  const folder = lastingFolder('shell-');
  const [lines, codes] = [join(folder, 'lines'), join(folder, 'codes')];
  execFileSync('mkfifo', [lines, codes]);
  spawn('sh', ['-c', LOOP], { cwd: folder, stdio: 'ignore' }).unref();
  // In the order in which the shell opens them: each side waits for the other.
  return { folder, lines: openSync(lines, 'w'), codes: openSync(codes, 'r') };
}

/** Ends the shell; the next command starts another one. */
export function endShell(): void {
  if (!shell) return;
  closeSync(shell.lines);
  closeSync(shell.codes);
  shell = undefined;
}

const quote = (text: string): string => `'${text.replaceAll("'", String.raw`'\''`)}'`;

/** Runs a program to its end, with these variables and no others. */
export function runProgram(program: string, args: readonly string[], { cwd, env, input }: Where): Ended {
  if (process.platform === 'win32') {
    const { status, stdout, stderr } = spawnSync(program, args, { cwd, env, input, maxBuffer: 1 << 30 });
    return { code: status ?? -1, stdout, stderr };
  }
  const { folder, lines, codes } = (shell ??= startShell());
  const file = (name: string): string => join(folder, name);
  if (input !== undefined) writeFileSync(file('input'), input);
  const variables = Object.entries(env).flatMap(([name, value]) => (value === undefined ? [] : [`${name}=${value}`]));
  const words = ['env', '-i', ...variables, program, ...args].map(quote).join(' ');
  const from = input === undefined ? '/dev/null' : quote(file('input'));
  const to = `>${quote(file('stdout'))} 2>${quote(file('stderr'))}`;
  writeFileSync(file('command'), `cd ${quote(cwd)} && exec ${words} <${from} ${to}\n`);
  writeSync(lines, '\n');
  const answer = Buffer.alloc(16);
  const length = readSync(codes, answer);
  if (length === 0) throw new Error('the shell that runs programs has ended');
  return {
    code: Number(answer.toString('latin1', 0, length)),
    stdout: readFileSync(file('stdout')),
    stderr: readFileSync(file('stderr')),
  };
}

/**
 * What a program prints, which must succeed.
 * @throws Error with what it said otherwise
 */
export function printedBy(program: string, args: readonly string[], where: Where): Buffer {
  const { code, stdout, stderr } = runProgram(program, args, where);
  if (code !== 0) throw new Error(`Command failed: ${program} ${args.join(' ')}\n${stderr.toString()}`);
  return stdout;
}
