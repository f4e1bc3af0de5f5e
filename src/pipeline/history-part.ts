/**
 * What one thread does of a history scan.
 * @module
 */
import { isToldAt, mayBeTold, type Settling } from '../detect/score/weigh.ts';
import { secretKey } from '../group.ts';
import type { History, Match } from '../model.ts';
import { fromBytes } from '../path.ts';
import type { Catalogue } from '../rules/rule.ts';
import { type ObjectScan, type ObjectSink, scanObjects } from '../sources/git/objects.ts';
import { createWorkspace, type Workspace, workspaceSize } from '../sources/git/workspace.ts';
import type { ObjectPlan } from '../sources/git/plan.ts';
import { scanTrees, type TreeScan } from '../sources/git/treescan.ts';
import type { Steps } from '../sources/git/steps.ts';
import { DEFAULT_LIMITS } from '../sources/git/work.ts';
import { SILENT } from '../sources/ledger.ts';
import { isLfsPointer } from '../sources/reader.ts';
import type { Outcome, Unplaced } from './file.ts';
import { ObjectScanner } from './objects.ts';

/** What was found in one object, before it is known where that stood. */
export interface Found {
  where: History['where'];
  /** Id of the object, or the name itself. */
  key: string;
  /** Of a blob they have no lines: few are told in the end, and the others need none. */
  matches: (Match | Unplaced)[];
}

/** Places of one secret in one version of a file that are told: of thousands of versions each may hold it thousands of times. */
const MAX_PLACES = 1000;

function firstPlaces(matches: readonly Unplaced[]): Unplaced[] {
  const counts = new Map<string, number>();
  return matches.filter((match) => {
    const key = secretKey(match);
    const count = counts.get(key) ?? 0;
    counts.set(key, count + 1);
    return count < MAX_PLACES;
  });
}

/** Plain data, to be sent between threads. */
export interface Part<Scan> {
  scan: Scan;
  found: Found[];
  /** Ids of commits and tags, and names, in which something was found. */
  texts: { where: 'commit-message' | 'tag-message' | 'path'; key: string }[];
  skipped: Outcome['skipped'];
}

/** What must be known of all threads before trees are read; plain data. */
export interface Hits {
  /** By secretKey the secrets in blobs: ids of the blobs, and whether the secret may be told of one of them, wherever that stands. */
  secrets: Map<string, { blobs: string[]; told: boolean }>;
  /** Ids of trees that only git can read. */
  otherTrees: string[];
}

export function hitsOf({ found, scan }: Part<ObjectScan>, settling: Settling): Hits {
  const secrets: Hits['secrets'] = new Map();
  for (const { where, key, matches } of found) {
    if (where !== 'blob') continue;
    for (const match of matches) {
      const secret = secretKey(match);
      const known = secrets.get(secret);
      if (!known) secrets.set(secret, { blobs: [key], told: mayBeTold(match, settling) });
      else {
        if (known.blobs.at(-1) !== key) known.blobs.push(key);
        known.told ||= mayBeTold(match, settling);
      }
    }
  }
  return { secrets, otherTrees: scan.otherTrees };
}

/** The secrets in blobs that may be told, as some thread says, and ids of the blobs that hold any of them, in order. */
export function tellable(hits: readonly Hits[]): { secrets: ReadonlySet<string>; blobs: string[] } {
  const all = hits.flatMap((each) => [...each.secrets]);
  const secrets = new Set(all.filter(([, { told }]) => told).map(([secret]) => secret));
  const blobs = new Set(all.flatMap(([secret, found]) => (secrets.has(secret) ? found.blobs : [])));
  return { secrets, blobs: [...blobs].sort() };
}

/** Leaves out what is in blobs and is none of some secrets: nobody asks where that stands. */
export function onlySecrets(found: readonly Found[], secrets: ReadonlySet<string>): Found[] {
  return found.flatMap((one) => {
    if (one.where !== 'blob') return [one];
    const matches = one.matches.filter((match) => secrets.has(secretKey(match)));
    return matches.length > 0 ? [{ ...one, matches }] : [];
  });
}

/** What came of looking through blobs and commits. Plain data. */
export interface ScreenPart {
  /** Those in which nothing is told: their ids, and of each the size in bytes. */
  clean: { ids: string[]; sizes: number[] };
  /** By id what is in other blobs, and ids of commits whose messages hold something. */
  found: Map<string, Unplaced[]>;
  messages: string[];
}

/** At which paths blobs stand, by their ids. */
export type Paths = ReadonlyMap<string, ReadonlySet<string>>;

/** With what a thread reads and scans; who comes after it may go on with them. */
export interface Tools {
  scanner: ObjectScanner;
  workspace: Workspace;
}

/** The two steps of a scan. All threads finish the first before any begins the second. */
export class HistoryPart {
  readonly tools: Tools;
  readonly #maxFileSize: number;

  /** @param maxFileSize bytes; larger files are not scanned */
  constructor(catalogue: Pick<Catalogue, 'rules' | 'rule' | 'tables'>, maxFileSize = Infinity) {
    this.#maxFileSize = maxFileSize;
    const scanner = new ObjectScanner(catalogue, workspaceSize(DEFAULT_LIMITS));
    this.tools = { scanner, workspace: createWorkspace(DEFAULT_LIMITS, scanner.core) };
  }

  /** Contents of blobs, and messages. */
  objects(plan: ObjectPlan): Steps<Part<ObjectScan>> {
    const { scanner, workspace } = this.tools;
    const options = { workspace, maxFileSize: this.#maxFileSize };
    return this.#collect((sink, ledger) => scanObjects(plan, scanner, sink, ledger, options));
  }

  /**
   * Names in trees, and where the wanted blobs stand.
   * @param wanted ids of blobs in which something was found, the same for all threads
   * @param others ids of trees that only git can read, for one thread
   */
  trees(plan: ObjectPlan, wanted: readonly string[], others: readonly string[]): Steps<Part<TreeScan>> {
    const { scanner, workspace } = this.tools;
    return this.#collect((sink, ledger) => scanTrees(plan, scanner, sink, ledger, { wanted, links: true, others, workspace }));
  }

  /**
   * Tells of which contents and messages of a plan nothing need be read but their size, and what is in contents of which something
   * is told at one of their paths. Neither is told of what stands for a file that is kept elsewhere (Git LFS), or could not be
   * looked at.
   */
  *screen(plan: ObjectPlan, paths: Paths, settling: Settling): Steps<ScreenPart> {
    const { clean, found, messages }: ScreenPart = { clean: { ids: [], sizes: [] }, found: new Map(), messages: [] };
    const { scanner, workspace } = this.tools;
    const onClean = (id: string, data: Buffer): void => {
      if (isLfsPointer(data, 0, data.length)) return;
      clean.ids.push(id);
      clean.sizes.push(data.length);
    };
    const sink: ObjectSink = {
      onClean,
      onBlob(id, data, start, end, hits) {
        const matches = scanner.read(data, start, end, hits);
        const isTold = (path: string): boolean => matches.some((match) => isToldAt(match, path, settling));
        if ([...(paths.get(id) ?? [])].some(isTold)) found.set(id, matches);
        else onClean(id, data);
      },
      onText: (_kind, id) => void messages.push(id),
    };
    yield* scanObjects(plan, scanner, sink, SILENT, { workspace, maxFileSize: this.#maxFileSize });
    return { clean, found, messages };
  }

  *#collect<Scan>(run: (sink: ObjectSink, ledger: { skip: (...skip: Skip) => void }) => Steps<Scan>): Steps<Part<Scan>> {
    const part: Omit<Part<Scan>, 'scan'> = { found: [], texts: [], skipped: [] };
    const { scanner } = this.tools;
    const sink: ObjectSink = {
      onBlob(id, data, start, end, hits) {
        const all = scanner.read(data, start, end, hits);
        const matches = all.length > MAX_PLACES ? firstPlaces(all) : all;
        if (matches.length < all.length)
          part.skipped.push({
            reason: 'too-large',
            path: `${id} (${all.length - matches.length} more places of the same)`,
            gap: true,
          });
        if (matches.length > 0) part.found.push({ where: 'blob', key: id, matches });
      },
      onText(where, id, data, start, end, hits) {
        const key = where === 'path' ? fromBytes(data.subarray(start, end)) : id;
        part.texts.push({ where, key });
        part.found.push({ where, key, matches: scanner.matches(data, start, end, hits, '') });
      },
    };
    const skip = (...[reason, path, gap]: Skip): void => {
      part.skipped.push({ reason, path, gap });
    };
    return { scan: yield* run(sink, { skip }), ...part };
  }
}

type Skip = [reason: Outcome['skipped'][number]['reason'], path: string, gap: boolean];
