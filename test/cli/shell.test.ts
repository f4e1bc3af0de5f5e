import { execFileSync, spawnSync } from 'node:child_process';
import { describe, expect, it } from 'vitest';
import { shellWord } from '../../src/cli/shell.ts';
import { CLI, run, tree } from '../helpers/cli.ts';
import { githubPat } from '../helpers/tokens.ts';

const has = (program: string): boolean => spawnSync(program, ['--version']).status === 0;
const COMMANDS = [
  'scan',
  'rules',
  'decode',
  'baseline',
  'explain',
  'hook',
  'hook install',
  'hook uninstall',
  'hook run',
  'init',
  'completion',
  'verify',
  'revoke',
];

async function script(shell: string): Promise<string> {
  const { code, stdout } = await run(['completion', shell]);
  expect(code).toBe(0);
  return stdout;
}

describe('a word for a shell', () => {
  it.each(['plain', 'a b', "it's", 'a"b', '$(x)', '`x`', 'a\\b', 'new\nline', "tab\t'x\\", '-dash', 'ünïcode', '\u202e', '*'])(
    '%j is the same word in bash',
    (text) => {
      expect(execFileSync('bash', ['-c', `printf %s ${shellWord(text)}`], { encoding: 'utf8' })).toBe(text);
    },
  );
});

const CASES: [line: string[], words: string[]][] = [
  [
    ['bearertrap', ''],
    ['scan', 'rules', 'decode', 'baseline', 'explain', 'verify', 'revoke', 'hook', 'init', 'completion'],
  ],
  [
    ['bearertrap', 'hook', ''],
    ['install', 'uninstall', 'run'],
  ],
  [
    ['bearertrap', 'hook', 'run', ''],
    ['pre-commit', 'pre-merge-commit', 'pre-push', 'pre-receive'],
  ],
  [
    ['bearertrap', 'scan', '--format', 'j'],
    ['json', 'jsonl', 'junit'],
  ],
  [['bearertrap', 'scan', '--staged', '--fail-o'], ['--fail-on']],
  [['bearertrap', 'baseline', '--acc'], ['--accept']],
  [['bearertrap', 'completion', 'f'], ['fish']],
];

describe('completion', () => {
  it.each(CASES)('in bash: %j', async (line, words) => {
    const ask = 'COMP_WORDS=("$@"); COMP_CWORD=$(($# - 1)); _bearertrap; printf "%s\\n" "${COMPREPLY[@]}"';
    const text = execFileSync('bash', ['-c', `${await script('bash')}\n${ask}`, 'bash', ...line], { encoding: 'utf8' });
    expect(new Set(text.trim().split('\n'))).toEqual(new Set(words));
  });

  it('in bash completes files where no words are known', async () => {
    const ask = 'COMP_WORDS=(bearertrap scan --config in); COMP_CWORD=3; _bearertrap; echo "${COMPREPLY[@]}"';
    const cwd = tree({ 'in.yaml': '', 'in.json': '', other: '' });
    const text = execFileSync('bash', ['-c', `${await script('bash')}\n${ask}`], { encoding: 'utf8', cwd });
    expect(
      text
        .trim()
        .split(' ')
        .sort((a, b) => a.localeCompare(b)),
    ).toEqual(['in.json', 'in.yaml']);
  });

  it.skipIf(!has('zsh'))('in zsh is a function that is known for the command', async () => {
    const text = `autoload -U compinit; compinit -u -D\n${await script('zsh')}\nprint $_comps[bearertrap]; whence -w _bearertrap`;
    expect(execFileSync('zsh', ['-f', '-c', text], { encoding: 'utf8' })).toBe('_bearertrap\n_bearertrap: function\n');
  });

  it.skipIf(!has('fish')).each(CASES)('in fish: %j', async (line, words) => {
    const text = execFileSync('fish', ['--no-config', '-c', `${await script('fish')}\ncomplete -C '${line.join(' ')}'`], {
      encoding: 'utf8',
    });
    expect(
      new Set(
        text
          .trim()
          .split('\n')
          .map((one) => one.split('\t')[0]),
      ),
    ).toEqual(new Set(words));
  });

  it('of another shell is a usage error', async () => {
    expect(await run(['completion', 'tcsh'])).toMatchObject({ code: 2 });
  });
});

describe('--help', () => {
  it.each(['', ...COMMANDS])('of "%s" fits a screen, with examples', async (command) => {
    const { code, stdout } = await run([...command.split(' ').filter(Boolean), '--help']);
    const lines = stdout.trimEnd().split('\n');
    expect(code).toBe(0);
    expect(lines.length).toBeLessThanOrEqual(40);
    expect(lines.filter((line) => line.length > 80)).toEqual([]);
    expect(stdout).toMatch(/^Examples?:\n {2}\S/m);
  });

  it('of scan is the beginning of --help-all, which tells every option', async () => {
    const flags = (text: string): string[] => [...text.matchAll(/^ {2}(?:-\w, )?(--[\w-]+)/gm)].map((found) => found[1]!);
    const [short, all] = [await run(['scan', '--help']), await run(['scan', '--help-all'])];
    expect([short.code, all.code]).toEqual([0, 0]);
    expect(flags(all.stdout)).toEqual(expect.arrayContaining(flags(short.stdout)));
    expect(flags(all.stdout)).toEqual(expect.arrayContaining(['--no-gitignore', '--jobs', '--opaque-issuer']));
    expect(all.stdout.split('\n').filter((line) => line.length > 80)).toEqual([]);
    const completed = (await run(['completion', 'fish'])).stdout;
    for (const flag of flags(all.stdout)) expect(completed).toContain(`-l ${flag.slice(2)} `);
  });
});

describe('colours', () => {
  const ESCAPE = '\u001b[';
  it.each<[string, Record<string, string>, string[], boolean]>([
    ['none without a terminal', {}, [], false],
    ['when forced', { FORCE_COLOR: '1' }, [], true],
    ['not when forced to 0', { FORCE_COLOR: '0' }, [], false],
    ['not with NO_COLOR, even if forced', { NO_COLOR: '1', FORCE_COLOR: '1' }, [], false],
    ['not with --no-color, even if forced', { FORCE_COLOR: '1' }, ['--no-color'], false],
  ])('%s', async (_name, env, args, colored) => {
    const root = tree({ a: githubPat() });
    const scanned = await run(['scan', ...args], { cwd: root, env });
    expect(scanned.stdout.includes(ESCAPE)).toBe(colored);
    const [, id] = /^ {2}(?:\u001b\[\d+m)?id +(?:\u001b\[\d+m)?(\w+)/m.exec(scanned.stdout)!;
    const explained = await run(['explain', id!, ...args], { cwd: root, env });
    expect(explained.stdout.includes(ESCAPE)).toBe(colored);
  });
});

/** `script` of util-linux gives a terminal. */
describe.skipIf(!has('script'))('a terminal', () => {
  it.each([50, 80])('of %i columns is not overrun, and has colours', (columns) => {
    const cwd = tree({ 'some/deep/folder/with-a-long-name/settings.production.js': `const token = "${githubPat()}";\n` });
    const env = Object.fromEntries(Object.entries(process.env).filter(([name]) => !/^(?:NO_COLOR|FORCE_COLOR|CI)$/.test(name)));
    const command = `stty cols ${columns} rows 24; '${process.execPath}' '${CLI}' scan`;
    const { stdout } = spawnSync('script', ['-qec', command, '/dev/null'], { cwd, env, encoding: 'utf8', input: '' });
    expect(stdout).toContain('\u001b[');
    const lines = stdout.replace(/\u001b\[[\d;?]*[A-Za-z]/g, '').split(/\r*\n/);
    const overrun = lines.filter((line) => line.length > columns && !line.includes('/'));
    expect(overrun).toEqual([]);
    expect(lines.length).toBeGreaterThan(5);
  });
});
