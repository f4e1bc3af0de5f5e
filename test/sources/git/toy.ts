/**
 * A small scanner with every kind of dependency a detector may have, and what it is compared with.
 * @module
 */
import type { Hit, Scanner } from '../../../src/detect/hit.ts';
import type { Ledger } from '../../../src/sources/ledger.ts';
import type { TestRepository } from './repos.ts';

const REACH = 24;
const CONTEXT = 16;
/** Longest BEGIN … END, far beyond the reach. */
const LONG = 600;

const TOKEN = /(?<!\w)tok_[a-z0-9]{4,12}(?!\w)/y;

/**
 * Rule 0: `tok_` and letters, with edges; more confident after the word `key`. Rule 1: BEGIN … END over many lines; a
 * BEGIN without an END is a probe.
 */
export const toyScanner: Scanner = {
  reach: REACH,
  scan(data, start, end, ranges) {
    const text = data.toString('latin1', start, end);
    const hits: Hit[] = [];
    const among = (at: number): boolean => {
      if (!ranges) return true;
      for (let i = 0; i < ranges.length; i += 2) if (at >= (ranges[i] ?? 0) && at < (ranges[i + 1] ?? 0)) return true;
      return false;
    };
    for (const { index } of text.matchAll(/tok_/g)) {
      TOKEN.lastIndex = index;
      const match = TOKEN.exec(text);
      if (!match || !among(start + index)) continue;
      const before = Math.max(0, index - CONTEXT);
      hits.push(hit(0, index, index + match[0].length, before, TOKEN.lastIndex + 1, text.slice(before, index).includes('key')));
    }
    for (const { index } of text.matchAll(/BEGIN/g)) {
      if (!among(start + index)) continue;
      const close = text.slice(index, index + LONG).indexOf('END');
      if (close < 0) hits.push(hit(-1, index, index + 5, index, index + LONG, false));
      else hits.push(hit(1, index, index + close + 3, index, index + close + 3, false));
    }
    function hit(rule: number, from: number, to: number, first: number, last: number, sure: boolean): Hit {
      return {
        rule,
        start: start + from,
        end: start + to,
        from: start + first,
        to: Math.min(end, start + last),
        confidence: sure ? 'high' : 'low',
        reasons: [],
      };
    }
    return hits;
  },
};

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
