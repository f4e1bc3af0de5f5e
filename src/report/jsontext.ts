import { DECEIVING } from '../path.ts';

/** All escapes of JSON text, so that a backslash is never taken for the beginning of the wrong one, and characters that have none. */
const ESCAPES = new RegExp(`\\\\(?:ud([89a-f][0-9a-f]{2})|[^])|[${DECEIVING}]`, 'g');

/**
 * JSON text that every parser and terminal takes well: as `JSON.stringify`, but without lone surrogates (bytes of a path
 * that are not UTF-8 become the text `\x80`, others U+FFFD), and with control, invisible and reordering characters
 * escaped, which changes no value.
 */
export function toJson(value: unknown, indent = 0): string {
  return JSON.stringify(value, null, indent).replace(ESCAPES, (escape: string, surrogate: string | undefined) => {
    if (surrogate !== undefined) {
      const unit = Number.parseInt(`d${surrogate}`, 16);
      return unit >= 0xdc80 && unit <= 0xdcff ? `\\\\x${(unit - 0xdc00).toString(16)}` : '\\ufffd';
    }
    return escape.startsWith('\\') ? escape : `\\u${escape.charCodeAt(0).toString(16).padStart(4, '0')}`;
  });
}
