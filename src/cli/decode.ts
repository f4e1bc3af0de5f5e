/**
 * `bearertrap decode`: one token explained, offline.
 * @module
 */
import { styleText } from 'node:util';
import { Detector } from '../detect/engine.ts';
import { resolve } from '../detect/resolve.ts';
import { UsageError } from '../errors.ts';
import { isGuessable } from '../fingerprint.ts';
import { wrap } from '../report/columns.ts';
import { redact } from '../report/redact.ts';
import { loadCatalogue, loadSheets } from '../rules/catalogue.ts';
import type { RuleSheet } from '../rules/rule.ts';
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
};
const LABEL = 14;

interface Options {
  json?: boolean;
  showSecrets?: boolean;
  color?: boolean;
}

/** @returns the exit code: 0 for what could be explained */
export async function decodeCommand(argument: string | undefined, options: Options): Promise<number> {
  const text = argument ?? (await readStdin()).toString('utf8');
  if (text.trim() === '') throw new UsageError('there is no token: give it as argument or on standard input');
  const explained = explainText(text, {
    now: new Date(),
    issuers: loadIssuerTable(),
    personalData: options.showSecrets ? 'show' : 'redact',
  });
  const key = matchRule(unwrap(text));
  if ('malformed' in explained && !key) throw new UsageError(`this is no token that can be read: ${explained.malformed}`);

  const token = 'malformed' in explained ? undefined : explained.token;
  if (options.json) {
    process.stdout.write(`${JSON.stringify({ ...(key && { rule: key }), ...(token && { token }) }, null, 2)}\n`);
    return EXIT.clean;
  }
  const lines = [...(key ? ruleLines(key) : []), ...('malformed' in explained ? [] : explained.lines)];
  process.stdout.write(card(lines, options.color !== false && wantsColor()));
  return EXIT.clean;
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
  revoke: RuleSheet['revoke'];
}

/** The rule of a provider that the whole text satisfies; the general rule for JWTs says nothing that the card does not. */
function matchRule(text: string): KeyFacts | undefined {
  const catalogue = loadCatalogue();
  const data = Buffer.from(text, 'utf8');
  const [hit] = resolve(new Detector(catalogue).scan(data, 0, data.length), catalogue.rules);
  const rule = hit && catalogue.rules[hit.rule]!;
  if (!rule || rule.kind === 'jwt' || hit.start !== 0 || hit.end !== data.length) return undefined;
  const sheet = loadSheets().find((one) => one.id === rule.id)!;
  return {
    id: rule.id,
    title: sheet.title,
    provider: sheet.providerName,
    opens: sheet.opens,
    severity: sheet.severity,
    confidence: hit.confidence,
    redacted: redact(text, { kind: rule.kind, guessable: isGuessable(text, rule.kind) }),
    reasons: hit.reasons.map((reason) => reason.text),
    revoke: sheet.revoke,
  };
}

function ruleLines(key: KeyFacts): CardLine[] {
  const line = (section: Section, label: string, text: string): CardLine => ({ section, label, text, tone: 'plain' });
  return [
    line('what', '', `${key.title}, ${key.redacted} (rule ${key.id}, confidence ${key.confidence})`),
    line('what', '', key.opens),
    ...key.reasons.map((reason) => line('what', '', reason)),
    line('who', 'provider', key.provider),
    line('to do', '', `${key.revoke.how}${key.revoke.url === undefined ? '' : ` ${key.revoke.url}`}`),
  ];
}

function card(lines: readonly CardLine[], color: boolean): string {
  const width = Math.max(40, Math.min(process.stdout.columns ?? 100, 100));
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
