/**
 * Reads values out of JSON answers: JSON Pointer (RFC 6901), with `*` for every item or member.
 * @module
 */

/** All values at a pointer; none where it leads nowhere. `''` is the whole document. */
export function valuesAt(document: unknown, pointer: string): unknown[] {
  let values = [document];
  for (const step of pointer.split('/').slice(1)) {
    const key = step.replaceAll('~1', '/').replaceAll('~0', '~');
    values = values.flatMap((value) => {
      if (typeof value !== 'object' || value === null) return [];
      if (key === '*') return Object.values(value);
      if (Array.isArray(value)) return /^\d{1,6}$/.test(key) && Number(key) < value.length ? [value[Number(key)]] : [];
      return Object.hasOwn(value, key) ? [(value as Record<string, unknown>)[key]] : [];
    });
  }
  return values;
}

/** Text, numbers and truth values as text; undefined for all else. */
export function plain(value: unknown): string | undefined {
  return ['string', 'number', 'boolean'].includes(typeof value) ? String(value) : undefined;
}
