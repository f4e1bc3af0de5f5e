/**
 * `bearertrap decode`: one token explained, offline.
 * @module
 */
import { styleText } from 'node:util';
import { Detector } from '../detect/engine.ts';
import { checksumProves } from '../detect/checksum.ts';
import type { Hit } from '../detect/hit.ts';
import { resolve } from '../detect/resolve.ts';
import { UsageError } from '../errors.ts';
import { isGuessable } from '../fingerprint.ts';
import { wrap } from '../report/columns.ts';
import { redact } from '../report/redact.ts';
import type { Token } from '../model.ts';
import { loadCatalogue, loadSheets } from '../rules/catalogue.ts';
import type { Rule, RuleSheet } from '../rules/rule.ts';
import { type CardLine, explainText, type Section, unwrap } from '../tokens/explain.ts';
import { loadIssuerTable } from '../tokens/issuer-table.ts';
import { wantsColor } from './color.ts';
import { EXIT } from './exit.ts';
import { readStdin } from './stdin.ts';

const TITLES: Record<Section, string> = {
  what: 'What it is',
  who: 'Who',
  when: 'When',
  power: 'What it allows',
  problems: 'Weak points',
  'to do': 'What to do',
  header: 'Header',
  claims: 'Claims',
  holds: 'What it holds',
};
const LABEL = 14;
/** Columns of a card, at most. */
const WIDTH = 100;

interface Options {
  json?: boolean;
  showSecrets?: boolean;
  color?: boolean;
}

/** @returns the exit code: 0 for what could be explained */
export async function decodeCommand(argument: string | undefined, options: Options): Promise<number> {
  const text = argument ?? (await readStdin()).toString('utf8');
  if (text.trim() === '') throw new UsageError('there is no token: give it as argument or on standard input');
  const { key, token, lines } = decode(text, new Date(), options.showSecrets);
  const width = process.stdout.columns ?? WIDTH;
  process.stdout.write(
    options.json
      ? `${JSON.stringify({ ...(key && { rule: key }), ...(token && { token }) }, null, 2)}\n`
      : card(lines, width, options.color !== false && wantsColor()),
  );
  return EXIT.clean;
}

/**
 * What the command prints in pretty form, without colour.
 * @param now the clock of the card
 * @throws UsageError for what is no token and no key
 */
export function decodeCard(text: string, now: Date): string {
  return card(decode(text, now).lines, WIDTH, false);
}

function decode(text: string, now: Date, showSecrets = false): { key?: KeyFacts; token?: Token; lines: CardLine[] } {
  const explained = explainText(text, {
    now,
    issuers: loadIssuerTable(),
    personalData: showSecrets ? 'show' : 'redact',
  });
  const key = matchRule(unwrap(text));
  if ('malformed' in explained && !key) {
    const only = onlyToken(text);
    if (only !== undefined) return decode(only, now, showSecrets);
    const why = /[.{~]|^e[yw]/.test(unwrap(text))
      ? explained.malformed
      : 'it has the form of no token and of no key that can be told by its form';
    throw new UsageError(`this is no token that can be read: ${why}`);
  }
  const { token, lines } = 'malformed' in explained ? { lines: [] } : explained;
  return { ...(key && { key }), ...(token && { token }), lines: [...(key ? ruleLines(key) : []), ...lines] };
}

interface KeyFacts {
  id: string;
  title: string;
  provider: string;
  opens: string;
  severity: RuleSheet['severity'];
  confidence: string;
  redacted: string;
  reasons: string[];
  /** Of formats that hold one. */
  checksum?: { is: string; valid: boolean };
  revoke: RuleSheet['revoke'];
}

/** The one token or key in a text around it: a command, an answer of a server, a line of a configuration. */
function onlyToken(text: string): string | undefined {
  const catalogue = loadCatalogue();
  const data = Buffer.from(text, 'utf8');
  const hits = resolve(new Detector(catalogue).scan(data, 0, data.length), catalogue);
  const secrets = hits
    .filter(({ rule, evidence }) => rule >= 0 && evidence === undefined && catalogue.rules[rule]!.kind !== 'misuse')
    .map(({ start, end, decoded }) => decoded?.secret ?? data.toString('utf8', start, end));
  const [only, ...more] = new Set(secrets);
  return more.length > 0 || only === text.trim() ? undefined : only;
}

/** The rule of a provider that the whole text satisfies; the general rules for JWTs say nothing that the card does not. */
function matchRule(text: string): KeyFacts | undefined {
  const catalogue = loadCatalogue();
  const data = Buffer.from(text, 'utf8');
  const [hit] = resolve(new Detector(catalogue).scan(data, 0, data.length), catalogue);
  const rule = hit && catalogue.rules[hit.rule]!;
  const whole = hit && ((hit.start === 0 && hit.end === data.length) || hit.decoded?.secret === text);
  if (!rule || rule.kind === 'misuse' || !whole) return wrongChecksum(text, catalogue.rules);
  if (rule.kind === 'jwt') return undefined;
  return factsOf(text, rule, hit);
}

/** A rule whose shape the text has, but not its checksum: a scan is silent on it, as it opens nothing. */
function wrongChecksum(text: string, rules: readonly Rule[]): KeyFacts | undefined {
  const rule = rules
    .filter(
      ({ checksum, pattern, flags }) => checksum && checksumProves(checksum) && new RegExp(`^(?:${pattern})$`, flags).test(text),
    )
    .reduce<Rule | undefined>((best, one) => (best && best.rank >= one.rank ? best : one), undefined);
  const reason = {
    code: 'checksum-wrong',
    text: `Its checksum (${rule?.checksum?.is}) is wrong: it was mistyped, cut or made up, and opens nothing.`,
  };
  return rule && factsOf(text, rule, { confidence: 'low', reasons: [reason] });
}

function factsOf(text: string, rule: Rule, hit: Pick<Hit, 'confidence' | 'reasons'>): KeyFacts {
  const sheet = loadSheets().find((one) => one.id === rule.id)!;
  const proven = rule.checksum && checksumProves(rule.checksum);
  return {
    id: rule.id,
    title: sheet.title,
    provider: sheet.providerName,
    opens: sheet.opens,
    severity: sheet.severity,
    confidence: hit.confidence,
    redacted: redact(text, { kind: rule.kind, guessable: isGuessable(text, rule.kind) }),
    reasons: hit.reasons.map((reason) => reason.text),
    ...(proven && { checksum: { is: rule.checksum!.is, valid: !hit.reasons.some(({ code }) => code === 'checksum-wrong') } }),
    revoke: sheet.revoke,
  };
}

function ruleLines(key: KeyFacts): CardLine[] {
  const line = (section: Section, label: string, text: string): CardLine => ({ section, label, text, tone: 'plain' });
  const revoke = `${key.revoke.how}${key.revoke.url === undefined ? '' : ` ${key.revoke.url}`}`;
  const made = key.checksum?.valid === false;
  return [
    line('what', '', `${key.title}, ${key.redacted} (rule ${key.id}, confidence ${key.confidence})`),
    line('what', '', key.opens),
    ...key.reasons.map((reason): CardLine => ({ ...line('what', '', reason), tone: made ? 'warn' : 'plain' })),
    line('who', 'provider', key.provider),
    ...(made ? [] : [line('power', 'severity', `${key.severity}, where it is found in a file`)]),
    line('to do', '', made ? `Nothing for this text. If a real one stands behind it: ${revoke}` : revoke),
  ];
}

function card(lines: readonly CardLine[], columns: number, color: boolean): string {
  const width = Math.max(40, Math.min(columns, WIDTH));
  const paint = (style: Parameters<typeof styleText>[0], text: string): string =>
    color ? styleText(style, text, { validateStream: false }) : text;
  const tones = { plain: undefined, good: 'green', warn: 'yellow', bad: 'red' } as const;
  const out: string[] = [];
  // Facts of a key and of a token share their sections.
  for (const section of Object.keys(TITLES) as Section[]) {
    const own = lines.filter((line) => line.section === section);
    if (own.length === 0) continue;
    out.push(`${out.length > 0 ? '\n' : ''}${paint('bold', TITLES[section])}`);
    for (const { label, text, tone } of own) {
      const indent = label === '' ? 2 : LABEL + 2;
      const [first = '', ...rest] = wrap(text, width - indent);
      const style = tones[tone];
      const show = (part: string): string => (style ? paint(style, part) : part);
      out.push(
        `  ${label === '' ? '' : `${label.padEnd(LABEL - 1)} `}${show(first)}`,
        ...rest.map((part) => ' '.repeat(indent) + show(part)),
      );
    }
  }
  return `${out.join('\n')}\n`;
}
