/**
 * Makes deltas, and applies them with guards around the result.
 * @module
 */
import fc from 'fast-check';
import { expect } from 'vitest';
import { BEHIND, type CopyRuns, DeltaMaker, readDeltaHeader } from '../../../src/sources/git/delta.ts';
import { Core, partSize } from '../../../src/wasm/core.ts';
import { MalformedError } from '../../../src/sources/git/packindex.ts';

/** An instruction of a delta. */
export type Op = { copy: [number, number] } | { insert: Buffer };

/** A size as the header of a delta has it. */
export function size(value: number): number[] {
  const bytes: number[] = [];
  for (; value >= 128; value >>>= 7) bytes.push((value & 127) | 128);
  return [...bytes, value];
}

/** Writes a delta as gitformat-pack(5) describes it, and the result as it is meant. */
export function encode(base: Buffer, ops: readonly Op[]): { delta: Buffer; result: Buffer } {
  const parts: Buffer[] = [];
  const code: number[] = [];
  for (const op of ops) {
    if ('insert' in op) {
      for (let at = 0; at < op.insert.length; at += 127) {
        const piece = op.insert.subarray(at, at + 127);
        code.push(piece.length, ...piece);
        parts.push(piece);
      }
      continue;
    }
    const [from, length] = op.copy;
    const operands: number[] = [];
    let opcode = 128;
    for (let i = 0; i < 4; i++) {
      const byte = (from >>> (8 * i)) & 255;
      if (byte) operands.push(byte);
      if (byte) opcode |= 1 << i;
    }
    for (let i = 0; i < 3; i++) {
      const byte = length === 0x10000 ? 0 : (length >>> (8 * i)) & 255;
      if (byte) operands.push(byte);
      if (byte) opcode |= 16 << i;
    }
    code.push(opcode, ...operands);
    parts.push(base.subarray(from, from + length));
  }
  const result = Buffer.concat(parts);
  return { delta: Buffer.from([...size(base.length), ...size(result.length), ...code]), result };
}

const LARGEST = 1 << 20;
const core = new Core(DeltaMaker.size + 2 * partSize(2 * LARGEST + 16 + BEHIND));
const maker = new DeltaMaker(core);
const arena = core.take(2 * LARGEST + 16 + BEHIND);
const buffer = core.take(LARGEST);

/** Applies a delta in an arena with the base in front and guards around the result. */
export function apply(base: Buffer, delta: Buffer): { result: Buffer; runs: CopyRuns } {
  const header = { baseSize: 0, resultSize: 0, at: 0 };
  readDeltaHeader(delta, delta.length, header);
  if (header.baseSize !== base.length || header.resultSize > LARGEST) throw new MalformedError('sizes');
  const at = base.length + 8;
  const end = at + header.resultSize;
  arena.fill(0xa5, 0, end + BEHIND + 8);
  base.copy(arena);
  delta.copy(buffer);
  try {
    maker.apply(arena, 0, at, header, buffer, delta.length);
  } finally {
    expect(arena.subarray(0, base.length).equals(base)).toBe(true);
    expect(arena.subarray(base.length, at).equals(Buffer.alloc(8, 0xa5))).toBe(true);
    expect(arena.subarray(end + BEHIND, end + BEHIND + 8).equals(Buffer.alloc(8, 0xa5))).toBe(true);
  }
  const { count, data } = maker.runs;
  return { result: Buffer.from(arena.subarray(at, end)), runs: { count, data: data.slice(0, 3 * count) } };
}

/** A copy told as fractions of a base that is not known yet, or bytes to insert. */
type Edit = { from: number; length: number } | Buffer;

/** Instructions for a base that is not known yet. */
export function editsOf(insertion: fc.Arbitrary<Buffer>): fc.Arbitrary<Edit[]> {
  const fraction = fc.double({ min: 0, max: 1, noNaN: true });
  return fc.array(
    fc.oneof(
      { weight: 3, arbitrary: fc.record({ from: fraction, length: fraction }) },
      { weight: 1, arbitrary: fc.constant({ from: 0, length: 1 }) },
      { weight: 2, arbitrary: insertion },
    ),
    { maxLength: 8 },
  );
}

/** The instructions, once the base is known. */
export function toOps(base: Buffer, edits: readonly Edit[]): Op[] {
  return edits.flatMap((part): Op[] => {
    if (Buffer.isBuffer(part)) return part.length > 0 ? [{ insert: part }] : [];
    const from = Math.floor(part.from * base.length);
    const length = Math.min(base.length - from, Math.ceil(part.length * base.length));
    return length > 0 ? [{ copy: [from, length] }] : [];
  });
}
