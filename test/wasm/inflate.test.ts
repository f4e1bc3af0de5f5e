import { constants, deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { Core, partSize } from '../../src/wasm/core.ts';
import {
  Bits,
  completeCode,
  dynamicBlocks,
  dynamicHeader,
  FIXED_DISTANCES,
  FIXED_LITERALS,
  putSteps,
  type Step,
  type Told,
  zlibStream,
} from './deflated.ts';

const REFUSED = -1;
/** Bytes behind the result that may be written. */
const SPARE = 16;

/** Bytes behind a stream that may be read. */
const BEHIND = 32;

const ROOM = 1 << 18;
const AROUND = 64;
const core = new Core(2 * partSize(ROOM));
const out = core.take(ROOM);
/** The end of the memory: who reads on traps. */
const source = Buffer.from(out.buffer, out.buffer.byteLength - ROOM, ROOM);

/**
 * What the core makes of a stream, which is followed by `after`; no data when it refuses. It must write and read nowhere
 * else.
 */
function inflate(stream: Buffer, size: number, after: Uint8Array = Buffer.alloc(BEHIND, 0xff)): { code: number; data?: Buffer } {
  const at = ROOM - BEHIND - stream.length;
  source.set(after.subarray(0, BEHIND), ROOM - BEHIND);
  stream.copy(source, at);
  const first = source.byteOffset + at;
  const end = AROUND + size + SPARE;
  out.fill(0xa5, 0, end + AROUND);
  const code = core.exports.inflate(first, first + stream.length, out.byteOffset + AROUND, size);
  const around = Buffer.concat([out.subarray(0, AROUND), out.subarray(end, end + AROUND)]);
  expect(around.equals(Buffer.alloc(2 * AROUND, 0xa5))).toBe(true);
  expect(source.subarray(at, at + stream.length).equals(stream)).toBe(true);
  return code < 0 ? { code } : { code, data: Buffer.from(out.subarray(AROUND, AROUND + code)) };
}

/** What zlib makes of it: undefined when it refuses. */
function reference(stream: Buffer, size: number): Buffer | undefined {
  try {
    const data = inflateSync(stream, { maxOutputLength: size + 1 });
    return data.length <= size ? data : undefined;
  } catch {
    return undefined;
  }
}

function agrees(stream: Buffer, size: number): void {
  const { data } = inflate(stream, size);
  const expected = reference(stream, size);
  expect(data === undefined).toBe(expected === undefined);
  if (data && expected) expect(data.equals(expected)).toBe(true);
}

/** Data as it is in repositories: some of it is there more than once, near and far. */
const contents = fc
  .tuple(
    fc.array(
      fc.oneof(
        fc.uint8Array({ maxLength: 300 }).map((bytes) => Buffer.from(bytes)),
        fc.string({ maxLength: 300 }).map((text) => Buffer.from(text)),
        fc.tuple(fc.uint8Array({ minLength: 1, maxLength: 20 }), fc.nat(600)).map(([unit, size]) => Buffer.alloc(size, unit)),
      ),
      { maxLength: 12 },
    ),
    fc.array(fc.nat(11), { maxLength: 100 }),
  )
  .map(([parts, order]) => Buffer.concat([...parts, ...order.map((i) => parts[i] ?? Buffer.alloc(0))]));

const settings = fc.record({
  level: fc.integer({ min: 0, max: 9 }),
  memLevel: fc.integer({ min: 1, max: 9 }),
  windowBits: fc.integer({ min: 9, max: 15 }),
  strategy: fc.constantFrom(
    constants.Z_DEFAULT_STRATEGY,
    constants.Z_FILTERED,
    constants.Z_HUFFMAN_ONLY,
    constants.Z_RLE,
    constants.Z_FIXED,
  ),
});

describe('whole streams', () => {
  it('inflates what zlib makes, by all of its settings, whatever follows', () => {
    fc.assert(
      fc.property(contents, settings, fc.uint8Array({ maxLength: 40 }), (data, options, after) => {
        const stream = deflateSync(data, options);
        const whole = inflate(stream, data.length, after);
        expect(whole.data?.equals(data)).toBe(true);
        expect(inflate(stream, data.length + 1).data?.equals(data)).toBe(true);
        if (data.length > 0) expect(inflate(stream, data.length - 1).code).toBe(REFUSED);
      }),
      { numRuns: 1000 },
    );
  });

  it('inflates large ones', () => {
    for (const level of [0, 1, 6, 9]) {
      const data = Buffer.from(Array.from({ length: 200_000 }, (_, i) => (i % 97) * (i % 89) + (i >> 12)));
      expect(inflate(deflateSync(data, { level }), data.length).data?.equals(data)).toBe(true);
    }
    // The sums of a checksum are largest where all bytes are.
    const data = Buffer.alloc(200_000, 255);
    expect(inflate(deflateSync(data), data.length).data?.equals(data)).toBe(true);
  });

  it('inflates codes of every kind, with words of up to 15 bits', () => {
    fc.assert(
      fc.property(dynamicBlocks, ({ blocks, data }) => {
        fc.pre(data.length < ROOM - 200);
        const stream = zlibStream(blocks, data);
        expect(reference(stream, data.length)?.equals(data)).toBe(true);
        expect(inflate(stream, data.length).data?.equals(data)).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

describe('damaged streams', () => {
  const data = Buffer.from('bearer tokens leak, and leaked bearer tokens are found. '.repeat(3) + 'xyz'.repeat(9));
  const streams = [
    deflateSync(data),
    deflateSync(data, { strategy: constants.Z_HUFFMAN_ONLY }),
    deflateSync(data, { strategy: constants.Z_FIXED }),
    deflateSync(data, { level: 0 }),
    deflateSync(Buffer.alloc(0)),
  ].map((stream, i) => ({ stream, size: i === 4 ? 0 : data.length }));

  it.each(streams)('refuses stream %# that is cut off, wherever, whatever stands behind', ({ stream, size }) => {
    for (let end = 0; end < stream.length; end++) {
      for (const after of [stream.subarray(end), Buffer.alloc(BEHIND), Buffer.alloc(BEHIND, 0xff), Buffer.alloc(BEHIND, 0x55)])
        for (const room of [size, ROOM - 200]) expect(inflate(stream.subarray(0, end), room, after).code).toBe(REFUSED);
    }
  });

  it.each(streams)('refuses stream %# where there is less room', ({ stream, size }) => {
    for (let room = 0; room < size; room++) expect(inflate(stream, room).code).toBe(REFUSED);
  });

  it.each(streams)('makes of stream %# what zlib makes, whichever bit is another one', ({ stream, size }) => {
    for (let bit = 0; bit < stream.length * 8; bit++) {
      const damaged = Buffer.from(stream);
      damaged[bit >> 3]! ^= 1 << (bit & 7);
      agrees(damaged, size);
    }
  });

  it('makes of any bytes what zlib makes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 200 }), fc.nat(7), (bytes, kind) => {
        const blocks = Buffer.from(bytes);
        if (blocks.length > 0) blocks[0] = (blocks[0]! & 0xf8) | kind;
        agrees(zlibStream(blocks, data), 1000);
      }),
      { numRuns: 3000 },
    );
  });
});

/** A block with fixed codes, the last one. */
const fixed = (...steps: Step[]): Buffer => putSteps(new Bits().put(3, 3), steps, FIXED_LITERALS, FIXED_DISTANCES).done();
const END: Step = { symbol: 256 };
const A: Step = { symbol: 97 };

/** Lengths of words by symbol. */
const lengthsOf = (size: number, lengths: Readonly<Record<number, number>>): number[] =>
  Array.from({ length: size }, (_, i) => lengths[i] ?? 0);

/** A block of its own codes, the last one. */
function dynamic(
  literals: readonly number[],
  distances: readonly number[],
  steps: readonly Step[],
  told?: readonly Told[],
): Buffer {
  return putSteps(dynamicHeader(literals, distances, told), steps, literals, distances).done();
}

const WORDS = lengthsOf(258, { 97: 1, 256: 2, 257: 2 });
const INTO = lengthsOf(257, { 97: 1, 255: 2, 256: 2 });
const NONE = [0];
const AAAA = [A, A, A, A, END];
/** `a`, and three times the byte before it. */
const COPIED: Step[] = [A, { symbol: 257, distance: 0 }, END];
/** The beginning of a block of its own codes, with the lengths of the words for 16, 17, 18 and 0. */
const lengthWords = (...lengths: number[]): Bits =>
  lengths.reduce((bits, each) => bits.put(each, 3), new Bits().put(5, 3).put(0, 14));

describe('streams made by hand', () => {
  const text = Buffer.from('aaaa');

  it.each<[string, Buffer, number?]>([
    ['literals', fixed(...AAAA)],
    ['the least length and distance', fixed(...COPIED)],
    ['a code of distances that has one word', dynamic(WORDS, [1], COPIED)],
    ['no code of distances', dynamic(WORDS, NONE, AAAA)],
    ['runs of lengths', dynamic(WORDS, NONE, AAAA, [[18, 86], ...WORDS.slice(97, 246), [17, 7], 2, 2, 0])],
    ['a run of zeros that goes on', dynamic(WORDS, NONE, AAAA, [[17, 0], [16, 0], ...WORDS.slice(6), 0])],
    ['a run from one code into the other', dynamic(INTO, [2, 2, 2, 2], AAAA, [[18, 86], 1, [18, 127], [18, 8], 2, [16, 2]])],
    ['empty blocks', Buffer.concat([Buffer.of(0, 0, 0, 255, 255), Buffer.of(0, 0, 0, 255, 255), fixed(...AAAA)])],
    ['a stored block', Buffer.concat([Buffer.of(1, 4, 0, 251, 255), text])],
    ['a window that is too small to be true', fixed(...AAAA), 0x0800],
  ])('inflates %s', (_, blocks, head) => {
    const stream = zlibStream(blocks, text, head);
    expect(reference(stream, 4)?.toString()).toBe('aaaa');
    expect(inflate(stream, 4).data?.toString()).toBe('aaaa');
  });

  it.each<[string, Buffer]>([
    ['a distance of 30', fixed(A, { symbol: 257, distance: 30 }, END)],
    ['a distance of 31', fixed(A, { symbol: 257, distance: 31 }, END)],
    ['a length of 286', fixed(A, { symbol: 286, distance: 0 }, END)],
    ['a length of 287', fixed(A, { symbol: 287, distance: 0 }, END)],
    ['a block of type 3', Buffer.of(7, 0, 0, 0)],
    ['a stored length that is not repeated', Buffer.concat([Buffer.of(1, 4, 0, 252, 255), text])],
    ['287 literals', dynamic(completeCode([97, 256], 287, [0]), NONE, AAAA)],
    ['31 distances', dynamic(WORDS, lengthsOf(31, { 0: 1 }), COPIED)],
    ['too many words of literals', dynamic(lengthsOf(258, { 97: 1, 98: 1, 256: 2 }), NONE, AAAA)],
    ['too few words of literals', dynamic(lengthsOf(258, { 97: 1, 256: 2 }), NONE, AAAA)],
    ['too many words of distances', dynamic(WORDS, [1, 1, 1], AAAA)],
    ['too few words of distances', dynamic(WORDS, [2, 2], COPIED)],
    ['one word of two bits', dynamic(WORDS, [2], COPIED)],
    ['a distance of which there is no word', dynamic(WORDS, NONE, COPIED)],
    ['no words for lengths', lengthWords(0, 0, 0, 0).done()],
    ['a single word for lengths', lengthWords(0, 0, 1, 0).done()],
    ['too many words for lengths', lengthWords(1, 1, 1, 1).done()],
    ['a repeated length where there is none', dynamic(WORDS, NONE, AAAA, [[16, 0], ...WORDS.slice(3), 0])],
    ['a run of lengths beyond the last one', dynamic(WORDS, NONE, AAAA, [...WORDS, [17, 0]])],
  ])('refuses %s', (_, blocks) => {
    // Further bytes, so that it is not for a lack of them.
    const stream = Buffer.concat([zlibStream(blocks, text), Buffer.alloc(64)]);
    expect(reference(stream, 4)).toBeUndefined();
    expect(inflate(stream, 4).code).toBe(REFUSED);
  });

  it('refuses the other word of a code that has one, whatever code was before', () => {
    const before = zlibStream(dynamic(WORDS, [1, 1], [A, A, { symbol: 257, distance: 1 }, END]), Buffer.from('aaaaa'));
    expect(inflate(before, 5).data?.toString()).toBe('aaaaa');
    const bits = putSteps(dynamicHeader(WORDS, [1]), [A, A], WORDS, [1])
      .word(0b11, 2)
      .put(1, 1)
      .word(0b10, 2);
    const stream = zlibStream(bits.done(), Buffer.from('aaaaa'));
    expect(reference(stream, 5)).toBeUndefined();
    expect(inflate(stream, 5).code).toBe(REFUSED);
  });

  it('refuses to copy what stands before the result', () => {
    // The checksum tells what stands there in the memory, as if it were right.
    const stream = zlibStream(fixed(A, { symbol: 257, distance: 1 }, END), Buffer.of(0x61, 0xa5, 0x61, 0xa5));
    expect(inflate(stream, 4).code).toBe(REFUSED);
  });

  it('goes on to the end where there is no word for the end of the block', () => {
    const blocks = dynamic(lengthsOf(258, { 97: 1, 98: 1 }), NONE, [A, A, A, A]);
    const stream = Buffer.concat([zlibStream(blocks, text), Buffer.alloc(64)]);
    for (const room of [4, 1000]) expect(inflate(stream, room, Buffer.alloc(BEHIND)).code).toBe(REFUSED);
    expect(reference(stream, 4)).toBeUndefined();
  });

  it.each([
    ['a wrong checksum', zlibStream(fixed(...AAAA), Buffer.from('aaab'))],
    ['a dictionary', zlibStream(fixed(...AAAA), text, 0x78a0)],
    ['another method', zlibStream(fixed(...AAAA), text, 0x7780)],
    ['a window beyond reason', zlibStream(fixed(...AAAA), text, 0x8880)],
    ['a wrong header', Buffer.concat([Buffer.of(0x78, 0x9d), zlibStream(fixed(...AAAA), text).subarray(2)])],
  ])('refuses %s', (_, stream) => {
    expect(reference(stream, 4)).toBeUndefined();
    expect(inflate(stream, 4).code).toBe(REFUSED);
  });
});
