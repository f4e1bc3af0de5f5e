/**
 * Which issuers may be asked, and where: known ones at the host that the table of issuers fixes, others only when the user
 * names them. A token's own words choose among these and never add one.
 * @module
 */
import type { JWK } from 'jose';
import {
  type AuthorizationServer,
  allowInsecureRequests,
  customFetch,
  discoveryRequest,
  processDiscoveryResponse,
} from 'oauth4webapi';
import { UsageError } from '../errors.ts';
import { fill, match, metadataUrls, type Recognised } from '../tokens/issuer.ts';
import { type JsonObject, strings, own } from '../tokens/json.ts';
import { DoorError } from './errors.ts';
import { type Door, isLoopbackName } from './http.ts';
import { keysOf } from './keys.ts';

/** An issuer's answer that cannot be used; the message completes "…: ". */
export class IssuerError extends Error {
  override readonly name = 'IssuerError';
}

/** Issuers are compared without the slash at their end. */
export function sameIssuer(a: string, b: string): boolean {
  return a.replace(/\/+$/, '') === b.replace(/\/+$/, '');
}

/**
 * An issuer as the user writes it.
 * @throws UsageError for what is no https URL (http on this machine, with `loopback`)
 */
export function parseIssuer(value: string, options: { loopback: boolean }): URL {
  const url = URL.canParse(value) ? new URL(value) : undefined;
  const local = options.loopback && url !== undefined && isLoopbackName(url.hostname.replace(/^\[|\]$/g, ''));
  if (!url || !(url.protocol === 'https:' || (url.protocol === 'http:' && local)) || url.username || url.search || url.hash) {
    throw new UsageError(`the issuer ${value} is no https URL: write it as it stands in the tokens' iss claim`);
  }
  return url;
}

/**
 * Where a known issuer publishes its keys, when the table itself fixes the host: literal, or with a customer's name before at
 * least two literal labels (`{tenant}.okta.com`). Undefined for software that anyone hosts anywhere.
 */
export function pinnedJwks({ issuer, captures }: Recognised, claims: JsonObject): URL | undefined {
  const pattern = issuer.endpoints?.jwks;
  if (pattern === undefined) return undefined;
  const iss = strings(own(claims, 'iss'))[0] ?? '';
  const forms = pattern.startsWith('{iss}')
    ? issuer.recognise.flatMap((condition) => condition.iss ?? []).filter((form) => match(form, iss))
    : [pattern];
  const fixed = forms.length > 0 && forms.every(hasFixedHost);
  const filled = fixed ? fill(pattern, captures, claims, true) : undefined;
  const url = filled === undefined ? undefined : new URL(filled);
  return url?.protocol === 'https:' && url.port === '' ? url : undefined;
}

/** At least the last two labels of the host are literal; `{name*}`, which may be anything, stands nowhere in it. */
function hasFixedHost(pattern: string): boolean {
  const host = /^https:\/\/([^/]+)(?:\/|$)/.exec(pattern)?.[1];
  if (host === undefined || /\{[a-z]+\*\}/.test(host)) return false;
  const labels = host.replace(/\{[a-z]+[.^9#]?\}/g, '*').split('.');
  return labels.length >= 2 && labels.slice(-2).every((label) => /^[a-z0-9-]+$/.test(label));
}

/**
 * Metadata of an issuer that the user allowed: OpenID Connect Discovery 1.0, then RFC 8414. Its endpoints are allowed with it,
 * since the issuer itself names them.
 * @throws IssuerError, DoorError
 */
export async function discover(issuer: URL, door: Door): Promise<AuthorizationServer> {
  door.allow(issuer.host);
  let first: unknown;
  for (const algorithm of ['oidc', 'oauth2'] as const) {
    try {
      const response = await discoveryRequest(issuer, { algorithm, ...throughDoor(door) });
      const metadata = await processDiscoveryResponse(issuer, response);
      for (const endpoint of [metadata.jwks_uri, metadata.introspection_endpoint, metadata.revocation_endpoint]) {
        if (endpoint !== undefined && URL.canParse(endpoint)) door.allow(new URL(endpoint).host);
      }
      return metadata;
    } catch (error) {
      first ??= error;
    }
  }
  if (first instanceof DoorError) throw first;
  const [where = issuer.href] = metadataUrls(issuer.href);
  throw new IssuerError(`${where} and its RFC 8414 twin hold no metadata of this issuer`, { cause: first });
}

/**
 * The keys at a JWKS address that is allowed already.
 * @throws IssuerError, DoorError
 */
export async function fetchKeys(url: URL, door: Door): Promise<JWK[]> {
  const answer = await door.send({ method: 'GET', url, headers: { Accept: 'application/jwk-set+json, application/json' } });
  if (answer.status !== 200) throw new IssuerError(`${url.host} gave no keys (HTTP ${answer.status})`);
  let keys: JWK[] | undefined;
  try {
    keys = keysOf(JSON.parse(answer.body));
  } catch {
    // Told below.
  }
  if (!keys) throw new IssuerError(`what ${url.host} gave is no set of keys`);
  return keys;
}

/** Options by which oauth4webapi sends through the door. The door itself keeps plain http to this machine. */
export function throughDoor(door: Door) {
  return {
    [allowInsecureRequests]: true,
    [customFetch]: async (
      url: string,
      { method, headers, body }: { method: string; headers: Record<string, string>; body?: URLSearchParams | undefined },
    ): Promise<Response> => {
      const answer = await door.send({
        method: method === 'POST' ? 'POST' : 'GET',
        url: new URL(url),
        headers,
        ...(method === 'POST' && { body: body?.toString() ?? '' }),
      });
      const bodyless = [204, 205, 304].includes(answer.status) || answer.status < 200;
      return new Response(bodyless ? null : answer.body, {
        status: Math.max(200, answer.status),
        headers: answer.headers,
      });
    },
  };
}
