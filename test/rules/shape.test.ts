import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  ByteSet,
  firstBytes,
  lastBytes,
  leadingBytes,
  lengthOf,
  parseShape,
  ShapeError,
  toPattern,
} from '../../src/rules/shape.ts';
import { numbers, sample, shapeText } from './shapes.ts';

const whole = (shape: string): RegExp => new RegExp(`^(?:${toPattern(parseShape(shape))})$`, 's');
const text = (set: ByteSet): string => String.fromCharCode(...set.bytes());
const seeds = fc.integer({ min: 0, max: 2 ** 31 });

/** Properties over many random shapes take a while on a busy machine. */
const SLOW = { timeout: 60_000 };

describe('what a shape matches', () => {
  it.each<[shape: string, hits: string[], misses: string[]]>([
    ['abc', ['abc'], ['ab', 'abcd', 'ABC']],
    ['a\\.b', ['a.b'], ['axb']],
    ['a.b', ['a.b', 'axb', 'a\u00ffb'], ['a\nb', 'a\rb', 'ab']],
    ['[A-Z2-7]{4}', ['AZ27'], ['AZ1B', 'az27', 'AZ2', 'AZ27A']],
    ['[a-]', ['a', '-'], ['b', ',']],
    ['[-a]', ['a', '-'], ['b']],
    ['[\\w.~-]', ['a', '.', '~', '-', '_'], [' ', '/']],
    ['[\\]\\\\^]', [']', '\\', '^'], ['[']],
    ['[^\\s"]', ['a', '\u00e9', "'"], [' ', '"', '\n', '\t']],
    ['[^]', ['\n', 'x'], ['', 'xx']],
    ['\\d\\D\\w\\W\\s\\S', ['1aa. .'], ['aaa. .', '1aaa .']],
    ['x{2}', ['xx'], ['x', 'xxx']],
    ['x{1,3}', ['x', 'xxx'], ['', 'xxxx']],
    ['x{0}y', ['y'], ['xy']],
    ['(?:ab){2}', ['abab'], ['ab', 'aab']],
    ['a{2}{2}', ['aaaa'], ['aa', 'aaa']],
    ['a{2}?', ['', 'aa'], ['a']],
    ['(a|bc)d', ['ad', 'bcd'], ['abcd', 'a']],
    ['(?:a|)b', ['ab', 'b'], ['a']],
    ['a|bc', ['a', 'bc'], ['ac', 'abc']],
    ['(?<x>a)(?<y>b)?', ['a', 'ab'], ['b']],
    ['https?:\\/\\/[a-z.]{3,9}', ['http://a.b', 'https://abc'], ['http:/a.b']],
    ['"-]'.replace(']', '\\]'), ['"-]'], ['"-']],
    ['\u00ff ', ['\u00ff '], ['\u00ff']],
    ['\\n\\r\\t', ['\n\r\t'], ['nrt']],
  ])('%s', (shape, hits, misses) => {
    for (const hit of hits) expect([hit, whole(shape).test(hit)]).toEqual([hit, true]);
    for (const miss of misses) expect([miss, whole(shape).test(miss)]).toEqual([miss, false]);
  });

  it('names its groups and captures nothing else', () => {
    const found = whole('(?<head>a|b)-(c|d)(?<tail>[0-9]{2})').exec('b-d42')!;
    expect({ ...found.groups }).toEqual({ head: 'b', tail: '42' });
    expect(found).toHaveLength(3);
  });
});

describe('errors tell place and reason', () => {
  it.each([
    ['ab*', 2, 'a repeat needs an end: write {0,n} or {1,n} instead of *'],
    ['ab+c', 2, '{1,n} instead of +'],
    ['a{2,}', 1, 'write {n,m} instead of {n,}'],
    ['a{3,2}', 1, 'the repeat {3,2} ends before it begins'],
    ['a{0,70000}', 1, 'may not exceed 65536'],
    ['a{x}', 1, 'write \\{ for the character'],
    ['a{,3}', 1, 'write \\{ for the character'],
    ['{2}', 0, '{ has no place here'],
    ['?a', 0, '? has no place here'],
    ['a|*', 2, '* has no place here'],
    ['a$', 1, '$ has no place here; write \\$'],
    ['^a', 0, '^ has no place here'],
    ['a]', 1, '] has no place here'],
    ['a)', 1, 'a ) without its ('],
    ['ab(cd', 2, 'this group is not closed'],
    ['a(?=b)', 2, 'only (?:...) and (?<name>...)'],
    ['a(?<=b)', 2, 'only (?:...) and (?<name>...)'],
    ['(?<1x>b)', 1, 'only (?:...) and (?<name>...)'],
    ['(?<x>a)(?<x>b)', 7, 'two groups are named x'],
    ['ab[cd', 2, 'this class is not closed'],
    ['ab[', 2, 'this class is not closed'],
    ['[a-', 0, 'this class is not closed'],
    ['[]', 0, 'an empty class matches nothing'],
    ['[z-a]', 4, 'a range needs two characters in order'],
    ['[a-\\d]', 5, 'a range needs two characters in order'],
    ['a\\', 1, 'a backslash at the end'],
    ['[\\', 1, 'a backslash at the end'],
    ['a\\b', 1, '\\b is not part of the language'],
    ['\\1', 0, '\\1 is not part of the language'],
    ['ab\u20ac', 2, 'no character above U+00FF'],
    ['[a\u20ac]', 2, 'no character above U+00FF'],
    ['('.repeat(51) + ')'.repeat(51), 50, 'groups nest deeper than 50'],
  ])('%s', (shape, index, message) => {
    let error: unknown;
    try {
      parseShape(shape);
    } catch (thrown) {
      error = thrown;
    }
    expect(error).toBeInstanceOf(ShapeError);
    expect((error as ShapeError).index).toBe(index);
    expect((error as ShapeError).message).toContain(message);
  });

  it('any text is read or refused with a place inside it', SLOW, () => {
    const junk = fc.string({ unit: fc.constantFrom(...'ab{}[]()?<>|\\,-:=^$*+.0129'.split(''), '\u20ac'), maxLength: 25 });
    fc.assert(
      fc.property(junk, (shape) => {
        try {
          expect(new RegExp(toPattern(parseShape(shape)), 's').flags).toBe('s');
        } catch (error) {
          expect(error).toBeInstanceOf(ShapeError);
          expect((error as ShapeError).index).toBeGreaterThanOrEqual(0);
          expect((error as ShapeError).index).toBeLessThanOrEqual(shape.length);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('lengths and edges', () => {
  it.each<[shape: string, min: number, max: number, first: string, last: string]>([
    ['abc', 3, 3, 'a', 'c'],
    ['a?b{2,4}c?', 2, 6, 'ab', 'bc'],
    ['(?:ab|c)[xy]{0,2}', 1, 4, 'ac', 'bcxy'],
    ['', 0, 0, '', ''],
    ['(?:a?|b)(?:c{0}d)?', 0, 2, 'abcd', 'abd'],
  ])('%s: %i to %i bytes, begins with %s, ends with %s', (shape, min, max, first, last) => {
    const node = parseShape(shape);
    expect(lengthOf(node)).toEqual([min, max]);
    expect(text(firstBytes(node))).toBe(first);
    expect(text(lastBytes(node))).toBe(last);
  });

  it.each<[shape: string, limit: number, set: string, count: number]>([
    ['[a-c]{3}', 9, 'abc', 3],
    ['[a-c]{30}', 9, 'abc', 9],
    ['[ab]{2,4}c', 9, 'ab', 2],
    ['a(?:bc|de){2}f', 9, 'abcdef', 6],
    ['a(?:bc|d)e', 9, 'abcd', 2],
    ['a(?:bc|d)e', 1, 'a', 1],
    ['a?b', 9, '', 0],
    ['(?:ab){2,3}c', 9, 'ab', 4],
    ['', 9, '', 0],
  ])('%s, of %i: surely begins with bytes of %s, %i of them', (shape, limit, set, count) => {
    const leading = leadingBytes(parseShape(shape), limit);
    expect(leading.count).toBe(count);
    if (count > 0) expect(text(leading.set)).toBe(set);
  });

  it('a sample matches, is as long as told, and begins and ends as told', SLOW, () => {
    fc.assert(
      fc.property(shapeText, seeds, (shape, seed) => {
        const node = parseShape(shape);
        const made = sample(node, numbers(seed));
        expect(made).toMatch(whole(shape));
        const [min, max] = lengthOf(node);
        expect(made.length).toBeGreaterThanOrEqual(min);
        expect(made.length).toBeLessThanOrEqual(max);
        if (made !== '') {
          expect(firstBytes(node).has[made.charCodeAt(0)]).toBe(1);
          expect(lastBytes(node).has[made.charCodeAt(made.length - 1)]).toBe(1);
        }
        const { set, count } = leadingBytes(node, 5);
        expect(made.length).toBeGreaterThanOrEqual(count);
        for (let i = 0; i < count; i++) expect(set.has[made.charCodeAt(i)]).toBe(1);
      }),
      { numRuns: 1000 },
    );
  });
});

describe('sets of bytes', () => {
  const bytes = fc.uint8Array({ maxLength: 40 }).map((all) => ByteSet.of(...all));

  it('as a class match the same bytes', () => {
    fc.assert(
      fc.property(bytes, (set) => {
        const pattern = new RegExp(`[${set.toClass()}]`);
        for (let i = 0; i < 256; i++) expect(pattern.test(String.fromCharCode(i))).toBe(set.has[i] === 1);
      }),
      { numRuns: 60 },
    );
  });

  it('fold and invert', () => {
    expect(text(ByteSet.of(0x61, 0x42, 0x31).folded())).toBe('1ABab');
    expect(text(ByteSet.of(0x40, 0x60, 0x5b, 0x7b).folded())).toBe('@[`{');
    expect(ByteSet.of(1, 2).inverted().bytes()).toHaveLength(254);
    fc.assert(
      fc.property(bytes, (set) => {
        expect(set.inverted().inverted().bytes()).toEqual(set.bytes());
      }),
    );
  });
});
