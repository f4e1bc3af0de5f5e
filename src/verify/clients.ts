/**
 * Credentials with which issuers are asked: from the environment or from a file, never from arguments, which everyone on the
 * machine can read.
 * @module
 */
import { readFileSync } from 'node:fs';
import { type Client, type ClientAuth, ClientSecretBasic, ClientSecretPost } from 'oauth4webapi';
import * as Yaml from 'yaml';
import { UsageError } from '../errors.ts';
import { isObject, text } from '../tokens/json.ts';
import type { Env } from './proxy.ts';
import { sameIssuer } from './issuers.ts';

export interface IssuerClient {
  issuer: string;
  client: Client;
  auth: ClientAuth;
  /** Masked in everything that is printed. */
  secret: string;
}

export const CLIENT_ID = 'BEARERTRAP_CLIENT_ID';
export const CLIENT_SECRET = 'BEARERTRAP_CLIENT_SECRET';

/**
 * Clients by issuer: those of a YAML or JSON file (a list of `issuer`, `client_id`, `client_secret` or
 * `client_secret_env`, and `auth`: basic or post), and the environment's for the one issuer named besides.
 * @throws UsageError
 */
export function readClients(issuers: readonly string[], file: string | undefined, env: Env): IssuerClient[] {
  const clients = file === undefined ? [] : fromFile(file, env);
  const [id, secret] = [env[CLIENT_ID], env[CLIENT_SECRET]];
  if (!id || !secret) return clients;
  const open = issuers.filter((issuer) => !clients.some((one) => sameIssuer(one.issuer, issuer)));
  if (open.length > 1) {
    throw new UsageError(
      `${CLIENT_ID} belongs to one issuer, and ${open.length} are named: write the clients into a file (--clients)`,
    );
  }
  return [...clients, ...open.map((issuer) => clientOf(issuer, id, secret, 'basic'))];
}

function fromFile(file: string, env: Env): IssuerClient[] {
  let content: unknown;
  try {
    content = Yaml.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    // What the parser says may hold what stands in the file.
    const code = (error as NodeJS.ErrnoException).code ?? '';
    throw new UsageError(`the clients file ${file} cannot be read (${code.startsWith('E') ? code : 'it is no YAML'})`);
  }
  if (!Array.isArray(content)) throw new UsageError(`the clients file ${file} holds no list: write "- issuer: …" for each`);
  return content.map((entry: unknown, i) => {
    const one = isObject(entry) ? entry : {};
    const named = text(one, 'client_secret_env');
    const [issuer, id, secret] = [
      text(one, 'issuer'),
      text(one, 'client_id'),
      text(one, 'client_secret') ?? (named === undefined ? undefined : env[named]),
    ];
    const auth = text(one, 'auth') ?? 'basic';
    const missing = issuer === undefined ? 'issuer' : id === undefined ? 'client_id' : secret ? undefined : 'client_secret';
    if (missing !== undefined) throw new UsageError(`entry ${i + 1} of the clients file ${file} has no ${missing}`);
    if (auth !== 'basic' && auth !== 'post')
      throw new UsageError(`entry ${i + 1} of the clients file ${file}: auth is basic or post`);
    return clientOf(issuer!, id!, secret!, auth);
  });
}

function clientOf(issuer: string, id: string, secret: string, auth: 'basic' | 'post'): IssuerClient {
  return {
    issuer,
    client: { client_id: id },
    auth: auth === 'basic' ? ClientSecretBasic(secret) : ClientSecretPost(secret),
    secret,
  };
}
