const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/detect/encoding.ts
var SAMPLE = 8e3;
function detectEncoding(bytes, start, end) {
  const stop = Math.min(end, start + SAMPLE);
  const mark = firstTwo(bytes, start, stop);
  if (mark === LITTLE) return asciiUnits(bytes.subarray(start, stop), 1) >= 0 ? "utf-16le" : "binary";
  if (mark === BIG) return asciiUnits(bytes.subarray(start, stop), 0) >= 0 ? "utf-16be" : "binary";
  if (holdsZero(bytes, start, stop)) {
    const sample = bytes.subarray(start, stop);
    const little = asciiUnits(sample, 1);
    const big = asciiUnits(sample, 0);
    if (Math.max(little, big) * 40 < sample.length || isMostlyAscii(sample)) return "binary";
    return little >= big ? "utf-16le" : "utf-16be";
  }
  return mark === 61371 && start + 2 < stop && bytes[start + 2] === 191 ? "utf-8-bom" : "utf-8";
}
var [LITTLE, BIG] = [65534, 65279];
var firstTwo = (bytes, start, end) => end - start < 2 ? 0 : bytes[start] << 8 | bytes[start + 1];
function holdsZero(bytes, start, end) {
  if (bytes.length - start > 2 * SAMPLE) return bytes.subarray(start, end).includes(0);
  const at = bytes.indexOf(0, start);
  return at >= 0 && at < end;
}
function asciiUnits(sample, high) {
  const units = sample.length >> 1;
  let ascii = 0;
  let bad = 0;
  let pairOpen = false;
  for (let at = 0; at < units * 2; at += 2) {
    const unit = sample[at + high] << 8 | sample[at + 1 - high];
    const closes = (unit & 64512) === 56320;
    if (closes !== pairOpen) bad++;
    pairOpen = (unit & 64512) === 55296;
    if (unit >= 32 ? unit === 127 || unit >= 65534 : unit < 9 || unit > 13) bad++;
    else if (unit < 127) ascii++;
  }
  return units === 0 || bad * 100 > units ? -1 : ascii;
}
function isMostlyAscii(sample) {
  let ascii = 0;
  for (const byte of sample) if (byte >= 32 ? byte < 127 : byte >= 9 && byte <= 13) ascii++;
  return ascii * 4 > sample.length * 3;
}
function bomLength(bytes, start, end, encoding) {
  if (encoding === "utf-8-bom") return 3;
  const mark = firstTwo(bytes, start, end);
  return encoding === "utf-16le" && mark === LITTLE || encoding === "utf-16be" && mark === BIG ? 2 : 0;
}
function narrow(bytes, start, end, encoding, into, at) {
  const high = encoding === "utf-16be" ? 0 : 1;
  let to = at;
  for (let from = start; from + 1 < end; from += 2) {
    const low = bytes[from + 1 - high];
    into[to++] = bytes[from + high] === 0 && low < 128 ? low : 255;
  }
  into.fill(10, to, to + at);
  return to;
}

export {
  detectEncoding,
  bomLength,
  narrow
};
