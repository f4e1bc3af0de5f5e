/**
 * Compares the fast scan of real repositories with the plain one: `npx tsx test/truth.ts REPOSITORY…`, after a build. For
 * each it tells how many places were compared and every line that only one of the two has; exit code 1 if there is any.
 * Secrets are not printed.
 */
import { loadCatalogue } from '../src/rules/catalogue.ts';
import { planObjects } from '../src/sources/git/plan.ts';
import { openRepo } from '../src/sources/git/repo.ts';
import { CoverageLedger } from '../src/sources/ledger.ts';
import type { Report } from '../src/model.ts';
import { run } from './helpers/cli.ts';
import { type Lines, scanAlone, scanPlainly } from './helpers/objects.ts';

const catalogue = loadCatalogue();
/** What only names something beside a secret is not told without one. */
const names = new Set(catalogue.sheets.filter(({ sensitivity }) => sensitivity === 'name').map(({ id }) => id));
for (const repository of process.argv.slice(2)) {
  const ledger = new CoverageLedger();
  const began = performance.now();
  const fast = scanAlone(planObjects(openRepo(repository, ledger), ledger), catalogue);
  const between = performance.now();
  const { lines: plain, blobs } = await scanPlainly(repository, catalogue);
  const after = performance.now();
  const gaps = ledger.skipped().filter(({ gap }) => gap).length;
  const differences = [...without(fast, plain, 'only the fast scan'), ...without(plain, fast, 'only the plain scan')];
  const secrets = await reported(repository);
  // What is weighed may be dropped for the path of its file.
  const lost = [...plain].filter(
    (line) => !/ \w+\? \S* "/.test(line) && !secrets.has(secretOf(line)) && !names.has(ruleOf(line)),
  );
  process.stdout.write(
    `${repository}: ${blobs} blobs, ${plain.size} places, ${secrets.size} secrets reported, ${differences.length} differences, ` +
      `${lost.length} not reported, ${gaps} gaps; ${seconds(between - began)} s and ${seconds(after - between)} s\n`,
  );
  for (const difference of [...differences, ...lost.map((line) => `not reported: ${hide(line)}`)].slice(0, 40))
    process.stdout.write(`  ${difference}\n`);
  if (differences.length + lost.length > 0) process.exitCode = 1;
}

/** Rules and secrets in the report of the built program, which uses threads where the repository is large. */
async function reported(repository: string): Promise<Set<string>> {
  const { stdout } = await run(['scan', '--history', '--format', 'json', '--show-secrets', repository]);
  const { findings } = JSON.parse(stdout) as Report;
  return new Set(findings.map(({ rule, secret }) => `${rule} ${JSON.stringify(secret.value)}`));
}

/** Rule and secret of a line. */
function secretOf(line: string): string {
  const [, rule = '', secret = ''] = /^\S+ .*? (\S+) \d+ \d+ \w+\?? \S* (".*")$/s.exec(line) ?? [];
  return `${rule} ${secret}`;
}

function ruleOf(line: string): string {
  return secretOf(line).split(' ', 1)[0]!;
}

function without(some: Lines, others: Lines, label: string): string[] {
  return [...some].filter((line) => !others.has(line)).map((line) => `${label}: ${hide(line)}`);
}

function hide(line: string): string {
  return line.slice(0, line.indexOf(' "'));
}

function seconds(milliseconds: number): string {
  return (milliseconds / 1000).toFixed(1);
}
