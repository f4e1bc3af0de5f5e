/**
 * The language of shapes: a subset of regular expressions whose every repeat is bounded, so that from one text follow
 * the matcher, the longest match, the literals a prefilter can look for, and a generator of valid examples.
 *
 *     literal      any character but  \ [ ] ( ) { } ? | . * + ^ $ ; those with a backslash before them
 *     class        [A-Za-z0-9_-]  [^\s"]   \d \w \s  and  .  (any byte but line breaks)
 *     group        (...)  (?:...)  (?<name>...)   alternatives with |
 *     repeat       ?  {n}  {n,m}      never * + or {n,}: a window must have an end
 *
 * A shape works on bytes (latin1): no character above U+00FF, no back-references, no look-around.
 * @module
 */

export type Node =
  | { type: 'set'; set: ByteSet; literal?: number }
  | { type: 'sequence'; items: Node[] }
  | { type: 'choice'; items: Node[] }
  | { type: 'group'; name?: string; item: Node }
  | { type: 'repeat'; item: Node; min: number; max: number };

/** A set of byte values. */
export class ByteSet {
  readonly has = new Uint8Array(256);

  static of(...bytes: number[]): ByteSet {
    const set = new ByteSet();
    for (const byte of bytes) set.has[byte] = 1;
    return set;
  }

  addRange(from: number, to: number): this {
    this.has.fill(1, from, to + 1);
    return this;
  }

  addSet(other: ByteSet): this {
    for (let i = 0; i < 256; i++) if (other.has[i]) this.has[i] = 1;
    return this;
  }

  inverted(): ByteSet {
    const set = new ByteSet();
    for (let i = 0; i < 256; i++) set.has[i] = this.has[i] ? 0 : 1;
    return set;
  }

  /** Letters in the set count in either case. */
  folded(): ByteSet {
    const set = new ByteSet().addSet(this);
    for (let i = 65; i <= 90; i++) {
      if (this.has[i] || this.has[i + 32]) set.has[i] = set.has[i + 32] = 1;
    }
    return set;
  }

  bytes(): number[] {
    const out: number[] = [];
    for (let i = 0; i < 256; i++) if (this.has[i]) out.push(i);
    return out;
  }

  /** As the inside of a regular expression class. */
  toClass(): string {
    let text = '';
    const all = this.bytes();
    for (let i = 0; i < all.length; i++) {
      const from = all[i]!;
      let j = i;
      while (j + 1 < all.length && all[j + 1] === all[j]! + 1) j++;
      const to = all[j]!;
      text +=
        to - from > 1
          ? `${classByte(from)}-${classByte(to)}`
          : all
              .slice(i, j + 1)
              .map(classByte)
              .join('');
      i = j;
    }
    return text;
  }
}

function classByte(byte: number): string {
  const text = String.fromCharCode(byte);
  if (/[A-Za-z0-9_]/.test(text)) return text;
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}

const DIGIT = new ByteSet().addRange(48, 57);
const WORD = new ByteSet().addRange(48, 57).addRange(65, 90).addRange(97, 122).addSet(ByteSet.of(95));
const SPACE = ByteSet.of(9, 10, 11, 12, 13, 32);
const ANY = ByteSet.of(10, 13).inverted();
const ESCAPES: Record<string, ByteSet> = {
  d: DIGIT,
  D: DIGIT.inverted(),
  w: WORD,
  W: WORD.inverted(),
  s: SPACE,
  S: SPACE.inverted(),
  n: ByteSet.of(10),
  r: ByteSet.of(13),
  t: ByteSet.of(9),
};

/** Deeper groups would only tell of a mistake, and cost stack. */
const MAX_DEPTH = 50;

/** A shape that cannot be read; `index` is the 0-based place in it. */
export class ShapeError extends Error {
  readonly index: number;
  constructor(message: string, index: number) {
    super(message);
    this.index = index;
  }
}

/**
 * Reads a shape.
 * @throws ShapeError with the place and the reason.
 */
export function parseShape(text: string): Node {
  let at = 0;
  let depth = 0;
  const names = new Set<string>();
  const fail = (message: string, index = at): never => {
    throw new ShapeError(message, index);
  };

  function choice(): Node {
    const items = [sequence()];
    while (text[at] === '|') {
      at++;
      items.push(sequence());
    }
    return items.length === 1 ? items[0]! : { type: 'choice', items };
  }

  function sequence(): Node {
    const items: Node[] = [];
    while (at < text.length && text[at] !== '|' && text[at] !== ')') items.push(repeated());
    return items.length === 1 ? items[0]! : { type: 'sequence', items };
  }

  function repeated(): Node {
    let item = atom();
    for (;;) {
      const char = text[at];
      if (char === '?') {
        at++;
        item = { type: 'repeat', item, min: 0, max: 1 };
      } else if (char === '{') {
        item = { type: 'repeat', item, ...bounds() };
      } else if (char === '*' || char === '+') {
        fail(`a repeat needs an end: write {0,n} or {1,n} instead of ${char}`);
      } else {
        return item;
      }
    }
  }

  function bounds(): { min: number; max: number } {
    const found = /^\{(\d+)(,(\d*))?\}/.exec(text.slice(at));
    if (!found) return fail('a { begins a repeat: {n} or {n,m}; write \\{ for the character');
    const min = Number(found[1]);
    if (found[2] !== undefined && found[3] === '') fail('a repeat needs an end: write {n,m} instead of {n,}');
    const max = found[2] === undefined ? min : Number(found[3]);
    if (max < min) fail(`the repeat {${min},${max}} ends before it begins`);
    if (max > 65_536) fail('a repeat may not exceed 65536');
    at += found[0].length;
    return { min, max };
  }

  function atom(): Node {
    const char = text[at]!;
    if (char === '(') return group();
    if (char === '[') return { type: 'set', set: charClass() };
    if (char === '\\') return escape();
    if (char === '.') {
      at++;
      return { type: 'set', set: ANY };
    }
    if ('?{}]*+^$'.includes(char)) fail(`${char} has no place here; write \\${char} for the character`);
    at++;
    return literal(char, at - 1);
  }

  function literal(char: string, index: number): Node {
    const byte = char.charCodeAt(0);
    if (byte > 255) fail('a shape works on bytes: no character above U+00FF', index);
    return { type: 'set', set: ByteSet.of(byte), literal: byte };
  }

  function escape(): Node {
    const char = text[at + 1];
    if (char === undefined) return fail('a backslash at the end');
    const set = ESCAPES[char];
    if (!set && /[A-Za-z0-9]/.test(char)) fail(`\\${char} is not part of the language of shapes`);
    at += 2;
    return set ? { type: 'set', set } : literal(char, at - 1);
  }

  function group(): Node {
    const begin = at;
    if (++depth > MAX_DEPTH) fail(`groups nest deeper than ${MAX_DEPTH}`);
    let name: string | undefined;
    let captures = true;
    at++;
    if (text[at] === '?') {
      const found = /^\?(?::|<([A-Za-z]\w*)>)/.exec(text.slice(at));
      if (!found) return fail('of the groups that begin with (? only (?:...) and (?<name>...) are allowed');
      name = found[1];
      captures = name !== undefined;
      at += found[0].length;
    }
    if (name !== undefined) {
      if (names.has(name)) fail(`two groups are named ${name}`, begin);
      names.add(name);
    }
    const item = choice();
    if (text[at] !== ')') fail('this group is not closed', begin);
    at++;
    depth--;
    return captures && name !== undefined ? { type: 'group', name, item } : { type: 'group', item };
  }

  function charClass(): ByteSet {
    const begin = at;
    const set = new ByteSet();
    at++;
    const negated = text[at] === '^';
    if (negated) at++;
    const one = (): ByteSet | number => {
      if (text[at] === '\\') {
        const found = escape() as { set: ByteSet; literal?: number };
        return found.literal ?? found.set;
      }
      const byte = text.charCodeAt(at++);
      if (byte > 255) fail('a shape works on bytes: no character above U+00FF', at - 1);
      return byte;
    };
    while (text[at] !== ']') {
      if (at >= text.length) fail('this class is not closed', begin);
      const from = one();
      if (text[at] === '-' && text[at + 1] !== ']' && text[at + 1] !== undefined) {
        at++;
        const to = one();
        if (typeof from !== 'number' || typeof to !== 'number' || to < from) fail('a range needs two characters in order');
        else set.addRange(from, to);
      } else if (typeof from === 'number') {
        set.has[from] = 1;
      } else {
        set.addSet(from);
      }
    }
    at++;
    if (set.bytes().length === 0 && !negated) fail('an empty class matches nothing', begin);
    return negated ? set.inverted() : set;
  }

  const node = choice();
  if (at < text.length) fail('a ) without its (');
  return node;
}

/** Least and most bytes a shape can match. */
export function lengthOf(node: Node): [number, number] {
  switch (node.type) {
    case 'set':
      return [1, 1];
    case 'group':
      return lengthOf(node.item);
    case 'repeat': {
      const [min, max] = lengthOf(node.item);
      return [min * node.min, max * node.max];
    }
    case 'sequence': {
      let min = 0;
      let max = 0;
      for (const item of node.items) {
        const [a, b] = lengthOf(item);
        min += a;
        max += b;
      }
      return [min, max];
    }
    case 'choice': {
      const all = node.items.map(lengthOf);
      return [Math.min(...all.map((l) => l[0])), Math.max(...all.map((l) => l[1]))];
    }
  }
}

/** The bytes with which a match can end, for the edge behind it. */
export function lastBytes(node: Node): ByteSet {
  switch (node.type) {
    case 'set':
      return node.set;
    case 'group':
    case 'repeat':
      return lastBytes(node.item);
    case 'choice': {
      const set = new ByteSet();
      for (const item of node.items) set.addSet(lastBytes(item));
      return set;
    }
    case 'sequence': {
      const set = new ByteSet();
      for (let i = node.items.length - 1; i >= 0; i--) {
        set.addSet(lastBytes(node.items[i]!));
        if (lengthOf(node.items[i]!)[0] > 0) break;
      }
      return set;
    }
  }
}

/** The same for its beginning. */
export function firstBytes(node: Node): ByteSet {
  switch (node.type) {
    case 'set':
      return node.set;
    case 'group':
    case 'repeat':
      return firstBytes(node.item);
    case 'choice': {
      const set = new ByteSet();
      for (const item of node.items) set.addSet(firstBytes(item));
      return set;
    }
    case 'sequence': {
      const set = new ByteSet();
      for (const item of node.items) {
        set.addSet(firstBytes(item));
        if (lengthOf(item)[0] > 0) break;
      }
      return set;
    }
  }
}

/**
 * What every match surely begins with: the first `count` bytes are all of `set`.
 * @param limit most bytes that are of interest
 */
export function leadingBytes(node: Node, limit: number): { set: ByteSet; count: number } {
  const { set, count } = lead(node, limit);
  return { set, count };
}

/** `whole` tells that these are all bytes of the node, so that what follows it can be looked at. */
function lead(node: Node, limit: number): { set: ByteSet; count: number; whole: boolean } {
  switch (node.type) {
    case 'set':
      return limit > 0 ? { set: node.set, count: 1, whole: true } : { set: new ByteSet(), count: 0, whole: false };
    case 'group':
      return lead(node.item, limit);
    case 'choice': {
      const all = node.items.map((item) => lead(item, limit));
      const set = all.reduce((union, each) => union.addSet(each.set), new ByteSet());
      const count = Math.min(...all.map((each) => each.count));
      return { set, count, whole: all.every((each) => each.whole && each.count === count) };
    }
    case 'repeat': {
      // Many copies of a long class are no more than the limit.
      const copies = Array<Node>(Math.min(node.min, limit + 1)).fill(node.item);
      const { set, count, whole } = lead({ type: 'sequence', items: copies }, limit);
      return { set, count, whole: whole && node.min === node.max };
    }
    case 'sequence': {
      const set = new ByteSet();
      let count = 0;
      for (const item of node.items) {
        const next = lead(item, limit - count);
        set.addSet(next.set);
        count += next.count;
        if (!next.whole) return { set, count, whole: false };
      }
      return { set, count, whole: true };
    }
  }
}

/** The regular expression that matches a shape in latin1 text. */
export function toPattern(node: Node): string {
  switch (node.type) {
    case 'set':
      return node.literal === undefined ? `[${node.set.toClass()}]` : escapeByte(node.literal);
    case 'sequence':
      return node.items.map((item) => (item.type === 'choice' ? `(?:${toPattern(item)})` : toPattern(item))).join('');
    case 'choice':
      return node.items.map(toPattern).join('|');
    case 'group':
      return node.name === undefined ? `(?:${toPattern(node.item)})` : `(?<${node.name}>${toPattern(node.item)})`;
    case 'repeat': {
      const inner = toPattern(node.item);
      const single = node.item.type === 'set' || node.item.type === 'group';
      const times =
        node.min === 0 && node.max === 1 ? '?' : node.min === node.max ? `{${node.min}}` : `{${node.min},${node.max}}`;
      return `${single ? inner : `(?:${inner})`}${times}`;
    }
  }
}

function escapeByte(byte: number): string {
  const text = String.fromCharCode(byte);
  if (/[A-Za-z0-9_]/.test(text)) return text;
  if (byte > 32 && byte < 127) return `\\${text}`;
  return `\\x${byte.toString(16).padStart(2, '0')}`;
}
