/**
 * `bearertrap revoke`: ends secrets that are named, one by one. Without --yes it only tells what it would send.
 * @module
 */
import { UsageError } from '../errors.ts';
import { runScan } from '../scan.ts';
import { planRevocation, readAgain, revocationText, revoke, type Subject, subjectsOf, type Verifier } from '../verify/index.ts';
import { EXIT } from './exit.ts';
import { type IssuerOptions, readReport, verifierFor } from './verify.ts';

interface Options extends IssuerOptions {
  yes?: boolean;
  report?: string;
  history?: boolean;
}

/** Shortest beginning of an id that names a finding. */
const SHORTEST_ID = 8;

/** @returns the exit code: 0 when all are dead (or would be asked for), 1 when one is not, 3 when that cannot be told */
export async function revokeCommand(ids: readonly string[], given: Record<string, unknown>): Promise<number> {
  const options = given as unknown as Options;
  const verifier = await verifierFor(options);
  const all = await findSubjects(options, verifier);
  const subjects = [...new Set(ids)].map((id) => subjectOf(id, all));
  const codes: number[] = [];
  for (const subject of subjects) codes.push(await revokeOne(subject, verifier, options.yes ?? false));
  if (!options.yes) process.stdout.write('Nothing was sent. Add --yes to do it.\n');
  return [EXIT.findings, EXIT.incomplete].find((code) => codes.includes(code)) ?? EXIT.clean;
}

async function revokeOne(subject: Subject, verifier: Verifier, yes: boolean): Promise<number> {
  const { finding } = subject;
  const place = finding.locations[0];
  const plan = planRevocation(subject, verifier);
  const lines = [
    `${finding.id}  ${finding.title}  ${finding.secret.redacted}${place ? `  ${place.path}:${place.startLine}` : ''}`,
    ...revocationText(plan, subject).map((line) => `  ${line}`),
  ];
  process.stdout.write(`${lines.join('\n')}\n`);
  if (!yes) return EXIT.clean;
  if (plan.by === 'hand') {
    process.stdout.write('  not revoked: it has to be done by hand\n');
    return EXIT.findings;
  }
  const { taken, said, after } = await revoke(plan, subject, verifier);
  process.stdout.write(`  ${taken ? said : `not revoked: ${said}`}\n`);
  if (!taken) return EXIT.findings;
  process.stdout.write(
    `  ${after ? `verified afterwards: ${after.state}; ${after.detail}` : 'whether it is dead cannot be asked'}\n`,
  );
  if (after?.state === 'inactive') return EXIT.clean;
  return after?.state === 'active' ? EXIT.findings : EXIT.incomplete;
}

async function findSubjects(options: Options, verifier: Verifier): Promise<Subject[]> {
  const from = { ...(options.rules && { rules: options.rules }) };
  if (options.report !== undefined) {
    const report = await readReport(options.report);
    const { secretOf } = await readAgain(report, from);
    return subjectsOf(report.findings, secretOf, verifier);
  }
  const { report, secretOf } = await runScan({ ...from, ...(options.history && { history: true }) });
  return subjectsOf(report.findings, (of) => secretOf.get(of), verifier);
}

function subjectOf(id: string, all: readonly Subject[]): Subject {
  const found = all.filter(({ finding }) => finding.id === id || (id.length >= SHORTEST_ID && finding.id.startsWith(id)));
  if (found.length === 1) return found[0]!;
  if (found.length > 1) throw new UsageError(`${id} is the beginning of ${found.length} ids: write one of them whole`);
  throw new UsageError(
    `there is no finding ${id} here whose secret can be read: check the id, the folder, and --report or --history`,
  );
}
