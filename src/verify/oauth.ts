/**
 * The two standard questions to an issuer: is this token taken (introspection, RFC 7662), and end it (revocation, RFC 7009).
 * @module
 */
import {
  type AuthorizationServer,
  introspectionRequest,
  type IntrospectionResponse,
  processIntrospectionResponse,
  processRevocationResponse,
  revocationRequest,
} from 'oauth4webapi';
import type { Verification } from '../model.ts';
import type { IssuerClient } from './clients.ts';
import { DoorError } from './errors.ts';
import type { Door } from './http.ts';
import { throughDoor } from './issuers.ts';
import { clean } from './provider.ts';

/** What an issuer says; `bound` marks tokens that are of no use without a key (RFC 9449, RFC 8705). */
export interface Introspection extends Verification {
  bound?: boolean;
}

/** Asks an issuer whether it takes a token. Never throws for what a server does. */
export async function introspect(
  server: AuthorizationServer,
  client: IssuerClient,
  token: string,
  door: Door,
): Promise<Introspection> {
  const by = 'introspection';
  if (server.introspection_endpoint === undefined) {
    return { state: 'unknown', by, detail: 'the issuer names no introspection endpoint (RFC 7662)' };
  }
  let answer: IntrospectionResponse;
  try {
    const response = await introspectionRequest(server, client.client, client.auth, token, throughDoor(door));
    answer = await processIntrospectionResponse(server, client.client, response);
  } catch (error) {
    return { state: 'error', by, detail: failureOf(error, server.issuer) };
  }
  if (!answer.active)
    return { state: 'inactive', by, detail: 'the issuer says that it is not active: expired, revoked or never issued' };
  const { scope, username, sub, client_id: owner, exp, token_type: type, cnf } = answer;
  const identity = [
    ...(username === undefined ? [] : [`user ${clean(username)}`]),
    ...(sub === undefined ? [] : [`subject ${clean(sub)}`]),
    ...(owner === undefined ? [] : [`client ${clean(owner)}`]),
  ].join(', ');
  const dpop = cnf?.jkt !== undefined || type?.toLowerCase() === 'dpop';
  const bound = dpop || cnf?.['x5t#S256'] !== undefined;
  const facts = [
    ...(exp === undefined ? [] : [`until ${new Date(exp * 1000).toISOString().replace('.000Z', 'Z')}`]),
    ...(bound ? [`bound to a key (${dpop ? 'DPoP, RFC 9449' : 'mTLS, RFC 8705'}) and of no use without it`] : []),
  ];
  return {
    state: 'active',
    by,
    detail: `the issuer says that it is active${facts.map((fact) => `, ${fact}`).join('')}`,
    ...(identity !== '' && { identity }),
    ...(bound && { bound }),
    ...(scope !== undefined && { scopes: scope.split(' ').map(clean).filter(Boolean).slice(0, 100) }),
  };
}

/**
 * Asks an issuer to end a token.
 * @returns undefined when it did (RFC 7009 says so of unknown tokens, too), or why not
 */
export async function revokeAtIssuer(
  server: AuthorizationServer,
  client: IssuerClient,
  token: string,
  door: Door,
): Promise<string | undefined> {
  if (server.revocation_endpoint === undefined) return 'the issuer names no revocation endpoint (RFC 7009)';
  try {
    await processRevocationResponse(await revocationRequest(server, client.client, client.auth, token, throughDoor(door)));
    return undefined;
  } catch (error) {
    return failureOf(error, server.issuer);
  }
}

/** What went wrong, without the library's texts: they may hold parts of an answer. */
function failureOf(error: unknown, issuer: string): string {
  if (error instanceof DoorError) return error.message;
  const { status, error: code, code: kind } = error as { status?: number; error?: string; code?: string };
  const said = code ?? kind;
  if (status === 401 || code === 'invalid_client' || kind === 'OAUTH_WWW_AUTHENTICATE_CHALLENGE') {
    return `${issuer} refuses the client: check its id and secret`;
  }
  if (status === 429) return `${issuer} limits requests: ask again later`;
  if (said === undefined && !(error instanceof Error)) throw error;
  return `${issuer} gave an answer that cannot be used${said === undefined ? '' : ` (${clean(said)})`}`;
}
