/**
 * Attributions with the refs of each, as the scan tells them of findings.
 * @module
 */
import { type Attribution, attribute } from '../../../src/sources/git/attribution.ts';

/** As `attribute`, by id or name. */
export async function attributeAll(...args: Parameters<typeof attribute>): Promise<Map<string, Attribution>> {
  const { told, refsOf, readCommits } = await attribute(...args);
  readCommits(Array.from(told.values(), ({ first, last }) => [first, last].filter((one) => one !== undefined)).flat());
  const refs = refsOf(Array.from(told.values(), ({ commits }) => commits));
  return new Map(Array.from(told, ([key, one], i) => [key, { ...one, refs: one.refs.length > 0 ? one.refs : refs[i]! }]));
}
