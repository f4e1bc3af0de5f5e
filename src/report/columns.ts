/**
 * Text in terminal columns. Widths follow the East Asian Width property closely enough to line things up: wide
 * characters and emoji take two columns, combining marks none.
 * @module
 */

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6\u{20000}-\u{3fffd}]|\p{Emoji_Presentation}/u;
const NONE = /\p{Mark}|\u200d/u;

/** Columns that printable text takes. */
export function columns(text: string): number {
  let width = 0;
  for (const char of text) width += columnsOf(char);
  return width;
}

function columnsOf(char: string): number {
  if (char < '\u0300') return 1;
  return NONE.test(char) ? 0 : WIDE.test(char) ? 2 : 1;
}

/** The beginning of a text, cut with `…` to a number of columns. */
export function cutEnd(text: string, width: number): string {
  if (columns(text) <= width) return text;
  return width < 1 ? '' : `${fitting(Array.from(text), width - 1).join('')}…`;
}

/** The end of a text, cut with `…` to a number of columns. */
export function cutStart(text: string, width: number): string {
  if (columns(text) <= width) return text;
  return width < 1
    ? ''
    : `…${fitting(Array.from(text).reverse(), width - 1)
        .reverse()
        .join('')}`;
}

/** The first characters that fit. */
function fitting(chars: string[], width: number): string[] {
  let left = width;
  const end = chars.findIndex((char) => (left -= columnsOf(char)) < 0);
  return end < 0 ? chars : chars.slice(0, end);
}

/** Text broken at spaces into lines of at most `width` columns; longer words are broken within. */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = [];
  let line = '';
  for (let word of text.split(' ')) {
    if (line !== '' && columns(line) + 1 + columns(word) > width) {
      lines.push(line);
      line = '';
    }
    while (columns(word) > width) {
      const part = fitting(Array.from(word), Math.max(2, width)).join('');
      lines.push(part);
      word = word.slice(part.length);
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}
