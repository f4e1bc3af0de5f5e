/**
 * The configuration of a project as options of a scan. What reads it is loaded only where there is such a file.
 * @module
 */
import { statSync } from 'node:fs';
import { dirname, relative, resolve } from 'node:path';
import type { Severity } from '../model.ts';
import type { ScanOptions } from '../scan.ts';
import { findProjectFiles } from './find.ts';
import type { Settings } from './settings.ts';

export interface ConfigChoice {
  /** Absolute. */
  cwd: string;
  /** Paths that are scanned, relative to `cwd`: of a single one the search begins there. */
  paths?: readonly string[];
  /** A configuration file instead of the one that would be found; false for none. */
  config?: string | false;
  /** Baselines instead of those that would be found; false for none. */
  baseline?: readonly string[] | false;
}

export interface ProjectConfig {
  /** What a configuration, a baseline and an ignore file of the project add to a scan. */
  options: Pick<
    ScanOptions,
    | 'rules'
    | 'ruleSettings'
    | 'allow'
    | 'severities'
    | 'patterns'
    | 'maxFileSize'
    | 'gitignore'
    | 'inlineIgnores'
    | 'baseline'
    | 'ignoreFile'
  >;
  failOn?: Severity | 'none';
  minSeverity?: Severity;
  /** What applies and where it was written. */
  origins: Settings['origins'];
}

/**
 * Finds and reads what a project says of its scans.
 * @throws UsageError with every mistake in the configuration
 */
export async function projectConfig({ cwd, paths = [], config, baseline }: ConfigChoice): Promise<ProjectConfig> {
  const start = paths.length === 1 && paths[0] !== '-' ? folderOf(resolve(cwd, paths[0]!)) : cwd;
  const found = findProjectFiles(start);
  const file = config === false ? undefined : config === undefined ? found.config : resolve(cwd, config);
  const out: ProjectConfig = { options: {}, origins: [] };
  if (file !== undefined) {
    const { loadSettings } = await import('./settings.ts');
    addSettings(out, loadSettings(file, config === undefined ? (found.top ?? dirname(file)) : undefined, cwd));
  }
  if (baseline !== undefined) out.options.baseline = baseline === false ? [] : baseline;
  else if (out.options.baseline === undefined && found.baseline !== undefined) {
    out.options.baseline = [found.baseline];
    out.origins.push({ key: 'baseline', value: [relative(cwd, found.baseline)], from: 'found' });
  }
  if (found.ignoreFile !== undefined && config !== false) {
    out.options.ignoreFile = found.ignoreFile;
    out.origins.push({ key: 'ignore-file', value: relative(cwd, found.ignoreFile), from: 'found' });
  }
  return out;
}

function folderOf(path: string): string {
  return statSync(path, { throwIfNoEntry: false })?.isDirectory() === false ? dirname(path) : path;
}

function addSettings(out: ProjectConfig, settings: Settings): void {
  const { base, include, exclude, ruleFiles, failOn, minSeverity, origins, ...others } = settings;
  const { ruleSettings, allow, severities, maxFileSize, gitignore, inlineIgnores, baseline } = others;
  out.origins.push(...origins);
  if (failOn !== undefined) out.failOn = failOn;
  if (minSeverity !== undefined) out.minSeverity = minSeverity;
  out.options = {
    allow,
    severities,
    ...(Object.keys(ruleSettings).length > 0 && { ruleSettings }),
    ...(ruleFiles.length > 0 && { rules: ruleFiles }),
    ...((include.length > 0 || exclude.length > 0) && { patterns: { base, include, exclude } }),
    ...(maxFileSize !== undefined && { maxFileSize }),
    ...(gitignore !== undefined && { gitignore }),
    ...(inlineIgnores !== undefined && { inlineIgnores }),
    ...(baseline && { baseline }),
  };
}
