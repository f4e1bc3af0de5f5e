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
  const table = two ? readVersion2(data, count, idBytes) : readVersion1(data, count, idBytes);
  const { ids, stride, offsets } = table;
  for (let i = 0; i < count; i++) {
    const offset = offsets[i];
    if (offset < 12 || offset > packSize - idBytes) throw new MalformedError(`offset ${offset} is outside of the pack`);
  }
  return { index: { data, starts: sortedStarts(data, ids, stride, count), ids, stride, count }, offsets };
}
function sortedStarts(data, ids, stride, count) {
  const bits = Math.min(MAX_BITS, Math.max(1, Math.ceil(Math.log2(count + 1))));
  const starts = new Int32Array(new SharedArrayBuffer(4 * (2 ** bits + 1)));
  let filled = 0;
  for (let i = 0, at = ids; i < count; i++, at += stride) {
    const value = readWord(data, at) >>> 32 - bits;
    while (filled <= value) starts[filled++] = i;
  }
  starts.fill(count, filled);
  return starts;
}
var MAX_BITS = 22;
function findInIndex(index, id, at, idBytes) {
  return search(index, bucketOf(index, id, at), id, at, idBytes);
}
var MOST_AT_ONCE = 256;
var touched = new Uint8Array(MOST_AT_ONCE);
function findAllInIndex(index, all, count, idBytes, found) {
  const { data, ids, stride, starts } = index;
  for (let i = 0; i < count; i++) found[i] = bucketOf(index, all, i * idBytes);
  for (let i = 0; i < count; i++) touched[i] = data[ids + starts[found[i]] * stride];
  for (let i = 0; i < count; i++) found[i] = search(index, found[i], all, i * idBytes, idBytes);
}
function bucketOf({ starts }, id, at) {
  return readWord(id, at) >>> Math.clz32(starts.length - 1) + 1;
}
function search({ data, ids, stride, starts }, bucket, id, at, idBytes) {
  const word = readWord(id, at);
  let low = starts[bucket];
  let high = starts[bucket + 1];
  while (low < high) {
    const middle = low + high >>> 1;
    const start = ids + middle * stride;
    let order = word - readWord(data, start);
    for (let i = 4; order === 0 && i < idBytes; i++) order = id[at + i] - data[start + i];
    if (order === 0) return middle;
    if (order < 0) high = middle;
    else low = middle + 1;
  }
  return -1;
}
function readWord(data, at) {
  return (data[at] << 24 | data[at + 1] << 16 | data[at + 2] << 8 | data[at + 3]) >>> 0;
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
function readVersion1(data, count, idBytes) {
  const stride = 4 + idBytes;
  if (data.length < FANOUT + count * stride + 2 * idBytes) throw new MalformedError("index is too short");
  const offsets = new Float64Array(count);
  for (let i = 0, at = FANOUT; i < count; i++, at += stride) offsets[i] = data.readUInt32BE(at);
  return { ids: FANOUT + 4, stride, offsets };
}
function readVersion2(data, count, idBytes) {
  const ids = 8 + FANOUT;
  const small = ids + count * (idBytes + 4);
  const large = small + count * 4;
  const end = data.length - 2 * idBytes;
  if (large > end) throw new MalformedError("index is too short");
  const offsets = new Float64Array(count);
  const view = new DataView(data.buffer, data.byteOffset, data.length);
  for (let i = 0, at = small; i < count; i++, at += 4) {
    const word = view.getUint32(at);
    if (word < 2147483648) {
      offsets[i] = word;
      continue;
    }
    const far = large + 8 * (word - 2147483648);
    if (far + 8 > end) throw new MalformedError("index points outside of its table of large offsets");
    offsets[i] = data.readUInt32BE(far) * 2 ** 32 + data.readUInt32BE(far + 4);
  }
  return { ids, stride: idBytes, offsets };
}

export {
  MalformedError,
  INDEX_HEAD,
  indexLimit,
  readPackIndex,
  findInIndex,
  MOST_AT_ONCE,
  findAllInIndex
};
