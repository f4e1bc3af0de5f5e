/**
 * Azure Storage's Shared Key: signs a request with an account key, which itself stays here
 * (learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key).
 * @module
 */
import { createHmac } from 'node:crypto';

/** Version of the protocol, which settles what is signed. */
const VERSION = '2021-08-06';

/**
 * The headers to send: those given, and x-ms-date, x-ms-version and Authorization. For requests without a body.
 * @param key the account key, base64
 */
export function signSharedKey(
  request: { method: string; url: URL; headers: Readonly<Record<string, string>>; now: Date },
  key: string,
): Record<string, string> {
  const { method, url, now } = request;
  const account = url.hostname.split('.')[0]!;
  const headers = { ...request.headers, 'x-ms-date': now.toUTCString(), 'x-ms-version': VERSION };
  const signed = Object.entries(headers)
    .map(([name, value]) => [name.toLowerCase(), value] as const)
    .filter(([name]) => name.startsWith('x-ms-'))
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, value]) => `${name}:${value}`);
  const query = [...url.searchParams].map(([name, value]) => `${name.toLowerCase()}:${value}`).sort((a, b) => (a < b ? -1 : 1));
  // Eleven standard headers, from Content-Encoding to Range, none of which a request without a body has.
  const text = [method, ...Array.from({ length: 11 }, () => ''), ...signed, `/${account}${url.pathname}`, ...query].join('\n');
  const signature = createHmac('sha256', Buffer.from(key, 'base64')).update(text, 'utf8').digest('base64');
  return { ...headers, Authorization: `SharedKey ${account}:${signature}` };
}
