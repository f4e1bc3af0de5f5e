/** A real authorization server on loopback: oidc-provider, with JWT and opaque access tokens, introspection and revocation. */
import { createServer } from 'node:http';
import { exportJWK, generateKeyPair, SignJWT } from 'jose';
import Provider from 'oidc-provider';
import { random } from '../helpers/tokens.ts';
import { listening } from './internet.ts';

export interface IssuerServer {
  issuer: string;
  client: { id: string; secret: string };
  /** An access token of the client with these scopes. */
  token(options: { format: 'jwt' | 'opaque'; scope: string; dpop?: boolean }): Promise<string>;
  close(): void;
}

const SCOPES = 'read:orders admin:users';

export async function startIssuer(): Promise<IssuerServer> {
  const http = createServer();
  const issuer = `http://127.0.0.1:${await listening(http)}`;
  const client = { id: 'scanner', secret: random(40, 'client secret') };
  const { privateKey } = await generateKeyPair('RS256', { extractable: true });
  const provider = new Provider(issuer, {
    clients: [
      {
        client_id: client.id,
        client_secret: client.secret,
        grant_types: ['client_credentials'],
        redirect_uris: [],
        response_types: [],
      },
    ],
    cookies: { keys: [random(20, 'cookies')] },
    jwks: { keys: [{ ...(await exportJWK(privateKey)), alg: 'RS256', use: 'sig', kid: 'main' }] },
    features: {
      devInteractions: { enabled: false },
      clientCredentials: { enabled: true },
      introspection: { enabled: true },
      revocation: { enabled: true },
      resourceIndicators: {
        enabled: true,
        getResourceServerInfo: (_, resource) => ({
          scope: SCOPES,
          audience: resource,
          accessTokenTTL: 3600,
          accessTokenFormat: resource.endsWith('/jwt') ? 'jwt' : 'opaque',
          jwt: { sign: { alg: 'RS256' } },
        }),
      },
    },
  });
  const answer = provider.callback();
  http.on('request', (request, response) => void answer(request, response));

  return {
    issuer,
    client,
    async token({ format, scope, dpop }) {
      const response = await fetch(`${issuer}/token`, {
        method: 'POST',
        headers: {
          Authorization: `Basic ${Buffer.from(`${client.id}:${client.secret}`).toString('base64')}`,
          ...(dpop && { DPoP: await proof(`${issuer}/token`) }),
        },
        body: new URLSearchParams({ grant_type: 'client_credentials', scope, resource: `https://api.corp.test/${format}` }),
      });
      const body = (await response.json()) as { access_token?: string };
      if (body.access_token === undefined) throw new Error(JSON.stringify(body));
      return body.access_token;
    },
    close: () => {
      http.closeAllConnections();
      http.close();
    },
  };
}

/** A DPoP proof (RFC 9449 section 4.2) of a key made for it. */
async function proof(url: string): Promise<string> {
  const { publicKey, privateKey } = await generateKeyPair('ES256');
  return new SignJWT({ htm: 'POST', htu: url, jti: random(16, url) })
    .setProtectedHeader({ typ: 'dpop+jwt', alg: 'ES256', jwk: await exportJWK(publicKey) })
    .setIssuedAt()
    .sign(privateKey);
}
