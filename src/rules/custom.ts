/**
 * Custom rule files beside the built-in rules.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { loadWithAnchors } from './catalogue.ts';
import { catalogueOf, compileRules } from './compile.ts';
import type { GitleaksRules } from './gitleaks.ts';
import { parseRules, problemText } from './load.ts';
import type { Catalogue, ProviderFile } from './rule.ts';

/**
 * Adds the rules of files to the built-in ones; a rule with the id of a built-in one takes its place. A rule that cannot be
 * read is left out and told, the others count.
 * @throws UsageError when a file cannot be read at all
 */
export async function withRuleFiles(
  files: readonly string[],
  cwd: string,
): Promise<{ catalogue: Catalogue; problems: string[]; notices: string[] }> {
  const problems: string[] = [];
  const notices: string[] = [];
  const parsed: ProviderFile[] = [];
  const foreign: GitleaksRules[] = [];
  for (const name of files) {
    let text: string;
    try {
      text = await readFile(resolve(cwd, name), 'utf8');
    } catch (error) {
      throw new UsageError(
        `rule file ${name} cannot be read (${(error as NodeJS.ErrnoException).code}): check the path given to --rules`,
        { cause: error },
      );
    }
    if (name.endsWith('.toml')) {
      const { parseGitleaks, tomlProblem } = await import('./gitleaks.ts');
      try {
        foreign.push(parseGitleaks(text, name));
      } catch (error) {
        const problem = tomlProblem(error);
        if (problem === undefined) throw error;
        problems.push(`${name}:${problem}`);
      }
      continue;
    }
    const result = parseRules(text, name);
    parsed.push(result.file);
    for (const problem of result.problems) problems.push(problemText(problem));
  }
  for (const file of foreign) notices.push(...file.notices);
  // Of rules with the same id the later file's counts, as a custom rule does before a built-in one.
  const builtIn = loadWithAnchors();
  let { rules, sheets } = builtIn;
  for (const own of [compileRules(parsed), ...foreign]) {
    const replaced = new Set(own.rules.map((rule) => rule.id));
    const kept = <T extends { id: string }>(items: readonly T[]): T[] => items.filter((item) => !replaced.has(item.id));
    rules = [...kept(rules), ...own.rules];
    sheets = [...kept(sheets), ...own.sheets];
  }
  const catalogue = catalogueOf(rules, sheets);
  if (foreign.length > 0) catalogue.accepts = (match) => foreign.every((file) => file.accepts(match));
  return { catalogue, problems, notices };
}
