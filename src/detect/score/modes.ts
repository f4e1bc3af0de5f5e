/**
 * How much is told of secrets that have no shape of their own, and which rules are of such; see weigh.ts.
 * @module
 */
export const MODES = ['strict', 'default', 'thorough'] as const;
export type Mode = (typeof MODES)[number];

/** Whether what a detector (a rule's `detector`) finds is weighed. */
export const isWeighed = (detector: string): boolean => /^(?:assignment|command|url)(?:\/|$)/.test(detector);
