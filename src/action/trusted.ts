/**
 * Whose word counts: on a pull request, config, baseline and rules are read from the commit it is based on, so that it
 * cannot say of itself that it is fine.
 * @module
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, resolve, sep } from 'node:path';
import { fileAt } from '../sources/git/questions.ts';
import type { Inputs } from './inputs.ts';
import type { Plan } from './plan.ts';
import { isWithin, type Workspace } from './workspace.ts';

/** Files that decide what counts; false: none, also not the one at the usual place. */
export interface Deciders {
  config?: string | false;
  baseline?: string | false;
  rules: string[];
}

const CONFIG = '.bearertrap.yaml';
const BASELINE = '.bearertrap-baseline.json';

/** @param proposed whether what is scanned was proposed by others (a pull request, a merge group) */
export function decidersOf(
  inputs: Inputs,
  plan: Plan,
  proposed: boolean,
  workspace: Workspace,
  say: (text: string) => void,
): Deciders {
  const own = (path: string): string => resolve(workspace.folder, path);
  if (inputs.configFrom === 'checkout' || (inputs.configFrom === 'auto' && !proposed)) {
    return {
      ...(inputs.config !== '' && { config: own(inputs.config) }),
      ...(inputs.baseline !== '' && { baseline: own(inputs.baseline) }),
      rules: inputs.rules.map(own),
    };
  }
  const read = (given: string, usual?: string): string | false => {
    const file = own(given || usual || '');
    // What lies beside the repository was put there by the workflow.
    if (given !== '' && !isWithin(workspace.top, file)) return file;
    const path = relative(workspace.top, given === '' ? join(workspace.top, usual!) : file)
      .split(sep)
      .join('/');
    const content = plan.base === undefined ? undefined : fileAt(workspace.top, plan.base, path);
    if (content === undefined) {
      if (given !== '') say(`${given} is not in the base commit ${plan.base ?? '(unknown)'}, so it does not count yet`);
      return false;
    }
    const copy = join(workspace.temp, 'base', dirname(path), basename(path));
    mkdirSync(dirname(copy), { recursive: true, mode: 0o700 });
    writeFileSync(copy, content, { mode: 0o600 });
    return copy;
  };
  return {
    config: read(inputs.config, CONFIG),
    baseline: read(inputs.baseline, BASELINE),
    rules: inputs.rules.map((path) => read(path)).filter((path) => path !== false),
  };
}
