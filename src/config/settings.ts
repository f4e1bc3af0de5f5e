/**
 * What the configuration of a project says, with everything it builds on.
 * @module
 */
import { realpathSync } from 'node:fs';
import { dirname, relative, resolve, sep } from 'node:path';
import { UsageError } from '../errors.ts';
import type { Severity } from '../model.ts';
import { displayPath } from '../path.ts';
import { loadSheets } from '../rules/catalogue.ts';
import { parseRules } from '../rules/load.ts';
import type { RuleSetting } from '../rules/settings.ts';
import { names } from '../suppress/inline.ts';
import { readTextFile } from '../textfile.ts';
import type { Allow, SeverityRule } from './allow.ts';
import { type ConfigFile, type KnownRule, type ParsedConfig, parseConfig } from './parse.ts';
import { parseSize } from './size.ts';

/** A configuration ready to use: paths are absolute, sizes are bytes. */
export interface Settings {
  /** Absolute folder of the file; `include` and `exclude` are relative to it. */
  base: string;
  ruleSettings: Record<string, RuleSetting>;
  ruleFiles: string[];
  allow: Allow[];
  severities: SeverityRule[];
  include: string[];
  exclude: string[];
  failOn?: Severity | 'none';
  minSeverity?: Severity;
  maxFileSize?: number;
  gitignore?: boolean;
  inlineIgnores?: boolean;
  /** Instead of the default baseline. */
  baseline?: string[];
  /** What applies and where it was written, in the order of files: the outermost first. */
  origins: { key: string; value: unknown; from: string }[];
}

const LARGEST = 1024 * 1024;
const DEEPEST = 8;

/**
 * Reads a configuration file and those it extends.
 * @param file absolute
 * @param bounds absolute folder out of which no path may lead; undefined for a file that the user named
 * @param cwd from which files are named in messages
 * @throws UsageError with every problem, one a line, each with its place
 */
export function loadSettings(file: string, bounds: string | undefined, cwd: string): Settings {
  const loader = new Loader(bounds, cwd);
  const settings: Settings = {
    base: dirname(file),
    ruleSettings: {},
    ruleFiles: [],
    allow: [],
    severities: [],
    include: [],
    exclude: [],
    origins: [],
  };
  for (const one of loader.load(file, [])) merge(settings, one, loader);
  if (loader.problems.length > 0) throw new UsageError(loader.problems.join('\nbearertrap: '));
  return settings;
}

function once<T>(make: () => T): () => T {
  let made: { value: T } | undefined;
  return () => (made ??= { value: make() }).value;
}

interface Loaded {
  folder: string;
  name: string;
  parsed: ParsedConfig;
}

class Loader {
  readonly problems: string[] = [];
  readonly #bounds: string | undefined;
  readonly #cwd: string;
  /** The built-in rules and those in rule files by their ids, once a file has asked for them. */
  readonly #rules = new Map<string, KnownRule>();

  constructor(bounds: string | undefined, cwd: string) {
    this.#bounds = bounds;
    this.#cwd = cwd;
  }

  /** A file after those it extends. */
  load(file: string, outer: readonly string[]): Loaded[] {
    const name = displayPath(relative(this.#cwd, file) || file);
    const text = this.#read(file, name);
    if (text === undefined) return [];
    const folder = dirname(file);
    const parsed = parseConfig(
      text,
      name,
      once(() => this.#knownRules(text, name, folder)),
    );
    this.problems.push(...parsed.problems);
    if (parsed.problems.length > 0) return [];
    const below: Loaded[] = [];
    for (const path of parsed.value.extends ?? []) {
      const next = resolve(folder, path);
      if (outer.includes(next) || next === file) this.problems.push(`${name}: extends leads in a circle (${displayPath(path)})`);
      else if (outer.length === DEEPEST) this.problems.push(`${name}: extends is more than ${DEEPEST} files deep`);
      else below.push(...this.load(next, [...outer, file]));
    }
    return [...below, { folder, name, parsed }];
  }

  /** An absolute path; one that leads out of the bounds is a problem. */
  path(folder: string, path: string, name: string): string {
    const absolute = resolve(folder, path);
    this.#isInside(absolute, name);
    return absolute;
  }

  ruleIds(): readonly string[] {
    return [...this.#rules.keys()];
  }

  #read(file: string, name: string): string | undefined {
    if (!this.#isInside(file, name)) return undefined;
    try {
      return readTextFile(file, LARGEST).replace(/^\ufeff/, '');
    } catch (error) {
      const { code, message } = error as NodeJS.ErrnoException;
      this.problems.push(`${name} cannot be read (${code ?? message}): check the path`);
      return undefined;
    }
  }

  #isInside(absolute: string, name: string): boolean {
    if (this.#bounds === undefined) return true;
    let real: string;
    try {
      real = realpathSync(absolute);
    } catch {
      // It does not exist: who reads it will tell.
      real = absolute;
    }
    const folder = realpathSync(this.#bounds);
    if (real === folder || real.startsWith(folder.endsWith(sep) ? folder : folder + sep)) return true;
    this.problems.push(
      `${name}: ${displayPath(relative(this.#cwd, absolute) || absolute)} is outside of the repository, where no configuration may lead; name it with --config or --rules`,
    );
    return false;
  }

  #knownRules(text: string, name: string, folder: string): readonly KnownRule[] {
    if (this.#rules.size === 0) for (const rule of loadSheets()) this.#rules.set(rule.id, rule);
    for (const path of parseConfig(text, name, () => []).value['rule-files'] ?? []) {
      const rules = this.#read(resolve(folder, path), displayPath(path));
      if (rules !== undefined) for (const rule of parseRules(rules, path).file.rules) this.#rules.set(rule.id, rule);
    }
    return [...this.#rules.values()];
  }
}

/**
 * Puts a file over what was before: single values and rules replace, lists are joined. Files that are named are seen from
 * the folder of the file that names them; patterns, which speak of the project, from that of the outermost file.
 */
function merge(settings: Settings, { folder, name, parsed }: Loaded, loader: Loader): void {
  const { value: config, lineOf } = parsed;
  for (const [id, { 'min-probability': minProbability, ...others }] of Object.entries(config.rules ?? {})) {
    const setting: RuleSetting = { ...others, ...(minProbability !== undefined && { minProbability }) };
    const ids = id.endsWith('*') ? loader.ruleIds().filter((one) => names(id, one)) : [id];
    for (const one of ids) settings.ruleSettings[one] = { ...settings.ruleSettings[one], ...setting };
  }
  const paths = (list: readonly string[] = []): string[] => list.map((path) => loader.path(folder, path, name));
  settings.ruleFiles.push(...paths(config['rule-files']));
  for (const { 'max-severity': maxSeverity, ...entry } of config.allow ?? [])
    settings.allow.push({ ...entry, ...(maxSeverity && { maxSeverity }), base: settings.base });
  for (const entry of config.severity ?? []) settings.severities.push({ ...entry, base: settings.base });
  settings.include.push(...(config.include ?? []));
  settings.exclude.push(...(config.exclude ?? []));
  if (config['fail-on'] !== undefined) settings.failOn = config['fail-on'];
  if (config['min-severity'] !== undefined) settings.minSeverity = config['min-severity'];
  if (config['max-file-size'] !== undefined) settings.maxFileSize = parseSize(config['max-file-size'])!;
  if (config.gitignore !== undefined) settings.gitignore = config.gitignore;
  if (config['inline-ignores'] !== undefined) settings.inlineIgnores = config['inline-ignores'];
  if (config.baseline) settings.baseline = [...(settings.baseline ?? []), ...paths(config.baseline)];
  for (const [key, value] of Object.entries(config) as [keyof ConfigFile, unknown][]) {
    if (key === 'extends') continue;
    const line = lineOf(key);
    settings.origins.push({ key, value, from: line === undefined ? name : `${name}:${line}` });
  }
}
