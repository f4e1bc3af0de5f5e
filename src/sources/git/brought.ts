/**
 * Files that a change brings in, with what was there before: the common form of staged changes and of ranges of commits.
 * @module
 */
import type { Ledger } from '../ledger.ts';
import { type ReadLimits, streamObjects } from './batch.ts';
import type { LogCommit } from './gitlog.ts';

/** A file of which a change makes the content, and what it replaces. */
export interface BroughtIn {
  /** From the top of the repository, as in path.ts. */
  path: string;
  /** `100644`, `100755` or `120000` (a link: its content is the target). */
  mode: string;
  id: string;
  data: Buffer;
  /** What stood at the path before: nothing for new files, one object for each parent that has the path. */
  before: { id: string; data: Buffer }[];
  /** The commit that brings it in. */
  commit?: LogCommit;
}

/** As BroughtIn, before content is read. */
export interface Change extends Omit<BroughtIn, 'data' | 'before'> {
  before: string[];
}

export const SUBMODULE = '160000';

/** Whether an object id says that there is no object. */
export function isNone(id: string): boolean {
  return /^0*$/.test(id);
}

/** @param done part of the work that is done with this entry, from 0 to 1 */
export type OnEntry = (entry: BroughtIn, done: number) => void;

/** Reads the content of changes through one `git cat-file`, in their order. */
export async function readChanges(
  cwd: string,
  changes: readonly Change[],
  limits: ReadLimits,
  onEntry: OnEntry,
  ledger: Ledger,
): Promise<void> {
  const owners: number[] = [];
  const ids: string[] = [];
  const wanted = changes.filter(({ mode, id, path, before }) => {
    if (mode === SUBMODULE) ledger.skip('submodule', path, false);
    return mode !== SUBMODULE && !isNone(id) && !before.includes(id);
  });
  for (const [number, { id, before }] of wanted.entries()) {
    for (const each of [...before.filter((old) => !isNone(old)), id]) {
      ids.push(each);
      owners.push(number);
    }
  }
  let earlier: { id: string; data: Buffer }[] = [];
  await streamObjects(
    cwd,
    ids,
    limits,
    (object, index) => {
      const owner = owners[index] as number;
      if (owners[index + 1] === owner) {
        if (object?.type === 'blob') earlier.push({ id: object.id, data: object.data });
        return;
      }
      if (object) onEntry({ ...(wanted[owner] as Change), data: object.data, before: earlier }, (owner + 1) / wanted.length);
      earlier = [];
    },
    ledger,
  );
}
