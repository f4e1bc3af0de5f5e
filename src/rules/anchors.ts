/**
 * Finds in a shape the literals that every match must contain, for the prefilter.
 * @module
 */
import { rarestWindows } from '../detect/commonness.ts';
import { MAX_LITERAL, MAX_TAIL } from '../detect/prefilter.ts';
import type { Anchor } from './rule.ts';
import { type ByteSet, firstBytes, lastBytes, leadingBytes, lengthOf, type Node } from './shape.ts';

/** The prefilter hashes four bytes; three can be completed with what may stand before or after. */
export const MIN_ANCHOR = 3;
const MAX_ANCHOR = 24;
/** More literals than this for one shape would fill the prefilter; a shorter stretch is taken then. */
const MAX_STRINGS = 64;
/** A class of more bytes than this is not spelled out. */
const MAX_CLASS = 8;

interface Run {
  strings: string[];
  before: [number, number];
  /** What stands around the strings. */
  head: Node;
  rest: Node;
  /** Some strings are cut, so that `rest` does not follow them. */
  clipped: boolean;
}

const sequence = (...items: (Node | Node[])[]): Node => ({ type: 'sequence', items: items.flat() });

const NOTHING = sequence();

/**
 * The anchors of a shape: one of them is in every match. Empty when the shape has no stretch of at least three fixed
 * bytes; such a rule needs `near` words or a detector.
 */
export function anchorsOf(shape: Node, ignoreCase: boolean): Anchor[] {
  const run = bestRun(shape, [0, 0]);
  if (!run) return [];
  const strings = new Set(ignoreCase ? run.strings.map((text) => text.toLowerCase()) : run.strings);
  const neighbours = (set: ByteSet): string => String.fromCharCode(...(ignoreCase ? set.folded() : set).bytes());
  const prev = lengthOf(run.head)[0] > 0 ? neighbours(lastBytes(run.head)) : undefined;
  const next = lengthOf(run.rest)[0] > 0 ? neighbours(firstBytes(run.rest)) : undefined;
  return [...strings].map((text) => {
    const anchor: Anchor = { text, fold: ignoreCase, before: run.before };
    if (text.length <= 4) {
      if (prev !== undefined) anchor.prev = prev;
      if (next !== undefined) anchor.next = next;
    }
    if (run.clipped) return anchor;
    const tail = leadingBytes(run.rest, Math.min(MAX_TAIL, MAX_LITERAL - text.length));
    if (tail.count > 0) anchor.tail = [neighbours(tail.set), tail.count];
    // Behind what may be left out it is not known how many bytes are of which kind, but for the first.
    else if (next !== undefined && text.length < MAX_LITERAL) anchor.tail = [next, 1];
    return anchor;
  });
}

function bestRun(node: Node, before: [number, number]): Run | undefined {
  const items = flatten(node);
  const languages = items.map(finite);
  let best: Run | undefined;
  let offset: [number, number] = before;
  for (let i = 0; i < items.length; i++) {
    const run = runFrom(items, languages, i, offset);
    if (better(run, best)) best = run;
    const inner = items[i]!;
    const within = runWithin(inner, offset);
    if (better(within, best))
      best = { ...within, head: sequence(items.slice(0, i), within.head), rest: sequence(within.rest, items.slice(i + 1)) };
    const [min, max] = lengthOf(inner);
    offset = [offset[0] + min, offset[1] + max];
  }
  return best;
}

/** The best run of a choice, or of the first copy of what is repeated. */
function runWithin(node: Node, offset: [number, number]): Run | undefined {
  if (node.type === 'choice') return mergedRun(node.items, offset);
  if (node.type !== 'repeat' || node.min === 0) return undefined;
  const run = bestRun(node.item, offset);
  return run && { ...run, rest: sequence(run.rest, { ...node, min: node.min - 1, max: node.max - 1 }) };
}

/** The alternatives' runs as one, when each alternative has one. */
function mergedRun(items: Node[], offset: [number, number]): Run | undefined {
  const runs = items.map((item) => bestRun(item, offset)).filter((run) => run !== undefined);
  const strings = [...new Set(runs.flatMap((run) => run.strings))];
  if (runs.length < items.length || strings.length > MAX_STRINGS) return undefined;
  const before: [number, number] = [Math.min(...runs.map((r) => r.before[0])), Math.max(...runs.map((r) => r.before[1]))];
  // Beside each string may stand what stands beside any.
  const choice = (items: Node[]): Node => ({ type: 'choice', items });
  const head = choice(runs.map((run) => run.head));
  return { strings, before, head, rest: choice(runs.map((run) => run.rest)), clipped: runs.some((run) => run.clipped) };
}

function better(run: Run | undefined, best: Run | undefined): run is Run {
  return run !== undefined && (best === undefined || worth(run) > worth(best));
}

/** In bits: how rare the strings are where the prefilter looks, less for an uncertain beginning; length decides between equals. */
function worth(run: Run): number {
  const share = run.strings.reduce((sum, text) => sum + literalShare(text), 0);
  return shortestOf(run.strings) / 32 - Math.log2(share) - Math.log2(1 + run.before[1] - run.before[0]) / 2;
}

const ALL = Array.from({ length: 256 }, (_, byte) => byte);
const shares = new Map<string, number>();

/** Estimated share of positions at which the prefilter stops for a literal. */
export function literalShare(text: string): number {
  let share = shares.get(text);
  if (share === undefined) {
    share = text.length < MIN_ANCHOR ? 1 : rarestWindows(Buffer.from(text, 'latin1'), ALL, ALL).share;
    shares.set(text, share);
  }
  return share;
}

/** Sequences within groups, and groups around sequences, dissolved. */
function flatten(node: Node): Node[] {
  if (node.type === 'group') return flatten(node.item);
  if (node.type === 'sequence') return node.items.flatMap(flatten);
  if (node.type === 'repeat' && node.min === node.max && node.max <= 8 && lengthOf(node.item)[1] === 1) {
    return Array.from({ length: node.max }, () => flatten(node.item)).flat();
  }
  return [node];
}

/** The best run that begins with the item at `from`: more items are taken while that pays. */
function runFrom(items: Node[], languages: (string[] | undefined)[], from: number, before: [number, number]): Run | undefined {
  let best: Run | undefined;
  let end = from;
  let strings = [''];
  for (let i = from; i < items.length; i++) {
    const language = languages[i];
    if (!language || strings.length * language.length > MAX_STRINGS) break;
    strings = [...new Set(strings.flatMap((head) => language.map((tail) => head + tail)))];
    const clipped = strings.some((text) => text.length > MAX_ANCHOR);
    const run: Run = { strings: strings.map((s) => s.slice(0, MAX_ANCHOR)), before, head: NOTHING, rest: NOTHING, clipped };
    if (shortestOf(strings) < MIN_ANCHOR || !better(run, best)) continue;
    best = run;
    end = i + 1;
    if (shortestOf(strings) >= MAX_ANCHOR) break;
  }
  if (!best) return undefined;
  best.head = sequence(items.slice(0, from));
  best.rest = sequence(items.slice(end));
  return best;
}

function shortestOf(strings: string[]): number {
  return Math.min(...strings.map((s) => s.length));
}

/** All strings a node matches, when they are few; single bytes of a class only when the class is small. */
function finite(node: Node): string[] | undefined {
  switch (node.type) {
    case 'set': {
      const bytes = node.set.bytes();
      return bytes.length <= MAX_CLASS ? bytes.map((b) => String.fromCharCode(b)) : undefined;
    }
    case 'group':
      return finite(node.item);
    case 'choice': {
      const all = node.items.map(finite);
      const out = all.flatMap((s) => s ?? []);
      return all.every((s) => s !== undefined) && out.length <= MAX_STRINGS ? out : undefined;
    }
    case 'sequence': {
      let out = [''];
      for (const item of node.items) {
        const language = finite(item);
        if (!language || out.length * language.length > MAX_STRINGS) return undefined;
        out = out.flatMap((head) => language.map((tail) => head + tail));
      }
      return out;
    }
    case 'repeat': {
      if (node.max > 4) return undefined;
      const once = finite(node.item);
      if (!once) return undefined;
      let level = [''];
      const out: string[] = node.min === 0 ? [''] : [];
      for (let n = 1; n <= node.max; n++) {
        level = level.flatMap((head) => once.map((tail) => head + tail));
        if (n >= node.min) out.push(...level);
        if (out.length > MAX_STRINGS || level.length > MAX_STRINGS) return undefined;
      }
      return out;
    }
  }
}

/** The anchor with the windows by which the prefilter knows it. */
export function withWindows(anchor: Anchor): Anchor {
  const bytes = (text: string | undefined): readonly number[] =>
    text === undefined ? ALL : Array.from(Buffer.from(text, 'latin1'));
  return { ...anchor, windows: rarestWindows(Buffer.from(anchor.text, 'latin1'), bytes(anchor.prev), bytes(anchor.next)).at };
}
