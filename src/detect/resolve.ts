/**
 * One secret, one finding: of hits that overlap, the most specific rule's stays.
 *
 * The order: the higher rank of its rule (a checksum or a long literal before a bare name, see rules/compile.ts), then
 * what is surely encoded there before what stands in clear, and that before what may be encoded, then
 * among values that a name tells the one whose name is closest (a name that the rule lists, the longer the closer; then
 * the provider's word by its distance; then names that are nobody's own), then the surer, then the longer, then the one that
 * begins first, then the rule's place in the catalogue, then the one of which most was undone, in the fewest steps.
 * @module
 */
import { CONFIDENCES } from '../model.ts';
import type { Catalogue } from '../rules/rule.ts';
import { byText } from '../order.ts';
import type { Decoded, Hit } from './hit.ts';

/** @returns hits that do not overlap, by position; probes are left out */
export function resolve(hits: readonly Hit[], catalogue: Pick<Catalogue, 'rule'>): Hit[] {
  const order = hits
    .filter((hit) => hit.rule >= 0)
    .sort(
      (a, b) =>
        catalogue.rule(b.rule).rank - catalogue.rule(a.rule).rank ||
        reading(a) - reading(b) ||
        (a.distance ?? 0) - (b.distance ?? 0) ||
        CONFIDENCES.indexOf(a.confidence) - CONFIDENCES.indexOf(b.confidence) ||
        b.end - b.start - (a.end - a.start) ||
        a.start - b.start ||
        a.rule - b.rule ||
        compareReadings(a.decoded, b.decoded) ||
        byText(a.evidence?.join() ?? '', b.evidence?.join() ?? ''),
    );
  // Sorted by start and disjoint, so that only the two neighbours of a new hit can overlap it.
  const kept: Hit[] = [];
  for (const hit of order) {
    let low = 0;
    let high = kept.length;
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (kept[middle]!.start < hit.start) low = middle + 1;
      else high = middle;
    }
    const before = kept[low - 1];
    const behind = kept[low];
    if ((before && before.end > hit.start) || (behind && behind.start < hit.end)) continue;
    kept.splice(low, 0, hit);
  }
  return kept;
}

/** What is decoded is the secret; where the decoding changes nothing of it, or is a guess, the text as it stands counts. */
function reading({ decoded }: Hit): number {
  return decoded ? (decoded.unsure ? 2 : 0) : 1;
}

/** Undoing makes a text shorter. What is the same in all this goes by its text, so that it matters to none in which order hits come. */
function compareReadings(a: Decoded | undefined, b: Decoded | undefined): number {
  if (!a || !b) return 0;
  return (
    a.secret.length - b.secret.length ||
    a.from.length - b.from.length ||
    byText(a.secret, b.secret) ||
    byText(a.from.join(), b.from.join())
  );
}
