/**
 * What was found in objects, at the places where these stood: paths, lines, and the time between the commit that brought it in
 * and the last that did.
 * @module
 */
import { groupBy } from '../group.ts';
import { joinLives, type Life } from '../life.ts';
import type { Frame, History, Location, Match } from '../model.ts';
import { byText } from '../order.ts';
import type { Attribution, Attributions } from '../sources/git/attribution.ts';
import { ObjectIds } from '../sources/git/ids.ts';
import { readObjects } from '../sources/git/pick.ts';
import type { ObjectPlan } from '../sources/git/plan.ts';
import type { Ledger } from '../sources/ledger.ts';
import type { Unplaced } from './file.ts';
import type { Found } from './history-part.ts';
import type { ObjectScanner } from './objects.ts';

/** The life of an object, with the commits that its refs follow from. */
interface OwnLife extends Life {
  commits: readonly number[];
}

/** A match at a path. In a blob, the line comes last. */
export interface Placed extends Omit<Unplaced, 'location' | 'history'> {
  location: Unplaced['location'] & Pick<Location, 'path' | 'blob' | 'commit'>;
  frame?: Frame;
  history?: OwnLife;
}

/** The matches at every path their objects stood at. */
export function placesOf(found: readonly Found[], { told }: Attributions): Placed[] {
  const placed: Placed[] = [];
  for (const { matches, where, key } of found) {
    const attribution = told.get(key);
    const history = attribution && { history: historyOf(attribution, where) };
    const label = { 'commit-message': `commit ${key}`, 'tag-message': `tag ${key}`, path: key };
    const paths = where === 'blob' || where === 'note' ? (attribution?.paths ?? []) : [label[where]];
    const blob = where === 'blob' && { blob: key };
    const commit = attribution?.first && where !== 'tag-message' && { commit: attribution.first.id };
    // An object that nothing names any more is told by its id.
    for (const path of paths.length > 0 ? paths : [`object ${key}`]) {
      for (const match of matches) {
        const location = { ...match.location, path, ...blob, ...commit };
        placed.push({ ...(match as Omit<Unplaced, 'history'>), location, ...history });
      }
    }
  }
  return placed;
}

/**
 * Of the versions of a file that hold the same secret the newest, with the life of all: a file that was changed a thousand
 * times is one place.
 */
export function newest(matches: readonly Placed[]): Placed[] {
  const versions = groupBy(matches, ({ rule, secret, location }) => `${rule}\0${secret}\0${location.path}`);
  const rank = ({ history }: Placed): number => history?.lastRank ?? -Infinity;
  return [...versions.values()].flatMap((group) => {
    const { blob } = group.reduce((a, b) =>
      (rank(b) - rank(a) || byText(a.location.blob ?? '', b.location.blob ?? '')) > 0 ? b : a,
    ).location;
    const lives = group.flatMap(({ history }) => (history ? [history] : []));
    const life = lives.length > 0 && { history: { ...joinLives(lives), commits: unionOf(lives.map(({ commits }) => commits)) } };
    return group.filter(({ location }) => location.blob === blob).map((match) => Object.assign(match, life));
  });
}

/** Tells of each secret from which refs it can be reached. */
export function addRefs(matches: readonly Placed[], { refsOf }: Attributions): void {
  // Of the message of a tag they are known.
  const unknown = matches.filter(({ history }) => history?.refs.length === 0);
  const secrets = groupBy(unknown, ({ rule, secret }) => `${rule}\0${secret}`);
  const groups = Array.from(secrets.values(), (group) => group.map(({ history }) => history!));
  const refs = refsOf(groups.map((group) => unionOf(group.map(({ commits }) => commits))));
  for (const [i, group] of groups.entries()) for (const life of group) life.refs = refs[i]!;
}

/**
 * Tells of matches in blobs on which lines they stand, and what stands around them: these blobs are read once more.
 * @param found what was found in all blobs
 */
export function placeLines(
  told: readonly Placed[],
  found: readonly Found[],
  plan: ObjectPlan,
  scanner: ObjectScanner,
  ledger: Ledger,
): readonly Match[] {
  const byBlob = groupBy(
    told.filter(({ frame }) => frame === undefined),
    ({ location }) => location.blob!,
  );
  const all = new Map(found.filter(({ key }) => byBlob.has(key)).map(({ key, matches }) => [key, matches]));
  const ids = new ObjectIds(plan);
  const numbers = new Set(Array.from(byBlob.keys(), (id) => ids.findHex(id)));
  readObjects(plan, ids, numbers, (number, data) => {
    const id = ids.hex(number);
    const spot = ({ rule, location }: Pick<Placed, 'rule' | 'location'>): string => `${rule} ${location.offset}`;
    const lines = new Map(scanner.place(data, 0, data.length, all.get(id)!, '').map((match) => [spot(match), match]));
    for (const match of byBlob.get(id)!) {
      const { location, frame, ignores } = lines.get(spot(match))!;
      const { path } = match.location;
      Object.assign(match, { frame, ...(ignores && { ignores }), location: { ...location, ...match.location, path } });
    }
    byBlob.delete(id);
  });
  // It was there when the scan came by.
  for (const [id, matches] of byBlob) {
    ledger.skip('unreadable', id, true);
    for (const match of matches) Object.assign(match, { frame: NO_FRAME, location: { ...NO_LINES, ...match.location } });
  }
  return told as readonly (Placed & Match)[];
}

const NO_FRAME: Frame = { text: '', start: 0, end: 0, cutStart: false, cutEnd: false };
const NO_LINES = { startLine: 1, startColumn: 1, endLine: 1, endColumn: 1 };

function unionOf(lists: readonly (readonly number[])[]): readonly number[] {
  return lists.length === 1 ? lists[0]! : [...new Set(lists.flat())];
}

function historyOf(told: Attribution, where: History['where']): OwnLife {
  const { first, last, firstRank, lastRank, inHead, commits, refs, reach } = told;
  return {
    ...(first && { first }),
    ...(last && { last }),
    firstRank,
    lastRank,
    inHead,
    commits,
    refs,
    reachable: reach !== 'unreachable',
    where: told.note ? 'note' : where,
  };
}
