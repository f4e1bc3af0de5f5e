/**
 * The command line: parse, run one command, exit with its code. Commands other than scan are loaded when they are called.
 * @module
 */
import { Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { SEVERITIES } from '../model.ts';
import { FORMATS } from '../report/index.ts';
import { VERSION } from '../version.ts';
import { EXIT } from './exit.ts';
import { scanCommand } from './scan.ts';

// `bearertrap scan . | head` closes the pipe: what is left unsaid is not wanted.
process.stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code === 'EPIPE') process.exit();
  throw error;
});

// Until a command has something to save, an interrupt just ends the process, with its own code.
process.on('SIGINT', () => process.exit(EXIT.interrupted));

const collect = (value: string, all: string[] = []): string[] => [...all, value];

function wholeNumber(value: string): number {
  if (!/^[1-9]\d{0,5}$/.test(value)) throw new InvalidArgumentError('It must be a whole number from 1 on.');
  return Number(value);
}

function byteSize(value: string): number {
  const found = /^(\d{1,12})\s*([kmgt]?)i?b?$/i.exec(value);
  if (!found) throw new InvalidArgumentError('Write bytes, or a number with K, M or G: 500K, 10M, 2G.');
  return Number(found[1]) * 1024 ** ' kmgt'.indexOf(found[2]!.toLowerCase() || ' ');
}

/** What the commands that connect to something have in common. */
const withIssuers = (command: Command): Command =>
  command
    .option('--issuer <url>', 'an issuer of tokens that may be asked, besides the known ones; may repeat', collect)
    .option('--opaque-issuer <url>', 'the issuer of bearer tokens that no rule knows; it may be asked about them')
    .option('--jwks <file>', 'keys of issuers: JWKS or PEM; may repeat', collect)
    .option('--clients <file>', 'clients for introspection and revocation (or BEARERTRAP_CLIENT_ID and _SECRET)')
    .option('--allow-loopback', 'let named issuers be on this machine, also by http');

const program = new Command('bearertrap')
  .description('Finds leaked bearer tokens, JWTs and API keys, and tells what each one still opens.')
  .version(VERSION, '-V, --version', 'print the version')
  .helpOption('-h, --help', 'show help')
  .showSuggestionAfterError()
  .showHelpAfterError('(--help shows all options)')
  .exitOverride();

withIssuers(program.command('scan'))
  .description('scan files and folders (default: the current folder), or - for standard input')
  .argument('[path...]', 'files, folders, globs, or -')
  .addOption(new Option('-f, --format <format>', 'report format').choices(FORMATS).default('pretty'))
  .option('-o, --output <file>', 'write the report to a file instead of standard output')
  .option('--report <format=file>', 'write one more report; may repeat', collect)
  .addOption(
    new Option('--fail-on <severity>', 'least severity that makes the exit code 1')
      .choices([...SEVERITIES.slice(0, 4), 'none'])
      .default('low'),
  )
  .addOption(new Option('--min-severity <severity>', 'leave findings below it out of the report').choices([...SEVERITIES]))
  .option('--staged', 'scan what the next commit would add (the index, not the work tree)')
  .option('--all', 'with --staged: whole files, also what stood in them before')
  .option('--range <A..B>', 'scan what these commits bring in (also A...B, one commit, HEAD~3..)')
  .option('--history', 'scan all that the object store holds, reachable or not (with a path: of that repository)')
  .option('--rules <file...>', 'custom rule files, beside the built-in rules')
  .option('--disable-rule <id...>', 'rules not to use (bearertrap rules lists them)')
  .option('--only-rules <id...>', 'use no other rules than these')
  .option('--include <glob...>', 'scan only what matches (patterns as in .gitignore)')
  .option('--exclude <glob...>', 'leave out what matches (patterns as in .gitignore)')
  .option('--no-gitignore', 'scan what .gitignore names too')
  .option('--max-file-size <size>', 'do not read larger files; they are told as a gap (10M, 2G)', byteSize)
  .option('-j, --jobs <n>', 'threads (default: one a processor)', wholeNumber)
  .option('--verify', 'ask providers and issuers whether the secrets are taken: connects to them')
  .option('--verify-dry-run', 'tell which hosts --verify would ask about how many secrets')
  .option('--show-secrets', 'print secrets in clear; nothing else ever does')
  .option('--no-color', 'no colours (also: NO_COLOR)')
  .option('--progress', 'show progress even when standard error is no terminal')
  .option('--no-progress', 'show no progress')
  .option('-q, --quiet', 'print the report only: no notices')
  .option('-v, --verbose', 'print notices on what was skipped, with examples')
  .addHelpText(
    'after',
    `
Examples:
  bearertrap scan .                       the current folder, by git's idea of what is in it
  bearertrap scan --format sarif -o r.sarif .
  git diff | bearertrap scan -            whatever comes on standard input
  bearertrap scan --staged                what the next commit would add
  bearertrap scan --range main..          what this branch brings in
  bearertrap scan --fail-on high src      exit code 1 only for high and critical findings

Exit codes:  0 clean   1 findings   2 wrong usage or configuration   3 incomplete, or nothing was read   130 interrupted`,
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
  .option('--json', 'print JSON')
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
  .action(async (token: string | undefined, options: { json?: boolean; showSecrets?: boolean; color?: boolean }) => {
    const { decodeCommand } = await import('./decode.ts');
    process.exitCode = await decodeCommand(token, options);
  });

withIssuers(program.command('verify'))
  .description('ask providers and issuers whether the secrets of a JSON report are taken: connects to them')
  .argument('<report>', 'a JSON report, or - for standard input')
  .addOption(new Option('-f, --format <format>', 'report format').choices(FORMATS).default('pretty'))
  .option('--dry-run', 'tell which hosts would be asked about how many secrets')
  .option('--rules <file...>', 'the custom rule files that the report was made with')
  .option('--no-color', 'no colours (also: NO_COLOR)')
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
  .action(async (ids: string[], options: Record<string, unknown>) => {
    const { revokeCommand } = await import('./revoke.ts');
    process.exitCode = await revokeCommand(ids, options);
  });

/** By name: what is loaded later has its own copies of the classes. */
const KNOWN_ERRORS = new Set(['UsageError', 'GitError', 'GitMissingError']);

/** Runs what the command line asks for; the exit code is left in `process.exitCode`. */
export async function run(): Promise<void> {
  try {
    await program.parseAsync();
  } catch (error) {
    if (error instanceof CommanderError) {
      // Commander has printed already; help and version end well.
      process.exitCode = error.exitCode === 0 ? EXIT.clean : EXIT.usage;
    } else if (error instanceof Error && KNOWN_ERRORS.has(error.name)) {
      process.stderr.write(`bearertrap: ${error.message}\n`);
      process.exitCode = EXIT.usage;
    } else {
      throw error;
    }
  }
}
