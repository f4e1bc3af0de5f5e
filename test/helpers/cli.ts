/** Runs the built command line as a user does. */
import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { lastingFolder } from './folder.ts';
import { printedBy } from './spawn.ts';

export const CLI = fileURLToPath(new URL('../../dist/cli.js', import.meta.url));

export interface Run {
  code: number;
  stdout: string;
  stderr: string;
}

/** Neither the terminal nor the CI this runs in may change what is tested. */
const CLEAN_ENV = Object.fromEntries(
  Object.entries(process.env).filter(
    ([name]) => !/^(?:GIT_|CI$|NO_COLOR$|FORCE_COLOR$|NODE_OPTIONS$|VITEST|NODE_V8_COVERAGE$)/.test(name),
  ),
);

export function run(
  args: readonly string[],
  options: { cwd?: string; input?: string | Buffer; env?: Record<string, string>; uid?: number } = {},
): Promise<Run> {
  return new Promise((resolve) => {
    const child = execFile(
      process.execPath,
      [CLI, ...args],
      {
        cwd: options.cwd,
        env: { ...CLEAN_ENV, ...options.env },
        ...(options.uid !== undefined && { uid: options.uid }),
        maxBuffer: 1 << 28,
        encoding: 'utf8',
      },
      (error, stdout, stderr) => resolve({ code: error ? ((error as { code?: number }).code ?? -1) : 0, stdout, stderr }),
    );
    child.stdin?.on('error', () => {});
    child.stdin?.end(options.input ?? '');
  });
}

/** A fresh folder with these files. */
export function tree(files: Record<string, string | Buffer> = {}): string {
  const root = lastingFolder('bearertrap-');
  for (const [name, content] of Object.entries(files)) put(root, name, content);
  return root;
}

export function put(root: string, name: string, content: string | Buffer): void {
  mkdirSync(dirname(join(root, name)), { recursive: true });
  writeFileSync(join(root, name), content);
}

/** Git without the machine's configuration. */
export function git(cwd: string, ...args: string[]): string {
  const settings = ['user.name=Ada', 'user.email=ada@example.org', 'init.defaultBranch=main', 'protocol.file.allow=always'];
  const env = { ...CLEAN_ENV, GIT_CONFIG_GLOBAL: '/dev/null', GIT_CONFIG_SYSTEM: '/dev/null' };
  return printedBy('git', [...settings.flatMap((setting) => ['-c', setting]), ...args], { cwd, env }).toString();
}
