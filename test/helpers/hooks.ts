/** Repositories in which real commits are made, with what hooks say. */
import { tree } from './cli.ts';
import { runProgram } from './spawn.ts';

/** The git, node and tools of this machine, without anybody's configuration. */
const ENV = {
  ...Object.fromEntries(
    Object.entries(process.env).filter(
      ([name]) => !/^(?:GIT_|CI$|NO_COLOR$|FORCE_COLOR$|VITEST|NODE_V8_COVERAGE|PRE_COMMIT)/.test(name),
    ),
  ),
  GIT_CONFIG_GLOBAL: '/dev/null',
  GIT_CONFIG_SYSTEM: '/dev/null',
  GIT_AUTHOR_NAME: 'Ada',
  GIT_AUTHOR_EMAIL: 'ada@example.org',
  GIT_COMMITTER_NAME: 'Ada',
  GIT_COMMITTER_EMAIL: 'ada@example.org',
};

export interface Done {
  code: number;
  /** Standard output and error. */
  output: string;
}

export function run(cwd: string, program: string, args: readonly string[], more: Record<string, string> = {}): Done {
  const { code, stdout, stderr } = runProgram(program, args, { cwd, env: { ...ENV, ...more } });
  return { code, output: stdout.toString() + stderr.toString() };
}

/** git, whether it succeeds or not. */
export const tryGit = (cwd: string, ...args: string[]): Done => run(cwd, 'git', args);

/** git, which must succeed. */
export function mustGit(cwd: string, ...args: string[]): string {
  const { code, output } = tryGit(cwd, ...args);
  if (code !== 0) throw new Error(`git ${args.join(' ')}: ${output}`);
  return output;
}

export function repository(files: Record<string, string | Buffer> = {}): string {
  const root = tree(files);
  mustGit(root, 'init', '-q', '-b', 'main');
  return root;
}
