const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);

// src/detect/bytes.ts
var ALPHANUMERIC = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
function byteSet(chars) {
  const set = new Uint8Array(256);
  for (const char of chars) set[char.charCodeAt(0)] = 1;
  return set;
}
var isDigitByte = (byte) => byte >= 48 && byte <= 57;
var isLowerByte = (byte) => byte >= 97 && byte <= 122;
var isUpperByte = (byte) => byte >= 65 && byte <= 90;
var isLetterByte = (byte) => isLowerByte(byte | 32);
var isAlphanumericByte = (byte) => isLetterByte(byte) || isDigitByte(byte);
function runEnd(data, from, limit, set) {
  let i = from;
  while (i < limit && set[data[i]] === 1) i++;
  return i;
}

export {
  ALPHANUMERIC,
  byteSet,
  isDigitByte,
  isLowerByte,
  isUpperByte,
  isLetterByte,
  isAlphanumericByte,
  runEnd
};
