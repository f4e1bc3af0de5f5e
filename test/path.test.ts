import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { displayPath, fromBytes, toBytes, wellFormed } from '../src/path.ts';

const bytes = (...values: number[]): Uint8Array => Uint8Array.from(values);

describe('fromBytes and toBytes', () => {
  it.each([
    ['ASCII', bytes(0x61, 0x2f, 0x62), 'a/b'],
    ['UTF-8', bytes(0xc3, 0xa9, 0xf0, 0x9f, 0x98, 0x80), 'é😀'],
    ['latin1', bytes(0x61, 0xe9, 0x62), 'a\udce9b'],
    ['a sequence cut short', bytes(0xf0, 0x9f, 0x98), '\udcf0\udc9f\udc98'],
    ['an overlong slash', bytes(0xc0, 0xaf), '\udcc0\udcaf'],
    ['an encoded surrogate', bytes(0xed, 0xb2, 0x80), '\udced\udcb2\udc80'],
    ['valid text after a bad byte', bytes(0xff, 0xc3, 0xa9), '\udcffé'],
    ['a byte order mark', bytes(0xef, 0xbb, 0xbf, 0x61), '\ufeffa'],
    ['nothing', bytes(), ''],
  ])('holds %s', (_name, raw, text) => {
    expect(fromBytes(raw)).toBe(text);
    expect(new Uint8Array(toBytes(text))).toEqual(raw);
  });

  it('loses no byte', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (raw) => {
        expect(new Uint8Array(toBytes(fromBytes(raw)))).toEqual(raw);
      }),
    );
  });

  it('keeps every well-formed string', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        expect(fromBytes(toBytes(text))).toBe(text);
      }),
    );
  });

  it('reads a view into a larger buffer', () => {
    expect(fromBytes(bytes(0x61, 0x62, 0xff, 0x63).subarray(1, 3))).toBe('b\udcff');
  });
});

describe('wellFormed', () => {
  it.each([
    ['a\udce9b', 'a\\xe9b'],
    ['a\ud800b', 'a\ufffdb'],
    ['😀\n', '😀\n'],
  ])('%j is %j', (path, text) => expect(wellFormed(path)).toBe(text));
});

describe('displayPath', () => {
  it.each([
    ['a b/ü.env', 'a b/ü.env'],
    ['a\udce9b', 'a\\xe9b'],
    ['a\x1b[2Jb', 'a\\x1b[2Jb'],
    ['a\nb\tc\rd', 'a\\nb\\tc\\rd'],
    ['a\u009b31mb\u007f', 'a\\u009b31mb\\x7f'],
    ['txt.\u202egpj', 'txt.\\u202egpj'],
    ['a\u200bb', 'a\\u200bb'],
    ['\0', '\\x00'],
  ])('%j is %j', (path, text) => expect(displayPath(path)).toBe(text));

  it('never prints a control character, and is well-formed', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 40 }), (raw) => {
        const shown = displayPath(fromBytes(raw));
        expect(shown).not.toMatch(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e]/);
        expect(Buffer.from(shown, 'utf8').toString('utf8')).toBe(shown);
      }),
    );
  });
});
