/**
 * Where found secrets stand today, and GitHub's hashes of their lines: what reports for code scanning need beside a scan.
 * Objects and files are read once more, only those that hold findings.
 * @module
 */
import { closeSync, openSync, readSync } from 'node:fs';
import { resolve } from 'node:path';
import { bomLength, detectEncoding } from '../detect/encoding.ts';
import { Positions } from '../detect/position.ts';
import { groupBy } from '../group.ts';
import type { Location, Report } from '../model.ts';
import { fromBytes, toBytes } from '../path.ts';
import { lineHashes } from '../report/linehash.ts';
import { streamObjects } from '../sources/git/batch.ts';
import { openRepo } from '../sources/git/repo.ts';
import { readEntries } from '../sources/git/files.ts';
import { SILENT } from '../sources/ledger.ts';

export interface Places {
  /** GitHub's hash of the line that a location begins on (see report/linehash.ts): of the scanned blob or file. */
  lineHashes: WeakMap<Location, string>;
  /** For locations in objects: the same secret in the same file as HEAD (or the index, if that was scanned) holds it, null where it is gone. */
  current: WeakMap<Location, Location | null>;
}

/** Where to look. */
export interface PlacesOptions {
  /** The folder that was scanned: paths of a tree are relative to it. */
  cwd: string;
  /** The commit that counts as today's. Default HEAD. */
  head?: string;
}

/** Bytes read at a time. */
const STEP = 1 << 20;

/** What cannot be read any more simply has no hash and no place. */
export async function findPlaces(report: Report, options: PlacesOptions): Promise<Places> {
  const places: Places = { lineHashes: new WeakMap(), current: new WeakMap() };
  const locations = report.findings.flatMap((finding) => finding.locations);
  if (report.scope.kind === 'tree') {
    for (const [path, group] of groupBy(locations, (location) => location.path)) {
      keepHashes(places, group, () => fileChunks(resolve(options.cwd, path)));
    }
  } else if (report.scope.kind !== 'stdin') {
    await placeObjects(locations, options, places, report.scope.kind === 'staged');
  }
  return places;
}

/** @param staged whether that is what counts as today's: all stands where it was found */
async function placeObjects(
  locations: readonly Location[],
  { cwd, head }: PlacesOptions,
  places: Places,
  staged: boolean,
): Promise<void> {
  const { root } = openRepo(cwd);
  const byBlob = groupBy(
    locations.filter(({ blob }) => blob !== undefined),
    ({ blob }) => blob!,
  );
  for (const location of locations) places.current.set(location, null);
  if (byBlob.size === 0) return;
  const today = staged
    ? new Map(locations.map(({ path, blob }) => [path, blob]))
    : await filesOf(root, head ?? 'HEAD', new Set(locations.map(({ path }) => path)));
  /** Places to find anew: in which blob, and the bytes of the secret. */
  const moved: { location: Location; in: string; secret: Buffer }[] = [];
  await readBlobs(root, [...byBlob.keys()], (blob, data) => {
    const group = byBlob.get(blob)!;
    keepHashes(places, group, () => [data]);
    for (const location of group) {
      const now = today.get(location.path);
      if (now === blob) places.current.set(location, location);
      else if (now !== undefined) {
        const secret = Buffer.from(data.subarray(location.offset, location.offset + location.length));
        moved.push({ location, in: now, secret });
      }
    }
  });
  const byToday = groupBy(moved, (move) => move.in);
  await readBlobs(root, [...byToday.keys()], (blob, data) => {
    const group = byToday.get(blob)!;
    const found = group.flatMap(({ location, secret }) => {
      const place = nearest(data, secret, location);
      if (place === undefined) return [];
      const { commit: _, ...rest } = { ...location, ...place, blob };
      places.current.set(location, rest);
      return [rest];
    });
    keepHashes(places, found, () => [data]);
  });
}

type Spot = Pick<Location, 'startLine' | 'startColumn' | 'endLine' | 'endColumn' | 'offset'>;

/** The place at which `secret` stands in `data`, of several the nearest to where it stood. */
function nearest(data: Buffer, secret: Buffer, was: Location): Spot | undefined {
  const encoding = detectEncoding(data, 0, data.length);
  const positions = new Positions(data, bomLength(data, 0, data.length, encoding), data.length, encoding);
  let best: Spot | undefined;
  const distance = ({ startLine }: Spot): number => Math.abs(startLine - was.startLine);
  for (let at = data.indexOf(secret); at >= 0; at = data.indexOf(secret, at + secret.length)) {
    const spot = { ...positions.range(at, at + secret.length), offset: at };
    if (best === undefined || distance(spot) < distance(best)) best = spot;
  }
  return best;
}

/** Members of containers have no line of their own that GitHub could show. */
function keepHashes(places: Places, locations: readonly Location[], read: () => Iterable<Uint8Array>): void {
  const plain = locations.filter(({ inside }) => inside === undefined);
  if (plain.length === 0) return;
  try {
    const hashes = lineHashes(read(), new Set(plain.map(({ startLine }) => startLine)));
    for (const location of plain) {
      const hash = hashes.get(location.startLine);
      if (hash !== undefined) places.lineHashes.set(location, hash);
    }
  } catch (error) {
    // The file is gone or locked by now.
    if ((error as NodeJS.ErrnoException).code === undefined) throw error;
  }
}

function* fileChunks(path: string): Generator<Uint8Array> {
  const file = openSync(toBytes(path), 'r');
  try {
    const buffer = Buffer.allocUnsafe(STEP);
    for (let size = readSync(file, buffer); size > 0; size = readSync(file, buffer)) yield buffer.subarray(0, size);
  } finally {
    closeSync(file);
  }
}

/** Blob ids of those of `paths` that are files in a commit. */
async function filesOf(root: string, commit: string, paths: ReadonlySet<string>): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  try {
    await readEntries(['ls-tree', '-r', '-z', '--full-tree', commit], { cwd: root }, (id, bytes, mode) => {
      const path = fromBytes(bytes);
      if (mode.startsWith('10') && paths.has(path)) files.set(path, id);
    });
  } catch {
    // No commit yet: nothing stands in it.
  }
  return files;
}

async function readBlobs(root: string, ids: readonly string[], onBlob: (id: string, data: Buffer) => void): Promise<void> {
  if (ids.length === 0) return;
  await streamObjects(root, ids, { maxSize: Infinity }, (object) => object && onBlob(object.id, object.data), SILENT);
}
