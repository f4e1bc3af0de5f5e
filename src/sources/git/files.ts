/**
 * The files of a work tree as git knows them.
 * @module
 */
import { fromBytes } from '../../path.ts';
import { type GitOptions, spawnGit } from './spawn.ts';

/** Some entries of the index. Paths are relative to the folder git ran in, which they are all below. */
export interface Tracked {
  files: string[];
  /** Files that the index says are not in the work tree (sparse checkout, skip-worktree): they may be there all the same. */
  sparse: string[];
  /** Symbolic links, as far as the index knows. */
  links: string[];
  /** Submodules (gitlinks), checked out or not. */
  submodules: string[];
}

/**
 * What the index holds at or below `cwd`, whatever ignore rules say, as git prints it (git-ls-files(1)). Files that are in
 * conflict come once for each stage; deleted files come too.
 * @throws as `spawnGit`
 */
export async function* trackedFiles(options: GitOptions): AsyncGenerator<Tracked, void, void> {
  for await (const records of split(spawnGit(['ls-files', '-z', '-t', '--stage'], options))) {
    const tracked: Tracked = { files: [], sparse: [], links: [], submodules: [] };
    for (const record of records) {
      // "H 100644 <id> <stage>\t<path>"
      const path = record.slice(record.indexOf('\t') + 1);
      const kind = record[3];
      if (kind === '6') tracked.submodules.push(path);
      else if (kind === '2') tracked.links.push(path);
      else if (record.startsWith('S')) tracked.sparse.push(path);
      else tracked.files.push(path);
    }
    yield tracked;
  }
}

/**
 * What is at or below `cwd`, not in the index and not ignored. A path that ends in `/` is a repository of its own.
 * Regular files and links are not told apart; other kinds of files are left out.
 * @throws as `spawnGit`
 */
export function untrackedFiles(options: GitOptions): AsyncGenerator<string[], void, void> {
  return split(spawnGit(['ls-files', '-z', '--others', '--exclude-standard'], options));
}

/** Whether ignore rules cover the folder `cwd` itself. */
export async function isIgnored(options: GitOptions): Promise<boolean> {
  for await (const _ of spawnGit(['check-ignore', '--no-index', '--', '.'], { ...options, success: [0, 1] })) return true;
  return false;
}

/** @param path bytes, valid during the call only */
export type OnEntry = (id: string, path: Buffer, mode: string) => void;

/**
 * Gives the entries that `ls-tree -z` and `ls-files -s -z` print: `MODE … ID [STAGE] TAB path NUL`.
 * @throws as `spawnGit`
 */
export async function readEntries(args: readonly string[], options: GitOptions, onEntry: OnEntry): Promise<void> {
  let rest: Buffer = Buffer.alloc(0);
  for await (const chunk of spawnGit(args, options)) {
    const data = Buffer.concat([rest, chunk]);
    let at = 0;
    for (let nul = data.indexOf(0); nul >= 0; nul = data.indexOf(0, at)) {
      const tab = data.indexOf(9, at);
      const facts = data.toString('latin1', at, tab);
      const [id = ''] = /\b[0-9a-f]{40,64}\b/.exec(facts) ?? [];
      onEntry(id, data.subarray(tab + 1, nul), facts.slice(0, 6));
      at = nul + 1;
    }
    rest = data.subarray(at);
  }
}

/** NUL-terminated records as strings (see path.ts), as they come. */
async function* split(output: AsyncIterable<Buffer>): AsyncGenerator<string[], void, void> {
  let begun: Buffer[] = [];
  for await (const chunk of output) {
    const end = chunk.lastIndexOf(0);
    if (end < 0) {
      begun.push(chunk);
      continue;
    }
    const whole = begun.length > 0 ? Buffer.concat([...begun, chunk.subarray(0, end)]) : chunk.subarray(0, end);
    begun = end + 1 < chunk.length ? [chunk.subarray(end + 1)] : [];
    yield fromBytes(whole).split('\0');
  }
}
