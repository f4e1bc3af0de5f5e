/**
 * One file from its path to its matches: read, tell the encoding, scan, place.
 * @module
 */
import { bomLength, detectEncoding, type Encoding, narrow } from '../detect/encoding.ts';
import { Detector } from '../detect/engine.ts';
import type { Hit } from '../detect/hit.ts';
import { frameAt, type Place, Positions } from '../detect/position.ts';
import { resolve } from '../detect/resolve.ts';
import type { Location, Match, SkipReason } from '../model.ts';
import type { Catalogue } from '../rules/rule.ts';
import type { FileEntry } from '../sources/entry.ts';
import { inlineIgnores, speaksOf } from '../suppress/inline.ts';
import { bufferSize, CAPACITY, FileReader, isLfsPointer, PAD } from '../sources/reader.ts';
import { matchesInNames } from './names.ts';
import { partSize } from '../wasm/core.ts';

/**
 * Bytes that two neighbouring chunks of a large file share: twice the longest thing a detector looks at (twice again
 * for UTF-16), so that whatever begins in the first half is seen whole in the earlier chunk, and the rest in the later.
 */
export const OVERLAP = 4 * (65_536 + 2_048);

/** What became of the files of one batch; plain data, to be sent between threads. */
export interface Outcome {
  files: number;
  bytes: number;
  binary: number;
  matches: Match[];
  skipped: { reason: SkipReason; path: string; gap: boolean }[];
}

export const emptyOutcome = (): Outcome => ({ files: 0, bytes: 0, binary: 0, matches: [], skipped: [] });

export interface FileLimits {
  /** Bytes; larger files are told as `too-large`, not read. Infinity for none. */
  maxFileSize: number;
}

/** Some bytes of a file, and where they stand in it. */
interface Chunk {
  data: Buffer;
  start: number;
  end: number;
  /** Offset in the file of data[start]. */
  offset: number;
  first: boolean;
  last: boolean;
}

export class FileScanner {
  readonly #reader: FileReader;
  readonly #detector: Detector;
  readonly #catalogue: Pick<Catalogue, 'rules' | 'rule'>;
  readonly #limits: FileLimits;
  /** UTF-16 narrowed to bytes; made when the first such file comes. */
  #narrowed: Buffer | undefined;

  constructor(catalogue: Pick<Catalogue, 'rules' | 'rule' | 'tables'>, limits: FileLimits) {
    this.#catalogue = catalogue;
    this.#limits = limits;
    // Files are read into the memory that is scanned.
    this.#detector = new Detector(catalogue, partSize(bufferSize(CAPACITY)));
    this.#reader = new FileReader(CAPACITY, this.#detector.core.take(bufferSize(CAPACITY)));
  }

  /**
   * Scans one file and adds to `outcome`.
   * @param stream whether a large file is read now; else it is left for later
   * @param alive called between the chunks of a large file
   * @returns false for a large file that was left
   */
  scan(entry: FileEntry, outcome: Outcome, stream: boolean, alive?: () => void): boolean {
    if (entry.names) {
      for (const match of this.#scanNames(entry.names)) outcome.matches.push(match);
      return true;
    }
    const read = this.#reader.read(entry.open);
    if (read.kind === 'skip') {
      outcome.skipped.push({ reason: read.reason, path: entry.path, gap: read.gap });
      return true;
    }
    const size = read.kind === 'whole' ? read.end - read.start : read.size;
    const tooLarge = size > this.#limits.maxFileSize;
    if (read.kind === 'large' && (tooLarge || !stream)) this.#reader.close(read.fd);
    if (tooLarge) outcome.skipped.push({ reason: 'too-large', path: entry.path, gap: true });
    else if (read.kind === 'whole') this.scanBytes(this.#reader.buffer, read.start, read.end, entry.path, outcome);
    else if (stream) this.#scanLarge(read.fd, entry.path, outcome, alive);
    return tooLarge || read.kind === 'whole' || stream;
  }

  /** Scans a whole file's bytes, data[start, end). */
  scanBytes(data: Buffer, start: number, end: number, path: string, outcome: Outcome): void {
    const encoding = detectEncoding(data, start, end);
    outcome.files++;
    outcome.bytes += end - start;
    if (encoding === 'binary') outcome.binary++;
    const chunk: Chunk = { data, start, end, offset: 0, first: true, last: true };
    const hits = this.#scanChunk(chunk, encoding);
    if (hits.length > 0) {
      const textStart = start + bomLength(data, start, end, encoding);
      this.#keep(hits, chunk, new Positions(data, textStart, end, encoding), encoding, path, outcome);
    } else if (end - start < 1024 && isLfsPointer(data, start, end)) {
      outcome.skipped.push({ reason: 'lfs-pointer', path, gap: false });
    }
  }

  #scanNames(paths: readonly string[]): Match[] {
    return matchesInNames(paths, (data, path) => {
      const outcome = emptyOutcome();
      this.scanBytes(data, 0, data.length, path, outcome);
      return outcome.matches;
    });
  }

  #scanLarge(fd: number, path: string, outcome: Outcome, alive?: () => void): void {
    const data = this.#reader.buffer;
    let encoding: Encoding | undefined;
    let from: Place | undefined;
    let textStart = 0;
    const told = this.#reader.stream(fd, OVERLAP, (start, end, offset, last) => {
      alive?.();
      const first = encoding === undefined;
      encoding ??= detectEncoding(data, start, end);
      if (first) textStart = start + bomLength(data, start, end, encoding);
      const chunk: Chunk = { data, start, end, offset, first, last };
      const positions = new Positions(data, textStart, end, encoding, from);
      this.#keep(this.#scanChunk(chunk, encoding), chunk, positions, encoding, path, outcome);
      outcome.bytes += end - start - (first ? 0 : OVERLAP);
      if (last) return;
      // The next chunk begins with this one's end.
      const next = positions.boundary(end - OVERLAP);
      from = next.place;
      textStart = start + next.offset - (end - OVERLAP);
    });
    outcome.files++;
    if (encoding === 'binary') outcome.binary++;
    if (told) outcome.skipped.push({ reason: told.reason, path, gap: told.gap });
  }

  /** Hits of a chunk, of those that the neighbouring chunks see too only its own; offsets in `chunk.data`. */
  #scanChunk(chunk: Chunk, encoding: Encoding): Hit[] {
    const low = chunk.first ? chunk.start : chunk.start + OVERLAP / 2;
    const high = chunk.last ? chunk.end : chunk.end - OVERLAP / 2;
    let hits: Hit[];
    if (encoding === 'utf-16le' || encoding === 'utf-16be') {
      const bom = chunk.first ? bomLength(chunk.data, chunk.start, chunk.end, encoding) : 0;
      const from = chunk.start + bom;
      this.#narrowed ??= Buffer.alloc(this.#reader.buffer.length / 2 + 2 * PAD);
      if (this.#narrowed.length < (chunk.end - from) / 2 + 2 * PAD)
        this.#narrowed = Buffer.alloc((chunk.end - from) / 2 + 2 * PAD);
      const end = narrow(chunk.data, from, chunk.end, encoding, this.#narrowed, PAD);
      const wide = (at: number): number => from + 2 * (at - PAD);
      hits = this.#detector.scan(this.#narrowed, PAD, end);
      for (const hit of hits) [hit.start, hit.end] = [wide(hit.start), wide(hit.end)];
    } else {
      hits = this.#detector.scan(chunk.data, chunk.start, chunk.end);
    }
    if (hits.length === 0) return hits;
    // In binary files only rules count whose shape alone tells the credential.
    const binary = encoding === 'binary';
    const own = hits.filter(
      (hit) => hit.rule >= 0 && hit.start >= low && hit.start < high && (!binary || this.#catalogue.rule(hit.rule).structured),
    );
    return resolve(own, this.#catalogue);
  }

  #keep(hits: readonly Hit[], chunk: Chunk, positions: Positions, encoding: Encoding, path: string, outcome: Outcome): void {
    const unplaced = readHits(this.#catalogue, hits, chunk, encoding);
    for (const match of placeMatches(unplaced, chunk, positions, encoding, path)) outcome.matches.push(match);
  }
}

/** A match of which it is not known yet on which line and in which file it stands. */
export interface Unplaced extends Omit<Match, 'location' | 'frame' | 'ignores'> {
  location: Pick<Location, 'offset' | 'length' | 'decodedFrom'>;
}

/** What hits say. */
export function readHits(
  catalogue: Pick<Catalogue, 'rule'>,
  hits: readonly Hit[],
  { data, start: from, offset }: { data: Buffer; start: number; offset: number },
  encoding: Encoding,
): Unplaced[] {
  const wide = encoding === 'utf-16le' || encoding === 'utf-16be';
  return hits.map(({ rule, start, end, confidence, reasons, evidence, decoded }): Unplaced => {
    const text = wide ? wideText(data, start, end, encoding) : data.toString('latin1', start, end);
    const decodedFrom = decoded && decoded.from.length > 0 && { decodedFrom: [...decoded.from] };
    return {
      rule: catalogue.rule(rule).id,
      secret: decoded?.secret ?? text,
      ...(decoded && { encoded: text }),
      location: { offset: offset + start - from, length: end - start, ...decodedFrom },
      confidence,
      reasons,
      ...(evidence && { evidence }),
    };
  });
}

/** Makes matches of what was read in a piece of a file: where they stand in `path`, and the text around them. */
export function placeMatches(
  unplaced: readonly Unplaced[],
  chunk: { data: Buffer; start: number; end: number; offset: number },
  positions: Positions,
  encoding: Encoding,
  path: string,
): Match[] {
  if (unplaced.length === 0) return [];
  const { data } = chunk;
  const spots = unplaced.map(({ location: { offset, length } }) => {
    const start = offset - chunk.offset + chunk.start;
    return { start, end: start + length };
  });
  const matches = unplaced.map((match, i): Match => {
    const { start, end } = spots[i]!;
    const location = { path, ...positions.range(start, end), ...match.location };
    return { ...match, location, frame: frameAt(data, chunk.start, chunk.end, encoding, start, end) };
  });
  const ignores = inlineIgnores(data, chunk.start, chunk.end, encoding, spots, positions);
  if (ignores.length === 0) return matches;
  for (const ignore of ignores) ignore.idle = !matches.some((match) => speaksOf(ignore, match));
  return matches.map((match) => Object.assign(match, { ignores }));
}

function wideText(data: Buffer, start: number, end: number, encoding: 'utf-16le' | 'utf-16be'): string {
  const bytes = Buffer.from(data.subarray(start, end));
  return (encoding === 'utf-16be' ? bytes.swap16() : bytes).toString('utf16le');
}
