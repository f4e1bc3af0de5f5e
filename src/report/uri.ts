import { toBytes } from '../path.ts';

/** A path's bytes as a URI path (RFC 3986, unreserved characters and `/` stay), also where they are not UTF-8. */
export function encodePath(path: string): string {
  let uri = '';
  for (const byte of toBytes(path)) {
    const char = String.fromCharCode(byte);
    uri += /[A-Za-z0-9._~/-]/.test(char) ? char : `%${byte.toString(16).toUpperCase().padStart(2, '0')}`;
  }
  return uri;
}
