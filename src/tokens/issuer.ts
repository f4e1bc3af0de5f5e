/**
 * Who issued a token: the table of known issuers (patterns/issuers/*.yaml, read by load-issuers.ts at build time), and for
 * all others what the standards say. Text in, text out: nothing here touches the network.
 *
 * Patterns are text with holes: `{name}` stands for letters, digits, `_`, `~` and `-`; `{name.}` for these and dots;
 * `{name^}` for capitals and digits; `{name9}` for digits; `{name#}` for at least 16 hexadecimal digits; `{name*}` for
 * anything without spaces. Results may use the holes' names, `{iss}` (without a slash at its end) and
 * `{claim:NAME}`. In conditions `*` alone stands for any value.
 * @module
 */
import type { Token, TokenType } from '../model.ts';
import { type JsonObject, own, strings } from './json.ts';

/** All that is asked must hold. A list means: one of these. Arrays in the token count with any of their items. */
export interface Condition {
  iss?: string | string[];
  claims?: Record<string, string | string[]>;
  header?: Record<string, string | string[]>;
  /** No claims but these. */
  only?: string[];
}

/** A claim: its name, or the names on the way to it, `*` for every member. */
export type ClaimPath = string | string[];

export interface PowerFact {
  level: Exclude<Token['privilege'], 'unknown'>;
  why: string;
  /** Only when this holds. */
  when?: Condition;
}

/** What stands in one file of patterns/issuers. */
export interface Issuer {
  id: string;
  name: string;
  recognise: Condition[];
  /** Pattern that gives the customer, project or realm. */
  tenant?: string;
  types?: { when?: Condition; type: TokenType; why: string }[];
  scopes?: ClaimPath[];
  roles?: ClaimPath[];
  /** Scopes and roles by what they allow; `*` inside stands for any text. */
  power?: { admin?: string[]; write?: string[]; read?: string[]; public?: string[]; always?: PowerFact[] };
  lifetime?: {
    usual: string;
    /** Seconds that a token without `exp` is accepted after `iat`. */
    sinceIssue?: number;
  };
  endpoints?: { introspection?: string; revocation?: string; jwks?: string; metadata?: string[] };
  revoke: string;
  console?: string;
  docs?: string;
  /** Keys that everyone has: local development servers. */
  demo?: boolean;
}

export type IssuerTable = readonly Issuer[];

/** A known issuer and what its patterns' holes stand for in this token. */
export interface Recognised {
  issuer: Issuer;
  captures: Record<string, string>;
}

const MAX_SUBJECT = 512;
const compiled = new Map<string, RegExp>();

const HOLES: Record<string, string> = {
  '': '[\\w~-]+',
  '.': '[\\w.~-]+',
  '^': '[A-Z0-9]+',
  '9': '\\d+',
  '#': '[0-9a-f]{16,}',
  '*': '\\S+',
};

/** A pattern as an anchored regular expression; runs in linear time but for a hole next to another. */
function expression(pattern: string): RegExp {
  let regexp = compiled.get(pattern);
  if (!regexp) {
    const source = pattern.split(/(\{[a-z]+[.^9#*]?\})/).map((piece) => {
      const hole = /^\{([a-z]+)([.^9#*]?)\}$/.exec(piece);
      return hole ? `(?<${hole[1]}>${HOLES[hole[2] ?? '']})` : piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
    });
    regexp = new RegExp(`^${source.join('')}$`);
    compiled.set(pattern, regexp);
  }
  return regexp;
}

/** The pattern's holes as they stand in the text, or undefined when it does not match. */
export function match(pattern: string, subject: string): Record<string, string> | undefined {
  if (subject.length > MAX_SUBJECT) return undefined;
  const found = expression(pattern).exec(subject);
  return found ? (found.groups ?? {}) : undefined;
}

function matchAny(patterns: string | string[], value: unknown): Record<string, string> | undefined {
  if (value === undefined) return undefined;
  if ([patterns].flat().includes('*')) return {};
  for (const subject of strings(value).slice(0, 64)) {
    for (const pattern of [patterns].flat()) {
      const captures = match(pattern, subject);
      if (captures) return captures;
    }
  }
  return undefined;
}

/** @returns what the condition's holes stand for, undefined when the condition does not hold */
export function holds(condition: Condition, header: JsonObject, claims: JsonObject): Record<string, string> | undefined {
  if (condition.only && Object.keys(claims).some((name) => !condition.only?.includes(name))) return undefined;
  const captures: Record<string, string> = {};
  const asked: [string | string[], unknown][] = [];
  if (condition.iss !== undefined) asked.push([condition.iss, own(claims, 'iss')]);
  for (const [name, patterns] of Object.entries(condition.claims ?? {})) asked.push([patterns, own(claims, name)]);
  for (const [name, patterns] of Object.entries(condition.header ?? {})) asked.push([patterns, own(header, name)]);
  for (const [patterns, value] of asked) {
    const found = matchAny(patterns, value);
    if (!found) return undefined;
    Object.assign(captures, found);
  }
  return captures;
}

/** How much a condition says: the letters it fixes, each thing it asks, and before all the issuer's name. The one that says most wins. */
function weight(condition: Condition): number {
  const letters = (patterns: string | string[]): number =>
    Math.min(...[patterns].flat().map((p) => p.replace(/\{[^}]*\}/g, '').length));
  let sum = condition.iss === undefined ? 0 : 100 + letters(condition.iss);
  for (const patterns of Object.values({ ...condition.claims, ...condition.header })) sum += 10 + letters(patterns);
  return sum;
}

/** The issuer whose first condition that holds says most of this token. */
export function findIssuer(header: JsonObject, claims: JsonObject, table: IssuerTable): Recognised | undefined {
  let best: Recognised | undefined;
  let most = 0;
  for (const issuer of table) {
    for (const condition of issuer.recognise) {
      const captures = holds(condition, header, claims);
      if (!captures) continue;
      const sum = weight(condition);
      if (sum > most) {
        best = { issuer, captures };
        most = sum;
      }
      break;
    }
  }
  return best;
}

/** Fills a result pattern; undefined when something that it names is not there. */
export function fill(pattern: string, captures: Record<string, string>, claims: JsonObject, isUrl = false): string | undefined {
  let complete = true;
  const filled = pattern.replace(/\{(claim:)?([^}]+)\}/g, (_, claim: string | undefined, name: string) => {
    const value = claim
      ? strings(own(claims, name))[0]
      : name === 'iss'
        ? strings(own(claims, 'iss'))[0]?.replace(/\/$/, '')
        : captures[name];
    if (value === undefined || value.length > MAX_SUBJECT) complete = false;
    return claim && isUrl ? encodeURIComponent(value ?? '') : (value ?? '');
  });
  if (!complete) return undefined;
  return isUrl ? webUrl(filled)?.href : filled;
}

/** The URL when it is one of the web and names no user. */
export function webUrl(value: string): URL | undefined {
  if (value.length > MAX_SUBJECT || !/^https?:\/\//i.test(value) || !URL.canParse(value)) return undefined;
  const url = new URL(value);
  return url.username === '' && url.password === '' ? url : undefined;
}

/**
 * Where an issuer describes itself by the standards: OpenID Connect Discovery 1.0 section 4 (appended) and RFC 8414
 * section 3.1 (inserted after the host). Empty when `iss` is no URL.
 */
export function metadataUrls(issuer: string): string[] {
  const url = webUrl(issuer);
  if (!url) return [];
  const path = url.pathname.replace(/\/+$/, '');
  return [`${url.origin}${path}/.well-known/openid-configuration`, `${url.origin}/.well-known/oauth-authorization-server${path}`];
}

/** Endpoints and the way to end a token, from the table or, for issuers that it does not hold, from the standards. */
export function issuerAnswer(
  recognised: Recognised | undefined,
  claims: JsonObject,
): Pick<Token, 'issuerName' | 'issuerId' | 'tenant' | 'endpoints' | 'remedy'> {
  const iss = strings(own(claims, 'iss'))[0];
  if (!recognised) {
    const metadata = iss === undefined ? [] : metadataUrls(iss);
    return {
      ...(metadata.length > 0 && { endpoints: { metadata } }),
      remedy: { revoke: metadata.length > 0 ? STANDARD_REMEDY : UNKNOWN_REMEDY },
    };
  }
  const { issuer, captures } = recognised;
  const url = (pattern: string | undefined): string | undefined =>
    pattern === undefined ? undefined : fill(pattern, captures, claims, true);
  const tenant = issuer.tenant === undefined ? undefined : fill(issuer.tenant, captures, claims);
  const console = url(issuer.console);
  const introspection = url(issuer.endpoints?.introspection);
  const revocation = url(issuer.endpoints?.revocation);
  const jwks = url(issuer.endpoints?.jwks);
  const metadata = (issuer.endpoints?.metadata ?? []).flatMap((pattern) => url(pattern) ?? []);
  const endpoints = {
    ...(introspection !== undefined && { introspection }),
    ...(revocation !== undefined && { revocation }),
    ...(jwks !== undefined && { jwks }),
    ...(metadata.length > 0 && { metadata }),
  };
  return {
    issuerName: issuer.name,
    issuerId: issuer.id,
    ...(tenant !== undefined && { tenant }),
    ...(Object.keys(endpoints).length > 0 && { endpoints }),
    remedy: { revoke: issuer.revoke, ...(console !== undefined && { url: console }) },
  };
}

const STANDARD_REMEDY =
  'Ask the issuer: its metadata names a revocation_endpoint (RFC 7009) when it has one, and an introspection_endpoint (RFC 7662) that tells whether the token is still taken. ' +
  'Where neither exists, end the session or grant it came from, or rotate the signing key.';
const UNKNOWN_REMEDY = 'The token names no issuer that can be asked: find the service whose key signed it and rotate that key.';
