/**
 * What was found in objects, at the places where these stood: paths, lines, and the time between the commit that brought it in
 * and the last that did.
 * @module
 */
import { settle, type Settling } from '../detect/score/weigh.ts';
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

/** The versions of a file (or of a text) that hold the same secret. */
interface Versions {
  path: string;
  newest: Found;
  all: Found[];
}

/** A match before its life is known. */
interface Draft extends Placed {
  versions: Versions;
}

/**
 * The matches that are told, at every path their objects stood at: of the versions of a file that hold the same secret those
 * of the newest, with the life of all. A file that was changed a thousand times is one place.
 */
export function tellPlaces(found: readonly Found[], { told }: Attributions, settling: Settling): Placed[] {
  const places = new Map<string, Versions>();
  const rankOf = ({ key }: Found): number => told.get(key)?.lastRank ?? -Infinity;
  const isNewer = (a: Found, b: Found): boolean => {
    const order = rankOf(a) - rankOf(b);
    return order > 0 || (order === 0 && byText(a.key, b.key) < 0);
  };
  for (const one of found) {
    for (const path of pathsOf(one, told.get(one.key))) {
      for (const { rule, secret } of one.matches) {
        const key = `${rule}\0${secret}\0${path}`;
        const known = places.get(key);
        if (!known) places.set(key, { path, newest: one, all: [one] });
        else if (known.all.at(-1) !== one) {
          known.all.push(one);
          if (isNewer(one, known.newest)) known.newest = one;
        }
      }
    }
  }
  const drafts = [...places].flatMap(([key, versions]) => draftsOf(key, versions, told));
  return settle(drafts, settling).map((draft) => withLife(draft, told));
}

function withLife({ versions, ...match }: Draft, told: ReadonlyMap<string, Attribution>): Placed {
  const lives = versions.all.flatMap(({ key, where }) => (told.has(key) ? [historyOf(told.get(key)!, where)] : []));
  if (lives.length === 0) return match;
  return { ...match, history: { ...joinLives(lives), commits: unionOf(lives.map(({ commits }) => commits)) } };
}

function pathsOf({ where, key }: Found, attribution: Attribution | undefined): readonly string[] {
  const label = { 'commit-message': `commit ${key}`, 'tag-message': `tag ${key}`, path: key };
  const paths = where === 'blob' || where === 'note' ? (attribution?.paths ?? []) : [label[where]];
  // An object that nothing names any more is told by its id.
  return paths.length > 0 ? paths : [`object ${key}`];
}

/** The matches of one secret in the newest version. */
function draftsOf(key: string, versions: Versions, told: ReadonlyMap<string, Attribution>): Draft[] {
  const { newest, path } = versions;
  const first = told.get(newest.key)?.first;
  const at = {
    path,
    ...(newest.where === 'blob' && { blob: newest.key }),
    ...(first && newest.where !== 'tag-message' && { commit: first.id }),
  };
  const drafts: Draft[] = [];
  for (const match of newest.matches) {
    if (key !== `${match.rule}\0${match.secret}\0${path}`) continue;
    drafts.push({ ...(match as Omit<Unplaced, 'history'>), location: { ...match.location, ...at }, versions });
  }
  return drafts;
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
