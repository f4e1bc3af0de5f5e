import { deflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createInflater, type Inflater, portableInflater, SPARE } from '../../../src/sources/git/inflate.ts';
import { MalformedError } from '../../../src/sources/git/packindex.ts';
import { Core, partSize } from '../../../src/wasm/core.ts';

const ROOM = 1 << 16;

/** Inflates in the memory of a core, to where and from where all is copied. */
function throughCore(): Inflater {
  const core = new Core(2 * partSize(ROOM));
  const inflater = createInflater(core);
  const from = core.take(ROOM);
  const to = core.take(ROOM);
  return {
    ...inflater,
    inflate(source, start, end, out, at, size) {
      source.copy(from);
      inflater.inflate(from, start, end, to, at, size);
      to.copy(out, at, at, at + size);
    },
  };
}

describe.each([
  ["the core's inflater", throughCore()],
  ["the core's inflater, elsewhere", createInflater(new Core(0))],
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

describe('where the core may inflate', () => {
  const core = new Core(2 * partSize(ROOM));
  const inflater = createInflater(core);
  const data = Buffer.from('bearertrap '.repeat(50));
  const source = core.take(ROOM);
  const length = deflateSync(data).copy(source);

  it('gives the errors that zlib gives', () => {
    const out = core.take(1000);
    const elsewhere = Buffer.alloc(1000);
    const message = (to: Buffer, end: number, size: number): string => {
      try {
        inflater.inflate(source, 0, end, to, 0, size);
        return '';
      } catch (error) {
        expect(error).toBeInstanceOf(MalformedError);
        return (error as Error).message;
      }
    };
    for (const [end, size] of [
      [length, data.length],
      [length - 1, data.length],
      [20, data.length],
      [length, 20],
      [length, 900],
    ] as const)
      expect(message(out, end, size)).toBe(message(elsewhere, end, size));
    expect(message(out, length, data.length)).toBe('');
    expect(message(out, length - 1, data.length)).not.toBe('');
  });

  it('writes nothing outside of the buffer, nor reads there', () => {
    const { buffer, byteOffset } = source;
    const around = Buffer.from(buffer, byteOffset + length, 2000);
    for (const room of [data.length + SPARE, data.length + 1]) {
      around.fill(1);
      const out = Buffer.from(buffer, byteOffset + length + 100, room);
      inflater.inflate(source, 0, length, out, 0, data.length);
      expect(out.subarray(0, data.length).equals(data)).toBe(true);
      expect(around.subarray(100 + room).every((byte) => byte === 1)).toBe(true);
      expect(around.subarray(0, 100).every((byte) => byte === 1)).toBe(true);
    }
    const out = Buffer.from(buffer, byteOffset + length + 100, data.length);
    expect(() => inflater.inflate(source, 0, length, out, 0, data.length)).toThrow(RangeError);
    expect(() => inflater.inflate(source, -1, length, out, 0, 10)).toThrow(RangeError);
    expect(() => inflater.inflate(source, 0, ROOM + 1, out, 0, 10)).toThrow(RangeError);
    expect(() => inflater.inflate(source, 0, length, out, -1, 10)).toThrow(RangeError);
  });
});
