/**
 * Scans what a change brings in: the index beside HEAD, or the commits of a range.
 * @module
 */
import type { Match } from '../model.ts';
import type { Catalogue } from '../rules/rule.ts';
import type { BroughtIn } from '../sources/git/brought.ts';
import { type Pushed, rangeBlobs } from '../sources/git/range.ts';
import { openRepo } from '../sources/git/repo.ts';
import { stagedBlobs } from '../sources/git/staged.ts';
import type { Ledger } from '../sources/ledger.ts';
import { ObjectScanner } from './objects.ts';

/** What came of a scan of a repository's objects. */
export interface ObjectOutcome {
  matches: Match[];
  blobs: number;
  bytes: number;
  commits?: number;
}

/**
 * @param all whether secrets count that stood in the file before too
 * @param maxSize larger files are told as a gap, in bytes
 */
export async function scanStaged(
  catalogue: Catalogue,
  cwd: string,
  all: boolean,
  maxSize: number,
  ledger: Ledger,
): Promise<ObjectOutcome> {
  const outcome: ObjectOutcome = { matches: [], blobs: 0, bytes: 0 };
  const scanner = new ObjectScanner(catalogue);
  await stagedBlobs(cwd, (entry) => take(scanner, entry, all, outcome), ledger, maxSize);
  return outcome;
}

/** @param range see sources/git/range.ts */
export async function scanRange(
  catalogue: Catalogue,
  cwd: string,
  range: string | Pushed,
  maxSize: number,
  ledger: Ledger,
): Promise<ObjectOutcome & { commits: number }> {
  const outcome: ObjectOutcome = { matches: [], blobs: 0, bytes: 0 };
  const scanner = new ObjectScanner(catalogue);
  const commits = await rangeBlobs(
    openRepo(cwd, ledger),
    range,
    {
      onEntry: (entry) => take(scanner, entry, false, outcome),
      onCommit: ({ id }, data) => {
        for (const match of scanner.matches(data, 0, data.length, scanner.scan(data, 0, data.length), `commit ${id}`)) {
          outcome.matches.push({ ...match, location: { ...match.location, commit: id } });
        }
      },
    },
    ledger,
    maxSize,
  );
  return { ...outcome, commits };
}

/** Keeps the matches of a file that were not there before: of a secret that now stands more often, the last places. */
function take(scanner: ObjectScanner, entry: BroughtIn, all: boolean, outcome: ObjectOutcome): void {
  outcome.blobs++;
  outcome.bytes += entry.data.length;
  const matches = matchesOf(scanner, entry.data, entry.path);
  if (matches.length === 0) return;
  const known = new Map<string, number>();
  const key = ({ rule, secret }: Match): string => `${rule}\0${secret}`;
  for (const { data } of all ? [] : entry.before) {
    const here = new Map<string, number>();
    for (const match of matchesOf(scanner, data, entry.path)) here.set(key(match), (here.get(key(match)) ?? 0) + 1);
    for (const [secret, count] of here) known.set(secret, Math.max(count, known.get(secret) ?? 0));
  }
  for (const match of matches) {
    const left = known.get(key(match)) ?? 0;
    if (left > 0) {
      known.set(key(match), left - 1);
      continue;
    }
    const commit = entry.commit && { commit: entry.commit.id };
    outcome.matches.push({ ...match, location: { ...match.location, blob: entry.id, ...commit } });
  }
}

function matchesOf(scanner: ObjectScanner, data: Buffer, path: string): Match[] {
  return scanner.matches(data, 0, data.length, scanner.scan(data, 0, data.length), path);
}
