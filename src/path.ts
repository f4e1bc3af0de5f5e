/**
 * Paths as strings without loss. Git and POSIX file systems name files by bytes, and those need not be UTF-8; a path is
 * held as a string in which each byte that is not part of valid UTF-8 stands as the lone surrogate U+DC00 + byte
 * (U+DC80..U+DCFF), as Python's surrogateescape does (PEP 383). Valid UTF-8 never decodes to a lone surrogate, so
 * `toBytes(fromBytes(x))` is `x` for every x.
 * @module
 */
import { Buffer, isUtf8 } from 'node:buffer';

/** A byte that is not UTF-8. With the `u` flag the class matches lone surrogates only, never half of a pair. */
const ESCAPED_BYTE = /[\udc80-\udcff]/u;
const ESCAPED_BYTES = /[\udc80-\udcff]/gu;
const OTHER_LONE_SURROGATES = /[\ud800-\udfff]/gu;
/**
 * What a reader could be deceived by, as the inside of a character class: DEL and C1 controls, line and paragraph separators, and
 * the invisible characters that reorder or hide text (bidirectional controls, zero-width ones, the byte order mark).
 */
export const DECEIVING = '\\u007f-\\u009f\\u00ad\\u061c\\u200b-\\u200f\\u2028-\\u202e\\u2060-\\u206f\\ufeff\\ufff9-\\ufffb';
const UNPRINTABLE = new RegExp(`[\\u0000-\\u001f${DECEIVING}]`, 'g');

/** The string that stands for a path's bytes. Valid UTF-8 is plain decoding (a byte order mark is kept). */
export function fromBytes(bytes: Uint8Array): string {
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (isUtf8(buffer)) return buffer.toString('utf8');
  let text = '';
  for (let at = 0; at < buffer.length; ) {
    const size = sequenceLength(buffer, at);
    text += size === 0 ? String.fromCharCode(0xdc00 + buffer[at]!) : buffer.toString('utf8', at, at + size);
    at += size || 1;
  }
  return text;
}

/** The bytes of a path, to open it or to hand it to git. Lone surrogates that `fromBytes` never makes become U+FFFD. */
export function toBytes(path: string): Buffer {
  if (!ESCAPED_BYTE.test(path)) return Buffer.from(path, 'utf8');
  const parts: Buffer[] = [];
  let from = 0;
  for (const { index } of path.matchAll(ESCAPED_BYTES)) {
    parts.push(Buffer.from(path.slice(from, index), 'utf8'), Buffer.of(path.charCodeAt(index) - 0xdc00));
    from = index + 1;
  }
  parts.push(Buffer.from(path.slice(from), 'utf8'));
  return Buffer.concat(parts);
}

/** Whether a path is a folder or leads into it; both absolute, or relative to the same folder, with `/` between names. */
export function isWithin(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith('/') ? folder : `${folder}/`);
}

/** The path as well-formed Unicode for programs: bytes that are not UTF-8 as the text `\x80`, all else as it is. */
export function wellFormed(text: string): string {
  return text.replace(ESCAPED_BYTES, escapeByte).replace(OTHER_LONE_SURROGATES, '\ufffd');
}

/**
 * The path for people: `wellFormed`, and control characters, line separators and invisible or reordering characters
 * written out (`\n`, `\x1b`, `\u202e`), so that a file name can neither drive a terminal nor pass for another one.
 */
export function displayPath(path: string): string {
  return wellFormed(path).replace(UNPRINTABLE, escapeCharacter);
}

function escapeByte(unit: string): string {
  return `\\x${(unit.charCodeAt(0) - 0xdc00).toString(16)}`;
}

function escapeCharacter(char: string): string {
  if (char === '\n') return '\\n';
  if (char === '\r') return '\\r';
  if (char === '\t') return '\\t';
  const code = char.charCodeAt(0);
  return code < 0x80 ? `\\x${code.toString(16).padStart(2, '0')}` : `\\u${code.toString(16).padStart(4, '0')}`;
}

/** Length of the well-formed UTF-8 sequence at `at` (Unicode 15, table 3-7), 0 if there is none. */
function sequenceLength(bytes: Uint8Array, at: number): number {
  const lead = bytes[at]!;
  if (lead < 0x80) return 1;
  const size = lead >= 0xc2 && lead <= 0xdf ? 2 : lead >= 0xe0 && lead <= 0xef ? 3 : lead >= 0xf0 && lead <= 0xf4 ? 4 : 0;
  return size !== 0 && at + size <= bytes.length && isUtf8(bytes.subarray(at, at + size)) ? size : 0;
}
