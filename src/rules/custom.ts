/**
 * Custom rule files beside the built-in rules.
 * @module
 */
import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { UsageError } from '../errors.ts';
import { loadWithAnchors } from './catalogue.ts';
import { catalogueOf, compileRules } from './compile.ts';
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
): Promise<{ catalogue: Catalogue; problems: string[] }> {
  const problems: string[] = [];
  const parsed: ProviderFile[] = [];
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
    const result = parseRules(text, name);
    parsed.push(result.file);
    for (const problem of result.problems) problems.push(problemText(problem));
  }
  const own = compileRules(parsed);
  const builtIn = loadWithAnchors();
  const replaced = new Set(own.rules.map((rule) => rule.id));
  const kept = <T extends { id: string }>(items: readonly T[]): T[] => items.filter((item) => !replaced.has(item.id));
  return { catalogue: catalogueOf([...kept(builtIn.rules), ...own.rules], [...kept(builtIn.sheets), ...own.sheets]), problems };
}
