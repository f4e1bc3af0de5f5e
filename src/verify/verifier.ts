/**
 * Decides how each secret can be verified, and does it: the provider's own check, the issuer's keys, introspection. Each
 * distinct secret is asked about once.
 * @module
 */
import { readFileSync } from 'node:fs';
import type { JWK } from 'jose';
import type { AuthorizationServer } from 'oauth4webapi';
import { UsageError } from '../errors.ts';
import type { Finding, Token, Verification } from '../model.ts';
import { type CallTable, hostsOf, loadCalls, type RuleCalls } from '../rules/call.ts';
import { type Decoded, decodeToken } from '../tokens/decode.ts';
import { explainToken, type IssuerTable } from '../tokens/index.ts';
import { findIssuer } from '../tokens/issuer.ts';
import { loadIssuerTable } from '../tokens/issuer-table.ts';
import { own, strings } from '../tokens/json.ts';
import { type IssuerClient, readClients } from './clients.ts';
import { type CustomCalls, unnamedHost } from './custom.ts';
import { DoorError } from './errors.ts';
import { addressesOf, type NamedHosts, parseHosts, takesHost } from './hosts.ts';
import { createDoor, type Door, type DoorOptions } from './http.ts';
import { discover, fetchKeys, IssuerError, parseIssuer, pinnedJwks, sameIssuer } from './issuers.ts';
import { checkSignature, keysOfFile, type SignatureResult } from './keys.ts';
import { type Introspection, introspect } from './oauth.ts';
import { askProvider, clean } from './provider.ts';
import { companionsOf, requestOf, type Values } from './request.ts';

export interface VerifierOptions {
  /** Issuers that may be asked besides the known ones. */
  issuers?: readonly string[];
  /** The issuer of opaque tokens that no provider's rule names. */
  opaqueIssuer?: string;
  /** Files with keys: JWKS or PEM. */
  jwks?: readonly string[];
  /** File with the clients of issuers, see clients.ts. */
  clients?: string;
  /** Hosts that may be asked besides those of the rules, see hosts.ts. */
  hosts?: readonly string[];
  /** Of custom rule files. */
  custom?: CustomCalls;
  /** Lets issuers on this machine be asked, also by http. */
  loopback?: boolean;
  /** Lets hosts and issuers that are named be in private networks. */
  private?: boolean;
  now?: Date;
  door?: Omit<DoorOptions, 'loopback'>;
}

/** A finding with its secret, and with the credentials that were found beside it by rule id. */
export interface Subject {
  finding: Finding;
  secret: string;
  beside: ReadonlyMap<string, string>;
}

/** How one secret is verified. */
export type Route =
  | { by: 'provider'; calls: RuleCalls }
  | { by: 'token'; decoded: Decoded; token: Token; pinned?: URL; issuer?: URL }
  | { by: 'introspection'; issuer: URL }
  | { by: 'none'; why?: string; instead?: 'provider' };

/** Opaque tokens of these rules may belong to an issuer that the user names; passwords and keys never do. */
const OPAQUE_RULES = new Set(['bearer-token', 'generic-token']);

export class Verifier {
  readonly door: Door;
  readonly calls: CallTable;
  readonly hosts: NamedHosts;
  /** Custom rules whose calls go to a host that nobody named, by id. */
  private readonly unnamed = new Map<string, string>();
  readonly now: Date;
  private readonly table: IssuerTable = loadIssuerTable();
  private readonly issuers: URL[];
  private readonly opaqueIssuer: URL | undefined;
  private readonly localKeys: JWK[] | undefined;
  private readonly clients: IssuerClient[];
  private readonly metadata = new Map<string, Promise<AuthorizationServer>>();
  private readonly keys = new Map<string, Promise<JWK[]>>();
  private readonly asked = new Map<string, Promise<Introspection>>();

  /** @throws UsageError for what the user gave and cannot be used */
  constructor(options: VerifierOptions) {
    const loopback = options.loopback ?? false;
    this.now = options.now ?? new Date();
    this.door = createDoor({ ...options.door, loopback });
    const { custom } = options;
    const builtIn = Object.entries(loadCalls()).filter(([id]) => !custom?.ids.has(id));
    const own = Object.entries(custom?.calls ?? {});
    const open = [...builtIn, ...own].filter(([, { verify }]) => verify && takesHost(verify));
    this.hosts = parseHosts(options.hosts ?? [], new Set(open.map(([, { provider }]) => provider)));
    const named = own.filter(([id, calls]) => {
      const host = unnamedHost(calls, this.hosts);
      if (host !== undefined) this.unnamed.set(id, host);
      return host === undefined;
    });
    this.calls = Object.fromEntries([...builtIn, ...named]);
    for (const { verify, revocation } of Object.values(this.calls)) {
      for (const call of [verify, revocation]) for (const host of call ? hostsOf(call) : []) this.door.allow(host);
    }
    const inside = { private: options.private ?? false };
    for (const host of [...this.hosts.plain, ...[...this.hosts.byProvider.values()].flat()]) this.door.allow(host, inside);
    const issuers = [...(options.issuers ?? []), ...(options.opaqueIssuer === undefined ? [] : [options.opaqueIssuer])];
    this.issuers = [...new Set(issuers)].map((value) => parseIssuer(value, { loopback }));
    for (const { host } of this.issuers) this.door.allow(host, inside);
    this.opaqueIssuer = this.issuers.find((url) => options.opaqueIssuer && sameIssuer(url.href, options.opaqueIssuer));
    this.localKeys = options.jwks?.length ? options.jwks.flatMap(readKeys) : undefined;
    this.clients = readClients([...new Set(issuers)], options.clients, options.door?.env ?? process.env);
  }

  /** Secrets of clients, to be masked in what is printed. */
  get secrets(): string[] {
    return this.clients.map(({ secret }) => secret);
  }

  /** How a secret is verified, without asking anyone. */
  route({ finding, secret }: Pick<Subject, 'finding' | 'secret'>): Route {
    const calls = this.calls[finding.rule];
    if (calls?.verify) return { by: 'provider', calls };
    const unnamed = this.unnamed.get(finding.rule);
    if (unnamed !== undefined) {
      return { by: 'none', why: `its custom rule asks ${unnamed}; name the host with --host to allow it`, instead: 'provider' };
    }
    const token = finding.kind === 'jwt' ? explainToken(secret, { now: this.now, issuers: this.table }) : undefined;
    const decoded = token === undefined ? undefined : decodeToken(secret);
    if (token && decoded && !('malformed' in token) && !('malformed' in decoded)) return this.tokenRoute(decoded, token);
    if (!this.opaqueIssuer || !OPAQUE_RULES.has(finding.rule)) return { by: 'none' };
    return { by: 'introspection', issuer: this.opaqueIssuer };
  }

  private tokenRoute(decoded: Decoded, token: Token): Route {
    const innermost = innermostOf(decoded);
    const claims = innermost.claims ?? {};
    const iss = strings(own(claims, 'iss'))[0];
    const issuer = iss === undefined ? undefined : this.issuers.find((url) => sameIssuer(url.href, iss));
    const recognised = findIssuer(innermost.header, claims, this.table);
    const pinned = !issuer && recognised ? pinnedJwks(recognised, claims) : undefined;
    if (issuer || pinned || this.localKeys) {
      return { by: 'token', decoded, token, ...(pinned && { pinned }), ...(issuer && { issuer }) };
    }
    if (iss === undefined) return { by: 'none', why: 'it names no issuer; give keys with --jwks' };
    return {
      by: 'none',
      why: `its issuer ${clean(iss)} is not among the known ones; allow it with --issuer, or give its keys with --jwks`,
    };
  }

  /** Hosts that would be asked about a secret; an issuer's metadata may name further ones. */
  hostsOf(subject: Subject): string[] {
    const route = this.route(subject);
    switch (route.by) {
      case 'provider': {
        const { verify, provider } = route.calls;
        const values = valuesOf(subject);
        const addresses = addressesOf(verify!, values, this.namedFor(provider), provider);
        if ('unaskable' in addresses) return [];
        return addresses.flatMap((address) => {
          const request = requestOf(verify!, values, this.now, address);
          return 'unaskable' in request ? [] : [request.url.host];
        });
      }
      case 'token':
        return [route.issuer?.host, route.pinned?.host].filter((host) => host !== undefined);
      case 'introspection':
        return [route.issuer.host];
      case 'none':
        return [];
    }
  }

  /** Hosts of the user's that run the software of a provider. */
  namedFor(provider: string): readonly string[] {
    return this.hosts.byProvider.get(provider) ?? [];
  }

  /** Verifies one secret; undefined when there is no way to. */
  verify(subject: Subject): Promise<Introspection | undefined> {
    const route = this.route(subject);
    if (route.by === 'none') {
      const detail = route.why === undefined ? undefined : `not asked: ${route.why}`;
      return Promise.resolve(detail === undefined ? undefined : { state: 'unknown', by: route.instead ?? 'jwks', detail });
    }
    const values = valuesOf(subject);
    const what =
      route.by === 'provider'
        ? [route.calls.verify, companionsOf(route.calls.verify!).map((id) => values.get(`rule:${id}`))]
        : route.by;
    const key = JSON.stringify([what, subject.secret]);
    const known = this.asked.get(key);
    if (known) return known;
    const answer = this.ask(route, subject.secret, values);
    this.asked.set(key, answer);
    return answer;
  }

  /** Forgets the answer for a secret, so that it is asked about again. */
  forget(): void {
    this.asked.clear();
  }

  private async ask(route: Exclude<Route, { by: 'none' }>, secret: string, values: Values): Promise<Introspection> {
    if (route.by === 'provider') {
      const { calls } = route;
      return askProvider({ ...calls, verify: calls.verify! }, values, this.door, this.now, this.namedFor(calls.provider));
    }
    const by = route.by === 'token' ? 'jwks' : 'introspection';
    try {
      if (route.by === 'token') return await this.askToken(route, secret);
      const client = this.clientOf(route.issuer);
      if (!client) return { state: 'unknown', by, detail: noClient(route.issuer) };
      return await introspect(await this.server(route.issuer), client, secret, this.door);
    } catch (error) {
      if (!(error instanceof DoorError || error instanceof IssuerError)) throw error;
      return { state: 'error', by, detail: error.message };
    }
  }

  private async askToken(route: Extract<Route, { by: 'token' }>, secret: string): Promise<Introspection> {
    const { decoded, token, issuer, pinned } = route;
    let checked: SignatureResult = { result: 'key-unknown', why: 'there are no keys to check it with' };
    let from = 'the given keys';
    if (this.localKeys) checked = await checkSignature(decoded, this.localKeys);
    const server = issuer && (await this.server(issuer));
    const jwks = server?.jwks_uri === undefined ? pinned : new URL(server.jwks_uri);
    if (checked.result === 'key-unknown' && jwks) {
      if (pinned) this.door.allow(pinned.host);
      checked = await checkSignature(decoded, await this.keysAt(jwks));
      from = `${token.issuerName ?? token.issuer ?? 'the issuer'} (${jwks.host})`;
    }
    const verdict = signatureVerdict(checked, token, from);
    const client = issuer && this.clientOf(issuer);
    // Only the issuer knows what it has revoked; what is forged or has ended is no question to it.
    if (!server || !client || checked.result === 'invalid' || token.state === 'expired') return verdict;
    const said = await introspect(server, client, secret, this.door);
    if (checked.result !== 'valid') return said.state === 'error' ? verdict : said;
    if (said.state === 'active')
      return { ...said, detail: `${said.detail}, and its signature is genuine (key ${clean(checked.key)})` };
    if (said.state !== 'inactive') return verdict;
    const until = token.expiresAt === undefined ? '' : ` until ${token.expiresAt}`;
    return {
      ...said,
      state: 'unknown',
      detail: `${said.detail}; but its signature is genuine, and services that check no more take it${until}`,
    };
  }

  /** The client registered for an issuer, if the user gave one. */
  clientOf(issuer: URL): IssuerClient | undefined {
    return this.clients.find((one) => sameIssuer(one.issuer, issuer.href));
  }

  /** Metadata of an allowed issuer, fetched once. */
  server(issuer: URL): Promise<AuthorizationServer> {
    return once(this.metadata, issuer.href, () => discover(issuer, this.door));
  }

  private keysAt(url: URL): Promise<JWK[]> {
    return once(this.keys, url.href, () => fetchKeys(url, this.door));
  }
}

/** Says what a user has to do before an issuer answers. */
export function noClient(issuer: URL): string {
  return `not asked: there is no client for ${issuer.host}; set BEARERTRAP_CLIENT_ID and BEARERTRAP_CLIENT_SECRET, or give --clients`;
}

function signatureVerdict(checked: SignatureResult, token: Token, from: string): Verification {
  const by = 'jwks';
  if (checked.result === 'key-unknown') return { state: 'unknown', by, detail: `not to be told: ${checked.why}` };
  // Entra signs tokens for Microsoft Graph over a changed header, so that only Graph can check them.
  if (checked.result === 'invalid' && token.issuerId?.startsWith('entra') && 'nonce' in token.header) {
    return { state: 'unknown', by, detail: 'not to be told: only Microsoft Graph can check the signature of its tokens' };
  }
  if (checked.result === 'invalid') return { state: 'inactive', by, detail: checked.why };
  const signed = `key ${clean(checked.key)} of ${from} signed it (${checked.algorithm})`;
  if (token.state === 'expired')
    return { state: 'inactive', by, detail: `genuine, but expired on ${token.expiresAt}: ${signed}` };
  const later = token.state === 'not-yet-valid' ? `, from ${token.notBefore} on` : '';
  return { state: 'active', by, detail: `genuine${later}: ${signed}; whether it was revoked its signature does not tell` };
}

/** The values of holes: the secret, and what stands beside it. */
export function valuesOf({ secret, beside }: Subject): Values {
  return new Map([...[...beside].map(([id, value]) => [`rule:${id}`, value] as const), ['secret', secret]]);
}

function innermostOf(decoded: Decoded): Decoded {
  return decoded.inner ? innermostOf(decoded.inner) : decoded;
}

function once<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const promise = known.get(key) ?? make();
  known.set(key, promise);
  return promise;
}

function readKeys(file: string): JWK[] {
  try {
    return keysOfFile(readFileSync(file, 'utf8'), file);
  } catch (error) {
    if (error instanceof UsageError) throw error;
    throw new UsageError(`the key file ${file} cannot be read (${(error as NodeJS.ErrnoException).code})`, { cause: error });
  }
}
