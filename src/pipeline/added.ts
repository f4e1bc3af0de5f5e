/**
 * Which matches of a file are new: those that cannot be paired with a place of the same secret in what was there before.
 * @module
 */
import { groupBy, secretKey } from '../group.ts';
import type { Match } from '../model.ts';

/** What two places must have in common to be paired, the closest likeness first. */
const LIKENESSES: readonly ((match: Match) => string)[] = [
  (match) => `${secretKey(match)}\0${match.frame.text}`,
  // What is written behind a secret may be the comment that accepts it.
  (match) => `${secretKey(match)}\0${match.frame.text.slice(0, match.frame.start)}`,
  secretKey,
];

/** A place of a secret, and whether the file itself accepts it. */
interface Place {
  match: Match;
  accepted: boolean;
}

/**
 * The matches of a version that none of the versions before it has. What was accepted is never the reason to let pass what
 * is not.
 * @param before the matches of each version before, one for each parent
 */
export function addedMatches(
  matches: readonly Match[],
  before: readonly (readonly Match[])[],
  isAccepted: (match: Match) => boolean,
): Match[] {
  const placesOf = (all: readonly Match[]): Place[] => all.map((match) => ({ match, accepted: isAccepted(match) }));
  const places = placesOf(matches);
  let added: ReadonlySet<Place> = new Set(places);
  for (const old of before) {
    const unpaired = unpairedPlaces(places, placesOf(old));
    added = new Set([...added].filter((place) => unpaired.has(place)));
  }
  return Array.from(added, ({ match }) => match);
}

/** Those of the places that did not stand in one version before. */
function unpairedPlaces(places: readonly Place[], before: readonly Place[]): Set<Place> {
  const left = new Set(places);
  const old = new Set(before);
  const pair = (likeness: (match: Match) => string, was: boolean, is: boolean): void => {
    const alike = groupBy(
      [...old].filter(({ accepted }) => accepted === was),
      ({ match }) => likeness(match),
    );
    for (const place of left) {
      const found = place.accepted === is ? alike.get(likeness(place.match))?.shift() : undefined;
      if (found && old.delete(found)) left.delete(place);
    }
  };
  for (const likeness of LIKENESSES) {
    pair(likeness, false, false);
    pair(likeness, true, true);
    pair(likeness, false, true);
  }
  return left;
}
