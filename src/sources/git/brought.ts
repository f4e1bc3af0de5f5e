/**
 * Files that a change brings in, and what was there before: the common form of staged changes and of ranges of commits.
 * @module
 */
import { fromBytes } from '../../path.ts';
import type { Ledger } from '../ledger.ts';
import { type ReadLimits, streamObjects } from './batch.ts';
import { type LogCommit, parseEntry, SUBMODULE } from './gitlog.ts';

/** What stood in the place of a file before a change. */
export interface Preimage {
  /** Another one than the file's where that was moved. */
  path: string;
  mode: string;
  id: string;
}

/** A file of which a change makes the content. */
export interface Change {
  /** From the top of the repository, as in path.ts. */
  path: string;
  /** `100644`, `100755` or `120000` (a link: its content is the target). */
  mode: string;
  id: string;
  /** One for each parent, those that are alike once; the id is all zeros where a parent has no such path. */
  before: Preimage[];
  /** The commit that brings it in. */
  commit?: LogCommit;
}

/** Looks through much content, and the messages of many commits, before they are read one by one. */
export interface Screen {
  /**
   * @param files that are changed, as far as that is known yet
   * @returns whether it will look: then messages may wait for that
   */
  expect(files: number): boolean;
  /** Looks until the reading is ended early. */
  look(wanted: Unscreened): Promise<Screened>;
}

export interface Unscreened {
  /** By id of the content, the paths it is brought to. */
  contents: ReadonlyMap<string, ReadonlySet<string>>;
  /** Ids of commits. */
  messages: readonly string[];
}

/** What a screen has seen, by ids of contents and commits; of others it is not known whether they hold anything. */
export interface Screened {
  /** Sizes, in bytes, of those in which nothing is to be told. */
  clean: ReadonlyMap<string, number>;
  /** Those that hold something. */
  found: ReadonlySet<string>;
}

/** Is given all content first, and then what it replaces where that matters. */
export interface ChangeHandler<One extends Change = Change> {
  /** Whether the change is compared with what stood there before; else all is new. Default: it is. */
  counts?(before: Preimage, change: One): boolean;
  /**
   * @param done part of the work that is done with this one, from 0 to 1
   * @returns whether `onReplaced` is to follow
   */
  onContent(change: One, data: Buffer, done: number): boolean;
  /** In place of `onContent`, where a screen has found nothing. */
  onClean?(change: One, size: number, done: number): void;
  /** @param before what stood at the path before: nothing for new files */
  onReplaced(change: One, before: readonly Replaced<One>[]): void;
}

/** A file that a change replaces: its content, or the change at the same path with which that was given. */
export type Replaced<One extends Change = Change> = { id: string; path: string; data: Buffer } | { madeBy: One };

/**
 * The file of an entry (see gitlog.ts) at a path.
 * @param from where it was moved from: the path that each parent has it under
 */
export function changeOf(entry: Buffer, path: string, from: readonly Buffer[] = []): Change {
  const { mode, id, before, modes } = parseEntry(entry);
  const olds = before.map((old, i) => ({ path: from[i] ? fromBytes(from[i]) : path, mode: modes[i]!, id: old }));
  // Of a merge of very many parents most have the same there.
  const unlike = new Map(olds.map((old) => [`${old.mode} ${keyOf(old)}`, old]));
  return { path, mode, id, before: [...unlike.values()] };
}

/** Whether an object id says that there is no object. */
export function isNone(id: string): boolean {
  return /^0*$/.test(id);
}

/**
 * Reads the content of changes through `git cat-file`, in their order, and then what was there before. When the reading is ended
 * early, what has been given until then is still compared.
 * @param findOrigins tells `before` better, for the changes of which it matters: where files were moved from
 * @param screened what a screen has seen: that in which nothing is is not read, and if it was ended early, nothing else than what it has found
 */
export async function readChanges<One extends Change>(
  cwd: string,
  changes: readonly One[],
  limits: ReadLimits,
  handler: ChangeHandler<One>,
  ledger: Ledger,
  findOrigins?: (changes: readonly One[]) => Promise<void>,
  screened?: Screened,
): Promise<void> {
  const preimages = (change: One): Preimage[] =>
    change.before.filter((old) => !isNone(old.id) && old.mode !== SUBMODULE && (handler.counts?.(old, change) ?? true));
  // What a file is taken for depends on its path too: one that was moved as it is may tell more in its new place.
  const isNew = (change: One): boolean =>
    !isNone(change.id) && !preimages(change).some(({ id, path }) => id === change.id && path === change.path);
  const brought = changes.filter((change) => {
    if (change.mode === SUBMODULE) ledger.skip('submodule', change.path, false);
    return change.mode !== SUBMODULE && isNew(change);
  });
  const compared: One[] = [];
  const given = new Map<string, One>();
  let next = 0;
  const giveCleanUpTo = (end: number): void => {
    for (; next < end; next++) {
      const change = brought[next]!;
      const size = screened?.clean.get(change.id);
      if (size === undefined) continue;
      given.set(keyOf(change), change);
      handler.onClean?.(change, size, (next + 1) / brought.length);
    }
  };
  const { isRead, bounds } = afterScreen(screened, limits);
  const read = brought.flatMap(({ id }, at) => (isRead(id) ? [{ id, at }] : []));
  await streamObjects(
    cwd,
    read.map(({ id }) => id),
    bounds,
    (object, i) => {
      const { at } = read[i]!;
      giveCleanUpTo(at);
      if (!object) return;
      const change = brought[at]!;
      given.set(keyOf(change), change);
      if (handler.onContent(change, object.data, (at + 1) / brought.length)) compared.push(change);
    },
    ledger,
  );
  giveCleanUpTo(brought.length);
  if (compared.length === 0) return;
  await findOrigins?.(compared);
  const replacing = compared.filter(isNew).map((change) => ({ change, before: preimages(change) }));
  await readReplaced(cwd, replacing, given, { maxSize: limits.maxSize }, handler, ledger);
}

/**
 * What is read after a screen: all in which there may be something. Where the reading was ended early, only what is known to hold
 * something, and that to the end.
 */
export function afterScreen(
  screened: Screened | undefined,
  limits: ReadLimits,
): { isRead: (id: string) => boolean; bounds: ReadLimits } {
  if (screened && limits.signal?.aborted) return { isRead: (id) => screened.found.has(id), bounds: { maxSize: limits.maxSize } };
  return { isRead: (id) => !screened?.clean.has(id), bounds: limits };
}

function keyOf({ id, path }: Preimage): string {
  return `${id} ${path}`;
}

/** @param given by key, with what change content was given that need not be read again */
async function readReplaced<One extends Change>(
  cwd: string,
  changes: readonly { change: One; before: readonly Preimage[] }[],
  given: ReadonlyMap<string, One>,
  limits: ReadLimits,
  handler: ChangeHandler<One>,
  ledger: Ledger,
): Promise<void> {
  const wanted: Preimage[] = [];
  /** Of each change, how many of them are read with it. */
  const ends: number[] = [];
  const known = changes.map(({ before }) => {
    const made: Replaced<One>[] = [];
    for (const old of before) {
      const madeBy = given.get(keyOf(old));
      if (madeBy) made.push({ madeBy });
      else wanted.push(old);
    }
    ends.push(wanted.length);
    return made;
  });
  let next = 0;
  let read: Replaced<One>[] = [];
  const giveUpTo = (done: number): void => {
    for (; next < changes.length && ends[next]! <= done; next++) {
      handler.onReplaced(changes[next]!.change, [...known[next]!, ...read]);
      read = [];
    }
  };
  giveUpTo(0);
  await streamObjects(
    cwd,
    wanted.map(({ id }) => id),
    limits,
    (object, index) => {
      if (object?.type === 'blob') read.push({ id: object.id, path: wanted[index]!.path, data: object.data });
      giveUpTo(index + 1);
    },
    ledger,
  );
}
