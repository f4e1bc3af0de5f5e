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

/** Bytes of an index in which it tells how many objects it has. */
export const INDEX_HEAD = 8 + FANOUT;

/** Bytes that an index may have at most, by its first INDEX_HEAD. */
export function indexLimit(head: Buffer, idBytes: number): number {
  if (head.length < INDEX_HEAD) return INDEX_HEAD;
  // Of version 2 with all offsets beyond 2 GiB: no other one takes more.
  const count = head.readUInt32BE(head.readUInt32BE(0) === MAGIC ? INDEX_HEAD - 4 : FANOUT - 4);
  return INDEX_HEAD + count * (idBytes + 16) + 2 * idBytes;
}

/** An index file, and where in it the ids are. Plain data over shared memory, if the file's bytes are. */
export interface PackIndex {
  data: Uint8Array;
  /** See `sortedStarts`. */
  starts: Int32Array;
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
  const last = packSize - idBytes;
  const { ids, stride, offsets } = two ? readVersion2(data, count, idBytes, last) : readVersion1(data, count, idBytes, last);
  return { index: { data, starts: sortedStarts(data, ids, stride, count), ids, stride, count }, offsets };
}

/** Offset in the pack of the object at a position in the order of the ids, of an index that `readPackIndex` has read. */
export function offsetAt({ data, ids, stride, count }: PackIndex, position: number, idBytes: number): number {
  const view = viewOf(data);
  // In version 1 it stands before each id.
  if (stride > idBytes) return view.getUint32(ids + position * stride - 4);
  const small = ids + count * (idBytes + 4);
  const word = view.getUint32(small + 4 * position);
  return word < LARGE ? word : Number(view.getBigUint64(small + 4 * count + 8 * (word - LARGE)));
}

/** Of version 2: from here on an offset is the number of one in the table of large offsets. */
const LARGE = 0x80000000;

/**
 * For each value of the ids' first bits the position of the first id that does not come before it, and last how many ids
 * there are: about one id for each value, so that a look at it and one at the id are all it takes to find one. Shared.
 */
function sortedStarts(data: Uint8Array, ids: number, stride: number, count: number): Int32Array {
  const bits = Math.min(MAX_BITS, Math.max(1, Math.ceil(Math.log2(count + 1))));
  const starts = new Int32Array(new SharedArrayBuffer(4 * (2 ** bits + 1)));
  let filled = 0;
  const view = viewOf(data);
  for (let i = 0, at = ids; i < count; i++, at += stride) {
    const value = view.getUint32(at) >>> (32 - bits);
    while (filled <= value) starts[filled++] = i;
  }
  starts.fill(count, filled);
  return starts;
}

const MAX_BITS = 22;

/** Position in the index of the id that begins at `at` of `id`, or -1. */
export function findInIndex(index: PackIndex, id: Uint8Array, at: number, idBytes: number): number {
  const view = viewOf(id);
  const bucket = view.getUint32(at) >>> shiftOf(index);
  return search(index, viewOf(index.data), index.starts[bucket]!, index.starts[bucket + 1]!, view, at, idBytes);
}

/** Ids that `findAllInIndex` takes at most. */
export const MOST_AT_ONCE = 256;
/** Which of the `starts` is that of each id at hand, and where that says. */
const buckets = new Int32Array(MOST_AT_ONCE);
const lows = new Int32Array(MOST_AT_ONCE);
/** What the last call touched; nobody reads it. */
const touched = new Uint8Array(MOST_AT_ONCE);

/**
 * As `findInIndex` for ids that stand one after the other in `all`; the positions go to `found`. In three rounds: the processor
 * waits for memory wherever it looks into the tables, and in the first two for several ids at once. Then all is at hand.
 */
export function findAllInIndex(index: PackIndex, all: Uint8Array, count: number, idBytes: number, found: Int32Array): void {
  const { data, ids, stride, starts } = index;
  const view = viewOf(all);
  const indexView = viewOf(data);
  const shift = shiftOf(index);
  for (let i = 0; i < count; i++) {
    const bucket = view.getUint32(i * idBytes) >>> shift;
    buckets[i] = bucket;
    lows[i] = starts[bucket]!;
  }
  for (let i = 0; i < count; i++) touched[i] = data[ids + lows[i]! * stride]!;
  for (let i = 0; i < count; i++)
    found[i] = search(index, indexView, lows[i]!, starts[buckets[i]! + 1]!, view, i * idBytes, idBytes);
}

/** How many bits of an id's first word do not count for `starts`, of which there is one more than a power of two. */
function shiftOf({ starts }: PackIndex): number {
  return Math.clz32(starts.length - 1) + 1;
}

function viewOf(data: Uint8Array): DataView {
  return new DataView(data.buffer, data.byteOffset, data.length);
}

/** So many ids are rather gone through one by one: there is one in most places. */
const FEW = 8;

/** Looks for the id at `at` of `id`, which stands from `low` on and before `high` if at all. */
function search(
  { ids, stride }: PackIndex,
  view: DataView,
  low: number,
  high: number,
  id: DataView,
  at: number,
  idBytes: number,
): number {
  while (high - low > FEW) {
    const middle = (low + high) >>> 1;
    if (compare(view, ids + middle * stride, id, at, idBytes) > 0) high = middle;
    else low = middle;
  }
  for (; low < high; low++) if (compare(view, ids + low * stride, id, at, idBytes) === 0) return low;
  return -1;
}

/** Less than 0 when the id at `a` of one view comes before that at `b` of the other one. */
function compare(one: DataView, a: number, other: DataView, b: number, idBytes: number): number {
  for (let i = 0; i < idBytes; i += 4) {
    const first = one.getUint32(a + i);
    const second = other.getUint32(b + i);
    if (first !== second) return first < second ? -1 : 1;
  }
  return 0;
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

function inPack(offset: number, last: number): number {
  if (offset < 12 || offset > last) throw new MalformedError(`offset ${offset} is outside of the pack`);
  return offset;
}

/** @param last none may be larger */
function readVersion1(data: Buffer, count: number, idBytes: number, last: number): Table {
  const stride = 4 + idBytes;
  if (data.length < FANOUT + count * stride + 2 * idBytes) throw new MalformedError('index is too short');
  const offsets = new Float64Array(count);
  for (let i = 0, at = FANOUT; i < count; i++, at += stride) offsets[i] = inPack(data.readUInt32BE(at), last);
  return { ids: FANOUT + 4, stride, offsets };
}

function readVersion2(data: Buffer, count: number, idBytes: number, last: number): Table {
  const ids = 8 + FANOUT;
  const small = ids + count * (idBytes + 4);
  const large = small + count * 4;
  const end = data.length - 2 * idBytes;
  if (large > end) throw new MalformedError('index is too short');
  const offsets = new Float64Array(count);
  const view = viewOf(data);
  for (let i = 0, at = small; i < count; i++, at += 4) {
    const word = view.getUint32(at);
    if (word < LARGE) {
      offsets[i] = inPack(word, last);
      continue;
    }
    const far = large + 8 * (word - LARGE);
    if (far + 8 > end) throw new MalformedError('index points outside of its table of large offsets');
    offsets[i] = inPack(data.readUInt32BE(far) * 2 ** 32 + data.readUInt32BE(far + 4), last);
  }
  return { ids, stride: idBytes, offsets };
}
