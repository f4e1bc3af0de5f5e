/** Claims and headers of tokens of every kind. */
import type { TokenType } from '../../src/model.ts';
import type { JsonObject } from '../../src/tokens/json.ts';

export const LIFE = { iat: 1760000000, exp: 1760003600 };
const ISS = 'https://id.acme.org';
const AS = 'https://id.acme.org/token';

/** How a kind is told, the kind, claims and header of a token of it. */
export const KINDS: [string, TokenType, JsonObject, JsonObject?][] = [
  ['RFC 9068', 'access', { iss: ISS, sub: 'u', aud: 'api', client_id: 'c', jti: 'j' }, { typ: 'at+jwt' }],
  ['RFC 9068, long form', 'access', { iss: ISS }, { typ: 'application/at+jwt' }],
  ['RFC 9068, capitals', 'access', { iss: ISS }, { typ: 'AT+JWT' }],
  ['scopes', 'access', { iss: ISS, sub: 'u', scope: 'read write' }],
  ['scp list', 'access', { iss: ISS, sub: 'u', scp: ['read'] }],
  ['roles', 'access', { sub: 'u', roles: ['admin'] }],
  ['client named', 'access', { sub: 'u', client_id: 'c' }],
  ['client credentials', 'access', { sub: 'c', gty: 'client-credentials' }],
  ['machine subject', 'access', { sub: 'c@clients', azp: 'c' }],
  ['Django Simple JWT', 'access', { token_type: 'access', user_id: 1, jti: 'j' }],
  ['Flask-JWT-Extended', 'access', { type: 'access', fresh: false, sub: 1 }],
  ['API key in a token', 'access', { type: 'api_key', sub: 'u' }],
  ['user and no end', 'access', { sub: 'u', iat: 1760000000, exp: undefined }],
  ['nonce', 'id', { iss: ISS, sub: 'u', aud: 'c', nonce: 'n' }],
  ['at_hash', 'id', { iss: ISS, sub: 'u', aud: 'c', at_hash: 'h' }],
  ['profile', 'id', { iss: ISS, sub: 'u', aud: 'c', email: 'a@b.test', name: 'A', email_verified: true }],
  ['nonce outweighs azp', 'id', { iss: ISS, sub: 'u', aud: 'c', azp: 'c', nonce: 'n', auth_time: 1 }],
  ['token_use id', 'id', { sub: 'u', token_use: 'id' }],
  ['refresh by name', 'refresh', { token_type: 'refresh', sub: 'u' }],
  ['refresh in typ claim', 'refresh', { typ: 'Refresh', sub: 'u' }],
  ['offline', 'refresh', { typ: 'Offline', sub: 'u' }],
  ['refreshToken', 'refresh', { type: 'refreshToken', sub: 'u' }],
  ['DPoP by typ', 'dpop-proof', { htm: 'GET', htu: 'https://a.test/', jti: 'j' }, { typ: 'dpop+jwt' }],
  ['DPoP by claims', 'dpop-proof', { htm: 'GET', htu: 'https://a.test/', jti: 'j' }],
  ['RFC 7523', 'client-assertion', { iss: 'client', sub: 'client', aud: AS, jti: 'j' }],
  ['RFC 7523, audience list', 'client-assertion', { iss: 'client', sub: 'client', aud: [ISS, AS] }],
  ['by typ', 'client-assertion', { iss: 'client', sub: 'client', aud: ISS }, { typ: 'client-authentication+jwt' }],
  ['speaks for itself', 'service-account', { iss: 'svc', sub: 'svc', aud: 'https://pubsub.acme.test/' }],
  ['logout by typ', 'logout', { events: {}, sid: 's' }, { typ: 'logout+jwt' }],
  ['logout by event', 'logout', { events: { 'http://schemas.openid.net/event/backchannel-logout': {} }, sid: 's' }],
  ['security event by typ', 'security-event', { events: {} }, { typ: 'secevent+jwt' }],
  [
    'security event by claim',
    'security-event',
    { events: { 'https://schemas.openid.net/secevent/risc/event-type/account-disabled': {} } },
  ],
  ['RFC 9101 by typ', 'authorization-request', { client_id: 'c', response_type: 'code' }, { typ: 'oauth-authz-req+jwt' }],
  ['RFC 9101 by claims', 'authorization-request', { client_id: 'c', response_type: 'code', redirect_uri: 'https://a.test' }],
  ['Kubernetes subject', 'service-account', { iss: ISS, sub: 'system:serviceaccount:web:app' }],
  ['VC', 'credential', { vc: { type: ['VerifiableCredential'] }, sub: 'did:example:1' }],
  ['VP', 'credential', { vp: {} }],
  ['SD-JWT VC', 'credential', { vct: 'https://a.test/id' }],
  ['dc+sd-jwt', 'credential', { iss: ISS }, { typ: 'dc+sd-jwt' }],
  ['vc+sd-jwt', 'credential', { iss: ISS }, { typ: 'vc+sd-jwt' }],
  ['key binding', 'credential', { nonce: 'n' }, { typ: 'kb+jwt' }],
  ['session id', 'session', { sub: 'u', sid: 's' }],
  ['sessionId', 'session', { userId: 1, sessionId: 's' }],
  ['user and end', 'session', { userId: 1 }],
  ['introspection answer', 'unknown', { token_introspection: { active: true } }, { typ: 'token-introspection+jwt' }],
  ['nothing', 'unknown', { foo: 1 }],
];
