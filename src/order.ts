/**
 * Texts by code unit, for sorting: an order must not depend on a locale.
 * @module
 */
export const byText = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
