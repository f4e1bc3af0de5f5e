/**
 * The pages of documentation that are made of the tables the code works with. `test/docs.test.ts` holds the files under
 * docs/ against them; `npx vitest run test/docs.test.ts -u` writes them anew.
 * @module
 */
import { severityTable } from '../judge/severity.ts';
import type { Condition, Issuer, IssuerTable } from '../tokens/issuer.ts';

/** docs/severity.md */
export function severityPage(): string {
  return `# Severity

How bad a finding is, decided by the tables below and nothing else. Each finding lists the lines that applied to it as
\`reasons\`, what weighed most first. This page is made from the tables in the code.

${severityTable()}
No line ever turns the other way: more power or a longer life never lowers a token's severity, an end never raises it, and a
key that was found beside its token never lowers it. Whether a finding stands in HEAD or in the history only is told, and
changes nothing: what was pushed once is out.

\`--fail-on\` compares with the result; findings of the kind \`misuse\` begin at medium at most.
`;
}

/** docs/issuers.md */
export function issuersPage(issuers: IssuerTable): string {
  const rows = issuers
    .toSorted((a, b) => (a.name.toLowerCase() < b.name.toLowerCase() ? -1 : 1))
    .map(
      (issuer) =>
        `| ${issuer.name} | ${recognised(issuer)} | ${cell(issuer.lifetime?.usual ?? '')} | ${cell(issuer.revoke)}${links(issuer)} |`,
    );
  return `# Known issuers

The ${issuers.length} issuers that bearertrap knows, made from \`patterns/issuers/\`. One of the conditions must hold; \`{…}\` stands for
any name, \`*\` for any value. Of all other issuers the token's own claims and the standards are told.

| issuer | how its tokens are recognised | usual life | how to end one |
| --- | --- | --- | --- |
${rows.join('\n')}
`;
}

function recognised({ recognise }: Issuer): string {
  const all = recognise.map(condition);
  return all.slice(0, MOST_CONDITIONS).join('; or ') + (all.length > MOST_CONDITIONS ? '; or others' : '');
}

const MOST_CONDITIONS = 3;

function condition({ iss, claims = {}, header = {}, only }: Condition): string {
  const facts = [
    ...(iss === undefined ? [] : [`iss ${values(iss)}`]),
    ...Object.entries(claims).map(([name, value]) => `${name} ${values(value)}`),
    ...Object.entries(header).map(([name, value]) => `header ${name} ${values(value)}`),
    ...(only === undefined ? [] : [`no claims but ${only.join(', ')}`]),
  ];
  return facts.join(', ');
}

function values(value: string | string[]): string {
  return [value]
    .flat()
    .slice(0, MOST_CONDITIONS)
    .map((one) => `\`${cell(one)}\``)
    .join(' or ');
}

function links({ console, docs }: Issuer): string {
  const shown = [console === undefined ? '' : `[console](${console})`, docs === undefined ? '' : `[docs](${docs})`].filter(
    Boolean,
  );
  return shown.length === 0 ? '' : ` ${shown.join(', ')}`;
}

/** Text within a cell of a Markdown table. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').trim().replaceAll('|', String.raw`\|`);
}
