/** Random shapes and naive samples of them, for property tests of everything that is derived from a shape. */
import fc from 'fast-check';
import type { Node } from '../../src/rules/shape.ts';

const literal = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...'abcDEF0189_-=:/@#'.split('')) },
  {
    weight: 1,
    arbitrary: fc.constantFrom('\\.', '\\|', '\\(', '\\)', '\\[', '\\]', '\\{', '\\}', '\\?', '\\*', '\\+', '\\^', '\\$', '\\\\'),
  },
  { weight: 1, arbitrary: fc.constantFrom(' ', '"', "'", '<', '\u00e9', '\u00ff', '\\n', '\\t') },
);
const word = fc.array(literal, { minLength: 1, maxLength: 6 }).map((chars) => chars.join(''));
const set = fc.constantFrom(
  '[a-z]',
  '[A-Za-z0-9_-]',
  '[0-9a-f]',
  '\\d',
  '\\w',
  '\\s',
  '.',
  '[^\\s"]',
  '[abc]',
  '[ab]',
  '[\\w.~-]',
  '[+/=]',
  '[-x]',
  '[\\]^]',
);

/** Texts in the language of shapes; repeats are kept small so that samples are. */
export const shapeText: fc.Arbitrary<string> = fc.letrec<{ choice: string; sequence: string; item: string }>((tie) => ({
  choice: fc.array(tie('sequence'), { minLength: 1, maxLength: 3, size: 'xsmall' }).map((items) => items.join('|')),
  sequence: fc.array(tie('item'), { minLength: 1, maxLength: 4, size: 'small' }).map((items) => items.join('')),
  item: fc.oneof(
    { maxDepth: 3, withCrossShrink: true },
    word,
    set,
    fc.tuple(set, fc.integer({ min: 0, max: 5 }), fc.integer({ min: 0, max: 5 })).map(([s, n, m]) => `${s}{${n},${n + m}}`),
    fc.tuple(set, fc.integer({ min: 0, max: 9 })).map(([s, n]) => `${s}{${n}}`),
    fc
      .tuple(tie('choice'), fc.constantFrom('', '?', '{2}', '{0,2}', '{1,3}', '{3}'))
      .map(([inner, times]) => `(?:${inner})${times}`),
    tie('choice').map((inner) => `(${inner})`),
  ),
})).choice;

/** A text that a shape matches, every byte, count and alternative chosen by `random` (a number in [0, 1)). */
export function sample(node: Node, random: () => number): string {
  const below = (n: number): number => Math.floor(random() * n);
  switch (node.type) {
    case 'set': {
      const bytes = node.set.bytes();
      return String.fromCharCode(bytes[below(bytes.length)]!);
    }
    case 'group':
      return sample(node.item, random);
    case 'choice':
      return sample(node.items[below(node.items.length)]!, random);
    case 'sequence':
      return node.items.map((item) => sample(item, random)).join('');
    case 'repeat':
      return Array.from({ length: node.min + below(node.max - node.min + 1) }, () => sample(node.item, random)).join('');
  }
}

/** Numbers in [0, 1) from a seed (Park and Miller), so that a failing case can be run again. */
export function numbers(seed: number): () => number {
  let state = (seed >>> 0) % 2147483646;
  return () => {
    state = ((state + 1) * 48271) % 2147483647;
    return state / 2147483647;
  };
}
