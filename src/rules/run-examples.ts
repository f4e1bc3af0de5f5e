/**
 * Runs the examples of rule files: what must match and what must not.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { Detector } from '../detect/engine.ts';
import { resolve } from '../detect/resolve.ts';
import { isTold } from '../detect/score/weigh.ts';
import { UsageError } from '../errors.ts';
import { loadCatalogue } from './catalogue.ts';
import { compileRules } from './compile.ts';
import { expandExamples } from './examples.ts';
import { checkRules, parseRules, problemText } from './load.ts';
import type { Catalogue, ProviderFile } from './rule.ts';

/**
 * Checks a custom rule file: its form, and its examples.
 * @returns how many examples came out right, and a line for each problem
 * @throws UsageError when the file cannot be read
 */
export async function checkRuleFile(name: string): Promise<{ passed: number; problems: string[] }> {
  let text: string;
  try {
    text = await readFile(name, 'utf8');
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw new UsageError(`rule file ${name} cannot be read (${code}): check the path`, { cause: error });
  }
  if (name.endsWith('.toml')) {
    const { parseGitleaks, tomlProblem } = await import('./gitleaks.ts');
    try {
      // They have no examples: that they can be read is all there is to check.
      return { passed: 0, problems: parseGitleaks(text, name).notices };
    } catch (error) {
      const problem = tomlProblem(error);
      if (problem === undefined) throw error;
      return { passed: 0, problems: [`${name}:${problem}`] };
    }
  }
  const rules = parseRules(text, name);
  const known = new Set(loadCatalogue().rules.map((rule) => rule.id));
  for (const { id } of rules.file.rules) known.delete(id);
  const problems = [...rules.problems, ...checkRules([{ name, rules }], { known, examples: true })].map(problemText);
  if (problems.length > 0) return { passed: 0, problems };
  const { passed, failures } = checkExamples(rules.file, compileRules([rules.file]));
  return { passed, problems: failures.map((failure) => `${name}: ${failure}`) };
}

/**
 * Every example of a provider's rules against a catalogue: a find of the rule itself must be there, or must not.
 * @param detector the catalogue's, where there is one already
 * @returns how many came out right, and a sentence for each other
 */
export function checkExamples(
  file: ProviderFile,
  catalogue: Pick<Catalogue, 'rules' | 'rule' | 'tables'>,
  detector: Detector = new Detector(catalogue),
): { passed: number; failures: string[] } {
  const failures: string[] = [];
  let passed = 0;
  for (const rule of file.rules) {
    const examples = expandExamples(rule, file.rules);
    for (const expected of ['match', 'miss'] as const) {
      for (const { template, text } of examples[expected]) {
        const data = Buffer.from(text, 'utf8');
        const ids = resolve(detector.scan(data, 0, data.length).filter(isTold), catalogue).map(
          (hit) => catalogue.rules[hit.rule]!.id,
        );
        if (ids.includes(rule.id) === (expected === 'match')) passed++;
        else if (expected === 'match')
          failures.push(`${rule.id}: not found in ${JSON.stringify(template)}${ids.length > 0 ? `, but ${ids.join(', ')}` : ''}`);
        else failures.push(`${rule.id}: found in ${JSON.stringify(template)}, where it must not be`);
      }
    }
  }
  return { passed, failures };
}
