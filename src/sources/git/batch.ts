/**
 * Reads objects through `git cat-file`: slower than reading packs, but it knows every way git has to find an object.
 * @module
 */
import { existsSync } from 'node:fs';
import { GitError } from '../../errors.ts';
import type { Ledger } from '../ledger.ts';
import { foldersOf } from './gitdir.ts';
import { looseFile } from './loose.ts';
import { objectDirectories, type Repo } from './repo.ts';
import { runGit, spawnGit } from './spawn.ts';
import type { Steps } from './steps.ts';

/** Bytes of objects asked for at a time: the whole answer is held. */
const GROUP = 32 * 1024 * 1024;
const GROUP_OBJECTS = 5000;
/** Bytes of all objects that are read one way or the other: a bound on the time that a small pack of bombs can take. */
const MOST = 2 ** 34;
/** So many objects of a usual commit are read at once, if they are not larger than this together. */
const FEW = 200;
const FEW_BYTES = 8 * 1024 * 1024;
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
 * Gives each object that git can read to `onObject`, in the order of the ids; the others go to the ledger. Pauses after
 * each run of git.
 * @param ids of objects that are in the store: what git says is missing is damaged
 * @param maxSize larger objects are not read
 */
export function* readThroughGit(
  repo: Repo,
  ids: readonly string[],
  maxSize: number,
  onObject: (object: BatchObject) => void,
  ledger: Ledger,
): Steps<void> {
  let failures = 0;
  let left = MOST;
  if (!repo.git) {
    for (const id of ids) ledger.skip('unreadable', id, true);
    return;
  }
  for (let group = 0; group < ids.length; group += GROUP_OBJECTS) {
    const known = sizesOf(repo, ids.slice(group, group + GROUP_OBJECTS), maxSize, ledger);
    for (let at = 0; at < known.length; ) {
      let bytes = 0;
      let end = at;
      while (end < known.length && (end === at || bytes + (known[end]?.size ?? 0) <= GROUP)) bytes += known[end++]?.size ?? 0;
      left -= bytes;
      if (left < 0) {
        for (const { id } of known.slice(at)) ledger.skip('timeout', id, true);
        break;
      }
      at += failures > MAX_FAILURES ? 0 : readGroup(repo, known.slice(at, end), onObject);
      if (at < end) {
        failures++;
        ledger.skip('unreadable', known[at]?.id ?? '', true);
        at++;
      }
      yield;
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
    if (name !== id || size === undefined || size === 'missing') ledger.skip('unreadable', id, true);
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

/** Objects are held whole, and places in them are numbers of 31 bits. */
const LARGEST = 1 << 30;

/** How far a reader of objects goes. */
export interface ReadLimits {
  /** Larger objects are not read, in bytes. */
  maxSize: number;
  /** Ends the reading early. */
  signal?: AbortSignal | undefined;
}

/** Is called for each id in order; undefined in place of an object that is missing, too large or damaged, which the ledger is told. */
export type OnObject = (object: BatchObject | undefined, index: number) => void;

/** Ids that are still to come when reading begins. */
interface More {
  /** Whether all have come. */
  readonly complete: boolean;
  /** Ids from a position on, also those that come later, as lines. */
  from(index: number): AsyncIterable<Uint8Array>;
}

/**
 * Reads objects in one run of `git cat-file --batch`, as a stream: memory holds one object at a time. A damaged object ends
 * git; it is started again for those that follow.
 * @param ids in the order in which they are wanted; one may be there more than once
 * @param more when others will be added
 */
export async function streamObjects(
  cwd: string,
  ids: readonly string[],
  { maxSize: most, signal }: ReadLimits,
  onObject: OnObject,
  ledger: Ledger,
  more?: More,
): Promise<void> {
  const maxSize = Math.min(most, LARGEST);
  let index = 0;
  let objectDirs: string[] | undefined;
  const reader = (): BatchReader =>
    new BatchReader(maxSize, (object, why) => {
      if (object) onObject(object, index);
      else refuse(why);
      index++;
    });
  const isLeft = (): boolean => index < ids.length || more?.complete === false;
  if (!more && ids.length > 0 && ids.length <= FEW) {
    const answer = readFew(cwd, ids);
    if (answer) reader().push(answer);
  }
  for (let failures = 0; isLeft(); failures++) {
    if (failures > MAX_FAILURES) {
      for (; index < ids.length; index++) refuse('unreadable');
      return;
    }
    const input = more?.from(index) ?? linesOf(ids.slice(index));
    const rest = reader();
    try {
      for await (const chunk of spawnGit(['cat-file', '--batch', '--buffer'], { cwd, input, signal })) rest.push(chunk);
    } catch (error) {
      if (!(error instanceof GitError) || error.exitCode === null) throw error;
    }
    if (signal?.aborted) return;
    if (index < ids.length) {
      refuse('unreadable');
      index++;
    }
  }

  function refuse(why: 'missing-object' | 'too-large' | 'unreadable'): void {
    const id = ids[index] ?? '';
    const damaged = why === 'missing-object' && isDamaged((objectDirs ??= objectDirsAt(cwd)), id);
    ledger.skip(damaged ? 'unreadable' : why, id, true);
    onObject(undefined, index);
  }
}

const linesOf = (ids: readonly string[]): string => ids.map((id) => `${id}\n`).join('');

/** Reads objects while their ids become known: whoever tells them and git are at work at the same time. */
export class ObjectFeed implements More {
  complete = false;
  readonly #ids: string[] = [];
  readonly #read: (more?: More) => Promise<void>;
  readonly #end = new AbortController();
  #reading: Promise<void> | undefined;
  /** Tells who waits for more. */
  #wake: () => void = () => undefined;

  /** As `streamObjects`. */
  constructor(cwd: string, { maxSize, signal: outer }: ReadLimits, onObject: OnObject, ledger: Ledger) {
    const signal = outer ? AbortSignal.any([outer, this.#end.signal]) : this.#end.signal;
    this.#read = (more) => streamObjects(cwd, this.#ids, { maxSize, signal }, onObject, ledger, more);
  }

  add(id: string): void {
    this.#ids.push(id);
    // A few are read faster when all of them are known.
    if (this.#ids.length > FEW && !this.#reading) {
      this.#reading = this.#read(this);
      // It is told where it is awaited.
      this.#reading.catch(() => undefined);
    }
    this.#wake();
  }

  /** No more will come. Ends when all have been read. */
  async finish(): Promise<void> {
    this.complete = true;
    this.#wake();
    await (this.#reading ?? this.#read());
  }

  /** Ends the reading early. */
  stop(): void {
    this.complete = true;
    this.#wake();
    this.#end.abort();
  }

  async *from(index: number): AsyncGenerator<Uint8Array> {
    for (let next = index; next < this.#ids.length || !this.complete; ) {
      const known = this.#ids.slice(next);
      next += known.length;
      if (known.length > 0) yield Buffer.from(linesOf(known));
      else await new Promise<void>((resolve) => (this.#wake = resolve));
    }
  }
}

/** Whether an object that git says is missing is there all the same: a loose file that holds no object. */
export function isDamaged(objectDirs: readonly string[], id: string): boolean {
  return objectDirs.some((dir) => existsSync(looseFile(dir, id)));
}

function objectDirsAt(cwd: string): string[] {
  const folders = foldersOf({ cwd });
  return folders ? objectDirectories(folders.commonDir) : [];
}

/** The answer for a few objects without the machinery of streams; undefined when it would be large. */
function readFew(cwd: string, ids: readonly string[]): Buffer | undefined {
  try {
    const input = `${ids.join('\n')}\n`;
    return runGit(['cat-file', '--batch', '--buffer'], { cwd, input, timeout: TIMEOUT, maxBuffer: FEW_BYTES }).stdout;
  } catch (error) {
    if (!(error instanceof GitError) || error.name === 'GitMissingError') throw error;
    return undefined;
  }
}

/** Cuts the output of `git cat-file --batch` into objects. */
class BatchReader {
  readonly #maxSize: number;
  readonly #onObject: (object: BatchObject | undefined, why: 'missing-object' | 'too-large') => void;
  #head: Buffer = Buffer.alloc(0);
  /** The object that is being read: its bytes so far, and how many (with the line break after it) are still to come. */
  #object: BatchObject | undefined;
  #filled = 0;
  #left = 0;

  constructor(maxSize: number, onObject: (object: BatchObject | undefined, why: 'missing-object' | 'too-large') => void) {
    this.#maxSize = maxSize;
    this.#onObject = onObject;
  }

  push(chunk: Buffer): void {
    for (let at = 0; at < chunk.length; ) at = this.#left > 0 ? this.#content(chunk, at) : this.#header(chunk, at);
  }

  #header(chunk: Buffer, at: number): number {
    const end = chunk.indexOf(10, at);
    this.#head = Buffer.concat([this.#head, chunk.subarray(at, end < 0 ? chunk.length : end)]);
    if (end < 0) return chunk.length;
    const [id = '', type = '', size] = this.#head.toString('latin1').split(' ');
    this.#head = Buffer.alloc(0);
    if (size === undefined) {
      this.#onObject(undefined, 'missing-object');
      return end + 1;
    }
    const fits = Number(size) <= this.#maxSize;
    this.#object = fits ? { id, type: type as BatchObject['type'], data: Buffer.allocUnsafe(Number(size)) } : undefined;
    this.#filled = 0;
    this.#left = Number(size) + 1;
    return end + 1;
  }

  #content(chunk: Buffer, at: number): number {
    const take = Math.min(this.#left, chunk.length - at);
    if (this.#object) this.#filled += chunk.copy(this.#object.data, this.#filled, at, at + take);
    this.#left -= take;
    if (this.#left === 0) this.#onObject(this.#object, 'too-large');
    return at + take;
  }
}
