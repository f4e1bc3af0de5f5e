/**
 * The detector as the object store uses it: blobs instead of files, deltas instead of whole contents.
 * @module
 */
import { bomLength, detectEncoding, narrow } from '../detect/encoding.ts';
import { Detector } from '../detect/engine.ts';
import type { Hit, Part, Reach, Scanner } from '../detect/hit.ts';
import type { Looks } from '../detect/look.ts';
import { Positions } from '../detect/position.ts';
import { resolve } from '../detect/resolve.ts';
import type { Match } from '../model.ts';
import type { Catalogue } from '../rules/rule.ts';
import { PAD } from '../sources/reader.ts';
import type { Core } from '../wasm/core.ts';
import { placeMatches, readHits, type Unplaced } from './file.ts';

export class ObjectScanner implements Scanner {
  readonly reach: Reach;
  readonly looks: Looks;
  whole = false;
  /** Objects in its memory are scanned where they are; others are copied first. */
  readonly core: Core;
  readonly #detector: Detector;
  readonly #catalogue: Pick<Catalogue, 'rules' | 'rule'>;
  #narrowed = Buffer.alloc(0);

  /** @param room bytes that are left in the memory of `core` for others */
  constructor(catalogue: Pick<Catalogue, 'rules' | 'rule' | 'tables'>, room = 0) {
    this.#catalogue = catalogue;
    this.#detector = new Detector(catalogue, room);
    this.reach = this.#detector.reach;
    this.looks = this.#detector.looks;
    this.core = this.#detector.core;
  }

  scan(data: Buffer, start: number, end: number, part?: Part): Hit[] {
    const encoding = detectEncoding(data, start, end);
    // That it is UTF-16 is told by other bytes than those around a hit.
    this.whole = encoding === 'utf-16le' || encoding === 'utf-16be';
    return this.whole
      ? this.#scanWide(data, start, end, encoding as 'utf-16le' | 'utf-16be')
      : this.#detector.scan(data, start, end, part);
  }

  settle(data: Buffer, asked: Int32Array, count: number): boolean {
    return this.#detector.settle(data, asked, count);
  }

  #scanWide(data: Buffer, start: number, end: number, encoding: 'utf-16le' | 'utf-16be'): Hit[] {
    const from = start + bomLength(data, start, end, encoding);
    const size = Math.ceil((end - from) / 2) + 2 * PAD;
    if (this.#narrowed.length < size) this.#narrowed = Buffer.alloc(size);
    const stop = narrow(data, from, end, encoding, this.#narrowed, PAD);
    const hits = this.#detector.scan(this.#narrowed, PAD, stop);
    const wide = (at: number): number => from + 2 * (at - PAD);
    for (const hit of hits) [hit.start, hit.end] = [wide(hit.start), wide(hit.end)];
    return hits;
  }

  /** What an object's hits say. */
  read(data: Buffer, start: number, end: number, found: readonly Hit[]): Unplaced[] {
    const encoding = detectEncoding(data, start, end);
    const binary = encoding === 'binary';
    const allowed = found.filter((hit) => hit.rule >= 0 && (!binary || this.#catalogue.rule(hit.rule).structured));
    return readHits(this.#catalogue, resolve(allowed, this.#catalogue), { data, start, offset: 0 }, encoding);
  }

  /** The matches of what was read in an object, told at `path`. */
  place(data: Buffer, start: number, end: number, unplaced: readonly Unplaced[], path: string): Match[] {
    const encoding = detectEncoding(data, start, end);
    const positions = new Positions(data, start + bomLength(data, start, end, encoding), end, encoding);
    return placeMatches(unplaced, { data, start, end, offset: 0 }, positions, encoding, path);
  }

  /** The matches of an object's hits, told at `path`. */
  matches(data: Buffer, start: number, end: number, found: readonly Hit[], path: string): Match[] {
    return this.place(data, start, end, this.read(data, start, end, found), path);
  }
}
