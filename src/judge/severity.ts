/**
 * How bad a finding is. For tokens: a grid of power and lifetime, then adjustments from top to bottom; for all others
 * the rule's own severity, adjusted by where the finding stands. The tables are the documentation (`severityTable`), and every
 * line of them moves severity in one direction, so that the whole is monotonic: more power never lowers, an end never raises.
 * @module
 */
import { type Confidence, type Reach, type Reason, SEVERITIES, type Severity, type Token } from '../model.ts';
import type { RuleSheet } from '../rules/rule.ts';
import { isLocalUrl } from '../tokens/problems.ts';
import { isDocumentation, isTestPath } from './paths.ts';

export interface JudgeInput {
  sheet: RuleSheet;
  confidence: Confidence;
  token?: Token | undefined;
  /** Everywhere it stands. */
  paths: readonly string[];
  /** What it is, among the findings of the same scan, to tokens: a key that signs or binds some. */
  keyOf?: 'signed' | 'bound' | undefined;
  /** From where in the history it can be reached; undefined when that is not known. */
  reach?: Reach | undefined;
}

export interface Judgement {
  severity: Severity;
  /** What weighed most comes first. */
  reasons: Reason[];
}

type Privilege = Token['privilege'];
type Lifetime = Token['lifetime'];

/** Columns of the grid, from the shortest life to none. */
export const LIFETIME_COLUMNS: readonly Lifetime[] = ['short', 'medium', 'unknown', 'long', 'very-long', 'unbounded'];
/** Severity of a token that is taken, by what it allows and how long it lives. */
export const GRID: Record<Privilege, Record<Lifetime, Severity>> = {
  admin: row('high', 'high', 'critical', 'critical', 'critical', 'critical'),
  write: row('medium', 'medium', 'high', 'high', 'high', 'critical'),
  unknown: row('medium', 'medium', 'medium', 'medium', 'high', 'high'),
  read: row('low', 'low', 'medium', 'medium', 'medium', 'high'),
  public: row('info', 'info', 'info', 'info', 'info', 'info'),
};

function row(...severities: Severity[]): Record<Lifetime, Severity> {
  return Object.fromEntries(LIFETIME_COLUMNS.map((lifetime, i) => [lifetime, severities[i]])) as Record<Lifetime, Severity>;
}

type Effect = { lower: number } | { raise: number } | { atMost: Severity } | { atLeast: Severity } | 'none';

interface Adjustment {
  code: string;
  /** For tokens, for all other findings, or for both. */
  for: 'token' | 'other' | 'both';
  /** Completes "when …" in the table, and is the reason's sentence. */
  text: string;
  effect: Effect;
  applies: (input: JudgeInput, token: Token | undefined) => boolean;
}

const hasProblem = (token: Token | undefined, ...codes: string[]): boolean =>
  token?.problems.some(({ code }) => codes.includes(code)) ?? false;
const expired = (token: Token | undefined, ...lifetimes: Lifetime[]): boolean =>
  token?.state === 'expired' && lifetimes.includes(token.lifetime);
const inTests = ({ paths }: JudgeInput): boolean => paths.length > 0 && paths.every(isTestPath);

/** In the order in which they are applied. */
const ADJUSTMENTS: readonly Adjustment[] = [
  {
    code: 'type-refresh',
    for: 'token',
    text: 'it is a refresh token: it gets new tokens until it is revoked',
    effect: { raise: 1 },
    applies: (_, t) => t?.type === 'refresh',
  },
  {
    code: 'type-id',
    for: 'token',
    text: 'it is an ID token: it tells who someone is, and APIs should refuse it',
    effect: { lower: 1 },
    applies: (_, t) => t?.type === 'id',
  },
  {
    code: 'type-client-assertion',
    for: 'token',
    text: 'it is a client assertion: it is used once, at one server',
    effect: { lower: 1 },
    applies: (_, t) => t?.type === 'client-assertion',
  },
  {
    code: 'type-credential',
    for: 'token',
    text: 'it is a credential that its holder shows on purpose',
    effect: { lower: 1 },
    applies: (_, t) => t?.type === 'credential',
  },
  {
    code: 'bound',
    for: 'token',
    text: 'it is bound to a key, and is of no use without that key',
    effect: { lower: 1 },
    applies: (_, t) => t !== undefined && t.binding.method !== 'none' && !hasProblem(t, 'bound-key-in-repo'),
  },
  {
    code: 'bound-key-in-repo',
    for: 'token',
    text: 'the key that it is bound to was found with it',
    effect: { raise: 1 },
    applies: (_, t) => hasProblem(t, 'bound-key-in-repo'),
  },
  {
    code: 'local-issuer',
    for: 'token',
    text: 'its issuer is a local, internal or example host',
    effect: { lower: 1 },
    applies: (_, t) => t?.issuer !== undefined && isLocalUrl(t.issuer),
  },
  {
    code: 'secret-inside',
    for: 'token',
    text: 'it holds further secrets',
    effect: { raise: 1 },
    applies: (_, t) => hasProblem(t, 'secret-inside'),
  },
  {
    code: 'no-claims',
    for: 'token',
    text: 'it is signed data and holds no claims: mostly no token that opens anything',
    effect: { lower: 1 },
    applies: (_, t) => t !== undefined && t.format !== 'jwe' && Object.keys(t.claims).length === 0,
  },
  {
    code: 'alg-none',
    for: 'token',
    text: 'it is not signed: what takes it takes anything',
    effect: { atMost: 'medium' },
    applies: (_, t) => hasProblem(t, 'alg-none'),
  },
  {
    code: 'signature-cut',
    for: 'token',
    text: 'its signature is missing or cut: no verifier takes it',
    effect: { atMost: 'low' },
    applies: (_, t) => hasProblem(t, 'empty-signature', 'signature-length'),
  },
  {
    code: 'type-dpop-proof',
    for: 'token',
    text: 'it is a proof for one request, and no credential by itself',
    effect: { atMost: 'low' },
    applies: (_, t) => t?.type === 'dpop-proof',
  },
  {
    code: 'type-message',
    for: 'token',
    text: 'it is a message (a request, a security event, a logout), and no credential',
    effect: { atMost: 'low' },
    applies: (_, t) => t !== undefined && ['authorization-request', 'security-event', 'logout'].includes(t.type),
  },
  {
    code: 'expired-long',
    for: 'both',
    text: 'it has expired; it lived for more than a day, or for how long is not known',
    effect: { atMost: 'low' },
    applies: (_, t) => expired(t, 'long', 'very-long', 'unknown', 'unbounded'),
  },
  {
    code: 'expired-short',
    for: 'both',
    text: 'it has expired, and lived for a day or less',
    effect: { atMost: 'info' },
    applies: (_, t) => expired(t, 'short', 'medium'),
  },
  {
    code: 'signing-key-known',
    for: 'token',
    text: 'the key that signed it is known: anyone can mint such tokens, whatever this one says',
    effect: { atLeast: 'critical' },
    applies: (_, t) => hasProblem(t, 'weak-hmac-key', 'signing-key-in-repo', 'embedded-private-key'),
  },
  {
    code: 'signs-tokens',
    for: 'other',
    text: 'it signed a token that was found with it: anyone can mint such tokens',
    effect: { atLeast: 'critical' },
    applies: ({ keyOf }) => keyOf === 'signed',
  },
  {
    code: 'binds-tokens',
    for: 'other',
    text: 'a token that was found with it is bound to it: together they open what the token opens',
    effect: { atLeast: 'high' },
    applies: ({ keyOf }) => keyOf === 'bound',
  },
  {
    code: 'well-known-key-in-tests',
    for: 'token',
    text: 'it is signed with a well-known key in a test folder, as tests do on purpose',
    effect: { lower: 1 },
    applies: (input, t) => inTests(input) && hasProblem(t, 'weak-hmac-key'),
  },
  {
    code: 'test-path',
    for: 'token',
    text: 'it stands only in test, example or fixture files',
    effect: { lower: 1 },
    applies: (input) => inTests(input),
  },
  {
    code: 'test-path',
    for: 'other',
    text: 'it stands only in test, example or fixture files, and no checksum proves it',
    effect: { lower: 1 },
    applies: (input) => inTests(input) && input.confidence !== 'certain',
  },
  {
    code: 'documentation',
    for: 'other',
    text: 'it is code that only documentation shows',
    effect: { lower: 1 },
    applies: ({ sheet, paths }) => sheet.kind === 'misuse' && paths.length > 0 && paths.every(isDocumentation),
  },
  {
    code: 'low-confidence',
    for: 'both',
    text: 'it may be no secret at all (low confidence)',
    effect: { lower: 1 },
    applies: (input) => input.confidence === 'low',
  },
  {
    code: 'publishable',
    for: 'both',
    text: 'it is meant to be public',
    effect: { atMost: 'info' },
    applies: (input) => input.sheet.sensitivity === 'publishable',
  },
  {
    code: 'identifier',
    for: 'both',
    text: 'it names something and opens nothing',
    effect: { atMost: 'info' },
    applies: (input) => input.sheet.sensitivity === 'identifier',
  },
  {
    code: 'demo-token',
    for: 'token',
    text: 'it is a known example or a key of a local development server',
    effect: { atMost: 'info' },
    applies: (_, t) => hasProblem(t, 'example-token', 'demo-key'),
  },
  {
    code: 'history-only',
    for: 'both',
    text: 'only the history holds it, where everyone who can clone reads it',
    effect: 'none',
    applies: (input) => input.reach === 'refs',
  },
  {
    code: 'local-only',
    for: 'both',
    text: 'no branch or tag holds it, so clones do not get it, but this object store still has it',
    effect: 'none',
    applies: (input) => input.reach !== undefined && input.reach !== 'head' && input.reach !== 'refs',
  },
  {
    code: 'live-when-committed',
    for: 'token',
    text: 'it was still taken when it was committed',
    effect: 'none',
    applies: (_, t) => t?.liveWhenCommitted === true && t.state === 'expired',
  },
];

/**
 * Severity and its reasons.
 * @param input `token` counts when it could be read (a token of format `opaque` only tells whether it has expired)
 */
export function judge(input: JudgeInput): Judgement {
  if (input.sheet.severityIsSet) {
    const set: Reason = { code: 'severity-set', text: 'Its severity was set for this rule.' };
    return { severity: input.sheet.severity, reasons: [ruleReason(input.sheet), set] };
  }
  const readable = input.token !== undefined && input.token.format !== 'opaque';
  const base =
    readable && input.token ? gridOf(input.token) : { severity: input.sheet.severity, reasons: [ruleReason(input.sheet)] };
  let rank = SEVERITIES.indexOf(base.severity);
  // The first reason weighs as much as it lifts the finding above info.
  const weighed = base.reasons.map((reason) => ({ reason, weight: SEVERITIES.length - 1 - rank }));
  for (const { code, for: whom, text, effect, applies } of ADJUSTMENTS) {
    if (whom !== 'both' && (whom === 'token') !== readable) continue;
    if (!applies(input, input.token)) continue;
    const moved = apply(rank, effect);
    weighed.push({ reason: { code, text: sentence(text) }, weight: Math.abs(moved - rank) });
    rank = moved;
  }
  weighed.sort((a, b) => b.weight - a.weight);
  return { severity: SEVERITIES[rank] ?? 'info', reasons: weighed.map(({ reason }) => reason) };
}

function apply(rank: number, effect: Effect): number {
  if (effect === 'none') return rank;
  if ('lower' in effect) return Math.min(rank + effect.lower, SEVERITIES.length - 1);
  if ('raise' in effect) return Math.max(rank - effect.raise, 0);
  if ('atMost' in effect) return Math.max(rank, SEVERITIES.indexOf(effect.atMost));
  return Math.min(rank, SEVERITIES.indexOf(effect.atLeast));
}

const POWER_TEXT: Record<Privilege, string> = {
  admin: 'it administers',
  write: 'it changes things',
  unknown: 'what it allows is not known',
  read: 'it reads',
  public: 'it allows what everyone may',
};
const LIFETIME_TEXT: Record<Lifetime, string> = {
  short: 'it lives for an hour at most',
  medium: 'it lives for a day at most',
  long: 'it lives for up to 30 days',
  'very-long': 'it lives for more than 30 days',
  unbounded: 'it never ends by itself',
  unknown: 'how long it lives is not known',
};

function gridOf(token: Token): { severity: Severity; reasons: Reason[] } {
  const { privilege, lifetime, privilegeReasons } = token;
  const because = privilegeReasons[0] === undefined ? '' : `: ${privilegeReasons[0]}`;
  return {
    severity: GRID[privilege][lifetime],
    reasons: [
      { code: `power-${privilege}`, text: sentence(`${POWER_TEXT[privilege]}${because}`) },
      { code: `lifetime-${lifetime}`, text: sentence(LIFETIME_TEXT[lifetime]) },
    ],
  };
}

function ruleReason(sheet: RuleSheet): Reason {
  return { code: 'rule', text: sentence(sheet.opens) };
}

function sentence(text: string): string {
  const capital = text.charAt(0).toUpperCase() + text.slice(1);
  return /[.!?…]$/.test(capital) ? capital : `${capital}.`;
}

/** The tables above as Markdown, for the documentation. */
export function severityTable(): string {
  const grid = [
    `| what it allows | ${LIFETIME_COLUMNS.map((lifetime) => LIFETIME_TEXT[lifetime].replace(/^it /, '')).join(' | ')} |`,
    `| --- |${' --- |'.repeat(LIFETIME_COLUMNS.length)}`,
    ...(Object.keys(GRID) as Privilege[]).map(
      (privilege) => `| ${privilege} | ${LIFETIME_COLUMNS.map((lifetime) => GRID[privilege][lifetime]).join(' | ')} |`,
    ),
  ];
  const lines = ADJUSTMENTS.map(
    ({ code, for: whom, text, effect }) => `| \`${code}\` | ${text} | ${effectText(effect)} | ${WHOM[whom]} |`,
  );
  return [
    'A token that can be read begins with what it allows and how long it lives:',
    '',
    ...grid,
    '',
    "Every other finding begins with its rule's severity. Then these apply, from top to bottom:",
    '',
    '| code | when | effect | for |',
    '| --- | --- | --- | --- |',
    ...lines,
    '',
  ].join('\n');
}

const WHOM: Record<Adjustment['for'], string> = { token: 'tokens', other: 'other findings', both: 'all findings' };

function effectText(effect: Effect): string {
  if (effect === 'none') return 'told only';
  if ('lower' in effect) return `lower by ${effect.lower}`;
  if ('raise' in effect) return `raise by ${effect.raise}`;
  return 'atMost' in effect ? `at most ${effect.atMost}` : `at least ${effect.atLeast}`;
}
