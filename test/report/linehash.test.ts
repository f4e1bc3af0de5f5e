import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lineHashes } from '../../src/report/linehash.ts';
import vectors from '../fixtures/line-hash-vectors.json' with { type: 'json' };

const all = (text: string | Buffer): Record<string, string> => Object.fromEntries(lineHashes([Buffer.from(text)]));

/** The definition word for word: the 100 characters from each line's first one on, over big integers. */
function naive(text: string): Record<string, string> {
  const plain = text.replace(/\r\n|\r/g, '\n').replace(/[ \t]/g, '');
  const units = plain.split('').map((char) => char.charCodeAt(0));
  units.push(65535);
  const counts: Record<string, number> = {};
  const hashes: Record<string, string> = {};
  let line = 0;
  units.forEach((_unit, at) => {
    if (at > 0 && units[at - 1] !== 10) return;
    let hash = 0n;
    for (let i = 0; i < 100; i++) hash = BigInt.asUintN(64, hash * 37n + BigInt(units[at + i] ?? 0));
    const hex = hash.toString(16);
    counts[hex] = (counts[hex] ?? 0) + 1;
    hashes[++line] = `${hex}:${counts[hex]}`;
  });
  return hashes;
}

describe('lineHashes', () => {
  it.each(vectors)('equals what the upload step computes for $text', ({ text, hashes }) => {
    expect(all(text)).toEqual(hashes);
  });

  it.each([
    ['a line longer than the window', `${'x'.repeat(500)}\ny`],
    ['a line of exactly the window', `${'x'.repeat(99)}\n${'y'.repeat(100)}\n`],
    ['no line end after the last line', 'a\nb'],
    ['blank lines', '\n\n \n\t\n'],
    ['three kinds of line ends', 'a\r\nb\rc\nd'],
    ['more lines than the window holds', 'a\n'.repeat(300)],
  ])('agrees with the definition on %s', (_name, text) => expect(all(text)).toEqual(naive(text)));

  it('agrees with the definition on any text', () => {
    const piece = fc.constantFrom('a', 'bc', ' ', '\t', '\n', '\r\n', '\r', 'é', '😀', '\ufeff', '\uffff', 'x'.repeat(60));
    // A space between CR and LF makes two line ends of them; the definition above would take it out first.
    const text = fc.array(piece, { maxLength: 80 }).map((pieces) => pieces.join('').replace(/\r[ \t]+\n/g, '\r\n'));
    fc.assert(
      fc.property(text, (value) => {
        expect(all(value)).toEqual(naive(value));
      }),
    );
  });

  it('does not depend on how the bytes are cut', () => {
    const text = Buffer.from('é😀 secret = "x"\r\n'.repeat(20));
    fc.assert(
      fc.property(fc.array(fc.nat(text.length)), (cuts) => {
        const marks = [0, ...cuts.sort((a, b) => a - b), text.length];
        const chunks = marks.slice(1).map((to, i) => text.subarray(marks[i], to));
        expect(Object.fromEntries(lineHashes(chunks))).toEqual(all(text));
      }),
    );
  });

  it('reads bytes that are not UTF-8 as U+FFFD', () => {
    expect(all(Buffer.from([0x61, 0xff, 0x62]))).toEqual(all('a\ufffdb'));
  });

  it('returns only the lines asked for, counted among all', () => {
    expect(lineHashes([Buffer.from('k\n'.repeat(200))], new Set([2, 900]))).toEqual(new Map([[2, all('k\n'.repeat(200))['2']]]));
  });
});
