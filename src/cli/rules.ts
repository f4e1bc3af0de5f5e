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
  options: { json?: boolean; format?: string; provider?: string; kind?: string },
): Promise<number> {
  const json = options.json === true || options.format === 'json';
  if (id === 'test') return testRules(files);
  if (files.length > 0)
    throw new UsageError('rules takes one id; to run the examples of custom rule files write: rules test FILE…');
  const sheets = loadSheets();
  if (id === undefined) {
    const chosen = choose(sheets, options);
    process.stdout.write(json ? `${JSON.stringify(chosen, null, 2)}\n` : list(chosen));
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
  process.stdout.write(json ? `${JSON.stringify(sheet, null, 2)}\n` : show(sheet));
  return EXIT.clean;
}

/** The rules of a provider, of a kind, or both. */
function choose(sheets: readonly RuleSheet[], { provider, kind }: { provider?: string; kind?: string }): RuleSheet[] {
  const known = (what: string, value: string | undefined, all: Iterable<string>): void => {
    const names = new Set(all);
    if (value === undefined || names.has(value)) return;
    const near = closest(value, [...names]);
    throw new UsageError(`there is no ${what} ${value}${near === undefined ? '' : `; did you mean ${near}?`}`);
  };
  known(
    'provider',
    provider,
    sheets.map((sheet) => sheet.provider),
  );
  known(
    'kind',
    kind,
    sheets.map((sheet) => sheet.kind),
  );
  return sheets.filter(
    (sheet) => (provider === undefined || sheet.provider === provider) && (kind === undefined || sheet.kind === kind),
  );
}

function list(sheets: readonly RuleSheet[]): string {
  const width = Math.max(...sheets.map((sheet) => sheet.id.length));
  const lines = sheets.map((sheet) => `${sheet.id.padEnd(width)}  ${sheet.severity.padEnd(8)}  ${sheet.title}`);
  const providers = new Set(sheets.map((sheet) => sheet.provider)).size;
  return `${lines.join('\n')}\n\n${sheets.length} ${sheets.length === 1 ? 'rule' : 'rules'} of ${providers} ${providers === 1 ? 'provider' : 'providers'}; bearertrap rules ID shows one\n`;
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
