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
const MAX_ITEMS = 64;

const HOLES: Record<string, string> = {
  '': '[\\w~-]+',
  '.': '[\\w.~-]+',
  '^': '[A-Z0-9]+',
  '9': '\\d+',
  '#': '[0-9a-f]{16,}',
  '*': '\\S+',
};

/** A pattern ready to use: the text before its first hole rules nearly everything out before the expression runs. */
interface Pattern {
  prefix: string;
  /** Undefined when there are no holes: the prefix is all. */
  expression?: RegExp;
}

interface Prepared {
  asked: { of: 'header' | 'claims'; name: string; any: boolean; patterns: Pattern[] }[];
  only?: Set<string>;
  /** How much it says: the letters it fixes, each thing it asks, and before all the issuer's name. */
  weight: number;
}

const preparedConditions = new WeakMap<Condition, Prepared>();

function compile(pattern: string): Pattern {
  const pieces = pattern.split(/(\{[a-z]+[.^9#*]?\})/);
  const prefix = pieces[0] ?? '';
  if (pieces.length === 1) return { prefix };
  const source = pieces.map((piece) => {
    const hole = /^\{([a-z]+)([.^9#*]?)\}$/.exec(piece);
    return hole ? `(?<${hole[1]}>${HOLES[hole[2] ?? '']})` : piece.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&');
  });
  return { prefix, expression: new RegExp(`^${source.join('')}$`) };
}

function prepare(condition: Condition): Prepared {
  const known = preparedConditions.get(condition);
  if (known) return known;
  let weight = 0;
  const ask = (of: 'header' | 'claims', name: string, sources: string | string[], worth: number): Prepared['asked'][number] => {
    const list = [sources].flat();
    weight += worth + Math.min(...list.map((source) => source.replace(/\{[^}]*\}/g, '').length));
    return { of, name, any: list.includes('*'), patterns: list.map(compile) };
  };
  const asked = [
    ...(condition.iss === undefined ? [] : [ask('claims', 'iss', condition.iss, 100)]),
    ...Object.entries(condition.claims ?? {}).map(([name, sources]) => ask('claims', name, sources, 10)),
    ...Object.entries(condition.header ?? {}).map(([name, sources]) => ask('header', name, sources, 10)),
  ];
  const prepared = { asked, weight, ...(condition.only && { only: new Set(condition.only) }) };
  preparedConditions.set(condition, prepared);
  return prepared;
}

function matchCompiled({ prefix, expression }: Pattern, subject: string): Record<string, string> | undefined {
  if (!expression) return subject === prefix ? {} : undefined;
  return subject.startsWith(prefix) ? expression.exec(subject)?.groups : undefined;
}

/** The pattern's holes as they stand in the text, or undefined when it does not match. Text over 512 characters never does. */
export function match(pattern: string, subject: string): Record<string, string> | undefined {
  return subject.length > MAX_SUBJECT ? undefined : matchCompiled(compile(pattern), subject);
}

/** @returns what the condition's holes stand for, undefined when the condition does not hold */
export function holds(condition: Condition, header: JsonObject, claims: JsonObject): Record<string, string> | undefined {
  const { asked, only } = prepare(condition);
  const captures: Record<string, string> = {};
  for (const { of, name, any, patterns } of asked) {
    const value = own(of === 'header' ? header : claims, name);
    if (value === undefined) return undefined;
    if (any) continue;
    const found = firstMatch(patterns, value);
    if (!found) return undefined;
    Object.assign(captures, found);
  }
  return only && !Object.keys(claims).every((name) => only.has(name)) ? undefined : captures;
}

function firstMatch(patterns: Pattern[], value: unknown): Record<string, string> | undefined {
  for (const subject of strings(value).slice(0, MAX_ITEMS)) {
    if (subject.length > MAX_SUBJECT) continue;
    for (const pattern of patterns) {
      const captures = matchCompiled(pattern, subject);
      if (captures) return captures;
    }
  }
  return undefined;
}

/** The issuer whose first condition that holds says most of this token. */
export function findIssuer(header: JsonObject, claims: JsonObject, table: IssuerTable): Recognised | undefined {
  let best: Recognised | undefined;
  let most = 0;
  for (const issuer of table) {
    for (const condition of issuer.recognise) {
      const captures = holds(condition, header, claims);
      if (!captures) continue;
      const { weight } = prepare(condition);
      if (weight > most) {
        best = { issuer, captures };
        most = weight;
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
