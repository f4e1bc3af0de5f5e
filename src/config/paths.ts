/**
 * Paths as a scan tells them, seen from the folder that patterns are written for.
 * @module
 */
import { isAbsolute, posix, sep } from 'node:path';
import { PathFilter } from '../sources/filter.ts';

const slashes = (path: string): string => (sep === '/' ? path : path.replaceAll(sep, '/'));

/**
 * @param root absolute folder that a scan's paths are relative to
 * @param base absolute folder that patterns are relative to
 * @returns the path relative to `base`; undefined for one that is not in it
 */
export function rebase(root: string, base: string): (path: string) => string | undefined {
  if (root === base) return (path) => (isAbsolute(path) ? inside(path, slashes(base)) : path);
  const [from, to] = [slashes(root), slashes(base)];
  return (path) => inside(isAbsolute(path) ? slashes(path) : posix.join(from, path), to);
}

function inside(path: string, base: string): string | undefined {
  const start = base.endsWith('/') ? base : `${base}/`;
  return path.startsWith(start) ? path.slice(start.length) : undefined;
}

/**
 * Which paths some patterns cover.
 * @param patterns in the syntax of .gitignore, relative to `base`
 * @param root absolute folder that the paths are relative to
 */
export function coveredBy(patterns: readonly string[], base: string, root: string): (path: string) => boolean {
  const filter = new PathFilter([], patterns);
  const inBase = rebase(root, base);
  return (path) => {
    const inside = inBase(path);
    return inside !== undefined && !filter.wantsFile(inside);
  };
}

/** Which paths a configuration wants. */
export interface Patterns {
  /** Absolute folder that the patterns are relative to. */
  base: string;
  /** In the syntax of .gitignore, see sources/filter.ts. */
  include: readonly string[];
  exclude: readonly string[];
}

/** Those patterns for the paths of a scan; what lies outside of their folder is wanted. */
export class ProjectPaths {
  readonly #filter: PathFilter;
  readonly #rebase: (path: string) => string | undefined;

  /** @param root absolute folder that the paths are relative to */
  constructor({ base, include, exclude }: Patterns, root: string) {
    this.#filter = new PathFilter(include, exclude);
    this.#rebase = rebase(root, base);
  }

  wantsFile(path: string): boolean {
    const inside = this.#rebase(path);
    return inside === undefined || this.#filter.wantsFile(inside);
  }

  entersFolder(path: string): boolean {
    const inside = this.#rebase(path);
    return inside === undefined || this.#filter.entersFolder(inside);
  }
}
