/**
 * What was found in objects, at the places where these stood: paths, lines, and the time between the commit that brought it in
 * and the last that did.
 * @module
 */
import { isToldAt, settle, type Settling } from '../detect/score/weigh.ts';
import { groupBy, secretKey } from '../group.ts';
import { joinLives, type Life } from '../life.ts';
import type { Frame, History, Location, Match } from '../model.ts';
import { byText } from '../order.ts';
import { type Attribution, type Attributions, toDate } from '../sources/git/attribution.ts';
import { ObjectIds } from '../sources/git/ids.ts';
import { readObjects } from '../sources/git/pick.ts';
import type { ObjectPlan } from '../sources/git/plan.ts';
import type { Ledger } from '../sources/ledger.ts';
import type { Unplaced } from './file.ts';
import type { Found, Tools } from './history-part.ts';

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
  /** See secretKey. */
  secret: string;
  path: string;
  /** The newest in which it is told as a secret: what stands around it may say otherwise in others. */
  newest: Found | undefined;
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
export function tellPlaces(found: readonly Found[], attributions: Attributions, settling: Settling): Placed[] {
  const { told } = attributions;
  const places = new Map<string, Versions>();
  const verdicts = new Verdicts(settling);
  const stays = new Map(Array.from(told, ([key, attribution]) => [key, new Stays(attribution, attributions)]));
  const isNewer = (a: Found, b: Found, path: string): boolean => {
    const order = (stays.get(a.key)?.lastRank(path) ?? -Infinity) - (stays.get(b.key)?.lastRank(path) ?? -Infinity);
    return order > 0 || (order === 0 && byText(a.key, b.key) < 0);
  };
  for (const one of found) {
    for (const path of pathsOf(one, told.get(one.key))) {
      for (const match of one.matches) {
        const secret = secretKey(match);
        const key = `${secret}\0${path}`;
        let versions = places.get(key);
        if (!versions) places.set(key, (versions = { secret, path, newest: undefined, all: [] }));
        if (versions.all.at(-1) !== one) versions.all.push(one);
        const { newest } = versions;
        if (newest === one || (newest && !isNewer(one, newest, path))) continue;
        if (verdicts.isTold(match, path)) versions.newest = one;
      }
    }
  }
  const grouped = new Map<Found, Map<string, Found['matches']>>();
  const drafts = Array.from(places.values()).flatMap((versions) => {
    const { newest, secret } = versions;
    if (!newest) return [];
    const bySecret = grouped.get(newest) ?? groupBy(newest.matches, secretKey);
    grouped.set(newest, bySecret);
    return draftsOf(versions, newest, bySecret.get(secret)!, stays.get(newest.key));
  });
  // Versions of a file hold several secrets.
  const known = new Map<string, OwnLife>();
  const lifeOf = ({ key, where }: Found): OwnLife | undefined => {
    const attribution = told.get(key);
    const life = known.get(key) ?? (attribution && historyOf(attribution, where));
    if (life) known.set(key, life);
    return life;
  };
  return settle(drafts, settling).map((draft) => withLife(draft, lifeOf));
}

function withLife({ versions, ...match }: Draft, lifeOf: (found: Found) => OwnLife | undefined): Placed {
  const lives = versions.all.map(lifeOf).filter((life) => life !== undefined);
  if (lives.length === 0) return match;
  return { ...match, history: { ...joinLives(lives), commits: unionOf(lives.map(({ commits }) => commits)) } };
}

function pathsOf({ where, key }: Found, attribution: Attribution | undefined): readonly string[] {
  const label = { 'commit-message': `commit ${key}`, 'tag-message': `tag ${key}`, path: key };
  const isObject = where === 'blob' || where === 'note';
  // Names of files and folders stand somewhere, too.
  const paths = isObject || where === 'path' ? (attribution?.paths ?? []) : [label[where]];
  // An object that nothing names any more is told by its id.
  return paths.length > 0 ? paths : [isObject ? `object ${key}` : label[where]];
}

/** When an object came to each of its paths. */
class Stays {
  readonly #attribution: Attribution;
  readonly #of: Pick<Attributions, 'idOf' | 'rankOf'>;
  /** By path: the first and the last commit that brought it there; made when there are several paths. */
  #spans: Map<string, { first: number; last: number }> | undefined;

  constructor(attribution: Attribution, of: Pick<Attributions, 'idOf' | 'rankOf'>) {
    this.#attribution = attribution;
    this.#of = of;
  }

  /** Of the last commit that brought it there. */
  lastRank(path: string): number {
    const { paths, lastRank } = this.#attribution;
    const last = paths.length > 1 ? this.#spanAt(path)?.last : undefined;
    return last === undefined ? lastRank : this.#of.rankOf(last);
  }

  /** Id of the first commit that brought it there. */
  firstCommit(path: string): string | undefined {
    const { first, seen } = this.#attribution;
    // A message is nowhere else than in its commit or tag.
    if (seen.paths.length === 0 || seen.paths[0] === '') return first?.id;
    const commit = this.#spanAt(path)?.first;
    return commit === undefined ? undefined : this.#of.idOf(commit);
  }

  #spanAt(path: string): { first: number; last: number } | undefined {
    if (!this.#spans) {
      const { commits, paths } = this.#attribution.seen;
      this.#spans = new Map();
      // The last one comes first.
      for (const [i, each] of paths.entries()) {
        const span = this.#spans.get(each);
        if (span) span.first = commits[i]!;
        else this.#spans.set(each, { first: commits[i]!, last: commits[i]! });
      }
    }
    return this.#spans.get(path);
  }
}

/** Tells of objects that stand at more places than are told. */
export function tellCut({ told, cut }: Attributions, ledger: Ledger): void {
  if (cut) ledger.skip('too-large', 'paths of what was found', true);
  for (const [key, { morePaths }] of told)
    if (morePaths > 0) ledger.skip('too-large', `${key} (at ${morePaths} more paths)`, true);
}

/** Whether matches are told at paths. The versions of a file share most of what is known of a value. */
class Verdicts {
  readonly #settling: Settling;
  readonly #known = new Map<readonly number[], Map<string, boolean>>();

  constructor(settling: Settling) {
    this.#settling = settling;
  }

  isTold(match: Match | Unplaced, path: string): boolean {
    const { rule, evidence } = match;
    if (!evidence) return isToldAt(match, path, this.#settling);
    let verdicts = this.#known.get(evidence);
    if (!verdicts) this.#known.set(evidence, (verdicts = new Map()));
    // The evidence is that of one value.
    const place = `${rule}\0${path}`;
    const known = verdicts.get(place) ?? isToldAt(match, path, this.#settling);
    verdicts.set(place, known);
    return known;
  }
}

/** The matches of one secret in the newest version that tells it. */
function draftsOf(versions: Versions, newest: Found, matches: Found['matches'], stays: Stays | undefined): Draft[] {
  const { path } = versions;
  const commit = newest.where === 'tag-message' ? undefined : stays?.firstCommit(path);
  const at = {
    path,
    ...(newest.where === 'blob' && { blob: newest.key }),
    ...(commit !== undefined && { commit }),
  };
  return matches.map((match) =>
    Object.assign({}, match as Omit<Unplaced, 'history'>, { location: { ...match.location, ...at }, versions }),
  );
}

/** Tells of each secret from which refs it can be reached: through commits, and without. */
export function addRefs(matches: readonly Placed[], { refsOf }: Attributions): void {
  const alive = matches.filter(({ history }) => history !== undefined);
  const secrets = groupBy(alive, secretKey);
  const groups = Array.from(secrets.values(), (group) => group.map(({ history }) => history!));
  const refs = refsOf(groups.map((group) => unionOf(group.map(({ commits }) => commits))));
  for (const [i, group] of groups.entries()) {
    const all = [...new Set([...group.flatMap((life) => life.refs), ...refs[i]!])];
    for (const life of group) life.refs = all;
  }
}

/**
 * Tells of matches in blobs on which lines they stand, and what stands around them: these blobs are read once more.
 * @param found what was found in all blobs
 */
export function placeLines(
  told: readonly Placed[],
  found: readonly Found[],
  plan: ObjectPlan,
  { scanner, workspace }: Tools,
  ledger: Ledger,
): readonly Match[] {
  const byBlob = groupBy(
    told.filter(({ frame }) => frame === undefined),
    ({ location }) => location.blob!,
  );
  const all = new Map(found.filter(({ key }) => byBlob.has(key)).map(({ key, matches }) => [key, matches]));
  const ids = new ObjectIds(plan);
  const numbers = new Set(Array.from(byBlob.keys(), (id) => ids.findHex(id)));
  const placeAll = (number: number, data: Buffer): void => {
    const id = ids.hex(number);
    const spot = ({ rule, location }: Pick<Placed, 'rule' | 'location'>): string => `${rule} ${location.offset}`;
    const lines = new Map(scanner.place(data, 0, data.length, all.get(id)!, '').map((match) => [spot(match), match]));
    for (const match of byBlob.get(id)!) {
      const { location, frame, ignores } = lines.get(spot(match))!;
      const { path } = match.location;
      Object.assign(match, { frame, ...(ignores && { ignores }), location: { ...location, ...match.location, path } });
    }
    byBlob.delete(id);
  };
  readObjects(plan, ids, numbers, placeAll, workspace);
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
  const different = [...new Set(lists)];
  return different.length === 1 ? different[0]! : [...new Set(different.flat())];
}

/** Of ten thousand objects in turn: what not all have is put in, which takes less time than to spread it. */
function historyOf(told: Attribution, where: History['where']): OwnLife {
  const { first, last, firstRank, lastRank, inHead, commits, refs, reach, since } = told;
  const reachable = reach !== 'unreachable';
  const life: OwnLife = { firstRank, lastRank, inHead, commits, refs, reachable, reach, where: told.note ? 'note' : where };
  if (first) life.first = first;
  if (last) life.last = last;
  if (since !== undefined) life.since = toDate(since);
  return life;
}
