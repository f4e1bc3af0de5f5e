/**
 * The life of a secret in a repository, from those of the objects that hold it.
 * @module
 */
import { type Match, REACHES } from './model.ts';

export type Life = NonNullable<Match['history']>;

/**
 * One life of several: from the first commit of all to the last one, wherever any of them can be reached.
 * @param lives at least one; those that no commit brought in have no first and last to tell
 */
export function joinLives(lives: readonly Life[]): Life {
  const first = lives.reduce((a, b) => (b.first && (!a.first || b.firstRank < a.firstRank) ? b : a));
  const last = lives.reduce((a, b) => (b.last && (!a.last || b.lastRank > a.lastRank) ? b : a));
  const lists = new Set(lives.map(({ refs }) => refs));
  const reach = REACHES[Math.min(...lives.map((life) => REACHES.indexOf(life.reach)))]!;
  const { since: _, ...rest } = first;
  const since = lives
    .flatMap((life) => life.since ?? [])
    .sort()
    .at(-1);
  return {
    ...rest,
    ...(last.last && { last: last.last }),
    lastRank: last.lastRank,
    inHead: lives.some(({ inHead }) => inHead),
    refs: [...new Set([...lists].flat())].sort(),
    reachable: lives.some(({ reachable }) => reachable),
    reach,
    ...(reach === 'reflog' && since !== undefined && { since }),
  };
}
