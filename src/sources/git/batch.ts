/**
 * Reads objects through `git cat-file`: slower than reading packs, but it knows every way git has to find an object.
 * @module
 */
import type { Ledger } from '../ledger.ts';
import type { Repo } from './repo.ts';
import { runGit } from './spawn.ts';

/** Bytes of objects asked for at a time: the whole answer is held. */
const GROUP = 32 * 1024 * 1024;
const GROUP_OBJECTS = 5000;
/** git ends at some kinds of damage and is started again for the next object; a repository full of them is given up. */
const MAX_FAILURES = 200;
/** Milliseconds after which git is taken to be caught in a damaged object. */
const TIMEOUT = 120_000;

export interface BatchObject {
  id: string;
  type: 'commit' | 'tree' | 'blob' | 'tag';
  data: Buffer;
}

/**
 * Gives each object that git can read to `onObject`, in the order of the ids; the others go to the ledger.
 * @param maxSize larger objects are not read
 */
export function readThroughGit(
  repo: Repo,
  ids: readonly string[],
  maxSize: number,
  onObject: (object: BatchObject) => void,
  ledger: Ledger,
): void {
  let failures = 0;
  for (let group = 0; group < ids.length; group += GROUP_OBJECTS) {
    const known = sizesOf(repo, ids.slice(group, group + GROUP_OBJECTS), maxSize, ledger);
    for (let at = 0; at < known.length; ) {
      let bytes = 0;
      let end = at;
      while (end < known.length && (end === at || bytes + (known[end]?.size ?? 0) <= GROUP)) bytes += known[end++]?.size ?? 0;
      at += failures > MAX_FAILURES ? 0 : readGroup(repo, known.slice(at, end), onObject);
      if (at < end) {
        failures++;
        ledger.skip('unreadable', known[at]?.id ?? '', true);
        at++;
      }
    }
  }
}

interface Known {
  id: string;
  size: number;
}

function sizesOf(repo: Repo, ids: readonly string[], maxSize: number, ledger: Ledger): Known[] {
  const answer = runGit(['cat-file', '--batch-check=%(objectname) %(objectsize)'], {
    cwd: repo.root,
    input: `${ids.join('\n')}\n`,
    timeout: TIMEOUT,
  });
  const lines = answer.stdout.toString('latin1').split('\n');
  const known: Known[] = [];
  for (const [i, id] of ids.entries()) {
    const [name, size] = (lines[i] ?? '').split(' ');
    if (name !== id || size === undefined || size === 'missing') ledger.skip('missing-object', id, true);
    else if (Number(size) > maxSize) ledger.skip('too-large', id, true);
    else known.push({ id, size: Number(size) });
  }
  return known;
}

/** Number of objects read before git gave up, or all. */
function readGroup(repo: Repo, group: readonly Known[], onObject: (object: BatchObject) => void): number {
  const input = group.map(({ id }) => `${id}\n`).join('');
  const { stdout } = runGit(['cat-file', '--batch', '--buffer'], { cwd: repo.root, input, timeout: TIMEOUT });
  let at = 0;
  for (const [done, { id, size }] of group.entries()) {
    const line = stdout.indexOf(10, at);
    const [name, type, length] = line < 0 ? [] : stdout.toString('latin1', at, line).split(' ');
    const end = line + 1 + size;
    if (name !== id || Number(length) !== size || end >= stdout.length) return done;
    onObject({ id, type: type as BatchObject['type'], data: stdout.subarray(line + 1, end) });
    at = end + 1;
  }
  return group.length;
}
