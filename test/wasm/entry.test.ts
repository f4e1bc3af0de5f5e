/** Entries of packs that are opened in one step, beside the steps themselves. */
import { deflateSync, inflateSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readDeltaHeader } from '../../src/sources/git/delta.ts';
import { OFS_DELTA, readEntryHeader, REF_DELTA } from '../../src/sources/git/packfile.ts';
import { Core, partSize } from '../../src/wasm/core.ts';
import { size as deltaSize } from '../sources/git/deltas.ts';
import { header } from '../sources/git/packs.ts';

const MOST = 2000;
const ID_BYTES = 20;
const core = new Core(2 * partSize(8192));
const source = core.take(8192);
const out = core.take(8192);

interface Opened {
  size: number;
  content: Buffer;
}

/** As the walker does it step by step; undefined where it refuses. */
function stepwise(entry: Buffer, delta: boolean, baseSize: number): Opened | undefined {
  const entryHead = { type: 0, size: 0, back: 0, baseId: 0, at: 0 };
  try {
    readEntryHeader(entry, 0, entry.length, ID_BYTES, entryHead);
    if (entryHead.type >= OFS_DELTA !== delta || entryHead.size > (delta ? 2 * MOST : MOST)) return undefined;
    const content = inflateSync(entry.subarray(entryHead.at), { maxOutputLength: entryHead.size + 1 });
    if (content.length !== entryHead.size) return undefined;
    if (!delta) return { size: content.length, content };
    const sizes = { baseSize: 0, resultSize: 0, at: 0 };
    readDeltaHeader(content, content.length, sizes);
    return sizes.baseSize !== baseSize || sizes.resultSize > MOST ? undefined : { size: sizes.resultSize, content };
  } catch {
    return undefined;
  }
}

function atOnce(entry: Buffer, delta: boolean, baseSize: number): Opened | undefined {
  entry.copy(source);
  const [at, end, to] = [source.byteOffset, source.byteOffset + entry.length, out.byteOffset];
  const size = delta ? core.exports.openDelta(at, end, to, baseSize, MOST, ID_BYTES) : core.exports.openObject(at, end, to, MOST);
  return size < 0 ? undefined : { size, content: Buffer.from(out) };
}

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 300 }),
  fc
    .array(fc.constantFrom('abc', 'line\n', 'x'.repeat(50), '0123'), { maxLength: 60 })
    .map((parts) => Buffer.from(parts.join(''))),
);
const damage = fc.option(fc.record({ at: fc.double({ min: 0, max: 0.999, noNaN: true }), byte: fc.nat(255) }), {
  nil: undefined,
  freq: 1,
});
const kept = fc.oneof(
  { weight: 3, arbitrary: fc.constant(1) },
  { weight: 1, arbitrary: fc.double({ min: 0, max: 1, noNaN: true }) },
);
const declared = (size: number, off: number): number => Math.max(0, size + off);
const off = fc.oneof({ weight: 4, arbitrary: fc.constant(0) }, { weight: 1, arbitrary: fc.integer({ min: -3, max: 3 }) });

describe('an entry that is opened in one step', () => {
  it('is the one that the steps give, or left to them', () => {
    let opened = 0;
    let refused = 0;
    const kind = fc.constantFrom(1, 2, 3, 4, OFS_DELTA, REF_DELTA, 0, 5);
    fc.assert(
      fc.property(kind, bytes, off, off, damage, kept, fc.nat(9), (type, content, wrong, wrongBase, hurt, part, odd) => {
        const isDelta = type >= OFS_DELTA;
        const asDelta = odd === 0 ? !isDelta : isDelta;
        const baseSize = 300;
        const inner = isDelta
          ? Buffer.from([...deltaSize(declared(baseSize, wrongBase)), ...deltaSize(77), ...content])
          : Buffer.from(content);
        const reference =
          type === OFS_DELTA ? [0x81, 0x05] : type === REF_DELTA ? Array.from({ length: ID_BYTES }, (_, i) => i) : [];
        const entry = Buffer.concat([
          Buffer.from([...header(type, declared(inner.length, wrong)), ...reference]),
          deflateSync(inner),
        ]);
        if (hurt) entry[Math.floor(hurt.at * entry.length)] = hurt.byte;
        const cut = entry.subarray(0, Math.ceil(part * entry.length));
        const steps = stepwise(cut, asDelta, baseSize);
        const once = atOnce(cut, asDelta, baseSize);
        expect(once?.size).toBe(steps?.size);
        if (once && steps) expect(once.content.subarray(0, steps.content.length).equals(steps.content)).toBe(true);
        if (once) opened++;
        else refused++;
      }),
      { numRuns: 5000 },
    );
    expect([opened > 500, refused > 500]).toEqual([true, true]);
  });

  it.each([
    ['too large a whole object', false, Buffer.alloc(MOST + 1), 0],
    ['a delta of too large an object', true, Buffer.from([...deltaSize(5), ...deltaSize(MOST + 1)]), 5],
    ['too large a delta', true, Buffer.from([...deltaSize(5), ...deltaSize(5), ...Buffer.alloc(2 * MOST, 1)]), 5],
    ['a size without an end', true, Buffer.from([0x85, 0x80, 0x80, 0x80, 0x80, 0x80]), 5],
    ['nothing at all', true, Buffer.alloc(0), 5],
  ])('is left to the steps: %s', (_, delta, inner, baseSize) => {
    const entry = Buffer.concat([
      Buffer.from([...header(delta ? OFS_DELTA : 3, inner.length), ...(delta ? [5] : [])]),
      deflateSync(inner),
    ]);
    expect(atOnce(entry, delta, baseSize)).toBeUndefined();
  });
});
