/**
 * Builds the catalogue of built-in rules from `patterns/*.yaml` and the table of services.
 * @module
 */
import { existsSync } from 'node:fs';
import { readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { packTables } from '../detect/tables.ts';
import { CALLS_FILE, callsOf } from '../rules/call.ts';
import { ANCHORS_FILE, CATALOGUE_FILE, HEAD_FILE, SHEETS_FILE, TABLES_FILE } from '../rules/catalogue.ts';
import { compileRules } from '../rules/compile.ts';
import { checkRules, parseRules, problemText } from '../rules/load.ts';
import { parseServices } from '../rules/services.ts';
import { type Catalogue, ruleOfDetector } from '../rules/rule.ts';

/**
 * Reads and checks all rules of a folder and writes the files of catalogue.ts into another.
 * @throws Error that lists every problem in the rules, one a line.
 */
export async function buildCatalogue(patternsFolder: string, outFolder: string): Promise<Catalogue> {
  const table = join('services', 'services.yaml');
  const services = existsSync(join(patternsFolder, table))
    ? parseServices(await readFile(join(patternsFolder, table), 'utf8'), table)
    : [];
  const names = (await readdir(patternsFolder)).filter((name) => name.endsWith('.yaml')).sort();
  const files = await Promise.all(
    names.map(async (name) => ({ name, rules: parseRules(await readFile(join(patternsFolder, name), 'utf8'), name) })),
  );
  const parsed = [...files, ...services];
  const problems = [...parsed.flatMap(({ rules }) => rules.problems), ...checkRules(parsed, { examples: true, least: 2 })];
  if (problems.length > 0) {
    throw new Error(`${problems.length} problems in the rules of ${patternsFolder}:\n${problems.map(problemText).join('\n')}`);
  }
  const catalogue = compileRules(parsed.map(({ rules }) => rules.file));
  const { count, rules, sheets, hash } = catalogue;
  const bare = rules.map((rule) => ({ ...rule, anchors: [] }));
  await writeFile(join(outFolder, HEAD_FILE), `${JSON.stringify({ count, hash, detectors: ruleOfDetector(rules) })}\n`);
  await writeFile(join(outFolder, CATALOGUE_FILE), `${bare.map((rule) => JSON.stringify(rule)).join('\n')}\n`);
  await writeFile(join(outFolder, ANCHORS_FILE), `${JSON.stringify(rules.map((rule) => rule.anchors))}\n`);
  await writeFile(join(outFolder, TABLES_FILE), packTables(catalogue.tables));
  await writeFile(join(outFolder, SHEETS_FILE), `${JSON.stringify(sheets)}\n`);
  // Apart from the rest, for no scan reads them.
  await writeFile(join(outFolder, CALLS_FILE), `${JSON.stringify(callsOf(parsed.map(({ rules: { file } }) => file)))}\n`);
  return catalogue;
}
