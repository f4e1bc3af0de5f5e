/**
 * Reads regular expressions of Go (RE2 syntax, https://github.com/google/re2/wiki/Syntax) and makes of them a bounded
 * expression for latin1 text, with the tree that anchors and lengths are found in.
 *
 * Repeats without an end get one, and a repeat of something that itself repeats is refused where both could take the
 * same text: such an expression can take longer than anyone waits.
 * @module
 */
import { ByteSet, firstBytes, lengthOf, type Node, ShapeError } from './shape.ts';

export interface Re2 {
  /** Source for `new RegExp(source, 'sm')`. */
  pattern: string;
  /** The same without its assertions; letters that count in either case stand in lower case. */
  node: Node;
  /** Some letters count in either case. */
  ignoreCase: boolean;
  /** What stands at its beginning: a word's edge, or a line's. */
  begins?: 'word' | 'line';
  groups: number;
  /** Repeats that got another end than they had. */
  bounded: boolean;
}

interface Piece {
  pattern: string;
  node: Node;
  /** Holds a repeat of no fixed count. */
  repeats: boolean;
}

const EMPTY: Piece = { pattern: '', node: { type: 'sequence', items: [] }, repeats: false };
const POSIX: Readonly<Record<string, string>> = {
  alnum: '0-9A-Za-z',
  alpha: 'A-Za-z',
  ascii: '\\x00-\\x7f',
  blank: '\\t ',
  cntrl: '\\x00-\\x1f\\x7f',
  digit: '0-9',
  graph: '!-~',
  lower: 'a-z',
  print: ' -~',
  punct: '!-/:-@[-`{-~',
  space: '\\t\\n\\v\\f\\r ',
  upper: 'A-Z',
  word: '0-9A-Za-z_',
  xdigit: '0-9A-Fa-f',
};
const CONTROL: Readonly<Record<string, number>> = { a: 7, f: 12, n: 10, r: 13, t: 9, v: 11 };

const range = (...pairs: [number, number][]): ByteSet => {
  const set = new ByteSet();
  for (const [from, to] of pairs) set.addRange(from, to);
  return set;
};
const CLASSES: Readonly<Record<string, ByteSet>> = {
  d: range([48, 57]),
  w: range([48, 57], [65, 90], [97, 122], [95, 95]),
  s: range([9, 10], [12, 13], [32, 32]),
};
const LETTERS = range([65, 90], [97, 122], [128, 255]);
const NOT_LINE_END = ByteSet.of(10).inverted();
const ALL = range([0, 255]);

/**
 * @param secret number of the group that becomes the group `secret`; 0 for none
 * @param limit most repeats where the expression sets no end
 * @throws ShapeError with the place and the reason, for what RE2 or this reader does not know
 */
export function parseRe2(text: string, secret: number, limit: number): Re2 {
  let at = 0;
  let groups = 0;
  let bounded = false;
  let ignoreCase = false;
  let begins: Re2['begins'];
  let flags = { i: false, s: false };
  const fail = (message: string): never => {
    throw new ShapeError(message, at);
  };

  function choice(): Piece {
    const outer = flags;
    flags = { ...flags };
    const items = [sequence()];
    while (text[at] === '|') {
      at++;
      items.push(sequence());
    }
    flags = outer;
    if (items.length === 1) return items[0]!;
    return {
      pattern: items.map((item) => item.pattern).join('|'),
      node: { type: 'choice', items: items.map((item) => item.node) },
      repeats: items.some((item) => item.repeats),
    };
  }

  function sequence(): Piece {
    const items: Piece[] = [];
    while (at < text.length && text[at] !== '|' && text[at] !== ')') items.push(repeated());
    return {
      pattern: items.map((item) => item.pattern).join(''),
      node: { type: 'sequence', items: items.map((item) => item.node) },
      repeats: items.some((item) => item.repeats),
    };
  }

  function repeated(): Piece {
    let item = atom();
    for (;;) {
      const found = /^(?:[?*+]|\{(\d+)(?:(,)(\d*))?\})(\??)/.exec(text.slice(at));
      if (!found) return item;
      at += found[0].length;
      const [sign, first, comma, last, lazy] = found;
      const min = first === undefined ? (sign[0] === '+' ? 1 : 0) : Number(first);
      let max: number | undefined;
      if (first === undefined) max = sign[0] === '?' ? 1 : undefined;
      else if (comma === undefined) max = min;
      else if (last !== '') max = Number(last);
      const end = Math.max(min, max ?? limit);
      if (end !== max) bounded = true;
      if (end > 1 && item.repeats && isAmbiguous(item.node)) fail('it repeats what repeats itself, which can take too long');
      if (item.pattern === '') continue;
      const times = min === 0 && end === 1 ? '?' : min === end ? `{${min}}` : `{${min},${end}}`;
      item = {
        pattern: `(?:${item.pattern})${times}${lazy}`,
        node: { type: 'repeat', item: item.node, min, max: end },
        repeats: item.repeats || min !== end,
      };
    }
  }

  function atom(): Piece {
    const char = text[at]!;
    switch (char) {
      case '(':
        return group();
      case '[':
        return setOf(bracket());
      case '\\':
        return escape();
      case '.':
        at++;
        return setOf(flags.s ? ALL : NOT_LINE_END);
      case '^':
        if (at === 0) begins = 'line';
        at++;
        return assertion(begins === 'line' && at === 1 ? '' : '^');
      case '$':
        at++;
        return assertion('$');
      case '*':
      case '+':
      case '?':
        return fail(`${char} has nothing to repeat`);
      default: {
        const code = text.codePointAt(at)!;
        at += code > 0xffff ? 2 : 1;
        return literal(String.fromCodePoint(code));
      }
    }
  }

  /** A character as the bytes of UTF-8. */
  function literal(char: string): Piece {
    const bytes = [...Buffer.from(char, 'utf8')];
    const pieces = bytes.map((byte) => {
      const letter = flags.i && /[A-Za-z]/.test(String.fromCharCode(byte));
      if (letter) ignoreCase = true;
      const set = letter ? ByteSet.of(byte).folded() : ByteSet.of(byte);
      const shown = letter ? byte | 0x20 : byte;
      return {
        pattern: `[${set.toClass()}]`,
        node: { type: 'set' as const, set: ByteSet.of(shown), literal: shown } satisfies Node,
      };
    });
    return {
      pattern: pieces.map((piece) => piece.pattern).join(''),
      node: pieces.length === 1 ? pieces[0]!.node : { type: 'sequence', items: pieces.map((piece) => piece.node) },
      repeats: false,
    };
  }

  function setOf(set: ByteSet): Piece {
    const folded = flags.i ? set.folded() : set;
    if (folded.bytes().length === 0) fail('a class matches nothing');
    return { pattern: `[${folded.toClass()}]`, node: { type: 'set', set: folded }, repeats: false };
  }

  function assertion(pattern: string): Piece {
    return { ...EMPTY, pattern };
  }

  function escape(): Piece {
    const char = text[at + 1];
    if (char === 'b' || char === 'B') {
      const first = at === 0 && char === 'b';
      if (first) begins = 'word';
      at += 2;
      return assertion(first ? '' : `\\${char}`);
    }
    if (char === 'A' || char === 'z') {
      at += 2;
      return assertion(char === 'A' ? '^' : '$');
    }
    if (char === 'Q') {
      const end = text.indexOf('\\E', at);
      const quoted = text.slice(at + 2, end < 0 ? undefined : end);
      at = end < 0 ? text.length : end + 2;
      const pieces = Array.from(quoted, literal);
      return {
        pattern: pieces.map((piece) => piece.pattern).join(''),
        node: { type: 'sequence', items: pieces.map((piece) => piece.node) },
        repeats: false,
      };
    }
    const one = escaped();
    return typeof one === 'number' ? literal(String.fromCharCode(one)) : setOf(one);
  }

  /** A backslash and what belongs to it, within a class or without. */
  function escaped(): ByteSet | number {
    const found = /^\\(?:x([0-9A-Fa-f]{2})|x\{([0-9A-Fa-f]{1,6})\}|([pP])(?:\{(\^?\w+)\}|(\w))|([0-7]{1,3})|([^]))/.exec(
      text.slice(at),
    );
    if (!found) return fail('a backslash at the end');
    at += found[0].length;
    const [, hex, braced, property, long, short, octal, char] = found;
    const code = hex ?? braced;
    if (code !== undefined) return Number.parseInt(code, 16) <= 255 ? Number.parseInt(code, 16) : fail(`${found[0]} is no byte`);
    if (property !== undefined) {
      if (!/^(?:L|Letter|Latin)$/.test(long ?? short!)) return fail(`${found[0]} is not known`);
      return property === 'P' ? LETTERS.inverted() : LETTERS;
    }
    if (octal !== undefined) return Number.parseInt(octal, 8) & 255;
    const set = CLASSES[char!.toLowerCase()];
    if (set) return /[A-Z]/.test(char!) ? set.inverted() : set;
    if (CONTROL[char!] !== undefined) return CONTROL[char!]!;
    if (/[A-Za-z0-9]/.test(char!)) return fail(`\\${char} is not known`);
    return char!.charCodeAt(0);
  }

  function bracket(): ByteSet {
    const set = new ByteSet();
    at++;
    const negated = text[at] === '^';
    if (negated) at++;
    for (let first = true; first || text[at] !== ']'; first = false) {
      if (at >= text.length) fail('a class is not closed');
      const posix = /^\[:(\^?)(\w+):\]/.exec(text.slice(at));
      if (posix) {
        const inside = POSIX[posix[2]!] ?? fail(`[:${posix[2]}:] is not known`);
        at += posix[0].length;
        const named = classOf(inside);
        set.addSet(posix[1] === '^' ? named.inverted() : named);
        continue;
      }
      const from = one();
      if (text[at] === '-' && text[at + 1] !== ']' && typeof from === 'number') {
        at++;
        const to = one();
        if (typeof to !== 'number' || to < from) fail('a range needs two characters in order');
        else set.addRange(from, to);
      } else if (typeof from === 'number') set.has[from] = 1;
      else set.addSet(from);
    }
    at++;
    return negated ? (flags.i ? set.folded() : set).inverted() : set;
  }

  function one(): ByteSet | number {
    if (text[at] === '\\') return escaped();
    const code = text.codePointAt(at)!;
    if (code > 127) return fail('a class holds a character beyond ASCII');
    at++;
    return code;
  }

  function group(): Piece {
    const found = /^\((?:\?(?:P?<(\w+)>|([ims-]*)(:|\))))?/.exec(text.slice(at))!;
    if (found[0] === '(' && text[at + 1] === '?') return fail(`${text.slice(at, at + 4)} is not known`);
    at += found[0].length;
    const [, , set, close] = found;
    const outer = flags;
    if (set !== undefined) {
      const [on = '', off = ''] = set.split('-');
      flags = { i: (flags.i || on.includes('i')) && !off.includes('i'), s: (flags.s || on.includes('s')) && !off.includes('s') };
      // Flags alone last until the group around them ends.
      if (close === ')') return EMPTY;
    }
    const number = set === undefined ? ++groups : 0;
    const inner = choice();
    if (text[at] !== ')') return fail('a group is not closed');
    at++;
    flags = outer;
    const isSecret = number > 0 && number === secret;
    const node: Node = isSecret ? { type: 'group', name: 'secret', item: inner.node } : { type: 'group', item: inner.node };
    return { pattern: `${isSecret ? '(?<secret>' : '(?:'}${inner.pattern})`, node, repeats: inner.repeats };
  }

  // Flags at the very beginning do not keep a \b behind them from being the first.
  const lead = /^(?:\(\?([is]+)\))/.exec(text);
  if (lead) {
    text = text.slice(lead[0].length);
    flags = { i: lead[1]!.includes('i'), s: lead[1]!.includes('s') };
  }
  const { pattern, node } = choice();
  if (at < text.length) fail('a ) without its (');
  return { pattern, node, ignoreCase, groups, bounded, ...(begins && { begins }) };
}

/** Whether one of a node's inner repeats could go on where the node itself begins again. */
function isAmbiguous(node: Node): boolean {
  if (lengthOf(node)[0] === 0) return true;
  const first = firstBytes(node);
  const loose = looseBytes(node, new ByteSet());
  return loose.bytes().some((byte) => first.has[byte]);
}

/** The bytes that repeats of no fixed count can take. */
function looseBytes(node: Node, into: ByteSet): ByteSet {
  if (node.type === 'repeat') {
    if (node.min !== node.max) allBytes(node.item, into);
    else looseBytes(node.item, into);
  } else if (node.type === 'group') looseBytes(node.item, into);
  else if (node.type !== 'set') for (const item of node.items) looseBytes(item, into);
  return into;
}

function allBytes(node: Node, into: ByteSet): void {
  if (node.type === 'set') into.addSet(node.set.folded());
  else if (node.type === 'group' || node.type === 'repeat') allBytes(node.item, into);
  else for (const item of node.items) allBytes(item, into);
}

/** The inside of a simple class. */
function classOf(inside: string): ByteSet {
  const expression = new RegExp(`[${inside.replace('[-`', '\\[-`')}]`);
  const set = new ByteSet();
  for (let byte = 0; byte < 256; byte++) if (expression.test(String.fromCharCode(byte))) set.has[byte] = 1;
  return set;
}
