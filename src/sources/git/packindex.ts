/**
 * Pack indexes, versions 1 and 2 (gitformat-pack(5), "pack-*.idx files have the following format").
 * @module
 */

/** A file of the object store that does not hold what its format demands. */
export class MalformedError extends Error {
  override readonly name = 'MalformedError';
}

const MAGIC = 0xff744f63;
const FANOUT = 256 * 4;

/** An index file, and where in it the ids are. Plain data over shared memory, if the file's bytes are. */
export interface PackIndex {
  data: Uint8Array;
  /** Offset of the table that gives for each first byte how many ids begin with it or a lower one. */
  fanout: number;
  /** All ids, sorted, one after the other, every `stride` bytes beginning at `ids`. */
  ids: number;
  stride: number;
  count: number;
}

/**
 * @param data the whole index file
 * @param idBytes 20 or 32
 * @param packSize size of the pack file: all offsets must lie inside of it
 * @returns the index, and the offset of each object in the pack in the order of the ids
 * @throws MalformedError
 */
export function readPackIndex(data: Buffer, idBytes: number, packSize: number): { index: PackIndex; offsets: Float64Array } {
  const two = data.length >= 8 && data.readUInt32BE(0) === MAGIC;
  if (two && data.readUInt32BE(4) !== 2) throw new MalformedError(`index version ${data.readUInt32BE(4)}`);
  const fanout = two ? 8 : 0;
  if (data.length < fanout + FANOUT + 2 * idBytes) throw new MalformedError('index is too short');
  const count = checkFanout(data, fanout);
  const table = two ? readVersion2(data, count, idBytes) : readVersion1(data, count, idBytes);
  for (const offset of table.offsets) {
    if (offset < 12 || offset > packSize - idBytes) throw new MalformedError(`offset ${offset} is outside of the pack`);
  }
  return { index: { data, fanout, ids: table.ids, stride: table.stride, count }, offsets: table.offsets };
}

/** Rounds of interpolation: after these the rest of the way is shorter than a page. */
const ROUNDS = 3;

/**
 * Position in the index of the id that begins at `at` of `id`, or -1. Ids are spread evenly, so that where one stands can
 * be told from its first bytes: each look at another part of the index waits for memory.
 */
export function findInIndex({ data, fanout, ids, stride }: PackIndex, id: Uint8Array, at: number, idBytes: number): number {
  const first = id[at] as number;
  let low = first === 0 ? 0 : readWord(data, fanout + 4 * (first - 1));
  let high = readWord(data, fanout + 4 * first);
  const word = readWord(id, at);
  let lowWord = first * 0x1000000;
  let highWord = lowWord + 0x1000000;
  for (let round = 0; low < high; round++) {
    const middle =
      round < ROUNDS && highWord > lowWord
        ? low + Math.min(high - low - 1, Math.floor(((word - lowWord) / (highWord - lowWord)) * (high - low)))
        : (low + high) >>> 1;
    const start = ids + middle * stride;
    const found = readWord(data, start);
    let order = word - found;
    for (let i = 4; order === 0 && i < idBytes; i++) order = (id[at + i] as number) - (data[start + i] as number);
    if (order === 0) return middle;
    if (order < 0) {
      high = middle;
      highWord = Math.max(word, found);
    } else {
      low = middle + 1;
      lowWord = Math.min(word, found);
    }
  }
  return -1;
}

function readWord(data: Uint8Array, at: number): number {
  return (
    (((data[at] as number) << 24) |
      ((data[at + 1] as number) << 16) |
      ((data[at + 2] as number) << 8) |
      (data[at + 3] as number)) >>>
    0
  );
}

function checkFanout(data: Buffer, at: number): number {
  let count = 0;
  for (let i = 0; i < 256; i++) {
    const next = data.readUInt32BE(at + 4 * i);
    if (next < count) throw new MalformedError('index fan-out is not ascending');
    count = next;
  }
  return count;
}

interface Table {
  ids: number;
  stride: number;
  offsets: Float64Array;
}

function readVersion1(data: Buffer, count: number, idBytes: number): Table {
  const stride = 4 + idBytes;
  if (data.length < FANOUT + count * stride + 2 * idBytes) throw new MalformedError('index is too short');
  const offsets = new Float64Array(count);
  for (let i = 0, at = FANOUT; i < count; i++, at += stride) offsets[i] = data.readUInt32BE(at);
  return { ids: FANOUT + 4, stride, offsets };
}

function readVersion2(data: Buffer, count: number, idBytes: number): Table {
  const ids = 8 + FANOUT;
  const small = ids + count * (idBytes + 4);
  const large = small + count * 4;
  const end = data.length - 2 * idBytes;
  if (large > end) throw new MalformedError('index is too short');
  const offsets = new Float64Array(count);
  for (let i = 0, at = small; i < count; i++, at += 4) {
    const word = data.readUInt32BE(at);
    if (word < 0x80000000) {
      offsets[i] = word;
      continue;
    }
    const far = large + 8 * (word - 0x80000000);
    if (far + 8 > end) throw new MalformedError('index points outside of its table of large offsets');
    offsets[i] = data.readUInt32BE(far) * 2 ** 32 + data.readUInt32BE(far + 4);
  }
  return { ids, stride: idBytes, offsets };
}
