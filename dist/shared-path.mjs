const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  __commonJS,
  __toESM
} from "./shared-runtime.mjs";

// builtin:node:buffer
var require_node_buffer = __commonJS({
  "builtin:node:buffer"(exports, module) {
    module.exports = process.getBuiltinModule("node:buffer");
  }
});

// src/path.ts
var import_node_buffer = __toESM(require_node_buffer(), 1);
var ESCAPED_BYTE = /[\udc80-\udcff]/u;
var ESCAPED_BYTES = /[\udc80-\udcff]/gu;
var OTHER_LONE_SURROGATES = /[\ud800-\udfff]/gu;
var DECEIVING = "\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb";
var UNPRINTABLE = new RegExp(`[\\u0000-\\u001f${DECEIVING}]`, "g");
function fromBytes(bytes) {
  const buffer = import_node_buffer.Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if ((0, import_node_buffer.isUtf8)(buffer)) return buffer.toString("utf8");
  let text = "";
  for (let at = 0; at < buffer.length; ) {
    const size = sequenceLength(buffer, at);
    text += size === 0 ? String.fromCharCode(56320 + buffer[at]) : buffer.toString("utf8", at, at + size);
    at += size || 1;
  }
  return text;
}
function toBytes(path) {
  if (!ESCAPED_BYTE.test(path)) return import_node_buffer.Buffer.from(path, "utf8");
  const parts = [];
  let from = 0;
  for (const { index } of path.matchAll(ESCAPED_BYTES)) {
    parts.push(import_node_buffer.Buffer.from(path.slice(from, index), "utf8"), import_node_buffer.Buffer.of(path.charCodeAt(index) - 56320));
    from = index + 1;
  }
  parts.push(import_node_buffer.Buffer.from(path.slice(from), "utf8"));
  return import_node_buffer.Buffer.concat(parts);
}
function isWithin(path, folder) {
  return path === folder || path.startsWith(folder.endsWith("/") ? folder : `${folder}/`);
}
function wellFormed(text) {
  return text.replace(ESCAPED_BYTES, escapeByte).replace(OTHER_LONE_SURROGATES, "\uFFFD");
}
function displayPath(path) {
  return wellFormed(path).replace(UNPRINTABLE, escapeCharacter);
}
function escapeByte(unit) {
  return `\\x${(unit.charCodeAt(0) - 56320).toString(16)}`;
}
function escapeCharacter(char) {
  if (char === "\n") return "\\n";
  if (char === "\r") return "\\r";
  if (char === "	") return "\\t";
  const code = char.charCodeAt(0);
  return code < 128 ? `\\x${code.toString(16).padStart(2, "0")}` : `\\u${code.toString(16).padStart(4, "0")}`;
}
function sequenceLength(bytes, at) {
  const lead = bytes[at];
  if (lead < 128) return 1;
  const size = lead >= 194 && lead <= 223 ? 2 : lead >= 224 && lead <= 239 ? 3 : lead >= 240 && lead <= 244 ? 4 : 0;
  return size !== 0 && at + size <= bytes.length && (0, import_node_buffer.isUtf8)(bytes.subarray(at, at + size)) ? size : 0;
}

export {
  require_node_buffer,
  DECEIVING,
  fromBytes,
  toBytes,
  isWithin,
  wellFormed,
  displayPath
};
