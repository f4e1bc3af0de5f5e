/**
 * The built-in rules as a page of the documentation: a line each.
 * @module
 */
import type { Rule, RuleSheet } from './rule.ts';
import { byText } from '../order.ts';

/** @param rules and sheets in the same order */
export function rulesPage(rules: readonly Rule[], sheets: readonly RuleSheet[]): string {
  const rows = sheets.map((sheet, i) => ({ sheet, rule: rules[i]! }));
  rows.sort(
    (a, b) => byText(a.sheet.providerName.toLowerCase(), b.sheet.providerName.toLowerCase()) || byText(a.rule.id, b.rule.id),
  );
  const providers = new Set(sheets.map((sheet) => sheet.provider)).size;
  const checksums = rules.filter((rule) => rule.checksum).length;
  const named = rules.filter((rule) => rule.near.length + rule.service.length > 0).length;
  const lines = rows.map(({ sheet, rule }) => {
    const cells = [
      sheet.providerName,
      `\`${sheet.id}\``,
      sheet.kind,
      sheet.severity,
      sheet.sensitivity === 'secret' ? '' : sheet.sensitivity,
      toldBy(rule),
      rule.checksum?.is ?? '',
      sheet.companions.map((companion) => `\`${companion.rule}\``).join(' '),
      sheet.revoke.url === undefined ? '' : `[revoke](${sheet.revoke.url})`,
    ];
    return `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  });
  return `# The rules

This page is made from \`patterns/\` by \`npx tsx src/build/rules-page.ts\`; \`bearertrap rules ID\` prints a rule in full.

${sheets.length} rules of ${providers} providers: ${checksums} with a checksum or a structure that is checked offline, ${named} that a name tells.

How a rule tells its credential: by its *shape* (a text with a fixed part), by a *name* (the value of a known form is given to
a name that holds the provider's), or by a *detector* in code. Where matches overlap, a checksum comes before a shape, a shape
before a name, and a name before the generic rules. Among names, one that a rule lists comes first, the longer before the
shorter; then the provider whose name stands closest to the value; then names that several providers use. Publishable keys
and identifiers are reported as info or low, with the reason.

| provider | rule | kind | severity | not secret | told by | checksum | companions | |
| --- | --- | --- | --- | --- | --- | --- | --- | --- |
${lines.join('\n')}
`;
}

function toldBy(rule: Rule): string {
  if (rule.detector !== '') return 'detector';
  return rule.near.length + rule.service.length > 0 ? 'name' : 'shape';
}
