/**
 * The files of a work tree: what git lists where there is a repository, what git would list where there is none.
 * @module
 */
import { existsSync, lstatSync, readdirSync } from 'node:fs';
import { GitBlockedError, GitError, GitMissingError } from '../errors.ts';
import { displayPath, isWithin } from '../path.ts';
import { type FileEntry, openable } from './entry.ts';
import { PathFilter } from './filter.ts';
import { isIgnored, type Tracked, trackedFiles, untrackedFiles } from './git/files.ts';
import { environmentRepository, findRepository, isRepository } from './git/repository.ts';
import type { GitOptions } from './git/spawn.ts';
import { Watch } from './git/watch.ts';
import type { Ledger } from './ledger.ts';
import { resolveTargets, type Target } from './targets.ts';
import { outerRules, walk, type WalkOptions } from './walk.ts';

export interface ListOptions {
  /** Root of the scan, absolute: paths are told, and globs matched, relative to it. */
  cwd: string;
  /** Files and folders, relative to `cwd` or absolute; see targets.ts for patterns. */
  paths: readonly string[];
  /** Whether ignored files are left out. Files that git tracks are listed whatever ignore rules say. */
  gitignore: boolean;
  /** Globs in the syntax of gitignore patterns (see filter.ts). They hold for files that are named too. */
  include: readonly string[];
  exclude: readonly string[];
  /** Further wishes, for paths as they are told. */
  also?: { wantsFile(path: string): boolean; entersFolder(path: string): boolean } | undefined;
  /** Is told, in a sentence, where the list is not what git would give. */
  notice?: (text: string) => void;
  /** Is told of each path at which there is nothing, instead of an error thrown. */
  problem?: (text: string) => void;
}

const WALKED = 'The files were listed without git, by .gitignore rules: files that are tracked although ignored are not scanned.';
const UNKNOWN_SUBMODULES = 'Submodules that are not checked out could not be told.';

/** Repositories inside of repositories that are listed at the same time. */
const NESTED_AT_ONCE = 3;

/**
 * Lists files and hands them out in batches as they are found, each file once, in no order to rely on. Links are not
 * followed except those that the user named. Files that are named are listed, ignored or not; a folder that is named and
 * ignored is listed whole.
 * @throws UsageError where a path does not exist and `problem` is not given; what `onFiles` throws ends the listing and is thrown on
 */
export async function listFiles(options: ListOptions, onFiles: (files: FileEntry[]) => void, ledger: Ledger): Promise<void> {
  const targets = await resolveTargets(options.cwd, options.paths, options.problem);
  const listing = new Listing(options, onFiles, ledger, targets.length > 1);
  listing.addNamed(targets);
  for (const target of targets) if (target.kind === 'folder') await listing.addFolder(target);
}

/** A folder whose files are listed; the three names of it that stand before its files' relative paths. */
interface Root {
  folder: string;
  display: string;
  glob: string;
}

class Listing {
  readonly #options: ListOptions;
  readonly #onFiles: (files: FileEntry[]) => void;
  readonly #ledger: Ledger;
  readonly #filter: PathFilter;
  /** Absolute paths handed out, where they may come twice: targets that overlap, or what is walked after git failed. */
  #seen: Set<string> | undefined;
  /** Repositories inside of repositories. */
  readonly #nested = new Set<string>();
  /** Notices given. */
  readonly #told = new Set<string>();
  #environment: Promise<string | undefined> | undefined;

  constructor(options: ListOptions, onFiles: (files: FileEntry[]) => void, ledger: Ledger, overlapping: boolean) {
    this.#options = options;
    if (overlapping) this.#seen = new Set();
    this.#onFiles = onFiles;
    this.#ledger = ledger;
    this.#filter = new PathFilter(options.include, options.exclude);
  }

  /** Targets that are no folders. */
  addNamed(targets: readonly Target[]): void {
    const batch: FileEntry[] = [];
    for (const { kind, real, display, glob } of targets) {
      if (kind === 'link') this.#ledger.skip('symlink', display, false);
      else if (kind === 'special') this.#ledger.skip('special-file', display, true);
      else if (kind === 'file') this.#take(batch, real, display, glob, true);
    }
    this.#hand(batch);
  }

  async addFolder(target: Target): Promise<void> {
    const root: Root = { folder: slashed(target.real), display: slashed(target.display), glob: slashed(target.glob) };
    this.#environment ??= environmentRepository();
    const named = await this.#environment;
    const found = findRepository(target.real);
    // Of two repositories around a folder the inner one is meant; `named` wins over the same repository as found.
    const environment = named !== undefined && isWithin(target.real, named) && (found === undefined || isWithin(named, found));
    const top = environment ? named : found;
    const git: GitOptions = environment ? { cwd: target.real, workTree: named } : { cwd: target.real, isolate: true };
    if (!this.#options.gitignore) await this.#walkAll(root, top === undefined ? undefined : git);
    else if (top === undefined) await this.#walk(root, undefined);
    else await this.#listRepository(root, top, git);
  }

  /** Files of a repository, at or below `root`, and of the repositories inside. */
  async #listRepository(root: Root, top: string, git: GitOptions): Promise<void> {
    const nested: string[] = [];
    const onWarning = (line: string): void => {
      const [, folder] = /^warning: could not open directory '(.*?)\/?': /.exec(line) ?? [];
      if (folder !== undefined) this.#ledger.skip('unreadable', `${root.display}${folder}/`, true);
    };
    const below = slashed(top) !== root.folder;
    const listed: string[][] = [];
    const watch = new Watch(top, root.folder);
    const watched: GitOptions = { ...git, signal: watch.signal };
    const results = await Promise.allSettled([
      this.#listTracked(root, watched, listed, nested),
      this.#listUntracked(root, { ...watched, onWarning }, listed, nested),
      below && isIgnored(watched),
    ]);
    const blocker = watch.end();
    const failures: unknown[] = results.flatMap((result) => (result.status === 'rejected' ? [result.reason] : []));
    if (blocker !== undefined) failures.push(new GitBlockedError('ls-files', blocker));
    for (const failure of failures) if (!(failure instanceof GitError)) throw failure;
    const failure = failures[0] as GitError | undefined;
    const ignored = results[2].status === 'fulfilled' && results[2].value;
    if (failure !== undefined || ignored) {
      this.#seen ??= new Set(listed.flat().map((path) => root.folder + path));
      if (failure !== undefined) this.#explain(failure, top, WALKED);
      await this.#walk(root, failure && outerRules(top, root.folder));
    }
    await this.#listNested(root, nested);
  }

  async #listTracked(root: Root, git: GitOptions, listed: string[][], nested: string[]): Promise<void> {
    let previous: string | undefined;
    for await (const tracked of trackedFiles(git)) {
      listed.push(tracked.files, tracked.sparse, tracked.links);
      const batch: FileEntry[] = [];
      for (const path of tracked.files) {
        // Sorted by path: the stages of a conflict follow one another.
        if (path !== previous) this.#add(batch, root, path);
        previous = path;
      }
      for (const path of tracked.sparse) if (existsSync(openable(root.folder + path))) this.#add(batch, root, path);
      for (const path of tracked.links) this.#addLink(batch, root, path);
      for (const path of tracked.submodules) this.#addSubmodule(batch, root, path, nested);
      this.#hand(batch);
    }
  }

  async #listUntracked(root: Root, git: GitOptions, listed: string[][], nested: string[]): Promise<void> {
    for await (const paths of untrackedFiles(git)) {
      listed.push(paths);
      const batch: FileEntry[] = [];
      for (const path of paths) {
        if (path.endsWith('/')) nested.push(path.slice(0, -1));
        else this.#add(batch, root, path);
      }
      this.#hand(batch);
    }
  }

  /** What the index holds as a link may be a file by now. */
  #addLink(batch: FileEntry[], root: Root, path: string): void {
    if (!isInside(path) || kindOf(root.folder + path) !== 'link') this.#add(batch, root, path);
    else if (this.#isNew(root.folder + path)) this.#ledger.skip('symlink', root.display + path, false);
  }

  #addSubmodule(batch: FileEntry[], root: Root, path: string, nested: string[]): void {
    const folder = root.folder + path;
    const kind = isInside(path) ? kindOf(folder) : undefined;
    if (kind === 'folder' && holdsFiles(folder)) nested.push(path);
    else if (kind === 'file' || kind === 'link') this.#addLink(batch, root, path);
    else if (this.#isNew(folder)) this.#skipSubmodule(root, path);
  }

  #skipSubmodule(root: Root, path: string): void {
    if (this.#wantsFolder(root, path)) this.#ledger.skip('submodule', `${root.display}${path}/`, true);
  }

  /** Repositories (and folders that git leaves to one) inside of a folder, each by its own rules. */
  async #listNested(root: Root, paths: string[]): Promise<void> {
    const queue = paths.filter((path) => isInside(path) && !this.#nested.has(root.folder + path) && this.#enters(root, path));
    const work = async (): Promise<void> => {
      for (let path = queue.pop(); path !== undefined; path = queue.pop()) {
        const folder = root.folder + path;
        this.#nested.add(folder);
        const inner: Root = { folder: `${folder}/`, display: `${root.display}${path}/`, glob: `${root.glob}${path}/` };
        // A folder cannot be given to git as the one to run in if its name is not UTF-8.
        if (isRepository(folder) && typeof openable(folder) === 'string') {
          await this.#listRepository(inner, folder, { cwd: folder, isolate: true });
        } else await this.#walk(inner, outerRules(folder, folder));
      }
    };
    await Promise.all(Array.from({ length: NESTED_AT_ONCE }, work));
  }

  async #walk(root: Root, outer: WalkOptions['outer']): Promise<void> {
    const nested: string[] = [];
    await this.#walkFiles(root, { gitignore: true, onRepository: (path) => nested.push(path), ...(outer && { outer }) });
    await this.#listNested(root, nested);
  }

  /** Everything but `.git`; git is asked for the submodules that are not there only. */
  async #walkAll(root: Root, git: GitOptions | undefined): Promise<void> {
    const repositories: { path: string; git: GitOptions }[] = git === undefined ? [] : [{ path: '', git }];
    const onRepository = (path: string): void => {
      const cwd = root.folder + path;
      if (typeof openable(cwd) === 'string') repositories.push({ path: `${path}/`, git: { cwd, isolate: true } });
    };
    await this.#walkFiles(root, { gitignore: false, onRepository });
    for (const { path, git } of repositories) {
      const batches: AsyncIterable<Tracked> = trackedFiles(git);
      try {
        for await (const { submodules } of batches) {
          for (const submodule of submodules) {
            const folder = root.folder + path + submodule;
            const absent = isInside(submodule) && (kindOf(folder) !== 'folder' || !holdsFiles(folder));
            if (absent && this.#isNew(folder)) this.#skipSubmodule(root, path + submodule);
          }
        }
      } catch (error) {
        if (!(error instanceof GitError)) throw error;
        this.#explain(error, root.folder + path, UNKNOWN_SUBMODULES);
      }
    }
  }

  async #walkFiles(root: Root, options: Pick<WalkOptions, 'gitignore' | 'onRepository' | 'outer'>): Promise<void> {
    const { folder, display } = root;
    const enters = (path: string): boolean => this.#enters(root, path);
    for (const paths of walk({ ...options, folder, display, ledger: this.#ledger, enters })) {
      const batch: FileEntry[] = [];
      for (const path of paths) this.#take(batch, folder + path, display + path, root.glob + path, false);
      this.#hand(batch);
      await new Promise(setImmediate);
    }
  }

  /** Tells that git could not be asked, and what follows. */
  #explain(failure: GitError, top: string, consequence: string): void {
    const { message } = failure;
    if (failure instanceof GitBlockedError) this.#ledger.skip('unreadable', failure.path, true);
    // Not a work tree at all: there is nothing that git would know.
    if (/not a git repository|must be run in a work tree/.test(message)) return;
    const folder = displayPath(top);
    let reason = `${displayPath(message)} (in ${folder})`;
    if (failure instanceof GitMissingError) reason = message;
    else if (/dubious ownership|unsafe repository/.test(message)) {
      reason = `git does not read ${folder} because it belongs to another user; to let it: git config --global --add safe.directory ${folder}`;
    }
    const text = `${reason}. ${consequence}`;
    if (!this.#told.has(text)) this.#options.notice?.(text);
    this.#told.add(text);
  }

  #wantsFolder({ glob, display }: Root, path: string): boolean {
    return this.#filter.entersFolder(glob + path) && (this.#options.also?.entersFolder(display + path) ?? true);
  }

  #enters(root: Root, path: string): boolean {
    if (this.#wantsFolder(root, path)) return true;
    this.#ledger.skip('ignored', `${root.display}${path}/`, false);
    return false;
  }

  /** Adds a path that git tells. */
  #add(batch: FileEntry[], root: Root, path: string): void {
    if (isInside(path)) this.#take(batch, root.folder + path, root.display + path, root.glob + path, false);
    else this.#ledger.skip('unreadable', root.display + path, true);
  }

  #take(batch: FileEntry[], absolute: string, path: string, glob: string, explicit: boolean): void {
    if (!this.#isNew(absolute)) return;
    if ((this.#filter.open || this.#filter.wantsFile(glob)) && (this.#options.also?.wantsFile(path) ?? true))
      batch.push({ path, open: openable(absolute), explicit });
    else this.#ledger.skip('ignored', path, false);
  }

  #isNew(absolute: string): boolean {
    return this.#seen === undefined || this.#seen.size !== this.#seen.add(absolute).size;
  }

  #hand(batch: FileEntry[]): void {
    if (batch.length > 0) this.#onFiles(batch);
  }
}

function slashed(path: string): string {
  return path === '' || path.endsWith('/') ? path : `${path}/`;
}

/** An index made by hand can hold paths that lead out of the work tree. */
function isInside(path: string): boolean {
  return path !== '' && !path.startsWith('/') && !(path.includes('..') && path.split('/').includes('..'));
}

function kindOf(path: string): 'folder' | 'link' | 'file' | undefined {
  try {
    const stats = lstatSync(openable(path));
    return stats.isDirectory() ? 'folder' : stats.isSymbolicLink() ? 'link' : 'file';
  } catch {
    return undefined;
  }
}

/** Whether there is something in a folder, or something that cannot be seen. */
function holdsFiles(folder: string): boolean {
  try {
    return readdirSync(openable(folder)).length > 0;
  } catch {
    return true;
  }
}
