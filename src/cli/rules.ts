/**
 * `bearertrap rules`: the catalogue to read, and the examples of custom rule files to run.
 * @module
 */
import { UsageError } from '../errors.ts';
import { loadCatalogue, loadSheets } from '../rules/catalogue.ts';
import type { RuleSheet } from '../rules/rule.ts';
import { closest } from '../rules/closest.ts';
import { EXIT } from './exit.ts';

/** @returns the exit code */
export async function rulesCommand(
  id: string | undefined,
  files: readonly string[],
  options: { json?: boolean },
): Promise<number> {
  if (id === 'test') return testRules(files);
  if (files.length > 0)
    throw new UsageError('rules takes one id; to run the examples of custom rule files write: rules test FILE…');
  const sheets = loadSheets();
  if (id === undefined) {
    process.stdout.write(options.json ? `${JSON.stringify(sheets, null, 2)}\n` : list(sheets));
    return EXIT.clean;
  }
  const sheet = sheets.find((one) => one.id === id);
  if (!sheet) {
    const near = closest(
      id,
      sheets.map((one) => one.id),
    );
    throw new UsageError(`there is no rule ${id}${near ? `; did you mean ${near}?` : ''} (bearertrap rules lists them all)`);
  }
  process.stdout.write(options.json ? `${JSON.stringify(sheet, null, 2)}\n` : show(sheet));
  return EXIT.clean;
}

function list(sheets: readonly RuleSheet[]): string {
  const width = Math.max(...sheets.map((sheet) => sheet.id.length));
  const lines = sheets.map((sheet) => `${sheet.id.padEnd(width)}  ${sheet.severity.padEnd(8)}  ${sheet.title}`);
  const providers = new Set(sheets.map((sheet) => sheet.provider)).size;
  return `${lines.join('\n')}\n\n${sheets.length} rules of ${providers} providers; bearertrap rules ID shows one\n`;
}

function show(sheet: RuleSheet): string {
  const rule = loadCatalogue().rules.find((one) => one.id === sheet.id)!;
  const rows: [string, string | undefined][] = [
    ['provider', `${sheet.providerName} (${sheet.provider})`],
    ['kind', `${sheet.kind}, ${sheet.sensitivity}`],
    ['severity', sheet.severity],
    ['opens', sheet.opens],
    ['shape', sheet.shape ?? (sheet.detector === undefined ? undefined : `detector ${sheet.detector}`)],
    ['near', rule.near.join(', ') || undefined],
    ['service', rule.service.join(', ') || undefined],
    ['checksum', rule.checksum?.is],
    ['context', rule.context?.words.join(', ')],
    ['companions', sheet.companions.map((companion) => companion.rule).join(', ') || undefined],
    ['note', sheet.note],
    ['revoke', sheet.revoke.how],
    ['console', sheet.revoke.url],
    ['docs', sheet.docs],
  ];
  const body = rows.filter(([, text]) => text !== undefined).map(([name, text]) => `  ${name.padEnd(10)}  ${text}`);
  return `${sheet.id}: ${sheet.title}\n${body.join('\n')}\n`;
}

async function testRules(files: readonly string[]): Promise<number> {
  if (files.length === 0) throw new UsageError('rules test needs rule files: bearertrap rules test my-rules.yaml');
  const { checkRuleFile } = await import('../rules/run-examples.ts');
  let failed = 0;
  for (const file of files) {
    const { passed, problems } = await checkRuleFile(file);
    for (const problem of problems) process.stdout.write(`${problem}\n`);
    process.stdout.write(`${file}: ${passed} examples right, ${problems.length} problems\n`);
    failed += problems.length;
  }
  return failed > 0 ? EXIT.usage : EXIT.clean;
}
