/**
 * Files that a change brings in, and what was there before: the common form of staged changes and of ranges of commits.
 * @module
 */
import type { Ledger } from '../ledger.ts';
import { type ReadLimits, streamObjects } from './batch.ts';
import type { LogCommit } from './gitlog.ts';

/** A file of which a change makes the content. */
export interface Change {
  /** From the top of the repository, as in path.ts. */
  path: string;
  /** `100644`, `100755` or `120000` (a link: its content is the target). */
  mode: string;
  id: string;
  /** What stood at the path before: one object for each parent, all zeros where a parent has no such path. */
  before: string[];
  /** The commit that brings it in. */
  commit?: LogCommit;
}

/** Is given all content first, and then what it replaces where that matters. */
export interface ChangeHandler<One extends Change = Change> {
  /**
   * @param done part of the work that is done with this one, from 0 to 1
   * @returns whether `onReplaced` is to follow
   */
  onContent(change: One, data: Buffer, done: number): boolean;
  /** @param before what stood at the path before: nothing for new files */
  onReplaced(change: One, before: readonly Replaced<One>[]): void;
}

/** A file that a change replaces: its content, or the change at the same path with which that was given. */
export type Replaced<One extends Change = Change> = { id: string; data: Buffer } | { madeBy: One };

export const SUBMODULE = '160000';

/** Whether an object id says that there is no object. */
export function isNone(id: string): boolean {
  return /^0*$/.test(id);
}

/**
 * Reads the content of changes through `git cat-file`, in their order, and then what was there before. When the reading is ended
 * early, what has been given until then is still compared.
 * @param findOrigins tells `before` better, for the changes of which it matters: where files were moved from
 */
export async function readChanges<One extends Change>(
  cwd: string,
  changes: readonly One[],
  limits: ReadLimits,
  handler: ChangeHandler<One>,
  ledger: Ledger,
  findOrigins?: (changes: readonly One[]) => Promise<void>,
): Promise<void> {
  const isNew = ({ id, before }: Change): boolean => !isNone(id) && !before.includes(id);
  const brought = changes.filter((change) => {
    if (change.mode === SUBMODULE) ledger.skip('submodule', change.path, false);
    return change.mode !== SUBMODULE && isNew(change);
  });
  const compared: One[] = [];
  const given = new Map<string, One>();
  await streamObjects(
    cwd,
    brought.map(({ id }) => id),
    limits,
    (object, i) => {
      const change = brought[i] as One;
      if (!object) return;
      given.set(keyOf(change, change.id), change);
      if (handler.onContent(change, object.data, (i + 1) / brought.length)) compared.push(change);
    },
    ledger,
  );
  if (compared.length === 0) return;
  await findOrigins?.(compared);
  await readReplaced(cwd, compared.filter(isNew), given, { maxSize: limits.maxSize }, handler, ledger);
}

/** Of some content at the path of a change. */
function keyOf({ path }: Change, id: string): string {
  return `${id} ${path}`;
}

/** @param given by key, with what change content was given that need not be read again */
async function readReplaced<One extends Change>(
  cwd: string,
  changes: readonly One[],
  given: ReadonlyMap<string, One>,
  limits: ReadLimits,
  handler: ChangeHandler<One>,
  ledger: Ledger,
): Promise<void> {
  const ids: string[] = [];
  /** Of each change, how many of the ids are read with it. */
  const ends: number[] = [];
  const known = changes.map((change) => {
    const made: Replaced<One>[] = [];
    for (const id of change.before.filter((old) => !isNone(old))) {
      const madeBy = given.get(keyOf(change, id));
      if (madeBy) made.push({ madeBy });
      else ids.push(id);
    }
    ends.push(ids.length);
    return made;
  });
  let next = 0;
  let read: Replaced<One>[] = [];
  const giveUpTo = (done: number): void => {
    for (; next < changes.length && ends[next]! <= done; next++) {
      handler.onReplaced(changes[next]!, [...known[next]!, ...read]);
      read = [];
    }
  };
  giveUpTo(0);
  await streamObjects(
    cwd,
    ids,
    limits,
    (object, index) => {
      if (object?.type === 'blob') read.push({ id: object.id, data: object.data });
      giveUpTo(index + 1);
    },
    ledger,
  );
}
