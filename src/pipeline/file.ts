/**
 * One file from its path to its matches: read, tell the encoding, scan, place.
 * @module
 */
import { detectEncoding, narrow } from '../detect/encoding.ts';
import { Detector } from '../detect/engine.ts';
import type { Hit } from '../detect/hit.ts';
import { Positions } from '../detect/position.ts';
import { resolve } from '../detect/resolve.ts';
import type { Match, SkipReason } from '../model.ts';
import type { Catalogue } from '../rules/rule.ts';
import { FileReader, isLfsPointer } from '../sources/reader.ts';
import type { FileEntry } from '../sources/list.ts';

/**
 * Bytes that two neighbouring chunks of a large file share: twice the longest thing a detector looks at, so that
 * whatever begins in the first half is seen whole in the earlier chunk, and the rest in the later one.
 */
export const OVERLAP = 2 * (65_536 + 2_048);

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

export class FileScanner {
  private readonly reader = new FileReader();
  private readonly detector: Detector;
  private readonly catalogue: Pick<Catalogue, 'rules'>;
  private readonly limits: FileLimits;

  constructor(catalogue: Pick<Catalogue, 'rules'>, limits: FileLimits) {
    this.catalogue = catalogue;
    this.limits = limits;
    this.detector = new Detector(catalogue);
  }

  /**
   * Scans one file and adds to `outcome`.
   * @param alive called between the chunks of a large file
   */
  scan(entry: FileEntry, outcome: Outcome, alive?: () => void): void {
    const read = this.reader.read(entry.open);
    if (read.kind === 'skip') {
      outcome.skipped.push({ reason: read.reason, path: entry.path, gap: read.gap });
      return;
    }
    const size = read.kind === 'whole' ? read.end - read.start : read.size;
    if (size > this.limits.maxFileSize) {
      if (read.kind === 'large') this.reader.close(read.fd);
      outcome.skipped.push({ reason: 'too-large', path: entry.path, gap: true });
      return;
    }
    outcome.files++;
    if (read.kind === 'whole') {
      outcome.bytes += size;
      this.scanBytes(this.reader.buffer, read.start, read.end, entry.path, outcome);
      return;
    }
    this.scanLarge(read.fd, entry, outcome, alive);
  }

  /** Scans a whole file's or blob's bytes, data[start, end). */
  scanBytes(data: Buffer, start: number, end: number, path: string, outcome: Outcome): void {
    const encoding = detectEncoding(data, start, end);
    if (encoding.kind === 'utf-16') {
      const text = narrow(data, start, end, encoding);
      const hits = resolve(this.detector.scan(text.data, text.start, text.end), this.catalogue.rules);
      if (hits.length > 0) {
        this.place(hits, new Positions(text.data, text.start, text.end, encoding), text.data, path, outcome);
      }
      return;
    }
    if (encoding.kind === 'binary') outcome.binary++;
    const found = this.allowed(this.detector.scan(data, start, end), encoding.kind === 'binary');
    if (found.length === 0) {
      if (end - start < 1024 && isLfsPointer(data, start, end)) outcome.skipped.push({ reason: 'lfs-pointer', path, gap: false });
      return;
    }
    const hits = resolve(found, this.catalogue.rules);
    this.place(hits, new Positions(data, start, end, encoding), data, path, outcome);
  }

  private scanLarge(fd: number, entry: FileEntry, outcome: Outcome, alive?: () => void): void {
    let positions: Positions | undefined;
    let encoding: ReturnType<typeof detectEncoding> | undefined;
    const half = OVERLAP / 2;
    const told = this.reader.stream(fd, OVERLAP, (chunk) => {
      alive?.();
      encoding ??= detectEncoding(chunk.data, chunk.start, chunk.end);
      let { data, start, end } = chunk;
      let share = half;
      if (encoding.kind === 'utf-16') {
        ({ data, start, end } = narrow(data, start, end, chunk.first ? encoding : { ...encoding, bom: 0 }));
        share = half / 2;
      }
      positions ??= new Positions(data, start, end, encoding);
      positions.move(data, start, end, chunk.offset);
      const low = chunk.first ? start : start + share;
      const high = chunk.last ? end : end - share;
      const found = this.detector.scan(data, start, end).filter((hit) => hit.start >= low && hit.start < high);
      const hits = resolve(this.allowed(found, encoding.kind === 'binary'), this.catalogue.rules);
      this.place(hits, positions, data, entry.path, outcome);
    });
    outcome.bytes += told.bytes;
    if (encoding?.kind === 'binary') outcome.binary++;
    if (told.changed) outcome.skipped.push({ reason: 'changed', path: entry.path, gap: true });
    if (told.failed) outcome.skipped.push({ reason: 'unreadable', path: entry.path, gap: true });
  }

  /** In binary files only rules count whose shape alone tells the credential. */
  private allowed(hits: Hit[], binary: boolean): Hit[] {
    return hits.filter((hit) => hit.rule >= 0 && (!binary || this.catalogue.rules[hit.rule]!.structured));
  }

  private place(hits: readonly Hit[], positions: Positions, data: Buffer, path: string, outcome: Outcome): void {
    for (const hit of hits) {
      const { location, frame } = positions.locate(hit.start, hit.end);
      outcome.matches.push({
        rule: this.catalogue.rules[hit.rule]!.id,
        secret: data.toString('latin1', hit.start, hit.end),
        location: { path, ...location },
        frame,
        confidence: hit.confidence,
        reasons: hit.reasons,
      });
    }
  }
}
