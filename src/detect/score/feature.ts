/**
 * What a feature is: a number that is told of a candidate.
 * @module
 */

/** Its name (the weights refer to it), what it looks at in words for people (`… spoke for it`), and its number. */
export type Feature<Input> = readonly [name: string, looksAt: string, of: (input: Input) => number];

export const flag = (holds: boolean): number => (holds ? 1 : 0);
