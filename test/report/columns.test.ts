import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { columns, cutEnd, cutStart, wrap } from '../../src/report/columns.ts';

describe('columns', () => {
  it.each([
    ['abc', 3],
    ['é', 1],
    ['e\u0301', 1],
    ['日本', 4],
    ['한', 2],
    ['😀', 2],
    ['', 0],
  ])('of %j are %i', (text, width) => expect(columns(text)).toBe(width));
});

describe('cutting', () => {
  it.each([
    ['abcdef', 6, 'abcdef', 'abcdef'],
    ['abcdef', 5, 'abcd…', '…cdef'],
    ['日本語', 5, '日本…', '…本語'],
    ['日本語', 4, '日…', '…語'],
    ['abc', 1, '…', '…'],
    ['abc', 0, '', ''],
  ])('%j to %i', (text, width, end, start) => {
    expect(cutEnd(text, width)).toBe(end);
    expect(cutStart(text, width)).toBe(start);
  });

  it('never exceeds the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 30 }), fc.nat(20), (text, width) => {
        expect(columns(cutEnd(text, width))).toBeLessThanOrEqual(width);
        expect(columns(cutStart(text, width))).toBeLessThanOrEqual(width);
      }),
    );
  });
});

describe('wrap', () => {
  it.each([
    ['a few words here', 9, ['a few', 'words', 'here']],
    ['aaaaaaaaaaaa b', 5, ['aaaaa', 'aaaaa', 'aa b']],
    ['', 5, ['']],
    ['exact fit', 9, ['exact fit']],
  ])('%j at %i', (text, width, lines) => expect(wrap(text, width)).toEqual(lines));

  it('keeps all of the text within the width', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), fc.integer({ min: 2, max: 20 }), (text, width) => {
        const lines = wrap(text, width);
        for (const line of lines) expect(columns(line)).toBeLessThanOrEqual(width);
        expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
      }),
    );
  });
});
