/**
 * Runs the built Action as a runner does: the inputs of action.yml with their defaults, the runner's variables and files, a
 * real payload, a real checkout. What it printed and wrote is parsed.
 */
import { execFile } from 'node:child_process';
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { lastingFolder } from '../helpers/folder.ts';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));

interface Metadata {
  inputs: Record<string, { default?: string }>;
  outputs: Record<string, unknown>;
  runs: { using: string; main: string };
}

export const METADATA = parse(readFileSync(join(ROOT, 'action.yml'), 'utf8')) as Metadata;

/** A workflow command: `::error file=a,line=1::text`. */
export interface Command {
  name: string;
  properties: Record<string, string>;
  message: string;
}

export interface ActionRun {
  code: number;
  stdout: string;
  stderr: string;
  commands: Command[];
  /** `level file:line message` of each annotation. */
  annotations: string[];
  outputs: Record<string, string>;
  summary: string;
}

export interface RunnerOptions {
  event: string;
  payload: object;
  workspace: string;
  sha?: string;
  inputs?: Record<string, string>;
  env?: Record<string, string>;
  node?: string;
}

/** What the runner and the system give to a step, and nothing of ours. */
const SYSTEM = ['PATH', 'SystemRoot', 'TEMP', 'TMP', 'LANG'];

/** How a runner starts the Action, and the files to which this writes. */
export interface Start {
  main: string;
  /** The runner starts an action in the workspace. */
  cwd: string;
  env: Record<string, string>;
  files: { output: string; summary: string };
}

export function startOf(options: RunnerOptions): Start {
  const temp = lastingFolder('runner-');
  const file = (name: string, content = ''): string => {
    writeFileSync(join(temp, name), content);
    return join(temp, name);
  };
  mkdirSync(join(temp, 'home'));
  const files = { output: file('output'), summary: file('summary.md') };
  const token = options.env?.['GITHUB_TOKEN'] ?? '';
  const inputs = Object.entries(METADATA.inputs).map(([name, { default: value = '' }]) => [
    `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`,
    options.inputs?.[name] ?? value.replace('${{ github.token }}', token),
  ]);
  for (const name of Object.keys(options.inputs ?? {})) {
    if (!(name in METADATA.inputs)) throw new Error(`action.yml has no input ${name}`);
  }
  const env: Record<string, string> = {
    ...Object.fromEntries(SYSTEM.flatMap((name) => (process.env[name] === undefined ? [] : [[name, process.env[name]]]))),
    HOME: join(temp, 'home'),
    GIT_CONFIG_NOSYSTEM: '1',
    CI: 'true',
    GITHUB_ACTIONS: 'true',
    GITHUB_OUTPUT: files.output,
    GITHUB_STEP_SUMMARY: files.summary,
    GITHUB_STATE: file('state'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
    GITHUB_EVENT_NAME: options.event,
    GITHUB_EVENT_PATH: file('event.json', JSON.stringify(options.payload)),
    GITHUB_REPOSITORY: 'octo/shop',
    GITHUB_SERVER_URL: 'https://github.invalid',
    GITHUB_API_URL: 'https://api.github.invalid',
    GITHUB_WORKSPACE: options.workspace,
    GITHUB_SHA: options.sha ?? '',
    RUNNER_TEMP: temp,
    ...Object.fromEntries(inputs as [string, string][]),
    ...options.env,
  };
  return { main: join(ROOT, METADATA.runs.main), cwd: options.workspace, env, files };
}

export function runAction(options: RunnerOptions): Promise<ActionRun> {
  const { main, cwd, env, files } = startOf(options);
  const node = options.node ?? process.env['BEARERTRAP_TEST_NODE'] ?? process.execPath;
  return new Promise((resolve) => {
    execFile(node, [main], { cwd, env, maxBuffer: 1 << 28 }, (error, stdout, stderr) => {
      const commands = parseCommands(stdout);
      resolve({
        code: error ? ((error as { code?: number }).code ?? -1) : 0,
        stdout,
        stderr,
        commands,
        annotations: commands.flatMap(({ name, properties, message }) => {
          if (!['error', 'warning', 'notice'].includes(name)) return [];
          const at = properties['file'] === undefined ? '-' : `${properties['file']}:${properties['line']}`;
          return [`${name} ${at} ${message.split('\n')[0]}`];
        }),
        outputs: parseFileCommands(readFileSync(files.output, 'utf8')),
        summary: readFileSync(files.summary, 'utf8'),
      });
    });
  });
}

/** As the runner reads standard output: stop-commands included. */
export function parseCommands(stdout: string): Command[] {
  const commands: Command[] = [];
  let stopped: string | undefined;
  for (const line of stdout.split(/\r?\n/)) {
    const [, name, list = '', message] = /^\s*::([a-z-]+|[0-9a-f-]{36})(?: (.*?))?::(.*)$/.exec(line) ?? [];
    if (name === undefined) continue;
    if (stopped !== undefined) {
      if (name === stopped) stopped = undefined;
      continue;
    }
    if (name === 'stop-commands') stopped = message;
    const properties = list.split(',').flatMap((pair): [string, string][] => {
      const [key = '', ...value] = pair.split('=');
      return value.length === 0 ? [] : [[key, unescape(value.join('='))]];
    });
    commands.push({ name, properties: Object.fromEntries(properties), message: unescape(message ?? '') });
  }
  return commands;
}

function unescape(text: string): string {
  return text
    .replaceAll('%3A', ':')
    .replaceAll('%2C', ',')
    .replaceAll('%0D', '\r')
    .replaceAll('%0A', '\n')
    .replaceAll('%25', '%');
}

function parseFileCommands(text: string): Record<string, string> {
  const values: Record<string, string> = {};
  for (const [, name, , value] of text.matchAll(/^([^\n<]+)<<(\S+)\r?\n([^]*?)\r?\n\2\r?$/gm)) values[name!] = value!;
  return values;
}
