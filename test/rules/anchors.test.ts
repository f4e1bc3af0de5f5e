import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anchorsOf } from '../../src/rules/anchors.ts';
import { parseShape } from '../../src/rules/shape.ts';
import { numbers, sample, shapeText } from './shapes.ts';

/** Properties over many random shapes take a while on a busy machine. */
const SLOW = { timeout: 60_000 };

const anchors = (shape: string, ignoreCase = false) => anchorsOf(parseShape(shape), ignoreCase);
const texts = (shape: string, ignoreCase = false): string[] => anchors(shape, ignoreCase).map((anchor) => anchor.text);

const LETTERS = 'abcdefghijklmnopqrstuvwxyz';

describe('the literals of a shape', () => {
  it.each<[shape: string, literals: string[]]>([
    ['ghp_[A-Za-z0-9]{36}', ['ghp_']],
    ['gh[pousr]_[A-Za-z0-9]{36}', ['ghp_', 'gho_', 'ghu_', 'ghs_', 'ghr_']],
    ['(?:ghp|gho)_[a-z]{3}', ['ghp_', 'gho_']],
    ['sk_(?:live|test)_[a-z]{3}', ['sk_live_', 'sk_test_']],
    ['[a-z]{4}\\.apps\\.example\\.com', ['.apps.example.com']],
    ['(?:AKIA|ASIA)[A-Z2-7]{16}', ['AKIA', 'ASIA']],
    ['ab[0-9]{3}c', []],
    ['[a-z]{32}', []],
    ['abc?d', ['abcd', 'abd']],
    ['abcd?e', ['abce', 'abcde']],
    ['(?:abc){2}', ['abcabc']],
    ['(?:abc)?defg', ['abcdefg', 'defg']],
    ['a{4}', ['aaaa']],
    ['(?:https:\\/\\/[a-z]{2,9}|wss:\\/\\/[a-z]{2})', ['https://', 'wss://']],
    ['(?:abcd|[a-z]{4})', []],
    ['abc[0-9][0-9]', ['abc']],
  ])('%s: %j', (shape, literals) => {
    expect(texts(shape).sort()).toEqual([...literals].sort());
  });

  it('tell where they stand, and what may stand beside the short ones', () => {
    expect(anchors('[a-c]{2,5}=key[0-9]{4}')).toEqual([
      { text: '=key', fold: false, before: [2, 5], prev: 'abc', next: '0123456789', tail: ['0123456789', 4] },
    ]);
    expect(anchors('key[xy]?[0-9]{0,4}')).toEqual([{ text: 'key', fold: false, before: [0, 0] }]);
    expect(anchors('[a-c]?key')).toEqual([{ text: 'key', fold: false, before: [0, 1] }]);
    // Behind what may be left out, and behind alternatives.
    expect(anchors('qzkv_[xy]?[0-9]{3}')).toEqual([{ text: 'qzkv_', fold: false, before: [0, 0], tail: ['0123456789xy', 1] }]);
    expect(anchors('(?:[a-c]{3}qzkv_x{2,9}|qzkw_[yz]{2,9})[0-9]{3}')).toEqual([
      { text: 'qzkv_', fold: false, before: [0, 3], tail: ['xyz', 2] },
      { text: 'qzkw_', fold: false, before: [0, 3], tail: ['xyz', 2] },
    ]);
  });

  it('are folded with their neighbours when the case is ignored, each one once', () => {
    expect(anchors('[a-z]KEY[xX]', true)).toEqual([
      { text: 'keyx', fold: true, before: [1, 1], prev: LETTERS.toUpperCase() + LETTERS },
    ]);
    expect(anchors('qzkv_[xy]{2,3}', true)).toEqual([{ text: 'qzkv_', fold: true, before: [0, 0], tail: ['XYxy', 2] }]);
  });

  it('stand in every sample of the shape, at a place and among bytes as told', SLOW, () => {
    const seeds = fc.integer({ min: 0, max: 2 ** 31 });
    let anchored = 0;
    fc.assert(
      fc.property(shapeText, fc.boolean(), seeds, (shape, ignoreCase, seed) => {
        const found = anchors(shape, ignoreCase);
        if (found.length === 0) return;
        anchored++;
        const random = numbers(seed);
        const made = sample(parseShape(shape), random);
        const text = ignoreCase ? Array.from(made, (c) => (random() < 0.5 ? swapCase(c) : c)).join('') : made;
        const searched = ignoreCase ? text.replace(/[A-Z]/g, (c) => c.toLowerCase()) : text;
        const holds = found.some((anchor) => {
          for (let at = searched.indexOf(anchor.text); at >= 0; at = searched.indexOf(anchor.text, at + 1)) {
            const prev = anchor.prev === undefined || anchor.prev.includes(text[at - 1] ?? 'none');
            const next = anchor.next === undefined || anchor.next.includes(text[at + anchor.text.length] ?? 'none');
            const [bytes, count] = anchor.tail ?? ['', 0];
            const behind = text.slice(at + anchor.text.length).slice(0, count);
            const tail = behind.length === count && Array.from(behind).every((char) => bytes.includes(char));
            if (at >= anchor.before[0] && at <= anchor.before[1] && prev && next && tail) return true;
          }
          return false;
        });
        expect([shape, text, holds]).toEqual([shape, text, true]);
      }),
      { numRuns: 1000 },
    );
    expect(anchored).toBeGreaterThan(200);
  });
});

function swapCase(char: string): string {
  if (!/[A-Za-z]/.test(char)) return char;
  return char === char.toLowerCase() ? char.toUpperCase() : char.toLowerCase();
}
