/**
 * Where a call goes. A scanned file never decides it: the rule fixes the host, or the name of its provider under which a
 * customer's host must lie; any other host is one that the user names.
 * @module
 */
import { UsageError } from '../errors.ts';
import { type CallFact, isHostOpen } from '../rules/call.ts';
import type { Unaskable, Values } from './request.ts';

/** Hosts that the user names with --host. */
export interface NamedHosts {
  /** `PROVIDER=HOST`: servers that run the software of a provider. */
  byProvider: ReadonlyMap<string, readonly string[]>;
  /** `HOST`: what the checks of custom rules may ask. */
  plain: readonly string[];
}

/** A DNS name (RFC 1123) of two labels or more that is no IPv4 address, or localhost; then a port. */
const HOST = /^(?:localhost|(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.){1,10}[a-z](?:[a-z0-9-]{0,61}[a-z0-9])?)(?::\d{1,5})?$/;

/**
 * Reads the values of --host.
 * @param providers the names of providers whose software others run, too
 * @throws UsageError
 */
export function parseHosts(values: readonly string[], providers: ReadonlySet<string>): NamedHosts {
  const byProvider = new Map<string, string[]>();
  const plain: string[] = [];
  for (const value of values) {
    const equals = value.indexOf('=');
    const [provider, given] = equals < 0 ? [undefined, value] : [value.slice(0, equals), value.slice(equals + 1)];
    const host = given.toLowerCase();
    if (!HOST.test(host))
      throw new UsageError(`--host ${value}: write a host name, as git.example.com or gitlab=git.example.com`);
    if (provider === undefined) plain.push(host);
    else if (providers.has(provider)) byProvider.set(provider, [...(byProvider.get(provider) ?? []), host]);
    else {
      const known = [...providers].sort().join(', ');
      throw new UsageError(`--host ${value}: nothing can be asked of ${provider} at another host; it works for ${known}`);
    }
  }
  return { byProvider, plain };
}

/** Whether a call can go to a host that the user names. */
export function takesHost(call: CallFact): boolean {
  return call.hosted !== undefined || isHostOpen(call);
}

/**
 * The addresses of a call, to be asked in turn; holes other than `{host}` are still open.
 * @param named the hosts that the user named for its provider: they take the place of the rule's own
 * @param provider its short name, for what is told
 */
export function addressesOf(
  call: CallFact & { elsewhere?: string[] },
  values: Values,
  named: readonly string[],
  provider: string,
): string[] | Unaskable {
  const at = (url: string, host: string): string => url.replace(/^https:\/\/[^/?]+/, `https://${host}`);
  if (named.length > 0 && takesHost(call)) return named.map((host) => at(call.hosted ?? call.url, host));
  if (!isHostOpen(call)) return [call.url, ...(call.elsewhere ?? []).map((host) => at(call.url, host))];
  if (!call.host) return { unaskable: `it belongs to a server of its owner; name it with --host ${provider}=HOST` };
  const found = values.get(`rule:${call.host.beside}`)?.toLowerCase();
  if (found === undefined)
    return { unaskable: `the host that it belongs to was not found beside it; name it with --host ${provider}=HOST` };
  if (!call.host.in.some((pattern) => hostPattern(pattern).test(found))) {
    return { unaskable: `${found} is no host of its provider; name it with --host ${provider}=HOST to ask there` };
  }
  return [at(call.url, found)];
}

/** `*.example.com` as an expression: a `*` stands for one label, or for a part of one. */
export function hostPattern(pattern: string): RegExp {
  const literal = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  return new RegExp(`^${pattern.split('*').map(literal).join('[a-z0-9-]{1,63}')}$`);
}
