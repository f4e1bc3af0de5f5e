/**
 * Small helpers over decoded JSON. What stands in a token is a stranger's text: it is cut and its control characters
 * are shown, before it enters a sentence.
 * @module
 */

export type JsonObject = Record<string, unknown>;

/** Deepest nesting that is looked at; deeper values are told as `…`. */
export const MAX_DEPTH = 32;

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** An own property as it stands; never one that objects inherit. */
export function own(object: JsonObject, name: string): unknown {
  return Object.hasOwn(object, name) ? object[name] : undefined;
}

/** An own property when it is a string with something in it. */
export function text(object: JsonObject, name: string): string | undefined {
  const value = own(object, name);
  return typeof value === 'string' && value !== '' ? value : undefined;
}

/** A string, or the strings of a list; numbers and booleans become text, everything else is left out. */
export function strings(value: unknown): string[] {
  if (Array.isArray(value)) return value.flatMap((item) => (typeof item === 'object' ? [] : strings(item)));
  if (typeof value === 'string') return value === '' ? [] : [value];
  if (typeof value === 'number' || typeof value === 'boolean') return [String(value)];
  return [];
}

/** Shows control characters and characters that change the direction of text as escapes, so that they do nothing to a terminal. */
export function plain(value: string): string {
  return value.replace(
    /[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2060-\u2069\ufeff]/g,
    (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}

/** A stranger's text inside a sentence: plain and at most `limit` characters. */
export function quoted(value: string, limit = 80): string {
  const shown = plain(value.slice(0, limit));
  return value.length > limit ? `${shown}…` : shown;
}
