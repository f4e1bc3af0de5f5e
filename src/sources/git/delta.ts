/**
 * Deltas of pack files (gitformat-pack(5), "Deltified representation").
 * @module
 */
import { MalformedError } from './packindex.ts';

/** Which bytes of a result were copied from its base: runs in ascending order of the result, neighbours joined. */
export class CopyRuns {
  count = 0;
  /** Three numbers a run: offset in the result, offset in the base, length. */
  data = new Int32Array(3 * 256);

  clear(): void {
    this.count = 0;
  }

  /** Adds a copied run; one that goes on where the last one ended, in base and result, makes it longer. */
  add(to: number, from: number, length: number): void {
    const at = 3 * this.count;
    const { data } = this;
    if (
      at > 0 &&
      (data[at - 3] as number) + (data[at - 1] as number) === to &&
      (data[at - 2] as number) + (data[at - 1] as number) === from
    ) {
      data[at - 1] = (data[at - 1] as number) + length;
      return;
    }
    if (at + 3 > data.length) {
      this.data = new Int32Array(2 * data.length);
      this.data.set(data);
    }
    this.data[at] = to;
    this.data[at + 1] = from;
    this.data[at + 2] = length;
    this.count++;
  }
}

/** The two sizes a delta begins with, and where its instructions begin. */
export interface DeltaHeader {
  baseSize: number;
  resultSize: number;
  at: number;
}

/** @throws MalformedError when the sizes run past the end of the delta, or are beyond all reason */
export function readDeltaHeader(delta: Buffer, end: number, header: DeltaHeader): void {
  header.at = 0;
  header.baseSize = readSize(delta, end, header);
  header.resultSize = readSize(delta, end, header);
}

function readSize(delta: Buffer, end: number, header: DeltaHeader): number {
  let size = 0;
  let unit = 1;
  for (;;) {
    if (header.at >= end || unit > 2 ** 49) throw new MalformedError('delta header is damaged');
    const byte = delta[header.at++] as number;
    size += (byte & 0x7f) * unit;
    if (byte < 0x80) return size;
    unit *= 128;
  }
}

/** Below this many bytes a loop is faster than a call into the engine. */
const SHORT = 40;

/**
 * Makes a result from its base. Base and result lie in the same buffer, for that is the cheapest copy there is.
 * @param arena holds the base, `baseSize` bytes at `base`, and takes the result, `resultSize` bytes at `result`
 * @param delta instructions from `at` to `end`
 * @param runs is set to what was copied
 * @throws MalformedError when an instruction reaches outside of base or result, or the result has another size
 */
export function applyDelta(
  arena: Buffer,
  base: number,
  result: number,
  { baseSize, resultSize, at }: DeltaHeader,
  delta: Buffer,
  end: number,
  runs: CopyRuns,
): void {
  runs.clear();
  let done = 0;
  while (at < end) {
    const op = delta[at++] as number;
    if (op < 0x80) {
      if (op === 0 || at + op > end || done + op > resultSize) throw new MalformedError('delta insertion is damaged');
      const to = result + done;
      for (let i = 0; i < op; i++) arena[to + i] = delta[at + i] as number;
      at += op;
      done += op;
      continue;
    }
    if (at + 7 > end) checkOperands(op, end - at);
    let from = 0;
    let length = 0;
    if (op & 1) from = delta[at++] as number;
    if (op & 2) from |= (delta[at++] as number) << 8;
    if (op & 4) from |= (delta[at++] as number) << 16;
    if (op & 8) from += (delta[at++] as number) * 0x1000000;
    if (op & 16) length = delta[at++] as number;
    if (op & 32) length |= (delta[at++] as number) << 8;
    if (op & 64) length |= (delta[at++] as number) << 16;
    if (length === 0) length = 0x10000;
    if (from + length > baseSize || done + length > resultSize) throw new MalformedError('delta copies from outside of its base');
    const source = base + from;
    const to = result + done;
    if (length < SHORT) {
      for (let i = 0; i < length; i++) arena[to + i] = arena[source + i] as number;
    } else {
      arena.copyWithin(to, source, source + length);
    }
    runs.add(done, from, length);
    done += length;
  }
  if (done !== resultSize) throw new MalformedError('delta makes an object of another size');
}

function checkOperands(op: number, left: number): void {
  let operands = 0;
  for (let bits = op & 0x7f; bits !== 0; bits >>= 1) operands += bits & 1;
  if (operands > left) throw new MalformedError('delta copy instruction is cut off');
}
