/**
 * JSON objects in any text: those that stand around a place, read leniently enough for the literals of JavaScript and
 * Python (names without quotes, single quotes, a comma at the end).
 * @module
 */
import type { Context } from '../engine.ts';

/** Bytes that are looked at before and after a place. */
const MOST_BEFORE = 32_768;
const MOST_LENGTH = 65_536;
/** Objects around a place, from the innermost on, that are read. */
const MOST_LEVELS = 3;

const OPEN = 123;
const CLOSE = 125;
const BACKSLASH = 92;
const QUOTES = new Set([34, 39, 96]);

export interface FoundObject {
  value: Record<string, unknown>;
  start: number;
  end: number;
}

/**
 * The objects around `at`, the innermost first. Strings are not told apart on the way back, so braces in them may hide an
 * object; keys and tokens hold none.
 */
export function* objectsAround({ data, start, end }: Context, at: number): Generator<FoundObject> {
  const low = Math.max(start, at - MOST_BEFORE);
  let depth = 0;
  let levels = 0;
  for (let i = at - 1; i >= low && levels < MOST_LEVELS; i--) {
    if (data[i] === CLOSE) depth++;
    else if (data[i] === OPEN && depth > 0) depth--;
    else if (data[i] === OPEN) {
      levels++;
      const stop = closingBrace(data, i, Math.min(end, i + MOST_LENGTH));
      if (stop === undefined) return;
      if (stop <= at) continue;
      const value = readObject(data.toString('latin1', i, stop));
      if (value) yield { value, start: i, end: stop };
    }
  }
}

/** One past the brace that closes the one at `from`. */
function closingBrace(data: Uint8Array, from: number, limit: number): number | undefined {
  let depth = 0;
  let quote = 0;
  for (let i = from; i < limit; i++) {
    const byte = data[i]!;
    if (quote !== 0) {
      if (byte === BACKSLASH) i++;
      else if (byte === quote) quote = 0;
    } else if (QUOTES.has(byte)) quote = byte;
    else if (byte === OPEN) depth++;
    else if (byte === CLOSE && --depth === 0) return i + 1;
  }
  return undefined;
}

/** JSON, or an object literal that becomes JSON by quotes around its names and without commas at its ends. */
export function readObject(text: string): Record<string, unknown> | undefined {
  return parse(text) ?? parse(asJson(text));
}

/** Not for strings that hold quotes, braces or colons: keys and tokens, in base64url, hold none. */
function asJson(text: string): string {
  return text
    .replace(/'([^'"\\\n]*)'/g, '"$1"')
    .replace(/([{,]\s*)([A-Za-z_$][\w$]*)(\s*:)/g, '$1"$2"$3')
    .replace(/,(\s*[}\]])/g, '$1');
}

function parse(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
