/**
 * The command line: parse, run one command, exit with its code. Commands other than scan are loaded when they are called.
 * @module
 */
import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { parseSize } from '../config/size.ts';
import { MODES } from '../detect/score/modes.ts';
import { isKnown } from '../errors.ts';
import { displayPath } from '../path.ts';
import { CONFIDENCES, SEVERITIES } from '../model.ts';
import { FORMATS } from '../report/index.ts';
import { VERSION } from '../version.ts';
import { runScan } from '../scan.ts';
import type { Shell } from './completion.ts';
import { EXIT } from './exit.ts';
import { withShortHelp } from './help.ts';
import type { Hook } from './hook-run.ts';
import { scanCommand } from './scan.ts';

// `bearertrap scan . | head` closes the pipe: what is left unsaid is not wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  process.stderr.write(`bearertrap: standard output cannot be written to (${error.code})\n`);
  process.exit(EXIT.usage);
});

// Until a command has something to save, an interrupt just ends the process, with its own code.
process.on('SIGINT', () => process.exit(EXIT.interrupted));

const collect = (value: string, all?: string[] | false): string[] => [...(all || []), value];

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(value);
}

function byteSize(value: string): number {
  const size = parseSize(value);
  if (size === undefined) throw new InvalidArgumentError('Write bytes, or a number with K, M or G: 500K, 10M, 2G.');
  return size;
}

/** What the commands that connect to something have in common. */
const withIssuers = (command: Command): Command =>
  command
    .option('--issuer <url>', 'an issuer that may be asked; may repeat', collect)
    .option('--opaque-issuer <url>', 'the issuer to ask about opaque tokens')
    .option('--host <[provider=]host>', 'a host that checks may ask (gitlab=git.acme.com); may repeat', collect)
    .option('--jwks <file>', 'keys of issuers: JWKS or PEM; may repeat', collect)
    .option('--clients <file>', 'clients to ask as (or BEARERTRAP_CLIENT_ID, _SECRET)')
    .option('--allow-private', 'let named hosts and issuers be in private networks')
    .option('--allow-loopback', 'let named issuers be on this machine');

const program = new Command('bearertrap')
  .description('Finds leaked bearer tokens, JWTs and API keys, and tells what each one still opens.')
  .version(VERSION, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'show help')
  .addHelpText(
    'after',
    `
Examples:
  bearertrap scan           the current folder
  bearertrap hook install   stop commits that hold secrets`,
  )
  .showSuggestionAfterError()
  .showHelpAfterError('(see --help)')
  .exitOverride();

/** What `scan --help` shows; `--help-all` shows the rest too. */
const EVERYDAY = new Set(
  (
    '--staged --range --history --include --exclude --rules --min-severity --config --baseline ' +
    '--show-suppressed --format --output --fail-on --show-secrets --quiet --verify'
  ).split(' '),
);

const scanProgram = withIssuers(
  program
    .command('scan')
    .description('scan files and folders (default: the current folder), or - for standard input')
    .argument('[path...]', 'files, folders, globs, or -')
    .optionsGroup('What is scanned:')
    .option('--staged', 'what the next commit would add (the index)')
    .option('--all', 'with --staged: whole files, also what stood in them')
    .option('--range <A..B>', 'what these commits bring in (A...B, one commit)')
    .option('--history', 'all that the object store holds, reachable or not')
    .option('--include <glob...>', 'only what matches (patterns as in .gitignore)')
    .option('--exclude <glob...>', 'all but what matches (patterns as in .gitignore)')
    .option('--no-gitignore', 'what .gitignore names too')
    .option('--max-file-size <size>', 'no larger files (as in 10M); they are told as a gap', byteSize)
    .optionsGroup('What is found:')
    .option('--rules <file...>', 'custom rules too (YAML, or gitleaks TOML)')
    .option('--disable-rule <id...>', 'rules not to use (bearertrap rules lists them)')
    .option('--only-rules <id...>', 'use no other rules than these')
    .addOption(new Option('--mode <mode>', 'how sure passwords must be').choices([...MODES]))
    .addOption(new Option('--min-confidence <level>', 'leave out what is less sure').choices([...CONFIDENCES]))
    .addOption(new Option('--min-severity <severity>', 'leave out what is less severe').choices([...SEVERITIES]))
    .optionsGroup('What is known and accepted:')
    .option('--config <file>', 'configuration instead of .bearertrap.yaml')
    .option('--no-config', 'read no configuration and no .bearertrapignore')
    .option('--print-config', 'print what is configured and where; scan nothing')
    .option('--baseline <file>', 'known findings; may repeat', collect)
    .option('--no-baseline', 'count known findings too')
    .option('--no-inline-ignores', 'comments in files accept nothing')
    .option('--show-suppressed', 'list accepted findings too')
    .optionsGroup('What is told:')
    .addOption(new Option('-f, --format <format>', 'report format').choices(FORMATS).default('pretty'))
    .option('-o, --output <file>', 'write the report to a file')
    .option('--report <format=file>', 'write one more report; may repeat', collect)
    .addOption(
      new Option('--fail-on <severity>', 'least severity for exit code 1 (low)').choices([...SEVERITIES.slice(0, 4), 'none']),
    )
    .option('--show-secrets', 'print secrets in clear; nothing else ever does')
    .option('--no-color', 'no colours (also: NO_COLOR)')
    .option('--progress', 'show progress even when this is no terminal')
    .option('--no-progress', 'show no progress')
    .option('-q, --quiet', 'the report only: no notices')
    .option('-v, --verbose', 'notices on what was skipped, with examples')
    .option('-j, --jobs <n>', 'threads, 64 at most (default: one a processor)', wholeNumber)
    .optionsGroup('Asking providers and issuers, the only options that connect:')
    .option('--verify', 'ask whether the secrets are taken')
    .option('--verify-dry-run', 'tell which hosts would be asked'),
);
withShortHelp(scanProgram, EVERYDAY)
  .addHelpText(
    'after',
    `
Examples:
  bearertrap scan                        the current folder, as git sees it
  bearertrap scan -f sarif -o r.sarif .
  git diff | bearertrap scan -           whatever comes on standard input
  bearertrap scan --range main..         what this branch brings in
  bearertrap scan --fail-on high src     exit code 1 for high and critical only

Exit codes: 0 clean, 1 findings, 2 wrong usage or configuration, 3 incomplete
or nothing was read, 130 interrupted`,
  )
  .action(async (paths: string[], options: Record<string, unknown>, command: Command) => {
    // Without either option the terminal decides on progress.
    process.exitCode = await scanCommand(paths, {
      ...options,
      progressGiven: command.getOptionValueSource('progress') === 'cli',
    });
  });

program
  .command('rules')
  .description('list the rules, or show one: what it finds, what that opens, how to revoke it')
  .argument('[id]', 'rule id, or `test` with rule files')
  .argument('[file...]', 'with `rules test`: custom rule files whose examples are run')
  .option('--json', 'print JSON, as --format json does')
  .addOption(new Option('--format <format>', 'form of the list').choices(['text', 'json']))
  .option('--provider <name>', 'list only the rules of a provider')
  .option('--kind <kind>', 'list only the rules of a kind of credential')
  .addHelpText(
    'after',
    `
Examples:
  bearertrap rules github-pat
  bearertrap rules test my-rules.yaml`,
  )
  .action(async (id: string | undefined, files: string[], options: { json?: boolean }) => {
    const { rulesCommand } = await import('./rules.ts');
    process.exitCode = await rulesCommand(id, files, options);
  });

program
  .command('decode')
  .description('explain one token, offline (argument or standard input)')
  .argument('[token]', 'the token; without it standard input is read, which keeps it out of the process list')
  .option('--json', 'print JSON')
  .option('--show-secrets', 'show personal data in claims')
  .option('--no-color', 'no colours')
  .addHelpText('after', '\nExample:\n  bearertrap decode < token.txt')
  .action(async (token: string | undefined, options: { json?: boolean; showSecrets?: boolean; color?: boolean }) => {
    const { decodeCommand } = await import('./decode.ts');
    process.exitCode = await decodeCommand(token, options);
  });

program
  .command('baseline')
  .description('write down findings as known and accepted, in .bearertrap-baseline.json')
  .argument('[path...]', 'files and folders whose findings are accepted (default: all of the current folder)')
  .option('--staged', 'what the next commit would add')
  .option('--range <A..B>', 'what these commits bring in')
  .option('--history', 'all that the object store holds')
  .option('--accept <id>', 'this finding only; may repeat', collect)
  .option('--reason <text>', 'why it may stay')
  .option('--owner <name>', 'who answers for it')
  .option('--until <day>', 'the last day on which it is accepted, 2027-01-31')
  .option('--prune', 'remove what matches nothing any more, and add nothing')
  .option('-o, --output <file>', 'another file')
  .option('--config <file>', 'configuration instead of .bearertrap.yaml')
  .option('--no-config', 'read no configuration')
  .addHelpText(
    'after',
    `
Examples:
  bearertrap baseline --reason "before we scanned"    accept all there is
  bearertrap baseline --accept 0d3c465ef4 --reason "revoked in May" --owner ann
  bearertrap baseline --prune                         forget what is gone`,
  )
  .action(async (paths: string[], options: Record<string, unknown>) => {
    const { baselineCommand } = await import('./baseline.ts');
    process.exitCode = await baselineCommand(paths, options);
  });

program
  .command('explain')
  .description('explain a finding: what it is and opens, how to revoke it, purge it from history and prevent it')
  .argument('<id>', 'the id of a finding, or its beginning')
  .option('--report <file>', 'a report of --format json or jsonl (default: the index, the work tree and the history are scanned)')
  .option('--no-color', 'no colours')
  .addHelpText(
    'after',
    `
Examples:
  bearertrap explain 0d3c465ef4
  bearertrap explain 0d3c465ef4 --report report.json`,
  )
  .action(async (id: string, options: { report?: string; color?: boolean }) => {
    const { explainCommand } = await import('./explain.ts');
    process.exitCode = await explainCommand(id, options);
  });

const hook = program
  .command('hook')
  .description('git hooks: install one, take it away, or run what it does')
  .addHelpText(
    'after',
    `
Examples:
  bearertrap hook install              scan before each commit what it would add
  bearertrap hook install --pre-push   and before each push what it would bring
  bearertrap hook uninstall            put back the hook that was there before`,
  );
hook
  .command('install')
  .description('install a pre-commit hook (and pre-merge-commit); another hook is kept and runs before it')
  .option('--pre-push', 'a pre-push hook as well')
  .argument('[folder]', 'a folder of the repository', '.')
  .addHelpText('after', '\nExample:\n  bearertrap hook install --pre-push')
  .action(async (folder: string, options: { prePush?: boolean }) => {
    const { installHooks } = await import('./hook-install.ts');
    process.exitCode = await installHooks(folder, options);
  });
hook
  .command('uninstall')
  .description('take the hooks away and put back what was there before')
  .argument('[folder]', 'a folder of the repository', '.')
  .addHelpText('after', '\nExample:\n  bearertrap hook uninstall')
  .action(async (folder: string) => {
    const { uninstallHooks } = await import('./hook-install.ts');
    process.exitCode = await uninstallHooks(folder);
  });
hook
  .command('run')
  .description('do what the hook of this name does: exit code 0 lets git go on')
  .addArgument(new Argument('<name>', 'which hook').choices(['pre-commit', 'pre-merge-commit', 'pre-push', 'pre-receive']))
  .argument('[arg...]', 'what git, or a framework, gives the hook')
  .addHelpText('after', '\nExample:\n  npx bearertrap hook run pre-commit      in .husky/pre-commit')
  .action(async (name: Hook, args: string[]) => {
    const { runHook } = await import('./hook-run.ts');
    process.exitCode = await runHook(name, args, runScan);
  });

program
  .command('init')
  .description('write a commented configuration file, .bearertrap.yaml; never overwrites one')
  .argument('[folder]', 'a folder of the project', '.')
  .addHelpText('after', '\nExample:\n  bearertrap init && bearertrap scan --print-config')
  .action(async (folder: string) => {
    const { initCommand } = await import('./init.ts');
    process.exitCode = initCommand(folder);
  });

program
  .command('completion')
  .description('print a script that completes commands and options in a shell')
  .addArgument(new Argument('<shell>', 'the shell').choices(['bash', 'zsh', 'fish']))
  .addHelpText(
    'after',
    `
Examples:
  eval "$(bearertrap completion bash)"       in ~/.bashrc
  eval "$(bearertrap completion zsh)"        in ~/.zshrc, after compinit
  bearertrap completion fish | source        in ~/.config/fish/config.fish`,
  )
  .action(async (shell: Shell) => {
    const { completionCommand } = await import('./completion.ts');
    process.exitCode = completionCommand(shell, program);
  });

withIssuers(program.command('verify'))
  .description('ask providers and issuers whether the secrets of a JSON report are taken: connects to them')
  .argument('<report>', 'a JSON report, or - for standard input')
  .addOption(new Option('-f, --format <format>', 'report format').choices(FORMATS).default('pretty'))
  .option('--dry-run', 'tell which hosts would be asked about how many secrets')
  .option('--rules <file...>', 'the custom rule files that the report was made with')
  .option('--no-color', 'no colours (also: NO_COLOR)')
  .addHelpText(
    'after',
    `
Examples:
  bearertrap verify report.json --dry-run
  bearertrap scan --history -f json | bearertrap verify -`,
  )
  .action(async (report: string, options: Record<string, unknown>) => {
    const { verifyCommand } = await import('./verify.ts');
    process.exitCode = await verifyCommand(report, options);
  });

withIssuers(program.command('revoke'))
  .description('end secrets, where provider or issuer lets one: tells what it would send, and sends it with --yes')
  .argument('<id...>', 'ids of findings, each named')
  .option('--yes', 'do it, then look whether it is dead')
  .option('--report <file>', 'the JSON report that names them (default: the current folder is scanned)')
  .option('--history', 'look for them in all that the object store holds')
  .option('--rules <file...>', 'custom rule files')
  .addHelpText(
    'after',
    `
Examples:
  bearertrap revoke 0d3c465ef4           tell what would be sent, and where to
  bearertrap revoke 0d3c465ef4 --yes     send it`,
  )
  .action(async (ids: string[], options: Record<string, unknown>) => {
    const { revokeCommand } = await import('./revoke.ts');
    process.exitCode = await revokeCommand(ids, options);
  });

/** Runs what the command line asks for; the exit code is left in `process.exitCode`. */
export async function run(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed already; help and version end well.
      process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    } else if (isKnown(error)) {
      // It may name what stands in a repository.
      process.stderr.write(`bearertrap: ${error.message.split('\n').map(displayPath).join('\n')}\n`);
      process.exitCode = EXIT.usage;
    } else {
      throw error;
    }
  }
}
