/**
 * JSON objects in any text: those that stand around a place, read leniently enough for the literals of JavaScript and
 * Python (names without quotes, single quotes, a comma at the end).
 * @module
 */
import type { Context } from '../engine.ts';

/** Objects around a place, from the innermost on, that are read, and how deep they may nest: keys and tokens are flat. */
const MOST_LEVELS = 3;
const MOST_DEPTH = 8;

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
 * The objects around `at` of at most `longest` bytes, the innermost first. Strings are not told apart on the way back, so
 * braces in them may hide an object; keys and tokens hold none.
 */
export function* objectsAround(context: Context, at: number, longest: number): Generator<FoundObject> {
  const { data, start, end, look } = context;
  for (const open of openBraces(data, Math.max(start, at - longest), at)) {
    const stop = closingBrace(data, open, Math.min(end, open + longest));
    if (stop === undefined) break;
    look.saw(open, stop);
    const value = stop > at ? readObject(data.toString('latin1', open, stop)) : undefined;
    if (value) yield { value, start: open, end: stop };
  }
  // Whoever did not find what he wanted may find it as soon as some brace here is another.
  look.saw(at - longest, at + longest);
}

/** The braces in `[low, at)` that are open at `at`, the innermost first. */
function* openBraces(data: Buffer, low: number, at: number): Generator<number> {
  const before = data.subarray(low, at);
  let depth = 0;
  let levels = 0;
  // The native search makes it cheap to see that there is no brace, or none more.
  for (let i = before.length - 1; i >= 0 && levels < MOST_LEVELS; i--) {
    const open = before.lastIndexOf(OPEN, i);
    if (open < 0) return;
    const close = before.lastIndexOf(CLOSE, i);
    i = Math.max(open, close);
    if (close > open) {
      if (++depth > MOST_DEPTH) return;
    } else if (depth > 0) {
      depth--;
    } else {
      levels++;
      yield low + open;
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
    else if (byte === OPEN && ++depth > MOST_DEPTH) return undefined;
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
