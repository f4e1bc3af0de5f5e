import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { MIN_RUN, seekBase64 } from '../../../src/detect/decode/base64.ts';
import { Base64Seeker } from '../../../src/detect/decode/base64-seek.ts';
import { Core, partSize } from '../../../src/wasm/core.ts';

const SIZE = 1 << 17;
const core = new Core(Base64Seeker.size + 2 * partSize(SIZE));
const seeker = new Base64Seeker(core);
const memory = core.take(SIZE);
const inCore = core.takeNumbers(SIZE / 4);

type Range = [from: number, to: number];

/** The places that are told, with ranges in the core and elsewhere; and those that JavaScript finds, which goes on behind each look. */
function seek(data: Buffer, end: number, ranges: readonly Range[]): { core: number[][]; plain: number[] } {
  const bytes = memory.subarray(0, data.length);
  data.copy(bytes);
  const pairs = Int32Array.from(ranges.flat());
  inCore.set(pairs);
  const told = [pairs, inCore].map((each) => {
    const places: number[] = [];
    seeker.seek(bytes, end, { pairs: each, count: ranges.length }, (at) => places.push(at));
    return places;
  });
  const plain: number[] = [];
  for (const [from, to] of ranges) seekBase64(data, from, Math.min(to, end), (at) => void plain.push(at) as unknown as number);
  return { core: told, plain };
}

const text = fc.oneof(
  fc.string({ unit: 'binary-ascii', maxLength: 60 }),
  fc.string({ unit: 'grapheme-ascii', minLength: 30, maxLength: 120 }).map((plain) => Buffer.from(plain).toString('base64')),
  fc
    .string({ unit: 'grapheme-ascii', minLength: 60, maxLength: 90 })
    .map((plain) => Buffer.from(plain, 'utf16le').toString('base64url')),
  fc.constantFrom('\n', ' = "', 'some words of a text ', 'a/path/to/some/file/with/many/folders/in/it/and/more/of/them.txt'),
);
const texts = fc.array(text, { maxLength: 12 }).map((parts) => Buffer.from(parts.join(''), 'latin1'));

describe('Base64Seeker', () => {
  it('tells the places that JavaScript tells', () => {
    let told = 0;
    fc.assert(
      fc.property(texts, fc.array(fc.nat(900), { maxLength: 8 }), fc.nat(40), (data, cuts, cut) => {
        const borders = [...new Set(cuts.map((at) => Math.min(at, data.length)))].sort((a, b) => a - b);
        const ranges: Range[] = [[0, data.length]];
        const parts = borders.flatMap((from, i): Range[] => (i % 2 === 0 ? [[from, borders[i + 1] ?? data.length]] : []));
        for (const all of [ranges, parts]) {
          const { core: places, plain } = seek(data, Math.max(0, data.length - cut), all);
          expect(places).toEqual([plain, plain]);
          told += plain.length;
        }
      }),
      { numRuns: 3000 },
    );
    expect(told).toBeGreaterThan(1000);
  });

  it('goes on where more is found than one call tells, and with more ranges than one call takes', () => {
    const data = Buffer.from(Buffer.from('this is a text. '.repeat(5000)).toString('base64'));
    const { core: places, plain } = seek(data, data.length, [[0, data.length]]);
    expect(plain.length).toBeGreaterThan(2000);
    expect(places).toEqual([plain, plain]);
    const ranges = Array.from({ length: 5000 }, (_, i): Range => [16 * i, 16 * i + 12]);
    const many = seek(data, data.length, ranges);
    expect(many.plain.length).toBeGreaterThan(4000);
    expect(many.core).toEqual([many.plain, many.plain]);
  });

  it('meets every run, wherever it stands', () => {
    const run = Buffer.from('the quick brown fox jumps over the lazy').toString('base64').slice(0, MIN_RUN);
    const long = run.padEnd(MIN_RUN, 'dGhl');
    for (let at = 0; at < 100; at++) {
      const data = Buffer.from(' '.repeat(at) + long + ' '.repeat(50));
      const [places] = seek(data, data.length, [[0, data.length]]).core;
      expect(places!.some((place) => place >= at && place < at + MIN_RUN)).toBe(true);
    }
  });
});
