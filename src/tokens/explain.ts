/**
 * A token as a card to read: what it is, from whom, until when, what it allows, what is wrong with it and what to do.
 * Lines without colour; the caller chooses how they look. The JSON form of the card is the `Token` itself.
 * @module
 */
import type { Token, TokenProblem } from '../model.ts';
import { CLAIMS, TIME_CLAIMS } from './claims.ts';
import { plain, quoted } from './json.ts';
import { explainOpaque } from './opaque.ts';
import { type ExplainOptions, explainToken } from './token.ts';
import { findHmacKey, weakKeyProblem } from './weakkeys.ts';

export type Section = 'what' | 'who' | 'when' | 'power' | 'problems' | 'to do' | 'header' | 'claims' | 'holds';

export interface CardLine {
  section: Section;
  /** Empty for a line that is a sentence by itself. */
  label: string;
  text: string;
  /** `bad` a danger, `warn` a weakness, `good` what lessens harm. */
  tone: 'plain' | 'good' | 'warn' | 'bad';
}

export interface Explanation {
  token: Token;
  lines: CardLine[];
}

/**
 * Explains what stands on a command line or a clipboard: a token with or without `Authorization:`, `Bearer`, `DPoP` and
 * quotes. JWTs are tried against the well-known HMAC keys.
 * @returns the card, or why the text is no token that can be read
 */
export function explainText(text: string, options: ExplainOptions): Explanation | { malformed: string } {
  const bare = unwrap(text);
  const explained = explainToken(bare, options);
  if ('malformed' in explained) {
    const opaque = explainOpaque(bare, options);
    return opaque ? { token: opaque, lines: card(opaque, options.now) } : explained;
  }
  const { found } = findHmacKey(bare);
  const token = found ? { ...explained, problems: [weakKeyProblem(found), ...explained.problems] } : explained;
  return { token, lines: card(token, options.now) };
}

/** The token alone, without a header's name, a scheme and quotes around it. */
export function unwrap(text: string): string {
  const trimmed = text.slice(0, 256 * 1024).trim();
  const bare = trimmed.replace(/^(['"`])([^]*)\1[,;]?$/, '$2').trim();
  return bare
    .replace(/^(proxy-)?authorization\s*[:=]\s*/i, '')
    .replace(/^(bearer|dpop|token)\s+/i, '')
    .trim();
}

/** All lines of a card, in reading order. */
export function card(token: Token, now: Date): CardLine[] {
  const lines: CardLine[] = [];
  const add = (section: Section, label: string, text: string | undefined, tone: CardLine['tone'] = 'plain'): void => {
    if (text !== undefined && text !== '') lines.push({ section, label, text: plain(text), tone });
  };
  what(token, add);
  add(
    'who',
    'issuer',
    [token.issuerName, token.issuer === undefined ? undefined : quoted(token.issuer, 200)].filter(Boolean).join(', '),
  );
  add('who', 'belongs to', token.tenant === undefined ? undefined : quoted(token.tenant, 200));
  add('who', 'subject', token.subject === undefined ? undefined : quoted(token.subject, 200));
  add('who', 'acted for by', token.actor === undefined ? undefined : quoted(token.actor, 200));
  add('who', 'client', token.client === undefined ? undefined : quoted(token.client, 200));
  add('who', 'audience', list(token.audience));
  when(token, now, add);
  // Of most credentials of their own format nothing can be read of what they allow; that is no fact to tell.
  const opaque = token.format === 'opaque';
  if (!opaque || token.privilege !== 'unknown') {
    const tone = token.privilege === 'admin' ? 'bad' : token.privilege === 'write' ? 'warn' : 'plain';
    add('power', 'allows', POWER[token.privilege], tone);
    for (const reason of token.privilegeReasons) add('power', '', reason);
  }
  add('power', 'scopes', list(token.scopes));
  add('power', 'roles', list(token.roles));
  add('power', 'bound to', bound(token), 'good');
  for (const { severity, text } of token.problems) {
    add(
      'problems',
      severity,
      text,
      severity === 'critical' || severity === 'high' ? 'bad' : severity === 'info' ? 'plain' : 'warn',
    );
  }
  for (const step of steps(token)) add('to do', '', step);
  for (const [name, value] of Object.entries(token.header)) add('header', quoted(name), show(value));
  for (const [name, value] of Object.entries(token.claims))
    add(opaque ? 'holds' : 'claims', quoted(name), claim(name, value, now));
  return lines;
}

type Add = (section: Section, label: string, text: string | undefined, tone?: CardLine['tone']) => void;

const FORMATS: Record<Token['format'], string> = {
  jws: 'a signed token (JWS)',
  jwe: 'an encrypted token (JWE)',
  'jws-json': 'a signed token in JSON (JWS)',
  'jwt-unsecured': 'an unsigned token (unsecured JWT)',
  opaque: 'a credential of its own format',
};
const TYPES: Record<Token['type'], string> = {
  access: 'access token: opens an API',
  id: 'ID token: tells who signed in',
  refresh: 'refresh token: gets new tokens',
  'dpop-proof': 'proof of possession for one request',
  'client-assertion': 'client assertion: an application identifies itself',
  logout: 'logout message',
  'security-event': 'security event',
  'authorization-request': 'authorization request',
  'service-account': 'token of a service account or workload',
  credential: 'verifiable or holder-bound credential',
  session: 'session of a user',
  unknown: 'not known',
};
const POWER: Record<Token['privilege'], string> = {
  admin: 'to administer',
  write: 'to change things',
  read: 'to read',
  public: 'what everyone may',
  unknown: 'not known',
};

function what(token: Token, add: Add): void {
  add(
    'what',
    'format',
    token.algorithm === 'unknown' ? FORMATS[token.format] : `${FORMATS[token.format]}, ${quoted(token.algorithm)}`,
  );
  if (token.format !== 'opaque') add('what', 'kind', TYPES[token.type]);
  for (const reason of token.typeReasons) add('what', token.format === 'opaque' ? 'kind' : '', reason);
  add('what', 'key id', token.keyId === undefined ? undefined : quoted(token.keyId, 200));
}

function when(token: Token, now: Date, add: Add): void {
  const moment = (iso: string | undefined): string | undefined =>
    iso === undefined ? undefined : `${iso}, ${relative(new Date(iso), now)}`;
  const states: Record<Token['state'], [string, CardLine['tone']]> = {
    expired: ['expired', 'good'],
    active: ['active now', 'bad'],
    'not-yet-valid': ['not valid yet', 'warn'],
    'never-expires': ['active, and never expires by itself', 'bad'],
    unknown: ['not known', 'plain'],
  };
  const [state, tone] = states[token.state];
  if (token.format !== 'opaque' || token.state !== 'unknown') add('when', 'state', state, tone);
  add('when', 'issued', moment(token.issuedAt));
  add('when', 'valid from', moment(token.notBefore));
  add('when', 'expires', moment(token.expiresAt));
  add('when', 'lives for', token.lifetimeSeconds === undefined ? undefined : duration(token.lifetimeSeconds));
  if (token.liveWhenCommitted !== undefined) {
    add(
      'when',
      'at commit',
      token.liveWhenCommitted ? 'it was active when it was committed' : 'it was not active when it was committed',
      token.liveWhenCommitted ? 'warn' : 'good',
    );
  }
}

function bound(token: Token): string | undefined {
  const { method, thumbprint } = token.binding;
  if (method === 'none') return undefined;
  const names = {
    dpop: 'a key, by DPoP (RFC 9449)',
    mtls: 'a client certificate, by mutual TLS (RFC 8705)',
    jwk: 'a key (RFC 7800)',
  };
  return `${names[method]}${thumbprint === undefined ? '' : `, thumbprint ${quoted(thumbprint)}`}: of no use without it`;
}

/** What to do about it, first things first. */
export function steps(token: Token): string[] {
  const has = (...codes: TokenProblem['code'][]): boolean => token.problems.some(({ code }) => codes.includes(code));
  const done: string[] = [];
  if (has('demo-key', 'example-token')) return ['Nothing, as long as no service on a network takes it.'];
  if (has('weak-hmac-key', 'signing-key-in-repo', 'embedded-private-key')) {
    done.push('Replace the signing key first: every token signed with it must be refused, whatever its end.');
  }
  if (token.state === 'expired')
    done.push(
      'It has expired: nothing is left to revoke, but find out how it got here, and whether a refresh token or a key lies near.',
    );
  else if (token.remedy) done.push(token.remedy.revoke);
  if (token.state !== 'expired') {
    if (token.remedy?.url !== undefined) done.push(`Console: ${token.remedy.url}`);
    if (token.endpoints?.revocation !== undefined) done.push(`Revocation endpoint (RFC 7009): ${token.endpoints.revocation}`);
    if (token.endpoints?.introspection !== undefined)
      done.push(`Introspection endpoint (RFC 7662): ${token.endpoints.introspection}`);
    for (const url of token.endpoints?.metadata ?? []) done.push(`The issuer's metadata should be at ${url}`);
    done.push('Remove it from the files and, where others can read it, from the history; revoke first, as copies remain.');
  }
  return done;
}

/** One claim: its value, and in words what it means. */
function claim(name: string, value: unknown, now: Date): string {
  const words = CLAIMS.get(name);
  const shown = show(value);
  if (TIME_CLAIMS.has(name) && typeof value === 'number' && value > 0 && value < 1e11) {
    const date = new Date(value * 1000);
    return `${shown}: ${date.toISOString()}, ${relative(date, now)}${words === undefined ? '' : ` (${words})`}`;
  }
  return words === undefined ? shown : `${shown} (${words})`;
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return quoted(text ?? '', 300);
}

function list(values: string[]): string | undefined {
  if (values.length === 0) return undefined;
  const shown = values.slice(0, 20).map((value) => quoted(value, 120));
  return values.length > 20 ? `${shown.join(', ')} and ${values.length - 20} more` : shown.join(', ');
}

const UNITS: readonly [string, number][] = [
  ['year', 365.25 * 86_400],
  ['month', 30.4375 * 86_400],
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** A span in its largest unit, `3 hours`; seconds in. */
export function duration(seconds: number): string {
  const [name, size] = UNITS.find(([, each]) => seconds >= each) ?? ['second', 1];
  const count = Math.round(seconds / size);
  return `${count} ${name}${count === 1 ? '' : 's'}`;
}

/** `in 3 hours`, `2 days ago`, `now`. */
export function relative(date: Date, now: Date): string {
  const seconds = Math.round((date.getTime() - now.getTime()) / 1000);
  if (seconds === 0) return 'now';
  return seconds > 0 ? `in ${duration(seconds)}` : `${duration(-seconds)} ago`;
}
