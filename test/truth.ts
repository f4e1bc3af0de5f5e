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
import { redact } from '../src/report/redact.ts';
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
  const { secrets, companions } = await reported(repository);
  // What is weighed may be dropped for the path of its file.
  const lost = [...plain].filter((line) => {
    const { rule, secret } = partsOf(line);
    if (/ \w+\? \S* "/.test(line) || names.has(rule) || secrets.has(secret)) return false;
    return !companions.has(`${rule} ${redact(secret, { kind: 'api-key', guessable: false })}`);
  });
  process.stdout.write(
    `${repository}: ${blobs} blobs, ${plain.size} places, ${secrets.size} secrets reported, ${differences.length} differences, ` +
      `${lost.length} not reported, ${gaps} gaps; ${seconds(between - began)} s and ${seconds(after - between)} s\n`,
  );
  for (const difference of [...differences, ...lost.map((line) => `not reported: ${hide(line)}`)].slice(0, 40))
    process.stdout.write(`  ${difference}\n`);
  if (differences.length + lost.length > 0) process.exitCode = 1;
}

/**
 * The secrets in the report of the built program, which uses threads where the repository is large, whichever rule they are told
 * under, and what is told beside another secret.
 */
async function reported(repository: string): Promise<{ secrets: Set<string>; companions: Set<string> }> {
  const { stdout } = await run(['scan', '--history', '--format', 'json', '--show-secrets', repository]);
  const { findings } = JSON.parse(stdout) as Report;
  const companions = findings.flatMap((finding) => finding.companions ?? []);
  return {
    secrets: new Set(findings.map(({ secret }) => secret.value!)),
    companions: new Set(companions.map(({ rule, redacted }) => `${rule} ${redacted}`)),
  };
}

/** Rule and secret of a line. */
function partsOf(line: string): { rule: string; secret: string } {
  const [, rule = '', secret = '""'] = /^\S+ .*? (\S+) \d+ \d+ \w+\?? \S* (".*")$/s.exec(line) ?? [];
  return { rule, secret: JSON.parse(secret) as string };
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
