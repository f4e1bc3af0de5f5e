/**
 * Which paths the user wants: `--include` and `--exclude`.
 * @module
 */
import { toBytes } from '../path.ts';
import { IgnoreRules } from './gitignore.ts';

const NON_ASCII = /[^\0-\x7f]/;

/** A path's bytes as a string, one unit a byte: what IgnoreRules match. */
export function byteString(path: string): string {
  return NON_ASCII.test(path) ? toBytes(path).toString('latin1') : path;
}

/**
 * Globs in the syntax of gitignore patterns: `*.ts` is matched at any depth, `/dist` and `a/b` from the root of the
 * scan, `docs/` matches folders only, a folder that matches covers all that is in it, and of several globs that match the
 * last one decides, where `!` takes back.
 */
class GlobSet {
  readonly #rules: IgnoreRules;
  /** Answers for folders: the files of one folder share it. */
  readonly #folders = new Map<string, boolean>([['', false]]);

  constructor(globs: readonly string[]) {
    this.#rules = new IgnoreRules(globs.map((glob) => byteString(glob.replace(/^(!?)\.\//, '$1/'))));
  }

  get empty(): boolean {
    return this.#rules.empty;
  }

  /** Whether a file is covered. `path` has `/` between names and none at its end. */
  file(path: string): boolean {
    const bytes = byteString(path);
    const slash = bytes.lastIndexOf('/');
    return this.#folder(bytes.slice(0, Math.max(slash, 0))) || this.#rules.match(bytes, bytes.slice(slash + 1), false) === true;
  }

  /** Whether a folder and all that is in it is covered. */
  folder(path: string): boolean {
    return this.#folder(byteString(path));
  }

  #folder(bytes: string): boolean {
    let covered = this.#folders.get(bytes);
    if (covered === undefined) {
      const slash = bytes.lastIndexOf('/');
      covered =
        this.#folder(bytes.slice(0, Math.max(slash, 0))) || this.#rules.match(bytes, bytes.slice(slash + 1), true) === true;
      this.#folders.set(bytes, covered);
    }
    return covered;
  }
}

/** Include and exclude globs together. Paths are relative to the root of the scan. */
export class PathFilter {
  readonly #include: GlobSet;
  readonly #exclude: GlobSet;

  /** Without `include` globs everything is wanted that `exclude` does not cover; exclusion wins. */
  constructor(include: readonly string[], exclude: readonly string[]) {
    this.#include = new GlobSet(include);
    this.#exclude = new GlobSet(exclude);
  }

  /** Whether there are no globs: every path is wanted. */
  get open(): boolean {
    return this.#include.empty && this.#exclude.empty;
  }

  wantsFile(path: string): boolean {
    return (this.#include.empty || this.#include.file(path)) && (this.#exclude.empty || !this.#exclude.file(path));
  }

  /** Whether anything in a folder can be wanted: false spares the walk through it. */
  entersFolder(path: string): boolean {
    return this.#exclude.empty || !this.#exclude.folder(path);
  }
}
