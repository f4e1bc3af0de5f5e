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

export interface PackIndex {
  count: number;
  /** All object ids, sorted, one after the other, every `stride` bytes beginning at `ids`. */
  data: Buffer;
  ids: number;
  stride: number;
  /** Offset of each object in the pack, in the order of the ids. */
  offsets: Float64Array;
  /** Position of an object id (read at `at` of `id`), or -1. */
  find(id: Buffer, at: number): number;
}

/**
 * @param data the whole index file
 * @param idBytes 20 or 32
 * @param packSize size of the pack file: all offsets must lie inside of it
 * @throws MalformedError
 */
export function readPackIndex(data: Buffer, idBytes: number, packSize: number): PackIndex {
  const two = data.length >= 8 && data.readUInt32BE(0) === MAGIC;
  if (two && data.readUInt32BE(4) !== 2) throw new MalformedError(`index version ${data.readUInt32BE(4)}`);
  const fanout = two ? 8 : 0;
  if (data.length < fanout + FANOUT + 2 * idBytes) throw new MalformedError('index is too short');
  const count = checkFanout(data, fanout);
  const index = two ? readVersion2(data, count, idBytes) : readVersion1(data, count, idBytes);
  for (let i = 0; i < count; i++) {
    const offset = index.offsets[i] as number;
    if (offset < 12 || offset > packSize - idBytes) throw new MalformedError(`offset ${offset} is outside of the pack`);
  }
  const { ids, stride } = index;
  const find = (id: Buffer, at: number): number => {
    const first = id[at] as number;
    let low = first === 0 ? 0 : data.readUInt32BE(fanout + 4 * (first - 1));
    let high = data.readUInt32BE(fanout + 4 * first);
    while (low < high) {
      const middle = (low + high) >>> 1;
      const start = ids + middle * stride;
      const order = id.compare(data, start, start + idBytes, at, at + idBytes);
      if (order === 0) return middle;
      if (order < 0) high = middle;
      else low = middle + 1;
    }
    return -1;
  };
  return { count, data, ...index, find };
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

type Table = Pick<PackIndex, 'ids' | 'stride' | 'offsets'>;

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
