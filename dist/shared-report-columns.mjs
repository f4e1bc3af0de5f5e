const require = process.getBuiltinModule('node:module').createRequire(import.meta.url);
import {
  __commonJS
} from "./shared-runtime.mjs";

// builtin:node:util
var require_node_util = __commonJS({
  "builtin:node:util"(exports, module) {
    module.exports = process.getBuiltinModule("node:util");
  }
});

// src/report/columns.ts
var WIDE = new RegExp("[\\u1100-\\u115f\\u2e80-\\u303e\\u3041-\\u33ff\\u3400-\\u4dbf\\u4e00-\\u9fff\\ua000-\\ua4cf\\uac00-\\ud7a3\\uf900-\\ufaff\\ufe30-\\ufe6f\\uff00-\\uff60\\uffe0-\\uffe6\\u{20000}-\\u{3fffd}]|\\p{Emoji_Presentation}", "u");
var NONE = new RegExp("\\p{Mark}|\\u200d", "u");
function columns(text) {
  let width = 0;
  for (const char of text) width += columnsOf(char);
  return width;
}
function columnsOf(char) {
  if (char < "\u0300") return 1;
  return NONE.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
}
function cutEnd(text, width) {
  if (columns(text) <= width) return text;
  return width < 1 ? "" : `${fitting(Array.from(text), width - 1).join("")}\u2026`;
}
function cutStart(text, width) {
  if (columns(text) <= width) return text;
  return width < 1 ? "" : `\u2026${fitting(Array.from(text).reverse(), width - 1).reverse().join("")}`;
}
function fitting(chars, width) {
  let left = width;
  const end = chars.findIndex((char) => (left -= columnsOf(char)) < 0);
  return end < 0 ? chars : chars.slice(0, end);
}
function wrap(text, width) {
  const lines = [];
  let line = "";
  for (let word of text.split(" ")) {
    if (line !== "" && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = "";
    }
    while (columns(word) > width) {
      const part = fitting(Array.from(word), Math.max(2, width)).join("");
      lines.push(part);
      word = word.slice(part.length);
    }
    line = line === "" ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

// src/cli/color.ts
function wantsColor() {
  if (process.env["NO_COLOR"]) return false;
  if (process.env["FORCE_COLOR"] && process.env["FORCE_COLOR"] !== "0") return true;
  return process.stdout.isTTY;
}

export {
  require_node_util,
  columns,
  cutEnd,
  cutStart,
  wrap,
  wantsColor
};
