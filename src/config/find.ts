/**
 * Finds the files by which a project tells bearertrap what to do: upwards from where a scan begins, never outside of the
 * repository that lies around it. Every scan asks, so this looks at names only (some microseconds a folder).
 * @module
 */
import { existsSync } from 'node:fs';
import { dirname } from 'node:path';

/** The names a configuration may have; the first that exists in a folder counts. */
export const CONFIG_FILES = ['.bearertrap.yaml', '.bearertrap.yml', '.bearertrap.json', '.bearertrap.toml'] as const;
export const BASELINE_FILE = '.bearertrap-baseline.json';
export const IGNORE_FILE = '.bearertrapignore';

export interface ProjectFiles {
  /** Top of the repository around the folder (where `.git` is); undefined outside of any. */
  top: string | undefined;
  /** Absolute paths of what there is, each the nearest of its kind. */
  config?: string;
  baseline?: string;
  ignoreFile?: string;
}

/** @param start absolute folder; outside of a repository it is the only one that is looked at */
export function findProjectFiles(start: string): ProjectFiles {
  const found: ProjectFiles = { top: undefined };
  const nearest: ProjectFiles = { top: undefined };
  for (let folder = start; ; folder = dirname(folder)) {
    look(folder, found);
    if (folder === start) Object.assign(nearest, found);
    if (existsSync(`${folder}/.git`)) return { ...found, top: folder };
    if (folder === dirname(folder)) return nearest;
  }
}

/** The top of the repository around a folder; nothing but `.git` is looked for. */
export function repositoryTop(start: string): string | undefined {
  for (let folder = start; ; folder = dirname(folder)) {
    if (existsSync(`${folder}/.git`)) return folder;
    if (folder === dirname(folder)) return undefined;
  }
}

function look(folder: string, found: ProjectFiles): void {
  const at = (name: string): string | undefined => {
    const path = folder.endsWith('/') ? folder + name : `${folder}/${name}`;
    return existsSync(path) ? path : undefined;
  };
  if (found.config === undefined) {
    for (const name of CONFIG_FILES) {
      const config = at(name);
      if (config === undefined) continue;
      found.config = config;
      break;
    }
  }
  const baseline = found.baseline ?? at(BASELINE_FILE);
  const ignoreFile = found.ignoreFile ?? at(IGNORE_FILE);
  if (baseline !== undefined) found.baseline = baseline;
  if (ignoreFile !== undefined) found.ignoreFile = ignoreFile;
}
