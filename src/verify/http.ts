/**
 * The one door to the network. It goes to hosts that its owner has allowed, by https, to addresses of the public internet;
 * it follows no redirect, waits and reads within limits, and tells nobody what it carries.
 * @module
 */
import { lookup as dnsLookup, type LookupAddress } from 'node:dns';
import { type ClientRequest, type IncomingMessage, request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import { isIP, type LookupFunction, type Socket } from 'node:net';
import { connect as tlsConnect, createSecureContext, type SecureContext } from 'node:tls';
import { setTimeout as sleep } from 'node:timers/promises';
import { VERSION } from '../version.ts';
import { refusedAddress } from './address.ts';
import { DoorError, networkError } from './errors.ts';
import { hostPattern } from './hosts.ts';
import { type Env, extraAuthorities, proxyFor, tunnel } from './proxy.ts';
import { createTurns } from './turns.ts';

export type Method = 'GET' | 'POST' | 'DELETE';

export interface DoorRequest {
  method: Method;
  url: URL;
  headers?: Readonly<Record<string, string>>;
  body?: string;
  /** Whether an answer says all there is to know, although it has a status that asks to come again later. */
  settled?: (answer: DoorAnswer) => boolean;
}

export interface DoorAnswer {
  status: number;
  /** Names in lower case. */
  headers: Readonly<Record<string, string>>;
  /** UTF-8; at most the door's `maxBytes`. */
  body: string;
}

export interface DoorOptions {
  /** Where proxies and certificate authorities are named. Default: the process's environment. */
  env?: Env;
  /** Lets `localhost`, 127.0.0.0/8 and ::1 be reached, also by plain http. */
  loopback?: boolean;
  /** Milliseconds for a whole request, with its connection and answer. Default 10,000. */
  timeoutMs?: number;
  /** Longest answer in bytes. Default 2 MiB. */
  maxBytes?: number;
  /** Requests at a time, in all (default 8) and to one host (default 2). */
  total?: number;
  perHost?: number;
  /** Milliseconds before the second try when a host asks for patience without saying how much; doubled for the third. Default 1,000. */
  backoffMs?: number;
  /** Longest wait in milliseconds that a host may ask for; beyond it the host is left alone. Default 20,000. */
  patienceMs?: number;
  /** Ends what is under way and lets nothing more be sent. */
  signal?: AbortSignal;
  /** How names become addresses. Default: node's `dns.lookup`. */
  lookup?: typeof dnsLookup;
  /** Told of each request before it is sent: nothing of it but method and host. */
  onRequest?: (method: Method, host: string) => void;
}

export interface Door {
  /**
   * Allows a host (with its port unless that is 443): `api.example.com`; a `*` stands for one label, not the last two.
   * @param options.private - whether it may be in a private network, too
   */
  allow(host: string, options?: { private?: boolean }): void;
  allows(host: string): boolean;
  /**
   * Sends one request and reads the answer, whatever its status. 429 and 503 are tried again, at most twice.
   * @throws DoorError
   */
  send(request: DoorRequest): Promise<DoorAnswer>;
}

const TRIES = 3;
/** Seconds for which a host is left alone that limits requests without saying for how long. */
const QUIET_S = 60;

export function createDoor(options: DoorOptions = {}): Door {
  const env = options.env ?? process.env;
  const { timeoutMs = 10_000, maxBytes = 2 * 1024 * 1024, backoffMs = 1000, patienceMs = 20_000 } = options;
  const ca = extraAuthorities(env);
  // Made once: reading all authorities takes longer than a handshake.
  let context: SecureContext | undefined;
  const secureContext = (): SecureContext => (context ??= createSecureContext(ca && { ca }));
  const allowed = new Set<string>();
  const inside = new Set<string>();
  const wildcards: RegExp[] = [];
  /** What addresses a host may have besides public ones. */
  const lenience = (url: URL, local: boolean): { loopback: boolean; private: boolean } => ({
    loopback: local,
    private: inside.has(url.host),
  });
  const turns = createTurns({ total: options.total ?? 8, perHost: options.perHost ?? 2 });
  /** Hosts to leave alone, and until when. */
  const quiet = new Map<string, number>();

  const allows = (host: string): boolean => allowed.has(host) || wildcards.some((one) => one.test(host));

  async function once(request: DoorRequest, host: string): Promise<DoorAnswer> {
    if (options.signal?.aborted) throw interrupted(host);
    const timeout = AbortSignal.timeout(timeoutMs);
    const signal = options.signal ? AbortSignal.any([options.signal, timeout]) : timeout;
    options.onRequest?.(request.method, host);
    try {
      const outgoing = await open(request, signal);
      return await read(await responseTo(outgoing, request.body), host, maxBytes);
    } catch (error) {
      if (options.signal?.aborted) throw interrupted(host);
      if (timeout.aborted) throw new DoorError('timeout', host, `${host} did not answer within ${timeoutMs / 1000} s`);
      throw networkError(error, host);
    }
  }

  async function open({ method, url, headers, body }: DoorRequest, signal: AbortSignal): Promise<ClientRequest> {
    const hostname = nameOf(url);
    const secure = url.protocol === 'https:';
    const port = url.port === '' ? (secure ? 443 : 80) : Number(url.port);
    const local = isLoopbackName(hostname);
    const common = {
      method,
      host: hostname,
      port,
      path: `${url.pathname}${url.search}`,
      headers: {
        'User-Agent': `bearertrap/${VERSION}`,
        Accept: 'application/json',
        ...headers,
        // Without an agent node would write the port as well.
        Host: url.host,
        'Accept-Encoding': 'identity',
        Connection: 'close',
        ...(body !== undefined && { 'Content-Length': String(Buffer.byteLength(body)) }),
      },
      signal,
    };
    // Checked by `check` to be loopback.
    if (!secure) return judged(httpRequest({ ...common, agent: false, lookup: guarded(url, true) }), url, true);
    const tls = { servername: isIP(hostname) ? '' : hostname, secureContext: secureContext() };
    const proxy = local ? undefined : proxyFor(hostname, port, env);
    if (proxy) {
      const socket = await tunnel(proxy, hostname, port, signal, secureContext());
      return httpsRequest({ ...common, createConnection: () => tlsConnect({ ...tls, host: hostname, socket }) });
    }
    return judged(httpsRequest({ ...common, ...tls, agent: false, lookup: guarded(url, local) }), url, local);
  }

  /** Judges the address of the connection itself, before TLS begins: the last word, whatever resolved the name. */
  function judged(request: ClientRequest, url: URL, local: boolean): ClientRequest {
    return request.on('socket', (socket: Socket) => {
      socket.on('connect', () => {
        const address = socket.remoteAddress ?? '';
        if (refusedAddress(address, lenience(url, local)) !== undefined) request.destroy(refusal(url, address));
      });
    });
  }

  /** Resolves to addresses that may be connected to; the connection is made to these very addresses. */
  function guarded(url: URL, local: boolean): LookupFunction {
    return (hostname, wanted, callback) => {
      (options.lookup ?? dnsLookup)(hostname, { ...wanted, all: true }, (error, found: LookupAddress[]) => {
        if (error) return callback(error, '');
        const good = found.filter(({ address }) => refusedAddress(address, lenience(url, local)) === undefined);
        const [first] = good;
        if (!first) return callback(refusal(url, found[0]?.address ?? ''), '');
        if (wanted.all) return callback(null, good);
        return callback(null, first.address, first.family);
      });
    };
  }

  function refusal(url: URL, address: string): DoorError {
    const why = refusedAddress(address, { loopback: false }) ?? 'no address';
    return new DoorError('address-refused', url.host, `${url.host} leads to ${address}, which is not connected to: ${why}`);
  }

  /** Sends, and waits for the answer's head. */
  function responseTo(request: ClientRequest, body: string | undefined): Promise<IncomingMessage> {
    return new Promise((resolve, reject) => {
      request.on('response', resolve);
      request.on('error', reject);
      request.end(body);
    });
  }

  /** What can be said before anything is resolved or sent. */
  function check(url: URL): void {
    const hostname = nameOf(url);
    const local = options.loopback === true && isLoopbackName(hostname);
    if (url.protocol !== 'https:' && !(url.protocol === 'http:' && local)) {
      throw new DoorError('not-https', url.host, `${url.host} is not asked: only https is used`);
    }
    if (!allows(url.host)) {
      throw new DoorError('host-not-allowed', url.host, `${url.host} is not asked: it is not among the allowed hosts`);
    }
    const refused = isIP(hostname) ? refusedAddress(hostname, lenience(url, local)) : undefined;
    if (refused !== undefined) throw refusal(url, hostname);
    if (isLoopbackName(hostname) && !local) throw refusal(url, '127.0.0.1');
  }

  return {
    allow(host, { private: isPrivate = false } = {}) {
      if (isPrivate) inside.add(host);
      if (!host.includes('*')) allowed.add(host);
      else wildcards.push(hostPattern(host));
    },
    allows,
    async send(request) {
      const { url } = request;
      check(url);
      return turns.run(url.host, async () => {
        for (let attempt = 1; ; attempt++) {
          const until = quiet.get(url.host) ?? 0;
          if (until > Date.now()) {
            throw new DoorError('rate-limited', url.host, `${url.host} limits requests: it is left alone for now`);
          }
          const answer = await once(request, url.host);
          if ((answer.status !== 429 && answer.status !== 503) || request.settled?.(answer)) return answer;
          const asked = retryAfter(answer);
          const wait = asked ?? backoffMs * 2 ** (attempt - 1);
          if (attempt === TRIES || wait > patienceMs) {
            if (answer.status === 429) quiet.set(url.host, Date.now() + (asked ?? QUIET_S * 1000));
            return answer;
          }
          await sleep(wait, undefined, { ...(options.signal && { signal: options.signal }) }).catch(() => {});
        }
      });
    },
  };
}

function interrupted(host: string): DoorError {
  return new DoorError('interrupted', host, `${host} was not asked to the end: interrupted`);
}

/** Milliseconds that a host asks to wait (Retry-After, RFC 9110 section 10.2.3: seconds or a date). */
function retryAfter({ headers }: DoorAnswer): number | undefined {
  const value = headers['retry-after'];
  if (value === undefined) return undefined;
  if (/^\d{1,9}$/.test(value)) return Number(value) * 1000;
  const date = Date.parse(value);
  return Number.isNaN(date) ? undefined : Math.max(0, date - Date.now());
}

async function read(response: IncomingMessage, host: string, maxBytes: number): Promise<DoorAnswer> {
  const tooLarge = (): DoorError => {
    response.destroy();
    return new DoorError('too-large', host, `${host} answered with more than ${maxBytes} bytes`);
  };
  if (Number(response.headers['content-length'] ?? 0) > maxBytes) throw tooLarge();
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    size += (chunk as Buffer).length;
    if (size > maxBytes) throw tooLarge();
    chunks.push(chunk as Buffer);
  }
  const headers = Object.entries(response.headers).map(([name, value]) => [name, [value].flat().join(', ')]);
  return {
    status: response.statusCode ?? 0,
    headers: Object.fromEntries(headers) as Record<string, string>,
    body: Buffer.concat(chunks).toString('utf8'),
  };
}

/** The host's name as sockets want it: without the brackets of IPv6. */
function nameOf(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, '');
}

/** Names and addresses of this machine itself (RFC 6761 section 6.3). */
export function isLoopbackName(hostname: string): boolean {
  if (hostname === 'localhost' || hostname.endsWith('.localhost')) return true;
  return isIP(hostname) !== 0 && refusedAddress(hostname, { loopback: false }) === 'loopback';
}
