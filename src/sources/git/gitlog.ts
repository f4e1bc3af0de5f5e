/**
 * Reads `git log --raw` as a stream: each commit, and each path at which it brings in content that no parent has there.
 * @module
 */
import { fromBytes } from '../../path.ts';
import { type GitOptions, spawnGit } from './spawn.ts';

/** One commit of the log. Names and subject are as stored, re-encoded to UTF-8. */
export interface LogCommit {
  id: string;
  author: string;
  email: string;
  /** When it was written, seconds since 1970. */
  time: number;
  subject: string;
}

/** One changed path of a commit. */
export interface LogEntry {
  /** Octal mode of the new entry, `000000` when the path is gone. */
  mode: string;
  /** New object, all zeros when the path is gone. */
  id: string;
  /** Objects that the parents have at this path, in the order of the parents; all zeros where there is none. */
  before: string[];
  /** The modes of these. */
  modes: string[];
}

export interface LogHandler {
  onCommit(commit: LogCommit): void;
  /**
   * @param entry see parseEntry
   * @param path bytes; all are valid during the call only
   * @param from where the file was moved from: its path in each parent, if ALL_PATHS was asked for
   */
  onEntry(entry: Buffer, path: Buffer, from: readonly Buffer[]): void;
}

/** Mode of an entry that is the commit of another repository. */
export const SUBMODULE = '160000';

/** Renames are found, whatever a configuration says, so that a moved file is compared with what it was. */
export const RENAMES = ['--find-renames=50%', '-l1000'];

/** To be told of files that a merge moves under which path each parent has them. */
export const ALL_PATHS = '--combined-all-paths';

/** Only files that have been moved as they are: to find others, git must read files, which may be missing. */
export const MOVES = ['--find-renames=100%'];

/** Settings of a repository or user that would change what is shown are each told to be what is read here. */
const FORMAT = [
  'log',
  '-z',
  '--no-color',
  '--no-show-signature',
  '--no-mailmap',
  '--no-notes',
  '--no-decorate',
  '--encoding=UTF-8',
  '--format=%H%x00%an%x00%ae%x00%at%x00%s',
];

/**
 * Shows changed paths: merges are compared with all parents (`-c`: only paths that differ from every one), and a root
 * brings in its whole tree. To be followed by RENAMES or `--no-renames`.
 */
export const CHANGES = [
  '--raw',
  '-c',
  '--no-abbrev',
  '--no-ext-diff',
  '--no-textconv',
  '--no-relative',
  '--ignore-submodules=none',
  '-O/dev/null',
];

/** Whatever a configuration says, a root brings in its whole tree. */
const SHOW_ROOT = ['-c', 'log.showRoot=true'];

const HEADER_FIELDS = 5;

const COLON = 0x3a;

/**
 * Runs `git log` with `args`: CHANGES if entries are wanted, revisions, and how to walk them.
 * @throws GitError when git fails, after everything it printed has been handled
 */
export async function readLog(args: readonly string[], options: GitOptions, handler: LogHandler): Promise<void> {
  const header: Buffer[] = [];
  let entry: Buffer | undefined;
  /** Paths before that of the entry: so many are still to come. */
  const from: Buffer[] = [];
  let olds = 0;
  const allPaths = args.includes(ALL_PATHS);
  const onToken = (token: Buffer): void => {
    if (entry && from.length < olds) {
      from.push(token);
    } else if (entry) {
      handler.onEntry(entry, token, from);
      entry = undefined;
      from.length = 0;
    } else if (header.length > 0) {
      header.push(token);
      if (header.length === HEADER_FIELDS) handler.onCommit(parseHeader(header.splice(0)));
    } else {
      // Commit and paths are parted by a line break, or by an empty field for merges.
      const start = token[0] === 10 ? 1 : 0;
      if (token[start] === COLON) {
        entry = token.subarray(start);
        const parents = parentCount(entry);
        olds = parents > 1 ? (allPaths ? parents : 0) : hasOldPath(entry) ? 1 : 0;
      } else if (token.length > start) header.push(token.subarray(start));
    }
  };
  /** A token that is not at its end: the entry of a merge with very many parents comes in thousands of chunks. */
  const begun: Buffer[] = [];
  for await (const chunk of spawnGit([...SHOW_ROOT, ...FORMAT, ...args], options)) {
    begun.push(chunk);
    if (!chunk.includes(0)) continue;
    const data = begun.length > 1 ? Buffer.concat(begun) : chunk;
    let at = 0;
    for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
      onToken(data.subarray(at, nul));
      at = nul + 1;
    }
    // What is kept beyond this chunk must not change with it.
    begun.splice(0, Infinity, Buffer.from(data.subarray(at)));
    for (const [i, field] of header.entries()) header[i] = Buffer.from(field);
    if (entry) entry = Buffer.from(entry);
    for (const [i, path] of from.entries()) from[i] = Buffer.from(path);
  }
}

function parseHeader([id, author, email, time, subject]: Buffer[]): LogCommit {
  return {
    id: String(id).trim(),
    author: fromBytes(author ?? Buffer.alloc(0)),
    email: fromBytes(email ?? Buffer.alloc(0)),
    time: Number(String(time)),
    subject: fromBytes(subject ?? Buffer.alloc(0)),
  };
}

/** The new object's id in an entry (`:mode mode id id status`, one more mode and id for each further parent). */
export function newId(entry: Buffer, idBytes: number): string {
  const end = entry.lastIndexOf(0x20);
  return entry.toString('latin1', end - 2 * idBytes, end);
}

/** Whether an entry is that of a rename, which is followed by two paths, the old one first. */
export function hasOldPath(entry: Buffer): boolean {
  // Entries of merges have one path only.
  return entry[1] !== COLON && entry[entry.lastIndexOf(0x20) + 1] === 0x52;
}

/** An entry begins with one colon for each parent. */
function parentCount(entry: Buffer): number {
  let count = 0;
  while (entry[count] === COLON) count++;
  return count;
}

export function parseEntry(entry: Buffer): LogEntry {
  const text = entry.toString('latin1');
  const parents = parentCount(entry);
  const fields = text.slice(parents).split(' ');
  return {
    mode: fields[parents] ?? '',
    id: fields[2 * parents + 1] ?? '',
    before: fields.slice(parents + 1, 2 * parents + 1),
    modes: fields.slice(0, parents),
  };
}
