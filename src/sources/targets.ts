/**
 * What the paths on the command line mean.
 * @module
 */
import { lstatSync, realpathSync, statSync } from 'node:fs';
import { basename, isAbsolute, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import { displayPath, fromBytes } from '../path.ts';
import { openable } from './entry.ts';

/** A place to scan. Links that the user named were followed to find it; none is followed from here on. */
export interface Target {
  kind: 'folder' | 'file' | 'link' | 'special';
  /** Absolute path, no part of which is a link. */
  real: string;
  /** The path to tell: relative to the root of the scan, empty for the root itself; absolute if it is outside. */
  display: string;
  /** The path globs are matched with: as `display`; outside of the root relative to what the user named. */
  glob: string;
}

/**
 * Finds what each path names.
 * @param cwd root of the scan
 * @param paths as the user wrote them. One that does not exist as such and holds glob characters is expanded; a folder
 * among its hits stands for all that is in it.
 * @throws UsageError where there is nothing at a path
 */
export async function resolveTargets(cwd: string, paths: readonly string[]): Promise<Target[]> {
  const targets: Target[] = [];
  for (const path of paths) {
    const target = resolveTarget(cwd, path);
    if (target !== undefined) targets.push(target);
    else targets.push(...(await expand(cwd, path)));
  }
  return targets;
}

function resolveTarget(cwd: string, path: string): Target | undefined {
  const absolute = resolve(cwd, path);
  try {
    const stats = statSync(openable(absolute));
    const kind = stats.isDirectory() ? 'folder' : stats.isFile() ? 'file' : 'special';
    return { kind, real: realPath(absolute), ...names(cwd, absolute, kind) };
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new UsageError(
      `cannot scan ${displayPath(path)}: ${reason(code) ?? message}. Name a file or folder that can be read.`,
      {
        cause: error,
      },
    );
  }
}

function reason(code: string | undefined): string | undefined {
  if (code === 'EACCES' || code === 'EPERM') return 'access is denied';
  return code === 'ELOOP' ? 'its links lead in a circle' : undefined;
}

function names(cwd: string, absolute: string, kind: Target['kind']): Pick<Target, 'display' | 'glob'> {
  const inside = relative(cwd, absolute);
  if (inside !== '..' && !inside.startsWith(`..${sep}`) && !isAbsolute(inside))
    return { display: slashes(inside), glob: slashes(inside) };
  return { display: slashes(absolute), glob: kind === 'folder' ? '' : basename(absolute) };
}

async function expand(cwd: string, pattern: string): Promise<Target[]> {
  const { default: fastGlob } = await import('fast-glob');
  const hits = fastGlob.isDynamicPattern(pattern)
    ? await fastGlob(pattern, {
        cwd,
        dot: true,
        followSymbolicLinks: false,
        onlyFiles: false,
        markDirectories: true,
        ignore: ['**/.git'],
        suppressErrors: true,
      })
    : [];
  const targets: Target[] = [];
  let folder: string | undefined;
  // Sorted, what is in a folder follows the folder at once.
  for (const hit of hits.sort()) {
    if (folder !== undefined && hit.startsWith(folder)) continue;
    const absolute = resolve(cwd, hit);
    if (lstatSync(absolute, { throwIfNoEntry: false })?.isSymbolicLink()) {
      targets.push({ kind: 'link', real: absolute, ...names(cwd, absolute, 'link') });
      continue;
    }
    const target = resolveTarget(cwd, hit);
    if (target === undefined) continue;
    targets.push(target);
    if (hit.endsWith('/')) folder = hit;
  }
  if (targets.length === 0) {
    const what =
      hits.length === 0 && fastGlob.isDynamicPattern(pattern)
        ? 'it does not exist and, as a pattern, matches nothing'
        : 'it does not exist';
    throw new UsageError(`cannot scan ${displayPath(pattern)}: ${what} in ${displayPath(cwd)}. Check the spelling.`);
  }
  return targets;
}

function realPath(path: string): string {
  return slashes(fromBytes(realpathSync.native(openable(path), { encoding: 'buffer' })));
}

function slashes(path: string): string {
  return sep === '/' ? path : path.replaceAll(sep, '/');
}
