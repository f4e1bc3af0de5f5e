/**
 * Whose word counts: on a pull request, configuration, baseline, ignore file and rules are read from the commit it is based on,
 * so that it cannot say of itself that it is fine.
 * @module
 */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join, relative, resolve, sep } from 'node:path';
import { BASELINE_FILE, CONFIG_FILES, IGNORE_FILE } from '../config/find.ts';
import { type ProjectConfig, projectConfig } from '../config/index.ts';
import { fileAt } from '../sources/git/questions.ts';
import { parseIgnoreFile } from '../sources/gitignore.ts';
import type { Inputs } from './inputs.ts';
import type { Plan } from './plan.ts';
import { isWithin, type Workspace } from './workspace.ts';

/** Names of files in a configuration: what it builds on. */
const NAMED = /[\w@.+~/-]+\.(?:ya?ml|json|toml|sarif|csv|txt)\b/g;
const MOST_COPIED = 200;

/**
 * What a project says of its scans, by those who may say so.
 * @param proposed whether what is scanned was proposed by others (a pull request, a merge group)
 * @throws UsageError with every mistake in the configuration
 */
export async function decidersOf(
  inputs: Inputs,
  plan: Plan,
  proposed: boolean,
  workspace: Workspace,
  say: (text: string) => void,
): Promise<ProjectConfig> {
  const fromBase = inputs.configFrom === 'base' || (inputs.configFrom === 'auto' && proposed);
  const base = fromBase ? new BaseFiles(plan.base, workspace, say) : undefined;
  const given = (path: string): string | false => {
    const file = resolve(workspace.folder, path);
    return base ? base.copyGiven(file, path) : file;
  };
  if (base) base.copyUsual();
  const baseline = inputs.baseline === '' ? undefined : given(inputs.baseline);
  const project = await projectConfig({
    cwd: base?.folder ?? workspace.top,
    paths: workspace.prefix === '' ? [] : [workspace.prefix],
    ...(inputs.config !== '' && { config: given(inputs.config) }),
    ...(baseline !== undefined && { baseline: baseline === false ? false : [baseline] }),
  });
  const rules = inputs.rules.map(given).filter((path) => path !== false);
  project.options.rules = [...(project.options.rules ?? []), ...rules];
  if (inputs.inlineIgnores !== 'auto') project.options.inlineIgnores = inputs.inlineIgnores === 'true';
  else if (proposed) project.options.inlineIgnores = false;
  base?.lookAtTop(project);
  return project;
}

/** Files of the base commit, copied to a private folder in their places. */
class BaseFiles {
  readonly folder: string;
  readonly #commit: string | undefined;
  readonly #workspace: Workspace;
  readonly #say: (text: string) => void;
  readonly #copied = new Set<string>();

  constructor(commit: string | undefined, workspace: Workspace, say: (text: string) => void) {
    this.#commit = commit;
    this.#workspace = workspace;
    this.#say = say;
    this.folder = join(workspace.temp, 'base');
    // Marks the top of a repository, above which nothing is looked for; and where the search begins.
    mkdirSync(join(this.folder, '.git'), { recursive: true });
    mkdirSync(join(this.folder, workspace.prefix), { recursive: true });
  }

  /** The files that are found by their names, from the folder that is scanned upwards. */
  copyUsual(): void {
    for (let at = this.#workspace.prefix; ; at = dirname(at)) {
      const folder = at === '.' ? '' : at;
      for (const name of [...CONFIG_FILES, BASELINE_FILE, IGNORE_FILE]) this.#copy(folder === '' ? name : `${folder}/${name}`);
      if (folder === '') return;
    }
  }

  /** A file that an input names; what lies beside the repository was put there by the workflow. */
  copyGiven(file: string, name: string): string | false {
    if (!isWithin(this.#workspace.top, file)) return file;
    const copy = this.#copy(relative(this.#workspace.top, file).split(sep).join('/'));
    if (copy !== undefined) return copy;
    this.#say(`${name} is not in the base commit ${this.#commit ?? '(unknown)'}, so it does not count yet`);
    return false;
  }

  /** Paths in what was read are those of the work tree, not of the copies. */
  lookAtTop({ options }: ProjectConfig): void {
    const { top } = this.#workspace;
    const inTop = (path: string): string => (isWithin(this.folder, path) ? join(top, relative(this.folder, path)) : path);
    const moved = <T extends { base: string }>(items: readonly T[] = []): T[] =>
      items.map((item) => Object.assign({}, item, { base: inTop(item.base) }));
    const { ignoreFile, patterns } = options;
    options.allow = moved(options.allow);
    options.severities = moved(options.severities);
    if (patterns) options.patterns = { ...patterns, base: inTop(patterns.base) };
    if (ignoreFile === undefined) return;
    const paths = parseIgnoreFile(readFileSync(ignoreFile, 'utf8'));
    options.allow = [...options.allow, { paths, base: inTop(dirname(ignoreFile)), reason: IGNORE_FILE }];
    delete options.ignoreFile;
  }

  #copy(path: string): string | undefined {
    const copy = join(this.folder, path);
    if (this.#copied.has(path)) return copy;
    if (this.#commit === undefined || this.#copied.size >= MOST_COPIED) return undefined;
    const content = fileAt(this.#workspace.top, this.#commit, path);
    if (content === undefined) return undefined;
    this.#copied.add(path);
    mkdirSync(dirname(copy), { recursive: true });
    writeFileSync(copy, content, { mode: 0o600 });
    for (const [named] of content.toString('latin1').matchAll(NAMED)) {
      const next = join(dirname(path), named);
      if (isWithin(this.folder, resolve(this.folder, next))) this.#copy(next.split(sep).join('/'));
    }
    return copy;
  }
}
