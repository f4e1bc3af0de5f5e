/**
 * A JWT that a Google service account's key signs, to be exchanged for a token (RFC 7523;
 * developers.google.com/identity/protocols/oauth2/service-account). The key itself stays here.
 * @module
 */
import { createPrivateKey, type KeyObject, sign } from 'node:crypto';

/** Tells the account's own address and nothing else: the token that comes back opens nothing. */
const SCOPE = 'https://www.googleapis.com/auth/userinfo.email';
/** Seconds that the assertion holds. */
const LIFETIME = 300;

/**
 * @param pem the key as it stands in a file, also with the line breaks of JSON (`\n`)
 * @param account its client_email
 * @param audience the token endpoint
 * @returns undefined when the key cannot be read or is no RSA key
 */
export function signAssertion(pem: string, account: string, audience: string, now: Date): string | undefined {
  let key: KeyObject;
  try {
    key = createPrivateKey(pem.replace(/\\+n/g, '\n'));
  } catch {
    return undefined;
  }
  if (key.asymmetricKeyType !== 'rsa') return undefined;
  const issued = Math.floor(now.getTime() / 1000);
  const claims = { iss: account, scope: SCOPE, aud: audience, iat: issued, exp: issued + LIFETIME };
  const input = [{ alg: 'RS256', typ: 'JWT' }, claims]
    .map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'))
    .join('.');
  return `${input}.${sign('sha256', Buffer.from(input), key).toString('base64url')}`;
}
