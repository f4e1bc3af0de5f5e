/**
 * A small scanner with every kind of dependency a detector may have, and what it is compared with.
 * @module
 */
import { type Hit, REGION, type Scanner } from '../../../src/detect/hit.ts';
import { LOOK, Looks } from '../../../src/detect/look.ts';
import type { Ledger } from '../../../src/sources/ledger.ts';
import type { TestRepository } from './repos.ts';

const REACH = 24;
const CONTEXT = 16;
/** Longest BEGIN … END, far beyond the reach. */
const LONG = 600;

const TOKEN = /tok_[a-z0-9]{4,12}(?!\w)/y;

/** The scan at hand. */
interface Scan {
  text: string;
  looks: Looks;
  hits: Hit[];
  /** Up to where something was decoded. */
  done: number;
}

/** What is done at each kind of anchor. */
const KINDS: [anchor: RegExp, look: (scan: Scan, at: number) => void][] = [
  [
    /(?<!\w)tok_/g,
    ({ text, looks, hits }, at) => {
      TOKEN.lastIndex = at;
      const match = TOKEN.exec(text);
      looks.saw(at - 1, at + 4 + 13);
      if (!match) return;
      looks.saw(at - CONTEXT, TOKEN.lastIndex + 1);
      hits.push(hit(0, at, at + match[0].length, text.slice(Math.max(0, at - CONTEXT), at).includes('key')));
    },
  ],
  [
    /BEGIN/g,
    ({ text, looks, hits }, at) => {
      const close = text.slice(at, at + LONG).indexOf('END');
      looks.saw(at, close < 0 ? at + LONG : at + close + 3);
      if (close >= 0) hits.push(hit(1, at, at + close + 3, false));
    },
  ],
  [
    /<</g,
    (scan, at) => {
      const { text, looks, hits } = scan;
      if (at < scan.done) return;
      const close = text.slice(at, at + LONG).indexOf('>>');
      looks.saw(at, close < 0 ? at + LONG : at + close + 2);
      if (close < 0) return;
      scan.done = at + close + 2;
      const region = {
        ...hit(REGION, at, scan.done, false),
        from: Math.max(0, at - REACH),
        to: Math.min(text.length, scan.done + REACH),
      };
      hits.push(region);
      const inner = text.slice(at, scan.done);
      for (const { index } of inner.matchAll(/key/g))
        hits.push({ ...hit(2, at + index, at + index + 3, false), from: region.from, to: region.to });
    },
  ],
];

function hit(rule: number, start: number, end: number, sure: boolean): Hit {
  return { rule, start, end, from: start, to: end, confidence: sure ? 'high' : 'low', reasons: [] };
}

/**
 * Rule 0: `tok_` and letters, with edges; more confident after the word `key`. Rule 1: BEGIN … END over many lines. Rule 2:
 * `key` between `<<` and the next `>>`, of which an inner `<<` is a part.
 */
export const toyScanner: Scanner = {
  reach: { before: REACH, behind: REACH, around: REACH },
  looks: new Looks(),
  whole: false,
  scan(data, start, end, part) {
    const { looks } = this;
    const text = data.toString('latin1', start, end);
    const scan: Scan = { text, looks, hits: [], done: 0 };
    looks.clear(0, end - start);
    const among = (kind: number, at: number): boolean => {
      if (!part) return true;
      const { pairs, count } = part.ranges;
      if (isKnown(part.looks, kind, at)) return false;
      for (let i = 0; i < 2 * count; i += 2) if (at >= pairs[i]! && at < pairs[i + 1]!) return true;
      return false;
    };
    const anchors = KINDS.flatMap(([anchor], kind) => Array.from(text.matchAll(anchor), ({ index }) => ({ kind, at: index })));
    const wanted = anchors.filter(({ kind, at }) => among(kind, at));
    const { data: again, count } = part?.repeats ?? new Looks();
    for (let i = 0; i < LOOK * count; i += LOOK) wanted.push({ kind: again[i]!, at: again[i + 1]! });
    for (const { kind, at } of wanted.sort((a, b) => a.at - b.at)) {
      looks.begin(at - 1, at + 5);
      const before = scan.hits.length;
      KINDS[kind]![1](scan, at);
      for (const found of scan.hits.slice(before)) {
        if (found.rule > 1 || found.rule === REGION) continue;
        found.from = Math.max(0, looks.from);
        found.to = Math.min(text.length, looks.to);
      }
      looks.end(kind, at);
    }
    const hits = (part?.hits ?? []).concat(scan.hits);
    return start === 0 ? hits : hits.map((found) => moved(found, start));
  },
};

function isKnown({ data, count }: Looks, kind: number, at: number): boolean {
  for (let i = 0; i < LOOK * count; i += LOOK) if (data[i] === kind && data[i + 1] === at) return true;
  return false;
}

function moved(found: Hit, by: number): Hit {
  return { ...found, start: found.start + by, end: found.end + by, from: found.from + by, to: found.to + by };
}

/** Hits as one comparable line each. */
export function describeHits(hits: readonly Hit[]): string[] {
  return hits
    .filter((hit) => hit.rule >= 0)
    .map(({ rule, start, end, confidence }) => `${rule} ${start}-${end} ${confidence}`)
    .sort();
}

/** The same map in the order of its keys. */
export function sortMap<T>(map: ReadonlyMap<string, T>): Map<string, T> {
  return new Map([...map].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** A ledger that keeps what it is told. */
export function listLedger(): Ledger & { entries: string[] } {
  const entries: string[] = [];
  return { entries, skip: (reason, path, gap) => void entries.push(`${reason} ${path}${gap ? ' gap' : ''}`) };
}

/** One object as git gives it. */
export interface GitObject {
  id: string;
  type: string;
  data: Buffer;
}

/** Every object of a repository, through `git cat-file --batch-all-objects`. */
export function allObjects(repository: TestRepository): GitObject[] {
  const out = repository.feed(undefined, '--no-replace-objects', 'cat-file', '--batch-all-objects', '--batch');
  const objects: GitObject[] = [];
  for (let at = 0; at < out.length; ) {
    const line = out.indexOf(10, at);
    const [id = '', type = '', size] = out.toString('latin1', at, line).split(' ');
    at = line + 1 + Number(size);
    objects.push({ id, type, data: Buffer.from(out.subarray(line + 1, at)) });
    at++;
  }
  return objects;
}

/** What a naive scan of each blob finds: by id, the hits. */
export function naiveScan(objects: readonly GitObject[]): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const { id, type, data } of objects) {
    if (type !== 'blob') continue;
    const hits = describeHits(toyScanner.scan(data, 0, data.length));
    if (hits.length > 0) found.set(id, hits);
  }
  return sortMap(found);
}
