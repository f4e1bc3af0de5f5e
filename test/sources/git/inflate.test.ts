import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInflater, portableInflater } from '../../../src/sources/git/inflate.ts';
import { MalformedError } from '../../../src/sources/git/packindex.ts';

describe.each([
  ['the fast inflater', createInflater()],
  ['the portable inflater', portableInflater],
])('%s', (_, inflater) => {
  const streams = fc.record({
    bytes: fc.uint8Array({ maxLength: 5000 }),
    level: fc.integer({ min: 0, max: 9 }),
    after: fc.uint8Array({ maxLength: 40 }),
  });

  it('inflates streams of every kind, whatever follows them', () => {
    fc.assert(
      fc.property(streams, fc.nat(50), ({ bytes, level, after }, gap) => {
        const packed = deflateSync(bytes, { level });
        const source = Buffer.concat([Buffer.alloc(gap), packed, after]);
        const out = Buffer.alloc(bytes.length + gap + 1);
        inflater.inflate(source, gap, source.length, out, gap, bytes.length);
        expect(out.subarray(gap, gap + bytes.length).equals(bytes)).toBe(true);
        expect(inflater.all(source, gap, source.length, out)).toBe(bytes.length);
        expect(out.subarray(0, bytes.length).equals(bytes)).toBe(true);
        const size = Math.min(20, bytes.length);
        if (size > 0) expect(inflater.begin(source, gap, source.length, out, size)).toBe(size);
      }),
    );
  });

  it('refuses what is damaged, cut off or of another size, and goes on working', () => {
    const text = Buffer.from('some text that is repeated '.repeat(20));
    fc.assert(
      fc.property(fc.nat(1000), fc.integer({ min: -300, max: 300 }), fc.nat(255), (at, off, byte) => {
        const packed = deflateSync(text);
        const out = Buffer.alloc(2000);
        const refused = (source: Buffer, size: number): void =>
          expect(() => inflater.inflate(source, 0, source.length, out, 0, size)).toThrow(MalformedError);
        refused(packed.subarray(0, at % packed.length), text.length);
        if (off !== 0) refused(packed, text.length + off);
        const damaged = Buffer.from(packed);
        const place = at % packed.length;
        damaged[place] = byte;
        try {
          inflater.inflate(damaged, 0, damaged.length, out, 0, text.length);
          expect(out.subarray(0, text.length).equals(text)).toBe(true);
        } catch (error) {
          expect(error).toBeInstanceOf(MalformedError);
        }
        inflater.inflate(packed, 0, packed.length, out, 0, text.length);
        expect(out.subarray(0, text.length).equals(text)).toBe(true);
        expect(inflater.all(packed, 0, packed.length, Buffer.alloc(text.length))).toBe(-1);
      }),
    );
  });
});
