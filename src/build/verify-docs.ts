/**
 * The parts of the documentation of verification that are made from data: docs/verified-providers.md, and the table of refused
 * addresses in docs/verify.md. `tsx src/build/verify-docs.ts` writes them; a test tells when they are out of date.
 * @module
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { type CallTable, hostOf, hostsOf, isHostOpen, loadCalls, type RuleCalls } from '../rules/call.ts';
import { REFUSED_NETWORKS } from '../verify/address.ts';
import { takesHost } from '../verify/hosts.ts';
import { companionsOf } from '../verify/request.ts';
import { byText } from '../order.ts';

export const PROVIDERS_PAGE = 'docs/verified-providers.md';
export const VERIFY_PAGE = 'docs/verify.md';
const BEGIN = '<!-- refused networks: generated -->';
const END = '<!-- end -->';

/** The page of providers: what is asked, what the answer tells, and which credentials can be revoked. */
export function providersPage(calls: CallTable): string {
  const groups = new Map<string, { ids: string[]; facts: RuleCalls }>();
  for (const [id, facts] of Object.entries(calls)) {
    const key = JSON.stringify([facts.provider, facts.verify, facts.revocation]);
    const group = groups.get(key) ?? { ids: [], facts };
    group.ids.push(id);
    groups.set(key, group);
  }
  const all = [...groups.values()].sort((a, b) => byText(a.facts.providerName.toLowerCase(), b.facts.providerName.toLowerCase()));
  const checks = all.filter(({ facts }) => facts.verify);
  const rules = Object.values(calls).filter(({ verify }) => verify).length;
  const providers = new Set(checks.map(({ facts }) => facts.provider)).size;
  const hosted = [...new Set(checks.flatMap(({ facts }) => (takesHost(facts.verify!) ? [facts.provider] : [])))].sort();
  const revocations = all.flatMap(({ ids, facts }) =>
    facts.revocation ? [[facts.providerName, ids.map(code).join(' '), facts.revocation.effect]] : [],
  );
  return [
    '# Providers that can be asked',
    '',
    `Live checks for ${rules} rules of ${providers} providers. This page is made from the rules (\`patterns/*.yaml\`) by`,
    '`tsx src/build/verify-docs.ts`. See [verify.md](verify.md).',
    '',
    ...table(
      ['provider', 'rules', 'asked', 'with', 'tells'],
      checks.map(({ ids, facts }) => [
        facts.providerName,
        ids.map(code).join(' '),
        askedOf(facts),
        companionsOf(facts.verify!).map(code).join(' '),
        tellsOf(facts),
      ]),
    ),
    '',
    '`with`: what is taken from beside the credential, by the rule that finds it.',
    '',
    '## Hosts that only you can name',
    '',
    '`--host PROVIDER=HOST` sends the checks (and revocations) of these providers to a server of yours, in place of the host above:',
    `${hosted.map(code).join(', ')}.`,
    '',
    '## Revocation by request',
    '',
    'What `bearertrap revoke` can do itself; for the rest it prints where to go.',
    '',
    ...table(['provider', 'rules', 'the request'], revocations),
    '',
  ].join('\n');
}

function askedOf({ verify }: RuleCalls): string {
  const path = verify!.url.replace(/^https:\/\/[^/]+/, '').replace(/\?.*$/, '');
  const request = (host: string): string => code(`${verify!.method ?? 'GET'} ${host}${path}`);
  if (!isHostOpen(verify!)) {
    const more = verify!.elsewhere ? `, then ${verify!.elsewhere.map(code).join(', ')}` : '';
    return `${request(hostOf(verify!))}${more}`;
  }
  const hosts = hostsOf(verify!);
  return `${request('HOST')} at ${hosts.length > 0 ? hosts.map(code).join(', ') : 'a host that you name'}`;
}

function tellsOf({ verify }: RuleCalls): string {
  const identity = (verify!.identity ?? []).map((place) => place.slice(0, place.lastIndexOf(' ')));
  const states = verify!.inactive ? 'active or inactive' : 'active; a refusal proves nothing';
  return [states, ...identity, ...(verify!.scopes ? ['scopes'] : [])].join(', ');
}

/** The page with its generated part made anew. */
export function verifyPage(page: string): string {
  const [before, after] = [page.indexOf(BEGIN), page.indexOf(END)];
  if (before < 0 || after < before) throw new Error(`${VERIFY_PAGE} has no place for the refused networks`);
  const rows = table(
    ['network', 'what it is'],
    REFUSED_NETWORKS.map(([network, what]) => [code(network), what]),
  );
  return `${page.slice(0, before + BEGIN.length)}\n\n${rows.join('\n')}\n\n${page.slice(after)}`;
}

/** Lines of a Markdown table, with columns of even width as the formatter wants them. */
function table(head: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const widths = head.map((title, i) => Math.max(title.length, ...rows.map((row) => row[i]!.length)));
  const line = (cells: readonly string[]): string => `| ${cells.map((cell, i) => cell.padEnd(widths[i]!)).join(' | ')} |`;
  return [line(head), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)];
}

const code = (text: string): string => `\`${text}\``;

if (process.argv[1]?.endsWith('verify-docs.ts')) {
  writeFileSync(PROVIDERS_PAGE, providersPage(loadCalls()));
  writeFileSync(VERIFY_PAGE, verifyPage(readFileSync(VERIFY_PAGE, 'utf8')));
}
