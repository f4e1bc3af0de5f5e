/**
 * A walk over folders that are no repository, by the rules git would apply if they were one.
 * @module
 */
import { type Dirent, lstatSync, readdirSync, readFileSync, type Stats } from 'node:fs';
import { posix } from 'node:path';
import { fromBytes } from '../path.ts';
import { openable } from './entry.ts';
import { byteString } from './filter.ts';
import { isRepository } from './git/repository.ts';
import { IgnoreRules, parseIgnoreFile } from './gitignore.ts';
import type { Ledger } from './ledger.ts';

/** The rules of one folder, and those of the folders above it. */
export interface RuleStack {
  rules: IgnoreRules;
  /** Length of the folder's path, with its last `/`, in the byte strings that are matched. */
  base: number;
  above: RuleStack | undefined;
}

/** How to walk. Paths given to and by the walk are relative to `folder`. */
export interface WalkOptions {
  /** Absolute path of the folder to walk, which is no link, with a `/` at its end. */
  folder: string;
  /** Whether .gitignore files are obeyed. */
  gitignore: boolean;
  /** Rules from above the folder, and the byte string that stands before relative paths when they are matched. */
  outer?: { rules: RuleStack | undefined; lead: string };
  /** Asked for each folder that rules let pass. */
  enters: (path: string) => boolean;
  /** Is given each repository that is met; with `gitignore` its content is left out. */
  onRepository: (path: string) => void;
  /** Takes skips; `display` stands before relative paths. */
  ledger: Ledger;
  display: string;
}

interface Folder {
  /** Relative path with a `/` at its end, empty for the root. */
  path: string;
  /** The same as a byte string, with what leads to the root. */
  bytes: string;
  rules: RuleStack | undefined;
}

const FIRST_BATCH = 64;
const LAST_BATCH = 1024;

/** Yields batches of files, small ones first so that reading can begin. Links are not followed. */
export function* walk(options: WalkOptions): Generator<string[], void, void> {
  const stack: Folder[] = [{ path: '', bytes: options.outer?.lead ?? '', rules: options.outer?.rules }];
  let batch: string[] = [];
  let size = FIRST_BATCH;
  for (let folder = stack.pop(); folder !== undefined; folder = stack.pop()) {
    visit(folder, options, batch, stack);
    if (batch.length >= size) {
      yield batch;
      batch = [];
      size = Math.min(size * 2, LAST_BATCH);
    }
  }
  if (batch.length > 0) yield batch;
}

function visit(folder: Folder, options: WalkOptions, files: string[], folders: Folder[]): void {
  const { ledger, display } = options;
  const absolute = options.folder + folder.path;
  let entries: Entry[];
  try {
    entries = readFolder(absolute);
  } catch (error) {
    const gone = isGone(error);
    ledger.skip(gone ? 'vanished' : 'unreadable', display + folder.path, !gone);
    return;
  }
  let { rules } = folder;
  for (const entry of entries) {
    if (entry.name === '.git' && folder.path !== '' && isRepository(absolute.slice(0, -1))) {
      options.onRepository(folder.path.slice(0, -1));
      if (options.gitignore) return;
    } else if (entry.name === '.gitignore' && options.gitignore && entry.isFile()) {
      rules = pushRules(`${absolute}.gitignore`, folder.bytes.length, rules);
    }
  }
  for (const entry of entries) {
    const { name } = entry;
    if (name === '.git') continue;
    const bytes = folder.bytes + name;
    const directory = entry.isDirectory();
    if (rules !== undefined && isIgnored(rules, bytes, name, directory)) continue;
    const path = folder.path + decodeName(name);
    if (directory) {
      if (options.enters(path)) folders.push({ path: `${path}/`, bytes: `${bytes}/`, rules });
    } else if (entry.isFile()) files.push(path);
    else ledger.skip(entry.isSymbolicLink() ? 'symlink' : 'special-file', display + path, false);
  }
}

/**
 * The rules that hold in a folder because of the folders above it, up to the top of its repository.
 * @param top absolute path of the repository's top, at or above `folder`
 * @returns what `WalkOptions.outer` takes; undefined where the rules ignore the folder itself
 */
export function outerRules(top: string, folder: string): NonNullable<WalkOptions['outer']> | undefined {
  let rules = pushRules(posix.join(top, '.git/info/exclude'), 0, undefined);
  let bytes = '';
  for (const name of posix.relative(top, folder).split('/')) {
    if (name === '') break;
    rules = pushRules(posix.join(top, fromBytes(Buffer.from(bytes, 'latin1')), '.gitignore'), bytes.length, rules);
    bytes += byteString(name);
    if (isIgnored(rules, bytes, byteString(name), true)) return undefined;
    bytes += '/';
  }
  return { rules, lead: bytes };
}

function pushRules(file: string, base: number, above: RuleStack | undefined): RuleStack | undefined {
  try {
    // Git does not follow a link here either (gitignore(5)).
    if (!lstatSync(openable(file)).isFile()) return above;
    const rules = new IgnoreRules(parseIgnoreFile(readFileSync(openable(file), 'latin1')));
    return rules.empty ? above : { rules, base, above };
  } catch {
    // Not there or not readable: no rules, so that more is scanned, not less.
    return above;
  }
}

/** The deepest file that says anything decides. */
function isIgnored(stack: RuleStack | undefined, path: string, name: string, directory: boolean): boolean {
  for (let at = stack; at !== undefined; at = at.above) {
    const said = at.rules.match(at.base > 0 ? path.slice(at.base) : path, name, directory);
    if (said !== undefined) return said;
  }
  return false;
}

type Entry = Pick<Dirent, 'name' | 'isFile' | 'isDirectory' | 'isSymbolicLink'>;

/** Content of a folder, whose path ends in `/`; names are byte strings. */
export function readFolder(folder: string, typed = true): Entry[] {
  const path = openable(folder);
  if (typed) {
    try {
      return readdirSync(path, { withFileTypes: true, encoding: 'latin1' });
    } catch (error) {
      // Where the file system does not tell types, node asks for them by names that it has as byte strings here.
      if ((error as NodeJS.ErrnoException).syscall === 'scandir') throw error;
    }
  }
  const entries: Entry[] = [];
  for (const name of readdirSync(path, { encoding: 'latin1' })) {
    const stats: Stats | undefined = lstatSync(openable(folder + decodeName(name)), { throwIfNoEntry: false });
    if (stats === undefined) continue;
    entries.push({
      name,
      isFile: () => stats.isFile(),
      isDirectory: () => stats.isDirectory(),
      isSymbolicLink: () => stats.isSymbolicLink(),
    });
  }
  return entries;
}

const NON_ASCII = /[\x80-\xff]/;

function decodeName(bytes: string): string {
  return NON_ASCII.test(bytes) ? fromBytes(Buffer.from(bytes, 'latin1')) : bytes;
}

function isGone(error: unknown): boolean {
  const { code } = error as NodeJS.ErrnoException;
  return code === 'ENOENT' || code === 'ENOTDIR';
}
