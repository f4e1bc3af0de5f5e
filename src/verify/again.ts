/**
 * The secrets of a report. A report holds none unless it was asked to, so they are read again where it says that they stand:
 * the files and objects are scanned anew, and what has the finding's id is its secret.
 * @module
 */
import { isAbsolute } from 'node:path';
import { fingerprint, isGuessable } from '../fingerprint.ts';
import type { Companion, Finding, Report } from '../model.ts';
import { runScan, type ScanOptions } from '../scan.ts';
import { streamObjects } from '../sources/git/batch.ts';
import { openRepo } from '../sources/git/repo.ts';
import { CoverageLedger } from '../sources/ledger.ts';

export interface SecretsAgain {
  /** Of a finding of the report, or of what stands beside one. */
  secretOf: (of: Finding | Companion) => string | undefined;
  /** All of them, for masking. */
  secrets: string[];
  /** Findings whose secret is no more where the report says, or was never in a file. */
  missing: Finding[];
}

/** Objects above this size are not read for one secret in them. */
const MAX_OBJECT = 256 * 1024 * 1024;

/**
 * @param options `cwd`: the folder that the report's paths are relative to; `rules`: the custom rules it was made with
 * @throws UsageError when locations name objects and `cwd` is in no repository
 */
export async function readAgain(report: Report, options: Pick<ScanOptions, 'cwd' | 'rules'>): Promise<SecretsAgain> {
  const secrets = new Map<string, string>();
  for (const { id, rule, kind, secret } of report.findings) {
    const { value } = secret;
    if (value === undefined) continue;
    // The id vouches for the value: a report may have been edited.
    if ((await fingerprint(rule, value, { guessable: isGuessable(value, kind) })) === id) secrets.set(id, value);
  }
  const missing = (): Finding[] => report.findings.filter(({ id }) => !secrets.has(id));
  const open = (): Finding[] =>
    report.findings.filter((finding) => [finding, ...(finding.companions ?? [])].some((of) => !secrets.has(keyOf(of))));
  const keep = async (from: ScanOptions): Promise<void> => {
    const { report: again, secretOf } = await runScan({ ...options, ...from, onProblem: () => {} });
    for (const finding of again.findings) {
      for (const of of [finding, ...(finding.companions ?? [])]) secrets.set(keyOf(of), secretOf.get(of)!);
    }
  };

  const locations = open().flatMap((finding) => finding.locations);
  const paths = new Set(
    locations.flatMap(({ path, blob, commit }) => ((blob ?? commit) === undefined && isInside(path) ? [path] : [])),
  );
  if (paths.size > 0) await keep({ paths: [...paths], gitignore: false, jobs: 1 });

  const ids = [...new Set(open().flatMap((finding) => finding.locations.flatMap(({ blob, commit }) => blob ?? commit ?? [])))];
  if (ids.length > 0) {
    const objects: Buffer[] = [];
    const repo = openRepo(options.cwd ?? process.cwd());
    await streamObjects(
      repo.root,
      ids,
      { maxSize: MAX_OBJECT },
      (object) => object && objects.push(object.data),
      new CoverageLedger(),
    );
    for (const stdin of objects) await keep({ stdin });
  }
  return { secretOf: (of) => secrets.get(keyOf(of)), secrets: [...secrets.values()], missing: missing() };
}

/** A companion has no id; an object that is read again has another path. */
function keyOf(of: Finding | Companion): string {
  return 'id' in of ? of.id : [of.rule, of.location.offset, of.redacted].join('\0');
}

/** What comes from a report leads nowhere outside of the folder. `-` was standard input. */
function isInside(path: string): boolean {
  return path !== '-' && !isAbsolute(path) && !path.split(/[\\/]/).includes('..');
}
