/**
 * Scans what a change brings in: the index beside HEAD, or the commits of a range.
 * @module
 */
import { companionRules, withoutLacking } from '../companions.ts';
import { settle, type Settling } from '../detect/score/weigh.ts';
import type { Location, Match } from '../model.ts';
import { toBytes } from '../path.ts';
import type { Catalogue, RuleSheet } from '../rules/rule.ts';
import type { ReadLimits } from '../sources/git/batch.ts';
import { type Change, type ChangeHandler, isNone, type Preimage, type Replaced } from '../sources/git/brought.ts';
import { type Pushed, rangeBlobs } from '../sources/git/range.ts';
import type { LogCommit } from '../sources/git/gitlog.ts';
import { eachPart, idsEnd, tagStart } from '../sources/git/messages.ts';
import { openRepo } from '../sources/git/repo.ts';
import { stagedBlobs } from '../sources/git/staged.ts';
import type { Tag } from '../sources/git/tips.ts';
import type { Ledger } from '../sources/ledger.ts';
import { isLfsPointer } from '../sources/reader.ts';
import { accepts } from '../suppress/inline.ts';
import { addedMatches } from './added.ts';
import type { Following } from './history-threads.ts';
import { ObjectScanner } from './objects.ts';
import { LateScreen, type ScreenOptions } from './screen.ts';
import { VersionScanner } from './versions.ts';

/** What came of a scan of a repository's objects. */
export interface ObjectOutcome {
  matches: Match[];
  blobs: number;
  bytes: number;
  commits?: number;
}

export interface ChangeOptions extends ReadLimits {
  /** What is told: nothing else in a file counts as known. */
  settling?: Settling;
  /** Whether all that is found at a path counts: nothing there is left out, or accepted for its path. Default: it does. */
  sees?: (path: string) => boolean;
  /** Whether comments accept what they stand beside (default true), and on which day. */
  inlineIgnores?: boolean | undefined;
  now?: Date | undefined;
  /** @param part how much of the work is done, from 0 to 1 */
  onProgress?: OnProgress | undefined;
}

type OnProgress = NonNullable<Following['onProgress']>;

export interface RangeOptions extends ChangeOptions, Pick<ScreenOptions, 'jobs' | 'customRules' | 'screenFrom'> {}

/** How much of the work it is to look through all that many files hold, where that is done. */
const SCREENING = 0.9;

/** @param all whether secrets count that stood in the file before too */
export async function scanStaged(
  catalogue: Catalogue,
  cwd: string,
  all: boolean,
  options: ChangeOptions,
  ledger: Ledger,
): Promise<ObjectOutcome> {
  const changes = new ChangeScan(catalogue, all, options, ledger);
  await stagedBlobs(cwd, changes, ledger, options);
  return changes.outcome;
}

/** @param range see sources/git/range.ts */
export async function scanRange(
  catalogue: Catalogue,
  cwd: string,
  range: string | Pushed,
  options: RangeOptions,
  ledger: Ledger,
): Promise<ObjectOutcome & { commits: number }> {
  const repo = openRepo(cwd, ledger);
  const tell = rising(options.onProgress ?? (() => undefined));
  const onProgress: OnProgress = (objects, bytes, part) => tell(objects, bytes, SCREENING * part);
  const screen = new LateScreen(repo, { ...options, catalogue, maxFileSize: options.maxSize, onProgress });
  const changes = new ChangeScan(catalogue, false, { ...options, onProgress: tell }, ledger, screen);
  try {
    const commits = await rangeBlobs(repo, range, changes, ledger, options);
    return { ...changes.outcome, commits };
  } finally {
    await screen.end();
  }
}

/** What is gone through twice is told once. */
function rising(tell: OnProgress): OnProgress {
  const most: [number, number, number] = [0, 0, 0];
  return (...now) => {
    for (const [i, number] of now.entries()) most[i] = Math.max(most[i]!, number);
    tell(...most);
  };
}

class ChangeScan implements ChangeHandler {
  readonly outcome: ObjectOutcome = { matches: [], blobs: 0, bytes: 0 };
  readonly #scanner: ObjectScanner;
  readonly #versions: VersionScanner;
  readonly #catalogue: Catalogue;
  #sheets: ReadonlyMap<string, RuleSheet> | undefined;
  readonly #all: boolean;
  readonly #options: ChangeOptions;
  readonly #ledger: Ledger;
  /** Paths that were read. */
  readonly #names = new Set<string>();
  /** What was found in files that may have held it before. */
  readonly #found = new Map<Change, readonly Match[]>();
  readonly screen: LateScreen | undefined;

  constructor(catalogue: Catalogue, all: boolean, options: ChangeOptions, ledger: Ledger, screen?: LateScreen) {
    this.screen = screen;
    this.#scanner = new ObjectScanner(catalogue);
    this.#versions = new VersionScanner(this.#scanner);
    this.#catalogue = catalogue;
    this.#all = all;
    this.#options = options;
    this.#ledger = ledger;
  }

  /** Of what is moved out of a folder that was left out nobody has been told; of whole files it does not matter. */
  readonly counts = (before: Preimage, { path }: Change): boolean => {
    const { sees = () => true } = this.#options;
    return !this.#all && (before.path === path || sees(before.path) || !sees(path));
  };

  readonly onCommit = ({ id, time }: LogCommit, data: Buffer): void => {
    this.#tell(this.#inMessage(data, idsEnd(data), `commit ${id}`), { commit: id }, time);
  };

  readonly onTag = ({ id, data, time }: Tag): void => {
    this.#tell(this.#inMessage(data, tagStart(data), `tag ${id}`), {}, time);
  };

  readonly onContent = (change: Change, data: Buffer, done: number): boolean => {
    this.#meet(change, data.length, done);
    const others = change.before.map(({ id }) => id);
    const matches = this.#inVersion(change.path, change.id, data, others);
    if (matches.length === 0) {
      if (isLfsPointer(data, 0, data.length)) this.#ledger.skip('lfs-pointer', change.path, false);
      return false;
    }
    if (this.#all) {
      this.#tellIn(change, matches);
      return false;
    }
    this.#found.set(change, matches);
    return true;
  };

  readonly onClean = (change: Change, size: number, done: number): void => this.#meet(change, size, done);

  /** What is done for each file, whatever it holds. */
  #meet(change: Change, size: number, done: number): void {
    const { outcome } = this;
    outcome.blobs++;
    outcome.bytes += size;
    this.#options.onProgress?.(outcome.blobs, outcome.bytes, done);
    this.#readName(change);
  }

  /** The path of a new file is read, too: whoever names one after a token tells it to everyone. */
  #readName({ path, before, commit }: Change): void {
    if (this.#names.has(path) || before.some((old) => old.path === path && !isNone(old.id))) return;
    this.#names.add(path);
    this.#tell(this.#inText(toBytes(path), path), commit && { commit: commit.id }, commit?.time);
  }

  /** Keeps the matches of a file that were not there before. */
  readonly onReplaced = (change: Change, before: readonly Replaced[]): void => {
    const held = before.map((old) =>
      'data' in old ? this.#inVersion(old.path, old.id, old.data, [change.id]) : (this.#found.get(old.madeBy) ?? []),
    );
    const matches = this.#found.get(change)!;
    const added = addedMatches(matches, held, this.#isAccepted);
    this.#tellIn(change, [...added, ...this.#besides(added, matches)]);
  };

  /** What stood there before and may belong to what was added. */
  #besides(added: readonly Match[], matches: readonly Match[]): Match[] {
    if (added.length === 0 || added.length === matches.length) return [];
    const rules = new Set(added.flatMap(({ rule }) => companionRules(rule, this.#sheetsById)));
    const isNew = new Set(added);
    const others = matches.filter((match) => rules.has(match.rule) && !isNew.has(match));
    return others.map((match) => Object.assign({}, match, { known: true as const }));
  }

  readonly #isAccepted = (match: Match): boolean => {
    const { inlineIgnores = true, now = new Date() } = this.#options;
    return inlineIgnores && (match.ignores?.some((ignore) => accepts(ignore, match, now)) ?? false);
  };

  #tellIn({ id, commit }: Change, matches: readonly Match[]): void {
    this.#tell(matches, { blob: id, ...(commit && { commit: commit.id }) }, commit?.time);
  }

  /** @param place what of the repository they stand in, beside the path */
  #tell(matches: readonly Match[], place: Pick<Location, 'blob' | 'commit'> = {}, committed?: number): void {
    for (const match of matches) {
      const location = { ...match.location, ...place };
      this.outcome.matches.push({ ...match, location, ...(committed !== undefined && { committed }) });
    }
  }

  /** The matches in what is no file. */
  #inText(data: Buffer, path: string, from = 0, to = data.length): Match[] {
    return this.#scanner.matches(data, from, to, this.#scanner.scan(data, from, to), path);
  }

  /** The matches in what people wrote into a commit or tag. */
  #inMessage(data: Buffer, head: number, path: string): Match[] {
    const matches: Match[] = [];
    eachPart(data, head, (from, to) => void matches.push(...this.#inText(data, path, from, to)));
    return matches;
  }

  /** Read only where something was found. */
  get #sheetsById(): ReadonlyMap<string, RuleSheet> {
    return (this.#sheets ??= new Map(this.#catalogue.sheets.map((sheet) => [sheet.id, sheet])));
  }

  /** The matches in some content that would be told of a file at `path`. */
  #inVersion(path: string, id: string, data: Buffer, others: readonly string[]): Match[] {
    const known = this.screen?.found(id);
    const matches = known
      ? this.#scanner.place(data, 0, data.length, known, path)
      : this.#scanner.matches(data, 0, data.length, this.#versions.scan(id, data, others), path);
    if (matches.length === 0) return [];
    const { accepts: stands } = this.#catalogue;
    const settled = settle(stands ? matches.filter(stands) : matches, this.#options.settling);
    return withoutLacking(settled, this.#sheetsById);
  }
}
