/**
 * The detector as the object store uses it: blobs instead of files, deltas instead of whole contents.
 * @module
 */
import { bomLength, detectEncoding, type Encoding, narrow } from '../detect/encoding.ts';
import { Detector } from '../detect/engine.ts';
import { type Hit, type Scanner, WHOLE } from '../detect/hit.ts';
import { Positions } from '../detect/position.ts';
import { resolve } from '../detect/resolve.ts';
import type { Match } from '../model.ts';
import type { Catalogue } from '../rules/rule.ts';
import { PAD } from '../sources/reader.ts';
import { placeHits } from './file.ts';

export class ObjectScanner implements Scanner {
  readonly reach: number;
  readonly #detector: Detector;
  readonly #catalogue: Pick<Catalogue, 'rules' | 'rule'>;
  #narrowed = Buffer.alloc(0);

  constructor(catalogue: Pick<Catalogue, 'rules' | 'rule' | 'tables'>) {
    this.#catalogue = catalogue;
    this.#detector = new Detector(catalogue);
    this.reach = this.#detector.reach;
  }

  scan(data: Buffer, start: number, end: number, ranges?: Int32Array): Hit[] {
    const encoding = detectEncoding(data, start, end);
    if (encoding === 'utf-16le' || encoding === 'utf-16be') return this.#scanWide(data, start, end, encoding);
    if (ranges === undefined) return this.#detector.scan(data, start, end);
    // A secret may begin up to a reach behind the anchor that tells it: what begins in a range is evaluated with its anchor.
    const wider = Int32Array.from(ranges, (at, i) => (i % 2 === 0 ? Math.max(start, at - this.reach) : at));
    for (let i = 2; i < wider.length; i += 2) wider[i] = Math.max(wider[i]!, wider[i - 1]!);
    return this.#detector.scan(data, start, end, wider);
  }

  #scanWide(data: Buffer, start: number, end: number, encoding: 'utf-16le' | 'utf-16be'): Hit[] {
    const from = start + bomLength(data, start, end, encoding);
    const size = Math.ceil((end - from) / 2) + 2 * PAD;
    if (this.#narrowed.length < size) this.#narrowed = Buffer.alloc(size);
    const stop = narrow(data, from, end, encoding, this.#narrowed, PAD);
    const hits = this.#detector.scan(this.#narrowed, PAD, stop);
    const wide = (at: number): number => from + 2 * (at - PAD);
    for (const hit of hits) {
      [hit.start, hit.end] = [wide(hit.start), wide(hit.end)];
      [hit.from, hit.to] = [wide(hit.from), wide(hit.to)];
    }
    // That it is UTF-16 is told by other bytes than those around a hit.
    return [...hits, { rule: WHOLE, start, end: start, from: start, to: end, confidence: 'low', reasons: [] }];
  }

  /** The matches of an object's hits, told at `path`. */
  matches(data: Buffer, start: number, end: number, found: readonly Hit[], path: string): Match[] {
    const encoding: Encoding = detectEncoding(data, start, end);
    const binary = encoding === 'binary';
    const allowed = found.filter((hit) => hit.rule >= 0 && (!binary || this.#catalogue.rule(hit.rule).structured));
    const hits = resolve(allowed, this.#catalogue);
    if (hits.length === 0) return [];
    const positions = new Positions(data, start + bomLength(data, start, end, encoding), end, encoding);
    return placeHits(this.#catalogue, hits, { data, start, end, offset: 0 }, positions, encoding, path);
  }
}
