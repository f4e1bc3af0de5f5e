/**
 * The usual variables for proxies and certificates: HTTPS_PROXY, ALL_PROXY, NO_PROXY (in either case), NODE_EXTRA_CA_CERTS,
 * SSL_CERT_FILE.
 * @module
 */
import { readFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import { request as httpsRequest } from 'node:https';
import type { Duplex } from 'node:stream';
import { rootCertificates, type SecureContext } from 'node:tls';
import { UsageError } from '../errors.ts';
import { DoorError, networkError } from './errors.ts';

export type Env = Readonly<Record<string, string | undefined>>;

/**
 * The proxy for a host of the web; undefined for a direct connection.
 * @throws UsageError for a value that is no http(s) URL
 */
export function proxyFor(host: string, port: number, env: Env): URL | undefined {
  const pick = (name: string): string => env[name.toLowerCase()] || env[name] || '';
  const value = pick('HTTPS_PROXY') || pick('ALL_PROXY');
  if (value === '' || bypassed(host, port, pick('NO_PROXY'))) return undefined;
  const text = value.includes('://') ? value : `http://${value}`;
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (!url || !/^https?:$/.test(url.protocol)) {
    throw new UsageError('HTTPS_PROXY is no http:// or https:// URL: correct it, or unset it');
  }
  return url;
}

/** NO_PROXY: names and their subdomains, `*` for all, a port behind a colon; comma or space between. */
function bypassed(host: string, port: number, list: string): boolean {
  return list.split(/[\s,]+/).some((entry) => {
    if (entry === '*') return true;
    const [, name = '', wanted] = /^\.?(\[[^\]]*\]|[^:]*)(?::(\d+))?$/.exec(entry.replace(/^\*\./, '.').toLowerCase()) ?? [];
    if (name === '' || (wanted !== undefined && Number(wanted) !== port)) return false;
    return host === name || host.endsWith(`.${name}`);
  });
}

/**
 * A tunnel to a host through a proxy (CONNECT, RFC 9110 section 9.3.6). The proxy is the user's choice, so its own
 * address is not judged; it resolves the host's name itself.
 */
export function tunnel(
  proxy: URL,
  host: string,
  port: number,
  signal: AbortSignal,
  secureContext: SecureContext,
): Promise<Duplex> {
  const secure = proxy.protocol === 'https:';
  const authority = `${host}:${port}`;
  const login = proxy.username === '' ? undefined : `${decodeURIComponent(proxy.username)}:${decodeURIComponent(proxy.password)}`;
  return new Promise((resolve, reject) => {
    const request = (secure ? httpsRequest : httpRequest)({
      host: proxy.hostname.replace(/^\[|\]$/g, ''),
      port: proxy.port || (secure ? 443 : 80),
      method: 'CONNECT',
      path: authority,
      headers: {
        Host: authority,
        ...(login !== undefined && { 'Proxy-Authorization': `Basic ${Buffer.from(login).toString('base64')}` }),
      },
      agent: false,
      signal,
      ...(secure && { secureContext }),
    });
    request.on('connect', (response, socket, head) => {
      if (response.statusCode === 200 && head.length === 0) return resolve(socket);
      socket.destroy();
      reject(new DoorError('proxy', host, `the proxy ${proxy.host} refuses to connect to ${host} (${response.statusCode})`));
    });
    request.on('response', (response) => {
      response.destroy();
      reject(new DoorError('proxy', host, `the proxy ${proxy.host} refuses to connect to ${host} (${response.statusCode})`));
    });
    request.on('error', (error) => reject(networkError(error, proxy.hostname)));
    request.end();
  });
}

/**
 * Certificate authorities to trust besides the built-in ones; undefined when there are none.
 * @throws UsageError for a file that cannot be read
 */
export function extraAuthorities(env: Env): string[] | undefined {
  const files = ['NODE_EXTRA_CA_CERTS', 'SSL_CERT_FILE'].flatMap((name) => (env[name] ? [{ name, file: env[name] }] : []));
  if (files.length === 0) return undefined;
  const extra = files.map(({ name, file }) => {
    try {
      return readFileSync(file, 'utf8');
    } catch (error) {
      const { code } = error as NodeJS.ErrnoException;
      throw new UsageError(`${name} names ${file}, which cannot be read (${code}): correct it, or unset it`, { cause: error });
    }
  });
  return [...rootCertificates, ...extra];
}
