/**
 * How much is told of secrets that have no shape of their own; see weigh.ts.
 * @module
 */
export const MODES = ['strict', 'default', 'thorough'] as const;
export type Mode = (typeof MODES)[number];
