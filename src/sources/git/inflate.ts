/**
 * Inflates many small zlib streams quickly.
 *
 * Where stream and result are in the memory of a core, code of ours does it (wasm/assembly/inflate.ts): of most streams in a
 * pack there is so little that zlib's fast loop never runs. All others are for zlib, and also those that the core refuses: what
 * is damaged, and how, is for zlib to say.
 *
 * `zlib.inflateSync` makes a new handle and new buffers for every call (8 us an object). One handle that is reset and
 * writes straight into our buffer takes less than half of that. The handle is not part of Node's documented interface,
 * so it is tried out once, and `inflateSync` is used where it does not behave as expected.
 * @module
 */
import { constants, createInflate, deflateSync, inflateSync } from 'node:zlib';
import type { Core } from '../../wasm/core.ts';
import { MalformedError } from './packindex.ts';

/** Bytes of `out` behind the result that may be written. */
export const SPARE = 16;

export interface Inflater {
  /**
   * Inflates one whole zlib stream of exactly `size` bytes to `out` at `at`; `out` must have room for SPARE bytes more.
   * @param source compressed bytes from `start` to at most `end`; what follows the stream is not looked at
   * @throws MalformedError when the stream is damaged, cut off, or not of that size
   */
  inflate(source: Buffer, start: number, end: number, out: Buffer, at: number, size: number): void;
  /** Inflates one whole zlib stream of unknown size; -1 when it is damaged or does not fit in `out`. */
  all(source: Buffer, start: number, end: number, out: Buffer): number;
  /** Inflates the first bytes of a stream, at most `size`; gives how many there were. */
  begin(source: Buffer, start: number, end: number, out: Buffer, size: number): number;
}

/** The part of Node's zlib binding that is used. */
interface Handle {
  reset(): void;
  writeSync(flush: number, input: Buffer, inAt: number, inLength: number, out: Buffer, outAt: number, outLength: number): void;
  onerror: (message: string, errno: number, code: string) => void;
  close(): void;
}

/** @param core whose memory most streams are inflated in */
export function createInflater(core?: Core): Inflater {
  const fast = createFastInflater();
  const inflater = fast && works(fast) ? fast : portableInflater;
  return core ? createCoreInflater(core, inflater) : inflater;
}

function createCoreInflater(core: Core, other: Inflater): Inflater {
  const { exports } = core;
  // The last ones in the core's memory: to ask a buffer for its memory takes as long as to inflate a small stream.
  let from: Buffer | undefined;
  let to: Buffer | undefined;
  return {
    ...other,
    inflate(source, start, end, out, at, size) {
      if (source !== from && core.holds(source)) from = source;
      if (out !== to && core.holds(out)) to = out;
      if (
        source === from &&
        out === to &&
        isWithin(source, start, end) &&
        isWithin(out, at, at + size + SPARE) &&
        exports.inflate(source.byteOffset + start, source.byteOffset + end, out.byteOffset + at, size) === size
      )
        return;
      other.inflate(source, start, end, out, at, size);
    },
  };
}

const isWithin = (buffer: Buffer, start: number, end: number): boolean => start >= 0 && start <= end && end <= buffer.length;

function createFastInflater(): Inflater | undefined {
  const stream = createInflate() as unknown as { _handle?: Handle; _writeState?: Uint32Array };
  const handle = stream._handle;
  const state = stream._writeState;
  if (typeof handle?.writeSync !== 'function' || typeof handle.reset !== 'function' || !(state instanceof Uint32Array))
    return undefined;
  let failure = '';
  // oxlint-disable-next-line unicorn/prefer-add-event-listener -- not an event target
  handle.onerror = (message) => {
    failure = message || 'damaged stream';
  };
  const run = (flush: number, source: Buffer, start: number, end: number, out: Buffer, at: number, room: number): number => {
    // The binding ends the process when it is given ranges outside of its buffers.
    if (start < 0 || end > source.length || start > end || at < 0 || room < 1 || at + room > out.length) {
      throw new RangeError('inflate: range outside of the buffer');
    }
    handle.reset();
    failure = '';
    handle.writeSync(flush, source, start, end - start, out, at, room);
    return room - (state[0] as number);
  };
  return {
    inflate(source, start, end, out, at, size) {
      const written = run(constants.Z_FINISH, source, start, end, out, at, size + 1);
      // With Z_FINISH and room to spare, anything but the end of the stream is an error.
      if (failure !== '' || written !== size) throw new MalformedError(failure || 'object is not of the size it declares');
    },
    all(source, start, end, out) {
      const written = run(constants.Z_FINISH, source, start, end, out, 0, out.length);
      return failure !== '' || written === out.length ? -1 : written;
    },
    begin(source, start, end, out, size) {
      return run(constants.Z_SYNC_FLUSH, source, start, end, out, 0, size);
    },
  };
}

/** The documented way; exported for tests. */
export const portableInflater: Inflater = {
  inflate(source, start, end, out, at, size) {
    let data: Buffer;
    try {
      data = inflateSync(source.subarray(start, end), { maxOutputLength: size + 1 });
    } catch (error) {
      throw new MalformedError((error as Error).message);
    }
    if (data.length !== size) throw new MalformedError('object is not of the size it declares');
    data.copy(out, at);
  },
  all(source, start, end, out) {
    try {
      return inflateSync(source.subarray(start, end), { maxOutputLength: Math.max(1, out.length - 1) }).copy(out);
    } catch {
      return -1;
    }
  },
  begin(source, start, end, out, size) {
    // A cut off stream gives what could be inflated; a bounded part of the source bounds the work.
    const part = source.subarray(start, Math.min(end, start + 4096));
    try {
      return inflateSync(part, { finishFlush: constants.Z_SYNC_FLUSH }).copy(out, 0, 0, size);
    } catch {
      return 0;
    }
  },
};

/** Whether the handle inflates, twice in a row and after an error, and tells truncation and wrong sizes. */
function works(inflater: Inflater): boolean {
  const text = Buffer.from('bearertrap '.repeat(50));
  const packed = deflateSync(text);
  const out = Buffer.alloc(text.length + 1);
  const inflates = (end: number, size: number): boolean => {
    try {
      inflater.inflate(packed, 0, end, out, 0, size);
      return out.compare(text, 0, size, 0, size) === 0;
    } catch {
      return false;
    }
  };
  const n = packed.length;
  try {
    const right =
      inflates(n, text.length) && inflates(n, text.length) && !inflates(n - 7, text.length) && !inflates(n, text.length - 1);
    return (
      right &&
      inflates(n, text.length) &&
      inflater.begin(packed, 0, n, out, 10) === 10 &&
      inflater.all(packed, 0, n, out) === text.length
    );
  } catch {
    return false;
  }
}
