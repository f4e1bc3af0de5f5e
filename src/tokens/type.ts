/**
 * What kind of token it is, with the reasons. What the token or its issuer says outright comes first; then the claims
 * that only one kind has; then what speaks for an access, an ID or a session token is counted.
 * @module
 */
import type { TokenType } from '../model.ts';
import { holds, type Recognised } from './issuer.ts';
import { isObject, type JsonObject, own, quoted, strings, text } from './json.ts';

export interface Kind {
  type: TokenType;
  reasons: string[];
}

/** `typ` header values (RFC 7515 section 4.1.9), without `application/`. */
const MEDIA_TYPES = new Map<string, [TokenType, string]>([
  ['at+jwt', ['access', 'an OAuth access token (RFC 9068)']],
  ['dpop+jwt', ['dpop-proof', 'a proof of possession for one request (RFC 9449)']],
  ['client-authentication+jwt', ['client-assertion', 'a client that identifies itself']],
  ['client-attestation+jwt', ['client-assertion', 'an attestation of a client']],
  ['secevent+jwt', ['security-event', 'a security event (RFC 8417)']],
  ['logout+jwt', ['logout', 'a logout message (OpenID Connect Back-Channel Logout)']],
  ['oauth-authz-req+jwt', ['authorization-request', 'an authorization request (RFC 9101)']],
  ['token-introspection+jwt', ['unknown', 'an answer about another token (RFC 9701)']],
  ['vc+jwt', ['credential', 'a verifiable credential']],
  ['vp+jwt', ['credential', 'a presentation of verifiable credentials']],
  ['vc+ld+jwt', ['credential', 'a verifiable credential']],
  ['vc+sd-jwt', ['credential', 'a verifiable credential with selective disclosure']],
  ['dc+sd-jwt', ['credential', 'a digital credential with selective disclosure']],
  ['kb+jwt', ['credential', "the holder's proof for an SD-JWT (RFC 9901)"]],
  ['openid4vci-proof+jwt', ['credential', "a wallet's proof of its key"]],
  ['statuslist+jwt', ['unknown', 'a list of token states']],
  ['entity-statement+jwt', ['unknown', 'a statement of OpenID Federation']],
]);

/** Values by which servers and frameworks name the kind in a claim. */
const NAMED = new Map<string, [TokenType, string]>([
  ['bearer', ['access', 'an access token']],
  ['access', ['access', 'an access token']],
  ['access_token', ['access', 'an access token']],
  ['accesstoken', ['access', 'an access token']],
  ['id', ['id', 'an ID token']],
  ['id_token', ['id', 'an ID token']],
  ['refresh', ['refresh', 'a refresh token']],
  ['refresh_token', ['refresh', 'a refresh token']],
  ['refreshtoken', ['refresh', 'a refresh token']],
  ['offline', ['refresh', 'an offline token: a refresh token that outlives the session']],
  ['logout', ['logout', 'a logout message']],
  ['session', ['session', 'a session']],
  ['api_key', ['access', "an API key in a token's clothing"]],
  ['api-key', ['access', "an API key in a token's clothing"]],
  ['apikey', ['access', "an API key in a token's clothing"]],
  ['service', ['service-account', 'a service']],
  ['service_account', ['service-account', 'a service account']],
]);
/** Claims in which such a value stands: Keycloak, Cognito, Django Simple JWT, Flask-JWT-Extended and others. */
const NAMING_CLAIMS = ['typ', 'token_use', 'token_type', 'tokenType', 'type', 'use', 'kind'];

const LOGOUT_EVENT = 'http://schemas.openid.net/event/backchannel-logout';

/** Evidence for kinds that no claim settles alone: claims, weight, sentence. */
const EVIDENCE: readonly [TokenType, string[], number, string][] = [
  ['id', ['nonce'], 2, 'nonce: it answers a login request'],
  ['id', ['at_hash', 'c_hash', 's_hash'], 3, 'a hash of the tokens issued with it (OpenID Connect Core section 3.3.2.11)'],
  ['id', ['auth_time', 'amr', 'acr'], 1, 'it tells how and when the user signed in'],
  [
    'id',
    ['email_verified', 'given_name', 'family_name', 'preferred_username', 'picture', 'name', 'email'],
    1,
    'it describes the user',
  ],
  ['access', ['scope', 'scp', 'permissions', 'entitlements', 'authorization_details'], 3, 'it holds scopes'],
  ['access', ['roles', 'role', 'groups', 'authorities', 'realm_access', 'resource_access', 'wids'], 2, 'it holds roles'],
  ['access', ['client_id', 'cid', 'azp', 'appid', 'gty'], 2, 'it names the client it was issued to'],
  ['session', ['sid', 'session_id', 'sessionId', 'session_state', 'session'], 2, 'it names a session'],
];

/**
 * @param claims undefined when they cannot be read
 * @param payload what the payload is when it is no set of claims
 */
export function kindOf(header: JsonObject, claims: JsonObject | undefined, recognised: Recognised | undefined): Kind {
  const typ =
    text(header, 'typ')
      ?.toLowerCase()
      .replace(/^application\//, '') ?? '';
  const media = MEDIA_TYPES.get(typ);
  const one = (type: TokenType, reason: string): Kind => ({ type, reasons: [reason] });
  if (media) return one(media[0], `typ is ${typ}: ${media[1]}`);
  if (!claims) return one('unknown', 'its payload cannot be read as claims');
  for (const fact of recognised?.issuer.types ?? []) {
    if (!fact.when || holds(fact.when, header, claims)) return one(fact.type, fact.why);
  }
  const events = own(claims, 'events');
  if (isObject(events)) {
    return Object.hasOwn(events, LOGOUT_EVENT)
      ? one('logout', 'events holds a back-channel logout')
      : one('security-event', 'it holds events (RFC 8417)');
  }
  for (const claim of NAMING_CLAIMS) {
    const value = text(claims, claim);
    const named = value === undefined ? undefined : NAMED.get(value.toLowerCase());
    if (named) return one(named[0], `the claim ${claim} is ${quoted(value ?? '')}: ${named[1]}`);
  }
  return byClaims(claims) ?? byEvidence(claims);
}

/** Claims that only one kind has. */
function byClaims(claims: JsonObject): Kind | undefined {
  const has = (name: string): boolean => own(claims, name) !== undefined;
  const one = (type: TokenType, reason: string): Kind => ({ type, reasons: [reason] });
  if (has('htm') && has('htu')) return one('dpop-proof', 'it names one request (htm, htu: RFC 9449)');
  if (has('vc') || has('vp') || has('vct')) return one('credential', 'it holds a verifiable credential (vc, vp or vct)');
  if (has('response_type') && has('client_id'))
    return one('authorization-request', 'it holds the parameters of an authorization request (RFC 9101)');
  if (text(claims, 'sub')?.startsWith('system:serviceaccount:') || has('kubernetes.io'))
    return one('service-account', 'a Kubernetes service account');
  const issuer = text(claims, 'iss');
  if (issuer !== undefined && issuer === text(claims, 'sub')) {
    const audience = strings(own(claims, 'aud')).join(' ');
    if (/token|oauth|auth|login|realms|connect/i.test(audience)) {
      return one('client-assertion', 'issuer and subject are the same and the audience is an authorization server (RFC 7523)');
    }
    return one('service-account', 'issuer and subject are the same: a party that speaks for itself');
  }
  if (own(claims, 'gty') === 'client-credentials' || text(claims, 'sub')?.endsWith('@clients')) {
    return one('access', 'it was issued to an application for itself (client credentials)');
  }
  return undefined;
}

/** Counts what speaks for each kind; the order in EVIDENCE breaks ties. */
function byEvidence(claims: JsonObject): Kind {
  const sums = new Map<TokenType, { sum: number; reasons: string[] }>();
  for (const [type, names, weight, sentence] of EVIDENCE) {
    const found = names.filter((name) => own(claims, name) !== undefined);
    if (found.length === 0) continue;
    const entry = sums.get(type) ?? { sum: 0, reasons: [] };
    entry.sum += weight;
    entry.reasons.push(`${sentence} (${found.join(', ')})`);
    sums.set(type, entry);
  }
  const [best] = [...sums].sort(([, a], [, b]) => b.sum - a.sum);
  if (best) return { type: best[0], reasons: best[1].reasons };
  const named = ['sub', 'user_id', 'userId', 'uid', 'id', 'username', 'email'].some((name) => own(claims, name) !== undefined);
  if (named && own(claims, 'exp') === undefined)
    return { type: 'access', reasons: ["it names a user and never ends: an API key in a token's clothing"] };
  if (named) return { type: 'session', reasons: ['it names a user and an end, and nothing more'] };
  return { type: 'unknown', reasons: ['no claim tells its kind'] };
}
