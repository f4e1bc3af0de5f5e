const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/sources/git/packindex.ts
var MalformedError = class extends Error {
  name = "MalformedError";
};
var MAGIC = 4285812579;
var FANOUT = 256 * 4;
var INDEX_HEAD = 8 + FANOUT;
function indexLimit(head, idBytes) {
  if (head.length < INDEX_HEAD) return INDEX_HEAD;
  const count = head.readUInt32BE(head.readUInt32BE(0) === MAGIC ? INDEX_HEAD - 4 : FANOUT - 4);
  return INDEX_HEAD + count * (idBytes + 16) + 2 * idBytes;
}
function readPackIndex(data, idBytes, packSize) {
  const two = data.length >= 8 && data.readUInt32BE(0) === MAGIC;
  if (two && data.readUInt32BE(4) !== 2) throw new MalformedError(`index version ${data.readUInt32BE(4)}`);
  const fanout = two ? 8 : 0;
  if (data.length < fanout + FANOUT + 2 * idBytes) throw new MalformedError("index is too short");
  const count = checkFanout(data, fanout);
  const last = packSize - idBytes;
  const { ids, stride, offsets } = two ? readVersion2(data, count, idBytes, last) : readVersion1(data, count, idBytes, last);
  return { index: { data, starts: sortedStarts(data, ids, stride, count), ids, stride, count }, offsets };
}
function offsetAt({ data, ids, stride, count }, position, idBytes) {
  const view = viewOf(data);
  if (stride > idBytes) return view.getUint32(ids + position * stride - 4);
  const small = ids + count * (idBytes + 4);
  const word = view.getUint32(small + 4 * position);
  return word < LARGE ? word : Number(view.getBigUint64(small + 4 * count + 8 * (word - LARGE)));
}
var LARGE = 2147483648;
function sortedStarts(data, ids, stride, count) {
  const bits = Math.min(MAX_BITS, Math.max(1, Math.ceil(Math.log2(count + 1))));
  const starts = new Int32Array(new SharedArrayBuffer(4 * (2 ** bits + 1)));
  let filled = 0;
  const view = viewOf(data);
  for (let i = 0, at = ids; i < count; i++, at += stride) {
    const value = view.getUint32(at) >>> 32 - bits;
    while (filled <= value) starts[filled++] = i;
  }
  starts.fill(count, filled);
  return starts;
}
var MAX_BITS = 22;
function findInIndex(index, id, at, idBytes) {
  const view = viewOf(id);
  const bucket = view.getUint32(at) >>> shiftOf(index);
  return search(index, viewOf(index.data), index.starts[bucket], index.starts[bucket + 1], view, at, idBytes);
}
var MOST_AT_ONCE = 256;
var buckets = new Int32Array(MOST_AT_ONCE);
var lows = new Int32Array(MOST_AT_ONCE);
var touched = new Uint8Array(MOST_AT_ONCE);
function findAllInIndex(index, all, count, idBytes, found) {
  const { data, ids, stride, starts } = index;
  const view = viewOf(all);
  const indexView = viewOf(data);
  const shift = shiftOf(index);
  for (let i = 0; i < count; i++) {
    const bucket = view.getUint32(i * idBytes) >>> shift;
    buckets[i] = bucket;
    lows[i] = starts[bucket];
  }
  for (let i = 0; i < count; i++) touched[i] = data[ids + lows[i] * stride];
  for (let i = 0; i < count; i++)
    found[i] = search(index, indexView, lows[i], starts[buckets[i] + 1], view, i * idBytes, idBytes);
}
function shiftOf({ starts }) {
  return Math.clz32(starts.length - 1) + 1;
}
function viewOf(data) {
  return new DataView(data.buffer, data.byteOffset, data.length);
}
var FEW = 8;
function search({ ids, stride }, view, low, high, id, at, idBytes) {
  while (high - low > FEW) {
    const middle = low + high >>> 1;
    if (compare(view, ids + middle * stride, id, at, idBytes) > 0) high = middle;
    else low = middle;
  }
  for (; low < high; low++) if (compare(view, ids + low * stride, id, at, idBytes) === 0) return low;
  return -1;
}
function compare(one, a, other, b, idBytes) {
  for (let i = 0; i < idBytes; i += 4) {
    const first = one.getUint32(a + i);
    const second = other.getUint32(b + i);
    if (first !== second) return first < second ? -1 : 1;
  }
  return 0;
}
function checkFanout(data, at) {
  let count = 0;
  for (let i = 0; i < 256; i++) {
    const next = data.readUInt32BE(at + 4 * i);
    if (next < count) throw new MalformedError("index fan-out is not ascending");
    count = next;
  }
  return count;
}
function inPack(offset, last) {
  if (offset < 12 || offset > last) throw new MalformedError(`offset ${offset} is outside of the pack`);
  return offset;
}
function readVersion1(data, count, idBytes, last) {
  const stride = 4 + idBytes;
  if (data.length < FANOUT + count * stride + 2 * idBytes) throw new MalformedError("index is too short");
  const offsets = new Float64Array(count);
  for (let i = 0, at = FANOUT; i < count; i++, at += stride) offsets[i] = inPack(data.readUInt32BE(at), last);
  return { ids: FANOUT + 4, stride, offsets };
}
function readVersion2(data, count, idBytes, last) {
  const ids = 8 + FANOUT;
  const small = ids + count * (idBytes + 4);
  const large = small + count * 4;
  const end = data.length - 2 * idBytes;
  if (large > end) throw new MalformedError("index is too short");
  const offsets = new Float64Array(count);
  const view = viewOf(data);
  for (let i = 0, at = small; i < count; i++, at += 4) {
    const word = view.getUint32(at);
    if (word < LARGE) {
      offsets[i] = inPack(word, last);
      continue;
    }
    const far = large + 8 * (word - LARGE);
    if (far + 8 > end) throw new MalformedError("index points outside of its table of large offsets");
    offsets[i] = inPack(data.readUInt32BE(far) * 2 ** 32 + data.readUInt32BE(far + 4), last);
  }
  return { ids, stride: idBytes, offsets };
}

export {
  MalformedError,
  INDEX_HEAD,
  indexLimit,
  readPackIndex,
  offsetAt,
  findInIndex,
  MOST_AT_ONCE,
  findAllInIndex
};
